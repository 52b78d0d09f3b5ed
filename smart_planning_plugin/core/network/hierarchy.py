"""Customizable contraction hierarchies in numpy: many-to-many costs in whole rows.

Nodes are taken away in an order that depends on the graph alone; what is left is a chordal graph of
arcs that lead upwards in that order. Costs are set into it afterwards, so that another border or
season repeats only that step. A cheapest way goes up, then down; therefore one sweep up from all
sources and one sweep down to all targets give a matrix. Where nodes form a separator they share
their arcs, and are handled as one dense block.

References
----------
Dibbelt, Strasser, Wagner 2016, Customizable Contraction Hierarchies. doi:10.1145/2886843
Buchhold, Sanders, Wagner 2019, Real-time traffic assignment using engineered customizable
contraction hierarchies. doi:10.1145/3362693
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .lines import expand
from .order import elimination
from .sweep import Sweep

DENSE_ROWS = 24
MANY = 4


@dataclass(frozen=True)
class Hierarchy:
    """The graph of arcs upwards, without costs. Nodes are named by their rank.

    Attributes
    ----------
    rank : (n,) int array
        Rank of each node of the graph it was made of.
    start : (n + 1,) int array
    upper : (m,) int array
        Arcs of rank `r` lead to ``upper[start[r]:start[r + 1]]``, rising.
    """

    rank: np.ndarray
    start: np.ndarray
    upper: np.ndarray

    @classmethod
    def of(cls, tail: np.ndarray, head: np.ndarray, size: int) -> Hierarchy:
        """Order the nodes of a graph; see `order.elimination`."""
        return cls(*elimination(tail, head, size))

    def __len__(self) -> int:
        return len(self.rank)

    @cached_property
    def lower(self) -> np.ndarray:
        """(m,) rank from which each arc leads upwards."""
        return np.repeat(np.arange(len(self)), np.diff(self.start))

    @cached_property
    def parent(self) -> np.ndarray:
        """(n,) lowest rank above each node, -1 at the top."""
        has = np.diff(self.start) > 0
        parent = np.full(len(self), -1)
        parent[has] = self.upper[self.start[:-1][has]]
        return parent

    def arc(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """Number of the arc between two ranks; it must be there."""
        return np.searchsorted(self._key, low * len(self) + high)

    @cached_property
    def _key(self) -> np.ndarray:
        return self.lower * len(self) + self.upper

    def arc_if(self, low: np.ndarray, high: np.ndarray) -> np.ndarray:
        """As `arc`; -1 where there is none. Some arcs there must be."""
        key = low * len(self) + high
        at = np.minimum(np.searchsorted(self._key, key), len(self._key) - 1)
        return np.where(self._key[at] == key, at, -1)

    def from_below(self, ranks: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """All arcs that lead upwards to some ranks, and which of the ranks each leads to."""
        order, begins = self._by_upper
        which, step = expand(begins[ranks + 1] - begins[ranks])
        return which, order[begins[ranks][which] + step]

    @cached_property
    def _by_upper(self) -> tuple[np.ndarray, np.ndarray]:
        order = np.argsort(self.upper, kind="stable")
        return order, np.searchsorted(self.upper[order], np.arange(len(self) + 1))

    @cached_property
    def blocks(self) -> np.ndarray:
        """First ranks of the blocks into which the ranks fall, and their number at the end.

        The nodes of a block follow each other, each joined to all later ones and to the same
        nodes above; where that gives less than `DENSE_ROWS` rows every node is a block.
        """
        size = len(self)
        degree = np.diff(self.start)
        follows = np.zeros(size, dtype=bool)
        follows[1:] = (self.parent[:-1] == np.arange(1, size)) & (degree[:-1] == degree[1:] + 1)
        first = np.flatnonzero(~follows)
        dense = np.zeros(size, dtype=bool)
        dense[first] = (degree[first] + 1 >= DENSE_ROWS) & (np.diff(np.append(first, size)) > 1)
        of_block = first[np.cumsum(~follows) - 1] if size else first
        alone = ~dense[of_block] if size else dense
        return np.append(np.flatnonzero(~follows | alone), size)

    @cached_property
    def levels(self) -> tuple[np.ndarray, np.ndarray]:
        """Blocks ordered so that all below come first, and where each level of them begins."""
        height = self._height
        order = np.argsort(height, kind="stable")
        return order, np.searchsorted(height[order], np.arange(height.max(initial=-1) + 2))

    @cached_property
    def _height(self) -> np.ndarray:
        """Level of each block: all below a block have lower ones."""
        blocks = self.blocks
        count = len(blocks) - 1
        of_node = np.repeat(np.arange(count), np.diff(blocks))
        top = self.parent[blocks[1:] - 1] if count else np.empty(0, np.int64)
        above = np.where(top >= 0, of_node[top], -1)
        height = np.zeros(count, np.int64)
        left = np.bincount(above[above >= 0], minlength=count)
        ready, level = np.flatnonzero(left == 0), 0
        while len(ready):
            height[ready] = level
            up = above[ready]
            up, freed = np.unique(up[up >= 0], return_counts=True)
            left[up] -= freed
            ready, level = up[left[up] == 0], level + 1
        return height

    @cached_property
    def steps(self) -> list:
        """What customisation does, level by level: triangles of lone nodes, then dense blocks.

        Triangles stand as (target, down, up): the arc between the upper ends, and the arcs from
        the lower node to its two ends, the lower end first.
        """
        order, begins = self.levels
        length, steps = np.diff(self.blocks), []
        for begin, end in zip(begins[:-1], begins[1:]):
            blocks = order[begin:end]
            lone = length[blocks] == 1
            triangles = self._triangles(self.blocks[blocks[lone]])
            steps.append((*triangles, blocks[~lone].tolist()))
        return steps

    def _triangles(self, ranks: np.ndarray):
        degree = self.start[ranks + 1] - self.start[ranks]
        row, slot = expand(degree)
        which, step = expand(degree[row] - 1 - slot)
        low = (self.start[ranks][row] + slot)[which]
        high = low + 1 + step
        target = self.arc(self.upper[low], self.upper[high])
        return tuple(one.astype(np.int32) for one in (target, low, high))  # they are many

    @cached_property
    def walk(self) -> tuple[np.ndarray, np.ndarray]:
        """Place of each rank in a walk from the top down, each node before all that are below it.

        Also how many places a node and all below it take: they follow each other.
        """
        parent, size = self.parent.tolist(), [1] * len(self)
        for one, up in enumerate(parent):
            if up >= 0:
                size[up] += size[one]
        place, free, top = [0] * len(self), [0] * len(self), 0
        for one in range(len(self) - 1, -1, -1):
            up = parent[one]
            if up < 0:
                place[one], top = top, top + size[one]
            else:
                place[one] = free[up]
                free[up] += size[one]
            free[one] = place[one] + 1
        return np.array(place), np.array(size)

    def ancestors(self, ranks: np.ndarray) -> np.ndarray:
        """All ranks above the given ones, and these, rising."""
        seen = np.zeros(len(self), dtype=bool)
        ranks = np.unique(ranks)
        while len(ranks):
            seen[ranks] = True
            ranks = self.parent[ranks]
            ranks = np.unique(ranks[ranks >= 0])
            ranks = ranks[~seen[ranks]]
        return np.flatnonzero(seen)

    def runs(self, ranks: np.ndarray) -> list[tuple[int, int]]:
        """Rising ranks as runs of one block each: the first, and the one after the last."""
        if not len(ranks):
            return []
        block = np.searchsorted(self.blocks, ranks, side="right")
        first = np.flatnonzero(np.append(True, block[1:] != block[:-1]))
        last = np.append(first[1:], len(ranks)) - 1
        return list(zip(ranks[first].tolist(), (ranks[last] + 1).tolist()))

    def descents(self, above: np.ndarray) -> list:
        """The order in which a sweep goes down to rising ranks whose own above are among them.

        Each step is a run of one block, as in `runs`, or an array of at least `MANY` ranks that
        do not wait for each other and have as many arcs.
        """
        block = np.searchsorted(self.blocks, above, side="right") - 1
        lone, level = np.diff(self.blocks)[block] == 1, self._height[block]
        alike = np.where(lone, np.diff(self.start)[above], -1 - block)
        order = np.lexsort([alike, -level])
        begins = (np.diff(level[order]) != 0) | (np.diff(alike[order]) != 0)
        steps: list = []
        for some in np.split(order, np.flatnonzero(begins) + 1) if len(order) else ():
            ranks = above[some]
            if not lone[some[0]]:
                steps.append((ranks[0], ranks[-1] + 1))
            elif len(ranks) < MANY:
                steps += [(one, one + 1) for one in ranks.tolist()]
            else:
                steps.append(ranks)
        return steps

    def front(self, block: int) -> Front:
        """The arcs of a dense block, as places in a square."""
        first, after = self.blocks[block], self.blocks[block + 1]
        begin, end = self.start[first], self.start[after]
        rest = self.upper[self.start[after - 1] : end]
        pivots = after - first
        size = pivots + len(rest)
        row, column = np.triu_indices(pivots, 1, size)
        owner, slot = expand(self.start[rest + 1] - self.start[rest])
        arc = self.start[rest][owner] + slot
        at = np.minimum(np.searchsorted(rest, self.upper[arc]), len(rest) - 1)
        inside = rest[at] == self.upper[arc]
        return Front(
            int(pivots),
            int(size),
            np.concatenate([np.arange(begin, end), arc[inside]]),
            np.concatenate([row, owner[inside] + pivots]),
            np.concatenate([column, at[inside] + pivots]),
        )

    def costs(self, tail, head, cost, along=None, dtype=np.float64) -> Costs:
        """Set the costs of directed arcs of the original graph into the hierarchy.

        Parameters
        ----------
        tail, head : (a,) int arrays
            Nodes; arcs may be parallel.
        cost : (a,) float array
            Not negative, infinite where closed.
        along : (a,) float array, optional
            What is added up along the cheapest way; the least of equally cheap ones.
        """
        low, high = self.rank[tail], self.rank[head]
        cost = cost.astype(dtype)
        up, down = (np.full(len(self.upper), np.inf, dtype) for _ in range(2))
        sides = [
            (into, chosen, self.arc(np.minimum(low, high)[chosen], np.maximum(low, high)[chosen]))
            for into, chosen in ((up, low < high), (down, low > high))
        ]
        for into, chosen, arc in sides:
            lower(into, arc, cost[chosen])
        self._customise(up, down)
        if along is None:
            return Costs(self, up, down)
        sums = [np.full(len(self.upper), np.inf, dtype) for _ in range(2)]
        for more, (into, chosen, arc) in zip(sums, sides):
            tight = cost[chosen] == into[arc]
            lower(more, arc[tight], along[chosen][tight].astype(dtype))
        self._follow(up, down, *sums)
        return Costs(self, up, down, *sums)

    def _customise(self, up, down):
        for target, low, high, fronts in self.steps:
            lower(up, target, down[low] + up[high])
            lower(down, target, down[high] + up[low])
            for block in fronts:
                front = self.front(block)
                square = front.gather(up, down)
                for k in range(front.pivots):
                    rest = square[k + 1 :, k + 1 :]
                    through = square[k + 1 :, k, None] + square[k, None, k + 1 :]
                    np.minimum(rest, through, out=rest)
                front.scatter(square, up, down)

    def _follow(self, up, down, more_up, more_down):
        """What lies along the cheapest ways, whose costs are known."""
        for target, low, high, fronts in self.steps:
            for cost, more, ways in ((up, more_up, (low, high)), (down, more_down, (high, low))):
                tight = down[ways[0]] + up[ways[1]] == cost[target]
                through = more_down[ways[0][tight]] + more_up[ways[1][tight]]
                lower(more, target[tight], through)
            for block in fronts:
                front = self.front(block)
                square, sums = front.gather(up, down), front.gather(more_up, more_down)
                for k in range(front.pivots):
                    after = slice(k + 1, None)
                    tight = square[after, k, None] + square[k, None, after] == square[after, after]
                    through = sums[after, k, None] + sums[k, None, after]
                    rest = sums[after, after]
                    np.minimum(rest, through, out=rest, where=tight)
                front.scatter(sums, more_up, more_down)


@dataclass(frozen=True)
class Front:
    """A dense block and all that it is joined to, as a square: row to column.

    Attributes
    ----------
    pivots, size : int
        Nodes that are taken away, and all of them.
    arc, low, high : (a,) int arrays
        Arcs among the nodes, and the numbers of their ends in the square.
    """

    pivots: int
    size: int
    arc: np.ndarray
    low: np.ndarray
    high: np.ndarray

    def gather(self, up, down) -> np.ndarray:
        """(size, size) array of the costs from row to column, infinite without an arc."""
        square = np.full((self.size, self.size), np.inf, up.dtype)
        square[self.low, self.high] = up[self.arc]
        square[self.high, self.low] = down[self.arc]
        return square

    def scatter(self, square, up, down) -> None:
        """Put the costs back into their arcs."""
        up[self.arc] = square[self.low, self.high]
        down[self.arc] = square[self.high, self.low]


@dataclass(frozen=True)
class Goals:
    """Nodes to be reached by sweeps.

    Attributes
    ----------
    rank, above : int arrays
        Their ranks, and all ranks above them.
    steps : list
        How one comes down to them; see `Hierarchy.descents`.
    """

    rank: np.ndarray
    above: np.ndarray
    steps: list


@dataclass(frozen=True)
class Costs:
    """A hierarchy with costs.

    Attributes
    ----------
    hierarchy : Hierarchy
    up, down : (m,) float arrays
        Cost of each arc upwards and downwards, shortcuts included.
    along_up, along_down : (m,) float arrays, optional
        What is added up along the way.
    """

    hierarchy: Hierarchy
    up: np.ndarray
    down: np.ndarray
    along_up: np.ndarray | None = None
    along_down: np.ndarray | None = None

    def reversed(self) -> Costs:
        """The same costs for ways against the arcs."""
        return Costs(self.hierarchy, self.down, self.up, self.along_down, self.along_up)

    def goals(self, node: np.ndarray) -> Goals:
        """Nodes to be reached."""
        rank = self.hierarchy.rank[node]
        above = self.hierarchy.ancestors(rank)
        return Goals(rank, above, self.hierarchy.descents(above))

    def sweep(self, count: int, node, start, cost, goals: Goals, along=None) -> Sweep:
        """Costs from some starts to the goals.

        Parameters
        ----------
        count : int
            Number of starts.
        node, start, cost : (s,) arrays
            Seeds: a node, a start, and what it costs from the start to the node.
        goals : Goals
        along : (s,) float array, optional
            What lies along the way from the start to the node.

        Returns
        -------
        Sweep
            Its `found` tells the costs.
        """
        return Sweep(self, count, node, start, cost, goals, along).run()


def lower(into: np.ndarray, at: np.ndarray, values: np.ndarray) -> None:
    """As `np.minimum.at`, which takes values one by one: all at once, and what is left again."""
    while len(at):
        better = values < into[at]
        at, values = at[better], values[better]
        into[at] = values  # of several in one place the last stays; a lower one comes again
