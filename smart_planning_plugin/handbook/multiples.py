"""Small multiples: one small plot a zone, as SVG for print and Plotly for the screen."""

from __future__ import annotations

import html
import math
from dataclasses import dataclass, field

from ..core.words import number
from .report import environment

COLUMNS, WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 4, 220, 150, 34, 26, 20
OWN, OTHERS, ACROSS = "#0072B2", "#6d7178", "#E69F00"


@dataclass(frozen=True)
class Panel:
    """One small plot: lines of (time, value), and times at which the series may be broken."""

    title: str
    own: list[tuple[float, float]]
    reference: list[tuple[float, float]] = field(default_factory=list)
    abroad: list[tuple[float, float]] = field(default_factory=list)
    breaks: list[float] = field(default_factory=list)

    @property
    def lines(self):
        """Colour, dashes and points of each line, the own one last and on top."""
        found = [
            (ACROSS, "6 3", self.abroad),
            (OTHERS, "2 2", self.reference),
            (OWN, "", self.own),
        ]
        return [one for one in found if one[2]]


def ticks(low: float, high: float, count: int = 4) -> list[float]:
    """Round numbers within a range.

    Examples
    --------
    >>> ticks(83.0, 104.0)
    [85.0, 90.0, 95.0, 100.0]
    """
    step = 10 ** math.floor(math.log10(max(high - low, 1e-9) / count))
    step *= next(one for one in (1, 2, 5, 10) if (high - low) / (one * step) <= count + 0.5)
    first = math.ceil(low / step)
    return [round(one * step, 10) for one in range(first, math.floor(high / step) + 1)]


def svg(panels: list[Panel], title: str, notes: list[str], legend: list[str], language: str) -> str:
    """Small multiples on one scale, as SVG text; all text from data is escaped."""
    points = [one for panel in panels for _, _, line in panel.lines for one in line]
    times, values = [one[0] for one in points] or [0], [one[1] for one in points] or [100]
    t0, t1 = min(times), max(max(times), min(times) + 1)
    low, high = min(values), max(values)
    pad = max((high - low) * 0.06, 0.5)
    low, high = low - pad, high + pad
    wide, tall = WIDTH - LEFT - 12, HEIGHT - TOP - BOTTOM

    def x(time):
        return round(LEFT + (time - t0) / (t1 - t0) * wide, 1)

    def y(value):
        return round(TOP + (high - value) / (high - low) * tall, 1)

    drawn = [
        {
            "title": panel.title,
            "x": 10 + column % COLUMNS * WIDTH,
            "y": 64 + column // COLUMNS * HEIGHT,
            "breaks": [x(one) for one in panel.breaks],
            "lines": [
                {
                    "color": color,
                    "dashes": dashes,
                    "points": " ".join(f"{x(a)},{y(b)}" for a, b in line),
                    "dot": (x(line[0][0]), y(line[0][1])) if len(line) == 1 else None,
                }
                for color, dashes, line in panel.lines
            ],
            "last": number(panel.own[-1][1], language) if panel.own else "",
            "last_at": (x(panel.own[-1][0]), y(panel.own[-1][1])) if panel.own else None,
        }
        for column, panel in enumerate(panels)
    ]
    rows = math.ceil(len(panels) / COLUMNS)
    return (
        environment()
        .get_template("small_multiples.svg")
        .render(
            title=title,
            notes=notes,
            legend=list(zip([OWN, OTHERS, ACROSS], ["", "2 2", "6 3"], legend)),
            panels=drawn,
            ticks=[(y(one), number(one, language)) for one in ticks(low, high)],
            left=LEFT,
            right=LEFT + wide,
            bottom=TOP + tall,
            top=TOP,
            times=[(x(t0), f"{t0:.0f}"), (x(t1), f"{t1:.0f}")],
            hundred=y(100) if low <= 100 <= high else None,
            width=20 + COLUMNS * WIDTH,
            height=80 + rows * HEIGHT + 14 * len(notes),
        )
    )


def figure(panels: list[Panel], legend: list[str], language: str) -> dict:
    """The same as a Plotly figure, as plain lists: one subplot a panel, on one scale."""
    rows = math.ceil(len(panels) / COLUMNS)
    values = [one[1] for panel in panels for _, _, line in panel.lines for one in line]
    layout = {
        "grid": {"rows": rows, "columns": COLUMNS, "pattern": "independent"},
        "height": 60 + 190 * rows, "margin": {"l": 40, "r": 10, "t": 40, "b": 30},
        "legend": {"orientation": "h", "y": 1 + 0.35 / rows}, "font": {"size": 11},
        "separators": ".," if language == "en" else ", ", "annotations": [],
    }  # fmt: skip
    data = []
    for at, panel in enumerate(panels, 1):
        number_ = "" if at == 1 else str(at)
        names = dict(zip([OWN, OTHERS, ACROSS], legend))
        for color, dashes, line in panel.lines:
            data.append(
                {"type": "scatter", "mode": "lines+markers", "xaxis": f"x{number_}",
                 "yaxis": f"y{number_}", "x": [round(one[0], 2) for one in line],
                 "y": [round(one[1], 2) for one in line], "name": names[color],
                 "legendgroup": color, "showlegend": at == 1, "marker": {"size": 4},
                 "line": {"color": color, "dash": "dot" if dashes else "solid"}}
            )  # fmt: skip
        layout[f"yaxis{number_}"] = {"range": [min(values) * 0.97, max(values) * 1.03]}
        layout["annotations"].append(
            {"text": html.escape(panel.title), "xref": f"x{number_} domain",
             "yref": f"y{number_} domain", "x": 0, "y": 1.14, "showarrow": False}
        )  # fmt: skip
    return {"data": data, "layout": layout}


def plotly_script() -> str:
    """Plotly itself, to stand in the page so that it works without a connection."""
    from plotly.offline import get_plotlyjs

    return get_plotlyjs()
