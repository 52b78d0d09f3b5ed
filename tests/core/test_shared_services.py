"""Shared services beyond the areas: a region on paper, zones, evidence, sensitivity, changes."""

import dataclasses

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from smart_planning_plugin.core.accessibility.contours import outlines
from smart_planning_plugin.core.accessibility.surfaces import Walls
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.areas import category_areas, zone_areas
from smart_planning_plugin.core.crossborder.comparison import changes, sensitivity
from smart_planning_plugin.core.crossborder.facilities import facilities
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, DELAY, BorderScenario
from smart_planning_plugin.core.crossborder.shared import (
    Grid,
    SharedServices,
    TypeResult,
    at_places_only,
    categorise,
    potentially_shared,
    shared_service_areas,
)
from smart_planning_plugin.core.crossborder.shared_zones import describe_zones, shared_zones
from smart_planning_plugin.core.crossborder.summary import summary
from smart_planning_plugin.core.errors import InvalidValueError, MissingFieldError
from smart_planning_plugin.core.network.model import RoadNetwork
from smart_planning_plugin.core.services.evidence import read_evidence
from smart_planning_plugin.core.services.inputs import Places, Services, ServiceType
from smart_planning_plugin.core.words import LANGUAGES
from smart_planning_plugin.handbook.findings import in_languages
from smart_planning_plugin.handbook.findings import shared as words
from smart_planning_plugin.handbook.findings.common import scenario_words
from tests.core.small import build, objects, steadily, west_and_east

# A straight road of 60 km along y = 0, a km a minute; the border at x = 0, AA to the west.
#   km      -30      -19      -5      10      30
#           pool a   A        B       pool b  C
# Ways: A 11 home, 29 abroad; B 25 home, 15 abroad; C (BB) 20 home, 60 abroad.
# With 30 minutes and an advantage of 5.5: A own_nearer, B abroad_nearer, C own_only.
ROAD = [[(-30_000.0, 0.0), (-20_000.0, 0.0), (30_000.0, 0.0)]]
# Cells of 1 km along the road, by km from the border: abroad - home = 2 x + 20 on AA's side
# (pool a at -30, pool b at 10): nearer by 5.5 abroad from x = -7.25 on, at home up to -12.75.
# Within 30 minutes of pool b: x >= -20; of pool a: x <= 0.
AREAS_AA = {
    "own_only": 10,  # -30 .. -20
    "own_nearer": 7,  # centres -19.5 .. -13.5
    "choice": 6,  # centres -12.5 .. -7.5
    "abroad_nearer": 7,  # centres -6.5 .. -0.5
}


def toy(border=None, kind=None, capacity=(np.nan, np.nan), **rules):
    network, _, _ = build(ROAD, west_and_east())
    places = Places(
        objects(["A", "B", "C"]),
        np.array([[-19_000.0, 0], [-5000, 0], [30_000, 0]]),
        objects(["AA", "AA", "BB"]),
        np.array([1000.0, 300, 500]),
        pd.DataFrame(),
    )
    services = Services(
        objects(["a", "b"]),
        np.array([[-30_000.0, 0], [10_000, 0]]),
        objects(["pool", "pool"]),
        objects(["AA", "BB"]),
        np.array(capacity, float),
    )
    mask = np.zeros((1, 60), dtype=bool)
    mask[:, :30] = True
    grid = Grid(-30_000.0, 500.0, 1000.0, {"AA": mask, "BB": ~mask})
    travel = Travel(network, border or BorderScenario())
    kind = kind or ServiceType("pool", "Pool", shareability="free_choice")
    shared = shared_service_areas(
        travel, places, services, [kind], grid, rules.get("threshold", 30.0), 5.5
    )
    return travel, places, services, grid, shared


