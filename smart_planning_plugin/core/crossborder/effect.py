"""What the border does to accessibility: measures with the border open, delayed, closed.

The difference is geography: how roads, people and services lie to each other. It is not law,
language or tariffs, and no forecast.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..accessibility.fca import WEIGHTED, Weighing
from ..accessibility.judging import against_norms, changes
from ..accessibility.measures import NEAREST, Accessibility, Question, service_accessibility
from ..accessibility.travel import Travel
from ..limits import LEEWAY
from ..network.countries import Countries
from ..network.snapping import Positions
from ..progress import Progress, part, quiet
from ..services.inputs import Places, Services, ServiceType
from ..services.norms import Norms
from .scenarios import TIME, BorderScenario

GAINS = (5, 10, 15)
WILLING = (1.0, 0.5, 0.2)


@dataclass(frozen=True)
class BorderEffect:
    """Measures under several states of the border.

    Attributes
    ----------
    scenarios : list of BorderScenario
        The first is compared with the last.
    results : list of Accessibility
        One a scenario.
    values : DataFrame
        A row a place: ``<measure>_<type>_<state>`` for each scenario; ``<measure>_own_<type>``,
        the first scenario when services abroad do not count, which is another question than a
        closed border; ``loss_abs_`` and ``loss_pct_<measure>_<type>``, positive = worse;
        ``gain_min_<type>`` or ``gain_km_``: to the nearest at home less to the nearest of all
        (NaN where none is reached at home); ``newly_served_<type>``: reached only abroad;
        ``cut_off_<type>``: reached in the first scenario, and not in the last (1, 0).
    willing : dict
        Willingness -> (measure, type) -> the measure in the first and the last scenario, for the
        weighted ones.
    unit : str
        Of costs, ``min`` or ``km``.
    """

    scenarios: list[BorderScenario]
    results: list[Accessibility]
    values: pd.DataFrame
    willing: dict
    unit: str = "min"


def border_effect(
    travel: Travel,
    at: Positions,
    places: Places,
    services: Services,
    types: list[ServiceType],
    question: Question,
    scenarios: Sequence[BorderScenario],
    progress: Progress = quiet,
) -> BorderEffect:
    """Measures under each scenario, and what lies between the first and the last.

    Places and services join the network once; a scenario only changes what crossings cost.

    Parameters
    ----------
    travel : Travel
        Its own border is not looked at.
    question : Question
        The nearest is always measured, too.
    """
    ordered = [one for one in question.measures if one != NEAREST]
    asked = replace(question, measures=(NEAREST, *ordered))
    services_at = travel.sources(services)
    results = []
    for number, border in enumerate(scenarios):
        done = part(progress, number / len(scenarios), (number + 1) / len(scenarios))
        done(0.0, str(border))
        way = replace(travel, border=border)
        results.append(
            service_accessibility(
                way, at, places, services, types, asked, done, services_at=services_at
            )
        )
    unit = "min" if travel.cost == TIME else "km"
    values = _values(results, scenarios, at, unit)
    return BorderEffect(list(scenarios), results, values, _willing(results, question, at), unit)


def loss(measure: str, first: np.ndarray, last: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """What is lost between two states, absolute and in per cent; positive = worse.

    For the nearest a longer way is a loss. NaN where one of the two is missing, and in per cent
    where there was nothing to lose.
    """
    difference = last - first if measure == NEAREST else first - last
    share = np.divide(100 * difference, first, out=np.full(len(first), np.nan), where=first > 0)
    return difference, share


def _values(results, scenarios, at: Positions, unit: str) -> pd.DataFrame:
    first, last = results[0], results[-1]
    columns: dict[str, np.ndarray] = {}
    for measure, kind, name in first.main():
        for one, border in zip(results, scenarios):
            columns[f"{name}_{border.state}"] = one.values[name].to_numpy(float)
        own = f"{measure}_own_{kind.slug}"
        if own in first.values:
            columns[own] = first.values[own].to_numpy(float)
        before, after = (one.values[name].to_numpy(float) for one in (first, last))
        columns[f"loss_abs_{name}"], columns[f"loss_pct_{name}"] = loss(measure, before, after)
        if measure != NEAREST:
            continue
        home = columns.get(own, before)
        columns[f"gain_{unit}_{kind.slug}"] = home - before
        served = np.isnan(home) & np.isfinite(before)
        columns[f"newly_served_{kind.slug}"] = np.where(at.ok, served, np.nan)
        cut = np.isfinite(before) & np.isnan(after)
        columns[f"cut_off_{kind.slug}"] = np.where(at.ok, cut, np.nan)
    return pd.DataFrame(columns)


def _willing(results, question: Question, at: Positions) -> dict:
    """The first scenario and the last for a range of willingness, for measures that have one."""
    measures = [one for one in question.measures if one in WEIGHTED]
    found: dict = {}
    for willing in WILLING if measures else ():
        weighing = Weighing(question.weighing.decay, willing)
        before, after = (one.reweighed(measures, weighing) for one in (results[0], results[-1]))
        for offer, a, b in zip(results[0].offers, before, after):
            for measure in measures:
                sums = [
                    np.where(at.ok, one.own[measure] + one.abroad[measure], np.nan)
                    for one in (a, b)
                ]
                found.setdefault(willing, {})[measure, offer.kind.name] = sums
    return found


def with_norms(
    effect: BorderEffect, norms: Norms, places: Places, at: Positions, settlement: np.ndarray
) -> BorderEffect:
    """The effect with ``norm_<type>`` and ``within_norm_<type>_<state>``; see `against_norms`."""
    columns = {}
    for border, one in zip(effect.scenarios, effect.results):
        for name, values in against_norms(one, norms, places, at, settlement)[0].items():
            columns[f"{name}_{border.state}" if name.startswith("within_") else name] = values
    return replace(effect, values=pd.concat([effect.values, pd.DataFrame(columns)], axis=1))


def with_changes(effect: BorderEffect, present: BorderEffect) -> BorderEffect:
    """The effect with ``change_<measure>_<type>_<state>``: less that with the present services."""
    columns = [
        changes(after, before).add_suffix(f"_{border.state}")
        for border, after, before in zip(effect.scenarios, effect.results, present.results)
    ]
    return replace(effect, values=pd.concat([effect.values, *columns], axis=1))


def distance_to_border(
    xy: np.ndarray, country: np.ndarray, countries: Countries | None, crossings: np.ndarray
) -> np.ndarray:
    """(n,) km between each place and the nearest other country.

    Parameters
    ----------
    xy : (n, 2) float array
    country : (n,) object array
    countries : Countries, optional
        Without them, or with one only, the distance is to the nearest crossing.
    crossings : (c, 2) float array
    """
    distance = np.full(len(xy), np.inf)
    located = np.isfinite(xy).all(axis=1)
    if countries is not None and len(countries) > 1:
        for number, code in enumerate(countries.codes):
            other = np.flatnonzero(located & (country != code))
            gap = countries.distance_to(number, xy[other], np.inf)
            distance[other] = np.minimum(distance[other], gap)
    elif len(crossings):
        gaps = xy[located, None, :] - crossings[None, :, :]
        distance[located] = np.hypot(gaps[..., 0], gaps[..., 1]).min(axis=1)
    return np.where(np.isfinite(distance), distance / 1000, np.nan)


def bands_of(distance_km: np.ndarray, limits: Sequence[float]) -> np.ndarray:
    """(n,) band of each distance, as ``0-10``, ``50+``; None where it is unknown."""
    edges = [0.0, *limits]
    names = [f"{a:g}-{b:g}" for a, b in zip(edges, edges[1:])] + [f"{edges[-1]:g}+"]
    number = np.searchsorted(np.asarray(limits, float), distance_km - LEEWAY, side="left")
    names_of = np.array([*names, None], dtype=object)
    return names_of[np.where(np.isnan(distance_km), len(names), number)]


def summary(effect: BorderEffect, at: Positions, places: Places, band: np.ndarray) -> pd.DataFrame:
    """The effect for all, for each country (each direction), and by distance from the border.

    Returns
    -------
    DataFrame
        For each measure and type: `country` and `band` (empty: all), `people` (whose place could be
        used), ``mean_<state>`` over the people who have a value in every scenario, `loss_abs` and
        `loss_pct` of that mean, `people_worse`, `people_cut_off`, ``people_gain_<m>`` (who gain so
        many minutes or km across the border), `people_newly_served`; with norms, for the nearest,
        `people_with_norm` and ``people_within_norm_<state>``; and for weighted measures
        ``loss_pct_willingness_<w>``: the range of the headline.
    """
    first = effect.results[0]
    countries = sorted(set(at.country[at.ok]) - {""})
    bands = [one for one in pd.unique(band[at.ok]) if one is not None]
    bands.sort(key=lambda one: float(one.rstrip("+").split("-")[0]))
    groups = [("", "", at.ok)]
    groups += [(code, "", at.ok & (at.country == code)) for code in countries]
    groups += [
        (code, one, at.ok & (band == one) & ((at.country == code) if code else True))
        for code in ("", *countries)
        for one in bands
    ]
    rows = []
    for measure, kind, name in first.main():
        people = places.people(kind.demand_field)
        for code, one, mine in groups:
            head = {
                "measure": measure,
                "service_type": kind.name,
                "country": code or None,
                "band_km": one or None,
            }
            rows.append({**head, **_row(effect, measure, kind, name, mine, people)})
    return pd.DataFrame(rows)


def _row(effect: BorderEffect, measure, kind, name, mine, people) -> dict:
    values = effect.values[mine]
    weight = people[mine]
    sides = {one.state: values[f"{name}_{one.state}"].to_numpy(float) for one in effect.scenarios}
    whole = np.logical_and.reduce([np.isfinite(one) for one in sides.values()])
    row = {"people": float(weight.sum())}
    means = {}
    for state, one in sides.items():
        means[state] = _mean(one[whole], weight[whole])
        row[f"mean_{state}"] = means[state]
    ends = list(means.values())
    row["loss_abs"], row["loss_pct"] = (
        float(one[0]) for one in loss(measure, np.array([ends[0]]), np.array([ends[-1]]))
    )
    lost = np.nan_to_num(values[f"loss_abs_{name}"].to_numpy(float))
    cut = values[f"cut_off_{kind.slug}"].to_numpy(float) == 1
    row["people_worse"] = float(weight[(lost > 1e-9) | (cut & (measure == NEAREST))].sum())
    row["people_cut_off"] = float(weight[cut].sum())
    gain = np.nan_to_num(values[f"gain_{effect.unit}_{kind.slug}"].to_numpy(float))
    for least in GAINS:
        row[f"people_gain_{least}"] = float(weight[gain >= least].sum())
    served = values[f"newly_served_{kind.slug}"].to_numpy(float) == 1
    row["people_newly_served"] = float(weight[served].sum())
    if f"norm_{kind.slug}" in values and measure == NEAREST:
        row["people_with_norm"] = float(weight[values[f"norm_{kind.slug}"].notna()].sum())
        for state in sides:
            within = values[f"within_norm_{kind.slug}_{state}"].to_numpy(float) == 1
            row[f"people_within_norm_{state}"] = float(weight[within].sum())
    for willing, found in effect.willing.items():
        column = f"loss_pct_willingness_{willing:g}".replace(".", "_")
        row[column] = np.nan
        if (measure, kind.name) in found:
            before, after = (_mean(one[mine], weight) for one in found[measure, kind.name])
            row[column] = float(loss(measure, np.array([before]), np.array([after]))[1][0])
    return row


def _mean(values, weight):
    kept = np.isfinite(values) & (weight > 0)
    return float(np.average(values[kept], weights=weight[kept])) if kept.any() else np.nan
