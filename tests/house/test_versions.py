"""One source for QGIS 3.22 to 4.x: nothing that Qt 6 has dropped, enumerations by their name."""

import ast
import enum
from pathlib import Path

import pytest
import qgis.analysis
import qgis.core
import qgis.gui
from qgis.PyQt import QtCore, QtGui, QtWidgets, QtXml

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "smart_planning_plugin").rglob("*.py"))
MODULES = (qgis.core, qgis.gui, qgis.analysis, QtCore, QtGui, QtWidgets, QtXml)
# What QGIS 3.22 does not have; newer code has to do without it there.
NEWER = {("Qgis", "ProcessingSourceType"), ("Qgis", "WkbType"), ("Qgis", "GeometryType")}
GONE = {"exec_", "QRegExp", "qApp", "QDesktopWidget"}


def is_member(value):
    """Whether something is a value of an enumeration of Qt or QGIS."""
    kind = type(value)
    return isinstance(value, enum.Enum) or (isinstance(value, int) and kind not in (int, bool))


def faults(source, fields=False):
    """What of a module would break on one of the versions."""
    tree = ast.parse(source)
    known = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            for one in node.names:
                for module in MODULES:
                    if hasattr(module, one.name) and (node.module or "").startswith("qgis"):
                        known[one.asname or one.name] = getattr(module, one.name)
            if (node.module or "").startswith(("PyQt5", "PyQt6")):
                yield node.lineno, f"import from {node.module}, not from qgis.PyQt"
    for node in ast.walk(tree):
        if isinstance(node, (ast.Name, ast.Attribute)):
            name = node.id if isinstance(node, ast.Name) else node.attr
            if name in GONE:
                yield node.lineno, f"{name} is gone in Qt 6"
        if (
            isinstance(node, ast.Call)
            and getattr(node.func, "id", "") == "QVariant"
            and not node.args
        ):
            yield node.lineno, "QVariant() is not NULL everywhere"
        if not (isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)):
            continue
        owner, name = node.value.id, node.attr
        if (owner, name) in NEWER:
            yield node.lineno, f"{owner}.{name} is not in QGIS 3.22"
        if owner == "QVariant" and fields:
            continue  # the one helper that asks for the version
        if isinstance(known.get(owner), type) and is_member(getattr(known[owner], name, None)):
            yield node.lineno, f"{owner}.{name} is without the name of its enumeration"


@pytest.mark.parametrize("path", SOURCES, ids=lambda one: one.relative_to(ROOT).as_posix())
def test_every_version_can_run_it(path):
    found = list(faults(path.read_text(encoding="utf-8"), fields=path.name == "fields.py"))
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "QgsWkbTypes.Point",
        "Qt.AlignLeft",
        "QFrame.NoFrame",
        "Qgis.WkbType",
        "dialog.exec_()",
        "QVariant()",
        "QVariant.String",
        "from PyQt5.QtCore import QObject",
    ],
)
def test_a_fault_is_found(line):
    imports = (
        "from qgis.core import Qgis, QgsWkbTypes\n"
        "from qgis.PyQt.QtCore import Qt, QVariant\n"
        "from qgis.PyQt.QtWidgets import QFrame\n"
    )
    assert list(faults(imports + line))


@pytest.mark.parametrize(
    "line",
    ["QgsWkbTypes.Type.Point", "Qt.AlignmentFlag.AlignLeft", "dialog.exec()", "Qgis.version()"],
)
def test_what_is_fine_is_left_alone(line):
    imports = "from qgis.core import Qgis, QgsWkbTypes\nfrom qgis.PyQt.QtCore import Qt\n"
    assert list(faults(imports + line)) == []
