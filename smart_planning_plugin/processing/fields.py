"""Fields and values, the same on QGIS 3.22 and 4."""

from __future__ import annotations

import datetime

import numpy as np
from qgis.core import NULL, Qgis, QgsField, QgsFields
from qgis.PyQt.QtCore import QDate, QDateTime, QMetaType, QTime, QVariant

if Qgis.QGIS_VERSION_INT >= 33800:
    TEXT, WHOLE, REAL = QMetaType.Type.QString, QMetaType.Type.LongLong, QMetaType.Type.Double
else:
    TEXT, WHOLE, REAL = QVariant.String, QVariant.LongLong, QVariant.Double

TYPE_OF_KIND = {"i": WHOLE, "u": WHOLE, "b": WHOLE, "f": REAL, "O": TEXT, "U": TEXT}
SHAPEFILE_NAME_LENGTH = 10
PLAIN = {int, float, str, bool, bytes, type(None)}


def fields_of(table) -> QgsFields:
    """Fields for the columns of a DataFrame."""
    fields = QgsFields()
    for name in table.columns:
        fields.append(QgsField(str(name), TYPE_OF_KIND[table[name].dtype.kind]))
    return fields


def values_of(table) -> list[tuple]:
    """Rows of a DataFrame as values a feature takes; missing ones are NULL."""
    columns = []
    for name in table.columns:
        column = table[name]
        empty = column.isna().to_numpy()
        values = (column.astype(int) if column.dtype.kind == "b" else column).tolist()
        if column.dtype.kind == "O" or not isinstance(column.dtype, np.dtype):
            values = [one.item() if isinstance(one, np.generic) else one for one in values]
        for row in np.flatnonzero(empty).tolist():
            values[row] = NULL
        columns.append(values)
    return list(zip(*columns)) if columns else [() for _ in range(len(table))]


def python_values(column) -> list:
    """Plain Python values of a column, None for NULL."""
    kinds = set(map(type, column))
    if kinds <= PLAIN:  # asking each value is what takes time
        return list(column)
    if kinds <= {*PLAIN, QVariant}:  # what is left as a QVariant is NULL
        return [
            one if type(one) is not QVariant else None if one.isNull() else python_value(one)
            for one in column
        ]
    return [python_value(one) for one in column]


def python_value(value):
    """A plain Python value of an attribute, None for NULL."""
    if type(value) in PLAIN:  # most are, and asking whether they are NULL takes long
        return value
    if value is None or value == NULL:
        return None
    if isinstance(value, QDate):
        return datetime.date(value.year(), value.month(), value.day()).isoformat()
    if isinstance(value, (QDateTime, QTime)):
        return value.toString()
    return value
