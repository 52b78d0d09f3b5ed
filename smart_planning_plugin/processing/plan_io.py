"""Between tables of a plan, layers its indicators come from, and `core.territory.plan`."""

from __future__ import annotations

from datetime import date

import numpy as np
import pandas as pd
from qgis.core import QgsExpression, QgsProcessingFeatureSource

from ..cartography.identity import kind_of
from ..core.errors import InvalidValueError, MissingFieldError
from ..core.territory.exports import numbers
from ..core.territory.plan import AGGREGATES, aggregate, read_plan
from ..core.territory.tables import code
from ..core.words import LANGUAGES
from ..handbook import plan as pages
from . import statistics_io as statistics
from .layers import read_layer
from .parameters import name_of
from .territory_io import written
from .writing import Rows


def action_plan(given, run) -> dict:
    """Outputs of an action plan."""
    as_of = _day(given.date)
    indicators, labels = _indicators(given, run, as_of)
    plan = read_plan(statistics.plain_table(run, "ACTIONS"), indicators, as_of)
    run.scenario = f"status of {as_of.isoformat()}"
    for row in plan.issues.head(20).itertuples():
        run.warn(f"{row.code}: {row.problem}{f' ({row.detail})' if row.detail else ''}")
    if len(plan.issues) > 20:
        run.warn(f"… and {len(plan.issues) - 20} more; see ISSUES.")
    counts = plan.actions["status"].value_counts().sort_index()
    run.say(", ".join(f"{status}: {count}" for status, count in counts.items()))
    limits, language = sorted(run.limits), given.language
    return {
        "OUTPUT": Rows(_labelled(plan.actions, labels)),
        "BUDGET": Rows(plan.budget),
        "ISSUES": Rows(plan.issues),
        "TIMELINE": written(lambda: pages.timeline(plan, as_of, language)),
        "REPORT": written(lambda: pages.plan_page(plan, as_of, labels, limits, language)),
    }


def _labelled(actions: pd.DataFrame, labels: pd.DataFrame | None) -> pd.DataFrame:
    """The actions, and what the indicator of each is called where INDICATORS say so."""
    if labels is None:
        return actions
    there = [f"label_{one}" for one in LANGUAGES if f"label_{one}" in labels]
    return actions.merge(labels[["indicator", *there]], on="indicator", how="left")


def _day(text: str) -> date:
    if not text.strip():
        return date.today()
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidValueError(f"DATE '{text}' is no date", "Write 2026-06-30") from error


def _indicators(given, run, as_of):
    """Indicators with their values, and their labels; None where there is no table."""
    frame = statistics.plain_table(run, "INDICATORS")
    if frame is None:
        return None, None
    statistics.require(frame, ["indicator"], "INDICATORS")
    rows = frame.to_dict("records")
    names = [code(row["indicator"]) for row in rows]
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        raise InvalidValueError("indicators stand more than once", layer="INDICATORS", ids=twice)
    values, dates = [], []
    for row in rows:
        value = numbers([row.get("value")], "decimal", "INDICATORS", "value")[0][0]
        day = code(row.get("date"))
        if np.isnan(value) and code(row.get("layer")):
            value, day = _computed(row, given.results, run), day or as_of.isoformat()
        values.append(float(value))
        dates.append(day if not np.isnan(value) else "")
    found = pd.DataFrame({"indicator": names, "value": values, "date": dates})
    return found, frame.assign(indicator=names)


def _computed(row, layers, run) -> float:
    """The value of an indicator from the layer it names; NaN, and said, where there is none."""
    name, wanted = code(row["indicator"]), code(row["layer"])
    layer = next((one for one in layers if wanted in (name_of(one), kind_of(one))), None)
    if layer is None:
        run.warn(f"Indicator {name}: layer '{wanted}' is not in RESULTS, so it has no value")
        return np.nan
    how = code(row.get("aggregate")) or "sum"
    where = code(row.get("filter"))
    if how not in AGGREGATES or QgsExpression(where or "1").hasParserError():
        raise InvalidValueError(
            f"aggregate must be {', '.join(AGGREGATES)}, filter an expression of QGIS",
            layer="INDICATORS", ids=[name],
        )  # fmt: skip
    source = QgsProcessingFeatureSource(layer, run.context)
    data = run.remember(read_layer(source, None, run.context, lambda _: run.progress(0.3), layer))
    chosen = np.ones(len(data), bool)
    if where:
        inside = read_layer(source, None, run.context, lambda _: run.progress(0.3), layer, where)
        chosen = np.isin(data.ids, inside.ids)
    field, weight = code(row.get("field")), code(row.get("weight_field"))
    if not field and how != "count":
        raise MissingFieldError(f"aggregate {how} needs a field", layer="INDICATORS", ids=[name])
    data.require(field, weight, what=f"Indicator {name}")
    values = data.numbers(field) if field else np.zeros(len(data))
    return aggregate(how, values, data.numbers(weight) if weight else np.ones(len(data)), chosen)
