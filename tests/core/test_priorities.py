"""Priorities: methods against pymcdm and loops, ranks that hold, reasons, bad tables."""

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
from smart_planning_plugin.core.territory import priorities, ranking
from smart_planning_plugin.core.territory.hierarchy import Tree

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
RNG = np.random.default_rng(7)
VALUES = RNG.uniform(1, 100, (12, 4))
LARGER = np.array([True, False, True, False])
WEIGHTS = np.array([0.4, 0.3, 0.2, 0.1])


def test_topsis_and_weighted_sum_against_pymcdm():
    methods = pytest.importorskip("pymcdm.methods")
    normalizations = pytest.importorskip("pymcdm.normalizations")
    types = np.where(LARGER, 1, -1)
    topsis = methods.TOPSIS(normalizations.vector_normalization)
    # it turns a cost into a benefit before it weighs, as 1 - r: differences are the same
    wanted = topsis(VALUES, WEIGHTS, types)
    assert np.allclose(ranking.topsis(VALUES, LARGER, WEIGHTS)[:, 0], wanted)
    wanted = methods.WSM(normalizations.minmax_normalization)(VALUES, WEIGHTS, types)
    assert np.allclose(ranking.weighted_sum(VALUES, LARGER, WEIGHTS)[:, 0], wanted)


@pytest.mark.parametrize(
    ("kind", "q", "p"),
    [("usual", None, None), ("vshape", None, 20.0), ("ushape", 5.0, None),
     ("vshape_2", 5.0, 30.0)],
)  # fmt: skip
def test_promethee_against_pymcdm(kind, q, p):
    methods = pytest.importorskip("pymcdm.methods")
    k = len(WEIGHTS)
    more = {name: np.full(k, one) for name, one in (("q", q), ("p", p)) if one is not None}
    wanted = methods.PROMETHEE_II(kind, **more)(VALUES, WEIGHTS, np.where(LARGER, 1, -1))
    given_q = np.full(k, np.nan if q is None else q)
    given_p = np.full(k, np.nan if p is None else p)
    found = ranking.promethee(VALUES, LARGER, WEIGHTS, given_q, given_p)[:, 0]
    assert np.allclose(found, wanted)


@FEW
@given(st.lists(st.lists(st.integers(0, 9), min_size=3, max_size=3), min_size=2, max_size=7))
def test_promethee_against_loops(rows):
    values, weights = np.array(rows, float), np.array([0.5, 0.3, 0.2])
    larger = np.array([True, False, True])
    gains = ranking.benefits(values, larger)
    wanted = [
        sum(w * (float(a[j] > b[j]) - float(a[j] < b[j])) for b in gains
            for j, w in enumerate(weights)) / (len(gains) - 1)
        for a in gains
    ]  # fmt: skip
    found = ranking.promethee(values, larger, weights)[:, 0]
    assert np.allclose(found, wanted)
    assert found.sum() == pytest.approx(0, abs=1e-9)  # net flows add up to nought


@FEW
@given(st.sampled_from(ranking.METHODS), st.floats(0.01, 1000), st.integers(0, 3))
def test_ranks_do_not_change_when_a_criterion_is_rescaled(method, factor, at):
    scaled = VALUES.copy()
    scaled[:, at] *= factor
    before = ranking.ranks(ranking.scores(method, VALUES, LARGER, WEIGHTS))
    after = ranking.ranks(ranking.scores(method, scaled, LARGER, WEIGHTS))
    assert (before == after).all()


@pytest.mark.parametrize("method", ranking.METHODS)
def test_the_better_in_everything_is_first_whatever_the_weights(method):
    values = VALUES.copy()
    values[3] = np.where(LARGER, 1000, 0.5)
    drawn = ranking.drawn_weights(WEIGHTS, 1.0, 200, 3)
    found = ranking.ranks(ranking.scores(method, values, LARGER, drawn))
    assert (found[3] == 1).all()


def test_drawn_weights():
    drawn = ranking.drawn_weights(WEIGHTS, 0.5, 500, 1)
    assert np.allclose(drawn.sum(axis=1), 1) and (drawn >= 0).all()
    assert np.array_equal(drawn, ranking.drawn_weights(WEIGHTS, 0.5, 500, 1))
    assert not np.array_equal(drawn, ranking.drawn_weights(WEIGHTS, 0.5, 500, 2))
    assert np.allclose(ranking.drawn_weights(WEIGHTS, 0.0, 3, 1), WEIGHTS)
    assert np.allclose(drawn.mean(axis=0), WEIGHTS, atol=0.02)


def table(**changes):
    frame = {"criterion": ["a", "b"], "field": ["a", "b"], "weight": [0.6, 0.4],
             "direction": ["max", "min"]}  # fmt: skip
    return pd.DataFrame({**frame, **changes})


def ranked(values, names=("x", "y", "z"), **changes):
    criteria, _ = priorities.criteria_table(table(**changes), "CRITERIA")
    return priorities.prioritise(
        list(names), list(names), np.array(values, float), criteria, "weighted_sum"
    )


