"""What lies behind the results of every algorithm that has numbers: the page gives them again."""

import html
import re
from pathlib import Path

import pytest

from smart_planning_plugin.core.accessibility.explaining import number_of
from smart_planning_plugin.core.services.inputs import ServiceType
from smart_planning_plugin.core.words import TEXTS, number
from smart_planning_plugin.processing.explain_fields import MEANINGS, meaning
from tests.processing.tools import COARSE, PLACES, SERVICES, TEMPORARY, ZONES, opened, rows, sample

POOLS = {**SERVICES, "SERVICE_FILTER": "type = 'swimming_pool'"}
SITES = {"CANDIDATES": sample("services"), "CANDIDATE_ID": "service_id", "P": 2,
         "CANDIDATE_COUNTRY_FIELD": "country"}  # fmt: skip
IDEAS = {
    "CANDIDATES": sample("project_ideas"), "CANDIDATE_ID": "idea_id",
    "CRITERIA": sample("criteria"), "CRITERIA_LAYERS": [sample("coast")],
}  # fmt: skip


@pytest.fixture
def explained(run, tmp_path):
    """The page about a row of a result, and the ways: (text, rows)."""

    def why(algorithm, output, pick, named="", more=None, number="", language="en", **given):
        path = str(tmp_path / f"result.{'gpkg' if output != 'FLOWS' else 'csv'}")
        run(algorithm, **given, **{output: path})
        row = next(one for one in rows(path, fid=True) if pick(one))
        made = run(
            "explain", RESULT=path, FEATURE_ID=str(row[named] if named else row["fid"]),
            REPORT=str(tmp_path / "why.html"), ROUTES=TEMPORARY, NUMBER=number,
            LANGUAGE=language, **(more(row) if more else {}),
        )  # fmt: skip
        body = Path(made["REPORT"]).read_text(encoding="utf-8").split("</style>")[1]
        text = re.sub(r"\s*\|[\s|]*", "|", html.unescape(re.sub(r"<[^>]+>", "|", body)))
        return row, text, rows(made["ROUTES"])

    return why


def test_the_way_to_the_border_and_the_places_of_a_band(explained, travel):
    row, page, ways = explained(
        "borderzones", "OUTPUT", lambda one: one["name"] == "Skuodas", "place_id",
        **travel, **PLACES,
    )  # fmt: skip
    assert ways[0]["time_min"] == pytest.approx(row["border_min"])
    assert f"{row['crossing_name']}|{row['crossing_id']}|" in page
    assert len(ways) == 3 and ways[1]["time_min"] > ways[0]["time_min"]
    row, page, _ = explained(
        "borderzones", "SUMMARY", lambda one: one["country"] == "LT", **travel, **PLACES,
        OUTPUT=TEMPORARY,
    )  # fmt: skip
    people = number(row["population"], "en")
    assert f"Places: {row['places']}; people: {people}." in page


def test_a_crossing_with_and_without(explained, travel):
    row, page, ways = explained("bordercrossings", "OUTPUT", lambda one: one["rank"] == 1,
                                "crossing_id", **travel, **PLACES)  # fmt: skip
    with_, without = ways
    assert with_["crossing_names"] == row["name"] != without["crossing_names"]
    assert without["time_min"] > with_["time_min"]
    assert f"{with_['time_min']:.1f} min, without the crossing {without['time_min']:.1f}" in page


def test_who_is_reached_and_who_is_near(explained, travel):
    row, page, _ = explained("transportperformance", "OUTPUT", lambda one: one["name"] == "Auce",
                             **travel, **PLACES)  # fmt: skip
    said = "Reached within 90 min: {} people. Nearby, within 120 km: {} people.".format(
        *(number(row[one], "en") for one in ("accessible", "proximity"))
    )
    assert said in page and "|both|" in page and "|nearby only|" in page


@pytest.mark.parametrize("combine", ["separate", "split"])
def test_who_is_inside_an_isochrone(explained, travel, combine):
    row, page, ways = explained(
        "isochrones", "OUTPUT", lambda one: one["to_min"] == 30 and (one["population"] or 0) > 4000,
        **travel, **PLACES, ORIGINS=SERVICES["SERVICES"], ORIGIN_ID="service_id", SHAPE="roads",
        COMBINE=combine, RINGS=True,
    )  # fmt: skip
    assert f"people: {number(row['population'], 'en')}. The largest are shown." in page
    assert row["from_min"] < ways[0]["time_min"] <= row["to_min"]


def test_a_flow_between_two_places(explained, travel):
    row, page, ways = explained(
        "interactionflows", "FLOWS", lambda one: one["cross_border"] == "1", "from_id",
        lambda row: {"TO_ID": row["to_id"]}, **travel, **PLACES,
    )  # fmt: skip
    assert ways[0]["time_min"] == pytest.approx(max(float(row["time_min"]), 0))
    assert "Gravity: the two masses" in page and "Where it ends" in page


def test_who_lives_in_a_shared_service_area(explained, travel):
    row, page, _ = explained(
        "sharedserviceareas", "AREAS",
        lambda one: one["category"] == "abroad_nearer" and one["population"] > 0,
        **travel, **PLACES, **POOLS, **COARSE,
    )  # fmt: skip
    assert f"people: {number(row['population'], 'en')}. The largest are shown." in page


