"""Regionalisation of generated zones with all flows between them: seconds and memory.

    python3 benchmarks/zones.py [zones for all methods] [zones for TTWA and Intramax]

Zones lie on a shaken grid on both sides of a border; flows follow gravity, and less so across it.
Prints the greatest memory the process has held.
"""

import resource
import sys
import time
from functools import partial
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))
from smart_planning_plugin.core.zones import grouping
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import Rules, Units, functional_zones
from smart_planning_plugin.core.zones.interaction import (
    Deterrence,
    doubly_constrained,
    gravity,
    huff,
    radiation,
)
from smart_planning_plugin.core.zones.rural import (
    RuralRules,
    functional_rural_areas,
    neighbouring,
)
from smart_planning_plugin.core.zones.ttwa import Targets, travel_to_work_areas

SEED = 1


def zones(count: int):
    """Places, people, minutes between them, and which of two countries they lie in."""
    rng = np.random.default_rng(SEED)
    side = int(np.ceil(np.sqrt(count)))
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2)[:count]
    xy = (grid + rng.uniform(-0.3, 0.3, grid.shape)) * 10_000
    people = np.round(rng.pareto(1.2, count) * 1500 + 300)
    apart = np.hypot(*(xy[:, None, axis] - xy[None, :, axis] for axis in (0, 1)))
    country = np.where(xy[:, 0] < side * 5000, "AA", "BB").astype(object)
    return xy, people, apart / 1000 * 60 / 55, country


def clocked(what: str, work):
    begin = time.perf_counter()
    result = work()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{what:32} {time.perf_counter() - begin:8.2f} s   {memory:6.2f} GiB", flush=True)
    return result


def flows_of(people, minutes, country):
    across = country[:, None] != country[None, :]
    weight = Deterrence(parameter=2.5)(minutes) * np.where(across, 0.3, 1.0)
    return gravity(people, people, weight)


def all_methods(count: int):
    xy, people, minutes, country = zones(count)
    print(f"{count} zones, all {count * count:,} flows")
    weight = Deterrence()(minutes)
    clocked("gravity", lambda: gravity(people, people, weight))
    clocked("huff", lambda: huff(people, people, weight))
    clocked("radiation", lambda: radiation(people, minutes))
    clocked("doubly constrained", lambda: doubly_constrained(weight, people, people))
    pairs = neighbouring(xy)
    ids = np.array([f"{one:05d}" for one in range(count)], object)
    units = Units(ids, ids, country, people, pairs, np.full(count, "", object))
    flows = Flows(flows_of(people, minutes, country), "modelled")
    rules = Rules(city_people=float(np.quantile(people, 0.98)))
    for method in ("ttwa", "fua", "intramax", "dominant_flow", "louvain"):
        work = partial(functional_zones, units, method, rules, flows)
        found = clocked(f"{method}, across and apart", work)
        print(f"{'':32} {len(found.across.core)} and {len(found.apart.core)} zones")
    rural = partial(functional_rural_areas, minutes, people, RuralRules(), pairs)
    clocked("functional_rural, once", rural)


def largest(count: int):
    _, people, minutes, country = zones(count)
    print(f"{count} zones, all {count * count:,} flows")
    flow = flows_of(people, minutes, country)
    del minutes
    area, valid = clocked("ttwa", lambda: travel_to_work_areas(flow, Targets()))
    print(f"{'':32} {area.max() + 1} areas, {valid.mean():.0%} valid")
    clocked("intramax", lambda: grouping.intramax(flow))


def main(small: int = 500, large: int = 5000):
    all_methods(small)
    largest(large)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
