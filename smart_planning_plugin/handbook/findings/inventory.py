"""What zones have, lack and could reach across the border, in words."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ...core.words import number, people, text
from .common import may, minutes

SHOWN = 5


def sentences(
    countries: list[str], row: dict, label: str, scenario: str, language: str
) -> list[str]:
    """What was found for one type of service.

    Parameters
    ----------
    countries : list of str
    row : dict
        A row of the summary of `core.services.inventory.inventory`.
    label, scenario : str
        What the type and the run's scenario are called in the language.
    """
    found = [
        _counts(row, label, countries, language),
        _uneven(row, language),
        _within(row, countries, scenario, language),
        *_zones(row, language),
    ]
    return [one for one in found if one]


def _counts(row, label, countries, language) -> str:
    parts = [
        f"{code}: {number(row[f'n_{code.lower()}'], language)} "
        f"({number(np.nan_to_num(row[f'per_10k_{code.lower()}']), language, 1)})"
        for code in countries
        if f"n_{code.lower()}" in row
    ]
    return text(
        "{label}: facilities in the zones (for 10,000 people who need them): {parts}.",
        language,
        label=label,
        parts="; ".join(parts),
    )


def _uneven(row, language) -> str:
    if not row["uneven"]:
        return ""
    return text(
        "Careful: the data of the two countries may not be equally complete, as the rates differ "
        "by more than chance; do not compare the counts before they are checked.",
        language,
    )


def _within(row, countries, scenario, language) -> str:
    shares = "; ".join(
        f"{code}: {number(row[f'within_pct_{code.lower()}'], language)} %"
        for code in countries
        if not pd.isna(row.get(f"within_pct_{code.lower()}"))
    )
    if row["by_norm"]:
        return text(
            "Share of people within the norm of their own country: {shares} ({scenario}).",
            language,
            shares=shares,
            scenario=scenario,
        )
    return text(
        "Share of people within {threshold} min of one in their own country: {shares} "
        "({scenario}).",
        language,
        threshold=minutes(row["threshold_min"], language),
        shares=shares,
        scenario=scenario,
    )


def _zones(row, language) -> list[str]:
    found = []
    if row["across"]:
        found.append(
            text(
                "Not so near at home, but as near across the border; people who could go there: "
                "{people}.",
                language,
                people=people(row["across"], language),
            )
        )
    if row["zones_across"]:
        found.append(
            text(
                "Without one of their own, but most people could reach one across the border: "
                "{names}.",
                language,
                names=_named(row["names_across"], language),
            )
        )
    if row["across"]:
        found.append(may(row["shareability"], row["legal_basis"], language))
    if row["zones_deficit"]:
        found.append(
            text(
                "Further from one than the surrounding region (inner periphery): {names}.",
                language,
                names=_named(row["names_deficit"], language),
            )
        )
    return found


def _named(names: str, language: str) -> str:
    every = names.split("; ")
    shown = "; ".join(every[:SHOWN])
    more = len(every) - SHOWN
    return shown if more <= 0 else shown + text(" and {} more", language, more)
