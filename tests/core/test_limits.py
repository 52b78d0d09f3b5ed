"""What lies exactly at a limit is inside it, whatever way its cost was added up."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.curves import share_within
from smart_planning_plugin.core.accessibility.decay import DECAYS, parse_decay
from smart_planning_plugin.core.accessibility.measures import Question, service_accessibility
from smart_planning_plugin.core.accessibility.reach import Pairs
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.effect import bands_of
from smart_planning_plugin.core.crossborder.shared import categorise
from smart_planning_plugin.core.limits import at_least, within
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from tests.core.small import network_of

TENTHS = [0.1] * 30  # they add up to 3.0000000000000013 from one end
AT = float(np.cumsum(TENTHS)[-1])  # `sum` of newer Python adds up without rounding


def test_the_leeway_is_rounding_and_no_travel():
    assert AT > 3.0 and within(np.array([AT]), 3.0).all()
    assert not within(np.array([3.0001]), 3.0).any()
    assert within(np.array([np.inf]), np.inf).all() and not within(np.array([np.nan]), 9).any()
    assert at_least(np.array([5 - 1e-12]), 5).all() and not at_least(np.array([4.9999]), 5).any()


@pytest.mark.parametrize("name", DECAYS)
def test_at_the_threshold_a_decay_is_what_it_is_there(name):
    exact, added = parse_decay(name).weights(np.array([3.0, AT]), 3.0)
    assert added == pytest.approx(exact)


def test_pairs_bands_shares_and_categories_at_the_limit():
    assert len(Pairs.within(np.array([[AT]]), np.ones((1, 1), bool), 3.0)) == 1
    assert bands_of(np.array([AT]), [3.0, 5.0]).tolist() == ["0-3"]
    assert share_within(np.array([AT]), np.ones(1), [3.0]).tolist() == [1.0]
    one = np.ones(1, bool)
    assert categorise(np.array([AT]), np.array([9.0]), one, 3, 1).tolist() == ["own_only"]
    # 0.3 - 0.1 is 0.19999999999999998: still the advantage
    near = categorise(np.array([0.1]), np.array([0.3]), one, 3, 0.2).tolist()
    assert near == ["own_nearer"]


@pytest.mark.parametrize("kernel", ["search", "hierarchy"])
def test_both_ways_of_searching_find_a_service_at_the_threshold(kernel):
    """Thirty roads of a tenth of a minute, and the threshold is three minutes."""
    nodes = [[1000.0 * at, 0.0] for at in range(31)]
    roads = [{"a": at, "b": at + 1, "there": 0.1, "country": "AA"} for at in range(30)]
    travel = Travel(network_of(nodes, roads), kernel=kernel)
    names = np.array(["one"], dtype=object)
    code = np.array(["AA"], dtype=object)
    places = Places(names, np.array([[0.0, 0.0]]), code, np.array([7.0]), pd.DataFrame())
    services = Services(names, np.array([[30_000.0, 0.0]]), np.array(["s"], object), code,
                        np.array([2.0]))  # fmt: skip
    found = service_accessibility(
        travel, travel.targets(places), places, services, [ServiceType("s", "S")],
        Question(("nearest", "cumulative", "2sfca"), 3.0),
    )  # fmt: skip
    assert found.values.iloc[0]["cumulative_s"] == 2
    assert found.values.iloc[0]["2sfca_s"] == pytest.approx(2 / 7)
