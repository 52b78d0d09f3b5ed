"""All measures, norms, equity and plots through the toolbox, on the sample."""

import json
import math
import re
from pathlib import Path

import numpy as np
import pytest

from tests.processing.tools import PLACES, SERVICES, TEMPORARY, copy_of, opened, rows, sample

MEASURES = [
    "nearest", "cumulative", "gravity", "2sfca", "e2sfca", "3sfca", "bfca", "spatial_availability",
]  # fmt: skip
NORMS = {"NORMS": sample("norms"), "SETTLEMENT_FIELD": "settlement"}
HOSPITALS = {
    **SERVICES,
    "CAPACITY_FIELD": "capacity",
    "SERVICE_FILTER": "type = 'planned_hospital'",
}
ALL = {"MEASURES": MEASURES, "DECAY": "gaussian"}


@pytest.fixture(scope="module")
def made(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("accessibility")
    out = run(
        "serviceaccessibility", **travel, **PLACES, **HOSPITALS, **ALL, NEAREST=2,
        GROUP_FIELD="municipality", RANK_FIELD="population", OUTPUT=TEMPORARY, EQUITY=TEMPORARY,
        SERVICES_OUT=TEMPORARY, PLOTS=str(folder / "plots.html"),
    )  # fmt: skip
    out["told"] = run.feedback
    return out


def column(made, name):
    return np.array([np.nan if one[name] is None else one[name] for one in rows(made["OUTPUT"])])


def test_every_measure_has_a_whole_and_two_parts(made):
    names = opened(made["OUTPUT"]).fields().names()
    for measure in MEASURES:
        for part in ("", "_own", "_abroad"):
            assert f"{measure}{part}_planned_hospital" in names
    for measure in MEASURES[1:]:
        whole, own, abroad = (
            column(made, f"{measure}{part}_planned_hospital") for part in ("", "_own", "_abroad")
        )
        assert own + abroad == pytest.approx(whole, nan_ok=True)
        assert (abroad[np.isfinite(abroad)] > 0).any()
    second = column(made, "nearest_2_planned_hospital")
    assert (second >= column(made, "nearest_planned_hospital") - 1e-9)[np.isfinite(second)].all()


def test_supply_is_shared_out_whole(made):
    services = rows(made["SERVICES_OUT"])
    usable = [one for one in services if one["status"] == "ok" and one["demand_2sfca"]]
    beds = sum(one["supply"] for one in usable)
    assert column(made, "spatial_availability_planned_hospital")[
        np.isfinite(column(made, "spatial_availability_planned_hospital"))
    ].sum() == pytest.approx(beds)
    people = np.nan_to_num(column(made, "population"))
    per_head = np.nan_to_num(column(made, "2sfca_planned_hospital"))
    assert (people * per_head).sum() == pytest.approx(beds)
    # a hospital without known beds counts nothing, and the log says so
    assert [one["supply"] for one in services if one["service_id"] == "HOS-LV04"] == [0]
    assert any("HOS-LV04" in one for one in made["told"].warnings)


def test_nearest_is_the_same_alone_and_with_others(run, travel, made):
    alone = run("serviceaccessibility", **travel, **PLACES, **HOSPITALS, OUTPUT=TEMPORARY)
    for name in ("nearest", "nearest_own", "nearest_abroad"):
        name += "_planned_hospital"
        assert column(alone, name) == pytest.approx(column(made, name), nan_ok=True)
    ids = [one["nearest_id_planned_hospital"] for one in rows(alone["OUTPUT"])]
    assert ids == [one["nearest_id_planned_hospital"] for one in rows(made["OUTPUT"])]


def test_equity_by_country_and_group(made):
    table = rows(made["EQUITY"])
    assert {one["measure"] for one in table} == set(MEASURES)
    assert {one["scope"] for one in table} == {"all", "country", "group"}
    (whole,) = [one for one in table if one["scope"] == "all" and one["measure"] == "2sfca"]
    assert 0 < whole["gini"] < 1 and whole["palma_by"] == "rank"
    parts = whole["theil_between_groups"] + whole["theil_within_groups"]
    assert parts == pytest.approx(whole["theil"])
    assert whole["theil_between_groups"] >= whole["theil_between_countries"] >= 0
    assert -1 <= whole["concentration"] <= 1
    people = np.nan_to_num(column(made, "population"))
    assert whole["people"] + whole["people_without"] == pytest.approx(people.sum())


def test_the_edge_of_the_data_is_said(made):
    reached = column(made, "edge_reached")
    edge = column(made, "edge_min")
    assert set(reached) == {0, 1} and (edge[np.isfinite(edge)] >= 0).all()
    assert (edge[reached == 1] < 60).all()  # the threshold of hospitals, or further away
    assert "edge of the data" in made["OUTPUT"].metadata().abstract()


def test_plots_are_a_page_with_tables(made):
    page = Path(made["PLOTS"]).read_text(encoding="utf-8")
    assert page.count('class="plot"') == 2 * len(MEASURES) == page.count("<table>")
    figures = re.findall(r"var it = (\{.*?\}); Plotly", page)
    assert len(figures) == 2 * len(MEASURES)
    for one in figures:
        figure = json.loads(one.replace("<\\/", "</"))
        assert figure["data"] and figure["layout"]["title"]["text"]
    assert "border open, by car" in page
    assert "NaN" not in page.split("</script>", 1)[1]


def test_norms_of_country_and_settlement(run, travel):
    made = run(
        "serviceaccessibility", **travel, **PLACES, **SERVICES, **NORMS,
        SERVICE_FILTER="type = 'ambulance_post'", OUTPUT=TEMPORARY, NORMS_MET=TEMPORARY,
    )  # fmt: skip
    places = {one["name"]: one for one in rows(made["OUTPUT"])}
    assert places["Liepāja"]["norm_ambulance_post"] == 12
    assert places["Kuldīga"]["norm_ambulance_post"] == 15
    assert places["Skuodas"]["norm_ambulance_post"] == 15
    for one in places.values():
        if one["status"] == "ok":
            near = one["nearest_ambulance_post"]
            within = near is not None and near <= one["norm_ambulance_post"]
            assert one["within_norm_ambulance_post"] == within
    met = {(one["country"], one["settlement"]): one for one in rows(made["NORMS_MET"])}
    assert set(met) == {("LV", "state_city"), ("LV", "town"), ("LV", "rural"),
                        ("LT", "town"), ("LT", "rural")}  # fmt: skip
    rural = [
        one for one in places.values() if (one["country"], one["settlement"]) == ("LV", "rural")
    ]
    people = sum(one["population"] for one in rural if one["within_norm_ambulance_post"] == 1)
    assert met["LV", "rural"]["people_within"] == people
    assert met["LV", "rural"]["clock"] == "call" and met["LV", "rural"]["source"]
    assert met["LT", "rural"]["met"] is None  # no share has to be met
    assert any("LV rural" in one for one in run.feedback.messages)
    assert "from the call" in made["OUTPUT"].metadata().abstract()


def test_willingness_is_not_a_border(run, travel, made):
    def foreign(**more):
        out = run(
            "serviceaccessibility", **travel, **PLACES, **HOSPITALS, MEASURES=["gravity"],
            OUTPUT=TEMPORARY, **more,
        )  # fmt: skip
        return column(out, "gravity_abroad_planned_hospital"), column(
            out, "gravity_own_planned_hospital"
        )

    (full, own), (half, own_half) = foreign(), foreign(WILLINGNESS=0.5)
    assert half == pytest.approx(full / 2, nan_ok=True) and own == pytest.approx(
        own_half, nan_ok=True
    )
    none, own_none = foreign(WILLINGNESS=0)
    assert np.nansum(none) == 0 and own == pytest.approx(own_none, nan_ok=True)


def test_extra_minutes_abroad_are_added(run, travel, made):
    def slower(row):
        row["extra_min_abroad"] = 9.0

    types = copy_of(SERVICES["SERVICE_TYPES"], slower)
    out = run(
        "serviceaccessibility", **travel, **PLACES, **{**HOSPITALS, "SERVICE_TYPES": types},
        OUTPUT=TEMPORARY,
    )  # fmt: skip
    name = "nearest_abroad_planned_hospital"
    assert column(out, name) == pytest.approx(column(made, name) + 9, nan_ok=True)
    whole = np.fmin(column(out, name), column(out, "nearest_own_planned_hospital"))
    assert column(out, "nearest_planned_hospital") == pytest.approx(whole, nan_ok=True)


def test_with_changes_stands_the_difference_to_the_present(run, travel, made):
    out = run(
        "serviceaccessibility", **travel, **PLACES, **HOSPITALS, **ALL,
        SERVICE_CHANGES=sample("service_changes"), OUTPUT=TEMPORARY,
    )  # fmt: skip
    assert any("SERVICE_FILTER" in one for one in run.feedback.warnings)
    for measure in ("nearest", "2sfca", "spatial_availability"):
        name = f"{measure}_planned_hospital"
        change = column(out, f"change_{name}")
        assert change == pytest.approx(
            column(out, name) - column(made, name), abs=1e-9, nan_ok=True
        )
    assert np.nanmin(column(out, "change_2sfca_planned_hospital")) < 0  # Mažeikiai loses beds


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ({"DECAY": "exponential", "DECAY_PARAMETER": "-1"}, "DECAY_PARAMETER"),
        ({"DECAY": "stepped", "DECAY_PARAMETER": "30:1, 10:0.5"}, "grow"),
        ({"WILLINGNESS": 1.5}, "WILLINGNESS"),
        ({"MEASURES": ["2SFCA"]}, "MEASURES"),
        ({"GROUP_FIELD": "nothing"}, "nothing"),
        ({"RANK_FIELD": "name"}, "name"),
        ({"NORMS_MET": TEMPORARY}, "NORMS is empty"),
        ({"CAPACITY_FIELD": "name"}, "name"),
    ],
)
def test_bad_input_is_refused(refused, travel, bad, told):
    message = refused(
        "serviceaccessibility", **{**travel, **PLACES, **SERVICES, "OUTPUT": TEMPORARY, **bad}
    )
    assert told in message


def test_a_service_that_nobody_needs_is_unserved(run, travel):
    def empty(row):
        if row["country"] == "LV":
            row["population"] = 0

    places = {**PLACES, "PLACES": copy_of(PLACES["PLACES"], empty)}
    made = run(
        "serviceaccessibility", **travel, **places, **HOSPITALS, MEASURES=["2sfca"],
        BORDER="closed", OUTPUT=TEMPORARY, SERVICES_OUT=TEMPORARY,
    )  # fmt: skip
    services = rows(made["SERVICES_OUT"])
    for one in services:
        home = one["service_id"].startswith("HOS-LV") and one["supply"] > 0
        assert (one["status"] == "unserved") == home
    assert any("unserved" in one for one in run.feedback.warnings)
    values = column(made, "2sfca_own_planned_hospital")
    assert all(value == 0 or math.isnan(value) or one["country"] == "LT"
               for value, one in zip(values, rows(made["OUTPUT"])))  # fmt: skip
