"""Shared service areas in full, run as a user would, on the sample."""

import csv

import pytest

from tests.processing.tools import (
    PLACES,
    SERVICES,
    TEMPORARY,
    copy_of,
    opened,
    rows,
    sample,
)

EVIDENCE = """type,service_id,country,kind,users,title,date,source
ambulance_post,,,agreement,,Agreement of Bauska,2018-10-03,press
swimming_pool,POOL-LT01,LV,users,120,Season tickets,2024,the pool
cinema,,,other,,Film days,2023,the council
"""
TERRITORY = {
    "STUDY_AREA": sample("municipalities"),
    "MUNICIPALITIES": sample("municipalities"),
    "MUNICIPALITY_NAME_FIELD": "name",
    "CELL_SIZE": 2000,
}


@pytest.fixture(scope="module")
def shared(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("shared")
    (folder / "evidence.csv").write_text(EVIDENCE, encoding="utf-8")
    made = run(
        "sharedserviceareas",
        **travel, **PLACES, **SERVICES, **TERRITORY, EVIDENCE=str(folder / "evidence.csv"),
        SERVICE_CHANGES=sample("service_changes"),
        **{
            name: str(folder / f"{name}.gpkg")
            for name in ("AREAS", "FACILITIES", "PLACES_OUT", "SHARED_ZONES", "CHANGES")
        },
        SENSITIVITY=str(folder / "sensitivity.csv"), SUMMARY=str(folder / "summary.csv"),
    )  # fmt: skip
    run.told = run.feedback
    return made


def table(path):
    with open(path, encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_documented_is_told_from_potential(shared, run):
    assert "EVIDENCE names what is not among the services: cinema" in run.told.warnings
    areas = rows(shared["AREAS"])
    across = {"choice", "abroad_nearer", "abroad_only"}
    for one in areas:
        if one["category"] not in across:
            assert one["standing"] is None
        elif one["service_type"] == "ambulance_post" and one["population"]:
            assert one["standing"] == "documented"
            assert one["documented_population"] == one["population"]
        elif one["service_type"] == "culture_house":
            assert (one["standing"], one["documented_population"]) == ("potential", 0)
    pool = next(one for one in rows(shared["FACILITIES"]) if one["service_id"] == "POOL-LT01")
    assert (pool["standing"], pool["documented_users"]) == ("documented", 120)


def test_zones_have_ids_of_what_they_are_made_of(shared):
    zones = rows(shared["SHARED_ZONES"])
    ids = {one["place_id"]: one for one in rows(sample("places"))}
    assert zones
    for one in zones:
        parts = one["zone_id"].split("-")
        assert parts[:2] == [one["country_a"], one["country_b"]]
        assert [ids[part]["name"] for part in parts[2:]] == [one["largest_a"], one["largest_b"]]
        assert one["name"] == f"{one['largest_a']} – {one['largest_b']}"
        assert one["municipalities"]


def test_changes_are_what_the_council_asks(shared):
    found = rows(shared["CHANGES"])
    assert len(found) == 6 * len(rows(sample("places")))
    pool = [one for one in found if one["service_type"] == "swimming_pool"]
    assert sum(one["people"] for one in pool if one["change"] == "longer") > 0  # Priekule closes
    hall = [one for one in found if one["service_type"] == "sports_hall"]
    assert {one["change"] for one in hall} <= {"same", "gained", "shorter", "no_data"}  # one opens
    for one in found:
        if one["change"] == "longer" and one["change_min"] is not None:
            assert one["min_after"] - one["min_before"] == pytest.approx(one["change_min"])
    assert opened(shared["CHANGES"]).isSpatial()


def test_the_summary_agrees_with_the_areas_and_can_be_pasted(shared):
    areas = rows(shared["AREAS"])
    across = {"choice", "abroad_nearer", "abroad_only"}
    for one in table(shared["SUMMARY"]):
        mine = [row for row in areas if row["service_type"] == one["service_type"]]
        people = sum(row["population"] for row in mine if row["category"] in across)
        assert float(one["potential"]) == pytest.approx(people)
        assert float(one["people"]) == pytest.approx(sum(row["population"] for row in mine))
        for language in ("en", "lv", "lt"):
            assert len(one[f"finding_{language}"]) > 200
        assert "could" in one["finding_en"] and "by car" in one["finding_en"]
        assert "cost of the border" not in one["finding_en"]
    labels = {row["type"]: row for row in rows(sample("service_types"))}
    first = table(shared["SUMMARY"])[0]
    assert first["finding_lt"].startswith(labels[first["service_type"]]["label_lt"])


def test_sensitivity_starts_from_the_run(shared):
    found = table(shared["SENSITIVITY"])
    summary = {one["service_type"]: one for one in table(shared["SUMMARY"])}
    for kind, one in summary.items():
        mine = [row for row in found if row["service_type"] == kind]
        as_run = sum(float(row["population"]) for row in mine if row["varied"] == "as_run")
        assert as_run == pytest.approx(float(one["potential"]))
        assert {row["varied"] for row in mine} == {
            "as_run", "threshold", "advantage", "border_delay"
        }  # fmt: skip


def test_two_runs_can_be_compared(run, travel, tmp_path):
    given = {**travel, **PLACES, **SERVICES, "CELL_SIZE": 8000}
    first = str(tmp_path / "open.gpkg")
    run("sharedserviceareas", **given, AREAS=TEMPORARY, PLACES_OUT=first)
    closed = {**given, "BORDER": "closed", "SHOW_NOT_SHAREABLE": True}
    by_layer = run("sharedserviceareas", **closed, COMPARE_WITH=first, AREAS=TEMPORARY,
                   CHANGES=TEMPORARY)["CHANGES"]  # fmt: skip
    by_run = run("sharedserviceareas", **closed, AREAS=TEMPORARY, CHANGES=TEMPORARY)["CHANGES"]
    assert [one["change"] for one in rows(by_layer)] == [one["change"] for one in rows(by_run)]
    assert {one["change"] for one in rows(by_run)} >= {"same", "longer"}
    assert not {one["change"] for one in rows(by_run)} & {"gained", "shorter"}


def test_polygons_as_places(run, travel):
    """Municipalities, parishes or grid cells are areas of their own."""
    made = run(
        "sharedserviceareas", **travel, PLACES=sample("municipalities"), PLACE_ID="code",
        PLACE_COUNTRY_FIELD="country", POPULATION_POINTS=sample("places"),
        POPULATION_POINTS_FIELD="population", **SERVICES, CELL_SIZE=8000, AREAS=TEMPORARY,
        PLACES_OUT=TEMPORARY,
    )  # fmt: skip
    units = rows(sample("municipalities"))
    found = rows(made["PLACES_OUT"])
    assert len(found) == 6 * len(units)
    pools = [one for one in found if one["service_type"] == "swimming_pool"]
    inside = sum(one["population"] for one in rows(sample("places")))
    assert sum(one["people"] for one in pools) == pytest.approx(inside, rel=0.01)
    areas = [one for one in rows(made["AREAS"]) if one["service_type"] == "swimming_pool"]
    assert sum(one["population"] for one in areas) == pytest.approx(
        sum(one["people"] for one in pools)
    )


def test_what_would_overflow_is_told(run, travel):
    def beds(row):
        row["people_per_capacity"] = 190.0 if row["type"] == "planned_hospital" else None

    types = copy_of(sample("service_types"), beds, fields=["people_per_capacity:double"],
                    drop=["people_per_capacity"])  # fmt: skip
    made = run(
        "sharedserviceareas",
        **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": types}, CAPACITY_FIELD="capacity",
        CELL_SIZE=8000, AREAS=TEMPORARY, FACILITIES=TEMPORARY, SUMMARY=TEMPORARY,
    )  # fmt: skip
    hospitals = [one for one in rows(made["FACILITIES"]) if one["type"] == "planned_hospital"]
    for one in hospitals:
        if one["capacity"] is None:
            assert one["overflow"] is None
            continue
        people = one["nearest_population_lv"] + one["nearest_population_lt"]
        assert one["room"] == 190 * one["capacity"]
        assert one["load"] == pytest.approx(people / one["room"])
        assert one["overflow"] == (one["load"] > 1)
    full = sum(one["overflow"] or 0 for one in hospitals)
    found = {one["service_type"]: one for one in rows(made["SUMMARY"])}
    assert found["planned_hospital"]["overflowing"] == full > 0
    assert "could not take all" in found["planned_hospital"]["finding_en"]
    assert found["swimming_pool"]["overflowing"] is None


def test_a_study_area_without_countries_cuts_the_areas(run, travel, shared):
    alone = {name: value for name, value in travel.items() if not name.startswith("COUNTR")}
    made = run(
        "sharedserviceareas", **alone, **PLACES, **SERVICES, CELL_SIZE=8000,
        STUDY_AREA=sample("municipalities"), AREAS=TEMPORARY,
    )  # fmt: skip

    def land(areas):
        return sum(one["area_km2"] for one in areas if one["service_type"] == "swimming_pool")

    assert land(rows(made["AREAS"])) == pytest.approx(land(rows(shared["AREAS"])), rel=1e-3)
