"""Matrices to files, block by block."""

from __future__ import annotations

import csv
import importlib.util
import io
import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from ..core.accessibility import cluster
from ..core.accessibility.matrix import (
    BYTES_A_CELL,
    BYTES_A_ROW,
    Pairs,
    Wanted,
    as_table,
    pairs_in_blocks,
    unusable,
)
from ..core.accessibility.routes import matched_pairs
from ..core.accessibility.travel import BLOCK_CELLS, Travel
from ..core.crossborder.scenarios import DISTANCE, TIME
from ..core.errors import EmptyLayerError, InvalidValueError, OutputPathError
from .layers import geometries_of_points
from .places_io import require_usable
from .writing import Rows

ENDINGS = (".csv", ".parquet")
MB = 2**20


def check(run, destinations: dict) -> None:
    """Raise what cannot be, before anything is read.

    Raises
    ------
    OutputPathError, InvalidValueError, ClusterError
    """
    if "OUTPUT_FILE" in destinations:
        _check_file(destinations["OUTPUT_FILE"].path)
    on_cluster = run.choice("ENGINE", ["local", "dask"]) == "dask"
    if on_cluster:
        cluster.check(run.text("SCHEDULER"))
    if run.flag("DISTANCES") and run.choice("COST", [TIME, DISTANCE]) == DISTANCE:
        raise InvalidValueError("DISTANCES goes with COST = time", "Leave one of them out")
    if run.given("TRAVEL_TIMES") and (run.flag("DISTANCES") or on_cluster):
        raise InvalidValueError(
            "TRAVEL_TIMES know no distances and need no cluster",
            "Leave out DISTANCES, and ENGINE = dask",
        )


def _check_file(path: Path) -> None:
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        raise OutputPathError(
            f"OUTPUT_FILE: {path.name} ends neither with {' nor with '.join(ENDINGS)}",
            "Give it one of these endings",
        )
    if ending == ".parquet" and importlib.util.find_spec("pyarrow") is None:
        raise OutputPathError(
            "OUTPUT_FILE: Parquet needs the package pyarrow, which is missing",
            "Install it (pip install pyarrow), or let the file end with .csv",
        )


class Matrix:
    """A travel time matrix on its way to its outputs."""

    def __init__(self, given, run):
        self._run = run
        (self._origins, start_key), (self._destinations, end_key) = (
            given.origins,
            given.destinations,
        )
        self._travel, self._engine = given.travel, given.engine
        if isinstance(self._travel, Travel):
            self._travel = replace(self._travel, kernel=given.kernel)
        self._at = self._travel.sources(self._origins), self._travel.targets(self._destinations)
        pairs = matched_pairs(start_key, end_key) if given.pair_field else None
        if pairs is not None and not len(pairs):
            raise EmptyLayerError(
                "no origin and destination have the same value",
                "Look at the values of the field in both layers",
                field=given.pair_field,
            )
        self._wanted = Wanted(given.nearest, pairs, given.distances)

    def results(self) -> dict:
        """What goes to each output."""
        run, wanted = self._run, self._wanted
        ids = [self._origins.id, self._destinations.id]
        as_layer = "OUTPUT" in run.destinations
        tell_size(wanted.count(*map(len, ids)), len(ids[1]), as_layer, run)
        lost = unusable(ids, self._at, ["origin", "destination"])
        if len(lost):
            run.warn(f"{len(lost)} points could not be used; see UNREACHED or status")
        for at, name in zip(self._at, ("ORIGINS", "DESTINATIONS")):
            require_usable(at, name, run)
        blocks = list(self._blocks()) if as_layer else None
        cost = self._travel.cost

        def to_file(path):
            write(path, self._blocks() if blocks is None else blocks, *ids, cost, wanted.km)

        table = None
        if as_layer:
            tables = [as_table(one, *ids, cost) for one in blocks]
            table = Rows(pd.concat(tables, ignore_index=True))
        xy = np.concatenate([self._origins.xy, self._destinations.xy])[lost.index]
        return {
            "OUTPUT": table,
            "UNREACHED": Rows(lost, geometries_of_points(xy), run.crs),
            "OUTPUT_FILE": to_file,
        }

    def _blocks(self):
        run, wanted = self._run, self._wanted
        compute = None
        if self._engine == "dask":
            scheduler = run.text("SCHEDULER")

            def compute(*asked):
                return cluster.blocks_on_cluster(scheduler, self._travel, *asked)

        return pairs_in_blocks(self._travel, *self._at, wanted, run.progress, compute)


