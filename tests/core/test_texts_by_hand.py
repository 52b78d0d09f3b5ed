"""Words, numbers and ids as they are written, and the sheets of guidelines point by point."""

import datetime

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core import disclosure, ids, limits, progress, words
from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.territory import guidelines, profile, trend_words
from smart_planning_plugin.core.territory.profile import Profiles

SPACE = "\N{NO-BREAK SPACE}"
NAN = float("nan")

# ---------------------------------------------------------------- numbers and dates


@pytest.mark.parametrize(
    ("value", "decimals", "english", "latvian"),
    [
        (0, 0, "0", "0"), (-0.4, 0, "0", "0"), (-0.6, 0, "−1", "−1"), (999.6, 0, "1,000", "1_000"),
        (1234567.891, 2, "1,234,567.89", "1_234_567,89"), (-1234.5, 1, "−1,234.5", "−1_234,5"),
        (0.05, 1, "0.1", "0,1"), (-0.04, 1, "0.0", "0,0"), (-0.1, 1, "−0.1", "−0,1"),
        (100, 2, "100.00", "100,00"),
    ],
)  # fmt: skip
def test_numbers(value, decimals, english, latvian):
    assert words.number(value, "en", decimals) == english
    for language in ("lv", "lt"):
        assert words.number(value, language, decimals) == latvian.replace("_", SPACE)


def test_numbers_have_no_decimals_unless_asked():
    assert words.number(2.5, "en") == "2" and words.number(3.5, "en") == "4"


@pytest.mark.parametrize(
    ("share", "decimals", "text"),
    [
        (0, None, "0 %"), (0.1, None, "10 %"), (0.0999, None, "10.0 %"), (0.004, None, "0.4 %"),
        (0.0005, None, "0.1 %"), (0.00049, None, "less than 0.1 %"), (1, None, "100 %"),
        (-0.05, None, "−5 %"), (0.005, 0, "0 %"), (0.0049, 0, "less than 1 %"),
        (0.12345, 2, "12.35 %"), (0.00004, 2, "less than 0.01 %"), (0.00006, 2, "0.01 %"),
    ],
)  # fmt: skip
def test_shares_as_percentages(share, decimals, text):
    assert words.percent(share, "en", decimals) == text


def test_few_people_are_hidden_and_the_rest_are_tens():
    counts = [0, 0.1, 1, 19.9, 20, 24, 26, 104.9, 105.1, 12_345]
    assert [disclosure.disclosed(one) for one in counts] == [
        0, None, None, None, 20, 20, 30, 100, 110, 12_340,
    ]  # fmt: skip
    assert words.people(19, "en") == "fewer than 20" and words.people(20, "en") == "20"
    assert words.people(12_345, "lt") == f"12{SPACE}340"


def test_days_of_every_month():
    english = ["January", "February", "March", "April", "May", "June", "July", "August",
               "September", "October", "November", "December"]  # fmt: skip
    for month, name in enumerate(english, 1):
        date = datetime.date(2023, month, 9)
        assert words.day(date, "en") == f"9 {name} 2023"
        assert words.day(date, "lv") == f"09.{month:02}.2023."
        assert words.day(date, "lt") == f"2023-{month:02}-09"
    assert words.when("2021-02-03T12:00:00", "lt") == "2021-02-03"
    years = (2021, 2021.0, "about 2020", "2021-13-01", "10.05")
    assert [words.when(one, "lv") for one in years] == [
        "2021", "2021", "about 2020", "2021-13-01", "10.05",
    ]  # fmt: skip


# ---------------------------------------------------------------- sentences and phrases


@pytest.fixture
def catalogue(monkeypatch):
    """A few texts of our own, so that no translation of others is asked."""
    rows = {
        "zone {} of {name}": {"lv": "{name}: zona {}"},
        "{} grew.": {"lv": "{} auga."},
        "{} grew": {"lv": "{} auga"},
        "open": {"lv": "atvērts"},
        "limit {}": {"lv": "robeža {}"},
        "from {} to {}": {"lv": "no {} līdz {}"},
        "on_hold": {"lv": "gaida"},
        "empty": {"lv": ""},
    }
    monkeypatch.setattr(words, "catalogue", lambda: rows)


