"""Profiles row by row as one would work them out on paper, and all that is said beside them."""

import math

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.territory import profile, trends
from smart_planning_plugin.core.territory import specialisation as measures
from tests.core.test_specialisation import jobs

NAN = float("nan")
YEARS = (2014, 2016, 2017)
SECTORS = ["A", "C", "F", "J"]


def zones(ids, countries, abroad=()):
    texts = [np.array(list(one), dtype=object) for one in (ids, map(str.upper, ids), countries)]
    return trends.Zones(*texts, np.ones(len(ids)), np.array(abroad, int).reshape(-1, 2))


def drawn(seed, count):
    """Figures of some zones: rounded to 1, 10 or 100, some unknown, many in simple ratios."""
    chance = np.random.default_rng(seed)
    ids = [f"z{number:02}" for number in range(count)]
    table = chance.choice([1, 2, 4, 5, 8, 10, 16, 20, 40], (len(ids), len(SECTORS), len(YEARS)))
    table = table * 10.0 ** (np.arange(count) % 3 + 1)[:, None, None]
    table += np.where(np.arange(count) % 4 == 0, 3, 0)[:, None, None]
    table[1, 0, 1], table[2, 1, 0], table[3, 2, 2], table[4, 3, 2], table[5, 3, 0] = (
        NAN, NAN, NAN, 0, 0,
    )  # fmt: skip
    return ids, table


def as_jobs(ids, table):
    return jobs(
        {one: {sector: ["" if math.isnan(cell) else cell for cell in table[row, at]]
               for at, sector in enumerate(SECTORS)} for row, one in enumerate(ids)}, YEARS,
    )  # fmt: skip


def quotient(own, total, other, whole):
    return own / total / (other / whole) if total and other else NAN


def step_of(figures):
    figures = [one for one in figures if one > 0]
    return next(step for step in (1000, 100, 10, 1) if all(one % step == 0 for one in figures))


def paper(table, reference):
    """One dictionary a zone and sector; NaN is never larger nor smaller than anything."""
    lq_of = lambda row, at, year: quotient(  # noqa: E731
        table[row, at, year], np.nansum(table[row, :, year]), reference[at, year],
        np.nansum(reference[:, year]),
    )  # fmt: skip
    whole = reference[:, -1].sum() / reference[:, 0].sum() - 1
    made = []
    for row in range(len(table)):
        for at in range(len(SECTORS)):
            first, *_, last = series = table[row, at]
            every = [one for year in range(len(YEARS)) if (one := lq_of(row, at, year)) == one]
            lq = lq_of(row, at, -1)
            mean = reference[at, -1] / reference[at, 0] - 1
            alike = np.nansum(table[row, :, 0]) * reference[at, 0] / reference[:, 0].sum()
            own = last / first - 1 if first > 0 else NAN
            why = []
            if math.isnan(last):
                why.append("not known")
            if first < 50 or last < 50:
                why.append("fewer than 50 jobs")
            if last == 0 or step_of(table[row].ravel()) / 2 > 0.05 * last:
                why.append("rounding matters")
            for one, other in zip(series, series[1:]):
                if (other > 1.25 * one or one > 1.25 * other) and one + other > 0:
                    why.append("jumps between years")
                    break
            if min(every, default=NAN) < 1 <= max(every, default=NAN):
                why.append("not on one side of 1 in all years")
            hidden = math.isnan(last) or first < 50 or last < 50
            growth = 100 * own
            if hidden:
                kind = "too_small"
            elif lq >= 1:
                kind = "growing_strength" if growth >= 0 else "threatened_strength"
            else:
                kind = "emerging" if growth > 0 else "weak"
            if not hidden and math.isnan(growth):
                kind = "no_data"
            made.append(
                {
                    "jobs_first": first, "jobs_last": last, "lq": lq,
                    "lq_symmetric": (lq - 1) / (lq + 1),
                    "lq_lowest": min(every), "lq_highest": max(every), "growth_pct": growth,
                    "change": last - first, "national_share": first * whole,
                    "industry_mix": first * (mean - whole),
                    "regional_shift": last - first * (1 + mean),
                    "competitive": alike * (own - mean),
                    "allocation": (first - alike) * (own - mean),
                    "class": kind, "confidence": "hidden" if hidden else "low" if why else "fair",
                    "confidence_reason": "; ".join(why),
                }
            )  # fmt: skip
    return pd.DataFrame(made)


