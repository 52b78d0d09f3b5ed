"""Action plans through Processing: the sample's plan, with indicators from the network."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.processing.tools import COARSE, PLACES, SERVICES, TEMPORARY, rows, sample

PLAN = {"ACTIONS": sample("actions"), "INDICATORS": sample("indicators"), "DATE": "2026-06-30"}


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_the_plan_of_the_sample(run, tmp_path):
    made = run(
        "actionplan", **PLAN, OUTPUT=TEMPORARY, BUDGET=TEMPORARY, ISSUES=TEMPORARY,
        TIMELINE=str(tmp_path / "t.svg"), REPORT=str(tmp_path / "r.html"), LANGUAGE="lv",
    )  # fmt: skip
    found = {one["code"]: one for one in rows(made["OUTPUT"])}
    assert list(found)[:3] == ["1", "1.1", "1.1.1"] and found["1.1.1"]["depth"] == 2
    assert found["1.1.1"]["status"] == "behind"  # half of the way, five sixths of the time
    assert found["1.2.1"]["status"] == "no_figure"  # its layer was not given
    assert sum(one["amount"] for one in rows(made["BUDGET"])) == pytest.approx(1_500_000)
    assert rows(made["ISSUES"]) == []
    assert any("people_near_vet" in one for one in run.feedback.warnings)
    drawn = ElementTree.parse(made["TIMELINE"]).getroot()
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    page = Path(made["REPORT"]).read_text(encoding="utf-8")
    assert "Rīcības plāns" in page and "1 500 000".replace(" ", "\u00a0") in page
    assert "http://" not in page.replace("http://www.w3.org/2000/svg", "")


def test_indicators_from_the_network(run, travel, tmp_path):
    reached = run(
        "serviceaccessibility", **travel, **PLACES, **SERVICES, MEASURES=["nearest"],
        OUTPUT=str(tmp_path / "a.gpkg"),
    )["OUTPUT"]  # fmt: skip
    shared = run(
        "sharedserviceareas", **travel, **PLACES, **SERVICES, **COARSE,
        AREAS=str(tmp_path / "s.gpkg"),
    )["AREAS"]  # fmt: skip
    out = run("actionplan", **PLAN, RESULTS=[reached, shared], OUTPUT=TEMPORARY)["OUTPUT"]
    found = {one["code"]: one for one in rows(out)}
    places = rows(reached)
    near = sum(one["population"] for one in places
               if (one["nearest_vocational_school"] or 1e9) <= 60)  # fmt: skip
    share = 100 * near / sum(one["population"] for one in places)
    assert found["1.2.1"]["value"] == pytest.approx(share)
    people = sum(
        one["population"] for one in rows(shared)
        if one["service_type"] == "sports_hall"
        and one["category"] in ("abroad_nearer", "abroad_only")
    )  # fmt: skip
    assert found["1.3.3"]["value"] == pytest.approx(people)
    assert found["1.3.3"]["value_date"] == "2026-06-30"


def test_text_from_data_is_escaped(run, tmp_path):
    actions = written(
        tmp_path, "a.csv", "code;action;start;end\n1;<script>alert(1)</script>;2025;2026\n"
    )
    made = run("actionplan", ACTIONS=actions, DATE="2026-01-01", OUTPUT=TEMPORARY,
               REPORT=str(tmp_path / "r.html"), TIMELINE=str(tmp_path / "t.svg"))  # fmt: skip
    for name in ("REPORT", "TIMELINE"):
        assert "<script>alert" not in Path(made[name]).read_text(encoding="utf-8")


def test_everything_that_does_not_fit_at_once(run, tmp_path):
    actions = written(
        tmp_path, "a.csv",
        "code;parent;action;start;end;budget;fund_source;responsible\n"
        "1;;A;2027;2025;10;;X\n2;9;B;2025;2026;10,5;a=1;\n",
    )  # fmt: skip
    made = run("actionplan", ACTIONS=actions, DATE="2026-01-01", OUTPUT=TEMPORARY, ISSUES=TEMPORARY)
    found = {(one["code"], one["problem"]) for one in rows(made["ISSUES"])}
    assert {
        ("1", "ends before it starts"), ("1", "budget without a source"),
        ("2", "parent is in no row"), ("2", "nobody is responsible"),
        ("2", "money by source does not add up to the budget"),
    } <= found  # fmt: skip
    assert any("ends before it starts" in one for one in run.feedback.warnings)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("code;parent;action\n1;2;A\n2;1;B\n", "1 → 2 → 1"),
        ("code;action;budget\n1;A;-5\n", "below 0"),
        ("code;action\n1;A\n1;B\n", "more than once"),
        ("code;name\n1;A\n", "action"),
        ("code;action;start\n1;A;whenever\n", "whenever"),
    ],
)
def test_refused(refused, tmp_path, text, says):
    given = {"ACTIONS": written(tmp_path, "a.csv", text), "OUTPUT": str(tmp_path / "o.gpkg")}
    assert says in refused("actionplan", **given)


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"DATE": "yesterday"}, "yesterday"),
        ({"INDICATORS": "indicator;layer;aggregate;field\nn;places;median;population\n",
          "RESULTS": [sample("places")]}, "aggregate must be"),
        ({"INDICATORS": "indicator;layer;aggregate;field\nn;places;sum;people\n",
          "RESULTS": [sample("places")]}, "people"),
        ({"INDICATORS": "indicator;value\nn;1\nn;2\n"}, "more than once"),
    ],
)  # fmt: skip
def test_indicators_that_cannot_be_computed(refused, tmp_path, more, says):
    given = {**PLAN, "OUTPUT": str(tmp_path / "o.gpkg"), **more}
    if "INDICATORS" in more:
        given["INDICATORS"] = written(tmp_path, "i.csv", more["INDICATORS"])
    assert says in refused("actionplan", **given)
