"""Where the data ends: a cut-off that reaches beyond it counts too little."""

from __future__ import annotations

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from ..network.snapping import OK, Positions
from .travel import Travel

RIM_SHARE = 0.05


def rim_nodes(travel: Travel) -> np.ndarray:
    """Nodes where roads of the data end at its rim: dead ends near the convex hull of the network.

    Near is within a twentieth of the square root of the hull's area. A road that truly ends at the
    sea looks the same as one that was cut off.
    """
    network = travel.network
    xy = network.node_xy
    try:
        hull = ConvexHull(xy)
    except QhullError:  # all in one line, or fewer than three
        return np.flatnonzero(network.degree == 1)
    inside = -(xy @ hull.equations[:, :2].T + hull.equations[:, 2]).max(axis=1)
    near = inside <= RIM_SHARE * np.sqrt(hull.volume)
    return np.flatnonzero(near & (network.degree == 1))


def cost_to_edge(travel: Travel, places: Positions) -> np.ndarray:
    """(n,) cost between each place and the nearest road that ends at the rim of the data.

    Infinite where none is reached, or where the place could not be used.
    """
    nodes = rim_nodes(travel)
    network = travel.network
    ends = np.concatenate([network.from_node, network.to_node])
    edge_of = np.full(len(network.node_xy), -1)
    edge_of[ends] = np.tile(np.arange(len(network)), 2)
    edge = edge_of[nodes]
    count = len(nodes)
    zero = np.zeros(count)
    rim = Positions(
        edge,
        (network.to_node[edge] == nodes).astype(float),
        zero,
        zero,
        np.full(count, "", dtype=object),
        np.full(count, OK, dtype=object),
    )
    graph = travel.from_sources(rim)
    return travel.nearest(graph, np.arange(count), places).cost
