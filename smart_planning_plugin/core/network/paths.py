"""Cheapest ways from a contraction hierarchy, unpacked to pieces of edges; many pairs at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Progress, quiet
from .hierarchy import Costs
from .kernel import Ends, Kernel
from .lines import expand, offsets_of
from .snapping import Positions
from .sweep import Sweep

BLOCK_PAIRS = 512
SOURCE, DIRECT, UP, DOWN, TARGET = range(5)  # parts of a way, in the order of travel


@dataclass(frozen=True)
class Ways:
    """Ways as pieces of edges, one way after the other, each in the order of travel.

    Attributes
    ----------
    edge : (p,) int array
    begin, end : (p,) float arrays
        Shares of the edge at which the piece is entered and left; driven backwards where `begin`
        is above `end`.
    offsets : (k + 1,) int array
        Way `i` owns the pieces ``offsets[i]:offsets[i + 1]``; a way may have none.
    found : (k,) bool array
        Whether there is a way.
    """

    edge: np.ndarray
    begin: np.ndarray
    end: np.ndarray
    offsets: np.ndarray
    found: np.ndarray

    @classmethod
    def of(cls, owner, edge, begin, end, found) -> Ways:
        """From pieces in the order of travel and the way that owns each; those of no length go."""
        real = begin != end
        order = np.flatnonzero(real)[np.argsort(owner[real], kind="stable")]
        offsets = offsets_of(np.bincount(owner[order], minlength=len(found)))
        return cls(edge[order], begin[order], end[order], offsets, found)


class Unpacker:
    """Takes shortcuts apart into the arcs of the graph that a hierarchy was made of.

    A shortcut costs what its two halves cost, to the last bit, as it was made of them; so the node
    that was taken away between them is found again, and nothing has to be kept for it.

    Parameters
    ----------
    costs : Costs
    tail, head : (a,) int arrays
    cost : (a,) float array
        The arcs of the graph, as they were set into the hierarchy.
    """

    def __init__(self, costs: Costs, tail, head, cost):
        self._hierarchy = hierarchy = costs.hierarchy
        self._cost = np.stack([costs.up, costs.down])
        low, high = hierarchy.rank[tail], hierarchy.rank[head]
        arcs = np.flatnonzero((low != high) & np.isfinite(cost))
        low, high = low[arcs], high[arcs]
        place = hierarchy.arc(np.minimum(low, high), np.maximum(low, high))
        number = 2 * place + (low > high)
        order = np.lexsort([cost[arcs], number])
        number, arcs = number[order], arcs[order]
        first = np.ones(len(number), dtype=bool)
        first[1:] = number[1:] != number[:-1]
        number, arcs = number[first], arcs[first]
        plain = cost[arcs] == self._cost[number % 2, number // 2]
        # of a half: the arc of the graph, -1 of a shortcut, whose halves stand beside it
        self._arc = np.full(2 * len(hierarchy.upper), -1)
        self._arc[number[plain]] = arcs[plain]
        self._halves = np.full((len(self._arc), 2), -1)

    def unpack(self, owner: np.ndarray, half: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Arcs of the graph for arcs of the hierarchy.

        Parameters
        ----------
        owner : (h,) int array
            Comes out with each arc.
        half : (h,) int array
            Twice the number of an arc, and one more where it is driven downwards.
        """
        while True:
            packed = self._arc[half] < 0
            if not packed.any():
                return owner, self._arc[half]
            wanted = np.unique(half[packed])
            self._split(wanted[self._halves[wanted, 0] < 0])
            count = 1 + packed
            at = offsets_of(count)[:-1][packed]
            parts = self._halves[half[packed]]
            owner, half = np.repeat(owner, count), np.repeat(half, count)
            half[at], half[at + 1] = parts.T

    def _split(self, half: np.ndarray) -> None:
        """Find the two halves of shortcuts; of several that cost the same those met first."""
        hierarchy, (up, down) = self._hierarchy, self._cost
        arc, falls = half // 2, half % 2 == 1
        low, high = hierarchy.lower[arc], hierarchy.upper[arc]
        which, to_low = hierarchy.from_below(low)
        to_high = hierarchy.arc_if(hierarchy.lower[to_low], high[which])
        there = to_high >= 0
        which, to_low, to_high = which[there], to_low[there], to_high[there]
        first = np.where(falls[which], to_high, to_low)
        second = np.where(falls[which], to_low, to_high)
        tight = np.flatnonzero(down[first] + up[second] == self._cost[half % 2, arc][which])
        found, at = np.unique(which[tight], return_index=True)
        self._halves[half[found], 0] = 2 * first[tight[at]] + 1
        self._halves[half[found], 1] = 2 * second[tight[at]]


