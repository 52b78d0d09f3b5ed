"""The words of maps and legends in three languages, and numbers as they are written there."""

from __future__ import annotations

import csv
import datetime
from functools import lru_cache
from pathlib import Path

from qgis.PyQt.QtCore import QDate, QLocale

from ..core.disclosure import FEWEST, disclosed

TEXTS = Path(__file__).parent / "texts.csv"
DATES = {"en": "d MMMM yyyy", "lv": "dd.MM.yyyy.", "lt": "yyyy-MM-dd"}
LANGUAGES = ["en", "lv", "lt"]


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, str]]:
    with open(TEXTS, encoding="utf-8", newline="") as stream:
        return {row["en"]: row for row in csv.DictReader(stream)}


def text(english: str, language: str, *values) -> str:
    """A text in a language; what is not in the table stays as it is.

    Examples
    --------
    >>> text("threshold {} min", "lt", 30)
    'slenkstinė vertė 30 min'
    """
    found = _table().get(english, {}).get(language, english)
    return found.format(*values) if values else found


def people(count: float, language: str) -> str:
    """A number of people as it may be shown.

    Examples
    --------
    >>> people(15057.0, "en"), people(7, "lv")
    ('15,060', 'mazāk par 20')
    """
    shown = disclosed(count)
    if shown is None:
        return text("fewer than {}", language, FEWEST)
    return f"{shown:,}".replace(",", "," if language == "en" else "\N{NO-BREAK SPACE}")


def day(date: datetime.date, language: str) -> str:
    """A date as it is written in a language.

    Examples
    --------
    >>> [day(datetime.date(2022, 5, 24), one) for one in LANGUAGES]
    ['24 May 2022', '24.05.2022.', '2022-05-24']
    """
    return QLocale(language).toString(QDate(date), DATES[language])
