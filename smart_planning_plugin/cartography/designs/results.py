"""Styles: base map and sample region."""

from __future__ import annotations

from qgis.core import QgsFeatureRequest

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


def units():
    """Boundaries; the unit that a page of the atlas is about is drawn last and stands out."""
    here = "\"name\" = attribute(@atlas_feature, 'name')"
    renderer = rules(
        [
            ("Municipality of the page", here, outline(design.STATE_BORDER, 0.8, 1.6)),
            ("Administrative boundaries", None, outline("#8d877b", 0.12, 0.35)),
        ]
    )
    first = QgsFeatureRequest.OrderByClause(f"coalesce({here}, FALSE)", True)
    renderer.setOrderBy(QgsFeatureRequest.OrderBy([first]))
    renderer.setOrderByEnabled(True)
    return renderer


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
            units(),
            None,
        ),
        "buildproject.TOWNS": (
            "Point",
            rules([("Place", "", sized(marker("circle", design.INK, 1.1, width=0.1),
                                       people_size("people", 2.2, 0.5)))]),
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
