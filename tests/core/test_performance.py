"""Transport performance against the definition, pair by pair, and the earth against geodesics."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.performance import (
    People,
    by_zone,
    distance_to_frame,
    earth_xyz,
    hull_of,
    straight_km,
    transport_performance,
)
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.services.inputs import Places
from tests.core.small import network_of


def test_straight_lines_are_geodesics():
    pyproj = pytest.importorskip("pyproj")
    rng = np.random.default_rng(1)
    a = np.column_stack([rng.uniform(19, 29, 200), rng.uniform(53, 60, 200)])
    b = a + rng.uniform(-2, 2, a.shape) * [1, 0.6]
    _, _, metres = pyproj.Geod(ellps="GRS80").inv(*a.T, *b.T)
    ours = np.diag(straight_km(earth_xyz(a), earth_xyz(b)))
    assert np.abs(ours - metres / 1000).max() < 0.001  # a metre in up to 180 km
    assert straight_km(earth_xyz(a[:3]), earth_xyz(a[:3])).diagonal().tolist() == [0, 0, 0]


def flat_xyz(xy):
    """Places in a plane that is small enough to be taken for the earth."""
    return earth_xyz(np.asarray(xy) / [111_320 * np.cos(np.radians(56)), 111_300] + [22, 56])


def study(state="open", delay=None, seed=4):
    """Nine towns on a line across a border, people at and beside them."""
    nodes = [[10_000.0 * at, 0.0] for at in range(10)]
    edges = [
        {"a": at, "b": at + 1, "there": 9, "km": 11, "country": "AA" if at < 5 else "BB"}
        for at in range(9)
        if at != 4
    ]
    edges.append({"a": 4, "b": 5, "there": 4, "kind": "crossing", "crossing_id": "x"})
    travel = Travel(network_of(nodes, edges), BorderScenario(state, delay), direction="to")
    rng = np.random.default_rng(seed)
    xy = np.column_stack([rng.uniform(0, 90_000, 40), rng.uniform(-1500, 1500, 40)])
    xy[7, 1] = 9000.0  # too far from a road: near, and not reached
    xy[8] = np.nan
    country = np.where(xy[:, 0] < 45_000, "AA", "BB").astype(object)
    people = Places(np.arange(40).astype(object), xy, country, rng.integers(0, 99, 40) * 1.0,
                    pd.DataFrame())  # fmt: skip
    return travel, people


def measured(travel, people, threshold=30.0, radius=25.0):
    at = travel.targets(people)
    xyz = flat_xyz(people.xy)
    who = People(travel.sources(people), xyz, people.people())
    return at, transport_performance(travel, at, xyz, who, threshold, radius), who


def test_as_the_definition_pair_by_pair():
    travel, people = study()
    at, table, who = measured(travel, people)
    cost = travel.matrix(who.at, at)
    gap = straight_km(who.xyz, who.xyz)
    for i in np.flatnonzero(at.ok):
        near = {"own": 0.0, "abroad": 0.0}
        reached, both = dict(near), dict(near)
        ratio = weight = 0.0
        for j in range(40):
            if not np.isfinite(people.xy[j]).all():
                continue
            side = "own" if who.at.country[j] == at.country[i] else "abroad"
            if gap[j, i] <= 25:
                near[side] += who.count[j]
                if i != j and np.isfinite(cost[j, i]):
                    ratio += who.count[j] * cost[j, i] / (gap[j, i] / 130 * 60)
                    weight += who.count[j]
            if cost[j, i] <= 30 or i == j:
                reached[side] += who.count[j]
                both[side] += who.count[j] * (gap[j, i] <= 25)
        row = table.loc[i]
        for side in near:
            assert row[f"proximity_{side}"] == pytest.approx(near[side])
            assert row[f"accessible_{side}"] == pytest.approx(reached[side])
        whole = sum(near.values())
        assert row["tp"] == pytest.approx(100 * sum(reached.values()) / whole)
        if near["abroad"]:
            points = 100 * (both["own"] / near["own"] - both["abroad"] / near["abroad"])
            assert row["border_gap"] == pytest.approx(points)
        else:
            assert np.isnan(row["border_gap"])
        assert row["efficiency"] == pytest.approx(ratio / weight)
        assert row["efficiency"] > 1
    assert table.loc[8].isna().all()


def test_more_border_is_never_more_people():
    found = [
        measured(*study(*one))[1]
        for one in (("open",), ("delay", 0.0), ("delay", 6.0), ("delay", 12.0), ("closed",))
    ]
    assert found[0].equals(found[1])  # no delay is open
    for more, less in zip(found, found[1:]):
        assert (less["accessible"].fillna(0) <= more["accessible"].fillna(0)).all()
        assert less["proximity"].equals(more["proximity"])
    longest = measured(*study("delay", 31.0))[1]
    assert longest["accessible"].equals(found[-1]["accessible"])
    assert (found[-1]["accessible_abroad"].dropna() == 0).all()
    assert found[0]["accessible_abroad"].sum() > 0


def test_performance_above_a_hundred_is_flagged_and_not_cut():
    _, table, _ = measured(*study(), threshold=60.0, radius=5.0)
    assert (table["tp"] > 100).any()
    assert ((table["over_100"] == 1) == (table["tp"] > 100)).all()


def test_the_frame():
    square = np.array([[0.0, 0], [10_000, 0], [10_000, 10_000], [0, 10_000]])
    corners = hull_of(np.vstack([square, [[5000, 5000]], [[np.nan, 0]]]))
    assert len(corners) == 4
    xy = np.array([[5000.0, 5000], [1000, 5000], [12_000, 5000], [np.nan, 0]])
    found = distance_to_frame(xy, corners, np.roll(corners, -1, axis=0))
    assert found == pytest.approx([5, 1, -2, np.nan], nan_ok=True)
    assert len(hull_of(square[:2])) == 0
    assert np.isneginf(distance_to_frame(xy[:1], np.empty((0, 2)), np.empty((0, 2)))).all()


def test_a_mean_of_ratios_is_not_a_ratio_of_means():
    table = pd.DataFrame(
        {
            "tp": [50.0, 100, np.nan], "tp_own": [50.0, 100, np.nan], "tp_abroad": np.nan,
            "border_gap": np.nan, "efficiency": 1.5, "accessible": [50.0, 900, np.nan],
            "proximity": [100.0, 900, np.nan], "frame_complete": [1, 0, 1],
        }
    )  # fmt: skip
    found = by_zone(table, np.array(["z", "z", "z"], object), np.array([3.0, 1, 7])).iloc[0]
    assert found["people"] == 4 and found["tp"] == pytest.approx((3 * 50 + 100) / 4)
    assert found["tp_of_means"] == pytest.approx(100 * (3 * 50 + 900) / (3 * 100 + 900))
    assert found["frame_complete"] == 0 and np.isnan(found["tp_abroad"])
