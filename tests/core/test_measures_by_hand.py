"""Two types of service in three countries, all columns by hand; terms, alternatives, rounds."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility import judging
from smart_planning_plugin.core.accessibility.decay import parse_decay
from smart_planning_plugin.core.accessibility.equity import equity_table
from smart_planning_plugin.core.accessibility.explaining import (
    alternatives,
    nearest_roads,
    number_of,
    terms,
)
from smart_planning_plugin.core.accessibility.fca import Weighing
from smart_planning_plugin.core.accessibility.measures import (
    Question,
    facilities,
    service_accessibility,
)
from smart_planning_plugin.core.accessibility.reach import Reach
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.errors import NoServicesError
from smart_planning_plugin.core.services.inputs import (
    Places,
    Services,
    ServiceType,
    offering,
)
from smart_planning_plugin.core.services.norms import read_norms
from tests.core.small import network_of, objects, places_on

INF, NAN = np.inf, np.nan
# Four arms of 10 minutes from a middle: arms 0 and 1 in AA, 2 in BB, 3 in CC.
#   places:   p on arm 0 at 2 minutes, q on 1 at 6, r on 2 at 4, s on 3 at 9, t on no road
#   banks:    b1 on arm 3 at 2 (CC), b2 on arm 1 at 3 (AA), b3 on no road
#   pools:    p1 on arm 0 at 1 (AA), p2 on arm 2 at 5 (BB), p3 on arm 3 at 8 (CC), which is shut
# Banks abroad take three minutes more, and are in reach within 8; children go there.
COUNTRY = objects(["AA", "AA", "BB", "CC", "CC"])
PLACES = Places(
    objects(list("pqrst")), np.zeros((5, 2)), COUNTRY, np.array([100.0, 50, 10, 7, 3]),
    pd.DataFrame({"kids": [10.0, 20, 30, 40, 50]}),
)  # fmt: skip
SERVICES = Services(
    objects(["b1", "p1", "b2", "p2", "p3", "b3"]), np.zeros((6, 2)),
    objects(["bank", "pool", "bank", "pool", "pool", "bank"]),
    objects(["CC", "AA", "AA", "BB", "CC", "AA"]), np.array([4, 15, NAN, 20, 0, 7]),
)  # fmt: skip
BANK = ServiceType("bank", "Bank", demand_field="kids", threshold_min=8.0, extra_min_abroad=3.0)
POOL = ServiceType("pool", "Pool")
#: Of each place, in turn: to the own country's and to others, with the three minutes.
BANKS = {"b1": [7.0, 11, 9, 7, INF], "b2": [5.0, 3, 10, 15, INF]}
POOLS = {"p1": [1.0, 7, 5, 10, INF], "p2": [7.0, 11, 1, 14, INF]}


def star(there=10.0, back=None):
    xy = [(0, 0), (10e3, 0), (-10e3, 0), (0, 10e3), (0, -10e3)]
    countries = ["AA", "AA", "BB", "CC"]
    return network_of(xy, [
        {"a": 0, "b": at + 1, "km": 10.0, "there": there, "back": back or there, "country": one}
        for at, one in enumerate(countries)
    ])  # fmt: skip


def located():
    at = places_on([0, 1, 2, 3, -1], [0.2, 0.6, 0.4, 0.9, 0.0])
    services_at = places_on([3, 0, 1, 2, 3, -1], [0.2, 0.1, 0.3, 0.5, 0.8, 0.0])
    at.country[:], services_at.country[:] = COUNTRY, SERVICES.country
    return at, services_at


def found(measures, nearest=1, willing=0.5, max_cost=INF, services=SERVICES, types=(BANK, POOL)):
    at, services_at = located()
    services_at = offering(services_at, services)
    return service_accessibility(
        Travel(star(), max_cost=max_cost), at, PLACES, services, list(types),
        Question(measures, 10.0, Weighing(parse_decay("linear"), willing), nearest),
        services_at=services_at,
    )  # fmt: skip


def parts(name, own, abroad):
    """Columns of a measure; who is on no road has none."""
    own, abroad = np.array([*own, NAN]), np.array([*abroad, NAN])
    return {name: own + abroad, name.replace("_", "_own_", 1): own,
            name.replace("_", "_abroad_", 1): abroad}  # fmt: skip


KIDS = {"b1": 0.5 * 10 + 40, "b2": 10 + 20.0}  # in reach; abroad they count a half
PEOPLE = {"p1": 100 + 50 + 0.5 * 10 + 0.5 * 7, "p2": 0.5 * 100 + 10}


def expected():
    bank, pool = 4 / KIDS["b1"], [15 / PEOPLE["p1"], 20 / PEOPLE["p2"]]
    return pd.DataFrame(
        {
            "nearest_bank": [5, 3, 9, 7, NAN],
            "nearest_id_bank": objects(["b2", "b2", "b1", "b1", None]),
            "nearest_own_bank": [5, 3, NAN, 7, NAN], "nearest_abroad_bank": [7, 11, 9, 15, NAN],
            "nearest_2_bank": [7, 11, 10, 15, NAN],
            **parts("cumulative_bank", [0, 0, 0, 4], [4, 0, 0, 0]),
            **parts("2sfca_bank", [0, 0, 0, bank], [bank / 2, 0, 0, 0]),
            "nearest_pool": [1, 7, 1, 10, NAN],
            "nearest_id_pool": objects(["p1", "p1", "p2", "p1", None]),
            "nearest_own_pool": [1, 7, 1, NAN, NAN], "nearest_abroad_pool": [7, 11, 5, 10, NAN],
            "nearest_2_pool": [7, 11, 5, 14, NAN],
            **parts("cumulative_pool", [15, 15, 20, 0], [20, 0, 15, 15]),
            **parts("2sfca_pool", [pool[0], pool[0], pool[1], 0],
                    [pool[1] / 2, 0, pool[0] / 2, pool[0] / 2]),
        }
    )  # fmt: skip


def test_all_columns_of_two_types_by_hand():
    made = found(["nearest", "cumulative", "2sfca"], nearest=2)
    pd.testing.assert_frame_equal(made.values, expected(), check_dtype=False)
    assert made.remarks.tolist() == [""] * 5
    assert [(measure, kind.name, column) for measure, kind, column in made.main()] == [
        (one, kind, f"{one}_{kind}")
        for kind in ("bank", "pool")
        for one in ("nearest", "cumulative", "2sfca")
    ]
    assert [one.row.tolist() for one in made.offers] == [[0, 2], [1, 3]]
    assert [one.supply.tolist() for one in made.offers] == [[4, 0], [15, 20]]
    assert [one.threshold for one in made.offers] == [8, 10]
    assert [one.tolist() for one in made.demands] == [[10, 20, 30, 40, 50], [100, 50, 10, 7, 3]]


@pytest.mark.parametrize("measures", [["nearest"], ["nearest", "gravity"]])
@pytest.mark.parametrize("nearest", [1, 2])
def test_the_nearest_is_the_same_however_it_is_searched(measures, nearest):
    whole = expected()
    if nearest == 1:
        whole = whole.drop(columns=["nearest_2_bank", "nearest_2_pool"])
    made = found(measures, nearest).values
    kept = [one for one in whole if one.startswith("nearest")]
    assert [one for one in made if one.startswith("nearest")] == kept
    pd.testing.assert_frame_equal(made[kept], whole[kept], check_dtype=False)


def test_what_is_not_reached_is_said_of_each_place():
    made = found(["nearest"], max_cost=4.0)
    # b1 is at 4 from p, and counts 7; from r it is at 6; p1 is at 5 from r, which has p2 at 1
    assert made.values["nearest_bank"].tolist()[:4] == pytest.approx([7, 3, NAN, NAN], nan_ok=True)
    assert made.remarks.tolist() == [
        "", "not reached: pool", "not reached: bank", "not reached: bank, pool", "",
    ]  # fmt: skip
    assert found(["cumulative"], max_cost=4.0).offers[0].threshold == 4


def test_services_and_whom_they_share_with():
    table = facilities(found(["2sfca", "cumulative"]), SERVICES)
    pd.testing.assert_frame_equal(table, pd.DataFrame({
        "service_type": SERVICES.type, "supply": [4, 15, 0, 20, NAN, NAN],
        "demand_2sfca": [KIDS["b1"], PEOPLE["p1"], KIDS["b2"], PEOPLE["p2"], NAN, NAN],
        "ratio_2sfca": [4 / KIDS["b1"], 15 / PEOPLE["p1"], 0, 20 / PEOPLE["p2"], NAN, NAN],
        "status": objects(["ok", "ok", "ok", "ok", "no_capacity", "too_far"]),
    }), check_dtype=False)  # fmt: skip
    nobody = facilities(found(["2sfca", "e2sfca"], willing=0.0, max_cost=3.0), SERVICES)
    # within 3 minutes b1 has none, p1 has p, b2 has q, p2 has r
    assert nobody["demand_2sfca"].tolist()[:4] == pytest.approx([0, 100, 20, 10])
    assert nobody["status"].tolist() == [
        "unserved", "ok", "ok", "ok", "no_capacity", "too_far",
    ]  # fmt: skip


def test_a_type_that_nobody_can_reach_is_refused():
    only = replace(SERVICES, capacity=np.array([0, 15, 0, 20, 0, 7.0]), layer="S")
    with pytest.raises(NoServicesError) as raised:
        found(["nearest"], services=only)
    assert str(raised.value) == (
        "Layer 'S': no service of type 'bank' lies near a road of its country. Raise "
        "SNAP_DISTANCE, look at the CRS and the countries of the services, or leave the type "
        "out with SERVICE_FILTER."
    )
    shut = replace(SERVICES, capacity=np.array([0, 15, 0, 20, 0, 0.0]))
    made = found(["nearest"], services=shut)  # its last ones were closed by a change
    assert made.values["nearest_bank"].isna().all()
    assert made.remarks.tolist() == [*["not reached: bank"] * 4, ""]


def test_capacities_of_which_none_is_known_count_one_each():
    unknown = replace(SERVICES, capacity=np.full(6, NAN))
    made = found(["cumulative"], services=unknown)
    assert [one.supply.tolist() for one in made.offers] == [[1, 1], [1, 1, 1]]
    # p: both banks; q: its own; s: the one at home, and all three pools but p2
    assert made.values["cumulative_bank"].tolist()[:4] == [2, 1, 0, 1]
    assert made.values["cumulative_pool"].tolist()[:4] == [3, 1, 2, 2]


def test_minutes_abroad_are_not_added_to_km():
    at, services_at = located()
    question = Question(["cumulative", "nearest"], 10.0)
    travel = Travel(star(), cost="distance")
    made = service_accessibility(
        travel, at, PLACES, SERVICES, [BANK], question, services_at=services_at
    )
    assert made.offers[0].extra == 0
    assert made.values["nearest_abroad_bank"].tolist()[:4] == [4, 8, 6, 12]


def test_an_ambulance_comes_and_others_go():
    """Outwards an arm takes ten minutes, inwards five."""
    at, _ = located()
    post = Services(
        objects(["x"]), np.zeros((1, 2)), objects(["post"]), objects(["AA"]), np.ones(1)
    )
    alike = replace(post, id=objects(["x", "y"]), xy=np.zeros((2, 2)), capacity=np.ones(2),
                    type=objects(["post", "shop"]), country=objects(["AA", "AA"]))  # fmt: skip
    there = places_on([1, 1], [0.3, 0.3], "AA")
    kinds = [ServiceType("post", "Post", direction="from"), ServiceType("shop", "Shop")]
    # p is at 2 out and 1 in, the post at 3 out and 1.5 in; q is on the same arm, 3 out and 1.5 in
    comes, goes = [1.5 + 2, 3, 1.5 + 4, 1.5 + 9], [1 + 3, 1.5, 2 + 3, 4.5 + 3]
    for measures, nearest in ((["nearest"], 1), (["nearest"], 2), (["nearest", "cumulative"], 1)):
        made = service_accessibility(
            Travel(star(10.0, 5.0), direction="to"), at, PLACES, alike, kinds,
            Question(measures, 5.0, nearest=nearest), services_at=there,
        )  # fmt: skip
        assert made.values["nearest_post"].tolist()[:4] == pytest.approx(comes)
        assert made.values["nearest_shop"].tolist()[:4] == pytest.approx(goes)
    assert made.values["cumulative_post"].tolist()[:4] == [1, 1, 0, 0]
    assert made.values["cumulative_shop"].tolist()[:4] == [1, 1, 1, 0]


# ---------------------------------------------------------------- rounds


def flat(rounds):
    """All pairs of each type, however they come in blocks."""
    both = zip(*rounds)
    return [
        sorted(
            (int(p), int(s), round(float(c), 9), bool(h))
            for one in blocks
            for p, s, c, h in zip(one.place, one.service, one.cost, one.home)
        )
        for blocks in both
    ]


@pytest.mark.parametrize(("room", "blocks"), [(1, 5), (4, 5), (8, 3), (12, 2), (19, 2), (20, 1)])
def test_pairs_are_the_same_in_any_blocks(room, blocks):
    """Five places and four services that count: twelve costs have room for three places."""
    made = found(["cumulative"])
    at, services_at = located()
    looked = []
    reach = Reach(made.reach.travel, services_at, at, made.offers, most_costs=room)
    pairs = [
        [
            (place, service, cost, COUNTRY[place] == countries[service])
            for place in range(5)
            for service, cost in enumerate(costs[place] for costs in each.values())
            if cost <= limit
        ]
        for each, limit, countries in ((BANKS, 8, ("CC", "AA")), (POOLS, 10, ("AA", "BB")))
    ]
    assert flat(reach.rounds(looked.append)) == pairs
    assert len(looked) == blocks
    assert [one.places.start for one in looked] == list(range(0, 5, looked[0].places.stop))
    assert looked[-1].places.stop == 5
    assert flat(reach.rounds(looked.append)) == pairs
    assert len(looked) == blocks  # they were remembered


def test_more_pairs_than_there_is_room_for_are_found_again():
    made = found(["cumulative"])
    at, services_at = located()
    count = sum(len(one) for one in flat(made.reach.rounds()))
    assert count == 4 + 6
    for room, times in ((count, 1), (count - 1, 2), (0, 2)):
        looked = []
        reach = Reach(
            made.reach.travel, services_at, at, made.offers, most_costs=8, most_pairs=room
        )
        first, second = (flat(reach.rounds(looked.append)) for _ in range(2))
        assert first == second and len(looked) == 3 * times


# ---------------------------------------------------------------- explained


@pytest.mark.parametrize("room", [1, 1000])
def test_terms_by_hand(room):
    made = found(["cumulative", "2sfca"])
    at, services_at = located()
    made = replace(
        made, reach=Reach(made.reach.travel, services_at, at, made.offers, most_costs=room)
    )
    weighing = Weighing(parse_decay("linear"), 0.5)
    competing = terms(made, SERVICES, BANK, "2sfca", 0, weighing)
    pd.testing.assert_frame_equal(competing, pd.DataFrame({
        "id": ["b2", "b1"], "home": [True, False], "cost": [5, 7], "supply": [0, 4],
        "weight": [1, 0.5], "demand": [KIDS["b2"], KIDS["b1"]], "value": [0, 2 / KIDS["b1"]],
    }), check_dtype=False)  # fmt: skip
    plain = terms(made, SERVICES, POOL, "cumulative", 3, weighing)
    pd.testing.assert_frame_equal(plain, pd.DataFrame({
        "id": ["p1"], "home": [False], "cost": [10.0], "supply": [15], "weight": [1], "value": [15],
    }), check_dtype=False)  # fmt: skip
    assert terms(made, SERVICES, BANK, "cumulative", 2, weighing).empty


def test_alternatives_by_hand():
    at, services_at = located()
    made = alternatives(Travel(star()), SERVICES, services_at, BANK, at.take([0]), 6.5)
    pd.testing.assert_frame_equal(made, pd.DataFrame({
        "row": [2, 0, 5], "id": ["b2", "b1", "b3"], "country": ["AA", "CC", "AA"],
        "home": [True, False, True], "way": [5, 4, NAN], "extra": [0, 3, 0],
        "total": [5, 7, NAN], "capacity": [NAN, 4, 7],
        "reason": ["", "beyond the threshold of 6.5", "not on a road: too_far"],
    }), check_dtype=False)  # fmt: skip
    near = alternatives(Travel(star()), SERVICES, services_at, BANK, at.take([0]), 7.0)
    assert near["reason"].tolist() == ["", "", "not on a road: too_far"]
    assert alternatives(Travel(star()), SERVICES, services_at, BANK, at.take([0]))[
        "reason"
    ].tolist() == ["", "", "not on a road: too_far"]
    off = replace(SERVICES, capacity=np.array([4, 15, NAN, 20, 0, 0]))
    cut = alternatives(Travel(star(), max_cost=4.5), off, services_at, BANK, at.take([0]), 3.0)
    assert cut["id"].tolist() == ["b1", "b2", "b3"]
    assert cut["reason"].tolist() == [
        "beyond the threshold of 3", "no way under this border", "no capacity",
    ]  # fmt: skip


def test_how_far_roads_are():
    travel = Travel(star())
    # 300 m beside an arm of AA, and from the end of an arm of BB
    assert nearest_roads(travel, np.array([[5e3, 300.0]]), objects(["BB"])) == pytest.approx(
        (5e3, 300)
    )
    own, every = nearest_roads(travel, np.array([[5e6, 0.0]]), objects(["AA"]))
    assert np.isnan(own) and np.isnan(every)


# ---------------------------------------------------------------- judged


def test_equity_of_each_type_is_that_of_those_who_need_it():
    made = found(["nearest", "cumulative"])
    at, _ = located()
    group, rank = objects(list("xyxyx")), np.array([5.0, 4, 3, 2, 1])
    table = judging.equity(made, PLACES, at, group, rank)
    needed = {"bank": [10.0, 20, 30, 40, 0], "pool": [100.0, 50, 10, 7, 0]}
    rows = [
        equity_table(
            made.values[f"{measure}_{kind}"].to_numpy(float),
            np.array(needed[kind]), COUNTRY, group, rank,
        ).assign(measure=measure, service_type=kind, palma_by="rank")
        for kind in ("bank", "pool")
        for measure in ("nearest", "cumulative")
    ]  # fmt: skip
    assert list(table)[:4] == ["measure", "service_type", "scope", "name"]
    assert list(table)[-1] == "palma_by"
    pd.testing.assert_frame_equal(table, pd.concat(rows, ignore_index=True)[list(table)])
    assert judging.equity(made, PLACES, at)["palma_by"].unique().tolist() == ["measure"]


def test_norms_of_two_types_and_of_some_countries():
    made = found(["cumulative", "nearest"])
    at, _ = located()
    rows = [
        {"type": "pool", "country": "", "minutes": 8.0, "share_to_be_met": 0.9, "turnout_min": 1.0},
        {"type": "bank", "country": "AA", "minutes": 4.0, "share_to_be_met": 0.9},
        {"type": "bank", "country": "CC", "minutes": 7.0},
    ]
    norms = read_norms(pd.DataFrame(rows), [BANK, POOL])
    columns, met = judging.against_norms(made, norms, PLACES, at, objects([""] * 5))
    pd.testing.assert_frame_equal(columns, pd.DataFrame({
        "norm_bank": [4, 4, NAN, 7, 7], "within_norm_bank": [0, 1, NAN, 1, NAN],
        "norm_pool": [7.0] * 5, "within_norm_pool": [1, 1, 1, 0, NAN],
    }), check_dtype=False)  # fmt: skip
    wanted = ["service_type", "country", "people", "people_within", "people_not_used", "met"]
    assert met[wanted].fillna(-1).to_numpy().tolist() == [
        ["bank", "AA", 30, 20, 0, 0], ["bank", "BB", 30, -1, 0, -1], ["bank", "CC", 40, 40, 50, -1],
        ["pool", "AA", 150, 150, 0, 1], ["pool", "BB", 10, 10, 0, 1], ["pool", "CC", 7, 0, 3, 0],
    ]  # fmt: skip
    assert met.index.tolist() == list(range(6))


@pytest.mark.parametrize(
    ("column", "holds"),
    [
        ("nearest_bank", ("nearest", "bank", "", "")),
        ("nearest_id_bank_closed", ("nearest", "bank", "id", "closed")),
        ("nearest_3_bank_delay", ("nearest", "bank", "3", "delay")),
        ("2sfca_own_bank", ("2sfca", "bank", "own", "")),
        ("e2sfca_abroad_bank_open", ("e2sfca", "bank", "abroad", "open")),
        ("change_cumulative_bank", ("cumulative", "bank", "", "")),
        ("loss_pct_gravity_bank_closed", ("gravity", "bank", "", "closed")),
        ("spatial_availability_bank_own", ("spatial_availability", "bank_own", "", "")),
        ("norm_bank", ("nearest", "bank", "", "")), ("cut_off_bank", ("nearest", "bank", "", "")),
        ("newly_served_bank_own", ("nearest", "bank_own", "", "")),
        ("gain_km_bank_open", ("nearest", "bank", "", "open")),
    ],
)  # fmt: skip
def test_columns_taken_apart(column, holds):
    kinds = [BANK, ServiceType("bank_own", "Own")]
    made = number_of(column, kinds)
    assert (made.measure, made.kind.slug, made.part, made.state) == holds


@pytest.mark.parametrize("column", ["nearest_x_bank", "bank", "norm_bank_late", "nearest_shop"])
def test_other_columns_hold_no_number(column):
    assert number_of(column, [BANK]) is None


def test_how_far_the_rounds_are():
    made = found(["cumulative"])
    at, services_at = located()
    told = []

    def tell(share, message=None):
        told.append(share)

    reach = Reach(made.reach.travel, services_at, at, made.offers, tell, most_costs=8)
    list(reach.rounds())
    assert told == sorted(told) and told[0] == 0 and {0.4, 0.8} < set(told) and max(told) <= 1


def test_changes_of_each_type_and_measure():
    before, after = found(["nearest", "cumulative"]), found(["nearest", "2sfca"])
    after.values["nearest_bank"] = [4.0, 3, NAN, 9, NAN]
    table = judging.changes(after, before)
    assert list(table) == ["change_nearest_bank", "change_nearest_pool"]
    assert table["change_nearest_bank"].tolist() == pytest.approx([-1, 0, NAN, 2, NAN], nan_ok=True)
    assert table["change_nearest_pool"].tolist() == pytest.approx([0, 0, 0, 0, NAN], nan_ok=True)


def test_who_could_reach_more_beyond_the_data():
    """Every arm ends at the edge of the data: 8 minutes from p, 4 from q, 6 from r, 1 from s."""
    at, _ = located()
    travel = Travel(star())
    columns, reached = judging.edge_of_data(travel, at, found(["nearest"]))
    assert columns["edge_min"].tolist() == pytest.approx([8, 4, 6, 1, NAN], nan_ok=True)
    # the furthest of both types: 5, 7, 9 and 10 minutes
    assert reached.tolist() == [False, True, True, True, False]
    within = found(["cumulative"], max_cost=6.0)  # just as far as r's
    assert judging.edge_of_data(travel, at, within)[1].tolist() == [False, True, False, True, False]
    cut = found(["nearest"], max_cost=4.0)  # nothing at all is further than any edge
    assert judging.edge_of_data(travel, at, cut)[1].tolist() == [False, True, True, True, False]
    columns, reached = judging.edge_of_data(Travel(type(star()).empty()), at, within)
    assert columns.shape == (5, 0) and reached.tolist() == [False] * 5
