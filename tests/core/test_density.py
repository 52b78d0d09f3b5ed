"""Whether a network can have local roads."""

import numpy as np

from smart_planning_plugin.core.network.density import is_sparse, km_per_km2
from smart_planning_plugin.core.network.model import RoadNetwork
from tests.core.small import build


def grid(spacing):
    """Straight roads over 10 by 10 km."""
    at = np.arange(0.0, 10_001, spacing)
    across = [[(0.0, one), (10_000.0, one)] for one in at]
    return build([*across, *([(y, x) for x, y in one] for one in across)])[0]


def test_density_is_length_over_ground():
    assert np.isclose(km_per_km2(grid(1000)), 22 * 10 / 100)
    assert np.isclose(km_per_km2(grid(10_000)), 4 * 10 / 100)


def test_main_roads_alone_are_sparse():
    assert not is_sparse(grid(1000))
    assert is_sparse(build([[(0.0, 0), (50_000.0, 0)], [(0.0, 0), (0.0, 50_000)]])[0])


def test_a_line_and_nothing_have_no_density():
    assert not is_sparse(build([[(0.0, 0), (10_000.0, 0)]])[0])
    assert not is_sparse(RoadNetwork.empty())
