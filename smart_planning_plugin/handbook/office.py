"""The handbook for office programs: all tables as XLSX, the text as ODT, a PDF through Chromium."""

from __future__ import annotations

import html
import re
import shutil
import zipfile
from pathlib import Path

import pandas as pd

from ..core.disclosure import ROUND_TO
from ..core.errors import OutputPathError
from .study import Study, StudyTable

LONGEST_SHEET_NAME = 31
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
#: Columns that count people: of every table, and of those of one algorithm alone.
PEOPLE = re.compile(
    r"(people|population|residents|nearest_population|service_people|pop_\d|documented_p|"
    r"documented_users|load|overflow|cut_off_population|largest_population)"
)
PEOPLE_OF = {
    "sharedserviceareas": re.compile(r"(potential|sooner|abroad_only|change$)"),
    "serviceinventory": re.compile(r"(demand_(?!field)|within(?!_pct)|across(?!_types))"),
    "transportperformance": re.compile(r"(accessible|proximity)"),
}
WIDEST, TALLEST = 620, 640  # of a map in the text, in pixels of 96 to the inch
#: Qt writes widths of columns in per cent, of tables wrongly in points: no word processor reads it.
TABLE_CM = 17
COLUMN, WHOLE = re.compile('column-width="([0-9.]+)%"'), 'style:width="100pt"'
PARAGRAPH = re.compile("<text:p([^>]*)>(.*?)</text:p>", re.DOTALL)
MOST_SHEET_ROWS = 100_000
IMAGE = 2  # of QTextDocument.ResourceType; Qt 5 and 6 both want the number


def write_tables(path: Path, study: Study, fewest: int) -> None:
    """All tables of the study, a sheet each, with a first sheet that says what they are.

    Columns of people are rounded, and small numbers of them left empty, as in the text.
    """
    from osgeo import ogr

    book = ogr.GetDriverByName("XLSX").CreateDataSource(str(path))
    if book is None:
        raise OutputPathError(f"{path.name} cannot be written")
    tables = [one for one in study.tables if len(one.frame)]
    names = _sheet_names([one.name for one in tables])
    index = pd.DataFrame(
        {
            "sheet": names,
            "made_by": [one.kind for one in tables],
            "scenario": ["; ".join(one.scenario) for one in tables],
            "limits": ["; ".join(one.limits) for one in tables],
            "inputs": ["; ".join(one.inputs) for one in tables],
        }
    )
    _sheet(ogr, book, "contents", index)
    for name, one in zip(names, tables):
        _sheet(ogr, book, name, _disclosed(one, fewest))
    book.Destroy()


def counts_people(kind: str, column: str) -> bool:
    """Whether a column of a kind of table holds numbers of people."""
    more = PEOPLE_OF.get(kind.partition(".")[0])
    return bool(PEOPLE.match(column) or (more is not None and more.match(column)))


def _disclosed(table: StudyTable, fewest: int) -> pd.DataFrame:
    shown = table.frame.head(MOST_SHEET_ROWS).copy()
    for column in shown:
        if counts_people(table.kind, str(column)) and pd.api.types.is_numeric_dtype(shown[column]):
            count = shown[column].astype(float)
            rounded = (count / ROUND_TO).round() * ROUND_TO
            shown[column] = rounded.mask((count.abs() > 0) & (count.abs() < fewest))
    return shown


def _sheet_names(names: list[str]) -> list[str]:
    found: list[str] = []
    for name in names:
        short, number = name[:LONGEST_SHEET_NAME], 2
        while short in found or short == "contents":
            short = f"{name[: LONGEST_SHEET_NAME - 3]}_{number}"
            number += 1
        found.append(short)
    return found


def _sheet(ogr, book, name: str, frame: pd.DataFrame) -> None:
    sheet = book.CreateLayer(name)
    numeric = {one: pd.api.types.is_numeric_dtype(frame[one]) for one in frame}
    for column, is_number in numeric.items():
        sheet.CreateField(ogr.FieldDefn(str(column), ogr.OFTReal if is_number else ogr.OFTString))
    definition = sheet.GetLayerDefn()
    for row in frame.itertuples(index=False):
        feature = ogr.Feature(definition)
        for at, (value, is_number) in enumerate(zip(row, numeric.values())):
            if not pd.isna(value):
                feature.SetField(at, float(value) if is_number else str(value))
        sheet.CreateFeature(feature)


def write_document(path: Path, page: str, folder: Path) -> None:
    """A text for a word processor, with the maps in it, its headings known as such."""
    from qgis.PyQt.QtCore import QUrl
    from qgis.PyQt.QtGui import QFont, QImage, QTextDocument, QTextDocumentWriter

    document = QTextDocument()
    document.setDefaultFont(QFont("Open Sans", 10))
    for picture in sorted((folder / "maps").glob("*.png")):
        name = f"maps/{picture.name}"
        image = QImage(str(picture))
        document.addResource(IMAGE, QUrl(name), image)
        wide = min(WIDEST, TALLEST * image.width() / image.height())
        size = f'width="{wide:.0f}" height="{wide * image.height() / image.width():.0f}"'
        page = page.replace(f'<img src="{name}">', f'<img src="{name}" {size}>')
    document.setHtml(page)
    writer = QTextDocumentWriter(str(path), b"ODF")
    if not writer.write(document):
        raise OutputPathError(f"{path.name} cannot be written")
    found = re.findall(r"<h([123])[^>]*>(.*?)</h\1>", page)
    _mend(path, {html.unescape(words).strip(): level for level, words in found})


def _mend(path: Path, levels: dict[str, str]) -> None:
    """Make headings of the paragraphs that Qt has written for them, and widths that are read."""
    with zipfile.ZipFile(path) as document:
        parts = [(one, document.read(one)) for one in document.infolist()]

    def marked(found) -> str:
        words = html.unescape(re.sub("<[^>]+>", "", found[2])).strip()
        if words not in levels:
            return found[0]
        start = f'<text:h text:outline-level="{levels[words]}"'
        return f"{start}{found[1]}>{found[2]}</text:h>"

    def in_cm(found) -> str:
        return f'column-width="{TABLE_CM * float(found[1]) / 100:.2f}cm"'

    with zipfile.ZipFile(path, "w") as document:
        for one, data in parts:
            if one.filename == "content.xml":
                pieces = re.split(
                    "(<table:table .*?</table:table>)", data.decode(), flags=re.DOTALL
                )
                pieces[::2] = [PARAGRAPH.sub(marked, each) for each in pieces[::2]]
                text = "".join(pieces).replace(WHOLE, f'style:width="{TABLE_CM}cm"')
                data = COLUMN.sub(in_cm, text).encode()
            document.writestr(one, data)


def chromium() -> str:
    """The program that prints pages, empty where there is none."""
    return next((found for one in CHROMIUM if (found := shutil.which(one))), "")


def print_page(page: Path, pdf: Path, profile: Path) -> bool:
    """Print a page with Chromium; False where that failed."""
    from qgis.PyQt.QtCore import QProcess

    process = QProcess()
    process.start(
        chromium(),
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
            "--disable-background-networking", "--disable-component-update", "--disable-quic",
            "--no-pdf-header-footer", "--virtual-time-budget=8000",
            f"--user-data-dir={profile}", f"--print-to-pdf={pdf}", page.resolve().as_uri(),
        ],
    )  # fmt: skip
    if not process.waitForFinished(90_000):
        process.kill()
        process.waitForFinished(5_000)
    return pdf.exists()
