"""Where the roads of two national data sets nearly meet at the border, and where they do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from .countries import Countries

OPEN_END_M = 100.0
LOOK_FOR_PARTNERS_M = 1000.0
POINT_COLUMNS = ["node", "kind", "gap_m", "reason"]
OPEN_END, AMBIGUOUS = "open end", "ambiguous stitch"


@dataclass(frozen=True)
class Stitches:
    """Ends of national networks near each other across the border.

    Attributes
    ----------
    pairs : (s, 2) int array
        Nodes to be joined.
    points : DataFrame
        Columns `POINT_COLUMNS`: ends with more than one possible partner (`gap_m` to the one that
        was not taken), and ends at the border without a partner (`gap_m` to the nearest end
        abroad; NaN where none lies within 1 km).
    """

    pairs: np.ndarray
    points: pd.DataFrame


def stitch(
    node_xy: np.ndarray,
    node_country: np.ndarray,
    ends: np.ndarray,
    countries: Countries,
    tolerance: float,
) -> Stitches:
    """Join the ends of two countries' roads that face each other across the border.

    Two ends are joined when each is the nearest foreign end of the other, within `tolerance`
    (metres). Nothing is guessed further: what stays open is listed.

    Parameters
    ----------
    node_xy : (n, 2) float array
    node_country : (n,) int array
    ends : (k,) int array
        Nodes at which a single road ends.
    """
    xy, country = node_xy[ends], node_country[ends]
    empty = np.empty((0, 2), np.int64)
    pairs = cKDTree(xy).query_pairs(tolerance, output_type="ndarray") if len(ends) else empty
    pairs = pairs[country[pairs[:, 0]] != country[pairs[:, 1]]]
    gap = np.hypot(*(xy[pairs[:, 0]] - xy[pairs[:, 1]]).T)
    order = np.lexsort([pairs[:, 1], pairs[:, 0], gap])
    pairs, gap = pairs[order], gap[order]
    nearest = np.full(len(ends), len(pairs))
    for side in (0, 1):
        np.minimum.at(nearest, pairs[:, side], np.arange(len(pairs)))
    mutual = (nearest[pairs[:, 0]] == nearest[pairs[:, 1]]) if len(pairs) else np.empty(0, bool)
    chosen = pairs[mutual]
    free = np.ones(len(ends), dtype=bool)
    free[chosen.ravel()] = False

    points = [
        *_ambiguous(pairs, gap, free, tolerance),
        *_open_ends(xy, country, free, countries, tolerance),
    ]
    table = pd.DataFrame(points, columns=POINT_COLUMNS)
    table["node"] = ends[table["node"].to_numpy(np.int64)]
    return Stitches(ends[chosen], table)


def _ambiguous(pairs, gap, free, tolerance):
    """Ends with more than one possible partner, with the gap to the next best."""
    choices = np.bincount(pairs.ravel(), minlength=len(free))
    for end in np.flatnonzero(choices > 1).tolist():
        gaps = gap[(pairs == end).any(axis=1)]
        done = "left open" if free[end] else f"joined to the nearest, {gaps[0]:.1f} m away"
        reason = f"{len(gaps)} ends abroad within {tolerance:g} m; {done}"
        yield end, AMBIGUOUS, float(gaps[1]), reason


def _open_ends(xy, country, free, countries, tolerance):
    """Ends within 100 m of another country that were not joined, with the reason."""
    at_border = np.zeros(len(xy), dtype=bool)
    for number in range(len(countries)):
        foreign = np.flatnonzero(free & (country != number))
        gap_to = countries.distance_to(number, xy[foreign], OPEN_END_M)
        at_border[foreign[np.isfinite(gap_to)]] = True
    for number in np.unique(country[at_border]):
        mine = np.flatnonzero(at_border & (country == number))
        abroad = np.flatnonzero(country != number)
        gap = np.full(len(mine), np.inf)
        if len(abroad):
            tree = cKDTree(xy[abroad])
            gap, _ = tree.query(xy[mine], distance_upper_bound=LOOK_FOR_PARTNERS_M)
        for end, metres in zip(mine.tolist(), gap.tolist()):
            if not np.isfinite(metres):
                reason = f"no road abroad ends within {LOOK_FOR_PARTNERS_M:g} m"
            elif metres > tolerance:
                reason = f"the nearest end abroad is {metres:.0f} m away, over {tolerance:g} m"
            else:
                reason = f"the nearest end abroad, {metres:.1f} m away, is joined to another"
            yield end, OPEN_END, metres if np.isfinite(metres) else np.nan, reason
