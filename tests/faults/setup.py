"""QGIS with our algorithms and the small region, for tests and for the long run."""

from __future__ import annotations

import contextlib
import sys
import tempfile
from pathlib import Path

from qgis.core import QgsApplication, QgsVectorFileWriter, QgsVectorLayer

from tests.faults.region import pool


def keep_file(folder):
    """A GeoPackage with a table `keep` of three rows."""
    path = Path(folder) / "keep.gpkg"
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=a:string", "keep", "memory")
    from qgis.core import QgsFeature

    features = []
    for text in ("a", "b", "c"):
        one = QgsFeature(layer.fields())
        one.setAttributes([text])
        features.append(one)
    layer.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "keep"
    QgsVectorFileWriter.writeAsVectorFormatV2(
        layer, str(path), QgsApplication.instance() and layer.transformContext(), options
    )
    return path


@contextlib.contextmanager
def algorithms():
    """Start QGIS; gives provider, tables, study and the file with the table that must stay."""
    app = QgsApplication([], False)
    app.initQgis()
    sys.path.insert(0, f"{QgsApplication.pkgDataPath()}/python/plugins")
    import processing
    from processing.core.Processing import Processing

    from smart_planning_plugin.processing.provider import SmartPlanningProvider

    Processing.initialize()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)

    def run(name, **parameters):
        return processing.run(f"smartplanning:{name}", parameters)

    with tempfile.TemporaryDirectory() as folder:
        tables, study = pool(run, Path(folder))
        yield provider, tables, study, keep_file(folder)
