"""Between layers and the measures of accessibility of `core`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..core.accessibility import judging
from ..core.accessibility.measures import Accessibility, facilities, service_accessibility
from ..core.errors import EmptyLayerError
from ..core.services.inputs import Services
from . import places_io
from .writing import Rows


def measured(given, run) -> tuple[Accessibility, object]:
    """The measures, and where the places join the network."""
    at = given.travel.targets(given.places)
    places_io.require_usable(at, given.places.layer, run)
    found = service_accessibility(
        given.travel,
        at,
        given.places,
        given.services,
        given.types,
        given.question,
        run.progress,
    )
    places_io.warn_of_lost(found.services, "services", run)
    warn_of_capacity(given, found, run)
    return found, at


def warn_of_capacity(given, found: Accessibility, run) -> None:
    """Say where a missing capacity counts nothing, and where minutes abroad cannot be added."""
    for offer in found.offers:
        unknown = np.isnan(given.services.capacity[offer.row])
        if unknown.any() and not unknown.all():
            ids = ", ".join(str(one) for one in given.services.id[offer.row[unknown]][:5])
            run.warn(
                f"{offer.kind.name}: {unknown.sum()} of {len(unknown)} services have no capacity "
                f"({ids}) and count 0 in all measures but nearest"
            )
        if offer.kind.extra_min_abroad and given.travel.cost != "time":
            run.warn(f"{offer.kind.name}: extra_min_abroad is not added to kilometres")


def place_table(given, found: Accessibility, at, run) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The measures of places with all that judges them, and the norms met."""
    parts = [found.values]
    met = pd.DataFrame()
    if given.norms is not None:
        settlement = settlements(given, run)
        columns, met = judging.against_norms(found, given.norms, given.places, at, settlement)
        parts.append(columns)
    if given.present_services is not None:
        before = service_accessibility(
            given.travel, at, given.places, given.present_services, given.types, given.question
        )
        parts.append(judging.changes(found, before))
    edge, reached = judging.edge_of_data(given.travel, at, found, run.countries)
    parts.append(edge)
    table = pd.concat(parts, axis=1)
    if len(edge.columns):
        table["edge_reached"] = reached.astype(int)
    if reached.any():
        run.limits.add(f"{judging.DATA_EDGE} for {reached.sum()} of {at.ok.sum()} places")
    table = places_io.with_status(table, given.places, at)
    table["remarks"] = found.remarks
    return table, met


def settlements(given, run) -> np.ndarray:
    """(n,) settlement of each place, for norms; notes what their clock leaves out."""
    if judging.counts_from_call(given.norms):
        run.limits.add("norms that count from the call: without handling and turn-out")
    field, layer = given.settlement_field, given.places_layer
    return layer.texts(field) if field else np.full(len(layer), "", object)


def place_rows(given, table: pd.DataFrame, run) -> Rows:
    """The layer of places."""
    return places_io.like(given.places_layer, table, run.crs)


def equity_table(given, found: Accessibility, at) -> pd.DataFrame:
    """The table of equity, with whole types where nothing is known."""
    return judging.equity(found, given.places, at, given.group, given.rank)


def norms_table(given, met: pd.DataFrame, run) -> pd.DataFrame:
    """The norms met, a line about each in the log."""
    if given.norms is None and run.destinations.get("NORMS_MET"):
        raise EmptyLayerError("NORMS_MET is asked for, but NORMS is empty", "Give a table of norms")
    for one in met[met["minutes"].notna()].itertuples() if len(met) else ():
        share = "nobody lives there" if one.people == 0 else f"{one.share_within:.1%} of people"
        run.say(
            f"{one.service_type}, {one.country} {one.settlement}: {share} within "
            f"{one.minutes:g} min ({one.clock or 'clock not said'})"
        )
    return met


def check_plots(run) -> None:
    """Raise at once if plots are asked for that cannot be made."""
    if run.destinations.get("PLOTS"):
        from ..handbook.plots import require_plotly

        require_plotly()


def plots(given, states, at, run):
    """Something that writes the plots to a path.

    Parameters
    ----------
    states : list of (str, Accessibility)
        The state of the border, and what was measured under it.
    """
    unit = "min" if given.travel.cost == "time" else "km"

    def write(path):
        from ..handbook.plots import write_plots

        about = {"scenario": run.scenario, "limits": sorted(run.limits)}
        write_plots(path, states, given.places, at, unit, about, given.language)

    return write


def facility_rows(given, found: Accessibility, run) -> Rows:
    """The services, what they share, and those that nobody needs."""
    services: Services = given.services
    table = facilities(found, services)
    idle = table["status"] == "unserved"
    if idle.any():
        ids = ", ".join(str(one) for one in services.id[idle.to_numpy()][:5])
        run.warn(f"{idle.sum()} services have supply, and no demand in reach ({ids}): unserved")
    return places_io.like(given.services_layer, table, run.crs)
