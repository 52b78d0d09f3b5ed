"""Between layers and the transport performance of `core`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..core.accessibility import performance as core
from ..core.accessibility.edge import cost_to_edge
from ..core.accessibility.judging import DATA_EDGE
from ..core.errors import EmptyLayerError, MissingFieldError
from ..core.services.inputs import Places
from . import bundles, places_io
from .layers import rings_of, to_lonlat
from .writing import Rows


def measured(given, run) -> tuple[pd.DataFrame, object]:
    """The indicators of places, and where these join the network."""
    travel, places = given.travel, given.places
    if run.destinations.get("ZONES_OUT") and not given.zone_field:
        raise MissingFieldError("ZONES_OUT is asked for, but ZONE_FIELD is empty", "Choose it")
    at = travel.targets(places)
    places_io.require_usable(at, places.layer, run)
    who = population(given, run)
    run.say(f"{len(who.id)} cells or places with {np.nansum(who.population):,.0f} people")
    at_who = travel.sources(who)
    places_io.warn_of_lost(at_who, who.layer, run)
    people = core.People(at_who, earth(who.xy, run), who.people())
    if not (people.count > 0).any():
        raise EmptyLayerError("nobody lives there", "Look at the population", layer=who.layer)
    table = core.transport_performance(
        travel,
        at,
        earth(places.xy, run),
        people,
        given.threshold,
        given.radius,
        given.top_speed,
        run.progress,
    )
    _look_at_the_edge(table, given, at, who, run)
    return table, at


def population(given, run):
    """Whom one can reach: a layer of their own, else the places."""
    data = given.population_layer
    if data is None:
        run.warn("No POPULATION_LAYER: people beyond the places are not counted.")
        return given.places
    field = run.text("POPULATION_LAYER_FIELD")
    count = bundles.not_negative(data, field, data.ids)
    country = bundles.country_codes(run, data, run.text("POPULATION_LAYER_COUNTRY_FIELD"))
    ids = data.ids.astype(object)
    return Places(ids, data.points(), country, count, pd.DataFrame(), data.name)


def earth(xy: np.ndarray, run) -> np.ndarray:
    """(n, 3) places of the analysis CRS on the earth; NaN without a geometry."""
    degrees = to_lonlat(run.crs, run.context)
    located = np.isfinite(xy).all(axis=1)
    found = np.full((len(xy), 3), np.nan)
    found[located] = core.earth_xyz(degrees(xy[located]))
    return found


def _look_at_the_edge(table: pd.DataFrame, given, at, who, run) -> None:
    """Where the population data or the roads end before the radius or the threshold do."""
    if given.frame is not None:
        rings, _ = rings_of(given.frame.geometries)
        begin = rings.segment_starts
        start, end = rings.xy[begin], rings.xy[begin + 1]
    else:
        start = core.hull_of(who.xy)
        end = np.roll(start, -1, axis=0)
    frame = core.distance_to_frame(given.places.xy, start, end)
    complete = frame >= given.radius
    edge = cost_to_edge(given.travel, at, run.countries)
    table["frame_km"] = np.where(np.isfinite(frame), frame, np.nan)
    table["frame_complete"] = complete.astype(int)
    table["edge_min"] = np.where(np.isfinite(edge), edge, np.nan)
    table["edge_reached"] = (at.ok & (edge < given.threshold)).astype(int)
    short = int((at.ok & ~complete).sum())
    if short:
        run.limits.add(f"population data ends within the radius of {short} of {at.ok.sum()} places")
    reached = int(table["edge_reached"].sum())
    if reached:
        run.limits.add(f"{DATA_EDGE} for {reached} of {at.ok.sum()} places")
    over = int((table["over_100"] == 1).sum())
    if over:
        run.say(f"{over} places reach more people in time than live within the radius")


def place_rows(given, table: pd.DataFrame, at, run) -> Rows:
    """The layer of places."""
    table = places_io.with_status(table, given.places, at)
    return places_io.like(given.places_layer, table, run.crs)


def zones(given, table: pd.DataFrame, run) -> pd.DataFrame:
    """Means of zones."""
    if not given.zone_field:
        return pd.DataFrame()
    zone = given.places_layer.texts(given.zone_field)
    return core.by_zone(table, zone, given.places.people())
