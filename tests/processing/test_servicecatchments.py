"""Service catchments as a user has them: whole, without overlap, told by country."""

from itertools import combinations

import pytest
from qgis.core import NULL

from tests.processing.tools import (
    PLACES,
    SERVICES,
    TEMPORARY,
    Feedback,
    copy_of,
    left_behind,
    opened,
    rows,
    sample,
    types_of,
)

CELLS = {"CELL_SIZE": 2000}


@pytest.fixture(scope="module")
def posts():
    """Ambulance posts with turn-out, weight and capacity."""

    def change(row):
        row["turnout"] = 2.0 if row["country"] == "LV" else NULL
        row["weight"] = 2.0 if row["country"] == "LT" else 1.0
        row["capacity"] = 15000.0
        return row["type"] == "ambulance_post"

    layer = copy_of(SERVICES["SERVICES"], change, fields=["turnout:double", "weight:double"])
    return {**SERVICES, "SERVICES": layer}


@pytest.fixture(scope="module")
def given(travel, posts):
    return {**travel, **PLACES, **posts, **CELLS, "OUTPUT": TEMPORARY, "PLACES_OUT": TEMPORARY}


def shapes_of(reference):
    return [one.geometry() for one in opened(reference).getFeatures() if one.hasGeometry()]


RULES = [
    {"RULE": "nearest"},
    {"RULE": "nearest", "TURNOUT_FIELD": "turnout"},
    {"RULE": "weight", "WEIGHT_FIELD": "weight"},
    {"RULE": "capacity", "CAPACITY_FIELD": "capacity"},
]


@pytest.mark.parametrize("rule", RULES)
def test_sums_agree_and_areas_share_no_ground(run, given, rule):
    made = run("servicecatchments", **given, **rule)
    facilities, places = rows(made["OUTPUT"]), rows(made["PLACES_OUT"])
    assert len(facilities) == given["SERVICES"].featureCount()
    assert len(places) == len(rows(PLACES["PLACES"]))
    served = sum(one["population"] for one in facilities)
    used = [one for one in places if one["status"] in ("ok", "no_population", "no_service")]
    everybody = sum(one["people"] for one in used)
    if rule["RULE"] != "capacity":
        assert served == pytest.approx(sum(one["people"] for one in used if one["service_id"]))
        for one in facilities:
            mine = sum(row["people"] for row in used if row["service_id"] == one["service_id"])
            assert one["population"] == pytest.approx(mine)
    else:
        assert served <= everybody + 1e-6
        assert all(one["population"] <= 15000 + 1e-6 for one in facilities)
        assert any("no room is left" in one for one in run.feedback.warnings)
    for one in facilities:
        parts = one["population_lv"] + one["population_lt"]
        assert parts == pytest.approx(one["population"])
        assert one["area_abroad_km2"] <= one["area_km2"] + 1e-6
        foreign = (
            one["population_lv" if one["country_input"] == "LT" else "population_lt"]
            if "country_input" in one
            else None
        )
        assert foreign is None or (foreign > 0) <= one["crosses_border"]
    for one, other in combinations(shapes_of(made["OUTPUT"]), 2):
        assert one.intersection(other).area() < 1


