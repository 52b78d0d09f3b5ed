"""Between a result and its explanation: its record, its inputs opened again, the page."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from types import SimpleNamespace

import pandas as pd
from qgis.core import QgsApplication

from ..cartography.identity import VOCABULARY, identity, keyword, metadata_of
from ..core.errors import InvalidValueError, SmartPlanningError
from ..core.ids import text_id
from ..core.words import text
from .explain_words import Words
from .fields import python_value
from .layers import geometries_of_lines
from .parameters import name_of
from .run import Run
from .writing import Rows

KEYS = ("PLACE_ID", "SERVICE_ID", "ORIGIN_ID", "DESTINATION_ID", "ZONE_ID", "CANDIDATE_ID")
OURS = (
    "origin_id", "from_id", "zone", "zone_a", "candidate", "destination_id", "crossing_id",
    "zone_id", "edge_id", "node_id", "service_id", "code",
)  # fmt: skip
#: Where the second end of a pair stands.
OTHERS = ("destination_id", "to_id", "zone_b", "site_id")
ROUTE_COLUMNS = {
    "from_id": object, "to_id": object, "service_type": object, "role": object, "border": object,
    "time_min": float, "distance_km": float, "crossings": object, "crossing_names": object,
    "status": object,
}  # fmt: skip


@dataclass
class Record:
    """How a result was made, as its layer says."""

    layer: object
    algorithm: str
    output: str
    version: str
    scenario: str
    limits: list[str]
    inputs: list[str]
    parameters: dict

    @classmethod
    def of(cls, layer) -> Record:
        """Raise `InvalidValueError` for a layer that is not ours."""
        algorithm, output, _ = identity(layer)
        if not algorithm:
            raise InvalidValueError(
                "this is no result of Smart Planning, so nothing says how it was made",
                "Give a layer that one of its algorithms wrote",
                layer=name_of(layer),
            )
        history = [one for one in metadata_of(layer).history() if one.startswith("parameters: ")]
        try:
            parameters = json.loads(history[0].split(": ", 1)[1]) if history else {}
        except ValueError as error:
            raise InvalidValueError(
                "its record cannot be read", "Make the result again", layer=name_of(layer)
            ) from error
        one = {name: keyword(layer, name) for name in ("version", "scenario", "limits", "inputs")}
        return cls(
            layer,
            algorithm,
            output,
            ", ".join(one["version"]),
            ", ".join(one["scenario"]),
            one["limits"],
            one["inputs"],
            parameters,
        )

    def rows(self, feature_id: str, to_id: str) -> list[dict]:
        """Rows of the layer that an id, or a pair of ids, means."""
        names = self.layer.fields().names()
        keys = [self.parameters.get(one) for one in KEYS] + list(OURS)
        keys = [one for one in dict.fromkeys(keys) if one in names]
        numbered = []
        found = []
        for feature in self.layer.getFeatures():
            row = dict(zip(names, (python_value(one) for one in feature.attributes())))
            ids = {text_id(row[one]) for one in keys}
            others = {text_id(row[one]) for one in OTHERS if one in row}
            if feature_id in ids and (not to_id or not others or to_id in ids | others):
                found.append(row)
            elif feature_id == str(feature.id()):
                numbered.append(row)
        if not found and not numbered:
            raise InvalidValueError(
                f"FEATURE_ID: there is no row '{feature_id}'"
                + (f" with '{to_id}'" if to_id else ""),
                f"Ids are looked for in {', '.join(keys) or 'the numbers of rows'}",
                layer=name_of(self.layer),
            )
        return found or numbered

    def ends(self, row: dict, feature_id: str, to_id: str) -> tuple[str, str]:
        """Ids of what a row is about, where it was asked for by its number; and its other end."""
        keys = [one for one in (self.parameters.get(key) for key in KEYS) if one]
        ids = [text_id(row[one]) for one in (*keys, *OURS) if row.get(one) is not None]
        if ids and feature_id not in ids:
            feature_id = ids[0]
        others = [text_id(row[one]) for one in OTHERS if row.get(one) is not None]
        return feature_id, to_id or (others[0] if others else "")


def _of_type(rows: list[dict], study, to_id: str) -> list[dict]:
    """Of several rows of a place those of the type of a service that is asked for."""
    services = getattr(study.given, "services", None) if study is not None else None
    if services is None or not to_id or "service_type" not in rows[0]:
        return rows
    kinds = {kind for one, kind in zip(services.id, services.type) if text_id(one) == to_id}
    return [one for one in rows if one["service_type"] in kinds] or rows


@dataclass
class Study:
    """The inputs of a result, opened again."""

    given: SimpleNamespace
    run: Run
    changed: list[str]

    @classmethod
    def of(cls, record: Record, run: Run) -> Study:
        """Raise `SmartPlanningError` where they cannot be read any more."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(
            f"{VOCABULARY}:{record.algorithm}"
        )
        if algorithm is None:
            raise InvalidValueError(f"there is no algorithm {record.algorithm} any more")
        inner = Run(algorithm, record.parameters, run.context, run.feedback)
        algorithm.check(inner)
        given = algorithm.read(inner)
        now = {one.digest for one in inner.inputs}  # a project may call a layer otherwise
        then = (one.split(" sha256:") for one in set(record.inputs))
        changed = sorted(name for name, digest in then if digest not in now)
        return cls(given, inner, changed)


