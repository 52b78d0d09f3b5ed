"""Action plans: money that adds up, status by hand, and everything that does not fit."""

from datetime import date

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.territory import plan

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
DAY = date(2026, 7, 1)
ROW = {
    "code": "1", "action": "Do it", "responsible": "Us", "start": "2025", "end": "2027",
    "budget": "300", "fund_source": "state", "indicator": "n", "baseline": "0", "target": "10",
}  # fmt: skip


def read(*rows, values=None, **changes):
    frame = pd.DataFrame([{**ROW, **one} for one in (rows or [changes])]).fillna("")
    found = None
    if values is not None:
        found = pd.DataFrame(
            [(name, value, "2026-06-01") for name, value in values.items()],
            columns=["indicator", "value", "date"],
        )
    return plan.read_plan(frame, found, DAY)


def problems(made, code="1"):
    return set(made.issues.loc[made.issues["code"] == code, "problem"])


@pytest.mark.parametrize(
    ("changes", "value", "status"),
    [
        ({}, 10, "reached"),
        ({}, 8, "on_track"),  # half of the time has passed
        ({}, 4, "behind"),
        ({"end": "2026-06"}, 4, "overdue"),
        ({"start": "2026-08"}, 4, "not_started"),
        ({}, np.nan, "no_figure"),
        ({"start": "", "end": ""}, 4, "no_dates"),
        ({"start": "2028"}, 4, "inconsistent"),
        ({"baseline": "10", "target": "0"}, 3, "on_track"),  # fewer is better
        ({"baseline": "10", "target": "0"}, -1, "reached"),
    ],
)
def test_status(changes, value, status):
    made = read(values={"n": value}, **changes).actions.iloc[0]
    assert made["status"] == status
    assert made["as_of"] == "2026-07-01"


def test_progress_and_distance_by_hand():
    made = read(values={"n": 4}).actions.iloc[0]
    assert made["progress_pct"] == 40 and made["distance"] == 6
    days = (DAY - date(2025, 1, 1)).days + 1
    assert made["expected_pct"] == pytest.approx(100 * days / (365 * 3))
    assert made["value_date"] == "2026-06-01"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", (2026, 1, 1), (2026, 12, 31)),
        ("2024-02", (2024, 2, 1), (2024, 2, 29)),
        ("2026-05-24", (2026, 5, 24), (2026, 5, 24)),
        ("24.05.2026.", (2026, 5, 24), (2026, 5, 24)),
    ],
)
def test_dates_as_they_are_written(text, first, last):
    assert plan.moment(text, False) == date(*first) and plan.moment(text, True) == date(*last)


@FEW
@given(
    st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 5), st.integers(0, 5)), min_size=1,
             max_size=6)
)  # fmt: skip
def test_money_by_year_and_source_adds_up(rows):
    made = read(
        *(
            {"code": str(at), "budget": str(money), "start": str(2020 + first),
             "end": str(2020 + first + long)}
            for at, (money, first, long) in enumerate(rows)
        )
    )  # fmt: skip
    assert made.budget["amount"].sum() == pytest.approx(sum(one[0] for one in rows))
    assert np.nansum(made.actions["budget_counted"]) == pytest.approx(made.budget["amount"].sum())


def test_money_is_counted_once():
    made = read(
        {"code": "1", "budget": "300"},
        {"code": "1.1", "parent": "1", "budget": "100"},
        {"code": "1.2", "parent": "1", "budget": "150"},
    )
    assert made.budget["amount"].sum() == pytest.approx(250)
    assert "the rows below cost more than the row" not in problems(made)
    made = read({"code": "1", "budget": "200"}, {"code": "1.1", "parent": "1", "budget": "250"})
    assert "the rows below cost more than the row" in problems(made)


