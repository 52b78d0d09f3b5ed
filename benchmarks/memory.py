"""Memory of one matrix: a fresh process holds a network, snaps places, and searches between them.

python3 benchmarks/memory.py 550
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).parents[1]))
import generate

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.network.kernel import HIERARCHY
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.model import RoadNetwork

PLACES = 1000


def peak(side: int) -> dict:
    """Edges, and the MB that the process held at most, with Python and its libraries."""
    with tempfile.TemporaryDirectory() as folder:
        for step in ("make", "search"):
            done = subprocess.run(
                [sys.executable, __file__, step, str(side), folder],
                check=True, capture_output=True, text=True,
            )  # fmt: skip
    return json.loads(done.stdout)


def make(side: int, folder: Path) -> None:
    network = generate.road_network(side)
    network.edges.to_pickle(folder / "edges.pickle")
    arrays = {"xy": network.lines.xy, "offsets": network.lines.offsets}
    arrays["places"] = generate.points(network, 2 * PLACES, 7)
    np.savez(folder / "arrays.npz", node_xy=network.node_xy, node_id=network.node_id, **arrays)


def search(folder: Path) -> dict:
    with np.load(folder / "arrays.npz") as kept:
        lines, places = Lines(kept["xy"], kept["offsets"]), kept["places"]
        edges = pd.read_pickle(folder / "edges.pickle")
        network = RoadNetwork(edges, lines, kept["node_xy"], kept["node_id"])
    travel = Travel(network, kernel=HIERARCHY)
    at = [
        travel.snapper.snap(xy, None, need)
        for xy, need in ((places[:PLACES], "leave"), (places[PLACES:], "arrive"))
    ]
    reached = np.isfinite(travel.matrix(*at)).mean()
    # of this process alone: getrusage counts what its parent held, too
    status = Path("/proc/self/status").read_text(encoding="ascii")
    most = int(status.split("VmHWM:")[1].split()[0]) / 1024
    return {"edges": len(network), "mb": most, "reached": float(reached)}


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print(peak(int(sys.argv[1])))
    elif sys.argv[1] == "make":
        make(int(sys.argv[2]), Path(sys.argv[3]))
    else:
        print(json.dumps(search(Path(sys.argv[3]))))
