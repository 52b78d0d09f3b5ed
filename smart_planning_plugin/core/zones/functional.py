"""Candidate functional zones: a division by one method, across the border and without it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import numpy as np
import pandas as pd

from ..accessibility.travel import Travel
from ..crossborder.scenarios import CLOSED, BorderScenario
from ..errors import InvalidValueError, MissingFieldError
from ..network.snapping import OK, Positions
from ..progress import Progress, part, quiet
from ..services.inputs import Places
from . import grouping
from .flows import Flows, across_border
from .measures import cores, parts, self_containment
from .rural import RuralRules, areas_of_zones, functional_rural_areas, neighbouring
from .ttwa import Targets, travel_to_work_areas

RURAL, TTWA, FUA = "functional_rural", "ttwa", "fua"
INTRAMAX, DOMINANT, LOUVAIN = "intramax", "dominant_flow", "louvain"
METHODS = (RURAL, TTWA, FUA, INTRAMAX, DOMINANT, LOUVAIN)
CORE, MEMBER, ALONE, URBAN = "core", "member", "alone", "urban"


@dataclass(frozen=True)
class Units:
    """The n zones that are put together.

    Attributes
    ----------
    id, name, country : (n,) object arrays
    people : (n,) float array
    neighbours : (k, 2) int array
        Pairs of zones that touch.
    city : (n,) object array
        City that a zone is part of, empty for none; for functional urban areas.
    layer : str
    """

    id: np.ndarray
    name: np.ndarray
    country: np.ndarray
    people: np.ndarray
    neighbours: np.ndarray
    city: np.ndarray
    layer: str = "ZONES"


@dataclass(frozen=True)
class Settlements:
    """Places on roads, for methods that need drive times.

    Attributes
    ----------
    travel : Travel
    places : Places
    at : Positions
    zone : (m,) int array
        Unit in which a place lies, -1 outside of all.
    urban : (m,) object array
        Urban area in which a place lies, empty outside of all.
    urban_known : bool
        Whether urban areas were given at all.
    """

    travel: Travel
    places: Places
    at: Positions
    zone: np.ndarray
    urban: np.ndarray
    urban_known: bool


@dataclass(frozen=True)
class Rules:
    """Thresholds of all methods."""

    rural: RuralRules = field(default_factory=RuralRules)
    targets: Targets = field(default_factory=Targets)
    share: float = 0.15
    city_people: float = 50000.0
    regions: int = 0
    resolution: float = 1.0
    seed: int = 1


@dataclass(frozen=True)
class Division:
    """Units put together.

    Attributes
    ----------
    group : (n,) int array
        Numbered from 0 in the order of the cores' ids.
    core : (groups,) int array
        Unit that is the core.
    role : (n,) object array
        ``core``, ``member``, ``alone``, or ``urban`` (inside an urban area that was given).
    valid : (groups,) bool array
        Whether the method's own targets are met.
    """

    group: np.ndarray
    core: np.ndarray
    role: np.ndarray
    valid: np.ndarray


@dataclass(frozen=True)
class FunctionalZones:
    """The division as it was asked for, the one without the border's other side, and flows."""

    across: Division
    apart: Division
    flows: Flows | None
    variant: str


