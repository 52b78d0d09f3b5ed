"""Changes of services and norms: what they do, and what is refused."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.services.changes import changed, read_changes
from smart_planning_plugin.core.services.inputs import Services, ServiceType, service_types
from smart_planning_plugin.core.services.norms import norms_met, read_norms


def texts(*values):
    return np.array(values, dtype=object)


SERVICES = Services(
    texts("A", "B", "C"),
    np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0]]),
    texts("school", "school", "pool"),
    texts("LV", "LT", "LT"),
    np.array([100.0, np.nan, 50.0]),
)


def change(*rows, xy=None):
    table = pd.DataFrame(list(rows))
    xy = np.full((len(table), 2), np.nan) if xy is None else np.asarray(xy, float)
    return read_changes(table, xy, SERVICES.id)


def test_all_four_changes():
    made = changed(
        SERVICES,
        change(
            {"service_id": "A", "change": "close"},
            {"service_id": "D", "change": "open", "type": "pool", "country": "lv", "capacity": 7},
            {"service_id": "B", "change": "move"},
            {"service_id": "C", "change": "capacity", "capacity": "60"},
            xy=[[np.nan] * 2, [5, 5], [9, 9], [np.nan] * 2],
        ),
    )
    now = made.services
    assert now.id.tolist() == ["B", "C", "D"]
    assert now.xy.tolist() == [[9, 9], [2, 0], [5, 5]]
    assert now.type.tolist() == ["school", "pool", "pool"]
    assert now.country.tolist() == ["", "LT", "LV"]  # where B stands now decides
    assert np.nan_to_num(now.capacity, nan=-1).tolist() == [-1, 60, 7]
    assert made.source.tolist() == [1, 2, -1] and made.moved.tolist() == [True, False, False]
    assert made.words == "closed: A; opened: D; moved: B; capacity changed: C"
    assert SERVICES.xy[1].tolist() == [1, 0]  # the present is as it was


def test_move_and_capacity_of_one_service_go_together():
    rows = [
        {"service_id": "A", "change": "move"},
        {"service_id": "A", "change": "capacity", "capacity": 1},
    ]
    made = changed(SERVICES, change(*rows, xy=[[3, 3], [np.nan, np.nan]]))
    assert made.services.xy[0].tolist() == [3, 3] and made.services.capacity[0] == 1


@pytest.mark.parametrize(
    ("row", "error", "field"),
    [
        ({"change": "close"}, MissingFieldError, "service_id"),
        ({"service_id": "A"}, MissingFieldError, "change"),
        ({"service_id": None, "change": "close"}, InvalidValueError, "service_id"),
        ({"service_id": "A", "change": "shut"}, InvalidValueError, "change"),
        ({"service_id": "X", "change": "close"}, InvalidValueError, "service_id"),
        ({"service_id": "A", "change": "open"}, InvalidValueError, "lon"),
        ({"service_id": "A", "change": "move"}, InvalidValueError, "lon"),
        ({"service_id": "A", "change": "capacity"}, InvalidValueError, "capacity"),
        ({"service_id": "A", "change": "capacity", "capacity": "x"}, InvalidValueError, "capacity"),
        ({"service_id": "A", "change": "capacity", "capacity": -1}, InvalidValueError, "capacity"),
    ],
)  # fmt: skip
def test_changes_that_cannot_be(row, error, field):
    with pytest.raises(error) as caught:
        change(row)
    assert caught.value.layer == "SERVICE_CHANGES" and caught.value.field == field


def test_changes_that_contradict_each_other():
    with pytest.raises(DuplicateIdError):
        change({"service_id": "A", "change": "close"},
               {"service_id": "A", "change": "capacity", "capacity": 1})  # fmt: skip
    with pytest.raises(InvalidValueError):  # it is there already
        change({"service_id": "A", "change": "open"}, xy=[[1, 1]])
    with pytest.raises(InvalidValueError) as caught:
        changed(SERVICES, change({"service_id": "N", "change": "open"}, xy=[[1, 1]]))
    assert caught.value.field == "type"


# ---------------------------------------------------------------- norms

POST = ServiceType("post", "post")
NORMS = pd.DataFrame(
    [
        ("post", "LV", "town", 15, 0.75, "call", None),
        ("post", "LV", "", 25, 0.75, "call", 5),
        ("post", "", "", 30, None, "", None),
    ],
    columns=["type", "country", "settlement", "minutes", "share_to_be_met", "clock", "turnout_min"],
)


def test_the_most_exact_norm_holds():
    norms = read_norms(NORMS, [POST])
    row = norms.row_of("post", texts("LV", "LV", "LT"), texts("town", "rural", "town"))
    assert row.tolist() == [0, 1, 2]
    assert norms.minutes(row).tolist() == [15, 20, 30]  # turn-out is taken off
    assert norms.row_of("pool", texts("LV"), texts("town")).tolist() == [-1]


def test_share_of_people_within_the_norm_of_their_own():
    cost = np.array([10.0, 16.0, 20.0, np.inf, 29.0, 1.0])
    country = texts("LV", "LV", "LV", "LV", "LT", "LT")
    settlement = texts("town", "town", "rural", "rural", "town", "town")
    people = np.array([300.0, 100.0, 40.0, 60.0, 7.0, 5.0])
    usable = np.array([True] * 5 + [False])
    found = norms_met(read_norms(NORMS, [POST]), POST, cost, country, settlement, people, usable)
    found = found.set_index(["country", "settlement"])
    assert found.loc[("LV", "town"), ["people", "people_within", "met"]].tolist() == [400, 300, 1]
    assert found.loc[("LV", "rural"), ["people", "people_within", "met"]].tolist() == [100, 40, 0]
    assert found.loc[("LT", "town"), ["people", "people_not_used"]].tolist() == [7, 5]
    assert found.loc[("LT", "town"), "share_within"] == 1
    assert np.isnan(found.loc[("LT", "town"), "met"])  # no share has to be met


@pytest.mark.parametrize(
    ("row", "field"),
    [
        ({"type": "bank", "minutes": 5}, "type"),
        ({"type": "post", "minutes": "soon"}, "minutes"),
        ({"type": "post", "minutes": None}, "minutes"),
        ({"type": "post", "minutes": 0}, "minutes"),
        ({"type": "post", "minutes": 5, "share_to_be_met": 75}, "share_to_be_met"),
        ({"type": "post", "minutes": 5, "clock": "noon"}, "clock"),
        ({"type": "post", "minutes": 5, "turnout_min": 5}, "turnout_min"),
    ],
)
def test_norms_that_cannot_be(row, field):
    with pytest.raises(InvalidValueError) as caught:
        read_norms(pd.DataFrame([row]), [POST])
    assert caught.value.layer == "NORMS" and caught.value.field == field


def test_norms_need_their_fields_and_stand_once():
    with pytest.raises(MissingFieldError):
        read_norms(pd.DataFrame({"type": ["post"]}), [POST])
    with pytest.raises(InvalidValueError):
        read_norms(pd.DataFrame({"type": ["post"] * 2, "minutes": [1, 2]}), [POST])


def test_types_of_every_script_have_field_names_of_their_own():
    names = ["школа", "баня", "κλινική", "学校", "🏥", "Skola", "Mokykla „Ąžuolas“"]
    slugs = [one.slug for one in service_types(names)]
    assert len(set(slugs)) == len(names)
    assert all(one.isascii() and one.isidentifier() for one in slugs if one[0].isalpha())
    assert "mokykla_azuolas" in slugs and "beaenya" in slugs
    with pytest.raises(InvalidValueError, match="same field name 'a_b'"):
        service_types(["a b", "a-b"])
