"""What was found for each type of service, as a row of numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..services.evidence import Evidence
from ..services.inputs import Services
from .comparison import AS_RUN, BORDER_DELAY, THRESHOLD
from .facilities import DOCUMENTED, POTENTIAL
from .shared import ABROAD_NEARER, ABROAD_ONLY, SharedServices, TypeResult, potentially_shared


def summary(
    shared: SharedServices,
    services: Services,
    facilities: pd.DataFrame,
    countries: list[str],
    border_open: bool,
    crossing_names: np.ndarray,
    sensitivity: pd.DataFrame,
    evidence: Evidence,
) -> pd.DataFrame:
    """One row a type.

    Parameters
    ----------
    facilities : DataFrame
        As `facilities.facilities` gives it.
    crossing_names : (e,) object array
        Name of the crossing of each edge of the network.
    sensitivity : DataFrame
        As `comparison.sensitivity` gives it.

    Returns
    -------
    DataFrame
        `service_type`, `theme`, `shareability` (under the border in force), `legal_basis`,
        `standing` (documented, potential), `documented`, `demand_field`, `threshold_min`,
        `advantage_min`, `extra_min_abroad`; people: `people`, `potential` (in reach across the
        border about as soon as at home, or sooner), `sooner`, `abroad_only`, each also by country,
        `documented_people`; `gain_min` (mean of those who are sooner and reach one at home),
        `crossing` and `crossing_share` (most used by those who are sooner); `facilities`,
        `shared_facilities`, `overflowing`; the range of `potential` under other thresholds and
        delays: `threshold_low`, `threshold_high`, `potential_low`, `potential_high`,
        `longest_delay`, `potential_delayed`.
    """
    ids = np.append(np.array([str(one) for one in services.id], dtype=object), None)
    rows = []
    for result in shared.types:
        kind = result.type
        of_type = (services.type == kind.name) & (facilities["status"] == "ok").to_numpy()
        category, people = result.place_category, result.people
        groups = {
            "potential": potentially_shared(category),
            "sooner": np.isin(category.astype(str), (ABROAD_NEARER, ABROAD_ONLY)),
            "abroad_only": category == ABROAD_ONLY,
        }
        known = evidence.documented(
            kind.name, ids[result.places.abroad_service], shared.places.country
        )
        known &= groups["potential"]
        titles = evidence.titles(kind.name)
        row = {
            "service_type": kind.name,
            "theme": kind.theme or None,
            "shareability": kind.shareable(border_open),
            "legal_basis": kind.legal_basis or None,
            "standing": DOCUMENTED if titles else POTENTIAL,
            "documented": "; ".join(titles) or None,
            "demand_field": kind.demand_field or None,
            "threshold_min": result.threshold,
            "advantage_min": result.advantage,
            "extra_min_abroad": kind.extra_min_abroad,
            "people": float(people.sum()),
        }
        for name, inside in groups.items():
            row[name] = float(people[inside].sum())
            for code in countries:
                mine = inside & (shared.places.country == code)
                row[f"{name}_{code.lower()}"] = float(people[mine].sum())
        row["documented_people"] = float(people[known].sum())
        row.update(_sooner(result, groups["sooner"], crossing_names))
        here = facilities[of_type]
        row["facilities"] = len(here)
        row["shared_facilities"] = int(here["shared"].sum())
        judged = here["overflow"].dropna()
        row["overflowing"] = float(judged.sum()) if len(judged) else np.nan
        row.update(_range(sensitivity[sensitivity["service_type"] == kind.name]))
        rows.append(row)
    return pd.DataFrame(rows)


def _sooner(result: TypeResult, sooner: np.ndarray, crossing_names: np.ndarray) -> dict:
    """By how much they are sooner, and over which crossing."""
    people = result.people
    has = sooner & np.isfinite(result.gain) & (people > 0)
    gain = np.average(result.gain[has], weights=people[has]) if has.any() else np.nan
    over = sooner & (result.places.crossing >= 0) & (people > 0)
    found = {"gain_min": float(gain), "crossing": None, "crossing_share": np.nan}
    if over.any():
        names = crossing_names[result.places.crossing[over]]
        by_name = pd.Series(people[over]).groupby(names).sum()
        found["crossing"] = str(by_name.idxmax())
        found["crossing_share"] = float(by_name.max() / by_name.sum())
    return found


def _range(table: pd.DataFrame) -> dict:
    """Smallest and greatest result of the thresholds next to that of the run, and of a delay."""
    total = table.groupby(["varied", "value"])["population"].sum()
    base = total[AS_RUN].index[0]
    near = [one for one in total[THRESHOLD].index if 0.7 * base <= one <= 1.3 * base]
    found = {
        "threshold_low": min(near),
        "threshold_high": max(near),
        "potential_low": float(total[THRESHOLD, min(near)]),
        "potential_high": float(total[THRESHOLD, max(near)]),
        "longest_delay": np.nan,
        "potential_delayed": np.nan,
    }
    if BORDER_DELAY in total.index:
        longest = max(total[BORDER_DELAY].index)
        found["longest_delay"] = longest
        found["potential_delayed"] = float(total[BORDER_DELAY, longest])
    return found
