"""Who reaches what."""

from __future__ import annotations

import numpy as np

from .. import charts
from ..blocks import Chapter, Note, Table, Words, findings
from ..study import Study
from .common import limits_of, maps

ACCESS, EQUITY = "serviceaccessibility.OUTPUT", "serviceaccessibility.EQUITY"
INVENTORY, INVENTORY_SUMMARY = "serviceinventory.OUTPUT", "serviceinventory.SUMMARY"
MINUTES = (10, 20, 30, 45, 60)


def access(study: Study, say: Words) -> Chapter:
    """Travel times to services, people within the norm, what is missing where."""
    reached, summary = study.of(ACCESS), study.of(INVENTORY_SUMMARY)
    blocks = [
        *_within(reached, say),
        *findings(say, study.of(EQUITY)),
        *findings(say, summary),
        *maps(study, say, "serviceaccessibility", "serviceinventory"),
        *limits_of([reached, summary], say),
    ]
    return Chapter("access", say("Who reaches what?"), blocks)


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
    shown = Table(
        say(caption),
        [say("Type of service"), *(f"≤ {one} {unit}" for one in MINUTES)],
        [[say.label(kind), *map(say.percent, share)] for kind, share in shares.items()],
        [False, *[True] * len(MINUTES)],
        reached,
    )
    middle = MINUTES.index(30)
    series = {
        f"≤ {MINUTES[middle]} {unit}": [
            float(np.round(100 * share[middle], 2)) for share in shares.values()
        ]
    }
    names = [say.label(kind) for kind in shares]
    return [
        charts.bars(say, caption, shown, series, names, "% of people"),
        Note(say("People are counted where they live, by the whole population of a place.")),
    ]
