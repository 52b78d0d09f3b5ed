"""Shared service zones: contiguous pieces of the potentially shared area, on both sides.

They are candidates: in Lithuania a functional zone is what councils have agreed on, and this is
what they could look at.
"""

from __future__ import annotations

import numpy as np
import pandas as pd
from scipy import ndimage

from ..ids import slug
from ..services.evidence import Evidence
from ..services.inputs import NOT_SHAREABLE, UNKNOWN, Places, Services
from .shared import Grid, SharedServices, potentially_shared

GROWN_M = 100


def counted_types(shared: SharedServices) -> list:
    """Results of the types that make a zone: those that cannot be shared make none."""
    return [one for one in shared.types if one.type.shareability != NOT_SHAREABLE]


def shared_zones(shared: SharedServices, grid: Grid) -> tuple[np.ndarray, int]:
    """Number the contiguous pieces of the potentially shared area that lie on both sides.

    Pieces are grown by one cell (at least 100 m) for the test of contiguity only, because two
    national boundary sets leave gaps of some metres.

    Returns
    -------
    zone : (rows, columns) int array
        0 outside of every zone; zones are numbered from the largest (in cells) down.
    count : int
    """
    shape = next(iter(grid.masks.values())).shape
    inside = {code: np.zeros(shape, dtype=bool) for code in grid.masks}
    for code in grid.masks:
        row, column = grid.cells(code)
        for result in counted_types(shared):
            in_type = potentially_shared(result.cell_category[code])
            inside[code][row[in_type], column[in_type]] = True
    union = np.logical_or.reduce(list(inside.values()))
    steps = max(1, int(np.ceil(GROWN_M / grid.size)))
    everywhere = np.ones((3, 3), dtype=bool)
    grown = ndimage.binary_dilation(union, structure=everywhere, iterations=steps)
    label, count = ndimage.label(grown, structure=everywhere)
    sides = sum(
        (np.bincount(label[mask], minlength=count + 1) > 0).astype(int) for mask in inside.values()
    )
    size = np.bincount(label[union])
    kept = [zone for zone in range(1, count + 1) if sides[zone] >= 2]
    kept.sort(key=lambda zone: (-size[zone], zone))
    number = np.zeros(count + 1, np.int64)
    number[kept] = np.arange(1, len(kept) + 1)
    return np.where(grown, number[label], 0), len(kept)


def zone_of(xy: np.ndarray, grid: Grid, zone: np.ndarray) -> np.ndarray:
    """(n,) zone in which each point lies, 0 for none."""
    row = np.floor((grid.top - xy[:, 1]) / grid.size)
    column = np.floor((xy[:, 0] - grid.left) / grid.size)
    inside = (row >= 0) & (row < zone.shape[0]) & (column >= 0) & (column < zone.shape[1])
    found = np.zeros(len(xy), np.int64)
    found[inside] = zone[row[inside].astype(int), column[inside].astype(int)]
    return found


def describe_zones(
    shared: SharedServices,
    places: Places,
    services: Services,
    names: np.ndarray,
    grid: Grid,
    zone: np.ndarray,
    count: int,
    evidence: Evidence | None = None,
) -> pd.DataFrame:
    """What each zone is made of.

    Members are the places in a potentially shared category of any type that lie in the zone. The
    id is made of the two countries and of the largest member on each side (of the place of the
    piece where a side has none), so that it stays as long as they do, whatever the rank.

    Parameters
    ----------
    names : (n,) object array
        Names of the places.

    Returns
    -------
    DataFrame
        A row a zone, in their order: `zone_id`, `name`, `services` (number of types), `types`,
        `types_unknown` (those of unknown shareability), `types_documented`, `facilities`,
        `places`, and of the two countries with most members `country_a`, `population_a`,
        `largest_a`, `country_b`, `population_b`, `largest_b`.
    """
    counted = counted_types(shared)
    member = np.logical_or.reduce([potentially_shared(one.place_category) for one in counted])
    at_place = np.where(member, zone_of(places.xy, grid, zone), 0)
    at_service = zone_of(services.xy, grid, zone)
    offered = np.isin(services.type, [one.type.name for one in counted]) & shared.services.ok
    here = {number: set() for number in range(1, count + 1)}
    for result in counted:
        for code in grid.masks:
            row, column = grid.cells(code)
            found = zone[row, column][potentially_shared(result.cell_category[code])]
            for number in np.unique(found[found > 0]).tolist():
                here[number].add(result.type)
    people = places.people()
    rows = []
    for number in range(1, count + 1):
        types = sorted(here[number], key=lambda one: one.name)
        sides = _sides(number, grid, zone, at_place, people, shared.places.country)
        documented = [
            one.name for one in types if evidence is not None and len(evidence.rows_of(one.name))
        ]
        parts = [
            _side(code, number, grid, zone, at_place, people, shared.places.country, places, names)
            for code in sides
        ]
        rows.append(
            {
                "zone_id": "-".join([*sides, *(one["key"] for one in parts)]),
                "name": " – ".join(one["largest"] or one["country"] for one in parts),
                "services": len(types),
                "types": ", ".join(one.name for one in types if one.shareability != UNKNOWN),
                "types_unknown": ", ".join(
                    one.name for one in types if one.shareability == UNKNOWN
                ),
                "types_documented": ", ".join(documented),
                "facilities": int((offered & (at_service == number)).sum()),
                "places": int((at_place == number).sum()),
                **{
                    f"{field}_{letter}": one[field]
                    for letter, one in zip("ab", parts)
                    for field in ("country", "population", "largest")
                },
            }
        )
    columns = [
        "zone_id", "name", "services", "types", "types_unknown", "types_documented", "facilities",
        "places", "country_a", "population_a", "largest_a", "country_b", "population_b",
        "largest_b",
    ]  # fmt: skip
    table = pd.DataFrame(rows, columns=columns)
    if not len(table):  # an empty table has to say its types itself
        whole = dict.fromkeys(["services", "facilities", "places"], int)
        table = table.astype({**dict.fromkeys(columns, object), **whole})
        table = table.astype({"population_a": float, "population_b": float})
    return table


def _sides(number, grid, zone, at_place, people, country) -> list[str]:
    """The two countries with most members, else with most ground, in alphabetical order."""
    ground = {code: int((zone[mask] == number).sum()) for code, mask in grid.masks.items()}
    members = {code: people[(at_place == number) & (country == code)].sum() for code in grid.masks}
    order = sorted(filter(None, grid.masks), key=lambda code: (-members[code], -ground[code], code))
    return sorted([code for code in order if ground[code]][:2])


def _side(code, number, grid, zone, at_place, people, country, places, names) -> dict:
    mine = np.flatnonzero((at_place == number) & (country == code))
    if len(mine):
        ids = np.array([str(places.id[one]) for one in mine])
        largest = mine[np.lexsort([ids, -people[mine]])[0]]
        key, name = slug(str(places.id[largest])), str(names[largest])
    else:
        row, column = np.nonzero((zone == number) & grid.masks[code])
        x = (grid.left + (column.mean() + 0.5) * grid.size) / 1000
        y = (grid.top - (row.mean() + 0.5) * grid.size) / 1000
        key, name = f"e{x:.0f}n{y:.0f}", None
    return {
        "country": code, "population": float(people[mine].sum()), "largest": name, "key": key,
    }  # fmt: skip
