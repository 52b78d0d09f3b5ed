"""The whole study in one run: whole, the same as its steps, and going on after an error."""

import json
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from smart_planning_plugin.cartography.identity import kind_of
from smart_planning_plugin.processing import chain, study
from smart_planning_plugin.processing.provider import ALGORITHMS
from tests.processing.tools import (
    COARSE,
    PLACES,
    ROADS,
    SERVICES,
    TRAVEL,
    Feedback,
    content,
    copy_of,
    inside,
    sample,
)

THERE = {name.partition(".")[2] for name in ALGORITHMS}
GIVEN = {**ROADS, **TRAVEL, **PLACES, **SERVICES, **COARSE}
STEPS = ["network", "shared"]


def skipped(feedback):
    return [one.split(" ")[0] for one in feedback.messages if " is done: " in one]


def begun(feedback):
    return [one.split(" ")[0] for one in feedback.messages if one.endswith(" …")]


@pytest.fixture(scope="module")
def made(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("whole") / "study.gpkg"
    done = run("crossborderstudy", **GIVEN, STEPS=STEPS, STUDY=str(path))
    assert done["STUDY"] == str(path)
    return path, run.feedback


def test_each_step_leaves_its_tables(made):
    path, _ = made
    for link in chain.CHAIN:
        if link.step in STEPS and link.name in THERE and link.tables:
            for output, table in link.tables.items():
                layer = QgsVectorLayer(f"{path}|layername={table}", table, "ogr")
                assert layer.isValid() and kind_of(layer) == f"{link.name}.{output}"


def test_it_gives_what_the_algorithms_give_one_by_one(made, run, tmp_path):
    path, _ = made
    alone = tmp_path / "alone.gpkg"
    run("buildroadnetwork", **ROADS, EDGES=inside(alone, "edges"))
    run(
        "sharedserviceareas", **TRAVEL, **PLACES, **SERVICES, **COARSE,
        NETWORK=f"{alone}|layername=edges", STUDY_AREA=ROADS["COUNTRIES"],
        AREAS=inside(alone, "areas"),
    )  # fmt: skip
    assert content(f"{path}|layername=edges") == content(f"{alone}|layername=edges")
    assert content(f"{path}|layername=shared_areas") == content(f"{alone}|layername=areas")


def test_run_again_it_repeats_nothing(made, run):
    path, first = made
    before = path.stat().st_size
    run("crossborderstudy", **GIVEN, STEPS=STEPS, STUDY=str(path))
    assert begun(run.feedback) == []
    assert skipped(run.feedback) == begun(first)
    assert path.stat().st_size == before


def test_another_threshold_repeats_only_what_uses_it(made, run):
    path, _ = made
    run("crossborderstudy", **{**GIVEN, "CELL_SIZE": 5000}, STEPS=STEPS, STUDY=str(path))
    assert "buildroadnetwork" in skipped(run.feedback)
    assert "sharedserviceareas" in begun(run.feedback)


def test_changed_data_are_read_again(run, tmp_path):
    path, services = tmp_path / "study.gpkg", tmp_path / "services.geojson"

    def write():
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GeoJSON"
        layer = copy_of(sample("services"))
        QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(services), layer.transformContext(), options
        )

    write()
    given = {**GIVEN, "SERVICES": str(services), "CELL_SIZE": 8000}
    run("crossborderstudy", **given, STEPS=STEPS, STUDY=str(path))
    write()
    run("crossborderstudy", **given, STEPS=STEPS, STUDY=str(path))
    assert "buildroadnetwork" in skipped(run.feedback)
    assert "sharedserviceareas" in begun(run.feedback)


def test_after_an_error_it_goes_on_where_it_was(run, tmp_path):
    path = tmp_path / "study.gpkg"
    # found only when the services are read, not in structure
    wrong = copy_of(sample("services"), lambda one: one.update(capacity=-1))
    with pytest.raises(QgsProcessingException, match="haredserviceareas failed"):
        run(
            "crossborderstudy",
            **{**GIVEN, "SERVICES": wrong, "CAPACITY_FIELD": "capacity"},
            STEPS=STEPS,
            STUDY=str(path),
        )
    run("crossborderstudy", **GIVEN, STEPS=STEPS, STUDY=str(path))
    assert "buildroadnetwork" in skipped(run.feedback)
    assert "sharedserviceareas" in begun(run.feedback)


