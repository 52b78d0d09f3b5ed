"""Parts of roads within a limit: against points every hair's breadth, and lines cut by a loop."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility import isochrones
from smart_planning_plugin.core.accessibility.routes import lines_of_ways
from smart_planning_plugin.core.accessibility.stretches import Pieces, Stretches, _share, at_nodes
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.paths import Ways
from tests.core.small import network_of, steadily
from tests.core.test_isochrones import journeys
from tests.core.test_noticed import cross

INF = np.inf
minutes = st.one_of(st.just(INF), st.integers(0, 8).map(float))
cost = st.one_of(st.just(INF), st.integers(0, 60).map(lambda one: one / 8))
piece = st.tuples(
    st.integers(0, 3), st.sampled_from([0.0, 0.25]), st.sampled_from([0.5, 1.0]), minutes, minutes,
    st.integers(0, 2), st.integers(0, 2), cost, cost,
)  # fmt: skip


def pieces_of(rows):
    return Pieces(*(np.array(one) for one in zip(*rows)))


@given(piece, st.sampled_from([None, 0.0, 1.0, 3.1]), st.sampled_from([4.0, 5.3]))
@steadily(400)
def test_parts_are_the_points_within_the_limits(row, low, high):
    """Each point belongs to whoever is there first, if that is early enough, and not too early."""
    on, first, last, from_begin, from_end, one, two, there, back = row
    share = (np.arange(97) + 0.5) / 97
    x = first + share * (last - first)
    a, b = from_begin + there * share, from_end + back * (1 - share)
    least, who = np.minimum(a, b), np.where(a <= b, one, two)
    inside = (least <= high) & (True if low is None else least > low)
    clear = np.abs(least - high) > 1e-6
    clear &= (a != b) | (one == two)
    source, edge, begin, end = pieces_of([row]).parts(low, high)
    hit = (begin[:, None] < x) & (x < end[:, None])
    assert (end > begin).all() and (edge == on).all()
    assert hit.sum(0)[clear].tolist() == inside[clear].astype(int).tolist()
    assert source[np.nonzero(hit.T[clear])[1]].tolist() == who[clear & inside].tolist()
    assert not (one == two and inside.all() and len(source) > 1)  # not divided without need


@given(st.lists(piece, max_size=6))
@steadily(30)
def test_parts_of_many_pieces_are_those_of_each(rows):
    if not rows:
        return
    alone = [pieces_of([row]).parts(1.0, 5.3) for row in rows]
    together = pieces_of(rows).parts(1.0, 5.3)
    both = (sorted(zip(*(one.tolist() for one in parts))) for parts in (
        [np.concatenate(column) for column in zip(*alone)], together,
    ))  # fmt: skip
    one, two = both
    assert one == two


def test_parts_by_hand():
    rows = [
        # four minutes each way: from its begin at 2, and at 9 from its end
        (0, 0.0, 1.0, 2.0, 9.0, 0, 1, 4.0, 4.0),
        # one who is there at 4 and at 5, with five minutes each way: all of it, in one
        (1, 0.0, 1.0, 4.0, 5.0, 2, 2, 5.0, 5.0),
        # two who meet 0.6 along half an edge: at 4 + 5 x = 5 + 5 (1 - x)
        (2, 0.5, 1.0, 4.0, 5.0, 0, 1, 5.0, 5.0),
        # takes no time, just at the limit
        (3, 0.0, 1.0, 8.0, INF, 0, -1, 0.0, 0.0),
        # only from its end on
        (4, 0.0, 1.0, 1.0, 2.0, 0, 1, INF, 12.0),
    ]

    def made(low, high):
        source, edge, begin, end = pieces_of(rows).parts(low, high)
        return [
            (int(e), int(s), round(float(a), 9), round(float(b), 9))
            for e, s, a, b in sorted(zip(edge, source, begin, end))
        ]

    assert made(None, 8.0) == [
        (0, 0, 0, 1), (1, 2, 0, 1), (2, 0, 0.5, 0.8), (2, 1, 0.8, 1), (3, 0, 0, 1), (4, 1, 0.5, 1),
    ]  # fmt: skip
    assert made(None, 4.0) == [(0, 0, 0, 0.5), (4, 1, round(1 - 2 / 12, 9), 1)]
    # after 5, until 8: what is left of each
    assert made(5.0, 8.0) == [
        (0, 0, 0.75, 1), (1, 2, 0.2, 1), (2, 0, 0.6, 0.8), (2, 1, 0.8, 1), (3, 0, 0, 1),
        (4, 1, 0.5, 0.75),
    ]  # fmt: skip


# ---------------------------------------------------------------- several origins on one road


def merged(edge, fraction, cutoffs, network=None, **more):
    """Stretches reached by all together, and by whom."""
    asked = journeys(network or cross(), edge, fraction, cutoffs, "split", **more)
    return sorted(
        (int(one), origin, round(float(a), 6), round(float(b), 6))
        for origin, _, _, (edges, begin, end) in isochrones.roads(asked, rings=False)
        for one, a, b in zip(edges, begin, end)
    )


@pytest.mark.parametrize("late", [0, 1])
def test_of_two_at_one_place_the_earlier_counts(late):
    start = [0.0, 0.0]
    start[late] = 2.0
    # three minutes from the middle of an arm of ten
    found = merged([0, 0], [0.5, 0.5], [3.0], start=start)
    assert found == [(0, 1 - late, 0.2, 0.5), (0, 1 - late, 0.5, 0.8)]


def test_several_on_one_road_share_it():
    # at 3, 5 and 8 of an arm of ten km; the middle one starts two minutes later than the others
    found = merged([0, 0, 0], [0.8, 0.3, 0.5], [1.5], start=[0.0, 0.0, 1.0])
    assert found == [
        (0, 0, 0.65, 0.8), (0, 0, 0.8, 0.95), (0, 1, 0.15, 0.3), (0, 1, 0.3, 0.45),
        (0, 2, 0.45, 0.5), (0, 2, 0.5, 0.55),
    ]  # fmt: skip
    # later still, where the first has long been: it has nothing of its own
    found = merged([0, 0], [0.3, 0.5], [4.0], start=[0.0, 3.0])
    assert {one for _, one, _, _ in found} == {0}
    assert (0, 0, 0.3, 0.5) in found and (0, 0, 0.5, 0.7) in found
    # three km of this arm and, by the middle, one of each other and the stub
    assert [one for one in found if one[0] != 0] == [
        (1, 0, 0, 0.1), (2, 0, 0, 0.1), (3, 0, 0, 0.1), (4, 0, 0, 1),
    ]  # fmt: skip


def test_one_way_roads_are_reached_one_way():
    """Two minutes from the first node to the second only; a way of five back around."""
    nodes = [(0, 0), (2000, 0), (1000, 2000)]
    ways = [
        {"a": 0, "b": 1, "there": 2.0, "back": None}, {"a": 1, "b": 2, "there": 2.5},
        {"a": 2, "b": 0, "there": 2.5},
    ]  # fmt: skip
    network = network_of(nodes, ways)
    assert merged([0], [0.5], [0.5], network) == [(0, 0, 0.5, 0.75)]
    # at the end of the road at 1, at its beginning at 6: half a minute before six on the third
    found = merged([0], [0.5], [5.5], network)
    assert found == [(0, 0, 0.5, 1), (1, 0, 0, 1), (2, 0, 0, 0.8)]
    assert merged([0], [0.5], [6.5], network)[0] == (0, 0, 0, 0.25)
    # two origins: the second is before the first, and reaches it
    found = merged([0, 0], [0.5, 0.25], [0.75], network, start=[0.5, 0.0])
    assert found == [(0, 0, 0.5, 0.625), (0, 1, 0.25, 0.5)]


# ---------------------------------------------------------------- lines


def substring(xy, begin, end):
    """The stretch of one line between two shares of its length, vertex by vertex."""
    step = np.hypot(*np.diff(xy, axis=0).T)
    along = np.concatenate([[0], np.cumsum(step)])
    low, high = begin * along[-1], end * along[-1]

    def place(where):
        for number in range(len(step)):
            if where <= along[number + 1] or number == len(step) - 1:
                share = min((where - along[number]) / step[number], 1)
                return xy[number] + share * (xy[number + 1] - xy[number])

    inner = [xy[n] for n in range(1, len(xy) - 1) if low + 1e-9 < along[n] < high - 1e-9]
    return np.array([place(low), *inner, place(high)])


#: Each has vertices at a half of its length, and at other shares; the numbers of vertices differ.
LINES = [
    [(0.0, 0.0), (30.0, 0.0), (30.0, 40.0), (0.0, 0.0)],  # 30, 40 and 50 m
    [(5.0, 5.0), (5.0, 25.0)],
    [(0.0, 0.0), (0.0, 10.0), (10.0, 10.0), (10.0, 0.0), (20.0, 0.0), (20.0, 10.0), (30.0, 10.0)],
    [(9.0, 9.0), (12.0, 13.0), (12.0, 18.0)],  # 5 and 5
]
shares = st.sampled_from([0.0, 0.1, 0.25, 0.5, 1 / 3, 7 / 12, 0.75, 0.9, 1.0])
stretch = st.tuples(st.integers(0, 3), shares, shares)


def same(got, expected):
    assert got.shape == expected.shape
    np.testing.assert_allclose(got, expected, atol=1e-9)


@given(st.lists(stretch, max_size=6))
@steadily(150)
def test_stretches_are_those_of_a_loop(asked):
    asked = [(line, min(a, b), max(a, b)) for line, a, b in asked]
    line, begin, end = (np.array([one[at] for one in asked]) for at in range(3))
    made = Stretches(Lines.of(LINES)).between(
        line.astype(int), begin.astype(float), end.astype(float)
    )
    assert len(made) == len(asked)
    for number, (one, a, b) in enumerate(asked):
        same(made[number], substring(np.array(LINES[one]), a, b))


def test_lines_are_measured_one_by_one():
    assert Stretches(Lines.of(LINES)).total.tolist() == [120, 20, 60, 10]
    # where a vertex stands twice, and where a line has no length
    made = Stretches(Lines.of([[(1, 1), (1, 1)], [(0, 0), (4, 0), (4, 0), (4, 6)]]))
    found = made.between(np.array([1, 0, 1]), np.array([0.2, 0, 0.4]), np.array([0.7, 1, 1]))
    assert [one.tolist() for one in (found[0], found[1], found[2])] == [
        [[2, 0], [4, 0], [4, 0], [4, 3]], [[1, 1], [1, 1]], [[4, 0], [4, 6]],
    ]  # fmt: skip


@given(st.lists(st.tuples(st.booleans(), st.lists(stretch, max_size=4)), max_size=5))
@steadily(150)
def test_the_line_of_a_way_is_that_of_its_pieces_in_turn(given_):
    """Driven backwards where a piece begins beyond its end; a point that is there already is not
    there twice; a way of one point has no line."""
    ways = [[one for one in pieces if one[1] != one[2]] for _, pieces in given_]
    flat = [one for pieces in ways for one in pieces]
    edge, begin, end = (np.array([one[at] for one in flat]) for at in range(3))
    offsets = np.concatenate([[0], np.cumsum([len(one) for one in ways])]).astype(int)
    found = np.ones(len(ways), bool)
    asked = Ways(edge.astype(int), begin.astype(float), end.astype(float), offsets, found)
    made = lines_of_ways(asked, Lines.of(LINES))
    assert len(made) == len(ways)
    for number, pieces in enumerate(ways):
        parts = [
            substring(np.array(LINES[one]), min(a, b), max(a, b))[:: -1 if b < a else 1]
            for one, a, b in pieces
        ]
        points = np.concatenate(parts) if parts else np.empty((0, 2))
        kept = [n for n in range(len(points)) if n == 0 or
                np.hypot(*(points[n] - points[n - 1])) > 1e-9]  # fmt: skip
        same(made[number], points[kept] if len(kept) > 1 else np.empty((0, 2)))


def test_a_half_of_a_piece_and_all_of_one_that_takes_no_time():
    left = np.array([2.0, 4, 5, 0, 0, -1, 3, INF])
    each = np.array([4.0, 4, 4, 4, 0, 0, INF, 7])
    assert _share(left, each).tolist() == [0.5, 1, 1, 0, 1, 0, 0, 1]


def test_a_node_without_roads_is_no_place_to_start_from():
    network = network_of([(0, 0), (1e3, 0), (5e3, 5e3)], [{"a": 0, "b": 1}])
    at = at_nodes(network)
    assert at.ok.tolist() == [True, True, False] and at.fraction.tolist() == [0, 1, 0]
