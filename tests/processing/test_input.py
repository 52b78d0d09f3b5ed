"""Bad input: a clear message before anything is written, or a row with its status."""

import re

import pytest
from qgis.core import NULL, QgsGeometry, QgsPointXY, QgsVectorLayer

from tests.processing.tools import (
    COARSE,
    ENDS,
    PLACES,
    ROADS,
    SERVICES,
    TEMPORARY,
    copy_of,
    inside,
    left_behind,
    opened,
    rows,
    sample,
)


def says(message, *words):
    """The message names what is wrong, and ends with advice."""
    for word in words:
        assert word.lower() in message.lower(), message


@pytest.fixture
def out(tmp_path):
    return str(tmp_path / "out.gpkg")


def first(count, **changes):
    """A change for `copy_of`: the first rows get other values."""
    seen = []

    def change(row):
        if len(seen) < count:
            row.update(changes)
        seen.append(row)

    return change


# ---------------------------------------------------------------- structure: layers, CRS, fields


def test_no_line_layer(refused, out):
    says(refused("buildroadnetwork", **{**ROADS, "ROADS": []}, EDGES=out), "ROADS")


def test_points_are_no_roads(refused, out):
    roads = [sample("places")]
    message = refused("buildroadnetwork", **{**ROADS, "ROADS": roads}, EDGES=out)
    says(message, "ROADS needs lines", "points")


def test_empty_layer(refused, out):
    empty = copy_of(sample("roads_lv"), lambda row: False)
    says(
        refused("buildroadnetwork", **{**ROADS, "ROADS": [empty]}, EDGES=out),
        "layer 'roads_lv'", "ROADS has no rows",
    )  # fmt: skip


def test_layer_without_crs(refused, out):
    roads = copy_of(sample("roads_lv"), crs=False)
    says(
        refused("buildroadnetwork", **{**ROADS, "ROADS": [roads]}, EDGES=out),
        "layer 'roads_lv'", "no coordinate reference system", "Set it in the layer's properties",
    )  # fmt: skip


def test_places_without_crs(refused, travel, out):
    places = copy_of(sample("places"), crs=False)
    says(
        refused(
            "serviceaccessibility", **travel, **{**PLACES, "PLACES": places}, **SERVICES, OUTPUT=out
        ),
        "layer 'places'", "no coordinate reference system",
    )  # fmt: skip


def test_a_field_that_is_not_there_lists_those_that_are(refused, travel, out):
    wrong = {**PLACES, "POPULATION_FIELD": "people"}
    says(
        refused("serviceaccessibility", **travel, **wrong, **SERVICES, OUTPUT=out),
        "layer 'places'", "field 'people'", "POPULATION_FIELD", "pop_7_18",
    )  # fmt: skip
    wrong = {**ENDS, "DESTINATION_ID": "nr"}
    says(
        refused("traveltimematrix", **travel, **wrong, OUTPUT=out),
        "layer 'services'", "field 'nr'", "DESTINATION_ID", "service_id",
    )  # fmt: skip
    says(
        refused("buildroadnetwork", **{**ROADS, "COUNTRY_FIELD": "land"}, EDGES=out),
        "layer 'municipalities'", "field 'land'", "COUNTRY_FIELD", "country",
    )  # fmt: skip
    says(
        refused("buildroadnetwork", **ROADS, SPEED_FIELD="atl_atrums,tempo", EDGES=out),
        "SPEED_FIELD", "field 'tempo'", "greitis",
    )  # fmt: skip


def test_a_layer_without_the_field_that_goes_with_it(refused, travel, out):
    says(
        refused("buildroadnetwork", **{**ROADS, "COUNTRY_FIELD": ""}, EDGES=out),
        "COUNTRIES is given, but COUNTRY_FIELD is empty", "Choose the field",
    )  # fmt: skip
    says(
        refused(
            "sharedserviceareas",
            **travel, **PLACES, **SERVICES, MUNICIPALITIES=sample("municipalities"), AREAS=out,
        ),
        "MUNICIPALITY_NAME_FIELD is empty",
    )  # fmt: skip


