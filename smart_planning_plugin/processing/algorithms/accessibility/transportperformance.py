"""Transport performance."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    ANY_GEOMETRY,
    NUMERIC,
    POLYGONS,
    Input,
    check_field,
    field_definition,
    number,
    source_definition,
)


class TransportPerformance(SmartPlanningAlgorithm):
    """How many of the people nearby can be reached by road in time, at home and abroad."""

    ID = "transportperformance"
    TITLE = "Transport performance"
    GROUP = "accessibility"
    TAGS = ["european commission", "accessible population", "proximity", "network efficiency"]
    HELP = (
        "The European Commission's transport performance for each place: people reached by car "
        "within THRESHOLD minutes, over people within RADIUS kilometres in a straight line, in per "
        "cent; told apart by own country and abroad.\n\n"
        "How to read the results: accessible, proximity and tp, each also _own and _abroad (people "
        "of the place's own country, people of others). border_gap is the share of people nearby "
        "at home who are reached less that of the people nearby abroad, in points: how much worse "
        "roads lead across the border than at home within the same distance; it is geography and "
        "roads, not law or language. tp can exceed 100 where "
        "fast roads lead beyond the radius (over_100 = 1). efficiency is the time taken over that "
        "of a straight line at TOP_SPEED, a mean over people: 1 is ideal. ZONES_OUT has "
        "population-weighted means of the places in each zone, and beside them tp_of_means, which "
        "sums up people first: the two differ, so say which you quote.\n\n"
        "Limits: people beyond the data count too, so give POPULATION_LAYER as far as RADIUS "
        "around the places. frame_complete = 0: part of the circle lies outside FRAME (or of the "
        "hull of the population data), and tp is not comparable with figures of the Commission. "
        "edge_reached = 1: the roads of the data end by land within the threshold."
    )

    def takes(self):
        yield bundles.network(costs=["time"])
        yield bundles.places()
        yield _population()
        yield number("THRESHOLD", "Threshold (minutes)", 90.0, "Whom one reaches by car.", above=0)
        yield number("RADIUS", "Radius (km)", 120.0, "Who lives near, straight line.", above=0)
        yield number(
            "TOP_SPEED",
            "Speed of the ideal way (km/h)",
            130.0,
            "For efficiency: a straight line at this speed.",
            above=0,
            advanced=True,
        )
        yield _zone_field()

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Transport performance", outputs.ANY_GEOMETRY, "The places with indicators."
        )
        yield outputs.table(
            "ZONES_OUT",
            "Transport performance of zones",
            "With ZONE_FIELD: population-weighted means.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import performance_io
        from ...writing import Rows

        table, at = performance_io.measured(given, run)
        return {
            "OUTPUT": performance_io.place_rows(given, table, at, run),
            "ZONES_OUT": Rows(performance_io.zones(given, table, run)),
        }


def _population() -> Input:
    name = "POPULATION_LAYER"
    definitions = [
        source_definition(
            name,
            "Population, also beyond the frame",
            ANY_GEOMETRY,
            "Grid cells or settlements with people, as far as RADIUS around the places, of all "
            "countries. Empty: the places themselves.",
            optional=True,
        ),
        field_definition(
            "POPULATION_LAYER_FIELD", "People in it", name, "Number of people.", kind=NUMERIC
        ),
        field_definition(
            "POPULATION_LAYER_COUNTRY_FIELD",
            "Country code in it",
            name,
            "Empty: the country polygon it lies in, else the nearest road.",
            advanced=True,
        ),
        source_definition(
            "FRAME",
            "Frame",
            POLYGONS,
            "The area in which the population is known completely, with the sea in it. Empty: the "
            "convex hull of the population.",
            optional=True,
            advanced=True,
        ),
    ]

    def check(run):
        if run.given(name):
            bundles.check_points(run, name, ["POPULATION_LAYER_COUNTRY_FIELD"])
            bundles.check_named(run, name, "POPULATION_LAYER_FIELD")
        bundles.check_given(run, "FRAME", POLYGONS)

    def read(run):
        return {"population_layer": run.read(name), "frame": run.read("FRAME")}

    return Input(definitions, read, check)


def _zone_field() -> Input:
    definition = field_definition(
        "ZONE_FIELD", "Zone of the places", "PLACES", "Such as the municipality, for ZONES_OUT."
    )

    def check(run):
        check_field(run.layer("PLACES"), "ZONE_FIELD", run.text("ZONE_FIELD"))

    return Input([definition], lambda run: {"zone_field": run.text("ZONE_FIELD")}, check)
