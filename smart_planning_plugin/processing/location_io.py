"""Between layers and the location of services in `core`: sites, lines and the comparison."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from qgis.core import QgsGeometry, QgsPointXY

from ..core.errors import InvalidValueError
from ..core.limits import within
from ..core.network.snapping import OK, Positions
from ..core.services.cooperation import Outcome
from ..core.services.location import LSCP, PMEDIAN, LocationProblem
from ..handbook.findings import in_languages, location
from . import bundles, places_io
from .limits_io import note_limits
from .writing import Rows

MOST_PAIRS = 40_000_000


@dataclass(frozen=True)
class Ends:
    """Places and candidates on the network, and the problem between them."""

    problem: LocationProblem
    places: Positions
    candidates: Positions
    candidate_id: np.ndarray

    @property
    def place_country(self) -> np.ndarray:
        return self.places.country

    @property
    def site_country(self) -> np.ndarray:
        return self.candidates.country


def ends(given, run) -> Ends:
    """Join both ends to the network and measure all ways between them."""
    places, ids = given.places, given.services.id
    if len(places.id) * len(ids) > MOST_PAIRS:
        raise InvalidValueError(
            f"{len(places.id):,} places and {len(ids):,} candidates make "
            f"{len(places.id) * len(ids):,} pairs, {MOST_PAIRS:,} are possible",
            "Take fewer candidates, or coarser places",
        )
    at_places, at_candidates = given.travel.targets(places), given.travel.sources(given.services)
    places_io.require_usable(at_places, places.layer, run)
    places_io.require_usable(at_candidates, given.services_layer.name, run)
    run.progress(0.1, "Travel times")
    cost = given.travel.matrix(at_candidates, at_places).T
    abroad = at_places.country[:, None] != at_candidates.country[None, :]
    cost = np.where(abroad, cost + given.extra_min_abroad, cost)
    problem = LocationProblem(
        cost,
        places.people(),
        np.isin(given.services_layer.ids, list(given.fixed)) & at_candidates.ok,
        np.isin(given.services_layer.ids, list(given.forbidden)) | ~at_candidates.ok,
        _capacity(given, run, ids),
    )
    note_limits(given.travel, at_places, given.threshold, run)
    lost = places.people()[at_places.ok & ~problem.served].sum()
    if lost:
        run.warn(f"{lost:,.0f} people reach no candidate and are left out")
    return Ends(problem, at_places, at_candidates, ids)


def _capacity(given, run, ids):
    field = run.text("CAPACITY_FIELD")
    if not field or given.model != PMEDIAN:
        if field:
            run.warn(f"{given.model} has no capacities: CAPACITY_FIELD is not used")
        return None
    capacity = bundles.not_negative(given.services_layer, field, ids)
    if np.isnan(capacity).any():
        raise InvalidValueError(
            "capacities are missing",
            "Fill the field; 0 is a site without room",
            layer=given.services_layer.name,
            field=field,
            ids=ids[np.isnan(capacity)],
        )
    return capacity


def site_rows(outcome: Outcome, ends: Ends, given, run) -> Rows:
    """All candidates with their role, and who would have them nearest."""
    solution, problem = outcome.solution, outcome.problem
    count = len(ends.candidate_id)
    people = solution.share * problem.demand[solution.place]
    minutes = problem.cost[solution.place, solution.site]

    def summed(values, rows=slice(None)):
        return np.bincount(solution.site[rows], values[rows], minlength=count)

    total = summed(people)
    table = pd.DataFrame({"role": _roles(solution, problem, ends)})
    table["people"] = total
    for code in given.travel.countries:
        mine = ends.place_country[solution.place] == code
        table[f"people_{code.lower()}"] = summed(people, mine)
    foreign = ends.place_country[solution.place] != ends.site_country[solution.site]
    with np.errstate(invalid="ignore", divide="ignore"):
        table["foreign_share"] = summed(people * foreign) / total
        table["mean_min"] = summed(people * minutes) / total
        if problem.capacity is not None:
            table["load"] = np.where(problem.capacity > 0, total / problem.capacity, np.nan)
    longest = np.full(count, -np.inf)
    np.maximum.at(longest, solution.site, np.where(people > 0, minutes, -np.inf))
    table["max_min"] = np.where(np.isfinite(longest), longest, np.nan)
    table["snap_m"], table["access_min"] = ends.candidates.snap_m, ends.candidates.access_min
    table["status"] = ends.candidates.status
    return places_io.like(given.services_layer, table, run.crs)


def _roles(solution, problem, ends: Ends) -> np.ndarray:
    role = np.full(len(ends.candidate_id), "spare", dtype=object)
    role[problem.forbidden] = "forbidden"
    role[ends.candidates.status != OK] = "unusable"
    role[solution.sites] = "chosen"
    role[problem.fixed] = "fixed"
    return role


def assignment_rows(outcome: Outcome, ends: Ends, given, run) -> Rows:
    """A line from each place to its site; a place without one says why."""
    solution, places = outcome.solution, given.places
    without = np.setdiff1d(np.arange(len(places.id)), solution.place)
    place = np.r_[solution.place, without]
    site = np.r_[solution.site, np.full(len(without), -1)]
    order = np.lexsort([site, place])
    place, site = place[order], site[order]
    share = np.r_[solution.share, np.zeros(len(without))][order]
    found = site >= 0
    minutes = np.where(found, outcome.problem.cost[place, site], np.nan)
    unreached = np.where(ends.places.ok, "no_site_reached", ends.places.status)
    table = pd.DataFrame(
        {
            "place_id": places.id[place].astype(str).astype(object),
            "site_id": np.where(found, ends.candidate_id[site].astype(str), None),
            "time_min": minutes,
            "people": np.where(found, share, 1.0) * outcome.problem.demand[place],
            "within": within(minutes, given.threshold).astype(int),
            "across": (found & (ends.place_country[place] != ends.site_country[site])).astype(int),
            "place_country": _or_none(ends.place_country[place]),
            "site_country": np.where(found, ends.site_country[site], None),
            "status": np.where(found, OK, unreached[place]),
        }
    )
    site_xy = given.services.xy
    lines = [
        QgsGeometry.fromPolylineXY([QgsPointXY(*places.xy[one]), QgsPointXY(*site_xy[other])])
        if other >= 0
        else None
        for one, other in zip(place.tolist(), site.tolist())
    ]
    return Rows(table, lines, run.crs)


def _or_none(codes):
    return np.where(codes == "", None, codes)


def summary_rows(compared: pd.DataFrame, given, run) -> Rows:
    """The comparison, each row with the finding to paste."""
    table = compared.copy()
    table.insert(1, "model", given.model)
    table.insert(2, "threshold_min", given.threshold)
    table.insert(3, "p", np.nan if given.model == LSCP else float(given.p))
    words = in_languages(
        lambda language: location.sentences(compared, given.cooperation, given.threshold, language),
        run.limits,
    )
    asked = table["cooperation"] == given.cooperation
    for column, sentence in words.items():
        table[column] = np.where(asked, sentence, None)
    run.say(words["finding_en"])
    return Rows(table)
