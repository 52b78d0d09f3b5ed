"""Between layers of places or services and the results of `core` for them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..core.errors import EmptyLayerError
from ..core.network.snapping import OK, Positions
from ..core.services.parts import gather
from .layers import LayerData
from .writing import Rows

NO_POPULATION = "no_population"


def require_usable(at: Positions, layer: str, run) -> None:
    """Raise if no place could be used; warn if some could not.

    Raises
    ------
    EmptyLayerError
    """
    if not at.ok.any():
        reasons = ", ".join(f"{status}: {count}" for status, count in _count(at.status).items())
        raise EmptyLayerError(
            f"no row can be used ({reasons})",
            "Raise SNAP_DISTANCE, or look at the layer's CRS and its countries",
            layer=layer,
        )
    warn_of_lost(at, layer, run)


def warn_of_lost(at: Positions, what: str, run) -> None:
    """Say how many rows could not be used, and why."""
    lost = at.status[at.status != OK]
    if len(lost):
        reasons = ", ".join(f"{status}: {count}" for status, count in _count(lost).items())
        run.warn(f"{what}: {len(lost)} of {len(at)} rows could not be used ({reasons})")


def _count(status) -> dict:
    return pd.Series(status).value_counts().sort_index().to_dict()


def with_status(values: pd.DataFrame, places, at: Positions) -> pd.DataFrame:
    """Results of places with how they joined the network."""
    table = values.copy()
    table["snap_m"], table["access_min"] = at.snap_m, at.access_min
    table["status"] = status_of(places, at)
    return table


def status_of(places, at: Positions) -> np.ndarray:
    """Status of each place; a usable one without a population says so."""
    return np.where((at.status == OK) & np.isnan(places.population), NO_POPULATION, at.status)


def like(data: LayerData, table: pd.DataFrame, crs, rows: np.ndarray | None = None) -> Rows:
    """Rows with the fields and geometries of an input layer, and ours behind them.

    Where points stand for polygons, their results are brought back to the polygons.
    """
    if data.parts is not None:
        table, place = gather(table, data.parts, rows)
        rows = data.parts.first[place]
    picked = range(len(data)) if rows is None else rows.tolist()
    return Rows(table, [data.geometries[row] for row in picked], crs, data, rows)
