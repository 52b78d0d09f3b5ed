"""Specialisation, priorities, action plan."""

from __future__ import annotations

from ..blocks import Chapter, Column, Heading, Note, Sentence, Words, findings, missing, table
from ..study import Study
from .common import limits_of, maps


def specialisation(study: Study, say: Words) -> Chapter:
    """What each region is good at, and a sheet for each municipality."""
    sectors, pairs = study.of("specialisation.OUTPUT"), study.of("specialisation.PAIRS")
    blocks = [
        *findings(say, study.of("specialisation.ZONES_OUT")),
        *table(say, sectors, "Specialisation by sector", SECTOR_COLUMNS, sort=["lq"]),
        *table(say, pairs, "Common and complementary domains across the border", PAIR_COLUMNS),
        *maps(study, say, "specialisation"),
        *_guidelines(study, say),
        *limits_of([sectors, pairs], say),
    ]
    return Chapter("specialisation", say("Smart specialisation and guideline sheets"), blocks)


SECTOR_COLUMNS = [
    Column("zone", "Territory"),
    Column("sector", "Sector", "label"),
    Column("domain", "Domain", "label"),
    Column("jobs", "Jobs", "0"),
    Column("lq", "Location quotient", "2"),
    Column("regional_shift", "Regional shift (jobs)", "0"),
    Column("stars", "Stars", "0"),
    Column("class", "Class", "label"),
    Column("confidence", "Confidence", "label"),
]
PAIR_COLUMNS = [
    Column("zone_a", "Territory"),
    Column("zone_b", "Across the border"),
    Column("domain", "Domain", "label"),
    Column("common", "Common domains", "label"),
    Column("complementary", "Complementary domains", "label"),
    Column("relation", "Relation", "label"),
]


def _guidelines(study: Study, say: Words) -> list:
    """Sheets as sentences under the name of each municipality."""
    sheets = next((one for one in study.tables if "GUIDELINE" in one.kind and len(one.frame)), None)
    if sheets is None:
        return []
    frame = sheets.frame
    texts = (f"text_{say.language}", f"point_{say.language}")
    column = next((one for one in texts if one in frame), None)
    who = next((one for one in ("name", "zone_name", "zone", "zone_id") if one in frame), None)
    if column is None or who is None:
        return []
    blocks = []
    for name, rows in frame.groupby(who, sort=True):
        blocks.append(Heading(say("Municipality: {name}", name=say.name(name))))
        blocks += [Sentence(str(one), sheets) for one in rows[column] if not missing(one)]
    return blocks


def priorities(study: Study, say: Words) -> Chapter:
    """What comes first, and how sure the order is."""
    ranked = study.of("priorities.OUTPUT")
    columns = [
        Column("rank", "Rank", "0"),
        Column("name", "Candidate"),
        Column("title", "Candidate"),
        Column("score", "Score", "2"),
        Column("rank_low", "Best rank", "0"),
        Column("rank_high", "Worst rank", "0"),
        Column(f"reason_{say.language}", "Reason"),
    ]
    blocks = [
        *findings(say, ranked),
        *table(say, ranked, "Candidates by priority", columns, sort=["rank"], rising=True),
        *maps(study, say, "priorities"),
    ]
    if blocks:
        blocks += [
            Note(say("A ranking is evidence for a decision, not the decision.")),
            *limits_of([ranked], say),
        ]
    return Chapter("priorities", say("Priorities"), blocks)


PLAN_COLUMNS = [
    Column("code", "Code"),
    Column("action", "Action"),
    Column("responsible", "Responsible"),
    Column("partners", "Partners"),
    Column("start", "Start"),
    Column("end", "End"),
    Column("budget", "Budget", "0"),
    Column("fund_source", "Source"),
    Column("indicator", "Indicator"),
    Column("baseline", "Baseline", "1"),
    Column("value", "Now", "1"),
    Column("target", "Target", "1"),
    Column("status", "Status", "label"),
]


def action_plan(study: Study, say: Words) -> Chapter:
    """Who does what until when, and how far it is."""
    plan = study.of("actionplan.OUTPUT")
    blocks = [
        *findings(say, plan),
        *table(say, plan, "Action plan", PLAN_COLUMNS, most=100),
        *limits_of([plan], say),
    ]
    return Chapter("action-plan", say("Action plan"), blocks)
