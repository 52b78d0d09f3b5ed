"""Small cases of several modules, worked out by hand."""

import itertools

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.facilities import facilities
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, BorderScenario
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.territory import profile
from smart_planning_plugin.core.territory.trend_words import by_webb, findings_of, signed
from smart_planning_plugin.core.zones.calibration import (
    fit_doubly_constrained,
    observed_matrix,
    poisson_regression,
)
from smart_planning_plugin.core.zones.ecosystem import organisations, role_table
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.interaction import Deterrence, doubly_constrained
from smart_planning_plugin.core.zones.potential import from_drive_times, offers
from smart_planning_plugin.core.zones.register import read_register
from tests.core.small import network_of, objects, places_on
from tests.core.test_partners import COUNTRY, IDS, ROLES, records
from tests.core.test_shared_services import toy
from tests.core.test_specialisation import jobs, zones

# ---------------------------------------------------------------- facilities


def test_documents_make_a_facility_documented():
    _, _, services, _, shared = toy()
    table = pd.DataFrame(
        {
            "type": ["pool"] * 3,
            "service_id": ["a", "b", "b"],
            "kind": ["agreement", "users", "users"],
            "users": [None, 30, 12],
            "title": ["Treaty", "Tickets 2024", "Tickets 2025"],
        }
    )
    evidence = read_evidence(table, [ServiceType("pool", "Pool")], services.id)
    found = facilities(shared, services, ["AA", "BB"], 0.05, evidence)
    assert found["documented"].tolist() == ["Treaty", "Tickets 2024; Tickets 2025"]
    assert found["standing"].tolist() == ["documented", "documented"]
    assert np.isnan(found["documented_users"][0]) and found["documented_users"][1] == 42
    assert found["country"].tolist() == ["AA", "BB"]
    assert found["status"].tolist() == ["ok", "ok"]
    alone = facilities(shared, services, ["AA", "BB"], 0.05)
    assert alone["standing"].tolist() == [None, "potential"]  # pool b is shared: 300 of 800
    assert alone["documented"].tolist() == [None, None]
    assert alone["documented_users"].isna().all()


def test_a_facility_is_shared_from_the_share_on():
    _, _, services, _, shared = toy()
    assert facilities(shared, services, ["AA", "BB"], 0.375)["shared"].tolist() == [0, 1]
    assert facilities(shared, services, ["AA", "BB"], 0.376)["shared"].tolist() == [0, 0]
    assert facilities(shared, services, ["AA", "BB"], 0.0)["shared"].tolist() == [0, 1]


def test_services_of_a_type_that_was_left_out_say_so():
    _, _, services, _, shared = toy()
    more = Services(
        services.id, services.xy, objects(["pool", "bank"]), services.country, services.capacity
    )
    found = facilities(shared, more, ["AA", "BB"], 0.05)
    assert found["status"].tolist() == ["ok", "type left out"]


# ---------------------------------------------------------------- trends in words

ROWS = pd.DataFrame(
    {
        "zone": list("abcde"), "name": ["Aizpute", "Bauska", "Cēsis", "Dobele", "Ērgļi"],
        "indicator": "population", "status": ["ok"] * 4 + ["no value in 2011"],
        "first_date": ["2011-01-01"] * 5, "last_date": ["2021-01-01"] * 5,
        "first_value": [1000.0, 2000, 3000, 4000, np.nan],
        "last_value": [1100.0, 1900, 3000, 3600, np.nan],
        "growth_pct_year": [0.96, -0.51, 0.0, -1.07, np.nan],
        "vs_abroad": [1.2, -2.5, np.nan, 0.3, np.nan],
        "break_years": ["", "2015, 2013", "2013", "", ""],
    }
)  # fmt: skip


def test_trends_in_words():
    assert findings_of(ROWS, "en") == [
        "Population, 1 January 2011 to 1 January 2021: 10,000 became 9,600 in the 4 of 5 zones "
        "that have both figures; 1 grew, 3 did not.",
        "Strongest growth: Aizpute (+1.0 % a year); strongest decline or weakest growth: Dobele "
        "(−1.1 % a year).",
        "2 of 3 zones at the border fared better than their neighbours across it, taken together. "
        "The widest difference: Bauska, −2.5 percentage points a year.",
        "Limits of this figure: the series of 2 zones may be broken (2013, 2015); growth across a "
        "break is not a trend.",
        "Left out for want of figures: Ērgļi.",
    ]
    jobs_too = pd.concat([ROWS.assign(indicator="jobs", first_value=1.0), ROWS])
    assert findings_of(jobs_too, "en") == findings_of(ROWS, "en")  # people come first


