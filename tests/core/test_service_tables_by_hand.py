"""Tables that users bring: types, norms, changes, evidence; whole results and all errors."""

from dataclasses import asdict

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    InvalidValueError,
    MissingFieldError,
    NoServicesError,
)
from smart_planning_plugin.core.services.changes import changed, read_changes
from smart_planning_plugin.core.services.evidence import COLUMNS as EVIDENCE_COLUMNS
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import (
    Places,
    Points,
    Services,
    ServiceType,
    offering,
    service_types,
)
from smart_planning_plugin.core.services.norms import COLUMNS, norms_met, read_norms
from tests.core.small import objects, places_on

NAN, INF = np.nan, np.inf
POOL, BANK = ServiceType("pool", "Pool"), ServiceType("bank", "Bank")


def refused(call, error=InvalidValueError):
    with pytest.raises(error) as told:
        call()
    return told.value


# ---------------------------------------------------------------- places and types


def test_who_needs_a_service():
    table = pd.DataFrame({"pupils": [3, NAN, 5]})
    places = Places(
        objects([1, 2, 3]), np.zeros((3, 2)), objects(["AA"] * 3), np.array([10, 20, NAN]), table
    )
    assert places.people().tolist() == [10, 20, 0]
    assert places.people("pupils").tolist() == [3, 0, 5]
    wrong = refused(lambda: places.people("seats"), MissingFieldError)
    assert wrong.problem.startswith("this demand field") and "count the population" in wrong.advice
    assert (wrong.layer, wrong.field) == ("PLACES", "seats")
    assert len(Points(objects([1, 2]), np.zeros((2, 2)), objects(["", ""]))) == 2


def test_what_has_no_capacity_offers_nothing():
    at = places_on([0, 1, -1, 2], [0.1, 0.2, 0.0, 0.4], "AA")

    def offered(capacity):
        none = objects([""] * 4)
        return offering(at, Services(none, np.zeros((4, 2)), none, none, np.array(capacity)))

    found = offered([0, NAN, 0, 1])
    assert found.edge.tolist() == [-1, 1, -1, 2]
    assert found.status.tolist() == ["no_capacity", "ok", "too_far", "ok"]
    assert found.fraction.tolist() == at.fraction.tolist() and found.status.dtype == object
    assert offered([1, NAN, 2, 1]) is at
    assert offering(at, Points(objects("abcd"), np.zeros((4, 2)), at.country)) is at


def test_types_with_all_that_a_table_says_of_them():
    table = pd.DataFrame(
        [
            {
                "type": "pool", "label_en": "Pool", "theme": "sport", "demand_field": "pupils",
                "threshold_min": "25", "advantage_min": 0, "extra_min_abroad": 2.5,
                "shareability": "agreement", "only_open_border": 1, "legal_basis": "The law",
                "evidence": "A count", "people_per_capacity": 30, "label_lv": "Baseins",
                "label_lt": "Baseinas", "direction": "from",
            },
            {"type": "bank", "label_en": "", "threshold_min": None, "shareability": None,
             "direction": ""},
            {"type": None, "label_en": "nobody"},
            {"type": "unused", "shareability": "free_choice"},
        ]
    )  # fmt: skip
    bank, pool, post = service_types(["pool", "post", "", None, "bank", "pool"], table)
    assert asdict(pool) == {
        "name": "pool", "label": "Pool", "theme": "sport", "demand_field": "pupils",
        "threshold_min": 25, "advantage_min": 0, "extra_min_abroad": 2.5,
        "shareability": "agreement", "only_open_border": True, "legal_basis": "The law",
        "evidence": "A count", "people_per_capacity": 30, "label_lv": "Baseins",
        "label_lt": "Baseinas", "direction": "from",
    }  # fmt: skip
    assert bank == ServiceType("bank", "bank") and post == ServiceType("post", "post")
    assert asdict(post) == {
        "name": "post", "label": "post", "theme": "", "demand_field": "", "threshold_min": None,
        "advantage_min": None, "extra_min_abroad": 0, "shareability": "unknown",
        "only_open_border": False, "legal_basis": "", "evidence": "", "people_per_capacity": None,
        "label_lv": "", "label_lt": "", "direction": "",
    }  # fmt: skip
    assert service_types(["b", "a", "b"]) == [ServiceType("a", "a"), ServiceType("b", "b")]
    assert [pool.shareable(one) for one in (True, False)] == ["agreement", "not_shareable"]
    assert [bank.shareable(one) for one in (True, False)] == ["unknown", "unknown"]
    assert ServiceType("Kultūras nams", "K").slug == "kulturas_nams"


