"""Action plans as planners keep them: rows with parents, years, money by source, indicators.

What cannot be right stops the run (codes twice, parents in a circle, budgets below 0); what does
not fit together is reported with its row, all at once, so that a plan is mended in one go.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import pandas as pd

from ..errors import EmptyLayerError, InvalidValueError, MissingFieldError
from .exports import numbers
from .hierarchy import Tree
from .tables import code

TEXTS = ["code", "parent", "goal", "action", "responsible", "partners", "fund_source", "indicator"]
YEAR, MONTH = re.compile(r"^(\d{4})\.?$"), re.compile(r"^(\d{4})-(\d{1,2})$")
DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})")
LATVIAN_DAY = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})\.?$")
NO_SOURCE = "?"
STATUSES = ("reached", "on_track", "behind", "overdue", "not_started", "no_figure", "no_dates",
            "inconsistent", "group")  # fmt: skip
MONEY_MAY_MISS = 0.005
AGGREGATES = ("sum", "mean", "weighted_mean", "min", "max", "count", "share")


@dataclass(frozen=True)
class Plan:
    """A plan that was read and looked through.

    Attributes
    ----------
    actions : DataFrame
        In the order of the hierarchy, with status, distance to target and remarks.
    budget : DataFrame
        ``code``, ``year``, ``source``, ``amount``; nothing counted twice.
    partners : DataFrame
        ``organisation``, ``responsible_for``, ``takes_part_in``: actions and money.
    issues : DataFrame
        ``code``, ``problem``, ``detail``.
    """

    actions: pd.DataFrame
    budget: pd.DataFrame
    partners: pd.DataFrame
    issues: pd.DataFrame


def moment(text: str, last: bool) -> date | None:
    """A date of a plan: a year or a month stands for its first day, or its last.

    Examples
    --------
    >>> moment("2026", True), moment("24.05.2022.", False)
    (datetime.date(2026, 12, 31), datetime.date(2022, 5, 24))
    """
    text = text.strip()
    if not text:
        return None
    found = YEAR.match(text)
    if found:
        return date(int(found[1]), 12, 31) if last else date(int(found[1]), 1, 1)
    found = MONTH.match(text)
    if found:
        year, month = int(found[1]), int(found[2])
        return date(year, month, calendar.monthrange(year, month)[1] if last else 1)
    found = DAY.match(text)
    if found:
        return date(*(int(one) for one in found.groups()))
    found = LATVIAN_DAY.match(text)
    if found:
        day, month, year = (int(one) for one in found.groups())
        return date(year, month, day)
    raise ValueError(text)


def read_plan(frame: pd.DataFrame, indicators: pd.DataFrame | None, as_of: date, layer="ACTIONS"):
    """Read a plan, judge its progress and find what does not fit together.

    Parameters
    ----------
    frame : DataFrame
        ``code`` and ``action``; where there are any ``parent``, ``goal``, ``responsible``,
        ``partners`` (with ; or ,), ``start``, ``end``, ``budget``, ``fund_source`` (a name, or
        ``ERDF=80000; municipality=20000``), ``budget_<source>``, ``budget_<year>``,
        ``indicator``, ``baseline``, ``target``.
    indicators : DataFrame, optional
        ``indicator``, ``value``, ``date``.
    as_of : date
        The day the status is that of.

    Returns
    -------
    Plan

    Raises
    ------
    MissingFieldError, EmptyLayerError, InvalidValueError, DuplicateIdError
    """
    for name in ("code", "action"):
        if name not in frame:
            raise MissingFieldError("the table has no such field", layer=layer, field=name)
    if frame.empty:
        raise EmptyLayerError("the table has no rows", layer=layer)
    table = pd.DataFrame(
        {one: [code(each) for each in frame[one]] if one in frame else "" for one in TEXTS}
    )
    tree = Tree(table["code"], table["parent"], layer)
    for name, last in (("start", False), ("end", True)):
        table[name] = _moments(frame, name, last, table["code"], layer)
    for name in ("budget", "baseline", "target"):
        given = frame[name] if name in frame else [None] * len(frame)
        table[name] = numbers(given, "decimal", layer, name)[0]
    sources, years = _money_columns(frame, table["code"], layer)
    _refuse_negative(table["budget"], table["code"], "budget", layer)
    issues = _Issues()
    table["sources"] = [
        _sources(row, sources[at], bool(tree.children(row["code"])), issues)
        for at, row in enumerate(table.to_dict("records"))
    ]
    table["by_year"] = years
    table = table.set_index("code", drop=False).loc[tree.in_order()]
    table["depth"] = [tree.depth(one) for one in table["code"]]
    table["below"] = [tree.below(one) for one in table["code"]]
    _with_values(table, indicators, issues)
    table["status"] = [_status(row, as_of) for row in table.to_dict("records")]
    _look_through(table, tree, issues)
    budget = _budget(table)
    table["budget_counted"] = budget.groupby("code")["amount"].sum().reindex(table.index)
    partners = _by_organisation(table)
    found = issues.table()
    said = found.groupby("code")["problem"].agg(lambda one: "; ".join(dict.fromkeys(one)))
    table["remarks"] = said.reindex(table.index).fillna("")
    table["as_of"] = as_of.isoformat()
    return Plan(_shown(table), budget, partners, found)


class _Issues:
    def __init__(self):
        self.rows: list[tuple[str, str, str]] = []

    def add(self, of: str, problem: str, detail: str = "") -> None:
        self.rows.append((of, problem, detail))

    def table(self) -> pd.DataFrame:
        return pd.DataFrame(self.rows, columns=["code", "problem", "detail"], dtype=object)


def _moments(frame, name, last, codes, layer):
    found, wrong = [], []
    for of, one in zip(codes, frame[name] if name in frame else [None] * len(frame)):
        try:
            found.append(moment(code(one), last))
        except ValueError:
            wrong.append(f"{of}: {code(one)}")
            found.append(None)
    if wrong:
        raise InvalidValueError(
            "these are no dates", "Write 2026, 2026-05 or 2026-05-24", layer=layer, field=name,
            ids=wrong,
        )  # fmt: skip
    return found


def _refuse_negative(values, codes, name, layer):
    wrong = (np.asarray(values, float) < 0).nonzero()[0]
    if len(wrong):
        raise InvalidValueError(
            "money below 0", "Mend the plan", layer=layer, field=name,
            ids=[list(codes)[at] for at in wrong],
        )  # fmt: skip


def _money_columns(frame, codes, layer):
    """Money by source and by year from columns ``budget_<…>``."""
    sources, years = [{} for _ in codes], [{} for _ in codes]
    for column in frame.columns:
        name = str(column)
        if not name.startswith("budget_"):
            continue
        values = numbers(frame[column], "decimal", layer, name)[0]
        _refuse_negative(values, codes, name, layer)
        of = name.removeprefix("budget_")
        for at, value in enumerate(values):
            if value > 0:
                if YEAR.match(of):
                    years[at][int(of[:4])] = float(value)
                else:
                    sources[at][of] = float(value)
    return sources, years


def _sources(row, columns, above, issues) -> dict[str, float]:
    """Money of an action by source; what has no source is told apart."""
    found = dict(columns)
    total = row["budget"]
    names = [one.strip() for one in re.split(r"[;\n]", row["fund_source"]) if one.strip()]
    named = [one for one in names if "=" not in one]
    for one in names:
        if "=" in one:
            name, _, amount = one.partition("=")
            value = numbers([amount], "decimal", "ACTIONS", "fund_source")[0][0]
            found[name.strip()] = found.get(name.strip(), 0.0) + float(np.nan_to_num(value))
    if any(one < 0 for one in found.values()):
        raise InvalidValueError("money below 0", layer="ACTIONS", field="fund_source",
                                ids=[row["code"]])  # fmt: skip
    known = sum(found.values())
    if np.isnan(total):
        return found
    if not found and len(named) == 1:
        return {named[0]: total}
    if found and _misses(known, total):
        issues.add(row["code"], "money by source does not add up to the budget",
                   f"{known:g} / {total:g}")  # fmt: skip
    if not found and total > 0 and not (above and not named):  # those below say where from
        problem = "several sources, but not how much each" if named else "budget without a source"
        issues.add(row["code"], problem, ", ".join(named))
        return {"; ".join(named) or NO_SOURCE: total}
    return found


def _with_values(table, indicators, issues) -> None:
    """Values of indicators, progress and distance to target."""
    known = {}
    if indicators is not None:
        known = {row["indicator"]: row for row in indicators.to_dict("records")}
    rows = [known.get(one, {}) for one in table["indicator"]]
    table["value"] = [float(one.get("value", np.nan)) for one in rows]
    table["value_date"] = [code(one.get("date")) for one in rows]
    span = table["target"] - table["baseline"]
    with np.errstate(divide="ignore", invalid="ignore"):
        progress = 100 * (table["value"] - table["baseline"]) / span.where(span != 0)
    table["progress_pct"] = progress
    table["distance"] = table["target"] - table["value"]
    for row in table.to_dict("records"):
        if row["indicator"] and indicators is not None and row["indicator"] not in known:
            issues.add(row["code"], "indicator is not in INDICATORS", row["indicator"])
        if row["indicator"] and np.isnan(row["target"]):
            issues.add(row["code"], "indicator without a target", row["indicator"])
        if row["indicator"] and np.isnan(row["baseline"]):
            issues.add(row["code"], "indicator without a baseline", row["indicator"])
        if row["target"] == row["baseline"]:
            issues.add(row["code"], "target is the baseline", f"{row['target']:g}")


def _expected(row, as_of) -> float:
    """Share of its time that has passed, in per cent."""
    if row["start"] is None or row["end"] is None or row["end"] < row["start"]:
        return np.nan
    days = (row["end"] - row["start"]).days + 1
    return float(np.clip(100 * ((as_of - row["start"]).days + 1) / days, 0, 100))


def _status(row, as_of) -> str:
    progress = row["progress_pct"]
    if row["start"] is not None and row["end"] is not None and row["end"] < row["start"]:
        return "inconsistent"
    if progress >= 100:
        return "reached"
    if row["below"] and not row["indicator"]:
        return "group"
    if row["start"] is None or row["end"] is None:
        return "no_dates"
    if as_of < row["start"]:
        return "not_started"
    if np.isnan(progress):
        return "no_figure"
    if as_of > row["end"]:
        return "overdue"
    return "on_track" if progress >= _expected(row, as_of) else "behind"


def _look_through(table, tree, issues) -> None:
    """What does not fit together."""
    by_code = {row["code"]: row for row in table.to_dict("records")}
    for one in tree.orphans:
        issues.add(one, "parent is in no row", tree.parent[one])
    for of, row in by_code.items():
        if row["status"] == "inconsistent":
            issues.add(of, "ends before it starts", f"{row['start']} – {row['end']}")
        if (row["start"] is None) != (row["end"] is None):
            issues.add(of, "only one of start and end")
        leaf = not row["below"]
        if leaf and not row["responsible"]:
            issues.add(of, "nobody is responsible")
        if leaf and not row["indicator"]:
            issues.add(of, "no indicator")
        if leaf and row["start"] is None and row["end"] is None:
            issues.add(of, "no dates")
        yearly = sum(row["by_year"].values())
        if yearly and not np.isnan(row["budget"]) and _misses(yearly, row["budget"]):
            issues.add(of, "money by year does not add up to the budget",
                       f"{yearly:g} / {row['budget']:g}")  # fmt: skip
        _against_parent(row, by_code.get(row["parent"]), issues)
        inside, own = sum(_money(by_code[one]) for one in tree.children(of)), _money(row)
        if inside > own > 0 and _misses(inside, own):
            issues.add(of, "the rows below cost more than the row", f"{inside:g} / {own:g}")


def _against_parent(row, above, issues) -> None:
    if above is None:
        return
    early = above["start"] and row["start"] and row["start"] < above["start"]
    late = above["end"] and row["end"] and row["end"] > above["end"]
    if early or late:
        times = [row["start"], row["end"], above["start"], above["end"]]
        detail = "{} – {} / {} – {}".format(*times)
        issues.add(row["code"], "outside the time of its parent", detail)


def _misses(money: float, budget: float) -> bool:
    """Whether a sum of money is further from its budget than rounding explains."""
    return abs(money - budget) > MONEY_MAY_MISS * max(budget, 1)


def _money(row) -> float:
    """Money of a row: its budget, else what its sources or years say."""
    if not np.isnan(row["budget"]):
        return float(row["budget"])
    return max(sum(row["sources"].values()), sum(row["by_year"].values()))


def _budget(table) -> pd.DataFrame:
    """Money by action, year and source; a row above others with money is not counted again."""
    rows = []
    by_code = {row["code"]: row for row in table.to_dict("records")}
    for of, row in by_code.items():
        if any(_money(by_code[one]) > 0 for one in row["below"]) or not _money(row) > 0:
            continue
        total = _money(row)
        sources = row["sources"] or {NO_SOURCE: total}
        all_of = sum(sources.values())
        for year, share in _years(row, total).items():
            for source, amount in sources.items():
                rows.append((of, year, source, total * share * amount / all_of))
    return pd.DataFrame(rows, columns=["code", "year", "source", "amount"])


def _years(row, total) -> dict[str, float]:
    """Share of the money in each year: as given, else by days; without dates in none."""
    if row["by_year"]:
        whole = sum(row["by_year"].values())
        return {str(year): value / whole for year, value in sorted(row["by_year"].items())}
    start, end = row["start"], row["end"]
    if start is None or end is None or end < start:
        return {"": 1.0}
    days = (end - start).days + 1
    shares = {}
    for year in range(start.year, end.year + 1):
        first, last = max(start, date(year, 1, 1)), min(end, date(year, 12, 31))
        shares[str(year)] = ((last - first) + timedelta(days=1)).days / days
    return shares


def organisations(words: str) -> list[str]:
    """Names in a cell, divided by semicolons or commas.

    Examples
    --------
    >>> organisations("Klaipėda; Liepāja, Skuodas")
    ['Klaipėda', 'Liepāja', 'Skuodas']
    """
    return [one.strip() for one in re.split(r"[;,\n]", words) if one.strip()]


def _by_organisation(table) -> pd.DataFrame:
    """Actions and money by organisation; taking part says nothing of who pays."""
    found: dict[str, list[float]] = {}
    for row in table.to_dict("records"):
        money = float(np.nan_to_num(row["budget_counted"]))
        if row["below"] and not money:
            continue
        for at, names in ((0, row["responsible"]), (2, row["partners"])):
            for one in dict.fromkeys(organisations(names)):
                mine = found.setdefault(one, [0, 0.0, 0, 0.0])
                mine[at] += 1
                mine[at + 1] += money
    columns = ["organisation", "responsible_for", "responsible_money", "takes_part_in",
               "takes_part_money"]  # fmt: skip
    rows = [(one, *values) for one, values in sorted(found.items())]
    return pd.DataFrame(rows, columns=columns)


def _shown(table) -> pd.DataFrame:
    """The rows of the result."""
    out = table[["code", "parent", "depth", "goal", "action", "responsible", "partners"]].copy()
    for name in ("start", "end"):
        out[name] = [one.isoformat() if one is not None else "" for one in table[name]]
    out["budget"], out["budget_counted"] = table["budget"], table["budget_counted"]
    out["fund_source"] = [
        "; ".join(f"{name}={amount:g}" for name, amount in one.items()) for one in table["sources"]
    ]
    kept = ["indicator", "baseline", "target", "value", "value_date", "progress_pct"]
    out[kept] = table[kept]
    as_of = date.fromisoformat(table["as_of"].iloc[0])
    out["expected_pct"] = [_expected(row, as_of) for row in table.to_dict("records")]
    out[["distance", "status", "remarks", "as_of"]] = table[
        ["distance", "status", "remarks", "as_of"]
    ]
    return out.reset_index(drop=True)


def aggregate(how: str, values, weights=None, chosen=None) -> float:
    """One number of a layer: what an indicator is.

    Parameters
    ----------
    how : str
        Of `AGGREGATES`. ``share`` is the sum of the chosen rows in per cent of that of all.
    values, weights : (n,) float array
        NaN is left out.
    chosen : (n,) bool array, optional
        Rows for which the filter of the indicator holds.

    Raises
    ------
    InvalidValueError
    """
    values = np.asarray(values, float)
    chosen = np.ones(len(values), bool) if chosen is None else np.asarray(chosen, bool)
    mine = values[chosen & ~np.isnan(values)]
    if how == "count":
        return float(chosen.sum())
    if how == "sum":
        return float(mine.sum())
    if how == "share":
        total = np.nansum(values)
        return float(100 * mine.sum() / total) if total > 0 else np.nan
    if not len(mine):
        return np.nan
    if how == "weighted_mean":
        weight = np.nan_to_num(np.asarray(weights, float))[chosen & ~np.isnan(values)]
        return float(mine @ weight / weight.sum()) if weight.sum() > 0 else np.nan
    if how in ("mean", "min", "max"):
        return float(getattr(np, how)(mine))
    raise InvalidValueError(f"aggregate must be {', '.join(AGGREGATES)}", layer="INDICATORS")
