"""An atlas: a page for each municipality, with what is known of its services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsExpression,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsScaleBarSettings,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

from . import design
from . import questions as asked
from .layout import fill_legend, fill_words, limits_text, template
from .maps import Map
from .project import ProjectBuilder, kind

INVENTORY = "serviceinventory.OUTPUT"
NAME = "name"
MARGIN = 0.35  # of the municipality's extent, so that its neighbours are seen


def add_atlas(builder: ProjectBuilder, sources: str) -> QgsPrintLayout | None:
    """The atlas over the administrative units; None without names, or without a map to show."""
    layers = builder.project.mapLayers().values()
    units = next((one for one in layers if kind(one) == asked.UNITS), None)
    shown = next((one for one in builder.maps if one.question == asked.SHARE), None)
    shown = shown or next(iter(builder.maps), None)
    if units is None or shown is None or units.fields().lookupField(NAME) < 0:
        return None
    layout = QgsPrintLayout(builder.project)
    layout.loadFromTemplate(template("a4_landscape"), QgsReadWriteContext())
    layout.setName(builder.text("Atlas of municipalities"))
    fill_words(
        layout,
        title=f'[% "{NAME}" %]',
        subtitle=f"{shown.title(builder.language)} · {shown.subtitle(builder.language)}",
        limits=limits_text(builder, shown),
        source=sources,
    )
    fill_legend(layout.itemById("legend"), builder, _without_people(shown))
    chart = layout.itemById("map")
    chart.setCrs(builder.project.crs())
    chart.setFollowVisibilityPreset(True)
    chart.setFollowVisibilityPresetName(shown.name)
    chart.setAtlasDriven(True)
    chart.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
    chart.setAtlasMargin(MARGIN)
    bar = layout.itemById("scale")  # each page has a scale of its own
    bar.setSegmentSizeMode(QgsScaleBarSettings.SegmentSizeMode.SegmentSizeFitWidth)
    bar.setMinimumBarWidth(25)
    bar.setMaximumBarWidth(50)
    _add_facts(layout, builder)
    atlas = layout.atlas()
    atlas.setEnabled(True)
    atlas.setCoverageLayer(units)
    atlas.setSortFeatures(True)
    atlas.setSortExpression(QgsExpression.quotedColumnRef(NAME))
    atlas.setPageNameExpression(QgsExpression.quotedColumnRef(NAME))
    builder.project.layoutManager().addLayout(layout)
    return layout


def _without_people(one: Map) -> Map:
    """The people in the legend are those of the whole area, not of the page."""
    return replace(one, people={})


def _add_facts(layout: QgsPrintLayout, builder: ProjectBuilder) -> None:
    """Services of the municipality, where the study has an inventory, in place of the chart."""
    picture = layout.itemById("chart")
    place, size = picture.positionWithUnits(), picture.sizeWithUnits()
    layout.removeLayoutItem(picture)
    inventory = next(
        (one for one in builder.project.mapLayers().values() if kind(one) == INVENTORY), None
    )
    if inventory is None:
        return
    item = QgsLayoutItemLabel(layout)
    layout.addLayoutItem(item)
    item.setId("facts")
    item.attemptMove(place)
    item.attemptResize(size)
    font = QFont(design.FONT)
    font.setPointSizeF(8)
    item.setFont(font)
    item.setMarginX(0)
    item.setText(f"[% {facts(inventory, builder)} %]")


def facts(inventory: QgsVectorLayer, builder: ProjectBuilder) -> str:
    """An expression: a line for each type of service with its number and the way to the nearest."""
    names = inventory.fields().names()
    types = [one.removeprefix("n_") for one in names if one.startswith("n_")]
    quoted = QgsExpression.quotedString
    zone = f'get_feature({quoted(inventory.id())}, {quoted(NAME)}, "{NAME}")'
    lines = [quoted(builder.text("Services here; minutes to the nearest; abroad"))]
    for one in types:
        number = f"coalesce(to_string(attribute({zone}, {quoted('n_' + one)})), '–')"
        parts = [f"{quoted(builder.label(one) + ': ')} || {number}"]
        for prefix in ("nearest_min_", "nearest_abroad_min_"):
            if prefix + one in names:
                minutes = f"round(attribute({zone}, {quoted(prefix + one)}))"
                parts.append(f"'; ' || coalesce(to_string({minutes}), '–')")
        lines.append(" || ".join(parts))
    return " || '\\n' || ".join(lines)


def export_atlas(layout: QgsPrintLayout, path: Path) -> None:
    """Write all pages into one PDF."""
    settings = QgsLayoutExporter.PdfExportSettings()
    done, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), settings)
    if done != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"{path.name}: {message}")
