"""Styles: who has to do with whom, zones and partners."""

from __future__ import annotations

from qgis.core import QgsProperty

from .symbols import line, rules

ACROSS, HOME = "#d9772b", "#7ba7d0"  # as categories: across the border, at home
ONE_COUNTRY = {"core": "#7ba7d0", "member": "#cfe1f0", "alone": "#ecebe6", "urban": "#d9d6cf"}
BOTH_COUNTRIES = {"core": "#d9772b", "member": "#f8d9b0"}


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "interactionflows.LINES": ("LineString", flows(), None),
    }


def flows():
    """Desire lines: across or at home by colour, modelled ones broken, the wider the more."""
    width = '0.15 + 2.2 * sqrt("flow" / maximum("flow"))'
    return rules(
        [
            (label, where, wide(line(color, 0.6, dashes=dashes), width))
            for label, where, color, dashes in (
                ("Observed, across the border",
                 "\"cross_border\" = 1 AND \"kind\" <> 'modelled'", ACROSS, None),
                ("Modelled, across the border",
                 "\"cross_border\" = 1 AND \"kind\" = 'modelled'", ACROSS, "2;1.2"),
                ("Observed", "\"cross_border\" = 0 AND \"kind\" <> 'modelled'", HOME, None),
                ("Modelled", "\"cross_border\" = 0 AND \"kind\" = 'modelled'", HOME, "2;1.2"),
            )
        ]
    )  # fmt: skip


def wide(symbol, expression):
    """A line whose width in mm follows the data."""
    symbol.setDataDefinedWidth(QgsProperty.fromExpression(expression))
    return symbol
