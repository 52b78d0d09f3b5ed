"""Functional zones, and opportunities with each neighbour region."""

from __future__ import annotations

from ..blocks import Chapter, Column, Heading, Note, Sentence, Words, table
from ..study import Study
from .common import limits_of, maps, reasons

SUMMARY, REGIONS = "functionalzones.SUMMARY", "functionalzones.REGIONS"
OPPORTUNITIES = "partnerships.OPPORTUNITIES"


def zones(study: Study, say: Words) -> Chapter:
    """Candidate functional zones: which places belong together already."""
    summary, regions = study.of(SUMMARY), study.of(REGIONS)
    blocks = [
        *_compared(summary, say),
        *_across(regions, say),
        *table(say, regions, "Candidate functional zones", ZONE_COLUMNS,
               sort=["cross_border", "population"]),
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
    Column("zone_name", "Zone"),
    Column("countries", "Countries", "names"),
    Column("cross_border", "Across the border", "yes"),
    Column("unit_names", "Units", "names"),
    Column("population", "People", "people"),
    Column("self_containment", "Self-containment", "percent"),
]


def _compared(summary, say: Words) -> list:
    """How many zones there are with the border crossed and without."""
    if summary is None or not {"topic", "measure", "value"} <= set(summary.frame):
        return []
    of = {(one["topic"], one["measure"]): one["value"] for one in summary.frame.to_dict("records")}
    crossed, apart = "with the border crossed", "without crossing the border"
    found = []
    if (crossed, "zones") in of:
        told = say(
            "Candidate zones: {count}; across the border: {across}, with {people} people.",
            count=say.number(of[crossed, "zones"]),
            across=say.number(of.get((crossed, "zones across the border"), 0)),
            people=say.people(of.get((crossed, "people in zones across the border"), 0)),
        )
        found.append(Sentence(told, summary))
    if (apart, "zones") in of and ("difference", "units whose zone changes") in of:
        told = say(
            "If zones could not cross the border, there would be {count} of them. Units that would "
            "belong to another zone: {units}.",
            count=say.number(of[apart, "zones"]),
            units=say.number(of["difference", "units whose zone changes"]),
        )
        found.append(Sentence(told, summary))
    return found


def _across(regions, say: Words) -> list:
    """Why each zone across the border is one."""
    if regions is None or "cross_border" not in regions.frame:
        return []
    rows = regions.frame[regions.frame["cross_border"] == 1]
    return reasons(say, regions, rows.sort_values("population", ascending=False))


OPPORTUNITY_COLUMNS = [
    Column("region_a", "Region"),
    Column("region_b", "Neighbour"),
    Column("cross_border", "Across the border", "yes"),
    Column("integration_present", "Interaction between them at present", "percent"),
    Column("integration_potential", "… with an easier border", "percent"),
    Column("service_people", "People for whom a service there could be nearer", "people"),
    Column("agreements", "Agreements", "0"),
    Column("ideas", "Ideas", "0"),
    Column("events", "Events", "0"),
]


def opportunities(study: Study, say: Words) -> Chapter:
    """What each pair of regions could win from each other."""
    found = study.of(OPPORTUNITIES)
    blocks = [
        *table(say, found, "Pairs of regions, by what they could win", OPPORTUNITY_COLUMNS,
               sort=["rank"], rising=True, most=60),
        *maps(study, say, "partnerships.OPPORTUNITIES"),
        *_each(found, say),
        *limits_of([found], say),
    ]  # fmt: skip
    return Chapter("opportunities", say("Opportunities with each neighbour region"), blocks)


def _each(found, say: Words) -> list:
    """A passage on each pair of regions across the border."""
    if found is None:
        return []
    blocks = []
    rows = found.frame[found.frame["cross_border"] == 1].sort_values("rank", kind="stable")
    for at, one in rows.iterrows():
        said = reasons(say, found, rows.loc[[at]])
        pair = f"{say.name(one['region_a'])} – {say.name(one['region_b'])}"
        blocks += [Heading(pair), *said] if said else []
    return blocks
