"""The nearest segment: against a loop over all of them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.nearest import SAME_DISTANCE_M, SegmentIndex
from tests.core.small import steadily

spot = st.tuples(st.integers(-20, 20), st.integers(-20, 20))
near_segment = st.tuples(spot, spot)
long_segment = st.tuples(
    st.tuples(st.integers(-2000, 2000), st.integers(-20, 20)),
    st.tuples(st.integers(-2000, 2000), st.integers(-20, 20)),
)
dot = spot.map(lambda p: (p, p))


def distance(point, segment):
    (x, y), ((ax, ay), (bx, by)) = point, segment
    dx, dy = bx - ax, by - ay
    square = dx * dx + dy * dy
    share = 0.0 if square == 0 else min(max(((x - ax) * dx + (y - ay) * dy) / square, 0.0), 1.0)
    return float(np.hypot(x - ax - share * dx, y - ay - share * dy)), share


@given(
    st.lists(st.one_of(near_segment, long_segment, dot), min_size=1, max_size=40),
    st.lists(st.one_of(spot, long_segment.map(lambda s: s[0])), min_size=1, max_size=8),
    st.sampled_from([np.inf, 0.0, 3.0, 500.0]),
    st.booleans(),
)
@steadily(150)
def test_nearest_is_the_least_of_all(segments, points, within, twice):
    segments = segments * 2 if twice else segments
    start, end = (np.array([s[side] for s in segments], float) for side in (0, 1))
    found = SegmentIndex(start, end).nearest(np.array(points, float), within)
    for row, point in enumerate(points):
        all_of_them = [distance(point, segment)[0] for segment in segments]
        best = min(all_of_them)
        if best > within:
            assert found.segment[row] == -1
            assert found.distance[row] == np.inf
            continue
        first = next(n for n, d in enumerate(all_of_them) if d <= best + SAME_DISTANCE_M / 2)
        assert found.segment[row] == first
        assert found.distance[row] == pytest.approx(best, abs=1e-9)
        assert found.share[row] == pytest.approx(distance(point, segments[first])[1], abs=1e-6)


def test_many_short_segments_and_one_very_long():
    rng = np.random.default_rng(3)
    start = rng.uniform(-5000, 5000, (600, 2))
    end = start + rng.normal(0, 5, (600, 2))
    start = np.vstack([start, [[-1e5, 40.0]]])
    end = np.vstack([end, [[1e5, 60.0]]])
    points = rng.uniform(-6000, 6000, (60, 2))
    found = SegmentIndex(start, end).nearest(points)
    for row, point in enumerate(points):
        expected = [distance(point, segment)[0] for segment in zip(start, end)]
        assert found.segment[row] == int(np.argmin(expected))
        assert found.distance[row] == pytest.approx(min(expected))


def test_a_place_without_coordinates_and_an_empty_index():
    points = np.array([[np.nan, 0.0], [0.0, 0.0]])
    found = SegmentIndex(np.array([[0.0, 1.0]]), np.array([[1.0, 1.0]])).nearest(points)
    assert found.segment.tolist() == [-1, 0]
    nothing = SegmentIndex(np.empty((0, 2)), np.empty((0, 2))).nearest(points)
    assert nothing.segment.tolist() == [-1, -1]
    assert np.isinf(nothing.distance).all()
