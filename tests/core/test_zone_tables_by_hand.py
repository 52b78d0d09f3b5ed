"""Divisions into zones and all that is told of them, worked out by hand."""

from dataclasses import replace

import numpy as np
import pytest

from smart_planning_plugin.core.errors import InvalidValueError
from smart_planning_plugin.core.zones import measures
from smart_planning_plugin.core.zones.flows import Flows
from smart_planning_plugin.core.zones.functional import (
    Division,
    FunctionalZones,
    Rules,
    Units,
    changed,
    functional_zones,
    region_table,
)
from smart_planning_plugin.core.zones.rural import RuralRules
from smart_planning_plugin.core.zones.summary import (
    regions_with_reasons,
    summary_table,
    units_table,
)
from smart_planning_plugin.core.zones.ttwa import Targets
from tests.core.small import assert_table, objects
from tests.core.test_noticed import Told
from tests.core.test_zones_by_hand import named, road

NAN = np.nan
ACROSS, APART = "with the border crossed", "without crossing the border"

#: In no order of ids; u2 lies in no known country, and u5 in a zone of its own without people.
UNITS = Units(
    objects(["u3", "u1", "u4", "u2", "u5"]),
    objects(["Alpha", "Twin", "Zeta", "Twin", "Eta"]),
    objects(["BB", "AA", "AA", "", "BB"]),
    np.array([30_000.0, 10_000, 40_000, 20_000, 0]),
    np.array([[0, 1], [1, 3], [2, 4]]),
    objects([""] * 5),
)
FLOW = np.array([
    [10.0, 2, 5, 0, 0],
    [1, 8, 0, 4, 0],
    [6, 0, 12, 1, 0],
    [0, 3, 0, 7, 0],
    [0, 0, 0, 0, 0],
])  # fmt: skip
FOUND = FunctionalZones(
    Division(
        np.array([1, 0, 1, 0, 2]), np.array([1, 2, 4]),
        objects(["member", "core", "core", "member", "alone"]), np.array([True, False, True]),
    ),
    Division(
        np.array([0, 1, 2, 1, 3]), np.array([0, 1, 2, 4]),
        objects(["alone", "core", "alone", "member", "alone"]), np.array([True, True, False, True]),
    ),
    Flows(FLOW, "mixed"), "",
)  # fmt: skip
#: Of u1 and u2 start 23, end 25 and stay 22; of u3 and u4 36, 34 and 33.
SHARES = [22 / 25, 33 / 36, None]


def test_a_row_for_each_zone():
    table = regions_with_reasons(UNITS, FOUND, "louvain")
    assert table.pop("reason").tolist() == [
        "Candidate zone around Twin (units: 2, people: 30,000). "
        "88 % of observed and modelled flows stay within.",
        "Candidate zone around Zeta (units: 2, people: 70,000). It crosses the border (AA, BB). "
        "Without crossing, its units would lie in 2 zones. "
        "92 % of observed and modelled flows stay within. It does not hang together: 2 pieces. "
        "It stays below the thresholds of the method.",
        "Candidate zone around Eta (units: 1, people: 0).",
    ]
    assert (table.pop("reason_lv") != table.pop("reason_lt")).all()
    assert_table(
        table,
        zone_id=["FZ-u1", "FZ-u4", "FZ-u5"],
        zone_name=["Twin", "Zeta", "Eta"],
        method=["louvain"] * 3,
        core=["u1", "u4", "u5"],
        units=[2, 2, 1],
        countries=["AA", "AA, BB", "BB"],
        population=[30_000.0, 70_000.0, 0.0],
        cross_border=[0, 1, 0],
        country_a=["AA"] * 3,
        population_a=[10_000.0, 40_000.0, 0.0],
        country_b=["BB"] * 3,
        population_b=[0.0, 30_000.0, 0.0],
        parts=[1, 2, 1],
        contiguous=[1, 0, 1],
        meets_targets=[1, 0, 1],
        flow_out=[23.0, 36.0, 0.0],
        flow_in=[25.0, 34.0, 0.0],
        flow_within=[22.0, 33.0, 0.0],
        supply=[22 / 23, 33 / 36, None],
        demand=[22 / 25, 33 / 34, None],
        self_containment=SHARES,
        flow_across=[0.0, 11.0, 0.0],  # u2 lies in no country, so across no border
        flow_kind=["mixed"] * 3,
        unit_ids=["u1, u2", "u3, u4", "u5"],
        unit_names=["Twin", "Alpha, Zeta", "Eta"],
        zones_apart=[1, 2, 1],
    )


