"""How results are written: aside, renamed when whole, with their identity and style."""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pandas as pd
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsLayerMetadata,
    QgsProcessing,
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
from .destinations import ASIDE, Destination
from .fields import SHAPEFILE_NAME_LENGTH, fields_of, values_of
from .layers import LayerData
from .loading import style_when_loaded
from .outputs import Output

ROWS_BETWEEN_LOOKS = 10000
NO_VALUE = -9999.0
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
