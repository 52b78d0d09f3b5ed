"""Registers, roles, organisations, and what zones could do together, worked out by hand."""

from types import SimpleNamespace

import networkx as nx
import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.crossborder.scenarios import CLOSED, OPEN, BorderScenario
from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.services.inputs import (
    FREE_CHOICE,
    NOT_SHAREABLE,
    Places,
    Services,
    ServiceType,
)
from smart_planning_plugin.core.zones.ecosystem import FEWEST, organisations, role_table
from smart_planning_plugin.core.zones.flows import Flows, across_border
from smart_planning_plugin.core.zones.interaction import Deterrence
from smart_planning_plugin.core.zones.potential import from_drive_times, from_flows, offers
from smart_planning_plugin.core.zones.register import COLUMNS, cooperation, read_register
from tests.core.small import assert_table, objects, places_on, steadily
from tests.core.test_by_hand import ABROAD, BY_HAND, across
from tests.core.test_noticed import Told
from tests.core.test_partners import COUNTRY, IDS, records

NAN, INF = np.nan, np.inf

# ---------------------------------------------------------------- registers


def test_a_register_as_it_is_read():
    table = pd.DataFrame(
        {
            "record_id": [7, "b "], "kind": ["agreement", "role"], "more": ["x", "y"],
            "theme": [" Sport;culture; sport;", None], "partners": ["B1; A1;B1", " A2 "],
            "date_from": ["2024", NAN], "lat": ["56.5", "north"], "participants": [None, 12],
        },
        index=[5, 9],
    )  # fmt: skip
    found = read_register(table, IDS)
    assert list(found.table) == list(COLUMNS) and found.table.index.tolist() == [0, 1]
    texts = found.table[["record_id", "kind", "theme", "partners", "date_from", "title", "note"]]
    assert texts.to_numpy().tolist() == [
        ["7", "agreement", "Sport;culture; sport;", "B1; A1;B1", "2024", "", ""],
        ["b", "role", "", "A2", "", "", ""],
    ]
    numbers = found.table[["lat", "participants", "cost_eur", "lon"]].fillna(-1)
    assert numbers.to_numpy().tolist() == [[56.5, -1, -1, -1], [-1, 12, -1, -1]]
    assert found.members == [(0, 2), (1,)]
    assert found.themes == [("culture", "sport"), ()]
    assert found.of_kind("role").tolist() == [1] and found.of_kind("idea").tolist() == []


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"kind": ["role", "treaty", "Role"]},
         "Layer 'REGISTER', field 'kind': kind is one of agreement, idea, event, role (2, 3)."),
        ({"partners": ["A1;Z9", "A1", "Y;Z9"]},
         "Layer 'REGISTER', field 'partners': partners name zones that are not there (Z9, Y). "
         "Use the ids of ZONES, several with semicolons."),
    ],
)  # fmt: skip
def test_a_register_that_is_wrong(changes, says):
    rows = records(*((str(n), "idea", "x", "A1", "", "") for n in (1, 2, 3)))
    with pytest.raises(InvalidValueError) as told:
        read_register(rows.assign(**changes), IDS)
    assert str(told.value) == says
    for name in ("record_id", "kind", "theme", "partners"):
        with pytest.raises(MissingFieldError) as told:
            read_register(rows.drop(columns=name), IDS)
        assert str(told.value) == (
            f"Layer 'REGISTER', field '{name}': there is no such field. "
            "The sample holds a register to copy."
        )


