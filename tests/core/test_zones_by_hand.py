"""Zones from drive times, flows between places and reasons in words, worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.services.inputs import Places
from smart_planning_plugin.core.zones.between import Between, desire_lines, flow_table
from smart_planning_plugin.core.zones.between import flows_between as between
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import (
    Rules,
    Settlements,
    Units,
    changed,
    functional_zones,
    region_table,
)
from smart_planning_plugin.core.zones.interaction import Deterrence
from smart_planning_plugin.core.zones.rural import RuralRules
from smart_planning_plugin.core.zones.summary import (
    regions_with_reasons,
    summary_table,
    units_table,
)
from tests.core.small import network_of, objects, places_on

# ---------------------------------------------------------------- functional rural areas
# A road of 62 km, a km a minute, AA up to 31 and BB behind it. By place: km, people, unit.
#   town AA 0: 30,000 U1 · hamlet 5: 100 U1 · village 28: 2,000 U2 · over the border 32: 900, and
#   counted to U2 · town BB 33: 40,000 U3 · village 61: 500 U4 · lost: 7,000 U4, on no road
KM = [0.0, 5, 28, 32, 33, 61, 0]
PEOPLE = np.array([30_000.0, 100, 2000, 9000, 40_000, 500, 7000])
ZONE = np.array([0, 0, 1, 1, 2, 3, 3])
COUNTRY = objects(["AA", "AA", "AA", "BB", "BB", "BB", "BB"])


def road(urban=("",) * 7, **changes):
    edges = [
        {"a": 0, "b": 1, "there": 30.0, "km": 30.0, "country": "AA"},
        {"a": 1, "b": 2, "there": 1.0, "km": 1.0, "kind": "crossing", "crossing_id": "X"},
        {"a": 2, "b": 3, "there": 31.0, "km": 31.0, "country": "BB"},
    ]
    network = network_of([(0, 0), (30e3, 0), (31e3, 0), (62e3, 0)], edges)
    edge = [0, 0, 0, 2, 2, 2, -1]
    at = places_on(edge, [one / 30 if one < 30 else (one - 31) / 31 for one in KM])
    at.country[:] = COUNTRY
    places = Places(
        objects(list("abcdefg")), np.column_stack([np.array(KM) * 1000, np.zeros(7)]), COUNTRY,
        PEOPLE, pd.DataFrame(),
    )  # fmt: skip
    units = Units(
        objects(["U1", "U2", "U3", "U4"]), objects(["One", "Two", "Three", "Four"]),
        objects(["AA", "AA", "BB", "BB"]), np.array([30_100.0, 2000, 49_000, 500]),
        np.array([[0, 1], [1, 2], [2, 3]]), objects([""] * 4),
    )  # fmt: skip
    made = Settlements(
        Travel(network), places, at, ZONE, objects(list(urban)), any(one for one in urban)
    )
    return units, made, Rules(rural=RuralRules(**changes))


def named(units, division):
    found = {}
    for unit, group in zip(units.id, division.group):
        found.setdefault(units.id[division.core[group]], []).append(unit)
    return found


def test_rural_zones_across_the_border_and_without_it():
    units, settlements, rules = road()
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    # village 28 leans on the town of BB (40,000 / 5² > 30,000 / 28²); the towns lie 33 min apart
    assert named(units, found.across) == {"U1": ["U1"], "U3": ["U2", "U3", "U4"]}
    # with the border closed it is a centre of 2,000, and merges with the town 28 minutes off;
    # the 9,000 people who live abroad and are counted to U2 do not take it with them
    assert named(units, found.apart) == {"U1": ["U1", "U2"], "U3": ["U3", "U4"]}
    assert found.across.role.tolist() == ["alone", "member", "core", "member"]
    assert found.apart.role.tolist() == ["core", "member", "core", "member"]
    assert found.across.valid.tolist() == [True, True]
    assert changed(found.across, found.apart).tolist() == [True] * 4
    assert found.variant == "all-territory variant"
    kept = functional_zones(units, "functional_rural", rules, None, settlements, False)
    assert named(units, kept.across) == named(units, kept.apart) == named(units, found.apart)
    with pytest.raises(MissingFieldError, match="NETWORK and PLACES"):
        functional_zones(units, "functional_rural", rules)


def test_a_rural_zone_may_stay_too_small():
    units, settlements, rules = road(least_people=40_000.0, apart_min=20.0)
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    assert found.across.valid.tolist() == [False, True]


def test_urban_areas_are_taken_out():
    urban = ["Town", "", "", "", "", "", ""]
    units, settlements, rules = road(urban)
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    assert found.variant == "outside of urban areas"
    assert found.across.role.tolist() == ["urban", "member", "core", "member"]
    # most people of U1 live in the town, though its hamlet leans on the village
    assert named(units, found.across) == {"U1": ["U1"], "U3": ["U2", "U3", "U4"]}
    urban = ["", "Town", "", "", "", "", ""]
    units, settlements, rules = road(urban)
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    assert found.across.role.tolist()[0] == "alone"


def test_what_is_said_of_rural_zones():
    units, settlements, rules = road()
    flow = np.array([[90.0, 10, 0, 0], [5, 40, 5, 0], [0, 10, 200, 40], [0, 0, 30, 70]])
    found = functional_zones(
        units, "functional_rural", rules, Flows(flow, "observed"), settlements
    )  # fmt: skip
    table = regions_with_reasons(units, found, "functional_rural")
    assert table["zone_id"].tolist() == ["FZ-U1", "FZ-U3"]
    assert table["zones_apart"].tolist() == [1, 2]
    assert table["countries"].tolist() == ["AA", "AA, BB"]
    assert table["population"].tolist() == [30_100, 51_500]
    assert table["population_a"].tolist() == [30_100, 2000]
    assert table["population_b"].tolist() == [0, 49_500]
    assert table["flow_within"].tolist() == [90, 40 + 5 + 10 + 200 + 40 + 30 + 70]
    assert table["flow_across"].tolist() == [0, 15]  # between U2 and U3
    # of 100 that start 90 stay, of 95 that end; of 400 that start 395 stay, of 405 that end
    assert table["self_containment"].tolist() == pytest.approx([0.9, 395 / 405])
    assert table["reason"].tolist() == [
        "Candidate zone around One (units: 1, people: 30,100). 90 % of observed flows stay within. "
        "All-territory variant: large cities were not taken out.",
        "Candidate zone around Three (units: 3, people: 51,500). It crosses the border (AA, BB). "
        "Without crossing, its units would lie in 2 zones. 98 % of observed flows stay within. "
        "All-territory variant: large cities were not taken out.",
    ]
    given = objects(["x", "x", "y", ""])
    every = units_table(units, found, given)
    assert every["zone_id"].tolist() == ["FZ-U1", "FZ-U3", "FZ-U3", "FZ-U3"]
    assert every["zone_id_apart"].tolist() == ["FZ-U1", "FZ-U1", "FZ-U3", "FZ-U3"]
    assert every["zone_crosses"].tolist() == [0, 1, 1, 1]
    assert every["flow_out"].tolist() == [100, 50, 250, 100]
    assert every["flow_in"].tolist() == [95, 60, 235, 110]
    assert every["self_containment"].tolist() == pytest.approx([0.9, 40 / 60, 0.8, 70 / 110])
    values = {
        (row.topic, row.zone, row.other, row.measure): row.value
        for row in summary_table(units, found, given).itertuples()
    }
    across, apart = "with the border crossed", "without crossing the border"
    assert values[across, "", "", "zones"] == values[apart, "", "", "zones"] == 2
    assert values[across, "", "", "zones across the border"] == 1
    assert values[apart, "", "", "zones across the border"] == 0
    assert values[across, "", "", "people in zones across the border"] == 51_500
    assert values[across, "", "", "share of flows within zones"] == pytest.approx(485 / 500)
    assert values["difference", "", "", "units whose zone changes"] == 4
    assert values["difference", "", "", "people in them"] == 81_600
    assert values["comparison", "", "", "units in given zones"] == 3
    assert values["overlap", "FZ-U3", "x", "people"] == 2000
    assert values["overlap", "FZ-U3", "y", "share of the candidate zone"] == pytest.approx(
        49_000 / 51_000
    )
    none = summary_table(units, found, objects([""] * 4))
    assert none[none["topic"] == "comparison"]["value"].tolist() == [0]


def test_zones_that_fall_apart_or_fall_short_say_so():
    units, settlements, rules = road(least_people=60_000.0, apart_min=20.0)
    islands = Units(
        units.id, units.name, units.country, units.people, np.zeros((0, 2), int), units.city
    )
    found = functional_zones(islands, "functional_rural", rules, None, settlements)
    reason = regions_with_reasons(islands, found, "functional_rural")["reason"][1]
    assert "It does not hang together: 3 pieces." in reason
    assert "It stays below the thresholds of the method." in reason
    table = region_table(islands, found.across, None)
    assert table["contiguous"].tolist() == [1, 0] and table["parts"].tolist() == [1, 3]
    assert "flow_kind" not in table


# ---------------------------------------------------------------- flows between places

COST = np.array([[np.inf, 10, 20], [10, np.inf, 12], [20, 12, np.inf]])
SIDES = objects(["AA", "AA", "BB"])


def test_a_table_of_flows_by_hand():
    nan = np.nan
    found = Between(
        np.array([[0, 2.0, 0], [3, 0, 0], [0, 0, 0]]),
        np.array([[nan, 5.0, 0], [nan, nan, nan], [nan, nan, nan]]),
        np.array([[nan, 7.0, 8], [7, nan, np.inf], [8, np.inf, nan]]),
        np.array([[False, False, True], [False, False, True], [True, True, False]]),
        [],
    )
    table = flow_table(found, objects(["a", "b", "c"]), "time_min", objects(["ok", "ok", "ok"]))
    rows = table.replace({np.nan: None}).to_dict("records")
    key = ("from_id", "to_id", "flow", "kind", "modelled", "time_min", "cross_border", "status")
    assert [tuple(row[name] for name in key) for row in rows] == [
        ("a", "b", 5.0, "observed", 2.0, 7.0, 0, "ok"),
        ("a", "c", 0.0, "observed", 0.0, 8.0, 1, "ok"),
        ("b", "a", 3.0, "modelled", 3.0, 7.0, 0, "ok"),
        ("c", "c", None, "modelled", None, None, 0, "unreached"),
    ]
    lost = flow_table(found, objects(["a", "b", "c"]), "km", objects(["ok", "ok", "too_far"]))
    assert lost["status"].tolist()[-1] == "too_far" and "km" in lost


def test_observed_flows_set_the_totals_of_a_balanced_model():
    seen = np.array([[np.nan, 30, 4], [20, np.nan, 6], [5, 7, np.nan]])
    uphill = COST + np.array([[0, 3, 0], [0, 0, 0], [4, 0, 0]])

    def fitted(cost):
        return between(cost, np.ones(3), np.ones(3), SIDES, "doubly_constrained", within=False,
                       observed=seen)  # fmt: skip

    found = fitted(uphill)
    np.testing.assert_allclose(found.modelled.sum(axis=1), [34, 26, 12], rtol=1e-6)
    np.testing.assert_allclose(found.modelled.sum(axis=0), [25, 37, 10], rtol=1e-6)
    assert found.words[0].startswith("doubly_constrained: decay ")
    both = np.isfinite(seen)
    share = (
        2
        * np.minimum(seen, found.modelled)[both].sum()
        / (seen[both].sum() + found.modelled[both].sum())
    )
    assert found.words[1].startswith(f"doubly_constrained: the model has {share:.0%} of the")
    # round three places there are as many minutes one way as the other, whoever goes where
    with pytest.raises(InvalidValueError, match="do not tell how they fall"):
        fitted(COST)


def test_attraction_is_scaled_to_the_people_and_that_is_said():
    people, attraction = np.array([10.0, 20, 30]), np.array([60.0, 30, 30])
    found = between(COST, people, attraction, SIDES, "doubly_constrained")
    np.testing.assert_allclose(found.modelled.sum(axis=0), attraction / 2, rtol=1e-6)
    assert found.words == ["doubly_constrained: attraction times 0.5, to equal the people"]
    assert between(COST, people, people, SIDES, "doubly_constrained").words == []


@pytest.mark.parametrize("sign", [1, -1])
def test_a_fitted_gravity_model_tells_what_it_found(sign):
    rng = np.random.default_rng(8)
    n = 12
    people = rng.uniform(100, 1000, n)
    xy = rng.uniform(0, 60, (n, 2))
    cost = np.hypot(*(xy[:, None] - xy[None, :]).T) + 6
    country = objects(["AA"] * 6 + ["BB"] * 6)
    across = country[:, None] != country[None, :]
    seen = 0.01 * np.outer(people, people) * cost ** (-1.5 * sign) * np.where(across, 0.25, 1)
    found = between(cost, people, people, country, "gravity", Deterrence(), 0.5, False, seen)
    off = ~np.eye(n, dtype=bool)
    # willingness comes on top of what was observed across the border
    np.testing.assert_allclose(
        found.modelled[off], (seen * np.where(across, 0.5, 1))[off], rtol=1e-4
    )
    assert (found.modelled[~off] == 0).all()  # no way, no flow, whichever way it falls
    words = " ".join(found.words)
    assert f"fitted to {n * (n - 1)} pairs" in words and f"decay {1.5 * sign:.4f}" in words
    assert "across the border 0.250 times" in words and "100.0% of the deviance" in words
    assert ("grow with the cost" in words) == (sign < 0)
    home = np.where(across, np.nan, seen)
    alone = between(cost, people, people, country, "gravity", Deterrence(), 0.5, False, home)
    assert any("WILLINGNESS alone" in one for one in alone.words)


def test_flows_within_places_cost_the_least():
    people = np.array([10.0, 20, 30])
    inside = between(COST, people, people, SIDES, "gravity").modelled
    weight = np.where(np.isfinite(COST), COST, 5.0) ** -2.0
    np.testing.assert_allclose(inside, np.outer(people, people) * weight * 60 /
                               (np.outer(people, people) * weight).sum())  # fmt: skip
    assert between(COST, people, people, SIDES, within=False).modelled.diagonal().sum() == 0
    nowhere = between(COST, people, people, objects(["AA", "", "BB"]), willingness=0.0)
    assert nowhere.across.sum() == 2  # a place of no known country lies across no border


def test_desire_lines_of_equals_and_of_two_kinds():
    table = pd.DataFrame(
        {
            "from_id": ["a", "b", "c", "a"], "to_id": ["b", "a", "b", "a"],
            "flow": [4.0, 4.0, 8.0, 50.0], "kind": ["observed", "modelled", "modelled", "modelled"],
            "time_min": [10.0, 14.0, 9.0, 5.0], "cross_border": [1, 1, 0, 0],
            "status": ["ok", "ok", "ok", "ok"],
        }
    )  # fmt: skip
    found = desire_lines(table).set_index(["from_id", "to_id"])
    assert list(found.index) == [("a", "b"), ("b", "c")]  # of equals the first by id
    assert found["kind"].tolist() == ["mixed", "modelled"]
    assert found["time_min"].tolist() == [12, 9] and found["cross_border"].tolist() == [1, 0]
    # all that starts: 54 in a, 4 in b, 8 in c
    assert found["share"].tolist() == pytest.approx([8 / 58, 8 / 12])
    assert found["flow_back"].tolist() == [4, 8]
