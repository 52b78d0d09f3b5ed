"""Seams between areas, ends of roads and steps, nothing and too little: each worked out by hand."""

import dataclasses
import itertools
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.accessibility.decay import parse_decay
from smart_planning_plugin.core.accessibility.reach import Offer, Reach
from smart_planning_plugin.core.accessibility.stretches import _share
from smart_planning_plugin.core.accessibility.surfaces import Walls
from smart_planning_plugin.core.accessibility.travel import Travel
from smart_planning_plugin.core.crossborder.areas import zone_areas
from smart_planning_plugin.core.crossborder.scenarios import CLOSED, BorderScenario
from smart_planning_plugin.core.crossborder.shared import SharedServices
from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.services.cooperation import choose
from smart_planning_plugin.core.services.inputs import ServiceType
from smart_planning_plugin.core.services.inventory import _mean_around, changes
from smart_planning_plugin.core.territory import guidelines, plan, profile
from smart_planning_plugin.core.zones.between import flows_between
from smart_planning_plugin.core.zones.calibration import GravityFit
from smart_planning_plugin.core.zones.functional import functional_zones
from smart_planning_plugin.core.zones.interaction import Deterrence
from tests.core import test_inventory, test_overrides, test_plan, test_planar, test_schema
from tests.core.small import objects, places_on, total_length
from tests.core.test_location import problem
from tests.core.test_noticed import Told, cross
from tests.core.test_shared_services import toy
from tests.core.test_specialisation import RULE, jobs, zones
from tests.core.test_times import HOMES, POSTS, times
from tests.core.test_zones_by_hand import road

NAN, INF = np.nan, np.inf
METHODS = Path(__file__).resolve().parents[2] / "docs" / "methods.md"

# ---------------------------------------------------------------- seams


def with_cells(result, own, abroad, category, name="bank"):
    """Another type with these cells in AA."""
    return dataclasses.replace(
        result, type=ServiceType(name, name), cell_category={"AA": category},
        cell_times={"AA": (own, abroad)},
    )  # fmt: skip


def test_a_zone_ends_where_the_type_that_reaches_furthest_does():
    """Choice begins 12.75 km before the border; other types make a zone larger, never smaller."""
    travel, _, _, grid, shared = toy()
    (pool,) = shared.types
    walls = Walls.around(travel, grid.lattice)
    own, abroad = pool.cell_times["AA"]
    count = len(own)
    nothing = with_cells(
        pool, np.full(count, 5.0), np.full(count, 60.0), objects(["own_only"] * count)
    )
    turned = with_cells(pool, own[::-1], abroad[::-1], pool.cell_category["AA"][::-1], "turned")
    later = with_cells(pool, own, abroad + 2, pool.cell_category["AA"].copy(), "later")
    # 2 x + 20 minutes further abroad than at home: with 2 more the same is a km on
    kinds = later.cell_category["AA"]
    kinds[list(kinds).index("choice")] = "own_nearer"

    def ends(*types):
        zone = np.ones((1, 60), int)
        made = zone_areas(SharedServices(list(types), [], None, None), grid, ["AA"], walls, zone)
        assert list(made) == [1]
        xy = np.concatenate([ring for rings in made[1] for ring in rings])
        x = xy[np.abs(xy[:, 1]) < 1, 0]
        return x.min(), x.max()

    east = ends(pool)[1]
    for types in ((pool,), (pool, nothing), (nothing, pool), (pool, later), (later, pool)):
        assert ends(*types) == pytest.approx((-12_750, east), abs=1)
    assert ends(later)[0] == pytest.approx(-11_750, abs=1)
    # the same from the other end: 30 km less
    for types in ((turned,), (turned, nothing), (nothing, turned)):
        assert ends(*types)[1] == pytest.approx(12_750 - 30_000, abs=1)


# ---------------------------------------------------------------- ends of roads


def lines_of(network):
    return [network.lines[row].tolist() for row in range(len(network))]


