"""The country of a place: against plain even-odd rule and distances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.countries import UNKNOWN, Countries
from smart_planning_plugin.core.network.lines import Lines
from tests.core.small import box, countries_of, steadily, west_and_east
from tests.core.test_nearest import distance


def inside(point, ring):
    """Even-odd rule over one ring."""
    x, y = point
    odd = False
    for (ax, ay), (bx, by) in zip(ring, ring[1:]):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            odd = not odd
    return odd


def gap_to(point, ring):
    if inside(point, ring):
        return 0.0
    return min(distance(point, segment)[0] for segment in zip(ring, ring[1:]))


def star(middle, radii):
    angle = np.linspace(0, 2 * np.pi, len(radii), endpoint=False)
    ring = middle + np.column_stack([np.cos(angle), np.sin(angle)]) * np.array(radii)[:, None]
    return [*map(tuple, ring), tuple(ring[0])]


@st.composite
def stars(draw):
    count = draw(st.integers(1, 3))
    rings = {}
    for code in ["CC", "AA", "BB"][:count]:
        middle = [draw(st.integers(-30, 30)), draw(st.integers(-30, 30))]
        rings[code] = star(middle, draw(st.lists(st.floats(5, 40), min_size=3, max_size=9)))
    return rings


@given(stars(), st.sampled_from([0.0, 8.0, np.inf]), st.integers(0, 2**31))
@steadily(80)
def test_the_nearest_polygon_wins(rings, tolerance, seed):
    points = np.random.default_rng(seed).uniform(-90, 90, (40, 2))
    countries = Countries(list(rings), Lines.of(rings.values()))
    found = countries.codes_at(points, tolerance)
    for point, code in zip(points, found):
        gaps = {code: gap_to(point, rings[code]) for code in sorted(rings)}
        nearest = min(gaps, key=gaps.get)  # of equals the first code
        assert code == (nearest if gaps[nearest] <= tolerance else "")
    for number, code in enumerate(countries.codes):
        expected = [gap_to(point, rings[code]) for point in points]
        np.testing.assert_allclose(
            countries.distance_to(number, points, np.inf), expected, atol=1e-9
        )


def test_overlap_gap_and_tolerance():
    overlap = west_and_east(gap=-20)
    assert overlap.codes_at([[-15, 0], [-5, 0], [5, 0], [15, 0]], 0).tolist() == [
        "AA",
        "AA",
        "AA",
        "BB",
    ]
    gap = west_and_east(gap=20)
    assert gap.codes_at([[-9, 3], [-1, 3], [1, 3]], 10).tolist() == ["AA", "AA", "BB"]
    assert gap.at([[-1, 3], [-9.5, 3]], 5).tolist() == [UNKNOWN, 0]
    assert gap.at([[-1, 3]], 0).tolist() == [UNKNOWN]
    assert gap.codes_at([[0, 3]], 10).tolist() == ["AA"]  # as far from both: the first code


def test_a_boundary_between_municipalities_is_no_border():
    two = [box(0, 0, 10, 10), box(10, 0, 20, 10)]
    country = countries_of(AA=two, BB=box(20, 0, 30, 10))
    points = np.array([[5, 5], [10, 5], [15, 5], [25, 5], [10, 12]])
    assert country.codes_at(points, 1).tolist() == ["AA", "AA", "AA", "BB", ""]
    # the shared boundary does not count as the national outline
    assert country.distance_to_outline(np.array([[10.0, 5.0]]), 100)[0] == pytest.approx(5)
    turned = countries_of(AA=[two[0], two[1][::-1]], BB=box(20, 0, 30, 10))
    assert turned.codes_at(points, 1).tolist() == country.codes_at(points, 1).tolist()


def test_a_hole_belongs_to_whoever_fills_it():
    with_hole = countries_of(AA=[box(0, 0, 100, 100), box(40, 40, 60, 60)], BB=box(40, 40, 60, 60))
    assert with_hole.codes_at([[50, 50], [10, 50], [70, 50]], 0).tolist() == ["BB", "AA", "AA"]
    lake = countries_of(AA=[box(0, 0, 100, 100), box(40, 40, 60, 60)])
    assert lake.codes_at([[50, 50], [41, 50]], 5).tolist() == ["", "AA"]


def test_order_of_the_polygons_does_not_matter():
    points = np.random.default_rng(1).uniform(-60, 60, (200, 2))
    one = countries_of(AA=box(-50, -50, 5, 50), BB=box(-5, -50, 50, 50))
    two = countries_of(BB=box(-5, -50, 50, 50), AA=box(-50, -50, 5, 50)[::-1])
    assert (one.codes_at(points, 20) == two.codes_at(points, 20)).all()
    assert len(one) == 2