def test_sources_and_years_as_given():
    made = read(fund_source="ERDF=200; municipality=100", start="2025", end="2026")
    wide = made.budget.pivot(index="source", columns="year", values="amount")
    assert wide.loc["ERDF"].tolist() == [100, 100] and wide.loc["municipality"].sum() == 100
    made = read(fund_source="", budget_ERDF="200", budget_state="100", budget_2025="75",
                budget_2026="225")  # fmt: skip
    wide = made.budget.pivot(index="source", columns="year", values="amount")
    assert wide.loc["ERDF"].tolist() == [50, 150] and wide.loc["state"].tolist() == [25, 75]
    assert problems(made) == set()


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"start": "2028"}, "ends before it starts"),
        ({"start": ""}, "only one of start and end"),
        ({"responsible": ""}, "nobody is responsible"),
        ({"fund_source": "ERDF=100; state=100"}, "money by source does not add up to the budget"),
        ({"fund_source": "ERDF; state"}, "several sources, but not how much each"),
        ({"fund_source": ""}, "budget without a source"),
        ({"budget_2025": "100"}, "money by year does not add up to the budget"),
        ({"indicator": "other"}, "indicator is not in INDICATORS"),
        ({"indicator": ""}, "no indicator"),
        ({"target": ""}, "indicator without a target"),
        ({"baseline": ""}, "indicator without a baseline"),
        ({"target": "0"}, "target is the baseline"),
        ({"parent": "9"}, "parent is in no row"),
    ],
)
def test_what_does_not_fit_is_reported(changes, problem):
    made = read(values={"n": 4}, **changes)
    assert problem in problems(made)
    assert problem in made.actions.iloc[0]["remarks"]


def test_a_sound_row_has_no_remarks():
    assert read(values={"n": 4}).issues.empty


def test_outside_the_time_of_the_parent():
    made = read({"code": "1", "end": "2026"}, {"code": "1.1", "parent": "1"})
    assert problems(made, "1.1") == {"outside the time of its parent"}


@pytest.mark.parametrize(
    ("rows", "error", "says"),
    [
        ([{"budget": "-1"}], InvalidValueError, "below 0"),
        ([{"budget_ERDF": "-1"}], InvalidValueError, "below 0"),
        ([{"fund_source": "ERDF=-5"}], InvalidValueError, "below 0"),
        ([{"start": "soon"}], InvalidValueError, "1: soon"),
        ([{"start": "2026-13"}], InvalidValueError, "no dates"),
        ([{"budget": "much"}], InvalidValueError, "not numbers"),
        ([{"parent": "2"}, {"code": "2", "parent": "1"}], InvalidValueError, "1 → 2 → 1"),
        ([{}, {}], DuplicateIdError, "1"),
        ([{"code": ""}], InvalidValueError, "codes are missing"),
    ],
)
def test_refused(rows, error, says):
    with pytest.raises(error, match=says):
        read(*rows)


def test_no_rows_no_columns():
    with pytest.raises(EmptyLayerError):
        plan.read_plan(pd.DataFrame(columns=["code", "action"]), None, DAY)
    with pytest.raises(MissingFieldError):
        plan.read_plan(pd.DataFrame({"code": ["1"]}), None, DAY)


def test_organisations():
    made = read({"partners": "A; B"}, {"code": "2", "responsible": "A", "partners": "Us, B"})
    found = made.partners.set_index("organisation")
    assert found.loc["Us", "responsible_for"] == 1 and found.loc["Us", "takes_part_in"] == 1
    assert found.loc["B", "takes_part_money"] == 600 and found.loc["B", "responsible_money"] == 0


@pytest.mark.parametrize(
    ("how", "value"),
    [("sum", 5), ("mean", 2.5), ("min", 2), ("max", 3), ("count", 3), ("share", 50),
     ("weighted_mean", (2 * 1 + 3 * 3) / 4)],
)  # fmt: skip
def test_aggregates(how, value):
    values, weights = [2, 3, np.nan, 5], [1, 3, 9, 9]
    chosen = [True, True, True, False]
    assert plan.aggregate(how, values, weights, chosen) == pytest.approx(value)
