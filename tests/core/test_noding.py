"""Noding: what is joined, what stays apart, and that no road is lost."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.noding import node
from tests.core.small import build, steadily, total_length


def noded(*parts, tolerance=1.0):
    return node(Lines.of(parts), tolerance)


def graph_of(result):
    graph = nx.MultiGraph()
    graph.add_edges_from(zip(result.from_node.tolist(), result.to_node.tolist()))
    return graph


def parts_apart(result):
    return nx.number_connected_components(graph_of(result))


def test_lines_that_cross_without_a_shared_vertex_are_a_bridge():
    result = noded([(-10, 0), (10, 0)], [(0, -10), (0, 10)])
    assert len(result.lines) == 2
    assert parts_apart(result) == 2


def test_lines_that_cross_at_a_shared_vertex_are_a_junction():
    result = noded([(-10, 0), (0, 0), (10, 0)], [(0, -10), (0, 0), (0, 10)])
    assert len(result.lines) == 4
    assert parts_apart(result) == 1
    assert sorted(dict(graph_of(result).degree).values()) == [1, 1, 1, 1, 4]
    assert result.parent.tolist() == [0, 0, 1, 1]


def test_an_end_on_an_inner_vertex_cuts_the_other_line():
    result = noded([(-10, 0), (0, 0), (10, 0)], [(0, 0), (0, 10)])
    assert len(result.lines) == 3
    assert parts_apart(result) == 1


def test_an_inner_vertex_that_nobody_shares_stays():
    result = noded([(-10, 0), (0, 5), (10, 0)])
    assert len(result.lines) == 1
    assert len(result.lines[0]) == 3


def test_ends_within_the_tolerance_are_one_junction():
    near = noded([(0, 0), (100, 0)], [(100.8, 0), (200, 0)])
    assert parts_apart(near) == 1
    assert parts_apart(noded([(0, 0), (100, 0)], [(101.2, 0), (200, 0)])) == 2
    assert parts_apart(noded([(0, 0), (100, 0)], [(100.8, 0), (200, 0)], tolerance=0)) == 2


def test_a_chain_of_three_ends_is_one_junction():
    result = noded([(0, 0), (100, 0)], [(100.8, 0), (100.8, 80)], [(101.6, 0), (200, 0)])
    assert parts_apart(result) == 1
    assert sorted(dict(graph_of(result).degree).values()) == [1, 1, 1, 3]
    ends = np.concatenate([result.lines.xy[result.lines.first], result.lines.xy[result.lines.last]])
    assert len(np.unique(ends, axis=0)) == 4


def test_an_end_near_an_inner_vertex_of_another_line_is_joined_to_it():
    result = noded([(-50, 0), (0, 0), (50, 0)], [(0, 0.7), (0, 60)])
    assert len(result.lines) == 3
    assert parts_apart(result) == 1
    # but inner vertices near each other are not
    apart = noded([(-50, 0), (0, 0), (50, 0)], [(-50, 9), (0, 0.7), (50, 9)])
    assert parts_apart(apart) == 2


@pytest.mark.parametrize("turn", [1, -1])
def test_a_way_drawn_twice_is_kept_once(turn):
    way = [(0, 0), (30, 40), (60, 40), (100, 0)]
    result = noded(way, way[::turn])
    assert len(result.lines) == 1
    assert result.duplicates == 1
    assert result.opposite.tolist() == ([-1] if turn == 1 else [1])


def test_long_ways_drawn_twice_in_millimetres_are_kept_once():
    rng = np.random.default_rng(0)
    ways = []
    for number in range(600):
        steps = rng.integers(-50_000, 50_000, (6, 2))
        steps[np.arange(6), rng.integers(0, 2, 6)] = 0
        ways.append(np.cumsum(steps, axis=0) / 1000 + np.array([number * 10_000.0, 0]))
    result = noded(*ways, *[way[::-1] for way in ways], tolerance=0)
    assert result.duplicates == len(ways)
    assert len(result.lines) == len(ways)


def test_a_way_drawn_twice_in_part_is_kept_once():
    result = noded([(0, 0), (10, 0), (20, 0)], [(10, 0), (20, 0), (30, 0)])
    assert result.lines.lengths().sum() == pytest.approx(30)
    assert result.duplicates == 1


def test_two_ways_between_the_same_ends_are_both_kept():
    result = noded([(0, 0), (50, 10), (100, 0)], [(0, 0), (50, -10), (100, 0)])
    assert len(result.lines) == 2
    assert result.duplicates == 0


def test_two_one_way_lines_upon_each_other_are_one_street():
    way = [(0, 0), (500, 0), (1000, 0)]
    network, _, report = build([way, way[::-1]], oneway=["yes", "yes"])
    assert len(network) == 1
    assert report.duplicates == 1
    assert network.edges[["time_fwd_s", "time_bwd_s"]].notna().all(axis=None)
    same, _, _ = build([way, way], oneway=["yes", "yes"])
    assert same.edges["time_bwd_s"].isna().all()


def test_a_closed_loop():
    loop = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)]
    alone = noded(loop)
    assert len(alone.lines) == 1
    assert alone.from_node.tolist() == alone.to_node.tolist()
    assert alone.lines.lengths()[0] == pytest.approx(40)
    with_roads = noded(loop, [(10, 10), (50, 50)], [(10, 0), (50, 0)])
    assert len(with_roads.lines) == 5
    assert with_roads.lines.lengths().sum() == pytest.approx(40 + 40 * 2**0.5 + 40)
    assert parts_apart(with_roads) == 1


def test_a_line_that_meets_itself_is_cut_there():
    eight = [(0, 0), (10, 10), (20, 0), (20, 20), (10, 10), (0, 20)]
    result = noded(eight)
    assert len(result.lines) == 3
    assert result.lines.lengths().sum() == pytest.approx(total_length([eight]))


def test_very_short_lines():
    # shorter than the tolerance, and still a road between two others
    result = noded([(0, 0), (100, 0)], [(100, 0), (100.4, 0)], [(100.4, 0), (200, 0)])
    assert parts_apart(result) == 1
    assert result.lines.lengths().sum() == pytest.approx(200, abs=1)
    alone = noded([(0, 0), (0.3, 0)])
    assert len(alone.lines) == 1
    nothing = noded([(5, 5), (5, 5)], [(0, 0), (10, 0)])
    assert len(nothing.lines) == 1
    assert nothing.parent.tolist() == [1]


def test_repeated_vertices_change_nothing():
    plain = noded([(0, 0), (10, 0), (20, 0)])
    stuttering = noded([(0, 0), (0, 0), (10, 0), (10, 0), (20, 0), (20, 0)])
    assert (plain.lines.xy == stuttering.lines.xy).all()


@st.composite
def grid_lines(draw):
    """Lines over the corners of a coarse grid, with each step of it at most once in all."""
    used, parts = set(), []
    for _ in range(draw(st.integers(1, 8))):
        at = (draw(st.integers(0, 5)), draw(st.integers(0, 5)))
        part = [at]
        for dx, dy in draw(
            st.lists(st.sampled_from([(1, 0), (0, 1), (-1, 0), (0, -1), (1, 1)]), max_size=6)
        ):
            after = (at[0] + dx, at[1] + dy)
            step = frozenset([at, after])
            if step in used:
                break
            used.add(step)
            part.append(after)
            at = after
        if len(part) > 1:
            parts.append([(100.0 * x, 100.0 * y) for x, y in part])
    return parts or [[(0.0, 0.0), (1.0, 0.0)]]


@given(grid_lines(), st.sampled_from([0.0, 1.0]), st.randoms(use_true_random=False))
@steadily(60)
def test_the_same_graph_as_one_edge_for_every_step(parts, tolerance, random):
    truth = nx.MultiGraph()
    for part in parts:
        truth.add_edges_from(zip(part, part[1:]))
    ends = {part[side] for part in parts for side in (0, -1)}
    junctions = ends | {at for at, degree in truth.degree if degree > 2}
    result = node(Lines.of(parts), tolerance)
    assert result.duplicates == 0
    assert result.lines.lengths().sum() == pytest.approx(total_length(parts))
    xy = np.full((max(result.from_node.max(), result.to_node.max()) + 1, 2), np.nan)
    xy[result.from_node] = result.lines.xy[result.lines.first]
    xy[result.to_node] = result.lines.xy[result.lines.last]
    assert sorted(map(tuple, xy)) == sorted(junctions)
    degree = dict(graph_of(result).degree)
    assert {tuple(xy[at]): n for at, n in degree.items()} == {
        at: truth.degree(at) for at in junctions
    }
    # the order and the drawing of lines do not matter
    mixed = [part[:: random.choice([1, -1])] for part in parts]
    random.shuffle(mixed)
    again = node(Lines.of(mixed), tolerance)
    assert sorted(np.round(again.lines.lengths(), 6)) == sorted(np.round(result.lines.lengths(), 6))
