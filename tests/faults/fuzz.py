"""The long run: thousands of cases of every algorithm, in processes that may die.

    make fuzz ARGS="--cases 10500"

Each process tries cases of one algorithm; what it tried last is in a file, so that a crash has a
name. Faults are told apart by their place in the code; the first case of each is printed.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import faulthandler
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SLOW = {"handbook": 8, "buildproject": 8, "crossborderstudy": 10, "createsample": 40,
        "styleresults": 3, "isochrones": 3, "sharedserviceareas": 4, "servicecatchments": 3,
        "buildroadnetwork": 2, "functionalzones": 2, "specialisation": 2}  # fmt: skip
ROUND = 15
MEMORY = 6 * 2**30


def child(name, count, seed, out):
    """Try the cases of one algorithm."""
    import logging
    import warnings

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    faulthandler.enable()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from hypothesis import HealthCheck, Phase, given, settings
    from hypothesis import seed as seeded

    from tests.faults.cases import cases, run_case
    from tests.faults.setup import algorithms

    with algorithms() as (provider, tables, study, keep):
        algorithm = provider.algorithm(name)
        found, tried, refused = {}, Counter(), Counter()
        began = time.monotonic()

        @settings(max_examples=ROUND, database=None, deadline=None, phases=[Phase.generate],
                  suppress_health_check=list(HealthCheck))  # fmt: skip
        @given(cases(algorithm, tables, study))
        def trying(case):
            if sum(tried.values()) >= count:
                return
            told = describe(case)
            Path(f"{out}.last").write_text(told)
            verdict = run_case(algorithm, case, keep)
            tried[verdict.how] += 1
            if verdict.how == "fault":
                key = f"{verdict.where} {verdict.what.split(':')[0]}"
                known = found.setdefault(key, {"times": 0, "what": verdict.what, "case": told,
                                               "trace": verdict.trace})  # fmt: skip
                known["times"] += 1
            elif verdict.how == "refused":
                refused[verdict.what[:120]] += 1

        for number in range(count):  # a new beginning each time: hypothesis varies what it has
            seeded(seed * 10**6 + number)(trying)()
            give_back()
            if sum(tried.values()) >= count:
                break
        result = {
            "tried": dict(tried),
            "found": found,
            "refused": refused.most_common(25),
            "seconds": time.monotonic() - began,
        }
        Path(out).write_text(json.dumps(result))
        os._exit(0)  # QGIS need not clean up


def give_back():
    """What was freed goes back to the system; kept by the C library it looks like a leak."""
    with contextlib.suppress(AttributeError):  # other libraries than glibc
        ctypes.CDLL(None).malloc_trim(0)


def describe(case):
    """A case in words."""
    lines = [f"{case.name} odd={case.odd}"]
    for key, value in {**case.given, **case.outputs}.items():
        text = repr(value)
        lines.append(f"  {key} = {text if len(text) < 700 else text[:700] + '…'}")
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--cases", type=int, default=10500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="ids of algorithms")
    parser.add_argument("--child", nargs=4)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "fuzz.json")
    asked = parser.parse_args()
    if asked.child:
        name, count, seed, out = asked.child
        return child(name, int(count), int(seed), out)
    sys.path.insert(0, str(ROOT))
    from smart_planning_plugin.processing.provider import ALGORITHMS

    names = asked.only or [one.split(".")[1] for one in ALGORITHMS]
    share = sum(1 / SLOW.get(one, 1) for one in names)
    total, lost, report = Counter(), 0, {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            count = max(round(asked.cases / share / SLOW.get(name, 1)), 1)
            out = f"{folder}/{name}.json"
            command = [sys.executable, "-m", "tests.faults.fuzz", "--child", name, str(count),
                       str(asked.seed), out]  # fmt: skip
            with contextlib.suppress(subprocess.TimeoutExpired):
                done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True,
                                      timeout=3600)  # fmt: skip
            if not Path(out).exists():
                lost += 1
                print(f"{name}: DIED ({done.returncode})\n{done.stderr[-3000:]}")
                with contextlib.suppress(OSError):
                    print(Path(f"{out}.last").read_text())
                continue
            report[name] = result = json.loads(Path(out).read_text())
            total.update(result["tried"])
            print(f"{name:22} {result['seconds']:6.0f} s  {result['tried']}", flush=True)
            for key, one in result["found"].items():
                print(f"  FAULT {one['times']} x {key}\n    {one['what']}", flush=True)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    asked.out.write_text(json.dumps(report, indent=1, ensure_ascii=False))
    print(f"{sum(total.values())} cases: {dict(total)}; processes that died: {lost}")
    return 1 if total["fault"] or lost else 0


if __name__ == "__main__":
    sys.exit(main())
