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
from tests.core.small import network_of, objects, places_on


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


class Known:
    """Travel whose minutes are known, told of in blocks of two."""

    def __init__(self, cost):
        self.cost = np.array(cost, float)

    def blocks(self, sources, targets, progress):
        rows = sources.fraction.astype(int)  # those who are asked for know their row
        for begin in range(0, len(rows), 2):
            part = np.arange(begin, min(begin + 2, len(rows)))
            yield part, self.cost[rows[part]]


def test_the_whole_table_by_hand():
    """Three places in a line, 30 and 60 km apart, and one on no road; five groups of people."""
    km = np.array([0.0, 30, 90, 0])
    xyz = np.column_stack([km * 1000, np.zeros((4, 2))])
    at = places_on([0, 0, 0, -1], [0.0] * 4)
    at.country[:] = ["AA", "AA", "BB", "AA"]
    who = places_on([0] * 5, np.arange(5.0))
    who.country[:] = ["AA", "AA", "BB", "BB", "AA"]
    where = np.array([0.0, 30, 90, np.nan, 0])
    people = People(
        who, np.column_stack([where * 1000, np.zeros((5, 2))]), np.array([10.0, 20, 40, 80, 0])
    )
    inf = np.inf
    cost = [[inf, 30, 75, inf], [40, 5, 60, inf], [75, 60, 0, inf], [1] * 4, [1] * 4]
    table = transport_performance(Known(cost), at, xyz, people, 60.0, 61.0, 120.0)
    # the last group is nobody, and the one before lives nowhere; 60 minutes are within 60
    nan = np.nan
    expected = {
        "accessible": [30, 70, 60, nan], "accessible_own": [30, 30, 40, nan],
        "accessible_abroad": [0, 40, 20, nan],
        "proximity": [30, 70, 60, nan], "proximity_own": [30, 30, 40, nan],
        "proximity_abroad": [0, 40, 20, nan],
        "tp": [100, 100, 100, nan], "tp_own": [100, 100, 100, nan],
        "tp_abroad": [nan, 100, 100, nan], "border_gap": [nan, 0, 0, nan],
        # 30 km are 15 minutes at 120 km/h, 60 km 30: 40 over 15; 30 over 15, 60 over 30; 60 over 30
        "efficiency": [40 / 15, (10 * 2 + 40 * 2) / 50, 2, nan],
        "over_100": [0, 0, 0, nan],
    }  # fmt: skip
    pd.testing.assert_frame_equal(table, pd.DataFrame(expected), check_dtype=False, rtol=1e-5)
    short = transport_performance(Known(cost), at, xyz, people, 39.9, 29.0, 120.0)
    # nobody is nearby but those at the place itself; of others 30 minutes are near enough, 40 not
    assert short["proximity"].tolist()[:3] == [10, 20, 40]
    assert short["accessible"].tolist()[:3] == [10, 30, 40]
    assert short["tp"].tolist()[:3] == [100, 150, 100] and short["over_100"].tolist()[:3] == [
        0,
        1,
        0,
    ]
    assert short["efficiency"].isna().all()


def test_limits_of_the_performance_by_default():
    """Within 90 minutes and 120 km, against 130 km/h."""
    xyz = np.array([[0.0, 0, 0]])
    at = places_on([0], [0.0], "AA")
    for metres, minutes, near, reached in (
        (119_990, 90.0, 1, 1), (120_000, 90.01, 0, 0), (119_990, 90.01, 1, 0),
        (120_000, 90.0, 0, 1),
    ):  # fmt: skip
        people = People(at, np.array([[metres, 0.0, 0.0]]), np.ones(1))
        table = transport_performance(Known([[minutes]]), at, xyz, people)
        assert table[["proximity", "accessible"]].iloc[0].tolist() == [near, reached]
        if near:
            ideal = straight_km(xyz, people.xyz)[0, 0] / 130 * 60
            assert table["efficiency"][0] == pytest.approx(minutes / ideal)