@pytest.mark.parametrize(
    ("change", "error", "field", "problem", "ids"),
    [
        ({"shareability": ["unknown", "maybe"]}, InvalidValueError, "shareability",
         "shareability must be one of agreement, free_choice, not_shareable, unknown", ["bank"]),
        ({"direction": ["away", None]}, InvalidValueError, "direction",
         "direction must be from, to or empty", ["pool"]),
        ({"threshold_min": [5, "soon"]}, InvalidValueError, "threshold_min",
         "this must be a number", ["bank"]),
        ({"people_per_capacity": [-0.5, 1]}, InvalidValueError, "people_per_capacity",
         "this must not be negative", ["pool"]),
        ({"type": ["pool", "pool"]}, DuplicateIdError, "", "types stand more than once", ["pool"]),
    ],
)  # fmt: skip
def test_tables_of_types_that_cannot_be(change, error, field, problem, ids):
    table = pd.DataFrame({"type": ["pool", "bank"], **change})
    told = refused(lambda: service_types(["pool", "bank"], table), error)
    assert (told.layer, told.field, told.problem) == ("SERVICE_TYPES", field, problem)
    assert told.ids == ids


def test_no_types_and_no_field_of_types():
    told = refused(lambda: service_types(["", None]), NoServicesError)
    assert told.problem == "no service of any type is left" and "SERVICE_FILTER" in told.advice
    told = refused(lambda: service_types(["a"], pd.DataFrame({"x": []})), MissingFieldError)
    assert (told.layer, told.field) == ("SERVICE_TYPES", "type")
    told = refused(lambda: service_types(["b", "A B", "a-b"]))
    assert told.problem == "types 'A B' and 'a-b' would give the same field name 'a_b'"
    assert told.advice == "Rename one of them"


# ---------------------------------------------------------------- norms

NORMS = pd.DataFrame(
    [
        # the settlement alone goes before everyone, the country before the settlement
        (" pool ", " lv ", "town ", 15, 0.75, " CALL", 2, "Rule 1", 2020),
        ("pool", "LV", None, "25", 1, None, None, None, None),
        ("pool", "", "town", 20, 0, "door", "0", "", ""),
        ("pool", "", "", 30, "", "depot", "", "", ""),
        ("bank", "", "", 0.5, None, None, None, None, None),
    ],
    columns=COLUMNS,
    index=[7, 5, 5, 3, 1],
)


def test_norms_as_they_are_read():
    found = read_norms(NORMS, [POOL], iter(["bank"])).table
    expected = pd.DataFrame(
        [
            ("pool", "LV", "town", 15, 0.75, "call", 2, "Rule 1", "2020"),
            ("pool", "LV", "", 25, 1, "", NAN, "", ""),
            ("pool", "", "town", 20, 0, "door", 0, "", ""),
            ("pool", "", "", 30, NAN, "depot", NAN, "", ""),
            ("bank", "", "", 0.5, NAN, "", NAN, "", ""),
        ],
        columns=COLUMNS,
    )
    pd.testing.assert_frame_equal(found, expected, check_dtype=False)
    least = read_norms(pd.DataFrame({"minutes": [9], "type": ["pool"], "note": ["x"]}), [POOL])
    assert least.table.columns.tolist() == COLUMNS and least.table["minutes"].tolist() == [9]


def test_the_norm_that_holds_for_each_place():
    norms = read_norms(NORMS.iloc[::-1], [POOL], ["bank"])  # 0 bank, 1 all, 2 town, 3 LV, 4 both
    country = objects(["LV", "LV", "LT", "LT", "", None])
    settlement = objects(["town", "farm", "town", "farm", "town", None])
    row = norms.row_of("pool", country, settlement)
    assert row.tolist() == [4, 3, 2, 1, 2, 1]
    assert norms.row_of("bank", country, settlement).tolist() == [0] * 6
    assert norms.row_of("post", country, settlement).tolist() == [-1] * 6
    assert norms.minutes(np.array([4, -1, 3, 2, 0])) == pytest.approx(
        [13, NAN, 25, 20, 0.5], nan_ok=True
    )


