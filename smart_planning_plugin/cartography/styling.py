"""Styles of results, found by the layer's identity and not by its name."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.core import (
    QgsFeatureRenderer,
    QgsReadWriteContext,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtXml import QDomDocument

from ..core.words import text
from .classes import classes_of, spread
from .identity import kind_of, metadata_of, scenario

STYLES = Path(__file__).parent / "styles"
STYLE_NAME = "smart planning"
BEGINNING = re.compile(r'"(\w+_)"')
GEOMETRY = {0: "point", 1: "line", 2: "polygon"}
#: Property of a layer: the type of service that it shows, of those it has fields for.
TYPE = "smartplanning:type"


def style_file(name: str, geometry: str = "") -> Path | None:
    """The QML of ``<algorithm>.<output>``, None where there is none.

    Some outputs have the geometry of their input, and a style for each.
    """
    for path in (STYLES / f"{name}.{geometry}.qml", STYLES / f"{name}.qml"):
        if path.exists():
            return path
    return None


def style_layer(layer: QgsVectorLayer, language: str = "en", name: str = "") -> bool:
    """Give a layer the style of its output, or the one named; False where there is none."""
    document = _document(layer, name)
    if document is None:
        return False
    layer.importNamedStyle(document)  # loadNamedStyle would prefer what is saved in the file
    if layer.renderer() is None:  # nothing to draw, whatever its type says
        return False
    layer.setRenderer(_renderer(document, layer, language))
    return True


def labels(layer: QgsVectorLayer, language: str, name: str = "") -> dict[str, str]:
    """Condition of a rule of a layer's style -> its label in a language."""
    document = _document(layer, name)
    renderer = _renderer(document, layer, language) if document is not None else None
    rules = renderer.rootRule().descendants() if renderer is not None else []
    return {one.filterExpression(): one.label() for one in rules if one.label()}


def _renderer(document: QDomDocument, layer: QgsVectorLayer, language: str):
    """The rules of a style for a layer: its own fields and classes, in a language."""
    element = document.documentElement().firstChildElement("renderer-v2")
    renderer = QgsFeatureRenderer.load(element, QgsReadWriteContext())
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return renderer
    spread(renderer.rootRule(), classes_of(layer, kind_of(layer), language))
    for rule in renderer.rootRule().descendants():
        rule.setLabel(_said(rule.label(), layer, language))
        rule.setFilterExpression(_named_fields(rule.filterExpression(), layer))
    return renderer


def _document(layer: QgsVectorLayer, name: str) -> QDomDocument | None:
    geometry = GEOMETRY.get(int(QgsWkbTypes.geometryType(layer.wkbType())), "")
    path = style_file(name or kind_of(layer), geometry)
    if path is None:
        return None
    document = QDomDocument()
    document.setContent(path.read_text(encoding="utf-8"))
    return document


def _said(label: str, layer: QgsVectorLayer, language: str) -> str:
    said = text(label, language)
    return said.replace(" min", " km") if "distance by road" in scenario(layer) else said


def _named_fields(expression: str, layer: QgsVectorLayer) -> str:
    """Put the field of the layer's type of service, else the first numeric one that begins so."""
    numeric = [one.name() for one in layer.fields() if one.isNumeric()]
    wanted = layer.customProperty(TYPE, "")
    for prefix in sorted(set(BEGINNING.findall(expression)), key=len, reverse=True):
        found = [name for name in numeric if name == f"{prefix}{wanted}"]
        found = found or [name for name in numeric if name.startswith(prefix)]
        if not found:
            return "FALSE"
        expression = expression.replace(f'"{prefix}"', f'"{found[0]}"')
    return expression


def save_default_style(layer: QgsVectorLayer, path: Path, language: str = "en") -> bool:
    """Style a layer and keep the style with its file, as the default when it is opened."""
    if not style_layer(layer, language):
        return False
    if path.suffix.lower() != ".gpkg":
        layer.saveNamedStyle(str(path.with_suffix(".qml")))
        return True
    # saving over a style of that name would ask in a window; those of this layer come first
    mine, ids, names, *_ = layer.listStylesInDatabase()
    for number, name in zip(ids[:mine], names[:mine]):
        if name == STYLE_NAME:
            layer.deleteStyleFromDatabase(number)
    # newer QGIS has another name for it, and warns of the old one
    save = getattr(layer, "saveStyleToDatabaseV2", None) or layer.saveStyleToDatabase
    save(STYLE_NAME, metadata_of(layer).identifier(), True, "")
    return True