def test_a_layer_that_cannot_be_opened(refused, travel, out):
    wrong = {**PLACES, "PLACES": sample("villages")}
    says(refused("serviceaccessibility", **travel, **wrong, **SERVICES, OUTPUT=out), "PLACES")


def test_edges_that_are_none(refused, travel, out):
    wrong = {**travel, "NETWORK": sample("roads_lv")}
    says(
        refused("traveltimematrix", **wrong, **ENDS, OUTPUT=out),
        "layer 'roads_lv'", "not a layer of edges", "Build road network",
    )  # fmt: skip


def test_analysis_crs(refused, out):
    says(
        refused("buildroadnetwork", **ROADS, ANALYSIS_CRS="EPSG:4326", EDGES=out),
        "EPSG:4326 has degrees", "Choose a projected CRS as ANALYSIS_CRS",
    )  # fmt: skip
    says(
        refused("buildroadnetwork", **ROADS, ANALYSIS_CRS="EPSG:3857", EDGES=out),
        "EPSG:3857", "wrong by up to", "ANALYSIS_CRS",
    )  # fmt: skip


# ---------------------------------------------------------------- values


@pytest.mark.parametrize("speed", [0, -50])
def test_all_speeds_zero_or_negative(refused, out, speed):
    roads = copy_of(sample("roads_lv"), lambda row: row.update(atl_atrums=speed))
    says(
        refused("buildroadnetwork", **{**ROADS, "ROADS": [roads]}, EDGES=out),
        "layer 'roads_lv'", "field 'atl_atrums'", "all speeds are 0 or negative", "SPEED_FIELD",
    )  # fmt: skip


def test_missing_country_codes(refused, out):
    countries = copy_of(sample("municipalities"), first(2, country=NULL))
    says(
        refused("buildroadnetwork", **{**ROADS, "COUNTRIES": countries}, EDGES=out),
        "layer 'municipalities'", "field 'country'", "feature 1, feature 2", "Fill the field",
    )  # fmt: skip


def test_one_country_has_no_border_to_share_over(run, refused, travel, out, tmp_path):
    parameters = {**ROADS, "COUNTRIES": None, "COUNTRY_FIELD": None}
    edges = run("buildroadnetwork", **parameters, EDGES=str(tmp_path / "one.gpkg"))["EDGES"]
    one = {**travel, "NETWORK": edges, "COUNTRIES": None, "COUNTRY_FIELD": None}
    says(
        refused("sharedserviceareas", **one, **PLACES, **SERVICES, AREAS=out),
        "layer 'NETWORK'", "one country only", "COUNTRIES and COUNTRY_FIELD",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("algorithm", "output"), [("serviceaccessibility", "OUTPUT"), ("sharedserviceareas", "AREAS")]
)
def test_negative_population(refused, travel, out, algorithm, output):
    places = copy_of(sample("places"), first(7, population=-1))
    ids = ", ".join(one["place_id"] for one in rows(places)[:5])
    says(
        refused(
            algorithm,
            **travel, **{**PLACES, "PLACES": places}, **SERVICES, **COARSE_FOR(algorithm),
            **{output: out},
        ),
        "layer 'places'", "field 'population'", "negative values", f"({ids} and 2 more)",
        "Mend the data",
    )  # fmt: skip


def COARSE_FOR(algorithm):
    return COARSE if algorithm == "sharedserviceareas" else {}


def test_negative_capacity(refused, travel, out):
    services = copy_of(sample("services"), first(1, capacity=-3))
    wrong = {**SERVICES, "SERVICES": services, "CAPACITY_FIELD": "capacity"}
    says(
        refused("serviceaccessibility", **travel, **PLACES, **wrong, OUTPUT=out),
        "layer 'services'", "field 'capacity'", "negative values",
    )  # fmt: skip


def test_duplicate_ids(refused, travel, out):
    places = copy_of(sample("places"), first(2, place_id="twice"))
    says(
        refused(
            "serviceaccessibility", **travel, **{**PLACES, "PLACES": places}, **SERVICES, OUTPUT=out
        ),
        "layer 'places'", "field 'place_id'", "more than once", "(twice)", "unique values",
    )  # fmt: skip
    services = copy_of(sample("services"), first(2, service_id="twice"))
    for algorithm, parameters in (
        ("serviceaccessibility", {**PLACES, **SERVICES, "SERVICES": services, "OUTPUT": out}),
        ("traveltimematrix", {**ENDS, "DESTINATIONS": services, "OUTPUT": out}),
    ):
        message = refused(algorithm, **travel, **parameters)
        says(message, "layer 'services'", "field 'service_id'", "(twice)")


