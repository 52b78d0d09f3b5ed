"""Travel time as a surface: what lies beside the roads, as far as it is reached in time.

Samples on a lattice join the nearest road of their country, as places do, so that an area and the
places in it agree. Between two samples the surface is linear; where one of them is cut off by a
barrier, an area ends at the barrier. Every country has a surface of its own, which goes on a little
beyond the border, so that its areas can be cut exactly there and at the coast.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace

import numpy as np

from ..crossborder.scenarios import TIME
from ..errors import InvalidValueError
from ..network.countries import Countries
from ..network.lines import expand
from ..network.snapping import Positions
from .contours import Lattice, outlines
from .travel import Travel

NONE = np.empty((0, 2))


@dataclass(frozen=True)
class Walls:
    """Where barriers cross the edges between neighbouring samples, as shares of the edge.

    Attributes
    ----------
    across : (2, rows, columns - 1) float array
        First and last crossing, seen from the western sample; infinite and minus infinite without.
    down : (2, rows - 1, columns) float array
        The same, seen from the northern sample.
    """

    across: np.ndarray
    down: np.ndarray

    @classmethod
    def around(cls, travel: Travel, lattice: Lattice) -> Walls:
        """The barriers that nobody crosses on the way to the road."""
        banks = travel.snapping.barriers
        return cls.of(lattice, *((NONE, NONE) if banks is None else (banks.start, banks.end)))

    @classmethod
    def of(cls, lattice: Lattice, start: np.ndarray, end: np.ndarray) -> Walls:
        """From the segments of all barriers, (s, 2) float arrays in metres."""
        x = (np.stack([start[:, 0], end[:, 0]]) - lattice.left) / lattice.size - 0.5
        y = (lattice.top - np.stack([start[:, 1], end[:, 1]])) / lattice.size - 0.5
        across = _crossings(x, y, lattice.columns, lattice.rows)
        return cls(across, _crossings(y, x, lattice.rows, lattice.columns).transpose(0, 2, 1))

    def window(self, rows: slice, columns: slice) -> Walls:
        return Walls(
            self.across[:, rows, columns.start : columns.stop - 1],
            self.down[:, rows.start : rows.stop - 1, columns],
        )


def _crossings(u, v, long: int, lines: int) -> np.ndarray:
    """(2, lines, long - 1) first and last place where segments cross the lines of whole `v`."""
    found = np.empty((2, lines, max(long - 1, 0)))
    found[0], found[1] = np.inf, -np.inf
    low, high = np.ceil(v.min(0)).astype(np.int64), np.ceil(v.max(0)).astype(np.int64)
    low, high = np.clip(low, 0, lines), np.clip(high, 0, lines)
    segment, number = expand(high - low)
    line = low[segment] + number
    share = (line - v[0, segment]) / (v[1, segment] - v[0, segment])
    place = u[0, segment] + share * (u[1, segment] - u[0, segment])
    column = np.floor(place).astype(np.int64)
    inside = (column >= 0) & (column < long - 1)
    at = line[inside], column[inside]
    np.minimum.at(found[0], at, (place - column)[inside])
    np.maximum.at(found[1], at, (place - column)[inside])
    return found


@dataclass(frozen=True)
class Surface:
    """Samples beside the roads of one country, or of all, ready for the costs of any journey.

    Attributes
    ----------
    lattice : Lattice
    at : Positions
        Where the samples join the network, row by row.
    walls : Walls
    step : float
        Cost of the way from one sample to the next, off the road.
    reach_m : float
        Nothing further than this from a road is reached.
    """

    lattice: Lattice
    at: Positions
    walls: Walls
    step: float
    reach_m: float

    @classmethod
    def beside(
        cls, travel: Travel, lattice: Lattice, country: str = "", used: np.ndarray | None = None
    ) -> Surface:
        """Set the samples of a lattice beside a network.

        Parameters
        ----------
        country : str
            Whose roads the samples join; empty for the nearest road of any.
        used : (n,) bool array, optional
            Samples that join at all.
        """
        xy = lattice.xy
        if used is not None:
            xy[~used] = np.nan
        code = np.full(len(xy), country, dtype=object)
        at = travel.targets(SimpleNamespace(xy=xy, country=code))
        km, speed = lattice.size / 1000, travel.snapping.offroad_kmh
        step = 0.0 if speed <= 0 else km / speed * 60 if travel.cost == TIME else km
        walls = Walls.around(travel, lattice)
        return cls(lattice, at, walls, step, travel.snapping.distance_m)

    def areas(
        self, cost: np.ndarray, limit: float, source: np.ndarray | None = None, split: bool = False
    ) -> dict[int, list[list[np.ndarray]]]:
        """Polygons of what is reached within a limit.

        Parameters
        ----------
        cost : (n,) float array
            Of each sample; infinite where it is not reached.
        limit : float
        source : (n,) int array, optional
            Who reaches each sample, where there are several.
        split : bool
            An area for each source, which share no ground and are together the one area.

        Returns
        -------
        dict of int to list of polygons
            By source (0 for the one area); see `contours.outlines`. The areas of a larger limit
            hold those of a smaller one.
        """
        shape = self.lattice.shape
        cost = cost.reshape(shape)
        inside = cost <= limit
        if not inside.any():
            return {}
        rows, columns = (np.flatnonzero(inside.any(axis)) for axis in (1, 0))
        window = (
            slice(max(int(rows[0]) - 1, 0), min(int(rows[-1]) + 2, shape[0])),
            slice(max(int(columns[0]) - 1, 0), min(int(columns[-1]) + 2, shape[1])),
        )
        whose = np.zeros(cost.size, np.int64) if source is None else source
        samples = _Samples(
            cost[window],
            *(
                one.reshape(shape)[window]
                for one in (whose, np.nan_to_num(self.at.snap_m), self.at.country, self.at.ok)
            ),
        )
        walls = self.walls.window(*window)
        every, but_last, but_first = slice(None), slice(-1), slice(1, None)
        across, down = (
            _cuts(samples.take(*one), samples.take(*two), wall, limit, self)
            for one, two, wall in (
                ((every, but_last), (every, but_first), walls.across),
                ((but_last, every), (but_first, every), walls.down),
            )
        )
        label = np.where(samples.cost <= limit, samples.whose + 1 if split else 1, 0)
        made = outlines(self.lattice.window(*window), label, across, down)
        return {name - 1: polygons for name, polygons in made.items()}


@dataclass(frozen=True)
class _Samples:
    """What is known of samples when outlines are drawn between them."""

    cost: np.ndarray
    whose: np.ndarray
    snap_m: np.ndarray
    country: np.ndarray
    joins: np.ndarray

    def take(self, rows: slice, columns: slice) -> _Samples:
        return _Samples(*(getattr(self, name)[rows, columns] for name in self.__dataclass_fields__))


def _cuts(one: _Samples, two: _Samples, wall, limit, surface: Surface) -> np.ndarray:
    """Where an area ends, or two meet, between neighbours: as a share from the first."""
    walled = np.isfinite(wall[0])
    smooth = (one.whose == two.whose) & (one.country == two.country) & ~walled
    meeting = np.full(one.cost.shape, 0.5)
    both = np.isfinite(one.cost) & np.isfinite(two.cost)
    if surface.step:  # where the ways of the two to the edge are equally long
        gap = two.cost[both] - one.cost[both]
        meeting[both] = np.clip((1 + gap / surface.step) / 2, 0, 1)
    there = _end(one, two, smooth, meeting, limit, surface)
    back = _end(two, one, smooth, 1 - meeting, limit, surface)
    first_wall, last_wall = np.clip(wall[0], 0, 1), np.clip(1 - wall[1], 0, 1)
    there, back = np.minimum(there, first_wall), 1 - np.minimum(back, last_wall)
    meeting = np.where(walled, first_wall, meeting)
    return np.where(
        (one.cost <= limit) & (two.cost <= limit), meeting, np.where(one.cost <= limit, there, back)
    )


def _end(inside: _Samples, outside: _Samples, smooth, meeting, limit, surface: Surface):
    """How far an area goes from a sample inside towards one outside, were there no barrier."""
    left = np.maximum(limit - inside.cost, 0)
    walk = left / surface.step if surface.step else np.ones_like(left)
    known = np.isfinite(outside.cost)
    rise = np.where(known, outside.cost, 0) - np.where(np.isfinite(inside.cost), inside.cost, 0)
    slope = left / np.where(rise > 0, rise, 1)
    # where the ways of two meet; half way to a road that is not reached; else as far as may be
    room = (surface.reach_m - inside.snap_m) / surface.lattice.size
    other = np.where(known | outside.joins, meeting, room)
    return np.clip(np.where(smooth & known, slope, np.minimum(walk, other)), 0, 1)


@dataclass(frozen=True)
class Surfaces:
    """The surfaces of all countries over one lattice.

    Attributes
    ----------
    lattice : Lattice
    windows : dict of (slice, slice)
        By country: the part of the lattice that its surface has.
    parts : dict of Surface
    country : (n,) object array
        Country that each sample of the lattice lies in; empty outside of all.
    """

    lattice: Lattice
    windows: dict[str, tuple[slice, slice]]
    parts: dict[str, Surface]
    country: np.ndarray

    @classmethod
    def beside(
        cls, travel: Travel, lattice: Lattice, countries: Countries | None = None
    ) -> Surfaces:
        """Set the samples beside a network, a surface for each country whose outline is known."""
        everywhere = slice(0, lattice.rows), slice(0, lattice.columns)
        named = [] if countries is None else countries.codes
        if not set(named) & set(travel.network.countries):
            country = np.full(lattice.rows * lattice.columns, "", dtype=object)
            return cls(lattice, {"": everywhere}, {"": Surface.beside(travel, lattice)}, country)
        windows, parts = {}, {}
        for number, code in enumerate(named):
            if code not in travel.network.countries:
                continue
            near = np.isfinite(countries.distance_to(number, lattice.xy, 2 * lattice.size))
            near = near.reshape(lattice.shape)
            if not near.any():
                continue
            window = tuple(
                slice(int(at[0]), int(at[-1]) + 1)
                for at in (np.flatnonzero(near.any(1)), np.flatnonzero(near.any(0)))
            )
            windows[code] = window
            used = near[window].ravel()
            parts[code] = Surface.beside(travel, lattice.window(*window), code, used)
        if not parts:
            raise InvalidValueError(
                "COUNTRIES lie nowhere near", "Look at the CRS of COUNTRIES and of the other layers"
            )
        return cls(lattice, windows, parts, countries.codes_at(lattice.xy, 0.0))

    @cached_property
    def at(self) -> Positions:
        """All samples of all surfaces, one after the other."""
        found = [one.at for one in self.parts.values()]
        return Positions(
            *(
                np.concatenate([getattr(one, name) for one in found])
                for name in Positions.__dataclass_fields__
            )
        )

    @property
    def step(self) -> float:
        """Cost of the way from one sample to the next, off the road."""
        return max(one.step for one in self.parts.values())

    def _each(self):
        begin = 0
        for code, one in self.parts.items():
            yield code, one, slice(begin, begin + len(one.at))
            begin += len(one.at)

    def areas(
        self, cost: np.ndarray, limit: float, source: np.ndarray | None = None, split: bool = False
    ) -> dict[int, dict[str, list[list[np.ndarray]]]]:
        """Polygons by source and country, to be cut to the country; see `Surface.areas`."""
        found: dict[int, dict] = {}
        for code, one, rows in self._each():
            mine = None if source is None else source[rows]
            for name, polygons in one.areas(cost[rows], limit, mine, split).items():
                found.setdefault(name, {})[code] = polygons
        return found

    def values(self, cost: np.ndarray) -> np.ndarray:
        """(rows, columns) cost of each sample by the roads of the country it lies in, or NaN."""
        values = np.full(self.lattice.shape, np.nan)
        country = self.country.reshape(self.lattice.shape)
        for code, one, rows in self._each():
            window = self.windows[code]
            mine = country[window] == code
            values[window][mine] = cost[rows].reshape(one.lattice.shape)[mine]
        return values
