"""A QGIS project of results: grouped by the question they answer, styled, with a map for each."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import (
    QgsAggregateCalculator,
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
)
from qgis.PyQt.QtGui import QColor

from ..core.crossborder.shared import POTENTIALLY_SHARED
from . import design
from .identity import keyword, kind_of, scenario
from .styling import style_layer
from .texts import text

AREAS, PLACES, FACILITIES = "AREAS", "PLACES_OUT", "FACILITIES"
SHARED, ROADS = "sharedserviceareas", "buildroadnetwork.EDGES"
ACROSS = ("abroad_nearer", "abroad_only")
OPEN, CLOSED = "border open", "border closed"
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
    f"{SHARED}.SHARED_ZONES": "What could be shared?",
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
        Of the theme, the layout and, as a slug, of the files.
    title, subtitle : str
    layers : list of QgsVectorLayer
        Those that are its own.
    legend : list of QgsVectorLayer
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
    legend: list
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

    def subtitle(self, layer: QgsVectorLayer, *more: str) -> str:
        """Title of the project, scenario, and whether the data are schematic."""
        words = [self.text(one) for one in scenario(layer)]
        if "schematic" in keyword(layer, "limits"):
            words.append(self.text("schematic").upper())
        return " · ".join([self.project.title(), *words, *more])

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
        shared = [one for one in layers if kind_of(one).startswith(f"{SHARED}.")]
        drawn = [one for one in shared if kind_of(one).endswith(AREAS)]
        roads = [one for one in layers if kind_of(one) == ROADS][:1]
        for areas in sorted(drawn, key=lambda one: scenario(one)[:1] != [OPEN]):
            beside = [one for one in shared if scenario(one) == scenario(areas)]
            self._add_shared(areas, beside, roads)
        for layer in layers:
            if kind_of(layer) == f"{SHARED}.SHARED_ZONES":
                self._add_zones(layer)
            elif kind_of(layer) == "serviceaccessibility.OUTPUT":
                self._add_accessibility(layer)
            elif layer not in shared:
                group = QUESTIONS.get(kind_of(layer), "Given data")
                self.add(layer, self.group(group if layer.isSpatial() else "Tables"))
        self._add_towns(shared)

    def _add_towns(self, shared: list[QgsVectorLayer]):
        """Names on every map, from the places of the type with most people."""
        for layer in shared:
            if kind_of(layer) == f"{SHARED}.{PLACES}":
                by_type = {
                    one: layer.aggregate(
                        QgsAggregateCalculator.Aggregate.Sum, f"if({_is_type(one)}, people, 0)"
                    )[0]
                    for one in layer.uniqueValues(layer.fields().lookupField("service_type"))
                }
                name = max(sorted(by_type), key=by_type.get)
                self.add(_of_type(layer, name), self.group("Base map"), style="buildproject.TOWNS")
                return

    def _add_shared(self, areas: QgsVectorLayer, beside: list, roads: list):
        """A subgroup and a map for each type of service, the most promising first."""
        border = (scenario(areas) or [""])[0]
        group = self.group("What could be shared?", self.text(border))
        group.setIsMutuallyExclusive(True)
        rows = {}
        for one in areas.getFeatures():
            category = rows.setdefault(one["service_type"], {}).setdefault(one["category"], {})
            if isinstance(one["country"], str):
                category[one["country"]] = category.get(one["country"], 0) + one["population"]
        gain = {
            name: sum(sum(found.get(one, {}).values()) for one in ACROSS)
            for name, found in rows.items()
        }
        for name in sorted(rows, key=lambda one: (-gain[one], one)):
            label = self.type_labels.get(name) or name.replace("_", " ").capitalize()
            subgroup = group.addGroup(label)
            subgroup.setCustomProperty(ONE_TYPE, True)
            subgroup.setExpanded(False)
            over = [
                _of_type(one, name)
                for output in (FACILITIES, PLACES)
                for one in beside
                if kind_of(one) == f"{SHARED}.{output}"
            ]
            # areas are opaque: each type has the roads above its own
            over += [one.clone() for one in roads]
            mine = [self.add(one, subgroup) for one in [*over, _of_type(areas, name)]]
            for one in mine:
                _without_heading(one)
            first = next(areas.getFeatures(_is_type(name)))
            words = [
                self.text("threshold {} min", f"{first['threshold_min']:g}"),
                self.text("advantage {} min", f"{first['advantage_min']:g}"),
            ]
            suffix = "" if border == OPEN else f"_{border}"
            self._add_map(
                Map(
                    f"{label}, {self.text(border)}",
                    f"{label}: {self.text('services across the border')}, {self.text('by car')}",
                    self.subtitle(areas, *words),
                    mine,
                    [one for one in reversed(mine) if PLACES not in kind_of(one)],
                    slug(f"map_shared_{name}{suffix}"),
                    rows[name],
                    keyword(areas, "limits"),
                    border == CLOSED,
                )
            )

    def _add_zones(self, layer: QgsVectorLayer):
        border = self.text((scenario(layer) or [""])[0])
        self.add(layer, self.group("What could be shared?", border))
        label = self.text("Shared service zones")
        self._add_map(
            Map(
                f"{label}, {border}",
                f"{label}, {self.text('by car')}",
                self.subtitle(layer),
                [layer],
                [layer],
                slug(f"map_shared_zones_{'' if scenario(layer)[:1] == [OPEN] else border}"),
                limits=keyword(layer, "limits"),
            )
        )

    def _add_accessibility(self, layer: QgsVectorLayer):
        self.add(layer, self.group("Who reaches what?"))
        first = next((one for one in layer.fields().names() if one.startswith("nearest_")), "")
        service = first.partition("_")[2]
        label = self.type_labels.get(service) or service.replace("_", " ").capitalize()
        layer.setName(label)
        self._add_map(
            Map(
                self.text("Who reaches what?"),
                f"{label}: {self.text('travel time to the nearest')}, {self.text('by car')}",
                self.subtitle(layer),
                [layer],
                [layer],
                slug(f"map_nearest_{service}"),
                limits=keyword(layer, "limits"),
            )
        )

    def _add_map(self, one: Map):
        """Keep a map; a second one of the same name gets a number."""
        same = sum(other.slug.startswith(one.slug) for other in self.maps)
        if any(other.slug == one.slug for other in self.maps):
            one.slug, one.name = f"{one.slug}_{same + 1}", f"{one.name} ({same + 1})"
        self.maps.append(one)

    def base_of(self, one: Map) -> list[QgsVectorLayer]:
        """What is drawn on a map beside its own layers; no crossings where none can be used."""
        own = {kind(layer) for layer in one.layers}
        skipped = {"buildroadnetwork.CROSSINGS"} if one.closed else set()
        skipped |= {ROADS} & own
        if f"{SHARED}.{PLACES}" in own:
            skipped.add("buildproject.TOWNS")  # its places have their names
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


def _first(options: list[str], fits) -> int:
    """Number of the first option that fits; the last of all where none does."""
    return next((at for at, one in enumerate(options) if fits(one)), len(options))


def _sort(group, key):
    for child in sorted(group.children(), key=key):
        group.addChildNode(child.clone())
        group.removeChildNode(child)


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
        for one in (begun, begun.with_suffix(".qgd"), Path(f"{begun}~")):
            one.unlink(missing_ok=True)
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
