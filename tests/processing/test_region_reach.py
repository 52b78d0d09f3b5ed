"""Isochrones and catchments on real data of the region, which is not part of the project."""

import pytest

from tests.processing.test_region import (  # noqa: F401
    DATA,
    HOSPITALS,
    TRAVEL,
    folder,
    municipalities,
    places,
    pytestmark,
    study,
)
from tests.processing.tools import TEMPORARY, rows


@pytest.fixture(scope="module")
def given(study, municipalities):  # noqa: F811
    return {
        "NETWORK": f"{study}|layername=edges", "COUNTRIES": municipalities,
        "COUNTRY_FIELD": "country", **TRAVEL, "CELL_SIZE": 2000, "OUTPUT": TEMPORARY,
    }  # fmt: skip


@pytest.fixture(scope="module")
def hospitals():
    return str(DATA / "healthcare" / "hospitals_2020_lv_lt_clip.gpkg")


def test_hospitals_on_both_sides_reach_over_the_border(run, given, places, hospitals):  # noqa: F811
    made = run(
        "servicecatchments", **given, PLACES=places, PLACE_ID="place_id",
        POPULATION_FIELD="population", PLACE_COUNTRY_FIELD="country", SERVICES=hospitals,
        SERVICE_ID="fid", SERVICE_COUNTRY_FIELD="cc", SERVICE_FILTER=HOSPITALS,
    )  # fmt: skip
    found = rows(made["OUTPUT"])
    across = {
        one["hospital_name"]: one["area_abroad_km2"] for one in found if one["crosses_border"]
    }
    # Mažeikiai lies 12 km from the border, and Latvia has no hospital between it and Saldus
    assert max(across, key=across.get) == "Mažeikių ligoninė"
    assert 3 <= len(across) <= 8
    # towns all have a nearer hospital at home, or none in the data
    assert sum(one["population"] for one in found) == pytest.approx(1_950_237, rel=0.02)


def test_split_rings_are_the_merged_disk(run, given, hospitals):
    asked = {**given, "ORIGINS": hospitals, "ORIGIN_ID": "fid", "CUTOFFS": "15,30"}
    merged = rows(run("isochrones", **asked, COMBINE="merged")["OUTPUT"])[0]
    rings = rows(run("isochrones", **asked, COMBINE="split", RINGS=True)["OUTPUT"])
    area = sum(one["area_km2"] or 0 for one in rings)
    assert area == pytest.approx(merged["area_km2"], rel=1e-5)
