"""The check finds what is wrong, once, where it is, and leaves alone what is right."""

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.build import BuildOptions
from smart_planning_plugin.core.network.check import ADVICE, check_network, road_density
from tests.core.small import FAR, box, build, countries_of, network_of, steadily, west_and_east

SQUARE = [(0.0, 0.0), (2000.0, 0.0), (2000.0, 2000.0), (0.0, 2000.0), (0.0, 0.0)]
SIDES = [SQUARE[n : n + 2] for n in range(4)]


def issues(parts, countries=None, network_countries=None, tolerance=20.0, **fields):
    network, _, _ = build(parts, network_countries, **fields)
    found = check_network(network, tolerance, countries).issues
    return [(one.kind, one.severity, round(one.x), round(one.y)) for one in found.itertuples()]


def test_a_sound_network_has_no_issue():
    assert issues(SIDES, ref=["A", "B", "C", "D"]) == []


def test_an_islet_with_its_people():
    parts = [*SIDES, [(9000.0, 0.0), (9500.0, 0.0)]]
    network, _, _ = build(parts, ref=[*"ABCD", "E"])
    lone = int(np.flatnonzero(network.edges["ref"] == "E")[0])
    people, edge = np.array([70.0, 900.0, 5.0]), np.array([lone, 0, -1])
    found = check_network(network, people=people, people_edge=edge)
    (one,) = found.issues.to_dict("records")
    assert (one["kind"], one["severity"]) == ("islet", "error")
    assert "0.5 km of road (E)" in one["message"] and "70 people" in one["message"]
    assert one["message"].endswith(ADVICE["islet"])
    assert found.parts["people"].tolist() == [900, 70]
    alone = check_network(network)
    assert alone.issues["severity"].tolist() == ["warning"]
    assert alone.parts["people"].isna().all()


@pytest.mark.parametrize(("way", "word"), [("yes", "enter but not leave"), ("-1", "leave but not")])
def test_a_one_way_trap(way, word):
    stub = [(0.0, 0.0), (-500.0, -500.0)]
    spur = [(-500.0, -500.0), (-900.0, -500.0)]
    network, _, _ = build([*SIDES, stub, spur], ref=[*"ABCDEF"], oneway=["no"] * 4 + [way, "no"])
    found = check_network(network).issues
    (one,) = found.to_dict("records")
    assert (one["kind"], one["severity"]) == ("one-way trap", "error")
    assert word in one["message"] and one["message"].startswith("2 junctions")


def test_a_dead_end_that_nearly_meets_another_road():
    stub = [(1000.0, 1000.0), (1000.0, 12.0)]
    bar = [(0.0, 1000.0), (1000.0, 1000.0)]
    parts = [*SIDES[:3], [(0.0, 2000.0), (0.0, 1000.0)], [(0.0, 1000.0), (0.0, 0.0)], bar, stub]
    refs = [*"ABCDEFG"]
    assert issues(parts, ref=refs) == [("near miss", "warning", 1000, 12)]
    assert issues(parts, ref=refs, tolerance=11.0) == []
    assert issues(parts, ref=refs, tolerance=0.0) == []


def test_a_short_stub_of_a_road_is_no_near_miss():
    stub = [(0.0, 0.0), (-10.0, -12.0)]
    assert issues([*SIDES, stub], ref=[*"ABCDE"]) == []


def test_what_no_road_can_be():
    edges = [
        {"a": 0, "b": 1, "km": 2.0},
        {"a": 1, "b": 2, "km": 2.0},
        {"a": 2, "b": 3, "km": 2.0},
        {"a": 3, "b": 0, "km": 2.0},
        {"a": 0, "b": 2, "there": None, "back": None, "km": 2.9},
        {"a": 0, "b": 1, "km": 2.0},
        {"a": 1, "b": 3, "km": 0.0},
    ]
    network = network_of(SQUARE[:4], [{**one, "country": "AA"} for one in edges])
    network.edges["ref"] = [*"ABCDEFG"]
    network.edges["speed_kmh"] = [90.0, 900.0, 2.0, 50.0, 50.0, 60.0, 50.0]
    network.edges.loc[3, "country"] = None
    found = check_network(network).issues
    ids = {(one.kind, int(one.edge_id)) for one in found.itertuples() if one.edge_id > 0}
    assert ids == {
        ("implausible speed", 2), ("implausible speed", 3), ("closed both ways", 5),
        ("duplicate", 6), ("zero length", 7), ("unknown country", 4),
    }  # fmt: skip
    assert found["severity"].tolist() == sorted(
        found["severity"], key=["error", "warning", "note"].index
    )


