"""Where roads cross from one country into another, and where national networks nearly meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

from .countries import UNKNOWN, Countries
from .lines import Lines, expand

SAMPLE_M = 50.0
PRECISION_M = 0.5
MINIMUM_STAY_M = 100.0
OPEN_END_M = 100.0


@dataclass(frozen=True)
class Divided:
    """Edges that lie in one country each.

    Attributes
    ----------
    lines : Lines
    parent : (e,) int array
        The edge each piece comes from.
    from_node, to_node : (e,) int arrays
        A node belongs to one country; where two countries meet there are two nodes in one place.
    country : (e,) int array
        Index into `Countries.codes`.
    node_xy : (n, 2) float array
    node_country : (n,) int array
    joints : (j, 2) int array
        Pairs of nodes of two countries in the same place: one road crossed by the border
        (`through` true) or several roads that meet on it.
    through : (j,) bool array
    left_out_m : float
        Length of what lies too far outside every country.
    """

    lines: Lines
    parent: np.ndarray
    from_node: np.ndarray
    to_node: np.ndarray
    country: np.ndarray
    node_xy: np.ndarray
    node_country: np.ndarray
    joints: np.ndarray
    through: np.ndarray
    left_out_m: float


def divide(
    lines: Lines,
    from_node: np.ndarray,
    to_node: np.ndarray,
    countries: Countries,
    tolerance: float,
    at_sea: np.ndarray,
) -> Divided:
    """Cut noded edges where the nearest country changes and stays changed for 100 m.

    Parameters
    ----------
    lines, from_node, to_node
        Noded edges, in metres.
    countries : Countries
    tolerance : float
        Metres outside every polygon up to which a country is given.
    at_sea : (e,) bool array
        Ferries: the nearest country holds at any distance.

    Notes
    -----
    The stay is measured along each line first, and then on everything that hangs together in the
    other country: a road in many short lines that weaves along the border is treated as one.
    """
    line, where = _changes(lines, countries, tolerance, at_sea)
    pieces, parent = lines.cut(line, where)
    middle = pieces.at(np.arange(len(pieces)), (np.diff(pieces.offsets) - 1) / 2)
    country = np.where(
        at_sea[parent], countries.at(middle, np.inf), countries.at(middle, tolerance)
    )
    follows = parent[1:] == parent[:-1]
    start, end = from_node[parent], to_node[parent]
    new = np.flatnonzero(follows)
    total = int(max(from_node.max(initial=-1), to_node.max(initial=-1))) + 1
    end[new] = total + np.arange(len(new))
    start[new + 1] = end[new]

    country = _bridge_unknown(country, follows)
    alone = np.arange(len(pieces)) + parent  # as if every line stood by itself
    country = _drop_short_stays(country, alone, alone + 1, pieces.lengths())
    country = _drop_short_stays(country, start, end, pieces.lengths())
    return _split_by_country(pieces, parent, start, end, country, follows)


def _changes(lines, countries, tolerance, at_sea):
    """Places on lines where the nearest country changes, to within half a metre."""
    sea_level = np.where(at_sea, np.inf, tolerance)

    def country_at(line, where):
        points, reach = lines.at(line, where), sea_level[line]
        answer = countries.at(points, tolerance)
        lost = (answer == UNKNOWN) & np.isinf(reach)
        answer[lost] = countries.at(points[lost], np.inf)
        return answer

    near = _near_a_boundary(lines, countries)
    start = lines.segment_starts
    owner = lines.line_of_vertex[start]
    chosen = near[owner]
    start, owner = start[chosen], owner[chosen]
    steps = np.maximum(np.ceil(lines.segment_lengths()[chosen] / SAMPLE_M), 1).astype(np.int64)
    segment, number = expand(steps)
    line = owner[segment]
    where = start[segment] - lines.offsets[line] + number / steps[segment]
    ends = np.flatnonzero(near)
    line = np.concatenate([line, ends])
    where = np.concatenate([where, (np.diff(lines.offsets) - 1)[ends].astype(float)])
    order = np.lexsort([where, line])
    line, where = line[order], where[order]
    found = country_at(line, where)

    first = np.flatnonzero((line[1:] == line[:-1]) & (found[1:] != found[:-1]))
    line, low, high = line[first], where[first], where[first + 1]
    low_country, high_country = found[first], found[first + 1]
    cut_line, cut_where = [], []
    while len(line):
        target = high.copy()
        for _ in range(int(np.ceil(np.log2(SAMPLE_M / PRECISION_M)))):
            middle = (low + high) / 2
            same = country_at(line, middle) == low_country
            low, high = np.where(same, middle, low), np.where(same, high, middle)
        cut_line.append(line)
        cut_where.append((low + high) / 2)
        # a third country may lie in between: look on from where the first one ended
        after = country_at(line, high)
        again = (after != high_country) & (high < target)
        line, low, high = line[again], high[again], target[again]
        low_country, high_country = after[again], high_country[again]
    if not cut_line:
        return np.empty(0, np.int64), np.empty(0)
    return np.concatenate(cut_line), np.concatenate(cut_where)


def _near_a_boundary(lines, countries):
    """(n,) bool: lines that may touch a national outline, or lie outside of all."""
    if not len(lines):
        return np.empty(0, dtype=bool)
    low = np.minimum.reduceat(lines.xy, lines.first, axis=0)
    high = np.maximum.reduceat(lines.xy, lines.first, axis=0)
    middle, radius = (low + high) / 2, np.hypot(*(high - low).T) / 2
    gap = countries.distance_to_outline(middle, radius.max())
    return (gap <= radius) | (countries.at(middle, 0) == UNKNOWN)


def _bridge_unknown(country, follows):
    """A stretch beyond every country between two pieces of one country is a bridge of that one."""
    country = country.copy()
    between = np.flatnonzero(follows[:-1] & follows[1:]) + 1
    bridge = between[(country[between] == UNKNOWN) & (country[between - 1] == country[between + 1])]
    country[bridge] = country[bridge - 1]
    return country


def _drop_short_stays(country, start, end, length):
    """Give what hangs together in one country for less than 100 m to its neighbour."""
    nodes = max(start.max(initial=-1), end.max(initial=-1)) + 1
    country = country.copy()
    while True:
        group, size = _same_country_groups(country, start, end, length)
        a, b = _touching_groups(group, start, end, nodes)
        short = (size < MINIMUM_STAY_M) & np.isin(np.arange(len(size)), a)
        if not short.any():
            return country
        # the shortest first, so that neighbours that are both short do not swap
        rank = np.empty(len(size), np.int64)
        rank[np.lexsort([np.arange(len(size)), size])] = np.arange(len(size))
        blocked = np.zeros(len(size), dtype=bool)
        blocked[a[short[a] & short[b] & (rank[b] < rank[a])]] = True
        order = np.argsort(size[b], kind="stable")
        longest_neighbour = np.full(len(size), -1)
        longest_neighbour[a[order]] = b[order]
        country_of_group = np.full(len(size), UNKNOWN)
        country_of_group[group] = country
        gives = (short & ~blocked)[group]
        country[gives] = country_of_group[longest_neighbour[group[gives]]]


def _same_country_groups(country, start, end, length):
    """Number what hangs together in one country, and add its length up."""
    edges = len(country)
    touch_edge = np.concatenate([np.arange(edges)] * 2)
    touch_key = (
        np.concatenate([start, end]) * (country.max(initial=0) + 2)
        + np.concatenate([country, country])
        + 1
    )
    keys, touch_key = np.unique(touch_key, return_inverse=True)
    links = coo_matrix(
        (np.ones(2 * edges), (touch_edge, edges + touch_key.reshape(-1))),
        shape=(edges + len(keys), edges + len(keys)),
    )
    _, label = connected_components(links, directed=False)
    _, group = np.unique(label[:edges], return_inverse=True)
    group = group.reshape(-1)
    return group, np.bincount(group, length)


def _touching_groups(group, start, end, nodes):
    """Pairs of groups that share a node, both ways round."""
    node = np.concatenate([start, end])
    member = np.unique(np.column_stack([node, np.concatenate([group, group])]), axis=0)
    count = np.bincount(member[:, 0], minlength=nodes)
    shared = member[count[member[:, 0]] > 1]
    begin = np.searchsorted(shared[:, 0], shared[:, 0])
    size = np.searchsorted(shared[:, 0], shared[:, 0], side="right") - begin
    owner, number = expand(size)
    a, b = shared[owner, 1], shared[begin[owner] + number, 1]
    pairs = np.unique(np.column_stack([a, b])[a != b], axis=0)
    return pairs[:, 0], pairs[:, 1]


def _split_by_country(pieces, parent, start, end, country, follows) -> Divided:
    known = country != UNKNOWN
    left_out = float(pieces.lengths()[~known].sum())

    # where the country stays the same after all, no cut was needed
    joined = np.flatnonzero(follows & (country[1:] == country[:-1]))
    begins = np.ones(len(pieces), dtype=bool)
    begins[joined + 1] = False
    ends = np.append(begins[1:], True)
    keep_vertex = np.ones(len(pieces.xy), dtype=bool)
    keep_vertex[pieces.first[~begins]] = False
    lines = Lines(
        pieces.xy[keep_vertex],
        np.append(_kept_starts(pieces, begins, keep_vertex), keep_vertex.sum()),
    )
    start, end, parent = start[begins], end[ends], parent[begins]
    country, known = country[begins], known[begins]
    cut_node = np.concatenate([[False], parent[1:] == parent[:-1]])
    cut_nodes = start[cut_node]

    lines = lines.take(np.flatnonzero(known))
    start, end, parent, country = start[known], end[known], parent[known], country[known]
    key = np.column_stack([np.concatenate([start, end]), np.concatenate([country, country])])
    nodes, number = np.unique(key, axis=0, return_inverse=True)
    number = number.reshape(2, -1)
    xy = np.empty((len(nodes), 2))
    xy[number[0]], xy[number[1]] = lines.xy[lines.first], lines.xy[lines.last]
    first = np.flatnonzero(nodes[1:, 0] == nodes[:-1, 0])
    return Divided(
        lines=lines,
        parent=parent,
        from_node=number[0],
        to_node=number[1],
        country=country,
        node_xy=xy,
        node_country=nodes[:, 1],
        joints=np.column_stack([first, first + 1]),
        through=np.isin(nodes[first, 0], cut_nodes),
        left_out_m=left_out,
    )


def _kept_starts(pieces, begins, keep_vertex):
    new_number = np.cumsum(keep_vertex) - 1
    return new_number[pieces.first[begins]]


@dataclass(frozen=True)
class Stitches:
    """Ends of national networks near each other across the border.

    Attributes
    ----------
    pairs : (s, 2) int array
        Nodes to be joined.
    gap_m : (s,) float array
    ambiguous : (a,) int array
        Nodes with more than one possible partner; they were joined to the nearest, or left.
    open_ends : (o,) int array
        Nodes of degree one at the border without a partner.
    """

    pairs: np.ndarray
    gap_m: np.ndarray
    ambiguous: np.ndarray
    open_ends: np.ndarray


def stitch(
    divided: Divided, candidates: np.ndarray, countries: Countries, tolerance: float
) -> Stitches:
    """Join the ends of two countries' roads that face each other across the border.

    Two ends are joined when each is the nearest foreign end of the other, within `tolerance`
    (metres). Nothing is guessed further: what stays open is listed.
    """
    degree = np.bincount(
        np.concatenate([divided.from_node, divided.to_node]), minlength=len(divided.node_xy)
    )
    degree[divided.joints.reshape(-1)] = 0  # joined already
    ends = np.flatnonzero((degree == 1) & candidates)
    xy, country = divided.node_xy[ends], divided.node_country[ends]
    empty = np.empty((0, 2), np.int64)
    pairs = cKDTree(xy).query_pairs(tolerance, output_type="ndarray") if len(ends) else empty
    pairs = pairs[country[pairs[:, 0]] != country[pairs[:, 1]]]
    gap = np.hypot(*(xy[pairs[:, 0]] - xy[pairs[:, 1]]).T)
    order = np.lexsort([pairs[:, 1], pairs[:, 0], gap])
    pairs, gap = pairs[order], gap[order]
    nearest = np.full(len(ends), len(pairs))
    for side in (0, 1):
        np.minimum.at(nearest, pairs[:, side], np.arange(len(pairs)))
    mutual = (nearest[pairs[:, 0]] == nearest[pairs[:, 1]]) if len(pairs) else np.empty(0, bool)
    choices = np.bincount(pairs.reshape(-1), minlength=len(ends))
    chosen = pairs[mutual]
    free = np.ones(len(ends), dtype=bool)
    free[chosen.reshape(-1)] = False
    at_border = np.zeros(len(ends), dtype=bool)
    for number in range(len(countries)):
        foreign = np.flatnonzero(free & (country != number))
        gap_to = countries.distance_to(number, xy[foreign], OPEN_END_M)
        at_border[foreign[np.isfinite(gap_to)]] = True
    return Stitches(ends[chosen], gap[mutual], ends[choices > 1], ends[at_border])
