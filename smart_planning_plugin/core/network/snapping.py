"""Places on the network: the nearest place *on* a road of the own country."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..ids import as_text
from .barriers import Barriers
from .model import ROAD, RoadNetwork
from .nearest import SegmentIndex

AT_JUNCTION_M = 0.01
OK, TOO_FAR, NO_GEOMETRY, NO_COUNTRY = "ok", "too_far", "no_geometry", "no_country"
ONE_WAY_TRAP, ISLET, BEHIND_BARRIER = "one_way_trap", "islet", "behind_barrier"
LEAVE, ARRIVE = "leave", "arrive"


@dataclass(frozen=True)
class SnapOptions:
    """How places join the network.

    Attributes
    ----------
    distance_m : float
        A place further than this from every usable road is `too_far`.
    offroad_kmh : float
        Speed on the way to the road; 0 = free.
    main_component : bool
        Only roads from which the largest part of the network can be reached, and back.
    barriers : Barriers, optional
        What the way to the road may not cross.
    """

    distance_m: float = 2000.0
    offroad_kmh: float = 5.0
    main_component: bool = False
    barriers: Barriers | None = field(default=None, compare=False)


@dataclass(frozen=True)
class Positions:
    """Where n places join the network.

    Attributes
    ----------
    edge : (n,) int array
        Row of the edge, -1 where the place could not be used.
    fraction : (n,) float array
        0 at the edge's first node, 1 at its last.
    snap_m : (n,) float array
        Distance to that place; NaN where there is none.
    access_min : (n,) float array
        Minutes from the place to the road.
    country : (n,) object array
        Country of the place; empty where unknown or where the network has none.
    status : (n,) object array
        ``ok``; ``no_geometry``; ``no_country`` (no road of its country is in the network);
        ``too_far`` from every road; or, where there is a road near by, why it cannot be used:
        ``one_way_trap``, ``islet``, ``behind_barrier``.
    """

    edge: np.ndarray
    fraction: np.ndarray
    snap_m: np.ndarray
    access_min: np.ndarray
    country: np.ndarray
    status: np.ndarray

    def __len__(self) -> int:
        return len(self.edge)

    @property
    def ok(self) -> np.ndarray:
        """(n,) bool: usable places."""
        return self.edge >= 0

    @classmethod
    def joined(cls, parts: list[Positions]) -> Positions:
        """Several groups of places as one, in their order."""
        names = cls.__dataclass_fields__
        return cls(*(np.concatenate([getattr(one, name) for one in parts]) for name in names))

    def take(self, rows: np.ndarray) -> Positions:
        """The chosen places, in the order given."""
        return Positions(*(getattr(self, name)[rows] for name in self.__dataclass_fields__))


class Snapper:
    """Snaps places to one network; the spatial indices are made once a country.

    Parameters
    ----------
    network : RoadNetwork
    options : SnapOptions
    """

    def __init__(self, network: RoadNetwork, options: SnapOptions):
        self._network, self._options = network, options
        edges = network.edges
        self._road = (edges["kind"] == ROAD).to_numpy()
        self._open = [edges[one].notna().to_numpy() for one in ("time_fwd_s", "time_bwd_s")]
        self._road = self._road & (self._open[0] | self._open[1])
        self._main = np.ones(len(network), dtype=bool)
        if options.main_component:
            self._main = network.strong_component[network.from_node] == 0
            self._main &= network.strong_component[network.to_node] == 0
        lines = network.lines
        start = lines.segment_starts
        self._owner, length = lines.line_of_vertex[start].astype(np.int32), lines.segment_lengths()
        before = np.concatenate([[0.0], np.cumsum(length)])
        first_segment = np.searchsorted(self._owner, np.arange(len(lines) + 1))
        self._total = np.maximum(before[first_segment[1:]] - before[first_segment[:-1]], 1e-12)
        self._from = before[:-1] - before[first_segment[self._owner]]
        self._length, self._start, self._end = length, lines.xy[start], lines.xy[start + 1]
        if options.barriers is not None:
            self._cut_at(options.barriers)
        self._indices: dict[bytes, SegmentIndex] = {}

    @cached_property
    def _country(self) -> np.ndarray:
        return as_text(self._network.edges["country"]).to_numpy(object)

    def _cut_at(self, barriers: Barriers):
        """Cut segments where a barrier crosses them: a bridge has a bank on either side."""
        segment, share = barriers.crossings(self._start, self._end)
        count = len(self._owner)
        owner = np.concatenate([np.arange(count), segment])
        begin = np.concatenate([np.zeros(count), share])
        order = np.lexsort([begin, owner])
        owner, begin = owner[order], begin[order]
        end = np.append(begin[1:], 1.0)
        end[np.append(owner[1:] != owner[:-1], True)] = 1.0
        start, way = self._start[owner], (self._end - self._start)[owner]
        self._start, self._end = start + way * begin[:, None], start + way * end[:, None]
        self._from = self._from[owner] + begin * self._length[owner]
        self._length = self._length[owner] * (end - begin)
        self._owner = self._owner[owner]

    def _can(self, need: str | None) -> np.ndarray:
        """(e,) bool: edges on which one can do what is needed and get away, or get there at all."""
        if need is None:
            return np.ones(len(self._network), dtype=bool)
        stuck = self._network.trapped[0 if need == LEAVE else 1]
        ends = [self._network.to_node, self._network.from_node]
        if need == ARRIVE:
            ends.reverse()
        return np.logical_or(*(one & ~stuck[end] for one, end in zip(self._open, ends)))

    def _index(self, country: str | None, need: str | None = None, any_road: bool = False):
        chosen = self._road if any_road else self._road & self._main & self._can(need)
        if country is not None:
            chosen = chosen & (self._country == country)
        key = np.packbits(chosen).tobytes()  # often all roads will do
        if key not in self._indices:
            rows = np.flatnonzero(chosen[self._owner])
            self._indices[key] = SegmentIndex(self._start, self._end, rows)
        return self._indices[key]

    def country_of_nearest_road(self, xy: np.ndarray) -> np.ndarray:
        """(n,) country of the nearest road within the snap distance, empty beyond it."""
        near = self._index(None).nearest(xy, self._options.distance_m, self._options.barriers)
        country = np.full(len(near.segment), "", dtype=object)
        found = near.segment >= 0
        country[found] = self._country[self._owner[near.segment[found]]]
        return country

    def snap(
        self, xy: np.ndarray, country: np.ndarray | None = None, need: str | None = None
    ) -> Positions:
        """Snap places to the nearest road of their own country.

        Parameters
        ----------
        xy : (n, 2) float array
            In metres; NaN where a place has no geometry.
        country : (n,) object array, optional
            Codes; where empty or not given, the country of the nearest road.
        need : str, optional
            ``leave``: only roads from which one gets away; ``arrive``: only roads one can get to.
        """
        xy = np.asarray(xy, float).reshape(-1, 2)
        count = len(xy)
        edge, fraction = np.full(count, -1), np.zeros(count)
        gap = np.full(count, np.nan)
        status = np.full(count, TOO_FAR, dtype=object)
        located = np.isfinite(xy).all(axis=1)
        own = np.full(count, "", dtype=object)
        if country is not None:
            own[:] = np.where(np.asarray(country, object) == None, "", country)  # noqa: E711
        groups: list[str | None] = [None]
        if self._network.countries:
            unknown = np.flatnonzero(located & (own == ""))
            own[unknown] = self.country_of_nearest_road(xy[unknown])
            groups = list(self._network.countries)
            foreign = ~np.isin(own.astype(str), groups)
            status[foreign & (own != "")] = NO_COUNTRY
        for group in groups:
            members = np.flatnonzero(located if group is None else located & (own == group))
            index, options = self._index(group, need), self._options
            near = index.nearest(xy[members], options.distance_m, options.barriers)
            found = near.segment >= 0
            segment = near.segment[found]
            at = members[found]
            edge[at] = self._owner[segment]
            along = self._from[segment] + near.share[found] * self._length[segment]
            total = self._total[edge[at]]
            # at a junction is on it: on a one-way street a millimetre beside it is a way around
            along = np.where(along <= AT_JUNCTION_M, 0, along)
            along = np.where(total - along <= AT_JUNCTION_M, total, along)
            fraction[at] = along / total
            gap[at] = near.distance[found]
            status[at] = OK
            lost = members[~found]
            if len(lost):
                status[lost] = self._why_not(xy[lost], group, need)
        status[~located] = NO_GEOMETRY
        speed = self._options.offroad_kmh
        access = gap / 1000 / speed * 60 if speed > 0 else gap * 0
        return Positions(edge, fraction, gap, access, own, status)

    def _why_not(self, xy, country: str | None, need: str | None) -> np.ndarray:
        """(n,) status of places that found no road they may use: what the nearest one lacks."""
        near = self._index(country, any_road=True).nearest(xy, self._options.distance_m)
        edge = self._owner[near.segment] if len(self._owner) else np.zeros(len(xy), np.int64)
        why = np.select(
            [near.segment < 0, ~self._can(need)[edge], ~self._main[edge]],
            [TOO_FAR, ONE_WAY_TRAP, ISLET],
            BEHIND_BARRIER,
        )
        return why.astype(object)
