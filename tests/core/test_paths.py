"""Ways unpacked from a contraction hierarchy: drivable from end to end, and the cheapest."""

from functools import partial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse.csgraph import dijkstra

from smart_planning_plugin.core.accessibility.travel import WORDS, Travel
from smart_planning_plugin.core.network import hierarchy as module
from smart_planning_plugin.core.network.kernel import (
    HIERARCHY,
    SEARCH,
    choose_for_ways,
    least_of_parallel,
)
from tests.core.small import network_of, places_on, steadily

minutes = st.one_of(
    st.sampled_from([None, 0.0, 0.0]), st.integers(1, 9).map(float), st.floats(0.01, 9)
)


@st.composite
def streets(draw):
    """Networks with parallel edges, loops, free and closed ones, chains and several parts."""
    size = draw(st.integers(1, 16))
    node = st.integers(0, size - 1)
    rows = draw(st.lists(st.tuples(node, node, minutes, minutes), min_size=1, max_size=40))
    edges = [{"a": a, "b": b, "there": there, "back": back} for a, b, there, back in rows]
    return network_of(np.zeros((size, 2)), edges)


def ends_of(network, edge, share):
    """Node on which a share of an edge lies; an edge and share of its own inside of it."""
    if share in (0.0, 1.0):
        return int((network.to_node if share else network.from_node)[edge])
    return edge, share


def check(network, travel, at, pairs):
    """Every way leads from its source to its target, and costs what scipy says."""
    found = travel.ways(at, at, pairs)
    forward, backward = travel.edge_costs
    expected = Travel(network, kernel=SEARCH).matrix(at, at)[tuple(pairs.T)]
    np.testing.assert_array_equal(found.found, np.isfinite(expected))
    for row, (one, two) in enumerate(pairs.tolist()):
        pieces = slice(found.offsets[row], found.offsets[row + 1])
        edge, begin, end = (getattr(found, name)[pieces] for name in ("edge", "begin", "end"))
        if not found.found[row]:
            assert not len(edge)
            continue
        stops = [
            (ends_of(network, *first), ends_of(network, *last))
            for first, last in zip(zip(edge, begin), zip(edge, end))
        ]
        outer = [ends_of(network, at.edge[n], at.fraction[n]) for n in (one, two)]
        flat = [outer[0], *(stop for piece in stops for stop in piece), outer[1]]
        assert all(a == b for a, b in zip(flat[::2], flat[1::2]))
        cost = np.where(end > begin, forward[edge], backward[edge]) * np.abs(end - begin)
        assert np.sum(cost) == pytest.approx(expected[row], rel=1e-9, abs=1e-9)


@given(streets(), st.data())
@steadily(200)
def test_ways_can_be_driven_and_are_cheapest(network, data):
    spot = st.tuples(st.integers(0, len(network) - 1), st.sampled_from([0.0, 0.25, 0.25, 0.5, 1.0]))
    edge, share = zip(*data.draw(st.lists(spot, min_size=1, max_size=5)))
    at = places_on(edge, share)
    pairs = np.indices((len(at), len(at))).reshape(2, -1).T
    for kernel, rows in ((SEARCH, 24), (HIERARCHY, 24), (HIERARCHY, 2)):
        module.DENSE_ROWS, usual = rows, module.DENSE_ROWS
        try:
            check(network, Travel(network, kernel=kernel), at, pairs)
        finally:
            module.DENSE_ROWS = usual


def test_ways_between_nodes_of_a_grid_cost_what_scipy_finds():
    side, rng = 24, np.random.default_rng(5)
    number = np.arange(side * side).reshape(side, side)
    steps = zip((number[:, :-1], number[:-1]), (number[:, 1:], number[1:]))
    ends = np.concatenate([np.stack([a.ravel(), b.ravel()]) for a, b in steps], axis=1).T
    edges = [
        {"a": a, "b": b, "there": float(rng.integers(1, 6)), "back": float(rng.integers(1, 6))}
        for a, b in ends.tolist()
    ]
    network = network_of(np.zeros((side * side, 2)), edges)
    at = places_on(rng.integers(0, len(network), 60), np.zeros(60))
    pairs = np.column_stack([np.repeat(np.arange(30), 30), np.tile(np.arange(30, 60), 30)])
    travel = Travel(network, kernel=HIERARCHY)
    check(network, travel, at, pairs)
    forward, backward = travel.edge_costs
    graph = least_of_parallel(
        np.concatenate([network.from_node, network.to_node]),
        np.concatenate([network.to_node, network.from_node]),
        np.concatenate([forward, backward]),
        side * side,
    )
    node = network.from_node[at.edge]
    reach = dijkstra(graph, indices=node[:30])[:, node[30:]]
    found = travel.ways(at, at, pairs)
    owner = np.repeat(np.arange(len(pairs)), np.diff(found.offsets))
    cost = np.where(found.end > found.begin, forward[found.edge], backward[found.edge])
    assert np.bincount(owner, cost, minlength=len(pairs)).tolist() == reach.ravel().tolist()


def test_no_way_costs_more_than_the_limit():
    network = network_of([(0, 0), (1, 0), (2, 0)], [{"a": 0, "b": 1}, {"a": 1, "b": 2}])
    at = places_on([0, 0, 1, -1], [0.0, 0.5, 1.0, 0.0], access_min=0.25)
    pairs = np.array([[0, 1], [0, 2], [2, 0], [0, 3], [0, 0]])
    for kernel in (SEARCH, HIERARCHY):
        found = Travel(network, max_cost=2.4, kernel=kernel).ways(at, at, pairs)
        assert found.found.tolist() == [True, False, False, False, True]
        assert np.diff(found.offsets).tolist() == [1, 0, 0, 0, 0]
        told = []
        say = partial(lambda kept, _, text: kept.append(text), told)
        none = Travel(network, kernel=kernel).ways(at, at, pairs[:0], say)
        assert told == ["0 ways on 2 edges: " + WORDS[kernel]]
        assert len(none.found) == len(none.edge) == 0


def test_ways_from_few_places_are_searched():
    assert choose_for_ways(1, 1000, 200_000, 220_000, 1.0, True) == SEARCH
    assert choose_for_ways(1000, 1000, 200_000, 220_000, 1.0, False) == HIERARCHY
