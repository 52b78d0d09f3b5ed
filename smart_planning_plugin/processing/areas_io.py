"""Areas and stretches of road of `core` as geometries, cut at the coast and at water."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsDistanceArea, QgsGeometry, QgsWkbTypes

from ..core.network.lines import Lines
from .layers import ELLIPSOID

POLYGON, MULTI_LINE, MULTI_POLYGON = (
    np.array([1], "u1").tobytes() + np.array([kind], "<u4").tobytes() for kind in (3, 5, 6)
)
LINE = np.array([1], "u1").tobytes() + np.array([2], "<u4").tobytes()

LEAST_WIDTH = 0.001  # metres: thinner are the splinters where two borders are one


def multi_polygon(polygons) -> QgsGeometry:
    """One geometry of polygons, each a list of closed rings."""
    geometry = as_drawn(polygons)
    return geometry if geometry.isGeosValid() else only_areas(geometry.makeValid())


def as_drawn(polygons) -> QgsGeometry:
    """The same, though a ring may touch itself."""
    found = [MULTI_POLYGON, _count(len(polygons))]
    for rings in polygons:
        found += [POLYGON, _count(len(rings))]
        for ring in rings:
            found += [_count(len(ring)), np.ascontiguousarray(ring, "<f8").tobytes()]
    geometry = QgsGeometry()
    geometry.fromWkb(b"".join(found))
    return geometry


def line_shapes(lines: Lines) -> np.ndarray:
    """(n,) object array: well-known binary of each line."""
    xy = np.ascontiguousarray(lines.xy, "<f8").tobytes()
    heads = np.diff(lines.offsets).astype("<u4").tobytes()
    offsets = (16 * lines.offsets).tolist()
    found = np.empty(len(lines), dtype=object)
    for number, (begin, end) in enumerate(zip(offsets[:-1], offsets[1:])):
        found[number] = LINE + heads[4 * number : 4 * number + 4] + xy[begin:end]
    return found


def multi_line(shapes: np.ndarray) -> QgsGeometry:
    """One geometry of lines in well-known binary."""
    geometry = QgsGeometry()
    geometry.fromWkb(b"".join([MULTI_LINE, _count(len(shapes)), *shapes]))
    return geometry


def _count(number: int) -> bytes:
    return np.array([number], "<u4").tobytes()


def only_areas(geometry: QgsGeometry) -> QgsGeometry:
    """The polygons of a geometry as one multipolygon, without what is no wider than rounding."""
    geometry.convertGeometryCollectionToSubclass(QgsWkbTypes.GeometryType.PolygonGeometry)
    geometry.convertToMultiType()
    parts = geometry.get()
    for number in reversed(range(parts.numGeometries() if parts else 0)):
        one = parts.geometryN(number)
        if one.area() <= LEAST_WIDTH * one.perimeter():
            parts.removeGeometry(number)
    return geometry


class Land:
    """Where areas may lie: each in its country, where they are known, and not in water.

    Parameters
    ----------
    run : Run
        Its COUNTRIES and BARRIERS.
    """

    def __init__(self, run):
        polygon = QgsWkbTypes.GeometryType.PolygonGeometry
        self._countries, taken = {}, QgsGeometry()
        for code in sorted(run.country_polygons):  # in an overlap the first code has it
            shape = run.country_polygons[code]
            if not taken.isNull():
                shape = only_areas(shape.difference(taken))
            taken = shape if taken.isNull() else taken.combine(shape)
            self._countries[code] = _Shape(shape)
        if self._countries:  # where the roads have no country, or another one
            self._countries[""] = _Shape(taken)
        water = [one for one in run.barriers if one.type() == polygon]
        self._water = _Shape(QgsGeometry.unaryUnion(water)) if water else None

    def pieces(self, polygons: dict[str, list]) -> dict[str, QgsGeometry]:
        """The parts of an area on land, by country."""
        found = {}
        for code, one in polygons.items():
            area = multi_polygon(one)
            land = self._countries.get(code)
            if land is not None and not land.engine.contains(area.constGet()):
                area = only_areas(area.intersection(land.shape))
            if self._water is not None and self._water.engine.intersects(area.constGet()):
                area = only_areas(area.difference(self._water.shape))
            if not area.isEmpty():
                found[code] = area
        return found

    def __call__(self, polygons: dict[str, list]) -> QgsGeometry:
        """The part of an area on land, over all countries."""
        return whole(self.pieces(polygons))


def whole(pieces: dict[str, QgsGeometry]) -> QgsGeometry:
    """Pieces of some countries as one area; an empty one where there are none."""
    if len(pieces) > 1:
        return only_areas(QgsGeometry.unaryUnion(list(pieces.values())))
    return next(iter(pieces.values()), multi_polygon([]))


class _Shape:
    def __init__(self, shape: QgsGeometry):
        self.shape = shape
        self.engine = QgsGeometry.createGeometryEngine(shape.constGet())
        self.engine.prepareGeometry()


def measurer(run) -> QgsDistanceArea:
    """Measures areas and lengths on the ellipsoid."""
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    return area
