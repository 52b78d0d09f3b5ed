"""How a hierarchy is made up, against loops; and that the size of blocks changes nothing."""

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.network import hierarchy as hierarchies
from smart_planning_plugin.core.network import kernel as kernels
from smart_planning_plugin.core.network import paths, sweep
from smart_planning_plugin.core.network.chains import Chains
from smart_planning_plugin.core.network.hierarchy import Hierarchy
from smart_planning_plugin.core.network.kernel import HIERARCHY, SEARCH, Kernel
from smart_planning_plugin.core.network.order import elimination
from smart_planning_plugin.core.network.search import SourceGraph
from tests.core.small import network_of, places_on, steadily
from tests.core.test_hierarchy import graphs, grid, places


def above(hierarchy, rank):
    return hierarchy.upper[hierarchy.start[rank] : hierarchy.start[rank + 1]].tolist()


def with_rows(rows, graph):
    """A hierarchy whose dense blocks have so many rows, and its blocks as lists of ranks."""
    size, tail, head, *_ = graph
    usual, hierarchies.DENSE_ROWS = hierarchies.DENSE_ROWS, rows
    try:
        made = Hierarchy.of(tail, head, size)
        made.blocks  # noqa: B018  (kept)
    finally:
        hierarchies.DENSE_ROWS = usual
    ends = made.blocks.tolist()
    return made, [list(range(a, b)) for a, b in zip(ends, ends[1:])]


def blocks_by_loops(hierarchy, rows):
    """Runs of ranks, each joined to the next and to what that is joined to."""
    runs = []
    for rank in range(len(hierarchy)):
        before = above(hierarchy, rank - 1) if rank else []
        if rank and before == [rank, *above(hierarchy, rank)]:
            runs[-1].append(rank)
        else:
            runs.append([rank])
    return [
        part for run in runs for part in
        ([run] if len(run) > 1 and len(above(hierarchy, run[0])) + 1 >= rows
         else [[one] for one in run])
    ]  # fmt: skip


def cliques(*sizes):
    """Groups in which each is joined to each, and nobody to another group."""
    pairs = [(first + a, first + b) for first, size in zip(np.cumsum([0, *sizes]), sizes)
             for a in range(size) for b in range(a)]  # fmt: skip
    tail, head = np.array(pairs).T
    return sum(sizes), tail, head, np.ones(len(tail)), np.ones(len(tail))


@given(graphs(), st.sampled_from([2, 3, 4, 24]))
@example(cliques(3, 4, 3, 5), 4)
@example(cliques(5, 3, 4, 2), 4)
@example(cliques(1, 3, 2, 3), 3)
@steadily(60)
def test_blocks_levels_and_triangles(graph, rows):
    hierarchy, blocks = with_rows(rows, graph)
    assert blocks == blocks_by_loops(hierarchy, rows)
    of = {rank: number for number, block in enumerate(blocks) for rank in block}
    height = []
    for block in blocks:
        below = [of[rank] for rank in range(block[0]) if above(hierarchy, rank)[:1] == [block[0]]]
        below += [of[rank] for rank in range(block[-1]) for one in block[1:]
                  if of[rank] != of[one] and above(hierarchy, rank)[:1] == [one]]  # fmt: skip
        height.append(1 + max((height[one] for one in below), default=-1))
    order, begins = hierarchy.levels
    levels = [order[a:b].tolist() for a, b in zip(begins, begins[1:])]
    assert levels == [
        [number for number, one in enumerate(height) if one == level]
        for level in range(max(height, default=-1) + 1)
    ]
    arc = {(rank, high): hierarchy.start[rank] + at for rank in range(len(hierarchy))
           for at, high in enumerate(above(hierarchy, rank))}  # fmt: skip
    for level, (target, low, high, fronts) in zip(levels, hierarchy.steps):
        assert fronts == [one for one in level if len(blocks[one]) > 1]
        expected = []
        for (rank,) in (blocks[one] for one in level if len(blocks[one]) == 1):
            ends = above(hierarchy, rank)
            expected += [(arc[a, b], arc[rank, a], arc[rank, b])
                         for n, a in enumerate(ends) for b in ends[n + 1 :]]  # fmt: skip
        assert list(zip(target.tolist(), low.tolist(), high.tolist())) == expected
        for one in fronts:
            front, block = hierarchy.front(one), blocks[one]
            nodes = block + above(hierarchy, block[-1])
            assert (front.pivots, front.size) == (len(block), len(nodes))
            found = {(nodes[a], nodes[b]): number for a, b, number in
                     zip(front.low.tolist(), front.high.tolist(), front.arc.tolist())}  # fmt: skip
            assert found == {ends: number for ends, number in arc.items()
                             if ends[0] in nodes and ends[1] in nodes}  # fmt: skip
            assert len(front.arc) == len(found)


