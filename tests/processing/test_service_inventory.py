"""The service inventory, run as a user would, on the sample."""

import csv

import pytest
from qgis.core import QgsFeature, QgsVectorLayer

from tests.processing.tools import PLACES, SERVICES, TEMPORARY, copy_of, rows, sample

ZONES = {"ZONES": sample("municipalities"), "ZONE_ID": "code", "ZONE_NAME_FIELD": "name"}


@pytest.fixture(scope="module")
def found(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("inventory")
    made = run(
        "serviceinventory", **travel, **ZONES, ZONE_COUNTRY_FIELD="country", **PLACES, **SERVICES,
        NORMS=sample("norms"), SETTLEMENT_FIELD="settlement",
        OUTPUT=str(folder / "zones.gpkg"), SUMMARY=str(folder / "summary.csv"),
    )  # fmt: skip
    run.told = run.feedback
    return made


def test_zones_keep_their_fields_and_count_their_services(found):
    zones, given = rows(found["OUTPUT"]), rows(sample("municipalities"))
    assert [one["code"] for one in zones] == [one["code"] for one in given]
    services = rows(sample("services"))
    for kind in {one["type"] for one in services}:
        inside = sum(one[f"n_{kind}"] for one in zones)
        assert inside == sum(one["type"] == kind for one in services)
        for one in zones:
            demand = one[f"demand_{kind}"]
            if demand:
                rate = 10_000 * one[f"n_{kind}"] / demand
                assert one[f"per_10k_{kind}"] == pytest.approx(rate)
    demand = sum(one["demand_vocational_school"] for one in zones)
    assert demand == pytest.approx(sum(one["pop_7_18"] for one in rows(sample("places"))))


def test_the_summary_can_be_pasted(found):
    with open(found["SUMMARY"], encoding="utf-8", newline="") as stream:
        table = list(csv.DictReader(stream))
    assert [one["theme"] for one in table] == sorted(one["theme"] for one in table)
    assert len(table) == 6
    for one in table:
        assert "for 10,000 people" in one["finding_en"] and "by car" in one["finding_en"]
        assert "uz 10" in one["finding_lv"]
        if int(one["zones_across"]):
            assert "could" in one["finding_en"]
    ambulance = next(one for one in table if one["service_type"] == "ambulance_post")
    assert "within the norm of their own country" in ambulance["finding_en"]


def test_data_of_one_country_that_lacks_services_is_told(run, travel):
    lone = copy_of(
        sample("services"),
        lambda row: (
            row["type"] == "culture_house"
            and (row["country"] == "LV" or row["service_id"].endswith("01"))
        ),
    )
    made = run(
        "serviceinventory", **travel, **ZONES, **PLACES, **{**SERVICES, "SERVICES": lone},
        OUTPUT=TEMPORARY, SUMMARY=TEMPORARY,
    )  # fmt: skip
    (row,) = rows(made["SUMMARY"])
    assert row["uneven"] == 1
    assert "may not be equally complete" in row["finding_en"]
    assert any("equally complete" in one for one in run.feedback.warnings)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"ZONE_ID": "region"}, "more than once"),
        ({"ZONE_NAME_FIELD": "label"}, "ZONE_NAME_FIELD"),
        ({"ZONES": sample("places")}, "ZONES needs polygons"),
        ({"DEFICIT": 1}, "DEFICIT"),
    ],
)
def test_what_is_wrong_is_said(refused, travel, change, words):
    given = {**travel, **ZONES, **PLACES, **SERVICES, "OUTPUT": TEMPORARY, **change}
    assert words in refused("serviceinventory", **given)


def test_types_that_are_numbers_in_the_table_are_told_as_text(run, travel):
    types = QgsVectorLayer("None?field=type:double&field=label:string(20)", "types", "memory")
    one = QgsFeature(types.fields())
    one.setAttributes([7.0, "Seven"])
    types.dataProvider().addFeatures([one])
    run("serviceaccessibility", **travel, **PLACES, **{**SERVICES, "SERVICE_TYPES": types},
        OUTPUT=TEMPORARY)  # fmt: skip
    assert any("there is no service: 7" in told for told in run.feedback.warnings)
