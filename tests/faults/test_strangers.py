"""Names and projects from strangers: they are shown as they are written, and run nothing."""

import zipfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsLayoutItemLabel,
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
)

from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.processing.layers import extent_in_degrees
from tests.processing.tools import (
    PLACES,
    SERVICES,
    copy_of,
    inside,
    left_behind,
    rows,
    sample,
)  # fmt: skip

SCRIPT = "<script>alert(1)</script>"
NAMES = [
    SCRIPT, "' OR '1'='1", '"; DROP TABLE places; --', "\u202eabc\u202c", "😀🏥",
    "../../etc/passwd", "[% 6 * 7 %]", "{{ 6 * 8 }}", "=6*9",
]  # fmt: skip


@pytest.mark.parametrize("kind", ["type", "name"])
def test_names_come_out_as_they_went_in(run, travel, tmp_path, kind):
    number = iter(range(10**6))

    def change(row):
        row[kind] = NAMES[next(number) % len(NAMES)]

    services = copy_of(sample("services"), change)
    path = tmp_path / "study.gpkg"
    made = run(
        "serviceaccessibility",
        **travel, **PLACES, **{**SERVICES, "SERVICES": services, "SERVICE_TYPES": None},
        OUTPUT=inside(path, "access"), SERVICES_OUT=inside(path, "services_out"),
        PLOTS=str(tmp_path / "plots.html"),
    )  # fmt: skip
    assert {one[kind] for one in rows(made["SERVICES_OUT"])} == set(NAMES)
    page = (tmp_path / "plots.html").read_text(encoding="utf-8")
    assert SCRIPT not in page
    assert left_behind(tmp_path) == []


def test_a_title_is_no_expression_and_a_project_has_no_macros(run, travel, tmp_path):
    path = tmp_path / "study.gpkg"
    run("sharedserviceareas", **travel, **PLACES, **SERVICES, CELL_SIZE=8000,
        AREAS=inside(path, "shared_areas"))  # fmt: skip
    project_file = tmp_path / "study.qgz"
    title = f"[% 6 * 7 %] {SCRIPT}"
    run("buildproject", STUDY=str(path), TITLE=title, PROJECT=str(project_file), PAGES=["a4", "a4"])
    project = QgsProject()
    assert project.read(str(project_file))
    said = [
        item.currentText()
        for layout in project.layoutManager().printLayouts()
        for item in layout.items()
        if isinstance(item, QgsLayoutItemLabel)
    ]
    names = [one.name() for one in project.layoutManager().printLayouts()]
    assert len(names) == len(set(names))  # a page asked for twice is made once
    assert said and not any("42" in one for one in said)
    with zipfile.ZipFile(project_file) as packed:
        assert all("/" not in one and ".." not in one for one in packed.namelist())
        (xml,) = (packed.read(one).decode() for one in packed.namelist() if one.endswith(".qgs"))
    assert "<Macros" not in xml and "pythonCode" not in xml


def test_no_name_leads_out_of_its_folder(run, refused, travel, tmp_path):
    """Tables, types, places and titles that look like paths write nothing where they point to."""
    paths = ["../../../out", "..\\..\\out", f"{tmp_path}/out", "C:\\out", "a/../../../../out.gpkg"]
    number = iter(range(10**6))

    def change(row):
        row["name"] = (
            row["place_id" if "place_id" in row else "service_id"]
            + paths[next(number) % len(paths)]
        )
        if row.get("type"):
            row["type"] = f"../../{row['type']}"

    folder = tmp_path / "deep" / "down" / "here"
    folder.mkdir(parents=True)
    path, project = folder / "study.gpkg", folder / "study.qgz"
    given = {
        **travel, **PLACES, **SERVICES, "CELL_SIZE": 8000, "MIN_SHARE": 0,
        "PLACES": copy_of(sample("places"), change), "SERVICE_TYPES": None,
        "SERVICES": copy_of(sample("services"), change),
    }  # fmt: skip
    message = refused("sharedserviceareas", **given, AREAS=inside(path, "../../out"))
    assert "layer name may not contain special characters" in message
    run("sharedserviceareas", **given, AREAS=inside(path, "a/../../out"),
        FACILITIES=inside(path, "a\\..\\out"))  # fmt: skip
    run("buildproject", STUDY=str(path), TITLE=paths[0], PROJECT=str(project),
        MAPS_FOLDER=str(folder / "maps"))  # fmt: skip
    run("handbook", STUDY=str(path), PROJECT=str(project), TITLE=paths[1], PDF=False,
        HANDBOOK_FOLDER=str(folder / "handbook"))  # fmt: skip
    made = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert len(made) > 8
    assert [one for one in made if folder not in one.parents] == []
    for one in folder.rglob("*"):
        if zipfile.is_zipfile(one):
            with zipfile.ZipFile(one) as packed:
                for name in packed.namelist():
                    assert not Path(name).is_absolute() and ".." not in Path(name).parts


def test_a_layer_that_lies_nowhere_on_the_globe():
    layer = QgsVectorLayer("LineString?crs=EPSG:3059", "far", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING(1e8 1e8, 1e9 1e9)"))
    layer.dataProvider().addFeatures([feature])
    layer.updateExtents()
    with pytest.raises(SmartPlanningError, match="nowhere on the globe"):
        extent_in_degrees([layer], QgsProcessingContext())
