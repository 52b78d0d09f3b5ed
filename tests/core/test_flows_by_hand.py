"""Flows between places, and models of interaction, worked out by hand."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.zones import interaction
from smart_planning_plugin.core.zones.between import (
    Between,
    desire_lines,
    deterrence_of,
    flow_table,
    flows_between,
)
from smart_planning_plugin.core.zones.flows import Flows, by_group, checked
from smart_planning_plugin.core.zones.interaction import Deterrence
from tests.core.small import assert_table, objects, steadily

NAN, INF = np.nan, np.inf

# ---------------------------------------------------------------- tables of flows


def table_of(**columns):
    usual = {"from_id": ["a", "b", "c"], "to_id": ["b", "c", "a"], "flow": [1.0, 0.0, 2.0]}
    return pd.DataFrame({**usual, **columns})


def test_a_table_that_is_right():
    found = checked(
        table_of(flow=["1.5", "", "0"], kind=["", "modelled", "modelled"], more=[7, 8, 9]), "abc"
    )
    assert_table(
        found, from_id=["a", "c"], to_id=["b", "a"], flow=[1.5, 0.0],
        kind=["observed", "modelled"], more=[7, 9],
    )  # fmt: skip
    assert found.index.tolist() == [0, 1]


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"flow": ["1", "x", ""]}, InvalidValueError,
         "Layer 'FLOWS', field 'flow': these flows are not numbers (b → c). Mend the table."),
        ({"flow": [0, -1, -0.5]}, InvalidValueError,
         "Layer 'FLOWS', field 'flow': negative flows (b → c, c → a). Mend the table."),
        ({"from_id": ["x", "y", "x"]}, InvalidValueError,
         "Layer 'FLOWS', field 'from_id': flows name zones that are not there (x, y). "
         "Use the ids of that layer, as text with their leading zeros."),
        ({"to_id": ["a", "y", "b"]}, InvalidValueError,
         "Layer 'FLOWS', field 'to_id': flows name zones that are not there (y). "
         "Use the ids of that layer, as text with their leading zeros."),
        ({"flow": [None, "", NAN]}, EmptyLayerError, "Layer 'FLOWS': no row has a flow."),
        ({"kind": ["seen", "modelled", "seen"]}, InvalidValueError,
         "Layer 'FLOWS', field 'kind': kind is observed or modelled (seen)."),
    ],
)  # fmt: skip
def test_a_table_that_is_not(changes, error, says):
    with pytest.raises(error) as told:
        checked(table_of(**changes), "abc")
    assert str(told.value) == says


def test_what_a_table_of_flows_needs():
    with pytest.raises(MissingFieldError) as told:
        checked(table_of().drop(columns="to_id"), "abc", "OBSERVED")
    assert str(told.value) == (
        "Layer 'OBSERVED', field 'to_id': there is no such field. "
        "A table of flows has from_id, to_id, flow."
    )
    with pytest.raises(InvalidValueError, match=r"'THEM'.*flows name places that are not there"):
        checked(table_of(), "ab", "THEM", "places")


def test_sums_by_group():
    matrix = np.arange(16.0).reshape(4, 4)
    found = by_group(matrix, np.array([2, -1, 0, 2]), 3)
    # 0 and 3 are the last group, 2 the first, 1 of none
    assert found.tolist() == [[10, 0, 8 + 11], [0, 0, 0], [2 + 14, 0, 0 + 3 + 12 + 15]]


def test_flows_of_zones():
    table = checked(table_of(flow=[1.0, 2, 4]), "abc")
    alone = Flows.of(table, objects(["c", "b", "a"]))
    assert alone.matrix.tolist() == [[0, 0, 4], [2, 0, 0], [0, 1, 0]]
    joined = Flows.of(table, objects(["c", "b", "a"]), np.array([1, 1, 0]), 3)
    assert joined.matrix.tolist() == [[0, 1, 0], [4, 2, 0], [0, 0, 0]]
    assert alone.kind == joined.kind == "observed"
    assert Flows.of(table[:0], objects([])).matrix.shape == (0, 0)


# ---------------------------------------------------------------- models


def test_deterrence_by_hand():
    cost = np.array([0.0, 2, 5, 10, INF])
    assert Deterrence()(cost) == pytest.approx([0.04, 0.04, 0.04, 0.01, 0])
    assert Deterrence("power", 1.0, 2.0)(cost) == pytest.approx([0.5, 0.5, 0.2, 0.1, 0])
    assert Deterrence("exponential", 0.5, 0.0)(cost) == pytest.approx(
        [1, np.exp(-1), np.exp(-2.5), np.exp(-5), 0]
    )
    assert Deterrence("power", 1.0, 0.0)(cost[1:]) == pytest.approx([0.5, 0.2, 0.1, 0])
    assert Deterrence("power", 1.0, 0.5)(cost[:2]) == pytest.approx([2, 0.5])
    with pytest.raises(InvalidValueError) as told:
        Deterrence("power", 1.0, 0.0)(cost)
    assert str(told.value) == (
        "A power of no cost is infinite. Set MIN_COST above 0, or DECAY to exponential."
    )
    assert deterrence_of("power", None, 3.0) == Deterrence("power", 2.0, 3.0)
    assert deterrence_of("exponential", None, 1.0) == Deterrence("exponential", 0.05, 1.0)
    assert deterrence_of("exponential", 0.0, 1.0) == Deterrence("exponential", 0.0, 1.0)


PEOPLE, DRAWN = np.array([10.0, 20, 30]), np.array([1.0, 2, 5])
COST = np.array([[99.0, 10, 20], [10, 99, 8], [40, 8, 99]])
SIDES = objects(["AA", "AA", "BB"])
ONE = Deterrence("power", 1.0, 5.0)
#: People times what draws them, through the minutes, half of it across the border.
PULL = np.array([
    [10 * 1 / 5, 10 * 2 / 10, 10 * 5 / 20 / 2],
    [20 * 1 / 10, 20 * 2 / 5, 20 * 5 / 8 / 2],
    [30 * 1 / 40 / 2, 30 * 2 / 8 / 2, 30 * 5 / 5],
])  # fmt: skip


def flows(model, **more):
    return flows_between(COST, PEOPLE, DRAWN, SIDES, model, **{"deterrence": ONE, **more})


def test_models_of_people_and_what_draws_them():
    found = flows("gravity", willingness=0.5)
    assert found.modelled == pytest.approx(PULL * 60 / PULL.sum())
    assert found.cost.diagonal().tolist() == [5, 5, 5] and COST[0, 0] == 99
    assert found.across.tolist() == [[False, False, True], [False, False, True],
                                     [True, True, False]]  # fmt: skip
    assert np.isnan(found.observed).all() and found.words == []
    chosen = PULL * (PEOPLE / PULL.sum(axis=1))[:, None]
    assert flows("huff", willingness=0.5).modelled == pytest.approx(chosen)
    away = np.where(np.eye(3), 0, PULL)
    found = flows("huff", willingness=0.5, within=False)
    assert found.modelled == pytest.approx(away * (PEOPLE / away.sum(axis=1))[:, None])
    usual = flows_between(COST, PEOPLE, DRAWN, SIDES)  # gravity, squares, all who would
    squares = np.outer(PEOPLE, DRAWN) / np.where(np.eye(3), 5, COST) ** 2
    assert usual.modelled == pytest.approx(squares * 60 / squares.sum())


def test_radiation_by_hand():
    # from 0: 1 is nearest, and half of it counts; then 2 with the chances of 1 on the way
    half = np.array([[1, 0.5, 1], [1, 1, 1], [0.5, 1, 1.0]])
    made = interaction.radiation(
        PEOPLE, COST, np.array([100.0, 1, 10]), half, finite=False
    )  # fmt: skip
    wanted = [
        [0, 10 * 10 / (10 * 20), 10 * 30 / ((10 + 10) * (10 + 30 + 10))],
        [20 * 10 / ((20 + 30) * (20 + 10 + 30)), 0, 20 * 30 / (20 * 50)],
        [30 * 5 / ((30 + 20) * (30 + 5 + 20)), 30 * 20 / (30 * 50), 0],
    ]
    assert made == pytest.approx(np.array(wanted) * np.array([[100], [1], [10]]))
    whole = interaction.radiation(PEOPLE, COST, np.array([100.0, 1, 10]), half)
    assert whole.sum(axis=1) == pytest.approx([100, 1, 10])  # none is lost beyond the edge
    told = []
    interaction.radiation(PEOPLE, COST, progress=told.append)
    assert told == [0]
    assert flows("radiation").modelled == pytest.approx(interaction.radiation(PEOPLE, COST))
    people, cost = np.array([4.0, 0, 6, 2]), np.array([[0.0, 1, 7, 7]] * 4)
    cost[3] = INF
    found = interaction.radiation(people, cost, finite=False)
    # both at 7 minutes: neither is on the way to the other; nobody lives in 1, no way from 3
    assert found[0] == pytest.approx([0, 0, 4 * 4 * 6 / (4 * 10), 4 * 4 * 2 / (4 * 6)])
    assert not found[[1, 3]].any() and not interaction.radiation(people, cost)[[1, 3]].any()


def test_totals_and_exponents_of_models():
    weight = np.array([[1.0, 2], [3, 4]])
    made = interaction.gravity(np.array([1.0, 2]), np.array([5.0, 1]), weight, 54.0)
    assert made.tolist() == [[5 * 54 / 45, 2 * 54 / 45], [30 * 54 / 45, 8 * 54 / 45]]
    assert not interaction.gravity(np.ones(2), np.ones(2), weight * 0).any()
    made = interaction.huff(np.array([6.0, 22]), np.array([2.0, 1]), weight, 3.0)
    assert made == pytest.approx(np.array([[8, 2], [24, 4]]) * [[0.6], [22 / 28]])
    made = interaction.huff(np.array([4.0, 10]), np.array([2.0, 1]), weight)
    assert made.tolist() == [[2, 2], [6, 4]]


def test_rows_and_columns_that_are_balanced():
    weight = np.array([[4.0, 1, 0], [2, 3, 1]])
    found = interaction.doubly_constrained(weight, np.array([30.0, 70]), np.array([40.0, 50, 10]))
    a = found.flow[:, 0] / weight[:, 0]
    assert found.flow == pytest.approx(a[:, None] * weight * (found.flow[1] / weight[1] / a[1]))
    assert found.flow.sum(axis=1) == pytest.approx([30, 70], rel=1e-8)
    assert found.flow.sum(axis=0) == pytest.approx([40, 50, 10], rel=1e-8)
    assert found.error < 1e-10 and 1 < found.rounds < 100
    # of what starts a third can go nowhere: from one of three journeys
    apart = interaction.doubly_constrained(np.eye(2), np.array([10.0, 20]), np.array([20.0, 10]))
    assert apart.error == pytest.approx(1 / 3) and 100 < apart.rounds < 130
    with pytest.raises(InvalidValueError) as told:
        interaction.doubly_constrained(np.eye(2), np.ones(2), np.array([1.0, 4]))
    assert str(told.value) == (
        "Journeys that start (2) and that end (5) differ in sum. Scale one of them to the other."
    )
    assert not interaction.doubly_constrained(np.eye(2), np.zeros(2), np.zeros(2)).flow.any()


def test_a_balanced_model_says_what_it_missed():
    cost = np.where(np.eye(2), 1, INF)
    found = flows_between(cost, np.array([10.0, 20]), np.array([20.0, 10]), SIDES[:2],
                          "doubly_constrained")  # fmt: skip
    assert found.words == [
        "doubly_constrained: totals are missed by up to 33.33% of all flows; some places cannot be "
        "reached by as many as they should"
    ]
    with pytest.raises(InvalidValueError, match=r"start \(30\) and that end \(0\)"):
        flows_between(cost, np.array([10.0, 20]), np.zeros(2), SIDES[:2], "doubly_constrained")


# ---------------------------------------------------------------- tables of results


def test_a_row_for_each_pair_with_a_flow():
    found = Between(
        np.array([[0.5, 0, 0], [0, 0, 4], [0, 0, 0]]),
        np.array([[NAN] * 3, [0, NAN, NAN], [NAN] * 3]),
        np.array([[5, 1, 2], [3, INF, INF], [9, 9, 9.0]]),
        np.array([[0, 1, 1], [1, 0, 0], [1, 0, 0]]),
        [],
    )  # fmt: skip
    table = flow_table(found, objects(["z", "b", "c"]), "time_min", objects(["ok", "ok", "off"]))
    assert_table(
        table,
        from_id=["z", "b", "b", "c"],
        to_id=["z", "z", "c", "c"],
        flow=[0.5, 0.0, 4.0, None],
        kind=["modelled", "observed", "modelled", "modelled"],
        modelled=[0.5, 0.0, 4.0, None],
        time_min=[5.0, 3.0, None, None],
        cross_border=[0, 1, 0, 0],
        status=["ok", "ok", "ok", "off"],
    )
    usable = flow_table(
        Between(np.ones((1, 1)), np.full((1, 1), NAN), np.ones((1, 1)), np.zeros((1, 1)), []),
        objects(["a"]), "distance_km", objects(["ok"]),
    )  # fmt: skip
    assert usable["status"].tolist() == ["ok"] and usable["distance_km"].tolist() == [1]


def lines_twin(table, number):
    """Pair by pair, and place by place."""
    usable = [one for one in table.itertuples() if one.status == "ok"]
    pairs = {}
    for one in usable:
        if one.from_id != one.to_id:
            pairs.setdefault(tuple(sorted((one.from_id, one.to_id))), []).append(one)
    flow = {pair: sum(one.flow for one in rows) for pair, rows in pairs.items()}
    rank = {}
    for place in {one for pair in pairs for one in pair}:
        mine = sorted((-flow[pair], pair[0] != place, pair) for pair in pairs if place in pair)
        for at, (*_, pair) in enumerate(mine, 1):
            rank[pair] = min(at, rank.get(pair, at))
    out = {place: sum(one.flow for one in usable if one.from_id == place)
           for place in {one.from_id for one in usable}}  # fmt: skip
    rows = []
    for pair in sorted(pairs, key=lambda pair: (-flow[pair], pair)):
        starts = out.get(pair[0], 0) + out.get(pair[1], 0)
        there = sum(one.flow for one in pairs[pair] if one.from_id == pair[0])
        kinds = {one.kind for one in pairs[pair]}
        if rank[pair] <= number or not number:
            rows.append([
                *pair, flow[pair], there, flow[pair] - there,
                flow[pair] / starts if starts else None, rank[pair],
                kinds.pop() if len(kinds) == 1 else "mixed",
                sum(one.distance_km for one in pairs[pair]) / len(pairs[pair]),
                pairs[pair][0].cross_border,
            ])  # fmt: skip
    return rows


@given(st.integers(0, 100_000))
@steadily(7)
def test_desire_lines_pair_by_pair(seed):
    rng = np.random.default_rng(seed)
    ends = [one for one in itertools.product("fbadec", repeat=2) if rng.random() < 0.75]
    table = pd.DataFrame(ends, columns=["from_id", "to_id"])
    count = len(table)
    table["flow"] = rng.integers(0, 9, count).astype(float)
    table["kind"] = rng.choice(["observed", "modelled"], count, p=[0.8, 0.2])
    table["distance_km"] = rng.integers(1, 9, count).astype(float)
    table["cross_border"] = [int((a < "c") != (b < "c")) for a, b in ends]
    table["status"] = rng.choice(["ok", "unreached"], count, p=[0.9, 0.1])
    for number in (0, 1, 3):
        found = desire_lines(table, number)
        assert list(found) == ["from_id", "to_id", "flow", "flow_there", "flow_back", "share",
                               "rank", "kind", "distance_km", "cross_border"]  # fmt: skip
        rows = [[None if one != one else one for one in row] for row in found.to_numpy().tolist()]
        assert rows == lines_twin(table, number)
    pd.testing.assert_frame_equal(desire_lines(table), desire_lines(table, 3))
