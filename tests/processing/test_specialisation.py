"""Specialisation through Processing, on the sample: jobs of four regions, two countries."""

from pathlib import Path

import pytest
from qgis.core import QgsWkbTypes

from tests.processing.tools import TEMPORARY, ZONES, rows, sample

REGIONS = {
    **ZONES,
    "ZONES": sample("regions"),
    "JOBS": sample("jobs"),
}
DOMAINS = {"DOMAINS": sample("domains")}


@pytest.fixture(scope="module")
def made(run, tmp_path_factory):
    folder = tmp_path_factory.mktemp("specialisation")
    found = run(
        "specialisation", **REGIONS, **DOMAINS, MUNICIPALITIES=sample("municipalities"),
        MUNICIPALITY_NAME_FIELD="name", OUTPUT=str(folder / "o.gpkg"),
        ZONES_OUT=str(folder / "z.gpkg"), PAIRS=str(folder / "p.gpkg"),
        GUIDELINES_TABLE=str(folder / "g.gpkg"), GUIDELINES=str(folder / "g.html"), LANGUAGE="lt",
    )  # fmt: skip
    run.told = run.feedback
    return found


def test_output(run, made):
    found = rows(made["OUTPUT"])
    assert {one["level"] for one in found} == {"sector", "domain"}
    sectors = [one for one in found if one["level"] == "sector"]
    assert {one["sector"] for one in sectors} == {
        "A", "B-E excl. C", "C", "F", "G-I", "J", "K", "L", "M-N", "O-Q", "R-U",
    }  # fmt: skip
    for one in sectors:
        parts = one["national_share"] + one["industry_mix"] + one["regional_shift"]
        assert parts == pytest.approx(one["change"], abs=1e-6)
    forestry = {one["zone"]: one for one in sectors if one["sector"] == "A"}
    assert forestry["LT027"]["lq"] == pytest.approx(2.53, abs=0.01)  # by hand: 14400/45500 of A
    assert forestry["LT027"]["class"] == "growing_strength"
    digital = {one["zone"]: one for one in sectors if one["sector"] == "J"}
    assert digital["LT027"]["confidence"] == "low"  # 100, rounded to 100, after 0 and 600
    assert any("first look" in one for one in run.told.warnings)
    assert any("B-E" in one for one in run.told.messages)


def test_pairs_cross_the_border(made):
    found = rows(made["PAIRS"])
    assert {one["country_a"] + one["country_b"] for one in found} == {"LTLV"}
    assert len(found) == 3
    assert {one["zone_a"] for one in found if one["touching"]} == {"LT023", "LT028"}
    assert all(20 < one["straight_km"] < 250 for one in found)


def test_zones(made):
    zones = {one["code"]: one for one in rows(made["ZONES_OUT"])}
    assert zones["LT027"]["krugman"] == max(one["krugman"] for one in zones.values())
    assert "bioeconomy" in zones["LT027"]["strong_in"]


def test_guidelines_say_no_more_than_the_figures_can(made):
    points = rows(made["GUIDELINES_TABLE"])
    assert {one["zone"] for one in points} == {"LV003", "LT023", "LT027", "LT028"}
    for one in points:
        assert one["chapter"] and one["point_lv"] and one["indicator_lt"] and one["last_year"]
        assert "{" not in one["point_en"] + one["point_lv"] + one["point_lt"]
        if one["confidence"] == "low":
            assert one["rule"] in {"facts", "uncertain", "public", "follow"}
    page = Path(made["GUIDELINES"]).read_text(encoding="utf-8")
    assert "Sumaniosios specializacijos gairės" in page and "2014–2017" in page
    assert page.count('<section class="sheet">') == len({one["municipality"] for one in points})


def test_only_what_is_asked_for(run):
    found = run("specialisation", **REGIONS, OUTPUT=TEMPORARY)
    assert {one["level"] for one in rows(found["OUTPUT"])} == {"sector"}
    assert found["OUTPUT"].wkbType() == QgsWkbTypes.Type.NoGeometry


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("zone;year;sector;jobs\nLV003;2017;A;-5\n", "below 0"),
        ("zone;year;sector;jobs\nXX;2017;A;5\n", "no row of jobs"),
        ("zone;sector;jobs\nLV003;A;5\n", "years"),
    ],
)
def test_refused(refused, tmp_path, text, says):
    table = tmp_path / "jobs.csv"
    table.write_text(text)
    given = {**REGIONS, "JOBS": str(table), "OUTPUT": str(tmp_path / "o.gpkg")}
    assert says in refused("specialisation", **given).lower()


def test_all_zeros_and_one_year(run, tmp_path):
    table = tmp_path / "jobs.csv"
    table.write_text("zone;year;sector;jobs\nLV003;2017;A;0\nLV003;2017;C;0\nLT023;2017;A;90\n"
                     "LT023;2017;C;80\n")  # fmt: skip
    found = rows(
        run("specialisation", **{**REGIONS, "JOBS": str(table)}, OUTPUT=TEMPORARY)["OUTPUT"]
    )
    assert {one["class"] for one in found if one["zone"] == "LV003"} == {"too_small"}
    assert {one["class"] for one in found if one["zone"] == "LT023"} <= {"no_data"}
    assert any("Only one year" in one for one in run.feedback.warnings)
