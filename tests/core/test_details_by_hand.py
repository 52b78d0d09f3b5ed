"""Details of tables, services and networks, each worked out by hand."""

import datetime

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.measures import Question
from smart_planning_plugin.core.accessibility.stretches import _share, at_nodes
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.comparison import changes_between, sensitivity
from smart_planning_plugin.core.crossborder.effect import border_effect
from smart_planning_plugin.core.crossborder.effect import summary as effect_summary
from smart_planning_plugin.core.crossborder.facilities import facilities
from smart_planning_plugin.core.crossborder.scenarios import BorderScenario
from smart_planning_plugin.core.crossborder.summary import summary
from smart_planning_plugin.core.errors import EmptyLayerError, InvalidValueError, MissingFieldError
from smart_planning_plugin.core.ids import text_id
from smart_planning_plugin.core.network.schema import read_minutes
from smart_planning_plugin.core.services.catchments import Facilities, divide
from smart_planning_plugin.core.services.cooperation import choose, gain_of_sharing
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.services.norms import read_norms
from smart_planning_plugin.core.services.parts import parts_of
from smart_planning_plugin.core.services.transport import cheapest_shares, trade_sites
from smart_planning_plugin.core.territory import exports, guidelines, profile
from smart_planning_plugin.core.territory.priorities import _shown, criteria_table
from smart_planning_plugin.core.territory.specialisation import relatedness
from smart_planning_plugin.core.words import day, people, phrase, text
from smart_planning_plugin.core.zones.flows import Flows, checked
from smart_planning_plugin.core.zones.grouping import intramax
from smart_planning_plugin.core.zones.partners import percentile
from smart_planning_plugin.core.zones.register import read_register
from tests.core.small import build, network_of, objects, places_on, west_and_east
from tests.core.test_by_hand import CLEAR
from tests.core.test_inventory import toy as inventory_toy
from tests.core.test_location import TOY, TOY_COST, problem
from tests.core.test_noticed import cross
from tests.core.test_partners import BOTH, IDS
from tests.core.test_shared_services import toy
from tests.core.test_specialisation import RULE, jobs, zones

NAN = np.nan

# ---------------------------------------------------------------- services


def test_types_are_called_in_each_language():
    kind = ServiceType("pool", "Pool", label_lv="Baseins")
    assert [kind.label_in(one) for one in ("en", "lv", "lt")] == ["Pool", "Baseins", "Pool"]


def test_one_bad_document_among_good_ones_is_named():
    rows = [
        {"type": "pool", "title": "Treaty", "kind": "agreement"},
        {"type": "pool", "title": "", "kind": "users"},
    ]
    with pytest.raises(InvalidValueError, match="row 2"):
        read_evidence(pd.DataFrame(rows), [ServiceType("pool", "Pool")], [])


def test_norms_hold_where_no_settlements_are_known():
    table = pd.DataFrame({"type": ["pool"], "minutes": [30.0], "country": ["AA"]})
    norms = read_norms(table, [ServiceType("pool", "Pool")])
    found = inventory_toy(norms=norms).zones
    # P2 is 25 minutes from its own pool: within the norm, not within the threshold of 20.5
    assert found["within_pct_pool"].tolist() == [100, 100, 100]
    assert inventory_toy().zones["within_pct_pool"].tolist() == [100, 0, 100]


def test_a_place_of_several_points():
    found = parts_of(
        np.array([[0.0, 0], [9, 9], [5, 5]]), np.array([2, 0, 0, -1]),
        np.array([[1.0, 1], [2, 2], [3, 3], [4, 4]]), np.array([5.0, 1, 3, 7]),
    )  # fmt: skip
    assert found.place.tolist() == [0, 0, 1, 2]
    assert found.first.tolist() == [0, 2, 3]
    assert found.share.tolist() == [0.25, 0.75, 1, 1]
    assert found.point.tolist() == [1, 2, -1, 0]
    assert found.xy.tolist() == [[2, 2], [3, 3], [9, 9], [1, 1]]


