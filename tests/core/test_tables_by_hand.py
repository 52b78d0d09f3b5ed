"""Tables of offices, cell by cell: what is read, what is left out, and what is said of the rest."""

import codecs

import numpy as np
import pandas as pd
import pytest

from smart_planning_plugin.core.errors import SmartPlanningError
from smart_planning_plugin.core.territory import codes, exports, nace, tables

NAN = float("nan")


def read(columns, key="indicator", comma=""):
    return tables.long_table(pd.DataFrame(columns), key, "t", comma)


def cells(table):
    """The rows as lists, -1 where a value is not there."""
    return table.assign(value=table["value"].fillna(-1)).to_numpy().tolist()


def said(change):
    with pytest.raises(SmartPlanningError) as caught:
        change()
    return str(caught.value)


# ---------------------------------------------------------------- tables of any width


def test_years_below_each_other_with_flags_of_two_kinds():
    found = read(
        {
            "Nosaukums": ["A", "B", "C", "D", "E", "F", "G", "H"],
            "Kods": [1.0, "02", " 3 ", "4", "5", "6", "7", "8"],
            "Gads": [2021.0, "2021-07-02", "2021M05", 2020, "1899", "2100", "2021.", "1800"],
            "Vērtība": ["1,5", "2 b", "3", "…", "5", "6 e", "7", "x"],
            "Status": ["b", " e ", "bp", None, "c", "estimated twice", "zz", ""],
            "Avots": ["CSP", "", None, 7, "", "", "", ""],
        }
    )  # fmt: skip
    assert list(found) == ["zone", "year", "indicator", "date", "value", "flag", "source"]
    assert cells(found) == [
        ["1", 2021, "population", "2021", 1.5, "break", "CSP"],
        ["02", 2021, "population", "2021-07-02", 2, "break; estimated", ""],
        ["3", 2021, "population", "2021", 3, "break; provisional", ""],
        ["4", 2020, "population", "2020", -1, "missing", "7"],
        ["5", 1899, "population", "1899", -1, "suppressed", ""],
        ["6", 2100, "population", "2100", 6, "estimated; estimated twice", ""],
        ["7", 2021, "population", "2021", 7, "zz", ""],
        ["8", 1800, "population", "1800", -1, "suppressed", ""],
    ]


def test_years_beside_each_other_may_say_of_what():
    columns = {"Code": ["a", "b"], "Name": ["A", "B"], "2011": [1, 2], "2021 jobs": [3, 4],
               "2021-03-01": [5, 6]}  # fmt: skip
    found = read(columns)
    assert cells(found) == [
        ["a", 2011, "population", "2011", 1, "", ""],
        ["b", 2011, "population", "2011", 2, "", ""],
        ["a", 2021, "jobs", "2021", 3, "", ""],
        ["b", 2021, "jobs", "2021", 4, "", ""],
        ["a", 2021, "03-01", "2021-03-01", 5, "", ""],
        ["b", 2021, "03-01", "2021-03-01", 6, "", ""],
    ]
    # where the indicator has a column of its own, the heading is a year and no more
    del columns["2021 jobs"]
    assert read({**columns, "Rādītājs": ["x", "y"]})["indicator"].tolist() == ["x", "y"] * 2


def test_indicators_beside_each_other():
    found = read(
        {"GEO": ["a", "b"], "year": [2020, 2021], "nosaukums": ["A", "B"], "pop": ["1", "2"],
         "2019": ["5", "6"], "note": ["", "p"], "births": [None, 4]},
    )  # fmt: skip
    assert cells(found) == [
        ["a", 2020, "pop", "2020", 1, "", ""],
        ["b", 2021, "pop", "2021", 2, "provisional", ""],
        ["a", 2020, "2019", "2020", 5, "", ""],
        ["b", 2021, "2019", "2021", 6, "provisional", ""],
        ["a", 2020, "births", "2020", -1, "missing", ""],
        ["b", 2021, "births", "2021", 4, "provisional", ""],
    ]


def test_sectors_take_the_name_of_the_only_column():
    found = read({"zone": ["a"], "year": [2020], "Jobs": [5]}, "sector")
    assert found["sector"].tolist() == ["Jobs"]
    found = read({"zone": ["a"], "year": [2020], "A": [5], "C": [6]}, "sector")
    assert found["sector"].tolist() == ["A", "C"]


