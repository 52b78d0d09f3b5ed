"""What seeded faults (`make seed-faults`) showed that no other test of core would notice."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.edge import cost_to_edge, rim_nodes
from smart_planning_plugin.core.accessibility.explaining import alternatives
from smart_planning_plugin.core.accessibility.matrix import Wanted, pairs_in_blocks
from smart_planning_plugin.core.accessibility.measures import Nearest
from smart_planning_plugin.core.accessibility.reach import Offer
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario, with_crossings
from smart_planning_plugin.core.disclosure import disclosed
from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.network.density import is_sparse, km_per_km2
from smart_planning_plugin.core.network.overrides import read_overrides
from smart_planning_plugin.core.services.changes import read_changes
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Services, ServiceType
from smart_planning_plugin.core.territory import exports
from smart_planning_plugin.core.territory.guidelines import _partners
from smart_planning_plugin.core.zones import measures
from smart_planning_plugin.core.zones.between import desire_lines, flows_between
from tests.core.small import network_of, places_on


def texts(*values):
    return np.array(values, dtype=object)


def cross():
    """Four arms of 10 km from the middle, and a short stub beside it: minutes and km alike."""
    xy = [(0, 0), (10e3, 0), (-10e3, 0), (0, 10e3), (0, -10e3), (500, 500)]
    arms = [{"a": 0, "b": at, "km": 10.0, "there": 10.0, "country": "AA"} for at in (1, 2, 3, 4)]
    return network_of(xy, [*arms, {"a": 0, "b": 5, "km": 0.7, "there": 0.7, "country": "AA"}])


def test_small_numbers_are_hidden_below_twenty():
    assert [disclosed(one) for one in (1, 19.9, 20, 0)] == [None, None, 20, 0]


def test_the_data_end_at_the_rim_not_at_a_stub():
    travel = Travel(cross(), BorderScenario())
    assert rim_nodes(travel).tolist() == [1, 2, 3, 4]
    places = places_on([0, 0, 4], [0.3, 1.0, 1.0], "AA")
    assert cost_to_edge(travel, places) == pytest.approx([7.0, 0.0, 10.7])


def test_roads_in_one_line_all_end_at_the_rim():
    line = network_of([(0, 0), (1e3, 0), (2e3, 0)], [{"a": 0, "b": 1}, {"a": 1, "b": 2}])
    assert rim_nodes(Travel(line, BorderScenario())).tolist() == [0, 2]
    assert np.isnan(km_per_km2(line))


def test_density():
    assert km_per_km2(cross()) == pytest.approx(40.7 / 200)
    assert is_sparse(cross())
    pair = network_of([(0, 0), (1e3, 0)], [{"a": 0, "b": 1}])
    assert isinstance(km_per_km2(pair), float) and np.isnan(km_per_km2(pair))


def test_a_crossing_may_have_no_delay_at_all_but_none_below():
    row = {"action": "delay", "crossing_id": "X", "delay_ab_min": 0, "delay_ba_min": "5"}
    assert read_overrides(pd.DataFrame([row]), "t")["delay_ab_min"].tolist() == [0]
    with pytest.raises(SmartPlanningError, match="0 or more"):
        read_overrides(pd.DataFrame([{**row, "delay_ab_min": -1}]), "t")


def test_changes_are_written_in_any_case():
    table = pd.DataFrame([{"service_id": "A", "change": "Close"}])
    assert read_changes(table, np.full((1, 2), np.nan), ["A"])["change"].tolist() == ["close"]


def test_a_table_of_evidence_may_name_types_in_several_rows():
    rows = [
        {"type": "pool", "service_id": "P1", "kind": "users", "users": 30, "title": "Count 2024"},
        {"type": "pool", "service_id": "P1", "kind": "users", "users": 12, "title": "Count 2025"},
        {"type": "pool", "service_id": "", "kind": "agreement", "users": None, "title": "Treaty"},
    ]
    kinds = [ServiceType("pool", "pool")]
    found = read_evidence(pd.DataFrame(rows), kinds, ["P1", "P2"])
    assert np.nan_to_num(found.users("pool", texts("P1", "P2")), nan=-1).tolist() == [42, -1]
    assert found.titles("pool", "P2") == ["Treaty"]


def test_alternatives_say_what_is_added_abroad_and_what_does_not_count():
    travel = Travel(cross(), BorderScenario())
    services = Services(
        texts("near", "full", "off", "far"), np.zeros((4, 2)), texts(*["pool"] * 4),
        texts("AA", "AA", "AA", "BB"), np.array([5.0, 0.0, 5.0, 5.0]),
    )  # fmt: skip
    at = places_on([0, 1, -1, 2], [0.2, 0.5, 0.0, 0.9], "AA")
    at.country[:] = services.country
    kind = ServiceType("pool", "pool", extra_min_abroad=3.0)
    found = alternatives(travel, services, at, kind, places_on([0], [0.0], "AA"), 11.0)
    assert found["id"].tolist() == ["near", "full", "far", "off"]
    assert found["total"].tolist()[:3] == pytest.approx([2, 5, 12])
    assert found["extra"].tolist() == [0, 0, 3, 0]
    assert found["reason"].tolist() == [
        "", "no capacity", "beyond the threshold of 11", "not on a road: too_far",
    ]  # fmt: skip
    in_km = Travel(cross(), BorderScenario(), cost="distance")
    found = alternatives(in_km, services, at, kind, places_on([0], [0.0], "AA"))
    assert not found["extra"].any()  # minutes are not added to kilometres


def test_pairs_are_those_asked_for_and_no_others():
    travel = Travel(cross(), BorderScenario())
    at = places_on([0, 1, 2, 3], [0.1, 0.2, 0.3, 0.4], "AA")
    wanted = Wanted(pairs=np.array([[2, 3], [0, 1], [2, 0], [3, 3]]))
    got = list(pairs_in_blocks(travel, at, at, wanted))
    rows = [(o, d, c) for one in got for o, d, c in zip(one.origin, one.destination, one.cost)]
    assert rows == [(0, 1, pytest.approx(3)), (2, 0, pytest.approx(4)), (2, 3, pytest.approx(7)),
                    (3, 3, pytest.approx(0))]  # fmt: skip


def test_the_nearest_by_search_is_among_those_of_the_offer_only():
    travel = Travel(cross(), BorderScenario())
    services = places_on([0, 1], [0.1, 0.5], "AA")
    offer = Offer(ServiceType("s", "s"), np.array([1]), np.ones(1), texts("AA"), np.inf)
    places = places_on([2, 3], [0.0, 1.0], "AA")
    found = Nearest.searched(
        travel, travel.from_sources(services), services.country, offer, places, 2
    )
    assert found.own == pytest.approx([5, 15]) and found.service.tolist() == [1, 1]


def test_a_sign_for_what_is_missing_with_a_flag():
    number, flag = exports.numbers([": c", ": u", "3 b"])
    assert np.isnan(number[:2]).all() and number[2] == 3
    assert flag.tolist() == ["suppressed", "missing", "break"]


def test_partners_that_touch_come_first_then_by_name():
    rows = [("A", "C", 0, "x"), ("A", "B", 0, "x"), ("A", "D", 1, "x"), ("A", "E", 0, "y")]
    pairs = pd.DataFrame(
        [
            {"zone_a": a, "zone_b": b, "name_a": a, "name_b": f"{b}-town", "touching": touching,
             "common": common, "only_a": "", "only_b": ""}
            for a, b, touching, common in rows
        ]
    )  # fmt: skip

    class Found:
        pass

    Found.pairs = pairs
    partners = _partners(Found)
    assert next(v for k, v in partners.items() if k[0] == "A" and "x" in k) == [
        "D-town", "B-town", "C-town",
    ]  # fmt: skip


def test_overlap_counts_units_where_nobody_lives():
    found = measures.overlap(np.array([0, 0, 1]), np.array([0, 1, 1]), np.zeros(3))
    assert found["units"].tolist() == [1, 1, 1]
    assert found["share_of_one"].tolist() == [0.5, 0.5, 1.0]


def lines_table():
    return pd.DataFrame(
        {
            "from_id": ["a", "b", "a", "c", "a"], "to_id": ["b", "a", "c", "b", "a"],
            "flow": [6.0, 2.0, 1.0, 3.0, 9.0], "kind": ["modelled"] * 5, "time_min": [10.0] * 5,
            "cross_border": [0] * 5, "status": ["ok"] * 5,
        }
    )  # fmt: skip


def test_desire_lines_by_hand():
    found = desire_lines(lines_table(), 0).set_index(["from_id", "to_id"])
    assert found.loc[("a", "b"), ["flow", "flow_there", "flow_back"]].tolist() == [8, 6, 2]
    assert found.loc[("b", "c"), ["flow", "flow_there", "flow_back"]].tolist() == [3, 0, 3]
    assert found["rank"].to_dict() == {("a", "b"): 1, ("b", "c"): 1, ("a", "c"): 2}
    assert found.loc[("a", "b"), "share"] == pytest.approx(8 / (16 + 2))
    assert len(desire_lines(lines_table(), 1)) == 2


def test_doubly_constrained_keeps_what_starts_and_ends():
    people = np.array([100.0, 50, 30])
    cost = np.array([[1.0, 10, 20], [10, 1, 15], [20, 15, 1]])
    country = texts("AA", "AA", "BB")
    found = flows_between(cost, people, people, country, "doubly_constrained")
    gravity = flows_between(cost, people, people, country, "gravity")
    assert found.modelled.sum(axis=1) == pytest.approx(people, rel=1e-6)
    assert found.modelled.sum(axis=0) == pytest.approx(people, rel=1e-6)
    assert not np.allclose(found.modelled, gravity.modelled)


def test_a_table_of_crossings_is_checked_and_may_lack_columns():
    network = network_of(
        [(0, 0), (1e3, 0)], [{"a": 0, "b": 1, "kind": "crossing", "crossing_id": "X", "open": 1}]
    )
    shut = with_crossings(network, pd.DataFrame({"crossing_id": ["X", None], "open": ["0", None]}))
    assert shut.edges["open"].tolist() == [0]
    assert shut.edges["delay_ab_min"].tolist() == network.edges["delay_ab_min"].tolist()
    for table, problem in (
        ({"name": ["X"]}, "not a layer of crossings"),
        ({"crossing_id": ["X", "X"]}, "more than once"),
        ({"crossing_id": ["X"], "delay_ab_min": ["soon"]}, "numbers of 0 or more"),
        ({"crossing_id": ["X"], "delay_ba_min": [-1.0]}, "numbers of 0 or more"),
    ):
        with pytest.raises(SmartPlanningError, match=problem):
            with_crossings(network, pd.DataFrame(table))
