"""Shared services: categories, facilities, zones and their summary as whole tables, by hand."""

import dataclasses

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.measures import OwnAndAbroad
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.comparison import sensitivity
from smart_planning_plugin.core.crossborder.facilities import facilities
from smart_planning_plugin.core.crossborder.scenarios import DELAY, BorderScenario
from smart_planning_plugin.core.crossborder.shared import (
    Grid,
    SharedServices,
    TypeResult,
    at_places_only,
    categorise,
    limits_of,
    people_by_category,
    shared_service_areas,
)
from smart_planning_plugin.core.crossborder.shared_zones import (
    describe_zones,
    zone_of,
)
from smart_planning_plugin.core.crossborder.summary import summary
from smart_planning_plugin.core.errors import BorderNeededError, NoServicesError
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from tests.core.small import build, objects, places_on
from tests.core.test_noticed import Told
from tests.core.test_shared import zones_of
from tests.core.test_shared_services import ROAD, toy

INF, NAN = np.inf, np.nan
CODES = ["AA", "BB", "CC"]


def same(found, rows, columns):
    made = found.reset_index(drop=True).astype(object)
    expected = pd.DataFrame(rows, columns=columns, dtype=object)
    pd.testing.assert_frame_equal(
        made.where(made.notna(), None), expected.where(expected.notna(), None)
    )


# ---------------------------------------------------------------- a case on paper

#            country  own  service  abroad  service  crossing  people
POOL = [
    ("AA", 5.0, 0, 3.0, 1, 2, 60.0),  # 2 minutes more abroad: equal, and so at home
    ("AA", 9.0, 0, 6.0, 1, 3, 5.0),
    ("BB", 4.0, 1, INF, -1, -1, 95.0),
    ("CC", INF, -1, 7.0, 0, 3, 40.0),
    ("BB", INF, -1, INF, -1, -1, 1000.0),
    ("AA", INF, -1, INF, -1, -1, 7.0),  # not on a road
    ("BB", 10.0, 1, 4.0, 0, 2, 15.0),
]
BANK = [
    ("AA", INF, -1, 4.0, 2, 3, 10.0),
    ("AA", INF, -1, INF, -1, -1, 5.0),
    ("BB", 3.0, 2, INF, -1, -1, 200.0),
    ("CC", 1.0, 5, INF, -1, -1, 4.0),
    *[("BB", INF, -1, INF, -1, -1, 0.0)] * 3,
]
OK = np.array([True] * 5 + [False, True])
SERVICES = Services(
    objects(["a", "b", "c", 4, "e", "f"]), np.zeros((6, 2)),
    objects(["pool", "pool", "bank", "school", "pool", "bank"]),
    objects(["AA", "BB", "BB", "AA", "CC", "CC"]),
    np.array([11.5, 9, 50, 50, 0, NAN]),
)  # fmt: skip
KINDS = [
    ServiceType("pool", "Pool", theme="sport", extra_min_abroad=2.0, people_per_capacity=10.0,
                shareability="agreement", only_open_border=True, legal_basis="The law"),
    ServiceType("bank", "Bank", demand_field="adults"),
]  # fmt: skip


def case(pool=POOL, bank=BANK):
    results = []
    for kind, rows in zip(KINDS, (pool, bank)):
        _, own, at_home, abroad, over, crossing, people = (np.array(one) for one in zip(*rows))
        near = OwnAndAbroad(own, abroad, at_home, over, crossing)
        category = categorise(own, abroad + kind.extra_min_abroad, OK, 30.0, 1.0)
        results.append(TypeResult(kind, 30.0, 1.0, near, category, {}, people))
    at = places_on(np.where(OK, 0, -1), np.zeros(7))
    at.country[:] = [one[0] for one in pool]
    services = places_on([0, 0, 0, 0, -1, 0], np.zeros(6))
    services.country[:] = SERVICES.country
    return SharedServices(results, [], at, services)


DOCUMENTS = read_evidence(
    pd.DataFrame(
        {
            "type": ["pool", "pool", "bank"],
            "service_id": ["a", "a", "f"],
            "country": ["AA", "CC", ""],
            "users": [40, None, 3],
            "kind": ["users", "agreement", "users"],
            "title": ["Tickets", "Treaty", "Loans"],
        }
    ),
    KINDS, list("abcef"),
)  # fmt: skip


