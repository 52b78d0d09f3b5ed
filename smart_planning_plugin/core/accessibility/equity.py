"""Equity: how evenly something is spread over people.

Values belong to places, and places weigh by their people. Multiplying all populations or all
values by a number changes no index (Erreygers: given its bounds). An index of values that are all
0, or of nobody, is NaN. Places without a value, or without people, are left out.
"""

from __future__ import annotations

import numpy as np
import pandas as pd

RICHEST, POOREST = 0.10, 0.40


def _used(values, people, *others):
    values, people = np.asarray(values, float), np.asarray(people, float)
    kept = np.isfinite(values) & (people > 0)
    return [values[kept], people[kept], *(np.asarray(one)[kept] for one in others)]


def _ranked(values, people, rank):
    """As `_used`, of the places that have a rank."""
    known = np.isfinite(np.asarray(rank, float))
    return _used(*(np.asarray(one, float)[known] for one in (values, people, rank)))


def gini(values: np.ndarray, people: np.ndarray) -> float:
    """Gini index: twice the area between the Lorenz curve and equality.

    Examples
    --------
    >>> round(gini([500, 1500, 2500, 4000, 7500, 15000], [1000, 1200, 1600, 400, 200, 600]), 4)
    0.5278
    """
    share, part = lorenz(values, people)
    if not len(share):
        return np.nan
    return float(1 - (np.diff(share) * (part[1:] + part[:-1])).sum())