@pytest.mark.parametrize("kind", ["observed", "modelled"])
def test_reasons_by_kind_and_variant(kind):
    whole = replace(FOUND, flows=Flows(FLOW, kind), variant="all-territory variant")
    reason = regions_with_reasons(UNITS, whole, "x")["reason"]
    assert reason[0].endswith(
        f"88 % of {kind} flows stay within. All-territory variant: large cities were not taken out."
    )
    other = replace(FOUND, flows=None, variant="outside of urban areas")
    told = regions_with_reasons(UNITS, other, "x")["reason"]
    assert told[0] == "Candidate zone around Twin (units: 2, people: 30,000)."
    same = replace(FOUND, apart=FOUND.across)
    assert "Without crossing" not in regions_with_reasons(UNITS, same, "x")["reason"][1]


def test_zones_of_one_country_and_of_three():
    home = replace(UNITS, country=objects(["AA", "AA", "AA", "", "AA"]))
    table = region_table(home, FOUND.across, None)
    assert list(table)[7:9] == ["country_a", "population_a"] and "country_b" not in table
    many = replace(UNITS, country=objects(["CC", "BB", "AA", "DD", "BB"]))
    table = region_table(many, FOUND.across, None)
    assert table["countries"].tolist() == ["BB, DD", "AA, CC", "BB"]
    assert table[["country_a", "country_b"]].to_numpy().tolist() == [["AA", "BB"]] * 3
    assert table["population_b"].tolist() == [10_000, 0, 0]


def test_a_row_for_each_unit():
    table = units_table(UNITS, FOUND, objects(["x", "", "x", "y", "y"]))
    assert_table(
        table,
        zone_id=["FZ-u4", "FZ-u1", "FZ-u4", "FZ-u1", "FZ-u5"],
        zone_name=["Zeta", "Twin", "Zeta", "Twin", "Eta"],
        core=["u4", "u1", "u4", "u1", "u5"],
        role=["member", "core", "core", "member", "alone"],
        zone_crosses=[1, 0, 1, 0, 0],
        zone_id_apart=["FZ-u3", "FZ-u1", "FZ-u4", "FZ-u1", "FZ-u5"],
        changed=[1, 0, 1, 0, 0],
        people=[30_000.0, 10_000.0, 40_000.0, 20_000.0, 0.0],
        compared_zone=["x", "", "x", "y", "y"],
        flow_out=[17.0, 13.0, 19.0, 10.0, 0.0],
        flow_in=[17.0, 13.0, 17.0, 12.0, 0.0],
        flow_within=[10.0, 8.0, 12.0, 7.0, 0.0],
        self_containment=[10 / 17, 8 / 13, 12 / 19, 7 / 12, None],
        zone_self_containment=[SHARES[at] for at in FOUND.across.group],
    )
    bare = units_table(UNITS, replace(FOUND, flows=None), None)
    assert list(bare)[-1] == "people" and "compared_zone" not in bare


