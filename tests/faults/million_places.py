"""A million places on the sample's network: how long, and how much memory. Minutes, so no test.

QT_QPA_PLATFORM=offscreen python -m tests.faults.million_places [NUMBER]
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProject,
    QgsVectorLayer,
)

from smart_planning_plugin.processing.provider import SmartPlanningProvider
from tests.processing.tools import ROADS, TRAVEL, Feedback, opened

ALGORITHM = "borderzones"


def peak_gb():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def places(count):
    """Points at random over the region, with people."""
    layer = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=place_id:integer&field=population:double", "places", "memory"
    )
    chance = np.random.default_rng(1)
    xy = chance.uniform((21.0, 55.3), (23.0, 57.2), (count, 2)).tolist()
    features = []
    for number, (x, y) in enumerate(xy):
        one = QgsFeature(layer.fields())
        one.setAttributes([number, 1.0])
        one.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(one)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    app = QgsApplication([], False)
    app.initQgis()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def run(name, **given):
        one = provider.algorithm(name).create()
        fine, message = one.checkParameterValues(given, context)
        assert fine, message
        return one.processAlgorithm(given, context, Feedback())

    with tempfile.TemporaryDirectory() as folder:
        edges = str(Path(folder) / "edges.gpkg")
        run("buildroadnetwork", **ROADS, EDGES=edges)
        layer = places(count)
        before, began, cpu = peak_gb(), time.monotonic(), time.process_time()
        out = str(Path(folder) / "out.gpkg")
        run(ALGORITHM, NETWORK=edges, **TRAVEL, PLACES=layer, PLACE_ID="place_id",
            POPULATION_FIELD="population", OUTPUT=out)  # fmt: skip
        print(f"{ALGORITHM}, {count} places: {time.monotonic() - began:.0f} s "
              f"({time.process_time() - cpu:.0f} s of computing), "
              f"peak memory {peak_gb():.2f} GB, {before:.2f} GB of it for QGIS and the layer, "
              f"{opened(out).featureCount()} rows written", flush=True)  # fmt: skip
        os._exit(0)


if __name__ == "__main__":
    main()
