"""Routes on the road: their lines, time, length, and the border crossings on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..crossborder.scenarios import DISTANCE, TIME, edge_costs
from ..network.lines import Lines, expand, offsets_of
from ..network.paths import Ways
from ..network.search import FROM
from ..network.snapping import OK, Positions
from ..progress import Progress, quiet
from .travel import UNREACHED, Travel


@dataclass(frozen=True)
class Routes:
    """Least-cost routes between pairs of places.

    Attributes
    ----------
    values : DataFrame
        One row a pair: `time_min`, `distance_km` (on the road), `crossings` (ids in the order of
        travel), `crossing_names`, `status`.
    lines : Lines
        One a pair, in the direction of travel, from road to road; empty where there is no way.
    """

    values: pd.DataFrame
    lines: Lines


def nearest_pairs(travel: Travel, origins: Positions, destinations: Positions, nearest: int = 0):
    """Pairs of every origin with its k nearest destinations (0: with all of them).

    An origin from which nothing is reached keeps its first destination, to say so.

    Returns
    -------
    (p, 2) int array
        Rows of origins and destinations.
    """
    if not nearest:
        rows = np.indices((len(origins), len(destinations))).reshape(2, -1)
        return rows.T
    pairs = []
    for rows, block in travel.blocks(origins, destinations):
        for row, cost in zip(rows.tolist(), block):
            chosen = np.argsort(cost, kind="stable")[:nearest]
            reached = chosen[np.isfinite(cost[chosen])]
            pairs += [(row, one) for one in (reached if len(reached) else chosen[:1]).tolist()]
    return np.array(pairs, np.int64).reshape(-1, 2)


def matched_pairs(origin: np.ndarray, destination: np.ndarray) -> np.ndarray:
    """(p, 2) pairs of rows with the same value, in the order of the origins; empty ones match none.

    Examples
    --------
    >>> matched_pairs(np.array(["a", "b", ""]), np.array(["b", "a", "b", ""])).tolist()
    [[0, 1], [1, 0], [1, 2]]
    """
    left = pd.DataFrame({"value": origin, "one": np.arange(len(origin))})
    right = pd.DataFrame({"value": destination, "two": np.arange(len(destination))})
    both = left[left["value"] != ""].merge(right[right["value"] != ""], on="value")
    return both.sort_values(["one", "two"])[["one", "two"]].to_numpy(np.int64)


def routes(
    travel: Travel,
    origins: Positions,
    destinations: Positions,
    pairs: np.ndarray,
    progress: Progress = quiet,
) -> Routes:
    """The least-cost route of each pair.

    Parameters
    ----------
    travel : Travel
        Its direction ``from`` drives from the origins to the destinations, ``to`` back again.
    origins, destinations : Positions
    pairs : (p, 2) int array
        Rows of origins and destinations.

    Returns
    -------
    Routes
        With the time and the length of the very way that is drawn, whichever of them was least.
    """
    first, last = (origins, destinations) if travel.direction == FROM else (destinations, origins)
    one, two = pairs.T if travel.direction == FROM else pairs.T[::-1]
    ways = travel.ways(first, last, np.column_stack([one, two]), progress)
    owner = np.repeat(np.arange(len(pairs)), np.diff(ways.offsets))
    share, back = np.abs(ways.end - ways.begin), (ways.end < ways.begin).astype(np.int64)
    on_road = [
        np.bincount(owner, np.stack(cost)[back, ways.edge] * share, minlength=len(pairs))
        for cost in (edge_costs(travel.network, travel.border, one) for one in (TIME, DISTANCE))
    ]
    access = first.access_min[one] + last.access_min[two]
    time = np.where(ways.found, on_road[0] + access, np.nan)
    km = np.where(ways.found, on_road[1], np.nan)
    crossed = travel.network.is_crossing[ways.edge]
    ends = np.searchsorted(owner[crossed], np.arange(len(pairs)))
    crossings = np.split(ways.edge[crossed], ends)[1:]
    status = np.where(np.isnan(time), UNREACHED, OK).astype(object)
    for role, at, rows in (("destination", destinations, 1), ("origin", origins, 0)):
        bad = ~at.ok[pairs[:, rows]]
        status[bad] = [f"{role} {one}" for one in at.status[pairs[bad, rows]]]
    names = travel.network.edges["name"].to_numpy(object)
    ids = travel.network.edges["crossing_id"].to_numpy(object)
    return Routes(
        pd.DataFrame(
            {
                "time_min": time,
                "distance_km": km,
                "crossings": [", ".join(str(ids[at]) for at in rows) for rows in crossings],
                "crossing_names": [
                    ", ".join(str(names[at] or ids[at]) for at in rows) for rows in crossings
                ],
                "status": status,
            }
        ),
        lines_of_ways(ways, travel.network.lines),
    )


def lines_of_ways(ways: Ways, lines: Lines) -> Lines:
    """One polyline a way, in the direction of travel; empty where a way has no length."""
    along = np.concatenate([[0.0], np.cumsum(_steps(lines))])[: len(lines.xy)]
    first, last = lines.first[ways.edge], lines.last[ways.edge]
    back = ways.end < ways.begin
    # vertices outside a piece are moved to its end, and are then one point
    shares = np.minimum(ways.begin, ways.end), np.maximum(ways.begin, ways.end)
    at = [along[first] + share * (along[last] - along[first]) for share in shares]
    point = []
    for place in at:
        vertex = np.clip(np.searchsorted(along, place, side="right") - 1, first, last - 1)
        step = np.maximum(along[vertex + 1] - along[vertex], 1e-12)
        part = np.clip((place - along[vertex]) / step, 0, 1)
        point.append(lines.at(ways.edge, vertex - first + part))
    piece, number = expand(last - first + 1)
    vertex = np.where(back[piece], last[piece] - number, first[piece] + number)
    before = (shares[0] > 0)[piece] & (along[vertex] < at[0][piece])
    beyond = (shares[1] < 1)[piece] & (along[vertex] > at[1][piece])
    xy = lines.xy[vertex]
    xy[before], xy[beyond] = point[0][piece[before]], point[1][piece[beyond]]

    way = np.repeat(np.arange(len(ways.found)), np.diff(ways.offsets))[piece]
    moved = np.ones(len(xy), dtype=bool)
    moved[1:] = (xy[1:] != xy[:-1]).any(axis=1) | (way[1:] != way[:-1])
    count = np.bincount(way[moved], minlength=len(ways.found))
    moved &= count[way] > 1
    return Lines(xy[moved], offsets_of(np.where(count > 1, count, 0)))


def _steps(lines: Lines) -> np.ndarray:
    """(m,) distance of each vertex to the one after it in its line, 0 at ends."""
    step = np.zeros(len(lines.xy))
    step[lines.segment_starts] = lines.segment_lengths()
    return step
