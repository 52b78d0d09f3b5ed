"""The plugin as QGIS sees it, with a window and without."""

from __future__ import annotations

from qgis.core import QgsApplication

from ..processing import language
from ..processing.provider import SmartPlanningProvider


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
        self.window = None
        language.install()  # before anything of ours shows a text

    def initProcessing(self):
        self.provider = SmartPlanningProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self):
        from .window import Window

        self.initProcessing()
        self.window = Window(self.iface)

    def unload(self):
        if self.window is not None:
            self.window.remove()
            self.window = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        language.remove()
