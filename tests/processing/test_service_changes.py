"""Changes of services and norms through the toolbox: what if this one closes?"""

import pytest

from tests.processing.tools import PLACES, SERVICES, TEMPORARY, copy_of, rows, sample

CHANGES = {"SERVICE_CHANGES": sample("service_changes")}
NORMS = {"NORMS": sample("norms"), "SETTLEMENT_FIELD": "settlement"}


def nearest(run, travel, **more):
    out = run("serviceaccessibility", **travel, **PLACES, **{**SERVICES, **more}, OUTPUT=TEMPORARY)
    return {one["name"]: one for one in rows(out["OUTPUT"])}


def test_services_close_open_and_move(run, travel):
    before, after = nearest(run, travel), nearest(run, travel, **CHANGES)
    assert before["Priekule"]["nearest_id_swimming_pool"] == "POOL-LV03"
    assert after["Priekule"]["nearest_id_swimming_pool"] != "POOL-LV03"
    assert after["Priekule"]["nearest_swimming_pool"] > before["Priekule"]["nearest_swimming_pool"]
    assert after["Ylakiai"]["nearest_id_sports_hall"] == "HALL-NEW1"
    assert after["Auce"]["nearest_ambulance_post"] > before["Auce"]["nearest_ambulance_post"]
    culture = "nearest_culture_house"  # nothing changes there
    assert all(before[one][culture] == pytest.approx(after[one][culture]) for one in before)


def test_the_last_service_of_a_type_may_close(run, travel, tmp_path):
    table = tmp_path / "changes.csv"
    pools = {
        one["service_id"] for one in rows(SERVICES["SERVICES"]) if one["type"] == "swimming_pool"
    }
    table.write_text("service_id,change\n" + "".join(f"{one},close\n" for one in sorted(pools)))
    after = nearest(run, travel, SERVICE_CHANGES=str(table))
    assert {one["nearest_swimming_pool"] for one in after.values()} == {None}
    usable = [one for one in after.values() if one["status"] == "ok"]
    assert all("swimming_pool" in one["remarks"] for one in usable)


def test_changes_of_services_stand_in_other_results_and_the_record(run, travel):
    made = run(
        "sharedserviceareas", **travel, **PLACES, **SERVICES, **CHANGES, CELL_SIZE=4000,
        AREAS=TEMPORARY, FACILITIES=TEMPORARY,
    )  # fmt: skip
    facilities = {one["service_id"]: one for one in rows(made["FACILITIES"])}
    assert "POOL-LV03" not in facilities
    assert facilities["HALL-NEW1"]["type"] == "sports_hall"
    assert facilities["HALL-NEW1"]["country"] == "LT"
    assert "closed: POOL-LV03" in made["AREAS"].metadata().abstract()


def test_zones_say_what_changes_for_them(run, travel):
    zones = {"ZONES": sample("municipalities"), "ZONE_ID": "code", "ZONE_COUNTRY_FIELD": "country"}
    made = []
    for more in ({}, CHANGES):
        out = run("serviceinventory", **travel, **PLACES, **SERVICES, **zones, **more,
                  OUTPUT=TEMPORARY)  # fmt: skip
        made.append({one["code"]: one for one in rows(out["OUTPUT"])})
    before, after = made
    assert not any(name.startswith("change_") for name in before["LT-75"])
    seen = 0
    for code, one in after.items():
        for name, change in one.items():
            if name.startswith("change_") and change is not None:
                assert change == pytest.approx(one[name[7:]] - before[code][name[7:]])
                seen += change != 0
    assert seen > 5
    assert sum(one["change_n_swimming_pool"] for one in after.values()) == -1
    assert sum(one["change_n_sports_hall"] for one in after.values()) == 1


