"""Selected features only: the tick beside a layer in every dialog."""

import pytest
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from tests.processing.tools import (
    COARSE,
    PLACES,
    SERVICES,
    TEMPORARY,
    ZONES,
    copy_of,
    rows,
    sample,
)


@pytest.fixture
def selected():
    """A layer of which only the rows are given for which an expression holds."""
    added = []

    def given(reference, expression=""):
        layer = QgsVectorLayer(reference, "some", "ogr")
        QgsProject.instance().addMapLayer(layer)
        added.append(layer.id())
        if expression:
            layer.selectByExpression(expression)
        return QgsProcessingFeatureSourceDefinition(layer.id(), True)

    yield given
    QgsProject.instance().removeMapLayers(added)


def test_selected_rows_are_as_a_layer_of_their_own(run, travel, selected):
    given = {**travel, **PLACES, **SERVICES, "OUTPUT": TEMPORARY}
    alone = copy_of(sample("places"), lambda one: one["country"] == "LV")
    expected = rows(run("serviceaccessibility", **{**given, "PLACES": alone})["OUTPUT"])
    some = selected(sample("places"), "\"country\" = 'LV'")
    assert rows(run("serviceaccessibility", **{**given, "PLACES": some})["OUTPUT"]) == expected
    assert 0 < len(expected) < 247


def test_selected_rows_of_a_text_file(run, selected, tmp_path):
    path = tmp_path / "observed.csv"
    path.write_text(
        "zone,indicator,year,value\n"
        "LV-112,population,2011,40000\nLV-112,population,2021,35000\n"
        "LT-75,population,2011,20000\nLT-75,population,2021,16000\n"
    )

    def told(observations):
        found = run("territorialtrends", **ZONES, OBSERVATIONS=observations, OUTPUT=TEMPORARY)
        return {one["code"] for one in rows(found["OUTPUT"]) if one["last_value"] is not None}

    assert told(str(path)) == {"LV-112", "LT-75"}
    assert told(selected(str(path), "\"zone\" = 'LT-75'")) == {"LT-75"}


@pytest.mark.parametrize(
    ("algorithm", "output", "name", "table", "more"),
    [
        ("serviceaccessibility", "OUTPUT", "PLACES", "places", SERVICES),
        ("serviceaccessibility", "OUTPUT", "SERVICES", "services", SERVICES),
        ("serviceaccessibility", "OUTPUT", "COUNTRIES", "municipalities", SERVICES),
        ("serviceaccessibility", "OUTPUT", "BARRIERS", "coast", SERVICES),
        ("transportperformance", "OUTPUT", "FRAME", "regions", {}),
        ("sharedserviceareas", "AREAS", "STUDY_AREA", "regions", {**SERVICES, **COARSE}),
        ("functionalzones", "ZONES_OUT", "FUA", "regions", ZONES),
        ("functionalzones", "ZONES_OUT", "COMPARE_WITH", "regions",
         {**ZONES, "COMPARE_FIELD": "name"}),
    ],
)  # fmt: skip
def test_nothing_selected_is_refused(
    refused, travel, selected, algorithm, output, name, table, more
):
    given = {**travel, **PLACES, **more, name: selected(sample(table)), output: TEMPORARY}
    message = refused(algorithm, **given)
    assert f"{name} has no rows left" in message and "Selected features only" in message
