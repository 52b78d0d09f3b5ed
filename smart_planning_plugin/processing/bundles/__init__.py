"""Inputs that travel together through many algorithms: the network, places, services."""

from .border import crossing_overrides, naming_places
from .checks import check_given, check_named, check_points, not_negative
from .countries import countries, country_codes, read_countries
from .ends import ends, pair_field
from .measures import measures
from .network import network, road_network
from .places import core_places, places, polygon_of
from .services import services, thresholds
from .territories import territories
from .zones import zones

__all__ = [
    "check_given",
    "check_named",
    "check_points",
    "core_places",
    "countries",
    "country_codes",
    "crossing_overrides",
    "ends",
    "measures",
    "naming_places",
    "network",
    "not_negative",
    "pair_field",
    "places",
    "polygon_of",
    "read_countries",
    "road_network",
    "services",
    "territories",
    "thresholds",
    "zones",
]
