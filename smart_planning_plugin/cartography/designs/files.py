"""Designs as files, the same bytes each time."""

from __future__ import annotations

import re
from uuid import UUID

from qgis.core import QgsMapLayer, QgsVectorLayer

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
