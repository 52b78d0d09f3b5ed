"""Methods of regionalisation: published results, twins by brute force, invariants."""

import itertools

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.cluster.hierarchy import cut_tree, linkage

from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.zones import grouping, measures
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import (
    METHODS,
    RURAL,
    Rules,
    Units,
    changed,
    functional_zones,
    region_table,
)
from smart_planning_plugin.core.zones.rural import (
    RuralRules,
    areas_of_zones,
    functional_rural_areas,
    neighbouring,
)
from smart_planning_plugin.core.zones.ttwa import Targets, travel_to_work_areas

TWELVE_CITIES = """
    0 75 15 20 28 2 3 2 1 20 1 0     69 0 45 50 58 12 20 3 6 35 4 2
    5 51 0 12 40 0 6 1 3 15 0 1      19 67 14 0 30 7 6 2 11 18 5 1
    7 40 48 26 0 7 10 2 37 39 12 6   1 6 1 1 10 0 27 1 3 4 2 0
    2 16 3 3 13 31 0 3 18 8 3 1      0 4 0 1 3 3 6 0 12 38 4 0
    2 28 3 6 43 4 16 12 0 98 13 1    7 40 10 8 40 5 17 34 98 0 35 12
    1 8 2 1 18 0 6 5 12 30 0 15      0 2 0 0 7 0 1 0 1 6 12 0
"""
NYSTUEN_AND_DACEY = np.array(TWELVE_CITIES.split(), float).reshape(12, 12)


def same(one, other):
    return measures.adjusted_rand(np.asarray(one), np.asarray(other)) == 1.0


def random_flows(seed, count=10, groups=3, strength=8.0):
    """Flows stronger within planted groups; no two alike."""
    rng = np.random.default_rng(seed)
    group = np.arange(count) % groups
    flow = rng.uniform(1, 20, (count, count))
    flow[group[:, None] == group[None, :]] *= strength
    flow[np.diag_indices(count)] *= 4
    return flow, group


# ---------------------------------------------------------------- dominant flow


def test_nystuen_and_dacey():
    follows = grouping.dominant_flow(NYSTUEN_AND_DACEY)
    letters = "abcdefghijkl"
    centres = grouping.centres_of(follows)
    assert {letters[one] for one in set(centres.tolist())} == set("begj")
    assert "".join(letters[one] for one in follows) == "bbbbeggjjjjk"


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_dominant_flow_has_no_circles(seed):
    rng = np.random.default_rng(seed)
    flow = rng.integers(0, 3, (9, 9)).astype(float)  # ties everywhere
    follows = grouping.dominant_flow(flow)
    graph = nx.DiGraph((a, b) for a, b in enumerate(follows.tolist()) if a != b)
    assert nx.is_directed_acyclic_graph(graph)
    size = flow.sum(axis=0)
    for zone, other in enumerate(follows):
        away = np.delete(flow[zone], zone)
        if other != zone:
            assert flow[zone, other] == away.max() > 0
            assert size[other] >= size[zone]
        elif away.max() > 0:
            best = [k for k in range(9) if k != zone and flow[zone, k] == away.max()]
            assert all(size[k] < size[zone] or (size[k] == size[zone] and k > zone) for k in best)


# ---------------------------------------------------------------- Intramax


def intramax_twin(flow, groups):
    """As it is told: every pair looked at in every step."""
    parts = [[one] for one in range(len(flow))]
    while len(parts) > groups:

        def tie(pair):
            a, b = (parts[one] for one in pair)
            out = [flow[one].sum() for one in (a, b)]
            into = [flow[:, one].sum() for one in (a, b)]
            to, back = flow[np.ix_(a, b)].sum(), flow[np.ix_(b, a)].sum()
            return to / (out[0] * into[1]) + back / (out[1] * into[0])

        a, b = max(itertools.combinations(range(len(parts)), 2), key=tie)
        parts[a] += parts.pop(b)
    found = np.zeros(len(flow), int)
    for number, members in enumerate(parts):
        found[members] = number
    return found


@given(st.integers(0, 10_000), st.integers(1, 8))
@settings(max_examples=25, deadline=None)
def test_intramax_against_every_pair(seed, groups):
    flow, _ = random_flows(seed, strength=3.0)
    tree = grouping.intramax(flow)
    assert same(tree.groups(groups), intramax_twin(flow, groups))
    assert (np.diff(tree.within) >= -1e-12).all()
    assert tree.within[-1] == pytest.approx(1)
    kept = tree.groups(groups)
    stays = sum(flow[np.ix_(kept == one, kept == one)].sum() for one in set(kept.tolist()))
    assert tree.within[len(flow) - groups] == pytest.approx(stays / flow.sum())


