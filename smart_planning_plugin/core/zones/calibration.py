"""Models of interaction fitted to observed flows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.optimize import brentq

from ..errors import InvalidValueError
from .interaction import Deterrence, doubly_constrained

MOST_ROUNDS = 100
#: The nearest pair weighs at most e to the power of this as much as the furthest.
STEEPEST = 100.0


@dataclass(frozen=True)
class Regression:
    """A Poisson regression.

    Attributes
    ----------
    coefficients, errors : (p,) float arrays
        Estimates and their standard errors.
    deviance, null_deviance : float
    rounds : int
    """

    coefficients: np.ndarray
    errors: np.ndarray
    deviance: float
    null_deviance: float
    rounds: int

    @property
    def explained(self) -> float:
        """Share of the deviance that the model explains."""
        return 1 - self.deviance / self.null_deviance if self.null_deviance > 0 else np.nan


def poisson_regression(x: np.ndarray, y: np.ndarray) -> Regression:
    """Poisson regression with a logarithmic link by reweighted least squares [1]_.

    Parameters
    ----------
    x : (n, p) float array
        With a column of ones where there is a constant.
    y : (n,) float array
        Not negative; need not be whole [2]_.

    Raises
    ------
    InvalidValueError
        If there are too few rows, or columns that follow from each other.

    References
    ----------
    .. [1] McCullagh and Nelder 1989, Generalized linear models. doi:10.1201/9780203753736
    .. [2] Santos Silva and Tenreyro 2006, The log of gravity. doi:10.1162/rest.88.4.641
    """
    rows, columns = x.shape
    if rows <= columns or np.linalg.matrix_rank(x) < columns:
        raise InvalidValueError(
            f"{rows} observed pairs do not tell {columns} coefficients apart",
            "Give flows between more places, of different size and at different distances",
            layer="OBSERVED",
        )
    if not y.sum() > 0:
        raise InvalidValueError("all observed flows are 0", layer="OBSERVED")
    mean = (y + y.mean()) / 2
    predictor = np.log(mean)
    deviance, rounds = np.inf, 0
    beta = np.zeros(columns)
    while rounds < MOST_ROUNDS:
        rounds += 1
        work = predictor + (y - mean) / mean
        root = np.sqrt(mean)
        new, *_ = np.linalg.lstsq(x * root[:, None], work * root, rcond=None)
        step = 1.0
        while True:
            trial = beta + step * (new - beta)
            with np.errstate(over="ignore"):
                trial_mean = np.exp(x @ trial)
            found = _deviance(y, trial_mean)
            if step < 1e-6 or (np.isfinite(found) and found <= deviance + 1e-9):
                break
            step /= 2
        beta, mean = trial, np.maximum(trial_mean, 1e-300)
        predictor = np.log(mean)
        done = abs(deviance - found) <= 1e-12 * (abs(found) + 1e-3)
        deviance = found
        if done:
            break
    information = (x * mean[:, None]).T @ x
    errors = np.sqrt(np.diag(np.linalg.pinv(information)))
    null = _deviance(y, np.full(rows, y.mean()))
    return Regression(beta, errors, float(deviance), float(null), rounds)


def _deviance(y, mean) -> float:
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        ratio = np.where(y > 0, y * np.log(np.where(y > 0, y, 1) / mean), 0.0)
    return float(2 * (ratio - (y - mean)).sum())


def observed_matrix(table: pd.DataFrame, ids: np.ndarray, country: np.ndarray) -> np.ndarray:
    """Observed flows between places, NaN where the statistics say nothing.

    Pairs without a row are observed zeros where the statistics cover them: between places of one
    country that both occur in the table, and across a border only where it holds any flow across
    that border.

    Parameters
    ----------
    table : DataFrame
        `from_id`, `to_id`, `flow`, checked (`flows.checked`).
    ids, country : (n,) object arrays
    """
    number = {one: row for row, one in enumerate(ids)}
    start = table["from_id"].map(number).to_numpy(np.int64)
    end = table["to_id"].map(number).to_numpy(np.int64)
    flow = np.full((len(ids), len(ids)), np.nan)
    across = pd.DataFrame({"a": country[start], "b": country[end]}).drop_duplicates()
    covered = {(a, b) for a, b in across.itertuples(index=False)}
    covered |= {(one, one) for one in set(country.tolist())}
    froms, tos = np.unique(start), np.unique(end)
    for a, b in sorted(covered):
        flow[np.ix_(froms[country[froms] == a], tos[country[tos] == b])] = 0.0
    if not (start == end).any():  # flows within places were not counted
        np.fill_diagonal(flow, np.nan)
    np.add.at(flow, (start, end), table["flow"].to_numpy(float))
    return flow


@dataclass(frozen=True)
class GravityFit:
    """A gravity model fitted to observed flows.

    Attributes
    ----------
    constant, origin, destination : float
        Constant, and exponents of the two masses.
    deterrence : Deterrence
        With the parameter that was found.
    border : float or None
        Factor for pairs across the border; None where no such flow was observed.
    pairs : int
        Pairs of places it rests on.
    regression : Regression
    """

    constant: float
    origin: float
    destination: float
    deterrence: Deterrence
    border: float | None
    pairs: int
    regression: Regression

    def flows(self, mass_from, mass_to, cost, across, willingness: float) -> np.ndarray:
        """(n, n) modelled flows; willingness stands in where the border was not observed."""
        factor = willingness if self.border is None else self.border * willingness
        weight = self.deterrence(cost) * np.where(across, factor, 1.0)
        here = np.where(mass_from > 0, mass_from, 1) ** self.origin * (mass_from > 0)
        there = np.where(mass_to > 0, mass_to, 1) ** self.destination * (mass_to > 0)
        return np.exp(self.constant) * here[:, None] * there[None, :] * weight


def fit_gravity(
    observed: np.ndarray,
    mass_from: np.ndarray,
    mass_to: np.ndarray,
    cost: np.ndarray,
    across: np.ndarray,
    deterrence: Deterrence,
) -> GravityFit:
    """Fit a gravity model by Poisson regression, which takes zeros as they are.

    Parameters
    ----------
    observed : (n, n) float array
        NaN where not observed.
    mass_from, mass_to : (n,) float arrays
    cost : (n, n) float array
    across : (n, n) bool array
        Pairs across the border.
    deterrence : Deterrence
        Its decay and least cost; the parameter is estimated.
    """
    usable = np.isfinite(observed) & np.isfinite(cost)
    usable &= (mass_from > 0)[:, None] & (mass_to > 0)[None, :]
    row, column = np.nonzero(usable)
    x = [
        np.ones(len(row)),
        np.log(mass_from[row]),
        np.log(mass_to[column]),
        -deterrence.distance(cost[row, column]),
    ]
    y = observed[row, column]
    crossing = across[row, column]
    known = bool((y[crossing] > 0).any() and not crossing.all())
    if known:
        x.append(crossing.astype(float))
    found = poisson_regression(np.column_stack(x), y)
    beta = found.coefficients
    fitted = Deterrence(deterrence.decay, float(beta[3]), deterrence.least_cost)
    border = float(np.exp(beta[4])) if known else None
    return GravityFit(
        float(beta[0]), float(beta[1]), float(beta[2]), fitted, border, len(row), found
    )


def fit_doubly_constrained(
    observed: np.ndarray, cost: np.ndarray, deterrence: Deterrence
) -> Deterrence:
    """Deterrence under which modelled journeys are as long, on average, as the observed ones.

    With totals of rows and columns kept, that is the maximum likelihood estimate [1]_.

    References
    ----------
    .. [1] Hyman 1969, The calibration of trip distribution models. doi:10.1068/a010105
    """
    usable = np.isfinite(observed) & np.isfinite(cost)
    flow = np.where(usable, observed, 0.0)
    if not flow.sum() > 0:
        raise InvalidValueError("no observed flow lies on a way that exists", layer="OBSERVED")
    distance = np.where(usable, deterrence.distance(np.where(usable, cost, 1.0)), 0.0)
    wanted = (flow * distance).sum() / flow.sum()
    rows, columns = flow.sum(axis=1), flow.sum(axis=0)
    nearest, furthest = distance[usable].min(), distance[usable].max()

    def excess(parameter):
        weight = np.where(usable, np.exp(-parameter * (distance - nearest)), 0.0)
        modelled = doubly_constrained(weight, rows, columns).flow
        return (modelled * distance).sum() / modelled.sum() - wanted

    span = furthest - nearest
    least, high = 1e-9 * span, 1.0 / max(distance[usable].std(), 1e-9)
    while not (excess(-high) > least and excess(high) < -least):
        high *= 2
        if span == 0 or high * span > STEEPEST:
            raise InvalidValueError(
                "observed flows do not tell how they fall with the cost",
                "Give flows over different distances",
                layer="OBSERVED",
            )
    return Deterrence(
        deterrence.decay, float(brentq(excess, -high, high, xtol=1e-10)), deterrence.least_cost
    )


def common_part(observed: np.ndarray, modelled: np.ndarray) -> float:
    """Share of flows that two matrices have in common, where both are known (Sørensen index)."""
    both = np.isfinite(observed) & np.isfinite(modelled)
    total = observed[both].sum() + modelled[both].sum()
    return float(2 * np.minimum(observed[both], modelled[both]).sum() / total) if total else np.nan
