"""Cooperation that is documented: agreements, users, lines, projects, as the user has them.

What is computed is a *potential*; only this table makes any of it *documented*.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError
from .inputs import ServiceType

KINDS = ("agreement", "users", "transport", "project", "other")
COLUMNS = ["type", "service_id", "country", "kind", "users", "title", "date", "source"]
LAYER = "EVIDENCE"


@dataclass(frozen=True)
class Evidence:
    """Documents of cooperation, checked.

    Attributes
    ----------
    table : DataFrame
        `COLUMNS`. A row without `service_id` documents all services of its type; one without
        `country` the residents of all countries.
    ignored : list of str
        Types and services that documents name and that are not among those looked at.
    """

    table: pd.DataFrame
    ignored: list[str] = field(default_factory=list)

    def rows_of(self, kind: str) -> pd.DataFrame:
        """Documents of a type."""
        return self.table[self.table["type"] == kind]

    def documented(self, kind: str, service_id: np.ndarray, country: np.ndarray) -> np.ndarray:
        """(n,) bool: residents of `country` and a service abroad, None where there is none."""
        found = np.zeros(len(country), dtype=bool)
        there = np.array([one is not None for one in service_id], dtype=bool)
        for row in self.rows_of(kind).itertuples():
            fits = there & ((service_id == row.service_id) | (row.service_id == ""))
            found |= fits & ((country == row.country) | (row.country == ""))
        return found

    def titles(self, kind: str, service_id: str | None = None) -> list[str]:
        """What the documents of a type, or of one of its services, are called, each once."""
        rows = self.rows_of(kind)
        if service_id is not None:
            rows = rows[(rows["service_id"] == service_id) | (rows["service_id"] == "")]
        return list(dict.fromkeys(one for one in rows["title"] if one))

    def users(self, kind: str, service_id: np.ndarray) -> np.ndarray:
        """(k,) documented users from abroad of each service, NaN where none are known."""
        rows = self.rows_of(kind)
        by_service = rows[rows["users"].notna()].groupby("service_id")["users"].sum()
        return by_service.reindex(service_id).to_numpy(float)


def read_evidence(table: pd.DataFrame | None, types: list[ServiceType], known_ids) -> Evidence:
    """Read the table `EVIDENCE`; without one nothing is documented.

    Parameters
    ----------
    table : DataFrame, optional
        `type`, `service_id` (empty: all of the type), `country` of the residents (empty: all),
        `kind` (agreement, users, transport, project, other), `users` (a number), `title`, `date`,
        `source`; only `type` and `title` are needed.
    types : list of ServiceType
    known_ids : iterable
        Ids of the services; documents of others, and of other types, are ignored.

    Raises
    ------
    MissingFieldError, InvalidValueError
    """
    if table is None:
        return Evidence(pd.DataFrame(columns=COLUMNS))
    for column in ("type", "title"):
        if column not in table:
            raise MissingFieldError("the table has no such field", layer=LAYER, field=column)
    table = table.reset_index(drop=True).reindex(columns=COLUMNS)
    for column in COLUMNS:
        if column != "users":
            filled = table[column].astype(object).where(table[column].notna(), "")
            table[column] = [_text(one) for one in filled]
    table["country"] = table["country"].str.upper()
    table["kind"] = table["kind"].str.lower().replace("", "other")
    _refuse(~table["kind"].isin(KINDS), table, "kind", f"kind must be one of {', '.join(KINDS)}")
    _refuse(table["title"] == "", table, "title", "a document needs a title")
    number = pd.to_numeric(table["users"], errors="coerce")
    given = table["users"].notna() & (table["users"] != "")
    _refuse(given & ~(number >= 0), table, "users", "this must be a number of 0 or more")
    table["users"] = number
    other = ~table["type"].isin({one.name for one in types})
    ids = {_text(one) for one in known_ids} | {""}
    gone = ~other & ~table["service_id"].isin(ids)
    ignored = sorted({*table.loc[other, "type"], *table.loc[gone, "service_id"]})
    return Evidence(table[~other & ~gone].reset_index(drop=True), ignored)


def _text(value) -> str:
    whole = isinstance(value, float) and value.is_integer()
    return str(int(value) if whole else value).strip()


def _refuse(wrong, table, field, problem):
    if wrong.any():
        ids = [f"row {row + 1}: {table[field][row]}" for row in np.flatnonzero(wrong)]
        raise InvalidValueError(problem, layer=LAYER, field=field, ids=ids)
