"""Places on the network: exact, in their own country, and with a reason where not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.snapping import SnapOptions, Snapper
from tests.core.small import build, road_layer, steadily, west_and_east
from tests.core.test_nearest import distance


def snap(network, sites, country=None, need=None, **options):
    codes = None if country is None else np.array(country, dtype=object)
    return Snapper(network, SnapOptions(**options)).snap(np.array(sites, float), codes, need)


def test_the_perpendicular_place_on_a_bent_road():
    network, _, _ = build([[(0.0, 0.0), (300.0, 0.0), (300.0, 100.0)]])
    at = snap(network, [(60, 40), (300, 50), (400, 100), (-30, -40)], offroad_kmh=6.0)
    np.testing.assert_allclose(at.fraction, [60 / 400, 350 / 400, 1, 0])
    np.testing.assert_allclose(at.snap_m, [40, 0, 100, 50])
    np.testing.assert_allclose(at.access_min, [0.4, 0, 1, 0.5])
    assert at.edge.tolist() == [0, 0, 0, 0]
    free = snap(network, [(60, 40)], offroad_kmh=0.0)
    assert free.access_min.tolist() == [0]
    assert free.snap_m.tolist() == [40]


@given(st.integers(0, 2**31))
@steadily(40)
def test_the_nearest_of_all_roads_of_the_own_country(seed):
    rng = np.random.default_rng(seed)
    parts = [rng.uniform(-900, 900, (rng.integers(2, 5), 2)) for _ in range(6)]
    network, _, _ = build(parts, west_and_east())
    sites = rng.uniform(-1200, 1200, (15, 2))
    country = rng.choice(["AA", "BB", ""], 15)
    at = snap(network, sites, country, distance_m=400.0)
    codes = network.edges["country"].to_numpy(object)
    for row, site in enumerate(sites):
        gaps = {}
        for edge in np.flatnonzero(~network.is_crossing):
            line = network.lines[edge]
            gaps[edge] = min(distance(site, segment)[0] for segment in zip(line, line[1:]))
        if not country[row]:
            own = codes[min(gaps, key=gaps.get)] if min(gaps.values()) <= 400 else None
        else:
            own = country[row]
        gaps = {edge: gap for edge, gap in gaps.items() if codes[edge] == own}
        best = min(gaps.values(), default=np.inf)
        if best > 400:
            assert at.status[row] == "too_far"
            assert at.edge[row] == -1
            assert np.isnan(at.snap_m[row])
            continue
        assert at.status[row] == "ok"
        assert at.country[row] == own
        assert at.snap_m[row] == pytest.approx(best)
        assert gaps[at.edge[row]] == pytest.approx(best)
        # the share of the edge leads back to the very place
        line = network.lines[at.edge[row]]
        steps = np.hypot(*np.diff(line, axis=0).T)
        along = at.fraction[row] * steps.sum()
        cumulative = np.concatenate([[0], np.cumsum(steps)])
        place = [np.interp(along, cumulative, line[:, axis]) for axis in (0, 1)]
        assert np.hypot(*(site - place)) == pytest.approx(best, abs=1e-6)


def test_why_a_place_could_not_be_used():
    network, _, _ = build([[(-1000.0, 0.0), (1000.0, 0.0)]], west_and_east())
    sites = [(-500, 10), (500, 3000), (np.nan, np.nan), (500, 10), (500, 10), (500, 5000)]
    country = ["AA", "BB", "AA", "CC", "", None]
    at = snap(network, sites, country)
    assert at.status.tolist() == [
        "ok",
        "too_far",
        "no_geometry",
        "no_country",
        "ok",
        "too_far",
    ]
    assert at.ok.tolist() == [True, False, False, False, True, False]
    assert at.country[4] == "BB"
    np.testing.assert_allclose(at.take(np.array([4, 0])).snap_m, [10, 10])


def test_a_place_near_the_border_takes_the_road_of_its_own_side():
    network, _, _ = build([[(-1000.0, 0.0), (1000.0, 0.0)]], west_and_east())
    at = snap(network, [(-30.0, 40.0), (-30.0, 40.0)], ["AA", "BB"])
    np.testing.assert_allclose(at.snap_m, [40, 50], atol=0.01)
    assert network.edges["country"].iloc[at.edge].tolist() == ["AA", "BB"]


def test_nobody_boards_a_ferry_or_a_crossing_on_the_way():
    ferry = road_layer([[(1000.0, 0.0), (3000.0, 0.0)]], "ferry", ferries=True)
    parts = [[(-1000.0, 0.0), (-3.0, 0.0)], [(3.0, 0.0), (1000.0, 0.0)]]
    network, _, _ = build(parts, west_and_east(), [ferry])
    at = snap(network, [(1900.0, 10.0), (0.0, 5.0)])
    assert (network.edges["kind"].iloc[at.edge] == "road").all()
    np.testing.assert_allclose(at.snap_m, [np.hypot(900, 10), np.hypot(3, 5)])


def test_only_the_main_component_when_asked():
    parts = [[(0.0, 0.0), (1000.0, 0.0)], [(1000.0, 0.0), (1000.0, 900.0), (0.0, 0.0)]]
    parts += [[(1000.0, 0.0), (2000.0, 0.0)]]
    islet = [[(0.0, -200.0), (300.0, -200.0)]]
    trap = [[(0.0, 0.0), (-400.0, 0.0)]]
    network, _, _ = build([*parts, *islet, *trap], oneway=["", "", "", "", "yes"])
    sites = [(100.0, -190.0), (-300.0, 10.0)]
    np.testing.assert_allclose(snap(network, sites).snap_m, [10, 10])
    main = snap(network, sites, main_component=True)
    np.testing.assert_allclose(main.snap_m, [190, np.hypot(300, 10)])


def test_a_network_of_one_country_asks_for_no_country():
    network, _, _ = build([[(0.0, 0.0), (1000.0, 0.0)]])
    at = snap(network, [(10.0, 10.0), (20.0, 10.0)], ["LV", ""])
    assert at.status.tolist() == ["ok", "ok"]


def test_nobody_starts_in_a_one_way_trap():
    parts = [[(0.0, 0.0), (1000.0, 0.0)], [(1000.0, 0.0), (2000.0, 0.0)]]
    parts += [[(2000.0, 0.0), (3000.0, 0.0)]]  # a one-way road that leads nowhere
    network, _, _ = build(parts, oneway=["", "", "yes"])
    sites = [(2500.0, 10.0), (900.0, 10.0)]
    np.testing.assert_allclose(snap(network, sites, need="arrive").snap_m, [10, 10])
    leave = snap(network, sites, need="leave")
    np.testing.assert_allclose(leave.snap_m, [np.hypot(500, 10), 10])
    near = snap(network, sites, need="leave", distance_m=100.0)
    assert near.status.tolist() == ["one_way_trap", "ok"]
    assert np.isnan(near.snap_m[0])
    # the same road the other way round can be left and not reached
    network, _, _ = build([*parts[:2], parts[2][::-1]], oneway=["", "", "yes"])
    assert snap(network, sites, need="leave", distance_m=100.0).status.tolist() == ["ok", "ok"]
    assert snap(network, sites, need="arrive", distance_m=100.0).status[0] == "one_way_trap"


def test_one_way_roads_alone_trap_nobody():
    network, _, _ = build([[(0.0, 0.0), (1000.0, 0.0)]], oneway=["yes"])
    for need in ("leave", "arrive"):
        assert snap(network, [(10.0, 10.0)], need=need).status.tolist() == ["ok"]


def test_an_islet_says_so():
    parts = [[(0.0, -5000.0), (300.0, -5000.0)], [(0.0, 0.0), (1000.0, 0.0)]]
    parts += [[(1000.0, 0.0), (1000.0, 900.0)], [(1000.0, 0.0), (2000.0, 0.0)]]
    network, _, _ = build(parts)
    sites = [(100.0, -4990.0), (100.0, 10.0), (9000.0, 0.0)]
    at = snap(network, sites, main_component=True)
    assert at.status.tolist() == ["islet", "ok", "too_far"]


RIVER = [(-5000.0, 100.0), (0.0, 100.0), (0.0, 50.0), (5000.0, 50.0)]
BANKS = [[(-4000.0, 0.0), (4000.0, 0.0)], [(-4000.0, 400.0), (4000.0, 400.0)]]


def test_nobody_walks_through_the_river():
    network, _, _ = build(BANKS)
    river = Barriers(Lines.of([RIVER]))
    sites = [(-500.0, 90.0), (-500.0, 110.0), (500.0, 60.0), (500.0, 40.0)]
    np.testing.assert_allclose(snap(network, sites).snap_m, [90, 110, 60, 40])
    at = snap(network, sites, barriers=river)
    np.testing.assert_allclose(at.snap_m, [90, 290, 340, 40])
    near = snap(network, sites, barriers=river, distance_m=200.0)
    assert near.status.tolist() == ["ok", "behind_barrier", "behind_barrier", "ok"]
    # at the very corner of the river there is no hole in it
    at = snap(network, [(0.0, 130.0), (0.0, 101.0)], barriers=river)
    np.testing.assert_allclose(at.snap_m, [270, 299])


def test_a_bridge_has_two_banks():
    network, _, _ = build([[(0.0, -1000.0), (0.0, 1000.0)]])
    river = Barriers(Lines.of([[(-5000.0, 0.0), (5000.0, 20.0)]]))
    at = snap(network, [(50.0, -10.0), (3000.0, 6.0)], barriers=river, distance_m=5000.0)
    np.testing.assert_allclose(at.snap_m[0], 50)
    # past the bridge the road is reached on the own bank only, beside its nearest place
    assert at.status[1] == "ok"
    assert at.fraction[1] * 2000 - 1000 == pytest.approx(0.0, abs=15)
    assert (at.fraction[1] * 2000 - 1000) < 10.01


def test_a_place_in_the_water_is_cut_off():
    network, _, _ = build(BANKS)
    ring = [(-100.0, 100.0), (100.0, 100.0), (100.0, 300.0), (-100.0, 300.0), (-100.0, 100.0)]
    at = snap(network, [(0.0, 200.0), (0.0, 350.0)], barriers=Barriers(Lines.of([ring])))
    assert at.status.tolist() == ["behind_barrier", "ok"]


@given(st.integers(0, 2**31))
@steadily(40)
def test_barriers_are_crossed_where_every_pair_says(seed):
    rng = np.random.default_rng(seed)
    lines = Lines.of([rng.uniform(-900, 900, (rng.integers(2, 5), 2)) for _ in range(5)])
    start, end = rng.uniform(-900, 900, (2, 20, 2))

    def side(a, b, c):
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    expected = [
        any(
            side(a, b, p) * side(a, b, q) < 0 and side(p, q, a) * side(p, q, b) < 0
            for line in (lines[n] for n in range(len(lines)))
            for p, q in zip(line, line[1:])
        )
        for a, b in zip(start, end)
    ]
    assert Barriers(lines).between(start, end).tolist() == expected
