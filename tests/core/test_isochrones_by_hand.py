"""Isochrones on a cross of roads, by hand: cut-offs, cells, whose ground it is, least times."""

from dataclasses import replace

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility import isochrones
from smart_planning_plugin.core.accessibility.contours import Lattice
from smart_planning_plugin.core.accessibility.isochrones import ALL, Journeys
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import InvalidValueError
from tests.core.small import box, countries_of, network_of, places_on
from tests.core.test_contours import covers
from tests.core.test_isochrones import journeys
from tests.core.test_noticed import Told, cross

INF = np.inf


def asked(own, edge=None, max_cost=INF):
    """Origins on arms 0, 1 ..., half way, each with its cut-offs."""
    edge = list(range(len(own))) if edge is None else edge
    at = places_on(edge, [0.5] * len(own))
    cutoffs = [np.array(one, float) for one in own]
    return Journeys(Travel(cross(), max_cost=max_cost), at, np.zeros(len(own)), cutoffs)


def test_bands_of_each_and_of_all():
    same = asked([[2, 4, 9], [2, 4, 9]])
    assert same.bands(1) == same.bands(ALL) == [(0, 2), (2, 4), (4, 9)]
    assert same.last.tolist() == [9, 9] and same.handicap.tolist() == [0, 0]
    their = asked([[2, 5], [3, 8], [100]], [0, 1, -1])  # the third is on no road
    assert their.bands(0) == [(0, 2), (2, 5)] and their.bands(1) == [(0, 3), (3, 8)]
    assert their.bands(ALL) == [(0, 8)]
    assert their.handicap.tolist() == [3, 0, 0] and their.last.tolist() == [5, 8, 100]
    limited = asked([[2, 5], [3, 8, 9], [100]], [0, 1, -1], max_cost=6.0)
    assert limited.bands(1) == [(0, 3), (3, 6)] and limited.bands(ALL) == [(0, 6)]
    assert limited.last.tolist() == [5, 6, 6] and limited.handicap.tolist() == [1, 0, 0]
    nobody = asked([[1, 4], [1, 7]], [-1, -1])
    assert nobody.common.tolist() == [7] and nobody.handicap.tolist() == [0, 0]
    assert asked([[1, 4]], [-1]).common.tolist() == [1, 4]


def test_arrivals_of_each_and_of_the_nearest():
    """Places 1, 4 and 8 minutes from the middle; the second origin starts a minute late."""
    places = places_on([2, 0, 3], [0.1, 0.4, 0.8])
    each = replace(asked([[9], [9]]), start=np.array([0.0, 1.0]))
    found = [(one, cost.tolist(), source.tolist()) for one, cost, source in each.arrivals(places)]
    # 5 + 4 minutes are as many as there are; to start late comes on top of them
    assert found == [
        (0, pytest.approx([6, 1, INF]), [0, 0, 0]), (1, pytest.approx([7, 10, INF]), [1, 1, 1]),
    ]  # fmt: skip
    further = list(each.arrivals(places, beyond=5.0))
    assert further[0][1] == pytest.approx([6, 1, 13])
    assert further[1][1] == pytest.approx([7, 10, 14])
    (both,) = replace(each, combine="merged").arrivals(places, beyond=5.0)
    assert both[0] == ALL
    assert both[1] == pytest.approx([6, 1, 13]) and both[2].tolist() == [0, 0, 0]
    late = replace(each, combine="split", cutoffs=[np.array([2.0]), np.array([9.0])])
    (split,) = late.arrivals(places)  # the first has seven minutes less left
    assert split[1] == pytest.approx([7, 8, INF]) and split[2].tolist() == [1, 0, -1]
    told = Told()
    list(each.arrivals(places, progress=told))
    told.check()


