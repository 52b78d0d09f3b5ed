"""Travel time matrices: Smart Planning beside its peers, in one run, into docs/benchmarks.md.

    python3 benchmarks/run.py                  # all networks, up to a million nodes
    python3 benchmarks/run.py --sides 80 --whole no

Every peer is given the same contracted graph and is compared number by number; one that is not
installed is left out, and the page says so. Nothing else should be running on the machine.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import time
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
import generate
import memory
import peers
import whole

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.network.chains import Chains
from smart_planning_plugin.core.network.hierarchy import Hierarchy
from smart_planning_plugin.core.network.kernel import HIERARCHY

ROOT = Path(__file__).parents[1]
PAIRS, REPEATS = 1000, 3
REFERENCES = ("scipy, Dijkstra", "pandana", "RoutingKit (pyroutingkit)")
PAGE, PLOT = ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "images" / "benchmarks.svg"


def clocked(work, repeats: int = 1):
    """What some work gives, and the least seconds of some repeats."""
    least = np.inf
    for _ in range(repeats):
        begin = time.perf_counter()
        result = work()
        least = min(least, time.perf_counter() - begin)
    return result, least


def ours(network, graph: peers.Graph) -> tuple[dict, np.ndarray]:
    """Seconds of each of our steps, and the matrix between junctions."""
    chains, contract = clocked(
        lambda: Chains.of(network.from_node, network.to_node, len(network.node_xy)), REPEATS
    )

    def order():
        made = Hierarchy.of(chains.tail, chains.head, chains.junctions)
        made.steps  # noqa: B018
        return made

    hierarchy, ordered = clocked(order, REPEATS)
    costs, customised = clocked(
        lambda: hierarchy.costs(graph.tail, graph.head, graph.cost), REPEATS
    )
    nothing = np.zeros(PAIRS)

    def sweeps():
        goals = costs.goals(graph.targets)
        halves = np.array_split(np.arange(PAIRS), os.cpu_count() or 1)
        return peers.in_threads(
            lambda rows: (
                costs.sweep(
                    len(rows), graph.sources[rows], np.arange(len(rows)), nothing[rows], goals
                )
                .found()[0]
                .T
            ),
            halves,
        )

    matrix, swept = clocked(sweeps, REPEATS)
    travel = Travel(network, kernel=HIERARCHY)
    xy = generate.points(network, 2 * PAIRS, 7)
    at = travel.snapper.snap(xy[:PAIRS]), travel.snapper.snap(xy[PAIRS:])
    travel.matrix(*(one.take(np.arange(5)) for one in at))
    _, between_places = clocked(lambda: travel.matrix(*at), REPEATS)
    seconds = {
        "contract": contract,
        "order": ordered,
        "customise": customised,
        "matrix": swept,
        "places": between_places,
    }
    return seconds, matrix


def measure(side: int) -> dict:
    """All that is measured on one network."""
    network = generate.road_network(side)
    graph = peers.Graph.of(network, PAIRS)
    print(f"{len(network.node_xy):,} nodes, {graph.size:,} junctions", flush=True)
    seconds, matrix = ours(network, graph)
    rows = []
    for peer in peers.PEERS:
        found = peer(graph, matrix)
        print("  ", found, flush=True)
        rows.append(found)
    return {
        "nodes": len(network.node_xy),
        "edges": len(network),
        "junctions": graph.size,
        "ours": seconds,
        "peers": rows,
        "peak_mb": memory.peak(side)["mb"],
    }


def ratio(theirs, mine) -> str:
    return "" if theirs is None else f"{theirs:,.2f} s ({theirs / mine:,.1f} ×)"


def in_short(one: dict) -> str:
    """What the largest network shows."""
    mine = one["ours"]
    prepare = mine["order"] + mine["customise"]
    told = []
    for peer in one["peers"]:
        if peer.missing or peer.name not in REFERENCES:
            continue
        parts = [f"{peer.matrix / mine['matrix']:,.1f} times for 1000 × 1000"]
        if peer.name != REFERENCES[0]:  # it has next to nothing to prepare
            again = (peer.again or peer.prepare) / mine["customise"]
            parts.insert(0, f"{peer.prepare / prepare:,.1f} times for the preparation")
            parts.append(f"{again:,.1f} times for another border or season")
        told.append(f"- {peer.name}: {', '.join(parts)}")
    head = (
        f"On the largest network ({one['nodes']:,} nodes) others took, in multiples of our time:\n"
    )
    return "\n".join([head, *told])


def page(results: list[dict], whole_runs: list[str], versions: dict, loads: list[float]) -> str:
    """The page in Markdown."""
    machine = f"{platform.machine()}, {os.cpu_count()} cores, {platform.system()}"
    parts = [
        "# Benchmarks",
        "Written by `benchmarks/run.py`, all in one run on one machine "
        f"({machine}; load when it began {loads[0]:.1f}, at the end {loads[1]:.1f}: above 2, "
        "other work took part of the machine, and ratios are rough). Seconds differ between "
        "machines; the ratios in brackets are what to look at: how many times longer the peer "
        "took. Every matrix was compared number by number with ours.",
        "All peers got the same contracted graph (junctions only), the same 1000 sources and 1000 "
        "targets. Where a peer searches from one source at a time, 20 searches were timed and "
        "multiplied. The networks are generated (`benchmarks/generate.py`, seeded); they are "
        "road-like, not real.",
        "Versions: " + ", ".join(f"{name} {version}" for name, version in versions.items()) + ".",
    ]
    parts.append(in_short(results[-1]))
    for one in results:
        mine = one["ours"]
        prepare = mine["order"] + mine["customise"]
        parts.append(f"## {one['nodes']:,} nodes, {one['junctions']:,} junctions")
        lines = [
            "| | preparation | another border or season | 1000 × 1000 | all |",
            "|---|---|---|---|---|",
            f"| **Smart Planning** | {prepare:.2f} s | {mine['customise']:.2f} s "
            f"| {mine['matrix']:.2f} s | {prepare + mine['matrix']:.2f} s |",
        ]
        for peer in one["peers"]:
            if peer.missing:
                lines.append(f"| {peer.name} | {peer.missing} | | | |")
                continue
            total = (peer.prepare or 0) + peer.matrix
            again = peer.again if peer.again is not None else peer.prepare
            lines.append(
                f"| {peer.name} | {ratio(peer.prepare, prepare)} "
                f"| {ratio(again, mine['customise'])} | {ratio(peer.matrix, mine['matrix'])} "
                f"| {ratio(total, prepare + mine['matrix'])} |"
            )
        parts.append("\n".join(lines))
    lines = [
        "| nodes | edges | junctions | contract | order | customise | 1000 × 1000 junctions "
        "| 1000 × 1000 places on edges | memory |",
        "|---|---|---|---|---|---|---|---|---|",
    ]
    for one in results:
        mine = one["ours"]
        cells = [f"{one[name]:,}" for name in ("nodes", "edges", "junctions")]
        steps = ("contract", "order", "customise", "matrix", "places")
        cells += [f"{mine[name]:.2f} s" for name in steps]
        lines.append("| " + " | ".join([*cells, f"{one['peak_mb']:,.0f} MB"]) + " |")
    parts += [
        "## How it grows",
        "Places lie on edges, are snapped and set between junctions; memory is the most that a "
        "process held that reads the network, snaps 2000 places and searches 1000 × 1000, with "
        "Python and its libraries.",
        "\n".join(lines),
    ]
    parts += ["![How it grows](images/benchmarks.svg)"]
    if whole_runs:
        parts += ["## Whole runs of qgis_process", "\n".join(whole_runs)]
    return "\n\n".join(parts) + "\n"


def plot(results: list[dict]) -> None:
    """Seconds against junctions, of ours and of peers, on logarithmic axes."""
    try:
        import matplotlib
    except ImportError:
        print("matplotlib is not installed: no plot")
        return
    matplotlib.use("svg")
    matplotlib.rcParams["svg.hashsalt"] = "benchmarks"
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(7, 4.5))
    x = [one["junctions"] for one in results]
    mine = [one["ours"] for one in results]
    total = [one["order"] + one["customise"] + one["matrix"] for one in mine]
    axes.plot(x, total, "o-", color="black", linewidth=2.5, label="Smart Planning")
    for number, first in enumerate(results[0]["peers"]):
        rows = [one["peers"][number] for one in results]
        if not any(one.missing for one in rows):
            y = [(one.prepare or 0) + one.matrix for one in rows]
            axes.plot(x, y, "o-", label=first.name)
    axes.set(xscale="log", yscale="log", xlabel="junctions")
    axes.set_ylabel("seconds for 1000 × 1000, with preparation")
    axes.grid(alpha=0.3)
    axes.legend(fontsize=8)
    figure.tight_layout()
    PLOT.parent.mkdir(exist_ok=True)
    figure.savefig(PLOT, metadata={"Date": None})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sides", type=int, nargs="+", default=[60, 130, 250, 550])
    options.add_argument("--whole", choices=["yes", "no"], default="yes")
    given = options.parse_args()
    load = os.getloadavg()[0]
    results = [measure(side) for side in given.sides]
    whole_runs = whole.runs() if given.whole == "yes" else []
    plot(results)
    PAGE.write_text(
        page(results, whole_runs, peers.versions(), [load, os.getloadavg()[0]]), encoding="utf-8"
    )
    print(f"written to {PAGE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
