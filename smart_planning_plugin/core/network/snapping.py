"""Places on the network: the nearest place *on* a road of the own country."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .model import ROAD, RoadNetwork
from .nearest import SegmentIndex

AT_JUNCTION_M = 0.01
OK, TOO_FAR, NO_GEOMETRY, NO_COUNTRY = "ok", "too_far", "no_geometry", "no_country"


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
    """

    distance_m: float = 2000.0
    offroad_kmh: float = 5.0
    main_component: bool = False


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
        ``ok``, ``too_far``, ``no_geometry``, ``no_country``.
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
        usable = (edges["kind"] == ROAD).to_numpy()
        usable &= edges[["time_fwd_s", "time_bwd_s"]].notna().any(axis=1).to_numpy()
        if options.main_component:
            usable &= network.strong_component[network.from_node] == 0
            usable &= network.strong_component[network.to_node] == 0
        lines = network.lines
        start = lines.segment_starts
        owner = lines.line_of_vertex[start]
        lengths = lines.segment_lengths()
        before = np.concatenate([[0.0], np.cumsum(lengths)])
        first_segment = np.searchsorted(owner, np.arange(len(lines) + 1))
        self._total = np.maximum(before[first_segment[1:]] - before[first_segment[:-1]], 1e-12)
        self._before = before[:-1] - before[first_segment[owner]]
        self._length, self._owner, self._start = lengths, owner, start
        self._usable = usable[owner]
        self._country = edges["country"].fillna("").to_numpy(object)
        self._indices: dict[str | None, tuple[np.ndarray, SegmentIndex]] = {}

    def _index(self, country: str | None):
        if country not in self._indices:
            chosen = self._usable.copy()
            if country is not None:
                chosen &= self._country[self._owner] == country
            rows = np.flatnonzero(chosen)
            xy = self._network.lines.xy
            start = self._start[rows]
            self._indices[country] = rows, SegmentIndex(xy[start], xy[start + 1])
        return self._indices[country]

    def country_of_nearest_road(self, xy: np.ndarray) -> np.ndarray:
        """(n,) country of the nearest road within the snap distance, empty beyond it."""
        rows, index = self._index(None)
        near = index.nearest(xy, self._options.distance_m)
        country = np.full(len(near.segment), "", dtype=object)
        found = near.segment >= 0
        country[found] = self._country[self._owner[rows[near.segment[found]]]]
        return country

    def snap(self, xy: np.ndarray, country: np.ndarray | None = None) -> Positions:
        """Snap places to the nearest road of their own country.

        Parameters
        ----------
        xy : (n, 2) float array
            In metres; NaN where a place has no geometry.
        country : (n,) object array, optional
            Codes; where empty or not given, the country of the nearest road.
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
            rows, index = self._index(group)
            near = index.nearest(xy[members], self._options.distance_m)
            found = near.segment >= 0
            segment = rows[near.segment[found]]
            at = members[found]
            edge[at] = self._owner[segment]
            along = self._before[segment] + near.share[found] * self._length[segment]
            total = self._total[edge[at]]
            # at a junction is on it: on a one-way street a millimetre beside it is a way around
            along = np.where(along <= AT_JUNCTION_M, 0, along)
            along = np.where(total - along <= AT_JUNCTION_M, total, along)
            fraction[at] = along / total
            gap[at] = near.distance[found]
            status[at] = OK
        status[~located] = NO_GEOMETRY
        speed = self._options.offroad_kmh
        access = gap / 1000 / speed * 60 if speed > 0 else gap * 0
        return Positions(edge, fraction, gap, access, own, status)
