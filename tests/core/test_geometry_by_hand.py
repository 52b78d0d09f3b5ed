"""Cutting at the border, noding, stitching and snapping: limits met exactly, and against loops."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network import barriers, border, countries, nearest, store
from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.density import SPARSE_KM_PER_KM2, is_sparse, km_per_km2
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.nearest import SegmentIndex
from smart_planning_plugin.core.network.noding import node
from smart_planning_plugin.core.network.planar import join_crossing_lines
from smart_planning_plugin.core.network.snapping import Positions, SnapOptions, Snapper
from smart_planning_plugin.core.network.stitching import stitch
from tests.core.small import box, build, countries_of, network_of, steadily, west_and_east

# ---------------------------------------------------------------- short stays


@st.composite
def pieces(draw):
    """Pieces of roads between nodes, each in a country and of a length around the limit."""
    node_, metres = st.integers(0, 7), st.sampled_from([40, 50, 60, 100, 150])
    rows = draw(
        st.lists(st.tuples(node_, node_, st.integers(-1, 2), metres), min_size=1, max_size=10)
    )
    start, end, country, length = (np.array(one) for one in zip(*rows))
    return country, start, end, length.astype(float)


def groups_by_loops(country, start, end):
    graph = nx.Graph()
    graph.add_nodes_from(range(len(country)))
    for a in range(len(country)):
        for b in range(a):
            if country[a] == country[b] and {start[a], end[a]} & {start[b], end[b]}:
                graph.add_edge(a, b)
    parts = sorted(map(sorted, nx.connected_components(graph)))
    return [next(n for n, part in enumerate(parts) if one in part) for one in range(len(country))]


def short_stays_by_loops(country, start, end, length):
    country = country.copy()
    while True:
        group = groups_by_loops(country, start, end)
        count = max(group) + 1
        size = [length[np.array(group) == one].sum() for one in range(count)]
        where = [{*start[np.array(group) == one], *end[np.array(group) == one]}
                 for one in range(count)]  # fmt: skip
        touching = nx.Graph()
        touching.add_nodes_from(range(count))
        touching.add_edges_from(
            (a, b) for a in range(count) for b in range(a) if where[a] & where[b]
        )
        stays = {one for one in range(count) if size[one] >= 100}
        for part in nx.connected_components(touching):
            stays.add(max(part, key=lambda one: (size[one], one)))
        if len(stays) == count:
            return country
        of_group = {one: country[group.index(one)] for one in range(count)}
        taken = dict(of_group)
        for one in set(range(count)) - stays:
            beside = [other for other in touching[one] if other in stays]
            if beside:
                taken[one] = of_group[max(beside, key=lambda other: (size[other], other))]
        country = np.array([taken[one] for one in group])


@given(pieces())
@steadily(120)
def test_short_stays_are_given_to_the_longest_neighbour(given_):
    country, start, end, length = given_
    group, size = border._same_country_groups(country, start, end, length)
    assert group.tolist() == groups_by_loops(country, start, end)
    assert size.tolist() == [length[group == one].sum() for one in range(group.max() + 1)]
    a, b = border._touching_groups(group, start, end)
    ends = [{*start[group == one], *end[group == one]} for one in range(group.max() + 1)]
    assert list(zip(a.tolist(), b.tolist())) == [
        (one, two) for one in range(len(ends)) for two in range(len(ends))
        if one != two and ends[one] & ends[two]
    ]  # fmt: skip
    found = border._drop_short_stays(country, start, end, length)
    assert found.tolist() == short_stays_by_loops(*given_).tolist()


def test_what_lies_between_two_pieces_of_a_country_is_its_bridge():
    country = np.array([0, -1, 0, -1, 1, -1, 1, -1])
    follows = np.array([True, True, True, True, True, False, True])
    found = border._bridge_unknown(country, follows)
    assert found.tolist() == [0, 0, 0, -1, 1, -1, 1, -1]  # the last 1 is of another line
    assert border._bridge_unknown(np.array([-1]), np.array([], bool)).tolist() == [-1]


@pytest.mark.parametrize(("beyond", "crossings"), [(99.0, 0), (101.0, 2)])
def test_a_stay_of_just_about_100_m(beyond, crossings):
    dip = [(-1000.0, 0.0), (beyond / 2, 0.0), (beyond / 2, 1.0), (-1000.0, 1.0)]
    dip[2] = (beyond / 2 - 0.5, 0.9)
    network, table, _ = build([dip], west_and_east(), schema="generic")
    assert len(table) == crossings
    assert set(network.edges["country"].dropna()) == ({"AA", "BB"} if crossings else {"AA"})


def test_the_border_is_found_to_a_millimetre_wherever_it_lies():
    for x in (-37.3, 0.0, 12.345, 49.9999):
        both = countries_of(AA=box(-9e4, -9e4, x, 9e4), BB=box(x, -9e4, 9e4, 9e4))
        network, table, _ = build([[(-500.0, 3.0), (700.0, 403.0)]], both)
        assert table["x"].tolist() == pytest.approx([x], abs=0.001)
        lengths = network.edges["length_m"].to_numpy(float)
        assert lengths[:2] == pytest.approx(np.array([500 + x, 700 - x]) * np.hypot(12, 4) / 12,
                                            abs=0.002)  # fmt: skip


# ---------------------------------------------------------------- stitching


def stitched(ends, tolerance=50.0):
    xy = np.array([one[:2] for one in ends], float).reshape(-1, 2)
    country = np.array([one[2] for one in ends], int)
    found = stitch(xy, country, np.arange(len(ends)), west_and_east(), tolerance)
    return found.pairs.tolist(), found.points.to_numpy().tolist()


def test_ends_that_are_each_others_nearest_are_joined():
    ends = [(-5, 0, 0), (5, 0, 1), (5, 24, 1), (-5, 3000, 0), (95, 6000, 1), (-101, 6000, 0),
            (-20, 9000, 0), (30, 9000, 1), (-20, 12_000, 0), (30.001, 12_000, 1)]  # fmt: skip
    pairs, points = stitched(ends)
    assert pairs == [[0, 1], [6, 7]]
    points = [[*row[:2], round(row[2], 6), row[3]] for row in points]
    assert points == [
        [0, "ambiguous stitch", 26.0, "2 ends abroad within 50 m; joined to the nearest, 10.0 m "
         "away"],
        [3, "open end", pytest.approx(np.nan, nan_ok=True), "no road abroad ends within 1000 m"],
        [8, "open end", 50.001, "the nearest end abroad is 50 m away, over 50 m"],
        [2, "open end", 26.0, "the nearest end abroad, 26.0 m away, is joined to another"],
        [4, "open end", 196.0, "the nearest end abroad is 196 m away, over 50 m"],
        [9, "open end", 50.001, "the nearest end abroad is 50 m away, over 50 m"],
    ]  # fmt: skip
    pairs, points = stitched(ends[:3], tolerance=10.0)
    assert pairs == [[0, 1]] and [row[0] for row in points] == [2]
    assert stitched([]) == ([], []) and stitched([(-5, 0, 0), (-5, 1, 0)])[0] == []


def test_an_end_between_two_that_want_each_other_more_is_left_open():
    pairs, points = stitched([(-5, 0, 0), (5, 0, 1), (-5, 8, 0), (5, 30, 1), (-5, 31, 0)])
    assert pairs == [[0, 1], [3, 4]]
    assert [row[3] for row in points if row[0] == 2] == [
        "2 ends abroad within 50 m; left open",
        "the nearest end abroad, 12.8 m away, is joined to another",
    ]


# ---------------------------------------------------------------- noding and planar noding


def test_a_line_end_is_joined_at_the_tolerance_and_no_further():
    for gap, nodes in ((1.0, 3), (1.001, 4)):
        lines = Lines.of([[(0.0, 0.0), (100.0, 0.0)], [(100.0 + gap, 0.0), (200.0, 0.0)]])
        found = node(lines, 1.0)
        assert max(found.from_node.max(), found.to_node.max()) + 1 == nodes
    # west of the origin, too, where places have coordinates below nought
    lines = Lines.of([[(-900.0, -300.0), (-400.0, -700.0)], [(-400.0, -700.0), (-100.0, 50.0)],
                      [(-400.0, 700.0), (-900.0, 300.0)]])  # fmt: skip
    found = node(lines, 1.0)
    ends = found.lines.xy[found.lines.first], found.lines.xy[found.lines.last]
    place = {}
    for nodes, xy in zip((found.from_node, found.to_node), ends):
        for one, at in zip(nodes.tolist(), xy.tolist()):
            assert place.setdefault(one, at) == at
    assert len(place) == 5 and found.parent.tolist() == [0, 1, 2] and found.duplicates == 0


def test_ways_drawn_twice_are_counted_and_turned_ones_are_known():
    way = [(0.0, 0.0), (50.0, 10.0), (100.0, 0.0)]
    lines = Lines.of(
        [way, [(300.0, 0.0), (400.0, 0.0)], way[::-1], way, [(0.0, 0.0), (100.0, 0.0)]]
    )
    found = node(lines, 1.0)
    assert found.parent.tolist() == [0, 1, 4] and found.duplicates == 2
    assert found.opposite.tolist() == [2, -1, -1]


def test_where_lines_that_cross_are_joined():
    made, count = join_crossing_lines(
        Lines.of([[(0.0, 0.0), (100.0, 0.0), (100.0, 100.0)], [(30.0, -10.0), (30.0, 90.0)],
                  [(0.0, 60.0), (200.0, 60.0)], [(130.0, 0.5), (130.0, 59.5)],
                  [(500.0, 500.0), (501.0, 500.0)]]),
        np.array([0, 0, 0, 0, 0]), 1.0,
    )  # fmt: skip
    assert count == 4  # 30/0, 30/60, 100/60, and the end of the fourth on the third
    assert [made[line].tolist() for line in range(5)] == [
        [[0, 0], [30, 0], [100, 0], [100, 60], [100, 100]],
        [[30, -10], [30, 0], [30, 60], [30, 90]],
        [[0, 60], [30, 60], [100, 60], [130, 59.5], [200, 60]],
        [[130, 0.5], [130, 59.5]],
        [[500, 500], [501, 500]],
    ]
    # an end that lies on the very line is joined without a tolerance, as far as a centimetre
    for gap, joined in ((0.01, 1), (0.011, 0)):
        lines = Lines.of([[(0.0, 0.0), (100.0, 0.0)], [(50.0, gap), (50.0, 90.0)]])
        assert join_crossing_lines(lines, np.zeros(2, int), 0.0)[1] == joined
    # long beside short: the pieces in which they are looked for have one length
    long = Lines.of([[(0.0, 0.0), (10_000.0, 0.0)],
                     *([(x, -1.0), (x, 1.0)] for x in (3.0, 4999.0, 9998.0))])  # fmt: skip
    assert join_crossing_lines(long, np.zeros(4, int), 0.0)[1] == 3
    assert join_crossing_lines(long, np.array([0, 1, 0, 0]), 0.0)[1] == 2
    assert join_crossing_lines(Lines.of([]), np.empty(0, int), 1.0)[1] == 0


@pytest.mark.parametrize("top", [(50.0, 90.0), (20.0, -30.0)])
def test_lines_that_cross_or_touch_in_a_vertex_of_one_are_joined_once(top):
    bar, bent = [(0.0, 0.0), (100.0, 0.0)], [(50.0, -90.0), (50.0, 0.0), top]
    for parts in ([bar, bent], [bent, bar], [bar[::-1], bent[::-1]]):
        made, count = join_crossing_lines(Lines.of(parts), np.zeros(2, int), 1.0)
        assert count == 1
        assert len(node(made, 1.0).lines) == 4
    # in a vertex of both they meet already
    both = [[(0.0, 0.0), (50.0, 0.0), (100.0, 0.0)], bent]
    assert join_crossing_lines(Lines.of(both), np.zeros(2, int), 1.0)[1] == 0


# ---------------------------------------------------------------- snapping


def test_places_snap_within_two_kilometres_at_walking_speed():
    network, _, _ = build([[(0.0, 0.0), (1000.0, 0.0)]])
    at = Snapper(network, SnapOptions()).snap(
        np.array([(500.0, 2000.0), (500.0, 2000.001), (0.01, 5), (0.011, 5), (999.99, -5),
                  (999.989, -5)])
    )  # fmt: skip
    assert at.status.tolist() == ["ok", "too_far", "ok", "ok", "ok", "ok"]
    assert at.access_min[0] == pytest.approx(24)  # 2 km at 5 km/h
    assert at.fraction.tolist() == pytest.approx([0.5, 0, 0, 1.1e-5, 1, 0.999989])
    assert at.fraction[2] == 0 and at.fraction[4] == 1 and at.fraction[3] > 0
    assert at.edge.tolist() == [0, -1, 0, 0, 0, 0] and np.isnan(at.snap_m[1])
    both = Positions.joined([at.take([1, 0]), at.take([2])])
    assert both.edge.tolist() == [-1, 0, 0] and both.status.tolist() == ["too_far", "ok", "ok"]
    assert len(both) == 3 and both.country.tolist() == [""] * 3


def test_closed_roads_are_none_and_each_direction_has_its_need():
    xy = [(0, 0), (1000, 0), (1000, 1000), (0, 1000), (2000, 0), (0, 2000)]
    edges = [{"a": n, "b": (n + 1) % 4} for n in range(4)]
    edges += [{"a": 1, "b": 4, "there": 1.0, "back": None},  # in, and not out
              {"a": 3, "b": 5, "there": None, "back": 1.0},  # out, and not in
              {"a": 0, "b": 2, "there": None, "back": None}]  # fmt: skip
    network = network_of(xy, edges)
    spots = np.array([(1990.0, 10.0), (10.0, 1990.0), (470.0, 520.0)])

    def edge(need=None, **options):
        return Snapper(network, SnapOptions(**options)).snap(spots, None, need).edge.tolist()

    assert edge() == [4, 5, 3]  # nobody drives on the diagonal
    assert edge("leave") == [1, 5, 3] and edge("arrive") == [4, 2, 3]
    assert edge(main_component=True) == [1, 2, 3]
    near = Snapper(network, SnapOptions(distance_m=100.0, main_component=True))
    assert near.snap(spots[:2]).status.tolist() == ["islet", "islet"]
    assert near.snap(spots[:2], None, "leave").status.tolist() == ["one_way_trap", "islet"]
    assert near.snap(spots[:2], None, "arrive").status.tolist() == ["islet", "one_way_trap"]


def test_the_country_of_a_place_is_told_or_that_of_its_road():
    network, _, _ = build([[(-900.0, 0.0), (900.0, 0.0)]], west_and_east())
    spots = np.array([(-300.0, 5), (300, 5), (300, 5), (-300, 3000), (np.nan, 5), (-300, 5)])
    codes = np.array(["", None, "AA", "", "AA", "XX"], dtype=object)
    at = Snapper(network, SnapOptions(distance_m=1000.0)).snap(spots, codes)
    assert at.country.tolist() == ["AA", "BB", "AA", "", "AA", "XX"]
    assert at.status.tolist() == ["ok", "ok", "ok", "too_far", "no_geometry", "no_country"]
    assert at.snap_m[:3].tolist() == pytest.approx([5, 5, np.hypot(300, 5)], abs=0.01)
    near = Snapper(network, SnapOptions(distance_m=5.0)).country_of_nearest_road(spots[:4])
    assert near.tolist() == ["AA", "BB", "BB", ""]


def test_small_batches_and_few_neighbours_give_the_same(monkeypatch):
    chance = np.random.default_rng(7)
    start = chance.uniform(-500, 500, (150, 2))
    end = start + chance.normal(0, 60, (150, 2))
    points, other = chance.uniform(-600, 600, (2, 90, 2))
    walls = Barriers(Lines.of(list(chance.uniform(-500, 500, (12, 3, 2)))))

    def everything():
        found = SegmentIndex(start, end).nearest(points, 80.0, walls)
        chosen = SegmentIndex(start, end, np.arange(0, 150, 3)).nearest(points)
        way, share = walls.crossings(points, other)
        order = np.lexsort([share, way])
        return (found.segment, found.share, found.distance, chosen.segment, way[order],
                share[order], walls.between(points, other))  # fmt: skip

    usual = everything()
    assert (usual[0] >= 0).any() and (usual[0] < 0).any() and (usual[3] % 3 == 0).all()
    for size in (1, 7):
        monkeypatch.setattr(barriers, "BATCH", size)
        monkeypatch.setattr(nearest, "FIRST_NEIGHBOURS", size)
        for one, again in zip(usual, everything()):
            np.testing.assert_allclose(one, again, rtol=1e-12)


def test_shares_of_ways_at_which_barriers_stand():
    walls = Barriers(
        Lines.of([[(10.0, -5.0), (10.0, 0.0), (10.0, 5.0)], [(30.0, -5.0), (30.0, 5.0)]])
    )
    start = np.array([(0.0, 0.0), (0.0, 1.0), (40.0, 1.0), (10.0, 1.0), (0.0, 6.0), (0.0, 5.0)])
    end = np.array([(40.0, 0.0), (10.0, 1.0), (20.0, 1.0), (20.0, 1.0), (40.0, 6.0), (40.0, 5.0)])
    way, share = walls.crossings(start, end)
    found = sorted(zip(way.tolist(), share.tolist()))
    # once through the corner of the first; touching with an end is no crossing
    assert found[:3] == [(0, 0.25), (0, 0.75), (2, 0.5)]
    assert not {1, 3, 4} & set(way.tolist())
    # the same far from where coordinates begin
    far = np.array([500_000.0, 6_300_000.0])
    wall = Barriers(Lines.of([np.array([(10.0, -5.0), (10.0, 5.0)]) + far]))
    way, share = wall.crossings(start[:5] + far, end[:5] + far)
    assert sorted(zip(way.tolist(), np.round(share, 6).tolist())) == [(0, 0.25)]
    assert len(Barriers(Lines.of([]))) == 0
    assert not Barriers(Lines.of([])).between(start, end).any()


# ---------------------------------------------------------------- countries, density, store


def test_distances_to_countries_and_their_outlines():
    both = countries_of(AA=box(0, 0, 100, 100), BB=box(100, 0, 200, 100))
    spots = np.array([(50.0, 40.0), (150, 90), (-30, 50), (230, 140), (50, 100.5)])
    assert both.distance_to(0, spots, 1000.0).tolist() == [0, 50, 30, np.hypot(130, 40), 0.5]
    assert both.distance_to(1, spots, 60.0).tolist() == [50, 0, np.inf, 50, pytest.approx(50.0025)]
    assert both.distance_to_outline(spots, 1000.0).tolist() == [40, 10, 30, 50, 0.5]
    assert both.distance_to_outline(spots, 10.0).tolist() == [np.inf, 10, np.inf, np.inf, 0.5]
    assert both.at(spots, 30.0).tolist() == [0, 1, 0, countries.UNKNOWN, 0]
    assert both.at(spots, 29.0).tolist() == [0, 1, countries.UNKNOWN, countries.UNKNOWN, 0]
    assert both.codes_at(spots, 50.0).tolist() == ["AA", "BB", "AA", "BB", "AA"]
    assert both.codes == ["AA", "BB"] and len(both) == 2


def test_how_dense_the_roads_are_at_the_limit():
    square = [(0, 0), (5000, 0), (5000, 5000), (0, 5000)]
    edges = [{"a": n, "b": (n + 1) % 4, "km": 2.5} for n in range(4)]
    network = network_of(square, [*edges, {"a": 0, "b": 2, "km": 7.0, "kind": "ferry"}])
    assert km_per_km2(network) == pytest.approx(0.4) and SPARSE_KM_PER_KM2 == 0.4
    less = network_of(square, [{**one, "km": 2.49} for one in edges])
    assert is_sparse(less) and np.isnan(km_per_km2(network_of(square[:2], edges[:1])))


def test_what_was_not_used_for_longest_makes_room(tmp_path):
    import os

    kept = store.Store(tmp_path)
    for number, name in enumerate("abcd"):
        kept.put(name, {"x": np.zeros(1000)})
        os.utime(tmp_path / f"{name}.npz", (1e9 + number, 1e9 + number))
    size = (tmp_path / "a.npz").stat().st_size
    kept.get("a")  # used now
    store.Store(tmp_path, most_bytes=4 * size).put("e", {"x": np.zeros(1000)})
    assert sorted(one.stem for one in tmp_path.iterdir()) == ["a", "c", "d", "e"]
    store.Store(tmp_path, most_bytes=1).put("f", {"x": np.zeros(1000)})
    assert [one.stem for one in tmp_path.iterdir()] == ["f"]  # the newest stays, however large
    assert store.MOST_BYTES == 512 * 1024 * 1024


def test_what_a_border_makes_of_lines_in_whole():
    two = countries_of(AA=box(-20e3, -10e3, 0, 10e3), BB=box(0, -10e3, 20e3, 10e3))
    parts = [
        [(-2000.0, 0.0), (-500.0, 0.0), (2000.0, 0.0)],  # over the border
        [(2000.0, 0.0), (2000.0, 16e3)],  # out of both, from 11 km on too far
        [(-2000.0, 0.0), (-2000.0, 18e3), (2000.0, 18e3)],  # a ferry, which is nowhere too far
        [(2000.0, 0.0), (3000.0, 0.0)],
        [(2000.0, 30e3), (3000.0, 30e3)],  # of nobody
        [(2000.0, 16e3), (2000.0, 18e3)],
    ]
    noded = node(Lines.of(parts), 1.0)
    at_sea = noded.parent == 2
    made = border.divide(noded.lines, noded.from_node, noded.to_node, two, 1000.0, at_sea)
    lines = [np.round(made.lines[row], 2).tolist() for row in range(len(made.lines))]
    assert lines == [
        [[-2000, 0], [-500, 0], [0, 0]],
        [[0, 0], [2000, 0]],
        [[2000, 0], [2000, 11e3]],
        [[-2000, 0], [-2000, 18e3], [0, 18e3]],
        [[0, 18e3], [2000, 18e3]],
        [[2000, 0], [3000, 0]],
    ]
    assert noded.parent[made.parent].tolist() == [0, 0, 1, 2, 2, 3]
    assert [two.codes[one] for one in made.country] == ["AA", "BB", "BB", "AA", "BB", "BB"]
    assert made.left_out_m == pytest.approx(5000 + 1000 + 2000, abs=0.01)
    ends = [made.node_xy[made.from_node], made.node_xy[made.to_node]]
    np.testing.assert_array_equal(ends[0], made.lines.xy[made.lines.first])
    np.testing.assert_array_equal(ends[1], made.lines.xy[made.lines.last])
    for nodes in (made.from_node, made.to_node):
        assert made.node_country[nodes].tolist() == made.country.tolist()
    # the ends of the first line are those of the third and of the second; so with the last
    assert made.from_node[3] == made.from_node[0]
    assert made.to_node[1] == made.from_node[2] == made.from_node[5]
    assert len(made.node_xy) == 9 and len(made.joints) == 2 and made.through.tolist() == [True] * 2
    over = {frozenset(pair) for pair in made.joints.tolist()}
    assert over == {frozenset((made.to_node[n], made.from_node[n + 1])) for n in (0, 3)}


def test_where_three_countries_meet_in_a_place_each_pair_is_joined():
    three = countries_of(
        AA=box(-20e3, 0, 0, 20e3), BB=box(0, 0, 20e3, 20e3), CC=box(-20e3, -20e3, 20e3, 0)
    )
    parts = [[(0.0, 0.0), (-900.0, 600.0)], [(0.0, 0.0), (900.0, 600.0)], [(0.0, 0.0), (30, -900)]]
    noded = node(Lines.of(parts), 1.0)
    made = border.divide(
        noded.lines, noded.from_node, noded.to_node, three, 1000.0, np.zeros(3, bool)
    )
    assert made.country.tolist() == [0, 1, 2] and made.left_out_m == 0
    pairs = sorted(sorted(made.node_country[pair].tolist()) for pair in made.joints)
    assert pairs == [[0, 1], [0, 2], [1, 2]]
    assert not made.through.any()  # roads that meet there, and none that goes through
    assert (made.node_xy[made.joints] == 0).all()


def test_a_road_in_no_country_changes_sides_where_the_nearest_does():
    two = countries_of(AA=box(-20e3, -20e3, 0, 0), BB=box(0, -20e3, 20e3, 0))
    # half a kilometre out at sea, further than it is long
    network, table, _ = build([[(-300.0, 500.0), (300.0, 500.0)]], two)
    assert network.edges["country"].dropna().tolist() == ["AA", "BB"]
    assert table["x"].tolist() == pytest.approx([0], abs=0.001)


def test_at_its_ends_a_line_is_not_cut():
    lines = Lines.of([[(0.0, 0.0), (1.0, 0.0), (2.0, 0.0)], [(0.0, 5.0), (4.0, 5.0)]])
    pieces, parent = lines.cut([0, 0, 1, 1, 1], [0.0, 2.0, 1.0, 0.0, 0.25])
    assert parent.tolist() == [0, 1, 1]
    assert [pieces[row].tolist() for row in range(3)] == [
        [[0, 0], [1, 0], [2, 0]], [[0, 5], [1, 5]], [[1, 5], [4, 5]],
    ]  # fmt: skip
