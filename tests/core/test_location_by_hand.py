"""Location models in their parts: what is refused, what solvers are asked, bounds, swaps, gains."""

import itertools
import time
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services import location
from smart_planning_plugin.core.services.cooperation import (
    Outcome,
    choose,
    gain_of_sharing,
    under,
)
from smart_planning_plugin.core.services.interchange import _greedy, interchange, lower_bound
from smart_planning_plugin.core.services.location import Solution, locate
from smart_planning_plugin.core.services.transport import cheapest_shares, trade_sites
from tests.core.small import steadily
from tests.core.test_location import NEVER, TOY, TOY_COST, problem, region
from tests.core.test_noticed import Told

INF, NAN = np.inf, np.nan


def solution(objective, bound):
    none = np.empty(0)
    return Solution(none, none, none, none, objective, bound, "heuristic")


def test_how_far_a_choice_may_be_from_the_best():
    gaps = [solution(*one).gap for one in ((100.0, 90.0), (90.0, 100.0), (7.0, 7.0), (0.0, 0.0))]
    assert gaps == pytest.approx([0.1, 1 / 9, 0, 0])
    assert solution(0.0, 3.0).gap > 1e9


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("model", "sites", "change", "says"),
    [
        ("pmedian", 2, dict(fixed=[0, 2], forbidden=[2]), "are fixed and forbidden at once (3)"),
        ("pmedian", 1, dict(fixed=[0, 2]), "P is 1, but 2 sites are fixed and 3 can be had. "
         "Choose P from 2 to 3"),
        ("mclp", 3, dict(forbidden=[1]), "P is 3, but 0 sites are fixed and 2 can be had. "
         "Choose P from 1 to 2"),
        ("pcenter", 0, {}, "P is 0, but 0 sites are fixed"),
        ("lscp", None, dict(forbidden=[0, 1, 2]), "no place with people reaches a candidate"),
    ],
)  # fmt: skip
def test_no_choice_of_sites_and_why(model, sites, change, says):
    one = problem([[1, 2, 3], [4, 5, 6]], [1, 1], **change)
    with pytest.raises(InvalidValueError) as told:
        locate(model, one, sites, 10.0)
    assert says in str(told.value)


def test_no_more_sites_than_there_are_and_no_fewer_than_stay():
    one = problem([[1, 2, 3], [4, 5, 6]], [1, 1], fixed=[2], forbidden=[1])
    assert locate("pmedian", one, 1, 0).sites.tolist() == [2]
    assert locate("pmedian", one, 2, 0).sites.tolist() == [0, 2]
    assert one.open_to_choice.tolist() == [True, False, True]
    apart = problem([[INF, 2, INF], [1, 2, 3], [1, INF, INF]], [1, 0, 5], forbidden=[1])
    assert apart.served.tolist() == [False, False, True]


def test_who_cannot_all_be_reached_says_how_many_sites_it_takes():
    one = problem([[1, INF, INF], [INF, 1, 9], [INF, 9, 1]], [5, 5, 5])
    for model in ("pmedian", "pcenter"):
        with pytest.raises(InvalidValueError) as told:
            locate(model, one, 1, 0)
        assert told.value.problem == "1 sites cannot reach everybody"
        assert told.value.advice.startswith("It takes 2: raise P")
    assert locate("pmedian", one, 2, 0).objective == 5 * (1 + 1 + 9)
    assert locate("pcenter", one, 2, 0).objective == 9


def test_of_equally_near_sites_the_first():
    ways = [[5, 2, 2], [INF, INF, 7], [INF, 3, INF], [1, 1, 1]]
    one = problem(ways, [4, 4, 0, 4], fixed=[1])
    found = locate("pmedian", one, 2, 0)
    assert found.sites.tolist() == [1, 2]
    # the third has no people, but goes somewhere all the same
    assert found.place.tolist() == [0, 1, 2, 3] and found.site.tolist() == [1, 2, 1, 1]
    assert found.share.tolist() == [1] * 4 and found.objective == 4 * (2 + 7 + 1)
    lone = locate("pmedian", problem([[5, 2], [INF, 3]], [4, 0], fixed=[0]), 1, 0)
    assert lone.place.tolist() == [0] and lone.site.tolist() == [0]


