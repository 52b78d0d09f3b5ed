"""Trends and specialisation on statistics of the region, which are not part of the project."""

import csv
import os
from pathlib import Path

import pytest

from tests.processing.tools import ROOT, TEMPORARY, rows, sample

FOLDERS = [ROOT.parent / "shared" / "data", ROOT.parent.parent / "shared" / "data"]
DATA = next((one for one in FOLDERS if one.exists()), FOLDERS[0])
pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not DATA.exists(), reason="the region's real data is not here"),
]
BOUNDARIES = DATA / "admin_boundaries" / "admin_boundaries.gpkg"


@pytest.fixture
def zones(tmp_path):
    """A copy: data that is only to be read cannot be opened where it is."""
    path = tmp_path / "zones.gpkg"
    path.write_bytes(BOUNDARIES.read_bytes())
    os.chmod(path, 0o600)
    return f"{path}|layername=lt_municipalities"


def test_census_joined_by_code(run, zones, tmp_path):
    """Residents of two dates, from two files, by the code of the municipality."""
    census = DATA / "population_lt" / "lt_municipalities_census2021.csv"
    with open(census, encoding="utf-8", newline="") as stream:
        counted = {row["SAV_KODAS"]: int(row["pop_census2021"]) for row in csv.DictReader(stream)}
    table = tmp_path / "t.csv"
    lines = [f"{code};2021-01-01;{people}" for code, people in counted.items()]
    table.write_text("sav_kodas;year;population\n" + "\n".join([*lines, "99;2021;5"]))
    out = rows(
        run("territorialtrends", ZONES=zones, ZONE_ID="SAV_KODAS", ZONE_NAME_FIELD="SAV_PAV",
            ZONE_COUNTRY_FIELD="country", OBSERVATIONS=str(table), OUTPUT=TEMPORARY)["OUTPUT"]
    )  # fmt: skip
    assert len(out) == 60
    assert {one["status"] for one in out} == {"one date only"}  # a state is not a trend
    assert sum(one["last_value"] for one in out) == pytest.approx(2_810_755, abs=400)
    assert any("99" in one for one in run.feedback.warnings)


def test_names_are_not_joined(refused, zones, tmp_path):
    """The register's file has names: the user is told, and nothing is guessed."""
    table = DATA / "population_lt" / "lt_municipalities_2001_2018_urban_rural.csv"
    message = refused(
        "territorialtrends", ZONES=zones, ZONE_ID="SAV_KODAS", ZONE_NAME_FIELD="SAV_PAV",
        OBSERVATIONS=str(table), OUTPUT=str(tmp_path / "o.gpkg"),
    )  # fmt: skip
    assert "no observation is of a zone" in message.lower()


def test_jobs_as_eurostat_gives_them(run):
    """Sectors side by side, ranges that contain each other: the same as the sample's long table."""
    table = DATA / "employment_nuts3" / "employment_nuts3_2014_2017.csv"
    given = {
        "ZONES": sample("regions"), "ZONE_ID": "code", "ZONE_NAME_FIELD": "name",
        "ZONE_COUNTRY_FIELD": "country", "OUTPUT": TEMPORARY,
    }  # fmt: skip
    wide = rows(run("specialisation", **given, JOBS=str(table))["OUTPUT"])
    long = rows(run("specialisation", **given, JOBS=sample("jobs"))["OUTPUT"])
    assert wide == long
    total = {}
    for one in wide:
        total[one["zone"]] = total.get(one["zone"], 0) + one["jobs_last"]
    with open(table, encoding="utf-8", newline="") as stream:
        stated = {row["nuts3_2016"]: float(row["TOTAL"]) for row in csv.DictReader(stream)
                  if row["year"] == "2017"}  # fmt: skip
    for zone, jobs in stated.items():
        assert total[zone] == pytest.approx(jobs, abs=200)  # nothing counted twice
    small = [one for one in wide if one["jobs_last"] < 1000 and one["country"] == "LT"]
    assert small and all(one["confidence"] == "low" for one in small)


def test_data_stays_where_it_is():
    assert not any(Path(ROOT / "smart_planning_plugin").rglob("admin_boundaries*"))
