"""Styles: roads and crossings."""

from __future__ import annotations

from .. import design
from .symbols import (
    around_point,
    dot,
    fill,
    labels,
    line,
    marker,
    road_numbers,
    rules,
    sized,
    town_labels,
    unused_area,
    unused_point,
)


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "buildroadnetwork.EDGES": ("LineString", *edges()),
        "buildroadnetwork.NODES": (
            "Point",
            rules(
                [
                    ("Not connected to the main network", '"component" > 0',
                     marker("diamond", design.WARNING, 2.2)),
                    ("Dead end", '"degree" = 1',
                     marker("circle", design.PAPER, 1.5, design.MUTED, 0.3)),
                    ("Junction", None, marker("circle", design.MUTED, 0.9, width=0)),
                ]
            ),
            None,
        ),
        "buildroadnetwork.CROSSINGS": (
            "Point",
            rules(
                [
                    ("Border crossing", 'coalesce("open", 1) = 1',
                     marker("diamond", design.CROSSING, 4, width=0.4)),
                    ("Border crossing, shut", "coalesce(\"open\", 1) <> 1",
                     marker("cross2", design.SHUT, 3, design.SHUT, 0.6)),
                ]
            ),
            labels(
                ("true", '"name"', 6.5, True, 10, around_point(color=design.CROSSING)),
            ),
        ),
        "buildroadnetwork.ISSUES": ("Point", *issues()),
        "checkroadnetwork.ISSUES": ("Point", *issues()),
        "borderzones.OUTPUT.point": (
            "Point",
            zones(dot(), unused_point()),
            town_labels("population"),
        ),
        "borderzones.OUTPUT.polygon": (
            "Polygon",
            zones(lambda color: fill(color, design.PAPER, 0.1), unused_area()),
            None,
        ),
        "bordercrossings.OUTPUT": ("Point", *importance()),
        "fastestroutes.OUTPUT": (
            "LineString",
            rules(
                [
                    ("Route across the border", "\"crossings\" <> ''",
                     line(design.CROSSING, 0.7, design.PAPER)),
                    ("Route within the country", None, line(design.FERRY, 0.5, design.PAPER)),
                ]
            ),
            None,
        ),
    }  # fmt: skip


def zones(symbol_of, unused):
    """Places by minutes to the border: the same breaks on every map."""
    found, below = [], None
    for limit, color in design.BORDER_MINUTES.items():
        parts = [f'"border_min" > {below}'] if below else []
        parts += [f'"border_min" <= {limit}'] if limit else []
        label = f"{below or 0}–{limit} min" if limit else f"> {below} min"
        found.append((label, " AND ".join(parts), symbol_of(color)))
        below = limit
    found.append(("Not reached", "\"band\" = 'unreached'", symbol_of(design.UNREACHED)))
    return rules([*found, unused])


def importance():
    """Crossings as large as their share of trips."""
    size = 'scale_linear(sqrt("share_of_trips"), 0, 1, 2, 9)'
    found = [
        ("Border crossing, most of its trips find another way", '"redundancy" >= 0.5',
         sized(marker("diamond", design.CROSSING, 4, width=0.4), size)),
        ("Border crossing, most of its trips would be lost", '"redundancy" < 0.5',
         sized(marker("diamond", design.WARNING, 4, width=0.4), size)),
        ("Border crossing without trips", None, marker("diamond", design.PAPER, 2.4, design.MUTED)),
    ]  # fmt: skip
    name = "\"name\" || ' (' || round(100 * \"share_of_trips\") || ' %)'"
    return rules(found), labels(("true", name, 6.5, True, 10, around_point(color=design.CROSSING)))


def issues():
    """Points to look at, by how much they matter."""
    found = [
        ("Error: results are wrong here", "\"severity\" = 'error'",
         marker("cross2", design.WARNING, 3.4, design.WARNING, 0.7)),
        ("Warning: look here", "\"severity\" = 'warning'",
         marker("triangle", design.ISSUE, 3, design.INK, 0.2)),
        ("Note", None, marker("circle", design.PAPER, 2, design.MUTED, 0.4)),
    ]  # fmt: skip
    return rules(found), labels(
        ("\"severity\" <> 'note'", '"kind"', 6, False, 2, around_point(minimum_scale=300000))
    )


def edges():
    """Roads by speed, ferries and crossings, with the numbers of the roads."""
    found = [
        ("Border crossing", "\"kind\" = 'crossing'", line(design.CROSSING, 1.2)),
        ("Ferry", "\"kind\" = 'ferry'", line(design.FERRY, 0.5, dashes="1.5;1")),
    ]
    above = None
    for speed, width in design.ROAD_WIDTHS.items():
        where = f'"kind" = \'road\' AND "speed_kmh" >= {speed}'
        where += f' AND "speed_kmh" < {above}' if above else ""
        label = f"≥ {speed} km/h" if speed else f"< {above} km/h"
        found.append((label, where, line(design.ROAD, width)))
        above = speed
    return rules(found), road_numbers("ref", "\"kind\" = 'road'")
