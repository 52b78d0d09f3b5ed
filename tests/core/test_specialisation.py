"""Specialisation: published numbers, identities, and what is too small to say."""

import itertools

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import EmptyLayerError, InvalidValueError, MissingFieldError
from smart_planning_plugin.core.territory import guidelines, nace, profile, tables, trends
from smart_planning_plugin.core.territory import specialisation as measures

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
TABLE = st.lists(
    st.lists(st.integers(1, 5000), min_size=4, max_size=4), min_size=2, max_size=5
).map(lambda rows: np.array(rows, float))


def test_published_numbers():
    jobs, reference = np.array([[1714, 79006 - 1714]]), np.array([879213, 15593224 - 879213])
    lq = measures.location_quotient(jobs, reference)[0, 0]
    assert lq == pytest.approx(0.3847623, abs=1e-7)
    assert measures.symmetric(lq) == pytest.approx(-0.444291, abs=1e-6)
    assert measures.krugman([[20, 10, 70, 0, 0]], [0, 0, 0, 60, 40])[0] == pytest.approx(2)
    assert measures.herfindahl([[20, 50, 20, 10]])[0] == pytest.approx(0.34)
    assert measures.normalised_herfindahl([[20, 50, 20, 10]])[0] == pytest.approx(0.12)


def test_shift_share_as_published():
    nation = np.array([400.0, 150, 150, 400]), np.array([440.0, 210, 135, 480])
    region = np.array([[90.0, 20, 10, 60]]), np.array([[100.0, 40, 10, 55]])
    found = {name: values.sum() for name, values in measures.shift_share(*region, *nation).items()}
    assert found["change"] == 25
    assert found["national_share"] == pytest.approx(27)
    assert found["industry_mix"] == pytest.approx(1)
    assert found["regional_shift"] == pytest.approx(-3)
    assert found["competitive"] == pytest.approx(-0.636364, abs=1e-6)
    assert found["allocation"] == pytest.approx(-2.363636, abs=1e-6)


@FEW
@given(TABLE, st.data())
def test_parts_add_up_to_the_change(before, data):
    rows = st.lists(st.integers(0, 5000), min_size=4, max_size=4)
    drawn = data.draw(st.lists(rows, min_size=len(before), max_size=len(before)))
    after = np.array(drawn, float)
    found = measures.shift_share(before, after, before.sum(axis=0), after.sum(axis=0))
    parts = found["national_share"] + found["industry_mix"] + found["regional_shift"]
    assert np.allclose(parts, found["change"])
    assert np.allclose(found["competitive"] + found["allocation"], found["regional_shift"])
    # over all zones of the reference nothing shifts, and the mix is nought
    assert np.allclose(found["regional_shift"].sum(axis=0), 0, atol=1e-6)
    assert found["industry_mix"].sum() == pytest.approx(0, abs=1e-6)


def test_a_sector_that_was_not_there_has_all_its_gain_in_the_shift():
    found = measures.shift_share([[0.0, 10]], [[5.0, 10]], [20.0, 80], [30.0, 80])
    assert found["regional_shift"][0, 0] == 5 and found["national_share"][0, 0] == 0
    assert np.isnan(found["competitive"][0, 0])
    new = measures.shift_share([[0.0, 10]], [[5.0, 10]], [0.0, 80], [30.0, 80])
    total = new["national_share"] + new["industry_mix"] + new["regional_shift"]
    assert np.allclose(total, new["change"])


@FEW
@given(TABLE)
def test_the_reference_against_itself_is_1_and_weights_give_1(jobs):
    whole = jobs.sum(axis=0)
    assert np.allclose(measures.location_quotient(whole[None], whole), 1)
    lq = measures.location_quotient(jobs, whole)
    share = jobs.sum(axis=1) / jobs.sum()
    assert np.allclose(share @ lq, 1)  # a weighted mean of quotients
    assert (np.sign(measures.symmetric(lq)) == np.sign(np.round(lq - 1, 12))).all()
    k = measures.krugman(jobs, whole)
    assert (k >= 0).all() and (k <= 2).all()
    h = measures.herfindahl(jobs)
    assert (h >= 1 / 4 - 1e-12).all() and (h <= 1 + 1e-12).all()


def test_zero_totals_are_unknown():
    assert np.isnan(measures.location_quotient([[0.0, 0.0]], [1.0, 2.0])).all()
    assert np.isnan(measures.location_quotient([[1.0, 1.0]], [0.0, 2.0])[0, 0])
    assert np.isnan(measures.krugman([[0.0, 0.0]], [1.0, 2.0])[0])
    assert np.isnan(measures.herfindahl([[0.0, 0.0]])[0])


