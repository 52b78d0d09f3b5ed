"""Tables as statistical offices give them, read from the bytes of the file.

QGIS guesses the types of a CSV, and loses leading zeros, decimal commas and signs for missing
values on the way; so the file itself is read. Understood are exports of PxWeb (CSP of Latvia),
OSP of Lithuania and Eurostat: a title above the header, notes below the rows, semicolons, commas
or tabs, UTF-8, UTF-16 or Windows-1257, and flags behind a number.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import DamagedFileError, EmptyLayerError, InvalidValueError

SEPARATORS = (";", "\t", ",", "|")
MISSING, SUPPRESSED = "missing", "suppressed"
#: Signs that stand for a number that is not there.
SIGNS = {
    **dict.fromkeys(["", "…", "...", "..", ".", ":", "na", "n/a", "nan", "null"], MISSING),
    **dict.fromkeys(["-", "–", "—", "−"], MISSING),
    **dict.fromkeys(["x", "●", "*", "c", "(c)", ":c", "…c"], SUPPRESSED),
}
#: Flags of Eurostat and OSP behind a number or a sign.
FLAGS = {"b": "break", "c": SUPPRESSED, "d": "definition differs", "e": "estimated",
         "p": "provisional", "r": "revised", "s": "estimated", "u": "unreliable",
         "n": "not significant", "i": "note"}  # fmt: skip
NUMBER = re.compile(r"^([+−-]?[\d.,'\s]*\d)\s*([a-z]{0,3})$", re.IGNORECASE)
SPACES = re.compile(r"[\s\u00a0\u202f']")


@dataclass(frozen=True)
class Export:
    """A table as it stands in a file: all cells are text.

    Attributes
    ----------
    table : DataFrame
    encoding, separator : str
    title : str
        What stands above the header.
    """

    table: pd.DataFrame
    encoding: str
    separator: str
    title: str = ""

    @property
    def comma(self) -> str:
        """What a comma before three digits means, where nothing else in the column tells."""
        return "decimal" if self.separator in (";", "\t") else "thousands"


def parse(content: bytes, layer: str = "") -> Export:
    """Read a file of a statistical office.

    Raises
    ------
    EmptyLayerError
        If there is no table with a header and two columns in it.
    InvalidValueError
        If a column stands twice.
    DamagedFileError
        If the file breaks off.
    """
    text, encoding = _decoded(content, layer)
    best: list[list[str]] = []
    chosen, width, most = ",", 0, 0
    for separator in SEPARATORS:
        lines = [
            one
            for one in csv.reader(io.StringIO(text), delimiter=separator)
            if any(cell.strip() for cell in one)
        ]
        usual, times = Counter(map(len, lines)).most_common(1)[0] if lines else (0, 0)
        # that by which most lines are alike: commas stand in titles, in names and in numbers, too
        if usual > 1 and times > most:
            best, chosen, width, most = lines, separator, usual, times
    at = next((row for row, one in enumerate(best) if _is_header(one, width)), None)
    if at is None:
        raise EmptyLayerError(
            "no table with a header and two columns is in this file",
            "Export it as CSV with semicolons, commas or tabs",
            layer=layer,
        )
    names = [one.strip() for one in best[at]]
    twice = sorted(name for name, count in Counter(names).items() if count > 1 and name)
    if twice:
        raise InvalidValueError("columns stand twice", "Rename them", layer=layer, ids=twice)
    names = [name or f"column_{number + 1}" for number, name in enumerate(names)]
    rows = [[cell.strip() for cell in one] for one in best[at + 1 :] if len(one) == width]
    title = " ".join(cell.strip() for one in best[:at] for cell in one if cell.strip())
    return Export(pd.DataFrame(rows, columns=names, dtype=object), encoding, chosen, title)


def _decoded(content: bytes, layer: str) -> tuple[str, str]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16"), "utf-16"
        except UnicodeDecodeError as error:
            raise DamagedFileError(
                "the file ends within a letter, or is no text", "Export it again", layer=layer
            ) from error
    for encoding in ("utf-8-sig", "cp1257"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    return content.decode("iso8859_13"), "iso8859_13"  # in which every byte is a letter


def _is_header(cells: list[str], width: int) -> bool:
    """As wide as the table; a title has its first cell filled only."""
    return len(cells) == width and sum(bool(one.strip()) for one in cells) > 1


def numbers(values, comma: str = "", layer: str = "", field: str = ""):
    """Numbers of cells, and what is said beside them.

    Parameters
    ----------
    values : sequence
        Text as it was written, or numbers.
    comma : str
        What a comma before three digits means where the column does not tell: ``decimal``,
        ``thousands``; empty refuses such a column.

    Returns
    -------
    number : (n,) float array
        NaN where there is none.
    flag : (n,) object array
        ``missing``, ``suppressed``, a flag such as ``break``, or empty.

    Raises
    ------
    InvalidValueError
        If a cell is neither a number nor a sign for a missing one.

    Examples
    --------
    >>> numbers(["1 234,5", "…", "12 b", ": c"])
    (array([1234.5,    nan,   12. ,    nan]), array(['', 'missing', 'break', 'suppressed'], dtype=object))
    """  # noqa: E501
    cells = pd.Series(list(values), dtype=object)
    is_text = np.array([isinstance(one, str) for one in cells], dtype=bool)
    number = pd.to_numeric(cells.where(~is_text), errors="coerce").to_numpy(float)
    number = np.array(number)  # pandas may give a view that must not be written
    flag = np.where(np.isnan(number), MISSING, "").astype(object)
    written = cells[is_text]
    decimal = _decimal_sign(written.unique(), comma, layer, field)
    known = {one: _read(one, decimal) for one in written.unique()}
    wrong = [one for one, found in known.items() if found is None]
    if wrong:
        raise InvalidValueError("these values are not numbers", layer=layer, field=field, ids=wrong)
    number[is_text] = [known[one][0] for one in written]
    flag[is_text] = [known[one][1] for one in written]
    endless = np.isinf(number)
    if endless.any():
        raise InvalidValueError(
            "infinite values", "Mend the data; missing values may be empty",
            layer=layer, field=field, ids=[f"row {row + 1}" for row in np.flatnonzero(endless)],
        )  # fmt: skip
    return number, flag


def _read(cell: str, decimal: str):
    """Number and flag of a cell; None where it is no number."""
    plain = cell.strip().strip('"').strip()
    sign = re.sub(r"\s", "", plain).casefold()
    if sign in SIGNS:
        return np.nan, SIGNS[sign]
    if sign[:1] in ":…" and sign[1:] in FLAGS:
        return np.nan, SUPPRESSED if sign[1:] == "c" else MISSING
    found = NUMBER.match(plain)
    if not found or any(one not in FLAGS for one in found[2].casefold()):
        return None
    digits = SPACES.sub("", found[1]).replace("−", "-")
    other = "," if decimal == "." else "."
    digits = digits.replace(other, "").replace(decimal, ".")
    flags = [FLAGS[one] for one in found[2].casefold()]
    if digits.count(".") > 1:
        return None
    return (np.nan if SUPPRESSED in flags else float(digits)), "; ".join(flags)


def _decimal_sign(cells, comma: str, layer: str, field: str) -> str:
    """The decimal sign of a column, as its cells show it."""
    commas, dots, unclear = False, False, []
    for one in cells:
        found = NUMBER.match(one.strip())
        if not found:
            continue
        digits = SPACES.sub("", found[1])
        last = max(digits.rfind(","), digits.rfind("."))
        if last < 0:
            continue
        sign, after = digits[last], len(digits) - last - 1
        both = "," in digits and "." in digits
        thousands = after == 3 and not both and not digits.lstrip("+-−").startswith("0")
        if digits.count(sign) > 1:  # 1.234.567
            commas, dots = commas or sign == ".", dots or sign == ","
        elif sign == "," and thousands:
            unclear.append(one)
        elif sign == ",":
            commas = True
        elif both or not thousands:
            dots = True
    if commas and dots:
        raise InvalidValueError(
            "both commas and dots are used for decimals", "Use one", layer=layer, field=field
        )
    if unclear and not commas and not dots:
        if not comma:
            raise InvalidValueError(
                "a comma may mean thousands or decimals here",
                "Give the file as it was exported, or write the numbers without commas",
                layer=layer,
                field=field,
                ids=unclear,
            )
        return "," if comma == "decimal" else "."
    return "," if commas else "."
