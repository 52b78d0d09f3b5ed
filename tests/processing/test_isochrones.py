"""Isochrones as a user has them: what they hold, and what is refused."""

import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import NULL, QgsRasterLayer, QgsWkbTypes

from smart_planning_plugin.cartography.identity import kind_of
from tests.processing.tools import (
    PLACES,
    TEMPORARY,
    Feedback,
    copy_of,
    left_behind,
    opened,
    rows,
    sample,
    types_of,
)

ORIGINS = {"ORIGINS": sample("services"), "ORIGIN_ID": "service_id"}
POSTS = {"CUTOFFS": "15,30", "CELL_SIZE": 1500}


@pytest.fixture(scope="module")
def posts():
    """The ambulance posts, with a turn-out time and cut-offs of some."""

    def change(row):
        row["turnout"] = 2.0 if row["country"] == "LV" else NULL
        row["own"] = 20.0 if row["country"] == "LV" else NULL
        return row["type"] == "ambulance_post"

    layer = copy_of(ORIGINS["ORIGINS"], change, fields=["turnout:double", "own:double"])
    return {"ORIGINS": layer, "ORIGIN_ID": "service_id"}


def shapes_of(reference):
    return [one.geometry() for one in opened(reference).getFeatures()]


def test_what_they_hold(run, travel, posts, tmp_path):
    path = str(tmp_path / "isochrones.gpkg")
    made = run("isochrones", **travel, **posts, **POSTS, **PLACES, OUTPUT=path)["OUTPUT"]
    layer = opened(made)
    assert types_of(layer).items() >= {
        "service_id": "text", "origin_id": "text", "from_min": "real", "to_min": "real",
        "area_km2": "real", "population": "real", "snap_m": "real", "access_min": "real",
        "status": "text",
    }.items()  # fmt: skip
    assert QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry
    found = rows(layer)
    assert len(found) == 2 * posts["ORIGINS"].featureCount()
    assert [one["to_min"] for one in found] == sorted(
        (one["to_min"] for one in found), reverse=True
    )
    shape = {
        (one["origin_id"], one["to_min"]): geometry
        for one, geometry in zip(found, shapes_of(layer))
    }
    people = {(one["origin_id"], one["to_min"]): one["population"] for one in found}
    for (origin, to), geometry in shape.items():
        assert geometry.isGeosValid()
        if to == 15:
            assert geometry.difference(shape[origin, 30]).area() < 1
            assert people[origin, 15] <= people[origin, 30]
    assert max(people.values()) > 10000


def test_rings_and_split_make_the_merged_area(run, travel, posts):
    given = {**travel, **posts, **POSTS, **PLACES, "OUTPUT": TEMPORARY}
    merged = rows(run("isochrones", **given, COMBINE="merged")["OUTPUT"])
    assert [one["origin_id"] for one in merged] == [None, None]
    whole, inner = (next(one for one in merged if one["to_min"] == to) for to in (30, 15))
    rings = run("isochrones", **given, COMBINE="split", RINGS=True)["OUTPUT"]
    found = [one for one in rows(rings) if one["status"] == "ok"]
    assert sum(one["area_km2"] for one in found) == pytest.approx(whole["area_km2"], rel=1e-6)
    assert sum(one["population"] for one in found) == pytest.approx(whole["population"])
    first = [one for one in found if one["from_min"] == 0]
    assert sum(one["area_km2"] for one in first) == pytest.approx(inner["area_km2"], rel=1e-6)
    bands = [one for one in shapes_of(rings) if not one.isNull()]
    for number, one in enumerate(bands):
        for other in bands[:number]:
            assert one.intersection(other).area() < 1
        for part in one.asGeometryCollection():  # no splinters where two borders are one
            assert part.area() > 0.001 * part.length()


