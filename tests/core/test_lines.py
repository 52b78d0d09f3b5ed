"""Polylines in arrays: against loops over plain lists."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.lines import Lines, expand, offsets_of
from tests.core.small import steadily

point = st.tuples(st.integers(-50, 50), st.integers(-50, 50))
many_lines = st.lists(st.lists(point, min_size=2, max_size=6), min_size=1, max_size=5)


@st.composite
def lines_and_places(draw):
    parts = draw(many_lines)
    cuts = []
    for _ in range(draw(st.integers(0, 8))):
        line = draw(st.integers(0, len(parts) - 1))
        # quarters: at vertices, between them, several on one segment, and the very ends
        cuts.append((line, draw(st.integers(0, 4 * (len(parts[line]) - 1))) / 4))
    return parts, cuts


def place_on(part, where):
    vertex = min(int(where), len(part) - 2)
    share = where - vertex
    (x, y), (u, v) = part[vertex], part[vertex + 1]
    return x + share * (u - x), y + share * (v - y)


def length_of(part):
    return sum(np.hypot(u - x, v - y) for (x, y), (u, v) in zip(part, part[1:]))


@given(lines_and_places())
@steadily()
def test_at_is_linear_between_vertices(case):
    parts, cuts = case
    lines = Lines.of(parts)
    line = np.array([one for one, _ in cuts], dtype=np.int64)
    where = np.array([share for _, share in cuts], dtype=float)
    expected = [place_on(parts[one], share) for one, share in cuts]
    np.testing.assert_allclose(lines.at(line, where), np.reshape(expected, (-1, 2)), atol=1e-9)


@given(many_lines)
@steadily()
def test_lengths_and_owners(parts):
    lines = Lines.of(parts)
    np.testing.assert_allclose(lines.lengths(), [length_of(part) for part in parts], atol=1e-9)
    assert [len(lines[n]) for n in range(len(lines))] == [len(part) for part in parts]
    assert lines.line_of_vertex.tolist() == [n for n, part in enumerate(parts) for _ in part]
    assert len(lines.segment_starts) == sum(len(part) - 1 for part in parts)


@given(many_lines, st.lists(st.integers(0, 4), max_size=8))
@steadily()
def test_take_gives_the_chosen_lines_in_their_order(parts, chosen):
    chosen = [one % len(parts) for one in chosen]
    taken = Lines.of(parts).take(np.array(chosen, dtype=np.int64))
    assert [taken[n].tolist() for n in range(len(taken))] == [
        [list(map(float, p)) for p in parts[one]] for one in chosen
    ]


@given(lines_and_places())
@steadily(120)
def test_pieces_put_together_are_the_line(case):
    parts, cuts = case
    lines = Lines.of(parts)
    pieces, parent = lines.cut([one for one, _ in cuts], [share for _, share in cuts])
    assert (np.diff(parent) >= 0).all()
    for number, part in enumerate(parts):
        mine = [pieces[row] for row in np.flatnonzero(parent == number)]
        places = {s for one, s in cuts if one == number and 0 < s < len(part) - 1}
        assert len(mine) == 1 + len(places)
        for one, two in zip(mine, mine[1:]):
            assert (one[-1] == two[0]).all()
        whole = np.concatenate([mine[0], *[one[1:] for one in mine[1:]]])
        # only cuts between vertices make new ones
        expected = sorted({*map(float, range(len(part))), *places})
        np.testing.assert_allclose(whole, [place_on(part, s) for s in expected], atol=1e-9)
        assert np.isclose(sum(length_of(one) for one in mine), length_of(part), atol=1e-9)
    assert np.isclose(pieces.lengths().sum(), lines.lengths().sum())


def test_nothing_is_cut_where_nothing_is_asked():
    lines = Lines.of([[(0, 0), (1, 0), (2, 0)], [(5, 5), (6, 6)]])
    pieces, parent = lines.cut(np.empty(0, np.int64), np.empty(0))
    assert parent.tolist() == [0, 1]
    assert (pieces.xy == lines.xy).all()


def test_no_lines_at_all():
    lines = Lines.of([])
    assert len(lines) == 0
    assert len(lines.lengths()) == 0
    assert len(lines.segment_starts) == 0
    assert len(lines.cut([], [])[0]) == 0


@given(st.lists(st.integers(0, 4), max_size=8))
@steadily()
def test_expand_numbers_the_items_of_every_part(counts):
    owner, number = expand(np.array(counts, dtype=np.int64))
    assert list(zip(owner.tolist(), number.tolist())) == [
        (part, n) for part, count in enumerate(counts) for n in range(count)
    ]
    assert offsets_of(counts).tolist() == [sum(counts[:n]) for n in range(len(counts) + 1)]
