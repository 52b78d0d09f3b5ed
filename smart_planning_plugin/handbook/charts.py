"""Charts of the handbook: plotly figures as plain values, told apart by every eye."""

from __future__ import annotations

from .blocks import Chart, Table, Words
from .plots import FONT, GRID, INK, LINES, PAPER


def shown(value: float, say: Words) -> float:
    """A number of people for a chart: one that is hidden in the table is not drawn either."""
    return 0.0 if value < say.fewest else round(value / 10) * 10.0


def _layout(x: str, y: str, **more) -> dict:
    return {
        "font": {"family": FONT, "color": INK, "size": 13},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": {
            "title": {"text": x},
            "gridcolor": GRID,
            "automargin": True,
            "rangemode": "tozero",
        },
        "yaxis": _axis(y),
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        "margin": {"l": 10, "r": 20, "t": 30, "b": 45},
        **more,
    }


def _axis(title: str) -> dict:
    return {"title": {"text": title}, "gridcolor": GRID, "automargin": True}


def bars(say: Words, caption: str, table: Table, series: dict, names: list, unit: str) -> Chart:
    """Horizontal bars: a row a name, a colour and a pattern a series.

    Parameters
    ----------
    table : Table
        The same numbers, to be read.
    series : dict of list of float
        Name of the series (already in the language) -> values in the order of the names.
    names : list of str
    unit : str
        English.
    """
    patterns = ["", "/", "x", "."]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": name,
            "y": names,
            "x": [None if one != one else one for one in values],
            "marker": {"color": LINES[at % 4][0], "pattern": {"shape": patterns[at % 4]}},
        }
        for at, (name, values) in enumerate(series.items())
    ]
    layout = _layout(say(unit), "", barmode="group", height=140 + 26 * len(names) * len(series))
    layout["yaxis"]["autorange"] = "reversed"
    layout["showlegend"] = len(series) > 1
    return Chart(say(caption), {"data": traces, "layout": layout}, table)
