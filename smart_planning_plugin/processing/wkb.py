"""Coordinates from well-known binary: plain lines and points all at once, the rest one by one."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsGeometry, QgsWkbTypes

from ..core.network.lines import Lines, offsets_of

HEADER = 9  # byte order, kind, number of points
POINT, LINE = 1, 2


def _headers(shapes: list[bytes], size: int):
    """Rows of the shapes that are at least so long, their lengths, and their first bytes."""
    lengths = np.fromiter(map(len, shapes), np.int64, len(shapes))
    rows = np.flatnonzero(lengths >= size)
    heads = b"".join([shapes[row][:size] for row in rows.tolist()])
    heads = np.frombuffer(heads, "u1").reshape(-1, size)
    little = heads[:, 0] == 1
    kind = np.ascontiguousarray(heads[:, 1:5]).view("<u4").ravel()
    return rows[little], lengths[rows][little], heads[little], kind[little]


def plain_lines(shapes: list[bytes]) -> tuple[Lines, np.ndarray]:
    """Those shapes that are lines in two dimensions, and their rows.

    Parameters
    ----------
    shapes : list of bytes

    Returns
    -------
    lines : Lines
    row : (n,) int array
        Other shapes, and lines with less than two or with broken vertices, are left out.
    """
    rows, lengths, heads, kind = _headers(shapes, HEADER)
    count = np.ascontiguousarray(heads[:, 5:9]).view("<u4").ravel()
    plain = (kind == LINE) & (count >= 2) & (lengths == HEADER + 16 * count.astype(np.int64))
    rows, count = rows[plain], count[plain]
    blob = b"".join([shapes[row][HEADER:] for row in rows.tolist()])
    lines = Lines(np.frombuffer(blob, "<f8").reshape(-1, 2), offsets_of(count))
    whole = np.isfinite(lines.xy).all(axis=1)
    if whole.all():
        return lines, rows
    broken = np.bincount(lines.line_of_vertex, ~whole, minlength=len(lines)) > 0
    return lines.take(np.flatnonzero(~broken)), rows[~broken]


def points_of(shapes: list[bytes]) -> tuple[np.ndarray, np.ndarray]:
    """(n, 2) coordinates of those shapes that are points in two dimensions, and which they are."""
    xy, known = np.full((len(shapes), 2), np.nan), np.zeros(len(shapes), dtype=bool)
    rows, lengths, heads, kind = _headers(shapes, 21)
    plain = (kind == POINT) & (lengths == 21)
    xy[rows[plain]] = np.ascontiguousarray(heads[plain, 5:21]).view("<f8")
    known[rows[plain]] = True
    return xy, known


def parts_of(geometry: QgsGeometry):
    """Coordinates of the lines or rings of a geometry, of whatever dimension, without Z and M."""
    if geometry.isNull() or geometry.isEmpty():
        return
    if QgsWkbTypes.isCurvedType(geometry.wkbType()):
        geometry = QgsGeometry(geometry.constGet().segmentize())
    if QgsWkbTypes.hasZ(geometry.wkbType()) or QgsWkbTypes.hasM(geometry.wkbType()):
        flat = geometry.constGet().clone()
        flat.dropZValue()
        flat.dropMValue()
        geometry = QgsGeometry(flat)
    yield from _coordinates(bytes(geometry.asWkb()))


def _coordinates(wkb: bytes):
    """Walk through well-known binary: lines and rings come out, collections are opened."""
    position = 0

    def number():
        nonlocal position
        value = int(np.frombuffer(wkb, "<u4", 1, position)[0])
        position += 4
        return value

    def points():
        nonlocal position
        count = number()
        xy = np.frombuffer(wkb, "<f8", 2 * count, position).reshape(-1, 2)
        position += 16 * count
        return xy

    def geometry():
        nonlocal position
        position += 1
        kind = number()
        if kind == QgsWkbTypes.Type.LineString:
            yield points()
        elif kind == QgsWkbTypes.Type.Polygon:
            for _ in range(number()):
                yield points()
        elif kind in (
            QgsWkbTypes.Type.MultiLineString,
            QgsWkbTypes.Type.MultiPolygon,
            QgsWkbTypes.Type.GeometryCollection,
        ):
            for _ in range(number()):
                yield from geometry()

    yield from geometry()
