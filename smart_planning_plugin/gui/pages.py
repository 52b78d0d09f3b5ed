"""Pages to read beside the window: help in three languages, and reports."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
)

from ..processing import study
from ..processing.help_page import page
from ..processing.language import LANGUAGES, of_qgis, tr

KEPT = "smartplanning/help_language"


class Page(QDialog):
    """A window with text to read; controls stand above it."""

    def __init__(self, title: str, parent):
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(760, 720)
        self.text = QTextBrowser()
        self.text.setOpenExternalLinks(True)
        self.controls = QHBoxLayout()
        column = QVBoxLayout(self)
        column.addLayout(self.controls)
        column.addWidget(self.text)


class HelpPage(Page):
    """The help of an algorithm, in any of the languages, and a list of all the others."""

    def __init__(self, name: str, parent):
        super().__init__(tr("Help"), parent)
        self.algorithm, self.language = QComboBox(), QComboBox()
        for step in study.STEPS:
            for one in study.of_step(step):
                self.algorithm.addItem(one.icon(), one.displayName(), one.name())
        for code, called in LANGUAGES.items():
            self.language.addItem(called, code)
        self.algorithm.setCurrentIndex(max(0, self.algorithm.findData(name)))
        kept = QgsSettings().value(KEPT, of_qgis())
        self.language.setCurrentIndex(max(0, self.language.findData(kept)))
        for label, box in ((tr("Algorithm"), self.algorithm), (tr("Language"), self.language)):
            shown = QLabel(label)
            shown.setBuddy(box)
            self.controls.addWidget(shown)
            self.controls.addWidget(box, 1 if box is self.algorithm else 0)
            box.currentIndexChanged.connect(self._read)
        self._read()

    def _read(self, _index=0):
        one = study.algorithm(self.algorithm.currentData())
        if one is not None:
            self.text.setHtml(page(one, self.language.currentData()))
        if self.language.currentData() != of_qgis():
            QgsSettings().setValue(KEPT, self.language.currentData())
        else:
            QgsSettings().remove(KEPT)


class TextPage(Page):
    """A report that was made, or a text."""

    def __init__(self, title: str, path: str, parent, text: str = ""):
        super().__init__(title, parent)
        if path:
            self.text.setHtml(Path(path).read_text(encoding="utf-8"))
            browser = QPushButton(tr("Open in the browser"))
            browser.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))))
            self.controls.addWidget(browser)
            self.controls.addStretch(1)
        else:
            self.text.setPlainText(text)
            self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
