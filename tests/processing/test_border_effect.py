"""The border effect through the toolbox, on the sample."""

import json
import re
from pathlib import Path

import numpy as np
import pytest

from tests.processing.tools import PLACES, SERVICES, TEMPORARY, rows, sample

POOLS = {**SERVICES, "SERVICE_FILTER": "type in ('swimming_pool', 'vocational_school')"}
ASKED = {
    "MEASURES": ["nearest", "cumulative", "gravity", "2sfca"],
    "SCENARIOS": ["closed", "open", "delay"],  # in whatever order
    "BORDER_DELAY": 15,
    "DECAY": "linear",
}
OPEN = ("nearest", "cumulative", "gravity")
POOL_OPEN = "swimming_pool_open"
STATES = ("open", "delay", "closed")


@pytest.fixture(scope="module")
def made(run, travel, tmp_path_factory):
    plots = tmp_path_factory.mktemp("effect") / "plots.html"
    out = run(
        "bordereffect", **travel, **PLACES, **POOLS, **ASKED, OUTPUT=TEMPORARY, SUMMARY=TEMPORARY,
        PLOTS=str(plots), LANGUAGE="lt",
    )  # fmt: skip
    out["told"] = run.feedback
    out["rows"], out["summary"] = rows(out["OUTPUT"]), rows(out["SUMMARY"])
    return out


def column(made, name):
    return np.array([np.nan if one[name] is None else one[name] for one in made["rows"]])


@pytest.mark.parametrize("state", ["open", "delay", "closed"])
def test_each_state_is_what_a_run_of_its_own_gives(run, travel, made, state):
    alone = run(
        "serviceaccessibility", **travel, **PLACES, **POOLS, MEASURES=ASKED["MEASURES"],
        DECAY="linear", BORDER=state, BORDER_DELAY=15, OUTPUT=TEMPORARY,
    )  # fmt: skip
    mine = {"rows": rows(alone["OUTPUT"])}
    for measure in ASKED["MEASURES"]:
        name = f"{measure}_swimming_pool"
        assert column(mine, name) == pytest.approx(column(made, f"{name}_{state}"), nan_ok=True)


def test_what_is_open_is_never_worse(made):
    for measure in OPEN:
        for kind in ("swimming_pool", "vocational_school"):
            states = [
                column(made, f"{measure}_{kind}_{one}") for one in ("open", "delay", "closed")
            ]
            known = np.isfinite(states).all(axis=0)
            first, second, third = (one[known] for one in states)
            sign = 1 if measure == "nearest" else -1
            assert (sign * (second - first) >= -1e-9).all()
            assert (sign * (third - second) >= -1e-9).all()
            lost = column(made, f"loss_abs_{measure}_{kind}")[known]
            assert lost == pytest.approx(sign * (third - first))
    assert (column(made, "loss_abs_2sfca_swimming_pool") < 0).any()  # competition falls away


def test_gain_across_the_border(made):
    gain = column(made, "gain_min_swimming_pool")
    own, any_ = (
        column(made, "nearest_own_swimming_pool"),
        column(made, "nearest_swimming_pool_open"),
    )
    assert gain == pytest.approx(own - any_, nan_ok=True)
    assert np.nanmin(gain) >= 0 and np.nanmax(gain) > 5


def test_the_summary_adds_up_the_places(made):
    people = np.nan_to_num(column(made, "population"))
    gain = np.nan_to_num(column(made, "gain_min_swimming_pool"))
    lt = np.array([one["country"] == "LT" for one in made["rows"]])
    table = {
        (one["measure"], one["service_type"], one["country"], one["band_km"]): one
        for one in made["summary"]
    }
    whole = table["nearest", "swimming_pool", None, None]
    assert whole["people_gain_5"] == people[gain >= 5].sum()
    one = table["nearest", "swimming_pool", "LT", None]
    assert one["people_gain_10"] == people[lt & (gain >= 10)].sum()
    bands = ["0-10", "10-25", "25-50", "50+"]
    for name in ("people", "people_gain_5", "people_worse", "people_cut_off"):
        parts = [table["nearest", "swimming_pool", None, band][name] for band in bands]
        assert sum(parts) == whole[name]
        countries = [table["nearest", "swimming_pool", code, None][name] for code in ("LV", "LT")]
        assert sum(countries) == whole[name]  # each direction by itself
    near, far = (
        table["nearest", "swimming_pool", None, one]["loss_pct"] for one in ("0-10", "50+")
    )
    assert near > far >= 0


def test_the_range_of_willingness(made):
    for one in made["summary"]:
        shares = [one[f"loss_pct_willingness_{w}"] for w in ("1", "0_5", "0_2")]
        if one["measure"] != "gravity":
            continue
        if one["country"] is None and one["band_km"] is None:
            assert shares[0] == pytest.approx(one["loss_pct"])
            assert shares[0] > shares[1] > shares[2] > 0
    assert any("willingness" in one for one in made["told"].messages)
    assert not any("cost of the border" in one for one in made["told"].messages)


