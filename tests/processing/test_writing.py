"""What is written: whole or not at all, with its record, beside what was there before."""

import hashlib
import json
import sqlite3

import pytest
from qgis.core import QgsProcessingException, QgsVectorFileWriter

from smart_planning_plugin.processing import writing
from tests.processing.tools import (
    COARSE,
    ENDS,
    PLACES,
    ROADS,
    SERVICES,
    TEMPORARY,
    Feedback,
    content,
    copy_of,
    inside,
    left_behind,
    opened,
    rows,
    sample,
)


def matrix(travel, **more):
    return {**travel, **ENDS, "NEAREST": 2, **more}


def digest(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


# ---------------------------------------------------------------- whole, or not at all


@pytest.fixture
def old(tmp_path):
    """A file that stands where the output goes."""
    path = tmp_path / "out.csv"
    path.write_text("what was there before")
    return path


def looks_of(run, tmp_path, travel):
    """How often a run asks whether it is cancelled."""
    feedback = Feedback(looks=10**9)
    run("traveltimematrix", feedback, **matrix(travel, OUTPUT=str(tmp_path / "whole.csv")))
    return feedback.looked


@pytest.mark.parametrize("part", [0.0, 0.3, 0.6, 0.9, 0.99])
def test_cancel_keeps_the_old_file(run, travel, old, tmp_path, part):
    total = looks_of(run, tmp_path, travel)
    (tmp_path / "whole.csv").unlink()
    (tmp_path / "whole.qmd").unlink()
    feedback = Feedback(looks=int(part * total))
    made = run("traveltimematrix", feedback, **matrix(travel, OUTPUT=str(old)))
    assert made.get("OUTPUT") is None or feedback.looked <= feedback.looks
    assert old.read_text() == "what was there before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.csv"]
    assert any("nothing was written" in one for one in feedback.messages)


def test_cancel_leaves_no_table_in_a_file_that_was_there(run, travel, tmp_path, monkeypatch):
    path = tmp_path / "study.gpkg"
    run("traveltimematrix", **matrix(travel, OUTPUT=inside(path, "first")))
    before = content(f"{path}|layername=first")
    feedback = Feedback(looks=10**9)
    real = writing.Rows.features

    def features(self, fields):
        for number, one in enumerate(real(self, fields)):
            if number == 100:
                feedback.looks = 0  # somebody cancels while rows are written
            yield one

    monkeypatch.setattr(writing.Rows, "features", features)
    monkeypatch.setattr(writing, "ROWS_BETWEEN_LOOKS", 50)
    run("traveltimematrix", feedback, **matrix(travel, OUTPUT=inside(path, "second")))
    assert any("nothing was written" in one for one in feedback.messages)
    with sqlite3.connect(path) as database:
        tables = [one for (one,) in database.execute("SELECT table_name FROM gpkg_contents")]
    assert tables == ["first"]
    assert content(f"{path}|layername=first") == before


class Refusing:
    """A writer that takes some rows and then no more."""

    def __init__(self, real, rows):
        self.real, self.left = real, rows

    def addFeature(self, *given):
        self.left -= 1
        return self.left >= 0 and self.real.addFeature(*given)

    def __getattr__(self, name):
        return getattr(self.real, name)


@pytest.fixture
def full_disk(monkeypatch):
    """From the tenth row on, rows are refused."""
    real = QgsVectorFileWriter.create

    class Full(QgsVectorFileWriter):
        @staticmethod
        def create(*given):
            return Refusing(real(*given), 10)

    monkeypatch.setattr(writing, "QgsVectorFileWriter", Full)


@pytest.mark.parametrize("name", ["out.csv", "out.gpkg", "out.geojson"])
def test_a_row_that_is_refused_is_an_error(run, travel, tmp_path, full_disk, name):
    with pytest.raises(QgsProcessingException, match="row 11 cannot be written"):
        run("traveltimematrix", **matrix(travel, OUTPUT=str(tmp_path / name)))
    assert list(tmp_path.iterdir()) == []


