"""Networks as a whole: parts, countries, what is kept and given away, and what holds unasked."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.build import BuildOptions, build_road_network
from smart_planning_plugin.core.network.check import check_network
from smart_planning_plugin.core.network.crossings import EdgesAtNodes, _stable_ids
from smart_planning_plugin.core.network.export import export_graph
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.model import WORTH_KEEPING, RoadNetwork
from smart_planning_plugin.core.network.schema import read_road_layer
from tests.core.small import box, build, countries_of, network_of, road_layer, steadily
from tests.core.test_roads_by_hand import NAN, built, plain, said, three

# ---------------------------------------------------------------- the network as a whole


def test_parts_are_numbered_by_size_then_by_their_first_node():
    edges = [{"a": 5, "b": 6}, {"a": 1, "b": 2, "back": None}, {"a": 3, "b": 0}, {"a": 2, "b": 4}]
    network = network_of(np.zeros((7, 2)), edges)
    assert network.component.tolist() == [1, 0, 0, 1, 0, 2, 2]
    # 1 leads to 2 and 4 and not back
    assert network.strong_component.tolist() == [0, 3, 1, 0, 1, 2, 2]
    assert network.degree.tolist() == [1, 1, 2, 1, 1, 1, 1]
    assert len(RoadNetwork.empty()) == 0 and RoadNetwork.empty().node_xy.shape == (0, 2)


def test_a_place_takes_the_country_of_a_road_that_has_one():
    edges = [{"a": 0, "b": 1, "country": "AA"}, {"a": 1, "b": 2, "country": None},
             {"a": 2, "b": 3, "country": "BB", "kind": "ferry"},
             {"a": 3, "b": 4, "kind": "crossing", "country": "CC"}]  # fmt: skip
    network = network_of(np.zeros((6, 2)), edges)
    assert network.node_country.tolist() == ["AA", "AA", "BB", "BB", "", ""]
    assert network.countries == ["AA", "BB", "CC"]


@pytest.mark.parametrize(("junctions", "kept"), [(WORTH_KEEPING, True), (5, False)])
def test_only_large_networks_are_kept(junctions, kept, monkeypatch):
    from smart_planning_plugin.core.network import model

    class Counting:
        asked = 0

        def get(self, key):
            self.asked += 1

        def put(self, key, arrays):
            assert sorted(arrays) == ["rank", "start", "upper"]

    store = Counting()
    made = network_of(np.zeros((4, 2)), [{"a": 0, "b": n} for n in (1, 2, 3)])
    network = RoadNetwork(made.edges, made.lines, made.node_xy, made.node_id, store)
    monkeypatch.setattr(model, "WORTH_KEEPING", 4 if kept else 5)
    assert len(network.hierarchy) == network.chains.junctions == 4
    assert store.asked == kept


def test_the_graph_for_others_key_by_key():
    edges = [{"a": 0, "b": 1, "there": 1.0, "back": None, "km": 2.0, "country": "AA"},
             {"a": 1, "b": 0, "kind": "crossing", "there": 0.5, "crossing_id": "X", "km": 0.0,
              "delay_ab": 3.0, "delay_ba": 4.0}]  # fmt: skip
    network = network_of([(0, 0), (2000, 0), (5, 5)], edges)
    network.edges["delay_ab_min"] = [NAN, 3.0]
    graph = export_graph(network)
    assert dict(graph.nodes(data=True)) == {
        "1": {"x": 0.0, "y": 0.0, "country": "AA", "component": 0, "strong_component": 0},
        "2": {"x": 2000.0, "y": 0.0, "country": "AA", "component": 0, "strong_component": 0},
        "3": {"x": 5.0, "y": 5.0, "country": "", "component": 1, "strong_component": 1},
    }
    crossing = {"edge_id": 2, "length_m": 0.0, "kind": "crossing", "crossing_id": "X", "open": 1,
                "time_s": 30.0}  # fmt: skip
    assert sorted(graph.edges(keys=True, data=True), key=lambda one: one[2]) == [
        ("1", "2", "1 forward", {"edge_id": 1, "length_m": 2000.0, "kind": "road", "country": "AA",
                                 "open": 1, "time_s": 60.0}),
        ("1", "2", "2 backward", {**crossing, "delay_min": 4.0}),
        ("2", "1", "2 forward", {**crossing, "delay_min": 3.0}),
    ]  # fmt: skip


@given(
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8), st.sampled_from([1.0, None]),
                       st.sampled_from([1.0, None, None])), min_size=1, max_size=14)
)  # fmt: skip
@steadily(80)
def test_who_is_trapped_against_loops(rows):
    edges = [{"a": a, "b": b, "there": there, "back": back} for a, b, there, back in rows]
    network = network_of(np.zeros((9, 2)), edges)
    graph = nx.DiGraph(network.graph)
    stuck, shut = np.zeros(9, bool), np.zeros(9, bool)
    first = lambda nodes: (-len(nodes), min(nodes))  # noqa: E731
    parts = sorted(nx.weakly_connected_components(graph), key=first)
    assert network.component.tolist() == [
        next(n for n, part in enumerate(parts) if node in part) for node in range(9)
    ]
    strong = sorted(nx.strongly_connected_components(graph), key=first)
    assert network.strong_component.tolist() == [
        next(n for n, part in enumerate(strong) if node in part) for node in range(9)
    ]
    for part in parts:
        heart = next(one for one in strong if one <= part)
        if len(heart) < 2:
            continue
        into = {*heart, *nx.ancestors(graph, min(heart))}
        out = {*heart, *nx.descendants(graph, min(heart))}
        stuck[list(part - into)] = True
        shut[list(part - out)] = True
    no_way_out, no_way_in = network.trapped
    assert no_way_out.tolist() == stuck.tolist() and no_way_in.tolist() == shut.tolist()
    assert network.degree.tolist() == [
        sum((row[0] == node) + (row[1] == node) for row in rows) for node in range(9)
    ]


# ---------------------------------------------------------------- crossings and fields


def test_ids_of_crossings_are_made_of_countries_and_place():
    place = np.array([(24.12345, 56.98765), (24.12349, 56.98767), (24.123, 56.988),
                      (-0.0004, -0.0001), (24.1235001, 56.98765)])  # fmt: skip
    a, b = np.array(["EE", "EE", "EE", "LT", "EE"]), np.array(["LV", "LV", "LV", "LV", "LV"])
    assert _stable_ids(a, b, place) == [
        "EE-LV-56.988-24.123", "EE-LV-56.988-24.123-2", "EE-LV-56.988-24.123-3",
        "LT-LV-0.000-0.000", "EE-LV-56.988-24.124",
    ]  # fmt: skip


def test_words_at_a_node_are_three_and_in_order():
    edges = pd.DataFrame(
        {"from_node": [0, 1, 2, 0, 3], "to_node": [1, 0, 0, 0, 4],
         "ref": ["V3", "A1", "P2", "V3", "B"], "name": [None, "Z", 7, "M", None]}
    )  # fmt: skip
    found = EdgesAtNodes(edges)
    assert found.rows(0).tolist() == [0, 1, 2, 3] and found.rows(1).tolist() == [0, 1]
    assert found.rows(4).tolist() == [4] and found.rows(9).tolist() == []
    assert found.words(0, "ref") == "A1/P2/V3" and found.words(0, "name") == "7/M/Z"
    assert found.words(0, "ref", 1) == "A1" and found.words(3, "name") is None
    edges["ref"] = ["D", "A", "C", "B", None]
    assert EdgesAtNodes(edges).words(0, "ref") == "A/B/C"


def test_fields_that_are_named_go_before_those_that_are_known():
    table = pd.DataFrame({"speed": [50.0, 60], "Mine": [70.0, 80], "ref": ["A", "B"],
                          "waiting_min": [1, 1], "wait_here": [2, 2], "waiting_winter": [4, 4],
                          "crossing_min": [10, 10]})  # fmt: skip
    lines = Lines.of([[(0.0, 0.0), (1.0, 0.0)]] * 2)

    def read(candidates=None, **more):
        layer = read_road_layer("n", lines, table, np.arange(2), candidates, ferries=True, **more)
        return layer.found, layer.roads["speed_kmh"].tolist(), layer.roads["minutes"].tolist()

    found, speed, minutes = read()
    assert (found["speed"], speed, minutes) == ("speed", [50, 60], [11, 11])
    named = {"speed": ["none", "mine"], "waiting": ["wait_here"]}
    found, speed, minutes = read(named)
    assert (found["speed"], speed, minutes) == ("Mine", [70, 80], [12, 12])
    assert read(named, season="winter")[2] == [12, 12]
    assert read(season="winter")[2] == [14, 14] and read(season="summer")[2] == [11, 11]


# ---------------------------------------------------------------- what holds where nothing is said


def test_ends_are_one_junction_within_a_metre_and_joined_over_the_border_within_50():
    for gap, count in ((1.0, 3), (1.5, 4)):
        network, _, _ = build([[(0.0, 0.0), (90.0, 0.0)], [(90.0 + gap, 0.0), (200.0, 0.0)]])
        assert len(network.node_xy) == count
    for gap, count in ((50.0, 1), (50.5, 0)):
        roads = [[(-900.0, 0.0), (0.0, 0.0)], [(gap, 0.0), (900.0, 0.0)]]
        assert len(build_road_network([road_layer(roads)], three(), BuildOptions())[1]) == count


def test_a_road_a_kilometre_outside_of_all_countries_is_theirs():
    one = countries_of(AA=box(0, 0, 5000, 5000))
    for beyond, km in ((999.5, 0.0), (1000.5, 4.0)):
        outside = [(500.0, 5000 + beyond), (4500.0, 5000 + beyond)]
        roads = [[(500.0, 500.0), (900.0, 500.0)], outside]
        network, _, report = build_road_network([road_layer(roads)], one, BuildOptions())
        assert report.left_out_km == km and len(network) == (1 if km else 2)


def test_ferries_without_a_timetable_sail_at_15_km_an_hour():
    ferry = road_layer([[(0.0, 0.0), (3000.0, 0.0)]], "ferries", ferries=True, oneway=["yes"])
    timed = road_layer([[(0.0, 9.0), (3000.0, 9.0)]], "timed", ferries=True, crossing_min=[20])
    network, _, report = build([[(-500.0, 0.0), (0.0, 0.0)]], layers=[ferry, timed])
    edges = network.edges[network.edges["kind"] == "ferry"]
    names = ["length_m", "speed_kmh", "time_fwd_s", "time_bwd_s", "source_layer", "source_id"]
    assert plain(edges[names]) == [
        [3000, 15, 720, -1, "ferries", 0], [3000, 9, 1200, 1200, "timed", 0],
    ]  # fmt: skip
    assert plain(report.speed_sources[["source", "edges", "km"]]) == [
        ["default", 1, 3], ["field", 2, 3.5],
    ]  # fmt: skip


def test_an_end_100_m_from_another_country_is_open_and_partners_are_sought_for_a_kilometre():
    for x, gap, words in ((-99.5, 999.5, "1000 m away, over 50 m"), (-99.5, 1000.5, "within 1000"),
                          (-100.5, 900.0, None)):  # fmt: skip
        roads = [[(-900.0, 0.0), (x, 0.0)], [(x + gap, 0.0), (x + gap + 500, 0.0)]]
        report = build_road_network([road_layer(roads)], three(), BuildOptions())[2]
        mine = report.points[report.points["country"] == "AA"]["reason"].tolist()
        assert len(mine) == (words is not None) and all(words in one for one in mine)


def test_a_crossing_is_added_between_roads_within_500_m():
    for y, there in ((499.5, True), (500.5, False)):
        roads = [[(-900.0, 0.0), (-5.0, 0.0)], [(5.0, 900.0), (5.0, y + 5)],
                 [(-900.0, 0.0), (-900.0, 3000.0), (20_000.0, 3000.0)]]  # fmt: skip
        row = {"action": "add", "x": 5.0, "y": 5.0}
        fields = {"roads": roads, "ref": None, "nosaukums": None, "speed": 60.0}
        if there:
            assert len(built(row, **fields)[1]) == 3
        else:
            assert "(add)" in said(lambda row=row, fields=fields: built(row, **fields))


def test_the_check_looks_20_m_around_dead_ends_and_50_m_over_the_border():
    for gap, found in ((20.0, ["near miss"]), (20.5, [])):
        corners = [(0, 0), (1000, 0), (1000, 900), (0, 900), (500, gap)]
        edges = [{"a": n, "b": (n + 1) % 4} for n in range(4)] + [{"a": 4, "b": 2}]
        kinds = check_network(network_of(corners, edges)).issues["kind"]
        assert kinds[kinds == "near miss"].tolist() == found
    for gap, words in ((50.0, "is joined to another"), (50.5, "over 50 m")):
        edges = [{"a": 0, "b": 1, "country": "AA"}, {"a": 2, "b": 3, "country": "BB"},
                 {"a": 4, "b": 5, "country": "BB"},
                 {"a": 1, "b": 2, "kind": "crossing", "km": 0.01}]  # fmt: skip
        ends = [(-900, 0), (-5, 0), (5, 0), (900, 0), (-5 + gap, 0.0), (900, 30)]
        issues = check_network(network_of(ends, edges), countries=three()).issues
        border = issues[issues["kind"] == "open end"]
        assert len(border) == 1 and words in border["message"].iloc[0]


def test_a_build_tells_how_far_it_is():
    roads = road_layer([[(-900.0, 0.0), (900.0, 0.0)], [(-500.0, -90.0), (-500.0, 90.0)]])

    def told(countries, planar):
        said_ = []
        build_road_network([roads], countries, BuildOptions(planar=planar),
                           progress=lambda *one: said_.append(one))  # fmt: skip
        return said_

    last = [(0.7, "Speeds and times"), (0.9, "Checking what hangs together"), (1.0,)]
    assert told(three(), True) == [
        (0.0, "Reading fields"), (0.05, "Joining lines that cross on one level"),
        (0.1, "Noding 2 lines"), (0.4, "Looking for the border"), *last,
    ]  # fmt: skip
    assert told(None, False) == [
        (0.0, "Reading fields"), (0.1, "Noding 2 lines"), (0.4, None), *last,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "fields", "message"),
    [
        ([], {}, "No line is left to build from. Look at SCHEMA, by which classes are left out."),
        ([[(0.0, 0.0), (0.001, 0.0)]], {}, "No line has a length. Look at the geometries and the "
         "CRS of ROADS."),
        ([[(0.0, 80e3), (9.0, 80e3)]], {}, "No road lies in one of the countries. Look at the CRS "
         "of ROADS and of COUNTRIES."),
        ([[(0.0, 0.0), (9.0, 0.0)]], {"speeds": pd.DataFrame({"class": [""], "speed_kmh": [0.0]})},
         "SPEEDS holds a speed of 0 or less. Speeds are km/h above 0."),
    ],
)  # fmt: skip
def test_what_cannot_be_built_is_named(parts, fields, message):
    options = BuildOptions(**fields)
    assert message == said(lambda: build_road_network([road_layer(parts)], three(), options))