@given(st.one_of(graphs(), st.just(cliques(3, 4, 3, 5))), st.sampled_from([2, 4, 24]), st.data())
@steadily(60)
def test_walks_ancestors_and_ways_down(graph, rows, data):
    hierarchy, blocks = with_rows(rows, graph)
    size = len(hierarchy)
    parent = [above(hierarchy, rank)[:1] for rank in range(size)]
    assert hierarchy.parent.tolist() == [one[0] if one else -1 for one in parent]
    up = [[rank] for rank in range(size)]
    for rank in reversed(range(size)):
        up[rank] += [one for at in parent[rank] for one in up[at]]
    place, many = hierarchy.walk
    assert sorted(place.tolist()) == list(range(size))
    for rank in range(size):
        below = [one for one in range(size) if rank in up[one]]
        assert many[rank] == len(below)
        assert sorted(place[below].tolist()) == list(range(place[rank], place[rank] + len(below)))
    chosen = np.array(data.draw(st.lists(st.integers(0, size - 1), max_size=5)), np.int64)
    every = sorted({one for rank in chosen for one in up[rank]})
    assert hierarchy.ancestors(chosen).tolist() == every
    runs = [list(range(a, b)) for a, b in hierarchy.runs(np.array(every, np.int64))]
    kept = [[one for one in block if one in every] for block in blocks]
    assert runs == [one for one in kept if one]
    done, usual = [], hierarchies.MANY
    hierarchies.MANY = 2
    try:
        steps = hierarchy.descents(np.array(every, np.int64))
    finally:
        hierarchies.MANY = usual
    for step in steps:
        some = list(range(*step)) if isinstance(step, tuple) else step.tolist()
        for rank in some:
            assert set(up[rank]) - {rank} <= {*done, *(some if isinstance(step, tuple) else ())}
        if not isinstance(step, tuple):
            assert len(some) >= 2
            assert len({len(above(hierarchy, rank)) for rank in some}) == 1
        done += some
    assert sorted(done) == every
    # of lone nodes that could go down together, none are left to go alone
    lone = [step[0] for step in steps if isinstance(step, tuple)
            and step[1] - step[0] == 1 and [step[0]] in blocks]  # fmt: skip
    level = {rank: hierarchy._height[number] for number, one in enumerate(blocks) for rank in one}
    alike = [(level[rank], len(above(hierarchy, rank))) for rank in lone]
    assert len(alike) == len(set(alike))


def test_arcs_by_their_ends():
    # a square 0-1-2-3 with one of its diagonals, by the order in which nodes are taken away
    hierarchy = Hierarchy.of(np.array([0, 1, 2, 3, 0]), np.array([1, 2, 3, 0, 2]), 4)
    for low in range(4):
        for high in range(low + 1, 4):
            here = high in above(hierarchy, low)
            found = int(hierarchy.arc_if(np.array([low]), np.array([high]))[0])
            assert (found >= 0) == here
            if here:
                assert found == hierarchy.arc(low, high)
                assert (hierarchy.lower[found], hierarchy.upper[found]) == (low, high)
    which, arcs = hierarchy.from_below(np.array([3, 0, 2]))
    assert which.tolist() == sorted(which.tolist()) and 1 not in which
    expected = [(at, rank) for at, one in ((0, 3), (2, 2)) for rank in range(one)
                if one in above(hierarchy, rank)]  # fmt: skip
    assert list(zip(which.tolist(), hierarchy.lower[arcs].tolist())) == expected


