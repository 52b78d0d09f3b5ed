"""Plots of accessibility with tables beside them, as one page."""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib import util
from pathlib import Path

import numpy as np

from ..core.accessibility import curves
from ..core.accessibility.equity import gini, lorenz
from ..core.accessibility.measures import NEAREST
from ..core.errors import SmartPlanningError
from ..core.words import number, phrase, text
from .findings.common import scenario_words
from .report import environment

FONT, INK, PAPER, GRID, GREY = "Open Sans", "#26282c", "#ffffff", "#e4e4e4", "#9a9a9a"
#: Told apart in every kind of colour blindness, and by their dashes.
LINES = [("#1f5a8c", "solid"), ("#c2571a", "dash"), ("#3b7d5b", "dot"), ("#7b1fa2", "dashdot")]
DASHES = [dash for _, dash in LINES]
WIDTHS = [5, 3, 1.5]  # of states: where they are alike, all are seen
BOX = ["lowerfence", "q1", "median", "q3", "upperfence"]  # as curves.QUANTILES


class MissingPlotlyError(SmartPlanningError):
    """Plots are asked for, and plotly is not there."""


def require_plotly() -> None:
    """Raise if there is no plotly."""
    if util.find_spec("plotly") is None:
        raise MissingPlotlyError(
            "PLOTS need the package plotly, which is not there",
            "Install python3-plotly or 'pip install plotly', or leave PLOTS empty",
        )


@dataclass(frozen=True)
class Series:
    """What one line or box shows: the people of one country under one state of the border."""

    country: str
    state: str
    values: np.ndarray
    people: np.ndarray
    color: str
    dash: str
    width: float = 2.5
    hidden: bool = False  # until it is clicked on in the legend

    @property
    def name(self) -> str:
        return f"{self.country}, {self.state}" if self.state else self.country