def test_intramax_is_average_linkage_when_all_are_alike():
    """With equal margins ties average as UPGMA does: scipy's clustering is a twin."""
    rng = np.random.default_rng(3)
    flow = rng.uniform(1, 9, (8, 8))
    flow = flow + flow.T
    for _ in range(3000):
        flow /= flow.sum(axis=1, keepdims=True)
        flow /= flow.sum(axis=0, keepdims=True)
    flow = (flow + flow.T) / 2
    upper = np.triu_indices(8, 1)
    tree = linkage(10 - flow[upper], "average")
    for groups in range(1, 8):
        wanted = cut_tree(tree, groups)[:, 0]
        assert same(grouping.intramax(flow).groups(groups), wanted)


def test_parts_that_nothing_ties_stay_apart():
    flow = np.zeros((5, 5))
    flow[:2, :2], flow[2:, 2:] = 3.0, 5.0
    assert same(grouping.intramax(flow).groups(1), [0, 0, 1, 1, 1])
    area, valid = travel_to_work_areas(flow, Targets(1, 2))
    assert area[0] != area[3] and valid.all()


# ---------------------------------------------------------------- travel-to-work areas


def test_validity_as_labour_market_areas_prints_it():
    targets = Targets(3500, 25000, 2 / 3, 0.75)
    for size, needed in ((25000, 2 / 3), (14250, 0.705882), (3500, 0.75), (90000, 2 / 3)):
        within = np.array([needed * size])
        assert targets.validity(within * 1.0001, [size], [size]) >= 1
        assert targets.validity(within * 0.999, [size], [size]) < 1


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_areas_are_valid_as_recomputed(seed):
    flow, _ = random_flows(seed, 14, 4)
    flow *= 100
    targets = Targets(500, 5000, 0.6, 0.7)
    area, valid = travel_to_work_areas(flow, targets)
    table = measures.self_containment(flow, area)
    again = targets.validity(table["flow_within"], table["flow_out"], table["flow_in"])
    np.testing.assert_array_equal(valid, again >= 1)
    assert sorted(set(area.tolist())) == list(range(area.max() + 1))


def test_planted_areas_are_found():
    flow, group = random_flows(2, 24, 4, strength=60.0)
    area, valid = travel_to_work_areas(flow, Targets(20000, 30000, 0.6, 0.7))
    assert valid.all() and same(area, group)
    assert same(grouping.communities(flow), group)
    assert same(grouping.intramax(flow).groups(4), group)


# ---------------------------------------------------------------- functional urban areas


def test_functional_urban_areas():
    flow = np.zeros((7, 7))
    np.fill_diagonal(flow, [1000, 80, 70, 90, 50, 500, 10])
    flow[1, 0] = 20  # 20 % of all who live in 1, those who stay included
    flow[2, 0], flow[2, 5] = 15, 25  # more to the other city
    flow[3, 0] = 10  # too few
    flow[6, 0] = 90  # does not hang together with 0
    flow[5, 2] = 1
    touching = np.array([[0, 1], [1, 4], [0, 4], [2, 5], [3, 5], [3, 6], [0, 2], [3, 2]])
    city = np.array([0, -1, -1, -1, -1, 1, -1])
    found = grouping.functional_urban_areas(flow, city, 0.15, touching)
    assert found.tolist() == [0, 0, 1, -1, 0, 1, -1]  # 4 is enclosed by the first
    joined = flow.copy()
    joined[5, 0] = 200
    found = grouping.functional_urban_areas(joined, city, 0.15, touching)
    assert found[5] == found[0] == 0


# ---------------------------------------------------------------- communities


def test_modularity():
    flow = np.zeros((4, 4))
    for pair, value in {"00": 50, "01": 30, "10": 20, "11": 40, "22": 60, "23": 25, "32": 35,
                        "33": 20, "12": 5, "30": 4}.items():  # fmt: skip
        flow[int(pair[0]), int(pair[1])] = value
    halves = np.array([0, 0, 1, 1])
    assert grouping.modularity(flow, halves) == pytest.approx(0.4688641180)
    np.fill_diagonal(flow, 0)
    assert grouping.modularity(flow, halves) == pytest.approx(0.4208742320)
    club = nx.to_numpy_array(nx.karate_club_graph(), weight=None)
    found = grouping.communities(club)
    assert 0.40 < grouping.modularity(club, found) <= 0.4197896121 + 1e-9