def test_places_say_whose_catchment_they_were_in(run, travel):
    pools = {**SERVICES, "SERVICE_FILTER": "type = 'swimming_pool'", "CELL_SIZE": 8000}
    made = []
    for more in ({}, CHANGES):
        out = run("servicecatchments", **travel, **PLACES, **pools, **more, OUTPUT=TEMPORARY,
                  PLACES_OUT=TEMPORARY)  # fmt: skip
        made.append({one["place_id"]: one for one in rows(out["PLACES_OUT"])})
    before, after = made
    assert not any("change_time_min" in one for one in before.values())
    for place, one in after.items():
        assert one["present_service_id"] == before[place]["service_id"]
        if one["time_min"] is not None:
            change = one["time_min"] - before[place]["time_min"]
            assert one["change_time_min"] == pytest.approx(change)
    moved = [one for one in after.values() if one["present_service_id"] == "POOL-LV03"]
    assert moved and all(one["change_time_min"] > 0 for one in moved)


def test_a_service_of_capacity_0_is_none_in_any_result(run, travel, tmp_path):
    """As if it had closed; its row stays, and says why."""
    table = tmp_path / "changes.csv"
    pools = {**SERVICES, "SERVICE_FILTER": "type = 'swimming_pool'", "CAPACITY_FIELD": "capacity"}
    zones = {"ZONES": sample("municipalities"), "ZONE_ID": "code", "ZONE_COUNTRY_FIELD": "country"}
    asked = [
        ("serviceaccessibility", {"SERVICES_OUT": TEMPORARY}, "OUTPUT"),
        ("bordereffect", {}, "OUTPUT"),
        ("sharedserviceareas", {"AREAS": TEMPORARY, "CELL_SIZE": 8000}, "PLACES_OUT"),
        ("servicecatchments", {"OUTPUT": TEMPORARY, "CELL_SIZE": 8000}, "PLACES_OUT"),
        ("serviceinventory", zones, "OUTPUT"),
    ]
    for algorithm, more, output in asked:
        found = []
        for change in ("close,", "capacity,0"):
            table.write_text(f"service_id,change,capacity\nPOOL-LV03,{change}\n")
            out = run(algorithm, **travel, **PLACES, **pools, **more, **{output: TEMPORARY},
                      SERVICE_CHANGES=str(table))  # fmt: skip
            found.append(rows(out[output]))
        assert found[0] == found[1], algorithm
        assert any("no_capacity: 1" in one for one in run.feedback.warnings), algorithm
        if "SERVICES_OUT" in out:
            states = {one["service_id"]: one["status"] for one in rows(out["SERVICES_OUT"])}
            assert states["POOL-LV03"] == "no_capacity"


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("service_id,change\nX,close\n", "no such service"),
        ("service_id,change\nPOOL-LV03,shut\n", "change must be one of"),
        ("service_id,change,capacity\nHOS-LT05,capacity,many\n", "number"),
        ("id,change\nPOOL-LV03,close\n", "service_id"),
    ],
)
def test_bad_changes_are_refused(refused, travel, tmp_path, table, told):
    path = tmp_path / "changes.csv"
    path.write_text(table)
    message = refused(
        "serviceaccessibility", **travel, **PLACES, **SERVICES, SERVICE_CHANGES=str(path),
        OUTPUT=TEMPORARY,
    )  # fmt: skip
    assert "SERVICE_CHANGES" in message and told in message


def test_bad_norms_are_refused(refused, travel):
    def bank(row):
        row["type"] = "bank"

    known = {**travel, **PLACES, **SERVICES, "OUTPUT": TEMPORARY}
    message = refused(
        "serviceaccessibility", **known, NORMS=copy_of(sample("norms"), bank),
        SETTLEMENT_FIELD="settlement",
    )  # fmt: skip
    assert "bank" in message and "NORMS" in message
    message = refused("serviceaccessibility", **known, NORMS=sample("norms"))
    assert "SETTLEMENT_FIELD" in message
    assert "COST" in refused("serviceaccessibility", **known, **NORMS, COST="distance")
    message = refused("serviceaccessibility", **known, **{**NORMS, "SETTLEMENT_FIELD": "nothing"})
    assert "nothing" in message
