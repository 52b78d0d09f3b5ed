"""The service inventory of four zones and three types: every column, by hand."""

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.services.inventory import (
    Zones,
    _mean_around,
    changes,
    inventory,
    nearest_of_zones,
    uneven,
)
from smart_planning_plugin.core.services.norms import read_norms
from tests.core.small import build, objects, west_and_east
from tests.core.test_inventory import ROAD
from tests.core.test_noticed import Told

NAN, INF = np.nan, np.inf

# A straight road, a km a minute, the border at 0, AA to the west; services and people by km.
#   g, p a   P4   P0  e     c  P1     b       P2,g      d  P3  f
#   -30           -25 -24  -6  -5     5       25       30  35  38
PLACES = [
    #  km, country, people, pupils, zone
    (-25, "AA", 1000.0, 100.0, 0),
    (-5, "AA", 200.0, 20.0, 1),
    (25, "BB", 500.0, 60.0, 2),
    (35, "BB", 300.0, NAN, 2),
    (-29, "AA", 77.0, 9.0, -1),  # in no zone
    (NAN, "AA", 50.0, 20.0, 1),  # nobody knows where
]
SERVICES = [
    ("a", "pool", -30, "AA", NAN, 0),
    ("b", "pool", 5, "BB", 3.0, 2),
    ("c", "pool", -6, "AA", 0.0, 1),  # of no capacity
    ("d", "bank", 30, "BB", 1.0, 2),
    ("e", "bank", -24, "AA", 1.0, -1),
    ("f", "pool", 38, "BB", 1.0, 3),
    ("g", "post", 25, "BB", 1.0, 2),
]
ZONES = Zones(
    objects(list("WMEN")), objects(["West", "Middle", "East", "North"]),
    objects(["AA", "AA", "BB", "BB"]), np.array([[-99e3, 0], [-99e3, 0], [-99e3, 0], [38e3, 0]]),
)  # fmt: skip
KINDS = [
    ServiceType("bank", "Bank", theme="money", threshold_min=12.0, legal_basis="The law"),
    ServiceType("pool", "Pool", theme="sport", demand_field="pupils", extra_min_abroad=2.0,
                shareability="agreement"),
    ServiceType("post", "Post"),
]  # fmt: skip


def places(nobody=""):
    km, country, people, pupils, _ = (list(one) for one in zip(*PLACES))
    pupils = [0.0 if code == nobody else one for code, one in zip(country, pupils)]
    xy = np.column_stack([np.multiply(km, 1000.0), np.where(np.isnan(km), NAN, 0.0)])
    table = pd.DataFrame({"pupils": pupils})
    return Places(objects(range(6)), xy, objects(country), np.array(people), table)


def services(without=""):
    rows = [one for one in SERVICES if one[0] not in without]
    ids, kind, km, country, capacity, zone = (list(one) for one in zip(*rows))
    xy = np.column_stack([np.multiply(km, 1000.0), np.zeros(len(km))])
    made = Services(objects(ids), xy, objects(kind), objects(country), np.array(capacity))
    return made, np.array(zone)


def run(without="", nobody="", **more):
    network, _, _ = build(ROAD, west_and_east())
    zone = np.array([one[-1] for one in PLACES])
    return inventory(
        Travel(network), places(nobody), zone, *services(without), KINDS, ZONES, 20.0, **more
    )


