"""Between layers of services and the catchments of `core`."""

from __future__ import annotations

from dataclasses import dataclass
from types import SimpleNamespace

import numpy as np
import pandas as pd
from qgis.core import QgsWkbTypes

from ..core.accessibility.isochrones import Journeys
from ..core.accessibility.reach import as_for
from ..core.crossborder.scenarios import OPEN, TIME
from ..core.errors import InvalidValueError, MissingFieldError
from ..core.network.snapping import OK, Positions
from ..core.services.catchments import (
    CAPACITY,
    NO_LIMIT,
    WEIGHT,
    Division,
    Facilities,
    divide,
    ground,
    sums,
)
from ..core.services.inputs import NOT_SHAREABLE, ServiceType
from . import areas_io, places_io
from .isochrones_io import turnout
from .limits_io import note_limits
from .writing import Rows

LEAST_ABROAD_KM2 = 0.01


@dataclass(frozen=True)
class OfType:
    """What was found for one type of service.

    Attributes
    ----------
    kind : ServiceType
    direction : str
    rows : (k,) int array
        Of its services.
    facilities : Facilities
    places : Positions
    people : (n,) float array
    division : Division
    areas : dict of int to dict of QgsGeometry
        By row among `rows`, and by country.
    """

    kind: ServiceType
    direction: str
    rows: np.ndarray
    facilities: Facilities
    places: Positions
    people: np.ndarray
    division: Division
    areas: dict


def compute(given, run) -> dict:
    """All outputs."""
    fields = _checked(given, run)
    wanted = "OUTPUT" in run.destinations
    land = areas_io.Land(run)
    surfaces: dict[str, object] = {}
    found = []
    for number, kind in enumerate(given.types):
        run.progress(number / len(given.types), kind.label)
        one = _divided(kind, given, *fields)
        if one is None:
            run.warn(f"{kind.label}: no service joins the network, left out")
            continue
        if wanted:
            travel = as_for(kind, given.travel)
            if one.direction not in surfaces:
                surfaces[one.direction] = _surface(travel, given, run)
            made = ground(given.rule, travel, one.facilities, one.division, surfaces[one.direction])
            one.areas.update({row: land.pieces(shape) for row, shape in made.items()})
        found.append(one)
    if not found:
        places_io.require_usable(given.travel.sources(given.services), given.services.layer, run)
    _tell(found, given, run)
    return {"OUTPUT": _area_rows(found, given, run), "PLACES_OUT": _place_rows(found, given, run)}


def _divided(kind, given, weight, start, room) -> OfType | None:
    """Whose people belong to whom, without areas; None where no service can be used."""
    travel = as_for(kind, given.travel)
    rows = np.flatnonzero(given.services.type == kind.name)
    at = travel.sources(given.services).take(rows)
    if not at.ok.any():
        return None
    shareable = kind.shareable(travel.border.state == OPEN) != NOT_SHAREABLE
    extra = kind.extra_min_abroad if travel.cost == TIME else 0.0
    abroad = extra if shareable else np.inf
    facilities = Facilities(at, start[rows], weight[rows], room[rows], abroad)
    places = travel.targets(given.places)
    people = np.where(places.ok, given.places.people(kind.demand_field), 0.0)
    division = divide(given.rule, travel, facilities, places, people)
    return OfType(kind, travel.direction, rows, facilities, places, people, division, {})


def _at_present(kind, given, run) -> tuple[np.ndarray, np.ndarray]:
    """The service that each place has before the changes, and the cost; None and NaN without."""
    services, data = given.present_services, given.present_layer
    before = SimpleNamespace(**{**vars(given), "services": services, "services_layer": data})
    one = _divided(kind, before, *_checked(before, run))
    count = len(given.places.id)
    if one is None:
        return np.full(count, None), np.full(count, np.nan)
    chosen = one.division.by_place(count)
    facility = chosen["facility"].to_numpy()
    ids = np.append(services.id.astype(str).astype(object), None)
    row = np.where(facility >= 0, one.rows[facility], len(services.id))
    return ids[row], chosen["cost"].to_numpy(float)


def _checked(given, run):
    """Weights, turn-out times and room of all services."""
    data, ids = given.services_layer, given.services.id
    count = len(ids)
    weight, start, room = np.ones(count), np.zeros(count), np.full(count, np.inf)
    if given.turnout_field:
        start = turnout(given, data, given.turnout_field, ids)
    if given.rule == WEIGHT:
        weight = data.numbers(given.weight_field)
        wrong = ~(weight > 0) & ~np.isnan(weight)
        if wrong.any():
            raise InvalidValueError(
                "weights must be above 0", layer=data.name, field=given.weight_field, ids=ids[wrong]
            )
        if np.isnan(weight).any():
            run.warn(f"{np.isnan(weight).sum()} services have no weight and count 1")
        weight = np.where(np.isnan(weight), 1.0, weight)
    if given.rule == CAPACITY:
        served = {one.name: one.people_per_capacity or 1.0 for one in given.types}
        room = given.services.capacity * np.array([served[one] for one in given.services.type])
        if np.isnan(room).all():
            raise InvalidValueError(
                "no service has a capacity", "Look at CAPACITY_FIELD", layer=data.name
            )
        if np.isnan(room).any():
            run.warn(f"{np.isnan(room).sum()} services have no capacity and take everybody")
        room = np.where(np.isnan(room), np.inf, room)
    return weight, start, room


