"""Between layers and the results of `core.territory.profile` and its guidelines."""

from __future__ import annotations

import numpy as np
import pandas as pd
from qgis.core import QgsDistanceArea, QgsGeometry, QgsPointXY

from ..core.territory import codes
from ..core.territory.guidelines import guideline_rules, guidelines
from ..core.territory.profile import FEWEST_ZONES, domain_table, profiles
from ..handbook import territory as pages
from . import statistics_io as statistics
from .bundles.territories import neighbours_abroad
from .layers import ELLIPSOID
from .places_io import like
from .territory_io import written
from .writing import Rows


def specialisation(given, run) -> dict:
    """Outputs of specialisation."""
    zones = given.zones
    jobs = statistics.observations(run, "JOBS", "sector", [*zones.id, given.reference])
    in_table = set(jobs["zone"]) - {given.reference}
    report = codes.join_report(in_table, zones.id, zones.name, "JOBS", given.zones_layer.name)
    statistics.tell_unmatched(run, report)
    domains, labels = _domains(run)
    found = profiles(jobs, zones, given.reference, domains)
    for one in found.notes:
        run.say(one)
    _tell_limits(run, found, given)
    run.scenario = f"reference: {given.reference or 'the sum of the zones'}"
    points = pd.DataFrame()
    if {"GUIDELINES", "GUIDELINES_TABLE"} & set(run.destinations):
        points = _guidelines(run, given, found, labels)
    limits = sorted(run.limits)
    return {
        "OUTPUT": Rows(found.rows),
        "ZONES_OUT": like(given.zones_layer, found.zones, run.crs),
        "PAIRS": _pairs(found.pairs, given, run),
        "GUIDELINES_TABLE": Rows(points),
        "GUIDELINES": written(lambda: pages.guideline_page(points, found, limits, given.language)),
    }


def _domains(run):
    """The table of domains, checked, and the labels in it."""
    frame = statistics.plain_table(run, "DOMAINS")
    if frame is None:
        return None, None
    return domain_table(frame, "DOMAINS"), frame


def _tell_limits(run, found, given) -> None:
    zones = int((found.zones["status"] == "ok").sum())
    if zones < FEWEST_ZONES:
        run.warn(
            f"Only {zones} zones have jobs: no star for size, no relatedness"
            + (", and the reference is their own sum" if not given.reference else "")
            + ". A first look, not smart specialisation."
        )
        run.limits.add("few zones: a first look, not smart specialisation")
    rows = found.rows
    hidden, low = (int((rows["confidence"] == one).sum()) for one in ("hidden", "low"))
    if hidden or low:
        run.say(f"{hidden} of {len(rows)} figures are hidden, {low} are of low confidence.")
    run.say(f"Reference dates: {found.first} to {found.last}")
    if found.first == found.last:
        run.warn("Only one year is there: no change, no shift-share.")


def _guidelines(run, given, found, labels) -> pd.DataFrame:
    """Points of the sheets of municipalities, else of zones."""
    frame = statistics.plain_table(run, "RULES")
    frame = statistics.default_table("guideline_rules.csv") if frame is None else frame
    rules = guideline_rules(frame, "RULES")
    zones = given.zones
    data = run.read("MUNICIPALITIES")
    if data is None:
        places = pd.DataFrame(
            {"municipality": zones.id, "municipality_name": zones.name, "zone": zones.id,
             "neighbours": ""}
        )  # fmt: skip
    else:
        names = data.texts(run.text("MUNICIPALITY_NAME_FIELD"))
        at = _zone_of(data, given.zones_layer)
        inside = at >= 0
        country = np.where(inside, zones.country[at], "")
        touching = neighbours_abroad(data.geometries, country)
        places = pd.DataFrame(
            {
                "municipality": [str(one) for one in data.ids],
                "municipality_name": names,
                "zone": np.where(inside, zones.id[at], ""),
                "neighbours": [
                    ", ".join(names[two] for one, two in touching if one == row)
                    for row in range(len(data))
                ],
            }
        )
        if not inside.all():
            run.warn(f"In no zone, so without a sheet: {', '.join(names[~inside][:10])}")
    return guidelines(found, rules, places, labels)


def _zone_of(data, zones_layer) -> np.ndarray:
    """(n,) int array: the zone in which a point on each municipality lies, -1 where none."""
    points = [QgsGeometry.fromPointXY(QgsPointXY(*one)) for one in data.points().tolist()]
    found = np.full(len(points), -1)
    for row, zone in enumerate(zones_layer.geometries):
        if zone.isNull():
            continue
        engine = QgsGeometry.createGeometryEngine(zone.constGet())
        engine.prepareGeometry()
        for at in np.flatnonzero(found < 0):
            if engine.contains(points[at].constGet()):
                found[at] = row
    return found


def _pairs(pairs, given, run) -> Rows:
    """Pairs as straight lines between points on the zones, with their length."""
    points = dict(zip(given.zones.id, given.zones_layer.points().tolist()))
    area = QgsDistanceArea()
    area.setSourceCrs(run.crs, run.context.transformContext())
    area.setEllipsoid(ELLIPSOID)
    lines, lengths = [], []
    for one in pairs.itertuples():
        a, b = QgsPointXY(*points[one.zone_a]), QgsPointXY(*points[one.zone_b])
        lines.append(QgsGeometry.fromPolylineXY([a, b]))
        lengths.append(area.measureLine(a, b) / 1000)
    table = pairs.assign(
        straight_km=np.array(lengths, float), similarity=pairs["similarity"].astype(float)
    )
    for name in ("touching", "common_count", "year"):
        table[name] = table[name].astype(int)
    return Rows(table, lines, run.crs)
