"""Travel over a network under one set of rules: cost, direction, border, access to the road."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import pandas as pd

from ..crossborder.scenarios import TIME, BorderScenario, edge_costs
from ..network.model import RoadNetwork
from ..network.search import FROM, TO, NearestSource, SourceGraph
from ..network.snapping import ARRIVE, LEAVE, OK, Positions, SnapOptions, Snapper
from ..progress import Progress, quiet

UNREACHED = "unreached"
BLOCK_CELLS = 4_000_000


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
    """

    network: RoadNetwork
    border: BorderScenario = field(default_factory=BorderScenario)
    cost: str = TIME
    direction: str = FROM
    max_cost: float = np.inf
    snapping: SnapOptions = field(default_factory=SnapOptions)

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
        return self.snapper.snap(points.xy, points.country, need)

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

    def matrix(
        self, sources: Positions, targets: Positions, progress: Progress = quiet
    ) -> np.ndarray:
        """(k, m) costs between sources and targets, infinite where unreached.

        Searches start from whichever side has fewer places.
        """
        swap = len(targets) < len(sources)
        direction = self.direction
        if swap:
            sources, targets = targets, sources
            direction = TO if direction == FROM else FROM
        cost = np.full((len(sources), len(targets)), np.inf)
        graph = self.from_sources(sources)
        for rows, block in graph.matrix(
            targets, self.access(targets), direction, self.max_cost, progress
        ):
            cost[rows] = block
        return cost.T if swap else cost

    def blocks(
        self, sources: Positions, targets: Positions, progress: Progress = quiet
    ) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """The matrix in blocks of sources, so that it never sits in memory as a whole.

        Yields
        ------
        rows : (b,) int array
            Rows of the sources; all of them come out once, in their order.
        cost : (b, m) float array
        """
        size = max(1, BLOCK_CELLS // max(len(targets), 1))
        for begin in range(0, len(sources), size):
            progress(begin / len(sources))
            rows = np.arange(begin, min(begin + size, len(sources)))
            yield rows, self.matrix(sources.take(rows), targets)

    def nearest(self, graph: SourceGraph, chosen: np.ndarray, targets: Positions) -> NearestSource:
        """The nearest of the chosen sources for every target."""
        return graph.nearest(chosen, targets, self.access(targets), self.direction, self.max_cost)


def travel_time_table(
    travel: Travel,
    origin_id: np.ndarray,
    origins: Positions,
    destination_id: np.ndarray,
    destinations: Positions,
    nearest: int = 0,
    progress: Progress = quiet,
) -> Iterator[pd.DataFrame]:
    """Travel costs as a long table, in blocks of origins.

    Parameters
    ----------
    travel : Travel
        Its direction ``from`` runs from the origins to the destinations.
    nearest : int
        Keep the k nearest destinations of each origin; 0 keeps all pairs. Of equally near
        destinations the first in the layer comes first.

    Yields
    ------
    DataFrame
        `origin_id`, `destination_id`, `time_min` or `distance_km` (NaN where unreached), `status`:
        ``ok``, ``unreached``, or why an end could not be used (``origin too_far``).
    """
    matrix = travel.matrix(origins, destinations, progress)
    name = "time_min" if travel.cost == TIME else "distance_km"
    bad_destination = destinations.status != OK
    for row in range(len(origins)):
        cost = matrix[row]
        chosen = np.arange(len(cost))
        if nearest:
            chosen = np.argsort(cost, kind="stable")[:nearest]
            reached = chosen[np.isfinite(cost[chosen])]
            chosen = reached if len(reached) else chosen[:1]
        status = np.where(np.isfinite(cost[chosen]), OK, UNREACHED).astype(object)
        if origins.status[row] != OK:
            status[:] = f"origin {origins.status[row]}"
        elif bad_destination[chosen].any():
            at = np.flatnonzero(bad_destination[chosen])
            status[at] = [f"destination {one}" for one in destinations.status[chosen[at]]]
        yield pd.DataFrame(
            {
                "origin_id": origin_id[row],
                "destination_id": destination_id[chosen],
                name: np.where(np.isfinite(cost[chosen]), cost[chosen], np.nan),
                "status": status,
            }
        )


def unusable(ids: list[np.ndarray], at: list[Positions], roles: list[str]) -> pd.DataFrame:
    """Points that could not be used, with the reason.

    Returns
    -------
    DataFrame
        `role`, `id`, `reason`; the index is the row among all points, one group after the other.
    """
    table = pd.concat(
        [
            pd.DataFrame({"role": role, "id": one_ids, "reason": one.status})
            for role, one_ids, one in zip(roles, ids, at)
        ],
        ignore_index=True,
    )
    table["id"] = table["id"].astype(str).astype(object)
    return table[table["reason"] != OK]
