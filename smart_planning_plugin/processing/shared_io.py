"""Between layers and the shared service areas of `core`: areas, facilities, places, zones."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry

from ..core.accessibility.surfaces import Walls
from ..core.accessibility.travel import or_nan
from ..core.crossborder.areas import category_areas, zone_areas
from ..core.crossborder.facilities import DOCUMENTED, POTENTIAL, facilities
from ..core.crossborder.shared import (
    CATEGORIES,
    POTENTIALLY_SHARED,
    SharedServices,
    people_by_category,
    potentially_shared,
)
from ..core.crossborder.shared_zones import describe_zones, shared_zones
from ..core.network.snapping import OK
from ..core.services.inputs import NOT_SHAREABLE
from . import areas_io, places_io
from .cells_io import Territory
from .limits_io import note_limits
from .writing import Rows

LEAST_TOUCHED_M2 = 1e4


def area_rows(shared: SharedServices, territory: Territory, given, run) -> Rows:
    """One row for each type, category and country that has land or people."""
    area, walls = areas_io.measurer(run), Walls.around(given.travel, territory.grid.lattice)
    rows, geometries = [], []
    for number, result in enumerate(shared.types):
        run.progress(0.7 + 0.1 * number / len(shared.types), f"Drawing {result.type.label}")
        people = people_by_category(result, shared.places.country)
        people = people.set_index(["category", "country"])
        known = _documented(result, shared, given)
        land = {
            (category, code): territory.cut(polygons, code)
            for codes in territory.sheets
            for (category, code), polygons in category_areas(
                result, territory.grid, codes, walls
            ).items()
        }
        land = {of: shape for of, shape in land.items() if shape.area() > 0}
        for category in CATEGORIES:
            for code in sorted({one for of, one in [*land, *people.index] if of == category}):
                shape = land.get((category, code))
                found = people.loc[(category, code)] if (category, code) in people.index else None
                mine = (result.place_category == category) & (shared.places.country == code)
                documented = float(result.people[mine & known].sum())
                rows.append(
                    {
                        "service_type": result.type.name,
                        "category": category,
                        "country": code or None,
                        "population": 0.0 if found is None else found["population"],
                        "gain_min": np.nan if found is None else found["gain_min"],
                        "area_km2": 0.0 if shape is None else area.measureArea(shape) / 1e6,
                        "demand_field": result.type.demand_field or None,
                        "threshold_min": result.threshold,
                        "advantage_min": result.advantage,
                        "shareability": _shareability(result.type, given),
                        "standing": _standing(category, documented),
                        "documented_population": documented,
                    }
                )
                geometries.append(shape)
    return Rows(pd.DataFrame(rows), geometries, run.crs)


def border_open(given) -> bool:
    """Whether nothing stops anybody at the border."""
    return given.travel.border.state == "open"


def _shareability(kind, given) -> str:
    return kind.shareable(border_open(given))


def _standing(category: str, documented: float):
    if category not in POTENTIALLY_SHARED:
        return None
    return DOCUMENTED if documented else POTENTIAL


def _documented(result, shared: SharedServices, given) -> np.ndarray:
    """(n,) places whose nearest service abroad has a document for their country."""
    ids = np.append(given.services.id.astype(str).astype(object), None)
    return given.evidence.documented(
        result.type.name, ids[result.places.abroad_service], shared.places.country
    ) & potentially_shared(result.place_category)


def facility_rows(shared: SharedServices, given, run) -> Rows:
    """The services with who lives nearest to them."""
    table = facility_table(shared, given)
    table.insert(0, "service_type", given.services.type)
    return places_io.like(given.services_layer, table, run.crs)


def facility_table(shared: SharedServices, given) -> pd.DataFrame:
    """As `core.crossborder.facilities`."""
    return facilities(
        shared, given.services, given.travel.countries, given.min_share, given.evidence
    )


def place_rows(shared: SharedServices, given, run) -> Rows:
    """A row for each place and type."""
    status = places_io.status_of(given.places, shared.places)
    services = np.append(given.services.id.astype(str).astype(object), None)
    crossing_ids = np.append(given.travel.network.edges["crossing_id"].to_numpy(object), None)
    tables = []
    for result in shared.types:
        own, abroad = result.places.own, result.places.abroad
        known = _documented(result, shared, given)
        standing = np.where(
            potentially_shared(result.place_category), np.where(known, DOCUMENTED, POTENTIAL), None
        )
        tables.append(
            pd.DataFrame(
                {
                    "service_type": result.type.name,
                    "category": result.place_category,
                    "standing": standing,
                    "people": result.people,
                    "own_min": or_nan(own),
                    "abroad_min": or_nan(abroad),
                    "extra_min_abroad": result.type.extra_min_abroad,
                    "gain_min": result.gain,
                    "newly_served": result.newly_served.astype(int),
                    "own_service": services[result.places.own_service],
                    "abroad_service": services[result.places.abroad_service],
                    "crossing_id": crossing_ids[result.places.crossing],
                    "place_country": np.where(
                        shared.places.country == "", None, shared.places.country
                    ),
                    "snap_m": shared.places.snap_m,
                    "access_min": shared.places.access_min,
                    "status": status,
                    "remarks": _remarks(own, abroad, shared.places.ok),
                }
            )
        )
    return blocks_like(tables, given, run)


def blocks_like(tables: list[pd.DataFrame], given, run) -> Rows:
    """Places once for each table, one below the other."""
    rows = np.tile(np.arange(len(given.places.id)), len(tables))
    return places_io.like(given.places_layer, pd.concat(tables, ignore_index=True), run.crs, rows)


def _remarks(own, abroad, usable) -> np.ndarray:
    words = {
        (False, True): "none reached at home",
        (True, False): "none reached abroad",
        (False, False): "none reached at home; none reached abroad",
        (True, True): "",
    }
    found = zip(np.isfinite(own).tolist(), np.isfinite(abroad).tolist(), usable.tolist())
    return np.array([words[a, b] if ok else "" for a, b, ok in found], dtype=object)


def zone_rows(shared: SharedServices, given, territory: Territory, run) -> Rows:
    """One row for each contiguous piece of the potentially shared area on both sides."""
    grid = territory.grid
    zone, count = shared_zones(shared, grid)
    table = describe_zones(
        shared, given.places, given.services, _names(given), grid, zone, count, given.evidence
    )
    pieces: dict[int, list[QgsGeometry]] = {number: [] for number in range(1, count + 1)}
    walls = Walls.around(given.travel, grid.lattice)
    for codes in territory.sheets:
        for number, polygons in zone_areas(shared, grid, codes, walls, zone).items():
            pieces[number].append(territory.cut(polygons, codes[0]))
    area = areas_io.measurer(run)
    geometries = [QgsGeometry.unaryUnion(one) for one in pieces.values()]
    for shape in geometries:
        areas_io.only_areas(shape)
    touched = [", ".join(_municipalities(one, given)) for one in geometries]
    table.insert(3, "municipalities", np.array(touched, dtype=object))
    table["area_km2"] = np.array([area.measureArea(one) / 1e6 for one in geometries], float)
    return Rows(table, geometries, run.crs)


def _names(given) -> np.ndarray:
    """Names of the places: their field `name`, where there is one, else their ids."""
    data = given.places_layer
    found = [one.name() for one in data.fields if one.name().lower() == "name"]
    names = data.texts(found[0]) if found else np.full(len(data), "", dtype=object)
    return np.where(names == "", given.places.id.astype(str), names)


def _municipalities(shape: QgsGeometry, given) -> list[str]:
    if given.municipalities is None:
        return []
    names = given.municipalities.texts(given.municipality_names)
    engine = QgsGeometry.createGeometryEngine(shape.constGet())
    engine.prepareGeometry()
    touched = {
        name
        for name, polygon in zip(names, given.municipalities.geometries)
        if not polygon.isNull()
        and engine.intersects(polygon.constGet())
        and shape.intersection(polygon).area() > LEAST_TOUCHED_M2
    }
    return sorted(touched)


def tell(shared: SharedServices, given, run) -> None:
    """Say in the log what was left out and what was found."""
    places_io.warn_of_lost(shared.places, given.places.layer, run)
    places_io.warn_of_lost(shared.services, given.services.layer, run)
    if not (shared.places.status == OK).any():
        places_io.require_usable(shared.places, given.places.layer, run)
    note_limits(given.travel, shared.places, max(one.threshold for one in shared.types), run)
    for kind in shared.skipped:
        run.say(f"{kind.label}: not shareable under this border, left out")
    for result in shared.types:
        people = result.people[potentially_shared(result.place_category)].sum()
        run.say(
            f"{result.type.label}: {people:,.0f} people could reach one across the border about as "
            "soon as at home, or sooner"
        )
        if _shareability(result.type, given) == NOT_SHAREABLE:
            run.warn(f"{result.type.label} cannot be shared as things stand; shown as asked for")
