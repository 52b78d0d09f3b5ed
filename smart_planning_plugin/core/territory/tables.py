"""From tables of any width to long ones: zone, year, what is counted, how much.

Columns are found by the names that statistical offices give them in English, Latvian and
Lithuanian; years or indicators that stand side by side are put below each other.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

import numpy as np
import pandas as pd

from ..errors import DuplicateIdError, EmptyLayerError, InvalidValueError, MissingFieldError
from .exports import FLAGS, SUPPRESSED, numbers

#: Names of columns, without case and accents; the first that fits is taken.
NAMES = {
    "zone": ["zone", "code", "zone_id", "kods", "kodas", "atvk", "geo", "nuts", "nuts_id",
             "nuts3", "nuts3_2016", "nuts3_2021", "lau", "sav_kodas", "territory",
             "territorial unit", "teritoriala vieniba", "administrativa teritorija",
             "administracine teritorija", "savivaldybe", "apskritis", "area", "region"],
    "year": ["year", "gads", "metai", "time", "time_period", "laika periods", "laikotarpis",
             "laikas", "period", "date", "datums", "data"],
    "indicator": ["indicator", "raditajs", "rodiklis", "contentscode", "statistic", "variable"],
    "sector": ["sector", "nace", "nace_r2", "nace rev. 2", "nozare", "darbibas veids",
               "ekonomines veiklos rusis", "evrk", "evrk 2"],
    "value": ["value", "jobs", "vertiba", "reiksme", "obs_value", "obs value", "values", "skaits",
              "skaicius", "employed", "persons"],
    "flag": ["flag", "obs_flag", "status", "note"],
    "age": ["age", "vecums", "amzius", "vecuma grupa", "amziaus grupe"],
    "sex": ["sex", "dzimums", "lytis", "gender"],
    "unit": ["unit", "mervieniba", "matavimo vienetas"],
    "source": ["source", "avots", "saltinis"],
}  # fmt: skip
LABELS = {"name", "label", "nosaukums", "pavadinimas", "sav_pav", "zone_name", "freq"}
TOTALS = {"t", "total", "kopa", "is viso", "both", "both sexes", "-1", "total.", "visi", "all"}
YEAR = re.compile(r"^((?:18|19|20|21)\d\d)(?:\D.*)?$")
DAY = re.compile(r"^(\d{4})-(\d\d)-(\d\d)")
AGE = re.compile(r"^(?:y|from )?_?(\d+)(?:\s*(?:-|to|y)\s*(\d+)|\s*(\+|<=|ir |un )?.*)?$")
OLDEST = 200
GROUPS = [(0, 14, "pop_0_14"), (15, 64, "pop_15_64"), (65, OLDEST, "pop_65")]


def plain(name: str) -> str:
    """A name without case, accents and surrounding spaces."""
    text = unicodedata.normalize("NFKD", str(name)).encode("ascii", "ignore").decode()
    return re.sub(r"[\s]+", " ", text.strip().casefold())


def code(value) -> str:
    """A code as text: leading zeros stay, a whole number loses the ``.0`` it never had.

    Examples
    --------
    >>> code("0021000"), code(55.0), code(None)
    ('0021000', '55', '')
    """
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip()


def long_table(frame: pd.DataFrame, key: str, layer: str, comma: str = "") -> pd.DataFrame:
    """Observations one below the other.

    Parameters
    ----------
    frame : DataFrame
        Columns of a zone and a year (or years side by side), and values in one column or several.
    key : str
        ``indicator`` or ``sector``: what the values are told apart by.
    layer, comma : str
        For messages; see `exports.numbers`.

    Returns
    -------
    DataFrame
        ``zone`` (text), ``year`` (int), ``date`` (text: the day where it is known, else the
        year), `key` (text), ``value`` (float, NaN where missing), ``flag`` (text), ``source``.

    Raises
    ------
    MissingFieldError, EmptyLayerError, InvalidValueError, DuplicateIdError
    """
    if frame.empty:
        raise EmptyLayerError("the table has no rows", layer=layer)
    at = _columns(frame, layer)
    years = [name for name in frame.columns if YEAR.match(str(name)) and name not in at.values()]
    labels = [name for name in frame.columns if plain(name) in LABELS]
    kept = {role: name for role, name in at.items() if role != "value"}
    if "year" not in at and not years:
        raise MissingFieldError(
            "there is no column of years", "Name it year, or put years side by side",
            layer=layer, field="year",
        )  # fmt: skip
    if "year" in at and "value" in at:
        wide, values = "", [at["value"]]
    elif "year" not in at:
        wide, values = "year", years
    else:
        wide = key
        values = [one for one in frame.columns if one not in [*kept.values(), *labels]]
    if not values:
        raise MissingFieldError("there is no column of values", "Name it value", layer=layer)
    parts = []
    for name in values:
        number, flag = numbers(frame[name], comma, layer, str(name))
        part = pd.DataFrame({"value": number, "flag": flag})
        for role, column in kept.items():
            if role != "flag":
                part[role] = [code(one) for one in frame[column]]
        if "flag" in kept:
            part["flag"] = _joined(flag, frame[kept["flag"]])
            part.loc[is_suppressed(part["flag"]), "value"] = np.nan
        if wide:
            part[wide] = str(name)
        parts.append(part)
    table = pd.concat(parts, ignore_index=True)
    if key not in table:
        rest = table["year"].str.replace(r"^\d{4}\W*", "", regex=True) if wide == "year" else ""
        name = "population" if key == "indicator" else str(values[0])
        table[key] = pd.Series(rest, index=table.index).replace("", name)
    return _checked(_dated(_one_sex(_by_age(table, layer)), layer), key, layer)


def _columns(frame, layer) -> dict[str, str]:
    by_name: dict[str, str] = {}
    for name in frame.columns:
        by_name.setdefault(plain(name), name)
    at = {}
    for role, names in NAMES.items():
        found = next((by_name[one] for one in names if one in by_name), None)
        if found is not None:
            at[role] = found
    if "zone" not in at:
        raise MissingFieldError(
            "there is no column of zone codes",
            f"Name it zone; the columns are {', '.join(map(str, frame.columns))}",
            layer=layer,
            field="zone",
        )
    return at


def _joined(flags, more):
    """Flags of the values with those of a column of flags; letters become words."""
    joined = []
    for one, other in zip(flags, more):
        said = "" if pd.isna(other) else str(other).strip()
        words = [FLAGS.get(letter, said) for letter in said.casefold()] if len(said) < 3 else [said]
        joined.append("; ".join(dict.fromkeys(filter(None, [one, *words]))))
    return joined


def _one_sex(table):
    """Only the totals of both sexes, where they are there."""
    if "sex" not in table:
        return table
    total = table["sex"].map(plain).isin(TOTALS)
    return table[total].drop(columns="sex") if total.any() else table


def _by_age(table, layer):
    """Years of age and bands become the three groups of the population."""
    if "age" not in table or "indicator" not in table:
        return table
    names = {one: _age_group(one, layer) for one in table["age"].unique()}
    group = table["age"].map(names)
    total = table["age"].map(plain).isin(TOTALS)
    table = table.assign(indicator=np.where(total, table["indicator"], group))
    keys = [one for one in table.columns if one not in ("value", "flag", "age")]
    return (
        table.groupby(keys, sort=False, dropna=False)
        .agg(value=("value", lambda one: one.sum(skipna=False)), flag=("flag", "max"))
        .reset_index()
    )


def _age_group(age: str, layer: str) -> str:
    text = plain(age.replace("–", "-"))
    if text in TOTALS:
        return ""
    below, above = text.startswith("y_lt"), text.startswith("y_ge")
    found = AGE.match(text.replace("y_lt", "0-").replace("y_ge", "").replace("_", "-"))
    if found:
        low = int(found[1])
        high = int(found[2] or low) - below  # Y_LT15 is 0 to 14
        high = OLDEST if found[3] == "+" or above else min(high, OLDEST)
        for first, last, name in GROUPS:
            if first <= low and high <= last:
                return name
    raise InvalidValueError(
        "ages do not fit into 0–14, 15–64 and 65+", "Use years of age or bands that end there",
        layer=layer, field="age", ids=[age],
    )  # fmt: skip


def _dated(table, layer):
    """Years as whole numbers, and the reference date of each value."""
    found = table["year"].map(lambda one: YEAR.match(one))
    wrong = sorted(set(table.loc[found.isna(), "year"]))
    if wrong:
        raise InvalidValueError(
            "these are no years", "Write 2021 or 2021-01-01", layer=layer, field="year", ids=wrong
        )
    days = table["year"].map(lambda one: one[:10] if DAY.match(one) else one[:4])
    for one in days.unique():
        if len(one) == 10:
            try:
                date.fromisoformat(one)
            except ValueError as error:
                raise InvalidValueError(
                    "this date does not exist", layer=layer, field="year", ids=[one]
                ) from error
    return table.assign(year=[int(one[1]) for one in found], date=days)


def _checked(table, key, layer):
    """Complete keys, each once."""
    table = table[(table["zone"] != "") | table["value"].notna()]
    if (table["zone"] == "").any():
        raise InvalidValueError("zone codes are missing", "Fill the column", layer=layer)
    keys = ["zone", "year", key]
    twice = table[table.duplicated(keys, keep=False)]
    if len(twice):
        others = [
            one for one in table.columns
            if one not in [*keys, "value", "flag", "date", "source"] and table[one].nunique() > 1
        ]  # fmt: skip
        more = f"Leave one row each of {', '.join(others)}" if others else "Keep one row each"
        shown = twice.drop_duplicates(keys)[keys].astype(str).agg(" ".join, axis=1)
        raise DuplicateIdError(
            f"several values stand for one zone, year and {key}", more, layer=layer, ids=shown
        )
    if "source" not in table:
        table = table.assign(source="")
    return table[[*keys, "date", "value", "flag", "source"]].reset_index(drop=True)


def decimal_year(day: str, year: int) -> float:
    """A reference date as a year with decimals; a year alone counts as its first day.

    Examples
    --------
    >>> decimal_year("2021-07-02", 2021), decimal_year("2021", 2021)
    (2021.498288843258, 2021.0)
    """
    if len(day) < 10:
        return float(year)
    found = date.fromisoformat(day)
    return year + (found - date(year, 1, 1)).days / 365.25


def is_suppressed(flags) -> np.ndarray:
    """(n,) bool array: the number is there but may not be shown."""
    return np.array([SUPPRESSED in str(one) for one in flags], dtype=bool)
