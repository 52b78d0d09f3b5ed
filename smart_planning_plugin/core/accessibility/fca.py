"""Measures made of pairs of services and places: what is in reach, and shared with whom.

All of them weigh a service by a decay of its cost, and are sums over the services in reach, so
each divides into a part at home and a part abroad. Those with competition look first at each
service, whose supply is shared by the demand in its reach, and then at each place.

Edge cases, for all of them: a place with nothing in reach has 0. Supply without any demand in
reach is shared by nobody: it counts 0, and the service is listed as unserved. A place without
demand still has a value per head. The threshold is inclusive.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np

from .decay import BINARY, Decay
from .reach import Offer, Pairs

CUMULATIVE, GRAVITY, TWO_STEP, ENHANCED = "cumulative", "gravity", "2sfca", "e2sfca"
THREE_STEP, BALANCED, AVAILABILITY = "3sfca", "bfca", "spatial_availability"
COMPETITION = (TWO_STEP, ENHANCED, THREE_STEP, BALANCED, AVAILABILITY)
PAIR_MEASURES = (CUMULATIVE, GRAVITY, *COMPETITION)
WEIGHTED = (GRAVITY, *COMPETITION)


@dataclass(frozen=True)
class Weighing:
    """How a pair weighs.

    Attributes
    ----------
    decay : Decay
    willingness : float
        Factor of services abroad, 0 to 1 [1]_; apart from any delay at the border.

    References
    ----------
    .. [1] After Salas-Olmedo, García-Palomares and Gutiérrez 2015: the factor b of
       sum_j S_j f(c_ij) b^[country_i != country_j].
    """

    decay: Decay = field(default_factory=Decay)
    willingness: float = 1.0

    def weights(self, measure: str, pairs: Pairs, threshold: float) -> np.ndarray:
        """(q,) weights: cumulative and 2sfca are binary, the others follow the decay."""
        plain = measure in (CUMULATIVE, TWO_STEP)
        decay = Decay(BINARY) if plain else self.decay
        weight = decay.weights(pairs.cost, threshold)
        if measure != CUMULATIVE and self.willingness != 1:
            weight = weight * np.where(pairs.home, 1.0, self.willingness)
        return weight


@dataclass
class Sums:
    """What a measure adds up over all places for each service.

    Attributes
    ----------
    demand : (k,) float array
        Demand in reach, weighted as the measure does.
    weight : (k,) float array
        Weights of the places in reach.
    """

    demand: np.ndarray
    weight: np.ndarray

    @classmethod
    def of(cls, count: int) -> Sums:
        return cls(np.zeros(count), np.zeros(count))


def _ratio(value, by):
    """Value divided by something, 0 where that is 0."""
    return np.divide(value, by, out=np.zeros_like(value, float), where=by > 0)


def _selection(weight, pairs: Pairs, places: int):
    """(q,) weight of each pair among all services in reach of its place."""
    return _ratio(weight, np.bincount(pairs.place, weight, places)[pairs.place])


def add_demand(measure: str, sums: Sums, weight, pairs: Pairs, demand: np.ndarray) -> None:
    """First step: add the demand of a block of places to each service.

    Parameters
    ----------
    measure : str
        One of `COMPETITION`.
    sums : Sums
        Changed in place.
    weight : (q,) float array
    pairs : Pairs
    demand : (n,) float array
        Of all places.
    """
    share = weight
    if measure in (THREE_STEP, BALANCED):
        share = _selection(weight, pairs, len(demand))
    if measure == THREE_STEP:
        share = share * weight
    count = len(sums.demand)
    sums.demand += np.bincount(pairs.service, share * demand[pairs.place], count)
    sums.weight += np.bincount(pairs.service, weight, count)


def ratios(measure: str, offer: Offer, sums: Sums) -> np.ndarray:
    """(k,) what each service has for each unit of demand in its reach; 0 without demand."""
    return _ratio(offer.supply, sums.demand)


def contributions(
    measure: str, offer: Offer, sums: Sums, weight, pairs: Pairs, demand: np.ndarray
) -> np.ndarray:
    """Second step: (q,) what each pair adds to the measure of its place.

    Notes
    -----
    With weights W, demand P, supply S, R_j = S_j / (demand in reach of j):

    - cumulative, gravity (Hansen 1959, doi:10.1080/01944365908978307): S_j W_ij.
    - 2sfca (Luo and Wang 2003, doi:10.1068/b29120) and e2sfca (Luo and Qi 2009,
      doi:10.1016/j.healthplace.2009.06.002; the same as Shen 1998, doi:10.1068/b250345):
      R_j W_ij with demand sum_i W_ij P_i.
    - 3sfca (Wan, Zou and Sternberg 2012, doi:10.1080/13658816.2011.624987): G_ij R_j W_ij with
      G_ij = W_ij / sum_k W_ik over the services in reach, demand sum_i G_ij W_ij P_i.
    - bfca (Páez, Higgins and Vivona 2019, doi:10.1371/journal.pone.0218773): R_j W_ij / sum_i W_ij
      with demand sum_i P_i W_ij / sum_j W_ij.
    - spatial_availability (Soukhov et al. 2023, doi:10.1371/journal.pone.0278468): R_j W_ij P_i,
      in units of supply; for each head it is e2sfca.
    """
    if measure in (CUMULATIVE, GRAVITY):
        return offer.supply[pairs.service] * weight
    rate = ratios(measure, offer, sums)
    if measure == BALANCED:
        rate = _ratio(rate, sums.weight)
    value = rate[pairs.service] * weight
    if measure == THREE_STEP:
        value = value * _selection(weight, pairs, len(demand))
    if measure == AVAILABILITY:
        value = value * demand[pairs.place]
    return value


@dataclass(frozen=True)
class Found:
    """Measures of one type of service.

    Attributes
    ----------
    own, abroad : dict of (n,) float arrays
        By measure: what services at home add, and what those abroad add.
    sums : dict of Sums
        By measure with competition.
    """

    own: dict[str, np.ndarray]
    abroad: dict[str, np.ndarray]
    sums: dict[str, Sums]


def accessibility(
    measures: Iterable[str],
    offers: list[Offer],
    rounds: Callable[[], Iterable[list[Pairs]]],
    demands: list[np.ndarray],
    weighing: Weighing,
) -> list[Found]:
    """Measures of each type of service.

    Parameters
    ----------
    measures : iterable of str
        Some of `PAIR_MEASURES`.
    offers : list of Offer
    rounds : callable
        Gives the pairs of each offer, a block of places at a time; called once, or twice where
        there is a measure with competition.
    demands : list of (n,) float arrays
        Who needs each type of service.
    weighing : Weighing
    """
    measures = list(measures)
    found = []
    for offer, demand in zip(offers, demands):
        own = {one: np.zeros(len(demand)) for one in measures}
        sums = {one: Sums.of(len(offer.row)) for one in measures if one in COMPETITION}
        found.append(Found(own, {one: np.zeros(len(demand)) for one in measures}, sums))
    for block in rounds() if any(one in COMPETITION for one in measures) else ():
        for offer, pairs, demand, one in zip(offers, block, demands, found):
            for measure, sums in one.sums.items():
                weight = weighing.weights(measure, pairs, offer.threshold)
                add_demand(measure, sums, weight, pairs, demand)
    for block in rounds():
        for offer, pairs, demand, one in zip(offers, block, demands, found):
            for measure in measures:
                weight = weighing.weights(measure, pairs, offer.threshold)
                value = contributions(measure, offer, one.sums.get(measure), weight, pairs, demand)
                for into, part in ((one.own, pairs.home), (one.abroad, ~pairs.home)):
                    into[measure] += np.bincount(pairs.place, np.where(part, value, 0), len(demand))
    return found
