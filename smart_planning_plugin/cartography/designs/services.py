"""Styles: services of a territory, and where to put more of them."""

from __future__ import annotations

from .. import design
from .crossborder import ONE_TYPE, ONLY_FIRST
from .symbols import around_point, fill, labels, line, marker, people_size, rules, sized

#: Reading of a zone: colour, pattern, label.
PERIPHERY = {
    "no": ("#e3ecf4", None, "For no type of service"),
    "partly": ("#f4ad6c", None, "For less than half of the types"),
    "inner_periphery": ("#a93f5c", "cross", "For half of the types or more: inner periphery"),
}
NAME = "coalesce(attribute($currentfeature, 'name'), '')"


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    size = people_size("people", 6)
    heading = {"heading": ONE_TYPE, "only": ONLY_FIRST}
    return {
        "serviceinventory.OUTPUT": (
            "Polygon",
            rules(
                [
                    (label, f"\"status\" = 'ok' AND \"periphery\" = '{name}'",
                     fill(color, design.PAPER, 0.2, pattern))
                    for name, (color, pattern, label) in PERIPHERY.items()
                ]
                + [("Nobody lives there", None, fill(design.PAPER, design.MUTED, 0.1, "falling"))],
                heading="Further from services than the surrounding region",
            ),
            labels(
                ("\"across_types\" IS NOT NULL", NAME, 6.5, True, 6,
                 {"color": design.INK, "autoWrapLength": 18}),
                ("\"across_types\" IS NULL", NAME, 6, False, 2,
                 {"color": design.MUTED, "autoWrapLength": 18}),
            ),
        ),
        "locatesharedservices.SITES": (
            "Point",
            rules(
                [
                    ("Chosen site, nearest for people of both countries",
                     "\"role\" = 'chosen' AND \"foreign_share\" > 0",
                     sized(marker("star", design.STATE_BORDER, 5, width=0.3), size)),
                    ("Chosen site",
                     "\"role\" = 'chosen' AND coalesce(\"foreign_share\", 0) = 0",
                     sized(marker("square", design.CATEGORIES["abroad_only"][0], 4), size)),
                    ("Site that is there and stays", "\"role\" = 'fixed'",
                     sized(marker("square", design.INK, 4), size)),
                    ("Candidate, not needed", "\"role\" = 'spare'",
                     marker("circle", design.PAPER, 1.8, design.MUTED, 0.3)),
                    ("Candidate, not to be taken", "\"role\" = 'forbidden'",
                     marker("circle", design.UNREACHED, 1, width=0.1)),
                    ("Not used: see its status", None,
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                ]
            ),
            labels(
                ("\"role\" IN ('chosen', 'fixed')", NAME, 7, True, 9,
                 around_point(color=design.STATE_BORDER, autoWrapLength=26)),
            ),
        ),
        "servicecatchments.OUTPUT": (
            "Polygon",
            rules(
                [
                    ("Catchment with people or ground across the border", '"crosses_border" = 1',
                     fill(design.CATEGORIES["abroad_nearer"][0], design.PAPER, 0.35, "rising")),
                    ("Catchment within one country", None,
                     fill(design.CATEGORIES["own_nearer"][0], design.PAPER, 0.35)),
                ],
                **heading,
            ),
            labels(
                (ONLY_FIRST, NAME, 6, False, 2, {"autoWrapLength": 22, "minimum_scale": 400000}),
            ),
        ),
        "servicecatchments.PLACES_OUT.point": (
            "Point",
            rules(
                belongs(lambda color: sized(marker("circle", color, 2, design.INK, 0.15), size)),
                **heading,
            ),
            None,
        ),
        "servicecatchments.PLACES_OUT.polygon": (
            "Polygon",
            rules(belongs(lambda color: fill(color, design.PAPER, 0.1)), **heading),
            None,
        ),
        "locatesharedservices.ASSIGNMENT": (
            "LineString",
            rules(
                [
                    ("To a site across the border", '"across" = 1',
                     line(design.CATEGORIES["abroad_nearer"][0], 0.2)),
                    ("To a site at home", "\"across\" = 0 AND \"status\" = 'ok'",
                     line("#7ba7d0", 0.2)),
                ]
            ),
            None,
        ),
    }  # fmt: skip


def belongs(symbol_of):
    """Rules for the facility that a place belongs to."""
    colors = design.CATEGORIES
    return [
        ("Facility across the border", '"across" = 1', symbol_of(colors["abroad_nearer"][0])),
        ("Facility at home", "\"status\" IN ('ok', 'no_population')",
         symbol_of(colors["own_only"][0])),
        ("No facility, or not used: see its status", None, symbol_of(colors["unserved"][0])),
    ]  # fmt: skip