def test_the_places_of_a_zone_and_their_services(explained, travel):
    row, page, _ = explained(
        "serviceinventory", "OUTPUT", lambda one: one["code"] == "LT-75", "code",
        number="nearest_min_swimming_pool", language="lt",
        **travel, **PLACES, **POOLS, **ZONES,
    )  # fmt: skip
    people = number(row["demand_swimming_pool"], "lt")
    assert f"gyventojai: {people}." in page and "|min užsienyje|" in page


def test_the_way_to_a_chosen_site(explained, travel):
    row, page, ways = explained(
        "locatesharedservices", "ASSIGNMENT", lambda one: one["across"] == 1, "place_id",
        **travel, **PLACES, **SITES, SITES=TEMPORARY,
    )  # fmt: skip
    assert ways[0]["time_min"] == pytest.approx(row["time_min"])
    assert "The nearest candidates" in page and row["site_id"] in page


def test_the_terms_of_a_score(explained):
    row, page, _ = explained("priorities", "OUTPUT", lambda one: one["rank"] == 2, "idea_id",
                             **IDEAS)  # fmt: skip
    assert f"The terms add up to {row['score']:.4f}." in page
    terms = page.split("|adds|")[1].split("|All fields")[0].split("|")
    found = [float(one) for one in terms[4::5]]
    assert sum(found) == pytest.approx(row["score"], abs=5e-4) and len(found) == 6


def test_the_series_of_a_trend_hides_what_the_result_hides(explained):
    row, page, _ = explained(
        "territorialtrends", "SUMMARY",
        lambda one: one["zone"] == "LT-21" and one["indicator"] == "population",
        **ZONES, OBSERVATIONS=sample("observations"), OUTPUT=TEMPORARY,
    )  # fmt: skip
    for one in ("first_value", "last_value"):
        assert row[one] % 10 == 0 and f"|{number(row[one], 'en')}|" in page


def test_shift_and_share_add_up(explained):
    row, page, _ = explained(
        "specialisation", "OUTPUT", lambda one: one["change"] and one["regional_shift"],
        ZONES=sample("regions"), ZONE_ID="code", JOBS=sample("jobs"),
    )  # fmt: skip
    parts = [row[one] for one in ("national_share", "industry_mix", "regional_shift")]
    assert sum(parts) == pytest.approx(row["change"])
    assert f"+ {number(parts[2], 'en', 1)} as this zone did." in page


def test_the_places_behind_a_sum(explained, travel):
    norms = {"NORMS": sample("norms"), "SETTLEMENT_FIELD": "settlement"}
    posts = {**SERVICES, "SERVICE_FILTER": "type = 'ambulance_post'", **norms}
    asked = [
        ("bordereffect", "SUMMARY", lambda one: (one["country"], one["band_km"]) == ("LV", "0-10")),
        ("serviceaccessibility", "EQUITY", lambda one: one["scope"] == "country"),
        ("serviceaccessibility", "NORMS_MET", lambda one: one["settlement"] == "town"),
    ]
    for algorithm, output, pick in asked:
        row, page, _ = explained(
            algorithm, output, pick, **travel, **PLACES, **posts, OUTPUT=TEMPORARY
        )
        assert f"people: {number(row['people'], 'en')}. The largest are shown." in page, output
    assert "|nearest ambulance post|" in page


def test_a_number_names_its_state_of_the_border():
    kind = ServiceType("post", "Post")
    for name in ("within_norm_post_closed", "nearest_post_closed", "change_nearest_post_closed"):
        assert number_of(name, [kind]).state == "closed"
    assert number_of("cut_off_post", [kind]).state == "" and number_of("post", [kind]) is None


def test_length_by_speed_is_time(run, travel, tmp_path):
    (edge, *_) = [one for one in rows(travel["NETWORK"]) if one["kind"] == "road"]
    made = run("explain", RESULT=travel["NETWORK"], FEATURE_ID=str(edge["edge_id"]),
               REPORT=str(tmp_path / "why.html"))  # fmt: skip
    page = Path(made["REPORT"]).read_text(encoding="utf-8")
    seconds = edge["length_m"] / 1000 / edge["speed_kmh"] * 3600
    assert f"km at {edge['speed_kmh']:g} km/h take {seconds:.1f} s" in page


def test_a_field_means_what_its_whole_name_says():
    assert meaning("cut_off_population") != meaning("cut_off_hospital") != ""
    assert "end" in meaning("edge_min") and meaning("edge_id") == ""
    assert "not users" in meaning("nearest_population_lv")
    assert meaning("within_norm_school") == "1: the nearest service lies within the norm"
    written = "".join(one.read_text(encoding="utf-8") for one in TEXTS.glob("*.csv"))
    assert [text for _, text in MEANINGS if text not in written] == []


def test_results_have_few_fields_without_a_meaning(run, travel):
    """Of what we add to the sample's places and services; those of the input explain themselves."""
    made = [
        run("serviceaccessibility", **travel, **PLACES, **POOLS, OUTPUT=TEMPORARY)["OUTPUT"],
        run("bordereffect", **travel, **PLACES, **POOLS, OUTPUT=TEMPORARY)["OUTPUT"],
        run("transportperformance", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"],
        run("borderzones", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"],
        run("bordercrossings", **travel, **PLACES, OUTPUT=TEMPORARY)["OUTPUT"],
    ]
    theirs = {one.name() for one in opened(PLACES["PLACES"]).fields()}
    theirs |= {"country_a", "country_b", "name", "fid"}
    names = {one.name() for layer in made for one in opened(layer).fields()} - theirs
    assert {one for one in names if not meaning(one)} == set()
