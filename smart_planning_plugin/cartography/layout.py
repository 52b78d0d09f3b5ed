"""Pages for print: the template filled in for a map, and exported to PDF and PNG."""

from __future__ import annotations

import contextlib
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutExporter,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsUnitTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.words import LANGUAGES, people, phrase
from . import questions as asked
from .charts import inline, people_chart
from .maps import Map
from .project import ProjectBuilder, kind

LAYOUTS = Path(__file__).parent / "layouts"
DPI = 150
#: What is on every map and explained on every page.
NOT_IN_LEGEND = {asked.PLACES}  # they have the colours of the areas
IN_LEGEND = {asked.BORDER, asked.CROSSINGS, asked.ROADS}
#: Under these names a page keeps its words in each language, for the handbook.
TITLE, SUBTITLE = "smartplanning:title", "smartplanning:subtitle"
QUESTION = "smartplanning:question"


def add_layout(builder: ProjectBuilder, one: Map, sources: str, page: str = "a4") -> QgsPrintLayout:
    """A page of the project for a map; upright or across, as its extent asks.

    Parameters
    ----------
    page : str
        ``a4`` or ``a3``.
    """
    project, extent, language = builder.project, builder.extent_of(one), builder.language
    upright = extent.height() > 0.9 * extent.width()
    layout = QgsPrintLayout(project)
    name = f"{page}_{'portrait' if upright else 'landscape'}"
    layout.loadFromTemplate(template(name), QgsReadWriteContext())
    layout.setName(one.name if page == "a4" else f"{one.name} ({page.upper()})")
    chart = layout.itemById("map")
    chart.setCrs(project.crs())
    chart.zoomToExtent(extent)
    chart.setFollowVisibilityPreset(True)
    chart.setFollowVisibilityPresetName(one.name)
    said = " · ".join(filter(None, [project.title(), one.subtitle(language)]))
    fill_words(
        layout, title=one.title(language), subtitle=said,
        limits=limits_text(builder, one), source=sources,
    )  # fmt: skip
    layout.setCustomProperty(QUESTION, one.question)
    for code in LANGUAGES:
        layout.setCustomProperty(f"{TITLE}:{code}", one.title(code))
        layout.setCustomProperty(f"{SUBTITLE}:{code}", one.subtitle(code))
    fill_legend(layout.itemById("legend"), builder, one, chart.extent())
    drawn = people_chart(one.people, language)
    picture = layout.itemById("chart")
    if drawn:
        picture.setPicturePath(inline(drawn), picture.Format.FormatSVG)
    else:
        layout.removeLayoutItem(picture)
    layout.itemById("scale").applyDefaultSize(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    project.layoutManager().addLayout(layout)
    return layout


def fill_words(layout, **words: str) -> None:
    """Set texts of a page by the names of its items; an expression among them stays a text."""
    for item, said in words.items():
        layout.itemById(item).setText(said.replace("[%", "[ %"))


def limits_text(builder: ProjectBuilder, one: Map) -> str:
    """What a reader of the page has to know."""
    limits = ["schematic sample data, not for decisions" if word == "schematic" else word
              for word in one.limits]  # fmt: skip
    words = f"{builder.text('Limits of these figures')}: "
    words += "; ".join(phrase(word, builder.language) for word in limits) + ". "
    if one.people:
        words += builder.text("People are those who live there, in the whole study area.") + " "
    if one.question in (asked.SHARE, asked.REACH, asked.CLOSED):
        words += builder.text("Reachable is not the same as shared.")
    return words.strip()


def template(name: str) -> QDomDocument:
    """The page of a size."""
    document = QDomDocument()
    document.setContent((LAYOUTS / f"{name}.qpt").read_text(encoding="utf-8"))
    return document


def fill_legend(legend, builder: ProjectBuilder, one: Map, extent: QgsRectangle):
    """The map's own layers, with the people in each category, and what is on every map."""
    model = legend.model()
    model.rootGroup().clear()
    base = [layer for layer in builder.base_of(one) if kind(layer) in IN_LEGEND]
    own = [layer for layer in reversed(one.layers) if kind(layer) not in NOT_IN_LEGEND]
    for layer in [*own, *base]:
        node = model.rootGroup().addLayer(layer)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        shown = []
        for number, entry in enumerate(layer.renderer().legendSymbolItems()):
            rule = layer.renderer().rootRule().findRuleByKey(entry.ruleKey())
            if not in_legend(layer, rule, builder.project, extent):
                continue
            shown.append(number)
            words = _people(rule, one, builder.language)
            if words:
                label = f"{entry.label()}:\n{words}"
                QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, number, label)
        QgsMapLayerLegendUtils.setLegendNodeOrder(node, shown)
        model.refreshLayerLegend(node)


