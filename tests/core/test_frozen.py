"""What core gives out is not changed afterwards: its classes of data are frozen."""

import dataclasses
import importlib
from pathlib import Path

import numpy as np
import pytest

from smart_planning_plugin.core.network.barriers import Barriers
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.model import RoadNetwork
from smart_planning_plugin.core.network.snapping import SnapOptions

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts)
    for path in (ROOT / "smart_planning_plugin" / "core").rglob("*.py")
    if "@dataclass" in path.read_text(encoding="utf-8")
)
FILLED_STEP_BY_STEP = {"report.BuildReport", "measures.Nearest", "fca.Sums", "reach.Reach"}


@pytest.mark.parametrize("module", MODULES)
def test_classes_of_data_are_frozen(module):
    found = [one for one in vars(importlib.import_module(module)).values()
             if dataclasses.is_dataclass(one) and one.__module__ == module]  # fmt: skip
    assert found
    short = module.rpartition(".")[2]
    for one in found:
        assert (
            one.__dataclass_params__.frozen or f"{short}.{one.__name__}" in FILLED_STEP_BY_STEP
        ), one


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
