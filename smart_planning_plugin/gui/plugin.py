"""The plugin as QGIS sees it, with a window and without."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..processing.provider import ICONS, SmartPlanningProvider

MENU = "Smart Planning"
# Algorithms that open from the menu; all of them are in the Processing toolbox.
IN_MENU = {
    "createsample": "Try the sample region…",
    "sharedserviceareas": "Shared service areas…",
    "buildproject": "Build a styled project…",
}


class SmartPlanningPlugin:
    """Brings the provider; under `qgis_process` only `initProcessing` is called.

    Parameters
    ----------
    iface : QgisInterface or None
        None without a window.
    """

    def __init__(self, iface):
        self.iface = iface
        self.provider: SmartPlanningProvider | None = None
        self.actions: list[QAction] = []

    def initProcessing(self):
        self.provider = SmartPlanningProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        self.initProcessing()
        for algorithm, label in IN_MENU.items():
            text = QCoreApplication.translate("SmartPlanning", label)
            action = QAction(QIcon(str(ICONS / f"{algorithm}.svg")), text, self.iface.mainWindow())
            action.triggered.connect(lambda _checked, name=algorithm: open_dialog(name))
            self.iface.addPluginToMenu(MENU, action)
            self.actions.append(action)

    def unload(self):
        for action in self.actions:
            self.iface.removePluginMenu(MENU, action)
        self.actions.clear()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None


def open_dialog(algorithm: str):
    """Open the dialog of an algorithm."""
    import processing

    processing.execAlgorithmDialog(f"smartplanning:{algorithm}", {})
