"""Regions from flows: Intramax, dominant flow, functional urban areas, communities."""

from __future__ import annotations

from dataclasses import dataclass

import networkx as nx
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from ..progress import Progress, quiet
from .flows import by_group

ROWS_AT_ONCE = 256


@dataclass(frozen=True)
class Tree:
    """Merges of n zones, the strongest tie first.

    Attributes
    ----------
    kept, merged : (steps,) int arrays
        Zones by whose number the two groups go; the lower one goes on for both.
    within : (steps + 1,) float array
        Share of all flows that stay within groups, before the first merge and after each.
    """

    kept: np.ndarray
    merged: np.ndarray
    within: np.ndarray
    count: int

    def groups(self, number: int = 0) -> np.ndarray:
        """(n,) group of each zone, with so many groups left, or before the largest jump.

        Where flows fall apart into parts that nothing ties together, there are at least as many
        groups as parts.
        """
        steps = self.count - number
        if number <= 0:
            gain = np.diff(self.within)
            steps = int(np.argmax(gain)) if len(gain) else 0
        group = np.arange(self.count)
        for kept, merged in zip(self.kept[:steps].tolist(), self.merged[:steps].tolist()):
            group[group == merged] = kept
        return np.unique(group, return_inverse=True)[1]


def intramax(
    flow: np.ndarray,
    out: np.ndarray | None = None,
    into: np.ndarray | None = None,
    progress: Progress = quiet,
) -> Tree:
    """Intramax: merge the two zones that exchange most for their size, again and again [1]_.

    The tie of a and b is ``T_ab / (O_a D_b) + T_ba / (O_b D_a)``, the relative form; of equal ties
    the one of the lowest numbers goes first.

    Parameters
    ----------
    flow : (n, n) float array
    out, into : (n,) float arrays, optional
        All that starts and ends in a zone, if that is more than `flow` holds.

    References
    ----------
    .. [1] Masser and Brown 1975, Hierarchical aggregation procedures for interaction data.
       doi:10.1068/a070509
    """
    flow = np.array(flow, float)
    count = len(flow)
    out = flow.sum(axis=1) if out is None else np.array(out, float)
    into = flow.sum(axis=0) if into is None else np.array(into, float)
    total = max(out.sum(), 1e-300)
    per_out = np.divide(1.0, out, out=np.zeros(count), where=out > 0)
    per_into = np.divide(1.0, into, out=np.zeros(count), where=into > 0)
    tie = np.empty((count, count))
    for start in range(0, count, ROWS_AT_ONCE):
        rows = slice(start, start + ROWS_AT_ONCE)
        tie[rows] = flow[rows] * per_out[rows, None] * per_into[None, :]
        tie[rows] += (flow[:, rows] * per_out[:, None]).T * per_into[rows, None]
    np.fill_diagonal(tie, -1.0)
    best_at = tie.argmax(axis=1)
    best = tie[np.arange(count), best_at]
    kept, merged, within = [], [], [flow.trace()]
    for step in range(count - 1):
        if step % 100 == 0:
            progress(step / count)
        first = int(np.argmax(best))
        if best[first] <= 0:
            break
        a, b = sorted((first, int(best_at[first])))
        kept.append(a)
        merged.append(b)
        within.append(within[-1] + flow[a, b] + flow[b, a])
        flow[a] += flow[b]
        flow[:, a] += flow[:, b]
        flow[b] = flow[:, b] = 0.0
        for sums, per in ((out, per_out), (into, per_into)):
            sums[a] += sums[b]
            sums[b] = per[b] = 0.0
            per[a] = 1 / sums[a] if sums[a] > 0 else 0.0
        fresh = flow[a] * (per_out[a] * per_into) + flow[:, a] * (per_out * per_into[a])
        fresh[a] = -1.0
        gone = tie[b] < 0  # itself, and all that merged before
        fresh[gone] = -1.0
        fresh[b] = -1.0
        tie[a], tie[:, a] = fresh, fresh
        tie[b] = tie[:, b] = -1.0
        best[b], best_at[b] = -1.0, b
        lost = (best_at == a) | (best_at == b)
        lost[a] = True
        lost &= best >= 0
        better = (fresh > best) | ((fresh == best) & (a < best_at))
        better &= ~lost & (fresh >= 0)
        best[better], best_at[better] = fresh[better], a
        for row in np.flatnonzero(lost):
            best_at[row] = tie[row].argmax()
            best[row] = tie[row, best_at[row]]
    share = np.array(within) / total
    return Tree(np.array(kept, np.int64), np.array(merged, np.int64), share, count)