def check(run):
    """Fields that a rule needs."""
    rule = run.choice("RULE", ["nearest", "weight", "capacity"])
    for needed, field in ((WEIGHT, "WEIGHT_FIELD"), (CAPACITY, "CAPACITY_FIELD")):
        if rule == needed and not run.text(field):
            raise MissingFieldError(f"RULE is {rule}, but {field} is empty", "Choose the field")
    if run.text("TURNOUT_FIELD") and run.choice("COST", ["time", "distance"]) != TIME:
        raise InvalidValueError("TURNOUT_FIELD holds minutes, COST is distance", "Set COST to time")


def _surface(travel, given, run):
    at = travel.sources(given.services)
    limits = [np.array([min(travel.max_cost, NO_LIMIT)])] * len(at)
    everybody = Journeys(travel, at, np.zeros(len(at)), limits)
    return everybody.surfaces(given.cell_size, run.countries)


def _area_rows(found: list[OfType], given, run) -> Rows:
    measure = areas_io.measurer(run)
    cost = "mean_min" if given.travel.cost == TIME else "mean_km"
    tables, shapes = [], []
    for one in found:
        own = one.facilities.at.country
        table = sums(one.division, given.travel.countries, one.places.country, own)
        table = table.rename(columns={"mean_cost": cost})
        pieces = [one.areas.get(row, {}) for row in range(len(one.rows))]
        by_country = [
            {code: measure.measureArea(shape) / 1e6 for code, shape in mine.items()}
            for mine in pieces
        ]
        area = [sum(mine.values()) for mine in by_country]
        abroad = [
            sum(size for code, size in mine.items() if code and code != home)
            for mine, home in zip(by_country, own)
        ]
        mine = [areas_io.whole(one) if one else None for one in pieces]
        foreign = np.nan_to_num(table["foreign_share"].to_numpy()) > 0
        table["area_km2"], table["area_abroad_km2"] = area, abroad
        table["crosses_border"] = (foreign | (np.array(abroad) > LEAST_ABROAD_KM2)).astype(int)
        if given.rule == CAPACITY:
            table["room"] = np.where(np.isinf(one.facilities.room), np.nan, one.facilities.room)
            table["load"] = table["population"] / table["room"].where(table["room"] > 0)
            table["price_min" if cost == "mean_min" else "price_km"] = one.division.price
        table["direction"] = one.direction
        table["demand_field"] = one.kind.demand_field or None
        table["shareability"] = one.kind.shareability
        empty = np.array([shape is None for shape in mine]) & (table["population"] == 0)
        status = one.facilities.at.status
        table["status"] = np.where((status == OK) & empty, "nearest_to_nothing", status)
        table.insert(0, "service_type", one.kind.name)
        tables.append(table)
        shapes += mine
    rows = np.concatenate([one.rows for one in found])
    table = pd.concat(tables, ignore_index=True)
    kind = QgsWkbTypes.Type.MultiPolygon
    return Rows(table, shapes, run.crs, given.services_layer, rows, kind)


def _place_rows(found: list[OfType], given, run) -> Rows:
    ids = np.append(given.services.id.astype(str).astype(object), None)
    cost = "time_min" if given.travel.cost == TIME else "distance_km"
    tables = []
    for one in found:
        count = len(one.places)
        chosen = one.division.by_place(count)
        facility = chosen["facility"].to_numpy()
        row = np.where(facility >= 0, one.rows[facility], len(given.services.id))
        country = np.append(one.facilities.at.country, None)[facility]
        status = places_io.status_of(given.places, one.places)
        without = (one.places.status == OK) & (facility < 0)
        changed = {}
        if given.present_services is not None:
            then, before = _at_present(one.kind, given, run)
            less = chosen["cost"].to_numpy(float) - before
            changed = {"present_service_id": then, f"change_{cost}": less}
        tables.append(
            pd.DataFrame(
                {
                    "service_type": one.kind.name,
                    "service_id": ids[row],
                    "service_country": country,
                    "across": (
                        (facility >= 0) & (country != one.places.country)
                    ).astype(int),
                    cost: chosen["cost"].to_numpy(),
                    "people": given.places.people(one.kind.demand_field),
                    "elsewhere": chosen["elsewhere"].to_numpy(),
                    **changed,
                    "snap_m": one.places.snap_m,
                    "access_min": one.places.access_min,
                    "status": np.where(without, "no_service", status),
                }
            )
        )  # fmt: skip
    rows = np.tile(np.arange(len(given.places.id)), len(tables))
    return places_io.like(given.places_layer, pd.concat(tables, ignore_index=True), run.crs, rows)


def _tell(found: list[OfType], given, run) -> None:
    places_io.warn_of_lost(given.travel.targets(given.places), given.places.layer, run)
    places_io.warn_of_lost(given.travel.sources(given.services), given.services.layer, run)
    costs = [one.division.by_place(len(one.places))["cost"].to_numpy() for one in found]
    if found:
        furthest = np.max(np.nan_to_num(costs, nan=np.inf), axis=0)
        note_limits(given.travel, given.travel.targets(given.places), furthest, run)
    for one in found:
        if one.facilities.abroad == np.inf:
            run.say(f"{one.kind.label}: not shareable under this border, each country by itself")
        if one.kind.extra_min_abroad and given.travel.cost != TIME:
            run.warn(f"{one.kind.label}: extra_min_abroad is not added to kilometres")
        part = one.division
        served = part.facility >= 0
        own = one.facilities.at.country[part.facility[served]]
        across = part.people[served][own != one.places.country[part.place[served]]].sum()
        run.say(
            f"{one.kind.label}: {across:,.0f} of {one.people.sum():,.0f} people belong to a "
            "facility across the border (by the way there, not by use)"
        )
        without = part.people[~served].sum()
        if without:
            why = "no room is left" if part.highest < np.inf else "none is reached"
            run.warn(f"{one.kind.label}: {without:,.0f} people have no facility: {why}")
