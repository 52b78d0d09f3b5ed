"""Where to put shared services, run as a user would, on the sample."""

import csv

import pytest

from tests.processing.tools import PLACES, TEMPORARY, copy_of, opened, rows, sample

POOLS = {
    "CANDIDATES": sample("services"),
    "CANDIDATE_ID": "service_id",
    "CANDIDATE_COUNTRY_FIELD": "country",
    "FORBIDDEN": "\"type\" <> 'culture_house'",
}


@pytest.fixture(scope="module")
def located(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("located")
    made = run(
        "locatesharedservices",
        **travel, **PLACES, **POOLS, MODEL="mclp", P=4, THRESHOLD=25,
        SITES=str(folder / "sites.gpkg"), ASSIGNMENT=str(folder / "lines.gpkg"),
        SUMMARY=str(folder / "summary.csv"),
    )  # fmt: skip
    return made


def test_sites_say_what_they_are_and_whom_they_serve(located):
    sites, candidates = rows(located["SITES"]), rows(sample("services"))
    assert [one["service_id"] for one in sites] == [one["service_id"] for one in candidates]
    chosen = [one for one in sites if one["role"] == "chosen"]
    assert len(chosen) == 4
    assert {one["type"] for one in chosen} == {"culture_house"}
    assert {one["role"] for one in sites if one["type"] != "culture_house"} == {"forbidden"}
    for one in chosen:
        assert one["people"] == pytest.approx(one["people_lv"] + one["people_lt"])
        foreign = one["people_lv"] if one["country"] == "LT" else one["people_lt"]
        assert one["foreign_share"] == pytest.approx(foreign / one["people"])


def test_the_lines_add_up_to_the_sites(located):
    lines, sites = rows(located["ASSIGNMENT"]), rows(located["SITES"])
    assert {one["place_id"] for one in lines} == {one["place_id"] for one in rows(sample("places"))}
    for site in sites:
        mine = [one for one in lines if one["site_id"] == site["service_id"]]
        assert sum(one["people"] for one in mine) == pytest.approx(site["people"])
    for one, feature in zip(lines, opened(located["ASSIGNMENT"]).getFeatures()):
        assert feature.hasGeometry() == (one["status"] == "ok")
        assert one["across"] == int(
            one["status"] == "ok" and one["place_country"] != one["site_country"]
        )


def test_the_summary_compares_and_can_be_pasted(located):
    with open(located["SUMMARY"], encoding="utf-8", newline="") as stream:
        table = {one["cooperation"]: one for one in csv.DictReader(stream)}
    assert set(table) == {"shared", "separate", "gain"}
    within = {name: float(one["people_within"]) for name, one in table.items()}
    assert within["gain"] == pytest.approx(within["shared"] - within["separate"])
    assert within["gain"] >= 0
    lines = [one for one in rows(located["ASSIGNMENT"]) if one["within"]]
    assert within["shared"] == pytest.approx(sum(one["people"] for one in lines))
    assert "could" in table["shared"]["finding_en"]
    assert "by car" in table["shared"]["finding_en"]
    assert "varētu" in table["shared"]["finding_lv"]
    assert "galėtų" in table["shared"]["finding_lt"]
    assert table["separate"]["finding_en"] == ""


def test_a_closed_border_leaves_nothing_to_gain(run, travel):
    made = run(
        "locatesharedservices", **{**travel, "BORDER": "closed"}, **PLACES, **POOLS,
        MODEL="pmedian", P=6, SITES=TEMPORARY, SUMMARY=TEMPORARY,
    )  # fmt: skip
    table = {one["cooperation"]: one for one in rows(made["SUMMARY"])}
    assert table["gain"]["mean_min"] == pytest.approx(0)
    assert table["shared"]["people_across"] == 0
    assert "gain nothing" in table["shared"]["finding_en"]


def test_what_sharing_costs_is_said_too(run, travel):
    made = run(
        "locatesharedservices", **travel, **PLACES, **POOLS, MODEL="pmedian", P=6,
        FIXED="\"service_id\" = 'CULT-LV01'", SITES=TEMPORARY, SUMMARY=TEMPORARY,
    )  # fmt: skip
    table = {one["cooperation"]: one for one in rows(made["SUMMARY"])}
    assert table["gain"]["people_within"] < 0 < table["gain"]["mean_min"]
    assert "fewer people would be within 30 min" in table["shared"]["finding_en"]


def test_capacities_fill_and_fixed_sites_stay(run, travel):
    def with_room(row):
        row["room"] = 80000.0

    candidates = copy_of(sample("services"), with_room, fields=["room:double"])
    made = run(
        "locatesharedservices", **travel, **PLACES,
        **{**POOLS, "CANDIDATES": candidates, "FIXED": "\"service_id\" = 'CULT-LV01'"},
        MODEL="pmedian", P=12, CAPACITY_FIELD="room", SITES=TEMPORARY,
    )  # fmt: skip
    sites = rows(made["SITES"])
    assert max(one["load"] or 0 for one in sites) <= 1 + 1e-6
    assert {one["role"] for one in sites if one["service_id"] == "CULT-LV01"} == {"fixed"}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"P": 5000}, "Choose P from 1 to"),
        ({"MODEL": "p_median"}, "MODEL"),
        ({"FORBIDDEN": "TRUE"}, "FORBIDDEN"),
        ({"CANDIDATE_ID": "type"}, "more than once"),
        ({"CAPACITY_FIELD": "capacity", "MODEL": "pmedian"}, "capacities are missing"),
        ({"CANDIDATE_COUNTRY_FIELD": "land"}, "land"),
    ],
)
def test_what_is_wrong_is_said(refused, travel, change, words):
    given = {**travel, **PLACES, **POOLS, "P": 3, "SITES": TEMPORARY, **change}
    assert words in refused("locatesharedservices", **given)
