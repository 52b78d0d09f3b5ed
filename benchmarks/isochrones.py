"""Isochrones against QGIS's own service areas, whole runs of `qgis_process` on the same network.

    python3 benchmarks/isochrones.py [junctions a side] [origins] [minutes]

With the default of 209 junctions a side the network has about 73,800 lines. Prints seconds, the
ratio of a bare start of `qgis_process` to our areas of three cut-offs (at most 8), and how many
times as fast our roads are as `native:serviceareafromlayer` (at least 5). Stops if the two do not
reach about the same length of road.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import numpy as np
from osgeo import ogr, osr

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]
from travel_times import SEED, SPACING_M, road_layer  # noqa: E402

QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
CORNER = np.array([400_000.0, 6_200_000.0])  # somewhere in the area of TM Baltic
KMH = {"primary": 80.0, "secondary": 60.0, "residential": 40.0}


def write(path: Path, side: int, origins: int):
    """Roads and origins in one GeoPackage."""
    roads = road_layer(side)
    rng = np.random.default_rng(SEED)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25884)
    layer = dataset.CreateLayer("roads", reference, ogr.wkbLineString)
    for name, kind in (
        ("highway", ogr.OFTString),
        ("oneway", ogr.OFTString),
        ("maxspeed", ogr.OFTReal),
    ):
        layer.CreateField(ogr.FieldDefn(name, kind))
    layer.StartTransaction()
    classes = rng.choice(list(KMH), len(roads.lines))
    for row in range(len(roads.lines)):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature["highway"], feature["maxspeed"] = str(classes[row]), KMH[classes[row]]
        feature["oneway"] = "no"
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in (roads.lines[row] + CORNER).tolist():
            line.AddPoint_2D(x, y)
        feature.SetGeometry(line)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    points = dataset.CreateLayer("origins", reference, ogr.wkbPoint)
    points.CreateField(ogr.FieldDefn("id", ogr.OFTInteger))
    for number, (x, y) in enumerate(
        rng.uniform(0.1, 0.9, (origins, 2)) * side * SPACING_M + CORNER
    ):
        feature = ogr.Feature(points.GetLayerDefn())
        feature["id"] = number
        geometry = ogr.Geometry(ogr.wkbPoint)
        geometry.AddPoint_2D(x, y)
        feature.SetGeometry(geometry)
        points.CreateFeature(feature)
    return len(roads.lines)


class Batch:
    """`qgis_process` with a profile of its own that holds this plugin."""

    def __init__(self, folder: Path):
        package = folder / "package.zip"
        subprocess.run(
            [sys.executable, ROOT / ".ci" / "package.py", package], check=True, capture_output=True
        )
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder / "profiles" / "default" / "python" / "plugins")
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "QGIS_CUSTOM_CONFIG_PATH": str(folder),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self("plugins", "enable", "smart_planning_plugin")

    def __call__(self, *words) -> float:
        begin = time.perf_counter()
        done = subprocess.run(
            [QGIS_PROCESS, *words], env=self.environment, capture_output=True, text=True
        )
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        return time.perf_counter() - begin

    def run(self, algorithm: str, *options: str, **parameters) -> float:
        given = (f"{name}={value}" for name, value in parameters.items())
        return self("run", algorithm, *options, "--", *given)


def length_km(path: Path) -> float:
    """Length of all lines of a file."""
    dataset = ogr.Open(str(path))
    layer = dataset.GetLayer(0)
    return sum(one.GetGeometryRef().Length() for one in layer if one.GetGeometryRef()) / 1000


def main(side: int = 209, origins: int = 100, minutes: int = 15):
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        data, edges = folder / "data.gpkg", folder / "edges.gpkg"
        lines = write(data, side, origins)
        batch = Batch(folder)
        build = batch.run(
            "smartplanning:buildroadnetwork", ROADS=f"{data}|layername=roads", EDGES=edges
        )
        print(
            f"{lines:,} lines, {origins} origins, {minutes} minutes; network built in {build:.1f} s"
        )
        bare = min(batch("list") for _ in range(3))
        given = {"NETWORK": edges, "ORIGINS": f"{data}|layername=origins", "ORIGIN_ID": "id"}
        roads, areas = folder / "roads.gpkg", folder / "areas.gpkg"
        ours = min(
            batch.run("smartplanning:isochrones", **given, CUTOFFS=minutes, SHAPE="roads",
                      OFFROAD_SPEED=0, OUTPUT=roads)
            for _ in range(2)
        )  # fmt: skip
        three = ",".join(str(minutes * part // 3) for part in (1, 2, 3))
        polygons = min(
            batch.run("smartplanning:isochrones", **given, CUTOFFS=three, OUTPUT=areas)
            for _ in range(2)
        )
        native = folder / "native.gpkg"
        project = folder / "empty.qgs"  # it asks for one
        project.write_text("<!DOCTYPE qgis><qgis version='3.22.0'/>", encoding="utf-8")
        theirs = batch.run(
            "native:serviceareafromlayer",
            f"--PROJECT_PATH={project}", INPUT=edges, STRATEGY=1, SPEED_FIELD="speed_kmh",
            START_POINTS=given["ORIGINS"], TRAVEL_COST2=minutes / 60, OUTPUT_LINES=native,
        )  # fmt: skip
        for what, seconds, told in (
            ("bare start of qgis_process", bare, ""),
            ("native:serviceareafromlayer", theirs, ""),
            ("our roads", ours, f"{theirs / ours:.1f} times as fast"),
            (f"our areas, cut-offs {three}", polygons, f"{polygons / bare:.1f} bare starts"),
        ):
            print(f"{what:38} {seconds:8.2f} s  {told}")
        mine, other = length_km(roads), length_km(native) / 2  # it draws both directions
        print(f"length of road: {mine:,.0f} km and {other:,.0f} km")
        if abs(mine - other) > 0.02 * other:
            raise SystemExit("the two do not reach the same roads")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
