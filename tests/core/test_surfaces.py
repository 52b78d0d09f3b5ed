"""Ground beside the roads: strips of samples by hand, walls against a loop, several countries."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.contours import Lattice
from smart_planning_plugin.core.accessibility.surfaces import Surface, Surfaces, Walls
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.snapping import Positions, SnapOptions
from tests.core.small import box, countries_of, network_of, steadily, west_and_east

INF, NAN = np.inf, np.nan
SIZE = 100.0


def samples(count, snap=0.0, country="AA", joins=True):
    """Positions of samples: all alike, or one of each."""
    joins = np.broadcast_to(np.asarray(joins, bool), count)
    code = np.empty(count, dtype=object)
    code[:] = country
    snap_m = np.array(np.broadcast_to(np.asarray(snap, float), count))
    none = np.zeros(count)
    return Positions(np.where(joins, 0, -1), none, snap_m, none, code, code)


def ends(cost, limit, wall=(), upright=False, source=None, split=False, step=2.0, **known):
    """Where the areas of a row of samples begin and end, in samples from the first, by source."""
    count = len(cost)
    shape = (count, 1) if upright else (1, count)
    lattice = Lattice(700.0, 900.0, SIZE, *shape)
    place = (np.asarray(wall, float) + 0.5) * SIZE
    if upright:
        start = np.column_stack([np.full(len(place), 600.0), 900 - place])
        end = start + np.array([400, 0])
    else:
        start = np.column_stack([700 + place, np.full(len(place), 1200.0)])
        end = start - np.array([0, 600])
    walls = Walls.of(lattice, start, end)
    surface = Surface(lattice, samples(count, **known), walls, step, 150.0)
    source = None if source is None else np.array(source)
    made = surface.areas(np.array(cost, float), limit, source, split)
    found = {}
    for name, polygons in made.items():
        for (ring,) in polygons:
            x, y = (ring - (700, 900)).T / SIZE
            along, across = (-y, x) if upright else (x, y)
            on_row = np.abs(np.abs(across) - 0.5) < 1e-9
            along = along[on_row] - 0.5
            found.setdefault(name, []).append((along.min(), along.max()))
    return {name: sorted(parts) for name, parts in found.items()}


RIM = 1e-3  # an area that goes on beyond all samples ends so much behind the last


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize(
    ("cost", "limit", "known", "begin", "end"),
    [
        # one cost rises to the other: three quarters of the way from 10 to 14 are 13
        ([10, 14], 13, {}, -RIM, 0.75),
        ([14, 10], 13, {}, 0.25, 1 + RIM),
        ([10, 14], 14, {}, -RIM, 1 + RIM),
        # to a road that nobody reaches, half way, or as far as one walks: 2 minutes a sample
        ([10, INF], 10.6, {}, -RIM, 0.3),
        ([INF, 10], 10.6, {}, 0.7, 1 + RIM),
        ([10, INF], 20, {}, -RIM, 0.5),
        ([INF, 10], 20, {}, 0.5, 1 + RIM),
        # where nothing joins the road, as far from it as may be: 150 m, of which 110 are walked
        ([10, INF], 20, {"snap": [110, NAN], "joins": [True, False]}, -RIM, 0.4),
        ([INF, 10], 20, {"snap": [NAN, 110], "joins": [False, True]}, 0.6, 1 + RIM),
        ([10, INF], 10.6, {"snap": [110, NAN], "joins": [True, False]}, -RIM, 0.3),
        ([10, INF], 20, {"snap": [150, NAN], "joins": [True, False]}, -RIM, RIM),
        ([10, INF], 90, {"snap": [10, NAN], "joins": [True, False]}, -RIM, 1 - RIM),
        # by the roads of two countries, or of two origins, the cost does not rise evenly: one walks
        ([10, 14], 10.6, {"country": ["AA", "BB"]}, -RIM, 0.3),
        ([14, 10], 10.6, {"country": ["AA", "BB"]}, 0.7, 1 + RIM),
        ([10, 14], 10.6, {"source": [0, 1]}, -RIM, 0.3),
        ([10, 14], 10.6, {"source": [1, 1]}, -RIM, 0.15),
        # not where barriers are: the first of them, seen from either side
        ([10, 14], 13.9, {"wall": [0.6, 0.3, 0.4]}, -RIM, 0.3),
        ([14, 10], 13.9, {"wall": [0.6, 0.3, 0.4]}, 0.6, 1 + RIM),
        ([10, 14], 10.4, {"wall": [0.6, 0.3, 0.4]}, -RIM, 0.2),
        ([14, 10], 10.4, {"wall": [0.6, 0.3, 0.4]}, 0.8, 1 + RIM),
        ([10, 14], 14, {"wall": [0.6]}, -RIM, 1 + RIM),
        ([10, INF], 20, {"wall": [0.9]}, -RIM, 0.5),
        # ways beside the road that take no time
        ([10, 14], 13, {"step": 0.0}, -RIM, 0.75),
        ([10, INF], 10.6, {"step": 0.0}, -RIM, 0.5),
        ([10, 14], 10.6, {"step": 0.0, "country": ["AA", "BB"]}, -RIM, 0.5),
        ([10, INF], 20, {"step": 0.0, "snap": [110, NAN], "joins": [True, False]}, -RIM, 0.4),
    ],
)  # fmt: skip
def test_an_area_ends_between_two_samples(cost, limit, known, begin, end, upright):
    made = ends(cost, limit, upright=upright, **known)
    assert made == {0: [pytest.approx((begin, end), abs=1e-9)]}


@pytest.mark.parametrize("upright", [False, True])
@pytest.mark.parametrize(
    ("cost", "known", "where"),
    [
        # both ways are equally long three quarters of the way to who is a minute further away
        ([10, 11], {}, 0.75),
        ([11, 10], {}, 0.25),
        ([10, 10], {}, 0.5),
        ([10, 13], {}, 1 - RIM),
        ([10, 11], {"step": 0.0}, 0.5),
        # one of them just at the limit
        ([20, 19.5], {}, 0.375),
        ([19.5, 20], {}, 0.625),
        ([10, 11], {"wall": [0.2, 0.4]}, 0.2),
        ([11, 10], {"wall": [0.9, 0.4]}, 0.4),
    ],
)
def test_two_origins_meet_between_two_samples(cost, known, where, upright):
    made = ends(cost, 20, upright=upright, source=[4, 2], split=True, **known)
    expected = {4: (-RIM, where), 2: (where, 1 + RIM)}
    assert made.keys() == expected.keys()
    for name, part in expected.items():
        assert made[name] == [pytest.approx(part, abs=1e-9)]
    whole = ends(cost, 20, upright=upright, source=[4, 2], **known)
    assert whole == {0: [pytest.approx((-RIM, 1 + RIM))]}


def test_parts_of_a_row_are_areas_of_their_own():
    cost = [30, 10, 12, 30, INF, 11, 40, 10]
    found = ends(cost, 20)
    # 30 to 10: half way; 12 to 30: 8 of 18; 11 from a road not reached; 11 to 40: 9 of 29; 40 to 10
    parts = [(0.5, 2 + 8 / 18), (4.5, 5 + 9 / 29), (6 + 20 / 30, 7 + RIM)]
    assert found == {0: [pytest.approx(one) for one in parts]}
    assert ends(cost, 9.9) == {}


@pytest.mark.parametrize("around", [1, 2, 5])
def test_one_sample_in_the_middle_is_a_diamond(around):
    side = 2 * around + 1
    cost = np.full((side, side), INF)
    cost[around, around] = 10
    lattice = Lattice(0.0, side * SIZE, SIZE, side, side)
    nowhere = np.empty((0, 2))
    surface = Surface(lattice, samples(side**2), Walls.of(lattice, nowhere, nowhere), 2.0, 150.0)
    ((ring,),) = surface.areas(cost.reshape(-1), 20.0)[0]
    middle = lattice.xy[side**2 // 2]
    got = {tuple(one) for one in (ring - middle).round(6).tolist()}
    assert got == {(50, 0), (-50, 0), (0, 50), (0, -50)}


# ---------------------------------------------------------------- walls


spot = st.tuples(st.integers(-6, 20), st.integers(-6, 20))


@given(
    st.lists(st.tuples(spot, spot), max_size=6), st.integers(1, 4), st.integers(1, 4),
    st.sampled_from([0.0, 0.25]),
)  # fmt: skip
@steadily(200)
def test_walls_are_where_a_loop_finds_them(segments, rows, columns, off):
    """Ends are often just at a sample, in a row or in a column of them."""
    lattice = Lattice(-40.0, 90.0, 10.0, rows, columns)
    unit = np.array(segments, float).reshape(-1, 2, 2) / 3 + off  # in samples, columns and rows
    metres = np.array([-35.0, 85.0]) + unit * (10, -10)
    walls = Walls.of(lattice, metres[:, 0], metres[:, 1])

    def looked_for(u, v, long, lines):
        first, last = np.full((lines, long - 1), INF), np.full((lines, long - 1), -INF)
        for (u0, u1), (v0, v1) in zip(u, v):
            for line in range(lines):
                if not min(v0, v1) <= line < max(v0, v1):
                    continue
                place = u0 + (line - v0) / (v1 - v0) * (u1 - u0)
                for column in range(long - 1):
                    if column <= place < column + 1:
                        first[line, column] = min(first[line, column], place - column)
                        last[line, column] = max(last[line, column], place - column)
        return np.stack([first, last])

    # the same numbers as `Walls` has, or what is just at a sample may fall to either side
    x = (metres[..., 0] - lattice.left) / lattice.size - 0.5
    y = (lattice.top - metres[..., 1]) / lattice.size - 0.5
    np.testing.assert_allclose(walls.across, looked_for(x, y, columns, rows), atol=1e-9)
    down = looked_for(y, x, rows, columns).transpose(0, 2, 1)
    np.testing.assert_allclose(walls.down, down, atol=1e-9)
    if rows > 2 and columns > 2:
        part = walls.window(slice(1, rows), slice(1, columns))
        np.testing.assert_array_equal(part.across, walls.across[:, 1:, 1:])
        np.testing.assert_array_equal(part.down, walls.down[:, 1:, 1:])


# ---------------------------------------------------------------- several countries


def two_roads(**snapping):
    """A road in AA and one in BB, 400 m on each side of the border, and a way between them."""
    edges = [
        {"a": 0, "b": 1, "there": 4, "country": "AA"},
        {"a": 2, "b": 3, "there": 4, "country": "BB"},
        {"a": 1, "b": 3, "there": 1, "kind": "crossing", "crossing_id": "x"},
    ]  # fmt: skip
    nodes = [[-400, 0], [-400, 1000], [400, 0], [400, 1000]]
    return Travel(
        network_of(nodes, edges), snapping=SnapOptions(**{"distance_m": 700.0, **snapping})
    )


#: Samples stand 50, 150 ... 450 m from the border on either side, in two rows.
TWO_ROWS = Lattice(-500.0, 600.0, SIZE, 2, 10)


def test_the_surface_of_a_country_goes_on_two_samples_beyond_its_border():
    found = Surfaces.beside(two_roads(), TWO_ROWS, west_and_east())
    both = slice(0, 2)
    assert found.windows == {"AA": (both, slice(0, 7)), "BB": (both, slice(3, 10))}
    assert list(found.parts) == ["AA", "BB"]
    assert found.country.tolist() == 2 * [*["AA"] * 5, *["BB"] * 5]
    assert found.parts["BB"].lattice == Lattice(-200.0, 600.0, SIZE, 2, 7)
    assert found.parts["AA"].at.country.tolist() == ["AA"] * 14
    # from 450 m west of the border to 150 m east of it: to the road at 400
    away = [50.0, 50, 150, 250, 350, 450, 550]
    assert found.parts["AA"].at.snap_m.tolist() == pytest.approx(2 * away)
    assert found.parts["BB"].at.snap_m.tolist() == pytest.approx(2 * away[::-1])
    assert len(found.at) == 28
    assert found.at.country.tolist() == ["AA"] * 14 + ["BB"] * 14
    assert found.at.snap_m.tolist() == pytest.approx(2 * away + 2 * away[::-1])
    assert found.step == pytest.approx(1.2)  # 100 m at 5 km/h


def test_every_sample_has_the_cost_of_its_own_country():
    found = Surfaces.beside(two_roads(), TWO_ROWS, west_and_east())
    values = found.values(np.arange(28.0))
    # AA counts 0 to 6 and 7 to 13 from the first column on, BB 14 to 20 and 21 to 27 from the 4th
    assert values.tolist() == [
        [0, 1, 2, 3, 4, 16, 17, 18, 19, 20],
        [7, 8, 9, 10, 11, 23, 24, 25, 26, 27],
    ]
    beyond = Surfaces.beside(two_roads(), TWO_ROWS, west_and_east(gap=200.0))  # the sea between
    values = beyond.values(np.arange(float(len(beyond.at))))
    assert np.isnan(values).tolist() == 2 * [[*[False] * 4, True, True, *[False] * 4]]
    assert beyond.country.tolist() == 2 * [*["AA"] * 4, "", "", *["BB"] * 4]


def test_areas_of_each_country_and_origin():
    found = Surfaces.beside(two_roads(), TWO_ROWS, west_and_east())
    cost = np.full(28, INF)
    source = np.full(28, -1)
    cost[[1, 5, 15, 19]], source[[1, 5, 15, 19]] = 1.0, [0, 1, 1, 0]

    def middles(made):
        return {
            (name, code): sorted(
                round(float((ring[:, 0].min() + ring[:, 0].max()) / 2)) for (ring,) in polygons
            )
            for name, by_code in made.items()
            for code, polygons in by_code.items()
        }

    # samples 1 and 5 of AA stand 350 m west and 50 m east; 1 and 5 of BB 50 m west and 350 m east
    together = found.areas(cost, 1.1, source)
    assert middles(together) == {(0, "AA"): [-350, 50], (0, "BB"): [-50, 350]}
    apart = found.areas(cost, 1.1, source, split=True)
    assert middles(apart) == {
        (0, "AA"): [-350], (1, "AA"): [50], (1, "BB"): [-50], (0, "BB"): [350],
    }  # fmt: skip
    assert found.areas(cost, 1.1)[0].keys() == {"AA", "BB"}
    assert found.areas(cost, 0.9) == {}


def test_ground_far_from_a_country_of_two_parts_joins_none_of_its_roads():
    corners = [box(-500, 500, -400, 600), box(400, 0, 500, 100)]  # north-west and south-east
    travel = two_roads()
    square = Lattice(-500.0, 600.0, SIZE, 6, 10)
    found = Surfaces.beside(travel, square, countries_of(AA=corners, CC=box(-50, 0, 50, 600)))
    assert list(found.parts) == ["AA"]  # CC has no road
    assert found.windows["AA"] == (slice(0, 6), slice(0, 10))
    x, y = square.xy.T
    gap = np.min(
        [
            np.hypot(np.maximum(abs(x - a) - 50, 0), np.maximum(abs(y - b) - 50, 0))
            for a, b in ((-450, 550), (450, 50))
        ],
        axis=0,
    )
    assert (found.at.status == "no_geometry").tolist() == (gap > 200).tolist()
    assert (gap <= 200).sum() > 10 and found.at.ok.sum() > 5


def test_without_outlines_there_is_one_surface_of_all_roads():
    for countries in (None, countries_of(CC=box(-500, 0, 500, 1000))):
        found = Surfaces.beside(two_roads(), TWO_ROWS, countries)
        assert found.windows == {"": (slice(0, 2), slice(0, 10))} and list(found.parts) == [""]
        assert found.country.tolist() == [""] * 20
        assert found.at.snap_m.tolist() == pytest.approx(
            2 * [50, 50, 150, 250, 350, 350, 250, 150, 50, 50]
        )
        assert found.values(np.arange(20.0)).tolist() == np.arange(20.0).reshape(2, 10).tolist()
        assert found.areas(np.where(np.arange(20) == 3, 1.0, INF), 2.0)[0].keys() == {""}


def test_countries_of_another_place_are_refused():
    away = countries_of(AA=box(1e6, 1e6, 2e6, 2e6), BB=box(2e6, 1e6, 3e6, 2e6))
    with pytest.raises(InvalidValueError, match="COUNTRIES lie nowhere near"):
        Surfaces.beside(two_roads(), TWO_ROWS, away)
    near = countries_of(AA=box(1e6, 1e6, 2e6, 2e6), BB=box(0, -1e4, 1e4, 1e4))
    assert list(Surfaces.beside(two_roads(), TWO_ROWS, near).parts) == ["BB"]


@pytest.mark.parametrize(
    ("more", "step"),
    [
        ({}, 3.0), ({"kmh": 15.0}, 1.0), ({"kmh": 0.0}, 0.0),
        ({"cost": "distance"}, 0.25), ({"cost": "distance", "kmh": 0.0}, 0.0),
    ],
)  # fmt: skip
def test_the_way_from_a_sample_to_the_next(more, step):
    """250 m at 5 km/h are three minutes."""
    roads = two_roads(offroad_kmh=more.get("kmh", 5.0), distance_m=333.0)
    travel = Travel(roads.network, cost=more.get("cost", "time"), snapping=roads.snapping)
    lattice = Lattice(-500.0, 500.0, 250.0, 2, 4)
    found = Surface.beside(travel, lattice)
    assert found.step == pytest.approx(step) and found.reach_m == 333.0
    assert Surfaces.beside(travel, lattice, west_and_east()).step == pytest.approx(step)
    assert np.isinf(found.walls.across[0]).all() and np.isinf(found.walls.down[0]).all()


def test_barriers_of_the_way_to_the_road_are_walls():
    bank = Barriers(Lines.of([[(-20.0, -1000.0), (-20.0, 1000.0)]]))
    walls = Surface.beside(two_roads(barriers=bank), TWO_ROWS).walls
    assert np.flatnonzero(np.isfinite(walls.across[0][0])).tolist() == [4]  # from -50 to 50
    assert walls.across[:, 1, 4].tolist() == pytest.approx([0.3, 0.3])
    assert np.isinf(walls.down).all() and walls.down.shape == (2, 1, 10)
