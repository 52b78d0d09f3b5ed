"""What crossings carry: against closing them one by one on the whole network, pair by pair."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder import crossings
from smart_planning_plugin.core.crossborder.crossings import border_zones, crossing_importance
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, DELAY, BorderScenario
from smart_planning_plugin.core.errors import BorderNeededError
from smart_planning_plugin.core.network.search import FROM
from tests.core.small import network_of, places_on, steadily


def two_countries(times):
    """AA and BB, each a road of n nodes, joined by n crossings; `times` are AA's and BB's steps."""
    count = len(times[0]) + 1
    xy = [(1000.0 * side, 1000.0 * n) for side in (0, 1) for n in range(count)]
    edges = []
    for side, country in enumerate(("AA", "BB")):
        edges += [
            {"a": side * count + n, "b": side * count + n + 1, "there": one, "country": country}
            for n, one in enumerate(times[side])
        ]
    edges += [
        {"a": n, "b": count + n, "kind": "crossing", "there": 0.0, "crossing_id": f"X{n}"}
        for n in range(count)
    ]
    return network_of(xy, edges)


def without(network, row):
    edges = network.edges.copy()
    edges.loc[row, "open"] = 0
    return replace(network, edges=edges)


def decay(minutes):
    return np.where(
        np.isfinite(minutes), np.exp(-0.05 * np.where(np.isfinite(minutes), minutes, 0)), 0
    )


def brute(travel, at, people, limit=np.inf):
    """The same by closing each crossing and searching the whole network again."""
    network = travel.network
    full = replace(travel, direction=FROM)
    foreign = at.country[:, None] != at.country[None, :]

    def times(one):
        return np.where(foreign, replace(full, network=one).matrix(at, at), np.inf)

    now = times(network)
    finite = np.isfinite(now)
    trips = np.where(finite, people[:, None] * people * decay(now), 0.0)
    found = {}
    for row in np.flatnonzero(network.is_crossing):
        then = times(without(network, row))
        uses = finite & (then > now + 1e-9)
        mine, kept = np.where(uses, trips, 0.0), np.isfinite(then)
        extra = np.where(uses & kept, then, 0) - np.where(uses & kept, now, 0)
        lost = (
            (now <= limit).any(axis=1) & ~(then <= limit).any(axis=1)
            if np.isfinite(limit)
            else (finite.any(axis=1) & ~kept.any(axis=1))
        )
        found[network.edges["crossing_id"][row]] = {
            "share_of_trips": mine.sum() / trips.sum(),
            "extra_time_share": (mine * extra).sum() / (trips * np.where(finite, now, 0)).sum(),
            "cut_off_trips": mine[~kept].sum() / trips.sum(),
            "cut_off_population": people[lost].sum(),
        }
    return found


steps = st.lists(st.floats(1, 60), min_size=3, max_size=3)


@given(steps, steps, st.lists(st.integers(0, 900), min_size=8, max_size=8), st.booleans())
@steadily(40)
def test_the_same_as_closing_each_and_searching_again(left, right, people, late):
    left = np.add(left, [0.0137, 0.0271, 0.0419]).tolist()  # no two ways take the same time
    right = np.add(right, [0.0731, 0.0113, 0.0577]).tolist()
    network = two_countries((left, right))
    travel = Travel(network, BorderScenario(DELAY, 7.0) if late else BorderScenario())
    edge = np.array([0, 0, 1, 2, 3, 4, 4, 5])
    country = np.where(edge < 3, "AA", "BB").astype(object)
    at = places_on(edge, [0.1, 0.8, 0.37, 0.93, 0.21, 0.05, 0.66, 0.5], access_min=2.0)
    at = replace(at, country=country)
    people = np.array(people, float)
    if not (people[:4].any() and people[4:].any()):
        with pytest.raises(BorderNeededError):
            crossing_importance(travel, at, people, decay)
        return
    for limit in (np.inf, 45.0):
        truth = brute(travel, at, people, limit)
        found = crossing_importance(travel, at, people, decay, limit).set_index("crossing_id")
        for name, values in truth.items():
            for column, value in values.items():
                assert found.loc[name, column] == pytest.approx(value, abs=1e-6), (name, column)
    assert found["share_of_trips"].sum() >= 1 - 1e-9


def test_of_two_equal_ways_the_first_counts():
    network = two_countries(([10.0], [10.0]))
    at = replace(places_on([0, 1], [0.5, 0.5]), country=np.array(["AA", "BB"], dtype=object))
    found = crossing_importance(Travel(network), at, np.ones(2), decay)
    assert found["crossing_id"].tolist() == ["X0", "X1"]
    assert found["share_of_trips"].tolist() == [1, 0]
    assert found["detour_if_closed_min"].tolist()[0] == pytest.approx(0, abs=1e-5)
    assert found["redundancy"].tolist()[0] == 1
    assert found["rank"].tolist() == [1, 2]


def test_the_only_crossing_cuts_everybody_off():
    network = without(two_countries(([10.0], [10.0])), 3)
    at = replace(places_on([0, 1], [0.5, 0.5]), country=np.array(["AA", "BB"], dtype=object))
    (found,) = crossing_importance(Travel(network), at, np.array([7.0, 5.0]), decay).to_dict(
        "records"
    )
    assert found["cut_off_population"] == 12
    assert found["cut_off_trips"] == found["share_of_trips"] == 1
    assert found["redundancy"] == 0
    assert np.isnan(found["detour_if_closed_min"])


def test_bands_hold_their_upper_limit_and_add_up():
    network = without(two_countries(([30.0, 40.0], [5.0, 5.0])), 5)  # X1 is shut
    network = without(network, 6)
    at = places_on([0, 0, 1, 2, -1], [0.0, 1.0, 0.5, 1.0, 0.0])
    at = replace(at, country=np.array(["AA", "AA", "AA", "BB", "AA"], dtype=object))
    for border in (BorderScenario(), BorderScenario(CLOSED)):
        zones = border_zones(Travel(network, border), at, np.arange(1.0, 6.0), [30, 60])
        assert zones.places["border_min"].tolist()[:4] == pytest.approx([0, 30, 50, 5])
        assert zones.places["band"].tolist() == ["0-30", "0-30", "30-60", "0-30", "not_used"]
        assert zones.places["crossing_id"].tolist() == ["X0"] * 4 + [None]
        assert zones.summary["population"].sum() == 15
        assert zones.summary["places"].sum() == 5
        assert zones.summary.groupby("country")["share"].sum().tolist() == pytest.approx([1, 1])


def test_without_an_open_crossing_there_are_no_zones():
    network = without(without(two_countries(([10.0], [10.0])), 2), 3)
    with pytest.raises(BorderNeededError):
        border_zones(Travel(network), places_on([0], [0.5]), np.ones(1), [30])


@pytest.mark.parametrize("most", [1, 7, 40])
def test_places_are_looked_at_in_blocks(monkeypatch, most):
    """However few pairs of places are held at a time, the numbers are the same."""
    travel = Travel(two_countries(([3.0, 9.0], [5.0, 4.0])))
    rng = np.random.default_rng(5)
    edge = rng.integers(0, 4, 12)
    at = places_on(edge.tolist(), rng.random(12).tolist(), "AA")
    at.country[:] = np.where(edge < 2, "AA", "BB")
    people = rng.integers(0, 99, 12) * 1.0
    whole = crossing_importance(travel, at, people, decay, 12.0)
    monkeypatch.setattr(crossings, "MOST_PAIRS", most)
    parts = crossing_importance(travel, at, people, decay, 12.0)
    assert parts["crossing_id"].tolist() == whole["crossing_id"].tolist()
    for name in ("trips", "share_of_trips", "detour_if_closed_min", "extra_time_share",
                 "cut_off_trips", "cut_off_population", "redundancy"):  # fmt: skip
        assert parts[name].to_numpy() == pytest.approx(whole[name].to_numpy(), nan_ok=True)
