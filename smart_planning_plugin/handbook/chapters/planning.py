"""Specialisation, priorities, action plan."""

from __future__ import annotations

import pandas as pd

from ...core.territory.guidelines import CHAPTERS as PARTS
from .. import charts
from ..blocks import (
    Chapter,
    Column,
    Heading,
    Note,
    Sentence,
    Table,
    Words,
    grid,
    in_language,
    table,
)
from ..study import Study
from .common import limits_of, maps

SECTORS, ZONES = "specialisation.OUTPUT", "specialisation.ZONES_OUT"
PAIRS, GUIDELINES = "specialisation.PAIRS", "specialisation.GUIDELINES_TABLE"
RANKED, CHAIN = "priorities.OUTPUT", "priorities.CHAIN_OUT"
PLAN, BUDGET = "actionplan.OUTPUT", "actionplan.BUDGET"


def specialisation(study: Study, say: Words) -> Chapter:
    """What each region is good at, and a sheet for each municipality."""
    sectors, regions = study.of(SECTORS), study.of(ZONES)
    pairs, sheets = study.of(PAIRS), study.of(GUIDELINES)
    blocks = [
        *_strengths(regions, say),
        *_domains(sectors, say),
        *maps(study, say, ZONES),
        *table(say, pairs, "Common and complementary domains across the border", PAIR_COLUMNS,
               sort=["similarity"]),
        *_guidelines(sheets, say),
        *limits_of([sectors, pairs], say),
    ]  # fmt: skip
    return Chapter("specialisation", say("Smart specialisation and guideline sheets"), blocks)


SECTOR_COLUMNS = [
    Column("name", "Territory"),
    Column("sector", "Domain", "domain"),
    Column("jobs_last", "Jobs", "0"),
    Column("last_year", "Year", "date"),
    Column("lq", "Location quotient", "2"),
    Column("growth_pct", "Change of jobs (%)", "1"),
    Column("regional_shift", "Regional shift (jobs)", "0"),
    Column("class", "Class", "label"),
    Column("confidence", "Confidence", "label"),
]
PAIR_COLUMNS = [
    Column("name_a", "Territory"),
    Column("name_b", "Across the border"),
    Column("common", "Common domains", "domains"),
    Column("only_a", "Only here", "domains"),
    Column("only_b", "Only there", "domains"),
    Column("similarity", "Likeness (0–1)", "2"),
    Column("year", "Year", "date"),
]


def _strengths(regions, say: Words) -> list:
    """A sentence on each territory: what it is specialised in."""
    if regions is None or "strong_in" not in regions.frame:
        return []
    return [
        Sentence(
            say(
                "{name}: a larger share of jobs than in the reference ({year}) in: {domains}.",
                name=say.name(one["name"]),
                year=say.date(one["last_year"]),
                domains=say.domains(one["strong_in"]),
            ),
            regions,
        )
        for one in regions.frame.sort_values("name", kind="stable").to_dict("records")
    ]


def _domains(sectors, say: Words) -> list:
    """Jobs by domain, or by sector where no domains are given; a chart of the quotients."""
    if sectors is None:
        return []
    rows = sectors.frame
    if "level" in rows and (rows["level"] == "domain").any():
        rows = rows[rows["level"] == "domain"]
    rows = rows.sort_values(["name", "lq"], ascending=[True, False], kind="stable")
    shown = table(
        say, sectors, "Jobs and specialisation by domain", SECTOR_COLUMNS, frame=rows, most=100
    )
    if not shown:
        return []
    quotients = rows.pivot_table(index="sector", columns="name", values="lq", aggfunc="first")
    series = {
        say.name(one): [round(float(each), 2) for each in quotients[one]]
        for one in list(quotients)[:4]
    }
    names = [say.domain(one) for one in quotients.index]
    return [charts.bars(say, "Jobs and specialisation by domain", shown[0], series, names,
                        say("Location quotient"))]  # fmt: skip


def _guidelines(sheets, say: Words) -> list:
    """A folded table for each municipality, the same advice on several domains once."""
    if sheets is None:
        return []
    frame = sheets.frame
    columns = {
        one: in_language(frame, f"{one}_*", say.language) for one in ("point", "question", "domain")
    }
    if not set(columns.values()) <= set(frame):
        return []
    blocks: list = [Heading(say("Guideline sheets"))]
    head = [say(one) for one in ("Part of the plan", "Domains", "Point", "Question")]
    for name, rows in frame.groupby("municipality_name", sort=True):
        rows = rows.assign(part=rows["chapter"].map(PARTS.index)).sort_values("part", kind="stable")
        together = rows.groupby(
            ["chapter", columns["point"], columns["question"]], sort=False, dropna=False
        )[columns["domain"]].agg(lambda one: ", ".join(dict.fromkeys(one.dropna())))
        lines = [
            [say.label(chapter), domains, str(point), "–" if pd.isna(question) else str(question)]
            for (chapter, point, question), domains in together.items()
        ]
        caption = say("Guideline sheet: {name}", name=say.name(name))
        blocks.append(Table(caption, head, lines, [""] * 4, sheets, folded=True))
    return blocks


