"""Matrices of costs between places on a network: which way of searching, and what it takes."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import dijkstra

from ..progress import Progress, quiet
from .chains import Chains, between
from .hierarchy import Costs, Goals
from .lines import expand
from .snapping import Positions

AUTO, SEARCH, HIERARCHY = "auto", "search", "hierarchy"
LEAST_STARTS, MOST_STARTS = 64, 512
SEARCH_CELLS, SWEEP_CELLS, GOALS_AT_ONCE = 8_000_000, 8_000_000, 256
# seconds on one ordinary core, as measured; only their proportions matter
SECONDS_A_NODE, SECONDS_AN_EDGE, SECONDS_A_SWEEP, SECONDS_A_WAY = 1.5e-7, 1.5e-6, 4e-4, 2e-3


def choose(starts: int, junctions: int, edges: int, reached: float, prepared: bool) -> str:
    """The kernel for a matrix, from its sizes.

    Parameters
    ----------
    starts : int
        Places on the smaller side.
    junctions, edges : int
    reached : float
        Share of the network that one search is expected to reach.
    prepared : bool
        Whether the hierarchy is there with its costs.
    """
    searching = starts * junctions * reached * SECONDS_A_NODE
    sweeping = starts * SECONDS_A_SWEEP + (0 if prepared else edges * SECONDS_AN_EDGE)
    return SEARCH if searching <= sweeping else HIERARCHY


def choose_for_ways(
    starts: int, pairs: int, nodes: int, edges: int, reached: float, prepared: bool
) -> str:
    """As `choose`, where the ways are asked for, too: searches run between nodes then."""
    searching = starts * nodes * reached * SECONDS_A_NODE
    unpacking = pairs * SECONDS_A_WAY + (0 if prepared else edges * SECONDS_AN_EDGE)
    return SEARCH if searching <= unpacking else HIERARCHY


@dataclass(frozen=True)
class Ends:
    """Where some places meet the junctions at the two ends of their chain.

    Attributes
    ----------
    row : (u,) int array
        The places that can be used.
    node : (2, u) int array
    cost, along : (2, u) float arrays
        Between the place and the junction.
    """

    row: np.ndarray
    node: np.ndarray
    cost: np.ndarray
    along: np.ndarray


class Kernel:
    """A network with costs, ready for matrices.

    Parameters
    ----------
    network
        Anything with `chains` and, when it is needed, a `hierarchy`.
    forward, backward : (e,) float arrays
        Cost of each edge in its two directions, infinite where closed.
    along : (e,) float array, optional
        What is added up along the cheapest way.
    """

    def __init__(self, network, forward, backward, along=None):
        self._network, self.chains = network, network.chains
        chains: Chains = self.chains
        self._cost = chains.along(forward, backward)
        self.tells_along = along is not None
        self._more = np.zeros(len(forward)) if along is None else chains.along(along, along)[0]

    @property
    def prepared(self) -> bool:
        """Whether the hierarchy has its costs."""
        return "costs" in self.__dict__

    @cached_property
    def arcs(self):
        """Chains in both directions: tail, head, cost and what is added up along them."""
        chains = self.chains
        tail = np.concatenate([chains.tail, chains.head])
        head = np.concatenate([chains.head, chains.tail])
        cost = np.concatenate([chains.sums(one) for one in self._cost])
        more = np.tile(chains.sums(self._more), 2)
        return tail, head, cost, more

    @cached_property
    def costs(self) -> Costs:
        """The hierarchy with these costs."""
        tail, head, cost, more = self.arcs
        return self._network.hierarchy.costs(tail, head, cost, more if self.tells_along else None)

    @cached_property
    def graph(self) -> csr_matrix:
        """Arcs between junctions, the cheapest of parallel ones."""
        tail, head, cost, _ = self.arcs
        return least_of_parallel(tail, head, cost, self.chains.junctions)

    def on_chains(self, at: Positions):
        """Places that can be used: their rows, and where they are, along which chain."""
        chains = self.chains
        row = np.flatnonzero(at.ok)
        place = chains.place[at.edge[row]]
        share = np.where(chains.turned[place], 1 - at.fraction[row], at.fraction[row])
        return row, place, share, np.searchsorted(chains.offsets, place, side="right") - 1

    def ends(self, at: Positions, access, leaving: bool) -> Ends:
        """How places are joined to junctions, by ways that leave them or that lead to them."""
        chains = self.chains
        row, place, share, chain = self.on_chains(at)
        begin, end = chains.offsets[chain], chains.offsets[chain + 1]
        there, back = self._cost if leaving else self._cost[::-1]
        cost, along = [], []
        for values, into in ((back, cost), (self._more, along)):
            into.append(between(values, begin, place) + scaled(values[place], share))
        for values, into in ((there, cost), (self._more, along)):
            into.append(between(values, place + 1, end) + scaled(values[place], 1 - share))
        node = np.stack([chains.tail[chain], chains.head[chain]])
        return Ends(row, node, np.stack(cost) + access[row], np.stack(along))

    def _on_one_chain(self, sources: Positions, targets: Positions):
        """Pairs on one chain: their rows, and what the way along the chain takes."""
        row, place, share, chain = self.on_chains(sources)
        row_b, place_b, share_b, chain_b = self.on_chains(targets)
        order = np.argsort(chain_b, kind="stable")
        first = np.searchsorted(chain_b[order], chain)
        count = np.searchsorted(chain_b[order], chain, side="right") - first
        one, step = expand(count)
        other = order[first[one] + step]
        ways = self.straight(place[one], share[one], place_b[other], share_b[other])
        return (row[one], row_b[other], *ways)

    def straight(self, a, u, b, v):
        """What the way along one chain takes, from shares `u` of edges to shares `v` of others."""
        turn = (a > b) | ((a == b) & (u > v))
        a, b, u, v = np.where(turn, (b, a, v, u), (a, b, u, v))
        a, b = a.astype(np.int64), b.astype(np.int64)
        found = []
        for values in (*self._cost, self._more):
            apart = scaled(values[a], 1 - u) + between(values, a + 1, b) + scaled(values[b], v)
            found.append(np.where(a == b, scaled(values[a], v - u), apart))
        there, back, more = found
        still = (a == b) & (u == v)
        return np.where(still, 0.0, np.where(turn, back, there)), more

    def matrix(
        self, sources, source_access, targets, target_access, reverse, limit, kernel, progress=quiet
    ):
        """Costs between sources and targets, in blocks of sources.

        Parameters
        ----------
        sources, targets : Positions
        source_access, target_access : float arrays
            Cost between each place and the road.
        reverse : bool
            Ways run from the targets to the sources.
        limit : float
            Costs above it are infinite.
        kernel : str
            ``search`` or ``hierarchy``.

        Yields
        ------
        rows : (b,) int array
            Of the sources that can be used.
        cost : (b, m) float array
        along : (b, m) float array or None
            Without what lies between a place and the road; only a hierarchy tells.
        """
        starts = self.ends(sources, source_access, not reverse)
        ends = self.ends(targets, target_access, reverse)
        if reverse:
            pair_target, pair_source, direct, more = self._on_one_chain(targets, sources)
        else:
            pair_source, pair_target, direct, more = self._on_one_chain(sources, targets)
        direct = direct + source_access[pair_source] + target_access[pair_target]
        order = np.argsort(pair_source, kind="stable")
        pair_source, pair_target = pair_source[order], pair_target[order]
        direct, more = direct[order], more[order]
        work = self._sweeps if kernel == HIERARCHY else self._searches
        for columns, reach, sums in work(starts, ends, reverse, limit, progress):
            rows = starts.row[columns]
            cost = spread(reach, ends.row, len(targets))
            a, b = np.searchsorted(pair_source, [rows[0], rows[-1] + 1])
            at = np.searchsorted(rows, pair_source[a:b]), pair_target[a:b]
            along = None
            if sums is not None:
                along = spread(sums, ends.row, len(targets))
                nearer = direct[a:b] <= cost[at]
                along[tuple(one[nearer] for one in at)] = more[a:b][nearer]
            cost[at] = np.minimum(cost[at], direct[a:b])
            if limit < np.inf:
                cost[cost > limit] = np.inf
            yield rows, cost, along

    def _blocks(self, count: int, size: int) -> list[slice]:
        return [slice(begin, min(begin + size, count)) for begin in range(0, count, size)]

    def _sweeps(self, starts: Ends, ends: Ends, reverse, limit, progress: Progress):
        costs = self.costs.reversed() if reverse else self.costs
        goals = costs.goals(ends.node.ravel())

        def work(columns):
            return self._sweep(costs, starts, ends, goals, columns)

        workers = min(os.cpu_count() or 1, 4)
        count = len(starts.row)
        most = max(1, SWEEP_CELLS // max(len(goals.above), 1))
        size = max(min(MOST_STARTS, most, max(-(-count // workers), LEAST_STARTS)), 1)
        blocks = self._blocks(count, size)
        with ThreadPoolExecutor(workers) as pool:
            waiting = []
            for number, columns in enumerate(blocks):
                # a few blocks ahead, so that memory stays bounded however many there are
                ahead = blocks[number + len(waiting) : number + workers]
                waiting += [(one, pool.submit(work, one)) for one in ahead]
                progress(number / len(blocks))
                yield (columns, *waiting.pop(0)[1].result())

    def _sweep(self, costs: Costs, starts: Ends, ends: Ends, goals: Goals, columns: slice):
        node, cost = starts.node[:, columns].ravel(), starts.cost[:, columns].ravel()
        count = starts.node[:, columns].shape[1]
        along = starts.along[:, columns].ravel() if self.tells_along else None
        start = np.tile(np.arange(count), 2)
        sweep = costs.sweep(count, node, start, cost, goals, along)
        size = len(ends.row)
        reach = np.empty((count, size))
        sums = np.empty((count, size)) if self.tells_along else None
        for some in self._blocks(size, GOALS_AT_ONCE):
            (cost, more), (other, others) = (
                sweep.found(slice(some.start + half, some.stop + half)) for half in (0, size)
            )
            cost += ends.cost[0, some, None]
            other += ends.cost[1, some, None]
            if sums is not None:
                more += ends.along[0, some, None]
                others += ends.along[1, some, None]
                second = (other < cost) | ((other == cost) & (others < more))
                sums[:, some] = np.where(second, others, more).T
            reach[:, some] = np.minimum(cost, other).T
        return reach, sums

    def _searches(self, starts: Ends, ends: Ends, reverse, limit, progress: Progress):
        junctions, count = self.chains.junctions, len(starts.row)
        graph = self.graph.T.tocsr() if reverse else self.graph
        blocks = self._blocks(count, max(1, SEARCH_CELLS // max(junctions, 1)))
        for number, columns in enumerate(blocks):
            progress(number / len(blocks))
            node, cost = starts.node[:, columns], starts.cost[:, columns]
            size = node.shape[1]
            seeds = np.tile(junctions + np.arange(size), 2)
            # each start is a node of its own from which its two junctions are reached
            more = least_of_parallel(seeds, node.ravel(), cost.ravel(), junctions + size)
            whole = csr_matrix(
                (
                    np.concatenate([graph.data, more.data]),
                    np.concatenate([graph.indices, more.indices]),
                    np.concatenate([graph.indptr, more.indptr[junctions + 1 :] + graph.nnz]),
                ),
                shape=more.shape,
            )
            reach = dijkstra(whole, indices=junctions + np.arange(size), limit=limit)
            one, other = (np.take(reach, ends.node[n], axis=1) for n in range(2))
            one += ends.cost[0]
            other += ends.cost[1]
            found = np.minimum(one, other, out=one)
            yield columns, found, None


def spread(values, columns, size):
    """Values in the columns given of so many; the others are infinite."""
    if len(columns) == size:
        return values
    whole = np.full((len(values), size), np.inf)
    whole[:, columns] = values
    return whole


def scaled(cost, share):
    """Cost of a share of an edge: a closed edge stays closed, but standing at its end is free."""
    finite = np.isfinite(cost)
    return np.where(finite, np.where(finite, cost, 0.0) * share, np.where(share > 0, np.inf, 0.0))


def least_of_parallel(tail, head, cost, size) -> csr_matrix:
    """Sparse matrix of the open arcs, the cheapest of parallel ones (scipy would add them up)."""
    open_arcs = np.isfinite(cost)
    tail, head, cost = tail[open_arcs], head[open_arcs], cost[open_arcs]
    order = np.lexsort([cost, head, tail])
    tail, head, cost = tail[order], head[order], cost[order]
    first = np.ones(len(order), dtype=bool)
    first[1:] = (tail[1:] != tail[:-1]) | (head[1:] != head[:-1])
    tail, head, cost = tail[first], head[first], cost[first]
    starts = np.searchsorted(tail, np.arange(size + 1))
    return csr_matrix((cost, head, starts), shape=(size, size))
