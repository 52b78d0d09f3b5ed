"""Places where people live."""

from __future__ import annotations

from qgis.core import QgsWkbTypes

from ..parameters import (
    ANY_GEOMETRY,
    NUMERIC,
    POINTS,
    Input,
    check_field,
    field_definition,
    source_definition,
)
from .checks import check_points, not_negative
from .countries import country_codes

LARGE_POLYGON_KM2 = 100


def places(
    name: str = "PLACES",
    label: str = "Places where people live",
    *,
    optional: bool = False,
    one_point: bool = False,
) -> Input:
    """Places with people; reads as `places` (core) and `places_layer` (what was read).

    With POPULATION_POINTS both have a row for each point inside a polygon, with its share of the
    polygon's people, and `places_io.like` brings the results back to the polygons.

    Parameters
    ----------
    optional : bool
        Both are None where the layer is left out.
    one_point : bool
        Of the points inside a polygon only the one nearest to the centre of its people stands for
        it: for results between places, which are known by their ids.
    """
    definitions = [
        source_definition(
            name,
            label,
            ANY_GEOMETRY,
            "Towns, villages, grid cells or zones. Polygons are represented by POPULATION_POINTS, "
            "else by a point inside.",
            optional=optional,
        ),
        field_definition("PLACE_ID", "Id of the places", name, "Unique values.", optional=optional),
        field_definition(
            "POPULATION_FIELD",
            "Population",
            name,
            "Empty: every place counts once, or the people of its POPULATION_POINTS. A missing "
            "value counts nobody, and says so.",
            kind=NUMERIC,
        ),
        field_definition(
            "PLACE_COUNTRY_FIELD",
            "Country code of the places",
            name,
            "Empty: the country polygon the place lies in, else the nearest road.",
        ),
        source_definition(
            "POPULATION_POINTS",
            "Population points (for polygons)",
            POINTS,
            "Addresses, grid points or settlements inside the polygons. "
            + (
                "The one nearest to the centre of a polygon's people stands for it."
                if one_point
                else "Every polygon is divided among the points inside it, each with its share of "
                "the people. Times and measures of a polygon are means over its people (empty "
                "where less than half of them have one), texts are those of most people, sums "
                "count every point by itself."
            ),
            optional=True,
            advanced=True,
        ),
        field_definition(
            "POPULATION_POINTS_FIELD",
            "People at the population points",
            "POPULATION_POINTS",
            "Empty: every point counts alike. Demand fields of SERVICE_TYPES that the polygons "
            "lack are taken from the points, too.",
            kind=NUMERIC,
            advanced=True,
        ),
    ]

    def check(run):
        if optional and not run.given(name):
            return
        check_points(run, name, ["POPULATION_FIELD", "PLACE_COUNTRY_FIELD"])
        if run.text("PLACE_ID") or not optional:
            check_field(run.layer(name), "PLACE_ID", run.text("PLACE_ID"))
        if run.given("POPULATION_POINTS"):
            check_points(run, "POPULATION_POINTS", ["POPULATION_POINTS_FIELD"], POINTS)

    def read(run):
        data = run.read(name)
        if data is None:
            return {"places": None, "places_layer": None}
        if run.given("POPULATION_POINTS") and run.given("TRAVEL_TIMES"):
            run.warn("TRAVEL_TIMES are those of the polygons: POPULATION_POINTS are not used.")
        elif run.given("POPULATION_POINTS"):
            if run.text("PLACE_ID"):
                data.unique_ids(run.text("PLACE_ID"))  # before points repeat them
            data = _divided(run, data, one_point)
        return {"places": core_places(run, data), "places_layer": data}

    return Input(definitions, read, check)


