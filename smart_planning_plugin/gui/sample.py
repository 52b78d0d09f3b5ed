"""Try the sample: one question, then the whole study on it, and its project opened."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QStandardPaths, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
)

from ..processing import study
from ..processing.language import LANGUAGES, of_qgis, tr


class AskWhere(QDialog):
    """Where the sample goes, and in which language its maps are."""

    def __init__(self, parent):
        super().__init__(parent)
        self.setWindowTitle(tr("Try the sample region"))
        self.setMinimumWidth(520)
        said = QLabel(
            tr(
                "Copies a small, schematic region on the coast of Latvia and Lithuania, runs the "
                "whole study on it, and opens the project of the results. Nothing in it is for "
                "decisions."
            )
        )
        said.setWordWrap(True)
        documents = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self.folder = QgsFileWidget()
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.folder.setFilePath(str(Path(documents) / "smart_planning_sample"))
        self.language = QComboBox()
        for code, called in LANGUAGES.items():
            self.language.addItem(called, code)
        self.language.setCurrentIndex(self.language.findData(of_qgis()))
        form = QFormLayout()
        form.addRow(tr("Folder"), self.folder)
        form.addRow(tr("Language"), self.language)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.start = buttons.addButton(tr("Start"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.start.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(said)
        column.addLayout(form)
        column.addWidget(buttons)


class Steps(QgsProcessingFeedback):
    """Tells which algorithm of a study has begun, from whatever thread."""

    begun = pyqtSignal(str)

    def __init__(self):
        super().__init__(False)

    def pushInfo(self, info):
        super().pushInfo(info)
        if info.endswith(" …"):
            self.begun.emit(info[:-2])


class SampleRun:
    """Runs beside the window; the dock shows how far it is, and can cancel it."""

    def __init__(self, window):
        self.window = window
        self.task = self.feedback = self.context = self.dialog = None

    def ask(self):
        """Show the one question."""
        self.dialog = AskWhere(self.window.iface.mainWindow())
        self.dialog.accepted.connect(
            lambda: self.run(
                Path(self.dialog.folder.filePath()), self.dialog.language.currentData()
            )
        )
        self.dialog.open()

    def run(self, folder: Path, language: str):
        """Copy the sample, then make the study in the background."""
        import processing

        try:
            processing.run(
                "smartplanning:createsample",
                {"SAMPLE_FOLDER": str(folder / "sample")},
                feedback=QgsProcessingFeedback(False),
            )
        except QgsProcessingException as error:
            self.window.say(str(error), level=Qgis.MessageLevel.Critical)
            return
        parameters = study.of_sample(folder, language)
        self.feedback, self.context = Steps(), QgsProcessingContext()
        self.context.setProject(QgsProject.instance())
        self.task = QgsProcessingAlgRunnerTask(
            study.algorithm("crossborderstudy"), parameters, self.context, self.feedback
        )
        self.feedback.progressChanged.connect(self.window.dock.show_progress)
        self.feedback.begun.connect(self.window.dock.show_step)
        # the task has to end before, and QGIS to say so: our word stands above
        self.task.executed.connect(
            lambda fine, _: QTimer.singleShot(0, partial(self._ended, parameters["PROJECT"], fine))
        )
        self.window.dock.show()
        self.window.dock.show_progress(0)
        QgsApplication.taskManager().addTask(self.task)

    def cancel(self):
        """Stop; what is whole stays, and a second run goes on from there."""
        if self.task is not None:
            self.task.cancel()  # not the feedback alone: QGIS would say that the task failed

    def _ended(self, project: str, successful: bool):
        stopped, log = self.feedback.isCanceled(), self.feedback.textLog()
        self.task = self.feedback = self.context = None
        self.window.dock.show_progress(None)
        if stopped:
            self.window.say(tr("Stopped. Run it again, and it goes on from there."))
        elif not successful:
            self.window.say(
                tr("The sample could not be finished."),
                (tr("What happened"), partial(self.window.text, tr("What happened"), log)),
                level=Qgis.MessageLevel.Critical,
            )
        elif QgsProject.instance().isDirty():
            opened = partial(self.window.iface.addProject, project)
            self.window.say(
                tr("The sample is ready. Your project has changes: save them first."),
                (tr("Open the sample"), opened),
                level=Qgis.MessageLevel.Success,
            )
        else:
            self._open(project)

    def _open(self, project: str):
        self.window.iface.addProject(project)
        self.window.say(
            tr("The sample is ready: the eye above the layers lists its maps."),
            level=Qgis.MessageLevel.Success,
        )