def test_the_order_of_a_path_adds_no_arc_and_parts_may_be_single():
    rank, start, upper = elimination(np.array([0, 1, 2, 5]), np.array([1, 2, 3, 5]), 6)
    assert sorted(rank.tolist()) == list(range(6))
    assert len(start) == 7 and start[-1] == len(upper) == 3
    rank, start, upper = elimination(np.array([1]), np.array([1]), 3)
    assert (rank.tolist(), start.tolist(), upper.tolist()) == ([0, 1, 2], [0] * 4, [])
    # every arc is there, whatever the number of parallel ones
    tail, head = np.array([0, 1, 0, 2]), np.array([1, 0, 1, 0])
    rank, start, upper = elimination(tail, head, 3)
    assert len(upper) == 2


def circles(*sizes):
    """Circles that nothing else touches."""
    pairs = [(first + n, first + (n + 1) % size) for first, size in
             zip(np.cumsum([0, *sizes]), sizes) for n in range(size)]  # fmt: skip
    tail, head = np.array(pairs).T
    return sum(sizes), tail, head, np.ones(len(tail)), np.ones(len(tail))


@given(graphs())
@example(circles(3, 4, 2))
@example(circles(2, 1, 5))
@steadily(60)
def test_chains_are_driven_from_junction_to_junction(graph):
    size, tail, head, *_ = graph
    chains = Chains.of(tail, head, size)
    degree = np.bincount(np.concatenate([tail, head]).astype(int), minlength=size)
    assert sorted(chains.edge.tolist()) == list(range(len(tail)))
    assert chains.edge[chains.place].tolist() == list(range(len(tail)))
    inner = set()
    number = {}
    for one in range(len(chains)):
        rows = slice(chains.offsets[one], chains.offsets[one + 1])
        stops = [(head[edge], tail[edge]) if back else (tail[edge], head[edge])
                 for edge, back in zip(chains.edge[rows], chains.turned[rows])]  # fmt: skip
        assert all(a[1] == b[0] for a, b in zip(stops, stops[1:]))
        inner |= {stop[1] for stop in stops[:-1]}
        for end, junction in ((stops[0][0], chains.tail[one]), (stops[-1][1], chains.head[one])):
            assert number.setdefault(end, junction) == junction
    assert all(degree[node] == 2 for node in inner) and not inner & set(number)
    # nodes keep their order as junctions; only of a circle one of two arcs is a junction
    assert [number[node] for node in sorted(number)] == sorted(number.values())
    assert chains.junctions == size - len(inner)
    for node in set(np.flatnonzero(degree == 2).tolist()) & set(number):
        ends = [one for one in range(len(chains)) if chains.tail[one] == number[node]]
        ends += [one for one in range(len(chains)) if chains.head[one] == number[node]]
        assert len(set(ends)) == 1  # a circle, and nothing else is at it


# ---------------------------------------------------------------- blocks of work


SMALL = [
    (kernels, "GOALS_AT_ONCE", 7), (kernels, "SWEEP_CELLS", 900), (kernels, "SEARCH_CELLS", 700),
    (kernels, "MOST_STARTS", 11), (kernels, "LEAST_STARTS", 3), (sweep, "CELLS", 40),
    (hierarchies, "MANY", 2), (hierarchies, "DENSE_ROWS", 3), (paths, "BLOCK_PAIRS", 13),
]  # fmt: skip


@pytest.mark.parametrize("direction", ["from", "to"])
def test_small_blocks_of_work_give_the_same(direction, monkeypatch):
    network = grid(12)
    sources, targets = places(network, 60, 1), places(network, 37, 2)
    pairs = np.column_stack([np.arange(37), np.arange(37)[::-1]])

    def everything():
        found = []
        for kernel in (SEARCH, HIERARCHY):
            travel = Travel(grid(12), direction=direction, kernel=kernel, max_cost=14.0)
            blocks = list(travel.blocks(sources, targets, km=True))
            rows, cost, km = (np.concatenate(one) for one in zip(*blocks))
            assert sorted(rows.tolist()) == list(range(60))
            order = np.argsort(rows)
            found += [cost[order], km[order], travel.matrix(sources, targets)]
            ways = travel.ways(sources, targets, pairs)
            found += [ways.found, ways.edge, ways.begin, ways.end, ways.offsets]
        return found

    usual = everything()
    for module, name, value in SMALL:
        monkeypatch.setattr(module, name, value)
    for one, other in zip(usual, everything()):
        np.testing.assert_allclose(one, other, rtol=1e-12)
    np.testing.assert_allclose(usual[0], usual[8], rtol=1e-12)  # searched and swept


