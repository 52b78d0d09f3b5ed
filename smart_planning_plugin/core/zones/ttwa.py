"""Travel-to-work areas: areas in which enough of those who live there stay, and the other way."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..progress import Progress, quiet

SEED = 1


@dataclass(frozen=True)
class Targets:
    """What an area has to reach; the smaller it is, the more self-contained it has to be.

    Attributes
    ----------
    min_size, target_size : float
        Journeys that start in the area (employed residents, where flows are those to work).
    min_share, target_share : float
        Self-containment that suffices from the target size on, and that is needed at the least
        size.
    """

    min_size: float = 3500.0
    target_size: float = 25000.0
    min_share: float = 2 / 3
    target_share: float = 0.75

    def validity(self, within, out, into) -> np.ndarray:
        """Validity of areas; 1 and above is an area of its own.

        The product form of the R package LabourMarketAreas; between the two sizes it asks for a
        little less than the straight line of Coombes and Bond.

        Parameters
        ----------
        within, out, into : (n,) float arrays
            Journeys within the area, and all that start and that end there.

        Examples
        --------
        >>> import numpy as np
        >>> Targets().validity(np.array([18750.0]), np.array([25000.0]), np.array([25000.0])) >= 1
        array([ True])
        """
        within, out, into = (np.asarray(one, float) for one in (within, out, into))
        least = np.minimum(out, into)
        share = np.divide(within, np.maximum(out, into), out=np.zeros_like(within), where=least > 0)
        lack = (self.target_size - out) / max(self.target_size - self.min_size, 1e-9)
        lack = np.maximum(lack, 0.0)
        size = 1 - (1 - self.min_share / self.target_share) * lack
        found = np.minimum(share / self.target_share, 1) * size * self.target_share / self.min_share
        return np.where(share >= 1, np.maximum(found, 1.0), found)


def travel_to_work_areas(
    flow: np.ndarray,
    targets: Targets,
    out: np.ndarray | None = None,
    into: np.ndarray | None = None,
    progress: Progress = quiet,
) -> tuple[np.ndarray, np.ndarray]:
    """Areas by the method of Coombes and Bond [1]_, in the steps of LabourMarketAreas [2]_.

    Every zone begins as an area. The least valid area gives up one zone, its most open one, to the
    area it is tied to most strongly; where that would become less valid, the zone waits, and is
    allotted at the end. It stops when all areas are valid, or have no ties left.

    Parameters
    ----------
    flow : (n, n) float array
        Flows that may tie zones together.
    targets : Targets
    out, into : (n,) float arrays, optional
        All that starts and ends in a zone, if that is more than `flow` holds.

    Returns
    -------
    area : (n,) int array
        Numbered from 0.
    valid : (areas,) bool array

    References
    ----------
    .. [1] Coombes and Bond 2008, Travel-to-Work Areas: the 2007 review. ONS.
    .. [2] Franconi, D'Alò and Ichim 2016, Istat implementation of the algorithm to develop labour
       market areas. Istat.
    """
    return _Areas(np.ascontiguousarray(flow, float), targets, out, into).made(progress)


class _Areas:
    def __init__(self, flow, targets, out, into):
        self.flow, self.targets = flow, targets
        self.count = len(flow)
        self.zone_out = flow.sum(axis=1) if out is None else np.asarray(out, float)
        self.zone_into = flow.sum(axis=0) if into is None else np.asarray(into, float)
        self.back = np.ascontiguousarray(flow.T)
        self.area = np.arange(self.count)
        self.out, self.into = self.zone_out.copy(), self.zone_into.copy()
        self.within = flow.diagonal().copy()
        self.inward = self.within.copy()  # of each zone: what comes to it from its own area
        self.validity = targets.validity(self.within, self.out, self.into)
        # a membership is known again by its zones' marks
        self.mark = np.random.default_rng(SEED).integers(1, 2**62, self.count, dtype=np.uint64)
        self.marks = self.mark.copy()

    def made(self, progress: Progress):
        """Move zones until every area is valid."""
        asked = self.validity.copy()  # as validity, infinite for what is done with
        waiting, seen = [], set()
        for step in range(100 * self.count):
            worst = int(np.argmin(asked))
            if asked[worst] >= 1:
                break
            if step % 500 == 0:
                progress(min(float(np.mean(asked >= 1)), 0.99))
            zone = self._most_open(worst)
            self._take(zone, worst)
            other = self._strongest(zone)
            if other < 0:  # tied to no other area: what is left is what it is
                self._give(zone, worst)
                asked[worst] = np.inf
                continue
            before = self.validity[other]
            after = self._validity_with(zone, other)
            key = (zone, other, int(self.marks[other]))
            if after < before or key in seen:
                waiting.append(zone)
            else:
                seen.add(key)
                self._give(zone, other)
                asked[other] = self.validity[other]
            asked[worst] = self.validity[worst] if len(self._members(worst)) else np.inf
        for zone in sorted(waiting):
            other = self._strongest(zone)
            self._give(zone, other if other >= 0 else self._free())
        numbers, area = np.unique(self.area, return_inverse=True)
        return area, self.validity[numbers] >= 1

    def _members(self, area: int) -> np.ndarray:
        return np.flatnonzero(self.area == area)

    def _most_open(self, area: int) -> int:
        """The zone of an area with most going on outside of it; the first of equal ones."""
        members = self._members(area)
        outside = self.zone_into[members] - self.inward[members]
        score = outside + self.zone_out[members] - self.flow[members, members]
        return int(members[np.argmax(score)])

    def _ties(self, zone: int):
        known = self.area >= 0
        at = self.area[known]
        to = np.bincount(at, self.flow[zone, known], minlength=self.count)
        back = np.bincount(at, self.back[zone, known], minlength=self.count)
        return to, back

    def _strongest(self, zone: int) -> int:
        """The area a zone (out of all areas) is tied to most strongly, -1 without any."""
        to, back = self._ties(zone)
        tie = np.zeros(self.count)
        for flow, start, end in (
            (to, self.zone_out[zone], self.into),
            (back, self.zone_into[zone], self.out),
        ):
            product = start * end
            tie += np.divide(flow**2, product, out=np.zeros(self.count), where=product > 0)
        best = int(np.argmax(tie))
        return best if tie[best] > 0 else -1

    def _within_with(self, zone: int, area: int) -> float:
        members = self._members(area)
        both = self.flow[zone, members].sum() + self.back[zone, members].sum()
        return self.within[area] + both + self.flow[zone, zone]

    def _validity_with(self, zone: int, area: int) -> float:
        found = self.targets.validity(
            self._within_with(zone, area),
            self.out[area] + self.zone_out[zone],
            self.into[area] + self.zone_into[zone],
        )
        return float(found)

    def _give(self, zone: int, area: int):
        self.within[area] = self._within_with(zone, area)
        self.out[area] += self.zone_out[zone]
        self.into[area] += self.zone_into[zone]
        members = self._members(area)
        self.inward[members] += self.flow[zone, members]
        self.inward[zone] = self.back[zone, members].sum() + self.flow[zone, zone]
        self.area[zone] = area
        self.marks[area] ^= self.mark[zone]
        self._settle(area)

    def _take(self, zone: int, area: int):
        self.area[zone] = -1
        members = self._members(area)
        self.inward[members] -= self.flow[zone, members]
        both = self.flow[zone, members].sum() + self.back[zone, members].sum()
        self.within[area] -= both + self.flow[zone, zone]
        self.out[area] -= self.zone_out[zone]
        self.into[area] -= self.zone_into[zone]
        self.marks[area] ^= self.mark[zone]
        if not len(members):
            self.within[area] = self.out[area] = self.into[area] = 0.0
        self._settle(area)

    def _settle(self, area: int):
        self.validity[area] = self.targets.validity(
            self.within[area], self.out[area], self.into[area]
        )

    def _free(self) -> int:
        return int(np.setdiff1d(np.arange(self.count), self.area)[0])
