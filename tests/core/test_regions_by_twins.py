"""Methods of regionalisation against twins that follow their words step by step, ties included."""

from fractions import Fraction

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.zones import grouping
from smart_planning_plugin.core.zones.rural import (
    RuralRules,
    areas_of_zones,
    functional_rural_areas,
    neighbouring,
)
from smart_planning_plugin.core.zones.ttwa import Targets, travel_to_work_areas
from tests.core.small import steadily

SEEDS = given(st.integers(0, 100_000))
EVERY = RuralRules(centre_min=20, least_people=0, near_min=0)  # what merges with nothing


def whole_flows(seed, count, most=6, empty=0.4):
    """Whole numbers with ties and gaps; some zones from or to which nothing goes."""
    rng = np.random.default_rng(seed)
    flow = rng.integers(1, most, (count, count)) * (rng.random((count, count)) > empty)
    flow[rng.random(count) < 0.15] = 0
    flow[:, rng.random(count) < 0.15] = 0
    return flow.astype(float), rng


# ---------------------------------------------------------------- travel-to-work areas


def ttwa_twin(flow, targets, out, into):
    """Zones are moved between sets, and all sums made anew each time."""
    count = len(flow)
    areas = {one: {one} for one in range(count)}
    done = {one for one in range(count) if out[one] <= 0 and into[one] <= 0}

    def validity(zones):
        zones = sorted(zones)
        within = flow[np.ix_(zones, zones)].sum()
        return float(targets.validity(within, out[zones].sum(), into[zones].sum()))

    def strongest(zone):
        ties = []
        for number, zones in areas.items():
            zones = sorted(zones)
            to, back, tie = flow[zone, zones].sum(), flow[zones, zone].sum(), 0.0
            if out[zone] * into[zones].sum() > 0:
                tie += to**2 / (out[zone] * into[zones].sum())
            if into[zone] * out[zones].sum() > 0:
                tie += back**2 / (into[zone] * out[zones].sum())
            ties.append((-tie, number))
        return min(ties)[1] if min(ties)[0] < 0 else None

    waiting, seen = [], set()
    for _ in range(100 * count):
        open_ones = [one for one in areas if areas[one] and one not in done]
        worst = min(open_ones, key=lambda one: (validity(areas[one]), one), default=None)
        if worst is None or validity(areas[worst]) >= 1:
            break
        zones = sorted(areas[worst])
        outside = np.setdiff1d(np.arange(count), zones)
        beyond = into - flow.sum(axis=0)  # what comes from where nothing ties
        score = [flow[outside, one].sum() + beyond[one] + out[one] - flow[one, one]
                 for one in zones]  # fmt: skip
        zone = zones[int(np.argmax(score))]
        areas[worst].remove(zone)
        other = strongest(zone)
        if other is None:
            areas[worst].add(zone)
            done.add(worst)
            continue
        key = (zone, other, frozenset(areas[other]))
        if validity(areas[other] | {zone}) < validity(areas[other]) or key in seen:
            waiting.append(zone)
        else:
            seen.add(key)
            areas[other].add(zone)
            done.discard(other)
    for zone in sorted(waiting):
        other = strongest(zone)
        areas[next(one for one in areas if not areas[one]) if other is None else other].add(zone)
    kept = [areas[one] for one in sorted(areas) if areas[one]]
    group = np.array([next(at for at, one in enumerate(kept) if zone in one)
                      for zone in range(count)])  # fmt: skip
    return group, np.array([validity(one) >= 1 for one in kept])


