"""Models of interaction between places: how many journeys go from where to where."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..errors import InvalidValueError
from ..progress import Progress, quiet

POWER, EXPONENTIAL = "power", "exponential"
DECAYS = (POWER, EXPONENTIAL)
TOLERANCE = 1e-10
MOST_ROUNDS = 5000


@dataclass(frozen=True)
class Deterrence:
    """How interaction falls with the cost of the way.

    Attributes
    ----------
    decay : str
        ``power``: cost to the power of minus the parameter; ``exponential``: e to the power of
        minus the parameter times the cost.
    parameter : float
    least_cost : float
        Costs below it count as it; a power of no cost at all would be infinite.
    """

    decay: str = POWER
    parameter: float = 2.0
    least_cost: float = 5.0

    def distance(self, cost: np.ndarray) -> np.ndarray:
        """The term of the linear predictor: the cost, or its logarithm."""
        cost = np.maximum(cost, self.least_cost)
        if self.decay == EXPONENTIAL:
            return cost
        if self.least_cost <= 0 and (cost == 0).any():
            raise InvalidValueError(
                "a power of no cost is infinite", "Set MIN_COST above 0, or DECAY to exponential"
            )
        return np.log(cost)

    def __call__(self, cost: np.ndarray) -> np.ndarray:
        """Weight of each pair, 0 where the cost is infinite."""
        reached = np.isfinite(cost)
        weight = np.exp(-self.parameter * self.distance(np.where(reached, cost, 1.0)))
        return np.where(reached, weight, 0.0)


def gravity(
    origin: np.ndarray, destination: np.ndarray, weight: np.ndarray, total: float | None = None
) -> np.ndarray:
    """Gravity model without constraints: flows grow with both masses and fall with the cost [1]_.

    Parameters
    ----------
    origin, destination : (n,), (m,) float arrays
        Masses.
    weight : (n, m) float array
        Of the way between them (`Deterrence`), and of the border.
    total : float, optional
        Sum of all flows; by default that of the origins' masses, one journey for each.

    References
    ----------
    .. [1] Wilson 1971, A family of spatial interaction models. doi:10.1068/a030001
    """
    flow = origin[:, None] * destination[None, :] * weight
    sum_of_all = flow.sum()
    wanted = origin.sum() if total is None else total
    return flow * (wanted / sum_of_all) if sum_of_all > 0 else flow


def huff(
    origin: np.ndarray, attraction: np.ndarray, weight: np.ndarray, exponent: float = 1.0
) -> np.ndarray:
    """Huff model: everyone chooses, the more often what is larger and nearer [1]_.

    Returns
    -------
    (n, m) float array
        Rows sum to the origins' masses; a row from which nothing is reached is 0.

    References
    ----------
    .. [1] Huff 1963, A probabilistic analysis of shopping center trade areas. Land Economics
       39(1), 81-90. doi:10.2307/3144521
    """
    pull = attraction[None, :] ** exponent * weight
    reached = pull.sum(axis=1, keepdims=True)
    return origin[:, None] * np.divide(pull, reached, out=np.zeros_like(pull), where=reached > 0)


def radiation(
    mass: np.ndarray,
    cost: np.ndarray,
    trips: np.ndarray | None = None,
    willingness: np.ndarray | None = None,
    finite: bool = True,
    progress: Progress = quiet,
) -> np.ndarray:
    """Radiation model: a journey ends at the first better chance on the way; no parameter [1]_.

    Parameters
    ----------
    mass : (n,) float array
        People of each place.
    cost : (n, n) float array
        Infinite where there is no way.
    trips : (n,) float array, optional
        Journeys that start at each place; by default one for each of its people.
    willingness : (n, n) float array, optional
        Share of the other place's chances that count, below 1 across a border.
    finite : bool
        Make up for the edge of the data, beyond which no journey can end [2]_.

    Returns
    -------
    (n, n) float array
        None within a place. Chances at the same cost as the destination do not count as nearer.

    References
    ----------
    .. [1] Simini et al. 2012, A universal model for mobility and migration patterns.
       doi:10.1038/nature10856
    .. [2] Masucci et al. 2013, Gravity versus radiation models. doi:10.1103/PhysRevE.88.022812
    """
    count = len(mass)
    trips = mass if trips is None else trips
    flow = np.zeros((count, count))
    for row in range(count):
        if row % 200 == 0:
            progress(row / count)
        here = mass[row]
        if here <= 0:
            continue
        chances = mass * (1.0 if willingness is None else willingness[row])
        reached = np.isfinite(cost[row]) & (chances > 0)
        reached[row] = False
        at = np.flatnonzero(reached)
        order = at[np.argsort(cost[row, at], kind="stable")]
        there = chances[order]
        nearer = np.concatenate([[0.0], np.cumsum(there)])
        between = nearer[np.searchsorted(cost[row, order], cost[row, order], side="left")]
        flow[row, order] = here * there / ((here + between) * (here + there + between))
        if finite and len(order):
            flow[row] /= 1 - here / (here + nearer[-1])
        flow[row] *= trips[row]
    return flow


@dataclass(frozen=True)
class Balanced:
    """Flows that meet given totals.

    Attributes
    ----------
    flow : (n, m) float array
    error : float
        Largest difference of a row or column from its total, as a share of all flows.
    rounds : int
    """

    flow: np.ndarray
    error: float
    rounds: int


def doubly_constrained(
    weight: np.ndarray,
    origins: np.ndarray,
    destinations: np.ndarray,
    progress: Progress = quiet,
) -> Balanced:
    """Flows in the proportion of weights, with given sums of rows and columns (Furness, IPF) [1]_.

    Parameters
    ----------
    weight : (n, m) float array
    origins, destinations : (n,), (m,) float arrays
        Totals; both must have the same sum.

    Raises
    ------
    InvalidValueError
        If the two sums differ.

    References
    ----------
    .. [1] Wilson 1967, A statistical theory of spatial distribution models.
       doi:10.1016/0041-1647(67)90035-4
    """
    total = origins.sum()
    if not np.isclose(total, destinations.sum(), rtol=1e-9):
        raise InvalidValueError(
            f"journeys that start ({total:g}) and that end ({destinations.sum():g}) differ in sum",
            "Scale one of them to the other",
        )
    b = np.ones(weight.shape[1])
    a = np.ones(weight.shape[0])
    error, rounds = np.inf, 0
    for rounds in range(1, MOST_ROUNDS + 1):
        row = _times(weight, b)
        a = np.divide(origins, row, out=np.zeros_like(row), where=row > 0)
        column = _times(weight.T, a)
        b = np.divide(destinations, column, out=np.zeros_like(column), where=column > 0)
        if rounds % 10 == 1 or rounds == MOST_ROUNDS:
            progress(0.0)
            missing = np.abs(a * _times(weight, b) - origins).max(initial=0.0)
            lacking = np.abs(b * _times(weight.T, a) - destinations).max(initial=0.0)
            last, error = error, max(missing, lacking) / max(total, 1e-300)
            if error < TOLERANCE or (rounds > 100 and error >= last):  # as near as it gets
                break
    return Balanced(a[:, None] * weight * b[None, :], float(error), rounds)


def _times(matrix, vector):
    """A product added up in one order, so that the last digit is the same on every run."""
    return np.einsum("ij,j->i", matrix, vector)
