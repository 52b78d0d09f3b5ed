"""Styles: services of a territory, and where to put more of them."""

from __future__ import annotations

from .. import design
from .symbols import around_point, labels, line, marker, people_size, rules, sized

NAME = "coalesce(attribute($currentfeature, 'name'), '')"


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    size = people_size("people", 6)
    return {
        "locatesharedservices.SITES": (
            "Point",
            rules(
                [
                    ("Chosen site, nearest for people of both countries",
                     "\"role\" = 'chosen' AND \"foreign_share\" > 0",
                     sized(marker("star", design.STATE_BORDER, 5, width=0.3), size)),
                    ("Chosen site", "\"role\" = 'chosen'",
                     sized(marker("square", design.CATEGORIES["abroad_only"][0], 4), size)),
                    ("Site that is there and stays", "\"role\" = 'fixed'",
                     sized(marker("square", design.INK, 4), size)),
                    ("Candidate, not needed", "\"role\" = 'spare'",
                     marker("circle", design.PAPER, 1.8, design.MUTED, 0.3)),
                    ("Not used: see its status", None,
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                ]
            ),
            labels(
                ("\"role\" IN ('chosen', 'fixed')", NAME, 7, True, 9,
                 around_point(color=design.STATE_BORDER, autoWrapLength=26)),
            ),
        ),
        "locatesharedservices.ASSIGNMENT": (
            "LineString",
            rules(
                [
                    ("To a site across the border", '"across" = 1',
                     line(design.CATEGORIES["abroad_only"][0], 0.45)),
                    ("To a site at home", "\"status\" = 'ok'", line("#7ba7d0", 0.3)),
                ]
            ),
            None,
        ),
    }  # fmt: skip
