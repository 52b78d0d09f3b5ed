"""Whole runs of qgis_process, as a batch user has them."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

import generate

ROOT = Path(__file__).parents[1]
SIDE, REPEATS = 143, 3


def runs() -> list[str]:
    """Lines of a table: bare start, matrices, and QGIS's own search; empty without QGIS."""
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")
    package = ROOT / "dist" / "smart_planning_plugin.zip"
    if program is None or not package.exists():
        return ["Left out: qgis_process, or dist/smart_planning_plugin.zip, is not there."]
    with tempfile.TemporaryDirectory() as folder:
        return _runs(program, package, Path(folder))


def _runs(program: str, package: Path, folder: Path) -> list[str]:
    plugins = folder / "profiles" / "default" / "python" / "plugins"
    plugins.mkdir(parents=True)
    with zipfile.ZipFile(package) as archive:
        archive.extractall(plugins)
    environment = {
        **os.environ,
        "QGIS_CUSTOM_CONFIG_PATH": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "QT_QPA_PLATFORM": "offscreen",
    }
    folder.chmod(0o700)
    network = generate.road_network(SIDE)
    data = folder / "network.gpkg"
    places = {f"p{one}": generate.points(network, one, one) for one in (100, 1000)}
    generate.write(data, network, places)

    def timed(*arguments) -> float:
        least = float("inf")
        for _ in range(REPEATS):
            begin = time.perf_counter()
            done = subprocess.run(
                [program, *arguments], env=environment, capture_output=True, text=True
            )
            least = min(least, time.perf_counter() - begin)
            if done.returncode:
                raise SystemExit(done.stdout + done.stderr)
        return least

    def layer(name):
        return f"{data}|layername={name}"

    subprocess.run(
        [program, "plugins", "enable", "smart_planning_plugin"], env=environment, check=True,
        capture_output=True,
    )  # fmt: skip
    bare = timed("help", "native:shortestpathlayertopoint")

    def matrix(name, ending):
        return timed(
            "run", "smartplanning:traveltimematrix", "--", f"NETWORK={layer('edges')}",
            f"ORIGINS={layer(name)}", "ORIGIN_ID=id", f"DESTINATIONS={layer(name)}",
            "DESTINATION_ID=id", f"OUTPUT_FILE={folder / name}{ending}",
        )  # fmt: skip

    x, y = places["p100"][0]
    native = timed(
        "run", "native:shortestpathlayertopoint", "--", f"INPUT={layer('edges')}",
        f"START_POINTS={layer('p100')}", f"END_POINT={x},{y} [EPSG:25884]", "STRATEGY=0",
        f"OUTPUT={folder / 'native.gpkg'}",
    )  # fmt: skip
    rows = [
        ("bare start", bare),
        ("100 × 100 places to CSV", matrix("p100", ".csv")),
        ("1000 × 1000 places (a million pairs) to CSV", matrix("p1000", ".csv")),
        ("QGIS native, shortest path from 100 points to one", native),
    ]
    return [
        f"{len(network):,} edges; least of {REPEATS} runs.\n",
        "| run | seconds | bare starts |",
        "|---|---|---|",
        *(f"| {name} | {seconds:.1f} | {seconds / bare:.1f} |" for name, seconds in rows),
    ]
