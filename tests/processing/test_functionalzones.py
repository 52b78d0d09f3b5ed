"""Functional zones through Processing."""

import pytest
from qgis.core import QgsGeometry

from tests.processing.test_interactionflows import table_of
from tests.processing.tools import PLACES, TEMPORARY, ZONES, copy_of, rows, sample

METHODS = ["ttwa", "fua", "intramax", "dominant_flow", "louvain"]


@pytest.fixture(scope="session")
def flows(run, travel, tmp_path_factory):
    path = str(tmp_path_factory.mktemp("flows") / "flows.gpkg")
    towns = copy_of(sample("places"), lambda one: one["population"] >= 900)
    return run("interactionflows", **travel, **{**PLACES, "PLACES": towns}, FLOWS=path)["FLOWS"]


def all_outputs():
    return {name: TEMPORARY for name in ("ZONES_OUT", "REGIONS", "SUMMARY")}


def check(made):
    """What holds for every method."""
    units, regions = rows(made["ZONES_OUT"]), rows(made["REGIONS"])
    assert len(units) == 25
    assert {one["zone_id"] for one in units} == {one["zone_id"] for one in regions}
    assert sum(one["units"] for one in regions) == 25
    assert sum(one["population"] for one in regions) == pytest.approx(
        sum(one["people"] for one in units)
    )
    for one in regions:
        members = [unit["code"] for unit in units if unit["zone_id"] == one["zone_id"]]
        assert sorted(members) == one["unit_ids"].split(", ")
        assert one["core"] in members and one["zone_id"] == f"FZ-{one['core']}"
        assert all(one[name].strip() for name in ("reason", "reason_lv", "reason_lt"))
        assert len({one["reason"], one["reason_lv"], one["reason_lt"]}) == 3
        crosses = {unit["country"] for unit in units if unit["zone_id"] == one["zone_id"]}
        assert one["cross_border"] == (len(crosses) == 2)
        assert "commut" not in one["reason"].lower()
    for feature, one in zip(made["REGIONS"].getFeatures(), regions):
        assert feature.geometry().area() == pytest.approx(one["area_km2"] * 1e6, rel=0.01)
    return units, regions


@pytest.mark.parametrize("method", METHODS)
def test_by_flows(run, flows, method):
    given = {**ZONES, **PLACES, "FLOWS": flows, "METHOD": method}
    made = run("functionalzones", **given, **all_outputs())
    units, regions = check(made)
    assert {one["flow_kind"] for one in regions} == {"modelled"}
    place = {one["place_id"]: one["municipality"] for one in rows(sample("places"))}
    zone = {one["code"]: one["zone_id"] for one in units}
    within, out, into = ({one["zone_id"]: 0.0 for one in regions} for _ in range(3))
    for one in rows(flows):
        if one["flow"] is None:
            continue
        start, end = (zone[place[one[name]]] for name in ("from_id", "to_id"))
        out[start] += one["flow"]
        into[end] += one["flow"]
        within[start] += one["flow"] * (start == end)
    for one in regions:
        share = within[one["zone_id"]] / max(out[one["zone_id"]], into[one["zone_id"]])
        assert one["self_containment"] == pytest.approx(share, rel=0.02)  # places on an edge

    inside = run(
        "functionalzones", **given, ALLOW_CROSS_BORDER=False, ZONES_OUT=TEMPORARY, REGIONS=TEMPORARY
    )
    assert not any(one["cross_border"] for one in rows(inside["REGIONS"]))
    apart = {one["code"]: one["zone_id_apart"] for one in units}
    assert {one["code"]: one["zone_id"] for one in rows(inside["ZONES_OUT"])} == apart


def test_by_drive_times(run, travel):
    given = {**travel, **ZONES, **PLACES}
    given |= {"MIN_SIZE": 100000, "MERGE_UP_TO": 80, "MERGE_WITHIN": 40}
    made = run("functionalzones", **given, **all_outputs())
    units, regions = check(made)
    assert any(one["cross_border"] for one in regions)
    assert any(one["changed"] for one in units)
    assert "all-territory variant" in made["REGIONS"].metadata().abstract()
    closed = run("functionalzones", **given, BORDER="closed", REGIONS=TEMPORARY,
                 ZONES_OUT=TEMPORARY)  # fmt: skip
    assert not any(one["cross_border"] for one in rows(closed["REGIONS"]))
    apart = {one["code"]: one["zone_id_apart"] for one in units}
    assert {one["code"]: one["zone_id"] for one in rows(closed["ZONES_OUT"])} == apart
    told = {(one["topic"], one["measure"]): one["value"] for one in rows(made["SUMMARY"])}
    crossing = sum(one["cross_border"] for one in regions)
    assert told["with the border crossed", "zones across the border"] == crossing
    assert told["without crossing the border", "zones across the border"] == 0
    assert told["difference", "units whose zone changes"] == sum(one["changed"] for one in units)


def test_outside_of_urban_areas(run, travel):
    cities = copy_of(sample("municipalities"), lambda one: one["code"] in ("LT-21", "LV-LPX"))
    made = run("functionalzones", **travel, **ZONES, **PLACES, FUA=cities, **all_outputs())
    units, _ = check(made)
    assert {one["code"] for one in units if one["role"] == "urban"} == {"LT-21", "LV-LPX"}
    assert "all-territory" not in made["REGIONS"].metadata().abstract()