def tell_size(rows: int, destinations: int, as_layer: bool, run) -> None:
    """Say before the start what the matrix takes.

    Raises
    ------
    InvalidValueError
        If its rows as a layer would not fit into this machine.
    """
    block = BYTES_A_CELL * max(BLOCK_CELLS, destinations)
    run.say(f"{rows:,} pairs; about {block / MB:,.0f} MB of memory for the block being searched")
    if not as_layer:
        return
    needed, there = rows * BYTES_A_ROW, _memory()
    if needed > there:
        raise InvalidValueError(
            f"OUTPUT would hold {rows:,} rows, about {needed / MB:,.0f} MB, and this machine has "
            f"{there / MB:,.0f} MB",
            "Write them to OUTPUT_FILE, which takes one block at a time, or limit them by NEAREST",
        )
    run.say(f"OUTPUT takes about {needed / MB:,.0f} MB more; OUTPUT_FILE does without")


def _memory() -> float:
    """Bytes of memory of this machine; without end where it does not say."""
    names = getattr(os, "sysconf_names", {})
    if "SC_PHYS_PAGES" not in names:
        return float("inf")
    return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")


def write(path: Path, blocks: Iterable[Pairs], origin_id, destination_id, cost: str, km: bool):
    """Write the table to a file of the kind its ending says, one block at a time."""
    names = ["origin_id", "destination_id", "time_min" if cost == TIME else "distance_km"]
    names += [*(["distance_km"] if km else []), "status"]
    to_file = _write_parquet if path.suffix.lower() == ".parquet" else _write_csv
    to_file(path, blocks, [_texts(origin_id), _texts(destination_id)], names)


def _texts(ids) -> np.ndarray:
    return np.array([str(one) for one in ids], dtype=object)


def _write_csv(path, blocks, ids, names):
    quoted = [_quoted(one) for one in ids]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(",".join(names) + "\n")
        for some in blocks:
            words = _quoted(some.words)
            columns = [quoted[0][some.origin], quoted[1][some.destination], _numbers(some.cost)]
            if some.km is not None:
                columns.append(_numbers(some.km))
            columns.append(words[some.status])
            file.write("\n".join(map(",".join, zip(*(one.tolist() for one in columns)))) + "\n")


def _quoted(texts) -> np.ndarray:
    """Texts as they stand in a CSV file."""
    found = []
    for one in texts:
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow([one])
        found.append(line.getvalue())
    return np.array(found, dtype=object)


def _numbers(values) -> np.ndarray:
    """Numbers in their shortest exact form; empty where there is none."""
    texts = np.array(list(map(repr, values.tolist())), dtype=object)
    texts[~np.isfinite(values)] = ""
    return texts


def _write_parquet(path, blocks, ids, names):
    import pyarrow
    from pyarrow import parquet

    kinds = [pyarrow.string(), pyarrow.string()]
    kinds += [pyarrow.float64()] * (len(names) - 3) + [pyarrow.string()]
    schema = pyarrow.schema(list(zip(names, kinds)))
    ids = [pyarrow.array(one.tolist(), pyarrow.string()) for one in ids]
    with parquet.ParquetWriter(path, schema, compression="zstd") as file:
        for some in blocks:
            words = pyarrow.array(some.words.tolist(), pyarrow.string())
            columns = [
                ids[0].take(pyarrow.array(some.origin)),
                ids[1].take(pyarrow.array(some.destination)),
                *(
                    pyarrow.array(one, mask=~np.isfinite(one))
                    for one in (some.cost, some.km)
                    if one is not None
                ),
                words.take(pyarrow.array(some.status)),
            ]
            file.write_table(pyarrow.Table.from_arrays(columns, schema=schema))
