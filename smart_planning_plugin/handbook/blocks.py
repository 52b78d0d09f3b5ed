"""What chapters are made of: sentences, tables, charts and maps, each with its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

import pandas as pd

from ..core import words
from .findings.common import without_limits
from .study import StudyTable


class Words:
    """The words and numbers of one language; `say` them.

    Parameters
    ----------
    language : str
    names : DataFrame, optional
        `NAMES`: code, language, nominative, genitive, locative. Names are taken from it, never
        inflected here; one that stands in the data in another language is known by it, too.
    fewest : int
        Smaller numbers of people are hidden.
    labels : dict, optional
        Code -> what it is called, where a study says so: types of service, ``domain:`` and domains.
    """

    def __init__(
        self,
        language: str,
        names: pd.DataFrame | None = None,
        fewest: int = 20,
        labels: dict[str, str] | None = None,
    ):
        self.language, self.fewest, self._labels = language, fewest, labels or {}
        self._names: dict[str, str] = {}
        if names is not None:
            mine = names[names["language"] == language]
            by_code = dict(zip(mine["code"].astype(str), mine["nominative"]))
            known = names.drop_duplicates(["code", "nominative"])
            known = known.drop_duplicates("nominative", keep=False)  # of one code alone
            for code, name in zip(known["code"].astype(str), known["nominative"]):
                if code in by_code:
                    self._names[name] = by_code[code]
            self._names.update(by_code)
        # names of several words: a single one may be part of another name, or a word of a language
        several = sorted((one for one in self._names if " " in one), key=len, reverse=True)
        self._in_text = re.compile(rf"(?<!\w)({'|'.join(map(re.escape, several)) or '(?!)'})(?!\w)")

    def __call__(self, english: str, *values, **named) -> str:
        return words.text(english, self.language, *values, **named)

    def label(self, code) -> str:
        """What a code such as ``swimming_pool`` is called: by NAMES or the study, else in words."""
        if missing(code):
            return "–"
        plain = str(code)
        known = self._names.get(plain) or self._labels.get(plain)
        if known:
            return known
        spaced = plain.replace("_", " ")
        every = words.catalogue()
        english = next(
            (one for one in (plain, spaced, spaced.capitalize()) if one in every), spaced
        )
        said = self(english) if english in every else spaced
        return words.sentence(said)

    def told(self, sentence: str) -> str:
        """A sentence of a record, with the names of this language in it."""
        return words.sentence(self._in_text.sub(lambda found: self._names[found[0]], sentence))

    def phrase(self, english: str) -> str:
        """Words of a record: a scenario, a limit."""
        return words.phrase(english, self.language)

    def domain(self, code) -> str:
        """What a domain of specialisation is called; a theme may have the same code."""
        return self._labels.get(f"domain:{code}") or self.label(code)

    def domains(self, codes) -> str:
        """Several domains, divided by commas."""
        if missing(codes):
            return "–"
        return ", ".join(self.domain(one.strip()) for one in str(codes).split(","))

    def labels(self, codes) -> str:
        """Several codes, divided by commas or semicolons."""
        if missing(codes):
            return "–"
        parts = [one.strip() for one in str(codes).replace(";", ",").split(",")]
        return ", ".join(self.label(one) for one in parts if one)

    def names(self, found) -> str:
        """Several proper names, divided by commas or semicolons."""
        if missing(found):
            return "–"
        mark = "; " if ";" in str(found) else ", "
        return mark.join(self.name(one.strip()) for one in str(found).split(mark.strip()))

    def yes(self, value) -> str:
        """A mark that is 1 or 0."""
        return "–" if missing(value) else self("Yes") if float(value) else self("No")

    def date(self, value) -> str:
        """A reference date as the language writes it; a year alone stays as it is."""
        return "–" if missing(value) else words.when(value, self.language)

    def name(self, code) -> str:
        """A proper name: by NAMES where there, else as the data has it."""
        return "–" if missing(code) else self._names.get(str(code), str(code))

    def number(self, value, decimals: int = 0) -> str:
        return "–" if missing(value) else words.number(float(value), self.language, decimals)

    def figure(self, value) -> str:
        """A plain number, with a decimal only where it has any."""
        whole = missing(value) or float(value).is_integer()
        return self.number(value, 0 if whole else 1)

    def percent(self, share) -> str:
        return "–" if missing(share) else words.percent(float(share), self.language, 1)

    def range(self, band) -> str:
        """A band of minutes such as ``0-30``."""
        return "–" if missing(band) else str(band).replace("-", "–")

    def sources(self, money) -> str:
        """Sources of money as a plan has them: ``Interreg=96000; state=24000``."""
        if missing(money):
            return "–"
        parts = [one.partition("=") for one in str(money).split(";")]
        return "; ".join(
            f"{name.strip()}: {self.figure(amount)}" if words.VALUE.fullmatch(amount) else name
            for name, _, amount in parts
        )

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
    """Words with the table that they can be checked in, and what they are about."""

    text: str
    source: StudyTable | None = None
    about: str = ""


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
    kinds : list of str
        Of the columns: ``number`` (set to the right), ``date`` (not broken), or empty.
    folded : bool
        Opened by a click; in print it is open.
    """

    caption: str
    head: list[str]
    rows: list[list[str]]
    kinds: list[str]
    source: StudyTable | None = None
    left_out: int = 0
    folded: bool = False


