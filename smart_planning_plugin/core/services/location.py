"""Where to put facilities: the classic location-allocation models, exact where that can be had.

Every answer carries the bound that was proven for it, so that nobody has to take "best" on trust.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix

from ..errors import InvalidValueError
from ..limits import within
from ..progress import Progress, quiet
from .interchange import interchange, lower_bound
from .transport import cheapest_shares, trade_sites

PMEDIAN, MCLP, LSCP, PCENTER = "pmedian", "mclp", "lscp", "pcenter"
MODELS = (PMEDIAN, MCLP, LSCP, PCENTER)
EXACT, HEURISTIC = "exact", "heuristic"
LARGEST_PROGRAM = 250_000  # pairs of place and candidate handed to the solver
CLOSED_GAP = 1e-6


@dataclass(frozen=True)
class LocationProblem:
    """Who needs a service, where it may be, and how far that is.

    Attributes
    ----------
    cost : (n, m) float array
        Minutes from places to candidates; infinite where a candidate is not to be reached.
    demand : (n,) float array
        People; a place without any asks for nothing.
    fixed, forbidden : (m,) bool arrays
        Sites that are there and stay, and sites that must not be taken.
    capacity : (m,) float array, optional
        People a site can serve; the people of a place may then be split among sites.
    """

    cost: np.ndarray
    demand: np.ndarray
    fixed: np.ndarray
    forbidden: np.ndarray
    capacity: np.ndarray | None = None

    @property
    def open_to_choice(self) -> np.ndarray:
        """(m,) bool: candidates that may be taken."""
        return ~self.forbidden

    @property
    def served(self) -> np.ndarray:
        """(n,) bool: places with people that reach a candidate that may be taken."""
        return np.isfinite(self.cost[:, self.open_to_choice]).any(axis=1) & (self.demand > 0)


@dataclass(frozen=True)
class Solution:
    """Sites, who goes where, and how good that is known to be.

    Attributes
    ----------
    sites : (k,) int array
        Rows of the chosen candidates, in ascending order.
    place, site : (a,) int arrays
        Assignments; a place that reaches no chosen site has none.
    share : (a,) float array
        Of the place's people; 1 unless capacities split them.
    objective : float
        pmedian: person-minutes; mclp: people within the threshold; lscp: sites; pcenter: minutes.
    bound : float
        No solution is better than this: proven.
    method : str
        ``exact``, or ``heuristic``: good, but not proven to be the best.
    """

    sites: np.ndarray
    place: np.ndarray
    site: np.ndarray
    share: np.ndarray
    objective: float
    bound: float
    method: str

    @property
    def gap(self) -> float:
        """How far the objective may be from the best, as a share of the objective."""
        difference = abs(self.objective - self.bound)
        return 0.0 if difference == 0 else difference / max(abs(self.objective), 1e-12)


def locate(
    model: str,
    problem: LocationProblem,
    sites: int | None,
    threshold: float,
    time_limit: float = 60.0,
    progress: Progress = quiet,
) -> Solution:
    """Choose sites.

    Parameters
    ----------
    model : str
        ``pmedian``: least person-minutes to the nearest of p sites [1]_; with capacities the
        capacitated p-median. ``mclp``: most people within the threshold of p sites [2]_. ``lscp``:
        fewest sites so that everybody who can be is within the threshold [3]_. ``pcenter``: least
        greatest minutes to the nearest of p sites, by a search over its covering problems; it may
        do with fewer.
    sites : int
        p, the fixed ones among them; not used by ``lscp``.
    threshold : float
        Minutes, inclusive; for ``mclp`` and ``lscp``.
    time_limit : float
        Seconds for the solver; beyond it the best that was found, with its gap.

    Raises
    ------
    InvalidValueError
        If there is no such choice of sites; the message says how many it takes.

    References
    ----------
    .. [1] Hakimi 1964. doi:10.1287/opre.12.3.450
    .. [2] Church and ReVelle 1974. doi:10.1007/BF01942293
    .. [3] Toregas, Swain, ReVelle, Bergman 1971. doi:10.1287/opre.19.6.1363
    """
    _check(model, problem, sites)
    until = time.monotonic() + time_limit
    if model == LSCP:
        chosen, bound = _cover(problem, threshold, until)
        return _finish(problem, chosen, float(len(chosen)), bound)
    if model == PCENTER:
        return _center(problem, sites, until, progress)
    if model == MCLP:
        return _most_covered(problem, sites, threshold, until, progress)
    if problem.capacity is not None:
        return _capacitated(problem, sites, until, progress)
    return _median(problem, sites, until, progress)


def _check(model: str, problem: LocationProblem, sites: int | None) -> None:
    both = problem.fixed & problem.forbidden
    if both.any():
        raise InvalidValueError(
            "sites are fixed and forbidden at once",
            "Look at FIXED and FORBIDDEN",
            layer="CANDIDATES",
            ids=np.flatnonzero(both) + 1,
        )
    if not problem.served.any():
        raise InvalidValueError(
            "no place with people reaches a candidate",
            "Look at the candidates, SNAP_DISTANCE, FORBIDDEN and the border",
            layer="CANDIDATES",
        )
    if model == LSCP:
        return
    allowed, fixed = int(problem.open_to_choice.sum()), int(problem.fixed.sum())
    if not fixed <= sites <= allowed or sites < 1:
        raise InvalidValueError(
            f"P is {sites}, but {fixed} sites are fixed and {allowed} can be had",
            f"Choose P from {max(fixed, 1)} to {allowed}",
        )


def _median(problem: LocationProblem, sites: int, until: float, progress: Progress) -> Solution:
    cost, weight, keep = _weighted(problem)
    progress(0.1, "Interchange")
    fixed = problem.fixed[keep]
    chosen = interchange(cost, weight, sites, fixed, until)
    if not np.isfinite(_value(cost, weight, chosen)):  # roads in parts: reach everybody first
        start = _reach_all(problem, sites, keep)
        chosen = interchange(cost, weight, sites, fixed, until, start)
    value = _value(cost, weight, chosen)
    bound = lower_bound(cost, weight, sites, fixed, value, until)
    exact = np.isfinite(cost).sum() <= LARGEST_PROGRAM
    if exact and not _closed(value, bound):
        progress(0.4, "Exact: HiGHS")
        found = _assignment_program(cost, weight, sites, fixed, None, until)
        chosen, value, bound = _better(found, chosen, value, bound, cost, weight)
    return _finish(problem, keep[chosen], value, bound)


def _weighted(problem: LocationProblem):
    """Costs of the places that count and the candidates that may be taken."""
    keep = np.flatnonzero(problem.open_to_choice)
    rows = problem.served
    return problem.cost[np.ix_(rows, keep)], problem.demand[rows], keep


def _value(cost: np.ndarray, weight: np.ndarray, chosen: np.ndarray) -> float:
    return float(weight @ cost[:, chosen].min(axis=1))


def _closed(value: float, bound: float) -> bool:
    return np.isfinite(value) and value - bound <= CLOSED_GAP * max(abs(value), 1e-9)


def _better(found, chosen, value, bound, cost, weight):
    """The better of what the solver and the heuristic found, and the better bound."""
    solution, proven = found
    if solution is not None and _value(cost, weight, solution) <= value:
        chosen, value = solution, _value(cost, weight, solution)
    bound = max(bound, proven)
    return chosen, value, value if _closed(value, bound) else bound


def _reach_all(problem: LocationProblem, sites: int, keep: np.ndarray) -> np.ndarray:
    """Columns of sites from which everybody is reached, however far."""
    needed = _cover(problem, np.finfo(float).max, time.monotonic() + 10)[0]
    if len(needed) > sites:
        raise InvalidValueError(
            f"{sites} sites cannot reach everybody",
            f"It takes {len(needed)}: raise P, or leave out places that lie apart",
        )
    return np.searchsorted(keep, needed)


def _assignment_program(cost, weight, sites, fixed, capacity, until):
    """The p-median as a mixed-integer program (ReVelle and Swain 1970).

    Pairs out of reach have no variable. Gives the chosen columns, None where none was found, and
    the proven bound.
    """
    places, candidates = cost.shape
    place, candidate = np.nonzero(np.isfinite(cost))
    pairs = len(place)
    number = np.arange(pairs)
    ones = np.ones(pairs)
    everybody = csr_matrix((ones, (place, candidates + number)), (places, candidates + pairs))
    only_open = csr_matrix(
        (np.r_[ones, -ones], (np.r_[number, number], np.r_[candidates + number, candidate])),
        (pairs, candidates + pairs),
    )
    count = csr_matrix(np.r_[np.ones(candidates), np.zeros(pairs)])
    rules = [
        LinearConstraint(everybody, 1, 1),
        LinearConstraint(only_open, -np.inf, 0),
        LinearConstraint(count, sites, sites),
    ]
    if capacity is not None:
        column = np.arange(candidates)
        load = csr_matrix(
            (
                np.r_[weight[place], -capacity],
                (np.r_[candidate, column], np.r_[candidates + number, column]),
            ),
            (candidates, candidates + pairs),
        )
        rules.append(LinearConstraint(load, -np.inf, 0))
    result = milp(
        np.r_[np.zeros(candidates), weight[place] * cost[place, candidate]],
        constraints=rules,
        integrality=np.r_[np.ones(candidates), np.zeros(pairs)],
        bounds=Bounds(np.r_[fixed.astype(float), np.zeros(pairs)], 1),
        options={"time_limit": max(until - time.monotonic(), 1.0), "mip_rel_gap": 0.0},
    )
    if result.x is None:
        return None, np.inf if result.status == 2 else -np.inf
    chosen = np.flatnonzero(result.x[:candidates] > 0.5)
    return chosen, float(result.mip_dual_bound)


def _most_covered(problem, sites, threshold, until, progress) -> Solution:
    """A p-median of what is *not* covered: 0 within the threshold, 1 beyond it."""
    inside, weight, keep = _weighted(problem)
    inside = within(inside, threshold)
    progress(0.1, "Interchange")
    missed = (~inside).astype(float)
    fixed = problem.fixed[keep]
    chosen = interchange(missed, weight, sites, fixed, until)
    value = _value(missed, weight, chosen)
    bound = max(lower_bound(missed, weight, sites, fixed, value, until), 0.0)
    if inside.sum() <= LARGEST_PROGRAM and not _closed(value, bound):
        progress(0.4, "Exact: HiGHS")
        found = _covering_program(inside, weight, sites, fixed, until)
        chosen, value, bound = _better(found, chosen, value, bound, missed, weight)
    total = weight.sum()
    return _finish(problem, keep[chosen], total - value, total - bound)


def _covering_program(inside, weight, sites, fixed, until):
    """Church and ReVelle 1974, as people missed."""
    rows, candidates = inside.shape
    cover = csr_matrix(np.column_stack([inside.astype(float), np.eye(rows)]))
    result = milp(
        np.r_[np.zeros(candidates), weight],
        constraints=[
            LinearConstraint(cover, 1, np.inf),
            LinearConstraint(np.r_[np.ones(candidates), np.zeros(rows)][None, :], sites, sites),
        ],
        integrality=np.r_[np.ones(candidates), np.zeros(rows)],
        bounds=Bounds(np.r_[fixed.astype(float), np.zeros(rows)], 1),
        options={"time_limit": max(until - time.monotonic(), 1.0), "mip_rel_gap": 0.0},
    )
    if result.x is None:
        return None, -np.inf
    return np.flatnonzero(result.x[:candidates] > 0.5), float(result.mip_dual_bound)


def _cover(problem: LocationProblem, threshold: float, until: float):
    """Fewest sites so that every place that can be is within the threshold, and the bound."""
    keep = np.flatnonzero(problem.open_to_choice)
    inside = within(problem.cost[np.ix_(problem.served, keep)], threshold)
    inside = np.unique(inside[inside.any(axis=1)], axis=0)  # equal places ask for the same
    fixed = problem.fixed[keep]
    chosen = _greedy_cover(inside, fixed)
    if not len(inside):
        return keep[chosen], float(len(chosen))
    result = milp(
        np.ones(len(keep)),
        constraints=LinearConstraint(csr_matrix(inside.astype(float)), 1, np.inf),
        integrality=np.ones(len(keep)),
        bounds=Bounds(fixed.astype(float), 1),
        options={"time_limit": max(until - time.monotonic(), 1.0), "mip_rel_gap": 0.0},
    )
    bound = max(float(fixed.sum()), 1.0)
    if result.mip_dual_bound is not None and np.isfinite(result.mip_dual_bound):
        bound = max(bound, float(np.ceil(result.mip_dual_bound - 1e-6)))
    if result.x is not None and (result.x > 0.5).sum() <= len(chosen):
        chosen = np.flatnonzero(result.x > 0.5)
    return keep[chosen], bound


def _greedy_cover(inside: np.ndarray, fixed: np.ndarray) -> np.ndarray:
    """Take what covers most of the rest, then give back what is not needed (Chvátal 1979)."""
    chosen = list(np.flatnonzero(fixed))
    waiting = ~inside[:, chosen].any(axis=1)
    while waiting.any():
        best = int(inside[waiting].sum(axis=0).argmax())
        chosen.append(best)
        waiting &= ~inside[:, best]
    for one in list(chosen):
        rest = [other for other in chosen if other != one]
        if not fixed[one] and inside[:, rest].any(axis=1).all():
            chosen = rest
    return np.sort(np.array(chosen, np.int64))


def _center(problem, sites, until, progress) -> Solution:
    """Smallest radius whose covering problem needs no more than p sites (Minieka 1970)."""
    cost, _, keep = _weighted(problem)
    nearest = cost.min(axis=1).max()
    radii = np.unique(cost[np.isfinite(cost)])
    radii = radii[radii >= nearest]
    low, high, best, proven = 0, len(radii) - 1, None, nearest
    while low <= high:
        middle = (low + high) // 2
        progress(1 - (high - low + 1) / len(radii), f"{radii[middle]:.0f} min")
        chosen, bound = _cover(problem, radii[middle], until)
        if len(chosen) <= sites:
            best, high = (chosen, radii[middle]), middle - 1
        else:
            if bound > sites and middle + 1 < len(radii):
                proven = max(proven, radii[middle + 1])
            low = middle + 1
    if best is None:  # or no cover that is small enough was found in time
        columns = _reach_all(problem, sites, keep)
        best = keep[columns], cost[:, columns].min(axis=1).max()
    return _finish(problem, best[0], float(best[1]), float(proven))


def _capacitated(problem, sites, until, progress) -> Solution:
    cost, weight, keep = _weighted(problem)
    room, fixed = np.nan_to_num(problem.capacity[keep]), problem.fixed[keep]
    largest = np.sort(np.where(fixed, np.inf, room))[::-1][:sites]
    most = room[fixed].sum() + largest[np.isfinite(largest)].sum()
    if most < weight.sum():
        raise InvalidValueError(
            f"the {sites} largest sites hold {most:,.0f} people, {weight.sum():,.0f} ask for a "
            "place",
            "Raise P or the capacities, or give the demand that really asks for the service",
            layer="CANDIDATES",
        )
    progress(0.1, "Bound without capacities")
    start = interchange(cost, weight, sites, fixed, until)
    if not np.isfinite(_value(cost, weight, start)):
        start = interchange(cost, weight, sites, fixed, until, _reach_all(problem, sites, keep))
    bound = lower_bound(cost, weight, sites, fixed, _value(cost, weight, start), until)
    chosen = None
    if np.isfinite(cost).sum() <= LARGEST_PROGRAM:
        progress(0.3, "Exact: HiGHS")
        chosen, proven = _assignment_program(cost, weight, sites, fixed, room, until)
        bound = max(bound, proven)
    if chosen is None and np.isfinite(bound):
        progress(0.6, "Trading sites")
        chosen = trade_sites(cost, weight, room, fixed, start, until)
    if chosen is None:
        raise InvalidValueError(
            f"no {sites} sites with these capacities serve everybody", "Raise P or the capacities"
        )
    share, value = cheapest_shares(cost[:, chosen], weight, room[chosen])
    if _closed(value, bound):
        bound = value
    place, column = np.nonzero(share > 1e-9)
    return Solution(
        keep[chosen],
        np.flatnonzero(problem.served)[place],
        keep[chosen][column],
        share[place, column],
        value,
        bound,
        EXACT if value == bound else HEURISTIC,
    )


def _finish(problem: LocationProblem, chosen, objective: float, bound: float) -> Solution:
    """Everybody goes to the nearest chosen site; of equally near ones to the first."""
    chosen = np.sort(np.asarray(chosen, np.int64))
    cost = problem.cost[:, chosen]
    nearest = cost.argmin(axis=1) if len(chosen) else np.zeros(len(cost), np.int64)
    place = np.flatnonzero(np.isfinite(cost).any(axis=1))
    tight = abs(objective - bound) <= CLOSED_GAP * max(abs(objective), 1e-9)
    return Solution(
        chosen,
        place,
        chosen[nearest[place]],
        np.ones(len(place)),
        objective,
        objective if tight else bound,
        EXACT if tight else HEURISTIC,
    )