def test_nearest_is_what_the_matrix_says(run, travel, given):
    made = run("servicecatchments", **given, DIRECTION="to")
    matrix = run(
        "traveltimematrix", **travel, ORIGINS=given["SERVICES"], ORIGIN_ID="service_id",
        DESTINATIONS=PLACES["PLACES"], DESTINATION_ID="place_id", OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    least = {}
    for one in rows(matrix):
        if one["time_min"] is not None:
            best = least.get(one["destination_id"], 1e9)
            least[one["destination_id"]] = min(best, one["time_min"])
    for one in rows(made["PLACES_OUT"]):
        if one["time_min"] is not None:  # the sample has no one-way roads that matter here
            assert one["time_min"] == pytest.approx(least[one["place_id"]], abs=0.2)


def test_a_closed_border_is_not_crossed(run, given):
    made = run("servicecatchments", **given, BORDER="closed")
    assert all(one["foreign_share"] in (None, 0) for one in rows(made["OUTPUT"]))
    assert not any(one["across"] for one in rows(made["PLACES_OUT"]))
    opened_border = run("servicecatchments", **given)
    assert any(one["crosses_border"] for one in rows(opened_border["OUTPUT"]))


def test_what_may_not_be_shared_stays_at_home(run, travel):
    def change(row):
        row["shareability"] = "not_shareable"

    table = copy_of(SERVICES["SERVICE_TYPES"], change)
    made = run(
        "servicecatchments", **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": table}, **CELLS,
        OUTPUT=TEMPORARY, PLACES_OUT=TEMPORARY,
    )  # fmt: skip
    assert any("each country by itself" in one for one in run.feedback.messages)
    assert not any(one["across"] for one in rows(made["PLACES_OUT"]))
    assert all(one["crosses_border"] == 0 for one in rows(made["OUTPUT"]))


def test_emergency_services_run_from_the_facility(run, given):
    made = run("servicecatchments", **given)
    assert {one["direction"] for one in rows(made["OUTPUT"])} == {"from"}


def test_fields(run, given, tmp_path):
    outputs = {name: str(tmp_path / f"{name}.gpkg") for name in ("OUTPUT", "PLACES_OUT")}
    made = run("servicecatchments", **{**given, **outputs})
    assert types_of(made["OUTPUT"]).items() >= {
        "service_id": "text", "service_type": "text", "population": "real", "area_km2": "real",
        "population_lv": "real", "population_lt": "real", "foreign_share": "real",
        "mean_min": "real", "crosses_border": "whole", "status": "text",
    }.items()  # fmt: skip
    assert types_of(made["PLACES_OUT"]).items() >= {
        "place_id": "text", "service_id": "text", "time_min": "real", "across": "whole",
        "people": "real", "elsewhere": "real", "status": "text",
    }.items()  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"RULE": "weight"}, "WEIGHT_FIELD"),
        ({"RULE": "capacity"}, "CAPACITY_FIELD"),
        ({"TURNOUT_FIELD": "turnout", "COST": "distance"}, "TURNOUT_FIELD"),
        ({"RULE": "heaviest"}, "RULE"),
        ({"CELL_SIZE": 1}, "CELL_SIZE"),
    ],
)
def test_wrong_questions_are_refused(refused, given, wrong, told):
    assert told in refused("servicecatchments", **{**given, **wrong})


def test_wrong_numbers_are_refused(refused, given):
    def light(row):
        row["weight"] = 0.0

    def early(row):
        row["turnout"] = -2.0

    layer = given["SERVICES"]
    message = refused(
        "servicecatchments",
        **{**given, "SERVICES": copy_of(layer, light), "RULE": "weight", "WEIGHT_FIELD": "weight"},
    )
    assert "weight" in message and "above 0" in message
    message = refused(
        "servicecatchments", **{**given, "SERVICES": copy_of(layer, early)}, TURNOUT_FIELD="turnout"
    )
    assert "turnout" in message and "negative" in message


def test_points_stand_for_polygons(run, given):
    zones = {
        "PLACES": sample("municipalities"), "PLACE_ID": "code", "PLACE_COUNTRY_FIELD": "country",
        "POPULATION_FIELD": None, "POPULATION_POINTS": PLACES["PLACES"],
        "POPULATION_POINTS_FIELD": "population",
    }  # fmt: skip
    made = run("servicecatchments", **{**given, **zones})
    found = rows(made["PLACES_OUT"])
    assert len({one["code"] for one in found}) == len(found) == len(rows(sample("municipalities")))
    served = sum(one["population"] for one in rows(made["OUTPUT"]))
    assert served == pytest.approx(sum(one["people"] for one in found), rel=0.01)


def test_cancelled_leaves_nothing(run, given, tmp_path):
    where = {"OUTPUT": str(tmp_path / "o.gpkg"), "PLACES_OUT": str(tmp_path / "p.gpkg")}
    made = run("servicecatchments", Feedback(3), **{**given, **where})
    assert not made.get("OUTPUT") and not list(tmp_path.iterdir())
    assert left_behind(tmp_path) == []
