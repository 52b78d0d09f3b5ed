"""Between layers and the shared service areas of `core`: cells, polygons and tables."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from osgeo import gdal, ogr
from qgis.core import QgsDistanceArea, QgsGeometry, QgsRectangle, QgsWkbTypes
from scipy import ndimage

from ..core.crossborder.shared import (
    CATEGORIES,
    POTENTIALLY_SHARED,
    Grid,
    SharedServices,
    facilities,
    people_by_category,
    shared_zones,
)
from ..core.errors import EmptyLayerError, InvalidValueError
from ..core.network.snapping import OK
from ..core.services.inputs import NOT_SHAREABLE, UNKNOWN
from . import places_io
from .layers import ELLIPSOID
from .writing import Rows

MOST_CELLS = 4_000_000


@dataclass
class Territory:
    """What is divided into areas: a polygon for each country, and the cells that touch it.

    Attributes
    ----------
    grid : Grid
    polygons : dict of QgsGeometry
        By country; empty when no country polygons are known, then cells make the areas.
    """

    grid: Grid
    polygons: dict[str, QgsGeometry]


def territory(given, run) -> Territory:
    """The study area divided by country, and its cells."""
    area = _study_area(given)
    polygons: dict[str, QgsGeometry] = {}
    taken = QgsGeometry()
    for code in sorted(run.country_polygons):  # in an overlap the first code has it
        mine = run.country_polygons[code].intersection(area)
        if not taken.isNull():
            mine = mine.difference(taken)
        taken = mine if taken.isNull() else taken.combine(mine)
        if mine.area() > 0 and code in given.travel.countries:
            polygons[code] = mine
    if run.country_polygons and not polygons:
        raise EmptyLayerError(
            "no country polygon lies in the study area", "Look at STUDY_AREA and COUNTRIES"
        )
    whole = QgsGeometry.unaryUnion(list(polygons.values())) if polygons else area
    return Territory(_grid(whole.boundingBox(), polygons, given), polygons)


def _study_area(given) -> QgsGeometry:
    """The polygons given, else the box around the places and the roads they can reach."""
    if given.study_area is not None:
        return QgsGeometry.unaryUnion([one for one in given.study_area.geometries if one])
    xy = given.places.xy[np.isfinite(given.places.xy).all(axis=1)]
    if not len(xy):
        raise EmptyLayerError("no row has a geometry", layer=given.places.layer)
    box = QgsRectangle(*xy.min(axis=0), *xy.max(axis=0))
    return QgsGeometry.fromRect(box.buffered(given.travel.snapping.distance_m + given.cell_size))


def _grid(box: QgsRectangle, polygons, given) -> Grid:
    size = given.cell_size
    left = np.floor(box.xMinimum() / size) * size
    top = np.ceil(box.yMaximum() / size) * size
    columns = int(np.ceil((box.xMaximum() - left) / size))
    rows = int(np.ceil((top - box.yMinimum()) / size))
    if rows * columns > MOST_CELLS:
        raise InvalidValueError(
            f"CELL_SIZE of {size:g} m would make {rows * columns:,} cells",
            f"Choose at least {np.sqrt(box.area() / MOST_CELLS):.0f} m, or a smaller STUDY_AREA",
        )
    if polygons:
        masks = {
            code: _touched(polygon, left, top, size, rows, columns)
            for code, polygon in polygons.items()
        }
        return Grid(left, top, size, masks)
    everywhere = Grid(left, top, size, {"": np.ones((rows, columns), dtype=bool)})
    country = given.travel.snapper.country_of_nearest_road(everywhere.centres(""))
    country = country.reshape(rows, columns)
    return Grid(left, top, size, {code: country == code for code in given.travel.countries})


def _touched(polygon: QgsGeometry, left, top, size, rows, columns) -> np.ndarray:
    """Cells that touch a polygon; one more all around, so that no corner is left out."""
    raster = _raster(np.zeros((rows, columns), "u1"), left, top, size)
    shapes = ogr.GetDriverByName("Memory").CreateDataSource("shapes")
    layer = shapes.CreateLayer("shapes")
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(polygon.asWkb())))
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
    return ndimage.binary_dilation(raster.ReadAsArray() == 1, structure=np.ones((3, 3)))


def _raster(values: np.ndarray, left, top, size):
    kind = gdal.GDT_Byte if values.dtype == np.uint8 else gdal.GDT_Int32
    raster = gdal.GetDriverByName("MEM").Create("", values.shape[1], values.shape[0], 1, kind)
    raster.SetGeoTransform([left, size, 0, top, 0, -size])
    raster.GetRasterBand(1).WriteArray(values)
    return raster


def polygons_of(
    values: np.ndarray, grid: Grid, within: QgsGeometry | None
) -> dict[int, QgsGeometry]:
    """Cells of equal value as one multipolygon a value, cut to a polygon; 0 is nothing."""
    raster = _raster(values, grid.left, grid.top, grid.size)
    shapes = ogr.GetDriverByName("Memory").CreateDataSource("shapes")
    layer = shapes.CreateLayer("shapes", geom_type=ogr.wkbPolygon)
    layer.CreateField(ogr.FieldDefn("value", ogr.OFTInteger))
    band = raster.GetRasterBand(1)
    gdal.Polygonize(band, band, layer, 0)
    parts: dict[int, list[QgsGeometry]] = {}
    for feature in layer:
        geometry = QgsGeometry()
        geometry.fromWkb(bytes(feature.GetGeometryRef().ExportToWkb()))
        parts.setdefault(feature.GetField(0), []).append(geometry)
    made = {}
    for value, pieces in sorted(parts.items()):
        geometry = QgsGeometry.collectGeometry(pieces)
        if within is not None:
            geometry = geometry.intersection(within)
            geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
        geometry.convertToMultiType()
        if geometry.area() > 0:
            made[value] = geometry
    return made


def area_rows(shared: SharedServices, territory: Territory, run) -> Rows:
    """One row for each type, category and country that has land or people."""
    area = _measure_area(run)
    rows, geometries = [], []
    for number, result in enumerate(shared.types):
        run.progress(number / len(shared.types), f"Drawing {result.type.label}")
        people = people_by_category(result, shared.places.country)
        people = people.set_index(["category", "country"])
        land = {}
        for code in territory.grid.masks:
            values = np.zeros(territory.grid.masks[code].shape, "u1")
            categories = pd.Categorical(result.cell_category[code], CATEGORIES)
            values[territory.grid.cells(code)] = categories.codes + 1
            drawn = polygons_of(values, territory.grid, territory.polygons.get(code))
            land.update({(CATEGORIES[value - 1], code): shape for value, shape in drawn.items()})
        for category in CATEGORIES:
            for code in sorted({one for of, one in [*land, *people.index] if of == category}):
                shape = land.get((category, code))
                found = people.loc[(category, code)] if (category, code) in people.index else None
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
                        "shareability": result.type.shareability,
                    }
                )
                geometries.append(shape)
    return Rows(pd.DataFrame(rows), geometries, run.crs)


def _measure_area(run) -> QgsDistanceArea:
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    return area


def facility_rows(shared: SharedServices, given, run) -> Rows:
    """The services with who lives nearest to them."""
    countries = given.travel.countries
    table = facilities(shared, given.services, countries, given.min_share)
    table.insert(0, "service_type", given.services.type)
    return places_io.like(given.services_layer, table, run.crs)


def place_rows(shared: SharedServices, given, run) -> Rows:
    """A row for each place and type."""
    status = places_io.status_of(given.places, shared.places)
    services = np.append(given.services.id.astype(str).astype(object), None)
    crossing_ids = np.append(given.travel.network.edges["crossing_id"].to_numpy(object), None)
    tables = []
    for result in shared.types:
        own, abroad = result.places.own, result.places.abroad
        remarks = np.where(np.isfinite(own), "", "none reached at home").astype(object)
        remarks = remarks + np.where(
            np.isfinite(abroad),
            "",
            np.where(np.isfinite(own), "", "; ").astype(object) + "none reached abroad",
        )
        tables.append(
            pd.DataFrame(
                {
                    "service_type": result.type.name,
                    "category": result.place_category,
                    "people": result.people,
                    "own_min": _or_nan(own),
                    "abroad_min": _or_nan(abroad),
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
                    "remarks": np.where(shared.places.ok, remarks, ""),
                }
            )
        )
    rows = np.tile(np.arange(len(given.places.id)), len(tables))
    return places_io.like(given.places_layer, pd.concat(tables, ignore_index=True), run.crs, rows)


def _or_nan(values):
    return np.where(np.isfinite(values), values, np.nan)


def zone_rows(shared: SharedServices, given, territory: Territory, run) -> Rows:
    """One row for each contiguous piece of the potentially shared area on both sides."""
    grid = territory.grid
    zone, count = shared_zones(shared, grid)
    counted = [one for one in shared.types if one.type.shareability != NOT_SHAREABLE]
    columns = [
        "zone_id", "services", "types", "types_unknown", "municipalities",
        "country_a", "population_a", "country_b", "population_b", "area_km2",
    ]  # fmt: skip
    rows, geometries = [], []
    pieces: dict[int, list[QgsGeometry]] = {number: [] for number in range(1, count + 1)}
    types: dict[int, set] = {number: set() for number in pieces}
    for code in grid.masks:
        row, column = grid.cells(code)
        here = zone[row, column]
        shown = np.zeros(len(row), dtype=bool)
        for result in counted:
            part = np.isin(result.cell_category[code].astype(str), POTENTIALLY_SHARED)
            shown |= part
            for number in np.unique(here[part]):
                types.get(int(number), set()).add(result.type)
        values = np.zeros(zone.shape, np.int32)
        values[row[shown], column[shown]] = here[shown]
        for number, shape in polygons_of(values, grid, territory.polygons.get(code)).items():
            pieces[number].append(shape)
    people = _people_in_zones(shared, counted, given, grid, zone, count)
    area = _measure_area(run)
    for number in pieces:
        shape = QgsGeometry.unaryUnion(pieces[number])
        shape.convertToMultiType()
        first, second = sorted(sorted(people, key=lambda code: -people[code][number])[:2])
        known = sorted(one.name for one in types[number] if one.shareability != UNKNOWN)
        unknown = sorted(one.name for one in types[number] if one.shareability == UNKNOWN)
        rows.append(
            [
                f"{first}-{second}-{number}", len(types[number]), ", ".join(known),
                ", ".join(unknown), ", ".join(_municipalities(shape, given)),
                first, people[first][number], second, people[second][number],
                area.measureArea(shape) / 1e6,
            ]
        )  # fmt: skip
        geometries.append(shape)
    table = pd.DataFrame(rows, columns=columns)
    if not len(table):  # an empty table has to say its types itself
        kinds = dict.fromkeys(columns, object)
        kinds.update(services=int, population_a=float, population_b=float, area_km2=float)
        table = table.astype(kinds)
    return Rows(table, geometries, run.crs)


def _people_in_zones(shared, counted, given, grid, zone, count) -> dict[str, np.ndarray]:
    """People of each country in each zone: of places in a shared category of any type."""
    xy = given.places.xy
    inside = np.zeros(len(xy), dtype=bool)
    for result in counted:
        inside |= np.isin(result.place_category.astype(str), POTENTIALLY_SHARED)
    row = np.floor((grid.top - xy[:, 1]) / grid.size)
    column = np.floor((xy[:, 0] - grid.left) / grid.size)
    inside &= (row >= 0) & (row < zone.shape[0]) & (column >= 0) & (column < zone.shape[1])
    at = np.zeros(len(xy), np.int64)
    at[inside] = zone[row[inside].astype(int), column[inside].astype(int)]
    population = given.places.people()
    return {
        code: np.bincount(
            at[shared.places.country == code],
            population[shared.places.country == code],
            minlength=count + 1,
        )
        for code in given.travel.countries
    }


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
        and shape.intersection(polygon).area() > 1e4
    }
    return sorted(touched)


def tell(shared: SharedServices, given, run) -> None:
    """Say in the log what was left out and what was found."""
    places_io.warn_of_lost(shared.places, given.places.layer, run)
    places_io.warn_of_lost(shared.services, given.services.layer, run)
    if not (shared.places.status == OK).any():
        places_io.require_usable(shared.places, given.places.layer, run)
    for kind in shared.skipped:
        run.say(f"{kind.label}: not shareable under this border, left out")
    for result in shared.types:
        people = result.people[np.isin(result.place_category.astype(str), POTENTIALLY_SHARED)].sum()
        run.say(
            f"{result.type.label}: {people:,.0f} people could reach one across the border about as "
            "soon as at home, or sooner"
        )
