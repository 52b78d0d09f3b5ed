"""Ids as text, whatever type a layer or a table keeps them in."""

from __future__ import annotations


def text_id(value) -> str:
    """An id as text: 7 and 7.0 are the same, leading zeros stay.

    Examples
    --------
    >>> text_id(7.0), text_id("007"), text_id(7.5)
    ('7', '007', '7.5')
    """
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