def test_how_much_is_done_at_once(monkeypatch):
    network = grid(12)
    at = places_on(np.zeros(30, int), np.linspace(0, 1, 30))
    kernel = Kernel(network, *(network.edges[one].to_numpy(float) for one in
                               ("time_fwd_s", "time_bwd_s")))  # fmt: skip
    none = np.zeros(30)

    def sizes(kind):
        return [len(rows) for rows, *_ in
                kernel.matrix(at, none, at, none, False, np.inf, kind)]  # fmt: skip

    junctions = kernel.chains.junctions
    for cells, expected in ((junctions * 10, [10, 10, 10]), (junctions * 10 - 1, [9, 9, 9, 3]),
                            (junctions * 30, [30]), (1, [1] * 30)):  # fmt: skip
        monkeypatch.setattr(kernels, "SEARCH_CELLS", cells)
        assert sizes(SEARCH) == expected
    monkeypatch.setattr(kernels.os, "cpu_count", lambda: 8)
    monkeypatch.setattr(kernels, "LEAST_STARTS", 3)
    assert sizes(HIERARCHY) == [8, 8, 8, 6]  # four workers at most
    monkeypatch.setattr(kernels.os, "cpu_count", lambda: 2)
    assert sizes(HIERARCHY) == [15, 15]
    monkeypatch.setattr(kernels.os, "cpu_count", lambda: None)
    assert sizes(HIERARCHY) == [30]
    monkeypatch.setattr(kernels, "MOST_STARTS", 12)
    assert sizes(HIERARCHY) == [12, 12, 6]
    monkeypatch.setattr(kernels, "LEAST_STARTS", 64)
    assert sizes(HIERARCHY) == [12, 12, 6]
    goals = kernel.costs.goals(kernel.ends(at, none, False).node.ravel())
    monkeypatch.setattr(kernels, "SWEEP_CELLS", len(goals.above) * 5)
    assert sizes(HIERARCHY) == [5] * 6
    assert [one for one in kernel._blocks(0, 4)] == []


def test_blocks_tell_how_far_they_are(monkeypatch):
    network = grid(12)
    time = [network.edges[one].to_numpy(float) for one in ("time_fwd_s", "time_bwd_s")]
    at, none = places_on(np.arange(30) % 5, np.full(30, 0.5)), np.zeros(30)
    kernel = Kernel(network, *time)
    monkeypatch.setattr(kernels, "SEARCH_CELLS", kernel.chains.junctions * 10)
    monkeypatch.setattr(kernels, "MOST_STARTS", 10)
    monkeypatch.setattr(paths, "BLOCK_PAIRS", 10)
    for kind in (SEARCH, HIERARCHY):
        told = []
        list(kernel.matrix(at, none, at, none, False, np.inf, kind, told.append))
        assert told == pytest.approx([0, 1 / 3, 2 / 3])
    told = []
    paths.Paths(kernel).ways(at, none, at, none, progress=told.append)
    assert told == pytest.approx([0, 1 / 3, 2 / 3])
    # by search one tells at each source that is new
    told, graph = [], SourceGraph(network, *time, at, none)
    sources = np.array([7, 3, 7, 3, 9])
    graph.ways(sources, np.arange(5), progress=told.append)
    assert told == pytest.approx([0, 2 / 5, 4 / 5])


