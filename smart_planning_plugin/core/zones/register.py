"""The register of cooperation: agreements, joint project ideas, events and roles."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError

AGREEMENT, IDEA, EVENT, ROLE = "agreement", "idea", "event", "role"
KINDS = (AGREEMENT, IDEA, EVENT, ROLE)
#: How much a record counts; an agreement binds, an idea is meant, an event is over.
WEIGHTS = {AGREEMENT: 1.0, IDEA: 0.5, EVENT: 0.25}
COLUMNS = (
    "record_id", "kind", "title", "theme", "lead", "partners", "organisation", "function",
    "date_from", "date_to", "participants", "maturity", "cost_eur", "place", "lon", "lat",
    "basis", "source", "note",
)  # fmt: skip
NEEDED = ("record_id", "kind", "theme", "partners")
LAYER = "REGISTER"


@dataclass(frozen=True)
class Register:
    """Records of cooperation.

    Attributes
    ----------
    table : DataFrame
        With all `COLUMNS`, texts never missing.
    members : list of tuple of int
        Rows of the zones that each record names as partners.
    themes : list of tuple of str
        Themes of each record, sorted.
    """

    table: pd.DataFrame
    members: list[tuple[int, ...]]
    themes: list[tuple[str, ...]]

    def of_kind(self, kind: str) -> np.ndarray:
        """Rows of a kind."""
        return np.flatnonzero((self.table["kind"] == kind).to_numpy())


def read_register(table: pd.DataFrame, zone_ids: np.ndarray) -> Register:
    """A register, checked.

    Parameters
    ----------
    table : DataFrame
        At least `record_id`, `kind` (one of `KINDS`), `theme` and `partners` (zone ids, several
        with semicolons); see `COLUMNS` for the rest.
    zone_ids : (n,) object array

    Raises
    ------
    MissingFieldError, InvalidValueError
    """
    for name in NEEDED:
        if name not in table:
            raise MissingFieldError(
                "there is no such field", "The sample holds a register to copy",
                layer=LAYER, field=name,
            )  # fmt: skip
    texts = ("lon", "lat", "cost_eur", "participants")
    made = pd.DataFrame(index=range(len(table)))
    for name in COLUMNS:
        column = table[name].reset_index(drop=True) if name in table else pd.Series("", made.index)
        if name in texts:
            made[name] = pd.to_numeric(column, errors="coerce").astype(float)
        else:
            made[name] = ["" if _missing(one) else str(one).strip() for one in column]
    ids = made["record_id"]
    wrong = ~made["kind"].isin(KINDS)
    if wrong.any():
        raise InvalidValueError(
            f"kind is one of {', '.join(KINDS)}", layer=LAYER, field="kind", ids=ids[wrong]
        )
    number = {one: row for row, one in enumerate(zone_ids)}
    named = [_split(one) for one in made["partners"]]
    unknown = [one for codes in named for one in codes if one not in number]
    if unknown:
        raise InvalidValueError(
            "partners name zones that are not there",
            "Use the ids of ZONES, several with semicolons",
            layer=LAYER,
            field="partners",
            ids=dict.fromkeys(unknown),
        )
    members = [tuple(sorted({number[one] for one in codes})) for codes in named]
    themes = [tuple(sorted({one.lower() for one in _split(text)})) for text in made["theme"]]
    return Register(made, members, themes)


def _missing(value) -> bool:
    return value is None or (isinstance(value, float) and np.isnan(value))


def _split(text: str) -> list[str]:
    return [one.strip() for one in text.split(";") if one.strip()]


@dataclass(frozen=True)
class Cooperation:
    """Cooperation of n zones with each other, as a register knows it.

    Attributes
    ----------
    count : dict of (n, n) int arrays
        Records that name both, by kind.
    strength : (n, n) float array
        0 without any, towards 1 with ever more: s / (1 + s) of the weighted records.
    themes : dict of (int, int) to set of str
        Themes of the records that name both, the lower zone first.
    active : list of set of str
        Themes of all records that name a zone.
    """

    count: dict[str, np.ndarray]
    strength: np.ndarray
    themes: dict[tuple[int, int], set[str]]
    active: list[set[str]]


def cooperation(register: Register | None, zones: int) -> Cooperation:
    """Count what zones do together."""
    count = {kind: np.zeros((zones, zones), np.int64) for kind in WEIGHTS}
    themes: dict[tuple[int, int], set[str]] = {}
    active: list[set[str]] = [set() for _ in range(zones)]
    records = [] if register is None else range(len(register.table))
    for row in records:
        kind, members = register.table["kind"][row], register.members[row]
        for one in members:
            active[one].update(register.themes[row])
        if kind == ROLE:
            continue
        for a in members:
            for b in members:
                if a < b:
                    count[kind][a, b] += 1
                    count[kind][b, a] += 1
                    themes.setdefault((a, b), set()).update(register.themes[row])
    total = sum(WEIGHTS[kind] * count[kind] for kind in WEIGHTS)
    return Cooperation(count, total / (1 + total), themes, active)
