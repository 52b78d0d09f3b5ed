"""A study as the handbook reads it: its tables, and what each says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

import pandas as pd

COUNTED = re.compile(r" for (\d+) of \d+ places$")


@dataclass(frozen=True)
class StudyTable:
    """One layer or table of a study.

    Attributes
    ----------
    name : str
        Of the table in the GeoPackage.
    kind : str
        ``<algorithm>.<OUTPUT>``; empty for a table that no algorithm of ours made.
    frame : DataFrame
        Attributes, without geometry.
    scenario, limits, inputs : tuple of str
    """

    name: str
    kind: str
    frame: pd.DataFrame
    scenario: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()

    @property
    def border(self) -> str:
        """``border open``, ``border closed`` …; empty where no border was in question."""
        return self.scenario[0] if self.scenario else ""


@dataclass(frozen=True)
class Map:
    """A map of the project, drawn for the handbook.

    Attributes
    ----------
    title, subtitle : str
        What it is called; scenario and values that it holds for.
    file : str
        Relative to the handbook's folder.
    kinds : tuple of str
        What it shows, as `StudyTable.kind`.
    tables : tuple of str
        Names of the tables it is drawn from.
    legend : tuple of (str, str)
        Picture of a sign (a ``data:`` address) and what it means.
    """

    title: str
    subtitle: str
    file: str
    kinds: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    legend: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Study:
    """All tables of a study, and the maps of its project by language."""

    title: str
    tables: tuple[StudyTable, ...]
    maps: dict[str, tuple[Map, ...]] = field(default_factory=dict)

    def of(self, kind: str, border: str = "") -> StudyTable | None:
        """The first table of a kind with rows, under a border where one is named."""
        return next(
            (
                one
                for one in self.tables
                if one.kind == kind and len(one.frame) and border in ("", one.border)
            ),
            None,
        )

    @property
    def limits(self) -> list[str]:
        """What a reader of any of its figures has to know."""
        return limits_of(self.tables)

    @property
    def schematic(self) -> bool:
        """Whether the figures are those of the sample region."""
        return "schematic" in self.limits


def limits_of(tables: Iterable[StudyTable | None]) -> list[str]:
    """What a reader of these tables has to know, each once; of one that counts places the worst."""
    found = {limit for one in tables if one is not None for limit in one.limits}
    worst: dict[str, tuple[int, str]] = {}
    for limit in found:
        counted = COUNTED.search(limit)
        key = COUNTED.sub("", limit)
        worst[key] = max(worst.get(key, (-1, "")), (int(counted[1]) if counted else 0, limit))
    return sorted(limit for _, limit in worst.values())
