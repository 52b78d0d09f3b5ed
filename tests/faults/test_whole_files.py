"""A process that is ended, a disk that is full, two at once: the old file, the new one, or none."""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.faults.setup import keep_file
from tests.processing.tools import ENDS, TEMPORARY, Feedback, copy_of, inside, opened, rows, sample

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path):
    """A folder with travel times between some places, and a GeoPackage with a table."""
    (tmp_path / "times.csv").write_text(
        "origin_id,destination_id,time_min\nLV001,LV002,12\nLV002,LV001,13\n"
    )
    keep_file(tmp_path)
    return tmp_path


def begun(folder, output, *more):
    return subprocess.Popen(
        [sys.executable, "-m", "tests.faults.child", output, *map(str, more)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip


def killed(folder, output):
    """Begin a run, and end it in the middle of writing."""
    mark = folder / "mark"
    child = begun(folder, output, "--stop", mark)
    until = time.monotonic() + 120
    while not mark.exists() and child.poll() is None and time.monotonic() < until:
        time.sleep(0.05)
    assert mark.exists(), child.communicate()[0]
    child.send_signal(signal.SIGKILL)
    child.communicate()
    mark.unlink()


def tables(path):
    with sqlite3.connect(path) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        found = database.execute("SELECT table_name FROM gpkg_contents")
        return sorted(one for (one,) in found)


def test_killed_while_a_file_is_written(folder):
    path = folder / "out.csv"
    path.write_text("what was there before")
    killed(folder, str(path))
    assert path.read_text() == "what was there before"


def test_killed_while_a_table_is_written(folder):
    path = folder / "keep.gpkg"
    killed(folder, inside(path, "matrix"))
    assert tables(path) in (["keep"], ["keep", "matrix"])
    assert len(rows(f"{path}|layername=keep")) == 3
    child = begun(folder, inside(path, "matrix"))  # and the next run is as if nothing had been
    child.communicate(timeout=120)
    assert child.returncode == 0
    assert tables(path) == ["keep", "matrix"]
    assert opened(f"{path}|layername=matrix").featureCount() == 247 * 247


@pytest.mark.parametrize("name", ["out.csv", "out.gpkg"])
def test_the_disk_is_full(folder, name):
    path = folder / name
    path.write_bytes(b"what was there before")
    child = begun(folder, str(path), "--bytes", 300_000)
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 2, said
    assert "written" in said and "Traceback" not in said
    assert path.read_bytes() == b"what was there before"
    assert not [one for one in folder.iterdir() if ".smartplanning-" in one.name]


@pytest.fixture
def disk(tmp_path):
    """Makes a disk of some size; its options can be changed. Only root may do so."""
    place = tmp_path / "disk"

    def mount(options):
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", place], check=False,
                              capture_output=True)  # fmt: skip
        if done.returncode:
            pytest.skip(f"disks cannot be made here: {done.stderr.decode().strip()}")
        return place

    if os.geteuid():
        pytest.skip("only root can make disks")
    place.mkdir()
    yield mount
    while os.path.ismount(place):
        subprocess.run(["umount", "--lazy", place], check=True)


@pytest.mark.parametrize("table", ["", "matrix"])
def test_a_disk_of_its_own_that_is_full(folder, disk, table):
    place = disk("size=700k")
    for one in ("times.csv", "keep.gpkg"):
        shutil.copy(folder / one, place)
    before = (place / "keep.gpkg").read_bytes()
    path = place / ("keep.gpkg" if table else "out.csv")
    child = begun(place, inside(path, table) if table else str(path))
    said, _ = child.communicate(timeout=120)
    assert child.returncode == 2, said
    assert "written" in said and "Traceback" not in said
    assert (place / "keep.gpkg").read_bytes() == before
    assert {one.name for one in place.iterdir()} == {"times.csv", "keep.gpkg"}


def test_a_disk_that_cannot_be_written(run, refused, travel, folder, disk):
    place = disk("size=100m")
    for one in ("times.csv", "keep.gpkg"):
        shutil.copy(folder / one, place)
    shutil.copy(sample("").split("|")[0], place / "sample.gpkg")
    disk("remount,ro")
    before = sorted(one.name for one in place.iterdir())
    for output in (str(place / "out.csv"), inside(place / "keep.gpkg", "matrix")):
        message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=output)
        assert "nothing can be written" in message.lower()
    # what is on it can be read all the same
    read = {**ENDS, "ORIGINS": f"{place}/sample.gpkg|layername=places"}
    made = run("traveltimematrix", **travel, **read, NEAREST=1, OUTPUT=TEMPORARY)["OUTPUT"]
    assert len(rows(made)) == 247
    assert sorted(one.name for one in place.iterdir()) == before


def test_two_processes_on_one_geopackage(folder):
    path = folder / "keep.gpkg"
    both = [begun(folder, inside(path, name)) for name in ("one", "two")]
    codes = [child.communicate(timeout=200) and child.returncode for child in both]
    there = tables(path)
    for name, code in zip(("one", "two"), codes):
        assert code in (0, 2)
        assert (name in there) == (code == 0)
        if code == 0:
            assert opened(f"{path}|layername={name}").featureCount() == 247 * 247
    assert 0 in codes and "keep" in there


def test_a_folder_that_takes_no_file(refused, travel, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    place = next((one for one in (closed, "/sys") if not os.access(one, os.W_OK)), None)
    if place is None:
        pytest.skip("root may write everywhere")
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=f"{place}/out.csv")
    assert f"nothing can be written to {place}" in message.replace("Nothing", "nothing")


class Editing(Feedback):
    """Somebody edits a layer while it is read."""

    def __init__(self, layer):
        super().__init__()
        self.layer, self.done = layer, False

    def isCanceled(self):
        if not self.done:
            self.done = True
            self.layer.startEditing()
            for one in list(self.layer.getFeatures())[:20]:
                self.layer.deleteFeature(one.id())
            self.layer.commitChanges()
        return super().isCanceled()


def test_a_layer_is_edited_while_it_is_used(run, travel):
    places = copy_of(sample("places"))
    made = run("traveltimematrix", Editing(places), **travel,
               **{**ENDS, "ORIGINS": places}, NEAREST=1, OUTPUT=TEMPORARY)["OUTPUT"]  # fmt: skip
    found = rows(made)
    assert len(found) in (247, 227)  # one state or the other, never a mixture


def test_edits_that_are_not_saved_count(run, travel):
    """What the window shows is what is computed with."""
    places = copy_of(sample("places"))
    places.startEditing()
    places.deleteFeature(next(places.getFeatures()).id())
    made = run("traveltimematrix", **travel, **{**ENDS, "ORIGINS": places}, NEAREST=1,
               OUTPUT=TEMPORARY)["OUTPUT"]  # fmt: skip
    assert len(rows(made)) == 246


@pytest.mark.parametrize("table", ["gpkg_contents", "SQLITE_x", "rtree_a"])
def test_tables_that_a_geopackage_needs_are_refused(refused, travel, folder, table):
    path = folder / "keep.gpkg"
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=inside(path, table))
    assert "keeps names such as" in message
    assert tables(path) == ["keep"]
