"""Current situation and trends."""

from __future__ import annotations

from .. import charts
from ..blocks import Chapter, Column, Sentence, Table, Words, findings, table
from ..study import Study
from .common import limits_of, maps

ROADS, CROSSINGS = "buildroadnetwork.EDGES", "buildroadnetwork.CROSSINGS"
TRENDS, TRENDS_SUMMARY = "territorialtrends.OUTPUT", "territorialtrends.SUMMARY"


def situation(study: Study, say: Words) -> Chapter:
    """The territory, its roads, and how its population changes."""
    trends, summary = study.of(TRENDS), study.of(TRENDS_SUMMARY)
    roads, crossings = study.of(ROADS), study.of(CROSSINGS)
    blocks = [
        *_roads(roads, crossings, say),
        *findings(say, summary),
        *findings(say, trends),
        *table(
            say, summary, "Change by indicator", SUMMARY_COLUMNS, sort=["indicator", "zone"],
            rising=True, where=lambda rows: rows["change"].notna(),
        ),
        *table(
            say, trends, "Change by municipality", TREND_COLUMNS, sort=["change_pct"],
            where=lambda rows: rows["change"].notna(),
        ),
        *maps(study, say, "territorialtrends"),
        *limits_of([roads, trends], say),
    ]  # fmt: skip
    return Chapter("situation", say("Current situation and trends"), blocks)


SUMMARY_COLUMNS = [
    Column("indicator", "Indicator", "label"),
    Column("name", "Territory"),
    Column("first_date", "From", "name"),
    Column("last_date", "To", "name"),
    Column("first_value", "At the start", "0"),
    Column("last_value", "At the end", "0"),
    Column("change", "Change", "0"),
    Column("change_pct", "Change (%)", "1"),
    Column("growth_pct_year", "Change a year (%)", "2"),
]
TREND_COLUMNS = [
    Column("name", "Municipality"),
    Column("country", "Country"),
    Column("last_value", "People", "people"),
    Column("change_pct", "Change (%)", "1"),
    Column("growth_pct_year", "Change a year (%)", "2"),
    Column("ageing_index", "Ageing index", "0"),
    Column("webb", "Type of change (Webb)", "label"),
]


def _roads(roads, crossings, say: Words) -> list:
    if roads is None:
        return []
    frame = roads.frame[roads.frame["kind"] == "road"]
    by_country = frame.groupby("country")["length_m"].sum() / 1000
    rows = [[say.name(code), say.number(km)] for code, km in by_country.items()]
    shown = Table(
        say("Roads in the network (km)"),
        [say("Country"), say("Length (km)")],
        rows,
        [False, True],
        roads,
    )
    found = [
        charts.bars(
            say, "Roads in the network (km)", shown, {"": by_country.tolist()},
            by_country.index.tolist(), "km",
        )
    ]  # fmt: skip
    if crossings is not None:
        names = ", ".join(map(str, crossings.frame["name"]))
        told = say("Border crossings in the data: {count} ({names}).",
                   count=say.number(len(crossings.frame)), names=names)  # fmt: skip
        found.insert(0, Sentence(told, crossings))
    return found
