"""Norms: how near a service ought to be, by country and settlement, with clock and source."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError
from ..limits import within
from .inputs import ServiceType

CALL, DEPOT, DOOR = "call", "depot", "door"
CLOCKS = (CALL, DEPOT, DOOR)
COLUMNS = [
    "type", "country", "settlement", "minutes", "share_to_be_met", "clock", "turnout_min",
    "source", "date",
]  # fmt: skip
LAYER = "NORMS"


@dataclass(frozen=True)
class Norms:
    """A table of norms, checked.

    Attributes
    ----------
    table : DataFrame
        `COLUMNS`; an empty country or settlement holds for all that have no row of their own.
    """

    table: pd.DataFrame

    def row_of(self, kind: str, country: np.ndarray, settlement: np.ndarray) -> np.ndarray:
        """(n,) row of the norm that holds for each place and a type, -1 where none does.

        The row of the own country and settlement goes before that of the country alone, and that
        before one for the settlement, or for everyone.
        """
        found = np.full(len(country), -1)
        rows = self.table[self.table["type"] == kind]
        exact = (rows["country"] != "").astype(int) * 2 + (rows["settlement"] != "").astype(int)
        for row in rows.index[np.argsort(exact, kind="stable")]:  # the most exact comes last
            one = self.table.loc[row]
            fits = np.isin(country, [one["country"]]) | (one["country"] == "")
            fits &= np.isin(settlement, [one["settlement"]]) | (one["settlement"] == "")
            found[fits] = row
        return found

    def minutes(self, row: np.ndarray) -> np.ndarray:
        """(n,) minutes of driving that a norm leaves, NaN without one.

        Minutes of turn-out that the table names are taken off; those of a clock that starts with
        the call are unknown where it names none.
        """
        left = (self.table["minutes"] - self.table["turnout_min"].fillna(0)).to_numpy(float)
        return np.append(left, np.nan)[row]


def read_norms(table: pd.DataFrame, types: list[ServiceType], known=()) -> Norms:
    """Read the table `NORMS`.

    Parameters
    ----------
    table : DataFrame
        `type`, `country`, `settlement`, `minutes`, `share_to_be_met` (0 to 1), `clock` (call,
        depot, door), `turnout_min` (between the start of the clock and the start of the journey),
        `source`, `date`; only `type` and `minutes` are needed.
    types : list of ServiceType
        Types that occur.
    known : iterable of str
        Further types that a norm may name.

    Raises
    ------
    MissingFieldError, InvalidValueError
        If the table cannot mean what it says; a type that nobody knows is an error.
    """
    for column in ("type", "minutes"):
        if column not in table:
            raise MissingFieldError("the table has no such field", layer=LAYER, field=column)
    table = table.reset_index(drop=True).reindex(columns=COLUMNS)
    for column in ("type", "country", "settlement", "clock", "source", "date"):
        filled = table[column].astype(object).where(table[column].notna(), "")
        table[column] = [str(one).strip() for one in filled]
    table["country"] = table["country"].str.upper()
    table["clock"] = table["clock"].str.lower()
    names = {one.name for one in types}.union(known)
    unknown = ~table["type"].isin(names)
    if unknown.any():
        raise InvalidValueError(
            "norms for types that no service has",
            f"The types are {', '.join(sorted(names))}",
            layer=LAYER,
            field="type",
            ids=table.loc[unknown, "type"].unique(),
        )
    wrong = ~table["clock"].isin(["", *CLOCKS])
    _refuse(wrong, table, "clock", f"clock must be one of {', '.join(CLOCKS)}")
    for column, most in (("minutes", np.inf), ("share_to_be_met", 1), ("turnout_min", np.inf)):
        number = pd.to_numeric(table[column], errors="coerce")
        given = table[column].notna() & (table[column] != "")
        bad = given & ~((number >= 0) & (number <= most))
        _refuse(bad, table, column, f"this must be a number from 0 to {most}")
        table[column] = number
    _refuse(table["minutes"].isna(), table, "minutes", "the minutes are missing")
    _refuse(table["minutes"] <= 0, table, "minutes", "a norm must be above 0 minutes")
    late = table["turnout_min"].fillna(0) >= table["minutes"]
    _refuse(late, table, "turnout_min", "turn-out takes all the minutes of the norm")
    twice = table.duplicated(["type", "country", "settlement"])
    _refuse(twice, table, "settlement", "two norms for one type, country and settlement")
    return Norms(table)


def _refuse(wrong, table, field, problem):
    if wrong.any():
        raise InvalidValueError(problem, layer=LAYER, field=field, ids=table.loc[wrong, "type"])


def norms_met(
    norms: Norms,
    kind: ServiceType,
    cost: np.ndarray,
    country: np.ndarray,
    settlement: np.ndarray,
    people: np.ndarray,
    usable: np.ndarray,
) -> pd.DataFrame:
    """Share of people within the norm of their own country and settlement.

    Parameters
    ----------
    cost : (n,) float array
        Minutes to the nearest service; NaN or infinite where none is reached.
    usable : (n,) bool array
        Places that joined the network; the people of others are counted apart.

    Returns
    -------
    DataFrame
        A row for each country and settlement that has people: `service_type`, `country`,
        `settlement`, the norm (NaN where none holds), `people`, `people_within`, `share_within`,
        `met` (1, 0; NaN where no share has to be met), `people_not_used`, `clock`, `source`,
        `date`.
    """
    row = norms.row_of(kind.name, country, settlement)
    limit = norms.minutes(row)
    inside = usable & within(np.nan_to_num(cost, nan=np.inf), limit)
    table = pd.DataFrame(
        {
            "country": country,
            "settlement": settlement,
            "row": row,
            "people": np.where(usable, people, 0.0),
            "people_within": np.where(inside, people, 0.0),
            "people_not_used": np.where(usable, 0.0, people),
        }
    )
    table = table.groupby(["country", "settlement", "row"], as_index=False).sum()
    norm = norms.table.reindex(table.pop("row")).reset_index(drop=True)
    has = norm["minutes"].notna().to_numpy()
    table.insert(0, "service_type", kind.name)
    for column in ("minutes", "turnout_min", "share_to_be_met"):
        table[column] = norm[column].to_numpy(float)
    table.loc[~has, "people_within"] = np.nan
    people = table["people"].where(table["people"] > 0)
    table["share_within"] = table["people_within"] / people
    met = table["share_within"] >= table["share_to_be_met"]
    judged = table["share_within"].notna() & table["share_to_be_met"].notna()
    table["met"] = met.astype(float).where(judged)
    for column in ("clock", "source", "date"):
        table[column] = norm[column].astype(object).where(has, None)
    return table
