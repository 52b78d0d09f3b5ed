"""Register, roles, pairs and opportunities on cases that can be worked out by hand."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.services.inputs import ServiceType
from smart_planning_plugin.core.zones.ecosystem import FEWEST, organisations, role_table
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import Units
from smart_planning_plugin.core.zones.partners import (
    Profiles,
    opportunity_table,
    pair_table,
    percentile,
)
from smart_planning_plugin.core.zones.potential import Interaction, Offer, from_flows
from smart_planning_plugin.core.zones.register import cooperation, read_register

IDS = np.array(["A1", "A2", "B1", "B2"], object)
COUNTRY = np.array(["AA", "AA", "BB", "BB"], object)
UNITS = Units(IDS, IDS, COUNTRY, np.array([100.0, 200, 300, 400]), np.zeros((0, 2), int),
              np.full(4, "", object))  # fmt: skip


def records(*rows):
    names = ("record_id", "kind", "theme", "partners", "organisation", "function")
    return pd.DataFrame([dict(zip(names, row)) for row in rows], columns=names)


BOTH = records(
    ("1", "agreement", "Sport; culture", "A1;B1", None, None),
    ("2", "event", "sport", "A1;B1;A2", None, None),
    ("3", "idea", "tourism", "A2;B2", None, None),
    ("4", "event", "", "A1", None, None),
)


# ---------------------------------------------------------------- register


def test_cooperation_counts_what_names_both():
    found = cooperation(read_register(BOTH, IDS), 4)
    assert found.count["agreement"][0, 2] == found.count["agreement"][2, 0] == 1
    assert found.count["event"][0, 2] == 1 and found.count["event"][0, 1] == 1
    assert found.count["event"].sum() == 6  # one event of three; that of one zone is of no pair
    assert found.strength[0, 2] == pytest.approx(1.25 / 2.25)
    assert found.strength[1, 3] == pytest.approx(0.5 / 1.5)
    assert found.strength[0, 3] == 0
    assert found.themes[0, 2] == {"sport", "culture"}
    assert found.active[1] == {"sport", "tourism"}
    assert cooperation(None, 4).strength.sum() == 0


@pytest.mark.parametrize(
    ("change", "problem"),
    [({"kind": "treaty"}, "kind is one of"), ({"partners": "A1;C9"}, "not there")],
)
def test_bad_registers_are_refused(change, problem):
    with pytest.raises(InvalidValueError, match=problem):
        read_register(BOTH.assign(**change), IDS)
    with pytest.raises(MissingFieldError):
        read_register(BOTH.drop(columns="partners"), IDS)


# ---------------------------------------------------------------- ecosystem


ROLES = records(
    ("1", "role", "sport", "A1", "club", "initiates"),
    ("2", "role", "sport", "A1", "council A", "decides"),
    ("3", "role", "sport", "A2", "council A2", "decides"),
    ("4", "role", "sport", "A1", "council A", "pays"),
    ("5", "role", "sport", "B1", "council B", "pays"),
    ("6", "role", "sport", "B1", "school B", "delivers"),
)


def test_roles_double_and_empty():
    table = role_table(read_register(ROLES, IDS), COUNTRY).set_index("function")
    assert table["finding"].to_dict() == {
        "initiates": "one_sided", "decides": "double", "pays": "ok", "delivers": "one_sided",
        "monitors": "empty",
    }  # fmt: skip
    assert table.loc["decides", "proposal"] == "council A"  # who pays, too
    assert table.loc["initiates", "proposal"] in ("council B", "school B")
    # who delivers is not proposed to monitor
    assert table.loc["monitors", "proposal"].split("; ")[1] == "council B"
    assert (table[["reason", "reason_lv", "reason_lt"]] != "").all().all()
    with pytest.raises(InvalidValueError, match="function"):
        role_table(read_register(ROLES.assign(function="rules"), IDS), COUNTRY)


def test_centrality_only_from_twenty_organisations_on():
    few = organisations(read_register(ROLES, IDS), IDS, COUNTRY)
    assert few["betweenness"].isna().all() and few["remark"].str.contains("20").all()
    ids = np.array([f"Z{one:02d}" for one in range(FEWEST)], object)
    pairs = [(one, one + 1) for one in range(FEWEST - 1)] + [(0, 5)]
    chain = records(*((f"{a}-{b}", "idea", "x", f"{ids[a]};{ids[b]}", "", "") for a, b in pairs))
    many = organisations(read_register(chain, ids), ids, np.full(FEWEST, "AA", object))
    graph = nx.Graph([(ids[a], ids[b]) for a, b in pairs])
    wanted = nx.betweenness_centrality(graph)
    assert dict(zip(many["organisation"], many["betweenness"])) == pytest.approx(wanted)
    assert dict(zip(many["organisation"], many["partners"])) == dict(graph.degree)


# ---------------------------------------------------------------- pairs and regions


def interaction(willingness=0.5):
    flow = np.array([[50.0, 5, 8, 1], [5, 60, 2, 4], [8, 2, 70, 6], [1, 4, 6, 80]])
    return from_flows(Flows(flow, "modelled"), COUNTRY, willingness)


def offers(gain):
    kind = ServiceType("pool", "Swimming pool", theme="sport", shareability="free_choice")
    return [Offer(kind, np.zeros((4, 4)), np.array(gain, float))]


def test_pairs_add_up():
    gain = np.zeros((4, 4))
    gain[0, 2], gain[2, 0], gain[1, 3] = 30, 40, 7
    values = np.array([[0.0, 1], [1, 1], [0, 1], [0, np.nan]])
    known = cooperation(read_register(BOTH, IDS), 4)
    table = pair_table(
        UNITS, interaction(), offers(gain), Profiles(values, ["p", "q"]), known, True
    )
    assert len(table) == 4
    assert (table["country_a"] == "AA").all() and (table["country_b"] == "BB").all()
    by_pair = table.set_index(["zone_a", "zone_b"])
    one = by_pair.loc["A1", "B1"]
    assert one["interaction_potential"] == 16 and one["interaction_present"] == 8
    # all that starts and ends in A1: 64 each
    assert one["interaction_share"] == pytest.approx(16 / 128)
    assert one["service_people"] == 70 and one["services"] == 1
    assert np.isnan(by_pair.loc["A2", "B2"]["service_people"])  # too few to be shown
    assert one["profile_likeness"] == 1.0
    assert by_pair.loc["A2", "B2"]["profile_likeness"] == 0.0
    assert one["score_themes"] == 1.0
    assert one["potential"] == pytest.approx((2 * 1 + 2 * 1 + 1 + 1) / 6)
    np.testing.assert_allclose(table["gap"], table["potential"] - table["cooperation"])
    assert table["gap"].is_monotonic_decreasing
    assert one["themes_open"] == "" and one["themes"] == "culture, sport"
    assert "added up: 70." in one["reason"]  # a number of people, rounded


def test_pairs_that_are_too_far_apart_score_no_interaction():
    made = interaction()
    minutes = np.full((4, 4), 30.0)
    minutes[0, 2] = minutes[2, 0] = 120.0
    far = Interaction(made.present, made.potential, minutes, "")
    table = pair_table(UNITS, far, [], None, cooperation(None, 4), False, 90.0)
    by_pair = table.set_index(["zone_a", "zone_b"])
    assert by_pair.loc["A1", "B1"]["score_interaction"] == 0
    assert by_pair.loc["A2", "B2"]["potential"] == 1.0  # nothing else is known


def test_opportunities_between_regions():
    region = np.array([0, 0, 1, 2])
    gain = np.zeros((3, 3))
    gain[0, 1] = 500
    known = cooperation(read_register(BOTH, IDS), 4)
    table = opportunity_table(UNITS, region, interaction(), offers(gain), known, ["N", "S", "E"])
    by_pair = table.set_index(["region_a", "region_b"])
    one = by_pair.loc["N", "S"]
    between, inside = 8 + 8 + 2 + 2, 50 + 5 + 5 + 60 + 70
    assert one["integration_potential"] == pytest.approx(between / (between + inside))
    assert one["integration_present"] == pytest.approx(between / 2 / (between / 2 + inside))
    assert one["interaction_added"] == between / 2
    assert one["municipalities"].split("; ") == ["A1 – B1", "A2 – B1"]
    assert (one["agreements"], one["events"], one["ideas"]) == (1, 2, 0)
    assert one["cooperation"] == pytest.approx((1.25 / 2.25) * 16 / 20 + (0.25 / 1.25) * 4 / 20)
    home = by_pair.loc["S", "E"]
    assert home["cross_border"] == 0 and home["interaction_added"] == 0
    assert home["integration_present"] == home["integration_potential"]
    assert table["rank"].tolist() == [1, 2, 3]
    assert table["score"].is_monotonic_decreasing
    assert one["service_people"] == 500 and "Swimming pool" in one["reason"]


def test_observed_flows_are_the_present():
    flow = Flows(np.ones((4, 4)), "observed")
    found = from_flows(flow, COUNTRY, 0.2)
    assert (found.present == 1).all() and (found.potential == 1).all()


def test_percentile():
    assert percentile(np.array([0.0, 3, 5, 5])).tolist() == [0, 1 / 3, 2.5 / 3, 2.5 / 3]
