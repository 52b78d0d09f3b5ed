"""How results are written: aside, renamed when whole, with their identity and style."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import sqlite3
import stat
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsDataSourceUri,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsLayerMetadata,
    QgsProcessing,
    QgsProcessingOutputLayerDefinition,
    QgsProviderRegistry,
    QgsRasterLayer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .. import __version__
from ..cartography.identity import VOCABULARY, kind_of
from ..cartography.styling import save_default_style, style_file, style_layer
from ..core.errors import OutputPathError
from .fields import SHAPEFILE_NAME_LENGTH, fields_of, values_of
from .layers import LayerData
from .loading import style_when_loaded
from .outputs import Output

ASIDE = ".smartplanning-"
ROWS_BETWEEN_LOOKS = 10000
NO_VALUE = -9999.0
LONGEST_NAME = 240  # bytes; file systems take 255, and we write the record beside it
GEOMETRY = {
    QgsProcessing.SourceType.TypeVectorPoint: QgsWkbTypes.Type.Point,
    QgsProcessing.SourceType.TypeVectorLine: QgsWkbTypes.Type.LineString,
    QgsProcessing.SourceType.TypeVectorPolygon: QgsWkbTypes.Type.MultiPolygon,
    QgsProcessing.SourceType.TypeVector: QgsWkbTypes.Type.NoGeometry,
}


@dataclass
class Rows:
    """Rows to be written to a layer.

    Attributes
    ----------
    table : DataFrame
        The columns that were computed.
    geometries : list of QgsGeometry, optional
    crs : QgsCoordinateReferenceSystem
    source : LayerData, optional
        Input whose fields are kept before the computed ones.
    source_rows : array of int, optional
        Row of `source` for each row; by default the same.
    geometry_type : QgsWkbTypes.Type, optional
        Where it is neither that of the input nor the usual one of the output.
    """

    table: pd.DataFrame
    geometries: list | None = None
    crs: QgsCoordinateReferenceSystem = field(default_factory=QgsCoordinateReferenceSystem)
    source: LayerData | None = None
    source_rows: np.ndarray | None = None
    geometry_type: int | None = None

    def wkb(self, kind):
        """Type of geometry: that of the input, else that of the output."""
        if self.geometries is None:
            return QgsWkbTypes.Type.NoGeometry
        if self.geometry_type is not None:
            return self.geometry_type
        return self.source.wkb if self.source is not None else GEOMETRY[kind]

    def fields(self) -> QgsFields:
        """Fields of the input, then ours; one of the input with our name gets ``_input``."""
        fields = QgsFields()
        for _, one in self._kept():
            renamed = one
            if one.name().lower() in {str(name).lower() for name in self.table.columns}:
                renamed = type(one)(one)
                renamed.setName(f"{one.name()}_input")
            fields.append(renamed)
        for one in fields_of(self.table):
            fields.append(one)
        return fields

    def _kept(self):
        if self.source is None:
            return []
        # a file gives its own feature ids; those of the input would clash
        return [
            (at, one) for at, one in enumerate(self.source.fields) if one.name().lower() != "fid"
        ]

    def features(self, fields: QgsFields):
        """The features, ready to be written."""
        kept = [at for at, _ in self._kept()]
        rows = range(len(self.table)) if self.source_rows is None else self.source_rows
        for number, (values, row) in enumerate(zip(values_of(self.table), rows)):
            feature = QgsFeature(fields)
            given = self.source.rows[row] if kept else []
            before = [given[at] for at in kept]
            feature.setAttributes([*before, *values])
            geometry = self.geometries[number] if self.geometries is not None else None
            if geometry is not None and not geometry.isNull():
                feature.setGeometry(geometry)
            yield feature


@dataclass
class Raster:
    """Values of square cells to be written as a GeoTIFF.

    Attributes
    ----------
    values : (rows, columns) float array
        From the north; NaN where there is none.
    left, top, size : float
        Corner of the first cell and length of a side, in units of the CRS.
    crs : QgsCoordinateReferenceSystem
    """

    values: np.ndarray
    left: float
    top: float
    size: float
    crs: QgsCoordinateReferenceSystem

    def write(self, path: Path):
        """Write the file."""
        from osgeo import gdal

        rows, columns = self.values.shape
        options = ["COMPRESS=DEFLATE", "PREDICTOR=3", "TILED=YES"]
        made = gdal.GetDriverByName("GTiff").Create(
            str(path), columns, rows, 1, gdal.GDT_Float32, options
        )
        if made is None:
            raise OutputPathError(f"{path.name} cannot be written: {gdal.GetLastErrorMsg()}")
        made.SetGeoTransform([self.left, self.size, 0, self.top, 0, -self.size])
        made.SetProjection(self.crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED))
        band = made.GetRasterBand(1)
        band.SetNoDataValue(NO_VALUE)
        values = np.where(np.isnan(self.values), NO_VALUE, self.values).astype(np.float32)
        if band.WriteArray(values) != 0:
            raise OutputPathError(f"{path.name} cannot be written: {gdal.GetLastErrorMsg()}")
        band.ComputeStatistics(False)
        made.FlushCache()


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


class Writer:
    """Writes all outputs of a run: complete, or not at all.

    Files are written into a folder beside their place and moved there when every output is whole.
    What was begun is removed if anything fails. Use as a context.
    """

    def __init__(self, run):
        self._run = run
        self._asides: dict[Path, Path] = {}
        self._tables_begun: list[tuple[Path, str]] = []
        self._databases: set[Path] = set()

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        if error is None:
            for path in self._databases:
                settle(path)
            self._move_into_place()
        else:
            traceback.clear_frames(trace)  # closes the files that were being written
            for path, table_name in self._tables_begun:
                _drop_table(path, table_name)
        for aside in self._asides.values():
            shutil.rmtree(aside, ignore_errors=True)

    def _aside(self, path: Path) -> Path:
        if path.parent not in self._asides:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._asides[path.parent] = Path(tempfile.mkdtemp(prefix=ASIDE, dir=path.parent))
        return self._asides[path.parent] / path.name

    def _move_into_place(self):
        for parent, aside in self._asides.items():
            for begun in sorted(aside.iterdir()):
                target = parent / begun.name
                if target.is_dir() and begun.is_dir():
                    shutil.copytree(begun, target, dirs_exist_ok=True)
                    continue
                if target.suffix.lower() == ".gpkg":
                    for leftover in (f"{target}-wal", f"{target}-shm"):  # of the old file
                        Path(leftover).unlink(missing_ok=True)
                os.replace(begun, target)

    def file(self, destination: Destination) -> Path:
        """Where to write a file; it is moved to its place at the end."""
        return self._aside(destination.path)

    def layer(self, output: Output, destination: Destination, rows: Rows, metadata) -> str:
        """Write a layer and return the reference by which Processing finds it."""
        fields = rows.fields()
        wkb = rows.wkb(output.kind)
        if destination.path is None:
            return self._to_qgis(output, fields, wkb, rows, metadata)
        if destination.path.suffix.lower() == ".shp":
            long = [one for one in fields.names() if len(one) > SHAPEFILE_NAME_LENGTH]
            if long:
                self._run.warn(f"A Shapefile shortens field names: {', '.join(long)}")
        table_name = destination.table or destination.path.stem
        if destination.in_existing_file:
            path = destination.path
            self._tables_begun.append((path, table_name))
        else:
            path = self._aside(destination.path)
        self._write_file(path, table_name, fields, wkb, rows)
        made = QgsVectorLayer(_reference(path, table_name), output.name, "ogr")
        if not made.isValid():
            raise OutputPathError(f"{destination.path} was not written as it should be")
        # a GeoPackage wants identifiers to be unique, so the table is part of them
        metadata.setIdentifier(f"{metadata.identifier()}:{table_name}")
        save_metadata(made, path, table_name, metadata)
        save_default_style(made, path)
        if path.suffix.lower() == ".gpkg":
            self._databases.add(path)
        final = _reference(destination.path, table_name if destination.table else "")
        self._load_as(output, final)
        return final

    def raster(self, output: Output, destination: Destination, raster: Raster, metadata) -> str:
        """Write a raster with its style and record beside it, and return its path."""
        path = self._aside(destination.path)
        raster.write(path)
        made = QgsRasterLayer(str(path), output.name)
        if not made.isValid():
            raise OutputPathError(f"{destination.path} was not written as it should be")
        made.setMetadata(metadata)
        made.saveNamedMetadata(str(path.with_suffix(".qmd")))
        style = style_file(kind_of(made), "raster")
        if style is not None:
            shutil.copyfile(style, path.with_suffix(".qml"))
        self._load_as(output, str(destination.path))
        return str(destination.path)

    def _load_as(self, output: Output, final: str):
        """Let QGIS load a layer, where it is asked to, under the name it is known by afterwards."""
        loading = self._run.context.layersToLoadOnCompletion()
        self._run.algorithm.parameterAsOutputLayer(
            self._run.parameters, output.name, self._run.context
        )
        after = self._run.context.layersToLoadOnCompletion()
        for key in set(after) - set(loading) - {final}:
            after[final] = after.pop(key)
        self._run.context.setLayersToLoadOnCompletion(after)
        style_when_loaded(self._run.context, final)

    def _write_file(self, path: Path, table_name: str, fields, wkb, rows: Rows):
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = QgsVectorFileWriter.driverForExtension(
            path.suffix.lstrip(".") or "gpkg"
        )
        options.layerName = table_name
        options.fileEncoding = "UTF-8"
        action = QgsVectorFileWriter.ActionOnExistingFile
        options.actionOnExistingFile = (
            action.CreateOrOverwriteLayer if path.exists() else action.CreateOrOverwriteFile
        )
        writer = QgsVectorFileWriter.create(
            str(path), fields, wkb, rows.crs, self._run.context.transformContext(), options
        )
        if writer.hasError() != QgsVectorFileWriter.WriterError.NoError:
            raise OutputPathError(f"{path.name} cannot be written: {writer.errorMessage()}")
        self._add_all(writer, rows, fields, path.name)
        if not writer.flushBuffer():
            raise OutputPathError(f"{path.name} cannot be written: {writer.errorMessage()}")
        del writer
        if path.suffix.lower() == ".gpkg" and wkb != QgsWkbTypes.Type.NoGeometry:
            _make_empty_null(path, table_name, rows)

    def _to_qgis(self, output: Output, fields, wkb, rows: Rows, metadata) -> str:
        """Temporary layers and databases go the way of every Processing algorithm."""
        run = self._run
        sink, reference = run.algorithm.parameterAsSink(
            run.parameters, output.name, run.context, fields, wkb, rows.crs
        )
        if sink is None:
            raise OutputPathError(f"{output.name} cannot be written")
        self._add_all(sink, rows, fields, output.name)
        sink.finalize() if hasattr(sink, "finalize") else sink.flushBuffer()
        made = run.context.temporaryLayerStore().mapLayer(reference)
        if made is not None:
            made.setMetadata(metadata)
            style_layer(made)
            style_when_loaded(run.context, reference)
        return reference

    def _add_all(self, sink, rows: Rows, fields, what: str):
        for number, one in enumerate(rows.features(fields)):
            if number % ROWS_BETWEEN_LOOKS == 0:
                self._run.progress(1.0)
            if not sink.addFeature(one, QgsFeatureSink.Flag.FastInsert):
                raise OutputPathError(f"{what}: row {number + 1} cannot be written: {_why(sink)}")


def settle(path: Path):
    """Bring what QGIS keeps in a log beside a GeoPackage into the file itself."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _reference(path: Path, table_name: str) -> str:
    return f"{path}|layername={table_name}" if table_name and path.suffix == ".gpkg" else str(path)


