"""Many polylines in two arrays, and how to cut them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True)
class Lines:
    """Polylines as one array of vertices and offsets (as in GeoArrow).

    Parameters
    ----------
    xy : (m, 2) float array
        The vertices of all lines, one line after the other, in metres.
    offsets : (n + 1,) int array
        Line `i` owns the vertices ``offsets[i]:offsets[i + 1]``.
    """

    xy: np.ndarray
    offsets: np.ndarray

    @classmethod
    def of(cls, parts) -> Lines:
        """Build lines from a sequence of (k, 2) coordinate sequences."""
        arrays = [np.asarray(part, dtype=float).reshape(-1, 2) for part in parts]
        xy = np.concatenate(arrays) if arrays else np.empty((0, 2))
        return cls(xy, offsets_of([len(a) for a in arrays]))

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, line: int) -> np.ndarray:
        return self.xy[self.offsets[line] : self.offsets[line + 1]]

    @property
    def first(self) -> np.ndarray:
        """(n,) index of each line's first vertex."""
        return self.offsets[:-1]

    @property
    def last(self) -> np.ndarray:
        """(n,) index of each line's last vertex."""
        return self.offsets[1:] - 1

    @property
    def line_of_vertex(self) -> np.ndarray:
        """(m,) the line that owns each vertex."""
        return np.repeat(np.arange(len(self)), np.diff(self.offsets))

    @property
    def segment_starts(self) -> np.ndarray:
        """(s,) index of the first vertex of every segment; the second is the one after it."""
        starts = np.ones(len(self.xy), dtype=bool)
        starts[self.last[np.diff(self.offsets) > 0]] = False
        return np.flatnonzero(starts)

    def segment_lengths(self) -> np.ndarray:
        """(s,) planar length of every segment, in metres."""
        start = self.segment_starts
        return np.hypot(*(self.xy[start + 1] - self.xy[start]).T)

    def lengths(self) -> np.ndarray:
        """(n,) planar length of every line, in metres."""
        owner = self.line_of_vertex[self.segment_starts]
        return np.bincount(owner, self.segment_lengths(), minlength=len(self))

    def at(self, line: np.ndarray, where: np.ndarray) -> np.ndarray:
        """Coordinates of places on lines.

        Parameters
        ----------
        line : (k,) int array
        where : (k,) float array
            Number of the vertex within the line, plus the share of the segment that follows.

        Returns
        -------
        (k, 2) float array
        """
        count = np.diff(self.offsets)[line]
        vertex = np.clip(np.floor(where).astype(np.int64), 0, np.maximum(count - 2, 0))
        start = self.offsets[line] + vertex
        share = (where - vertex)[:, None]
        after = self.xy[np.minimum(start + 1, self.last[line])]
        return self.xy[start] * (1 - share) + after * share

    def take(self, lines: np.ndarray) -> Lines:
        """The chosen lines, in the order given."""
        counts = np.diff(self.offsets)[lines]
        offsets = offsets_of(counts)
        vertex = np.arange(offsets[-1]) - np.repeat(offsets[:-1] - self.offsets[lines], counts)
        return Lines(self.xy[vertex], offsets)

    def cut(self, line: np.ndarray, where: np.ndarray) -> tuple[Lines, np.ndarray]:
        """Cut lines at places on them; a cut at a vertex makes no new vertex.

        Parameters
        ----------
        line, where : (k,) arrays
            As in `at`; places at the very ends of a line cut nothing.

        Returns
        -------
        pieces : Lines
            In the order of the lines, and along each line.
        parent : (p,) int array
            The line each piece comes from.
        """
        line, where = np.asarray(line, np.int64), np.asarray(where, float)
        inside = (where > 0) & (where < (np.diff(self.offsets) - 1)[line])
        cuts = np.unique(np.column_stack([line[inside], where[inside]]), axis=0)
        line, where = cuts[:, 0].astype(np.int64), cuts[:, 1]

        at_vertex = where == np.floor(where)
        replaced = self.offsets[line[at_vertex]] + where[at_vertex].astype(np.int64)
        kept = np.ones(len(self.xy), dtype=bool)
        kept[replaced] = False
        owner = self.line_of_vertex
        number = np.arange(len(self.xy)) - self.offsets[owner]
        point = self.at(line, where)

        # every cut stands twice: as the end of one piece and as the start of the next
        all_line = np.concatenate([owner[kept], line, line])
        all_where = np.concatenate([number[kept].astype(float), where, where])
        side = np.repeat([0, 0, 1], [kept.sum(), len(line), len(line)])
        xy = np.concatenate([self.xy[kept], point, point])
        order = np.lexsort([side, all_where, all_line])
        all_line, side = all_line[order], side[order]
        begins = np.ones(len(order), dtype=bool)
        begins[1:] = (all_line[1:] != all_line[:-1]) | (side[1:] == 1)
        starts = np.flatnonzero(begins)
        return Lines(xy[order], np.append(starts, len(order))), all_line[starts]


def offsets_of(counts) -> np.ndarray:
    """Offsets of a ragged array from the length of each of its parts."""
    return np.concatenate([[0], np.cumsum(np.asarray(counts, dtype=np.int64))]).astype(np.int64)


def expand(counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """For parts of the given lengths: the part of every item, and its number within the part."""
    offsets = offsets_of(counts)
    owner = np.repeat(np.arange(len(counts)), counts)
    return owner, np.arange(offsets[-1]) - offsets[owner]
