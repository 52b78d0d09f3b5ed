"""Current situation and trends."""

from __future__ import annotations

from ...core.territory import trend_words
from .. import charts
from ..blocks import Chapter, Column, Sentence, Words, grid, table, told
from ..study import Study
from .common import limits_of, maps

ROADS, CROSSINGS = "buildroadnetwork.EDGES", "buildroadnetwork.CROSSINGS"
OK = "ok"
TRENDS, TRENDS_SUMMARY = "territorialtrends.OUTPUT", "territorialtrends.SUMMARY"


def situation(study: Study, say: Words) -> Chapter:
    """The territory, its roads, and how its population changes."""
    trends, summary = study.of(TRENDS), study.of(TRENDS_SUMMARY)
    roads, crossings = study.of(ROADS), study.of(CROSSINGS)
    blocks = [
        *_roads(roads, crossings, say),
        *_told(summary, say),
        *_trends(trends, say),
        *table(
            say, summary, "Change of other indicators", SUMMARY_COLUMNS, sort=["indicator", "name"],
            rising=True, where=_others, most=100, folded=True,
        ),
        *maps(study, say, "territorialtrends"),
        *limits_of([roads, trends], say),
    ]  # fmt: skip
    return Chapter("situation", say("Current situation and trends"), blocks)


SUMMARY_COLUMNS = [
    Column("indicator", "Indicator", "label"),
    Column("name", "Territory"),
    Column("first_date", "From", "date"),
    Column("last_date", "To", "date"),
    Column("first_value", "At the start", "0"),
    Column("last_value", "At the end", "0"),
    Column("change_pct", "Change (%)", "1"),
    Column("growth_pct_year", "Change a year (%)", "2"),
    Column("break_years", "Breaks in the series"),
]
TREND_COLUMNS = [
    Column("name", "Municipality"),
    Column("country", "Country"),
    Column("first_date", "From", "date"),
    Column("last_date", "To", "date"),
    Column("first_value", "At the start", "0"),
    Column("last_value", "At the end", "0"),
    Column("change_pct", "Change (%)", "1"),
    Column("growth_pct_year", "Change a year (%)", "2"),
    Column("break_years", "Breaks in the series"),
    Column("ageing_index", "Ageing index", "0"),
    Column("webb", "Type of change (Webb)"),
]


def _others(rows):
    """Indicators beside the main one, which stands in the table of municipalities."""
    return (rows["status"] == OK) & (rows["indicator"] != trend_words.main_indicator(rows))


def _told(summary, say: Words) -> list:
    """What the series say, in sentences that mind breaks and reference dates."""
    if summary is None:
        return []
    return told(say, trend_words.findings_of(summary.frame, say.language), summary)


def _trends(trends, say: Words) -> list:
    """How the main indicator changes in each municipality, as a chart above its table."""
    if trends is None:
        return []
    rows = trends.frame[trends.frame["status"] == OK]
    rows = rows.sort_values("growth_pct_year", ascending=False, kind="stable")
    if rows.empty:
        return []
    what = say.label(rows["indicator"].iloc[0])
    caption = say("{indicator}: change a year by municipality", indicator=what)
    made = table(say, trends, caption, TREND_COLUMNS, frame=rows, most=100)
    series = {what: [round(float(one), 2) for one in rows["growth_pct_year"]]}
    names = [say.name(one) for one in rows["name"]]
    return [charts.bars(say, caption, made[0], series, names, say("Change a year (%)"))]


def _roads(roads, crossings, say: Words) -> list:
    if roads is None:
        return []
    frame = roads.frame[roads.frame["kind"] == "road"]
    by_country = frame.groupby("country")["length_m"].sum() / 1000
    shown = grid(
        say, roads, "Roads in the network (km)", "Country", [say("Length (km)")],
        ((say.name(code), [say.number(km)]) for code, km in by_country.items()),
    )  # fmt: skip
    found = [
        charts.bars(
            say, "Roads in the network (km)", shown, {"": by_country.tolist()},
            [say.name(code) for code in by_country.index], "km",
        )
    ]  # fmt: skip
    if crossings is not None:
        names = ", ".join(map(str, crossings.frame["name"]))
        told = say("Border crossings in the data: {count} ({names}).",
                   count=say.number(len(crossings.frame)), names=names)  # fmt: skip
        found.insert(0, Sentence(told, crossings))
    return found
