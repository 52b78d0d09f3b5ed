"""Candidates and what fields and layers say of them, for `core.territory.priorities`."""

from __future__ import annotations

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsSpatialIndex,
)

from ..core.errors import EmptyLayerError, MissingFieldError
from ..core.territory import priorities as core
from ..core.territory.tables import code
from . import statistics_io as statistics
from .layers import analysis_crs, extent_in_degrees, read_layer
from .parameters import name_of
from .places_io import like
from .writing import Rows


def priorities(given, run) -> dict:
    """Outputs of priorities."""
    frame = statistics.plain_table(run, "CRITERIA")
    criteria, notes = core.criteria_table(frame, "CRITERIA")
    for one in notes:
        run.warn(one)
    ids, names, values, data = candidates(criteria, given, run)
    how = {"draws": given.draws, "spread": given.spread, "seed": given.seed}
    found = core.prioritise(ids, names, values, criteria, given.method, **how)
    lost = int((found.table["status"] != "ok").sum())
    if lost:
        run.warn(f"{lost} of {len(ids)} candidates are not ranked: a value is missing")
    for at, one in enumerate(criteria):
        if np.nanmin(values[:, at]) == np.nanmax(values[:, at]):
            run.warn(f"Criterion {one.name} tells nothing apart: all have {values[0, at]:g}")
    run.scenario = f"method: {given.method}; weights ± {given.spread:.0%}, {given.draws} draws"
    weights = ", ".join(f"{one.name} {one.weight:.2f}" for one in criteria)
    run.say(f"Weights: {weights}")
    chain = None
    if "CHAIN_OUT" in run.destinations:
        rows = statistics.plain_table(run, "CHAIN")
        if rows is None:
            raise EmptyLayerError("CHAIN_OUT is asked for, but there is no CHAIN", "Give it")
        chain = Rows(core.chain(rows, ids, names, values, criteria, given.method, **how))
    crs = run.crs if run.crs is not None else QgsCoordinateReferenceSystem()
    spatial = run.layer("CANDIDATES").isSpatial()
    output = like(data, found.table, crs) if spatial else Rows(found.table, source=data)
    return {"OUTPUT": output, "SENSITIVITY": Rows(found.sensitivity), "CHAIN_OUT": chain}


def candidates(criteria, given, run) -> tuple:
    """Ids, names and (n, k) values of the candidates, and their layer."""
    layer = run.layer("CANDIDATES")
    if layer.isSpatial():
        extent = extent_in_degrees([layer], run.context)
        run.crs = analysis_crs(extent, QgsCoordinateReferenceSystem(), run.context)
    data = run.read("CANDIDATES", reproject=layer.isSpatial())
    ids = [code(one) for one in data.unique_ids(run.text("CANDIDATE_ID"))]
    name_field = run.text("CANDIDATE_NAME_FIELD")
    names = data.texts(name_field).tolist() if name_field else ids
    return ids, names, _values(criteria, data, given.criteria_layers, run), data


def _values(criteria, data, layers, run) -> np.ndarray:
    """(n, k) float array of all criteria."""
    by_name = {name_of(one): one for one in layers}
    columns, read = [], {}
    for at, one in enumerate(criteria):
        run.progress(0.1 + 0.6 * at / len(criteria), f"Criterion {one.name}")
        if not one.measure:
            data.require(one.source, what="CRITERIA")
            columns.append(data.numbers(one.source))
            continue
        if one.source not in by_name:
            raise EmptyLayerError(
                f"CRITERIA names a layer '{one.source}' that is not in CRITERIA_LAYERS",
                f"There are: {', '.join(sorted(by_name)) or 'none'}",
            )
        if one.source not in read:
            read[one.source] = _read(by_name[one.source], run)
        columns.append(_measured(one, data.geometries, read[one.source]))
    return np.column_stack(columns)


def _read(layer, run):
    """A layer of criteria in the analysis CRS."""
    if not layer.isSpatial() or run.crs is None:
        raise EmptyLayerError("layers of criteria need candidates and themselves on the map",
                              layer=name_of(layer))  # fmt: skip
    source = QgsProcessingFeatureSource(layer, run.context)
    data = read_layer(source, run.crs, run.context, lambda _: run.progress(0.1), layer)
    return run.remember(data)


def _measured(criterion, geometries, data) -> np.ndarray:
    """What a layer says of each candidate; NaN without a geometry."""
    index = QgsSpatialIndex()
    shapes = [_sound(one) for one in data.geometries]
    for row, one in enumerate(shapes):
        if not one.isNull() and not one.isEmpty():
            index.addFeature(row, one.boundingBox())
    weight = None
    if criterion.measure == "mean":
        if not criterion.layer_field:
            raise MissingFieldError("measure mean needs layer_field", layer="CRITERIA",
                                    field="layer_field")  # fmt: skip
        weight = data.numbers(criterion.layer_field)
    found = np.full(len(geometries), np.nan)
    everything = QgsGeometry.unaryUnion(shapes) if criterion.measure == "distance_km" else None
    for row, one in enumerate(geometries):
        if one.isNull() or one.isEmpty():
            continue
        one = _sound(one)
        if criterion.measure == "distance_km":
            found[row] = one.distance(everything) / 1000
        elif criterion.measure == "count":
            reach = criterion.within_km * 1000
            near = index.intersects(one.boundingBox().buffered(reach + 1))
            found[row] = sum(one.distance(shapes[at]) <= reach for at in near)
        else:
            found[row] = _covered(one, index, shapes, weight)
    return found


def _covered(one, index, shapes, weight) -> float:
    """Share in per cent of a candidate that is covered, or the mean of what covers it."""
    near = sorted(index.intersects(one.boundingBox()))
    area = one.area()
    if area == 0:  # a point or line: inside or not
        hit = [at for at in near if one.intersects(shapes[at])]
        if weight is None:
            return 100.0 if hit else 0.0
        return float(np.mean(weight[hit])) if hit else np.nan
    parts = {at: one.intersection(shapes[at]) for at in near}
    parts = {at: part for at, part in parts.items() if part.area() > 0}
    if weight is None:
        return 100 * QgsGeometry.unaryUnion(list(parts.values())).area() / area if parts else 0.0
    size = np.array([part.area() for part in parts.values()])
    return float(weight[list(parts)] @ size / size.sum()) if len(size) else np.nan


def _sound(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isNull() or geometry.isGeosValid() else geometry.makeValid()
