"""Flows between places, models of interaction and their fitting, worked out by hand."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.zones import interaction
from smart_planning_plugin.core.zones.between import (
    Between,
    desire_lines,
    deterrence_of,
    flow_table,
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
from smart_planning_plugin.core.zones.flows import Flows, by_group, checked
from smart_planning_plugin.core.zones.interaction import Deterrence
from tests.core.small import assert_table, objects, steadily

NAN, INF = np.nan, np.inf

# ---------------------------------------------------------------- tables of flows


def table_of(**columns):
    usual = {"from_id": ["a", "b", "c"], "to_id": ["b", "c", "a"], "flow": [1.0, 0.0, 2.0]}
    return pd.DataFrame({**usual, **columns})


def test_a_table_that_is_right():
    found = checked(
        table_of(flow=["1.5", "", "0"], kind=["", "modelled", "modelled"], more=[7, 8, 9]), "abc"
    )
    assert_table(
        found, from_id=["a", "c"], to_id=["b", "a"], flow=[1.5, 0.0],
        kind=["observed", "modelled"], more=[7, 9],
    )  # fmt: skip
    assert found.index.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"flow": ["1", "x", ""]}, InvalidValueError,
         "Layer 'FLOWS', field 'flow': these flows are not numbers (b → c). Mend the table."),
        ({"flow": [0, -1, -0.5]}, InvalidValueError,
         "Layer 'FLOWS', field 'flow': negative flows (b → c, c → a). Mend the table."),
        ({"from_id": ["x", "y", "x"]}, InvalidValueError,
         "Layer 'FLOWS', field 'from_id': flows name zones that are not there (x, y). "
         "Use the ids of that layer, as text with their leading zeros."),
        ({"to_id": ["a", "y", "b"]}, InvalidValueError,
         "Layer 'FLOWS', field 'to_id': flows name zones that are not there (y). "
         "Use the ids of that layer, as text with their leading zeros."),
        ({"flow": [None, "", NAN]}, EmptyLayerError, "Layer 'FLOWS': no row has a flow."),
        ({"kind": ["seen", "modelled", "seen"]}, InvalidValueError,
         "Layer 'FLOWS', field 'kind': kind is observed or modelled (seen)."),
    ],
)  # fmt: skip
def test_a_table_that_is_not(changes, error, says):
    with pytest.raises(error) as told:
        checked(table_of(**changes), "abc")
    assert str(told.value) == says


def test_what_a_table_of_flows_needs():
    with pytest.raises(MissingFieldError) as told:
        checked(table_of().drop(columns="to_id"), "abc", "OBSERVED")
    assert str(told.value) == (
        "Layer 'OBSERVED', field 'to_id': there is no such field. "
        "A table of flows has from_id, to_id, flow."
    )
    with pytest.raises(InvalidValueError, match=r"'THEM'.*flows name places that are not there"):
        checked(table_of(), "ab", "THEM", "places")


def test_sums_by_group():
    matrix = np.arange(16.0).reshape(4, 4)
    found = by_group(matrix, np.array([2, -1, 0, 2]), 3)
    # 0 and 3 are the last group, 2 the first, 1 of none
    assert found.tolist() == [[10, 0, 8 + 11], [0, 0, 0], [2 + 14, 0, 0 + 3 + 12 + 15]]


def test_flows_of_zones():
    table = checked(table_of(flow=[1.0, 2, 4]), "abc")
    alone = Flows.of(table, objects(["c", "b", "a"]))
    assert alone.matrix.tolist() == [[0, 0, 4], [2, 0, 0], [0, 1, 0]]
    joined = Flows.of(table, objects(["c", "b", "a"]), np.array([1, 1, 0]), 3)
    assert joined.matrix.tolist() == [[0, 1, 0], [4, 2, 0], [0, 0, 0]]
    assert alone.kind == joined.kind == "observed"
    assert Flows.of(table[:0], objects([])).matrix.shape == (0, 0)


# ---------------------------------------------------------------- models


def test_deterrence_by_hand():
    cost = np.array([0.0, 2, 5, 10, INF])
    assert Deterrence()(cost) == pytest.approx([0.04, 0.04, 0.04, 0.01, 0])
    assert Deterrence("power", 1.0, 2.0)(cost) == pytest.approx([0.5, 0.5, 0.2, 0.1, 0])
    assert Deterrence("exponential", 0.5, 0.0)(cost) == pytest.approx(
        [1, np.exp(-1), np.exp(-2.5), np.exp(-5), 0]
    )
    assert Deterrence("power", 1.0, 0.0)(cost[1:]) == pytest.approx([0.5, 0.2, 0.1, 0])
    assert Deterrence("power", 1.0, 0.5)(cost[:2]) == pytest.approx([2, 0.5])
    with pytest.raises(InvalidValueError) as told:
        Deterrence("power", 1.0, 0.0)(cost)
    assert str(told.value) == (
        "A power of no cost is infinite. Set MIN_COST above 0, or DECAY to exponential."
    )
    assert deterrence_of("power", None, 3.0) == Deterrence("power", 2.0, 3.0)
    assert deterrence_of("exponential", None, 1.0) == Deterrence("exponential", 0.05, 1.0)
    assert deterrence_of("exponential", 0.0, 1.0) == Deterrence("exponential", 0.0, 1.0)


PEOPLE, DRAWN = np.array([10.0, 20, 30]), np.array([1.0, 2, 5])
COST = np.array([[99.0, 10, 20], [10, 99, 8], [40, 8, 99]])
SIDES = objects(["AA", "AA", "BB"])
ONE = Deterrence("power", 1.0, 5.0)
#: People times what draws them, through the minutes, half of it across the border.
PULL = np.array([
    [10 * 1 / 5, 10 * 2 / 10, 10 * 5 / 20 / 2],
    [20 * 1 / 10, 20 * 2 / 5, 20 * 5 / 8 / 2],
    [30 * 1 / 40 / 2, 30 * 2 / 8 / 2, 30 * 5 / 5],
])  # fmt: skip


def flows(model, **more):
    return flows_between(COST, PEOPLE, DRAWN, SIDES, model, **{"deterrence": ONE, **more})


def test_models_of_people_and_what_draws_them():
    found = flows("gravity", willingness=0.5)
    assert found.modelled == pytest.approx(PULL * 60 / PULL.sum())
    assert found.cost.diagonal().tolist() == [5, 5, 5] and COST[0, 0] == 99
    assert found.across.tolist() == [[False, False, True], [False, False, True],
                                     [True, True, False]]  # fmt: skip
    assert np.isnan(found.observed).all() and found.words == []
    chosen = PULL * (PEOPLE / PULL.sum(axis=1))[:, None]
    assert flows("huff", willingness=0.5).modelled == pytest.approx(chosen)
    away = np.where(np.eye(3), 0, PULL)
    found = flows("huff", willingness=0.5, within=False)
    assert found.modelled == pytest.approx(away * (PEOPLE / away.sum(axis=1))[:, None])
    usual = flows_between(COST, PEOPLE, DRAWN, SIDES)  # gravity, squares, all who would
    squares = np.outer(PEOPLE, DRAWN) / np.where(np.eye(3), 5, COST) ** 2
    assert usual.modelled == pytest.approx(squares * 60 / squares.sum())


def test_radiation_by_hand():
    # from 0: 1 is nearest, and half of it counts; then 2 with the chances of 1 on the way
    half = np.array([[1, 0.5, 1], [1, 1, 1], [0.5, 1, 1.0]])
    made = interaction.radiation(
        PEOPLE, COST, np.array([100.0, 1, 10]), half, finite=False
    )  # fmt: skip
    wanted = [
        [0, 10 * 10 / (10 * 20), 10 * 30 / ((10 + 10) * (10 + 30 + 10))],
        [20 * 10 / ((20 + 30) * (20 + 10 + 30)), 0, 20 * 30 / (20 * 50)],
        [30 * 5 / ((30 + 20) * (30 + 5 + 20)), 30 * 20 / (30 * 50), 0],
    ]
    assert made == pytest.approx(np.array(wanted) * np.array([[100], [1], [10]]))
    whole = interaction.radiation(PEOPLE, COST, np.array([100.0, 1, 10]), half)
    assert whole.sum(axis=1) == pytest.approx([100, 1, 10])  # none is lost beyond the edge
    told = []
    interaction.radiation(PEOPLE, COST, progress=told.append)
    assert told == [0]
    assert flows("radiation").modelled == pytest.approx(interaction.radiation(PEOPLE, COST))
    people, cost = np.array([4.0, 0, 6, 2]), np.array([[0.0, 1, 7, 7]] * 4)
    cost[3] = INF
    found = interaction.radiation(people, cost, finite=False)
    # both at 7 minutes: neither is on the way to the other; nobody lives in 1, no way from 3
    assert found[0] == pytest.approx([0, 0, 4 * 4 * 6 / (4 * 10), 4 * 4 * 2 / (4 * 6)])
    assert not found[[1, 3]].any() and not interaction.radiation(people, cost)[[1, 3]].any()


def test_totals_and_exponents_of_models():
    weight = np.array([[1.0, 2], [3, 4]])
    made = interaction.gravity(np.array([1.0, 2]), np.array([5.0, 1]), weight, 54.0)
    assert made.tolist() == [[5 * 54 / 45, 2 * 54 / 45], [30 * 54 / 45, 8 * 54 / 45]]
    assert not interaction.gravity(np.ones(2), np.ones(2), weight * 0).any()
    made = interaction.huff(np.array([6.0, 22]), np.array([2.0, 1]), weight, 3.0)
    assert made == pytest.approx(np.array([[8, 2], [24, 4]]) * [[0.6], [22 / 28]])
    made = interaction.huff(np.array([4.0, 10]), np.array([2.0, 1]), weight)
    assert made.tolist() == [[2, 2], [6, 4]]


def test_rows_and_columns_that_are_balanced():
    weight = np.array([[4.0, 1, 0], [2, 3, 1]])
    found = interaction.doubly_constrained(weight, np.array([30.0, 70]), np.array([40.0, 50, 10]))
    a = found.flow[:, 0] / weight[:, 0]
    assert found.flow == pytest.approx(a[:, None] * weight * (found.flow[1] / weight[1] / a[1]))
    assert found.flow.sum(axis=1) == pytest.approx([30, 70], rel=1e-8)
    assert found.flow.sum(axis=0) == pytest.approx([40, 50, 10], rel=1e-8)
    assert found.error < 1e-10 and 1 < found.rounds < 100
    # of what starts a third can go nowhere: from one of three journeys
    apart = interaction.doubly_constrained(np.eye(2), np.array([10.0, 20]), np.array([20.0, 10]))
    assert apart.error == pytest.approx(1 / 3) and 100 < apart.rounds < 130
    with pytest.raises(InvalidValueError) as told:
        interaction.doubly_constrained(np.eye(2), np.ones(2), np.array([1.0, 4]))
    assert str(told.value) == (
        "Journeys that start (2) and that end (5) differ in sum. Scale one of them to the other."
    )
    assert not interaction.doubly_constrained(np.eye(2), np.zeros(2), np.zeros(2)).flow.any()


def test_a_balanced_model_says_what_it_missed():
    cost = np.where(np.eye(2), 1, INF)
    found = flows_between(cost, np.array([10.0, 20]), np.array([20.0, 10]), SIDES[:2],
                          "doubly_constrained")  # fmt: skip
    assert found.words == [
        "doubly_constrained: totals are missed by up to 33.33% of all flows; some places cannot be "
        "reached by as many as they should"
    ]
    with pytest.raises(InvalidValueError, match=r"start \(30\) and that end \(0\)"):
        flows_between(cost, np.array([10.0, 20]), np.zeros(2), SIDES[:2], "doubly_constrained")


# ---------------------------------------------------------------- fitting


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
    assert fit_doubly_constrained(np.outer(total, total), cost, Deterrence()).parameter == 0
    seen = np.array([[0.1, 0.2, 0.3], [0.7, 1.1, 1.3], [1.7, 1.9, 2.3]])
    for decay in ("power", "exponential"):  # all as far away: there is nothing to tell
        found = fit_doubly_constrained(seen, np.full((3, 3), 98_765.4321), Deterrence(decay))
        assert found == Deterrence(decay, 0.0, 5.0)


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


# ---------------------------------------------------------------- tables of results


def test_a_row_for_each_pair_with_a_flow():
    found = Between(
        np.array([[0.5, 0, 0], [0, 0, 4], [0, 0, 0]]),
        np.array([[NAN] * 3, [0, NAN, NAN], [NAN] * 3]),
        np.array([[5, 1, 2], [3, INF, INF], [9, 9, 9.0]]),
        np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]),
        [],
    )  # fmt: skip
    table = flow_table(found, objects(["z", "b", "c"]), "time_min", objects(["ok", "ok", "off"]))
    assert_table(
        table,
        from_id=["z", "b", "b", "c"],
        to_id=["z", "z", "c", "c"],
        flow=[0.5, 0.0, 4.0, None],
        kind=["modelled", "observed", "modelled", "modelled"],
        modelled=[0.5, 0.0, 4.0, None],
        time_min=[5.0, 3.0, None, None],
        cross_border=[0, 1, 0, 0],
        status=["ok", "ok", "ok", "off"],
    )
    usable = flow_table(
        Between(np.ones((1, 1)), np.full((1, 1), NAN), np.ones((1, 1)), np.zeros((1, 1)), []),
        objects(["a"]), "distance_km", objects(["ok"]),
    )  # fmt: skip
    assert usable["status"].tolist() == ["ok"] and usable["distance_km"].tolist() == [1]


def lines_twin(table, number):
    """Pair by pair, and place by place."""
    usable = [one for one in table.itertuples() if one.status == "ok"]
    pairs = {}
    for one in usable:
        if one.from_id != one.to_id:
            pairs.setdefault(tuple(sorted((one.from_id, one.to_id))), []).append(one)
    flow = {pair: sum(one.flow for one in rows) for pair, rows in pairs.items()}
    rank = {}
    for place in {one for pair in pairs for one in pair}:
        mine = sorted((-flow[pair], pair[0] != place, pair) for pair in pairs if place in pair)
        for at, (*_, pair) in enumerate(mine, 1):
            rank[pair] = min(at, rank.get(pair, at))
    out = {place: sum(one.flow for one in usable if one.from_id == place)
           for place in {one.from_id for one in usable}}  # fmt: skip
    rows = []
    for pair in sorted(pairs, key=lambda pair: (-flow[pair], pair)):
        starts = out.get(pair[0], 0) + out.get(pair[1], 0)
        there = sum(one.flow for one in pairs[pair] if one.from_id == pair[0])
        kinds = {one.kind for one in pairs[pair]}
        if rank[pair] <= number or not number:
            rows.append([
                *pair, flow[pair], there, flow[pair] - there,
                flow[pair] / starts if starts else None, rank[pair],
                kinds.pop() if len(kinds) == 1 else "mixed",
                sum(one.distance_km for one in pairs[pair]) / len(pairs[pair]),
                pairs[pair][0].cross_border,
            ])  # fmt: skip
    return rows


@given(st.integers(0, 100_000))
@steadily(7)
def test_desire_lines_pair_by_pair(seed):
    rng = np.random.default_rng(seed)
    ends = [one for one in itertools.product("fbadec", repeat=2) if rng.random() < 0.75]
    table = pd.DataFrame(ends, columns=["from_id", "to_id"])
    count = len(table)
    table["flow"] = rng.integers(0, 9, count).astype(float)
    table["kind"] = rng.choice(["observed", "modelled"], count, p=[0.8, 0.2])
    table["distance_km"] = rng.integers(1, 9, count).astype(float)
    table["cross_border"] = [int((a < "c") != (b < "c")) for a, b in ends]
    table["status"] = rng.choice(["ok", "unreached"], count, p=[0.9, 0.1])
    for number in (0, 1, 3):
        found = desire_lines(table, number)
        assert list(found) == ["from_id", "to_id", "flow", "flow_there", "flow_back", "share",
                               "rank", "kind", "distance_km", "cross_border"]  # fmt: skip
        rows = [[None if one != one else one for one in row] for row in found.to_numpy().tolist()]
        assert rows == lines_twin(table, number)
    pd.testing.assert_frame_equal(desire_lines(table), desire_lines(table, 3))
