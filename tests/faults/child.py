"""A process of its own that writes a table, for tests that end it, starve it or run two of them.

python -m tests.faults.child OUTPUT [--stop MARK] [--bytes N]
"""

from __future__ import annotations

import argparse
import os
import resource
import signal
import sys
import time
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingException, QgsProject

from smart_planning_plugin.processing import writing
from smart_planning_plugin.processing.provider import SmartPlanningProvider
from tests.processing.tools import Feedback, sample

ROWS_BEFORE = 3000


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("output")
    parser.add_argument("--stop", type=Path, help="file to make in the middle; then wait")
    parser.add_argument("--bytes", type=int, help="no file may grow larger")
    asked = parser.parse_args()
    app = QgsApplication([], False)
    app.initQgis()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    given = {
        "ORIGINS": sample("places"), "ORIGIN_ID": "place_id", "DESTINATIONS": sample("places"),
        "DESTINATION_ID": "place_id", "TRAVEL_TIMES": str(Path(asked.output).parent / "times.csv"),
        "OUTPUT": asked.output,
    }  # fmt: skip
    if asked.output.startswith("ogr:"):
        given["TRAVEL_TIMES"] = str(Path(asked.output.split("'")[1]).parent / "times.csv")
    if asked.stop:
        real = writing.Rows.features

        def features(self, fields):
            for number, one in enumerate(real(self, fields)):
                if number == ROWS_BEFORE:
                    asked.stop.touch()
                    time.sleep(120)
                yield one

        writing.Rows.features = features
    if asked.bytes:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (asked.bytes, asked.bytes))
    algorithm = provider.algorithm("traveltimematrix").create()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    fine, message = algorithm.checkParameterValues(given, context)
    if not fine:
        print(message)
        os._exit(3)
    try:
        algorithm.processAlgorithm(given, context, Feedback())
    except QgsProcessingException as error:
        print(error)
        sys.stdout.flush()
        os._exit(2)
    os._exit(0)


if __name__ == "__main__":
    main()