def write_plots(path: Path, states, places, at, unit: str, about: dict, language: str) -> None:
    """Write the page.

    Parameters
    ----------
    path : Path
    states : list of (str, core.accessibility.measures.Accessibility)
        What is measured, and under which state of the border; with one, its name is not shown.
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
    for measure, kind, column in states[0][1].main():
        people = np.where(at.ok, places.people(kind.demand_field), 0.0)
        if not (people > 0).any():
            continue
        measured = [(name, one.values[column].to_numpy(float)) for name, one in states]
        series = _series(measured, people, at, language)
        drawn = _within if measure == NEAREST else _spread
        sections.append(
            {
                "title": f"{kind.label_in(language)}: {say(TITLES[measure])}",
                "plots": [drawn(series, unit, language), _lorenz(series, language)],
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
        scenario=scenario_words(about["scenario"], language),
        limits=[phrase(one, language) for one in about["limits"]],
    )
    path.write_text(html, encoding="utf-8")


def _series(measured, people, at, language) -> list[Series]:
    """People of each country and all, under each state; with several states colours tell these."""
    codes = sorted(set(at.country[at.ok]))
    groups = [(code, at.ok & (at.country == code)) for code in codes if code]
    if len(groups) != 1:
        groups.append(("", at.ok))
    several = len(measured) > 1
    series = []
    for which, (code, mine) in enumerate(groups):
        for nth, (state, values) in enumerate(measured):
            color, dash = LINES[which % len(LINES)] if code else (INK, "solid")
            if several:
                color, dash = LINES[nth % len(LINES)][0], DASHES[which % len(DASHES)]
            series.append(
                Series(
                    code or text("All", language),
                    scenario_words(state, language) if several else "",
                    values[mine],
                    people[mine],
                    color,
                    dash,
                    WIDTHS[nth % len(WIDTHS)] if several else 2.5,
                    several and not code and len(groups) > 1,
                )
            )
    return series


WORDS = {
    "title": "Accessibility: how it is spread over people",
    "limits": "Limits of these figures",
    "scenario": "Scenario",
    "people": "People are counted where they live; shares are of those whose place could be used.",
    "box": "A box holds the middle half of the people, its line parts them in halves, and its ends "
    "are where the lowest and the highest tenth begin.",
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


def _line(one: Series, x, y) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "name": one.name,
        "x": _rounded(x),
        "y": _rounded(y),
        "line": {"color": one.color, "dash": one.dash, "width": one.width},
        "visible": "legendonly" if one.hidden else True,
    }


def _figure(title, traces, x, y, table, **more) -> dict:
    layout = {
        "title": {"text": title, "font": {"size": 15}},
        "font": {"family": FONT, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": {"title": x, "rangemode": "tozero", "gridcolor": GRID},
        "yaxis": {"title": y, "rangemode": "tozero", "gridcolor": GRID, "exponentformat": "none"},
        "legend": {"orientation": "h", "y": -0.2, "yanchor": "top"},
        "margin": {"l": 60, "r": 20, "t": 45, "b": 60},
        **more,
    }
    # what stands in a script must not end it
    figure = json.dumps({"data": traces, "layout": layout}, sort_keys=True).replace("</", "<\\/")
    return {"figure": figure, "table": table}


def _rounded(values) -> list:
    return [None if not np.isfinite(one) else round(float(one), 6) for one in values]


def _percent(values, language) -> list[str]:
    return [f"{number(100 * one, language, 1)} %" if np.isfinite(one) else "–" for one in values]


def _within(series: list[Series], unit, language) -> dict:
    """Cumulative share of people by minutes."""
    most = max([10.0, *(one.values[_known(one)].max(initial=0.0) for one in series)])
    x = np.linspace(0, np.ceil(most / 10) * 10, curves.STEPS)
    limits = [one for one in curves.MINUTES if one <= x[-1]]
    traces, rows = [], []
    for one in series:
        traces.append(_line(one, x, 100 * curves.share_within(one.values, one.people, x)))
        share = curves.share_within(one.values, one.people, limits)
        rows.append([one.name, *_percent(share, language)])
    head = ["", *(f"≤ {one} {unit}" for one in limits)]
    return _figure(
        text("Share of people by the way to the nearest", language),
        traces,
        unit,
        text("% of people", language),
        {"head": head, "rows": rows},
    )


def _known(one: Series) -> np.ndarray:
    return np.isfinite(one.values) & (one.people > 0)


def _spread(series: list[Series], unit, language) -> dict:
    """Distribution by country: the middle half of the people, and where the tenths end."""
    boxes: dict[str, dict] = {}
    rows = []
    most = max(one.values[_known(one)].max(initial=0.0) for one in series)
    decimals = int(np.clip(2 - np.floor(np.log10(most)), 1, 9)) if most > 0 else 1
    for one in series:
        found = curves.quantiles(one.values, one.people)
        # a state is a colour; with one state a country is
        box = boxes.setdefault(
            one.state or one.name,
            {"type": "box", "name": one.state or one.name, "marker": {"color": one.color}, "x": [],
             **{name: [] for name in BOX}},
        )  # fmt: skip
        box["x"].append(one.country)
        for name, value in zip(BOX, _rounded(found)):
            box[name].append(value)
        rows.append(
            [one.name, *(number(value, language, decimals) if value == value else "–"
                         for value in found)]
        )  # fmt: skip
    head = ["", *(text("{} % have at most", language, round(100 * q)) for q in curves.QUANTILES)]
    return _figure(
        text("How it is spread", language),
        list(boxes.values()),
        "",
        text("measure", language),
        {"head": head, "rows": rows},
        boxmode="group" if any(one.state for one in series) else "overlay",
    )


def _lorenz(series: list[Series], language) -> dict:
    whole = np.array([0.0, 100.0])
    equal = Series(text("equality", language), "", whole, whole, GREY, "dot")
    traces, rows = [_line(equal, whole, whole)], []
    for one in series:
        share, part = lorenz(one.values, one.people)
        traces.append(_line(one, 100 * share, 100 * part))
        found = gini(one.values, one.people)
        rows.append([one.name, number(found, language, 3) if found == found else "–"])
    return _figure(
        text("Lorenz curve", language),
        traces,
        text("% of people, from the least", language),
        text("% of what they have", language),
        {"head": ["", text("Gini index", language)], "rows": rows},
    )
