"""Styles: what could be shared across the border."""

from __future__ import annotations

from .. import design
from .symbols import (
    around_point,
    dot,
    fill,
    labels,
    marker,
    outline,
    people_size,
    rules,
    sized,
    town_labels,
    unused_area,
    unused_point,
)

ONE_TYPE = "One type of service (filter service_type for another)"
FIRST_TYPE = "Longer way to the nearest, first type of service"
#: What changed: colour, and the size of a point in mm.
CHANGES = {
    "lost": (design.CATEGORIES["abroad_only"][0], 3.4, "Served no longer"),
    "longer": (design.CATEGORIES["abroad_nearer"][0], 2.6, "Further away"),
    "gained": ("#1f5f99", 3.4, "Newly served"),
    "shorter": ("#7ba7d0", 2.6, "Nearer"),
    "same": (design.PAPER, 1.6, "No change"),
}
ONLY_FIRST = '"service_type" = minimum("service_type")'


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    heading = {"heading": ONE_TYPE, "only": ONLY_FIRST}
    people_dot = people_size("people", 6)
    return {
        "bordereffect.OUTPUT.point": (
            "Point",
            rules([*losses(dot()), unused_point()], heading=FIRST_TYPE),
            town_labels("population"),
        ),
        "bordereffect.OUTPUT.polygon": (
            "Polygon",
            rules(
                [*losses(lambda color: fill(color, design.PAPER, 0.1)), unused_area()],
                heading=FIRST_TYPE,
            ),
            None,
        ),
        "sharedserviceareas.AREAS": (
            "Polygon",
            rules(categories(lambda color, pattern: fill(color, pattern=pattern)), **heading),
            None,
        ),
        "sharedserviceareas.PLACES_OUT.point": (
            "Point",
            rules(
                categories(
                    lambda color, _: sized(
                        marker("circle", color, 2, design.INK, 0.15), people_dot
                    )
                ),
                **heading,
            ),
            town_labels("people", ONLY_FIRST),
        ),
        "sharedserviceareas.PLACES_OUT.polygon": (
            "Polygon",
            rules(
                categories(lambda color, pattern: fill(color, design.PAPER, 0.1, pattern)),
                **heading,
            ),
            None,
        ),
        "sharedserviceareas.CHANGES.point": (
            "Point",
            rules(
                changes(lambda color, size: marker("circle", color, size, design.MUTED, 0.2)),
                **heading,
            ),
            town_labels("people", f"{ONLY_FIRST} AND \"change\" NOT IN ('same', 'no_data')"),
        ),
        "sharedserviceareas.CHANGES.polygon": (
            "Polygon",
            rules(changes(lambda color, _: fill(color, design.MUTED, 0.1)), **heading),
            None,
        ),
        "sharedserviceareas.FACILITIES": (
            "Point",
            rules(
                [
                    ("Nearest for people of both countries", '"shared" = 1',
                     marker("star", design.STATE_BORDER, 4.6, width=0.3)),
                    ("Not used: see its status", "\"status\" <> 'ok'",
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                    ("Facility", None,
                     marker("square", design.INK, 2.1)),
                ]
            ),
            labels(
                ('"shared" = 1', "coalesce(attribute($currentfeature, 'name'), '')", 6.5, False, 9,
                 around_point(color=design.STATE_BORDER, autoWrapLength=26)),
            ),
        ),
        "sharedserviceareas.SHARED_ZONES": (
            "Polygon",
            rules(
                [("Shared service zone", "", outline(design.CROSSING, 0.6, 1.6, design.ZONE_TINT))]
            ),
            None,
        ),
    }  # fmt: skip


def losses(symbol_of):
    """Rules for what is lost on the way to the nearest, in minutes."""
    name, used = '"loss_abs_nearest_"', "\"status\" = 'ok'"
    found = [("Cut off", f'{used} AND "cut_off_" = 1', symbol_of(design.STATE_BORDER))]
    below = 0.05
    for limit, color in design.LOSS.items():
        label = f"+ {below:.0f}–{limit} min" if limit else f"> {below} min"
        where = f"{used} AND {name} > {below}" + (f" AND {name} <= {limit}" if limit else "")
        found.append((label, where, symbol_of(color)))
        below = limit
    found.append(("No difference", f"{used} AND {name} <= 0.05", symbol_of("#eef1f3")))
    found.append(("Not reached", f"{used} AND {name} IS NULL", symbol_of(design.UNREACHED)))
    return found


def categories(symbol_of):
    """Rules for the categories of a shared service area."""
    return [
        (label, f"\"category\" = '{name}'", symbol_of(color, pattern))
        for name, (color, pattern, label) in design.CATEGORIES.items()
    ]


def changes(symbol_of):
    """Rules for what changed between two runs; what cannot be compared comes last."""
    found = [
        (label, f"\"change\" = '{name}'", symbol_of(color, size))
        for name, (color, size, label) in CHANGES.items()
    ]
    return [*found, ("No data", None, symbol_of(design.UNREACHED, 1.6))]