def test_ranks_reasons_and_ties():
    found = ranked([[10, 1], [5, 5], [5, 5]]).table
    assert found["rank"].tolist() == [1, 2, 2]
    assert found["rank_low"].tolist() == [1, 2, 2] and found["share_first"].tolist() == [1, 0, 0]
    assert (
        "Rank 1 of 3" in found["reason_en"][0] and "a (10, place 1 of 3)" in found["reason_en"][0]
    )
    assert "Against it: " in found["reason_en"][1]
    assert found["reason_lv"][0].startswith("1. vieta no 3")
    assert found["reason_lt"][0].startswith("1 vieta iš 3")


def test_close_ones_change_places():
    found = ranked([[10, 9], [1, 1], [5, 5]]).table
    assert (found["rank_low"] <= found["rank"]).all() and (
        found["rank"] <= found["rank_high"]
    ).all()
    assert (found["rank_low"] < found["rank_high"]).any()


def test_what_lacks_a_value_is_not_ranked():
    found = ranked([[10, np.nan], [5, 5], [6, 5]])
    assert found.table["status"].tolist() == ["no value: b", "ok", "ok"]
    assert np.isnan(found.table["rank"][0]) and found.table["rank"].tolist()[1:] == [2, 1]
    assert set(found.sensitivity["candidate"]) == {"y", "z"}
    with pytest.raises(EmptyLayerError, match="b"):
        ranked([[10, np.nan]] * 3)


def test_one_candidate_and_no_difference():
    assert ranked([[1, 1]], ["x"]).table["rank"].tolist() == [1]
    same = ranked([[1, 1]] * 3)
    assert same.table["rank"].tolist() == [1, 1, 1]


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"weight": [0.5, -0.5]}, InvalidValueError, "b"),
        ({"weight": [None, 1]}, InvalidValueError, "a"),
        ({"weight": [0, 0]}, EmptyLayerError, "above 0"),
        ({"direction": ["up", "min"]}, InvalidValueError, "max or min"),
        ({"criterion": ["a", "a"]}, DuplicateIdError, "a"),
        ({"indifference": [5, None], "preference": [1, None]}, InvalidValueError, "indifference"),
        ({"measure": ["volume", None]}, InvalidValueError, "measure"),
    ],
)
def test_tables_of_criteria_that_cannot_work(changes, error, says):
    with pytest.raises(error, match=says):
        priorities.criteria_table(table(**changes), "CRITERIA")


def test_weights_that_do_not_add_up_are_scaled_and_said():
    criteria, notes = priorities.criteria_table(table(weight=[3, 1]), "CRITERIA")
    assert [one.weight for one in criteria] == [0.75, 0.25] and "4" in notes[0]
    assert priorities.criteria_table(table(weight=[75, 25]), "CRITERIA")[1] == []
    with pytest.raises(MissingFieldError):
        priorities.criteria_table(pd.DataFrame({"weight": [1]}), "CRITERIA")


# ---------------------------------------------------------------- the chain


def chain(rows):
    frame = pd.DataFrame(rows, columns=["code", "parent", "level", "criteria"])
    criteria, _ = priorities.criteria_table(table(), "CRITERIA")
    names = ["x", "y", "z"]
    values = np.array([[10.0, 9], [1, 1], [5, 8]])
    return priorities.chain(frame, names, names, values, criteria, "weighted_sum")


def test_chain_gathers_the_evidence_below():
    found = chain(
        [("T", "P", "task", "b"), ("C", "", "challenge", ""), ("P", "C", "priority", "a")]
    )
    assert found["code"].tolist() == ["C", "P", "T"] and found["depth"].tolist() == [0, 1, 2]
    assert found["evidence_criteria"].tolist() == ["a, b", "a, b", "b"]
    assert found["evidence"][2].startswith("y (1)")
    assert chain([("C", "", "challenge", "")])["status"].tolist() == ["no criterion"]
    assert chain([("P", "Q", "priority", "a")])["status"].tolist() == ["parent unknown"]


@pytest.mark.parametrize(
    ("rows", "error", "says"),
    [
        ([("A", "B", "task", ""), ("B", "A", "task", "")], InvalidValueError, "A → B → A"),
        ([("A", "A", "task", "")], InvalidValueError, "A → A"),
        ([("A", "", "task", ""), ("A", "", "task", "")], DuplicateIdError, "A"),
        ([("", "", "task", "")], InvalidValueError, "codes are missing"),
        ([("A", "", "dream", "")], InvalidValueError, "A"),
        ([("A", "", "task", "c")], InvalidValueError, "c"),
    ],
)
def test_chains_that_cannot_be_read(rows, error, says):
    with pytest.raises(error, match=says):
        chain(rows)


def test_tree():
    tree = Tree(["b", "a", "c", "d"], ["a", "", "b", "gone"], "t")
    assert tree.in_order() == ["a", "b", "c", "d"]
    assert tree.below("a") == ["b", "c"] and tree.orphans == ["d"]
    assert [tree.depth(one) for one in "abcd"] == [0, 1, 2, 0]
