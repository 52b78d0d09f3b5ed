"""No road is lost and none is made: lengths, countries and crossings of any set of lines."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.network.build import BuildOptions
from tests.core.small import FAR, box, build, countries_of, steadily

# AA in the west, BB in the east, CC in the north; BB has an enclave inside AA, and the sets of
# AA and BB leave a gap of 8 m in the south and overlap by 6 m in the north of it
ENCLAVE = box(-3000, -3000, -1500, -1500)
COUNTRIES = {
    "AA": [box(-FAR, -FAR, -4, 0), box(-FAR, 0, 3, 2000), ENCLAVE],  # the enclave is a hole in it
    "BB": [box(4, -FAR, FAR, 0), box(-3, 0, FAR, 2000), ENCLAVE],
    "CC": box(-FAR, 2000, FAR, FAR),
}
BORDERS = countries_of(**COUNTRIES)
NO_STITCHES = BuildOptions(stitch_tolerance_m=0.0, tolerance_m=0.0)

spot = st.tuples(st.integers(-4000, 4000), st.integers(-4000, 4000))
ways = st.lists(st.lists(spot, min_size=2, max_size=5, unique=True), min_size=1, max_size=6)


def shaken(parts):
    """No vertex twice: what is drawn twice is kept once, and that is another test."""
    rng = np.random.default_rng(7)
    return [[(x + rng.uniform(0, 1), y + rng.uniform(0, 1)) for x, y in part] for part in parts]


def polygon_distance(xy, code):
    """Metres from points to a country, by plain arithmetic on its boxes."""
    rings = COUNTRIES[code]
    rings = rings if np.ndim(rings[0][0]) else [rings]
    best = np.full(len(xy), np.inf)
    for ring in rings:
        (left, bottom), (right, top) = ring[0], ring[2]
        gap = np.hypot(
            np.maximum(np.maximum(left - xy[:, 0], xy[:, 0] - right), 0),
            np.maximum(np.maximum(bottom - xy[:, 1], xy[:, 1] - top), 0),
        )
        if ring is ENCLAVE and code == "AA":  # a hole: inside it the rim is nearest
            inside = gap == 0
            rim = np.min(
                [xy[:, 0] - left, right - xy[:, 0], xy[:, 1] - bottom, top - xy[:, 1]], axis=0
            )
            best[inside] = rim[inside]
        else:
            best = np.minimum(best, gap)
    return best


@given(ways)
@steadily(30)
def test_length_countries_and_crossings(parts):
    parts = shaken(parts)
    network, crossings, report = build(parts, BORDERS, options=NO_STITCHES)
    whole = sum(np.hypot(*np.diff(part, axis=0).T).sum() for part in map(np.array, parts))
    assert network.edges["length_m"].sum() == pytest.approx(whole, rel=1e-9)
    assert report.left_out_km == 0
    assert network.lines.lengths().sum() == pytest.approx(whole, rel=1e-9)

    # each edge lies where its country is nearest, but for stays of less than 100 m
    roads = np.flatnonzero(~network.is_crossing)
    for row in roads.tolist():
        line = network.lines[row]
        step = np.hypot(*np.diff(line, axis=0).T)
        along = np.concatenate([[0], np.cumsum(step)])
        at = np.arange(0.5, along[-1], 1.0)
        xy = np.column_stack([np.interp(at, along, line[:, side]) for side in (0, 1)])
        gaps = {code: polygon_distance(xy, code) for code in COUNTRIES}
        own = gaps[network.edges["country"][row]]
        abroad = own > np.min(list(gaps.values()), axis=0) + 1.0
        longest = max(map(len, "".join(np.where(abroad, "x", " ")).split()), default=0)
        assert longest <= 101

    # a crossing stands exactly where two edges of different countries meet, and nowhere else
    met = {}
    for row in roads.tolist():
        for node in (network.from_node[row], network.to_node[row]):
            place = tuple(np.round(network.node_xy[node], 3))
            met.setdefault(place, set()).add(network.edges["country"][row])
    changes = {place for place, codes in met.items() if len(codes) > 1}
    assert {tuple(one) for one in crossings[["x", "y"]].round(3).to_numpy()} == changes
    assert (crossings["gap_m"] == 0).all()
    assert (crossings["country_a"] < crossings["country_b"]).all()
    assert crossings["crossing_id"].is_unique


@given(st.integers(1, 12), st.integers(-6, 6))
@steadily(24)
def test_stitches_add_their_gaps_and_nothing_else(count, wide):
    gaps = np.linspace(2, 45, count)
    parts = []
    for number, gap in enumerate(gaps.tolist()):
        y = 400.0 * number
        parts += [[(-900.0, y), (-gap / 2, y)], [(gap / 2, y), (900.0, y)]]
    borders = countries_of(AA=box(-FAR, -FAR, -wide / 2, FAR), BB=box(wide / 2, -FAR, FAR, FAR))
    network, crossings, report = build(parts, borders)
    assert len(crossings) == count
    assert sorted(crossings["gap_m"]) == pytest.approx(gaps.tolist())
    assert network.edges["length_m"].sum() == pytest.approx(1800.0 * count)
    assert not len(report.points)


def test_a_road_along_the_border_that_crosses_it_ten_times():
    x = np.arange(0.0, 3001.0, 300.0)
    line = [(-500.0, -40.0)]
    for number, at in enumerate(x[:-1].tolist()):
        line.append((at + 150.0, 40.0 if number % 2 == 0 else -40.0))
    line.append((4000.0, -40.0))
    sides = countries_of(AA=box(-FAR, -FAR, FAR, 0), BB=box(-FAR, 0, FAR, FAR))
    network, crossings, _ = build([line], sides)
    assert len(crossings) == 10
    assert (crossings["origin"] == "through").all()
    assert np.abs(crossings["y"]).max() < 0.01
    assert network.edges["length_m"].sum() == pytest.approx(
        np.hypot(*np.diff(line, axis=0).T).sum()
    )
    roads = network.edges[~network.is_crossing].set_index("edge_id")
    assert len(roads) == 11
    # on the way along, the countries take turns
    assert roads["country"].tolist() == ["AA", "BB"] * 5 + ["AA"]


def test_a_border_through_a_roundabout():
    turn = np.linspace(0, 2 * np.pi, 41)
    ring = np.column_stack([200 * np.cos(turn), 200 * np.sin(turn)])
    ring[-1] = ring[0]
    parts = [ring, [(-2000.0, 0.0), ring[20]], [ring[0], (2000.0, 0.0)]]
    sides = countries_of(AA=box(-FAR, -FAR, -7, FAR), BB=box(-7, -FAR, FAR, FAR))
    network, crossings, _ = build(parts, sides, oneway=["yes", "no", "no"])
    assert len(crossings) == 2
    assert sorted(np.sign(crossings["y"])) == [-1, 1]
    ways = network.edges[~network.is_crossing]
    one_way = ways[ways["time_bwd_s"].isna()]
    assert one_way["length_m"].sum() == pytest.approx(np.hypot(*np.diff(ring, axis=0).T).sum())
    assert len(network.trapped[0]) and not network.trapped[0].any()  # one can go around
