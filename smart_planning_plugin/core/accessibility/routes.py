"""Routes on the road: their lines, time, length, and the border crossings on the way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..crossborder.scenarios import DISTANCE, TIME, edge_costs
from ..network.lines import Lines
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
    both = Positions(
        *(
            np.concatenate([getattr(first, name), getattr(last, name)])
            for name in Positions.__dataclass_fields__
        )
    )
    graph = travel.from_sources(both)
    tracer = _Tracer(travel)
    access = np.nan_to_num(both.access_min)
    usable = first.ok[one] & last.ok[two]
    time, km = np.full((2, len(pairs)), np.nan)
    parts = [np.empty((0, 2))] * len(pairs)
    crossings: list[list[int]] = [[] for _ in pairs]
    order = np.flatnonzero(usable)[np.argsort(one[usable], kind="stable")]
    before, start = None, -1
    for number, row in enumerate(order.tolist()):
        if one[row] != start:
            progress(number / len(order))
            start = int(one[row])
            before = graph.tree(start, travel.max_cost)
        end = len(first) + int(two[row])
        edge, begin, stop = graph.way(before, end)
        if not len(edge) and not _same_place(both, start, end):
            continue
        minutes, metres = tracer.costs(edge, begin, stop)
        time[row] = minutes + access[start] + access[end]
        km[row] = metres
        parts[row] = tracer.line(edge, begin, stop)
        crossings[row] = edge[travel.network.is_crossing[edge]].tolist()
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
        Lines.of(parts),
    )


def _same_place(at: Positions, one: int, two: int) -> bool:
    return at.edge[one] == at.edge[two] and at.fraction[one] == at.fraction[two]


class _Tracer:
    """Time, length and line of pieces of edges."""

    def __init__(self, travel: Travel):
        network = travel.network
        self._time = np.stack(edge_costs(network, travel.border, TIME))
        self._km = np.stack(edge_costs(network, travel.border, DISTANCE))
        self._lines = network.lines
        length = np.concatenate([[0.0], np.cumsum(_steps(network.lines))])
        self._along = length[: len(network.lines.xy)]

    def costs(self, edge, begin, end) -> tuple[float, float]:
        """Minutes and km."""
        backwards = (end < begin).astype(np.int64)
        share = np.abs(end - begin)
        return (
            float((self._time[backwards, edge] * share).sum()),
            float((self._km[backwards, edge] * share).sum()),
        )

    def line(self, edge, begin, end) -> np.ndarray:
        """(k, 2) coordinates in the direction of travel."""
        parts = [self._part(*one) for one in zip(edge.tolist(), begin.tolist(), end.tolist())]
        xy = np.concatenate([*parts, np.empty((0, 2))])
        moved = np.ones(len(xy), dtype=bool)
        moved[1:] = (xy[1:] != xy[:-1]).any(axis=1)
        return xy[moved] if moved.sum() > 1 else np.empty((0, 2))

    def _part(self, edge, begin, end):
        low, high = min(begin, end), max(begin, end)
        first, last = self._lines.offsets[edge], self._lines.offsets[edge + 1]
        xy = self._lines.xy[first:last]
        if low > 0 or high < 1:
            along = self._along[first:last] - self._along[first]
            at = np.array([low, high]) * along[-1]
            inside = (along > at[0]) & (along < at[1])
            ends = np.column_stack([np.interp(at, along, xy[:, side]) for side in (0, 1)])
            xy = np.concatenate([ends[:1], xy[inside], ends[1:]])
        return xy[::-1] if end < begin else xy


def _steps(lines: Lines) -> np.ndarray:
    """(m,) distance of each vertex to the one after it in its line, 0 at ends."""
    step = np.zeros(len(lines.xy))
    step[lines.segment_starts] = lines.segment_lengths()
    return step
