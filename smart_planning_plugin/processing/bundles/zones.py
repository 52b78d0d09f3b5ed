"""Zones: municipalities, parishes and elderships that are put together or paired."""

from __future__ import annotations

from ..parameters import (
    NUMERIC,
    POLYGONS,
    Input,
    check_field,
    check_layer,
    field_definition,
    source_definition,
)

FIELDS = ["ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD", "ZONE_POPULATION_FIELD"]


def zones(*more) -> Input:
    """Zones; reads as `zones_layer`, and chooses the analysis CRS where no network has.

    Parameters
    ----------
    *more : QgsProcessingParameterDefinition
        Further fields of the layer.
    """
    definitions = [
        source_definition(
            "ZONES", "Zones", POLYGONS, "Municipalities, parishes or elderships of both countries."
        ),
        field_definition(
            "ZONE_ID",
            "Id of the zones",
            "ZONES",
            "Codes: unique, as text with their leading zeros.",
            optional=False,
        ),
        field_definition("ZONE_NAME_FIELD", "Name of the zones", "ZONES", "Empty: their ids."),
        field_definition(
            "ZONE_COUNTRY_FIELD",
            "Country code of the zones",
            "ZONES",
            "Empty: the country polygon the zone lies in, else that of the places inside.",
        ),
        field_definition(
            "ZONE_POPULATION_FIELD",
            "Population of the zones",
            "ZONES",
            "Empty: the people of the places inside.",
            kind=NUMERIC,
        ),
        *more,
    ]

    def check(run):
        run.source("ZONES")
        check_layer(run.layer("ZONES"), "ZONES", POLYGONS)
        for name in [*FIELDS, *(one.name() for one in more)]:
            check_field(run.layer("ZONES"), name, run.text(name))

    def read(run):
        if run.crs is None:
            from qgis.core import QgsCoordinateReferenceSystem

            from .. import layers

            extent = layers.extent_in_degrees([run.layer("ZONES")], run.context)
            run.crs = layers.analysis_crs(extent, QgsCoordinateReferenceSystem(), run.context)
        return {"zones_layer": run.read("ZONES")}

    return Input(definitions, read, check)
