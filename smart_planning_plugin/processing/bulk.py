"""Attributes of a GeoPackage all at once, past QGIS, which hands them out one by one.

The values are those that QGIS gives; where that is not sure, QGIS is asked.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from osgeo import gdal, ogr
from qgis.core import NULL, QgsProviderRegistry

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


class Table:
    """All attributes of a table, by feature id."""

    def __init__(self, ids: np.ndarray, columns: list[list]):
        self._ids, self._columns = ids, columns

    def rows(self, ids: np.ndarray) -> ColumnRows | None:
        """The rows of some features, in their order; None where one of them is not there."""
        if np.array_equal(ids, self._ids):
            return ColumnRows(self._columns, len(ids))
        order = np.argsort(self._ids, kind="stable")
        at = np.searchsorted(self._ids[order], ids)
        if not len(self._ids) or (self._ids[order][at % len(order)] != ids).any():
            return None
        at = order[at].tolist()
        return ColumnRows([[one[row] for row in at] for one in self._columns], len(ids))


def read_table(layer, source) -> Table | None:
    """The attributes of a layer, None where QGIS has to read them.

    Parameters
    ----------
    layer : QgsMapLayer or None
    source : QgsProcessingFeatureSource
        Of that layer.
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
    try:
        file = gdal.OpenEx(uri["path"], gdal.OF_VECTOR | gdal.OF_READONLY)
        table = file.GetLayerByName(uri["layerName"]) if file and uri.get("layerName") else None
        return None if table is None else _read(table, names)
    except (RuntimeError, UnicodeDecodeError):
        return None


def _read(table, names: list[str]) -> Table | None:
    definition, key = table.GetLayerDefn(), table.GetFIDColumn()
    fields = [definition.GetFieldDefn(one) for one in range(definition.GetFieldCount())]
    if {(one.GetType(), one.GetSubType()) for one in fields} - SIMPLE:
        return None
    if not key or names != [key, *(one.GetName() for one in fields)]:
        return None
    table.SetIgnoredFields(["OGR_GEOMETRY"])
    columns: list[list] = [[] for _ in names]
    options = ["INCLUDE_FID=YES", f"MAX_FEATURES_IN_BATCH={ROWS_AT_ONCE}"]
    for batch in table.GetArrowStreamAsNumPy(options):
        for name, column in zip(names, columns):
            column += _values(batch[name])
    return Table(np.array(columns[0], np.int64), columns)


def _values(array) -> list:
    values = array.tolist()  # of a masked array: None where it is masked
    if array.dtype.kind not in "SO":
        return values
    # the same few texts stand in many rows
    known = {one: one.decode() if isinstance(one, bytes) else one for one in set(values)}
    return [known[one] for one in values]