def test_a_region_on_paper():
    _, _, services, grid, shared = toy()
    (pool,) = shared.types
    assert pool.places.own == pytest.approx([11, 25, 20])
    assert pool.places.abroad == pytest.approx([29, 15, 60])
    assert pool.place_category.tolist() == ["own_nearer", "abroad_nearer", "own_only"]
    assert pool.gain == pytest.approx([0, 10, 0])
    cells = pd.Series(pool.cell_category["AA"]).value_counts()
    assert cells.to_dict() == AREAS_AA
    # across the border pool a is within 30 minutes of nobody
    assert set(pool.cell_category["BB"]) == {"own_only"}
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    assert table["nearest_population_aa"].tolist() == [1000, 300]
    assert table["nearest_population_bb"].tolist() == [0, 500]
    assert table["foreign_share"].tolist() == [0, 300 / 800]
    assert table["shared"].tolist() == [0, 1]
    assert shared_zones(shared, grid)[1] == 0  # nothing on the side of BB


def test_areas_of_the_region_end_where_they_do_on_paper():
    travel, _, _, grid, shared = toy()
    (pool,) = shared.types
    made = category_areas(pool, grid, ["AA"], Walls.around(travel, grid.lattice))
    ends = {}
    for (category, code), polygons in made.items():
        xy = np.concatenate([ring for rings in polygons for ring in rings])
        x = xy[np.abs(xy[:, 1]) < 1, 0]  # on the road
        ends[category] = (x.min(), x.max())
        assert code == "AA"
    assert ends["own_only"][1] == pytest.approx(-20_000, abs=1)
    assert ends["own_nearer"] == pytest.approx((-20_000, -12_750), abs=1)
    assert ends["choice"] == pytest.approx((-12_750, -7250), abs=1)
    assert ends["abroad_nearer"][0] == pytest.approx(-7250, abs=1)


def area_of(polygons):
    """Square metres inside polygons, whose holes turn the other way."""
    total = 0.0
    for ring in (ring for rings in polygons for ring in rings):
        x, y = (ring - ring[0]).T
        total += (x[:-1] * y[1:] - x[1:] * y[:-1]).sum() / 2
    return total


minutes = st.one_of(st.integers(0, 60).map(float), st.floats(0, 60), st.just(np.inf))


@given(st.data(), st.integers(2, 6), st.integers(2, 6))
@steadily(80)
def test_the_areas_of_the_categories_are_the_territory(data, rows, columns):
    def drawn(values):
        size = rows * columns
        found = data.draw(st.lists(values, min_size=size, max_size=size))
        return np.array(found).reshape(rows, columns)

    own, abroad, usable, side = drawn(minutes), drawn(minutes), drawn(st.booleans()), drawn(
        st.sampled_from(["AA", "BB"])
    )  # fmt: skip
    grid = Grid(0.0, 100.0 * rows, 100.0, {code: side == code for code in ("AA", "BB")})
    category = categorise(own.ravel(), abroad.ravel(), usable.ravel(), 30.0, 5.0).reshape(own.shape)
    result = TypeResult(
        ServiceType("pool", "Pool"), 30.0, 5.0, None, objects([]),
        {code: category[mask] for code, mask in grid.masks.items()}, np.empty(0),
        {code: (own[mask], abroad[mask]) for code, mask in grid.masks.items()},
    )  # fmt: skip
    lattice = grid.lattice
    barrier = np.array([[[130.0, -50]], [[170, 700]]])
    walls = Walls.of(lattice, *barrier)
    made = category_areas(result, grid, ["AA", "BB"], walls)
    everything = np.ones(lattice.shape, int)
    half = [np.full(one.shape[1:], 0.5) for one in (walls.across, walls.down)]
    (whole,) = outlines(lattice, everything, *half).values()
    areas = {of: area_of(polygons) for of, polygons in made.items()}
    assert min(areas.values()) > 0
    assert sum(areas.values()) == pytest.approx(area_of(whole), rel=1e-9)
    assert set(areas) == {(a, b) for a, b in zip(category.ravel(), side.ravel())}
    # a zone is what the areas of its cells are
    shared = SharedServices([result], [], None, None)
    mine = potentially_shared(category.ravel()).reshape(own.shape)
    zones = zone_areas(shared, grid, ["AA", "BB"], walls, mine.astype(int))
    assert (1 in zones) == mine.any()


