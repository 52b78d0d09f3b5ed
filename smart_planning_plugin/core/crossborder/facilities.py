"""Facilities: who lives nearest to them, from which side, and whether they would overflow."""

from __future__ import annotations

import numpy as np
import pandas as pd

from ..services.evidence import Evidence
from ..services.inputs import Services
from .shared import SharedServices

DOCUMENTED, POTENTIAL = "documented", "potential"


def facilities(
    shared: SharedServices,
    services: Services,
    countries: list[str],
    min_share: float,
    evidence: Evidence | None = None,
) -> pd.DataFrame:
    """Who lives nearest to each facility, by country.

    Parameters
    ----------
    min_share : float
        A facility is `shared` when each of two countries has at least this share of the people who
        live nearest to it.
    evidence : Evidence, optional

    Returns
    -------
    DataFrame
        One row a service, in their order: ``nearest_population_<country>`` (nearest residents, not
        users), `foreign_share` (NaN without residents), `shared` (0, 1); `room` (people its
        capacity serves), `load_own` and `load` (people nearest to it when everybody stays at home,
        and when everybody takes the nearest, per room), `overflow` (1 where `load` is above 1; NaN
        where capacity or its people are not known); `standing` (documented, potential; None where
        it is not shared), `documented`, `documented_users`; `country`, `status`.
    """
    count = len(services.id)
    people = {code: np.zeros(count) for code in countries}
    own_people, room = np.zeros(count), np.full(count, np.nan)
    looked_at = np.zeros(count, dtype=bool)
    for result in shared.types:
        of_type = services.type == result.type.name
        looked_at |= of_type
        service = result.nearest_service
        for code in countries:
            mine = (service >= 0) & (shared.places.country == code)
            people[code] += np.bincount(service[mine], result.people[mine], minlength=count)
        at_home = result.places.own_service
        mine = at_home >= 0
        own_people += np.bincount(at_home[mine], result.people[mine], minlength=count)
        if result.type.people_per_capacity is not None:
            room[of_type] = services.capacity[of_type] * result.type.people_per_capacity
    table = pd.DataFrame({f"nearest_population_{code.lower()}": people[code] for code in countries})
    total = table.sum(axis=1).to_numpy()
    own = np.zeros(count)
    for code in countries:
        own = np.where(shared.services.country == code, people[code], own)
    with np.errstate(invalid="ignore", divide="ignore"):
        table["foreign_share"] = (total - own) / total
        second = np.sort(np.column_stack(list(people.values())), axis=1)[:, -2]
        table["shared"] = ((second > 0) & (second >= min_share * total)).astype(int)
        table["room"] = room
        table["load_own"] = np.where(room > 0, own_people / room, np.nan)
        table["load"] = np.where(room > 0, total / room, np.nan)
    table["overflow"] = np.where(np.isnan(room), np.nan, (total > room).astype(float))
    _add_evidence(table, services, evidence)
    table["country"] = shared.services.country
    table["status"] = np.where(
        looked_at | (shared.services.status != "ok"), shared.services.status, "type left out"
    )
    return table


def _add_evidence(table: pd.DataFrame, services: Services, evidence: Evidence | None) -> None:
    ids = [str(one) for one in services.id]
    titles = [[] if evidence is None else evidence.titles(*one) for one in zip(services.type, ids)]
    documented = np.array([bool(one) for one in titles])
    table["standing"] = np.where(
        documented, DOCUMENTED, np.where(table["shared"] == 1, POTENTIAL, None)
    )
    table["documented"] = np.array(["; ".join(one) or None for one in titles], dtype=object)
    users = np.full(len(ids), np.nan)
    if evidence is not None:
        for kind in set(services.type):
            mine = services.type == kind
            users[mine] = evidence.users(kind, np.array(ids, dtype=object)[mine])
    table["documented_users"] = users