def test_what_is_known_of_each_place():
    pool, _ = case().types
    assert pool.place_category.tolist() == [
        "choice", "abroad_nearer", "own_only", "abroad_only", "unserved", "no_data",
        "abroad_nearer",
    ]  # fmt: skip
    assert np.nan_to_num(pool.gain, nan=-1).tolist() == [0, 1, 0, -1, -1, -1, 4]
    assert pool.newly_served.tolist() == [False] * 3 + [True] + [False] * 3
    assert pool.nearest_service.tolist() == [0, 1, 1, 0, -1, -1, 0]
    country = np.array([one[0] for one in POOL], dtype=object)
    country[0] = None
    same(
        people_by_category(pool, country),
        [
            ("abroad_nearer", "AA", 5.0, 1.0),
            ("abroad_nearer", "BB", 15.0, 4.0),
            ("abroad_only", "CC", 40.0, NAN),
            ("choice", None, 60.0, 0.0),
            ("no_data", "AA", 7.0, NAN),
            ("own_only", "BB", 95.0, 0.0),
            ("unserved", "BB", 1000.0, NAN),
        ],
        ["category", "country", "population", "gain_min"],
    )
    more = dataclasses.replace(pool, people=np.full(7, 10.0))
    table = people_by_category(more, np.full(7, "AA", dtype=object)).set_index("category")
    assert table["gain_min"]["abroad_nearer"] == 2.5 and table["population"]["abroad_nearer"] == 20


def test_every_facility_of_the_case():
    columns = [
        "nearest_population_aa", "nearest_population_bb", "nearest_population_cc",
        "foreign_share", "shared", "room", "load_own", "load", "overflow", "standing",
        "documented", "documented_users", "country", "status",
    ]  # fmt: skip
    rows = [
        # with 115 for 115 it is just full
        (60, 15, 40, 55 / 115, 1, 115, 65 / 115, 1, 0, "documented", "Tickets; Treaty", 40, "AA",
         "ok"),
        # five of a hundred are just the share that is asked for
        (5, 95, 0, 0.05, 1, 90, 110 / 90, 100 / 90, 1, "potential", None, NAN, "BB", "ok"),
        (10, 200, 0, 10 / 210, 0, NAN, NAN, NAN, NAN, None, None, NAN, "BB", "ok"),
        (0, 0, 0, NAN, 0, NAN, NAN, NAN, NAN, None, None, NAN, "AA", "type left out"),
        (0, 0, 0, NAN, 0, 0, NAN, NAN, 0, None, None, NAN, "CC", "too_far"),
        (0, 0, 4, 0, 0, NAN, NAN, NAN, NAN, "documented", "Loans", 3, "CC", "ok"),
    ]  # fmt: skip
    same(facilities(case(), SERVICES, CODES, 0.05, DOCUMENTS), rows, columns)
    plain = facilities(case(), SERVICES, CODES, 0.06)
    assert plain["shared"].tolist() == [1, 0, 0, 0, 0, 0]
    assert plain["standing"].tolist() == ["potential", *[None] * 5]
    assert plain["documented"].tolist() == [None] * 6 and plain["documented_users"].isna().all()


def varied(name):
    """Half of the people of another threshold live in each of two countries."""
    rows = [("as_run", 30.0, 120), ("advantage", 2.0, 1), ("advantage", 0.5, 2)]
    rows += [("threshold", one, one * 2) for one in (39.1, 39.0, 21.0, 20.9, 30.5)]
    rows += [("border_delay", one, 100 - one) for one in (30.0, 5.0)] if name == "pool" else []
    return pd.DataFrame(
        [
            {"service_type": name, "varied": one, "value": value, "country": code,
             "population": people / 2}
            for one, value, people in rows
            for code in ("AA", "BB")
        ]
    )  # fmt: skip


def summed(shared, border_open=False):
    table = facilities(shared, SERVICES, CODES, 0.05, DOCUMENTS)
    names = objects(["", "", "South", "North"])
    every = pd.concat([varied("bank"), varied("pool")], ignore_index=True)
    return summary(shared, SERVICES, table, CODES, border_open, names, every, DOCUMENTS)


