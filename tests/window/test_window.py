"""The plugin in a real QGIS window on a virtual screen."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = "smart_planning_plugin"

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not shutil.which("xvfb-run"), reason="there is no virtual screen (xvfb)"),
]


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What was there when QGIS had started with the plugin, and with the demo's project if made."""
    folder = tmp_path_factory.mktemp("window")
    profile = folder / "profiles" / "default"
    target = profile / "python" / "plugins" / PACKAGE
    shutil.copytree(ROOT / PACKAGE, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "metadata.txt", target)
    settings = profile / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"[PythonPlugins]\n{PACKAGE}=true\nprocessing=true\n", encoding="utf-8")
    project = ROOT / "build" / "demo" / "study.qgz"
    runtime = folder / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "SMART_PLANNING_LOOK": str(folder),
        "SMART_PLANNING_PROJECT": str(project) if project.exists() else "",
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [
        "xvfb-run", "-a", "-s", "-screen 0 1600x1000x24", "qgis", "--nologo", "--noversioncheck",
        "--profiles-path", str(folder), "--code", str(Path(__file__).parent / "look.py"),
    ]  # fmt: skip
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=150)
    assert (folder / "seen.json").exists(), done.stderr[-3000:]
    keep = os.environ.get("SMART_PLANNING_PICTURES")
    if keep:
        for picture in folder.glob("*.png"):
            shutil.copy(picture, keep)
    found = json.loads((folder / "seen.json").read_text(encoding="utf-8"))
    found["folder"] = folder
    return found


def test_the_plugin_is_loaded(seen):
    assert PACKAGE in seen["plugins"]


def test_its_algorithms_are_in_the_toolbox(seen):
    assert "smartplanning:sharedserviceareas" in seen["algorithms"]


def test_the_menu_opens_its_main_algorithms(seen):
    assert len(seen["menu"]) == 3


def test_no_layer_of_the_project_is_broken(seen):
    assert all(seen["layers"].values())


def test_the_sample_opens_in_a_dialog(seen):
    titles = json.loads((seen["folder"] / "dialogs.json").read_text(encoding="utf-8"))
    assert any("sample" in title.lower() for title in titles), titles


def test_one_click_more_brings_its_layers(seen):
    layers = json.loads((seen["folder"] / "sample.json").read_text(encoding="utf-8"))
    assert set(layers) == {
        "municipalities", "roads_lv", "roads_lt", "ferries", "places", "services", "service_types"
    }  # fmt: skip
    assert all(layers.values())
