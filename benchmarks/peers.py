"""Others that find least-cost matrices, each asked for the same one."""

from __future__ import annotations

import importlib
import os
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib import metadata

import networkx as nx
import numpy as np
import pandas as pd
from scipy.sparse.csgraph import dijkstra

from smart_planning_plugin.core.network.kernel import Kernel, least_of_parallel

SEARCHES, SLOW_SEARCHES = 20, 3
PER_MINUTE = 60_000  # RoutingKit takes whole numbers: thousandths of a second


@dataclass(frozen=True)
class Graph:
    """Arcs between junctions in minutes, and what to search between."""

    size: int
    tail: np.ndarray
    head: np.ndarray
    cost: np.ndarray
    xy: np.ndarray
    sources: np.ndarray
    targets: np.ndarray

    @classmethod
    def of(cls, network, pairs: int) -> Graph:
        """The contracted graph of a network; of parallel arcs the cheapest, no loops."""
        minutes = [network.edges[f"time_{way}_s"].to_numpy(float) / 60 for way in ("fwd", "bwd")]
        graph = Kernel(network, *(np.nan_to_num(one, nan=np.inf) for one in minutes)).graph.tocoo()
        chains = network.chains
        ends = np.zeros((chains.junctions, 2))
        edge = chains.edge[chains.offsets[:-1]], chains.edge[chains.offsets[1:] - 1]
        turned = chains.turned[chains.offsets[:-1]], chains.turned[chains.offsets[1:] - 1]
        first = np.where(turned[0], network.to_node[edge[0]], network.from_node[edge[0]])
        last = np.where(turned[1], network.from_node[edge[1]], network.to_node[edge[1]])
        ends[chains.tail], ends[chains.head] = network.node_xy[first], network.node_xy[last]
        real = graph.row != graph.col
        rng = np.random.default_rng(11)
        return cls(
            chains.junctions,
            graph.row[real].astype(np.int64),
            graph.col[real].astype(np.int64),
            graph.data[real],
            ends,
            rng.integers(0, chains.junctions, pairs),
            rng.integers(0, chains.junctions, pairs),
        )


@dataclass(frozen=True)
class Found:
    """Seconds of a peer; `again` is what another set of costs takes, where that is less."""

    name: str
    prepare: float | None = None
    matrix: float = 0.0
    again: float | None = None
    missing: str = ""


def in_threads(work, parts) -> np.ndarray:
    """Rows computed part by part, a thread each."""
    with ThreadPoolExecutor(len(parts)) as pool:
        return np.concatenate(list(pool.map(work, parts)))


def versions() -> dict:
    """Versions of all that is compared and what we stand on."""
    found = {}
    for name in ("numpy", "scipy", *PACKAGES):
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def _agree(theirs, ours, name, tolerance=1e-6):
    theirs = np.where(theirs > 1e8, np.inf, theirs)
    if not np.allclose(theirs, ours, rtol=tolerance, atol=1e-2 if tolerance > 1e-6 else 1e-6):
        raise SystemExit(f"{name} and Smart Planning do not agree")


def _peer(name, package):
    """A peer that is left out where its package is missing."""

    def wrap(work):
        def run(graph: Graph, ours: np.ndarray) -> Found:
            try:
                module = importlib.import_module(package)
            except ImportError:
                return Found(name, missing="not installed, left out")
            return work(name, module, graph, ours)

        PEERS.append(run)
        PACKAGES.append(package.split(".")[0])
        return run

    return wrap


PEERS: list = []
PACKAGES: list[str] = []


def _by_searches(name, graph, ours, build, search, count):
    """Time some searches from one source each, and multiply."""
    begin = time.perf_counter()
    made = build()
    built = time.perf_counter() - begin
    begin = time.perf_counter()
    rows = np.array([search(made, int(one)) for one in graph.sources[:count]])
    took = (time.perf_counter() - begin) / count * len(graph.sources)
    _agree(rows, ours[:count], name)
    return Found(name, built, took)


@_peer("scipy, Dijkstra", "scipy")
def of_scipy(name, _, graph, ours):
    """One search a source, in C."""
    return _by_searches(
        name,
        graph,
        ours,
        lambda: least_of_parallel(graph.tail, graph.head, graph.cost, graph.size),
        lambda made, one: dijkstra(made, indices=one)[graph.targets],
        SEARCHES,
    )


