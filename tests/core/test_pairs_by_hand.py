"""Pairs of zones and pairs of regions, whole tables worked out by hand."""

import numpy as np
import pytest

from smart_planning_plugin.core.services.inputs import FREE_CHOICE, ServiceType
from smart_planning_plugin.core.zones.functional import Units
from smart_planning_plugin.core.zones.partners import (
    Profiles,
    opportunity_table,
    pair_table,
    percentile,
)
from smart_planning_plugin.core.zones.potential import Interaction, Offer
from smart_planning_plugin.core.zones.register import cooperation, read_register
from tests.core.small import assert_table, objects
from tests.core.test_partners import records

NAN, INF = np.nan, np.inf
POOL = ServiceType("pool", "Swimming pool", "sport", shareability=FREE_CHOICE)
CLINIC = ServiceType("clinic", "Clinic", "health", label_lv="Klīnika")  # not known to be shared
BANK = ServiceType("bank", "Bank", shareability=FREE_CHOICE)


def units(ids, countries):
    n = len(ids)
    names = objects([f"Town {one}" for one in ids])
    return Units(
        objects(ids), names, objects(countries), np.ones(n), np.zeros((0, 2), int),
        objects([""] * n),
    )  # fmt: skip


def offer(kind, count, **people):
    """`g01=5`: five people of the first group gain by a service of the second."""
    gain = np.zeros((count, count))
    for at, number in people.items():
        gain[int(at[1]), int(at[2])] = number
    return Offer(kind, np.zeros((count, count)), gain)


def register(rows, ids):
    return cooperation(read_register(records(*rows), objects(ids)), len(ids))


# ---------------------------------------------------------------- pairs of zones
# In no order of ids or countries, and one zone of no known country.

IDS, COUNTRIES = ["z9", "a1", "x", "m5", "k"], ["BB", "AA", "", "AA", "CC"]
POTENTIAL = np.array([
    [10.0, 6, 1, 0, 2],
    [4, 20, 0, 7, 1],
    [1, 1, 5, 1, 1],
    [0, 3, 0, 30, 4],
    [1, 2, 0, 5, 40],
])  # fmt: skip
MINUTES = np.array([
    [5.0, 30, 9, NAN, 50],
    [40, 5, 9, 9, 90],
    [9, 9, 9, 9, 9],
    [NAN, 9, 9, 5, 100],
    [NAN, 90, 9, 82, 5],
])  # fmt: skip
RECORDS = [
    ("1", "agreement", "Sport; culture", "a1;z9", "", ""),
    ("2", "event", "sport", "z9;k", "", ""),
    ("3", "idea", "tourism", "m5;k", "", ""),
    ("4", "role", "health", "a1", "", ""),
    ("5", "event", "", "m5;z9", "", ""),
    ("6", "event", "tourism", "a1", "", ""),
    ("7", "agreement", "tourism", "k;m5", "", ""),
]
PROFILES = Profiles(
    np.array([[0.0, 4, NAN], [10, 4, 1], [5, 4, 3], [NAN, NAN, NAN], [2, 4, NAN]]), list("pqr")
)
OFFERED = [
    offer(POOL, 5, g10=30, g01=40, g30=19),
    offer(CLINIC, 5, g43=100, g10=5),
    offer(BANK, 5, g04=20),
]