def test_numbers_of_both_divisions_and_of_given_zones():
    table = summary_table(UNITS, FOUND, objects(["x", "", "x", "y", "y"]))
    rows = [
        (ACROSS, "", "", "zones", 3),
        (ACROSS, "", "", "zones across the border", 1),
        (ACROSS, "", "", "people in zones across the border", 70_000),
        (ACROSS, "", "", "zones that hang together", 2),
        (ACROSS, "", "", "zones that meet the thresholds", 2),
        (ACROSS, "", "", "share of flows within zones", 55 / 59),
        (ACROSS, "", "", "modularity", 55 / 59 - (23 * 25 + 36 * 34) / 59**2),
        (APART, "", "", "zones", 4),
        (APART, "", "", "zones across the border", 0),
        (APART, "", "", "people in zones across the border", 0),
        (APART, "", "", "zones that hang together", 4),
        (APART, "", "", "zones that meet the thresholds", 3),
        (APART, "", "", "share of flows within zones", 44 / 59),
        (APART, "", "", "modularity", 44 / 59 - (17 * 17 + 23 * 25 + 19 * 17) / 59**2),
        ("difference", "", "", "units whose zone changes", 2),
        ("difference", "", "", "people in them", 70_000),
        # two pairs of ten together, one of ten: one in both, a fifth by chance
        ("difference", "", "", "adjusted Rand index", (1 - 0.2) / (1.5 - 0.2)),
        ("comparison", "", "", "units in given zones", 4),
        ("comparison", "", "", "adjusted Rand index", (1 - 1 / 3) / (1.5 - 1 / 3)),
    ]
    for zone, other, values in (
        ("FZ-u1", "y", (1, 20_000, 1, 1)),
        ("FZ-u4", "x", (2, 70_000, 1, 1)),
        ("FZ-u5", "y", (1, 0, None, 0)),
    ):
        names = "units", "people", "share of the candidate zone", "share of the given zone"
        rows += [("overlap", zone, other, name, one) for name, one in zip(names, values)]
    columns = dict(zip(("topic", "zone", "other", "measure", "value"), map(list, zip(*rows))))
    columns["value"] = [None if one is None else float(one) for one in columns["value"]]
    assert_table(table, **columns)
    alone = summary_table(UNITS, FOUND)
    assert alone["topic"].tolist() == columns["topic"][:17]
    assert summary_table(UNITS, replace(FOUND, flows=None)).shape == (13, 5)


def test_units_that_are_together_with_others():
    one, other = (replace(FOUND.across, group=np.array(group))
                  for group in ([0, 0, 1, 1, 2], [3, 3, 1, 0, 2]))  # fmt: skip
    assert changed(one, other).tolist() == [False, False, True, True, False]
    assert not changed(one, one).any()


# ---------------------------------------------------------------- methods by flows


def divided(method, flow=FLOW, units=UNITS, **rules):
    rules = Rules(**rules)
    return functional_zones(units, method, rules, Flows(np.asarray(flow, float), "observed"))


def test_the_core_is_where_most_ends_or_the_centre_of_the_method():
    flow = np.array([[1.0, 9, 0, 0, 0], [6, 3, 0, 0, 0], [0, 0, 2, 5, 0], [0, 0, 7, 9, 0],
                     [0, 0, 0, 0, 1]])  # fmt: skip
    found = divided("louvain", flow)
    assert named(UNITS, found.across) == {"u1": ["u3", "u1"], "u2": ["u4", "u2"], "u5": ["u5"]}
    assert found.across.role.tolist() == ["member", "core", "member", "core", "alone"]
    assert found.across.valid.all() and found.flows.matrix is not None and found.variant == ""
    # u1 (AA) and u3 (BB) may not be together, nor u4 (AA) with u2, of which nothing is known
    assert named(UNITS, found.apart) == {one: [one] for one in UNITS.id}
    assert (found.apart.role == "alone").all()
    # u4 sends most to u2 and u2 most to u4, the larger by what ends there: 14 against 9
    found = divided("dominant_flow", flow)
    assert named(UNITS, found.across) == {"u1": ["u3", "u1"], "u2": ["u4", "u2"], "u5": ["u5"]}


def test_as_many_regions_as_are_asked_for():
    for number in (5, 4, 3, 2):
        assert len(divided("intramax", regions=number).across.core) == number
    assert len(divided("intramax", regions=1).across.core) == 2  # nothing ties u5 to others
    assert len(divided("intramax", FLOW + 1, regions=4).across.core) == 4
    free = divided("intramax", FLOW + 1).across
    assert len(free.core) in (1, 2, 3, 4) and free.valid.all()
    assert len(divided("louvain", FLOW + 1, resolution=90.0).across.core) == 5


