"""Measures judged: against norms, by how evenly they are spread, and where the data ends."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..limits import within
from ..network.countries import Countries
from ..network.snapping import Positions
from ..services.inputs import Places
from ..services.norms import CALL, Norms, norms_met
from .edge import cost_to_edge
from .equity import equity_table
from .measures import NEAREST, Accessibility
from .travel import Travel

DATA_EDGE = "the cut-off reaches beyond the edge of the data"


def against_norms(
    access: Accessibility,
    norms: Norms,
    places: Places,
    at: Positions,
    settlement: np.ndarray,
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The norm of each place, and the share of people within it.

    Returns
    -------
    columns : DataFrame
        For each type with a norm ``norm_<type>`` (minutes of driving; NaN where none holds) and
        ``within_norm_<type>`` (1, 0; NaN where none holds or the place could not be used).
    met : DataFrame
        See `services.norms.norms_met`.
    """
    columns, tables = {}, []
    for measure, kind, column in access.main():
        if measure != NEAREST or not (norms.table["type"] == kind.name).any():
            continue
        cost = access.values[column].to_numpy(float)
        limit = norms.minutes(norms.row_of(kind.name, at.country, settlement))
        inside = within(np.nan_to_num(cost, nan=np.inf), limit).astype(float)
        columns[f"norm_{kind.slug}"] = limit
        columns[f"within_norm_{kind.slug}"] = np.where(at.ok & np.isfinite(limit), inside, np.nan)
        people = places.people(kind.demand_field)
        tables.append(norms_met(norms, kind, cost, at.country, settlement, people, at.ok))
    table = pd.concat(tables, ignore_index=True) if tables else pd.DataFrame()
    return pd.DataFrame(columns, index=access.values.index), table


def counts_from_call(norms: Norms) -> bool:
    """Whether a norm's clock starts with the call and nobody says how long the turn-out takes."""
    table = norms.table
    return bool(((table["clock"] == CALL) & table["turnout_min"].isna()).any())


def equity(
    access: Accessibility,
    places: Places,
    at: Positions,
    group: np.ndarray | None = None,
    rank: np.ndarray | None = None,
) -> pd.DataFrame:
    """Equity indices of every measure and type, weighted by those who need the service.

    Returns
    -------
    DataFrame
        `measure`, `service_type`, the columns of `equity.equity_table`, and `palma_by`: whose
        tenths are compared (``rank``, or the measure itself).
    """
    tables = []
    for measure, kind, column in access.main():
        people = np.where(at.ok, places.people(kind.demand_field), 0.0)
        values = access.values[column].to_numpy(float)
        table = equity_table(values, people, at.country, group, rank)
        table.insert(0, "measure", measure)
        table.insert(1, "service_type", kind.name)
        table["palma_by"] = "rank" if rank is not None else "measure"
        tables.append(table)
    return pd.concat(tables, ignore_index=True)


def edge_of_data(
    travel: Travel, at: Positions, access: Accessibility, countries: Countries | None = None
) -> tuple[pd.DataFrame, np.ndarray]:
    """How far the edge of the data is, and where a result reaches beyond it.

    Returns
    -------
    columns : DataFrame
        ``edge_min`` or ``edge_km``: to the nearest road that ends where the data does, see
        `edge.edge_nodes`; NaN where none is reached. Empty without a network.
    reached : (n,) bool array
        Places whose thresholds, or whose nearest service, lie further than that.
    """
    if not len(travel.network):
        return pd.DataFrame(index=access.values.index), np.zeros(len(at), bool)
    edge = cost_to_edge(travel, at, countries)
    furthest = np.zeros(len(at))
    for number, offer in enumerate(access.offers):
        if access.found[number].own:
            furthest = np.maximum(furthest, offer.threshold)
        column = f"{NEAREST}_{offer.kind.slug}"
        if column in access.values:
            cost = access.values[column].to_numpy(float)
            furthest = np.maximum(furthest, np.nan_to_num(cost, nan=np.inf))
    name = "edge_min" if travel.cost == "time" else "edge_km"
    columns = pd.DataFrame({name: np.where(np.isfinite(edge), edge, np.nan)})
    return columns, at.ok & np.isfinite(edge) & (edge < furthest)


def changes(after: Accessibility, before: Accessibility) -> pd.DataFrame:
    """``change_<measure>_<type>``: with the changes of services, less the present.

    NaN where one of the two is missing: a service that is reached no more has no number.
    """
    return pd.DataFrame(
        {
            f"change_{column}": after.values[column] - before.values[column]
            for _, _, column in after.main()
            if column in before.values
        },
        index=after.values.index,
    )
