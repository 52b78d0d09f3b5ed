"""The rules of the plugin site, on the zip itself: what its scanner finds blocks an upload."""

import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.test_house import PACKAGE, ROOT, packager


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory):
    """The package as a user gets it."""
    folder = tmp_path_factory.mktemp("zip")
    packager().build(folder / "plugin.zip", ROOT)
    with zipfile.ZipFile(folder / "plugin.zip") as archive:
        archive.extractall(folder)
    return folder / PACKAGE


def test_bandit_finds_nothing(unpacked):
    """All rules, no exclusions, and no comment that silences one."""
    done = subprocess.run(
        [sys.executable, "-m", "bandit", "-q", "-r", "--ignore-nosec", "-f", "json", unpacked],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    report = json.loads(done.stdout)
    assert report["errors"] == []
    assert [
        (one["filename"], one["line_number"], one["issue_text"]) for one in report["results"]
    ] == []
    assert report["metrics"]["_totals"]["loc"] > 1000


def test_no_secrets_are_found(unpacked):
    done = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "."],
        capture_output=True, text=True, check=True, cwd=unpacked,
    )  # fmt: skip
    assert json.loads(done.stdout)["results"] == {}


def test_a_secret_would_be_found(tmp_path):
    (tmp_path / "settings.py").write_text('password = "' + "hunter2" * 3 + '"\n')
    done = subprocess.run(
        [sys.executable, "-m", "detect_secrets", "scan", "--all-files", "."],
        capture_output=True, text=True, check=True, cwd=tmp_path,
    )  # fmt: skip
    assert json.loads(done.stdout)["results"]


def test_nothing_hidden_or_compiled(unpacked):
    for path in unpacked.rglob("*"):
        assert not path.name.startswith(".") and path.name != "__pycache__", path
        assert path.suffix not in {".pyc", ".so", ".dll", ".exe", ".sh", ".bat"}, path
        if path.is_file():
            assert path.read_bytes()[:2] != b"#!", f"{path} is a program"


def test_what_it_needs_is_told_to_installers(unpacked):
    """For qpip and people: the packages that `dependencies.py` asks for."""
    from smart_planning_plugin.processing.dependencies import MINIMUM

    wanted = (unpacked / "requirements.txt").read_text().split("\n")
    assert {one for one in wanted if one and not one.startswith("#")} == {
        f"{name}>={least}" for name, least in MINIMUM.items()
    }
    assert not (Path(unpacked) / "tests").exists()
