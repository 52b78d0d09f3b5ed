"""Explain by clicking on the map: why this place, pair, category or number."""

from __future__ import annotations

import tempfile
from functools import partial
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.gui import QgsMapToolIdentify

from ..processing import study
from ..processing.language import of_qgis, tr


class ExplainTool(QgsMapToolIdentify):
    """Finds the result that was clicked on, and has it explained."""

    def __init__(self, window):
        super().__init__(window.iface.mapCanvas())
        self.window = window
        self.running = None  # task, context, feedback: Python has to hold them

    def canvasReleaseEvent(self, event):
        layers = [
            one
            for one in self.canvas().layers()
            if isinstance(one, QgsVectorLayer) and study.record(one)[0]
        ]
        active = self.window.iface.activeLayer()
        layers.sort(key=lambda one: one is not active)  # the chosen layer comes first
        point = event.pos()
        mode = QgsMapToolIdentify.IdentifyMode.TopDownStopAtFirst
        found = self.identify(point.x(), point.y(), layers, mode)
        if not found:
            self.window.say(tr("There is no result of Smart Planning here."))
            return
        self.explain(found[0].mLayer, found[0].mFeature)

    def explain(self, layer, feature):
        """Run the algorithm beside the window, then show what it says."""
        one = study.algorithm("explain")
        parameters = study.to_explain(layer, feature, of_qgis())
        folder = Path(tempfile.mkdtemp(prefix="smart-planning-"))
        parameters["REPORT"] = str(folder / "explanation.html")
        context, feedback = QgsProcessingContext(), QgsProcessingFeedback(False)
        context.setProject(QgsProject.instance())
        fine, message = one.checkParameterValues(parameters, context)
        if not fine:
            self.window.say(message, level=Qgis.MessageLevel.Warning)
            return
        task = QgsProcessingAlgRunnerTask(one, parameters, context, feedback)
        self.running = task, context, feedback
        task.executed.connect(partial(self._told, parameters["REPORT"], feedback))
        QgsApplication.taskManager().addTask(task)

    def _told(self, path: str, feedback, successful: bool, _results: dict):
        self.running = None
        if successful and Path(path).exists():
            self.window.page(tr("Explanation"), path)
        else:
            self.window.text(tr("What happened"), feedback.textLog())
