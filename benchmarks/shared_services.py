"""Shared services of a region, as a user runs them, against a bare start of `qgis_process`.

    python3 benchmarks/shared_services.py [places] [facilities] [cell size in metres]

Makes a region of two countries with a generated road network of 120 x 250 km, then times, each in
a `qgis_process` of its own: a bare start, shared service areas of six types, the same with areas of
the given cells, the service inventory, and the exact p-median of 300 places and 100 candidates.
Needs the Python of QGIS and the plugin installed in the profile that QGIS_CUSTOM_CONFIG_PATH names.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from smart_planning_plugin.core.services.location import LocationProblem, locate

SEED, WIDTH_M, HEIGHT_M, SPACING_M = 1, 120_000, 250_000, 4000
TYPES = ["school", "pool", "library", "clinic", "hall", "bank"]
ORIGIN = (450_000, 6_150_000)


def layer(dataset, name, kind, crs, fields, rows):
    """A table of a GeoPackage: rows of (well-known text, values)."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(crs)
    table = dataset.CreateLayer(name, reference, kind)
    for field, what in fields:
        table.CreateField(ogr.FieldDefn(field, what))
    table.StartTransaction()
    for text, values in rows:
        feature = ogr.Feature(table.GetLayerDefn())
        feature.SetGeometry(ogr.CreateGeometryFromWkt(text))
        for (field, _), value in zip(fields, values):
            feature.SetField(field, value)
        table.CreateFeature(feature)
    table.CommitTransaction()


def region(path: Path, places: int, facilities: int) -> None:
    """Roads, two countries north and south of a border, places and facilities."""
    from osgeo import ogr

    rng = np.random.default_rng(SEED)
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    text, real = ogr.OFTString, ogr.OFTReal
    x0, y0 = ORIGIN
    middle = y0 + HEIGHT_M / 2
    boxes = [("AA", middle, y0 + HEIGHT_M), ("BB", y0, middle)]
    layer(
        dataset, "countries", ogr.wkbPolygon, 25884, [("country", text)],
        [(f"POLYGON(({x0} {a},{x0 + WIDTH_M} {a},{x0 + WIDTH_M} {b},{x0} {b},{x0} {a}))", [code])
         for code, a, b in boxes],
    )  # fmt: skip
    xs = x0 + np.arange(0, WIDTH_M + 1, SPACING_M)
    ys = y0 + np.arange(0, HEIGHT_M + 1, SPACING_M)
    at = np.stack(np.meshgrid(xs, ys), -1) + rng.uniform(-900, 900, (len(ys), len(xs), 2))
    ends = [*zip(at[:, :-1].reshape(-1, 2), at[:, 1:].reshape(-1, 2))]
    ends += [*zip(at[:-1].reshape(-1, 2), at[1:].reshape(-1, 2))]
    layer(
        dataset, "roads", ogr.wkbLineString, 25884, [("speed", real)],
        [(f"LINESTRING({a[0]} {a[1]},{b[0]} {b[1]})", [60.0]) for a, b in ends],
    )  # fmt: skip

    def scattered(count):
        return np.column_stack(
            [rng.uniform(x0, x0 + WIDTH_M, count), rng.uniform(y0, y0 + HEIGHT_M, count)]
        )

    layer(
        dataset, "places", ogr.wkbPoint, 25884, [("place_id", text), ("people", real)],
        [(f"POINT({x} {y})", [f"P{row}", float(rng.integers(1, 900))])
         for row, (x, y) in enumerate(scattered(places))],
    )  # fmt: skip
    layer(
        dataset, "services", ogr.wkbPoint, 25884, [("service_id", text), ("type", text)],
        [(f"POINT({x} {y})", [f"S{row}", TYPES[row % 6]])
         for row, (x, y) in enumerate(scattered(facilities))],
    )  # fmt: skip


def clocked(what: str, algorithm: str = "", **parameters) -> float:
    """Seconds of one `qgis_process`; stops when it fails."""
    command = ["qgis_process.bin", *(["run", algorithm, "--"] if algorithm else ["list"])]
    command += [f"{name}={value}" for name, value in parameters.items()]
    begin = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True)
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024**2
    print(f"{what:44} {seconds:7.2f} s   largest so far {peak:5.2f} GiB")
    return seconds


def main(places: int = 8000, facilities: int = 1000, cell: float = 250.0) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "region.gpkg"
        region(path, places, facilities)
        study = Path(folder) / "study.gpkg"
        known = dict(COUNTRIES=f"{path}|layername=countries", COUNTRY_FIELD="country")
        bare = clocked("a bare start")
        clocked(
            "build the network", "smartplanning:buildroadnetwork", **known,
            ROADS=f"{path}|layername=roads", SPEED_FIELD="speed", EDGES=study,
        )  # fmt: skip
        given = dict(
            known, NETWORK=study, SNAP_DISTANCE=5000, OFFROAD_SPEED=30,
            PLACES=f"{path}|layername=places", PLACE_ID="place_id", POPULATION_FIELD="people",
            SERVICES=f"{path}|layername=services", SERVICE_ID="service_id",
            SERVICE_TYPE_FIELD="type",
        )  # fmt: skip
        shared = "smartplanning:sharedserviceareas"
        seconds = clocked(
            f"{places} places, {facilities} facilities, six types", shared, **given,
            CELL_SIZE=4000, AREAS=Path(folder) / "areas.gpkg",
            FACILITIES=Path(folder) / "facilities.gpkg",
        )  # fmt: skip
        print(f"{'':44} {seconds / bare:7.1f} times a bare start (to reach: 6)")
        clocked(
            f"the same in cells of {cell:g} m (30,000 km2)", shared, **given, CELL_SIZE=cell,
            STUDY_AREA=f"{path}|layername=countries", AREAS=Path(folder) / "fine.gpkg",
        )  # fmt: skip
        print(f"{'':44} (to reach: under 3 GiB)")
        clocked(
            "inventory of the two countries", "smartplanning:serviceinventory", **given,
            ZONES=f"{path}|layername=countries", ZONE_ID="country",
            OUTPUT=Path(folder) / "zones.gpkg",
        )  # fmt: skip
    rng = np.random.default_rng(SEED)
    xy = rng.random((300, 2)) * 60
    cost = np.hypot(*(xy[:, None] - xy[rng.choice(300, 100, replace=False)]).transpose(2, 0, 1))
    nothing = np.zeros(100, dtype=bool)
    begin = time.perf_counter()
    demand = rng.integers(10, 2000, 300).astype(float)
    found = locate("pmedian", LocationProblem(cost, demand, nothing, nothing), 10, 0)
    seconds = time.perf_counter() - begin
    print(f"{'p-median 300 x 100, p = 10: ' + found.method:44} {seconds:7.2f} s (to reach: 60)")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
