"""Who goes where when sites are full: the transport problem, and sites traded for better ones."""

from __future__ import annotations

import time

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def cheapest_shares(cost: np.ndarray, weight: np.ndarray, room: np.ndarray):
    """Shares of the people of each place for each site that cost least and fill no site over.

    Parameters
    ----------
    cost : (n, k) float array
        Minutes, infinite where a site is not to be reached.
    weight : (n,) float array
        People.
    room : (k,) float array
        People a site can serve.

    Returns
    -------
    share : (n, k) float array, rows add up to 1; None where the sites do not suffice
    value : float
        Person-minutes; infinite where they do not suffice.

    References
    ----------
    Hitchcock 1941, doi:10.1002/sapm1941201224.
    """
    reached = np.isfinite(cost)
    if not reached.any(axis=1).all():
        return None, np.inf
    place, site = np.nonzero(reached)
    number = np.arange(len(place))
    everybody = csr_matrix((np.ones(len(place)), (place, number)), (len(cost), len(place)))
    load = csr_matrix((weight[place], (site, number)), (cost.shape[1], len(place)))
    found = linprog(
        weight[place] * cost[place, site],
        A_ub=load,
        b_ub=room,
        A_eq=everybody,
        b_eq=np.ones(len(cost)),
        bounds=(0, 1),
        method="highs",
    )
    if found.x is None or found.status != 0:
        return None, np.inf
    share = np.zeros(cost.shape)
    share[place, site] = found.x
    return share, float(found.fun)


def trade_sites(cost, weight, room, fixed, chosen, until):
    """Trade one site for another as long as that helps and time is left; None where none suffice.

    The start is made to suffice by taking larger sites for smaller ones.
    """
    chosen = chosen.copy()
    value = cheapest_shares(cost[:, chosen], weight, room[chosen])[1]
    while not np.isfinite(value):
        free = np.setdiff1d(np.arange(len(room)), chosen)
        movable = np.flatnonzero(~fixed[chosen])
        if not len(free) or not len(movable):
            return None
        out = movable[room[chosen[movable]].argmin()]
        into = free[room[free].argmax()]
        if room[into] <= room[chosen[out]]:
            return None
        chosen[out] = into
        value = cheapest_shares(cost[:, chosen], weight, room[chosen])[1]
    # to tell how alike sites are: what is not reached is far, not infinitely so
    reached = np.isfinite(cost)
    ways = np.where(reached, cost, 2 * cost[reached].max(initial=0.0))
    better = True
    while better and time.monotonic() < until:
        better = False
        for out in np.flatnonzero(~fixed[chosen]):
            near = np.argsort(np.abs(ways - ways[:, [chosen[out]]]).mean(axis=0), kind="stable")
            for into in near[~np.isin(near, chosen)][:5]:
                tried = chosen.copy()
                tried[out] = into
                new = cheapest_shares(cost[:, tried], weight, room[tried])[1]
                if new < value - 1e-9 * value:
                    chosen, value, better = tried, new, True
                if time.monotonic() >= until:
                    return np.sort(chosen)
    return np.sort(chosen)