def test_null_ids(refused, travel, out):
    places = copy_of(sample("places"), first(6, place_id=NULL))
    message = refused("traveltimematrix", **travel, **{**ENDS, "ORIGINS": places}, OUTPUT=out)
    says(message, "layer 'places'", "field 'place_id'", "ids are missing", "and 1 more")
    assert re.search(r"\(feature \d+, ", message)


def test_no_services(refused, travel, out):
    none = {**SERVICES, "SERVICE_FILTER": "\"type\" = 'opera'"}
    says(
        refused("serviceaccessibility", **travel, **PLACES, **none, OUTPUT=out),
        "layer 'services'", "no service is left", "SERVICE_FILTER",
    )  # fmt: skip


def test_no_service_of_a_type_near_a_road(refused, travel, out):
    far = QgsGeometry.fromPointXY(QgsPointXY(10, 50))

    def change(row):
        if row["type"] == "swimming_pool":
            row["geometry"] = far

    services = copy_of(sample("services"), change)
    for algorithm, output in (("serviceaccessibility", "OUTPUT"), ("sharedserviceareas", "AREAS")):
        message = refused(
            algorithm,
            **travel, **PLACES, **{**SERVICES, "SERVICES": services}, **COARSE_FOR(algorithm),
            **{output: out},
        )  # fmt: skip
        says(message, "'swimming_pool'", "SNAP_DISTANCE")


def test_a_table_of_types_that_cannot_be(refused, travel, out):
    types = copy_of(sample("service_types"), first(1, shareability="maybe"))
    says(
        refused(
            "sharedserviceareas",
            **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": types}, **COARSE, AREAS=out,
        ),
        "SERVICE_TYPES", "field 'shareability'", "agreement, free_choice",
    )  # fmt: skip
    types = copy_of(sample("service_types"), lambda row: row.update(demand_field="pop_0_3"))
    says(
        refused(
            "sharedserviceareas",
            **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": types}, **COARSE, AREAS=out,
        ),
        "layer 'places'", "field 'pop_0_3'", "demand_field",
    )  # fmt: skip


@pytest.mark.parametrize(("name", "value"), [("THRESHOLD", 0), ("ADVANTAGE", 0), ("CELL_SIZE", 0)])
def test_numbers_that_must_be_above_zero(refused, travel, out, name, value):
    message = refused(
        "sharedserviceareas", **travel, **PLACES, **SERVICES, **{name: value}, AREAS=out
    )
    says(message, name)


def test_cells_too_small(refused, travel, out):
    message = refused("sharedserviceareas", **travel, **PLACES, **SERVICES, CELL_SIZE=5, AREAS=out)
    says(message, "CELL_SIZE of 5 m", "cells", "Choose at least")


def test_no_place_can_be_used(refused, travel, out):
    far = QgsGeometry.fromPointXY(QgsPointXY(10, 50))
    places = copy_of(sample("places"), lambda row: row.update(geometry=far))
    for algorithm, output in (("serviceaccessibility", "OUTPUT"), ("sharedserviceareas", "AREAS")):
        parameters = {**travel, **PLACES, "PLACES": places, **SERVICES, **COARSE_FOR(algorithm)}
        if algorithm == "sharedserviceareas":
            parameters["STUDY_AREA"] = sample("municipalities")
        message = refused(algorithm, **parameters, **{output: out})
        says(message, "layer 'places'", "no row can be used", "too_far", "SNAP_DISTANCE")


# ---------------------------------------------------------------- outputs


def test_read_only_output(refused, travel, tmp_path):
    path = tmp_path / "old.gpkg"
    path.write_bytes(b"old")
    path.chmod(0o444)
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=str(path))
    says(message, "OUTPUT", str(path), "read-only", "choose another file")
    assert path.read_bytes() == b"old"


