"""The border open, delayed or closed: the same rule for every analysis."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..errors import DuplicateIdError, InvalidValueError, MissingFieldError
from ..network.model import RoadNetwork

OPEN, DELAY, CLOSED = "open", "delay", "closed"
STATES = (OPEN, DELAY, CLOSED)
TIME, DISTANCE = "time", "distance"
LAYER = "CROSSINGS"


@dataclass(frozen=True)
class BorderScenario:
    """How the border is crossed.

    Attributes
    ----------
    state : str
        ``open``: no delay; ``delay``: after `delay_min`, or each crossing's own delays where it is
        None; ``closed``. A crossing that is shut stays shut in every state.
    delay_min : float, optional
        Minutes at every crossing, both ways.
    """

    state: str = OPEN
    delay_min: float | None = None

    def __str__(self) -> str:
        if self.state != DELAY:
            return f"border {self.state}"
        minutes = "own delays" if self.delay_min is None else f"{self.delay_min:g} min"
        return f"border delay ({minutes})"


def edge_costs(
    network: RoadNetwork, border: BorderScenario, cost: str = TIME
) -> tuple[np.ndarray, np.ndarray]:
    """Cost of driving each edge forwards and backwards under a border scenario.

    Parameters
    ----------
    network : RoadNetwork
    border : BorderScenario
    cost : str
        ``time`` (minutes) or ``distance`` (km).

    Returns
    -------
    forward, backward : (e,) float arrays
        Infinite where an edge cannot be driven. A border delay adds minutes, never km.
    """
    edges = network.edges
    costs = []
    for seconds, delay in (("time_fwd_s", "delay_ab_min"), ("time_bwd_s", "delay_ba_min")):
        minutes = edges[seconds].to_numpy(float) / 60
        value = minutes if cost == TIME else edges["length_m"].to_numpy(float) / 1000
        value = np.where(np.isnan(minutes), np.inf, value)
        if cost == TIME and border.state == DELAY:
            own = edges[delay].fillna(0).to_numpy(float)
            wait = own if border.delay_min is None else np.full(len(own), border.delay_min)
            value = value + np.where(network.is_crossing, wait, 0.0)
        shut = network.is_crossing & (
            (border.state == CLOSED) | (edges["open"].fillna(1).to_numpy(float) == 0)
        )
        costs.append(np.where(shut, np.inf, value))
    return costs[0], costs[1]


def with_crossings(network: RoadNetwork, crossings: pd.DataFrame) -> RoadNetwork:
    """The network with the delays and openings of a table of crossings.

    Parameters
    ----------
    crossings : DataFrame
        `crossing_id`, `open`, `delay_ab_min`, `delay_ba_min`. Crossings and columns that are not
        in the table keep what they have.

    Raises
    ------
    MissingFieldError, DuplicateIdError, InvalidValueError
    """
    if "crossing_id" not in crossings:
        raise MissingFieldError(
            "this is not a layer of crossings",
            "Take the crossings made by 'Build road network'",
            layer=LAYER,
            field="crossing_id",
        )
    ids = crossings["crossing_id"]
    twice = ids[ids.duplicated() & ids.notna()].unique()
    if len(twice):
        raise DuplicateIdError(
            "crossings stand more than once", layer=LAYER, field="crossing_id", ids=twice
        )
    edges = network.edges.copy()
    table = crossings[ids.notna()].set_index("crossing_id")
    known = edges["crossing_id"].isin(table.index) & network.is_crossing
    for column in ("open", "delay_ab_min", "delay_ba_min"):
        if column not in table:
            continue
        values = pd.to_numeric(table[column], errors="coerce")
        wrong = (values.isna() & table[column].notna()) | (values < 0) | (values == np.inf)
        if wrong.any():
            raise InvalidValueError(
                "numbers of 0 or more are needed", layer=LAYER, field=column, ids=table.index[wrong]
            )
        edges.loc[known, column] = values.reindex(edges.loc[known, "crossing_id"]).to_numpy()
    return replace(network, edges=edges)
