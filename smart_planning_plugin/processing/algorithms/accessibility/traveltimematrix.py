"""Travel time matrix."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import POINTS, Input, field_definition, number, source_definition


class TravelTimeMatrix(SmartPlanningAlgorithm):
    """Travel times or distances between origins and destinations, all pairs or the k nearest."""

    ID = "traveltimematrix"
    TITLE = "Travel time matrix"
    GROUP = "accessibility"
    TAGS = ["od matrix", "origin destination", "cost matrix", "distance", "k nearest"]
    HELP = (
        "Travel time (or distance) by car from every origin to every destination, or to the "
        "NEAREST ones only. Points join the nearest road of their own country, anywhere on it, "
        "with one-way directions kept.\n\n"
        "How to read the results: one row a pair. status says ok, unreached (no way within "
        "MAX_COST under this border), or why an end could not be used (origin too_far: further "
        "from a road than SNAP_DISTANCE). Points that could not be used are also in UNREACHED."
    )

    def takes(self):
        yield bundles.network(direction="from", times=True)
        yield _points("ORIGINS", "ORIGIN_ID", "Origins")
        yield _points("DESTINATIONS", "DESTINATION_ID", "Destinations")
        yield number(
            "NEAREST",
            "Only the nearest (number; 0: all)",
            0,
            "Keep the k nearest destinations of each origin.",
            whole=True,
        )

    def gives(self):
        yield outputs.table("OUTPUT", "Matrix", "A row for each pair.", optional=True)
        yield outputs.layer(
            "UNREACHED",
            "Points that could not be used",
            outputs.POINTS,
            "Origins and destinations with the reason.",
            optional=True,
        )

    def compute(self, given, run):
        import numpy as np
        import pandas as pd

        from ....core.accessibility.travel import travel_time_table, unusable
        from ...layers import geometries_of_points
        from ...writing import Rows

        ends = [given.origins, given.destinations]
        at = [given.travel.sources(ends[0]), given.travel.targets(ends[1])]
        ids = [one.id for one in ends]
        blocks = travel_time_table(
            given.travel, ids[0], at[0], ids[1], at[1], given.nearest, run.progress
        )
        matrix = pd.concat(list(blocks), ignore_index=True)
        lost = unusable(ids, at, ["origin", "destination"])
        xy = np.concatenate([one.xy for one in ends])[lost.index]
        if len(lost):
            run.warn(f"{len(lost)} points could not be used; see UNREACHED or status")
        return {
            "OUTPUT": Rows(matrix),
            "UNREACHED": Rows(lost, geometries_of_points(xy), run.crs),
        }


def _points(name: str, id_name: str, label: str) -> Input:
    definitions = [
        source_definition(name, label, POINTS, "Points."),
        field_definition(id_name, f"Id of the {label.lower()}", name, "Unique.", optional=False),
    ]

    def check(run):
        bundles.check_points(run, name, [id_name], POINTS)

    def read(run):
        from ....core.services.inputs import Points

        data = run.read(name)
        ids = data.unique_ids(run.text(id_name))
        return {name.lower(): Points(ids, data.points(), bundles.country_codes(run, data))}

    return Input(definitions, read, check)
