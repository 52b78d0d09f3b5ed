"""Water, the border or anything else that people do not walk across on their way to the road."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from scipy.spatial import cKDTree

from .lines import Lines, expand

BATCH = 20_000


class Barriers:
    """Lines that a straight way may not cross; the rings of polygons are lines too.

    Parameters
    ----------
    lines : Lines
        In metres.

    Attributes
    ----------
    start, end : (s, 2) float arrays
        Of the segments, long ones in pieces.
    """

    def __init__(self, lines: Lines):
        first = lines.segment_starts
        start, end = lines.xy[first], lines.xy[first + 1]
        length = np.hypot(*(end - start).T)
        self._piece_length = max(2 * length.mean(), 1.0) if len(length) else 1.0
        pieces = np.maximum(np.ceil(length / self._piece_length).astype(np.int64), 1)
        owner, number = expand(pieces)
        # pieces are cut where their segment says, so that neighbours meet in the very same point
        ends = [(number + step)[:, None] / pieces[owner][:, None] for step in (0, 1)]
        self.start, self.end = (start[owner] * (1 - one) + end[owner] * one for one in ends)

    def __len__(self) -> int:
        return len(self.start)

    @cached_property
    def _tree(self) -> cKDTree:
        return cKDTree((self.start + self.end) / 2)

    def crossings(self, start: np.ndarray, end: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Where straight ways cross a barrier; touching one with an end is no crossing.

        Parameters
        ----------
        start, end : (n, 2) float arrays

        Returns
        -------
        way : (c,) int array
        share : (c,) float array
            0 at the start of the way, 1 at its end.
        """
        rows, shares = [np.empty(0, np.int64)], [np.empty(0)]
        for begin in range(0, len(start) if len(self) else 0, BATCH):
            a, b = start[begin : begin + BATCH], end[begin : begin + BATCH]
            reach = (np.hypot(*(b - a).T) + self._piece_length) / 2 + 1e-6
            near = self._tree.query_ball_point((a + b) / 2, reach)
            counts = np.fromiter(map(len, near), np.int64, len(near))
            if not counts.any():
                continue
            way, _ = expand(counts)
            piece = np.concatenate([np.asarray(one, np.int64) for one in near if len(one)])
            share, crosses = _proper(a[way], b[way], self.start[piece], self.end[piece])
            rows.append(way[crosses] + begin)
            shares.append(share[crosses])
        return np.concatenate(rows), np.concatenate(shares)

    def between(self, start: np.ndarray, end: np.ndarray) -> np.ndarray:
        """(n,) bool: whether a barrier lies on the straight way."""
        blocked = np.zeros(len(start), dtype=bool)
        blocked[self.crossings(start, end)[0]] = True
        return blocked


def _proper(a, b, p, q):
    """Share of the way a-b where it crosses p-q, and whether it does.

    A barrier that goes on through a way's line in one of its vertices is crossed once, not twice
    or never: its first end counts as on the left when it lies on the line.
    """
    along, across = b - a, q - p
    side_p, side_q = _cross(along, p - a), _cross(along, q - a)
    side_a, side_b = _cross(across, a - p), _cross(across, b - p)
    crosses = ((side_p >= 0) != (side_q >= 0)) & (side_a * side_b < 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        share = side_a / (side_a - side_b)
    return share, crosses


def _cross(one, two):
    return one[:, 0] * two[:, 1] - one[:, 1] * two[:, 0]
