"""Transport performance through the toolbox, on the sample."""

import numpy as np
import pytest

from tests.processing.tools import PLACES, TEMPORARY, copy_of, rows, sample

ASKED = {"THRESHOLD": 45, "RADIUS": 40}


def measured(run, travel, **more):
    return run("transportperformance", **travel, **PLACES, **{**ASKED, "OUTPUT": TEMPORARY, **more})


def column(made, name):
    found = rows(made["OUTPUT"])
    return np.array([np.nan if one[name] is None else one[name] for one in found], float)


def test_own_country_and_abroad(run, travel):
    made = measured(run, travel, ZONE_FIELD="municipality", ZONES_OUT=TEMPORARY)
    for name in ("accessible", "proximity"):
        parts = column(made, f"{name}_own") + column(made, f"{name}_abroad")
        assert column(made, name) == pytest.approx(parts, nan_ok=True)
    tp = column(made, "tp")
    assert np.nanmin(tp) > 0
    expected = 100 * column(made, "accessible") / column(made, "proximity")
    assert tp == pytest.approx(expected, nan_ok=True)
    gap = column(made, "border_gap")
    assert np.nanmean(gap) > 0  # the border is worse served
    assert np.isnan(gap).any()  # nobody abroad within the radius
    population = column(made, "population")
    assert (column(made, "accessible_own") >= population)[~np.isnan(tp)].all()  # the own cell
    told = made["OUTPUT"].metadata().abstract()
    assert "population data ends" in told and "edge of the data" in told
    zones = {one["zone"]: one for one in rows(made["ZONES_OUT"])}
    mine = np.array([one["municipality"] == "LV-112" for one in rows(made["OUTPUT"])])
    mine &= ~np.isnan(tp)
    mean = np.average(tp[mine], weights=population[mine])
    assert zones["LV-112"]["tp"] == pytest.approx(mean)
    assert zones["LV-112"]["tp_of_means"] != pytest.approx(mean)


def test_people_beyond_the_places_count(run, travel):
    def latvia(row):
        return row["country"] == "LV" or False

    alone = run(
        "transportperformance", **travel, **{**PLACES, "PLACES": copy_of(PLACES["PLACES"], latvia)},
        **ASKED, OUTPUT=TEMPORARY,
    )  # fmt: skip
    assert any("POPULATION_LAYER" in one for one in run.feedback.warnings)
    whole = run(
        "transportperformance", **travel, **{**PLACES, "PLACES": copy_of(PLACES["PLACES"], latvia)},
        **ASKED, POPULATION_LAYER=sample("places"), POPULATION_LAYER_FIELD="population",
        OUTPUT=TEMPORARY,
    )  # fmt: skip
    assert np.nansum(column(alone, "proximity_abroad")) == 0
    assert np.nansum(column(whole, "proximity_abroad")) > 0
    assert column(whole, "proximity_own") == pytest.approx(
        column(alone, "proximity_own"), nan_ok=True
    )
    assert (column(whole, "frame_km") >= column(alone, "frame_km") - 1e-9).all()


def test_a_frame_says_where_the_data_is_complete(run, travel):
    made = measured(run, travel, FRAME=sample("municipalities"), RADIUS=15)
    complete, frame = column(made, "frame_complete"), column(made, "frame_km")
    assert set(complete) == {0, 1}
    assert ((complete == 1) == (frame >= 15)).all()


@pytest.mark.parametrize(
    ("bad", "told"),
    [
        ({"THRESHOLD": 0}, "THRESHOLD"),
        ({"RADIUS": -1}, "RADIUS"),
        ({"POPULATION_LAYER": sample("places")}, "POPULATION_LAYER_FIELD"),
        ({"POPULATION_LAYER": sample("places"), "POPULATION_LAYER_FIELD": "name"}, "name"),
        ({"ZONES_OUT": TEMPORARY}, "ZONE_FIELD"),
        ({"FRAME": sample("places")}, "FRAME"),
        ({"COST": "distance"}, "COST"),
    ],
)
def test_bad_input_is_refused(refused, travel, bad, told):
    given = {**travel, **PLACES, **ASKED, "OUTPUT": TEMPORARY, **bad}
    assert told in refused("transportperformance", **given)
