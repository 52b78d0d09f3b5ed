"""Places represented by the points where their people live."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

SUMMED = ("people", "population")
SUMMED_KINDS = ("spatial_availability_", "change_spatial_availability_")  # units of supply
ENOUGH = 0.5


@dataclass(frozen=True)
class Parts:
    """The points that stand for places, in the order of the places.

    Attributes
    ----------
    place : (p,) int array
        Row of the place of each point; every place has at least one.
    xy : (p, 2) float array
    share : (p,) float array
        Share of the place's people at the point; those of one place add up to 1.
    point : (p,) int array
        Row among all points, -1 for a place that holds none.
    """

    place: np.ndarray
    xy: np.ndarray
    share: np.ndarray
    point: np.ndarray

    def __len__(self) -> int:
        return len(self.place)

    @property
    def first(self) -> np.ndarray:
        """(n,) first point of each place."""
        return np.searchsorted(self.place, np.arange(self.place.max(initial=-1) + 1))


def parts_of(own_xy: np.ndarray, place: np.ndarray, xy: np.ndarray, weight: np.ndarray) -> Parts:
    """Divide places among the points inside them.

    A point without people stands for nobody where another point of its place has some; where no
    point of a place has any, they count alike. A place without a point keeps its own.

    Parameters
    ----------
    own_xy : (n, 2) float array
        The one point that stands for a place without others.
    place : (k,) int array
        Row of the place that each point lies in, -1 for none.
    xy : (k, 2) float array
    weight : (k,) float array
        People at the points; NaN counts as none.

    Examples
    --------
    >>> own = np.zeros((2, 2))
    >>> parts_of(own, np.array([1, -1, 1]), np.ones((3, 2)), np.array([30.0, 5, 10])).share
    array([1.  , 0.75, 0.25])
    """
    weight = np.nan_to_num(weight)
    inside = np.flatnonzero(place >= 0)
    total = np.bincount(place[inside], weight[inside], minlength=len(own_xy))
    count = np.bincount(place[inside], minlength=len(own_xy))
    used = inside[(weight[inside] > 0) | (total[place[inside]] == 0)]
    alone = np.flatnonzero(count == 0)
    of = np.concatenate([place[used], alone])
    order = np.argsort(of, kind="stable")
    people = total[place[used]] > 0
    share = np.where(
        people, weight[used] / np.where(people, total[place[used]], 1), 1 / count[place[used]]
    )
    return Parts(
        of[order],
        np.concatenate([xy[used], own_xy[alone]])[order],
        np.concatenate([share, np.ones(len(alone))])[order],
        np.concatenate([used, np.full(len(alone), -1)])[order],
    )


def in_the_middle(parts: Parts) -> np.ndarray:
    """(n,) for each place the point nearest to the centre of its people."""
    count = len(parts.first)
    centre = np.column_stack(
        [np.bincount(parts.place, parts.share * one, minlength=count) for one in parts.xy.T]
    )
    gap = np.nan_to_num(np.hypot(*(parts.xy - centre[parts.place]).T))
    return np.lexsort([gap, parts.place])[parts.first]


def gather(
    table: pd.DataFrame, parts: Parts, rows: np.ndarray | None = None
) -> tuple[pd.DataFrame, np.ndarray]:
    """Bring results at points back to their places, by the share of the people at each point.

    Numbers become the mean over the people who have one, and are missing where less than half of
    them have. `people`, `population` and what is in units of supply are added up. Texts, ids and
    flags are those of most people, the first of equals.

    Parameters
    ----------
    table : DataFrame
        A row a point, or several such blocks below each other.
    rows : int array, optional
        The point of each row; by default one block in their order.

    Returns
    -------
    table : DataFrame
        A row a place (and block), with `points`: how many stand for it.
    place : int array
        The place of each row.
    """
    point = np.arange(len(parts)) if rows is None else np.asarray(rows)
    block = pd.Series(point).groupby(point).cumcount().to_numpy()
    place, share = parts.place[point], parts.share[point]
    keys, group = np.unique(np.column_stack([block, place]), axis=0, return_inverse=True)
    group, count = group.reshape(-1), len(keys)
    made = {}
    for name in table.columns:
        values = table[name].reset_index(drop=True)
        if name in SUMMED or name.startswith(SUMMED_KINDS):
            made[name] = np.bincount(group, values.to_numpy(float), minlength=count)
        elif values.dtype.kind == "f":
            made[name] = _mean(values.to_numpy(float), share, group, count)
        else:
            chosen = _of_most(values, share, group, count)
            made[name] = values.iloc[chosen].reset_index(drop=True)
    made["points"] = np.bincount(group, minlength=count)
    return pd.DataFrame(made), keys[:, 1]


def _mean(values, share, group, count):
    known = np.isfinite(values)
    people = np.bincount(group[known], share[known], minlength=count)
    total = np.bincount(group[known], share[known] * values[known], minlength=count)
    enough = people >= ENOUGH - 1e-9
    return np.divide(total, people, out=np.full(count, np.nan), where=enough)


def _of_most(values, share, group, count):
    """Row of a value that most people of each group have."""
    code = pd.factorize(values)[0]
    table = pd.DataFrame(
        {"group": group, "code": code, "share": share, "row": np.arange(len(code))}
    )
    table = table.groupby(["group", "code"], as_index=False).agg({"share": "sum", "row": "min"})
    table["share"] = table["share"].round(9)
    table = table.sort_values(["group", "share", "row"], ascending=[True, False, True])
    return table.drop_duplicates("group")["row"].to_numpy()
