"""What a planner knows of the border and the road data does not; read with the analysis CRS."""

from __future__ import annotations

from ..parameters import ANY, ANY_GEOMETRY, Input, field_definition, source_definition
from .checks import check_points


def crossing_overrides() -> Input:
    """Crossings by hand; read where the analysis CRS is known."""
    definition = source_definition(
        "CROSSING_OVERRIDES",
        "Crossings by hand",
        ANY,
        "Points, or a table with lon and lat: action (add, remove, close, delay), crossing_id or a "
        "place, delay_ab_min and delay_ba_min (a, b: the two country codes in alphabetical order), "
        "name. add joins the nearest roads of two countries there; remove leaves no crossing, "
        "close leaves one that is shut.",
        optional=True,
        advanced=True,
    )
    return Input([definition], lambda run: {}, lambda run: run.source("CROSSING_OVERRIDES"))


def naming_places() -> Input:
    """Places after which crossings are named; read where the analysis CRS is known."""
    definitions = [
        source_definition(
            "NAMING_PLACES",
            "Places that give crossings their names",
            ANY_GEOMETRY,
            "Towns and villages: a crossing without road numbers is called after the nearest one "
            "on either side.",
            optional=True,
            advanced=True,
        ),
        field_definition(
            "PLACE_NAME_FIELD",
            "Name of the places",
            "NAMING_PLACES",
            "Empty: a field that is called name.",
            advanced=True,
        ),
    ]

    def check(run):
        if run.given("NAMING_PLACES"):
            check_points(run, "NAMING_PLACES", ["PLACE_NAME_FIELD"])

    return Input(definitions, lambda run: {}, check)
