"""What several chapters share."""

from __future__ import annotations

from ..blocks import Note, Picture, Sentence, Words, in_language, missing
from ..study import Study

OPEN = "border open"


def maps(study: Study, say: Words, *kinds: str) -> list:
    """The maps of these kinds of results."""
    return [
        Picture(
            " · ".join(part for part in (one.title, one.subtitle) if part), one.file, one.legend
        )
        for one in study.maps.get(say.language, ())
        if any(kind.startswith(wanted) for kind in one.kinds for wanted in kinds)
    ]


def reasons(say: Words, source, rows=None, field: str = "reason_*") -> list:
    """Sentences of a table in the language of the page."""
    frame = source.frame if rows is None else rows
    column = in_language(frame, field, say.language)
    if column not in frame:
        return []
    return [Sentence(str(one), source) for one in frame[column] if not missing(one)]


def limits_of(tables, say: Words) -> list:
    """What a reader of these tables has to know, once."""
    found = sorted({limit for one in tables if one is not None for limit in one.limits})
    if not found:
        return []
    return [Note(f"{say('Limits of these figures')}: {'; '.join(map(say.phrase, found))}.")]
