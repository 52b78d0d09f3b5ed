"""Bring the ``.ts`` files up to date with the texts of the code; translations are kept.

Run by ``make i18n`` with the Python of QGIS. Texts of algorithms are taken from the algorithms
themselves, as they stand in the toolbox; those of the window from the calls of `tr` and `later`.
A text that is gone goes from the files too. Says how many wait for a translation.
"""

from __future__ import annotations

import ast
import sys
from pathlib import Path
from xml.etree import ElementTree

HERE = Path(__file__).parent
PACKAGE = HERE.parent / "smart_planning_plugin"
sys.path[:0] = [str(HERE), str(HERE.parent)]

import qm  # noqa: E402


def texts_of_algorithms(provider) -> dict[str, str]:
    """English text -> what it is, of all that the toolbox and the dialogs show."""
    found = {}
    for one in sorted(provider.algorithms(), key=lambda one: (one.groupId(), one.name())):
        name = one.name()
        shown = [
            (one.group(), "group of algorithms"),
            (one.displayName(), f"title of {name}"),
            (one.shortDescription(), f"summary of {name}"),
            (one.shortHelpString(), f"help of {name}"),
        ]
        for each in one.parameterDefinitions():
            shown.append((each.description(), f"{each.name()} of {name}"))
            shown.append((each.help(), f"help of {each.name()} of {name}"))
        shown += [(each.description(), f"output of {name}") for each in one.outputDefinitions()]
        for text, what in shown:
            found.setdefault(text, what)
    found.pop("", None)
    return found


def texts_of_code(folder: Path) -> dict[str, str]:
    """English text -> where it stands, of all literals given to `tr` and `later`."""
    found = {}
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            first = node.args[0]
            if called in {"tr", "later"} and isinstance(first, ast.Constant):
                found.setdefault(first.value, path.relative_to(folder.parent).as_posix())
    return found


def all_texts(provider) -> dict[str, str]:
    """Everything that is to be translated."""
    return {**texts_of_algorithms(provider), **texts_of_code(PACKAGE)}


def of_language(texts: dict[str, str], language: str) -> dict[str, str]:
    """The texts that a language needs; English only those that count."""
    return {one: what for one, what in texts.items() if language != "en" or "%n" in one}


def write(path: Path, language: str, texts: dict[str, str], known: dict[str, list[str]]) -> int:
    """Write a ``.ts`` file; how many of its texts are not translated."""
    from smart_planning_plugin.processing.language import CONTEXT

    root = ElementTree.Element("TS", version="2.1", sourcelanguage="en", language=language)
    context = ElementTree.SubElement(root, "context")
    ElementTree.SubElement(context, "name").text = CONTEXT
    missing = 0
    for text, what in texts.items():
        counts = "%n" in text
        message = ElementTree.SubElement(context, "message", {"numerus": "yes"} if counts else {})
        ElementTree.SubElement(message, "source").text = text
        ElementTree.SubElement(message, "extracomment").text = what
        forms = known.get(text) or [""] * (qm.FORMS[language] if counts else 1)
        translation = ElementTree.SubElement(message, "translation")
        if not all(forms):
            missing += 1
            translation.set("type", "unfinished")
        if counts:
            for one in forms:
                ElementTree.SubElement(translation, "numerusform").text = one
        else:
            translation.text = forms[0]
    ElementTree.indent(root, "  ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    path.write_text(head + ElementTree.tostring(root, "unicode") + "\n", encoding="utf-8")
    return missing


def main():
    """Update all files."""
    from qgis.core import QgsApplication

    from smart_planning_plugin.processing.provider import SmartPlanningProvider

    application = QgsApplication([], False)
    application.initQgis()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    texts = all_texts(provider)
    for language in qm.PLURALS:
        path = HERE / f"smart_planning_plugin_{language}.ts"
        known = qm.read(path) if path.exists() else {}
        needed = of_language(texts, language)
        missing = write(path, language, needed, known)
        print(f"{path.name}: {len(needed)} texts, {missing} not translated")
    QgsApplication.processingRegistry().removeProvider(provider)
    application.exitQgis()


if __name__ == "__main__":
    main()
