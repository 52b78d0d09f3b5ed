"""The whole table of trends for three zones on paper, each column worked out by hand."""

import numpy as np
import pytest

from smart_planning_plugin.core.territory import trends
from tests.core.test_trends import observed, zones

# a and b are LV, c is LT and touches a. Ten years between two first of January.
FLOWS = [
    (zone, year, kind, number)
    for zone, kinds in {
        "a": {"births": 10, "deaths": 20, "net_migration": -5},
        "b": {"births": 30, "deaths": 10, "net_migration": -10},
    }.items()
    for year in range(2011, 2021)
    for kind, number in kinds.items()
]
PAPER = [
    ("a", 2011, "population", 1000), ("a", 2016, "population", 950), ("a", 2021, "population", 850),
    ("b", 2011, "population", 2000), ("b", 2016, "population", 2040),
    ("b", 2021, "population", 2100),
    ("c", 2011, "population", 500), ("c", 2021, "population", 600),
    ("a", 2021, "pop_0_14", 100), ("a", 2021, "pop_15_64", 500), ("a", 2021, "pop_65", 250),
    ("b", 2021, "pop_0_14", 400), ("b", 2020, "pop_15_64", 1200), ("b", 2021, "pop_65", 500),
    ("a", 2011, "unemployment_rate", 8.0), ("a", 2021, "unemployment_rate", 4.0),
    *FLOWS,
]  # fmt: skip


@pytest.fixture(scope="module")
def found():
    return trends.trends(observed(PAPER), zones(), small_numbers="keep")


def yearly(first, last, years=10.0):
    return 100 * ((last / first) ** (1 / years) - 1)


def test_population_and_what_it_is_made_of(found):
    a, b, c = found.zones.to_dict("records")
    assert [one["change"] for one in (a, b, c)] == [-150, 100, 100]
    assert [one["change_pct"] for one in (a, b, c)] == pytest.approx([-15, 5, 20])
    assert [one["growth_pct_year"] for one in (a, b, c)] == pytest.approx(
        [yearly(1000, 850), yearly(2000, 2100), yearly(500, 600)], rel=1e-3
    )
    assert [one["density_km2"] for one in (a, b, c)] == pytest.approx([85, 105, 120])
    # of each year from 2011 to 2020
    assert (a["natural_change"], a["net_migration"]) == (-100, -50)
    assert (b["natural_change"], b["net_migration"]) == (200, -100)
    assert (a["webb"], b["webb"], c["webb"]) == ("f", "a", "")
    assert [one["migration_basis"] for one in (a, b, c)] == ["given", "given", ""]
    assert [one["unexplained"] for one in (a, b)] == [0, 0] and np.isnan(c["unexplained"])


def test_ages_are_those_of_one_date(found):
    a, b, c = found.zones.to_dict("records")
    assert (a["ageing_index"], a["old_age_dependency"], a["total_dependency"]) == (250, 50, 70)
    assert a["age_date"].startswith("2021")
    assert np.isnan(b["ageing_index"]) and b["age_date"] == ""  # of two dates
    assert np.isnan(c["ageing_index"])


def test_against_the_others_and_across_the_border(found):
    rows = found.summary[found.summary["indicator"] == "population"].set_index("zone")
    whole = yearly(3500, 3550)
    assert rows["reference_growth"].tolist() == pytest.approx([whole] * 3, rel=1e-3)
    assert rows.loc["a", "vs_reference"] == pytest.approx(yearly(1000, 850) - whole, rel=1e-3)
    assert rows.loc["a", "abroad_growth"] == pytest.approx(yearly(500, 600))
    assert rows.loc["c", "abroad_growth"] == pytest.approx(yearly(1000, 850))
    assert np.isnan(rows.loc["b", "abroad_growth"]) and np.isnan(rows.loc["b", "vs_abroad"])
    assert rows.loc["a", "vs_abroad"] == pytest.approx(
        yearly(1000, 850) - yearly(500, 600), rel=1e-3
    )
    assert rows["missing_years"].tolist() == [0, 0, 1]
    assert rows["status"].tolist() == ["ok"] * 3


