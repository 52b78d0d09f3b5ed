"""The whole study as a chain of algorithms: what it asks for, what runs, and what can be skipped.

Every result is a table of the study's GeoPackage and carries its record. A step whose tables are
there, made by this version with these parameters of data that have not changed since, is not run
again: so a study that was stopped goes on where it was.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingMultiStepFeedback,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QThread, pyqtSignal

from .. import __version__
from ..cartography.identity import keyword
from ..core.errors import Cancelled, SmartPlanningError
from .study import FEEDS, OPTIONAL, STANDS_FOR, Known, algorithm, lacking, record

NO_THREADING = QgsProcessingAlgorithm.Flag.FlagNoThreading


@dataclass(frozen=True)
class Link:
    """One algorithm of the chain.

    Attributes
    ----------
    step : str
        Step of the study that it belongs to.
    name : str
        Id of the algorithm.
    tables : dict
        Output -> table of the study; what is always made and not named here is called after
        algorithm and output.
    options : dict
        Parameters of this link alone.
    """

    step: str
    name: str
    tables: dict = field(default_factory=dict)
    options: dict = field(default_factory=dict)

    def outputs(self, one, given: dict) -> dict[str, str]:
        """Output of the algorithm -> its table; those that ask for an input only where it is."""
        there = {each.name(): each for each in one.parameterDefinitions() if each.type() == "sink"}
        always = {
            name: f"{self.name}_{name.lower()}".replace("_output", "")
            for name, each in there.items()
            if not each.flags() & OPTIONAL
        }
        asked = {
            name: table
            for name, table in self.tables.items()
            if name in there and (name not in ASKS_FOR or given.get(ASKS_FOR[name]))
        }
        return {**always, **asked}


#: Output that is made of an input which may be left out -> that input.
ASKS_FOR = {
    "NORMS_MET": "NORMS", "CHAIN_OUT": "CHAIN", "OPPORTUNITIES": "REGION_FIELD",
    "IDEAS": "REGISTER", "ORGANISATIONS": "REGISTER", "ROLES": "REGISTER",
}  # fmt: skip
#: The order is that in which results feed each other.
CHAIN = (
    Link("network", "buildroadnetwork",
         {"EDGES": "edges", "NODES": "nodes", "CROSSINGS": "crossings"}),
    Link("network", "checkroadnetwork", {"ISSUES": "network_issues"}),
    Link("access", "serviceaccessibility",
         {"OUTPUT": "accessibility", "EQUITY": "equity", "NORMS_MET": "norms_met"}),
    Link("access", "servicecatchments", {"OUTPUT": "catchments"}),
    Link("access", "transportperformance", {"OUTPUT": "transport_performance"}),
    Link("border", "borderzones", {"OUTPUT": "border_zones", "SUMMARY": "border_zones_summary"}),
    Link("border", "bordercrossings", {"OUTPUT": "crossings_importance"}),
    Link("border", "bordereffect", {"OUTPUT": "border_effect", "SUMMARY": "border_effect_summary"}),
    Link("shared", "sharedserviceareas",
         {"AREAS": "shared_areas", "FACILITIES": "facilities", "PLACES_OUT": "places_by_type",
          "SHARED_ZONES": "shared_zones", "SUMMARY": "shared_summary",
          "SENSITIVITY": "shared_sensitivity"}),
    Link("shared", "sharedserviceareas", {"AREAS": "areas_border_closed"}, {"BORDER": "closed"}),
    Link("shared", "serviceinventory", {"OUTPUT": "inventory", "SUMMARY": "inventory_summary"}),
    Link("shared", "locatesharedservices",
         {"SITES": "sites", "ASSIGNMENT": "sites_assignment", "SUMMARY": "sites_summary"},
         {"P": 2}),  # fewer could not be one in each country
    Link("zones", "interactionflows", {"FLOWS": "flows", "LINES": "flow_lines"}),
    Link("zones", "functionalzones",
         {"ZONES_OUT": "functional_zones", "REGIONS": "functional_regions",
          "SUMMARY": "functional_zones_summary"}),
    Link("zones", "partnerships",
         {"PAIRS": "partnerships", "OPPORTUNITIES": "opportunities", "IDEAS": "ideas",
          "ORGANISATIONS": "organisations", "ROLES": "roles"}),
    Link("territory", "territorialtrends", {"OUTPUT": "trends", "SUMMARY": "trends_summary"}),
    Link("territory", "specialisation",
         {"OUTPUT": "specialisation", "ZONES_OUT": "specialisation_zones",
          "PAIRS": "specialisation_pairs", "GUIDELINES_TABLE": "guidelines"}),
    Link("territory", "priorities",
         {"OUTPUT": "priorities", "SENSITIVITY": "rank_ranges", "CHAIN_OUT": "priority_chain"}),
    Link("territory", "actionplan", {"OUTPUT": "action_plan", "BUDGET": "action_plan_budget"}),
)  # fmt: skip
#: Steps that may be chosen, in their order.
CHOSEN = list(dict.fromkeys(one.step for one in CHAIN))
#: Output of the study -> the algorithm that makes it, and what it calls it.
AT_THE_END = {
    "PROJECT": ("buildproject", "PROJECT"),
    "MAPS_FOLDER": ("buildproject", "MAPS_FOLDER"),
    "HANDBOOK_FOLDER": ("handbook", "HANDBOOK_FOLDER"),
}
#: What a study cannot do without; what else it asks for may be left out.
NEEDED = ("ROADS", "COUNTRIES", "PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID")
#: Beside layers and their fields, it asks for what more than one algorithm goes by.
OPTIONS = (
    "SERVICE_FILTER", "SEASON", "BORDER_DELAY", "SNAP_DISTANCE", "OFFROAD_SPEED", "CELL_SIZE",
    "ANALYSIS_CRS", "TITLE", "LANGUAGE", "LANGUAGES", "SMALL_NUMBERS",
)  # fmt: skip
#: Layers that the study makes itself, or knows by another name.
ITS_OWN = {"NETWORK", "CROSSINGS", "LAYERS", "STUDY", "PROJECT", *STANDS_FOR} - {"ZONES"}


def asked() -> list:
    """Parameters of a study: what its algorithms ask for, each once, declared as they do it.

    Left out is what only one algorithm may be given beside what it needs: it keeps its default.
    """
    from .provider import made

    names = [*(one.name for one in CHAIN), *(one for one, _ in AT_THE_END.values())]
    found: dict = {}
    count: Counter = Counter()
    for one in filter(None, (made(name) for name in dict.fromkeys(names))):
        for each in (each for input_ in one.takes() for each in input_.definitions):
            before = found.get(each.name())
            if before is None or (before.flags() & OPTIONAL and not each.flags() & OPTIONAL):
                found[each.name()] = each  # who cannot do without it says best what it is
            count[each.name()] += 1
    wide = {
        name
        for name, each in found.items()
        if count[name] > 1 or name in FEEDS or not each.flags() & OPTIONAL
    }
    layers = {name for name in wide - ITS_OWN if found[name].type() in ("source", "multilayer")}
    fields = {
        name
        for name in wide
        if found[name].type() == "field" and found[name].parentLayerParameterName() in layers
    }
    last = [name for name in OPTIONS if name in found]
    return [found[name] for name in found if name in layers | fields] + [found[one] for one in last]


class Study:
    """A study that is made, or goes on.

    Parameters
    ----------
    path : Path
        Its GeoPackage.
    known : Known
        What the user gave; results are added as they are made.
    run : Run
    """

    def __init__(self, path: Path, known: Known, run):
        self.path, self.known, self.run = path, known, run
        self.renewed: set[str] = set()  # kinds of layers that were made in this run

    def make(self, steps: list[str], ends: dict[str, str]) -> None:
        """Run what is needed of the chain, then what stands at its end.

        Parameters
        ----------
        steps : list of str
        ends : dict
            Output of `AT_THE_END` -> where it goes.
        """
        links = [one for one in CHAIN if one.step in steps and algorithm(one.name)]
        last = {}
        for wanted, place in ends.items():
            name, output = AT_THE_END[wanted]
            last.setdefault(name, {})[output] = place
        self.path.parent.mkdir(parents=True, exist_ok=True)
        feedback = QgsProcessingMultiStepFeedback(len(links) + len(last), self.run.feedback)
        for number, link in enumerate(links):
            feedback.setCurrentStep(number)
            self._link(link, feedback)
        for number, (name, places) in enumerate(last.items()):
            feedback.setCurrentStep(len(links) + number)
            one = algorithm(name)
            if one is None:
                raise SmartPlanningError(f"{name} is not there; leave out {', '.join(places)}")
            given = {**self.known.given_to(one), "STUDY": str(self.path), **places}
            self._run(one, given, feedback)
            self.known.values.update(places)

    def _link(self, link: Link, feedback) -> None:
        one = algorithm(link.name)
        given = {**self.known.given_to(one), **link.options}
        missing = lacking(one, given)
        if missing:
            names = ", ".join(each.name() for each in missing)
            self.run.warn(f"{link.name} is left out: {names} is not given.")
            return
        outputs = link.outputs(one, given)
        if self._is_done(one, given, outputs):
            self.run.say(f"{link.name} is done: its results in {self.path.name} are up to date.")
        else:
            self.run.say(f"{link.name} …")
            places = {name: _inside(self.path, table) for name, table in outputs.items()}
            self._run(one, {**given, **places}, feedback)
            self.renewed.update(f"{link.name}.{name}" for name in outputs)
        for name, table in outputs.items():
            self.known.layers.setdefault(f"{link.name}.{name}", f"{self.path}|layername={table}")

    def _run(self, one, given: dict, feedback) -> None:
        """Run an algorithm to its end, on the main thread where it may not run elsewhere."""
        import processing

        def run_it():
            processing.run(
                one.id(), given, context=self.run.context, feedback=feedback,
                is_child_algorithm=True,
            )  # fmt: skip

        try:
            on_main_thread(run_it) if one.flags() & NO_THREADING else run_it()
        except QgsProcessingException as error:
            raise SmartPlanningError(
                f"{one.name()} failed: {error}",
                "What was made before it is kept in STUDY: put it right, run again, and the study "
                "goes on from there",
            ) from error
        if self.run.feedback.isCanceled():
            raise Cancelled

    def _is_done(self, one, given: dict, outputs: dict[str, str]) -> bool:
        """Whether an algorithm's tables are those it would make now."""
        read = {kind for name in given for kind in FEEDS.get(name, ())}
        if read & self.renewed or not self.path.exists():
            return False
        from .run import Run

        wanted = json.loads(Run(one, given, self.run.context).parameters_as_json())
        definitions = {each.name(): each for each in one.parameterDefinitions()}
        needed = [name for name in outputs if not definitions[name].flags() & OPTIONAL]
        made = [_last_change(self.path, outputs[name]) for name in needed]
        if not made or not all(made):
            return False
        for name in needed:
            layer = QgsVectorLayer(f"{self.path}|layername={outputs[name]}", name, "ogr")
            if record(layer) != (one.id(), wanted) or keyword(layer, "version") != [__version__]:
                return False
        layers = [name for name in given if definitions[name].type() in ("source", "multilayer")]
        sources = [each for name in layers for each in _listed(given[name])]
        return all(changed_at(each) <= min(made) for each in sources)


