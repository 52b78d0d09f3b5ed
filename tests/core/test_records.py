"""What holds for the records of all modules of core."""

import dataclasses
import importlib
import pkgutil

from smart_planning_plugin import core

#: Those that are filled while something is worked out.
FILLED = {"BuildReport", "Nearest", "Reach", "Sums"}


def records():
    for one in pkgutil.walk_packages(core.__path__, f"{core.__name__}."):
        for value in vars(importlib.import_module(one.name)).values():
            if dataclasses.is_dataclass(value) and value.__module__ == one.name:
                yield value


def test_records_cannot_be_changed_behind_the_back_of_who_holds_them():
    found = {one.__qualname__ for one in records() if not one.__dataclass_params__.frozen}
    assert found == FILLED
