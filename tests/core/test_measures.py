"""Measures of accessibility against published numbers, the package `access`, and identities."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.decay import DECAYS, Decay, defaults, parse_decay
from smart_planning_plugin.core.accessibility.equity import gini, palma, theil
from smart_planning_plugin.core.accessibility.fca import (
    COMPETITION,
    PAIR_MEASURES,
    Weighing,
    accessibility,
    ratios,
)
from smart_planning_plugin.core.accessibility.reach import Offer, Pairs
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services.inputs import ServiceType
from tests.core.small import steadily

INF = np.inf


def measured(measures, cost, supply, demand, decay="binary", limit=INF, home=None, willing=1.0,
             cut=None):  # fmt: skip
    """Measures from a (k, n) matrix of costs; `cut` divides the places into blocks."""
    cost, supply = np.asarray(cost, float), np.asarray(supply, float)
    home = np.ones(cost.shape, bool) if home is None else home
    row = np.arange(len(supply))
    offer = Offer(ServiceType("s", "s"), row, supply, np.array(["A"] * len(row), object), limit)
    weighing = Weighing(decay if isinstance(decay, Decay) else parse_decay(decay), willing)
    borders = [0, *(cut or []), cost.shape[1]]

    def rounds():
        for a, b in zip(borders, borders[1:]):
            yield [Pairs.within(cost[:, a:b], home[:, a:b], limit, a)]

    (found,) = accessibility(measures, [offer], rounds, [np.asarray(demand, float)], weighing)
    return found, offer


def total(measure, *args, **more):
    found, _ = measured([measure], *args, **more)
    return found.own[measure] + found.abroad[measure]


# ---------------------------------------------------------------- published numbers

P, S = [100, 50, 10], [15, 20, 100]


def hospital(i, u, x):
    """Cost from place (row) to service (column), turned to (service, place)."""
    return np.array([[1, x, i], [x, 1, i], [u, u, 1]], float).T


INVERSE = Decay("power", (1.0, 1.0))


@pytest.mark.parametrize(
    ("measure", "times", "expected"),
    [
        ("e2sfca", (40, 40, 80), [0.331444, 0.579828, 7.286418]),
        ("2sfca", (40, 40, 80), [0.761364, 0.958333, 1.094697]),
        ("3sfca", (40, 40, 80), [0.156332, 0.406293, 9.905212]),
        ("e2sfca", (20, 40, 80), [0.435340, 0.683724, 5.727977]),
    ],
)
def test_the_hospital_example(measure, times, expected):
    found = total(measure, hospital(*times), S, P, INVERSE, 61)
    assert found == pytest.approx(expected, abs=5e-6)


def test_spatial_availability_of_soukhov_2023():
    people, jobs = [50000, 150000, 10000], [100000, 100000, 10000]
    cost = [[15, 30, 100], [30, 15, 100], [100, 100, 15]]
    decay = Decay("exponential", (0.1,))
    found = total("spatial_availability", cost, jobs, people, decay)
    assert found == pytest.approx([66833.466, 133203.363, 9963.171], abs=1e-3)
    assert found.sum() == pytest.approx(210000)
    shared = total("e2sfca", cost, jobs, people, decay)
    assert shared == pytest.approx([1.336669, 0.888022, 0.996317], abs=1e-6)
    hansen = total("gravity", cost, jobs, people, decay)
    assert hansen == pytest.approx([27292.177, 27292.177, 2240.382], abs=1e-3)


def test_the_decays_of_ipeagit():
    assert Decay("logistic", (20, 2)).weights([0, 20], INF) == pytest.approx([1, 0.5], abs=1e-3)
    assert Decay("logistic", (30, 10)).weights([30], INF) == pytest.approx([0.502], abs=1e-3)


def test_steps_of_luo_and_qi():
    decay = parse_decay("stepped", "10:1, 20:0.68, 30:0.22")
    found = decay.weights([0, 10, 10.1, 20, 30, 30.1], 60)
    assert found.tolist() == [1, 1, 0.68, 0.68, 0.22, 0]
    assert total("e2sfca", hospital(40, 40, 80), S, P, decay, 61)[0] == pytest.approx(0.15)


# ---------------------------------------------------------------- the package `access`


def tables(cost, supply, demand):
    """As `access` wants them: a long table of costs from places to services, where reached."""
    k, n = cost.shape
    costs = pd.DataFrame(
        {
            "origin": np.tile(np.arange(n), k),
            "dest": np.repeat(np.arange(k), n),
            "cost": cost.ravel(),
        }
    )
    return (
        pd.DataFrame({"demand": demand}, index=range(n)),
        pd.DataFrame({"supply": supply}, index=range(k)),
        costs[np.isfinite(costs["cost"])],
    )


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("measure", ["2sfca", "e2sfca", "3sfca"])
def test_as_the_package_access(seed, measure):
    fca = pytest.importorskip("access.fca")
    rng = np.random.default_rng(seed)
    cost = rng.uniform(1, 60, (7, 25))  # asymmetric: other places than services
    cost[rng.random(cost.shape) < 0.2] = INF
    supply, demand = rng.integers(1, 50, 7) * 1.0, rng.integers(1, 500, 25) * 1.0
    limit = 40.0
    people, offered, costs = tables(np.where(cost <= limit, cost, INF), supply, demand)

    def weigh(values):
        return np.select([values <= 10, values <= 20, values <= limit], [1, 0.68, 0.22], 0)

    given_ = {
        "demand_df": people, "supply_df": offered, "cost_df": costs, "max_cost": limit,
        "demand_index": True, "demand_name": "demand", "supply_index": True,
        "supply_name": "supply", "cost_origin": "origin", "cost_dest": "dest", "cost_name": "cost",
    }  # fmt: skip
    if measure == "2sfca":
        theirs = fca.two_stage_fca(**given_)
    elif measure == "e2sfca":
        theirs = fca.two_stage_fca(**given_, weight_fn=weigh)
    else:
        theirs = fca.three_stage_fca(**given_, weight_fn=weigh)
    steps = parse_decay("stepped", "10:1, 20:0.68, 40:0.22")
    ours = total(measure, cost, supply, demand, steps, limit)
    assert ours == pytest.approx(theirs.reindex(range(25)).fillna(0).to_numpy(), abs=1e-9)


# ---------------------------------------------------------------- a brute-force twin, identities

WORLD = {
    "seed": st.integers(0, 10**6),
    "k": st.integers(1, 6),
    "n": st.integers(1, 9),
    "decay": st.sampled_from(DECAYS),
    "limit": st.sampled_from([5.0, 12.0, 30.0]),
    "willing": st.sampled_from([0.0, 0.3, 1.0]),
}


def world(seed, k, n):
    rng = np.random.default_rng(seed)
    cost = rng.integers(0, 40, (k, n)).astype(float)
    cost[rng.random((k, n)) < 0.25] = INF
    supply = rng.integers(0, 5, k).astype(float)
    demand = rng.integers(0, 4, n).astype(float)
    return cost, supply, demand, rng.random((k, n)) < 0.5


def twin(measure, w, supply, demand):
    """The formulas of the papers, pair by pair."""
    k, n = w.shape
    result = np.zeros(n)
    for i in range(n):
        for j in range(k):
            if w[j, i] == 0:
                continue
            if measure in ("cumulative", "gravity"):
                result[i] += supply[j] * w[j, i]
                continue
            if measure in ("3sfca", "bfca"):
                select = [w[j, h] / w[:, h].sum() if w[j, h] else 0.0 for h in range(n)]
            else:
                select = [1.0] * n
            if measure == "bfca":
                shared = sum(demand[h] * select[h] for h in range(n))
            else:
                shared = sum(demand[h] * select[h] * w[j, h] for h in range(n))
            rate = supply[j] / shared if shared else 0.0
            if measure == "bfca":
                result[i] += rate * w[j, i] / w[j].sum()
            elif measure == "3sfca":
                result[i] += rate * w[j, i] * select[i]
            elif measure == "spatial_availability":
                result[i] += rate * w[j, i] * demand[i]
            else:
                result[i] += rate * w[j, i]
    return result


@given(**WORLD)
@steadily(60)
def test_as_the_formulas_pair_by_pair(seed, k, n, decay, limit, willing):
    cost, supply, demand, home = world(seed, k, n)
    cut = [n // 2] if n > 1 else None
    found, _ = measured(PAIR_MEASURES, cost, supply, demand, decay, limit, home, willing, cut)
    for measure in PAIR_MEASURES:
        plain = measure in ("cumulative", "2sfca")
        w = Decay("binary" if plain else decay).weights(cost, limit)
        if measure != "cumulative":
            w = w * np.where(home, 1, willing)
        ours = found.own[measure] + found.abroad[measure]
        assert ours == pytest.approx(twin(measure, w, supply, demand), rel=1e-9, abs=1e-12), measure


@given(**WORLD)
@steadily(60)
def test_identities(seed, k, n, decay, limit, willing):
    cost, supply, demand, home = world(seed, k, n)
    found, offer = measured(PAIR_MEASURES, cost, supply, demand, decay, limit, home, willing)
    whole = {one: found.own[one] + found.abroad[one] for one in PAIR_MEASURES}
    for measure in ("2sfca", "e2sfca", "3sfca", "spatial_availability"):
        reached = supply[found.sums[measure].demand > 0].sum()
        if measure == "spatial_availability":  # sums to the reachable supply
            given_back = whole[measure].sum()
        else:  # weighted by demand, gives the reached supply back
            given_back = (demand * whole[measure]).sum()
        assert given_back == pytest.approx(reached, abs=1e-9)
    some = demand > 0
    per_head = whole["spatial_availability"][some] / demand[some]
    assert per_head == pytest.approx(whole["e2sfca"][some], abs=1e-9)
    balanced = found.sums["bfca"].demand > 0
    assert whole["bfca"].sum() == pytest.approx(
        ratios("bfca", offer, found.sums["bfca"])[balanced].sum(), abs=1e-9
    )
    binary = total("gravity", cost, supply, demand, "binary", limit)
    assert binary.tolist() == total("cumulative", cost, supply, demand, decay, limit).tolist()


@given(**WORLD)
@steadily(30)
def test_no_willingness_is_as_if_foreign_services_were_not_there(
    seed, k, n, decay, limit, willing
):  # fmt: skip
    cost, supply, demand, home = world(seed, k, n)
    measures = ("gravity", *COMPETITION)
    none, _ = measured(measures, cost, supply, demand, decay, limit, home, 0.0)
    dropped, _ = measured(measures, np.where(home, cost, INF), supply, demand, decay, limit, home)
    for one in measures:
        assert none.abroad[one].tolist() == [0] * n
        assert none.own[one] == pytest.approx(dropped.own[one], abs=1e-12)


@given(**WORLD)
@steadily(30)
def test_nearer_is_never_less_without_competition(seed, k, n, decay, limit, willing):
    cost, supply, demand, home = world(seed, k, n)
    later = cost + np.where(home, 0, 7)  # a delay at the border
    closed = np.where(home, cost, INF)
    for measure in ("cumulative", "gravity"):
        least, less, most = (
            total(measure, one, supply, demand, decay, limit) for one in (closed, later, cost)
        )
        assert (least <= less + 1e-12).all() and (less <= most + 1e-12).all()


@given(**WORLD, by=st.sampled_from([0.5, 3.0, 1000.0]))
@steadily(30)
def test_more_people_everywhere_leave_equity_as_it_is(seed, k, n, decay, limit, willing, by):
    """Rescaled populations divide what there is for each, and change no index."""
    cost, supply, demand, home = world(seed, k, n)
    group = np.arange(n) % 2
    for measure in COMPETITION:
        one, other = (
            total(measure, cost, supply, people, decay, limit, home, willing)
            for people in (demand, by * demand)
        )
        for index in (gini, palma, lambda v, p: theil(v, p, group)[1]):
            assert index(one, demand) == pytest.approx(
                index(other, by * demand), abs=1e-9, nan_ok=True
            )


def test_competition_may_rise_when_the_border_closes():
    cost = np.array([[5.0, 5.0]])  # one service at home; the second place lies abroad
    open_, closed = (
        total("2sfca", one, [10], [100, 300], limit=30)[0]
        for one in (cost, np.where([[True, False]], cost, INF))
    )
    assert closed == pytest.approx(0.1) and open_ == pytest.approx(0.025)


# ---------------------------------------------------------------- edge cases


def test_edge_cases():
    cost = np.array([[10.0, 10.0, INF], [INF, INF, 30.0], [INF, INF, INF], [30.0, 30.1, INF]])
    found, offer = measured(COMPETITION, cost, [4, 5, 6, 0], [0, 2, 0], limit=30)
    one = found.own["2sfca"]
    assert one.tolist() == [2, 2, 0]  # without demand: still a value per head
    assert found.sums["2sfca"].demand.tolist() == [2, 0, 0, 0]  # the threshold is inclusive
    assert ratios("2sfca", offer, found.sums["2sfca"]).tolist() == [2, 0, 0, 0]
    assert found.own["spatial_availability"].tolist() == [0, 4, 0]
    assert all(np.isfinite(values).all() for values in found.own.values())


@pytest.mark.parametrize("name", DECAYS)
def test_decays_fall_from_one_and_end_at_the_threshold(name):
    weights = Decay(name).weights(np.append(np.linspace(0, 30, 50), [30.001, INF]), 30)
    assert weights[0] == pytest.approx(1) and (np.diff(weights) <= 1e-12).all()
    assert weights[-2:].tolist() == [0, 0] and (weights >= 0).all()


def test_parameters_by_the_threshold():
    for name in ("exponential", "gaussian"):
        at_threshold = Decay(name, defaults(name, 40)).weights([40], 40)
        assert at_threshold == pytest.approx([0.01])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("exponential", "much"), ("exponential", "0"), ("exponential", "-1"),
        ("exponential", "0.1, 2"), ("exponential", "inf"), ("binary", "3"), ("linear", "1"),
        ("logistic", "20"), ("power", "1,2,3"), ("gaussian", "nan"), ("stepped", "10, 20, 30"),
        ("stepped", "20:1, 10:0.5"), ("stepped", "10:1, 10:0.5"),
        ("stepped", "0:1"), ("stepped", "10:0.5, 20:0.7"), ("stepped", "10:2"),
    ],
)  # fmt: skip
def test_parameters_out_of_range_are_refused(name, text):
    with pytest.raises(InvalidValueError, match="DECAY_PARAMETER"):
        parse_decay(name, text)
