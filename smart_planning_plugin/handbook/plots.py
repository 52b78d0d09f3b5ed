"""Plots of accessibility with tables beside them, as one page."""

from __future__ import annotations

import json
from importlib import util
from pathlib import Path

import numpy as np

from ..core.accessibility import curves
from ..core.accessibility.equity import gini, lorenz
from ..core.accessibility.measures import NEAREST
from ..core.errors import SmartPlanningError
from ..core.words import number, text
from .report import environment

FONT, INK, PAPER, GRID, GREY = "Open Sans", "#26282c", "#ffffff", "#e4e4e4", "#9a9a9a"
#: Told apart in every kind of colour blindness, and by their dashes.
LINES = [("#1f5a8c", "solid"), ("#c2571a", "dash"), ("#3b7d5b", "dot"), ("#7b1fa2", "dashdot")]


class MissingPlotlyError(SmartPlanningError):
    """Plots are asked for, and plotly is not there."""


def require_plotly() -> None:
    """Raise if there is no plotly."""
    if util.find_spec("plotly") is None:
        raise MissingPlotlyError(
            "PLOTS need the package plotly, which is not there",
            "Install python3-plotly or 'pip install plotly', or leave PLOTS empty",
        )


def write_plots(path: Path, access, places, at, unit: str, about: dict, language: str) -> None:
    """Write the page.

    Parameters
    ----------
    path : Path
    access : core.accessibility.measures.Accessibility
    places : core.services.inputs.Places
    at : core.network.snapping.Positions
        Where the places join the network.
    unit : str
        Of costs, ``min`` or ``km``.
    about : dict
        `scenario` and `limits`, to stand above the plots.
    language : str
    """
    from plotly.offline import get_plotlyjs

    def say(english, *values):
        return text(english, language, *values)

    sections = []
    for measure, kind, column in access.main():
        people = np.where(at.ok, places.people(kind.demand_field), 0.0)
        values = access.values[column].to_numpy(float)
        if not (people > 0).any():
            continue
        parts = [(one, at.country == one) for one in sorted(set(at.country[at.ok]))]
        groups = [(code or say("All"), mine) for code, mine in parts]
        if len(parts) > 1:
            groups.append((say("All"), at.ok))
        drawn = _within if measure == NEAREST else _spread
        sections.append(
            {
                "title": f"{kind.label_in(language)}: {say(TITLES[measure])}",
                "plots": [
                    drawn(values, people, groups, unit, language),
                    _lorenz(values, people, groups, language),
                ],
            }
        )
    page = environment().get_template("plots.html")
    words = {name: say(english) for name, english in WORDS.items()}
    html = page.render(
        language=language,
        words=words,
        sections=sections,
        plotly=get_plotlyjs(),
        ink=INK,
        scenario="; ".join(say(one) for one in about["scenario"].split("; ")),
        limits=[say(one) for one in about["limits"]],
    )
    path.write_text(html, encoding="utf-8")


WORDS = {
    "title": "Accessibility: how it is spread over people",
    "limits": "Limits of these figures",
    "scenario": "Scenario",
    "people": "People are counted where they live; shares are of those whose place could be used.",
}
TITLES = {
    "nearest": "the way to the nearest",
    "cumulative": "what lies within the threshold",
    "gravity": "what lies in reach, less the further away",
    "2sfca": "supply for each person (2SFCA)",
    "e2sfca": "supply for each person (E2SFCA)",
    "3sfca": "supply for each person (3SFCA)",
    "bfca": "supply for each person (balanced FCA)",
    "spatial_availability": "part of the supply (spatial availability)",
}


def _line(name, x, y, style, **more):
    color, dash = style
    line = {"color": color, "dash": dash, "width": 2.5}
    return {"type": "scatter", "mode": "lines", "name": name, "x": x, "y": y, "line": line, **more}


def _figure(title, traces, x, y, table) -> dict:
    layout = {
        "title": {"text": title, "font": {"size": 15}},
        "font": {"family": FONT, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": {"title": x, "rangemode": "tozero", "gridcolor": GRID},
        "yaxis": {"title": y, "rangemode": "tozero", "gridcolor": GRID},
        "legend": {"orientation": "h", "y": -0.25},
        "margin": {"l": 60, "r": 20, "t": 45, "b": 60},
    }
    # what stands in a script must not end it
    figure = json.dumps({"data": traces, "layout": layout}, sort_keys=True).replace("</", "<\\/")
    return {"figure": figure, "table": table}


def _rounded(values) -> list:
    return [None if not np.isfinite(one) else round(float(one), 6) for one in values]


def _percent(values, language) -> list[str]:
    return [f"{number(100 * one, language, 1)} %" if np.isfinite(one) else "–" for one in values]


def _within(values, people, groups, unit, language) -> dict:
    """Cumulative share of people by minutes."""
    finite = values[np.isfinite(values) & (people > 0)]
    most = max(float(finite.max()) if len(finite) else 0.0, 10.0)
    x = np.linspace(0, np.ceil(most / 10) * 10, curves.STEPS)
    limits = [one for one in curves.MINUTES if one <= x[-1]]
    traces, rows = [], []
    for style, (name, mine) in zip(_styles(groups), groups):
        share = curves.share_within(values[mine], people[mine], x)
        traces.append(_line(name, _rounded(x), _rounded(100 * share), style))
        share = curves.share_within(values[mine], people[mine], limits)
        rows.append([name, *_percent(share, language)])
    head = ["", *(f"≤ {one} {unit}" for one in limits)]
    return _figure(
        text("Share of people by the way to the nearest", language),
        traces,
        unit,
        text("% of people", language),
        {"head": head, "rows": rows},
    )


def _spread(values, people, groups, unit, language) -> dict:
    """Distribution by country."""
    edges = curves.classes(values, people)
    middle, decimals = (edges[1:] + edges[:-1]) / 2, 1 if edges[-1] >= 10 else 5
    traces, rows = [], []
    for style, (name, mine) in zip(_styles(groups), groups):
        share = curves.bars(values[mine], people[mine], edges)
        traces.append(
            {
                "type": "bar",
                "name": name,
                "x": _rounded(middle),
                "y": _rounded(100 * share),
                "marker": {"color": style[0]},
            }
        )
        found = curves.quantiles(values[mine], people[mine])
        rows.append(
            [name, *(number(one, language, decimals) if one == one else "–" for one in found)]
        )
    head = ["", *(text("{} % have at most", language, round(100 * q)) for q in curves.QUANTILES)]
    return _figure(
        text("How it is spread", language),
        traces,
        text("measure", language),
        text("% of people", language),
        {"head": head, "rows": rows},
    )


def _lorenz(values, people, groups, language) -> dict:
    equal = (GREY, "dot")
    traces = [_line(text("equality", language), [0, 100], [0, 100], equal)]
    rows = []
    for style, (name, mine) in zip(_styles(groups), groups):
        share, part = lorenz(values[mine], people[mine])
        traces.append(_line(name, _rounded(100 * share), _rounded(100 * part), style))
        found = gini(values[mine], people[mine])
        rows.append([name, number(found, language, 3) if found == found else "–"])
    return _figure(
        text("Lorenz curve", language),
        traces,
        text("% of people, from the least", language),
        text("% of what they have", language),
        {"head": ["", text("Gini index", language)], "rows": rows},
    )


def _styles(groups):
    return [*LINES[: len(groups) - 1], (INK, "solid")] if len(groups) > 1 else LINES