def test_a_crossing_is_added_from_end_to_end():
    plain = test_overrides.built()[0]
    row = {"action": "add", "x": 0.0, "y": 600.0, "name": "New bridge"}
    network, crossings, _ = test_overrides.built(row)
    # from where one road ends to where two others begin: none is cut
    assert [[-150, 900], [150, 600]] in lines_of(network)
    assert len(network) == len(plain) + 1
    length = total_length(test_overrides.PARTS) + np.hypot(300, 300)
    assert network.edges["length_m"].sum() == pytest.approx(length)
    assert crossings["gap_m"].tolist()[-1] == pytest.approx(np.hypot(300, 300))


def test_several_crossings_are_added_at_once():
    network, crossings, _ = test_overrides.built(
        {"action": "add", "x": 0.0, "y": 600.0, "name": "New bridge"},
        {"action": "add", "x": 0.0, "y": 900.0, "name": "Old ford"},
    )
    assert {"New bridge", "Old ford"} < set(crossings["name"])
    for one in ([[-150, 900], [150, 600]], [[-150, 900], [150, 900]]):
        assert one in lines_of(network)


@pytest.mark.parametrize(
    ("end", "joins"),
    [
        ((50.0, 0.5), 1),
        ((100.0, 0.5), 0),  # beside the end: noding joins ends, not this
        ((0.0, 0.5), 0),
        ((-50.0, 0.0), 0),  # in line with it, but before it begins
        ((150.0, 0.0), 0),
        ((50.0, 1.5), 0),
    ],
)
def test_a_line_ends_on_the_inside_of_another(end, joins):
    lines, count = test_planar.joined([[(0.0, 0.0), (100.0, 0.0)], [end, (end[0], 90.0)]])
    assert count == joins and len(lines.xy) == 4 + joins


def test_nothing_is_left_where_too_little_was():
    assert _share(np.array([-1.0, -1.0, 0.0]), np.array([0.0, 4.0, 0.0])).tolist() == [0, 0, 1]


# ---------------------------------------------------------------- speeds


def table_of_speeds():
    """Class to km/h, as docs/methods.md publishes it."""
    text = METHODS.read_text(encoding="utf-8").split("### Speeds")[1].split("###")[0]
    found = {}
    for row in re.findall(r"^\|(.+)\|$", text, re.MULTILINE)[2:]:
        cells = [one.strip() for one in row.split("|")]
        for names, numbers in zip(cells[::2], cells[1::2]):
            if names.startswith("links of motorway"):
                parents = ("motorway", "trunk", "primary", "secondary", "tertiary")
                each = [float(one) for one in numbers.split(",")]
                found.update({f"{one}_link": kmh for one, kmh in zip(parents, each)})
                continue
            for name in re.sub(r" \(.*\)", "", names).split(", "):
                found[name.replace(" ", "_")] = float(numbers.split()[0])
    return found


def test_speeds_are_those_of_the_documents():
    table = table_of_speeds()
    assert len(table) == 20 and table["motorway"] == 110 and table["tertiary_link"] == 40
    assert test_schema.speeds(list(table))[0].tolist() == list(table.values())
    assert test_schema.speeds(["A", "P", "V"])[0].tolist() == [85, 75, 60]
    for country, season, kmh in (("LT", "", 120), ("LT", "winter", 105), ("LV", "winter", 110)):
        assert test_schema.speeds(["motorway"], country=country, season=season)[0] == [kmh]
    for country, kmh in (("LV", 65), ("LT", 60), ("EE", 55)):
        found, source = test_schema.speeds(
            ["main", "street"], country=country, surface="gravel"
        )  # fmt: skip
        assert found.tolist() == [kmh, 35]
        assert source.tolist() == ["default, unpaved", "default"]


# ---------------------------------------------------------------- accessibility


@pytest.mark.parametrize("steps", ["10:1, 10:0.5", "0:1, 10:0.5", "10:1, 5:0.5"])
def test_limits_of_steps_grow(steps):
    with pytest.raises(InvalidValueError, match="must grow"):
        parse_decay("stepped", steps)


