"""What seeded faults (`make seed-faults`) showed that no other test of core would notice."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.edge import cost_to_edge, rim_nodes
from smart_planning_plugin.core.accessibility.explaining import alternatives
from smart_planning_plugin.core.accessibility.judging import against_norms
from smart_planning_plugin.core.accessibility.matrix import Wanted, pairs_in_blocks
from smart_planning_plugin.core.accessibility.measures import Nearest, Question
from smart_planning_plugin.core.accessibility.reach import Offer
from smart_planning_plugin.core.accessibility.travel import BLOCK_CELLS, Travel
from smart_planning_plugin.core.crossborder.crossings import crossing_importance
from smart_planning_plugin.core.crossborder.effect import border_effect
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario, with_crossings
from smart_planning_plugin.core.disclosure import disclosed
from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.network.density import is_sparse, km_per_km2
from smart_planning_plugin.core.network.overrides import read_overrides
from smart_planning_plugin.core.services.changes import read_changes
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Services, ServiceType
from smart_planning_plugin.core.services.norms import read_norms
from smart_planning_plugin.core.territory import exports
from smart_planning_plugin.core.territory.guidelines import _partners
from smart_planning_plugin.core.zones import measures
from smart_planning_plugin.core.zones.between import desire_lines, flows_between
from smart_planning_plugin.core.zones.functional import Flows, functional_zones, region_table
from smart_planning_plugin.core.zones.reasons import percent
from smart_planning_plugin.core.zones.summary import summary_table, units_table
from tests.core.small import network_of, places_on
from tests.core.test_border_effect import effect, through_the_neighbour
from tests.core.test_crossings import two_countries
from tests.core.test_inventory import toy
from tests.core.test_regions import RULES, random_flows, units
from tests.core.test_times import ROWS, times


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
    with pytest.raises(SmartPlanningError, match="infinite values"):
        exports.numbers([1.0, np.inf], "", "t", "value")


def test_partners_that_touch_come_first_then_by_name():
    rows = [
        ("A", "C", 0, "x"),
        ("A", "B", 0, "x"),
        ("A", "D", 1, "x"),
        ("A", "E", 0, "y"),
        ("B2", "D", 1, "x"),
    ]
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
    assert next(v for k, v in partners.items() if k[0] == "D" and "x" in k) == ["A", "B2"]


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


def test_small_shares_have_a_decimal():
    assert [percent(one)("en") for one in (0.0, 0.05, 0.1, 0.5)] == ["0 %", "5.0 %", "10 %", "50 %"]


def test_the_summary_names_the_threshold_that_was_used():
    assert toy(surrounding_m=100_000.0, deficit=1.2).summary["threshold_min"].tolist() == [20.5]


def test_norms_are_held_against_the_nearest_only():
    found, at, places = effect(["open"])
    table = pd.DataFrame({"type": ["s"], "minutes": [3.5], "share_to_be_met": [0.9]})
    kinds = [ServiceType("s", "S")]
    norms = read_norms(table, kinds)
    columns, met = against_norms(found.results[0], norms, places, at, texts("town"))
    assert columns["norm_s"].tolist() == [3.5] and columns["within_norm_s"].tolist() == [1.0]
    assert len(met) == 1
    other = read_norms(table.assign(type="t"), [*kinds, ServiceType("t", "T")])
    columns, met = against_norms(found.results[0], other, places, at, texts("town"))
    assert columns.empty and met.empty


def test_units_and_regions_say_what_is_in_them():
    flow, _ = random_flows(3, 16, 4, strength=5.0)
    given = units(16, 3)
    found = functional_zones(given, "louvain", RULES, Flows(flow, "modelled"))
    table = units_table(given, found, None)
    own = np.diag(flow)
    share = np.fmin(own / flow.sum(axis=1), own / flow.sum(axis=0))
    assert table["self_containment"].to_numpy() == pytest.approx(share)
    regions = region_table(given, found.across, found.flows)
    for number, ids in enumerate(regions["unit_ids"]):
        mine = set(given.id[found.across.group == number])
        assert {one.strip() for one in ids.replace(";", ",").split(",")} == mine
    ours = units_table(given, found, None)["zone_id"].to_numpy(object)
    rows = summary_table(given, found, ours)
    same = rows[(rows["topic"] == "comparison") & rows["measure"].str.contains("Rand")]
    assert same["value"].tolist() == [1.0]


def test_places_without_a_geometry_stand_for_nobody_else():
    known = times(rows=[*ROWS, ("d", 1, 3)])
    assert known.snap([[1.0, 0.0]]).status.tolist() == ["ok"]


def test_blocks_are_as_large_as_they_may_be():
    travel = Travel(cross(), BorderScenario())
    parts = list(travel.rows_of_blocks(9000, 10_000))
    assert sum(len(one) for one in parts) == 9000
    assert max(len(one) for one in parts) * 10_000 <= BLOCK_CELLS


class Told:
    """Keeps what progress says."""

    def __init__(self):
        self.shares = []

    def __call__(self, share, message=None):
        self.shares.append(share)

    def check(self):
        assert self.shares and min(self.shares) >= 0 and max(self.shares) <= 1
        assert all(a <= b + 1e-9 for a, b in zip(self.shares, self.shares[1:]))


def test_progress_goes_from_nothing_to_all_and_never_back():
    flow, _ = random_flows(1, 12, 3, strength=5.0)
    told = Told()
    functional_zones(units(12, 1), "intramax", RULES, Flows(flow, "modelled"), progress=told)
    told.check()
    travel = Travel(through_the_neighbour())
    _, at, places = effect(["open"])
    services = Services(texts("a"), np.zeros((1, 2)), texts("s"), texts("AA"), np.ones(1))
    told = Told()
    border_effect(
        travel, at, places, services, [ServiceType("s", "S")], Question(("nearest",), 60.0),
        [BorderScenario("open"), BorderScenario("closed")], told,
    )  # fmt: skip
    told.check()
    assert told.shares[0] == 0


def test_progress_of_crossings_ends_at_all():
    network = two_countries(([10.0], [10.0]))
    at = replace(places_on([0, 1], [0.5, 0.5]), country=texts("AA", "BB"))
    told = Told()
    crossing_importance(
        Travel(network), at, np.ones(2), lambda minutes: np.exp(-minutes / 10), np.inf, told
    )
    told.check()


def test_a_dense_network_is_not_sparse():
    assert not is_sparse(network_of([(0, 0), (100, 0), (0, 100)], [
        {"a": 0, "b": 1, "km": 0.1}, {"a": 1, "b": 2, "km": 0.1}, {"a": 2, "b": 0, "km": 0.1},
    ]))  # fmt: skip
