"""Border crossings in their own right: who lives near one, and what each of them carries.

Drive-time zones of the border follow the European Commission's border regions work (JRC116859):
time from each place to its nearest road crossing, in bands. The importance of a crossing is that
of a link in network vulnerability: the share of the cross-border trips whose fastest way uses it,
and what its closing would add.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from ..accessibility.travel import Travel
from ..errors import BorderNeededError
from ..limits import LEEWAY, within
from ..network.model import RoadNetwork
from ..network.search import FROM
from ..network.snapping import OK, Positions
from ..progress import Progress, part, quiet
from .scenarios import CLOSED, BorderScenario

UNREACHED, NOT_USED = "unreached", "not_used"
MOST_PAIRS = 4_000_000  # of places held at a time, some ten arrays of them
TIE_MIN = 1e-7  # of equally fast ways the one over the first crossing counts


def crossing_ends(network: RoadNetwork) -> tuple[np.ndarray, Positions]:
    """Both ends of every crossing that is not shut, as places on the network.

    Returns
    -------
    rows : (x,) int array
        Edges of the crossings.
    ends : Positions
        Two a crossing, one after the other.

    Raises
    ------
    BorderNeededError
        If there is none.
    """
    is_open = network.edges["open"].fillna(1).to_numpy(float) != 0
    rows = np.flatnonzero(network.is_crossing & is_open)
    if not len(rows):
        raise BorderNeededError(
            "the network has no crossing that is open",
            "Build it with COUNTRIES and COUNTRY_FIELD, or look at open in CROSSINGS",
            layer="NETWORK",
        )
    nodes = np.column_stack([network.from_node[rows], network.to_node[rows]]).reshape(-1)
    nothing = np.zeros(2 * len(rows))
    ends = Positions(
        np.repeat(rows, 2),
        np.tile([0.0, 1.0], len(rows)),
        nothing,
        nothing,
        network.node_country[nodes],
        np.full(2 * len(rows), OK, dtype=object),
    )
    return rows, ends


@dataclass(frozen=True)
class BorderZones:
    """Drive time to the border.

    Attributes
    ----------
    places : DataFrame
        One row a place: `border_min`, `crossing_id`, `crossing_name`, `band`.
    summary : DataFrame
        `country`, `band`, `places`, `population`, `share` (of the country's people); with people
        at an earlier date `population_before`, `change_pct`, and `vs_country`: less the change of
        all places of the country, in points.
    """

    places: pd.DataFrame
    summary: pd.DataFrame


def border_zones(
    travel: Travel,
    at: Positions,
    people: np.ndarray,
    bands,
    before: np.ndarray | None = None,
) -> BorderZones:
    """Minutes from each place to its nearest border crossing, in bands.

    Parameters
    ----------
    travel : Travel
    at : Positions
        The places.
    people : (n,) float array
    bands : sequence of float
        Upper limits in minutes, which belong to their band.
    before : (n,) float array, optional
        People at an earlier date; where they are not known, a place is left out of the change.

    Raises
    ------
    BorderNeededError
    """
    rows, ends = crossing_ends(travel.network)
    found = travel.nearest(travel.from_sources(ends), np.arange(len(ends)), at)
    edge = rows[np.maximum(found.source, 0) // 2]
    reached = found.source >= 0
    edges = travel.network.edges
    limits = sorted(float(one) for one in bands)
    labels = [f"{low:g}-{high:g}" for low, high in zip([0.0, *limits], limits)]
    labels += [f"{limits[-1]:g}+", UNREACHED, NOT_USED]
    band = np.searchsorted(limits, found.cost - LEEWAY, side="left")
    band = np.where(at.ok, np.where(reached, band, len(limits) + 1), len(limits) + 2)
    names = np.array(labels, dtype=object)[band]
    places = pd.DataFrame(
        {
            "border_min": np.where(reached, found.cost, np.nan),
            "crossing_id": np.where(reached, edges["crossing_id"].to_numpy(object)[edge], None),
            "crossing_name": np.where(reached, edges["name"].to_numpy(object)[edge], None),
            "band": names,
        }
    )
    table = pd.DataFrame(
        {
            "country": at.country.astype(str),
            "order": band,
            "band": names,
            "places": 1,
            "population": people,
        }
    )
    added = ["places", "population"]
    if before is not None:
        known = np.isfinite(before)
        table["population_before"] = np.where(known, before, 0.0)
        table["then_known"] = np.where(known, people, 0.0)
        added += ["population_before", "then_known"]
    summary = table.groupby(["country", "order", "band"], as_index=False)[added].sum()
    total = summary.groupby("country")["population"].transform("sum")
    summary["share"] = summary["population"] / total
    if before is not None:
        every = summary.groupby("country")[["population_before", "then_known"]].transform("sum")
        own, all_ = (
            100
            * (one["then_known"] / one["population_before"].where(one["population_before"] > 0) - 1)
            for one in (summary, every)
        )
        summary["change_pct"], summary["vs_country"] = own, own - all_
        summary = summary.drop(columns="then_known")
    return BorderZones(places, summary.drop(columns="order"))


def crossing_importance(
    travel: Travel,
    at: Positions,
    people: np.ndarray,
    decay: Callable[[np.ndarray], np.ndarray],
    limit: float = np.inf,
    progress: Progress = quiet,
) -> pd.DataFrame:
    """What each crossing carries, and what its closing would do.

    Trips are modelled: between places i and j of two countries w_ij = P_i P_j f(t_ij), both ways.
    Only the crossings are tested. A way over the border is a chain of domestic ways from crossing
    to crossing, so that one search a crossing on the network with a closed border is enough.

    Parameters
    ----------
    travel : Travel
        With the border open or delayed; its cost is minutes.
    at : Positions
        The places.
    people : (n,) float array
    decay : callable
        Minutes to weights; 0 where they are infinite or above the limit.
    limit : float
        Minutes that people travel at most.

    Returns
    -------
    DataFrame
        One row a crossing that is not shut: `crossing_id`, `name`, `country_a`, `country_b`,
        `trips`, `share_of_trips`, `detour_if_closed_min` (mean over its trips that find any other
        way), `extra_time_share` (sum of w_ij times the detour over the sum of w_ij t_ij),
        `cut_off_trips` (share of all trips that find none), `cut_off_population` (people who reach
        nobody abroad within the limit any more), `redundancy` (share of its trips that find
        another way within the limit), `rank` (1 carries most), `edge` (row), `x`, `y`.

    Raises
    ------
    BorderNeededError
        If no trip across the border is possible.
    """
    network = travel.network
    rows, ends = crossing_ends(network)
    home = replace(travel, border=BorderScenario(CLOSED), direction=FROM, max_cost=np.inf)
    used = np.flatnonzero(at.ok)
    places, weight = at.take(used), np.nan_to_num(people[used])
    to_end = home.matrix(places, ends, part(progress, 0.0, 0.2))
    from_end = home.matrix(ends, places, part(progress, 0.2, 0.4))
    between = home.matrix(ends, ends)
    arcs = np.stack(travel.edge_costs)[:, rows] + TIE_MIN * np.arange(1, len(rows) + 1)

    ways = _closed(between, arcs)
    to_all, from_all = _through(to_end, ways), _through(ways, from_end)
    sums = np.zeros((len(rows), 4))  # trips, those that find another way, in time, minutes more
    every = spent = 0.0
    cut_off = np.zeros(len(rows))
    size = max(MOST_PAIRS // max(len(used), 1), 1)
    for begin in range(0, len(used), size):  # places that journeys start from, a block at a time
        mine = slice(begin, begin + size)
        time = _through(to_all[mine], from_end)
        time[places.country[mine, None] == places.country[None, :]] = np.inf
        reached = np.isfinite(time)
        trips = np.where(reached, weight[mine, None] * weight * decay(time), 0.0)
        every += trips.sum()
        spent += float((trips * np.where(reached, time, 0.0)).sum())
        near = reached & within(time, limit)
        for number in range(len(rows)):
            progress(0.4 + 0.6 * (begin + size * number / len(rows)) / max(len(used), size))
            a, b = 2 * number, 2 * number + 1
            via = np.minimum(
                to_all[mine, a, None] + arcs[0, number] + from_all[b],
                to_all[mine, b, None] + arcs[1, number] + from_all[a],
            )
            uses = reached & (via <= time + TIE_MIN / 10)
            one, two = (np.flatnonzero(uses.any(axis=side)) for side in (1, 0))
            still = (near & ~uses).any(axis=1)
            if len(one):
                without = arcs.copy()
                without[:, number] = np.inf
                around = _through(to_end[mine][one], _closed(between, without))
                then = _through(around, from_end[:, two])
                inside = uses[np.ix_(one, two)]
                carried = np.where(inside, trips[np.ix_(one, two)], 0.0)
                possible = np.isfinite(then)
                in_time = possible & within(then, limit)
                now = np.where(inside, time[np.ix_(one, two)], 0.0)
                extra = np.where(inside & possible, then - now, 0.0)
                still[one] |= (inside & in_time).any(axis=1)
                sums[number] += [
                    carried.sum(),
                    carried[possible].sum(),
                    carried[in_time].sum(),
                    (carried * extra).sum(),
                ]
            cut_off[number] += weight[mine][near.any(axis=1) & ~still].sum()
    if not every > 0:
        raise BorderNeededError(
            "no trip across the border is possible",
            "Look at BORDER, at open in CROSSINGS, at MAX_COST, and whether people live on both "
            "sides",
            layer="PLACES",
        )
    carries, kept, in_time, extra = sums.T
    found = pd.DataFrame(
        {
            "trips": carries,
            "share_of_trips": carries / every,
            "detour_if_closed_min": _ratio(extra, kept),
            "extra_time_share": _ratio(extra, np.full(len(rows), spent)),
            "cut_off_trips": (carries - kept) / every,
            "cut_off_population": cut_off,
            "redundancy": _ratio(in_time, carries),
            "edge": rows,
        }
    )
    return _ranked(found, network)


def _ratio(part: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """One over the other, NaN where that is not above 0."""
    return np.divide(part, whole, out=np.full(len(part), np.nan), where=whole > 0)


def _closed(between: np.ndarray, arcs: np.ndarray) -> np.ndarray:
    """(u, u) least minutes between all ends of crossings, over any number of crossings."""
    ways = between.copy()
    a = np.arange(0, len(ways), 2)
    ways[a, a + 1] = np.minimum(ways[a, a + 1], arcs[0])
    ways[a + 1, a] = np.minimum(ways[a + 1, a], arcs[1])
    np.fill_diagonal(ways, 0.0)
    for middle in range(len(ways)):
        np.minimum(ways, ways[:, middle, None] + ways[middle], out=ways)
    return ways


def _through(left: np.ndarray, right: np.ndarray) -> np.ndarray:
    """(n, m) least of ``left[i, u] + right[u, j]`` over all u."""
    least = np.full((len(left), right.shape[1]), np.inf)
    for middle in range(len(right)):
        np.minimum(least, left[:, middle, None] + right[middle], out=least)
    return least


def _ranked(found: pd.DataFrame, network: RoadNetwork) -> pd.DataFrame:
    """With identity, place and rank; the first carries most trips."""
    edge = found["edge"].to_numpy(np.int64)
    middle = (network.node_xy[network.from_node[edge]] + network.node_xy[network.to_node[edge]]) / 2
    identity = pd.DataFrame(
        {
            "crossing_id": network.edges["crossing_id"].to_numpy(object)[edge],
            "name": network.edges["name"].to_numpy(object)[edge],
            "country_a": network.node_country[network.from_node[edge]],
            "country_b": network.node_country[network.to_node[edge]],
        }
    )
    table = pd.concat([identity, found], axis=1)
    table["x"], table["y"] = middle[:, 0], middle[:, 1]
    order = np.lexsort(
        [table["crossing_id"].astype(str), -table["cut_off_population"], -table["trips"]]
    )
    table = table.iloc[order].reset_index(drop=True)
    table.insert(4, "rank", np.arange(1, len(table) + 1))
    return table
