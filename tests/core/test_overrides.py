"""Crossings by hand: added, removed, shut, delayed; and what cannot be is refused."""

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import DELAY, BorderScenario
from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.network.build import BuildOptions, build_road_network
from smart_planning_plugin.core.network.crossings import NamedPlaces
from smart_planning_plugin.core.network.overrides import read_overrides
from tests.core.small import road_layer, total_length, west_and_east

# one road over the border, and two that end on either side of it, 300 m apart
PARTS = [
    [(-900.0, 0.0), (800.0, 0.0)],
    [(-900.0, 0.0), (-900.0, 900.0)],
    [(-900.0, 900.0), (-150.0, 900.0)],
    [(150.0, 600.0), (150.0, 1500.0)],
    [(150.0, 600.0), (800.0, 0.0)],
]


def built(*rows, places=None, **fields):
    table = read_overrides(pd.DataFrame(rows), "by hand") if rows else None
    return build_road_network(
        [road_layer(PARTS, speed=60.0, **fields)],
        west_and_east(),
        BuildOptions(),
        lonlat=lambda xy: np.asarray(xy) / 1000,
        overrides=table,
        places=places,
    )


def minutes(network, one, two, border=None):
    travel = Travel(network, border or BorderScenario())
    at = travel.snapper.snap(np.array([one, two], float))
    return travel.matrix(at.take([0]), at.take([1]))[0, 0]


def test_without_any_the_network_is_as_it_is():
    network, crossings, _ = built()
    assert crossings["crossing_id"].tolist() == ["AA-BB-0.000-0.000"]
    assert network.edges["length_m"].sum() == pytest.approx(total_length(PARTS))


def test_a_crossing_is_added_where_the_roads_are_nearest():
    network, crossings, _ = built({"action": "add", "x": 0.0, "y": 900.0, "name": "Old ford"})
    assert crossings["name"].tolist()[1:] == ["Old ford"]
    new = crossings.iloc[1]
    assert (new["origin"], new["gap_m"]) == ("stitched", pytest.approx(300))
    # an end on one side, the middle of a road on the other: that road is cut there
    lines = [network.lines[row].tolist() for row in range(len(network))]
    assert [[-150, 900], [150, 900]] in lines
    assert [[150, 600], [150, 900]] in lines and [[150, 900], [150, 1500]] in lines
    assert network.edges["length_m"].sum() == pytest.approx(total_length(PARTS) + 300)
    assert minutes(network, (-900, 900), (150, 1500)) == pytest.approx(0.75 + 0.3 + 0.6)
    plain = built()[0]
    assert minutes(plain, (-900, 900), (150, 1500)) > 2


def test_removed_shut_and_delayed():
    here = {"crossing_id": "AA-BB-0.000-0.000"}
    network, crossings, _ = built({"action": "remove", **here})
    assert not len(crossings) and not network.is_crossing.any()
    assert np.isinf(minutes(network, (-800, 0), (700, 0)))
    network, crossings, _ = built({"action": "Close", **here})
    assert crossings["open"].tolist() == [0] and len(network.edges[network.is_crossing]) == 1
    assert np.isinf(minutes(network, (-800, 0), (700, 0)))
    # by its place, which is near enough
    network, crossings, _ = built({"action": "delay", "x": 90.0, "y": 30.0, "delay_ab_min": "12"})
    assert crossings[["delay_ab_min", "delay_ba_min"]].to_numpy().tolist() == [[12, 0]]
    late = BorderScenario(DELAY)
    assert minutes(network, (-800, 0), (700, 0), late) == pytest.approx(1.5 + 12)
    assert minutes(network, (700, 0), (-800, 0), late) == pytest.approx(1.5)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"crossing_id": "x"}, ("action", "add, remove, close, delay")),
        ({"action": "shut", "crossing_id": "x"}, ("not known", "(shut)")),
        ({"action": "close"}, ("no crossing and no place", "row 1")),
        ({"action": "add", "crossing_id": "x"}, ("no crossing and no place", "row 1")),
        ({"action": "delay", "crossing_id": "x"}, ("without minutes",)),
        ({"action": "delay", "crossing_id": "x", "delay_ab_min": "soon"}, ("delay_ab_min", "soon")),
        ({"action": "delay", "crossing_id": "x", "delay_ab_min": -5}, ("0 or more",)),
        ({"action": "close", "crossing_id": "x"}, ("no such crossing", "AA-BB-0.000-0.000", "(x)")),
        ({"action": "close", "x": 0.0, "y": 400.0}, ("no such crossing", "250 m")),
        ({"action": "add", "x": -700.0, "y": 700.0}, ("two countries within 500 m",)),
    ],
)
def test_what_cannot_be_is_refused(row, words):
    with pytest.raises((InvalidValueError, MissingFieldError)) as error:
        built(row)
    for word in words:
        assert word in str(error.value)


def test_names_come_from_numbers_then_places_then_names():
    places = NamedPlaces(
        np.array([(-400.0, 300.0), (-50.0, 5000.0), (600.0, 100.0), (90_000.0, 0.0)]),
        np.array(["Westham", "Far", "Easton", "Nowhere"], dtype=object),
    )
    assert built(ref="A1")[1]["name"].tolist() == ["A1"]
    assert built(places=places)[1]["name"].tolist() == ["Westham – Easton"]
    assert built(places=places, ref="A1")[1]["name"].tolist() == ["A1"]
    assert built(nosaukums="High Street")[1]["name"].tolist() == ["High Street"]
    assert built()[1]["name"].tolist() == ["AA-BB-0.000-0.000"]
