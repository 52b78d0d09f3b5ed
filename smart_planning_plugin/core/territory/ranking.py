"""Ranking by several criteria: weighted sum, TOPSIS, PROMETHEE II, and how sure the ranks are.

Sources: Hwang and Yoon (1981), *Multiple Attribute Decision Making*, for the weighted sum and
TOPSIS; Brans and Vincke (1985), *Management Science* 31(6), 647-656, doi 10.1287/mnsc.31.6.647,
for PROMETHEE II.
"""

from __future__ import annotations

import numpy as np

METHODS = ("weighted_sum", "topsis", "promethee")
ROWS_AT_ONCE = 512
TIE = 1e-12


def benefits(values, larger_is_better) -> np.ndarray:
    """Values with the sign that makes larger better.

    Parameters
    ----------
    values : (n, k) float array
    larger_is_better : (k,) bool array
    """
    return np.where(larger_is_better, values, -np.asarray(values, float))


def min_max(values) -> np.ndarray:
    """(n, k) values from 0 to 1, the best 1; 0.5 where a criterion tells nothing apart."""
    low, high = values.min(axis=0), values.max(axis=0)
    span = high - low
    return np.where(span > 0, (values - low) / np.where(span > 0, span, 1), 0.5)


def weighted_sum(values, larger_is_better, weights) -> np.ndarray:
    """Sum of min-max values by weight.

    Parameters
    ----------
    values : (n, k) float array
    larger_is_better : (k,) bool array
    weights : (m, k) float array
        Each row adds up to 1.

    Returns
    -------
    (n, m) float array
        From 0 to 1.
    """
    return min_max(benefits(values, larger_is_better)) @ np.atleast_2d(weights).T


def topsis(values, larger_is_better, weights) -> np.ndarray:
    """Closeness to the best of all criteria, away from the worst: from 0 to 1.

    Columns are divided by their Euclidean length; parameters and result as in `weighted_sum`.
    """
    values = np.asarray(values, float)
    length = np.sqrt((values**2).sum(axis=0))
    r = values / np.where(length > 0, length, 1)
    best = np.where(larger_is_better, r.max(axis=0), r.min(axis=0))
    worst = np.where(larger_is_better, r.min(axis=0), r.max(axis=0))
    squared = np.atleast_2d(weights).T ** 2
    near, far = np.sqrt((r - best) ** 2 @ squared), np.sqrt((r - worst) ** 2 @ squared)
    total = near + far
    return np.where(total > 0, far / np.where(total > 0, total, 1), 0.5)


def promethee(values, larger_is_better, weights, indifference=None, preference=None) -> np.ndarray:
    """Net outranking flow of PROMETHEE II, from -1 to 1.

    Parameters
    ----------
    values, larger_is_better, weights
        As in `weighted_sum`.
    indifference, preference : (k,) float array, optional
        In units of the criteria, NaN where not given. With neither, any difference is a full
        preference (usual criterion); with one, V- or U-shape; with both, linear between them.
    """
    gains = benefits(values, larger_is_better)
    n, k = gains.shape
    none = np.full(k, np.nan)
    q = none if indifference is None else np.asarray(indifference, float)
    p = none if preference is None else np.asarray(preference, float)
    flows = np.column_stack([_net_flow(gains[:, at], q[at], p[at]) for at in range(k)])
    return flows / max(n - 1, 1) @ np.atleast_2d(weights).T


def _net_flow(gain, q, p) -> np.ndarray:
    """(n,) sum over all others of preference for less preference against, for one criterion."""
    if np.isnan(q) and np.isnan(p):
        ordered = np.sort(gain)
        worse = np.searchsorted(ordered, gain, "left")
        better = len(gain) - np.searchsorted(ordered, gain, "right")
        return (worse - better).astype(float)
    low = 0.0 if np.isnan(q) else q
    high = low if np.isnan(p) else p
    flow = np.empty(len(gain))
    for start in range(0, len(gain), ROWS_AT_ONCE):
        difference = gain[start : start + ROWS_AT_ONCE, None] - gain[None, :]
        size = np.abs(difference)
        share = (
            np.clip((size - low) / (high - low), 0, 1) if high > low else (size > low).astype(float)
        )
        flow[start : start + ROWS_AT_ONCE] = (np.sign(difference) * share).sum(axis=1)
    return flow


def scores(method, values, larger_is_better, weights, indifference=None, preference=None):
    """(n, m) scores by a method of `METHODS`; larger is better."""
    if method == "weighted_sum":
        return weighted_sum(values, larger_is_better, weights)
    if method == "topsis":
        return topsis(values, larger_is_better, weights)
    return promethee(values, larger_is_better, weights, indifference, preference)


def ranks(found) -> np.ndarray:
    """(n, m) int array of ranks, 1 the best; equals share the better rank.

    Examples
    --------
    >>> ranks(np.array([[0.2], [0.9], [0.2]])).ravel().tolist()
    [2, 1, 2]
    """
    found = np.round(np.asarray(found, float) / TIE) * TIE
    ordered = np.sort(found, axis=0)
    return np.column_stack(
        [
            len(found) - np.searchsorted(ordered[:, at], found[:, at], "right") + 1
            for at in range(found.shape[1])
        ]
    )


def drawn_weights(weights, spread: float, draws: int, seed: int) -> np.ndarray:
    """Weights drawn around given ones: each times 1 ± `spread`, together 1 again.

    Parameters
    ----------
    weights : (k,) float array
        Adding up to 1.
    spread : float
        From 0 to 1.

    Returns
    -------
    (draws, k) float array
        The same for the same seed.
    """
    rng = np.random.default_rng(seed)
    factors = rng.uniform(1 - spread, 1 + spread, (draws, len(weights)))
    drawn = np.asarray(weights, float) * factors
    return drawn / drawn.sum(axis=1, keepdims=True)
