"""Outlines of labelled samples on a square lattice: areas that neither overlap nor leave gaps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

NEAREST_CUT = 1e-3  # cuts keep this share of an edge from its samples, so that no two coincide


@dataclass(frozen=True)
class Lattice:
    """Samples in rows from the north, in the middle of square cells.

    Attributes
    ----------
    left, top, size : float
        Corner of the first cell and length of a side, in metres of the analysis CRS.
    rows, columns : int
    """

    left: float
    top: float
    size: float
    rows: int
    columns: int

    @classmethod
    def over(cls, low: np.ndarray, high: np.ndarray, size: float) -> Lattice:
        """The lattice over a box; its cells stand at whole multiples of their size."""
        left, top = np.floor(low[0] / size) * size, np.ceil(high[1] / size) * size
        columns = max(int(np.ceil((high[0] - left) / size)), 1)
        return cls(left, top, size, max(int(np.ceil((top - low[1]) / size)), 1), columns)

    @property
    def shape(self) -> tuple[int, int]:
        return self.rows, self.columns

    @property
    def xy(self) -> np.ndarray:
        """(rows * columns, 2) samples, row by row."""
        x = self.left + (np.arange(self.columns) + 0.5) * self.size
        y = self.top - (np.arange(self.rows) + 0.5) * self.size
        return np.column_stack([np.tile(x, self.rows), np.repeat(y, self.columns)])

    def window(self, rows: slice, columns: slice) -> Lattice:
        """A part of it."""
        return Lattice(
            self.left + columns.start * self.size,
            self.top - rows.start * self.size,
            self.size,
            rows.stop - rows.start,
            columns.stop - columns.start,
        )


def outlines(
    lattice: Lattice, label: np.ndarray, across: np.ndarray, down: np.ndarray
) -> dict[int, list[list[np.ndarray]]]:
    """Polygons around the samples of each label (marching squares of many labels).

    Where two neighbouring samples differ, the edge between them is cut at a place that both sides
    share; within a square the cuts are joined by straight lines, or by way of one point where more
    than two labels meet. The areas of all labels are therefore disjoint, and together they are
    exactly the area of ``label > 0``. Samples that touch at a corner only do not hang together.

    Parameters
    ----------
    lattice : Lattice
    label : (rows, columns) int array
        0 is outside.
    across : (rows, columns - 1) float array
        Where the edge to the eastern neighbour is cut: 0 at the sample, 1 at the neighbour.
    down : (rows - 1, columns) float array
        The same towards the southern neighbour.

    Returns
    -------
    dict of int to list of polygons
        A polygon is a list of closed (k, 2) rings in metres: its outline anticlockwise, then its
        holes clockwise.

    Examples
    --------
    >>> import numpy as np
    >>> lattice, half = Lattice(0, 3, 1.0, 3, 3), np.full((3, 2), 0.5)
    >>> label = np.array([[0, 0, 0], [0, 1, 0], [0, 0, 0]])
    >>> ring = outlines(lattice, label, half, half.T)[1][0][0]  # from any of its four corners
    >>> sorted(ring[:-1].tolist()), ring[0].tolist() == ring[-1].tolist()
    ([[1.0, 1.5], [1.5, 1.0], [1.5, 2.0], [2.0, 1.5]], True)
    """
    square = _Squares(lattice, label, across, down)
    if not len(square.start):
        return {}
    follows = np.empty(2 * square.edges, np.int64)
    follows[square.start_key] = np.arange(len(square.start))
    after = follows[square.end_key].tolist()
    start, via = square.start.tolist(), square.via.tolist()
    seen = bytearray(len(after))
    points, offsets, first = [], [0], []
    for begin in range(len(after)):
        if seen[begin]:
            continue
        first.append(begin)
        at = begin
        while not seen[at]:
            seen[at] = 1
            points.append(start[at])
            if via[at] >= 0:
                points.append(via[at])
            at = after[at]
        points.append(start[begin])
        offsets.append(len(points))
    xy = square.xy[points]
    cross = xy[:-1, 0] * xy[1:, 1] - xy[1:, 0] * xy[:-1, 1]
    cross = np.append(cross, 0.0)
    cross[np.array(offsets[1:]) - 1] = 0  # from one ring to the next is no side
    area = np.add.reduceat(cross, offsets[:-1])
    found: dict[int, list] = {}
    outer: dict[int, list] = {}
    order = np.argsort(area <= 0, kind="stable")  # outlines before holes
    for ring in order.tolist():
        if area[ring] == 0:
            continue
        part = square.part[first[ring]]
        shape = xy[offsets[ring] : offsets[ring + 1]]
        if area[ring] > 0:
            outer[part] = [shape]
            found.setdefault(int(square.label[first[ring]]), []).append(outer[part])
        elif part in outer:
            outer[part].append(shape)
    return found


class _Squares:
    """The pieces of outline in all squares of four samples, each with its label on the left.

    Corners and edges of a square count anticlockwise from the south-west; edge `k` joins corner
    `k` and the next.
    """

    def __init__(self, lattice: Lattice, label, across, down):
        label = np.pad(np.asarray(label, np.int64), 1)
        across = np.pad(np.clip(across, NEAREST_CUT, 1 - NEAREST_CUT), ((1, 1), (0, 0)))
        across = np.pad(across, ((0, 0), (1, 1)), constant_values=((0, 0), (1 - 1e-3, 1e-3)))
        down = np.pad(np.clip(down, NEAREST_CUT, 1 - NEAREST_CUT), ((0, 0), (1, 1)))
        down = np.pad(down, ((1, 1), (0, 0)), constant_values=((1 - 1e-3, 1e-3), (0, 0)))
        rows, columns = label.shape
        self.edges = 2 * rows * columns
        differs = (label[:, 1:] != label[:, :-1])[:-1] | (label[:, 1:] != label[:, :-1])[1:]
        row, column = np.nonzero(differs | (label[1:] != label[:-1])[:, :-1])
        corner = np.stack(
            [
                (row + 1) * columns + column,
                (row + 1) * columns + column + 1,
                row * columns + column + 1,
                row * columns + column,
            ],
            1,
        )
        flat = label.ravel()
        value = flat[corner]
        edge = np.stack(
            [
                corner[:, 0],
                rows * columns + corner[:, 2],
                corner[:, 3],
                rows * columns + corner[:, 3],
            ],
            1,
        )
        cuts = self._cut_points(lattice, across, down, edge)
        same = value == np.roll(value, -1, 1)
        body = value > 0
        joined = body & np.roll(body, -1, 1)
        via, by_way = self._vias(cuts, same, joined)

        pieces = []
        for k in range(4):
            at = np.flatnonzero(body[:, k] & ~same[:, k])
            p = _back(same, at, np.full(len(at), k))
            whole = ~joined[at, k] & ~joined[at, p - 1]  # all of the area that is in this square
            use = np.where(by_way[at] & ~whole, 4 * len(edge) + at, -1)
            side = np.array([0, 1, 1, 0])
            start, end = edge[at, k], edge[at, p - 1]
            pieces.append(
                [
                    4 * at + k, use, value[at, k], corner[at, k],
                    2 * start + side[k], 2 * end + 1 - side[p - 1],
                ]
            )  # fmt: skip
        self.start, self.via, self.label, sample, self.start_key, self.end_key = (
            np.concatenate(one) for one in zip(*pieces)
        )
        self.xy = np.concatenate([cuts.reshape(-1, 2), via])
        self.part = _parts(label)[sample].tolist()

    @staticmethod
    def _cut_points(lattice, across, down, edge):
        """(m, 4, 2) cuts of the edges of squares; edges to the east count before those south."""
        rows, columns = across.shape[0], down.shape[1]
        south, cell = np.divmod(edge, rows * columns)
        row, column = np.divmod(cell, columns)
        share = np.where(
            south, down[np.minimum(row, rows - 2), column],
            across[row, np.minimum(column, columns - 2)],
        )  # fmt: skip
        # the samples have got a row and a column more on each side
        x = column - 0.5 + np.where(south, 0, share)
        y = row - 0.5 + np.where(south, share, 0)
        return np.stack([lattice.left + x * lattice.size, lattice.top - y * lattice.size], -1)

    @staticmethod
    def _vias(place, same, joined):
        """The point where labels of one area meet inside a square, and whether they need one."""
        cut = ~same
        inner = (cut & joined).sum(1)
        closed = joined.all(1)
        # nothing outside: the middle of all cuts; else the middle of the outline of the whole
        outline = cut & ~joined
        weight = np.where(closed[:, None], cut, _ends(outline, joined)).astype(float)
        via = (place * weight[..., None]).sum(1) / np.maximum(weight.sum(1), 1)[:, None]
        return via, np.where(closed, inner > 2, inner > 0)


def _ends(outline, joined):
    """Edges at which an area leaves a square, where its labels differ inside."""
    before, behind = np.roll(joined, 1, 1), np.roll(joined, -1, 1)
    return outline & (before | behind)


def _back(same, at, k):
    """First corner of the run of equal labels that ends at corner `k`."""
    p = k.copy()
    for _ in range(2):  # it has three corners at most, as a label ends at this one
        p = np.where(same[at, p - 1], (p - 1) % 4, p)
    return p


def _parts(label):
    """Number of the part of equal samples side by side that each sample is in."""
    number = np.arange(label.size).reshape(label.shape)
    right = (label[:, 1:] == label[:, :-1]) & (label[:, 1:] > 0)
    below = (label[1:] == label[:-1]) & (label[1:] > 0)
    tail = np.concatenate([number[:, :-1][right], number[:-1][below]])
    head = np.concatenate([number[:, 1:][right], number[1:][below]])
    graph = coo_matrix((np.ones(len(tail), bool), (tail, head)), shape=(label.size, label.size))
    return connected_components(graph, directed=False)[1]
