"""What all findings share: the languages of a summary, and the limits of a figure."""

from __future__ import annotations

import re
from collections.abc import Callable

from ...core.services.inputs import AGREEMENT, FREE_CHOICE, NOT_SHAREABLE
from ...core.words import LANGUAGES, number, text


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
    named = "; ".join(_limit(one, language) for one in sorted(limits))
    return f"{text('Limits of these figures', language)}: {named}." if named else ""


def _limit(limit: str, language: str) -> str:
    counted = re.fullmatch(r"(.+) for (\d+) of (\d+) places", limit)
    if not counted:
        return text(limit, language)
    what, some, every = counted.groups()
    return text(
        "{what} (places: {some} of {every})",
        language,
        what=text(what, language),
        some=number(int(some), language),
        every=number(int(every), language),
    )


def scenario_words(scenario: str, language: str) -> str:
    """The scenario of a run in a language; ids of services stay as they are.

    Examples
    --------
    >>> scenario_words("border delay (15 min); by car; services closed: POOL-1", "en")
    'border delay (15 min), by car, services closed: POOL-1'
    """
    parts = re.split(r"; |, (?=border )", scenario)  # several states of the border, side by side
    return ", ".join(_part(one, language) for one in parts if one)


def _part(part: str, language: str) -> str:
    delay = re.fullmatch(r"border delay \((.+)\)", part)
    if delay:
        return text("border delay ({})", language, text(delay[1], language))
    head, colon, rest = part.partition(": ")
    return f"{text(head, language)}{colon}{rest}"


def minutes(value: float, language: str) -> str:
    """Minutes, with a decimal only where there is one."""
    return number(value, language, 0 if float(value).is_integer() else 1)


def may(shareability: str, legal_basis, language: str) -> str:
    """What is said of whether a service may be shared: *could*, never *is*."""
    basis = legal_basis if isinstance(legal_basis, str) else ""
    said = {
        AGREEMENT: "It could be used together under an agreement. Legal basis: {basis}.",
        FREE_CHOICE: "Everybody could choose it freely. Legal basis: {basis}.",
        NOT_SHAREABLE: "It is not shareable as things stand: this says only how far it is.",
    }
    english = said.get(
        shareability,
        "Whether it may be shared is not known: reachable is not the same as shared.",
    )
    if "{basis}" not in english:
        return text(english, language)
    unknown = text("not named", language)
    return text(english, language, basis=basis.rstrip(".") or unknown)
