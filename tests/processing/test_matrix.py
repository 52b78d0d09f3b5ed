"""The travel time matrix in full: pairs, nearest, files, cluster, cancel, bad input."""

import contextlib
import csv
import importlib.util
import os
import signal
import subprocess
import sys
import time

import numpy as np
import pandas as pd
import pytest
from qgis.core import NULL, QgsGeometry, QgsProcessingFeatureSourceDefinition

from smart_planning_plugin.core.accessibility import matrix
from smart_planning_plugin.core.accessibility import travel as travel_module
from tests.processing.tools import (
    ENDS,
    ROOT,
    TEMPORARY,
    Feedback,
    copy_of,
    left_behind,
    rows,
    sample,
)

WITHOUT_PYARROW = importlib.util.find_spec("pyarrow") is None


@pytest.fixture(scope="module", autouse=True)
def small_blocks():
    """The sample makes several blocks."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(travel_module, "BLOCK_CELLS", 2000)
        patch.setattr(matrix, "ROWS_AT_ONCE", 700)
        yield


@pytest.fixture(scope="module")
def whole(run, travel):
    """All pairs of the sample, as rows."""
    return rows(run("traveltimematrix", **travel, **ENDS, OUTPUT=TEMPORARY)["OUTPUT"])


def read_csv(path):
    with open(path, encoding="utf-8", newline="") as file:
        return [
            {**one, "time_min": float(one["time_min"]) if one["time_min"] else None}
            for one in csv.DictReader(file)
        ]


def test_the_file_holds_the_very_rows(run, travel, whole, tmp_path):
    file = tmp_path / "matrix.csv"
    made = run("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(file))
    assert made["OUTPUT_FILE"] == str(file)
    assert read_csv(file) == whole
    assert {one["status"] for one in whole} >= {"ok"}
    assert left_behind(tmp_path) == []
    told = " ".join(run.feedback.messages)
    assert f"{len(whole):,} pairs" in told and "MB" in told
    both = tmp_path / "both.csv"
    made = run("traveltimematrix", **travel, **ENDS, OUTPUT=TEMPORARY, OUTPUT_FILE=str(both))
    assert rows(made["OUTPUT"]) == whole
    assert both.read_bytes() == file.read_bytes()


@pytest.mark.skipif(WITHOUT_PYARROW, reason="pyarrow is not installed")
def test_parquet(run, travel, whole, tmp_path):
    file = tmp_path / "matrix.parquet"
    run("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(file))
    from pyarrow import parquet

    table = parquet.read_table(file)
    assert table.column_names == ["origin_id", "destination_id", "time_min", "status"]
    assert table.to_pylist() == whole
    assert parquet.ParquetFile(file).num_row_groups > 3


def test_kernels_and_distances(run, travel, whole):
    for kernel in ("search", "hierarchy"):
        made = run("traveltimematrix", **travel, **ENDS, KERNEL=kernel, OUTPUT=TEMPORARY)
        times = [one["time_min"] for one in rows(made["OUTPUT"])]
        expected = np.array([one["time_min"] for one in whole], float)
        np.testing.assert_allclose(np.array(times, float), expected, rtol=1e-12)
    made = run("traveltimematrix", **travel, **ENDS, DISTANCES=True, OUTPUT=TEMPORARY)
    names = made["OUTPUT"].fields().names()
    assert names == ["origin_id", "destination_id", "time_min", "distance_km", "status"]
    along = pd.DataFrame(rows(made["OUTPUT"]))
    shortest = run("traveltimematrix", **travel, **ENDS, COST="distance", OUTPUT=TEMPORARY)
    shortest = pd.DataFrame(rows(shortest["OUTPUT"]))
    ok = along["status"] == "ok"
    assert (along["distance_km"][ok] >= shortest["distance_km"][ok] - 1e-9).all()
    assert (along["distance_km"][ok] < 1.7 * shortest["distance_km"][ok] + 1).all()
    assert along["distance_km"][~ok].isna().all()


def test_the_nearest_and_the_pairs(run, travel, whole):
    table = pd.DataFrame(whole)
    made = run("traveltimematrix", **travel, **ENDS, NEAREST=3, OUTPUT=TEMPORARY)
    nearest = pd.DataFrame(rows(made["OUTPUT"]))
    reached = table[table["status"] == "ok"]
    expected = reached.sort_values("time_min", kind="stable").groupby("origin_id", sort=False)
    expected = expected.head(3).groupby("origin_id")["time_min"].apply(list).to_dict()
    found = nearest[nearest["status"] == "ok"].groupby("origin_id")["time_min"].apply(list)
    assert found.to_dict() == expected
    assert set(nearest["origin_id"]) == set(table["origin_id"])
    made = run("traveltimematrix", **travel, **ENDS, PAIR_FIELD="country", OUTPUT=TEMPORARY)
    pairs = pd.DataFrame(rows(made["OUTPUT"]))
    country = {
        one[field]: one["country"]
        for layer, field in (("places", "place_id"), ("services", "service_id"))
        for one in rows(sample(layer))
    }
    same = table["origin_id"].map(country) == table["destination_id"].map(country)
    pd.testing.assert_frame_equal(pairs, table[same].reset_index(drop=True))


def test_a_limit_keeps_the_unreached(run, travel, whole):
    made = run("traveltimematrix", **travel, **ENDS, MAX_COST=40, OUTPUT=TEMPORARY)
    found = rows(made["OUTPUT"])
    assert len(found) == len(whole)
    for one, other in zip(found, whole):
        within = other["time_min"] is not None and other["time_min"] <= 40
        assert one["time_min"] == (pytest.approx(other["time_min"]) if within else None)
        assert one["status"] == ("ok" if within else other["status"].replace("ok", "unreached"))


@pytest.mark.parametrize("ending", ["csv", "parquet"])
def test_a_cancelled_matrix_leaves_no_file(run, travel, tmp_path, ending):
    if ending == "parquet" and WITHOUT_PYARROW:
        pytest.skip("pyarrow is not installed")
    file = tmp_path / f"matrix.{ending}"
    looked = Feedback()
    run("traveltimematrix", feedback=looked, **travel, **ENDS, OUTPUT_FILE=str(file))
    before = file.read_bytes()
    file.unlink()
    for looks in (looked.looked - 3, looked.looked // 2):
        stopped = run(
            "traveltimematrix", feedback=Feedback(looks), **travel, **ENDS, OUTPUT_FILE=str(file)
        )
        assert stopped == {}
        assert list(tmp_path.iterdir()) == []
    file.write_bytes(b"what was there")
    run("traveltimematrix", feedback=Feedback(2), **travel, **ENDS, OUTPUT_FILE=str(file))
    assert file.read_bytes() == b"what was there"
    run("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(file))
    assert file.read_bytes() == before


def test_bad_input(refused, travel, tmp_path, monkeypatch):
    out = {"OUTPUT": TEMPORARY}
    empty = copy_of(sample("places"), lambda row: False)
    message = refused("traveltimematrix", **travel, **{**ENDS, "ORIGINS": empty}, **out)
    assert "ORIGINS has no rows" in message
    twice = copy_of(sample("places"), lambda row: row.update(place_id="X"))
    message = refused("traveltimematrix", **travel, **{**ENDS, "ORIGINS": twice}, **out)
    assert "ds stand more than once" in message and "place_id" in message
    without = copy_of(sample("places"), lambda row: row.update(place_id=NULL))
    message = refused("traveltimematrix", **travel, **{**ENDS, "ORIGINS": without}, **out)
    assert "ds are missing" in message
    nowhere = copy_of(sample("places"), lambda row: row.update(geometry=QgsGeometry()))
    message = refused("traveltimematrix", **travel, **{**ENDS, "ORIGINS": nowhere}, **out)
    assert "no_geometry" in message
    for name in ("matrix.xlsx", "matrix"):
        message = refused("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(tmp_path / name))
        assert "ends neither with .csv nor with .parquet" in message
    message = refused("traveltimematrix", **travel, **ENDS, **out, PAIR_FIELD="nothing")
    assert "PAIR_FIELD" in message
    message = refused("traveltimematrix", **travel, **ENDS, **out, PAIR_FIELD="name")
    assert "no origin and destination have the same value" in message.lower()
    message = refused("traveltimematrix", **travel, **ENDS, **out, DISTANCES=True, COST="distance")
    assert "DISTANCES goes with COST = time" in message
    message = refused("traveltimematrix", **travel, **ENDS, **out, ENGINE="dask")
    assert "SCHEDULER is empty" in message or "distributed is missing" in message
    message = refused("traveltimematrix", **travel, **ENDS, **out, KERNEL="fast")
    assert "KERNEL" in message
    found = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name: None if name == "pyarrow" else found(name)
    )
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(tmp_path / "m.parquet"))
    assert "pyarrow" in message and "pip install" in message


def test_a_matrix_beyond_this_machine_is_refused_before_it_starts(refused, travel, monkeypatch):
    from smart_planning_plugin.processing import matrix_io

    monkeypatch.setattr(matrix_io, "_memory", lambda: 1e5)
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=TEMPORARY)
    assert "OUTPUT_FILE" in message and "MB" in message


def test_a_point_without_geometry_has_its_status(run, travel):
    seen = []

    def first(row):
        if not seen:
            row["geometry"] = QgsGeometry()
        seen.append(row)

    places = copy_of(sample("places"), first)
    source = QgsProcessingFeatureSourceDefinition(places.source())
    assert source is not None
    made = run(
        "traveltimematrix",
        **travel, **{**ENDS, "ORIGINS": places}, OUTPUT=TEMPORARY, UNREACHED=TEMPORARY,
    )  # fmt: skip
    found = rows(made["OUTPUT"])
    services = len(rows(sample("services")))
    assert {one["status"] for one in found[:services]} == {"origin no_geometry"}
    assert rows(made["UNREACHED"])[0]["reason"] == "no_geometry"


# ---------------------------------------------------------------- beyond one machine


@pytest.fixture(scope="module")
def cluster(tmp_path_factory):
    """A scheduler and two workers, started as the README says, without the plugin."""
    distributed = pytest.importorskip("distributed", reason="distributed is not installed")
    folder = tmp_path_factory.mktemp("cluster")
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    with contextlib.ExitStack() as started:

        def start(*words):
            command = [sys.executable, "-m", "dask", *words]
            with (folder / "log.txt").open("a") as log:
                process = subprocess.Popen(command, cwd=folder, env=environment, stderr=log)
            started.callback(process.wait, 30)
            started.callback(process.terminate)

        plain = "--no-dashboard", "--interface", "lo"
        start("scheduler", "--port", "0", "--scheduler-file", "where.json", *plain)
        for _ in range(2):
            start("worker", "--nthreads", "1", "--scheduler-file", "where.json", *plain)
        where = folder / "where.json"
        until = time.monotonic() + 60
        while not where.exists() and time.monotonic() < until:
            time.sleep(0.1)
        with distributed.Client(scheduler_file=str(where), set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
            yield client


def test_a_cluster_gives_the_same_bytes(run, travel, cluster, tmp_path):
    ways = {
        "local.csv": {},
        "cluster.csv": {"ENGINE": "dask", "SCHEDULER": cluster.scheduler.address},
    }
    for name, more in ways.items():
        run("traveltimematrix", **travel, **ENDS, **more, OUTPUT_FILE=str(tmp_path / name))
    assert "2 workers" in " ".join(run.feedback.texts)
    one, other = ((tmp_path / name).read_bytes() for name in ways)
    assert one == other


def test_a_lost_worker_is_survived(run, travel, cluster, tmp_path):
    """A worker is killed while blocks are under way."""

    class Killer(Feedback):
        killed = False

        def isCanceled(self):
            if self.percent > 20 and not self.killed:
                self.killed = True
                os.kill(next(iter(cluster.run(os.getpid).values())), signal.SIGKILL)
            return False

        percent = 0.0

        def setProgress(self, value):
            self.percent = value

    killer = Killer()
    run(
        "traveltimematrix", feedback=killer, **travel, **ENDS, ENGINE="dask",
        SCHEDULER=cluster.scheduler.address, OUTPUT_FILE=str(tmp_path / "lost.csv"),
    )  # fmt: skip
    run("traveltimematrix", **travel, **ENDS, OUTPUT_FILE=str(tmp_path / "local.csv"))
    assert killer.killed
    assert (tmp_path / "lost.csv").read_bytes() == (tmp_path / "local.csv").read_bytes()


def test_nobody_answers(refused, travel, tmp_path):
    pytest.importorskip("distributed", reason="distributed is not installed")
    message = refused(
        "traveltimematrix", **travel, **ENDS, ENGINE="dask", SCHEDULER="nonsense",
        OUTPUT_FILE=str(tmp_path / "out.csv"),
    )  # fmt: skip
    assert "no scheduler answers" in message.lower()


def test_without_dask_the_plugin_loads_and_says_what_is_missing():
    """In a process where the optional packages cannot be imported."""
    code = (
        "import sys\n"
        "for name in ('distributed', 'dask', 'pyarrow'): sys.modules[name] = None\n"
        "from smart_planning_plugin.core.accessibility import cluster\n"
        "try: cluster.check('tcp://a:1')\n"
        "except Exception as error: print(error)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "distributed is missing" in found.stdout and "pip install" in found.stdout