def test_texts_and_their_gaps(catalogue):
    assert words.text("zone {} of {name}", "lv", 7, name="R") == "R: zona 7"
    assert words.text("zone {} of {name}", "lt", 7, name="R") == "zone 7 of R"
    assert words.text("zone {}", "lv") == "zone {}"  # nothing to fill
    assert words.text("{name} x", "en", name="a") == "a x"
    # a sentence begins with a capital, other words stay as they are
    assert words.text("{} grew.", "lv", "iela") == "Iela auga."
    assert words.text("{} grew", "lv", "iela") == "iela auga"
    assert words.text("it grew.", "en") == "it grew."
    assert words.text("on_hold", "lv") == "gaida" and words.text("on_hold", "en") == "on hold"
    assert words.text("a1_b2_c3", "lv") == "a1 b2 c3"
    for one in ("On_hold", "on_", "_on", "on hold", "on-hold"):
        assert words.text(one, "lv") == one
    assert words.text("empty", "lv") == "empty" and words.text("", "lv") == ""
    assert words.sentence("") == "" and words.sentence("éa B") == "Éa B"


def test_phrases_of_records(catalogue):
    assert words.phrase("limit 0.2", "lv") == "robeža 0,2"
    assert words.phrase("limit 0.2", "en") == "limit 0.2"
    assert words.phrase("from 2021-01-02 to 15", "lv") == "no 02.01.2021. līdz 15"
    assert words.phrase("open, limit 3; open", "lv") == "atvērts, robeža 3; atvērts"
    assert words.phrase("open: X-1, open", "lv") == "atvērts: X-1, atvērts"
    assert words.phrase("no such words", "lv") == "no such words"
    assert words.phrase("on_hold", "en") == "on hold"


def test_the_catalogue_knows_every_file_and_is_read_once():
    found = words.catalogue()
    assert found is words.catalogue() and len(found) > 500
    assert found["fewer than {}"]["lv"] == "mazāk par {}"
    assert set(words.LANGUAGES) <= set(next(iter(found.values())))


# ---------------------------------------------------------------- ids, limits, progress


def test_ids_and_names():
    assert [ids.text_id(one) for one in (7, 7.0, -7.0, 7.5, "07", NAN)] == [
        "7", "7", "-7", "7.5", "07", "nan",
    ]  # fmt: skip
    names = {
        "a b--c": "a_b_c", "__x__": "x", "Ąžuolas Nr. 5": "Azuolas_Nr_5", "": "x", "!?": "x",
        "x²": "x2", "½": "1_2",
        "ČAM": "CAM", "A/B": "A_B", "Łomża": "Lomza", "Я": "YA", "я": "ya",
    }  # fmt: skip
    for name, slug in names.items():
        assert ids.slug(name) == slug, name
    column = pd.Series([1, None, "x", 2.5, NAN], dtype=object)
    assert ids.as_text(column).tolist() == ["1", "", "x", "2.5", ""]


def test_limits_hold_what_lies_at_them():
    values = np.array([29.9, 30 + 0.9e-6, 30 + 1.1e-6])
    assert limits.within(values, 30).tolist() == [True, True, False]
    assert limits.within(values, [29, 31, 31]).tolist() == [False, True, True]
    values = np.array([30.1, 30 - 0.9e-6, 30 - 1.1e-6])
    assert limits.at_least(values, 30).tolist() == [True, True, False]
    assert limits.LEEWAY == 1e-6


def test_parts_of_the_work():
    told = []
    step = progress.part(lambda *one: told.append(one), 0.2, 0.6)
    step(0.0, "begins")
    step(0.25)
    step(1.0)
    assert told == [(0.2, "begins"), (pytest.approx(0.3), None), (pytest.approx(0.6), None)]
    inner = progress.part(step, 0.5, 1.0)
    inner(0.5)
    assert told[-1] == (pytest.approx(0.5), None) and progress.quiet(1.0, "x") is None


# ---------------------------------------------------------------- trends in words


def test_which_indicator_is_the_main_one():
    assert trend_words.main_indicator(pd.DataFrame({"indicator": ["jobs", "births"]})) == "jobs"
    both = pd.DataFrame({"indicator": ["jobs", "population"]})
    assert trend_words.main_indicator(both) == "population"
    assert [trend_words.signed(one, "lt", 2) for one in (0.004, -0.006, 1.0, 0.0)] == [
        "+0,00", "−0,01", "+1,00", "0,00",
    ]  # fmt: skip


# ---------------------------------------------------------------- guidelines


def rules(*rows):
    plain = {"rule": "r", "class": "emerging", "chapter": "action_plan", "point_en": "x"}
    frame = pd.DataFrame([{**plain, **one} for one in rows])
    return guidelines.guideline_rules(frame, "RULES")


