"""Designs as files, the same bytes each time."""

from __future__ import annotations

import re
from uuid import UUID

from osgeo import gdal
from qgis.core import (
    QgsColorRampShader,
    QgsMapLayer,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

ATTRIBUTE = r'[\w:.-]+="[^"]*"'


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


def write_raster_style(path, classes):
    """One QML of classes, each up to its limit, of a raster with one band."""
    made = "/vsimem/style.tif"
    raster = gdal.GetDriverByName("GTiff").Create(made, 1, 1, 1, gdal.GDT_Float32)
    raster.SetGeoTransform([0, 1, 0, 0, 0, -1])
    del raster  # now it is written
    layer = QgsRasterLayer(made, "style")
    items, below = [], 0
    for limit, color in classes:
        label = f"{below}–{limit} min" if limit else f"> {below} min"
        value = float("inf") if limit is None else limit
        items.append(QgsColorRampShader.ColorRampItem(value, QColor(color), label))
        below = limit
    most = max(limit for limit, _ in classes if limit)
    function = QgsColorRampShader(0, most)
    function.setColorRampType(QgsColorRampShader.Type.Discrete)
    function.setColorRampItemList(items)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(function)
    renderer = QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader)
    renderer.setClassificationMin(0)
    renderer.setClassificationMax(most)
    layer.setRenderer(renderer)
    message, fine = layer.saveNamedStyle(str(path), QgsMapLayer.StyleCategory.Symbology)
    if not fine:
        raise SystemExit(message)
    gdal.Unlink(made)
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
