"""Rows of the table of pairs: against a loop over all of them, and tables worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility import matrix
from smart_planning_plugin.core.accessibility.matrix import (
    Pairs,
    Wanted,
    as_table,
    pairs_in_blocks,
    unusable,
)
from smart_planning_plugin.core.accessibility.routes import nearest_pairs
from smart_planning_plugin.core.accessibility.travel import Travel
from tests.core.small import objects, places_on, steadily
from tests.core.test_noticed import cross

INF = np.inf
REASONS = ["ok", "too_far", "islet", "no_geometry"]


def numbered(reasons):
    """Places that know their own row: it stands in place of the share of an edge."""
    usable = np.array([one == "ok" for one in reasons], bool)
    at = places_on(np.where(usable, 0, -1), np.arange(len(reasons)))
    at.status[:] = reasons
    return at


def rows_of(cost, origins, destinations, nearest, pairs):
    """Origin, destination and status of each row, pair by pair."""
    rows = []
    for i, origin in enumerate(origins):
        if pairs is not None:
            chosen = sorted(two for one, two in pairs if one == i)
        elif nearest:
            order = sorted(range(len(destinations)), key=lambda j: (cost[i, j], j))
            reached = [j for j in order[:nearest] if np.isfinite(cost[i, j])]
            chosen = reached or order[:1]
        else:
            chosen = range(len(destinations))
        for j in chosen:
            status = "ok" if np.isfinite(cost[i, j]) else "unreached"
            if destinations[j] != "ok":
                status = f"destination {destinations[j]}"
            if origin != "ok":
                status = f"origin {origin}"
            rows.append((i, j, status))
    return rows


several = st.lists(st.sampled_from(REASONS), max_size=6)


@given(
    several, several, st.integers(0, 7), st.booleans(), st.booleans(), st.integers(1, 9),
    st.integers(1, 4), st.integers(0, 10**6),
)  # fmt: skip
@steadily(150)
def test_rows_are_those_of_a_loop(
    origins, destinations, nearest, by_pair, km, room, block, seed
):  # fmt: skip
    rng = np.random.default_rng(seed)
    shape = len(origins), len(destinations)
    cost = rng.integers(0, 4, shape).astype(float)
    cost[rng.random(shape) < 0.3] = INF
    cost[[one != "ok" for one in origins]] = INF
    cost[:, [one != "ok" for one in destinations]] = INF
    pairs = None
    if by_pair and min(shape):
        count = rng.integers(1, 12)
        pairs = np.column_stack([rng.integers(0, one, count) for one in shape])
    asked = []

    def compute(one, two, progress, with_km):
        rows, columns = one.fraction.astype(int), two.fraction.astype(int)
        asked.append((rows.tolist(), columns.tolist(), with_km))
        for begin in range(0, len(rows), block):
            part = np.arange(begin, min(begin + block, len(rows)))
            some = cost[np.ix_(rows[part], columns)]
            yield (part, some, some * 10 + 1) if with_km else (part, some)

    wanted = Wanted(nearest, pairs, km)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(matrix, "ROWS_AT_ONCE", room)
        got = list(
            pairs_in_blocks(
                None, numbered(origins), numbered(destinations), wanted, compute=compute
            )
        )
    rows = [
        (o, d, one.words[s])
        for one in got
        for o, d, s in zip(one.origin.tolist(), one.destination.tolist(), one.status)
    ]
    expected = rows_of(
        cost, origins, destinations, nearest, None if pairs is None else pairs.tolist()
    )
    assert rows == expected
    assert len(rows) <= wanted.count(*shape)
    if pairs is not None or not nearest:
        assert len(rows) == wanted.count(*shape)
    for one in got:
        np.testing.assert_array_equal(one.cost, cost[one.origin, one.destination])
        if km:
            np.testing.assert_array_equal(one.km, one.cost * 10 + 1)
        else:
            assert one.km is None
        assert len(one.cost) <= max(room, 1 if pairs is not None else len(destinations))
    if pairs is not None:  # nothing is searched that nobody asked for
        assert asked == [(sorted({*pairs[:, 0].tolist()}), sorted({*pairs[:, 1].tolist()}), km)]


def test_how_many_rows_there_will_be():
    assert Wanted().count(4, 3) == 12 and Wanted().nearest == 0 and not Wanted().km
    assert Wanted(2).count(4, 3) == 8 and Wanted(5).count(4, 3) == 12 and Wanted(1).count(4, 3) == 4
    assert Wanted(2, np.zeros((7, 2), int)).count(4, 3) == 7


PAIRS = Pairs(
    np.array([1, 0, 1]), np.array([2, 2, 0]), np.array([5.0, INF, 7.5]), np.array([4.0, np.nan, 6]),
    np.array([0, 1, 2]), objects(["ok", "unreached", "origin too_far"]),
)  # fmt: skip


def test_a_table_of_pairs_by_hand():
    origin_id, destination_id = objects(["a", "b"]), objects([1, 2, 3])
    expected = pd.DataFrame(
        {
            "origin_id": ["b", "a", "b"], "destination_id": objects([3, 3, 1]),
            "time_min": [5, np.nan, 7.5], "distance_km": [4, np.nan, 6],
            "status": ["ok", "unreached", "origin too_far"],
        }
    )  # fmt: skip
    pd.testing.assert_frame_equal(as_table(PAIRS, origin_id, destination_id, "time"), expected)
    some = PAIRS.take(np.array([2, 0]))
    pd.testing.assert_frame_equal(
        as_table(some, origin_id, destination_id, "time"),
        expected.iloc[[2, 0]].reset_index(drop=True),
    )
    bare = Pairs(*(getattr(PAIRS, one) for one in ("origin", "destination", "cost")), None,
                 PAIRS.status, PAIRS.words)  # fmt: skip
    by_road = as_table(bare.take(slice(None)), origin_id, destination_id, "distance")
    assert list(by_road) == ["origin_id", "destination_id", "distance_km", "status"]
    assert by_road["distance_km"].tolist()[::2] == [5, 7.5]


def test_points_that_could_not_be_used_by_hand():
    found = unusable(
        [objects([1, 2]), objects(["x", "y", "z"])],
        [numbered(["ok", "islet"]), numbered(["too_far", "ok", "no_geometry"])],
        ["origin", "destination"],
    )
    expected = pd.DataFrame(
        {
            "role": ["origin", "destination", "destination"], "id": ["2", "x", "z"],
            "reason": ["islet", "too_far", "no_geometry"],
        },
        index=[1, 2, 4],
    )  # fmt: skip
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)


def test_pairs_of_a_route_with_the_nearest():
    travel = Travel(cross(), max_cost=15.0)
    # from the middle: 2, 6, 9 minutes on three arms, and one that is on no road
    origins = places_on([0, 1, 2, -1], [0.2, 0.6, 0.9, 0.0])
    destinations = places_on([2, 0, -1, 1], [0.9, 0.2, 0.0, 0.6])
    every = nearest_pairs(travel, origins, destinations)
    assert every.tolist() == [[i, j] for i in range(4) for j in range(4)]
    assert nearest_pairs(travel, origins, destinations, 1).tolist() == [
        [0, 1], [1, 3], [2, 0], [3, 0],
    ]  # fmt: skip
    # 8 minutes from the first to the second, 11 to the third; 15 from the second to the third
    assert nearest_pairs(travel, origins, destinations, 3).tolist() == [
        [0, 1], [0, 3], [0, 0], [1, 3], [1, 1], [1, 0], [2, 0], [2, 1], [2, 3], [3, 0],
    ]  # fmt: skip
    nobody = nearest_pairs(travel, places_on([], []), destinations, 2)
    assert nobody.shape == (0, 2)
