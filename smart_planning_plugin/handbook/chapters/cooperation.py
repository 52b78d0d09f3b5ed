"""Coordination model and partnerships, joint project ideas."""

from __future__ import annotations

from ..blocks import Chapter, Column, Words, findings, table
from ..study import Study
from .common import limits_of, maps


def cooperation(study: Study, say: Words) -> Chapter:
    """Who could talk to whom, who does already, and who does what for each theme."""
    pairs, roles = study.of("partnerships.PAIRS"), study.of("partnerships.ROLES")
    organisations = study.of("partnerships.ORGANISATIONS")
    blocks = [
        *findings(say, pairs),
        *table(say, pairs, "Pairs of municipalities across the border", _in(PAIR_COLUMNS, say),
               sort=["gap", "potential"]),
        *maps(study, say, "partnerships"),
        *table(say, roles, "Coordination model: roles by theme", _in(ROLE_COLUMNS, say)),
        *table(say, organisations, "Organisations", ORGANISATION_COLUMNS),
        *limits_of([pairs, roles], say),
    ]  # fmt: skip
    return Chapter("cooperation", say("Coordination model and partnerships"), blocks)


def _in(columns: list[Column], say: Words) -> list[Column]:
    return [Column(one.field.format(language=say.language), one.label, one.show) for one in columns]


PAIR_COLUMNS = [
    Column("name_a", "Municipality"),
    Column("name_b", "Across the border"),
    Column("zone_a", "Municipality"),
    Column("zone_b", "Across the border"),
    Column("potential", "Potential", "2"),
    Column("cooperation", "Present cooperation", "2"),
    Column("gap", "Gap", "2"),
    Column("themes", "Themes", "label"),
    Column("reason_{language}", "Reason"),
]
ROLE_COLUMNS = [
    Column("theme", "Theme", "label"),
    Column("role", "Role", "label"),
    Column("initiates", "Initiates"),
    Column("decides", "Decides"),
    Column("pays", "Pays"),
    Column("delivers", "Delivers"),
    Column("monitors", "Monitors"),
    Column("organisations", "Organisations"),
    Column("finding", "Finding", "label"),
    Column("proposal_{language}", "Proposal"),
]
ORGANISATION_COLUMNS = [
    Column("name", "Organisation"),
    Column("organisation", "Organisation"),
    Column("country", "Country"),
    Column("themes", "Themes", "label"),
    Column("links", "Links", "0"),
]
IDEA_COLUMNS = [
    Column("title", "Idea"),
    Column("name", "Idea"),
    Column("theme", "Theme", "label"),
    Column("lead", "Lead"),
    Column("partners", "Partners"),
    Column("maturity", "Maturity", "label"),
    Column("cost", "Cost", "0"),
    Column("place", "Place"),
]


def ideas(study: Study, say: Words) -> Chapter:
    """Cards of joint project ideas."""
    cards = next((one for one in study.tables if "IDEA" in one.kind and len(one.frame)), None)
    blocks = [
        *table(say, cards, "Joint project ideas", IDEA_COLUMNS, most=100),
        *maps(study, say, "partnerships.IDEAS"),
        *limits_of([cards], say),
    ]
    return Chapter("ideas", say("Joint project ideas"), blocks)
