"""The territory that is divided into areas: its countries, its cells, and polygons of cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr
from qgis.core import QgsDistanceArea, QgsGeometry, QgsRectangle, QgsWkbTypes
from scipy import ndimage

from ..core.crossborder.shared import Grid
from ..core.errors import EmptyLayerError, InvalidValueError
from .layers import ELLIPSOID

MOST_CELLS = 4_000_000


@dataclass
class Territory:
    """What is divided into areas: a polygon for each country, and the cells that touch it.

    Attributes
    ----------
    grid : Grid
    polygons : dict of QgsGeometry
        By country; empty when no country polygons are known, then cells make the areas.
    study_area : QgsGeometry, optional
        Where one is given and no country polygons are.
    """

    grid: Grid
    polygons: dict[str, QgsGeometry]
    study_area: QgsGeometry | None = None

    def within(self, country: str) -> QgsGeometry | None:
        """What the areas of a country are cut to: its polygon, else the study area."""
        return self.polygons.get(country, self.study_area)


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
    cut = area if given.study_area is not None and not polygons else None
    return Territory(_grid(whole.boundingBox(), polygons, given), polygons, cut)


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
    codes = [*given.travel.countries, *([""] if (country == "").any() else [])]
    return Grid(left, top, size, {code: country == code for code in codes})  # "": no road near


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


def measure_area(run) -> QgsDistanceArea:
    """Ellipsoidal areas in the analysis CRS."""
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    return area
