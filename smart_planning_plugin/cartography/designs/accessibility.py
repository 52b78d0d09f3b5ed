"""Styles: who reaches what."""

from __future__ import annotations

from .. import design
from ..classes import EACH
from .symbols import (
    around_point,
    dot,
    fill,
    labels,
    line,
    marker,
    minutes,
    rules,
    town_labels,
    unused_area,
    unused_point,
)


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "serviceaccessibility.OUTPUT.point": (
            "Point",
            rules(
                [*minutes(dot()), unused_point("\"status\" <> 'ok'")]
            ),
            town_labels("population"),
        ),
        "serviceaccessibility.OUTPUT.polygon": (
            "Polygon",
            rules(
                [*minutes(area), unused_area("\"status\" <> 'ok'")]
            ),
            None,
        ),
        "transportperformance.OUTPUT.point": (
            "Point",
            rules([*performance(dot()), unused_point()]),
            town_labels("population"),
        ),
        "transportperformance.OUTPUT.polygon": (
            "Polygon",
            rules([*performance(area), unused_area()]),
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
        "isochrones.OUTPUT": (
            "Polygon",
            rules(bands(lambda color: fill(color, design.PAPER, 0.12))),
            None,
        ),
        "isochrones.OUTPUT.line": (
            "LineString",
            rules(bands(lambda color: line(color, 0.7))),
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


def rasters():
    """Name of a style -> upper limits and colours; the last limit is None."""
    return {"isochrones.SURFACE.raster": list(design.MINUTES.items())}


def area(color):
    """The symbol of an area in a colour."""
    return fill(color, design.PAPER, 0.1)


def bands(symbol_of):
    """Rules for the bands that were cut, light to dark; the last for what is beyond the palette."""
    *colors, last = design.MINUTES.values()
    found = [(f"Band {number}", EACH, symbol_of(color)) for number, color in enumerate(colors, 1)]
    return [*found, ("Further", None, symbol_of(last))]


def performance(symbol_of):
    """Rules for the share of people nearby who are reached in time."""
    found, below = [], None
    for limit, color in design.PERFORMANCE.items():
        parts = [f'"tp" > {below}'] if below else []
        parts += [f'"tp" <= {limit}'] if limit else []
        label = f"{below or 0}–{limit} %" if limit else f"> {below} %"
        found.append((label, " AND ".join([*parts, "\"status\" = 'ok'"]), symbol_of(color)))
        below = limit
    return found