def test_of_columns_alike_the_first_counts():
    found = read({"KODS": ["a"], "kods": ["b"], "zone_id": ["c"], "year": [2020], "value": [1]})
    assert found["zone"].tolist() == ["c"]  # the more telling name
    found = read({"KODS": ["a"], "kods": ["b"], "year": [2020], "value": [1]})
    assert found["zone"].tolist() == ["a"]


def test_rows_of_notes_below_the_table_are_left_out():
    found = read({"zone": ["a", ""], "year": [2020, 2020], "value": [1, None]})
    assert found["zone"].tolist() == ["a"] and found.index.tolist() == [0]


def test_names_are_compared_without_accents_case_and_spaces():
    assert tables.plain("  Teritoriālā\u00a0 \n Vienība ") == "teritoriala vieniba"
    assert [tables.code(one) for one in (" 07 ", 7.0, 7.5, None, NAN, "", 7)] == [
        "07", "7", "7.5", "", "", "", "7",
    ]  # fmt: skip
    assert tables.decimal_year("2021-01-02", 2021) == 2021 + 1 / 365.25
    assert tables.decimal_year("2021-3", 2021) == 2021.0
    assert tables.is_suppressed(["break; suppressed", "", None]).tolist() == [True, False, False]


@pytest.mark.parametrize(
    ("age", "group"),
    [
        ("0", "pop_0_14"), ("14", "pop_0_14"), ("15", "pop_15_64"), ("64", "pop_15_64"),
        ("65", "pop_65"), ("85+", "pop_65"), ("65 +", "pop_65"), ("Y_GE65", "pop_65"),
        ("Y_LT15", "pop_0_14"), ("Y15-64", "pop_15_64"), ("Y10_14", "pop_0_14"),
        ("from 0 to 14", "pop_0_14"), ("15–64", "pop_15_64"), ("5–9", "pop_0_14"),
        ("100", "pop_65"), ("300", "pop_65"),
        ("65-300", "pop_65"), ("Total", "population"), ("Kopā", "population"),
        ("Y_LT16", None), ("Y_GE64", None), ("10-15", None), ("14-20", None), ("64+", None),
        ("15+", None), ("60-65", None), ("unknown", None), ("Y_LT65", None),
    ],
)  # fmt: skip
def test_ages_and_their_groups(age, group):
    columns = {"zone": ["a"], "year": [2020], "age": [age], "value": [1]}
    if group is None:
        assert said(lambda: read(columns)) == (
            f"Layer 't', field 'age': ages do not fit into 0–14, 15–64 and 65+ ({age}). Use years "
            "of age or bands that end there."
        )
    else:
        assert read(columns)["indicator"].tolist() == [group]


def test_ages_add_up_zone_by_zone_and_a_missing_one_is_missing():
    found = read(
        {
            "zone": ["b", "b", "a", "a", "a", "b"], "year": [2020] * 6,
            "age": ["65", "66", "0", "1", "Total", "Total"],
            "sex": ["T", "T", "T", "T", "T", "T"],
            "value": ["1 b", "2", "4", "…", "9 e", "50"], "unit": ["n"] * 6,
        }
    )  # fmt: skip
    assert cells(found) == [
        ["b", 2020, "pop_65", "2020", 3, "break", ""],
        ["a", 2020, "pop_0_14", "2020", -1, "missing", ""],
        ["a", 2020, "population", "2020", 9, "estimated", ""],
        ["b", 2020, "population", "2020", 50, "", ""],
    ]
    # sectors know nothing of ages
    assert "several values" in said(
        lambda: read({"zone": ["a", "a"], "year": [1999] * 2, "age": ["1", "2"],
                      "value": [1, 2]}, "sector")
    )  # fmt: skip


