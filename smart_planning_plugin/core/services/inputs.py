"""Places where people live, services they need, and the table of service types."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from ..errors import DuplicateIdError, InvalidValueError, MissingFieldError, NoServicesError
from ..ids import slug

if TYPE_CHECKING:
    from ..network.snapping import Positions

NO_CAPACITY = "no_capacity"
AGREEMENT, FREE_CHOICE = "agreement", "free_choice"
NOT_SHAREABLE, UNKNOWN = "not_shareable", "unknown"
DIRECTIONS = ("from", "to", "")
SHAREABILITIES = (AGREEMENT, FREE_CHOICE, NOT_SHAREABLE, UNKNOWN)


@dataclass(frozen=True)
class Points:
    """Origins or destinations: nothing but where they are.

    Attributes
    ----------
    id, country : (n,) object arrays
        Codes; empty where the data does not say.
    xy : (n, 2) float array
        Metres; NaN without a geometry.
    """

    id: np.ndarray
    xy: np.ndarray
    country: np.ndarray

    def __len__(self) -> int:
        return len(self.id)


@dataclass(frozen=True)
class Places:
    """Where people live.

    Attributes
    ----------
    id : (n,) object array
    xy : (n, 2) float array
        Metres; NaN without a geometry.
    country : (n,) object array
        Codes; empty where the data does not say.
    population : (n,) float array
        NaN where the data does not say; such a place counts no people.
    demand : DataFrame
        The demand fields of service types, one row a place.
    layer : str
        For messages.
    """

    id: np.ndarray
    xy: np.ndarray
    country: np.ndarray
    population: np.ndarray
    demand: pd.DataFrame
    layer: str = "PLACES"

    def people(self, demand_field: str = "") -> np.ndarray:
        """(n,) people who need a service: a demand field, else the population; never NaN."""
        if not demand_field:
            return np.nan_to_num(self.population)
        if demand_field not in self.demand:
            raise MissingFieldError(
                "this demand field of SERVICE_TYPES is not in the layer",
                "Add it to the places, or leave demand_field empty to count the population",
                layer=self.layer,
                field=demand_field,
            )
        return np.nan_to_num(self.demand[demand_field].to_numpy(float))


@dataclass(frozen=True)
class Services:
    """Facilities that offer a service.

    Attributes
    ----------
    id, type, country : (k,) object arrays
    xy : (k, 2) float array
    capacity : (k,) float array
        NaN where unknown.
    layer : str
    """

    id: np.ndarray
    xy: np.ndarray
    type: np.ndarray
    country: np.ndarray
    capacity: np.ndarray
    layer: str = "SERVICES"


def offering(at: Positions, points) -> Positions:
    """Where points join the network; a service of no capacity offers nothing and cannot be used."""
    capacity = getattr(points, "capacity", None)
    if capacity is None or not (capacity == 0).any():
        return at
    idle = (capacity == 0) & at.ok
    edge, status = np.where(idle, -1, at.edge), np.where(idle, NO_CAPACITY, at.status)
    return replace(at, edge=edge, status=status.astype(object))


@dataclass(frozen=True)
class ServiceType:
    """One row of the table of service types; None where the run's own value holds.

    `threshold_min` and `advantage_min` are minutes; `extra_min_abroad` is what using a service
    abroad costs on top of the journey; `shareability` is one of `SHAREABILITIES`;
    `people_per_capacity` is how many people of its demand one unit of capacity serves: 1 for the
    seats of a school, some hundreds for a bed; `direction` is
    ``from`` the facility for emergency services, ``to`` it, or empty for the run's own.
    """

    name: str
    label: str
    theme: str = ""
    demand_field: str = ""
    threshold_min: float | None = None
    advantage_min: float | None = None
    extra_min_abroad: float = 0.0
    shareability: str = UNKNOWN
    only_open_border: bool = False
    legal_basis: str = ""
    evidence: str = ""
    people_per_capacity: float | None = None
    label_lv: str = ""
    label_lt: str = ""
    direction: str = ""

    def label_in(self, language: str) -> str:
        """What the type is called; in English where the table has no word of the language."""
        return {"lv": self.label_lv, "lt": self.label_lt}.get(language) or self.label

    @property
    def slug(self) -> str:
        """The type in field names: lower-case ASCII letters, digits and underscores."""
        return slug(self.name).lower()

    def shareable(self, border_open: bool) -> str:
        """Shareability under a border state: some agreements hold only without border control."""
        return NOT_SHAREABLE if self.only_open_border and not border_open else self.shareability


def service_types(names, table: pd.DataFrame | None = None) -> list[ServiceType]:
    """The types that occur among the services, with what the table says of them.

    Parameters
    ----------
    names : iterable of str
        Types that occur; each comes out once, in alphabetical order.
    table : DataFrame, optional
        `SERVICE_TYPES`, see DESIGN section 3; a type that is not in it is `unknown`.

    Raises
    ------
    InvalidValueError, DuplicateIdError, MissingFieldError
        If the table cannot mean what it says.
    NoServicesError
        If no type occurs.
    """
    found = sorted({str(name) for name in names if name not in (None, "")})
    if not found:
        raise NoServicesError(
            "no service of any type is left", "Look at SERVICE_TYPE_FIELD and SERVICE_FILTER"
        )
    types = _read_table(found, table)
    first: dict[str, str] = {}
    for one in types:
        twin = first.setdefault(one.slug, one.name)
        if twin != one.name:
            raise InvalidValueError(
                f"types '{twin}' and '{one.name}' would give the same field name '{one.slug}'",
                "Rename one of them",
            )
    return types


def _read_table(found: list[str], table: pd.DataFrame | None) -> list[ServiceType]:
    if table is None:
        return [ServiceType(name, name) for name in found]
    if "type" not in table:
        raise MissingFieldError("the table has no such field", layer="SERVICE_TYPES", field="type")
    table = table[table["type"].notna()]
    twice = table.loc[table["type"].duplicated(), "type"]
    if len(twice):
        raise DuplicateIdError(
            "types stand more than once", "Keep one row each", layer="SERVICE_TYPES", ids=twice
        )
    if "shareability" in table:
        wrong = table["shareability"].notna() & ~table["shareability"].isin(SHAREABILITIES)
        if wrong.any():
            raise InvalidValueError(
                f"shareability must be one of {', '.join(SHAREABILITIES)}",
                layer="SERVICE_TYPES",
                field="shareability",
                ids=table.loc[wrong, "type"],
            )
    if "direction" in table:
        wrong = table["direction"].notna() & ~table["direction"].isin(DIRECTIONS)
        if wrong.any():
            raise InvalidValueError(
                "direction must be from, to or empty",
                layer="SERVICE_TYPES",
                field="direction",
                ids=table.loc[wrong, "type"],
            )
    rows = {str(row["type"]): row for row in table.to_dict("records")}
    return [_read_type(name, rows.get(name, {})) for name in found]


def _read_type(name: str, row: dict) -> ServiceType:
    def text(column, default=""):
        value = row.get(column)
        return default if pd.isna(value) or value == "" else str(value)

    def number(column, default=None):
        value = pd.to_numeric(row.get(column), errors="coerce")
        if row.get(column) not in (None, "") and not pd.isna(row.get(column)) and pd.isna(value):
            raise InvalidValueError(
                "this must be a number", layer="SERVICE_TYPES", field=column, ids=[name]
            )
        if not pd.isna(value) and value < 0:
            raise InvalidValueError(
                "this must not be negative", layer="SERVICE_TYPES", field=column, ids=[name]
            )
        return default if pd.isna(value) else float(value)

    return ServiceType(
        name=name,
        label=text("label_en", name),
        theme=text("theme"),
        demand_field=text("demand_field"),
        threshold_min=number("threshold_min"),
        advantage_min=number("advantage_min"),
        extra_min_abroad=number("extra_min_abroad", 0.0),
        shareability=text("shareability", UNKNOWN),
        only_open_border=bool(number("only_open_border", 0)),
        legal_basis=text("legal_basis"),
        evidence=text("evidence"),
        people_per_capacity=number("people_per_capacity"),
        label_lv=text("label_lv"),
        label_lt=text("label_lt"),
        direction=text("direction"),
    )