def test_a_facility_that_would_overflow_says_so():
    kind = ServiceType("pool", "Pool", people_per_capacity=10.0)
    _, _, services, _, shared = toy(kind=kind, capacity=(130.0, 60.0))
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    assert table["room"].tolist() == [1300, 600]
    assert table["load_own"].tolist() == pytest.approx([1300 / 1300, 500 / 600])
    assert table["load"].tolist() == pytest.approx([1000 / 1300, 800 / 600])
    assert table["overflow"].tolist() == [0, 1]  # of its own it would not
    _, _, services, _, shared = toy(capacity=(130.0, 60.0))
    assert facilities(shared, services, ["AA", "BB"], 0.05)["overflow"].isna().all()


def test_an_ambulance_starts_at_its_post():
    """Eastwards twice as slow: from pool a to A takes longer than from A to pool a."""
    travel, places, services, _, shared = toy()
    edges = travel.network.edges.copy()
    edges["time_fwd_s"] *= 2  # drawn from west to east
    network = travel.network
    slow = RoadNetwork(edges, network.lines, network.node_xy, network.node_id)
    travel = dataclasses.replace(travel, network=slow, direction="to")

    def own(**more):
        kind = ServiceType("pool", "Pool", threshold_min=30.0, advantage_min=5.0, **more)
        (found,) = at_places_only(travel, places, services, [kind], shared.places)
        return found.places.own.tolist()

    assert own() == pytest.approx([11, 25, 20])
    assert own(direction="from") == pytest.approx([22, 50, 40])
    assert own(direction="to") == own()


# ---------------------------------------------------------------- zones


def two_sided(border=None, **more):
    """The road with a pool on each side near the border: everybody could use the other one."""
    network, _, _ = build(ROAD, west_and_east())
    people = more.get("people", [900.0, 100, 700, 200])
    places = Places(
        objects(["P1", "P2", "P3", "P4"]),
        np.array([[-4000.0, 0], [-2000, 0], [3000, 0], [5000, 0]]),
        objects(["AA", "AA", "BB", "BB"]),
        np.array(people),
        pd.DataFrame(),
    )
    services = Services(
        objects(["a", "b"]), np.array([[-3000.0, 0], [3000, 0]]), objects(["pool", "pool"]),
        objects(["AA", "BB"]), np.full(2, np.nan),
    )  # fmt: skip
    mask = np.zeros((3, 60), dtype=bool)
    mask[:, :30] = True
    grid = Grid(-30_000.0, 1500.0, 1000.0, {"AA": mask, "BB": ~mask})
    kind = ServiceType("pool", "Pool", shareability="free_choice")
    travel = Travel(network, border or BorderScenario())
    advantage = more.get("advantage", 8.0)
    shared = shared_service_areas(travel, places, services, [kind], grid, 30.0, advantage)
    return travel, places, services, grid, shared


def described(**more):
    _, places, services, grid, shared = two_sided(**more)
    zone, count = shared_zones(shared, grid)
    names = objects(["Ape", "Bene", "Cīrava", "Dundaga"])
    evidence = read_evidence(more.get("evidence"), [one.type for one in shared.types], ["a", "b"])
    return describe_zones(shared, places, services, names, grid, zone, count, evidence)


def test_a_zone_is_named_after_its_largest_places_on_both_sides():
    table = described()
    (one,) = table.to_dict("records")
    assert one["zone_id"] == "AA-BB-P1-P3"
    assert one["name"] == "Ape – Cīrava"
    assert (one["country_a"], one["country_b"]) == ("AA", "BB")
    assert (one["population_a"], one["population_b"]) == (1000, 900)
    assert (one["places"], one["facilities"], one["services"]) == (4, 2, 1)
    assert one["types"] == "pool" and one["types_unknown"] == one["types_documented"] == ""
    document = pd.DataFrame({"type": ["pool"], "title": ["Season tickets"]})
    assert described(evidence=document)["types_documented"].tolist() == ["pool"]


