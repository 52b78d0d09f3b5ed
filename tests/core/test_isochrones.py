"""Isochrones: nested, never too far, not over a river, split without gaps; roads cut exactly."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility import isochrones
from smart_planning_plugin.core.accessibility.isochrones import Journeys
from smart_planning_plugin.core.accessibility.stretches import Stretches
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.snapping import SnapOptions
from tests.core.small import network_of, places_on, steadily
from tests.core.test_contours import area_of, covers

SIDE, SPACING = 6, 1000.0
PARTS = 60  # of an edge, in the brute-force twin


def town(seed=0, one_way=0.2, drop=0.2):
    """A shaken grid of streets, some one-way, some missing; a minute to two a street."""
    rng = np.random.default_rng(seed)
    xy = np.stack(np.meshgrid(np.arange(SIDE), np.arange(SIDE)), -1).reshape(-1, 2) * SPACING
    xy = xy + rng.uniform(-300, 300, xy.shape)
    node = np.arange(SIDE * SIDE).reshape(SIDE, SIDE)
    ends = [
        *zip(node[:, :-1].ravel(), node[:, 1:].ravel()),
        *zip(node[:-1].ravel(), node[1:].ravel()),
    ]
    edges = []
    for a, b in ends:
        if rng.random() < drop:
            continue
        there = float(rng.uniform(1, 2))
        edges.append(
            {"a": a, "b": b, "there": there, "back": None if rng.random() < one_way else there}
        )
    return network_of(xy, edges)


def journeys(
    network, edge, fraction, cutoffs, combine="separate", start=None, own=None, **snapping
):
    options = SnapOptions(**{"distance_m": 700.0, "offroad_kmh": 5.0, **snapping})
    travel = Travel(network, snapping=options)
    at = places_on(edge, fraction)
    every = (
        [np.asarray(cutoffs, float)] * len(at) if own is None else [np.array([one]) for one in own]
    )
    return Journeys(
        travel, at, np.zeros(len(at)) if start is None else np.asarray(start), every, combine
    )


def sampled(network, at, minutes, start, direction="from"):
    """Length reached of each edge, from a graph in which every edge is many small ones."""
    graph, edges = nx.DiGraph(), network.edges
    place = {}
    for row in range(len(network)):
        names = [("node", network.from_node[row]), *((row, k) for k in range(1, PARTS)),
                 ("node", network.to_node[row])]  # fmt: skip
        for k in range(PARTS):
            there, back = (edges[one][row] / 60 / PARTS for one in ("time_fwd_s", "time_bwd_s"))
            for tail, head, cost in (
                (names[k], names[k + 1], there),
                (names[k + 1], names[k], back),
            ):
                if np.isfinite(cost):
                    tail, head = (tail, head) if direction == "from" else (head, tail)
                    graph.add_edge(tail, head, weight=cost)
        place[row] = names
    found = []
    for row in range(len(at)):
        source = place[at.edge[row]][round(at.fraction[row] * PARTS)]
        cost = nx.single_source_dijkstra_path_length(graph, source, weight="weight")
        limit = minutes - start[row] - at.access_min[row]
        length = network.lines.lengths()
        reached = np.zeros(len(network))
        for edge, names in place.items():
            inside = sum(
                (cost.get(a, np.inf) + 1e-9 < limit) or (cost.get(b, np.inf) + 1e-9 < limit)
                for a, b in zip(names, names[1:])
                if _used(graph, cost, a, b, limit)
            )
            reached[edge] = inside / PARTS * length[edge]
        found.append(reached)
    return found


def _used(graph, cost, a, b, limit):
    """Whether a small piece is driven at all: from an end in reach, in an open direction."""
    return any(
        cost.get(tail, np.inf) < limit and graph.has_edge(tail, head)
        for tail, head in ((a, b), (b, a))
    )


@given(st.integers(0, 500), st.sampled_from(["from", "to"]))
@steadily(12)
def test_roads_equal_a_brute_force_twin(seed, direction):
    network = town(seed)
    rng = np.random.default_rng(seed)
    edge = rng.integers(0, len(network), 2)
    fraction = rng.integers(0, PARTS + 1, 2) / PARTS
    start = rng.uniform(0, 1, 2)
    minutes = float(rng.uniform(1, 6))
    asked = journeys(network, edge, fraction, [minutes], start=start)
    travel = Travel(network, direction=direction, snapping=asked.travel.snapping)
    asked = Journeys(travel, asked.at, start, asked.cutoffs)
    twin = sampled(network, asked.at, minutes, start, direction)
    made = {origin: parts for origin, _, _, parts in isochrones.roads(asked, rings=False)}
    for origin in range(2):
        edges, begin, end = made.get(origin, (np.empty(0, int), np.empty(0), np.empty(0)))
        length = np.bincount(edges, (end - begin) * network.lines.lengths()[edges], len(network))
        # the twin counts whole small pieces, at most one too many at each of two ends
        longest = network.lines.lengths() / PARTS
        assert (length <= twin[origin] + 1e-6).all()
        assert (length >= twin[origin] - 2 * longest - 1e-6).all()


def test_the_cut_is_where_the_time_is_up():
    streets = [{"a": 0, "b": 1, "there": 10}, {"a": 1, "b": 2, "there": 10}]
    network = network_of([[0, 0], [1000, 0], [2000, 0]], streets)
    asked = journeys(network, [0], [0.5], [7.0], start=[1.0])
    ((_, _, _, parts),) = isochrones.roads(asked, rings=False)
    xy = Stretches(network.lines).between(*parts).xy
    assert xy[:, 0].min() == pytest.approx(0) and xy[:, 0].max() == pytest.approx(1100)


def test_rings_of_roads_add_up_to_the_disk():
    network = town(3)
    asked = journeys(network, [0, 20], [0.5, 0.2], [2, 4, 6])

    def length(rings):
        return {
            (origin, high): ((end - begin) * network.lines.lengths()[edge]).sum()
            for origin, _, high, (edge, begin, end) in isochrones.roads(asked, rings)
        }

    rings, disks = length(True), length(False)
    for origin in (0, 1):
        assert sum(rings[origin, high] for high in (2, 4, 6)) == pytest.approx(disks[origin, 6])


@pytest.mark.parametrize("own", [None, [3.0, 6.0, 4.5]])
def test_split_roads_are_the_merged_ones(own):
    network = town(5)
    lengths = network.lines.lengths()
    found = {}
    for combine in ("merged", "split"):
        asked = journeys(network, [1, 12, 30], [0.5, 0.1, 0.9], [5], combine, own=own)
        length = np.zeros(len(network))
        for _, _, _, (edge, begin, end) in isochrones.roads(asked, rings=False):
            length += np.bincount(edge, (end - begin) * lengths[edge], len(network))
        found[combine] = length
    assert found["split"] == pytest.approx(found["merged"])
    assert (found["merged"] <= lengths + 1e-6).all()


def reached(asked, cell=100.0, **more):
    surfaces = asked.surfaces(cell, **more)
    return {
        (origin, high): polygons[""]
        for origin, _, high, polygons in isochrones.areas(asked, surfaces)
    }


@given(st.integers(0, 300))
@steadily(8)
def test_areas_lie_in_each_other(seed):
    areas = reached(journeys(town(seed), [0, 25], [0.4, 0.6], [3, 4, 5]))
    for origin in {name for name, _ in areas}:
        for small, large in ((3, 4), (4, 5)):
            if (origin, small) not in areas:
                continue
            inner, outer = areas[origin, small], areas[origin, large]
            assert area_of(inner) <= area_of(outer) + 1e-6
            vertices = np.concatenate([ring for rings in inner for ring in rings])
            points = np.random.default_rng(seed).uniform(vertices.min(0), vertices.max(0), (500, 2))
            # a hair inside: outlines may run together, along a barrier or half way to a road
            middle = np.array([ring[:-1].mean(0) for rings in inner for ring in rings[:1]])
            close = vertices + (np.repeat(middle[:1], len(vertices), 0) - vertices) * 1e-6
            points = np.concatenate([points, close])
            assert not (covers(inner, points) & ~covers(outer, points)).any()


@given(st.integers(0, 300))
@steadily(8)
def test_no_vertex_is_further_than_the_road_and_the_way_beside_it(seed):
    network, minutes, cell = town(seed), 5.0, 100.0
    asked = journeys(network, [7], [0.5], [minutes])
    edge, share = np.divmod(np.arange(len(network) * 101), 101)
    roads = places_on(edge, share / 100)
    xy = Stretches(network.lines).between(edge, share / 100, share / 100).xy[::2]
    by_road = asked.travel.matrix(asked.at, roads)[0]
    for (_, high), polygons in reached(asked, cell).items():
        vertices = np.concatenate([ring for rings in polygons for ring in rings])
        away = np.hypot(*(vertices[:, None] - xy[None]).transpose(2, 0, 1))
        assert away.min(1).max() <= 700 + 10  # the roads are sampled every ten metres or so
        cost = (by_road + away / 1000 / 5 * 60).min(1)
        # between two samples the surface is taken as linear: wrong by half a step at most
        assert cost.max() <= high + cell / 1000 / 5 * 60 / 2


def river(bridge):
    """A road south of a river, one north of it, and perhaps a bridge."""
    nodes = [[0, 0], [4000, 0], [0, 600], [4000, 600]]
    edges = [{"a": 0, "b": 1, "there": 4}, {"a": 2, "b": 3, "there": 4}]
    if bridge:
        edges.append({"a": 1, "b": 3, "there": 1})
    return network_of(nodes, edges)


def test_no_area_over_a_river_without_a_bridge():
    bank = Lines.of([[[-5000, 310], [1700, 290], [9000, 310]]])
    asked = journeys(river(False), [0], [0.5], [30], barriers=Barriers(bank))
    (polygons,) = reached(asked).values()
    vertices = np.concatenate([ring for rings in polygons for ring in rings])
    assert vertices[:, 1].max() < 311
    assert vertices[:, 1].max() > 280  # as far as the bank
    over = journeys(river(True), [0], [0.5], [30], barriers=Barriers(bank))
    (polygons,) = reached(over).values()
    assert covers(polygons, np.array([[2000.0, 600], [2000.0, 0]])).all()


@pytest.mark.parametrize("own", [None, [4.0, 7.0, 5.0]])
def test_split_areas_share_no_ground_and_cover_the_merged_one(own):
    network = town(11)
    found = {
        combine: reached(journeys(network, [2, 18, 33], [0.5, 0.5, 0.5], [5], combine, own=own))
        for combine in ("merged", "split")
    }
    (merged,) = found["merged"].values()
    split = list(found["split"].values())
    assert len(split) == 3
    assert sum(area_of(one) for one in split) == pytest.approx(area_of(merged))
    points = np.random.default_rng(0).uniform(-500, 5500, (4000, 2))
    inside = sum(covers(one, points).astype(int) for one in split)
    assert (inside == covers(merged, points)).all()


def test_split_ground_belongs_to_the_nearest():
    network = town(11, one_way=0, drop=0)
    asked = journeys(network, [2, 28], [0.5, 0.5], [8], "split", offroad_kmh=30.0)
    split = {origin: polygons for (origin, _), polygons in reached(asked).items()}
    points = np.random.default_rng(1).uniform(0, 5000, (1000, 2))
    at = asked.travel.snapper.snap(points)
    cost = asked.travel.matrix(asked.at, at)
    clear = at.ok & (np.abs(cost[0] - cost[1]) > 1.5) & (cost.min(0) < 7)
    assert clear.sum() > 100
    for origin in (0, 1):
        mine = clear & (cost.argmin(0) == origin)
        assert covers(split[origin], points[mine]).mean() > 0.99


def test_a_turnout_shortens_the_way():
    network = town(2)
    plain = reached(journeys(network, [9], [0.5], [3]))[0, 3]
    late = reached(journeys(network, [9], [0.5], [5], start=[2.0]))[0, 5]
    assert area_of(plain) == pytest.approx(area_of(late))


def test_people_are_those_within_their_own_time():
    network = town(4)
    asked = journeys(network, [0, 30], [0.5, 0.5], [3, 6], "split")
    rng = np.random.default_rng(0)
    places = places_on(rng.integers(0, len(network), 50), rng.random(50))
    people = rng.integers(1, 100, 50).astype(float)
    found = isochrones.people_within(asked, places, people)
    cost = asked.travel.matrix(asked.at, places)
    for high in (3.0, 6.0):
        for origin in (0, 1):
            mine = (cost.argmin(0) == origin) & (cost.min(0) <= high)
            assert found[origin, high] == people[mine].sum()


def test_too_many_cells_are_refused():
    with pytest.raises(InvalidValueError, match="CELL_SIZE"):
        journeys(town(), [0], [0.5], [5]).surfaces(1.0)
