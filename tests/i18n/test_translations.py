"""Texts of window and algorithms in three languages: whole, used, with gaps and names intact."""

import os
import re
import runpy
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from smart_planning_plugin.processing import language, study
from smart_planning_plugin.processing.help_page import page
from smart_planning_plugin.processing.provider import SmartPlanningProvider

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "i18n"
sys.path.insert(0, str(FOLDER))
import qm  # noqa: E402
import update  # noqa: E402

TRANSLATED = ("lv", "lt")
#: The same in a language and in English, on purpose.
ALIKE = {"functional_rural."}
#: What a translation has to keep as it is: gaps, and names that scripts rely on.
GAP = re.compile(r"%n|\{[a-z]*\}")
NAME = re.compile(r"\b[A-Z][A-Z0-9]*_[A-Z_]+\b|\b[a-z0-9]+(?:_[a-z0-9]+)+_?(?![a-z0-9])|<[a-z]+>")


@pytest.fixture(scope="session")
def provider(qgis_app, qgis_processing):
    registry = QgsApplication.processingRegistry()
    if registry.providerById("smartplanning") is None:
        assert registry.addProvider(SmartPlanningProvider())
    return registry.providerById("smartplanning")


@pytest.fixture(scope="session")
def wanted(provider):
    return update.all_texts(provider)


@pytest.fixture(scope="session")
def compiled(tmp_path_factory):
    folder = tmp_path_factory.mktemp("qm")
    for name, data in qm.compile_all().items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def speaks(compiled, monkeypatch):
    monkeypatch.setattr(language, "FOLDER", compiled)
    language.translator.cache_clear()
    yield
    language.translator.cache_clear()


def texts(code):
    return qm.read(FOLDER / f"smart_planning_plugin_{code}.ts")


def loaded(folder, code):
    made = QTranslator()
    assert made.load(str(folder / f"smart_planning_plugin_{code}.qm"))
    return made


# ---------------------------------------------------------------- the files


@pytest.mark.parametrize("code", qm.PLURALS)
def test_nothing_is_untranslated(wanted, code):
    there = texts(code)
    needed = update.of_language(wanted, code)
    missing = [one for one in needed if not all(there.get(one, [""]))]
    assert missing == [], f"run `make i18n`, then translate {len(missing)} texts"


@pytest.mark.parametrize("code", qm.PLURALS)
def test_nothing_is_unused(wanted, code):
    assert [one for one in texts(code) if one not in wanted] == [], "run `make i18n`"


@pytest.mark.parametrize("code", TRANSLATED)
def test_gaps_and_names_are_kept(code):
    wrong = [
        (english, found)
        for english, forms in texts(code).items()
        for found in forms
        if Counter(GAP.findall(english)) != Counter(GAP.findall(found))
        or set(NAME.findall(english)) != set(NAME.findall(found))
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_paragraphs_and_ends_are_kept(code):
    wrong = [
        english
        for english, forms in texts(code).items()
        for found in forms
        if english.count("\n\n") != found.count("\n\n")
        or english.endswith(".") != found.endswith(".")
        or english.endswith("…") != found.endswith("…")
        or found != found.strip()
    ]
    assert wrong == []


@pytest.mark.parametrize("code", TRANSLATED)
def test_they_are_not_english(code):
    plain = {one for one, forms in texts(code).items() if [one] == forms and " " in one}
    assert plain - ALIKE == set()


@pytest.mark.parametrize("code", TRANSLATED)
def test_nobody_is_promised_what_must_not_be(code):
    """Words that planners must not read there (see DOMAIN): water basins, land-use zoning."""
    said = " ".join(one for forms in texts(code).values() for one in forms).lower()
    for word in {"lv": ["baseins", "funkcionālā zona"], "lt": ["baseinas"]}[code]:
        assert word not in said


# ---------------------------------------------------------------- what Qt reads


@pytest.mark.parametrize("code", qm.PLURALS)
def test_qt_finds_every_text(compiled, code):
    translator = loaded(compiled, code)
    for english, forms in texts(code).items():
        if len(forms) == 1:
            assert translator.translate("SmartPlanning", english.encode()) == forms[0]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("en", {0: 1, 1: 0, 2: 1, 11: 1, 21: 1}),
        ("lv", {0: 2, 1: 0, 2: 1, 10: 1, 11: 1, 21: 0, 31: 0, 111: 1, 101: 0}),
        ("lt", {0: 2, 1: 0, 2: 1, 9: 1, 10: 2, 11: 2, 19: 2, 20: 2, 21: 0, 22: 1, 111: 2, 112: 2}),
    ],
)
def test_plurals_are_right(compiled, code, said):
    translator = loaded(compiled, code)
    english, forms = next((one, forms) for one, forms in texts(code).items() if len(forms) > 1)
    assert len(forms) == qm.FORMS[code]
    for number, form in said.items():
        found = translator.translate("SmartPlanning", english.encode(), None, number)
        assert found == forms[form], number


