"""How a measure is spread over people, as curves and tables for plots."""

from __future__ import annotations

import numpy as np

from ..limits import LEEWAY

QUANTILES = (0.1, 0.25, 0.5, 0.75, 0.9)
MINUTES = (5, 10, 15, 20, 30, 45, 60, 90)
STEPS = 61


def share_within(cost: np.ndarray, people: np.ndarray, limits) -> np.ndarray:
    """Share of people whose cost lies within each limit; NaN where there is nobody.

    A missing cost is beyond every limit: those who reach nothing count among all.
    """
    cost = np.nan_to_num(np.asarray(cost, float), nan=np.inf)
    order = np.argsort(cost, kind="stable")
    so_far = np.concatenate([[0.0], np.asarray(people, float)[order].cumsum()])
    if not so_far[-1] > 0:
        return np.full(len(limits), np.nan)
    return (
        so_far[np.searchsorted(cost[order], np.asarray(limits) + LEEWAY, side="right")] / so_far[-1]
    )


def quantiles(values: np.ndarray, people: np.ndarray, wanted=QUANTILES) -> np.ndarray:
    """Values up to which a share of the people lies; NaN where there is nobody.

    The q-quantile is the least value that at least a share q of the people do not exceed.
    """
    values, people = np.asarray(values, float), np.asarray(people, float)
    kept = np.isfinite(values) & (people > 0)
    order = np.argsort(values[kept], kind="stable")
    sorted_values, so_far = values[kept][order], people[kept][order].cumsum()
    if not len(so_far):
        return np.full(len(wanted), np.nan)
    at = np.searchsorted(so_far, np.asarray(wanted) * so_far[-1] * (1 - 1e-12))
    return sorted_values[np.minimum(at, len(sorted_values) - 1)]
