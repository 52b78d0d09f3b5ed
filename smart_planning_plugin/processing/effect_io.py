"""Between layers and the border effect of `core`."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..core.accessibility import judging
from ..core.accessibility.measures import NEAREST
from ..core.crossborder import effect as core
from ..core.errors import BorderNeededError, InvalidValueError
from ..core.words import people
from . import access_io, places_io

THROUGH_ROADS = "only crossings of the roads in the network: losses come out too high"


def effect(given, run) -> tuple[core.BorderEffect, object]:
    """The measures under each state, and where the places join the network."""
    if len(given.scenarios) < 2:
        raise InvalidValueError(
            "SCENARIOS names one state only, there is nothing to compare", "Choose two or three"
        )
    if len(given.travel.countries) < 2:
        raise BorderNeededError(
            "the network has roads of one country only, or none that say their country",
            "Build it with COUNTRIES of both sides",
        )
    at = given.travel.targets(given.places)
    places_io.require_usable(at, given.places.layer, run)
    found = _effect(given, at, given.services, run.progress)
    if given.norms is not None:
        settlement = access_io.settlements(given, run)
        found = core.with_norms(found, given.norms, given.places, at, settlement)
    if given.present_services is not None:
        found = core.with_changes(found, _effect(given, at, given.present_services, run.progress))
    places_io.warn_of_lost(found.results[0].services, "services", run)
    access_io.warn_of_capacity(given, found.results[0], run)
    if len(given.travel.network):
        run.limits.add(THROUGH_ROADS)
    return found, at


def _effect(given, at, services, progress) -> core.BorderEffect:
    return core.border_effect(
        given.travel,
        at,
        given.places,
        services,
        given.types,
        given.question,
        given.scenarios,
        progress,
    )


def plots(given, found: core.BorderEffect, at, run):
    """Something that writes the plots of all states side by side to a path."""
    states = [(str(border), one) for border, one in zip(found.scenarios, found.results)]
    return access_io.plots(given, states, at, run)


def from_the_border(given, at, run) -> tuple[np.ndarray, np.ndarray]:
    """Kilometres to the nearest other country, and the band of each place."""
    network = given.travel.network
    edge = np.flatnonzero(network.is_crossing) if len(network) else []
    crossings = network.node_xy[network.from_node[edge]] if len(edge) else np.empty((0, 2))
    distance = core.distance_to_border(given.places.xy, at.country, run.countries, crossings)
    return distance, core.bands_of(distance, given.bands)


def tables(given, found: core.BorderEffect, at, distance, band, run):
    """The table of places and the summary; what a reader has to know in the log."""
    edge, reached = judging.edge_of_data(given.travel, at, found.results[0], run.countries)
    table = pd.concat([found.values, edge], axis=1)
    table["border_km"], table["band_km"] = distance, band
    if len(edge.columns):
        table["edge_reached"] = reached.astype(int)
    if reached.any():
        run.limits.add(f"{judging.DATA_EDGE} for {reached.sum()} of {at.ok.sum()} places")
    table = places_io.with_status(table, given.places, at)
    table["remarks"] = found.results[0].remarks
    summary = core.summary(found, at, given.places, band)
    _tell(summary, given, run)
    return table, summary


def _tell(summary: pd.DataFrame, given, run) -> None:
    """The headline of each type, by country: what services across the border could save."""
    unit = "min" if given.travel.cost == "time" else "km"
    whole = summary[summary["country"].notna() & summary["band_km"].isna()]
    for one in whole[whole["measure"] == NEAREST].itertuples():
        run.say(
            f"{one.service_type}, people of {one.country}: {people(one.people_gain_5, 'en')} of "
            f"{people(one.people, 'en')} could save 5 {unit} or more with a service across the "
            f"border, {people(one.people_newly_served, 'en')} reach one only there, "
            f"{people(one.people_cut_off, 'en')} would be cut off"
        )
    ranges = [one for one in summary if one.startswith("loss_pct_willingness_")]
    for one in whole[whole["measure"] != NEAREST].to_dict("records") if ranges else ():
        shown = [one[name] for name in ranges if one[name] == one[name]]
        if shown:
            run.say(
                f"{one['measure']} of {one['service_type']}, people of {one['country']}: loss "
                f"(below 0: gain) of {min(shown):.1f} to {max(shown):.1f} %, as willingness to go "
                "abroad lies between 0.2 and 1"
            )