def test_a_rate_has_neither_sum_nor_neighbours(found):
    rows = found.summary[found.summary["indicator"] == "unemployment_rate"].set_index("zone")
    assert rows["reference_growth"].isna().all() and rows["abroad_growth"].isna().all()
    assert rows.loc["a", "change"] == -4 and rows.loc["a", "change_pct"] == -50
    assert rows.loc["b", "status"] == "no_data"


def test_the_series_is_in_order_and_whole(found):
    mine = found.series[(found.series["zone"] == "a") & (found.series["indicator"] == "population")]
    assert mine["value"].tolist() == [1000, 950, 850]
    assert mine["time"].is_monotonic_increasing
    assert np.diff(mine["time"]) == pytest.approx([5, 5], abs=0.01)
    assert len(found.series) == len(PAPER)


def test_one_date_is_a_state():
    rows = [("a", 2021, "population", 1000), ("b", 2021, "population", 500)]
    table = trends.trends(observed(rows), zones(), small_numbers="keep")
    assert table.summary["status"].tolist() == ["one date only", "one date only", "no_data"]
    assert table.summary["last_value"].tolist()[:2] == [1000, 500]
    assert table.summary["growth_pct_year"].isna().all()


def test_years_that_most_have_are_chosen():
    rows = [*PAPER, ("a", 1990, "population", 1500), ("c", 2025, "population", 700)]
    table = trends.trends(observed(rows), zones(), small_numbers="keep")
    first = table.summary[table.summary["indicator"] == "population"]["first_date"]
    assert first.str[:4].unique().tolist() == ["2011"]
    asked = trends.trends(observed(rows), zones(), "", 2016, 2021, "keep")
    rows = asked.summary[asked.summary["indicator"] == "population"].set_index("zone")
    assert rows.loc["a", "first_value"] == 950 and rows.loc["c", "status"] == "no value in 2016"


def test_what_is_small_is_hidden_and_the_rest_rounded():
    rows = [("a", 2011, "population", 1004), ("a", 2021, "population", 1016),
            ("b", 2011, "population", 19), ("b", 2021, "population", 300),
            ("c", 2011, "population", 20), ("c", 2021, "population", 24),
            ("a", 2011, "unemployment_rate", 4.4), ("a", 2021, "unemployment_rate", 6.6),
            *[("a", year, "births", 3) for year in range(2011, 2021)],
            *[("a", year, "deaths", 1) for year in range(2011, 2021)]]  # fmt: skip
    found = trends.trends(observed(rows), zones(abroad=()))
    a, b, c = found.zones.to_dict("records")
    assert (a["first_value"], a["last_value"], a["change"]) == (1000, 1020, 10)
    assert b["status"] == "hidden" and np.isnan(b["last_value"]) and b["webb"] == ""
    assert c["status"] == "ok" and c["last_value"] == 20
    assert a["natural_change"] == 20 and a["net_migration"] == -10  # 12 less 20
    summary = found.summary.set_index(["indicator", "zone"])
    assert summary.loc[("unemployment_rate", "a"), "first_value"] == 4.4
    assert summary.loc[("births", "a"), "status"] == "ok"  # few births tell nobody's name
    assert summary.loc[("population", "b"), "status"] == "hidden"
    assert np.isnan(summary.loc[("population", "b"), "growth_pct_year"])
    shown = found.series[found.series["zone"] == "b"]
    assert shown["value"].tolist() == [300]


@pytest.mark.parametrize(
    ("values", "at"),
    [
        ([100, 101, 102, 103, 104, 105], []),
        ([100, 101, 102, 103, 80, 81], [4]),
        ([100, 101, 102, 103, 102], []),  # under three percentage points
        ([100, 101, 102, 60], []),  # too few to tell
        ([100, 101, 0, 103, 80, 81], []),
        ([100, 150, 151, 152, 153, 154], [1]),
    ],
)
def test_breaks_by_hand(values, at):
    assert (
        trends.breaks(np.arange(len(values), dtype=float), np.array(values, float)).tolist() == at
    )


def test_growth_by_hand():
    found = trends.annual_growth([100.0, 0, 100, 100, 100], [121.0, 5, 0, 121, -1], [2, 1, 1, 0, 1])
    assert found[0] == pytest.approx(10) and found[2] == -100
    assert np.isnan(found[[1, 3, 4]]).all()