def test_what_zones_do_together():
    rows = [
        ("1", "event", "sport", "B1;A1;A2", "", ""), ("2", "event", "art", "A2;A1", "", ""),
        ("3", "idea", "", "A1;B1", "", ""), ("4", "agreement", "water", "A1;A2", "", ""),
        ("5", "role", "care", "A1;B1", "o", "pays"), ("6", "idea", "rail", "B2", "", ""),
    ]  # fmt: skip
    found = cooperation(read_register(records(*rows), IDS), 4)
    # A1 with A2: two events and an agreement; with B1 an event and an idea; A2 with B1 an event
    assert found.count["event"].tolist() == [
        [0, 2, 1, 0], [2, 0, 1, 0], [1, 1, 0, 0], [0, 0, 0, 0],
    ]  # fmt: skip
    assert found.count["idea"].sum() == found.count["agreement"].sum() == 2
    assert found.count["idea"][0, 2] == found.count["agreement"][1, 0] == 1
    a, b, c = 1.5 / 2.5, 0.75 / 1.75, 0.25 / 1.25
    assert found.strength == pytest.approx(
        np.array([[0, a, b, 0], [a, 0, c, 0], [b, c, 0, 0], [0, 0, 0, 0]])
    )
    assert found.themes == {
        (0, 1): {"sport", "art", "water"}, (0, 2): {"sport"}, (1, 2): {"sport"},
    }  # fmt: skip
    assert found.active == [
        {"sport", "art", "water", "care"}, {"sport", "art", "water"}, {"sport", "care"}, {"rail"},
    ]  # fmt: skip


# ---------------------------------------------------------------- roles

ROLES = [
    ("1", "role", "sport", "A1", "club", "initiates"),
    ("2", "role", "sport", "A1", "council A", "decides"),
    ("3", "role", "sport", "A2", "office", "decides"),
    ("4", "role", "sport", "A1", "council A", "pays"),
    ("5", "role", "sport", "B1", "council B", "pays"),
    ("6", "role", "sport", "B1", "school", "delivers"),
    ("7", "role", "culture", "B2", "fest", "initiates"),
    ("8", "event", "water", "A1;B1", "", ""),
]


def told_of(*rows, ids=IDS, country=COUNTRY):
    return role_table(read_register(records(*rows), ids), country)


def test_a_row_for_each_theme_and_function():
    table = told_of(*ROLES)
    active = "Proposed is who does most in this theme already."
    other = "Proposed is who has this function in other themes."
    nobody = "No organisation of the register suggests itself."
    self_made = "Who delivers should not monitor itself."
    assert table.pop("reason").tolist() == [
        f"Nobody of AA has this function. {nobody}",
        f"Nobody decides in culture. {other}",
        f"Nobody pays in culture. {other}",
        f"Nobody delivers in culture. {active}",
        f"Nobody monitors in culture. {active} {self_made}",
        f"Nobody of BB has this function. {active}",
        "2 organisations of AA have this function. "
        "One is enough; proposed is the one with most functions in the theme.",
        "Taken, on each side.",
        f"Nobody of AA has this function. {active}",
        f"Nobody monitors in sport. {active} {self_made}",
    ]
    assert (table.pop("reason_lv") != table.pop("reason_lt")).all()
    functions = ["initiates", "decides", "pays", "delivers", "monitors"]
    assert_table(
        table,
        theme=["culture"] * 5 + ["sport"] * 5,
        function=functions * 2,
        organisations=["fest", "", "", "", "", "club", "council A; office",
                       "council A; council B", "school", ""],
        countries=["BB", "", "", "", "", "AA", "AA", "AA, BB", "BB", ""],
        number=[1, 0, 0, 0, 0, 1, 2, 2, 1, 0],
        finding=["one_sided", "empty", "empty", "empty", "empty",
                 "one_sided", "double", "ok", "one_sided", "empty"],
        # of BB in sport the council and the school do as much: the first by name
        proposal=["", "council A; fest", "council A; fest", "fest", "fest",
                  "council B", "council A", "", "council A", "council A; council B"],
    )  # fmt: skip


def test_an_organisation_of_two_countries_is_one_and_of_none_on_no_side():
    rows = [("1", "role", "x", "A1;B1", "fund", "pays"), ("2", "role", "x", "B2", "bank", "pays"),
            ("3", "role", "x", "", "guild", "decides")]  # fmt: skip
    table = told_of(*rows).set_index("function")
    assert table.loc["pays", ["organisations", "number", "countries"]].tolist() == [
        "bank; fund", 2, "AA, BB",
    ]  # fmt: skip
    assert table.loc["pays", ["finding", "reason"]].tolist() == ["ok", "Taken, on each side."]
    assert table.loc["decides", ["number", "countries", "finding"]].tolist() == [1, "", "ok"]
    assert table.loc["decides", "reason"] == "Taken."
    # who monitors for both sides is double on neither
    rows = [("1", "role", "x", "A1;B1", "a", "monitors")]
    assert told_of(*rows).set_index("function").loc["monitors", "finding"] == "ok"