@pytest.mark.parametrize(("seed", "count"), [(1, 10), (2, 12), (3, 9), (4, 11)])
def test_rows_of_profiles_as_on_paper(seed, count):
    ids, table = drawn(seed, count)
    reference = np.array([[900, 800, 1000], [700, 900, 800], [500, 500, 300], [600, 400, 600.0]])
    everyone = as_jobs([*ids, "EU"], np.concatenate([table, reference[None]]))
    at = zones([*ids[3:], "none", *ids[:3]], ["LV"] * (count + 1))
    found = profile.profiles(everyone, at, "EU")
    order = [*range(3, count), 0, 1, 2]
    table = table[order]
    expected = paper(table, reference)
    hidden = (expected["confidence"] == "hidden").to_numpy()
    shape = len(table), len(SECTORS)
    lq = np.where(hidden, NAN, expected["lq"]).reshape(shape)
    expected["relatedness_density"] = (
        measures.relatedness_density(lq >= 1).ravel() if count >= 10 else NAN
    )
    growth = expected["growth_pct"].to_numpy().reshape(shape)
    stars = {name: one.ravel() for name, one in measures.stars(table[:, :, -1], lq, growth).items()}
    expected = expected.assign(**stars)
    expected["stars"] = np.nansum(list(stars.values()), axis=0).astype(int) * ~hidden
    expected["stars_possible"] = np.isfinite(list(stars.values())).sum(axis=0) * ~hidden
    texts = ["class", "confidence", "confidence_reason", "stars", "stars_possible"]
    expected.loc[hidden, [one for one in expected if one not in texts]] = NAN
    names = np.repeat([ids[one] for one in order], len(SECTORS))
    expected = expected.assign(
        zone=names, name=np.char.upper(names), country="LV", level="sector",
        sector=SECTORS * count, first_year=2014, last_year=2017,
    )  # fmt: skip
    assert list(found.rows) == [
        "zone", "name", "country", "level", "sector", "first_year", "last_year",
        "jobs_first", "jobs_last", "lq", "lq_symmetric", "lq_lowest", "lq_highest", "growth_pct",
        "change", "national_share", "industry_mix", "regional_shift", "competitive", "allocation",
        "star_size", "star_specialisation", "star_growth", "relatedness_density",
        "stars", "stars_possible", "class", "confidence", "confidence_reason",
    ]  # fmt: skip
    pd.testing.assert_frame_equal(
        found.rows, expected[list(found.rows)], check_dtype=False, rtol=1e-9
    )
    assert found.notes == [] and (found.first, found.last) == (2014, 2017)


def test_a_row_a_zone_as_on_paper():
    ids, table = drawn(5, 6)
    table[1] = [[700, 800, 800], [800, 800, 900], [50, 60, 70], [100, 100, 100]]
    reference = np.array([[900, 800, 1000], [700, 900, 800], [500, 500, 300], [600, 400, 600.0]])
    everyone = as_jobs([*ids, "EU"], np.concatenate([table, reference[None]]))
    found = profile.profiles(everyone, zones(["none", *ids], ["LV"] * 7), "EU")
    mine = paper(table, reference)
    last, ends = table[:, :, -1], (0, -1)
    strong = mine["class"].isin(["growing_strength", "threatened_strength"])
    lq = mine["lq"].where(strong, 0).to_numpy().reshape(6, 4)
    strengths = [sorted(np.flatnonzero(one), key=lambda at, one=one: -one[at]) for one in lq]
    sums = mine.where(mine["confidence"] != "hidden").groupby(np.repeat(range(6), 4))
    expected = pd.DataFrame(
        {
            "first_year": 2014, "last_year": 2017,
            **{name: np.nansum(table[:, :, year], axis=1)
               for name, year in zip(("jobs_first", "jobs_last"), ends)},
            "krugman": measures.krugman(last, reference[:, -1]),
            "herfindahl": measures.herfindahl(last),
            "herfindahl_normalised": measures.normalised_herfindahl(last),
            "strong_in": [", ".join(SECTORS[at] for at in one) for one in strengths],
            "strengths": [len(one) for one in strengths],
            **{name: sums[name].sum(min_count=1) for name in
               ("national_share", "industry_mix", "regional_shift")},
            "status": "ok",
        }
    )  # fmt: skip
    pd.testing.assert_frame_equal(
        found.zones[1:].reset_index(drop=True), expected, check_dtype=False, rtol=1e-9
    )
    nothing = found.zones.iloc[0]
    assert (nothing["status"], nothing["strong_in"], nothing["strengths"]) == ("no_data", "", 0)
    assert (nothing["first_year"], nothing["last_year"]) == (2014, 2017)
    assert nothing[3:6].isna().all()
    assert max(expected["strengths"]) > 1


