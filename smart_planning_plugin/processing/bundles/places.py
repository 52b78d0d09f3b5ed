"""Places where people live."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ..parameters import ANY_GEOMETRY, NUMERIC, Input, field_definition, source_definition
from .checks import check_points, not_negative
from .countries import country_codes

LARGE_POLYGON_KM2 = 100


def places(name: str = "PLACES", label: str = "Places where people live") -> Input:
    """Places with people; reads as `places` (core) and `places_layer` (what was read)."""
    definitions = [
        source_definition(
            name,
            label,
            ANY_GEOMETRY,
            "Towns, villages, grid cells or zones. Polygons are represented by a point inside.",
        ),
        field_definition("PLACE_ID", "Id of the places", name, "Unique values.", optional=False),
        field_definition(
            "POPULATION_FIELD",
            "Population",
            name,
            "Empty: every place counts once. A missing value counts nobody, and says so.",
            kind=NUMERIC,
        ),
        field_definition(
            "PLACE_COUNTRY_FIELD",
            "Country code of the places",
            name,
            "Empty: the country polygon the place lies in, else the nearest road.",
        ),
    ]

    def check(run):
        check_points(run, name, ["PLACE_ID", "POPULATION_FIELD", "PLACE_COUNTRY_FIELD"])

    def read(run):
        data = run.read(name)
        return {"places": core_places(run, data), "places_layer": data}

    return Input(definitions, read, check)


def core_places(run, data):
    """Places for `core`, checked."""
    import numpy as np
    import pandas as pd

    from ...core.services.inputs import Places

    ids = data.unique_ids(run.text("PLACE_ID"))
    population_field = run.text("POPULATION_FIELD")
    if population_field:
        population = not_negative(data, population_field, ids)
    else:
        run.warn("No POPULATION_FIELD: every place counts once, not its people.")
        population = np.ones(len(data))
    demand = pd.DataFrame(
        {one.name(): data.numbers(one.name()) for one in data.fields if one.isNumeric()}
    )
    _warn_of_large_polygons(run, data)
    return Places(
        ids,
        data.points(),
        country_codes(run, data, run.text("PLACE_COUNTRY_FIELD")),
        population,
        demand,
        data.name,
    )


def _warn_of_large_polygons(run, data):
    polygons = [
        one
        for one in data.geometries
        if not one.isNull() and one.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    large = sum(one.area() > LARGE_POLYGON_KM2 * 1e6 for one in polygons)
    if large:
        run.warn(
            f"{large} of {len(data)} polygons in {data.name} are larger than {LARGE_POLYGON_KM2} "
            "km²: one point inside stands for all their people, which results can hardly bear."
        )