class Climb:
    """Ways upwards from some starts, to be traced back."""

    def __init__(self, costs: Costs, ends: Ends):
        self._hierarchy, self._up = costs.hierarchy, costs.up
        count = len(ends.row)
        self._seed, self._seed_cost = costs.hierarchy.rank[ends.node], ends.cost
        none = costs.goals(np.empty(0, np.int64))
        start = np.tile(np.arange(count), 2)
        sweep = Sweep(costs, count, ends.node.ravel(), start, ends.cost.ravel(), none)
        self.ranks, self.reach = sweep.climb()
        self._row = np.full(len(costs.hierarchy), -1)
        self._row[self.ranks] = np.arange(len(self.ranks))

    def rows(self, ranks: np.ndarray) -> np.ndarray:
        """Rows of `reach`; -1 where there is none."""
        return self._row[ranks]

    def trace(self, rank: np.ndarray, start: np.ndarray):
        """Arcs from nodes down to the seeds of starts.

        Returns
        -------
        way, arc : (a,) int arrays
            Which of the ways an arc is of; the arcs furthest up come first.
        seed : (k,) int array
            Which of the two seeds of its start each way ends at.
        """
        rank, seed = rank.copy(), np.full(len(rank), -1)
        active, ways, arcs = np.arange(len(rank)), [], []
        while True:
            mine = self.reach[self._row[rank[active]], start[active]]
            for side in range(2):
                at = start[active]
                there = self._seed[side, at] == rank[active]
                there &= (self._seed_cost[side, at] == mine) & (seed[active] < 0)
                seed[active[there]] = side
            going = seed[active] < 0
            active, mine = active[going], mine[going]
            if not len(active):
                break
            which, arc = self._hierarchy.from_below(rank[active])
            row = self._row[self._hierarchy.lower[arc]]
            known = row >= 0
            which, arc, row = which[known], arc[known], row[known]
            reached = self.reach[row, start[active[which]]] + self._up[arc]
            tight = np.flatnonzero(reached == mine[which])
            found, at = np.unique(which[tight], return_index=True)
            arc = arc[tight[at]]
            ways.append(active[found])
            arcs.append(arc)
            rank[active[found]] = self._hierarchy.lower[arc]
        none = np.empty(0, np.int64)
        return np.concatenate([none, *ways]), np.concatenate([none, *arcs]), seed


