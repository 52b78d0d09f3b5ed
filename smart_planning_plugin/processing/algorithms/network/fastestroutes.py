"""Fastest routes."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import number


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
        "under BORDER; distance_km is on the road, and the line is drawn from road to road, in "
        "the direction of travel. crossings lists the ids of the border crossings in their "
        "order; it is empty for a domestic trip that stays at home. A pair without a way keeps "
        "its row: status says unreached, or why an end could not be used.\n\n"
        "Limits: by car at the speeds of the network, without traffic or parking. Where local "
        "roads are missing, ways come out too long."
    )

    def takes(self):
        yield bundles.network(direction="from")
        yield bundles.ends("ORIGINS", "ORIGIN_ID", "Origins")
        yield bundles.ends("DESTINATIONS", "DESTINATION_ID", "Destinations")
        yield number(
            "NEAREST",
            "Only the nearest (number; 0: all)",
            0,
            "Draw the ways to the k nearest destinations of each origin.",
            whole=True,
        )
        yield bundles.pair_field()

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
