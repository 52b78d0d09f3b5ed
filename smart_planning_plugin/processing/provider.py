"""The provider of all algorithms; one that cannot be loaded does not stop the rest."""

from __future__ import annotations

import importlib
from pathlib import Path

from qgis.core import Qgis, QgsMessageLog, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .. import __version__
from .language import tr

ICONS = Path(__file__).parent.parent / "icons"
FOLDER = Path(__file__).parent / "algorithms"
#: ``<group>.<id>`` of every algorithm: each is the file of its id, in the folder of its group.
ALGORITHMS = sorted(
    f"{path.parent.name}.{path.stem}"
    for path in FOLDER.glob("*/*.py")
    if not path.stem.startswith("_")
)


class SmartPlanningProvider(QgsProcessingProvider):
    """Everything Smart Planning brings to the toolbox."""

    def id(self):
        return "smartplanning"

    def name(self):
        return "Smart Planning"

    def longName(self):
        return tr("Smart Planning: planning across a border")

    def versionInfo(self):
        return __version__

    def icon(self):
        return QIcon(str(ICONS / "smartplanning.svg"))

    def loadAlgorithms(self):
        for module in ALGORITHMS:
            one = made(module.partition(".")[2])
            if one is not None:
                self.addAlgorithm(one)


def made(name: str):
    """An algorithm by its id; None, and a word in the log, where it is not there or broken."""
    module = next((one for one in ALGORITHMS if one.partition(".")[2] == name), None)
    if module is None:
        return None
    try:
        place = importlib.import_module(f"{__package__}.algorithms.{module}")
        return next(one for one in vars(place).values() if getattr(one, "ID", "") == name)()
    except Exception as error:  # one broken algorithm must not take the others with it
        QgsMessageLog.logMessage(
            f"{module} could not be loaded: {error!r}",
            "Smart Planning",
            Qgis.MessageLevel.Critical,
        )
        return None
