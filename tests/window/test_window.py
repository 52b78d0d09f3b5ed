"""The plugin's zip in a real QGIS window on a virtual screen: what a user does, once in Latvian."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis

from smart_planning_plugin.processing.provider import ALGORITHMS

ROOT = Path(__file__).parents[2]
PACKAGE = "smart_planning_plugin"
IDS = {f"smartplanning:{one.partition('.')[2]}" for one in ALGORITHMS}
TITLES = {"Service accessibility", "Isochrones", "Service catchments", "Transport performance",
          "Border zones", "Importance of border crossings", "Border effect"}  # fmt: skip

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not shutil.which("xvfb-run"), reason="there is no virtual screen (xvfb)"),
]


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What was there when QGIS had taken the zip, and after each thing a user does."""
    folder = tmp_path_factory.mktemp("window")
    archive = folder / f"{PACKAGE}.zip"
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", archive], check=True)
    settings = folder / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    language = os.environ.get("SMART_PLANNING_LANGUAGE", "en")
    settings.write_text(
        f"[PythonPlugins]\nprocessing=true\n[locale]\noverrideFlag=true\nuserLocale={language}\n",
        encoding="utf-8",
    )
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    # a path to these sources would have QGIS load them and not the zip
    environment = {
        **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
        "SMART_PLANNING_LOOK": str(folder),
        "SMART_PLANNING_ZIP": str(archive),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [
        "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "qgis", "--nologo", "--noversioncheck",
        "--profiles-path", str(folder), "--code", str(Path(__file__).parent / "look.py"),
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=280
    )
    keep = os.environ.get("SMART_PLANNING_PICTURES")
    if keep:
        for picture in folder.glob("*.png"):
            shutil.copy(picture, keep)
        shutil.copy(folder / "seen.json", keep)
    assert (folder / "seen.json").exists(), done.stderr[-3000:]
    found = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    assert "error" not in found, found["error"]
    return found


def test_the_zip_is_installed(seen):
    assert seen["qgis"] == Qgis.QGIS_VERSION
    assert seen["installed"] == f"profiles/default/python/plugins/{PACKAGE}"
    assert PACKAGE in seen["plugins"]


def test_its_algorithms_are_in_the_toolbox(seen):
    assert set(seen["algorithms"]) == IDS


def test_menu_and_toolbar(seen):
    assert len(seen["menu"]) == 6
    assert len(seen["toolbar"]) == 5


def test_the_dock_lists_every_algorithm_and_what_it_waits_for(seen):
    assert {f"smartplanning:{one}" for one in seen["empty"]} == IDS
    assert seen["empty"]["createsample"] == "ready"
    assert seen["empty"]["sharedserviceareas"] == "after step 2"
    assert seen["empty"]["buildroadnetwork"] == "1 input to choose"


def test_a_missing_network_has_a_way_out(seen):
    said, *ways = seen["way_out"]
    assert said == "Build road network comes first."
    assert ways == ["Build road network", "Open anyway"]


def test_the_sample_shows_how_far_it_is_and_can_be_stopped(seen):
    visible, percent, said = seen["progress"]
    assert visible and 15 < percent < 100
    number, title = said.split(" · ")
    assert number == f"{percent}%" and title in TITLES
    assert seen["cancelled"] == ["Stopped. Run it again, and it goes on from there."]
    assert seen["after_cancel"] == [False, True]
    assert seen["kept"]


def test_the_sample_runs_and_opens_its_project(seen):
    assert seen["project"] == "study.qgz"
    assert seen["layers"] and all(seen["layers"].values())
    assert seen["themes"]


def test_the_dock_then_shows_what_is_done(seen):
    assert seen["done"]["buildroadnetwork"].startswith("✓ done: ")
    assert seen["done"]["sharedserviceareas"].startswith("✓ done: ")


def test_a_dialog_is_filled_in(seen):
    # newer QGIS puts the group before it
    assert seen["dialog"].lower().endswith("shared service areas")
    if seen["filled"]:
        assert seen["filled"]["PLACE_ID"] == "place_id"
        assert float(seen["filled"]["SNAP_DISTANCE"]) == 15000


def test_a_result_can_be_run_again(seen):
    assert seen["again_enabled"]
    assert seen["again"].lower().endswith("shared service areas")


def test_help_speaks_three_languages(seen):
    assert set(seen["help"]) == {"en", "lv", "lt"}
    assert "How to read the results" in seen["help"]["en"]
    assert "Kā lasīt rezultātus" in seen["help"]["lv"]
    assert "Kaip skaityti rezultatus" in seen["help"]["lt"]


def test_an_empty_layer_has_ways_out(seen):
    said, *ways = seen["no_rows"]
    assert "Nothing" in said
    assert ways == ["Remove its filter", "Run again…"]


def test_a_click_on_the_map_explains_what_is_there(seen):
    assert seen["explain"] == ["Click on a result on the map."]
    assert seen["tool"] == [True, True]
    assert "Skuodas" in seen["explained"] and "POOL" in seen["explained"]
    assert "Changed since" not in seen["explained"]
    assert seen["beside"] == ["There is no result of Smart Planning here."]
