"""Functional zones, and opportunities with each neighbour region."""

from __future__ import annotations

from ..blocks import Chapter, Column, Note, Words, findings, table
from ..study import Study
from .common import limits_of, maps

SUMMARY, REGIONS = "functionalzones.SUMMARY", "functionalzones.REGIONS"
OPPORTUNITIES = "opportunities.OUTPUT"


def zones(study: Study, say: Words) -> Chapter:
    """Candidate functional zones: which places belong together already."""
    summary, regions = study.of(SUMMARY), study.of(REGIONS)
    blocks = [
        *findings(say, summary),
        *table(say, regions or summary, "Candidate functional zones", ZONE_COLUMNS,
               sort=["population"]),
        *maps(study, say, "functionalzones", "interactionflows"),
    ]  # fmt: skip
    if blocks:
        blocks += [
            Note(say("These are candidates: a functional zone in the legal sense is agreed by "
                     "councils.")),
            *limits_of([summary, regions], say),
        ]  # fmt: skip
    return Chapter("zones", say("Functional zones"), blocks)


ZONE_COLUMNS = [
    Column("name", "Zone"),
    Column("core", "Core"),
    Column("countries", "Countries"),
    Column("zones", "Units", "0"),
    Column("population", "People", "people"),
    Column("self_containment", "Self-containment", "percent"),
]
OPPORTUNITY_COLUMNS = [
    Column("rank", "Rank", "0"),
    Column("region_a", "Region"),
    Column("region_b", "Neighbour"),
    Column("integration", "Present integration", "2"),
    Column("potential", "Potential", "2"),
    Column("municipalities", "Municipalities that carry it"),
    Column("services", "Services that carry it"),
    Column("reason_{language}", "Reason"),
]


def opportunities(study: Study, say: Words) -> Chapter:
    """What each pair of regions could win from each other."""
    found = next(
        (one for one in study.tables if "OPPORTUNIT" in one.kind.upper() and len(one.frame)), None
    )
    columns = [
        Column(one.field.format(language=say.language), one.label, one.show)
        for one in OPPORTUNITY_COLUMNS
    ]
    blocks = [
        *findings(say, found),
        *table(say, found, "Pairs of regions, by what they could win", columns, sort=["rank"],
               rising=True),
        *maps(study, say, "opportunities"),
        *limits_of([found], say),
    ]  # fmt: skip
    return Chapter("opportunities", say("Opportunities with each neighbour region"), blocks)