@pytest.mark.parametrize(
    ("more", "lattice"),
    [
        # two minutes at 5 km/h are 167 m; two cells more on each side of the arm
        ({}, Lattice(-400.0, 400.0, 100.0, 8, 108)),
        ({"cost": "distance"}, Lattice(-900.0, 900.0, 100.0, 18, 118)),
        ({"offroad_kmh": 0.0}, Lattice(-900.0, 900.0, 100.0, 18, 118)),
        ({"distance_m": 50.0}, Lattice(-300.0, 300.0, 100.0, 6, 106)),
        ({"cutoff": 0.5}, Lattice(-300.0, 300.0, 100.0, 6, 106)),
        ({"cutoff": 6.0}, Lattice(-10_700.0, 10_700.0, 100.0, 214, 214)),
        ({"cell": 300.0}, Lattice(-900.0, 900.0, 300.0, 6, 39)),
    ],
)
def test_cells_lie_around_the_roads_that_are_reached(more, lattice):
    """From half way along an arm of ten km; after five minutes one is on all of them."""
    given = {name: more[name] for name in ("offroad_kmh", "distance_m") if name in more}
    from_arm = journeys(cross(), [0, -1], [0.5, 0.0], None, own=[more.get("cutoff", 2.0), 90.0],
                        **given)  # fmt: skip
    from_arm = replace(from_arm, travel=replace(from_arm.travel, cost=more.get("cost", "time")))
    assert from_arm.surfaces(more.get("cell", 100.0)).lattice == lattice


def test_how_many_cells_there_may_be(monkeypatch):
    from_arm = journeys(cross(), [0], [0.5], [2.0])
    monkeypatch.setattr(isochrones, "MOST_CELLS", 8 * 108)
    assert from_arm.surfaces(100.0).lattice.shape == (8, 108)
    monkeypatch.setattr(isochrones, "MOST_CELLS", 800)
    with pytest.raises(InvalidValueError) as raised:
        from_arm.surfaces(100.0)
    # the root of 864 over 800 is 1.04
    assert str(raised.value) == (
        "CELL_SIZE of 100 m would make 864 cells. Choose at least 110 m, or smaller cut-offs."
    )


def rows_of(found):
    return [(origin, low, high, sorted(made)) for origin, low, high, made in found]


def test_what_areas_there_are():
    own = [1.0, 2.0, 4.0]
    apart = journeys(cross(), [0, 1, -1], [0.5, 0.5, 0.0], own, offroad_kmh=30.0)
    surfaces = apart.surfaces(200.0)
    bands = [(0, 1), (1, 2), (2, 4)]
    assert rows_of(isochrones.areas(apart, surfaces)) == [
        (origin, *band, [""]) for origin in (0, 1) for band in bands
    ]
    together = replace(apart, combine="merged")
    assert rows_of(isochrones.areas(together, surfaces)) == [(ALL, *band, [""]) for band in bands]
    split = replace(apart, combine="split")
    assert rows_of(isochrones.areas(split, surfaces)) == [
        (ALL, 0, 1, [""]), (ALL, 1, 2, [""]), (0, 2, 4, [""]), (1, 2, 4, [""]),
    ]  # fmt: skip
    halves = countries_of(AA=box(-20e3, -20e3, 20e3, 20e3))
    assert rows_of(isochrones.areas(together, apart.surfaces(200.0, halves)))[0] == (
        ALL, 0, 1, ["AA"],
    )  # fmt: skip


def test_ground_between_two_countries_is_reached_by_the_roads_of_its_own():
    """A road in each country, 600 m apart; only that of AA is reached."""
    nodes = [[0, 0], [4000, 0], [0, 600], [4000, 600]]
    edges = [{"a": 0, "b": 1, "there": 4, "country": "AA"},
             {"a": 2, "b": 3, "there": 4, "country": "BB"}]  # fmt: skip
    at = journeys(network_of(nodes, edges), [0], [0.5], [30.0])
    countries = countries_of(AA=box(-5e3, -5e3, 9e3, 300), BB=box(-5e3, 300, 9e3, 5e3))
    ((origin, _, _, made),) = isochrones.areas(at, at.surfaces(100.0, countries))
    assert origin == 0 and list(made) == ["AA"]
    points = np.array([[2000.0, 0], [2000, 290], [2000, -650]])
    assert covers(made["AA"], points).all()
    values = isochrones.least_costs(at, at.surfaces(100.0, countries))
    lattice = at.surfaces(100.0, countries).lattice
    x, y = lattice.xy.T
    inside = (y < 300) & (np.hypot(np.maximum(np.maximum(-x, x - 4000), 0), y) <= 700)
    assert np.isfinite(values.reshape(-1)).tolist() == inside.tolist()