@_peer("networkx", "networkx")
def of_networkx(name, _, graph, ours):
    """One search a source, in Python."""

    def build():
        made = nx.DiGraph()
        made.add_nodes_from(range(graph.size))
        arcs = graph.tail.tolist(), graph.head.tolist(), graph.cost.tolist()
        made.add_weighted_edges_from(zip(*arcs))
        return made

    def search(made, one):
        reach = nx.single_source_dijkstra_path_length(made, one)
        return [reach.get(target, np.inf) for target in graph.targets.tolist()]

    return _by_searches(name, graph, ours, build, search, SLOW_SEARCHES)


@_peer("igraph", "igraph")
def of_igraph(name, igraph, graph, ours):
    """One search a source, in C."""

    def build():
        made = igraph.Graph(graph.size, np.column_stack([graph.tail, graph.head]), directed=True)
        made.es["minutes"] = graph.cost
        return made

    def search(made, one):
        return np.array(made.distances(one, weights="minutes")[0])[graph.targets]

    return _by_searches(name, graph, ours, build, search, SEARCHES)


@_peer("rustworkx", "rustworkx")
def of_rustworkx(name, rustworkx, graph, ours):
    """One search a source, in Rust."""

    def build():
        made = rustworkx.PyDiGraph()
        made.add_nodes_from(range(graph.size))
        arcs = graph.tail.tolist(), graph.head.tolist(), graph.cost.tolist()
        made.add_edges_from(list(zip(*arcs)))
        return made

    def search(made, one):
        reach = rustworkx.dijkstra_shortest_path_lengths(made, one, float)
        cost = {**dict(reach.items()), one: 0.0}
        return [cost.get(target, np.inf) for target in graph.targets.tolist()]

    return _by_searches(name, graph, ours, build, search, SEARCHES)


@_peer("networkit", "networkit")
def of_networkit(name, networkit, graph, ours):
    """One search a source, in C++."""

    def build():
        made = networkit.Graph(graph.size, weighted=True, directed=True)
        for arc in zip(graph.tail.tolist(), graph.head.tolist(), graph.cost.tolist()):
            made.addEdge(*arc)
        return made

    def search(made, one):
        found = networkit.distance.Dijkstra(made, one, False)
        found.run()
        return np.array(found.getDistances())[graph.targets]

    return _by_searches(name, graph, ours, build, search, SEARCHES)


@_peer("pandana", "pandana")
def of_pandana(name, pandana, graph, ours):
    """Contraction hierarchies in C++, all cores."""
    index = np.arange(graph.size)
    x, y = (pd.Series(graph.xy[:, axis], index) for axis in (0, 1))
    begin = time.perf_counter()
    costs = pd.DataFrame({"minutes": graph.cost})
    tail, head = pd.Series(graph.tail), pd.Series(graph.head)
    made = pandana.Network(x, y, tail, head, costs, twoway=False)
    built = time.perf_counter() - begin
    starts = np.repeat(graph.sources, len(graph.targets))
    ends = np.tile(graph.targets, len(graph.sources))
    begin = time.perf_counter()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it lists every pair that is not connected
        found = np.array(made.shortest_path_lengths(starts, ends, imp_name="minutes"))
    took = time.perf_counter() - begin
    found = found.reshape(len(graph.sources), -1)  # it rounds each arc to thousandths
    _agree(np.where(found > 4e6, np.inf, found), ours, name, tolerance=2e-3)
    return Found(name, built, took)


@_peer("RoutingKit (pyroutingkit)", "pyroutingkit")
def of_routingkit(name, routingkit, graph, ours):
    """Customizable contraction hierarchies in C++, OpenMP."""
    tail, head = graph.tail.astype(np.uint32), graph.head.astype(np.uint32)
    x, y = graph.xy.T.astype(np.float32)
    weights = np.round(graph.cost * PER_MINUTE).astype(np.uint32)
    ordered = customised = np.inf
    for _ in range(3):
        begin = time.perf_counter()
        topology = routingkit.CCHTopology()
        topology.build(tail, head, y / 111_000, x / 60_000, graph.size)
        ordered = min(ordered, time.perf_counter() - begin)
        metric = routingkit.CCHMetric(topology)
        begin = time.perf_counter()
        metric.customize(weights, os.cpu_count())
        customised = min(customised, time.perf_counter() - begin)
    sources, targets = graph.sources.astype(np.uint32), graph.targets.astype(np.uint32)
    took = np.inf
    for _ in range(3):
        begin = time.perf_counter()
        found = metric.distances_many_to_many(sources, targets)
        took = min(took, time.perf_counter() - begin)
    found = np.asarray(found, float).reshape(len(sources), len(targets))
    found = np.where(found >= routingkit.INF_WEIGHT, np.inf, found / PER_MINUTE)
    _agree(found, ours, name, tolerance=1e-3)
    return Found(name, ordered + customised, took, again=customised)
