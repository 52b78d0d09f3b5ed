"""Territorial trends: formulas by hand, identities, and what may not be said."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import EmptyLayerError, InvalidValueError
from smart_planning_plugin.core.territory import tables, trends
from smart_planning_plugin.core.territory.trend_words import findings
from smart_planning_plugin.core.words import when

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def zones(countries=("LV", "LV", "LT"), abroad=((0, 2), (2, 0))):
    ids = np.array(["a", "b", "c"][: len(countries)], dtype=object)
    return trends.Zones(
        ids, np.array([f"Zone {one}" for one in ids], dtype=object),
        np.array(countries, dtype=object), np.array([10.0, 20.0, 5.0])[: len(countries)],
        np.array(abroad, int).reshape(-1, 2),
    )  # fmt: skip


def observed(rows):
    frame = pd.DataFrame(rows, columns=["zone", "year", "indicator", "value"])
    return tables.long_table(frame, "indicator", "t")


PEOPLE = [
    ("a", "2011-03-01", "population", 1000), ("a", "2021-01-01", "population", 900),
    ("b", "2011-03-01", "population", 2000), ("b", "2021-01-01", "population", 2200),
    ("c", "2011-03-01", "population", 500), ("c", "2021-01-01", "population", 400),
]  # fmt: skip


def test_growth_uses_exact_dates():
    found = trends.trends(observed(PEOPLE), zones(), small_numbers="keep")
    a = found.zones.iloc[0]
    years = (pd.Timestamp("2021-01-01") - pd.Timestamp("2011-03-01")).days / 365.25
    assert a["growth_pct_year"] == pytest.approx(100 * (0.9 ** (1 / years) - 1), rel=1e-3)
    assert (a["first_date"], a["last_date"]) == ("2011-03-01", "2021-01-01")
    assert a["change"] == -100 and a["change_pct"] == pytest.approx(-10)
    assert a["density_km2"] == 90
    # the reference grows as the sum does, not as the mean of the zones
    whole = 100 * ((3500 / 3500) ** (1 / years) - 1)
    assert a["vs_reference"] == pytest.approx(a["growth_pct_year"] - whole)


def test_neighbours_across_the_border_only():
    found = trends.trends(observed(PEOPLE), zones(), small_numbers="keep")
    summary = found.summary.set_index("zone")
    assert summary.loc["a", "abroad_growth"] == pytest.approx(
        float(trends.annual_growth(500, 400, 10)), rel=1e-9
    )
    assert np.isnan(summary.loc["b", "abroad_growth"])  # it touches nobody across


def test_reference_region_of_the_table():
    more = [*PEOPLE, ("EU", "2011", "population", 100), ("EU", "2021", "population", 110)]
    found = trends.trends(observed(more), zones(), "EU")
    assert found.summary["reference_growth"].iloc[0] == pytest.approx(
        float(trends.annual_growth(100, 110, 10))
    )
    with pytest.raises(InvalidValueError, match="XX"):
        trends.trends(observed(PEOPLE), zones(), "XX")


@FEW
@given(st.floats(1, 1e4), st.floats(1, 1e4), st.floats(1, 50))
def test_growth_compounds_to_the_last_value(first, last, years):
    growth = float(trends.annual_growth(first, last, years))
    assert first * (1 + growth / 100) ** years == pytest.approx(last, rel=1e-6)


def test_growth_from_nothing_is_unknown():
    assert np.isnan(trends.annual_growth([0, -1, 5], [5, 5, 5], [1, 1, 0])).all()


WEBB = {
    "a": (5, -2), "b": (5, 2), "c": (2, 5), "d": (-2, 5), "e": (-5, 2), "f": (-5, -2),
    "g": (-2, -5), "h": (2, -5), "stable": (0, 0),
}  # fmt: skip


@pytest.mark.parametrize("kind", WEBB)
def test_webb(kind):
    assert trends.webb(*[np.array([one]) for one in WEBB[kind]])[0] == kind


@FEW
@given(st.integers(-50, 50), st.integers(-50, 50))
def test_webb_grows_and_shrinks_with_the_total(natural, migration):
    kind = trends.webb([natural], [migration])[0]
    if natural + migration > 0:
        assert kind in "abcd"
    elif natural + migration < 0:
        assert kind in "efgh"
    assert kind != ""


def test_age_indices_by_hand():
    found = trends.age_indices(*(np.array([one]) for one in (150.0, 650.0, 200.0))).iloc[0]
    assert found["ageing_index"] == pytest.approx(100 * 200 / 150)
    assert found["old_age_dependency"] == pytest.approx(100 * 200 / 650)
    assert found["total_dependency"] == pytest.approx(100 * 350 / 650)
    assert trends.age_indices(*(np.array([one]) for one in (0.0, 0.0, 1.0))).isna().all(axis=None)


def test_migration_is_the_residual_where_it_is_not_given():
    flows = [("a", year, kind, value) for year in range(2011, 2021)
             for kind, value in (("births", 10), ("deaths", 15))]  # fmt: skip
    rows = [("a", 2011, "population", 1000), ("a", 2021, "population", 900), *flows]
    found = trends.trends(observed(rows), zones(), small_numbers="keep").zones.iloc[0]
    assert found["natural_change"] == -50 and found["net_migration"] == -50
    assert found["migration_basis"] == "residual" and found["webb"] == "f"
    rows = [one for one in rows if one[1:3] != (2015, "births")]
    found = trends.trends(observed(rows), zones(), small_numbers="keep").zones.iloc[0]
    assert np.isnan(found["natural_change"]) and found["webb"] == ""  # a year is missing


def test_breaks_are_found_or_said():
    times, values = np.arange(10.0), 1000 * 0.99 ** np.arange(10)
    assert trends.breaks(times, values).tolist() == []
    values[6:] *= 0.9
    assert trends.breaks(times, values).tolist() == [6]
    rows = [("a", 2010 + int(at), "population", value) for at, value in zip(times, values)]
    found = trends.trends(observed(rows), zones()).zones.iloc[0]
    assert found["break_years"] == "2016"
    rows = [(*one[:3], f"{one[3]:.0f}{' b' if one[1] == 2013 else ''}") for one in rows]
    found = trends.trends(observed(rows), zones()).summary.iloc[0]
    assert (found["break_years"], found["break_basis"]) == ("2013", "flagged")


def test_years_missing_in_a_zone():
    rows = [one for one in PEOPLE if one[:2] != ("c", "2011-03-01")]
    found = trends.trends(observed(rows), zones())
    c = found.zones.iloc[2]
    assert c["status"] == "no value in 2011" and np.isnan(c["growth_pct_year"])
    a = found.summary.set_index("zone").loc["a"]
    assert np.isnan(a["abroad_growth"])  # its neighbour has no figure then
    assert a["reference_growth"] == pytest.approx(
        float(trends.annual_growth(3000, 3100, 9.8385)), rel=1e-3
    )


def test_small_numbers_are_hidden_and_cannot_be_worked_out():
    rows = [("a", 2011, "population", 25), ("a", 2021, "population", 15),
            ("b", 2011, "population", 1234), ("b", 2021, "population", 1111)]  # fmt: skip
    found = trends.trends(observed(rows), zones(("LV", "LV"), ()))
    a, b = found.zones.iloc[0], found.zones.iloc[1]
    assert a["status"] == "hidden"
    numbers = [one for one in found.zones.columns if found.zones[one].dtype.kind == "f"]
    assert a[numbers].isna().all()
    assert (b["first_value"], b["last_value"], b["change"]) == (1230, 1110, -120)
    assert not ((found.series["zone"] == "a") & (found.series["value"] < 20)).any()


@pytest.mark.parametrize("years", [(2021, 2011), (2021, 2021)])
def test_years_in_the_wrong_order(years):
    with pytest.raises(InvalidValueError, match="FROM_YEAR"):
        trends.trends(observed(PEOPLE), zones(), "", *years)


def test_nothing_matches():
    rows = [("x", 2011, "population", 25)]
    with pytest.raises(EmptyLayerError, match="leading zeros"):
        trends.trends(observed(rows), zones())


@pytest.mark.parametrize("language", ["en", "lv", "lt"])
def test_findings_say_dates_and_limits(language):
    said = findings(trends.trends(observed(PEOPLE), zones()), language)
    assert when("2011-03-01", language) in said[0] and when("2021-01-01", language) in said[0]
    assert said[0][0].isupper()
    assert all("{" not in one for one in said)
    english = findings(trends.trends(observed(PEOPLE), zones()), "en")
    assert language == "en" or not set(said) & set(english)
