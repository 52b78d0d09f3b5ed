"""Building the network against ogr2ogr copying the same file, and how the cost grows.

    python3 benchmarks/build_network.py            # 73,768 lines, 200,436 vertices
    python3 benchmarks/build_network.py growth     # 10,000 to 1,000,000 lines: seconds and a line
    python3 benchmarks/build_network.py memory     # 5 million vertices: peak memory

Run with the Python of QGIS. The start of QGIS is not counted; reading, writing and the report are.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from osgeo import ogr, osr
from qgis.core import QgsApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).parents[1]), "/usr/share/qgis/python/plugins"]
from generate import BORDER_NORTHING, LINES, VERTICES, streets  # noqa: E402

SEED = 1
CLASSES = ["primary", "secondary", "tertiary", "unclassified", "residential"]


def write_roads(path: Path, lines: int, vertices: int) -> None:
    """A GeoPackage with the streets, and a table of two countries that meet in the middle."""
    rng = np.random.default_rng(SEED)
    offsets, xy = streets(lines, vertices)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(25884)
    roads = file.CreateLayer("roads", crs, ogr.wkbLineString)
    for name, kind in (("highway", ogr.OFTString), ("oneway", ogr.OFTString),
                       ("maxspeed", ogr.OFTInteger), ("ref", ogr.OFTString)):  # fmt: skip
        roads.CreateField(ogr.FieldDefn(name, kind))
    classes = rng.choice(CLASSES, lines).tolist()
    oneway = rng.choice(["no", "yes"], lines, p=[0.9, 0.1]).tolist()
    speed = rng.choice([0, 50, 70, 90], lines).tolist()
    header = np.array([1], "u1").tobytes() + np.array([2], "<u4").tobytes()
    xy = np.ascontiguousarray(xy, "<f8")
    roads.StartTransaction()
    for row in range(lines):
        begin, end = offsets[row], offsets[row + 1]
        one = ogr.Feature(roads.GetLayerDefn())
        one.SetField(0, classes[row])
        one.SetField(1, oneway[row])
        if speed[row]:
            one.SetField(2, speed[row])
        one.SetField(3, f"P{row % 300}")
        wkb = header + np.array([end - begin], "<u4").tobytes() + xy[begin:end].tobytes()
        one.SetGeometryDirectly(ogr.CreateGeometryFromWkb(wkb))
        roads.CreateFeature(one)
    roads.CommitTransaction()
    countries = file.CreateLayer("countries", crs, ogr.wkbPolygon)
    countries.CreateField(ogr.FieldDefn("country", ogr.OFTString))
    (left, low), (right, high) = xy.min(axis=0) - 1000, xy.max(axis=0) + 1000
    for code, south, north in (("LT", low, BORDER_NORTHING), ("LV", BORDER_NORTHING, high)):
        one = ogr.Feature(countries.GetLayerDefn())
        one.SetField(0, code)
        ring = f"{left} {south}, {right} {south}, {right} {north}, {left} {north}, {left} {south}"
        one.SetGeometry(ogr.CreateGeometryFromWkt(f"POLYGON(({ring}))"))
        countries.CreateFeature(one)
    file.FlushCache()


def seconds_of(work) -> np.ndarray:
    """Seconds on the clock and of the processor, children included."""

    def now():
        used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
        return np.array([time.perf_counter(), sum(one.ru_utime + one.ru_stime for one in used)])

    begin = now()
    work()
    return now() - begin


def copy_seconds(source: Path, folder: Path) -> np.ndarray:
    """What ogr2ogr needs to copy the roads."""
    target = folder / "copy.gpkg"
    target.unlink(missing_ok=True)
    command = ["ogr2ogr", "-f", "GPKG", str(target), str(source), "roads"]
    return seconds_of(lambda: subprocess.run(command, check=True))


def build(source: Path, folder: Path) -> None:
    """The algorithm as a user runs it: edges and crossings into a GeoPackage, and the report."""
    import processing

    processing.run(
        "smartplanning:buildroadnetwork",
        {
            "ROADS": [f"{source}|layername=roads"],
            "COUNTRIES": f"{source}|layername=countries",
            "COUNTRY_FIELD": "country",
            "EDGES": str(folder / "edges.gpkg"),
            "CROSSINGS": str(folder / "crossings.gpkg"),
            "REPORT": str(folder / "report.html"),
        },
    )


def peak_gib() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def main(what: str = "ratio") -> None:
    application = QgsApplication([], False)
    application.initQgis()
    import processing  # noqa: F401  loads Processing before the clock runs

    from smart_planning_plugin.processing.provider import SmartPlanningProvider

    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    sizes = {
        "ratio": [(LINES, VERTICES)],
        "growth": [(n, n * VERTICES // LINES) for n in (10_000, 30_000, 100_000, 300_000, 10**6)],
        "memory": [(1_850_000, 5_000_000)],
    }[what]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_roads(folder / "warm.gpkg", 1000, 3000)
        build(folder / "warm.gpkg", folder)  # modules are loaded once
        print("seconds on the clock, and of the processor")
        print(f"{'lines':>9} {'vertices':>9} {'ogr2ogr':>13} {'build':>15} {'ratio':>11} "
              f"{'µs/line':>8} {'peak GiB':>9}")  # fmt: skip
        for lines, vertices in sizes:
            source = folder / f"{lines}.gpkg"
            write_roads(source, lines, vertices)
            copied = np.min([copy_seconds(source, folder) for _ in range(3)], axis=0)
            built = seconds_of(lambda source=source: build(source, folder))
            ratio = built / copied
            print(f"{lines:9} {vertices:9} {copied[0]:6.2f} {copied[1]:6.2f} "
                  f"{built[0]:7.2f} {built[1]:7.2f} {ratio[0]:5.1f} {ratio[1]:5.1f} "
                  f"{built[1] / lines * 1e6:8.1f} {peak_gib():9.2f}", flush=True)  # fmt: skip
            source.unlink()
    application.exitQgis()


if __name__ == "__main__":
    main(*sys.argv[1:])
