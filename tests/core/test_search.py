"""Costs between places on edges: against networkx on edges split by hand."""

from collections import defaultdict

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.matrix import Wanted, as_table, pairs_in_blocks
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import (
    CLOSED,
    DELAY,
    DISTANCE,
    OPEN,
    TIME,
    BorderScenario,
    edge_costs,
    with_crossings,
)
from smart_planning_plugin.core.network.search import FROM, TO
from tests.core.small import network_of, places_on, steadily

OPEN_BORDER, CLOSED_BORDER = BorderScenario(OPEN), BorderScenario(CLOSED)
OWN_DELAYS, QUARTER = BorderScenario(DELAY), BorderScenario(DELAY, 15.0)
minutes = st.one_of(st.none(), st.integers(0, 12).map(float), st.floats(0.25, 12))


@st.composite
def regions(draw):
    """Two countries: nodes 0 to 3 and 4 to 7, roads within them, crossings between them."""
    edges = []
    for _ in range(draw(st.integers(2, 12))):
        side = draw(st.sampled_from([0, 4]))
        edges.append(
            {
                "a": side + draw(st.integers(0, 3)),
                "b": side + draw(st.integers(0, 3)),
                "there": draw(minutes),
                "back": draw(minutes),
                "km": draw(st.integers(1, 9)),
                "country": "AA" if side == 0 else "BB",
            }
        )
    pairs = st.tuples(st.integers(0, 3), st.integers(4, 7))
    for number, (a, b) in enumerate(draw(st.lists(pairs, max_size=4, unique=True))):
        edges.append(
            {
                "a": a,
                "b": b,
                "there": draw(st.sampled_from([0.0, 0.0, 0.5])),
                "km": 0,
                "kind": "crossing",
                "crossing_id": str(number),
                "delay_ab": draw(st.integers(0, 20)),
                "delay_ba": draw(st.integers(0, 20)),
                "open": draw(st.sampled_from([1, 1, 1, 0])),
            }
        )
    xy = [(10.0 * n, float(n * n % 7)) for n in range(8)]
    return network_of(xy, edges)


@st.composite
def positions(draw, network, size):
    roads = np.flatnonzero(~network.is_crossing).tolist()
    count = draw(st.integers(1, size))
    # few values: several places on one edge, in one place, and at nodes
    share = st.sampled_from([0.0, 0.25, 0.25, 0.5, 0.7, 1.0])
    edge = draw(
        st.lists(st.sampled_from([*roads, *roads, *roads, -1]), min_size=count, max_size=count)
    )
    at = draw(st.lists(share, min_size=count, max_size=count))
    access = draw(st.lists(st.sampled_from([0.0, 1.0, 2.5]), min_size=count, max_size=count))
    code = network.edges["country"].fillna("").to_numpy(object)
    return places_on(edge, at, [code[one] if one >= 0 else "" for one in edge], access)


@st.composite
def cases(draw):
    network = draw(regions())
    return network, draw(positions(network, 5)), draw(positions(network, 6))


scenarios = st.sampled_from([OPEN_BORDER, CLOSED_BORDER, OWN_DELAYS, QUARTER])


def by_hand(network, border, cost, sources, targets):
    """A graph in which every edge is split at all places, from nothing but the table of edges."""
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(network.node_xy)))
    on_edge = defaultdict(set)
    for at in (sources, targets):
        for edge, share in zip(at.edge, at.fraction):
            on_edge[int(edge)].add(float(share))
    for row, edge in enumerate(network.edges.itertuples()):
        shares = sorted({0.0, 1.0, *on_edge[row]})
        nodes = [(row, share) for share in shares]
        graph.add_nodes_from(nodes)
        nodes_of_ends = {0: edge.from_node, len(shares) - 1: edge.to_node}
        for seconds, delay, turn in (
            (edge.time_fwd_s, edge.delay_ab_min, False),
            (edge.time_bwd_s, edge.delay_ba_min, True),
        ):
            for n, node in nodes_of_ends.items():  # standing at an end is standing at the node
                graph.add_edge(nodes[n], node, cost=0.0, row=-1)
                graph.add_edge(node, nodes[n], cost=0.0, row=-1)
            if np.isnan(seconds):
                continue
            whole = seconds / 60 if cost == TIME else edge.length_m / 1000
            if edge.kind == "crossing":
                if border.state == CLOSED or edge.open == 0:
                    continue
                if border.state == DELAY and cost == TIME:
                    whole += delay if border.delay_min is None else border.delay_min
            for a, b in zip(range(len(shares)), range(1, len(shares))):
                tail, head = (nodes[b], nodes[a]) if turn else (nodes[a], nodes[b])
                graph.add_edge(tail, head, cost=whole * (shares[b] - shares[a]), row=row)
    return graph