def test_areas_end_at_the_coast(run, travel, posts):
    import processing

    land = processing.run(
        "native:dissolve", {"INPUT": sample("municipalities"), "OUTPUT": TEMPORARY}
    )["OUTPUT"]
    made = run("isochrones", **travel, **posts, **POSTS, COMBINE="merged", OUTPUT=TEMPORARY)[
        "OUTPUT"
    ]
    there = processing.run(
        "native:reprojectlayer", {"INPUT": land, "TARGET_CRS": made.crs(), "OUTPUT": TEMPORARY}
    )["OUTPUT"]
    (ground,) = shapes_of(there)
    for one in shapes_of(made):
        assert one.difference(ground.buffer(51, 8)).area() < 1e4


def test_roads(run, travel, posts):
    made = run("isochrones", **travel, **posts, CUTOFFS="15", SHAPE="roads", OUTPUT=TEMPORARY)[
        "OUTPUT"
    ]
    assert QgsWkbTypes.geometryType(made.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry
    for one, geometry in zip(rows(made), shapes_of(made)):
        assert one["length_km"] == pytest.approx(geometry.length() / 1000, rel=0.005)
        assert one["area_km2"] is None and one["population"] is None


def test_turnout_and_cutoffs_of_their_own(run, travel, posts):
    given = {**travel, **posts, "SHAPE": "roads", "OUTPUT": TEMPORARY}
    plain = run("isochrones", **given, CUTOFFS="18,30")["OUTPUT"]
    own = run("isochrones", **given, CUTOFFS="30", CUTOFF_FIELD="own", TURNOUT_FIELD="turnout")[
        "OUTPUT"
    ]
    length = {(one["origin_id"], one["to_min"]): one["length_km"] for one in rows(plain)}
    for one in rows(own):
        latvian = one["country"] == "LV"
        assert one["to_min"] == (20 if latvian else 30)
        same = length[one["origin_id"], 18 if latvian else 30]
        assert one["length_km"] == pytest.approx(same)


def test_surface(run, travel, posts, tmp_path):
    path = tmp_path / "surface.tif"
    made = run("isochrones", **travel, **posts, **POSTS, OUTPUT=TEMPORARY, SURFACE=str(path))
    layer = QgsRasterLayer(made["SURFACE"], "surface")
    assert layer.isValid() and layer.crs() == made["OUTPUT"].crs()
    assert layer.renderer().type() == "singlebandpseudocolor"  # from the style beside it
    layer.loadDefaultMetadata()
    assert kind_of(layer) == "isochrones.SURFACE"
    assert json.loads(layer.metadata().history()[0].split(": ", 1)[1])["CUTOFFS"] == "15,30"
    dataset = gdal.Open(str(path))
    band = dataset.GetRasterBand(1)
    values = band.ReadAsArray()
    there = values != band.GetNoDataValue()
    assert 0 < there.sum() < there.size
    assert values[there].min() >= 0 and values[there].max() <= 30
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "surface.qmd", "surface.qml", "surface.tif",
    ]  # fmt: skip
    # the ground that is reached, counted in cells and as an area
    merged = rows(
        run("isochrones", **travel, **posts, **POSTS, COMBINE="merged", OUTPUT=TEMPORARY)["OUTPUT"]
    )
    assert there.sum() * 1.5**2 == pytest.approx(merged[0]["area_km2"], rel=0.05)


def test_distance(run, travel, posts):
    made = run(
        "isochrones",
        **travel,
        **posts,
        COST="distance",
        CUTOFFS="10",
        CELL_SIZE=1500,
        OUTPUT=TEMPORARY,
    )["OUTPUT"]
    assert {"from_km", "to_km"} <= set(made.fields().names())
    assert {one["to_km"] for one in rows(made)} == {10}


def test_water_is_left_out(run, travel, posts):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    first = next(posts["ORIGINS"].getFeatures()).geometry().asPoint()
    lake = QgsVectorLayer(f"Polygon?crs={posts['ORIGINS'].crs().authid()}", "lake", "memory")
    feature = QgsFeature()
    size = 0.02
    feature.setGeometry(
        QgsGeometry.fromPointXY(first)
        .buffer(size, 8)
        .difference(QgsGeometry.fromPointXY(first).buffer(size / 2, 8))
    )
    lake.dataProvider().addFeatures([feature])
    given = {**travel, **posts, **POSTS, "COMBINE": "merged", "OUTPUT": TEMPORARY}
    dry = rows(run("isochrones", **given)["OUTPUT"])[0]["area_km2"]
    made = run("isochrones", **given, BARRIERS=lake)["OUTPUT"]
    assert rows(made)[0]["area_km2"] < dry - 1


