"""Planar noding, when it is asked for: lines of one level that cross are joined there."""

from __future__ import annotations

import numpy as np
from scipy.spatial import cKDTree

from .lines import Lines, expand, offsets_of
from .noding import SAME_VERTEX_M


def join_crossing_lines(lines: Lines, level: np.ndarray, tolerance: float) -> tuple[Lines, int]:
    """Give lines of one level a shared vertex where they cross or where one ends on another.

    Parameters
    ----------
    lines : Lines
        In metres.
    level : (n,) int array
        Lines of different levels are a bridge, and stay apart.
    tolerance : float
        A line end this near to another line (metres) ends on it.

    Returns
    -------
    lines : Lines
        With the vertices set in; `noding.node` makes junctions of them.
    joined : int
        Number of places where lines were joined.
    """
    start = lines.segment_starts
    one, two = _near_pairs(lines.xy[start], lines.xy[start + 1], tolerance)
    owner = lines.line_of_vertex[start]
    same = level[owner[one]] == level[owner[two]]
    one, two = start[one[same]], start[two[same]]
    shared = np.zeros(len(one), dtype=bool)
    for a in (one, one + 1):
        for b in (two, two + 1):
            shared |= np.hypot(*(lines.xy[a] - lines.xy[b]).T) <= SAME_VERTEX_M
    one, two = one[~shared], two[~shared]

    at, share, xy = [], [], []
    ends_here = np.zeros(len(one), dtype=bool)
    for mine, other in ((one, two), (two, one)):
        for end, is_end in ((mine, lines.first), (mine + 1, lines.last)):
            near, where = _ends_on(lines, end, other, tolerance)
            near &= np.isin(end, is_end)
            ends_here |= near
            at.append(other[near])
            share.append(where[near])
            xy.append(lines.xy[end[near]])
    crossing, s, t, place = _crossings(lines, one, two)
    crossing &= ~ends_here
    for segment, where in ((one, s), (two, t)):
        at.append(segment[crossing])
        share.append(where[crossing])
        xy.append(place[crossing])
    joined = int(ends_here.sum() + crossing.sum())
    return _with_vertices(lines, *map(np.concatenate, (at, share, xy))), joined


def _near_pairs(start, end, tolerance):
    """Pairs of segments that may touch, each once: by the middles of pieces of equal length."""
    length = np.hypot(*(end - start).T)
    if not len(length):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    most = max(2 * length.mean(), 1.0)
    pieces = np.maximum(np.ceil(length / most).astype(np.int64), 1)
    segment, number = expand(pieces)
    share = ((number + 0.5) / pieces[segment])[:, None]
    tree = cKDTree(start[segment] * (1 - share) + end[segment] * share)
    pairs = segment[tree.query_pairs(most + tolerance, output_type="ndarray")]
    pairs = np.sort(pairs[pairs[:, 0] != pairs[:, 1]], axis=1)
    keys = np.unique(pairs[:, 0] * len(start) + pairs[:, 1])
    return np.divmod(keys, len(start))


def _crossings(lines, one, two):
    """Where two segments cross: which pairs, the shares along each, and the place.

    A segment has its first vertex and not its last, so that a vertex on another line counts once.
    """
    a, c = lines.xy[one], lines.xy[two]
    along, across = lines.xy[one + 1] - a, lines.xy[two + 1] - c
    turn = along[:, 0] * across[:, 1] - along[:, 1] * across[:, 0]
    level = np.abs(turn) < 1e-9  # they run side by side
    turn = np.where(level, 1.0, turn)
    gap = c - a
    s = (gap[:, 0] * across[:, 1] - gap[:, 1] * across[:, 0]) / turn
    t = (gap[:, 0] * along[:, 1] - gap[:, 1] * along[:, 0]) / turn
    inside = ~level & (s >= 0) & (s < 1) & (t >= 0) & (t < 1)
    return inside, s, t, a + s[:, None] * along


def _ends_on(lines, end, segment, tolerance):
    """Which of the vertices lie on the inside of a segment, within the tolerance, and where."""
    a = lines.xy[segment]
    along = lines.xy[segment + 1] - a
    square = np.maximum((along**2).sum(axis=1), 1e-300)
    share = ((lines.xy[end] - a) * along).sum(axis=1) / square
    gap = np.hypot(*(lines.xy[end] - a - share[:, None] * along).T)
    return (share > 0) & (share < 1) & (gap <= max(tolerance, SAME_VERTEX_M)), share


def _with_vertices(lines, at, share, xy) -> Lines:
    """Lines with vertices set into their segments."""
    vertex = np.concatenate([np.arange(len(lines.xy)), at + share])
    place = np.concatenate([lines.xy, xy])
    order = np.argsort(vertex, kind="stable")
    owner = lines.line_of_vertex
    counts = np.bincount(np.concatenate([owner, owner[at]]), minlength=len(lines))
    return Lines(place[order], offsets_of(counts))
