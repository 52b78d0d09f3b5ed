"""What a reader of results about services has to know, found out from the data itself."""

from __future__ import annotations

import numpy as np

from ..core.accessibility.edge import cost_to_edge
from ..core.accessibility.judging import DATA_EDGE
from ..core.network.density import is_sparse

SPARSE = "main roads only: local roads and crossings are missing, so ways come out too long"
NOT_COUNTED = "modelled flows are possible interaction, not counted journeys"


def note_limits(travel, at, furthest, run) -> None:
    """Note roads that are missing, and places near the edge of the data.

    Parameters
    ----------
    at : Positions
        Where the places joined the network.
    furthest : float or (n,) float array
        The longest threshold, in minutes or km.
    """
    if not len(travel.network):
        return
    if is_sparse(travel.network):
        run.limits.add(SPARSE)
    edge = cost_to_edge(travel, at, run.countries)
    reached = int((at.ok & np.isfinite(edge) & (edge < furthest)).sum())
    if reached:
        run.limits.add(f"{DATA_EDGE} for {reached} of {at.ok.sum()} places")
