"""An extract of OpenStreetMap with what borders do to roads, and countries that do not fit."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from tests.processing.test_osm import directions
from tests.processing.tools import EXTRACTS, TEMPORARY, inside, rows

EXTRACT = f"{EXTRACTS / 'border.osm'}|layername=lines"
ENCLAVE = "22.2 56.35, 22.21 56.35, 22.21 56.355, 22.2 56.355, 22.2 56.35"
# LV and LT: what the two sets say of the border between them
FITS = {
    "exact": (56.30, 56.30),
    "a gap of 4 m": (56.30002, 56.29998),
    "an overlap of 4 m": (56.29998, 56.30002),
}


def countries(lv_south, lt_north):
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=country:string", "made", "memory")
    for code, south, north, more in (
        ("LV", lv_south, 56.5, f", ({ENCLAVE})"),  # a hole where the enclave is
        ("LT", 56.1, lt_north, f")), (({ENCLAVE}"),
    ):
        box = f"21.5 {south}, 22.8 {south}, 22.8 {north}, 21.5 {north}, 21.5 {south}"
        wkt = f"MULTIPOLYGON((({box}){more}))" if code == "LV" else f"MULTIPOLYGON((({box}{more})))"
        feature = QgsFeature(layer.fields())
        feature.setAttributes([code])
        feature.setGeometry(QgsGeometry.fromWkt(wkt).densifyByDistance(0.005))  # along the parallel
        assert layer.dataProvider().addFeatures([feature])[0]
    return layer


@pytest.fixture(scope="module", params=FITS)
def built(request, run, tmp_path_factory):
    path = tmp_path_factory.mktemp("border") / "network.gpkg"
    run(
        "buildroadnetwork",
        ROADS=[EXTRACT], COUNTRIES=countries(*FITS[request.param]), COUNTRY_FIELD="country",
        EDGES=inside(path, "edges"), CROSSINGS=inside(path, "crossings"),
    )  # fmt: skip
    return path, run.feedback


@pytest.fixture(scope="module")
def ways(built):
    """Edges by the way they come from; crossings under None."""
    found = {}
    for one in rows(f"{built[0]}|layername=edges"):
        found.setdefault(one["source_id"], []).append(one)
    return found


def by_place(built):
    """Number of crossings around each of the cases."""
    count = {"roundabout": 0, "along": 0, "enclave": 0, "else": 0}
    for one in rows(f"{built[0]}|layername=crossings"):
        lat, lon = (float(part) for part in one["crossing_id"].split("-", 2)[2].split("-"))
        case = "enclave" if lat > 56.34 else "roundabout" if lon < 22.02 else "along"
        count[case] += 1
    return count


def test_crossings(built):
    assert by_place(built) == {"roundabout": 2, "along": 10, "enclave": 2, "else": 0}


def test_a_roundabout_on_the_border_keeps_its_direction(ways):
    assert {directions(one) for one in ways["200"]} == {(True, False)}
    assert sorted(one["country"] for one in ways["200"]) == ["LT", "LT", "LV", "LV"]
    assert [one["country"] for one in ways["201"] + ways["202"]] == ["LV", "LT"]


def test_a_road_along_the_border_takes_turns(ways):
    assert sorted(one["country"] for one in ways["203"]) == ["LT"] * 6 + ["LV"] * 5
    # gravel, and a speed nobody understands: the default of each country for unpaved roads, or less
    assert {one["speed_kmh"] for one in ways["203"]} == {50}


def test_an_enclave_is_the_other_country(ways):
    assert sorted(one["country"] for one in ways["204"]) == ["LT", "LV", "LV"]
    (inner,) = [one["length_m"] for one in ways["204"] if one["country"] == "LT"]
    assert inner == pytest.approx(619, abs=5)


def test_what_is_far_outside_is_left_out_and_said(ways, built):
    assert "205" not in ways
    warnings = "\n".join(built[1].warnings)
    assert "0.6 km lie further outside every country than COUNTRY_TOLERANCE" in warnings
    assert "'when dry' (1 rows)" in warnings and "'walk' (1 rows)" in warnings


def test_levels_count_only_when_planar_noding_is_asked_for(run, ways):
    assert len(ways["201"]) == len(ways["206"]) == len(ways["207"]) == 1
    made = run(
        "buildroadnetwork",
        ROADS=[EXTRACT], COUNTRIES=countries(56.30, 56.30), COUNTRY_FIELD="country", PLANAR=True,
        EDGES=TEMPORARY,
    )["EDGES"]  # fmt: skip
    found = [one["source_id"] for one in rows(made)]
    assert (found.count("201"), found.count("206"), found.count("207")) == (2, 1, 2)
    assert any("1 places where lines of one level cross" in one for one in run.feedback.messages)