def test_nobody_within_the_threshold_takes_no_site():
    one = problem([[50, 60]], [3])
    found = locate("lscp", one, None, 49.9)
    assert (found.objective, found.bound, found.sites.tolist()) == (0, 0, [])
    assert found.place.tolist() == []
    assert locate("lscp", one, None, 50.0).sites.tolist() == [0]
    fixed = locate("lscp", problem([[50, 60]], [3], fixed=[1]), None, 49.9)
    assert fixed.sites.tolist() == [1] and fixed.method == "exact"


# ---------------------------------------------------------------- room


def test_how_much_the_largest_sites_hold():
    cost, demand = np.ones((2, 4)), [70, 41]
    capacity = [10, 100, NAN, 50]

    def held(sites, **more):
        return locate("pmedian", problem(cost, demand, capacity=capacity, **more), sites, 0)

    with pytest.raises(InvalidValueError) as told:
        held(2, fixed=[0])  # 10 and the largest other
    assert "the 2 largest sites hold 110 people, 111 ask" in str(told.value)
    assert told.value.layer == "CANDIDATES"
    with pytest.raises(InvalidValueError, match="the 1 largest sites hold 100 people"):
        held(1)
    with pytest.raises(InvalidValueError, match="the 2 largest sites hold 50 people"):
        held(2, fixed=[2], forbidden=[1])  # of unknown room none
    just = problem(cost, [70, 40], capacity=capacity, fixed=[0])
    assert locate("pmedian", just, 2, 0).sites.tolist() == [0, 1]
    apart = problem([[1, INF], [INF, 1]], [60, 10], capacity=[40, 40])
    with pytest.raises(InvalidValueError, match="No 2 sites with these capacities serve everybody"):
        locate("pmedian", apart, 2, 0)


def test_people_are_split_where_a_site_is_full():
    one = problem([[1, 4], [9, 9], [2, 3]], [10, 0, 10], capacity=[15, 10])
    found = locate("pmedian", one, 2, 0)
    # the second place loses least: five of it go to the second site
    assert found.place.tolist() == [0, 2, 2] and found.site.tolist() == [0, 0, 1]
    assert found.share.tolist() == pytest.approx([1, 0.5, 0.5])
    assert found.objective == found.bound == pytest.approx(10 + 10 + 15)
    assert found.method == "exact"


@pytest.mark.parametrize(
    ("room", "starts", "ends"),
    [
        ([20, 20, 20], [2], [0]),
        ([5, 20, 20], [0], [1]),
        ([20, 20, 20], [1, 2], [0, 1]),
        ([20, 20, 20], [0, 2], [0, 1]),
    ],
)
def test_sites_are_traded_down_to_the_best(room, starts, ends):
    cost = np.array([[1.0, 3, 8], [4, 2, 8]])
    people, none = np.array([10.0, 8]), np.zeros(3, bool)
    found = trade_sites(cost, people, np.array(room, float), none, np.array(starts), NEVER)
    assert found.tolist() == ends
    late = trade_sites(cost, people, np.full(3, 20.0), none, np.array([2, 1]), 0.0)
    assert late.tolist() == [1, 2]  # no time to trade


@given(st.integers(0, 10**6))
@steadily(12)
def test_no_trade_and_no_swap_is_left_that_helps(seed):
    rng = np.random.default_rng(seed)
    places, sites, p = 7, 6, int(rng.integers(1, 5))
    cost = rng.integers(1, 60, (places, sites)).astype(float)
    cost[rng.random(cost.shape) < 0.15] = INF
    cost[:, 0] = 61  # everybody reaches one
    people, fixed = rng.integers(1, 9, places) * 1.0, np.arange(sites) == 0
    room = np.full(sites, people.sum())
    start = np.r_[0, 1 + rng.choice(sites - 1, p - 1, replace=False)]

    def value(chosen):
        return people @ cost[:, list(chosen)].min(axis=1)

    chosen = interchange(cost, people, p, fixed, NEVER)
    assert len(set(chosen)) == p and (np.diff(chosen) > 0).all()
    for found in (chosen, trade_sites(cost, people, room, fixed, start, NEVER)):
        assert 0 in found
        for out, into in itertools.product(set(found) - {0}, set(range(sites)) - set(found)):
            assert value({*found} - {out} | {into}) >= value(found) - 1e-6
    # greedily, each site wins most when it is added
    far = 1e6
    reached = np.where(np.isfinite(cost), cost, far)
    greedy = _greedy(reached, people, p, np.array([0]), far).tolist()
    for number in range(1, p):
        rest = set(range(sites)) - set(greedy[:number])
        best = min(value([*greedy[:number], one]) for one in rest)
        assert value(greedy[: number + 1]) == best
    late = interchange(cost, people, p, fixed, 0.0)
    assert late.tolist() == sorted(greedy)


