"""Roads from a real PostGIS, which the test starts for itself and stops again.

Skipped, saying so, where PostgreSQL with PostGIS is not installed.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from qgis.core import QgsDataSourceUri, QgsProviderRegistry, QgsVectorLayer

from tests.processing.tools import ROADS, SAMPLE, TEMPORARY, rows, sample

PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
VERSION = PROGRAMS[-1].parts[-3] if PROGRAMS else ""
POSTGIS = Path(f"/usr/share/postgresql/{VERSION}/extension/postgis.control")
LONGEST = 60


def reasons():
    if not PROGRAMS:
        return "PostgreSQL is not installed"
    if not POSTGIS.exists():
        return "PostGIS is not installed"
    if "postgres" not in QgsProviderRegistry.instance().providerList():
        return "QGIS has no provider for PostgreSQL"
    if os.getuid() == 0:  # the server refuses to run as root
        with contextlib.suppress(KeyError):
            return "" if pwd.getpwnam("postgres") and shutil.which("runuser") else "no runuser"
        return "there is no user postgres"
    return ""


@pytest.fixture(scope="module")
def database():
    """Connection of a new cluster with PostGIS, reached by a socket in a folder of its own."""
    why = reasons()
    if why:
        pytest.skip(why)
    folder = Path(tempfile.mkdtemp(prefix="smart-planning-pg-"))
    user = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []

    def call(*command):
        done = subprocess.run(
            [*user, *command], cwd=folder, capture_output=True, text=True, timeout=LONGEST
        )
        assert done.returncode == 0, done.stderr + done.stdout

    bin_ = PROGRAMS[-1].parent
    data = folder / "data"
    try:
        if user:
            shutil.chown(folder, "postgres")
        call(bin_ / "initdb", "-D", data, "-U", "planner", "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -k {folder} -c fsync=off"
        call(bin_ / "pg_ctl", "-D", data, "-w", "-l", folder / "log", "-o", options, "start")
        reach = ("-h", folder, "-U", "planner")
        call(bin_ / "psql", *reach, "-d", "postgres", "-c", "CREATE DATABASE roads")
        call(bin_ / "psql", *reach, "-d", "roads", "-c", "CREATE EXTENSION postgis")
        yield folder
    finally:
        if data.exists():
            subprocess.run(
                [*user, bin_ / "pg_ctl", "-D", data, "-m", "immediate", "stop"],
                cwd=folder, capture_output=True, timeout=LONGEST,
            )  # fmt: skip
        shutil.rmtree(folder, ignore_errors=True)


def test_roads_from_postgis_are_those_of_the_file(run, database):
    for table in ("roads_lv", "municipalities"):
        subprocess.run(
            ["ogr2ogr", "-f", "PostgreSQL", f"PG:host={database} user=planner dbname=roads",
             str(SAMPLE), table, "-nln", table, "-lco", "GEOMETRY_NAME=geom"],
            check=True, capture_output=True, timeout=LONGEST,
        )  # fmt: skip

    def layer(table, key):
        uri = QgsDataSourceUri()
        uri.setConnection(str(database), "5432", "roads", "planner", "")
        uri.setDataSource("public", table, "geom", "", key)
        made = QgsVectorLayer(uri.uri(False), table, "postgres")
        assert made.isValid()
        return made

    truth = run("buildroadnetwork", **ROADS, EDGES=TEMPORARY)["EDGES"]
    given = {
        **ROADS,
        "ROADS": [layer("roads_lv", "fid"), sample("roads_lt")],
        "COUNTRIES": layer("municipalities", "fid"),
    }
    made = run("buildroadnetwork", **given, EDGES=TEMPORARY)["EDGES"]
    assert rows(made) == rows(truth)
