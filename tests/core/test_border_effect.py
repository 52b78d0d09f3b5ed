"""A closed border is another thing than services abroad that do not count."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.measures import Question
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.effect import (
    bands_of,
    border_effect,
    distance_to_border,
    summary,
)
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from tests.core.small import network_of, west_and_east

AA, BB = "AA", "BB"


def objects(*values):
    return np.array(values, dtype=object)


def through_the_neighbour():
    """A short way from a place to a service of its own country leads through the other one."""
    nodes = [[0, 0], [1000, 0], [2000, 0], [3000, 0], [1500, 9000]]
    edges = [
        {"a": 0, "b": 1, "there": 2, "country": AA},
        {"a": 1, "b": 2, "there": 0, "kind": "crossing", "crossing_id": "x"},
        {"a": 2, "b": 3, "there": 2, "country": BB},
        {"a": 3, "b": 4, "there": 0, "kind": "crossing", "crossing_id": "y"},
        {"a": 4, "b": 0, "there": 30, "country": AA},
    ]
    return network_of(nodes, edges)


def effect(states, question=None, capacity=(1.0, 1.0)):
    travel = Travel(through_the_neighbour())
    places = Places(
        objects("p"), np.array([[0.0, 0.0]]), objects(AA), np.array([100.0]), pd.DataFrame()
    )
    services = Services(
        objects("own", "abroad"), np.array([[1500.0, 9000.0], [2500.0, 0.0]]),
        objects("s", "s"), objects(AA, BB), np.array(capacity),
    )  # fmt: skip
    at = travel.targets(places)
    borders = [BorderScenario(one, 5.0) for one in states]
    question = question or Question(("nearest", "gravity"), 60.0)
    kinds = [ServiceType("s", "S")]
    return border_effect(travel, at, places, services, kinds, question, borders), at, places


def test_services_abroad_that_do_not_count_are_not_a_closed_border():
    found, at, places = effect(["open", "delay", "closed"])
    one = found.values.iloc[0]
    assert one["nearest_s_open"] == pytest.approx(3)
    assert one["nearest_own_s"] == pytest.approx(4)  # through the neighbour
    assert one["nearest_s_delay"] == pytest.approx(8)
    assert one["nearest_s_closed"] == pytest.approx(30)
    assert one["gain_min_s"] == pytest.approx(1)
    assert one["loss_abs_nearest_s"] == pytest.approx(27)
    assert one["loss_pct_nearest_s"] == pytest.approx(900)
    # willingness 0 drops the service abroad, and keeps the short way to the one at home
    none = found.willing[0.2]["gravity", "s"]
    assert none[0].tolist() == pytest.approx([1.2]) and none[1].tolist() == pytest.approx([1.0])
    table = summary(found, at, places, bands_of(np.array([3.0]), [10.0]))
    whole = table[table["measure"] == "nearest"].iloc[0]
    assert whole["people_worse"] == 100 and whole["people_gain_5"] == 0


def test_who_is_cut_off():
    found, at, places = effect(["open", "closed"], capacity=(0.0, 1.0))
    one = found.values.iloc[0]
    assert one["cut_off_s"] == 1 and one["newly_served_s"] == 1
    assert np.isnan(one["gain_min_s"]) and np.isnan(one["loss_abs_nearest_s"])
    table = summary(found, at, places, bands_of(np.array([3.0]), [10.0]))
    whole = table[table["measure"] == "nearest"].iloc[0]
    assert whole["people_cut_off"] == whole["people_newly_served"] == whole["people_worse"] == 100


def test_distance_from_the_border():
    xy = np.array([[-12_000.0, 0], [3000.0, 0], [np.nan, np.nan]])
    country = objects(AA, BB, AA)
    none = np.empty((0, 2))
    found = distance_to_border(xy, country, west_and_east(), none)
    assert found == pytest.approx([12, 3, np.nan], nan_ok=True)
    crossing = np.array([[0.0, 4000.0]])
    found = distance_to_border(xy, country, None, crossing)
    assert found == pytest.approx([np.hypot(12, 4), 5, np.nan], nan_ok=True)
    assert bands_of(np.array([0, 10, 10.1, 99, np.nan]), [10.0, 25.0]).tolist() == [
        "0-10", "0-10", "10-25", "25+", None,
    ]  # fmt: skip