@pytest.mark.parametrize(
    ("change", "field", "problem"),
    [
        ({"type": ["pool", "zoo"]}, "type", "norms for types that no service has"),
        ({"clock": ["", "noon"]}, "clock", "clock must be one of call, depot, door"),
        ({"minutes": [5, "soon"]}, "minutes", "this must be a number from 0 to inf"),
        ({"minutes": [5, -1]}, "minutes", "this must be a number from 0 to inf"),
        ({"minutes": [5, ""]}, "minutes", "the minutes are missing"),
        ({"minutes": [5, 0]}, "minutes", "a norm must be above 0 minutes"),
        ({"share_to_be_met": [1, 1.01]}, "share_to_be_met", "this must be a number from 0 to 1"),
        ({"turnout_min": [4.9, 6]}, "turnout_min", "turn-out takes all the minutes of the norm"),
        ({"type": ["bank", "bank"], "country": "LV"}, "settlement",
         "two norms for one type, country and settlement"),
    ],
)  # fmt: skip
def test_which_norm_cannot_be(change, field, problem):
    rows = {"type": ["pool", "bank"], "minutes": [5, 6], **change}
    told = refused(lambda: read_norms(pd.DataFrame(rows), [POOL, BANK]))
    assert (told.layer, told.field, told.problem) == ("NORMS", field, problem)
    assert told.ids == [rows["type"][1]]
    assert "bank, pool" in told.advice or field != "type"


def test_fields_that_norms_need():
    for one in ("type", "minutes"):
        table = pd.DataFrame({"type": ["pool"], "minutes": [5]}).drop(columns=one)
        told = refused(lambda table=table: read_norms(table, [POOL]), MissingFieldError)
        assert (told.layer, told.field) == ("NORMS", one)


def test_who_is_within_the_norm_of_their_own():
    table = pd.DataFrame(
        {"type": ["pool"] * 2, "country": ["LV", "LT"], "minutes": [20, 30],
         "share_to_be_met": [0.75, None], "turnout_min": [5, None], "clock": ["call", ""],
         "source": ["Rule 1", ""], "date": ["2020", ""]}
    )  # fmt: skip
    #     minutes, country, settlement, people, usable
    rows = [
        (15.0, "LV", "town", 30.0, True),  # just within what turn-out leaves
        (15.1, "LV", "town", 10.0, True),
        (NAN, "LV", "farm", 4.0, True),
        (30.0, "LT", "town", 8.0, True),
        (INF, "LT", "town", 2.0, True),
        (1.0, "LT", "farm", 6.0, False),
        (1.0, "EE", "town", 5.0, True),  # where no norm holds
        (9.0, "LV", "isle", 0.0, True),
    ]
    cost, country, settlement, people, usable = (objects(one) for one in zip(*rows))
    found = norms_met(
        read_norms(table, [POOL]), POOL, cost.astype(float), country, settlement,
        people.astype(float), usable.astype(bool),
    )  # fmt: skip
    columns = ["service_type", "country", "settlement", "people", "people_within",
               "people_not_used", "minutes", "turnout_min", "share_to_be_met", "share_within",
               "met", "clock", "source", "date"]  # fmt: skip
    lv = (20, 5, 0.75)
    rule = ("call", "Rule 1", "2020")
    expected = pd.DataFrame(
        [
            ("pool", "EE", "town", 5, NAN, 0, NAN, NAN, NAN, NAN, NAN, None, None, None),
            ("pool", "LT", "farm", 0, 0, 6, 30, NAN, NAN, NAN, NAN, "", "", ""),
            ("pool", "LT", "town", 10, 8, 0, 30, NAN, NAN, 0.8, NAN, "", "", ""),
            ("pool", "LV", "farm", 4, 0, 0, *lv, 0, 0, *rule),
            ("pool", "LV", "isle", 0, 0, 0, *lv, NAN, NAN, *rule),
            ("pool", "LV", "town", 40, 30, 0, *lv, 0.75, 1, *rule),  # three quarters are enough
        ],
        columns=columns,
    )
    pd.testing.assert_frame_equal(found[columns], expected, check_dtype=False)
    assert len(found.columns) == len(columns)


# ---------------------------------------------------------------- changes of services

SERVICES = Services(
    objects(["A", 2.0, "C"]), np.array([[0.0, 0], [1, 0], [2, 0]]),
    objects(["school", "school", "pool"]), objects(["LV", "LT", "LT"]), np.array([100, NAN, 50]),
)  # fmt: skip