@pytest.mark.skipif(not shutil.which("lrelease"), reason="Qt's lrelease is not there")
@pytest.mark.parametrize("code", qm.PLURALS)
def test_qts_own_compiler_gives_the_same(compiled, code, tmp_path):
    target = tmp_path / f"smart_planning_plugin_{code}.qm"
    source = FOLDER / f"smart_planning_plugin_{code}.ts"
    subprocess.run(["lrelease", "-silent", source, "-qm", target], check=True)
    ours, theirs = loaded(compiled, code), loaded(tmp_path, code)
    for english in texts(code):
        for number in (-1, *range(130)) if "%n" in english else (-1,):
            told = [
                one.translate("SmartPlanning", english.encode(), None, number)
                for one in (ours, theirs)
            ]
            assert told[0] == told[1]


def test_they_are_in_the_package(tmp_path):
    made = runpy.run_path(str(ROOT / ".ci" / "package.py"))["contents"](ROOT)
    for code in qm.PLURALS:
        name = f"smart_planning_plugin/i18n/smart_planning_plugin_{code}.qm"
        assert made[name].startswith(qm.MAGIC)


def test_an_update_changes_nothing(wanted, tmp_path):
    for code in qm.PLURALS:
        path = FOLDER / f"smart_planning_plugin_{code}.ts"
        update.write(tmp_path / path.name, code, update.of_language(wanted, code), qm.read(path))
        assert (tmp_path / path.name).read_text("utf-8") == path.read_text("utf-8"), "make i18n"


# ---------------------------------------------------------------- what a user reads


@pytest.mark.parametrize(
    ("code", "title", "group", "label"),
    [
        ("en", "Shared service areas", "3 Across the border", "Services"),
        ("lv", "Kopīgu pakalpojumu teritorijas", "3 Pāri robežai", "Pakalpojumi"),
        ("lt", "Bendrų paslaugų teritorijos", "3 Per sieną", "Paslaugos"),
    ],
)
def test_an_algorithm_speaks(speaks, provider, code, title, group, label):
    with language.speaking(code):
        one = provider.algorithm("sharedserviceareas").create()
        assert (one.displayName(), one.group()) == (title, group)
        assert one.parameterDefinition("SERVICES").description() == label
        assert one.parameterDefinition("BORDER").options() == ["open", "delay", "closed"]
    assert provider.algorithm("sharedserviceareas").displayName() == "Shared service areas"


@pytest.mark.parametrize("code", language.LANGUAGES)
def test_every_algorithm_has_a_page(speaks, provider, code):
    with language.speaking(code):
        how = language.tr("How to read the results")
    for one in provider.algorithms():
        html = page(one, code)
        assert f"lang='{code}'" in html
        assert html.count("<code") == len(one.parameterDefinitions())
        if "How to read the results" in one.shortHelpString():
            assert f"<b>{how}</b>" in html, one.name()


def test_qgis_in_latvian(speaks, monkeypatch):
    monkeypatch.setattr(language, "of_qgis", lambda: "lv")
    language.install()
    try:
        assert QCoreApplication.translate("SmartPlanning", "Road network") == "Ceļu tīkls"
        assert language.tr("done: %n layers", 21) == "pabeigts: 21 slānis"
        assert language.tr(study.STEPS[0].title) == "Dati"
    finally:
        language.remove()
    assert language.tr("Road network") == "Road network"


QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


@pytest.mark.skipif(not QGIS_PROCESS, reason="there is no qgis_process")
def test_qgis_process_in_lithuanian(tmp_path):
    plugins = tmp_path / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    subprocess.run(
        [sys.executable, ROOT / ".ci" / "package.py", tmp_path / "one.zip"], cwd=ROOT, check=True
    )
    shutil.unpack_archive(tmp_path / "one.zip", plugins)
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(tmp_path),
        "XDG_RUNTIME_DIR": str(runtime),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "lt_LT.UTF-8",
    }
    for words in (["plugins", "enable", "smart_planning_plugin"],
                  ["help", "smartplanning:sharedserviceareas"]):  # fmt: skip
        done = subprocess.run(
            [QGIS_PROCESS, *words], env=environment, capture_output=True, timeout=120
        )
    told = done.stdout.decode("utf-8", "replace")
    assert done.returncode == 0, told
    assert "THRESHOLD: " in told
    assert "Kaip skaityti rezultatus" in told or "Slenkstin" in told