def test_compared_with_what_is_there(run, flows):
    made = run(
        "functionalzones", **ZONES, **PLACES, FLOWS=flows, METHOD="ttwa", ZONES_OUT=TEMPORARY,
        COMPARE_WITH=sample("municipalities"), COMPARE_FIELD="region", SUMMARY=TEMPORARY,
    )  # fmt: skip
    told = rows(made["SUMMARY"])
    units = rows(made["ZONES_OUT"])
    assert all(one["compared_zone"] == one["region"] for one in units)
    shared = [one for one in told if one["topic"] == "overlap" and one["measure"] == "units"]
    assert sum(one["value"] for one in shared) == 25
    (index,) = [one["value"] for one in told
                if one["topic"] == "comparison" and "Rand" in one["measure"]]  # fmt: skip
    assert 0 < index < 1


def test_the_same_each_time_and_in_any_order(run, flows):
    given = {**PLACES, "FLOWS": flows, "METHOD": "louvain", "ZONES_OUT": TEMPORARY}
    one = rows(run("functionalzones", **ZONES, **given)["ZONES_OUT"])
    turned = copy_of(ZONES["ZONES"])
    order = [feature for feature in turned.getFeatures()][::-1]
    turned.dataProvider().truncate()
    turned.dataProvider().addFeatures(order)
    other = rows(run("functionalzones", **{**ZONES, "ZONES": turned}, **given)["ZONES_OUT"])
    assert {row["code"]: row["zone_id"] for row in one} == {
        row["code"]: row["zone_id"] for row in other
    }


def test_zones_without_people_or_shape(run, flows):
    def changed(one):
        if one["code"] == "LT-23":
            one["geometry"] = QgsGeometry()

    zones = copy_of(sample("municipalities"), changed)
    made = rows(run("functionalzones", **{**ZONES, "ZONES": zones}, **PLACES, FLOWS=flows,
                    METHOD="dominant_flow", ZONES_OUT=TEMPORARY)["ZONES_OUT"])  # fmt: skip
    (lost,) = [one for one in made if one["code"] == "LT-23"]
    assert lost["status"] == "no_geometry" and lost["role"] == "alone"
    assert len(made) == 25


def test_two_components(run):
    pairs = [("LV-LPX", "LV-112", "5"), ("LV-112", "LV-LPX", "7"), ("LT-21", "LT-55", "9"),
             ("LT-55", "LT-21", "4")]  # fmt: skip
    for method in METHODS:
        made = run("functionalzones", **ZONES, FLOWS=table_of(pairs), METHOD=method, CITY_SIZE=1,
                   ZONE_POPULATION_FIELD="schematic", ZONES_OUT=TEMPORARY)  # fmt: skip
        zone = {one["code"]: one["zone_id"] for one in rows(made["ZONES_OUT"])}
        assert zone["LV-LPX"] != zone["LT-21"]
        assert len(set(zone.values())) >= 2


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ({}, "NETWORK and PLACES"),
        ({"METHOD": "ttwa"}, "needs flows"),
        ({"METHOD": "ttwa", "FLOWS": [("LV-LPX", "XX-1", "3")]}, "XX-1"),
        ({"METHOD": "ttwa", "FLOWS": [("LV-LPX", "LT-21", "-3")]}, "negative flows"),
        ({"METHOD": "ttwa", "FLOWS": [("LV-LPX", "LT-21", "0")]}, "all flows are 0"),
        ({"METHOD": "ttwa", "FLOWS": [("LV-LPX", "LT-21", "3")], "TARGET_SIZE": 1}, "TARGET_SIZE"),
        ({"METHOD": "ttwa", "ZONE_ID": "region"}, "more than once"),
        ({"COMPARE_WITH": ZONES["ZONES"]}, "COMPARE_FIELD"),
    ],
)
def test_bad_input(refused, more, problem):
    if "FLOWS" in more:
        more = {**more, "FLOWS": table_of(more["FLOWS"])}
    assert problem in refused("functionalzones", **{**ZONES, **more}, ZONES_OUT=TEMPORARY)


@pytest.mark.parametrize("layer", ["FUA", "COMPARE_WITH"])
def test_areas_may_be_left_out_but_not_be_empty(refused, travel, layer):
    none = copy_of(sample("municipalities"), lambda one: False)
    given = {**travel, **ZONES, **PLACES, layer: none, "COMPARE_FIELD": "name"}
    assert f"{layer} has no rows" in refused("functionalzones", **given, ZONES_OUT=TEMPORARY)


def test_one_zone_is_refused(refused):
    alone = copy_of(sample("municipalities"), lambda one: one["code"] == "LV-LPX")
    flows = table_of([("LV-LPX", "LV-LPX", "3")])
    message = refused("functionalzones", **{**ZONES, "ZONES": alone}, FLOWS=flows, METHOD="ttwa",
                      ZONES_OUT=TEMPORARY)  # fmt: skip
    assert "one zone" in message
