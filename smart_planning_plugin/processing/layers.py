"""Layers to arrays and back, all in one analysis CRS."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsDistanceArea,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..cartography.identity import keyword
from ..core.errors import (
    DuplicateIdError,
    InvalidValueError,
    MissingCrsError,
    MissingFieldError,
)
from ..core.ids import text_id
from ..core.network.lines import Lines
from ..core.services.parts import Parts
from . import bulk, wkb
from .fields import python_values
from .parameters import name_of

TM_BALTIC = "EPSG:25884"
WGS84 = "EPSG:4326"
LARGEST_SCALE_ERROR = 0.005
ROWS_BETWEEN_LOOKS = 5000
ELLIPSOID = "EPSG:7019"  # GRS 1980


@dataclass
class LayerData:
    """A layer as it was read: geometries in the analysis CRS, attributes as Python values.

    Attributes
    ----------
    name : str
    fields : QgsFields
    rows : sequence of lists
        Attribute values as QGIS gives them, to be written again.
    geometries : sequence of QgsGeometry
        Empty ones where there is none.
    ids : (n,) int array
        Feature ids.
    digest : str
        SHA-256 of what was read.
    wkb : QgsWkbTypes.Type
    limits : list of str
        Limits that the layer's own record carries.
    parts : Parts, optional
        The points that stand for polygons; each row is then one of them, with the geometry and the
        attributes of its polygon.
    said : DataFrame, optional
        What those points say in their own numeric fields.
    """

    name: str
    fields: QgsFields
    rows: list
    geometries: Sequence
    ids: np.ndarray
    digest: str
    wkb: int = QgsWkbTypes.Type.NoGeometry
    limits: list[str] = field(default_factory=list)
    parts: Parts | None = None
    said: pd.DataFrame | None = None

    def __len__(self) -> int:
        return len(self.rows)

    def require(self, *names: str, what: str = "this layer"):
        """Raise unless the layer has the fields."""
        for name in names:
            if name and self.fields.lookupField(name) < 0:
                raise MissingFieldError(
                    "there is no such field",
                    f"{what} needs it; the fields are {', '.join(self.fields.names())}",
                    layer=self.name,
                    field=name,
                )

    @cached_property
    def columns(self) -> list[bulk.Column]:
        """Values of each field."""
        if isinstance(self.rows, bulk.ColumnRows):
            return self.rows.columns
        columns = zip(*self.rows) if self.rows else [[] for _ in self.fields.names()]
        return [bulk.Column.of(python_values(one)) for one in columns]

    def column(self, name: str) -> pd.Series:
        """Values of a field; None where NULL."""
        self.require(name)
        return pd.Series(self.columns[self.fields.lookupField(name)].plain, dtype=object)

    def numbers(self, name: str) -> np.ndarray:
        """(n,) float array of a field, NaN where NULL.

        Raises
        ------
        InvalidValueError
            If a value is not a number.
        """
        self.require(name)
        numbers = self.columns[self.fields.lookupField(name)].numbers()
        if numbers is not None:
            return numbers
        values = self.column(name)
        number = pd.to_numeric(values, errors="coerce")
        wrong = values.notna() & (values != "") & number.isna()
        if wrong.any():
            raise InvalidValueError(
                "these values are not numbers", layer=self.name, field=name, ids=values[wrong]
            )
        return number.to_numpy(float)

    def texts(self, name: str) -> np.ndarray:
        """(n,) object array of a field as text, empty where NULL."""
        return np.array(
            ["" if one is None else text_id(one) for one in self.column(name)], dtype=object
        )

    def unique_ids(self, name: str) -> np.ndarray:
        """(n,) object array of ids.

        Raises
        ------
        InvalidValueError, DuplicateIdError
            If ids are missing or stand more than once.
        """
        values = self.column(name)
        if values.isna().any():
            raise InvalidValueError(
                "ids are missing",
                "Fill the field, or choose another",
                layer=self.name,
                field=name,
                ids=[f"feature {one}" for one in self.ids[values.isna().to_numpy()]],
            )
        twice = values[values.duplicated()].unique()
        if len(twice):
            raise DuplicateIdError(
                "ids stand more than once",
                "Choose a field with unique values",
                layer=self.name,
                field=name,
                ids=twice,
            )
        return values.to_numpy(object)

    def table(self) -> pd.DataFrame:
        """All attributes."""
        return pd.DataFrame(
            {
                name: pd.Series(column.plain, dtype=object)
                for name, column in zip(self.fields.names(), self.columns)
            }
        )

    @cached_property
    def shapes(self) -> list[bytes]:
        """Well-known binary of each geometry, empty where there is none."""
        if isinstance(self.geometries, bulk.Geometries):
            return self.geometries.shapes
        return [bytes(one.asWkb()) for one in self.geometries]

    def points(self) -> np.ndarray:
        """(n, 2) float array: points, or a point on the surface; NaN without geometry."""
        if self.parts is not None:
            return self.parts.xy
        xy, known = wkb.points_of(self.shapes)
        for row in np.flatnonzero(~known):
            geometry = self.geometries[row]
            if geometry.isNull() or geometry.isEmpty():
                continue
            if geometry.type() != QgsWkbTypes.GeometryType.PointGeometry:
                geometry = geometry.pointOnSurface()
            elif geometry.isMultipart():
                geometry = geometry.centroid()
            point = geometry.asPoint()
            xy[row] = point.x(), point.y()
        return xy


def read_layer(
    source: QgsProcessingFeatureSource,
    crs: QgsCoordinateReferenceSystem | None,
    context,
    progress,
    layer=None,
    where: str = "",
) -> LayerData:
    """Read all features of a source, in the analysis CRS.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    crs : QgsCoordinateReferenceSystem, optional
        None leaves coordinates as they are.
    layer : QgsMapLayer, optional
        For its name and record.
    where : str
        Expression; only features for which it holds are read.
    """
    name = name_of(layer) if layer is not None else source.sourceName()
    has_geometry = source.wkbType() != QgsWkbTypes.Type.NoGeometry
    request = QgsFeatureRequest()
    if has_geometry and crs is not None:
        if not source.sourceCrs().isValid():
            raise MissingCrsError(
                "the layer has no coordinate reference system", "Set the layer's CRS", layer=name
            )
        request.setDestinationCrs(crs, context.transformContext())
    if where:
        request.setFilterExpression(where)
        request.expressionContext().appendScope(source.createExpressionContextScope())
    with uncollected():
        as_stored = has_geometry and (crs is None or crs == source.sourceCrs())
        table = None if where else bulk.read_table(layer, source, as_stored, progress)
        if table is not None and table.geometries is not None:
            rows, geometries, ids = table.rows(table.ids), table.geometries, table.ids
        else:
            rows, geometries, ids = _rows(source, request, progress, table is None)
            if table is not None:
                rows = table.rows(ids)
            if rows is None:
                rows, geometries, ids = _rows(source, request, progress, True)
        data = LayerData(
            name,
            source.fields(),
            rows,
            geometries,
            ids,
            "",
            source.wkbType(),
            limits_of(layer),
        )
        data.digest = _digest(data)
    return data


@contextmanager
def uncollected():
    """While many objects are made that all stay, Python need not look for rubbish among them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _rows(source, request, progress, attributes: bool):
    """Attributes (none, where they are not asked for), geometries and ids."""
    request = QgsFeatureRequest(request)
    if not attributes:
        request.setSubsetOfAttributes([])
    rows, geometries, ids = [], [], []
    for some in _features(source, request, progress):
        rows += [one.attributes() for one in some] if attributes else []
        geometries += [one.geometry() for one in some]
        ids += [one.id() for one in some]
    return rows, geometries, np.array(ids, np.int64)


def _features(source, request, progress):
    """Features in lists, so that not all of them are there at once."""
    total, seen = max(source.featureCount(), 1), 0
    skip = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    found = source.getFeatures(request, skip)
    while True:
        some = list(islice(found, ROWS_BETWEEN_LOOKS))
        seen += len(some)
        progress(min(seen / total, 1.0))
        yield some
        if len(some) < ROWS_BETWEEN_LOOKS:
            return


def _digest(data: LayerData) -> str:
    """SHA-256 of all geometries and attributes, in their order."""
    digest = hashlib.sha256()
    lengths = np.fromiter(map(len, data.shapes), "<i8", len(data.shapes))
    digest.update(lengths.tobytes())
    digest.update(b"".join(data.shapes))
    for name, column in zip(data.fields.names(), data.columns):
        digest.update(f"{name}:{len(column.missing)}".encode())
        for some in column.fingerprint():
            digest.update(some)
    return digest.hexdigest()


def limits_of(layer) -> list[str]:
    """Limits that a layer's record names: schematic, by car."""
    return keyword(layer, "limits") if layer is not None else []


def lines_of(data: LayerData) -> tuple[Lines, np.ndarray]:
    """All parts of all lines, and the row each comes from; rows without a geometry have none."""
    lines, owner = wkb.plain_lines(data.shapes)
    known = np.zeros(len(data), dtype=bool)
    known[owner] = True
    parts, others = [], []
    for row in np.flatnonzero(~known):
        for part in wkb.parts_of(data.geometries[row]):
            if len(part) >= 2 and np.isfinite(part).all():
                parts.append(part)
                others.append(row)
    if not parts:
        return lines, owner
    more = Lines.of(parts)
    both = Lines(
        np.concatenate([lines.xy, more.xy]),
        np.concatenate([lines.offsets, lines.offsets[-1] + more.offsets[1:]]),
    )
    owner = np.concatenate([owner, np.array(others, np.int64)])
    order = np.argsort(owner, kind="stable")
    return both.take(order), owner[order]