@SEEDS
@steadily(60)
def test_travel_to_work_areas_step_by_step(seed):
    flow, rng = whole_flows(seed, 8)
    flow[np.diag_indices(8)] += rng.integers(0, 15, 8)
    beyond = rng.integers(0, 5, (2, 8)) * (rng.random() < 0.5)
    out, into = flow.sum(axis=1) + beyond[0], flow.sum(axis=0) + beyond[1]
    share = 0.5 + 0.2 * rng.random()
    targets = Targets(15, 60, share, 0.8) if rng.random() < 0.5 else Targets(8, 16, share / 2, 0.4)
    wanted = ttwa_twin(flow, targets, out, into)
    found = travel_to_work_areas(flow, targets, out, into)
    assert [one.tolist() for one in found] == [one.tolist() for one in wanted]
    if not beyond.any():
        alone = travel_to_work_areas(flow, targets)
        assert [one.tolist() for one in alone] == [one.tolist() for one in wanted]


def test_validity_by_hand():
    targets = Targets(100, 200, 0.5, 0.8)
    # 40 of 100 stay, 80 end there: 0.4 is half of the target; at the least size 0.8 is needed
    assert targets.validity([40.0], [100.0], [80.0])[0] == pytest.approx(0.4 / 0.8)
    # halfway between the sizes: 1 - 3/8 of a half
    assert targets.validity([40.0], [150.0], [80.0])[0] == pytest.approx(
        (40 / 150) / 0.8 * (1 - 0.375 * 0.5) * 1.6
    )
    # beyond the target size half of all suffices, and more than the target adds nothing
    assert targets.validity([150.0], [300.0], [300.0])[0] == pytest.approx(1)
    assert targets.validity([290.0], [300.0], [300.0])[0] == pytest.approx(1.6)
    assert targets.validity([0.0, 0, 0], [0.0, 5, 0], [0.0, 0, 5]).tolist() == [0, 0, 0]
    assert targets.validity([5.0], [5.0], [5.0]).tolist() == [1]  # whoever all stay, however few
    equal = Targets(200, 200, 0.5, 0.8)  # one size alone: below it nothing will do
    assert equal.validity([150.0, 199], [200.0, 200], [200.0, 199]) == pytest.approx([1.5, 1.6])
    assert equal.validity([190.0], [199.0], [199.0])[0] < 0
    usual = Targets()
    assert (usual.min_size, usual.target_size) == (3500, 25000)
    assert (usual.min_share, usual.target_share) == (2 / 3, 0.75)


# ---------------------------------------------------------------- functional rural areas


def rural_twin(minutes, people, rules, pairs=None):
    """Areas as sets of places, looked through for the next merge each time."""
    places = range(len(people))
    rank = {one: at for at, one in enumerate(sorted(places, key=lambda one: (-people[one], one)))}
    centres = [
        one for one in places
        if all(rank[other] >= rank[one] for other in places
               if minutes[one, other] <= rules.centre_min)
    ]  # fmt: skip
    centres = [one for one in centres if people[one] > 0] or centres
    areas = {}
    for place in places:
        pull = [people[one] / max(minutes[place, one], rules.least_min) ** rules.pull
                for one in centres]  # fmt: skip
        best = int(np.argmax(pull))
        areas.setdefault(centres[best] if pull[best] > 0 else place, set()).add(place)
    links = None if pairs is None else {(a, b) for a, b in pairs} | {(b, a) for a, b in pairs}

    def way(a, b):
        if a == b or (links is not None and
                      not any((x, y) in links for x in areas[a] for y in areas[b])):  # fmt: skip
            return np.inf
        return min(minutes[a, b], minutes[b, a])

    while True:
        size = {one: people[sorted(areas[one])].sum() for one in areas}
        ready = []
        for one in sorted(areas):
            near, other = min((way(one, other), other) for other in sorted(areas))
            small = size[one] < rules.least_people and near <= rules.apart_min
            if small or near < rules.near_min:
                ready.append((size[one], one, other))
        if not ready:
            return [next(one for one in areas if place in areas[one]) for place in places]
        _, one, other = min(ready)
        if rank[one] < rank[other]:
            one, other = other, one
        areas[other] |= areas.pop(one)


