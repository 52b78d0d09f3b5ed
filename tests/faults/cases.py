"""One case: sensible parameters with some faults in them, run as Processing does, and judged."""

from __future__ import annotations

import contextlib
import re
import shutil
import signal
import sqlite3
import tempfile
import traceback
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import strategies as st
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)

from tests.faults import region
from tests.faults.region import Table
from tests.faults.strategies import PLACES_FOR_OUTPUT, TABLE_NAMES, faulty, wrong_value
from tests.processing.tools import TEMPORARY, Feedback

UNREADABLE = re.compile(
    r"Traceback|\bFile \"|object at 0x|Error\(|Exception|errno|<class|\bdict_|numpy|pandas"
)
SECONDS = 30
#: A run of several steps that stops leaves those that are done, each whole; the next goes on there.
IN_STEPS = {"crossborderstudy"}


@dataclass
class Case:
    """What an algorithm is given: tables are still plain values, outputs still names."""

    name: str
    given: dict = field(default_factory=dict)
    outputs: dict = field(default_factory=dict)
    odd: list = field(default_factory=list)


@dataclass
class Verdict:
    """How a case ended: made, refused, or a fault of ours."""

    how: str  # "made", "refused", "fault"
    what: str = ""
    where: str = ""
    trace: str = ""


def cases(algorithm, tables, study):
    """Cases of an algorithm, as a strategy."""
    name = algorithm.name()
    inputs = [one for one in algorithm.parameterDefinitions() if not one.isDestination()]
    outputs = [one for one in algorithm.parameterDefinitions() if one.isDestination()]

    @st.composite
    def made(draw):
        case = Case(name)
        sensible = region.values(name, tables, study)
        for one in inputs:
            key = one.name()
            if key in sensible:
                case.given[key] = sensible[key]
            elif key in region.MORE and draw(st.integers(0, 11)) == 0:
                case.given[key] = region.filled(region.MORE[key], tables, study)
        for _ in range(draw(st.sampled_from([0, 1, 1, 1, 1, 2, 2, 3])) if inputs else 0):
            one = draw(st.sampled_from(inputs))
            key = one.name()
            there = case.given.get(key)
            if isinstance(there, list) and any(isinstance(each, Table) for each in there):
                at = draw(st.integers(0, len(there) - 1))
                if isinstance(there[at], Table) and draw(st.integers(0, 3)):
                    case.given[key] = [*there[:at], faulty(there[at], draw), *there[at + 1 :]]
                    continue
            if isinstance(there, Table) and draw(st.integers(0, 5)):
                case.given[key] = faulty(there, draw)
                continue
            case.given[key] = wrong_value(one, tables, draw, case.given)
            if case.given[key] == {}:
                del case.given[key]
            case.odd.append(key)
        for one in outputs:
            optional = bool(one.flags() & one.Flag.FlagOptional)
            if optional and draw(st.booleans()):
                continue
            case.outputs[one.name()] = _place(one, draw)
        return case

    return made()


def _place(definition, draw):
    """Where an output goes: most often nowhere in particular, as that is quick."""
    kind = definition.type()
    chance = draw(st.integers(0, 19))
    if kind == "sink":
        if chance < 13:
            return TEMPORARY
        if chance < 16:
            return ("table", draw(st.sampled_from(TABLE_NAMES)))
        if chance < 17:
            return draw(st.sampled_from(["", "/proc/x/out.gpkg", "/nowhere\0/x", "postgres://x"]))
        return ("file", draw(st.sampled_from(PLACES_FOR_OUTPUT)))
    if chance == 0:
        return ("file", draw(st.sampled_from(PLACES_FOR_OUTPUT)))
    ending = "" if kind == "folderDestination" else f".{definition.defaultFileExtension()}"
    return ("file", definition.name().lower() + ending)


class TooLong(BaseException):
    """A case did not end in time."""