def test_targets_of_areas_are_met_or_not():
    found = divided("ttwa", targets=Targets(20, 30, 0.5, 0.8))
    # u1 with u2: 22 of 23 and 25 stay; u3 with u4 33 of 36 and 34; nothing starts in u5
    assert {frozenset(one) for one in named(UNITS, found.across).values()} == {
        frozenset(one) for one in (("u1", "u2"), ("u3", "u4"), ("u5",))
    }
    valid = dict(zip(UNITS.id[found.across.core].tolist(), found.across.valid.tolist()))
    assert valid == {"u1": True, "u4": True, "u5": False}  # in u4 end as many as in u3


def test_cities_are_named_or_large():
    flow = np.diag([100.0] * 5)
    flow[1, 2] = 20  # of u1 a sixth goes to u4
    flow[4, 0] = 30
    every = replace(UNITS, neighbours=np.array([[1, 2], [0, 4], [3, 4]]))
    found = divided("fua", flow, every, city_people=30_000).across
    assert named(UNITS, found) == {"u4": ["u1", "u4"], "u3": ["u3", "u5"], "u2": ["u2"]}
    found = divided("fua", flow, every, city_people=30_001).across
    assert named(UNITS, found) == {"u4": ["u1", "u4"], "u3": ["u3"], "u2": ["u2"], "u5": ["u5"]}
    assert found.valid.all()
    # one is named: the largest of all is none then, though nobody lives in it
    city = replace(every, city=objects(["", "", "", "", "C"]))
    city.people[:] = [30_000, 10_000, 40_000, 20_000, 0]
    back = flow.T.copy()
    found = divided("fua", back, city).across
    assert named(UNITS, found) == {"u1": ["u1"], "u4": ["u4"], "u2": ["u2"], "u5": ["u3", "u5"]}
    assert found.role.tolist() == ["member", "alone", "alone", "alone", "core"]
    # two units of a city: the larger is the core, whoever is larger around it
    two = replace(every, city=objects(["B", "C", "", "C", ""]))
    flow[2, 3] = 90
    found = divided("fua", flow, two).across
    assert named(UNITS, found) == {"u2": ["u1", "u4", "u2"], "u3": ["u3", "u5"]}
    with pytest.raises(InvalidValueError) as told:
        divided("fua", flow, every, city_people=40_001)
    assert str(told.value) == (
        "Layer 'ZONES': no zone has 40001 residents, so there is no city. "
        "Name the cities with CITY_FIELD, or lower CITY_SIZE."
    )


def test_the_share_of_urban_areas_is_that_of_the_rules():
    flow = np.diag([85.0] * 5)
    flow[1, 2] = 15
    every = replace(UNITS, neighbours=np.array([[1, 2]]))
    assert named(UNITS, divided("fua", flow, every, city_people=4e4).across)["u4"] == ["u1", "u4"]
    found = divided("fua", flow, every, city_people=4e4, share=0.16).across
    assert named(UNITS, found)["u4"] == ["u4"]


def test_the_usual_thresholds():
    usual = Rules()
    assert usual == Rules(
        RuralRules(10, 2, 25_000, 60, 30, 1), Targets(3500, 25_000, 2 / 3, 0.75), 0.15, 50_000, 0,
        1.0, 1,
    )  # fmt: skip


def test_progress_of_both_divisions():
    for method in ("intramax", "ttwa"):
        told = Told()
        functional_zones(UNITS, method, Rules(), Flows(FLOW, "observed"), progress=told)
        told.check()
        assert told.shares[0] < 0.5 <= told.shares[-1]
    units, settlements, rules = road()
    told = Told()
    functional_zones(units, "functional_rural", rules, None, settlements, progress=told)
    assert sorted(set(told.shares)) == [0, 0.5]