def test_interchange_begins_where_it_is_told_and_leaves_what_is_fixed():
    cost = np.array([[1.0, 5, 9], [9, 5, 1]])
    people, none = np.ones(2), np.zeros(3, bool)
    assert interchange(cost, people, 2, none, 0.0, np.array([1])).tolist() == [0, 1]
    assert interchange(cost, people, 2, none, NEVER, np.array([1, 0])).tolist() == [0, 2]
    fixed = np.array([False, True, False])
    assert interchange(cost, people, 1, fixed, NEVER).tolist() == [1]
    assert interchange(cost, people * [3, 1], 1, none, NEVER).tolist() == [0]


def test_few_people_who_are_not_reached_weigh_more_than_long_ways_of_many():
    cost = np.array([[1.0, INF], [1.0, 50], [INF, 40]])
    # the first site leaves one without, the second 900
    found = interchange(cost, np.array([900.0, 900, 1]), 1, np.zeros(2, bool), NEVER)
    assert found.tolist() == [0]
    cost = np.array([[1.0, 90], [1.0, 90], [INF, 90]])
    found = interchange(cost, np.array([900.0, 900, 1]), 1, np.zeros(2, bool), NEVER)
    assert found.tolist() == [1]


# ---------------------------------------------------------------- bounds


@pytest.mark.parametrize("seed", range(5))
def test_the_bound_closes_where_the_relaxation_has_no_gap(seed):
    one = region(80, 25, seed)
    fixed = np.arange(25) == 3 * seed
    for stay in (one.fixed, fixed):
        best = locate("pmedian", problem(one.cost, one.demand, fixed=np.flatnonzero(stay)), 5, 0)
        found = lower_bound(one.cost, one.demand, 5, stay, best.objective, NEVER)
        assert found == pytest.approx(best.objective, rel=1e-6)
        assert found <= best.objective * (1 + 1e-9)


def test_bounds_by_hand():
    cost, people = np.array([[1.0, 5], [INF, 2], [4, 4]]), np.array([10.0, 1, 2])
    none = np.zeros(2, bool)
    # all sites taken: each goes to its nearest
    assert lower_bound(cost, people, 2, none, 20.0, NEVER) == pytest.approx(10 + 2 + 8)
    # only the second reaches all
    assert lower_bound(cost, people, 1, np.array([False, True]), 60.0, NEVER) == pytest.approx(60)
    assert lower_bound(cost[:, 1:], people, 1, none[1:], 60.0, NEVER) == pytest.approx(60)
    assert lower_bound(cost[:, 1:], people, 1, none[1:], INF, NEVER) == pytest.approx(60)
    # with no time: each pays its second best, less what the best site saves (40 of the first)
    assert lower_bound(cost, people, 1, none, 60.0, 0.0) == pytest.approx(50 + 2 + 8 - 40)


# ---------------------------------------------------------------- the solver

QUESTION = {
    "pmedian": lambda one, until: location._assignment_program(
        one.cost, one.demand, 2, one.fixed, None, until
    ),
    "mclp": lambda one, until: location._covering_program(
        one.cost <= 10, one.demand, 2, one.fixed, until
    ),
    "lscp": lambda one, until: location._cover(one, 10.0, until),
}


