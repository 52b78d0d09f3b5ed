"""Rankings, their reasons and the chain of evidence, whole tables worked out by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.territory import ranking
from smart_planning_plugin.core.territory.hierarchy import Tree
from smart_planning_plugin.core.territory.priorities import (
    Criterion,
    chain,
    criteria_table,
    prioritise,
)
from tests.core.small import assert_table, steadily

NAN = np.nan
A, B = Criterion("a", "a", 0.75, True), Criterion("b", "b", 0.25, False)
CANDIDATES = ["x", "y", "z", "w"]
VALUES = np.array([[10.0, 1], [NAN, 3], [0, 2], [4, 4]])


# ---------------------------------------------------------------- candidates


def ranked(values=VALUES, criteria=(A, B), method="weighted_sum", ids=CANDIDATES, **how):
    names = [one.upper() for one in ids]
    return prioritise(ids, names, np.asarray(values, float), list(criteria), method,
                      **{"spread": 0.0, **how})  # fmt: skip


def test_a_row_for_each_candidate():
    # a from 0 to 10: 1, 0, 0.4; b the smaller the better: 1, 2/3, 0
    found = ranked()
    rank = [1.0, None, 3.0, 2.0]
    table = found.table
    assert table.pop("reason_en").tolist() == [
        "Rank 1 of 3, also in 90 % of the draws of weights. "
        "For it: a (10, place 1 of 3); b (1, place 1 of 3).",
        "",
        "Rank 3 of 3, also in 90 % of the draws of weights. "
        "For it: b (2, place 2 of 3). Against it: a (0, place 3 of 3).",
        "Rank 2 of 3, also in 90 % of the draws of weights. Against it: b (4, place 3 of 3).",
    ]
    assert table.pop("reason_lv")[3].startswith("2. vieta no 3")
    assert table.pop("reason_lt")[1] == ""
    assert_table(
        table,
        score=[1.0, None, 1 / 6, 0.3],
        rank=rank,
        rank_low=rank,
        rank_high=rank,
        share_first=[1.0, None, 0.0, 0.0],
        c_a=[10.0, None, 0.0, 4.0],
        c_b=[1.0, 3.0, 2.0, 4.0],
        status=["ok", "no value: a", "ok", "ok"],
    )
    assert_table(
        found.sensitivity,
        candidate=["x", "z", "w"] * 5,
        name=["X", "Z", "W"] * 5,
        test=[test for test in ("weights: weighted_sum", "method: topsis", "method: promethee",
                                "without: a", "without: b") for _ in range(3)],
        rank=[1, 3, 2] * 3 + [1, 2, 3] + [1, 3, 2],
        rank_low=[1.0, 3.0, 2.0] + [None] * 12,
        rank_high=[1.0, 3.0, 2.0] + [None] * 12,
        share_first=[1.0, 0.0, 0.0] + [None] * 12,
    )  # fmt: skip


def test_the_range_of_a_rank_is_that_of_nine_draws_of_ten():
    # two candidates, one better in each criterion: who is first depends on the draw alone
    even = [Criterion("a", "a", 0.5, True), Criterion("b", "b", 0.5, True)]
    values = [[1, 0], [0, 1]]
    found = ranked(values, even, ids=["x", "y"], spread=0.5, draws=200, seed=4).table
    drawn = ranking.drawn_weights(np.array([0.5, 0.5]), 0.5, 200, 4)
    share = (drawn[:, 0] > drawn[:, 1]).mean()
    assert found["share_first"].tolist() == pytest.approx([share, 1 - share])
    assert found[["rank_low", "rank_high"]].to_numpy().tolist() == [[1, 2], [1, 2]]
    assert found["rank"].tolist() == [1, 1]  # by the weights as given
    assert found["reason_en"][0] == (
        "Rank 1 of 2; 1 to 2 in 90 % of the draws of weights. For it: a (1, place 1 of 2). "
        "Against it: b (0, place 2 of 2)."
    )
    # 0.55 against 0.45: who is first in some of the draws, but fewer than one in twenty, is not
    uneven = [Criterion("a", "a", 0.55, True), Criterion("b", "b", 0.45, True)]
    narrow = ranked(values, uneven, ids=["x", "y"], spread=0.11, draws=1000).table
    assert 0.95 < narrow["share_first"][0] < 1
    assert narrow[["rank_low", "rank_high"]].to_numpy().tolist() == [[1, 1], [2, 2]]
    wider = ranked(values, uneven, ids=["x", "y"], spread=0.2, draws=1000).table
    assert 0.7 < wider["share_first"][0] < 0.95
    assert wider["rank_high"].tolist() == [2, 2] and wider["rank_low"].tolist() == [1, 1]
    usual = prioritise(["x", "y"], ["x", "y"], np.array(values, float), uneven, "weighted_sum")
    again = ranked(values, uneven, ids=["x", "y"], spread=0.5, draws=1000, seed=1)
    pd.testing.assert_frame_equal(usual.table, again.table)


def test_reasons_name_two_for_it_and_one_against():
    weights = (0.1, 0.3, 0.2, 0.1, 0.3)
    every = [Criterion(name, name, weight, True, labels={"lv": f"{name}-lv"})
             for name, weight in zip("abcde", weights)]  # fmt: skip
    found = ranked([[9, 9, 9, 0, 0], [0, 0, 0, 150.5, 12.25]], every, ids=["x", "y"]).table
    # of x: b pulls most, then c, then a; e pulls down most
    assert found["reason_en"][0].endswith(
        "For it: b (9, place 1 of 2); c (9, place 1 of 2). Against it: e (0, place 2 of 2)."
    )
    assert found["reason_en"][1].endswith(
        "For it: e (12.2, place 1 of 2); d (150, place 1 of 2). Against it: b (0, place 2 of 2)."
    )
    assert "b-lv (9" in found["reason_lv"][0] and "b (9" in found["reason_lt"][0]
    alike = ranked([[1, 1]] * 2, ids=["x", "y"]).table
    assert (
        alike["reason_en"].tolist() == ["Rank 1 of 2, also in 90 % of the draws of weights."] * 2
    )  # nothing for or against


def test_a_criterion_of_all_the_weight_cannot_be_left_out():
    all_of_it = [Criterion("a", "a", 1.0, True), Criterion("b", "b", 0.0, True)]
    tests = ranked(criteria=all_of_it).sensitivity["test"].unique().tolist()
    assert tests[3:] == ["without: b"]
    tests = ranked(method="promethee").sensitivity["test"].unique().tolist()
    assert tests[:3] == ["weights: promethee", "method: weighted_sum", "method: topsis"]


def test_thresholds_reach_the_method():
    # a difference of 4 in a does not matter, one of 6 is half a preference
    wide = [Criterion("a", "a", 1.0, True, indifference=4.0, preference=8.0)]
    found = ranked([[10], [4], [0]], wide, "promethee", ids=["x", "y", "z"]).table
    assert found["score"].tolist() == pytest.approx([(0.5 + 1) / 2, (0 - 0.5) / 2, (-1 - 0) / 2])


def test_no_candidate_is_complete():
    with pytest.raises(EmptyLayerError) as told:
        ranked([[1, NAN], [2, NAN]], ids=["x", "y"])
    says = "Layer 'CANDIDATES': no candidate has a value for every criterion. "
    assert str(told.value) == f"{says}Look at b."
    with pytest.raises(EmptyLayerError) as told:
        ranked([[1, NAN], [NAN, 2]], ids=["x", "y"])
    assert str(told.value) == f"{says}Fill the gaps, or leave a criterion out."


# ---------------------------------------------------------------- criteria


def test_a_table_of_criteria_as_it_is_read():
    frame = pd.DataFrame(
        [
            {"criterion": "near", "field": "", "layer": "stops", "weight": "30", "measure": "mean",
             "direction": "min", "layer_field": "n", "within_km": "2,5", "label_lv": "Tuvu"},
            {"criterion": "", "field": "pop", "layer": "", "weight": 70, "indifference": 2.0,
             "preference": 2.0},
            {"criterion": "nothing", "field": None, "layer": "", "weight": 5},
            {"criterion": "", "field": "", "layer": "roads", "weight": 0, "measure": "count",
             "indifference": 0.0, "preference": 0.0},
        ]
    )  # fmt: skip
    found, notes = criteria_table(frame, "CRITERIA")
    none = {"en": "", "lv": "", "lt": ""}
    assert notes == [] and repr(found) == repr([
        Criterion("near", "stops", 0.3, False, "mean", "n", 2.5, NAN, NAN, {**none, "lv": "Tuvu"}),
        Criterion("pop", "pop", 0.7, True, "", "", 0.0, 2.0, 2.0, none),
        Criterion("roads", "roads", 0.0, True, "count", "", 0.0, 0.0, 0.0, none),
    ])  # fmt: skip
    assert found[0].label("lv") == "Tuvu" and found[0].label("lt") == "near"
    for weights, said in (((0.25, 0.75), []), ((25, 75), []), ((25, 76), ["101"]), ((1, 1), ["2"])):
        frame = pd.DataFrame({"field": ["a", "b"], "weight": weights})
        found, notes = criteria_table(frame, "C")
        assert notes == [f"The weights add up to {one}; they were scaled to 1." for one in said]
        assert [one.weight for one in found] == pytest.approx(np.array(weights) / sum(weights))


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"weight": -0.1}, InvalidValueError,
         "Layer 'C', field 'weight': a weight is missing or below 0 (pop)."),
        ({"weight": None}, InvalidValueError,
         "Layer 'C', field 'weight': a weight is missing or below 0 (pop)."),
        ({"direction": "up"}, InvalidValueError,
         "Layer 'C', field 'direction': direction must be max or min (pop)."),
        ({"measure": "sum"}, InvalidValueError,
         "Layer 'C', field 'measure': measure must be share, distance_km, count, mean (pop)."),
        ({"layer": "stops"}, InvalidValueError,
         "Layer 'C', field 'measure': a layer needs a measure (pop)."),
        ({"indifference": -1.0}, InvalidValueError, "Layer 'C', field 'preference': "
         "thresholds must be 0 ≤ indifference ≤ preference (pop)."),
        ({"preference": -1.0}, InvalidValueError, "Layer 'C', field 'preference': "
         "thresholds must be 0 ≤ indifference ≤ preference (pop)."),
        ({"indifference": 2.0, "preference": 1.9}, InvalidValueError, "Layer 'C', field "
         "'preference': thresholds must be 0 ≤ indifference ≤ preference (pop)."),
        ({"weight": 0}, EmptyLayerError,
         "Layer 'C': no criterion has a weight above 0. Give weights, such as 0.4."),
        ({"field": ""}, EmptyLayerError,
         "Layer 'C': no criterion has a weight above 0. Give weights, such as 0.4."),
    ],
)  # fmt: skip
def test_a_table_of_criteria_that_cannot_be_read(changes, error, says):
    with pytest.raises(error) as told:
        criteria_table(pd.DataFrame([{"field": "pop", "weight": 1, **changes}]), "C")
    assert str(told.value) == says


def test_criteria_without_a_column_and_twice():
    with pytest.raises(MissingFieldError) as told:
        criteria_table(pd.DataFrame({"weight": [1]}), "C")
    assert str(told.value) == "Layer 'C', field 'field': the table has neither field nor layer."
    with pytest.raises(DuplicateIdError) as told:
        criteria_table(pd.DataFrame({"field": list("bacab"), "weight": [1] * 5}), "C")
    assert str(told.value) == "Layer 'C': criteria stand more than once (a, b). Name them."
    one = criteria_table(pd.DataFrame({"layer": ["l"], "measure": ["share"], "weight": [2]}), "C")
    assert one[0][0].source == "l"


# ---------------------------------------------------------------- the chain

FIVE = ["x", "y", "z", "w", "v"]
C = Criterion("c", "c", 0.0, True)
OF_FIVE = np.array([[10.0, 1, 1], [NAN, 3, 2], [0, 2, 3], [4, 4, 4], [0, 2, 5]])


def chained(rows, values=OF_FIVE, names=FIVE, **how):
    frame = pd.DataFrame(rows, columns=["code", "parent", "level", "criteria"])
    return chain(frame, names, names, values, [A, B, C], "weighted_sum", **{"spread": 0.0, **how})


def test_a_chain_with_the_evidence_of_each_row():
    found = chained([
        ("T", "P", "task", " b "), ("N", "", "challenge", ""), ("O", "gone", "direction", "c,"),
        ("P", "N2", "priority", "a"), ("N2", "", "challenge", ""), ("M", "gone", "task", None),
    ])  # fmt: skip
    # by b alone (y has that too) z and v are alike; by a and b w is second, z and v third;
    # the weights of c add up to nothing, so it counts whole
    both, by_b, by_c = "x (1); w (2); v (3)", "x (1); v (2); z (2)", "v (1); w (2); z (3)"
    assert_table(
        found,
        code=["N", "O", "N2", "P", "T", "M"],
        parent=["", "gone", "", "N2", "P", "gone"],
        level=["challenge", "direction", "challenge", "priority", "task", "task"],
        criteria=["", "c,", "", "a", "b", ""],
        depth=[0, 0, 0, 1, 2, 0],
        evidence_criteria=["", "c", "a, b", "a, b", "b", ""],
        evidence=["", by_c, both, both, by_b, ""],
        status=["no criterion", "parent unknown", "ok", "ok", "ok", "parent unknown"],
    )


def test_ranges_and_gaps_in_evidence():
    # by a and b x is always first; y has no a
    two = np.array([[1.0, 1, 0], [NAN, 0, 0], [0, 0.5, 0]])
    found = chained([("T", "", "task", "a,b")], two, ["x", "y", "z"], spread=1.0, draws=400)
    assert found["evidence"].tolist() == ["x (1–2); z (1–2)"]
    found = chained([("T", "", "task", "a,b")], two, ["x", "y", "z"])
    assert found["evidence"].tolist() == ["x (1); z (2)"]


@pytest.mark.parametrize(
    ("rows", "error", "says"),
    [
        ([("A", "", "dream", ""), ("B", "", "task", ""), ("D", "", "", "")], InvalidValueError,
         "Layer 'CHAIN', field 'level': level must be challenge, priority, direction, task "
         "(A, D)."),
        ([("A", "", "task", "z, a"), ("B", "", "task", "y")], InvalidValueError,
         "Layer 'CHAIN', field 'criteria': these criteria are not in CRITERIA (y, z)."),
        ([("A", "", "task", ""), ("B", "", "task", ""), ("A", "", "task", "")], DuplicateIdError,
         "Layer 'CHAIN', field 'code': codes stand more than once (A). Keep one row each."),
        ([("", "", "task", "")], InvalidValueError,
         "Layer 'CHAIN', field 'code': codes are missing. Fill the field."),
        ([("D", "B", "task", ""), ("A", "C", "task", ""), ("B", "A", "task", ""),
          ("C", "B", "task", "")], InvalidValueError,
         "Layer 'CHAIN', field 'parent': parents go in a circle: B → A → C → B. "
         "Give one of them another parent."),
    ],
)  # fmt: skip
def test_a_chain_that_cannot_be_read(rows, error, says):
    with pytest.raises(error) as told:
        chained(rows)
    assert str(told.value) == says


def test_what_a_chain_needs():
    for name in ("code", "parent", "level"):
        frame = pd.DataFrame({"code": ["a"], "parent": [""], "level": ["task"]}).drop(columns=name)
        with pytest.raises(MissingFieldError) as told:
            chain(frame, FIVE, FIVE, OF_FIVE, [A, B, C], "weighted_sum")
        assert str(told.value) == (f"Layer 'CHAIN', field '{name}': the table has no such field.")
    frame = pd.DataFrame({"code": ["a"], "parent": [""], "level": ["task"]})
    found = chain(frame, FIVE, FIVE, OF_FIVE, [A, B, C], "weighted_sum")
    assert found["status"].tolist() == ["no criterion"]


def test_a_tree_of_three_levels():
    tree = Tree(["c2", "a", "d", "b1", "c1", "b2"], ["b1", "", "x", "a", "b1", "a"], "t")
    assert tree.children("b1") == ["c2", "c1"] and tree.children("a") == ["b1", "b2"]
    assert tree.below("a") == ["b1", "b2", "c2", "c1"] and tree.below("c1") == []
    assert tree.in_order() == ["a", "b1", "c2", "c1", "b2", "d"]
    assert [tree.depth(one) for one in tree.codes] == [2, 0, 0, 1, 2, 1]
    assert tree.orphans == ["d"]


# ---------------------------------------------------------------- methods


def test_methods_by_hand():
    values, larger = np.array([[3.0, 4, 7], [4, 2, 7], [0, 4, 7]]), np.array([True, False, True])
    scaled = [[0.75, 0, 0.5], [1, 1, 0.5], [0, 0, 0.5]]
    assert ranking.min_max(ranking.benefits(values, larger)).tolist() == scaled
    weights = np.array([[0.5, 0.25, 0.25], [0, 0, 1]])
    assert ranking.weighted_sum(values, larger, weights) == pytest.approx(
        np.array([[0.5, 0.5], [0.875, 0.5], [0.125, 0.5]])
    )
    # lengths 5 and 6: 0.6, 0.8, 0 and 2/3, 1/3, 2/3; a third criterion all alike does not tell
    near = np.sqrt(np.array([(0.5 * 0.2) ** 2 + (0.25 / 3) ** 2, 0, 0.4**2 + (0.25 / 3) ** 2]))
    far = np.sqrt(np.array([0.3**2, 0.4**2 + (0.25 / 3) ** 2, 0]))
    found = ranking.topsis(values, larger, weights)
    assert found[:, 0] == pytest.approx(far / (near + far))
    assert found[:, 1].tolist() == [0.5] * 3  # nothing is near or far
    assert ranking.topsis(values * 0, larger, weights[0]).ravel().tolist() == [0.5] * 3
    # usual criterion: wins less losses over the two others
    wins = np.array([[0, -1, 0], [2, 2, 0], [-2, -1, 0]])
    assert ranking.promethee(values, larger, weights) == pytest.approx(wins / 2 @ weights.T)
    assert ranking.promethee(values[:1], larger, weights).tolist() == [[0, 0]]
    for method in ranking.METHODS:
        direct = getattr(ranking, method)(values, larger, weights)
        assert (ranking.scores(method, values, larger, weights) == direct).all()


NONE = st.just(NAN)


@given(st.lists(st.integers(0, 12), min_size=2, max_size=6), NONE | st.integers(0, 4),
       NONE | st.integers(4, 9))  # fmt: skip
@steadily(60)
def test_preferences_pair_by_pair(values, q, p):
    def preference(gap):
        if gap <= 0:
            return 0.0
        if np.isnan(q) and np.isnan(p):
            return 1.0
        low = 0.0 if np.isnan(q) else q
        if np.isnan(p) or p == low:
            return float(gap > low)
        return min(max((gap - low) / (p - low), 0.0), 1.0)

    wanted = [sum(preference(one - other) - preference(other - one) for other in values)
              / (len(values) - 1) for one in values]  # fmt: skip
    column = np.array(values, float)[:, None]
    found = ranking.promethee(column, np.array([True]), np.ones(1), np.array([q]), np.array([p]))
    assert found[:, 0] == pytest.approx(wanted)


def test_many_candidates_are_compared_in_blocks():
    values = np.random.default_rng(2).integers(0, 50, (ranking.ROWS_AT_ONCE + 9, 1)).astype(float)
    gap = values - values.T
    wanted = np.clip(np.abs(gap) / 5, 0, 1) * np.sign(gap)
    found = ranking.promethee(values, np.array([True]), np.ones(1), None, np.array([5.0]))
    assert found[:, 0] == pytest.approx(wanted.sum(axis=1) / (len(values) - 1))


def test_ranks_of_equals():
    found = ranking.ranks(np.array([[0.5, 3], [0.1 + 0.2, 3], [0.3, 1], [0.9, 2]]))
    assert found.tolist() == [[2, 1], [3, 1], [3, 4], [1, 3]]  # 0.1 + 0.2 is 0.3


def test_weights_are_drawn_within_their_spread():
    drawn = ranking.drawn_weights(np.array([0.2, 0.8]), 0.5, 4000, 1)
    ratio = drawn[:, 1] / drawn[:, 0] / 4
    assert drawn.shape == (4000, 2) and drawn.sum(axis=1) == pytest.approx(1)
    assert 1 / 3 <= ratio.min() < 0.36 and 2.8 < ratio.max() <= 3