def test_who_has_a_function_most_often_elsewhere_is_proposed():
    rows = [
        ("1", "role", "a", "A1", "one", "pays"), ("2", "role", "a; b", "A1", "two", "pays"),
        ("3", "role", "c", "B1", "three", "initiates"), ("4", "role", "a", "B1", "four", "pays"),
    ]  # fmt: skip
    table = told_of(*rows)
    mine = table[table["theme"] == "c"].set_index("function")["proposal"]
    assert mine.to_dict() == {"initiates": "", "decides": "three", "pays": "two; three",
                              "delivers": "three", "monitors": "three"}  # fmt: skip
    # who delivers in a theme is not proposed to monitor there, and nobody monitors elsewhere
    alone = told_of(("1", "role", "c", "A1", "one", "delivers")).set_index("function")
    assert alone.loc["monitors", "proposal"] == ""
    assert alone.loc["monitors", "reason"] == (
        "Nobody monitors in c. No organisation of the register suggests itself."
    )


def test_roles_that_name_no_function_are_refused():
    for changes in ({"function": "rules"}, {"organisation": ""}):
        rows = records(*ROLES)
        for name, value in changes.items():
            rows.loc[3, name] = value
        with pytest.raises(InvalidValueError) as told:
            role_table(read_register(rows, IDS), COUNTRY)
        assert str(told.value) == (
            "Layer 'REGISTER', field 'function': a role needs an organisation and a function "
            "(initiates, decides, pays, delivers, monitors) (4)."
        )
    none = told_of(ROLES[-1])
    assert none.empty and list(none)[-3:] == ["reason", "reason_lv", "reason_lt"]


def test_organisations_of_a_small_register():
    rows = records(
        ("1", "role", "sport", "A1;B1", "fund", "pays"),
        ("2", "role", "sport", "B1", "club", "decides"),
        ("3", "event", "art", "A2;A1;B1", "", ""), ("4", "idea", "", "", "", ""),
        ("5", "role", "art", "A1", "fund", "initiates"),
    ).assign(lead=["", "", "NGO", "lost", ""])  # fmt: skip
    found = organisations(read_register(rows, IDS), np.char.add("Town ", IDS.astype(str)), COUNTRY)
    remark = f"centrality from {FEWEST} organisations on; there are 6"
    assert_table(
        found,
        organisation=["NGO", "Town A1", "Town A2", "Town B1", "club", "fund"],
        country=["", "AA", "AA", "BB", "BB", "AA, BB"],
        records=[1, 1, 1, 1, 1, 2],
        themes=["art", "art", "art", "art", "sport", "art, sport"],
        functions=["", "", "", "", "decides", "initiates, pays"],
        partners=[3, 3, 3, 3, 1, 1],
        degree=[None] * 6,
        betweenness=[None] * 6,
        remark=[remark] * 6,
    )


def test_centrality_of_twenty_organisations():
    ids = objects([f"Z{one:02d}" for one in range(FEWEST)])
    pairs = [(0, one) for one in range(1, FEWEST)]
    rows = records(*((str(b), "idea", "x", f"{ids[a]};{ids[b]}", "", "") for a, b in pairs))
    found = organisations(read_register(rows, ids), ids, np.full(FEWEST, "AA", object))
    assert found["degree"].tolist() == pytest.approx([1] + [1 / 19] * 19)
    assert found["betweenness"].tolist() == [1] + [0] * 19  # all meet through the first
    assert (found["remark"] == "").all()
    fewer = organisations(read_register(rows[:-1], ids), ids, np.full(FEWEST, "AA", object))
    assert fewer["degree"].isna().all() and len(fewer) == FEWEST - 1
    assert nx.star_graph(19).number_of_nodes() == FEWEST


