"""Whole runs of qgis_process, as a batch user has them, beside the network tools of QGIS itself."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

import generate
from osgeo import ogr

ROOT = Path(__file__).parents[1]
REPEATS = 3
MINUTES = 15


def runs() -> list[str]:
    """Lines of a table; why there is none without QGIS."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    package = ROOT / "dist" / "smart_planning_plugin.zip"
    if program is None or not package.exists():
        return ["Left out: qgis_process, or dist/smart_planning_plugin.zip, is not there."]
    with tempfile.TemporaryDirectory() as folder:
        return _table(Batch(program, package, Path(folder)), Path(folder))


class Batch:
    """`qgis_process` with a profile of its own that holds this plugin."""

    def __init__(self, program: str, package: Path, folder: Path):
        folder.chmod(0o700)
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder / "profiles" / "default" / "python" / "plugins")
        self._program = program
        self._environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self.project = folder / "empty.qgs"  # some of QGIS's own ask for one
        self.project.write_text("<!DOCTYPE qgis><qgis version='3.22.0'/>", encoding="utf-8")
        self("plugins", "enable", "smart_planning_plugin")

    def __call__(self, *words) -> tuple[float, float]:
        """Seconds, and seconds of all cores."""
        before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        done = subprocess.run(
            [self._program, *map(str, words)], env=self._environment, capture_output=True, text=True
        )
        took, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        return took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    def run(self, algorithm: str, repeats: int = REPEATS, **parameters) -> tuple[float, float]:
        """The least of some runs."""
        given = [f"{name}={value}" for name, value in parameters.items()]
        words = ("run", algorithm, f"--PROJECT_PATH={self.project}", "--", *given)
        return tuple(map(min, zip(*(self(*words) for _ in range(repeats)))))


def _length_km(path: Path) -> float:
    layer = (dataset := ogr.Open(str(path))).GetLayer(0)
    km = sum(one.GetGeometryRef().Length() for one in layer if one.GetGeometryRef()) / 1000
    del layer, dataset
    return km


def _table(batch: Batch, folder: Path) -> list[str]:
    network = generate.street_network()
    data = folder / "network.gpkg"
    places = {f"p{one}": generate.points(network, one, one) for one in (100, 1000)}
    generate.write(data, network, places)
    edges, few, many = (f"{data}|layername={name}" for name in ("edges", "p100", "p1000"))
    x, y = places["p100"][0]
    bare = tuple(map(min, zip(*(batch("list") for _ in range(REPEATS)))))

    def matrix(points, name):
        return batch.run(
            "smartplanning:traveltimematrix", NETWORK=edges, ORIGINS=points, ORIGIN_ID="id",
            DESTINATIONS=points, DESTINATION_ID="id", OUTPUT_FILE=folder / name,
        )  # fmt: skip

    def isochrones(cutoffs, shape, name):
        return batch.run(
            "smartplanning:isochrones", NETWORK=edges, ORIGINS=few, ORIGIN_ID="id",
            CUTOFFS=cutoffs, SHAPE=shape, OFFROAD_SPEED=0, OUTPUT=folder / name,
        )  # fmt: skip

    rows = [
        ("bare start (`qgis_process list`)", bare),
        ("travel times, 100 × 100 places to CSV", matrix(few, "few.csv")),
        ("travel times, 1000 × 1000 places (a million rows) to CSV", matrix(many, "many.csv")),
        (
            "fastest routes as lines, 100 places to the 3 nearest of 1000",
            batch.run(
                "smartplanning:fastestroutes", NETWORK=edges, ORIGINS=few, ORIGIN_ID="id",
                DESTINATIONS=many, DESTINATION_ID="id", NEAREST=3, OUTPUT=folder / "ways.gpkg",
            ),
        ),
        (f"roads within {MINUTES} min of 100 places", isochrones(MINUTES, "roads", "roads.gpkg")),
        ("areas within 5, 10, 15 min of 100 places", isochrones("5,10,15", "polygons", "a.gpkg")),
        (
            f"QGIS `serviceareafromlayer`, {MINUTES} min, 100 places",
            batch.run(
                "native:serviceareafromlayer", 1, INPUT=edges, STRATEGY=1, SPEED_FIELD="speed_kmh",
                START_POINTS=few, TRAVEL_COST2=MINUTES / 60, OUTPUT_LINES=folder / "native.gpkg",
            ),
        ),
        (
            "QGIS `shortestpathlayertopoint`, 100 places to one",
            batch.run(
                "native:shortestpathlayertopoint", 1, INPUT=edges, START_POINTS=few, STRATEGY=1,
                END_POINT=f"{x},{y} [EPSG:25884]", SPEED_FIELD="speed_kmh",
                OUTPUT=folder / "path.gpkg",
            ),
        ),
    ]  # fmt: skip
    mine, other = _length_km(folder / "roads.gpkg"), _length_km(folder / "native.gpkg") / 2
    # QGIS draws every road there and back, and cuts each by itself where the minutes are used up
    if abs(mine - other) > 0.04 * other:
        raise SystemExit(f"not the same roads are reached: {mine:,.0f} km and {other:,.0f} km")

    def line(row):
        name, (clock, cores) = row
        cells = f"{clock:.1f}", f"{clock / bare[0]:.1f}", f"{cores:.1f}", f"{cores / bare[1]:.1f}"
        return f"| {name} | " + " | ".join(cells) + " |"

    return [
        f"{len(network):,} lines of {len(network.lines.xy):,} vertices; least of {REPEATS} runs. "
        f"Roads within {MINUTES} minutes: {mine:,.0f} km by us, {other:,.0f} km by QGIS. Where "
        "other work disturbs the clock, look at the seconds of all cores.\n",
        "| run | seconds | bare starts | seconds of all cores | bare starts |",
        "|---|---|---|---|---|",
        *map(line, rows),
    ]


if __name__ == "__main__":
    print("\n".join(runs()))