# minutes      at home                     abroad
#   bank       P0 1, P1 19, P2 5, P3 5     55, 35, 49, 59      within 12
#   pool       P0 5, P1 25, P2 13, P3 3    32, 12, 57, 67      within 20, 2 more abroad
#   post       none, none, 0, 10           50, 30, none, none  within 20
ZONE_COLUMNS = {
    "n_types": [1, 0, 3, 1],
    "across_types": [None, "pool", None, None],
    "missing_types": ["post", "bank, post", None, None],
    "n_deficit": [1, 2, 3, 0],
    "deficit_types": ["post", "bank, pool", "bank, pool, post", None],
    "periphery": ["partly", "inner_periphery", "inner_periphery", "no"],
    "n_theme_money": [0, 0, 1, 0],
    "n_theme_sport": [1, 0, 1, 1],
    "n_bank": [0, 0, 1, 0],
    "demand_bank": [1000, 250, 800, 0],
    "per_10k_bank": [0, 0, 12.5, NAN],
    "within_bank": [1000, 0, 800, 0],
    "within_pct_bank": [100, 0, 100, NAN],
    "across_bank": [0, 0, 0, 0],
    "nearest_min_bank": [1, 19, 5, NAN],
    "nearest_abroad_min_bank": [55, 35, (49 * 500 + 59 * 300) / 800, NAN],
    "index_bank": [10, 190, 100, NAN],  # West and Middle are each other's region: 10 minutes
    "reach_bank": ["near", "missing", "here", "nobody"],
    "n_pool": [1, 0, 1, 1],
    "demand_pool": [100, 40, 60, 0],
    "per_10k_pool": [100, 0, 10_000 / 60, NAN],
    "within_pool": [100, 0, 60, 0],
    "within_pct_pool": [100, 0, 100, NAN],
    "across_pool": [0, 20, 0, 0],
    "nearest_min_pool": [5, 25, 13, NAN],
    "nearest_abroad_min_pool": [32, 12, 57, NAN],
    "index_pool": [500 / 8.5, 1200 / 8.5, 100, NAN],
    "reach_pool": ["here", "across", "here", "here"],  # of just half of the people
    "n_post": [0, 0, 1, 0],
    "demand_post": [1000, 250, 800, 0],
    "per_10k_post": [0, 0, 12.5, NAN],
    "within_post": [0, 0, 800, 0],
    "within_pct_post": [0, 0, 100, NAN],
    "across_post": [0, 0, 0, 0],
    "nearest_min_post": [NAN, NAN, 3.75, NAN],
    "nearest_abroad_min_post": [50, 30, NAN, NAN],
    "index_post": [125, 75, 100, NAN],
    "reach_post": ["missing", "missing", "here", "nobody"],
}
COMMON = {
    "by_norm": 0, "people": 2050, "across": 0, "n_aa": 0, "per_10k_aa": 0, "n_bb": 1,
    "per_10k_bb": 12.5, "within_pct_bb": 100, "uneven_ratio": INF, "uneven": 0, "zones_here": 1,
    "zones_across": 0, "names_across": None, "zones_deficit": 2,
}  # fmt: skip
SUMMARY = [
    {
        **COMMON, "theme": "money", "service_type": "bank", "shareability": "unknown",
        "legal_basis": "The law", "demand_field": None, "threshold_min": 12, "n": 1,
        "within": 1800, "within_pct_aa": 80, "zones_missing": 1, "names_deficit": "East; Middle",
    },
    {
        **COMMON, "theme": "sport", "service_type": "pool", "shareability": "agreement",
        "legal_basis": None, "demand_field": "pupils", "threshold_min": 20, "n": 3, "people": 200,
        "within": 160, "across": 20, "n_aa": 1, "per_10k_aa": 10_000 / 140,
        "within_pct_aa": 10_000 / 140, "n_bb": 2, "per_10k_bb": 20_000 / 60,
        "uneven_ratio": (2 / 60) / (1 / 140), "zones_here": 3, "zones_across": 1,
        "names_across": "Middle", "zones_missing": 0, "names_deficit": "East; Middle",
    },
    {
        **COMMON, "theme": None, "service_type": "post", "shareability": "unknown",
        "legal_basis": None, "demand_field": None, "threshold_min": 20, "n": 1, "within": 800,
        "within_pct_aa": 0, "zones_missing": 2, "names_deficit": "East; West",
    },
]  # fmt: skip


def test_all_that_is_said_of_zones_and_types():
    told = Told()
    # West and Middle are just 20 km apart; a deficit begins at the region's own minutes
    found = run(surrounding_m=20_000.0, deficit=1.0, progress=told)
    pd.testing.assert_frame_equal(found.zones, pd.DataFrame(ZONE_COLUMNS), check_dtype=False)
    expected = pd.DataFrame(SUMMARY)[list(found.summary)]
    pd.testing.assert_frame_equal(found.summary, expected, check_dtype=False)
    assert set(found.summary) == set(SUMMARY[0])
    assert told.shares == pytest.approx([0, 1 / 3, 2 / 3])
    assert found.places.ok.tolist() == [True] * 5 + [False]
    assert found.services.status.tolist() == ["ok", "ok", "no_capacity", *["ok"] * 4]


def test_deficits_as_they_are_measured_unless_told_otherwise():
    """Regions of 50 km: of Middle all but nobody, 19 minutes to 25 / 3; of the others less."""
    found = run().zones
    assert found["n_deficit"].tolist() == [0, 1, 0, 0]
    assert found["index_bank"].tolist()[1] == pytest.approx(1900 / (25 / 3))
    assert found["index_pool"].tolist()[:3] == pytest.approx([500 / 8.5, 120, 1300 / 12.5])