def test_a_part_of_a_table_is_that_part_of_all():
    travel = times()
    at, homes = travel.sources(POSTS), travel.targets(HOMES)
    whole = np.array([[10, 30, INF, INF], [8, INF, 5.5, INF], [INF, INF, 5.5, INF]])
    for rows in itertools.chain(*(itertools.combinations(range(3), n) for n in (1, 2, 3))):
        for columns in itertools.chain(*(itertools.combinations(range(4), n) for n in (1, 2, 3))):
            found = travel.matrix(at.take(np.array(rows)), homes.take(np.array(columns)))
            np.testing.assert_array_equal(found, whole[np.ix_(rows, columns)])


def test_blocks_of_a_matrix_tell_how_far_they_are():
    told = Told()
    travel = Travel(cross())
    at, homes = places_on([0, 1, 2], [0.1, 0.2, 0.3]), places_on([0, 1, 2, 3], [0.5] * 4)
    assert [len(rows) for rows, _ in travel.blocks(at, homes, told)] == [3]
    told.check()


def test_costs_are_held_for_as_many_places_as_there_is_room():
    travel = Travel(cross())
    services, places = places_on([0, 1], [0.1, 0.2], "AA"), places_on([0] * 7, [0.5] * 7, "AA")
    offer = Offer(ServiceType("s", "s"), np.arange(2), np.ones(2), objects(["AA"] * 2), INF)
    for room, sizes in ((6, [3, 3, 1]), (100, [7]), (1, [1] * 7)):
        reach = Reach(travel, services, places, [offer], most_costs=room)
        assert [one.places.stop - one.places.start for one in reach.blocks()] == sizes


# ---------------------------------------------------------------- services


def test_minutes_of_a_place_that_goes_to_two_sites_are_their_mean():
    one = problem([[10, 20]], [100], fixed=[0, 1], capacity=[60, 100])
    place, site = objects(["AA"]), objects(["AA", "BB"])
    found = choose("pmedian", "shared", one, place, site, 2, 30.0, 10.0)
    assert found.minutes == pytest.approx([0.6 * 10 + 0.4 * 20])
    assert found.across == pytest.approx([40])


def test_what_opening_the_border_changes_for_zones():
    after, before = test_inventory.toy(), test_inventory.toy(BorderScenario(CLOSED))
    found = changes(after, before)
    assert found["change_across_pool"].tolist() == [0, 20, 0]
    assert found["change_n_pool"].tolist() == [0, 0, 0]
    assert found["change_nearest_min_pool"].tolist() == pytest.approx([0, 0, 0])
    assert "change_across_types" not in found  # names cannot be subtracted


def test_the_mean_around_of_one_zone_of_one_person_and_half_a_minute():
    value, people = np.array([0.5, NAN, 4, 8]), np.array([1.0, 5, 3, 0])
    alone = _mean_around(value, people, np.eye(4, dtype=bool))
    assert alone[[0, 2]].tolist() == [0.5, 4] and np.isnan(alone[[1, 3]]).all()
    assert _mean_around(value, people, np.ones((4, 4), bool)).tolist() == [2.25] * 4


# ---------------------------------------------------------------- territory


def test_all_years_are_those_of_the_table():
    values = {one: {"A": (2000, 2100), "C": (1000, 1100)} for one in ("x", "y")}
    found = profile.profiles(jobs(values), zones()).zones
    assert found["first_year"].tolist() == [2014] * 3 and found["last_year"].tolist() == [2017] * 3
    assert found["status"].tolist() == ["ok", "ok", "no_data"]


def test_a_year_in_which_every_zone_hides_a_sector_is_a_year():
    values = {one: {"A": (2000, 2100), "C": (1000, ": c")} for one in ("x", "y", "z")}
    assert profile.profiles(jobs(values), zones()).last == 2017


def test_a_change_from_what_is_not_known_is_not_nought():
    known = {"A": (2000, 2100), "C": (1000, 1100)}
    values = {"x": known, "y": known, "z": {"A": (": c", 2100), "C": (": c", 1100)}}
    values["R"] = {"A": (9000, 9100), "C": (5000, 5100)}
    found = profile.profiles(jobs(values), zones(), "R").zones
    for name in ("national_share", "industry_mix", "regional_shift"):
        assert found[name].isna().tolist() == [False, False, True]


