"""The provider of all algorithms; one that cannot be loaded does not stop the rest."""

from __future__ import annotations

import importlib
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import __version__

ICONS = Path(__file__).parent.parent / "icons"
ALGORITHMS = {
    "network.buildroadnetwork": "BuildRoadNetwork",
    "accessibility.traveltimematrix": "TravelTimeMatrix",
    "accessibility.serviceaccessibility": "ServiceAccessibility",
    "crossborder.sharedserviceareas": "SharedServiceAreas",
    "results.styleresults": "StyleResults",
    "results.buildproject": "BuildProject",
    "results.createsample": "CreateSample",
}


class SmartPlanningProvider(QgsProcessingProvider):
    """Everything Smart Planning brings to the toolbox."""

    def id(self):
        return "smartplanning"

    def name(self):
        return "Smart Planning"

    def longName(self):
        return self.tr("Smart Planning: planning across a border")

    def versionInfo(self):
        return __version__

    def icon(self):
        return QIcon(str(ICONS / "smartplanning.svg"))

    def loadAlgorithms(self):
        for module, name in ALGORITHMS.items():
            try:
                place = importlib.import_module(f"{__package__}.algorithms.{module}")
                self.addAlgorithm(getattr(place, name)())
            except Exception as error:  # one broken algorithm must not take the others with it
                QgsMessageLog.logMessage(
                    f"{module} could not be loaded: {error!r}",
                    "Smart Planning",
                    Qgis.MessageLevel.Critical,
                )