def test_trends_say_only_what_there_is():
    one = ROWS[ROWS["zone"] == "c"]
    said = findings_of(one, "en")[0]
    assert "3,000 became 3,000 in the 1 of 1 zones" in said and "0 grew, 1 did not" in said
    assert findings_of(ROWS[ROWS["zone"] == "e"], "en") == ["No zone has figures at both dates."]
    for name in ("first_date", "last_date"):
        later = ROWS.assign(**{name: ["2012-01-01", *ROWS[name][1:]]})
        assert any("reference dates differ" in said for said in findings_of(later, "en"))
    many = pd.concat([ROWS, *[ROWS[ROWS["zone"] == "e"]] * 12], ignore_index=True)
    assert findings_of(many, "en")[-1] == f"Left out for want of figures: {'Ērgļi, ' * 11}Ērgļi…."
    twelve = many[: len(ROWS) + 11]
    assert findings_of(twelve, "en")[-1] == f"Left out for want of figures: {'Ērgļi, ' * 11}Ērgļi."


def test_signs():
    assert [signed(one, "en") for one in (0.0, 0.96, -2.5)] == ["0.0", "+1.0", "−2.5"]
    assert signed(-2.345, "lv", 2) in ("−2,34", "−2,35")


def test_zones_of_each_type_of_webb():
    class Found:
        zones = pd.DataFrame({"webb": ["h", "a", "", "h", "stable", "c"]})

    assert by_webb(Found, "en") == [
        ("a", "grows: births outweigh people leaving", 1),
        ("c", "grows: more by people coming than by births", 1),
        ("h", "shrinks: people leaving outweigh births", 2),
        ("stable", "stays the same", 1),
    ]


# ---------------------------------------------------------------- profiles

#: 10,000 jobs each, and 10,000 in each sector: every location quotient is 2.4 or 0.3.
CLEAR = {
    "x": {"A": (8000, 8000), "C": (1000, 1000), "J": (1000, 1000)},
    "y": {"A": (1000, 1000), "C": (8000, 8000), "J": (1000, 1000)},
    "z": {"A": (1000, 1000), "C": (1000, 1000), "J": (8000, 8000)},
}


def test_profiles_that_complement_each_other():
    found = profile.profiles(jobs(CLEAR), zones())
    rows = found.rows.set_index(["zone", "sector"])
    assert rows.loc[("x", "A"), "lq"] == pytest.approx(2.4)
    assert rows.loc[("x", "J"), "lq"] == pytest.approx(0.3)
    pairs = found.pairs.set_index(["zone_a", "zone_b"])
    assert list(pairs.index) == [("z", "x"), ("z", "y")]
    assert pairs["only_a"].tolist() == ["J", "J"] and pairs["only_b"].tolist() == ["A", "C"]
    assert pairs["common"].tolist() == ["", ""] and pairs["common_count"].tolist() == [0, 0]
    assert pairs["touching"].tolist() == [1, 0]
    # shares differ by 0.7 twice, so that Krugman's index is 1.4
    assert pairs["similarity"].tolist() == pytest.approx([0.3, 0.3])
    assert pairs["year"].tolist() == [2017, 2017]
    table = found.zones.set_index("zone") if "zone" in found.zones else found.zones
    assert table["strong_in"].tolist() == ["A", "C", "J"]
    assert table["strengths"].tolist() == [1, 1, 1]
    assert table["krugman"].tolist() == pytest.approx([0.8 - 1 / 3 + 2 * (1 / 3 - 0.1)] * 3)
    assert table["herfindahl"].tolist() == pytest.approx([0.66] * 3)
    assert table["herfindahl_normalised"].tolist() == pytest.approx([(0.66 - 1 / 3) / (2 / 3)] * 3)
    assert table["jobs_first"].tolist() == table["jobs_last"].tolist() == [10_000] * 3
    assert (table["first_year"].unique(), table["last_year"].unique()) == (2014, 2017)
    assert table["status"].tolist() == ["ok"] * 3
    # nothing has changed, so each part of the change is nought
    for name in ("national_share", "industry_mix", "regional_shift"):
        assert table[name].tolist() == pytest.approx([0] * 3)


