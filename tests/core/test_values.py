"""Results, and what they were found with, stay as they are: others keep them, and build on them."""

from dataclasses import FrozenInstanceError, fields

import numpy as np
import pytest

from smart_planning_plugin.core.accessibility.decay import parse_decay
from smart_planning_plugin.core.accessibility.explaining import number_of
from smart_planning_plugin.core.accessibility.fca import Weighing
from smart_planning_plugin.core.accessibility.matrix import Wanted, pairs_in_blocks
from smart_planning_plugin.core.accessibility.measures import Question, nearest_own_and_abroad
from smart_planning_plugin.core.accessibility.performance import People, earth_xyz
from smart_planning_plugin.core.accessibility.routes import nearest_pairs, routes
from smart_planning_plugin.core.accessibility.surfaces import Walls
from tests.core.small import west_and_east
from tests.core.test_isochrones import journeys
from tests.core.test_measures_by_hand import BANK, COUNTRY, found, located
from tests.core.test_noticed import cross
from tests.core.test_times import HOMES, POSTS, times


def accessibility():
    made = found(["nearest", "cumulative"], nearest=2)
    yield made
    yield from (made.offers[0], made.found[0], made.reach.travel)
    yield from (next(iter(made.reach.blocks())), next(iter(made.reach.rounds()))[0])
    question = Question(["gravity"], weighing=Weighing(parse_decay("linear")))
    assert question.of_pairs == ["gravity"]
    yield from (question, question.weighing, question.weighing.decay)
    assert question.weighing.decay.weights([0.0], 1.0) == [1]
    yield number_of("nearest_bank", [BANK])


def searches():
    at, services_at = located()
    travel = found(["nearest"]).reach.travel
    yield travel.plan(2, 3)
    graph = travel.from_sources(services_at)
    yield nearest_own_and_abroad(travel, graph, services_at.country, services_at.ok, at)
    wanted = Wanted()
    assert wanted.count(2, 3) == 6
    yield wanted
    yield next(pairs_in_blocks(travel, at, at, wanted))
    yield routes(travel, at, at, nearest_pairs(travel, at, at))
    yield People(at, earth_xyz(np.zeros((len(COUNTRY), 2))), np.ones(len(COUNTRY)))
    table = times()
    yield table
    yield table.from_sources(table.sources(POSTS))
    assert len(table.targets(HOMES)) == 4


def ground():
    asked = journeys(cross(), [0], [0.5], [2.0])
    yield asked
    yield next(asked.reached_roads())[1]
    surfaces = asked.surfaces(500.0, west_and_east())
    yield surfaces
    (one, *_) = surfaces.parts.values()
    yield from (one, one.lattice, one.walls, Walls.around(asked.travel, one.lattice))


@pytest.mark.parametrize("made", [accessibility, searches, ground])
def test_results_are_not_changed(made):
    for value in made():
        for one in fields(value):
            with pytest.raises(FrozenInstanceError):
                setattr(value, one.name, None)
