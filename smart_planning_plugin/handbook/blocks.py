"""What chapters are made of: sentences, tables, charts and maps, each with its source."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pandas as pd

from ..core import words
from .study import StudyTable


class Words:
    """The words and numbers of one language; `say` them.

    Parameters
    ----------
    language : str
    names : DataFrame, optional
        `NAMES`: code, language, nominative, genitive, locative. Names are taken from it, never
        inflected here.
    fewest : int
        Smaller numbers of people are hidden.
    """

    def __init__(self, language: str, names: pd.DataFrame | None = None, fewest: int = 20):
        self.language, self.fewest = language, fewest
        self._names: dict[str, str] = {}
        if names is not None:
            mine = names[names["language"] == language]
            self._names = dict(zip(mine["code"].astype(str), mine["nominative"]))

    def __call__(self, english: str, *values, **named) -> str:
        return words.text(english, self.language, *values, **named)

    def label(self, code) -> str:
        """What a code such as ``swimming_pool`` is called: by NAMES, else by the catalogue."""
        if missing(code):
            return "–"
        plain = str(code)
        return self._names.get(plain) or self(plain.replace("_", " ").capitalize())

    def name(self, code) -> str:
        """A proper name: by NAMES where there, else as the data has it."""
        return "–" if missing(code) else self._names.get(str(code), str(code))

    def number(self, value, decimals: int = 0) -> str:
        return "–" if missing(value) else words.number(float(value), self.language, decimals)

    def percent(self, share) -> str:
        return "–" if missing(share) else f"{self.number(100 * float(share), 1)} %"

    def people(self, count) -> str:
        """A number of people as it may be shown."""
        if missing(count):
            return "–"
        if 0 < float(count) < self.fewest:
            return self("fewer than {}", self.fewest)
        return words.people(float(count), self.language)


def missing(value) -> bool:
    """Whether there is nothing to be said."""
    return value is None or value == "" or bool(pd.isna(value))


@dataclass(frozen=True)
class Heading:
    """A heading within a chapter."""

    text: str


@dataclass(frozen=True)
class Sentence:
    """Words with the table that they can be checked in."""

    text: str
    source: StudyTable | None = None


@dataclass(frozen=True)
class Note:
    """What a reader has to know."""

    text: str


@dataclass(frozen=True)
class Table:
    """A numbered table.

    Attributes
    ----------
    head : list of str
    rows : list of lists of str
    numeric : list of bool
        Which columns are set to the right.
    """

    caption: str
    head: list[str]
    rows: list[list[str]]
    numeric: list[bool]
    source: StudyTable | None = None
    left_out: int = 0


@dataclass(frozen=True)
class Chart:
    """A numbered figure that can be looked into, and the table under it."""

    caption: str
    figure: dict
    table: Table


@dataclass(frozen=True)
class Picture:
    """A numbered map."""

    caption: str
    file: str


@dataclass(frozen=True)
class Chapter:
    """A chapter; its `slug` is the same in all languages."""

    slug: str
    title: str
    blocks: list = field(default_factory=list)


@dataclass(frozen=True)
class Column:
    """How a field of a study's table is shown.

    Attributes
    ----------
    field : str
    label : str
        English; translated.
    show : str
        ``label`` (a code that the catalogue translates), ``name``, ``people``, ``percent`` (of a
        share), or the number of decimals of a plain number: ``0``, ``1``, ``2``.
    """

    field: str
    label: str
    show: str = "name"

    def cell(self, value, say: Words) -> str:
        if self.show.isdigit():
            return say.number(value, int(self.show))
        return getattr(say, self.show)(value)

    @property
    def numeric(self) -> bool:
        return self.show not in ("label", "name")


MOST_ROWS = 25


def table(
    say: Words,
    source: StudyTable | None,
    caption: str,
    columns: list[Column],
    *,
    frame: pd.DataFrame | None = None,
    sort: list[str] | None = None,
    rising: bool = False,
    where: Callable[[pd.DataFrame], pd.Series] | None = None,
    most: int = MOST_ROWS,
) -> list:
    """A table of a study as a block, in a list; an empty list where there is nothing to show.

    Columns that the table does not have are left out; of a long one the first rows stay, and the
    rest is counted: tables.xlsx has all of them.
    """
    if source is None:
        return []
    rows = source.frame if frame is None else frame
    if where is not None:
        rows = rows[where(rows)]
    columns = [one for one in columns if one.field in rows]
    if not len(rows) or not columns:
        return []
    if sort:
        by = [one for one in sort if one in rows]
        rows = rows.sort_values(by, ascending=rising, kind="stable") if by else rows
    shown = [[one.cell(row[one.field], say) for one in columns] for row in rows.to_dict("records")]
    return [
        Table(
            say(caption),
            [say(one.label) for one in columns],
            shown[:most],
            [one.numeric for one in columns],
            source,
            max(len(shown) - most, 0),
        )
    ]


def findings(say: Words, source: StudyTable | None) -> list:
    """Sentences that an algorithm has written into its summary, each once."""
    column = f"finding_{say.language}"
    if source is None or column not in source.frame:
        return []
    told = [one for one in source.frame[column].dropna().unique() if str(one).strip()]
    return [Sentence(str(one), source) for one in told]
