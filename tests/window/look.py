"""Runs inside a real QGIS window: does what a user does, notes what is there, takes pictures.

Called by QGIS itself (`qgis --code`); the environment names the folder to write to.
"""

import json
import os
import sys
import traceback
from pathlib import Path

import pyplugin_installer
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QEventLoop, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QPushButton
from qgis.utils import iface, plugins

FOLDER = Path(os.environ["SMART_PLANNING_LOOK"])
PROJECT = QgsProject.instance()
seen = {}


def wait(milliseconds, until=lambda: False):
    """Let the window live, for a while or until something is so."""
    for _ in range(max(1, milliseconds // 100)):
        loop = QEventLoop()
        QTimer.singleShot(100, loop.quit)
        loop.exec()
        if until():
            return True
    return False


def picture(name, widget=None):
    (widget or iface.mainWindow()).grab().save(str(FOLDER / f"{name}.png"))


def front(holds):
    """The window in front that has something."""
    return next(
        (one for one in QApplication.topLevelWidgets() if one.isVisible() and holds(one)), None
    )


def is_dialog(widget):
    return hasattr(widget, "runButton")


def words():
    """What the message bar says, and its buttons."""
    bar = iface.messageBar()
    item = bar.currentItem()
    return [item.text(), *(one.text() for one in item.findChildren(QPushButton))] if item else []


def states(dock):
    tree = dock.tree
    return {
        top.child(at).data(0, Qt.ItemDataRole.UserRole): top.child(at).text(1)
        for top in map(tree.topLevelItem, range(tree.topLevelItemCount()))
        for at in range(top.childCount())
    }


def install():
    """What *Install from ZIP* does when its button is clicked."""
    pyplugin_installer.instance().installFromZipFile(os.environ["SMART_PLANNING_ZIP"])
    wait(500)
    seen["qgis"] = Qgis.QGIS_VERSION
    module = sys.modules["smart_planning_plugin"]
    seen["installed"] = Path(module.__file__).parent.relative_to(FOLDER).as_posix()


def start():
    window = iface.mainWindow()
    window.resize(1500, 950)
    for one in window.findChildren(QDockWidget):
        if one.objectName() == "Browser":
            one.hide()
    ours = plugins["smart_planning_plugin"].window
    window.resizeDocks([ours.dock], [460], Qt.Orientation.Horizontal)
    seen["plugins"] = sorted(plugins)
    seen["algorithms"] = sorted(
        one.id() for one in QgsApplication.processingRegistry().algorithms()
        if one.id().startswith("smartplanning:")
    )  # fmt: skip
    seen["menu"] = [
        action.text()
        for menu in iface.pluginMenu().actions()
        if menu.menu() and menu.text() == "Smart Planning"
        for action in menu.menu().actions()
    ]
    seen["toolbar"] = [one.text() for one in ours.toolbar.actions()]
    seen["empty"] = states(ours.dock)
    wait(500)
    picture("dock_empty")
    return ours


def way_out(ours):
    """Shared services before there is a network: the message bar offers to build it."""
    ours.open("sharedserviceareas")
    wait(300)
    seen["way_out"] = words()
    picture("way_out")
    iface.messageBar().clearWidgets()


def click(widget, *where):
    """A real click of the left button, in the middle or at a point."""
    none = Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, *where)


def begin_sample(ours):
    """The first two of three clicks: the dock's button, Start."""
    click(ours.dock.sample_button)
    wait(300)
    dialog = front(lambda one: one is ours.sample.dialog)
    dialog.folder.setFilePath(str(FOLDER / "tried"))
    picture("sample_asks", dialog)
    click(dialog.start)


def cancelled(ours):
    """The third click stops it."""
    begin_sample(ours)
    wait(60000, lambda: ours.dock.bar.value() > 15)
    picture("sample_runs")
    seen["progress"] = ours.dock.bar.isVisible(), ours.dock.bar.value(), ours.dock.bar.text()
    click(ours.dock.cancel_button)
    wait(60000, lambda: ours.sample.task is None)
    wait(300)
    seen["cancelled"] = words()
    seen["after_cancel"] = ours.dock.bar.isVisible(), ours.dock.sample_button.isEnabled()
    seen["kept"] = (FOLDER / "tried" / "study.gpkg").exists()
    picture("sample_cancelled")
    iface.messageBar().clearWidgets()


def sample(ours):
    """Run again it goes on, and opens its project."""
    begin_sample(ours)
    wait(240000, lambda: ours.sample.task is None)
    seen["log"] = words()
    iface.mapCanvas().waitWhileRendering()
    wait(3000)
    seen["project"] = Path(PROJECT.fileName()).name
    seen["layers"] = {one.name(): one.isValid() for one in PROJECT.mapLayers().values()}
    seen["themes"] = PROJECT.mapThemeCollection().mapThemes()
    seen["done"] = states(ours.dock)
    picture("sample_done")
    iface.messageBar().clearWidgets()


def dialogs(ours):
    """A dialog that the dock fills in, then the same from a layer's record."""
    ours.open("sharedserviceareas")
    wait(1500)
    dialog = front(is_dialog)
    seen["dialog"] = dialog.windowTitle()
    seen["filled"] = {
        name: str(value)
        for name, value in dialog.createProcessingParameters().items()
        if name in ("NETWORK", "PLACES", "PLACE_ID", "SERVICES", "SNAP_DISTANCE", "COUNTRY_FIELD")
    } if hasattr(dialog, "createProcessingParameters") else {}  # fmt: skip
    picture("dialog", dialog)
    dialog.close()
    result = next(
        one
        for one in PROJECT.mapLayers().values()
        if "sharedserviceareas:AREAS" in one.metadata().identifier()
    )
    iface.setActiveLayer(result)
    wait(300)
    seen["again_enabled"] = ours.actions["again"].isEnabled()
    ours.actions["again"].trigger()
    wait(1500)
    dialog = front(is_dialog)
    seen["again"] = dialog.windowTitle()
    picture("again", dialog)
    dialog.close()


def help_pages(ours):
    ours.help("sharedserviceareas")
    wait(500)
    page = ours.pages[-1]
    seen["help"] = {}
    for at in range(page.language.count()):
        page.language.setCurrentIndex(at)
        wait(200)
        seen["help"][page.language.currentData()] = page.text.toPlainText()
        picture(f"help_{page.language.currentData()}", page)
    page.close()


def empty(ours):
    """A result whose filter lets nothing through."""
    source = next(
        one
        for one in PROJECT.mapLayers().values()
        if "sharedserviceareas:AREAS" in one.metadata().identifier()
    )
    copy = QgsVectorLayer(source.source().split("|subset")[0], "Nothing", "ogr")
    copy.loadDefaultMetadata()
    copy.setSubsetString("1 = 0")
    PROJECT.addMapLayer(copy)
    wait(300)
    seen["no_rows"] = words()
    PROJECT.removeMapLayer(copy.id())


def result(kind, theme):
    """The layer of a kind that a theme shows, when the map shows the theme."""
    themes = PROJECT.mapThemeCollection()
    model = iface.layerTreeView().layerTreeModel()
    themes.applyTheme(theme, PROJECT.layerTreeRoot(), model)
    shown = themes.mapThemeVisibleLayers(theme)
    return next(one for one in shown if kind in one.metadata().identifier())


def explain(ours):
    """A click on a place of a result: why it is what it is. A click beside says so."""
    canvas = iface.mapCanvas()
    layer = result("serviceaccessibility:OUTPUT", EXPLAINED)
    place = next(one for one in layer.getFeatures() if one["name"] == "Skuodas")
    crs = canvas.mapSettings().destinationCrs()
    to_map = QgsCoordinateTransform(layer.crs(), crs, PROJECT)
    point = to_map.transform(place.geometry().asPoint())
    canvas.setExtent(QgsRectangle.fromCenterAndSize(point, 60000, 40000))
    canvas.refresh()
    wait(20000, lambda: not canvas.isDrawing())
    wait(500)
    iface.setActiveLayer(layer)
    click(ours.toolbar.widgetForAction(ours.actions["explain"]))
    wait(300)
    seen["explain"] = words()
    seen["tool"] = canvas.mapTool() is ours.explain_tool, ours.actions["explain"].isChecked()
    before = len(ours.pages)
    pixel = canvas.getCoordinateTransform().transform(point).toQPointF().toPoint()
    click(canvas.viewport(), pixel)
    wait(60000, lambda: len(ours.pages) > before)
    wait(300)
    page = ours.pages[-1]
    seen["explained"] = page.text.toPlainText()
    picture("explained", page)
    page.close()
    iface.messageBar().clearWidgets()
    at_sea = QgsPointXY(point.x() - 200000, point.y())
    canvas.setExtent(QgsRectangle.fromCenterAndSize(at_sea, 60000, 40000))
    canvas.refresh()
    wait(20000, lambda: not canvas.isDrawing())
    click(canvas.viewport())
    wait(500)
    seen["beside"] = words()


EXPLAINED = "Who reaches what? Swimming pool"


def all_of_it():
    try:
        install()
        ours = start()
        way_out(ours)
        cancelled(ours)
        sample(ours)
        dialogs(ours)
        help_pages(ours)
        empty(ours)
        explain(ours)
    except Exception:
        seen["error"] = traceback.format_exc()
    (FOLDER / "seen.json").write_text(json.dumps(seen, ensure_ascii=False), encoding="utf-8")
    os._exit(0)  # the project has changed: closing would ask


QTimer.singleShot(1500, all_of_it)
