"""Are faults in core noticed? Seeds faults, one at a time, and runs the tests that pass by them.

A fixed sample of faults over all modules of core; each is tried in a temporary copy by those tests
of tests/core that run the line it is in, where these pass by those that compare the results of the
sample with what they were, and where these pass, too, by all of tests/processing. A test that
fails, or never ends, has caught it.

    make seed-faults                                    the sample that docs/reliability.md tells of
    make seed-faults ARGS="--again"                     those that were not caught, once more
    make seed-faults ARGS="--seed 7 --each 0 --count 100 --out build/fresh.json"
    make seed-faults ARGS="--again --by tests/core/test_new.py"     by tests that were just written
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
from pathlib import Path

import coverage
import pytest

from tests.faults.mutants import mutants_of, seeded

ROOT = Path(__file__).resolve().parents[2]
CORE = Path("smart_planning_plugin/core")
LONGEST = 45.0  # seconds of tests for one fault, in each stage
MISSED = ("survived", "not run")
os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
OPTIONS = ["-p", "no:cacheprovider", "-q", "-o", "addopts=--import-mode=importlib",
           "-o", "timeout="]  # fmt: skip
#: Tests that need data of elsewhere, a database, or processes of their own, notice nothing here.
ELSEWHERE = ("region", "region_reach", "region_statistics", "osm", "postgis", "three_ways")
#: Looks at every module without running its lines.
OF_ALL_MODULES = "tests/core/test_frozen.py"
QGIS = ["-p", "pytest_qgis.pytest_qgis"]
#: Each is asked when those before have noticed nothing: first the paths of tests, then options.
STAGES = {
    "core": ["tests/core"],
    "results": ["tests/processing/test_same_results.py", *QGIS],
    "processing": [
        "tests/processing", *(f"--ignore=tests/processing/test_{one}.py" for one in ELSEWHERE),
        *QGIS,
    ],
}  # fmt: skip


def copied(folder):
    """A copy in which faults can be seeded, without compiled files."""
    for one in ("smart_planning_plugin", "tests", "docs", "i18n"):
        shutil.copytree(ROOT / one, folder / one, ignore=shutil.ignore_patterns("__pycache__"))
    for one in ("pyproject.toml", "metadata.txt", "CHANGELOG.md"):
        shutil.copy(ROOT / one, folder)


class Watching:
    """Notes for each test what it runs, and how long it takes."""

    def __init__(self, watch):
        self.watch, self.seconds, self.failed = watch, {}, set()

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.failed.add(report.nodeid)

    @pytest.hookimpl(hookwrapper=True)
    def pytest_runtest_protocol(self, item):
        began = time.monotonic()
        self.watch.switch_context(item.nodeid)
        yield
        self.watch.switch_context("")
        self.seconds[item.nodeid] = time.monotonic() - began


def watched(folder, stage, notes):
    """Run a stage's tests once (in a child): the tests of each line, and the seconds of each test.

    What was noted before serves as long as neither core nor these tests have changed.
    """
    tests = ROOT / STAGES[stage][0]
    sources = [*(ROOT / CORE).rglob("*.py"), *(tests.rglob("*.py") if tests.is_dir() else [tests])]
    if not notes.exists() or any(
        one.stat().st_mtime > notes.stat().st_mtime for one in sources
    ):  # fmt: skip
        child = os.fork()
        if child == 0:
            _enter(folder)
            watch = coverage.Coverage(data_file=None, source=[str(folder / CORE)])
            watch.start()
            watching = Watching(watch)
            code = pytest.main([*STAGES[stage], *OPTIONS], [watching])
            watch.stop()
            data = watch.get_data()
            lines = {
                str(Path(path).relative_to(folder)): {
                    line: [one for one in tests if one and one not in watching.failed]
                    for line, tests in data.contexts_by_lineno(path).items()
                }
                for path in data.measured_files()
            }
            if code <= 1:
                notes.write_text(json.dumps([lines, watching.seconds]))
            print("\n".join([f"left out, as it fails: {one}" for one in sorted(watching.failed)]))
            sys.stdout.flush()
            os._exit(code > 1)
        _, status = os.waitpid(child, 0)
        if status:
            sys.exit(f"The tests of {stage} have to run before faults are seeded.")
    return json.loads(notes.read_text())


def _enter(folder):
    os.chdir(folder)
    sys.path[:] = [str(folder), *(one for one in sys.path if Path(one or ".").resolve() != ROOT)]
    for name in [
        one for one in sys.modules if one.split(".")[0] in ("tests", "smart_planning_plugin")
    ]:
        del sys.modules[name]
    sys.dont_write_bytecode = True


def sample(count, seed, each, only=""):
    """Faults of the modules: some of each, and the rest at random among all others."""
    chance = random.Random(seed)
    first, rest = [], []
    for path in sorted((ROOT / CORE).rglob("*.py")):
        one = path.relative_to(ROOT)
        if only not in str(one):
            continue
        found = [(one, mutant) for mutant in mutants_of(path.read_text())]
        chance.shuffle(found)
        first += found[:each]
        rest += found[each:]
    possible = len(first) + len(rest)
    chance.shuffle(rest)
    return (first + rest[: max(count - len(first), 0)])[:count], possible


def same(result):
    """The fault of a result of before, though lines may have moved; None where there is none."""
    path = Path(result["path"])
    found = [one for one in mutants_of((ROOT / path).read_text()) if one.what == result["what"]]
    if not found:
        return None
    return path, min(found, key=lambda one: abs(one.line - result["line"]))


def tests_for(mutant, lines, seconds):
    """Tests that run the line; of a line that is run on import, those that use the module."""
    where = next((one for one in (mutant.line, mutant.statement) if str(one) in lines), 0)
    tests = lines.get(str(where)) or []
    if not tests and where:
        tests = {one for several in lines.values() for one in several}
        tests |= {one for one in seconds if one.startswith(OF_ALL_MODULES)}
    chosen, total = [], 0.0
    for one in sorted(tests, key=lambda one: seconds.get(one, 0)):
        total += seconds.get(one, 0)
        if total > LONGEST and chosen:
            break
        chosen.append(one)
    return chosen, min(total, LONGEST)


def caught(folder, stage, tests, total):
    """How the tests notice the fault: by failing, or by not ending; None where they pass."""
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        signal.alarm(int(3 * total) + 20)
        _enter(folder)
        os._exit(int(pytest.main([*STAGES[stage][1:], *OPTIONS, "-x", *tests])))
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return "timeout" if os.WTERMSIG(status) == signal.SIGALRM else "crash"
    return "failed" if os.WEXITSTATUS(status) else None


def tried(folder, path, mutant, noted, by=()):
    """How a fault is noticed, and by which stage; "survived" or "not run" where it is not."""
    if by:
        stage = "core" if by[0].startswith("tests/core") else "processing"
        return caught(folder, stage, by, LONGEST) or "survived", stage
    how = "not run"
    for stage, (lines, seconds) in noted.items():
        tests, total = tests_for(mutant, lines.get(str(path), {}), seconds)
        if tests:
            found = caught(folder, stage, tests, total)
            if found:
                return found, stage
            how = "survived"
    return how, ""


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=218)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--each", type=int, default=2, help="faults of each module at least")
    parser.add_argument("--out", type=Path, default=ROOT / "build" / "seeded_faults.json")
    parser.add_argument("--only", default="", help="part of a path: only faults of these modules")
    parser.add_argument("--by", nargs="*", default=[], help="these tests, whatever line they run")
    parser.add_argument("--again", action="store_true", help="only those that were not caught")
    parser.add_argument("--stages", nargs="*", default=list(STAGES), choices=list(STAGES))
    given = parser.parse_args()
    given.out.parent.mkdir(parents=True, exist_ok=True)
    faults, possible = sample(given.count, given.seed, given.each, given.only)
    done = []
    if given.again:
        before = json.loads(given.out.read_text())
        missed = [one for one in before if one["how"] in MISSED]
        done = [one for one in before if one["how"] not in MISSED]
        faults = [found for one in missed if (found := same(one))]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        copied(folder)
        noted = {
            stage: watched(folder, stage, ROOT / "build" / f"seeded_faults.{stage}.json")
            for stage in given.stages
            if not given.by
        }
        preload()
        results = []
        for number, (path, mutant) in enumerate(faults):
            whole = (folder / path).read_text()
            (folder / path).write_text(seeded(whole, mutant))
            how, stage = tried(folder, path, mutant, noted, given.by)
            (folder / path).write_text(whole)
            results.append({"path": str(path), "line": mutant.line, "what": mutant.what,
                            "how": how, "by": stage})  # fmt: skip
            print(f"{number + 1:4} {how:8} {stage:10} {path}:{mutant.line}  {mutant.what}",
                  flush=True)  # fmt: skip
    results += done
    given.out.write_text(json.dumps(results, indent=1))
    found = sum(one["how"] not in MISSED for one in results)
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
