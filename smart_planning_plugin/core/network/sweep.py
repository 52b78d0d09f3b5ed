"""One sweep up a hierarchy and down again: costs from many starts to many goals, in whole rows."""

from __future__ import annotations

import numpy as np

CELLS = 32_768  # of rows that are handled together, so that they stay in the cache


class Sweep:
    """Costs from some starts to some goals; see `hierarchy.Costs.sweep`.

    A row holds a node's costs from all starts. Nodes of a block share their neighbours above, whose
    rows are fetched once a block. On the way up most nodes are reached from few starts: columns
    stand in the order of the tree of nodes, so that these lie side by side, and only they are
    touched. On the way down nodes that do not wait for each other are handled together.
    """

    def __init__(self, costs, count, node, start, cost, goals, along=None):
        self._hierarchy = hierarchy = costs.hierarchy
        self._goals = goals
        rank = hierarchy.rank[node]
        self._above = hierarchy.ancestors(rank)
        ranks = np.union1d(self._above, goals.above)
        self._row = np.full(len(hierarchy), -1)
        self._row[ranks] = np.arange(len(ranks))
        self._upper = self._row[hierarchy.upper]
        self._column, self._spans = self._columns(rank, start, count)
        start = self._column[start]
        kind = costs.up.dtype
        self._reach = np.full((len(ranks), count), np.inf, kind)
        at = self._row[rank], start
        np.minimum.at(self._reach, at, cost.astype(kind))
        self._up, self._down = costs.up[:, None], costs.down[:, None]
        widest = int(np.diff(hierarchy.start).max()) if len(hierarchy) else 0
        self._spare = np.empty((widest, count), kind)
        self._fetched = np.empty((widest, count), kind)
        self._sums = None
        if along is not None:
            self._along_up, self._along_down = costs.along_up[:, None], costs.along_down[:, None]
            self._sums = np.full_like(self._reach, np.inf)
            tight = cost.astype(kind) == self._reach[at]
            seeds = tuple(one[tight] for one in at)
            np.minimum.at(self._sums, seeds, along[tight].astype(kind))

    def climb(self):
        """(r,) ranks above the starts, and (r, count) costs of the ways that only go up."""
        for first, after in self._hierarchy.runs(self._above):
            self._climb(first, after)
        return self._above, self._reach[:, self._column]

    def run(self) -> Sweep:
        """Up from the starts and down to the goals."""
        hierarchy, goals = self._hierarchy, self._goals
        if self._sums is None:
            for first, after in hierarchy.runs(self._above):
                self._climb(first, after)
            for step in goals.steps:
                if isinstance(step, tuple):
                    self._descend(*step)
                else:
                    self._descend_alike(step)
        else:
            for first, after in hierarchy.runs(self._above):
                self._climb_with_sums(first, after)
            for first, after in reversed(hierarchy.runs(goals.above)):
                self._descend_with_sums(first, after)
        return self

    def found(self, some=slice(None)):
        """(g, count) costs of some of the goals, and what lies along where that is asked for."""
        rows = self._row[self._goals.rank[some]]
        return tuple(
            None if one is None else one[rows][:, self._column] for one in (self._reach, self._sums)
        )

    def _columns(self, rank, start, count):
        """The column of each start, and by rank the columns of all that climb through it."""
        place, size = self._hierarchy.walk
        where = np.zeros(count, np.int64)
        where[start] = place[rank]
        column = np.empty(count, np.int64)
        column[np.argsort(where, kind="stable")] = np.arange(count)
        order = np.argsort(place[rank], kind="stable")
        seeds = place[rank][order]
        begin = place[self._above]
        # what climbs through a node lies between its place and that of the node after all below it
        ends = np.searchsorted(seeds, np.stack([begin, begin + size[self._above]], axis=1)).ravel()
        low, high = (
            least_or_most.reduceat(np.append(column[start[order]], 0), ends)[::2].tolist()
            for least_or_most in (np.minimum, np.maximum)
        )
        spans = (slice(one, other + 1) for one, other in zip(low, high))
        return column, dict(zip(self._above.tolist(), spans))

    def _climb(self, first, after):
        start, span = self._hierarchy.start, self._spans[after - 1]
        reach, spare = self._reach[:, span], self._spare[:, span]
        row, count = self._row[first], after - first
        rest = self._upper[start[after - 1] : start[after]]
        shared = len(rest)
        above = reach[rest]
        for n in range(count):
            arc, inner = start[first + n], count - 1 - n
            mine = reach[row + n]
            if inner:
                block = reach[row + n + 1 : row + count]
                through = np.add(mine, self._up[arc : arc + inner], out=spare[:inner])
                np.minimum(block, through, out=block)
            through = np.add(mine, self._up[arc + inner : arc + inner + shared], out=spare[:shared])
            np.minimum(above, through, out=above)
        reach[rest] = above

    def _descend(self, first, after):
        reach, start, spare = self._reach, self._hierarchy.start, self._spare
        row, count = self._row[first], after - first
        rest = self._upper[start[after - 1] : start[after]]
        shared = len(rest)
        above = np.take(reach, rest, axis=0, out=self._fetched[:shared], mode="clip")
        for n in reversed(range(count)):
            arc, inner = start[first + n], count - 1 - n
            mine = reach[row + n]
            if inner:
                block = reach[row + n + 1 : row + count]
                through = np.add(block, self._down[arc : arc + inner], out=spare[:inner])
                np.minimum(mine, np.minimum.reduce(through, axis=0), out=mine)
            if shared:
                through = np.add(
                    above, self._down[arc + inner : arc + inner + shared], out=spare[:shared]
                )
                np.minimum(mine, np.minimum.reduce(through, axis=0), out=mine)

    def _descend_alike(self, ranks):
        """Nodes that lie on one level and have as many neighbours above."""
        start, reach = self._hierarchy.start, self._reach
        size = max(CELLS // reach.shape[1], 1)
        mine, through = np.empty((2, min(size, len(ranks)), reach.shape[1]), reach.dtype)
        for begin in range(0, len(ranks), size):
            some = ranks[begin : begin + size]
            rows, first = self._row[some], start[some]
            best, other = mine[: len(some)], through[: len(some)]
            np.take(reach, rows, axis=0, out=best, mode="clip")
            for arcs in first + np.arange(start[some[0] + 1] - first[0])[:, None]:
                np.take(reach, self._upper[arcs], axis=0, out=other, mode="clip")
                other += self._down[arcs]
                np.minimum(best, other, out=best)
            reach[rows] = best

    def _climb_with_sums(self, first, after):
        for rank in range(first, after):
            arcs = slice(self._hierarchy.start[rank], self._hierarchy.start[rank + 1])
            heads, row = self._upper[arcs], self._row[rank]
            cost, sums = self._reach[heads], self._sums[heads]
            through = self._reach[row] + self._up[arcs]
            along = self._sums[row] + self._along_up[arcs]
            better = (through < cost) | ((through == cost) & (along < sums))
            self._reach[heads] = np.where(better, through, cost)
            self._sums[heads] = np.where(better, along, sums)

    def _descend_with_sums(self, first, after):
        for rank in reversed(range(first, after)):
            arcs = slice(self._hierarchy.start[rank], self._hierarchy.start[rank + 1])
            heads, row = self._upper[arcs], self._row[rank]
            if not len(heads):
                continue
            through = np.vstack([self._reach[row], self._reach[heads] + self._down[arcs]])
            along = np.vstack([self._sums[row], self._sums[heads] + self._along_down[arcs]])
            self._reach[row] = through.min(axis=0)
            along[through > self._reach[row]] = np.inf
            self._sums[row] = along.min(axis=0)
