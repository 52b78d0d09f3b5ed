"""Styles: who has to do with whom, zones and partners."""

from __future__ import annotations

from qgis.core import QgsPalLayerSettings, QgsProperty

from .. import design
from .symbols import around_point, ends, fill, labels, line, marker, outline, rules

ACROSS, HOME = "#d9772b", "#7ba7d0"  # as categories: across the border, at home
AT_HOME = "#2b6c99"  # as lines on areas
ACROSS_PALE, HOME_PALE = "#f8d9b0", "#cfe1f0"


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "interactionflows.LINES": ("LineString", flows(), None),
        "partnerships.PAIRS": ("LineString", pairs(), None),
        "partnerships.OPPORTUNITIES": (
            "LineString",
            rules(
                [
                    (
                        "Regions across the border",
                        '"cross_border" = 1',
                        wide(line(ACROSS, 1.2), '0.3 + 2.2 * "score"'),
                    ),
                    (
                        "Regions of one country",
                        '"cross_border" = 0',
                        wide(line(HOME, 1.2), '0.3 + 2.2 * "score"'),
                    ),
                ]
            ),
            labels(
                *ends("region_a", "region_b"),
                (
                    '"rank" <= 5',
                    '"rank"',
                    8,
                    True,
                    6,
                    {"placement": QgsPalLayerSettings.Placement.Line, "color": design.STATE_BORDER},
                ),
            ),
        ),
        "partnerships.IDEAS": (
            "Point",
            rules(
                [
                    (
                        "Joint project idea",
                        "\"kind\" = 'idea'",
                        marker("star", "#e69f00", 4.6, design.INK, 0.2),
                    ),
                    (
                        "Agreement",
                        "\"kind\" = 'agreement'",
                        marker("square", "#4f9d69", 3, design.INK, 0.2),
                    ),
                    (
                        "Event",
                        "\"kind\" = 'event'",
                        marker("circle", "#2b6c99", 2.6, design.INK, 0.2),
                    ),
                ]
            ),
            labels(
                ("\"kind\" = 'idea'", '"title"', 6.5, False, 8, around_point(autoWrapLength=26)),
            ),
        ),
        "functionalzones.ZONES_OUT": (
            "Polygon",
            rules(
                [
                    (
                        "No data",
                        "\"status\" <> 'ok'",
                        fill(design.PAPER, design.MUTED, 0.1, "falling"),
                    ),
                    (
                        "Core of a candidate zone across the border",
                        '"zone_crosses" = 1 AND "role" = \'core\'',
                        fill(ACROSS, design.PAPER, 0.2),
                    ),
                    (
                        "In a candidate zone across the border",
                        '"zone_crosses" = 1 AND "role" = \'member\'',
                        fill(ACROSS_PALE, design.PAPER, 0.2, "rising"),
                    ),
                    (
                        "Core of a candidate zone",
                        '"zone_crosses" = 0 AND "role" = \'core\'',
                        fill(HOME, design.PAPER, 0.2),
                    ),
                    (
                        "In a candidate zone",
                        '"zone_crosses" = 0 AND "role" = \'member\'',
                        fill(HOME_PALE, design.PAPER, 0.2),
                    ),
                    (
                        "Urban area",
                        "\"role\" = 'urban'",
                        fill("#d9d6cf", design.PAPER, 0.2, "level"),
                    ),
                    ("On its own", "\"role\" = 'alone'", fill(design.LAND, design.LAND_EDGE, 0.2)),
                ]
            ),
            None,
        ),
        "functionalzones.REGIONS": (
            "Polygon",
            rules(
                [
                    (
                        "Candidate zone across the border",
                        '"cross_border" = 1',
                        outline(ACROSS, 0.8, 1.7, "217,119,43,60"),
                    ),
                    (
                        "Candidate zone",
                        '"cross_border" = 0',
                        outline("#2b6c99", 0.5, 1.3, "43,108,153,25"),
                    ),
                ]
            ),
            labels(
                ('"cross_border" = 1', '"zone_name"', 8, True, 9, {"autoWrapLength": 16}),
                (
                    '"cross_border" = 0',
                    '"zone_name"',
                    7,
                    False,
                    5,
                    {"color": design.MUTED, "autoWrapLength": 16},
                ),
            ),
        ),
    }


def flows():
    """Desire lines: across or at home by colour, modelled ones broken, the wider the more."""
    width = '0.05 + 2.7 * "flow" / maximum("flow")'
    return rules(
        [
            (label, where, wide(line(color, 0.6, dashes=dashes), width))
            for label, where, color, dashes in (
                ("Observed, across the border",
                 "\"cross_border\" = 1 AND \"kind\" <> 'modelled'", ACROSS, None),
                ("Modelled, across the border",
                 "\"cross_border\" = 1 AND \"kind\" = 'modelled'", ACROSS, "2;1.2"),
                ("Observed", "\"cross_border\" = 0 AND \"kind\" <> 'modelled'", AT_HOME, None),
                ("Modelled", "\"cross_border\" = 0 AND \"kind\" = 'modelled'", AT_HOME, "2;1.2"),
            )
        ]
    )  # fmt: skip


def pairs():
    """Pairs by the gap between what they could and what they do; broken where nothing is done."""
    width = '0.1 + 2.2 * "potential" * "potential"'
    found = []
    for label, low, high, color in (
        ("Potential not used: above 0.6", 0.6, None, "#7f3b08"),
        ("Potential not used: 0.4–0.6", 0.4, 0.6, ACROSS),
        ("Potential not used: 0.2–0.4", 0.2, 0.4, "#f3c08b"),
        ("Potential not used: below 0.2", None, 0.2, "#c9c9c9"),
    ):
        parts = [f'"gap" > {low}'] if low else []
        parts += [f'"gap" <= {high}'] if high else []
        where = " AND ".join(parts)
        found.append((label, where, wide(line(color, 0.6), width)))
    return rules(found[::-1])


def wide(symbol, expression):
    """A line whose width in mm follows the data."""
    symbol.setDataDefinedWidth(QgsProperty.fromExpression(expression))
    return symbol
