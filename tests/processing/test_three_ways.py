"""The same chain through `processing.run`, a model and the real `qgis_process`: the same tables.

The transcript of the batch run is kept in ``golden/qgis_process.txt``. When what is told changes on
purpose, write it again with ``SMART_PLANNING_GOLDEN=1`` and look at the difference.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsProcessingContext, QgsProcessingModelAlgorithm

from smart_planning_plugin.processing.provider import ALGORITHMS
from tests.processing.tools import (
    ENDS,
    PLACES,
    ROADS,
    ROOT,
    SERVICES,
    TRAVEL,
    content,
    inside,
    sample,
)

MODELS = ROOT / "smart_planning_plugin" / "processing" / "models"
GOLDEN = Path(__file__).parent / "golden" / "qgis_process.txt"
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
COARSE = {"CELL_SIZE": 4000}
TABLES = ["edges", "crossings", "areas", "places", "accessibility"]

batch = pytest.mark.skipif(not QGIS_PROCESS, reason="there is no qgis_process")


def chain(path):
    """Algorithm and parameters of each step; all outputs go into one GeoPackage and a CSV."""
    network = {"NETWORK": f"{path}|layername=edges", **TRAVEL}
    return [
        ("buildroadnetwork", {
            **ROADS, "EDGES": inside(path, "edges"), "CROSSINGS": inside(path, "crossings"),
        }),
        ("traveltimematrix", {
            **network, **ENDS, "NEAREST": 2, "OUTPUT": str(path.with_name("matrix.csv")),
        }),
        ("serviceaccessibility", {
            **network, **PLACES, **SERVICES, "OUTPUT": inside(path, "accessibility"),
        }),
        ("sharedserviceareas", {
            **network, **PLACES, **SERVICES, **COARSE, "STUDY_AREA": ROADS["COUNTRIES"],
            "AREAS": inside(path, "areas"), "PLACES_OUT": inside(path, "places"),
        }),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def by_toolbox(run, tmp_path_factory):
    path = tmp_path_factory.mktemp("toolbox") / "study.gpkg"
    for algorithm, parameters in chain(path):
        run(algorithm, **parameters)
    return path


# ---------------------------------------------------------------- a model


@pytest.fixture(scope="module")
def model(provider):
    made = QgsProcessingModelAlgorithm()
    assert made.fromFile(str(MODELS / "shared_services.model3"))
    return made


def test_the_model_is_whole(model):
    fine, problems = model.validate()
    assert fine, problems
    steps = {one.algorithmId() for one in model.childAlgorithms().values()}
    assert steps == {"smartplanning:buildroadnetwork", "smartplanning:sharedserviceareas"}
    assert all(one.algorithm() is not None for one in model.childAlgorithms().values())


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT // 100 != 322, reason="the committed model is written by QGIS 3.22"
)
def test_the_committed_model_is_what_the_script_makes(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "smart_planning_plugin.processing.models.make_models", tmp_path],
        cwd=ROOT, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (MODELS / path.name).read_bytes()


def test_a_model_gives_the_same(model, by_toolbox, tmp_path):
    import processing

    outputs = {
        "Road network": "edges", "Border crossings": "crossings",
        "Shared service areas": "areas", "Places by type of service": "places",
    }  # fmt: skip
    names = {one.description(): one.name() for one in model.destinationParameterDefinitions()}
    made = processing.run(
        model,
        {
            "roads": ROADS["ROADS"], "ferries": ROADS["FERRIES"],
            "countries": ROADS["COUNTRIES"], "country": "country",
            "places": PLACES["PLACES"], "place_id": "place_id", "population": "population",
            "place_country": "country", "services": SERVICES["SERVICES"],
            "service_id": "service_id", "service_type": "type", "service_country": "country",
            "service_types": SERVICES["SERVICE_TYPES"], "snap_distance": 15000,
            "offroad_speed": 30, "cell_size": COARSE["CELL_SIZE"],
            **{names[one]: str(tmp_path / f"{table}.gpkg") for one, table in outputs.items()},
        },
        context=QgsProcessingContext(),
    )  # fmt: skip
    for description, table in outputs.items():
        expected = content(f"{by_toolbox}|layername={table}")
        assert content(made[names[description]]) == expected, table


# ---------------------------------------------------------------- qgis_process


class Batch:
    """`qgis_process` with a profile of its own, into which the package is installed."""

    def __init__(self, folder):
        self.folder = folder
        plugins = folder / "profiles" / "default" / "python" / "plugins"
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        package = folder / "package.zip"
        subprocess.run(
            [sys.executable, ROOT / ".ci" / "package.py", package], check=True, capture_output=True
        )
        with zipfile.ZipFile(package) as archive:
            archive.extractall(plugins)
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(runtime),
            "QT_QPA_PLATFORM": "offscreen",
        }
        assert self("plugins", "enable", "smart_planning_plugin").returncode == 0

    def __call__(self, *words, **environment):
        return subprocess.run(
            [QGIS_PROCESS, *words], env={**self.environment, **environment},
            capture_output=True, text=True, timeout=120,
        )  # fmt: skip

    def run(self, algorithm, parameters, *options, **environment):
        words = []
        for name, value in parameters.items():
            for one in value if isinstance(value, list) else [value]:
                words.append(f"{name}={one}")
        command = [*options, "run", f"smartplanning:{algorithm}", "--", *words]
        return self(*command, **environment)


@pytest.fixture(scope="module")
def process(tmp_path_factory):
    return Batch(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def by_batch(process, tmp_path_factory):
    """The GeoPackage of the batch run, and its transcript."""
    path = tmp_path_factory.mktemp("batch") / "study.gpkg"
    transcript = []
    for algorithm, parameters in chain(path):
        done = process.run(algorithm, parameters)
        assert done.returncode == 0, done.stdout + done.stderr
        transcript.append(f"$ qgis_process run smartplanning:{algorithm}\n{done.stdout}")
    return path, "\n".join(transcript)


def plain(transcript, path):
    """Without what differs from run to run: places, versions, progress."""
    text = transcript.replace(str(path.parent), "OUT").replace(str(ROOT), "HERE")
    text = re.sub(r"QGIS version: .*|Version .*", "VERSION", text)
    lines = [one.rstrip() for one in text.splitlines()]
    lines = [one for one in lines if not re.fullmatch(r"[\d.]*( - done\.)?", one)]
    return "\n".join(lines) + "\n"


@batch
@pytest.mark.parametrize("table", TABLES)
def test_qgis_process_gives_the_same(by_toolbox, by_batch, table):
    path, _ = by_batch
    expected = content(f"{by_toolbox}|layername={table}")
    assert content(f"{path}|layername={table}") == expected


@batch
def test_qgis_process_gives_the_same_bytes(by_toolbox, by_batch):
    path, _ = by_batch
    assert path.with_name("matrix.csv").read_bytes() == (
        by_toolbox.with_name("matrix.csv").read_bytes()
    )


@batch
@pytest.mark.parametrize(
    ("algorithm", "asked", "outputs"),
    [
        ("serviceaccessibility", {"GROUP_FIELD": "municipality"},
         ["OUTPUT", "EQUITY", "SERVICES_OUT", "PLOTS"]),
        ("bordereffect", {"SCENARIOS": ["open", "closed"]}, ["OUTPUT", "SUMMARY"]),
    ],
)  # fmt: skip
def test_all_measures_by_batch(process, run, by_toolbox, tmp_path, algorithm, asked, outputs):
    given = {
        "NETWORK": f"{by_toolbox}|layername=edges", **TRAVEL, **PLACES, **SERVICES, **asked,
        "MEASURES": ["nearest", "2sfca", "spatial_availability"], "DECAY": "gaussian",
        "CAPACITY_FIELD": "capacity", "SERVICE_FILTER": "type = 'planned_hospital'",
    }  # fmt: skip
    paths = {}
    for way in ("toolbox", "batch"):
        (tmp_path / way).mkdir()
        endings = {"PLOTS": "html"}
        paths[way] = {
            one: str(tmp_path / way / f"{one}.{endings.get(one, 'gpkg')}") for one in outputs
        }
    run(algorithm, **given, **paths["toolbox"])
    done = process.run(algorithm, {**given, **paths["batch"]})
    assert done.returncode == 0, done.stdout + done.stderr
    for one in outputs:
        a, b = paths["toolbox"][one], paths["batch"][one]
        if one == "PLOTS":
            assert Path(a).read_bytes() == Path(b).read_bytes()
        else:
            assert content(a) == content(b)


@batch
@pytest.mark.parametrize(
    ("algorithm", "parameters", "output"),
    [
        ("bordercrossings", {**PLACES, "BORDER": "delay", "BORDER_DELAY": 20}, "OUTPUT"),
        ("fastestroutes", {**ENDS, "NEAREST": 1}, "OUTPUT"),
        ("checkroadnetwork", PLACES, "ISSUES"),
    ],
)
def test_tools_of_the_network_give_the_same_in_qgis_process(
    run, process, by_toolbox, tmp_path, algorithm, parameters, output
):
    given = {"NETWORK": f"{by_toolbox}|layername=edges", **TRAVEL, **parameters}
    paths = [str(tmp_path / f"{one}.gpkg") for one in ("toolbox", "batch")]
    run(algorithm, **given, **{output: paths[0]})
    done = process.run(algorithm, {**given, output: paths[1]})
    assert done.returncode == 0, done.stdout + done.stderr
    assert content(paths[0]) == content(paths[1])
    assert content(paths[0])[1]


@batch
@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT // 100 != 322, reason="other versions of QGIS word it otherwise"
)
def test_the_transcript(by_batch):
    path, transcript = by_batch
    told = plain(transcript, path)
    if os.environ.get("SMART_PLANNING_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")
    assert told.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


@batch
def test_all_algorithms_are_listed(process):
    listed = process("list").stdout
    for name in ALGORITHMS:
        assert f"smartplanning:{name.partition('.')[2]}\t" in listed


@batch
def test_help_is_there_to_read(process):
    told = process("help", "smartplanning:sharedserviceareas").stdout
    assert "How to read the results" in told
    assert "THRESHOLD: Threshold (minutes)" in told
    assert "\t\tdelay\n" in told or "delay" in told


@batch
def test_a_wrong_option_fails_and_says_so(process, tmp_path):
    _, parameters = chain(tmp_path / "study.gpkg")[1]
    done = process.run("traveltimematrix", {**parameters, "BORDER": "ajar"})
    assert done.returncode != 0
    assert "BORDER" in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


@batch
def test_an_error_fails_and_leaves_nothing(process, tmp_path):
    _, parameters = chain(tmp_path / "study.gpkg")[0]
    done = process.run("buildroadnetwork", {**parameters, "COUNTRY_FIELD": "land"})
    assert done.returncode != 0
    assert "field 'land'" in done.stdout + done.stderr
    assert list(tmp_path.iterdir()) == []


@batch
def test_results_as_json(process, by_batch, tmp_path):
    network, _ = by_batch
    algorithm, parameters = chain(network)[1]
    out = str(tmp_path / "matrix.csv")
    done = process.run(algorithm, {**parameters, "OUTPUT": out}, "--json")
    told = json.loads(done.stdout[done.stdout.index("{") :])
    assert told["results"]["OUTPUT"] == out


# ---------------------------------------------------------------- what is not there, and light load


HIDE = """
from importlib.machinery import PathFinder

