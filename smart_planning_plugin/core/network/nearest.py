"""The nearest place on a set of line segments, exactly and for many points at once."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.spatial import cKDTree

from .barriers import Barriers
from .lines import expand

SAME_DISTANCE_M = 1e-6
FIRST_NEIGHBOURS = 8


@dataclass(frozen=True)
class Nearest:
    """Where the nearest segment lies for each of n points.

    Attributes
    ----------
    segment : (n,) int array
        Row of the segment, -1 where none lies within reach.
    share : (n,) float array
        Place on the segment, 0 at its start and 1 at its end.
    distance : (n,) float array
        In metres; infinite where none lies within reach.
    """

    segment: np.ndarray
    share: np.ndarray
    distance: np.ndarray


class SegmentIndex:
    """A spatial index of line segments.

    Long segments are divided, and the middles of the pieces stand in a k-d tree. No piece is longer
    than `_piece_length`, so a segment whose middle is further away than the best distance found
    plus half a piece cannot be nearer: the answer is exact, and ties go to the first segment.

    Parameters
    ----------
    start, end : (s, 2) float arrays
        In metres.
    rows : (r,) int array, optional
        Only these segments count, rising.
    """

    def __init__(self, start: np.ndarray, end: np.ndarray, rows: np.ndarray | None = None):
        self._start, self._end = np.asarray(start, float), np.asarray(end, float)
        rows = np.arange(len(self._start)) if rows is None else rows
        length = np.hypot(*(self._end[rows] - self._start[rows]).T)
        self._piece_length = max(2 * length.mean(), 1.0) if len(length) else 1.0
        pieces = np.maximum(np.ceil(length / self._piece_length).astype(np.int32), 1)
        piece, number = expand(pieces)
        share = ((number + 0.5) / pieces[piece])[:, None]
        self._owner = rows.astype(np.int32)[piece]
        middle = self._start[self._owner] * (1 - share) + self._end[self._owner] * share
        self._tree = cKDTree(middle) if len(middle) else None

    def nearest(
        self, points: np.ndarray, within: float = np.inf, barriers: Barriers | None = None
    ) -> Nearest:
        """Find the nearest segment of each point, up to the distance `within` (metres).

        With barriers, the nearest one whose nearest place is not behind one.
        """
        points = np.asarray(points, float).reshape(-1, 2)
        segment = np.full(len(points), -1)
        share, distance = np.zeros(len(points)), np.full(len(points), np.inf)
        todo = np.flatnonzero(np.isfinite(points).all(axis=1))
        neighbours = FIRST_NEIGHBOURS
        while self._tree is not None and len(todo):
            neighbours = min(neighbours, self._tree.n)
            far, piece = self._tree.query(
                points[todo],
                k=np.arange(1, neighbours + 1),
                distance_upper_bound=within + self._piece_length,
            )
            candidate = self._owner[np.minimum(piece, self._tree.n - 1)]
            place, gap = self._distance(points[todo], candidate)
            gap[~np.isfinite(far)] = np.inf
            if barriers is not None:
                self._shut_off(points[todo], candidate, place, gap, within, barriers)
            best = gap.min(axis=1)
            tied = np.where(gap <= best[:, None] + SAME_DISTANCE_M, candidate, len(self._start))
            column = tied.argmin(axis=1)
            row = np.arange(len(todo))
            found = best <= within
            segment[todo] = np.where(found, candidate[row, column], -1)
            share[todo] = place[row, column]
            distance[todo] = np.where(found, best, np.inf)
            sure = far[:, -1] - self._piece_length / 2 > np.minimum(best, within)
            if neighbours == self._tree.n:
                break
            todo = todo[~sure]
            neighbours *= 4
        return Nearest(segment, share, distance)

    def _shut_off(self, points, candidate, place, gap, within, barriers):
        """Put candidates behind a barrier out of reach, until each row's best is in sight."""
        rows = np.arange(len(points))
        while len(rows):
            column = gap[rows].argmin(axis=1)
            near = gap[rows, column] <= within
            rows, column = rows[near], column[near]
            chosen, share = candidate[rows, column], place[rows, column][:, None]
            target = self._start[chosen] * (1 - share) + self._end[chosen] * share
            hidden = barriers.between(points[rows], target)
            rows = rows[hidden]
            same = candidate[rows] == chosen[hidden][:, None]
            gap[rows] = np.where(same, np.inf, gap[rows])

    def _distance(self, points, candidate):
        start = self._start[candidate]
        along = self._end[candidate] - start
        square = np.maximum((along**2).sum(axis=2), 1e-300)
        share = ((points[:, None, :] - start) * along).sum(axis=2) / square
        share = np.clip(share, 0, 1)
        return share, np.hypot(
            *np.moveaxis(points[:, None, :] - start - share[..., None] * along, 2, 0)
        )