def test_the_id_of_a_zone_does_not_follow_its_rank_or_its_people():
    assert described(people=[500.0, 100, 700, 699])["zone_id"].tolist() == ["AA-BB-P1-P3"]
    assert described(people=[1.0, 100, 700, 200])["zone_id"].tolist() == ["AA-BB-P2-P3"]


def test_no_zone_is_a_table_all_the_same():
    table = described(border=BorderScenario(CLOSED))
    assert len(table) == 0
    assert table["services"].dtype.kind == "i" and table["population_a"].dtype.kind == "f"


# ---------------------------------------------------------------- evidence


def test_documents_hold_for_what_they_name():
    table = pd.DataFrame(
        {
            "type": ["pool", "pool", "bank"],
            "service_id": ["a", None, "x"],
            "country": ["bb", "AA", None],
            "kind": ["users", None, "agreement"],
            "users": [40, None, None],
            "title": ["Tickets", "Agreement", "Loans"],
        }
    )
    found = read_evidence(table, [ServiceType("pool", "Pool")], ["a", "b"])
    assert found.ignored == ["bank"]
    service = objects(["a", "a", "b", "b", None])
    country = objects(["AA", "BB", "AA", "BB", "AA"])
    assert found.documented("pool", service, country).tolist() == [True, True, True, False, False]
    assert found.titles("pool") == ["Tickets", "Agreement"]
    assert found.titles("pool", "b") == ["Agreement"]
    users = found.users("pool", objects(["a", "b"]))
    assert users[0] == 40 and np.isnan(users[1])
    assert read_evidence(None, [], []).titles("pool") == []


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        ({"title": None}, MissingFieldError, "title"),
        ({"kind": "rumour"}, InvalidValueError, "agreement"),
        ({"users": "many"}, InvalidValueError, "number"),
        ({"users": -1}, InvalidValueError, "number"),
        ({"title": ""}, InvalidValueError, "needs a title"),
    ],
)
def test_a_document_that_cannot_be_read_is_refused(change, error, says):
    row = {"type": "pool", "title": "Tickets", "kind": "users", "users": 3, **change}
    table = pd.DataFrame([row])
    if change.get("title", "") is None:
        table = table.drop(columns="title")
    with pytest.raises(error, match=says):
        read_evidence(table, [ServiceType("pool", "Pool")], [])


# ---------------------------------------------------------------- sensitivity and changes


def test_sensitivity_is_what_a_run_with_that_value_finds():
    travel, places, services, _, shared = toy()
    table = sensitivity(shared, travel, places, services)
    people = table.set_index(["varied", "value", "country"])["population"]
    assert people["as_run", 30, "AA"] == 300
    for row in table[table["varied"] == "threshold"].itertuples():
        (pool,) = toy(threshold=row.value)[4].types
        mine = potentially_shared(pool.place_category) & (places.country == row.country)
        assert row.population == pool.people[mine].sum(), row
    for row in table[table["varied"] == "border_delay"].itertuples():
        (pool,) = toy(border=BorderScenario(DELAY, row.value))[4].types
        mine = potentially_shared(pool.place_category) & (places.country == row.country)
        assert row.population == pool.people[mine].sum(), row
        base = people["as_run", 30, row.country]
        assert row.change == row.population - base
    assert people["border_delay", 5, "AA"] == 300  # 20 minutes abroad, 25 at home
    assert people["border_delay", 15, "AA"] == 300  # 30 minutes, exactly the threshold
    assert people["border_delay", 30, "AA"] == 0


