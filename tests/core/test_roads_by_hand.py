"""Road layers, speeds, crossings and their changes by hand: whole rows and whole messages."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.network.build import BuildOptions, build_road_network
from smart_planning_plugin.core.network.crossings import NamedPlaces
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.overrides import read_overrides
from smart_planning_plugin.core.network.schema import read_minutes, read_road_layer
from smart_planning_plugin.core.network.speeds import assign_speeds, rows_that_fit_nothing
from tests.core.small import FAR, box, build, countries_of, road_layer

NAN = float("nan")


def said(change):
    with pytest.raises(SmartPlanningError) as caught:
        change()
    return str(caught.value)


def plain(table):
    """Rows as lists, what is missing as -1; the border is found to a millimetre."""
    rows = table.astype(object).where(table.notna(), -1).to_numpy().tolist()
    return [[round(one, 2) if isinstance(one, float) else one for one in row] for row in rows]


# ---------------------------------------------------------------- fields of layers


def read(schema="auto", **fields):
    table = pd.DataFrame(fields)
    count = len(table)
    lines = Lines.of([[(0.0, n), (1.0, n)] for n in range(count)])
    season = fields.pop("season", "")
    return read_road_layer("roads", lines, table.drop(columns="season", errors="ignore"),
                           100 + np.arange(count), schema=schema, season=season)  # fmt: skip


def test_a_layer_of_openstreetmap_row_by_row():
    layer = read(
        highway=["motorway", "primary", "", None, "tertiary", "steps", "Service", "residential",
                 "track", "motorway_link", "unclassified"],
        name=["E67", None, "Ferry", None, "", "x", "y", "z", "t", "l", "u"],
        maxspeed=["LT:motorway", "30 mph", None, None, "70;50", None, "walk", "LV:urban", "60,5",
                  "-5", "90 km/h"],
        oneway=["", "no", None, None, "-1", None, "maybe", None, "yes", None, "alternating"],
        junction=[None, "roundabout", None, None, "circular", None, None, "Roundabout", None, None,
                  None],
        route=[None, None, "Ferry", "bus", None, None, None, "ferry", None, None, None],
        duration=[None, None, "01:30", None, "5", None, None, "7", None, None, None],
        layer=["1;2", None, None, None, None, None, "x", None, None, None, "-1.6"],
        bridge=["yes", "yes", None, None, "no", None, "viaduct", "building_passage", "1", "f", ""],
        tunnel=[None, None, None, None, "culvert", None, None, None, None, "yes", None],
        surface=["asphalt"] * 11,
        other_tags=[None, '"ref"=>"A\\"1","access"=>"no","motorcar"=>"yes"', None, None, None, None,
                    '"access"=>"private"', '"motor_vehicle"=>"","vehicle"=>"destination"', None,
                    None, '"vehicle"=>"no"'],
    )  # fmt: skip
    assert layer.not_for_cars == 4  # nothing, steps, a private way and one for no vehicle
    assert layer.lines.xy[::2, 1].tolist() == [0, 1, 2, 4, 7, 8, 9]
    assert list(layer.roads) == [
        "source_id", "road_class", "name", "ref", "surface", "oneway", "speed_kmh", "kind",
        "minutes", "level",
    ]  # fmt: skip
    mph = 48.28  # 30 x 1.609344
    assert plain(layer.roads.drop(columns="surface")) == [
        [100, "motorway", "E67", -1, 1, 130, "road", -1, 1],
        [101, "primary", -1, 'A\\"1', 0, mph, "road", -1, 1],
        [102, "", "Ferry", -1, 0, -1, "ferry", 90, 0],
        [104, "tertiary", "", -1, -1, 50, "road", -1, -1],
        [107, "residential", "z", -1, 1, 50, "road", -1, 0],
        [108, "track", "t", -1, 1, 60.5, "road", -1, 1],
        [109, "motorway_link", "l", -1, 1, -5, "road", -1, -1],
    ]
    assert layer.not_understood == {"speed": {"-5": 1}}
    assert layer.found == {
        "speed": "maxspeed", "class": "highway", "oneway": "oneway", "name": "name", "ref": "ref",
        "surface": "surface", "level": "layer", "bridge": "bridge", "tunnel": "tunnel",
        "duration": "duration", "junction": "junction", "route": "route",
    }  # fmt: skip


def test_what_is_not_understood_is_counted():
    layer = read("generic", speed=["quick", "quick", 0, 50, "none", -1],
                 oneway=["Maybe", "yes", "maybe", "B", "left", None])  # fmt: skip
    assert layer.not_understood == {
        "oneway": {"maybe": 2, "left": 1}, "speed": {"quick": 2, "none": 1, "-1": 1},
    }  # fmt: skip
    assert layer.roads["oneway"].tolist() == [0, 1, 0, 0, 0, 0]


def test_a_ferry_sails_and_waits_as_long_as_its_season_says():
    fields = {"crossing_min": [30, None, "0:45"], "waiting_min": [5, 5, None],
              "waiting_summer_min": [10, 10, 10], "route": ["ferry"] * 3}  # fmt: skip
    assert read(**fields).roads["minutes"].fillna(-1).tolist() == [35, -1, 45]
    summer = read(**fields, season="summer").roads["minutes"]
    assert summer.fillna(-1).tolist() == [40, -1, 55]
    values = pd.Series(["1:05:30", "0:60", "90", "soon", None, "1:5"], dtype=object)
    assert [-1 if np.isnan(one) else one for one in read_minutes(values)] == [
        65.5, 60, 90, -1, -1, -1,
    ]  # fmt: skip


def test_geofabrik_knows_footways_and_no_one_way_motorway():
    layer = read(fclass=["motorway", "footway", "primary", ""], maxspeed=[0, 0, 0, 0])
    assert layer.roads["oneway"].tolist() == [0, 0] and layer.not_for_cars == 2
    assert said(lambda: read("generic", speed=[0, -1])) == (
        "Layer 'roads', field 'speed': all speeds are 0 or negative. Give another SPEED_FIELD, or "
        "leave it out so that speeds follow the class of the road."
    )


def test_speeds_of_roads_without_a_hard_surface():
    words = {"road_class": ["main", "local", "residential", "main", "track", "main", "nonsense"],
             "country": ["LV", "lt", "LV", "EE", "LV", "LV", None],
             "surface": ["gravel", "Žvyras", "gravel", "sand", "mud", "tar", "dirt"]}  # fmt: skip
    columns = [pd.Series(one, dtype=object) for one in words.values()]
    speed, source = assign_speeds(np.full(7, NAN), *columns)
    assert speed.tolist() == [65, 60, 30, 55, 15, 85, 50]
    loose = "default, unpaved"
    assert source.tolist() == [loose, "default", "default", loose, "default", "default",
                               "unknown class"]  # fmt: skip
    table = pd.DataFrame(
        {"class": ["main", "Main", "", "motorway", "local"], "country": ["", "lv", "EE", "", "LV"],
         "surface": ["", " Gravel ", "", "", ""], "season": ["", "", "", " Winter", ""],
         "speed_kmh": [80.0, 40, 45, 99, 11]}
    )  # fmt: skip
    speed, source = assign_speeds(np.array([NAN] * 6 + [0.0]), *columns, table, "winter ")
    assert speed.tolist() == [40, 60, 30, 80, 15, 80, 50]  # of EE and main the first names as much
    assert source.tolist()[:1] + source.tolist()[3:4] == ["table"] * 2
    idle = rows_that_fit_nothing(*columns, table, "winter")
    assert idle == ["class local country LV", "class motorway"]
    assert rows_that_fit_nothing(*columns, table) == ["class local country LV"]
    assert rows_that_fit_nothing(*columns, None) == []


# ---------------------------------------------------------------- the border


def three():
    """AA west of 0, BB from there to 10 km, CC east of that; all of them are far in y."""
    return countries_of(
        CC=box(10_000, -FAR, FAR, FAR), AA=box(-FAR, -FAR, 0, FAR), BB=box(0, -FAR, 10_000, FAR),
    )  # fmt: skip


ROADS = [
    [(-3000.0, 0.0), (3000.0, 0.0)],  # A1 and B1 are one line
    [(3000.0, 0.0), (9970.0, 0.0)],  # ends 40 m from C1, that begins beyond the border
    [(10_010.0, 0.0), (14_000.0, 0.0)],
    [(-3000.0, 8000.0), (3000.0, 8000.0)],
    [(3000.0, 8000.0), (3000.0, 0.0)],
    [(-3000.0, 8000.0), (-3000.0, 0.0)],
]


def built(*rows, places=None, roads=ROADS, **fields):
    fields = {"ref": ["A1", "B1", "C1", None, None, None], "speed": [60.0, 90, 30, 60, 60, 60],
              "nosaukums": [*[None] * 3, "North Street", "B-side", None], **fields}  # fmt: skip
    table = read_overrides(pd.DataFrame(rows), "by hand") if rows else None
    return build_road_network(
        [road_layer(roads, **fields)], three(), BuildOptions(), overrides=table,
        lonlat=lambda xy: np.asarray(xy) / 1000, places=places,
    )  # fmt: skip


COLUMNS = ["crossing_id", "name", "edge_id", "country_a", "country_b", "ref_a", "ref_b",
           "delay_ab_min", "delay_ba_min", "gap_m", "origin", "open", "x", "y"]  # fmt: skip


def test_crossings_and_their_edges_row_by_row():
    network, crossings, report = built()
    assert list(crossings) == COLUMNS
    assert plain(crossings) == [
        ["AA-BB-0.000-0.000", "A1", 9, "AA", "BB", "A1", "A1", 0, 0, 0, "through", 1, 0, 0],
        ["AA-BB-8.000-0.000", "North Street", 10, "AA", "BB", -1, -1, 0, 0, 0, "through", 1, 0,
         8000],
        ["BB-CC-0.000-9.990", "B1 – C1", 11, "BB", "CC", "B1", "C1", 0, 0, 40, "stitched", 1,
         9990, 0],
    ]  # fmt: skip
    edges = network.edges[network.is_crossing]
    names = [
        "edge_id",
        "length_m",
        "speed_kmh",
        "time_fwd_s",
        "time_bwd_s",
        "kind",
        "name",
        "country",
        "ref",
        "source_id",
        "crossing_id",
        "delay_ab_min",
        "delay_ba_min",
        "open",
    ]
    # over the gap as fast as on the slower side: 40 m at 30 km/h
    assert plain(edges[names]) == [
        [9, 0, 60, 0, 0, "crossing", "A1", -1, -1, -1, "AA-BB-0.000-0.000", 0, 0, 1],
        [10, 0, 60, 0, 0, "crossing", "North Street", -1, -1, -1, "AA-BB-8.000-0.000", 0, 0, 1],
        [11, 40, 30, 4.8, 4.8, "crossing", "B1 – C1", -1, -1, -1, "BB-CC-0.000-9.990", 0, 0, 1],
    ]  # fmt: skip
    assert network.node_country[edges["from_node"]].tolist() == ["AA", "AA", "BB"]
    assert network.node_country[edges["to_node"]].tolist() == ["BB", "BB", "CC"]
    assert network.lines[10].tolist() == [[9970, 0], [10_010, 0]]
    rest = network.edges[~network.is_crossing]
    assert rest["edge_id"].tolist() == list(range(1, 9))
    assert rest["country"].tolist() == ["AA", "BB", "BB", "CC", "AA", "BB", "BB", "AA"]
    assert plain(rest[["crossing_id", "delay_ab_min", "open"]]) == [[-1, -1, -1]] * 8
    assert rest["source_layer"].tolist() == ["roads"] * 8
    assert rest["source_id"].tolist() == [0, 0, 1, 2, 3, 3, 4, 5]
    assert report.left_out_km == 0 and report.duplicates == 0


def test_the_report_of_a_build_row_by_row():
    _, _, report = built(
        oneway=["no"] * 5 + ["what"], speed=[60.0, None, 30, 60, 60, 60], klase=[*"AAAVVV"]
    )
    assert plain(report.layers) == [
        ["roads", 6, 0, {"oneway": {"what": 1}},
         "speed: speed, class: klase, oneway: oneway, name: nosaukums, ref: ref"],
    ]  # fmt: skip
    assert plain(report.speed_sources) == [
        ["AA", "field", 3, 14.0, 60.0],
        ["BB", "default", 1, 6.97, 85.0],
        ["BB", "field", 3, 14.0, 60.0],
        ["CC", "field", 1, 3.99, 30.0],
    ]
    assert list(report.speed_sources) == ["country", "source", "edges", "km", "speed_kmh"]
    assert plain(report.speeds) == [
        ["AA", "A", "field", 1, 3.0, 60.0], ["AA", "V", "field", 2, 11.0, 60.0],
        ["BB", "A", "default", 1, 6.97, 85.0], ["BB", "A", "field", 1, 3.0, 60.0],
        ["BB", "V", "field", 2, 11.0, 60.0], ["CC", "A", "field", 1, 3.99, 30.0],
    ]  # fmt: skip
    assert plain(report.components) == [[0, 11, 38.96, "AA, BB, CC", "A1, B1, C1", False]]
    assert list(report.components) == [
        "component", "nodes", "km", "countries", "refs", "by_ferry",
    ]  # fmt: skip


def test_parts_that_only_a_ferry_joins():
    ferry = road_layer([[(1000.0, 0.0), (5000.0, 0.0)]], "ferries", ferries=True)
    parts = [[(0.0, 0.0), (1000.0, 0.0)], [(5000.0, 0.0), (8000.0, 0.0)],
             [(0.0, 9000.0), (500.0, 9000.0)]]  # fmt: skip
    _, _, report = build(parts, layers=[ferry], ref=["W", "E", None])
    # of as many nodes the one furthest west comes first
    assert plain(report.components) == [
        [0, 2, 1.0, "", "W", True], [1, 2, 0.5, "", "", False], [2, 2, 3.0, "", "E", True],
    ]  # fmt: skip


def test_points_to_look_at_have_a_place_and_a_road():
    roads = [*ROADS, [(2000.0, 8000.0), (9950.0, 3000.0)]]
    _, _, report = built(roads=roads, ref=["A1", "B1", "C1", None, None, None, "B9"],
                         speed=[60.0] * 7, nosaukums=[None] * 7)  # fmt: skip
    found = report.points
    assert list(found) == ["kind", "country", "ref", "gap_m", "reason", "lon", "lat", "x", "y"]
    # the way in line 7 begins on no vertex of line 4, so that it is a part of its own
    border = found[found["x"] > 9000]
    assert plain(border) == [
        ["open end", "BB", "B9", -1, "no road abroad ends within 1000 m", 9.95, 3, 9950, 3000],
    ]  # fmt: skip


def test_crossings_are_named_by_places_of_their_side_within_reach():
    xy = np.array([[-500.0, 0], [400, 100], [-500, 7000], [9000, 7000], [12_000, 4000],
                   [300, 30_090]])  # fmt: skip
    places = NamedPlaces(xy, np.array(["Aville", "Btown", "Anorth", "Bnorth", "Cplace", "Far"],
                                      dtype=object))  # fmt: skip
    _, crossings, _ = built(places=places, ref=["A1", None, "C1", None, None, None])
    assert crossings["name"].tolist() == ["A1", "Anorth – Btown", "Bnorth – C1"]
    # 100 m west of the border: 29,999.2 and 30,000.5 m away
    for north, name in ((29_999.0, "X – North Street"), (30_000.3, "North Street")):
        lone = NamedPlaces(np.array([[-100.0, 8000 + north]]), np.array(["X"], dtype=object))
        assert built(places=lone)[1]["name"].tolist()[1] == name


# ---------------------------------------------------------------- crossings by hand


def test_the_table_of_changes_is_read():
    found = read_overrides(
        pd.DataFrame(
            {"crossing_id": [" X ", None, 7.0], "action": [" Close", "ADD ", "delay"],
             "x": ["", "1.5", None], "y": [None, 2, ""], "delay_ab_min": ["", 0, "3"],
             "other": [1, 2, 3]},
            index=[5, 7, 9],
        ), "t",
    )  # fmt: skip
    assert list(found) == [
        "action", "crossing_id", "name", "delay_ab_min", "delay_ba_min", "x", "y",
    ]  # fmt: skip
    assert found.index.tolist() == [0, 1, 2]
    assert plain(found) == [
        ["close", "X", -1, -1, -1, -1, -1], ["add", "", -1, 0, -1, 1.5, 2],
        ["delay", "7.0", -1, 3, -1, -1, -1],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"crossing_id": ["x"]}, "Layer 't', field 'action': the table does not say what to do. It "
         "needs action: add, remove, close, delay."),
        ({"action": ["close", "shut", "open"], "crossing_id": ["x"] * 3},
         "Layer 't', field 'action': these actions are not known (shut, open). Choose from add, "
         "remove, close, delay."),
        ({"action": ["delay"] * 3, "crossing_id": ["x"] * 3, "delay_ba_min": ["5", "soon", -2]},
         "Layer 't', field 'delay_ba_min': numbers of 0 or more are needed (soon, -2)."),
        ({"action": ["add"] * 3, "x": ["-5", "soon", None], "y": [0, 0, 0]},
         "Layer 't', field 'x': numbers are needed (soon)."),
        ({"action": ["close", "add", "close", "add"], "crossing_id": ["", "x", "x", ""],
          "x": [1.0, 1.0, None, 1.0], "y": [None, None, None, 1.0]},
         "Layer 't': these rows name no crossing and no place (row 1, row 2). Give crossing_id or "
         "a point (lon, lat in a table without geometry); add needs a point."),
        ({"action": ["delay", "delay", "close"], "crossing_id": ["x"] * 3,
          "delay_ab_min": [0, None, None]},
         "Layer 't': a delay without minutes (row 2). Fill delay_ab_min, delay_ba_min or both."),
    ],
)  # fmt: skip
def test_changes_that_cannot_be_read(columns, message):
    assert said(lambda: read_overrides(pd.DataFrame(columns), "t")) == message


def test_changes_are_set_into_both_tables_and_nowhere_else():
    here = {"crossing_id": "AA-BB-8.000-0.000"}
    network, crossings, _ = built(
        {"action": "close", **here}, {"action": "delay", "x": 9990.0, "y": 250.0,
                                      "delay_ab_min": 7, "delay_ba_min": 0},
        {"action": "delay", **here, "delay_ba_min": 4},
    )  # fmt: skip
    names = ["crossing_id", "delay_ab_min", "delay_ba_min", "open"]
    expected = [["AA-BB-0.000-0.000", 0, 0, 1], ["AA-BB-8.000-0.000", 0, 4, 0],
                ["BB-CC-0.000-9.990", 7, 0, 1]]  # fmt: skip
    assert plain(crossings[names]) == expected
    assert plain(network.edges.loc[network.is_crossing, names]) == expected
    whole = built()[0]
    network, crossings, _ = built({"action": "remove", **here})
    assert crossings["edge_id"].tolist() == [9, 11] and crossings.index.tolist() == [0, 1]
    assert network.edges["edge_id"].tolist() == [*range(1, 10), 11]
    assert network.edges.index.tolist() == list(range(10))
    assert network.lines[9].tolist() == whole.lines[10].tolist()


def test_a_crossing_that_is_not_there_names_those_that_are():
    there = "AA-BB-0.000-0.000, AA-BB-8.000-0.000, BB-CC-0.000-9.990"
    rows = [{"action": "close", "crossing_id": "AA-BB-0.000-0.000"},
            {"action": "close", "x": 9990.0, "y": 250.1}]  # fmt: skip
    assert said(lambda: built(*rows)) == (
        "Layer 'CROSSING_OVERRIDES': there is no such crossing (row 2, its place). The crossings "
        f"are {there}; a place has to lie within 250 m of one."
    )
    with pytest.raises(SmartPlanningError, match=r"\(XX\)\. The crossings are AA-BB"):
        built({"action": "close", "crossing_id": "XX"})


def test_crossings_are_added_between_the_two_nearest_of_three_countries():
    # the ends of B1 and C1 lie 40 m apart; a road of AA is far, and one of BB ends beside it
    roads = [*ROADS, [(9700.0, 300.0), (9700.0, 400.0)], [(10_300.0, 350.0), (10_300.0, 420.0)]]
    fields = {"roads": roads, "ref": [f"r{n}" for n in range(8)], "speed": [60.0] * 8,
              "nosaukums": [None] * 8}  # fmt: skip
    network, crossings, _ = built({"action": "add", "x": 10_000.0, "y": 350.0, "name": "Ford",
                                   "delay_ab_min": 3}, **fields)  # fmt: skip
    ford = crossings[crossings["name"] == "Ford"].iloc[0]
    assert (ford["country_a"], ford["country_b"], ford["gap_m"]) == ("BB", "CC", 600)
    assert (ford["ref_a"], ford["ref_b"], ford["origin"]) == ("r6", "r7", "stitched")
    line = network.lines[int(np.flatnonzero(network.edges["edge_id"] == ford["edge_id"])[0])]
    assert line.tolist() == [[9700, 350], [10_300, 350]]
    # the road in the middle of which it was set is in two halves, and in its country still
    halves = network.edges[(network.edges["ref"] == "r6")]
    assert halves["length_m"].tolist() == [50, 50] and halves["country"].tolist() == ["BB"] * 2
    lonely = [{"action": "add", "x": 10_000.0, "y": 350.0},
              {"action": "add", "x": -3000.0, "y": 4000.0, "name": "West"},
              {"action": "add", "x": 3000.0, "y": 4000.0, "name": None}]  # fmt: skip
    assert said(lambda: built(*lonely, **fields)) == (
        "Layer 'CROSSING_OVERRIDES': there are no roads of two countries within 500 m of the place "
        "(West, add). Move the point to where the two roads nearly meet, or draw the road that "
        "lacks."
    )
