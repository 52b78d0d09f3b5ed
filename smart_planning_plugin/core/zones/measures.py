"""What is said of a division into regions: cores, self-containment, contiguity, agreement."""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components


def self_containment(flow: np.ndarray, group: np.ndarray) -> pd.DataFrame:
    """Flows of each region, and the shares that stay.

    Parameters
    ----------
    flow : (n, n) float array
    group : (n,) int array
        Numbered from 0.

    Returns
    -------
    DataFrame
        One row a region: `flow_out`, `flow_in` (all that starts, ends there), `flow_within`,
        `supply` (of those that start), `demand` (of those that end), `self_containment` (the
        smaller one). NaN where there is no flow.
    """
    out = np.bincount(group, flow.sum(axis=1))
    into = np.bincount(group, flow.sum(axis=0))
    same = group[:, None] == group[None, :]
    within = np.bincount(group, np.where(same, flow, 0.0).sum(axis=1))
    with np.errstate(invalid="ignore", divide="ignore"):
        supply, demand = within / out, within / into
    return pd.DataFrame(
        {
            "flow_out": out,
            "flow_in": into,
            "flow_within": within,
            "supply": supply,
            "demand": demand,
            "self_containment": np.fmin(supply, demand),
        }
    )


def cores(group: np.ndarray, *weights: np.ndarray) -> np.ndarray:
    """(groups,) zone of greatest weight in each region; of equals the next weight decides."""
    order = np.lexsort([np.arange(len(group)), *(-one for one in reversed(weights)), group])
    return order[np.unique(group[order], return_index=True)[1]]


def parts(group: np.ndarray, neighbours: np.ndarray) -> np.ndarray:
    """(groups,) pieces of each region on the map.

    Parameters
    ----------
    group : (n,) int array
    neighbours : (k, 2) int array
        Pairs of zones that touch.
    """
    pairs = np.asarray(neighbours, np.int64).reshape(-1, 2)
    inside = pairs[group[pairs[:, 0]] == group[pairs[:, 1]]]
    graph = csr_matrix((np.ones(len(inside)), (inside[:, 0], inside[:, 1])), (len(group),) * 2)
    _, part = connected_components(graph, directed=False)
    seen = pd.DataFrame({"group": group, "part": part}).drop_duplicates()
    return np.bincount(seen["group"])


def adjusted_rand(one: np.ndarray, other: np.ndarray) -> float:
    """Agreement of two divisions: 1 for the same, about 0 for chance [1]_.

    References
    ----------
    .. [1] Hubert and Arabie 1985, Comparing partitions. doi:10.1007/BF01908075

    Examples
    --------
    >>> import numpy as np
    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([5, 5, 3, 3]))
    1.0
    """
    table = pd.crosstab(one, other).to_numpy(float)
    count = float(table.sum())

    def pairs(values):
        return float((values * (values - 1) / 2).sum())

    both, rows, columns = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = rows * columns / max(count * (count - 1) / 2, 1)
    most = (rows + columns) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def overlap(one: np.ndarray, other: np.ndarray, people: np.ndarray) -> pd.DataFrame:
    """People and zones that a region of one division shares with one of the other.

    Returns
    -------
    DataFrame
        `one`, `other`, `units`, `people`, `share_of_one`, `share_of_other` (of people; of units
        where nobody lives), sorted by both.
    """
    table = pd.DataFrame({"one": one, "other": other, "units": 1, "people": people})
    found = table.groupby(["one", "other"], sort=True, as_index=False)[["units", "people"]].sum()
    weight = "people" if people.sum() > 0 else "units"
    for name in ("one", "other"):
        whole = found.groupby(name)[weight].transform("sum").to_numpy(float)
        part = found[weight].to_numpy(float)
        found[f"share_of_{name}"] = np.divide(part, whole, out=np.full(len(part), np.nan),
                                              where=whole > 0)  # fmt: skip
    return found
