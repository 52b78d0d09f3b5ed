"""Outlines of labelled samples: disjoint, covering, with holes, nested."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.contours import Lattice, outlines
from smart_planning_plugin.core.accessibility.surfaces import Walls
from tests.core.small import steadily


def area(ring):
    x, y = ring[:-1].T
    x2, y2 = ring[1:].T
    return float((x * y2 - x2 * y).sum() / 2)


def area_of(polygons):
    return sum(area(ring) for rings in polygons for ring in rings)


def covers(polygons, points):
    """(n,) bool: points inside, by counting crossings of every side of every ring."""
    odd = np.zeros(len(points), dtype=bool)
    for rings in polygons:
        for ring in rings:
            for (x, y), (x2, y2) in zip(ring[:-1], ring[1:]):
                spans = (y <= points[:, 1]) != (y2 <= points[:, 1])
                if spans.any():
                    at = x + (points[:, 1] - y) / (y2 - y) * (x2 - x)
                    odd ^= spans & (at > points[:, 0])
    return odd


def drawn(label, seed=0):
    label = np.asarray(label)
    rows, columns = label.shape
    rng = np.random.default_rng(seed)
    lattice = Lattice(0.0, float(rows), 1.0, rows, columns)
    cuts = rng.random((rows, columns - 1)), rng.random((rows - 1, columns))
    return lattice, cuts, outlines(lattice, label, *cuts)


labels = st.integers(1, 7).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 3), min_size=columns, max_size=columns), min_size=1, max_size=7
    )
)


@given(labels, st.integers(0, 1000))
@steadily(150)
def test_labels_share_no_ground_and_leave_none(label, seed):
    label = np.array(label)
    lattice, cuts, split = drawn(label, seed)
    merged = outlines(lattice, (label > 0).astype(int), *cuts).get(1, [])
    assert sum(area_of(one) for one in split.values()) == pytest.approx(area_of(merged), abs=1e-9)
    points = np.random.default_rng(seed).uniform(0, label.shape[::-1], (60, 2))
    inside = np.array([covers(one, points) for one in split.values()]).reshape(-1, 60).sum(0)
    assert (inside == covers(merged, points)).all()
    for name, polygons in split.items():
        own = lattice.xy[label.reshape(-1) == name]
        others = lattice.xy[label.reshape(-1) != name]
        # a sample at the very edge of the lattice lies on the outline
        inner = (own > 0.6).all(1) & (own < np.array(label.shape[::-1]) - 0.6).all(1)
        assert covers(polygons, own[inner]).all()
        assert not covers(polygons, others).any()


def test_holes_stay():
    label = np.ones((5, 5), int)
    label[2, 2] = 0
    _, _, found = drawn(np.pad(label, 1))
    (rings,) = found[1]
    assert len(rings) == 2 and area(rings[0]) > 0 > area(rings[1])


def test_an_island_in_a_hole_is_a_polygon_of_its_own():
    label = np.ones((7, 7), int)
    label[1:6, 1:6] = 0
    label[3, 3] = 1
    _, _, found = drawn(np.pad(label, 1))
    assert sorted(len(rings) for rings in found[1]) == [1, 2]


def test_samples_that_touch_at_a_corner_are_apart():
    _, _, found = drawn(np.pad([[1, 0], [0, 1]], 1))
    assert len(found[1]) == 2


def test_nothing_gives_nothing():
    assert drawn(np.zeros((3, 3), int))[2] == {}


def test_rings_are_closed_and_cut_where_they_are_told():
    lattice = Lattice(0.0, 3.0, 1.0, 3, 3)
    across, down = np.full((3, 2), 0.5), np.full((2, 3), 0.5)
    across[1, 1] = 0.2  # from the middle to the east
    found = outlines(lattice, np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]]), across, down)
    ring = found[1][0][0]
    assert (ring[0] == ring[-1]).all()
    assert ring[:, 0].max() == pytest.approx(1.7)


@given(labels, st.integers(0, 1000))
@steadily(20)
def test_another_corner_moves_outlines_and_walls_with_it(label, seed):
    label = np.array(label)
    lattice, cuts, found = drawn(label, seed)
    corner = np.array([-320.0, 870.0])
    there = Lattice(corner[0], corner[1], 2.0, *label.shape)
    moved = outlines(there, label, *cuts)
    assert moved.keys() == found.keys()
    for name, polygons in found.items():
        for rings, others in zip(polygons, moved[name]):
            for ring, other in zip(rings, others):
                expected = corner + 2 * (ring - (lattice.left, lattice.top))
                np.testing.assert_allclose(other, expected, atol=1e-9)
    rng = np.random.default_rng(seed)
    start, end = rng.uniform(0, label.shape[::-1], (2, 4, 2))
    here = Walls.of(lattice, start, end)
    ends = (corner + 2 * (one - (lattice.left, lattice.top)) for one in (start, end))
    again = Walls.of(there, *ends)
    np.testing.assert_allclose(again.across, here.across, atol=1e-9)
    np.testing.assert_allclose(again.down, here.down, atol=1e-9)


def test_a_small_hole_is_a_hole():
    label = np.ones((5, 5), int)
    label[2, 2] = 0
    half = np.full((5, 4), 0.3), np.full((4, 5), 0.3)
    (polygon,) = outlines(Lattice(0.0, 5.0, 1.0, 5, 5), label, *half)[1]
    outer, hole = polygon
    assert area(outer) > 0 > area(hole) > -1
    assert not covers([polygon], np.array([[2.5, 2.5]]))[0]


def corners_of(made, turn=lambda xy: xy):
    """The corners of all rings, by label, whatever ring or corner comes first."""

    def corners(ring):
        return sorted({tuple(xy) for xy in (turn(ring).round(9) + 0.0).tolist()})

    return {
        name: sorted(sorted(map(corners, rings)) for rings in polygons)
        for name, polygons in made.items()
    }


@given(labels, st.integers(0, 1000))
@steadily(60)
def test_mirrored_labels_have_mirrored_outlines(label, seed):
    label = np.array(label)
    rows, columns = label.shape
    lattice, (across, down), made = drawn(label, seed)
    flipped = outlines(lattice, label[:, ::-1], 1 - across[:, ::-1], down[:, ::-1])
    assert corners_of(flipped) == corners_of(made, lambda xy: (columns, 0) + xy * (-1, 1))
    upright = Lattice(0.0, float(columns), 1.0, columns, rows)
    turned = outlines(upright, label.T, down.T, across.T)
    assert corners_of(turned) == corners_of(
        made, lambda xy: np.array([rows, columns]) - xy[:, ::-1]
    )


RIM = 1e-3


def square(label):
    """Two by two samples; cuts a quarter along the edges to the east, half along those south."""
    lattice = Lattice(0.0, 2.0, 1.0, 2, 2)
    made = outlines(lattice, np.array(label), np.full((2, 1), 0.25), np.full((1, 2), 0.5))
    return {name: {tuple(xy) for (ring,) in parts for xy in ring.round(9).tolist()}
            for name, parts in made.items()}  # fmt: skip


def test_corners_of_two_areas_side_by_side():
    """They meet on the straight line that ends the whole of both."""
    assert square([[1, 2], [0, 0]]) == {
        1: {(0.5, 1), (1, 1), (0.75, 1.5), (1, 1.5 + RIM), (0.5, 1.5 + RIM), (0.5 - RIM, 1.5)},
        2: {(1.5, 1), (1, 1), (0.75, 1.5), (1, 1.5 + RIM), (1.5, 1.5 + RIM), (1.5 + RIM, 1.5)},
    }


@pytest.mark.parametrize(
    ("label", "meet"),
    [
        # all in: cuts at (0.75, 1.5) and (0.75, 0.5), (0.5, 1) and (1.5, 1), those that there are
        ([[1, 2], [3, 4]], (3.5 / 4, 1)), ([[1, 2], [2, 1]], (3.5 / 4, 1)),
        ([[1, 2], [3, 3]], (2.75 / 3, 3.5 / 3)), ([[3, 3], [1, 2]], (2.75 / 3, 2.5 / 3)),
        ([[3, 1], [3, 2]], (1, 1)), ([[1, 3], [2, 3]], (2 / 3, 1)),
        # one out: the middle of the line that cuts it off
        ([[1, 2], [0, 3]], (0.625, 0.75)), ([[1, 2], [3, 0]], (1.125, 0.75)),
        ([[0, 1], [2, 3]], (0.625, 1.25)), ([[1, 0], [2, 3]], (1.125, 1.25)),
    ],
)  # fmt: skip
def test_where_labels_meet_inside_a_square(label, meet):
    made = square(label)
    meet = tuple(np.round(meet, 9).tolist())
    inner = {name for row in label for name in row if name}
    assert {name for name in inner if meet in made[name]} == inner


def test_two_halves_meet_on_a_straight_line():
    made = square([[1, 1], [2, 2]])
    assert made[1] & made[2] == {(0.5 - RIM, 1), (0.5, 1), (1.5, 1), (1.5 + RIM, 1)}


def test_a_lattice_stands_at_whole_cells():
    found = Lattice.over(np.array([-130.0, 250]), np.array([370.0, 1210]), 100.0)
    assert found == Lattice(-200.0, 1300.0, 100.0, 11, 6) and found.shape == (11, 6)
    assert Lattice.over(np.zeros(2), np.zeros(2), 50.0) == Lattice(0.0, 0.0, 50.0, 1, 1)
    assert Lattice.over(np.zeros(2), np.array([200.0, 100]), 50.0).shape == (2, 4)
    assert found.xy[[0, 5, 6, -1]].tolist() == [
        [-150, 1250], [350, 1250], [-150, 1150], [350, 250],
    ]  # fmt: skip
    assert found.window(slice(2, 5), slice(1, 3)) == Lattice(-100.0, 1100.0, 100.0, 3, 2)
