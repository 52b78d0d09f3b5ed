"""The five findings of a study, read from its GeoPackage."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pandas as pd

from ...core.words import number, people, text

SOONER = ("abroad_nearer", "abroad_only")
TABLES = {
    "places": "SELECT * FROM places_by_type",
    "facilities": "SELECT * FROM facilities",
    "zones": "SELECT * FROM shared_zones",
    "crossings": "SELECT * FROM crossings",
}


def findings(study: str | Path, language: str = "en", labels: dict | None = None) -> list[str]:
    """Five findings of a study's shared service areas.

    Parameters
    ----------
    study : path
        GeoPackage with the tables `places_by_type`, `facilities`, `shared_zones` and `crossings`.
    language : str
        ``en``, ``lv``, ``lt``.
    labels : dict, optional
        What a type of service is called in the language.

    Returns
    -------
    list of str
        Sentences; fewer where the study has nothing to say.
    """
    with contextlib.closing(sqlite3.connect(study)) as database:
        tables = {name: pd.read_sql(query, database) for name, query in TABLES.items()}
    say = _Sayer(language, labels or {})
    places = tables["places"]
    crossing_name = tables["crossings"].set_index("crossing_id")["name"].to_dict()
    sooner = places[places["category"].isin(SOONER)]
    if sooner.empty:
        return [say("Nobody could reach a service sooner across the border than at home.")]
    sentences = [
        _most_people(sooner, crossing_name, say),
        _by_country(sooner, say),
        _only_across(places, say),
        _facility(tables["facilities"], say),
        _zone(tables["zones"], say),
    ]
    return [one for one in sentences if one]


class _Sayer:
    """Texts, types and people in one language."""

    def __init__(self, language: str, labels: dict):
        self.language, self.labels = language, labels

    def __call__(self, english: str, **gaps) -> str:
        return text(english, self.language, **gaps)

    def type(self, name: str) -> str:
        plain = name.replace("_", " ").capitalize()
        return self.labels.get(name) or text(plain, self.language)

    def people(self, count: float) -> str:
        return people(count, self.language)

    def number(self, value: float) -> str:
        return number(value, self.language)

    def counts(self, by_type: pd.Series) -> str:
        return "; ".join(
            f"{self.type(name)}: {self.people(count)}" for name, count in by_type.items()
        )


def _most_people(sooner, crossing_name, say) -> str:
    """Which service, how many people, how much sooner, over which crossing."""
    by_type = sooner.groupby("service_type")["people"].sum()
    service_type = by_type.idxmax()
    mine = sooner[sooner["service_type"] == service_type]
    gain = (mine["gain_min"] * mine["people"]).sum() / mine.loc[
        mine["gain_min"].notna(), "people"
    ].sum()
    over = mine.groupby("crossing_id")["people"].sum()
    return say(
        "{type}: people who could reach one sooner across the border than at home: {people}, on "
        "average by {gain} min; {share} % of them over the crossing {crossing}.",
        type=say.type(service_type),
        people=say.people(by_type.max()),
        gain=say.number(gain),
        share=say.number(100 * over.max() / over.sum()),
        crossing=crossing_name.get(over.idxmax(), over.idxmax()),
    )


def _by_country(sooner, say) -> str:
    """Who gains, by country, with the service that brings most."""
    parts = []
    for country, mine in sooner.groupby("place_country"):
        by_type = mine.groupby("service_type")["people"].sum()
        parts.append(f"{country}: {say.counts(by_type.nlargest(1))}")
    english = (
        "Both sides could gain, each from the other; most people: {parts}."
        if len(parts) > 1
        else "Only one side could gain; most people: {parts}."
    )
    return say(english, parts="; ".join(parts))


def _only_across(places, say) -> str:
    """Who is within the threshold only because the border can be crossed."""
    mine = places[places["category"] == "abroad_only"]
    if mine.empty:
        return ""
    by_type = mine.groupby("service_type")["people"].sum().sort_values(ascending=False)
    return say(
        "People within the threshold only because the border can be crossed: {counts}.",
        counts=say.counts(by_type),
    )


def _facility(facilities, say) -> str:
    """The facility with most neighbours from the other side."""
    shared = facilities[facilities["shared"] == 1]
    if shared.empty:
        return ""
    columns = [one for one in facilities.columns if one.startswith("nearest_population_")]
    second = shared[columns].apply(lambda row: row.sort_values().iloc[-2], axis=1)
    one = shared.loc[second.idxmax()]
    counts = "; ".join(
        f"{column.rpartition('_')[2].upper()}: {say.people(one[column])}" for column in columns
    )
    return say(
        "Facilities that are the nearest for people of both countries: {count}; the one with most "
        "of them is {name} ({type}; {counts}; nearest residents, not users).",
        count=say.number(len(shared)),
        name=one.get("name") or one.get("service_id"),
        type=say.type(one["service_type"]),
        counts=counts,
    )


def _zone(zones, say) -> str:
    """The largest contiguous area on both sides."""
    if zones.empty:
        return ""
    one = zones.iloc[0]
    return say(
        "Largest continuous area on both sides from which services could be shared: {name}. Types "
        "of service: {services}; people in it: {a}: {population_a}, {b}: {population_b}. "
        "Municipalities that it touches: {municipalities}.",
        name=one["name"],
        services=say.number(one["services"]),
        a=one["country_a"],
        population_a=say.people(one["population_a"]),
        b=one["country_b"],
        population_b=say.people(one["population_b"]),
        municipalities=one["municipalities"],
    )
