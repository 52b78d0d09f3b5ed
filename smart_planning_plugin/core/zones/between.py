"""Flows between places: one model, fitted where there is something to fit it to."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..progress import Progress, quiet
from . import interaction
from .calibration import (
    common_part,
    fit_doubly_constrained,
    fit_gravity,
    observed_matrix,
)
from .flows import MODELLED, OBSERVED, across_border
from .interaction import EXPONENTIAL, Deterrence

GRAVITY, HUFF = "gravity", "huff"
RADIATION, DOUBLY = "radiation", "doubly_constrained"
MODELS = (GRAVITY, HUFF, RADIATION, DOUBLY)
USUAL = {interaction.POWER: 2.0, EXPONENTIAL: 0.05}


@dataclass(frozen=True)
class Between:
    """Flows between n places.

    Attributes
    ----------
    modelled : (n, n) float array
    observed : (n, n) float array
        NaN where nothing was observed.
    cost : (n, n) float array
    across : (n, n) bool array
        Pairs of two countries.
    words : list of str
        What was found when the model was fitted, in sentences.
    """

    modelled: np.ndarray
    observed: np.ndarray
    cost: np.ndarray
    across: np.ndarray
    words: list[str]


def flows_between(
    cost: np.ndarray,
    people: np.ndarray,
    attraction: np.ndarray,
    country: np.ndarray,
    model: str = GRAVITY,
    deterrence: Deterrence | None = None,
    willingness: float = 1.0,
    within: bool = True,
    observed: np.ndarray | None = None,
    progress: Progress = quiet,
) -> Between:
    """Flows by a model, fitted to observed flows where given.

    Parameters
    ----------
    cost : (n, n) float array
        Infinite where there is no way; what stands for a place itself is not looked at.
    people, attraction : (n,) float arrays
        What flows start from, and what they are drawn to.
    country : (n,) object array
        Empty where unknown; such a place lies across no border.
    model : str
        One of `MODELS`.
    deterrence : Deterrence
    willingness : float
        Factor on pairs across a border.
    within : bool
        Whether there are flows within a place, at the least cost.
    observed : (n, n) float array, optional
        NaN where nothing was observed.
    """
    deterrence = deterrence or Deterrence()
    cost = cost.copy()
    np.fill_diagonal(cost, deterrence.least_cost if within else np.inf)
    across = across_border(country)
    crossing = np.where(across, willingness, 1.0)
    seen = np.full(cost.shape, np.nan) if observed is None else observed
    words: list[str] = []
    if model == RADIATION:
        flow = interaction.radiation(people, cost, None, crossing, progress=progress)
    elif model == GRAVITY and observed is not None:
        fit = fit_gravity(seen, people, attraction, cost, across, deterrence)
        flow = fit.flows(people, attraction, cost, across, willingness)
        words += _words_of(fit)
    elif model == DOUBLY:
        flow, words = _balanced(
            seen, people, attraction, cost, crossing, deterrence, observed is not None, progress
        )
    else:
        made = interaction.gravity if model == GRAVITY else interaction.huff
        flow = made(people, attraction, deterrence(cost) * crossing)
    if observed is not None:
        words.append(
            f"{model}: the model has {common_part(seen, flow):.0%} of the observed flows in common "
            "with them"
        )
    return Between(flow, seen, cost, across, words)


def _words_of(fit) -> list[str]:
    errors = fit.regression.errors
    words = [
        f"gravity fitted to {fit.pairs} pairs: exponents of the masses {fit.origin:.3f} "
        f"(standard error {errors[1]:.3f}) and {fit.destination:.3f} ({errors[2]:.3f}), decay "
        f"{fit.deterrence.parameter:.4f} ({errors[3]:.4f}), {fit.regression.explained:.1%} of the "
        "deviance explained"
    ]
    if fit.border is None:
        words.append("no flow across the border was observed: WILLINGNESS alone stands for it")
    else:
        words.append(
            f"across the border {fit.border:.3f} times the flow of a like pair within a country "
            "was observed; WILLINGNESS multiplies that"
        )
    if fit.deterrence.parameter < 0:
        words.append("observed flows grow with the cost of the way: look at the data")
    return words


def _balanced(seen, people, attraction, cost, crossing, deterrence, fitted, progress):
    words = []
    if fitted:
        deterrence = fit_doubly_constrained(seen, cost, deterrence)
        flow = np.where(np.isfinite(seen) & np.isfinite(cost), seen, 0.0)
        origins, destinations = flow.sum(axis=1), flow.sum(axis=0)
        words.append(f"doubly_constrained: decay {deterrence.parameter:.4f}")
    else:
        origins = people
        scale = people.sum() / (attraction.sum() or 1.0)
        destinations = attraction * scale
        if not np.isclose(scale, 1.0, rtol=1e-9):
            words.append(f"doubly_constrained: attraction times {scale:.4g}, to equal the people")
    found = interaction.doubly_constrained(
        deterrence(cost) * crossing, origins, destinations, progress
    )
    if found.error > 1e-6:
        words.append(
            f"doubly_constrained: totals are missed by up to {found.error:.2%} of all flows; some "
            "places cannot be reached by as many as they should"
        )
    return found.flow, words


def flow_table(found: Between, ids: np.ndarray, cost_name: str, status: np.ndarray) -> pd.DataFrame:
    """A row for each pair with a flow, observed ones told from modelled ones.

    Returns
    -------
    DataFrame
        `from_id`, `to_id`, `flow`, `kind`, `modelled`, the cost, `cross_border`, `status`. An
        unusable place, or one without any flow, has a row to itself without a flow.
    """
    seen = np.isfinite(found.observed)
    flow = np.where(seen, found.observed, found.modelled)
    start, end = np.nonzero((flow > 0) | seen)
    lost = np.flatnonzero((status != "ok") | ~((flow > 0) | seen).any(axis=1))
    cost = found.cost[start, end]
    table = pd.DataFrame(
        {
            "from_id": ids[start],
            "to_id": ids[end],
            "flow": flow[start, end],
            "kind": np.where(seen[start, end], OBSERVED, MODELLED).astype(object),
            "modelled": found.modelled[start, end],
            cost_name: np.where(np.isfinite(cost), cost, np.nan),
            "cross_border": found.across[start, end].astype(int),
            "status": "ok",
        }
    )
    if len(lost):
        reason = np.where(status[lost] == "ok", "unreached", status[lost])
        none = pd.DataFrame(
            {
                "from_id": ids[lost],
                "to_id": ids[lost],
                "flow": np.nan,
                "kind": MODELLED,
                "modelled": np.nan,
                cost_name: np.nan,
                "cross_border": 0,
                "status": reason.astype(object),
            }
        )
        table = pd.concat([table, none], ignore_index=True)
    return table


def desire_lines(table: pd.DataFrame, number: int = 3) -> pd.DataFrame:
    """Pairs of places, both directions added up; those among the largest of either place.

    Parameters
    ----------
    table : DataFrame
        As of `flow_table`.
    number : int
        Of each place; 0 keeps all pairs.

    Returns
    -------
    DataFrame
        `from_id`, `to_id`, `flow` (of both directions), `flow_there`, `flow_back`, `share` (of all
        that starts in the two places), `rank` (the better of the two places' own), `kind`,
        the cost, `cross_border`; the largest first.
    """
    usable = table[(table["status"] == "ok") & (table["from_id"] != table["to_id"])]
    first = usable["from_id"].astype(str) < usable["to_id"].astype(str)
    pairs = usable.assign(
        a=usable["from_id"].where(first, usable["to_id"]),
        b=usable["to_id"].where(first, usable["from_id"]),
        there=usable["flow"].where(first, 0.0),
        back=usable["flow"].where(~first, 0.0),
    )
    cost = next(one for one in table.columns if one in ("time_min", "distance_km"))
    lines = pairs.groupby(["a", "b"], as_index=False, sort=True).agg(
        flow=("flow", "sum"),
        flow_there=("there", "sum"),
        flow_back=("back", "sum"),
        kind=("kind", lambda kinds: kinds.iloc[0] if kinds.nunique() == 1 else "mixed"),
        cost=(cost, "mean"),
        cross_border=("cross_border", "first"),
    )
    out = table[table["status"] == "ok"].groupby("from_id")["flow"].sum()
    starts = lines["a"].map(out).fillna(0) + lines["b"].map(out).fillna(0)
    lines["share"] = (lines["flow"] / starts.where(starts > 0)).to_numpy(float)
    both = pd.concat(
        [
            lines[["flow"]].assign(place=lines["a"], line=lines.index),
            lines[["flow"]].assign(place=lines["b"], line=lines.index),
        ]
    )
    both["rank"] = both.groupby("place")["flow"].rank(ascending=False, method="first")
    lines["rank"] = both.groupby("line")["rank"].min().reindex(lines.index).to_numpy(float)
    lines = lines[lines["rank"] <= number] if number else lines
    lines = lines.astype({"rank": int}).rename(columns={"a": "from_id", "b": "to_id", "cost": cost})
    order = ["from_id", "to_id", "flow", "flow_there", "flow_back", "share", "rank", "kind", cost,
             "cross_border"]  # fmt: skip
    lines = lines.sort_values(["flow", "from_id", "to_id"], ascending=[False, True, True])
    return lines[order].reset_index(drop=True)


def deterrence_of(decay: str, parameter: float | None, least_cost: float) -> Deterrence:
    """Deterrence with the usual parameter where none is given."""
    return replace(Deterrence(), decay=decay, least_cost=least_cost,
                   parameter=USUAL[decay] if parameter is None else parameter)  # fmt: skip


__all__ = [
    "MODELS",
    "Between",
    "desire_lines",
    "deterrence_of",
    "flow_table",
    "flows_between",
    "observed_matrix",
]
