"""Models of interaction fitted to observed flows, by hand and by what must hold."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    InvalidValueError,
)
from smart_planning_plugin.core.zones import interaction
from smart_planning_plugin.core.zones.between import (
    flows_between,
)
from smart_planning_plugin.core.zones.calibration import (
    GravityFit,
    Regression,
    common_part,
    fit_doubly_constrained,
    fit_gravity,
    observed_matrix,
    poisson_regression,
)
from smart_planning_plugin.core.zones.interaction import Deterrence
from tests.core.small import objects, steadily

NAN, INF = np.nan, np.inf


@given(st.integers(0, 100_000))
@steadily(60)
def test_a_regression_leaves_nothing_of_its_columns_unexplained(seed):
    """At the maximum of the likelihood what is left over adds up to nought in every column."""
    rng = np.random.default_rng(seed)
    x = np.column_stack([np.ones(25), rng.normal(size=(25, 2)) * rng.uniform(0.1, 4)])
    y = np.round(np.exp(x @ rng.normal(size=3) * rng.uniform(0.1, 2)) * rng.uniform(0, 3, 25))
    if not y.sum():
        return
    found = poisson_regression(x, y)
    mean = np.exp(x @ found.coefficients)
    assert x.T @ (y - mean) == pytest.approx(np.zeros(3), abs=1e-5 * (1 + np.abs(x.T) @ y).max())
    apart = 2 * sum(a * np.log(a / b) - (a - b) if a else b for a, b in zip(y, mean))
    assert found.deviance == pytest.approx(apart, abs=1e-6 * (1 + y.sum()))
    assert found.null_deviance == pytest.approx(
        2 * sum(a * np.log(a / y.mean()) for a in y if a), abs=1e-6 * (1 + y.sum())
    )


def test_what_a_regression_explains():
    none = np.zeros(0)
    assert Regression(none, none, 3.0, 12.0, 1).explained == 0.75
    assert np.isnan(Regression(none, none, 0.0, 0.0, 1).explained)
    with pytest.raises(InvalidValueError) as told:
        poisson_regression(np.eye(2), np.ones(2))
    assert str(told.value) == (
        "Layer 'OBSERVED': 2 observed pairs do not tell 2 coefficients apart. "
        "Give flows between more places, of different size and at different distances."
    )
    # two groups, one more row than needed; it is as near as it gets in a few rounds
    found = poisson_regression(np.array([[1.0, 0], [1, 1], [1, 1]]), np.array([1.0, 2, 6]))
    assert np.exp(found.coefficients) == pytest.approx([1, 4])
    assert found.errors == pytest.approx([1, np.sqrt(1 + 1 / 8)])  # 1 / flows, of both added up
    assert 1 < found.rounds < 12


def square(seed=1, count=7):
    rng = np.random.default_rng(seed)
    cost = rng.uniform(6, 40, (count, count))
    mass = rng.uniform(10, 99, (2, count))
    across = np.arange(count)[:, None] // 4 != np.arange(count)[None, :] // 4
    return cost, mass, across, rng


@pytest.mark.parametrize("decay", ["power", "exponential"])
def test_only_pairs_of_which_all_is_known_are_fitted(decay):
    cost, (start, end), across, _ = square()
    made = Deterrence(decay, 1.2 if decay == "power" else 0.06, 8.0)
    seen = 0.5 * start[:, None] ** 0.7 * end[None, :] ** 1.3 * made(cost) * np.where(across, 0.4, 1)
    seen[2, 3] = NAN
    cost[1, 5] = INF
    start[6], end[0] = 0.0, 0.0
    fit = fit_gravity(seen, start, end, cost, across, Deterrence(decay, 9.0, 8.0))
    assert np.exp(fit.constant) == pytest.approx(0.5, rel=1e-5)
    assert (fit.origin, fit.destination) == pytest.approx((0.7, 1.3), abs=1e-6)
    assert fit.deterrence.parameter == pytest.approx(made.parameter, abs=1e-6)
    assert (fit.deterrence.decay, fit.deterrence.least_cost) == (decay, 8.0)
    assert fit.border == pytest.approx(0.4, abs=1e-6)
    assert fit.pairs == 49 - 7 - 7 + 1 - 2  # without a row, a column and two pairs
    small = fit_gravity(seen, start / 1000, end / 1000, cost, across, Deterrence(decay, 9.0, 8.0))
    assert (small.origin, small.pairs) == (pytest.approx(0.7, abs=1e-6), fit.pairs)
    again = fit.flows(start, end, cost, across, 0.5)
    wanted = np.where(across, 0.5, 1) * seen
    known = np.isfinite(cost) & np.isfinite(seen) & (start[:, None] > 0) & (end > 0)
    assert again[known] == pytest.approx(wanted[known], rel=1e-5)
    assert not again[6].any() and not again[:, 0].any() and again[1, 5] == 0
    text = flows_between(cost, start, end, np.where(np.arange(7) < 4, "AA", "BB").astype(object),
                         "gravity", Deterrence(decay, 9.0, 8.0), 0.5, False,
                         np.where(np.eye(7), NAN, seen)).words  # fmt: skip
    assert text[0].startswith("gravity fitted to 29 pairs: exponents of the masses 0.700 (standard")
    assert "1.300" in text[0] and f"decay {made.parameter:.4f} (" in text[0]
    assert text[1].startswith("across the border 0.400 times")
    known &= ~np.eye(7, dtype=bool)  # not fitted but observed: some that start from nobody
    common = 2 * wanted[known].sum()
    total = seen[np.isfinite(seen) & ~np.eye(7, dtype=bool)].sum() + wanted[known].sum()
    assert text[2:] == [
        f"gravity: the model has {common / total:.0%} of the observed flows in common with them"
    ]


def test_masses_may_be_less_than_one():
    fit = GravityFit(np.log(2), 0.5, 2.0, Deterrence("power", 1.0, 1.0), 0.5, 9, None)
    masses, cost = np.array([0.25, 4]), np.array([[2.0, 4], [1, INF]])
    found = fit.flows(masses, masses, cost, ~np.eye(2, dtype=bool), 0.5)
    # twice the root of the one mass and the square of the other; a quarter across the border
    assert found == pytest.approx(
        np.array([[2 * 0.5 / 16 / 2, 2 * 0.5 * 16 / 4 / 4], [2 * 2 / 16 / 4, 0]])
    )


def test_the_border_is_fitted_where_flows_across_it_and_at_home_were_seen():
    cost, (start, end), across, _ = square(2)
    seen = start[:, None] * end[None, :] / cost

    def border(observed, abroad=across):
        return fit_gravity(observed, start, end, cost, abroad, Deterrence()).border

    assert border(seen) is not None
    assert border(np.where(across, 0.0, seen)) is None
    some = np.where(across, 0.0, seen)
    some[0, 6] = 3.0
    assert border(some) is not None
    assert border(seen, np.ones_like(across)) is None


def test_standard_errors_are_told_with_their_coefficients():
    cost, (start, end), across, rng = square(3)
    seen = rng.poisson(start[:, None] * end[None, :] / cost).astype(float)
    fit = fit_gravity(seen, start, end, np.where(np.eye(7), 5, cost), across, Deterrence())
    errors, said = fit.regression.errors, flows_between(
        cost, start, end, np.where(np.arange(7) < 4, "AA", "BB").astype(object), observed=seen
    ).words  # fmt: skip
    assert said[0] == (
        f"gravity fitted to 49 pairs: exponents of the masses {fit.origin:.3f} (standard error "
        f"{errors[1]:.3f}) and {fit.destination:.3f} ({errors[2]:.3f}), decay "
        f"{fit.deterrence.parameter:.4f} ({errors[3]:.4f}), {fit.regression.explained:.1%} of the "
        "deviance explained"
    )
    assert len(said) == 3  # flows fall with the cost


def test_deterrence_of_balanced_flows_leaves_out_what_is_not_known():
    rng = np.random.default_rng(6)
    cost = rng.uniform(6, 30, (6, 6))
    made = Deterrence("power", 1.1)
    weight = made(cost)
    weight[0, 1], weight[2, 4] = 0.0, 0.0
    total = rng.uniform(10, 30, 6)
    seen = interaction.doubly_constrained(weight, total, np.roll(total, 1)).flow
    seen[0, 1], cost[2, 4] = NAN, INF
    found = fit_doubly_constrained(seen, cost, Deterrence("power", 9.0))
    assert found.parameter == pytest.approx(1.1, abs=1e-6)
    # what is not known, or lies on no way, counts for no total either
    seen[2, 4] = 50.0
    known = np.isfinite(seen) & np.isfinite(cost)
    sides = objects(["AA"] * 6)
    made = flows_between(cost, total, total, sides, "doubly_constrained", Deterrence(), 1.0, True,
                         np.where(np.eye(6), NAN, seen))  # fmt: skip
    counted = np.where(known & ~np.eye(6, dtype=bool), seen, 0)
    assert made.modelled.sum(axis=1) == pytest.approx(counted.sum(axis=1), rel=1e-4)
    assert made.modelled.sum(axis=0) == pytest.approx(counted.sum(axis=0), rel=1e-4)
    with pytest.raises(InvalidValueError) as told:
        fit_doubly_constrained(np.full((2, 2), NAN), np.ones((2, 2)), Deterrence())
    assert str(told.value) == "Layer 'OBSERVED': no observed flow lies on a way that exists."


def test_flows_that_do_not_fall_have_no_deterrence():
    total = np.array([3.0, 0.7, 11])
    cost = np.array([[7.0, 9, 12], [9, 7, 8], [12, 8, 7]])
    found = fit_doubly_constrained(np.outer(total, total), cost, Deterrence())
    assert found.parameter == pytest.approx(0, abs=1e-9)
    # all as far away: there is nothing to tell
    seen, same = total[:, None] + np.arange(3.0), np.full((3, 3), 98_765.4321)
    for decay in ("power", "exponential"):
        with pytest.raises(InvalidValueError, match="Give flows over different distances"):
            fit_doubly_constrained(seen, same, Deterrence(decay))


def test_flows_that_fall_steeply_are_found():
    xy = np.arange(5.0)[:, None]
    cost = 6 + np.abs(xy - xy.T)
    made = Deterrence("exponential", 3.0, 1.0)
    seen = interaction.doubly_constrained(made(cost), np.ones(5), np.ones(5)).flow
    found = fit_doubly_constrained(seen, cost, Deterrence("exponential", 1.0, 1.0))
    assert found.parameter == pytest.approx(3, rel=1e-4)


def test_what_was_observed_of_three_countries():
    ids = objects(["a", "b", "c", "d", "e"])
    country = objects(["AA", "BB", "AA", "CC", "BB"])
    rows = [("a", "b", 4.0), ("c", "a", 1.0), ("b", "e", 2.0), ("a", "b", 3.0), ("d", "d", 0.0)]
    table = pd.DataFrame(rows, columns=["from_id", "to_id", "flow"])
    found = observed_matrix(table, ids, country)
    # starts: a, b, c, d; ends: a, b, d, e; known within countries, and from AA to BB
    wanted = np.full((5, 5), NAN)
    wanted[0] = [0, 7, NAN, NAN, 0]
    wanted[2] = [1, 0, NAN, NAN, 0]
    wanted[1, [1, 4]] = [0, 2]
    wanted[3, 3] = 0
    assert found == pytest.approx(wanted, nan_ok=True)


def test_common_part_of_what_both_know():
    one, other = np.array([1.0, 5, NAN, 4]), np.array([3.0, 2, 9, NAN])
    assert common_part(one, other) == pytest.approx(2 * (1 + 2) / (6 + 5))
    assert np.isnan(common_part(one * 0, other * 0))
