"""Equity against published numbers and the package `inequality`."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility import curves
from smart_planning_plugin.core.accessibility.curves import quantiles, share_within
from smart_planning_plugin.core.accessibility.equity import (
    concentration,
    equity_table,
    erreygers,
    gini,
    lorenz,
    palma,
    theil,
)
from tests.core.small import steadily

ALIKE = np.ones(4)


def test_published_numbers():
    assert gini([20, 50, 20, 10], ALIKE) == pytest.approx(0.3)
    assert theil([0, 0, 10, 10], ALIKE)[0] == pytest.approx(0.6931471806)
    income, size = [500, 1500, 2500, 4000, 7500, 15000], [1000, 1200, 1600, 400, 200, 600]
    assert gini(income, size) == pytest.approx(0.5278, abs=5e-5)
    # Theil's T, not L, of the example that REAT prints with L's value
    assert theil([10, 10, 10, 20, 50], np.ones(5))[0] == pytest.approx(0.250201, abs=1e-6)


@pytest.mark.parametrize("seed", range(5))
def test_as_the_package_inequality(seed):
    theirs = pytest.importorskip("inequality")
    rng = np.random.default_rng(seed)
    values, people = rng.uniform(1, 100, 32), rng.integers(1, 6, 32)
    group = rng.integers(0, 4, 32)
    each = np.repeat(values, people)  # a row a person
    assert gini(values, people) == pytest.approx(theirs.gini.Gini(each).g)
    total, between, within = theil(values, people, group)
    parts = theirs.theil.TheilD(each, np.repeat(group, people))
    assert total == pytest.approx(float(theirs.theil.Theil(each).T))
    assert between == pytest.approx(float(np.ravel(parts.bg)[0]))
    assert within == pytest.approx(float(np.ravel(parts.wg)[0]))


def test_concentration_by_hand():
    # the covariance form, 2 cov(values, rank) / mean, of four people of one each
    values, income = np.array([1.0, 2, 3, 6]), np.array([10.0, 20, 30, 40])
    middle = np.array([0.125, 0.375, 0.625, 0.875])
    expected = 2 * np.cov(values, middle, bias=True)[0, 1] / values.mean()
    assert concentration(values, ALIKE, income) == pytest.approx(expected)
    assert concentration(values, ALIKE, values) == pytest.approx(gini(values, ALIKE))
    assert concentration(values, ALIKE, -income) == pytest.approx(-expected)
    index = erreygers(values, ALIKE, income, 0, 6)
    assert index == pytest.approx(expected * 4 * values.mean() / 6)


def test_palma_divides_the_place_on_a_limit():
    values, people = np.array([1.0, 2, 3, 4]), ALIKE
    # poorest 40 %: all of the first quarter and 15 % of the second; richest tenth: of the last
    assert palma(values, people) == pytest.approx(4 / ((0.25 * 1 + 0.15 * 2) / 0.4))
    by_income = palma(values, people, np.array([4.0, 3, 2, 1]))
    assert by_income == pytest.approx(1 / ((0.25 * 4 + 0.15 * 3) / 0.4))


@given(seed=st.integers(0, 10**6), n=st.integers(2, 12), by=st.sampled_from([0.5, 3.0, 1000.0]))
@steadily(20)
def test_only_proportions_matter(seed, n, by):
    rng = np.random.default_rng(seed)
    values, people = rng.integers(0, 9, n) * 1.0, rng.integers(0, 5, n) * 1.0
    rank, group = rng.integers(0, 3, n) * 1.0, rng.integers(0, 3, n)
    turned = rng.permutation(n)
    for index in (
        lambda v, p, r, g: gini(v, p),
        lambda v, p, r, g: palma(v, p, r),
        lambda v, p, r, g: concentration(v, p, r),
        lambda v, p, r, g: theil(v, p, g)[1],
        lambda v, p, r, g: theil(v, p, g)[2],
    ):
        one = index(values, people, rank, group)
        for other in (
            index(values, people * by, rank, group),
            index(values * by, people, rank, group),
            index(values[turned], people[turned], rank[turned], group[turned]),
        ):
            assert one == pytest.approx(other, abs=1e-9, nan_ok=True)
    total, between, within = theil(values, people, group)
    assert np.isnan(total) or (between + within == pytest.approx(total) and between >= -1e-12)


def test_nothing_and_nobody_have_no_index():
    for values, people in (([0, 0], [1, 1]), ([1, 2], [0, 0]), ([np.nan, np.nan], [1, 1])):
        values, people = np.array(values, float), np.array(people, float)
        country = np.array(["LV", "LT"], object)
        table = equity_table(values, people, country, country, np.array([1.0, 2]))
        assert table["gini"].isna().all() and table["theil"].isna().all()
        assert table["palma"].isna().all() and table["concentration"].isna().all()
        assert not len(lorenz(values, people)[0])


def test_the_table_has_countries_and_groups():
    values = np.array([1.0, 2, 3, np.nan])
    people = np.array([10.0, 20, 30, 40])
    country = np.array(["LV", "LV", "LT", "LT"], object)
    group = np.array(["a", "b", "b", "b"], object)
    table = equity_table(values, people, country, group).set_index(["scope", "name"])
    assert table.iloc[0]["people"] == 60
    assert table.loc[("country", "LT"), "people_without"] == 40
    assert table.loc[("group", "b"), "mean"] == pytest.approx((2 * 20 + 3 * 30) / 50)
    assert table.index.get_level_values("scope").tolist() == [
        "all", "country", "country", "group", "group",
    ]  # fmt: skip


def test_curves():
    cost, people = np.array([5.0, np.nan, 20, 10]), np.array([1.0, 1, 1, 1])
    assert share_within(cost, people, [4, 5, 15, 100]).tolist() == [0, 0.25, 0.5, 0.75]
    assert quantiles([1, 2, 3], np.array([1.0, 1, 2]), [0.25, 0.5, 0.75, 1]).tolist() == [
        1,
        2,
        3,
        3,
    ]


def test_the_whole_table_by_hand():
    """Of 100 people in four places 40 have no value, and 30 of the others no income."""
    values, people = np.array([1.0, 2, 3, np.nan, 9]), np.array([10.0, 20, 30, 40, 0])
    country = np.array(["LV", "LV", "LT", "LT", ""], object)
    group = np.array(["b", "a", "a", "", "b"], object)
    income = np.array([1.0, 2, np.nan, 4, 5])
    table = equity_table(values, people, country, group, income)
    assert table["scope"].tolist() == ["all", "country", "country", "group", "group"]
    assert table["name"].tolist() == [None, "LT", "LV", "a", "b"]

    def log(*parts):
        return sum(share * ratio * np.log(ratio) for share, ratio in parts)

    # 10, 20 and 30 people have 1, 2 and 3: 7 / 3 each on average
    theil_ = log((1 / 6, 3 / 7), (1 / 3, 6 / 7), (1 / 2, 9 / 7))
    countries = log((1 / 2, 5 / 7), (1 / 2, 9 / 7))  # 5 / 3 in LV and 3 in LT
    groups = log((5 / 6, 7.8 / 7), (1 / 6, 3 / 7))  # 2.6 in a and 1 in b
    expected = {
        "people": 60, "people_without": 40, "mean": 7 / 3, "least": 1, "most": 3,
        "gini": 1 - (1 / 6 * 1 / 14 + 1 / 3 * 6 / 14 + 1 / 2 * 19 / 14),
        # of those with an income: the top tenth has 2, the bottom four 1 / 3 of 1 and 1 / 15 of 2
        "palma": 2 / ((1 / 3 + 2 / 15) / 0.4),
        "theil": theil_, "theil_between_countries": countries,
        "theil_within_countries": theil_ - countries, "theil_between_groups": groups,
        "theil_within_groups": theil_ - groups,
        # their mean is 5 / 3; a third and two thirds of them, in the middle of each
        "concentration": 2 / (5 / 3) * (1 / 3 * -2 / 3 * -1 / 3 + 2 / 3 * 1 / 3 * 1 / 6),
        "erreygers": 2 / 15 * 4 * 5 / 3 / 3,
    }  # fmt: skip
    assert list(table) == ["scope", "name", *expected]
    assert table.iloc[0, 2:].to_dict() == pytest.approx(expected)
    none = {"concentration", "erreygers", "palma"}  # nobody in LT has a value and an income
    lt = table.iloc[1, 2:].to_dict()
    assert {name for name, value in lt.items() if np.isnan(value)} == none
    assert (lt["people"], lt["people_without"], lt["mean"], lt["gini"]) == (30, 40, 3, 0)
    # all with an income live in LV: the same numbers, and the same bounds
    assert table.loc[2, ["concentration", "erreygers", "palma"]].tolist() == pytest.approx(
        [2 / 15, 8 / 27, 2 / (7 / 6)]
    )
    assert table["people"].tolist() == [60, 30, 30, 50, 10]
    assert table["mean"].tolist() == pytest.approx([7 / 3, 3, 5 / 3, 2.6, 1])
    plain = equity_table(values, people, country)
    assert list(plain) == [one for one in table if one not in
                           {"theil_between_groups", "theil_within_groups", "concentration",
                            "erreygers"}]  # fmt: skip
    # by what they have themselves: the top tenth has 3, the bottom four 1 / 6 of 1, 7 / 30 of 2
    assert plain["palma"][0] == pytest.approx(3 / ((1 / 6 + 14 / 30) / 0.4))


def test_those_of_equal_rank_are_one():
    """Five of ten people at the least rank have 1 and 3: 2 on average, whoever comes first."""
    values, people = np.array([1.0, 4, 3, 6]), np.array([2.0, 3, 3, 2])
    rank = np.array([1.0, 2, 1, 7])
    # ranks 1, 2 and 7: 5 people with 11 / 5, 3 with 4, 2 with 6
    assert palma(values, people, rank) == pytest.approx(6 / (11 / 5))
    mean = (11 + 12 + 12) / 10
    parts = [(0.5, 2.2, 0.25), (0.3, 4, 0.65), (0.2, 6, 0.9)]
    expected = 2 / mean * sum(share * (has - mean) * (at - 0.5) for share, has, at in parts)
    assert concentration(values, people, rank) == pytest.approx(expected)
    assert np.isnan(palma(np.array([0.0, 5]), np.array([4.0, 6])))  # four tenths have nothing
    assert np.isnan(erreygers(values, people, rank, 3.0, 3.0))
    assert erreygers(values, people, rank, 1, 6) == pytest.approx(expected * 4 * mean / 5)


def test_points_of_the_lorenz_curve():
    share, part = lorenz([3, 1, np.nan, 2, 7], [1, 2, 5, 1, 0])
    assert share.tolist() == [0, 0.5, 0.75, 1]
    assert part == pytest.approx([0, 2 / 7, 4 / 7, 1])
    assert gini([3, 1, np.nan, 2, 7], [1, 2, 5, 1, 0]) == pytest.approx(
        1 - (0.5 * 2 / 7 + 0.25 * 6 / 7 + 0.25 * 11 / 7)
    )


def test_curves_by_default():
    """One person at each minute until 100, and as many who reach nothing."""
    minutes, nobody = np.arange(1.0, 101), np.full(100, np.nan)
    one_each = np.ones(200)
    found = share_within(np.concatenate([nobody, minutes]), one_each, curves.MINUTES)
    assert (200 * found).tolist() == [5, 10, 15, 20, 30, 45, 60, 90]
    assert quantiles(np.concatenate([minutes, nobody]), one_each).tolist() == [10, 25, 50, 75, 90]
    assert np.linspace(0, 30, curves.STEPS)[:3].tolist() == [0, 0.5, 1]  # half minutes of 30
