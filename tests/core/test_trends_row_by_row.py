"""Trends of zones row by row, beside the reference, across the border and where figures are few."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.territory import tables, trends
from smart_planning_plugin.core.territory.trend_words import findings
from tests.core.test_trends import observed, zones

NAN = float("nan")


def yearly(first, last, years=10.0):
    return 100 * ((last / first) ** (1 / years) - 1)


#: From the first of January 2011 to that of 2021, as the years have it: 10 of them.
ROWS = [
    ("b", 2011, "population", 2000), ("b", 2015, "population", 1000),
    ("b", 2021, "population", 2420), ("c", 2021, "population", 600), ("c", 2011, "population", 500),
    ("a", 2011, "population", 1000), ("a", 2016, "population", 950), ("a", 2021, "population", 850),
    ("EU", 2011, "population", 100), ("EU", 2021, "population", 110),
    ("a", 2011, "jobs", 0), ("a", 2021, "jobs", 50), ("b", 2011, "jobs", 100),
    ("b", 2021, "jobs", 100), ("EU", 2011, "jobs", 9),
]  # fmt: skip


def test_the_summary_as_on_paper():
    around = zones(("LV", "LV", "LT"), ((0, 2), (1, 2), (2, 0), (2, 1)))
    found = trends.trends(observed(ROWS), around, small_numbers="keep").summary
    whole, abroad_c, jobs = yearly(3500, 3870), yearly(3000, 3270), yearly(100, 150)
    own = [yearly(1000, 850), yearly(2000, 2420), yearly(500, 600)]
    expected = pd.DataFrame(
        {
            "zone": ["a", "b", "c"] * 2,
            "name": ["Zone a", "Zone b", "Zone c"] * 2,
            "country": ["LV", "LV", "LT"] * 2,
            "indicator": ["jobs"] * 3 + ["population"] * 3,
            "first_date": "2011", "last_date": "2021",
            "first_value": [0, 100, NAN, 1000, 2000, 500],
            "last_value": [50, 100, NAN, 850, 2420, 600],
            "change": [50, 0, NAN, -150, 420, 100],
            "change_pct": [NAN, 0, NAN, -15, 21, 20],
            "growth_pct_year": [NAN, 0, NAN, *own],
            "reference_growth": [jobs] * 3 + [whole] * 3,
            "vs_reference": [NAN, -jobs, NAN, *[one - whole for one in own]],
            "abroad_growth": [NAN, NAN, jobs, own[2], own[2], abroad_c],
            "vs_abroad": [NAN, NAN, NAN, own[0] - own[2], own[1] - own[2], own[2] - abroad_c],
            "missing_years": [0, 0, 2, 2, 2, 3],
            "break_years": "", "break_basis": "",
            "status": ["ok", "ok", "no_data", "ok", "ok", "ok"],
        }
    )  # fmt: skip
    # the population has also 2015, 2016 and those of EU; 2015 and 2016 are of one zone each
    expected.loc[3:, "missing_years"] = [1, 1, 2]
    pd.testing.assert_frame_equal(found, expected, check_dtype=False, rtol=1e-9)


def test_a_reference_of_the_table_with_and_without_figures():
    dated = [(zone, {2011: "2011-03-01", 2021: "2021-03-01"}.get(year, year), *rest)
             if zone == "EU" else (zone, year, *rest) for zone, year, *rest in ROWS]  # fmt: skip
    found = trends.trends(observed(dated), zones(), "EU", small_numbers="keep")
    rows = found.summary.set_index(["indicator", "zone"])
    # both dates are 59 days into their year
    assert rows.loc["population", "reference_growth"].tolist() == pytest.approx(
        [yearly(100, 110)] * 3
    )
    assert rows.loc["jobs"]["reference_growth"].isna().all()  # EU has no jobs of 2021
    assert found.reference == "EU"
    series = found.series
    assert set(series["zone"]) == {"a", "b", "c", "EU"} and len(series) == len(ROWS)
    keys = list(zip(series["indicator"], series["zone"], series["time"]))
    assert keys == sorted(keys)
    assert list(series) == ["zone", "indicator", "time", "value", "flag"]
    assert "EU" not in set(trends.trends(observed(dated), zones()).series["zone"])


def test_years_are_those_that_half_of_the_zones_have():
    rows = [("a", 2010, "population", 900), ("a", 2011, "population", 1000),
            ("b", 2011, "population", 1000), ("a", 2020, "population", 950),
            ("b", 2020, "population", 960), ("c", 2020, "population", 970),
            ("c", 2021, "population", 980), ("b", 2021, "population", 970),
            ("EU", 2030, "population", 5)]  # fmt: skip
    found = trends.trends(observed(rows), zones(), small_numbers="keep").summary
    assert found["first_date"].tolist() == ["2011"] * 3  # 2 of 3 have it; 2010 one of 3
    assert found["last_date"].tolist() == ["2021"] * 3
    assert found["status"].tolist() == ["no value in 2021", "ok", "no value in 2011"]
    # half is enough: two of four that have figures in the best year
    two = trends.trends(observed([("a", 2010, "x", 1), ("a", 2020, "x", 3), ("b", 2020, "x", 1)]),
                        zones(), small_numbers="keep").summary  # fmt: skip
    assert two["first_date"].tolist() == ["2010"] * 3 and two["status"][1] == "no value in 2010"
    asked = trends.trends(observed(rows), zones(), "", 2000, None, "keep").summary
    assert asked["status"].tolist() == ["no value in 2000 and 2021", *["no value in 2000"] * 2]
    assert asked["first_date"].tolist() == ["2000"] * 3
    only = trends.trends(observed(rows), zones(), "", None, 2020, "keep").summary
    assert only["last_value"].tolist() == [950, 960, 970]


def test_shares_are_compared_with_no_sum_nor_neighbour():
    rows = [("a", 2011, "jobs_rate", 50), ("a", 2021, "jobs_rate", 60),
            ("c", 2011, "jobs_rate", 40), ("c", 2021, "jobs_rate", 50),
            ("EU", 2011, "jobs_rate", 100), ("EU", 2021, "jobs_rate", 121)]  # fmt: skip
    found = trends.trends(observed(rows), zones()).summary
    assert found[["reference_growth", "abroad_growth"]].isna().all(axis=None)
    assert found["first_value"].fillna(-1).tolist() == [50, -1, 40]
    beside = trends.trends(observed(rows), zones(), "EU").summary
    assert beside["reference_growth"].tolist() == pytest.approx([yearly(100, 121)] * 3)
    table = trends.trends(observed(rows), zones()).zones
    assert table["density_km2"].isna().all() and "unexplained" not in table
    assert table["indicator"].tolist() == ["jobs_rate"] * 3


def test_movement_given_worked_out_and_not_known():
    years = range(2011, 2014)
    flows = {"a": {"births": 10, "deaths": 4, "net_migration": 1},
             "b": {"natural_change": -5, "births": 100, "deaths": 1},
             "c": {"births": 10, "deaths": 4}}  # fmt: skip
    rows = [(zone, year, kind, value + (year == 2013)) for zone, kinds in flows.items()
            for kind, value in kinds.items() for year in years]  # fmt: skip
    rows = [one for one in rows if one[:3] != ("c", 2012, "deaths")]
    rows += [(zone, year, kind, 999) for zone, kinds in flows.items() for kind in kinds
             for year in (2010, 2014)]  # before the first and after the last  # fmt: skip
    rows += [("a", 2011, "population", 1000), ("a", 2014, "population", 1030),
             ("b", 2011, "population", 1000), ("b", 2014, "population", 1000),
             ("c", 2011, "population", 1000), ("c", 2014, "population", 990)]  # fmt: skip
    table = trends.trends(observed(rows), zones(), small_numbers="keep").zones
    # a: births 31 less deaths 13, and 4 came; 30 more than before, so 8 are not explained
    assert table["natural_change"].fillna(-1).tolist() == [18, -14, -1]
    assert table["net_migration"].fillna(-1).tolist() == [4, 14, -1]
    assert table["migration_basis"].tolist() == ["given", "residual", ""]
    assert table["unexplained"].fillna(-1).tolist() == [8, -1, -1]
    assert table["webb"].tolist() == ["b", "e", ""]
    assert list(table) == [
        "indicator", "first_date", "last_date", "first_value", "last_value", "change",
        "change_pct", "growth_pct_year", "vs_reference", "vs_abroad", "break_years", "status",
        "density_km2", "ageing_index", "old_age_dependency", "total_dependency", "age_date",
        "natural_change", "net_migration", "migration_basis", "webb", "unexplained",
    ]  # fmt: skip


def test_ages_of_the_latest_date_and_of_one():
    rows = [("a", 2021, "population", 900)]
    for zone, year, ages in (("a", 2019, (1, 1, 1)), ("a", 2020, (100, 500, 300)),
                             ("b", 2018, (50, 200, 100)), ("c", 2020, (50, 200, 100))):  # fmt: skip
        rows += [(zone, year, name, value) for name, value in
                 zip(("pop_0_14", "pop_15_64", "pop_65"), ages)]  # fmt: skip
    rows.append(("c", 2021, "pop_65", 400))
    table = trends.trends(observed(rows), zones(), small_numbers="keep").zones
    assert table["ageing_index"].fillna(-1).tolist() == [300, 200, -1]
    assert table["old_age_dependency"].fillna(-1).tolist() == [60, 50, -1]
    assert table["total_dependency"].fillna(-1).tolist() == [80, 75, -1]
    assert table["age_date"].tolist() == ["2020", "2018", ""]


def test_what_is_hidden_is_hidden_in_every_column():
    rows = [
        ("a", 2011, "population", 1006), ("a", 2021, "population", 1016),
        ("b", 2011, "population", 300), ("b", 2021, "population", 19),
        ("c", 2011, "population", 0), ("c", 2021, "population", 20),
        ("a", 2011, "births", 5), ("a", 2021, "births", 17),
        ("b", 2011, "x_rate", 5.5), ("b", 2021, "x_rate", 17.5),
        *[("b", year, kind, 7) for year in range(2011, 2021) for kind in
          ("natural_change", "net_migration")],
    ]  # fmt: skip
    found = trends.trends(observed(rows), zones(abroad=((0, 1), (1, 0))))
    summary = found.summary.set_index(["indicator", "zone"])
    numbers = ["first_value", "last_value", "change", "change_pct", "growth_pct_year",
               "vs_reference", "vs_abroad"]  # fmt: skip
    b = summary.loc[("population", "b")]
    assert b["status"] == "hidden" and b[numbers].isna().all()
    a = summary.loc[("population", "a")]
    assert a[numbers[:3]].tolist() == [1010, 1020, 10]
    assert a["growth_pct_year"] == pytest.approx(yearly(1006, 1016))
    assert a["change_pct"] == pytest.approx(1000 / 1006)
    c = summary.loc[("population", "c")]
    assert (c["status"], c["last_value"], c["first_value"]) == ("ok", 20, 0)
    births = summary.loc[("births", "a")]
    assert births[numbers[:3]].tolist() == [0, 20, 10] and births["status"] == "ok"
    rate = summary.loc[("x_rate", "b")]
    assert rate[numbers[:3]].tolist() == [5.5, 17.5, 12] and rate["status"] == "ok"
    hidden = found.zones.iloc[1]
    assert hidden["status"] == "hidden" and hidden["webb"] == hidden["migration_basis"] == ""
    floats = [one for one in found.zones if found.zones[one].dtype.kind == "f"]
    assert hidden[floats].isna().all() and hidden["first_date"] == "2011"
    shown = found.zones.iloc[0]
    assert shown[["first_value", "last_value", "change"]].tolist() == [1010, 1020, 10]
    kept = trends.trends(observed(rows), zones(abroad=()), small_numbers="keep")
    assert kept.zones["status"].tolist() == ["ok"] * 3 and kept.zones["last_value"][1] == 19
    assert kept.series.loc[kept.series["indicator"] == "births", "value"].tolist() == [5, 17]
    series = found.series.groupby("indicator")["value"].apply(list)
    assert series["population"] == [1010, 1020, 300, 0, 20]
    assert series["x_rate"] == [5.5, 17.5] and "births" not in series


def test_breaks_that_are_said_and_breaks_that_are_found():
    rows = [("a", 2010 + at, "population", value) for at, value in
            enumerate(["1000", "1010", "1021 b", "1031", "1041 bp", "1051", "1062"])]  # fmt: skip
    rows += [("b", 2010 + at, "population", value) for at, value in
             enumerate([1000, 1010, 1021, 1031, 800, 808, 816])]  # fmt: skip
    found = trends.trends(observed(rows), zones()).summary
    assert found["break_years"].tolist() == ["2012, 2014", "2014", ""]
    assert found["break_basis"].tolist() == ["flagged", "detected", ""]


@pytest.mark.parametrize(
    ("values", "at"),
    [
        # 1, 1, 1 and 1 + 3 per cent a year in the logarithm, and a little less
        ([0, 0.01, 0.02, 0.03, 0.0701], [4]),
        ([0, 0.01, 0.02, 0.03, 0.0699], []),
        # growth of 1, 2, 3, 4 and 20 per cent: the median is 3, and 1.4826 times 4 the limit
        ([0, 0.01, 0.03, 0.06, 0.10, 0.30], [5]),
        ([0, 0.01, 0.05, 0.10, 0.18, 0.36], []),  # off by 0.13, the limit is 4 x 1.4826 x 0.03
    ],
)
def test_how_far_a_jump_has_to_go(values, at):
    times = np.arange(len(values), dtype=float)
    assert trends.breaks(times, 1000 * np.exp(values)).tolist() == at
    # the same in half of the time
    assert trends.breaks(times / 2, 1000 * np.exp(np.array(values) / 2)).tolist() == at


def test_growth_at_the_ends_of_what_can_grow():
    found = trends.annual_growth([1e-9, 1, 1, 1, NAN], [2e-9, 0, 1, 2, 1], [1, 1, 1, 0.5, 1])
    assert found[:4].tolist() == pytest.approx([100, -100, 0, 300]) and np.isnan(found[4])
    assert trends.webb([2, 2, -2, -2, 0, 0, NAN], [-2, 2, 2, -2, 3, -3, 1]).tolist() == [
        "a", "b", "e", "f", "c", "g", "",
    ]  # fmt: skip
    assert trends.webb([3, -3, 1, -1], [0, 0, 2, -2]).tolist() == ["b", "f", "c", "g"]


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (("", 2021, 2011), "The first year, 2021, is not before the last, 2011. Look at FROM_YEAR "
         "and TO_YEAR."),
        (("XX",), "The reference 'XX' is not in the observations. Look at REFERENCE."),
    ],
)  # fmt: skip
def test_what_is_asked_must_be_there(args, message):
    with pytest.raises(SmartPlanningError) as caught:
        trends.trends(observed(ROWS), zones(), *args)
    assert str(caught.value) == message


def test_where_no_code_fits_five_are_shown():
    rows = [(one, 2020, "population", 100) for one in "zyxwvu"]
    with pytest.raises(SmartPlanningError) as caught:
        trends.trends(observed(rows), zones())
    assert str(caught.value) == (
        "No observation is of a zone of the layer (u, v, w, x, y). Look at the codes: they are "
        "joined as text, leading zeros and all."
    )
    assert caught.value.ids == list("uvwxy")


def test_findings_of_trends_in_the_order_of_their_growth():
    rows = [("a", "2011", "population", 1000), ("a", "2021", "population", 1000),
            ("b", "2011", "population", 1000), ("b", "2021", "population", 1000),
            ("c", "2011", "population", 1000), ("c", "2021", "population", 1000)]  # fmt: skip
    found = findings(trends.trends(observed(rows), zones()), "en")
    assert found[0].endswith("0 grew, 3 did not.")
    # of equals the last and the first by their codes
    assert found[1] == (
        "Strongest growth: Zone c (0.0 % a year); strongest decline or weakest growth: Zone a "
        "(0.0 % a year)."
    )
    assert found[2].startswith("0 of 2 zones at the border") and "Zone a, 0.0" in found[2]
    assert len(found) == 3


def test_dates_with_decimals():
    frame = pd.DataFrame({"zone": ["a"] * 2, "year": ["2011-07-02", "2021-01-01"],
                          "value": [100, 200]})  # fmt: skip
    table = trends.trends(tables.long_table(frame, "indicator", "t"), zones()).summary
    # 182 days of 365.25 after 1 January
    assert table["growth_pct_year"][0] == pytest.approx(yearly(100, 200, 10 - 182 / 365.25))