@FEW
@given(st.lists(st.lists(st.booleans(), min_size=5, max_size=5), min_size=1, max_size=8))
def test_relatedness_against_loops(rows):
    m = np.array(rows)
    phi, density = measures.relatedness(m), measures.relatedness_density(m)
    for i, j in itertools.product(range(5), repeat=2):
        n_i, n_j = m[:, i].sum(), m[:, j].sum()
        if n_i == 0 or n_j == 0:
            assert np.isnan(phi[i, j])
        else:
            both = (m[:, i] & m[:, j]).sum()
            assert phi[i, j] == pytest.approx(min(both / n_i, both / n_j))
    for r, i in itertools.product(range(len(m)), range(5)):
        others = [j for j in range(5) if j != i and not np.isnan(phi[i, j])]
        total = sum(phi[i, j] for j in others)
        if total:
            assert density[r, i] == pytest.approx(sum(phi[i, j] for j in others if m[r, j]) / total)
        else:
            assert np.isnan(density[r, i])


def test_stars_need_enough_zones():
    few = measures.stars(np.ones((4, 1)), np.full((4, 1), 2.0), np.ones((4, 1)))
    assert np.isnan(few["star_size"]).all() and np.isnan(few["star_growth"]).all()
    assert (few["star_specialisation"] == 1).all()
    jobs = np.arange(1.0, 21)[:, None]
    many = measures.stars(jobs, jobs / 10, jobs - 15)
    assert many["star_size"].sum() == 2 and many["star_growth"].sum() == 4
    shrinking = measures.stars(jobs, jobs, -jobs)
    assert np.nansum(shrinking["star_growth"]) == 0  # the slowest to fall has not grown


# ---------------------------------------------------------------- NACE and profiles


def test_ranges_that_contain_each_other_are_taken_apart():
    columns = ["A", "B-E", "C", "F", "G-I", "G-J", "J", "K", "K-N", "L", "M-N", "O-Q", "O-U", "R-U"]
    row = [10, 30, 25, 5, 20, 23, 3, 1, 6, 2, 3, 15, 20, 5]
    jobs = pd.DataFrame([[*row, 94]], columns=[*columns, "TOTAL"], dtype=float)
    parts, total, left_out = nace.partition(jobs)
    assert set(left_out) == {"TOTAL", "B-E", "G-J", "K-N", "O-U"}
    assert parts["B-E excl. C"][0] == 5
    assert parts.to_numpy().sum() == 94 == total[0]


@pytest.mark.parametrize(
    ("name", "found"), [("A", "A"), ("B-E", "BCDE"), ("m–n", "MN"), ("C10", None), ("E-B", None)]
)
def test_sections(name, found):
    assert nace.sections(name) == (None if found is None else frozenset(found))


def zones(ids=("x", "y", "z"), countries=("LV", "LV", "LT")):
    return trends.Zones(
        np.array(ids, dtype=object), np.array(ids, dtype=object), np.array(countries, dtype=object),
        np.ones(len(ids)), np.array([[0, 2], [2, 0]]),
    )  # fmt: skip


def jobs(values, years=(2014, 2017)):
    """Zone -> sector -> value in each year."""
    rows = [(zone, year, sector, value) for zone, sectors in values.items()
            for sector, both in sectors.items() for year, value in zip(years, both)]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["zone", "year", "sector", "jobs"])
    return tables.long_table(frame, "sector", "JOBS")


JOBS = {
    "x": {"A": (1007, 1201), "C": (3003, 2901), "J": (40, 45)},
    "y": {"A": (503, 404), "C": (6001, 6502), "J": (301, 403)},
    "z": {"A": (2003, 2302), "C": (1009, 1103), "J": (201, 102)},
}


def test_profiles_hide_and_classify():
    found = profile.profiles(jobs(JOBS), zones())
    rows = found.rows.set_index(["zone", "sector"])
    tiny = rows.loc[("x", "J")]
    assert tiny["class"] == "too_small" and tiny["confidence"] == "hidden"
    numbers = [one for one in ("jobs_last", "lq", "regional_shift", "change", "competitive")]
    assert tiny[numbers].isna().all()
    assert rows.loc[("x", "A"), "class"] == "growing_strength"
    assert rows.loc[("x", "C"), "class"] == "threatened_strength" or (
        rows.loc[("x", "C"), "lq"] < 1
    )
    assert "jumps" in rows.loc[("z", "J"), "confidence_reason"]
    pair = found.pairs.iloc[1]
    assert (pair["zone_a"], pair["zone_b"]) == ("z", "y") and pair["only_a"] == "A"
    assert found.pairs.iloc[0]["common"] == "A" and found.pairs.iloc[0]["touching"] == 1


