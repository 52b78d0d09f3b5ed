"""Territories: zones with a code that tables of statistics are joined by."""

from __future__ import annotations

from ..parameters import POLYGONS, Input, field_definition, source_definition
from .checks import check_points
from .countries import country_codes

TOUCH_M = 100  # national sets of boundaries leave gaps of 4 to 50 m


def territories() -> Input:
    """Zones; reads as `zones` (core) and `zones_layer`, in an analysis CRS of their own."""
    definitions = [
        source_definition("ZONES", "Zones", POLYGONS, "Municipalities, parishes or regions."),
        field_definition(
            "ZONE_ID",
            "Code of the zones",
            "ZONES",
            "Unique. Tables are joined by it as text: leading zeros count.",
            optional=False,
        ),
        field_definition("ZONE_NAME_FIELD", "Name of the zones", "ZONES", "Empty: the code."),
        field_definition(
            "ZONE_COUNTRY_FIELD",
            "Country code of the zones",
            "ZONES",
            "ISO 3166-1 alpha-2, such as LV and LT. Empty: nothing is said across the border.",
        ),
    ]

    def check(run):
        check_points(run, "ZONES", ["ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD"], POLYGONS)

    def read(run):
        data = read_zones(run)
        return {"zones": core_zones(run, data), "zones_layer": data}

    return Input(definitions, read, check)


def read_zones(run):
    """The layer of zones, in an analysis CRS chosen for it."""
    from qgis.core import QgsCoordinateReferenceSystem

    from ..layers import analysis_crs, extent_in_degrees

    if run.crs is None:
        extent = extent_in_degrees([run.layer("ZONES")], run.context)
        run.crs = analysis_crs(extent, QgsCoordinateReferenceSystem(), run.context)
    return run.read("ZONES")


def core_zones(run, data):
    """Zones for `core`: codes as text, areas on the ellipsoid, neighbours across the border."""
    import numpy as np
    from qgis.core import QgsDistanceArea

    from ...core.territory.tables import code
    from ...core.territory.trends import Zones
    from ..layers import ELLIPSOID

    field, name_field = run.text("ZONE_ID"), run.text("ZONE_NAME_FIELD")
    ids = np.array([code(one) for one in data.unique_ids(field)], dtype=object)
    names = data.texts(name_field) if name_field else ids
    country_field = run.text("ZONE_COUNTRY_FIELD")
    country = country_codes(run, data, country_field)
    if not country_field:
        run.warn("No ZONE_COUNTRY_FIELD: nothing is said of neighbours across the border.")
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    km2 = np.array([area.measureArea(one) / 1e6 for one in data.geometries])
    return Zones(ids, names, country, km2, neighbours_abroad(data.geometries, country))


def neighbours_abroad(geometries, country):
    """(k, 2) int array of rows that touch across a border, or nearly, each pair both ways."""
    import numpy as np
    from qgis.core import QgsGeometry, QgsSpatialIndex

    index = QgsSpatialIndex()
    for row, one in enumerate(geometries):
        if not one.isNull():
            index.addFeature(row, one.boundingBox())
    pairs = []
    for row, one in enumerate(geometries):
        if one.isNull() or not country[row]:
            continue
        near = index.intersects(one.boundingBox().buffered(TOUCH_M))
        near = [at for at in sorted(near) if country[at] not in ("", country[row])]
        if near:
            engine = QgsGeometry.createGeometryEngine(one.constGet())
            engine.prepareGeometry()
            pairs += [
                (row, at) for at in near if engine.distance(geometries[at].constGet()) <= TOUCH_M
            ]
    return np.array(pairs, int).reshape(-1, 2)