def test_catchments_where_using_one_abroad_costs_more():
    travel = Travel(cross())
    at = places_on([0, 1], [0.1, 0.5])
    at.country[:] = objects(["AA", "BB"])
    places = places_on([0, 1, 1], [0.8, 0.1, 0.9])
    places.country[:] = objects(["AA", "BB", "AA"])
    # minutes to the one of AA: 7, 2, 10; to that of BB: 13, 4, 4
    for abroad, facility, cost in (
        (0.0, [0, 0, 1], [7, 2, 4]),
        (3.0, [0, 1, 1], [7, 4, 7]),
        (8.0, [0, 1, 0], [7, 4, 10]),
        (np.inf, [0, 1, 0], [7, 4, 10]),
    ):
        two = Facilities(at, np.zeros(2), np.ones(2), np.full(2, np.inf), abroad)
        made = divide("nearest", travel, two, places, np.ones(3))
        assert made.facility.tolist() == facility, abroad
        assert made.cost == pytest.approx(cost)
        np.testing.assert_allclose(two.matrix(travel, places).min(axis=0), cost)


def test_full_sites_by_hand():
    cost, people = np.array([[1.0, 5], [2, 3]]), np.array([10.0, 10])
    share, value = cheapest_shares(cost, people, np.array([10.0, 10]))
    assert share.tolist() == [[1, 0], [0, 1]] and value == pytest.approx(10 + 30)
    share, value = cheapest_shares(cost, people, np.array([15.0, 10]))
    assert share[1].tolist() == pytest.approx([0.5, 0.5])
    assert value == pytest.approx(10 + 0.5 * 10 * 2 + 0.5 * 10 * 3)
    assert cheapest_shares(cost, people, np.array([5.0, 10])) == (None, np.inf)
    nobody = np.full((2, 1), np.inf)
    assert cheapest_shares(nobody, people, np.array([99.0]))[0] is None


def test_sites_are_traded_until_they_suffice():
    cost, people = np.array([[1.0, 9, 4], [1.0, 9, 6]]), np.array([10.0, 10])
    none = np.zeros(3, dtype=bool)

    def traded(chosen, room, fixed=none):
        found = trade_sites(cost, people, np.array(room, float), fixed, np.array(chosen), np.inf)
        return None if found is None else found.tolist()

    assert traded([1], [20, 20, 20]) == [0]  # the nearest of three with room
    assert traded([0], [5, 20, 20]) == [2]  # the one has no room; of the others the nearer
    assert traded([0], [5, 20, 20], np.array([True, False, False])) is None  # it has to stay
    assert traded([0], [5, 4, 3]) is None  # no larger one is free
    assert traded([0, 1, 2], [5, 4, 3]) is None  # none is free at all
    assert traded([2], [20, 20, 20], np.array([False, False, True])) == [2]


def test_sharing_by_hand_with_people_at_nobodys_place():
    one = problem(TOY_COST, [100, 0, 200])
    question = ("pmedian", one, TOY["place"], TOY["site"], 2, 30.0, 10.0)
    outcome = choose("pmedian", "shared", *question[1:])
    assert outcome.minutes.tolist() == [30, 0, 0]
    assert outcome.across.tolist() == [0, 0, 0]
    alone = gain_of_sharing(
        choose("pmedian", "shared", one, TOY["place"], TOY["site"], 1, 30.0, 10.0),
        "pmedian", one, TOY["place"], TOY["site"], 1, 30.0, 10.0,
    ).set_index("cooperation")  # fmt: skip
    # one site: at B 30 · 100 + 20 · 200, at C 50 · 100 + 0; at C it is
    assert alone.loc["shared", "objective"] == pytest.approx(5000)
    assert alone.loc["shared", "mean_min"] == pytest.approx(5000 / 300)
    assert alone.loc["shared", "max_min"] == 50
    assert alone.loc["shared", "people_within"] == 200
    assert alone.loc["shared", "people_across"] == 100
    far = problem([[30, 50], [70, 80], [20, 0]], [100, 0, 200])
    question = ("pmedian", far, TOY["place"], TOY["site"], 2, 30.0, 10.0)
    table = gain_of_sharing(choose("pmedian", "shared", *question[1:]), *question)
    assert table["max_min"].tolist()[0] == 30  # nobody lives at 70


# ---------------------------------------------------------------- across the border