def test_the_whole_summary_of_the_case():
    found = summed(case())
    pool = {
        "service_type": "pool", "theme": "sport", "shareability": "not_shareable",
        "legal_basis": "The law", "standing": "documented", "documented": "Tickets; Treaty",
        "demand_field": None, "threshold_min": 30, "advantage_min": 1, "extra_min_abroad": 2,
        "people": 1222, "potential": 120, "potential_aa": 65, "potential_bb": 15,
        "potential_cc": 40, "sooner": 60, "sooner_aa": 5, "sooner_bb": 15, "sooner_cc": 40,
        "abroad_only": 40, "abroad_only_aa": 0, "abroad_only_bb": 0, "abroad_only_cc": 40,
        "documented_people": 40,  # of CC, at a; that of AA is for those of AA alone
        "gain_min": (5 * 1 + 15 * 4) / 20, "crossing": "North", "crossing_share": 0.75,
        "facilities": 2, "shared_facilities": 2, "overflowing": 1,
        "threshold_low": 21, "threshold_high": 39, "potential_low": 42, "potential_high": 78,
        "longest_delay": 30, "potential_delayed": 70,
    }  # fmt: skip
    bank = {
        **pool, "service_type": "bank", "theme": None, "shareability": "unknown",
        "legal_basis": None, "documented": "Loans", "demand_field": "adults",
        "extra_min_abroad": 0, "people": 219, "potential": 10, "potential_aa": 10,
        "potential_bb": 0, "potential_cc": 0, "sooner": 10, "sooner_aa": 10, "sooner_bb": 0,
        "sooner_cc": 0, "abroad_only": 10, "abroad_only_aa": 10, "abroad_only_cc": 0,
        "documented_people": 0, "gain_min": NAN, "crossing_share": 1, "facilities": 2,
        "shared_facilities": 0, "overflowing": NAN, "longest_delay": NAN, "potential_delayed": NAN,
    }  # fmt: skip
    same(found, [pool, bank], list(pool))
    assert summed(case(), True)["shareability"].tolist() == ["agreement", "unknown"]


def test_those_who_are_sooner_but_nobody_are_not_spoken_of():
    nobody = [(*one[:-1], 0.0) for one in POOL]
    row = summed(case(nobody)).iloc[0]
    assert (
        row["crossing"] is None
        and np.isnan(row[["crossing_share", "gain_min"]].astype(float)).all()
    )
    some = [(*one[:-1], 8.0 * (one[1] == 9.0)) for one in POOL]
    row = summed(case(some)).iloc[0]
    assert (row["crossing"], row["crossing_share"], row["gain_min"]) == ("North", 1, 1)


# ---------------------------------------------------------------- the run


def test_what_is_varied_is_a_whole_table():
    # A 11 home, 30 abroad with its extra minute; B 25 and 16; C 20 and 61
    kind = ServiceType("pool", "Pool", advantage_min=10.0, extra_min_abroad=1.0)
    travel, places, services, _, shared = toy(kind=kind)
    told = Told()
    found = sensitivity(shared, travel, places, services, told)
    told.check()
    assert told.shares[0] == 0 and len(set(told.shares)) == 3
    values = [("as_run", 30, 300, 0), ("threshold", 15, 0, 0), ("threshold", 22.5, 300, 300),
              ("threshold", 37.5, 300, 0), ("threshold", 45, 300, 0), ("advantage", 5, 300, 0),
              ("advantage", 20, 1300, 0), ("border_delay", 5, 300, 0), ("border_delay", 15, 0, 0),
              ("border_delay", 30, 0, 0)]  # fmt: skip
    rows = []
    for one, value, people, only in values:
        more = people - 300
        rows.append(("pool", one, value, "AA", people, only, more, 100 * more / 300))
        rows.append(("pool", one, value, "BB", 0, 0, 0, NAN))
    columns = ["service_type", "varied", "value", "country", "population", "abroad_only",
               "change", "change_pct"]  # fmt: skip
    same(found, rows, columns)
    # within 10 minutes nobody reaches any, within 15 B the one abroad: no share of nobody
    travel, places, services, _, shared = toy(threshold=10.0)
    found = sensitivity(shared, travel, places, services)
    assert found.loc[found["value"] == 15, "change"].tolist()[0] == 300
    assert found["change_pct"].isna().all()


