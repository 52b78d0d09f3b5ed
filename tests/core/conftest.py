"""Tests of core run as algorithms run core."""

import pytest

from smart_planning_plugin.processing.dependencies import plain_texts


@pytest.fixture(autouse=True)
def _plain_texts():
    with plain_texts():
        yield
