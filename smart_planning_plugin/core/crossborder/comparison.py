"""How a result stands: against other assumptions, and against another scenario."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from ..accessibility.travel import Travel
from ..progress import Progress, part, quiet
from ..services.inputs import Places, Services
from .scenarios import CLOSED, DELAY, BorderScenario
from .shared import (
    ABROAD_ONLY,
    NO_DATA,
    UNSERVED,
    SharedServices,
    TypeResult,
    at_places_only,
    categorise,
    potentially_shared,
)

THRESHOLD_FACTORS = (0.5, 0.75, 1.25, 1.5)
ADVANTAGE_FACTORS = (0.5, 2.0)
DELAYS_MIN = (5.0, 15.0, 30.0)
AS_RUN, THRESHOLD, ADVANTAGE, BORDER_DELAY = "as_run", "threshold", "advantage", "border_delay"
SAME, LOST, GAINED, LONGER, SHORTER = "same", "lost", "gained", "longer", "shorter"
ALIKE_MIN = 0.05


def sensitivity(
    shared: SharedServices,
    travel: Travel,
    places: Places,
    services: Services,
    progress: Progress = quiet,
) -> pd.DataFrame:
    """The potentially shared people under other thresholds, advantages and border delays.

    One assumption is varied at a time: threshold by half, a quarter less and more, and half more;
    advantage halved and doubled; 5, 15 and 30 minutes at every crossing in place of the border of
    the run (left out where that is closed).

    Returns
    -------
    DataFrame
        `service_type`, `varied` (as_run, threshold, advantage, border_delay), `value` (minutes; of
        as_run the threshold), `country`, `population` (potentially shared), `abroad_only`,
        `change` and `change_pct` against the run.
    """
    countries = sorted({one for one in shared.places.country if one})
    rows = []

    def add(result: TypeResult, varied: str, value: float, category: np.ndarray) -> None:
        for code in countries:
            mine = result.people * (shared.places.country == code)
            rows.append(
                {
                    "service_type": result.type.name,
                    "varied": varied,
                    "value": float(value),
                    "country": code,
                    "population": float(mine[potentially_shared(category)].sum()),
                    "abroad_only": float(mine[category == ABROAD_ONLY].sum()),
                }
            )

    def again(result: TypeResult, threshold: float, advantage: float) -> np.ndarray:
        return categorise(
            result.places.own, result.abroad_with_extra, shared.places.ok, threshold, advantage
        )

    for one in shared.types:
        add(one, AS_RUN, one.threshold, one.place_category)
        for factor in THRESHOLD_FACTORS:
            value = one.threshold * factor
            add(one, THRESHOLD, value, again(one, value, one.advantage))
        for factor in ADVANTAGE_FACTORS:
            value = one.advantage * factor
            add(one, ADVANTAGE, value, again(one, one.threshold, value))
    delays = DELAYS_MIN if travel.border.state != CLOSED else ()
    kinds = [
        replace(one.type, threshold_min=one.threshold, advantage_min=one.advantage)
        for one in shared.types
    ]
    for number, delay in enumerate(delays):
        delayed = replace(travel, border=BorderScenario(DELAY, delay))
        step = part(progress, number / len(delays), (number + 1) / len(delays))
        for one in at_places_only(delayed, places, services, kinds, shared.places, progress=step):
            add(one, BORDER_DELAY, delay, one.place_category)
    table = pd.DataFrame(rows)
    key = ["service_type", "country"]
    base = table[table["varied"] == AS_RUN].set_index(key)["population"]
    before = base.reindex(pd.MultiIndex.from_frame(table[key])).to_numpy()
    table["change"] = table["population"] - before
    table["change_pct"] = 100 * table["change"] / np.where(before > 0, before, np.nan)
    return table


def changes(before: TypeResult, after: TypeResult, usable: np.ndarray) -> pd.DataFrame:
    """What changes for the places between two scenarios of one type.

    Returns
    -------
    DataFrame
        A row a place: `category_before`, `category_after`, `min_before`, `min_after` (to the
        nearest of any country, extra minutes counted; NaN where none is reached), `change_min`
        (positive = longer), `change`: ``lost`` and ``gained`` (within the threshold no longer, or
        newly), ``longer``, ``shorter``, ``same``, ``no_data``.
    """
    one, other = (np.minimum(it.places.own, it.abroad_with_extra) for it in (before, after))
    return changes_between(before.place_category, after.place_category, one, other, usable)


def changes_between(
    category_before: np.ndarray,
    category_after: np.ndarray,
    one: np.ndarray,
    other: np.ndarray,
    usable: np.ndarray,
) -> pd.DataFrame:
    """As `changes`, from categories and minutes to the nearest service; infinite: none."""
    both = np.isfinite(one) & np.isfinite(other)
    difference = np.where(both, np.where(both, other, 0) - np.where(both, one, 0), np.nan)
    within_before, within_after = (
        ~np.isin(np.asarray(it).astype(str), (UNSERVED, NO_DATA))
        for it in (category_before, category_after)
    )
    change = np.select(
        [
            ~usable,
            within_before & ~within_after,
            within_after & ~within_before,
            (difference > ALIKE_MIN) | (np.isfinite(one) & ~np.isfinite(other)),
            (difference < -ALIKE_MIN) | (np.isfinite(other) & ~np.isfinite(one)),
        ],
        [NO_DATA, LOST, GAINED, LONGER, SHORTER],
        SAME,
    )
    return pd.DataFrame(
        {
            "category_before": category_before,
            "category_after": category_after,
            "min_before": np.where(np.isfinite(one), one, np.nan),
            "min_after": np.where(np.isfinite(other), other, np.nan),
            "change_min": difference,
            "change": change.astype(object),
        }
    )
