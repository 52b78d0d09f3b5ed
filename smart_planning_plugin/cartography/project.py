"""A QGIS project of results: grouped by the question they answer, styled, with a map for each."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsFeatureRequest,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsProject,
    QgsProviderRegistry,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..core.crossborder.shared import POTENTIALLY_SHARED
from ..core.words import text
from . import design
from .identity import keyword, kind_of, scenario
from .styling import style_layer

AREAS, PLACES, FACILITIES = "AREAS", "PLACES_OUT", "FACILITIES"
SHARED, ROADS = "sharedserviceareas", "buildroadnetwork.EDGES"
ACROSS = ("abroad_nearer", "abroad_only")
OPEN, CLOSED, BY_ROAD = "border open", "border closed", "distance by road"
BY_TYPE = {f"{SHARED}.{FACILITIES}", f"{SHARED}.{PLACES}"}
ONE_TYPE = "smartplanning:one_type"
#: Groups from above: what is over all, the questions, what is below all.
GROUPS = [
    "Base map", "Given data", "What could be shared?", "Who reaches what?", "The road network",
    "Tables", "Background",
]  # fmt: skip
OVER_ALL = [
    "buildroadnetwork.CROSSINGS", "buildproject.TOWNS", "buildproject.BORDER", "buildproject.UNITS",
]  # fmt: skip
QUESTIONS = {
    "buildroadnetwork.CROSSINGS": "Base map",
    ROADS: "The road network",
    "buildroadnetwork.NODES": "The road network",
    "serviceaccessibility.OUTPUT": "Who reaches what?",
    "traveltimematrix.UNREACHED": "Who reaches what?",
    **dict.fromkeys([f"{SHARED}.SHARED_ZONES", *BY_TYPE], "What could be shared?"),
}
NAMES = {
    "buildproject.BORDER": "State border",
    "buildproject.TOWNS": "Towns",
    "buildproject.UNITS": "Administrative boundaries",
    "buildproject.LAND": "Countries",
    "buildroadnetwork.CROSSINGS": "Border crossings",
    ROADS: "Roads",
    "buildroadnetwork.NODES": "Junctions",
    f"{SHARED}.SHARED_ZONES": "Shared service zones",
    f"{SHARED}.{FACILITIES}": "Facilities",
    f"{SHARED}.{PLACES}": "Places",
    f"{SHARED}.{AREAS}": "Areas",
    "traveltimematrix.UNREACHED": "Points not used",
}
#: Points that have the names of places beside them.
NAMED = {f"{SHARED}.{PLACES}", "serviceaccessibility.OUTPUT"}
EVERYWHERE = {
    "buildproject.BORDER", "buildproject.TOWNS", "buildproject.UNITS", "buildproject.LAND",
    "buildroadnetwork.CROSSINGS", ROADS, "",
}  # fmt: skip


@dataclass
class Map:
    """A question's layers, and what is said about them.

    Attributes
    ----------
    name : str
        Of the theme and the layout.
    title, subtitle : str
    layers : list of QgsVectorLayer
        Those that are its own.
    slug : str
        Name of the files.
    people : dict
        Category -> country -> people; empty where a map has no categories.
    limits : list of str
        What a reader has to know.
    closed : bool
        Nobody crosses the border.
    """

    name: str
    title: str
    subtitle: str
    layers: list
    slug: str
    people: dict = field(default_factory=dict)
    limits: list = field(default_factory=list)
    closed: bool = False


def tables_of(path: Path) -> list[QgsVectorLayer]:
    """All layers and tables of a GeoPackage, in the order of their names."""
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(str(path))
    names = sorted(one.name() for one in found)
    return [QgsVectorLayer(f"{path}|layername={name}", name, "ogr") for name in names]


def kind(layer: QgsVectorLayer) -> str:
    """What a layer of a project is drawn as: its own kind, or its part in the background."""
    return layer.customProperty("smartplanning:kind", "")


def border_of(layer: QgsVectorLayer) -> str:
    """The border scenario of a result."""
    return (scenario(layer) or [""])[0]


class ProjectBuilder:
    """Puts layers into a project; `maps` are what it can show.

    Parameters
    ----------
    title, language : str
    crs : QgsCoordinateReferenceSystem
    type_labels : dict
        Name of a type of service -> what it is called in the language.
    """

    def __init__(
        self, title: str, language: str, crs: QgsCoordinateReferenceSystem, type_labels: dict
    ):
        self.project = QgsProject()
        self.project.setTitle(title)
        self.project.setCrs(crs)
        self.project.setBackgroundColor(QColor(design.SEA))
        self.project.writeEntryBool("Paths", "Absolute", False)
        self.language, self.type_labels = language, type_labels
        self.root = self.project.layerTreeRoot()
        self.maps: list[Map] = []

    def text(self, english: str, *values) -> str:
        return text(english, self.language, *values)

    def label(self, service_type: str) -> str:
        """What a type of service is called."""
        return self.type_labels.get(service_type) or (service_type.replace("_", " ").capitalize())

    def subtitle(self, layer: QgsVectorLayer, *more: str) -> str:
        """Title of the project, scenario, and whether the data are schematic."""
        words = [self.text(one) for one in scenario(layer)]
        if "schematic" in keyword(layer, "limits"):
            words.append(self.text("schematic").upper())
        return " · ".join(one for one in (self.project.title(), *words, *more) if one)

    def add(self, layer: QgsVectorLayer, group, name: str = "", style: str = "") -> QgsVectorLayer:
        """Add a layer to a group, styled and named."""
        drawn_as = style or kind_of(layer)
        style_layer(layer, self.language, drawn_as)
        layer.setCustomProperty("smartplanning:kind", drawn_as)
        if name or drawn_as in NAMES:
            layer.setName(name or self.text(NAMES[drawn_as]))
        self.project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
        return layer

    def group(self, question: str, *more: str):
        """The group of a question, made when it is first asked."""
        name = " – ".join([self.text(question), *more])
        return self.root.findGroup(name) or self.root.addGroup(name)

    def add_background(self, countries: QgsVectorLayer, border: QgsVectorLayer | None):
        """Land below and boundaries above all, from the polygons of the countries."""
        over = self.group("Base map")
        if border is not None:
            self.add(border, over, style="buildproject.BORDER")
        self.add(countries.clone(), over, style="buildproject.UNITS")
        self.add(countries.clone(), self.group("Background"), style="buildproject.LAND")

    def add_results(self, layers: list[QgsVectorLayer]):
        """Every layer to the question that it answers."""
        roads = [one for one in layers if kind_of(one) == ROADS][:1]
        areas = [one for one in layers if kind_of(one) == f"{SHARED}.{AREAS}"]
        by_type = [one for one in layers if kind_of(one) in BY_TYPE]
        for one in sorted(areas, key=lambda one: border_of(one) != OPEN):
            beside = [other for other in by_type if scenario(other) == scenario(one)]
            self._add_shared(one, beside, roads)
        drawn = [*areas, *(one for one in by_type if scenario(one) in map(scenario, areas))]
        for one in layers:
            if one in drawn:
                continue
            if not one.isSpatial():
                self.add(one, self.group("Tables"))
                continue
            group = QUESTIONS.get(kind_of(one), "Given data")
            border = [self.text(border_of(one))] if group == "What could be shared?" else []
            self.add(one, self.group(group, *border))
            if kind_of(one) in MAPS:
                MAPS[kind_of(one)](self, one)
        self._add_towns(by_type)

    def _add_towns(self, by_type: list[QgsVectorLayer]):
        """Names on every map, from the places of the type with most people."""
        places = [one for one in by_type if kind_of(one) == f"{SHARED}.{PLACES}"]
        if not places:
            return
        people = {}
        for one in places[0].getFeatures():
            people[one["service_type"]] = people.get(one["service_type"], 0) + one["people"]
        towns = _of_type(places[0], max(sorted(people), key=people.get))
        self.add(towns, self.group("Base map"), style="buildproject.TOWNS")

    def _add_shared(self, areas: QgsVectorLayer, beside: list, roads: list):
        """A subgroup and a map for each type of service, the most promising first."""
        group = self.group("What could be shared?", self.text(border_of(areas)))
        group.setIsMutuallyExclusive(True)
        rows = _people_by_type(areas)
        for name in sorted(rows, key=lambda one: (-_gaining(rows[one]), one)):
            subgroup = group.addGroup(self.label(name))
            subgroup.setCustomProperty(ONE_TYPE, True)
            over = sorted(beside, key=kind_of)  # facilities above places
            mine = [_of_type(one, name) for one in over]
            # areas are opaque: each type has the roads above its own
            mine += [*(one.clone() for one in roads), _of_type(areas, name)]
            for one in mine:
                _without_heading(self.add(one, subgroup))
            first = next(areas.getFeatures(_is_type(name)))
            self._add_map(
                areas,
                f"{self.label(name)}, {self.text(border_of(areas))}",
                f"{self.label(name)}: {self.text('services across the border')}",
                f"map_shared_{name}",
                mine,
                rows[name],
                self.text("threshold {} min", f"{first['threshold_min']:g}"),
                self.text("advantage {} min", f"{first['advantage_min']:g}"),
            )

    def _map_zones(self, layer: QgsVectorLayer):
        title = self.text("Shared service zones")
        name = f"{title}, {self.text(border_of(layer))}"
        self._add_map(layer, name, title, "map_shared_zones", [layer])

    def _map_accessibility(self, layer: QgsVectorLayer):
        """The first type of service is shown, as in the style."""
        first = next((one for one in layer.fields().names() if one.startswith("nearest_")), "")
        if not first:
            return
        service = first.partition("_")[2]
        layer.setName(self.label(service))
        what = (
            "distance to the nearest"
            if BY_ROAD in scenario(layer)
            else ("travel time to the nearest")
        )
        name = f"{self.text('Who reaches what?')} {self.label(service)}"
        if border_of(layer) != OPEN:
            name = f"{name}, {self.text(border_of(layer))}"
        title = f"{self.label(service)}: {self.text(what)}"
        self._add_map(layer, name, title, f"map_nearest_{service}", [layer])

    def _add_map(self, made_of, name, title, file, layers, people=None, *more: str):
        """Keep a map; a second one of the same name gets a number."""
        suffix = "" if border_of(made_of) == OPEN else f"_{border_of(made_of)}"
        file = slug(f"{file}{suffix}")
        number = 1 + sum(one.slug == file or one.slug.startswith(f"{file}__") for one in self.maps)
        how = self.text(BY_ROAD if BY_ROAD in scenario(made_of) else "by car")
        self.maps.append(
            Map(
                name if number == 1 else f"{name} ({number})",
                f"{title}, {how}",
                self.subtitle(made_of, *more),
                layers,
                file if number == 1 else f"{file}__{number}",
                people or {},
                keyword(made_of, "limits"),
                border_of(made_of) == CLOSED,
            )
        )

    def base_of(self, one: Map) -> list[QgsVectorLayer]:
        """What is drawn on a map beside its own layers; no crossings where none can be used."""
        own = {kind(layer) for layer in one.layers}
        skipped = {"buildroadnetwork.CROSSINGS"} if one.closed else set()
        skipped |= {ROADS} & own
        if any(kind(layer) in NAMED and _is_points(layer) for layer in one.layers):
            skipped.add("buildproject.TOWNS")
        in_type = {layer.id() for map_ in self.maps for layer in map_.layers}
        return [
            node.layer()
            for node in self.root.findLayers()
            if kind(node.layer()) in EVERYWHERE - skipped
            and node.layer().isSpatial()
            and node.layerId() not in in_type
        ]

    def finish(self):
        """Groups in their order, a theme for each map, and the first of them shown."""
        names = [self.text(one) for one in GROUPS]
        _sort(self.root, lambda one: _first(names, one.name().startswith))
        over = self.root.findGroup(names[0])
        if over is not None:
            _sort(over, lambda one: _first(OVER_ALL, kind(one.layer()).__eq__))
        model = QgsLayerTreeModel(self.root)
        for one in reversed(self.maps):
            self._show({layer.id() for layer in [*one.layers, *self.base_of(one)]})
            self.project.mapThemeCollection().insert(
                one.name, QgsMapThemeCollection.createThemeFromCurrentState(self.root, model)
            )
        self.project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(self.extent(), self.project.crs())
        )

    def _show(self, ids: set):
        """Check what is to be seen; types of services are switched as a whole."""
        quiet = [self.text(one) for one in ("Base map", "The road network", "Background")]
        for node in self.root.findLayers():
            in_type = node.parent().customProperty(ONE_TYPE, False)
            node.setItemVisibilityChecked(bool(in_type) or node.layerId() in ids)
        for group in self.root.findGroups(True):
            shown = any(node.layerId() in ids for node in group.findLayers())
            group.setItemVisibilityChecked(shown)
            group.setExpanded(shown and group.name() not in quiet)
            if group.customProperty(ONE_TYPE, False):
                group.findLayers()[-1].setExpanded(shown)  # the areas and what they mean

    def extent(self) -> QgsRectangle:
        """What all maps show, so that they compare: where services are in reach of both sides."""
        layers = [one for map_ in self.maps for one in map_.layers] or [
            one for one in self.project.mapLayers().values() if one.isSpatial()
        ]
        areas = [one for one in layers if kind(one) == f"{SHARED}.{AREAS}"]
        request = QgsFeatureRequest().setFilterExpression(
            f'"category" IN ({", ".join(repr(one) for one in POTENTIALLY_SHARED)})'
        )
        extent = QgsRectangle()
        for layer in areas:
            for one in layer.getFeatures(request):
                extent.combineExtentWith(one.geometry().boundingBox())
        for layer in [] if not extent.isEmpty() else areas or layers:
            extent.combineExtentWith(layer.extent())
        return extent.buffered(0.05 * max(extent.width(), extent.height()))


def _is_points(layer: QgsVectorLayer) -> bool:
    return int(QgsWkbTypes.geometryType(layer.wkbType())) == 0


def _people_by_type(areas: QgsVectorLayer) -> dict:
    """Type of service -> category -> country -> people."""
    found: dict[str, dict] = {}
    for one in areas.getFeatures():
        here = found.setdefault(one["service_type"], {}).setdefault(one["category"], {})
        if isinstance(one["country"], str):
            here[one["country"]] = here.get(one["country"], 0) + one["population"]
    return found


def _gaining(people: dict) -> float:
    """How many are nearer to a service across the border."""
    return sum(sum(people.get(one, {}).values()) for one in ACROSS)


def _first(options: list[str], fits) -> int:
    """Number of the first option that fits; the last of all where none does."""
    return next((at for at, one in enumerate(options) if fits(one)), len(options))


def _sort(group, key):
    for child in sorted(group.children(), key=key):
        group.addChildNode(child.clone())
        group.removeChildNode(child)


#: Results that have a map of their own, beside those for each type of service.
MAPS = {
    f"{SHARED}.SHARED_ZONES": ProjectBuilder._map_zones,
    "serviceaccessibility.OUTPUT": ProjectBuilder._map_accessibility,
}


def _is_type(name: str) -> str:
    return f"{QgsExpression.quotedColumnRef('service_type')} = {QgsExpression.quotedString(name)}"


def _of_type(layer: QgsVectorLayer, name: str) -> QgsVectorLayer:
    copy = layer.clone()
    copy.setSubsetString(_is_type(name))
    return copy


def _without_heading(layer: QgsVectorLayer):
    """Only one type is there: its group names it, and nothing has to be left out."""
    renderer = layer.renderer().clone()
    root = renderer.rootRule()
    for heading in root.children():
        if heading.symbol() is None:
            for rule in heading.children():
                root.appendChild(rule.clone())
            root.removeChild(heading)
    layer.setRenderer(renderer)


def slug(name: str) -> str:
    """A name for files: small letters, digits and underscores."""
    plain = "".join(one if one.isalnum() and one.isascii() else "_" for one in name.lower())
    return "_".join(part for part in plain.split("_") if part)


def write_project(project: QgsProject, path: Path, final: Path) -> None:
    """Write a project aside, with paths relative to the place where it will stand.

    Layers that are only in memory go into a GeoPackage beside the project.

    Parameters
    ----------
    path : Path
        Where to write to: a folder beside `final`, whose files are moved there afterwards.
    final : Path
    """
    _keep_memory_layers(project, path.with_name(f"{final.stem}_layers.gpkg"))
    begun = final.parent / f"{path.parent.name}.qgs"
    try:
        if not project.write(str(begun)):
            raise OSError(project.error())
        written = begun.read_text(encoding="utf-8")
    finally:
        # QGIS writes more beside it: .qgd, .qgs~, and from 3.26 on _attachments.zip
        for one in final.parent.glob(f"{begun.stem}[._]*"):
            one.unlink()
    written = written.replace(f"./{path.parent.name}/", "./")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{final.stem}.qgs", written)


def _keep_memory_layers(project: QgsProject, path: Path):
    names: set[str] = set()
    for layer in project.mapLayers().values():
        if layer.providerType() != "memory":
            continue
        name = slug(layer.name()) or "layer"
        while name in names:
            name += "_2"
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName, options.layerName = "GPKG", name
        action = QgsVectorFileWriter.ActionOnExistingFile
        options.actionOnExistingFile = (
            action.CreateOrOverwriteLayer if names else action.CreateOrOverwriteFile
        )
        names.add(name)
        done, message, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(path), project.transformContext(), options
        )
        if done != QgsVectorFileWriter.WriterError.NoError:
            raise OSError(message)
        layer.setDataSource(f"{path}|layername={name}", layer.name(), "ogr", False)
