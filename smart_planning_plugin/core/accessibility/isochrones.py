"""What is reached from some origins within some minutes: areas, roads and people."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from ..errors import InvalidValueError
from ..limits import within
from ..network.countries import Countries
from ..network.kernel import AUTO, SEARCH
from ..network.snapping import Positions
from ..progress import Progress, quiet
from .contours import Lattice
from .stretches import Pieces, at_nodes, pieces
from .surfaces import Surfaces
from .travel import Travel, or_nan

SEPARATE, MERGED, SPLIT = "separate", "merged", "split"
MOST_CELLS = 4_000_000
ALL = -1


@dataclass(frozen=True)
class Journeys:
    """Journeys of a number of origins.

    Attributes
    ----------
    travel : Travel
    at : Positions
        Where the origins join the network.
    start : (k,) float array
        Cost before a journey begins (turn-out).
    cutoffs : list of k float arrays
        Rising, in minutes or km, of each origin.
    combine : str
        ``separate``: each origin by itself. ``merged``: all as one. ``split``: every place to its
        nearest origin; where origins have cut-offs of their own, to the one that has most left.
    """

    travel: Travel
    at: Positions
    start: np.ndarray
    cutoffs: list[np.ndarray]
    combine: str = SEPARATE

    @property
    def last(self) -> np.ndarray:
        """(k,) greatest cut-off of each origin, never above the greatest cost of the travel."""
        return np.minimum([one[-1] for one in self.cutoffs], self.travel.max_cost)

    @property
    def handicap(self) -> np.ndarray:
        """(k,) by how much each origin's greatest cut-off falls short of the greatest of all."""
        used = self.last[self.at.ok]
        return np.maximum(used.max(initial=0.0) - self.last, 0.0)

    def bands(self, origin: int) -> list[tuple[float, float]]:
        """Lower and upper limit of each band of an origin, or of all together."""
        limits = self.cutoffs[origin] if origin != ALL else self.common
        limits = np.unique(np.minimum(limits, self.travel.max_cost))
        return list(zip([0.0, *limits[:-1].tolist()], limits.tolist()))

    @property
    def common(self) -> np.ndarray:
        """Cut-offs of all origins together: only the greatest where they have their own."""
        used = [self.cutoffs[row] for row in np.flatnonzero(self.at.ok)] or self.cutoffs
        same = all(np.array_equal(one, used[0]) for one in used)
        return used[0] if same else np.array([max(one[-1] for one in used)])

    def arrivals(
        self, targets: Positions, beyond: float = 0.0, progress: Progress = quiet
    ) -> Iterator[tuple[int, np.ndarray, np.ndarray]]:
        """Cost of reaching places, of one origin after the other or of all together.

        Parameters
        ----------
        targets : Positions
        beyond : float
            Costs up to so much above the greatest cut-off are looked for, too.

        Yields
        ------
        origin : int
            Its row, or `ALL`.
        cost : (m,) float array
            Infinite where nothing is reached.
        source : (m,) int array
            Row of the origin that reaches each place, -1 where none does.
        """
        limit = float(self.last[self.at.ok].max(initial=0.0)) + beyond
        kernel = SEARCH if self.travel.kernel == AUTO else self.travel.kernel  # it stops at a limit
        travel = replace(self.travel, max_cost=limit, kernel=kernel)
        if self.combine != SEPARATE:
            yield self._nearest(travel, targets)
            return
        usable = np.flatnonzero(self.at.ok)
        for rows, block in travel.blocks(self.at.take(usable), targets, progress):
            for row, cost in zip(usable[rows].tolist(), block):
                yield row, cost + self.start[row], np.full(len(cost), row)

    def _nearest(self, travel: Travel, targets: Positions):
        graph = travel.from_sources(self.at, self.start + self.handicap)
        found = travel.nearest(graph, np.flatnonzero(self.at.ok), targets)
        return ALL, found.cost, found.source

    def reached_roads(self, progress: Progress = quiet) -> Iterator[tuple[int, Pieces]]:
        """Roads reached by each origin, or by all together."""
        nodes = at_nodes(self.travel.network)
        drawn = self.travel.network.lines.lengths() > 0
        access = self.travel.access(self.at) + self.start
        if self.combine != SEPARATE:
            access = access + self.handicap
        for origin, cost, source in self.arrivals(nodes, progress=progress):
            ours = self.at
            if origin != ALL:
                edge = np.where(np.arange(len(self.at)) == origin, self.at.edge, -1)
                ours = replace(self.at, edge=edge)
            limit = self.bands(origin)[-1][1]
            yield origin, pieces(self.travel, cost, source, ours, access, limit, drawn)

    def surfaces(self, cell_size: float, countries: Countries | None = None) -> Surfaces:
        """Samples beside all roads that are reached.

        Parameters
        ----------
        cell_size : float
            Metres.
        countries : Countries, optional
            Ground joins roads of the country it lies in.

        Raises
        ------
        InvalidValueError
            If the cells would be too many.
        """
        low, high = self._box()
        travel = self.travel
        pace = travel.snapping.offroad_kmh * 1000
        walk = float(self.last[self.at.ok].max(initial=0.0))
        walk = walk / 60 * pace if travel.cost == "time" else walk * 1000
        reach = min(travel.snapping.distance_m, walk) if pace > 0 else travel.snapping.distance_m
        margin = reach + 2 * cell_size
        lattice = Lattice.over(low - margin, high + margin, cell_size)
        if lattice.rows * lattice.columns > MOST_CELLS:
            least = cell_size * np.sqrt(lattice.rows * lattice.columns / MOST_CELLS)
            raise InvalidValueError(
                f"CELL_SIZE of {cell_size:g} m would make {lattice.rows * lattice.columns:,} cells",
                f"Choose at least {np.ceil(least / 10) * 10:.0f} m, or smaller cut-offs",
            )
        return Surfaces.beside(travel, lattice, countries)

    def _box(self):
        """Corners of the box around all roads that are reached."""
        network = self.travel.network
        together = replace(self, combine=MERGED)
        _, cost, _ = next(together.arrivals(at_nodes(network)))
        reached = np.isfinite(cost)
        chosen = reached[network.from_node] | reached[network.to_node]
        chosen[self.at.edge[self.at.ok]] = True
        xy = network.lines.take(np.flatnonzero(chosen)).xy
        return xy.min(axis=0), xy.max(axis=0)


