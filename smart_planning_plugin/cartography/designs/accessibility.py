"""Styles: who reaches what."""

from __future__ import annotations

from .. import design
from .symbols import around_point, fill, labels, marker, minutes, rules, town_labels


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "serviceaccessibility.OUTPUT.point": (
            "Point",
            rules(
                [
                    *minutes(lambda color: marker("circle", color, 2.8, design.INK, 0.15)),
                    ("Not used: see its status", None,
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                ]
            ),
            town_labels("population"),
        ),
        "serviceaccessibility.OUTPUT.polygon": (
            "Polygon",
            rules(
                [
                    *minutes(lambda color: fill(color, design.PAPER, 0.1)),
                    ("Not used: see its status", None,
                     fill(design.PAPER, design.MUTED, 0.1, "falling")),
                ]
            ),
            None,
        ),
        "serviceaccessibility.SERVICES_OUT": (
            "Point",
            rules(
                [
                    ("Facility", "\"status\" = 'ok'", marker("square", design.INK, 2.1)),
                    ("Supply, and nobody in reach", "\"status\" = 'unserved'",
                     marker("diamond", "#c2571a", 3.2, design.INK, 0.2)),
                    ("No capacity", "\"status\" = 'no_capacity'",
                     marker("square", design.UNREACHED, 2.1, design.INK, 0.15)),
                    ("Not used: see its status", None,
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                ]
            ),
            None,
        ),
        "traveltimematrix.UNREACHED": (
            "Point",
            rules(
                [
                    (label, f"\"reason\" = '{name}'" if name else None,
                     marker(shape, design.WARNING, 3))
                    for name, (shape, label) in design.REASONS.items()
                ]
            ),
            labels(("true", "\"role\" || ' ' || \"id\"", 6.5, False, 3, around_point())),
        ),
    }  # fmt: skip