@pytest.mark.parametrize(
    ("before", "after", "kind", "confidence", "why"),
    [
        (8003, 8007, "growing_strength", "fair", ""),
        (8003, 8003, "growing_strength", "fair", ""),
        (8003, 7001, "threatened_strength", "fair", ""),
        (8003, 5001, "threatened_strength", "low", "jumps between years"),
        (801, 907, "emerging", "fair", ""),
        (801, 801, "weak", "fair", ""),
        (801, 707, "weak", "fair", ""),
        (49, 53, "too_small", "hidden", "fewer than 50 jobs"),
        (53, 49, "too_small", "hidden", "fewer than 50 jobs"),
        (51, 53, "emerging", "fair", ""),
        (700, 800, "emerging", "low", "rounding matters"),
        (601, 8007, "growing_strength", "low", "jumps between years; not on one side of 1"),
    ],
)
def test_classes_and_confidence(before, after, kind, confidence, why):
    values = {**CLEAR, "x": {**CLEAR["x"], "A": (before, after)}}
    if why == "rounding matters":  # every figure of the zone ends in 00
        values["x"] = {"A": (before, after), "C": (8000, 8000), "J": (1000, 1000)}
    else:
        values["x"] = {**values["x"], "C": (8001, 8001)}
    row = profile.profiles(jobs(values), zones()).rows.set_index(["zone", "sector"]).loc[("x", "A")]
    assert (row["class"], row["confidence"]) == (kind, confidence)
    assert row["confidence_reason"].startswith(why) if why else not row["confidence_reason"]
    assert np.isnan(row["lq"]) == (confidence == "hidden")


def test_one_year_has_no_growth():
    found = profile.profiles(jobs(CLEAR, years=(2017,)), zones())
    assert found.rows[["growth_pct", "national_share", "regional_shift"]].isna().all(axis=None)
    assert (found.first, found.last) == (2017, 2017)
    assert set(found.rows["class"]) == {"no_data"}


# ---------------------------------------------------------------- interaction by drive times


def across(border=None):
    """Two places of AA ten minutes apart, the border ten further, and one of BB behind it."""
    xy = [(0, 0), (10e3, 0), (20e3, 0), (30e3, 0)]
    edges = [
        {"a": 0, "b": 1, "there": 10.0, "km": 10.0, "country": "AA"},
        {"a": 1, "b": 2, "there": 10.0, "km": 10.0, "kind": "crossing", "crossing_id": "X"},
        {"a": 2, "b": 3, "there": 10.0, "km": 10.0, "country": "BB"},
    ]
    travel = Travel(network_of(xy, edges), border or BorderScenario())
    country = objects(["AA", "AA", "BB"])
    at = places_on([0, 0, 2], [0.0, 1.0, 0.0])
    at.country[:] = country
    people = np.array([100.0, 200, 50])
    places = Places(objects(["p", "q", "r"]), np.zeros((3, 2)), country, people, pd.DataFrame())
    return travel, places, at


#: By hand: people times people, over the square of the minutes, of 5 at least.
BY_HAND = np.array([
    [100 * 100 / 25, 100 * 200 / 100, 100 * 50 / 400],
    [200 * 100 / 100, 200 * 200 / 25, 200 * 50 / 100],
    [50 * 100 / 400, 50 * 200 / 100, 50 * 50 / 25],
])  # fmt: skip
ABROAD = np.array([[False, False, True], [False, False, True], [True, True, False]])


