"""Interaction models against published numbers, statsmodels, and identities."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.zones import interaction
from smart_planning_plugin.core.zones.calibration import (
    common_part,
    fit_doubly_constrained,
    fit_gravity,
    observed_matrix,
    poisson_regression,
)
from smart_planning_plugin.core.zones.flows import checked
from smart_planning_plugin.core.zones.interaction import Deterrence


def random_places(seed, count=8):
    rng = np.random.default_rng(seed)
    xy = rng.uniform(0, 60, (count, 2))
    cost = np.linalg.norm(xy[:, None] - xy[None], axis=2)
    return rng.uniform(50, 5000, count).round(), cost


# ---------------------------------------------------------------- published numbers


def test_ipf_of_the_textbook():
    seed = np.array([[40, 30, 20, 10], [35, 50, 100, 75], [30, 80, 70, 120], [20, 30, 40, 50.0]])
    rows, columns = np.array([150, 300, 400, 150.0]), np.array([200, 300, 400, 100.0])
    found = interaction.doubly_constrained(seed, rows, columns)
    np.testing.assert_allclose(found.flow[0], [64.558510, 46.232460, 35.384298, 3.824732],
                               atol=5e-7)  # fmt: skip
    np.testing.assert_allclose(found.flow.sum(axis=1), rows, rtol=1e-8)
    np.testing.assert_allclose(found.flow.sum(axis=0), columns, rtol=1e-8)
    assert found.error < 1e-9


def test_radiation_of_the_paper():
    mass = np.array([100, 50, 80.0])
    cost = np.array([[0, 10, 20], [10, 0, 15], [20, 15, 0.0]])
    found = interaction.radiation(mass, cost, finite=False)
    wanted = [[0, 33.333333, 23.188406], [33.333333, 0, 5.797101], [21.404682, 30.769231, 0]]
    np.testing.assert_allclose(found, wanted, atol=5e-7)


# ---------------------------------------------------------------- identities


@given(st.integers(0, 10_000))
@settings(max_examples=25, deadline=None)
def test_rows_of_radiation(seed):
    mass, cost = random_places(seed)
    plain = interaction.radiation(mass, cost, finite=False).sum(axis=1)
    np.testing.assert_allclose(plain, mass * (1 - mass / mass.sum()), rtol=1e-9)
    np.testing.assert_allclose(interaction.radiation(mass, cost).sum(axis=1), mass, rtol=1e-9)
    np.testing.assert_allclose(interaction.radiation(mass, cost), radiation_twin(mass, cost))


def radiation_twin(mass, cost):
    """Pair by pair, as the formula is written."""
    count, whole = len(mass), mass.sum()
    flow = np.zeros((count, count))
    for i in range(count):
        for j in range(count):
            if i != j:
                s = sum(
                    mass[k] for k in range(count) if k not in (i, j) and cost[i, k] < cost[i, j]
                )
                flow[i, j] = mass[i] * mass[i] * mass[j]
                flow[i, j] /= (mass[i] + s) * (mass[i] + mass[j] + s) * (1 - mass[i] / whole)
    return flow


def test_radiation_of_chances_that_count_less_abroad():
    mass, cost = random_places(3)
    half = np.ones_like(cost)
    half[:4, 4:] = half[4:, :4] = 0.5
    found = interaction.radiation(mass, cost, willingness=half)
    np.testing.assert_allclose(found.sum(axis=1), mass, rtol=1e-9)
    assert found[:4, 4:].sum() < interaction.radiation(mass, cost)[:4, 4:].sum()


@given(st.integers(0, 10_000), st.sampled_from(interaction.DECAYS))
@settings(max_examples=25, deadline=None)
def test_huff_shares_out_everybody(seed, decay):
    mass, cost = random_places(seed)
    weight = Deterrence(decay, 1.5 if decay == "power" else 0.1)(cost)
    np.testing.assert_allclose(interaction.huff(mass, mass, weight).sum(axis=1), mass, rtol=1e-9)
    weight[2] = 0
    assert (interaction.huff(mass, mass, weight)[2] == 0).all()


def test_gravity_without_willingness_does_not_cross():
    mass, cost = random_places(1)
    weight = Deterrence()(cost)
    weight[:4, 4:] = 0
    found = interaction.gravity(mass, mass, weight)
    assert (found[:4, 4:] == 0).all()
    assert found.sum() == pytest.approx(mass.sum())


def test_totals_that_differ_are_refused():
    with pytest.raises(InvalidValueError, match="differ in sum"):
        interaction.doubly_constrained(np.ones((2, 2)), np.ones(2), np.array([1.0, 2.0]))


def test_totals_that_cannot_be_met_say_by_how_much():
    found = interaction.doubly_constrained(np.eye(2), np.array([1.0, 2.0]), np.array([2.0, 1.0]))
    assert found.error > 0.1


@pytest.mark.parametrize("decay", ["power", "exponential"])
@pytest.mark.parametrize("parameter", [2.0, 0.0, -0.5])
def test_no_way_has_no_weight_however_costs_count(decay, parameter):
    for least in (5.0, 0.0):
        found = Deterrence(decay, parameter, least)(np.array([10.0, np.inf]))
        assert found[0] > 0 == found[1]


def test_unreached_pairs_have_no_flow():
    assert (Deterrence()(np.array([np.inf])) == 0).all()
    assert (Deterrence("exponential", 0.1)(np.array([np.inf])) == 0).all()
    with pytest.raises(InvalidValueError, match="MIN_COST"):
        Deterrence(least_cost=0.0)(np.array([0.0]))


# ---------------------------------------------------------------- calibration


def test_poisson_regression_against_statsmodels():
    api = pytest.importorskip("statsmodels.api")
    rng = np.random.default_rng(5)
    x = np.column_stack([np.ones(300), rng.normal(size=(300, 3))])
    y = rng.poisson(np.exp(x @ [1.0, 0.5, -1.2, 0.3])).astype(float)
    found = poisson_regression(x, y)
    theirs = api.GLM(y, x, family=api.families.Poisson()).fit(tol=1e-12)
    np.testing.assert_allclose(found.coefficients, theirs.params, rtol=1e-7)
    np.testing.assert_allclose(found.errors, theirs.bse, rtol=1e-6)
    assert found.deviance == pytest.approx(theirs.deviance, rel=1e-8)
    assert found.null_deviance == pytest.approx(theirs.null_deviance, rel=1e-8)


def test_gravity_is_found_again():
    mass, cost = random_places(11, 20)
    across = np.zeros((20, 20), dtype=bool)
    across[:10, 10:] = across[10:, :10] = True
    true = 0.002 * mass[:, None] ** 0.8 * mass[None, :] ** 1.1 * np.maximum(cost, 5) ** -1.7
    true = true * np.where(across, 0.3, 1)
    found = fit_gravity(true, mass, mass, cost, across, Deterrence())
    assert (found.origin, found.destination) == pytest.approx((0.8, 1.1), abs=1e-6)
    assert found.deterrence.parameter == pytest.approx(1.7, abs=1e-6)
    assert found.border == pytest.approx(0.3, abs=1e-6)
    np.testing.assert_allclose(found.flows(mass, mass, cost, across, 1.0), true, rtol=1e-5)
    assert found.regression.explained == pytest.approx(1, abs=1e-6)


def test_without_flows_across_the_border_nothing_is_said_of_it():
    mass, cost = random_places(11, 20)
    across = np.zeros((20, 20), dtype=bool)
    across[:10, 10:] = across[10:, :10] = True
    observed = np.where(across, np.nan, 10 * mass[:, None] * np.maximum(cost, 5) ** -2.0)
    found = fit_gravity(observed, mass, mass, cost, across, Deterrence())
    assert found.border is None
    full, none = (found.flows(mass, mass, cost, across, one) for one in (1.0, 0.0))
    assert full[across].sum() > 0 == none[across].sum()


def test_doubly_constrained_deterrence_against_statsmodels():
    """With totals kept, the estimate is that of a Poisson regression with dummies."""
    api = pytest.importorskip("statsmodels.api")
    mass, cost = random_places(4, 12)
    rng = np.random.default_rng(4)
    observed = rng.poisson(0.01 * mass[:, None] * mass[None, :] * np.maximum(cost, 5) ** -1.4) * 1.0
    np.fill_diagonal(observed, np.nan)
    found = fit_doubly_constrained(observed, cost, Deterrence())
    row, column = np.nonzero(np.isfinite(observed))
    x = np.column_stack(
        [np.eye(12)[row], np.eye(12)[column][:, 1:], -np.log(np.maximum(cost[row, column], 5))]
    )
    theirs = api.GLM(observed[row, column], x, family=api.families.Poisson()).fit(tol=1e-12)
    assert found.parameter == pytest.approx(theirs.params[-1], rel=1e-5)


def test_too_little_is_refused():
    mass, cost = np.array([10.0, 10, 10]), np.ones((3, 3)) * 10
    with pytest.raises(InvalidValueError, match="do not tell"):
        fit_gravity(np.ones((3, 3)), mass, mass, cost, np.zeros((3, 3), bool), Deterrence())


def test_what_was_observed():
    table = pd.DataFrame(
        {"from_id": ["a", "b", "c"], "to_id": ["b", "a", "c"], "flow": [5, 2, 9], "kind": None}
    )
    ids, country = (
        np.array(["a", "b", "c", "d"], object),
        np.array(["LV", "LV", "LT", "LT"], object),
    )
    found = observed_matrix(checked(table, ids), ids, country)
    assert found[0, 1] == 5 and found[1, 0] == 2 and found[2, 2] == 9
    assert found[0, 0] == 0  # within one country, and both were asked
    assert np.isnan(found[0, 2])  # no flow across the border: nothing is known
    assert np.isnan(found[3]).all()


def test_common_part():
    one = np.array([[1.0, 3], [np.nan, 2]])
    assert common_part(one, one) == 1
    assert common_part(one, np.array([[3.0, 1], [5, 2]])) == pytest.approx(2 * 4 / 12)


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"flow": [-1.0]}, "negative"),
        ({"flow": ["many"]}, "not numbers"),
        ({"to_id": ["x"]}, "not there"),
        ({"kind": ["guessed"]}, "kind is"),
    ],
)
def test_bad_tables_are_refused(change, problem):
    table = pd.DataFrame({"from_id": ["a"], "to_id": ["b"], "flow": [1.0], "kind": ["observed"]})
    with pytest.raises(InvalidValueError, match=problem):
        checked(table.assign(**change), ["a", "b"])
