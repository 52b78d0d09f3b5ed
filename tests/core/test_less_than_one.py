"""Flows in thousands and money in millions: what is less than one is something, too."""

import numpy as np
import pytest

from smart_planning_plugin.core.territory import plan, ranking
from smart_planning_plugin.core.zones import grouping, interaction
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import functional_zones
from smart_planning_plugin.core.zones.partners import opportunity_table, pair_table
from smart_planning_plugin.core.zones.potential import Interaction
from smart_planning_plugin.core.zones.register import cooperation
from smart_planning_plugin.core.zones.rural import RuralRules, functional_rural_areas
from smart_planning_plugin.core.zones.summary import summary_table
from smart_planning_plugin.core.zones.ttwa import Targets, travel_to_work_areas
from tests.core.test_pairs_by_hand import COULD, HOME, IS, NAMES, REGION
from tests.core.test_plan import problems, read
from tests.core.test_regions import RULES, random_flows, units
from tests.core.test_regions_by_twins import whole_flows

SMALL = 2.0**-12


@pytest.mark.parametrize("seed", range(6))
def test_divisions_do_not_depend_on_the_unit_of_flows_and_people(seed):
    flow, rng = whole_flows(seed, 10)
    flow[np.diag_indices(10)] += rng.integers(0, 9, 10)
    one = travel_to_work_areas(flow, Targets(10, 30, 0.5, 0.7))
    other = travel_to_work_areas(flow * SMALL, Targets(10 * SMALL, 30 * SMALL, 0.5, 0.7))
    assert [each.tolist() for each in one] == [each.tolist() for each in other]
    city = np.array([0, -1, 1, -1, 1, -1, -1, 2, -1, -1])
    pairs = rng.integers(0, 10, (20, 2))
    one, other = (grouping.functional_urban_areas(each, city, 0.1, pairs)
                  for each in (flow, flow * SMALL))  # fmt: skip
    assert one.tolist() == other.tolist()
    assert (grouping.dominant_flow(flow) == grouping.dominant_flow(flow * SMALL)).all()
    group = np.arange(10) % 3
    assert grouping.modularity(flow * SMALL, group) == grouping.modularity(flow, group)
    assert (grouping.communities(flow) == grouping.communities(flow * SMALL)).all()
    minutes = rng.integers(1, 30, (10, 10)).astype(float)
    people = rng.integers(0, 9, 10).astype(float)
    one = functional_rural_areas(minutes, people, RuralRules(5, 2, 12, 9, 4))
    other = functional_rural_areas(minutes, people * SMALL, RuralRules(5, 2, 12 * SMALL, 9, 4))
    assert one.tolist() == other.tolist()


def test_shares_do_not_depend_on_the_unit_of_flows():
    flow, _ = random_flows(3, 12, 3)
    given = units(12, 3)
    tables = []
    for factor in (1, SMALL):
        found = functional_zones(given, "louvain", RULES, Flows(flow * factor, "observed"))
        tables.append(summary_table(given, found))
    assert tables[0]["value"].tolist() == pytest.approx(tables[1]["value"].tolist())
    known = cooperation(None, 6)
    for make in (
        lambda *made: pair_table(HOME, Interaction(*made, COULD, ""), [], None, known, False),
        lambda *made: opportunity_table(
            HOME, REGION, Interaction(*made, COULD, ""), [], known, NAMES
        ),
    ):
        whole, small = make(IS, COULD), make(IS * SMALL, COULD * SMALL)
        assert whole["reason"].tolist() == small["reason"].tolist()
        shares = [name for name in whole if "score" in name or "share" in name or "integr" in name]
        assert shares and whole[shares].equals(small[shares])


def test_models_do_not_depend_on_the_unit_of_masses():
    rng = np.random.default_rng(1)
    people, drawn = rng.uniform(1, 9, (2, 6))
    cost = rng.uniform(5, 30, (6, 6))
    weight = 1 / cost
    half = np.full((6, 6), 0.5)
    for one, other in (
        (interaction.gravity(people, drawn, weight),
         interaction.gravity(people, drawn * SMALL, weight * SMALL)),
        (interaction.huff(people, drawn, weight),
         interaction.huff(people, drawn * SMALL, weight * SMALL)),
        (interaction.radiation(people, cost, people, half),
         interaction.radiation(people * SMALL, cost, people, half)),
        (interaction.doubly_constrained(weight, people, people[::-1]).flow,
         interaction.doubly_constrained(weight * SMALL, people * SMALL,
                                        people[::-1] * SMALL).flow / SMALL),
    ):  # fmt: skip
        assert one == pytest.approx(other)


def test_money_in_millions():
    free = {"budget": "", "fund_source": ""}
    made = read(**free, start="2026", end="2026", budget_EU="0.25", budget_2026="0.5")
    assert made.budget.to_numpy().tolist() == [["1", "2026", "EU", 0.5]]
    made = read({**free, "budget": "0.8"}, {"code": "2", "parent": "1", "budget": "0.5"})
    assert made.budget["amount"].sum() == pytest.approx(0.5)
    assert made.actions["budget_counted"].fillna(-1).tolist() == [-1, 0.5]
    made = read(budget="0.5", fund_source="")
    assert made.actions["fund_source"].tolist() == ["?=0.5"]
    assert problems(made) == {"budget without a source"}
    made = read({**free, "budget": "0.8"}, {"code": "2", "parent": "1", "budget": "0.9"})
    assert problems(made) == {"the rows below cost more than the row"}
    made = read(budget="0.8", budget_2025="0.7", fund_source="EU=0.9")
    assert problems(made) == {
        "money by source does not add up to the budget",
        "money by year does not add up to the budget",
    }
    assert plan.aggregate("share", [0.25, 0.25], None, [True, False]) == 50


@pytest.mark.parametrize("method", ranking.METHODS)
def test_scores_do_not_depend_on_the_unit_of_a_criterion(method):
    values = np.random.default_rng(5).integers(0, 9, (7, 3)).astype(float)
    larger, weights = np.array([True, False, True]), np.array([0.5, 0.3, 0.2])
    found = ranking.scores(method, values * [1, SMALL, SMALL], larger, weights)
    assert found == pytest.approx(ranking.scores(method, values, larger, weights))