def dominant_flow(flow: np.ndarray, size: np.ndarray | None = None) -> np.ndarray:
    """Nodal regions: each zone follows its largest flow, where that goes to a larger one [1]_.

    Parameters
    ----------
    flow : (n, n) float array
    size : (n,) float array, optional
        By default all that ends in a zone. Of equally large ones the lower number counts as the
        larger, and so it does of equal flows to equally large ones: no circles.

    Returns
    -------
    (n,) int array
        The zone followed; a zone that follows itself is the centre of a region.

    References
    ----------
    .. [1] Nystuen and Dacey 1961, A graph theory interpretation of nodal regions.
       doi:10.1007/BF01969070
    """
    count = len(flow)
    size = flow.sum(axis=0) if size is None else np.asarray(size, float)
    rank = np.empty(count, np.int64)
    rank[np.lexsort([np.arange(count), -size])] = np.arange(count)  # 0 is the largest
    away = np.array(flow, float)
    np.fill_diagonal(away, -1.0)
    largest = away.max(axis=1, initial=-1.0)
    ranks = np.where(away == largest[:, None], rank[None, :], count)
    follows = np.argsort(rank)[np.minimum(ranks.min(axis=1, initial=count), count - 1)]
    follows = np.where((largest > 0) & (rank[follows] < rank), follows, np.arange(count))
    return follows


def centres_of(follows: np.ndarray) -> np.ndarray:
    """(n,) centre at the end of each zone's way: pointers followed until nothing moves."""
    while True:
        further = follows[follows]
        if (further == follows).all():
            return follows
        follows = further


def functional_urban_areas(
    flow: np.ndarray,
    city: np.ndarray,
    share: float,
    neighbours: np.ndarray,
    out: np.ndarray | None = None,
) -> np.ndarray:
    """Cities with the zones from which so large a share of residents goes there [1]_.

    Cities of which one sends so large a share to the other are one. A zone goes to the city it
    sends most to. A zone that does not hang together with its city leaves it; one that touches two
    or more others, all of one area, joins it.

    Parameters
    ----------
    flow : (n, n) float array
    city : (n,) int array
        Number of the city that a zone is part of, -1 for none.
    share : float
        Of all who start in a zone, those who stay included.
    neighbours : (k, 2) int array
        Pairs of zones that touch.
    out : (n,) float array, optional

    Returns
    -------
    (n,) int array
        Number of the area (that of its first city), -1 outside of all.

    References
    ----------
    .. [1] Dijkstra, Poelman and Veneri 2019, The EU-OECD definition of a functional urban area.
       doi:10.1787/d58cb34d-en
    """
    count = len(flow)
    out = flow.sum(axis=1) if out is None else out
    cities = int(city.max(initial=-1)) + 1
    if not cities:
        return np.full(count, -1)
    between = by_group(flow, city, cities)
    starts = np.bincount(city[city >= 0], out[city >= 0], minlength=cities)
    sent = np.divide(between, starts[:, None], out=np.zeros_like(between),
                     where=starts[:, None] > 0)  # fmt: skip
    np.fill_diagonal(sent, 0.0)
    _, part = connected_components(csr_matrix(sent >= share), directed=False)
    first = np.array([np.flatnonzero(part == one)[0] for one in range(part.max() + 1)])
    core = np.where(city >= 0, first[part[np.maximum(city, 0)]], -1)
    to_core = np.zeros((count, cities))
    for one in first:
        to_core[:, one] = flow[:, core == one].sum(axis=1)
    ratio = np.divide(to_core, out[:, None], out=np.zeros_like(to_core), where=out[:, None] > 0)
    best = ratio.argmax(axis=1)
    area = np.where(core >= 0, core, np.where(ratio.max(axis=1) >= share, best, -1))
    area = _without_exclaves(area, core, neighbours)
    return _with_enclaves(area, neighbours)


