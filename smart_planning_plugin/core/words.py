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
MINUS = "\N{MINUS SIGN}"


@lru_cache(maxsize=1)
def catalogue() -> dict[str, dict[str, str]]:
    """English text -> language -> text, of all files."""
    found = {}
    for path in sorted(TEXTS.glob("*.csv")):
        with open(path, encoding="utf-8", newline="") as stream:
            found.update({row["en"]: row for row in csv.DictReader(stream)})
    return found


CODE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)+")


def text(english: str, language: str, *values, **named) -> str:
    """A text in a language, its gaps filled; what has no translation stays as it is.

    A sentence that begins with a gap begins with a capital all the same, and of a code such as
    ``on_track`` that has no translation the words are shown.

    Examples
    --------
    >>> text("threshold {} min", "lt", 30)
    'slenkstinė vertė 30 min'
    >>> text("on_track", "en")
    'on track'
    """
    found = catalogue().get(english, {}).get(language) or english
    if found == english and CODE.fullmatch(english):
        found = english.replace("_", " ")
    filled = found.format(*values, **named) if values or named else found
    return sentence(filled) if english[:1] == "{" and english[-1:] == "." else filled


def sentence(words: str) -> str:
    """Words with a capital at their beginning.

    Examples
    --------
    >>> sentence("population grew.")
    'Population grew.'
    """
    return words[:1].upper() + words[1:]


VALUE = re.compile(r"\d{4}-\d\d-\d\d|\d+(?:\.\d+)?")


def phrase(english: str, language: str) -> str:
    """Words of a record (a scenario, a limit) in a language: whole, part by part, or as a pattern.

    Numbers and dates are gaps of the pattern; what has no translation stays as it is.

    Examples
    --------
    >>> phrase("border open, border closed", "lv")
    'robeža atvērta, robeža slēgta'
    >>> phrase("willingness at present 0.2", "lt")
    'noras dabar 0,2'
    >>> phrase("services closed: POOL-1", "lt")
    'paslaugos uždarytos: POOL-1'
    """
    every = catalogue()
    if english in every:
        return text(english, language)
    pattern = VALUE.sub("{}", english)
    if pattern in every:
        return text(pattern, language, *(_value(one, language) for one in VALUE.findall(english)))
    for mark in ("; ", ", ", ": "):
        parts = english.split(mark)
        if len(parts) > 1:
            return mark.join(phrase(one, language) for one in parts)
    return text(english, language)


def _value(found: str, language: str) -> str:
    """A number or a date of a record as the language writes it."""
    if "-" in found:
        return day(datetime.date.fromisoformat(found), language)
    return found if language == "en" else found.replace(".", ",")


def number(value: float, language: str, decimals: int = 0) -> str:
    """A number with the separators of a language, and a minus that is one.

    Examples
    --------
    >>> number(15057.25, "en", 1), number(15057.25, "lt", 1).replace(NO_BREAK, "_")
    ('15,057.2', '15_057,2')
    >>> number(-2.5, "lv", 1), number(-0.01, "en", 1)
    ('−2,5', '0.0')
    """
    shown = f"{value:,.{decimals}f}"
    shown = shown.replace("-", MINUS if shown.strip("-0.,") else "")  # there is no minus nothing
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


def percent(share: float, language: str, decimals: int | None = None) -> str:
    """A share as a percentage; a small one with a decimal, and never nothing that is something.

    Examples
    --------
    >>> percent(0.42, "en"), percent(0.034, "en"), percent(0.0001, "en")
    ('42 %', '3.4 %', 'less than 0.1 %')
    """
    if decimals is None:
        decimals = 1 if 0 < share < 0.1 else 0
    least = 10.0**-decimals
    if 0 < 100 * share < least / 2:
        return text("less than {}", language, f"{number(least, language, decimals)} %")
    return f"{number(100 * share, language, decimals)} %"


def when(date, language: str) -> str:
    """A reference date: a day as the language writes it; a year, or other words, as they are.

    Examples
    --------
    >>> when("2021-01-01", "lv"), when("2008", "lv"), when(2017.0, "en")
    ('01.01.2021.', '2008', '2017')
    """
    try:
        return day(datetime.date.fromisoformat(str(date)[:10]), language)
    except ValueError:
        return str(date).removesuffix(".0")


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