def test_impossible_folder(refused, travel, tmp_path):
    (tmp_path / "file").write_text("no folder")
    message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=str(tmp_path / "file/out.csv"))
    says(message, "OUTPUT", "Choose another folder")


def test_output_onto_its_input(run, refused, travel, tmp_path):
    path = tmp_path / "places.geojson"
    run("native:savefeatures", INPUT=sample("places"), OUTPUT=str(path))
    onto = {**PLACES, "PLACES": str(path)}
    message = refused("serviceaccessibility", **travel, **onto, **SERVICES, OUTPUT=str(path))
    says(message, "OUTPUT would overwrite an input", "Choose another output")
    link = tmp_path / "link.geojson"
    link.symlink_to(path)
    message = refused("serviceaccessibility", **travel, **onto, **SERVICES, OUTPUT=str(link))
    says(message, "OUTPUT would overwrite an input")


def test_output_onto_the_table_of_an_input(run, refused, travel, tmp_path):
    path = tmp_path / "mine.gpkg"
    run("native:savefeatures", INPUT=sample("places"), OUTPUT=str(path), LAYER_NAME="places")
    onto = {**PLACES, "PLACES": f"{path}|layername=places"}
    for output in (inside(path, "places"), str(path)):  # the same table; the whole file
        message = refused("serviceaccessibility", **travel, **onto, **SERVICES, OUTPUT=output)
        says(message, "OUTPUT would overwrite an input")
    out = run("serviceaccessibility", **travel, **onto, **SERVICES, OUTPUT=inside(path, "beside"))[
        "OUTPUT"
    ]
    assert opened(out).featureCount() == opened(f"{path}|layername=places").featureCount()


def test_output_onto_one_of_several_inputs(run, refused, tmp_path):
    path = tmp_path / "roads.gpkg"
    run("native:savefeatures", INPUT=sample("roads_lv"), OUTPUT=str(path), LAYER_NAME="roads")
    roads = [sample("roads_lt"), str(path)]
    message = refused("buildroadnetwork", **{**ROADS, "ROADS": roads}, EDGES=str(path))
    says(message, "EDGES would overwrite an input")


def test_two_outputs_onto_one(refused, travel, tmp_path):
    path = tmp_path / "both.gpkg"
    for one, other in (
        (str(path), str(path)),
        (inside(path, "a"), inside(path, "a")),
        (inside(path, "a"), str(path)),
        (str(path), str(tmp_path / "x" / ".." / "both.gpkg")),
    ):
        message = refused("traveltimematrix", **travel, **ENDS, OUTPUT=one, UNREACHED=other)
        says(message, "OUTPUT", "UNREACHED", "same place", "a file or a table of its own")


def test_two_tables_in_one_geopackage(run, travel, tmp_path):
    path = tmp_path / "both.gpkg"
    made = run(
        "traveltimematrix",
        **travel, **ENDS, NEAREST=1, OUTPUT=inside(path, "a"), UNREACHED=inside(path, "b"),
    )  # fmt: skip
    assert made == {"OUTPUT": f"{path}|layername=a", "UNREACHED": f"{path}|layername=b"}
    assert opened(made["OUTPUT"]).featureCount() == opened(ENDS["ORIGINS"]).featureCount()
    assert opened(made["UNREACHED"]).isValid()
    assert left_behind(tmp_path) == []


# ---------------------------------------------------------------- a row with its status


@pytest.fixture
def odd_places():
    """The places of the sample, the first five of them each with something of its own."""
    changes = iter(
        [
            {"geometry": QgsGeometry()},
            {"geometry": QgsGeometry.fromPointXY(QgsPointXY(19.5, 56.5))},
            {"country": "EE"},
            {"population": NULL},
            {"population": 0},
        ]
    )

    def change(row):
        row.update(next(changes, {}))

    return copy_of(sample("places"), change)


WANTED = ["no_geometry", "too_far", "no_country", "no_population", "ok"]


