"""Styles: who reaches what."""

from __future__ import annotations

from .. import design
from .symbols import around_point, fill, labels, line, marker, minutes, rules, town_labels


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
        "transportperformance.OUTPUT.point": (
            "Point",
            rules(performance(lambda color: marker("circle", color, 2.8, design.INK, 0.15))),
            town_labels("population"),
        ),
        "transportperformance.OUTPUT.polygon": (
            "Polygon",
            rules(performance(lambda color: fill(color, design.PAPER, 0.1))),
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


def bands(symbol_of):
    """Rules for the outer limit of a band, in minutes or km."""
    limit = "coalesce(attribute($currentfeature, 'to_min'), attribute($currentfeature, 'to_km'))"
    found, below = [], 0
    for upper, color in design.MINUTES.items():
        where = f"{limit} > {below}" + (f" AND {limit} <= {upper}" if upper else "")
        found.append(
            (f"{below}–{upper} min" if upper else f"> {below} min", where, symbol_of(color))
        )
        below = upper
    return found


def performance(symbol_of):
    """Rules for the share of people nearby who are reached in time."""
    found, below = [], None
    for limit, color in design.PERFORMANCE.items():
        parts = [f'"tp" > {below}'] if below else []
        parts += [f'"tp" <= {limit}'] if limit else []
        label = f"{below or 0}–{limit} %" if limit else f"> {below} %"
        found.append((label, " AND ".join([*parts, "\"status\" = 'ok'"]), symbol_of(color)))
        below = limit
    found.append(("Not used: see its status", None, symbol_of(design.PAPER)))
    return found