def functional_zones(
    units: Units,
    method: str,
    rules: Rules,
    flows: Flows | None = None,
    settlements: Settlements | None = None,
    allow_cross_border: bool = True,
    progress: Progress = quiet,
) -> FunctionalZones:
    """Divide units into candidate functional zones, with the border and without crossing it.

    Without crossing it means for drive times a closed border, for flows that none of them counts
    as a tie; they still count as leaving, so that nothing looks self-contained at the border.

    Parameters
    ----------
    units : Units
    method : str
        One of `METHODS`.
    rules : Rules
    flows : Flows, optional
        Needed by all methods but ``functional_rural``.
    settlements : Settlements, optional
        Needed by ``functional_rural``.
    allow_cross_border : bool
        Whether a zone may hold units of two countries.

    Raises
    ------
    MissingFieldError
        If what the method needs is not given.
    """
    if method == RURAL and settlements is None:
        raise MissingFieldError(
            "functional_rural needs NETWORK and PLACES", "Give them, or flows and another METHOD"
        )
    if method != RURAL and flows is None:
        raise MissingFieldError(
            f"{method} needs flows", "Give FLOWS, or take METHOD functional_rural"
        )
    if len(units.id) < 2:
        raise InvalidValueError("one zone cannot be divided or put together", layer=units.layer)
    order = np.argsort(units.id.astype(str), kind="stable")  # the order of rows is of no matter
    place = np.argsort(order)
    sorted_units = _reordered(units, order, place)
    sorted_flows = None if flows is None else replace(flows, matrix=flows.matrix[order][:, order])
    if settlements is not None:
        zone = np.where(settlements.zone >= 0, place[np.maximum(settlements.zone, 0)], -1)
        settlements = replace(settlements, zone=zone)
    made = []
    for step, crossing in enumerate((allow_cross_border, False)):
        now = part(progress, step / 2, (step + 1) / 2)
        asked_for = step == 0
        if method == RURAL:
            found = _rural(sorted_units, settlements, rules, crossing, asked_for, now)
        else:
            found = _by_flows(sorted_units, sorted_flows, method, rules, crossing, now)
        made.append(_in_order(found, order, place))
    variant = ""
    if method == RURAL:
        variant = "outside of urban areas" if settlements.urban_known else "all-territory variant"
    return FunctionalZones(made[0], made[1], flows, variant)


def _reordered(units: Units, order, place) -> Units:
    pairs = np.asarray(units.neighbours, np.int64)
    moved = [getattr(units, name)[order] for name in ("id", "name", "country", "people")]
    return Units(*moved, place[pairs], units.city[order], units.layer)


def _in_order(found: Division, order, place) -> Division:
    return replace(found, group=found.group[place], core=order[found.core], role=found.role[place])


def _rural(units, settlements, rules, crossing, asked_for, progress) -> Division:
    travel, places, at = settlements.travel, settlements.places, settlements.at
    if not asked_for:
        travel = replace(travel, border=BorderScenario(CLOSED))
    rows = np.flatnonzero((at.status == OK) & (settlements.urban == ""))
    rows = rows[np.argsort(places.id[rows].astype(str), kind="stable")]
    here = at.take(rows)
    minutes = travel.matrix(here, here, progress)
    if not crossing:
        minutes = np.where(here.country[:, None] == here.country[None, :], minutes, np.inf)
    people = places.people()
    area = np.full(len(places.id), -1)
    touching = neighbouring(places.xy[rows])
    area[rows] = rows[functional_rural_areas(minutes, people[rows], rules.rural, touching)]
    zone = settlements.zone.copy()
    known = zone >= 0
    foreign = known & (units.country[np.maximum(zone, 0)] != at.country) & (at.country != "")
    zone[foreign & (units.country[np.maximum(zone, 0)] != "")] = -1  # slivers along the border
    count = len(units.id)
    of_zone = areas_of_zones(area, zone, people, count)
    urban_names = np.unique(settlements.urban[settlements.urban != ""].astype(str))
    in_urban = np.zeros((count, len(urban_names) + 1))
    number = np.where(settlements.urban == "", len(urban_names),
                      np.searchsorted(urban_names, settlements.urban.astype(str)))  # fmt: skip
    np.add.at(in_urban, (zone[zone >= 0], number[zone >= 0]), people[zone >= 0])
    most = in_urban.argmax(axis=1)
    urban = (most < len(urban_names)) & (in_urban.max(axis=1) > 0)
    label = np.where(of_zone >= 0, of_zone, len(area) + np.arange(count))
    label = np.where(urban, -1 - most, label)
    group = np.unique(label, return_inverse=True)[1]
    # the unit in which the centre lies is the core, if it is a part of the area itself
    central = np.zeros(count)
    centre_zone = np.where(of_zone >= 0, zone[np.maximum(of_zone, 0)], -1)
    central[np.arange(count) == centre_zone] = 1.0
    size = np.bincount(group, units.people)
    valid = size >= rules.rural.least_people
    return _division(group, urban, valid, central, units.people)