def test_interaction_by_drive_times():
    travel, places, at = across()
    zone = np.arange(3)
    found = from_drive_times(travel, places, at, zone, 3, 0.5)
    scale = 350 / BY_HAND.sum()  # one for every resident
    np.testing.assert_allclose(found.potential, BY_HAND * scale)
    np.testing.assert_allclose(found.present, BY_HAND * scale * np.where(ABROAD, 0.5, 1))
    np.testing.assert_allclose(found.minutes, [[5, 10, 20], [10, 5, 10], [20, 10, 5]])
    assert found.basis == "modelled from people and drive times"
    shut = replace_border(travel, CLOSED)
    closed = from_drive_times(shut, places, at, zone, 3, 0.5)
    np.testing.assert_allclose(closed.potential, found.potential)
    np.testing.assert_allclose(closed.present, np.where(ABROAD, 0, found.present))
    one = from_drive_times(travel, places, at, np.array([0, 0, -1]), 2, 1.0)
    assert one.potential[0, 0] == pytest.approx(300) and one.potential[1].sum() == 0
    weights = np.array([[100 * 100, 100 * 200], [200 * 100, 200 * 200]])
    assert one.minutes[0, 0] == pytest.approx((weights * [[5, 10], [10, 5]]).sum() / weights.sum())


def test_observed_flows_set_the_scale_of_what_could_be():
    travel, places, at = across()
    observed = np.array([[30.0, 20, 1], [10, 90, 2], [3, 4, 50]])
    found = from_drive_times(
        travel, places, at, np.arange(3), 3, 0.5, observed=Flows(observed, "observed")
    )
    np.testing.assert_array_equal(found.present, observed)
    at_home = (30 + 20 + 10 + 90 + 50) / BY_HAND[~ABROAD].sum()
    np.testing.assert_allclose(found.potential, BY_HAND * at_home)
    assert found.basis == "present observed, potential modelled from people and drive times"


def replace_border(travel, state):
    return Travel(travel.network, BorderScenario(state))


@pytest.mark.parametrize(
    ("change", "reach", "gain"),
    [
        # the place next to the border is 20 minutes from the service of BB, and 10 from its own
        ({}, [[0, 200], [50, 0]], [[0, 0], [0, 0]]),
        ({"threshold_min": 19.0}, [[0, 0], [0, 0]], [[0, 0], [0, 0]]),
        ({"threshold_min": 20.0}, [[0, 200], [50, 0]], [[0, 0], [0, 0]]),
        ({"extra_min_abroad": 6.0}, [[0, 0], [0, 0]], [[0, 0], [0, 0]]),
        ({"advantage_min": -10.0}, [[0, 200], [50, 0]], [[0, 200], [50, 0]]),
        ({"threshold_min": 30.0, "advantage_min": -10.0}, [[0, 300], [50, 0]],
         [[0, 200], [50, 0]]),
        ({"shareability": "not_shareable"}, [[0, 0], [0, 0]], [[0, 0], [0, 0]]),
    ],
)  # fmt: skip
def test_offers_by_hand(change, reach, gain):
    travel, places, at = across()
    services = Services(
        objects(["s", "t", "u"]), np.zeros((3, 2)), objects(["pool", "pool", "bank"]),
        objects(["AA", "BB", "BB"]), np.ones(3),
    )  # fmt: skip
    stands = places_on([0, 2, 2], [0.0, 1.0, 1.0])
    stands.country[:] = services.country
    at_services = FixedSources(travel, stands)
    kind = ServiceType("pool", "Pool", **change)
    group = np.array([0, 0, 1])
    (found,) = offers(
        at_services, places, at, services, [kind], group, np.array([0, 1, 1]),
        objects(["AA", "AA", "BB"]), services.country, 2, 25.0, 5.0,
    )  # fmt: skip
    assert found.reach.tolist() == reach
    assert found.gain.tolist() == gain


class FixedSources:
    """A travel whose services stand where they are put."""

    def __init__(self, travel, stands):
        self.travel, self.stands = travel, stands

    def __getattr__(self, name):
        return getattr(self.travel, name)

    def sources(self, services):
        return self.stands


def test_where_there_is_none_at_home_all_that_is_reached_is_gained():
    travel, places, at = across()
    services = Services(
        objects(["t"]), np.zeros((1, 2)), objects(["pool"]), objects(["BB"]), np.ones(1)
    )
    stands = places_on([2], [1.0], "BB")
    (found,) = offers(
        FixedSources(travel, stands), places, at, services, [ServiceType("pool", "Pool")],
        np.array([0, 0, 1]), np.array([1]), objects(["AA", "AA", "BB"]), services.country, 2,
        25.0, 5.0,
    )  # fmt: skip
    assert found.reach.tolist() == found.gain.tolist() == [[0, 200], [0, 0]]


