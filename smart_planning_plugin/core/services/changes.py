"""Changes of services: the council's first question, "what if this school closes?", as a scenario.

A change is a scenario like the border: every analysis can be run with and without.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..errors import DuplicateIdError, InvalidValueError, MissingFieldError
from .inputs import Services

CLOSE, OPEN, MOVE, CAPACITY = "close", "open", "move", "capacity"
CHANGES = (CLOSE, OPEN, MOVE, CAPACITY)
LAYER = "SERVICE_CHANGES"


@dataclass(frozen=True)
class Changed:
    """Services after some changes.

    Attributes
    ----------
    services : Services
        Those that were there, in their order, without the closed ones; then the opened ones.
    source : (m,) int array
        Row of the present service that each one is, -1 for an opened one.
    moved : (m,) bool array
    words : str
        The changes in short: ``closed: A; opened: B``.
    """

    services: Services
    source: np.ndarray
    moved: np.ndarray
    words: str


def read_changes(table: pd.DataFrame, xy: np.ndarray, known, filtered: bool = False):
    """The table of changes, checked.

    Parameters
    ----------
    table : DataFrame
        `service_id`, `change` (close, open, move, capacity); `capacity` for the last, and where it
        is known for a service that opens; `type` and `country` for a service that opens.
    xy : (n, 2) float array
        Where a service opens or moves to, in metres; NaN where the row does not say.
    known : iterable
        Ids of the services at present.
    filtered : bool
        Ids that are not known may have been filtered out: their changes are left out.

    Returns
    -------
    DataFrame
        With `x` and `y`, ids as text, capacities as numbers.

    Raises
    ------
    MissingFieldError, InvalidValueError, DuplicateIdError
    """
    for column in ("service_id", "change"):
        if column not in table:
            raise MissingFieldError("the table has no such field", layer=LAYER, field=column)
    table = table.reset_index(drop=True).assign(x=xy[:, 0], y=xy[:, 1])
    table["service_id"] = [_text(one) for one in table["service_id"]]
    table["change"] = [_text(one).lower() for one in table["change"]]
    for column in ("type", "country"):
        given = table[column] if column in table else [""] * len(table)
        table[column] = [_text(one) for one in given]
    table["country"] = table["country"].str.upper()
    _refuse(table["service_id"] == "", table, "service_id", "ids are missing", "row")
    wrong = ~table["change"].isin(CHANGES)
    _refuse(wrong, table, "change", f"change must be one of {', '.join(CHANGES)}")
    given = table["capacity"] if "capacity" in table else pd.Series(np.nan, index=table.index)
    table["capacity"] = pd.to_numeric(given, errors="coerce")
    text = given.notna() & (given != "") & table["capacity"].isna()
    _refuse(text | (table["capacity"] < 0), table, "capacity", "this must be a number of 0 or more")
    lacking = (table["change"] == CAPACITY) & table["capacity"].isna()
    _refuse(lacking, table, "capacity", "the new capacity is missing")
    nowhere = table["change"].isin([OPEN, MOVE]) & table[["x", "y"]].isna().any(axis=1)
    _refuse(
        nowhere, table, "lon", "a service that opens or moves needs a place (point, or lon, lat)"
    )
    known = {_text(one) for one in known}
    there = table["service_id"].isin(known)
    _refuse(there & (table["change"] == OPEN), table, "service_id", "a service of this id exists")
    unknown = ~there & (table["change"] != OPEN)
    if filtered:
        table = table[~unknown]
    else:
        _refuse(unknown, table, "service_id", "there is no such service to change")
    twice = table.duplicated(["service_id", "change"]) | (
        table["service_id"].duplicated(keep=False) & table["change"].isin([CLOSE, OPEN])
    )
    if twice.any():
        raise DuplicateIdError(
            "changes of one service contradict or repeat each other",
            "Keep one row for each service and change",
            layer=LAYER,
            field="service_id",
            ids=table.loc[twice, "service_id"].unique(),
        )
    return table.reset_index(drop=True)


def _text(value) -> str:
    if value is None or (isinstance(value, float) and np.isnan(value)):
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def _refuse(wrong, table, field, problem, what="service_id"):
    if wrong.any():
        ids = [f"row {row + 1}" for row in np.flatnonzero(wrong)]
        ids = ids if what == "row" else table.loc[wrong, "service_id"]
        raise InvalidValueError(problem, layer=LAYER, field=field, ids=ids)


def changed(services: Services, changes: pd.DataFrame, one_type: str = "") -> Changed:
    """Apply changes that `read_changes` has checked.

    Parameters
    ----------
    services : Services
    changes : DataFrame
    one_type : str
        Type of services that open without one; where it is empty they need one.

    Raises
    ------
    InvalidValueError
        If a service opens without a type.
    """
    ids = np.array([_text(one) for one in services.id], dtype=object)
    by = {kind: changes[changes["change"] == kind].set_index("service_id") for kind in CHANGES}
    new = by[OPEN]
    types = np.where(new["type"] == "", one_type, new["type"])
    _refuse(pd.Series(types == ""), new.reset_index(), "type", "a service that opens needs a type")
    source = np.append(np.flatnonzero(~np.isin(ids, by[CLOSE].index)), np.full(len(new), -1))
    xy = np.vstack([services.xy, np.full((1, 2), np.nan)])[source]
    capacity = np.append(services.capacity, np.nan)[source]
    country = np.append(services.country, "")[source]
    kind = np.append(services.type, "")[source]
    new_ids = np.append(services.id, None)[source]
    last = slice(len(source) - len(new), None)
    xy[last], capacity[last] = new[["x", "y"]].to_numpy(float), new["capacity"].to_numpy(float)
    country[last], kind[last], new_ids[last] = new["country"], types, new.index
    texts = np.array([_text(one) for one in new_ids], dtype=object)
    moved = np.isin(texts, by[MOVE].index)
    there = by[MOVE].loc[texts[moved]]
    xy[moved] = there[["x", "y"]].to_numpy(float)
    country[moved] = there["country"]  # empty: where it stands now decides
    other = np.isin(texts, by[CAPACITY].index)
    capacity[other] = by[CAPACITY].loc[texts[other], "capacity"].to_numpy(float)
    words = {CLOSE: "closed", OPEN: "opened", MOVE: "moved", CAPACITY: "capacity changed"}
    said = "; ".join(f"{words[one]}: {', '.join(by[one].index)}" for one in CHANGES if len(by[one]))
    made = replace(services, id=new_ids, xy=xy, type=kind, country=country, capacity=capacity)
    return Changed(made, source.astype(int), moved, said)
