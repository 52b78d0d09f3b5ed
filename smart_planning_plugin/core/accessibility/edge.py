"""Where the data ends by land: a cut-off that reaches beyond it counts too little."""

from __future__ import annotations

import numpy as np
from scipy import ndimage
from scipy.spatial import ConvexHull, QhullError

from ..network.countries import UNKNOWN, Countries
from ..network.lines import Lines, expand
from ..network.snapping import OK, Positions
from .travel import Travel

RIM_SHARE = 0.05
CELL_M, MOST_CELLS, MARGIN, LEAST_CELLS = 2500.0, 500, 8, 16
CUT_M = 25.0
EIGHT = np.ones((3, 3), bool)


def rim_nodes(travel: Travel) -> np.ndarray:
    """Dead ends near the convex hull of the network: the edge where no polygon tells sea from land.

    Near is within a twentieth of the square root of the hull's area.
    """
    network = travel.network
    ends = np.flatnonzero(network.degree == 1)
    try:
        hull = ConvexHull(network.node_xy)
    except QhullError:  # all in one line, or fewer than three
        return ends
    inside = -(network.node_xy[ends] @ hull.equations[:, :2].T + hull.equations[:, 2]).max(axis=1)
    return ends[inside <= RIM_SHARE * np.sqrt(hull.volume)]


def edge_nodes(travel: Travel, countries: Countries | None = None) -> np.ndarray:
    """Nodes where the roads of the data end, though the land goes on.

    With country polygons these are dead ends

    - beside land without roads: a piece of the polygons of 100 km² or more, on their rim, no road
      within some 2.5 km of it; or
    - on the outline of the polygons, to within `CUT_M`: the road was cut there, or leads into a
      country that is not in the data.

    A road that stops short of the outline is at a coast, or cut off where the polygons end too:
    what lies outside of them, sea or land, nobody says. Without polygons it is `rim_nodes`.
    """
    if countries is None or not len(countries):
        return rim_nodes(travel)
    ends = np.flatnonzero(travel.network.degree == 1)
    xy = travel.network.node_xy[ends]
    cut = countries.distance_to_outline(xy, CUT_M) <= CUT_M
    return ends[cut | _beside_empty_land(travel.network.lines, countries, xy)]


def _beside_empty_land(lines: Lines, countries: Countries, xy: np.ndarray) -> np.ndarray:
    """(n,) bool: places beside land of the countries, at their rim, that has no roads."""
    size = max(CELL_M, np.ptp(lines.xy, axis=0).max() / MOST_CELLS)
    corner = lines.xy.min(axis=0) - MARGIN * size
    shape = np.ceil((lines.xy.max(axis=0) - corner) / size).astype(int) + MARGIN + 1

    def cell(points):
        return tuple(((points - corner) / size).astype(int).T)

    start = lines.segment_starts
    pieces = np.maximum(np.ceil(lines.segment_lengths() / size).astype(np.int32), 1)
    segment, nth = expand(pieces)
    share = ((nth + 0.5) / pieces[segment])[:, None]
    along = lines.xy[start][segment] * (1 - share) + lines.xy[start + 1][segment] * share
    roads = np.zeros(shape, bool)
    roads[cell(along)] = True
    middle = (np.indices(shape).reshape(2, -1).T + 0.5) * size + corner
    land = (countries.at(middle, CUT_M) != UNKNOWN).reshape(shape)
    empty = land & ~ndimage.binary_dilation(roads, EIGHT)
    piece, _ = ndimage.label(empty, EIGHT)
    cells = np.bincount(piece.ravel())
    outside = ndimage.binary_dilation(~land, EIGHT, border_value=1)
    at_rim = np.isin(np.arange(len(cells)), piece[outside & empty])
    without = ((cells >= LEAST_CELLS) & at_rim)[piece] & empty
    return ndimage.binary_dilation(without, EIGHT, iterations=2)[cell(xy)]


def cost_to_edge(
    travel: Travel, places: Positions, countries: Countries | None = None
) -> np.ndarray:
    """(n,) cost between each place and the nearest of `edge_nodes`.

    Infinite where none is reached, or where the place could not be used.
    """
    nodes = edge_nodes(travel, countries)
    network = travel.network
    ends = np.concatenate([network.from_node, network.to_node])
    edge_of = np.empty(len(network.node_xy), np.int64)
    edge_of[ends] = np.tile(np.arange(len(network)), 2)
    edge = edge_of[nodes]
    count = len(nodes)
    zero = np.zeros(count)
    rim = Positions(
        edge,
        (network.to_node[edge] == nodes).astype(float),
        zero,
        zero,
        np.full(count, "", dtype=object),
        np.full(count, OK, dtype=object),
    )
    graph = travel.from_sources(rim)
    return travel.nearest(graph, np.arange(count), places).cost