def in_legend(layer, rule, project, extent: QgsRectangle) -> bool:
    """All categories, so that maps compare; of the rest what there is within an extent."""
    if rule.symbol() is None or kind(layer) == asked.AREAS:
        return rule.symbol() is not None
    where = rule.filterExpression()
    if kind(layer) == asked.ROADS and "'ferry'" not in where:
        return False
    if where == "ELSE":
        others = [one.filterExpression() for one in rule.parent().children() if one is not rule]
        others = [f"coalesce({one}, FALSE)" for one in others if one not in ("", "ELSE")]
        where = f"NOT ({' OR '.join(others)})" if others else ""
    request = QgsFeatureRequest().setLimit(1).setNoAttributes()
    request.setDestinationCrs(project.crs(), project.transformContext()).setFilterRect(extent)
    if where:
        scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
        request.setFilterExpression(where).setExpressionContext(QgsExpressionContext(scopes))
    return next(layer.getFeatures(request), None) is not None


def _people(rule, one: Map, language: str) -> str:
    """The people of each country in the category of a rule."""
    found = [here for name, here in one.people.items() if f"'{name}'" in rule.filterExpression()]
    return ", ".join(
        f"{code} {people(value, language)}"
        for here in found
        for code, value in sorted(here.items())
        if value > 0
    )


def pdf_settings() -> QgsLayoutExporter.PdfExportSettings:
    """Words stay words: they can be searched and copied."""
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    return settings


def visible_layers(project: QgsProject, theme: str) -> list:
    """Layers of a theme, the upper ones first."""
    order = {one.id(): at for at, one in enumerate(project.layerTreeRoot().layerOrder())}
    layers = project.mapThemeCollection().mapThemeVisibleLayers(theme)
    return sorted(layers, key=lambda one: order[one.id()])


@contextlib.contextmanager
def of_its_layers(layout: QgsPrintLayout):
    """The map of a page as a list of layers: QGIS writes out all styles of a theme on each page."""
    chart = layout.itemById("map")
    layers = visible_layers(layout.project(), chart.followVisibilityPresetName())
    chart.setFollowVisibilityPreset(False)
    chart.setKeepLayerSet(True)
    chart.setLayers(layers)
    try:
        yield
    finally:
        chart.setLayers([])
        chart.setKeepLayerSet(False)
        chart.setFollowVisibilityPreset(True)


def export(layout: QgsPrintLayout, folder: Path, name: str) -> None:
    """Write a page as PDF and PNG."""
    exporter = QgsLayoutExporter(layout)
    with of_its_layers(layout):
        made = exporter.exportToPdf(str(folder / f"{name}.pdf"), pdf_settings())
        if made != QgsLayoutExporter.ExportResult.Success:
            raise OSError(f"{name}: {exporter.errorMessage()}")
        # exportToImage would have GDAL write a place on earth into the PNG, which it cannot
        if not exporter.renderPageToImage(0, dpi=DPI).save(str(folder / f"{name}.png")):
            raise OSError(f"{name}.png cannot be written")