def test_a_failed_second_output_takes_the_first_with_it(run, tmp_path, monkeypatch):
    real = writing.Rows.features

    def features(self, fields):
        if "degree" in fields.names():
            raise writing.OutputPathError("the disk is full")
        return real(self, fields)

    monkeypatch.setattr(writing.Rows, "features", features)
    edges, nodes = tmp_path / "edges.gpkg", tmp_path / "nodes.gpkg"
    edges.write_text("old")
    with pytest.raises(QgsProcessingException, match="disk is full"):
        run("buildroadnetwork", **ROADS, EDGES=str(edges), NODES=str(nodes))
    assert edges.read_text() == "old"
    assert [one.name for one in tmp_path.iterdir()] == ["edges.gpkg"]


def test_writing_again_replaces_that_table_alone(run, travel, tmp_path):
    path = tmp_path / "study.gpkg"
    for table, nearest in (("first", 1), ("second", 3), ("first", 2)):
        run("traveltimematrix", **{**matrix(travel), "NEAREST": nearest},
            OUTPUT=inside(path, table))  # fmt: skip
    assert opened(f"{path}|layername=first").featureCount() == 2 * 247
    assert opened(f"{path}|layername=second").featureCount() == 3 * 247
    assert left_behind(tmp_path) == []


def test_a_new_file_replaces_the_old_one(run, travel, tmp_path):
    path = tmp_path / "out.gpkg"
    run("traveltimematrix", **matrix(travel, OUTPUT=str(path)))
    run("traveltimematrix", **{**matrix(travel), "NEAREST": 1}, OUTPUT=str(path))
    assert opened(str(path)).featureCount() == 247


def test_folders_that_are_not_there_are_made(run, travel, tmp_path):
    path = tmp_path / "new" / "folder" / "out.csv"
    run("traveltimematrix", **matrix(travel, OUTPUT=str(path)))
    assert path.exists()


# ---------------------------------------------------------------- the record


def test_the_record(study):
    metadata = opened(f"{study}|layername=edges").metadata()
    assert metadata.identifier() == "smartplanning:buildroadnetwork:EDGES:edges"
    assert metadata.keywords("smartplanning:output") == ["EDGES"]
    assert metadata.keywords("smartplanning:limits") == ["by car"]
    names = [one.split(" sha256:") for one in metadata.keywords("smartplanning:inputs")]
    assert {name for name, _ in names} == {"roads_lv", "roads_lt", "ferries", "municipalities"}
    assert all(len(sha) == 64 for _, sha in names)
    assert "Limits of these figures" in metadata.abstract()


def test_the_scenario_is_in_the_record(run, travel):
    made = run("traveltimematrix", **matrix(travel, BORDER="closed", OUTPUT=TEMPORARY))["OUTPUT"]
    assert made.metadata().keywords("smartplanning:scenario") == ["border closed; by car"]


def test_the_parameters_run_again(run, travel, tmp_path):
    """What the record keeps gives the same table."""
    given = matrix(travel, BORDER="delay", BORDER_DELAY=7)
    made = run("traveltimematrix", **given, OUTPUT=str(tmp_path / "one.gpkg"))["OUTPUT"]
    (history,) = opened(made).metadata().history()
    kept = json.loads(history.removeprefix("parameters: "))
    assert kept["BORDER_DELAY"] == 7
    again = run("traveltimematrix", **kept, OUTPUT=str(tmp_path / "two.gpkg"))["OUTPUT"]
    assert content(made) == content(again)


def test_the_hash_follows_the_content(run, travel):
    def sha(places):
        parameters = {**matrix(travel), "ORIGINS": places, "OUTPUT": TEMPORARY}
        inputs = run("traveltimematrix", **parameters)["OUTPUT"].metadata()
        return inputs.keywords("smartplanning:inputs")

    same = sha(copy_of(sample("places")))
    assert sha(copy_of(sample("places"))) == same
    changed = copy_of(sample("places"), lambda row: row.update(population=row["population"] + 1))
    assert len(set(sha(changed)) ^ set(same)) == 2


