"""Make the styles (``styles/*.qml``) and the pages (``layouts/*.qpt``) from `design.py`.

Run with the Python of QGIS, the oldest that has to read them::

    python3 -m smart_planning_plugin.cartography.make_designs [FOLDER]

Every style is rule-based, so that one way of reading rules translates them all; a field that ends
in an underscore (``"nearest_"``) stands for the first field of the layer that begins so, and
``only_first`` shows one type of service where a layer holds several on top of each other.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from uuid import UUID

from qgis.core import (
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointPatternFillSymbolLayer,
    QgsPrintLayout,
    QgsProject,
    QgsProperty,
    QgsPropertyCollection,
    QgsReadWriteContext,
    QgsRectangle,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from smart_planning_plugin.cartography import design

HERE = Path(__file__).resolve().parent
ONE_TYPE = "One type of service (filter service_type for another)"
ONLY_FIRST = '"service_type" = minimum("service_type")'
ATTRIBUTE = r'[\w:.-]+="[^"]*"'
NAME = "coalesce(attribute($currentfeature, 'name'), attribute($currentfeature, 'place_id'), '')"


# ------------------------------------------------------------------------------ symbols


def fill(color, outline=None, width=0.1, pattern=None):
    """A fill with an outline, where given, and a pattern of the design."""
    symbol = QgsFillSymbol.createSimple(
        {
            "color": color or "#00000000",
            "style": "solid" if color else "no",
            "outline_color": outline or color,
            "outline_style": "solid" if outline else "no",
            "outline_width": str(width),
        }
    )
    for one in _pattern(pattern):
        symbol.appendSymbolLayer(one)
    return symbol


def _pattern(name):
    if name == "dots":
        dots = QgsPointPatternFillSymbolLayer()
        dots.setDistanceX(2.2)
        dots.setDistanceY(2.2)
        dots.setDisplacementX(1.1)
        dots.setSubSymbol(
            QgsMarkerSymbol.createSimple(
                {"name": "circle", "color": "#b08a1e", "size": "0.5", "outline_style": "no"}
            )
        )
        return [dots]
    angles = {"rising": [45], "falling": [135], "level": [0], "cross": [45, 135]}.get(name, [])
    colors = {"rising": "#9c4f06", "falling": "#b5b5b5", "level": "#b9b4a8", "cross": "#f3c9a5"}
    lines = []
    for angle in angles:
        one = QgsLinePatternFillSymbolLayer()
        one.setLineAngle(angle)
        one.setDistance(2.4)
        one.setSubSymbol(QgsLineSymbol.createSimple({"color": colors[name], "width": "0.18"}))
        lines.append(one)
    return lines


def line(color, width, casing=None, dashes=None):
    """A line, with a pale casing where given."""
    properties = {"color": color, "width": str(width), "capstyle": "round", "joinstyle": "round"}
    if dashes:
        properties.update(
            use_custom_dash="1", customdash=dashes, customdash_unit="MM", capstyle="flat"
        )
    symbol = QgsLineSymbol.createSimple(properties)
    if casing:
        wide = {"color": casing, "width": str(width + 0.6), "capstyle": "round"}
        symbol.insertSymbolLayer(0, QgsSimpleLineSymbolLayer.create(wide))
    return symbol


def marker(shape, color, size, outline=design.PAPER, width=0.25):
    """A marker with a pale outline."""
    return QgsMarkerSymbol.createSimple(
        {
            "name": shape,
            "color": color,
            "size": str(size),
            "outline_color": outline,
            "outline_width": str(width),
        }
    )


def sized(symbol, expression):
    """A marker whose area follows the data."""
    symbol.setDataDefinedSize(QgsProperty.fromExpression(expression))
    return symbol


# ------------------------------------------------------------------------------ rules and labels


def rules(pairs, heading=None, only=None):
    """A renderer of (label, filter, symbol); a filter of None means everything else."""
    root = QgsRuleBasedRenderer.Rule(None)
    parent = root
    if heading:
        parent = QgsRuleBasedRenderer.Rule(None, 0, 0, only or "", heading)
        root.appendChild(parent)
    for label, where, symbol in pairs:
        parent.appendChild(
            QgsRuleBasedRenderer.Rule(symbol, 0, 0, "ELSE" if where is None else where, label)
        )
    return QgsRuleBasedRenderer(root)


def labels(*ranks):
    """Labels by rules: (filter, expression, size in points, bold, priority, settings)."""
    root = QgsRuleBasedLabeling.Rule(None)
    for where, expression, size, bold, priority, more in ranks:
        settings = QgsPalLayerSettings()
        settings.fieldName, settings.isExpression = expression, True
        settings.priority = priority
        font = QFont(design.FONT)
        form = QgsTextFormat()
        form.setFont(font)
        form.setNamedStyle("Bold" if bold else "Regular")
        form.setSize(size)
        form.setColor(QColor(more.pop("color", design.INK)))
        halo = QgsTextBufferSettings()
        halo.setEnabled(True)
        halo.setSize(0.7)
        halo.setColor(QColor(255, 255, 255, 210))
        form.setBuffer(halo)
        settings.setFormat(form)
        properties = QgsPropertyCollection()
        rank = more.pop("rank", None)
        if rank:
            key = QgsPalLayerSettings.Property.Priority
            properties.setProperty(key, QgsProperty.fromExpression(rank))
        settings.setDataDefinedProperties(properties)
        minimum_scale = more.pop("minimum_scale", 0)
        obstacle = settings.obstacleSettings()
        obstacle.setIsObstacle(more.pop("obstacle", False))
        settings.setObstacleSettings(obstacle)
        for name, value in more.items():
            setattr(settings, name, value)
        rule = QgsRuleBasedLabeling.Rule(settings, 0, minimum_scale, where)
        root.appendChild(rule)
    return QgsRuleBasedLabeling(root)


def around_point(**more):
    """Settings of a label beside its point."""
    return {
        "placement": QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint,
        "offsetType": QgsPalLayerSettings.OffsetType.FromSymbolBounds,
        "dist": 0.4,
        **more,
    }


def town_labels(people, only="true"):
    """Names of places, the larger the earlier; what is large depends on the data."""
    share = f'coalesce("{people}", 0) / maximum("{people}")'
    rank = f"10 * sqrt({share})"
    unknown = f"attribute($currentfeature, '{people}') IS NULL"
    small = {"color": design.INK, "rank": rank}
    return labels(
        (f"{only} AND {share} >= 0.05", NAME, 8, True, 8, around_point(rank=rank)),
        (f"{only} AND {share} < 0.05 AND {share} >= 0.005", NAME, 6.5, False, 4,
         around_point(**small)),
        (f"{only} AND {share} < 0.005", NAME, 6, False, 1,
         around_point(minimum_scale=300000, **small)),
        (f"{only} AND {unknown}", NAME, 6.5, False, 1, around_point(minimum_scale=600000)),
    )  # fmt: skip


# ------------------------------------------------------------------------------ the styles


def categories(symbol_of):
    """Rules for the categories of a shared service area."""
    return [
        (label, f"\"category\" = '{name}'", symbol_of(color, pattern))
        for name, (color, pattern, label) in design.CATEGORIES.items()
    ]


def minutes(symbol_of):
    """Rules for minutes to the nearest service; not reached is told apart from not used."""
    found, below = [], None
    for limit, color in design.MINUTES.items():
        parts = [f'"nearest_" > {below}'] if below else []
        parts += [f'"nearest_" <= {limit}'] if limit else []
        label = f"{below or 0}–{limit} min" if limit else f"> {below} min"
        found.append((label, " AND ".join([*parts, "\"status\" = 'ok'"]), symbol_of(color)))
        below = limit
    found.append(
        ("Not reached", '"nearest_" IS NULL AND "status" = \'ok\'', symbol_of(design.UNREACHED))
    )
    return found


def people_size(field, largest):
    """An expression for a diameter in mm: the area stands for the people."""
    share = f'coalesce("{field}", 0) / maximum("{field}")'
    return f"1.3 + {largest - 1.3} * sqrt({share})"


def styles():
    """Name of a style -> (geometry, renderer, labelling)."""
    heading = {"heading": ONE_TYPE, "only": ONLY_FIRST}
    people_dot = people_size("people", 6)
    found = {
        "sharedserviceareas.AREAS": (
            "Polygon",
            rules(categories(lambda color, pattern: fill(color, pattern=pattern)), **heading),
            None,
        ),
        "sharedserviceareas.PLACES_OUT.point": (
            "Point",
            rules(
                categories(
                    lambda color, _: sized(
                        marker("circle", color, 2, design.INK, 0.15), people_dot
                    )
                ),
                **heading,
            ),
            town_labels("people", ONLY_FIRST),
        ),
        "sharedserviceareas.PLACES_OUT.polygon": (
            "Polygon",
            rules(
                categories(lambda color, pattern: fill(color, design.PAPER, 0.1, pattern)),
                **heading,
            ),
            None,
        ),
        "sharedserviceareas.FACILITIES": (
            "Point",
            rules(
                [
                    ("Nearest for people of both countries", '"shared" = 1',
                     marker("star", design.STATE_BORDER, 4.6, width=0.3)),
                    ("Not used: see its status", "\"status\" <> 'ok'",
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                    ("Facility", None,
                     marker("square", design.INK, 2.1)),
                ]
            ),
            labels(
                ('"shared" = 1', "coalesce(attribute($currentfeature, 'name'), '')", 6.5, False, 9,
                 around_point(color=design.STATE_BORDER, autoWrapLength=26)),
            ),
        ),
        "sharedserviceareas.SHARED_ZONES": (
            "Polygon",
            rules(
                [("Shared service zone", "", outline(design.CROSSING, 0.6, 1.6, design.ZONE_TINT))]
            ),
            None,
        ),
        "serviceaccessibility.OUTPUT.point": (
            "Point",
            rules(
                [
                    *minutes(lambda color: marker("circle", color, 2.8, design.INK, 0.15)),
                    ("Not used: see its status", None,
                     marker("cross2", design.WARNING, 2.4, design.WARNING)),
                ]
            ),
            town_labels("population"),
        ),
        "serviceaccessibility.OUTPUT.polygon": (
            "Polygon",
            rules(
                [
                    *minutes(lambda color: fill(color, design.PAPER, 0.1)),
                    ("Not used: see its status", None,
                     fill(design.PAPER, design.MUTED, 0.1, "falling")),
                ]
            ),
            None,
        ),
        "traveltimematrix.UNREACHED": (
            "Point",
            rules(
                [
                    (label, f"\"reason\" = '{name}'" if name else None,
                     marker(shape, design.WARNING, 3))
                    for name, (shape, label) in design.REASONS.items()
                ]
            ),
            labels(("true", "\"role\" || ' ' || \"id\"", 6.5, False, 3, around_point())),
        ),
        "buildroadnetwork.EDGES": ("LineString", *edges()),
        "buildroadnetwork.NODES": (
            "Point",
            rules(
                [
                    ("Not connected to the main network", '"component" > 0',
                     marker("diamond", design.WARNING, 2.2)),
                    ("Dead end", '"degree" = 1',
                     marker("circle", design.PAPER, 1.5, design.MUTED, 0.3)),
                    ("Junction", None, marker("circle", design.MUTED, 0.9, width=0)),
                ]
            ),
            None,
        ),
        "buildroadnetwork.CROSSINGS": (
            "Point",
            rules(
                [
                    ("Border crossing", 'coalesce("open", 1) = 1',
                     marker("diamond", design.CROSSING, 4, width=0.4)),
                    ("Border crossing, shut", "coalesce(\"open\", 1) <> 1",
                     marker("cross2", design.SHUT, 3, design.SHUT, 0.6)),
                ]
            ),
            labels(
                ("true", '"name"', 6.5, True, 10, around_point(color=design.CROSSING)),
            ),
        ),
        "buildproject.BORDER": (
            "LineString",
            rules([("State border", "",
                    line(design.STATE_BORDER, 0.7, design.PAPER, "3.5;1;0.8;1"))]),
            None,
        ),
        "buildproject.LAND": (
            "Polygon",
            rules([("Countries", "", fill(design.LAND, design.LAND_EDGE, 0.2))]),
            None,
        ),
        "buildproject.UNITS": (
            "Polygon",
            rules([("Administrative boundaries", "", outline("#8d877b", 0.12, 0.35))]),
            None,
        ),
        "buildproject.TOWNS": (
            "Point",
            rules([("Place", "", marker("circle", design.INK, 1.1, width=0.1))]),
            town_labels("people"),
        ),
        "createsample.municipalities": (
            "Polygon",
            rules(
                [
                    ("Municipality", '"schematic" = 0', fill(design.LAND, design.LAND_EDGE, 0.2)),
                    ("Municipality, schematic", None,
                     fill(design.LAND, design.LAND_EDGE, 0.2, "falling")),
                ]
            ),
            labels(("true", '"name"', 7, False, 2, {"color": design.MUTED})),
        ),
        "createsample.places": (
            "Point",
            rules([("Place, by population", "",
                    sized(marker("circle", design.INK, 2), people_size("population", 5)))]),
            town_labels("population"),
        ),
        "createsample.services": (
            "Point",
            rules(
                [
                    (label, f"\"type\" = '{name}'", marker(shape, color, 2.6))
                    for name, (shape, color, label) in SAMPLE_SERVICES.items()
                ]
            ),
            None,
        ),
        "createsample.roads_lv": (
            "LineString",
            rules([("Road, Latvia", "", line(design.ROAD, 0.4))]),
            road_numbers("numurs"),
        ),
        "createsample.roads_lt": (
            "LineString",
            rules([("Road, Lithuania", "", line(design.ROAD, 0.4))]),
            road_numbers("kelio_nr"),
        ),
        "createsample.ferries": ("LineString",
                                 rules([("Ferry", "", line(design.FERRY, 0.5, dashes="1.5;1"))]),
                                 None),
    }  # fmt: skip
    return found


SAMPLE_SERVICES = {
    "ambulance_post": ("cross_fill", "#c0392b", "Ambulance post"),
    "planned_hospital": ("square", "#1f6f8b", "Planned-care hospital"),
    "vocational_school": ("triangle", "#8a5a00", "Vocational school"),
    "swimming_pool": ("circle", "#2b6c99", "Swimming pool"),
    "culture_house": ("star", "#7b1fa2", "Culture house"),
    "sports_hall": ("pentagon", "#2e7d32", "Sports hall"),
}


def outline(inner, inner_width, outer_width, tint=None):
    """A line around an area on a white one, so that it shows on every colour."""
    symbol = fill(tint, design.PAPER, outer_width)
    symbol.appendSymbolLayer(
        QgsSimpleFillSymbolLayer.create(
            {"style": "no", "outline_color": inner, "outline_width": str(inner_width)}
        )
    )
    return symbol


def edges():
    """Roads by speed, ferries and crossings, with the numbers of the roads."""
    found = [
        ("Border crossing", "\"kind\" = 'crossing'", line(design.CROSSING, 1.2)),
        ("Ferry", "\"kind\" = 'ferry'", line(design.FERRY, 0.5, dashes="1.5;1")),
    ]
    above = None
    for speed, width in design.ROAD_WIDTHS.items():
        where = f'"kind" = \'road\' AND "speed_kmh" >= {speed}'
        where += f' AND "speed_kmh" < {above}' if above else ""
        label = f"≥ {speed} km/h" if speed else f"< {above} km/h"
        found.append((label, where, line(design.ROAD, width)))
        above = speed
    return rules(found), road_numbers("ref", "\"kind\" = 'road'")


def road_numbers(field, where="true"):
    """Numbers along roads, when one has come near enough."""
    return labels(
        (f'{where} AND "{field}" IS NOT NULL', f'"{field}"', 5.5, False, 1,
         {"placement": QgsPalLayerSettings.Placement.Horizontal, "color": design.MUTED,
          "mergeLines": True, "minimum_scale": 900000}),
    )  # fmt: skip


def write_style(path, geometry, renderer, labelling):
    """One QML: symbols and labels, and nothing of the layer it was made with."""
    layer = QgsVectorLayer(f"{geometry}?crs=EPSG:25884", "style", "memory")
    layer.setRenderer(renderer.clone())  # the layer keeps what it is given, and so do we
    if labelling is not None:
        layer.setLabeling(labelling.clone())
        layer.setLabelsEnabled(True)
    kinds = QgsMapLayer.StyleCategory
    message, fine = layer.saveNamedStyle(str(path), kinds.Symbology | kinds.Labeling)
    if not fine:
        raise SystemExit(message)
    settle(path)


def settle(path):
    """The same bytes each time: keys counted, attributes in the order of their names."""
    keys: dict[str, str] = {}

    def counted(found):
        return keys.setdefault(found[0], f"{{{UUID(int=len(keys) + 1)}}}")

    def ordered(found):
        return f"<{found[1]} {' '.join(sorted(re.findall(ATTRIBUTE, found[2])))}{found[3]}>"

    text = path.read_text(encoding="utf-8")
    text = re.sub(r" *<callout .*?</callout>\n", "", text, flags=re.DOTALL)  # none is drawn
    text = re.sub(rf"<([\w-]+)((?: {ATTRIBUTE})+)(/?)>", ordered, text)
    path.write_text(re.sub(r"\{[0-9a-f-]{36}\}", counted, text), encoding="utf-8")


# ------------------------------------------------------------------------------ the page


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
    edge, head, foot = 10, 24, 24
    inner = width - 2 * edge
    upright = height > width
    legend = (
        (edge, height - foot - 58, inner, 56)
        if upright
        else (width - edge - 84, head + 4, 84, height - head - foot - 6)
    )
    frame = (
        (edge, head + 4, inner, legend[1] - head - 6)
        if upright
        else (edge, head + 4, inner - 88, height - head - foot - 6)
    )
    label(layout, "title", (edge, edge, inner, 8), 16, bold=True)
    label(layout, "subtitle", (edge, edge + 8.5, inner, 6), 9.5, design.MUTED)

    chart = place(layout, QgsLayoutItemMap(layout), "map", *frame)
    chart.setExtent(QgsRectangle(0, 0, frame[2] * 1000, frame[3] * 1000))  # keeps its shape
    chart.setFrameEnabled(True)
    chart.setFrameStrokeColor(QColor(design.LAND_EDGE))
    chart.setFrameStrokeWidth(QgsLayoutMeasurement(0.2))
    chart.setBackgroundColor(QColor(design.SEA))

    key = place(layout, QgsLayoutItemLegend(layout), "legend", *legend)
    key.setLinkedMap(chart)
    key.setAutoUpdateModel(False)
    key.setResizeToContents(False)
    key.setColumnCount(2 if upright else 1)
    key.setSplitLayer(True)
    key.setWrapString("\n")
    key.setSymbolWidth(6)
    key.setSymbolHeight(3.6)
    for style, size, bold in (
        (QgsLegendStyle.Style.Group, 9, True),
        (QgsLegendStyle.Style.Subgroup, 8.5, True),
        (QgsLegendStyle.Style.SymbolLabel, 8, False),
    ):
        font = QFont(design.FONT)
        font.setPointSizeF(size)
        font.setBold(bold)
        key.setStyleFont(style, font)
    key.setFontColor(QColor(design.INK))

    bar = place(
        layout,
        QgsLayoutItemScaleBar(layout),
        "scale",
        legend[0] + (inner - 60 if upright else 2),
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
    bar.setMapUnitsPerScaleBarUnit(1000)
    bar.setTextFormat(text_format(7))
    bar.setLineWidth(0.3)

    label(layout, "limits", (edge, height - foot + 1, inner, 10), 7.5)
    source = label(layout, "source", (edge, height - foot + 11.5, inner, 6), 6.5, design.MUTED)
    source.setVAlign(Qt.AlignmentFlag.AlignTop)
    if not layout.saveAsTemplate(str(path), QgsReadWriteContext()):
        raise SystemExit(f"{path} cannot be written")
    settle(path)


def main(folder=HERE):
    """Write all styles and pages."""
    for name in ("styles", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, made in styles().items():
        write_style(folder / "styles" / f"{name}.qml", *made)
    project = QgsProject()  # has to live longer than its layouts
    for name, (width, height) in design.PAGES.items():
        write_page(project, folder / "layouts" / f"{name}.qpt", width, height)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
    application.exitQgis()
