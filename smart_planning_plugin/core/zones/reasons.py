"""Reasons in words, each in the three languages side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pandas as pd

from .. import words
from ..words import LANGUAGES, text

FIELDS = {"en": "reason", "lv": "reason_lv", "lt": "reason_lt"}
#: A sentence, and its gaps: a value, or what makes one of a language (a number, a list).
Said = tuple[str, dict]


def say(english: str, **gaps) -> Said:
    """A sentence to be told in each language."""
    return english, gaps


def whole(value: float) -> Callable[[str], str]:
    """A number without decimals, as each language writes it."""
    return lambda language: words.number(value, language)


def percent(value: float) -> Callable[[str], str]:
    """A share, as each language writes it; small ones with a decimal."""
    return lambda language: words.percent(value, language)


def people(value: float) -> Callable[[str], str]:
    """A number of people, as it may be shown in each language."""
    return lambda language: words.people(value, language)


def listed(codes: Iterable[str]) -> Callable[[str], str]:
    """Words of the catalogue, each translated, with commas between them."""
    known = list(codes)
    return lambda language: ", ".join(text(one, language) for one in known)


def told(said: list[Said], language: str) -> str:
    """Sentences in one language."""
    parts = []
    for english, gaps in said:
        filled = {name: gap(language) if callable(gap) else gap for name, gap in gaps.items()}
        parts.append(text(english, language, **filled))
    return " ".join(parts)


def reason_fields(rows: list[list[Said]]) -> pd.DataFrame:
    """A row of reasons in each language for each list of sentences."""
    return pd.DataFrame(
        {FIELDS[one]: [told(said, one) for said in rows] for one in LANGUAGES}, dtype=object
    )
