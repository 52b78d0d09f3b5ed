"""Between layers and how shared service areas stand: summary, sensitivity, changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

import numpy as np
import pandas as pd

from ..core.crossborder.comparison import changes, changes_between
from ..core.crossborder.scenarios import BorderScenario
from ..core.crossborder.shared import SharedServices, at_places_only
from ..core.crossborder.summary import summary
from ..core.ids import as_text
from ..core.services.inputs import NOT_SHAREABLE
from ..handbook.findings import by_type
from ..handbook.findings import shared as words
from . import places_io, shared_io
from .writing import Rows

NOT_COMPARED = "not_compared"
COMPARED = ["service_type", "category", "own_min", "abroad_min", "extra_min_abroad"]


def summary_rows(shared: SharedServices, sensitivity: pd.DataFrame, given, run) -> Rows:
    """A row for each type of service, with the finding to paste."""
    countries = given.travel.countries
    names = as_text(given.travel.network.edges["name"]).to_numpy(object)
    table = summary(
        shared, given.services, shared_io.facility_table(shared, given), countries,
        shared_io.border_open(given), names, sensitivity, given.evidence,
    )  # fmt: skip
    types = [one.type for one in shared.types]
    sentences = partial(words.sentences, countries)
    limits = {*run.limits, words.NOT_USERS}
    return Rows(by_type(table, types, sentences, run.scenario, limits))


def change_rows(shared: SharedServices, given, run) -> Rows:
    """A row for each place and type: what is different from another run."""
    kinds = [
        one for one in given.types if given.show_not_shareable or one.shareability != NOT_SHAREABLE
    ]
    at, limits = shared.places, (given.threshold, given.advantage)
    after = at_places_only(given.travel, given.places, given.services, kinds, at, *limits)
    if given.compare_with is not None:
        tables = _against_layer(after, at.ok, given, run)
    else:
        travel = replace(given.travel, border=BorderScenario())
        services = given.services if given.present_services is None else given.present_services
        if services is given.services and shared_io.border_open(given):
            run.warn("CHANGES: the border is open and no service changes, so nothing differs")
        before = at_places_only(travel, given.places, services, kinds, at, *limits)
        tables = [changes(one, other, at.ok) for one, other in zip(before, after)]
    for table, result in zip(tables, after):
        table.insert(0, "service_type", result.type.name)
        table.insert(1, "people", result.people)
        table["place_country"] = np.where(at.country == "", None, at.country)
        table["status"] = places_io.status_of(given.places, at)
    _say_changes(tables, after, run)
    return shared_io.blocks_like(tables, given, run)


def _against_layer(after, usable, given, run) -> list[pd.DataFrame]:
    """Compare with the places of another run, found by their ids and types."""
    data = given.compare_with
    field = run.text("PLACE_ID")
    data.require(field, *COMPARED, what="COMPARE_WITH")
    key = pd.MultiIndex.from_arrays([data.texts(field), data.texts("service_type")])
    abroad = data.numbers("abroad_min") + np.nan_to_num(data.numbers("extra_min_abroad"))
    minutes = np.fmin(data.numbers("own_min"), abroad)
    other = pd.DataFrame({"category": data.texts("category"), "minutes": minutes}, index=key)
    other = other[~other.index.duplicated()]
    ids = [str(one) for one in given.places.id]
    tables, lost = [], 0
    for result in after:
        before = other.reindex(pd.MultiIndex.from_arrays([ids, [result.type.name] * len(ids)]))
        known = before["category"].notna().to_numpy()
        lost += int((~known & usable).sum())
        here = np.minimum(result.places.own, result.abroad_with_extra)
        table = changes_between(
            before["category"].fillna("no_data").to_numpy(object),
            result.place_category,
            before["minutes"].fillna(np.inf).to_numpy(float),
            here,
            usable,
        )
        table.loc[~known & usable, "change"] = NOT_COMPARED
        table.loc[~known, "category_before"] = None
        tables.append(table)
    if lost:
        run.warn(f"{lost} places and types are not in {data.name} and are not compared")
    return tables


def _say_changes(tables, after, run) -> None:
    for table, result in zip(tables, after):
        people = table.groupby("change")["people"].sum()
        said = ", ".join(f"{name} {count:,.0f}" for name, count in people.items() if count)
        run.say(f"{result.type.label}, people by change: {said}")
