"""Which services are in reach of which places: pairs within a threshold, a block at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from ..limits import within
from ..network.snapping import Positions
from ..progress import Progress, part, quiet
from ..services.inputs import Services, ServiceType
from .travel import Travel

MOST_COSTS = 10_000_000  # held at a time: 80 MB, and some copies
MOST_PAIRS = 10_000_000  # kept between two rounds: 250 MB


def as_for(kind: ServiceType, travel: Travel) -> Travel:
    """Travel in the direction of a type: an ambulance starts at its post."""
    return travel.towards(kind.direction) if kind.direction else travel


@dataclass(frozen=True)
class Offer:
    """The services of one type that can be used.

    Attributes
    ----------
    kind : ServiceType
    row : (k,) int array
        Rows among all services.
    supply : (k,) float array
        Capacities where the type has any (unknown ones count 0), else 1 each.
    country : (k,) object array
    threshold : float
        Minutes or km within which a service is in reach, inclusive.
    extra : float
        What a service abroad costs on top of the journey.
    """

    kind: ServiceType
    row: np.ndarray
    supply: np.ndarray
    country: np.ndarray
    threshold: float
    extra: float = 0.0


def offers_of(
    services: Services,
    at: Positions,
    types: list[ServiceType],
    threshold: float,
    most: float = np.inf,
    in_minutes: bool = True,
) -> list[Offer]:
    """The services of each type; those of no capacity offer nothing and are left out.

    Parameters
    ----------
    at : Positions
        Where the services join the network.
    threshold : float
        For types without their own.
    most : float
        The greatest cost of all.
    in_minutes : bool
        Whether costs are minutes, to which the extra minutes abroad are added.
    """
    offers = []
    for kind in types:
        of_type = services.type == kind.name
        known = ~np.isnan(services.capacity[of_type]).all()
        row = np.flatnonzero(of_type & at.ok & (services.capacity != 0))
        capacity = services.capacity[row]
        supply = np.nan_to_num(capacity) if known else np.ones(len(row))
        limit = threshold if kind.threshold_min is None else kind.threshold_min
        extra = kind.extra_min_abroad if in_minutes else 0.0
        offers.append(Offer(kind, row, supply, at.country[row], min(limit, most), extra))
    return offers


@dataclass(frozen=True)
class Pairs:
    """Pairs of a service of one type and a place within the threshold.

    Attributes
    ----------
    service : (q,) int array
        Number among the services of the offer.
    place : (q,) int array
        Number among all places.
    cost : (q,) float array
    home : (q,) bool array
        Whether the service lies in the place's own country.
    """

    service: np.ndarray
    place: np.ndarray
    cost: np.ndarray
    home: np.ndarray

    @classmethod
    def within(cls, cost: np.ndarray, home: np.ndarray, threshold: float, first: int = 0) -> Pairs:
        """Pairs of a (k, m) matrix of costs whose columns are the places from `first` on."""
        service, place = np.nonzero(np.isfinite(cost) & within(cost, threshold))
        return cls(service, place + first, cost[service, place], home[service, place])

    def __len__(self) -> int:
        return len(self.service)


@dataclass(frozen=True)
class Block:
    """Costs of one block of places.

    Attributes
    ----------
    places : slice
        The places, as numbers among all.
    costs : list of (k, m) float arrays
        For each offer, with the extra of services abroad; infinite where unreached.
    home : list of (k, m) bool arrays
    """

    places: slice
    costs: list[np.ndarray]
    home: list[np.ndarray]


@dataclass
class Reach:
    """Costs and pairs between services and places, so that memory stays bounded.

    Costs are held for a block of places at a time; pairs within the thresholds are kept as long as
    there are not too many, and found again where there are.

    Parameters
    ----------
    travel : Travel
    services, places : Positions
    offers : list of Offer
    progress : callable
    most_costs, most_pairs : int
        What is held at a time, and kept.
    """

    travel: Travel
    services: Positions
    places: Positions
    offers: list[Offer]
    progress: Progress = quiet
    most_costs: int = MOST_COSTS
    most_pairs: int = MOST_PAIRS
    _kept: list[list[Pairs]] | None = field(default=None, repr=False)

    def blocks(self) -> Iterator[Block]:
        """Costs, a block of places at a time."""
        # times of a table may be known in one direction only: the travel tells, not the type
        travels = [as_for(one.kind, self.travel) for one in self.offers]
        ways = {one.direction: one for one in travels}
        direction = [one.direction for one in travels]
        used = {
            way: np.unique(
                np.concatenate([of.row for of, its in zip(self.offers, direction) if its == way])
            )
            for way in ways
        }
        names = {code: number for number, code in enumerate(sorted(set(self.places.country)))}
        country = np.array([names[code] for code in self.places.country], np.int32)
        theirs = [
            np.array([names.get(code, -1) for code in one.country], np.int32) for one in self.offers
        ]
        size = max(self.most_costs // max(sum(map(len, used.values())), 1), 1)
        sources = {way: self.services.take(rows) for way, rows in used.items()}
        count = len(self.places)
        for begin in range(0, count, size):
            rows = slice(begin, min(begin + size, count))
            at = self.places.take(np.arange(rows.start, rows.stop))
            done = part(self.progress, begin / count, rows.stop / count)
            cost = {
                way: travel.matrix(sources[way], at, done)
                if len(used[way])
                else np.empty((0, len(at)))
                for way, travel in ways.items()
            }
            costs, homes = [], []
            for one, codes, way in zip(self.offers, theirs, direction):
                home = codes[:, None] == country[None, rows]
                mine = cost[way][np.searchsorted(used[way], one.row)]
                if one.extra:
                    mine = mine + np.where(home, 0.0, one.extra)
                costs.append(mine)
                homes.append(home)
            yield Block(rows, costs, homes)

    def rounds(self, look=None) -> Iterator[list[Pairs]]:
        """Pairs of each offer, a block of places at a time; the first round is remembered.

        Parameters
        ----------
        look : callable, optional
            Called with each `Block` whose costs have to be computed.
        """
        if self._kept is not None:
            yield from self._kept
            return
        kept: list[list[Pairs]] | None = []
        count = 0
        for block in self.blocks():
            if look is not None:
                look(block)
            pairs = [
                Pairs.within(cost, home, one.threshold, block.places.start)
                for one, cost, home in zip(self.offers, block.costs, block.home)
            ]
            count += sum(len(one) for one in pairs)
            if kept is not None and count <= self.most_pairs:
                kept.append(pairs)
            else:
                kept = None
            yield pairs
        self._kept = kept