@dataclass(frozen=True)
class Chart:
    """A numbered figure that can be looked into, and the table under it."""

    caption: str
    figure: dict
    table: Table


@dataclass(frozen=True)
class Picture:
    """A numbered map.

    Attributes
    ----------
    legend : tuple of (str, str)
        Picture of a sign (a ``data:`` address) and what it means.
    source : str
        Layers and scenario.
    """

    caption: str
    file: str
    legend: tuple = ()
    source: str = ""


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
        ``reason_*`` is the one in the language of the page; ``reason`` alone is English.
    label : str
        English; translated.
    show : str
        ``label`` (a code that the catalogue translates), ``name``, ``people``, ``percent`` (of a
        share), ``labels`` and ``names`` (several, with commas), ``domain``, ``domains``, ``yes``
        (a mark), ``date``, ``figure`` (a number with the decimals it has), ``range``, ``sources``
        (of money), or the number of decimals of a plain number: ``0``, ``1``, ``2``.
    """

    field: str
    label: str
    show: str = "name"

    def cell(self, value, say: Words) -> str:
        if self.show.isdigit():
            return say.number(value, int(self.show))
        return getattr(say, self.show)(value)

    @property
    def kind(self) -> str:
        if self.show.isdigit() or self.show in ("people", "percent", "figure"):
            return "number"
        return "date" if self.show == "date" else ""


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
    folded: bool = False,
) -> list:
    """A table of a study as a block, in a list; an empty list where there is nothing to show.

    Columns that the table does not have, or that are empty, are left out; of a long one the first
    rows stay, and the rest is counted: tables.xlsx has all of them.
    """
    if source is None:
        return []
    rows = source.frame if frame is None else frame
    if where is not None:
        rows = rows[where(rows)]
    columns = [replace(one, field=in_language(rows, one.field, say.language)) for one in columns]
    columns = [one for one in columns if one.field in rows and not empty(rows[one.field])]
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
            [one.kind for one in columns],
            source,
            max(len(shown) - most, 0),
            folded,
        )
    ]


def grid(
    say: Words, source: StudyTable, caption: str, corner: str, heads: list[str], rows: Iterable
) -> Table:
    """A table of numbers that are in words already: a row a name, a column a head."""
    shown = [[name, *values] for name, values in rows]
    kinds = ["", *["number"] * len(heads)]
    return Table(say(caption), [say(corner), *heads], shown, kinds, source)


def in_language(frame: pd.DataFrame, field: str, language: str) -> str:
    """The field in which a text stands in a language, for a name that ends in an asterisk."""
    if not field.endswith("_*"):
        return field
    stem = field[:-2]
    plain = language == "en" and f"{stem}_en" not in frame
    return stem if plain else f"{stem}_{language}"


def empty(column: pd.Series) -> bool:
    """Whether a column has nothing in any row."""
    return bool((column.isna() | (column.astype(str) == "")).all())


def told(say: Words, texts: Iterable, source: StudyTable | None = None) -> list:
    """Sentences of a record in the language of the page, with its names."""
    return [Sentence(say.told(str(one)), source) for one in texts if not missing(one)]


def findings(say: Words, source: StudyTable | None) -> list:
    """What an algorithm has found, as its summary has it; limits are told at a chapter's end."""
    column = f"finding_{say.language}"
    if source is None or column not in source.frame:
        return []
    found = []
    for row in source.frame.to_dict("records"):
        for one in told(say, [row[column]], source):
            text = without_limits(one.text, say.language)
            about, colon, rest = text.partition(": ") if "service_type" in row else ("", "", text)
            found.append(Sentence(words.sentence(rest), source, about if colon else ""))
    return found
