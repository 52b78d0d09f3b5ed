"""Styles: how territories change, what they are strong in, what comes first."""

from __future__ import annotations

from .. import design
from ..classes import EACH
from .symbols import around_point, ends, fill, labels, line, marker, outline, rules, unit_labels

#: Lower limit of growth in per cent a year and its colour: gain blue, loss orange.
GROWTH = {
    1.0: "#1b6aa5",
    0.25: "#85b7d9",
    -0.25: "#f2f0ea",
    -1.0: "#f5c07c",
    -2.0: "#e0823d",
    None: "#a63c14",
}
NO_FIGURE = ("No data", None, ("#ffffff", "falling"))


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "createsample.coast": (
            "LineString",
            rules([("Coast", "", line(design.FERRY, 0.6))]),
            None,
        ),
        "createsample.project_ideas": (
            "Point",
            rules([("Project idea", "", marker("star", design.CROSSING, 3.6))]),
            labels(("true", '"name"', 6.5, False, 3, around_point(autoWrapLength=26))),
        ),
        "createsample.regions": (
            "Polygon",
            rules([("NUTS 3 region", "", outline(design.LAND_EDGE, 0.4, 1.0))]),
            None,
        ),
        "priorities.OUTPUT.point": (
            "Point",
            rules(ranked(lambda color: marker("circle", color, 3.4, design.INK, 0.2))),
            labels(('"rank" IS NOT NULL', '"rank"', 7, True, 5, around_point())),
        ),
        "priorities.OUTPUT.polygon": (
            "Polygon",
            rules(ranked(lambda color: fill(color, design.PAPER, 0.1))),
            labels(('"rank" IS NOT NULL', '"rank"', 8, True, 5, {})),
        ),
        "specialisation.PAIRS": (
            "LineString",
            rules(
                [
                    ("More alike", '"similarity" >= 0.85', line(design.CROSSING, 1.2)),
                    ("Less alike", None, line(design.CROSSING, 0.5, dashes="3;2")),
                ]
            ),
            labels(*ends("name_a", "name_b")),
        ),
        "specialisation.ZONES_OUT": ("Polygon", rules(specialised()), unit_labels()),
        "territorialtrends.OUTPUT": ("Polygon", rules(growth()), unit_labels()),
    }


def growth():
    """Rules for growth a year."""
    found, above = [], None
    for limit, color in GROWTH.items():
        parts = [f'"growth_pct_year" >= {limit}'] if limit is not None else []
        parts += [f'"growth_pct_year" < {above}'] if above is not None else []
        if limit is None:
            label = f"< {above:g} % a year"
        else:
            label = (
                f"{limit:+g} % a year and more"
                if above is None
                else f"{limit:+g} to {above:+g} % a year"
            )
        found.append((label.replace("-", "−"), " AND ".join(parts), fill(color, design.PAPER, 0.1)))
        above = limit
    label, where, (color, pattern) = NO_FIGURE
    return [*found, (label, where, fill(color, design.MUTED, 0.1, pattern))]


def specialised():
    """Rules for the branch that a zone is strongest in: one for each that is there."""
    return [
        *(
            (f"Branch {number}", EACH, fill(color, design.PAPER, 0.4, pattern))
            for number, (color, pattern) in enumerate(design.BRANCHES, 1)
        ),
        (
            "In none, or no data",
            "coalesce(\"strong_in\", '') = ''",
            fill("#ffffff", design.MUTED, 0.1, "falling"),
        ),
        ("Another branch", None, fill("#d9d6cf", design.PAPER, 0.4)),
    ]


def ranked(symbol_of):
    """Rules for ranks, by thirds of those that are ranked."""
    third = '"rank" <= maximum("rank") * {} / 3.0'
    return [
        ("First, whatever the weights", '"rank_high" = 1', symbol_of("#5f2150")),
        ("Among the first third", f'{third.format(1)} AND "rank_high" > 1', symbol_of("#a93f5c")),
        (
            "In the middle",
            f"NOT {third.format(1)} AND {third.format(2)}",
            symbol_of("#f4ad6c"),
        ),
        ("Among the last third", f"NOT {third.format(2)}", symbol_of("#fff7d9")),
        ("Not ranked: a value is missing", None, symbol_of("#c9c9c9")),
    ]