def test_pairs_of_three_countries():
    table = pair_table(
        units(IDS, COUNTRIES), Interaction(POTENTIAL / 2, POTENTIAL, MINUTES, ""), OFFERED,
        PROFILES, register(RECORDS, IDS), True, 90.0,
    )  # fmt: skip
    people = "People for whom a service on the other side could be nearer, the types of service "
    unsure = "; whether all of them may be shared is not known."
    reasons = [
        "Interaction as size and distance allow: above 75 % of the 5 pairs. "
        f"50 min apart on average by car. {people}added up: 20. Profiles alike: 90 %. "
        "Register: agreements 0, ideas 0, events 1. They work together on sport.",
        "Interaction as size and distance allow: above 50 % of the 5 pairs. "
        "90 min apart on average by car. Profiles alike: 60 %. "
        "The register knows of no cooperation. Open themes: sport, tourism.",
        "Interaction as size and distance allow: the largest of the 5 pairs. "
        f"35 min apart on average by car. {people}added up: 80{unsure} Profiles alike: 50 %. "
        "Register: agreements 1, ideas 0, events 0. They work together on culture, sport. "
        "Open themes: health.",
        f"91 min apart on average by car. {people}added up: 100{unsure} "
        "Register: agreements 1, ideas 1, events 0. They work together on tourism. "
        "Open themes: health.",
        f"{people}added up: fewer than 20. Register: agreements 0, ideas 0, events 1. "
        "Open themes: sport.",
    ]
    assert table.pop("reason").tolist() == reasons
    assert "izglītība" not in table.pop("reason_lv")[0] and (table.pop("reason_lt") != "").all()
    # all that starts and ends in z9 35, a1 64, m5 80, k 96; percentiles among 5, so in quarters
    potential = [(1.5 + 1 + 0.9 + 1 / 3) / 6, 2.1 / 6, 4.5 / 6, 2.5 / 5, 0.5 / 5]
    held = [0.2, 0.0, 0.5, 0.6, 0.2]  # s / (1 + s) of 0.25, 0, 1, 1.5, 0.25
    assert_table(
        table,
        rank=[1, 2, 3, 4, 5],
        a=[0, 1, 1, 3, 3],
        b=[4, 4, 0, 4, 0],
        zone_a=["z9", "a1", "a1", "m5", "m5"],
        name_a=["Town z9", "Town a1", "Town a1", "Town m5", "Town m5"],
        country_a=["BB", "AA", "AA", "AA", "AA"],
        zone_b=["k", "k", "z9", "k", "z9"],
        name_b=["Town k", "Town k", "Town z9", "Town k", "Town z9"],
        country_b=["CC", "CC", "BB", "CC", "BB"],
        time_min=[50.0, 90.0, 35.0, 91.0, None],
        interaction_present=[1.5, 1.5, 5.0, 4.5, 0.0],
        interaction_potential=[3.0, 3.0, 10.0, 9.0, 0.0],
        interaction_share=[3 / 35, 3 / 64, 10 / 35, 9 / 80, 0.0],
        services=[1, 0, 2, 1, 1],
        service_people=[20.0, 0.0, 80.0, 100.0, None],  # 75 are 80, 19 are not told
        service_types=["bank", "", "pool, clinic", "clinic", "pool"],
        profile_likeness=[0.9, 0.6, 0.5, None, None],
        score_interaction=[0.75, 0.5, 1.0, 0.0, 0.0],  # 91 minutes are too far, 90 are not
        score_services=[0.5, 0.0, 0.75, 1.0, 0.25],
        score_profile=[0.9, 0.6, 0.5, None, None],
        score_themes=[1 / 3, 0.5, 0.5, 0.5, 0.0],
        potential=potential,
        agreements=[0, 0, 1, 1, 0],
        ideas=[0, 0, 0, 1, 0],
        events=[1, 0, 0, 0, 1],
        cooperation=held,
        gap=[one - other for one, other in zip(potential, held)],
        themes=["sport", "sport, tourism", "culture, health, sport", "health, tourism", "sport"],
        themes_open=["", "sport, tourism", "health", "health", "sport"],
        may_be_shared=["yes", "", "unknown", "unknown", "yes"],
    )


