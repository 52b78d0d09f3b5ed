"""Coordination model and partnerships, joint project ideas."""

from __future__ import annotations

from ..blocks import Chapter, Column, Heading, Note, Words, table
from ..study import Study
from .common import limits_of, maps, reasons

REGISTER = "partnerships.IDEAS"
MOST_SHOWN, MOST_TOLD = 15, 6
#: What is said of a function that is taken so.
TAKEN = {
    "empty": "By nobody",
    "one_sided": "On one side only",
    "double": "Twice in one country",
    "ok": "On each side",
}


def cooperation(study: Study, say: Words) -> Chapter:
    """Who could talk to whom, who does already, and who does what for each theme."""
    pairs, roles = study.of("partnerships.PAIRS"), study.of("partnerships.ROLES")
    organisations, register = study.of("partnerships.ORGANISATIONS"), study.of(REGISTER)
    taken = None if roles is None else roles.frame.replace({"finding": TAKEN})
    blocks = [
        *table(say, pairs, "Pairs of municipalities across the border", PAIR_COLUMNS,
               sort=["rank"], rising=True, most=MOST_SHOWN),
        *maps(study, say, "partnerships.PAIRS"),
        *_told(pairs, say),
        *table(say, register, "Agreements and events on record", RECORD_COLUMNS,
               where=lambda rows: rows["kind"] != "idea", sort=["kind", "title"], rising=True,
               most=60),
        *table(say, roles, "Coordination model: roles by theme", ROLE_COLUMNS, most=100,
               frame=taken),
        *table(say, organisations, "Organisations", ORGANISATION_COLUMNS, most=60,
               sort=["partners", "records"]),
    ]  # fmt: skip
    if roles is not None:
        blocks.append(Note(say("Proposals are made from the register; who does what is for the "
                               "partners to agree.")))  # fmt: skip
    return Chapter(
        "cooperation",
        say("Coordination model and partnerships"),
        [*blocks, *limits_of([pairs, roles, register], say)],
    )


def _told(pairs, say: Words) -> list:
    """Why the pairs in which most could be won are named."""
    if pairs is None or "rank" not in pairs.frame:
        return []
    blocks = []
    rows = pairs.frame.sort_values("rank", kind="stable").head(MOST_TOLD)
    for at, one in rows.iterrows():
        said = reasons(say, pairs, rows.loc[[at]])
        blocks += [Heading(f"{say.name(one['name_a'])} – {say.name(one['name_b'])}"), *said]
    return blocks


PAIR_COLUMNS = [
    Column("name_a", "Municipality"),
    Column("name_b", "Across the border"),
    Column("time_min", "Travel time (min)", "0"),
    Column("potential", "Potential", "2"),
    Column("cooperation", "Present cooperation", "2"),
    Column("gap", "Gap", "2"),
    Column("themes_open", "Open themes", "labels"),
]
RECORD_COLUMNS = [
    Column("kind", "Kind", "label"),
    Column("title", "Title"),
    Column("theme", "Theme", "labels"),
    Column("partners_a", "Partners on one side", "names"),
    Column("partners_b", "Partners on the other side", "names"),
    Column("place", "Place"),
    Column("date_from", "From", "date"),
    Column("date_to", "To", "date"),
]
ROLE_COLUMNS = [
    Column("theme", "Theme", "label"),
    Column("function", "Function", "label"),
    Column("organisations", "Organisations"),
    Column("finding", "Taken", "label"),
    Column("proposal", "Proposal"),
]
ORGANISATION_COLUMNS = [
    Column("organisation", "Organisation"),
    Column("country", "Country"),
    Column("themes", "Themes", "labels"),
    Column("functions", "Functions", "labels"),
    Column("records", "Records", "0"),
    Column("partners", "Links", "0"),
]
IDEA_COLUMNS = [
    Column("title", "Idea"),
    Column("theme", "Theme", "labels"),
    Column("lead", "Lead"),
    Column("partners_a", "Partners on one side", "names"),
    Column("partners_b", "Partners on the other side", "names"),
    Column("maturity", "Maturity", "label"),
    Column("cost_eur", "Cost (EUR)", "0"),
    Column("place", "Place"),
    Column("basis", "Basis", "label"),
]


def ideas(study: Study, say: Words) -> Chapter:
    """Cards of joint project ideas."""
    register = study.of(REGISTER)
    blocks = [
        *table(say, register, "Joint project ideas", IDEA_COLUMNS, most=100,
               where=lambda rows: rows["kind"] == "idea", sort=["title"], rising=True),
        *maps(study, say, "partnerships.IDEAS"),
    ]  # fmt: skip
    if blocks:
        blocks += limits_of([register], say)
    return Chapter("ideas", say("Joint project ideas"), blocks)