def row(zone, sector, kind="emerging", lq=0.5, confidence="fair", **changes):
    return {
        "zone": zone, "name": zone.upper(), "country": "LV", "level": "domain", "sector": sector,
        "class": kind, "confidence": confidence, "confidence_reason": "", "lq": lq,
        "jobs_last": 1234.0, "growth_pct": 2.54, "first_year": 2014, "last_year": 2017, **changes,
    }  # fmt: skip


def pair(a, b, touching=0, common="", only_a="", only_b=""):
    return {"zone_a": a, "zone_b": b, "name_a": a.upper(), "name_b": b.upper(),
            "touching": touching, "common": common, "only_a": only_a, "only_b": only_b}  # fmt: skip


ROWS = [
    row("x", "bio", "weak", 0.7), row("x", "ict", "growing_strength", 1.5),
    row("x", "art", "growing_strength", 1.5), row("x", "sea", "growing_strength", 2.5),
    row("x", "gas", "too_small", NAN, "hidden"),
    row("y", "bio", "emerging", 0.25, "low", growth_pct=NAN,
        confidence_reason="rounding matters; jumps between years"),
    row("x", "A", level="sector"),
]  # fmt: skip
PLACES = pd.DataFrame(
    {"municipality": ["1", "2", "3"], "municipality_name": ["One", "Two", "Three {lq}"],
     "zone": ["y", "x", "y"], "neighbours": ["N", "", "M"]}
)  # fmt: skip
ALL = ", ".join(one for one in profile.CLASSES)


def sheets(*several, pairs=(), labels=None):
    names = ["zone_a", "zone_b", "name_a", "name_b", "touching", "common", "only_a", "only_b"]
    found = Profiles(pd.DataFrame(ROWS), None, pd.DataFrame(list(pairs), columns=names), 2014, 2017,
                     [])  # fmt: skip
    return guidelines.guidelines(found, rules(*several), PLACES, labels)


def test_points_in_the_order_of_zone_class_and_quotient():
    made = sheets({"class": ALL, "rule": "a"}, {"class": ALL, "rule": "b", "chapter": "monitoring"})
    assert list(made) == [
        "municipality", "municipality_name", "zone", "neighbours", "domain", "domain_en",
        "domain_lv", "domain_lt", "class", "confidence", "rule", "chapter", "partners",
        "first_year", "last_year", "point_en", "point_lv", "point_lt", "question_en",
        "question_lv", "question_lt", "indicator_en", "indicator_lv", "indicator_lt",
    ]  # fmt: skip
    names = ["municipality", "zone", "domain", "rule"]
    # the domains of x by class, then by quotient, then by name; what is hidden is not spoken of
    assert made[names].to_numpy().tolist() == [
        *[["2", "x", domain, rule] for domain in ("sea", "art", "ict", "bio") for rule in "ab"],
        *[[place, "y", "bio", rule] for place in "13" for rule in "ab"],
    ]
    assert made["neighbours"].tolist() == [""] * 8 + ["N", "N", "M", "M"]
    assert made["chapter"].tolist() == ["action_plan", "monitoring"] * 6


def test_every_gap_is_filled_in_every_language():
    words_ = ("{municipality}|{zone}|{domain}|{jobs}|{lq}|{growth}|{first_year}|{last_year}|"
              "{partners}|{reasons}")  # fmt: skip
    labels = pd.DataFrame(
        {"domain": ["bio", "bio", "sea"], "label_en": ["Life", "Other", ""],
         "label_lv": ["Dzīvība", "Cits", "Jūra"]}
    )  # fmt: skip
    made = sheets({"class": "emerging,weak", "domain": "bio", "point_en": words_,
                   "question_lv": "{domain}?", "indicator_en": "{lq}"}, labels=labels)  # fmt: skip
    one, two, three = made.to_dict("records")
    assert one["point_en"] == "Two|X|Life|1,230|0.70|+2.5|2014|2017||"
    assert one["point_lv"] == f"Two|X|Dzīvība|1{SPACE}230|0,70|+2,5|2014|2017||"
    assert one["point_lt"] == f"Two|X|bio|1{SPACE}230|0,70|+2,5|2014|2017||"
    assert two["point_en"] == (
        "One|Y|Life|1,230|0.25|–|2014|2017||rounding matters; jumps between years"
    )
    assert three["point_en"].startswith("Three {lq}|Y|")
    reasons = two["point_lv"].rpartition("|")[2].split("; ")
    assert reasons == [words.text(one, "lv") for one in
                       ("rounding matters", "jumps between years")]  # fmt: skip
    assert reasons[0].startswith("noapa")
    assert (one["domain_en"], one["domain_lv"], one["domain_lt"]) == ("Life", "Dzīvība", "bio")
    assert (one["question_en"], one["question_lv"], one["question_lt"]) == ("", "Dzīvība?", "")
    assert (one["indicator_en"], one["indicator_lv"]) == ("0.70", "0,70")
    seen = sheets({"class": ALL, "domain": "sea", "point_en": "{domain}"}, labels=labels)
    assert seen[["point_en", "point_lv"]].to_numpy().tolist() == [["sea", "Jūra"]]


