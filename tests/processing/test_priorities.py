"""Priorities through Processing: ideas and municipalities, fields and layers, bad input."""

import pytest
from qgis.core import QgsVectorLayer

from tests.processing.tools import TEMPORARY, copy_of, rows, sample

IDEAS = {
    "CANDIDATES": sample("project_ideas"),
    "CANDIDATE_ID": "idea_id",
    "CANDIDATE_NAME_FIELD": "name",
    "CRITERIA": sample("criteria"),
    "CRITERIA_LAYERS": [sample("coast")],
}


def criteria(tmp_path, text):
    path = tmp_path / "criteria.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_ideas(run, tmp_path):
    made = run(
        "priorities", **IDEAS, CHAIN=sample("priority_chain"), OUTPUT=TEMPORARY,
        SENSITIVITY=TEMPORARY, CHAIN_OUT=TEMPORARY,
    )  # fmt: skip
    found = {one["idea_id"]: one for one in rows(made["OUTPUT"])}
    assert sorted(one["rank"] for one in found.values()) == list(range(1, 11))
    first = next(one for one in found.values() if one["rank"] == 1)
    assert first["reason_en"].startswith("Rank 1 of 10") and first["reason_lt"]
    coast = {key: one["c_coast"] for key, one in found.items()}
    assert coast["P01"] < 5 and 50 < coast["P06"] < 100  # Liepāja, Mažeikiai
    tests = {one["test"] for one in rows(made["SENSITIVITY"])}
    assert {"method: topsis", "method: promethee", "without: climate"} <= tests
    chain = rows(made["CHAIN_OUT"])
    assert [one["code"] for one in chain][:2] == ["C1", "C1.P1"]
    assert "Coast walk" in next(one for one in chain if one["code"] == "C2")["evidence"]


def test_twice_the_same(run):
    again = [rows(run("priorities", **IDEAS, METHOD="topsis", OUTPUT=TEMPORARY)["OUTPUT"])
             for _ in range(2)]  # fmt: skip
    assert again[0] == again[1]


def test_municipalities_by_layers(run, tmp_path):
    given = criteria(
        tmp_path,
        "criterion;layer;measure;layer_field;within_km;weight;direction\n"
        "share;regions;share;;;1;max\nideas;project_ideas;count;;0;1;max\n"
        "people;project_ideas;count;;10;1;max\nmean;regions;mean;schematic;;1;max\n",
    )
    found = rows(
        run(
            "priorities", CANDIDATES=sample("municipalities"), CANDIDATE_ID="code",
            CRITERIA=given, CRITERIA_LAYERS=[sample("regions"), sample("project_ideas")],
            METHOD="promethee", OUTPUT=TEMPORARY,
        )["OUTPUT"]
    )  # fmt: skip
    by_code = {one["code"]: one for one in found}
    assert by_code["LV-LPX"]["c_share"] == pytest.approx(100, abs=0.1)
    assert by_code["LV-026"]["status"] == "no value: mean"  # Dobele is in no region here
    assert by_code["LV-LPX"]["c_ideas"] == 1
    assert all(one["c_people"] >= one["c_ideas"] for one in found)


def test_a_table_will_do(run, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("id,x\na,1\nb,3\nc,2\n")
    given = criteria(tmp_path, "field;weight\nx;1\n")
    out = run("priorities", CANDIDATES=str(table), CANDIDATE_ID="id", CRITERIA=given,
              OUTPUT=TEMPORARY)["OUTPUT"]  # fmt: skip
    assert {one["id"]: one["rank"] for one in rows(out)} == {"b": 1, "c": 2, "a": 3}
    assert isinstance(out, QgsVectorLayer)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("field;weight\nnowhere;1\n", "nowhere"),
        ("field;weight\nreadiness;-1\n", "below 0"),
        ("layer;measure;weight\nfloods;share;1\n", "floods"),
        ("layer;weight\ncoast;1\n", "measure"),
        ("field;weight;direction\nreadiness;1;up\n", "max or min"),
    ],
)
def test_refused(refused, tmp_path, text, says):
    given = {**IDEAS, "CRITERIA": criteria(tmp_path, text), "OUTPUT": str(tmp_path / "o.gpkg")}
    assert says in refused("priorities", **given)


def test_a_candidate_without_geometry_or_value(run):
    def change(row):
        if row["idea_id"] == "P01":
            row["geometry"] = None
        if row["idea_id"] == "P02":
            row["readiness"] = None

    ideas = copy_of(sample("project_ideas"), change)
    found = rows(run("priorities", **{**IDEAS, "CANDIDATES": ideas}, OUTPUT=TEMPORARY)["OUTPUT"])
    status = {one["idea_id"]: one["status"] for one in found}
    assert status["P01"] == "no value: coast" and status["P02"] == "no value: readiness"
    assert any("2 of 10" in one for one in run.feedback.warnings)


@pytest.mark.parametrize("name", ["DRAWS", "SEED"])
@pytest.mark.parametrize("value", [float("nan"), 2.0**31, 1e15, -1])
def test_numbers_that_no_whole_number_can_be(refused, tmp_path, name, value):
    message = refused("priorities", **IDEAS, OUTPUT=str(tmp_path / "o.gpkg"), **{name: value})
    assert "defect" not in message and name in message
