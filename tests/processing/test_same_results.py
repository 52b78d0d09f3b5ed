"""The sample gives the results that it gave before, on every QGIS, field by field.

Other tests say whether results are right; this one, that they are the same as yesterday, on another
system, after a change that was to change nothing. A digest of every output is kept in
``golden/results.csv``. When results change on purpose, write it again with
``SMART_PLANNING_GOLDEN=1`` and look at the difference: it names runs, outputs and fields.
"""

import csv
import html
import os
import re
import zlib
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

from tests.processing.runs import RUNS, Made
from tests.processing.tools import ROOT, TEMPORARY, rows

GOLDEN = Path(__file__).parent / "golden" / "results.csv"
WRITE = bool(os.environ.get("SMART_PLANNING_GOLDEN"))
VERSION = re.search("^version=(.*)$", (ROOT / "metadata.txt").read_text(), re.MULTILINE)[1]
FIELDS = ["run", "output", "field", "rows", "empty", "sum", "order"]


@pytest.fixture(scope="module")
def result(run, provider, tmp_path_factory):
    """Results of a run, made when it is first asked for."""
    done = {}

    def given(value):
        return made(value.run)[value.output] if isinstance(value, Made) else value

    def made(name, by_dialog=False):
        if (name, by_dialog) not in done:
            algorithm, parameters = RUNS[name]
            folder = tmp_path_factory.mktemp("run")
            outputs = {
                one.name(): TEMPORARY if one.type() == "sink"
                else str(folder / f"{one.name().lower()}.{one.defaultFileExtension()}")
                for one in provider.algorithm(algorithm).parameterDefinitions()
                if one.isDestination() and one.name() not in NOT_ASKED_FOR
                and ("NORMS" in parameters or one.name() != "NORMS_MET")
            }  # fmt: skip
            values = {
                key: [given(one) for one in value] if isinstance(value, list) else given(value)
                for key, value in parameters.items()
            }
            if by_dialog:
                values = {key: as_in_a_dialog(one) for key, one in values.items()}
            got = run(algorithm, **values, **outputs)
            done[name, by_dialog] = {key: got[key] for key in outputs}
        return done[name, by_dialog]

    yield made
    made_here = [one for outputs in done.values() for one in outputs.values()]
    ids = {one.id() for one in made_here if isinstance(one, QgsVectorLayer)}
    project = QgsProject.instance()
    project.removeMapLayers(list(ids & set(project.mapLayers())))


MEASURES = {
    "x": lambda one: one.boundingBox().center().x(),
    "y": lambda one: one.boundingBox().center().y(),
    "length": lambda one: one.length(),
    "area": lambda one: one.area(),
}
#: A file of the graph and a table once more as a file say what the tables say.
NOT_ASKED_FOR = {"GRAPH", "OUTPUT_FILE"}


def digest(output):
    """A row for each field of a table, and for what is drawn; one for a file."""
    if isinstance(output, QgsVectorLayer):
        yield from _of_table(output)
    elif output.endswith((".html", ".svg")):
        yield "words", _of_texts(_words(Path(output).read_text()))
    else:
        values = gdal.Open(output).ReadAsArray().astype(float).ravel()
        yield "cells", _of_numbers(values)


def _of_table(layer):
    found = rows(layer)
    for field in layer.fields():
        name = field.name()
        if name.lower() == "fid":
            continue
        values = [one[name] for one in found]
        if field.isNumeric():
            numbers = [np.nan if one is None else float(one) for one in values]
            yield name, _of_numbers(np.array(numbers, float))
        else:
            yield name, _of_texts(["" if one is None else str(one) for one in values])
    if layer.isSpatial():
        shapes = [one.geometry() for one in layer.getFeatures()]
        size = [[], ["length"], ["area"]][layer.geometryType()]
        for name in ["x", "y", *size]:
            values = [np.nan if one.isEmpty() else MEASURES[name](one) for one in shapes]
            yield f"({name})", _of_numbers(np.array(values, float))


def _of_numbers(values):
    known = values[np.isfinite(values)]
    at = np.flatnonzero(np.isfinite(values)) + 1
    return len(values), len(values) - len(known), known.sum(), (known * at).sum()


def _of_texts(values):
    joined = "\x1f".join(values).encode()
    return len(values), sum(not one for one in values), len(joined), zlib.crc32(joined)


def _words(page):
    page = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
    words = html.unescape(re.sub(r"<[^>]*>", " ", page)).split()
    # where a layer lies is the machine's business, and a new version gives the same
    return [one for one in words if "=" not in one and one.strip(";") != VERSION]


def read():
    found = {}
    with GOLDEN.open(newline="") as file:
        for row in csv.DictReader(file):
            key = row["output"], row["field"]
            found.setdefault(row["run"], {})[key] = tuple(float(row[one]) for one in FIELDS[3:])
    return found


def digests(outputs):
    return {(name, field): one for name, made in outputs.items() for field, one in digest(made)}


def others(now, before):
    """What is not the same: before, and now."""
    assert sorted(now) == sorted(before)
    return {
        key: (before[key], values)
        for key, values in now.items()
        if not np.allclose(values, before[key], rtol=1e-6, atol=1e-6)
    }


@pytest.mark.parametrize("name", RUNS)
def test_same_results(result, name):
    now = digests(result(name))
    if WRITE:
        kept = read() if GOLDEN.exists() else {}
        write({**kept, name: now})
        return
    assert others(now, read()[name]) == {}


def as_in_a_dialog(value):
    """A layer with options, as the dialog gives it where one of them is set."""
    if isinstance(value, QgsVectorLayer):
        QgsProject.instance().addMapLayer(value, False)
        return QgsProcessingFeatureSourceDefinition(value.id(), False, 10**6)
    in_file = isinstance(value, str) and "|layername=" in value
    return QgsProcessingFeatureSourceDefinition(value, False, 10**6) if in_file else value


FIRST = {algorithm: name for name, (algorithm, _) in reversed(RUNS.items())}


@pytest.mark.parametrize("algorithm", FIRST)
def test_options_of_layers_change_nothing_else(result, algorithm):
    name = FIRST[algorithm]
    assert others(digests(result(name, by_dialog=True)), read()[name]) == {}


def test_nothing_is_left_over_and_every_algorithm_is_there(provider):
    assert list(read()) == list(RUNS)
    algorithms = {one.name() for one in provider.algorithms()}
    whole = {"buildproject", "createsample", "crossborderstudy", "handbook", "styleresults"}
    assert {one for one, _ in RUNS.values()} == algorithms - whole


def write(found):
    with GOLDEN.open("w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        for run in (one for one in RUNS if one in found):
            for (output, field), values in sorted(found[run].items()):
                writer.writerow([run, output, field, *(f"{one:.9g}" for one in values)])