def test_a_rule_may_be_for_all_classes():
    row = {**RULE, "class": ", ".join(profile.CLASSES)}
    assert len(guidelines.guideline_rules(pd.DataFrame([row]), "RULES")) == 1


def test_sectors_that_are_alike_stand_by_name():
    alike = {
        "x": {"J": (4003, 4003), "A": (4003, 4003), "C": (2003, 2003)},
        "y": {"J": (1003, 1003), "A": (1003, 1003), "C": (8003, 8003)},
        "z": {"J": (1003, 1003), "A": (1003, 1003), "C": (1003, 1003)},
    }
    classes = [one for one in profile.CLASSES if one not in ("too_small", "no_data")]
    every = {**RULE, "domain": "", "point_en": "{domain}"}
    rules = pd.DataFrame([{**every, "class": one, "rule": one} for one in classes])
    found = guidelines.guidelines(
        profile.profiles(jobs(alike), zones()), guidelines.guideline_rules(rules, "RULES"),
        pd.DataFrame({"municipality": ["1"], "municipality_name": ["M"], "zone": ["x"],
                      "neighbours": [""]}),
    )  # fmt: skip
    assert [one for one in found["domain"] if one != "C"] == ["A", "J"]


def test_the_share_of_its_time_lies_between_nothing_and_all():
    made = test_plan.read(
        {}, {"code": "2", "start": "2028", "end": "2029"},
        {"code": "3", "start": "2024", "end": "2024"},
    ).actions.set_index("code")  # fmt: skip
    # of the 1,095 days from 2025 to 2027 the 547th is 1 July 2026
    assert made["expected_pct"].tolist() == pytest.approx([100 * 547 / 1095, 0, 100])


def test_an_indicator_without_a_filter_is_of_all_rows():
    assert plan.aggregate("sum", [2, 3, NAN, 5]) == 10
    assert plan.aggregate("count", [2, 3, NAN, 5]) == 4
    assert plan.aggregate("share", [2, 3, NAN, 5]) == 100


# ---------------------------------------------------------------- zones


@pytest.mark.parametrize("exponents", [(0.5, -0.5), (-0.5, 0.5), (0.0, 1.0)])
def test_nothing_starts_from_nobody_nor_ends_there(exponents):
    fit = GravityFit(0.0, *exponents, Deterrence("power", 1.0, 1.0), None, 4, None)
    masses, cost = np.array([4.0, 0]), np.full((2, 2), 2.0)
    found = fit.flows(masses, masses[::-1], cost, np.zeros((2, 2), bool), 1.0)
    only = 4.0 ** sum(exponents) / 2
    assert found.tolist() == [[0, pytest.approx(only)], [0, 0]]


def test_what_draws_people_may_be_shares():
    people, country = np.array([100.0, 50, 30]), objects(["AA", "AA", "BB"])
    cost = np.array([[1.0, 10, 20], [10, 1, 15], [20, 15, 1]])
    jobs_there = np.array([10.0, 20, 50])
    flows = [
        flows_between(cost, people, drawn, country, "doubly_constrained").modelled
        for drawn in (jobs_there, jobs_there / 80, jobs_there / 400)
    ]
    for one in flows:
        assert one == pytest.approx(flows[0])
        assert one.sum(axis=1) == pytest.approx(people, rel=1e-6)
        assert one.sum(axis=0) == pytest.approx(180 * jobs_there / 80, rel=1e-6)


def test_two_urban_areas_and_the_first_of_the_rural_ones_stay_apart():
    units, settlements, rules = road(["", "", "", "", "Town", "Metro", "Metro"])
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    for division in (found.across, found.apart):  # place a is the centre of U1
        assert division.role.tolist()[2:] == ["urban", "urban"]
        assert np.bincount(division.group)[division.group[2:]].tolist() == [1, 1]
        assert division.role[0] != "urban"