def test_a_type_goes_by_its_own_limits_before_those_of_the_run():
    kinds = [ServiceType("a", "A", threshold_min=0.0), ServiceType("b", "B", advantage_min=0.0)]
    assert [limits_of(one, 30.0, 5.0) for one in kinds] == [(0, 5), (30, 0)]
    travel, places, services, _, shared = toy()
    kind = dataclasses.replace(shared.types[0].type, extra_min_abroad=10.0)
    (found,) = at_places_only(travel, places, services, [kind], shared.places, 26.0, 0.5)
    assert (found.threshold, found.advantage) == (26, 0.5)
    # B: 25 at home, 15 and 10 more abroad
    assert found.place_category.tolist() == ["own_only", "choice", "own_only"]
    assert found.people.tolist() == [1000, 300, 500] and found.cell_category == {}


def test_what_may_not_be_shared_is_left_out_under_this_border_unless_asked_for():
    travel, places, services, grid, _ = toy()
    kind = ServiceType("pool", "Pool", shareability="agreement", only_open_border=True)
    late = dataclasses.replace(travel, border=BorderScenario(DELAY, 5.0))
    told = Told()
    found = shared_service_areas(travel, places, services, [kind], grid, 30.0, 5.5, progress=told)
    told.check()
    assert told.shares == [0, 0.1, 0.3]
    assert [one.type for one in found.types] == [kind] and found.skipped == []
    with pytest.raises(NoServicesError) as error:
        shared_service_areas(late, places, services, [kind], grid, 30.0, 5.5)
    assert error.value.problem == "no type of service may be shared under this border"
    found = shared_service_areas(late, places, services, [kind], grid, 30.0, 5.5, True)
    assert found.types[0].places.abroad == pytest.approx([34, 20, 65]) and found.skipped == []
    # times of the cells: 500 m from the border 5.5 minutes, 10 km and 5 minutes of delay
    own, abroad = found.types[0].cell_times["AA"]
    assert (own[-1], abroad[-1]) == pytest.approx((29.5, 15.5))
    own, abroad = found.types[0].cell_times["BB"]
    assert (own[0], abroad[0]) == pytest.approx((9.5, 35.5))


def test_who_has_no_border_is_told_which_country_is_there():
    _, places, services, grid, shared = toy()
    kinds = [shared.types[0].type]
    network, _, _ = build(ROAD)
    with pytest.raises(BorderNeededError, match="one country only: unnamed"):
        shared_service_areas(Travel(network), places, services, kinds, grid, 30.0, 5.0)


# ---------------------------------------------------------------- zones


def test_zones_count_from_the_largest_and_end_a_cell_beyond():
    found, count = zones_of(
        [
            "#..........#",
            "............",
            ".....##.....",
            "............",
            "............",
            "............",
            "....####....",
            "............",
            "............",
            "............",
            ".....##.....",
        ]
    )[1:]
    expected = np.zeros((11, 12), int)
    expected[1:4, 4:8] = 2  # of two of one size the northern is first
    expected[5:8, 3:9] = 1
    expected[9:11, 4:8] = 3
    assert found.tolist() == expected.tolist() and count == 3