def read(rows, xy=None, **more):
    table = pd.DataFrame(rows)
    xy = np.full((len(table), 2), NAN) if xy is None else np.array(xy, float)
    return read_changes(table, xy, more.pop("known", SERVICES.id), **more)


def test_changes_as_they_are_read():
    found = read(
        [
            {"service_id": 2.0, "change": "MOVE", "type": None, "country": None, "capacity": ""},
            {"service_id": "D", "change": "open", "type": "pool", "country": "lv", "capacity": "0"},
            {"service_id": 2.5, "change": "open", "type": 7.0, "country": "", "capacity": None},
        ],
        [[1, 2], [3, 4], [5, 6]],
    )
    columns = ["service_id", "change", "type", "country", "capacity", "x", "y"]
    expected = [("2", "move", "", "", NAN, 1, 2), ("D", "open", "pool", "LV", 0, 3, 4),
                ("2.5", "open", "7", "", NAN, 5, 6)]  # fmt: skip
    pd.testing.assert_frame_equal(
        found[columns], pd.DataFrame(expected, columns=columns), check_dtype=False
    )
    least = read([{"service_id": "A", "change": "close"}])
    assert least[["type", "country"]].to_numpy().tolist() == [["", ""]]
    assert least["capacity"].isna().all()
    rows = [{"service_id": one, "change": "close"} for one in ("X", "A", "Y", "C")]
    left = read(rows, filtered=True)  # what is filtered out cannot be told from what is not there
    assert left["service_id"].tolist() == ["A", "C"] and left.index.tolist() == [0, 1]


OPENS = {"service_id": "N", "change": "open", "type": "pool"}


@pytest.mark.parametrize(
    ("row", "xy", "field", "problem", "ids"),
    [
        ({"service_id": "", "change": "close"}, None, "service_id", "ids are missing", ["row 2"]),
        ({"service_id": "A", "change": "shut"}, None, "change",
         "change must be one of close, open, move, capacity", ["A"]),
        ({"service_id": "A", "change": "capacity", "capacity": "x"}, None, "capacity",
         "this must be a number of 0 or more", ["A"]),
        ({"service_id": "A", "change": "capacity", "capacity": -1}, None, "capacity",
         "this must be a number of 0 or more", ["A"]),
        ({"service_id": "A", "change": "capacity", "capacity": ""}, None, "capacity",
         "the new capacity is missing", ["A"]),
        (OPENS, [1, NAN], "lon",
         "a service that opens or moves needs a place (point, or lon, lat)", ["N"]),
        ({**OPENS, "service_id": "A"}, [1, 1], "service_id", "a service of this id exists", ["A"]),
        ({"service_id": "N", "change": "close"}, None, "service_id",
         "there is no such service to change", ["N"]),
    ],
)  # fmt: skip
def test_which_change_cannot_be(row, xy, field, problem, ids):
    rows = [{"service_id": "C", "change": "capacity", "capacity": 0}, row]
    told = refused(lambda: read(rows, [[NAN, NAN], xy or [NAN, NAN]]))
    assert (told.layer, told.field, told.problem) == ("SERVICE_CHANGES", field, problem)
    assert told.ids == ids


@pytest.mark.parametrize(
    "changes",
    [
        ("close", "capacity"),
        ("move", "move"),
        ("move", "close"),
        ("close", "close"),
        ("capacity", "capacity"),
    ],
)
def test_changes_of_one_service_that_do_not_go_together(changes):
    rows = [{"service_id": "A", "change": one, "capacity": 1} for one in changes]
    rows += [{"service_id": "C", "change": "close", "capacity": None}]
    told = refused(lambda: read(rows, np.ones((3, 2))), DuplicateIdError)
    assert told.ids == ["A"] and (told.layer, told.field) == ("SERVICE_CHANGES", "service_id")
    twice = [dict(OPENS), dict(OPENS)]
    assert refused(lambda: read(twice, np.ones((2, 2))), DuplicateIdError).ids == ["N"]
    told = refused(lambda: read([{"change": "close"}]), MissingFieldError)
    assert (told.layer, told.field) == ("SERVICE_CHANGES", "service_id")


