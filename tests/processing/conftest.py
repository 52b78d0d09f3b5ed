"""Processing as a user has it: our provider beside QGIS's own, and the sample network."""

import gc
import sys

import pytest
from qgis.analysis import QgsNativeAlgorithms
from qgis.core import QgsApplication, QgsProcessingException

from smart_planning_plugin.processing.provider import SmartPlanningProvider
from tests.processing.tools import ROADS, TRAVEL, Feedback, inside, left_behind

LOGS = ("-wal", "-shm", "-journal")


@pytest.fixture(scope="session", autouse=True)
def provider(qgis_app, qgis_processing):
    """Our algorithms, and the native ones for models."""
    registry = QgsApplication.processingRegistry()
    if registry.providerById("native") is None:
        registry.addProvider(QgsNativeAlgorithms(registry))
    if registry.providerById("smartplanning") is None:  # other tests may have added it
        assert registry.addProvider(SmartPlanningProvider())
    yield registry.providerById("smartplanning")
    # a failed test keeps its layers; they must not outlive QGIS
    sys.last_type = sys.last_value = sys.last_traceback = None
    gc.collect()


@pytest.fixture(scope="session")
def run(provider):
    """Run an algorithm of ours; what it told is in `run.feedback`."""
    import processing

    def runs(algorithm, feedback=None, context=None, **parameters):
        runs.feedback = feedback or Feedback()
        return processing.run(
            algorithm if ":" in algorithm else f"smartplanning:{algorithm}",
            parameters,
            feedback=runs.feedback,
            context=context,
        )

    return runs


@pytest.fixture
def refused(run, tmp_path):
    """Run something that must fail; gives what the user is told. Nothing may be left behind."""

    def files():
        # QGIS itself touches a GeoPackage that it reads, and keeps a log beside it while it is open
        found = [one for one in tmp_path.rglob("*") if one.is_file()]
        return {one: one.stat().st_size for one in found if not one.name.endswith(LOGS)}

    def runs(algorithm, **parameters):
        before = files()
        with pytest.raises(QgsProcessingException) as caught:
            run(algorithm, **parameters)
        assert files() == before
        assert left_behind(tmp_path) == []
        return "\n".join([str(caught.value), *run.feedback.errors])

    return runs


@pytest.fixture(scope="session")
def study(run, tmp_path_factory):
    """The GeoPackage with the network of the sample."""
    path = tmp_path_factory.mktemp("study") / "study.gpkg"
    run(
        "buildroadnetwork",
        **ROADS,
        EDGES=inside(path, "edges"),
        NODES=inside(path, "nodes"),
        CROSSINGS=inside(path, "crossings"),
    )
    run.told = run.feedback
    return path


@pytest.fixture(scope="session")
def travel(study):
    """Parameters of travel on the sample network."""
    return {"NETWORK": f"{study}|layername=edges", **TRAVEL}
