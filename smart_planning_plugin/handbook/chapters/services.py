"""Cross-border services: documented and potential."""

from __future__ import annotations

import pandas as pd

from .. import charts
from ..blocks import Chapter, Column, Heading, Note, Words, findings, grid, table
from ..study import Study
from .common import OPEN, limits_of, maps

AREAS, FACILITIES = "sharedserviceareas.AREAS", "sharedserviceareas.FACILITIES"
ZONES, SUMMARY = "sharedserviceareas.SHARED_ZONES", "sharedserviceareas.SUMMARY"
POTENTIAL = ("abroad_only", "abroad_nearer", "choice")
CATEGORIES = {
    "abroad_only": "Reached only across the border",
    "abroad_nearer": "Nearer across the border",
    "choice": "About the same at home and across",
    "own_nearer": "Nearer at home, across within reach",
    "own_only": "Only at home within reach",
    "unserved": "Not within reach",
    "no_data": "No data",
}


def services(study: Study, say: Words) -> Chapter:
    """Which services could be shared, by whom, at which places."""
    areas, places = study.of(AREAS, OPEN), study.of(FACILITIES, OPEN)
    zones, summary = study.of(ZONES, OPEN), study.of(SUMMARY, OPEN)
    blocks = [
        *findings(say, summary),
        *_people(areas, say),
        *_documented(summary or areas, say),
        *table(say, summary, "People who could share, and how sure that is", SURE_COLUMNS,
               sort=["potential"]),
        *maps(study, say, "sharedserviceareas.AREAS", "sharedserviceareas.SHARED_ZONES"),
        *_facilities(places, say),
        *table(say, zones, "Zones in which services could be shared", ZONE_COLUMNS),
        *_locations(study, say),
    ]  # fmt: skip
    if blocks:
        blocks += [
            Note(say("People are those who live nearest, not users; what may be shared is for "
                     "laws and agreements to say.")),
            *limits_of([areas, places, zones], say),
        ]  # fmt: skip
    return Chapter("services", say("Cross-border services: documented and potential"), blocks)


ZONE_COLUMNS = [
    Column("name", "Zone"),
    Column("services", "Types of service", "0"),
    Column("types", "Services", "labels"),
    Column("types_unknown", "Not known whether shareable", "labels"),
    Column("municipalities", "Municipalities it touches", "names"),
    Column("country_a", "One side"),
    Column("population_a", "People on one side", "people"),
    Column("country_b", "Other side"),
    Column("population_b", "People on the other side", "people"),
]
SURE_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("threshold_min", "Threshold (min)", "0"),
    Column("potential", "People", "people"),
    Column("potential_low", "Threshold a quarter shorter", "people"),
    Column("potential_high", "Threshold a quarter longer", "people"),
    Column("longest_delay", "Delay at the border (min)", "0"),
    Column("potential_delayed", "People with that delay", "people"),
]
LOCATION_COLUMNS = [
    Column("cooperation", "Chosen", "label"),
    Column("sites", "Sites", "0"),
    Column("threshold_min", "Threshold (min)", "0"),
    Column("people_within", "People within the threshold", "people"),
    Column("people_across", "People whose site is abroad", "people"),
    Column("mean_min", "Mean travel time (min)", "1"),
    Column("max_min", "Longest travel time (min)", "0"),
]


def _people(areas, say: Words) -> list:
    """People by type of service and category, as a chart of those who could gain."""
    if areas is None:
        return []
    people = areas.frame.pivot_table(
        index="service_type", columns="category", values="population", aggfunc="sum", fill_value=0
    )
    shown = [one for one in CATEGORIES if one in people]
    caption = "People by where their nearest services are"
    made = grid(
        say, areas, caption, "Type of service", [say(CATEGORIES[one]) for one in shown],
        ((say.label(kind), map(say.people, row[shown])) for kind, row in people.iterrows()),
    )  # fmt: skip
    gaining = [one for one in POTENTIAL if one in people]
    if not gaining:
        return [made]
    series = {
        say(CATEGORIES[one]): [charts.shown(value, say) for value in people[one]] for one in gaining
    }
    names = [say.label(kind) for kind in people.index]
    return [charts.bars(say, caption, made, series, names, say("People"))]


def _documented(areas, say: Words) -> list:
    """What is documented for each type: agreements and evidence, beside what is only potential."""
    if areas is None:
        return []
    rows = areas.frame.drop_duplicates("service_type").sort_values("service_type")
    return table(
        say, areas, "What is known of the sharing of each type of service",
        [
            Column("service_type", "Type of service", "label"),
            Column("shareability", "May be shared", "label"),
            Column("standing", "Standing", "label"),
            Column("documented", "Documented"),
            Column("documented_people", "People it is documented for", "people"),
            Column("legal_basis", "Legal basis"),
        ],
        frame=rows,
    )  # fmt: skip


def _facilities(places, say: Words) -> list:
    if places is None:
        return []
    frame = places.frame[places.frame["shared"] == 1]
    columns = [
        Column("name", "Facility"),
        Column("service_type", "Type of service", "label"),
        Column("country", "Country"),
        *(
            Column(one, f"{say('Nearest residents')}, {one.rpartition('_')[2].upper()}", "people")
            for one in frame.columns
            if one.startswith("nearest_population_")
        ),
        Column("foreign_share", "Share from abroad", "percent"),
    ]
    return table(
        say, places, "Facilities that are the nearest for people of both countries", columns,
        frame=frame.assign(total=_total(frame)), sort=["total"],
    )  # fmt: skip


def _total(frame: pd.DataFrame) -> pd.Series:
    columns = [one for one in frame.columns if one.startswith("nearest_population_")]
    return frame[columns].sum(axis=1) * frame["foreign_share"].fillna(0)


def _locations(study: Study, say: Words) -> list:
    summary = study.of("locatesharedservices.SUMMARY")
    found = [
        *findings(say, summary),
        *table(say, summary, "Sites chosen, by cooperation", LOCATION_COLUMNS),
        *maps(study, say, "locatesharedservices.SITES"),
    ]
    return [Heading(say("Where a service for both sides could stand")), *found] if found else []
