"""Projects as files: relative paths, nothing left in memory, nothing beside them."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zipfile
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry, QgsVectorFileWriter, QgsVectorLayer

from .maps import slug


def tables_of(path: Path) -> list[QgsVectorLayer]:
    """All layers and tables of a GeoPackage, in the order of their names."""
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path))
    names = sorted(one.name() for one in found)
    return [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names]


@contextlib.contextmanager
def held(path: Path):
    """Keep a GeoPackage in one mode of writing while many of its layers are open.

    QGIS switches to a write-ahead log for a layer with a filter and back again when it is closed;
    layers that were open before cannot be read any more, and seem empty.
    """
    if not os.access(path, os.W_OK):
        yield
        return
    database = sqlite3.connect(path, check_same_thread=False)
    before = database.execute("PRAGMA journal_mode").fetchone()[0]
    database.execute("PRAGMA journal_mode = WAL")
    database.execute("BEGIN")
    database.execute("SELECT count(*) FROM gpkg_contents").fetchone()  # a reader keeps the log
    try:
        yield
    finally:
        database.rollback()
        if before == "delete":
            # where a layer is still open, QGIS turns it back when the last one is closed
            with contextlib.suppress(sqlite3.OperationalError):
                database.execute("PRAGMA journal_mode = DELETE")
        database.close()


def write_project(project: QgsProject, path: Path, final: Path) -> None:
    """Write a project aside, with paths relative to the place where it will stand.

    Layers that are only in memory go into a GeoPackage beside the project.

    Parameters
    ----------
    path : Path
        Where to write to: a folder beside `final`, whose files are moved there afterwards.
    final : Path
    """
    _keep_memory_layers(project, path.with_name(f"{final.stem}_layers.gpkg"))
    begun = final.parent / f"{path.parent.name}.qgs"
    try:
        if not project.write(str(begun)):
            raise OSError(project.error())
        written = begun.read_text(encoding="utf-8")
    finally:
        # QGIS writes more beside it: .qgd, .qgs~, and from 3.26 on _attachments.zip
        for one in final.parent.glob(f"{begun.stem}[._]*"):
            one.unlink()
    written = written.replace(f"./{path.parent.name}/", "./")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{final.stem}.qgs", written)


def _keep_memory_layers(project: QgsProject, path: Path):
    names: set[str] = set()
    for layer in project.mapLayers().values():
        if layer.providerType() != "memory":
            continue
        name = slug(layer.name()) or "layer"
        while name in names:
            name += "_2"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", name
        action = QgsVectorFileWriter.ActionOnExistingFile
        options.actionOnExistingFile = (
            action.CreateOrOverwriteLayer if names else action.CreateOrOverwriteFile
        )
        names.add(name)
        done, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(path), project.transformContext(), options
        )
        if done != QgsVectorFileWriter.WriterError.NoError:
            raise OSError(message)
        layer.setDataSource(f"{path}|layername={name}", layer.name(), "ogr", False)
