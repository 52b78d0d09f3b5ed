"""How many roads a network has for its ground: whether local roads can be among them."""

from __future__ import annotations

import numpy as np
from scipy.spatial import ConvexHull, QhullError

from .model import ROAD, RoadNetwork

#: Below this only main roads can be in the network. Latvia's state roads alone, local ones among
#: them, make 0.31 km per km² (20,000 km on 64,600 km²); with municipal roads and streets countries
#: of the region have more than 1.
SPARSE_KM_PER_KM2 = 0.4


def km_per_km2(network: RoadNetwork) -> float:
    """Kilometres of road for each square kilometre of the hull of the network; NaN without one."""
    if len(network.node_xy) < 3:
        return np.nan
    try:
        hull = ConvexHull(network.node_xy)
    except QhullError:  # all on one line
        return np.nan
    road = (network.edges["kind"] == ROAD).to_numpy()
    length = network.edges["length_m"].to_numpy(float)[road].sum()
    return float(length / 1000 / (hull.volume / 1e6))


def is_sparse(network: RoadNetwork) -> bool:
    """Whether local roads are missing, as far as their density tells."""
    return bool(km_per_km2(network) < SPARSE_KM_PER_KM2)