def test_what_is_not_reached_has_no_minutes():
    inf = np.inf
    table = changes_between(
        objects(["own_only", "own_only", "unserved", "unserved", "own_only"]),
        objects(["own_only", "unserved", "own_only", "unserved", "no_data"]),
        np.array([10.0, 10, inf, inf, 10]), np.array([10.06, inf, 12, inf, inf]),
        np.array([True, True, True, True, False]),
    )  # fmt: skip
    assert table["change"].tolist() == ["longer", "lost", "gained", "same", "no_data"]
    assert table["min_before"].fillna(-1).tolist() == [10, 10, -1, -1, 10]
    assert table["min_after"].fillna(-1).tolist() == [10.06, -1, 12, -1, -1]
    assert table["change_min"].fillna(-1).tolist() == pytest.approx([0.06, -1, -1, -1, -1])
    still = changes_between(
        objects(["own_only"] * 4), objects(["own_only"] * 4), np.array([10.0, 10, 10, inf]),
        np.array([10.04, 9.94, inf, 10]), np.ones(4, bool),
    )  # fmt: skip
    assert still["change"].tolist() == ["same", "shorter", "longer", "shorter"]


def test_what_is_varied_and_by_how_much():
    travel, places, services, _, shared = toy()
    table = sensitivity(shared, travel, places, services)
    values = table.groupby("varied")["value"].agg(lambda one: sorted(set(one))).to_dict()
    assert values == {
        "as_run": [30], "threshold": [15, 22.5, 37.5, 45], "advantage": [2.75, 11],
        "border_delay": [5, 15, 30],
    }  # fmt: skip
    base = table[table["varied"] == "as_run"].set_index("country")
    assert base["change"].tolist() == [0, 0] and base["population"].tolist() == [300, 0]
    longest = table[(table["varied"] == "border_delay") & (table["value"] == 30)]
    assert longest.set_index("country")["change_pct"]["AA"] == -100
    assert np.isnan(longest.set_index("country")["change_pct"]["BB"])


def test_the_summary_of_a_region_on_paper():
    travel, places, services, _, shared = toy()
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    evidence = read_evidence(
        pd.DataFrame({"type": ["pool"], "service_id": ["b"], "title": ["Treaty"]}),
        [ServiceType("pool", "Pool")], services.id,
    )  # fmt: skip
    names = np.where(travel.network.is_crossing, "the crossing", "no crossing").astype(object)
    varied = sensitivity(shared, travel, places, services)

    def told(facilities_):
        (row,) = summary(
            shared, services, facilities_, ["AA", "BB"], True, names, varied, evidence
        ).to_dict("records")
        return row

    row = told(table)
    assert (row["people"], row["potential"], row["sooner"], row["abroad_only"]) == (
        1800,
        300,
        300,
        0,
    )
    assert (row["potential_aa"], row["potential_bb"]) == (300, 0)
    assert row["documented_people"] == 300 and row["standing"] == "documented"
    assert row["gain_min"] == pytest.approx(10)
    assert (row["crossing"], row["crossing_share"]) == ("the crossing", 1)
    assert (row["facilities"], row["shared_facilities"]) == (2, 1)
    assert np.isnan(row["overflowing"])
    row = told(table.assign(status=["too_far", "ok"]))
    assert (row["facilities"], row["shared_facilities"]) == (1, 1)


# ---------------------------------------------------------------- zones


def test_ids_are_the_same_as_numbers_and_as_texts():
    table = pd.DataFrame({"from_id": [1.0, 2.0], "to_id": [2, 1], "flow": ["5", None]})
    found = checked(table, [1, 2])
    assert found[["from_id", "to_id"]].to_numpy().tolist() == [["1", "2"]]
    assert found["kind"].tolist() == ["observed"]
    assert [text_id(one) for one in (1.0, 1.5, "01", 1)] == ["1", "1.5", "01", "1"]
    with pytest.raises(EmptyLayerError):
        checked(table.assign(flow=None), [1, 2])
    with pytest.raises(MissingFieldError):
        checked(table.drop(columns="flow"), [1, 2])


