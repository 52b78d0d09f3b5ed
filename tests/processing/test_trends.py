"""Territorial trends through Processing: files as offices give them, plots, pages, bad input."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from qgis.core import QgsVectorLayer

from tests.processing.tools import TEMPORARY, ZONES, rows, sample

PXWEB = (
    '"IRS010. Iedzīvotāji";\n\n"Teritoriālā vienība";"Rādītājs";"2011";"2021"\n'
    '"LV-112";"population";"40 000,0";"35 000"\n'
    '"LT-75";"population";"20 000";"16 000"\n'
    '"LT-61";"population";"60 000";"…"\n'
    '"Kurzeme";"population";"300 000";"-"\n'
)


@pytest.fixture
def pxweb(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(PXWEB.encode("cp1257"))
    return path


def test_sample(run, tmp_path):
    made = run(
        "territorialtrends", **ZONES, OBSERVATIONS=sample("observations"), OUTPUT=TEMPORARY,
        **{name: str(tmp_path / file) for name, file in
           {"SUMMARY": "s.gpkg", "UNMATCHED": "u.gpkg", "PLOTS": "p.svg",
            "REPORT": "r.html"}.items()},
    )  # fmt: skip
    zones = {one["code"]: one for one in rows(made["OUTPUT"])}
    skuodas = zones["LT-75"]
    assert skuodas["last_date"] == "2021-01-01" and skuodas["last_value"] == 16250
    assert "2021" in skuodas["break_years"]  # a census after a register
    assert skuodas["ageing_index"] > 100 and skuodas["age_date"] == "2018"
    assert zones["LV-112"]["status"] == "no_data"
    reasons = {(one["side"], one["reason"]) for one in rows(made["UNMATCHED"])}
    assert ("municipalities", "nothing in the table") in reasons
    assert any("LV-112" in one for one in run.feedback.warnings)
    drawn = ElementTree.parse(made["PLOTS"]).getroot()
    assert drawn.tag == "{http://www.w3.org/2000/svg}svg"
    page = Path(made["REPORT"]).read_text(encoding="utf-8")
    without = re.sub(r"<script>.*?</script>", "", page, flags=re.S)
    assert not re.search(r"(src|href)=\"http", without)  # nothing is fetched
    assert "Skuodo rajono savivaldybė" in without


def test_a_file_of_the_office_is_read_itself(run, pxweb):
    given = {
        "path": str(pxweb),
        "ogr": QgsVectorLayer(str(pxweb), "guessed", "ogr"),
        "delimitedtext": QgsVectorLayer(
            f"{pxweb.as_uri()}?delimiter=;&detectTypes=yes&encoding=UTF-8", "guessed",
            "delimitedtext",
        ),
    }  # fmt: skip
    for way, layer in given.items():
        out = rows(
            run("territorialtrends", **ZONES, OBSERVATIONS=layer, OUTPUT=TEMPORARY)["OUTPUT"]
        )
        zones = {one["code"]: one for one in out}
        assert zones["LV-112"]["change"] == -5000, way
        assert zones["LV-112"]["vs_abroad"] > 0, way  # Skuodas touches it and shrank faster
        assert zones["LT-61"]["status"] == "no value in 2021", way
        assert any("Kurzeme" in one for one in run.feedback.warnings), way


def test_text_from_data_is_escaped(run, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text(
        "zone;year;<script>alert(1)</script>\nLT-75;2011;100\nLT-75;2021;90\n", encoding="utf-8"
    )
    made = run(
        "territorialtrends", **ZONES, OBSERVATIONS=str(table), OUTPUT=TEMPORARY,
        REPORT=str(tmp_path / "r.html"), PLOTS=str(tmp_path / "p.svg"),
    )  # fmt: skip
    for name in ("REPORT", "PLOTS"):
        assert "<script>alert" not in Path(made[name]).read_text(encoding="utf-8")


def test_changed_codes(run, tmp_path):
    changes, table = tmp_path / "changes.csv", tmp_path / "t.csv"
    table.write_text("zone;year;value\n0641;2011;100\n0642;2011;50\nLV-112;2021;120\n")
    changes.write_text("from;to;weight;year\n0641;LV-112;1;2021\n0642;LV-112;1;2021\n")
    given = {**ZONES, "OBSERVATIONS": str(table), "SMALL_NUMBERS": "keep", "OUTPUT": TEMPORARY}
    out = rows(run("territorialtrends", **given, CODE_CHANGES=str(changes))["OUTPUT"])
    (one,) = [one for one in out if one["code"] == "LV-112"]
    assert (one["first_value"], one["last_value"]) == (150, 120)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("zone;year;value\nLT-75;2011;many\n", "not numbers"),
        ("zone;value\nLT-75;1\n", "years"),
        ("zone;year;value\nLT-75;2011;1\nLT-75;2011;2\n", "several values"),
        ("zone;year;value\nXX;2011;1\n", "no observation is of a zone"),
    ],
)
def test_refused(refused, tmp_path, text, says):
    table = tmp_path / "t.csv"
    table.write_text(text)
    out = str(tmp_path / "out.gpkg")
    message = refused("territorialtrends", **ZONES, OBSERVATIONS=str(table), OUTPUT=out)
    assert says in message.lower()


def test_weights_not_adding_up_are_refused(refused, tmp_path):
    changes, table = tmp_path / "changes.csv", tmp_path / "t.csv"
    table.write_text("zone;year;value\n0641;2011;100\n")
    changes.write_text("from;to;weight\n0641;LV-112;0,5\n0641;LV-106;0,4\n")
    message = refused(
        "territorialtrends", **ZONES, OBSERVATIONS=str(table), CODE_CHANGES=str(changes),
        OUTPUT=str(tmp_path / "out.gpkg"),
    )  # fmt: skip
    assert "add up to 1" in message and "0641: 0.9" in message