@pytest.mark.parametrize("model", QUESTION)
def test_what_a_solver_is_asked_and_that_it_may_find_nothing(monkeypatch, model):
    asked = []
    answer = SimpleNamespace(x=None, status=1, mip_dual_bound=None)

    def solver(costs, **given):
        asked.append({"costs": costs, **given})
        return answer

    one = problem([[5, 20, 30], [20, 5, 30], [30, 30, 5]], [1, 2, 4], fixed=[1])
    ask, now = QUESTION[model], time.monotonic()
    monkeypatch.setattr(location, "milp", solver)
    nothing = ask(one, now + 50)
    assert 48 <= asked[0]["options"]["time_limit"] <= 50
    assert asked[0]["options"]["mip_rel_gap"] == 0
    count = {"pmedian": 12, "mclp": 6, "lscp": 3}[model]
    assert len(asked[0]["costs"]) == len(asked[0]["integrality"]) == count
    assert asked[0]["integrality"].tolist() == [1] * 3 + [0] * (count - 3)
    assert np.broadcast_to(asked[0]["bounds"].lb, count).tolist() == [0, 1] + [0] * (count - 2)
    ask(one, now - 50)
    assert asked[1]["options"]["time_limit"] == 1
    if model == "lscp":
        # three sites of their own; without the solver only the fixed one is proven
        assert nothing[0].tolist() == [0, 1, 2] and nothing[1] == 1
        answer.mip_dual_bound = 2.3
        assert ask(one, now)[1] == 3
        answer.mip_dual_bound = 2.0000001
        assert ask(one, now)[1] == 2
        answer.x = np.array([0.5, 1, 0.51])
        assert ask(one, now)[0].tolist() == [1, 2]  # fewer than the greedy ones
        answer.x = np.array([0.9, 0.9, 0.9])
        assert ask(one, now)[0].tolist() == [0, 1, 2]
        near = problem([[5, 20, 5], [20, 5, 5], [5, 30, 5]], [1, 2, 4])
        assert ask(near, now)[0].tolist() == [2]  # the greedy one is better than all three
        return
    assert nothing == (None, -INF)
    answer.status = 2  # infeasible
    assert ask(one, now) == (None, INF if model == "pmedian" else -INF)
    answer.x, answer.mip_dual_bound = np.r_[0.5, 0.51, 1, np.ones(count - 3)], 8.5
    chosen, bound = ask(one, now)
    assert chosen.tolist() == [1, 2] and bound == 8.5


def test_programs_by_hand():
    one = problem([[5, 20, INF], [20, 5, 30], [30, 30, 5]], [1, 2, 4])
    chosen, bound = location._assignment_program(one.cost, one.demand, 2, one.fixed, None, NEVER)
    assert chosen.tolist() == [1, 2] and bound == pytest.approx(20 + 10 + 20)
    chosen, bound = location._assignment_program(
        one.cost, one.demand, 2, one.fixed, np.array([3.0, 3, 4]), NEVER
    )
    assert chosen.tolist() == [1, 2] and bound == pytest.approx(50)
    # a site for four alone: the last, and there is no other way
    none = location._assignment_program(
        one.cost, one.demand, 2, one.fixed, np.array([2.9, 2.9, 4]), NEVER
    )
    assert none == (None, INF)
    chosen, bound = location._covering_program(one.cost <= 5, one.demand, 1, one.fixed, NEVER)
    assert chosen.tolist() == [2] and bound == pytest.approx(3)


@pytest.mark.parametrize(("model", "seed"), [("pmedian", 3), ("mclp", 7)])
def test_a_program_of_just_the_largest_size_is_solved(monkeypatch, model, seed):
    rng = np.random.default_rng(seed)
    one = problem(rng.integers(1, 40, (14, 8)), rng.integers(1, 50, 14))
    size = one.cost.size if model == "pmedian" else int((one.cost <= 10).sum())
    monkeypatch.setattr(location, "LARGEST_PROGRAM", size - 1)
    rough = locate(model, one, 3, 10)
    assert rough.method == "heuristic" and rough.gap > 1e-6
    monkeypatch.setattr(location, "LARGEST_PROGRAM", size)
    told = Told()
    assert locate(model, one, 3, 10, progress=told).method == "exact"
    assert told.shares == [0.1, 0.4]


def test_rooms_of_just_the_largest_size_are_solved(monkeypatch):
    rng = np.random.default_rng(1)
    cost, people = rng.integers(1, 40, (8, 6)), rng.integers(1, 20, 8)
    one = problem(cost, people, capacity=np.full(6, people.sum() / 2.5))
    told = Told()
    monkeypatch.setattr(location, "LARGEST_PROGRAM", 48)
    assert locate("pmedian", one, 3, 0, progress=told).method == "exact"
    assert told.shares == [0.1, 0.3]
    told = Told()
    monkeypatch.setattr(location, "LARGEST_PROGRAM", 47)
    assert locate("pmedian", one, 3, 0, progress=told).method == "heuristic"
    assert told.shares == [0.1, 0.6]


