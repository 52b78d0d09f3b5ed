"""What planners have: any format, several CRS at once, fields of any name, and what is refused."""

import json
import subprocess

import networkx as nx
import pytest
from qgis.core import NULL, QgsFeature, QgsGeometry, QgsVectorLayer

from tests.processing.tools import ROADS, TEMPORARY, copy_of, inside, opened, rows, sample

FORMATS = {
    "Shapefile": ("ESRI Shapefile", "roads.shp", "roads"),
    "GeoJSON": ("GeoJSON", "roads.geojson", "roads"),
    "GeoPackage": ("GPKG", "roads.gpkg", "roads"),
    "FileGDB": ("OpenFileGDB", "roads.gdb", "roads"),
}
CROSSING = "LT-LV-56.296-21.539"


def converted(source, target, driver, *options):
    path, _, table = source.partition("|layername=")
    command = ["ogr2ogr", "-f", driver, str(target), path, table, *options]
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def lines(*parts, crs="EPSG:25884", fields="", rows=None, name="roads"):
    """A layer of straight lines in metres around a place in the region."""
    made = QgsVectorLayer(f"LineString?crs={crs}{fields}", name, "memory")
    for number, part in enumerate(parts):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(rows[number]) if rows else [])
        wkt = ", ".join(f"{500_000 + x} {6_240_000 + y}" for x, y in part)
        feature.setGeometry(QgsGeometry.fromWkt(f"LINESTRING({wkt})"))
        made.dataProvider().addFeatures([feature])
    made.updateExtents()
    return made


@pytest.fixture(scope="module")
def truth(run):
    """Lengths by road of the sample's own layers."""
    return lengths(run("buildroadnetwork", **ROADS, EDGES=TEMPORARY)["EDGES"])


def lengths(edges):
    found = {}
    for one in rows(edges):
        if one["kind"] == "road":
            key = one["country"], one["ref"]
            found[key] = found.get(key, 0) + one["length_m"]
    return found


@pytest.mark.parametrize("name", FORMATS)
def test_formats_and_crs_in_one_run(run, truth, tmp_path, name):
    """Latvia's roads in its own CRS, in each format; in three dimensions and several parts."""
    driver, file, table = FORMATS[name]
    converted(
        sample("roads_lv"), tmp_path / file, driver,
        "-t_srs", "EPSG:3059", "-nln", table, "-nlt", "MULTILINESTRING", "-dim", "XYZ",
    )  # fmt: skip
    roads = [f"{tmp_path / file}|layername={table}", sample("roads_lt")]
    # a Shapefile shortens atl_atrums to what it takes
    made = run("buildroadnetwork", **{**ROADS, "ROADS": roads}, EDGES=TEMPORARY)["EDGES"]
    found = lengths(made)
    assert found.keys() == truth.keys()
    for key, metres in truth.items():
        assert found[key] == pytest.approx(metres, rel=1e-4), key


def test_a_map_of_fields(run, tmp_path):
    roads = lines(
        [(0, 0), (1000, 0)], [(1000, 0), (2000, 0)],
        fields="&field=a:string&field=b:int&field=name:string",
        rows=[("gravel road", 50, "not a name"), ("A", 80, "neither")],
    )  # fmt: skip
    table = tmp_path / "map.csv"
    table.write_text("layer,role,field\nROADS,class,a\n,speed,b\n", encoding="utf-8")
    roads.setName("roads")
    made = run("buildroadnetwork", ROADS=[roads], FIELD_MAP=str(table), EDGES=TEMPORARY)["EDGES"]
    found = [(one["road_class"], one["speed_kmh"], one["name"]) for one in rows(made)]
    assert found == [("gravel road", 50, "not a name"), ("A", 80, "neither")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("layer,field\n,a", ("FIELD_MAP", "role")),
        ("layer,role,field\n,colour,a", ("not known", "colour", "speed")),
        ("layer,role,field\nstreets,class,a", ("streets", "roads_lv")),
        ("layer,role,field\nroads_lv,class,kind", ("roads_lv", "kind", "klase")),
    ],
)
def test_a_map_of_fields_that_does_not_fit(refused, tmp_path, text, words):
    table = tmp_path / "map.csv"
    table.write_text(text, encoding="utf-8")
    message = refused("buildroadnetwork", **ROADS, FIELD_MAP=str(table), EDGES=TEMPORARY)
    for word in words:
        assert word in message


