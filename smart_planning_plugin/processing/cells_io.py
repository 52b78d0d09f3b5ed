"""The territory that is divided into areas: its countries and its cells."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from osgeo import gdal, ogr, osr
from qgis.core import QgsGeometry, QgsRectangle
from scipy import ndimage

from ..core.crossborder.shared import Grid
from ..core.errors import EmptyLayerError, InvalidValueError
from . import areas_io

MOST_CELLS = 4_000_000


@dataclass
class Territory:
    """What is divided into areas: a polygon for each country, and the cells that touch it.

    Attributes
    ----------
    grid : Grid
    polygons : dict of QgsGeometry
        By country; empty when no country polygons are known, then the nearest roads tell.
    study_area : QgsGeometry
        All of it.
    """

    grid: Grid
    polygons: dict[str, QgsGeometry]
    study_area: QgsGeometry

    @property
    def sheets(self) -> list[list[str]]:
        """Countries whose cells are drawn at once: where polygons cut them, each by itself."""
        codes = list(self.grid.masks)
        return [[code] for code in codes] if self.polygons else [codes]

    def cut(self, polygons: list, country: str) -> QgsGeometry:
        """The part of an area that lies in its country, else in the study area."""
        land = self.polygons.get(country, self.study_area)
        area = areas_io.as_drawn(polygons).intersection(land)
        if area.isNull():  # an older GEOS minds rings that touch themselves
            area = areas_io.multi_polygon(polygons).intersection(land)
        return areas_io.only_areas(area)


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
    return Territory(_grid(whole.boundingBox(), polygons, given), polygons, area)


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
    # a cell more all around: areas end in the middle of the last ones
    left = (np.floor(box.xMinimum() / size) - 1) * size
    top = (np.ceil(box.yMaximum() / size) + 1) * size
    columns = int(np.ceil((box.xMaximum() - left) / size)) + 1
    rows = int(np.ceil((top - box.yMinimum()) / size)) + 1
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
    raster = gdal.GetDriverByName("MEM").Create("", columns, rows, 1, gdal.GDT_Byte)
    raster.SetGeoTransform([left, size, 0, top, 0, -size])
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25884)  # of both, whichever it is; GDAL warns where there is none
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    raster.SetSpatialRef(reference)
    shapes = ogr.GetDriverByName("Memory").CreateDataSource("shapes")
    layer = shapes.CreateLayer("shapes", reference)
    feature = ogr.Feature(layer.GetLayerDefn())
    feature.SetGeometry(ogr.CreateGeometryFromWkb(bytes(polygon.asWkb())))
    layer.CreateFeature(feature)
    gdal.RasterizeLayer(raster, [1], layer, burn_values=[1], options=["ALL_TOUCHED=TRUE"])
    return ndimage.binary_dilation(raster.ReadAsArray() == 1, structure=np.ones((3, 3)))
