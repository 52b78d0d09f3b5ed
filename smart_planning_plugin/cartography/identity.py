"""What a layer is and how it was made, as its metadata tell."""

from __future__ import annotations

from qgis.core import QgsLayerMetadata, QgsMapLayer

VOCABULARY = "smartplanning"


def metadata_of(layer: QgsMapLayer) -> QgsLayerMetadata:
    """Metadata of a layer; QGIS reads those that stand in a file beside it only when asked."""
    if not layer.metadata().identifier():
        layer.loadDefaultMetadata()
    return layer.metadata()


def identity(layer: QgsMapLayer) -> tuple[str, str, str]:
    """Algorithm, output and table that a layer is; empty where it is none of our results."""
    provider, *parts = metadata_of(layer).identifier().split(":")
    if provider != VOCABULARY:
        return "", "", ""
    algorithm, output, table = [*parts, "", "", ""][:3]
    return algorithm, output, table


def kind_of(layer: QgsMapLayer) -> str:
    """``<algorithm>.<output>``, empty for a layer that is none of our results."""
    return ".".join(identity(layer)[:2]).strip(".")


def keyword(layer: QgsMapLayer, name: str) -> list[str]:
    """What a layer's record says under a name: limits, inputs, scenario."""
    return list(metadata_of(layer).keywords(f"{VOCABULARY}:{name}"))


def scenario(layer: QgsMapLayer) -> list[str]:
    """Words of the scenario in force: the border first."""
    return [word for one in keyword(layer, "scenario") for word in one.split("; ") if word]
