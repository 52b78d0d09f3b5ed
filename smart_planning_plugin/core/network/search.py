"""Least-cost search from places on edges, exact to the metre."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, quiet
from .kernel import least_of_parallel, scaled
from .model import RoadNetwork
from .paths import Ways
from .snapping import Positions

FROM, TO = "from", "to"


@dataclass(frozen=True)
class NearestSource:
    """The nearest source of each of n places.

    Attributes
    ----------
    cost : (n,) float array
        Infinite where none is reached.
    source : (n,) int array
        Row of the source, -1 where none is reached.
    crossing : (n,) int array
        Edge row of the border crossing on the way that lies nearest to the place; -1 without one.
    """

    cost: np.ndarray
    source: np.ndarray
    crossing: np.ndarray


class SourceGraph:
    """A network into which sources are set: every edge is split where one stands.

    The cost between two places that are not nodes is then exact, whether they lie on one edge or
    far from each other. A source hangs on its place by an access arc that costs what it takes to
    get there.

    Parameters
    ----------
    network : RoadNetwork
    forward, backward : (e,) float arrays
        Cost of each edge in its two directions, infinite where closed.
    sources : Positions
    access : (k,) float array
        Cost from each source to its place on the road.
    """

    def __init__(
        self,
        network: RoadNetwork,
        forward: np.ndarray,
        backward: np.ndarray,
        sources: Positions,
        access: np.ndarray,
    ):
        edges, nodes = len(network), len(network.node_xy)
        self.usable = np.flatnonzero(sources.ok)
        at_edge, at = sources.edge[self.usable], sources.fraction[self.usable]
        places, place = np.unique(np.column_stack([at_edge, at]), axis=0, return_inverse=True)
        number = np.arange(edges)
        edge = np.concatenate([number, places[:, 0].astype(np.int64), number])
        share = np.concatenate([np.zeros(edges), places[:, 1], np.ones(edges)])
        node = np.concatenate([network.from_node, nodes + np.arange(len(places)), network.to_node])
        rank = np.repeat([0, 1, 2], [edges, len(places), edges])
        order = np.lexsort([rank, share, edge])
        edge, share, node = edge[order], share[order], node[order]
        piece = np.flatnonzero(edge[1:] == edge[:-1])
        self._edge, self._begin, self._end = edge[piece], share[piece], share[piece + 1]
        self._tail, self._head = node[piece], node[piece + 1]
        self._forward, self._backward = forward, backward

        part = self._end - self._begin
        source_node = nodes + len(places) + np.arange(len(self.usable))
        self._place = place.ravel()
        place_node = nodes + self._place
        access = np.asarray(access, float)[self.usable]
        tail = np.concatenate([self._tail, self._head, source_node, place_node])
        head = np.concatenate([self._head, self._tail, place_node, source_node])
        cost = np.concatenate(
            [
                scaled(forward[self._edge], part),
                scaled(backward[self._edge], part),
                access,
                access,
            ]
        )
        self.size = nodes + len(places) + len(self.usable)
        self._source_node = source_node
        self._matrix = least_of_parallel(tail, head, cost, self.size)
        self._reverse: csr_matrix | None = None
        crossing = network.is_crossing[self._edge]
        self._crossing_of = _ArcLookup(
            np.concatenate([self._tail[crossing], self._head[crossing]]),
            np.concatenate([self._head[crossing], self._tail[crossing]]),
            np.concatenate([self._edge[crossing], self._edge[crossing]]),
            self.size,
        )

    def _towards(self, direction: str) -> csr_matrix:
        if direction == FROM:
            return self._matrix
        if self._reverse is None:
            self._reverse = self._matrix.T.tocsr()
        return self._reverse

    def _ends_of(self, targets: Positions, direction: str):
        """For each target: the two ends of its piece, and the cost from each to the target."""
        edge = np.maximum(targets.edge, 0)
        # pieces are sorted by edge and share; two a unit keep neighbouring edges apart
        key = self._edge * 2.0 + self._begin
        piece = np.searchsorted(key, edge * 2.0 + targets.fraction, side="right") - 1
        piece = np.where(self._edge[piece] == edge, piece, piece - 1)
        along = np.maximum(targets.fraction - self._begin[piece], 0)
        left = np.maximum(self._end[piece] - targets.fraction, 0)
        forward, backward = self._forward[edge], self._backward[edge]
        if direction == TO:
            forward, backward = backward, forward
        from_tail = np.where(targets.ok, scaled(forward, along), np.inf)
        from_head = np.where(targets.ok, scaled(backward, left), np.inf)
        return self._tail[piece], self._head[piece], from_tail, from_head

    def nearest(
        self,
        sources: np.ndarray,
        targets: Positions,
        access: np.ndarray,
        direction: str = FROM,
        limit: float = np.inf,
    ) -> NearestSource:
        """The nearest of some sources for every target, in one search.

        Parameters
        ----------
        sources : (k,) int array
            Rows of the sources that count. Of equally near ones the search keeps one, always the
            same for the same input.
        """
        start = self._source_node[np.isin(self.usable, sources)]
        count = len(targets)
        if not len(start):
            nothing = np.full(count, -1)
            return NearestSource(np.full(count, np.inf), nothing, nothing)
        reach, before, source = dijkstra(
            self._towards(direction),
            indices=start,
            limit=limit,
            return_predecessors=True,
            min_only=True,
        )
        tail, head, from_tail, from_head = self._ends_of(targets, direction)
        via_tail, via_head = reach[tail] + from_tail, reach[head] + from_head
        end = np.where(via_tail <= via_head, tail, head)
        cost = np.minimum(via_tail, via_head) + access
        found = np.isfinite(cost) & (cost <= limit)
        row_of_node = np.full(self.size, -1)
        row_of_node[self._source_node] = self.usable
        source = np.where(found, row_of_node[np.maximum(source[end], 0)], -1)
        crossing = self._last_crossing(before)[end]
        return NearestSource(np.where(found, cost, np.inf), source, np.where(found, crossing, -1))

    def tree(self, source: int, limit: float = np.inf) -> np.ndarray:
        """(n,) the node before each on its least-cost way from a source; negative where none is."""
        start = self._source_node[np.searchsorted(self.usable, source)]
        _, before = dijkstra(self._matrix, indices=start, limit=limit, return_predecessors=True)
        return before

    def way(self, before: np.ndarray, target: int):
        """Pieces of edges on the way from the source of a `tree` to another source.

        Returns
        -------
        edge : (p,) int array
            In the order of travel.
        begin, end : (p,) float arrays
            Shares of the edge at which the piece is entered and left; driven backwards where
            `begin` is above `end`.
        """
        nodes = [int(self._source_node[np.searchsorted(self.usable, target)])]
        while before[nodes[-1]] >= 0:
            nodes.append(int(before[nodes[-1]]))
        nodes = np.array(nodes[::-1])
        key = nodes[:-1] * self.size + nodes[1:]
        arcs, piece, backwards = self._arcs
        at = np.minimum(np.searchsorted(arcs, key), len(arcs) - 1)
        at = at[arcs[at] == key]  # the ways to the road are no pieces
        piece, backwards = piece[at], backwards[at]
        begin, end = self._begin[piece], self._end[piece]
        return (
            self._edge[piece],
            np.where(backwards, end, begin),
            np.where(backwards, begin, end),
        )

    def ways(self, sources, targets, limit: float = np.inf, progress: Progress = quiet) -> Ways:
        """The least-cost way from each source to another that stands beside it.

        Parameters
        ----------
        sources, targets : (k,) int arrays
            Rows of sources.
        """
        found, parts, start, before = np.zeros(len(sources), dtype=bool), [], -1, None
        usable = np.isin(sources, self.usable) & np.isin(targets, self.usable)
        order = np.flatnonzero(usable)[np.argsort(sources[usable], kind="stable")]
        for number, row in enumerate(order.tolist()):
            if sources[row] != start:
                progress(number / len(order))
                start = sources[row]
                before = self.tree(start, limit)
            edge, *shares = self.way(before, targets[row])
            places = self._place[np.searchsorted(self.usable, [start, targets[row]])]
            found[row] = len(edge) > 0 or places[0] == places[1]
            parts.append((np.full(len(edge), row), edge, *shares))
        none = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty(0)
        return Ways.of(*(np.concatenate(one) for one in zip(none, *parts)), found)

    @cached_property
    def _arcs(self):
        """Arcs by key, the cheapest of parallel ones: key, piece, whether it runs backwards."""
        part = self._end - self._begin
        key = np.concatenate(
            [self._tail * self.size + self._head, self._head * self.size + self._tail]
        )
        cost = np.concatenate(
            [
                scaled(self._forward[self._edge], part),
                scaled(self._backward[self._edge], part),
            ]
        )
        order = np.lexsort([cost, key])
        first = np.ones(len(order), dtype=bool)
        first[1:] = key[order][1:] != key[order][:-1]
        chosen = order[first]
        return key[chosen], chosen % len(part), chosen >= len(part)

    def _last_crossing(self, before: np.ndarray) -> np.ndarray:
        """For each node the crossing used last on its way, by doubling steps up the tree."""
        node = np.flatnonzero(before >= 0)
        crossing = np.full(self.size, -1)
        crossing[node] = self._crossing_of(before[node], node)
        parent = np.where(before >= 0, before, np.arange(self.size))
        while True:
            crossing = np.where(crossing < 0, crossing[parent], crossing)
            further = parent[parent]
            if (further == parent).all():
                return crossing
            parent = further


class _ArcLookup:
    """Finds the edge of an arc by its two nodes."""

    def __init__(self, tail, head, edge, size):
        key = tail * size + head
        order = np.argsort(key, kind="stable")
        self._key, self._edge, self._size = key[order], edge[order], size

    def __call__(self, tail, head) -> np.ndarray:
        if not len(self._key):
            return np.full(len(tail), -1)
        key = tail.astype(np.int64) * self._size + head
        at = np.minimum(np.searchsorted(self._key, key), len(self._key) - 1)
        return np.where(self._key[at] == key, self._edge[at], -1)
