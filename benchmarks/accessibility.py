"""All measures of accessibility against a bare start of Processing, and how memory stays bounded.

    python3 benchmarks/accessibility.py                 # 10,000 places, 1,000 services
    python3 benchmarks/accessibility.py 1000 100 8000   # places, services, lines (else 73,768)
    python3 benchmarks/accessibility.py memory 1000000  # core alone, places in blocks

Run with the Python of QGIS. The bare start is a native algorithm on one point in the same
`qgis_process`; what is measured reads the network, the places and the services from files, computes
eight measures, and writes the places.
"""

import resource
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from os import environ
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[1]
environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks"), "/usr/share/qgis/python/plugins"]

SEED = 1
MEASURES = "nearest,cumulative,gravity,2sfca,e2sfca,3sfca,bfca,spatial_availability"
QGIS_PROCESS = shutil.which("qgis_process.bin") or shutil.which("qgis_process")


def write_points(path: Path, name: str, xy, **fields) -> None:
    """A GeoPackage of points with whole numbers."""
    from osgeo import ogr, osr

    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    crs = osr.SpatialReference()
    crs.ImportFromEPSG(25884)
    layer = file.CreateLayer(name, crs, ogr.wkbPoint)
    for one in ("id", *fields):
        layer.CreateField(ogr.FieldDefn(one, ogr.OFTInteger))
    layer.StartTransaction()
    for row, (x, y) in enumerate(xy.tolist()):
        feature = ogr.Feature(layer.GetLayerDefn())
        feature.SetField("id", row)
        for one, values in fields.items():
            feature.SetField(one, int(values[row]))
        feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
        layer.CreateFeature(feature)
    layer.CommitTransaction()
    file.FlushCache()


def profile(folder: Path) -> dict:
    """The environment of a `qgis_process` into which the package of this folder is installed."""
    plugins, runtime = folder / "profiles/default/python/plugins", folder / "runtime"
    plugins.mkdir(parents=True)
    runtime.mkdir(mode=0o700)
    package = folder / "package.zip"
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", package], check=True)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(plugins)
    env = {name: value for name, value in environ.items() if name != "PYTHONPATH"}
    env.update(QGIS_CUSTOM_CONFIG_PATH=str(folder), XDG_RUNTIME_DIR=str(runtime))
    subprocess.run([QGIS_PROCESS, "plugins", "enable", "smart_planning_plugin"], env=env,
                   check=True, capture_output=True)  # fmt: skip
    return env


def seconds(command, env) -> float:
    begin = time.perf_counter()
    subprocess.run(command, env=env, check=True, capture_output=True)
    return time.perf_counter() - begin


def main(places: int = 10_000, services: int = 1_000, lines: int = 73_768) -> None:
    from build_network import VERTICES, build, write_roads
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    import processing  # noqa: F401

    from smart_planning_plugin.processing.provider import SmartPlanningProvider

    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_roads(folder / "roads.gpkg", lines, VERTICES * lines // 73_768)
        build(folder / "roads.gpkg", folder)
        rng = np.random.default_rng(SEED)
        extent = np.sqrt(lines / 2 / 0.8) * 400
        low = [400_000, 6_250_000 - extent / 2]
        for what, count, least, most in (("places", places, 1, 999), ("services", services, 5, 90)):
            xy = rng.uniform(0, extent, (count, 2)) + low
            write_points(folder / f"{what}.gpkg", what, xy, size=rng.integers(least, most, count))
        given = {
            "NETWORK": folder / "edges.gpkg", "COUNTRY_FIELD": "country",
            "COUNTRIES": f"{folder}/roads.gpkg|layername=countries",
            "PLACES": folder / "places.gpkg", "PLACE_ID": "id",
            "POPULATION_FIELD": "size", "SERVICES": folder / "services.gpkg", "SERVICE_ID": "id",
            "CAPACITY_FIELD": "size", "MEASURES": MEASURES, "DECAY": "gaussian", "THRESHOLD": 30,
            "OUTPUT": folder / "out.gpkg",
        }  # fmt: skip
        once = seconds_in_process(given)
        print(f"{places:,} places × {services:,} services × 8 measures on {lines:,} lines")
        print(f"in a Processing that runs already       {once:8.2f} s")
        env = profile(folder / "profile")
        bare = min(seconds(
            [QGIS_PROCESS, "run", "native:buffer", "--", f"INPUT={folder}/places.gpkg",
             "DISTANCE=1", "OUTPUT=TEMPORARY_OUTPUT"], env) for _ in range(3))  # fmt: skip
        print(f"a bare run of qgis_process              {bare:8.2f} s")
        whole = seconds(
            [QGIS_PROCESS, "run", "smartplanning:serviceaccessibility", "--",
             *words(given)], env)  # fmt: skip
        print(f"the measures through qgis_process       {whole:8.2f} s")
        print(f"times a bare run: {whole / bare:.1f}")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GiB")
    del provider
    application.exitQgis()


def words(given) -> list[str]:
    """Parameters as the command line wants them, a list as several."""
    plain = [f"{name}={value}" for name, value in given.items() if name != "MEASURES"]
    return plain + [f"MEASURES={one}" for one in MEASURES.split(",")]


def seconds_in_process(given) -> float:
    import processing

    values = {name: str(value) for name, value in given.items()}
    values["MEASURES"] = MEASURES.split(",")
    begin = time.perf_counter()
    processing.run("smartplanning:serviceaccessibility", values)
    return time.perf_counter() - begin


def memory(places: int = 1_000_000, services: int = 200) -> None:
    """Two rounds over blocks of places: what is held does not grow with them."""
    from smart_planning_plugin.core.accessibility.decay import Decay
    from smart_planning_plugin.core.accessibility.fca import PAIR_MEASURES, Weighing, accessibility
    from smart_planning_plugin.core.accessibility.reach import Reach, offers_of
    from smart_planning_plugin.core.network.snapping import OK, Positions
    from smart_planning_plugin.core.services.inputs import Services, ServiceType

    rng = np.random.default_rng(SEED)

    class Plane:
        """Straight lines at 60 km/h: costs without a network, the same interface."""

        def matrix(self, sources, targets, progress):
            gap = sources.fraction[:, None] - targets.fraction[None, :]
            return np.abs(gap)

    def at(count):
        nothing = np.zeros(count)
        codes = np.full(count, "AA", dtype=object)
        status = np.full(count, OK, dtype=object)
        return Positions(nothing.astype(int), rng.uniform(0, 500, count), nothing, nothing, codes,
                         status)  # fmt: skip

    where = at(services)
    names = np.array(["s"] * services, dtype=object)
    offered = Services(names, np.zeros((services, 2)), names, names, rng.uniform(1, 9, services))
    offers = offers_of(offered, where, [ServiceType("s", "s")], 30.0)
    reach = Reach(Plane(), where, at(places), offers)
    people = rng.uniform(1, 9, places)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    begin = time.perf_counter()
    accessibility(PAIR_MEASURES, offers, reach.rounds, [people], Weighing(Decay("linear")))
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{places:,} places × {services:,} services × 7 measures: "
          f"{time.perf_counter() - begin:.1f} s, {after - before:.2f} GiB more than before; "
          f"the matrix alone would be {places * services * 8 / 2**30:.1f} GiB")  # fmt: skip


if __name__ == "__main__":
    if sys.argv[1:2] == ["memory"]:
        memory(*map(int, sys.argv[2:]))
    else:
        main(*map(int, sys.argv[1:]))
