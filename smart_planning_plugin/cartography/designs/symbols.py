"""Symbols, rules and labels of the design, of which every style is made."""

from __future__ import annotations

from qgis.core import (
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointPatternFillSymbolLayer,
    QgsProperty,
    QgsPropertyCollection,
    QgsRuleBasedLabeling,
    QgsRuleBasedRenderer,
    QgsSimpleFillSymbolLayer,
    QgsSimpleLineSymbolLayer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor, QFont

from .. import design
from ..classes import EACH

NAME = "coalesce(attribute($currentfeature, 'name'), attribute($currentfeature, 'place_id'), '')"


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


def rules(pairs, heading=None, only=None):
    """A renderer of (label, filter, symbol); a filter of None means everything else.

    A filter of `EACH` stands for one class of those that a layer itself tells.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    parent = root
    if heading:
        parent = QgsRuleBasedRenderer.Rule(None, 0, 0, only or "", heading)
        root.appendChild(parent)
    for label, where, symbol in pairs:
        rule = QgsRuleBasedRenderer.Rule(symbol, 0, 0, "ELSE" if where is None else where, label)
        if where == EACH:
            rule.setFilterExpression("FALSE")
            rule.setDescription(EACH)
        parent.appendChild(rule)
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


#: Share of the largest place from which a name is written so large, bold or not, from a scale on.
TOWN_SIZES = (
    (0.05, 8, True, 0), (0.03, 7, False, 2500000), (0.0125, 6.5, False, 1000000),
    (0.005, 6.5, False, 500000), (0, 6, False, 250000),
)  # fmt: skip


def town_labels(people, only="true"):
    """Names of places, the larger the earlier; what is large depends on the data."""
    share = f'coalesce("{people}", 0) / maximum("{people}")'
    rank = f"10 * sqrt({share})"
    unknown = f"attribute($currentfeature, '{people}') IS NULL"
    said, least = [], None
    for share_from, size, bold, scale in TOWN_SIZES:
        where = f"{only} AND {share} >= {share_from}"
        where += f" AND {share} < {least}" if least else ""
        more = around_point(rank=rank, minimum_scale=scale)
        said.append((where, NAME, size, bold, 8 if bold else 4, more))
        least = share_from
    where = f"{only} AND {unknown}"
    said.append((where, NAME, 6.5, False, 1, around_point(minimum_scale=600000)))
    return labels(*said)


def ends(first, last):
    """Names of what lines join, each once, at their ends: (filter, expression, …) for `labels`."""

    def at(point):
        return {
            "geometryGenerator": point,
            "geometryGeneratorEnabled": True,
            "geometryGeneratorType": QgsWkbTypes.GeometryType.PointGeometry,
            **around_point(offsetType=QgsPalLayerSettings.OffsetType.FromPoint, dist=1),
        }

    once = '$id = minimum($id, group_by:="{}")'
    other = f'NOT array_contains(array_agg("{first}"), "{last}")'
    return [
        (once.format(first), f'"{first}"', 8, True, 9, at("start_point($geometry)")),
        (f"{once.format(last)} AND {other}", f'"{last}"', 8, True, 9, at("end_point($geometry)")),
    ]


def unit_labels():
    """Names of areas."""
    more = {"autoWrapLength": 16, "placement": QgsPalLayerSettings.Placement.Horizontal}
    return labels(("true", NAME, 6.5, False, 6, more))


def outline(inner, inner_width, outer_width, tint=None):
    """A line around an area on a white one, so that it shows on every colour."""
    symbol = fill(tint, design.PAPER, outer_width)
    symbol.appendSymbolLayer(
        QgsSimpleFillSymbolLayer.create(
            {"style": "no", "outline_color": inner, "outline_width": str(inner_width)}
        )
    )
    return symbol


def people_size(field, largest, least=1.3):
    """An expression for a diameter in mm: the area stands for the people."""
    share = f'coalesce("{field}", 0) / maximum("{field}")'
    return f"{least} + {largest - least:.3g} * sqrt({share})"


def dot(field="population"):
    """Symbols of a colour: circles whose area grows with the people, none too small for it."""
    return lambda color: sized(
        marker("circle", color, 2.8, design.INK, 0.15), people_size(field, 6.5, 2.2)
    )


def unused_point(where=None):
    """The rule of what could not be used."""
    return "Not used: see its status", where, marker("cross2", design.WARNING, 2.2, design.WARNING)


def unused_area(where=None):
    """The rule of what could not be used."""
    return "Not used: see its status", where, fill(design.PAPER, design.MUTED, 0.1, "falling")


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


def road_numbers(field, where="true"):
    """Numbers along roads, when one has come near enough."""
    return labels(
        (f'{where} AND "{field}" IS NOT NULL', f'"{field}"', 5.5, False, 1,
         {"placement": QgsPalLayerSettings.Placement.Horizontal, "color": design.MUTED,
          "mergeLines": True, "minimum_scale": 900000}),
    )  # fmt: skip
