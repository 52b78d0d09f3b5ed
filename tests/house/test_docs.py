"""The documentation says what the plugin does: pages of algorithms, links, the README's table."""

import importlib.util
import re
import unicodedata
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from smart_planning_plugin.processing.provider import ALGORITHMS, SmartPlanningProvider

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
README = ROOT / "README.md"
IDS = {one.partition(".")[2] for one in ALGORITHMS}
PAGES = sorted([*DOCS.rglob("*.md"), *ROOT.glob("*.md")])
CODE = re.compile(r"^[ \t]*```.*?^[ \t]*```|`[^`\n]*`", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^()\s]+(?:\([^()]*\)[^()\s]*)?)\)")
HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
# What the cookbook sets beside parameters: variables of the shell, and a misspelt name on purpose.
OF_THE_SHELL = {"QT_QPA_PLATFORM", "XDG_RUNTIME_DIR", "QGIS_CUSTOM_CONFIG_PATH", "TRAVEL",
                "SNAP_DISTANSE", "NAME", "QGIS_OPTS"}  # fmt: skip


@pytest.fixture(scope="session")
def provider(qgis_app):
    registry = QgsApplication.processingRegistry()
    if registry.providerById("smartplanning") is None:  # other tests may have added it
        assert registry.addProvider(SmartPlanningProvider())
    return registry.providerById("smartplanning")


@pytest.fixture(scope="module")
def made(provider):
    """What the pages would be now."""
    path = DOCS / "tools" / "algorithm_pages.py"
    spec = importlib.util.spec_from_file_location("algorithm_pages", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.pages(provider)


def test_there_is_a_page_for_each_algorithm(made):
    assert set(made) == {f"{one}.md" for one in IDS} | {"index.md"}
    assert {one.name for one in (DOCS / "algorithms").glob("*.md")} == set(made)


def test_pages_say_what_the_algorithms_say(made):
    """After a change of a text: `python3 docs/tools/algorithm_pages.py`, or `make docs`."""
    different = [
        name
        for name, text in made.items()
        if (DOCS / "algorithms" / name).read_text(encoding="utf-8") != text
    ]
    assert different == []


def anchors(path):
    """Anchors of a page, as mkdocs makes them of its headings."""
    text = CODE.sub(lambda one: one[0] if "\n" not in one[0] else "", path.read_text("utf-8"))
    found = set()
    for heading in HEADING.findall(text):
        plain = unicodedata.normalize("NFKD", heading).encode("ascii", "ignore").decode()
        plain = re.sub(r"[^\w\s-]", "", plain).strip().lower()
        found.add(re.sub(r"[-\s]+", "-", plain))
    return found


def broken(path):
    """Links of a page that lead nowhere."""
    for target in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        where = (path.parent / file).resolve() if file else path
        if not where.exists() or (anchor and anchor not in anchors(where)):
            yield target


@pytest.mark.parametrize("path", PAGES, ids=lambda one: one.relative_to(ROOT).as_posix())
def test_no_link_leads_nowhere(path):
    assert list(broken(path)) == []


def test_a_broken_link_is_found(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# One\n\n[a](#one) [b](#two) [c](page.md#one) [d](gone.md) ![e](gone.png)\n")
    assert list(broken(page)) == ["#two", "gone.md", "gone.png"]


def test_the_readme_names_every_algorithm_and_no_other():
    rows = re.findall(
        r"^\|.*\]\(docs/algorithms/(\w+)\.md\) \| `(\w+)` \|", README.read_text(), re.M
    )
    assert all(page == name for page, name in rows)
    assert sorted(name for _, name in rows) == sorted(IDS)


def test_commands_of_the_cookbook_name_what_is_there(provider):
    """Algorithms that are there, and parameters that one of them has."""
    text = (DOCS / "batch.md").read_text(encoding="utf-8")
    assert set(re.findall(r"smartplanning:(\w+)", text)) <= IDS
    known = {each.name() for one in provider.algorithms() for each in one.parameterDefinitions()}
    named = set(re.findall(r'(?<![\w$])"?([A-Z][A-Z_]{3,})(?==|": )', text))
    assert named - OF_THE_SHELL - known == set()
    assert len(named) > 20


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda one: one.stem)
def test_names_in_capitals_are_parameters(path, provider):
    known = {each.name() for one in provider.algorithms() for each in one.parameterDefinitions()}
    named = set(re.findall(r"`([A-Z][A-Z_]{2,})`", path.read_text(encoding="utf-8")))
    assert named - OF_THE_SHELL - known == set()


def test_pictures_are_there_and_small():
    pictures = [one for one in (DOCS / "images").iterdir() if one.suffix in {".png", ".svg"}]
    used = {Path(target).name for page in PAGES for target in LINK.findall(page.read_text("utf-8"))}
    assert {one.name for one in pictures} <= used
    assert sum(one.stat().st_size for one in pictures) < 3_000_000