def test_speeds_of_a_table_by_season_and_a_ferry_that_waits_in_summer(run, tmp_path):
    roads = lines(
        [(0, 0), (6000, 0)], [(0, 0), (0, 6000)], fields="&field=klase:string&field=surface:string",
        rows=[("P", "asphalt"), ("P", "gravel")],
    )  # fmt: skip
    ferry = lines(
        [(6000, 0), (9000, 0)], name="ferry",
        fields="&field=crossing_min:double&field=waiting_min:double&field=waiting_summer_min:double",
        rows=[(10, 5, 45)],
    )  # fmt: skip
    speeds = tmp_path / "speeds.csv"
    table = "class,country,surface,season,km/h\nP,,gravel,winter,30\nPP,,ice,winter,20\n"
    speeds.write_text(table, encoding="utf-8")
    minutes = {}
    for season in ("", "summer", "Winter"):
        made = run(
            "buildroadnetwork",
            ROADS=[roads], FERRIES=[ferry], SPEEDS=str(speeds), SEASON=season, EDGES=TEMPORARY,
        )["EDGES"]  # fmt: skip
        minutes[season] = [one["time_fwd_s"] / 60 for one in rows(made)]
    paved, gravel, wait = zip(*minutes.values())
    assert set(paved) == {minutes[""][0]}
    assert gravel == pytest.approx((6 / 55 * 60, 6 / 55 * 60, 12), rel=2e-3)
    assert wait == pytest.approx((15, 55, 15))
    assert any("default, unpaved" in one or "from table" in one for one in run.feedback.messages)
    idle = [one for one in run.feedback.warnings if one.startswith("SPEEDS")]
    assert len(idle) == 1 and "1 rows fit no road (class pp surface ice)" in idle[0]


def test_a_third_of_the_rows_without_a_geometry(run):
    count = []

    def change(row):
        count.append(1)
        if len(count) % 3 == 0:
            row["geometry"] = QgsGeometry()

    roads = copy_of(sample("roads_lv"), change)
    made = run("buildroadnetwork", **{**ROADS, "ROADS": [roads]}, EDGES=TEMPORARY)["EDGES"]
    assert f"roads_lv: {len(count) // 3} rows without a line were left out" in run.feedback.warnings
    assert made.featureCount() > 0


def test_invalid_lines_and_duplicates(run):
    """A line of one place, one that goes back on itself, the same road twice."""
    roads = lines(
        [(0, 0), (0, 0)], [(0, 0), (500, 0), (200, 0)], [(0, 0), (0, 900)], [(0, 900), (0, 0)]
    )
    made = run("buildroadnetwork", ROADS=[roads], EDGES=TEMPORARY)["EDGES"]
    found = sorted(round(one["length_m"]) for one in rows(made))
    assert sum(found) == pytest.approx(900 + 800, abs=5)  # what it drove back is a way, too
    assert any("were there twice" in one for one in run.feedback.messages)


def test_the_antimeridian_is_refused(refused):
    made = QgsVectorLayer("LineString?crs=EPSG:4326", "roads", "memory")
    for wkt in ("LINESTRING(179.5 -17, 179.9 -17)", "LINESTRING(-179.9 -17, -179.5 -17)"):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        made.dataProvider().addFeatures([feature])
    made.updateExtents()
    message = refused("buildroadnetwork", ROADS=[made], EDGES=TEMPORARY)
    assert "antimeridian" in message and "one side" in message


def test_crossings_by_hand(run, tmp_path):
    table = tmp_path / "by_hand.csv"
    table.write_text(
        "action,crossing_id,lon,lat,delay_ab_min,delay_ba_min,name\n"
        f"close,{CROSSING},,,,,\n"
        "delay,,22.3633,56.4010,20,5,\n"
        "remove,,21.1226,56.0772,,,\n",
        encoding="utf-8",
    )
    path = tmp_path / "network.gpkg"
    run(
        "buildroadnetwork",
        **ROADS, CROSSING_OVERRIDES=str(table), EDGES=inside(path, "edges"),
        CROSSINGS=inside(path, "crossings"),
    )  # fmt: skip
    found = {one["crossing_id"]: one for one in rows(f"{path}|layername=crossings")}
    assert len(found) == 2 and found[CROSSING]["open"] == 0
    (late,) = [one for one in found.values() if one["crossing_id"] != CROSSING]
    assert (late["delay_ab_min"], late["delay_ba_min"], late["open"]) == (20, 5, 1)
    edges = [one for one in rows(f"{path}|layername=edges") if one["kind"] == "crossing"]
    assert {(one["crossing_id"], one["open"], one["delay_ab_min"]) for one in edges} == {
        (CROSSING, 0, 0), (late["crossing_id"], 1, 20),
    }  # fmt: skip


