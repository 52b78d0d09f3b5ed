"""What two countries gain by placing facilities together instead of each for itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..errors import InvalidValueError
from ..limits import within
from ..progress import Progress, part, quiet
from .location import LSCP, LocationProblem, Solution, locate

SHARED, SEPARATE = "shared", "separate"
COOPERATIONS = (SHARED, SEPARATE)


@dataclass(frozen=True)
class Outcome:
    """A choice of sites as people feel it.

    Attributes
    ----------
    cooperation : str
        ``shared``: everybody may go to every site; ``separate``: only to those of the own country.
    problem : LocationProblem
        With the costs under this cooperation.
    solution : Solution, optional
        None where there is none.
    minutes : (n,) float array
        Mean minutes of each place's people to their sites; infinite where there is none.
    across : (n,) float array
        People of each place whose site is abroad.
    reason : str
        Why there is no solution.
    """

    cooperation: str
    problem: LocationProblem
    solution: Solution | None
    minutes: np.ndarray
    across: np.ndarray
    reason: str = ""


def under(
    cooperation: str, problem: LocationProblem, place_country: np.ndarray, site_country: np.ndarray
) -> LocationProblem:
    """The problem when everybody may go everywhere, or only to sites of the own country."""
    if cooperation == SHARED:
        return problem
    abroad = np.asarray(place_country)[:, None] != np.asarray(site_country)[None, :]
    return replace(problem, cost=np.where(abroad, np.inf, problem.cost))


def choose(
    model: str,
    cooperation: str,
    problem: LocationProblem,
    place_country: np.ndarray,
    site_country: np.ndarray,
    sites: int | None,
    threshold: float,
    time_limit: float,
    progress: Progress = quiet,
) -> Outcome:
    """Sites under one cooperation, see `location.locate`.

    Under ``separate`` p is shared out between the countries as is best for all.
    """
    mine = under(cooperation, problem, place_country, site_country)
    solution = locate(model, mine, sites, threshold, time_limit, progress)
    count = len(problem.demand)
    cost = mine.cost[solution.place, solution.site] * solution.share
    assigned = np.bincount(solution.place, solution.share, minlength=count) > 0
    minutes = np.bincount(solution.place, cost, minlength=count)
    foreign = np.asarray(place_country)[solution.place] != np.asarray(site_country)[solution.site]
    across = np.bincount(
        solution.place, solution.share * foreign * problem.demand[solution.place], minlength=count
    )
    return Outcome(cooperation, mine, solution, np.where(assigned, minutes, np.inf), across)


def gain_of_sharing(
    outcome: Outcome,
    model: str,
    problem: LocationProblem,
    place_country: np.ndarray,
    site_country: np.ndarray,
    sites: int | None,
    threshold: float,
    time_limit: float,
    progress: Progress = quiet,
) -> pd.DataFrame:
    """The same sites, chosen together and each for itself.

    Parameters
    ----------
    outcome : Outcome
        The one that was asked for; the other is found here.

    Returns
    -------
    DataFrame
        Rows ``shared``, ``separate`` and ``gain`` (positive = sharing is better): `sites`,
        `people_within` (the threshold), `people_unserved`, `people_across`, `mean_min` (of those
        served), `mean_min_common` (of those served under both), `max_min`, `sites_needed` (so that
        everybody who separately could be is within the threshold), `objective`, `bound`, `gap_pct`,
        `method`, `remarks`.
    """
    other = SEPARATE if outcome.cooperation == SHARED else SHARED
    try:
        second = choose(
            model, other, problem, place_country, site_country, sites, threshold, time_limit,
            part(progress, 0, 0.6),
        )  # fmt: skip
    except InvalidValueError as error:
        nobody = np.full(len(problem.demand), np.inf)
        second = Outcome(other, problem, None, nobody, np.zeros(len(nobody)), error.problem)
    both = {outcome.cooperation: outcome, other: second}
    common = np.isfinite(outcome.minutes) & np.isfinite(second.minutes)
    progress(0.7, "Sites needed")
    needed = _sites_needed(problem, place_country, site_country, threshold, time_limit)
    rows = [
        {
            "cooperation": name,
            **_measures(both[name], threshold, common),
            "sites_needed": needed[name],
        }
        for name in COOPERATIONS
    ]
    return pd.DataFrame([*rows, _gain(*rows)])


def _measures(outcome: Outcome, threshold: float, common: np.ndarray) -> dict:
    people, minutes = outcome.problem.demand, outcome.minutes
    served = np.isfinite(minutes) & (people > 0)
    solution = outcome.solution
    if solution is None:
        empty = dict.fromkeys(
            [
                "sites", "people_within", "people_unserved", "people_across", "mean_min",
                "mean_min_common", "max_min", "objective", "bound", "gap_pct",
            ],
            np.nan,
        )  # fmt: skip
        return {**empty, "method": None, "remarks": outcome.reason}
    cost = outcome.problem.cost[solution.place, solution.site]
    inside = solution.share * people[solution.place] * within(cost, threshold)
    return {
        "sites": float(len(solution.sites)),
        "people_within": float(inside.sum()),
        "people_unserved": float(people[~served].sum()),
        "people_across": float(outcome.across.sum()),
        "mean_min": _mean(minutes, people, served),
        "mean_min_common": _mean(minutes, people, served & common),
        "max_min": float(cost[people[solution.place] > 0].max(initial=0.0)),
        "objective": solution.objective,
        "bound": solution.bound,
        "gap_pct": 100 * solution.gap,
        "method": solution.method,
        "remarks": "",
    }


def _mean(minutes, people, rows) -> float:
    return float(np.average(minutes[rows], weights=people[rows])) if rows.any() else np.nan


def _gain(shared: dict, separate: dict) -> dict:
    """What sharing is better by: fewer sites, minutes and unserved people, more people within."""
    less = ["sites", "people_unserved", "mean_min", "mean_min_common", "max_min", "sites_needed"]
    gain = {name: separate[name] - shared[name] for name in less}
    return {
        "cooperation": "gain",
        **gain,
        **{name: shared[name] - separate[name] for name in ("people_within", "people_across")},
        "remarks": "",
    }


def _sites_needed(problem, place_country, site_country, threshold, time_limit) -> dict[str, float]:
    """Fewest sites for those who could separately be within the threshold, under both."""
    separate = under(SEPARATE, problem, place_country, site_country)
    inside = within(separate.cost[:, problem.open_to_choice], threshold).any(axis=1)
    demand = np.where(inside, problem.demand, 0.0)
    if not (demand > 0).any():
        return dict.fromkeys(COOPERATIONS, np.nan)
    until = min(time_limit, 20.0)
    return {
        name: float(len(locate(LSCP, replace(one, demand=demand), None, threshold, until).sites))
        for name, one in ((SHARED, problem), (SEPARATE, separate))
    }