@pytest.mark.parametrize("ending", ["geojson", "csv", "shp"])
def test_the_record_stands_beside_other_files(run, travel, tmp_path, ending):
    path = tmp_path / f"out.{ending}"
    run("serviceaccessibility", **travel, **PLACES, **SERVICES, OUTPUT=str(path))
    assert path.with_suffix(".qmd").exists()
    layer = opened(str(path))
    layer.loadDefaultMetadata()
    assert layer.metadata().identifier() == "smartplanning:serviceaccessibility:OUTPUT:out"


# ---------------------------------------------------------------- formats and fields


def test_a_shapefile_says_what_it_shortens(run, travel, tmp_path):
    run("serviceaccessibility", **travel, **PLACES, **SERVICES, OUTPUT=str(tmp_path / "out.shp"))
    said = "\n".join(run.feedback.warnings)
    assert "A Shapefile shortens field names" in said
    assert "nearest_planned_hospital" in said


def test_fields_of_the_same_name_are_both_kept(run, travel):
    """A field of the input that is called like one of ours."""
    places = copy_of(
        sample("places"), lambda row: row.update(status="mine", fid_2=7),
        fields=["status:string", "fid_2:integer"],
    )  # fmt: skip
    made = run(
        "serviceaccessibility",
        **travel, **{**PLACES, "PLACES": places}, **SERVICES, OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    found = rows(made)
    assert {one["status_input"] for one in found} == {"mine"}
    assert {one["status"] for one in found} == {"ok"}
    assert {one["fid_2"] for one in found} == {7}


def test_memory_and_file_are_the_same(run, travel, tmp_path):
    given = {**travel, **PLACES, **SERVICES, "MEASURES": ["nearest", "cumulative"]}
    in_memory = run("serviceaccessibility", **given, OUTPUT=TEMPORARY)["OUTPUT"]
    in_file = run("serviceaccessibility", **given, OUTPUT=str(tmp_path / "out.gpkg"))["OUTPUT"]
    (_, values, shapes), (_, other_values, other_shapes) = content(in_memory), content(in_file)
    assert values == other_values
    assert shapes == other_shapes


# ---------------------------------------------------------------- the same again


def test_the_same_input_gives_the_same_bytes(run, travel, tmp_path):
    paths = [tmp_path / "one.csv", tmp_path / "two.csv"]
    for path in paths:
        run("traveltimematrix", **matrix(travel, OUTPUT=str(path)))
    assert digest(paths[0]) == digest(paths[1])


def test_the_same_input_gives_the_same_layers(run, travel, tmp_path):
    outputs = ["AREAS", "FACILITIES", "PLACES_OUT", "SHARED_ZONES"]
    made = [
        run(
            "sharedserviceareas",
            **travel, **PLACES, **SERVICES, **COARSE,
            **{one: inside(tmp_path / f"{name}.gpkg", one.lower()) for one in outputs},
        )
        for name in ("one", "two")
    ]  # fmt: skip
    for one in outputs:
        assert content(made[0][one]) == content(made[1][one]), one


def test_the_order_of_the_road_layers_does_not_matter(run, tmp_path):
    lengths = []
    for number, order in enumerate((ROADS["ROADS"], ROADS["ROADS"][::-1])):
        path = tmp_path / f"{number}.gpkg"
        run("buildroadnetwork", **{**ROADS, "ROADS": order}, EDGES=inside(path, "edges"),
            CROSSINGS=inside(path, "crossings"))  # fmt: skip
        lengths.append(sorted(one["length_m"] for one in rows(f"{path}|layername=edges")))
    assert lengths[0] == pytest.approx(lengths[1])
