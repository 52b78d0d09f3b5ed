"""What the border does: every value and the whole summary of seven places, by hand."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.measures import Question
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.effect import (
    bands_of,
    border_effect,
    distance_to_border,
    loss,
    summary,
    with_changes,
    with_norms,
)
from smart_planning_plugin.core.crossborder.scenarios import (
    CLOSED,
    DELAY,
    DISTANCE,
    OPEN,
    TIME,
    BorderScenario,
)
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.services.norms import read_norms
from tests.core.small import FAR, box, countries_of, network_of, objects, places_on
from tests.core.test_noticed import Told

NAN = np.nan
STATES = (OPEN, DELAY, CLOSED)

# Two roads over the border, a km and a minute each: AA to the west of both crossings.
#   h ----20---- X ----30---- 3     f stands 10 minutes behind X, g at the end behind Y
#         4 --10-- Y --10-- g       (h offers 2, f 3, g 4)
EDGES = [
    {"a": 0, "b": 1, "there": 20.0, "km": 20.0, "country": "AA"},
    {"a": 1, "b": 2, "there": 0.0, "km": 0.0, "kind": "crossing", "crossing_id": "X"},
    {"a": 2, "b": 3, "there": 30.0, "km": 30.0, "country": "BB"},
    {"a": 4, "b": 5, "there": 10.0, "km": 10.0, "country": "AA"},
    {"a": 5, "b": 6, "there": 0.0, "km": 0.0, "kind": "crossing", "crossing_id": "Y"},
    {"a": 6, "b": 7, "there": 10.0, "km": 10.0, "country": "BB"},
]
XY = [(-20e3, 0), (0, 0), (0, 0), (30e3, 0), (-10e3, 9e3), (0, 9e3), (0, 9e3), (10e3, 9e3)]
#      edge, fraction, country, people, band; minutes to h and f, or to g
PLACES = [
    (0, 0.25, "AA", 100.0, "10-50"),  # h 5, f 25
    (0, 0.90, "AA", 40.0, "0-10"),  # h 18, f 12
    (3, 0.00, "AA", 7.0, "0-10"),  # g 20
    (2, 1.00, "BB", 30.0, "50+"),  # f 20, h 50
    (2, 0.00, "BB", NAN, "0-10"),  # f 10, h 20
    (-1, 0.0, "AA", 999.0, "0-10"),
    (5, 0.50, "BB", 10.0, None),  # g 5
]
NEAREST = {
    OPEN: [5, 12, 20, 20, 10, NAN, 5],
    DELAY: [5, 18, 28, 20, 10, NAN, 5],  # of 8 minutes
    CLOSED: [5, 18, NAN, 20, 10, NAN, 5],
}
GRAVITY = {  # what is offered within 25 minutes
    OPEN: [5, 5, 4, 3, 5, NAN, 4],
    DELAY: [2, 5, 0, 3, 3, NAN, 4],
    CLOSED: [2, 2, 0, 3, 3, NAN, 4],
}


def study(cost=TIME, measures=("gravity", "nearest"), capacity=(2.0, 3, 4), states=STATES):
    network = network_of(XY, EDGES)
    edge, fraction, country, people, _ = (list(one) for one in zip(*PLACES))
    at = places_on(edge, fraction)
    at.country[:] = country
    places = Places(
        objects(list("pqrstuv")),
        np.zeros((7, 2)),
        objects(country),
        np.array(people),
        pd.DataFrame(),
    )
    services = Services(
        objects(list("hfg")), np.array([[-20e3, 0], [10e3, 0], [10e3, 9e3]]), objects(list("sss")),
        objects(["AA", "BB", "BB"]), np.array(capacity),
    )  # fmt: skip
    borders = [BorderScenario(one, 8.0) for one in states]
    told = Told()
    effect = border_effect(
        Travel(network, cost=cost), at, places, services, [ServiceType("s", "S")],
        Question(measures, 25.0), borders, told,
    )  # fmt: skip
    told.check()
    assert {number / len(states) for number in range(len(states))} <= set(told.shares)
    return effect, at, places


def test_every_value_of_the_effect():
    effect, _, _ = study()
    own_gravity = [2, 2, 0, 3, 3, NAN, 4]
    expected = {
        **{f"nearest_s_{state}": NEAREST[state] for state in STATES},
        "nearest_own_s": [5, 18, NAN, 20, 10, NAN, 5],
        "loss_abs_nearest_s": [0, 6, NAN, 0, 0, NAN, 0],
        "loss_pct_nearest_s": [0, 50, NAN, 0, 0, NAN, 0],
        "gain_min_s": [0, 6, NAN, 0, 0, NAN, 0],
        "newly_served_s": [0, 0, 1, 0, 0, NAN, 0],
        "cut_off_s": [0, 0, 1, 0, 0, NAN, 0],
        **{f"gravity_s_{state}": GRAVITY[state] for state in STATES},
        "gravity_own_s": own_gravity,
        "loss_abs_gravity_s": [3, 3, 4, 0, 2, NAN, 0],
        "loss_pct_gravity_s": [60, 60, 100, 0, 40, NAN, 0],
    }
    pd.testing.assert_frame_equal(effect.values, pd.DataFrame(expected), check_dtype=False)
    assert effect.unit == "min" and [one.state for one in effect.scenarios] == list(STATES)
    assert list(effect.willing) == [1, 0.5, 0.2]
    assert all(list(one) == [("gravity", "s")] for one in effect.willing.values())
    open_, closed = effect.willing[0.5]["gravity", "s"]
    assert np.nan_to_num(open_, nan=-1).tolist() == [3.5, 3.5, 2, 3, 4, -1, 4]
    assert np.nan_to_num(closed, nan=-1).tolist() == np.nan_to_num(own_gravity, nan=-1).tolist()
    km, _, _ = study(DISTANCE, ("nearest",), states=(OPEN, CLOSED))
    assert km.unit == "km" and km.willing == {}
    assert km.values["gain_km_s"].fillna(-1).tolist() == [0, 6, -1, 0, 0, -1, 0]


def whole_summary():
    """The rows by group: people; of the nearest the means, what is lost and who; of gravity."""
    none = [NAN] * 3
    groups = {
        #             people  nearest: means                 worse cut gain
        ("", ""): (187, np.array([1630, 1870, 1870]) / 180, 47, 7, 40),
        ("AA", ""): (147, np.array([980, 1220, 1220]) / 140, 47, 7, 40),
        ("BB", ""): (40, [16.25] * 3, 0, 0, 0),
        ("", "0-10"): (47, [12, 18, 18], 47, 7, 40),
        ("", "10-50"): (100, [5] * 3, 0, 0, 0),
        ("", "50+"): (30, [20] * 3, 0, 0, 0),
        ("AA", "0-10"): (47, [12, 18, 18], 47, 7, 40),
        ("AA", "10-50"): (100, [5] * 3, 0, 0, 0),
        ("AA", "50+"): (0, none, 0, 0, 0),
        ("BB", "0-10"): (0, none, 0, 0, 0),  # nobody lives at the only place
        ("BB", "10-50"): (0, none, 0, 0, 0),
        ("BB", "50+"): (30, [20] * 3, 0, 0, 0),
    }
    gravity = {
        #  sums over people of the three states, people worse, sums where half or a fifth go abroad
        ("", ""): (858, 530, 410, 147, 634, 499.6),
        ("AA", ""): (728, 400, 280, 147, 504, 369.6),
        ("BB", ""): (130, 130, 130, 0, 130, 130),
        ("", "0-10"): (228, 200, 80, 47, 154, 109.6),
        ("", "10-50"): (500, 200, 200, 100, 350, 260),
        ("", "50+"): (90, 90, 90, 0, 90, 90),
        ("AA", "0-10"): (228, 200, 80, 47, 154, 109.6),
        ("AA", "10-50"): (500, 200, 200, 100, 350, 260),
        ("BB", "50+"): (90, 90, 90, 0, 90, 90),
    }
    rows = []
    for measure in ("nearest", "gravity"):
        for (code, band), (people, means, worse, cut, gain) in groups.items():
            willing = dict.fromkeys((1, 0.5, 0.2), NAN)
            if measure == "gravity":
                *sums, worse, half, fifth = gravity.get((code, band), (*none, 0, NAN, NAN))
                means = np.array(sums) / (people or NAN)
                starts = {1: sums[0], 0.5: half, 0.2: fifth}
                willing = {one: 100 * (at - sums[-1]) / at for one, at in starts.items()}
            lost = means[0] - means[-1] if measure == "gravity" else means[-1] - means[0]
            row = {
                "measure": measure, "service_type": "s", "country": code or None,
                "band_km": band or None, "people": people,
                **{f"mean_{state}": one for state, one in zip(STATES, means)},
                "loss_abs": lost, "loss_pct": 100 * lost / means[0], "people_worse": worse,
                "people_cut_off": cut, "people_gain_5": gain, "people_gain_10": 0,
                "people_gain_15": 0, "people_newly_served": cut,
            }  # fmt: skip
            names = {1: "1", 0.5: "0_5", 0.2: "0_2"}
            rows.append(
                {**row, **{f"loss_pct_willingness_{names[w]}": one for w, one in willing.items()}}
            )
    return pd.DataFrame(rows)


def test_the_whole_summary_of_the_effect():
    effect, at, places = study()
    band = objects([one[-1] for one in PLACES])
    found = summary(effect, at, places, band)
    pd.testing.assert_frame_equal(found, whole_summary(), check_dtype=False)


def test_bands_come_by_their_distance():
    effect, at, places = study(measures=("nearest",))
    band = objects(["100+", "25-100", "5-25", "0-5", "25-100", "9-9", None])
    found = summary(effect, at, places, band)
    assert found["band_km"].tolist() == [None] * 3 + ["0-5", "5-25", "25-100", "100+"] * 3
    assert found["country"].tolist() == [None, "AA", "BB"] + [None] * 4 + ["AA"] * 4 + ["BB"] * 4


def test_the_effect_with_norms():
    effect, at, places = study()
    rows = pd.DataFrame({"type": ["s"] * 2, "country": ["AA", "BB"], "settlement": ["", "town"],
                         "minutes": [18.0, 10.0]})  # fmt: skip
    norms = read_norms(rows, [ServiceType("s", "S")])
    settlement = objects(["town"] * 4 + ["farm", "town", "town"])
    found = with_norms(effect, norms, places, at, settlement)
    new = found.values.drop(columns=list(effect.values))
    expected = {
        "norm_s": [18, 18, 18, 10, NAN, 18, 10],
        "within_norm_s_open": [1, 1, 0, 0, NAN, NAN, 1],
        "within_norm_s_delay": [1, 1, 0, 0, NAN, NAN, 1],
        "within_norm_s_closed": [1, 1, 0, 0, NAN, NAN, 1],
    }
    pd.testing.assert_frame_equal(new, pd.DataFrame(expected), check_dtype=False)
    tighter = with_norms(
        effect,
        read_norms(rows.assign(minutes=[17.9, 10.0]), [ServiceType("s", "S")]),
        places,
        at,
        settlement,
    )
    table = summary(tighter, at, places, objects([None] * 7)).set_index(["measure", "country"])
    columns = ["people_with_norm", *(f"people_within_norm_{state}" for state in STATES)]
    of_nearest = table.loc["nearest"][columns]
    assert of_nearest.loc["AA"].tolist() == [147, 140, 100, 100]
    assert of_nearest.loc["BB"].tolist() == [40, 10, 10, 10]
    assert table.loc["gravity"][columns].isna().all().all()


def test_the_effect_with_changes_is_less_that_without():
    present, _, _ = study(measures=("nearest",))
    without_f, _, _ = study(measures=("nearest",), capacity=(2.0, 0, 4))
    found = with_changes(without_f, present).values
    expected = {
        "change_nearest_s_open": [0, 6, 0, 30, 10, NAN, 0],
        "change_nearest_s_delay": [0, 0, 0, 38, 18, NAN, 0],
        "change_nearest_s_closed": [0, 0, NAN, NAN, NAN, NAN, 0],
    }
    pd.testing.assert_frame_equal(found[list(expected)], pd.DataFrame(expected), check_dtype=False)
    assert list(found) == [*without_f.values, *expected]


def test_what_is_lost():
    first, last = np.array([10.0, 10, 0, NAN, 4]), np.array([15.0, 5, 3, 1, NAN])
    absolute, share = loss("nearest", first, last)
    assert np.nan_to_num(absolute, nan=-9).tolist() == [5, -5, 3, -9, -9]
    assert np.nan_to_num(share, nan=-9).tolist() == [50, -50, -9, -9, -9]
    assert np.nan_to_num(loss("gravity", first, last)[0], nan=-9).tolist() == [-5, 5, -3, -9, -9]


# ---------------------------------------------------------------- how far the border is


def test_the_nearest_of_the_other_countries_counts():
    three = countries_of(
        AA=box(-FAR, -FAR, 0, FAR), BB=box(0, -FAR, 20_000, FAR), CC=box(20_000, -FAR, FAR, FAR)
    )
    xy = np.array([[-7000.0, 0], [4000, 0], [17_000, 0], [26_000, 0], [NAN, 0], [5000, 0]])
    country = objects(["AA", "BB", "BB", "CC", "AA", "AA"])
    crossings = np.array([[-7000.0, 3000.0], [0, 4000]])
    found = distance_to_border(xy, country, three, crossings)
    assert found == pytest.approx([7, 4, 3, 6, NAN, 0], nan_ok=True)  # one lies abroad
    only = countries_of(AA=box(-FAR, -FAR, FAR, FAR))
    for countries in (only, None):
        found = distance_to_border(xy[[0, 5, 4]], country[[0, 5, 4]], countries, crossings)
        assert found == pytest.approx([3, np.hypot(5, 4), NAN], nan_ok=True)
        assert np.isnan(distance_to_border(xy, country, countries, np.empty((0, 2)))).all()


def test_what_lies_at_the_end_of_a_band_belongs_to_it():
    found = bands_of(np.array([0.0, 10 + 1e-9, 10.01, 25, 99.5, 100, NAN]), (10, 25, 99.5))
    assert found.tolist() == ["0-10", "0-10", "10-25", "10-25", "25-99.5", "99.5+", None]