@pytest.mark.parametrize(
    ("size", "gap", "zones"),
    [
        (60.0, 4, 1),
        (60.0, 5, 0),
        (100.0, 2, 1),
        (100.0, 3, 0),
        (400.0, 2, 1),
        (400.0, 3, 0),
    ],
)
def test_pieces_grow_by_a_cell_and_by_100_metres_at_least(size, gap, zones):
    """One piece on each side of the border, which is in the middle of 20 cells."""
    drawing = ["." * (10 - gap // 2 - 1) + "#" + "." * gap + "#" + "." * (9 - (gap + 1) // 2)]
    assert zones_of(drawing, size)[2] == zones


def test_points_lie_in_the_zone_of_their_cell():
    grid = Grid(100.0, 300.0, 10.0, {"AA": np.ones((2, 3), dtype=bool)})
    zone = np.array([[1, 2, 3], [4, 5, 6]])
    xy = [(100, 300), (109.9, 290.1), (110, 300), (129.9, 280.1), (125, 290), (100, 279.9),
          (130, 295), (99.9, 295), (105, 300.1), (NAN, NAN), (105, 280)]  # fmt: skip
    found = zone_of(np.array(xy, float), grid, zone)
    assert found.tolist() == [1, 1, 2, 6, 6, 0, 0, 0, 0, 0, 0]


def described(evidence=None):
    side = np.array([list("aaaabbbb"), list("aaaabbbb"), list("aaaacccc")])
    masks = {code: side == code[0].lower() for code in CODES}
    grid = Grid(100_300.0, 203_400.0, 1000.0, {**masks, "": side == "x"})
    zone = np.zeros((3, 8), int)
    zone[:, 2:5] = 1
    zone[1, 7], zone[2, 6:], zone[2, 0] = 2, 2, 2
    rows = [
        #  id, name, column, row, country, people, pool, bank
        ("9", "Ape", 2, 0, "AA", 50.0, "choice", "own_only"),
        ("10", "Bene", 3, 1, "AA", 50.0, "abroad_only", "own_only"),
        ("b 1", "Cīrava", 4, 0, "BB", 200.0, "own_only", "abroad_nearer"),
        ("c", "Dundaga", 4, 2, "CC", 15.0, "choice", "choice"),
        ("big", "Ērgļi", 2, 2, "AA", 9999.0, "own_nearer", "unserved"),  # of no potential
        ("out", "Fūrmaņi", 6, 0, "BB", 900.0, "choice", "choice"),  # in no zone
        ("z", "Garciems", 0, 2, "AA", 5.0, "choice", "own_only"),
        ("c2", "Irlava", 4, 2, "CC", 16.0, "choice", "own_only"),
    ]
    ids, names, column, row, country, people, pool, bank = (list(one) for one in zip(*rows))
    xy = np.column_stack([np.add(column, 0.5), np.add(row, 0.5)]) * 1000
    xy = np.column_stack([grid.left + xy[:, 0], grid.top - xy[:, 1]])
    places = Places(objects(ids), xy, objects(country), np.array(people), pd.DataFrame())
    kinds = [ServiceType("pool", "P", shareability="free_choice"), ServiceType("bank", "B"),
             ServiceType("arms", "A", shareability="not_shareable")]  # fmt: skip

    def result(kind, category, cells):
        here = {
            code: np.where(cells[mask], "choice", "own_only").astype(object)
            for code, mask in grid.masks.items()
        }
        return TypeResult(kind, 30.0, 5.0, None, objects(category), here, np.array(people))

    banks = zone == 1
    banks[:, :4] = False
    results = [
        result(kinds[0], pool, (zone > 0) | (side == "b")),  # some of it is in no zone
        result(kinds[1], bank, banks),
        result(kinds[2], ["choice"] * 8, np.ones((3, 8), bool)),
    ]
    at, services_at = places_on(np.zeros(8, int), np.zeros(8)), places_on([0, 0, -1, 0, 0], [0] * 5)
    at.country[:] = country
    services = Services(
        objects([1, 2, 3, 4, 5]), xy[[0, 2, 2, 3, 5]],
        objects(["pool", "bank", "pool", "arms", "pool"]), objects(["AA"] * 5), np.full(5, NAN),
    )  # fmt: skip
    shared = SharedServices(results, [], at, services_at)
    return describe_zones(shared, places, services, objects(names), grid, zone, 2, evidence)


def test_all_that_is_said_of_a_zone():
    columns = ["zone_id", "name", "services", "types", "types_unknown", "types_documented",
               "facilities", "places", "country_a", "population_a", "largest_a", "country_b",
               "population_b", "largest_b"]  # fmt: skip
    first = ("AA-BB-10-b_1", "Bene – Cīrava", 2, "pool", "bank", "", 2, 5,
             "AA", 100.0, "Bene", "BB", 200.0, "Cīrava")  # fmt: skip
    # nobody of CC, nor of BB, which has less ground: two cells from 106.3 km on, 200.9 km north
    second = ("AA-CC-z-e107n201", "Garciems – CC", 1, "pool", "", "", 0, 1,
              "AA", 5.0, "Garciems", "CC", 0.0, None)  # fmt: skip
    same(described(), [first, second], columns)
    rows = {"type": ["pool", "bank", "arms"], "title": ["T", "U", "V"]}
    kinds = [ServiceType(one, one) for one in rows["type"]]
    table = described(read_evidence(pd.DataFrame(rows), kinds, []))
    assert table["types_documented"].tolist() == ["bank, pool", "pool"]