real = PathFinder.find_spec

def find_spec(name, path=None, target=None):
    return None if name.partition(".")[0] == "networkx" else real(name, path, target)

PathFinder.find_spec = find_spec
"""

NOTE = """
import sys

class Noting:
    def find_spec(self, name, path=None, target=None):
        with open({path!r}, "a") as file:
            file.write(name + "\\n")

sys.meta_path.insert(0, Noting())
"""


def customised(folder, text):
    """The environment in which Python runs a text before all else."""
    folder.mkdir()
    (folder / "usercustomize.py").write_text(text)
    (folder / "sitecustomize.py").write_text(text)
    return {"PYTHONPATH": str(folder)}


@batch
def test_without_networkx_it_says_what_to_install(process, tmp_path):
    hidden = customised(tmp_path / "hide", HIDE)
    assert "smartplanning:buildroadnetwork" in process("list", **hidden).stdout
    _, parameters = chain(tmp_path / "study.gpkg")[0]
    done = process.run("buildroadnetwork", parameters, **hidden)
    told = done.stdout + done.stderr
    assert done.returncode != 0
    assert "networkx" in told
    assert "install" in told
    assert not (tmp_path / "study.gpkg").exists()


@batch
def test_listing_loads_nothing_heavy(process, tmp_path):
    path = tmp_path / "modules.txt"
    noting = customised(tmp_path / "note", NOTE.format(path=str(path)))
    assert "smartplanning:" in process("list", **noting).stdout
    loaded = set(path.read_text().split("\n"))
    assert "smart_planning_plugin.processing.provider" in loaded
    ours = {one for one in loaded if one.startswith("smart_planning_plugin")}
    assert not {one for one in ours if one.startswith("smart_planning_plugin.core.network")}
    # QGIS's own plugins may bring numpy; what is ours brings none of these
    assert not loaded & {"networkx", "scipy", "plotly"}


@batch
def test_zones_and_partners_are_the_same(process, run, by_toolbox, tmp_path):
    zones = {
        "NETWORK": f"{by_toolbox}|layername=edges", **TRAVEL, **PLACES,
        "ZONES": sample("municipalities"), "ZONE_ID": "code", "ZONE_COUNTRY_FIELD": "country",
    }  # fmt: skip
    partners = {**zones, "REGISTER": sample("register"), "REGION_FIELD": "region"}
    for algorithm, parameters, outputs in (
        ("functionalzones", zones, ("ZONES_OUT", "REGIONS", "SUMMARY")),
        ("partnerships", partners, ("PAIRS", "OPPORTUNITIES", "IDEAS", "ORGANISATIONS", "ROLES")),
    ):
        paths = {name: str(tmp_path / f"{name}.gpkg") for name in outputs}
        done = process.run(algorithm, {**parameters, **paths})
        assert done.returncode == 0, done.stdout + done.stderr
        made = run(
            algorithm,
            **parameters,
            **{one: str(tmp_path / f"window_{one}.gpkg") for one in outputs},
        )
        for name in outputs:
            assert content(made[name]) == content(paths[name]), name
