"""What pairs of zones, or of regions, could do together: interaction and services in reach."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..accessibility.travel import Travel
from ..crossborder.scenarios import OPEN, BorderScenario
from ..limits import at_least, within
from ..network.snapping import Positions
from ..progress import Progress, part, quiet
from ..services.inputs import NOT_SHAREABLE, Places, Services, ServiceType
from .flows import OBSERVED, Flows, across_border, by_group
from .interaction import Deterrence


@dataclass(frozen=True)
class Interaction:
    """Interaction between n zones, now and as it could be.

    Attributes
    ----------
    present, potential : (n, n) float arrays
    minutes : (n, n) float array
        Mean time between their people, NaN where it is not known or there is no way.
    basis : str
        What the numbers rest on, in words.
    """

    present: np.ndarray
    potential: np.ndarray
    minutes: np.ndarray
    basis: str


def from_flows(flows: Flows, country: np.ndarray, willingness: float) -> Interaction:
    """Interaction from a table of flows alone.

    Modelled flows are what could be; at present a share of them, the willingness, crosses the
    border. Observed flows are the present, and all that is known of what could be.
    """
    none = np.full(flows.matrix.shape, np.nan)
    if flows.kind == OBSERVED:
        return Interaction(flows.matrix, flows.matrix, none, "observed flows")
    present = flows.matrix * np.where(across_border(country), willingness, 1.0)
    return Interaction(present, flows.matrix, none, "modelled flows")


def from_drive_times(
    travel: Travel,
    places: Places,
    at: Positions,
    zone: np.ndarray,
    count: int,
    willingness: float,
    deterrence: Deterrence | None = None,
    observed: Flows | None = None,
    progress: Progress = quiet,
) -> Interaction:
    """Interaction by gravity between places, added up by zone.

    Potential is with the border open and as easy to cross as any place at home; present is under
    the border in force, with the share of willingness, unless it was observed. Potential is scaled
    so that flows within countries are the observed ones, else one for every resident.

    Parameters
    ----------
    zone : (m,) int array
        Zone of each place, -1 outside.
    willingness : float
    deterrence : Deterrence
        Power of 2 by default.
    observed : Flows, optional
        Between zones.
    """
    deterrence = deterrence or Deterrence()
    rows = np.flatnonzero(at.ok & (zone >= 0))
    here, of_zone = at.take(rows), zone[rows]
    people = places.people()[rows]
    border = across_border(here.country)
    eased = replace(travel, border=BorderScenario(OPEN))
    flow, minutes = {}, {}
    same = travel.border.state == OPEN
    for name, how, begin in (("potential", eased, 0.0), ("present", travel, 0.5)):
        if name == "present" and same:
            cost = minutes["potential"]
        else:
            cost = how.matrix(here, here, part(progress, begin, begin + 0.5)).copy()
            np.fill_diagonal(cost, deterrence.least_cost)
        minutes[name] = cost
        factor = np.where(border, willingness, 1.0) if name == "present" else 1.0
        flow[name] = people[:, None] * people[None, :] * deterrence(cost) * factor
    sums = {name: by_group(one, of_zone, count) for name, one in flow.items()}
    home = by_group(np.where(border, 0.0, flow["potential"]), of_zone, count)
    basis = "modelled from people and drive times"
    if observed is not None:
        scale = (observed.matrix[home > 0].sum() / home.sum()) if home.sum() > 0 else 1.0
        present = observed.matrix
        basis = f"present {observed.kind}, potential {basis}"
    else:
        total = sums["potential"].sum()
        scale = people.sum() / total if total > 0 else 1.0
        present = sums["present"] * scale
    return Interaction(
        present, sums["potential"] * scale, _mean_minutes(minutes["potential"], people, of_zone,
                                                          count), basis,
    )  # fmt: skip


def _mean_minutes(cost, people, zone, count):
    weight = people[:, None] * people[None, :] * np.isfinite(cost)
    total = by_group(weight, zone, count)
    mean = by_group(weight * np.where(np.isfinite(cost), cost, 0.0), zone, count)
    return np.divide(mean, total, out=np.full(total.shape, np.nan), where=total > 0)


@dataclass(frozen=True)
class Offer:
    """One type of service between g groups of zones.

    Attributes
    ----------
    type : ServiceType
    gain, reach : (g, g) float arrays
        People of the row's group who could reach one in the column's group within the threshold,
        and those of them for whom it is nearer by the advantage than any of their own side, or
        reached only there.
    """

    type: ServiceType
    reach: np.ndarray
    gain: np.ndarray


def offers(
    travel: Travel,
    places: Places,
    at: Positions,
    services: Services,
    types: list[ServiceType],
    place_group: np.ndarray,
    service_group: np.ndarray,
    own_of_place: np.ndarray,
    own_of_service: np.ndarray,
    count: int,
    threshold: float,
    advantage: float,
    progress: Progress = quiet,
) -> list[Offer]:
    """Services of other groups in people's reach, for each type that may be shared.

    Parameters
    ----------
    place_group, service_group : int arrays
        Group of each place and service, -1 for none.
    own_of_place, own_of_service : object arrays
        What makes a service one's own: the country, or the region.
    count : int
        Number of groups.
    threshold, advantage : float
        Minutes, for types without their own.

    Notes
    -----
    A type that may not be shared across a border is left out there, and counts at home.
    """
    sources = travel.sources(services)
    cost = travel.matrix(sources, at, progress)
    open_border = travel.border.state == OPEN
    inside = np.flatnonzero(at.ok & (place_group >= 0))
    abroad = sources.country[:, None] != at.country[None, :]

    def by_place(counted):
        return np.bincount(place_group[inside], counted[inside], minlength=count)

    found = []
    for kind in types:
        limit = threshold if kind.threshold_min is None else kind.threshold_min
        ahead = advantage if kind.advantage_min is None else kind.advantage_min
        rows = np.flatnonzero(sources.ok & (services.type == kind.name))
        way = cost[rows] + np.where(abroad[rows], kind.extra_min_abroad, 0.0)
        if kind.shareable(open_border) == NOT_SHAREABLE:
            way = np.where(abroad[rows], np.inf, way)
        mine = own_of_service[rows][:, None] == own_of_place[None, :]
        own = np.where(mine, way, np.inf).min(axis=0, initial=np.inf)
        people = places.people(kind.demand_field)
        reach, gain = np.zeros((count, count)), np.zeros((count, count))
        for group in np.unique(service_group[rows]):
            if group < 0:
                continue
            near = np.where(mine[service_group[rows] == group], np.inf,
                            way[service_group[rows] == group]).min(axis=0)  # fmt: skip
            reached = np.isfinite(near) & within(near, limit)
            with np.errstate(invalid="ignore"):
                better = reached & (~within(own, limit) | at_least(own - near, ahead))
            reach[:, group] = by_place(people * reached)
            gain[:, group] = by_place(people * better)
        found.append(Offer(kind, reach, gain))
    return found