@pytest.mark.parametrize(
    ("rule", "domains"),
    [
        ({}, ["bio"]), ({"class": "weak, growing_strength"}, ["sea", "art", "ict", "bio"]),
        ({"class": ALL, "domain": "*"}, ["sea", "art", "ict", "bio", "bio"]),
        ({"class": ALL, "domain": "sea, bio"}, ["sea", "bio", "bio"]),
        ({"class": ALL, "domain": "!sea,bio"}, ["art", "ict"]),
        ({"class": ALL, "confidence": "low"}, ["bio"]),
        ({"class": ALL, "confidence": "fair"}, ["sea", "art", "ict", "bio"]),
    ],
)  # fmt: skip
def test_which_rules_fit(rule, domains):
    made = sheets({"point_en": "{domain}", **rule})
    assert made.drop_duplicates(["zone", "domain"])["domain"].tolist() == domains


def test_partners_of_each_kind_from_both_sides():
    pairs = [pair("p", "x", 0, "sea", "ict", "art"), pair("x", "q", 1, "sea, art", "", "bio"),
             pair("o", "x", 1, "sea"), pair("q", "y", 0, "", "", "bio")]  # fmt: skip
    every = {"class": ALL, "point_en": "{partners}"}
    made = sheets({**every, "partners": "common"}, pairs=pairs)
    assert made[["zone", "domain", "partners"]].to_numpy().tolist() == [
        ["x", "sea", "O, Q, P"], ["x", "art", "Q"],
    ]  # fmt: skip
    assert made["point_en"].tolist() == ["O, Q, P", "Q"]
    # what the partner is strong in and the zone is not
    made = sheets({**every, "partners": "complementary"}, pairs=pairs)
    assert made[["zone", "domain", "partners"]].to_numpy().tolist() == [
        ["x", "ict", "P"], ["x", "bio", "Q"],
    ]  # fmt: skip
    made = sheets(every, pairs=pairs)
    assert set(made["partners"]) == {""} and len(made) == 6


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"chapter": "preface"}, "Layer 'RULES', field 'chapter': chapter must be of "
         "current_situation, strategic_part, action_plan, investment_plan, monitoring (r)."),
        ({"partners": "many"}, "Layer 'RULES', field 'partners': partners must be of common, "
         "complementary (r)."),
        ({"class": "weak, splendid"}, "Layer 'RULES', field 'class': class must be of "
         f"{ALL} (r)."),
        ({"question_lt": "{secret}"}, "Layer 'RULES', field 'question_lt': there are gaps that "
         "nothing fills; known are domain, first_year, growth, jobs, last_year, lq, municipality, "
         "partners, reasons, zone (r)."),
    ],
)  # fmt: skip
def test_rules_that_cannot_be_used(change, message):
    with pytest.raises(SmartPlanningError) as caught:
        rules({"rule": "fine"}, change)
    assert str(caught.value) == message


def test_rules_are_read_with_what_they_lack():
    for name in ("rule", "class", "chapter", "point_en"):
        frame = pd.DataFrame([{"rule": "r", "class": "weak", "chapter": "monitoring",
                               "point_en": "x"}]).drop(columns=name)  # fmt: skip
        with pytest.raises(SmartPlanningError) as caught:
            guidelines.guideline_rules(frame, "RULES")
        assert str(caught.value) == f"Layer 'RULES', field '{name}': the table has no such field."
    made = rules({"rule": 7.0, "domain": None, "point_lv": "y", "question_en": "q"}).iloc[0]
    assert made.to_dict() == {
        "rule": "7", "class": "emerging", "domain": "", "partners": "", "confidence": "",
        "chapter": "action_plan", "point_en": "x", "point_lv": "y", "point_lt": "x",
        "question_en": "q", "question_lv": "q", "question_lt": "q", "indicator_en": "",
        "indicator_lv": "", "indicator_lt": "",
    }  # fmt: skip
    assert guidelines._gaps("{a:{b}} {c!r}") >= {"a", "c"} and guidelines._gaps("{") == {"{"}
    assert guidelines._gaps("no {{gap}}") == set()