# ---------------------------------------------------------------- interaction of zones


def test_what_lies_in_no_known_country_lies_across_no_border():
    country = objects(["AA", "", "BB"])
    assert across_border(country).tolist() == [
        [False, False, True], [False, False, False], [True, False, False],
    ]  # fmt: skip
    found = from_flows(Flows(np.ones((3, 3)), "modelled"), country, 0.25)
    assert found.present.tolist() == [[1, 1, 0.25], [1, 1, 1], [0.25, 1, 1]]
    assert found.potential.tolist() == np.ones((3, 3)).tolist()
    assert found.basis == "modelled flows" and np.isnan(found.minutes).all()
    seen = from_flows(Flows(np.ones((3, 3)), "observed"), country, 0.25)
    assert seen.basis == "observed flows" and np.isnan(seen.minutes).all()
    assert from_flows(Flows(np.ones((3, 3)), "mixed"), country, 0.0).present[0, 2] == 0


def test_drive_times_of_places_that_count():
    travel, places, at = across()
    told = Told()
    zone = np.array([1, -1, 0])
    found = from_drive_times(travel, places, at, zone, 3, 0.5, progress=told)
    told.check()
    weights = BY_HAND[np.ix_([2, 0], [2, 0])]
    assert found.potential[:2, :2] == pytest.approx(weights * 150 / weights.sum())
    assert found.present[0, 1] == pytest.approx(found.potential[0, 1] / 2)
    assert not found.potential[2].any() and np.isnan(found.minutes[2]).all()
    assert found.minutes[:2, :2].tolist() == [[5, 20], [20, 5]]
    closed = type(travel)(travel.network, BorderScenario(CLOSED))
    told = Told()
    from_drive_times(closed, places, at, zone, 3, 0.5, progress=told)
    assert sorted(set(told.shares)) == [0, 0.5]  # half of it for what could be
    places.population[:] = [100, NAN, 50]  # of which nothing is known counts nobody
    found = from_drive_times(travel, places, at, np.arange(3), 3, 0.5)
    assert found.potential.sum() == pytest.approx(150) and not found.potential[1].any()
    places.population[:] = 0
    none = from_drive_times(travel, places, at, np.arange(3), 3, 0.5)
    assert not none.potential.any() and np.isnan(none.minutes).all()
    seen = from_drive_times(travel, places, at, np.arange(3), 3, 0.5,
                            observed=Flows(np.ones((3, 3)), "mixed"))  # fmt: skip
    assert not seen.potential.any() and (seen.present == 1).all()
    assert seen.basis == "present mixed, potential modelled from people and drive times"


def test_deterrence_and_unknown_countries_of_drive_times():
    travel, places, at = across()
    at.country[2] = ""
    steep = Deterrence("power", 3.0, 8.0)
    found = from_drive_times(travel, places, at, np.arange(3), 3, 0.5, steep)
    minutes = np.array([[8.0, 10, 20], [10, 8, 10], [20, 10, 8]])
    weights = np.outer([100, 200, 50], [100, 200, 50]) / minutes**3
    assert found.potential == pytest.approx(weights * 350 / weights.sum())
    assert found.present == pytest.approx(found.potential)  # across no border that is known
    assert found.minutes.tolist() == minutes.tolist()
    known = from_drive_times(
        travel, places, at, np.arange(3), 3, 0.5, observed=Flows(BY_HAND, "observed")
    )
    assert known.potential == pytest.approx(BY_HAND)
    at.country[2] = "BB"
    half = np.where(ABROAD, 1e9, BY_HAND / 2)  # what crosses the border does not set the scale
    known = from_drive_times(
        travel, places, at, np.arange(3), 3, 0.5, observed=Flows(half, "observed")
    )
    assert known.potential[~ABROAD] == pytest.approx(BY_HAND[~ABROAD] / 2)


# ---------------------------------------------------------------- services in reach


