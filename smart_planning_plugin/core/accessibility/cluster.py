"""The same blocks of origins on a Dask cluster."""

from __future__ import annotations

import importlib.util
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from ..errors import SmartPlanningError
from ..network.snapping import Positions
from ..progress import Progress, quiet
from .travel import Plan, Travel

AHEAD = 3  # blocks a worker has waiting
LOOK_S = 0.5
PACKAGE = Path(__file__).parents[2]


class ClusterError(SmartPlanningError):
    """The cluster cannot be used."""


def check(scheduler: str) -> None:
    """Raise if there is no Dask, or nothing is said about where its scheduler is.

    Raises
    ------
    ClusterError
    """
    if importlib.util.find_spec("distributed") is None:
        raise ClusterError(
            "ENGINE is dask, but the package distributed is missing",
            "Install it (pip install distributed), or choose ENGINE = local",
        )
    if not scheduler:
        raise ClusterError(
            "ENGINE is dask, but SCHEDULER is empty",
            "Give the address of the scheduler, such as tcp://10.0.0.1:8786",
        )


def blocks_on_cluster(
    scheduler: str,
    travel: Travel,
    sources: Positions,
    targets: Positions,
    progress: Progress = quiet,
    km: bool = False,
) -> Iterator[tuple]:
    """What `Travel.blocks` gives, computed by the workers of a cluster; bit for bit the same.

    A block whose worker is lost is computed again by another. The cluster gets this package from
    here: it needs Dask, numpy, scipy and pandas, and in versions that can read what we send.

    Parameters
    ----------
    scheduler : str
        Address, such as ``tcp://10.0.0.1:8786``.

    Raises
    ------
    ClusterError
        If the scheduler does not answer, or no worker is left.
    """
    from distributed import Client, TimeoutError

    check(scheduler)
    try:
        client = Client(scheduler, timeout=10, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise ClusterError(f"no scheduler answers at {scheduler} ({error})", "Start it") from error
    with client:
        workers = len(client.scheduler_info()["workers"])
        if not workers:
            raise ClusterError(f"the scheduler at {scheduler} has no workers", "Start some")
        plan = travel.plan(len(sources), len(targets), km)
        progress(0.0, f"{workers} workers at {scheduler}")
        _send_package(client)
        # bare: what was prepared here for this machine stays here
        bare = replace(
            travel,
            network=replace(travel.network, store=None),
            snapping=replace(travel.snapping, barriers=None),
        )
        # a task, not scattered data: it is made again when the worker that held it is lost
        shared = client.submit(_Share, bare, plan, targets, pure=False)
        parts = list(travel.rows_of_blocks(len(sources), len(targets)))
        waiting = []
        for number, rows in enumerate(parts):
            for ahead in parts[number + len(waiting) : number + AHEAD * workers]:
                waiting.append(client.submit(_block, shared, sources.take(ahead), pure=False))
            cost, along = _result(waiting.pop(0), client, progress, number / len(parts))
            yield (rows, cost, along) if km else (rows, cost)


def _send_package(client) -> None:
    """Give scheduler and workers the code that they are to run, as it is here."""
    with TemporaryDirectory() as folder:
        archive = Path(folder) / f"{PACKAGE.name}.zip"
        with zipfile.ZipFile(archive, "w") as code:
            for one in [PACKAGE / "__init__.py", *sorted((PACKAGE / "core").rglob("*.py"))]:
                code.write(one, one.relative_to(PACKAGE.parent))
        client.upload_file(str(archive))


def _result(future, client, progress: Progress, share: float):
    """What a block gives; waits, looks whether the user has had enough, and who is left."""
    from distributed import TimeoutError

    while True:
        progress(share)
        try:
            return future.result(timeout=LOOK_S)
        except TimeoutError as error:
            if not client.scheduler_info()["workers"]:
                raise ClusterError(
                    "all workers of the cluster are lost", "Start them again"
                ) from error
        except (RuntimeError, ImportError) as error:
            raise ClusterError(
                f"the cluster cannot run what it is sent ({error})",
                "Give it the same versions of Python, Dask, numpy, scipy and pandas as here",
            ) from error


class _Share:
    """What all blocks have in common, prepared once a worker."""

    def __init__(self, travel: Travel, plan: Plan, targets: Positions):
        self.travel, self.plan, self.targets = travel, plan, targets


def _block(shared: _Share, sources: Positions) -> tuple[np.ndarray, np.ndarray | None]:
    return shared.travel.block(sources, shared.targets, shared.plan)
