"""Limits that include what lies exactly at them.

A cost is the sum of many parts, and the same way may come out in the last digit above or below a
whole number, as it is searched. What is less than `LEEWAY` beyond a limit lies at it: 60
microseconds of minutes, a millimetre of kilometres, far less than any datum knows.
"""

from __future__ import annotations

import numpy as np

LEEWAY = 1e-6


def within(cost: np.ndarray, limit) -> np.ndarray:
    """Whether each cost lies within a limit, or at it.

    Examples
    --------
    >>> within(np.array([0.1 + 0.2, 0.30001]), 0.3).tolist()
    [True, False]
    """
    return cost <= np.asarray(limit) + LEEWAY


def at_least(value: np.ndarray, limit) -> np.ndarray:
    """Whether each value reaches a limit, or lies at it."""
    return value >= np.asarray(limit) - LEEWAY
