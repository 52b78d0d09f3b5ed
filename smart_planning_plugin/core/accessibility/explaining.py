"""The terms behind a number of accessibility: which services, how far, shared with whom."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..limits import within
from ..network.snapping import OK, Positions
from ..services.inputs import Services, ServiceType
from .fca import COMPETITION, Weighing, contributions
from .measures import MEASURES, NEAREST, Accessibility
from .reach import Offer, Pairs
from .travel import Travel

FAR_M = 1e6


@dataclass(frozen=True)
class Number:
    """What a column of a result holds: ``loss_abs_2sfca_own_hospital_open`` taken apart."""

    measure: str
    kind: ServiceType
    part: str = ""
    state: str = ""


def number_of(column: str, types: list[ServiceType]) -> Number | None:
    """The measure, type, part and state of the border that a column names; None for another."""
    slugs = "|".join(re.escape(one.slug) for one in sorted(types, key=lambda one: -len(one.slug)))
    measures = "|".join(re.escape(one) for one in sorted(MEASURES, key=len, reverse=True))
    found = re.fullmatch(
        rf"(?:loss_abs_|loss_pct_|change_)?(?P<measure>{measures})(?:_(?P<part>own|abroad|id|\d+))?"
        rf"_(?P<slug>{slugs})(?:_(?P<state>open|delay|closed))?",
        column,
    )
    if found is None:
        found = re.fullmatch(
            rf"(?:norm|within_norm|gain_min|gain_km|newly_served|cut_off)_(?P<slug>{slugs})"
            r"(?:_(?P<state>open|delay|closed))?",
            column,
        )
        if found is None:
            return None
        kind = next(one for one in types if one.slug == found["slug"])
        return Number(NEAREST, kind, "", found["state"] or "")
    kind = next(one for one in types if one.slug == found["slug"])
    return Number(found["measure"], kind, found["part"] or "", found["state"] or "")


def alternatives(
    travel: Travel,
    services: Services,
    services_at: Positions,
    kind: ServiceType,
    place: Positions,
    threshold: float = np.inf,
) -> pd.DataFrame:
    """All services of a type as one place sees them, the nearest first.

    Parameters
    ----------
    place : Positions
        Of one place.
    threshold : float
        What lies further is said to be beyond it.

    Returns
    -------
    DataFrame
        `row`, `id`, `country`, `home`, `way`, `extra` (abroad), `total`, `capacity`, `reason`:
        why it does not count, empty where it does.
    """
    row = np.flatnonzero(services.type == kind.name)
    cost = travel.matrix(services_at.take(row), place)[:, 0]
    home = services_at.country[row] == place.country[0]
    extra = np.where(home, 0.0, kind.extra_min_abroad if travel.cost == "time" else 0.0)
    capacity = services.capacity[row]
    reason = np.full(len(row), "", dtype=object)
    reason[~within(cost + extra, threshold)] = f"beyond the threshold of {threshold:g}"
    reason[~np.isfinite(cost)] = "no way under this border"
    reason[capacity == 0] = "no capacity"
    off = (services_at.status[row] != OK) & (capacity != 0)
    reason[off] = [f"not on a road: {one}" for one in services_at.status[row][off]]
    table = pd.DataFrame(
        {
            "row": row,
            "id": services.id[row],
            "country": services_at.country[row],
            "home": home,
            "way": np.where(np.isfinite(cost), cost, np.nan),
            "extra": extra,
            "total": np.where(np.isfinite(cost), cost + extra, np.nan),
            "capacity": capacity,
            "reason": reason,
        }
    )
    return table.sort_values(["total", "row"], kind="stable").reset_index(drop=True)


def terms(
    access: Accessibility,
    services: Services,
    kind: ServiceType,
    measure: str,
    place: int,
    weighing: Weighing,
) -> pd.DataFrame:
    """The terms that add up to a measure of pairs at one place.

    Returns
    -------
    DataFrame
        For each service in reach: `id`, `home`, `cost`, `supply`, `weight`, for measures with
        competition `demand` (in the reach of the service, weighted as the measure does), and
        `value`: what it adds. The values sum up to the measure.
    """
    number = next(at for at, one in enumerate(access.offers) if one.kind.name == kind.name)
    offer: Offer = access.offers[number]
    sums = access.found[number].sums.get(measure)
    demand = access.demands[number]
    mine = [
        block[number]
        for block in access.reach.rounds()
        if len(block[number]) and (block[number].place == place).any()
    ]
    if not mine:
        return pd.DataFrame(columns=["id", "home", "cost", "supply", "weight", "value"])
    kept = mine[0].place == place
    pairs = Pairs(*(getattr(mine[0], one)[kept] for one in Pairs.__dataclass_fields__))
    weight = weighing.weights(measure, pairs, offer.threshold)
    table = {
        "id": services.id[offer.row[pairs.service]],
        "home": pairs.home,
        "cost": pairs.cost,
        "supply": offer.supply[pairs.service],
        "weight": weight,
    }
    if measure in COMPETITION:
        table["demand"] = sums.demand[pairs.service]
    table["value"] = contributions(measure, offer, sums, weight, pairs, demand)
    return pd.DataFrame(table).sort_values(["cost", "id"], kind="stable").reset_index(drop=True)


def nearest_roads(travel: Travel, xy: np.ndarray, country: np.ndarray) -> tuple[float, float]:
    """Metres from a place to the nearest road of its country, and of any; NaN without one."""
    snapper = type(travel.snapper)(travel.network, replace(travel.snapping, distance_m=FAR_M))
    (own,) = snapper.snap(xy, country).snap_m
    there = snapper.country_of_nearest_road(xy)
    (any_,) = snapper.snap(xy, there).snap_m if there.all() else [np.nan]
    return float(own), float(any_)