def test_a_region_that_is_nowhere_away_from_anything_has_no_measure():
    near = np.array([[1, 1, 0], [1, 1, 0], [0, 0, 1]], bool)
    people = np.array([5.0, 0.5, 0])
    found = _mean_around(np.array([0.0, 0, 9]), people, near)
    assert np.isnan(found).all()
    assert _mean_around(np.array([0.0, 0.5, 9]), people, near)[:2].tolist() == [0.25, 0.25]


@pytest.mark.parametrize(("nobody", "other"), [("AA", "bb"), ("BB", "aa")])
def test_a_country_of_nobody_has_no_rates(nobody, other):
    pool = run(nobody=nobody).summary.loc[1]
    none = nobody.lower()
    assert np.isnan(
        [pool[f"per_10k_{none}"], pool[f"within_pct_{none}"], pool["uneven_ratio"]]
    ).all()
    assert pool["people"] == {"bb": 60, "aa": 140}[other] and pool["uneven"] == 0
    assert pool[f"per_10k_{other}"] == pytest.approx(10_000 * pool[f"n_{other}"] / pool["people"])
    assert pool[f"within_pct_{other}"] == pytest.approx({"bb": 100, "aa": 10_000 / 140}[other])


def test_norms_of_some_types_and_countries():
    rows = pd.DataFrame({"type": ["pool", "bank"], "country": ["AA", "BB"], "minutes": [25.0, 4.9]})
    found = run(norms=read_norms(rows, KINDS))
    assert found.zones["within_pool"].tolist() == [100, 20, 60, 0]  # 25 in AA, 20 in BB
    assert found.zones["within_bank"].tolist() == [1000, 0, 0, 0]  # 12 in AA
    assert found.zones["reach_pool"].tolist() == ["here", "near", "here", "here"]
    assert found.summary["by_norm"].tolist() == [1, 1, 0]
    assert found.summary["threshold_min"].tolist() == [12, 20, 20]


def test_what_changes_when_services_close():
    before = run()
    found = changes(run(without="ag"), before)
    kinds = ("bank", "pool", "post")
    names = ("n", "within", "within_pct", "across", "nearest_min")
    left_out = {
        "change_n_types",
        "change_n_deficit",
        "change_n_theme_money",
        "change_n_theme_sport",
    }
    assert set(found) - left_out == {f"change_{name}_{kind}" for name in names for kind in kinds}
    assert found["change_n_pool"].tolist() == [-1, 0, 0, 0]
    assert found["change_n_post"].tolist() == [0, 0, -1, 0]
    # the only pool at home is abroad now
    assert found["change_within_pool"].tolist() == [-100, 0, 0, 0]
    assert found["change_nearest_min_pool"].fillna(-9).tolist() == [-9, -9, 0, -9]
    assert not found.filter(like="bank").fillna(0).any().any()


def test_minutes_to_the_nearest_of_one_type():
    network, _, _ = build(ROAD, west_and_east())
    own, abroad = nearest_of_zones(Travel(network), places(), services()[0], KINDS[1])
    assert own == pytest.approx([5, 25, 13, 3, 1, INF])
    assert abroad == pytest.approx([32, 12, 57, 67, 36, INF])
    late = replace(KINDS[1], extra_min_abroad=0.0)
    assert nearest_of_zones(Travel(network), places(), services("b")[0], late)[1][:2] == (
        pytest.approx([63, 43])
    )


@pytest.mark.parametrize(
    ("amounts", "demands", "ratio", "flagged"),
    [
        ([200, 100], [1e5, 1e5], 2, 1),  # just the factor of two
        ([199, 100], [1e5, 1e5], 1.99, 0),
        ([10, 200, 400], [1e3, 1e5, 1e5], 2, 1),  # of the two with most people
        ([100, 50], [1e5, 0.0], NAN, 0),
        ([5, 0], [1e5, 1e5], INF, 0),  # chance: one in sixteen
        ([8, 0], [1e5, 1e5], INF, 1),  # one in 128
        ([7, 0], [1e5, 1e5], INF, 0),  # one in 64
        ([0, 0], [1e5, 1e5], NAN, 0),
        ([16, 0], [3e5, 1e5], INF, 0),  # three quarters live there: one in a hundred
        ([20, 0], [3e5, 1e5], INF, 1),
        ([1, 0], [1.0, 1.0], INF, 0),
        ([], [], NAN, 0),
    ],
)
def test_how_uneven_data_are(amounts, demands, ratio, flagged):
    assert uneven(amounts, demands) == (pytest.approx(ratio, nan_ok=True), flagged)