def test_domains_of_each_country():
    table = profile.domain_table(
        pd.DataFrame({"country": ["", "LT", "LT"], "sector": ["A", "A", "C"],
                      "domain": ["bio", "bio", "bio"], "share": ["1", "1", "0,2"]}), "DOMAINS",
    )  # fmt: skip
    found = profile.profiles(jobs(JOBS), zones(), "", table)
    rows = found.rows[found.rows["level"] == "domain"].set_index("zone")
    assert rows.loc["x", "jobs_last"] == 1201
    assert rows.loc["z", "jobs_last"] == pytest.approx(2302 + 0.2 * 1103)
    assert any("No domain in LV: C, J" in one for one in found.notes)


def test_an_unknown_cell_is_not_nought():
    values = {**JOBS, "y": {**JOBS["y"], "A": (503, ": c")}}
    found = profile.profiles(jobs(values), zones())
    rows = found.rows.set_index(["zone", "sector"])
    assert rows.loc[("y", "A"), "class"] == "too_small" and np.isnan(rows.loc[("y", "A"), "lq"])
    assert np.isnan(rows.loc[("x", "A"), "lq"])  # no sum to compare with
    assert any("Not known in every zone" in one and "A" in one for one in found.notes)


def test_a_reference_of_the_table():
    values = {**JOBS, "EU": {"A": (100, 100), "C": (800, 800), "J": (100, 100)}}
    found = profile.profiles(jobs(values), zones(), "EU")
    lq = found.rows.set_index(["zone", "sector"])["lq"]
    assert lq["x", "A"] == pytest.approx(1201 / (1201 + 2901 + 45) / 0.1)
    alone = profile.profiles(jobs(values), zones(("EU",), ("",)), "EU").rows
    assert np.allclose(alone["lq"], 1)


@pytest.mark.parametrize(
    ("change", "error", "says"),
    [
        (lambda: profile.profiles(jobs(JOBS), zones(), "EU"), InvalidValueError, "EU"),
        (lambda: profile.profiles(jobs({"q": JOBS["x"]}), zones()), EmptyLayerError, "zeros"),
        (lambda: profile.profiles(jobs({"x": {"A": (1, -5)}}), zones()), InvalidValueError,
         "x 2017 A"),
        (lambda: profile.domain_table(pd.DataFrame({"sector": ["A"]}), "D"), MissingFieldError,
         "domain"),
        (lambda: profile.domain_table(
            pd.DataFrame({"sector": ["A", "A"], "domain": ["b", "c"], "share": [0.7, 0.7]}), "D"),
         InvalidValueError, "A: 1.4"),
    ],
)  # fmt: skip
def test_refused(change, error, says):
    with pytest.raises(error, match=says):
        change()


# ---------------------------------------------------------------- guidelines

RULE = {
    "rule": "one", "class": "growing_strength", "domain": "!C", "partners": "", "confidence": "",
    "chapter": "action_plan", "point_en": "{domain} in {municipality}: {jobs}",
}  # fmt: skip


def sheets(**changes):
    rules = guidelines.guideline_rules(pd.DataFrame([{**RULE, **changes}]), "RULES")
    places = pd.DataFrame(
        {"municipality": ["1"], "municipality_name": ["Town {x}"], "zone": ["x"],
         "neighbours": [""]}
    )  # fmt: skip
    return guidelines.guidelines(profile.profiles(jobs(JOBS), zones()), rules, places)


def test_rules_make_points():
    (point,) = sheets().to_dict("records")
    assert point["point_en"] == "A in Town {x}: 1,200"
    assert point["point_lv"] == "A in Town {x}: 1 200".replace(" 200", "\u00a0200")
    assert point["chapter"] == "action_plan" and point["last_year"] == 2017
    (common,) = sheets(partners="common", point_en="with {partners}").to_dict("records")
    assert common["point_en"] == "with z"
    assert sheets(confidence="low").empty == (point["confidence"] != "low")


@pytest.mark.parametrize(
    "changes",
    [
        {"chapter": "preface"},
        {"class": "splendid"},
        {"partners": "many"},
        {"point_en": "{domain.__class__}"},
        {"point_en": "{secret}"},
        {"point_en": "{"},
        {"point_en": "{}"},
    ],
)
def test_rules_that_cannot_work_are_named(changes):
    with pytest.raises(InvalidValueError, match="one"):
        sheets(**changes)