class Costs:
    """A travel of which every cost is given."""

    def __init__(self, cost, at, border):
        self.cost, self.at, self.border = cost, at, BorderScenario(border)

    def sources(self, services):
        return self.at

    def matrix(self, sources, at, progress):
        return self.cost


def offers_twin(case, kind):
    """Person by person."""
    shape = (case.count, case.count)
    reach, gain = np.zeros(shape), np.zeros(shape)
    limit = case.threshold if kind.threshold_min is None else kind.threshold_min
    ahead = case.advantage if kind.advantage_min is None else kind.advantage_min
    shut = kind.shareability == NOT_SHAREABLE or (
        kind.only_open_border and case.travel.border.state != OPEN
    )
    for place in np.flatnonzero(case.at.ok & (case.place_group >= 0)):
        own, others = INF, {}
        for one in np.flatnonzero(case.stands.ok & (case.services.type == kind.name)):
            way = case.travel.cost[one, place]
            if case.stands.country[one] != case.at.country[place]:
                way = INF if shut else way + kind.extra_min_abroad
            if case.own_of_service[one] == case.own_of_place[place]:
                own = min(own, way)
            elif case.service_group[one] >= 0:
                group = case.service_group[one]
                others[group] = min(others.get(group, INF), way)
        people = case.places.people(kind.demand_field)[place]
        for group, way in others.items():
            if way <= limit and np.isfinite(way):
                reach[case.place_group[place], group] += people
                if own > limit or own - way >= ahead:
                    gain[case.place_group[place], group] += people
    return reach, gain


@given(st.integers(0, 100_000))
@steadily(60)
def test_offers_person_by_person(seed):
    rng = np.random.default_rng(seed)
    many, few = 9, 8
    sides = objects(["AA", "BB"])
    at = places_on(np.where(rng.random(many) < 0.15, -1, 0), np.zeros(many))
    stands = places_on(np.where(rng.random(few) < 0.15, -1, 0), np.zeros(few))
    at.country[:] = sides[rng.integers(0, 2, many)]
    stands.country[:] = sides[rng.integers(0, 2, few)]
    cost = rng.integers(0, 9, (few, many)).astype(float)
    cost[rng.random(cost.shape) < 0.1] = INF
    places = Places(
        objects(list(range(many))), np.zeros((many, 2)), at.country,
        rng.integers(0, 9, many).astype(float),
        pd.DataFrame({"pupils": rng.integers(0, 3, many).astype(float)}),
    )  # fmt: skip
    services = Services(
        objects(list("abcdefgh")), np.zeros((few, 2)),
        objects(list(rng.choice(["pool", "bank", "club"], few))), stands.country, np.ones(few),
    )  # fmt: skip
    by_country = rng.random() < 0.5
    place_group, service_group = rng.integers(-1, 3, many), rng.integers(-1, 3, few)
    case = SimpleNamespace(
        travel=Costs(cost, stands, OPEN if rng.random() < 0.5 else CLOSED), places=places, at=at,
        services=services, stands=stands, place_group=place_group, service_group=service_group,
        own_of_place=at.country if by_country else place_group.astype(object),
        own_of_service=stands.country if by_country else service_group.astype(object),
        count=3, threshold=5.0, advantage=2.0,
    )  # fmt: skip
    kinds = [
        ServiceType("pool", "Pool", shareability=FREE_CHOICE, extra_min_abroad=1.0),
        ServiceType("bank", "Bank", only_open_border=True, advantage_min=0.0, threshold_min=6.0),
        ServiceType("club", "Club", shareability=NOT_SHAREABLE, demand_field="pupils"),
        ServiceType("none", "None"),
    ]
    found = offers(
        case.travel, places, at, services, kinds, place_group, service_group, case.own_of_place,
        case.own_of_service, 3, 5.0, 2.0,
    )  # fmt: skip
    assert [one.type for one in found] == kinds
    for one in found:
        reach, gain = offers_twin(case, one.type)
        assert one.reach.tolist() == reach.tolist()
        assert one.gain.tolist() == gain.tolist()
