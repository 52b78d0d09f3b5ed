"""Noding: which line ends and vertices are one junction, and the lines cut there."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .lines import Lines, expand

SAME_VERTEX_M = 0.01


@dataclass(frozen=True)
class Noded:
    """Lines that meet at their ends only.

    Attributes
    ----------
    lines : Lines
        One per edge.
    parent : (e,) int array
        The input line each edge comes from.
    from_node, to_node : (e,) int arrays
        Places where edges meet, numbered from 0 in the order of the data.
    duplicates : int
        Number of edges left out because the same way was there already.
    opposite : (e,) int array
        Where a left-out edge ran the other way, its input line; else -1. (Two one-way lines drawn
        upon each other in opposite directions are one street.)
    """

    lines: Lines
    parent: np.ndarray
    from_node: np.ndarray
    to_node: np.ndarray
    duplicates: int
    opposite: np.ndarray


def node(lines: Lines, tolerance: float) -> Noded:
    """Cut lines at shared vertices, join ends within a tolerance, and keep every way once.

    A vertex is a junction where a line ends or where more than two ways leave it. Lines that cross
    without a shared vertex are bridges, and stay so.

    Parameters
    ----------
    lines : Lines
        In metres.
    tolerance : float
        Line ends this near to another line's end or vertex (metres) are joined to it.
    """
    place, xy = _places(lines, tolerance)
    snapped = Lines(xy[place], lines.offsets)
    lines, parent, place = _without_repeats(snapped, place)
    inside = _junctions_inside(lines, place)
    line = lines.line_of_vertex[inside]
    pieces, piece_parent = lines.cut(line, np.flatnonzero(inside) - lines.offsets[line])
    place = np.repeat(place, 1 + inside)  # as in the pieces: a cut vertex stands twice
    return _each_way_once(pieces, parent[piece_parent], place)


def _places(lines: Lines, tolerance: float):
    """Number the distinct places of all vertices, with line ends joined to what they meet."""
    cells = np.round(lines.xy / SAME_VERTEX_M).astype(np.int64)
    _, first, place = np.unique(_one_key(*cells.T), return_index=True, return_inverse=True)
    xy = lines.xy[first]
    if tolerance <= 0 or not len(lines):
        return place, xy

    ends = np.unique(place[np.concatenate([lines.first, lines.last])])
    near = cKDTree(xy).query_ball_point(xy[ends], tolerance)
    owner, _ = expand(np.array([len(one) for one in near]))
    a, b = ends[owner], np.concatenate([np.asarray(one, np.int64) for one in near])
    a, b = a[a != b], b[a != b]
    if not len(a):
        return place, xy
    joined = _on_different_lines(place, lines.line_of_vertex, a, b)
    a, b = a[joined], b[joined]
    _, cluster = connected_components(
        coo_matrix((np.ones(len(a)), (a, b)), shape=(len(xy), len(xy))), directed=False
    )
    # the vertex that comes first in the data gives its coordinates to the whole cluster
    lead = np.full(cluster.max() + 1, len(lines.xy))
    np.minimum.at(lead, cluster, first)
    return cluster[place], lines.xy[lead]


def _one_key(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """One number for each pair of whole numbers: far faster to sort than rows."""
    return a * (b.max(initial=0) - b.min(initial=0) + 1) + b


def _on_different_lines(place, line, a, b):
    """Pairs of places that lie on different lines (and are not neighbours on one line)."""
    order = np.argsort(place, kind="stable")
    start = np.searchsorted(place[order], np.arange(place.max() + 2))
    lines_at = [set(line[order[start[p] : start[p + 1]]]) for p in np.concatenate([a, b])]
    return np.array([not (one & two) for one, two in zip(lines_at, lines_at[len(a) :])], dtype=bool)


def _without_repeats(lines: Lines, place: np.ndarray):
    """Drop vertices that repeat the one before, and lines of which nothing is left."""
    keep = np.ones(len(place), dtype=bool)
    owner = lines.line_of_vertex
    keep[1:] = (place[1:] != place[:-1]) | (owner[1:] != owner[:-1])
    counts = np.bincount(owner[keep], minlength=len(lines))
    alive = counts >= 2
    keep &= alive[owner]
    offsets = np.concatenate([[0], np.cumsum(counts[alive])]).astype(np.int64)
    return Lines(lines.xy[keep], offsets), np.flatnonzero(alive), place[keep]


def _junctions_inside(lines: Lines, place: np.ndarray):
    """(m,) bool: vertices inside lines at which a line ends or more than two ways leave."""
    start = lines.segment_starts
    count = place.max() + 1 if len(place) else 0
    tail = np.concatenate([place[start], place[start + 1]])
    head = np.concatenate([place[start + 1], place[start]])
    junction = np.bincount(np.unique(tail * count + head) // max(count, 1), minlength=count) > 2
    junction[place[lines.first]] = True
    junction[place[lines.last]] = True
    inside = junction[place]
    inside[lines.first] = False
    inside[lines.last] = False
    return inside


def _each_way_once(pieces: Lines, parent, place) -> Noded:
    """Keep the first of edges drawn over the very same vertices, in whichever direction."""
    start, end = place[pieces.first], place[pieces.last]
    counts = np.diff(pieces.offsets)
    middle = pieces.at(np.arange(len(pieces)), (counts - 1) / 2)
    low, high = np.minimum(start, end), np.maximum(start, end)
    # whole numbers, because a length added up from the other end differs in its last digit
    over = np.add.reduceat(place, pieces.first)
    key = np.column_stack([low, high, counts, over, *np.round(middle / SAME_VERTEX_M).T])
    _, first, group = np.unique(key, axis=0, return_index=True, return_inverse=True)
    lead = first[group.ravel()]
    kept = np.sort(first)
    repeated = np.flatnonzero(lead != np.arange(len(pieces)))
    opposite = np.full(len(pieces), -1)
    turned = repeated[(start[repeated] == end[lead[repeated]]) & (start[repeated] != end[repeated])]
    opposite[lead[turned]] = parent[turned]
    _, number = np.unique(np.column_stack([start, end])[kept], return_inverse=True)
    number = number.reshape(-1, 2)
    return Noded(
        pieces.take(kept), parent[kept], number[:, 0], number[:, 1], len(repeated), opposite[kept]
    )