def costs_by_hand(network, border, cost, direction, sources, targets, limit=np.inf):
    graph = by_hand(network, border, cost, sources, targets)
    if direction == TO:
        graph = graph.reverse()
    expected = np.full((len(sources), len(targets)), np.inf)

    def access(at, row):
        return at.access_min[row] if cost == TIME else at.snap_m[row] / 1000

    for one in np.flatnonzero(sources.ok):
        start = (int(sources.edge[one]), float(sources.fraction[one]))
        reach = nx.single_source_dijkstra_path_length(graph, start, weight="cost")
        for two in np.flatnonzero(targets.ok):
            end = (int(targets.edge[two]), float(targets.fraction[two]))
            whole = reach.get(end, np.inf) + access(sources, one) + access(targets, two)
            expected[one, two] = whole if whole <= limit else np.inf
    return expected


@given(
    cases(),
    scenarios,
    st.sampled_from([TIME, DISTANCE]),
    st.sampled_from([FROM, TO]),
    st.sampled_from([np.inf, 9.7]),
    st.sampled_from(["search", "hierarchy"]),
)
@steadily(120)
def test_the_matrix_is_what_networkx_finds(case, border, cost, direction, limit, kernel):
    network, sources, targets = case
    travel = Travel(network, border, cost, direction, limit, kernel=kernel)
    expected = costs_by_hand(network, border, cost, direction, sources, targets)
    # sums in another order may fall on either side of the limit
    near_limit = np.isclose(expected, limit, rtol=0, atol=1e-9)
    expected[expected > limit] = np.inf
    found = travel.matrix(sources, targets)
    found[near_limit] = expected[near_limit]
    np.testing.assert_allclose(found, expected, atol=1e-9)


@given(cases(), scenarios, st.sampled_from([FROM, TO]), st.sampled_from([np.inf, 9.7]), st.data())
@steadily(60)
def test_the_nearest_is_the_least_of_the_matrix(case, border, direction, limit, data):
    network, sources, targets = case
    travel = Travel(network, border, TIME, direction, limit)
    chosen = np.array(
        data.draw(st.lists(st.integers(0, len(sources) - 1), min_size=1, unique=True)), np.int64
    )
    matrix = travel.matrix(sources, targets)[chosen]
    near = travel.nearest(travel.from_sources(sources), chosen, targets)
    np.testing.assert_allclose(near.cost, matrix.min(axis=0), atol=1e-9)
    for row in range(len(targets)):
        if np.isinf(near.cost[row]):
            assert near.source[row] == near.crossing[row] == -1
        else:
            assert near.source[row] in chosen
            mine = matrix[chosen.tolist().index(near.source[row]), row]
            assert mine == pytest.approx(near.cost[row], abs=1e-9)


@given(cases(), st.sampled_from([OPEN_BORDER, QUARTER, OWN_DELAYS]), st.sampled_from([FROM, TO]))
@steadily(60)
def test_the_crossing_is_the_last_on_the_only_fastest_way(case, border, direction):
    network, sources, targets = case
    travel = Travel(network, border, TIME, direction)
    graph = by_hand(network, border, TIME, sources, targets)
    if direction == TO:
        graph = graph.reverse()
    for one in np.flatnonzero(sources.ok):
        near = travel.nearest(travel.from_sources(sources), np.array([one]), targets)
        start = (int(sources.edge[one]), float(sources.fraction[one]))
        for two in np.flatnonzero(np.isfinite(near.cost)):
            end = (int(targets.edge[two]), float(targets.fraction[two]))
            used = set()
            for path in all_fastest(graph, start, end):
                crossings = [row for row in path if row >= 0 and network.is_crossing[row]]
                used.add(crossings[-1] if crossings else -1)
            # of several fastest ways any one may be told
            assert near.crossing[two] in used


def all_fastest(graph, start, end):
    """Rows of the edges of all fastest walks, from tight arcs; circles of cost 0 left out."""
    reach = nx.single_source_dijkstra_path_length(graph, start, weight="cost")
    tight = nx.MultiDiGraph()
    tight.add_node(end)
    for tail, head, data in graph.edges(data=True):
        if tail in reach and abs(reach[tail] + data["cost"] - reach[head]) < 1e-9:
            tight.add_edge(tail, head, row=data["row"])
    if start == end:
        yield []
        return
    for number, path in enumerate(nx.all_simple_edge_paths(tight, start, end)):
        yield [tight.edges[arc]["row"] for arc in path]
        if number > 300:
            return


@given(cases(), st.sampled_from([FROM, TO]))
@steadily(40)
def test_a_harder_border_is_never_faster(case, direction):
    network, sources, targets = case
    delays = [OPEN_BORDER, *(BorderScenario(DELAY, wait) for wait in (0.0, 5.0, 30.0))]
    costs = [
        Travel(network, border, TIME, direction).matrix(sources, targets)
        for border in [*delays, CLOSED_BORDER]
    ]
    np.testing.assert_allclose(costs[0], costs[1])
    for softer, harder in zip(costs, costs[1:]):
        assert (harder >= softer - 1e-9).all()
    own = Travel(network, OWN_DELAYS, TIME, direction).matrix(sources, targets)
    assert (own >= costs[0] - 1e-9).all()
    assert (own <= costs[-1] + 1e-9).all()
    # km do not wait
    km = [
        Travel(network, border, DISTANCE, direction).matrix(sources, targets)
        for border in (OPEN_BORDER, QUARTER)
    ]
    np.testing.assert_array_equal(*km)


@given(cases(), scenarios)
@steadily(60)
def test_from_and_to_are_each_other_transposed(case, border):
    network, sources, targets = case
    there = Travel(network, border, TIME, FROM).matrix(sources, targets)
    back = Travel(network, border, TIME, TO).matrix(targets, sources)
    np.testing.assert_allclose(there, back.T, atol=1e-9)


# ---------------------------------------------------------------- small, by hand


def line_of_three():
    """A one-way street of 10 minutes, then one both ways of 4 there and 6 back."""
    return network_of(
        [(0, 0), (1000, 0), (2000, 0)],
        [
            {"a": 0, "b": 1, "there": 10.0, "back": None},
            {"a": 1, "b": 2, "there": 4.0, "back": 6.0},
        ],
    )


def test_two_places_on_one_street():
    at = places_on([1, 1], [0.25, 0.75])
    np.testing.assert_allclose(Travel(line_of_three()).matrix(at, at), [[0, 2], [3, 0]])
    one_way = places_on([0, 0], [0.25, 0.75])
    np.testing.assert_allclose(
        Travel(line_of_three()).matrix(one_way, one_way), [[0, 5], [np.inf, 0]]
    )


def test_the_threshold_is_inclusive():
    at = places_on([1, 1], [0.0, 1.0])
    assert Travel(line_of_three(), max_cost=4.0).matrix(at, at)[0, 1] == 4.0
    assert np.isinf(Travel(line_of_three(), max_cost=3.999).matrix(at, at)[0, 1])


def test_more_sources_than_a_block():
    rng = np.random.default_rng(5)
    network = line_of_three()
    many = places_on(rng.integers(0, 2, 150), rng.uniform(0, 1, 150))
    some = places_on(rng.integers(0, 2, 200), rng.uniform(0, 1, 200))
    expected = costs_by_hand(network, OPEN_BORDER, TIME, FROM, many, some)
    np.testing.assert_allclose(Travel(network).matrix(many, some), expected, atol=1e-9)
    np.testing.assert_allclose(
        Travel(network, direction=TO).matrix(some, many), expected.T, atol=1e-9
    )


