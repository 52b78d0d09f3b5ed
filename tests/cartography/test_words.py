"""Every text that handbook and maps say is in the catalogues, in three languages."""

import ast
import re

import pytest

from smart_planning_plugin.cartography import forms, questions
from smart_planning_plugin.core.words import LANGUAGES, catalogue
from tests.processing.tools import ROOT

PACKAGE = ROOT / "smart_planning_plugin"
#: Called with a text to be said as this argument.
SAYS = {
    "say": 0, "text": 0, "later": 0, "Column": 1, "table": 2, "bars": 1,
}  # fmt: skip
#: Pages of other algorithms in English only, and names of a function's own.
NOT_SAID = re.compile(r"^[a-z_*]+$|^$|^[^A-Za-z]*$")
PLAIN = re.compile(r"say\(\s*([\"'])(.+?)\1")


def literal(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def texts_of(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "id", None) or getattr(node.func, "attr", None)
        if name in SAYS and len(node.args) > SAYS[name]:
            said = literal(node.args[SAYS[name]])
            if said is not None:
                yield said
        if name == "bars" and len(node.args) > 5 and literal(node.args[5]):
            yield literal(node.args[5])


def said():
    found = {}
    sources = [*(PACKAGE / "handbook" / "chapters").glob("*.py"), *PACKAGE.glob("handbook/*.py")]
    for path in [*sources, *PACKAGE.glob("cartography/*.py")]:
        for one in texts_of(path):
            found.setdefault(one, path.name)
    for path in PACKAGE.glob("handbook/templates/handbook*.html"):
        for _, one in PLAIN.findall(path.read_text(encoding="utf-8")):
            found.setdefault(one, path.name)
    for one in [*questions.GROUPS, *questions.NAMES.values(), *forms.ALIASES.values()]:
        found.setdefault(one, "questions.py")
    for _, title in questions.ANSWERS.values():
        found.setdefault(title, "questions.py")
    return {one: where for one, where in found.items() if not NOT_SAID.match(one)}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_every_text_has_a_translation(language):
    every = catalogue()
    lacking = {one: where for one, where in said().items() if not every.get(one, {}).get(language)}
    assert not lacking


def test_there_is_something_to_find():
    found = said()
    assert len(found) > 250
    assert {"Candidate functional zones", "What could be shared?", "Table {}", "Legend"} <= {*found}


def test_people_are_shown_whole_and_kept_as_they_are():
    from qgis.core import QgsApplication, QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(
        "None?field=people_gain_5:double&field=mean_min:double&field=gini:double", "x", "memory"
    )
    forms.show_decimals(layer)
    feature = QgsFeature(layer.fields())
    feature.setAttributes([1234.5678, 12.345, 0.123456])
    layer.dataProvider().addFeatures([feature])
    shown = []
    for at, value in enumerate(feature.attributes()):
        setup = layer.editorWidgetSetup(at)
        formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
        shown.append(formatter.representValue(layer, at, setup.config(), None, value))
    assert [one.replace(",", "") for one in shown] == ["1235", "12.3", "0.12346"]
    (kept,) = layer.getFeatures()
    assert kept["people_gain_5"] == 1234.5678
