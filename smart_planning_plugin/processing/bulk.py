"""Rows of a GeoPackage all at once, past QGIS, which hands them out one by one.

The values are those that QGIS gives; where that is not sure, QGIS is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from osgeo import gdal, ogr
from qgis.core import NULL, QgsGeometry, QgsProviderRegistry, QgsWkbTypes

WORTH_IT = 2000
ROWS_AT_ONCE = 8192  # a batch takes the room of its longest text for every row
# GDAL 3.6 gives wrong values of booleans; dates have other shapes
SIMPLE = {
    (ogr.OFTInteger, ogr.OFSTNone),
    (ogr.OFTInteger64, ogr.OFSTNone),
    (ogr.OFTReal, ogr.OFSTNone),
    (ogr.OFTString, ogr.OFSTNone),
}


class ColumnRows(Sequence):
    """Rows of attributes that are kept as columns, with None for NULL in these."""

    def __init__(self, columns: list[list], size: int):
        self.columns, self._size = columns, size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, row):
        return [NULL if one[row] is None else one[row] for one in self.columns]


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

    def __init__(self, ids: np.ndarray, columns: list[list], shapes: list[bytes] | None = None):
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
        at = order[at].tolist()
        return ColumnRows([[one[row] for row in at] for one in self._columns], len(ids))


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
    known: list[bytes] = []
    options = ["INCLUDE_FID=YES", f"MAX_FEATURES_IN_BATCH={ROWS_AT_ONCE}"]
    total = max(table.GetFeatureCount(), 1)
    for batch in table.GetArrowStreamAsNumPy(options):
        for name, column in zip(names, columns):
            column += _values(batch[name])
        if geometry:
            known += [one or b"" for one in batch[geometry].tolist()]
        progress(min(len(columns[0]) / total, 1.0))
    return Table(np.array(columns[0], np.int64), columns, known if geometry else None)


def _values(array) -> list:
    values = array.tolist()  # of a masked array: None where it is masked
    if array.dtype.kind not in "SO":
        return values
    # the same few texts stand in many rows
    known = {one: one.decode() if isinstance(one, bytes) else one for one in set(values)}
    return [known[one] for one in values]
