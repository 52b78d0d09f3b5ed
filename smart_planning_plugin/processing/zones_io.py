"""Zones from layers, and candidate functional zones as rows."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsDistanceArea, QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..core.errors import InvalidValueError
from ..core.zones.flows import Flows, checked, keys
from ..core.zones.functional import RURAL, FunctionalZones, Settlements, Units
from ..core.zones.summary import regions_with_reasons, summary_table, units_table
from . import places_io
from .bundles import country_codes, not_negative
from .layers import ELLIPSOID, LayerData
from .limits_io import NOT_COUNTED
from .writing import Rows

TOUCH_M = 100.0  # gaps along a border between two national data sets are smaller


def polygon_of_points(polygons: list[QgsGeometry], xy: np.ndarray) -> np.ndarray:
    """(n,) row of the polygon each point lies in, the first of several; -1 for none."""
    index = _index(polygons)
    engines = [_engine(one) for one in polygons]
    found = np.full(len(xy), -1)
    for row in np.flatnonzero(np.isfinite(xy).all(axis=1)):
        point = QgsGeometry.fromPointXY(QgsPointXY(*xy[row].tolist()))
        for candidate in sorted(index.intersects(point.boundingBox())):
            if engines[candidate].intersects(point.constGet()):
                found[row] = candidate
                break
    return found


def neighbours(polygons: list[QgsGeometry]) -> np.ndarray:
    """(k, 2) pairs of polygons that lie within 100 m of each other, the lower row first."""
    index = _index(polygons)
    pairs = []
    for row, polygon in enumerate(polygons):
        if polygon.isNull():
            continue
        grown = polygon.buffer(TOUCH_M, 2)
        engine = _engine(grown)
        for other in sorted(index.intersects(grown.boundingBox())):
            if other > row and engine.intersects(polygons[other].constGet()):
                pairs.append((row, other))
    return np.array(pairs, np.int64).reshape(-1, 2)


def _index(polygons) -> QgsSpatialIndex:
    index = QgsSpatialIndex()
    for row, polygon in enumerate(polygons):
        if not polygon.isNull():
            feature = QgsFeature(row)
            feature.setGeometry(polygon)
            index.addFeature(feature)
    return index


def _engine(geometry):
    engine = QgsGeometry.createGeometryEngine(geometry.constGet())
    engine.prepareGeometry()
    return engine


def units_of(given, run, city_field: str = "") -> tuple[Units, np.ndarray | None]:
    """The zones for `core`, and the zone in which each place lies."""
    data: LayerData = given.zones_layer
    id_field = run.text("ZONE_ID")
    data.unique_ids(id_field)
    ids = data.texts(id_field)
    name_field = run.text("ZONE_NAME_FIELD")
    names = data.texts(name_field) if name_field else ids
    names = np.where(names == "", ids, names)
    inside = None
    if given.places is not None:
        inside = polygon_of_points(data.geometries, given.places.xy)
        outside = int((inside < 0).sum())
        if outside:
            run.warn(f"{outside} of {len(inside)} places lie in no zone of {data.name}")
    population_field = run.text("ZONE_POPULATION_FIELD")
    if population_field:
        people = np.nan_to_num(not_negative(data, population_field, ids))
    elif inside is not None:
        people = np.bincount(
            inside[inside >= 0], given.places.people()[inside >= 0], minlength=len(ids)
        )
    else:
        run.warn("Neither ZONE_POPULATION_FIELD nor PLACES: nobody lives in any zone.")
        people = np.zeros(len(ids))
    empty = int((people <= 0).sum())
    if empty and empty < len(ids):
        run.warn(f"{empty} of {len(ids)} zones have no residents")
    city = data.texts(city_field) if city_field else np.full(len(ids), "", dtype=object)
    return (
        Units(ids, names, _countries(given, run, data, inside), people,
              neighbours(data.geometries), city, data.name),
        inside,
    )  # fmt: skip


def _countries(given, run, data, inside) -> np.ndarray:
    field = run.text("ZONE_COUNTRY_FIELD")
    codes = country_codes(run, data, field)
    if not field and run.countries is None and inside is not None:
        known = pd.DataFrame({"zone": inside, "code": given.places.country})
        known = known[(known["zone"] >= 0) & (known["code"] != "")]
        most = known.groupby("zone")["code"].agg(
            lambda one: one.value_counts().sort_index().idxmax()
        )
        codes = np.array([most.get(row, "") for row in range(len(data))], dtype=object)
    if (codes == "").all():
        run.warn("The countries of the zones are not known: no zone can be seen to cross a border.")
    return codes


def flows_of_zones(given, run, units: Units, inside) -> Flows | None:
    """Flows between zones; those between places are added up by the zone each lies in."""
    if given.flows is None:
        return None
    named = set(keys(given.flows["from_id"])) if "from_id" in given.flows else set()
    if inside is not None and not named <= set(units.id):
        table = checked(given.flows, given.places.id, "FLOWS", "places")
        lost = table["flow"][_lies_outside(table, given.places.id, inside)].sum()
        if lost > 0:
            run.warn(f"Flows of {lost:,.0f} start or end outside of all zones, and are left out")
        found = Flows.of(table, given.places.id, inside, len(units.id))
    else:
        found = Flows.of(checked(given.flows, units.id), units.id)
    if found.matrix.sum() <= 0:
        raise InvalidValueError("all flows are 0", layer="FLOWS", field="flow")
    if found.kind != "observed":
        run.limits.add(NOT_COUNTED)
    return found


def _lies_outside(table, ids, inside):
    outside = set(keys(ids)[inside < 0])
    return table["from_id"].isin(outside) | table["to_id"].isin(outside)


def settlements_of(given, run, inside) -> Settlements | None:
    """Places on roads, where there is a network."""
    if given.travel is None or given.places is None:
        return None
    at = given.travel.sources(given.places)
    places_io.require_usable(at, given.places.layer, run)
    urban = np.full(len(inside), "", dtype=object)
    if given.fua is not None:
        row = polygon_of_points(given.fua.geometries, given.places.xy)
        known = given.fua.fields.lookupField("name") >= 0
        names = given.fua.texts("name") if known else given.fua.ids.astype(str).astype(object)
        urban = np.where(row >= 0, names[np.maximum(row, 0)], "").astype(object)
    else:
        run.limits.add("all-territory variant: large cities were not taken out (FUA)")
    return Settlements(given.travel, given.places, at, inside, urban, given.fua is not None)


def compared(given, run) -> np.ndarray | None:
    """Zone of each unit in a given delineation, by a point inside the unit; empty for none."""
    if given.compare_with is None:
        return None
    field = run.text("COMPARE_FIELD")
    labels = given.compare_with.texts(field)
    row = polygon_of_points(given.compare_with.geometries, given.zones_layer.points())
    return np.where(row >= 0, labels[np.maximum(row, 0)], "").astype(object)


def zone_rows(found: FunctionalZones, units: Units, given, run) -> Rows:
    """The zones that were given, with the candidate zone each belongs to."""
    table = units_table(units, found, given.compared)
    status = np.full(len(units.id), "ok", dtype=object)
    if found.flows is not None:
        status[(found.flows.out <= 0) & (found.flows.into <= 0)] = "no_flow"
    if given.method == RURAL:
        has_place = np.isin(np.arange(len(units.id)), given.inside[given.settlements.at.ok])
        status[~has_place] = "no_places"
    status[units.people <= 0] = "no_population"
    missing = np.array([one.isNull() for one in given.zones_layer.geometries])
    status[missing] = "no_geometry"
    table["status"] = status
    return places_io.like(given.zones_layer, table, run.crs)


def region_rows(found: FunctionalZones, units: Units, given, run) -> Rows:
    """Candidate zones, dissolved."""
    table = regions_with_reasons(units, found, given.method)
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    shapes = []
    for number in range(len(table)):
        run.progress(number / len(table), "Drawing the zones")
        members = np.flatnonzero(found.across.group == number).tolist()
        shape = QgsGeometry.unaryUnion([given.zones_layer.geometries[one] for one in members])
        shape.convertToMultiType()
        shapes.append(shape)
    table.insert(
        table.columns.get_loc("parts"),
        "area_km2",
        [0.0 if one.isNull() else area.measureArea(one) / 1e6 for one in shapes],
    )
    return Rows(table, shapes, run.crs)


def summary_rows(found: FunctionalZones, units: Units, given) -> Rows:
    """The table of both divisions, their difference and the comparison."""
    return Rows(summary_table(units, found, given.compared))
