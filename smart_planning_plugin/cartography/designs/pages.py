"""The page of a map."""

from __future__ import annotations

from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsReadWriteContext,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from .. import design
from .files import settle


def text_format(size, color=design.INK, bold=False):
    """Text of the design."""
    form = QgsTextFormat()
    form.setFont(QFont(design.FONT))
    form.setNamedStyle("Bold" if bold else "Regular")
    form.setSize(size)
    form.setColor(QColor(color))
    return form


def place(layout, item, name, x, y, width, height):
    """Put an item on the page, in mm from its upper left corner."""
    layout.addLayoutItem(item)
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))
    return item


def label(layout, name, box, size, color=design.INK, bold=False):
    """A text to be filled in; until then it shows its own name."""
    item = place(layout, QgsLayoutItemLabel(layout), name, *box)
    item.setText(name)
    font = QFont(design.FONT)
    font.setPointSizeF(size)
    font.setBold(bold)
    item.setFont(font)
    item.setFontColor(QColor(color))
    item.setHAlign(Qt.AlignmentFlag.AlignLeft)
    item.setMarginX(0)
    item.setMarginY(0)
    return item


def write_page(project, path, width, height):
    """A page with title, subtitle, map, legend, scale, and what a reader has to know."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(path.stem)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))
    edge = 10
    inner = width - 2 * edge
    upright = height > width  # narrow: texts take a line more
    large = 1.2 if max(width, height) > 300 else 1  # letters of a larger page
    head, foot = (24 + 4 * upright * large, 24 + 4 * upright)
    side, low = 84 * large, 56 * large
    legend = (
        (edge, height - foot - low, inner - side, low - 2)
        if upright
        else (width - edge - side, head + 4, side, height - head - foot - 6)
    )
    frame = (
        (edge, head + 4, inner, legend[1] - head - 6)
        if upright
        else (edge, head + 4, inner - side - 4, height - head - foot - 6)
    )
    label(layout, "title", (edge, edge, inner, 8), 16 * large, bold=True)
    label(layout, "subtitle", (edge, edge + 8.5, inner, head - 16), 9.5 * large, design.MUTED)

    chart = place(layout, QgsLayoutItemMap(layout), "map", *frame)
    chart.setExtent(QgsRectangle(0, 0, frame[2] * 1000, frame[3] * 1000))  # keeps its shape
    chart.setFrameEnabled(True)
    chart.setFrameStrokeColor(QColor(design.LAND_EDGE))
    chart.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    chart.setBackgroundColor(QColor(design.SEA))

    key = place(layout, QgsLayoutItemLegend(layout), "legend", *legend)
    # not linked to the map: QGIS would write out the styles of all layers whenever a page is opened
    key.setAutoUpdateModel(False)
    key.setResizeToContents(False)
    key.setColumnCount(2 if upright else 1)
    key.setSplitLayer(True)
    key.setWrapString("\n")
    key.setSymbolWidth(6)
    key.setSymbolHeight(3.6)
    for style, size, bold in (
        (QgsLegendStyle.Style.Group, 9 * large, True),
        (QgsLegendStyle.Style.Subgroup, 8.5 * large, True),
        (QgsLegendStyle.Style.SymbolLabel, 8 * large, False),
    ):
        font = QFont(design.FONT)
        font.setPointSizeF(size)
        font.setBold(bold)
        key.setStyleFont(style, font)
    key.setFontColor(QColor(design.INK))

    picture = place(
        layout,
        QgsLayoutItemPicture(layout),
        "chart",
        width - edge - side,
        legend[1] if upright else legend[1] + legend[3] - 12 - 52 * large,
        side,
        (42 if upright else 50) * large,
    )
    picture.setResizeMode(QgsLayoutItemPicture.ResizeMode.Zoom)

    bar = place(
        layout,
        QgsLayoutItemScaleBar(layout),
        "scale",
        width - edge - side + 2,
        legend[1] + legend[3] - 12,
        55,
        10,
    )
    bar.setLinkedMap(chart)
    bar.setStyle("Line Ticks Up")
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setNumberOfSegmentsLeft(0)
    bar.setNumberOfSegments(2)
    bar.setUnitsPerSegment(10)
    bar.setMapUnitsPerScaleBarUnit(1)
    bar.setTextFormat(text_format(7))
    bar.setLineWidth(0.3)

    label(layout, "limits", (edge, height - foot + 1, inner, foot - 13.5), 7.5 * large)
    source = label(layout, "source", (edge, height - 12.5, inner, 10), 6.5, design.MUTED)
    source.setVAlign(Qt.AlignmentFlag.AlignTop)
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        raise SystemExit(f"{path} cannot be written")
    settle(path)
