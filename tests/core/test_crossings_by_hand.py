"""Crossings and border scenarios: whole tables, each number worked out by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.crossings import (
    border_zones,
    crossing_ends,
    crossing_importance,
)
from smart_planning_plugin.core.crossborder.scenarios import (
    CLOSED,
    DELAY,
    DISTANCE,
    OPEN,
    TIME,
    BorderScenario,
    edge_costs,
    with_crossings,
)
from smart_planning_plugin.core.errors import (
    BorderNeededError,
    DuplicateIdError,
    InvalidValueError,
    MissingFieldError,
)
from tests.core.small import network_of, objects, places_on

INF, NAN = np.inf, np.nan


def named(network, **names):
    """The network with names of edges, by crossing."""
    edges = network.edges.copy()
    edges["name"] = edges["crossing_id"].map(names).astype(object)
    return replace(network, edges=edges)


def at_of(edges, fractions, countries, **more):
    return replace(places_on(edges, fractions, **more), country=objects(countries))


def two_ways():
    """P at node 0 of AA, Q at 2 and R at 3 of BB: `S` leads from P to Q, `N` from 1 to R.

      1 --N-- 3 R
      |       |      ten minutes each
    P 0 --S-- 2 Q
    """
    xy = [(0, 0), (0, 4000), (2000, 0), (2000, 6000)]
    edges = [
        {"a": 0, "b": 1, "there": 10.0, "country": "AA"},
        {"a": 1, "b": 3, "there": 4.0, "kind": "crossing", "crossing_id": "N", "km": 4.0,
         "delay_ab": 1.0, "delay_ba": 3.0},
        {"a": 3, "b": 2, "there": 10.0, "country": "BB"},
        {"a": 0, "b": 2, "there": 2.0, "kind": "crossing", "crossing_id": "S", "km": 2.0},
    ]  # fmt: skip
    network = named(network_of(xy, edges), N="North", S="South")
    at = at_of([0, 2, 2, -1], [0.0, 1.0, 0.0, 0.0], ["AA", "BB", "BB", "BB"])
    return network, at, np.array([100.0, 50, 20, 1000])


def linear(minutes):
    return np.where(minutes < 100, 1 - np.where(minutes < 100, minutes, 0) / 100, 0.0)


@pytest.mark.parametrize("limit", [15.0, 16.9])  # what lies at the limit is within it
def test_what_two_crossings_carry(limit):
    network, at, people = two_ways()
    travel = Travel(network, BorderScenario(DELAY))  # N: 1 minute there, 3 back
    found = crossing_importance(travel, at, people, linear, limit)
    # over S: P-Q 2 and P-R 12 minutes, both ways; over N: 25 and 15 there, 27 and 17 back
    pq, pr = 100 * 50 * 0.98, 100 * 20 * 0.88
    trips = 2 * pq + 2 * pr
    more = pq * (23 + 25) + pr * (3 + 5)
    assert found.columns.tolist() == [
        "crossing_id", "name", "country_a", "country_b", "rank", "trips", "share_of_trips",
        "detour_if_closed_min", "extra_time_share", "cut_off_trips", "cut_off_population",
        "redundancy", "edge", "x", "y",
    ]  # fmt: skip
    first, second = found.fillna(-1).to_dict("records")
    assert [first[one] for one in ("crossing_id", "name", "country_a", "country_b")] == [
        "S", "South", "AA", "BB",
    ]  # fmt: skip
    assert [first[one] for one in ("rank", "edge", "x", "y")] == [1, 3, 1000, 0]
    assert first["trips"] == pytest.approx(trips) and first["share_of_trips"] == 1
    assert first["detour_if_closed_min"] == pytest.approx(more / trips)
    assert first["extra_time_share"] == pytest.approx(more / (2 * pq * 2 + 2 * pr * 12))
    assert first["cut_off_trips"] == 0
    # in time there is P to R alone: Q and R reach nobody abroad any more
    assert first["cut_off_population"] == 70
    assert first["redundancy"] == pytest.approx(pr / trips)
    assert [second[one] for one in ("crossing_id", "name", "rank", "edge", "x", "y")] == [
        "N", "North", 2, 1, 1000, 5000,
    ]  # fmt: skip
    assert [second[one] for one in found.columns[5:12]] == [0, 0, -1, 0, 0, 0, -1]


def test_on_the_way_through_a_country_both_its_crossings_are_used():
    """A and B live at both ends of the 10 minutes of BB, C in CC, all on one line."""
    xy = [(0, 0), (1000, 0), (2000, 0), (3000, 0)]
    edges = [
        {"a": 0, "b": 1, "there": 1.0, "kind": "crossing", "crossing_id": "X"},
        {"a": 1, "b": 2, "there": 10.0, "country": "BB"},
        {"a": 2, "b": 3, "there": 2.0, "kind": "crossing", "crossing_id": "Y"},
        {"a": 0, "b": 4, "there": 5.0, "country": "AA"},
        {"a": 3, "b": 5, "there": 5.0, "country": "CC"},
    ]
    network = network_of([*xy, (0, 9000), (3000, 9000)], edges)
    at = at_of([3, 1, 4, 3], [0.0, 0.0, 0.0, 1.0], ["AA", "BB", "CC", "AA"])
    people = np.array([10.0, 20, 30, NAN])
    found = crossing_importance(Travel(network), at, people, lambda t: np.where(t < INF, 1.0, 0))
    # A-B 1 minute over X, B-C 12 over Y, A-C 13 over both
    ab, bc, ac = 2 * 10 * 20, 2 * 20 * 30, 2 * 10 * 30
    every = ab + bc + ac
    assert found["crossing_id"].tolist() == ["Y", "X"]
    assert found[["country_a", "country_b"]].to_numpy().tolist() == [["BB", "CC"], ["AA", "BB"]]
    assert found["trips"].tolist() == [bc + ac, ab + ac]
    assert found["share_of_trips"].tolist() == pytest.approx([(bc + ac) / every, (ab + ac) / every])
    assert found["cut_off_trips"].tolist() == pytest.approx(found["share_of_trips"].tolist())
    assert found["cut_off_population"].tolist() == [30, 10]  # the others reach somebody yet
    assert found["redundancy"].tolist() == [0, 0]
    assert found["extra_time_share"].tolist() == [0, 0]


def test_crossings_that_carry_alike_come_by_who_would_be_cut_off_then_by_id():
    """Three pairs of towns, of ten people in all; each pair has a crossing of its own."""
    edges = []
    for a, name in ((0, "c"), (4, "b"), (8, "a")):
        edges += [
            {"a": a, "b": a + 1, "there": 5.0, "country": "AA"},
            {"a": a + 1, "b": a + 2, "there": 1.0, "kind": "crossing", "crossing_id": name},
            {"a": a + 2, "b": a + 3, "there": 5.0, "country": "BB"},
        ]
    network = network_of([(1000.0 * n, 0) for n in range(12)], edges)
    at = at_of([0, 2, 3, 5, 6, 8], [1.0, 0.0] * 3, ["AA", "BB"] * 3)
    people = np.array([4.0, 6, 3, 8, 4, 6])  # 4 · 6 = 3 · 8; of the second 11 are cut off
    found = crossing_importance(Travel(network), at, people, lambda t: np.where(t < INF, 1.0, 0))
    assert found["crossing_id"].tolist() == ["b", "a", "c"]
    assert found["cut_off_population"].tolist() == [11, 10, 10]
    assert found["trips"].tolist() == [48] * 3 and found["rank"].tolist() == [1, 2, 3]


def test_nobody_across_is_an_error_that_says_where_to_look():
    network, at, people = two_ways()
    with pytest.raises(BorderNeededError, match="no trip across the border") as told:
        crossing_importance(Travel(network), at, people * [1, 0, 0, 1], linear)
    assert told.value.layer == "PLACES" and "both sides" in str(told.value)
    with pytest.raises(BorderNeededError, match="no crossing that is open") as told:
        crossing_ends(with_crossings(network, shut("N", "S")))
    assert told.value.layer == "NETWORK" and "COUNTRY_FIELD" in str(told.value)


def shut(*ids):
    return pd.DataFrame({"crossing_id": ids, "open": 0})


def test_ends_of_crossings():
    network, _, _ = two_ways()
    edges = network.edges.copy()
    edges["open"] = [1, NAN, 0, 1]  # not known is open; a road is not shut
    rows, ends = crossing_ends(replace(network, edges=edges))
    assert rows.tolist() == [1, 3]
    assert ends.edge.tolist() == [1, 1, 3, 3] and ends.fraction.tolist() == [0, 1, 0, 1]
    assert ends.access_min.tolist() == [0] * 4 and ends.ok.tolist() == [True] * 4
    assert ends.country.tolist() == ["AA", "BB", "AA", "BB"]
    rows, ends = crossing_ends(with_crossings(network, shut("N")))
    assert rows.tolist() == [3] and ends.edge.tolist() == [3, 3]


# ---------------------------------------------------------------- zones along the border


def strip():
    """X at the beginning of 40 minutes of AA, Y at their end; 100 more, and an island in BB."""
    xy = [(1000.0 * n, 0.0) for n in range(8)]
    edges = [
        {"a": 0, "b": 4, "there": 0.0, "kind": "crossing", "crossing_id": "X"},
        {"a": 0, "b": 1, "there": 40.0, "country": "AA"},
        {"a": 1, "b": 5, "there": 0.0, "kind": "crossing", "crossing_id": "Y"},
        {"a": 1, "b": 2, "there": 100.0, "country": "AA"},
        {"a": 4, "b": 3, "there": 50.0, "country": "BB"},
        {"a": 6, "b": 7, "there": 50.0, "country": "BB"},
    ]
    return named(network_of(xy, edges), X="Old bridge", Y="New bridge")


def test_zones_along_the_border_with_people_then_and_now():
    #      edge, fraction, country, people, before
    rows = [
        (1, 0.25, "AA", 100, 80),  # 10 from X
        (3, 0.20, "AA", 50, NAN),  # 20 from Y: just in the first band
        (1, 0.55, "AA", 40, 50),  # 18 from Y, 22 from X
        (3, 0.60, "AA", 30, 40),  # 60 from Y: just in the second
        (3, 0.70, "AA", 0, 10),  # 70
        (4, 0.90, "BB", 12, 10),  # 45 from X
        (5, 0.50, "BB", 8, 0),  # no way at all
        (-1, 0.0, "AA", 80, 20),
        (-1, 0.0, "", 0, 0),
    ]  # fmt: skip
    edge, fraction, country, people, before = (list(one) for one in zip(*rows))
    at = at_of(edge, fraction, country)
    people, before = np.array(people, float), np.array(before, float)
    found = border_zones(Travel(strip()), at, people, (60, 20), before)
    assert found.places.columns.tolist() == ["border_min", "crossing_id", "crossing_name", "band"]
    minutes = found.places["border_min"].tolist()
    assert minutes[:6] == pytest.approx([10, 20, 18, 60, 70, 45]) and np.isnan(minutes[6:]).all()
    assert found.places["crossing_id"].tolist() == [*"XYYYYX", None, None, None]
    assert found.places["crossing_name"].tolist() == [
        "Old bridge", *["New bridge"] * 4, "Old bridge", None, None, None,
    ]  # fmt: skip
    assert found.places["band"].tolist() == [
        "0-20", "0-20", "0-20", "20-60", "60+", "20-60", "unreached", "not_used", "not_used",
    ]  # fmt: skip
    # AA: 300 people; of those whose past is known 250 now and 200 then, a quarter more
    # BB: 20 people, 20 now and 10 then, twice as many
    expected = pd.DataFrame(
        [
            ("", "not_used", 1, 0.0, NAN, 0.0, NAN, NAN),
            ("AA", "0-20", 3, 190.0, 190 / 300, 130.0, 100 * 10 / 130, 100 * 10 / 130 - 25),
            ("AA", "20-60", 1, 30.0, 0.1, 40.0, -25.0, -50.0),
            ("AA", "60+", 1, 0.0, 0.0, 10.0, -100.0, -125.0),
            ("AA", "not_used", 1, 80.0, 80 / 300, 20.0, 300.0, 275.0),
            ("BB", "20-60", 1, 12.0, 0.6, 10.0, 20.0, -80.0),
            ("BB", "unreached", 1, 8.0, 0.4, 0.0, NAN, NAN),
        ],
        columns=["country", "band", "places", "population", "share", "population_before",
                 "change_pct", "vs_country"],
    )  # fmt: skip
    pd.testing.assert_frame_equal(
        found.summary[expected.columns.tolist()], expected, check_dtype=False
    )
    assert set(found.summary) == set(expected)
    plain = border_zones(Travel(strip()), at, people, (20, 60))
    pd.testing.assert_frame_equal(plain.places, found.places)
    pd.testing.assert_frame_equal(
        plain.summary, expected[["country", "band", "places", "population", "share"]],
        check_dtype=False,
    )  # fmt: skip


# ---------------------------------------------------------------- scenarios


def roads():
    """A road, a one-way street, and crossings: plain, with delays, shut, and not known."""
    edges = [
        {"a": 0, "b": 1, "there": 5.0, "back": 6.0, "km": 7.0, "country": "AA", "open": 0,
         "delay_ab": 9.0, "delay_ba": 9.0},
        {"a": 0, "b": 1, "there": None, "back": 3.0, "km": 3.0, "country": "AA"},
        {"a": 0, "b": 1, "there": 1.0, "km": 0.5, "kind": "crossing", "crossing_id": "c"},
        {"a": 0, "b": 1, "there": 1.0, "km": 0.5, "kind": "crossing", "crossing_id": "a",
         "delay_ab": 4.0, "delay_ba": 8.0},
        {"a": 0, "b": 1, "there": 1.0, "km": 0.5, "kind": "crossing", "crossing_id": "b",
         "open": 0},
        {"a": 0, "b": 1, "there": 1.0, "km": 0.5, "kind": "crossing", "crossing_id": "d",
         "open": NAN, "delay_ab": NAN, "delay_ba": NAN},
    ]  # fmt: skip
    return network_of([(0, 0), (1000, 0)], edges)


@pytest.mark.parametrize(
    ("border", "cost", "there", "back"),
    [
        (BorderScenario(), TIME, [5, INF, 1, 1, INF, 1], [6, 3, 1, 1, INF, 1]),
        (BorderScenario(OPEN, 9.0), TIME, [5, INF, 1, 1, INF, 1], [6, 3, 1, 1, INF, 1]),
        (BorderScenario(DELAY), TIME, [5, INF, 1, 5, INF, 1], [6, 3, 1, 9, INF, 1]),
        (BorderScenario(DELAY, 10.0), TIME, [5, INF, 11, 11, INF, 11], [6, 3, 11, 11, INF, 11]),
        (BorderScenario(DELAY, 0.0), TIME, [5, INF, 1, 1, INF, 1], [6, 3, 1, 1, INF, 1]),
        (BorderScenario(CLOSED), TIME, [5, INF, *[INF] * 4], [6, 3, *[INF] * 4]),
        (BorderScenario(DELAY), DISTANCE, [7, INF, 0.5, 0.5, INF, 0.5], [7, 3, 0.5, 0.5, INF, 0.5]),
        (BorderScenario(CLOSED), DISTANCE, [7, INF, *[INF] * 4], [7, 3, *[INF] * 4]),
    ],
)
def test_what_edges_cost_under_a_border(border, cost, there, back):
    forward, backward = edge_costs(roads(), border, cost)
    assert forward.tolist() == pytest.approx(there) and backward.tolist() == pytest.approx(back)


def test_borders_in_words():
    borders = [BorderScenario(), BorderScenario(CLOSED), BorderScenario(DELAY),
               BorderScenario(DELAY, 7.50)]  # fmt: skip
    assert [str(one) for one in borders] == [
        "border open", "border closed", "border delay (own delays)", "border delay (7.5 min)",
    ]  # fmt: skip
    assert BorderScenario().state == OPEN and BorderScenario().delay_min is None


def test_a_table_changes_the_crossings_it_names_and_no_others():
    table = pd.DataFrame(
        {
            "crossing_id": ["b", None, "a", "elsewhere", "d"],
            "open": [1, 0, 0, 0, None],
            "delay_ab_min": ["2.5", "9", "0", "9", None],
        }
    )
    before = roads()
    found = with_crossings(before, table).edges
    assert found["open"].fillna(-1).tolist() == [0, 1, 1, 0, 1, -1]
    assert found["delay_ab_min"].fillna(-1).tolist() == [9, 0, 0, 0, 2.5, -1]
    assert found["delay_ba_min"].fillna(-1).tolist() == [9, 0, 0, 8, 0, -1]  # not in the table
    assert before.edges["open"].fillna(-1).tolist() == [0, 1, 1, 1, 0, -1]  # as it was


@pytest.mark.parametrize(
    ("change", "error", "field", "ids"),
    [
        ({"open": [1, -1, "x"]}, InvalidValueError, "open", ["b", "c"]),
        ({"delay_ab_min": [0, INF, 1]}, InvalidValueError, "delay_ab_min", ["b"]),
        ({"delay_ba_min": [-0.1, None, 1]}, InvalidValueError, "delay_ba_min", ["a"]),
        ({"crossing_id": ["a", "c", "a"]}, DuplicateIdError, "crossing_id", ["a"]),
    ],
)
def test_tables_of_crossings_that_cannot_be(change, error, field, ids):
    table = pd.DataFrame({"crossing_id": ["a", "b", "c"], "open": [1, 0, None], **change})
    with pytest.raises(error) as told:
        with_crossings(roads(), table)
    assert told.value.layer == "CROSSINGS" and told.value.field == field
    assert list(told.value.ids) == ids


def test_crossings_without_ids_are_no_crossings():
    twice = pd.DataFrame({"crossing_id": [None, None, "a"], "open": [0, 0, 0]})
    assert with_crossings(roads(), twice).edges["open"].tolist()[3] == 0
    with pytest.raises(MissingFieldError, match="not a layer of crossings") as told:
        with_crossings(roads(), twice.drop(columns="crossing_id"))
    assert told.value.field == "crossing_id" and "Build road network" in str(told.value)
