"""Transport performance: how many of the people nearby can be reached by road, at home and abroad.

The framework of the European Commission, with the country of those who are reached told apart.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import ConvexHull, QhullError

from ..limits import within
from ..network.countries import Outline
from ..network.snapping import Positions
from ..progress import Progress, quiet
from .travel import Travel

SEMI_MAJOR_M, FLATTENING = 6_378_137.0, 1 / 298.257222101  # GRS 1980
MEAN_RADIUS_M = 6_371_008.8


@dataclass(frozen=True)
class People:
    """Whom one can reach: cells or places, also beyond the frame.

    Attributes
    ----------
    at : Positions
        Where they join the network; those that do not are near, and cannot be reached.
    xyz : (m, 3) float array
        See `earth_xyz`; NaN without a geometry.
    count : (m,) float array
    """

    at: Positions
    xyz: np.ndarray
    count: np.ndarray


def earth_xyz(lonlat: np.ndarray) -> np.ndarray:
    """(n, 3) places on the ellipsoid in metres from the middle of the earth.

    Parameters
    ----------
    lonlat : (n, 2) float array
        Degrees.
    """
    lon, lat = np.radians(np.asarray(lonlat, float)).T
    square = FLATTENING * (2 - FLATTENING)
    normal = SEMI_MAJOR_M / np.sqrt(1 - square * np.sin(lat) ** 2)
    flat = normal * np.cos(lat)
    return np.column_stack(
        [flat * np.cos(lon), flat * np.sin(lon), normal * (1 - square) * np.sin(lat)]
    )


def straight_km(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """(k, n) geodesic distance between places of `earth_xyz`, from the chord between them.

    The arc is longer than its chord by c^3 / 24 R^2, 1.8 m in 120 km; that the earth's curvature is
    not the same everywhere moves this by less than 2 %, some centimetres.
    """
    squares = (a**2).sum(axis=1)[:, None] + (b**2).sum(axis=1)[None, :] - 2 * a @ b.T
    chord = np.sqrt(np.maximum(squares, 0))
    chord = np.where(chord < 1.0, 0.0, chord)  # rounding of large numbers: a place and itself
    return 2 * MEAN_RADIUS_M * np.arcsin(np.minimum(chord / (2 * MEAN_RADIUS_M), 1)) / 1000


def transport_performance(
    travel: Travel,
    at: Positions,
    xyz: np.ndarray,
    people: People,
    threshold: float = 90.0,
    radius_km: float = 120.0,
    top_speed_kmh: float = 130.0,
    progress: Progress = quiet,
) -> pd.DataFrame:
    """People reached in time over people nearby, for each place.

    Parameters
    ----------
    travel : Travel
        In minutes.
    at : Positions
        Places.
    xyz : (n, 3) float array
        The places, as of `earth_xyz`.
    people : People
    threshold : float
        Minutes, inclusive.
    radius_km : float
        Straight line, inclusive; sea and land abroad count as distance like any other.
    top_speed_kmh : float
        Of the ideal way, for `efficiency`.

    Returns
    -------
    DataFrame
        `accessible`, `accessible_own`, `accessible_abroad`: people within the threshold [1]_.
        `proximity` and its parts: people within the radius. `tp`, `tp_own`, `tp_abroad`: 100 times
        one over the other; NaN without anybody nearby; above 100 where the threshold leads beyond
        the radius (`over_100` = 1): not cut. `border_gap`: share of the people nearby of the own
        country who are reached, less that of the people nearby abroad, in points from -100 to 100;
        those beyond the radius do not count here, or a handful of people nearby abroad would give
        thousands of points. NaN where nobody lives nearby on one of the sides.
        `efficiency`: mean over the people within the radius who are reached at all of the time
        taken over that of a straight line at the top speed [2]_; 1 is ideal, the place itself does
        not count. All NaN where a place could not be used.

    Notes
    -----
    The place itself, and whoever lives at the same point, counts in both numbers. Who lives too far
    from a road counts in the proximity only.

    References
    ----------
    .. [1] Dijkstra, Poelman and Ackermans 2019, Road transport performance in Europe, European
       Commission, DG REGIO, working paper.
    .. [2] Christodoulou and Christidis 2019, Measuring cross-border road accessibility in the
       European Union. doi:10.3390/su11154000
    """
    count = len(at)
    sums = {
        name: np.zeros(count)
        for name in (f"{one}_{side}" for one in COUNTED for side in ("own", "abroad"))
    }
    ratio, reached = np.zeros(count), np.zeros(count)
    known = np.flatnonzero(np.isfinite(people.xyz).all(axis=1) & (people.count > 0))
    there = people.at.take(known)
    for rows, cost in travel.blocks(there, at, progress):
        weight = people.count[known[rows]]
        distance = straight_km(people.xyz[known[rows]], xyz)
        home = there.country[rows][:, None] == at.country[None, :]
        near = within(distance, radius_km)
        itself = (distance == 0) & at.ok[None, :]
        reached_in_time = within(cost, threshold) | itself
        for name, inside in zip(COUNTED, (reached_in_time, near, reached_in_time & near)):
            sums[f"{name}_own"] += weight @ (inside & home)
            sums[f"{name}_abroad"] += weight @ (inside & ~home)
        used = near & np.isfinite(cost) & (distance > 0)
        pace = cost / 60 * top_speed_kmh
        ratio += weight @ np.divide(pace, distance, out=np.zeros_like(pace), where=used)
        reached += weight @ used
    table = pd.DataFrame(sums)
    for name in COUNTED[:2]:
        table[name] = table[f"{name}_own"] + table[f"{name}_abroad"]
    for part in ("", "_own", "_abroad"):
        table[f"tp{part}"] = 100 * _over(table[f"accessible{part}"], table[f"proximity{part}"])
    shares = [_over(sums[f"both_{side}"], sums[f"proximity_{side}"]) for side in ("own", "abroad")]
    table["border_gap"] = 100 * (shares[0] - shares[1])
    table["efficiency"] = _over(ratio, reached)
    table["over_100"] = (table["tp"] > 100).astype(float)
    table[~at.ok] = np.nan
    order = ["accessible", "proximity", "tp"]
    return table[[f"{one}{part}" for one in order for part in ("", "_own", "_abroad")] + EXTRA]


COUNTED = ("accessible", "proximity", "both")
EXTRA = ["border_gap", "efficiency", "over_100"]


def _over(a, b):
    a, b = np.asarray(a, float), np.asarray(b, float)
    return np.divide(a, b, out=np.full(len(a), np.nan), where=b > 0)


def hull_of(xy: np.ndarray) -> np.ndarray:
    """(h, 2) corners of the convex hull of some points; empty where they have no area."""
    xy = xy[np.isfinite(xy).all(axis=1)]
    try:
        return xy[ConvexHull(xy).vertices]
    except (QhullError, ValueError):
        return np.empty((0, 2))


def distance_to_frame(xy: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    """(n,) km from each place to the edge of the area that the population data covers.

    Below 0 outside of it; NaN without a geometry.

    Parameters
    ----------
    xy : (n, 2) float array
    start, end : (s, 2) float arrays
        Segments of its outline.
    """
    distance = np.full(len(xy), np.nan)
    located = np.flatnonzero(np.isfinite(xy).all(axis=1))
    if not len(start):
        distance[located] = -np.inf
        return distance
    outline = Outline(start, end)
    gap = outline.index.nearest(xy[located]).distance / 1000
    distance[located] = np.where(outline.contains(xy[located]), gap, -gap)
    return distance


def by_zone(table: pd.DataFrame, zone: np.ndarray, people: np.ndarray) -> pd.DataFrame:
    """Population-weighted means of the indicators of places in each zone.

    Returns
    -------
    DataFrame
        `zone`, `people` (of places with a value), `tp`, `tp_own`, `tp_abroad`, `border_gap`,
        `efficiency`: means of the indicators, as the Commission averages its cells; and
        `tp_of_means`: the people reached over the people nearby, each summed up first. The two are
        not the same. `frame_complete`: 1 where it is for all its people.
    """
    rows = []
    names = ["tp", "tp_own", "tp_abroad", "border_gap", "efficiency"]
    for one in sorted({str(name) for name in zone} - {""}):
        mine = (zone.astype(str) == one) & (people > 0) & table["tp"].notna().to_numpy()
        weight, part = people[mine], table[mine]
        row = {"zone": one, "people": float(weight.sum())}
        for name in names:
            value = part[name].to_numpy(float)
            kept = np.isfinite(value)
            row[name] = float(np.average(value[kept], weights=weight[kept])) if kept.any() else None
        near = float((part["proximity"] * weight).sum())
        reached = float((part["accessible"] * weight).sum())
        row["tp_of_means"] = 100 * reached / near if near > 0 else None
        row["frame_complete"] = int(bool(mine.any()) and bool((part["frame_complete"] == 1).all()))
        rows.append(row)
    columns = ["zone", "people", *names, "tp_of_means", "frame_complete"]
    made = pd.DataFrame(rows, columns=columns)
    return made.astype(dict.fromkeys(["people", *names, "tp_of_means"], float))
