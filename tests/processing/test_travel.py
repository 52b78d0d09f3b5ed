"""Barriers and tables of travel times, through Processing."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from tests.processing.tools import (
    COARSE,
    ENDS,
    PLACES,
    SERVICES,
    TEMPORARY,
    copy_of,
    rows,
    sample,
)  # fmt: skip

TABLE = ["origin_id", "destination_id", "time_min"]


def table_of(made, name="times"):
    """A matrix as a table of travel times, as if it came from elsewhere."""
    fields = "field=origin_id:string&field=destination_id:string&field=time_min:double"
    layer = QgsVectorLayer(f"None?{fields}", name, "memory")
    features = []
    for one in rows(made):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([one[column] for column in TABLE])
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    return layer


@pytest.fixture(scope="module")
def times(run, travel):
    """Minutes from every place to every service, door to door."""
    made = run("traveltimematrix", **travel, **ENDS, OUTPUT=TEMPORARY)
    return table_of(made["OUTPUT"])


@pytest.fixture(scope="module")
def there_and_back(run, travel, times):
    """The same, and minutes from every service to every place: some types run that way."""
    turned = {
        "ORIGINS": ENDS["DESTINATIONS"], "ORIGIN_ID": ENDS["DESTINATION_ID"],
        "DESTINATIONS": ENDS["ORIGINS"], "DESTINATION_ID": ENDS["ORIGIN_ID"],
    }  # fmt: skip
    made = run("traveltimematrix", **travel, **{**ENDS, **turned}, OUTPUT=TEMPORARY)
    found = table_of(made["OUTPUT"])
    found.dataProvider().addFeatures(list(times.getFeatures()))
    return found


def without_network(travel):
    return {name: value for name, value in travel.items() if name != "NETWORK"}


def test_a_table_of_times_stands_in_place_of_the_network(run, travel, there_and_back):
    measures = {"MEASURES": ["nearest", "cumulative"], "THRESHOLD": 25}
    own = run("serviceaccessibility", **travel, **PLACES, **SERVICES, **measures, OUTPUT=TEMPORARY)[
        "OUTPUT"
    ]
    given = run(
        "serviceaccessibility",
        **without_network(travel), **PLACES, **SERVICES, **measures,
        TRAVEL_TIMES=there_and_back, OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    assert given.crs().authid() == "EPSG:25884"
    assert "travel times as given" in given.metadata().abstract()
    assert "by car" not in given.metadata().abstract()
    compared = 0
    for one, two in zip(rows(own), rows(given)):
        for name, value in one.items():
            if name.startswith(("nearest_", "cumulative_")) and "_id_" not in name:
                assert two[name] == (None if value is None else pytest.approx(value, abs=1e-9))
                compared += value is not None
    assert compared > 500


def test_shared_areas_from_a_table(run, travel, there_and_back):
    both = [
        run(
            "sharedserviceareas",
            **more, **PLACES, **SERVICES, **COARSE, AREAS=TEMPORARY, PLACES_OUT=TEMPORARY,
        )
        for more in (travel, {**without_network(travel), "TRAVEL_TIMES": there_and_back})
    ]  # fmt: skip
    own, given = (
        [
            (one["place_id"], one["service_type"], one["category"])
            for one in rows(made["PLACES_OUT"])
        ]
        for made in both
    )
    assert own == given
    assert {one["category"] for one in rows(both[1]["AREAS"])} >= {"own_only", "choice"}


def test_what_cannot_be_meant(refused, travel, times):
    bare = without_network(travel)
    both = {**PLACES, **SERVICES, "OUTPUT": TEMPORARY}
    assert "Neither NETWORK nor TRAVEL_TIMES" in refused("serviceaccessibility", **bare, **both)
    message = refused("serviceaccessibility", **bare, **both, TRAVEL_TIMES=times, COST="distance")
    assert "COST must be time" in message
    message = refused("serviceaccessibility", **bare, **both, TRAVEL_TIMES=times, DIRECTION="from")
    assert "o row runs between the ids" in message and "DIRECTION" in message
    message = refused("serviceaccessibility", **bare, **both, TRAVEL_TIMES=sample("places"))
    assert "field 'origin_id'" in message
    message = refused("serviceaccessibility", **bare, **both, TRAVEL_TIMES=times, BORDER="delay")
    assert "BORDER_DELAY" in message


def test_barriers(run, refused, travel):
    known = {**travel, **PLACES, **SERVICES}
    free = run("serviceaccessibility", **known, OUTPUT=TEMPORARY)["OUTPUT"]
    far = next(n for n, one in enumerate(rows(free)) if one["snap_m"] > 100)
    shape = list(free.getFeatures())[far].geometry()
    wall = QgsVectorLayer(f"Polygon?crs={free.crs().authid()}", "wall", "memory")
    around = QgsFeature()
    around.setGeometry(shape.buffer(50, 8))
    assert wall.dataProvider().addFeatures([around])[0]
    shut = run("serviceaccessibility", **known, BARRIERS=wall, OUTPUT=TEMPORARY)["OUTPUT"]
    differ = [n for n, pair in enumerate(zip(rows(free), rows(shut))) if pair[0] != pair[1]]
    assert far in differ
    assert rows(shut)[far]["status"] == "behind_barrier"
    message = refused(
        "serviceaccessibility",
        **travel, **PLACES, **SERVICES, BARRIERS=sample("services"), OUTPUT=TEMPORARY,
    )  # fmt: skip
    assert "BARRIERS needs lines or polygons" in message


@pytest.mark.parametrize("field", ["edge_id", "from_node", "to_node"])
def test_an_edge_that_has_lost_a_number_is_named(refused, study, travel, field):
    numbers = iter(range(10**6))
    edges = copy_of(
        f"{study}|layername=edges",
        lambda row: row.update({field: None if next(numbers) == 2 else row[field]}),
    )
    number = rows(f"{study}|layername=edges")[2]["edge_id"]
    message = refused("traveltimematrix", **{**travel, "NETWORK": edges}, **ENDS, OUTPUT=TEMPORARY)
    assert "without their numbers" in message
    assert field == "edge_id" or str(number) in message


@pytest.mark.parametrize("shape", ["POLYGON EMPTY", "POLYGON((21 56, 21 56, 21 56, 21 56))"])
def test_countries_without_an_area_are_refused(refused, travel, shape):
    countries = copy_of(sample("municipalities"))
    flat = QgsGeometry.fromWkt(shape)
    countries.dataProvider().changeGeometryValues(
        {one.id(): flat for one in countries.getFeatures()}
    )
    given = {**travel, "COUNTRIES": countries}
    message = refused("fastestroutes", **given, **ENDS, NEAREST=1, OUTPUT=TEMPORARY)
    assert "Traceback" not in message and "defect" not in message
    assert "area" in message or "geometr" in message
