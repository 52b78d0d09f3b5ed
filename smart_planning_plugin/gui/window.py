"""What the plugin adds to the window of QGIS: menu, toolbar, dock, and words in the message bar."""

from __future__ import annotations

from functools import partial

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QPushButton

from ..processing import dependencies, study
from ..processing.language import tr
from ..processing.provider import ICONS
from .dock import Dock
from .explain import ExplainTool
from .pages import HelpPage, TextPage
from .sample import SampleRun

NAME = "Smart Planning"


class Window:
    """Menu, toolbar and dock; everything they start is an algorithm."""

    def __init__(self, iface):
        self.iface = iface
        self.pages: list = []  # windows that are open
        self.sample = SampleRun(self)
        self.explain_tool = ExplainTool(self)
        self.dock = Dock(self)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.toolbar = iface.addToolBar(NAME)
        self.toolbar.setObjectName("SmartPlanningToolbar")
        self.actions = {
            "dock": self._dock_action(),
            "sample": self._action("createsample", tr("Try the sample…"), self.sample.ask),
            "study": self._action(
                "crossborderstudy", tr("Whole study…"), partial(self.open, "crossborderstudy")
            ),
            "again": self._action("/mActionReload.svg", tr("Run again…"), self.run_again),
            "explain": self._action("/mActionIdentify.svg", tr("Explain a place"), self.explain),
            "help": self._action("/mActionHelpContents.svg", tr("Help"), self.help),
        }
        self.actions["explain"].setCheckable(True)
        self.explain_tool.setAction(self.actions["explain"])
        for name, action in self.actions.items():
            iface.addPluginToMenu(NAME, action)
            if name != "help":
                self.toolbar.addAction(action)
        iface.currentLayerChanged.connect(self._choose)
        QgsProject.instance().layersAdded.connect(self._look_at)
        self._choose(iface.activeLayer())
        self._say_what_is_missing()

    def remove(self):
        """Take everything back."""
        self.iface.currentLayerChanged.disconnect(self._choose)
        QgsProject.instance().layersAdded.disconnect(self._look_at)
        self.sample.cancel()
        self.iface.mapCanvas().unsetMapTool(self.explain_tool)
        for action in self.actions.values():
            self.iface.removePluginMenu(NAME, action)
        self.dock.forget()
        self.iface.removeDockWidget(self.dock)
        for one in (self.dock, self.toolbar, *self.pages):
            one.deleteLater()
        self.pages.clear()

    def _action(self, icon: str, text: str, does) -> QAction:
        of_qgis = icon.startswith("/")
        shown = QgsApplication.getThemeIcon(icon) if of_qgis else QIcon(str(ICONS / f"{icon}.svg"))
        made = QAction(shown, text, self.iface.mainWindow())
        made.triggered.connect(lambda _checked=False: does())
        return made

    def _dock_action(self) -> QAction:
        made = self.dock.toggleViewAction()
        made.setText(tr("Steps of the study"))
        made.setIcon(QIcon(str(ICONS / "smartplanning.svg")))
        return made

    # Algorithms.

    def open(self, name: str, anyway: bool = False):
        """Open an algorithm's dialog, filled in; say so first where something is not there yet."""
        one = study.algorithm(name)
        if one is None:
            self.say(tr("{name} is not there yet.").format(name=name))
            return
        given = study.known_to(QgsProject.instance()).given_to(one)
        first = study.to_be_made_first(one, given)
        if first is not None and not anyway:
            self.say(
                tr("{title} comes first.").format(title=first.displayName()),
                (first.displayName(), partial(self.open, first.name())),
                (tr("Open anyway"), partial(self.open, name, True)),
            )
            return
        for layer in study.empty_layers(given, QgsProject.instance()):
            self._say_empty(layer)
        self.show_dialog(one.id(), given)

    def show_dialog(self, algorithm_id: str, parameters: dict):
        import processing

        dialog = processing.createAlgorithmDialog(algorithm_id, parameters)
        if dialog is not None:  # beside the window: the map stays to be looked at
            self._show(dialog)

    def run_again(self):
        """Open the algorithm that made the layer that is chosen, with what it was given then."""
        layer = self.iface.activeLayer()
        algorithm_id, parameters = study.record(layer) if layer is not None else ("", {})
        if not algorithm_id:
            self.say(tr("Choose a result of Smart Planning among the layers."))
            return
        self.show_dialog(algorithm_id, parameters)

    def explain(self):
        """Let the user click on the map, where the algorithm that explains is there."""
        if study.algorithm("explain") is None:
            self.actions["explain"].setChecked(False)
            self.say(tr("{name} is not there yet.").format(name="explain"))
            return
        self.iface.mapCanvas().setMapTool(self.explain_tool)
        self.say(tr("Click on a result on the map."))

    def help(self, name: str = "createsample"):
        """The page that explains an algorithm."""
        self._show(HelpPage(name, self.iface.mainWindow()))

    def page(self, title: str, path: str):
        """A report as a window of its own."""
        self._show(TextPage(title, path, self.iface.mainWindow()))

    def text(self, title: str, text: str):
        """A text as a window of its own."""
        self._show(TextPage(title, "", self.iface.mainWindow(), text))

    def _show(self, page):
        self.pages.append(page)
        page.show()

    # Words.

    def say(self, text: str, *ways_out, level=Qgis.MessageLevel.Info):
        """A word in the message bar; each way out is a label and what its button does."""
        bar = self.iface.messageBar()
        item = bar.createMessage(NAME, text)
        for label, does in ways_out:
            button = QPushButton(label)
            button.clicked.connect(lambda _checked=False, does=does: (bar.popWidget(item), does()))
            item.layout().addWidget(button)
        bar.pushWidget(item, level, 0 if ways_out else 8)

    def _say_what_is_missing(self):
        lacking = dependencies.message()
        if lacking:
            self.say(
                tr("Python packages are missing: {names}").format(
                    names=", ".join(dependencies.missing())
                ),
                (tr("How to install them"), partial(self.text, tr("How to install them"), lacking)),
                level=Qgis.MessageLevel.Warning,
            )

    def _choose(self, layer):
        self.actions["again"].setEnabled(layer is not None and bool(study.record(layer)[0]))

    def _look_at(self, layers):
        """A result without rows: what to do about it."""
        for layer in layers:
            if study.is_empty(layer) and study.record(layer)[0]:
                self._say_empty(layer)

    def _say_empty(self, layer):
        ways = []
        if layer.subsetString():
            ways.append((tr("Remove its filter"), partial(layer.setSubsetString, "")))
        if study.record(layer)[0]:
            ways.append((tr("Run again…"), partial(self.show_dialog, *study.record(layer))))
        if not ways:
            ways.append((tr("Show its table"), partial(self.iface.showAttributeTable, layer)))
        self.say(
            tr("The layer {name} has no rows.").format(name=layer.name()),
            *ways,
            level=Qgis.MessageLevel.Warning,
        )
