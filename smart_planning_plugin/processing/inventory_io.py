"""Between layers and the service inventory of `core`."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from ..core.services.inventory import Inventory, Zones, changes, inventory
from ..handbook.findings import by_type
from ..handbook.findings import inventory as words
from . import bundles, places_io
from .limits_io import note_limits
from .writing import Rows

NO_PLACES = "no_places"


def counted(given, run) -> tuple[Inventory, np.ndarray]:
    """The inventory, with its difference to the present, and the zone of each place."""
    place_zone, service_zone = inside(given, run)
    zones = core_zones(given, place_zone, run)

    def found(services, zone):
        return inventory(
            given.travel,
            given.places,
            place_zone,
            services,
            zone,
            given.types,
            zones,
            given.threshold,
            given.norms,
            settlements(given),
            given.surrounding * 1000,
            given.deficit,
            run.progress,
        )

    made = found(given.services, service_zone)
    present = given.present_services
    if present is not None:
        before = found(present, bundles.polygon_of(given.zones_layer, present.xy))
        table = pd.concat([made.zones, changes(made, before)], axis=1)
        made = replace(made, zones=table)
    return made, place_zone


def inside(given, run) -> tuple[np.ndarray, np.ndarray]:
    """Row of the zone of each place and service, -1 outside of all."""
    found = []
    for points in (given.places, given.services):
        zone = bundles.polygon_of(given.zones_layer, points.xy)
        outside = int((zone < 0).sum())
        if outside:
            run.warn(
                f"{points.layer}: {outside} of {len(zone)} rows lie in no zone and are not counted"
            )
        found.append(zone)
    return found[0], found[1]


def core_zones(given, place_zone: np.ndarray, run) -> Zones:
    """The zones, with a country for each."""
    data = given.zones_layer
    ids = data.unique_ids(run.text("ZONE_ID"))
    named = run.text("ZONE_NAME_FIELD")
    names = data.texts(named) if named else np.array([str(one) for one in ids], dtype=object)
    country = bundles.country_codes(run, data, run.text("ZONE_COUNTRY_FIELD"))
    lacking = np.flatnonzero(country == "")
    if len(lacking):
        living = pd.DataFrame(
            {
                "zone": place_zone,
                "country": given.travel.targets(given.places).country,
                "people": given.places.people(),
            }
        )
        most = living.groupby(["zone", "country"])["people"].sum().reset_index()
        most = most.sort_values(["people", "country"]).groupby("zone")["country"].last()
        country[lacking] = most.reindex(lacking).fillna("").to_numpy(object)
    return Zones(ids, names, country, data.points())


def settlements(given) -> np.ndarray | None:
    """Types of settlement of the places, where norms need them."""
    field = given.settlement_field
    return given.places_layer.texts(field) if field else None


def zone_rows(found: Inventory, given, place_zone: np.ndarray, run) -> Rows:
    """The zones with what they have and lack."""
    places_io.require_usable(found.places, given.places.layer, run)
    places_io.warn_of_lost(found.services, given.services.layer, run)
    limits = [given.threshold, *(one.threshold_min or 0 for one in given.types)]
    note_limits(given.travel, found.places, max(limits), run)
    table = found.zones.copy()
    lived_in = np.bincount(place_zone[place_zone >= 0], minlength=len(table)) > 0
    table["status"] = np.where(lived_in, "ok", NO_PLACES)
    return places_io.like(given.zones_layer, table, run.crs)


def summary_rows(found: Inventory, given, run) -> Rows:
    """A row for each type, those of one theme together, with the finding to paste."""
    table = found.summary
    for kind in table.loc[table["uneven"].astype(bool), "service_type"]:
        run.warn(
            f"{kind}: the rates of the countries differ by more than chance; their data may not "
            "be equally complete"
        )
    sentences = partial(words.sentences, given.travel.countries)
    table = by_type(table, given.types, sentences, run.scenario, run.limits)
    table["uneven_ratio"] = table["uneven_ratio"].replace(np.inf, np.nan)
    table = table.sort_values(["theme", "service_type"], na_position="last", kind="stable")
    return Rows(table.reset_index(drop=True))
