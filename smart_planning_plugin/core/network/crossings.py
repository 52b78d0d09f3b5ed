"""An edge and a row for every border crossing: its stable id, its name, what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.spatial import cKDTree

from ..ids import as_text
from .lines import Lines
from .model import CROSSING, EDGE_COLUMNS

CROSSING_COLUMNS = [
    "crossing_id",
    "name",
    "edge_id",
    "country_a",
    "country_b",
    "ref_a",
    "ref_b",
    "delay_ab_min",
    "delay_ba_min",
    "gap_m",
    "origin",
    "open",
]
NAMING_REACH_M = 30_000.0


@dataclass(frozen=True)
class NamedPlaces:
    """Towns and villages after which a crossing without a road number is named.

    Attributes
    ----------
    xy : (n, 2) float array
        In metres.
    name : (n,) object array
    """

    xy: np.ndarray
    name: np.ndarray


class EdgesAtNodes:
    """Which edges end at a node."""

    def __init__(self, edges: pd.DataFrame):
        ends = edges[["from_node", "to_node"]].to_numpy(np.int64).T.ravel()
        self._order = np.argsort(ends, kind="stable")
        self._node = ends[self._order]
        self._edges = edges

    def rows(self, node: int) -> np.ndarray:
        """Rows of the edges that end there, in their order."""
        first, last = np.searchsorted(self._node, [node, node + 1])
        return np.unique(self._order[first:last] % max(len(self._edges), 1))

    def words(self, node: int, column: str, most: int = 3) -> str | None:
        """Road numbers or names at a node: ``A11/P112``."""
        found = self._edges[column].iloc[self.rows(node)].dropna().astype(str)
        return "/".join(sorted(found.unique())[:most]) or None


def with_crossing_edges(edges, divided, joints, countries, places, measure, lonlat):
    """Append an edge for every crossing, and make the table of crossings.

    Parameters
    ----------
    edges : DataFrame
        The roads and ferries of `divided`, with the columns `EDGE_COLUMNS`.
    divided : border.Divided
    joints : DataFrame
        `one`, `two` (nodes in two countries), `origin` (``through``, ``stitched``), `name` (where
        it was given by hand, else None).
    countries : Countries
    places : NamedPlaces, optional
    measure, lonlat : callables
        As in `build.build_road_network`.

    Returns
    -------
    edges : DataFrame
    lines : Lines
    crossings : DataFrame
        Columns `CROSSING_COLUMNS` and `x`, `y`.
    """
    pairs = joints[["one", "two"]].to_numpy(np.int64, copy=True)
    codes = np.array(countries.codes, dtype=object)
    swap = divided.node_country[pairs[:, 0]] > divided.node_country[pairs[:, 1]]
    pairs[swap] = pairs[swap][:, ::-1]
    ends = divided.node_xy[pairs]
    lines = Lines(ends.reshape(-1, 2), np.arange(len(pairs) + 1) * 2)
    gap = np.where(np.hypot(*(ends[:, 0] - ends[:, 1]).T) > 0, measure(lines), 0.0)
    place = lonlat(ends.mean(axis=1)) if len(pairs) else np.empty((0, 2))
    a, b = codes[divided.node_country[pairs]].reshape(-1, 2).T
    order = np.lexsort([place[:, 1], place[:, 0], b.astype(str), a.astype(str)])
    pairs, gap, place = pairs[order], gap[order], place[order]
    a, b, lines = a[order], b[order], lines.take(order)
    joints = joints.iloc[order].reset_index(drop=True)

    touching = EdgesAtNodes(edges)
    ref_a, ref_b = ([touching.words(n, "ref") for n in pairs[:, side]] for side in (0, 1))
    ids = _stable_ids(a, b, place)
    kmh = edges["speed_kmh"].to_numpy(float)
    speed = np.array(
        [min(kmh[touching.rows(one)].min(), kmh[touching.rows(two)].min()) for one, two in pairs]
    )
    seconds = gap / speed.astype(float) * 3.6
    number = len(edges) + 1 + np.arange(len(pairs))
    middle = lines.xy.reshape(-1, 2, 2).mean(axis=1)
    names = _names(pairs, middle, touching, divided, countries, places)
    crossings = pd.DataFrame(
        {
            "crossing_id": ids,
            "name": [
                by_hand or found or one
                for by_hand, found, one in zip(as_text(joints["name"]), names, ids)
            ],
            "edge_id": number,
            "country_a": a,
            "country_b": b,
            "ref_a": ref_a,
            "ref_b": ref_b,
            "delay_ab_min": 0.0,
            "delay_ba_min": 0.0,
            "gap_m": gap,
            "origin": joints["origin"],
            "open": 1,
            "x": middle[:, 0],
            "y": middle[:, 1],
        }
    )
    extra = pd.DataFrame(
        {
            "edge_id": number,
            "from_node": pairs[:, 0],
            "to_node": pairs[:, 1],
            "length_m": gap,
            "speed_kmh": speed,
            "time_fwd_s": seconds,
            "time_bwd_s": seconds,
            "kind": CROSSING,
            "name": crossings["name"],
            "crossing_id": crossings["crossing_id"],
            "delay_ab_min": 0.0,
            "delay_ba_min": 0.0,
            "open": 1,
        }
    ).reindex(columns=EDGE_COLUMNS)
    all_lines = Lines(
        np.concatenate([divided.lines.xy, lines.xy]),
        np.concatenate([divided.lines.offsets, divided.lines.offsets[-1] + lines.offsets[1:]]),
    )
    whole = pd.concat([edges, extra], ignore_index=True) if len(extra) else edges
    return whole, all_lines, crossings[[*CROSSING_COLUMNS, "x", "y"]]


def _names(pairs, middle, touching, divided, countries, places) -> list[str]:
    """``A11 – A13``: each side by its road's number, else its nearest place, else its road's name.

    Where neither side has anything the name is empty.
    """
    sides = []
    for side in (0, 1):
        nodes = pairs[:, side]
        country = divided.node_country[nodes]
        near = _nearest_places(middle, country, countries, places)
        sides.append(
            [
                touching.words(node, "ref") or place or touching.words(node, "name", 1)
                for node, place in zip(nodes, near)
            ]
        )
    return [" – ".join(dict.fromkeys(filter(None, both))) for both in zip(*sides)]


def _nearest_places(xy, country, countries, places) -> list[str | None]:
    """The nearest named place of its own country for each point."""
    found: list[str | None] = [None] * len(xy)
    if places is None or not len(xy):
        return found
    lies_in = countries.at(places.xy, 0.0)
    for number in np.unique(country):
        own = np.flatnonzero(lies_in == number)
        mine = np.flatnonzero(country == number)
        if not len(own):
            continue
        gap, nearest = cKDTree(places.xy[own]).query(xy[mine])
        for row, metres, at in zip(mine, gap, nearest):
            if metres <= NAMING_REACH_M:
                found[row] = str(places.name[own[at]])
    return found


def _stable_ids(a, b, place) -> list[str]:
    """Ids made of the two countries and the place to three decimals (about 100 m)."""
    seen: dict[str, int] = {}
    ids = []
    for one, two, (lon, lat) in zip(a, b, place):
        lat, lon = round(float(lat), 3) + 0.0, round(float(lon), 3) + 0.0  # no "-0.000"
        base = f"{one}-{two}-{lat:.3f}-{lon:.3f}"
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids
