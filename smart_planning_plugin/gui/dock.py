"""The dock: the steps of a study, what is done, and what is missing."""

from __future__ import annotations

from html import escape

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QSize, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QDockWidget,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ..processing import study
from ..processing.language import tr
from ..processing.provider import ICONS

NAME = Qt.ItemDataRole.UserRole
MILLISECONDS = 200  # many layers come at once: look when they are all there


class Dock(QDockWidget):
    """Opens the algorithms in the order of a study, with what the project knows filled in."""

    def __init__(self, window):
        super().__init__("Smart Planning", window.iface.mainWindow())
        self.setObjectName("SmartPlanningDock")
        self.window = window
        self.tree = QTreeWidget()
        self.tree.setColumnCount(2)
        self.tree.setHeaderLabels([tr("Step"), tr("State")])
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setIconSize(QSize(20, 20))
        self.tree.setAccessibleName(tr("Steps of the study"))
        self.tree.itemActivated.connect(self._open)
        self.tree.currentItemChanged.connect(self._tell)
        self.about = QLabel()
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.RichText)
        self.open_button = QPushButton(tr("Open…"))
        self.open_button.clicked.connect(lambda: self._open(self.tree.currentItem()))
        self.help_button = QPushButton(tr("Help"))
        self.help_button.clicked.connect(lambda: window.help(self.chosen()))
        self.sample_button = QPushButton(
            QIcon(str(ICONS / "createsample.svg")), tr("Try the sample…")
        )
        self.sample_button.clicked.connect(lambda: window.sample.ask())
        self.bar = QProgressBar()
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(lambda: window.sample.cancel())
        self.setWidget(self._laid_out())
        self.show_progress(None)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.setInterval(MILLISECONDS)
        self.timer.timeout.connect(self.refresh)
        project = QgsProject.instance()
        self.heard = [project.layersAdded, project.layersRemoved, project.readProject]
        for signal in self.heard:
            signal.connect(self._later)
        self.refresh()

    def _laid_out(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(6, 6, 6, 6)
        column.addWidget(self.sample_button)
        column.addWidget(self.tree, 1)
        column.addWidget(self.about)
        for widgets in ((self.open_button, self.help_button), (self.bar, self.cancel_button)):
            row = QHBoxLayout()
            for one in widgets:
                row.addWidget(one)
            column.addLayout(row)
        return inside

    def forget(self):
        """Listen no more."""
        self.timer.stop()
        for signal in self.heard:
            signal.disconnect(self._later)

    def _later(self, *_):
        self.timer.start()

    def refresh(self):
        """Look at the project: what is done, and what is missing."""
        chosen = self.chosen()
        project = QgsProject.instance()
        known = study.known_to(project)
        self.tree.clear()
        for number, step in enumerate(study.STEPS, 1):
            algorithms = study.of_step(step)
            top = QTreeWidgetItem([f"{number}  {tr(step.title)}", ""])
            top.setToolTip(0, tr(step.question))
            font = top.font(0)
            font.setBold(True)
            top.setFont(0, font)
            done = 0
            for one in algorithms:
                layers = study.made_by(one.name(), project)
                done += bool(layers)
                state, in_full = self._state(one, known, layers)
                item = QTreeWidgetItem([one.displayName(), state])
                item.setIcon(0, one.icon())
                item.setData(0, NAME, one.name())
                item.setToolTip(0, one.shortDescription())
                item.setToolTip(1, in_full)
                top.addChild(item)
            top.setText(1, tr("{done} of {all} done").format(done=done, all=len(algorithms)))
            if step.name == "results" or not algorithms:
                top.setText(1, "")
            self.tree.addTopLevelItem(top)
            top.setExpanded(True)
            for at in range(top.childCount()):
                if top.child(at).data(0, NAME) == chosen:
                    self.tree.setCurrentItem(top.child(at))
        self._tell(self.tree.currentItem())

    def _state(self, one, known, layers: list) -> tuple[str, str]:
        """What there is of an algorithm's results, else what it waits for; short, and in full."""
        if layers:
            names = ", ".join(dict.fromkeys(each.name() for each in layers))
            return "✓ " + tr("done: %n layers", len(layers)), names
        given = known.given_to(one)
        first = study.to_be_made_first(one, given)
        if first is not None:
            number = study.step_of(first.name())
            in_full = tr("first: {title}").format(title=first.displayName())
            return tr("after step {number}").format(number=number), in_full
        missing = [each.description() for each in study.lacking(one, given)]
        if not missing:
            return tr("ready"), tr("ready")
        in_full = tr("to choose: {names}").format(names=", ".join(missing))
        return tr("%n inputs to choose", len(missing)), in_full

    def chosen(self) -> str:
        """Id of the algorithm that is chosen, empty for a step."""
        item = self.tree.currentItem()
        return (item.data(0, NAME) or "") if item is not None else ""

    def _open(self, item, _column=0):
        if item is not None and item.data(0, NAME):
            self.window.open(item.data(0, NAME))

    def _tell(self, item, _before=None):
        """What the chosen step asks or the chosen algorithm does."""
        one = study.algorithm(self.chosen()) if self.chosen() else None
        for button in (self.open_button, self.help_button):
            button.setEnabled(one is not None)
        if one is not None:
            said = f"{escape(one.shortDescription())}<br><i>{escape(item.toolTip(1))}</i>"
        else:
            said = escape(tr("Choose a step; a double click opens its dialog, filled in."))
        self.about.setText(said)

    def show_step(self, name: str):
        """Which algorithm of the sample's study runs."""
        one = study.algorithm(name)
        self.bar.setFormat(f"%p% · {one.displayName()}" if one is not None else "%p%")

    def show_progress(self, percent: float | None):
        """How far the sample is; None where it does not run."""
        for one in (self.bar, self.cancel_button):
            one.setVisible(percent is not None)
        self.sample_button.setEnabled(percent is None)
        self.bar.setValue(int(percent or 0))
