"""Pages about an action plan: its timeline, progress, money, and what does not fit."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd

from ..core.territory.plan import NO_SOURCE, STATUSES, Plan
from ..core.territory.tables import code
from ..core.words import day, number, text, when
from .report import environment, render

COLORS = {
    "reached": "#1b6aa5", "on_track": "#85b7d9", "behind": "#f5c07c", "overdue": "#a63c14",
    "not_started": "#d9d6cf", "no_figure": "#b9b4a8", "no_dates": "#d9d6cf",
    "inconsistent": "#c0392b", "group": "#6d7178",
}  # fmt: skip
LEFT, WIDE, ROW, TOP = 330, 560, 20, 66


def timeline(plan: Plan, as_of: date, language: str) -> str:
    """A Gantt chart as SVG text; all text from data is escaped."""
    rows = plan.actions.to_dict("records")
    days = [date.fromisoformat(one[name]) for one in rows for name in ("start", "end") if one[name]]
    first = min([*days, as_of]).year
    last = max([*days, as_of]).year + 1
    begin = date(first, 1, 1)
    span = (date(last, 1, 1) - begin).days

    def x(one: date) -> float:
        return round(LEFT + WIDE * (one - begin).days / span, 1)

    drawn = []
    for at, one in enumerate(rows):
        bar = None
        if one["start"] and one["end"] and one["start"] <= one["end"]:
            start, end = date.fromisoformat(one["start"]), date.fromisoformat(one["end"])
            bar = {"x": x(start), "width": max(x(end) - x(start), 2)}
            done = one["progress_pct"]
            bar["done"] = bar["width"] * float(np.clip(done, 0, 100)) / 100 if done == done else 0
        drawn.append(
            {
                "y": TOP + ROW * at, "label": f"{one['code']} {one['action']}",
                "indent": 10 + 10 * one["depth"], "bar": bar, "color": COLORS[one["status"]],
                "status": text(one["status"], language), "group": one["depth"] == 0,
            }
        )  # fmt: skip
    there = [one for one in STATUSES if one in set(plan.actions["status"])]
    return (
        environment()
        .get_template("timeline.svg")
        .render(
            title=text("Timeline", language),
            rows=drawn,
            years=[(x(date(year, 1, 1)), str(year)) for year in range(first, last)],
            end=LEFT + WIDE,
            today=x(as_of),
            as_of=day(as_of, language),
            left=LEFT,
            top=TOP,
            bottom=TOP + ROW * len(rows),
            legend=[(COLORS[one], text(one, language)) for one in there],
            width=LEFT + WIDE + 20,
            height=TOP + ROW * len(rows) + 40,
        )
    )


def plan_page(plan: Plan, as_of: date, labels, limits, language: str) -> str:
    """The page about a plan."""
    names = {}
    if labels is not None:
        column = f"label_{language}" if f"label_{language}" in labels else "indicator"
        names = {row["indicator"]: code(row[column]) for row in labels.to_dict("records")}
    counts = plan.actions["status"].value_counts()
    return render(
        "plan.html",
        language,
        title=text("Action plan", language),
        limits=limits,
        as_of=day(as_of, language),
        counts=[(one, int(counts[one])) for one in STATUSES if one in counts],
        colors=COLORS,
        timeline=timeline(plan, as_of, language),
        targets=[
            _target(one, names, language)
            for one in plan.actions.to_dict("records")
            if one["indicator"]
        ],
        rows=[_row(one, language) for one in plan.actions.to_dict("records")],
        budget=_budget(plan.budget, language),
        partners=[
            {
                **one,
                "responsible_money": number(one["responsible_money"], language),
                "takes_part_money": number(one["takes_part_money"], language),
            }
            for one in plan.partners.to_dict("records")
        ],
        issues=plan.issues.to_dict("records"),
    )


def _shown(value, language, decimals=0):
    if value != value:
        return "–"
    return number(value, language, 0 if value == round(value) else max(decimals, 1))


def _target(one, names, language):
    shown = {
        name: _shown(one[name], language) for name in ("baseline", "value", "target", "distance")
    }
    return {
        **shown,
        "code": one["code"],
        "indicator": names.get(one["indicator"]) or one["indicator"],
        "date": when(one["value_date"], language),
        "progress": "–" if one["progress_pct"] != one["progress_pct"]
        else f"{number(one['progress_pct'], language)} %",
        "expected": "–" if one["expected_pct"] != one["expected_pct"]
        else f"{number(one['expected_pct'], language)} %",
        "status": one["status"],
    }  # fmt: skip


def _row(one, language):
    return {**one, "money": _shown(one["budget"], language)}


def _budget(budget: pd.DataFrame, language: str):
    """Sources by years, with sums."""
    if budget.empty:
        return None
    wide = budget.pivot_table(
        index="source", columns="year", values="amount", aggfunc="sum", fill_value=0.0
    )
    years = sorted(wide.columns)
    rows = [
        (
            text("source unknown", language) if source == NO_SOURCE else source,
            [number(wide.loc[source, year], language) for year in years],
            number(wide.loc[source].sum(), language),
        )
        for source in wide.index
    ]
    sums = [number(wide[year].sum(), language) for year in years]
    heads = [year or text("without a year", language) for year in years]
    return {"years": heads, "rows": rows, "sums": sums,
            "total": number(wide.to_numpy().sum(), language)}  # fmt: skip
