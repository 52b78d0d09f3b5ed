"""A QGIS project of results: grouped by the question they answer, styled, with a map for each."""

from __future__ import annotations

from qgis.core import (
    QgsBookmark,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsLayerTreeModel,
    QgsMapThemeCollection,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ..core.crossborder.shared import POTENTIALLY_SHARED
from ..core.words import phrase, text
from . import design
from . import questions as asked
from .forms import explain_fields
from .identity import keyword, kind_of, scenario
from .maps import (
    BY_ROAD,
    OPEN,
    OPEN_AND_SHUT,
    SHUT,
    Map,
    border_of,
    gaining,
    how,
    is_lost,
    is_points,
    is_schematic,
    of_type,
    people_by_type,
    slug,
    types_in,
    without_heading,
)
from .styling import style_layer

ONE_TYPE, KIND = "smartplanning:one_type", "smartplanning:kind"


def kind(layer: QgsVectorLayer) -> str:
    """What a layer of a project is drawn as: its own kind, or its part in the background."""
    return layer.customProperty(KIND, "")


class ProjectBuilder:
    """Puts layers into a project; `maps` are what it can show.

    Parameters
    ----------
    title, language : str
    crs : QgsCoordinateReferenceSystem
    type_labels : dict
        Language -> name of a type of service -> what it is called.
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
        self.order: dict[str, int] = {}  # of the types of service, the most promising first
        self.gaining: set[str] = set()  # types of which somebody is nearer to one abroad

    def text(self, english: str, *values) -> str:
        return text(english, self.language, *values)

    def label(self, service_type: str, language: str = "") -> str:
        """What a type of service is called."""
        language = language or self.language
        known = self.type_labels.get(language, {}).get(service_type)
        return known or text(service_type.replace("_", " ").capitalize(), language)

    def add(self, layer: QgsVectorLayer, group, name: str = "", style: str = "") -> QgsVectorLayer:
        """Add a layer to a group, styled, named, its fields and codes in words."""
        drawn_as = style or kind_of(layer)
        style_layer(layer, self.language, drawn_as)
        layer.setCustomProperty(KIND, drawn_as)
        known = asked.NAMES.get(drawn_as) or asked.ANSWERS.get(drawn_as, ("", ""))[1]
        if name or known:
            layer.setName(name or self.text(known))
        explain_fields(layer, self.language)
        self.project.addMapLayer(layer, False)
        group.addLayer(layer).setExpanded(False)
        return layer

    def group(self, question: str, *more: str):
        """The group of a question, made when it is first asked."""
        name = " – ".join([self.text(question), *more])
        return self.root.findGroup(name) or self.root.addGroup(name)

    def add_background(self, countries: QgsVectorLayer, border: QgsVectorLayer | None):
        """Land below and boundaries above all, from the polygons of the countries."""
        over = self.group(asked.BASE)
        if border is not None:
            self.add(border, over, style=asked.BORDER)
        self.add(countries.clone(), over, style=asked.UNITS)
        self.add(countries.clone(), self.group(asked.BACKGROUND), style=asked.LAND)

    def add_results(self, layers: list[QgsVectorLayer]):
        """Every layer to the question that it answers."""
        roads = [one for one in layers if kind_of(one) == asked.ROADS][:1]
        areas = [one for one in layers if kind_of(one) == asked.AREAS]
        by_type = [one for one in layers if kind_of(one) in asked.BY_TYPE]
        for one in sorted(areas, key=lambda one: border_of(one) != OPEN):
            beside = [other for other in by_type if scenario(other) == scenario(one)]
            self._add_shared(one, beside, roads)
        drawn = [*areas, *(one for one in by_type if scenario(one) in map(scenario, areas))]
        order = list(asked.ANSWERS)
        rest = [one for one in layers if one not in drawn]
        rest.sort(key=lambda one: _first(order, kind_of(one).__eq__))
        for one in rest:
            question, title = asked.ANSWERS.get(kind_of(one), (asked.GIVEN, ""))
            if not one.isSpatial():
                self.add(one, self.group(asked.TABLES))
                continue
            split = question in (asked.SHARE, asked.CLOSED) and self._state(one)
            group = self.group(question, *([split] if split else []))
            group = self._together(one, group)
            if not types_in(one):
                self.add(one, group)
            elif one.featureCount():
                self._add_by_type(one, question, title, group, by_type)
        for one in rest:
            question, title = asked.ANSWERS.get(kind_of(one), ("", ""))
            if title and one.isSpatial() and one.featureCount() and not types_in(one):
                self._add_result_map(one, question, title, rest)
        self._add_towns(by_type)

    def _add_towns(self, by_type: list[QgsVectorLayer]):
        """Names on every map, from the places of the type with most people."""
        places = [one for one in by_type if kind_of(one) == asked.PLACES]
        if not places:
            return
        people = {}
        for one in places[0].getFeatures():
            people[one["service_type"]] = people.get(one["service_type"], 0) + one["people"]
        towns = of_type(places[0], max(sorted(people), key=people.get))
        self.add(towns, self.group(asked.BASE), style=asked.TOWNS)

    def _add_shared(self, areas: QgsVectorLayer, beside: list, roads: list):
        """A subgroup and a map for each type of service, the most promising first."""
        group = self.group(asked.SHARE, self.text(border_of(areas)))
        group.setIsMutuallyExclusive(True)
        rows = people_by_type(areas)
        order = sorted(rows, key=lambda one: (-gaining(rows[one]), one))
        drawn = order
        if border_of(areas) == SHUT:
            # beside the map of the open border, where that shows that somebody would lose
            order = sorted(rows, key=self._rank)
            drawn = [one for one in order if one in self.gaining] or order[:1]
        elif not self.order:
            self.order = {name: at for at, name in enumerate(order)}
            self.gaining = {name for name in order if gaining(rows[name])}
        for name in order:
            subgroup = group.addGroup(self.label(name))
            subgroup.setCustomProperty(ONE_TYPE, True)
            over = sorted(beside, key=kind_of)  # facilities above places
            mine = [of_type(one, name) for one in over]
            # areas are opaque: each type has the roads above its own
            mine += [*(one.clone() for one in roads), of_type(areas, name)]
            for one in mine:
                without_heading(self.add(one, subgroup))
            if name not in drawn:
                continue
            first = next(mine[-1].getFeatures())

            def title(language, name=name):
                return f"{self.label(name, language)}: {text(TITLE_SHARED, language)}"

            def subject(language, name=name):
                return self.label(name, language)

            limits = [
                ("threshold {} min", f"{first['threshold_min']:g}"),
                ("advantage {} min", f"{first['advantage_min']:g}"),
            ]
            self._add_map(
                areas, asked.SHARE, title, f"map_shared_{name}", mine, rows[name], limits, subject
            )

    def _together(self, layer: QgsVectorLayer, group):
        """A subgroup for what is drawn on one map, where else one of a group is shown at a time."""
        for main, besides in asked.BESIDE.items():
            if kind_of(layer) in (main, *besides) and group.isMutuallyExclusive():
                name = self.text(asked.ANSWERS[main][1])
                return group.findGroup(name) or group.addGroup(name)
        return group

    def _rank(self, name: str) -> tuple:
        """Types in the order of what could be shared, those not known there by name."""
        return self.order.get(name, len(self.order)), name

    def _state(self, layer: QgsVectorLayer) -> str:
        """The border of a result in words, where it is not what its question says anyway."""
        border = border_of(layer)
        return "" if border == OPEN_AND_SHUT else phrase(border, self.language)

    def _add_by_type(self, layer, question: str, title: str, group, by_type: list):
        """A layer and a map for each type of service, of which one is shown at a time."""
        group = group.addGroup(self.text(asked.NAMES[kind_of(layer)]))
        group.setIsMutuallyExclusive(True)
        effect = kind_of(layer) == asked.EFFECT
        if effect and SHUT not in border_of(layer):
            title = "what a delay at the border would change"
        if how(layer) == BY_ROAD:
            title = title.replace("travel time", "distance")
        file = {asked.ACCESS: "nearest", asked.EFFECT: "closed_border"}.get(
            kind_of(layer), "catchments"
        )
        order = sorted(types_in(layer), key=self._rank)
        drawn = [one for one in order if not effect or is_lost(layer, one)] or order[:1]
        besides = [
            one
            for one in by_type
            if kind_of(one) in asked.BESIDE.get(kind_of(layer), [])
            and scenario(one) == scenario(layer)
        ]
        for name in order:
            into = group
            if besides:
                into = group.addGroup(self.label(name))
                into.setCustomProperty(ONE_TYPE, True)
            beside = [self.add(of_type(one, name), into) for one in besides]
            mine = self.add(of_type(layer, name), into, "" if besides else self.label(name))
            for one in (*beside, mine):
                without_heading(one)
            if name not in drawn:
                continue

            def said(language, name=name):
                return f"{self.label(name, language)}: {text(title, language)}"

            def subject(language, name=name):
                catchments = kind_of(layer) == asked.CATCHMENTS
                return said(language, name) if catchments else self.label(name, language)

            self._add_map(
                layer, question, said, f"map_{file}_{name}", [*beside, mine], subject=subject
            )

    def _add_result_map(self, layer: QgsVectorLayer, question: str, title: str, others: list):
        """The map of a result that is one layer, with what is drawn beside it."""
        beside = [
            one
            for wanted in asked.BESIDE.get(kind_of(layer), [])
            for one in others
            if kind_of(one) == wanted and scenario(one) == scenario(layer)
        ]
        file = f"map_{kind_of(layer).replace('.OUTPUT', '').replace('.', '_')}"
        if kind_of(layer) == asked.ZONES:
            file = "map_shared_zones"

        def said(language):
            words = [self.label(indicator, language)] if indicator else []
            return ": ".join([*words, text(title, language)])

        indicator = ""
        if kind_of(layer) == asked.TRENDS:
            indicator = next((one["indicator"] for one in layer.getFeatures()), "")
        self._add_map(layer, question, said, file, [*beside, layer])

    def _add_map(
        self, made_of, question, title, file, layers, people=None, values=(), subject=None
    ):
        """Keep a map; a second one of the same name gets a number."""
        border, way = border_of(made_of), how(made_of)
        border = "" if border == OPEN_AND_SHUT else border
        suffix = "" if border in ("", OPEN) else f"_{border}"
        file = slug(f"{file}{suffix}")
        number = 1 + sum(one.slug == file or one.slug.startswith(f"{file}__") for one in self.maps)

        def in_full(language):
            return ", ".join(one for one in (title(language), text(way, language)) if one)

        def subtitle(language):
            """Whether the data are schematic, and the scenario beside what the title says."""
            words = [text("schematic", language).upper()] if is_schematic(made_of) else []
            words += [
                phrase(one, language).replace("_", " ")
                for one in scenario(made_of)
                if one not in ("by car", way)
            ]
            words += [text(english, language, value) for english, value in values]
            return " · ".join(one for one in words if one)

        self.maps.append(
            Map(
                question, subject or title, in_full, subtitle, layers,
                file if number == 1 else f"{file}__{number}",
                border, number, people or {}, keyword(made_of, "limits"),
            )
        )  # fmt: skip

    def base_of(self, one: Map) -> list[QgsVectorLayer]:
        """What is drawn on a map beside its own layers; no crossings where none can be used."""
        own = {kind(layer) for layer in one.layers}
        skipped = {asked.CROSSINGS} if one.closed or "bordercrossings.OUTPUT" in own else set()
        skipped |= {asked.ROADS} & own
        if any(kind(layer) in asked.NAMED and is_points(layer) for layer in one.layers):
            skipped.add(asked.TOWNS)
        if own & asked.NAMED_AREAS:
            skipped.add(asked.TOWNS)
        return [
            node.layer()
            for node in self.root.findLayers()
            if kind(node.layer()) in asked.EVERYWHERE - skipped
            and node.layer().isSpatial()
            and not node.parent().customProperty(ONE_TYPE, False)
        ]

    def finish(self):
        """Groups in their order, a theme for each map, bookmarks, and the first map shown."""
        names = [self.text(one) for one in asked.GROUPS]
        _sort(self.root, lambda one: _first(names, one.name().startswith))
        over = self.root.findGroup(names[0])
        if over is not None:
            _sort(over, lambda one: _first(asked.OVER_ALL, kind(one.layer()).__eq__))
        order = {question: at for at, question in enumerate(asked.QUESTIONS)}
        self.maps.sort(key=lambda one: order[one.question])
        self._name_maps()
        model = QgsLayerTreeModel(self.root)
        for one in reversed(self.maps):
            self._show({layer.id() for layer in [*one.layers, *self.base_of(one)]})
            self.project.mapThemeCollection().insert(
                one.name, QgsMapThemeCollection.createThemeFromCurrentState(self.root, model)
            )
        self.project.viewSettings().setDefaultViewExtent(
            QgsReferencedRectangle(self.extent(), self.project.crs())
        )
        self._add_bookmarks()

    def _name_maps(self):
        """A theme is called by its question and its subject: the list of themes is a contents."""
        for one in self.maps:
            one.name = f"{self.text(one.question)} {one.called(self.language)}"

    def _add_bookmarks(self):
        """The whole, each border crossing and each shared zone, by name."""
        places = [(self.text("The whole area"), self.extent())]
        for wanted, around in ((asked.CROSSINGS, 8000), (asked.ZONES, 2000)):
            layer = next((one for one in self._layers() if kind(one) == wanted), None)
            for one in layer.getFeatures() if layer is not None else ():
                name = one.attribute("name") if "name" in layer.fields().names() else None
                box = self._to_project(one.geometry().boundingBox(), layer.crs())
                title = f"{layer.name()}: {name}" if isinstance(name, str) else layer.name()
                places.append((title, box.buffered(around)))
        for name, extent in places:
            bookmark = QgsBookmark()
            bookmark.setName(name)
            bookmark.setGroup("Smart Planning")
            bookmark.setExtent(QgsReferencedRectangle(extent, self.project.crs()))
            self.project.bookmarkManager().addBookmark(bookmark)

    def _layers(self):
        return [node.layer() for node in self.root.findLayers() if node.layer().isSpatial()]

    def _to_project(self, box: QgsRectangle, crs) -> QgsRectangle:
        if crs == self.project.crs():
            return box
        return QgsCoordinateTransform(crs, self.project.crs(), self.project).transformBoundingBox(
            box
        )

    def _show(self, ids: set):
        """Check what is to be seen; types of services are switched as a whole."""
        quiet = [self.text(one) for one in (asked.BASE, asked.NETWORK, asked.BACKGROUND)]
        for node in self.root.findLayers():
            in_type = node.parent().customProperty(ONE_TYPE, False)
            node.setItemVisibilityChecked(bool(in_type) or node.layerId() in ids)
        for group in self.root.findGroups(True):
            shown = any(node.layerId() in ids for node in group.findLayers())
            group.setItemVisibilityChecked(shown)
            group.setExpanded(shown and group.name() not in quiet)
            if group.customProperty(ONE_TYPE, False):
                group.findLayers()[-1].setExpanded(shown)  # the areas and what they mean

    def extent_of(self, one: Map) -> QgsRectangle:
        """What a map shows: all of its own where it is about whole units and regions."""
        whole = any(kind(layer) in asked.WHOLE for layer in one.layers)
        if not whole and one.question not in (asked.WHICH, asked.WHOM, asked.GOOD):
            return self.extent()
        extent = QgsRectangle()
        for layer in one.layers:
            box = layer.extent()
            if not box.isNull() and box.isFinite():
                extent.combineExtentWith(self._to_project(box, layer.crs()))
        if extent.isEmpty():
            return self.extent()
        return extent.buffered(0.04 * max(extent.width(), extent.height()))

    def extent(self) -> QgsRectangle:
        """What all maps show, so that they compare: where services are in reach of both sides."""
        layers = [one for map_ in self.maps for one in map_.layers] or [
            one for one in self.project.mapLayers().values() if one.isSpatial()
        ]
        areas = [one for one in layers if kind(one) == asked.AREAS]
        request = QgsFeatureRequest().setFilterExpression(
            f'"category" IN ({", ".join(repr(one) for one in POTENTIALLY_SHARED)})'
        )
        extent = QgsRectangle()
        for layer in areas:
            for one in layer.getFeatures(request):
                box = one.geometry().boundingBox()
                extent.combineExtentWith(self._to_project(box, layer.crs()))
        for layer in [] if not extent.isEmpty() else areas or layers:
            if layer.extent().isNull() or not layer.extent().isFinite():  # no row has a geometry
                continue
            extent.combineExtentWith(self._to_project(layer.extent(), layer.crs()))
        return extent.buffered(0.05 * max(extent.width(), extent.height()))


TITLE_SHARED = "services across the border"


def _first(options: list[str], fits) -> int:
    """Number of the first option that fits; the last of all where none does."""
    return next((at for at, one in enumerate(options) if fits(one)), len(options))


def _sort(group, key):
    for child in sorted(group.children(), key=key):
        group.addChildNode(child.clone())
        group.removeChildNode(child)