def save_metadata(made: QgsVectorLayer, path: Path, table_name: str, metadata: QgsLayerMetadata):
    """Into the GeoPackage, or into a file beside other formats."""
    made.setMetadata(metadata)
    if path.suffix.lower() == ".gpkg":
        saved, message = QgsProviderRegistry.instance().saveLayerMetadata(
            "ogr", _reference(path, table_name), metadata
        )
        if not saved:
            raise OutputPathError(f"{path.name}: its record cannot be written: {message}")
    else:
        made.saveNamedMetadata(str(path.with_suffix(".qmd")))


def _make_empty_null(path: Path, table_name: str, rows: Rows):
    """Rows without a geometry have none in the file; QGIS writes an empty one."""
    without = [row for row, one in enumerate(rows.geometries) if one is None or one.isNull()]
    if not without:
        return
    from osgeo import ogr

    database = ogr.Open(str(path), 1)
    table = database.GetLayerByName(table_name)
    table.StartTransaction()
    for row in without:
        feature = table.GetFeature(row + 1)  # a new table counts its rows from 1
        geometry = feature.GetGeometryRef()
        if geometry is not None and geometry.IsEmpty():
            feature.SetGeometry(None)
            table.SetFeature(feature)
    table.CommitTransaction()


def _drop_table(path: Path, table_name: str):
    from osgeo import ogr

    database = ogr.Open(str(path), 1)
    if database is None:
        return
    for number in range(database.GetLayerCount()):
        if database.GetLayer(number).GetName() == table_name:
            database.DeleteLayer(number)
            break


def record(run, output: Output, title: str) -> QgsLayerMetadata:
    """Identity and run record of an output, to travel with its layer."""
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(f"{run.algorithm.id()}:{output.name}")
    metadata.setType("dataset")
    metadata.setLanguage("en")
    metadata.setTitle(title)
    limits = sorted(run.limits)
    metadata.setAbstract(
        f"{title}. {run.scenario}. Limits of these figures: {'; '.join(limits) or 'none known'}."
    )
    metadata.setKeywords(
        {
            f"{VOCABULARY}:algorithm": [run.algorithm.id()],
            f"{VOCABULARY}:output": [output.name],
            f"{VOCABULARY}:version": [__version__],
            f"{VOCABULARY}:scenario": [run.scenario],
            f"{VOCABULARY}:limits": limits,
            f"{VOCABULARY}:inputs": [f"{one.name} sha256:{one.digest}" for one in run.inputs],
        }
    )
    metadata.setHistory([f"parameters: {run.parameters_as_json()}"])
    return metadata


def _why(sink) -> str:
    return next(
        (getattr(sink, one)() for one in ("errorMessage", "lastError") if hasattr(sink, one)), ""
    )
