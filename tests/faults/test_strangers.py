"""Names and projects from strangers: they are shown as they are written, and run nothing."""

import zipfile

import pytest
from qgis.core import QgsLayoutItemLabel, QgsProject

from tests.processing.tools import PLACES, SERVICES, copy_of, inside, left_behind, rows, sample

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
    run("buildproject", STUDY=str(path), TITLE=title, PROJECT=str(project_file))
    project = QgsProject()
    assert project.read(str(project_file))
    said = [
        item.currentText()
        for layout in project.layoutManager().printLayouts()
        for item in layout.items()
        if isinstance(item, QgsLayoutItemLabel)
    ]
    assert said and not any("42" in one for one in said)
    with zipfile.ZipFile(project_file) as packed:
        assert all("/" not in one and ".." not in one for one in packed.namelist())
        (xml,) = (packed.read(one).decode() for one in packed.namelist() if one.endswith(".qgs"))
    assert "<Macros" not in xml and "pythonCode" not in xml