def test_pairs_of_which_nothing_is_known_stand_by_their_ids():
    ids = ["b2", "a1", "b1", "a2"]
    none = np.zeros((4, 4))
    table = pair_table(
        units(ids, ["BB", "AA", "BB", "AA"]), Interaction(none, none, none + NAN, ""), [], None,
        cooperation(None, 4), False,
    )  # fmt: skip
    assert table[["rank", "zone_a", "zone_b"]].to_numpy().tolist() == [
        [1, "a1", "b1"], [2, "a1", "b2"], [3, "a2", "b1"], [4, "a2", "b2"],
    ]  # fmt: skip
    assert table["reason"].tolist() == ["The register knows of no cooperation."] * 4
    assert table[["potential", "gap", "service_people"]].to_numpy().tolist() == [[0, 0, 0]] * 4
    scores = ["score_services", "score_profile", "score_themes", "profile_likeness"]
    assert table[scores].isna().all().all()
    assert (table["score_interaction"] == 0).all() and (table["may_be_shared"] == "").all()


def test_a_register_without_a_word_scores_no_themes():
    none = np.ones((2, 2))
    made = [
        pair_table(units(["a", "b"], ["AA", "BB"]), Interaction(none, none, none, ""), [], None,
                   cooperation(None, 2), given).loc[0]
        for given in (True, False)
    ]  # fmt: skip
    assert made[0]["score_themes"] == 0 and np.isnan(made[1]["score_themes"])
    assert made[0]["potential"] == 0 and made[1]["potential"] == 0  # of one pair, above none
    assert made[0]["time_min"] == 1


def test_likeness_of_profiles():
    found = PROFILES.similarity()
    # p from 0 to 10 and q all alike; r is known of a1 and x only: 1 and 3
    wanted = [
        [1, 0.5, 0.75, NAN, 0.9],
        [0.5, 1, 1 - (0.5 + 0 + 1) / 3, NAN, 0.6],
        [0.75, 1 - (0.5 + 0 + 1) / 3, 1, NAN, 1 - 0.3 / 2],
        [NAN] * 5,
        [0.9, 0.6, 1 - 0.3 / 2, NAN, 1],
    ]
    assert found == pytest.approx(np.array(wanted), nan_ok=True)


def test_percentiles_of_one_and_of_two():
    assert percentile(np.array([4.0])).tolist() == [0]
    assert percentile(np.array([4.0, 9.0])).tolist() == [0, 1]
    assert percentile(np.array([0.5, 0.0])).tolist() == [1, 0]


# ---------------------------------------------------------------- pairs of regions

SIX = ["n0", "n1", "n2", "n3", "n4", "n5"]
HOME = units(SIX, ["AA", "AA", "BB", "BB", "AA", "AA"])
REGION = np.array([0, 0, 1, 1, 2, -1])
NAMES = ["South", "North", "East"]
COULD = np.array([
    [40.0, 3, 6, 1, 2, 9],
    [5, 50, 0, 4, 1, 9],
    [2, 8, 30, 2, 0, 9],
    [3, 0, 2, 20, 0, 9],
    [2, 1, 0, 0, 10, 9],
    [9, 9, 9, 9, 9, 9],
])  # fmt: skip
ABROAD = HOME.country[:, None] != HOME.country[None, :]
IS = np.where(ABROAD, COULD / 2, COULD)
LINKS = [
    ("1", "agreement", "sport", "n0;n2", "", ""),
    ("2", "idea", "sport", "n3;n0", "", ""),
    ("3", "event", "sport", "n1;n3", "", ""),
    ("4", "event", "sport", "n0;n4", "", ""),
    ("5", "agreement", "sport", "n0;n1", "", ""),
]
BETWEEN = [offer(POOL, 3, g01=500, g02=60), offer(CLINIC, 3, g21=10, g20=30)]


def opportunities(offered=BETWEEN, potential=COULD, present=IS, known=None, names=NAMES):
    known = register(LINKS, SIX) if known is None else known
    made = Interaction(present, potential, potential, "")
    return opportunity_table(HOME, REGION, made, offered, known, names)


