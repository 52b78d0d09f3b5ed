"""A closed border is another thing than services abroad that do not count."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.decay import Decay
from smart_planning_plugin.core.accessibility.fca import Weighing
from smart_planning_plugin.core.accessibility.measures import Question
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.effect import (
    bands_of,
    border_effect,
    distance_to_border,
    summary,
)
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.network.snapping import SnapOptions
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from tests.core.small import network_of, steadily, west_and_east

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


def test_no_willingness_is_not_a_closed_border_where_the_way_leads_through_the_neighbour():
    """Within ten minutes: the service at home is 4 min away through the neighbour, else 30."""
    unwilling = Question(("gravity", "2sfca"), 10.0, Weighing(willingness=0.0))
    found, _, _ = effect(["open", "closed"], unwilling)
    one = found.values.iloc[0]
    assert one["gravity_s_open"] == 1 and one["gravity_s_closed"] == 0
    assert one["2sfca_s_open"] == pytest.approx(1 / 100) and one["2sfca_s_closed"] == 0
    willing, _, _ = effect(["open", "closed"], Question(("gravity",), 10.0))
    assert willing.values.iloc[0]["gravity_s_open"] == 2  # abroad, and at home through it


@given(seed=st.integers(0, 10**6))
@steadily(40)
def test_closed_is_never_better_than_delayed_nor_delayed_than_open_without_competition(seed):
    """On random roads of two countries; measures with competition need not follow."""
    rng = np.random.default_rng(seed)
    count = 14
    xy = np.column_stack([rng.uniform(0, 30_000, count), rng.uniform(0, 30_000, count)])
    country = np.where(xy[:, 0] < 15_000, AA, BB)
    pairs = {tuple(sorted(rng.choice(count, 2, replace=False).tolist())) for _ in range(30)}
    edges = []
    for a, b in sorted(pairs):
        one = {"a": a, "b": b, "there": float(rng.integers(1, 30))}
        across = country[a] != country[b]
        crossing = {"kind": "crossing", "crossing_id": f"{a}-{b}"}
        edges.append({**one, **(crossing if across else {"country": country[a]})})
    if {one.get("country") for one in edges} < {AA, BB}:
        return
    travel = Travel(network_of(xy.tolist(), edges), snapping=SnapOptions(distance_m=1.0))
    ids = np.arange(count).astype(object)
    code = country.astype(object)
    places = Places(ids, xy, code, rng.integers(1, 99, count) * 1.0, pd.DataFrame())
    offers = rng.choice(count, 4, replace=False)
    services = Services(
        ids[offers], xy[offers], np.full(4, "s", object), code[offers], np.array([1.0, 2, 0, 4])
    )
    at = travel.targets(places)
    if not at.ok.any() or not travel.sources(services).ok.any():
        return
    question = Question(("nearest", "cumulative", "gravity"), 40.0, Weighing(Decay("linear")))
    borders = [BorderScenario("open"), BorderScenario("delay", 6.0), BorderScenario("closed")]
    kinds = [ServiceType("s", "S", extra_min_abroad=3.0)]
    found = border_effect(travel, at, places, services, kinds, question, borders).values
    for measure in ("nearest", "cumulative", "gravity"):
        states = [found[f"{measure}_s_{one.state}"].to_numpy(float) for one in borders]
        if measure == "nearest":  # far is worse, and none at all is the worst
            states = [-np.nan_to_num(one, nan=np.inf) for one in states]
        best, middle, worst = (one[at.ok] for one in states)
        assert (worst <= middle + 1e-9).all() and (middle <= best + 1e-9).all()
        assert (found[f"loss_abs_{measure}_s"].dropna() >= -1e-9).all()
    cut = found["cut_off_s"][at.ok]
    assert (
        cut == (found["nearest_s_open"].notna() & found["nearest_s_closed"].isna())[at.ok]
    ).all()
