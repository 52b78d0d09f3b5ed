"""The country of a place, where two national data sets leave gaps and overlaps."""

from __future__ import annotations

import numpy as np

from .lines import Lines
from .nearest import SegmentIndex

UNKNOWN = -1


class Countries:
    """The country polygons of an analysis, and the nearest-country rule.

    The country of a place is the one whose polygon is nearest: distance 0 inside; in an overlap
    the first code in alphabetical order; beyond a tolerance it is unknown, never guessed.

    Parameters
    ----------
    codes : sequence of str
        ISO 3166-1 alpha-2 code of the country of each ring; several rings may share one.
    rings : Lines
        Closed outlines and holes of the polygons, in metres. Boundaries inside a country, drawn by
        both neighbours, cancel out.
    """

    def __init__(self, codes, rings: Lines):
        self.codes = sorted({str(code) for code in codes})
        number = np.searchsorted(self.codes, np.asarray(codes, dtype=str))
        owner = rings.line_of_vertex[rings.segment_starts]
        start, end = rings.xy[rings.segment_starts], rings.xy[rings.segment_starts + 1]
        self._outlines = [
            Outline(*_drawn_once(start[mine], end[mine]))
            for mine in (number[owner] == country for country in range(len(self.codes)))
        ]

    def __len__(self) -> int:
        return len(self.codes)

    def at(self, points: np.ndarray, tolerance: float) -> np.ndarray:
        """Country of each point.

        Parameters
        ----------
        points : (n, 2) float array
            In metres.
        tolerance : float
            How far outside every polygon a country is still given, in metres.

        Returns
        -------
        (n,) int array
            Index into `codes`, or `UNKNOWN`.
        """
        points = np.asarray(points, float).reshape(-1, 2)
        country = np.full(len(points), UNKNOWN)
        for number, outline in enumerate(self._outlines):
            open_question = np.flatnonzero(country == UNKNOWN)
            country[open_question[outline.contains(points[open_question])]] = number
        outside = np.flatnonzero(country == UNKNOWN)
        if len(outside):
            gaps = np.column_stack(
                [one.index.nearest(points[outside], tolerance).distance for one in self._outlines]
            )
            near = np.isfinite(gaps).any(axis=1)
            country[outside[near]] = gaps[near].argmin(axis=1)
        return country

    def codes_at(self, points: np.ndarray, tolerance: float) -> np.ndarray:
        """Like `at`, as country codes; an empty text where the country is unknown."""
        return np.array([*self.codes, ""], dtype=object)[self.at(points, tolerance)]

    def distance_to_outline(self, points: np.ndarray, within: float) -> np.ndarray:
        """(n,) metres to the nearest national outline, infinite beyond `within`."""
        return np.min(
            [one.index.nearest(points, within).distance for one in self._outlines], axis=0
        )

    def distance_to(self, country: int, points: np.ndarray, within: float) -> np.ndarray:
        """(n,) metres to the polygon of a country: 0 inside, infinite beyond `within`."""
        outline = self._outlines[country]
        return np.where(
            outline.contains(points), 0.0, outline.index.nearest(points, within).distance
        )


class Outline:
    """The boundary segments of one country."""

    def __init__(self, start: np.ndarray, end: np.ndarray):
        self.index = SegmentIndex(start, end)
        upward = start[:, 1] <= end[:, 1]
        self._low = np.where(upward[:, None], start, end)
        self._high = np.where(upward[:, None], end, start)
        # level strips with about equally many segments: a border often runs along one latitude
        count = max(2 * int(np.sqrt(len(start))), 1)
        levels = np.sort(self._low[:, 1])[:: max(len(start) // count, 1)]
        self._levels = np.unique(levels)
        self._first = np.searchsorted(self._levels, self._low[:, 1], side="right")
        self._last = np.searchsorted(self._levels, self._high[:, 1], side="right")

    def contains(self, points: np.ndarray) -> np.ndarray:
        """(n,) bool: is each point inside, by the even-odd rule? Worked through in level strips."""
        inside = np.zeros(len(points), dtype=bool)
        strip = np.searchsorted(self._levels, points[:, 1], side="right")
        order = np.argsort(strip, kind="stable")
        strips, begin = np.unique(strip[order], return_index=True)
        for number, group in zip(strips, np.split(order, begin[1:])):
            near = np.flatnonzero((self._first <= number) & (self._last >= number))
            if len(near):
                inside[group] = _odd_crossings(points[group], self._low[near], self._high[near])
        return inside


def _odd_crossings(points, low, high):
    x, y = points[:, :1], points[:, 1:]
    spans = (low[:, 1] <= y) & (y < high[:, 1])
    rise = np.where(high[:, 1] > low[:, 1], high[:, 1] - low[:, 1], 1.0)
    crossing_x = low[:, 0] + (y - low[:, 1]) * (high[:, 0] - low[:, 0]) / rise
    return (spans & (crossing_x > x)).sum(axis=1) % 2 == 1


def _drawn_once(start, end):
    """Keep the segments drawn an odd number of times: shared inner boundaries cancel out."""
    swap = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    key = np.where(swap[:, None], np.hstack([end, start]), np.hstack([start, end]))
    _, first, count = np.unique(key, axis=0, return_index=True, return_counts=True)
    kept = np.sort(first[count % 2 == 1])
    return start[kept], end[kept]
