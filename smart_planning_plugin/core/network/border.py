"""Where roads cross from one country into another, and where national networks nearly meet."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from .countries import UNKNOWN, Countries
from .lines import Lines, expand

SAMPLE_M = 50.0
PRECISION_M = 0.001  # 0.5 would do; finer, a place does not depend on how the line is drawn
MINIMUM_STAY_M = 100.0


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
    other country: a road in many short lines that weaves along the border is treated as one. So
    where two national roads meet within 100 m of the border, that place is the crossing.
    """
    line, where, after = _changes(lines, countries, tolerance, at_sea)
    pieces, parent = lines.cut(line, where)
    follows = parent[1:] == parent[:-1]
    new = np.flatnonzero(follows)
    first_vertex = lines.xy[lines.first]
    country = countries.at(first_vertex, tolerance)[parent]
    country[at_sea[parent]] = countries.at(first_vertex[at_sea], np.inf).repeat(
        np.bincount(parent, minlength=len(lines))[at_sea]
    )
    country[new + 1] = after
    start, end = from_node[parent], to_node[parent]
    total = int(max(from_node.max(initial=-1), to_node.max(initial=-1))) + 1
    end[new] = total + np.arange(len(new))
    start[new + 1] = end[new]

    country = _bridge_unknown(country, follows)
    length = pieces.lengths()
    alone = np.arange(len(pieces)) + parent  # as if every line stood by itself
    country = _drop_short_stays(country, alone, alone + 1, length)
    country = _drop_short_stays(country, start, end, length)
    return _split_by_country(pieces, parent, start, end, country, follows)


def _changes(lines, countries, tolerance, at_sea):
    """Places on lines where the nearest country changes, in their order, and the country after."""
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
    cut_line, cut_where, cut_country = [line[:0]], [low[:0]], [low_country[:0]]
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
        cut_country.append(after)
        again = (after != high_country) & (high < target)
        line, low, high = line[again], high[again], target[again]
        low_country, high_country = after[again], high_country[again]
    line, where, after = map(np.concatenate, (cut_line, cut_where, cut_country))
    order = np.lexsort([where, line])
    return line[order], where[order], after[order]


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
    """Give what hangs together in one country for less than 100 m to a neighbour that stays.

    Those that stay grow into the short ones between them, from all sides at once. Where none
    stays, the longest does.
    """
    country = country.copy()
    while True:
        group, size = _same_country_groups(country, start, end, length)
        a, b = _touching_groups(group, start, end)
        count = len(size)
        links = coo_matrix((np.ones(len(a)), (a, b)), shape=(count, count))
        _, part = connected_components(links, directed=False)
        by_size = np.argsort(size, kind="stable")
        longest = np.zeros(count, np.int64)
        longest[part[by_size]] = by_size
        stays = (size >= MINIMUM_STAY_M) | (longest[part] == np.arange(count))
        if stays.all():
            return country
        gives = np.flatnonzero(~stays[a] & stays[b])
        gives = gives[np.argsort(size[b[gives]], kind="stable")]
        country_of_group = np.empty(count, np.int64)
        country_of_group[group] = country
        taken = country_of_group.copy()
        taken[a[gives]] = country_of_group[b[gives]]  # the last is the longest
        country = taken[group]


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
        (np.ones(2 * edges), (touch_edge, edges + touch_key)),
        shape=(edges + len(keys), edges + len(keys)),
    )
    _, label = connected_components(links, directed=False)
    _, group = np.unique(label[:edges], return_inverse=True)
    return group, np.bincount(group, length)


def _touching_groups(group, start, end):
    """Pairs of groups that share a node, both ways round."""
    node = np.concatenate([start, end])
    width = int(group.max(initial=0)) + 1
    member = np.column_stack(
        np.divmod(np.unique(node * width + np.concatenate([group, group])), width)
    )
    count = np.bincount(member[:, 0])
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
    # nodes of two countries in one place, and of the first and the last where three meet
    joints = np.concatenate(
        [
            np.flatnonzero(nodes[step:, 0] == nodes[:-step, 0])[:, None] + [0, step]
            for step in (1, 2)
        ]
    )
    return Divided(
        lines=lines,
        parent=parent,
        from_node=number[0],
        to_node=number[1],
        country=country,
        node_xy=xy,
        node_country=nodes[:, 1],
        joints=joints,
        through=np.isin(nodes[joints[:, 0], 0], cut_nodes),
        left_out_m=left_out,
    )


def _kept_starts(pieces, begins, keep_vertex):
    new_number = np.cumsum(keep_vertex) - 1
    return new_number[pieces.first[begins]]
