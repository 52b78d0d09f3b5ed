"""What a division into candidate zones amounts to, and how it compares."""

from __future__ import annotations

import numpy as np
import pandas as pd

from .functional import Division, FunctionalZones, Units, changed, region_table, zone_ids
from .grouping import modularity
from .measures import adjusted_rand, overlap, self_containment
from .reasons import Said, people, percent, reason_fields, say, whole

COLUMNS = ("topic", "zone", "other", "measure", "value")
ACROSS, APART = "with the border crossed", "without crossing the border"


def units_table(units: Units, found: FunctionalZones, given: np.ndarray | None) -> pd.DataFrame:
    """A row for each unit: the zone it belongs to, with the border crossed and without."""
    across, apart = found.across, found.apart
    regions = region_table(units, across, found.flows)
    table = pd.DataFrame(
        {
            "zone_id": zone_ids(units, across)[across.group],
            "zone_name": units.name[across.core][across.group],
            "core": units.id[across.core].astype(str).astype(object)[across.group],
            "role": across.role,
            "zone_crosses": regions["cross_border"].to_numpy()[across.group],
            "zone_id_apart": zone_ids(units, apart)[apart.group],
            "changed": changed(across, apart).astype(int),
            "people": units.people,
        }
    )
    if given is not None:
        table["compared_zone"] = given
    if found.flows is not None:
        own = self_containment(found.flows.matrix, np.arange(len(table)))
        names = ["flow_out", "flow_in", "flow_within", "self_containment"]
        table[names] = own[names].to_numpy()
        table["zone_self_containment"] = regions["self_containment"].to_numpy()[across.group]
    return table


def regions_with_reasons(units: Units, found: FunctionalZones, method: str) -> pd.DataFrame:
    """A row for each candidate zone, with why it is one."""
    across = found.across
    table = region_table(units, across, found.flows)
    pieces = pd.DataFrame({"zone": across.group, "apart": found.apart.group})
    fallen = pieces.groupby("zone")["apart"].nunique().reindex(range(len(table)))
    table.insert(2, "method", method)
    table["zones_apart"] = fallen.to_numpy(int)
    reasons = []
    for row in table.to_dict("records"):
        reasons.append(_why(row, found.variant))
    return pd.concat([table, reason_fields(reasons)], axis=1)


def _why(row: dict, variant: str) -> list[Said]:
    said = [
        say(
            "Candidate zone around {name} (units: {units}, people: {people}).",
            name=row["zone_name"],
            units=whole(row["units"]),
            people=people(row["population"]),
        )
    ]
    if row["cross_border"]:
        said.append(say("It crosses the border ({countries}).", countries=row["countries"]))
        if row["zones_apart"] > 1:
            said.append(say("Without crossing, its units would lie in {number} zones.",
                            number=whole(row["zones_apart"])))  # fmt: skip
    share = row.get("self_containment", np.nan)
    if share == share:
        words = {
            "observed": "{share} of observed flows stay within.",
            "modelled": "{share} of modelled flows stay within.",
        }
        said.append(say(words.get(row["flow_kind"],
                                  "{share} of observed and modelled flows stay within."),
                        share=percent(share)))  # fmt: skip
    if row["parts"] > 1:
        said.append(say("It does not hang together: {number} pieces.", number=whole(row["parts"])))
    if not row["meets_targets"]:
        said.append(say("It stays below the thresholds of the method."))
    if variant == "all-territory variant":
        said.append(say("All-territory variant: large cities were not taken out."))
    return said


def summary_table(
    units: Units, found: FunctionalZones, given: np.ndarray | None = None
) -> pd.DataFrame:
    """Numbers of both divisions, their difference, and the comparison with given zones.

    Parameters
    ----------
    given : (n,) object array, optional
        Zone of each unit in the delineation to compare with, empty outside of it.

    Returns
    -------
    DataFrame
        `topic`, `zone`, `other`, `measure`, `value`.
    """
    rows: list[tuple] = []
    for topic, division in ((ACROSS, found.across), (APART, found.apart)):
        table = region_table(units, division, found.flows)
        crossing = table["cross_border"] == 1
        rows += [
            (topic, "", "", "zones", len(table)),
            (topic, "", "", "zones across the border", crossing.sum()),
            (topic, "", "", "people in zones across the border",
             table.loc[crossing, "population"].sum()),
            (topic, "", "", "zones that hang together", table["contiguous"].sum()),
            (topic, "", "", "zones that meet the thresholds", table["meets_targets"].sum()),
        ]  # fmt: skip
        if found.flows is not None and table["flow_out"].sum() > 0:
            inside = table["flow_within"].sum() / table["flow_out"].sum()
            rows.append((topic, "", "", "share of flows within zones", inside))
            rows.append((topic, "", "", "modularity",
                         modularity(found.flows.matrix, division.group)))  # fmt: skip
    moved = changed(found.across, found.apart)
    agreement = adjusted_rand(found.across.group, found.apart.group)
    rows += [
        ("difference", "", "", "units whose zone changes", moved.sum()),
        ("difference", "", "", "people in them", units.people[moved].sum()),
        ("difference", "", "", "adjusted Rand index", agreement),
    ]
    if given is not None:
        rows += _compared(units, found.across, given)
    table = pd.DataFrame(rows, columns=COLUMNS)
    return table.astype({"value": float, "zone": object, "other": object})


def _compared(units: Units, division: Division, given: np.ndarray) -> list[tuple]:
    inside = given != ""
    rows = [("comparison", "", "", "units in given zones", inside.sum())]
    if not inside.any():
        return rows
    ours = zone_ids(units, division)[division.group]
    index = adjusted_rand(ours[inside].astype(str), given[inside].astype(str))
    rows.append(("comparison", "", "", "adjusted Rand index", index))
    shared = overlap(ours[inside].astype(str), given[inside].astype(str), units.people[inside])
    names = {"units": "units", "people": "people", "share_of_one": "share of the candidate zone",
             "share_of_other": "share of the given zone"}  # fmt: skip
    for row in shared.to_dict("records"):
        rows += [("overlap", row["one"], row["other"], names[one], row[one]) for one in names]
    return rows