def test_least_costs_are_those_of_whoever_is_first():
    """Ways beside the road are free; the second origin may go four minutes further."""
    for own, handicap in (([6.0, 6.0], 0.0), ([2.0, 6.0], 4.0)):
        given = journeys(cross(), [0, 1], [0.5, 0.5], None, own=own, offroad_kmh=0.0)
        surfaces = given.surfaces(250.0)
        values = isochrones.least_costs(given, surfaces)
        x, y = surfaces.lattice.xy.T
        at = given.travel.snapper.snap(surfaces.lattice.xy)
        minutes = given.travel.matrix(given.at, at)
        first = minutes[0] + handicap <= minutes[1]
        expected = np.where(first, minutes[0], minutes[1])
        limit = np.where(first, own[0], own[1])
        near = expected <= limit + 1e-9
        assert np.isfinite(values.reshape(-1)).tolist() == near.tolist()
        assert values.reshape(-1)[near] == pytest.approx(expected[near])
        # ten cells on each side of the origin on the first arm are a quarter of a minute apart
        row = np.flatnonzero(np.isclose(y[:: surfaces.lattice.columns], 125.0))[0]
        here = np.isclose(x[: surfaces.lattice.columns], 5125.0)
        assert values[row][here] == pytest.approx([0.125])


def test_people_of_split_ground_by_hand():
    """From arms 0 and 1, half way: 6 and 4, 1 and 11, 13 and 13.1 minutes to three places."""
    places = places_on([1, 0, 2], [0.1, 0.4, 0.8])
    both = journeys(cross(), [0, 1], [0.5, 0.5], [4.0, 13.0], "split", start=[0.0, 0.1])
    people = np.array([1.0, 2, 4])
    found = isochrones.people_within(both, places, people)
    assert found == {(0, 4.0): 2, (1, 4.0): 0, (0, 13.0): 6, (1, 13.0): 1}
    own = journeys(cross(), [0, 1, -1], [0.5, 0.5, 0], None, "split", own=[4.0, 9.0, 99.0])
    # of those in reach of both whoever has most left: 4 - 6 and 9 - 4, 4 - 1 and 9 - 11
    assert isochrones.people_within(own, places, people) == {(0, 9.0): 2, (1, 9.0): 1, (2, 9.0): 0}


def parts_of(given, rings):
    return [
        (origin, low, high, edge.tolist(), begin.round(6).tolist(), end.round(6).tolist())
        for origin, low, high, (edge, begin, end) in isochrones.roads(given, rings)
    ]


def test_roads_and_rings_by_hand():
    """From the end of arm 0, and from half way along arm 1, as far as 4 and 6 minutes."""
    apart = journeys(cross(), [0, 1], [1.0, 0.5], [4.0, 6.0])
    assert parts_of(apart, rings=False) == [
        (0, 0, 4, [0], [0.6], [1]), (0, 4, 6, [0], [0.4], [1]),
        (1, 0, 4, [1, 1], [0.1, 0.5], [0.5, 0.9]),
        (1, 4, 6, [0, 1, 1, 2, 3, 4], [0, 0, 0.5, 0, 0, 0], [0.1, 0.5, 1, 0.1, 0.1, 1]),
    ]  # fmt: skip
    rings = parts_of(apart, rings=True)
    assert rings[:3] == [
        (0, 0, 4, [0], [0.6], [1]), (0, 4, 6, [0], [0.4], [0.6]),
        (1, 0, 4, [1, 1], [0.1, 0.5], [0.5, 0.9]),
    ]  # fmt: skip
    assert rings[3][3:] == ([0, 1, 1, 2, 3, 4], [0, 0, 0.9, 0, 0, 0], [0.1, 0.1, 1, 0.1, 0.1, 1])
    split = parts_of(replace(apart, combine="split"), rings=True)
    assert [one[:4] for one in split] == [
        (0, 0, 4, [0]), (1, 0, 4, [1, 1]), (0, 4, 6, [0]), (1, 4, 6, [0, 1, 1, 2, 3, 4]),
    ]  # fmt: skip
