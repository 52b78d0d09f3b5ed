"""Styles of results, found by the layer's identity and not by its name."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsVectorLayer

STYLES = Path(__file__).parent / "styles"
STYLE_NAME = "smart planning"


def style_file(identifier: str) -> Path | None:
    """The QML of an output, None where there is none.

    Parameters
    ----------
    identifier : str
        ``smartplanning:<algorithm>:<output>:<table>``, as in the layer's metadata; a temporary
        layer has no table.
    """
    provider, algorithm, output, *_ = [*identifier.split(":"), "", ""]
    if provider != "smartplanning":
        return None
    path = STYLES / f"{algorithm}.{output}.qml"
    return path if path.exists() else None


def style_layer(layer: QgsVectorLayer, identifier: str) -> bool:
    """Give a layer the style of its output; False where there is none."""
    path = style_file(identifier)
    if path is None:
        return False
    layer.loadNamedStyle(str(path))
    return True


def save_default_style(layer: QgsVectorLayer, identifier: str, path: Path) -> bool:
    """Style a layer and keep the style with its file, as the default when it is opened."""
    if not style_layer(layer, identifier):
        return False
    if path.suffix.lower() != ".gpkg":
        layer.saveNamedStyle(str(path.with_suffix(".qml")))
        return True
    # saving over a style of that name would ask in a window
    _, ids, names, *_ = layer.listStylesInDatabase()
    for number, name in zip(ids, names):
        if name == STYLE_NAME:
            layer.deleteStyleFromDatabase(number)
    layer.saveStyleToDatabase(STYLE_NAME, identifier, True, "")
    return True
