"""Between layers of origins and the isochrones of `core`."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
from qgis.core import QgsWkbTypes

from ..core.accessibility import isochrones
from ..core.accessibility.isochrones import ALL, MERGED, SPLIT, Journeys
from ..core.accessibility.stretches import Stretches
from ..core.errors import InvalidValueError
from ..core.progress import part
from . import areas_io, places_io
from .limits_io import note_limits
from .writing import Raster, Rows

ROADS = "roads"


def cutoffs(text: str) -> np.ndarray:
    """Cut-offs from a list of numbers.

    Raises
    ------
    InvalidValueError
        Unless they are numbers above 0, each greater than the one before.
    """
    words = [one for one in re.split(r"[,;\s]+", text.strip()) if one]
    try:
        found = np.array([float(one) for one in words])
    except ValueError:
        found = np.array([])
    if not len(found) or not np.isfinite(found).all():
        raise InvalidValueError(f"CUTOFFS '{text}' are not numbers", "Write them like 15,30,60")
    if (found <= 0).any():
        raise InvalidValueError(f"CUTOFFS '{text}' must all be above 0", "Write them like 15,30,60")
    if (np.diff(found) <= 0).any():
        raise InvalidValueError(f"CUTOFFS '{text}' must rise", "Write them like 15,30,60")
    return found


def journeys(given, run) -> Journeys:
    """The journeys that are asked for, checked."""
    data = given.origins_layer
    at = given.travel.sources(given.origins)
    places_io.require_usable(at, data.name, run)
    every = cutoffs(given.cutoffs)
    found = [every] * len(data)
    if given.cutoff_field:
        own = data.numbers(given.cutoff_field)
        _refuse(own <= 0, "cut-offs must be above 0", data, given.cutoff_field, given)
        found = [every if np.isnan(one) else np.array([one]) for one in own]
    start = np.zeros(len(data))
    if given.turnout_field:
        start = turnout(given, data, given.turnout_field, given.origins.id)
    return Journeys(given.travel, at, start, found, given.combine)


def turnout(given, data, field: str, ids) -> np.ndarray:
    """(n,) minutes before a journey begins, 0 where the field is empty."""
    if given.travel.cost != "time":
        raise InvalidValueError("TURNOUT_FIELD holds minutes, COST is distance", "Set COST to time")
    values = data.numbers(field)
    if (values < 0).any():
        raise InvalidValueError(
            "turn-out times must not be negative", layer=data.name, field=field, ids=ids[values < 0]
        )
    return np.nan_to_num(values)


def _refuse(wrong, what, data, field, given):
    if wrong.any():
        raise InvalidValueError(what, layer=data.name, field=field, ids=given.origins.id[wrong])


def compute(given, run) -> dict:
    """All outputs."""
    asked = journeys(given, run)
    note_limits(given.travel, asked.at, asked.last, run)
    surfaces = None
    if given.shape != ROADS or "SURFACE" in run.destinations:
        run.progress(0.05, "Cells join the network")
        surfaces = asked.surfaces(given.cell_size, run.countries)
    steps = part(run.progress, 0.2, 0.9)
    if given.shape == ROADS:
        bands = _roads(asked, given.rings, run, steps)
    else:
        bands = _areas(asked, given.rings, surfaces, run, steps)
    rows = _rows(asked, bands, _people(asked, given, run), given, run)
    raster = None
    if surfaces is not None and "SURFACE" in run.destinations:
        values = isochrones.least_costs(asked, surfaces)
        lattice = surfaces.lattice
        raster = Raster(values, lattice.left, lattice.top, lattice.size, run.crs)
    return {"OUTPUT": rows, "SURFACE": raster}


def _areas(asked: Journeys, rings: bool, surfaces, run, progress) -> list[dict]:
    land, measure = areas_io.Land(run), areas_io.measurer(run)
    disks: dict[int, list] = {}
    for origin, low, high, polygons in isochrones.areas(asked, surfaces, progress):
        disk = land(polygons)
        mine = disks.setdefault(origin, [])
        if asked.combine == SPLIT and origin != ALL:  # its part of what is reached sooner
            shared = [(*band, area.intersection(disk)) for *band, area in disks.get(ALL, [])]
            mine += [(*band, areas_io.only_areas(area)) for *band, area in shared]
        mine.append((low, high, disk))
    if asked.combine == SPLIT:
        disks.pop(ALL, None)
    found = []
    for origin, mine in disks.items():
        for number, (low, high, shape) in enumerate(mine):
            if rings and number:
                shape = areas_io.only_areas(shape.difference(mine[number - 1][2]))
            if not shape.isEmpty():
                found.append(
                    {
                        "origin": origin,
                        "low": low,
                        "high": high,
                        "shape": shape,
                        "area": measure.measureArea(shape) / 1e6,
                    }
                )
    return found


def _roads(asked: Journeys, rings: bool, run, progress) -> list[dict]:
    network = asked.travel.network
    stretches, whole_lines = Stretches(network.lines), areas_io.line_shapes(network.lines)
    km = network.edges["length_m"].to_numpy(float) / 1000
    found = []
    for origin, low, high, (edge, begin, end) in isochrones.roads(asked, rings, progress):
        if len(edge):
            shapes = whole_lines[edge]
            cut = (begin > 0) | (end < 1)
            shapes[cut] = areas_io.line_shapes(stretches.between(edge[cut], begin[cut], end[cut]))
            shape = areas_io.multi_line(shapes)
            length = float(((end - begin) * km[edge]).sum())
            found.append(
                {"origin": origin, "low": low, "high": high, "shape": shape, "length": length}
            )
    return found


def _people(asked: Journeys, given, run) -> dict:
    if given.places is None:
        return {}
    at = given.travel.targets(given.places)
    places_io.warn_of_lost(at, given.places.layer, run)
    people = given.places.people()
    return isochrones.people_within(asked, at, people, part(run.progress, 0.9, 1.0))


def _rows(asked: Journeys, bands: list[dict], people: dict, given, run) -> Rows:
    """The bands from the greatest down, so that the smaller are drawn on top; then what is lost."""
    minutes = asked.travel.cost == "time"
    low_name, high_name = ("from_min", "to_min") if minutes else ("from_km", "to_km")
    own = asked.combine == SPLIT and asked.handicap[asked.at.ok].any()
    rows = []
    for one in sorted(bands, key=lambda band: (-band["high"], band["origin"])):
        origin, high = one["origin"], one["high"]
        low = one["low"] if given.rings else 0.0
        inside = people.get((origin, high), np.nan)
        if given.rings and one["low"]:
            inside -= people.get((origin, one["low"]), 0.0)
        rows.append(
            {
                "origin_id": None if origin == ALL else given.origins.id[origin],
                low_name: low,
                high_name: asked.last[origin] if own else high,
                "area_km2": one.get("area", np.nan),
                "length_km": one.get("length", np.nan),
                "population": inside,
                "row": origin,
                "shape": one["shape"],
            }
        )
    seen = {one["row"] for one in rows}
    for row in range(len(asked.at)):
        if row not in seen and (asked.combine != MERGED or not asked.at.ok[row]):
            rows.append({"origin_id": given.origins.id[row], "row": row, "shape": None})
    table = pd.DataFrame(rows)
    row, shapes = table.pop("row").to_numpy(), table.pop("shape").tolist()
    at = asked.at
    known = np.maximum(row, 0)
    table["origin_id"] = pd.Series(table["origin_id"].tolist(), dtype=object).infer_objects()
    table["access_min"] = np.where(row == ALL, np.nan, at.access_min[known])
    table["snap_m"] = np.where(row == ALL, np.nan, at.snap_m[known])
    nothing = np.array([one is None for one in shapes]) & at.ok[known]
    table["status"] = np.where(
        row == ALL, "ok", np.where(nothing, "nothing_reached", at.status[known])
    )
    lines = given.shape == ROADS
    kind = QgsWkbTypes.Type.MultiLineString if lines else QgsWkbTypes.Type.MultiPolygon
    if asked.combine == MERGED and (row == ALL).any():
        return Rows(table, shapes, run.crs, geometry_type=kind)
    return Rows(table, shapes, run.crs, given.origins_layer, row, kind)
