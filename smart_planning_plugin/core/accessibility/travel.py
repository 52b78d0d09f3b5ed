"""Travel over a network under one set of rules: cost, direction, border, access to the road."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ..crossborder.scenarios import TIME, BorderScenario, edge_costs
from ..network.kernel import AUTO, HIERARCHY, SEARCH, Kernel, choose, choose_for_ways
from ..network.model import RoadNetwork
from ..network.paths import Paths, Ways
from ..network.search import FROM, TO, NearestSource, SourceGraph
from ..network.snapping import ARRIVE, LEAVE, Positions, SnapOptions, Snapper
from ..progress import Progress, part, quiet
from ..services.inputs import offering

UNREACHED = "unreached"
BLOCK_CELLS = 8_000_000
FAST_M_A_MIN = 1500.0
WORDS = {SEARCH: "searches from each place", HIERARCHY: "contraction hierarchy"}


def or_nan(cost: np.ndarray) -> np.ndarray:
    """Costs, NaN where nothing is reached."""
    return np.where(np.isfinite(cost), cost, np.nan)


@dataclass(frozen=True)
class Plan:
    """How a matrix is searched.

    Attributes
    ----------
    kernel : str
        ``search`` or ``hierarchy``.
    swap : bool
        Searches start from the targets, because they are fewer.
    km : bool
        Km along the cheapest way are told too.
    """

    kernel: str
    swap: bool
    km: bool


@dataclass(frozen=True)
class Travel:
    """How people travel in an analysis.

    Attributes
    ----------
    network : RoadNetwork
    border : BorderScenario
    cost : str
        ``time`` (minutes) or ``distance`` (km).
    direction : str
        ``from`` the sources of a search (facilities, origins), or ``to`` them.
    max_cost : float
        Minutes or km beyond which nothing is reached.
    snapping : SnapOptions
    kernel : str
        How matrices are searched: ``auto``, ``search``, ``hierarchy``; all give the same.
    """

    network: RoadNetwork
    border: BorderScenario = field(default_factory=BorderScenario)
    cost: str = TIME
    direction: str = FROM
    max_cost: float = np.inf
    snapping: SnapOptions = field(default_factory=SnapOptions)
    kernel: str = AUTO

    @property
    def countries(self) -> list[str]:
        """Codes of the countries between which one travels."""
        return self.network.countries

    @cached_property
    def snapper(self) -> Snapper:
        """Sets places on the roads of the network."""
        return Snapper(self.network, self.snapping)

    @cached_property
    def edge_costs(self) -> tuple[np.ndarray, np.ndarray]:
        """(e,) cost of each edge forwards and backwards."""
        return edge_costs(self.network, self.border, self.cost)

    def sources(self, points) -> Positions:
        """Where sources of a search (services, origins) join the network.

        Parameters
        ----------
        points : Places, Services or anything with `id`, `xy` and `country`
        """
        need = LEAVE if self.direction == FROM else ARRIVE
        return offering(self.snapper.snap(points.xy, points.country, need), points)

    def targets(self, points) -> Positions:
        """Where targets of a search (places, destinations) join the network; see `sources`."""
        need = ARRIVE if self.direction == FROM else LEAVE
        return self.snapper.snap(points.xy, points.country, need)

    def access(self, positions: Positions) -> np.ndarray:
        """(n,) cost between each place and the road; 0 where the place could not be used."""
        if self.cost == TIME:
            return np.nan_to_num(positions.access_min)
        free = self.snapping.offroad_kmh <= 0
        return np.nan_to_num(positions.snap_m * 0 if free else positions.snap_m / 1000)

    def from_sources(self, sources: Positions, start: np.ndarray | float = 0.0) -> SourceGraph:
        """The network with sources set into it.

        Parameters
        ----------
        start : (k,) float array, optional
            What a journey of each source costs before it begins, such as a turn-out.
        """
        return SourceGraph(self.network, *self.edge_costs, sources, self.access(sources) + start)

    @cached_property
    def roads(self) -> Kernel:
        """What matrices are searched in."""
        return Kernel(self.network, *self.edge_costs)

    def towards(self, direction: str) -> Travel:
        """The same travel in a direction; what was prepared for the roads serves both."""
        if direction == self.direction:
            return self
        other = replace(self, direction=direction)
        for name in ("snapper", "edge_costs", "roads"):
            other.__dict__[name] = getattr(self, name)
        return other

    @cached_property
    def roads_with_km(self) -> Kernel:
        """What matrices are searched in when km along the cheapest way are asked for."""
        km = self.network.edges["length_m"].to_numpy(float) / 1000
        return Kernel(self.network, *self.edge_costs, km)

    @property
    def _reached(self) -> float:
        """Share of the network that one search is expected to reach."""
        reach_m = self.max_cost * (FAST_M_A_MIN if self.cost == TIME else 1000)
        if not np.isfinite(reach_m) or not len(self.network.node_xy):
            return 1.0
        area = np.prod(np.maximum(np.ptp(self.network.node_xy, axis=0), 1.0))
        return min(1.0, np.pi * reach_m**2 / area)

    def choose(self, sources: int, targets: int) -> str:
        """The kernel for a matrix of a size: the one asked for, or what its size suggests."""
        if self.kernel != AUTO:
            return self.kernel
        return choose(
            min(sources, targets),
            self.network.chains.junctions,
            len(self.network),
            self._reached,
            self.roads.prepared,
        )

    def matrix(
        self, sources: Positions, targets: Positions, progress: Progress = quiet
    ) -> np.ndarray:
        """(k, m) costs between sources and targets, infinite where unreached."""
        plan = self.plan(len(sources), len(targets))
        progress(0.0, self._told(plan, sources, targets))
        return self.block(sources, targets, plan, progress)[0]

    def blocks(
        self, sources: Positions, targets: Positions, progress: Progress = quiet, km: bool = False
    ) -> Iterator[tuple]:
        """The matrix in blocks of sources, so that it never sits in memory as a whole.

        Parameters
        ----------
        km : bool
            Also give the km along the cheapest way.

        Yields
        ------
        rows : (b,) int array
            Rows of the sources; all of them come out once, in their order.
        cost : (b, m) float array
        km : (b, m) float array
            Only when asked for.
        """
        plan = self.plan(len(sources), len(targets), km)
        progress(0.0, self._told(plan, sources, targets))
        for rows in self.rows_of_blocks(len(sources), len(targets)):
            share = part(progress, rows[0] / len(sources), (rows[-1] + 1) / len(sources))
            found = self.block(sources.take(rows), targets, plan, share)
            yield (rows, *found) if km else (rows, found[0])

    def rows_of_blocks(self, sources: int, targets: int) -> Iterator[np.ndarray]:
        """Rows of the sources of each block of `blocks`."""
        size = max(1, BLOCK_CELLS // max(targets, 1))
        for begin in range(0, sources, size):
            yield np.arange(begin, min(begin + size, sources))

    def plan(self, sources: int, targets: int, km: bool = False) -> Plan:
        """How a matrix of a size is searched; its blocks are all searched alike."""
        swap = targets < sources and targets**2 <= BLOCK_CELLS
        return Plan(HIERARCHY if km else self.choose(sources, targets), swap, km)

    def _told(self, plan: Plan, sources, targets) -> str:
        return (
            f"{len(sources):,} × {len(targets):,} on {len(self.network):,} edges "
            f"({self.network.chains.junctions:,} junctions): {WORDS[plan.kernel]}"
        )

    def block(self, sources: Positions, targets: Positions, plan: Plan, progress=quiet):
        """Costs between some sources and the targets, as planned for all sources.

        Returns
        -------
        cost : (k, m) float array
        km : (k, m) float array or None
        """
        swap = plan.swap
        roads = self.roads_with_km if plan.km else self.roads
        if swap:
            sources, targets = targets, sources
        cost = np.full((len(sources), len(targets)), np.inf)
        km = np.full(cost.shape, np.nan) if plan.km else None
        reverse = (self.direction == TO) != swap
        access = [self.access(one) for one in (sources, targets)]
        blocks = roads.matrix(
            sources, access[0], targets, access[1], reverse, self.max_cost, plan.kernel, progress
        )
        off_road = [np.nan_to_num(one.snap_m) / 1000 for one in (sources, targets)]
        for rows, block, along in blocks:
            cost[rows] = block
            if km is not None:
                km[rows] = along + off_road[0][rows, None] + off_road[1][None, :]
        if km is not None:
            km[~np.isfinite(cost)] = np.nan
        if swap:
            return cost.T, None if km is None else km.T
        return cost, km

    def ways(
        self, sources: Positions, targets: Positions, pairs: np.ndarray, progress: Progress = quiet
    ) -> Ways:
        """The cheapest way of each pair, as pieces of edges, driven from source to target.

        Parameters
        ----------
        pairs : (p, 2) int array
            Rows of sources and targets.
        """
        one, two = pairs.T
        kernel = self.kernel
        if kernel == AUTO:
            nodes, prepared = len(self.network.node_xy), self.roads.prepared
            starts = len(np.unique(one))
            kernel = choose_for_ways(
                starts, len(pairs), nodes, len(self.network), self._reached, prepared
            )
        edges = len(self.network)
        progress(0.0, f"{len(pairs):,} ways on {edges:,} edges: {WORDS[kernel]}")
        if kernel == HIERARCHY:
            ends = sources.take(one), targets.take(two)
            (first, access), (last, other) = ((at, self.access(at)) for at in ends)
            return Paths(self.roads).ways(first, access, last, other, self.max_cost, progress)
        graph = self.from_sources(Positions.joined([sources, targets]))
        return graph.ways(one, len(sources) + two, self.max_cost, progress)

    def nearest(self, graph: SourceGraph, chosen: np.ndarray, targets: Positions) -> NearestSource:
        """The nearest of the chosen sources for every target."""
        return graph.nearest(chosen, targets, self.access(targets), self.direction, self.max_cost)