def areas(
    journeys: Journeys, surfaces: Surfaces, progress: Progress = quiet
) -> Iterator[tuple[int, float, float, dict]]:
    """Polygons that are reached, for each origin and cut-off; they lie in each other.

    Split ground is divided once, at the greatest cut-off; what is reached within a smaller one
    comes before that as one, and belongs to whom the ground belongs.

    Yields
    ------
    origin : int
        `isochrones.ALL` for all together.
    low, high : float
        The band that ends at this cut-off; the polygons are those up to `high`.
    polygons : dict of list
        By country, to be cut to it; see `contours.outlines`.
    """
    for origin, cost, source in journeys.arrivals(surfaces.at, 2 * surfaces.step, progress):
        bands = journeys.bands(origin)
        for low, high in bands:
            split = journeys.combine == SPLIT and high == bands[-1][1]
            made = surfaces.areas(cost, high, source, split)
            for name, polygons in sorted(made.items()):
                yield (name if split else origin), low, high, polygons


def roads(
    journeys: Journeys, rings: bool, progress: Progress = quiet
) -> Iterator[tuple[int, float, float, tuple]]:
    """Roads that are reached, for each origin and cut-off, cut where the cost is the cut-off.

    Yields
    ------
    origin : int
    low, high : float
    parts : tuple
        `edge`, `begin`, `end` arrays; see `stretches.Stretches`.
    """
    for origin, found in journeys.reached_roads(progress):
        for number, (low, high) in enumerate(journeys.bands(origin)):
            source, edge, begin, end = found.parts(low if rings and number else None, high)
            order = np.lexsort([begin, edge])
            source, edge, begin, end = source[order], edge[order], begin[order], end[order]
            if journeys.combine != SPLIT:
                yield origin, low, high, (edge, begin, end)
                continue
            for one in np.unique(source).tolist():
                mine = source == one
                yield one, low, high, (edge[mine], begin[mine], end[mine])


def people_within(
    journeys: Journeys, places: Positions, people: np.ndarray, progress: Progress = quiet
) -> dict[tuple[int, float], float]:
    """People of the places that are reached within each cut-off, by origin and cut-off."""
    found = {}
    for origin, cost, source in journeys.arrivals(places, progress=progress):
        for _, high in journeys.bands(origin):
            inside = within(cost, high)
            if journeys.combine == SPLIT:
                total = np.bincount(
                    source[inside], people[inside], minlength=len(journeys.at)
                ).tolist()
                found.update({(one, high): sum_ for one, sum_ in enumerate(total)})
            else:
                found[origin, high] = float(people[inside].sum())
    return found


def least_costs(journeys: Journeys, surfaces: Surfaces, progress: Progress = quiet) -> np.ndarray:
    """(rows, columns) least cost of all origins at each sample, NaN beyond the cut-offs."""
    together = replace(journeys, combine=MERGED)
    _, cost, source = next(together.arrivals(surfaces.at, progress=progress))
    # what nobody reaches is infinite, whosever handicap is taken from it
    return surfaces.values(or_nan(cost - journeys.handicap[source]))