@contextlib.contextmanager
def _in_time():
    def ring(*_):
        raise TooLong

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)  # of computing: others may use the machine, too
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def run_case(algorithm, case, keep=None):
    """Run a case in a folder of its own.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
        As the registry has it.
    case : Case
    keep : Path
        A GeoPackage with a table `keep`, of which a copy may get more tables.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "old.gpkg"
        shutil.copy(keep, path)
        outputs = {
            key: value if isinstance(value, str)
            else _inside(path, value[1]) if value[0] == "table" else str(folder / value[1])
            for key, value in case.outputs.items()
        }  # fmt: skip
        layers, given = [], {}
        for key, value in case.given.items():
            given[key] = _layers_of(value, layers)
        given.update(outputs)
        before = _files(folder)
        try:
            with _in_time():
                verdict = _judged(algorithm.create(), given)
        except TooLong:
            return Verdict("fault", f"not done after {SECONDS} s", case.name)
        if verdict.how == "fault":
            return verdict
        wrong = _left(folder, before, verdict, case, algorithm)
        return Verdict("fault", wrong, case.name) if wrong else verdict


def _inside(path, table):
    uri = QgsDataSourceUri()
    uri.setDatabase(str(path))
    uri.setDataSource("", table, "geom")
    return f"ogr:{uri.uri()}"


def _layers_of(value, kept):
    if isinstance(value, Table):
        kept.append(value.layer())
        return kept[-1]
    if isinstance(value, list):
        return [_layers_of(one, kept) for one in value]
    return value


def _judged(algorithm, given):
    context, feedback, unforeseen = QgsProcessingContext(), Feedback(), []

    def told(error):
        unforeseen.append(error)
        return ""

    algorithm.told = told  # the net under all algorithms catches nothing that a test should see
    context.setProject(QgsProject.instance())
    try:
        fine, message = algorithm.checkParameterValues(given, context)
        if fine:
            algorithm.processAlgorithm(given, context, feedback)
            return Verdict("made")
    except QgsProcessingException as error:
        message = str(error)
    except Exception as error:
        return _fault(error)
    if unforeseen:
        return _fault(unforeseen[0])
    if not message.strip() or UNREADABLE.search(message) or len(message) > 1500:
        return Verdict("fault", f"unreadable: {message[:300]!r}", algorithm.name())
    return Verdict("refused", message)


def _fault(error):
    trace = traceback.extract_tb(error.__traceback__)
    ours = [one for one in trace if "smart_planning_plugin" in one.filename] or trace
    last = ours[-1]
    where = f"{last.filename.rsplit('smart_planning_plugin/', 1)[-1]}:{last.lineno}"
    lines = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return Verdict("fault", f"{type(error).__name__}: {str(error)[:200]}", where, lines)


def _files(folder):
    return {
        one: one.stat().st_size
        for one in folder.rglob("*")
        if one.is_file() and not one.name.endswith(("-wal", "-shm", "-journal"))
    }


def _left(folder, before, verdict, case, algorithm):
    """What is wrong with the files after a run, empty where nothing is."""
    after = _files(folder)
    if any(".smartplanning-" in str(one) for one in folder.rglob("*")):
        return "a folder to write aside is left"
    for table in _tables(folder / "old.gpkg", "keep"):
        if table != 3:
            return "a table that was there has changed"
    if verdict.how == "refused":
        new = sorted(one.name for one in set(after) - set(before))
        if case.name in IN_STEPS:
            new = [one for one in new if one.endswith(".gpkg") and not _sound(folder / one)]
        return f"refused, but files are left: {new}" if new else ""
    for key, value in case.outputs.items():
        if not isinstance(value, tuple):
            continue
        path = folder / (value[1] if value[0] == "file" else "old.gpkg")
        reference = f"{path}|layername={value[1]}" if value[0] == "table" else str(path)
        kind = algorithm.parameterDefinition(key).type()
        opened = None
        if kind == "sink":
            opened = QgsVectorLayer(reference, key, "ogr")
        elif kind == "rasterDestination" and path.exists():
            opened = QgsRasterLayer(str(path))
        if opened is not None and not opened.isValid():
            return f"{key} cannot be opened: {reference.rsplit('/', 1)[-1]}"
    for path in folder.rglob("*"):
        page = path.suffix in (".html", ".svg") and path.is_file()
        if page and "<script>alert" in path.read_text():
            return f"{path.name} holds a script of the data"
    return ""


def _sound(path):
    try:
        with contextlib.closing(sqlite3.connect(path)) as database:
            return database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except sqlite3.DatabaseError:
        return False


def _tables(path, name):
    layer = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    return [layer.featureCount() if layer.isValid() else -1]