@SEEDS
@steadily(80)
def test_rural_areas_step_by_step(seed):
    rng = np.random.default_rng(seed)
    count = 12
    minutes = 5.0 * rng.integers(1, 20, (count, count))
    minutes[rng.random((count, count)) < 0.1] = np.inf
    np.fill_diagonal(minutes, 0.0)
    people = 5.0 * rng.integers(0, 8, count) * (rng.random() > 0.05)
    rules = RuralRules(10, float(rng.integers(1, 4)), 60.0, 40.0, float(rng.choice([0, 10, 15])),
                       float(rng.choice([1, 10])))  # fmt: skip
    pairs = rng.integers(0, count, (14, 2))
    for touching in (None, pairs):
        found = functional_rural_areas(minutes, people, rules, touching)
        assert found.tolist() == rural_twin(minutes, people, rules, touching)


def test_the_usual_rules_of_rural_areas():
    # from km 0 on: a centre, a village just within its 10 minutes, one just beyond, and so on
    def found(at, people, **changes):
        at = np.array(at, float)
        minutes = np.abs(at[:, None] - at[None, :])
        return functional_rural_areas(minutes, np.array(people, float), RuralRules(**changes))

    assert found([0, 10], [30e3, 29e3], near_min=0).tolist() == [0, 0]
    assert found([0, 10.1], [30e3, 29e3], near_min=0).tolist() == [0, 1]
    assert found([0, 30], [30e3, 29e3]).tolist() == [0, 1]  # just as near as merges not
    assert found([0, 29.9], [30e3, 29e3]).tolist() == [0, 0]
    assert found([0, 60], [30e3, 24_999]).tolist() == [0, 0]  # too small, and near enough
    assert found([0, 60], [30e3, 25_000]).tolist() == [0, 1]
    assert found([0, 60.1], [30e3, 24_999]).tolist() == [0, 1]
    # 4 at 24 and 1 at 12 minutes pull alike by their squares: the first of equals
    alike = {"centre_min": 24, "least_people": 0, "near_min": 0}
    assert found([0, 24, 36], [400, 1, 100], **alike).tolist() == [0, 0, 2]
    assert found([0, 24, 36], [400, 1, 101], **alike).tolist() == [0, 2, 2]
    assert len(functional_rural_areas(np.zeros((0, 0)), np.zeros(0), RuralRules())) == 0


def test_times_below_the_least_count_as_it():
    # half a minute from a hamlet, two from a town: the hamlet's pull is 10 / 1², the town's 60 / 2²
    minutes = np.array([[0.0, 0.5, 2], [0.5, 0, 99], [2, 99, 0]])
    people = np.array([1.0, 10, 60])
    rules = RuralRules(centre_min=0.4, least_people=0, near_min=0)
    assert functional_rural_areas(minutes, people, rules).tolist() == [2, 1, 2]
    rules = RuralRules(centre_min=0.4, least_people=0, near_min=0, least_min=0.5)
    assert functional_rural_areas(minutes, people, rules).tolist() == [1, 1, 2]


def test_half_of_the_way_is_told_when_centres_are_found():
    told = []
    functional_rural_areas(np.zeros((1, 1)), np.ones(1), EVERY, None, told.append)
    assert told == [0.5]


def test_neighbours_of_points_that_stand_twice_and_of_few():
    xy = np.array([[9.0, 9], [0, 0], [9, 9], [0, 9], [4, 5]])
    pairs = {tuple(sorted(one)) for one in neighbouring(xy).tolist() if one[0] != one[1]}
    # the triangle of 0, 1, 3 with 4 inside; 2 stands where 0 does
    assert pairs == {(0, 1), (0, 3), (1, 3), (0, 4), (1, 4), (3, 4), (0, 2)}
    assert neighbouring(xy[:3]) is None
    three = neighbouring(xy[[0, 1, 3]])
    assert {tuple(sorted(one)) for one in three.tolist() if one[0] != one[1]} == {
        (0, 1), (0, 2), (1, 2),
    }  # fmt: skip