@pytest.mark.parametrize(
    ("cutoffs", "told"),
    [("a few", "not numbers"), ("15,x", "not numbers"), ("30,15", "rise"), ("15,15", "rise"),
     ("-5,10", "above 0"), ("0,10", "above 0"), ("nan", "not numbers"), (" , ", "not numbers")],
)  # fmt: skip
def test_wrong_cutoffs_are_refused(refused, travel, cutoffs, told):
    message = refused("isochrones", **travel, **ORIGINS, CUTOFFS=cutoffs, OUTPUT=TEMPORARY)
    assert "CUTOFFS" in message and told in message


def test_wrong_origins_are_refused(refused, travel, posts):
    def nothing(row):
        return False

    def twin(row):
        row["service_id"] = "the same"

    def nowhere(row):
        row["geometry"] = None

    def early(row):
        row["turnout"] = -1.0

    def no_time(row):
        row["own"] = 0.0

    layer = posts["ORIGINS"]
    given = {**travel, "ORIGIN_ID": "service_id", "OUTPUT": TEMPORARY}
    assert "no rows" in refused("isochrones", **given, ORIGINS=copy_of(layer, nothing))
    message = refused("isochrones", **given, ORIGINS=copy_of(layer, twin))
    assert "more than once" in message and "the same" in message
    assert "no_geometry" in refused("isochrones", **given, ORIGINS=copy_of(layer, nowhere))
    message = refused("isochrones", **given, ORIGINS=copy_of(layer, early), TURNOUT_FIELD="turnout")
    assert "turnout" in message and "negative" in message
    message = refused("isochrones", **given, ORIGINS=copy_of(layer, no_time), CUTOFF_FIELD="own")
    assert "own" in message and "above 0" in message
    message = refused("isochrones", **{**given, **posts}, TURNOUT_FIELD="turnout", COST="distance")
    assert "TURNOUT_FIELD" in message
    assert "CELL_SIZE" in refused("isochrones", **{**given, **posts}, CELL_SIZE=1)


def test_an_origin_that_cannot_be_used_says_so(run, travel, posts):
    def first_away(row):
        if row["service_id"] == first:
            row["geometry"] = None

    first = next(posts["ORIGINS"].getFeatures())["service_id"]
    layer = copy_of(posts["ORIGINS"], first_away)
    for combine in ("separate", "merged", "split"):
        made = run(
            "isochrones",
            **travel,
            ORIGINS=layer,
            ORIGIN_ID="service_id",
            **POSTS,
            COMBINE=combine,
            OUTPUT=TEMPORARY,
        )["OUTPUT"]
        lost = [one for one in rows(made) if one["status"] == "no_geometry"]
        assert [one["origin_id"] for one in lost] == [first]
        assert any("could not be used" in one for one in run.feedback.warnings)


@pytest.mark.parametrize("looks", [2, 5])
def test_cancelled_leaves_nothing(run, travel, posts, tmp_path, looks):
    feedback = Feedback(looks)
    given = {"OUTPUT": str(tmp_path / "o.gpkg"), "SURFACE": str(tmp_path / "s.tif")}
    made = run("isochrones", feedback, **travel, **posts, **POSTS, **given)
    assert (
        not made.get("OUTPUT")
        and list(Path(tmp_path).iterdir()) == []
        and left_behind(tmp_path) == []
    )


def test_the_same_bytes_each_time(run, travel, posts):
    given = {**travel, **posts, **POSTS, "COMBINE": "split", "OUTPUT": TEMPORARY}
    one, two = (run("isochrones", **given)["OUTPUT"] for _ in range(2))
    assert [bytes(a.asWkb()) for a in shapes_of(one)] == [bytes(b.asWkb()) for b in shapes_of(two)]
    assert np.isfinite([row["area_km2"] or 0 for row in rows(one)]).all()