def _listed(value) -> list:
    return list(value) if isinstance(value, (list, tuple)) else [value]


def _inside(path: Path, table: str) -> str:
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


def changed_at(source) -> float:
    """When a layer last changed, in seconds; infinite where nobody can tell."""
    parts = QgsProviderRegistry.instance().decodeUri("ogr", str(source))
    path = Path(parts.get("path") or "")
    if not isinstance(source, str) or not path.is_file():
        return float("inf")
    if path.suffix.lower() == ".gpkg":  # QGIS touches the file when it only reads
        return _last_change(path, parts.get("layerName") or path.stem) or float("inf")
    return path.stat().st_mtime


def _last_change(path: Path, table: str) -> float:
    """When a table of a GeoPackage was written, 0 where it is not there."""
    with contextlib.closing(sqlite3.connect(path)) as database:
        found = database.execute(
            "SELECT last_change FROM gpkg_contents WHERE table_name = ?", (table,)
        ).fetchone()
    return datetime.fromisoformat(found[0].replace("Z", "+00:00")).timestamp() if found else 0.0


class _MainThread(QObject):
    """Runs something on the main thread while the caller waits."""

    asked = pyqtSignal()

    def __init__(self, function):
        super().__init__()
        self.function, self.error = function, None
        self.moveToThread(QCoreApplication.instance().thread())
        self.asked.connect(self.run, Qt.ConnectionType.BlockingQueuedConnection)

    def run(self):
        try:
            self.function()
        except QgsProcessingException as error:
            self.error = error


def on_main_thread(function) -> None:
    """Run a function on the main thread, wherever we are."""
    if QThread.currentThread() == QCoreApplication.instance().thread():
        function()
        return
    runner = _MainThread(function)
    runner.asked.emit()
    if runner.error is not None:
        raise runner.error