def _adjacency(neighbours: np.ndarray, count: int) -> csr_matrix:
    pairs = np.asarray(neighbours, np.int64).reshape(-1, 2)
    ones = np.ones(len(pairs), np.int8)
    return csr_matrix((ones, (pairs[:, 0], pairs[:, 1])), (count, count))


def _without_exclaves(area, core, neighbours):
    pairs = np.asarray(neighbours, np.int64).reshape(-1, 2)
    inside = (area[pairs[:, 0]] == area[pairs[:, 1]]) & (area[pairs[:, 0]] >= 0)
    _, part = connected_components(_adjacency(pairs[inside], len(area)), directed=False)
    with_core = np.unique(part[core >= 0])
    return np.where(np.isin(part, with_core), area, -1)


def _with_enclaves(area, neighbours):
    pairs = np.asarray(neighbours, np.int64).reshape(-1, 2)
    both = np.concatenate([pairs, pairs[:, ::-1]])
    found = area.copy()
    for zone in np.flatnonzero(area < 0):
        around = area[both[both[:, 0] == zone, 1]]
        if len(around) >= 2 and around[0] >= 0 and (around == around[0]).all():
            found[zone] = around[0]
    return found


def communities(flow: np.ndarray, resolution: float = 1.0, seed: int = 1) -> np.ndarray:
    """Communities of zones by the Louvain method, on flows of both directions added up [1]_.

    The search of networkx for directed graphs misses what that for undirected ones finds.

    Parameters
    ----------
    flow : (n, n) float array
    resolution : float
        Above 1 gives smaller communities.
    seed : int
        The same seed gives the same communities.

    Returns
    -------
    (n,) int array
        Numbered by their first zone. Communities need not hang together on the map.

    References
    ----------
    .. [1] Blondel et al. 2008, Fast unfolding of communities. doi:10.1088/1742-5468/2008/10/P10008
    """
    graph = graph_of(flow)
    if not graph.number_of_edges():
        return np.arange(len(flow))
    found = nx.community.louvain_communities(graph, "weight", resolution, seed=seed)
    group = np.zeros(len(flow), np.int64)
    for members in found:
        group[list(members)] = min(members)
    return np.unique(group, return_inverse=True)[1]


def graph_of(flow: np.ndarray) -> nx.Graph:
    """Flows of both directions added up, as a graph of networkx; flows within a zone are loops."""
    both = np.triu(flow + flow.T)
    both[np.diag_indices(len(flow))] /= 2
    graph = nx.Graph()
    graph.add_nodes_from(range(len(flow)))
    start, end = np.nonzero(both > 0)
    graph.add_weighted_edges_from(zip(start.tolist(), end.tolist(), both[start, end].tolist()))
    return graph


def modularity(flow: np.ndarray, group: np.ndarray, resolution: float = 1.0) -> float:
    """Directed modularity of a division: flows within, above what sizes alone would give [1]_.

    References
    ----------
    .. [1] Leicht and Newman 2008, Community structure in directed networks.
       doi:10.1103/PhysRevLett.100.118703
    """
    total = flow.sum()
    if not total > 0:
        return float("nan")
    same = group[:, None] == group[None, :]
    within = np.bincount(group, np.where(same, flow, 0.0).sum(axis=1))
    out = np.bincount(group, flow.sum(axis=1))
    into = np.bincount(group, flow.sum(axis=0))
    return float((within / total - resolution * out * into / total**2).sum())
