"""What several chapters share."""

from __future__ import annotations

from .. import study
from ..blocks import Note, Picture, Words, in_language, told
from ..findings.common import limits_sentence
from ..study import Study

OPEN = "border open"


def maps(study: Study, say: Words, *kinds: str) -> list:
    """The maps of these kinds of results."""
    return [
        Picture(
            one.title,
            one.file,
            one.legend,
            " · ".join(filter(None, [f"{say('Layer')}: {', '.join(one.tables)}", one.subtitle])),
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
    return told(say, frame[column], source)


def limits_of(tables, say: Words) -> list:
    """What a reader of these tables has to know, once."""
    found = limits_sentence(study.limits_of(tables), say.language)
    return [Note(found)] if found else []
