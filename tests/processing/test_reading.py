"""Layers read through GDAL in columns are the same as those that QGIS hands out row by row."""

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from osgeo import ogr, osr
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
)

from smart_planning_plugin.processing import bulk
from smart_planning_plugin.processing.fields import WHOLE
from smart_planning_plugin.processing.layers import read_layer
from tests.processing.tools import sample

KINDS = {
    "number": (ogr.OFTInteger, st.integers(-(2**31), 2**31 - 1)),
    "big": (ogr.OFTInteger64, st.integers(-(2**62), 2**62)),
    "real": (ogr.OFTReal, st.floats(allow_nan=False, allow_infinity=False)),
    "text": (ogr.OFTString, st.text("aĀčž 07'\"\n€", max_size=6)),
}
row = st.fixed_dictionaries(
    {name: st.one_of(st.none(), values) for name, (_, values) in KINDS.items()}
)


def write(path, rows, ids=None, extra=None, sub=ogr.OFSTNone):
    """A GeoPackage of points with the fields of KINDS."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    database = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = database.CreateLayer("rows", reference, ogr.wkbPoint)
    for name, (kind, _) in KINDS.items():
        layer.CreateField(ogr.FieldDefn(name, kind))
    if extra is not None:
        field = ogr.FieldDefn("extra", extra)
        field.SetSubType(sub)
        layer.CreateField(field)
    for number, values in enumerate(rows):
        feature = ogr.Feature(layer.GetLayerDefn())
        if ids is not None:
            feature.SetFID(ids[number])
        for name, value in values.items():
            if value is not None:
                feature.SetField(name, value)
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({21 + number / 1000} 56)"))
        layer.CreateFeature(feature)
    del layer, database
    return QgsVectorLayer(f"{path}|layername=rows", "rows", "ogr")


class Any(QgsProcessingAlgorithm):
    """Asks for a layer."""

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFeatureSource("INPUT"))


def read(layer, selected=False, crs="EPSG:25884"):
    context, asked = QgsProcessingContext(), Any()
    context.setProject(QgsProject.instance())
    asked.initAlgorithm()
    QgsProject.instance().addMapLayer(layer)
    value = QgsProcessingFeatureSourceDefinition(layer.id(), selected)
    source = asked.parameterAsSource({"INPUT": value}, "INPUT", context)
    crs = QgsCoordinateReferenceSystem(crs)
    return read_layer(source, crs, context, lambda share: None, layer)


def both(layer, monkeypatch, by_gdal=True, selected=False, crs="EPSG:25884"):
    """What is read by QGIS alone, after it was compared with what is read through GDAL."""
    monkeypatch.setattr(bulk, "WORTH_IT", 10**9)
    slow = read(layer, selected, crs)
    monkeypatch.setattr(bulk, "WORTH_IT", 0)
    monkeypatch.setattr(bulk, "ROWS_AT_ONCE", 3)
    fast = read(layer, selected, crs)
    assert isinstance(fast.rows, bulk.ColumnRows) == by_gdal
    assert len(fast) == len(slow)
    for one, other in zip(fast.columns, slow.columns):
        assert one.plain == other.plain
        assert list(map(type, one.plain)) == list(map(type, other.plain))
        assert one.missing.tolist() == other.missing.tolist()
        if one.numbers() is not None and other.numbers() is not None:
            np.testing.assert_array_equal(one.numbers(), other.numbers())
    assert [list(one) for one in fast.rows] == [list(one) for one in slow.rows]
    assert fast.ids.tolist() == slow.ids.tolist()
    assert fast.shapes == slow.shapes
    assert fast.digest == slow.digest
    assert [one.asWkt() for one in fast.geometries] == [one.asWkt() for one in slow.geometries]
    return slow


@pytest.fixture
def patch():
    with pytest.MonkeyPatch.context() as made:
        yield made


@given(st.lists(row, min_size=1, max_size=10))
@settings(
    derandomize=True,
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_values(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("rows") / "rows.gpkg"
    with pytest.MonkeyPatch.context() as patch:
        data = both(write(path, rows), patch)
    assert data.column("text").tolist() == [one["text"] for one in rows]
    assert data.column("big").tolist() == [one["big"] for one in rows]


ROWS = [{"number": n, "big": n * 10, "real": n / 3, "text": f"0{n}"} for n in range(9)]


def test_only_what_a_filter_or_a_selection_leaves(tmp_path, patch):
    layer = write(tmp_path / "a.gpkg", ROWS, ids=[3, 1, 900, 8, 7, 20, 21, 4, 5])
    assert both(layer, patch).column("number").dropna().tolist() == [1, 0, 7, 8, 4, 3, 5, 6, 2]
    layer.setSubsetString("number > 5")
    assert both(layer, patch).column("number").tolist() == [7, 8, 6]
    layer.setSubsetString("")
    layer.selectByExpression("number > 6")
    assert both(layer, patch, by_gdal=False, selected=True).column("number").tolist() == [7, 8]


def test_what_gdal_cannot_know_is_asked_of_qgis(tmp_path, patch):
    dated = write(tmp_path / "dated.gpkg", ROWS, extra=ogr.OFTDate)
    both(dated, patch, by_gdal=False)
    facts = [{**one, "extra": one["number"] % 2} for one in ROWS]
    facts = write(tmp_path / "facts.gpkg", facts, extra=ogr.OFTInteger, sub=ogr.OFSTBoolean)
    assert both(facts, patch, by_gdal=False).column("extra").tolist()[:2] == [False, True]
    changed = write(tmp_path / "changed.gpkg", ROWS)
    changed.addExpressionField("number * 2", QgsField("twice", WHOLE))
    assert both(changed, patch, by_gdal=False).column("twice").tolist() == list(range(0, 18, 2))
    edited = write(tmp_path / "edited.gpkg", ROWS)
    edited.startEditing()
    edited.changeAttributeValue(1, edited.fields().lookupField("number"), 77)
    assert both(edited, patch, by_gdal=False).column("number").tolist()[0] == 77
    edited.rollBack()
    both(edited, patch)


def test_tables_and_layers_of_the_sample(patch):
    for name in ("places", "services", "roads_lv", "municipalities"):
        layer = QgsVectorLayer(sample(name), name, "ogr")
        assert layer.isValid()
        both(layer, patch, by_gdal=name != "service_types")


SHAPES = [
    "POINT (21 56)", "POINT EMPTY", "LINESTRING Z (21 56 1, 22 57 2)", "LINESTRING EMPTY",
    "MULTILINESTRING ((21 56, 22 57))", "POLYGON ((21 56, 22 56, 22 57, 21 56))",
    "CIRCULARSTRING (0 0, 1 1, 2 0)", "POINT M (21 56 7)",
    "GEOMETRYCOLLECTION (POINT (21 56), LINESTRING (21 56, 22 57))", "", "POINT (22 57)",
]  # fmt: skip


@pytest.mark.parametrize("kind", [ogr.wkbUnknown, ogr.wkbPoint, ogr.wkbMultiLineString])
def test_geometries_as_they_are_stored(tmp_path, patch, kind):
    layer = write(tmp_path / "shapes.gpkg", ROWS[:1] * len(SHAPES))
    del layer
    database = ogr.Open(str(tmp_path / "shapes.gpkg"), update=True)
    table = database.CreateLayer("shapes", database.GetLayer(0).GetSpatialRef(), kind)
    table.CreateField(ogr.FieldDefn("number", ogr.OFTInteger))
    for number, shape in enumerate(SHAPES):
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetField("number", number)
        if shape:
            feature.SetGeometry(ogr.CreateGeometryFromWkt(shape))
        table.CreateFeature(feature)
    del feature, table, database
    layer = QgsVectorLayer(f"{tmp_path}/shapes.gpkg|layername=shapes", "shapes", "ogr")
    assert len(both(layer, patch, crs="EPSG:4326")) == len(SHAPES)
    layer.setSubsetString("number > 5")
    assert len(both(layer, patch, crs="EPSG:4326")) == len(SHAPES) - 6
    if kind == ogr.wkbUnknown:
        some = QgsVectorLayer(f"{layer.source().split('|')[0]}|layername=shapes|geometrytype=Point",
                              "points", "ogr")  # fmt: skip
        assert len(both(some, patch, crs="EPSG:4326")) == 4


def test_a_file_named_without_its_table(tmp_path, patch):
    write(tmp_path / "rows.gpkg", ROWS)
    ogr.Open(str(tmp_path / "rows.gpkg"), update=True).CreateLayer("another", None, ogr.wkbNone)
    layer = QgsVectorLayer(str(tmp_path / "rows.gpkg"), "rows", "ogr")
    assert len(both(layer, patch)) == len(both(layer, patch, crs="EPSG:4326")) == len(ROWS)


def test_rows_of_columns():
    rows = bulk.ColumnRows([bulk.Column.of([1, None]), bulk.Column.of(["a", "b"])], 2)
    assert [list(one) for one in rows] == [[1, "a"], [NULL, "b"]]
    columns = [bulk.Column.of([5, 3]), bulk.Column.of(["five", "three"])]
    table = bulk.Table(np.array([5, 3]), columns)
    assert [one.plain for one in table.rows(np.array([3, 5])).columns] == [
        [3, 5],
        ["three", "five"],
    ]
    assert table.rows(np.array([3, 4])) is None
    assert table.rows(np.array([9])) is None


def test_half_a_character_does_not_stop_a_run():
    half, other = bulk.Column.of(["\ud800", None]), bulk.Column.of(["\ud801", None])
    assert half.plain == ["\ud800", None]
    assert list(half.fingerprint()) != list(other.fingerprint())
