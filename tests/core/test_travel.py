"""Travel over a network, by hand: costs and km, blocks, plans, what is told, ways."""

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility import times as tables
from smart_planning_plugin.core.accessibility import travel as module
from smart_planning_plugin.core.accessibility.travel import Plan, Travel, or_nan
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.network.kernel import HIERARCHY, SEARCH
from smart_planning_plugin.core.network.model import RoadNetwork
from smart_planning_plugin.core.network.paths import Paths
from smart_planning_plugin.core.network.snapping import SnapOptions
from smart_planning_plugin.core.services.inputs import Points, Services
from tests.core.small import network_of, objects, places_on
from tests.core.test_noticed import cross
from tests.core.test_times import HOMES, POSTS, ROWS, times

INF, NAN = np.inf, np.nan


def one_way_in():
    """Four arms of ten km: ten minutes out of the middle, and five back."""
    xy = [(0, 0), (10e3, 0), (-10e3, 0), (0, 10e3), (0, -10e3)]
    arms = [{"a": 0, "b": at, "km": 10.0, "there": 10.0, "back": 5.0} for at in (1, 2, 3, 4)]
    return network_of(xy, arms)


# sources: 2 km along arm 0, three minutes (250 m) beside it; half way along arm 1
SOURCES = places_on([0, 1], [0.2, 0.5], access_min=[3.0, 0.0])
# targets: 4 km along arm 2, 500 m beside it; where the first source is; on no road
TARGETS = places_on([2, 0, -1], [0.4, 0.2, 0.0], access_min=[6.0, 3.0, 0.0])
#: In at five minutes an arm, out at ten, and the minutes beside the road; km alike both ways.
OUT = np.array([[3 + 1 + 4 + 6, 3 + 0 + 3, INF], [2.5 + 4 + 6, 2.5 + 2 + 3, INF]])
KM = np.array([[0.25 + 6 + 0.5, 0.5, NAN], [9.5, 7.25, NAN]])
#: The same pairs driven from the targets to the sources.
BACK = np.array([[6 + 2 + 2 + 3, 6, INF], [6 + 2 + 5, 3 + 1 + 5, INF]])


