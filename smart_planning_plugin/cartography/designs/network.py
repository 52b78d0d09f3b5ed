"""Styles: roads and crossings."""

from __future__ import annotations

from .. import design
from .symbols import around_point, labels, line, marker, road_numbers, rules


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
    }  # fmt: skip


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