def test_communities_are_the_same_each_time():
    flow, _ = random_flows(9, 40, 5, strength=1.5)
    assert (grouping.communities(flow) == grouping.communities(flow)).all()


# ---------------------------------------------------------------- functional rural areas


def test_rural_areas_step_by_step():
    # a town, a village in its 10 minutes, a town 40 minutes off, one 25 off, one 90 off
    at = np.array([0.0, 8, 40, 65, 155, 150])
    people = np.array([20000.0, 500, 9000, 40000, 3000, 100])
    minutes = np.abs(at[:, None] - at[None, :])
    rules = RuralRules()
    # 40 and 65 lie 25 minutes apart: one; 0 is small and 40 and 65 (65 the larger) lie 65 off
    found = functional_rural_areas(minutes, people, rules)
    assert found.tolist() == [0, 0, 3, 3, 4, 4]
    closed = minutes.copy()
    closed[:2, 2:] = closed[2:, :2] = np.inf
    assert (functional_rural_areas(closed, people, rules) == found).all()
    wider = RuralRules(apart_min=66)
    assert functional_rural_areas(minutes, people, wider).tolist() == [3, 3, 3, 3, 4, 4]


def test_areas_merge_with_their_neighbours_only():
    xy = np.array([[0.0, 0], [20, -1], [40, 0], [20, 40]])
    pairs = {tuple(sorted(one)) for one in neighbouring(xy).tolist() if one[0] != one[1]}
    assert pairs == {(0, 1), (1, 2), (0, 3), (1, 3), (2, 3)}  # 1 lies between 0 and 2
    minutes = np.abs(xy[:, :1] - xy[:, 0])
    minutes[1] = minutes[:, 1] = 70.0
    minutes[:3, 3] = minutes[3, :3] = np.inf
    np.fill_diagonal(minutes, 0.0)
    people = np.array([10.0, 30000, 20, 50000])
    free = functional_rural_areas(minutes, people, RuralRules())
    assert free.tolist() == [2, 1, 2, 3]
    kept = functional_rural_areas(minutes, people, RuralRules(), np.array(sorted(pairs)))
    assert kept.tolist() == [0, 1, 2, 3]
    assert neighbouring(np.array([[0.0, 0], [1, 1], [2, 2], [3, 3]])) is None


def test_pull_decides_between_centres():
    minutes = np.array([[0.0, 100, 20], [100, 0, 30], [20, 30, 0]])
    people = np.array([100.0, 400, 1])
    rules = RuralRules(least_people=0, near_min=0)
    assert functional_rural_areas(minutes, people, rules).tolist() == [0, 1, 2]
    village = RuralRules(least_people=0, near_min=0, centre_min=20)
    # 400 / 30² is more than 100 / 20²
    assert functional_rural_areas(minutes, people, village).tolist() == [0, 1, 1]


def test_zones_go_where_most_people_lean():
    found = areas_of_zones(np.array([7, 7, 9, -1, 9]), np.array([0, 0, 0, 1, -1]),
                           np.array([3.0, 3, 5, 9, 9]), 3)  # fmt: skip
    assert found.tolist() == [7, -1, -1]


# ---------------------------------------------------------------- measures


