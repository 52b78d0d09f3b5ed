"""Where the data ends by land, and where a road only comes to the sea."""

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility.edge import cost_to_edge, edge_nodes
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
