"""Measures of accessibility for each place and type of service."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import NoServicesError
from ..network.search import SourceGraph
from ..network.snapping import Positions
from ..progress import Progress, quiet
from ..services.inputs import Services, ServiceType
from .travel import Travel

NEAREST, CUMULATIVE = "nearest", "cumulative"
MEASURES = (NEAREST, CUMULATIVE)


def require_services(types: list[ServiceType], services: Services, at: Positions) -> None:
    """Raise `NoServicesError` if a type has services, but none that joined the network.

    A type whose last service is closed by a change has none, and is reached from nowhere.
    """
    for kind in types:
        mine = services.type == kind.name
        if mine.any() and not at.ok[mine].any():
            raise NoServicesError(
                f"no service of type '{kind.name}' lies near a road of its country",
                "Raise SNAP_DISTANCE, look at the CRS and the countries of the services, or leave "
                "the type out with SERVICE_FILTER",
                layer=services.layer,
            )


@dataclass(frozen=True)
class OwnAndAbroad:
    """The nearest service of one type in the own country and abroad, for n places.

    Attributes
    ----------
    own, abroad : (n,) float arrays
        Cost; infinite where none is reached.
    own_service, abroad_service : (n,) int arrays
        Row of the service, -1 without one.
    crossing : (n,) int array
        Edge row of the border crossing on the way to the service abroad, -1 without one.
    """

    own: np.ndarray
    abroad: np.ndarray
    own_service: np.ndarray
    abroad_service: np.ndarray
    crossing: np.ndarray


def nearest_own_and_abroad(
    travel: Travel,
    graph: SourceGraph,
    service_country: np.ndarray,
    of_type: np.ndarray,
    targets: Positions,
) -> OwnAndAbroad:
    """Nearest service at home and abroad: one search for each country that has such services.

    Parameters
    ----------
    travel : Travel
    graph : SourceGraph
        The network with all services set into it.
    service_country : (k,) object array
    of_type : (k,) bool array
        Services that count.
    targets : Positions
        Places; without a country all services are the own country's.
    """
    count = len(targets)
    own, abroad = np.full(count, np.inf), np.full(count, np.inf)
    own_service, abroad_service = np.full(count, -1), np.full(count, -1)
    crossing = np.full(count, -1)
    for country in sorted(set(service_country[of_type].tolist())):
        chosen = np.flatnonzero(of_type & (service_country == country))
        found = travel.nearest(graph, chosen, targets)
        home = targets.country == country
        own[home], own_service[home] = found.cost[home], found.source[home]
        nearer = ~home & (found.cost < abroad)
        abroad[nearer], abroad_service[nearer] = found.cost[nearer], found.source[nearer]
        crossing[nearer] = found.crossing[nearer]
    return OwnAndAbroad(own, abroad, own_service, abroad_service, crossing)


@dataclass(frozen=True)
class Accessibility:
    """Measures for n places.

    Attributes
    ----------
    values : DataFrame
        One row a place, columns ``<measure>_<type>``, and for data of several countries
        ``<measure>_own_<type>`` and ``<measure>_abroad_<type>``: "foreign services do not count"
        is another question than "the border is closed". `nearest_id_<type>` names the service.
        Costs are minutes or km, NaN where none is reached.
    remarks : (n,) object array
        Why a value is missing, in words; empty where none is.
    services : Positions
        Where the services joined the network.
    """

    values: pd.DataFrame
    remarks: np.ndarray
    services: Positions


def service_accessibility(
    travel: Travel,
    places: Positions,
    services: Services,
    types: list[ServiceType],
    measures: list[str],
    threshold: float,
    progress: Progress = quiet,
) -> Accessibility:
    """Nearest and cumulative accessibility.

    Parameters
    ----------
    travel : Travel
    places : Positions
    services : Services
    types : list of ServiceType
    measures : list of str
        ``nearest``: cost to the nearest service (unreached: NaN, never 0). ``cumulative``: what is
        within the threshold, inclusive: capacities where a type has any, else the number of
        services [1]_.
    threshold : float
        Minutes or km for types without a threshold of their own.

    References
    ----------
    .. [1] Wachs and Kumagai 1973, Physical accessibility as a social indicator.
       doi:10.1016/0038-0121(73)90041-4
    """
    at = travel.sources(services)
    require_services(types, services, at)
    graph = travel.from_sources(at)
    several = len(travel.countries) > 1
    columns: dict[str, np.ndarray] = {}
    missing = [[] for _ in range(len(places))]
    for number, kind in enumerate(types):
        progress(number / len(types), f"{kind.label}")
        of_type = (services.type == kind.name) & at.ok
        if NEAREST in measures:
            near = nearest_own_and_abroad(travel, graph, at.country, of_type, places)
            best = np.minimum(near.own, near.abroad)
            service = np.where(near.own <= near.abroad, near.own_service, near.abroad_service)
            columns[f"nearest_{kind.slug}"] = _or_nan(best)
            columns[f"nearest_id_{kind.slug}"] = np.append(services.id, None)[service]
            if several:
                columns[f"nearest_own_{kind.slug}"] = _or_nan(near.own)
                columns[f"nearest_abroad_{kind.slug}"] = _or_nan(near.abroad)
            for row in np.flatnonzero(~np.isfinite(best) & places.ok):
                missing[row].append(kind.name)
        if CUMULATIVE in measures:
            limit = threshold if kind.threshold_min is None else kind.threshold_min
            own, abroad = _within(travel, at, services, of_type, places, limit)
            columns[f"cumulative_{kind.slug}"] = np.where(places.ok, own + abroad, np.nan)
            if several:
                columns[f"cumulative_own_{kind.slug}"] = np.where(places.ok, own, np.nan)
                columns[f"cumulative_abroad_{kind.slug}"] = np.where(places.ok, abroad, np.nan)
    remarks = np.array(
        [f"not reached: {', '.join(names)}" if names else "" for names in missing], dtype=object
    )
    return Accessibility(pd.DataFrame(columns), remarks, at)


def _within(travel, at, services, of_type, places, limit):
    chosen = np.flatnonzero(of_type)
    supply = services.capacity[chosen]
    supply = np.ones(len(chosen)) if np.isnan(supply).all() else np.nan_to_num(supply)
    own, abroad = np.zeros(len(places)), np.zeros(len(places))
    if len(chosen):
        cost = travel.matrix(at.take(chosen), places)
        inside = (cost <= min(limit, travel.max_cost)) & np.isfinite(cost)
        home = at.country[chosen][:, None] == places.country[None, :]
        own = supply @ (inside & home)
        abroad = supply @ (inside & ~home)
    return own, abroad


def _or_nan(cost):
    return np.where(np.isfinite(cost), cost, np.nan)