def test_flows_of_places_add_up_by_zone():
    table = pd.DataFrame(
        {"from_id": ["p", "q", "p", "r"], "to_id": ["q", "r", "p", "p"],
         "flow": [1.0, 2, 4, 8], "kind": ["observed"] * 3 + ["modelled"]}
    )  # fmt: skip
    found = Flows.of(table, objects(["p", "q", "r"]), np.array([0, 1, -1]), 3)
    assert found.matrix.tolist() == [[4, 1, 0], [0, 0, 0], [0, 0, 0]]
    assert (found.out.tolist(), found.into.tolist()) == ([5, 0, 0], [4, 1, 0])
    assert found.kind == "mixed"
    assert Flows.of(table[:3], objects(["p", "q", "r"])).kind == "observed"


def test_percentiles_of_nought_below_nought_and_nothing():
    assert percentile(np.array([-1.0, 0, 5])).tolist() == [0, 0, 1]
    found = percentile(np.array([NAN, 2.0, 1]))
    assert np.isnan(found[0]) and found[1:].tolist() == [0.5, 0]


def test_numbers_of_a_register_are_numbers():
    table = BOTH.assign(cost_eur=["1200", "", "free", None], note=[" a ", None, 7, NAN])
    found = read_register(table, IDS).table
    assert found["cost_eur"].fillna(-1).tolist() == [1200, -1, -1, -1]
    assert found["note"].tolist() == ["a", "", "7", ""]
    assert found["lon"].dtype == float and found["participants"].isna().all()


# ---------------------------------------------------------------- territory


def test_the_better_separator_has_more_columns():
    found = exports.parse(b"Title, with comma\nzone;2011;2021\na;1,5;2\nb;3;4\n")
    assert list(found.table) == ["zone", "2011", "2021"] and found.title == "Title, with comma"
    assert found.separator == exports.parse(b"a;b\n1;2\n").separator == ";"


def test_sectors_that_nobody_is_strong_in_are_related_to_nothing():
    found = relatedness(np.array([[1, 1, 0], [1, 0, 0], [0, 1, 0]], bool))
    # together once; the more common of the two stands in two zones
    assert found[0, 1] == found[1, 0] == 0.5 and found[0, 0] == 1
    assert np.isnan(found[2]).all() and np.isnan(found[:, 2]).all()


def test_points_come_by_strength_then_by_quotient():
    values = {
        "x": {"A": (8003, 8007), "C": (5001, 5203), "J": (1001, 1003)},
        "y": {"A": (1001, 1001), "C": (1003, 1003), "J": (9001, 9001)},
        "z": CLEAR["z"],
    }
    every = {**RULE, "class": "*", "domain": "", "point_en": "{domain} {class}"}
    wanted = [one for one in profile.CLASSES if one not in ("too_small", "no_data")]
    rules = pd.DataFrame(
        [{**every, "class": one, "rule": one, "point_en": "{domain}"} for one in wanted]
    )
    found = guidelines.guidelines(
        profile.profiles(jobs(values), zones()), guidelines.guideline_rules(rules, "RULES"),
        pd.DataFrame({"municipality": ["1"], "municipality_name": ["M"], "zone": ["x"],
                      "neighbours": [""]}),
    )  # fmt: skip
    lq = profile.profiles(jobs(values), zones()).rows
    lq = lq[lq["zone"] == "x"].set_index("sector")["lq"]
    order = {one: number for number, one in enumerate(profile.CLASSES)}
    rank = [(order[kind], -lq[sector]) for kind, sector in zip(found["class"], found["domain"])]
    assert rank == sorted(rank) and len(found) == 3
    with pytest.raises(InvalidValueError, match="one"):
        guidelines.guideline_rules(pd.DataFrame([{**RULE, "class": "weak;splendid"}]), "RULES")


@pytest.mark.parametrize(
    ("rows", "weights", "notes"),
    [
        ([("a", 0.5), ("b", 0.5)], [0.5, 0.5], 0),
        ([("a", 30), ("b", 70)], [0.3, 0.7], 0),
        ([("a", 1), ("b", 3), ("c", 0)], [0.25, 0.75, 0], 1),
    ],
)
def test_weights_of_criteria(rows, weights, notes):
    made, said = criteria_table(pd.DataFrame(rows, columns=["field", "weight"]), "CRITERIA")
    assert [one.weight for one in made] == pytest.approx(weights) and len(said) == notes
    assert all(one.larger_is_better and one.label("lv") == one.name for one in made)


