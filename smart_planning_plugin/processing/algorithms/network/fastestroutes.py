"""Fastest routes."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import POINTS, Input, check_field, field_definition, number, source_definition


class FastestRoutes(SmartPlanningAlgorithm):
    """Routes on the road between origins and destinations, with the border crossings used."""

    ID = "fastestroutes"
    TITLE = "Fastest routes"
    GROUP = "network"
    TAGS = ["shortest path", "route", "directions", "origin destination", "crossings"]
    HELP = (
        "Draws the fastest (or shortest) way by car between origins and destinations: all pairs, "
        "the NEAREST ones only, or pairs with the same value of PAIR_FIELD. Points join the "
        "nearest road of their own country, anywhere on it.\n\n"
        "How to read the results: time_min counts the way to and from the road and the border "
        "under BORDER; distance_km is on the road, and the line is drawn from road to road, in the "
        "direction of travel. crossings lists the ids of the border crossings in their order; it "
        "is empty for a domestic trip that stays at home. A pair without a way keeps its row: "
        "status says unreached, or why an end could not be used."
    )

    def takes(self):
        yield bundles.network(direction="from")
        yield _ends("ORIGINS", "ORIGIN_ID", "Origins")
        yield _ends("DESTINATIONS", "DESTINATION_ID", "Destinations")
        yield number(
            "NEAREST",
            "Only the nearest (number; 0: all)",
            0,
            "Draw the ways to the k nearest destinations of each origin.",
            whole=True,
        )
        yield _pair_field()

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Routes", outputs.LINES, "A line a pair, with time, length and crossings."
        )

    def compute(self, given, run):
        import pandas as pd

        from ....core.accessibility.routes import matched_pairs, nearest_pairs, routes
        from ....core.errors import EmptyLayerError
        from ....core.network.snapping import OK
        from ...layers import geometries_of_lines
        from ...writing import Rows

        travel, (origins, start_key), (destinations, end_key) = (
            given.travel,
            given.origins,
            given.destinations,
        )
        at = travel.sources(origins), travel.targets(destinations)
        if given.pair_field:
            pairs = matched_pairs(start_key, end_key)
            if not len(pairs):
                raise EmptyLayerError(
                    "no origin and destination have the same value",
                    "Look at the values of the field in both layers",
                    field=given.pair_field,
                )
        else:
            pairs = nearest_pairs(travel, *at, given.nearest)
        found = routes(travel, *at, pairs, run.progress)
        ids = pd.DataFrame(
            {"origin_id": origins.id[pairs[:, 0]], "destination_id": destinations.id[pairs[:, 1]]}
        )
        table = pd.concat([ids, found.values], axis=1)
        lost = int((table["status"] != OK).sum())
        if lost:
            run.warn(f"{lost} of {len(table)} pairs have no route; see their status")
        shapes = geometries_of_lines(found.lines)
        empty = found.lines.first == found.lines.offsets[1:]
        geometries = [None if none else one for one, none in zip(shapes, empty)]
        return {"OUTPUT": Rows(table, geometries, run.crs)}


def _ends(name: str, id_name: str, label: str) -> Input:
    definitions = [
        source_definition(name, label, POINTS, "Points."),
        field_definition(id_name, f"Id of the {label.lower()}", name, "Unique.", optional=False),
    ]

    def check(run):
        bundles.check_points(run, name, [id_name], POINTS)

    def read(run):
        from ....core.services.inputs import Points

        data = run.read(name)
        field = run.text("PAIR_FIELD")
        key = data.texts(field) if field else None
        ids = data.unique_ids(run.text(id_name))
        points = Points(ids, data.points(), bundles.country_codes(run, data))
        return {name.lower(): (points, key)}

    return Input(definitions, read, check)


def _pair_field() -> Input:
    definition = field_definition(
        "PAIR_FIELD",
        "Pairs by this field",
        "ORIGINS",
        "Only origins and destinations with the same value; the field is in both layers. NEAREST "
        "does not count then.",
        advanced=True,
    )

    def check(run):
        for name in ("ORIGINS", "DESTINATIONS"):
            check_field(run.layer(name), "PAIR_FIELD", run.text("PAIR_FIELD"))

    return Input([definition], lambda run: {"pair_field": run.text("PAIR_FIELD")}, check)
