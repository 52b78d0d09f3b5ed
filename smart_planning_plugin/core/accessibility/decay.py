"""Decay: how much a service counts the further away it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..errors import InvalidValueError
from ..limits import LEEWAY, within

BINARY, STEPPED, LINEAR, POWER = "binary", "stepped", "linear", "power"
EXPONENTIAL, GAUSSIAN, LOGISTIC = "exponential", "gaussian", "logistic"
DECAYS = (BINARY, STEPPED, LINEAR, POWER, EXPONENTIAL, GAUSSIAN, LOGISTIC)
AT_THRESHOLD = 0.01  # weight that exponential and gaussian have there unless told otherwise


@dataclass(frozen=True)
class Decay:
    """A named decay: weights from costs, 0 beyond the threshold.

    Attributes
    ----------
    name : str
        One of `DECAYS`.
    parameters : tuple of float
        binary, linear: none. stepped: limit and weight of each step, in turn. power: exponent, and
        the cost below which the weight stays 1 (default 1). exponential: rate per minute or km.
        gaussian: standard deviation. logistic: mean and standard deviation. Empty: what
        `defaults` says.

    Notes
    -----
    Power is (max(c, c_min) / c_min)^-b: free of the unit, and 1 at the nearest. Logistic follows
    Bauer and Groneberg 2016, doi:10.1371/journal.pone.0159148: 1 at 0, a half near the mean.
    """

    name: str = BINARY
    parameters: tuple[float, ...] = ()

    def weights(self, cost: np.ndarray, threshold: float) -> np.ndarray:
        """Weights between 0 and 1 of costs; 0 where a cost is infinite or above the threshold."""
        cost = np.asarray(cost, float)
        inside = np.isfinite(cost) & within(cost, threshold)
        near = np.where(inside, cost, 0.0)
        return np.where(inside, self.curve(threshold)(near), 0.0)

    def curve(self, threshold: float) -> Callable[[np.ndarray], np.ndarray]:
        """The weight as a function of cost, for finite costs up to the threshold."""
        values = self.parameters or defaults(self.name, threshold)
        if self.name == STEPPED:
            limits, steps = np.array(values[0::2]), np.array([*values[1::2], 0.0])
            return lambda cost: steps[np.searchsorted(limits, cost - LEEWAY, side="left")]
        if self.name == LINEAR:
            return lambda cost: np.maximum(1 - cost / threshold, 0.0)
        if self.name == POWER:
            exponent, least = (*values, 1.0)[:2]
            return lambda cost: (np.maximum(cost, least) / least) ** -exponent
        if self.name == EXPONENTIAL:
            return lambda cost: np.exp(-values[0] * cost)
        if self.name == GAUSSIAN:
            return lambda cost: np.exp(-(cost**2) / (2 * values[0] ** 2))
        if self.name == LOGISTIC:
            mean, steep = values[0], np.pi / (values[1] * np.sqrt(3))
            top = 1 + np.exp(-mean * steep)
            return lambda cost: top / (1 + np.exp(np.minimum((cost - mean) * steep, 700)))
        return np.ones_like


def defaults(name: str, threshold: float) -> tuple[float, ...]:
    """Parameters where none are given, by the threshold.

    stepped: thirds of it weigh 1, 0.68 and 0.22 (Luo and Qi 2009,
    doi:10.1016/j.healthplace.2009.06.002). power: exponent 1. exponential and gaussian: a weight of
    0.01 at the threshold. logistic: mean at half of it, standard deviation an eighth.
    """
    if name == STEPPED:
        return (threshold / 3, 1.0, 2 * threshold / 3, 0.68, threshold, 0.22)
    log = float(np.log(1 / AT_THRESHOLD))
    return {
        POWER: (1.0, 1.0),
        EXPONENTIAL: (log / threshold,),
        GAUSSIAN: (threshold / float(np.sqrt(2 * log)),),
        LOGISTIC: (threshold / 2, threshold / 8),
    }.get(name, ())


def parse_decay(name: str, text: str = "") -> Decay:
    """A decay from its name and the text of its parameters.

    Parameters
    ----------
    name : str
        One of `DECAYS`.
    text : str
        Numbers with commas between; steps as ``10:1, 20:0.68, 30:0.22``.

    Raises
    ------
    InvalidValueError
        If there are too many or too few, or they lie outside what they can mean.

    Examples
    --------
    >>> parse_decay("stepped", "10:1, 20:0.68").parameters
    (10.0, 1.0, 20.0, 0.68)
    """
    parts = [one.strip() for one in text.replace(":", ",").split(",") if one.strip()]
    try:
        values = tuple(float(one) for one in parts)
    except ValueError as error:
        raise InvalidValueError(
            f"DECAY_PARAMETER: '{text}' is not a list of numbers",
            "Write numbers with commas between, and steps as 10:1, 20:0.68, 30:0.22",
        ) from error
    problem = _problem(name, values)
    if problem:
        raise InvalidValueError(f"DECAY_PARAMETER: {problem}", "Or leave it empty")
    return Decay(name, values)


def _problem(name: str, values: tuple[float, ...]) -> str:
    """What is wrong with the parameters of a decay; empty where nothing is."""
    counts = {BINARY: [0], LINEAR: [0], POWER: [1, 2], EXPONENTIAL: [1], GAUSSIAN: [1]}
    counts[LOGISTIC] = [2]
    if not values:
        return ""
    if not all(np.isfinite(values)):
        return f"{name} needs finite numbers"
    if name == STEPPED:
        limits, steps = values[0::2], values[1::2]
        if len(limits) != len(steps):
            return "each step needs a limit and a weight"
        if any(a >= b for a, b in zip((0.0, *limits), limits)):
            return "the limits of steps must grow"
        if any(not 0 <= one <= 1 for one in steps) or any(a < b for a, b in zip(steps, steps[1:])):
            return "the weights of steps lie between 0 and 1 and do not grow"
        return ""
    if len(values) not in counts[name]:
        wanted = " or ".join(str(one) for one in counts[name])
        return f"{name} takes {wanted} numbers, not {len(values)}"
    if any(one <= 0 for one in values):
        return f"the numbers of {name} must be above 0"
    return ""
