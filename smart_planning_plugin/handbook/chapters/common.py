"""What several chapters share."""

from __future__ import annotations

from ..blocks import Note, Picture, Words
from ..study import Study


def maps(study: Study, say: Words, *kinds: str, most: int = 4) -> list:
    """The maps that show one of these kinds of results."""
    mine = [
        one
        for one in study.maps.get(say.language, ())
        if any(kind.startswith(wanted) for kind in one.kinds for wanted in kinds)
    ]
    return [Picture(f"{one.title}. {one.subtitle}", one.file) for one in mine[:most]]


def limits_of(tables, say: Words) -> list:
    """What a reader of these tables has to know, once."""
    found = sorted({limit for one in tables if one is not None for limit in one.limits})
    if not found:
        return []
    return [Note(f"{say('Limits of these figures')}: {'; '.join(map(say, found))}.")]