#: 1,600 jobs a zone and 8,000 of EU: shares in EU are a half, a quarter, and an eighth twice.
EU = {"A": (4000, 4000), "C": (2000, 2000), "F": (1000, 1000), "J": (1000, 1000)}
LIKE = {"A": (801, 800), "C": (401, 400), "F": (201, 200), "J": (201, 200)}


def test_pairs_whose_quotients_lie_at_the_limits():
    values = {
        # quotients of 1.25, 0.8, 1.4 and 0.8, then of 0.8, 1.25, 1, 1.75
        "a": {"A": (1000, 1000), "C": (320, 320), "F": (280, 280), "J": (0, 0)},
        "b": {"A": (640, 640), "C": (500, 500), "F": (200, 200), "J": (260, 260)},
        "c": LIKE, "d": LIKE, "e": LIKE, "EU": EU,
    }  # fmt: skip
    ids, countries = "ecbad", ["", "LV", "LT", "LV", "EE"]
    found = profile.profiles(jobs(values), zones(ids, countries, [(2, 3), (1, 4)]), "EU").pairs
    assert list(found) == [
        "zone_a", "zone_b", "name_a", "name_b", "country_a", "country_b", "touching",
        "similarity", "common", "common_count", "only_a", "only_b", "year",
    ]  # fmt: skip
    assert found.drop(columns="similarity").to_numpy().tolist() == [
        ["b", "c", "B", "C", "LT", "LV", 0, "C, F, J", 3, "", "", 2017],
        ["b", "a", "B", "A", "LT", "LV", 1, "F", 1, "C", "A", 2017],
        ["d", "c", "D", "C", "EE", "LV", 0, "A, C, F, J", 4, "", "", 2017],
        ["d", "b", "D", "B", "EE", "LT", 0, "C, F, J", 3, "", "", 2017],
        ["d", "a", "D", "A", "EE", "LV", 0, "A, F", 2, "", "", 2017],
    ]
    # half of what the shares differ by: |640 - 1000| + 180 + 80 + 260 of 1,600 in the second
    assert found["similarity"].tolist() == pytest.approx(
        [1 - 320 / 3200, 1 - 880 / 3200, 1, 1 - 320 / 3200, 1 - 560 / 3200]
    )


def test_strengths_that_are_alike_stand_by_name_and_five_of_them():
    letters = "JIHGFC"
    base = {one: (200, 200) for one in letters}
    values = {"x": {**base, "A": (0, 0)}, "y": {**{one: (100, 100) for one in letters},
                                             "A": (600, 600)}}  # fmt: skip
    found = profile.profiles(jobs(values), zones("xy", ["LV", "LV"])).zones
    assert found["strong_in"].tolist() == ["C, F, G, H, I", "A"]
    assert found["strengths"].tolist() == [6, 1]


# ---------------------------------------------------------------- years, totals and references


def test_a_year_that_half_of_the_zones_have_is_a_year():
    known = {"A": (1000, 1100, 1200), "C": (500, 500, 500)}
    late = {"A": ("", 1100, 1200), "C": ("", 500, 500)}
    later = {"A": ("", "", 1200), "C": ("", "", 500)}
    at = zones("abcd", ["LV"] * 4)
    found = profile.profiles(
        jobs({"a": known, "b": late, "c": later, "d": later}, YEARS), at
    )  # fmt: skip
    assert (found.first, found.last) == (2016, 2017)  # 2 of 4; 1 of 4 is too few
    # years of the reference alone are none of the zones
    found = profile.profiles(
        jobs({"a": late, "b": late, "EU": known}, YEARS), zones("ab", ["LV"] * 2), "EU"
    )
    assert (found.first, found.last) == (2016, 2017)


