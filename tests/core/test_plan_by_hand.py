"""An action plan, all of whose tables are worked out by hand, and the edges of its rules."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import (
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.territory import plan
from tests.core.small import assert_table
from tests.core.test_plan import DAY, ROW, problems, read

NAN = np.nan

#: In no order; 1 is above 1.1 and 1.2, the parent of 3.1 is in no row.
FRAME = pd.DataFrame(
    [
        {"code": 2.0, "action": "Second", "responsible": "B", "budget": 50},
        {"code": "1.2", "parent": "1", "action": "Build", "responsible": "A; B, A",
         "partners": "C, A", "start": "2025", "end": "2026", "budget": "610",
         "fund_source": "state", "budget_2025": "152,5", "budget_2026": 457.5,
         "indicator": "m", "baseline": 0, "target": 5},
        {"code": "1", "goal": "Better", "action": "First", "responsible": "D", "start": "2025",
         "end": "2026", "budget": 1000},
        {"code": "1.1", "parent": "1", "action": "Plan", "start": "2025-07", "end": "30.06.2027.",
         "budget": 400, "fund_source": "ERDF=300; state=100", "indicator": "n", "baseline": 10,
         "target": "20"},
        {"code": "3.1", "parent": "3", "action": "Ask", "responsible": "C", "start": "2027",
         "end": "2028", "fund_source": "EU = 5", "indicator": "q", "baseline": 3},
    ]
).astype(object)  # fmt: skip
FRAME = FRAME.where(FRAME.notna(), None)
INDICATORS = pd.DataFrame(
    {"indicator": ["m", "n"], "value": [5.0, 15.0], "date": ["2026-05-31", 2026.0]}
)


def test_actions_in_their_order_with_what_is_told_of_them():
    found = plan.read_plan(FRAME, INDICATORS, DAY).actions
    # 1 and 1.2 run for 730 days, of which 547 have passed; 1.1 as well, of which 366
    assert_table(
        found,
        code=["2", "1", "1.2", "1.1", "3.1"],
        parent=["", "", "1", "1", "3"],
        depth=[0, 0, 1, 1, 0],
        goal=["", "Better", "", "", ""],
        action=["Second", "First", "Build", "Plan", "Ask"],
        responsible=["B", "D", "A; B, A", "", "C"],
        partners=["", "", "C, A", "", ""],
        start=["", "2025-01-01", "2025-01-01", "2025-07-01", "2027-01-01"],
        end=["", "2026-12-31", "2026-12-31", "2027-06-30", "2028-12-31"],
        budget=[50.0, 1000.0, 610.0, 400.0, None],
        budget_counted=[50.0, None, 610.0, 400.0, 5.0],
        fund_source=["?=50", "", "state=610", "ERDF=300; state=100", "EU=5"],
        indicator=["", "", "m", "n", "q"],
        baseline=[None, None, 0.0, 10.0, 3.0],
        target=[None, None, 5.0, 20.0, None],
        value=[None, None, 5.0, 15.0, None],
        value_date=["", "", "2026-05-31", "2026", ""],
        progress_pct=[None, None, 100.0, 50.0, None],
        expected_pct=[None, 100 * 547 / 730, 100 * 547 / 730, 100 * 366 / 730, 0.0],
        distance=[None, None, 0.0, 5.0, None],
        status=["no_dates", "group", "reached", "behind", "not_started"],
        remarks=[
            "budget without a source; no indicator; no dates",
            "the rows below cost more than the row",
            "",
            "nobody is responsible; outside the time of its parent",
            "indicator is not in INDICATORS; indicator without a target; parent is in no row",
        ],
        as_of=["2026-07-01"] * 5,
    )


def test_money_by_year_and_source():
    # 184 days of 1.1 lie in 2025, 365 in 2026, 181 in 2027; 1 is above others that have money
    years = [("2025", 184), ("2026", 365), ("2027", 181)]
    rows = [("2", "", "?", 50.0), ("1.2", "2025", "state", 152.5), ("1.2", "2026", "state", 457.5)]
    rows += [("1.1", year, source, money * days / 730) for year, days in years
             for source, money in (("ERDF", 300), ("state", 100))]  # fmt: skip
    rows += [("3.1", "2027", "EU", 5 * 365 / 731), ("3.1", "2028", "EU", 5 * 366 / 731)]
    names = "code", "year", "source", "amount"
    assert_table(
        plan.read_plan(FRAME, INDICATORS, DAY).budget, **dict(zip(names, map(list, zip(*rows))))
    )


def test_who_does_how_much():
    assert_table(
        plan.read_plan(FRAME, INDICATORS, DAY).partners,
        organisation=["A", "B", "C"],
        responsible_for=[1, 2, 1],
        responsible_money=[610.0, 660.0, 5.0],
        takes_part_in=[1, 0, 1],
        takes_part_money=[610.0, 0.0, 610.0],
    )  # D is responsible for what others do, and for no money of its own


def test_what_does_not_fit_with_its_numbers():
    late = "2025-07-01 – 2027-06-30 / 2025-01-01 – 2026-12-31"
    rows = [
        ("2", "budget without a source", ""),
        ("3.1", "indicator is not in INDICATORS", "q"),
        ("3.1", "indicator without a target", "q"),
        ("3.1", "parent is in no row", "3"),
        ("2", "no indicator", ""),
        ("2", "no dates", ""),
        ("1", "the rows below cost more than the row", "1010 / 1000"),
        ("1.1", "nobody is responsible", ""),
        ("1.1", "outside the time of its parent", late),
    ]
    names = "code", "problem", "detail"
    assert_table(
        plan.read_plan(FRAME, INDICATORS, DAY).issues, **dict(zip(names, map(list, zip(*rows))))
    )


# ---------------------------------------------------------------- dates and status


def test_moments():
    assert plan.moment(" 2026. ", False) == date(2026, 1, 1)
    assert plan.moment("2026.", True) == date(2026, 12, 31)
    assert plan.moment("2026-4", True) == date(2026, 4, 30)
    assert plan.moment("2026-04-05T12:00", True) == date(2026, 4, 5)
    assert plan.moment("5.4.2026", False) == date(2026, 4, 5)
    assert plan.moment("  ", True) is None
    for wrong in ("26", "2026-13", "2026-04-31", "31.04.2026", "April 2026", "2026/04"):
        with pytest.raises(ValueError):
            plan.moment(wrong, True)


@pytest.mark.parametrize(
    ("changes", "value", "status"),
    [
        ({"start": "2026-07-01"}, 0, "behind"),  # begins on this very day
        ({"start": "2026-07-02"}, 0, "not_started"),
        ({"end": "2026-07-01"}, 9, "behind"),  # ends on it: all of the time has passed
        ({"end": "2026-06-30"}, 9, "overdue"),
        ({"end": "2026-06-30"}, NAN, "no_figure"),
        ({"start": "2026-07-01", "end": "2026-07-01"}, 10, "reached"),
        ({"start": "2026-06-30", "end": "2026-07-03"}, 5, "on_track"),  # half, and 2 days of 4
        ({"start": "2026-06-30", "end": "2026-07-03"}, 4.9, "behind"),
        ({"end": ""}, 4, "no_dates"),
        ({"start": ""}, 4, "no_dates"),
        ({"end": ""}, 10, "reached"),
        ({"start": "2027-12-31", "end": "2027-12-30"}, 10, "inconsistent"),
        ({"start": "2027-12-31", "end": "2027-12-31"}, 4, "not_started"),
        ({"start": "2026-08"}, NAN, "not_started"),
    ],
)
def test_status_on_the_day_itself(changes, value, status):
    made = read(values={"n": value}, **changes)
    assert made.actions.iloc[0]["status"] == status


def test_a_row_above_others_is_judged_by_its_own_indicator():
    below = {"code": "2", "parent": "1"}
    assert read({}, below, values={"n": 4}).actions["status"].tolist() == ["behind"] * 2
    made = read({"indicator": "", "responsible": ""}, below, values={"n": 4})
    assert made.actions["status"].tolist() == ["group", "behind"]
    assert problems(made) == {"the rows below cost more than the row"} - {
        "the rows below cost more than the row"
    }  # of 300 each: as much, not more


def test_half_of_the_days():
    made = read(values={"n": 5}, start="2026-06-30", end="2026-07-03").actions.iloc[0]
    assert made["expected_pct"] == 50 and made["progress_pct"] == 50
    assert np.isnan(read(start="2028").actions["expected_pct"][0])
    assert read(start="2020", end="2021").actions["expected_pct"][0] == 100


def test_values_without_a_target_or_a_span():
    made = read(values={"n": 4}, baseline="10", target="10").actions.iloc[0]
    assert np.isnan(made["progress_pct"]) and made["distance"] == 6
    made = read(baseline="10", target="10").issues
    assert made.to_numpy().tolist() == [["1", "target is the baseline", "10"]]
    made = read(values={"n": 4}, target="", baseline="").issues
    assert made.to_numpy().tolist() == [
        ["1", "indicator without a target", "n"], ["1", "indicator without a baseline", "n"],
    ]  # fmt: skip
    assert read(indicator="", target="", baseline="").issues["problem"].tolist() == ["no indicator"]


def test_one_date_only_and_dates_around_a_parent():
    assert problems(read(start="")) == problems(read(end="")) == {"only one of start and end"}
    inside = {"code": "2", "parent": "1"}
    for dates, fits in (
        ({"start": "2025-01-01", "end": "2027-12-31"}, True),
        ({"start": "2024-12-31"}, False),
        ({"end": "2028-01-01"}, False),
        ({"start": "", "end": "2028-01-01"}, False),
        ({"start": "", "end": ""}, True),
    ):
        made = read({"budget": ""}, {**inside, **dates})
        assert ("outside the time of its parent" not in problems(made, "2")) == fits
    free = read({"budget": "", "start": "", "end": ""}, {**inside, "start": "1990", "end": "1991"})
    assert "outside the time of its parent" not in problems(free, "2")
    made = read({"budget": ""}, {**inside, "start": "2024-12-31"}).issues
    detail = made[made["problem"] == "outside the time of its parent"]["detail"]
    assert detail.tolist() == ["2024-12-31 – 2027-12-31 / 2025-01-01 – 2027-12-31"]
    made = read(start="2028").issues
    assert made.to_numpy().tolist() == [["1", "ends before it starts", "2028-01-01 – 2027-12-31"]]


# ---------------------------------------------------------------- money


@pytest.mark.parametrize(
    ("changes", "source", "problem"),
    [
        ({"fund_source": "ERDF=200; state=100"}, "ERDF=200; state=100", []),
        ({"fund_source": "ERDF=301.5"}, "ERDF=301.5", []),  # half a per cent may miss
        ({"fund_source": "ERDF=301.6"}, "ERDF=301.6",
         [["1", "money by source does not add up to the budget", "301.6 / 300"]]),
        ({"fund_source": "ERDF=298"}, "ERDF=298",
         [["1", "money by source does not add up to the budget", "298 / 300"]]),
        ({"fund_source": "ERDF=100\nstate=150", "budget_ERDF": "50"}, "ERDF=150; state=150", []),
        ({"fund_source": "ERDF=300; more"}, "ERDF=300", []),
        ({"fund_source": "ERDF"}, "ERDF=300", []),
        ({"fund_source": "ERDF; state"}, "ERDF; state=300",
         [["1", "several sources, but not how much each", "ERDF, state"]]),
        ({"fund_source": ""}, "?=300", [["1", "budget without a source", ""]]),
        ({"fund_source": "", "budget": "0"}, "", []),
        ({"fund_source": "state", "budget": "0"}, "state=0", []),
        ({"fund_source": "ERDF=", "budget": ""}, "ERDF=0", []),
        ({"fund_source": "ERDF=0.004", "budget": "0"}, "ERDF=0.004", []),
        ({"fund_source": "ERDF=0.006", "budget": "0"}, "ERDF=0.006",
         [["1", "money by source does not add up to the budget", "0.006 / 0"]]),
        ({"fund_source": "a; b", "budget": ""}, "", []),
        ({"budget_2025": "100", "budget_2026": "201.5"}, "state=300", []),
        ({"budget_2025": "100", "budget_2026": "201.6"}, "state=300",
         [["1", "money by year does not add up to the budget", "301.6 / 300"]]),
        ({"budget_2025": "298"}, "state=300",
         [["1", "money by year does not add up to the budget", "298 / 300"]]),
        ({"budget_2025": "0"}, "state=300", []),
    ],
)  # fmt: skip
def test_money_of_a_row_by_source(changes, source, problem):
    made = read(**changes)
    assert made.actions["fund_source"].tolist() == [source]
    assert made.issues.to_numpy().tolist() == problem


def test_without_a_budget_money_is_what_sources_or_years_say():
    def counted(**changes):
        made = read(**{"budget": "", "fund_source": "", **changes})
        assert made.issues.empty
        return made.budget.to_numpy().tolist()

    assert counted(budget_2026="70") == [["1", "2026", "?", 70]]
    assert counted(budget_2026="70", budget_ERDF="80") == [["1", "2026", "ERDF", 80]]
    assert counted(budget_2026="90", budget_ERDF="20", budget_EU="60") == [
        ["1", "2026", "ERDF", 22.5], ["1", "2026", "EU", 67.5],
    ]  # fmt: skip
    assert counted(budget_2027="30", budget_2026="90", fund_source="EU=120") == [
        ["1", "2026", "EU", 90], ["1", "2027", "EU", 30],
    ]  # fmt: skip
    assert counted() == []
    one = counted(fund_source="EU=731", start="2028-12-31", end="2029-12-31")
    assert one == [["1", "2028", "EU", pytest.approx(731 / 366)],
                   ["1", "2029", "EU", pytest.approx(731 * 365 / 366)]]  # fmt: skip


def test_money_without_dates_lies_in_no_year():
    for dates in ({"start": "", "end": ""}, {"start": ""}, {"end": ""}, {"start": "2028"}):
        made = read(**dates).budget
        assert made.to_numpy().tolist() == [["1", "", "state", 300]]
    made = read(start="2026-05-05", end="2026-05-05").budget
    assert made.to_numpy().tolist() == [["1", "2026", "state", 300]]


def test_a_row_above_counts_where_those_below_have_no_money():
    child, grandchild = {"code": "2", "parent": "1"}, {"code": "3", "parent": "2"}
    free = {"budget": "", "fund_source": ""}
    made = read({}, {**child, **free}, {**grandchild, **free, "responsible": "Them"})
    assert made.actions["budget_counted"].fillna(-1).tolist() == [300, -1, -1]
    assert made.partners.to_numpy().tolist() == [["Them", 1, 0, 0, 0], ["Us", 1, 300, 0, 0]]
    made = read({}, {**child, **free}, {**grandchild, "budget": "0"})
    assert made.actions["budget_counted"].fillna(-1).tolist() == [300, -1, -1]
    made = read({}, {**child, **free}, {**grandchild, "budget": "20"})
    assert made.actions["budget_counted"].fillna(-1).tolist() == [-1, -1, 20]
    assert made.budget["amount"].sum() == pytest.approx(20)


@pytest.mark.parametrize(
    ("above", "below", "says"),
    [
        ("300", ["150", "151.5"], None),  # half a per cent may miss
        ("300", ["150", "151.6"], "301.6 / 300"),
        ("0", ["150"], None),
        ("", ["150"], None),
        ("300", ["150"], None),
    ],
)
def test_what_rows_below_cost(above, below, says):
    rows = [{"code": f"1.{at}", "parent": "1", "budget": one} for at, one in enumerate(below)]
    issues = read({"budget": above, "fund_source": ""}, *rows).issues.set_index("code")["detail"]
    assert issues.to_dict() == ({} if says is None else {"1": says})


def test_a_row_above_with_several_sources_says_how_much_each():
    below = {"code": "2", "parent": "1", "budget": "10"}
    assert read({"fund_source": "a; b"}, below).issues.to_numpy().tolist() == [
        ["1", "several sources, but not how much each", "a, b"]
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ([{}, {"code": "2", "budget": "-1"}, {"code": "3", "budget": "-0.5"}],
         "Layer 'ACTIONS', field 'budget': money below 0 (2, 3). Mend the plan."),
        ([{}, {"code": "2", "budget_EU": "-1"}],
         "Layer 'ACTIONS', field 'budget_EU': money below 0 (2). Mend the plan."),
        ([{}, {"code": "2", "fund_source": "a=5; b=-5"}],
         "Layer 'ACTIONS', field 'fund_source': money below 0 (2)."),
        ([{"end": "soon"}, {"code": "2", "end": "2026"}, {"code": "3", "end": "2026-02-30"}],
         "Layer 'ACTIONS', field 'end': these are no dates (1: soon, 3: 2026-02-30). "
         "Write 2026, 2026-05 or 2026-05-24."),
    ],
)  # fmt: skip
def test_refused_with_the_rows_that_are_meant(rows, says):
    with pytest.raises(InvalidValueError) as told:
        read(*rows)
    assert str(told.value) == says
    read({"budget": "0", "fund_source": "a=0; b=0", "budget_EU": "0"})


def test_what_a_plan_needs():
    with pytest.raises(MissingFieldError) as told:
        plan.read_plan(pd.DataFrame({"action": ["x"]}), None, DAY, "PLAN")
    assert str(told.value) == "Layer 'PLAN', field 'code': the table has no such field."
    with pytest.raises(EmptyLayerError) as told:
        plan.read_plan(pd.DataFrame({"code": [], "action": []}), None, DAY)
    assert str(told.value) == "Layer 'ACTIONS': the table has no rows."
    bare = plan.read_plan(pd.DataFrame({"code": ["1"], "action": ["x"]}), None, DAY)
    assert bare.issues["problem"].tolist() == ["nobody is responsible", "no indicator", "no dates"]
    assert bare.budget.empty and bare.partners.empty
    assert list(bare.partners) == ["organisation", "responsible_for", "responsible_money",
                                   "takes_part_in", "takes_part_money"]  # fmt: skip
    assert ROW["code"] == "1"


# ---------------------------------------------------------------- numbers of a layer


@pytest.mark.parametrize(
    ("how", "values", "weights", "chosen", "wanted"),
    [
        ("sum", [2, -3, NAN], None, None, -1),
        ("sum", [NAN], None, None, 0),
        ("count", [2, NAN, 4], None, None, 3),
        ("share", [2, NAN, 6], None, [True, True, False], 25),
        ("share", [0, 0], None, None, NAN),
        ("share", [-3, 1], None, None, NAN),
        ("mean", [1, 2, 6], None, [False, True, True], 4),
        ("mean", [NAN], None, None, NAN),
        ("min", [3, 1, 2], None, [True, False, True], 2),
        ("max", [3, 1, 2], None, [False, True, True], 2),
        ("weighted_mean", [1, 3, NAN, 5], [1, 3, 9, NAN], None, 2.5),
        ("weighted_mean", [1, 3], [0, 0], None, NAN),
        ("weighted_mean", [1, 3], [0.25, 0.25], None, 2),
        ("weighted_mean", [], [], None, NAN),
    ],
)  # fmt: skip
def test_one_number_of_a_layer(how, values, weights, chosen, wanted):
    found = plan.aggregate(how, values, weights, chosen)
    assert found == pytest.approx(wanted, nan_ok=True)


def test_an_aggregate_that_is_not_known():
    with pytest.raises(InvalidValueError) as told:
        plan.aggregate("median", [1.0])
    assert str(told.value) == (
        "Layer 'INDICATORS': aggregate must be sum, mean, weighted_mean, min, max, count, share."
    )
