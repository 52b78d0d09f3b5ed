"""What is shared across the border: the partition, the sums, the zones, and the measures."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.measures import (
    Question,
    nearest_own_and_abroad,
    service_accessibility,
)
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.facilities import facilities
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, DELAY, BorderScenario
from smart_planning_plugin.core.crossborder.shared import (
    ABROAD_NEARER,
    ABROAD_ONLY,
    CATEGORIES,
    CHOICE,
    NO_DATA,
    OWN_NEARER,
    OWN_ONLY,
    UNSERVED,
    Grid,
    SharedServices,
    TypeResult,
    categorise,
    people_by_category,
    shared_service_areas,
)
from smart_planning_plugin.core.crossborder.shared_zones import shared_zones
from smart_planning_plugin.core.errors import BorderNeededError, NoServicesError
from smart_planning_plugin.core.network.model import RoadNetwork
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from tests.core.small import build, objects, steadily, west_and_east

ACROSS = (CHOICE, ABROAD_NEARER, ABROAD_ONLY)
cost = st.one_of(st.integers(0, 60).map(float), st.floats(0, 60), st.just(np.inf))


# ---------------------------------------------------------------- the seven rules


def rule(own, abroad, usable, threshold, advantage):
    if not usable:
        return NO_DATA
    own_in, abroad_in = own <= threshold, abroad <= threshold
    if not own_in and not abroad_in:
        return UNSERVED
    if own_in and not abroad_in:
        return OWN_ONLY
    if abroad_in and not own_in:
        return ABROAD_ONLY
    if abroad - own >= advantage:
        return OWN_NEARER
    if own - abroad >= advantage:
        return ABROAD_NEARER
    return CHOICE


@given(
    st.lists(st.tuples(cost, cost, st.booleans()), min_size=1, max_size=30),
    st.sampled_from([10.0, 30.0, 45.5]),
    st.sampled_from([0.5, 5.0]),
)
@steadily(200)
def test_every_place_has_the_one_category_of_the_rules(rows, threshold, advantage):
    own, abroad, usable = (np.array(one) for one in zip(*rows))
    found = categorise(own, abroad, usable, threshold, advantage)
    assert found.tolist() == [rule(*row, threshold, advantage) for row in rows]
    assert set(found) <= set(CATEGORIES)
    closed = categorise(own, np.full(len(rows), np.inf), usable, threshold, advantage)
    assert set(closed) <= {NO_DATA, UNSERVED, OWN_ONLY}


def test_the_edges_of_the_rules():
    def one(own, abroad):
        return categorise(np.array([own]), np.array([abroad]), np.array([True]), 30.0, 5.0)[0]

    assert one(30.0, 30.0) == CHOICE
    assert one(30.0, 30.001) == OWN_ONLY
    assert one(30.0, np.nextafter(30.0, 31)) == CHOICE  # rounding is not travel
    assert one(25.0, 30.0) == OWN_NEARER
    assert one(30.0, 25.0) == ABROAD_NEARER
    assert one(25.5, 30.0) == CHOICE
    assert one(np.inf, 30.0) == ABROAD_ONLY
    assert one(np.inf, np.inf) == UNSERVED


def test_without_a_threshold_the_unreached_is_still_unreached():
    own = np.array([5.0, np.inf, np.inf, 5.0])
    abroad = np.array([np.inf, 5.0, np.inf, 5.0])
    found = categorise(own, abroad, np.ones(4, bool), np.inf, 5.0)
    assert found.tolist() == [OWN_ONLY, ABROAD_ONLY, UNSERVED, CHOICE]


# ---------------------------------------------------------------- a small region


PARTS = [
    [(-20_000.0, 0.0), (-15_000.0, 0.0), (10_000.0, 0.0), (20_000.0, 0.0)],
    [(-20_000.0, 8000.0), (-15_000.0, 8000.0), (-50.0, 8000.0)],
    [(-15_000.0, 0.0), (-15_000.0, 8000.0)],
    [(10_000.0, 0.0), (10_000.0, 9000.0)],
    [(300.0, 20_000.0), (9000.0, 20_000.0)],
]


def study(border=None, seed=2, types=None, size=400.0, **rules):
    network, _, _ = build(PARTS, west_and_east())
    rng = np.random.default_rng(seed)
    xy = np.column_stack([rng.uniform(-20_000, 20_000, 60), rng.uniform(-1500, 9500, 60)])
    xy[3] = np.nan
    xy[4] = [5000.0, 20_100.0]  # a road that leads nowhere
    xy[5], xy[6] = [300.0, 20.0], [-400.0, 20.0]  # nearer abroad
    country = np.where(xy[:, 0] < 0, "AA", "BB")
    country[3] = "AA"
    people = rng.integers(0, 900, 60).astype(float)
    people[7] = np.nan
    pupils = pd.DataFrame({"pupils": rng.integers(0, 50, 60).astype(float)})
    places = Places(objects(range(60)), xy, objects(country), people, pupils)
    at = np.array([[-9000, 0], [-14_000, 7500], [2500, 30], [10_100, 5000], [-3000, 100]], float)
    services = Services(
        objects(list("abcde")),
        at,
        objects(["school", "school", "school", "bank", "bank"]),
        objects(["AA", "AA", "BB", "BB", "AA"]),
        np.array([100.0, np.nan, 50.0, np.nan, np.nan]),
    )
    types = types or [
        ServiceType("school", "School", demand_field="pupils", extra_min_abroad=2.0),
        ServiceType("bank", "Bank", threshold_min=12.0, advantage_min=3.0),
    ]
    west = np.zeros((28, 100), dtype=bool)
    west[:, :50] = True
    grid = Grid(-20_000.0, 9800.0, size, {"AA": west, "BB": ~west})
    travel = Travel(network, border or BorderScenario())
    threshold, advantage = rules.get("threshold", 20.0), rules.get("advantage", 1.5)
    shared = shared_service_areas(travel, places, services, types, grid, threshold, advantage)
    return travel, places, services, grid, shared


def test_people_by_category_add_up():
    _, places, _, _, shared = study()
    for result in shared.types:
        table = people_by_category(result, places.country)
        assert table["population"].sum() == places.people(result.type.demand_field).sum()
        assert not table.duplicated(["category", "country"]).any()
        for row in table.itertuples():
            mine = (result.place_category == row.category) & (places.country == row.country)
            assert row.population == result.people[mine].sum()
            gains = [
                (people, own - min(own, abroad))
                for own, abroad, people in zip(
                    result.places.own[mine], result.abroad_with_extra[mine], result.people[mine]
                )
                if np.isfinite(own)
            ]
            people = sum(one for one, _ in gains)
            if people:
                expected = sum(one * gain for one, gain in gains) / people
                assert row.gain_min == pytest.approx(expected)
            else:
                assert np.isnan(row.gain_min)


def test_people_without_a_country_are_not_lost():
    _, places, _, _, shared = study()
    country = places.country.copy()
    country[:5] = None
    table = people_by_category(shared.types[0], country)
    assert table["population"].sum() == shared.types[0].people.sum()


def test_every_place_and_cell_follows_the_rules():
    travel, places, services, grid, shared = study()
    own_limits = {"school": (20.0, 1.5), "bank": (12.0, 3.0)}
    matrix = travel.matrix(shared.services, shared.places)
    for result in shared.types:
        for row in range(len(places.id)):
            of_type = services.type == result.type.name
            home = services.country == places.country[row]
            own = min(matrix[of_type & home, row], default=np.inf)
            abroad = min(matrix[of_type & ~home, row], default=np.inf)
            assert result.places.own[row] == pytest.approx(own, abs=1e-9)
            assert result.places.abroad[row] == pytest.approx(abroad, abs=1e-9)
            assert result.place_category[row] == rule(
                own,
                abroad + result.type.extra_min_abroad,
                shared.places.ok[row],
                *own_limits[result.type.name],
            )
        for code, mask in grid.masks.items():
            assert len(result.cell_category[code]) == mask.sum()
            assert set(result.cell_category[code]) <= set(CATEGORIES)
    found = {one for result in shared.types for one in result.place_category}
    assert found == set(CATEGORIES)


def test_a_closed_border_leaves_nothing_across_it():
    _, _, services, grid, shared = study(BorderScenario(CLOSED))
    for result in shared.types:
        everything = np.concatenate([result.place_category, *result.cell_category.values()])
        assert not np.isin(everything.astype(str), ACROSS).any()
        assert np.nanmax(result.gain) == 0
        assert not result.newly_served.any()
        assert (result.places.crossing == -1).all()
        assert (result.places.abroad_service == -1).all()
    assert shared_zones(shared, grid)[1] == 0
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    assert table["shared"].tolist() == [0] * 5
    assert (table["foreign_share"].dropna() == 0).all()


@pytest.mark.parametrize("border", [None, BorderScenario(DELAY, 6.0), BorderScenario(CLOSED)])
def test_the_nearest_people_of_all_facilities_are_the_people_reached(border):
    _, _, services, _, shared = study(border)
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    people = table[["nearest_population_aa", "nearest_population_bb"]]
    for result in shared.types:
        mine = services.type == result.type.name
        best = np.minimum(result.places.own, result.abroad_with_extra)
        for code, column in (("AA", people.columns[0]), ("BB", people.columns[1])):
            reached = np.isfinite(best) & (shared.places.country == code)
            assert people.loc[mine, column].sum() == result.people[reached].sum()
    for row in range(len(table)):
        both = people.iloc[row].to_numpy()
        if both.sum():
            own = both[0] if services.country[row] == "AA" else both[1]
            assert table["foreign_share"][row] == pytest.approx(1 - own / both.sum())
            assert table["shared"][row] == int(min(both) > 0 and min(both) >= 0.05 * both.sum())
        else:
            assert np.isnan(table["foreign_share"][row])


def test_a_delay_moves_nobody_towards_the_border():
    gains = [
        study(border)[4].types[0].gain
        for border in (None, BorderScenario(DELAY, 4.0), BorderScenario(CLOSED))
    ]
    for softer, harder in zip(gains, gains[1:]):
        assert (np.isnan(softer) == np.isnan(harder)).all()
        assert (np.nan_to_num(softer) >= np.nan_to_num(harder) - 1e-9).all()


def test_what_cannot_be_shared_is_left_out_unless_asked_for():
    types = [
        ServiceType("school", "School", shareability="not_shareable"),
        ServiceType("bank", "Bank", shareability="free_choice"),
    ]
    _, _, services, _, shared = study(types=types)
    assert [one.type.name for one in shared.types] == ["bank"]
    assert [one.name for one in shared.skipped] == ["school"]
    status = facilities(shared, services, ["AA", "BB"], 0.05)["status"]
    assert status.tolist() == ["type left out"] * 3 + ["ok"] * 2
    with pytest.raises(NoServicesError, match="SERVICE_TYPES"):
        study(types=types[:1])


def test_one_country_has_no_border():
    network, _, _ = build(PARTS)
    _, places, services, grid, _ = study()
    with pytest.raises(BorderNeededError, match="NETWORK"):
        shared_service_areas(
            Travel(network), places, services, [ServiceType("school", "School")], grid, 30.0, 5.0
        )


# ---------------------------------------------------------------- zones


def zones_of(rows, size=100.0, west=None):
    """Zones of a drawing: `#` is shared area; by default the left half is AA, the right BB."""
    drawing = np.array([list(row) for row in rows]) == "#"
    column = np.arange(drawing.shape[1])[None, :] + np.zeros_like(drawing, dtype=int)
    west = column < drawing.shape[1] // 2 if west is None else west
    grid = Grid(0.0, 0.0, size, {"AA": west, "BB": ~west})
    category = {
        code: np.where(drawing[mask], CHOICE, OWN_ONLY).astype(object)
        for code, mask in grid.masks.items()
    }
    result = TypeResult(
        ServiceType("bank", "Bank"), 30.0, 5.0, None, objects([]), category, np.empty(0)
    )
    zone, count = shared_zones(SharedServices([result], [], None, None), grid)
    return drawing, zone, count


def test_zones_are_contiguous_and_lie_on_both_sides():
    drawing, zone, count = zones_of(
        [
            "..##....##..",
            "....####....",
            "............",
            "............",
            "............",
            "##........##",
            "............",
            "............",
            "............",
            ".....##.....",
        ]
    )
    assert count == 2
    assert sorted(set(zone[drawing])) == [0, 1, 2]
    assert set(zone[:2][drawing[:2]]) == {1}  # the larger one
    assert set(zone[9][drawing[9]]) == {2}
    assert not zone[5].any()  # one side only


def test_a_gap_between_the_boundary_sets_parts_no_zone():
    assert zones_of([".....##.##....."])[2] == 1
    assert zones_of([".....##..##...."])[2] == 1
    assert zones_of(["...##.....##..."])[2] == 0
    # at least 100 m, whatever the cells
    assert zones_of(["......##......##......"], size=25.0)[2] == 1


# ---------------------------------------------------------------- measures


@pytest.mark.parametrize("cost_kind", ["time", "distance"])
@pytest.mark.parametrize("direction", ["from", "to"])
def test_measures_are_what_the_matrix_says(cost_kind, direction):
    base, places, services, _, shared = study()
    travel = Travel(base.network, BorderScenario(DELAY, 3.0), cost_kind, direction)
    types = [ServiceType("bank", "Bank", threshold_min=12.0), ServiceType("school", "School")]
    at = shared.places
    question = Question(("nearest", "cumulative"), 18.0)
    found = service_accessibility(travel, at, places, services, types, question)
    matrix = travel.matrix(found.services, at)
    limits = {"bank": 12.0, "school": 18.0}
    supply = {"bank": np.ones(5), "school": np.nan_to_num(services.capacity)}
    for kind in ("bank", "school"):
        of_type = services.type == kind
        for row in range(len(at)):
            values = found.values.iloc[row]
            home = found.services.country == at.country[row]
            mine = {"own": of_type & home, "abroad": of_type & ~home, "": of_type}
            for side, chosen in mine.items():
                name = f"{side}_{kind}" if side else kind
                least = matrix[chosen, row].min(initial=np.inf)
                if np.isfinite(least):
                    assert values[f"nearest_{name}"] == pytest.approx(least, abs=1e-9)
                else:
                    assert np.isnan(values[f"nearest_{name}"])
                inside = chosen & (matrix[:, row] <= limits[kind])
                if at.ok[row]:
                    assert values[f"cumulative_{name}"] == supply[kind][inside].sum()
                else:
                    assert np.isnan(values[f"cumulative_{name}"])
            whole, own, abroad = (
                values[f"cumulative_{name}{kind}"] for name in ("", "own_", "abroad_")
            )
            assert whole == own + abroad or np.isnan(whole)
            service = values[f"nearest_id_{kind}"]
            if service is None:
                assert np.isnan(values[f"nearest_{kind}"])
            else:
                row_of = services.id.tolist().index(service)
                assert matrix[row_of, row] == pytest.approx(values[f"nearest_{kind}"], abs=1e-9)
    remote = np.flatnonzero(found.remarks != "")
    assert remote.tolist() == [4]
    assert found.remarks[4] == "not reached: bank, school"


@pytest.mark.parametrize("measures", [("nearest",), ("nearest", "cumulative", "2sfca")])
def test_each_type_travels_in_its_own_direction(measures):
    """Eastwards three times as slow: a school is reached, a bank sends somebody out."""
    base, places, services, _, shared = study()
    roads, edges = base.network, base.network.edges.copy()
    edges["time_fwd_s"] *= 3
    slow = RoadNetwork(edges, roads.lines, roads.node_xy, roads.node_id)
    question = Question(measures, 18.0)

    def found(run, **directions):
        types = [ServiceType(one, one, direction=way) for one, way in directions.items()]
        travel = Travel(slow, BorderScenario(), direction=run)
        at = shared.places
        return service_accessibility(travel, at, places, services, types, question).values

    mixed = found("to", bank="from", school="")
    to, back = found("to", bank="", school="to"), found("from", bank="", school="")
    for name in mixed.columns:
        alone = back if name.endswith("bank") else to
        pd.testing.assert_series_equal(mixed[name], alone[name])
    assert (mixed["nearest_bank"] - to["nearest_bank"]).abs().max() > 1


def test_the_nearest_of_more_than_two_countries_is_the_least_of_them():
    travel, _, _, _, shared = study()
    at = shared.services
    country = objects(["AA", "AA", "CC", "BB", "CC"])
    graph = travel.from_sources(at)
    matrix = travel.matrix(at, shared.places)
    found = nearest_own_and_abroad(travel, graph, country, np.ones(5, bool), shared.places)
    for row in np.flatnonzero(shared.places.ok):
        home = country == shared.places.country[row]
        assert found.own[row] == pytest.approx(matrix[home, row].min(), abs=1e-9)
        assert found.abroad[row] == pytest.approx(matrix[~home, row].min(), abs=1e-9)
        if np.isfinite(found.abroad[row]):
            assert not home[found.abroad_service[row]]
