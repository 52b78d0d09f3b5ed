"""Are faults in core noticed? Seeds faults, one at a time, and runs the tests that pass by them.

A fixed sample of faults over all modules of core; each is tried in a temporary copy by those tests
of tests/core that run the line it is in. A test that fails, or never ends, has caught it.

    make seed-faults ARGS="--count 240"
"""

import argparse
import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import coverage
import pytest

from tests.faults.mutants import mutants_of, seeded

ROOT = Path(__file__).resolve().parents[2]
CORE = Path("smart_planning_plugin/core")
LONGEST = 45.0  # seconds of tests for one fault
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
TESTS = ["tests/core", "--ignore=tests/core/test_doctests.py", "-p", "no:cacheprovider", "-q",
         "-o", "addopts=--import-mode=importlib", "-o", "timeout="]  # fmt: skip


def copied(folder):
    """A copy in which faults can be seeded: what the tests of core need, and no compiled files."""
    skipped = shutil.ignore_patterns("__pycache__", "*.gpkg", "*.svg", "*.qml", "*.qpt")
    for one in ("smart_planning_plugin", "tests"):
        shutil.copytree(ROOT / one, folder / one, ignore=skipped)
    shutil.copy(ROOT / "pyproject.toml", folder)


class Watching:
    """Notes for each test what it runs, and how long it takes."""

    def __init__(self, watch):
        self.watch, self.seconds = watch, {}

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item):
        began = time.monotonic()
        self.watch.switch_context(item.nodeid)
        yield
        self.watch.switch_context("")
        self.seconds[item.nodeid] = time.monotonic() - began


def watched(folder, notes):
    """Run all tests once (in a child): the tests of each line, and the seconds of each test."""
    if not notes.exists():
        child = os.fork()
        if child == 0:
            _enter(folder)
            watch = coverage.Coverage(data_file=None, source=[str(folder / CORE)])
            watch.start()
            watching = Watching(watch)
            code = pytest.main(TESTS, [watching])
            watch.stop()
            data = watch.get_data()
            lines = {
                str(Path(path).relative_to(folder)): {
                    line: [one for one in tests if one]
                    for line, tests in data.contexts_by_lineno(path).items()
                }
                for path in data.measured_files()
            }
            notes.write_text(json.dumps([lines, watching.seconds]))
            os._exit(int(code))
        _, status = os.waitpid(child, 0)
        if status:
            sys.exit("The tests of core have to pass before faults are seeded.")
    return json.loads(notes.read_text())


def _enter(folder):
    os.chdir(folder)
    sys.path[:] = [str(folder), *(one for one in sys.path if Path(one or ".").resolve() != ROOT)]
    for name in [
        one for one in sys.modules if one.split(".")[0] in ("tests", "smart_planning_plugin")
    ]:
        del sys.modules[name]
    sys.dont_write_bytecode = True


def sample(count, seed):
    """Faults of all modules: two of each, and the rest at random among all others."""
    chance = random.Random(seed)
    first, rest = [], []
    for path in sorted((ROOT / CORE).rglob("*.py")):
        one = path.relative_to(ROOT)
        found = [(one, mutant) for mutant in mutants_of(path.read_text())]
        chance.shuffle(found)
        first += found[:2]
        rest += found[2:]
    possible = len(first) + len(rest)
    chance.shuffle(rest)
    return (first + rest[: max(count - len(first), 0)])[:count], possible


def same(result):
    """The fault of a result of before, though lines may have moved; None where there is none."""
    path = Path(result["path"])
    found = [one for one in mutants_of((ROOT / path).read_text()) if one.what == result["what"]]
    if not found:
        return None
    nearest = min(found, key=lambda one: abs(one.line - result["line"]))
    return path, replace(nearest, line=result["line"])


def tests_for(mutant, lines, seconds):
    """Tests that run the line; of a line that is run on import, those that use the module."""
    where = next((one for one in (mutant.line, mutant.statement) if str(one) in lines), 0)
    tests = lines.get(str(where)) or []
    if not tests and where:
        tests = {one for several in lines.values() for one in several}
    chosen, total = [], 0.0
    for one in sorted(tests, key=lambda one: seconds.get(one, 0)):
        total += seconds.get(one, 0)
        if total > LONGEST and chosen:
            break
        chosen.append(one)
    return chosen, min(total, LONGEST)


def caught(folder, tests, total):
    """How the tests notice the fault: by failing, or by not ending; None where they pass."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        signal.alarm(int(3 * total) + 20)
        _enter(folder)
        os._exit(int(pytest.main([*TESTS[1:], "-x", *tests])))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timeout" if os.WTERMSIG(status) == signal.SIGALRM else "crash"
    return "failed" if os.WEXITSTATUS(status) else None


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=260)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "seeded_faults.json")
    parser.add_argument("--only", help="part of a path: only faults of these modules")
    parser.add_argument("--also", help="with --again: the file of new tests, run alone")
    parser.add_argument("--again", action="store_true", help="only those that were not caught")
    given = parser.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    faults, possible = sample(given.count, given.seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        notes = given.out.with_suffix(".lines.json")
        if given.again:
            before = json.loads(given.out.read_text())
            missed = [one for one in before if one["how"] in ("survived", "not run")]
            faults = [found for one in missed if (found := same(one))]
        lines, seconds = watched(folder, notes)
        preload()
        whole = {path: (folder / path).read_text() for path, _ in faults}
        results = []
        for number, (path, mutant) in enumerate(faults):
            if given.only and given.only not in str(path):
                continue
            tests, total = tests_for(mutant, lines.get(str(path), {}), seconds)
            if given.also:  # those of before have passed already
                tests, total = [given.also], LONGEST
            how = "not run"
            if tests:
                (folder / path).write_text(seeded(whole[path], mutant))
                how = caught(folder, tests, total) or "survived"
                (folder / path).write_text(whole[path])
            results.append({"path": str(path), "line": mutant.line, "what": mutant.what,
                            "how": how, "tests": len(tests)})  # fmt: skip
            print(f"{number + 1:4} {how:8} {path}:{mutant.line}  {mutant.what}", flush=True)
            out = given.out.with_suffix(".again.json") if given.again else given.out
            out.write_text(json.dumps(results, indent=1))
    found = sum(one["how"] not in ("survived", "not run") for one in results)
    print(f"{found} of {len(results)} caught ({found / max(len(results), 1):.1%}); "
          f"{possible} faults can be seeded in all")  # fmt: skip


def preload():
    """What every child needs is loaded once, so that a fault takes a second and not four."""
    import hypothesis
    import networkx
    import pandas
    import scipy.optimize
    import scipy.sparse.csgraph
    import scipy.spatial

    return hypothesis, networkx, pandas, scipy


if __name__ == "__main__":
    main()
