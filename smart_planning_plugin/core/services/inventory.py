"""What services zones have, what they lack, and what they could reach across the border."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.stats import binomtest

from ..accessibility.measures import nearest_own_and_abroad, require_services
from ..accessibility.reach import as_for
from ..accessibility.travel import Travel
from ..limits import within
from ..network.snapping import Positions
from ..progress import Progress, quiet
from .inputs import Places, Services, ServiceType
from .norms import Norms

HERE, NEAR, ACROSS, MISSING, NOBODY = "here", "near", "across", "missing", "nobody"
MOST = 0.5  # of the people of a zone
PER = 10_000
UNEVEN_RATIO, UNEVEN_CHANCE = 2.0, 0.01
NO_PERIPHERY, PARTLY, PERIPHERY = "no", "partly", "inner_periphery"


@dataclass(frozen=True)
class Zones:
    """Zones whose services are counted.

    Attributes
    ----------
    id, name, country : (z,) object arrays
    xy : (z, 2) float array
        A point inside, for zones in which nobody lives.
    """

    id: np.ndarray
    name: np.ndarray
    country: np.ndarray
    xy: np.ndarray


@dataclass(frozen=True)
class Inventory:
    """The result: a row a zone, and a row a type, and where places and services joined."""

    zones: pd.DataFrame
    summary: pd.DataFrame
    places: Positions
    services: Positions


def inventory(
    travel: Travel,
    places: Places,
    place_zone: np.ndarray,
    services: Services,
    service_zone: np.ndarray,
    types: list[ServiceType],
    zones: Zones,
    threshold: float,
    norms: Norms | None = None,
    settlement: np.ndarray | None = None,
    surrounding_m: float = 50_000.0,
    deficit: float = 1.5,
    progress: Progress = quiet,
) -> Inventory:
    """Count the services of zones and how near they are.

    Parameters
    ----------
    travel : Travel
        The border scenario is in force.
    place_zone, service_zone : (n,), (k,) int arrays
        Row of the zone in which each lies, -1 for none.
    threshold : float
        Minutes; for types without a threshold or a norm of their own.
    norms, settlement : optional
        The norm of the own country and settlement goes before the threshold.
    surrounding_m : float
        Zones whose people live this near on average are the surrounding region.
    deficit : float
        A zone is in deficit when its mean minutes are at least so many times those of the
        surrounding region. The limit is ours: the paper leaves it to its map classes [1]_.

    Returns
    -------
    Inventory
        Of each zone and type: ``n_``, ``per_10k_`` (of the type's own demand in the zone),
        ``demand_``, ``within_`` and ``within_pct_`` (people within the norm of one of the own
        country), ``across_`` (people who have none so near at home, but across the border),
        ``nearest_min_`` and ``nearest_abroad_min_`` (means over the people who reach
        one, extra minutes counted), ``index_`` (minutes to the nearest of any country, 100 = the
        surrounding region), ``reach_``: ``here``, ``near`` (most people have one within the norm
        at home), ``across`` (not so, but across the border), ``missing``, ``nobody`` (nobody lives
        there).

    References
    ----------
    .. [1] ESPON PROFECY 2017, Inner Peripheries, annex 4: access to services of general interest,
       standardised by the surrounding region.
    """
    at, at_services = travel.targets(places), travel.sources(services)
    require_services(types, services, at_services)
    service_zone = np.where(services.capacity == 0, -1, service_zone)
    graph = travel.from_sources(at_services)
    count = len(zones.id)
    inside = np.flatnonzero(place_zone >= 0)
    everyone = places.people()
    near_zones = _surrounding(zones, places, place_zone, everyone, surrounding_m)
    columns: dict[str, np.ndarray] = {}
    reach, short, rows = {}, {}, []

    def summed(values: np.ndarray) -> np.ndarray:
        return np.bincount(place_zone[inside], values[inside], minlength=count)

    def mean(values: np.ndarray, people: np.ndarray) -> np.ndarray:
        has = np.isfinite(values)
        with np.errstate(invalid="ignore"):  # of nobody there is no mean
            return summed(np.where(has, values, 0) * people) / summed(people * has)

    for number, kind in enumerate(types):
        progress(number / len(types), kind.label)
        mine = services.type == kind.name
        found = nearest_own_and_abroad(
            as_for(kind, travel), graph, at_services.country, mine & at_services.ok, at
        )
        people = places.people(kind.demand_field)
        abroad = found.abroad + kind.extra_min_abroad
        limit = _limits(kind, threshold, norms, settlement, at.country)
        home = np.isfinite(found.own) & within(found.own, limit)
        other = np.isfinite(abroad) & within(abroad, limit)
        demand = summed(people)
        counted = mine & (service_zone >= 0)
        amount = np.bincount(service_zone[counted], minlength=count)
        some = np.where(demand > 0, demand, np.nan)
        best = mean(np.minimum(found.own, abroad), people)
        index = 100 * best / _mean_around(best, demand, near_zones)
        share_home, share_other = summed(people * home) / some, summed(people * other) / some
        reach[kind.name] = np.select(
            [amount > 0, np.isnan(some), share_home >= MOST, share_other >= MOST],
            [HERE, NOBODY, NEAR, ACROSS],
            MISSING,
        ).astype(object)
        short[kind.name] = np.nan_to_num(index) >= 100 * deficit
        slug = kind.slug
        columns.update(
            {
                f"n_{slug}": amount,
                f"demand_{slug}": demand,
                f"per_10k_{slug}": PER * amount / some,
                f"within_{slug}": summed(people * home),
                f"within_pct_{slug}": 100 * share_home,
                f"across_{slug}": summed(people * (other & ~home)),
                f"nearest_min_{slug}": mean(found.own, people),
                f"nearest_abroad_min_{slug}": mean(abroad, people),
                f"index_{slug}": index,
                f"reach_{slug}": reach[kind.name],
            }
        )
        rows.append(
            _summary(
                kind, threshold, norms, services, service_zone, places, people, home,
                other & ~home, at, zones, reach[kind.name], short[kind.name], place_zone,
            )
        )  # fmt: skip
    table = pd.concat(
        [_overview(types, services, service_zone, reach, short, count), pd.DataFrame(columns)],
        axis=1,
    )
    return Inventory(table, pd.DataFrame(rows), at, at_services)


def changes(after: Inventory, before: Inventory) -> pd.DataFrame:
    """``change_`` of what zones have and reach: with the changes of services, less the present."""
    names = [
        name
        for name in after.zones
        if name.startswith(("n_", "within_", "across_", "nearest_min_"))
        and after.zones[name].dtype.kind in "if"
    ]
    return (after.zones[names] - before.zones[names]).add_prefix("change_")


def nearest_of_zones(
    travel: Travel, places: Places, services: Services, kind: ServiceType
) -> tuple[np.ndarray, np.ndarray]:
    """(n,) minutes of each place to the nearest service at home and abroad, extra counted."""
    at, at_services = travel.targets(places), travel.sources(services)
    found = nearest_own_and_abroad(
        as_for(kind, travel), travel.from_sources(at_services), at_services.country,
        (services.type == kind.name) & at_services.ok, at,
    )  # fmt: skip
    return found.own, found.abroad + kind.extra_min_abroad


def _limits(kind, threshold, norms, settlement, country) -> np.ndarray:
    """(n,) minutes of the norm of each place, else the threshold."""
    own = threshold if kind.threshold_min is None else kind.threshold_min
    if norms is None:
        return np.full(len(country), own)
    places = np.full(len(country), "", dtype=object) if settlement is None else settlement
    minutes = norms.minutes(norms.row_of(kind.name, country, places))
    return np.where(np.isnan(minutes), own, minutes)


def _surrounding(zones, places, place_zone, people, distance_m) -> np.ndarray:
    """(z, z) bool: zones whose people live within a distance, the zone itself among them."""
    count = len(zones.id)
    inside = (place_zone >= 0) & np.isfinite(places.xy).all(axis=1)
    weight = np.bincount(place_zone[inside], people[inside], minlength=count)
    with np.errstate(invalid="ignore", divide="ignore"):
        centre = np.column_stack(
            [
                np.bincount(place_zone[inside], people[inside] * one[inside], minlength=count)
                / weight
                for one in places.xy.T
            ]
        )
    centre = np.where(np.isnan(centre), zones.xy, centre)
    gap = np.hypot(*(centre[:, None] - centre[None]).transpose(2, 0, 1))
    return (gap <= distance_m) | np.eye(count, dtype=bool)


def _mean_around(value: np.ndarray, people: np.ndarray, near: np.ndarray) -> np.ndarray:
    """(z,) mean of the surrounding zones; each counts once, so that no city sets the measure."""
    has = np.isfinite(value) & (people > 0)
    weight = near * has.astype(float)
    total = weight.sum(axis=1)
    mean = weight @ np.where(has, value, 0) / np.where(total > 0, total, np.nan)
    return np.where(mean > 0, mean, np.nan)


def _overview(types, services, service_zone, reach, short, count) -> pd.DataFrame:
    """What a zone has and lacks over all types, and its themes."""
    names = np.array([one.name for one in types], dtype=object)

    def listed(flags: dict) -> np.ndarray:
        stacked = np.column_stack([flags[name] for name in names])
        return np.array([", ".join(names[row]) or None for row in stacked], dtype=object)

    n_deficit = np.sum([short[name] for name in names], axis=0)
    table = {
        "n_types": np.sum([reach[name] == HERE for name in names], axis=0),
        "across_types": listed({name: reach[name] == ACROSS for name in names}),
        "missing_types": listed({name: reach[name] == MISSING for name in names}),
        "n_deficit": n_deficit,
        "deficit_types": listed(short),
        "periphery": np.select(
            [n_deficit == 0, n_deficit < MOST * len(names)], [NO_PERIPHERY, PARTLY], PERIPHERY
        ).astype(object),
    }
    theme_of = {one.name: one.theme for one in types}
    themes = np.array([theme_of.get(one, "") for one in services.type], dtype=object)
    for theme in sorted({one.theme for one in types if one.theme}):
        mine = (themes == theme) & (service_zone >= 0)
        slug = ServiceType(theme, theme).slug
        table[f"n_theme_{slug}"] = np.bincount(service_zone[mine], minlength=count)
    return pd.DataFrame(table)


def _summary(
    kind, threshold, norms, services, service_zone, places, people, home, across, at, zones, reach,
    short, place_zone,
) -> dict:  # fmt: skip
    """Numbers of one type over all zones, by country, and whether the data can be compared."""
    counted = (services.type == kind.name) & (service_zone >= 0)
    living = place_zone >= 0
    countries = sorted({one for one in at.country[living] if one})
    row = {
        "theme": kind.theme or None,
        "service_type": kind.name,
        "shareability": kind.shareability,
        "legal_basis": kind.legal_basis or None,
        "demand_field": kind.demand_field or None,
        "threshold_min": threshold if kind.threshold_min is None else kind.threshold_min,
        "by_norm": int(norms is not None and (norms.table["type"] == kind.name).any()),
        "n": int(counted.sum()),
        "people": float(people[living].sum()),
        "within": float(people[living & home].sum()),
        "across": float(people[living & across].sum()),
    }
    amounts, demands = [], []
    for code in countries:
        mine = living & (at.country == code)
        amounts.append(int((counted & (zones.country[service_zone] == code)).sum()))
        demands.append(float(people[mine].sum()))
        row[f"n_{code.lower()}"] = amounts[-1]
        row[f"per_10k_{code.lower()}"] = PER * amounts[-1] / demands[-1] if demands[-1] else np.nan
        row[f"within_pct_{code.lower()}"] = (
            100 * float(people[mine & home].sum()) / demands[-1] if demands[-1] else np.nan
        )
    row["uneven_ratio"], row["uneven"] = uneven(amounts, demands)
    for name, chosen in (
        ("here", reach == HERE),
        ("across", reach == ACROSS),
        ("missing", reach == MISSING),
        ("deficit", short),
    ):
        row[f"zones_{name}"] = int(chosen.sum())
        if name in ("across", "deficit"):
            named = sorted(str(one) for one in zones.name[chosen])
            row[f"names_{name}"] = "; ".join(named) or None
    return row


def uneven(amounts: list[int], demands: list[float]) -> tuple[float, int]:
    """Whether two countries' counts differ by more than chance, and by a factor of 2 or more.

    Maps of one country often know more facilities than those of the other; a difference like that
    says nothing about services until somebody has looked at the data.

    Returns
    -------
    ratio : float
        The greater rate over the smaller one; infinite where one country has none.
    flagged : int
        1 where the ratio is at least 2 and its chance under equal rates below 1 % (exact binomial
        test).

    Examples
    --------
    >>> uneven([40, 10], [100_000.0, 100_000.0])
    (4.0, 1)
    >>> uneven([3, 1], [100_000.0, 100_000.0])
    (3.0, 0)
    """
    order = np.argsort(demands)[::-1][:2]
    if len(order) < 2 or min(demands[one] for one in order) <= 0:
        return np.nan, 0
    first, second = (amounts[one] for one in order)
    if first + second == 0:
        return np.nan, 0
    rates = sorted(amounts[one] / demands[one] for one in order)
    ratio = rates[1] / rates[0] if rates[0] else np.inf
    share = demands[order[0]] / (demands[order[0]] + demands[order[1]])
    chance = binomtest(first, first + second, share).pvalue
    return float(ratio), int(ratio >= UNEVEN_RATIO and chance < UNEVEN_CHANCE)
