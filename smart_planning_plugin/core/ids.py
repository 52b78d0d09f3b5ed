"""Ids and words as text, whatever type a layer or a table keeps them in."""

from __future__ import annotations

import re
import unicodedata


def text_id(value) -> str:
    """An id as text: 7 and 7.0 are the same, leading zeros stay.

    Examples
    --------
    >>> text_id(7.0), text_id("007"), text_id(7.5)
    ('7', '007', '7.5')
    """
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def slug(name: str) -> str:
    """A name as ASCII letters, digits and underscores, for fields and keys; the case stays.

    A letter of another script is called what Unicode calls it, so that names differ which do.

    Examples
    --------
    >>> slug("Kultūras nams"), slug("Łódź"), slug("баня"), slug("水"), slug("?")
    ('Kulturas_nams', 'Lodz', 'beaenya', '6c34', 'x')
    """
    plain = "".join(map(_ascii, unicodedata.normalize("NFKD", name)))
    return re.sub(r"[^A-Za-z0-9]+", "_", plain).strip("_") or "x"


def _ascii(sign: str) -> str:
    kind = unicodedata.category(sign)
    if sign.isascii() or kind[0] == "M":  # an accent, taken off its letter
        return sign if sign.isascii() else ""
    if kind[0] not in "LN" and kind != "So":
        return " "
    called = unicodedata.name(sign, "").partition(" WITH ")[0]
    word = re.split("[ -]", called)[-1]
    return word if "CAPITAL" in called else word.lower()


def as_text(column):
    """A column of a table (a pandas Series) as texts, empty where there is none."""
    return column.astype(object).where(column.notna(), "").astype(str)
