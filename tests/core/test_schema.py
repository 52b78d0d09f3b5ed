"""What the fields of roads mean, and which speed an edge takes."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import EmptyLayerError, InvalidValueError
from smart_planning_plugin.core.network.build import BuildOptions
from smart_planning_plugin.core.network.schema import (
    detect_schema,
    find_field,
    read_oneway,
    read_speed,
)
from smart_planning_plugin.core.network.speeds import DEFAULT_KMH, OTHER_KMH, assign_speeds
from tests.core.small import build, road_layer, steadily, west_and_east

WAY = [(0.0, 0.0), (1000.0, 0.0)]


def oneway(value, road_class="", schema="generic"):
    values = pd.Series([value], dtype=object)
    return int(read_oneway(values, pd.Series([road_class], dtype=object), schema)[0])


@pytest.mark.parametrize(
    ("value", "direction"),
    [
        ("yes", 1),
        ("Yes ", 1),
        ("true", 1),
        (True, 1),
        ("1", 1),
        (1, 1),
        (1.0, 1),
        ("-1", -1),
        (-1, -1),
        ("reverse", -1),
        ("no", 0),
        (0, 0),
        (False, 0),
        ("", 0),
        (None, 0),
        (np.nan, 0),
        ("reversible", 0),
        # Geofabrik: with the line, against it, both
        ("F", 1),
        ("T", -1),
        ("B", 0),
        ("FT", 1),
        ("TF", -1),
    ],
)
def test_directions(value, direction):
    assert oneway(value) == direction


def test_a_motorway_of_openstreetmap_is_one_way_unless_it_says_otherwise():
    assert oneway(None, "motorway", "osm") == 1
    assert oneway("no", "motorway", "osm") == 0
    assert oneway("-1", "motorway", "osm") == -1
    assert oneway(None, "primary", "osm") == 0
    assert oneway(None, "motorway", "geofabrik") == 0
    assert oneway(None, "motorway", "generic") == 0


@pytest.mark.parametrize(
    ("value", "kmh"),
    [
        (90, 90),
        ("50", 50),
        ("50 km/h", 50),
        ("30 mph", 48.28032),
        ("30mph", 48.28032),
        ("70,5", 70.5),
        ("50;70", 50),
        ("LV:urban", 50),
        ("LT:rural", 90),
        ("lt:living_street", 20),
        ("none", np.nan),
        ("walk", np.nan),
        ("signals", np.nan),
        ("", np.nan),
        (None, np.nan),
        (0, np.nan),
        ("0", np.nan),
    ],
)
def test_speeds(value, kmh):
    np.testing.assert_allclose(read_speed(pd.Series([value, "50"], dtype=object)), [kmh, 50])


def test_fields_are_found_whatever_their_capitals():
    assert find_field(["ID", "MaxSpeed"], ["speed", "maxspeed"]) == "MaxSpeed"
    assert find_field(["speed", "maxspeed"], ["maxspeed", "speed"]) == "maxspeed"
    assert find_field(["ID"], ["speed"]) is None
    assert [detect_schema(names) for names in (["Highway"], ["fclass", "osm_id"], ["klase"])] == [
        "osm",
        "geofabrik",
        "generic",
    ]


def test_only_what_cars_drive_on_is_kept():
    parts = [[(0.0, y), (9.0, y)] for y in range(4)]
    kinds = ["primary", "footway", "Cycleway", "ferry"]
    layer = road_layer(parts, schema="auto", highway=kinds)
    assert layer.not_for_cars == 2
    assert layer.roads["source_id"].tolist() == [0, 3]
    assert layer.roads["kind"].tolist() == ["road", "ferry"]
    assert layer.lines.xy[:, 1].tolist() == [0, 0, 3, 3]
    generic = road_layer(parts, schema="generic", highway=kinds)
    assert generic.not_for_cars == 0
    with pytest.raises(EmptyLayerError, match="SCHEMA"):
        build([parts[0]], highway="footway", schema="osm")


def test_all_speeds_zero_or_negative_is_an_error_that_says_where():
    with pytest.raises(InvalidValueError) as error:
        road_layer([WAY, WAY], name="state roads", speed=[0, -5])
    for word in ("state roads", "'speed'", "SPEED_FIELD"):
        assert word in str(error.value)
    # in Geofabrik's data 0 means unknown
    assert np.isnan(road_layer([WAY], schema="geofabrik", maxspeed=[0]).roads["speed_kmh"]).all()


@pytest.mark.parametrize("nothing", [None, "", "none", np.nan])
def test_no_speed_at_all_is_no_error(nothing):
    layer = road_layer([WAY, WAY], speed=pd.Series([nothing, nothing], dtype=object))
    assert layer.roads["speed_kmh"].isna().all()


def test_a_speed_of_zero_in_the_table_is_an_error():
    table = pd.DataFrame({"class": ["main"], "speed_kmh": [0.0]})
    with pytest.raises(InvalidValueError, match="SPEEDS"):
        build([WAY], options=BuildOptions(speeds=table), speed=None, klase="A")


# ---------------------------------------------------------------- which speed


def speeds(classes, field=None, country="LV", surface="", table=None, season=""):
    count = len(classes)
    return assign_speeds(
        np.full(count, np.nan) if field is None else np.array(field, float),
        pd.Series(classes, dtype=object),
        pd.Series([country] * count, dtype=object),
        pd.Series([surface] * count, dtype=object),
        table,
        season,
    )


def test_field_then_table_then_defaults():
    table = pd.DataFrame({"class": ["main"], "speed_kmh": [77.0]})
    speed, source = speeds(["A", "A", "P", "??", None], [66, -1, np.nan, 0, np.nan], table=table)
    assert speed.tolist() == [66, 77, DEFAULT_KMH["regional"], OTHER_KMH, OTHER_KMH]
    assert source.tolist() == ["field", "table", "default", "unknown class", "unknown class"]


def test_words_of_both_countries_are_one_class():
    speed, source = speeds(["Galvenais", "magistralinis", "main", "MAIN", "magistralinis "])
    assert set(speed) == {DEFAULT_KMH["main"]}
    assert set(source) == {"default"}
    assert speeds(["Reģionālais"])[0].tolist() == [DEFAULT_KMH["regional"]]
    assert speeds(["krašto"])[0].tolist() == [DEFAULT_KMH["regional"]]


row_of_table = st.tuples(
    st.sampled_from(["", "A", "P"]),
    st.sampled_from(["", "LV", "lt"]),
    st.sampled_from(["", "gravel"]),
    st.sampled_from(["", "winter", "summer"]),
    st.integers(1, 130),
)
edge_rows = st.tuples(
    st.sampled_from(["A", "P", "V"]),
    st.sampled_from(["LV", "LT"]),
    st.sampled_from(["", "gravel", "asphalt"]),
)


@given(st.lists(row_of_table, max_size=6), st.lists(edge_rows, min_size=1), st.booleans())
@steadily(100)
def test_the_row_that_names_most_wins(rows, edges, winter):
    columns = ["class", "country", "surface", "season", "speed_kmh"]
    table = pd.DataFrame(rows, columns=columns)
    table["speed_kmh"] = table["speed_kmh"].astype(float)
    classes, country, surface = (pd.Series(one, dtype=object) for one in zip(*edges))
    season = "winter" if winter else ""
    nothing = np.full(len(edges), np.nan)
    speed, source = assign_speeds(nothing, classes, country, surface, table, season)
    plain, plain_source = assign_speeds(nothing, classes, country, surface)
    for number, edge in enumerate(edges):
        best, most = None, -1
        for row in rows:
            fits = all(
                not wanted or wanted.lower() == has.lower() for wanted, has in zip(row[:3], edge)
            )
            named = sum(map(bool, row[:4]))
            if fits and row[3] in ("", season) and named > most:
                best, most = row[4], named
        assert speed[number] == (plain[number] if best is None else best)
        assert source[number] == (plain_source[number] if best is None else "table")


def test_the_report_counts_where_speeds_come_from():
    parts = [[(-1000.0, y), (1000.0, y)] for y in (0.0, 100.0, 200.0)]
    table = pd.DataFrame({"class": ["P"], "country": ["BB"], "speed_kmh": [60.0]})
    network, _, report = build(
        parts,
        west_and_east(),
        options=BuildOptions(speeds=table),
        speed=[80.0, None, None],
        klase=["A", "P", "?"],
    )
    found = report.speed_sources.set_index(["country", "source"])
    assert found["edges"].to_dict() == {
        ("AA", "default"): 1,
        ("AA", "field"): 1,
        ("AA", "unknown class"): 1,
        ("BB", "field"): 1,
        ("BB", "table"): 1,
        ("BB", "unknown class"): 1,
    }
    np.testing.assert_allclose(found["km"], 1, atol=0.001)
    roads = network.edges[~network.is_crossing]
    np.testing.assert_allclose(
        roads["time_fwd_s"], roads["length_m"] / (roads["speed_kmh"] / 3.6), rtol=1e-12
    )


def test_one_way_roads_have_no_time_backwards():
    parts = [[(0.0, y), (600.0, y)] for y in (0.0, 10.0, 20.0)]
    network, _, _ = build(parts, oneway=["yes", "-1", "no"], speed=36.0)
    edges = network.edges.set_index("source_id")
    there, back = edges["time_fwd_s"], edges["time_bwd_s"]
    assert there.isna().tolist() == [False, True, False]
    assert back.isna().tolist() == [True, False, False]
    assert there[0] == back[1] == there[2] == back[2] == pytest.approx(60)
