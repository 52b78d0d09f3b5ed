"""Partnerships through Processing, on the sample and its register."""

import numpy as np
import pytest

from smart_planning_plugin.core.disclosure import disclosed
from tests.processing.test_functionalzones import ZONES
from tests.processing.test_interactionflows import table_of
from tests.processing.tools import (
    ENDS,
    PLACES,
    SERVICES,
    TEMPORARY,
    copy_of,
    opened,
    rows,
    sample,
)

REGISTER = {"REGISTER": sample("register"), "PROFILES": sample("profiles")}
EVERYTHING = ("PAIRS", "OPPORTUNITIES", "IDEAS", "ORGANISATIONS", "ROLES")


@pytest.fixture(scope="session")
def made(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("partnerships")
    return run(
        "partnerships", **travel, **ZONES, **PLACES, **SERVICES, **REGISTER, REGION_FIELD="region",
        **{name: str(folder / f"{name}.gpkg") for name in EVERYTHING},
    )  # fmt: skip


@pytest.fixture(scope="session")
def minutes(run, travel):
    """Minutes of every journey from a place to a service."""
    table = rows(run("traveltimematrix", **travel, **ENDS, OUTPUT=TEMPORARY)["OUTPUT"])
    return {(one["origin_id"], one["destination_id"]): one["time_min"] for one in table}


def served(minutes, kind, threshold, advantage, own_of, group_of):
    """People by group who could reach a service in another group nearer than their own: a twin."""
    found = {}
    pools = [one for one in rows(sample("services")) if one["type"] == kind]
    homes = {one["service_id"]: one for one in pools}
    for place in rows(sample("places")):
        ways = {one: minutes[place["place_id"], one] for one in homes}
        ways = {one: way for one, way in ways.items() if way is not None}
        own = min((way for one, way in ways.items() if own_of(homes[one]) == own_of(place)),
                  default=np.inf)  # fmt: skip
        for group in {group_of(homes[one]) for one in ways}:
            near = min(
                (way for one, way in ways.items()
                 if group_of(homes[one]) == group and own_of(homes[one]) != own_of(place)),
                default=np.inf,
            )  # fmt: skip
            if near <= threshold and (own > threshold or own - near >= advantage):
                pair = group_of(place), group
                found[pair] = found.get(pair, 0) + place["population"]
    return found


def test_services_nearer_on_the_other_side(run, travel, minutes):
    """One type alone, against a loop over places and services."""
    given = {**SERVICES, "SERVICE_FILTER": "\"type\" = 'swimming_pool'"}
    pairs = rows(
        run("partnerships", **travel, **ZONES, **PLACES, **given, PAIRS=TEMPORARY)["PAIRS"]
    )
    zones = list(opened(sample("municipalities")).getFeatures())
    where = {}
    for feature in opened(sample("services")).getFeatures():
        inside = [one["code"] for one in zones if one.geometry().contains(feature.geometry())]
        where[feature["service_id"]] = inside[0] if inside else None

    def group(one):
        return one["municipality"] if "municipality" in one else where[one["service_id"]]

    twin = served(minutes, "swimming_pool", 40, 5, lambda one: one["country"], group)
    assert twin
    for one in pairs:
        a, b = one["zone_a"], one["zone_b"]
        assert one["service_people"] == disclosed(twin.get((a, b), 0) + twin.get((b, a), 0))


def test_pairs(made):
    pairs = rows(made["PAIRS"])
    assert len(pairs) == 9 * 16
    assert [one["rank"] for one in pairs] == list(range(1, len(pairs) + 1))
    for one in pairs:
        assert (one["country_a"], one["country_b"]) == ("LT", "LV")
        assert 0 <= one["potential"] <= 1 and 0 <= one["cooperation"] < 1
        assert one["gap"] == pytest.approx(one["potential"] - one["cooperation"])
        assert one["interaction_present"] == pytest.approx(0.2 * one["interaction_potential"])
        assert not any("commut" in one[name].lower() for name in ("reason", "themes"))
    by_pair = {(one["zone_a"], one["zone_b"]): one for one in pairs}
    skuodas = by_pair["LT-75", "LV-112"]
    assert skuodas["agreements"] == 1
    assert {"culture", "education", "sport", "tourism", "youth"} <= set(
        skuodas["themes"].split(", ")
    )
    assert "youth" not in skuodas["themes_open"]
    for feature in opened(made["PAIRS"]).getFeatures():
        assert len(feature.geometry().asPolyline()) == 2


def test_opportunities(made):
    found = rows(made["OPPORTUNITIES"])
    by_pair = {(one["region_a"], one["region_b"]): one for one in found}
    assert {("Klaipėda", "Telšiai"), ("Klaipėda", "Tauragė"), ("Klaipėda", "Kurzeme")} <= set(
        by_pair
    )
    kurzeme, home = by_pair["Klaipėda", "Kurzeme"], by_pair["Klaipėda", "Telšiai"]
    assert kurzeme["cross_border"] == 1 and home["cross_border"] == 0
    assert kurzeme["integration_potential"] > kurzeme["integration_present"] > 0
    assert home["integration_potential"] == home["integration_present"]
    assert (kurzeme["agreements"], kurzeme["ideas"]) == (4, 3)
    assert "Liepājas pilsēta" in kurzeme["municipalities"]
    assert kurzeme["reason"] in str(found) and "With an easier border" in kurzeme["reason"]
    assert "easier border" not in home["reason"]


def test_ideas_on_the_map(made):
    cards = rows(made["IDEAS"])
    assert {one["kind"] for one in cards} == {"idea", "agreement", "event"}
    by_id = {one["record_id"]: one for one in cards}
    idea = by_id["I1"]
    assert idea["partners_a"] and idea["partners_b"] and idea["lead"] and idea["maturity"]
    assert idea["cost_eur"] > 0 and idea["basis"] == "template"
    assert {one["record_id"] for one in cards if one["status"] == "no_place"} == {"E2", "E4"}
    for feature in opened(made["IDEAS"]).getFeatures():
        assert feature.hasGeometry() == (feature["status"] == "ok")


def test_roles_and_organisations(made):
    roles = rows(made["ROLES"])
    assert {(one["theme"], one["function"]) for one in roles} == {
        (theme, function)
        for theme in ("education", "environment", "social", "tourism")
        for function in ("initiates", "decides", "pays", "delivers", "monitors")
    }
    assert {one["finding"] for one in roles} == {"ok", "empty", "double", "one_sided"}
    assert all(one["reason_lt"] != one["reason"] for one in roles)
    known = rows(made["ORGANISATIONS"])
    assert len(known) >= 20 and all(one["betweenness"] is not None for one in known)


def test_from_flows_alone(run):
    flows = table_of([("LV-LPX", "LT-21", "30"), ("LT-21", "LV-LPX", "10")])
    pairs = rows(run("partnerships", **ZONES, FLOWS=flows, PAIRS=TEMPORARY)["PAIRS"])
    one = pairs[0]
    assert (one["zone_a"], one["zone_b"]) == ("LT-21", "LV-LPX")
    assert one["interaction_present"] == one["interaction_potential"] == 40
    assert one["potential"] == 1 and one["time_min"] is None
    assert {other["potential"] for other in pairs[1:]} == {0}


def test_a_closed_border_leaves_no_interaction_at_present(run, travel):
    given = {**travel, "BORDER": "closed"}
    pairs = rows(
        run("partnerships", **given, **ZONES, **PLACES, **SERVICES, PAIRS=TEMPORARY)["PAIRS"]
    )
    assert sum(one["interaction_present"] for one in pairs) == 0
    assert sum(one["interaction_potential"] for one in pairs) > 0
    assert not any(one["services"] for one in pairs)


def changed(table, **values):
    return copy_of(sample(table), lambda one: one.update(values))


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({}, "NETWORK and PLACES, or FLOWS"),
        ({"FLOWS": 1, "REGISTER": {"partners": "LV-XX"}}, "LV-XX"),
        ({"FLOWS": 1, "REGISTER": {"kind": "treaty"}}, "kind is one of"),
        ({"FLOWS": 1, "PROFILES": {"zone": "LV-LPX"}}, "more than once"),
        ({"FLOWS": 1, "IDEAS": TEMPORARY}, "IDEAS needs REGISTER"),
        ({"FLOWS": 1, "OPPORTUNITIES": TEMPORARY}, "REGION_FIELD"),
        ({"FLOWS": 1, "ZONE_COUNTRY_FIELD": "schematic_country"}, "ZONE_COUNTRY_FIELD"),
    ],
)
def test_bad_input(refused, more, problem):
    more = dict(more)
    if "FLOWS" in more:
        more["FLOWS"] = table_of([("LV-LPX", "LT-21", "3")])
    for name in ("REGISTER", "PROFILES"):
        if name in more:
            more[name] = changed(name.lower(), **more[name])
    assert problem in refused("partnerships", **{**ZONES, **more}, PAIRS=TEMPORARY)


def test_one_country_is_refused(refused):
    home = copy_of(sample("municipalities"), lambda one: one["country"] == "LV")
    flows = table_of([("LV-LPX", "LV-112", "3")])
    message = refused("partnerships", **{**ZONES, "ZONES": home}, FLOWS=flows, PAIRS=TEMPORARY)
    assert "one country" in message
