"""What all findings share: the languages of a summary, and the limits of a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

import pandas as pd

from ...core.services.inputs import AGREEMENT, FREE_CHOICE, NOT_SHAREABLE
from ...core.words import LANGUAGES, number, phrase, text

LIMITS = "Limits of these figures"
AGED = re.compile(r"pop(?:ulation)?_(\d+)(?:_(\d+))?(?:_?plus|_over)?")


def in_languages(
    sentences: Callable[[str], list[str]], limits: Iterable[str] = ()
) -> dict[str, str]:
    """Columns ``finding_en``, ``finding_lv``, ``finding_lt`` of a summary, ready to be pasted.

    Parameters
    ----------
    sentences : callable
        Takes a language, gives sentences.
    limits : iterable of str
        They end each finding.
    """
    return {
        f"finding_{one}": " ".join(filter(None, [*sentences(one), limits_sentence(limits, one)]))
        for one in LANGUAGES
    }


def by_type(table: pd.DataFrame, types, sentences: Callable, scenario: str, limits) -> pd.DataFrame:
    """A summary with a row for each type of service, beside it what it is called and the findings.

    Parameters
    ----------
    table : DataFrame
        With `service_type`.
    types : iterable of core.services.inputs.ServiceType
    sentences : callable
        Takes a row, what its type is called in the language, the scenario in words and the
        language; gives sentences.
    scenario : str
        Words of the run's scenario, separated by semicolons: the border first.
    limits : iterable of str
    """
    named = {one.name: one for one in types}
    told = {one: scenario_words(scenario, one) for one in LANGUAGES}
    said = []
    for row in table.to_dict("records"):
        label = {one: named[row["service_type"]].label_in(one) for one in LANGUAGES}

        def of_row(language, row=row, label=label):
            return sentences(row, label[language], told[language], language)

        labels = {f"label_{one}": label[one] for one in LANGUAGES}
        said.append({**labels, **in_languages(of_row, limits)})
    return pd.concat([table, pd.DataFrame(said, index=table.index)], axis=1)


def limits_sentence(limits, language: str) -> str:
    """What a reader of a figure has to know; empty where nothing is.

    Examples
    --------
    >>> limits_sentence({"schematic", "by car"}, "en")
    'Limits of these figures: by car; schematic.'
    """
    named = "; ".join(phrase(one, language) for one in sorted(limits))
    return f"{text(LIMITS, language)}: {named}." if named else ""


def scenario_words(scenario: str, language: str) -> str:
    """The scenario of a run in a language; ids of services stay as they are.

    Examples
    --------
    >>> scenario_words("border delay (15 min); by car; services closed: POOL-1", "en")
    'border delay (15 min), by car, services closed: POOL-1'
    """
    return ", ".join(phrase(one, language) for one in scenario.split("; ") if one)


def without_limits(finding: str, language: str) -> str:
    """A finding as it stands beside others, whose limits are told once for all.

    Examples
    --------
    >>> without_limits("Pool: 3. Limits of these figures: by car.", "en")
    'Pool: 3.'
    """
    return finding.partition(f" {text(LIMITS, language)}: ")[0]


def who(demand_field, language: str) -> str:
    """Who is counted: everybody, those of an age that the field names, or those in need of it.

    Examples
    --------
    >>> [who(one, "en") for one in ("population", "pop_7_18", "pop_65", "pupils")]
    ['people', 'people aged 7–18', 'people aged 65 and over', 'people who need it']
    """
    if pd.isna(demand_field) or demand_field in ("", "population"):
        return text("people", language)
    aged = AGED.fullmatch(str(demand_field))
    if not aged:
        return text("people who need it", language)
    if aged[2]:
        return text("people aged {}–{}", language, aged[1], aged[2])
    return text("people aged {} and over", language, aged[1])


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