def test_one_in_two_hundred_from_beyond_the_radius_is_above_a_hundred():
    at = places_on([0], [0.0], "AA")
    who = places_on([0, 0], [0.0, 1.0], "AA")
    people = People(who, np.array([[0, 0, 0], [2e5, 0, 0.0]]), np.array([200.0, 1]))
    table = transport_performance(Known([[0.0], [80.0]]), at, np.zeros((1, 3)), people)
    assert table[["tp", "over_100"]].iloc[0].tolist() == [pytest.approx(100.5), 1]


def test_the_earth_by_hand():
    a, b = 6_378_137.0, 6_356_752.31414  # GRS 80
    found = earth_xyz([[0, 0], [90, 0], [180, 0], [0, 90], [20, -90]])
    expected = [[a, 0, 0], [0, a, 0], [-a, 0, 0], [0, 0, b], [0, 0, -b]]
    np.testing.assert_allclose(found, expected, atol=1e-4)
    # a degree of the meridian at 45 degrees is 111.13 km
    (gap,) = straight_km(earth_xyz([[7, 44.5]]), earth_xyz([[7, 45.5]]))[0]
    assert gap == pytest.approx(111.132, abs=2e-3)
    half_round = straight_km(np.array([[6_371_008.8, 0, 0]]), np.array([[-6_371_008.8, 0, 0]]))
    assert half_round[0, 0] == pytest.approx(np.pi * 6371.0088, rel=1e-9)
    for metres, km in ((0.9, 0), (1.1, 0.0011)):  # a place and itself
        assert straight_km(np.zeros((1, 3)), np.array([[metres, 0, 0]]))[0, 0] == pytest.approx(km)


def test_zones_by_hand():
    nan = np.nan
    table = pd.DataFrame(
        {
            "tp": [50, 100, nan, 80, 10, 20], "tp_own": [60, 90, nan, 70, 10, 20],
            "tp_abroad": [nan, 40, nan, nan, 10, 20], "border_gap": [nan, 50, nan, nan, 0, 0],
            "efficiency": [1.5, 2, nan, nan, 1, 1], "accessible": [50, 900, nan, 8, 1, 2],
            "proximity": [100, 900, nan, 10, 10, 10], "frame_complete": [1, 1, 0, 0, 1, 1],
        }
    )  # fmt: skip
    zone = objects(["z", "z", "z", "a", "", "n"])
    found = by_zone(table, zone, np.array([3.0, 1, 7, 2, 5, 0]))
    expected = pd.DataFrame(
        {
            "zone": ["a", "n", "z"], "people": [2.0, 0, 4],
            "tp": [80, nan, (150 + 100) / 4], "tp_own": [70, nan, (180 + 90) / 4],
            "tp_abroad": [nan, nan, 40], "border_gap": [nan, nan, 50],
            "efficiency": [nan, nan, (4.5 + 2) / 4],
            "tp_of_means": [80, nan, 100 * (150 + 900) / (300 + 900)],
            "frame_complete": [0, 0, 1],
        }
    )  # fmt: skip
    pd.testing.assert_frame_equal(found, expected)


def test_places_just_outside_and_on_the_frame():
    corners = np.array([[0.0, 0], [4000, 0], [4000, 3000], [0, 3000]])
    xy = np.array([[1000.0, 500], [3000, 1500], [-500, 1500], [np.nan, 1], [4300, 3400]])
    found = distance_to_frame(xy, corners, np.roll(corners, -1, axis=0))
    assert found == pytest.approx([0.5, 1, -0.5, np.nan, -0.5], nan_ok=True)
    nowhere = distance_to_frame(xy, np.empty((0, 2)), np.empty((0, 2)))
    assert np.isneginf(nowhere).tolist() == [True, True, True, False, True] and np.isnan(nowhere[3])
    hull = hull_of(np.vstack([corners, [[2000, 1500], [np.nan, 7], [2000, 0]]]))
    assert sorted(hull.tolist()) == sorted(corners.tolist())
    assert hull_of(corners[:1]).shape == hull_of(corners[[0, 1, 0]]).shape == (0, 2)