def test_a_needless_node():
    half = [[(0.0, 0.0), (1000.0, 0.0)], [(1000.0, 0.0), (2000.0, 0.0)]]
    assert ("pseudo-node", "note", 1000, 0) in issues([*half, *SIDES[1:]], ref=[*"AABCD"])
    for fields in (
        {"ref": [*"ABCDE"]},
        {"ref": [*"AABCD"], "oneway": ["yes", "no", "no", "no", "no"]},
        {"ref": [*"AABCD"], "speed": [50.0, 60.0, 60.0, 60.0, 60.0]},
    ):
        found = issues([*half, *SIDES[1:]], **fields)
        assert not [one for one in found if one[0] == "pseudo-node"], fields
    both = {"ref": [*"AABCD"], "oneway": ["yes", "yes", "no", "no", "no"]}
    assert ("pseudo-node", "note", 1000, 0) in issues([*half, *SIDES[1:]], **both)


def test_the_border_again():
    border = west_and_east()
    parts = [
        [(-2000.0, 0.0), (-3.0, 0.0)],
        [(3.0, 0.0), (2000.0, 0.0)],
        [(3.0, 20.0), (2000.0, 300.0)],
        [(-2000.0, 700.0), (-30.0, 700.0)],
        [(-2000.0, 0.0), (-2000.0, 700.0)],
        [(2000.0, 0.0), (2000.0, 300.0)],
    ]
    found = issues(parts, border, border, ref=[*"ABCDEF"])
    assert ("ambiguous stitch", "note", -3, 0) in found
    assert ("open end", "warning", 3, 20) in found
    assert ("open end", "warning", -30, 700) in found
    _, _, report = build(parts, border, ref=[*"ABCDEF"])
    told = sorted(report.points[["kind", "x", "y"]].round().itertuples(index=False, name=None))
    again = sorted(
        (kind, x, y) for kind, _, x, y in found if kind in ("open end", "ambiguous stitch")
    )
    assert told == again


def test_one_side_mapped_thinner():
    rows = [[(-9000.0, y), (-10.0, y)] for y in np.arange(0.0, 9000.0, 1000.0)]
    few = [[(10.0, y), (9000.0, y)] for y in (0.0, 8000.0)]
    parts = [*rows, *few, [(-10.0, 0.0), (10.0, 0.0)]]
    network, _, _ = build(parts, west_and_east(), klase="P")
    density = road_density(network).set_index("road_class")
    assert density.loc["all", "AA"] == pytest.approx(100 * 9 * 8990 / 8990 / 8000 * 1000, rel=0.01)
    found = check_network(network).issues
    uneven = found[found["kind"] == "uneven completeness"]
    assert len(uneven) == 2  # all, and the class
    assert set(uneven["country"]) == {"BB"}
    assert uneven["message"].str.startswith("BB has").all()


@st.composite
def streets(draw):
    step = st.integers(0, 4)
    parts, oneway = [], []
    for _ in range(draw(st.integers(2, 9))):
        a = (draw(step), draw(step))
        b = draw(st.sampled_from([(1, 0), (0, 1), (1, 1), (2, 0)]))
        parts.append([(300.0 * a[0], 300.0 * a[1]), (300.0 * (a[0] + b[0]), 300.0 * (a[1] + b[1]))])
        oneway.append(draw(st.sampled_from(["no", "yes", "-1"])))
    return parts, oneway


@given(streets())
@steadily(30)
def test_parts_are_those_of_networkx(given_):
    parts, oneway = given_
    network, _, _ = build(parts, oneway=oneway)
    graph = network.graph
    weak = list(nx.weakly_connected_components(graph))
    assert len(check_network(network).parts) == len(weak)
    for number, members in (
        (network.component, weak),
        (network.strong_component, list(nx.strongly_connected_components(graph))),
    ):
        assert {frozenset(one) for one in members} == {
            frozenset(np.flatnonzero(number == one).tolist()) for one in np.unique(number)
        }


def test_unknown_country_and_nothing_to_look_at():
    assert check_network(build([SQUARE])[0]).issues["kind"].tolist() == []
    everything = countries_of(AA=box(-FAR, -FAR, FAR, FAR))
    network, _, _ = build([SQUARE], everything, options=BuildOptions())
    assert check_network(network, countries=everything).issues["kind"].tolist() == []
