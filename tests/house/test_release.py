"""A release writes one version everywhere, with its notes."""

import configparser
import importlib.util
import re
import shutil

import pytest

from tests.house.test_house import PACKAGE, ROOT

FILES = ["CHANGELOG.md", "CITATION.cff", "metadata.txt", f"{PACKAGE}/__init__.py"]


def release():
    spec = importlib.util.spec_from_file_location("house_release", ROOT / ".ci" / "release.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def copy(tmp_path):
    (tmp_path / PACKAGE).mkdir()
    for name in FILES:
        shutil.copyfile(ROOT / name, tmp_path / name)
    changelog = tmp_path / "CHANGELOG.md"
    text = changelog.read_text(encoding="utf-8")
    changelog.write_text(
        text.replace("## [Unreleased]", "## [Unreleased]\n\n- 5 % new & <b>bold</b>")
    )
    return tmp_path


def test_versions_are_one():
    named = [
        re.search(r'(?m)^(?:version=|version: |__version__ = ")([\d.]+)', (ROOT / one).read_text())[
            1
        ]
        for one in FILES[1:]
    ]
    assert len(set(named)) == 1


def test_a_release_is_named_everywhere(copy):
    release().main("7.8.9", copy)
    read = configparser.ConfigParser()
    read.read(copy / "metadata.txt", encoding="utf-8")
    assert read["general"]["version"] == "7.8.9"
    assert read["general"]["changelog"].startswith("7.8.9\n- 5 % new & <b>bold</b>")
    assert read["general"]["tags"]  # what stands below the changelog is kept
    assert '__version__ = "7.8.9"' in (copy / PACKAGE / "__init__.py").read_text()
    assert "version: 7.8.9" in (copy / "CITATION.cff").read_text()
    changelog = (copy / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(
        r"## \[Unreleased\]\n\n## \[7\.8\.9\] - \d{4}-\d\d-\d\d\n\n- 5 % new", changelog
    )


def test_nothing_new_is_no_release(copy):
    release().main("7.8.9", copy)
    with pytest.raises(SystemExit, match="nothing under"):
        release().main("7.9.0", copy)