def test_the_kernel_is_chosen_where_both_take_as_long(monkeypatch):
    for name, value in (("SECONDS_A_NODE", 1.0), ("SECONDS_AN_EDGE", 1.0),
                        ("SECONDS_A_SWEEP", 1.0), ("SECONDS_A_WAY", 1.0)):  # fmt: skip
        monkeypatch.setattr(kernels, name, value)
    # 2 starts x 10 junctions x 0.5 = 10 against 2 sweeps and 8 edges
    assert kernels.choose(2, 10, 8, 0.5, False) == SEARCH
    assert kernels.choose(2, 10, 7, 0.5, False) == HIERARCHY
    assert kernels.choose(2, 10, 8, 0.5, True) == HIERARCHY
    # 2 x 10 x 0.5 = 10 against 3 pairs and 7 edges
    assert kernels.choose_for_ways(2, 3, 10, 7, 0.5, False) == SEARCH
    assert kernels.choose_for_ways(2, 3, 10, 6, 0.5, False) == HIERARCHY
    assert kernels.choose_for_ways(2, 3, 10, 7, 0.5, True) == HIERARCHY


def test_shares_of_closed_edges_and_values_in_their_columns():
    found = kernels.scaled(np.array([4.0, np.inf, np.inf, 4.0]), np.array([0.5, 0.0, 0.1, 0.0]))
    assert found.tolist() == [2, 0, np.inf, 0]
    values = np.array([[1.0, 2.0]])
    assert kernels.spread(values, np.array([0, 2]), 3).tolist() == [[1, np.inf, 2]]
    assert kernels.spread(values, np.array([0, 1]), 2) is values
    least = kernels.least_of_parallel(
        np.array([1, 0, 0, 0, 2]), np.array([0, 2, 2, 1, 0]),
        np.array([7.0, 5.0, 3.0, np.inf, 1.0]), 3,
    )  # fmt: skip
    assert least.toarray().tolist() == [[0, 0, 3], [7, 0, 0], [1, 0, 0]] and least.nnz == 3


def test_places_on_one_edge_go_straight_or_around():
    # a circle of 1, 2 and 3 minutes; the first may be driven one way only
    network = network_of([(0, 0), (1, 0), (0, 1)], [
        {"a": 0, "b": 1, "there": 4.0, "back": None}, {"a": 1, "b": 2, "there": 2.0},
        {"a": 2, "b": 0, "there": 3.0}])  # fmt: skip
    at = places_on([0, 0, 0], [0.25, 0.75, 0.25], access_min=[0.5, 0.25, 0.0])
    expected = [[0, 2 + 0.75, 0.5], [5 + 2 + 0.75, 0, 7 + 0.25], [0.5, 2.25, 0]]
    for kernel in (SEARCH, HIERARCHY):
        for direction, wanted in (("from", expected), ("to", np.transpose(expected))):
            found = Travel(network, kernel=kernel, direction=direction).matrix(at, at)
            own = np.array(found) - np.diag(np.diag(found))
            np.testing.assert_allclose(own, wanted)
            assert np.diag(found).tolist() == [1.0, 0.5, 0.0]  # to the road and back
            ((_, _, km),) = Travel(network, kernel=kernel, direction=direction).blocks(
                at, at, km=True)  # fmt: skip
            assert km[1 if direction == "to" else 0, 0 if direction == "to" else 1] == (
                pytest.approx(0.5 + 0.75 / 12)
            )


@pytest.mark.parametrize("km", [(5.0, 3.0), (3.0, 5.0)])
def test_of_ways_that_take_as_long_the_shorter_is_told(km):
    # from 0 to the middle between 1 and 2, by either of them in three minutes
    edges = [{"a": 0, "b": 1, "there": 2.0, "km": km[0]}, {"a": 0, "b": 2, "there": 2.0,
                                                           "km": km[1]},
             {"a": 1, "b": 2, "there": 2.0, "km": 2.0},
             *({"a": n, "b": n + 3, "there": 9.0} for n in range(3))]  # fmt: skip
    network = network_of(np.zeros((6, 2)), edges)
    start, goal = places_on([0], [0.0]), places_on([2], [0.5])
    for one, other in ((start, goal), (goal, start)):
        ((_, cost, along),) = Travel(network, kernel=HIERARCHY).blocks(one, other, km=True)
        assert (cost[0, 0], along[0, 0]) == (3, 4)
