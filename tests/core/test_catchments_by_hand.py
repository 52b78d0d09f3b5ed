"""Catchments and places of several points: who goes where, at what price, by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services import catchments
from smart_planning_plugin.core.services.catchments import (
    Division,
    Facilities,
    divide,
    ground,
    sums,
    within_room,
)
from smart_planning_plugin.core.services.parts import gather, in_the_middle, parts_of
from tests.core.small import network_of, objects, places_on, steadily
from tests.core.test_contours import area_of
from tests.core.test_isochrones import journeys

NAN, INF = np.nan, np.inf

# ---------------------------------------------------------------- who goes where


def line(max_cost=INF):
    """A road of 20 minutes in AA and an island; facilities at 0 (AA), 20 (BB) and on the island."""
    network = network_of(
        [(0, 0), (20e3, 0), (0, 9e3), (5e3, 9e3)],
        [{"a": 0, "b": 1, "there": 20.0, "country": "AA"},
         {"a": 2, "b": 3, "there": 5.0, "country": "AA"}],
    )  # fmt: skip
    at = places_on([0, 0, 1], [0.0, 1.0, 0.0])
    at.country[:] = ["AA", "BB", "AA"]
    places = places_on([0, 0, 0, 1, -1], [0.25, 0.6, 0.9, 1.0, 0.0])
    places.country[:] = ["AA", "AA", "BB", "BB", "AA"]
    return Travel(network, max_cost=max_cost), at, places


@pytest.mark.parametrize(
    ("rule", "change", "facility", "cost"),
    [
        ("nearest", {}, [0, 1, 1, 2, -1], [5, 8, 2, 5, NAN]),
        # 4 minutes more at the second
        ("nearest", {"start": [0, 4, 0]}, [0, 0, 1, 2, -1], [5, 12, 6, 5, NAN]),
        ("nearest", {"abroad": 4.1}, [0, 0, 1, 2, -1], [5, 12, 2, 9.1, NAN]),
        ("nearest", {"abroad": INF}, [0, 0, 1, -1, -1], [5, 12, 2, NAN, NAN]),
        ("weight", {}, [0, 1, 1, 2, -1], [5, 8, 2, 5, NAN]),
        # felt 5 and 3.75, 12 and 2; the way itself is told
        ("weight", {"weight": [1, 4, 2]}, [1, 1, 1, 2, -1], [15, 8, 2, 5, NAN]),
        ("weight", {"weight": [2, 1, 1], "start": [1, 2, 3]}, [0, 0, 1, 2, -1], [6, 13, 4, 8, NAN]),
        ("weight", {"abroad": INF, "weight": [1, 9, 1]}, [0, 0, 1, -1, -1], [5, 12, 2, NAN, NAN]),
    ],
)
def test_facilities_by_way_and_by_weight(rule, change, facility, cost):
    travel, at, places = line()
    given = {"start": np.zeros(3), "weight": np.ones(3), "room": np.full(3, INF), **change}
    given = {name: np.array(one, float) if name != "abroad" else one for name, one in given.items()}
    facilities, people = Facilities(at, **given), np.arange(5.0)
    made = divide(rule, travel, facilities, places, people)
    assert made.facility.tolist() == facility
    assert made.cost == pytest.approx(cost, nan_ok=True)
    assert made.place.tolist() == [0, 1, 2, 3, 4] and made.people.tolist() == people.tolist()
    assert made.price.tolist() == [0, 0, 0] and made.highest == INF
    part = facilities.take(np.array([2, 0]))
    assert len(part) == 2 and part.abroad == facilities.abroad
    whole = facilities.matrix(travel, places)
    assert (part.matrix(travel, places) == whole[[2, 0]]).all()
    assert part.weight.tolist() == given["weight"][[2, 0]].tolist()
    assert part.room.tolist() == given["room"][[2, 0]].tolist()


def test_prices_count_where_the_nearest_is_looked_for():
    travel, at, places = line()
    facilities = Facilities(at, np.array([1.0, 0, 0]), np.ones(3), np.full(3, INF))
    cost, source = facilities.nearest(travel, places, np.array([0.0, 9, 1]))
    # the first costs 1 more, the second 9: 6, 13 to 17, 19 to 11
    assert cost == pytest.approx([6, 13, 11, 6, INF]) and source.tolist() == [0, 0, 1, 2, -1]


# ---------------------------------------------------------------- room


def test_room_and_its_price_by_hand():
    # a way of 1 and one of 4; 2 and 3; 9 and 5: the first is the nearest of two, and full
    cost = np.array([[1.0, 2, 9, 7, INF], [4, 3, 5, 7.5, INF]])
    people = np.array([10.0, 10, 10, 0, 6])
    made = within_room(cost, people, np.array([14.0, INF]))
    rows = sorted(zip(made.place, made.facility, made.people.round(9), made.cost))
    assert [row[:3] for row in rows] == [(0, 0, 10), (1, 0, 4), (1, 1, 6), (2, 1, 10), (3, 1, 0),
                                         (4, -1, 6)]  # fmt: skip
    assert np.nan_to_num([row[3] for row in rows], nan=-1).tolist() == [1, 2, 3, 5, 7.5, -1]
    # who had a place more there would save a minute; with it the first is 8 for the fourth
    assert made.price == pytest.approx([1, 0]) and made.highest == INF
    table = made.by_place(6)
    assert table["facility"].tolist() == [0, 1, 1, 1, -1, -1]
    assert table["cost"].fillna(-1).tolist() == [1, 3, 5, 7.5, -1, -1]
    assert table["elsewhere"].tolist() == pytest.approx([0, 4, 0, 0, 0, 0])


def test_of_many_prices_the_lowest():
    # both are full: 2 at the first, 1 at the second (14 in all, not 15); 1 stays there where the
    # price of the first is at least 3, 2 stays where it is at most 4
    cost = np.array([[5.0, 6], [8, 10]])
    made = within_room(cost, np.array([10.0, 10]), np.array([10.0, 10]))
    assert sorted(zip(made.place, made.facility)) == [(0, 1), (1, 0)]
    assert made.price.tolist() == [3, 0]


@given(st.integers(0, 500))
@steadily(40)
def test_no_price_could_be_lower(seed):
    rng = np.random.default_rng(seed)
    cost, people = rng.integers(1, 30, (4, 9)).astype(float), rng.integers(1, 9, 9).astype(float)
    room = np.ceil(people.sum() * rng.dirichlet(np.ones(4)) * 1.05)
    made = within_room(cost, people, room)
    if (made.facility < 0).any():
        return
    paid = cost + made.price[:, None]
    best = paid.min(axis=0)
    assert paid[made.facility, made.place] == pytest.approx(best[made.place])
    # a price stands because somebody elsewhere would come otherwise, who pays a price, too, or none
    held = made.price == 0
    for _ in held:
        for facility, place in zip(made.facility, made.place):
            tight = np.isclose(paid[:, place], best[place])
            held |= tight & held[facility]
    assert held.all()


def test_where_the_room_does_not_suffice_the_longest_way_is_left():
    cost = np.array([[1.0, 8, 3], [6, 9, INF]])
    made = within_room(cost, np.array([10.0, 10, 10]), np.array([12.0, 5]))
    left = made.facility < 0
    assert made.people[left].sum() == pytest.approx(13) and made.place[left].tolist() == [1, 2]
    # half of the first give way: 5 · 6 + 5 · 1 + 7 · 3 is less than 10 · 1 + 5 · 9 + 2 · 3
    assert made.people[left].tolist() == pytest.approx([10, 3])
    assert np.nansum(made.people * made.cost) == pytest.approx(56)
    assert np.isfinite(made.highest) and made.highest > 9
    assert np.isnan(made.cost[left]).all()
    nobody = within_room(cost, np.zeros(3), np.array([12.0, 5]))
    assert nobody.facility.tolist() == [0, 0, 0] and nobody.cost.tolist() == [1, 8, 3]
    assert nobody.price.tolist() == [0, 0] and nobody.highest == INF
    none = within_room(np.full((2, 2), INF), np.ones(2), np.ones(2))
    assert none.facility.tolist() == [-1, -1] and np.isnan(none.cost).all()
    beside = within_room(np.zeros((1, 2)), np.array([3.0, 4]), np.array([7.0]))
    assert beside.facility.tolist() == [0, 0] and beside.highest == INF
    full = within_room(cost[:, :2], np.array([12.0, 5]), np.array([12.0, 5]))
    assert full.highest == INF and full.facility.tolist() == [0, 1]


@given(st.integers(0, 10**6))
@steadily(12)
def test_room_of_many_facilities_is_shared_as_if_all_ways_were_looked_at(seed):
    """More facilities than are looked at first; most of the near ones are full."""
    rng = np.random.default_rng(seed)
    count, places = 16, 24
    xy, at = rng.random((places, 2)), rng.random((count, 2)) * [1, 0.3]
    cost = np.hypot(*(xy[None] - at[:, None]).transpose(2, 0, 1)) * 60
    cost[rng.random(cost.shape) < 0.1] = INF
    cost[-1] = 200 + np.arange(places)  # everybody reaches one far away
    people = rng.integers(1, 9, places) * 1.0
    room = np.append(rng.integers(2, 5, count - 1) * 1.0, INF)
    made = within_room(cost, people, room)
    finite = np.isfinite(cost)
    facility, place = np.nonzero(finite)
    load = (facility == np.arange(count - 1)[:, None]).astype(float)
    best = linprog(
        cost[finite], A_ub=load, b_ub=room[:-1],
        A_eq=(place == np.arange(places)[:, None]).astype(float), b_eq=people,
    )  # fmt: skip
    assert (made.people * made.cost).sum() == pytest.approx(best.fun)
    assert np.bincount(made.place, made.people) == pytest.approx(people)
    held = np.bincount(made.facility, made.people, count)
    assert (held <= room + 1e-6).all() and (made.price >= 0).all()
    assert (made.price[held < room - 1e-6] <= 1e-9).all()  # a price is for what is full


def test_what_cannot_be_divided_is_an_error(monkeypatch):
    class Failed:
        x, message = None, "numbers"

    monkeypatch.setattr(catchments, "linprog", lambda *_, **__: Failed)
    with pytest.raises(
        InvalidValueError, match="cannot be divided among the facilities: numbers"
    ) as told:
        within_room(np.ones((1, 1)), np.ones(1), np.ones(1))
    assert told.value.advice == "Look at the capacities"


# ---------------------------------------------------------------- tables


def test_what_each_facility_has():
    made = Division(
        np.array([0, 0, 1, 2, 3, 4]), np.array([1, 0, 1, -1, 1, 3]),
        np.array([30.0, 10, 50, 9, 20, 0]), np.array([4.0, 6, 2, NAN, 10, 5]), np.zeros(4),
    )  # fmt: skip
    found = sums(
        made, ["AA", "BB"], ["AA", "BB", "AA", "CC", "AA"], objects(["AA", "BB", "BB", "AA"])
    )
    expected = {
        "population": [10, 100, 0, 0], "population_aa": [10, 30, 0, 0],
        "population_bb": [0, 50, 0, 0], "foreign_share": [0, 0.5, NAN, NAN],
        "mean_cost": [6, (120 + 100 + 200) / 100, NAN, NAN],
    }  # fmt: skip
    pd.testing.assert_frame_equal(found, pd.DataFrame(expected), check_dtype=False)
    few = Division(np.array([0]), np.array([0]), np.array([0.5]), np.array([3.0]), np.zeros(1))
    (row,) = sums(few, [], ["AA"], objects(["BB"])).to_dict("records")
    assert row == {"population": 0.5, "foreign_share": 1, "mean_cost": 3}


def test_a_place_is_told_where_most_of_its_people_go():
    made = Division(
        np.array([3, 1, 1, 1, 3]), np.array([2, 0, 2, 1, 0]), np.array([5.0, 1, 4, 3, 5]),
        np.array([8.0, 1, 2, 3, 4]), np.zeros(3),
    )  # fmt: skip
    table = made.by_place(5)
    assert table["facility"].tolist() == [-1, 2, -1, 0, -1]  # of equals the first
    assert table["cost"].fillna(-1).tolist() == [-1, 2, -1, 4, -1]
    assert table["elsewhere"].tolist() == [0, 4, 0, 5, 0]


# ---------------------------------------------------------------- ground


def shares_of(price=(0.0, 0.0), weight=(1.0, 1.0), rule="capacity", highest=INF, max_cost=INF):
    """Shares of the ground of two facilities at both ends of a road of 4 km, 4 minutes."""
    road = network_of([(0, 0), (4000, 0)], [{"a": 0, "b": 1, "there": 4.0}])
    asked = journeys(road, [0, 0], [0.0, 1.0], [30], offroad_kmh=60.0)
    travel = Travel(road, snapping=asked.travel.snapping, max_cost=max_cost)
    at = places_on([0, 0], [0.0, 1.0])
    facilities = Facilities(at, np.zeros(2), np.array(weight), np.full(2, INF))
    none = np.empty(0)
    division = Division(none, none, none, none, np.array(price), highest)
    made = ground(rule, travel, facilities, division, asked.surfaces(50.0))
    return {one: area_of(polygons[""]) for one, polygons in made.items()}


def test_ground_by_price_and_by_weight():
    even = shares_of()
    whole = sum(even.values())
    assert even[0] == pytest.approx(even[1], rel=0.02)
    for found in (shares_of(price=(2.0, 0.0)), shares_of(weight=(1.0, 3.0), rule="weight")):
        assert sum(found.values()) == pytest.approx(whole, rel=0.01)
        # the seam is a minute from the one, three from the other (beside the road nearly so)
        assert 0.15 < found[0] / whole < 0.35
    heavy = shares_of(weight=(2.0, 2.0), rule="weight")
    assert heavy[0] == pytest.approx(even[0], rel=0.02)
    # what costs more than the highest with its price is nobody's
    assert sum(shares_of(highest=1.5).values()) < 0.8 * whole
    near = shares_of(price=(1.0, 0.0), max_cost=1.5)
    assert sum(near.values()) == pytest.approx(sum(shares_of(max_cost=1.5).values()), rel=0.01)


# ---------------------------------------------------------------- places of several points


def test_points_that_stand_for_places():
    own = np.array([[0.0, 0], [10, 0], [20, 0], [30, 0]])
    xy = np.arange(14.0).reshape(7, 2)
    parts = parts_of(own, np.array([3, 0, 3, -1, 0, 3, 1]), xy,
                     np.array([0.0, NAN, 1, 9, 0, 4, 2]))  # fmt: skip
    assert parts.place.tolist() == [0, 0, 1, 2, 3, 3]
    assert parts.point.tolist() == [1, 4, 6, -1, 2, 5]
    assert parts.share.tolist() == [0.5, 0.5, 1, 1, 0.2, 0.8]
    assert parts.xy.tolist() == [[2, 3], [8, 9], [12, 13], [20, 0], [4, 5], [10, 11]]
    assert parts.first.tolist() == [0, 2, 3, 4] and len(parts) == 6
    # the centres: (5, 6), (12, 13), (20, 0), and (8.8, 9.8), nearer to the last
    assert in_the_middle(parts).tolist() == [0, 2, 3, 5]
    nowhere = parts_of(np.full((1, 2), NAN), np.empty(0, int), np.empty((0, 2)), np.empty(0))
    assert in_the_middle(nowhere).tolist() == [0]
    none = parts_of(np.empty((0, 2)), np.empty(0, int), np.empty((0, 2)), np.empty(0))
    assert len(none) == 0 and none.first.tolist() == []


def test_all_kinds_of_results_come_back():
    parts = parts_of(np.zeros((3, 2)), np.array([0, 0, 0, 1, 1]), np.zeros((5, 2)),
                     np.array([2.0, 3, 5, 1, 1]))  # fmt: skip
    table = pd.DataFrame(
        {
            "minutes": [10.0, 20, NAN, NAN, 8, 4],  # half of them is enough
            "rare": [NAN, 30.0, NAN, 1, 3, NAN],  # three tenths are not
            "population": [1.0, 2, 3, 4, 5, 6],
            "spatial_availability_pool": [1.0, 1, 1, 2, 2, 2],
            "change_spatial_availability_pool": [0.5, 0, 0, 1, 1, 1],
            "people": [1, 1, 1, 1, 1, 1],
            "count": [7, 9, 9, 4, 3, 1],
            "service": ["a", "a", "b", None, "c", None],
            "flag": [True, False, False, True, False, True],
        },
        index=[5, 5, 4, 3, 2, 1],
    )
    found, place = gather(table, parts)
    assert place.tolist() == [0, 1, 2]
    assert found.columns.tolist() == [*table, "points"]
    expected = {
        "minutes": [16, 8, 4], "rare": [NAN, 2, NAN], "population": [6, 9, 6],
        "spatial_availability_pool": [3, 4, 2], "change_spatial_availability_pool": [0.5, 2, 1],
        "people": [3, 2, 1], "count": [9, 4, 1], "service": ["a", None, None],
        "flag": [False, True, True], "points": [3, 2, 1],
    }  # fmt: skip
    # a and b are of half of the people each, so that the first is told; so are None and c
    pd.testing.assert_frame_equal(found, pd.DataFrame(expected), check_dtype=False)


def test_shares_that_are_alike_but_for_the_last_digit_are_alike():
    weight = np.array([3.0, 1, 2, 2, 2])  # 0.1 and 0.2 are a little more than 0.3
    parts = parts_of(np.zeros((1, 2)), np.zeros(5, int), np.zeros((5, 2)), weight)
    table = pd.DataFrame({"service": ["x", "y", "y", "u", "v"]})
    assert gather(table, parts)[0]["service"].tolist() == ["x"]


def test_rows_of_points_in_any_order_and_of_several_blocks():
    parts = parts_of(np.zeros((2, 2)), np.array([0, 0, 1]), np.zeros((3, 2)), np.array([1.0, 3, 1]))
    table = pd.DataFrame({"minutes": [4.0, 8, 1, 40, 80, 10]})
    found, place = gather(table, parts, np.array([1, 0, 2, 0, 1, 2]))
    # 4 of three and 8 of one; then 40 of one and 80 of three
    assert found["minutes"].tolist() == [5, 1, 70, 10] and place.tolist() == [0, 1, 0, 1]
    assert found["points"].tolist() == [2, 1, 2, 1]