def test_both_sexes_where_they_are_counted_together():
    columns = {"zone": ["a"] * 3, "year": [2020] * 3, "sex": ["Men", "Women", "Both sexes"],
               "value": [1, 2, 3]}  # fmt: skip
    assert read(columns)["value"].tolist() == [3]
    men = {name: one[:1] for name, one in columns.items()}
    assert read(men)["value"].tolist() == [1]


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"zone": [], "year": [], "value": []}, "Layer 't': the table has no rows."),
        ({"place": ["a"], "year": [2018], "value": [1]},
         "Layer 't', field 'zone': there is no column of zone codes. Name it zone; the columns are "
         "place, year, value."),
        ({"zone": ["a"], "value": [1]},
         "Layer 't', field 'year': there is no column of years. Name it year, or put years side by "
         "side."),
        ({"zone": ["a"], "year": [2018], "name": ["A"]},
         "Layer 't': there is no column of values. Name it value."),
        ({"zone": ["a", "b", "c", "d"], "year": ["later", "1799", 2018, "now"], "value": [1] * 4},
         "Layer 't', field 'year': these are no years (1799, later, now). Write 2021 or "
         "2021-01-01."),
        ({"zone": ["a", "b"], "year": ["2021-02-28", "2021-02-30"], "value": [1, 2]},
         "Layer 't', field 'year': this date does not exist (2021-02-30)."),
        ({"zone": ["", "b"], "year": [2018, 2018], "value": [1, 2]},
         "Layer 't': zone codes are missing. Fill the column."),
        ({"zone": ["a", "a", "b", "b", "c"], "year": [2018] * 5, "value": [1, 2, 3, 4, 5],
          "unit": ["n", "%", "n", "%", "n"], "sex": ["m"] * 5},
         "Layer 't': several values stand for one zone, year and indicator (a 2018 population, "
         "b 2018 population). Leave one row each of unit."),
        ({"zone": ["a", "a"], "year": [2018] * 2, "value": [1, 2], "unit": ["n", "n"]},
         "Layer 't': several values stand for one zone, year and indicator (a 2018 population). "
         "Keep one row each."),
        ({"zone": ["a", "b"], "year": [2018] * 2, "value": ["1", "many"]},
         "Layer 't', field 'value': these values are not numbers (many)."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(columns, message):
    assert said(lambda: read(columns)) == message


# ---------------------------------------------------------------- files


def test_a_file_with_a_title_blank_lines_and_notes():
    found = exports.parse(
        b"Inhabitants;;\n\n ; ; \n;at the beginning;\n zone ;;2020\n a ;A; 1 \n\nb;;\nc;C\n"
        b";;\nnotes\nd;D;4\n"
    )
    assert list(found.table) == ["zone", "column_2", "2020"]
    assert found.table.to_numpy().tolist() == [["a", "A", "1"], ["b", "", ""], ["d", "D", "4"]]
    assert found.title == "Inhabitants at the beginning"
    assert (found.encoding, found.separator, found.comma) == ("utf-8-sig", ";", "decimal")


@pytest.mark.parametrize(
    ("content", "encoding", "separator", "comma", "name"),
    [
        ("kods,šis\n1,2\n".encode(), "utf-8-sig", ",", "thousands", "šis"),
        ("kods\tšis\n1\t2\n".encode("cp1257"), "cp1257", "\t", "decimal", "šis"),
        ("kods|šis\n1|2\n".encode("utf-16"), "utf-16", "|", "thousands", "šis"),
        (codecs.BOM_UTF16_BE + "kods;šis\n1;2\n".encode("utf-16-be"), "utf-16", ";", "decimal",
         "šis"),
        ("kods;š\u0081s\n1;2\n".encode("iso8859_13"), "iso8859_13", ";", "decimal", "š\u0081s"),
    ],
)  # fmt: skip
def test_encodings_and_separators(content, encoding, separator, comma, name):
    found = exports.parse(content)
    assert (found.encoding, found.separator, found.comma) == (encoding, separator, comma)
    assert list(found.table) == ["kods", name] and found.table.to_numpy().tolist() == [["1", "2"]]
    assert found.title == ""


def test_of_separators_that_give_as_many_columns_the_first_counts():
    assert exports.parse(b"a;b,c\n1;2,3\n").separator == ";"
    # a title may have more commas than the table has columns, and a table wider than its notes
    found = exports.parse(b"People, by age, sex, place\na;b\n1;2,5\n2;3,5\n3;4,5\n")
    assert (found.separator, found.title) == (";", "People, by age, sex, place")
    assert len(found.table) == 3
    assert exports.parse(b"a;b;c;d\n1;2;3;4\nSource, here\nSource, there\n").separator == ";"
    # names with commas, numbers with commas: only the header has none
    found = exports.parse(b"place;2021;2022;2023\nRoja, town;1,5;2,5;3,5\nTalsi, town;1,0;0,5;2,0")
    assert found.separator == ";" and found.table["2022"].tolist() == ["2,5", "0,5"]


def test_files_that_hold_no_table():
    nothing = ("Layer 't': no table with a header and two columns is in this file. Export it as "
               "CSV with semicolons, commas or tabs.")  # fmt: skip
    for content in (b"", b"one\ntwo\n", b"a;\nb;\n"):
        assert said(lambda content=content: exports.parse(content, "t")) == nothing
    assert said(lambda: exports.parse(b"b;a;b;a;;\n1;2;3;4;5;6\n", "t")) == (
        "Layer 't': columns stand twice (a, b). Rename them."
    )
    half = "a;š\n1;2".encode("utf-16")[:-1]
    assert said(lambda: exports.parse(half, "t")) == (
        "Layer 't': the file ends within a letter, or is no text. Export it again."
    )


@pytest.mark.parametrize(
    ("written", "values", "flags"),
    [
        (["1.234", "1,5"], [1234, 1.5], ["", ""]),
        (["0,234"], [0.234], [""]),
        (["-0,234", "1,234"], [-0.234, 1.234], ["", ""]),
        (["1,2345"], [1.2345], [""]),
        (["1,23"], [1.23], [""]),
        (["1,234.567"], [1234.567], [""]),
        (["1.234,567"], [1234.567], [""]),
        (["1,234,567"], [1234567], [""]),
        (["1.234"], [1.234], [""]),
        (["1234.5", "1,234"], [1234.5, 1234], ["", ""]),
        (["7", "-7 ", '"8"', ' " 9 " '], [7, -7, 8, 9], [""] * 4),
        (["", "…", "...", "..", ".", ":", "n/a", "NaN", "-", "–", "—", "−", "null"],
         [NAN] * 13, ["missing"] * 13),
        (["x", "●", "*", "C", "(c)", ": c", "…c"], [NAN] * 7, ["suppressed"] * 7),
        ([": u", "…e", ":b"], [NAN] * 3, ["missing"] * 3),
        (["5 C", "5bc", "6 bpe", "7 n"], [NAN, NAN, 6, 7],
         ["suppressed", "break; suppressed", "break; provisional; estimated", "not significant"]),
        ([1.5, "2", None, "…", 3], [1.5, 2, NAN, NAN, 3], ["", "", "missing", "missing", ""]),
    ],
)  # fmt: skip
def test_cells_and_their_flags(written, values, flags):
    number, flag = exports.numbers(written)
    assert np.array_equal(number, values, equal_nan=True)
    assert flag.tolist() == flags


def test_a_comma_before_three_digits_is_what_the_file_says():
    written = ["1,234", "25,678"]
    assert exports.numbers(written, "decimal")[0].tolist() == [1.234, 25.678]
    assert exports.numbers(written, "thousands")[0].tolist() == [1234, 25678]
    assert said(lambda: exports.numbers([*written, "7"], "", "t", "f")) == (
        "Layer 't', field 'f': a comma may mean thousands or decimals here (1,234, 25,678). Give "
        "the file as it was exported, or write the numbers without commas."
    )


@pytest.mark.parametrize(
    ("written", "message"),
    [
        (["1", "abc", "12 zz", "1.2.3,4", "5 bpeb", ":z", "2", "abc"],
         "these values are not numbers (abc, 12 zz, 5 bpeb, :z)."),
        (["1,5", "2.55"], "both commas and dots are used for decimals. Use one."),
        (["1,5", "1,234,567"], "both commas and dots are used for decimals. Use one."),
        (["1.234.567", "0.5"], "both commas and dots are used for decimals. Use one."),
        ([1.0, np.inf, 2.0, -np.inf],
         "infinite values (row 2, row 4). Mend the data; missing values may be empty."),
        (["1.2,3.4,5"], "these values are not numbers (1.2,3.4,5)."),
    ],
)  # fmt: skip
def test_cells_that_are_no_numbers(written, message):
    assert (
        said(lambda: exports.numbers(written, "", "t", "f")) == f"Layer 't', field 'f': {message}"
    )


# ---------------------------------------------------------------- codes


def test_what_cannot_be_added_up():
    for one in ("x_pct", "x_rate", "x_share", "old_index", "pop_density", "share_of", "rate_x",
                "per_head", "mean_age", "median_age", "grown by %"):  # fmt: skip
        assert codes.is_rate(one), one
    for one in ("population", "births", "index_x", "shares", "operation", "pct", "x_rates"):
        assert not codes.is_rate(one), one


def test_codes_are_taken_out_of_cells_where_they_are_known():
    known = {"LV003", "LV-1", "0021000", "A 1"}
    written = ["[LV003] Kurzeme", "LV003  Kurzeme", "Kurzeme (LV003) ", "Kurzeme (LV-1)", "A 1",
               "0021000 Rīga", "LV004 Latgale", "LV003 2", "(LV003) x", "LV003"]  # fmt: skip
    assert codes.bare(written, known) == [
        "LV003", "LV003", "LV003", "LV-1", "A 1", "0021000", "LV004 Latgale", "LV003 2",
        "(LV003) x", "LV003",
    ]  # fmt: skip


def test_codes_that_differ_in_zeros_and_case():
    report = codes.join_report(["lv1", "0x", "LV1", "0x"], ["LV1", "X", "q", "q"], ["L", "X"],
                               "t", "z")  # fmt: skip
    why = "written differently (leading zeros or case)"
    assert report.to_numpy().tolist() == [
        ["t", "0x", why, "X"], ["t", "lv1", why, "LV1"], ["z", "X", "nothing in the table", ""],
        ["z", "q", "nothing in the table", ""],
    ]  # fmt: skip
    assert list(report) == ["side", "code", "reason", "suggestion"]
    assert codes.join_report(["a"], ["a"]).empty


CHANGES = {"from": ["1", "2", "3", "3"], "to": ["N", "N", "N", "M"], "weight": [1, 1, 0.25, 0.75],
           "year": [2021, 2021, "", ""]}  # fmt: skip


def test_changes_of_codes_are_read():
    found = codes.code_changes(pd.DataFrame({"from": [1.0, "02"], "to": [" N ", "M"]}), "c")
    assert list(found) == ["from", "to", "weight", "year"]
    assert found.fillna(-1).to_numpy().tolist() == [["1", "N", 1, -1], ["02", "M", 1, -1]]
    found = codes.code_changes(pd.DataFrame(CHANGES), "c")
    assert found["year"].fillna(-1).tolist() == [2021, 2021, -1, -1]
    # each year has weights of its own; nothing may be given to a code
    twice = {"from": ["1", "1", "1"], "to": ["N", "M", "K"], "weight": [1, 1, 0],
             "year": [2020, 2021, 2021]}  # fmt: skip
    assert len(codes.code_changes(pd.DataFrame(twice), "c")) == 3


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"from": ["1"]}, "Layer 'c', field 'to': the table has no such field."),
        ({"to": ["1"]}, "Layer 'c', field 'from': the table has no such field."),
        ({"from": ["1", "2", "3", ""], "to": ["N", "", "M", "N"], "weight": [1, 1, -0.1, 1]},
         "Layer 'c', field 'weight': a code is missing, or a weight is missing or below 0 (2, 3, )."
         ),
        ({"from": ["1", "1", "2", "3"], "to": ["N", "M", "M", "M"], "weight": [0.5, 0.52, 1, 0.9]},
         "Layer 'c', field 'weight': the weights of these old codes do not add up to 1 (1: 1.02, "
         "3: 0.9). Give each old code the shares that its new ones take."),
    ],
)  # fmt: skip
def test_changes_that_cannot_be_used(columns, message):
    assert said(lambda: codes.code_changes(pd.DataFrame(columns), "c")) == message


