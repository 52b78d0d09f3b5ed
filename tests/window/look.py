"""Runs inside a real QGIS window: notes what is there, takes its picture, and closes it.

Called by QGIS itself (`qgis --code`); the environment names the folder to write to, and a project
that is opened first.
"""

import json
import os
from pathlib import Path

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["SMART_PLANNING_LOOK"])


def look():
    seen = {
        "plugins": sorted(plugins),
        "algorithms": sorted(
            one.id() for one in QgsApplication.processingRegistry().algorithms()
            if one.id().startswith("smartplanning:")
        ),
        "menu": [
            action.text()
            for menu in iface.pluginMenu().actions()
            if menu.menu() and menu.text() == "Smart Planning"
            for action in menu.menu().actions()
        ],
        "layers": {
            one.name(): one.isValid() for one in QgsProject.instance().mapLayers().values()
        },
        "extent": iface.mapCanvas().extent().toString(0),
    }  # fmt: skip
    (FOLDER / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    iface.mainWindow().grab().save(str(FOLDER / "window.png"))


def dialog():
    """The dialog of an algorithm, as the menu opens it."""
    actions = [
        action
        for menu in iface.pluginMenu().actions()
        if menu.menu() and menu.text() == "Smart Planning"
        for action in menu.menu().actions()
    ]
    QTimer.singleShot(2500, shown)
    actions[0].trigger()


def shown():
    windows = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    titles = [one.windowTitle() for one in windows]
    (FOLDER / "dialogs.json").write_text(json.dumps(titles, ensure_ascii=False), encoding="utf-8")
    front = next(one for one in windows if hasattr(one, "runButton"))
    front.grab().save(str(FOLDER / "dialog.png"))
    before = set(QgsProject.instance().mapLayers())
    front.runButton().click()
    QTimer.singleShot(8000, lambda: after(before))


def after(before):
    """What the run has brought into the project."""
    layers = QgsProject.instance().mapLayers()
    new = {layers[one].name(): layers[one].isValid() for one in layers if one not in before}
    (FOLDER / "sample.json").write_text(json.dumps(new, ensure_ascii=False), encoding="utf-8")
    iface.mainWindow().grab().save(str(FOLDER / "sample.png"))
    os._exit(0)  # a dialog is open: closing would ask


def start():
    window = iface.mainWindow()
    window.setWindowState(window.windowState())
    window.resize(1500, 950)
    project = os.environ.get("SMART_PLANNING_PROJECT")
    if project:
        iface.addProject(project)
    for dock in window.findChildren(QDockWidget):
        if dock.objectName() == "Browser":
            dock.hide()
    window.resizeDocks([window.findChild(QDockWidget, "Layers")], [420], Qt.Orientation.Horizontal)
    iface.mapCanvas().waitWhileRendering()
    QTimer.singleShot(3000, look)
    QTimer.singleShot(4500, dialog)


QTimer.singleShot(1500, start)
