"""Where outputs go, and what is refused before anything is computed."""

from __future__ import annotations

import os
import re
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsDataSourceUri, QgsProcessing, QgsProcessingOutputLayerDefinition

from ..core.errors import OutputPathError
from .outputs import Output

ASIDE = ".smartplanning-"
LONGEST_NAME = 240  # bytes; file systems take 255, and we write the record beside it


@dataclass
class Destination:
    """Where an output goes: a file of its own, a table in a GeoPackage, or QGIS's own ways."""

    name: str
    text: str
    path: Path | None = None
    table: str = ""

    @classmethod
    def of(cls, run, output: Output) -> Destination | None:
        """None where an optional output is not wanted."""
        value = run.parameters.get(output.name)
        if isinstance(value, QgsProcessingOutputLayerDefinition):
            value = value.sink.valueAsString(run.context.expressionContext())[0]
        if value in (None, ""):
            return None
        value = str(value)
        if "\0" in value:
            raise OutputPathError(f"{output.name} has a character that no path may have")
        if value == QgsProcessing.TEMPORARY_OUTPUT and output.kind is None:
            value = run.algorithm.parameterAsFileOutput(run.parameters, output.name, run.context)
        inside = QgsDataSourceUri(value.removeprefix("ogr:"))
        if value.startswith("ogr:") and inside.database() and inside.table():
            return cls(output.name, value, Path(inside.database()), inside.table())
        if value == QgsProcessing.TEMPORARY_OUTPUT or re.match(r"^[A-Za-z]{2,}:", value):
            return cls(output.name, value)
        path = Path(value)
        if path.name in ("", ".."):  # the folder one stands in, or one above it
            path = Path(os.path.abspath(path))
        return cls(output.name, value, path)

    @property
    def in_existing_file(self) -> bool:
        """A table beside others: the file is kept, and the database looks after wholeness."""
        return bool(self.table) and self.path.exists()


def check_destinations(destinations: list[Destination], input_paths: list[tuple[str, str]]):
    """Refuse outputs onto each other, onto inputs, or where nothing can be written.

    Parameters
    ----------
    destinations : list of Destination
    input_paths : list of (path, table)
        Files of the inputs; the table is empty where the whole file is the input.
    """
    seen: dict[tuple, str] = {}
    for one in destinations:
        if one.path is None:
            continue
        real = os.path.realpath(one.path)
        for (path, table_name), other in seen.items():
            if path == real and _same_table(one.table, table_name):
                raise OutputPathError(
                    f"{other} and {one.name} would be written to the same place, {one.path}",
                    "Give each a file or a table of its own",
                )
        seen[real, one.table] = one.name
        for path, table_name in input_paths:
            if os.path.realpath(path) == real and _same_table(one.table, table_name):
                raise OutputPathError(
                    f"{one.name} would overwrite an input, {one.path}", "Choose another output"
                )
        _check_writable(one)


def _same_table(one: str, other: str) -> bool:
    """Without a table the whole file is meant; a database does not tell capitals apart."""
    return not one or not other or one.lower() == other.lower()


def _check_writable(destination: Destination):
    path = destination.path
    too_long = [one for one in path.parts if len(os.fsencode(one)) > LONGEST_NAME]
    if too_long:
        raise OutputPathError(
            f"{destination.name}: the name {too_long[0][:20]}… has more than {LONGEST_NAME} bytes",
            "Choose a shorter one",
        )
    if destination.table.lower().startswith(("sqlite_", "gpkg_", "rtree_")):
        raise OutputPathError(
            f"{destination.name}: a GeoPackage keeps names such as {destination.table} for itself"
        )
    if path.is_dir() and destination.table:
        raise OutputPathError(f"{destination.name}: {path} is a folder", "Give a file")
    if path.is_file() and not path.stat().st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
        raise OutputPathError(
            f"{destination.name}: {path} is read-only", "Make it writable, or choose another file"
        )
    there = next(folder for folder in path.absolute().parents if folder.exists())
    try:
        os.rmdir(tempfile.mkdtemp(prefix=ASIDE, dir=there))
    except OSError as error:
        raise OutputPathError(
            f"{destination.name}: nothing can be written to {there} ({error.strerror})",
            "Choose another folder",
        ) from error