def test_the_better_of_two_choices_and_of_two_bounds():
    cost, weight = np.array([[1.0, 2], [3, 2]]), np.ones(2)
    old = np.array([0])  # costs 4, as the other does

    def better(found, value, bound):
        chosen, value, bound = location._better(found, old, value, bound, cost, weight)
        return chosen.tolist(), value, bound

    new = np.array([1])
    assert better((new, 3.0), 4.0, 2.0) == ([1], 4, 3)
    assert better((new, 3.0), 3.9, 3.5) == ([0], 3.9, 3.5)
    assert better((None, -INF), 4.0, 2.0) == ([0], 4, 2)
    assert better((new, 3.999999), 4.0, 2.0) == ([1], 4, 4)  # as good as closed
    assert not location._closed(INF, 5.0) and location._closed(5.0, 5.0)
    assert location._closed(1e6, 1e6 - 0.99) and not location._closed(1e6, 1e6 - 1.01)
    assert location._closed(0.0, -1e-16) and not location._closed(0.0, -1e-14)


def test_a_centre_is_proven_by_the_covers_that_do_not_suffice(monkeypatch):
    one = problem([[10, 40, 70], [40, 10, 70], [70, 70, 20]], [1, 1, 1])
    told = Told()
    found = locate("pcenter", one, 2, 0, progress=told)
    # two sites: 40, as the third place needs its own; at 20 it takes three
    assert found.objective == found.bound == 40 and found.method == "exact"
    assert told.shares == pytest.approx([0, 2 / 3])  # 40 of 20, 40 and 70, then 20
    true = location._cover

    def unsure(problem, threshold, until):
        return true(problem, threshold, until)[0], 1.0

    monkeypatch.setattr(location, "_cover", unsure)
    found = locate("pcenter", one, 2, 0)
    # that nobody is nearer than 20 is all that is known
    assert (found.objective, found.bound, found.method) == (40, 20, "heuristic")

    def late(problem, threshold, until):  # too many sites, but where everybody is to be reached
        chosen, bound = true(problem, threshold, until)
        return (chosen if threshold > 1e9 else np.arange(3)), bound

    monkeypatch.setattr(location, "_cover", late)
    wider = problem(np.c_[one.cost, [99, 98, 97]], one.demand, fixed=[2], forbidden=[0])
    found = locate("pcenter", wider, 1, 0)
    assert (found.sites.tolist(), found.objective, found.method) == ([2], 70, "heuristic")


def test_a_greedy_cover_gives_back_what_is_not_needed():
    inside = np.array(
        [[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 0], [0, 0, 1, 0]], bool
    )
    none = np.zeros(4, bool)
    assert location._greedy_cover(inside, none).tolist() == [1, 2]  # not the largest
    assert location._greedy_cover(inside, np.array([1, 0, 0, 1], bool)).tolist() == [0, 1, 2, 3]
    assert location._greedy_cover(inside[:0], none).tolist() == []


# ---------------------------------------------------------------- sharing


def test_the_whole_gain_of_sharing():
    """A (100) and B (300) in AA, C (200) in BB; candidates at B and at C; one place of nobody."""
    cost = [*TOY_COST, [90, 90]]
    one = problem(cost, [100, 300, 200, 0])
    country = np.array(["AA", "AA", "BB", "BB"])
    question = ("pmedian", one, country, TOY["site"], 2, 20.0, 10.0)
    columns = [
        "cooperation", "sites", "people_within", "people_unserved", "people_across", "mean_min",
        "mean_min_common", "max_min", "objective", "bound", "gap_pct", "method", "remarks",
        "sites_needed",
    ]  # fmt: skip
    # both sites either way; within 20 minutes B and C; one at B would do for those who can be
    both = (2.0, 500.0, 0.0, 0.0, 5.0, 5.0, 30.0, 3000.0, 3000.0, 0.0, "exact", "")
    rows = [
        ("shared", *both, 1.0),
        ("separate", *both, 2.0),
        ("gain", *[0.0] * 7, NAN, NAN, NAN, NAN, "", 1.0),
    ]
    expected = pd.DataFrame(rows, columns=columns)
    for asked in ("shared", "separate"):
        told = Told()
        outcome = choose(*question[:1], asked, *question[1:])
        found = gain_of_sharing(outcome, *question, told)
        pd.testing.assert_frame_equal(found, expected, check_dtype=False)
        told.check()
        assert told.shares == pytest.approx([0.06, 0.7])