# ---------------------------------------------------------------- functional rural areas


def rural(change=None, urban=("",) * 7, **rules):
    units, settlements, made = road(urban, **rules)
    settlements = (change and change(units, settlements)) or settlements
    return units, functional_zones(units, "functional_rural", made, None, settlements)


def test_places_outside_of_all_units_count_to_none():
    def change(units, settlements):
        return replace(settlements, zone=np.where(np.arange(7) == 0, -1, settlements.zone))

    units, found = rural(change)
    # the hamlet of U1 leans on the town outside
    assert named(units, found.across) == {"U1": ["U1"], "U3": ["U2", "U3", "U4"]}
    units, found = rural(
        change, ["Town", "", "", "", "", "", ""]
    )  # without the town, on that of BB
    assert named(units, found.across) == {"U3": ["U1", "U2", "U3", "U4"]}
    assert "urban" not in found.across.role


@pytest.mark.parametrize("empty", range(4))
def test_a_unit_in_which_nobody_lives_is_a_zone_of_its_own(empty):
    def change(units, settlements):
        return replace(settlements, zone=np.where(settlements.zone == empty, -1, settlements.zone))

    _, found = rural(change)
    assert (found.across.group == found.across.group[empty]).sum() == 1


def test_who_lives_abroad_goes_with_a_unit_whose_country_is_not_known():
    def change(units, settlements):
        units.country[1] = ""

    units, found = rural(change)
    # 9,000 of U2 lean on the town of BB when the border is closed too, 2,000 on that of AA
    assert named(units, found.apart) == {"U1": ["U1"], "U3": ["U2", "U3", "U4"]}


def test_a_place_of_no_known_country_is_no_sliver():
    def change(units, settlements):
        settlements.at.country[3] = ""

    units, found = rural(change)
    # apart it is of no country: its 9,000 are an area of their own in U2, of more than 2,000
    assert named(units, found.apart) == {"U1": ["U1"], "U2": ["U2"], "U3": ["U3", "U4"]}
    assert found.apart.role.tolist() == ["alone", "alone", "core", "member"]


def test_a_rural_zone_is_just_large_enough():
    _, found = rural(least_people=30_100.0, apart_min=20.0)
    assert found.across.valid.tolist() == [True, True]
    _, found = rural(least_people=30_101.0, apart_min=20.0)
    assert found.across.valid.tolist() == [False, True]


def test_the_core_is_the_unit_of_the_centre_not_the_largest():
    def change(units, settlements):
        units.people[1] = 99_000

    units, found = rural(change)
    assert named(units, found.across) == {"U1": ["U1"], "U3": ["U2", "U3", "U4"]}


def test_a_unit_is_urban_where_most_of_its_people_are():
    # U4: 500 people in the village; the lost 7,000 lie in Metro
    _, found = rural(None, ["", "", "", "", "", "", "Metro"])
    assert found.across.role.tolist() == ["alone", "member", "core", "urban"]
    # of U1 30,000 are in Town and 100 are not; of U3 all are in City
    _, found = rural(None, ["Town", "", "", "", "City", "", ""])
    assert found.across.role.tolist()[0] == found.across.role.tolist()[2] == "urban"
    # Town and City are zones of their own
    assert len(set(found.across.group[[0, 2]].tolist())) == 2


def test_two_units_of_one_urban_area_are_one_zone():
    units, found = rural(None, ["", "", "", "", "Metro", "", "Metro"])
    assert named(units, found.across)["U3"] == ["U3", "U4"]
    assert found.across.role.tolist()[2:] == ["urban", "urban"]