class Paths:
    """Cheapest ways between places on a network.

    Parameters
    ----------
    kernel : Kernel
    """

    def __init__(self, kernel: Kernel):
        self._kernel, self._chains = kernel, kernel.chains
        self._unpacker = Unpacker(kernel.costs, *kernel.arcs[:3])

    def ways(
        self,
        sources: Positions,
        source_access: np.ndarray,
        targets: Positions,
        target_access: np.ndarray,
        limit: float = np.inf,
        progress: Progress = quiet,
    ) -> Ways:
        """The cheapest way from each source to the target beside it.

        Parameters
        ----------
        sources, targets : Positions
            k each.
        source_access, target_access : (k,) float arrays
            Cost between each place and the road.
        limit : float
            A way that costs more is none.
        """
        pairs = np.flatnonzero(sources.ok & targets.ok)
        # sources on roads near to each other have much of the way up in common
        pairs = pairs[np.argsort(sources.edge[pairs], kind="stable")]
        found, parts = np.zeros(len(sources), dtype=bool), []
        for begin in range(0, len(pairs), BLOCK_PAIRS):
            progress(begin / len(pairs))
            rows = pairs[begin : begin + BLOCK_PAIRS]
            ends = (
                (sources.take(rows), source_access[rows]),
                (targets.take(rows), target_access[rows]),
            )
            reached, owner, *pieces = self._block(*ends, limit)
            found[rows] = reached
            parts.append((rows[owner], *pieces))
        none = np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0), np.empty(0)
        return Ways.of(*(np.concatenate(one) for one in zip(none, *parts)), found)

    def _block(self, source, target, limit):
        kernel, chains, costs = self._kernel, self._chains, self._kernel.costs
        count = len(source[0])
        leave, arrive = kernel.ends(*source, True), kernel.ends(*target, False)
        up, down = Climb(costs, leave), Climb(costs.reversed(), arrive)
        shared = np.intersect1d(up.ranks, down.ranks)
        cost, meet = np.full(count, np.inf), np.zeros(count, np.int64)
        if len(shared):
            whole = up.reach[up.rows(shared)] + down.reach[down.rows(shared)]
            best = whole.argmin(axis=0)
            cost, meet = whole[best, np.arange(count)], shared[best]
        _, a, u, chain = kernel.on_chains(source[0])
        _, b, v, other = kernel.on_chains(target[0])
        straight = np.flatnonzero(chain == other)
        along = kernel.straight(a[straight], u[straight], b[straight], v[straight])[0]
        along = along + (source[1] + target[1])[straight]
        nearer = along <= cost[straight]
        direct = np.zeros(count, dtype=bool)
        direct[straight[nearer]] = True
        cost[straight[nearer]] = along[nearer]
        reached = np.isfinite(cost) & (cost <= limit)

        # runs along a chain: way, part of the way, where they begin and where they end
        one = np.flatnonzero(reached & direct)
        runs = [(one, np.full(len(one), DIRECT), a[one], u[one], b[one], v[one])]
        one = np.flatnonzero(reached & ~direct)
        halves = []
        sides = (up, UP, SOURCE, a, u, chain), (down, DOWN, TARGET, b, v, other)
        for climb, part, outer, place, share, on in sides:
            way, arc, seed = climb.trace(meet[one], one)
            if part == UP:
                way, arc = way[::-1], arc[::-1]
            halves.append((one[way], np.full(len(way), part), 2 * arc + (part == DOWN)))
            head = seed == 1  # the chain is left or entered at its head
            junction = np.where(head, chains.offsets[on[one] + 1] - 1, chains.offsets[on[one]])
            ends = [(place[one], share[one]), (junction, head.astype(float))]
            first, last = ends if part == UP else ends[::-1]
            runs.append((one, np.full(len(one), outer), *first, *last))
        way, part, half = (np.concatenate(each) for each in zip(*halves))
        number, arc = self._unpacker.unpack(np.arange(len(way)), half)
        chain, back = arc % len(chains), arc >= len(chains)
        first, last = chains.offsets[chain], chains.offsets[chain + 1] - 1
        forward = np.where(back, last, first), back.astype(float)
        runs.append(
            (
                way[number],
                part[number],
                *forward,
                np.where(back, first, last),
                (~back).astype(float),
            )
        )
        way, part, *run = (np.concatenate(each) for each in zip(*runs))
        order = np.lexsort([part, way])
        number, *pieces = self._pieces(*(each[order] for each in run))
        return reached, way[order][number], *pieces

    def _pieces(self, a, u, b, v):
        """Edges driven between places on chains, and the run that each is of."""
        a, b = a.astype(np.int64), b.astype(np.int64)
        back = (a > b) | ((a == b) & (u > v))
        count = np.abs(b - a) + 1
        run, step = expand(count)
        place = a[run] + np.where(back, -1, 1)[run] * step
        begin = np.where(step == 0, u[run], back[run])
        end = np.where(step == count[run] - 1, v[run], ~back[run])
        turned = self._chains.turned[place]
        return (
            run,
            self._chains.edge[place],
            np.where(turned, 1 - begin, begin),
            np.where(turned, 1 - end, end),
        )
