"""Travel costs as a long table: all pairs, the k nearest, or the pairs that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..crossborder.scenarios import TIME
from ..network.snapping import OK, Positions
from ..progress import Progress, quiet
from .travel import UNREACHED, Travel, or_nan

ROWS_AT_ONCE = 250_000
BYTES_A_CELL, BYTES_A_ROW = 40, 500  # measured: a block being searched, a row on its way to a layer


@dataclass(frozen=True)
class Wanted:
    """Which pairs, and what of them.

    Attributes
    ----------
    nearest : int
        The k nearest destinations of each origin; 0 for all. Of equally near destinations the
        first in the layer comes first.
    pairs : (p, 2) int array, optional
        Rows of origins and destinations; `nearest` does not count then.
    km : bool
        Also the distance along the fastest way.
    """

    nearest: int = 0
    pairs: np.ndarray | None = None
    km: bool = False

    def count(self, origins: int, destinations: int) -> int:
        """Number of rows of the table."""
        if self.pairs is not None:
            return len(self.pairs)
        return origins * (min(self.nearest, destinations) if self.nearest else destinations)


@dataclass(frozen=True)
class Pairs:
    """Some rows of the table.

    Attributes
    ----------
    origin, destination : (p,) int arrays
        Their rows.
    cost : (p,) float array
        Infinite where unreached.
    km : (p,) float array or None
    status : (p,) int array
        Numbers into `words`.
    words : (w,) object array
        ``ok``, ``unreached``, and why an end could not be used: ``origin too_far``.
    """

    origin: np.ndarray
    destination: np.ndarray
    cost: np.ndarray
    km: np.ndarray | None
    status: np.ndarray
    words: np.ndarray

    def take(self, rows) -> Pairs:
        """Some of the rows."""
        km = None if self.km is None else self.km[rows]
        columns = (self.origin[rows], self.destination[rows], self.cost[rows], km)
        return Pairs(*columns, self.status[rows], self.words)


def pairs_in_blocks(
    travel: Travel,
    origins: Positions,
    destinations: Positions,
    wanted: Wanted,
    progress: Progress = quiet,
    compute=None,
) -> Iterator[Pairs]:
    """The rows of the table in pieces of at most about `ROWS_AT_ONCE`, origin by origin.

    Parameters
    ----------
    travel : Travel
        Its direction ``from`` runs from the origins to the destinations.
    compute : callable, optional
        What stands in place of `Travel.blocks`, with its arguments and what it gives.
    """
    words, codes = _words(origins, destinations)
    partner = None
    if wanted.pairs is not None:
        used = np.unique(wanted.pairs[:, 0]), np.unique(wanted.pairs[:, 1])
        order = np.lexsort([wanted.pairs[:, 1], wanted.pairs[:, 0]])
        partner = wanted.pairs[order]
        origins_asked, destinations_asked = origins.take(used[0]), destinations.take(used[1])
    else:
        used = np.arange(len(origins)), np.arange(len(destinations))
        origins_asked, destinations_asked = origins, destinations
    compute = compute or travel.blocks
    for rows, cost, *more in compute(origins_asked, destinations_asked, progress, wanted.km):
        km = more[0] if more else None
        for row, column in _chosen(rows, cost, wanted, partner, used):
            origin, destination = used[0][rows[row]], used[1][column]
            reached = np.isfinite(cost[row, column])
            status = np.where(reached, 0, 1)
            status = np.where(codes[1][destination] > 0, codes[1][destination], status)
            status = np.where(codes[0][origin] > 0, codes[0][origin], status)
            yield Pairs(
                origin,
                destination,
                cost[row, column],
                None if km is None else km[row, column],
                status,
                words,
            )


def _words(origins: Positions, destinations: Positions):
    words, codes = [OK, UNREACHED], []
    for role, at in (("origin", origins), ("destination", destinations)):
        reasons, number = np.unique(at.status.astype(str), return_inverse=True)
        code = np.array([0 if one == OK else len(words) + n for n, one in enumerate(reasons)])
        words += [f"{role} {one}" for one in reasons]
        codes.append(code[number.ravel()] if len(at) else np.empty(0, np.int64))
    return np.array(words, dtype=object), codes


def _chosen(rows, cost, wanted: Wanted, partner, used):
    """Rows and columns of a block that are wanted, in pieces."""
    if partner is not None:
        origin = used[0][rows]
        begin, end = np.searchsorted(partner[:, 0], [origin[0], origin[-1] + 1])
        for first in range(begin, end, ROWS_AT_ONCE):
            some = partner[first : min(first + ROWS_AT_ONCE, end)]
            yield np.searchsorted(origin, some[:, 0]), np.searchsorted(used[1], some[:, 1])
        return
    size = max(1, ROWS_AT_ONCE // max(cost.shape[1], 1))
    for first in range(0, len(rows), size):
        some = cost[first : first + size]
        if wanted.nearest:  # the unreached are kept only where nothing is reached
            column = np.argsort(some, axis=1, kind="stable")[:, : wanted.nearest]
            kept = np.isfinite(np.take_along_axis(some, column, axis=1))
            kept[:, :1] = True
            row, place = np.nonzero(kept)
            column = column[row, place]
        else:
            row, column = (one.ravel() for one in np.indices(some.shape))
        yield first + row, column


def as_table(pairs: Pairs, origin_id, destination_id, cost: str) -> pd.DataFrame:
    """Rows of pairs with their ids."""
    columns = {
        "origin_id": origin_id[pairs.origin],
        "destination_id": destination_id[pairs.destination],
        "time_min" if cost == TIME else "distance_km": or_nan(pairs.cost),
    }
    if pairs.km is not None:
        columns["distance_km"] = pairs.km
    columns["status"] = pairs.words[pairs.status]
    return pd.DataFrame(columns)


def unusable(ids: list[np.ndarray], at: list[Positions], roles: list[str]) -> pd.DataFrame:
    """Points that could not be used, with the reason.

    Returns
    -------
    DataFrame
        `role`, `id`, `reason`; the index is the row among all points, one group after the other.
    """
    table = pd.concat(
        [
            pd.DataFrame({"role": role, "id": one_ids, "reason": one.status})
            for role, one_ids, one in zip(roles, ids, at)
        ],
        ignore_index=True,
    )
    table["id"] = table["id"].astype(str).astype(object)
    return table[table["reason"] != OK]