def core_places(run, data):
    """Places for `core`, checked."""
    import numpy as np
    import pandas as pd

    from ...core.services.inputs import Places

    if not run.text("PLACE_ID"):
        ids = data.ids.astype(object)
    elif data.parts is None:
        ids = data.unique_ids(run.text("PLACE_ID"))
    else:  # each as often as there are points in its polygon
        ids = data.column(run.text("PLACE_ID")).to_numpy(object)
    field, points_field = run.text("POPULATION_FIELD"), run.text("POPULATION_POINTS_FIELD")
    demand = pd.DataFrame(
        {one.name(): data.numbers(one.name()) for one in data.fields if one.isNumeric()}
    )
    if data.parts is not None:
        demand = demand.mul(data.parts.share, axis=0).combine_first(data.said)
    if field:
        population = not_negative(data, field, ids)
        population = population if data.parts is None else population * data.parts.share
    elif data.parts is not None and points_field:
        population = data.said[points_field].to_numpy(float)
    else:
        run.warn("No POPULATION_FIELD: every place counts once, not its people.")
        population = np.ones(len(data)) if data.parts is None else data.parts.share
    _warn_of_large_polygons(run, data)
    return Places(
        ids,
        data.points(),
        country_codes(run, data, run.text("PLACE_COUNTRY_FIELD")),
        population,
        demand,
        data.name,
    )


def _divided(run, data, one_point):
    """The layer with a row for each point that stands for a place."""
    from dataclasses import replace

    import numpy as np
    import pandas as pd

    from ...core.services.parts import Parts, in_the_middle, parts_of

    points = run.read("POPULATION_POINTS")
    field = run.text("POPULATION_POINTS_FIELD")
    ids = np.array([f"feature {one}" for one in points.ids])
    weight = not_negative(points, field, ids) if field else np.ones(len(points))
    xy = points.points()
    place = polygon_of(data, xy)
    outside = int((place < 0).sum())
    if outside:
        run.warn(f"{outside} of {len(points)} population points lie in no polygon of {data.name}")
    parts = parts_of(data.points(), place, xy, weight)
    numeric = [one.name() for one in points.fields if one.isNumeric()]
    said = pd.DataFrame({name: points.numbers(name) for name in numeric}, range(len(points)))
    said = said.reindex(parts.point).reset_index(drop=True)
    if one_point:
        chosen = in_the_middle(parts)
        said = said.groupby(parts.place).sum(min_count=1)
        everyone = np.ones(len(chosen))
        parts = Parts(parts.place[chosen], parts.xy[chosen], everyone, parts.point[chosen])
    rows = parts.place.tolist()
    return replace(
        data,
        rows=[data.rows[row] for row in rows],
        geometries=[data.geometries[row] for row in rows],
        ids=data.ids[parts.place],
        parts=parts,
        said=said,
    )


def polygon_of(data, xy):
    """(n,) row of the first polygon that each point lies in, -1 for none."""
    import numpy as np
    from qgis.core import QgsGeometry, QgsPoint

    place = np.full(len(xy), -1)
    order = np.argsort(xy[:, 0], kind="stable")
    x = xy[order, 0]
    for row, polygon in enumerate(data.geometries):
        if not _is_polygon(polygon):
            continue
        box = polygon.boundingBox()
        near = order[
            np.searchsorted(x, box.xMinimum()) : np.searchsorted(x, box.xMaximum(), "right")
        ]
        near = near[(xy[near, 1] >= box.yMinimum()) & (xy[near, 1] <= box.yMaximum())]
        near = near[place[near] < 0]
        engine = QgsGeometry.createGeometryEngine(polygon.constGet())
        engine.prepareGeometry()
        inside = [engine.intersects(QgsPoint(*one)) for one in xy[near].tolist()]
        place[near[np.array(inside, dtype=bool)]] = row
    return place


def _is_polygon(geometry) -> bool:
    return not geometry.isNull() and geometry.type() == QgsWkbTypes.GeometryType.PolygonGeometry


def _warn_of_large_polygons(run, data):
    import numpy as np

    alone = range(len(data))
    if data.parts is not None:
        alone = np.flatnonzero(np.bincount(data.parts.place)[data.parts.place] == 1).tolist()
    polygons = [data.geometries[row] for row in alone if _is_polygon(data.geometries[row])]
    large = sum(one.area() > LARGE_POLYGON_KM2 * 1e6 for one in polygons)
    if large:
        run.warn(
            f"{large} of {len(data)} polygons in {data.name} are larger than {LARGE_POLYGON_KM2} "
            "km²: one point inside stands for all their people, which results can hardly bear. "
            "POPULATION_POINTS would say where they live."
        )