# ---------------------------------------------------------------- measures at their ends

NAN = float("nan")


def test_stars_by_rank():
    def stars(values, lq=1.0):
        column = np.array(values, float)[:, None]
        found = measures.stars(column, np.full_like(column, lq), column)
        return [np.nan_to_num(found[name].ravel(), nan=-1).tolist()
                for name in ("star_size", "star_specialisation", "star_growth")]  # fmt: skip

    # of 10 the first, of 11 the first two of the tenth and the fifth
    assert stars(range(1, 11)) == [[0] * 9 + [1], [0] * 10, [0] * 8 + [1] * 2]
    assert stars(range(11))[0] == [0] * 9 + [1] * 2 and stars(range(21))[0] == [0] * 18 + [1] * 3
    assert stars(range(1, 10))[0] == [-1] * 9 and stars(range(1, 6))[2] == [0] * 4 + [1]
    assert stars([1, 2, 3, 4])[2] == [-1] * 4
    assert stars([-3, -2, -1, 0, 0])[2] == [0] * 5  # nothing grew
    assert stars([5, NAN, 1, 2, 3, 4])[2] == [1, -1, 0, 0, 0, 0]
    assert [stars([1], lq)[1] for lq in (2.0, 1.99, NAN)] == [[1], [0], [-1]]


@pytest.mark.parametrize(
    ("values", "step"),
    [
        ([1000, 2000], 1000), ([1500, 2000], 100), ([100, 110], 10), ([110, 115], 1), ([0.5, 2], 1),
        ([], 1), ([0, NAN], 1), ([0, NAN, 300], 100), ([20], 10), ([3000, 0], 1000),
    ],
)  # fmt: skip
def test_the_step_of_figures(values, step):
    assert measures.granularity(values) == step


def test_measures_of_what_is_known_in_part():
    found = measures.location_quotient(
        [[10, NAN], [30, 10]], [100, 300], [50, 40], 1000.0
    )  # fmt: skip
    assert found[0, 0] == pytest.approx(10 / 50 / 0.1) and np.isnan(found[0, 1])
    assert found[1].tolist() == pytest.approx([7.5, 10 / 40 / 0.3])
    assert measures.location_quotient([[10, NAN]], [100, 300])[0, 0] == 4
    # shares of 1 and of a quarter and three quarters: what is not known is not counted
    assert measures.krugman([[10, NAN]], [100, 300])[0] == pytest.approx(0.75)
    assert np.isnan(measures.krugman([[10, 5]], [0, 0])[0])
    assert measures.herfindahl([[10, NAN, 30], [NAN, NAN, 2]]).tolist() == [0.625, 1]
    assert np.isnan(measures.normalised_herfindahl([[5.0]])).all()
    assert measures.normalised_herfindahl([[5.0, 5.0]]).tolist() == [0]
    assert measures.symmetric([3, 0, 1]).tolist() == [0.5, -1, 0]
    assert measures.similarity([1, 1], [1, 1]) == 1 and measures.similarity([1, 0], [0, 1]) == 0


def test_shift_share_where_a_sector_of_the_reference_is_not_known():
    found = measures.shift_share([[10, 20]], [[15, 30]], [100, NAN], [120, 50])
    # 20 per cent of those known; of the other nothing is said
    assert found["national_share"].tolist() == [[pytest.approx(2), pytest.approx(4)]]
    assert found["industry_mix"][0, 0] == pytest.approx(0)
    assert found["regional_shift"][0, 0] == pytest.approx(3)
    # 30 jobs with the shares of the reference would all be in the sector that is known
    assert found["competitive"][0, 0] == pytest.approx(30 * 0.3)
    assert found["allocation"][0, 0] == pytest.approx(-20 * 0.3)
    new = measures.shift_share([[10.0, 10]], [[15, 5]], [0.0, 80], [8.0, 80])
    assert new["industry_mix"][0].tolist() == pytest.approx([0, -1])  # 10 per cent in all


def test_how_much_of_what_is_related_a_zone_has():
    phi = np.array([[1.0, 0.5, NAN], [0.5, 1, 0.25], [NAN, 0.25, 1]])
    found = measures.relatedness_density([[1, 0, 1], [0, 1, 0]], phi)
    assert found.tolist() == [[0, 1, 0], [1, 0, 1]]
    assert phi[0, 0] == 1  # what was given stays
    assert np.isnan(measures.relatedness_density([[1, 0], [1, 0]])).all()
