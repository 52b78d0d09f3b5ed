"""What the check of a network says, word by word, and where its limits lie."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.check import (
    ADVICE,
    COLUMNS,
    _near_misses,
    check_network,
    road_density,
)
from tests.core.small import network_of, steadily, west_and_east

NAN = float("nan")
#: A square of 2 km; every network here holds it, so that it is the largest part.
CORNERS = [(0, 0), (2000, 0), (2000, 2000), (0, 2000)]


def network(more_xy=(), more=(), ref=(), country="AA", **columns):
    """The square, and what is added to it; nodes from 4 on, edges from 5 on."""
    square = [{"a": n, "b": (n + 1) % 4, "km": 2.0} for n in range(4)]
    edges = [{"country": country, **one} for one in [*square, *more]]
    made = network_of([*CORNERS, *more_xy], edges)
    made.edges["ref"] = [*"PQRS", *(ref or [f"r{n}" for n in range(len(more))])]
    made.edges["speed_kmh"] = 60.0
    for name, values in columns.items():
        if any(isinstance(one, str) for one in values):  # newer pandas puts no text into numbers
            made.edges[name] = made.edges[name].astype(object)
        made.edges.loc[4:, name] = values
    return made


def told(net, kind=None, **options):
    """Rows of the issues without the advice; -1 for an edge or a node that is not named."""
    found = check_network(net, **options).issues
    assert list(found) == COLUMNS
    rows = []
    for one in found.fillna({"edge_id": -1, "node_id": -1, "country": ""}).to_dict("records"):
        message, advice = one["message"].split(". ", 1)
        assert advice == ADVICE[one["kind"]]
        row = [one["severity"], message, one["edge_id"], one["node_id"], one["country"]]
        if kind in (None, one["kind"]):
            rows.append([*([] if kind else [one["kind"]]), *row, one["x"], one["y"]])
    return rows


# ---------------------------------------------------------------- what does not hang together


def test_parts_from_the_largest_down():
    xy = [(9000, 0), (9300, 0), (9600, 0), (9600, 50), (5000, 0), (5100, 0), (7000, 0), (7100, 0)]
    more = [
        {"a": 4, "b": 5, "km": 0.3, "country": "BB"}, {"a": 5, "b": 6, "km": 0.3},
        {"a": 6, "b": 7, "km": 0.4, "country": None}, {"a": 8, "b": 9, "km": 0.999},
        {"a": 10, "b": 11, "km": 5.0, "kind": "ferry"},
    ]  # fmt: skip
    net = network(xy, more, ref=["b", "a", None, "", "x"])
    people = np.array([3.0, NAN, 1234.0, 60.0, 8.0])
    edges = np.array([0, 4, 4, -1, 8])
    found = check_network(net, people=people, people_edge=edges)
    assert found.parts.drop(columns="middle").to_numpy().tolist() == [
        [0, 4, 8.0, "AA", "P, Q, R, S", False, 3.0],
        [1, 4, 1.0, "AA, BB", "a, b", False, 1234.0],
        [2, 2, 0.999, "AA", "", False, 0.0],
        [3, 2, 0.0, "AA", "x", True, 8.0],
    ]
    assert list(found.parts) == [
        "component", "nodes", "km", "countries", "refs", "ferry", "people", "middle",
    ]  # fmt: skip
    # the middle of the first of them is (9375, 12.5), nearest to (9300, 0); of two alike the first
    assert found.parts["middle"].tolist() == [0, 5, 8, 10]
    lost = "do not hang together with the largest part"
    rows = told(net, "islet", people=people, people_edge=edges)
    assert [row[:2] for row in rows] == [
        ["error", f"0.0 km of road (x) {lost}, 8 people nearest to it"],
        ["error", f"1.0 km of road (a, b) {lost}, 1,234 people nearest to it"],
        ["warning", f"1.0 km of road {lost}, 0 people nearest to it"],
    ]
    assert [row[2:] for row in rows] == [
        [-1, 11, "AA", 7000, 0], [-1, 6, "AA", 9300, 0], [-1, 9, "AA", 5000, 0],
    ]  # fmt: skip
    # without people a kilometre is grave, and less is not
    rows = told(net, "islet")
    assert [row[:2] for row in rows] == [
        ["error", f"1.0 km of road (a, b) {lost}"],
        ["warning", f"1.0 km of road {lost}"],
        ["warning", f"0.0 km of road (x) {lost}"],
    ]


def test_five_roads_of_a_part_are_named():
    xy = [(9000 + 100 * n, 0) for n in range(7)]
    more = [{"a": 4 + n, "b": 5 + n, "km": 0.1} for n in range(6)]
    net = network(xy, more, ref=[*"fedcba"])
    assert check_network(net).parts["refs"].tolist() == ["a, b, c, d, e", "P, Q, R, S"]


def test_traps_of_one_way_roads_each_once():
    xy = [(-500, 0), (-900, 0), (2500, 0), (2000, 2500), (9000, 0), (9100, 0), (9100, 100),
          (9200, 0)]  # fmt: skip
    more = [
        {"a": 0, "b": 4, "back": None},
        {"a": 4, "b": 5},  # in to two junctions
        {"a": 6, "b": 1, "back": None},  # out of one
        {"a": 2, "b": 7, "back": None},  # in to one
        {"a": 8, "b": 9},
        {"a": 9, "b": 10},
        {"a": 9, "b": 11, "back": None},  # of another part
    ]
    assert told(network(xy, more), "one-way trap") == [
        ["error", "2 junctions one can enter but not leave", -1, 5, "AA", -500, 0],
        ["warning", "1 junctions one can enter but not leave", -1, 8, "AA", 2000, 2500],
        ["warning", "1 junctions one can leave but not enter", -1, 7, "AA", 2500, 0],
    ]


# ---------------------------------------------------------------- dead ends


def test_dead_ends_name_both_roads_and_the_nearest():
    xy = [(1000, 20), (1000, 900), (1500, 1990), (1000, 1999.9), (2100, 2000)]
    more = [
        {"a": 4, "b": 5, "km": 0.88},  # 20 m from P
        {"a": 6, "b": 5, "km": 1.2},  # 10 m from R
        {"a": 7, "b": 5, "km": 1.1},
        {"a": 2, "b": 8, "km": 0.1, "kind": "ferry"},  # its end is no dead end
    ]
    net = network(xy, more, ref=["A1", None, "", "F"], name=[None, "Lane", "", "F"])
    assert told(net, "near miss") == [
        ["warning", "A1 ends 20.0 m from P", -1, 5, "AA", 1000, 20],
        ["warning", "road ends 0.1 m from R", -1, 8, "AA", 1000, 1999.9],
        ["warning", "Lane ends 10.0 m from R", -1, 7, "AA", 1500, 1990],
    ]
    assert len(told(net, "near miss", tolerance=19.9)) == 2


def test_a_road_without_a_length_is_a_place():
    xy = [(1000, 300), (1000, 900), (1010, 300), (1010, 300)]
    edges = [{"a": 4, "b": 5, "km": 0.6}, {"a": 6, "b": 7, "km": 0.0}]
    found = told(network(xy, edges, ref=["A1", "dot"]), "near miss")
    assert found[0][:4] == ["warning", "A1 ends 10.0 m from dot", -1, 5]


def test_a_stub_as_long_as_three_times_the_tolerance():
    for km, found in ((0.060, 0), (0.061, 1)):
        net = network([(15, 8)], [{"a": 0, "b": 4, "km": km}])
        assert len(told(net, "near miss")) == found
    # either way round, and of the road at its far end only
    assert not told(network([(15, 8)], [{"a": 4, "b": 0, "km": 0.06}]), "near miss")
    net = network([(15, 8), (0, 30)], [{"a": 5, "b": 4, "km": 0.06}])
    assert [row[1] for row in told(net, "near miss")] == ["r0 ends 0.0 m from S",
                                                          "r0 ends 8.0 m from P"]  # fmt: skip


@st.composite
def streets(draw):
    at = st.tuples(st.integers(0, 12), st.integers(0, 12))
    spots = draw(st.lists(at, min_size=3, max_size=9))
    pair = st.lists(st.integers(0, len(spots) - 1), min_size=2, max_size=2, unique=True)
    pairs = draw(st.lists(pair, min_size=1, max_size=7))
    kinds = draw(st.lists(st.sampled_from(["road"] * 4 + ["ferry", "crossing"]),
                          min_size=len(pairs), max_size=len(pairs)))  # fmt: skip
    edges = []
    for (a, b), kind in zip(pairs, kinds):
        xy = 10.0 * np.array([spots[a], spots[b]], float)
        edges.append({"a": a, "b": b, "km": np.hypot(*(xy[1] - xy[0])) / 1000, "kind": kind,
                      "country": "AA"})  # fmt: skip
    return network_of(10.0 * np.array(spots, float), edges)


def gap_to(point, a, b):
    along = b - a
    share = min(max(float((point - a) @ along) / max(float(along @ along), 1e-9), 0), 1)
    return float(np.hypot(*(point - a - share * along)))


@given(streets(), st.sampled_from([10.0, 20.0, 25.0]))
@steadily(60)
def test_dead_ends_against_loops(net, tolerance):
    net.edges["ref"] = [f"e{n}" for n in range(len(net))]
    ends = list(zip(net.from_node, net.to_node, net.edges["kind"], net.edges["length_m"]))
    expected = {}
    for node in range(len(net.node_xy)):
        mine = [row for row, one in enumerate(ends) if node in one[:2]]
        if len(mine) != 1 or ends[mine[0]][2] != "road":
            continue
        a, b, _, length = ends[mine[0]]
        far = b if a == node else a
        gaps = {
            row: gap_to(net.node_xy[node], *net.node_xy[list(one[:2])])
            for row, one in enumerate(ends)
            if one[2] == "road" and row != mine[0]
            and not (length <= 3 * tolerance and far in one[:2])
        }  # fmt: skip
        least = min(gaps.values(), default=NAN)
        if least <= tolerance - 1e-9:
            expected[node + 1] = {
                f"e{mine[0]} ends {least:.1f} m from e{row}"
                for row, gap in gaps.items() if gap <= least + 1e-9
            }  # fmt: skip
    near = _near_misses(net, tolerance)
    said = zip(near["node_id"], near["message"].str.split(". Join", regex=False).str[0])
    found = {node: says for node, says in said if f"{tolerance:.1f} m" not in says}
    expected = {one: says for one, says in expected.items()
                if not any(f"{tolerance:.1f} m" in each for each in says)}  # fmt: skip
    assert set(found) == set(expected)
    assert all(found[one] in says for one, says in expected.items())


# ---------------------------------------------------------------- edges that look odd


def test_speeds_and_lengths_at_their_limits():
    more = [{"a": 0, "b": 2, "km": 1.0 + 0.1 * n} for n in range(6)]
    more[4]["kind"] = "ferry"
    more[5]["km"] = 0.0001
    more.append({"a": 1, "b": 3, "km": 0.00009, "there": None, "country": None})
    speeds = [5.0, 4.9, 140.0, 140.1, 2.0, 60.0, NAN]
    net = network((), more, ref=["a", "b", "c", "d", "e", "f", None], speed_kmh=speeds,
                  name=[None] * 6 + ["Lane"])  # fmt: skip
    assert told(net, "implausible speed") == [
        ["warning", "b: 5 km/h", 6, -1, "AA", 1000, 1000],
        ["warning", "d: 140 km/h", 8, -1, "AA", 1000, 1000],
    ]
    assert told(net, "zero length") == [["note", "9.0 cm of road", 11, -1,
                                         "", 1000, 1000]]  # fmt: skip
    assert told(net, "closed both ways") == [
        ["warning", "Lane has no time in either direction", 11, -1, "", 1000, 1000]
    ]
    assert told(net, "unknown country") == [
        ["warning", "Lane lies in no country", 11, -1, "", 1000, 1000]
    ]
    # in a network of no country nobody asks for one
    nowhere = network((), [{"a": 0, "b": 2}], country=None)
    assert told(nowhere) == []
    assert told(network((), [{"a": 0, "b": 2, "kind": "crossing", "country": ""}])) == []


def test_duplicates_lie_beside_each_other_and_are_as_long():
    def found(km, shift, b=2, other=(0, 2), kind="road"):
        net = network((), [{"a": 0, "b": b, "km": 2.8},
                           {"a": other[0], "b": other[1], "km": km, "kind": kind}])  # fmt: skip
        net.lines.xy[-1] += shift  # its middle moves by half of that
        return told(net, "duplicate")

    twin = [["warning", "r1 is there twice (edge 5)", 6, -1, "AA", 1003, 1004]]
    assert found(2.8, (6, 8)) == twin and found(2.828, (6, 8)) == twin
    assert found(2.8, (6, 8), other=(2, 0)) == [[*twin[0][:5], 1003, 1004]]
    assert not found(2.8, (6.1, 8)) and not found(2.8281, (6, 8))
    assert not found(2.8, (6, 8), kind="ferry") and not found(2.8, (0, 0), other=(1, 3))
    # the longer of the two is named, and a metre is little of a short road
    assert [row[2] for row in found(2.79, (0, 0))] == [5]
    for more, count in ((1.0, 1), (1.01, 0)):
        net = network([(10, 10)], [{"a": 0, "b": 4, "km": 0.014},
                                   {"a": 4, "b": 0, "km": 0.014 + more / 1000}])  # fmt: skip
        assert len(told(net, "duplicate")) == count


def test_needless_nodes_by_what_is_known_of_both_roads():
    xy = [(-1000, 0), (-2000, 0)]
    alike = {"road_class": ["x"] * 2, "name": [None, ""], "speed_kmh": [50.0, 50.0]}

    def found(first=None, second=None, **changes):
        more = [{"a": 0, "b": 4, **(first or {})}, {"a": 4, "b": 5, **(second or {})}]
        columns = {**alike, **changes}
        ref = columns.pop("ref", ["A", "A"])
        return told(network(xy, more, ref=ref, **columns), "pseudo-node")

    said = [["note", "A is cut here for no reason", -1, 5, "AA", -1000, 0]]
    assert found() == said and found(speed_kmh=[NAN, NAN]) == said
    assert found({"back": None}, {"back": None}) == said
    assert found({"a": 4, "b": 0, "there": None, "back": 1.0}, {"back": None}) == said
    assert found({"a": 4, "b": 0, "there": None, "back": 1.0}, {"a": 5, "b": 4, "there": None,
                                                               "back": 1.0}) == said  # fmt: skip
    assert not found({"back": None}) and not found({}, {"back": None})
    assert not found({"back": None}, {"there": None, "back": 1.0})
    assert not found({"a": 4, "b": 0}, {"back": None})
    assert not found({"kind": "ferry"}, {"kind": "ferry"}) and not found({"kind": "ferry"})
    assert not found({"country": "BB"})
    for name, values in {"road_class": ["x", "y"], "name": ["N", None], "ref": ["A", "B"],
                         "speed_kmh": [50.0, 51.0]}.items():  # fmt: skip
        assert not found(**{name: values}), name
    # a loop ends twice at its only node, and is one road
    assert told(network([(9000, 0)], [{"a": 4, "b": 4}]), "pseudo-node") == []


# ---------------------------------------------------------------- the border and density


def test_ends_at_the_border_that_were_joined_and_those_that_were_not():
    xy = [
        (-3000, 0),
        (-10, 0),
        (10, 0),
        (3000, 0),
        (-10, 500),
        (12, 500),
        (-10, 30),
        (-3000, 90),
        (-10, 900),
        (-3000, 900),
        (-20, 3000),
        (-3000, 3000),
        (-10, 5000),
        (-3000, 5000),
    ]
    edges = [
        {"a": 0, "b": 1, "country": "AA"}, {"a": 2, "b": 3, "country": "BB"},
        {"a": 1, "b": 2, "km": 0.02, "kind": "crossing", "crossing_id": "AA-BB-1"},
        {"a": 6, "b": 7, "km": 3, "country": "AA"},  # ends beside the one that was joined
        {"a": 8, "b": 9, "kind": "ferry", "country": "AA"},
        {"a": 11, "b": 10, "km": 3, "country": "AA"},
        {"a": 13, "b": 12, "km": 3, "country": "CC"},  # of no country that was given
    ]  # fmt: skip
    net = network_of(xy, edges)
    net.edges["ref"] = ["A1", "B1", None, "A2", "F", "A3", "C1"]
    rows = told(net, countries=west_and_east())
    border = [row[1:] for row in rows if row[0] in ("open end", "ambiguous stitch")]
    assert [(row[0], row[3], row[4]) for row in border] == [
        ("warning", 11, "AA"), ("warning", 7, "AA"), ("note", 3, "BB"),
    ]  # fmt: skip
    assert border[0][1].startswith("A3: ") and border[2][1].startswith("B1: ")
    # where a metre is too far, each end is named by its road, not by the crossing
    found = told(net, "open end", countries=west_and_east(), stitch_tolerance=1.0)
    assert [row[1].partition(":")[0] for row in found] == ["A3", "A1", "A2", "B1"]


def test_the_density_of_roads_by_class_and_country():
    # AA spans 2 km x 2 km = 4 km2, BB 4 km x 2.5 km / 2 = 5 km2; CC has two nodes and no ground
    xy = [(10000, 0), (14000, 0), (14000, 2500), (20000, 0), (21000, 0)]
    more = [{"a": 4, "b": 5, "km": 4.0, "country": "BB"}, {"a": 5, "b": 6, "km": 2.5,
                                                           "country": "BB"},
            {"a": 7, "b": 8, "km": 1.0, "country": "CC"},
            {"a": 0, "b": 2, "km": 99.0, "kind": "ferry"},
            {"a": 0, "b": 2, "km": 9.0, "country": None}]  # fmt: skip
    net = network(xy, more, road_class=["q", None, "q", "q", "q"])
    net.edges.loc[:3, "road_class"] = ["z", "z", "z", None]
    found = road_density(net)
    assert list(found) == ["road_class", "AA", "BB", "CC", "km"]
    assert found.fillna(-1).round(9).to_numpy().tolist() == [
        ["all", 200.0, 130.0, -1, 15.5],
        ["none", 50.0, 50.0, -1, 4.5],
        ["q", 0.0, 80.0, -1, 5.0],
        ["z", 150.0, 0.0, -1, 6.0],
    ]


@pytest.mark.parametrize(
    ("km", "at_all"), [((6.0, 18.0), True), ((6.1, 18.0), False), ((4.0, 15.9), False),
                       ((4.0, 16.0), True), ((16.0, 4.0), True)],
)  # fmt: skip
def test_a_side_a_third_as_dense_as_the_other(km, at_all):
    # both span the same ground of 4 km2, and roads of 20 km at least are compared
    xy = [(9000, 0), (11000, 0), (11000, 2000), (9000, 2000), (10000, 900)]
    more = [{"a": 4 + n, "b": 4 + (n + 1) % 4, "km": km[1] / 5, "country": "BB"} for n in range(4)]
    more.append({"a": 8, "b": 4, "km": km[1] / 5, "country": "BB"})
    net = network(xy, more)
    net.edges.loc[:3, "length_m"] = km[0] / 4 * 1000
    net.edges["road_class"] = "z"
    if not at_all:
        assert told(net, "uneven completeness") == []
        return
    thin, thick = sorted(km)
    words = "{} has {:.1f} km of {} on 100 km², {} {:.1f}: one side is mapped thinner"
    codes = ("AA", "BB") if km[0] < km[1] else ("BB", "AA")
    # in the node nearest to the middle of the thinner side
    where = [1, "AA", 0, 0] if codes[0] == "AA" else [9, "BB", 10000, 900]
    assert told(net, "uneven completeness") == [
        ["warning", words.format(codes[0], thin * 25, what, codes[1], thick * 25), -1, *where]
        for what in ("roads in all", "roads of class z")
    ]