def test_a_closed_border_has_no_delay():
    travel, places, services, _, shared = toy(BorderScenario(CLOSED))
    assert set(sensitivity(shared, travel, places, services)["varied"]) == {
        "as_run", "threshold", "advantage"
    }  # fmt: skip


def test_changes_between_two_scenarios():
    travel, places, services, _, shared = toy(threshold=20.0)
    closed = dataclasses.replace(travel, border=BorderScenario(CLOSED))
    kinds = [one.type for one in shared.types]
    (before,) = shared.types
    (after,) = at_places_only(closed, places, services, kinds, shared.places, 20.0, 5.0)
    table = changes(before, after, shared.places.ok)
    assert table["change"].tolist() == ["same", "lost", "same"]
    assert table["change_min"].tolist() == pytest.approx([0, 10, 0])
    back = changes(after, before, shared.places.ok)
    assert back["change"].tolist() == ["same", "gained", "same"]
    assert (back["change_min"] == -table["change_min"]).all()
    assert changes(before, after, np.zeros(3, bool))["change"].tolist() == ["no_data"] * 3


# ---------------------------------------------------------------- words


def told(kind, **more):
    travel, places, services, _, shared = toy(kind=kind, **more)
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    evidence = read_evidence(None, [kind], ["a", "b"])
    names = travel.network.edges["name"].fillna("").to_numpy(object)
    varied = sensitivity(shared, travel, places, services)
    row = summary(shared, services, table, ["AA", "BB"], True, names, varied, evidence)
    (row,) = row.to_dict("records")
    said = in_languages(
        lambda language: words.sentences(
            ["AA", "BB"],
            row,
            kind.label_in(language),
            scenario_words("border open; by car", language),
            language,
        ),
        {"by car", words.NOT_USERS},
    )
    return row, said


@pytest.mark.parametrize(
    ("shareability", "says"),
    [
        ("agreement", "could be used together under an agreement. Legal basis: The treaty."),
        ("free_choice", "could choose it freely"),
        ("unknown", "reachable is not the same as shared"),
    ],
)
def test_the_finding_says_what_the_law_allows(shareability, says):
    kind = ServiceType("pool", "Pool", shareability=shareability, legal_basis="The treaty.")
    row, said = told(kind)
    assert (row["potential"], row["potential_aa"], row["potential_bb"]) == (300, 300, 0)
    assert row["gain_min"] == pytest.approx(10)
    assert says in said["finding_en"]
    assert (
        "who could reach one" in said["finding_en"]
        and ": 300 (AA: 300; BB: 0)" in said["finding_en"]
    )
    assert "by car; nearest residents, not users" in said["finding_en"]
    assert "this is a potential" in said["finding_en"]
    for language in ("lv", "lt"):
        text = said[f"finding_{language}"]
        assert "300" in text
        for english in ("could", "threshold", "border", "people"):
            assert english not in text, (language, english)


def test_small_numbers_are_not_disclosed():
    kind = ServiceType("pool", "Pool")
    travel, places, services, grid, _ = toy(kind=kind)
    few = dataclasses.replace(places, population=np.array([1000.0, 7, 500]))
    shared = shared_service_areas(travel, few, services, [kind], grid, 30.0, 5.0)
    table = facilities(shared, services, ["AA", "BB"], 0.05)
    varied = sensitivity(shared, travel, few, services)
    names = travel.network.edges["name"].fillna("").to_numpy(object)
    evidence = read_evidence(None, [kind], [])
    row = summary(shared, services, table, ["AA", "BB"], True, names, varied, evidence)
    for language in LANGUAGES:
        sentences = words.sentences(
            ["AA", "BB"], row.to_dict("records")[0], "Pool", "border open", language
        )
        assert ": 7" not in " ".join(sentences) and " 7 " not in " ".join(sentences)
    assert "fewer than 20" in " ".join(
        words.sentences(["AA", "BB"], row.to_dict("records")[0], "Pool", "border open", "en")
    )
