"""Who belongs to which facility: by the shortest way, by weight, or as far as it has room."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd
from scipy.optimize import linprog
from scipy.sparse import csr_matrix

from ..accessibility.surfaces import Surfaces
from ..accessibility.travel import Travel
from ..errors import InvalidValueError
from ..limits import LEEWAY
from ..network.snapping import Positions

NEAREST, WEIGHT, CAPACITY = "nearest", "weight", "capacity"
RULES = (NEAREST, WEIGHT, CAPACITY)
NOBODY = -1
FIRST_CHOICES = 8
EPSILON = 1e-7
NO_LIMIT = 1e12  # minutes or km


@dataclass(frozen=True)
class Facilities:
    """Facilities of one type.

    Attributes
    ----------
    at : Positions
    start : (k,) float array
        Minutes before a journey begins (turn-out).
    weight : (k,) float array
        A way to a facility of weight 2 is felt half as long.
    room : (k,) float array
        People it can take; infinite where there is no limit.
    abroad : float
        What using one abroad costs on top; infinite where nobody may.
    """

    at: Positions
    start: np.ndarray
    weight: np.ndarray
    room: np.ndarray
    abroad: float = 0.0

    def __len__(self) -> int:
        return len(self.start)

    def take(self, rows: np.ndarray) -> Facilities:
        """The chosen ones."""
        chosen = (self.start[rows], self.weight[rows], self.room[rows])
        return Facilities(self.at.take(rows), *chosen, self.abroad)

    def matrix(self, travel: Travel, targets: Positions) -> np.ndarray:
        """(k, m) cost of every target, turn-out and what is due abroad included."""
        foreign = self.at.country[:, None] != targets.country[None, :]
        due = np.where(foreign, self.abroad, 0.0) if self.abroad else 0.0
        return travel.matrix(self.at, targets) + self.start[:, None] + due

    def nearest(self, travel: Travel, targets: Positions, price: np.ndarray | float = 0.0):
        """(m,) least cost with the price of each facility, and the facility (-1 for none)."""
        graph = travel.from_sources(self.at, self.start + price)
        everyone = np.arange(len(self))
        if not self.abroad:
            found = travel.nearest(graph, everyone, targets)
            return found.cost, found.source
        cost, source = np.full(len(targets), np.inf), np.full(len(targets), NOBODY)
        for code in sorted(set(self.at.country[self.at.ok])):
            found = travel.nearest(graph, everyone[self.at.country == code], targets)
            due = found.cost + np.where(targets.country == code, 0.0, self.abroad)
            nearer = due < cost
            cost[nearer], source[nearer] = due[nearer], found.source[nearer]
        return cost, source


@dataclass(frozen=True)
class Division:
    """People divided among facilities; a place that fills one up may go to several.

    Attributes
    ----------
    place, facility : (p,) int arrays
        The facility is -1 for people who have none.
    people : (p,) float array
    cost : (p,) float array
        Minutes or km, turn-out included; NaN for those who have none.
    price : (k,) float array
        What a place at a full facility would have to be worth, in minutes or km: 0 where there is
        room. Everybody goes where way and price together are least.
    highest : float
        Those for whom they are more have no facility.
    """

    place: np.ndarray
    facility: np.ndarray
    people: np.ndarray
    cost: np.ndarray
    price: np.ndarray
    highest: float = np.inf

    def by_place(self, count: int) -> pd.DataFrame:
        """One row a place: the `facility` of most of its people, `cost` and `elsewhere`.

        `elsewhere` counts people of the place who go to another facility, or have none.
        """
        order = np.lexsort([self.facility, -self.people, self.place])
        place, at = np.unique(self.place[order], return_index=True)
        rows = order[at]
        facility, cost = np.full(count, NOBODY), np.full(count, np.nan)
        facility[place], cost[place] = self.facility[rows], self.cost[rows]
        total = np.bincount(self.place, self.people, count)
        elsewhere = total.copy()
        elsewhere[place] -= self.people[rows]
        return pd.DataFrame({"facility": facility, "cost": cost, "elsewhere": elsewhere})


def divide(
    rule: str, travel: Travel, facilities: Facilities, places: Positions, people: np.ndarray
) -> Division:
    """Divide the people of places among facilities.

    Parameters
    ----------
    rule : str
        ``nearest``: the shortest way, turn-out included. ``weight``: the way divided by the
        facility's weight is least (multiplicatively weighted Voronoi). ``capacity``: so that no
        facility takes more people than it has room for and the whole of all ways is least.
    people : (n,) float array

    References
    ----------
    Okabe, Boots, Sugihara and Chiu 2000, Spatial Tessellations, sections 3.1 and 3.8.
    Hitchcock 1941, doi:10.1002/sapm1941201224, for the transport problem.
    """
    if rule == NEAREST:
        cost, source = facilities.nearest(travel, places)
        cost = np.where(source >= 0, cost, np.nan)
        everyone = np.arange(len(places))
        return Division(everyone, source, people, cost, np.zeros(len(facilities)))
    cost = facilities.matrix(travel, places)
    if rule == CAPACITY:
        return within_room(cost, people, facilities.room)
    felt = cost / facilities.weight[:, None]
    chosen = felt.argmin(axis=0)
    everyone = np.arange(len(places))
    best = cost[chosen, everyone]
    chosen = np.where(np.isfinite(best), chosen, NOBODY)
    best = np.where(np.isfinite(best), best, np.nan)
    return Division(everyone, chosen, people, best, np.zeros(len(facilities)))


def within_room(cost: np.ndarray, people: np.ndarray, room: np.ndarray) -> Division:
    """The transport problem with the price of each facility's room.

    Only the ways that may matter are put in: the nearest few of each place first, then those that
    the prices show to be better, until none is. The result is that of all ways.

    Parameters
    ----------
    cost : (k, n) float array
        Infinite where a facility is not reached.
    people : (n,) float array
    room : (k,) float array

    Returns
    -------
    Division
        Where the room does not suffice, those who have the longest ways have no facility.
    """
    count = len(room)
    finite = cost[np.isfinite(cost)]
    highest = (finite.max(initial=0.0) + 1) * (count + 1)  # dearer than any way with its prices
    there = np.flatnonzero((people > 0) & np.isfinite(cost).any(axis=0))
    first = np.argsort(cost[:, there], axis=0, kind="stable")[:FIRST_CHOICES]
    chosen = np.zeros((count, len(there)), dtype=bool)
    np.put_along_axis(chosen, first, True, axis=0)
    chosen &= np.isfinite(cost[:, there])
    flow = np.zeros((count + 1, len(there)))
    while len(there):
        flow, price, worth = _solve(cost[:, there], people[there], room, chosen, highest)
        better = cost[:, there] + price[:, None] < worth[None, :] - EPSILON * (1 + highest)
        better &= ~chosen
        if not better.any():
            break
        chosen |= better
    facility, at = np.nonzero(flow > EPSILON * np.maximum(people[there], 1))
    price = _lowest(np.append(cost[:, there], np.full((1, len(there)), highest), 0), facility, at)
    place, amount = there[at], flow[facility, at]
    facility = np.where(facility == count, NOBODY, facility)
    # the rest has no people, or no way: for the map it goes where all others would
    rest = np.setdiff1d(np.arange(len(people)), there)
    with_price = cost[:, rest] + _felt(price)[:, None]
    nearest = with_price.argmin(axis=0) if len(rest) else np.empty(0, np.int64)
    least = with_price.min(axis=0, initial=np.inf)
    nearest = np.where(least <= highest, nearest, NOBODY)
    place = np.concatenate([place, rest])
    facility = np.concatenate([facility, nearest])
    amount = np.concatenate([amount, people[rest]])
    paid = np.where(facility >= 0, cost[np.maximum(facility, 0), place], np.nan)
    short = (flow[count] > EPSILON * np.maximum(people[there], 1)).any()
    return Division(place, facility, amount, paid, price, highest if short else np.inf)


def _lowest(cost, facility, place):
    """The lowest prices at which nobody would rather go elsewhere.

    Those of a solver are one of many where facilities are full to the last bed.
    """
    gain = np.full((len(cost), len(cost)), -np.inf)
    for one in np.unique(facility):  # what one of its people would gain at the most by each other
        at = place[facility == one]
        gain[one] = (cost[one, at] - cost[:, at]).max(axis=1)
    price = np.zeros(len(cost))
    for _ in price:
        asked = (price[:, None] + gain).max(axis=0)
        higher = asked > price + EPSILON
        if not higher.any():
            break
        price[higher] = asked[higher]
    return price[:-1]


def _felt(price):
    """Prices as they decide: of equal sums of way and price the shorter way is taken.

    Whole roads have equal sums, as prices are differences of ways.
    """
    return price * (1 - LEEWAY)


def _solve(cost, people, room, chosen, highest):
    """Flows to facilities and, in the last row, to none; prices; what each place pays."""
    count, places = cost.shape
    facility, place = np.nonzero(chosen)
    # one more facility has room for everybody, but is dearer than all others
    facility = np.concatenate([facility, np.full(places, count)])
    place = np.concatenate([place, np.arange(places)])
    paid = np.append(cost, np.full((1, places), highest), axis=0)[facility, place]
    number = np.arange(len(place))
    limited = np.flatnonzero(np.isfinite(room))
    row = np.full(count + 1, -1)
    row[limited] = np.arange(len(limited))
    held = row[facility] >= 0
    ones = np.ones(len(place))
    found = linprog(
        paid,
        A_ub=csr_matrix(
            (ones[held], (row[facility[held]], number[held])), (len(limited), len(place))
        ),
        b_ub=room[limited],
        A_eq=csr_matrix((ones, (place, number)), (places, len(place))),
        b_eq=people,
        method="highs",
    )
    if found.x is None:
        raise InvalidValueError(
            f"people cannot be divided among the facilities: {found.message}",
            "Look at the capacities",
        )
    flow = np.zeros((count + 1, places))
    flow[facility, place] = found.x
    price = np.zeros(count)
    price[limited] = np.maximum(-found.ineqlin.marginals, 0)
    return flow, price, found.eqlin.marginals


def ground(
    rule: str, travel: Travel, facilities: Facilities, division: Division, surfaces: Surfaces
) -> dict[int, dict]:
    """Areas of the facilities, which share no ground and leave none that is reached.

    Returns
    -------
    dict of int to dict of polygons
        By facility and country, to be cut to the country; see `contours.outlines`.
    """
    if rule == WEIGHT:
        cost = np.full(len(surfaces.at), np.inf)
        source = np.full(len(surfaces.at), NOBODY)
        for row in range(len(facilities)):
            one = facilities.take(np.array([row]))
            felt = one.matrix(travel, surfaces.at)[0] / one.weight[0]
            nearer = felt < cost
            cost[nearer], source[nearer] = felt[nearer], row
    else:
        further = replace(travel, max_cost=travel.max_cost + division.price.max(initial=0.0))
        price = _felt(division.price)
        least, source = facilities.nearest(further, surfaces.at, price)
        way = least - np.append(price, 0.0)[source]
        reached = (way <= travel.max_cost) & (least <= division.highest)
        cost = np.where(reached, least, np.inf)
    return surfaces.areas(cost, NO_LIMIT, source, split=True)


def sums(division: Division, countries: list[str], place_country, own_country) -> pd.DataFrame:
    """What each facility has: people by country, the share from abroad, mean minutes.

    Parameters
    ----------
    countries : list of str
    place_country : (n,) object array
    own_country : (k,) object array

    Returns
    -------
    DataFrame
        `population`, ``population_<country>``, `foreign_share`, `mean_cost`; `population` adds up
        over the facilities to the people who have one.
    """
    count = len(own_country)
    served = division.facility >= 0
    facility, people = division.facility[served], division.people[served]
    country = np.asarray(place_country, object)[division.place[served]]
    total = np.bincount(facility, people, count)
    table = pd.DataFrame({"population": total})
    for code in countries:
        table[f"population_{code.lower()}"] = np.bincount(
            facility, np.where(country == code, people, 0), count
        )
    home = np.bincount(facility, np.where(country == own_country[facility], people, 0), count)
    way = np.bincount(facility, people * division.cost[served], count)
    with np.errstate(invalid="ignore"):  # of nobody there is no share
        table["foreign_share"], table["mean_cost"] = (total - home) / total, way / total
    return table
