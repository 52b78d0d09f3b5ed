"""Codes of zones: what matches, what does not, and what became of old ones."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError
from .exports import MISSING, SUPPRESSED, numbers
from .tables import code, plain

WEIGHTS_MAY_MISS = 0.001
RATE = re.compile(r"(_pct|_rate|_share|_index|_density)$|^(share|rate|per|mean|median)_|%")
CODE_IN_TEXT = re.compile(r"^\[?([A-Z]{0,3}[-_]?[\dA-Z]{1,8})\]?\s+\D|\(([\w-]{2,10})\)\s*$")


def is_rate(indicator: str) -> bool:
    """Whether an indicator cannot be added up: its name ends in _pct, _rate, _index, ….

    Examples
    --------
    >>> is_rate("unemployment_rate"), is_rate("population")
    (True, False)
    """
    return bool(RATE.search(indicator))


def bare(texts, known: set[str]) -> list[str]:
    """Codes out of cells such as ``LV003 Kurzeme`` or ``Kurzeme (LV003)``, where they are known."""
    found = {}
    for one in set(texts):
        match = None if one in known else CODE_IN_TEXT.search(one)
        inside = next((part for part in match.groups() if part), "") if match else ""
        found[one] = inside if inside in known else one
    return [found[one] for one in texts]


def join_report(in_table, zones, names=(), layer: str = "", zone_layer: str = "") -> pd.DataFrame:
    """What did not match between a table and a layer, and what it may have been meant to be.

    Parameters
    ----------
    in_table, zones : sequence of str
        Codes.
    names : sequence of str
        Names of the zones: a table that holds names instead of codes is told so, never joined.

    Returns
    -------
    DataFrame
        ``side``, ``code``, ``reason``, ``suggestion``; empty where all match.
    """
    table, layer_codes = sorted(set(in_table)), list(dict.fromkeys(zones))
    by_name = {plain(name): zone for name, zone in zip(names, zones)}
    without_zeros = {one.lstrip("0").casefold(): one for one in layer_codes}
    rows = []
    for one in table:
        if one in set(layer_codes):
            continue
        zeros = without_zeros.get(one.lstrip("0").casefold())
        if zeros:
            reason, suggestion = "written differently (leading zeros or case)", zeros
        elif plain(one) in by_name:
            reason, suggestion = "a name, not a code", by_name[plain(one)]
        else:
            reason, suggestion = "no such zone in the layer", ""
        rows.append((layer, one, reason, suggestion))
    rows += [
        (zone_layer, one, "nothing in the table", "")
        for one in layer_codes
        if one not in set(table)
    ]
    return pd.DataFrame(rows, columns=["side", "code", "reason", "suggestion"])


def code_changes(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """The table of changes: ``from``, ``to``, ``weight`` and, where given, ``year``.

    Weights of an old code say which share of its figures each new one takes, and add up to 1.

    Raises
    ------
    MissingFieldError, InvalidValueError
    """
    for name in ("from", "to"):
        if name not in frame:
            raise MissingFieldError("the table has no such field", layer=layer, field=name)
    changes = pd.DataFrame({name: [code(one) for one in frame[name]] for name in ("from", "to")})
    given = frame["weight"] if "weight" in frame else [1.0] * len(frame)
    changes["weight"] = numbers(given, "decimal", layer, "weight")[0]
    years = frame["year"] if "year" in frame else [None] * len(frame)
    changes["year"] = pd.to_numeric(pd.Series(years, dtype=object), errors="coerce").to_numpy(float)
    wrong = changes.loc[~(changes["weight"] >= 0) | (changes[["from", "to"]] == "").any(axis=1)]
    if len(wrong):
        raise InvalidValueError(
            "a code is missing, or a weight is missing or below 0",
            layer=layer, field="weight", ids=wrong["from"],
        )  # fmt: skip
    sums = changes.groupby(["from", "year"], dropna=False)["weight"].sum()
    off = sums[(sums - 1).abs() > WEIGHTS_MAY_MISS]
    if len(off):
        raise InvalidValueError(
            "the weights of these old codes do not add up to 1",
            "Give each old code the shares that its new ones take",
            layer=layer,
            field="weight",
            ids=[f"{one}: {total:g}" for (one, _), total in off.items()],
        )
    return changes


def convert(table: pd.DataFrame, changes: pd.DataFrame, key: str) -> pd.DataFrame:
    """Figures of old codes as figures of the new ones.

    A new zone has a figure only where all that it was made of has one: a part that is missing or
    suppressed leaves it missing, never smaller. Rates cannot be shared out and are left out.

    Parameters
    ----------
    table : DataFrame
        As `tables.long_table` gives it.
    changes : DataFrame
        As `code_changes` gives it; a ``year`` is the first in which the new codes hold.
    """
    old = table["zone"].isin(changes["from"])
    stay = table[~old]
    moved = table[old & ~table[key].map(is_rate)].merge(
        changes, left_on="zone", right_on="from", suffixes=("", "_of_change")
    )
    before = moved["year_of_change"].isna() | (moved["year"] < moved["year_of_change"])
    kept = moved[~before].drop_duplicates(["zone", "year", key])[table.columns]
    moved = moved[before]
    moved = moved.assign(zone=moved["to"], value=moved["value"] * moved["weight"])
    parts = pd.concat([stay.assign(parts=0), kept.assign(parts=0), moved.assign(parts=1)])
    grouped = parts.groupby(["zone", "year", key], sort=False)
    made = grouped.agg(
        date=("date", "first"),
        value=("value", lambda one: one.sum(skipna=False)),
        flag=("flag", lambda one: "; ".join(sorted({part for part in one if part}))),
        source=("source", "first"),
        parts=("parts", "sum"),
    ).reset_index()
    wanted = changes[changes["weight"] > 0].groupby("to")["from"].nunique()
    lacking = (made["parts"] > 0) & (made["parts"] < made["zone"].map(wanted).fillna(0))
    made.loc[lacking, "value"] = np.nan
    made.loc[lacking, "flag"] = made.loc[lacking, "flag"].map(
        lambda one: one if SUPPRESSED in one else f"{MISSING}: a part of the zone"
    )
    return made.drop(columns="parts")
