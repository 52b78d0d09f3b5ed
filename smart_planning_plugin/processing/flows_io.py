"""Flows between places, from what was read to rows."""

from __future__ import annotations

import numpy as np

from ..core.errors import EmptyLayerError
from ..core.network.snapping import OK
from ..core.zones import between
from ..core.zones.flows import checked, keys
from . import places_io
from .layers import geometries_of_lines
from .limits_io import NOT_COUNTED
from .writing import Rows


def flows_of(given, run) -> between.Between:
    """Flows between the places that were given."""
    from ..core.network.snapping import Positions

    places, travel = given.places, given.travel
    starts, ends = travel.sources(places), travel.targets(places)
    usable = starts.ok & ends.ok
    status = np.where(starts.status == OK, ends.status, starts.status)
    given.at = Positions(
        np.where(usable, starts.edge, -1), starts.fraction, starts.snap_m, starts.access_min,
        starts.country, status,
    )  # fmt: skip
    places_io.require_usable(given.at, places.layer, run)
    if usable.sum() < 2:
        raise EmptyLayerError("flows need two places that can be used", layer=places.layer)
    cost = travel.matrix(starts, ends, run.progress)
    cost[~usable], cost[:, ~usable] = np.inf, np.inf
    people = np.where(usable, places.people(), 0.0)
    attraction = people
    if given.attraction_field:
        attraction = np.where(usable, places.people(given.attraction_field), 0.0)
        if (attraction < 0).any():
            from ..core.errors import InvalidValueError

            raise InvalidValueError(
                "negative values", layer=places.layer, field=given.attraction_field,
                ids=places.id[attraction < 0],
            )  # fmt: skip
    country = given.at.country
    seen = None
    if given.observed is not None:
        table = checked(given.observed, places.id, "OBSERVED", "places")
        seen = between.observed_matrix(table, keys(places.id), country)
    deterrence = between.deterrence_of(given.decay, given.decay_parameter, given.min_cost)
    found = between.flows_between(
        cost, people, attraction, country, given.model, deterrence, given.willingness,
        given.within, seen, run.progress,
    )  # fmt: skip
    for one in found.words:
        run.say(one[0].upper() + one[1:])
    run.scenario += f"; {given.model}, willingness {given.willingness:g}"
    if found.words:
        run.scenario += f" ({'; '.join(found.words)})"
    run.limits.add(NOT_COUNTED)
    return found


def flow_rows(found: between.Between, given) -> Rows:
    """The table of flows."""
    name = "time_min" if given.travel.cost == "time" else "distance_km"
    given.table = between.flow_table(found, keys(given.places.id), name, given.at.status)
    return Rows(given.table)


def line_rows(found: between.Between, given, run) -> Rows | None:
    """Desire lines; None where nobody asked for them."""
    if "LINES" not in run.destinations:
        return None
    from ..core.network.lines import Lines

    lines = between.desire_lines(given.table, given.lines_per_place)
    number = {one: row for row, one in enumerate(keys(given.places.id))}
    ends = [lines[name].map(number).to_numpy(np.int64) for name in ("from_id", "to_id")]
    xy = given.places.xy
    names = _names(given)
    for place, name, rows in zip(("from_name", "to_name"), ("from_id", "to_id"), ends):
        lines.insert(lines.columns.get_loc(name) + 1, place, names[rows])
    drawn = Lines.of([xy[list(one)] for one in zip(*ends)]) if len(lines) else None
    return Rows(lines, geometries_of_lines(drawn) if drawn is not None else [], run.crs)


def _names(given):
    """Names of the places, where their layer has any."""
    data = given.places_layer
    if data.fields.lookupField("name") < 0:
        return keys(given.places.id)
    return np.array(data.texts("name"), dtype=object)
