"""Travel times from elsewhere in place of the network."""

from __future__ import annotations

from ...core.errors import EmptyLayerError, InvalidValueError
from ..parameters import ANY, source_definition

SIDES = (("services", "places"), ("origins", "destinations"))
LAYERS = ("PLACES", "ORIGINS", "SERVICES", "DESTINATIONS")


def definition():
    """The parameter."""
    return source_definition(
        "TRAVEL_TIMES",
        "Travel times instead of the network",
        ANY,
        "A table with origin_id, destination_id and time_min, such as a bus planner gives. Its ids "
        "are those of the places and services (or origins and destinations); a journey runs from "
        "origin to destination. A pair that is not in it is not reached.",
        optional=True,
        advanced=True,
    )


def check(run):
    """One of the two says how long a journey takes."""
    if not run.given("NETWORK") and not run.given("TRAVEL_TIMES"):
        raise EmptyLayerError(
            "neither NETWORK nor TRAVEL_TIMES is given",
            "Give the edges made by 'Build road network', or a table of travel times",
        )
    run.source("TRAVEL_TIMES")


def analysis_crs(run):
    """The CRS when no network has chosen it."""
    from qgis.core import QgsCoordinateReferenceSystem

    from .. import layers

    there = [run.layer(name) for name in LAYERS if run.algorithm.parameterDefinition(name)]
    there = [one for one in there if one is not None and one.crs().isValid()]
    extent = layers.extent_in_degrees(there, run.context)
    return layers.analysis_crs(extent, QgsCoordinateReferenceSystem(), run.context)


def complete(values, run):
    """Replace travel on the network by the table, now that places and services are read."""
    if not run.given("TRAVEL_TIMES"):
        return {}
    from ...core.accessibility.times import TravelTimes, read_times

    travel = values["travel"]
    if travel.cost != "time":
        raise InvalidValueError("COST must be time: TRAVEL_TIMES holds minutes")
    if run.given("NETWORK"):
        run.warn("TRAVEL_TIMES stand in place of NETWORK, which is not read.")
    given = {name: _points(values[name]) for side in SIDES for name in side if name in values}
    points = list(given.values())
    countries = {code for one in points for code in one.country if code}
    times = TravelTimes(
        read_times(run.table("TRAVEL_TIMES")),
        given.get("places", points[0]),
        travel.border,
        travel.direction,
        travel.max_cost,
        travel.snapping,
        tuple(sorted(countries)),
    )
    for sources, targets in SIDES:
        if sources in given and not times.holds(given[sources], given[targets]):
            raise InvalidValueError(
                f"no row runs between the ids of the {sources} and {targets}",
                "Look at the id fields, and at DIRECTION: a journey runs from origin_id to "
                "destination_id",
                layer="TRAVEL_TIMES",
            )
    run.limits.discard("by car")
    run.limits.add("travel times as given")
    run.scenario = run.scenario.replace("by car", "travel times as given", 1)
    return {"travel": times}


def _points(value):
    """Origins and destinations come with their values of PAIR_FIELD."""
    return value[0] if isinstance(value, tuple) else value
