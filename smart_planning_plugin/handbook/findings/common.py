"""What all findings share: the languages of a summary, and the limits of a figure."""

from __future__ import annotations

from collections.abc import Callable

from ...core.words import LANGUAGES, text


def in_languages(sentences: Callable[[str], list[str]]) -> dict[str, str]:
    """Columns ``finding_en``, ``finding_lv``, ``finding_lt`` of a summary.

    Parameters
    ----------
    sentences : callable
        Takes a language, gives sentences.
    """
    return {f"finding_{one}": " ".join(sentences(one)) for one in LANGUAGES}


def limits_sentence(limits, language: str) -> str:
    """What a reader of a figure has to know; empty where nothing is.

    Examples
    --------
    >>> limits_sentence({"schematic", "by car"}, "en")
    'Limits of these figures: by car; schematic.'
    """
    named = "; ".join(text(one, language) for one in sorted(limits))
    return f"{text('Limits of these figures', language)}: {named}." if named else ""