# ---------------------------------------------------------------- ecosystem

TWO_THEMES = pd.concat(
    [ROLES, records(("7", "role", "culture", "A1", "club", "initiates"))], ignore_index=True
)


def test_who_is_proposed_in_a_theme_of_one():
    table = role_table(read_register(TWO_THEMES, IDS), COUNTRY)
    culture = table[table["theme"] == "culture"].set_index("function")
    assert culture["finding"].to_dict() == {
        "initiates": "one_sided", "decides": "empty", "pays": "empty", "delivers": "empty",
        "monitors": "empty",
    }  # fmt: skip
    # of BB nobody is active in culture; who pays elsewhere may pay here, others may not
    assert culture["proposal"].to_dict() == {
        "initiates": "", "decides": "club", "pays": "club; council B", "delivers": "club",
        "monitors": "club",
    }  # fmt: skip
    assert culture["number"].tolist() == [1, 0, 0, 0, 0]
    assert culture["organisations"].tolist() == ["club", "", "", "", ""]
    assert culture["countries"].tolist() == ["AA", "", "", "", ""]
    assert "No organisation of the register" in culture.loc["initiates", "reason"]
    assert "Nobody of BB has this function." in culture.loc["initiates", "reason"]
    assert "in other themes" in culture.loc["pays", "reason"]
    assert "most in this theme" in culture.loc["delivers", "reason"]
    assert "Who delivers should not monitor" in culture.loc["monitors", "reason"]
    assert "Who delivers should not monitor" not in culture.loc["pays", "reason"]
    sport = table[table["theme"] == "sport"].set_index("function")
    assert sport.loc["pays", "reason"] == "Taken, on each side."
    assert "2 organisations of AA have this function." in sport.loc["decides", "reason"]
    assert sport.loc["monitors", "proposal"] == "council A; council B"
    assert sport["number"].to_dict() == {
        "initiates": 1, "decides": 2, "pays": 2, "delivers": 1, "monitors": 0,
    }  # fmt: skip


def test_two_that_pay_are_not_double_and_one_country_has_one_side():
    rows = [("1", "role", "sport", "A1", "a", "pays"), ("2", "role", "sport", "A2", "b", "pays")]
    table = role_table(read_register(records(*rows), IDS), COUNTRY).set_index("function")
    assert table.loc["pays", "finding"] == "one_sided"
    home = role_table(read_register(records(*rows), IDS[:2]), COUNTRY[:2]).set_index("function")
    assert home.loc["pays", "finding"] == "ok" and home.loc["pays", "reason"] == "Taken."
    rows = [(str(n), "role", "x", where, f"o{n}", "monitors") for n, where in
            enumerate(("A1", "A2", "B1", "B2"))]  # fmt: skip
    both = role_table(read_register(records(*rows), IDS), COUNTRY).set_index("function")
    assert both.loc["monitors", "finding"] == "double"
    assert both.loc["monitors", "proposal"] == "o1"  # of those alike, the last by name
    with pytest.raises(InvalidValueError, match="needs an organisation"):
        role_table(read_register(records(("1", "role", "x", "A1", "", "pays")), IDS), COUNTRY)


def test_organisations_and_who_they_meet():
    table = TWO_THEMES.assign(lead="")
    joint = records(("8", "idea", "tourism", "A1;B1", "", "")).assign(lead="NGO")
    alone = records(("9", "event", "", "A2", "", "")).assign(lead="A2")
    register = read_register(pd.concat([table, joint, alone], ignore_index=True), IDS)
    found = organisations(register, IDS, COUNTRY).set_index("organisation")
    assert found["partners"].to_dict() == {
        "A1": 2, "A2": 0, "B1": 2, "NGO": 2, "club": 4, "council A": 4, "council A2": 4,
        "council B": 4, "school B": 4,
    }  # fmt: skip
    assert found.loc["council A", "functions"] == "decides, pays"
    assert found["records"].to_dict() == {
        "A1": 1, "A2": 1, "B1": 1, "NGO": 1, "club": 2, "council A": 2, "council A2": 1,
        "council B": 1, "school B": 1,
    }  # fmt: skip
    assert found.loc["club", "themes"] == "culture, sport"
    assert found.loc["NGO", ["country", "themes"]].tolist() == ["", "tourism"]
    assert found.loc["council B", "country"] == "BB"
    assert "there are 9" in found["remark"].iloc[0]


