"""Shared service areas: what is reached from where, at home and across the border."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..accessibility.contours import Lattice
from ..accessibility.measures import OwnAndAbroad, nearest_own_and_abroad, require_services
from ..accessibility.reach import as_for
from ..accessibility.travel import Travel
from ..errors import BorderNeededError, NoServicesError
from ..limits import at_least, within
from ..network.snapping import Positions
from ..progress import Progress, part, quiet
from ..services.inputs import NOT_SHAREABLE, Places, Services, ServiceType
from .scenarios import OPEN

NO_DATA, UNSERVED = "no_data", "unserved"
OWN_ONLY, OWN_NEARER, CHOICE = "own_only", "own_nearer", "choice"
ABROAD_NEARER, ABROAD_ONLY = "abroad_nearer", "abroad_only"
CATEGORIES = (NO_DATA, UNSERVED, OWN_ONLY, OWN_NEARER, CHOICE, ABROAD_NEARER, ABROAD_ONLY)
POTENTIALLY_SHARED = (CHOICE, ABROAD_NEARER, ABROAD_ONLY)


def categorise(
    own: np.ndarray, abroad: np.ndarray, usable: np.ndarray, threshold: float, advantage: float
) -> np.ndarray:
    """Category of each place (DESIGN section 5); the first rule that fits.

    Parameters
    ----------
    own, abroad : (n,) float arrays
        Minutes to the nearest service at home, and abroad with its extra minutes.
    usable : (n,) bool array
        False where the place could not be used.
    threshold, advantage : float
        Minutes; `advantage` must be above 0.

    Returns
    -------
    (n,) object array of `CATEGORIES`

    Examples
    --------
    >>> import numpy as np
    >>> own, abroad = np.array([10.0, 20, 40, 12]), np.array([50.0, 8, 25, 13])
    >>> list(categorise(own, abroad, np.ones(4, bool), threshold=30, advantage=5))
    ['own_only', 'abroad_nearer', 'abroad_only', 'choice']
    """
    home = np.isfinite(own) & within(own, threshold)
    across = np.isfinite(abroad) & within(abroad, threshold)
    gap = np.where(home & across, own, 0) - np.where(home & across, abroad, 0)
    return np.select(
        [
            ~usable,
            ~home & ~across,
            ~across,
            ~home,
            at_least(-gap, advantage),
            at_least(gap, advantage),
        ],
        [NO_DATA, UNSERVED, OWN_ONLY, ABROAD_ONLY, OWN_NEARER, ABROAD_NEARER],
        CHOICE,
    ).astype(object)


@dataclass(frozen=True)
class Grid:
    """Square cells over the study area, for each country those that touch it.

    Attributes
    ----------
    left, top, size : float
        Metres in the analysis CRS.
    masks : dict of (rows, columns) bool arrays
        By country code.
    """

    left: float
    top: float
    size: float
    masks: dict[str, np.ndarray]

    @property
    def lattice(self) -> Lattice:
        """The centres of the cells."""
        return Lattice(self.left, self.top, self.size, *next(iter(self.masks.values())).shape)

    def window(self, codes: list[str]) -> tuple[slice, slice]:
        """The rows and columns that some countries have."""
        mask = np.logical_or.reduce([self.masks[code] for code in codes])
        return tuple(
            slice(int(at[0]), int(at[-1]) + 1)
            for at in (np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0)))
        )

    def cells(self, country: str) -> tuple[np.ndarray, np.ndarray]:
        """Rows and columns of the cells of a country."""
        return np.nonzero(self.masks[country])

    def centres(self, country: str) -> np.ndarray:
        """(n, 2) float array of cell centres."""
        row, column = self.cells(country)
        return np.column_stack(
            [self.left + (column + 0.5) * self.size, self.top - (row + 0.5) * self.size]
        )


@dataclass(frozen=True)
class TypeResult:
    """What was found for one type of service.

    Attributes
    ----------
    cell_category : dict of (n,) object arrays
        By country, in the order of `Grid.cells`.
    cell_times : dict of two (n,) float arrays
        By country: minutes home, and abroad with the extra minutes of the type.
    """

    type: ServiceType
    threshold: float
    advantage: float
    places: OwnAndAbroad
    place_category: np.ndarray
    cell_category: dict[str, np.ndarray]
    people: np.ndarray
    cell_times: dict[str, tuple[np.ndarray, np.ndarray]] = field(default_factory=dict)

    @property
    def abroad_with_extra(self) -> np.ndarray:
        """(n,) minutes abroad, with the extra minutes of the type."""
        return self.places.abroad + self.type.extra_min_abroad

    @property
    def gain(self) -> np.ndarray:
        """(n,) minutes won by the way across the border, NaN where nothing is reached at home."""
        own = self.places.own
        finite = np.isfinite(own)
        gain = np.where(finite, own, 0) - np.minimum(
            np.where(finite, own, 0), self.abroad_with_extra
        )
        return np.where(finite, gain, np.nan)

    @property
    def newly_served(self) -> np.ndarray:
        """(n,) bool: reached abroad only, and not at all at home."""
        return ~np.isfinite(self.places.own) & np.isfinite(self.abroad_with_extra)

    @property
    def nearest_service(self) -> np.ndarray:
        """(n,) row of the nearest service of any country; a tie stays at home."""
        at_home = self.places.own <= self.abroad_with_extra
        return np.where(at_home, self.places.own_service, self.places.abroad_service)


@dataclass(frozen=True)
class SharedServices:
    """The result for all types, and where places and services joined the network."""

    types: list[TypeResult]
    skipped: list[ServiceType]
    places: Positions
    services: Positions


def shared_service_areas(
    travel: Travel,
    places: Places,
    services: Services,
    types: list[ServiceType],
    grid: Grid,
    threshold: float,
    advantage: float,
    draw_not_shareable: bool = False,
    progress: Progress = quiet,
) -> SharedServices:
    """Categorise every place and every cell by where its nearest services are.

    Parameters
    ----------
    travel : Travel
        The border scenario is in force.
    grid : Grid
        Areas are made of its cells; a cell joins the nearest road of its country.
    threshold, advantage : float
        Minutes, for types that name none of their own.
    draw_not_shareable : bool
        Types that cannot be shared are left out unless asked for.

    Raises
    ------
    BorderNeededError
        If the network has one country only.
    NoServicesError
        If no service joins the network, or no type may be shared.
    """
    if len(travel.countries) < 2:
        raise BorderNeededError(
            f"the network has one country only: {', '.join(travel.countries) or 'unnamed'}",
            "Build it with COUNTRIES and COUNTRY_FIELD so that roads of both sides are known",
            layer="NETWORK",
        )
    progress(0.0, "Places and services join the network")
    at_places = travel.targets(places)
    at_services = travel.sources(services)
    skipped = [
        one
        for one in types
        if one.shareable(travel.border.state == OPEN) == NOT_SHAREABLE and not draw_not_shareable
    ]
    types = [one for one in types if one not in skipped]
    if not types:
        raise NoServicesError(
            "no type of service may be shared under this border",
            "Look at shareability in SERVICE_TYPES, or ask for SHOW_NOT_SHAREABLE",
        )
    require_services(types, services, at_services)
    progress(0.1, "Cells join the network")
    at_cells = [
        travel.snapper.snap(grid.centres(code), np.full(int(mask.sum()), code, dtype=object))
        for code, mask in grid.masks.items()
    ]
    at = Positions.joined([at_places, *at_cells])  # one search for all of them
    ends = np.cumsum([len(at_places), *map(len, at_cells)])[:-1]
    results = []
    for kind, near in _nearest_by_type(
        travel, services, at_services, types, at, part(progress, 0.3, 1.0)
    ):
        limit, ahead = limits_of(kind, threshold, advantage)
        abroad = near.abroad + kind.extra_min_abroad
        category = categorise(near.own, abroad, at.ok, limit, ahead)
        place_category, *cells = np.split(category, ends)
        _, *times = zip(np.split(near.own, ends), np.split(abroad, ends))
        people = places.people(kind.demand_field)
        results.append(
            TypeResult(
                kind, limit, ahead, near.take(slice(len(at_places))), place_category,
                dict(zip(grid.masks, cells)), people, dict(zip(grid.masks, times)),
            )
        )  # fmt: skip
    return SharedServices(results, skipped, at_places, at_services)


def limits_of(kind: ServiceType, threshold: float, advantage: float) -> tuple[float, float]:
    """Threshold and advantage of a type: its own, else those of the run."""
    return (
        threshold if kind.threshold_min is None else kind.threshold_min,
        advantage if kind.advantage_min is None else kind.advantage_min,
    )


def _nearest_by_type(travel, services, at_services, types, at, progress):
    graph = travel.from_sources(at_services)
    for number, kind in enumerate(types):
        progress(number / len(types), kind.label)
        of_type = (services.type == kind.name) & at_services.ok
        mine = as_for(kind, travel)
        yield kind, nearest_own_and_abroad(mine, graph, at_services.country, of_type, at)


def at_places_only(
    travel: Travel,
    places: Places,
    services: Services,
    types: list[ServiceType],
    at: Positions,
    threshold: float = np.nan,
    advantage: float = np.nan,
    progress: Progress = quiet,
) -> list[TypeResult]:
    """The same at places, without areas: to compare scenarios.

    Parameters
    ----------
    at : Positions
        Where the places joined the network; a border scenario moves none of them.
    threshold, advantage : float
        For types that name none of their own.
    """
    results = []
    at_services = travel.sources(services)
    for kind, near in _nearest_by_type(travel, services, at_services, types, at, progress):
        limit, ahead = limits_of(kind, threshold, advantage)
        category = categorise(near.own, near.abroad + kind.extra_min_abroad, at.ok, limit, ahead)
        people = places.people(kind.demand_field)
        results.append(TypeResult(kind, limit, ahead, near, category, {}, people))
    return results


def potentially_shared(category: np.ndarray) -> np.ndarray:
    """Where a service abroad is about as near as at home, or nearer."""
    return pd.Series(category, dtype=object).isin(POTENTIALLY_SHARED).to_numpy()


def people_by_category(result: TypeResult, country: np.ndarray) -> pd.DataFrame:
    """People and mean gain by category and country; the people add up to all of them.

    Parameters
    ----------
    result : TypeResult
    country : (n,) object array
        Country of each place.

    Returns
    -------
    DataFrame
        `category`, `country`, `population`, `gain_min` (population-weighted mean over the places
        that have a gain; NaN where none has).
    """
    gain = result.gain
    weight = np.where(np.isnan(gain), 0, result.people)
    table = pd.DataFrame(
        {
            "category": result.place_category,
            "country": country,
            "population": result.people,
            "weight": weight,
            "weighted": weight * np.nan_to_num(gain),
        }
    )
    table = table.groupby(["category", "country"], as_index=False, dropna=False).sum()
    with np.errstate(invalid="ignore", divide="ignore"):
        table["gain_min"] = table["weighted"] / table["weight"]
    return table[["category", "country", "population", "gain_min"]]
