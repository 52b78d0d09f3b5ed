"""Catchments: everybody has one, nobody two; weights, and room that is not overfilled."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.services.catchments import (
    Facilities,
    divide,
    ground,
    sums,
    within_room,
)
from tests.core.small import places_on, steadily
from tests.core.test_contours import area_of, covers
from tests.core.test_isochrones import journeys, town

COUNTRIES = ["AA", "BB"]


def setting(seed, count=3, room=None, weight=None):
    network = town(seed, one_way=0.0, drop=0.0)
    rng = np.random.default_rng(seed)
    at = places_on(rng.integers(0, len(network), count), rng.random(count))
    places = places_on(rng.integers(0, len(network), 40), rng.random(40))
    people = rng.integers(0, 50, 40).astype(float)
    facilities = Facilities(
        at,
        rng.uniform(0, 1, count),
        np.ones(count) if weight is None else np.asarray(weight, float),
        np.full(count, np.inf) if room is None else np.asarray(room, float),
    )
    travel = Travel(
        network, snapping=journeys(network, [0], [0], [1], offroad_kmh=30.0).travel.snapping
    )
    return travel, facilities, places, people


@given(st.integers(0, 400), st.sampled_from(["nearest", "weight", "capacity"]))
@steadily(30)
def test_the_sum_over_facilities_is_the_sum_over_places(seed, rule):
    rng = np.random.default_rng(seed)
    travel, facilities, places, people = setting(
        seed, room=rng.integers(100, 900, 3), weight=rng.uniform(1, 3, 3)
    )
    made = divide(rule, travel, facilities, places, people)
    assert np.bincount(made.place, made.people, 40) == pytest.approx(people)
    country = rng.choice(COUNTRIES, 40).astype(object)
    table = sums(made, COUNTRIES, country, np.array(["AA", "AA", "BB"], object))
    without = made.people[made.facility < 0].sum()
    assert table["population"].sum() + without == pytest.approx(people.sum())
    parts = table[["population_aa", "population_bb"]].sum(axis=1)
    assert parts.to_numpy() == pytest.approx(table["population"].to_numpy())
    whole = made.by_place(40)
    assert (whole["elsewhere"] >= -1e-6).all()


def test_nearest_is_nearest_with_its_turnout():
    travel, facilities, places, people = setting(1)
    made = divide("nearest", travel, facilities, places, people)
    cost = travel.matrix(facilities.at, places) + facilities.start[:, None]
    assert made.cost == pytest.approx(cost.min(axis=0))


def test_equal_weights_are_no_weights():
    travel, facilities, places, people = setting(2)
    one, two = (divide(rule, travel, facilities, places, people) for rule in ("nearest", "weight"))
    assert one.cost == pytest.approx(two.cost)


def test_a_heavier_facility_has_more():
    people = {}
    for weight in (1, 2, 4):
        travel, facilities, places, number = setting(3, weight=[weight, 1, 1])
        made = divide("weight", travel, facilities, places, number)
        people[weight] = number[made.facility == 0].sum()
    assert people[1] < people[2] <= people[4]


@given(st.integers(0, 400))
@steadily(25)
def test_room_is_kept_at_least_cost(seed):
    """Against networkx's minimum cost flow, which knows nothing of prices."""
    rng = np.random.default_rng(seed)
    cost = rng.integers(1, 60, (4, 12)).astype(float)
    cost[rng.random(cost.shape) < 0.1] = np.inf
    people = rng.integers(0, 20, 12).astype(float)
    room = rng.integers(5, 60, 4).astype(float)
    made = within_room(cost, people, room)
    served = made.facility >= 0
    load = np.bincount(made.facility[served], made.people[served], 4)
    assert (load <= room + 1e-6).all()
    graph = nx.DiGraph()
    for place, number in enumerate(people.astype(int)):
        graph.add_edge("all", f"place {place}", capacity=int(number), weight=0)
        graph.add_edge(f"place {place}", "out", weight=100_000)
        for facility in np.flatnonzero(np.isfinite(cost[:, place])):
            graph.add_edge(
                f"place {place}", f"facility {facility}", weight=int(cost[facility, place])
            )
    for facility, most in enumerate(room.astype(int)):
        graph.add_edge(f"facility {facility}", "out", capacity=int(most), weight=0)
    flow = nx.max_flow_min_cost(graph, "all", "out")
    best = nx.cost_of_flow(graph, flow)
    without = made.people[~served].sum()
    mine = (made.people * made.cost)[served].sum() + 100_000 * without
    assert mine == pytest.approx(best, rel=1e-6, abs=1e-3)
    # everybody goes where way and price together are least
    paid = cost + made.price[:, None]
    for place, facility in zip(made.place[served], made.facility[served]):
        assert paid[facility, place] <= paid[:, place].min() + 1e-3


@pytest.mark.parametrize("rule", ["nearest", "weight", "capacity"])
def test_areas_share_no_ground_and_hold_their_places(rule):
    travel, facilities, places, people = setting(7, room=[260, 300, 500], weight=[1, 2, 3])
    made = divide(rule, travel, facilities, places, people)
    asked = journeys(
        travel.network, facilities.at.edge, facilities.at.fraction, [30], offroad_kmh=30.0
    )
    surface = asked.surfaces(100.0)
    areas = ground(rule, travel, facilities, made, surface)
    areas = {name: one[""] for name, one in areas.items()}
    whole = surface.areas(travel.matrix(facilities.at, surface.at).min(axis=0), 1e9)[0][""]
    assert sum(area_of(one) for one in areas.values()) == pytest.approx(area_of(whole))
    points = np.random.default_rng(0).uniform(-500, 5500, (1500, 2))
    inside = sum(covers(one, points).astype(int) for one in areas.values())
    assert (inside == covers(whole, points)).all()
    if rule != "capacity":
        at = travel.snapper.snap(points)
        cost = travel.matrix(facilities.at, at) + facilities.start[:, None]
        felt = cost / (facilities.weight[:, None] if rule == "weight" else 1)
        least, second = np.sort(np.minimum(felt, 1e6), axis=0)[:2]
        clear = (inside > 0) & at.ok & (second - least > 0.5)
        for one, polygons in areas.items():
            mine = clear & (felt.argmin(axis=0) == one)
            assert covers(polygons, points[mine]).mean() > 0.98


def test_who_has_no_room_stays_without():
    cost = np.array([[1.0, 2.0, 30.0]])
    made = within_room(cost, np.array([10.0, 10.0, 10.0]), np.array([20.0]))
    assert made.people[made.facility < 0].sum() == pytest.approx(10)
    assert made.place[made.facility < 0].tolist() == [2]  # the longest way
    assert np.isfinite(made.highest)
