"""The parts of roads that are reached within a limit, cut exactly where the limit is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..network.lines import Lines, offsets_of
from ..network.model import RoadNetwork
from ..network.search import FROM
from ..network.snapping import OK, Positions
from .travel import Travel

SAME = 1e-9


@dataclass(frozen=True)
class Pieces:
    """Stretches of road between two places whose cost is known.

    Attributes
    ----------
    edge : (p,) int array
    begin, end : (p,) float arrays
        Shares of the edge.
    cost_begin, cost_end : (p,) float arrays
        Of reaching the two ends; infinite where they are not reached.
    source_begin, source_end : (p,) int arrays
        Who reaches them.
    there, back : (p,) float arrays
        Cost of the whole piece, away from its beginning and towards it; infinite where closed.
    """

    edge: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    cost_begin: np.ndarray
    cost_end: np.ndarray
    source_begin: np.ndarray
    source_end: np.ndarray
    there: np.ndarray
    back: np.ndarray

    def reached(self, limit: float) -> tuple[np.ndarray, np.ndarray]:
        """(p,) float arrays: shares of the pieces reached from the beginning and from the end.

        Where both together would be more than the whole, they meet where both take equally long.
        """
        begin = _share(limit - self.cost_begin, self.there)
        end = _share(limit - self.cost_end, self.back)
        both = begin + end > 1
        # cost_begin + there * x = cost_end + back * (1 - x)
        with np.errstate(invalid="ignore", divide="ignore"):
            meet = (self.cost_end + self.back - self.cost_begin) / (self.there + self.back)
        meet = np.clip(np.nan_to_num(meet, nan=0.5), 0, 1)
        return np.where(both, meet, begin), np.where(both, 1 - meet, end)

    def parts(self, low: float | None, high: float) -> tuple[np.ndarray, ...]:
        """Stretches that cost more than `low` (where given) and at most `high`.

        Returns
        -------
        source, edge : (k,) int arrays
        begin, end : (k,) float arrays
            Shares of the edge.
        """
        one, two = self.reached(high)
        zero = np.zeros(len(self.edge))
        before, behind = (zero, zero) if low is None else self.reached(low)
        # a piece that one source reaches from both sides stays in one
        whole = (one + two >= 1 - SAME) & (self.source_begin == self.source_end)
        one = np.where(whole, 1 - behind, one)
        two = np.where(whole, behind, two)
        length = self.end - self.begin
        found = [
            (self.source_begin, before, one),
            (self.source_end, 1 - two, 1 - behind),
        ]
        made = []
        for source, start, stop in found:
            kept = stop - start > SAME
            at = self.begin[kept] + length[kept] * start[kept]
            to = self.begin[kept] + length[kept] * stop[kept]
            made.append((source[kept], self.edge[kept], at, to))
        return tuple(np.concatenate(one) for one in zip(*made))


def _share(left, cost):
    """Share of a piece that can be travelled with what is left."""
    with np.errstate(invalid="ignore", divide="ignore"):
        share = np.where(left >= cost, 1.0, left / cost)
    return np.where((left >= 0) & np.isfinite(cost), share, 0.0)


def at_nodes(network: RoadNetwork) -> Positions:
    """The nodes of a network as places without a way to the road."""
    count = len(network.node_xy)
    edge, share = np.full(count, -1), np.zeros(count)
    edge[network.to_node], share[network.to_node] = np.arange(len(network)), 1.0
    edge[network.from_node], share[network.from_node] = np.arange(len(network)), 0.0
    none = np.zeros(count)
    nobody = np.full(count, "", dtype=object)
    return Positions(edge, share, none, none, nobody, np.full(count, OK, dtype=object))


def pieces(
    travel: Travel,
    node_cost: np.ndarray,
    node_source: np.ndarray,
    origins: Positions,
    origin_cost: np.ndarray,
    limit: float,
    drawn: np.ndarray,
) -> Pieces:
    """All pieces of road of which a part is reached within a limit.

    Parameters
    ----------
    node_cost : (n,) float array
    node_source : (n,) int array
    origins : Positions
        Where journeys start; edges are divided there.
    origin_cost : (k,) float array
        Cost of getting from each origin to its place on the road.
    limit : float
    drawn : (e,) bool array
        Edges that have a length to be cut.
    """
    network = travel.network
    forward, backward = travel.edge_costs
    if travel.direction != FROM:
        forward, backward = backward, forward
    usable = np.flatnonzero(origins.ok)
    near = np.minimum(node_cost[network.from_node], node_cost[network.to_node]) <= limit
    near &= drawn
    divided = np.unique(origins.edge[usable])
    divided = divided[drawn[divided]]
    near[divided] = False
    rows = np.flatnonzero(near)
    plain = [
        rows, np.zeros(len(rows)), np.ones(len(rows)),
        node_cost[network.from_node[rows]], node_cost[network.to_node[rows]],
        node_source[network.from_node[rows]], node_source[network.to_node[rows]],
    ]  # fmt: skip
    own: list[list] = [[] for _ in plain]
    on_edge: dict[int, list[int]] = {}
    for row in usable[np.argsort(origins.fraction[usable], kind="stable")].tolist():
        on_edge.setdefault(int(origins.edge[row]), []).append(row)
    for edge in divided.tolist():
        tail, head = network.from_node[edge], network.to_node[edge]
        stops = [(0.0, node_cost[tail], node_source[tail])]
        for row in on_edge[edge]:
            share = float(origins.fraction[row])
            stops.append((share, origin_cost[row], row))
        stops.append((1.0, node_cost[head], node_source[head]))
        stops = _cheapest_first(stops, forward[edge], backward[edge])
        for (start, cost, source), (stop, cost_2, source_2) in zip(stops, stops[1:]):
            values = (edge, start, stop, cost, cost_2, source, source_2)
            for column, value in zip(own, values if stop > start else ()):
                column.append(value)
    edge, begin, end, cost_begin, cost_end, source_begin, source_end = (
        np.concatenate([one, np.array(two, one.dtype)]) for one, two in zip(plain, own)
    )
    there, back = (cost[edge] * (end - begin) for cost in (forward, backward))
    return Pieces(
        edge, begin, end, cost_begin, cost_end, source_begin, source_end, there, back
    )  # fmt: skip


def _cheapest_first(stops, forward, backward):
    """What each stop on an edge costs when it may also be reached from the others on it."""
    best = []
    for share, cost, source in stops:
        for start, other, by in stops:
            way = 0.0  # of two at the same place both start with what is cheaper
            if start != share:
                way = (share - start) * forward if start < share else (start - share) * backward
            if other + way < cost:
                cost, source = other + way, by
        best.append((share, cost, source))
    return best


class Stretches:
    """Cuts stretches out of lines that are measured once.

    Parameters
    ----------
    lines : Lines
    """

    def __init__(self, lines: Lines):
        start = lines.segment_starts
        step = np.zeros(len(lines.xy))
        step[start + 1] = lines.segment_lengths()
        self._lines = lines
        self._along = np.cumsum(step)  # over all lines; the gap between two has no length
        self.total = self._along[lines.last] - self._along[lines.first]

    def between(self, line: np.ndarray, begin: np.ndarray, end: np.ndarray) -> Lines:
        """Stretches of lines.

        Parameters
        ----------
        line : (k,) int array
        begin, end : (k,) float arrays
            Shares of the length of the line.
        """
        lines, along = self._lines, self._along
        first, last = lines.first[line], lines.last[line]
        low = along[first] + begin * self.total[line]
        high = along[first] + end * self.total[line]
        inner = np.minimum(np.searchsorted(along, low, side="right"), last)
        after = np.clip(np.searchsorted(along, high, side="left"), first + 1, last)
        count = np.maximum(after - inner, 0)
        offsets = offsets_of(count + 2)
        owner = np.repeat(np.arange(len(line)), count + 2)
        number = np.arange(offsets[-1]) - offsets[owner]
        xy = lines.xy[np.minimum(inner[owner] + number - 1, len(lines.xy) - 1)]
        xy[offsets[:-1]] = self._place(inner, low)
        xy[offsets[1:] - 1] = self._place(after, high)
        at_start, at_end = begin <= 0, end >= 1
        xy[offsets[:-1][at_start]] = lines.xy[first[at_start]]
        xy[offsets[1:][at_end] - 1] = lines.xy[last[at_end]]
        return Lines(xy, offsets)

    def _place(self, vertex, where):
        """Coordinates on the segment that ends at a vertex."""
        lines, along = self._lines, self._along
        length = along[vertex] - along[vertex - 1]
        share = (where - along[vertex - 1]) / np.where(length > 0, length, 1)
        share = np.clip(np.where(length > 0, share, 0), 0, 1)[:, None]
        return lines.xy[vertex - 1] * (1 - share) + lines.xy[vertex] * share
