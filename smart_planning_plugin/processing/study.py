"""The study as a chain: its steps, what feeds what, and what of it is there already.

The window and the algorithm `crossborderstudy` share these tables, so that a dialog opened from the
dock and a step of the whole study are given the same.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProcessingParameterDefinition,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..cartography.identity import identity, kind_of, metadata_of
from .language import later

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
RECORD = "parameters: "


@dataclass(frozen=True)
class Step:
    """A step of a study: what it is called, what it answers, and its algorithms in order."""

    name: str
    title: str
    question: str
    algorithms: tuple[str, ...]


STEPS = (
    Step("data", later("Data"), later("Your data, or the sample region"), ("createsample",)),
    Step(
        "network",
        later("Road network"),
        later("One network over both countries"),
        ("buildroadnetwork", "checkroadnetwork"),
    ),
    Step(
        "access",
        later("Accessibility"),
        later("Who reaches what?"),
        (
            "traveltimematrix", "serviceaccessibility", "isochrones", "servicecatchments",
            "transportperformance", "fastestroutes",
        ),
    ),
    Step(
        "border",
        later("The border"),
        later("What would a closed border change?"),
        ("borderzones", "bordercrossings", "bordereffect"),
    ),
    Step(
        "shared",
        later("Shared services"),
        later("What could be shared?"),
        ("sharedserviceareas", "serviceinventory", "locatesharedservices"),
    ),
    Step(
        "zones",
        later("Functional zones"),
        later("Which zones belong together, who with whom?"),
        ("interactionflows", "functionalzones", "partnerships"),
    ),
    Step(
        "territory",
        later("Territory"),
        later("Where is it going, what is it good at, what comes first?"),
        ("territorialtrends", "specialisation", "priorities", "actionplan"),
    ),
    Step(
        "results",
        later("Results"),
        later("Project, maps, handbook"),
        ("crossborderstudy", "buildproject", "handbook", "styleresults", "explain"),
    ),
)  # fmt: skip

#: Input -> the results and sample layers that it may be, the best first.
FEEDS = {
    "NETWORK": ("buildroadnetwork.EDGES",),
    "FLOWS": ("interactionflows.FLOWS",),
    "ROADS": ("createsample.roads_lv", "createsample.roads_lt"),
    "FERRIES": ("createsample.ferries",),
    "COUNTRIES": ("createsample.municipalities",),
    "PLACES": ("createsample.places",),
    "SERVICES": ("createsample.services",),
    "SERVICE_TYPES": ("createsample.service_types",),
    "EVIDENCE": ("createsample.evidence",),
    "NORMS": ("createsample.norms",),
    "ZONES": ("createsample.municipalities",),
    "MUNICIPALITIES": ("createsample.municipalities",),
    "OBSERVATIONS": ("createsample.observations",),
    "CODE_CHANGES": ("createsample.code_changes",),
    "JOBS": ("createsample.jobs",),
    "DOMAINS": ("createsample.domains",),
    "ACTIONS": ("createsample.actions",),
    "INDICATORS": ("createsample.indicators",),
    "CRITERIA": ("createsample.criteria",),
    "REGIONS": ("createsample.regions",),
    "IDEAS": ("createsample.project_ideas",),
    "CRITERIA_LAYERS": ("createsample.coast",),
    "CHAIN": ("createsample.priority_chain",),
    "RULES": ("createsample.guideline_rules",),
    "PROFILES": ("createsample.profiles",),
    "REGISTER": ("createsample.register",),
    "NAMES": ("createsample.names",),
    "RESULT": ("sharedserviceareas.PLACES_OUT", "serviceaccessibility.OUTPUT"),
}
#: Inputs that are a list of layers: all that are there, not the first.
SEVERAL = {"ROADS", "FERRIES", "CRITERIA_LAYERS"}
#: Input -> the inputs whose value it takes where it has none of its own.
STANDS_FOR = {
    "ORIGINS": ("PLACES",),
    "ORIGIN_ID": ("PLACE_ID",),
    "DESTINATIONS": ("SERVICES",),
    "DESTINATION_ID": ("SERVICE_ID",),
    "CANDIDATES": ("PLACES",),
    "CANDIDATE_ID": ("PLACE_ID",),
    "STUDY_AREA": ("COUNTRIES",),
    "MUNICIPALITIES": ("ZONES", "COUNTRIES"),
    "ZONES": ("MUNICIPALITIES", "COUNTRIES"),
    "REGIONS": ("ZONES", "MUNICIPALITIES", "COUNTRIES"),
    "REGION_ID": ("ZONE_ID",),
}
#: What an algorithm calls otherwise than the study does.
OWN_WAY = {
    "isochrones": {"ORIGINS": "SERVICES", "ORIGIN_ID": "SERVICE_ID"},
    "priorities": {"CANDIDATES": "IDEAS", "CANDIDATE_ID": "IDEA_ID"},
    "specialisation": {"ZONES": "REGIONS", "ZONE_ID": "REGION_ID"},
}
#: Field that is asked for -> what it is usually called.
FIELDS = {
    "COUNTRY_FIELD": ("country", "country_code", "cntr_code"),
    "PLACE_ID": ("place_id", "id", "code"),
    "POPULATION_FIELD": ("population", "pop", "people"),
    "PLACE_COUNTRY_FIELD": ("country",),
    "SERVICE_ID": ("service_id", "id"),
    "SERVICE_TYPE_FIELD": ("type", "service_type"),
    "SERVICE_COUNTRY_FIELD": ("country",),
    "CAPACITY_FIELD": ("capacity",),
    "ORIGIN_ID": ("place_id", "service_id", "id", "code"),
    "DESTINATION_ID": ("service_id", "place_id", "id", "code"),
    "ZONE_ID": ("code", "zone_id", "id"),
    "REGION_ID": ("code", "region_id", "id"),
    "IDEA_ID": ("idea_id", "id"),
    "ZONE_COUNTRY_FIELD": ("country",),
    "ZONE_NAME_FIELD": ("name",),
    "MUNICIPALITY_NAME_FIELD": ("name",),
    "NAME_FIELD": ("name",),
    "PLACE_NAME_FIELD": ("name",),
    "CANDIDATE_ID": ("candidate_id", "idea_id", "place_id", "id", "code"),
    "REGION_FIELD": ("region",),
    "SETTLEMENT_FIELD": ("settlement",),
    "CANDIDATE_COUNTRY_FIELD": ("country",),
}
#: How one travels: what was chosen once holds for the next algorithm, too.
TRAVEL = ("SNAP_DISTANCE", "OFFROAD_SPEED", "BARRIERS", "BORDER_DELAY")


def algorithm(name: str):
    """An algorithm of ours, None where it is not there."""
    return QgsApplication.processingRegistry().algorithmById(f"smartplanning:{name}")


def of_step(step: Step) -> list:
    """The algorithms of a step that are there."""
    return [one for one in map(algorithm, step.algorithms) if one is not None]


def step_of(name: str) -> int:
    """Number of the step that an algorithm belongs to, from 1; 0 where it belongs to none."""
    return next((at for at, step in enumerate(STEPS, 1) if name in step.algorithms), 0)


def inputs(one) -> list:
    """Inputs of an algorithm."""
    return [each for each in one.parameterDefinitions() if not each.isDestination()]


@dataclass
class Known:
    """What can be given to the algorithms of a study.

    Attributes
    ----------
    values : dict
        Input -> its value, as the user gave it.
    layers : dict
        Kind of layer (``<algorithm>.<output>``) -> what to give for it.
    """

    values: dict = field(default_factory=dict)
    layers: dict = field(default_factory=dict)
    _fields: dict = field(default_factory=dict)  # of the layers that were looked at

    def given_to(self, one) -> dict:
        """Inputs of an algorithm as far as they are known."""
        found: dict = {}
        for each in inputs(one):
            value = self._value(one.name(), each.name())
            if each.type() == "field":
                layer = found.get(each.parentLayerParameterName())
                value = self._field(each.name(), value, layer)
            if value not in (None, "", []):
                found[each.name()] = value
        return {name: value for name, value in found.items() if name not in self._idle(one, found)}

    def _idle(self, one, found: dict) -> set[str]:
        """Optional layers of whose fields none is known: an algorithm could not use them."""
        fields: dict = {}
        for each in inputs(one):
            if each.type() == "field":
                parent = fields.setdefault(each.parentLayerParameterName(), set())
                parent.add(each.name())
        return {
            each.name()
            for each in inputs(one)
            if each.flags() & OPTIONAL
            and each.name() in fields
            and not fields[each.name()] & set(found)
        }

    def _value(self, name: str, wanted: str):
        if wanted == "RESULTS":
            return [each for kind, each in self.layers.items() if "createsample" not in kind]
        own = OWN_WAY.get(name, {}).get(wanted, wanted)
        for each in (own, *STANDS_FOR.get(own, ())):
            if self.values.get(each) not in (None, "", []):
                return self.values[each]
            there = [self.layers[one] for one in FEEDS.get(each, ()) if one in self.layers]
            if there:
                return there if each in SEVERAL else there[0]
        return None

    def _field(self, name: str, wanted, layer):
        """The field of a layer that is wanted, else the one that has one of the usual names."""
        if isinstance(layer, list):
            layer = layer[0]
        if layer is None:
            return None
        if str(layer) not in self._fields:
            opened = layer if hasattr(layer, "fields") else _opened(layer)
            names = opened.fields().names() if opened is not None else []
            self._fields[str(layer)] = {one.lower(): one for one in names}
        there = self._fields[str(layer)]
        usual = (str(wanted).lower(), *FIELDS.get(name, ()), name.lower().replace("_field", ""))
        return next((there[one] for one in usual if one in there), None)


def _opened(reference):
    """The layer of a reference, None where it cannot be opened."""
    if not isinstance(reference, str):
        return None
    layer = QgsProject.instance().mapLayer(reference) or QgsVectorLayer(reference, "", "ogr")
    return layer if layer.isValid() else None


def lacking(one, parameters: dict) -> list:
    """Inputs that an algorithm needs and that are not given.

    Where ready travel times may stand in place of a network, one of the two is needed.
    """
    given = {name for name, value in parameters.items() if value not in (None, "", [])}
    needless = {"NETWORK"} if "TRAVEL_TIMES" in given else set()
    return [
        each
        for each in inputs(one)
        if each.name() not in given | needless
        and each.defaultValue() is None
        and (each.name() == "NETWORK" or not each.flags() & OPTIONAL)
    ]


# ---------------------------------------------------------------- what a project knows


def record(layer: QgsMapLayer) -> tuple[str, dict]:
    """Id of the algorithm that made a layer, and its parameters; empty where it is not ours."""
    told = [one for one in metadata_of(layer).history() if one.startswith(RECORD)]
    kind = kind_of(layer)
    if not kind or not told:
        return "", {}
    return f"smartplanning:{kind.partition('.')[0]}", json.loads(told[-1][len(RECORD) :])


def known_to(project: QgsProject) -> Known:
    """What the layers of a project tell: results, sample, and what they were made of."""
    known = Known()
    by_source = {}
    layers = sorted(project.mapLayers().values(), key=lambda one: one.name())
    for layer in layers:
        by_source.setdefault(layer.source(), layer.id())
        if kind_of(layer):
            known.layers.setdefault(kind_of(layer), layer.id())
    for layer in layers:
        _, parameters = record(layer)
        for name, value in parameters.items():
            what_it_is = name in FEEDS or name in STANDS_FOR or name.endswith(("_FIELD", "_ID"))
            if what_it_is or name in TRAVEL:
                known.values.setdefault(name, _in_project(value, by_source))
    for name, kinds in FEEDS.items():  # a layer that is open comes before what another was made of
        if any(one in known.layers for one in kinds):
            known.values.pop(name, None)
    return known


def _in_project(value, by_source: dict):
    if isinstance(value, list):
        return [by_source.get(one, one) for one in value]
    return by_source.get(value, value) if isinstance(value, str) else value


def made_by(name: str, project: QgsProject) -> list[QgsMapLayer]:
    """Results of an algorithm in a project; one that is there several times counts once."""
    found = {identity(one): one for one in project.mapLayers().values()}
    return [one for (maker, *_), one in found.items() if maker == name]


def to_be_made_first(one, given: dict):
    """The algorithm whose result another one needs and does not have yet; None where there is none.

    What is sample or the user's own is not made but chosen.
    """
    for each in lacking(one, given):
        for kind in FEEDS.get(each.name(), ()):
            maker = kind.partition(".")[0]
            if maker != "createsample":
                return algorithm(maker)
    return None


def is_empty(layer: QgsMapLayer) -> bool:
    """Whether a layer has no rows, perhaps because of a filter; QGIS does not always count them."""
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        return False
    return next(layer.getFeatures(QgsFeatureRequest().setLimit(1)), None) is None


def empty_layers(given: dict, project: QgsProject) -> list[QgsMapLayer]:
    """Layers among parameters that have no rows."""
    values = [one if isinstance(one, list) else [one] for one in given.values()]
    named = [each for value in values for each in value if isinstance(each, str)]
    return [each for each in map(project.mapLayer, named) if each is not None and is_empty(each)]


def to_explain(layer: QgsMapLayer, feature, to_language: str) -> dict:
    """Parameters of `explain` for a feature: by the id it had in the input, else by its number."""
    _, parameters = record(layer)
    names = {one.lower(): one for one in layer.fields().names()}
    ids = [parameters.get(one) for one in ("PLACE_ID", "SERVICE_ID", "ORIGIN_ID")]
    field = next((names[one.lower()] for one in ids if one and one.lower() in names), None)
    which = feature.id() if field is None else feature[field]
    return {"RESULT": layer.id(), "FEATURE_ID": str(which), "LANGUAGE": to_language}


def of_sample(folder: Path, language: str) -> dict:
    """Parameters of `crossborderstudy` for the sample that `createsample` wrote into a folder.

    The sample has main roads only: people come from further away, at the speed of small roads.
    """
    path = folder / "sample" / "sample.gpkg"
    tables = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path))
    layers = {f"createsample.{one.name()}": f"{path}|layername={one.name()}" for one in tables}
    known = Known({"SNAP_DISTANCE": 15000, "OFFROAD_SPEED": 30, "LANGUAGE": language}, layers)
    return {
        **known.given_to(algorithm("crossborderstudy")),
        "STUDY": str(folder / "study.gpkg"),
        "PROJECT": str(folder / "study.qgz"),
    }
