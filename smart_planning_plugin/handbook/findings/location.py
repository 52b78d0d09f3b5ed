"""Where to put facilities, and what choosing together gains, in words."""

from __future__ import annotations

import pandas as pd

from ...core.services.location import EXACT
from ...core.words import number, people, text
from .common import minutes


def sentences(table: pd.DataFrame, cooperation: str, threshold: float, language: str) -> list[str]:
    """What was chosen, what sharing gains, and how good it is known to be.

    Parameters
    ----------
    table : DataFrame
        As `core.services.cooperation.gain_of_sharing` gives it.
    cooperation : str
        The one that was asked for.
    """
    rows = {row["cooperation"]: row for row in table.to_dict("records")}
    found = [
        _chosen(rows[cooperation], cooperation, threshold, language),
        *_gain(rows, threshold, language),
        _quality(rows[cooperation], language),
        text(
            "Whether a site may serve both countries is not computed: that is for laws and "
            "agreements to say.",
            language,
        ),
    ]
    return [one for one in found if one]


def _chosen(row: dict, cooperation: str, threshold: float, language: str) -> str:
    how = {
        "shared": "Chosen for both countries together. Sites: {sites}; people within {threshold} "
        "min of the nearest one: {within}; mean travel time: {mean} min, longest: {longest} min.",
        "separate": "Chosen for each country by itself. Sites: {sites}; people within {threshold} "
        "min of the nearest one: {within}; mean travel time: {mean} min, longest: {longest} min.",
    }[cooperation]
    sentence = text(
        how,
        language,
        sites=number(row["sites"], language),
        threshold=minutes(threshold, language),
        within=people(row["people_within"], language),
        mean=number(row["mean_min"], language, 1),
        longest=number(row["max_min"], language),
    )
    if row["people_unserved"] > 0:
        sentence += " " + text(
            "People who reach no site: {people}.",
            language,
            people=people(row["people_unserved"], language),
        )
    return sentence


def _gain(rows: dict, threshold: float, language: str) -> list[str]:
    gain, separate = rows["gain"], rows["separate"]
    if pd.isna(separate["sites"]):
        return [text("Each country by itself would need more sites than that.", language)]
    within, shorter = gain["people_within"], gain["mean_min_common"]
    found = []
    if within > 0:
        found.append(
            text(
                "Chosen together instead, the sites could bring so many more people within "
                "{threshold} min: {people}.",
                language,
                threshold=minutes(threshold, language),
                people=people(within, language),
            )
        )
    if shorter >= 0.05:
        found.append(
            text(
                "Chosen together instead, the sites could make the mean travel time shorter by "
                "{minutes} min.",
                language,
                minutes=number(shorter, language, 1),
            )
        )
    if found:
        across = people(rows["shared"]["people_across"], language)
        words = "People whose nearest site would be abroad: {across}."
        found.append(text(words, language, across=across))
    else:
        found.append(text("Choosing together would gain nothing here.", language))
    if within < 0:
        found.append(
            text(
                "But so many fewer people would be within {threshold} min: {people}.",
                language,
                threshold=minutes(threshold, language),
                people=people(-within, language),
            )
        )
    if gain["sites_needed"] > 0:
        found.append(
            text(
                "Sites needed so that everybody who can be is within {threshold} min: {separate} "
                "for each country by itself, {shared} together.",
                language,
                threshold=minutes(threshold, language),
                separate=number(separate["sites_needed"], language),
                shared=number(rows["shared"]["sites_needed"], language),
            )
        )
    return found


def _quality(row: dict, language: str) -> str:
    if row["method"] == EXACT:
        return text("Proven: with these candidates there is no better choice.", language)
    return text(
        "Not proven to be the best choice: a better one could be better by at most {gap} %.",
        language,
        gap=number(row["gap_pct"], language, 1),
    )
