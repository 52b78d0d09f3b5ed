"""The texts of window and algorithms in the language of QGIS.

They are English in the code; translations stand in ``i18n/*.ts`` and reach the package as
``i18n/*.qm``. What has no translation stays English. Errors and log lines stay English on purpose:
they are what people search for and report.
"""

from __future__ import annotations

from contextlib import contextmanager
from functools import cache
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "SmartPlanning"
FOLDER = Path(__file__).parent.parent / "i18n"
LANGUAGES = {"en": "English", "lv": "Latviešu", "lt": "Lietuvių"}

# A page may be shown in another language than QGIS's: then this is it, for as long as it is made.
_spoken: list[str] = []


def of_qgis() -> str:
    """The language of QGIS, as far as we speak it; else English."""
    language = QgsApplication.locale()[:2].lower()
    return language if language in LANGUAGES else "en"


@cache
def translator(language: str) -> QTranslator | None:
    """The translations of a language; None for English, and where they are not there."""
    made = QTranslator()
    path = FOLDER / f"smart_planning_plugin_{language}.qm"
    return made if path.is_file() and made.load(str(path)) else None


def install() -> None:
    """Have Qt translate our texts into the language of QGIS, with a window and without."""
    found = translator(of_qgis())
    if found is not None:
        QCoreApplication.installTranslator(found)


def remove() -> None:
    """Take back `install`."""
    found = translator(of_qgis())
    if found is not None:
        QCoreApplication.removeTranslator(found)
    translator.cache_clear()


def tr(english: str, number: int = -1) -> str:
    """A text in the language of QGIS; `number` chooses the form of a plural, and fills ``%n``."""
    if not english:
        return ""
    if not _spoken:
        return QCoreApplication.translate(CONTEXT, english, None, number)
    found = translator(_spoken[-1])
    # as bytes, since PyQt takes nothing else beyond ASCII here
    said = found.translate(CONTEXT, english.encode(), None, number) if found is not None else ""
    return (said or english).replace("%n", str(number))


@contextmanager
def speaking(language: str):
    """Speak a language, whatever QGIS speaks."""
    _spoken.append(language)
    try:
        yield
    finally:
        _spoken.pop()


def later(english: str) -> str:
    """Mark a text of a table, which is translated when it is shown."""
    return english
