"""Pages about territorial trends."""

from __future__ import annotations

import numpy as np

from ..core.territory.codes import is_rate
from ..core.territory.guidelines import CHAPTERS, PARTS
from ..core.territory.trend_words import by_webb, findings, signed
from ..core.words import number, text, when
from . import multiples
from .report import render


def trend_plots(found, zones, language: str) -> list[dict]:
    """For each indicator its title, notes, panels and legend; values are an index, first = 100."""
    plots = []
    legend = [
        text("the zone", language),
        text("the reference", language) + (f" ({found.reference})" if found.reference else ""),
        text("neighbours across the border", language),
    ]
    for indicator in sorted(set(found.series["indicator"])):
        rows = found.series[found.series["indicator"] == indicator]
        summary = found.summary[found.summary["indicator"] == indicator].set_index("zone")
        table = rows.pivot(index="time", columns="zone", values="value")
        panels = [
            _panel(indicator, at, table, summary, zones, found) for at in range(len(zones.id))
        ]
        panels = [one for one in panels if len(one.own) > 1]
        if not panels:
            continue
        first, last = summary["first_date"].min(), summary["last_date"].max()
        dates = f"{when(first, language)} – {when(last, language)}"
        title = f"{text(indicator, language)}, {dates}"
        notes = [text("Index: the first value of each line is 100. All plots have one scale.",
                      language)]  # fmt: skip
        if any(one.breaks for one in panels):
            notes.append(text("Red dotted: the series may be broken there.", language))
        plots.append({"title": title, "notes": notes, "panels": panels, "legend": legend})
    return plots


def _panel(indicator, at, table, summary, zones, found):
    zone = zones.id[at]
    neighbours = [zones.id[two] for one, two in zones.abroad if one == at]
    if found.reference:
        reference = _line(table, [found.reference])
    else:
        reference = (
            [] if is_rate(indicator) else _line(table, summary.index[summary.status == "ok"])
        )
    across = [] if is_rate(indicator) else _line(table, neighbours)
    said = summary.loc[zone, "break_years"] if zone in summary.index else ""
    return multiples.Panel(
        str(zones.name[at]),
        _line(table, [zone]),
        reference,
        across,
        [float(one) for one in said.split(", ") if one],
    )


def _line(table, zones):
    """Points of a sum of zones, as an index; only times at which all have a value."""
    there = [one for one in zones if one in table.columns]
    if not there or len(there) < len(list(zones)):
        return []
    sums = table[there].sum(axis=1, skipna=False).dropna()
    if sums.empty or not sums.iloc[0] > 0:
        return []
    return [(float(time), 100 * float(value / sums.iloc[0])) for time, value in sums.items()]


def trend_svg(found, zones, language: str) -> str:
    """Small multiples of the main indicator for print."""
    plots = trend_plots(found, zones, language)
    main = found.zones["indicator"].iloc[0]
    prefix = text(main, language)
    if not plots:
        return multiples.svg(
            [], text("No zone has figures at both dates.", language), [], [], language
        )
    one = next((plot for plot in plots if plot["title"].startswith(prefix)), plots[0])
    return multiples.svg(one["panels"], one["title"], one["notes"], one["legend"], language)


def trend_page(found, zones, unmatched, limits, language: str) -> str:
    """The page about trends: findings, plots, tables, what did not match."""
    plots = trend_plots(found, zones, language)
    for one in plots:
        one["figure"] = multiples.figure(one["panels"], one["legend"], language)
    tables = [
        (indicator, [_row(one, language) for one in rows.to_dict("records")])
        for indicator, rows in found.summary.groupby("indicator")
    ]
    return render(
        "trends.html",
        language,
        title=text("Territorial trends", language),
        limits=limits,
        findings=findings(found, language),
        webb=by_webb(found, language),
        plots=plots,
        plotly=multiples.plotly_script(),
        tables=tables,
        unmatched=unmatched.to_dict("records"),
    )


def _row(one, language):
    def shown(value, decimals=1, sign=True):
        if value is None or np.isnan(value):
            return "–"
        return signed(value, language, decimals) if sign else number(value, language, decimals)

    whole = 1 if is_rate(one["indicator"]) else 0
    return {
        "name": one["name"],
        "first_date": when(one["first_date"], language),
        "last_date": when(one["last_date"], language),
        "first": shown(one["first_value"], whole, False),
        "last": shown(one["last_value"], whole, False),
        "change": shown(one["change_pct"]),
        "growth": shown(one["growth_pct_year"], 2),
        "reference": shown(one["vs_reference"], 2),
        "abroad": shown(one["vs_abroad"], 2),
        "breaks": one["break_years"]
        or ("" if one["status"] == "ok" else text(one["status"], language)),
    }


def guideline_page(points, found, limits, language: str) -> str:
    """Sheets of municipalities: domains, and for each point its chapter, question, indicator."""
    order = {one: at for at, one in enumerate(CHAPTERS)}
    zone_names = dict(zip(found.rows["zone"], found.rows["name"]))
    sheets = []
    for _, mine in points.groupby("municipality", sort=False) if len(points) else []:
        domains = []
        for _, rows in mine.groupby("domain", sort=False):
            first = rows.iloc[0]
            said = rows.assign(order=rows["chapter"].map(order)).sort_values("order", kind="stable")
            domains.append(
                {
                    "label": first[f"domain_{language}"],
                    "class": first["class"],
                    "confidence": first["confidence"],
                    "points": [
                        {"chapter": one["chapter"],
                         **{part: one[f"{part}_{language}"] for part in PARTS}}
                        for one in said.to_dict("records")
                    ],
                }
            )  # fmt: skip
        first = mine.iloc[0]
        sheets.append(
            {
                "name": first["municipality_name"],
                "zone": zone_names.get(first["zone"], first["zone"]),
                "neighbours": first["neighbours"],
                "domains": domains,
            }
        )
    return render(
        "guidelines.html",
        language,
        title=text("Guidelines for smart specialisation", language),
        limits=limits,
        first=found.first,
        last=found.last,
        sheets=sheets,
    )
