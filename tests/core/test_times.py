"""A table of travel times answers what the network answers."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.measures import Question, service_accessibility
from smart_planning_plugin.core.accessibility.times import TravelTimes, read_times
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    InvalidValueError,
    MissingFieldError,
    SmartPlanningError,
)
from smart_planning_plugin.core.services.inputs import Places, Points, Services, ServiceType
from tests.core.small import network_of

HOMES = Points(
    np.array(["a", "b", "c", "d"], object),
    np.array([(0.0, 0.0), (1000.0, 0.0), (2000.0, 0.0), (np.nan, np.nan)]),
    np.array(["AA", "AA", "BB", "BB"], object),
)
POSTS = Services(
    np.array([1, 2, 3], object),
    np.zeros((3, 2)),
    np.array(["post", "post", "post"], object),
    np.array(["AA", "BB", "BB"], object),
    np.full(3, np.nan),
)
ROWS = [("a", 1, 10), ("a", 2, 8), ("b", 1, 30), ("b", 3, None), ("c", "2", 5.5), ("c", 3, 5.5)]


def table(rows=ROWS):
    return pd.DataFrame(rows, columns=["origin_id", "destination_id", "time_min"], dtype=object)


def times(direction="to", border=None, rows=ROWS, **more):
    border = border or BorderScenario()
    known = ("AA", "BB")
    return TravelTimes(
        read_times(table(rows)), HOMES, border, direction, known_countries=known, **more
    )


def test_the_matrix_is_the_table():
    travel = times()
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    assert homes.status.tolist() == ["ok", "ok", "ok", "no_times"]
    expected = [[10, 30, np.inf, np.inf], [8, np.inf, 5.5, np.inf], [np.inf, np.inf, 5.5, np.inf]]
    np.testing.assert_array_equal(travel.matrix(at, homes), expected)
    rows = np.array([2, 0, 2])
    np.testing.assert_array_equal(travel.matrix(at.take(rows), homes), np.array(expected)[rows])
    turned = times("from")  # journeys run from the services then: there are none
    assert np.isinf(turned.matrix(turned.sources(POSTS), turned.targets(HOMES))).all()
    assert not turned.holds(POSTS, HOMES) and travel.holds(POSTS, HOMES)
    limited = times(max_cost=9.0)
    assert np.isfinite(limited.matrix(at, homes)).sum() == 3


def test_the_border_holds_up_or_stops_journeys_abroad():
    closed, late = (
        times(border=BorderScenario("closed")),
        times(border=BorderScenario("delay", 15.0)),
    )
    at, homes = closed.sources(POSTS), closed.targets(HOMES)
    assert np.isinf(closed.matrix(at, homes)[1, 0])
    assert late.matrix(at, homes)[1].tolist() == [23, np.inf, 5.5, np.inf]
    with pytest.raises(InvalidValueError, match="BORDER_DELAY"):
        times(border=BorderScenario("delay"))


def test_the_nearest_of_equals_is_the_first():
    travel = times()
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    near = travel.nearest(travel.from_sources(at), np.array([2, 1, 0]), homes)
    assert near.cost.tolist() == [8, 30, 5.5, np.inf]
    assert near.source.tolist() == [1, 0, 1, -1]
    assert near.crossing.tolist() == [-1] * 4
    late = travel.from_sources(at, np.array([0.0, 3.0, 0.0]))
    near = travel.nearest(late, np.arange(3), homes)
    assert near.cost.tolist() == [10, 30, 5.5, np.inf]
    assert near.source.tolist() == [0, 0, 2, -1]


def test_a_cell_takes_the_times_of_the_nearest_place_of_its_country():
    travel = times()
    at = travel.snapper.snap(
        [(1400.0, 0.0), (1400.0, 0.0), (9e9, 0), (np.nan, 0)], ["AA", "BB", "", ""]
    )
    assert at.status.tolist() == ["ok", "ok", "too_far", "no_geometry"]
    cost = travel.matrix(travel.sources(POSTS), at)
    np.testing.assert_array_equal(cost[0], [30, np.inf, np.inf, np.inf])
    np.testing.assert_array_equal(cost[1], [np.inf, 5.5, np.inf, np.inf])


def test_measures_do_not_know_the_difference():
    """The times of a network, written as a table, give the measures of the network."""
    edges = [
        {"a": 0, "b": 1, "there": 4.0, "back": 6.0, "country": "AA"},
        {"a": 1, "b": 2, "kind": "crossing", "there": 0.0, "km": 0, "crossing_id": "x"},
        {"a": 2, "b": 3, "there": 7.0, "country": "BB"},
    ]
    xy = [(0.0, 0.0), (1000.0, 0.0), (1010.0, 0.0), (2000.0, 0.0)]
    network = network_of(xy, edges)
    where = np.array([xy[0], xy[1], xy[3]])
    homes = Places(HOMES.id[:3], where, HOMES.country[:3], np.ones(3), pd.DataFrame(index=range(3)))
    posts = Services(
        POSTS.id[:2],
        np.array([xy[1], xy[3]]),
        POSTS.type[:2],
        POSTS.country[:2],
        POSTS.capacity[:2],
    )
    travel = Travel(network, direction="to")
    cost = travel.matrix(travel.sources(posts), travel.targets(homes))
    rows = [(homes.id[j], posts.id[i], cost[i, j]) for i in range(2) for j in range(3)]
    by_table = TravelTimes(
        read_times(table(rows)), homes, direction="to", known_countries=("AA", "BB")
    )
    asked = Question(["nearest", "cumulative", "gravity"], 7.0)
    found = [
        service_accessibility(
            one, one.targets(homes), homes, posts, [ServiceType("post", "post")], asked
        ).values
        for one in (travel, by_table)
    ]
    pd.testing.assert_frame_equal(*found)
    assert found[0]["nearest_own_post"].tolist() == [4, 0, 0]


def test_a_type_that_comes_to_people_takes_times_that_are_known_one_way_only():
    """An ambulance starts at its post; a table may know the ways to it only: better than none."""
    homes = Places(HOMES.id, HOMES.xy, HOMES.country, np.ones(4), pd.DataFrame(index=range(4)))
    kinds = [ServiceType("post", "post", direction="from")]
    there_only = times("to")
    found = service_accessibility(
        there_only, there_only.targets(homes), homes, POSTS, kinds, Question(["nearest"], 30.0)
    )
    assert found.values["nearest_post"].tolist()[:3] == [8, 30, 5.5]
    back = [(1, "a", 12), (2, "b", 4)]  # where the table knows the way from the post, it is taken
    both = times("to", rows=[*ROWS, *back])
    found = service_accessibility(
        both, both.targets(homes), homes, POSTS, kinds, Question(["nearest"], 30.0)
    )
    assert found.values["nearest_post"].tolist()[:2] == [12, 4]
    assert np.isnan(found.values["nearest_post"][2])


def test_blocks_are_the_matrix():
    travel = times()
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    parts = list(travel.blocks(at, homes))
    np.testing.assert_array_equal(np.concatenate([rows for rows, _ in parts]), np.arange(3))
    np.testing.assert_array_equal(np.concatenate([c for _, c in parts]), travel.matrix(at, homes))


@pytest.mark.parametrize(
    ("change", "error", "words"),
    [
        (lambda t: t.drop(columns="time_min"), MissingFieldError, "time_min"),
        (lambda t: t.assign(time_min="soon"), InvalidValueError, "a to 1"),
        (lambda t: t.assign(time_min=-1), InvalidValueError, "0 or more"),
        (lambda t: t.assign(origin_id=None), InvalidValueError, "ids are missing"),
        (lambda t: pd.concat([t, t.head(1)]), DuplicateIdError, "a to 1"),
        (
            lambda t: pd.concat([t, t.head(1).assign(destination_id=1.0)]),
            DuplicateIdError,
            "a to 1",
        ),
    ],
)
def test_a_table_that_cannot_be_meant(change, error, words):
    with pytest.raises(error, match=words):
        read_times(change(table()))


def test_ids_keep_their_zeros():
    assert read_times(table([("007", 7.0, 1)]))["origin_id"].tolist() == ["007"]
    assert read_times(table([("007", 7.0, 1)]))["destination_id"].tolist() == ["7"]


def test_a_table_as_it_is_read_by_hand():
    rows = [("a", 1, "5.5"), (" b ", 2.0, 0), ("c", "x", None), ("c", 3, ""), ("a", 2, np.inf)]
    given = table(rows).assign(note="by bus")
    pd.testing.assert_frame_equal(
        read_times(given),
        pd.DataFrame(
            {"origin_id": ["a", "b"], "destination_id": ["1", "2"], "time_min": [5.5, 0.0]}
        ),
    )
    last = read_times(table([("a", 1, None), ("a", 2, 3)]))
    assert last.index.tolist() == [0] and last["destination_id"].tolist() == ["2"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda t: t.drop(columns=["destination_id", "time_min"]).assign(x=1),
            "Layer 'TRAVEL_TIMES', field 'destination_id': the table has no such field. It needs "
            "origin_id, destination_id, time_min; it has origin_id, x.",
        ),
        (
            lambda t: t.assign(destination_id=[1, None, 2, 3, 4, 5]),
            "Layer 'TRAVEL_TIMES', field 'destination_id': ids are missing. Fill the field.",
        ),
        (
            lambda t: t.assign(time_min=[1, -0.5, 3, None, "late", ""]),
            "Layer 'TRAVEL_TIMES', field 'time_min': minutes must be numbers of 0 or more (a to 2, "
            "c to 2). Leave the field empty where there is no journey.",
        ),
        (
            lambda t: pd.concat([t, t.iloc[[3, 1, 3]].assign(time_min=None)], ignore_index=True),
            "Layer 'TRAVEL_TIMES': pairs stand more than once (b to 3, a to 2, b to 3). Keep one "
            "row each.",
        ),
    ],
)
def test_what_is_said_of_a_table_that_cannot_be_meant(change, says):
    with pytest.raises(SmartPlanningError) as raised:
        read_times(change(table()))
    assert str(raised.value) == says
