"""Travel times from elsewhere, such as a timetable, in place of a network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ..crossborder.scenarios import CLOSED, DELAY, TIME, BorderScenario
from ..errors import DuplicateIdError, InvalidValueError, MissingFieldError
from ..ids import text_id
from ..network.model import RoadNetwork
from ..network.search import FROM, NearestSource
from ..network.snapping import NO_GEOMETRY, OK, TOO_FAR, Positions, SnapOptions
from ..progress import Progress, quiet
from ..services.inputs import Points, offering
from .travel import BLOCK_CELLS

NO_TIMES = "no_times"
LAYER = "TRAVEL_TIMES"
COLUMNS = ["origin_id", "destination_id", "time_min"]


@dataclass(frozen=True)
class Starts:
    """Sources, and what a journey costs before it begins."""

    at: Positions
    start: np.ndarray


@dataclass(frozen=True)
class TravelTimes:
    """A table of travel times that answers what `accessibility.travel.Travel` answers.

    A point is known by its id; a point without one (the cell of a map) takes the times of the
    nearest known place of its country.

    Attributes
    ----------
    table : DataFrame
        `origin_id`, `destination_id`, `time_min`; see `read_times`. Journeys run from origin to
        destination, whichever is the source of a search.
    places : Places or Points
        Those from which a cell takes its times.
    border : BorderScenario
        ``delay`` adds minutes to journeys between two countries, ``closed`` drops them; a journey
        within one country is taken as it stands, though it may pass through another.
    direction : str
        As of `Travel`: ``from`` the sources of a search, or ``to`` them.
    max_cost : float
        Minutes.
    snapping : SnapOptions
        Its distance is how far a cell may lie from the nearest known place.
    known_countries : tuple of str
    """

    table: pd.DataFrame = field(compare=False)
    places: Points = field(compare=False)
    border: BorderScenario = field(default_factory=BorderScenario)
    direction: str = FROM
    max_cost: float = np.inf
    snapping: SnapOptions = field(default_factory=SnapOptions)
    known_countries: tuple[str, ...] = ()

    cost = TIME

    def __post_init__(self):
        if self.border.state == DELAY and self.border.delay_min is None:
            raise InvalidValueError(
                "a table of travel times does not say how long each crossing takes",
                "Give BORDER_DELAY",
                layer=LAYER,
            )

    @property
    def countries(self) -> list[str]:
        """Codes of the countries between which one travels."""
        return list(self.known_countries)

    @cached_property
    def network(self) -> RoadNetwork:
        """A network without roads."""
        return RoadNetwork.empty()

    @property
    def snapper(self) -> TravelTimes:
        """Who sets points without an id."""
        return self

    @cached_property
    def _codes(self) -> pd.Index:
        return pd.Index(pd.unique(self.table[COLUMNS[:2]].to_numpy(object).ravel("K")))

    @cached_property
    def _journeys(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Codes of origin and destination of each row, sorted, and its minutes."""
        origin = self._codes.get_indexer(self.table["origin_id"])
        destination = self._codes.get_indexer(self.table["destination_id"])
        order = np.lexsort([destination, origin])
        minutes = self.table["time_min"].to_numpy(float)
        return origin[order], destination[order], minutes[order]

    def _known(self, points) -> Positions:
        code = self._codes.get_indexer([_id(one) for one in points.id])
        status = np.where(code >= 0, OK, NO_TIMES).astype(object)
        return _positions(code, np.asarray(points.country, object), status)

    def sources(self, points) -> Positions:
        """Rows of the table's ids; ``no_times`` where it has none for a point."""
        return offering(self._known(points), points)

    def targets(self, points) -> Positions:
        """As `sources`."""
        return self._known(points)

    def country_of_nearest_road(self, xy: np.ndarray) -> np.ndarray:
        """(n,) country of the nearest known place, empty beyond the snap distance."""
        return self.snap(xy).country

    def towards(self, direction: str) -> TravelTimes:
        """As `Travel.towards`; a table that knows one direction only is taken as it is."""
        origin, destination, _ = self._journeys
        if direction == self.direction or not np.isin(origin, destination).any():
            return self
        return replace(self, direction=direction)

    def holds(self, sources, targets) -> bool:
        """Whether the table has a journey between any of two groups of points."""
        known = [self._known(one).edge for one in (sources, targets)]
        if self.direction != FROM:
            known.reverse()
        origin, destination, _ = self._journeys
        return bool((np.isin(origin, known[0]) & np.isin(destination, known[1])).any())

    def snap(self, xy, country=None, need=None) -> Positions:
        """Points without an id take the times of the nearest known place of their country."""
        xy = np.asarray(xy, float).reshape(-1, 2)
        at = self._known(self.places)
        usable = at.ok & np.isfinite(self.places.xy).all(axis=1)
        code, gap = np.full(len(xy), -1), np.full(len(xy), np.nan)
        own = np.full(len(xy), "", dtype=object)
        if country is not None:
            own[:] = country
        located = np.isfinite(xy).all(axis=1)
        status = np.where(located, TOO_FAR, NO_GEOMETRY).astype(object)
        for group in sorted(set(own[located].tolist())):
            mine = usable if group == "" else usable & (at.country == group)
            rows, members = np.flatnonzero(mine), np.flatnonzero(located & (own == group))
            if not len(rows):
                continue
            reach, near = cKDTree(self.places.xy[rows]).query(
                xy[members], distance_upper_bound=self.snapping.distance_m
            )
            found = np.isfinite(reach)
            members, near = members[found], rows[near[found]]
            code[members], gap[members] = at.edge[near], reach[found]
            status[members], own[members] = OK, at.country[near]
        return Positions(code, np.zeros(len(xy)), gap, gap * 0, own, status)

    def access(self, positions: Positions) -> np.ndarray:
        """(n,) zeros: a table's times run from door to door."""
        return np.zeros(len(positions))

    def from_sources(self, sources: Positions, start: np.ndarray | float = 0.0) -> Starts:
        """The sources, as `nearest` takes them.

        Parameters
        ----------
        start : (k,) float array, optional
            What a journey of each source costs before it begins, such as a turn-out.
        """
        return Starts(sources, np.broadcast_to(np.asarray(start, float), len(sources)))

    def matrix(
        self, sources: Positions, targets: Positions, progress: Progress = quiet
    ) -> np.ndarray:
        """(k, m) minutes between sources and targets, infinite where the table has no journey."""
        progress(0.0)
        ways = [sources, targets] if self.direction == FROM else [targets, sources]
        numbers, rows_of = [], []
        for one in ways:
            codes, row = np.unique(np.where(one.ok, one.edge, -1), return_inverse=True)
            number = np.full(len(self._codes) + 1, -1)
            number[codes] = np.arange(len(codes))
            number[-1] = -1  # unusable
            numbers.append((number, len(codes)))
            rows_of.append(row)
        origin, destination, minutes = self._journeys
        (number_a, count_a), (number_b, count_b) = numbers
        asked = (number_a[origin] >= 0) & (number_b[destination] >= 0)
        least = np.full((count_a, count_b), np.inf)
        least[number_a[origin[asked]], number_b[destination[asked]]] = minutes[asked]
        cost = least[rows_of[0]][:, rows_of[1]]
        if self.border.state in (CLOSED, DELAY):
            abroad = ways[0].country[:, None] != ways[1].country[None, :]
            wait = np.inf if self.border.state == CLOSED else self.border.delay_min
            cost = np.where(abroad, cost + wait, cost)
        cost[cost > self.max_cost] = np.inf
        return cost if self.direction == FROM else cost.T

    def blocks(
        self, sources: Positions, targets: Positions, progress: Progress = quiet, km: bool = False
    ) -> Iterator[tuple]:
        """As `Travel.blocks`; a table knows no km."""
        size = max(1, BLOCK_CELLS // max(len(targets), 1))
        for begin in range(0, len(sources), size):
            progress(begin / len(sources))
            rows = np.arange(begin, min(begin + size, len(sources)))
            cost = self.matrix(sources.take(rows), targets)
            yield (rows, cost, np.full(cost.shape, np.nan)) if km else (rows, cost)

    def nearest(self, graph: Starts, chosen: np.ndarray, targets: Positions) -> NearestSource:
        """The nearest of the chosen sources for every target; of equals the first."""
        chosen = np.sort(chosen[graph.at.ok[chosen]])
        best = np.full(len(targets), np.inf)
        source = np.full(len(targets), -1)
        for rows, cost in self.blocks(graph.at.take(chosen), targets):
            whole = cost + graph.start[chosen[rows]][:, None]
            whole[whole > self.max_cost] = np.inf
            least = whole.min(axis=0)
            better = least < best
            best[better] = least[better]
            source[better] = chosen[rows[whole.argmin(axis=0)[better]]]
        return NearestSource(best, source, np.full(len(targets), -1))


def _positions(code, country, status) -> Positions:
    nothing = np.where(code >= 0, 0.0, np.nan)
    return Positions(code, np.zeros(len(code)), nothing, nothing.copy(), country, status)


def _id(value) -> str:
    return text_id(value).strip()


def read_times(table: pd.DataFrame) -> pd.DataFrame:
    """A table of travel times, checked.

    Parameters
    ----------
    table : DataFrame
        `origin_id`, `destination_id`, `time_min`; other columns are left alone. A row without
        minutes says that there is no journey.

    Raises
    ------
    MissingFieldError, InvalidValueError, DuplicateIdError
    """
    for name in COLUMNS:
        if name not in table:
            raise MissingFieldError(
                "the table has no such field",
                f"It needs {', '.join(COLUMNS)}; it has {', '.join(map(str, table.columns))}",
                layer=LAYER,
                field=name,
            )
    for name in COLUMNS[:2]:
        if table[name].isna().any():
            raise InvalidValueError("ids are missing", "Fill the field", layer=LAYER, field=name)
    ids = {name: table[name].map(_id).astype(object) for name in COLUMNS[:2]}
    pairs = ids["origin_id"] + " to " + ids["destination_id"]
    given = table["time_min"].notna() & (table["time_min"] != "")
    minutes = pd.to_numeric(table["time_min"], errors="coerce").astype(float)
    wrong = given & ~(minutes >= 0)
    if wrong.any():
        raise InvalidValueError(
            "minutes must be numbers of 0 or more",
            "Leave the field empty where there is no journey",
            layer=LAYER,
            field="time_min",
            ids=pairs[wrong],
        )
    made = pd.DataFrame({**ids, "time_min": minutes})
    twice = made.duplicated(COLUMNS[:2])
    if twice.any():
        raise DuplicateIdError(
            "pairs stand more than once", "Keep one row each", layer=LAYER, ids=pairs[twice]
        )
    return made[given & np.isfinite(minutes)].reset_index(drop=True)