# ---------------------------------------------------------------- network and words


def test_durations_as_they_are_written():
    found = read_minutes(pd.Series(["90", "1:30", "1:30:45", "0:00:30", "x", None, "1:3"]))
    assert found[:4].tolist() == [90, 90, 90.75, 0.5] and np.isnan(found[4:]).all()


def test_a_crossing_is_open_and_free_of_delay():
    _, crossings, _ = build([[(-900.0, 0.0), (900.0, 0.0)]], west_and_east())
    (row,) = crossings.to_dict("records")
    assert (row["open"], row["delay_ab_min"], row["delay_ba_min"]) == (1, 0, 0)


def test_nodes_are_places_without_a_way_to_the_road():
    at = at_nodes(cross())
    assert at.ok.all() and at.access_min.tolist() == [0] * 6


def test_phrases_and_dates():
    assert phrase("border open", "lv") == text("border open", "lv") != "border open"
    assert phrase("border open; border closed", "lt").count("; ") == 1
    assert phrase("nobody has said this", "lv") == "nobody has said this"
    assert people(19.0, "en") == "fewer than 20" and people(20.0, "en") == "20"
    assert text("no such words", "lt") == "no such words"
    assert day(datetime.date(2026, 5, 4), "lv") == "04.05.2026."


def test_values_in_reasons_have_as_many_decimals_as_they_need():
    values = [7.0, 0.126, -3.5, 12.34, -99.96, 100.4, 1234.5]
    assert [_shown(one, "en") for one in values] == [
        "7", "0.13", "−3.50", "12.3", "−100.0", "100", "1,234",
    ]  # fmt: skip


def test_how_much_of_a_piece_is_left():
    left, cost = np.array([5.0, 5, 0, -1, 5, 9]), np.array([10.0, 0, 4, 4, np.inf, 3])
    assert _share(left, cost).tolist() == [0.5, 1, 0, 0, 0, 1]
    assert _share(np.array([-1.0]), np.array([np.inf])).tolist() == [0]


def test_who_has_no_flow_is_tied_to_nobody():
    flow = np.array([[0.0, 6, 0], [4, 0, 0], [0, 0, 0]])
    groups = intramax(flow).groups(1)
    assert groups[0] == groups[1] != groups[2]


@pytest.mark.parametrize(("minutes", "gains"), [(4, (0, 0, 0)), (5, (1, 0, 0)), (14.5, (1, 1, 0)),
                                                (15, (1, 1, 1))])  # fmt: skip
def test_who_gains_five_ten_and_fifteen_minutes(minutes, gains):
    """A place between two facilities, that at home `minutes` further."""
    edges = [
        {"a": 0, "b": 1, "there": 1.0 + minutes, "country": "AA"},
        {"a": 0, "b": 2, "there": 1.0, "kind": "crossing", "crossing_id": "X"},
        {"a": 2, "b": 3, "there": 10.0, "country": "BB"},
        {"a": 0, "b": 4, "there": 1.0, "country": "AA"},
    ]
    network = network_of([(0, 0), (9e3, 0), (-1e3, 0), (-9e3, 0), (0, 1e3)], edges)
    at = places_on([3], [0.0], "AA")
    services = Services(
        objects(["h", "f"]), np.array([[9e3, 0], [-1e3, 0]]), objects(["s", "s"]),
        objects(["AA", "BB"]), np.ones(2),
    )  # fmt: skip
    places = Places(
        objects(["p"]), np.zeros((1, 2)), objects(["AA"]), np.array([7.0]), pd.DataFrame()
    )
    found = border_effect(
        Travel(network), at, places, services, [ServiceType("s", "S")],
        Question(("nearest",), 60.0), [BorderScenario("open"), BorderScenario("closed")],
    )  # fmt: skip
    table = effect_summary(found, at, places, np.array(["0-10"], dtype=object))
    row = table[table["measure"] == "nearest"].iloc[0]
    assert [row[f"people_gain_{one}"] for one in (5, 10, 15)] == [7 * one for one in gains]
