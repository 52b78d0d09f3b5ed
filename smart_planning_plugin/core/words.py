"""Words of maps, reports and findings in three languages, and numbers as they are written there.

Texts are English in the code, as whole sentences with named or numbered gaps; their translations
stand in ``texts/*.csv`` (``en``, ``lv``, ``lt``), a file for each subject. Names are set into gaps
as they are, never inflected: write "Municipality: {name}".
"""

from __future__ import annotations

import csv
import datetime
import re
from functools import lru_cache
from pathlib import Path

from .disclosure import FEWEST, disclosed

TEXTS = Path(__file__).parent.parent / "texts"
LANGUAGES = ["en", "lv", "lt"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
NO_BREAK = "\N{NO-BREAK SPACE}"


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """English text -> language -> text, of all files."""
    found = {}
    for path in sorted(TEXTS.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as stream:
            found.update({row["en"]: row for row in csv.DictReader(stream)})
    return found


def text(english: str, language: str, *values, **named) -> str:
    """A text in a language, its gaps filled; what has no translation stays as it is.

    Examples
    --------
    >>> text("threshold {} min", "lt", 30)
    'slenkstinė vertė 30 min'
    """
    found = catalogue().get(english, {}).get(language) or english
    return found.format(*values, **named) if values or named else found


NUMBER = re.compile(r"\d+(?:\.\d+)?")


def phrase(english: str, language: str) -> str:
    """Words of a record (a scenario, a limit) in a language: whole, part by part, or as a pattern.

    Numbers are gaps of the pattern; what has no translation stays as it is.

    Examples
    --------
    >>> phrase("border open, border closed", "lv")
    'robeža atvērta, robeža slēgta'
    >>> phrase("willingness at present 0.2", "lt")
    'noras dabar 0.2'
    """
    every = catalogue()
    if english in every:
        return text(english, language)
    pattern = NUMBER.sub("{}", english)
    if pattern in every:
        return text(pattern, language, *NUMBER.findall(english))
    for mark in ("; ", ", "):
        parts = english.split(mark)
        if len(parts) > 1:
            return mark.join(phrase(one, language) for one in parts)
    return english


def number(value: float, language: str, decimals: int = 0) -> str:
    """A number with the separators of a language.

    Examples
    --------
    >>> number(15057.25, "en", 1), number(15057.25, "lt", 1).replace(NO_BREAK, "_")
    ('15,057.2', '15_057,2')
    """
    shown = f"{value:,.{decimals}f}"
    if language == "en":
        return shown
    return shown.translate({ord(","): NO_BREAK, ord("."): ","})


def people(count: float, language: str) -> str:
    """A number of people as it may be shown: rounded, and hidden where it is small.

    Examples
    --------
    >>> people(15057.0, "en"), people(7, "lv")
    ('15,060', 'mazāk par 20')
    """
    shown = disclosed(count)
    return text("fewer than {}", language, FEWEST) if shown is None else number(shown, language)


def day(date: datetime.date, language: str) -> str:
    """A date as it is written in a language.

    Examples
    --------
    >>> [day(datetime.date(2022, 5, 24), one) for one in LANGUAGES]
    ['24 May 2022', '24.05.2022.', '2022-05-24']
    """
    if language == "lv":
        return f"{date:%d.%m.%Y}."
    return (
        date.isoformat() if language == "lt" else f"{date.day} {MONTHS[date.month - 1]} {date.year}"
    )
