"""Accessibility on a cross of roads, by hand: terms, norms, equity, the rim of the data."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility import curves, isochrones, judging
from smart_planning_plugin.core.accessibility.decay import parse_decay
from smart_planning_plugin.core.accessibility.explaining import nearest_roads, number_of, terms
from smart_planning_plugin.core.accessibility.fca import COMPETITION, PAIR_MEASURES, Weighing
from smart_planning_plugin.core.accessibility.matrix import Wanted, pairs_in_blocks
from smart_planning_plugin.core.accessibility.measures import (
    MEASURES,
    Question,
    facilities,
    service_accessibility,
)
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.network.snapping import SnapOptions
from smart_planning_plugin.core.progress import part
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.services.norms import read_norms
from tests.core.small import build, network_of, objects, places_on
from tests.core.test_isochrones import journeys
from tests.core.test_noticed import cross

# Four arms of 10 minutes from a middle; AA lives on arms 0 and 1, BB on 2 and 3.
#   places:   p on arm 0 at 2 min, q on arm 1 at 6, r on arm 2 at 4, lost on none
#   services: near on arm 0 at 1 min (AA), far on arm 3 at 5 (BB), shut on arm 2 at 4 (BB, empty)
PEOPLE = np.array([100.0, 50, 10, 7])
COUNTRY = objects(["AA", "AA", "BB", "BB"])
MINUTES = np.array([[1.0, 7], [7, 11], [5, 9], [np.inf, np.inf]])  # place by service that counts
HOME = np.array([[True, False], [True, False], [False, True], [False, True]])
SUPPLY = np.array([15.0, 20])
POOL = ServiceType("pool", "Pool")


def two_sided():
    xy = [(0, 0), (10e3, 0), (-10e3, 0), (0, 10e3), (0, -10e3)]
    arms = [
        {"a": 0, "b": at, "km": 10.0, "there": 10.0, "country": "AA" if at < 3 else "BB"}
        for at in (1, 2, 3, 4)
    ]
    return network_of(xy, arms)


def found(measures, decay="binary", willing=1.0, threshold=10.0, kind=POOL, nearest=1):
    travel = Travel(two_sided())
    at = places_on([0, 1, 2, -1], [0.2, 0.6, 0.4, 0.0])
    at.country[:] = COUNTRY
    services = Services(
        objects(["near", "far", "shut"]), np.zeros((3, 2)), objects(["pool"] * 3),
        objects(["AA", "BB", "BB"]), np.array([15.0, 20, 0]),
    )  # fmt: skip
    services_at = places_on([0, 3, 2], [0.1, 0.5, 0.4])
    services_at.country[:] = services.country
    places = Places(objects(list("pqrl")), np.zeros((4, 2)), COUNTRY, PEOPLE, pd.DataFrame())
    question = Question(tuple(measures), threshold, Weighing(parse_decay(decay), willing), nearest)
    made = service_accessibility(
        travel, at, places, services, [kind], question, services_at=services_at
    )
    return made, services, places, at, travel, question


def test_nearest_at_home_and_abroad():
    values = found(["nearest"])[0].values
    assert values["nearest_pool"].tolist()[:3] == pytest.approx([1, 7, 5])
    assert values["nearest_id_pool"].tolist() == ["near", "near", "near", None]
    assert values["nearest_own_pool"].tolist()[:3] == pytest.approx([1, 7, 9])
    assert values["nearest_abroad_pool"].tolist()[:3] == pytest.approx([7, 11, 5])
    assert values.drop(columns="nearest_id_pool").iloc[3].isna().all()
    second = found(["nearest"], nearest=2)[0].values
    assert second["nearest_2_pool"].tolist()[:3] == pytest.approx([7, 11, 9])
    pd.testing.assert_frame_equal(second[values.columns], values)


def test_cumulative_and_two_steps_by_hand():
    values = found(["cumulative", "2sfca"])[0].values
    within = np.where(MINUTES <= 10, 1.0, 0)
    assert values["cumulative_pool"].tolist()[:3] == pytest.approx((within @ SUPPLY)[:3])
    ratio = SUPPLY / (PEOPLE @ within)  # q reaches the near one only
    assert values["2sfca_pool"].tolist()[:3] == pytest.approx((within @ ratio)[:3])
    own = (within * HOME) @ ratio
    assert values["2sfca_own_pool"].tolist()[:3] == pytest.approx(own[:3])
    assert values["2sfca_abroad_pool"].tolist()[:3] == pytest.approx((within @ ratio - own)[:3])


@pytest.mark.parametrize("measure", PAIR_MEASURES)
def test_the_terms_add_up_to_the_measure(measure):
    made, services, _, _, _, question = found(PAIR_MEASURES, "exponential", 0.5)
    for place in range(3):
        table = terms(made, services, POOL, measure, place, question.weighing)
        whole = made.values[f"{measure}_pool"][place]
        assert table["value"].sum() == pytest.approx(whole) and whole > 0
        own = made.values[f"{measure}_own_pool"][place]
        assert table.loc[table["home"], "value"].sum() == pytest.approx(own)
        assert table["cost"].is_monotonic_increasing
        assert table["id"].tolist() == [
            ["near", "far"], ["near"], ["near", "far"]
        ][place]  # fmt: skip
        assert table["supply"].tolist() == ([15, 20] if place != 1 else [15])
        assert ("demand" in table) == (measure in COMPETITION)
        if measure in ("2sfca", "e2sfca"):
            demand = made.values[[f"{measure}_pool"]].notna().to_numpy()[:, 0]
            assert (table["demand"] <= PEOPLE[demand].sum() + 1e-9).all()
    none = terms(made, services, POOL, measure, 3, question.weighing)
    assert none.empty and list(none) == ["id", "home", "cost", "supply", "weight", "value"]


def test_what_services_share_with_whom():
    made, services, *_ = found(["2sfca", "gravity"])
    table = facilities(made, services)
    assert table["supply"].tolist()[:2] == [15, 20] and np.isnan(table["supply"][2])
    assert table["demand_2sfca"].tolist()[:2] == pytest.approx([160, 110])
    assert table["ratio_2sfca"].tolist()[:2] == pytest.approx([15 / 160, 20 / 110])
    assert table["status"].tolist() == ["ok", "ok", "no_capacity"]
    assert "demand_gravity" not in table
    made, services, *_ = found(["2sfca"], threshold=2.0)
    assert facilities(made, services)["status"].tolist() == ["ok", "unserved", "no_capacity"]


@pytest.mark.parametrize("measure", MEASURES)
def test_columns_say_what_they_hold(measure):
    kinds = [POOL, ServiceType("pool own", "Pool of its own")]
    plain = number_of(f"{measure}_pool", kinds)
    assert (plain.measure, plain.kind, plain.part, plain.state) == (measure, POOL, "", "")
    whole = number_of(f"loss_abs_{measure}_own_pool_closed", kinds)
    assert (whole.measure, whole.kind, whole.part, whole.state) == (measure, POOL, "own", "closed")
    assert number_of(f"change_{measure}_abroad_{kinds[1].slug}", kinds).kind is kinds[1]
    assert number_of("within_norm_pool", kinds).measure == "nearest"
    assert number_of("gain_min_pool", kinds).kind is POOL
    assert number_of("population", kinds) is None and number_of(f"{measure}_bank", kinds) is None


def test_nearest_roads_of_ones_own_and_of_any_country():
    network, _, _ = build(
        [[(-900.0, 0.0), (-100.0, 0.0)], [(100.0, 0.0), (900.0, 0.0)]],
    )
    edges = network.edges.assign(country=["AA", "BB"])
    travel = Travel(replace(network, edges=edges), snapping=SnapOptions())
    own, any_ = nearest_roads(travel, np.array([[100.0, 50.0]]), objects(["AA"]))
    assert (own, any_) == pytest.approx((np.hypot(200, 50), 50))


# ---------------------------------------------------------------- judged


def test_norms_of_some_types_only():
    kinds = [POOL, ServiceType("bank", "Bank")]
    made, _, places, at, _, _ = found(["nearest", "cumulative"])
    table = pd.DataFrame(
        {"type": ["pool", "bank"], "minutes": [5.0, 1.0], "share_to_be_met": [0.6, None]}
    )
    columns, met = judging.against_norms(
        made, read_norms(table, kinds), places, at, objects([""] * 4)
    )
    assert list(columns) == ["norm_pool", "within_norm_pool"]
    assert columns["within_norm_pool"].tolist()[:3] == [1, 0, 1]  # five minutes are within five
    assert np.isnan(columns["within_norm_pool"][3])
    by_country = met.set_index("country")
    assert by_country["people_within"].to_dict() == {"AA": 100, "BB": 10}
    assert by_country["people"].to_dict() == {"AA": 150, "BB": 10}
    assert by_country["people_not_used"].to_dict() == {"AA": 0, "BB": 7}
    assert by_country["share_within"].to_dict() == pytest.approx({"AA": 2 / 3, "BB": 1})
    assert by_country["met"].to_dict() == {"AA": 1, "BB": 1}


@pytest.mark.parametrize(
    ("clock", "turnout", "asks"), [("call", None, True), ("call", 2, False), ("depot", None, False)]
)
def test_a_clock_from_the_call_needs_a_turnout(clock, turnout, asks):
    rows = [{"type": "pool", "minutes": 9.0, "clock": clock, "turnout_min": turnout}]
    norms = read_norms(pd.DataFrame(rows), [POOL])
    assert judging.counts_from_call(norms) == asks


def test_equity_of_those_on_a_road():
    made, _, places, at, _, _ = found(["nearest", "cumulative"])
    rank = np.array([1.0, 2, 3, 4])
    table = judging.equity(made, places, at, None, rank).set_index(["measure", "scope", "name"])
    every = table.loc[("nearest", "all", None)] if ("nearest", "all", None) in table.index else (
        table.loc["nearest"].xs("all", level="scope").iloc[0]
    )  # fmt: skip
    assert every["mean"] == pytest.approx((100 * 1 + 50 * 7 + 10 * 5) / 160)
    assert (every["least"], every["most"]) == pytest.approx((1, 7))
    assert every["people"] == 160 and every["people_without"] == 0  # who is on no road is neither
    assert set(table["palma_by"]) == {"rank"}
    assert set(judging.equity(made, places, at)["palma_by"]) == {"measure"}
    assert set(table.index.get_level_values(0)) == {"nearest", "cumulative"}


def test_the_rim_of_the_data():
    made, _, _, at, travel, _ = found(["nearest", "cumulative"], threshold=6.0)
    columns, reached = judging.edge_of_data(travel, at, made)
    # each arm ends at the rim: 8 minutes from p, 4 from q, 6 from r
    assert columns["edge_min"].tolist()[:3] == pytest.approx([8, 4, 6])
    assert np.isnan(columns["edge_min"][3])
    assert reached.tolist() == [False, True, False, False]  # only q's threshold lies beyond
    nearest, *_ = found(["nearest"])
    assert judging.edge_of_data(travel, at, nearest)[1].tolist() == [False, True, False, False]
    by_road = replace(travel, cost="distance")
    assert list(judging.edge_of_data(by_road, at, nearest)[0]) == ["edge_km"]


def test_changes_are_after_less_before():
    before, after = found(["nearest"])[0], found(["nearest", "cumulative"], threshold=20.0)[0]
    after.values["nearest_pool"] += 2
    table = judging.changes(after, before)
    assert list(table) == ["change_nearest_pool"]
    assert table["change_nearest_pool"].tolist()[:3] == pytest.approx([2, 2, 2])


# ---------------------------------------------------------------- curves


def test_shares_and_quantiles_by_hand():
    cost, people = np.array([10.0, np.nan, 20, 5]), np.array([1.0, 2, 3, 4])
    found_ = curves.share_within(cost, people, [4, 5, 10, 19.9, 20, 1e9])
    assert found_.tolist() == pytest.approx([0, 0.4, 0.5, 0.5, 0.8, 0.8])
    assert np.isnan(curves.share_within(cost, np.zeros(4), [1, 2])).all()
    # of 8 who have a value: four at 5, one at 10, three at 20
    assert curves.quantiles(cost, people, (0.5, 0.51, 0.625, 0.63, 1)).tolist() == [
        5,
        10,
        10,
        20,
        20,
    ]
    assert np.isnan(curves.quantiles(cost, np.zeros(4))).all()
    one = curves.quantiles(np.array([3.0, 9]), np.array([5.0, 0]), (0.01, 1.0))
    assert one.tolist() == [3, 3]  # nobody has 9


# ---------------------------------------------------------------- isochrones, pairs, progress


def test_people_within_each_cut_off():
    places = places_on([0, 1, 2, 3], [0.1, 0.5, 0.5, 0.9])
    people = np.array([1.0, 2, 4, 8])
    asked = journeys(cross(), [0, 1], [0.0, 1.0], [3.0, 6.0, 12.0])
    got = isochrones.people_within(asked, places, people)
    # from the middle: 1, 5, 5, 9 minutes; from the end of arm 1: 11, 5, 15, 19
    assert got == {(0, 3.0): 1, (0, 6.0): 7, (0, 12.0): 15, (1, 3.0): 0, (1, 6.0): 2, (1, 12.0): 3}
    merged = isochrones.people_within(replace(asked, combine="merged"), places, people)
    assert merged == {(-1, 3.0): 1, (-1, 6.0): 7, (-1, 12.0): 15}


def test_a_turnout_shortens_the_roads_of_one_and_not_of_the_other():
    asked = journeys(cross(), [0, 1], [0.0, 1.0], [4.0], start=[1.0, 0.0])

    def km(combine):
        parts = {}
        for origin, _, _, (_, begin, end) in isochrones.roads(
            replace(asked, combine=combine), rings=False
        ):
            parts[origin] = ((end - begin) * 10).sum()
        return parts

    # three km into each of four arms, the stub of 0.7 km (counted as of ten here), four at the end
    apart = km("separate")
    assert apart[1] == pytest.approx(4)
    assert apart[0] == pytest.approx(4 * 3 + 10)
    # with cut-offs of their own nobody is held back by the other
    asked = journeys(cross(), [0, 1], [0.0, 1.0], [6.0], own=[2.0, 6.0])
    found = {origin: ((end - begin) * 10).sum() for origin, _, _, (_, begin, end) in
             isochrones.roads(asked, rings=False)}  # fmt: skip
    assert found == pytest.approx({0: 4 * 2 + 10, 1: 6})
    asked = journeys(cross(), [0, 1], [0.0, 1.0], [4.0], start=[1.0, 0.0])
    assert km("merged")[-1] == pytest.approx(4 * 3 + 10 + 4)
    assert km("split") == pytest.approx(apart)


def test_no_pairs_of_nothing():
    travel = Travel(cross(), kernel="search")
    none, one = places_on([], []), places_on([0], [0.5])
    for origins, destinations in ((none, one), (one, none)):
        got = list(pairs_in_blocks(travel, origins, destinations, Wanted()))
        assert sum(len(each.origin) for each in got) == 0


def test_parts_of_progress():
    told = []
    step = part(lambda share, message=None: told.append((share, message)), 0.25, 0.75)
    for share in (0.0, 0.5, 1.0):
        step(share, "now")
    assert told == [(0.25, "now"), (0.5, "now"), (0.75, "now")]
