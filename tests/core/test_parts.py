"""Polygons represented by the points where their people live."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.services.parts import gather, in_the_middle, parts_of
from tests.core.small import steadily

OWN = np.array([[0.0, 0], [100, 0], [200, 0]])


def test_people_are_divided_by_the_points():
    place = np.array([0, 1, 0, -1, 1])
    xy = np.arange(10.0).reshape(5, 2)
    parts = parts_of(OWN, place, xy, np.array([30.0, 0, 10, 99, 0]))
    assert parts.place.tolist() == [0, 0, 1, 1, 2]
    assert parts.point.tolist() == [0, 2, 1, 4, -1]
    assert parts.share.tolist() == [0.75, 0.25, 0.5, 0.5, 1.0]  # nobody anywhere: alike
    assert parts.xy[-1].tolist() == [200, 0]  # no point inside: its own
    assert parts.first.tolist() == [0, 2, 4]


def test_an_empty_point_stands_for_nobody():
    parts = parts_of(OWN[:1], np.zeros(2, int), np.zeros((2, 2)), np.array([0.0, 5]))
    assert len(parts) == 1 and parts.share.tolist() == [1.0]


def test_the_point_in_the_middle_is_nearest_to_the_centre_of_the_people():
    xy = np.array([[0.0, 0], [10, 0], [12, 0]])
    parts = parts_of(OWN[:1], np.zeros(3, int), xy, np.array([1.0, 5, 5]))
    assert in_the_middle(parts).tolist() == [1]


def test_results_come_back_to_the_places():
    parts = parts_of(OWN, np.array([0, 0, 1, 1]), np.zeros((4, 2)), np.array([30.0, 10, 1, 3]))
    table = pd.DataFrame(
        {
            "minutes": [10.0, 30, 5, np.nan, 7],
            "people": [30.0, 10, 1, 3, 2],
            "service": ["a", "b", "c", "d", "e"],
            "newly": [1, 0, 0, 1, 0],
        }
    )
    found, place = gather(table, parts)
    assert place.tolist() == [0, 1, 2]
    assert found["minutes"][0] == pytest.approx(15)  # (30 × 10 + 10 × 30) / 40
    assert np.isnan(found["minutes"][1])  # three of four people have none
    assert found["people"].tolist() == [40, 4, 2]
    assert found["service"].tolist() == ["a", "d", "e"]
    assert found["newly"].tolist() == [1, 1, 0]
    assert found["points"].tolist() == [2, 2, 1]


def test_blocks_stay_apart():
    parts = parts_of(OWN[:2], np.array([0, 0]), np.zeros((2, 2)), np.ones(2))
    table = pd.DataFrame({"minutes": [1.0, 3, 5, 10, 30, 50]})
    found, place = gather(table, parts, np.tile(np.arange(3), 2))
    assert found["minutes"].tolist() == [2, 5, 20, 50] and place.tolist() == [0, 1, 0, 1]


@given(st.lists(st.tuples(st.integers(-1, 4), st.integers(0, 9)), max_size=30))
@steadily()
def test_shares_add_up(points):
    place = np.array([one for one, _ in points], dtype=int)
    weight = np.array([one for _, one in points], dtype=float)
    parts = parts_of(np.zeros((5, 2)), place, np.zeros((len(points), 2)), weight)
    assert np.bincount(parts.place, parts.share) == pytest.approx(np.ones(5))
    assert (np.diff(parts.place) >= 0).all()
    people = parts.share * np.array([7.0, 0, 1, 2, 3])[parts.place]
    found, _ = gather(pd.DataFrame({"people": people}), parts)
    assert found["people"].to_numpy() == pytest.approx([7, 0, 1, 2, 3])
