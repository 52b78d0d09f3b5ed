"""Blocks of a cluster, without one: what is sent, in which order, what is said when it fails."""

import importlib.machinery
import importlib.util
import sys
import types
import zipfile

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility import cluster
from smart_planning_plugin.core.accessibility import travel as travelling
from smart_planning_plugin.core.accessibility.cluster import ClusterError, blocks_on_cluster, check
from smart_planning_plugin.core.accessibility.travel import Travel
from tests.core.small import places_on
from tests.core.test_noticed import cross

ADDRESS = "tcp://10.0.0.1:8786"


class Late(Exception):
    """Stands for the time-out of the package."""


class Future:
    """Computed when it is asked for, after it has been asked for in vain some times."""

    def __init__(self, client, function, args):
        self.client, self.function, self.args = client, function, args
        self.value = None

    def result(self, timeout=None):
        self.client.asked.append(timeout)
        if self.client.errors:
            error = self.client.errors.pop(0)
            if error is not None:
                raise error
        args = [one.plain() if isinstance(one, Future) else one for one in self.args]
        self.client.waiting -= 1
        return self.function(*args)

    def plain(self):
        if self.value is None:
            self.value = self.function(*self.args)
        return self.value


class Client:
    """What is used of the package's client."""

    def __init__(self, workers, errors=()):
        self.workers, self.errors = workers, list(errors)
        self.asked, self.sizes, self.waiting, self.most, self.files = [], [], -1, 0, None
        self.open = None
        self.shared = None

    def __call__(self, address, timeout, set_as_default):
        assert (timeout, set_as_default) == (10, False)
        if address != ADDRESS:
            raise OSError("nobody there")
        return self

    def __enter__(self):
        self.open = True

    def __exit__(self, *_):
        self.open = False

    def scheduler_info(self):
        return {"workers": dict.fromkeys(range(self.workers))}

    def upload_file(self, path):
        assert path.endswith("smart_planning_plugin.zip")
        with zipfile.ZipFile(path) as code:
            self.files = {one.filename: one.file_size for one in code.infolist()}

    def submit(self, function, *args, pure):
        assert pure is False
        self.waiting += 1
        self.most = max(self.most, self.waiting)
        if self.shared is None:
            self.shared = args[0]
        else:
            self.sizes.append(len(args[1]))
        return Future(self, function, args)


@pytest.fixture
def connected(monkeypatch):
    """A package whose client is the one that is given."""

    def given(client):
        package = types.ModuleType("distributed")
        package.__spec__ = importlib.machinery.ModuleSpec("distributed", None)
        package.Client, package.TimeoutError = client, Late
        monkeypatch.setitem(sys.modules, "distributed", package)
        monkeypatch.setattr(travelling, "BLOCK_CELLS", 6)  # two of three at a time
        return client

    return given


AT = places_on([0, 1, 2, 3, 0, 1, 2, 3, 0], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9])
HOMES = places_on([3, 1, 0], [0.2, 0.5, 1.0], access_min=3.0)


def blocks(*more, address=ADDRESS):
    return list(blocks_on_cluster(address, Travel(cross()), AT, HOMES, *more))


@pytest.mark.parametrize("km", [False, True])
@pytest.mark.parametrize("workers", [1, 2])
def test_blocks_are_those_that_are_computed_here(connected, workers, km):
    client = connected(Client(workers))
    told = []
    found = blocks(lambda *what: told.append(what), km)
    here = list(Travel(cross()).blocks(AT, HOMES, km=km))
    assert len(found) == len(here) == 5
    for one, other in zip(found, here):
        assert len(one) == len(other) == (3 if km else 2)
        for ours, theirs in zip(one, other):
            np.testing.assert_array_equal(ours, theirs)
    assert client.sizes == [2, 2, 2, 2, 1]
    assert client.most == min(3 * workers, 5)  # three of each worker are waiting
    assert told == [(0, f"{workers} workers at {ADDRESS}"), *((n / 5,) for n in range(5))]
    assert set(client.asked) == {0.5}
    assert client.open is False
    assert client.shared.network.store is None and client.shared.snapping.barriers is None


def test_the_cluster_gets_the_code_of_core(connected):
    client = connected(Client(1))
    blocks()
    core = cluster.PACKAGE / "core"
    assert cluster.PACKAGE.name == "smart_planning_plugin"
    assert set(client.files) == {
        "smart_planning_plugin/__init__.py",
        *(str(one.relative_to(cluster.PACKAGE.parent)) for one in core.rglob("*.py")),
    }
    assert "smart_planning_plugin/core/accessibility/travel.py" in client.files
    assert client.files["smart_planning_plugin/core/limits.py"] > 500


def test_a_block_that_takes_long_is_waited_for(connected):
    client = connected(Client(1, [Late(), None, Late(), Late()]))
    told = []
    assert len(blocks(lambda *what: told.append(what))) == 5
    assert [share for share, *_ in told] == [0, 0, 0, 0.2, 0.2, 0.2, 0.4, 0.6, 0.8]
    assert len(client.asked) == 8


def test_workers_that_are_lost_on_the_way(connected):
    client = connected(Client(1))

    def tell(share, message=None):
        if share == 0.4:
            client.workers, client.errors = 0, [Late()]

    with pytest.raises(ClusterError) as raised:
        blocks(tell)
    assert str(raised.value) == "All workers of the cluster are lost. Start them again."
    assert client.open is False


@pytest.mark.parametrize("error", [RuntimeError("no such module"), ImportError("no such module")])
def test_a_cluster_that_cannot_run_it(connected, error):
    connected(Client(1, [error]))
    with pytest.raises(ClusterError) as raised:
        blocks()
    assert str(raised.value) == (
        "The cluster cannot run what it is sent (no such module). Give it the same versions of "
        "Python, Dask, numpy, scipy and pandas as here."
    )


def test_a_cluster_that_is_not_there(connected, monkeypatch):
    connected(Client(0))
    with pytest.raises(ClusterError) as raised:
        blocks()
    assert str(raised.value) == f"The scheduler at {ADDRESS} has no workers. Start some."
    with pytest.raises(ClusterError) as raised:
        blocks(address="tcp://a:1")
    assert str(raised.value) == "No scheduler answers at tcp://a:1 (nobody there). Start it."
    for wrong in ("", None):
        with pytest.raises(ClusterError) as raised:
            blocks(address=wrong)
        assert str(raised.value) == (
            "ENGINE is dask, but SCHEDULER is empty. Give the address of the scheduler, such as "
            f"{ADDRESS}."
        )
    assert check(ADDRESS) is None
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ClusterError) as raised:
        check(ADDRESS)
    assert str(raised.value) == (
        "ENGINE is dask, but the package distributed is missing. Install it (pip install "
        "distributed), or choose ENGINE = local."
    )
