"""What algorithms give, as declared to Processing."""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsProcessing,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterRasterDestination,
)

POINTS = QgsProcessing.SourceType.TypeVectorPoint
LINES = QgsProcessing.SourceType.TypeVectorLine
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
ANY_GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry
TABLE = QgsProcessing.SourceType.TypeVector


@dataclass
class Output:
    """One output of an algorithm.

    Attributes
    ----------
    name : str
    definition : QgsProcessingDestinationParameter
    kind : QgsProcessing.SourceType or None
        None for files and folders.
    plain : bool
        A value that is handed on; the user chooses no place for it.
    label : str
        What it is called in records, always English.
    """

    name: str
    definition: object
    kind: object = None
    plain: bool = False

    def __post_init__(self):
        self.label = self.definition.description()


def layer(name, label, kind, help_text, *, optional=False) -> Output:
    """A layer or table."""
    definition = QgsProcessingParameterFeatureSink(name, label, kind, None, optional, not optional)
    definition.setHelp(help_text)
    return Output(name, definition, kind)


def table(name, label, help_text, *, optional=False) -> Output:
    """A table without geometry."""
    return layer(name, label, TABLE, help_text, optional=optional)


def file(name, label, file_filter, help_text, *, optional=False) -> Output:
    """A file."""
    definition = QgsProcessingParameterFileDestination(
        name, label, file_filter, None, optional, not optional
    )
    definition.setHelp(help_text)
    return Output(name, definition)


def raster(name, label, help_text, *, optional=False) -> Output:
    """A raster."""
    definition = QgsProcessingParameterRasterDestination(name, label, None, optional, not optional)
    definition.setHelp(help_text)
    return Output(name, definition)


def folder(name, label, help_text, *, optional=False) -> Output:
    """A folder."""
    definition = QgsProcessingParameterFolderDestination(name, label, None, optional, not optional)
    definition.setHelp(help_text)
    return Output(name, definition)


def same_layers(name, label) -> Output:
    """Layers that came in, to chain."""
    return Output(name, QgsProcessingOutputMultipleLayers(name, label), plain=True)
