"""Where the data ends by land, and where a road only comes to the sea."""

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility.edge import cost_to_edge, edge_nodes, rim_nodes
from smart_planning_plugin.core.accessibility.travel import Travel
from tests.core.small import box, countries_of, network_of, places_on

KM = 1000.0
#: A road of 40 km from west to east along a narrow land, and stubs that end 1 km before its coasts.
STUBS = [(x * KM, y * KM) for x in range(-10, 16, 5) for y in (3, -3)]


def comb():
    middle = [(x * KM, 0.0) for x in range(-20, 21, 5)]
    xy = [*middle, *STUBS]
    ways = [{"a": at, "b": at + 1, "there": 5} for at in range(len(middle) - 1)]
    ways += [
        {"a": middle.index((x, 0.0)), "b": len(middle) + at, "there": 5}
        for at, (x, _) in enumerate(STUBS)
    ]
    return Travel(network_of(xy, [{**one, "country": "AA"} for one in ways]))


WEST, EAST = 0, 8
NARROW = box(-60 * KM, -4 * KM, 20 * KM, 4 * KM)


def test_land_without_roads_and_cut_roads_are_the_edge_and_coasts_are_not():
    travel = comb()
    found = edge_nodes(travel, countries_of(AA=NARROW))
    assert found.tolist() == [WEST, EAST]  # land goes on for 40 km; the road is cut on the outline
    assert set(edge_nodes(travel)) > {WEST, EAST}  # without polygons the sea is not told from land


def test_roads_that_stop_short_of_the_end_of_all_polygons_are_no_edge():
    found = edge_nodes(comb(), countries_of(AA=box(-22 * KM, -4 * KM, 23 * KM, 4 * KM)))
    assert found.tolist() == []
    places = places_on([0], [0.5], "AA")
    island = countries_of(AA=box(-22 * KM, -4 * KM, 23 * KM, 4 * KM))
    assert np.isinf(cost_to_edge(comb(), places, island)).all()  # nothing there to be reached


def test_the_way_to_the_edge():
    places = places_on([0, 7, 3], [0.2, 0.6, 0.0], "AA")
    found = cost_to_edge(comb(), places, countries_of(AA=NARROW))
    assert found == pytest.approx([1.0, 2.0, 15.0])


def test_land_without_roads_inside_the_network_is_no_edge():
    ring = [(-30 * KM, -30 * KM), (30 * KM, -30 * KM), (30 * KM, 30 * KM), (-30 * KM, 30 * KM)]
    xy = [*ring, (-15 * KM, -15 * KM)]  # a dead end that leads into the middle
    ways = [{"a": a, "b": b, "there": 60, "country": "AA"}
            for a, b in ((0, 1), (1, 2), (2, 3), (3, 0), (0, 4))]  # fmt: skip
    travel = Travel(network_of(xy, ways))
    assert edge_nodes(travel, countries_of(AA=box(-33e3, -33e3, 33e3, 33e3))).tolist() == []


NORTH = 6e6  # metres, as in the north of Europe


def road(km):
    """A road to the east; samples of land are squares of 2.5 km, the eighth begins at its start."""
    ends = [(0, NORTH), (km * KM, NORTH)]
    return Travel(network_of(ends, [{"a": 0, "b": 1, "country": "AA"}]))


def land(west, south, east, north, cell=2.5):
    """Land of whole squares, from one to another, both of them in it."""
    low, high = (np.array([[west, south], [east + 1, north + 1]]) - 8) * cell * KM + (0, NORTH)
    return box(*low, *high)


@pytest.mark.parametrize(
    ("squares", "found"),
    [
        ([(3, 7, 6, 10)], [0]),  # 16 squares are a hundred square kilometres
        ([(2, 7, 6, 9)], []),  # 15 are less
        ([(2, 7, 6, 9), (1, 6, 1, 6)], [0]),  # one more that touches it at a corner
        ([(2, 7, 6, 9), (0, 5, 0, 5)], []),  # and one that does not
        ([(2, 7, 5, 10)], []),  # 16 that begin 5 km before the road does
        ([(14, 7, 17, 10)], [1]),  # the road ends in the twelfth
        ([(3, 4, 6, 6), (3, 7, 6, 7)], [0]),
        ([(3, 10, 6, 13)], [0]),  # two squares north of it, and two west
        ([(3, 11, 6, 14)], []),
        ([(7, 7, 13, 9)], []),  # all of its squares are beside the road
        ([(7, 7, 13, 9), (14, 6, 17, 9)], [1]),
    ],
)
def test_land_without_roads_is_an_edge_from_a_hundred_square_kilometres_on(squares, found):
    assert edge_nodes(road(10), countries_of(AA=[land(*one) for one in squares])).tolist() == found


def test_squares_grow_with_the_roads():
    """Not more than 500 of them side by side: those of 2500 km are 5 km wide."""
    long = road(2500)
    assert edge_nodes(long, countries_of(AA=land(3, 7, 6, 10, 5.0))).tolist() == [0]
    assert edge_nodes(long, countries_of(AA=land(2, 7, 6, 9, 5.0))).tolist() == []


def test_land_that_goes_on_beyond_the_samples_is_an_edge():
    everywhere = countries_of(AA=box(-500 * KM, NORTH - 500 * KM, 500 * KM, NORTH + 500 * KM))
    assert edge_nodes(road(10), everywhere).tolist() == [0, 1]


@pytest.mark.parametrize(("gap", "found"), [(0, [1]), (25, [1]), (26, [])])
def test_a_road_is_cut_within_25_metres_of_the_outline(gap, found):
    island = box(-5 * KM, NORTH - 5 * KM, 10 * KM + gap, NORTH + 5 * KM)
    assert edge_nodes(road(10), countries_of(AA=island)).tolist() == found


def test_dead_ends_near_the_rim_without_outlines():
    """A ring of 10 by 10 km; the rim is half a kilometre wide."""
    ring = [(0, 0), (10 * KM, 0), (10 * KM, 10 * KM), (0, 10 * KM)]
    stubs = [(500, 5 * KM), (501, 5 * KM), (9.6 * KM, 5 * KM), (5 * KM, 9.4 * KM)]
    ways = [{"a": at, "b": (at + 1) % 4} for at in range(4)]
    ways += [{"a": at, "b": 4 + at} for at in range(4)]
    travel = Travel(network_of([*ring, *stubs], [{**one, "country": "AA"} for one in ways]))
    assert rim_nodes(travel).tolist() == [4, 6]
    assert edge_nodes(travel).tolist() == edge_nodes(travel, countries_of()).tolist() == [4, 6]
    far = places_on([0, 4, -1], [0.0, 0.5, 0.0], "AA")
    # the first stub is a minute long, as is each side of the ring
    assert cost_to_edge(travel, far).tolist() == pytest.approx([1, 0.5, np.inf])


@pytest.mark.parametrize(("km", "found"), [(1229.9, []), (1230.1, [1])])
def test_squares_are_two_and_a_half_km_wide_however_far_it_is(km, found):
    """The five-hundredth begins at 1230 km, and is two before the land."""
    assert edge_nodes(road(km), countries_of(AA=land(502, 7, 505, 10))).tolist() == found
