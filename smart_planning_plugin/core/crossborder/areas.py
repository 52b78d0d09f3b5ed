"""Outlines of shared service areas: a category ends where it does between two cells, not at a step.

Times are known in the middle of cells. Between two of them they are linear, or jump at a barrier,
or half way where one of them is reached and the other is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..accessibility.contours import outlines
from ..accessibility.surfaces import Walls
from .shared import CATEGORIES, NO_DATA, Grid, SharedServices, TypeResult, categorise
from .shared import potentially_shared as potential
from .shared_zones import counted_types

HALVINGS = 10  # a cut is right to a thousandth of a cell


def category_areas(
    result: TypeResult, grid: Grid, codes: list[str], walls: Walls
) -> dict[tuple[str, str], list]:
    """Polygons by category and country, which share no ground and leave none between them.

    Parameters
    ----------
    codes : list of str
        Countries whose cells are drawn at once. No cell is of two of them.
    walls : Walls
        Where barriers cross the ways between neighbouring cells.

    Returns
    -------
    dict of (category, country) to list of polygons
        See `contours.outlines`. They go on between the last cells of the countries and those that
        are in none, to be cut to the country.
    """
    field = _Field.of(result, grid, codes)
    window = grid.window(codes)
    cuts = _cuts(field, result, walls.window(*window))
    made = outlines(grid.lattice.window(*window), field.label, *cuts)
    count = len(CATEGORIES)
    return {
        (CATEGORIES[(label - 1) % count], codes[(label - 1) // count]): polygons
        for label, polygons in made.items()
    }


def zone_areas(
    shared: SharedServices, grid: Grid, codes: list[str], walls: Walls, zone: np.ndarray
) -> dict[int, list]:
    """Polygons by zone: what is potentially shared of any type that counts.

    Parameters
    ----------
    zone : (rows, columns) int array
        See `shared_zones.shared_zones`.
    """
    window = grid.window(codes)
    walls, zone = walls.window(*window), zone[window]
    shown = np.zeros(zone.shape, dtype=bool)
    reach = [np.zeros(one.shape[1:]) for one in (walls.across, walls.down)]
    back = [one.copy() for one in reach]
    for result in counted_types(shared):
        field = _Field.of(result, grid, codes)
        mine = field.shared
        shown |= mine
        for number, cut in enumerate(_cuts(field, result, walls)):
            first, second = _neighbours(mine, number)
            reach[number] = np.maximum(reach[number], np.where(first, cut, 0))
            back[number] = np.maximum(back[number], np.where(second, 1 - cut, 0))
    label = np.where(shown, zone, 0)
    cuts = [
        np.where(_neighbours(label > 0, number)[0], reach[number], 1 - back[number])
        for number in (0, 1)
    ]
    return outlines(grid.lattice.window(*window), label, *cuts)


@dataclass(frozen=True)
class _Field:
    """What is known of each cell for one type, (rows, columns) each; label 0 is in no country."""

    label: np.ndarray
    own: np.ndarray
    abroad: np.ndarray

    @classmethod
    def of(cls, result: TypeResult, grid: Grid, codes: list[str]) -> _Field:
        window = grid.window(codes)
        shape = tuple(one.stop - one.start for one in window)
        label = np.zeros(shape, np.int64)
        own, abroad = np.full(shape, np.inf), np.full(shape, np.inf)
        for number, code in enumerate(codes):
            at = grid.masks[code][window]
            category = pd.Categorical(result.cell_category[code], CATEGORIES).codes
            label[at] = 1 + number * len(CATEGORIES) + category
            own[at], abroad[at] = result.cell_times[code]
        return cls(label, own, abroad)

    @property
    def shared(self) -> np.ndarray:
        """Cells in a potentially shared category."""
        known = potential(np.array(CATEGORIES, dtype=object))
        return np.append(np.resize(known, self.label.max()), False)[self.label - 1]

    def pairs(self, axis: int) -> tuple[_Field, _Field]:
        """Each cell that has a neighbour to the east (0) or the south (1), and the neighbour."""
        both = [_neighbours(one, axis) for one in (self.label, self.own, self.abroad)]
        return _Field(*(one for one, _ in both)), _Field(*(two for _, two in both))


def _neighbours(values: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    return (values[:, :-1], values[:, 1:]) if axis == 0 else (values[:-1], values[1:])


def _cuts(field: _Field, result: TypeResult, walls: Walls) -> tuple[np.ndarray, np.ndarray]:
    """Where the label of the first of two neighbours ends, as a share of the way to the second."""
    return tuple(
        _ends(*field.pairs(axis), wall[0], result)
        for axis, wall in enumerate((walls.across, walls.down))
    )


def _ends(one: _Field, two: _Field, wall: np.ndarray, result: TypeResult) -> np.ndarray:
    cut = (one.label > 0).astype(float)  # as far as may be where there is no country
    at = np.nonzero((one.label > 0) & (two.label > 0) & (one.label != two.label))
    cut[at] = 0.5
    count = len(CATEGORIES)
    side, first = np.divmod(one.label[at] - 1, count)
    other, second = np.divmod(two.label[at] - 1, count)
    mine = side == other  # countries meet half way
    at, first, second = tuple(where[mine] for where in at), first[mine], second[mine]
    walled = np.isfinite(wall[at])
    jump = np.where(walled, wall[at], 0.5)
    usable = [category != CATEGORIES.index(NO_DATA) for category in (first, second)]
    own, abroad = (
        _Between(getattr(one, name)[at], getattr(two, name)[at], walled, jump)
        for name in ("own", "abroad")
    )
    low, high = np.zeros(len(jump)), np.ones(len(jump))
    names = np.array(CATEGORIES, dtype=object)[first]
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        there = categorise(
            own(middle),
            abroad(middle),
            np.where(middle < jump, *usable),
            result.threshold,
            result.advantage,
        )
        same = there == names
        low, high = np.where(same, middle, low), np.where(same, high, middle)
    cut[at] = (low + high) / 2
    return cut


class _Between:
    """Times on the way from one cell to the next."""

    def __init__(self, one, two, walled, jump):
        self.smooth = np.isfinite(one) & np.isfinite(two) & ~walled
        self.one, self.two, self.jump = one, two, jump
        self.rise = np.subtract(two, one, out=np.zeros(len(one)), where=self.smooth)

    def __call__(self, share: np.ndarray) -> np.ndarray:
        near = np.where(share < self.jump, self.one, self.two)
        return np.where(self.smooth, self.one + share * self.rise, near)
