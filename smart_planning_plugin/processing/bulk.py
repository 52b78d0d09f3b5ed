"""Rows of a GeoPackage all at once, past QGIS, which hands them out one by one.

The values are those that QGIS gives; where that is not sure, QGIS is asked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain

import numpy as np
from osgeo import gdal, ogr
from qgis.core import NULL, QgsGeometry, QgsProviderRegistry, QgsWkbTypes

WORTH_IT = 2000
LARGE = 2**63
ROWS_AT_ONCE = 8192  # a batch takes the room of its longest text for every row
# GDAL 3.6 gives wrong values of booleans; dates have other shapes
SIMPLE = {
    (ogr.OFTInteger, ogr.OFSTNone),
    (ogr.OFTInteger64, ogr.OFSTNone),
    (ogr.OFTReal, ogr.OFSTNone),
    (ogr.OFTString, ogr.OFSTNone),
}


class Column:
    """The values of one field.

    Attributes
    ----------
    values : array of numbers, list of UTF-8 texts, or None
        Whatever stands for NULL; None where values are of another kind, or of several.
    missing : (n,) bool array
        What is NULL.
    """

    def __init__(self, values, missing: np.ndarray, plain: list | None = None):
        self.values, self.missing = values, missing
        if plain is not None:
            self.plain = plain

    @classmethod
    def of(cls, plain: list) -> Column:
        """Of Python values, None for NULL."""
        kinds = set(map(type, plain)) - {type(None)}
        missing = np.fromiter((one is None for one in plain), bool, len(plain))
        values = None
        whole = kinds == {int} and max(abs(one or 0) for one in plain) < LARGE
        if whole or kinds <= {float}:
            values = np.array([0 if one is None else one for one in plain], *kinds)
        elif kinds == {str}:
            # half a character, which QGIS lets pass, does not stop a run
            values = [b"" if one is None else one.encode(errors="surrogatepass") for one in plain]
        return cls(values, missing, plain)

    @cached_property
    def plain(self) -> list:
        """Python values; None for NULL."""
        if isinstance(self.values, np.ndarray):
            plain = self.values.tolist()
        else:
            known = {one: one.decode() for one in set(self.values)}  # few texts, many rows
            plain = [known[one] for one in self.values]
        for row in np.flatnonzero(self.missing).tolist():
            plain[row] = None
        return plain

    def take(self, rows: np.ndarray) -> Column:
        """The values of some rows, in their order."""
        values = self.values
        some = values[rows] if isinstance(values, np.ndarray) else [values[one] for one in rows]
        return Column(some, self.missing[rows])

    def numbers(self) -> np.ndarray | None:
        """(n,) float array, NaN for NULL; None where these are no numbers."""
        if isinstance(self.values, np.ndarray):
            return np.where(self.missing, np.nan, self.values)
        return None

    def fingerprint(self) -> Iterator[bytes]:
        """What tells these values from others."""
        if self.values is None:
            yield repr(self.plain).encode()
            return
        if isinstance(self.values, np.ndarray):
            kind, known = self.values.dtype.kind, np.where(self.missing, 0, self.values)
            text = b""
        else:
            text = b"".join(self.values)
            kind, known = "s", np.fromiter(map(len, self.values), np.int64, len(self.values))
        yield b"" if self.missing.all() else kind.encode()
        yield np.ascontiguousarray(known.astype(known.dtype.newbyteorder("<"))).tobytes()
        yield np.packbits(self.missing).tobytes()
        yield text


class ColumnRows(Sequence):
    """Rows of attributes that are kept as columns."""

    def __init__(self, columns: list[Column], size: int):
        self.columns, self._size = columns, size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, row):
        return [NULL if one.missing[row] else one.plain[row] for one in self.columns]


class Geometries(Sequence):
    """Geometries that are made of their well-known binary when they are asked for."""

    def __init__(self, shapes: list[bytes]):
        self.shapes = shapes

    def __len__(self) -> int:
        return len(self.shapes)

    def __getitem__(self, row):
        geometry = QgsGeometry()
        geometry.fromWkb(self.shapes[row])
        return geometry


class Table:
    """All rows of a table.

    Attributes
    ----------
    ids : (n,) int array
        Feature ids.
    geometries : Geometries or None
        Only where a geometry column was read.
    """

    def __init__(self, ids: np.ndarray, columns: list[Column], shapes: list[bytes] | None = None):
        self.ids, self._columns = ids, columns
        self.geometries = None if shapes is None else Geometries(shapes)

    def rows(self, ids: np.ndarray) -> ColumnRows | None:
        """The rows of some features, in their order; None where one of them is not there."""
        if np.array_equal(ids, self.ids):
            return ColumnRows(self._columns, len(ids))
        order = np.argsort(self.ids, kind="stable")
        at = np.searchsorted(self.ids[order], ids)
        if not len(self.ids) or (self.ids[order][at % len(order)] != ids).any():
            return None
        return ColumnRows([one.take(order[at]) for one in self._columns], len(ids))


def read_table(layer, source, shapes: bool, progress) -> Table | None:
    """The rows of a layer, None where QGIS has to read them.

    Parameters
    ----------
    layer : QgsMapLayer or None
    source : QgsProcessingFeatureSource
        Of that layer.
    shapes : bool
        Read geometries, too, where all rows of the table are rows of the layer.
    progress : callable
    """
    names = source.fields().names()
    if (
        source.featureCount() < WORTH_IT
        or layer is None
        or layer.providerType() != "ogr"
        or layer.dataProvider().storageType() != "GPKG"
        or layer.isEditable()
        or source.featureCount() < layer.featureCount()
        or not names == layer.fields().names() == layer.dataProvider().fields().names()
        or not hasattr(ogr.Layer, "GetArrowStreamAsNumPy")  # before GDAL 3.6
    ):
        return None
    uri = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    filtered = {name for name, value in uri.items() if value} - {"path", "layerName"}
    try:
        file = gdal.OpenEx(uri["path"], gdal.OF_VECTOR | gdal.OF_READONLY)
        # without a name QGIS takes the first one
        named = uri.get("layerName")
        table = file and (file.GetLayerByName(named) if named else file.GetLayer(0))
        rows = _read(table, names, shapes and not filtered, progress) if table else None
    except (RuntimeError, UnicodeDecodeError):
        return None
    if rows and rows.geometries and not _as_qgis(rows.geometries.shapes, layer.wkbType()):
        rows.geometries = None
    return rows


def _as_qgis(shapes: list[bytes], kind) -> bool:
    """Whether QGIS gives these shapes as they are: it makes several parts of one where all have."""
    if not QgsWkbTypes.isMultiType(kind):
        return True
    header = b"\x01" + int(kind).to_bytes(4, "little")
    return all(one.startswith(header) for one in shapes if one)


def _read(table, names: list[str], shapes: bool, progress) -> Table | None:
    definition, key = table.GetLayerDefn(), table.GetFIDColumn()
    fields = [definition.GetFieldDefn(one) for one in range(definition.GetFieldCount())]
    if {(one.GetType(), one.GetSubType()) for one in fields} - SIMPLE:
        return None
    if not key or names != [key, *(one.GetName() for one in fields)]:
        return None
    geometry = table.GetGeometryColumn() if shapes else ""
    if not geometry:
        table.SetIgnoredFields(["OGR_GEOMETRY"])
    columns: list[list] = [[] for _ in names]
    stored: list[bytes] = []
    options = ["INCLUDE_FID=YES", f"MAX_FEATURES_IN_BATCH={ROWS_AT_ONCE}"]
    total, seen = max(table.GetFeatureCount(), 1), 0
    for batch in table.GetArrowStreamAsNumPy(options):
        for name, column in zip(names, columns):
            column.append(_column(batch[name]))
        if geometry:
            stored += [one or b"" for one in batch[geometry].tolist()]
        seen += len(batch[key])
        progress(min(seen / total, 1.0))
    if not seen:
        return None
    joined = [_joined(one) for one in columns]
    return Table(joined[0].values, joined, stored if geometry else None)


def _column(array) -> Column:
    missing = np.ma.getmaskarray(array)
    if array.dtype.kind in "SO":
        known: dict = {}  # one object for each text, not for each row
        texts = [known.setdefault(one, one) if one else b"" for one in array.tolist()]
        if array.dtype.kind == "O":
            texts = [one.encode() if isinstance(one, str) else one for one in texts]
        b"\0".join(texts).decode()  # so that what is no text is found at once
        return Column(texts, missing)
    kind = float if array.dtype.kind == "f" else np.int64
    return Column(np.ma.getdata(array).astype(kind), missing)


def _joined(parts: list[Column]) -> Column:
    values = [one.values for one in parts]
    numbers = isinstance(values[0], np.ndarray)
    whole = np.concatenate(values) if numbers else list(chain.from_iterable(values))
    return Column(whole, np.concatenate([one.missing for one in parts]))
