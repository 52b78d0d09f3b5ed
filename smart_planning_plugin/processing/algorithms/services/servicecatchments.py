"""Service catchments."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import NUMERIC, Input, choice, field_definition, number


class ServiceCatchments(SmartPlanningAlgorithm):
    """Which ground and people belong to each facility, and which catchments cross the border."""

    ID = "servicecatchments"
    TITLE = "Service catchments"
    GROUP = "services"
    TAGS = [
        "service area",
        "network voronoi",
        "allocation",
        "capacity",
        "fire station",
        "emergency",
    ]
    HELP = (
        "Divides the ground and the people among the facilities of each type, by the way on the "
        "road network: to the nearest one (turn-out included), by weight, or so that no facility "
        "takes more people than it has room for. Types that SERVICE_TYPES calls not_shareable "
        "are divided within each country; extra_min_abroad is added to ways across the border. "
        "Types with direction = from (ambulance, fire) travel from the facility to the place.\n\n"
        "How to read the results: catchments of one type share no ground and leave none that is "
        "reached. population is the sum over places, those who live nearest and not users; over "
        "all facilities, and those without one, it adds up to all. crosses_border is 1 where a "
        "catchment has people or ground abroad. With RULE = capacity, price_min is what a full "
        "facility's room is worth in minutes: everybody goes where way and price together are "
        "least, which keeps the whole of all ways as short as the room allows; elsewhere counts "
        "people of a place for whom there was no room at its main facility. With SERVICE_CHANGES, "
        "present_service_id and change_time_min in PLACES_OUT compare with the present. Between "
        "cells the outlines are interpolated; places are exact."
    )

    def takes(self):
        yield bundles.network()
        yield bundles.places()
        yield bundles.services()
        yield _division()
        yield number(
            "CELL_SIZE",
            "Cell size (m)",
            500.0,
            "How far apart travel times are known; areas end between two of them.",
            above=0,
        )

    def gives(self):
        yield outputs.layer(
            "OUTPUT",
            "Service catchments",
            outputs.POLYGONS,
            "A row for each service, with its area, people by country and whether it crosses the "
            "border.",
        )
        yield outputs.layer(
            "PLACES_OUT",
            "Places and their facilities",
            outputs.ANY_GEOMETRY,
            "A row for each place and type, with the facility of most of its people.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import catchments_io

        return catchments_io.compute(given, run)


def _division() -> Input:
    rule = choice(
        "RULE",
        "Division",
        ["nearest", "weight", "capacity"],
        "nearest",
        "nearest: the shortest way. weight: the way divided by WEIGHT_FIELD is least. capacity: "
        "no facility takes more people than it has room for: CAPACITY_FIELD times "
        "people_per_capacity of SERVICE_TYPES.",
    )
    definitions = [
        *rule.definitions,
        field_definition(
            "TURNOUT_FIELD",
            "Turn-out time (minutes)",
            "SERVICES",
            "Passes before the journey begins, as at a fire station; empty: none.",
            kind=NUMERIC,
        ),
        field_definition(
            "WEIGHT_FIELD",
            "Weight",
            "SERVICES",
            "Attractiveness, above 0: to a facility of weight 2 people go twice as far.",
            kind=NUMERIC,
            advanced=True,
        ),
    ]

    def check(run):
        from ... import catchments_io

        bundles.check_points(run, "SERVICES", ["TURNOUT_FIELD", "WEIGHT_FIELD"])
        rule.check(run)
        catchments_io.check(run)

    def read(run):
        return {
            **rule.read(run),
            "turnout_field": run.text("TURNOUT_FIELD"),
            "weight_field": run.text("WEIGHT_FIELD"),
        }

    return Input(definitions, read, check)
