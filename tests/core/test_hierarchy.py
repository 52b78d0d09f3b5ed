"""Contraction hierarchies against networkx: random directed graphs, parts, loops, parallel arcs."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.network import hierarchy as module
from smart_planning_plugin.core.network.chains import Chains, between
from smart_planning_plugin.core.network.hierarchy import Hierarchy
from smart_planning_plugin.core.network.kernel import HIERARCHY, SEARCH, choose
from smart_planning_plugin.core.network.store import Store, key_of
from tests.core.small import network_of, places_on, steadily

costs_ = st.one_of(
    st.sampled_from([0.0, 0.0, np.inf]), st.integers(1, 9).map(float), st.floats(0.01, 9)
)


@st.composite
def graphs(draw):
    """Arcs of a directed graph: parallel ones, loops, closed ones, several parts."""
    size = draw(st.integers(1, 14))
    node = st.integers(0, size - 1)
    arcs = draw(st.lists(st.tuples(node, node, costs_, st.integers(0, 5)), max_size=50))
    tail, head, cost, along = (np.array(one) for one in zip(*arcs)) if arcs else ([], [], [], [])
    whole = [np.asarray(one, kind) for one, kind in ((tail, int), (head, int), (cost, float))]
    return size, *whole, np.asarray(along, float)


def by_networkx(size, tail, head, cost):
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(size))
    open_arcs = np.isfinite(cost)
    graph.add_weighted_edges_from(zip(tail[open_arcs], head[open_arcs], cost[open_arcs]))
    expected = np.full((size, size), np.inf)
    for one, reach in nx.all_pairs_dijkstra_path_length(graph):
        expected[one, list(reach)] = list(reach.values())
    return expected


def all_pairs(costs, size, along=None):
    nodes = np.arange(size)
    zero = np.zeros(size)
    found, sums = costs.sweep(size, nodes, nodes, zero, costs.goals(nodes), along).found()
    return found.T if sums is None else (found.T, sums.T)


@given(graphs())
@steadily(100)
def test_all_pairs_are_what_networkx_finds(graph):
    size, tail, head, cost, _ = graph
    expected = by_networkx(size, tail, head, cost)
    for rows in (2, 24):
        module.DENSE_ROWS, usual = rows, module.DENSE_ROWS
        try:
            hierarchy = Hierarchy.of(tail, head, size)
            exact = all_pairs(hierarchy.costs(tail, head, cost), size)
            rough = all_pairs(hierarchy.costs(tail, head, cost, dtype=np.float32), size)
            against = all_pairs(hierarchy.costs(tail, head, cost).reversed(), size)
        finally:
            module.DENSE_ROWS = usual
        np.testing.assert_allclose(exact, expected, rtol=1e-9, atol=1e-12)
        np.testing.assert_allclose(rough, expected, rtol=1e-6, atol=1e-6)
        np.testing.assert_allclose(against, expected.T, rtol=1e-9, atol=1e-12)


@given(graphs())
@steadily(60)
def test_the_arcs_that_were_added_close_the_graph(graph):
    size, tail, head, *_ = graph
    hierarchy = Hierarchy.of(tail, head, size)
    above = [
        set(hierarchy.upper[hierarchy.start[n] : hierarchy.start[n + 1]].tolist())
        for n in range(size)
    ]
    for a, b in zip(hierarchy.rank[tail], hierarchy.rank[head]):
        assert a == b or max(a, b) in above[min(a, b)]
    for one in above:
        for low in one:
            assert all(high in above[low] for high in one if high > low)


@given(graphs())
@steadily(60)
def test_what_lies_along_is_the_least_of_the_cheapest_ways(graph):
    size, tail, head, cost, along = graph
    cost = np.round(cost * 4) / 4  # sums are exact then, and ties are ties
    # one number for both: what lies along only decides between equal costs
    both = by_networkx(size, tail, head, cost * 1e6 + along)
    expected = both.copy()
    expected[np.isfinite(both)] %= 250_000
    for rows in (2, 24):
        module.DENSE_ROWS, usual = rows, module.DENSE_ROWS
        try:
            costs = Hierarchy.of(tail, head, size).costs(tail, head, cost, along)
        finally:
            module.DENSE_ROWS = usual
        found, sums = all_pairs(costs, size, np.zeros(size))
        np.testing.assert_array_equal(found, by_networkx(size, tail, head, cost))
        np.testing.assert_allclose(np.where(np.isfinite(found), sums, np.inf), expected)


@given(graphs())
@steadily(60)
def test_of_an_undirected_graph_the_matrix_is_symmetric_and_keeps_the_triangle(graph):
    size, tail, head, cost, _ = graph
    both = np.concatenate([tail, head]), np.concatenate([head, tail])
    costs = Hierarchy.of(tail, head, size).costs(*both, np.tile(cost, 2))
    found = all_pairs(costs, size)
    np.testing.assert_allclose(found, found.T, rtol=1e-12)
    through = (found[:, :, None] + found[None, :, :]).min(axis=1)
    assert (found <= through * (1 + 1e-12) + 1e-12).all()


def grid(side, seed=0):
    """A network of streets with bends, one-way streets, dead ends and gaps."""
    rng = np.random.default_rng(seed)
    number = np.arange(side * side).reshape(side, side)
    pairs = np.concatenate(
        [
            np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
            np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
        ]
    )
    pairs = pairs[rng.random(len(pairs)) < 0.75]
    edges = []
    for a, b in pairs.tolist():
        there = float(rng.uniform(0.2, 3))
        back = None if rng.random() < 0.15 else there
        edges.append(
            {"a": a, "b": b, "there": there, "back": back, "km": float(rng.uniform(0.2, 3))}
        )
    return network_of([(n % side, n // side) for n in range(side * side)], edges)


def places(network, count, seed):
    rng = np.random.default_rng(seed)
    edge = rng.integers(0, len(network), count)
    edge[rng.random(count) < 0.05] = -1
    return places_on(edge, rng.choice([0.0, 0.3, 0.8, 1.0], count), access_min=0.5)


@pytest.mark.parametrize("direction", ["from", "to"])
@pytest.mark.parametrize("cost", ["time", "distance"])
def test_kernels_give_the_same(cost, direction):
    network = grid(40)
    sources, targets = places(network, 150, 1), places(network, 90, 2)
    found = [
        Travel(network, cost=cost, direction=direction, kernel=kernel).matrix(sources, targets)
        for kernel in (SEARCH, HIERARCHY)
    ]
    assert np.isfinite(found[0]).mean() > 0.5
    np.testing.assert_allclose(*found, rtol=1e-12)


def test_the_same_bytes_every_time():
    network = grid(30)
    sources, targets = places(network, 300, 1), places(network, 200, 2)
    first, second = (
        Travel(grid(30), kernel=HIERARCHY).matrix(sources, targets).tobytes() for _ in range(2)
    )
    assert first == second
    travel = Travel(network, kernel=HIERARCHY)
    rows = [cost for _, cost in travel.blocks(sources, targets)]
    assert np.concatenate(rows).tobytes() == first


def test_another_border_sets_other_costs_into_the_same_order():
    edges = [
        {"a": 0, "b": 1, "there": 5.0},
        {"a": 1, "b": 2, "there": 0.0, "km": 0, "kind": "crossing", "crossing_id": "x"},
        {"a": 2, "b": 3, "there": 5.0},
    ]
    network = network_of([(0, 0), (1, 0), (1, 0), (2, 0)], edges)
    ends = places_on([0], [0.0]), places_on([2], [1.0])
    found = [
        Travel(network, BorderScenario(state, 7.0), kernel=HIERARCHY).matrix(*ends)[0, 0]
        for state in ("open", "delay", "closed")
    ]
    assert found == [10.0, 17.0, np.inf]


def test_km_along_the_fastest_way():
    edges = [
        {"a": 0, "b": 1, "there": 5.0, "km": 9},
        {"a": 0, "b": 1, "there": 6.0, "km": 2},
        {"a": 1, "b": 2, "there": 4.0, "back": None, "km": 3},
        {"a": 3, "b": 4, "there": 4.0, "km": 3},
    ]
    network = network_of([(n, 0) for n in range(5)], edges)
    at = places_on([0, 1, 2, 3, -1], [0.5, 0.5, 1.0, 0.5, 0.0], access_min=1.2)
    for direction in ("from", "to"):
        travel = Travel(network, direction=direction)
        ((_, cost, km),) = travel.blocks(at, at, km=True)
        np.testing.assert_allclose(cost, travel.matrix(at, at))
        cost, km = (cost, km) if direction == "from" else (cost.T, km.T)
        off = 2 * 0.1  # 1.2 minutes at 5 km/h, at both ends
        # from the middle of the fast road to the end of the last one
        assert (cost[0, 2], km[0, 2]) == pytest.approx((2.5 + 4 + 2.4, 4.5 + 3 + off))
        assert (cost[1, 2], km[1, 2]) == pytest.approx((3 + 4 + 2.4, 1 + 3 + off))
        assert np.isnan(km[2, 0]) and np.isinf(cost[2, 0])
        assert np.isnan(km[:, 4]).all() and np.isnan(km[4]).all()
        assert (cost[3, 3], km[3, 3]) == pytest.approx((2.4, off))


@pytest.mark.parametrize("seed", range(3))
def test_km_along_are_those_of_some_fastest_way(seed):
    network = grid(14, seed)
    at = places(network, 40, seed)
    ((_, cost, km),) = Travel(network).blocks(at, at, km=True)
    by_km = Travel(network, cost="distance").matrix(at, at)
    reached = np.isfinite(cost)
    assert (km[reached] >= by_km[reached] - 1e-9).all()
    # at one speed the fastest way is the shortest
    edges = network.edges.assign(time_fwd_s=network.edges["length_m"] / 1000 * 60)
    network = type(network)(
        edges.assign(time_bwd_s=edges["time_fwd_s"]),
        network.lines,
        network.node_xy,
        network.node_id,
    )
    ((_, cost, km),) = Travel(network).blocks(at, at, km=True)
    by_km = Travel(network, cost="distance").matrix(at, at)
    np.testing.assert_allclose(km[np.isfinite(cost)], by_km[np.isfinite(cost)], rtol=1e-9)


def test_chains_go_from_junction_to_junction():
    # 0 - 1 - 2 - 3 with 3 - 4, 3 - 5, and a circle 6 - 7 - 8 without a junction
    tail = np.array([1, 1, 3, 3, 5, 6, 8, 8])
    head = np.array([0, 2, 2, 4, 3, 7, 7, 6])
    chains = Chains.of(tail, head, 9)
    assert chains.junctions == 5  # 0, 3, 4, 5 and one of the circle
    groups = [
        set(chains.edge[a:b].tolist()) for a, b in zip(chains.offsets[:-1], chains.offsets[1:])
    ]
    assert sorted(map(sorted, groups)) == [[0, 1, 2], [3], [4], [5, 6, 7]]
    there, back = chains.along(np.arange(8.0), 10 + np.arange(8.0))
    whole = chains.sums(there) + chains.sums(back)
    assert sorted(whole.tolist()) == sorted([10 * 3 + 2 * 3, 16, 18, 10 * 3 + 2 * 18])


def test_sums_between():
    cost = np.array([1.0, np.inf, 3.0, 4.0])
    found = between(cost, np.array([0, 2, 2, 3, 4]), np.array([1, 4, 2, 2, 4]))
    assert found.tolist() == [1, 7, 0, 0, 0]
    assert between(cost, np.array([0]), np.array([4]))[0] == np.inf


def test_the_kernel_is_chosen_by_size():
    assert choose(1, 50_000, 200_000, 1.0, False) == SEARCH
    assert choose(1000, 50_000, 200_000, 1.0, False) == HIERARCHY
    assert choose(1000, 50_000, 200_000, 0.001, False) == SEARCH
    assert choose(60, 50_000, 200_000, 1.0, True) == HIERARCHY
    travel = Travel(grid(5), kernel=SEARCH)
    assert travel.choose(10**6, 10**6) == SEARCH


# ---------------------------------------------------------------- what is kept on disk


def test_kept_arrays_come_back_and_old_ones_make_room(tmp_path):
    store = Store(tmp_path / "new" / "folder", most_bytes=40_000)
    arrays = {"a": np.arange(2000), "b": np.array([[1.5, np.nan]])}
    keys = [key_of(np.array([n])) for n in range(4)]
    for key in keys:
        assert store.get(key) is None
        store.put(key, arrays)
    found = store.get(keys[-1])
    np.testing.assert_array_equal(found["a"], arrays["a"])
    np.testing.assert_array_equal(found["b"], arrays["b"])
    kept = [key for key in keys if store.get(key) is not None]
    assert keys[-1] in kept and len(kept) == 2
    assert [one.suffix for one in store.folder.iterdir()] == [".npz"] * 2


def test_a_broken_file_is_as_good_as_none(tmp_path):
    store = Store(tmp_path)
    for content in (b"", b"not an archive", b"PK\x03\x04"):
        (tmp_path / "key.npz").write_bytes(content)
        assert store.get("key") is None
    store.put("key", {"a": np.arange(3)})
    assert store.get("key")["a"].tolist() == [0, 1, 2]
    (tmp_path / "file").write_text("no folder")
    Store(tmp_path / "file").put("key", {"a": np.arange(3)})  # costs nothing but time
    assert Store(tmp_path / "file").get("key") is None


def test_keys_tell_content_apart():
    one, other = np.array([1, 2]), np.array([1.0, 2.0])
    assert key_of(one) == key_of(one.copy())
    assert len({key_of(one), key_of(other), key_of(one, one), key_of(one[::-1])}) == 4


def test_a_network_is_ordered_once_and_kept(tmp_path, monkeypatch):
    from dataclasses import replace

    from smart_planning_plugin.core.network import model

    monkeypatch.setattr(model, "WORTH_KEEPING", 1)
    network = replace(grid(12), store=Store(tmp_path))
    at = places(network, 20, 1)
    first = Travel(network, kernel=HIERARCHY).matrix(at, at)
    assert len(list(tmp_path.iterdir())) == 1

    def again(*_):
        raise AssertionError("it is there already")

    monkeypatch.setattr(model.Hierarchy, "of", again)
    second = Travel(replace(grid(12), store=Store(tmp_path)), kernel=HIERARCHY).matrix(at, at)
    assert first.tobytes() == second.tobytes()
    with pytest.raises(AssertionError):  # other roads are another network
        replace(grid(13), store=Store(tmp_path)).hierarchy  # noqa: B018


@given(st.lists(st.tuples(st.integers(0, 5), st.floats(0, 9) | st.just(np.inf)), max_size=40))
def test_lower_is_the_least_of_all(pairs):
    at = np.array([one for one, _ in pairs], np.int64)
    values = np.array([one for _, one in pairs], float)
    found, expected = np.full(6, 5.0), np.full(6, 5.0)
    module.lower(found, at, values)
    np.minimum.at(expected, at, values)
    assert found.tolist() == expected.tolist()
