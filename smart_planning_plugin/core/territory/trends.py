"""Territorial trends: change, growth, age, movement, density, and how others fare.

Sources: Webb, J. W. (1963), *Economic Geography* 39(2), 130-148, doi 10.2307/142508, for the types
of population change; Eurostat's definitions of the ageing index and dependency ratios.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..disclosure import FEWEST, ROUND_TO
from ..errors import EmptyLayerError, InvalidValueError
from .codes import is_rate
from .tables import decimal_year

POPULATION, NATURAL, MIGRATION = "population", "natural_change", "net_migration"
FLOWS = ("births", "deaths", NATURAL, MIGRATION)
BREAK_SPREADS, SMALLEST_BREAK = 4.0, 0.03
FEWEST_FOR_BREAKS = 5
OK, NO_DATA, HIDDEN, ONE_DATE = "ok", "no_data", "hidden", "one date only"


@dataclass(frozen=True)
class Zones:
    """The zones of an analysis.

    Attributes
    ----------
    id, name, country : (n,) object arrays
    area_km2 : (n,) float array
    abroad : (k, 2) int array
        Pairs of zones that touch across a border, each both ways.
    """

    id: np.ndarray
    name: np.ndarray
    country: np.ndarray
    area_km2: np.ndarray
    abroad: np.ndarray


@dataclass(frozen=True)
class Trends:
    """What became of the zones.

    Attributes
    ----------
    zones : DataFrame
        A row a zone.
    summary : DataFrame
        A row for each indicator and zone, and for the reference.
    series : DataFrame
        ``zone``, ``indicator``, ``time``, ``value``: what plots are drawn from.
    reference : str
        Code of the reference region; empty for the sum of the zones.
    """

    zones: pd.DataFrame
    summary: pd.DataFrame
    series: pd.DataFrame
    reference: str


def trends(
    observations: pd.DataFrame,
    zones: Zones,
    reference: str = "",
    first_year: int | None = None,
    last_year: int | None = None,
    small_numbers: str = "round",
) -> Trends:
    """Trends of all indicators in all zones.

    Parameters
    ----------
    observations : DataFrame
        As `tables.long_table` gives it, with codes of the zones.
    reference : str
        A code in the observations; empty: the sum of the zones that have figures.
    first_year, last_year : int, optional
        By default the first and the last year that most zones with figures have.
    small_numbers : str
        ``round`` rounds people to 10 and hides fewer than 20; ``keep`` does not.

    Raises
    ------
    EmptyLayerError
        If no observation is of a zone.
    InvalidValueError
        If the years are in the wrong order, or the reference is unknown.
    """
    if first_year and last_year and first_year >= last_year:
        raise InvalidValueError(
            f"the first year, {first_year}, is not before the last, {last_year}",
            "Look at FROM_YEAR and TO_YEAR",
        )
    if reference and reference not in set(observations["zone"]):
        raise InvalidValueError(
            f"the reference '{reference}' is not in the observations", "Look at REFERENCE"
        )
    mine = observations[observations["zone"].isin(set(zones.id))]
    if mine.empty:
        raise EmptyLayerError(
            "no observation is of a zone of the layer",
            "Look at the codes: they are joined as text, leading zeros and all",
            ids=sorted(set(observations["zone"]))[:5],
        )
    summaries = []
    for indicator in sorted(set(mine["indicator"])):
        panel = _Panel(observations, indicator, zones, reference, first_year, last_year)
        summaries.append(panel.summary())
    summary = pd.concat(summaries, ignore_index=True)
    table = _zones(observations, zones, summary)
    series = _series(observations, zones, reference)
    if small_numbers == "round":
        summary, table, series = _hidden(summary), _hidden_zones(table), _hidden_series(series)
    return Trends(table, summary, series, reference)


class _Panel:
    """One indicator: zones by years."""

    def __init__(self, observations, indicator, zones, reference, first_year, last_year):
        self.indicator, self.zones, self.reference = indicator, zones, reference
        rows = observations[observations["indicator"] == indicator]
        self.value = rows.pivot(index="zone", columns="year", values="value")
        self.date = rows.pivot(index="zone", columns="year", values="date")
        self.flag = rows.pivot(index="zone", columns="year", values="flag")
        self.mine = self.value.reindex(zones.id)
        there = self.mine.notna().sum()
        there = there[there >= max(there.max() / 2, 1)]
        years = there.index
        self.first = first_year if first_year is not None else int(years.min())
        self.last = last_year if last_year is not None else int(years.max())

    def _at(self, table, year, fill):
        column = table[year] if year in table else pd.Series(fill, index=table.index)
        return column.reindex(self.zones.id).to_numpy()

    def summary(self) -> pd.DataFrame:
        v0 = self._at(self.value, self.first, np.nan).astype(float)
        v1 = self._at(self.value, self.last, np.nan).astype(float)
        if self.first == self.last:  # a state, not a trend
            v0 = np.full(len(v1), np.nan)
        d0, d1 = self._at(self.date, self.first, ""), self._at(self.date, self.last, "")
        span = np.array([self._years(*pair) for pair in zip(d0, d1)], dtype=float)
        growth = annual_growth(v0, v1, span)
        both = ~np.isnan(v0 + v1)
        abroad = self._abroad(v0, v1, both)
        ref0, ref1, ref_span = self._reference(v0, v1, both, span)
        ref_growth = annual_growth(ref0, ref1, ref_span)
        table = pd.DataFrame(
            {
                "zone": self.zones.id,
                "name": self.zones.name,
                "country": self.zones.country,
                "indicator": self.indicator,
                "first_date": _or_year(d0, self.first),
                "last_date": _or_year(d1, self.last),
                "first_value": v0,
                "last_value": v1,
                "change": v1 - v0,
                "change_pct": _per_cent(v1 - v0, v0),
                "growth_pct_year": growth,
                "reference_growth": ref_growth,
                "vs_reference": growth - ref_growth,
                "abroad_growth": abroad,
                "vs_abroad": growth - abroad,
                "missing_years": self.mine.isna().sum(axis=1).to_numpy(),
            }
        )
        breaks = [self._breaks(zone) for zone in self.zones.id]
        table["break_years"] = [", ".join(map(str, one)) for one, _ in breaks]
        table["break_basis"] = [basis for _, basis in breaks]
        table["status"] = np.where(both, OK, self._why(v0, v1))
        return table

    @staticmethod
    def _years(first, last) -> float:
        if not isinstance(first, str) or not isinstance(last, str) or not first or not last:
            return np.nan
        return decimal_year(last, int(last[:4])) - decimal_year(first, int(first[:4]))

    def _reference(self, v0, v1, both, span):
        """Values of the reference at both dates; a sum is of zones that have both."""
        if self.reference:
            row = self.value.reindex([self.reference])
            dates = self.date.reindex([self.reference])
            values = [
                float(row[year].iloc[0]) if year in row else np.nan
                for year in (self.first, self.last)
            ]
            days = [
                dates[year].iloc[0] if year in dates else "" for year in (self.first, self.last)
            ]
            return (*values, self._years(*days))
        if is_rate(self.indicator) or not both.any():
            return np.nan, np.nan, np.nan
        return v0[both].sum(), v1[both].sum(), float(np.median(span[both]))

    def _abroad(self, v0, v1, both) -> np.ndarray:
        """Growth of the neighbours across the border, taken together."""
        sums = np.zeros((2, len(v0)))
        pairs = self.zones.abroad
        pairs = pairs[both[pairs[:, 1]]] if len(pairs) else pairs
        if is_rate(self.indicator) or not len(pairs):
            return np.full(len(v0), np.nan)
        for at, values in enumerate((v0, v1)):
            np.add.at(sums[at], pairs[:, 0], values[pairs[:, 1]])
        none = np.bincount(pairs[:, 0], minlength=len(v0)) == 0
        growth = annual_growth(sums[0], sums[1], np.full(len(v0), float(self.last - self.first)))
        return np.where(none, np.nan, growth)

    def _breaks(self, zone) -> tuple[list[int], str]:
        if zone not in self.value.index:
            return [], ""
        flags = self.flag.loc[zone]
        said = [int(year) for year, one in flags.items() if "break" in str(one)]
        if said:
            return said, "flagged"
        row = self.value.loc[zone].dropna()
        times = [decimal_year(self.date.loc[zone, year], int(year)) for year in row.index]
        found = breaks(np.array(times), row.to_numpy(float))
        return [int(row.index[one]) for one in found], "detected" if len(found) else ""

    def _why(self, v0, v1):
        def one(zone, first, last):
            if zone not in self.value.index:
                return NO_DATA
            if self.first == self.last and not np.isnan(last):
                return ONE_DATE
            gone = [str(year) for year, value in ((self.first, first), (self.last, last))
                    if np.isnan(value)]  # fmt: skip
            return f"no value in {' and '.join(gone)}"

        return [one(*each) for each in zip(self.zones.id, v0, v1)]


def annual_growth(first, last, years):
    """Compound growth in per cent a year; NaN where the first value is not above zero.

    Parameters
    ----------
    first, last, years : float or (n,) float array
        Years between the two reference dates, with decimals.

    Examples
    --------
    >>> round(float(annual_growth(100.0, 121.0, 2.0)), 6)
    10.0
    """
    first, last, years = np.broadcast_arrays(*map(np.asarray, (first, last, years)))
    with np.errstate(divide="ignore", invalid="ignore"):
        growth = 100 * ((last / first) ** (1 / years) - 1)
    return np.where((first > 0) & (last >= 0) & (years > 0), growth, np.nan)


def breaks(times: np.ndarray, values: np.ndarray) -> np.ndarray:
    """Where a series jumps as it does not elsewhere: indices of the first value after a jump.

    A growth rate further from the median than four robust standard deviations (1.4826 times the
    median absolute deviation) and by three percentage points at least.

    Parameters
    ----------
    times : (n,) float array
        Years with decimals.
    values : (n,) float array
        No NaN.
    """
    if len(values) < FEWEST_FOR_BREAKS or (values <= 0).any():
        return np.array([], int)
    growth = np.diff(np.log(values)) / np.diff(times)
    off = np.abs(growth - np.median(growth))
    limit = max(BREAK_SPREADS * 1.4826 * np.median(off), SMALLEST_BREAK)
    return np.flatnonzero(off > limit) + 1


def webb(natural, migration) -> np.ndarray:
    """Webb's type of population change, a to d growing and e to h shrinking.

    Where both are equal in size, the natural side decides; nothing at all is ``stable``.

    Parameters
    ----------
    natural, migration : (n,) float arrays
        Births less deaths, and arrivals less departures.

    Examples
    --------
    >>> webb([5, 1, -1, 0], [-2, 3, -4, 0]).tolist()
    ['a', 'c', 'g', 'stable']
    """
    n, m = np.asarray(natural, float), np.asarray(migration, float)
    total, larger = n + m, np.abs(n) >= np.abs(m)
    growing = (total > 0) | ((total == 0) & (n > 0))
    conditions = [
        np.isnan(total),
        (n == 0) & (m == 0),
        growing & larger & (m < 0),
        growing & larger,
        growing & (n >= 0),
        growing,
        ~growing & larger & (m > 0),
        ~growing & larger,
        ~growing & (n <= 0),
    ]
    return np.select(conditions, ["", "stable", "a", "b", "c", "d", "e", "f", "g"], "h")


def age_indices(young, working, old) -> pd.DataFrame:
    """Ageing index, old-age and total dependency, in per cent; NaN over a zero.

    Parameters
    ----------
    young, working, old : (n,) float arrays
        People of 0 to 14, 15 to 64, and 65 and more.
    """
    return pd.DataFrame(
        {
            "ageing_index": _per_cent(old, young),
            "old_age_dependency": _per_cent(old, working),
            "total_dependency": _per_cent(young + old, working),
        }
    )


def _zones(observations, zones: Zones, summary) -> pd.DataFrame:
    """One row a zone: the population and what it is made of."""
    main = POPULATION if POPULATION in set(summary["indicator"]) else summary["indicator"].iloc[0]
    kept = ["first_date", "last_date", "first_value", "last_value", "change", "change_pct",
            "growth_pct_year", "vs_reference", "vs_abroad", "break_years", "status"]  # fmt: skip
    rows = summary[summary["indicator"] == main].set_index("zone").reindex(zones.id)
    table = rows[kept].reset_index(drop=True)
    table.insert(0, "indicator", main)
    first, last = int(rows["first_date"].iloc[0][:4]), int(rows["last_date"].iloc[0][:4])
    is_population = main == POPULATION
    table["density_km2"] = (
        _ratio(table["last_value"].to_numpy(float), zones.area_km2) if is_population else np.nan
    )
    ages = {name: _latest(observations, name, zones) for name in
            ("pop_0_14", "pop_15_64", "pop_65")}  # fmt: skip
    same = [len({ages[name][1][at] for name in ages}) == 1 for at in range(len(zones.id))]
    indices = age_indices(*(ages[name][0] for name in ages))
    table = table.join(indices.where(pd.Series(same)))
    table["age_date"] = np.where(same, ages["pop_65"][1], "")
    natural = _flow(observations, NATURAL, zones, first, last)
    born = _flow(observations, "births", zones, first, last)
    died = _flow(observations, "deaths", zones, first, last)
    natural = np.where(np.isnan(natural), born - died, natural)
    moved = _flow(observations, MIGRATION, zones, first, last)
    change = table["change"].to_numpy(float) if is_population else np.full(len(zones.id), np.nan)
    residual = np.where(np.isnan(moved), change - natural, np.nan)
    basis = np.where(~np.isnan(moved), "given", np.where(~np.isnan(residual), "residual", ""))
    moved = np.where(np.isnan(moved), residual, moved)
    table[NATURAL], table[MIGRATION], table["migration_basis"] = natural, moved, basis
    table["webb"] = webb(natural, moved)
    if is_population:  # a population that adds up with its movement has no hidden break
        unexplained = np.abs(change - natural - moved)
        table["unexplained"] = np.where(basis == "given", unexplained, np.nan)
    return table


def _latest(observations, indicator, zones):
    """Latest value of each zone, and its date."""
    rows = observations[(observations["indicator"] == indicator) & observations["value"].notna()]
    rows = rows.sort_values("year").drop_duplicates("zone", keep="last").set_index("zone")
    rows = rows.reindex(zones.id)
    return rows["value"].to_numpy(float), rows["date"].fillna("").to_numpy(object)


def _flow(observations, indicator, zones, first: int, last: int) -> np.ndarray:
    """Sum of a flow over the years from the first to before the last; NaN if one is missing.

    A population stands at the beginning of its year, so the flows of the last year come after it.
    """
    rows = observations[observations["indicator"] == indicator]
    rows = rows[(rows["year"] >= first) & (rows["year"] < last)]
    table = rows.pivot(index="zone", columns="year", values="value").reindex(zones.id)
    table = table.reindex(columns=range(first, last))
    return table.sum(axis=1, skipna=False).to_numpy(float) if first < last else np.full(
        len(zones.id), np.nan
    )  # fmt: skip


def _series(observations, zones, reference) -> pd.DataFrame:
    wanted = set(zones.id) | ({reference} if reference else set())
    rows = observations[observations["zone"].isin(wanted) & observations["value"].notna()].copy()
    rows["time"] = [decimal_year(day, year) for day, year in zip(rows["date"], rows["year"])]
    return rows.sort_values(["indicator", "zone", "time"])[
        ["zone", "indicator", "time", "value", "flag"]
    ].reset_index(drop=True)


def _per_cent(part, whole):
    return 100 * _ratio(part, whole)


def _ratio(part, whole):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(whole) > 0, np.asarray(part) / np.asarray(whole), np.nan)


def _or_year(days, year):
    return [one if isinstance(one, str) and one else str(year) for one in days]


def _small(values) -> np.ndarray:
    return (np.asarray(values, float) > 0) & (np.asarray(values, float) < FEWEST)


def _rounded(values) -> np.ndarray:
    return np.round(np.asarray(values, float) / ROUND_TO) * ROUND_TO


def _hidden(summary) -> pd.DataFrame:
    """Counts rounded; nothing that lets a small one be worked out."""
    table = summary.copy()
    counts = ~table["indicator"].map(is_rate).to_numpy(bool)
    small = counts & (_small(table["first_value"]) | _small(table["last_value"]))
    small &= ~table["indicator"].isin(FLOWS).to_numpy(bool)
    for name in ("first_value", "last_value", "change"):
        table[name] = np.where(counts, _rounded(table[name]), table[name])
    derived = ["first_value", "last_value", "change", "change_pct", "growth_pct_year",
               "vs_reference", "vs_abroad"]  # fmt: skip
    table.loc[small, derived] = np.nan
    table.loc[small, "status"] = HIDDEN
    return table


def _hidden_zones(table) -> pd.DataFrame:
    table = table.copy()
    small = _small(table["first_value"]) | _small(table["last_value"])
    for name in ("first_value", "last_value", "change", NATURAL, MIGRATION):
        table[name] = _rounded(table[name])
    numeric = [one for one in table.columns if table[one].dtype.kind == "f"]
    table.loc[small, numeric] = np.nan
    table.loc[small, ["webb", "migration_basis"]] = ""
    table.loc[small, "status"] = HIDDEN
    return table


def _hidden_series(series) -> pd.DataFrame:
    counts = ~series["indicator"].map(is_rate)
    shown = series[~(counts & _small(series["value"]))].copy()
    counts = counts.loc[shown.index]
    shown["value"] = np.where(counts, _rounded(shown["value"]), shown["value"])
    return shown.reset_index(drop=True)
