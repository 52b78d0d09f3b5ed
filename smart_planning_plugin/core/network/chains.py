"""Roads between junctions: edges that follow each other without a choice, as one chain."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components


@dataclass(frozen=True)
class Chains:
    """Edges in the order in which they are driven from one junction to the next.

    Attributes
    ----------
    edge : (e,) int array
        Edge rows, one chain after the other and along each chain.
    turned : (e,) bool array
        Edges drawn against their chain.
    offsets : (c + 1,) int array
        Chain `i` owns ``edge[offsets[i]:offsets[i + 1]]``.
    tail, head : (c,) int arrays
        Junctions at which the chains begin and end.
    junctions : int
        How many there are.
    place : (e,) int array
        Where each edge stands in `edge`.
    """

    edge: np.ndarray
    turned: np.ndarray
    offsets: np.ndarray
    tail: np.ndarray
    head: np.ndarray
    junctions: int
    place: np.ndarray

    @classmethod
    def of(cls, from_node: np.ndarray, to_node: np.ndarray, size: int) -> Chains:
        """Gather the edges of a graph; a node between just two edges is no junction.

        Of a circle without a junction the first node is made one.
        """
        # a dart is an edge driven one way: 2e as it is drawn, 2e + 1 against it
        ends = np.column_stack([from_node, to_node]).astype(np.int64)
        tail, head = ends.ravel(), ends[:, ::-1].ravel()
        inner = np.bincount(tail, minlength=size) == 2
        inner[from_node[from_node == to_node]] = False
        root, rank = _along(tail, inner)
        endless = inner[tail[root]]
        if endless.any():
            at = np.flatnonzero(endless)
            links = csr_matrix((np.ones(len(at)), (tail[at], head[at])), shape=(size, size))
            nodes = np.unique(tail[at])
            label = connected_components(links, connection="weak")[1][nodes]
            inner[nodes[np.unique(label, return_index=True)[1]]] = False
            root, rank = _along(tail, inner)
        dart = np.flatnonzero(root < root.reshape(-1, 2)[:, ::-1].ravel())
        dart = dart[np.lexsort([rank[dart], root[dart]])]
        begins = np.append(np.flatnonzero(rank[dart] == 0), len(dart))
        number = np.cumsum(~inner) - 1
        edge = (dart // 2).astype(np.int32)
        place = np.empty_like(edge)
        place[edge] = np.arange(len(edge))
        first, last = dart[begins[:-1]], dart[begins[1:] - 1]
        return cls(
            edge,
            dart % 2 == 1,
            begins,
            number[tail[first]],
            number[head[last]],
            int(number[-1]) + 1 if size else 0,
            place,
        )

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def along(self, forward: np.ndarray, backward: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """(e,) costs of the edges in the order of the chains: with the chain, and against it."""
        there, back = forward[self.edge], backward[self.edge]
        return np.where(self.turned, back, there), np.where(self.turned, there, back)

    def sums(self, cost: np.ndarray) -> np.ndarray:
        """(c,) sum over each chain of a cost in the order of the chains."""
        return np.add.reduceat(cost, self.offsets[:-1]) if len(self) else np.empty(0)


def _along(tail, inner):
    """For each dart the first dart of its chain, and how many lie between; by doubling steps."""
    darts = np.arange(len(tail))
    order = np.argsort(tail, kind="stable")
    first = np.searchsorted(tail[order], np.arange(len(inner)))
    before = darts.copy()
    at = np.flatnonzero(inner[tail])  # the dart that arrives where this one leaves
    one, other = order[first[tail[at]]], order[first[tail[at]] + 1]
    before[at] = np.where(one == at, other, one) ^ 1
    rank = (before != darts).astype(np.int64)
    for _ in range(int(np.ceil(np.log2(max(len(tail), 2))))):
        further = before[before]
        if (further == before).all():
            break
        rank += rank[before]
        before = further
    return before, rank


def between(cost: np.ndarray, begin: np.ndarray, end: np.ndarray) -> np.ndarray:
    """Sums of ``cost[begin:end]`` for many ranges, each added up by itself.

    Differences of running sums would lose digits, and infinite costs.
    """
    total = np.zeros(len(begin))
    there = np.flatnonzero(end > begin)
    # in rising order what lies between two ranges, which is added up too, is short
    there = there[np.argsort(begin[there], kind="stable")]
    if len(there):
        ranges = np.column_stack([begin[there], end[there]]).ravel()
        total[there] = np.add.reduceat(np.append(cost, 0.0), ranges)[::2]
    return total
