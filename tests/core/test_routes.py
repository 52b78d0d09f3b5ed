"""Routes: as long and as fast as the search says, and as networkx finds them."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.routes import (
    matched_pairs,
    nearest_pairs,
    routes,
)
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, DELAY, BorderScenario
from smart_planning_plugin.core.network.kernel import HIERARCHY, SEARCH
from tests.core.small import build, network_of, places_on, steadily, west_and_east

SQUARE = [(0, 0), (1000, 0), (1000, 1000), (0, 1000)]


@st.composite
def towns_on_streets(draw):
    """A random network, some of it one-way, and places on it."""
    count = draw(st.integers(3, 8))
    xy = [(1000.0 * (n % 3), 1000.0 * (n // 3)) for n in range(count)]
    edges = []
    for _ in range(draw(st.integers(count, 2 * count))):
        a, b = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
        there, back = draw(st.floats(0.5, 9)), draw(st.one_of(st.none(), st.floats(0.5, 9)))
        km = draw(st.floats(1.5, 4))
        edges.append({"a": a, "b": b, "there": there, "back": back, "km": km})
    at = st.tuples(st.integers(0, len(edges) - 1), st.sampled_from([0.0, 0.25, 0.6, 1.0]))
    sites = draw(st.lists(at, min_size=2, max_size=4))
    return network_of(xy, edges), sites


@given(
    towns_on_streets(),
    st.sampled_from(["time", "distance"]),
    st.sampled_from(["from", "to"]),
    st.sampled_from([SEARCH, HIERARCHY]),
)
@steadily(120)
def test_routes_cost_what_the_matrix_says(given_, cost, direction, kernel):
    network, sites = given_
    edge, fraction = zip(*sites)
    at = places_on(edge, fraction, access_min=1.5)
    travel = Travel(network, cost=cost, direction=direction, kernel=kernel)
    pairs = nearest_pairs(travel, at, at)
    found = routes(travel, at, at, pairs)
    column = "time_min" if cost == "time" else "distance_km"
    on_road = (
        0 if cost == "time" else 2 * travel.access(at)[0]
    )  # the length of a line has no way to it
    matrix = travel.matrix(at, at).reshape(-1) - on_road
    values = found.values[column].to_numpy(float)
    np.testing.assert_allclose(np.where(np.isnan(values), np.inf, values), matrix, atol=1e-9)
    assert (found.values["status"] == np.where(np.isfinite(matrix), "ok", "unreached")).all()


@given(st.integers(0, 3), st.integers(0, 3))
@steadily(16)
def test_the_line_goes_where_networkx_goes(start, end):
    ring = [[SQUARE[n], SQUARE[(n + 1) % 4]] for n in range(4)]
    network, _, _ = build(ring, oneway="yes")
    travel = Travel(network)
    xy = np.array([SQUARE[start], SQUARE[end]], float)
    at = travel.snapper.snap(xy)
    found = routes(travel, at.take([0]), at.take([1]), np.array([[0, 0]]))
    graph = network.graph
    node = [int(np.hypot(*(network.node_xy - one).T).argmin()) for one in xy]
    way = nx.shortest_path(graph, node[0], node[1], weight="time_s")
    line = found.lines[0]
    if start == end:
        assert not len(line)
        assert found.values["distance_km"].tolist() == [0]
    else:
        assert line.tolist() == network.node_xy[way].tolist()
        assert found.values["distance_km"].tolist() == [pytest.approx(len(way) - 1)]


@pytest.mark.parametrize("kernel", [SEARCH, HIERARCHY])
def test_a_route_over_the_border_names_its_crossing_and_waits(kernel):
    parts = [[(-900.0, 0.0), (-400.0, 200.0), (0.0, 0.0), (800.0, 0.0)]]
    network, crossings, _ = build(parts, west_and_east(), ref="A1")
    travel = Travel(network, BorderScenario(DELAY, 10.0), kernel=kernel)
    at = travel.snapper.snap(np.array([(-800.0, 40.0), (700.0, 5.0)]))
    there = routes(travel, at.take([0]), at.take([1]), np.array([[0, 0]]))
    (row,) = there.values.to_dict("records")
    assert row["crossings"] == crossings["crossing_id"][0]
    assert row["crossing_names"] == "A1"
    line = there.lines[0]
    km = np.hypot(*np.diff(line, axis=0).T).sum() / 1000
    assert row["distance_km"] == pytest.approx(km)
    assert row["time_min"] == pytest.approx(km + 10 + at.access_min.sum())
    assert line[0] == pytest.approx([-800, 40]) and line[-1] == pytest.approx([700, 0])
    closed = Travel(network, BorderScenario(CLOSED), kernel=kernel)
    none = routes(closed, at.take([0]), at.take([1]), np.array([[0, 0]]))
    assert none.values["status"].tolist() == ["unreached"]
    assert none.values["crossings"].tolist() == [""]
    assert not len(none.lines[0])


@pytest.mark.parametrize("kernel", [SEARCH, HIERARCHY])
def test_an_end_that_cannot_be_used_says_why(kernel):
    network = network_of(SQUARE, [{"a": 0, "b": 1}, {"a": 2, "b": 3}])
    travel = Travel(network, kernel=kernel)
    at = places_on([0, 1, -1], [0.5, 0.5, 0.0])
    found = routes(travel, at, at, np.array([[0, 0], [0, 1], [0, 2], [2, 0]]))
    assert found.values["status"].tolist() == [
        "ok", "unreached", "destination too_far", "origin too_far",
    ]  # fmt: skip
    near = nearest_pairs(travel, at, at, 1).tolist()
    assert near == [[0, 0], [1, 1], [2, 0]]


def test_pairs_by_value():
    found = matched_pairs(np.array(["b", "a", ""], object), np.array(["a", "b", "b", ""], object))
    assert found.tolist() == [[0, 1], [0, 2], [1, 0]]


@pytest.mark.parametrize("kernel", [SEARCH, HIERARCHY])
@pytest.mark.parametrize(("direction", "back"), [("from", False), ("to", True)])
def test_routes_over_two_crossings_by_hand(kernel, direction, back):
    """Ten minutes east on each of three roads, four back west; two crossings of one and two km."""
    xy = [(0, 0), (1000, 0), (2000, 0), (3000, 0), (4000, 0), (5000, 0)]
    edges = [{"a": at, "b": at + 1, "there": 10.0, "back": 4.0, "km": 8.0} for at in (0, 2, 4)]
    edges += [
        {"a": 1, "b": 2, "kind": "crossing", "crossing_id": "X", "there": 1.0, "km": 1.0},
        {"a": 3, "b": 4, "kind": "crossing", "crossing_id": "Y", "there": 2.0, "km": 2.0},
    ]
    network = network_of(xy, edges)
    network.edges["name"] = ["A", None, None, "Bridge", None]
    travel = Travel(network, BorderScenario(DELAY, 7.0), direction=direction, kernel=kernel)
    origins = places_on([0, 1, -1], [0.75, 0.5, 0.0], access_min=[3.0, 0.5, 0.0])
    destinations = places_on([2, 0], [0.25, 0.75], access_min=[1.0, 6.0])
    pairs = np.array([[1, 0], [0, 0], [2, 1], [0, 1]])
    found = routes(travel, origins, destinations, pairs)
    east = [5 + 9 + 2.5 + 1.5, 2.5 + 8 + 10 + 9 + 2.5 + 4]
    west = [1 + 9 + 2 + 1.5, 1 + 9 + 4 + 8 + 1 + 4]
    names = [
        ("Y", "Y"),
        ("Y, X", "Y, Bridge") if back else ("X, Y", "Bridge, Y"),
        ("", ""),
        ("", ""),
    ]
    assert list(found.values) == [
        "time_min", "distance_km", "crossings", "crossing_names", "status",
    ]  # fmt: skip
    nan = np.nan
    assert found.values["time_min"].tolist() == pytest.approx(
        [*(west if back else east), nan, 9], nan_ok=True
    )
    assert found.values["distance_km"].tolist() == pytest.approx(
        [4 + 2 + 2, 2 + 1 + 8 + 2 + 2, nan, 0], nan_ok=True
    )
    assert list(zip(found.values["crossings"], found.values["crossing_names"])) == names
    assert found.values["status"].tolist() == ["ok", "ok", "origin too_far", "ok"]
    drawn = [[(2500, 0), (3000, 0), (4000, 0), (4250, 0)],
             [(750, 0), (1000, 0), (2000, 0), (3000, 0), (4000, 0), (4250, 0)], [], []]  # fmt: skip
    for number, points in enumerate(drawn):
        line, expected = found.lines[number], points[:: -1 if back else 1]
        # a search divides a road where places are, which all lie on this line
        assert [tuple(one) for one in line.tolist() if tuple(one) in expected] == expected
        assert {y for _, y in line.tolist()} <= {0.0}
        assert [tuple(one) for one in line.tolist()][:1] == expected[:1]
        assert [tuple(one) for one in line.tolist()][-1:] == expected[-1:]
        assert (np.diff(line[:, 0]) * (-1 if back else 1) > 0).all()