def test_zones_by_the_people_of_their_places():
    area, zone = np.array([8, 3, 3, 5, -1, 5]), np.array([1, 1, 0, 0, 2, 3])
    assert areas_of_zones(area, zone, np.array([7.0, 6, 2, 3, 9, 0]), 5).tolist() == [
        5, 8, -1, 5, -1,
    ]  # fmt: skip
    # equal numbers of people: the area of the lower number; one more decides
    assert areas_of_zones(area[:2], zone[:2] * 0, np.array([6.0, 6]), 1).tolist() == [3]
    assert areas_of_zones(area[:2], zone[:2] * 0, np.array([7.0, 6]), 1).tolist() == [8]
    # three places of nobody weigh less than one of one
    many = areas_of_zones(np.array([1, 1, 1, 2]), np.zeros(4, int), np.array([0.0, 0, 0, 1]), 1)
    assert many.tolist() == [2]
    assert areas_of_zones(area * 0 - 1, zone, area * 1.0, 2).tolist() == [-1, -1]


# ---------------------------------------------------------------- Intramax


@SEEDS
@steadily(60)
def test_each_merge_of_intramax_is_the_strongest_tie(seed):
    flow, rng = whole_flows(seed, 9)
    beyond = rng.integers(0, 4, (2, 9)) * (rng.random() < 0.5)
    out, into = flow.sum(axis=1) + beyond[0], flow.sum(axis=0) + beyond[1]
    tree = grouping.intramax(flow, out, into)
    if not beyond.any():
        plain = grouping.intramax(flow)
        assert plain.kept.tolist() == tree.kept.tolist()
        assert plain.within.tolist() == tree.within.tolist()
    small = grouping.intramax(flow / 64, out / 64, into / 64)
    assert (small.kept.tolist(), small.merged.tolist()) == (
        tree.kept.tolist(),
        tree.merged.tolist(),
    )
    parts, total = {one: [one] for one in range(9)}, out.sum()
    stays = [sum(flow[one, one] for one in range(9))]

    def exact(a, b):
        found = Fraction(0)
        for x, y in ((a, b), (b, a)):
            size = out[parts[x]].sum() * into[parts[y]].sum()
            if size > 0:
                found += Fraction(int(flow[np.ix_(parts[x], parts[y])].sum()), int(size))
        return found

    def ties():
        left = sorted(parts)
        return {(a, b): exact(a, b) for at, a in enumerate(left) for b in left[at + 1 :]}

    for a, b in zip(tree.kept.tolist(), tree.merged.tolist()):
        every = ties()
        best = max(every.values())
        assert a < b and every[a, b] >= best * Fraction(999_999_999, 1_000_000_000) > 0
        stays.append(stays[-1] + flow[np.ix_(parts[a], parts[b])].sum() +
                     flow[np.ix_(parts[b], parts[a])].sum())  # fmt: skip
        parts[a] += parts.pop(b)
    assert not any(ties().values())  # what is left has nothing to do with each other
    assert tree.count == 9
    assert tree.within == pytest.approx(np.array(stays) / max(total, 1))


def test_of_equal_ties_the_lowest_numbers_merge_first():
    tree = grouping.intramax(np.ones((8, 8)))
    assert tree.kept.tolist() == [0] * 7 and tree.merged.tolist() == [1, 2, 3, 4, 5, 6, 7]
    # k of 8 in one group keep k² of 64, the others 1 each
    assert tree.within.tolist() == [(k * k + 8 - k) / 64 for k in range(1, 9)]
    assert tree.groups(6).tolist() == [0, 0, 0, 1, 2, 3, 4, 5]
    assert tree.groups(8).tolist() == list(range(8)) and tree.groups(1).tolist() == [0] * 8
    assert tree.groups().tolist() == [0] * 7 + [1]  # the last merge adds most: 14 of 64