def test_pairs_of_three_regions():
    table = opportunities()
    reasons = [
        "Of all interaction of the two regions 7.3 % runs between them at present. With an easier "
        "border it could be 14 %. Carried most by: Town n0 – Town n2; Town n1 – Town n2; "
        "Town n0 – Town n3 (83 % of the potential). Services in the other region that could be "
        "nearer: Swimming pool. Register: agreements 1, ideas 1, events 1.",
        "Of all interaction of the two regions 5.3 % runs between them at present. Carried most "
        "by: Town n0 – Town n4; Town n1 – Town n4 (100 % of the potential). Services in the other "
        "region that could be nearer: Swimming pool, Clinic. "
        "Register: agreements 0, ideas 0, events 1.",
        "Of all interaction of the two regions 0 % runs between them at present. With an easier "
        "border it could be 0 %. Services in the other region that could be nearer: Clinic; "
        "whether all of them may be shared is not known. The register knows of no cooperation.",
    ]
    assert table.pop("reason").tolist() == reasons
    latvian = table.pop("reason_lv")
    assert "Klīnika" in latvian[1] and "Clinic" not in latvian[1]
    assert (table.pop("reason_lt") != "").all()
    # within South 98, North 54, East 10; South with North 24, half of it at present; with East 6
    held = [(8 / 2 + 4 / 3 + 4 / 5) / 24, 0.2 * 4 / 6, 0.0]
    assert_table(
        table,
        rank=[1, 2, 3],
        a=[0, 0, 1],
        b=[1, 2, 2],
        region_a=["South", "South", "North"],
        region_b=["North", "East", "East"],
        countries=["AA, BB", "AA", "AA, BB"],
        cross_border=[1, 0, 1],
        integration_present=[12 / 164, 6 / 114, 0.0],
        integration_potential=[24 / 176, 6 / 114, 0.0],
        interaction_added=[12.0, 0.0, 0.0],
        service_people=[500.0, 90.0, None],
        service_types=["pool", "pool, clinic", "clinic"],
        municipalities=[
            "Town n0 – Town n2; Town n1 – Town n2; Town n0 – Town n3",
            "Town n0 – Town n4; Town n1 – Town n4", "",
        ],
        agreements=[1, 0, 0],
        ideas=[1, 0, 0],
        events=[1, 1, 0],
        cooperation=held,
        score=[1.0, (0.5 + 0 + 0.5 + 0.5) / 4, 0.0],
    )  # fmt: skip


def test_without_services_the_score_is_of_three():
    table = opportunities([])
    assert table["score"].tolist() == pytest.approx([1, 1 / 3, 0])
    assert table["service_people"].tolist() == [0, 0, 0]
    assert not table["reason"].str.contains("Services in").any()


def test_what_the_register_holds_leaves_less_to_be_done():
    # of two pairs with the like potential the one counts for less that works together already
    could = np.zeros((6, 6))
    could[0, 2] = could[0, 4] = 10.0
    table = opportunities([], could, could, register([("1", "idea", "x", "n0;n2", "", "")], SIX))
    assert table["region_b"].tolist() == ["East", "North", "East"]
    # shares 1, 1, none: two ties in the middle; what is left of them 1 and 2/3, none added
    assert table["score"].tolist() == pytest.approx([(0.75 + 0 + 1) / 3, (0.75 + 0 + 0.5) / 3, 0])
    assert table["cooperation"].tolist() == pytest.approx([0, 1 / 3, 0])


def test_regions_without_any_interaction_say_nothing_of_it():
    table = opportunities([], np.zeros((6, 6)), np.zeros((6, 6)), names=["b", "a", "c"])
    assert table[["region_a", "region_b"]].to_numpy().tolist() == [
        ["a", "c"], ["b", "a"], ["b", "c"],
    ]  # fmt: skip
    assert table[["integration_present", "integration_potential"]].isna().all().all()
    assert table["score"].tolist() == [0, 0, 0] == table["cooperation"].tolist()
    assert table["reason"].tolist() == [
        "The register knows of no cooperation.",
        "Register: agreements 1, ideas 1, events 1.",
        "Register: agreements 0, ideas 0, events 1.",
    ]


def test_more_at_present_than_could_be_adds_nothing():
    table = opportunities([], COULD, COULD * 2)
    assert table["interaction_added"].tolist() == [0, 0, 0]