@pytest.mark.parametrize("kernel", ["auto", SEARCH, HIERARCHY])
@pytest.mark.parametrize("room", [1, 2, 4, 8_000_000])
@pytest.mark.parametrize("turned", [False, True])
def test_costs_and_km_in_blocks_of_any_size(kernel, room, turned, monkeypatch):
    monkeypatch.setattr(module, "BLOCK_CELLS", room)
    for direction, expected in (("from", OUT), ("to", BACK)):
        travel = Travel(one_way_in(), direction=direction, kernel=kernel)
        sources, targets, km = SOURCES, TARGETS, KM
        if turned:  # more sources than targets
            sources, targets, km = TARGETS, SOURCES, KM.T
            expected = (BACK if direction == "from" else OUT).T
        plain = list(travel.blocks(sources, targets))
        with_km = list(travel.blocks(sources, targets, km=True))
        size = max(1, room // len(targets))
        for parts in (plain, with_km):
            rows = [one[0].tolist() for one in parts]
            assert sum(rows, []) == list(range(len(sources)))  # noqa: RUF017
            assert len(rows[0]) == min(size, len(sources))
            assert np.concatenate([one[1] for one in parts]) == pytest.approx(expected)
        assert np.concatenate([one[2] for one in with_km]) == pytest.approx(km, nan_ok=True)
        assert travel.matrix(sources, targets) == pytest.approx(expected)


def test_what_costs_too_much_is_not_reached():
    travel = Travel(one_way_in(), max_cost=12.5)
    ((_, cost, km),) = travel.blocks(SOURCES, TARGETS, km=True)
    assert cost == pytest.approx(np.array([[INF, 6, INF], [12.5, 7.5, INF]]))
    assert km == pytest.approx(np.array([[NAN, 0.5, NAN], [9.5, 7.25, NAN]]), nan_ok=True)


def test_costs_in_km():
    travel = Travel(one_way_in(), cost="distance")
    assert travel.matrix(SOURCES, TARGETS)[:, :2] == pytest.approx(KM[:, :2])
    assert travel.access(TARGETS).tolist() == pytest.approx([0.5, 0.25, 0])
    free = Travel(one_way_in(), cost="distance", snapping=SnapOptions(offroad_kmh=0.0))
    assert free.access(TARGETS).tolist() == [0, 0, 0]
    nowhere = places_on([-1, 0], [0.0, 0.5], access_min=[NAN, 6.0])
    assert free.access(nowhere).tolist() == [0, 0]
    assert travel.access(nowhere).tolist() == pytest.approx([0, 0.5])
    assert Travel(one_way_in()).access(nowhere).tolist() == [0, 6]


def test_a_turn_out_comes_on_top():
    travel = Travel(one_way_in())
    graph = travel.from_sources(SOURCES, np.array([4.0, 1.0]))
    near = travel.nearest(graph, np.array([0, 1]), TARGETS)
    assert near.cost == pytest.approx([OUT[1, 0] + 1, OUT[1, 1] + 1, INF])
    assert near.source.tolist() == [1, 1, -1]
    near = travel.nearest(travel.from_sources(SOURCES), np.array([0, 1]), TARGETS)
    assert near.cost == pytest.approx([OUT[1, 0], OUT[0, 1], INF])
    assert near.source.tolist() == [1, 0, -1]


def test_blocks_fill_the_room_that_there_is(monkeypatch):
    travel = Travel(cross())
    monkeypatch.setattr(module, "BLOCK_CELLS", 6)
    sizes = {targets: [one.tolist() for one in travel.rows_of_blocks(5, targets)]
             for targets in (3, 4, 7, 0)}  # fmt: skip
    assert sizes[3] == [[0, 1], [2, 3], [4]]
    assert sizes[4] == sizes[7] == [[0], [1], [2], [3], [4]]
    assert sizes[0] == [[0, 1, 2, 3, 4]]
    assert list(travel.rows_of_blocks(0, 3)) == []


def test_a_matrix_is_searched_from_the_smaller_side_if_that_has_room(monkeypatch):
    travel = Travel(cross())
    assert travel.plan(3, 2) == Plan(SEARCH, True, False)
    assert travel.plan(2, 3).swap is travel.plan(2, 2).swap is False
    assert travel.plan(2, 3, km=True) == Plan(HIERARCHY, False, True)
    assert Travel(cross(), kernel=HIERARCHY).plan(2, 3).kernel == HIERARCHY
    monkeypatch.setattr(module, "BLOCK_CELLS", 4)
    assert travel.plan(3, 2).swap and not travel.plan(4, 3).swap


def test_the_kernel_is_chosen_by_the_sizes(monkeypatch):
    asked = []
    monkeypatch.setattr(module, "choose", lambda *sizes: asked.append(sizes) or SEARCH)
    travel = Travel(cross())
    travel.choose(3, 7)
    travel.choose(9, 2)
    # five ends and the middle are junctions; all five roads, the whole network, nothing prepared
    assert asked == [(3, 6, 5, 1.0, False), (2, 6, 5, 1.0, False)]
    assert Travel(cross(), kernel=HIERARCHY).choose(1, 1) == HIERARCHY and len(asked) == 2


@pytest.mark.parametrize(
    ("most", "cost", "share"),
    [
        (INF, "time", 1), (1.0, "time", np.pi * 1.5**2 / 400), (2.0, "time", np.pi * 9 / 400),
        (60.0, "time", 1), (2.0, "distance", np.pi * 4 / 400), (INF, "distance", 1),
    ],
)  # fmt: skip
def test_how_much_of_the_network_a_search_reaches(most, cost, share):
    """90 km/h in all directions, of a network of 20 by 20 km."""
    assert Travel(cross(), max_cost=most, cost=cost)._reached == pytest.approx(share)


def test_how_much_of_a_road_or_of_none_a_search_reaches():
    line = network_of([(0, 0), (9e6, 0)], [{"a": 0, "b": 1}])  # as if it were a metre wide
    assert Travel(line, max_cost=1.0)._reached == pytest.approx(np.pi * 1500**2 / 9e6)
    assert Travel(RoadNetwork.empty(), max_cost=1.0)._reached == 1


def told_by(run):
    told = []
    run(lambda share, message=None: told.append((share, message)))
    return told


def test_what_is_told_of_a_matrix(monkeypatch):
    says = "2 × 3 on 4 edges (5 junctions): searches from each place"
    travel = Travel(one_way_in())
    told = told_by(lambda tell: travel.matrix(SOURCES, TARGETS, tell))
    assert told[0] == (0, says) and all(0 <= share <= 1 for share, _ in told)
    monkeypatch.setattr(module, "BLOCK_CELLS", 3)
    told = told_by(lambda tell: list(travel.blocks(SOURCES, TARGETS, tell)))
    shares = [share for share, _ in told]
    assert told[0] == (0, says) and shares == sorted(shares)
    assert 0.5 in shares and max(shares) <= 1
    in_turn = Travel(one_way_in(), kernel=HIERARCHY)
    told = told_by(lambda tell: in_turn.matrix(SOURCES, TARGETS, tell))
    assert told[0][1] == "2 × 3 on 4 edges (5 junctions): contraction hierarchy"


@pytest.mark.parametrize("kernel", ["auto", SEARCH, HIERARCHY])
def test_ways_by_hand(kernel, monkeypatch):
    used = []
    monkeypatch.setattr(module, "Paths", lambda roads: used.append(roads) or Paths(roads))
    travel = Travel(one_way_in(), kernel=kernel)
    pairs = np.array([[0, 0], [1, 1], [1, 2], [1, 0]])
    told = []
    ways = travel.ways(SOURCES, TARGETS, pairs, lambda *what: told.append(what))
    assert told[0] == (
        0,
        f"4 ways on 4 edges: {module.WORDS[SEARCH if kernel == 'auto' else kernel]}",
    )
    found = [
        [
            (int(ways.edge[at]), round(float(ways.begin[at]), 9), round(float(ways.end[at]), 9))
            for at in range(begin, end)
        ]
        for begin, end in zip(ways.offsets, ways.offsets[1:])
    ]
    assert used == ([travel.roads] if kernel == HIERARCHY else [])
    assert ways.found.tolist() == [True, True, False, True]
    assert found == [
        [(0, 0.2, 0), (2, 0, 0.4)], [(1, 0.5, 0), (0, 0, 0.2)], [], [(1, 0.5, 0), (2, 0, 0.4)],
    ]  # fmt: skip
    short = Travel(one_way_in(), kernel=kernel, max_cost=13.0)
    assert short.ways(SOURCES, TARGETS, pairs).found.tolist() == [False, True, False, True]


def test_who_decides_between_kernels_of_ways(monkeypatch):
    asked = []
    monkeypatch.setattr(module, "choose_for_ways", lambda *sizes: asked.append(sizes) or SEARCH)
    Travel(one_way_in(), max_cost=13.0).ways(SOURCES, TARGETS, np.array([[1, 1], [1, 0], [0, 1]]))
    # two sources, three pairs, five nodes, four roads; 13 minutes at 90 km/h reach all
    assert asked == [(2, 3, 5, 4, 1.0, False)]


def test_travel_in_the_other_direction_shares_the_roads():
    travel = Travel(one_way_in())
    assert travel.towards("from") is travel
    back = travel.towards("to")
    assert back.direction == "to" and back.matrix(SOURCES, TARGETS) == pytest.approx(BACK)
    for name in ("snapper", "edge_costs", "roads"):
        assert getattr(back, name) is getattr(travel, name)


def test_services_that_offer_nothing_and_points_that_always_do():
    travel = Travel(cross())
    xy = np.array([[2e3, 100.0], [0.0, 5e3], [90e3, 0.0]])
    country = objects(["AA", "AA", "AA"])
    services = Services(
        objects(list("abc")), xy, objects(["s"] * 3), country, np.array([0, NAN, 0])
    )
    assert travel.sources(services).status.tolist() == ["no_capacity", "ok", "too_far"]
    assert travel.sources(services).edge.tolist() == [-1, 2, -1]
    points = Points(objects(list("abc")), xy, country)
    assert (
        travel.sources(points).edge.tolist() == travel.targets(points).edge.tolist() == [0, 2, -1]
    )


def test_a_road_of_one_way_is_left_and_reached_where_that_is_possible():
    """From the end of a road that leads into a dead end only, nobody comes back."""
    network = network_of(
        [(0, 0), (1e3, 0), (2e3, 0), (0, 2e3)],
        [{"a": 0, "b": 1, "country": "AA"}, {"a": 1, "b": 2, "back": None, "country": "AA"},
         {"a": 0, "b": 3, "country": "AA"}],
    )  # fmt: skip
    point = Points(objects(["p"]), np.array([[1800.0, 50.0]]), objects(["AA"]))
    for direction, source, target in (("from", [0], [1]), ("to", [1], [0])):
        travel = Travel(network, direction=direction)
        assert travel.sources(point).edge.tolist() == source
        assert travel.targets(point).edge.tolist() == target


def test_costs_or_nothing():
    assert or_nan(np.array([1.0, INF, 0])) == pytest.approx([1, NAN, 0], nan_ok=True)


# ---------------------------------------------------------------- a table of times


def test_a_table_in_blocks(monkeypatch):
    travel = times()
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    whole = travel.matrix(at, homes)
    for room, sizes in ((1, [1, 1, 1]), (8, [2, 1]), (12, [3])):
        monkeypatch.setattr(tables, "BLOCK_CELLS", room)
        told = []
        parts = list(travel.blocks(at, homes, told.append, km=True))
        assert [len(rows) for rows, _, _ in parts] == sizes
        assert told == [sum(sizes[:n]) / 3 for n in range(len(sizes))]
        np.testing.assert_array_equal(np.concatenate([cost for _, cost, _ in parts]), whole)
        assert np.isnan(np.concatenate([km for _, _, km in parts])).all()
        near = travel.nearest(travel.from_sources(at), np.array([0, 1, 2]), homes)
        assert near.source.tolist() == [1, 0, 1, -1]
    assert len(next(travel.blocks(at, homes))) == 2


def test_who_holds_journeys():
    travel = times()
    some = Points(objects(["x", "b"]), np.zeros((2, 2)), objects(["AA", "AA"]))
    only = Services(
        *(getattr(POSTS, one)[:2] for one in ("id", "xy", "type", "country", "capacity"))
    )
    assert travel.holds(only, some)  # from b to 1 there is one
    third = Services(
        *(getattr(POSTS, one)[2:] for one in ("id", "xy", "type", "country", "capacity"))
    )
    assert not travel.holds(third, some)  # from b to 3 there is a row that says there is none
    unknown = Points(objects(["x"]), np.zeros((1, 2)), objects(["AA"]))
    assert not travel.holds(POSTS, unknown)
    assert times("from").holds(HOMES, POSTS) and not times("from").holds(POSTS, HOMES)


def test_the_other_direction_of_a_table():
    travel = times()
    assert travel.towards("to") is travel
    assert travel.towards("from") is travel  # no place is an origin and a destination
    both = times(rows=[*ROWS, (1, "a", 12)])
    assert both.towards("to") is both
    turned = both.towards("from")
    at, homes = turned.sources(POSTS), turned.targets(HOMES)
    assert turned.direction == "from" and turned.matrix(at, homes)[0].tolist() == [
        12,
        INF,
        INF,
        INF,
    ]


def test_cells_of_a_table_by_hand():
    """Places of AA at 0 and 1000 m, of BB at 2000 m; the fourth is nowhere."""
    travel = times(snapping=SnapOptions(distance_m=600.0))
    xy = [(400, 0), (600, 0), (1600, 0), (1600, 0), (1599, 0), (2700, 0), (NAN, 0), (2000, 600.1)]
    at = travel.snap(xy, objects(["", "", "", "AA", "AA", "", "AA", "BB"]))
    assert at.status.tolist() == [
        "ok", "ok", "ok", "too_far", "ok", "too_far", "no_geometry", "too_far",
    ]  # fmt: skip
    a, b, c = travel.targets(HOMES).edge[:3]
    assert at.edge.tolist() == [a, b, c, -1, b, -1, -1, -1]
    assert at.snap_m == pytest.approx([400, 400, 400, NAN, 599, NAN, NAN, NAN], nan_ok=True)
    assert at.access_min == pytest.approx([0, 0, 0, NAN, 0, NAN, NAN, NAN], nan_ok=True)
    assert at.country.tolist() == ["AA", "AA", "BB", "AA", "AA", "", "AA", "BB"]
    assert at.fraction.tolist() == [0] * 8
    assert travel.country_of_nearest_road(xy[:6]).tolist() == ["AA", "AA", "BB", "BB", "BB", ""]
    assert travel.snap(xy[0]).edge.tolist() == [a]
    assert travel.snap(xy[:2], "BB").status.tolist() == ["too_far", "too_far"]


def test_a_table_is_travelled_as_a_network_is():
    travel = times()
    assert travel.countries == ["AA", "BB"] and len(travel.network) == 0
    assert travel.snapper is travel and travel.cost == "time" and travel.max_cost == INF
    known = travel.targets(HOMES)
    assert known.country.tolist() == ["AA", "AA", "BB", "BB"]
    assert known.snap_m == pytest.approx([0, 0, 0, NAN], nan_ok=True)
    assert travel.access(known).tolist() == [0, 0, 0, 0]
    shut = Services(POSTS.id, POSTS.xy, POSTS.type, POSTS.country, np.array([0, NAN, 4]))
    assert travel.sources(shut).status.tolist() == ["no_capacity", "ok", "ok"]
    assert times("from").direction == "from" and tables.TravelTimes(
        travel.table, HOMES
    ).direction == "from"  # fmt: skip
    with pytest.raises(tables.InvalidValueError) as raised:
        times(border=BorderScenario("delay"))
    assert str(raised.value) == (
        "Layer 'TRAVEL_TIMES': a table of travel times does not say how long each crossing takes. "
        "Give BORDER_DELAY."
    )


def test_a_journey_that_takes_no_time_and_one_that_starts_late():
    rows = [("a", 1, 0), ("a", 2, 4), ("b", 2, 6)]
    travel = times(rows=rows, max_cost=6.0)
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    assert at.status.tolist() == ["ok", "ok", "no_times"]
    late = travel.from_sources(at, np.array([4.5, 0.5, 0]))
    near = travel.nearest(late, np.array([2, 0, 1]), homes)
    # a: 4.5 by the first, 4.5 by the second; b: 6.5 are too much
    assert near.cost.tolist() == [4.5, INF, INF, INF] and near.source.tolist() == [0, -1, -1, -1]
    assert travel.nearest(travel.from_sources(at), np.array([1]), homes).cost.tolist() == [
        4, 6, INF, INF,
    ]  # fmt: skip
    nobody = travel.nearest(travel.from_sources(at), np.array([2]), homes)
    assert nobody.source.tolist() == [-1] * 4 and nobody.crossing.tolist() == [-1] * 4
