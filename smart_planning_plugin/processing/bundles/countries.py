"""The countries: polygons that say where a place lies."""

from __future__ import annotations

from qgis.core import QgsGeometry

from ...core.errors import InvalidValueError
from ..parameters import POLYGONS, Input, field_definition, source_definition
from .checks import check_given, check_named


def countries(help_text: str) -> Input:
    """Country polygons without a network to choose the CRS; they are read by who needs them."""
    definitions = [
        source_definition("COUNTRIES", "Countries", POLYGONS, help_text, optional=True),
        field_definition(
            "COUNTRY_FIELD",
            "Country code",
            "COUNTRIES",
            "ISO 3166-1 alpha-2 codes, such as LV and LT.",
        ),
    ]

    def check(run):
        check_given(run, "COUNTRIES", POLYGONS)
        check_named(run, "COUNTRIES", "COUNTRY_FIELD")

    return Input(definitions, lambda run: {}, check)


def read_countries(run):
    """Read the country polygons in the analysis CRS; the run keeps them."""
    import numpy as np

    from ...core.network.countries import Countries
    from ..layers import rings_of

    data = run.read("COUNTRIES")
    if data is None:
        return
    field = run.text("COUNTRY_FIELD")
    codes = np.array([one.strip().upper() for one in data.texts(field)], dtype=object)
    if (codes == "").any():
        raise InvalidValueError(
            "country codes are missing",
            "Fill the field",
            layer=data.name,
            field=field,
            ids=[f"feature {one}" for one in data.ids[codes == ""]],
        )
    # dissolved, so that polygons that overlap or stand twice do no harm
    run.country_polygons = {
        code: QgsGeometry.unaryUnion(
            [_valid(data.geometries[row]) for row in np.flatnonzero(codes == code)]
        )
        for code in sorted(set(codes.tolist()))
    }
    rings, owner = rings_of(run.country_polygons.values())
    if not len(owner):
        raise InvalidValueError(
            "no country has an area", "Look at the geometries of the layer", layer=data.name
        )
    run.countries = Countries(np.array(list(run.country_polygons))[owner], rings)


def _valid(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isNull() or geometry.isGeosValid() else geometry.makeValid()


def country_codes(run, data, field: str = ""):
    """Codes from a field, else from the country polygons, else empty (the nearest road decides)."""
    import numpy as np

    from ...core.network.build import BuildOptions

    if field:
        texts = data.texts(field)
        return np.array([one.strip().upper() for one in texts], dtype=object)
    if run.countries is not None:
        return run.countries.codes_at(data.points(), BuildOptions().country_tolerance_m)
    return np.full(len(data), "", dtype=object)
