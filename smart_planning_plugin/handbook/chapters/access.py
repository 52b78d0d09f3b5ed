"""Who reaches what."""

from __future__ import annotations

import numpy as np

from .. import charts
from ..blocks import Chapter, Column, Note, Words, findings, grid, table
from ..study import Study
from .common import limits_of, maps

NORMS = "serviceaccessibility.NORMS_MET"
ACCESS, EQUITY = "serviceaccessibility.OUTPUT", "serviceaccessibility.EQUITY"
INVENTORY, INVENTORY_SUMMARY = "serviceinventory.OUTPUT", "serviceinventory.SUMMARY"
MINUTES = (10, 20, 30, 45, 60)


def access(study: Study, say: Words) -> Chapter:
    """Travel times to services, people within the norm, what is missing where."""
    reached, summary = study.of(ACCESS), study.of(INVENTORY_SUMMARY)
    blocks = [
        *_within(reached, say),
        *table(say, study.of(NORMS), "People within the norm of their country", NORM_COLUMNS,
               sort=["service_type", "country", "settlement"], rising=True, most=100),
        *maps(study, say, "serviceaccessibility.OUTPUT", "isochrones"),
        *findings(say, summary),
        *table(say, summary, "Services, and who is within reach of them", INVENTORY_COLUMNS,
               sort=["theme", "service_type"], rising=True, most=60),
        *maps(study, say, "serviceinventory"),
        *table(say, study.of(EQUITY), "How evenly travel times to the nearest service are spread",
               EQUITY_COLUMNS, where=lambda rows: (rows["scope"] == "all")
               & (rows["measure"] == "nearest"), sort=["service_type"], rising=True),
        *limits_of([reached, summary], say),
    ]  # fmt: skip
    return Chapter("access", say("Who reaches what?"), blocks)


NORM_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("country", "Country"),
    Column("settlement", "Settlement", "label"),
    Column("people", "People", "people"),
    Column("minutes", "Norm (min)", "0"),
    Column("share_within", "Share within the norm", "percent"),
    Column("share_to_be_met", "Share to be met", "percent"),
    Column("met", "Met", "yes"),
    Column("source", "Source"),
    Column("date", "Date", "date"),
]
INVENTORY_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("theme", "Theme", "label"),
    Column("n", "Facilities", "0"),
    Column("threshold_min", "Threshold (min)", "0"),
    Column("people", "People", "people"),
    Column("within", "Within reach at home", "people"),
    Column("across", "Within reach only across the border", "people"),
    Column("zones_deficit", "Units further away than their surroundings", "0"),
]
EQUITY_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("people", "People", "people"),
    Column("mean", "Mean travel time (min)", "1"),
    Column("most", "Longest travel time (min)", "0"),
    Column("people_without", "People who reach none", "people"),
    Column("gini", "Gini coefficient", "2"),
]


def _within(reached, say: Words) -> list:
    """Share of people within so many minutes of the nearest service of each type."""
    if reached is None:
        return []
    frame = reached.frame
    column = next((one for one in ("people", "population") if one in frame), None)
    types = [
        one.removeprefix("nearest_")
        for one in frame.columns
        if one.startswith("nearest_") and f"nearest_id_{one.removeprefix('nearest_')}" in frame
    ]
    if column is None or not types:
        return []
    people = frame[column].astype(float).fillna(0).to_numpy()
    if not people.sum():
        return []
    shares = {
        kind: [
            (people * (frame[f"nearest_{kind}"].astype(float).to_numpy() <= limit)).sum()
            / people.sum()
            for limit in MINUTES
        ]
        for kind in types
    }
    caption = "Share of people within so many minutes of the nearest service"
    unit = "km" if "distance by road" in reached.scenario else "min"
    shown = grid(
        say, reached, caption, "Type of service", [f"≤ {one} {unit}" for one in MINUTES],
        ((say.label(kind), map(say.percent, share)) for kind, share in shares.items()),
    )  # fmt: skip
    middle = MINUTES.index(30)
    drawn = [float(np.round(100 * share[middle], 2)) for share in shares.values()]
    names = [say.label(kind) for kind in shares]
    axis = f"{say('% of people')} (≤ {MINUTES[middle]} {unit})"
    return [
        charts.bars(say, caption, shown, {"": drawn}, names, axis),
        Note(say("People are counted where they live, by the whole population of a place.")),
    ]
