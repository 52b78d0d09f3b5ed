"""A cut of the sample around one crossing, so small that an algorithm takes milliseconds."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsRectangle,
    QgsVectorLayer,
    QgsWkbTypes,
)

from smart_planning_plugin.processing.fields import REAL, TEXT, WHOLE
from tests.processing.tools import TEMPORARY, inside, opened, sample

WINDOW = QgsRectangle(20.95, 55.95, 21.75, 56.55)
PLACES, SERVICES, ZONES = 12, 10, 6
KINDS = {"text": TEXT, "whole": WHOLE, "real": REAL}


@dataclass(frozen=True)
class Table:
    """A layer or table as plain values, so that faults can be put into it."""

    name: str
    kind: str  # "Point", "None" …
    crs: str
    fields: tuple  # of (name, type)
    rows: tuple  # of (attributes, geometry as text or None)
    editing: bool = field(default=False)

    def layer(self):
        """A layer in memory."""
        parts = [f"crs={self.crs}"] if self.crs and self.kind != "None" else []
        made = QgsVectorLayer("?".join([self.kind, "&".join(parts)]), self.name, "memory")
        if not self.crs:
            made.setCrs(type(made.crs())())
        given = [QgsField(name, KINDS[kind]) for name, kind in self.fields]
        made.dataProvider().addAttributes(given)
        made.updateFields()
        features = []
        for values, wkt in self.rows:
            feature = QgsFeature(made.fields())
            feature.setAttributes([NULL if one is None else one for one in values])
            if wkt is not None:
                feature.setGeometry(QgsGeometry.fromWkt(wkt) if isinstance(wkt, str) else wkt)
            features.append(feature)
        made.dataProvider().addFeatures(features)
        made.updateExtents()
        if self.editing:
            made.startEditing()
            for one in list(made.getFeatures())[:1]:
                made.deleteFeature(one.id())
        return made


def table_of(reference, name, keep=lambda row: True, most=None):
    """A layer as plain values."""
    layer = opened(reference)
    names = layer.fields().names()
    kept = [at for at, one in enumerate(names) if one.lower() != "fid"]
    whole = name in ("municipalities", "regions", "edges", "nodes", "crossings", "flows")
    window = WINDOW
    if layer.isSpatial() and not whole:
        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        there = QgsCoordinateTransform(degrees, layer.crs(), QgsCoordinateTransformContext())
        window = there.transformBoundingBox(WINDOW)
    rows = []
    for one in layer.getFeatures():
        row = dict(zip(names, one.attributes()))
        seen = not layer.isSpatial() or whole or one.geometry().intersects(window)
        if not seen or not keep(row):
            continue
        values = [None if one.attributes()[at] == NULL else one.attributes()[at] for at in kept]
        shape = one.geometry()
        if name in ("municipalities", "regions"):  # few vertices, so that a case is quick
            shape = QgsGeometry.collectGeometry([shape.simplify(0.01)])
        rows.append((tuple(values), shape.asWkt(6) if one.hasGeometry() else None))
    if most is not None and len(rows) > most:  # from all over, so that both countries stay
        rows = rows[:: -(-len(rows) // most)]
    fields = tuple((names[at], _kind(layer.fields().at(at))) for at in kept)
    kind = QgsWkbTypes.displayString(layer.wkbType()) if layer.isSpatial() else "None"
    return Table(name, kind, layer.crs().authid() if layer.isSpatial() else "", fields, tuple(rows))


def _kind(one):
    return "text" if not one.isNumeric() else "real" if one.type() == REAL else "whole"


def _codes(value):
    return {one.strip() for one in str(value or "").replace(",", ";").split(";")}


def pool(run, folder: Path):
    """All tables that parameters are filled with, and a study written to a file."""
    made = {
        name: table_of(sample(name), name)
        for name in (
            "roads_lv", "roads_lt", "service_types", "norms", "service_changes", "domains",
            "guideline_rules", "criteria", "priority_chain", "actions", "indicators", "register",
            "project_ideas", "coast",
        )
    }  # fmt: skip
    made["places"] = table_of(sample("places"), "places", most=PLACES)
    made["services"] = table_of(sample("services"), "services", most=SERVICES)
    codes = {row[0][3] for row in made["places"].rows}  # the municipalities that have a place
    zones = table_of(sample("municipalities"), "municipalities", lambda row: row["code"] in codes)
    made["municipalities"] = replace(zones, rows=zones.rows[:ZONES])
    codes = {row[0][0] for row in made["municipalities"].rows}
    for name in ("observations", "profiles"):
        made[name] = table_of(sample(name), name, lambda row: row["zone"] in codes)
    known = {row[0][0] for row in made["services"].rows} | {None}
    for name, at, allowed in (("service_changes", 0, known), ("register", 5, codes)):
        made[name] = replace(made[name], rows=tuple(
            row for row in made[name].rows if _codes(row[0][at]) <= allowed | {""}
        ))  # fmt: skip
    made["regions"] = table_of(sample("regions"), "regions")
    made["jobs"] = table_of(sample("jobs"), "jobs", lambda row: row["sector"] in "ACFGIQ")
    study = folder / "study.gpkg"
    layers = {name: one.layer() for name, one in made.items()}
    run(
        "buildroadnetwork",
        ROADS=[layers["roads_lv"], layers["roads_lt"]], COUNTRIES=layers["municipalities"],
        COUNTRY_FIELD="country", EDGES=inside(study, "edges"), NODES=inside(study, "nodes"),
        CROSSINGS=inside(study, "crossings"),
    )  # fmt: skip
    for name in ("edges", "nodes", "crossings"):
        made[name] = table_of(f"{study}|layername={name}", name)
    layers["edges"] = made["edges"].layer()
    run("serviceaccessibility", **values("serviceaccessibility", layers),
        OUTPUT=inside(study, "accessibility"))  # fmt: skip
    run("sharedserviceareas", **values("sharedserviceareas", layers),
        AREAS=inside(study, "shared_areas"), FACILITIES=inside(study, "facilities"),
        SHARED_ZONES=inside(study, "shared_zones"))  # fmt: skip
    flows = run("interactionflows", **values("interactionflows", layers), FLOWS=TEMPORARY)["FLOWS"]
    made["flows"] = table_of(flows, "flows", most=60)
    matrix = run("traveltimematrix", **values("traveltimematrix", layers), OUTPUT=TEMPORARY)
    made["times"] = table_of(matrix["OUTPUT"], "times")
    return made, study


TRAVEL = {
    "NETWORK": "edges", "COUNTRIES": "municipalities", "COUNTRY_FIELD": "=country",
    "SNAP_DISTANCE": 15000.0, "OFFROAD_SPEED": 30.0,
}  # fmt: skip
PEOPLE = {
    "PLACES": "places", "PLACE_ID": "=place_id", "POPULATION_FIELD": "=population",
    "PLACE_COUNTRY_FIELD": "=country",
}  # fmt: skip
OFFERS = {
    "SERVICES": "services", "SERVICE_ID": "=service_id", "SERVICE_TYPE_FIELD": "=type",
    "SERVICE_COUNTRY_FIELD": "=country", "CAPACITY_FIELD": "=capacity",
    "SERVICE_TYPES": "service_types",
}  # fmt: skip
ENDS = {
    "ORIGINS": "places", "ORIGIN_ID": "=place_id", "DESTINATIONS": "services",
    "DESTINATION_ID": "=service_id",
}  # fmt: skip
AREAS = {
    "ZONES": "municipalities", "ZONE_ID": "=code", "ZONE_NAME_FIELD": "=name",
    "ZONE_COUNTRY_FIELD": "=country",
}  # fmt: skip
CHANGES = {"SERVICE_CHANGES": "service_changes"}
NORMS = {"NORMS": "norms", "SETTLEMENT_FIELD": "=settlement"}
ROADS = {
    "ROADS": ["roads_lv", "roads_lt"], "COUNTRIES": "municipalities", "COUNTRY_FIELD": "=country",
}  # fmt: skip
#: What a sensible user gives: names of tables of the pool, `=` before other values.
SENSIBLE = {
    "buildroadnetwork": {**ROADS, "NAMING_PLACES": "places", "PLACE_NAME_FIELD": "=name"},
    "checkroadnetwork": {**TRAVEL, **PEOPLE},
    "bordercrossings": {**TRAVEL, **PEOPLE},
    "borderzones": {**TRAVEL, **PEOPLE},
    "fastestroutes": {**TRAVEL, **ENDS, "NEAREST": 2},
    "traveltimematrix": {**TRAVEL, **ENDS},
    "isochrones": {
        **TRAVEL, "ORIGINS": "services", "ORIGIN_ID": "=service_id", "CELL_SIZE": 6000.0,
        "CUTOFFS": "=10,20",
        "PLACES": "places", "PLACE_ID": "=place_id", "POPULATION_FIELD": "=population",
    },
    "serviceaccessibility": {**TRAVEL, **PEOPLE, **OFFERS, **NORMS, "RANK_FIELD": "=pop_65"},
    "transportperformance": {**TRAVEL, **PEOPLE, "ZONE_FIELD": "=municipality"},
    "bordereffect": {**TRAVEL, **PEOPLE, **OFFERS},
    "sharedserviceareas": {
        **TRAVEL, **PEOPLE, **OFFERS, "CELL_SIZE": 8000.0, "MUNICIPALITIES": "municipalities",
        "MUNICIPALITY_NAME_FIELD": "=name",
    },
    "servicecatchments": {**TRAVEL, **PEOPLE, **OFFERS, "CELL_SIZE": 8000.0},
    "serviceinventory": {**TRAVEL, **PEOPLE, **OFFERS, **AREAS, **NORMS},
    "locatesharedservices": {
        **TRAVEL, **PEOPLE, "CANDIDATES": "services", "CANDIDATE_ID": "=service_id",
        "CANDIDATE_COUNTRY_FIELD": "=country", "TIME_LIMIT": 5.0,
        "P": 2,
    },
    "interactionflows": {**TRAVEL, **PEOPLE},
    "functionalzones": {**TRAVEL, **PEOPLE, **AREAS, "FLOWS": "flows"},
    "partnerships": {
        **TRAVEL, **PEOPLE, **OFFERS, **AREAS, "FLOWS": "flows", "PROFILES": "profiles",
        "REGION_FIELD": "=region",
        "REGISTER": "register",
    },
    "territorialtrends": {**AREAS, "OBSERVATIONS": "observations"},
    "specialisation": {
        "ZONES": "regions", "ZONE_ID": "=code", "ZONE_NAME_FIELD": "=name",
        "ZONE_COUNTRY_FIELD": "=country", "JOBS": "jobs", "DOMAINS": "domains",
        "RULES": "guideline_rules", "MUNICIPALITIES": "municipalities",
        "MUNICIPALITY_NAME_FIELD": "=name",
    },
    "priorities": {
        "CANDIDATES": "project_ideas", "CANDIDATE_ID": "=idea_id", "CANDIDATE_NAME_FIELD": "=name",
        "CRITERIA": "criteria", "CRITERIA_LAYERS": ["services", "coast", "places"],
        "CHAIN": "priority_chain",
        "DRAWS": 20,
    },
    "actionplan": {"ACTIONS": "actions", "INDICATORS": "indicators", "DATE": "=2026-01-01"},
    "explain": {"RESULT": "@accessibility", "FEATURE_ID": "=LV001"},
    "styleresults": {"LAYERS": ["@accessibility", "@edges"]},
    "buildproject": {"STUDY": "@", "COUNTRIES": "municipalities", "COUNTRY_FIELD": "=country"},
    "handbook": {"STUDY": "@", "PDF": False},
    "crossborderstudy": {
        **ROADS, **PEOPLE, **OFFERS, **AREAS, "SNAP_DISTANCE": 15000.0, "OFFROAD_SPEED": 30.0,
        "CELL_SIZE": 8000.0, "STEPS": ["network", "access"], "OBSERVATIONS": "observations",
        "ACTIONS": "actions",
    },
    "createsample": {},
}  # fmt: skip
#: Optional tables: now and then they are given.
MORE = {
    "CROSSINGS": "crossings", "TRAVEL_TIMES": "times", "BARRIERS": "roads_lt",
    "POPULATION_POINTS": "services", "POPULATION_POINTS_FIELD": "=capacity", "POPULATION_LAYER":
    "places", "POPULATION_LAYER_FIELD": "=population", "FRAME": "municipalities", **CHANGES,
    "STUDY_AREA": "municipalities", "FUA": "municipalities", "COMPARE_WITH": "municipalities",
    "COMPARE_FIELD": "=region", "OBSERVED": "flows", "CUTOFF_FIELD": "=capacity",
    "TURNOUT_FIELD": "=capacity", "WEIGHT_FIELD": "=capacity", "REGION_FIELD": "=region",
    "CROSSING_OVERRIDES": "crossings",
    "REGIONS": "regions", "CAPACITY_FIELD": "=capacity", "REGION_ID": "=code",
    "FERRIES": ["roads_lt"], "RESULTS": ["places"],
    "ATTRACTION_FIELD": "=pop_65", "ZONE_POPULATION_FIELD": "=schematic", "CITY_FIELD": "=name",
    "GROUP_FIELD": "=settlement", "JOBS": "jobs", "DOMAINS": "domains", "CRITERIA": "criteria",
}  # fmt: skip


def values(name, layers, study=None):
    """Sensible parameters with tables of the pool in them."""
    return {key: filled(value, layers, study) for key, value in SENSIBLE[name].items()}


def filled(value, layers, study=None):
    """A value of `SENSIBLE` or `MORE` as it is given to the algorithm."""
    if isinstance(value, list):
        known = [one for one in value if one[:1] == "@" or one in layers]
        return [filled(one, layers, study) for one in known] if known else value
    if not isinstance(value, str):
        return value
    if value[:1] == "=":
        return value[1:]
    if value[:1] == "@":
        return f"{study}|layername={value[1:]}" if value[1:] else str(study)
    return layers[value]