def test_figures_of_old_codes_as_those_of_the_new():
    rows = [
        ("1", 2020, "population", "10 b"), ("2", 2020, "population", "20 e"),
        ("3", 2020, "population", "40"), ("M", 2020, "population", "1"),
        ("1", 2020, "rate_x", "5"), ("Q", 2020, "rate_x", "7"),
        ("1", 2019, "population", "11"), ("3", 2019, "population", "40"),
        ("1", 2018, "population", "11"), ("2", 2018, "population", ": c"),
        ("3", 2018, "population", "40"),
        ("1", 2021, "population", "12"), ("3", 2021, "population", "80"),
        ("1", 2022, "population", "13"), ("2", 2022, "population", "14"),
    ]  # fmt: skip
    frame = pd.DataFrame(rows, columns=["zone", "year", "indicator", "value"])
    table = tables.long_table(frame, "indicator", "t")
    made = codes.convert(table, codes.code_changes(pd.DataFrame(CHANGES), "c"), "indicator")
    assert list(made) == ["zone", "year", "indicator", "date", "value", "flag", "source"]
    assert sorted(cells(made)) == sorted(
        [
            ["M", 2020, "population", "2020", 31, "", ""],  # 1 of its own, 0.75 x 40
            ["N", 2020, "population", "2020", 40, "break; estimated", ""],
            ["Q", 2020, "rate_x", "2020", 7, "", ""],  # rates of old codes are gone
            ["N", 2019, "population", "2019", -1, "missing: a part of the zone", ""],
            ["M", 2019, "population", "2019", 30, "", ""],
            ["N", 2018, "population", "2018", -1, "suppressed", ""],
            ["M", 2018, "population", "2018", 30, "", ""],
            # from 2021 on 1 and 2 are codes as they stand; of 3 no year is given
            ["1", 2021, "population", "2021", 12, "", ""],
            ["N", 2021, "population", "2021", -1, "missing: a part of the zone", ""],
            ["M", 2021, "population", "2021", 60, "", ""],
            ["1", 2022, "population", "2022", 13, "", ""],
            ["2", 2022, "population", "2022", 14, "", ""],
        ]
    )


