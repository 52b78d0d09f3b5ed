"""Check, routes, crossings and zones on the sample: what a user opens, reads and adds up."""

import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsWkbTypes

from tests.processing.tools import (
    ENDS,
    PLACES,
    TEMPORARY,
    copy_of,
    opened,
    rows,
    sample,
    types_of,
)


def test_border_zones(run, travel, tmp_path):
    made = run(
        "borderzones", **travel, **PLACES, BANDS="30,60",
        OUTPUT=str(tmp_path / "zones.gpkg"), SUMMARY=str(tmp_path / "summary.gpkg"),
    )  # fmt: skip
    places = rows(made["OUTPUT"])
    assert types_of(made["OUTPUT"]).items() >= {
        "place_id": "text", "border_min": "real", "crossing_id": "text", "crossing_name": "text",
        "band": "text", "status": "text",
    }.items()  # fmt: skip
    assert {one["band"] for one in places} == {"0-30", "30-60", "60+"}
    assert len({one["crossing_id"] for one in places}) == 3
    summary = rows(made["SUMMARY"])
    assert types_of(made["SUMMARY"]) == {
        "country": "text", "band": "text", "places": "whole", "population": "real", "share": "real",
    }  # fmt: skip
    people = sum(one["population"] or 0 for one in rows(sample("places")))
    assert sum(one["population"] for one in summary) == pytest.approx(people)
    assert sum(one["places"] for one in summary) == len(places)
    for one in summary:
        mine = [p for p in places if (p["country"], p["band"]) == (one["country"], one["band"])]
        assert one["population"] == pytest.approx(sum(p["population"] or 0 for p in mine))