def test_a_crossing_added_as_a_point(run):
    """P104 ends at the border; no Lithuanian road of the sample comes near, so it is refused."""
    point = QgsVectorLayer(
        "Point?crs=EPSG:4326&field=action:string&field=name:string", "by hand", "memory"
    )
    feature = QgsFeature(point.fields())
    feature.setAttributes(["add", "Ford"])
    feature.setGeometry(QgsGeometry.fromWkt("POINT(21.5390 56.2960)"))
    point.dataProvider().addFeatures([feature])
    made = run(
        "buildroadnetwork", **ROADS, CROSSING_OVERRIDES=point, EDGES=TEMPORARY, CROSSINGS=TEMPORARY
    )["CROSSINGS"]
    assert "Ford" in {one["name"] for one in rows(made)}
    assert made.featureCount() == 4


def test_overrides_need_countries_and_a_crossing_that_is_there(refused, tmp_path):
    table = tmp_path / "by_hand.csv"
    table.write_text("action,crossing_id\nclose,LT-LV-0-0\n", encoding="utf-8")
    message = refused("buildroadnetwork", **ROADS, CROSSING_OVERRIDES=str(table), EDGES=TEMPORARY)
    assert "no such crossing" in message and CROSSING in message
    message = refused(
        "buildroadnetwork", ROADS=ROADS["ROADS"], CROSSING_OVERRIDES=str(table), EDGES=TEMPORARY
    )
    assert "no countries" in message


def test_names_after_places(run):
    def nameless(row):
        row.update({key: NULL for key in ("numurs", "kelio_nr") if key in row})

    roads = [copy_of(one, nameless) for one in ROADS["ROADS"]]
    made = run(
        "buildroadnetwork",
        **{**ROADS, "ROADS": roads}, NAMING_PLACES=sample("places"), EDGES=TEMPORARY,
        CROSSINGS=TEMPORARY,
    )["CROSSINGS"]  # fmt: skip
    country = {one["name"]: one["country"] for one in rows(sample("places"))}
    names = [one["name"].split(" – ") for one in rows(made)]
    assert [[country[one] for one in both] for both in names] == [["LT", "LV"]] * 3


@pytest.mark.parametrize("ending", ["graphml", "json"])
def test_the_graph_is_that_of_the_layers(run, tmp_path, ending):
    path = tmp_path / f"network.{ending}"
    made = run("buildroadnetwork", **ROADS, EDGES=TEMPORARY, NODES=TEMPORARY, GRAPH=str(path))
    if ending == "graphml":
        graph = nx.read_graphml(path, force_multigraph=True, edge_key_type=str)
    else:
        graph = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
    edges = rows(made["EDGES"])
    arcs = sum((one["time_fwd_s"] is not None) + (one["time_bwd_s"] is not None) for one in edges)
    assert graph.number_of_edges() == arcs
    assert set(graph.nodes) == {str(one["node_id"]) for one in rows(made["NODES"])}
    parts = nx.number_weakly_connected_components(graph)
    assert parts == len({one["component"] for one in rows(made["NODES"])})
    one = next(one for one in edges if one["ref"] == "A11" and one["time_fwd_s"] is not None)
    arc = graph.edges[str(one["from_node"]), str(one["to_node"]), f"{one['edge_id']} forward"]
    assert arc["time_s"] == one["time_fwd_s"] and arc["country"] == "LV"


def test_a_graph_of_another_ending_is_refused(refused, tmp_path):
    message = refused(
        "buildroadnetwork", **ROADS, EDGES=TEMPORARY, GRAPH=str(tmp_path / "network.gexf")
    )
    assert "network.gexf" in message and ".graphml or .json" in message


def test_points_to_look_at_have_gap_and_reason(run):
    made = run("buildroadnetwork", **ROADS, EDGES=TEMPORARY, ISSUES=TEMPORARY)["ISSUES"]
    (one,) = rows(made)
    assert (one["kind"], one["severity"], one["ref"]) == ("open end", "warning", "P104")
    assert one["message"] == "LV P104: no road abroad ends within 1000 m"
    assert opened(made).isSpatial()