def test_it_ends_in_a_project_and_a_handbook(made, run, tmp_path):
    """Of what is there already; after an error, too, with the names and types it was given."""
    path, _ = made
    folder, project = tmp_path / "handbook", tmp_path / "study.qgz"
    given = {**GIVEN, "STEPS": STEPS, "STUDY": str(path), "HANDBOOK_FOLDER": str(folder)}
    given.update(LANGUAGES=["lv"], TITLE="Abpus robežai")
    wrong = copy_of(sample("names"), lambda one: one.update(language="xx"))
    with pytest.raises(QgsProcessingException, match=r"Handbook failed: .* more\). What was made"):
        run("crossborderstudy", **given, NAMES=wrong)
    assert not folder.exists()
    given.update(NAMES=sample("names"), PROJECT=str(project))
    done = run("crossborderstudy", **given)
    assert begun(run.feedback) == []
    assert (done["PROJECT"], done["HANDBOOK_FOLDER"]) == (str(project), str(folder))
    there = {one.relative_to(folder).as_posix() for one in folder.rglob("*.*")}
    assert {"index.lv.html", "tables.xlsx", "handbook.odt", "maps/map_01.png"} <= there
    page = (folder / "index.lv.html").read_text(encoding="utf-8")
    for said in ("<h1>Abpus robežai</h1>", "Slimnīca (plānveida palīdzība)", "Lietuva"):
        assert said in page
    assert page.count("Šo skaitļu ierobežojumi") == page.count("<section")  # once in a chapter


class Stopped(Feedback):
    """A user who cancels when the shared service areas begin."""

    def pushInfo(self, text):
        super().pushInfo(text)
        if text == "sharedserviceareas …":
            self.cancel()

    def isCanceled(self):
        return super(Feedback, self).isCanceled()


def test_cancelled_it_keeps_what_is_whole(run, tmp_path):
    path = tmp_path / "study.gpkg"
    assert run("crossborderstudy", Stopped(), **GIVEN, STEPS=STEPS, STUDY=str(path)) == {}
    assert kind_of(QgsVectorLayer(f"{path}|layername=edges", "", "ogr")) == "buildroadnetwork.EDGES"
    assert not QgsVectorLayer(f"{path}|layername=shared_areas", "", "ogr").isValid()
    run("crossborderstudy", **GIVEN, STEPS=STEPS, STUDY=str(path))
    assert "buildroadnetwork" in skipped(run.feedback)


def test_what_is_not_there_stops_it_before_it_starts(refused):
    told = refused("crossborderstudy", **{**GIVEN, "PLACE_ID": "nummer"}, STUDY="/tmp/no.gpkg")
    assert "nummer" in told and not Path("/tmp/no.gpkg").exists()


def test_the_sample_brings_what_is_documented_and_what_could_overflow():
    given = study.of_sample(Path(chain.__file__).parents[1], "en")
    assert given["EVIDENCE"] == sample("evidence") and given["CAPACITY_FIELD"] == "capacity"
    shared = study.Known(given).given_to(study.algorithm("sharedserviceareas"))
    assert {"EVIDENCE", "CAPACITY_FIELD", "SERVICE_TYPES"} <= set(shared)


def test_every_algorithm_of_the_chain_and_of_the_steps_is_ours():
    from tests.processing.names import GIVES

    known = set(GIVES) | THERE | {"opportunities", "handbook", "explain"}
    assert {one.name for one in chain.CHAIN} <= known
    assert {name for one in study.STEPS for name in one.algorithms} <= known
    steps = {name for one in study.STEPS for name in one.algorithms}
    assert steps >= THERE  # nothing that is in the toolbox is missing in the dock
    assert {one.step for one in chain.CHAIN} <= {one.name for one in study.STEPS}


def test_a_project_knows_what_its_layers_were_made_of(made):
    path, _ = made
    project = QgsProject.instance()
    layers = [
        QgsVectorLayer(f"{path}|layername={one}", one, "ogr") for one in ("edges", "shared_areas")
    ]
    project.addMapLayers(layers)
    try:
        known = study.known_to(project)
        one = study.algorithm("serviceaccessibility")
        given = known.given_to(one)
        assert given["NETWORK"] == layers[0].id()
        assert given["PLACES"] == PLACES["PLACES"] and given["PLACE_ID"] == "place_id"
        assert given["SNAP_DISTANCE"] == TRAVEL["SNAP_DISTANCE"]
        assert study.lacking(one, given) == []
        name, parameters = study.record(layers[1])
        assert name == "smartplanning:sharedserviceareas"
        assert parameters["SERVICES"] == SERVICES["SERVICES"]
        assert json.dumps(parameters)
        assert study.made_by("buildroadnetwork", project) == [layers[0]]
    finally:
        project.clear()


def test_an_empty_project_says_what_is_lacking():
    one = study.algorithm("serviceaccessibility")
    given = study.known_to(QgsProject.instance()).given_to(one)
    assert [each.name() for each in study.lacking(one, given)] == [
        "NETWORK", "PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"
    ]  # fmt: skip


def test_priorities_rank_what_the_criteria_are_about():
    """Project ideas of their own input, never the places that people live in."""
    layers = {f"createsample.{one}": one for one in ("places", "project_ideas", "criteria")}
    given = study.Known({}, layers).given_to(study.algorithm("priorities"))
    assert given["CANDIDATES"] == "project_ideas"
    without = study.Known({"PLACES": "places", "CRITERIA": "criteria"})
    one = study.algorithm("priorities")
    assert "CANDIDATES" in {each.name() for each in study.lacking(one, without.given_to(one))}
