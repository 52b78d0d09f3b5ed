"""Travel time matrix."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import choice, flag, number, text


class TravelTimeMatrix(SmartPlanningAlgorithm):
    """Travel times or distances between origins and destinations, all pairs or the k nearest."""

    ID = "traveltimematrix"
    TITLE = "Travel time matrix"
    GROUP = "accessibility"
    TAGS = ["od matrix", "origin destination", "cost matrix", "distance", "k nearest", "parquet"]
    HELP = (
        "Travel time (or distance) by car from every origin to every destination, to the NEAREST "
        "ones only, or between those with the same value of PAIR_FIELD. Points join the nearest "
        "road of their own country, anywhere on it, with one-way directions kept. Large matrices "
        "go to OUTPUT_FILE, one block at a time.\n\n"
        "How to read the results: one row a pair. status says ok, unreached (no way within "
        "MAX_COST under this border), or why an end could not be used (origin too_far: further "
        "from a road than SNAP_DISTANCE; one_way_trap: no way out of there). Points that could "
        "not be used are also in UNREACHED. distance_km beside time_min is that of the fastest "
        "way, with the way to the road.\n\n"
        "Limits: by car at the speeds of the network, without traffic, parking or waiting. Where "
        "local roads are missing, times come out too long."
    )

    def takes(self):
        yield bundles.network(direction="from", times=True)
        yield bundles.ends("ORIGINS", "ORIGIN_ID", "Origins")
        yield bundles.ends("DESTINATIONS", "DESTINATION_ID", "Destinations")
        yield number(
            "NEAREST",
            "Only the nearest (number; 0: all)",
            0,
            "Keep the k nearest destinations of each origin.",
            whole=True,
        )
        yield bundles.pair_field()
        yield flag(
            "DISTANCES",
            "Also the distance along the fastest way",
            False,
            "Adds distance_km; takes some times as long.",
            advanced=True,
        )
        yield from _engine()

    def gives(self):
        yield outputs.table("OUTPUT", "Matrix", "A row for each pair.", optional=True)
        yield outputs.layer(
            "UNREACHED",
            "Points that could not be used",
            outputs.POINTS,
            "Origins and destinations with the reason.",
            optional=True,
        )
        yield outputs.file(
            "OUTPUT_FILE",
            "Matrix as a file",
            "CSV (*.csv);;Parquet (*.parquet)",
            "The same rows, written block by block however many there are; Parquet needs pyarrow.",
            optional=True,
        )

    def _check(self, run):
        from ... import matrix_io

        destinations = super()._check(run)
        matrix_io.check(run, destinations)
        return destinations

    def compute(self, given, run):
        from ... import matrix_io

        return matrix_io.Matrix(given, run).results()


def _engine():
    """Where and how the matrix is computed."""
    yield choice(
        "ENGINE",
        "Engine",
        ["local", "dask"],
        "local",
        "dask: blocks of origins are computed by the workers of a Dask cluster, with the same "
        "numbers. Start it with 'dask scheduler' on one machine and 'dask worker tcp://…:8786' on "
        "each, with the folder that holds smart_planning_plugin in PYTHONPATH.",
        advanced=True,
    )
    yield text("SCHEDULER", "Dask scheduler", "", "As in tcp://10.0.0.1:8786.", advanced=True)
    yield choice(
        "KERNEL",
        "Way of searching",
        ["auto", "search", "hierarchy"],
        "auto",
        "auto chooses by size and says what it chose; search: Dijkstra from each place; "
        "hierarchy: a contraction hierarchy. All give the same.",
        advanced=True,
    )