def test_totals_that_were_given_are_larger_than_what_is_known():
    values = {
        "x": {"A": (300, 200), "C": (100, ""), "TOTAL": (500, 800)},
        "y": {"A": (100, 100), "C": (100, 300), "TOTAL": ("", "")},
        "EU": {"A": (100, 100), "C": (250, 250), "TOTAL": (400, 400)},
    }
    found = profile.profiles(jobs(values), zones("xy", ["LV", "LV"]), "EU")
    rows = found.rows.set_index(["zone", "sector"])["lq"]
    assert rows["x", "A"] == pytest.approx(200 / 800 * 4) and math.isnan(rows["x", "C"])
    assert rows["y", "A"] == pytest.approx(100 / 400 * 4)
    assert rows["y", "C"] == pytest.approx(300 / 400 / (250 / 400))
    assert found.zones["jobs_first"].tolist() == [500, 200]
    assert found.zones["jobs_last"].tolist() == [800, 400]
    assert found.notes == ["Counted within others, so left out: TOTAL"]
    assert found.zones["herfindahl"].tolist() == [1, 0.625]


def test_the_sum_of_the_zones_is_the_reference():
    values = {
        "x": {"A": (300, 300, 300), "C": (100, "", 100), "J": (200, 200, "")},
        "y": {"A": (100, 100, 500), "C": (100, 300, 300), "J": (100, 100, 100)},
        "w": {"A": (900, 900, 900), "C": (900, 900, 900), "J": (900, 900, 900)},
    }
    found = profile.profiles(jobs(values, YEARS), zones("yx", ["LV", "LV"]))
    rows = found.rows.set_index(["zone", "sector"])
    # 1,300 jobs that are known in 2017; w is no zone of the layer
    assert rows.loc[("y", "A"), "lq"] == pytest.approx(500 / 900 / (800 / 1300))
    assert rows.loc[("x", "C"), "lq"] == pytest.approx(100 / 400 / (400 / 1300))
    assert rows.xs("J", level="sector")["lq"].isna().all()
    assert found.notes == ["Not known in every zone, so there is no sum to compare with: J"]
    # A grew from 400 to 800, C from 200 to 400, so all of it by 100 %
    assert rows.loc[("y", "A"), "national_share"] == 100
    assert rows.loc[("y", "C"), "regional_shift"] == 100
    # C of 2016, that is not known in every zone, is left out of the lowest and the highest
    assert rows.loc[("y", "C"), "lq_lowest"] == pytest.approx(300 / 900 / (400 / 1300))
    assert rows.loc[("y", "C"), "lq_highest"] == pytest.approx(100 / 300 / (200 / 900))


# ---------------------------------------------------------------- domains


def domains(**columns):
    return profile.domain_table(pd.DataFrame(columns), "DOMAINS")


def test_the_table_of_domains_is_read():
    found = domains(
        sector=[" A ", "C", "", "J", "A"], domain=["bio", "ict", "bio", "", "ict"],
        country=["lv", None, "", "", "LV"], share=["0,4", "", "1", "1", "0,6"],
    )  # fmt: skip
    assert found.to_numpy().tolist() == [
        ["A", "bio", "LV", 0.4], ["C", "ict", "", 1.0], ["A", "ict", "LV", 0.6],
    ]  # fmt: skip
    assert list(found) == ["sector", "domain", "country", "share"]
    # a thousandth too much is rounding; nothing and all are shares
    assert len(domains(sector=["A", "A", "C"], domain=["b", "c", "b"], share=[1, 0.001, 0])) == 3