def rings_of(geometries) -> tuple[Lines, np.ndarray]:
    """All rings of all polygons, and the row each comes from."""
    rings, owner = [], []
    for row, geometry in enumerate(geometries):
        for ring in wkb.parts_of(geometry):
            rings.append(ring)
            owner.append(row)
    return Lines.of(rings), np.array(owner, np.int64)


LINE_HEADER = np.array([1], "u1").tobytes() + np.array([2], "<u4").tobytes()


def geometries_of_lines(lines: Lines) -> list[QgsGeometry]:
    """QGIS geometries of polylines."""
    xy = np.ascontiguousarray(lines.xy, "<f8").tobytes()
    made = []
    for begin, end in zip(lines.offsets[:-1].tolist(), lines.offsets[1:].tolist()):
        geometry = QgsGeometry()
        count = (end - begin).to_bytes(4, "little")
        geometry.fromWkb(LINE_HEADER + count + xy[16 * begin : 16 * end])
        made.append(geometry)
    return made


def geometries_of_points(xy: np.ndarray) -> list[QgsGeometry]:
    """QGIS geometries of points; an empty one where a coordinate is NaN."""
    return [
        QgsGeometry.fromPointXY(QgsPointXY(x, y)) if np.isfinite(x + y) else QgsGeometry()
        for x, y in xy.tolist()
    ]


def measure(crs: QgsCoordinateReferenceSystem, context):
    """Ellipsoidal lengths in metres of lines in a CRS."""
    area = QgsDistanceArea()
    area.setSourceCrs(crs, context.transformContext())
    area.setEllipsoid(ELLIPSOID)

    def lengths(lines: Lines) -> np.ndarray:
        return np.array([area.measureLength(one) for one in geometries_of_lines(lines)], float)

    return lengths


def to_lonlat(crs: QgsCoordinateReferenceSystem, context):
    """Longitudes and latitudes of coordinates in a CRS."""
    transform = QgsCoordinateTransform(
        crs, QgsCoordinateReferenceSystem(WGS84), context.transformContext()
    )

    def lonlat(xy: np.ndarray) -> np.ndarray:
        points = [transform.transform(QgsPointXY(x, y)) for x, y in np.asarray(xy).tolist()]
        return np.array([(one.x(), one.y()) for one in points]).reshape(-1, 2)

    return lonlat