def test_a_weight_of_nothing_is_no_part():
    table = tables.long_table(
        pd.DataFrame({"zone": ["1"], "year": [2020], "value": [8]}), "indicator", "t"
    )
    changes = codes.code_changes(
        pd.DataFrame({"from": ["1", "2", "2"], "to": ["N", "N", "M"], "weight": [1, 0, 1]}), "c"
    )
    assert cells(codes.convert(table, changes, "indicator"))[0][:5] == [
        "N", 2020, "population", "2020", 8,
    ]  # fmt: skip


# ---------------------------------------------------------------- NACE


def test_sections_of_codes():
    for one in ("TOTAL", "a-u", " A-T ", "A-S", "Tot", "kopa", "is viso"):
        assert nace.is_total(one)
    assert not nace.is_total("A-R")
    assert nace.sections(" u ") == frozenset("U") and nace.sections("C-C") == frozenset("C")
    assert nace.sections("b_d") == nace.sections("B–D") == frozenset("BCD")
    for one in ("V", "U-A", "A-V", "AB", "", "fishing", "A10"):
        assert nace.sections(one) is None


def test_sectors_within_each_other_row_by_row():
    jobs = pd.DataFrame(
        {
            "A-D": [100.0, 100], "A-B": [30.0, NAN], "A": [10.0, 10], "B": [20.0, NAN],
            "C": [40.0, 40], "E-G": [9.0, 9], "E-F": [5.0, 5], "F-G": [6.0, 6], "E": [1.0, 7],
            "fishing": [3.0, 4],
        },
        index=[7, 9],
    )  # fmt: skip
    parts, total, left_out = nace.partition(jobs)
    assert parts.fillna(-1).to_dict("list") == {
        "A-D excl. A-B, C": [30, -1],  # one of its parts is not known
        "A": [10, 10], "B": [20, -1], "C": [40, 40],
        "E-F excl. E": [4, 0],  # 5 less 7 is rounding, and not less than nothing
        "F-G": [6, 6], "E": [1, 7], "fishing": [3, 4],
    }  # fmt: skip
    assert list(parts) == ["A-D excl. A-B, C", "A", "B", "C", "E-F excl. E", "F-G", "E", "fishing"]
    assert left_out == ["A-D", "A-B", "E-G", "E-F"]
    assert total.fillna(-1).tolist() == [114, -1] and parts.index.tolist() == [7, 9]


def test_ranges_whose_parts_overlap_are_left_out():
    jobs = pd.DataFrame({"TOTAL": [9.0], "A-D": [10.0], "A-B": [3.0], "B-C": [4.0], "KOPA": [8.0]})
    parts, total, left_out = nace.partition(jobs)
    assert list(parts) == ["A-B", "B-C"] and left_out == ["TOTAL", "KOPA", "A-D"]
    assert total.tolist() == [9]