def lorenz(values: np.ndarray, people: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Points of the Lorenz curve: share of people, from the least, and share of what they have.

    Returns
    -------
    share, part : (k + 1,) float arrays
        From (0, 0) to (1, 1); empty where nobody has anything.
    """
    values, people = _used(values, people)
    order = np.argsort(values, kind="stable")
    values, people = values[order], people[order]
    total = (values * people).sum()
    if not total > 0:
        return np.empty(0), np.empty(0)
    share = np.concatenate([[0], people.cumsum() / people.sum()])
    return share, np.concatenate([[0], (values * people).cumsum() / total])


def theil(
    values: np.ndarray, people: np.ndarray, groups: np.ndarray | None = None
) -> tuple[float, float, float]:
    """Theil's T with its parts between and within groups; 0 ln 0 is 0.

    Returns
    -------
    total, between, within : float
        Between and within add up to the total; NaN without groups.

    References
    ----------
    Theil 1967, Economics and Information Theory.
    """
    if groups is None:
        values, people = _used(values, people)
    else:
        values, people, groups = _used(values, people, groups)
    if not (values * people).sum() > 0:
        return np.nan, np.nan, np.nan
    total = _theil(values, people)
    if groups is None:
        return total, np.nan, np.nan
    number = np.unique(groups.astype(str), return_inverse=True)[1]
    size = np.bincount(number, people)
    between = _theil(np.bincount(number, values * people) / size, size)
    return total, between, total - between


def _theil(values, people):
    share = people / people.sum()
    relative = values / (share * values).sum()
    logarithm = np.log(relative, out=np.zeros_like(relative), where=relative > 0)
    return float((share * relative * logarithm).sum())


def _by_rank(values, people, rank):
    """Places from the lowest rank, those of equal rank joined, so that order does not matter."""
    order, number = np.unique(rank, return_inverse=True)
    size = np.bincount(number, people, len(order))
    return np.bincount(number, values * people, len(order)) / size, size


def palma(values: np.ndarray, people: np.ndarray, rank: np.ndarray | None = None) -> float:
    """Mean of the top tenth of the people over the mean of the bottom four tenths.

    Parameters
    ----------
    rank : (n,) float array, optional
        What people are ranked by, such as income; by default the values themselves. The tenths are
        those of the people who are looked at; the place on a limit is divided.
    """
    values, people, rank = _ranked(values, people, values if rank is None else rank)
    if not len(values):
        return np.nan
    mean, size = _by_rank(values, people, rank)
    top = np.concatenate([[0], size.cumsum() / size.sum()])
    low = np.clip(np.minimum(top[1:], POOREST) - top[:-1], 0, None)
    high = np.clip(top[1:] - np.maximum(top[:-1], 1 - RICHEST), 0, None)
    bottom = (mean * low).sum() / POOREST
    return float((mean * high).sum() / RICHEST / bottom) if bottom > 0 else np.nan


def concentration(values: np.ndarray, people: np.ndarray, rank: np.ndarray) -> float:
    """Concentration index: above 0 where those of high rank have more.

    Equal ranks share their middle rank.

    References
    ----------
    Kakwani, Wagstaff and van Doorslaer 1997. doi:10.1016/S0304-4076(96)01807-6
    """
    values, people, rank = _ranked(values, people, rank)
    if not (values * people).sum() > 0:
        return np.nan
    mean, size = _by_rank(values, people, rank)
    share = size / size.sum()
    middle = share.cumsum() - share / 2
    average = (share * mean).sum()
    return float(2 / average * (share * (mean - average) * (middle - 0.5)).sum())


def erreygers(
    values: np.ndarray, people: np.ndarray, rank: np.ndarray, least: float, most: float
) -> float:
    """Erreygers' index: the concentration index of a value with bounds.

    References
    ----------
    Erreygers 2009. doi:10.1016/j.jhealeco.2008.02.003
    """
    used, weight, _ = _ranked(values, people, rank)
    if not len(used) or not most > least:
        return np.nan
    mean = np.average(used, weights=weight)
    return float(concentration(values, people, rank) * 4 * mean / (most - least))


def equity_row(
    values: np.ndarray,
    people: np.ndarray,
    country: np.ndarray,
    group: np.ndarray | None,
    rank: np.ndarray | None,
    bounds: tuple[float, float],
) -> dict:
    """All indices of some places, as a row of the table `EQUITY`.

    Parameters
    ----------
    values, people : (n,) float arrays
    country : (n,) object array
    group, rank : (n,) arrays, optional
    bounds : (float, float)
        Least and most that the values can be, for Erreygers' index.
    """
    without = ~np.isfinite(np.asarray(values, float))
    used, weight = _used(values, people)
    total, between, within = theil(values, people, country)
    row = {
        "people": float(people[~without].sum()),
        "people_without": float(people[without].sum()),
        "mean": float(np.average(used, weights=weight)) if len(used) else np.nan,
        "least": float(used.min()) if len(used) else np.nan,
        "most": float(used.max()) if len(used) else np.nan,
        "gini": gini(values, people),
        "palma": palma(values, people, rank),
        "theil": total,
        "theil_between_countries": between,
        "theil_within_countries": within,
    }
    if group is not None:
        _, row["theil_between_groups"], row["theil_within_groups"] = theil(values, people, group)
    if rank is not None:
        row["concentration"] = concentration(values, people, rank)
        row["erreygers"] = erreygers(values, people, rank, *bounds)
    return row


def equity_table(
    values: np.ndarray,
    people: np.ndarray,
    country: np.ndarray,
    group: np.ndarray | None = None,
    rank: np.ndarray | None = None,
) -> pd.DataFrame:
    """Indices for all, for each country and for each group.

    Returns
    -------
    DataFrame
        `scope` (all, country, group), `name` and the columns of `equity_row`. Bounds of Erreygers'
        index are 0 and the most that any place has, the same in every row.
    """
    values = np.asarray(values, float)
    finite = values[np.isfinite(values) & (people > 0)]
    bounds = (0.0, float(finite.max()) if len(finite) else np.nan)
    scopes = [("all", "", np.ones(len(values), bool))]
    scopes += [("country", one, country == one) for one in sorted(set(country) - {""})]
    if group is not None:
        names = sorted({str(one) for one in group} - {""})
        scopes += [("group", one, group.astype(str) == one) for one in names]
    rows = []
    for scope, name, mine in scopes:
        found = equity_row(
            values[mine],
            people[mine],
            country[mine],
            None if group is None else group[mine],
            None if rank is None else rank[mine],
            bounds,
        )
        rows.append({"scope": scope, "name": name or None, **found})
    return pd.DataFrame(rows)