@dataclass
class Explanation:
    """Sections of the page, and the routes."""

    title: str
    record: Record
    words: Words
    sections: list[dict] = field(default_factory=list)
    routes: list[pd.DataFrame] = field(default_factory=list)
    lines: list = field(default_factory=list)
    crs: object = None

    def add(self, title: str, sentences=(), head=(), rows=()):
        """A section with sentences and a table."""
        self.sections.append(
            {
                "title": title,
                "sentences": [one for one in sentences if one],
                "head": list(head),
                "rows": [list(one) for one in rows],
            }
        )

    def add_routes(self, values: pd.DataFrame, lines, **more):
        """Routes with what they are."""
        table = values.copy()
        for name, value in more.items():
            table[name] = value
        self.routes.append(table)
        shapes = geometries_of_lines(lines)
        empty = lines.first == lines.offsets[1:]
        self.lines += [None if none else one for one, none in zip(shapes, empty)]

    def write(self, path):
        """Write the page."""
        from ..handbook.report import environment

        language = self.words.language
        page = environment().get_template("explain.html")
        html = page.render(
            title=self.title,
            language=language,
            limits=[self.words.phrase(one) for one in self.record.limits],
            words=lambda english: text(english, language),
            sections=self.sections,
        )
        path.write_text(html, encoding="utf-8")

    def route_rows(self) -> Rows:
        """The layer of routes; empty where the result knows no travel."""
        table = pd.concat(self.routes, ignore_index=True) if self.routes else pd.DataFrame()
        table = table.reindex(columns=list(ROUTE_COLUMNS)).astype(ROUTE_COLUMNS)
        crs = {} if self.crs is None else {"crs": self.crs}
        return Rows(table, self.lines, **crs)


def explain(given, run) -> Explanation:
    """Say why."""
    from . import explain_results, explain_travel

    record = Record.of(given.result)
    feature_id, to_id = given.feature_id.strip(), given.to_id.strip()
    rows = record.rows(feature_id, to_id)
    if given.number and given.number not in rows[0]:
        raise InvalidValueError(
            f"NUMBER: there is no field '{given.number}'",
            f"The fields are {', '.join(rows[0])}",
            layer=name_of(record.layer),
        )
    feature_id, to_id = record.ends(rows[0], feature_id, to_id)
    words = Words(given.language)
    name = rows[0].get("name")
    who = f"{name} ({feature_id})" if isinstance(name, str) and name else feature_id
    title = f"{words('Why')}: {who}" + (f" – {to_id}" if to_id else "")
    made = Explanation(title, record, words)
    run.scenario, run.limits = record.scenario, set(record.limits)
    try:
        study = Study.of(record, run)
    except SmartPlanningError as error:
        run.warn(f"The inputs cannot be opened again: {error}")
        study, problem = None, str(error)
    else:
        problem = ""
        made.crs = study.run.crs
    rows = _of_type(rows, study, to_id)
    fields = words.row(made, rows, given.number)
    if study is not None:
        for one in (explain_travel, explain_results):
            one.explain(made, study, rows[0], given, feature_id, to_id)
    for section in fields:
        made.add(*section)
    words.record(made, record, study.changed if study else [], problem)
    return made
