"""The words of maps and legends in three languages, and numbers as they are written there."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

from ..core.disclosure import FEWEST, disclosed

TEXTS = Path(__file__).parent / "texts.csv"
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
