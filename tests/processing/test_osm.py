"""OpenStreetMap as it comes: an extract drawn by hand, every case of tags with its edges."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from tests.processing.tools import TEMPORARY, inside, rows

EXTRACT = Path(__file__).parent / "osm" / "region.osm"
BORDER = 56.30


@pytest.fixture(scope="module")
def countries():
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326&field=country:string", "countries", "memory")
    for code, south, north in (("LV", BORDER, 56.5), ("LT", 56.1, BORDER)):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code])
        feature.setGeometry(
            QgsGeometry.fromWkt(
                f"POLYGON((21.3 {south}, 21.8 {south}, 21.8 {north}, 21.3 {north}, 21.3 {south}))"
            )
        )
        layer.dataProvider().addFeatures([feature])
    return layer


@pytest.fixture(scope="module")
def built(run, countries, tmp_path_factory):
    path = tmp_path_factory.mktemp("osm") / "network.gpkg"
    run(
        "buildroadnetwork",
        ROADS=[f"{EXTRACT}|layername=lines"], COUNTRIES=countries, COUNTRY_FIELD="country",
        EDGES=inside(path, "edges"), CROSSINGS=inside(path, "crossings"),
        NODES=inside(path, "nodes"),
    )  # fmt: skip
    run.told = run.feedback
    return path


@pytest.fixture(scope="module")
def told(built, run):
    return run.told


@pytest.fixture(scope="module")
def edges(built):
    """Edges by the way they come from."""
    found = {}
    for one in rows(f"{built}|layername=edges"):
        found.setdefault(one["source_id"], []).append(one)
    return found


def directions(one):
    return one["time_fwd_s"] is not None, one["time_bwd_s"] is not None


def test_only_what_a_car_may_use_is_there(edges):
    ways = {one for one in edges if one is not None}
    assert ways == {"100", "101", "102", "103", "104", "105", "108", "110", "111"}


def test_a_road_over_the_border_is_cut_there(edges, built):
    assert {one["country"] for one in edges["101"]} == {"LV", "LT"}
    (crossing,) = rows(f"{built}|layername=crossings")
    assert (crossing["origin"], crossing["ref_a"], crossing["ref_b"]) == ("through", "A1", "A1")
    assert {one["name"] for one in edges["101"]} == {'Robežas & "ceļš"'}


def test_a_bridge_is_not_joined_to_what_it_crosses(edges, built):
    (bridge,) = edges["102"]
    degree = {one["node_id"]: one["degree"] for one in rows(f"{built}|layername=nodes")}
    assert degree[bridge["from_node"]] == degree[bridge["to_node"]] == 1


def test_a_motorway_and_a_roundabout_are_one_way(edges):
    assert [directions(one) for one in edges["102"]] == [(True, False)]
    assert {directions(one) for one in edges["103"]} == {(True, False)}
    assert len(edges["103"]) == 2  # split where the roads meet it
    assert directions(edges["101"][0]) == (True, True)


def test_against_the_line(edges):
    assert [directions(one) for one in edges["104"]] == [(False, True)]


@pytest.mark.parametrize(
    ("way", "kmh"),
    [
        ("100", 90), ("102", 130), ("104", 30 * 1.609344), ("108", 30), ("111", 15), ("101", 80),
        ("105", 60),
    ],
)  # fmt: skip
def test_speeds(edges, way, kmh):
    assert edges[way][0]["speed_kmh"] == pytest.approx(kmh)


def test_a_ferry_takes_its_time(edges):
    (ferry,) = edges["110"]
    assert (ferry["kind"], ferry["name"]) == ("ferry", "Keltas")
    assert ferry["time_fwd_s"] == pytest.approx(20 * 60)


def test_what_is_not_understood_is_said(told):
    warnings = "\n".join(told.warnings)
    assert "values of oneway not understood, taken as open both ways: 'sometimes' (1 rows)" in (
        warnings
    )
    assert "4 that are not roads for cars left out" in "\n".join(told.messages)


@pytest.mark.skipif(not shutil.which("osmium"), reason="osmium is not there to make a PBF")
def test_a_pbf_gives_the_same(run, countries, edges, tmp_path):
    pbf = tmp_path / "region.osm.pbf"
    subprocess.run(["osmium", "cat", str(EXTRACT), "-o", str(pbf)], check=True)
    made = run(
        "buildroadnetwork",
        ROADS=[f"{pbf}|layername=lines"], COUNTRIES=countries, COUNTRY_FIELD="country",
        EDGES=TEMPORARY,
    )["EDGES"]  # fmt: skip
    assert sorted(one["length_m"] for one in rows(made)) == pytest.approx(
        sorted(one["length_m"] for way in edges.values() for one in way)
    )


def test_two_overlapping_extracts_have_each_way_once(run, countries, edges, tmp_path):
    text = EXTRACT.read_text(encoding="utf-8")
    second = tmp_path / "second.osm"  # the southern part, cut out once more
    second.write_text(re.sub(r'<way id="10[03]".*?</way>', "", text, flags=re.DOTALL), "utf-8")
    made = run(
        "buildroadnetwork",
        ROADS=[f"{EXTRACT}|layername=lines", f"{second}|layername=lines"],
        COUNTRIES=countries, COUNTRY_FIELD="country", EDGES=TEMPORARY,
    )["EDGES"]  # fmt: skip
    assert made.featureCount() == sum(map(len, edges.values()))
    assert any("were there twice" in one for one in run.feedback.messages)


def test_a_broken_file_is_refused(refused, countries, tmp_path):
    broken = tmp_path / "broken.osm"
    broken.write_text(EXTRACT.read_text(encoding="utf-8")[:3000], encoding="utf-8")
    message = refused(
        "buildroadnetwork",
        ROADS=[f"{broken}|layername=lines"], COUNTRIES=countries, COUNTRY_FIELD="country",
        EDGES=str(tmp_path / "edges.gpkg"),
    )  # fmt: skip
    assert "cannot be read to its end" in message and "Get it again" in message


@pytest.mark.skipif(not shutil.which("osmium"), reason="osmium is not there to make a PBF")
@pytest.mark.parametrize("missing", [1, 200])
def test_a_truncated_pbf_is_refused(refused, countries, tmp_path, missing):
    pbf = tmp_path / "region.osm.pbf"
    subprocess.run(["osmium", "cat", str(EXTRACT), "-o", str(pbf)], check=True)
    pbf.write_bytes(pbf.read_bytes()[:-missing])
    message = refused(
        "buildroadnetwork",
        ROADS=[f"{pbf}|layername=lines"], COUNTRIES=countries, COUNTRY_FIELD="country",
        EDGES=str(tmp_path / "edges.gpkg"),
    )  # fmt: skip
    assert "cannot be read to its end" in message and "Get it again" in message
