"""Travel times against networkx, on the same generated road-like network and in the same run.

    python3 benchmarks/travel_times.py [junctions a side] [origins] [destinations]

Prints seconds and the ratio, and stops if the two do not agree.
"""

import sys
import time
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.network.build import BuildOptions, build_road_network
from smart_planning_plugin.core.network.lines import Lines, offsets_of
from smart_planning_plugin.core.network.schema import read_road_layer

SEED, SPACING_M, VERTICES = 1, 500.0, 8


def road_layer(side: int):
    """A shaken grid of winding streets, some missing, some one-way."""
    rng = np.random.default_rng(SEED)
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1) * SPACING_M
    grid = grid + rng.uniform(-SPACING_M / 3, SPACING_M / 3, grid.shape)
    across = np.stack([grid[:, :-1], grid[:, 1:]], -2).reshape(-1, 2, 2)
    along = np.stack([grid[:-1], grid[1:]], -2).reshape(-1, 2, 2)
    ends = np.concatenate([across, along])
    ends = ends[rng.random(len(ends)) < 0.85]
    share = np.linspace(0, 1, VERTICES)[:, None]
    xy = ends[:, None, 0] * (1 - share) + ends[:, None, 1] * share
    xy[:, 1:-1] += rng.normal(0, 8, xy[:, 1:-1].shape)
    lines = Lines(xy.reshape(-1, 2), offsets_of(np.full(len(ends), VERTICES)))
    fields = pd.DataFrame(
        {
            "highway": rng.choice(["primary", "secondary", "residential"], len(ends)),
            "oneway": rng.choice(["yes", "no"], len(ends), p=[0.1, 0.9]),
        }
    )
    return read_road_layer("generated", lines, fields, np.arange(len(ends)))


def clocked(what: str, work):
    begin = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - begin
    print(f"{what:34} {seconds:8.2f} s")
    return result, seconds


def main(side: int = 150, origins: int = 20, destinations: int = 1000):
    (network, _, _), _ = clocked(
        "build the network", lambda: build_road_network([road_layer(side)], None, BuildOptions())
    )
    print(f"{len(network)} edges, {len(network.node_xy)} nodes")
    rng = np.random.default_rng(SEED)
    nodes = np.flatnonzero(network.strong_component == 0)
    start, end = rng.choice(nodes, origins), rng.choice(nodes, destinations)
    travel = Travel(network)
    at_start, at_end = (travel.snapper.snap(network.node_xy[one]) for one in (start, end))
    ours, fast = clocked("our matrix", lambda: travel.matrix(at_start, at_end))
    graph = nx.DiGraph(network.graph)  # parallel streets do not occur in the grid

    def peer():
        rows = (nx.single_source_dijkstra_path_length(graph, one, weight="time_s") for one in start)
        return np.array([[row.get(one, np.inf) / 60 for one in end] for row in rows])

    theirs, slow = clocked("networkx, without snapping", peer)
    np.testing.assert_allclose(ours, theirs, rtol=1e-6)
    print(f"{origins} × {destinations}: the same numbers, {slow / fast:.1f} times as fast")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