def test_the_people_of_a_band_against_those_of_the_country(run, travel, refused):
    """A tenth fewer than before where it is near, a fifth more elsewhere; some do not know."""
    near = {
        one["place_id"]: one["band"] == "0-30"
        for one in rows(run("borderzones", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"])
    }

    def then(row):
        count = row["population"] or 0
        row["then"] = count / (0.9 if near[row["place_id"]] else 1.2)
        if row["place_id"] == "LV002":
            row["then"] = None

    places = {**PLACES, "PLACES": copy_of(sample("places"), then, fields=["then:double"])}
    given = {**travel, **places, "BEFORE_FIELD": "then"}
    made = run("borderzones", **given, OUTPUT=TEMPORARY, SUMMARY=TEMPORARY)
    summary = rows(made["SUMMARY"])
    assert {one["country"] for one in summary} == {"LV", "LT"}
    people = {one["place_id"]: one for one in rows(places["PLACES"])}
    for one in summary:
        expected = -10 if one["band"] == "0-30" else 20
        assert one["change_pct"] == pytest.approx(expected)
        mine = [p for p in people.values() if p["country"] == one["country"] and p["then"]]
        whole = sum(p["population"] for p in mine) / sum(p["then"] for p in mine)
        assert one["vs_country"] == pytest.approx(expected - 100 * (whole - 1))
    message = refused("borderzones", **given, POPULATION_POINTS=sample("places"),
                      POPULATION_POINTS_FIELD="population", OUTPUT=TEMPORARY)  # fmt: skip
    assert "BEFORE_FIELD" in message
    message = refused("borderzones", **{**given, "BEFORE_FIELD": "never"}, OUTPUT=TEMPORARY)
    assert "never" in message


def test_the_way_to_the_border_is_that_of_the_matrix(run, travel, study):
    """A matrix from the places to points on the crossings says the same, whichever is nearest."""
    zones = {
        one["place_id"]: one
        for one in rows(run("borderzones", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"])
    }
    matrix = run(
        "traveltimematrix", **travel, ORIGINS=sample("places"), ORIGIN_ID="place_id",
        DESTINATIONS=f"{study}|layername=crossings", DESTINATION_ID="crossing_id", NEAREST=1,
        OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    for one in rows(matrix):
        zone = zones[one["origin_id"]]
        assert one["time_min"] == pytest.approx(zone["border_min"], abs=0.05)
        assert one["destination_id"] == zone["crossing_id"]


def test_border_crossings(run, travel):
    made = run("bordercrossings", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"]
    found = rows(made)
    assert [one["rank"] for one in found] == [1, 2, 3]
    assert sum(one["share_of_trips"] for one in found) == pytest.approx(1)
    assert all(one["trips"] > 0 and one["cut_off_trips"] == 0 for one in found)
    assert all(one["detour_if_closed_min"] > 0 for one in found)
    assert opened(made).geometryType() == QgsWkbTypes.GeometryType.PointGeometry


def test_the_detour_is_that_of_a_run_with_the_crossing_shut(run, travel, study):
    """Every trip counts alike, so that plain means of two matrices say the same."""
    places = {**PLACES, "POPULATION_FIELD": None}
    found = rows(
        run("bordercrossings", **travel, **places, DECAY="binary", MAX_COST=10_000,
            OUTPUT=TEMPORARY)["OUTPUT"]
    )  # fmt: skip
    country = {one["place_id"]: one["country"] for one in rows(sample("places"))}

    def times(shut=None):
        def change(row):
            row["open"] = 0 if row["crossing_id"] == shut else 1

        crossings = copy_of(f"{study}|layername=crossings", change)
        made = run(
            "traveltimematrix", **travel, CROSSINGS=crossings, ORIGINS=sample("places"),
            ORIGIN_ID="place_id", DESTINATIONS=sample("places"), DESTINATION_ID="place_id",
            OUTPUT=TEMPORARY,
        )["OUTPUT"]  # fmt: skip
        pairs = {(one["origin_id"], one["destination_id"]): one["time_min"] for one in rows(made)}
        return {key: one for key, one in pairs.items() if country[key[0]] != country[key[1]]}

    now = times()
    one = found[-1]  # the least: fewest pairs
    then = times(one["crossing_id"])
    longer = [key for key, minutes in now.items() if then[key] > minutes + 1e-6]
    assert one["trips"] == pytest.approx(len(longer))
    assert one["share_of_trips"] == pytest.approx(len(longer) / len(now))
    detour = sum(then[key] - now[key] for key in longer)
    assert one["detour_if_closed_min"] == pytest.approx(detour / len(longer), rel=1e-4)
    assert one["extra_time_share"] == pytest.approx(detour / sum(now.values()), rel=1e-4)


def test_routes_are_as_long_as_their_lines_and_as_fast_as_the_matrix(run, travel, tmp_path):
    path = str(tmp_path / "routes.gpkg")
    routes = run("fastestroutes", **travel, **ENDS, NEAREST=2, OUTPUT=path)["OUTPUT"]
    matrix = run("traveltimematrix", **travel, **ENDS, NEAREST=2, OUTPUT=TEMPORARY)["OUTPUT"]
    minutes = {(one["origin_id"], one["destination_id"]): one["time_min"] for one in rows(matrix)}
    layer = opened(routes)
    assert types_of(layer) == {
        "origin_id": "text", "destination_id": "text", "time_min": "real", "distance_km": "real",
        "crossings": "text", "crossing_names": "text", "status": "text",
    }  # fmt: skip
    found = rows(layer)
    assert {(one["origin_id"], one["destination_id"]) for one in found} == set(minutes)
    for one, feature in zip(found, layer.getFeatures()):
        key = one["origin_id"], one["destination_id"]
        assert one["time_min"] == pytest.approx(minutes[key], abs=1e-6)
        if feature.hasGeometry():
            length = feature.geometry().length() / 1000
            assert one["distance_km"] == pytest.approx(length, rel=2e-3, abs=1e-3)


def test_pairs_by_field_and_the_crossings_on_the_way(run, travel):
    keys = {"Liepāja": "a", "Priekule": "b", "Klaipėda": "a", "Skuodas": "b"}

    def ends(country):
        def change(row):
            if row["country"] != country or row["name"] not in keys:
                return False
            row["pair"] = keys[row["name"]]
            return None

        return copy_of(sample("places"), change, fields=["pair:string"])

    given = {
        **travel, "ORIGINS": ends("LV"), "ORIGIN_ID": "place_id", "DESTINATIONS": ends("LT"),
        "DESTINATION_ID": "place_id", "PAIR_FIELD": "pair", "OUTPUT": TEMPORARY,
    }  # fmt: skip
    found = rows(run("fastestroutes", **given)["OUTPUT"])
    assert len(found) == 2
    # what road maps say: Liepāja to Klaipėda 94 km over A11 and A13, Priekule to Skuodas 22 km
    assert [round(one["distance_km"]) for one in found] == pytest.approx([94, 22], rel=0.06)
    assert [one["crossing_names"] for one in found] == ["A13 – A11", "169 – P114"]
    late = rows(run("fastestroutes", **given, BORDER="delay", BORDER_DELAY=25)["OUTPUT"])
    assert late[0]["time_min"] == pytest.approx(found[0]["time_min"] + 25)
    closed = rows(run("fastestroutes", **given, BORDER="closed")["OUTPUT"])
    assert {one["status"] for one in closed} == {"unreached"}
    assert {one["time_min"] for one in closed} == {None}
    assert any("2 of 2 pairs have no route" in one for one in run.feedback.warnings)


def test_check(run, travel, tmp_path):
    made = run(
        "checkroadnetwork", **travel, **PLACES, ISSUES=TEMPORARY, REPORT=str(tmp_path / "c.html")
    )
    layer = opened(made["ISSUES"])
    assert layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    assert layer.fields().names() == [
        "kind", "severity", "message", "edge_id", "node_id", "country",
    ]  # fmt: skip
    grave = [one for one in rows(layer) if one["severity"] != "note"]
    assert [one["kind"] for one in grave] == ["open end"]
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert "P104: no road abroad ends within 1000 m" in page and "CROSSING_OVERRIDES" in page


def test_check_finds_the_islet_and_its_people(run, study, travel, tmp_path):
    """Without the ferry the Spit is an islet with the people of Neringa on it."""
    edges = copy_of(travel["NETWORK"], lambda row: row["kind"] != "ferry")
    given = {**travel, "NETWORK": edges, "SNAP_DISTANCE": 5000}
    made = run("checkroadnetwork", **given, **PLACES, ISSUES=TEMPORARY)["ISSUES"]
    (one,) = [one for one in rows(made) if one["kind"] == "islet"]
    assert one["severity"] == "error" and one["country"] == "LT"
    spit = [p["population"] for p in rows(sample("places")) if p["municipality"] == "LT-23"]
    assert "(167)" in one["message"] and f"{sum(spit):,} people nearest" in one["message"]
    assert any(one.startswith("islet (error): 1") for one in run.feedback.warnings)


# ---------------------------------------------------------------- what cannot be


@pytest.mark.parametrize("bands", ["", "0,30", "60,30", "thirty", "30,30"])
def test_bands_that_are_none(refused, travel, bands):
    message = refused("borderzones", **travel, **PLACES, BANDS=bands, OUTPUT=TEMPORARY)
    assert "BANDS" in message


@pytest.mark.parametrize("algorithm", ["borderzones", "bordercrossings"])
def test_no_crossing_is_open(refused, travel, study, algorithm):
    shut = copy_of(f"{study}|layername=crossings", lambda row: row.update(open=0))
    message = refused(algorithm, **travel, CROSSINGS=shut, **PLACES, OUTPUT=TEMPORARY)
    assert "no crossing that is open" in message and "CROSSINGS" in message


def test_a_closed_border_carries_nothing(refused, travel):
    message = refused("bordercrossings", **travel, **PLACES, BORDER="closed", OUTPUT=TEMPORARY)
    assert "BORDER is closed" in message and "open or delay" in message


def test_people_on_one_side_only(refused, travel):
    places = copy_of(sample("places"), lambda row: row["country"] == "LV")
    given = {**PLACES, "PLACES": places}
    message = refused("bordercrossings", **travel, **given, OUTPUT=TEMPORARY)
    assert "no trip across the border" in message and "both sides" in message


def test_pairs_that_do_not_fit(refused, travel):
    message = refused("fastestroutes", **travel, **ENDS, PAIR_FIELD="source", OUTPUT=TEMPORARY)
    assert "no origin and destination have the same value" in message or "source" in message
    message = refused("fastestroutes", **travel, **ENDS, PAIR_FIELD="pop_65", OUTPUT=TEMPORARY)
    assert "PAIR_FIELD" in message and "services" in message


def test_places_that_cannot_be_used_keep_their_row(run, travel):
    far = QgsGeometry.fromPointXY(QgsPointXY(10, 50))
    changes = iter([{"geometry": QgsGeometry()}, {"geometry": far}])
    places = copy_of(sample("places"), lambda row: row.update(next(changes, {})))
    given = {**PLACES, "PLACES": places}
    found = rows(run("borderzones", **travel, **given, OUTPUT=TEMPORARY)["OUTPUT"])
    assert [one["status"] for one in found[:2]] == ["no_geometry", "too_far"]
    assert [one["band"] for one in found[:2]] == ["not_used", "not_used"]
    ends = {**ENDS, "ORIGINS": places, "NEAREST": 1}
    found = rows(run("fastestroutes", **travel, **ends, OUTPUT=TEMPORARY)["OUTPUT"])
    assert [one["status"] for one in found[:2]] == ["origin no_geometry", "origin too_far"]