@given(st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_adjusted_rand_by_pairs(seed):
    rng = np.random.default_rng(seed)
    one, other = rng.integers(0, 4, 12), rng.integers(0, 3, 12)
    pairs = list(itertools.combinations(range(12), 2))
    a = [one[i] == one[j] for i, j in pairs]
    b = [other[i] == other[j] for i, j in pairs]
    both = sum(x and y for x, y in zip(a, b))
    expected = sum(a) * sum(b) / len(pairs)
    most = (sum(a) + sum(b)) / 2
    wanted = 1.0 if most == expected else (both - expected) / (most - expected)
    assert measures.adjusted_rand(one, other) == pytest.approx(wanted)


def test_overlap_adds_up():
    one, other = np.array([0, 0, 1]), np.array([0, 1, 1])
    found = measures.overlap(one, other, np.array([10.0, 30, 60]))
    assert found["people"].tolist() == [10, 30, 60]
    assert found["share_of_one"].tolist() == [0.25, 0.75, 1.0]
    assert found["share_of_other"].tolist() == [1.0, pytest.approx(1 / 3), pytest.approx(2 / 3)]


def test_parts_on_the_map():
    assert measures.parts(np.array([0, 0, 1, 0]), np.array([[0, 1], [1, 2]])).tolist() == [2, 1]


# ---------------------------------------------------------------- all methods alike


def units(count, seed=0, countries=("LV", "LT")):
    rng = np.random.default_rng(seed)
    ids = np.array([f"u{one:02d}" for one in range(count)], object)
    country = np.array([countries[one >= count // 2] for one in range(count)], object)
    pairs = np.array(list(itertools.combinations(range(count), 2)))
    people = rng.integers(1000, 90000, count).astype(float)
    return Units(ids, ids, country, people, pairs, np.full(count, "", object))


RULES = Rules(targets=Targets(100, 1000, 0.5, 0.6), city_people=60000)
BY_FLOWS = [one for one in METHODS if one != RURAL]


@pytest.mark.parametrize("method", BY_FLOWS)
@pytest.mark.parametrize("seed", range(4))
def test_every_unit_is_in_one_zone_and_order_is_of_no_matter(method, seed):
    flow, _ = random_flows(seed, 16, 4, strength=5.0)
    given_units = units(16, seed)
    found = functional_zones(given_units, method, RULES, Flows(flow, "modelled"))
    table = region_table(given_units, found.across, found.flows)
    assert len(found.across.group) == 16
    assert table["units"].sum() == 16 and table["population"].sum() == given_units.people.sum()
    assert table["zone_id"].is_unique
    assert (found.across.group[found.across.core] == np.arange(len(table))).all()
    inside = [flow[np.ix_(found.across.group == one, found.across.group == one)].sum()
              for one in range(len(table))]  # fmt: skip
    out = [flow[found.across.group == one].sum() for one in range(len(table))]
    into = [flow[:, found.across.group == one].sum() for one in range(len(table))]
    shares = np.minimum(np.divide(inside, out), np.divide(inside, into))
    np.testing.assert_allclose(table["self_containment"], shares)

    shuffled = np.random.default_rng(seed).permutation(16)
    back = np.argsort(shuffled)
    other = Units(
        given_units.id[shuffled], given_units.name[shuffled], given_units.country[shuffled],
        given_units.people[shuffled], back[given_units.neighbours], given_units.city[shuffled],
    )  # fmt: skip
    again = functional_zones(other, method, RULES, Flows(flow[shuffled][:, shuffled], "modelled"))
    pd.testing.assert_frame_equal(region_table(other, again.across, again.flows), table)
    assert (again.across.group == found.across.group[shuffled]).all()


@pytest.mark.parametrize("method", [one for one in BY_FLOWS if one != "louvain"])
def test_other_ids_change_nothing_but_labels(method):
    flow, _ = random_flows(7, 16, 4, strength=5.0)
    one = units(16, 7)
    turned = np.array([f"u{99 - row:02d}" for row in range(16)], object)
    other = Units(turned, turned, one.country, one.people, one.neighbours, one.city)
    found = [
        functional_zones(each, method, RULES, Flows(flow, "modelled")) for each in (one, other)
    ]
    assert same(found[0].across.group, found[1].across.group)
    assert same(found[0].apart.group, found[1].apart.group)


@pytest.mark.parametrize("method", BY_FLOWS)
@pytest.mark.parametrize("seed", range(4))
def test_none_crosses_unless_it_may(method, seed):
    flow, _ = random_flows(seed, 16, 4, strength=30.0)
    given_units = units(16, seed)
    found = functional_zones(
        given_units, method, RULES, Flows(flow, "observed"), allow_cross_border=False
    )
    for division in (found.across, found.apart):
        assert not region_table(given_units, division, found.flows)["cross_border"].any()
    assert not changed(found.across, found.apart).any()
    if method in ("ttwa", "louvain"):  # the planted groups lie across the border
        rules = Rules(targets=Targets(5000, 8000))
        crossing = functional_zones(given_units, method, rules, Flows(flow, "observed"))
        table = region_table(given_units, crossing.across, crossing.flows)
        assert table["cross_border"].all()
        assert changed(crossing.across, crossing.apart).all()


def test_what_a_method_needs():
    with pytest.raises(MissingFieldError, match="NETWORK"):
        functional_zones(units(4), RURAL, RULES)
    with pytest.raises(MissingFieldError, match="FLOWS"):
        functional_zones(units(4), "ttwa", RULES)
    with pytest.raises(InvalidValueError, match="one zone"):
        functional_zones(units(1), "ttwa", RULES, Flows(np.ones((1, 1)), "observed"))
    with pytest.raises(InvalidValueError, match="CITY_FIELD"):
        functional_zones(
            units(4), "fua", Rules(city_people=1e9), Flows(np.ones((4, 4)), "observed")
        )
