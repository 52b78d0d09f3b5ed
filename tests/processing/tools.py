"""The sample region, layers made by hand, and tables read back: for all tests of processing."""

from pathlib import Path

from qgis.core import (
    NULL,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "smart_planning_plugin" / "sample" / "sample.gpkg"
EXTRACTS = Path(__file__).parent / "osm"
TEMPORARY = "TEMPORARY_OUTPUT"


def sample(table):
    return f"{SAMPLE}|layername={table}"


def inside(path, table):
    """A table of a GeoPackage as an output."""
    return f"ogr:dbname='{path}' table=\"{table}\" (geom)"


ROADS = {
    "ROADS": [sample("roads_lv"), sample("roads_lt")],
    "FERRIES": [sample("ferries")],
    "COUNTRIES": sample("municipalities"),
    "COUNTRY_FIELD": "country",
}
# The sample has main roads only: people may come from further away, at the speed of small roads.
TRAVEL = {
    "COUNTRIES": sample("municipalities"),
    "COUNTRY_FIELD": "country",
    "SNAP_DISTANCE": 15000,
    "OFFROAD_SPEED": 30,
}
PLACES = {
    "PLACES": sample("places"),
    "PLACE_ID": "place_id",
    "POPULATION_FIELD": "population",
    "PLACE_COUNTRY_FIELD": "country",
}
SERVICES = {
    "SERVICES": sample("services"),
    "SERVICE_ID": "service_id",
    "SERVICE_TYPE_FIELD": "type",
    "SERVICE_COUNTRY_FIELD": "country",
    "SERVICE_TYPES": sample("service_types"),
}
ZONES = {
    "ZONES": sample("municipalities"),
    "ZONE_ID": "code",
    "ZONE_NAME_FIELD": "name",
    "ZONE_COUNTRY_FIELD": "country",
}
ENDS = {
    "ORIGINS": sample("places"),
    "ORIGIN_ID": "place_id",
    "DESTINATIONS": sample("services"),
    "DESTINATION_ID": "service_id",
}
COARSE = {"CELL_SIZE": 4000}  # where the areas themselves are not looked at


class Feedback(QgsProcessingFeedback):
    """Keeps what it is told; cancels after a number of looks, where one is given."""

    def __init__(self, looks=None):
        super().__init__(False)
        self.messages, self.warnings, self.errors, self.texts = [], [], [], []
        self.looks, self.looked = looks, 0

    def pushInfo(self, text):
        self.messages.append(text)

    def pushWarning(self, text):
        self.warnings.append(text)

    def setProgressText(self, text):
        self.texts.append(text)

    def reportError(self, text, fatalError=False):
        self.errors.append(text)

    def isCanceled(self):
        self.looked += 1
        return self.looks is not None and self.looked > self.looks


def opened(reference):
    """The layer of a reference, or of a result."""
    if isinstance(reference, QgsVectorLayer):
        return reference
    layer = QgsProject.instance().mapLayer(str(reference))
    layer = layer or QgsVectorLayer(str(reference), "opened", "ogr")
    assert layer.isValid(), reference
    return layer


def plain(value):
    return None if value is None or value == NULL else value


def rows(reference, fid=False):
    """Attributes of a layer as dicts, in its order."""
    layer = opened(reference)
    names = layer.fields().names()
    return [
        {
            name: plain(value)
            for name, value in zip(names, one.attributes())
            if fid or name.lower() != "fid"
        }
        for one in layer.getFeatures()
    ]


def shapes(reference):
    """Well-known binary of each feature, empty where there is no geometry."""
    return [
        bytes(one.geometry().asWkb()) if one.hasGeometry() else b""
        for one in opened(reference).getFeatures()
    ]


def content(reference):
    """All that a table says: names and types of fields, attributes, geometries."""
    layer = opened(reference)
    fields = [(one.name(), one.typeName()) for one in layer.fields() if one.name() != "fid"]
    return fields, rows(layer), shapes(layer)


def types_of(reference):
    """Name of each field and what it holds: whole, real or text."""
    words = {"Integer64": "whole", "Integer": "whole", "Real": "real", "String": "text"}
    return {
        one.name(): words[one.typeName()]
        for one in opened(reference).fields()
        if one.name().lower() != "fid"
    }


def copy_of(reference, change=None, crs=True, fields=(), drop=()):
    """A copy of a layer in memory.

    `change` takes a dict of attributes, among them `geometry`, and changes it; or gives False to
    leave the row out. `fields` are added, written as in a memory layer's definition.
    """
    source = opened(reference)
    kind = QgsWkbTypes.displayString(source.wkbType()) if source.isSpatial() else "None"
    words = {"Integer64": "int8", "Integer": "integer", "Real": "double", "String": "string"}
    parts = [
        f"field={one.name()}:{words.get(one.typeName(), 'string')}"
        for one in source.fields()
        if one.name() != "fid" and one.name() not in drop
    ]
    parts += [f"field={one}" for one in fields]
    if crs and source.isSpatial():
        parts.insert(0, f"crs={source.crs().authid()}")
    name = str(reference).rsplit("layername=", 1)[-1] if isinstance(reference, str) else "copy"
    made = QgsVectorLayer(f"{kind}?{'&'.join(parts)}", name, "memory")
    if not crs:
        made.setCrs(type(source.crs())())
    names = made.fields().names()
    features = []
    for one in source.getFeatures():
        given = dict(zip(source.fields().names(), one.attributes()))
        given["geometry"] = one.geometry()
        if change is not None and change(given) is False:
            continue
        feature = QgsFeature(made.fields())
        feature.setAttributes([given.get(name, NULL) for name in names])
        if given["geometry"] is not None and not given["geometry"].isNull():
            feature.setGeometry(QgsGeometry(given["geometry"]))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    made.updateExtents()
    return made


def left_behind(folder):
    """Folders that a run wrote aside into and did not remove."""
    return [one for one in Path(folder).rglob("*") if ".smartplanning-" in one.name]
