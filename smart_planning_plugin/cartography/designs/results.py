"""Styles: base map and sample region."""

from __future__ import annotations

from .. import design
from .symbols import (
    fill,
    labels,
    line,
    marker,
    outline,
    people_size,
    road_numbers,
    rules,
    sized,
    town_labels,
)

SAMPLE_SERVICES = {
    "ambulance_post": ("cross_fill", "#c0392b", "Ambulance post"),
    "planned_hospital": ("square", "#1f6f8b", "Planned-care hospital"),
    "vocational_school": ("triangle", "#8a5a00", "Vocational school"),
    "swimming_pool": ("circle", "#2b6c99", "Swimming pool"),
    "culture_house": ("star", "#7b1fa2", "Culture house"),
    "sports_hall": ("pentagon", "#2e7d32", "Sports hall"),
}


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    return {
        "explain.ROUTES": (
            "LineString",
            rules(
                [
                    ("Way to a service abroad", "\"role\" LIKE '%abroad'", line("#c2571a", 0.9,
                                                                              design.PAPER)),
                    ("Way", None, line("#1f5a8c", 0.9, design.PAPER)),
                ]
            ),
            None,
        ),
        "buildproject.BORDER": (
            "LineString",
            rules([("State border", "",
                    line(design.STATE_BORDER, 0.7, design.PAPER, "3.5;1;0.8;1"))]),
            None,
        ),
        "buildproject.LAND": (
            "Polygon",
            rules([("Countries", "", fill(design.LAND, design.LAND_EDGE, 0.2))]),
            None,
        ),
        "buildproject.UNITS": (
            "Polygon",
            rules([("Administrative boundaries", "", outline("#8d877b", 0.12, 0.35))]),
            None,
        ),
        "buildproject.TOWNS": (
            "Point",
            rules([("Place", "", marker("circle", design.INK, 1.1, width=0.1))]),
            town_labels("people"),
        ),
        "createsample.municipalities": (
            "Polygon",
            rules(
                [
                    ("Municipality", '"schematic" = 0', fill(design.LAND, design.LAND_EDGE, 0.2)),
                    ("Municipality, schematic", None,
                     fill(design.LAND, design.LAND_EDGE, 0.2, "falling")),
                ]
            ),
            labels(("true", '"name"', 7, False, 2, {"color": design.MUTED})),
        ),
        "createsample.places": (
            "Point",
            rules([("Place, by population", "",
                    sized(marker("circle", design.INK, 2), people_size("population", 5)))]),
            town_labels("population"),
        ),
        "createsample.services": (
            "Point",
            rules(
                [
                    (label, f"\"type\" = '{name}'", marker(shape, color, 2.6))
                    for name, (shape, color, label) in SAMPLE_SERVICES.items()
                ]
            ),
            None,
        ),
        "createsample.roads_lv": (
            "LineString",
            rules([("Road, Latvia", "", line(design.ROAD, 0.4))]),
            road_numbers("numurs"),
        ),
        "createsample.roads_lt": (
            "LineString",
            rules([("Road, Lithuania", "", line(design.ROAD, 0.4))]),
            road_numbers("kelio_nr"),
        ),
        "createsample.ferries": ("LineString",
                                 rules([("Ferry", "", line(design.FERRY, 0.5, dashes="1.5;1"))]),
                                 None),
        }  # fmt: skip
