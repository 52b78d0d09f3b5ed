"""The whole study."""

from __future__ import annotations

from pathlib import Path

from ... import chain, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    ADVANCED,
    ANY,
    POLYGONS,
    Input,
    check_field,
    check_layer,
    choice,
    field_definition,
    source_definition,
)
from ...study import OPTIONAL, Known


class CrossBorderStudy(SmartPlanningAlgorithm):
    """The whole study in one run: network, access, border, shared services, zones, territory."""

    ID = "crossborderstudy"
    TITLE = "Cross-border study"
    GROUP = "results"
    TAGS = ["workflow", "all steps", "chain", "batch", "report"]
    HELP = (
        "Runs the algorithms of a study one after another, each with the results of those before "
        "it, and writes all results into one GeoPackage, STUDY. PROJECT, MAPS_FOLDER and "
        "HANDBOOK_FOLDER are made of it where they are named. Algorithms for which an input is "
        "not given are left out, and the log says so.\n\n"
        "A study can be stopped and run again: a step whose results are in STUDY, made with the "
        "same parameters from data that have not changed since, is not repeated. After an error "
        "it goes on at the step that failed.\n\n"
        "How to read the results: every table is that of one algorithm, and its record says which, "
        "with what parameters, from which data and within which limits. Open PROJECT to see them "
        "by the question they answer. Options that only one algorithm has keep their defaults "
        "here; to choose them, run that algorithm itself."
    )

    def takes(self):
        yield choice(
            "STEPS",
            "Steps",
            chain.CHOSEN,
            chain.CHOSEN,
            "Those to be made; each needs the results of those before it.",
            several=True,
        )
        yield _asked()

    def gives(self):
        yield outputs.file(
            "STUDY",
            "Study",
            "GeoPackage (*.gpkg)",
            "All results, a table each. One that is there already is gone on with.",
        )
        yield outputs.file(
            "PROJECT",
            "Project",
            "QGIS projects (*.qgz)",
            "The results, styled, ready to print.",
            optional=True,
        )
        yield outputs.folder("MAPS_FOLDER", "Maps", "A PDF and a PNG of each page.", optional=True)
        yield outputs.folder(
            "HANDBOOK_FOLDER", "Handbook", "The handbook in three languages.", optional=True
        )

    def compute(self, given, run):
        study = chain.Study(run.destinations["STUDY"].path, given.known, run)
        places = {
            name: str(run.destinations[name].path)
            for name in chain.AT_THE_END
            if name in run.destinations
        }
        study.make(given.steps, places)
        return {"STUDY": str(study.path), **places}

    def _write(self, run, results):
        """Each step has written its own tables and files."""
        return results


def _asked() -> Input:
    """What the algorithms of the chain ask for, each once, declared as they do it."""
    definitions = [
        *chain.asked(),
        source_definition(
            "REGIONS",
            "Regions of the jobs",
            POLYGONS,
            "Where JOBS are known for larger zones than ZONES; empty: ZONES.",
            optional=True,
        ),
        field_definition("REGION_ID", "Code of the regions", "REGIONS", "As in JOBS."),
        source_definition(
            "IDEAS",
            "Candidates for priorities",
            ANY,
            "What CRITERIA rank: project ideas, zones, services. Empty: no priorities.",
            optional=True,
        ),
        field_definition("IDEA_ID", "Id of the candidates", "IDEAS", "Unique values."),
    ]
    for one in definitions:
        needed = one.name() in chain.NEEDED
        one.setFlags(one.flags() & ~OPTIONAL if needed else one.flags() | OPTIONAL)
        if needed:
            one.setFlags(one.flags() & ~ADVANCED)

    def check(run):
        for one in definitions:
            if not run.given(one.name()):
                continue
            if one.type() == "source":
                run.source(one.name())
                check_layer(run.layer(one.name()), one.name(), one.dataTypes()[0])
            elif one.type() == "field" and run.given(one.parentLayerParameterName()):
                parent = run.layer(one.parentLayerParameterName())
                check_field(parent, one.name(), run.text(one.name()))

    def read(run):
        return {"known": Known({one.name(): _kept(one, run) for one in definitions})}

    return Input(definitions, read, check)


def _kept(definition, run):
    """A value as it can be given on: layers that are in a file by that, whatever thread reads."""
    value = run.parameters.get(definition.name())
    if definition.type() == "source" and run.given(definition.name()):
        return value if hasattr(value, "flags") else _in_file(run.layer(definition.name()), value)
    if definition.type() == "multilayer" and run.given(definition.name()):
        found = run.algorithm.parameterAsLayerList(run.parameters, definition.name(), run.context)
        return [_in_file(one, one) for one in found]
    return value


def _in_file(layer, value):
    in_file = layer is not None and not layer.isEditable()
    return layer.source() if in_file and Path(layer.source().split("|")[0]).is_file() else value
