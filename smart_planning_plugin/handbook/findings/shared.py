"""What could be shared across the border, in words."""

from __future__ import annotations

import pandas as pd

from ...core.words import number, people, text
from .common import may, minutes, who

NOT_USERS = "nearest residents, not users"  # a limit of all that is said here


def sentences(
    countries: list[str], row: dict, label: str, scenario: str, language: str
) -> list[str]:
    """What was found for one type of service.

    Parameters
    ----------
    countries : list of str
    row : dict
        A row of `core.crossborder.summary.summary`.
    label, scenario : str
        What the type and the run's scenario are called in the language.
    """
    found = [
        _potential(row, label, countries, scenario, language),
        _range(row, language),
        *(_more(row, language) if row["potential"] else []),
    ]
    return [one for one in found if one]


def _more(row: dict, language: str) -> list[str]:
    """What there is to say where anybody could share."""
    return [
        *_sooner(row, language),
        *_facilities(row, language),
        may(row["shareability"], row["legal_basis"], language),
        _standing(row, language),
    ]


def by_country(row: dict, name: str, countries: list[str], language: str) -> str:
    """People of each country: ``LT: 1,230; LV: fewer than 20``."""
    return "; ".join(
        f"{code}: {people(row[f'{name}_{code.lower()}'], language)}" for code in countries
    )


def _potential(row, label, countries, scenario, language) -> str:
    if not row["potential"]:
        return text(
            "{label}: nobody would reach one across the border about as soon as at home "
            "(threshold {threshold} min; {scenario}).",
            language,
            label=label,
            threshold=minutes(row["threshold_min"], language),
            scenario=scenario,
        )
    return text(
        "{label}: {counted} who could reach one across the border about as soon as at home, or "
        "sooner: {people} ({countries}); threshold {threshold} min; {scenario}.",
        language,
        label=label,
        counted=who(row["demand_field"], language),
        people=people(row["potential"], language),
        countries=by_country(row, "potential", countries, language),
        threshold=minutes(row["threshold_min"], language),
        scenario=scenario,
    )


def _sooner(row, language) -> list[str]:
    found = []
    if row["abroad_only"]:
        found.append(
            text(
                "Within the threshold only because the border can be crossed: {people}.",
                language,
                people=people(row["abroad_only"], language),
            )
        )
    if row["sooner"] and not pd.isna(row["gain_min"]):
        found.append(
            text(
                "Sooner there than at home: {people}, on average by {gain} min.",
                language,
                people=people(row["sooner"], language),
                gain=number(row["gain_min"], language),
            )
        )
        if not pd.isna(row["crossing_share"]):
            found.append(
                text(
                    "Crossing most used on the way: {crossing} ({share} % of them).",
                    language,
                    crossing=row["crossing"],
                    share=number(100 * row["crossing_share"], language),
                )
            )
    return found


def _facilities(row, language) -> list[str]:
    found = []
    if row["shared_facilities"]:
        found.append(
            text(
                "Facilities that are the nearest for people of both countries: {count} of {all}.",
                language,
                count=number(row["shared_facilities"], language),
                all=number(row["facilities"], language),
            )
        )
    if not pd.isna(row["overflowing"]) and row["overflowing"]:
        found.append(
            text(
                "Facilities that could not take all who live nearest: {count}.",
                language,
                count=number(row["overflowing"], language),
            )
        )
    return found


def _standing(row, language) -> str:
    if pd.isna(row["documented"]):
        return text("No agreement or use is documented here: this is a potential.", language)
    return text(
        "Documented: {titles}. People with it as their nearest one abroad: {people}.",
        language,
        titles=row["documented"],
        people=people(row["documented_people"], language),
    )


def _range(row, language) -> str:
    """How much hangs on what was assumed."""
    if not row["potential"] and not row["potential_high"]:
        return ""
    sentence = text(
        "With a threshold of {low} min it would be {fewer}, with {high} min {more}.",
        language,
        low=minutes(row["threshold_low"], language),
        fewer=people(row["potential_low"], language),
        high=minutes(row["threshold_high"], language),
        more=people(row["potential_high"], language),
    )
    if not pd.isna(row["longest_delay"]):
        sentence += " " + text(
            "With {delay} min at every crossing it would be {people}.",
            language,
            delay=minutes(row["longest_delay"], language),
            people=people(row["potential_delayed"], language),
        )
    return sentence
