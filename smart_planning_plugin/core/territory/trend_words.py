"""What trends say, in sentences that say no more than the numbers can."""

from __future__ import annotations

import pandas as pd

from ..words import number, people, text, when
from .trends import OK, POPULATION, Trends

WEBB_WORDS = {
    "a": "grows: births outweigh people leaving",
    "b": "grows: more by births than by people coming",
    "c": "grows: more by people coming than by births",
    "d": "grows: people coming outweigh deaths",
    "e": "shrinks: deaths outweigh people coming",
    "f": "shrinks: more by deaths than by people leaving",
    "g": "shrinks: more by people leaving than by deaths",
    "h": "shrinks: people leaving outweigh births",
    "stable": "stays the same",
}


def findings(found: Trends, language: str) -> list[str]:
    """Sentences about the main indicator, the border, and what to be careful with."""
    return findings_of(found.summary, language)


def findings_of(summary: pd.DataFrame, language: str) -> list[str]:
    """The same from the summary alone, as it stands in a study."""
    main = main_indicator(summary)
    rows = summary[summary["indicator"] == main]
    usable = rows[(rows["status"] == OK) & rows["growth_pct_year"].notna()]
    if usable.empty:
        return [text("No zone has figures at both dates.", language)]
    sentences = [_extent(main, rows, usable, language), *_extremes(usable, language)]
    sentences += _abroad(usable, language)
    sentences += _careful(rows, usable, language)
    return [one for one in sentences if one]


def main_indicator(summary: pd.DataFrame) -> str:
    """Population where it is there, else the first."""
    there = list(summary["indicator"])
    return POPULATION if POPULATION in there else there[0]


def signed(value: float, language: str, decimals: int = 1) -> str:
    """A number with its sign."""
    return (
        f"{'+' if value > 0 else '−' if value < 0 else ''}{number(abs(value), language, decimals)}"
    )


def _extent(indicator, rows, usable, language) -> str:
    growing = int((usable["growth_pct_year"] > 0).sum())
    first, last = usable["first_value"].sum(), usable["last_value"].sum()
    return text(
        "{indicator}, {first_date} to {last_date}: {first} became {last} in the {count} of {all} "
        "zones that have both figures; {growing} grew, {shrinking} did not.",
        language,
        indicator=text(indicator, language),
        first_date=when(usable["first_date"].min(), language),
        last_date=when(usable["last_date"].max(), language),
        first=people(first, language),
        last=people(last, language),
        count=len(usable),
        all=len(rows),
        growing=growing,
        shrinking=len(usable) - growing,
    )


def _extremes(usable, language) -> list[str]:
    if len(usable) < 2:
        return []
    ordered = usable.sort_values(["growth_pct_year", "zone"])
    low, high = ordered.iloc[0], ordered.iloc[-1]
    return [
        text(
            "Strongest growth: {high} ({high_pct} % a year); strongest decline or weakest growth: "
            "{low} ({low_pct} % a year).",
            language,
            high=high["name"],
            high_pct=signed(high["growth_pct_year"], language),
            low=low["name"],
            low_pct=signed(low["growth_pct_year"], language),
        )
    ]


def _abroad(usable, language) -> list[str]:
    beside = usable[usable["vs_abroad"].notna()]
    if beside.empty:
        return []
    better = beside[beside["vs_abroad"] > 0]
    widest = beside.loc[beside["vs_abroad"].abs().idxmax()]
    return [
        text(
            "{better} of {count} zones at the border fared better than their neighbours across it, "
            "taken together. The widest difference: {name}, {gap} percentage points a year.",
            language,
            better=len(better),
            count=len(beside),
            name=widest["name"],
            gap=signed(widest["vs_abroad"], language),
        )
    ]


def _careful(rows, usable, language) -> list[str]:
    said = []
    broken = rows[rows["break_years"] != ""]
    if len(broken):
        years = sorted({one for each in broken["break_years"] for one in each.split(", ")})
        said.append(
            text(
                "Limits of this figure: the series of {count} zones may be broken ({years}); "
                "growth across a break is not a trend.",
                language,
                count=len(broken),
                years=", ".join(years),
            )
        )
    if usable["first_date"].nunique() > 1 or usable["last_date"].nunique() > 1:
        said.append(
            text("Limits of this figure: the reference dates differ between zones.", language)
        )
    lost = rows[rows["status"] != OK]
    if len(lost):
        said.append(
            text(
                "Left out for want of figures: {names}.",
                language,
                names=", ".join(lost["name"].astype(str).head(12))
                + ("…" if len(lost) > 12 else ""),
            )
        )
    return said


def by_webb(found: Trends, language: str) -> list[tuple[str, str, int]]:
    """Type, its words, and how many zones are of it."""
    kinds = found.zones["webb"]
    count = kinds[kinds != ""].value_counts().sort_index()
    return [(kind, text(WEBB_WORDS[kind], language), int(many)) for kind, many in count.items()]