def test_the_cheaper_of_parallel_edges():
    network = network_of([(0, 0), (1, 0)], [{"a": 0, "b": 1, "there": t} for t in (7.0, 3.0, 5.0)])
    at = places_on([0, 0], [0.0, 1.0])
    assert Travel(network).matrix(at, at)[0, 1] == 3


def test_costs_of_edges_under_a_border():
    network = network_of(
        [(0, 0), (1, 0), (2, 0)],
        [
            {"a": 0, "b": 1, "there": 6.0, "back": None, "km": 5, "country": "AA"},
            {"a": 1, "b": 2, "there": 0.5, "km": 0.1, "kind": "crossing", "delay_ab": 7.0},
            {"a": 1, "b": 2, "there": 0.0, "km": 0, "kind": "crossing", "open": 0},
        ],
    )

    def check(border, cost, forward, backward):
        np.testing.assert_allclose(edge_costs(network, border, cost), [forward, backward])

    inf = np.inf
    check(OPEN_BORDER, TIME, [6, 0.5, inf], [inf, 0.5, inf])
    check(OWN_DELAYS, TIME, [6, 7.5, inf], [inf, 0.5, inf])
    check(QUARTER, TIME, [6, 15.5, inf], [inf, 15.5, inf])
    check(CLOSED_BORDER, TIME, [6, inf, inf], [inf, inf, inf])
    check(QUARTER, DISTANCE, [5, 0.1, inf], [inf, 0.1, inf])
    assert [str(one) for one in (OPEN_BORDER, OWN_DELAYS, QUARTER)] == [
        "border open",
        "border delay (own delays)",
        "border delay (15 min)",
    ]


def test_a_table_of_crossings_shuts_and_delays():
    crossings = [
        {"a": 0, "b": 1, "there": 0.0, "kind": "crossing", "crossing_id": name} for name in "xyz"
    ]
    network = network_of([(0, 0), (1, 0)], crossings)
    table = pd.DataFrame(
        {
            "crossing_id": ["z", "nowhere", "x"],
            "open": [0, 0, 1],
            "delay_ab_min": [0.0, 0.0, 5.0],
            "delay_ba_min": [0.0, 0.0, 6.0],
        }
    )
    changed = with_crossings(network, table)
    assert changed.edges["open"].tolist() == [1, 1, 0]
    assert changed.edges["delay_ab_min"].tolist() == [5, 0, 0]
    assert changed.edges["delay_ba_min"].tolist() == [6, 0, 0]
    assert network.edges["open"].tolist() == [1, 1, 1]


# ---------------------------------------------------------------- the long table


@given(cases(), st.integers(0, 3))
@steadily(60)
def test_the_table_is_the_matrix(case, nearest):
    network, sources, targets = case
    travel = Travel(network)
    matrix = travel.matrix(sources, targets)
    ids = np.array([f"o{n}" for n in range(len(sources))]), np.arange(len(targets)) * 10
    blocks = pairs_in_blocks(travel, sources, targets, Wanted(nearest))
    table = pd.concat([as_table(one, *ids, travel.cost) for one in blocks])
    for row in range(len(sources)):
        mine = table[table["origin_id"] == f"o{row}"]
        order = sorted(range(len(targets)), key=lambda n: (matrix[row, n], n))
        if nearest:
            reached = [n for n in order if np.isfinite(matrix[row, n])][:nearest]
            order = reached or order[:1]
        else:
            order = list(range(len(targets)))
        assert mine["destination_id"].tolist() == [10 * n for n in order]
        for n, cost, status in zip(order, mine["time_min"], mine["status"]):
            if np.isfinite(matrix[row, n]):
                assert (cost, status) == (matrix[row, n], "ok")
            else:
                assert np.isnan(cost)
                assert status == (
                    "origin too_far"
                    if not sources.ok[row]
                    else "unreached"
                    if targets.ok[n]
                    else "destination too_far"
                )
