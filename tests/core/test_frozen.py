"""What core gives out is not changed afterwards, and what two records have to have in common."""

import dataclasses
import importlib
import pkgutil

import numpy as np

from smart_planning_plugin import core
from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.model import RoadNetwork
from smart_planning_plugin.core.network.snapping import SnapOptions

FILLED_STEP_BY_STEP = {"BuildReport", "Nearest", "Reach", "Sums"}


def records():
    for one in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
        for value in vars(importlib.import_module(one.name)).values():
            if dataclasses.is_dataclass(value) and value.__module__ == one.name:
                yield value


def test_classes_of_data_are_frozen():
    found = {one.__qualname__ for one in records() if not one.__dataclass_params__.frozen}
    assert found == FILLED_STEP_BY_STEP


def test_what_does_not_make_options_others():
    walls = [Barriers(Lines.of([[(0.0, 0.0), (1.0, n)]])) for n in (1, 2)]
    assert SnapOptions(barriers=walls[0]) == SnapOptions(barriers=walls[1])
    assert SnapOptions(distance_m=1.0) != SnapOptions(distance_m=2.0)
    network = RoadNetwork.empty()
    hidden = [one for one in dataclasses.fields(network) if not one.compare or not one.repr]
    assert [one.name for one in hidden] == ["store"] and network.store is None
    assert not hidden[0].compare and not hidden[0].repr
    assert "store" not in repr(dataclasses.replace(network, edges=network.edges[:0]))
    assert np.empty((0, 2)).shape == network.node_xy.shape
