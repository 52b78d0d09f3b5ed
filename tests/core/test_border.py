"""Crossings: where they are, how many there are, and that the data's order says nothing."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, DELAY, BorderScenario
from smart_planning_plugin.core.errors import EmptyLayerError
from smart_planning_plugin.core.network.build import BuildOptions
from tests.core.small import (
    FAR,
    box,
    build,
    countries_of,
    road_layer,
    steadily,
    total_length,
    west_and_east,
)


def weave(widths, start=-1000.0, end=1000.0, step=None):
    """A road along x that changes sides every so many metres; AA lies below y = 0, BB above.

    The widths are its stays, in turn above and below, at 5 m from the border.
    """
    xy, at, side = [(start, -5.0)], 0.0, 1
    for width in widths:
        xy += [(at, 0.0), (at + width / 2, 5.0 * side)]
        at += width
        side = -side
    xy += [(at, 0.0), (at + end, 5.0 * side)]
    return xy


def north_and_south():
    return countries_of(AA=box(-FAR, -FAR, FAR, 0), BB=box(-FAR, 0, FAR, FAR))


def in_short_lines(line):
    return [line[n : n + 2] for n in range(len(line) - 1)]


# ---------------------------------------------------------------- one road


def test_one_line_crossed_is_one_through_crossing():
    parts = [[(-1234.0, 0.0), (987.0, 100.0)]]
    network, crossings, report = build(parts, west_and_east(), ref="A1")
    assert crossings["origin"].tolist() == ["through"]
    assert crossings[["country_a", "country_b"]].to_numpy().tolist() == [["AA", "BB"]]
    assert abs(crossings["x"].iloc[0]) <= 0.5
    assert network.edges["kind"].tolist() == ["road", "road", "crossing"]
    assert network.edges["country"].tolist()[:2] == ["AA", "BB"]
    edge = network.edges.iloc[2]
    assert edge["length_m"] == edge["time_fwd_s"] == edge["time_bwd_s"] == 0
    assert crossings["gap_m"].tolist() == [0]
    assert crossings["edge_id"].tolist() == [edge["edge_id"]]
    assert crossings["ref_a"].tolist() == crossings["ref_b"].tolist() == ["A1"]
    assert network.edges["length_m"].sum() == pytest.approx(total_length(parts))
    assert not len(report.points)
    assert report.left_out_km == 0


@pytest.mark.parametrize("beyond", [-90.0, -8.0, 0.0, 8.0, 40.0, 90.0])
def test_where_two_roads_meet_near_the_border_they_cross_it(beyond):
    parts = [[(-2000.0, 0.0), (beyond, 0.0)], [(beyond, 0.0), (2000.0, 0.0)]]
    network, crossings, _ = build(parts, west_and_east(), ref=["A11", "A13"])
    assert crossings["x"].tolist() == [pytest.approx(beyond, abs=0.5)]
    assert crossings["name"].tolist() == ["A11 – A13"]
    assert network.edges["length_m"].sum() == pytest.approx(4000)


def test_where_they_meet_further_away_the_border_is_the_crossing():
    parts = [[(-2000.0, 0.0), (130.0, 0.0)], [(130.0, 0.0), (2000.0, 0.0)]]
    network, crossings, _ = build(parts, west_and_east())
    assert crossings["origin"].tolist() == ["through"]
    assert abs(crossings["x"].iloc[0]) <= 0.5
    assert network.edges["length_m"].sum() == pytest.approx(4000)


def test_a_dip_of_less_than_100_m_is_no_crossing():
    for widths in ([90.0], [40.0], [60.0, 300.0, 70.0]):
        line = weave(widths)
        network, crossings, _ = build([line], north_and_south())
        assert not len(crossings), widths
        assert network.edges["country"].tolist() == ["AA"]
        assert network.edges["length_m"].sum() == pytest.approx(total_length([line]))


def test_a_stay_of_more_than_100_m_is_two_crossings():
    line = weave([140.0])
    network, crossings, _ = build([line], north_and_south())
    assert len(crossings) == 2
    assert sorted(np.round(crossings["x"])) == [0, 140]
    assert network.edges["length_m"].sum() == pytest.approx(total_length([line]))


def test_a_dip_between_two_samples_does_not_move_the_road():
    # 750 m in one segment: its middle lies in a strip of 30 m that no sample sees
    strip = countries_of(
        AA=[box(-FAR, -FAR, -15, FAR), box(15, -FAR, FAR, FAR)],
        BB=box(-15, -FAR, 15, FAR),
    )
    network, crossings, _ = build([[(-375.0, 0.0), (375.0, 0.0)]], strip)
    assert not len(crossings)
    assert network.edges["country"].unique().tolist() == ["AA"]


@given(st.lists(st.integers(20, 95).map(float), min_size=1, max_size=9), st.booleans())
@steadily(40)
def test_a_road_that_weaves_for_less_than_100_m_has_none_or_one(widths, short_lines):
    line = weave(widths)
    parts = in_short_lines(line) if short_lines else [line]
    network, crossings, _ = build(parts, north_and_south())
    # after an odd number of changes it is back where it came from
    assert len(crossings) == (len(widths) + 1) % 2
    assert network.edges["length_m"].sum() == pytest.approx(total_length(parts))
    if len(crossings):
        changes = np.concatenate([[0], np.cumsum(widths)])
        assert np.abs(changes - crossings["x"].iloc[0]).min() <= 5
        assert (crossings["origin"] == "through").all() or short_lines


@given(st.lists(st.one_of(st.integers(52, 90), st.integers(105, 400)).map(float), max_size=12))
@steadily(40)
def test_only_stays_of_100_m_count(widths):
    line = weave(widths)
    network, crossings, _ = build([line], north_and_south())
    sides = [0, *[(n + 1) % 2 for n, width in enumerate(widths) if width >= 100]]
    sides.append((len(widths) + 1) % 2)
    expected = sum(one != two for one, two in zip(sides, sides[1:]))
    assert len(crossings) == expected
    assert (crossings["origin"] == "through").all()
    changes = np.concatenate([[0], np.cumsum(widths)])
    for x in crossings["x"]:
        assert np.abs(changes - x).min() <= 0.5
    assert network.edges["length_m"].sum() == pytest.approx(total_length([line]))


def test_a_road_in_many_short_lines():
    x = np.arange(-1000.0, 1001.0, 40.0) + 13
    parts = [[(a, 0.0), (b, 0.0)] for a, b in zip(x, x[1:])]
    network, crossings, _ = build(parts, west_and_east())
    assert len(crossings) == 1
    assert abs(crossings["x"].iloc[0]) <= 20  # the end of a line that is nearest to the border
    assert network.edges["length_m"].sum() == pytest.approx(2000)


def test_a_line_along_the_border_stays_in_one_country():
    network, crossings, _ = build([[(-500.0, 0.0), (500.0, 0.0)]], north_and_south())
    assert not len(crossings)
    assert len(network) == 1


# ---------------------------------------------------------------- two roads that nearly meet


def test_two_ends_exactly_on_the_border():
    parts = [[(-900.0, 0.0), (0.0, 0.0)], [(0.0, 0.0), (800.0, 0.0)]]
    network, crossings, report = build(parts, west_and_east(), ref=["A11", "A13"])
    assert len(crossings) == 1
    assert crossings[["ref_a", "ref_b"]].to_numpy().tolist() == [["A11", "A13"]]
    assert crossings["name"].tolist() == ["A11 – A13"]
    assert crossings["gap_m"].tolist() == [0]
    assert abs(crossings["x"].iloc[0]) <= 0.5
    assert network.edges["length_m"].sum() == pytest.approx(1700)
    assert not len(report.points)


def test_ends_6_m_apart_are_stitched():
    parts = [[(-900.0, 0.0), (-3.0, 0.0)], [(3.0, 0.0), (800.0, 0.0)]]
    network, crossings, report = build(parts, west_and_east(), speed=[90.0, 60.0])
    assert crossings["origin"].tolist() == ["stitched"]
    assert crossings["gap_m"].tolist() == [pytest.approx(6)]
    edge = network.edges[network.is_crossing].iloc[0]
    assert edge["length_m"] == pytest.approx(6)
    assert edge["time_fwd_s"] == edge["time_bwd_s"] == pytest.approx(6 / (60 / 3.6))
    assert network.lines[int(np.flatnonzero(network.is_crossing)[0])].tolist() == [[-3, 0], [3, 0]]
    assert not len(report.points)


def test_ends_60_m_apart_are_open_ends():
    parts = [[(-900.0, 0.0), (-30.0, 0.0)], [(30.0, 0.0), (800.0, 0.0)]]
    _, crossings, report = build(parts, west_and_east(), ref=["A1", "B1"])
    assert not len(crossings)
    assert report.points["kind"].tolist() == ["open end", "open end"]
    assert report.points["country"].tolist() == ["AA", "BB"]
    assert report.points["ref"].tolist() == ["A1", "B1"]
    wide = BuildOptions(stitch_tolerance_m=70.0)
    assert len(build(parts, west_and_east(), options=wide)[1]) == 1


def test_an_end_with_two_partners_takes_the_nearer_and_says_so():
    parts = [
        [(-900.0, 0.0), (-3.0, 0.0)],
        [(3.0, 0.0), (800.0, 0.0)],
        [(3.0, 20.0), (800.0, 300.0)],
    ]
    _, crossings, report = build(parts, west_and_east())
    assert crossings["gap_m"].tolist() == [pytest.approx(6)]
    assert sorted(report.points["kind"]) == ["ambiguous stitch", "open end"]


# ---------------------------------------------------------------- countries


@pytest.mark.parametrize("gap", [8.0, -8.0, 60.0])
def test_gaps_and_slivers_between_the_polygons_change_nothing(gap):
    parts = [[(-1000.0, 0.0), (1000.0, 0.0)], [(-1000.0, 500.0), (1000.0, 500.0)]]
    exact, crossings, _ = build(parts, west_and_east())
    loose, others, report = build(parts, west_and_east(gap))
    assert len(crossings) == len(others) == 2
    assert (others["origin"] == "through").all()
    assert loose.edges["length_m"].sum() == pytest.approx(4000)
    assert abs(loose.edges.groupby("country")["length_m"].sum() - 2000).max() <= abs(gap)
    assert np.abs(others["x"]).max() <= max(abs(gap) / 2, 0) + 0.5
    assert report.left_out_km == 0
    assert len(exact) == len(loose)


def test_three_countries_one_after_the_other():
    three = countries_of(
        AA=box(-FAR, -FAR, 0, FAR), BB=box(0, -FAR, 700, FAR), CC=box(700, -FAR, FAR, FAR)
    )
    network, crossings, _ = build([[(-1000.0, 0.0), (2000.0, 0.0)]], three)
    assert crossings[["country_a", "country_b"]].to_numpy().tolist() == [["AA", "BB"], ["BB", "CC"]]
    np.testing.assert_allclose(crossings["x"], [0, 700], atol=0.5)
    assert network.edges["length_m"].sum() == pytest.approx(3000)
    assert network.countries == ["AA", "BB", "CC"]


def test_where_three_countries_meet_each_pair_has_its_crossing():
    three = countries_of(
        AA=box(-FAR, -FAR, 0, FAR), BB=box(0, -FAR, FAR, 0), CC=box(0, 0, FAR, FAR)
    )
    parts = [[(-900.0, 0.0), (0.0, 0.0)], [(0, 0), (900.0, -900.0)], [(0, 0), (900.0, 900.0)]]
    network, crossings, _ = build(parts, three)
    pairs = crossings[["country_a", "country_b"]].to_numpy().tolist()
    assert pairs == [["AA", "BB"], ["AA", "CC"], ["BB", "CC"]]
    delayed = two_towns(network, [line[-1] for line in parts[1:]], BorderScenario(DELAY, 10.0))
    assert delayed[0, 1] == pytest.approx(2 * 900 * 2**0.5 / 1000 + 10)


def test_three_countries_within_one_step_of_the_samples():
    three = countries_of(
        AA=box(-FAR, -FAR, 0, FAR), BB=box(0, -FAR, 20, FAR), CC=box(20, -FAR, FAR, FAR)
    )
    network, crossings, _ = build([[(-1000.0, 0.0), (1000.0, 0.0)]], three)
    assert crossings[["country_a", "country_b"]].to_numpy().tolist() == [["AA", "CC"]]
    assert min(abs(crossings["x"].iloc[0]), abs(crossings["x"].iloc[0] - 20)) <= 0.5
    assert network.edges["length_m"].sum() == pytest.approx(2000)


def test_roads_too_far_from_every_country_are_left_out_and_counted():
    island = countries_of(AA=box(-FAR, -FAR, 0, FAR), BB=box(9000, -FAR, FAR, FAR))
    parts = [[(-1000.0, 0.0), (10_000.0, 0.0)], [(4000.0, 50.0), (5000.0, 50.0)]]
    # between two countries nothing is guessed
    network, crossings, report = build(parts, island)
    assert not len(crossings)
    assert report.left_out_km == pytest.approx(7 + 1, abs=0.01)
    assert network.edges["length_m"].sum() == pytest.approx(11_000 + 1000 - 8000, abs=10)
    # between two parts of one country it is a bridge
    bridge = countries_of(AA=[box(-FAR, -FAR, 0, FAR), box(9000, -FAR, FAR, FAR)])
    network, _, report = build(parts[:1], bridge)
    assert network.edges["length_m"].tolist() == [pytest.approx(11_000)]
    assert report.left_out_km == 0


def test_nothing_left_to_build_from_is_an_error():
    with pytest.raises(EmptyLayerError):
        build([[(5.0, 5.0), (5.0, 5.0)]])
    with pytest.raises(EmptyLayerError):
        build([[(5.0, 5.0), (5.0, 5.0)]], west_and_east())
    far_away = [[(3 * FAR, 0.0), (3 * FAR + 500, 0.0)]]
    with pytest.raises(EmptyLayerError, match="CRS"):
        build(far_away, west_and_east())


def test_without_countries_there_is_one_and_no_crossing():
    network, crossings, report = build([[(-1000.0, 0.0), (1000.0, 0.0)]])
    assert not len(crossings)
    assert list(crossings.columns)
    assert network.countries == []
    assert not len(report.points)


# ---------------------------------------------------------------- ferries


def test_a_ferry_across_the_border_keeps_its_timetable():
    sea = countries_of(AA=box(-FAR, -FAR, -5000, FAR), BB=box(5000, -FAR, FAR, FAR))
    ferry = road_layer([[(-5000.0, 0.0), (5000.0, 0.0)]], "ferry", ferries=True, crossing_min=45.0)
    parts = [[(-6000.0, 0.0), (-5000.0, 0.0)], [(5000.0, 0.0), (6000.0, 0.0)]]
    network, crossings, report = build(parts, sea, [ferry])
    assert len(crossings) == 1
    by_ferry = network.edges[network.edges["kind"] == "ferry"]
    assert by_ferry["country"].tolist() == ["AA", "BB"]
    assert by_ferry["time_fwd_s"].sum() == pytest.approx(45 * 60)
    assert by_ferry["length_m"].sum() == pytest.approx(10_000)
    assert report.left_out_km == 0
    assert not len(report.points)
    assert report.components["by_ferry"].tolist() == [True, True]


# ---------------------------------------------------------------- nothing depends on the order


def two_towns(network, sites, border=None, countries=None):
    travel = Travel(network, border or BorderScenario())
    at = travel.snapper.snap(np.array(sites, float))
    assert at.ok.all()
    return travel.matrix(at, at)


REGION = [
    ([(-3000, 0), (-1000, 0), (1000, 0), (3000, 0)], "", "A1", 90.0),
    ([(-1000, 0), (-1000, 800), (-1000, 2000)], "", "P1", 60.0),
    ([(1000, 0), (1000, 2000)], "yes", "P2", 60.0),
    ([(-1000, 2000), (-2, 2000)], "", "P3", 70.0),
    ([(2, 2000), (1000, 2000)], "", "P4", 50.0),
    ([(-1000, 2000), (-400, 2600), (500, 2600), (1000, 2000)], "yes", "V1", 40.0),
    ([(-3000, 0), (-2000, -500), (-1000, 0)], "", "V2", 40.0),
    ([(-1000, 800), (0, 800)], "", "V3", 30.0),
    ([(0, 800), (1000, 0)], "", "V4", 30.0),
    ([(0, 800), (600, 1500)], "", "V5", 30.0),
]
SITES = [(-2500, 40), (-990, 1500), (700, -30), (1010, 1200), (-700, 2300), (300, 1100)]


def region(order=None, turned=()):
    rows = [REGION[n] for n in (order if order is not None else range(len(REGION)))]
    parts, oneway, ref, speed = [], [], [], []
    for line, direction, name, kmh in rows:
        turn = name in turned
        parts.append(line[::-1] if turn else line)
        oneway.append({"yes": "-1"}.get(direction, direction) if turn else direction)
        ref.append(name)
        speed.append(kmh)
    return build(parts, west_and_east(), oneway=oneway, ref=ref, speed=speed)


def test_the_region_has_the_crossings_it_should_have():
    network, crossings, _ = region()
    assert sorted(crossings["origin"]) == ["stitched", "stitched", "through", "through"]
    np.testing.assert_allclose(sorted(crossings["y"]), [0, 800, 2000, 2600], atol=1)
    lengths = network.edges.loc[~network.is_crossing, "length_m"]
    assert lengths.sum() == pytest.approx(total_length([row[0] for row in REGION]))


@given(
    st.permutations(range(len(REGION))),
    st.sets(st.sampled_from([row[2] for row in REGION])),
)
@steadily(30)
def test_order_and_drawing_of_the_data_do_not_matter(order, turned):
    network, crossings, report = region()
    again, others, second = region(order, turned)
    exact = ["crossing_id", "name", "country_a", "country_b", "ref_a", "ref_b", "origin", "open"]
    assert others[exact].values.tolist() == crossings[exact].values.tolist()
    np.testing.assert_allclose(others[["x", "y"]], crossings[["x", "y"]], atol=0.002)
    np.testing.assert_allclose(others["gap_m"], crossings["gap_m"])
    np.testing.assert_allclose(two_towns(again, SITES), two_towns(network, SITES), atol=1e-6)
    assert sorted(second.points["kind"]) == sorted(report.points["kind"])
    assert len(again) == len(network)


def test_closing_the_border_parts_the_countries():
    network, _, _ = region()
    open_border = two_towns(network, SITES)
    closed = two_towns(network, SITES, BorderScenario(CLOSED))
    west = np.array([x < 0 for x, _ in SITES])
    abroad = west[:, None] != west[None, :]
    assert np.isfinite(open_border).all()
    assert np.isinf(closed[abroad]).all()
    assert (closed >= open_border).all()


def test_crossing_ids_are_made_of_countries_and_place():
    _, crossings, _ = region()
    for row in crossings.itertuples():
        assert row.crossing_id == f"AA-BB-{row.y / 1000:.3f}-0.000"
    assert crossings["crossing_id"].is_unique


def test_two_crossings_in_one_place_have_two_ids():
    parts = [[(-500.0, 0.0), (500.0, 0.0)], [(-500.0, 5.0), (500.0, 5.0)]]
    _, crossings, _ = build(parts, west_and_east(), lonlat=lambda xy: np.asarray(xy) / 100_000)
    assert crossings["crossing_id"].is_unique
    assert len(crossings) == 2


def test_parallel_edges_are_both_there():
    parts = [[(-900, 0), (0, 50), (900, 0)], [(-900, 0), (0, -50), (900, 0)]]
    network, crossings, _ = build(parts, west_and_east(), speed=[60.0, 90.0])
    assert len(crossings) == 2
    assert network.edges["length_m"].sum() == pytest.approx(total_length(parts))
    assert two_towns(network, [(-900, 0), (900, 0)])[0, 1] == pytest.approx(
        total_length(parts[:1]) / 1500
    )
