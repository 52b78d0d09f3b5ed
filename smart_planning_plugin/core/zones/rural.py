"""Functional rural areas: centres and the land that leans on them, from drive times alone."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import Delaunay, QhullError

from ..limits import at_least, within
from ..progress import Progress, quiet


@dataclass(frozen=True)
class RuralRules:
    """Thresholds of functional rural areas.

    Attributes
    ----------
    centre_min : float
        A centre is the largest place within so many minutes.
    pull : float
        Exponent of the time in the pull of a centre, people over time.
    least_people : float
        Smaller areas merge.
    apart_min : float
        Areas whose centres lie further apart than this do not merge, however small.
    near_min : float
        Areas whose centres lie nearer than this merge, however large.
    least_min : float
        Shorter times count as this, so that a centre's pull on itself is finite.
    """

    centre_min: float = 10.0
    pull: float = 2.0
    least_people: float = 25000.0
    apart_min: float = 60.0
    near_min: float = 30.0
    least_min: float = 1.0


def functional_rural_areas(
    minutes: np.ndarray,
    people: np.ndarray,
    rules: RuralRules,
    touching: np.ndarray | None = None,
    progress: Progress = quiet,
) -> np.ndarray:
    """The centre on which each place leans [1]_.

    Centres are places that are the largest within a short drive; each place goes to the centre of
    greatest pull; areas merge until they are large enough or too far apart. Where the source leaves
    the order open: the smallest area first, with the area whose centre is the nearest, of equals
    the one of the lowest number. The larger centre remains the centre of both.

    Parameters
    ----------
    minutes : (n, n) float array
        From place to place, infinite where there is no way.
    people : (n,) float array
    rules : RuralRules
    touching : (k, 2) int array, optional
        Pairs of places with no other between them (`neighbouring`): areas merge only where such a
        pair joins them. By default any two may.

    Returns
    -------
    (n,) int array
        Number of the place that is the centre; a place from which none can be reached is its own.

    References
    ----------
    .. [1] Dijkstra and Jacobs-Crisioni 2023, Developing a definition of Functional Rural Areas in
       the EU. European Commission, JRC.
    """
    count = len(people)
    if not count:
        return np.empty(0, np.int64)
    rank = np.empty(count, np.int64)
    rank[np.lexsort([np.arange(count), -people])] = np.arange(count)
    near = within(minutes, rules.centre_min)
    np.fill_diagonal(near, True)
    centres = np.flatnonzero(np.where(near, rank[None, :], count).min(axis=1) == rank)
    # a place without people is no centre, unless nothing else is there
    centres = centres[people[centres] > 0] if (people[centres] > 0).any() else centres
    way = np.maximum(minutes[:, centres], rules.least_min)
    with np.errstate(divide="ignore"):
        pull = people[centres][None, :] * way**-rules.pull
    best = pull.argmax(axis=1)
    centre = np.where(pull[np.arange(count), best] > 0, centres[best], np.arange(count))
    progress(0.5)
    return _merged(centre, minutes, people, rank, rules, touching)


def _merged(centre, minutes, people, rank, rules, touching):
    alive = np.unique(centre)
    size = np.bincount(centre, people, minlength=len(people))[alive]
    between = np.minimum(minutes, minutes.T)[np.ix_(alive, alive)]
    touch = np.ones(between.shape, dtype=bool)
    if touching is not None:
        touch[:] = False
        a, b = np.searchsorted(alive, centre)[np.asarray(touching).reshape(-1, 2)].T
        touch[a, b] = touch[b, a] = True
    np.fill_diagonal(touch, False)
    way_of = between
    between = np.where(touch, way_of, np.inf)
    into = np.arange(len(alive))
    gone = np.zeros(len(alive), dtype=bool)
    while True:
        partner = between.argmin(axis=1)
        way = between[np.arange(len(alive)), partner]
        small = (size < rules.least_people) & within(way, rules.apart_min)
        merge = ~gone & (small | ~at_least(way, rules.near_min))
        if not merge.any():
            break
        ready = np.flatnonzero(merge)
        one = ready[np.argmin(size[ready])]
        other = partner[one]
        if rank[alive[one]] < rank[alive[other]]:
            one, other = other, one
        into[into == one] = other
        size[other] += size[one]
        gone[one] = True
        touch[other] |= touch[one]
        touch[other, gone] = touch[other, other] = False
        touch[:, other] = touch[other]
        between[other] = between[:, other] = np.where(touch[other], way_of[other], np.inf)
        between[one] = between[:, one] = np.inf
    merged = np.arange(len(people))
    merged[alive] = alive[into]
    return merged[centre]


def neighbouring(xy: np.ndarray) -> np.ndarray | None:
    """(k, 2) pairs of points with no other between them (Delaunay); None where all are in line."""
    distinct, first, number = np.unique(xy, axis=0, return_index=True, return_inverse=True)
    if len(distinct) < 3:
        return None
    try:
        corners = first[Delaunay(distinct).simplices]
    except QhullError:
        return None
    pairs = np.concatenate([corners[:, [0, 1]], corners[:, [1, 2]], corners[:, [0, 2]]])
    same = np.column_stack([np.arange(len(xy)), first[number.reshape(-1)]])
    return np.concatenate([pairs, same])


def areas_of_zones(
    area: np.ndarray, zone: np.ndarray, people: np.ndarray, count: int
) -> np.ndarray:
    """(count,) area that holds most people of each zone, -1 for a zone without places.

    Parameters
    ----------
    area, zone : (n,) int arrays
        Of each place; -1 for none.
    people : (n,) float array
    """
    usable = (area >= 0) & (zone >= 0)
    areas, number = np.unique(area[usable], return_inverse=True)
    if not len(areas):
        return np.full(count, -1)
    held = np.zeros((count, len(areas)))
    np.add.at(held, (zone[usable], number), people[usable] + 1e-9)  # places without people count
    return np.where(held.max(axis=1) > 0, areas[held.argmax(axis=1)], -1)