@pytest.mark.parametrize("seed", range(3))
def test_rows_of_places_and_units_are_of_no_matter_to_rural_zones(seed):
    rng = np.random.default_rng(seed)
    units, settlements, rules = road(["", "Town", "", "", "", "", ""])
    found = functional_zones(units, "functional_rural", rules, None, settlements)
    row, place = rng.permutation(4), rng.permutation(7)
    back = np.argsort(row)
    places, at = settlements.places, settlements.at.take(place)
    moved = replace(
        settlements,
        places=replace(places, id=places.id[place], xy=places.xy[place],
                       country=places.country[place], population=places.population[place]),
        at=at, zone=back[settlements.zone[place]], urban=settlements.urban[place],
    )  # fmt: skip
    other = Units(units.id[row], units.name[row], units.country[row], units.people[row],
                  back[units.neighbours], units.city[row])  # fmt: skip
    again = functional_zones(other, "functional_rural", rules, None, moved)
    for one, two in ((found.across, again.across), (found.apart, again.apart)):
        assert two.group.tolist() == one.group[row].tolist()
        assert units.id[one.core].tolist() == other.id[two.core].tolist()
        assert two.role.tolist() == one.role[row].tolist()


# ---------------------------------------------------------------- measures


def test_self_containment_by_hand():
    flow = np.array([[5.0, 1, 0, 0], [3, 4, 0, 0], [0, 2, 0, 0], [0, 0, 0, 0]])
    found = measures.self_containment(flow, np.array([1, 1, 0, 2]))
    wanted = {
        "flow_out": [2, 13, 0], "flow_in": [0, 15, 0], "flow_within": [0, 13, 0],
        "supply": [0, 1, np.nan], "demand": [np.nan, 13 / 15, np.nan],
        "self_containment": [0, 13 / 15, np.nan],
    }  # fmt: skip
    assert list(found) == list(wanted)
    for name, values in wanted.items():
        assert found[name].tolist() == pytest.approx(values, nan_ok=True), name


def test_cores_by_weight_then_by_the_next_then_by_number():
    group = np.array([1, 0, 1, 0, 1])
    first, second = np.array([5.0, 2, 5, 3, 1]), np.array([1.0, 9, 2, 0, 9])
    assert measures.cores(group, first, second).tolist() == [3, 2]
    assert measures.cores(group, first).tolist() == [3, 0]
    assert measures.cores(group).tolist() == [1, 0]


def test_pieces_of_each_region():
    group, pairs = np.array([1, 1, 0, 1, 0]), np.array([[0, 1], [1, 2], [2, 3], [4, 2]])
    assert measures.parts(group, pairs).tolist() == [1, 2]
    assert measures.parts(group, np.zeros((0, 2))).tolist() == [2, 3]


def test_overlap_of_people_and_of_none():
    one, other = np.array(["b", "a", "b", "b", "c"]), np.array(["y", "x", "x", "y", "x"])
    found = measures.overlap(one, other, np.array([10.0, 5, 30, 20, 0]))
    assert found.to_numpy().tolist() == [
        ["a", "x", 1, 5, 1.0, 5 / 35], ["b", "x", 1, 30, 0.5, 30 / 35],
        ["b", "y", 2, 30, 0.5, 1.0], ["c", "x", 1, 0, pytest.approx(np.nan, nan_ok=True), 0.0],
    ]  # fmt: skip
    assert list(found) == ["one", "other", "units", "people", "share_of_one", "share_of_other"]
    nobody = measures.overlap(one, other, np.zeros(5))
    assert nobody["share_of_one"].tolist() == pytest.approx([1, 1 / 3, 2 / 3, 1])
    assert nobody["share_of_other"].tolist() == pytest.approx([1 / 3, 1 / 3, 1, 1 / 3])


def test_agreement_of_divisions_into_one_and_into_all():
    one, all_alone = np.zeros(4, int), np.arange(4)
    assert measures.adjusted_rand(one, one) == measures.adjusted_rand(all_alone, all_alone) == 1
    assert measures.adjusted_rand(one, all_alone) == 0
    assert measures.adjusted_rand(np.zeros(1), np.zeros(1)) == 1
    # one pair of three together in both is all of one's and of the other's: 2 pairs against 1
    assert measures.adjusted_rand(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 2])) == pytest.approx(
        (1 - 2 / 6) / (1.5 - 2 / 6)
    )
