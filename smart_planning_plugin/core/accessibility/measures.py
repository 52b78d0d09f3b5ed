"""Measures of accessibility for each place and type of service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..crossborder.scenarios import TIME
from ..errors import NoServicesError
from ..network.search import SourceGraph
from ..network.snapping import OK, Positions
from ..progress import Progress, quiet
from ..services.inputs import NO_CAPACITY, Places, Services, ServiceType
from .fca import PAIR_MEASURES, Found, Weighing, accessibility, ratios
from .reach import Offer, Reach, as_for, offers_of
from .travel import Travel, or_nan

NEAREST = "nearest"
MEASURES = (NEAREST, *PAIR_MEASURES)


def require_services(types: list[ServiceType], services: Services, at: Positions) -> None:
    """Raise `NoServicesError` if a type has services, but none that joined the network.

    A type whose last service is closed by a change, or has no capacity, is reached from nowhere.
    """
    for kind in types:
        mine = (services.type == kind.name) & (services.capacity != 0)
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

    def take(self, rows) -> OwnAndAbroad:
        """The chosen places."""
        return OwnAndAbroad(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


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
class Question:
    """What is asked of accessibility.

    Attributes
    ----------
    measures : sequence of str
        Some of `MEASURES`.
    threshold : float
        Minutes or km, for types without a threshold of their own.
    weighing : Weighing
        Decay and willingness of the weighted measures.
    nearest : int
        With n above 1 also the cost to the n-th nearest service.
    """

    measures: Sequence[str] = (NEAREST,)
    threshold: float = 30.0
    weighing: Weighing = field(default_factory=Weighing)
    nearest: int = 1

    @property
    def of_pairs(self) -> list[str]:
        return [one for one in self.measures if one in PAIR_MEASURES]


@dataclass(frozen=True)
class Accessibility:
    """Measures for n places.

    Attributes
    ----------
    values : DataFrame
        One row a place, columns ``<measure>_<type>``, and for data of several countries
        ``<measure>_own_<type>`` and ``<measure>_abroad_<type>``: "foreign services do not count"
        is another question than "the border is closed". `nearest_id_<type>` names the service,
        ``nearest_<n>_<type>`` is the n-th nearest. Costs are minutes or km, NaN where none is
        reached; the other measures are 0 where nothing is in reach. All are NaN for a place that
        could not be used.
    remarks : (n,) object array
        Why a value is missing, in words; empty where none is.
    services : Positions
        Where the services joined the network.
    offers : list of Offer
        By type: the services that count.
    found : list of Found
        By type: the measures of pairs, and what its services share with whom.
    reach : Reach
    demands : list of (n,) float arrays
        By type: who needs the service.
    """

    values: pd.DataFrame
    remarks: np.ndarray
    services: Positions
    offers: list[Offer]
    found: list[Found]
    reach: Reach
    demands: list[np.ndarray]

    def reweighed(self, measures: Sequence[str], weighing: Weighing) -> list[Found]:
        """Measures of pairs with another decay or willingness; no way is searched again."""
        return accessibility(measures, self.offers, self.reach.rounds, self.demands, weighing)

    def main(self) -> list[tuple[str, ServiceType, str]]:
        """Measure, type and column of each value that is no part of another."""
        return [
            (measure, offer.kind, f"{measure}_{offer.kind.slug}")
            for offer in self.offers
            for measure in MEASURES
            if f"{measure}_{offer.kind.slug}" in self.values
        ]


def service_accessibility(
    travel: Travel,
    at: Positions,
    places: Places,
    services: Services,
    types: list[ServiceType],
    question: Question,
    progress: Progress = quiet,
    services_at: Positions | None = None,
) -> Accessibility:
    """Measures of accessibility for each place and type of service.

    Parameters
    ----------
    travel : Travel
    at : Positions
        Where the places join the network.
    places : Places
        Who lives there, for measures with competition.
    services : Services
    types : list of ServiceType
        Their demand fields, thresholds, extra minutes abroad and directions hold.
    question : Question
    services_at : Positions, optional
        Where the services join the network, when that is known from another scenario.

    Notes
    -----
    ``nearest``: cost to the nearest service that offers anything. ``cumulative``: what is within
    the threshold [1]_. The rest see `fca.contributions`. Of services equally near one is named,
    the same in every run.

    References
    ----------
    .. [1] Wachs and Kumagai 1973, Physical accessibility as a social indicator.
       doi:10.1016/0038-0121(73)90041-4
    """
    if services_at is None:
        services_at = travel.sources(services)
    require_services(types, services, services_at)
    offers = offers_of(
        services, services_at, types, question.threshold, travel.max_cost, travel.cost == TIME
    )
    demands = [places.people(kind.demand_field) for kind in types]
    reach = Reach(travel, services_at, at, offers, progress)
    with_pairs = bool(question.of_pairs)
    near: list[Nearest] = []
    look = None
    if NEAREST in question.measures:
        if with_pairs or question.nearest > 1:
            near = [Nearest.nothing(len(at), question.nearest) for _ in offers]

            def look(block):
                for one, offer, cost, home in zip(near, offers, block.costs, block.home):
                    one.look(offer, block.places, cost, home)
        else:
            graph = travel.from_sources(services_at)
            near = [
                Nearest.searched(travel, graph, services_at.country, offer, at, len(services.id))
                for offer in offers
            ]
    if with_pairs:
        found = accessibility(
            question.of_pairs, offers, lambda: reach.rounds(look), demands, question.weighing
        )
    else:
        for block in reach.blocks() if look is not None else ():
            look(block)
        found = [Found({}, {}, {}) for _ in offers]
    values, remarks = _columns(travel, at, services, offers, near, found, question)
    return Accessibility(values, remarks, services_at, offers, found, reach, demands)


def _columns(travel, at, services, offers, near, found, question):
    """The columns, in the order of types and measures, and the remarks."""
    several = len(travel.countries) > 1
    ids = np.append(services.id, None)
    columns: dict[str, np.ndarray] = {}
    missing: list[list[str]] = [[] for _ in range(len(at))]
    for number, offer in enumerate(offers):
        slug = offer.kind.slug
        if near:
            one = near[number]
            best = np.minimum(one.own, one.abroad)
            columns[f"nearest_{slug}"] = or_nan(best)
            columns[f"nearest_id_{slug}"] = ids[one.service]
            if several:
                columns[f"nearest_own_{slug}"] = or_nan(one.own)
                columns[f"nearest_abroad_{slug}"] = or_nan(one.abroad)
            if question.nearest > 1:
                columns[f"nearest_{question.nearest}_{slug}"] = or_nan(one.nth)
            for row in np.flatnonzero(~np.isfinite(best) & at.ok):
                missing[row].append(offer.kind.name)
        for measure, own in found[number].own.items():
            abroad = found[number].abroad[measure]
            columns[f"{measure}_{slug}"] = np.where(at.ok, own + abroad, np.nan)
            if several:
                columns[f"{measure}_own_{slug}"] = np.where(at.ok, own, np.nan)
                columns[f"{measure}_abroad_{slug}"] = np.where(at.ok, abroad, np.nan)
    remarks = np.array(
        [f"not reached: {', '.join(names)}" if names else "" for names in missing], dtype=object
    )
    return pd.DataFrame(columns), remarks


@dataclass
class Nearest:
    """The nearest services of one type, filled a block of places at a time.

    Attributes
    ----------
    own, abroad : (n,) float arrays
        Cost to the nearest at home and abroad, infinite where none is reached.
    service : (n,) int array
        Row of the nearest of all, -1 without one.
    nth : (n,) float array
        Cost to the n-th nearest.
    n : int
    """

    own: np.ndarray
    abroad: np.ndarray
    service: np.ndarray
    nth: np.ndarray
    n: int

    @classmethod
    def nothing(cls, count: int, n: int) -> Nearest:
        own, abroad, nth = (np.full(count, np.inf) for _ in range(3))
        return cls(own, abroad, np.full(count, -1), nth, n)

    @classmethod
    def searched(cls, travel, graph, country, offer: Offer, at, services: int) -> Nearest:
        """By one search a country, without costs to all."""
        chosen = np.zeros(services, dtype=bool)
        chosen[offer.row] = True
        way = as_for(offer.kind, travel)
        near = nearest_own_and_abroad(way, graph, country, chosen, at)
        abroad = near.abroad + offer.extra
        service = np.where(near.own <= abroad, near.own_service, near.abroad_service)
        return cls(near.own, abroad, service, np.minimum(near.own, abroad), 1)

    def look(self, offer: Offer, rows: slice, cost: np.ndarray, home: np.ndarray) -> None:
        """Fill in a block of places from its (k, m) costs."""
        count = cost.shape[1]
        service = np.full((2, count), -1)  # at home, abroad
        least = np.full((2, count), np.inf)
        for code in sorted(set(offer.country)):
            mine = np.flatnonzero(offer.country == code)
            part = cost if len(mine) == len(cost) else cost[mine]
            first = part.argmin(axis=0)
            best = part[first, np.arange(count)]
            for side, there in enumerate((home[mine[0]], ~home[mine[0]])):
                nearer = there & (best < least[side])
                least[side, nearer] = best[nearer]
                service[side, nearer] = offer.row[mine[first[nearer]]]
        self.own[rows], self.abroad[rows] = least
        # of equals at home and abroad the one at home, as a search finds it
        self.service[rows] = np.where(least[0] <= least[1], service[0], service[1])
        if self.n <= len(cost):
            self.nth[rows] = np.partition(cost, self.n - 1, axis=0)[self.n - 1]


def facilities(access: Accessibility, services: Services) -> pd.DataFrame:
    """What each service shares with whom: a row a service, in their order.

    Returns
    -------
    DataFrame
        `service_type`, `supply` (what counts), for each measure with competition
        ``demand_<measure>`` (in its reach, weighted as the measure does) and ``ratio_<measure>``
        (supply for each of them), `status`: how it joined the network, else ``no_capacity``, or
        ``unserved`` where it has supply, and no demand in reach.
    """
    count = len(services.id)
    supply, unserved = np.full(count, np.nan), np.zeros(count, dtype=bool)
    columns: dict[str, np.ndarray] = {}
    for offer, found in zip(access.offers, access.found):
        supply[offer.row] = offer.supply
        for measure, sums in found.sums.items():
            for name, value in (("demand", sums.demand), ("ratio", ratios(measure, offer, sums))):
                column = columns.setdefault(f"{name}_{measure}", np.full(count, np.nan))
                column[offer.row] = value
            unserved[offer.row] |= (sums.demand <= 0) & (offer.supply > 0)
    status = access.services.status.astype(object)
    status = np.where((status == OK) & (services.capacity == 0), NO_CAPACITY, status)
    status = np.where((status == OK) & unserved, "unserved", status)
    return pd.DataFrame(
        {"service_type": services.type, "supply": supply, **columns, "status": status}
    )
