"""Planar noding: lines of one level that cross are joined, bridges never."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.build import BuildOptions
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.noding import node
from smart_planning_plugin.core.network.planar import join_crossing_lines
from smart_planning_plugin.core.network.schema import read_level
from tests.core.small import build, steadily, total_length

PLANAR = BuildOptions(planar=True)
CROSS = [[(-100.0, 3.0), (100.0, 3.0)], [(0.0, -100.0), (0.0, 100.0)]]


def cross(a, b):
    return a[..., 0] * b[..., 1] - a[..., 1] * b[..., 0]


def joined(parts, level=None, tolerance=1.0):
    levels = np.zeros(len(parts), np.int64) if level is None else np.array(level)
    return join_crossing_lines(Lines.of(parts), levels, tolerance)


def test_crossing_lines_are_joined_only_when_asked():
    assert len(build(CROSS)[0]) == 2
    network, _, report = build(CROSS, options=PLANAR)
    assert len(network) == 4
    assert sorted(network.degree) == [1, 1, 1, 1, 4]
    assert report.joined_crossings == 1
    assert network.edges["length_m"].sum() == pytest.approx(400)


@pytest.mark.parametrize(
    "fields",
    [
        {"layer": ["1", None]},
        {"layer": [-1, 0]},
        {"bridge": ["yes", None]},
        {"bridge": ["T", "F"]},
        {"tunnel": ["yes", "no"]},
    ],
)
def test_a_bridge_stays_a_bridge(fields):
    network, _, report = build(CROSS, options=PLANAR, **fields)
    assert len(network) == 2 and report.joined_crossings == 0


def test_two_bridges_of_one_level_meet():
    assert len(build(CROSS, options=PLANAR, layer=["2", "2"])[0]) == 4


def test_levels():
    def level(*rows):
        return read_level(*(pd.Series(one, dtype=object) for one in zip(*rows))).tolist()

    rows = [
        ("-1", None, None), (-2.0, "no", "yes"), ("1;2", None, None), (None, "viaduct", "no"),
        (None, None, "yes"), (None, None, "building_passage"), ("roads_lv", "F", "F"), ("", "0", 0),
    ]  # fmt: skip
    assert level(*rows) == [-1, -2, 1, 1, -1, 0, 0, 0]


def test_an_end_on_another_line_is_joined_there():
    bar, stub = [(-100.0, 0.0), (100.0, 0.0)], [(20.0, 0.6), (20.0, 80.0)]
    lines, count = joined([bar, stub])
    assert count == 1 and len(node(lines, 1.0).lines) == 3
    over = [(20.0, -0.7), (20.0, 80.0)]  # drawn a little too far
    lines, count = joined([bar, over])
    assert count == 1 and len(node(lines, 1.0).lines) == 3
    assert joined([bar, [(20.0, 1.4), (20.0, 80.0)]])[1] == 0


def test_lines_side_by_side_or_with_a_shared_vertex_are_left_alone():
    assert joined([[(0, 0), (100, 0)], [(0, 0), (50, 50)]])[1] == 0
    assert joined([[(0, 0), (100, 0)], [(0, 5), (100, 5)]])[1] == 0
    assert joined([[(0, 0), (100, 0), (100, 50)]])[1] == 0


def test_a_line_that_crosses_itself():
    loop = [(0.0, 0.0), (100.0, 0.0), (50.0, 50.0), (50.0, -50.0)]
    lines, count = joined([loop])
    assert count == 1
    assert len(node(lines, 1.0).lines) == 3


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), min_size=2, max_size=4),
             min_size=1, max_size=7),
    st.lists(st.integers(0, 1), min_size=7, max_size=7),
)  # fmt: skip
@steadily(80)
def test_every_pair_of_segments_that_crosses_is_joined_and_nothing_gets_longer(parts, levels):
    rng = np.random.default_rng(len(parts))
    shaken = [
        # so large that no vertex lies within a centimetre of another line, which would join them
        [(1e3 * x + dx, 1e3 * y + dy) for (x, y), (dx, dy) in zip(part, rng.normal(0, 99, (9, 2)))]
        for part in parts
    ]
    level = np.array(levels[: len(shaken)])
    lines, count = join_crossing_lines(Lines.of(shaken), level, 0.0)
    expected = 0
    segments = [
        (np.array(a), np.array(b), level[n], n, k)
        for n, part in enumerate(shaken)
        for k, (a, b) in enumerate(zip(part, part[1:]))
    ]
    for i, (a, b, one, n, k) in enumerate(segments):
        for c, d, two, m, o in segments[i + 1 :]:
            beside = n == m and abs(k - o) == 1
            turn = np.sign([cross(b - a, c - a), cross(b - a, d - a)])
            other = np.sign([cross(d - c, a - c), cross(d - c, b - c)])
            expected += one == two and not beside and turn.prod() < 0 and other.prod() < 0
    assert count == expected
    assert lines.lengths().sum() == pytest.approx(total_length(shaken))
