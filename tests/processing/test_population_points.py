"""Polygons stand where their people live, in every algorithm that takes places."""

import numpy as np
import pytest

from tests.processing.tools import COARSE, PLACES, SERVICES, TEMPORARY, copy_of, rows, sample

ZONES = {
    "PLACES": sample("municipalities"),
    "PLACE_ID": "code",
    "PLACE_COUNTRY_FIELD": "country",
}
PLAIN = {name: value for name, value in SERVICES.items() if name != "SERVICE_TYPES"}
POINTS = {"POPULATION_POINTS": sample("places"), "POPULATION_POINTS_FIELD": "population"}


@pytest.fixture(scope="module")
def by_point(run, travel):
    made = run("serviceaccessibility", **travel, **PLACES, **SERVICES, OUTPUT=TEMPORARY)["OUTPUT"]
    return {one["place_id"]: one for one in rows(made)}


def test_a_polygon_has_the_mean_of_its_people(run, travel, by_point):
    import processing

    made = run("serviceaccessibility", **travel, **ZONES, **POINTS, **SERVICES, OUTPUT=TEMPORARY)
    found = rows(made["OUTPUT"])
    assert len(found) == len(rows(ZONES["PLACES"]))
    assert len({one["code"] for one in found}) == len(found)
    joined = processing.run(
        "native:joinattributesbylocation",
        {"INPUT": PLACES["PLACES"], "JOIN": ZONES["PLACES"], "PREDICATE": [5], "METHOD": 1,
         "JOIN_FIELDS": ["code"], "PREFIX": "zone_", "OUTPUT": TEMPORARY},
    )["OUTPUT"]  # fmt: skip
    inside = {}
    for one in rows(joined):
        if one["zone_code"]:
            inside.setdefault(one["zone_code"], []).append(by_point[one["place_id"]])
    field, several = "nearest_planned_hospital", 0
    for one in found:
        points = inside.get(one["code"], [])
        weight = np.array([point["population"] or 0 for point in points], float)
        if len(points) < 2 or not weight.all() or any(point[field] is None for point in points):
            continue
        several += 1
        mean = np.average([point[field] for point in points], weights=weight)
        assert one[field] == pytest.approx(mean, abs=0.2)
        assert one["points"] == len(points)
    assert several > 3


def test_sums_count_every_point(run, travel):
    given = {**travel, **SERVICES, **COARSE, "AREAS": TEMPORARY, "PLACES_OUT": TEMPORARY}
    made = run("sharedserviceareas", **given, **ZONES, **POINTS)
    kind = rows(made["AREAS"])[0]["service_type"]
    areas = sum(one["population"] for one in rows(made["AREAS"]) if one["service_type"] == kind)
    places = [one for one in rows(made["PLACES_OUT"]) if one["service_type"] == kind]
    assert len(places) == len(rows(ZONES["PLACES"]))
    assert areas == pytest.approx(sum(one["people"] for one in places))


def test_what_is_left_is_said(run, travel):
    run("serviceaccessibility", **travel, **ZONES, **POINTS, **SERVICES, OUTPUT=TEMPORARY)
    assert any("population points lie in no polygon" in one for one in run.feedback.warnings) or (
        not any("POPULATION_POINTS would" in one for one in run.feedback.warnings)
    )
    run("serviceaccessibility", **travel, **ZONES, **PLAIN, OUTPUT=TEMPORARY)
    assert any("POPULATION_POINTS would say" in one for one in run.feedback.warnings)


def test_negative_people_are_refused(refused, travel):
    def worse(row):
        row["population"] = -1

    message = refused(
        "serviceaccessibility", **travel, **ZONES, **SERVICES, OUTPUT=TEMPORARY,
        POPULATION_POINTS=copy_of(POINTS["POPULATION_POINTS"], worse),
        POPULATION_POINTS_FIELD="population",
    )  # fmt: skip
    assert "negative" in message and "population" in message


def test_a_table_of_travel_times_is_about_the_polygons(run, tmp_path):
    zones, services = rows(ZONES["PLACES"]), rows(SERVICES["SERVICES"])
    table = tmp_path / "times.csv"
    ids = [(one["code"], other["service_id"]) for one in zones for other in services]
    lines = [f"{zone},{service},{7 + number % 5}" for number, (zone, service) in enumerate(ids)]
    table.write_text("\n".join(["origin_id,destination_id,time_min", *lines]), encoding="utf-8")
    made = run(
        "serviceaccessibility", **ZONES, **POINTS, **PLAIN, TRAVEL_TIMES=str(table),
        OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    assert any("POPULATION_POINTS are not used" in one for one in run.feedback.warnings)
    assert {one["nearest_planned_hospital"] for one in rows(made)} <= set(range(7, 12))
