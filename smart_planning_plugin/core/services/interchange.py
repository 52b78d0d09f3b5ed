"""The p-median by interchange, and a proven bound for it: for what is too large for a solver."""

from __future__ import annotations

import time

import numpy as np
from scipy.sparse import csr_matrix

STEPS = 300
ENOUGH = 1e-7


def interchange(
    cost: np.ndarray,
    weight: np.ndarray,
    sites: int,
    fixed: np.ndarray,
    until: float,
    start: np.ndarray | None = None,
) -> np.ndarray:
    """Swap one site for another as long as that helps; all swaps are looked at, the best is made.

    Parameters
    ----------
    cost : (n, m) float array
        Infinite where a candidate is not to be reached.
    weight : (n,) float array
    sites : int
    fixed : (m,) bool array
        Sites that stay.
    until : float
        `time.monotonic` at which to stop.
    start : (q,) int array, optional
        Sites to begin with, the fixed ones among them; the rest is added greedily.

    Returns
    -------
    (p,) int array
        Columns, in ascending order.

    References
    ----------
    Teitz and Bart 1968, doi:10.1287/opre.16.5.955; the gains of all swaps at once as in
    Resende and Werneck 2007, doi:10.1007/s10479-007-0154-0.
    """
    finite = np.isfinite(cost)
    # not to be reached: for the fewest people worse than any way for all the others
    far = (cost[finite].max() + 1) * weight.sum() / weight.min()
    cost = np.where(finite, cost, far)
    chosen = _greedy(cost, weight, sites, np.flatnonzero(fixed) if start is None else start, far)
    places = np.arange(len(cost))
    while time.monotonic() < until:
        mine = cost[:, chosen]
        if sites == 1:
            first, second = np.zeros(len(cost), np.int64), np.full(len(cost), far)
        else:
            two = np.argpartition(mine, 1, axis=1)[:, :2]
            order = np.take_along_axis(mine, two, axis=1).argsort(axis=1)
            two = np.take_along_axis(two, order, axis=1)
            first, second = two[:, 0], mine[places, two[:, 1]]
        nearest = mine[places, first]
        won = np.minimum(cost - nearest[:, None], 0)
        lost = np.minimum(cost, second[:, None]) - nearest[:, None] - won
        leaving = csr_matrix((weight, (first, places)), (sites, len(cost)))
        change = leaving @ lost + (weight @ won)[None, :]
        change[fixed[chosen]] = np.inf
        out, into = np.unravel_index(change.argmin(), change.shape)
        if not change[out, into] < -1e-9 * max(weight @ nearest, 1e-9):
            break
        chosen[out] = into
    return np.sort(chosen)


def _greedy(cost, weight, sites, start, far) -> np.ndarray:
    chosen = list(start)
    nearest = cost[:, chosen].min(axis=1, initial=far)
    while len(chosen) < sites:
        total = weight @ np.minimum(cost, nearest[:, None])
        total[chosen] = np.inf
        chosen.append(int(total.argmin()))
        nearest = np.minimum(nearest, cost[:, chosen[-1]])
    return np.array(chosen, np.int64)


def lower_bound(
    cost: np.ndarray,
    weight: np.ndarray,
    sites: int,
    fixed: np.ndarray,
    value: float,
    until: float,
) -> float:
    """No choice of sites costs less than this.

    Parameters
    ----------
    value : float
        The best that was found; its step lengths follow it, and it stops when it is met.

    References
    ----------
    Lagrangean relaxation of the assignment, with subgradients: Cornuéjols, Fisher, Nemhauser 1977,
    doi:10.1287/mnsc.23.8.789; Beasley 1985, doi:10.1016/0377-2217(85)90040-2.
    """
    finite = np.isfinite(cost)
    weighted = np.where(finite, weight[:, None] * np.where(finite, cost, 0), np.inf)
    price = np.sort(weighted, axis=1)[:, min(1, cost.shape[1] - 1)]
    price = np.where(np.isfinite(price), price, weighted.min(axis=1))
    best, pace, stalled = -np.inf, 1.0, 0
    aim = value if np.isfinite(value) else weighted[finite].sum()
    for _ in range(STEPS):
        saving = np.minimum(weighted - price[:, None], 0)
        column = saving.sum(axis=0)
        column_order = np.argsort(np.where(fixed, -np.inf, column), kind="stable")[:sites]
        bound = price.sum() + column[column_order].sum()
        stalled = 0 if bound > best + ENOUGH * abs(aim) else stalled + 1
        best = max(best, bound)
        assigned = (saving[:, column_order] < 0).sum(axis=1)
        slope = 1 - assigned
        if aim - best <= ENOUGH * max(abs(aim), 1e-9) or not slope.any():
            break
        if stalled >= 20:
            pace, stalled = pace / 2, 0
        if pace < 1e-3 or time.monotonic() > until:
            break
        price = price + pace * (1.02 * aim - bound) / (slope @ slope) * slope
    return float(best)