@pytest.mark.parametrize("beside", [1.25, 1.75])
def test_a_merge_may_make_a_tie_the_strongest(beside):
    # 0 goes to 3 and comes from 4, each a tie of 1; with both together it is 0.875 and 0.875
    flow = np.zeros((6, 6))
    flow[3, 4], flow[0, 3], flow[4, 0], flow[1, 2], flow[0, 5] = 7, 0.875, 0.875, 1.75, beside
    out, into = np.array([[1, 1, 1, 0.125, 0.875, 1], [1, 1, 1, 0.875, 0.125, 1]])
    tree = grouping.intramax(flow, out, into)
    # as strong as 1 with 2, and perhaps as 0 with 5: the lowest numbers go first
    assert (tree.kept[:2].tolist(), tree.merged[:2].tolist()) == ([3, 0], [4, 3])


def test_groups_before_the_largest_jump():
    tree = grouping.Tree(
        np.array([1, 0, 0]), np.array([2, 3, 1]), np.array([0.1, 0.2, 0.4, 0.5]), 4
    )
    assert tree.groups(0).tolist() == tree.groups(3).tolist() == [0, 1, 1, 2]
    assert tree.groups(2).tolist() == [0, 1, 1, 0]
    none = grouping.Tree(np.zeros(0, int), np.zeros(0, int), np.array([1.0]), 3)
    assert none.groups().tolist() == none.groups(1).tolist() == [0, 1, 2]


# ---------------------------------------------------------------- dominant flow


def test_sizes_that_are_given_decide_who_is_larger():
    flow = np.array([[0.0, 5, 5, 1], [2, 0, 1, 0], [4, 4, 0, 0], [0, 0, 0, 9]])
    # all that ends: 6, 9, 6, 10. 0 sends as much to 1 as to 2; 1 most to 0, which is smaller
    assert grouping.dominant_flow(flow).tolist() == [1, 1, 1, 3]
    # 2 is the largest now, then 0 and 1 alike: the lower number is the larger
    assert grouping.dominant_flow(flow, np.array([3, 3, 8, 0])).tolist() == [2, 0, 2, 3]
    assert grouping.dominant_flow(np.zeros((0, 0))).tolist() == []
    assert grouping.dominant_flow(np.array([[0.0, 1], [1, 0]])).tolist() == [0, 0]
    assert grouping.centres_of(np.array([1, 2, 2, 0])).tolist() == [2, 2, 2, 2]


# ---------------------------------------------------------------- functional urban areas


def fua_twin(flow, city, share, pairs, out):
    """Zone by zone, as it is told."""
    zones = range(len(flow))
    graph = nx.Graph()
    graph.add_nodes_from(sorted({one for one in city.tolist() if one >= 0}))
    for a in graph.nodes:
        for b in graph.nodes:
            here, there = np.flatnonzero(city == a), np.flatnonzero(city == b)
            starts = out[here].sum()
            if a != b and starts > 0 and flow[np.ix_(here, there)].sum() / starts >= share:
                graph.add_edge(a, b)
    first = {one: min(part) for part in nx.connected_components(graph) for one in part}
    core = [first.get(city[one], -1) for one in zones]
    area = list(core)
    for zone in zones:
        sent = {c: sum(flow[zone, one] for one in zones if core[one] == c)
                for c in sorted(set(first.values()))}  # fmt: skip
        best = max(sent, key=sent.get)
        if core[zone] < 0 and out[zone] > 0 and sent[best] / out[zone] >= share:
            area[zone] = best
    inside = nx.Graph()
    inside.add_nodes_from(zones)
    inside.add_edges_from((a, b) for a, b in pairs if area[a] == area[b])
    for part in nx.connected_components(inside):
        if not any(core[one] >= 0 for one in part):
            for one in part:
                area[one] = -1
    found = list(area)
    for zone in zones:
        around = [area[y if x == zone else x] for x, y in pairs if zone in (x, y)]
        if area[zone] < 0 and len(around) > 1 and len(set(around)) == 1 and around[0] >= 0:
            found[zone] = around[0]
    return found


