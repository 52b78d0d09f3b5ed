"""An atlas: a page for each municipality, with what is known of its services."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from qgis.core import (
    QgsExpression,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsScaleBarSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFont

from . import design
from . import questions as asked
from .layout import (
    fill_legend,
    fill_words,
    limits_text,
    of_its_layers,
    pdf_settings,
    template,
)
from .maps import Map
from .project import ProjectBuilder, kind

NAME = "name"
#: Of the table on a page, in mm.
WIDTHS, HIGHEST = (42, 9, 18, 15), 6.6
MARGIN = 0.35  # of the municipality's extent, so that its neighbours are seen


def add_atlas(builder: ProjectBuilder, sources) -> QgsPrintLayout | None:
    """The atlas over the administrative units; None without names, or without a map to show.

    Parameters
    ----------
    sources : callable
        Gives the words about the sources of a map.
    """
    layers = builder.project.mapLayers().values()
    by_kind = {kind(one): one for one in layers}
    inventory = by_kind.get(asked.INVENTORY)
    units = inventory or by_kind.get(asked.UNITS)
    shown = next((one for one in builder.maps if one.question == asked.SHARE), None)
    shown = shown or next(iter(builder.maps), None)
    if units is None or shown is None or units.fields().lookupField(NAME) < 0:
        return None
    layout = QgsPrintLayout(builder.project)
    layout.loadFromTemplate(template("a4_landscape"), QgsReadWriteContext())
    layout.setName(builder.text("Atlas of municipalities"))
    words = [builder.project.title(), shown.title(builder.language)]
    words.append(shown.subtitle(builder.language))
    fill_words(
        layout, subtitle=" · ".join(filter(None, words)), limits=limits_text(builder, shown),
        source=sources(shown),
    )  # fmt: skip
    layout.itemById("title").setText(f'[% "{NAME}" %]')
    fill_legend(
        layout.itemById("legend"), builder, _without_people(shown), builder.extent_of(shown)
    )
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
    _add_facts(layout, builder, inventory)
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


def _add_facts(layout: QgsPrintLayout, builder: ProjectBuilder, inventory) -> None:
    """Services of the municipality, where the study has an inventory, in place of the chart."""
    picture = layout.itemById("chart")
    left, top = picture.positionWithUnits().x(), picture.positionWithUnits().y()
    height = picture.sizeWithUnits().height()
    layout.removeLayoutItem(picture)
    rows = facts(inventory, builder) if inventory is not None else []
    row_height = min(HIGHEST, height / max(1, len(rows)))  # two lines, where there is room
    for number, row in enumerate(rows):
        x = left
        for column, (width, said) in enumerate(zip(WIDTHS, row)):
            item = QgsLayoutItemLabel(layout)
            layout.addLayoutItem(item)
            item.setId(f"fact_{number}_{column}")
            item.attemptMove(QgsLayoutPoint(x, top + number * row_height))
            item.attemptResize(QgsLayoutSize(width, row_height))
            x += width
            font = QFont(design.FONT)
            font.setPointSizeF(7)
            font.setBold(number == 0)
            if hasattr(item, "setTextFormat"):  # since QGIS 3.24
                written = QgsTextFormat()
                written.setFont(font)
                written.setSize(font.pointSizeF())
                item.setTextFormat(written)
            else:
                item.setFont(font)
            item.setMarginX(0)
            item.setMarginY(0)
            item.setHAlign(Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft)
            item.setVAlign(Qt.AlignmentFlag.AlignBottom)
            item.setText(said)


def facts(inventory: QgsVectorLayer, builder: ProjectBuilder) -> list[list[str]]:
    """The table of a page, of texts and expressions: a row for each type of service."""
    names = inventory.fields().names()
    columns = {
        "n_": "here", "nearest_min_": "nearest, min", "nearest_abroad_min_": "abroad, min"
    }  # fmt: skip
    types = [one.removeprefix("nearest_min_") for one in names if one.startswith("nearest_min_")]
    rows = [[builder.text("Services"), *map(builder.text, columns.values())]]
    for one in types:
        cells = [
            f"[% coalesce(to_string(round(\"{prefix}{one}\")), '–') %]"
            if prefix + one in names
            else "–"
            for prefix in columns
        ]
        rows.append([builder.label(one), *cells])
    return rows


def export_atlas(layout: QgsPrintLayout, path: Path) -> None:
    """Write all pages into one PDF."""
    with of_its_layers(layout):
        done, message = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), pdf_settings())
    if done != QgsLayoutExporter.ExportResult.Success:
        raise OSError(f"{path.name}: {message}")
