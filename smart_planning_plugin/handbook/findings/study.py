"""What a study found, in sentences a planner can check against its tables.

Reachable is not shared: sentences say *could*. People are those who live nearest, not users. Small
numbers are rounded, and hidden when they would point at households.
"""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pandas as pd

from ...core.disclosure import FEWEST, disclosed

SOONER = ("abroad_nearer", "abroad_only")
TABLES = {
    "places": "SELECT * FROM places_by_type",
    "facilities": "SELECT * FROM facilities",
    "zones": "SELECT * FROM shared_zones",
    "crossings": "SELECT * FROM crossings",
}


def people(count: float) -> str:
    """A number of people, rounded to tens; small ones hidden.

    Examples
    --------
    >>> people(15057.0), people(7)
    ('about 15,060', 'fewer than 20')
    """
    shown = disclosed(count)
    return f"about {shown:,}" if shown else f"fewer than {FEWEST}"


def findings(study: str | Path) -> list[str]:
    """Five findings of a study's shared service areas.

    Parameters
    ----------
    study : path
        GeoPackage with the tables `places_by_type`, `facilities`, `shared_zones` and `crossings`.

    Returns
    -------
    list of str
        Sentences; fewer where the study has nothing to say.
    """
    with contextlib.closing(sqlite3.connect(study)) as database:
        tables = {name: pd.read_sql(query, database) for name, query in TABLES.items()}
    places = tables["places"]
    crossing_name = tables["crossings"].set_index("crossing_id")["name"].to_dict()
    sooner = places[places["category"].isin(SOONER)]
    if sooner.empty:
        return ["Nobody could reach a service sooner across the border than at home."]
    sentences = [
        _most_people(sooner, crossing_name),
        _by_country(sooner),
        _only_across(places),
        _facility(tables["facilities"]),
        _zone(tables["zones"]),
    ]
    return [one for one in sentences if one]


def _words(service_type: str) -> str:
    return service_type.replace("_", " ")


def _most_people(sooner, crossing_name) -> str:
    """Which service, how many people, how much sooner, over which crossing."""
    by_type = sooner.groupby("service_type")["people"].sum()
    service_type = by_type.idxmax()
    mine = sooner[sooner["service_type"] == service_type]
    gain = (mine["gain_min"] * mine["people"]).sum() / mine.loc[
        mine["gain_min"].notna(), "people"
    ].sum()
    over = mine.groupby("crossing_id")["people"].sum()
    share = over.max() / over.sum()
    return (
        f"{people(by_type.max()).capitalize()} people could reach a {_words(service_type)} sooner "
        f"across the border than at home, on average by {gain:.0f} minutes; {share:.0%} of them "
        f"over the crossing {crossing_name.get(over.idxmax(), over.idxmax())}."
    )


def _by_country(sooner) -> str:
    """Who gains, by country, with the service that brings most."""
    parts = []
    for country, mine in sooner.groupby("place_country"):
        by_type = mine.groupby("service_type")["people"].sum()
        parts.append(
            f"from {country} most for a {_words(by_type.idxmax())} ({people(by_type.max())} people)"
        )
    return (
        f"Both sides could gain, each from the other: {'; '.join(parts)}."
        if len(parts) > 1
        else (f"Only one side could gain: {parts[0]}.")
    )


def _only_across(places) -> str:
    """Who is within the threshold only because the border can be crossed."""
    mine = places[places["category"] == "abroad_only"]
    if mine.empty:
        return ""
    by_type = mine.groupby("service_type")["people"].sum().sort_values(ascending=False)
    named = "; ".join(f"{_words(name)}: {people(count)} people" for name, count in by_type.items())
    return f"Within the time limit only because the border can be crossed: {named}."


def _facility(facilities) -> str:
    """The facility with most neighbours from the other side."""
    shared = facilities[facilities["shared"] == 1]
    if shared.empty:
        return ""
    columns = [one for one in facilities.columns if one.startswith("nearest_population_")]
    second = shared[columns].apply(lambda row: row.sort_values().iloc[-2], axis=1)
    one = shared.loc[second.idxmax()]
    counts = ", ".join(
        f"{people(one[column])} in {column.rpartition('_')[2].upper()}" for column in columns
    )
    name = one.get("name") or one.get("service_id")
    return (
        f"{len(shared)} facilities have neighbours from both sides; the one with most is "
        f"{name}: it is the nearest {_words(one['service_type'])} for people on both sides "
        f"({counts}; nearest residents, not users)."
    )


def _zone(zones) -> str:
    """The largest contiguous area on both sides."""
    if zones.empty:
        return ""
    one = zones.iloc[0]
    return (
        f"The largest continuous area on both sides from which services could be shared "
        f"({one['zone_id']}, {one['services']} types of service) touches {one['municipalities']}; "
        f"{people(one['population_a'])} people live in it in {one['country_a']}, "
        f"{people(one['population_b'])} in {one['country_b']}."
    )
