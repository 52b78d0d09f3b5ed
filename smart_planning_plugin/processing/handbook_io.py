"""Between a study's GeoPackage and project, and the handbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pandas as pd
from qgis.core import QgsProject, QgsVectorLayer

from ..cartography import pictures
from ..cartography.files import held, tables_of
from ..cartography.identity import keyword, kind_of, scenario
from ..core.errors import EmptyLayerError, InvalidValueError, MissingFieldError, OutputPathError
from ..core.words import LANGUAGES
from ..handbook import office, pages
from ..handbook.blocks import Words
from ..handbook.chapters import chapters
from ..handbook.study import Map, Study, StudyTable
from .fields import python_value

MAPS = "maps"
LABELLED = ("service_type", "indicator")  # in tables that say what their codes are called
NAMES_FIELDS = ("code", "language", "nominative")
#: Results that are too long to read, and the one that ranks crossings by how vulnerable they are.
NOT_READ = (
    "buildroadnetwork.NODES", "traveltimematrix.OUTPUT", "interactionflows.FLOWS",
    "bordercrossings.OUTPUT",
)  # fmt: skip


class Handbook:
    """The handbook of a study; it writes itself into a folder.

    Parameters
    ----------
    given : namespace
        `study`, `project`, `languages`, `names`, `small_numbers`, `title`, `pdf`.
    run : Run
    """

    def __init__(self, given, run):
        self.given, self.run = given, run
        path = Path(given.study)
        if path.is_file():
            run.at_end.enter_context(held(path))
        self.tables = _tables(path, run)
        self.names = _names(given.names)

    def write(self, folder: Path) -> None:
        """All of it: pages, tables, text, and a PDF where Chromium is."""
        folder.mkdir(parents=True)
        run, languages = self.run, self.given.languages
        maps = _draw_maps(self.given.project, folder / MAPS, languages, run)
        study = Study(self.given.title, self.tables, maps)
        for number, language in enumerate(languages):
            run.progress(0.6 + 0.1 * number, f"Writing index.{language}.html")
            labels = self._labels(language)
            say = Words(language, self.names, self.given.small_numbers, labels)
            made = chapters(study, say)
            html = pages.page(study, made, say, languages, date.today())
            (folder / f"index.{language}.html").write_text(html, encoding="utf-8")
            if number == 0:
                plain = pages.page(study, made, say, languages, date.today(), "handbook_plain.html")
                office.write_document(folder / "handbook.odt", plain, folder)
        pages.write_plotly(folder)
        run.progress(0.9, "Writing tables.xlsx")
        office.write_tables(folder / "tables.xlsx", study, self.given.small_numbers)
        if self.given.pdf:
            self._print(folder, languages)

    def _labels(self, language: str) -> dict[str, str]:
        """What types of service and domains are called, where SERVICE_TYPES and DOMAINS say so."""
        found: dict[str, str] = {}
        named = f"label_{language}"
        frames = [one.frame for one in self.tables]
        sources = [(one, "domain", f"domain_{language}", "domain:") for one in frames]
        sources += [(one, code, named, "") for one in frames for code in LABELLED]
        sources.append((self.given.service_types, "type", named, ""))
        for frame, code, label, before in sources:
            if frame is not None and {code, label} <= set(frame):
                there = frame[frame[label].notna()].drop_duplicates(code)
                found.update(zip(before + there[code].astype(str), there[label]))
        return found

    def _print(self, folder: Path, languages: list[str]) -> None:
        if not office.chromium():
            self.run.say("No Chromium was found: the handbook has no PDF; print it from a browser.")
            return
        import tempfile

        with tempfile.TemporaryDirectory() as profile:
            for language in languages:
                self.run.progress(0.95, f"Printing handbook.{language}.pdf")
                page, pdf = folder / f"index.{language}.html", folder / f"handbook.{language}.pdf"
                if not office.print_page(page, pdf, Path(profile)):
                    self.run.warn(f"Chromium did not print {page.name}")


def _tables(path: Path, run) -> tuple[StudyTable, ...]:
    layers = tables_of(path) if path.exists() else []
    found = [_table(one) for one in layers if kind_of(one) not in NOT_READ]
    ours = [one for one in found if one.kind]
    if not ours:
        raise EmptyLayerError(
            f"STUDY: {path} holds no result of Smart Planning",
            "Give the GeoPackage that its algorithms wrote",
        )
    for one in ours:
        run.limits.update(one.limits)
    return tuple(found)


def _table(layer: QgsVectorLayer) -> StudyTable:
    names = layer.fields().names()
    rows = [[python_value(one) for one in feature.attributes()] for feature in layer.getFeatures()]
    frame = pd.DataFrame(rows, columns=names).drop(columns=["fid"], errors="ignore")
    return StudyTable(
        layer.name(),
        kind_of(layer),
        frame,
        tuple(one for one in scenario(layer) if one),
        tuple(keyword(layer, "limits")),
        tuple(keyword(layer, "inputs")),
    )


def _names(table: pd.DataFrame | None) -> pd.DataFrame | None:
    """NAMES as it is used, checked."""
    if table is None:
        return None
    for field in NAMES_FIELDS:
        if field not in table:
            raise MissingFieldError("the table has no such field", layer="NAMES", field=field)
    wrong = ~table["language"].isin(LANGUAGES)
    if wrong.any():
        raise InvalidValueError(
            f"language must be one of {', '.join(LANGUAGES)}",
            layer="NAMES",
            field="language",
            ids=table.loc[wrong, "language"],
        )
    return table[table["nominative"].notna()]


def _draw_maps(path: str, folder: Path, languages: list[str], run) -> dict[str, tuple[Map, ...]]:
    """The maps of the project as pictures, with legends in each language."""
    folder.mkdir()
    if not path:
        return {}
    project = QgsProject()
    if not project.read(path):
        raise EmptyLayerError(f"PROJECT: {path} cannot be opened", "Give a project (.qgz)")
    found: dict[str, list[Map]] = {one: [] for one in languages}
    shown = pictures.pages(project)
    for number, page in enumerate(shown):
        run.progress(0.5 * number / len(shown), f"Drawing {page.layout.name()}")
        file = f"map_{number + 1:02}.png"
        if not pictures.draw(project, page).save(str(folder / file)):
            raise OutputPathError(f"{file} cannot be written")
        for language in languages:
            title, subtitle = page.words(language)
            subtitle = subtitle.removeprefix(f"{project.title()} · ")
            signs = tuple(pictures.legend(page, language))
            made = Map(title, subtitle, f"{MAPS}/{file}", page.kinds, page.tables(), signs)
            found[language].append(made)
    project.clear()
    return {language: tuple(maps) for language, maps in found.items()}