def priorities(study: Study, say: Words) -> Chapter:
    """What comes first, and how sure the order is."""
    ranked, chain = study.of(RANKED), study.of(CHAIN)
    code = [Column(one, "Code") for one in ([] if ranked is None else ranked.frame)
            if one.endswith("_id")][:1]  # fmt: skip
    columns = [RANK_COLUMNS[0], *code, *RANK_COLUMNS[1:]]
    blocks = [
        *table(say, ranked, "Candidates by priority", columns, sort=["rank"], rising=True),
        *maps(study, say, RANKED),
        *table(say, chain, "From challenges to tasks", CHAIN_COLUMNS, sort=["code"], rising=True,
               most=60),
    ]  # fmt: skip
    if blocks:
        blocks += [
            Note(say("A ranking is evidence for a decision, not the decision.")),
            *limits_of([ranked], say),
        ]
    return Chapter("priorities", say("Priorities"), blocks)


RANK_COLUMNS = [
    Column("rank", "Rank", "0"),
    Column("name", "Candidate"),
    Column("score", "Score", "2"),
    Column("rank_low", "Best rank", "0"),
    Column("rank_high", "Worst rank", "0"),
    Column("reason_*", "Reason"),
]
CHAIN_COLUMNS = [
    Column("code", "Code"),
    Column("level", "Level", "label"),
    Column("text_*", "Text"),
    Column("evidence", "Candidates that serve it best (rank)"),
]
PLAN_COLUMNS = [
    Column("code", "Code"),
    Column("action", "Action"),
    Column("responsible", "Responsible"),
    Column("partners", "Partners"),
    Column("start", "Start", "date"),
    Column("end", "End", "date"),
    Column("budget", "Budget (EUR)", "0"),
    Column("fund_source", "Source", "sources"),
    Column("status", "Status", "label"),
]
INDICATOR_COLUMNS = [
    Column("code", "Code"),
    Column("indicator", "Indicator", "label"),
    Column("baseline", "Baseline", "figure"),
    Column("value", "Now", "figure"),
    Column("value_date", "Date", "date"),
    Column("target", "Target", "figure"),
    Column("progress_pct", "Way made (%)", "0"),
    Column("status", "Status", "label"),
]


def action_plan(study: Study, say: Words) -> Chapter:
    """Who does what until when, and how far it is."""
    plan, budget = study.of(PLAN), study.of(BUDGET)
    blocks = [
        *_status(plan, say),
        *table(say, plan, "Action plan", PLAN_COLUMNS, most=200),
        *table(say, plan, "Indicators and targets", INDICATOR_COLUMNS, most=200,
               where=lambda rows: rows["target"].notna()),
        *_money(budget, say),
        *limits_of([plan], say),
    ]  # fmt: skip
    return Chapter("action-plan", say("Action plan"), blocks)


def _status(plan, say: Words) -> list:
    """How many actions stand where."""
    if plan is None or "status" not in plan.frame:
        return []
    counts = plan.frame.loc[plan.frame["status"] != "group", "status"].value_counts()
    parts = [f"{say.label(one)}: {say.number(counts[one])}" for one in sorted(counts.index)]
    when = say.date(plan.frame["as_of"].iloc[0]) if "as_of" in plan.frame else ""
    told = say("Actions on {date}: {counts}.", date=when, counts="; ".join(parts))
    return [Sentence(told, plan)] if parts else []


def _money(budget, say: Words) -> list:
    """Money by year and source."""
    if budget is None:
        return []
    money = budget.frame.pivot_table(
        index="source", columns="year", values="amount", aggfunc="sum", fill_value=0, margins=True,
        margins_name="",
    )  # fmt: skip
    together = say("Together")
    return [
        grid(
            say, budget, "Budget by year and source (EUR)", "Source",
            [str(one) if one else together for one in money],
            ((str(name) if name else together, map(say.number, row))
             for name, row in zip(money.index, money.to_numpy())),
        )
    ]  # fmt: skip