def test_a_state_costs_no_new_preparation(run, travel, monkeypatch):
    from smart_planning_plugin.core.network.snapping import Snapper

    count = []
    snap = Snapper.snap

    def counted(self, *args, **more):
        count.append(1)
        return snap(self, *args, **more)

    monkeypatch.setattr(Snapper, "snap", counted)
    run("bordereffect", **travel, **PLACES, **POOLS, SCENARIOS=["open", "delay", "closed"],
        OUTPUT=TEMPORARY)  # fmt: skip
    assert len(count) == 2  # places and services, once each


def test_plots_show_the_states_side_by_side(made):
    page = Path(made["PLOTS"]).read_text(encoding="utf-8")
    figures = [
        json.loads(one.replace("<\\/", "</"))
        for one in re.findall(r"var it = (\{.*?\}); Plotly", page)
    ]
    assert len(figures) == 2 * len(ASKED["MEASURES"]) * 2  # two types
    within, lorenz, spread = figures[0], figures[1], figures[2]
    # two countries and all, each under three states; all only where somebody clicks on it
    assert len(within["data"]) == 9 and len(lorenz["data"]) == 10
    assert sum(one["visible"] == "legendonly" for one in within["data"]) == 3
    people = np.nan_to_num(column(made, "population"))
    lv = np.array([one["country"] == "LV" for one in made["rows"]])
    cost = column(made, "nearest_swimming_pool_closed")
    (shown,) = [one for one in within["data"] if one["name"] == "LV, siena uždaryta"]
    at = np.searchsorted(shown["x"], 20.0)
    share = people[lv & (cost <= shown["x"][at])].sum() / people[lv].sum()
    assert shown["y"][at] == pytest.approx(100 * share, abs=1e-4)
    boxes = spread["data"]
    assert [one["name"] for one in boxes] == [
        "siena atvira", "delsa prie sienos (15 min)", "siena uždaryta",
    ]  # fmt: skip
    assert all(one["x"] == ["LT", "LV", "Iš viso"] for one in boxes)
    for one in boxes:
        assert (np.diff([one[name] for name in ("q1", "median", "q3")], axis=0) >= 0).all()
    assert page.count("<table>") == len(figures)


def test_norms_and_changes_of_services_in_each_state(run, travel):
    asked = {
        **SERVICES, "SERVICE_FILTER": "type = 'ambulance_post'", "NORMS": sample("norms"),
        "SETTLEMENT_FIELD": "settlement", "SCENARIOS": ["open", "closed"],
    }  # fmt: skip
    before = run("bordereffect", **travel, **PLACES, **asked, OUTPUT=TEMPORARY)
    out = run(
        "bordereffect", **travel, **PLACES, **asked, SERVICE_CHANGES=sample("service_changes"),
        OUTPUT=TEMPORARY, SUMMARY=TEMPORARY,
    )  # fmt: skip
    then, now = {"rows": rows(before["OUTPUT"])}, {"rows": rows(out["OUTPUT"])}
    assert "nearest_sports_hall_open" not in now["rows"][0]  # opened, but of a type left out
    people, norm = np.nan_to_num(column(now, "population")), column(now, "norm_ambulance_post")
    (whole,) = [
        one for one in rows(out["SUMMARY"]) if one["country"] is None and one["band_km"] is None
    ]
    for state in ("open", "closed"):
        cost = column(now, f"nearest_ambulance_post_{state}")
        within = column(now, f"within_norm_ambulance_post_{state}")
        assert (within == (cost <= norm)).all()
        assert whole[f"people_within_norm_{state}"] == people[within == 1].sum()
        changed = column(now, f"change_nearest_ambulance_post_{state}")
        present = column(then, f"nearest_ambulance_post_{state}")
        assert changed == pytest.approx(cost - present)
        assert (changed > 0).any()  # a post moves away
    assert whole["people_with_norm"] == people.sum()
    assert whole["people_within_norm_open"] > whole["people_within_norm_closed"]


def test_kilometres_know_no_delay(run, travel):
    out = run(
        "bordereffect", **travel, **PLACES, **POOLS, COST="distance", SCENARIOS=["open", "delay"],
        BORDER_DELAY=30, OUTPUT=TEMPORARY,
    )  # fmt: skip
    made = {"rows": rows(out["OUTPUT"])}
    assert np.nanmax(np.abs(column(made, "loss_abs_nearest_swimming_pool"))) == 0
    assert np.nanmax(column(made, "gain_km_swimming_pool")) > 0


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ({"SCENARIOS": ["open"]}, "one state only"),
        ({"SCENARIOS": ["open", "shut"]}, "SCENARIOS"),
        ({"BANDS": "10, 5"}, "BANDS"),
        ({"BANDS": "near"}, "BANDS"),
    ],
)
def test_bad_input_is_refused(refused, travel, bad, told):
    given = {**travel, **PLACES, **POOLS, "OUTPUT": TEMPORARY, **bad}
    assert told in refused("bordereffect", **given)