def test_status_of_places(run, travel, odd_places):
    out = run(
        "serviceaccessibility",
        **travel, **{**PLACES, "PLACES": odd_places}, **SERVICES,
        MEASURES=["nearest", "cumulative"], OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    found = rows(out)
    assert [one["status"] for one in found[:5]] == WANTED
    assert {one["status"] for one in found[5:]} == {"ok"}
    assert [one["place_id"] for one in found] == [one["place_id"] for one in rows(odd_places)]
    for one in found[:3]:  # nothing known, never 0
        assert one["nearest_planned_hospital"] is None
        assert one["cumulative_planned_hospital"] is None
        assert one["snap_m"] is None
    for one in found[3:5]:
        assert one["nearest_planned_hospital"] > 0
    assert not next(out.getFeatures()).hasGeometry()
    text = "\n".join(run.feedback.warnings)
    says(text, "places: 3 of 247 rows could not be used", "no_country: 1", "too_far: 1")


def test_status_of_shared_places(run, travel, odd_places, tmp_path):
    made = run(
        "sharedserviceareas",
        **travel, **{**PLACES, "PLACES": odd_places}, **SERVICES, **COARSE,
        AREAS=TEMPORARY, PLACES_OUT=str(tmp_path / "places.gpkg"),
    )  # fmt: skip
    places = rows(made["PLACES_OUT"])
    kind = places[0]["service_type"]
    places = [one for one in places if one["service_type"] == kind]
    assert [one["status"] for one in places[:5]] == WANTED
    assert [one["category"] for one in places[:3]] == ["no_data"] * 3
    assert all(one["category"] != "no_data" for one in places[3:])
    people = sum(one["population"] for one in rows(made["AREAS"]) if one["service_type"] == kind)
    assert people == pytest.approx(sum(one["people"] for one in places))


def test_status_in_the_matrix(run, travel, odd_places):
    made = run(
        "traveltimematrix",
        **travel, **{**ENDS, "ORIGINS": odd_places}, OUTPUT=TEMPORARY, UNREACHED=TEMPORARY,
    )  # fmt: skip
    ids = [one["place_id"] for one in rows(odd_places)[:2]]
    status = {
        id_: {one["status"] for one in rows(made["OUTPUT"]) if one["origin_id"] == id_}
        for id_ in ids
    }
    assert list(status.values()) == [{"origin no_geometry"}, {"origin too_far"}]
    assert [(one["role"], one["id"], one["reason"]) for one in rows(made["UNREACHED"])] == [
        ("origin", ids[0], "no_geometry"),
        ("origin", ids[1], "too_far"),
    ]


def test_status_of_services(run, travel, tmp_path):
    services = copy_of(sample("services"), first(1, geometry=QgsGeometry()))
    made = run(
        "sharedserviceareas",
        **travel, **PLACES, **{**SERVICES, "SERVICES": services}, **COARSE,
        AREAS=TEMPORARY, FACILITIES=str(tmp_path / "facilities.gpkg"),
    )  # fmt: skip
    found = rows(made["FACILITIES"])
    assert len(found) == services.featureCount()
    assert found[0]["status"] == "no_geometry"
    says("\n".join(run.feedback.warnings), "services: 1 of 140 rows could not be used")


def test_rows_without_a_line_are_counted(run):
    roads = copy_of(sample("roads_lv"), first(2, geometry=QgsGeometry()))
    run("buildroadnetwork", **{**ROADS, "ROADS": [roads, sample("roads_lt")]}, EDGES=TEMPORARY)
    says("\n".join(run.feedback.warnings), "roads_lv: 2 rows without a line were left out")


def test_a_csv_without_types_is_read_as_a_table(run, travel, tmp_path):
    path = tmp_path / "types.csv"
    path.write_text("type,threshold_min,shareability\nswimming_pool,20,agreement\n")
    types = QgsVectorLayer(f"{path}", "types", "ogr")
    made = run(
        "sharedserviceareas",
        **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": str(path)}, **COARSE, AREAS=TEMPORARY,
    )  # fmt: skip
    assert types.isValid()
    pools = [one for one in rows(made["AREAS"]) if one["service_type"] == "swimming_pool"]
    assert {(one["threshold_min"], one["shareability"]) for one in pools} == {(20, "agreement")}
    others = [one for one in rows(made["AREAS"]) if one["service_type"] != "swimming_pool"]
    assert {(one["threshold_min"], one["shareability"]) for one in others} == {(30, "unknown")}
    says("\n".join(run.feedback.warnings), "taken as unknown whether shareable")