def test_domains_take_the_rows_of_a_country_before_those_of_all():
    values = {
        "x": {"A": (100, 200), "B-E": (600, 700), "C": (200, 300), "J": (50, 60)},
        "z": {"A": (300, 300), "B-E": (900, 1000), "C": (500, 600), "J": (80, 90)},
        "EU": {"A": (1000, 1200), "B-E": (4000, 5000), "C": (2000, 2000), "J": (500, 600)},
    }
    table = domains(
        country=["", "", "LT", "LT", ""], sector=["A", "C", "A", "A", "B-E"],
        domain=["bio", "making", "food", "bio", "making"], share=[1, 0.5, 0.25, 0.5, 1],
    )  # fmt: skip
    at = zones("zx", ["LT", "LV"], [(0, 1), (1, 0)])
    found = profile.profiles(jobs(values), at, "EU", table)
    rows = found.rows[found.rows["level"] == "domain"]
    assert rows["zone"].tolist() == ["z", "z", "z", "x", "x", "x"]
    assert rows["sector"].tolist() == ["bio", "food", "making"] * 2
    # what is of B-E beside C counts whole, and C by half
    assert rows["jobs_first"].fillna(-1).tolist() == [150, 75, 650, 100, -1, 500]
    assert rows["jobs_last"].fillna(-1).tolist() == [150, 75, 700, 200, -1, 550]
    # of the reference the rows of all countries: bio 1,200, food none, making 4,000 of 6,800
    lq = rows["lq"].tolist()
    assert lq[0] == pytest.approx(150 / 1390 / (1200 / 6800))
    assert lq[5] == pytest.approx(550 / 960 / (4000 / 6800)) and math.isnan(lq[1])
    assert found.notes == [
        "Counted within others, so left out: B-E",
        "No domain in LT: J", "No domain in LV: J",
    ]  # fmt: skip
    # the rows of sectors follow, and zones and pairs speak of domains
    assert found.rows["level"].tolist() == ["domain"] * 6 + ["sector"] * 8
    assert found.zones["strong_in"].tolist() == ["", "bio"]  # 1.2 times as much as in EU
    assert found.pairs[["zone_a", "common"]].to_numpy().tolist() == [["z", ""]]


def test_domains_of_the_sum_and_of_a_country_alone():
    values = {
        "x": {"A": (100, 200), "C": (300, 400)}, "y": {"A": (100, ""), "C": (300, 500)},
    }  # fmt: skip
    table = domains(country=["LV", "LV"], sector=["A", "C"], domain=["bio", "making"])
    at = zones("xy", ["LV", "LV"])
    found = profile.profiles(jobs(values), at, "", table)
    rows = found.rows[found.rows["level"] == "domain"].set_index(["zone", "sector"])
    assert rows["jobs_last"].fillna(-1).tolist() == [200, 400, -1, 500]
    assert rows.loc[("x", "making"), "lq"] == pytest.approx(400 / 600 / (900 / 1100))
    assert math.isnan(rows.loc[("x", "bio"), "lq"])  # that of y is not known, so there is no sum
    # a reference is of no country: where there are rows of countries only, those of the first hold
    values["EU"] = {"A": (100, 100), "C": (300, 300)}
    rows = profile.profiles(jobs(values), at, "EU", table).rows
    assert rows["lq"][0] == pytest.approx(200 / 600 / (100 / 400))


# ---------------------------------------------------------------- what is refused


ONE = {"x": {"A": (1, 2), "C": (3, 4)}}


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda: profile.profiles(jobs(ONE), zones("q", ["LV"])),
         "No row of JOBS is of a zone of the layer (x). Look at the codes: they are joined as "
         "text, leading zeros and all."),
        (lambda: profile.profiles(jobs(ONE), zones("x", ["LV"]), "EU"),
         "The reference 'EU' is not in JOBS (x). Look at REFERENCE."),
        (lambda: profile.profiles(jobs({"x": {"A": (1, -5), "C": (0, -0.5)}}), zones("x", ["LV"])),
         "Layer 'JOBS': jobs below 0 (x 2017 A, x 2017 C). Mend the table; missing values may be "
         "empty."),
        (lambda: domains(sector=["A"]), "Layer 'DOMAINS', field 'domain': the table has no such "
         "field."),
        (lambda: domains(sector=["A", "A", "C", "J", "F", "F"], domain=list("bcbbbc"),
                         country=["", "", "", "", "lv", "lv"],
                         share=[0.7, 0.7, -0.1, 1.1, 0.5, 0.6]),
         "Layer 'DOMAINS', field 'share': shares must lie between 0 and 1, and those of a sector "
         "add up to 1 at most (C, J,  A: 1.4,  J: 1.1, LV F: 1.1)."),
    ],
)  # fmt: skip
def test_what_is_refused_is_named(change, says):
    with pytest.raises(SmartPlanningError) as caught:
        change()
    assert str(caught.value) == says


def test_six_codes_that_are_unknown_are_five_and_no_more():
    six = {one: ONE["x"] for one in "gfedcb"}
    for args in ([zones("q", ["LV"])], [zones("b", ["LV"]), "EU"]):
        with pytest.raises(SmartPlanningError) as caught:
            profile.profiles(jobs(six), *args)
        assert caught.value.ids == list("bcdef")