def test_services_after_changes():
    rows = [
        {"service_id": "C", "change": "capacity", "capacity": 60},
        {"service_id": "N", "change": "open", "capacity": 7, "type": "", "country": "lv"},
        {"service_id": "C", "change": "move", "country": "ee"},
        {"service_id": "A", "change": "close"},
        {"service_id": "M", "change": "open", "type": "bank"},
        {"service_id": "2", "change": "capacity", "capacity": 0},
    ]
    xy = [[NAN, NAN], [5, 6], [8, 9], [NAN, NAN], [3, 4], [NAN, NAN]]
    made = changed(SERVICES, read(rows, xy), "school")
    now = made.services
    assert now.id.tolist() == [2.0, "C", "N", "M"]
    assert now.xy.tolist() == [[1, 0], [8, 9], [5, 6], [3, 4]]
    assert now.type.tolist() == ["school", "pool", "school", "bank"]
    assert now.country.tolist() == ["LT", "EE", "LV", ""]
    assert np.nan_to_num(now.capacity, nan=-1).tolist() == [0, 60, 7, -1]
    assert made.source.tolist() == [1, 2, -1, -1]
    assert made.moved.tolist() == [False, True, False, False]
    assert made.words == "closed: A; opened: N, M; moved: C; capacity changed: C, 2"
    told = refused(lambda: changed(SERVICES, read(rows, xy)))
    assert told.problem == "a service that opens needs a type" and told.ids == ["N"]
    assert (told.layer, told.field) == ("SERVICE_CHANGES", "type")
    closed = changed(SERVICES, read([{"service_id": "A", "change": "close"}]))
    assert closed.services.id.tolist() == [2.0, "C"] and closed.words == "closed: A"


# ---------------------------------------------------------------- evidence


def test_documents_as_they_are_read():
    table = pd.DataFrame(
        {
            "type": ["pool", "zoo", "pool ", "pool", "bank"],
            "title": [" A ", "B", "A", "C", "D"],
            "service_id": [7.0, "x", "gone", " p", None],
            "country": ["lv ", None, "", "LT", None],
            "kind": [None, "USERS", "project", "Agreement", ""],
            "users": ["12", None, "", 0, None],
        },
        index=[3, 3, 1, 0, 9],
    )
    found = read_evidence(table, [POOL, BANK], [7, "p"])
    expected = pd.DataFrame(
        [("pool", "7", "LV", "other", 12, "A", "", ""),
         ("pool", "p", "LT", "agreement", 0, "C", "", ""),
         ("bank", "", "", "other", NAN, "D", "", "")],
        columns=EVIDENCE_COLUMNS,
    )  # fmt: skip
    pd.testing.assert_frame_equal(found.table, expected, check_dtype=False)
    assert found.ignored == ["gone", "zoo"]
    assert found.rows_of("pool")["title"].tolist() == ["A", "C"]
    assert found.titles("pool", "7") == ["A"] and found.titles("bank", "any") == ["D"]
    service, country = objects(["7", "7", "p", "p", None]), objects(["LV", "LT", "LV", "LT", "LV"])
    assert found.documented("pool", service, country).tolist() == [True, False, False, True, False]
    assert found.documented("bank", service, country).tolist() == [True] * 4 + [False]
    assert found.documented("zoo", service, country).tolist() == [False] * 5
    assert np.nan_to_num(found.users("pool", objects(["p", "q", "7"])), nan=-1).tolist() == [
        0,
        -1,
        12,
    ]
    nothing = read_evidence(None, [POOL], ["p"])
    assert nothing.table.columns.tolist() == EVIDENCE_COLUMNS and nothing.ignored == []


@pytest.mark.parametrize(
    ("change", "field", "problem", "ids"),
    [
        ({"kind": ["users", "rumour"]}, "kind",
         "kind must be one of agreement, users, transport, project, other", ["row 2: rumour"]),
        ({"title": ["", "B"]}, "title", "a document needs a title", ["row 1: "]),
        ({"users": [3, "many"]}, "users", "this must be a number of 0 or more", ["row 2: many"]),
        ({"users": [-1, None]}, "users", "this must be a number of 0 or more", ["row 1: -1.0"]),
    ],
)  # fmt: skip
def test_which_document_cannot_be(change, field, problem, ids):
    table = pd.DataFrame({"type": ["pool", "pool"], "title": ["A", "B"], **change})
    told = refused(lambda: read_evidence(table, [POOL], []))
    assert (told.layer, told.field, told.problem) == ("EVIDENCE", field, problem)
    assert told.ids == ids
    for one in ("type", "title"):
        left = table.drop(columns=one)
        told = refused(lambda left=left: read_evidence(left, [POOL], []), MissingFieldError)
        assert (told.layer, told.field) == ("EVIDENCE", one)
