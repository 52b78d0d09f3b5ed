"""Statistics as offices give them: files, signs for missing values, codes, changes of codes."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from smart_planning_plugin.core.errors import (
    DuplicateIdError,
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
)
from smart_planning_plugin.core.territory import codes, exports, tables

FEW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
PXWEB = (
    '"IRS010. Iedzīvotāju skaits gada sākumā";\n'
    "\n"
    '"Teritoriālā vienība";"Rādītājs";"2019";"2020";"2021"\n'
    '"0021000";"population";"69 443";"68 945,5";"…"\n'
    '"0021001";"population";"-";":";"7 d"\n'
    '"0021002";"population";"x";": c";"5 c"\n'
    '"Avots: CSP; … dati nav pieejami"\n'
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257", "utf-16"])
def test_pxweb_in_every_encoding(encoding):
    found = exports.parse(PXWEB.encode(encoding))
    assert found.separator == ";"
    assert found.title == "IRS010. Iedzīvotāju skaits gada sākumā"
    assert list(found.table.columns) == ["Teritoriālā vienība", "Rādītājs", "2019", "2020", "2021"]
    assert len(found.table) == 3  # the note below is no row
    table = tables.long_table(found.table, "indicator", "file", found.comma)
    assert table["zone"].unique().tolist() == ["0021000", "0021001", "0021002"]
    first = table[table["zone"] == "0021000"].set_index("year")
    assert first["value"].tolist()[:2] == [69443.0, 68945.5]
    assert np.isnan(first.loc[2021, "value"])
    second = table[table["zone"] == "0021001"].set_index("year")["flag"].tolist()
    assert second == ["missing", "missing", "definition differs"]
    third = table[table["zone"] == "0021002"]
    assert third["value"].isna().all()  # what may not be shown is not shown, though it was written
    assert tables.is_suppressed(third["flag"]).all()


def test_eurostat_and_osp_shapes():
    osp = b"Territory,Year,population,pop_65\n15,2018,100,20\n15,2019,90,\n"
    table = tables.long_table(exports.parse(osp).table, "indicator", "osp", "thousands")
    assert len(table) == 4
    values = table.set_index(["indicator", "year"])["value"]
    assert values["pop_65", 2018] == 20 and np.isnan(values["pop_65", 2019])
    tsv = b"geo\ttime\tnace_r2\tvalues\nLV003\t2017\tA\t14.04 e\n"
    table = tables.long_table(exports.parse(tsv).table, "sector", "eurostat", "decimal")
    assert table.iloc[0].to_dict() == {
        "zone": "LV003", "year": 2017, "sector": "A", "date": "2017", "value": 14.04,
        "flag": "estimated", "source": "",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cells", "comma", "values"),
    [
        (["1,5", "2"], "", [1.5, 2]),
        (["1,234"], "decimal", [1.234]),
        (["1,234"], "thousands", [1234]),
        (["1,234", "2.5"], "", [1234, 2.5]),
        (["1.234,5"], "", [1234.5]),
        (["1,234.5"], "", [1234.5]),
        (["1.234.567"], "", [1234567]),
        (["1\u00a0234", "1\u202f234", "1'234"], "", [1234] * 3),
        (["−3", "+4", "-5"], "", [-3, 4, -5]),
        ([3, 4.5, None, np.nan], "", [3, 4.5, np.nan, np.nan]),
        (["12 bp"], "", [12]),
    ],
)
def test_numbers(cells, comma, values):
    assert np.array_equal(exports.numbers(cells, comma)[0], values, equal_nan=True)


@FEW
@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=8))
def test_numbers_written_in_latvian_come_back(cents):
    values = [one / 100 for one in cents]
    written = [f"{one:,.2f}".replace(",", "\u00a0").replace(".", ",") for one in values]
    assert np.allclose(exports.numbers(written)[0], values)


@pytest.mark.parametrize("cells", [["abc"], ["1,234"], ["1,5", "2.55"], ["12 zz"]])
def test_what_is_no_number_is_refused(cells):
    with pytest.raises(InvalidValueError, match=r"[Ll]ayer 't', field 'value'"):
        exports.numbers(cells, "", "t", "value")


def test_ages_become_groups_and_total_sex_is_kept():
    frame = pd.DataFrame(
        [("a", 2018, sex, age, 1 if sex != "Total" else 2)
         for sex in ("Total", "Men", "Women")
         for age in [str(one) for one in range(100)]],
        columns=["zone", "year", "sex", "age", "value"],
    )  # fmt: skip
    table = tables.long_table(frame, "indicator", "t")
    assert table.set_index("indicator")["value"].to_dict() == {
        "pop_0_14": 30, "pop_15_64": 100, "pop_65": 70,
    }  # fmt: skip
    bands = pd.DataFrame(
        {"zone": "a", "year": "2018", "age": ["Y_LT15", "Y15-64", "Y_GE65", "TOTAL"],
         "value": [1, 2, 3, 6]}
    )  # fmt: skip
    found = tables.long_table(bands, "indicator", "t").set_index("indicator")["value"].to_dict()
    assert found == {"pop_0_14": 1, "pop_15_64": 2, "pop_65": 3, "population": 6}
    with pytest.raises(InvalidValueError, match="10-19"):
        tables.long_table(bands.assign(age="10-19"), "indicator", "t")


@pytest.mark.parametrize(
    ("frame", "error", "says"),
    [
        ({"zone": ["a"], "indicator": ["p"], "value": [1]}, MissingFieldError, "years"),
        ({"place": ["a"], "year": [2018], "value": [1]}, MissingFieldError, "zone"),
        ({"zone": ["a"], "year": ["later"], "value": [1]}, InvalidValueError, "later"),
        ({"zone": ["a"], "year": ["2021-02-30"], "value": [1]}, InvalidValueError, "2021-02-30"),
        ({"zone": [""], "year": [2018], "value": [1]}, InvalidValueError, "codes are missing"),
        ({"zone": [], "year": [], "value": []}, EmptyLayerError, "no rows"),
        ({"zone": ["a", "a"], "year": [2018, 2018], "value": [1, 2], "unit": ["n", "%"]},
         DuplicateIdError, "unit"),
    ],
)  # fmt: skip
def test_tables_that_cannot_be_read(frame, error, says):
    with pytest.raises(error, match=says):
        tables.long_table(pd.DataFrame(frame), "indicator", "t")


def test_no_table_in_the_file():
    with pytest.raises(EmptyLayerError):
        exports.parse(b"only one column\n1\n2\n")
    with pytest.raises(InvalidValueError, match="twice"):
        exports.parse(b"a;b;a\n1;2;3\n")


def test_codes_in_cells_and_join_report():
    assert codes.bare(["LV003 Kurzeme", "Kurzeme (LV003)", "LV003", "Other"], {"LV003"}) == [
        "LV003", "LV003", "LV003", "Other",
    ]  # fmt: skip
    report = codes.join_report(
        ["21000", "Liepāja", "9", "0001"], ["0021000", "0001", "0500"],
        ["Liepāja", "Rīga", "Cēsis"], "table", "zones",
    )  # fmt: skip
    assert report.to_dict("records") == [
        {"side": "table", "code": "21000",
         "reason": "written differently (leading zeros or case)", "suggestion": "0021000"},
        {"side": "table", "code": "9", "reason": "no such zone in the layer", "suggestion": ""},
        {"side": "table", "code": "Liepāja", "reason": "a name, not a code",
         "suggestion": "0021000"},
        {"side": "zones", "code": "0021000", "reason": "nothing in the table", "suggestion": ""},
        {"side": "zones", "code": "0500", "reason": "nothing in the table", "suggestion": ""},
    ]  # fmt: skip


def observed(rows):
    frame = pd.DataFrame(rows, columns=["zone", "year", "value"])
    return tables.long_table(frame, "indicator", "t", "decimal")


def test_old_codes_become_new_ones():
    changes = codes.code_changes(
        pd.DataFrame({"from": ["001", "002", "003", "003"], "to": ["N", "N", "N", "M"],
                      "weight": ["1", "1", "0,25", "0,75"], "year": ["2021"] * 4}), "c",
    )  # fmt: skip
    table = observed(
        [("001", 2020, 10), ("002", 2020, 20), ("003", 2020, 40), ("M", 2020, 1),
         ("001", 2019, 10), ("002", 2019, "…"), ("003", 2019, 40), ("N", 2021, 41)]
    )  # fmt: skip
    made = codes.convert(table, changes, "indicator").set_index(["zone", "year"])["value"]
    assert made["N", 2020] == 10 + 20 + 0.25 * 40
    assert made["M", 2020] == 0.75 * 40 + 1
    assert np.isnan(made["N", 2019])  # a part is missing: not a smaller sum
    assert made["N", 2021] == 41
    lacking = table[table["zone"] != "001"]
    made = codes.convert(lacking, changes, "indicator").set_index(["zone", "year"])["value"]
    assert np.isnan(made["N", 2020])


@FEW
@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=6))
def test_code_changes_keep_the_sum(values):
    names = [f"o{at}" for at in range(len(values))]
    changes = codes.code_changes(
        pd.DataFrame({"from": names * 2, "to": ["A"] * len(names) + ["B"] * len(names),
                      "weight": [0.3] * len(names) + [0.7] * len(names)}), "c",
    )  # fmt: skip
    made = codes.convert(
        observed([(one, 2020, value) for one, value in zip(names, values)]), changes, "indicator"
    )
    assert made["value"].sum() == pytest.approx(sum(values))


@pytest.mark.parametrize(
    ("weights", "says"),
    [([0.5, 0.4], "003: 0.9"), ([0.5, -0.5], "below 0"), ([0.5, None], "missing")],
)
def test_weights_that_do_not_add_up(weights, says):
    frame = pd.DataFrame({"from": ["003"] * 2, "to": ["N", "M"], "weight": weights})
    with pytest.raises(InvalidValueError, match=says):
        codes.code_changes(frame, "c")
