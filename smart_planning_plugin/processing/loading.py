"""How results look when QGIS opens them in the window; under `qgis_process` nothing is opened."""

from __future__ import annotations

from qgis.core import QgsProcessingLayerPostProcessorInterface, QgsRasterLayer, QgsWkbTypes

from ..cartography.forms import show_decimals
from ..cartography.styling import style_layer

# Processing keeps no hold on them, and one that is collected would crash QGIS.
_KEPT: dict[str, Styled] = {}


class Styled(QgsProcessingLayerPostProcessorInterface):
    """Gives a layer its style; areas go below what is drawn over them.

    Parameters
    ----------
    below : bool
        Whether areas move to the bottom of the layers.
    """

    def __init__(self, below: bool):
        super().__init__()
        self.below = below

    def postProcessLayer(self, layer, context, feedback):
        if isinstance(layer, QgsRasterLayer):
            return  # its style lies beside it
        style_layer(layer)
        show_decimals(layer)
        area = layer.isSpatial() and int(QgsWkbTypes.geometryType(layer.wkbType())) == 2
        project = context.project()
        node = project.layerTreeRoot().findLayer(layer.id()) if project else None
        if self.below and area and node is not None:
            project.layerTreeRoot().addChildNode(node.clone())
            node.parent().removeChildNode(node)


def style_when_loaded(context, reference: str, below: bool = False) -> None:
    """Have a layer that QGIS is going to open look as it should."""
    if context.willLoadLayerOnCompletion(reference):
        _KEPT[reference] = Styled(below)
        context.layerToLoadOnCompletionDetails(reference).setPostProcessor(_KEPT[reference])