@SEEDS
@steadily(100)
def test_urban_areas_zone_by_zone(seed):
    flow, rng = whole_flows(seed, 12, most=12, empty=0.5)
    city = np.full(12, -1)
    city[rng.permutation(12)[:5]] = [0, 0, 1, 2, 3]
    pairs = np.array([(a, b) for a in range(12) for b in range(a) if rng.random() < 0.25])
    out = flow.sum(axis=1) + rng.integers(0, 3, 12)
    found = grouping.functional_urban_areas(flow, city, 0.25, pairs, out)
    assert found.tolist() == fua_twin(flow, city, 0.25, pairs, out)


def test_a_share_that_is_just_reached_counts():
    flow = np.array([[80.0, 20, 0], [0, 100, 0], [20, 0, 80]])
    pairs, city = np.array([[0, 1], [0, 2]]), np.array([0, 1, -1])
    assert grouping.functional_urban_areas(flow, city, 0.2, pairs).tolist() == [0, 0, 0]
    assert grouping.functional_urban_areas(flow, city, 0.21, pairs).tolist() == [0, 1, -1]
    none = grouping.functional_urban_areas(flow, np.array([-1, -1, -1]), 0.2, pairs)
    assert none.tolist() == [-1, -1, -1]
    # who touches only one zone of the area is not enclosed; who touches two is
    closed = np.diag([5.0, 5, 5])
    both = np.array([0, 0, -1])
    assert grouping.functional_urban_areas(closed, both, 0.2, pairs).tolist() == [0, 0, -1]
    pairs = np.array([[0, 1], [2, 0], [1, 2]])
    assert grouping.functional_urban_areas(closed, both, 0.2, pairs).tolist() == [0, 0, 0]


# ---------------------------------------------------------------- communities


def test_flows_of_both_directions_make_a_graph():
    graph = grouping.graph_of(np.array([[4.0, 1, 0], [2, 0, 0], [0, 0, 0]]))
    assert sorted(graph.edges(data="weight")) == [(0, 0, 4), (0, 1, 3)]
    assert sorted(graph.nodes) == [0, 1, 2]


def test_communities_are_numbered_by_their_first_zone():
    pairs = [(0, 3), (3, 5), (5, 0), (1, 2), (2, 4), (4, 1)]
    flow = np.zeros((7, 7))
    for a, b in pairs:
        flow[a, b] = 9.0
    flow[0, 1] = 1.0
    assert grouping.communities(flow).tolist() == [0, 1, 1, 0, 1, 0, 2]
    assert len(set(grouping.communities(flow, 50.0).tolist())) == 7
    assert grouping.communities(np.zeros((3, 3))).tolist() == [0, 1, 2]


@pytest.mark.parametrize("seed", [1, 2])
def test_the_seed_and_the_resolution_are_those_of_the_search(seed):
    flow = np.random.default_rng(4).integers(0, 9, (30, 30)).astype(float)
    for resolution in (1.0, 1.3):
        theirs = nx.community.louvain_communities(
            grouping.graph_of(flow), resolution=resolution, seed=seed
        )
        ours = grouping.communities(flow, resolution, seed)
        assert {frozenset(np.flatnonzero(ours == one).tolist()) for one in set(ours)} == {
            frozenset(one) for one in theirs
        }
    if seed == 1:
        assert (grouping.communities(flow) == grouping.communities(flow, 1.0, 1)).all()


@SEEDS
@steadily(20)
def test_modularity_against_networkx(seed):
    flow, rng = whole_flows(seed, 8)
    group = np.unique(rng.integers(0, 4, 8), return_inverse=True)[1]
    parts = [np.flatnonzero(group == one).tolist() for one in range(group.max() + 1)]
    if not flow.sum():
        assert np.isnan(grouping.modularity(flow, group))
        return
    graph = nx.from_numpy_array(flow, create_using=nx.DiGraph)
    for resolution in (1.0, 0.6):
        theirs = nx.community.modularity(graph, parts, resolution=resolution)
        assert grouping.modularity(flow, group, resolution) == pytest.approx(theirs)
    assert grouping.modularity(flow, group) == grouping.modularity(flow, group, 1.0)
    assert np.isnan(grouping.modularity(flow * 0, group))