# ---------------------------------------------------------------- calibration


def test_poisson_regression_by_hand():
    y = np.array([0.0, 2, 4])
    one = poisson_regression(np.ones((3, 1)), y)
    assert one.coefficients == pytest.approx([np.log(2)])
    assert one.errors == pytest.approx([1 / np.sqrt(6)])  # information: the sum of the means
    assert one.deviance == pytest.approx(8 * np.log(2)) == one.null_deviance
    assert one.explained == pytest.approx(0, abs=1e-12)
    two = poisson_regression(np.array([[1, 0], [1, 0], [0, 1], [0, 1.0]]), np.array([1, 3, 2, 8.0]))
    assert np.exp(two.coefficients) == pytest.approx([2, 5])
    alike = poisson_regression(np.ones((3, 1)), np.full(3, 5.0))
    assert np.isnan(alike.explained)  # there is nothing to explain
    with pytest.raises(InvalidValueError, match="all observed flows are 0"):
        poisson_regression(np.ones((3, 1)), np.zeros(3))
    with pytest.raises(InvalidValueError, match="2 observed pairs do not tell 2"):
        poisson_regression(np.eye(2), np.ones(2))
    with pytest.raises(InvalidValueError, match="do not tell"):
        poisson_regression(np.ones((5, 2)), np.ones(5))


@pytest.mark.parametrize("decay", ["power", "exponential"])
@pytest.mark.parametrize("parameter", [0.08, 1.3, -0.4])
def test_the_deterrence_that_made_flows_is_found_again(decay, parameter):
    rng = np.random.default_rng(3)
    cost = rng.uniform(6, 20, (6, 6))
    made = Deterrence(decay, parameter if decay == "power" else parameter / 10)
    total = rng.uniform(50, 100, 6)
    flow = doubly_constrained(made(cost), total, np.roll(total, 2)).flow
    found = fit_doubly_constrained(flow, cost, Deterrence(decay))
    assert found.parameter == pytest.approx(made.parameter, abs=1e-5)
    assert (found.decay, found.least_cost) == (decay, 5.0)
    flat = np.outer(total, total)
    assert fit_doubly_constrained(flat, cost, Deterrence(decay)).parameter == pytest.approx(
        0, abs=1e-6
    )
    with pytest.raises(InvalidValueError, match="no observed flow"):
        fit_doubly_constrained(flow * 0, cost, Deterrence(decay))
    with pytest.raises(InvalidValueError, match="do not tell how they fall"):
        fit_doubly_constrained(np.diag(total), cost + 30 * (1 - np.eye(6)), Deterrence(decay))


def test_flows_that_were_not_counted_are_not_nought():
    table = pd.DataFrame(
        {"from_id": ["a", "a", "b"], "to_id": ["b", "b", "c"], "flow": [5.0, 2.0, 1.0]}
    )
    ids, country = objects(["a", "b", "c"]), objects(["AA", "AA", "BB"])
    found = observed_matrix(table, ids, country)
    assert np.isnan(found.diagonal()).all()  # none within a place
    assert found[0, 1] == 7  # rows of one pair add up
    assert found[1, 2] == 1 and found[0, 2] == 0  # across, this way only
    assert np.isnan(found[2]).all() and np.isnan(found[1, 0])  # c starts nothing, nothing ends in a


def test_all_pairs_of_functions_are_known():
    functions = ["initiates", "decides", "pays", "delivers", "monitors"]
    rows = [(f"{n}", "role", "x", zone, f"o{zone}{f}", f)
            for n, (zone, f) in enumerate(itertools.product(("A1", "B1"), functions))]  # fmt: skip
    table = role_table(read_register(records(*rows), IDS), COUNTRY)
    assert table["finding"].tolist() == ["ok"] * 5 and table["proposal"].tolist() == [""] * 5
