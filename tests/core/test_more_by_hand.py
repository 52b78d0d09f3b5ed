"""More that faults seeded into core showed to be untested, each worked out by hand."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.times import read_times
from smart_planning_plugin.core.crossborder.effect import summary
from smart_planning_plugin.core.errors import DuplicateIdError
from smart_planning_plugin.core.network.report import parts_by_road
from smart_planning_plugin.core.services.location import locate
from smart_planning_plugin.core.territory import nace, profile
from smart_planning_plugin.core.territory.trend_words import findings_of
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import functional_zones
from smart_planning_plugin.core.zones.partners import Profiles, _mean, pair_table
from smart_planning_plugin.core.zones.potential import from_flows
from smart_planning_plugin.core.zones.register import cooperation
from smart_planning_plugin.core.zones.summary import summary_table
from tests.core.small import build, objects
from tests.core.test_border_effect import effect
from tests.core.test_by_hand import CLEAR, ROWS
from tests.core.test_location import problem
from tests.core.test_partners import COUNTRY, UNITS, interaction
from tests.core.test_regions import RULES, units
from tests.core.test_specialisation import jobs, zones
from tests.core.test_times import HOMES, POSTS, table, times

NAN = np.nan


def test_a_table_of_times_stops_at_the_longest_journey():
    travel = times(max_cost=9.0)
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    found = travel.nearest(travel.from_sources(at, np.array([0.0, 4.0, 0.0])), np.arange(3), homes)
    # a: 8 and a turn-out of 4 are too long, 10 as well; c: 5.5 of the third
    assert found.cost.tolist() == [np.inf, np.inf, 5.5, np.inf]
    assert found.source.tolist() == [-1, -1, 2, -1]


def test_pairs_that_stand_twice_are_named():
    with pytest.raises(DuplicateIdError, match="pairs stand more than once") as told:
        read_times(table([("a", 1, 10), ("a", 2, 8), ("a", 1, 11)]))
    assert "a to 1" in str(told.value) and "Keep one row each" in str(told.value)


def test_two_zones_have_extremes_and_one_has_none():
    two = findings_of(ROWS[:2], "en")
    assert any(one.startswith("Strongest growth: Aizpute") for one in two)
    assert not any("Strongest growth" in one for one in findings_of(ROWS[:1], "en"))


def test_no_flow_at_all_has_no_share():
    given = units(4, 1)
    found = functional_zones(given, "intramax", RULES, Flows(np.zeros((4, 4)), "observed"))
    measures = set(summary_table(given, found)["measure"])
    assert "share of flows within zones" not in measures and "zones" in measures
    some = functional_zones(given, "intramax", RULES, Flows(np.full((4, 4), 0.01), "observed"))
    assert "share of flows within zones" in set(summary_table(given, some)["measure"])


def test_what_is_known_of_one_only_is_its_mean():
    one, other = np.array([1.0, NAN, 3, NAN]), np.array([3.0, 5, NAN, NAN])
    assert _mean(one, other)[:3].tolist() == [2, 5, 3] and np.isnan(_mean(one, other)[3])


def test_pairs_that_have_no_interaction_do_not_speak_of_it():
    flow = np.array([[5.0, 0, 8, 0], [0, 5, 0, 0], [8, 0, 5, 0], [0, 0, 0, 5]])
    known = cooperation(None, 4)
    made = pair_table(UNITS, from_flows(Flows(flow, "modelled"), COUNTRY, 0.5), [], None, known,
                      False).set_index(["zone_a", "zone_b"])  # fmt: skip
    assert "the largest of the 4 pairs" in made.loc["A1", "B1"]["reason"]
    assert "Interaction as size" not in made.loc["A2", "B2"]["reason"]
    assert made["potential"].tolist()[0] == 1.0
    # nothing is known but profiles, which weigh one
    alone = pair_table(
        UNITS, interaction(0.0), [], Profiles(np.eye(4), list("pqrs")), known, False
    ).set_index(["zone_a", "zone_b"])  # fmt: skip
    assert (alone["potential"] <= 1).all()


def test_the_effect_by_country_and_band():
    found, at, places = effect(["open", "closed"])
    made = summary(found, at, places, objects(["0-10"] * len(at)))
    mine = made[made["measure"] == "nearest"]
    people = {(row.country or "", row.band_km or ""): row.people for row in mine.itertuples()}
    whole = places.population[at.ok].sum()
    assert people["", ""] == people["", "0-10"] == whole
    for code in set(at.country[at.ok]):
        own = places.population[at.ok & (at.country == code)].sum()
        assert people[code, ""] == people[code, "0-10"] == own


def test_without_a_total_the_sectors_add_up_row_by_row():
    frame = pd.DataFrame({"A": [1.0, 2], "C": [10.0, NAN], "J": [100.0, 200]})
    _, total, left_out = nace.partition(frame)
    assert total[0] == 111 and np.isnan(total[1]) and not left_out
    whole = nace.partition(frame.assign(TOTAL=[NAN, 300.0]))[1]
    assert whole.tolist() == [111, 300]  # where the total is missing, the sum stands in


def test_a_zone_with_some_sectors_unknown_is_there():
    values = {**CLEAR, "y": {**CLEAR["y"], "J": (": c", ": c")}}
    found = profile.profiles(jobs(values), zones())
    assert (found.first, found.last) == (2014, 2017)
    y = found.rows[(found.rows["zone"] == "y") & (found.rows["sector"] == "C")].iloc[0]
    assert y["jobs_last"] == 8000
    lone = {**CLEAR, "y": {"A": (": c", ": c"), "C": (": c", ": c"), "J": (": c", ": c")}}
    gone = profile.profiles(jobs(lone), zones()).zones
    assert gone["status"].tolist()[0] == "ok"


def test_parts_of_the_network_name_five_of_their_roads():
    here = [[(100.0 * n, 0.0), (100.0 * (n + 1), 0.0)] for n in range(7)]
    there = [[(0.0, 9000.0), (100.0, 9000.0)]]
    network, _, _ = build(here + there, ref=[*(f"V{n}" for n in range(7)), "A1"])
    found = parts_by_road(network).sort_values("km", ascending=False)
    assert found["refs"].tolist() == ["V0, V1, V2, V3, V4", "A1"]
    assert found["km"].tolist() == pytest.approx([0.7, 0.1])
    assert found["by_ferry"].tolist() == [False, False]


def test_a_place_that_goes_to_two_sites_counts_for_both_in_part():
    one = problem([[10, 20]], [100], fixed=[0, 1], capacity=[60, 100])
    found = locate("pmedian", one, 2, 0)
    share = dict(zip(found.site.tolist(), found.share.tolist()))
    assert share == pytest.approx({0: 0.6, 1: 0.4})
    assert found.objective == pytest.approx(60 * 10 + 40 * 20)
    assert len(found.site) == 2  # no empty shares are told
    full = locate("pmedian", problem([[10, 20]], [50], fixed=[0, 1], capacity=[60, 100]), 2, 0)
    assert full.site.tolist() == [0]