def _by_flows(units, flows, method, rules, crossing, progress) -> Division:
    matrix, out, into = flows.matrix, flows.out, flows.into
    if not crossing:
        matrix = np.where(units.country[:, None] == units.country[None, :], matrix, 0.0)
    count = len(units.id)
    valid, weight = None, into
    if method == TTWA:
        group, valid = travel_to_work_areas(matrix, rules.targets, out, into, progress)
    elif method == INTRAMAX:
        group = grouping.intramax(matrix, out, into, progress).groups(rules.regions)
    elif method == DOMINANT:
        centre = grouping.centres_of(grouping.dominant_flow(matrix, into))
        group, weight = centre, (centre == np.arange(count)).astype(float)
    elif method == LOUVAIN:
        group = grouping.communities(matrix, rules.resolution, rules.seed)
    else:
        city = _cities(units, rules.city_people)
        area = grouping.functional_urban_areas(matrix, city, rules.share, units.neighbours, out)
        group = np.where(area >= 0, area, count + np.arange(count))
        weight = (city >= 0) * (1 + units.people)
    numbers, group = np.unique(group, return_inverse=True)
    valid = np.ones(len(numbers), dtype=bool) if valid is None else valid
    return _division(group, np.zeros(count, dtype=bool), valid, weight, units.people)


def _cities(units: Units, least: float) -> np.ndarray:
    """Number of the city of each unit, -1 for none; without names every large unit is one."""
    names = units.city.astype(str)
    if (names == "").all():
        names = np.where(units.people >= least, units.id.astype(str), "")
    if (names == "").all():
        raise InvalidValueError(
            f"no zone has {least:g} residents, so there is no city",
            "Name the cities with CITY_FIELD, or lower CITY_SIZE",
            layer=units.layer,
        )
    found, number = np.unique(names, return_inverse=True)
    return np.where(names == "", -1, number - int(found[0] == ""))


def _division(group, urban, valid, *weights) -> Division:
    """Groups numbered in the order of their cores; who is core, member or alone."""
    core = cores(group, *weights)
    order = np.argsort(core, kind="stable")
    group, core, valid = np.argsort(order)[group], core[order], valid[order]
    size = np.bincount(group)
    role = np.full(len(group), MEMBER, dtype=object)
    role[core] = CORE
    role[size[group] == 1] = ALONE
    role[urban] = URBAN
    return Division(group, core, role, valid)


def changed(one: Division, other: Division) -> np.ndarray:
    """(n,) bool: units that are together with other units in one division than in the other."""
    same_one = one.group[:, None] == one.group[None, :]
    same_other = other.group[:, None] == other.group[None, :]
    return (same_one != same_other).any(axis=1)


def region_table(units: Units, found: Division, flows: Flows | None) -> pd.DataFrame:
    """What is known of each region; the index is its number."""
    count = len(found.core)
    table = pd.DataFrame(
        {
            "zone_id": zone_ids(units, found),
            "zone_name": units.name[found.core],
            "core": units.id[found.core].astype(str).astype(object),
            "units": np.bincount(found.group),
            "countries": _joined(units.country, found.group, count),
            "population": np.bincount(found.group, units.people),
        }
    )
    table["cross_border"] = table["countries"].str.contains(", ").astype(int)
    for letter, code in zip("ab", sorted(set(units.country.tolist()) - {""})):
        table[f"country_{letter}"] = code
        here = np.where(units.country == code, units.people, 0.0)
        table[f"population_{letter}"] = np.bincount(found.group, here)
    table["parts"] = parts(found.group, units.neighbours)
    table["contiguous"] = (table["parts"] == 1).astype(int)
    table["meets_targets"] = found.valid.astype(int)
    if flows is not None:
        shares = self_containment(flows.matrix, found.group)
        table = pd.concat([table, shares], axis=1)
        across = across_border(units.country)
        within = found.group[:, None] == found.group[None, :]
        crossing = np.where(across & within, flows.matrix, 0.0).sum(axis=1)
        table["flow_across"] = np.bincount(found.group, crossing)
        table["flow_kind"] = flows.kind
    table["unit_ids"] = _joined(units.id, found.group, count)
    table["unit_names"] = _joined(units.name, found.group, count)
    return table


def zone_ids(units: Units, found: Division) -> np.ndarray:
    """(groups,) ids made of the core's id, so that they last while the core does."""
    return np.array([f"FZ-{units.id[one]}" for one in found.core], dtype=object)


def _joined(values, group, count) -> list[str]:
    table = pd.DataFrame({"group": group, "value": values.astype(str)})
    table = table[table["value"] != ""].drop_duplicates().sort_values(["group", "value"])
    texts = table.groupby("group")["value"].agg(", ".join)
    return [texts.get(one, "") for one in range(count)]
