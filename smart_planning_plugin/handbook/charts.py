"""Charts of the handbook: plotly figures as plain values, told apart by every eye."""

from __future__ import annotations

import html
import textwrap

from .blocks import Chart, Table, Words
from .plots import FONT, GRID, INK, LINES, PAPER

MOST_ROWS = 40  # bars that fit on a page
LONGEST_LINE = 22


def shown(value: float, say: Words) -> float:
    """A number of people for a chart: one that is hidden in the table is not drawn either."""
    return 0.0 if value < say.fewest else round(value / 10) * 10.0


def _layout(x: str, language: str, **more) -> dict:
    return {
        "font": {"family": FONT, "color": INK, "size": 13},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "xaxis": {
            "title": {"text": x},
            "gridcolor": GRID,
            "automargin": True,
            "rangemode": "tozero",
            "tickformat": ",",
            "tickangle": 0,
            "nticks": 5,
        },
        "yaxis": {
            "automargin": True,
            "ticks": "outside",  # of no colour: they keep names away from the bars
            "ticklen": 6,
            "tickcolor": PAPER,
        },
        "legend": {"orientation": "h", "y": 1.02, "yanchor": "bottom"},
        "margin": {"l": 10, "r": 20, "t": 30, "b": 55},
        "separators": ".," if language == "en" else ",\N{NO-BREAK SPACE}",
        **more,
    }


def _wrapped(name: str) -> str:
    """A name in lines that leave room for the bars on a narrow screen, too."""
    lines = textwrap.wrap(name, LONGEST_LINE, break_long_words=False)
    return "<br>".join(html.escape(one, quote=False) for one in lines)


def bars(say: Words, caption: str, table: Table, series: dict, names: list, unit: str) -> Chart:
    """Horizontal bars: a row a name, a colour and a pattern a series.

    Parameters
    ----------
    caption : str
        English.
    table : Table
        The same numbers, to be read.
    series : dict of list of float
        Name of the series (already in the language) -> values in the order of the names.
    names : list of str
        Of the rows, which need not differ; of many the first are drawn.
    unit : str
    """
    caption, most = say(caption), min(len(names), MOST_ROWS)
    if most < len(names):
        caption += f" ({say('the first {} of {}', most, len(names))})"
    rows = [html.escape(one, quote=False) for one in names[:most]]
    patterns = ["", "/", "x", "."]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "name": html.escape(name, quote=False),
            "y": list(range(most)),
            "x": [None if one != one else one for one in values[:most]],
            "customdata": rows,
            "hovertemplate": "%{customdata}: %{x}",
            "marker": {"color": LINES[at % 4][0], "pattern": {"shape": patterns[at % 4]}},
        }
        for at, (name, values) in enumerate(series.items())
    ]
    lines = [_wrapped(one) for one in names[:most]]
    tallest = 1 + max((one.count("<br>") for one in lines), default=0)
    height = 150 + most * max(12 + 14 * len(series), 4 + 15 * tallest)
    layout = _layout(unit, say.language, barmode="group", height=height)
    layout["yaxis"].update(
        autorange="reversed",
        tickvals=list(range(most)),
        ticktext=lines,
    )
    layout["showlegend"] = len(series) > 1
    layout["legend"]["traceorder"] = "normal"
    return Chart(caption, {"data": traces, "layout": layout}, table)