def test_what_each_country_has_to_do_without():
    """One site for both: together at B, separately nobody of BB is served."""
    one = problem([[30, 50], [0, 20], [20, 0]], [100, 300, 200])
    shared = choose("mclp", "shared", one, TOY["place"], TOY["site"], 1, 25.0, 10.0)
    assert shared.cooperation == "shared" and shared.reason == ""
    assert shared.minutes.tolist() == [30, 0, 20] and shared.across.tolist() == [0, 0, 200]
    question = ("mclp", one, TOY["place"], TOY["site"], 1, 25.0, 10.0)
    found = gain_of_sharing(shared, *question).set_index("cooperation")
    separate = choose("mclp", "separate", *question[1:])
    assert separate.minutes.tolist() == [30, 0, INF] and separate.across.tolist() == [0, 0, 0]
    assert found["people_within"].tolist() == [500, 300, 200]
    assert found["people_unserved"].tolist() == [0, 200, 200]
    assert found["people_across"].tolist() == [200, 0, 200]
    assert found["mean_min"].tolist() == pytest.approx(
        [7000 / 600, 3000 / 400, 3000 / 400 - 70 / 6]
    )
    assert found["mean_min_common"].tolist() == pytest.approx([7.5, 7.5, 0])
    assert found["max_min"].tolist() == [30, 30, 0]
    assert found["objective"].fillna(-1).tolist() == [500, 300, -1]
    assert found["sites_needed"].tolist() == [1, 2, 1]
    unsure = replace(shared, solution=replace(shared.solution, bound=550.0))
    assert gain_of_sharing(unsure, *question)["gap_pct"].tolist()[:2] == pytest.approx([10, 0])
    same = under("separate", one, TOY["place"], TOY["site"])
    assert same.cost.tolist() == [[30, INF], [0, INF], [INF, 0]]
    assert under("shared", one, TOY["place"], TOY["site"]) is one


def test_what_separately_cannot_be_has_no_numbers():
    one = problem([[5, 6], [6, 5]], [10, 10])
    country = site = np.array(["AA", "BB"])
    question = ("pmedian", one, country, site, 1, 4.0, 10.0)
    outcome = choose("pmedian", "shared", *question[1:])
    found = gain_of_sharing(outcome, *question).set_index("cooperation")
    assert found.loc["shared", "mean_min"] == 5.5
    assert np.isnan(found.loc["shared", "mean_min_common"])  # nobody is served under both
    numbers = found.columns.difference(["method", "remarks"])
    assert found.loc[["separate", "gain"], numbers].isna().all().all()
    assert found.loc["separate", "method"] is None
    assert found["remarks"].tolist() == ["", "1 sites cannot reach everybody", ""]
    assert found["sites_needed"].isna().all()  # nobody is within 4 minutes
    assert Outcome("shared", one, None, country, site).reason == ""


def test_nobody_with_people_has_a_longest_way():
    one = problem([[3, INF], [INF, 90]], [0, 0.5])
    country = site = np.array(["AA", "AA"])
    question = ("mclp", one, country, site, 1, 30.0, 10.0)
    outcome = choose("mclp", "shared", *question[1:])
    assert outcome.solution.sites.tolist() == [0]  # no site has anybody within 30 minutes
    found = gain_of_sharing(outcome, *question).iloc[0]
    assert (found["max_min"], found["people_within"], found["people_unserved"]) == (0, 0, 0.5)
    assert np.isnan(found["mean_min"])
    both = problem([[3, INF], [INF, 90]], [0, 0.5], fixed=[0, 1])
    question = ("mclp", both, country, site, 2, 30.0, 10.0)
    found = gain_of_sharing(choose("mclp", "shared", *question[1:]), *question).iloc[0]
    assert (found["max_min"], found["people_unserved"], found["mean_min"]) == (90, 0, 90)


def test_shares_that_fill_a_site_to_the_last_place():
    cost, people = np.array([[1.0, INF, 7], [1.0, 2, INF]]), np.array([10.0, 30])
    share, value = cheapest_shares(cost, people, np.array([15.0, 25, 0]))
    assert share == pytest.approx(np.array([[1, 0, 0], [1 / 6, 5 / 6, 0]]))
    assert value == pytest.approx(10 + 5 + 50)
    assert cheapest_shares(cost, people, np.array([14.0, 25, 0])) == (None, INF)
