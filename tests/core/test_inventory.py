"""The service inventory: a region on paper, sums, norms, and data that cannot be compared."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, BorderScenario
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.services.inventory import Zones, inventory, uneven
from smart_planning_plugin.core.services.norms import read_norms
from tests.core.small import build, objects, steadily, west_and_east

# A straight road, a km a minute, the border at 0, AA to the west.
#   km     -30      -25      -5     5       25
#          pool a   P1       P2     pool b  P3
# Zones: W (-40..-20), M (-20..0) in AA, E (0..40) in BB.
ROAD = [[(-40_000.0, 0.0), (40_000.0, 0.0)]]


def toy(border=None, **more):
    network, _, _ = build(ROAD, west_and_east())
    people = pd.DataFrame({"pupils": [100.0, 20.0, 60.0]})
    places = Places(
        objects(["P1", "P2", "P3"]),
        np.array([[-25_000.0, 0], [-5000, 0], [25_000, 0]]),
        objects(["AA", "AA", "BB"]),
        np.array([1000.0, 200, 500]),
        people,
    )
    services = Services(
        objects(["a", "b"]), np.array([[-30_000.0, 0], [5000, 0]]), objects(["pool", "pool"]),
        objects(["AA", "BB"]), np.full(2, np.nan),
    )  # fmt: skip
    zones = Zones(
        objects(["W", "M", "E"]), objects(["West", "Middle", "East"]), objects(["AA", "AA", "BB"]),
        np.array([[-30_000.0, 0], [-10_000, 0], [20_000, 0]]),
    )  # fmt: skip
    kind = ServiceType("pool", "Pool", theme="sport", demand_field="pupils")
    return inventory(
        Travel(network, border or BorderScenario()), places, np.array([0, 1, 2]), services,
        np.array([0, 2]), [kind], zones, 20.5, **more,
    )  # fmt: skip


def test_a_region_on_paper():
    found = toy(surrounding_m=100_000.0, deficit=1.2)
    table = found.zones
    assert table["n_pool"].tolist() == [1, 0, 1]
    assert table["demand_pool"].tolist() == [100, 20, 60]  # its own demand, not the population
    assert table["per_10k_pool"].tolist() == pytest.approx([100, 0, 10_000 / 60])
    assert table["nearest_min_pool"].tolist() == pytest.approx([5, 25, 20])
    assert table["nearest_abroad_min_pool"].tolist() == pytest.approx([30, 10, 55])
    assert table["within_pct_pool"].tolist() == [100, 0, 100]
    assert table["across_pool"].tolist() == [0, 20, 0]
    assert table["reach_pool"].tolist() == ["here", "across", "here"]
    assert table["across_types"].tolist() == [None, "pool", None]
    # minutes to the nearest of any country; every zone counts once
    mean = (5 + 10 + 20) / 3
    assert table["index_pool"].tolist() == pytest.approx([500 / mean, 1000 / mean, 2000 / mean])
    assert table["n_deficit"].tolist() == [0, 0, 1]
    assert table["periphery"].tolist() == ["no", "no", "inner_periphery"]
    assert table["n_theme_sport"].tolist() == [1, 0, 1]
    (row,) = found.summary.to_dict("records")
    assert (row["n_aa"], row["n_bb"], row["zones_across"]) == (1, 1, 1)
    assert row["names_across"] == "Middle" and row["names_deficit"] == "East"
    assert row["within_pct_aa"] == pytest.approx(100 * 100 / 120)


def test_a_closed_border_leaves_it_missing():
    table = toy(BorderScenario(CLOSED)).zones
    assert table["reach_pool"].tolist() == ["here", "missing", "here"]
    assert table["nearest_abroad_min_pool"].isna().all()
    assert table["missing_types"].tolist() == [None, "pool", None]


def test_the_norm_of_the_own_country_goes_before_the_threshold():
    kind = ServiceType("pool", "Pool")
    rows = pd.DataFrame(
        {
            "type": ["pool"] * 2,
            "country": ["AA", "AA"],
            "settlement": ["", "town"],
            "minutes": [25.5, 3.0],
        }
    )
    norms = read_norms(rows, [kind])
    settlement = objects(["town", "rural", "town"])
    table = toy(norms=norms, settlement=settlement).zones
    # P1 is a town: 3 minutes; P2 by the country's 25.5; P3's country has none: 20.5
    assert table["within_pool"].tolist() == [0, 20, 60]
    assert table["reach_pool"].tolist() == ["here", "near", "here"]


@given(st.integers(0, 10_000))
@steadily(20)
def test_zones_add_up_to_all(seed):
    rng = np.random.default_rng(seed)
    network, _, _ = build(ROAD, west_and_east())
    count, zones = 30, 5
    x = rng.uniform(-40_000, 40_000, count)
    places = Places(
        objects(range(count)), np.column_stack([x, np.zeros(count)]),
        objects(np.where(x < 0, "AA", "BB")), rng.integers(0, 900, count).astype(float),
        pd.DataFrame(),
    )  # fmt: skip
    at = rng.uniform(-40_000, 40_000, 8)
    services = Services(
        objects(range(8)), np.column_stack([at, np.zeros(8)]), objects(rng.choice(["a", "b"], 8)),
        objects(np.where(at < 0, "AA", "BB")), np.full(8, np.nan),
    )  # fmt: skip
    kinds = [ServiceType(one, one) for one in sorted(set(services.type))]
    edges = np.linspace(-40_000, 40_000, zones + 1)
    place_zone, service_zone = (np.searchsorted(edges, one) - 1 for one in (x, at))
    centre = np.column_stack([(edges[1:] + edges[:-1]) / 2, np.zeros(zones)])
    frame = Zones(
        objects(range(zones)), objects(range(zones)),
        objects(np.where(centre[:, 0] < 0, "AA", "BB")), centre,
    )  # fmt: skip
    found = inventory(
        Travel(network), places, place_zone, services, service_zone, kinds, frame, 15.0
    )
    for kind in kinds:
        table, name = found.zones, kind.name
        assert table[f"n_{name}"].sum() == (services.type == name).sum()
        assert table[f"demand_{name}"].sum() == places.people().sum()
        assert (table[f"within_{name}"] <= table[f"demand_{name}"]).all()
        here = table[f"reach_{name}"] == "here"
        assert (here == (table[f"n_{name}"] > 0)).all()
        row = found.summary.set_index("service_type").loc[name]
        assert row["within"] == pytest.approx(table[f"within_{name}"].sum())


@pytest.mark.parametrize(
    ("amounts", "demands", "flagged"),
    [
        ([40, 10], [1e5, 1e5], 1),
        ([40, 10], [4e5, 1e5], 0),  # the same rate
        ([2, 0], [1e5, 1e5], 0),  # chance
        ([30, 0], [1e5, 1e5], 1),
        ([0, 0], [1e5, 1e5], 0),
        ([30], [1e5], 0),
        ([1200, 1000], [1e5, 1e5], 0),  # no chance, but alike enough
    ],
)
def test_uneven_data_is_flagged(amounts, demands, flagged):
    assert uneven(amounts, demands)[1] == flagged