def from_lonlat(crs: QgsCoordinateReferenceSystem, context):
    """Coordinates in a CRS of longitudes and latitudes."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), crs, context.transformContext()
    )

    def xy(lonlat: np.ndarray) -> np.ndarray:
        points = [transform.transform(QgsPointXY(x, y)) for x, y in np.asarray(lonlat).tolist()]
        return np.array([(one.x(), one.y()) for one in points]).reshape(-1, 2)

    return xy


def analysis_crs(extent: QgsRectangle, chosen, context) -> QgsCoordinateReferenceSystem:
    """The CRS of an analysis: what the user chose, else TM Baltic, UTM or an equal-area one.

    Parameters
    ----------
    extent : QgsRectangle
        Of the data, in degrees.
    chosen : QgsCoordinateReferenceSystem
        Invalid where the user chose none.

    Raises
    ------
    MissingCrsError
        If the chosen one is geographic or wrong by more than 0.5 % in length over the data.
    InvalidValueError
        If the data spans the antimeridian.
    """
    if extent.width() > 180:
        raise InvalidValueError(
            "the data reaches from one side of the antimeridian (180° east or west) to the other",
            "A network has to lie on one side of it: cut the data there, and look for stray points",
        )
    if chosen.isValid():
        if chosen.isGeographic():
            raise MissingCrsError(
                f"{chosen.authid()} has degrees, lengths and areas need metres",
                "Choose a projected CRS as ANALYSIS_CRS, or leave it empty",
            )
        error = _scale_error(extent, chosen, context)
        if error > LARGEST_SCALE_ERROR:
            raise MissingCrsError(
                f"lengths in {chosen.authid()} are wrong by up to {error:.1%} over this data",
                "Choose another ANALYSIS_CRS, or leave it empty",
            )
        return chosen
    baltic = QgsCoordinateReferenceSystem(TM_BALTIC)
    if baltic.bounds().contains(extent):
        return baltic
    middle = extent.center()
    if extent.width() <= 6:
        zone = int((middle.x() + 180) // 6) + 1
        hemisphere = 32600 if middle.y() >= 0 else 32700
        return QgsCoordinateReferenceSystem(f"EPSG:{hemisphere + zone}")
    return QgsCoordinateReferenceSystem.fromProj(
        f"+proj=laea +lat_0={middle.y():.0f} +lon_0={middle.x():.0f} +ellps=GRS80 +units=m +no_defs"
    )


def _scale_error(extent: QgsRectangle, crs, context) -> float:
    """Largest relative error of a short length at the corners and the middle of the data."""
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(WGS84), crs, context.transformContext()
    )
    area = QgsDistanceArea()
    area.setSourceCrs(QgsCoordinateReferenceSystem(WGS84), context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    errors = []
    for x in (extent.xMinimum(), extent.center().x(), extent.xMaximum()):
        for y in (extent.yMinimum(), extent.center().y(), extent.yMaximum()):
            for dx, dy in ((0.01, 0), (0, 0.01)):
                a, b = QgsPointXY(x, y), QgsPointXY(x + dx, y + dy)
                true = area.measureLine(a, b)
                errors.append(
                    abs(transform.transform(a).distance(transform.transform(b)) / true - 1)
                )
    return max(errors)


def extent_in_degrees(layers, context) -> QgsRectangle:
    """Extent of several layers in longitude and latitude."""
    extent = QgsRectangle()
    for layer in layers:
        transform = QgsCoordinateTransform(
            layer.crs(), QgsCoordinateReferenceSystem(WGS84), context.transformContext()
        )
        try:
            box = transform.transformBoundingBox(layer.extent())
        except QgsCsException:
            raise InvalidValueError(
                "its coordinates lie nowhere on the globe", "Look at the CRS of the layer",
                layer=layer.name(),
            ) from None  # fmt: skip
        if extent.isNull():
            extent = QgsRectangle(box)
        else:
            extent.combineExtentWith(box)
    return extent
