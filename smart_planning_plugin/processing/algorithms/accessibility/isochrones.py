"""Isochrones."""

from __future__ import annotations

from types import SimpleNamespace

from ....core.errors import InvalidValueError
from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    NUMERIC,
    POINTS,
    Input,
    choice,
    field_definition,
    flag,
    number,
    source_definition,
    text,
)


class Isochrones(SmartPlanningAlgorithm):
    """Areas or roads that are reached from origins within some minutes, and who lives there."""

    ID = "isochrones"
    TITLE = "Isochrones"
    GROUP = "accessibility"
    TAGS = ["service area", "catchment", "drive time", "travel time", "reach", "fire station"]
    HELP = (
        "What is reached by car from each origin within each cut-off: as areas, from a surface "
        "of travel times beside the roads, or as roads, cut exactly where the time is up. "
        "Origins may have a cut-off and a turn-out time of their own.\n\n"
        "How to read the results: from_min and to_min are the band; rings stand next to each "
        "other and disks lie in each other. separate: each origin by itself, areas may overlap. "
        "merged: all as one. split: every place belongs to its nearest origin, areas share no "
        "ground (where origins have cut-offs of their own: to the one that has most time left). "
        "population counts the places whose own travel time is in the band, not what lies under "
        "the area. Between cells the surface is interpolated: an outline is good to a part of "
        "CELL_SIZE, roads are exact. Ground is reached on the way from the nearest road of its "
        "country, at OFFROAD_SPEED and no further than SNAP_DISTANCE, never across BARRIERS, and "
        "areas end at the outline of COUNTRIES.\n\n"
        "Limits: by car at the speeds of the network, without traffic. Where local roads are "
        "missing, areas come out too small; beyond the edge of the data nothing is reached."
    )

    def takes(self):
        yield bundles.network(direction="from")
        yield _origins()
        yield text("CUTOFFS", "Cut-offs (minutes or km)", "15,30,60", "Rising numbers above 0.")
        yield choice(
            "SHAPE",
            "Shape",
            ["polygons", "roads"],
            "polygons",
            "polygons: the ground beside the roads, too. roads: the roads alone, cut exactly.",
        )
        yield choice(
            "COMBINE",
            "Several origins",
            ["separate", "merged", "split"],
            "separate",
            "separate: each by itself. merged: all as one. split: every place to its nearest.",
        )
        yield flag(
            "RINGS", "Rings instead of disks", False, "Each band without the smaller ones in it."
        )
        yield number(
            "CELL_SIZE", "Cell size (m)", 250.0, "Of the surface of travel times.", above=0
        )
        yield bundles.places(label="Places, to count the people inside", optional=True)

    def gives(self):
        yield outputs.layer(
            "OUTPUT",
            "Isochrones",
            outputs.ANY_GEOMETRY,
            "A row for each origin and cut-off, with its area or length and the people inside.",
        )
        yield outputs.raster(
            "SURFACE",
            "Surface of travel times",
            "Minutes (or km) from the nearest origin at the middle of each cell.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import isochrones_io

        return isochrones_io.compute(given, run)


def _origins() -> Input:
    definitions = [
        source_definition("ORIGINS", "Origins", POINTS, "Points."),
        field_definition("ORIGIN_ID", "Id of the origins", "ORIGINS", "Unique.", optional=False),
        field_definition(
            "CUTOFF_FIELD",
            "Cut-off of each origin",
            "ORIGINS",
            "Minutes or km in place of CUTOFFS, where it is not empty.",
            kind=NUMERIC,
            advanced=True,
        ),
        field_definition(
            "TURNOUT_FIELD",
            "Turn-out time (minutes)",
            "ORIGINS",
            "Passes before the journey begins, as at a fire station; empty: none.",
            kind=NUMERIC,
            advanced=True,
        ),
    ]
    fields = ["ORIGIN_ID", "CUTOFF_FIELD", "TURNOUT_FIELD"]

    def check(run):
        from ...isochrones_io import cutoffs

        bundles.check_points(run, "ORIGINS", fields, POINTS)
        cutoffs(run.text("CUTOFFS"))
        if run.text("TURNOUT_FIELD") and run.choice("COST", ["time", "distance"]) != "time":
            raise InvalidValueError(
                "TURNOUT_FIELD holds minutes, COST is distance", "Set COST to time"
            )

    def read(run):
        data = run.read("ORIGINS")
        origins = SimpleNamespace(
            id=data.unique_ids(run.text("ORIGIN_ID")),
            xy=data.points(),
            country=bundles.country_codes(run, data),
        )
        return {
            "origins": origins,
            "origins_layer": data,
            "cutoff_field": run.text("CUTOFF_FIELD"),
            "turnout_field": run.text("TURNOUT_FIELD"),
        }

    return Input(definitions, read, check)
