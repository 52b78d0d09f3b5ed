"""Shared service areas: what is reached from where, at home and across the border."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy import ndimage

from ..accessibility.measures import OwnAndAbroad, nearest_own_and_abroad, require_services
from ..accessibility.travel import Travel
from ..errors import BorderNeededError, NoServicesError
from ..network.snapping import Positions
from ..progress import Progress, quiet
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
    home = np.isfinite(own) & (own <= threshold)
    across = np.isfinite(abroad) & (abroad <= threshold)
    gap = np.where(home & across, own, 0) - np.where(home & across, abroad, 0)
    return np.select(
        [
            ~usable,
            ~home & ~across,
            ~across,
            ~home,
            -gap >= advantage,
            gap >= advantage,
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
    """What was found for one type of service."""

    type: ServiceType
    threshold: float
    advantage: float
    places: OwnAndAbroad
    place_category: np.ndarray
    cell_category: dict[str, np.ndarray]
    people: np.ndarray

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
    progress(0.1, "Cells join the network")
    at_cells = {
        code: travel.snapper.snap(grid.centres(code), np.full(int(mask.sum()), code, dtype=object))
        for code, mask in grid.masks.items()
    }
    require_services(types, services, at_services)
    graph = travel.from_sources(at_services)
    results = []
    for number, kind in enumerate(types):
        progress(0.3 + 0.7 * number / len(types), kind.label)
        of_type = (services.type == kind.name) & at_services.ok
        limit = threshold if kind.threshold_min is None else kind.threshold_min
        ahead = advantage if kind.advantage_min is None else kind.advantage_min

        def look(at, of_type=of_type, kind=kind, limit=limit, ahead=ahead):
            near = nearest_own_and_abroad(travel, graph, at_services.country, of_type, at)
            abroad = near.abroad + kind.extra_min_abroad
            return near, categorise(near.own, abroad, at.ok, limit, ahead)

        near, category = look(at_places)
        cells = {code: look(at)[1] for code, at in at_cells.items()}
        people = places.people(kind.demand_field)
        results.append(TypeResult(kind, limit, ahead, near, category, cells, people))
    return SharedServices(results, skipped, at_places, at_services)


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


def facilities(
    shared: SharedServices, services: Services, countries: list[str], min_share: float
) -> pd.DataFrame:
    """Who lives nearest to each facility, by country.

    Parameters
    ----------
    min_share : float
        A facility is `shared` when each of two countries has at least this share of the people who
        live nearest to it.

    Returns
    -------
    DataFrame
        One row a service, in their order: ``nearest_population_<country>`` (nearest residents, not
        users), `foreign_share` (NaN without residents), `shared` (0, 1), `country`, `status`.
    """
    count = len(services.id)
    people = {code: np.zeros(count) for code in countries}
    looked_at = np.zeros(count, dtype=bool)
    for result in shared.types:
        looked_at |= services.type == result.type.name
        service = result.nearest_service
        for code in countries:
            mine = (service >= 0) & (shared.places.country == code)
            people[code] += np.bincount(service[mine], result.people[mine], minlength=count)
    table = pd.DataFrame({f"nearest_population_{code.lower()}": people[code] for code in countries})
    total = table.sum(axis=1).to_numpy()
    own = np.zeros(count)
    for code in countries:
        own = np.where(shared.services.country == code, people[code], own)
    with np.errstate(invalid="ignore", divide="ignore"):
        table["foreign_share"] = np.where(total > 0, (total - own) / total, np.nan)
    second = np.sort(np.column_stack(list(people.values())), axis=1)[:, -2]
    table["shared"] = ((second > 0) & (second >= min_share * total)).astype(int)
    table["country"] = shared.services.country
    table["status"] = np.where(
        looked_at | (shared.services.status != "ok"), shared.services.status, "type left out"
    )
    return table


def shared_zones(shared: SharedServices, grid: Grid) -> tuple[np.ndarray, int]:
    """Number the contiguous pieces of the potentially shared area that lie on both sides.

    Pieces are grown by one cell (at least 100 m) for the test of contiguity only, because two
    national boundary sets leave gaps of some metres.

    Returns
    -------
    zone : (rows, columns) int array
        0 outside of every zone; zones are numbered from the largest (in cells) down.
    count : int
    """
    shape = next(iter(grid.masks.values())).shape
    inside = {code: np.zeros(shape, dtype=bool) for code in grid.masks}
    for code in grid.masks:
        row, column = grid.cells(code)
        for result in shared.types:
            if result.type.shareability == NOT_SHAREABLE:
                continue
            in_type = np.isin(result.cell_category[code].astype(str), POTENTIALLY_SHARED)
            inside[code][row[in_type], column[in_type]] = True
    union = np.logical_or.reduce(list(inside.values()))
    steps = max(1, int(np.ceil(100 / grid.size)))
    everywhere = np.ones((3, 3), dtype=bool)
    grown = ndimage.binary_dilation(union, structure=everywhere, iterations=steps)
    label, count = ndimage.label(grown, structure=everywhere)
    sides = sum(
        (np.bincount(label[mask], minlength=count + 1) > 0).astype(int) for mask in inside.values()
    )
    size = np.bincount(label[union], minlength=count + 1)
    kept = [zone for zone in range(1, count + 1) if sides[zone] >= 2]
    kept.sort(key=lambda zone: (-size[zone], zone))
    number = np.zeros(count + 1, np.int64)
    number[kept] = np.arange(1, len(kept) + 1)
    return np.where(grown, number[label], 0), len(kept)
