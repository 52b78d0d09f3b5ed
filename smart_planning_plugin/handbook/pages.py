"""The handbook as pages: one for each language, offline, and a plain one for word processors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..core.words import LANGUAGES, day
from .blocks import Chapter, Chart, Heading, Note, Picture, Sentence, Table, Words
from .report import environment
from .study import Study, StudyTable

PLOTLY = "assets/plotly.js"
NAMES_OF_LANGUAGES = {"en": "English", "lv": "Latviešu", "lt": "Lietuvių"}


@dataclass(frozen=True)
class Numbered:
    """A block with its number and the name of its template."""

    kind: str
    block: object
    number: int = 0


def numbered(chapters: list[Chapter]) -> list[tuple[Chapter, list[Numbered]]]:
    """Figures and tables numbered through all chapters; a chart's own table has no number."""
    figures = tables = 0
    found = []
    for chapter in chapters:
        blocks = []
        for one in chapter.blocks:
            kind = type(one).__name__.lower()
            if isinstance(one, (Chart, Picture)):
                figures += 1
                blocks.append(Numbered(kind, one, figures))
            elif isinstance(one, Table):
                tables += 1
                blocks.append(Numbered(kind, one, tables))
            elif isinstance(one, (Heading, Note, Sentence)):
                blocks.append(Numbered(kind, one))
        found.append((chapter, blocks))
    return found


def page(
    study: Study,
    chapters: list[Chapter],
    say: Words,
    languages: list[str],
    made: date,
    template: str = "handbook.html",
) -> str:
    """One language's page as text."""

    def source(table: StudyTable | None) -> str:
        if table is None:
            return ""
        parts = [
            f"{say('Layer')}: {table.name}",
            *(say.phrase(one) for one in table.scenario if one),
        ]
        return " · ".join(parts)

    parts = numbered(chapters)
    return (
        environment()
        .get_template(template)
        .render(
            say=say,
            study=study,
            parts=parts,
            source=source,
            widths=widths,
            languages=[(one, NAMES_OF_LANGUAGES[one]) for one in LANGUAGES if one in languages],
            made=day(made, say.language),
            plotly=PLOTLY
            if any(one.kind == "chart" for _, blocks in parts for one in blocks)
            else "",
        )
    )


def widths(table: Table) -> list[int]:
    """Widths of columns in per cent: room for the longest word, and for text where it is."""
    wanted = []
    for head, *cells in zip(table.head, *table.rows):
        words = [len(word) + 2 for one in (head, *cells) for word in str(one).split()]
        wanted.append(max([*words, min(max((len(str(one)) for one in cells), default=1), 40)]))
    return [round(100 * one / sum(wanted)) for one in wanted]


def write_plotly(folder: Path) -> None:
    """The library that draws the charts, beside the pages, so that they work offline."""
    from plotly.offline import get_plotlyjs

    (folder / PLOTLY).parent.mkdir(exist_ok=True)
    (folder / PLOTLY).write_text(get_plotlyjs(), encoding="utf-8")
