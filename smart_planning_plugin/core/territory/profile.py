"""Profiles of zones: what they are strong in, how sure that is, and who abroad is alike.

An action of several steps over `specialisation`: sectors that do not overlap, the reference, the
domains of each country, classes, stars and confidence, and the pairs across the border.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import EmptyLayerError, InvalidValueError, MissingFieldError
from . import specialisation as measures
from .exports import numbers
from .nace import WITHOUT, partition
from .tables import code

HIDE_BELOW = 50  # jobs: a location quotient on fewer is noise, and points at firms
ROUNDING_MATTERS, JUMP = 0.05, 0.25
FEWEST_ZONES = 10  # for what compares zones with each other
STRONG, CLEARLY_STRONG, CLEARLY_WEAK = 1.0, 1.25, 0.8
SECTOR, DOMAIN = "sector", "domain"
HIDDEN, LOW, FAIR = "hidden", "low", "fair"
CLASSES = ("growing_strength", "threatened_strength", "emerging", "weak", "too_small", "no_data")


@dataclass(frozen=True)
class Profiles:
    """What zones are strong in.

    Attributes
    ----------
    rows : DataFrame
        Zone × sector, and zone × domain where there is a table of domains (``level``).
    zones : DataFrame
        A row a zone.
    pairs : DataFrame
        Zones of two countries.
    first, last : int
        Years.
    notes : list of str
        What was put aside or could not be done.
    """

    rows: pd.DataFrame
    zones: pd.DataFrame
    pairs: pd.DataFrame
    first: int
    last: int
    notes: list[str]


def domain_table(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """The table of domains: ``country`` (empty: all), ``sector``, ``domain``, ``share``.

    Raises
    ------
    MissingFieldError, InvalidValueError
        If shares are not between 0 and 1, or a sector is given away more than once.
    """
    for name in ("sector", "domain"):
        if name not in frame:
            raise MissingFieldError("the table has no such field", layer=layer, field=name)
    table = pd.DataFrame(
        {name: [code(one) for one in frame[name]] for name in ("sector", "domain")}
    )
    countries = frame["country"] if "country" in frame else [""] * len(frame)
    table["country"] = [code(one).upper() for one in countries]
    given = frame["share"] if "share" in frame else [1.0] * len(frame)
    share = numbers(given, "decimal", layer, "share")[0]
    table["share"] = np.where(np.isnan(share), 1.0, share)
    table = table[(table["sector"] != "") & (table["domain"] != "")]
    wrong = table[(table["share"] < 0) | (table["share"] > 1)]
    sums = table.groupby(["country", "sector"])["share"].sum()
    over = sums[sums > 1.001]
    if len(wrong) or len(over):
        raise InvalidValueError(
            "shares must lie between 0 and 1, and those of a sector add up to 1 at most",
            layer=layer,
            field="share",
            ids=[*wrong["sector"], *(f"{' '.join(one)}: {total:g}" for one, total in over.items())],
        )
    return table.reset_index(drop=True)


def profiles(
    jobs: pd.DataFrame,
    zones,
    reference: str = "",
    domains: pd.DataFrame | None = None,
) -> Profiles:
    """Profiles of all zones.

    Parameters
    ----------
    jobs : DataFrame
        As `tables.long_table` gives it: ``zone``, ``year``, ``sector``, ``value``.
    zones : trends.Zones
    reference : str
        Code of the reference in the table; empty: the sum of the zones.
    domains : DataFrame, optional
        As `domain_table` gives it.

    Raises
    ------
    EmptyLayerError, InvalidValueError
    """
    ids = [one for one in zones.id if one in set(jobs["zone"])]
    if not ids:
        raise EmptyLayerError(
            "no row of JOBS is of a zone of the layer",
            "Look at the codes: they are joined as text, leading zeros and all",
            ids=sorted(set(jobs["zone"]))[:5],
        )
    if reference and reference not in set(jobs["zone"]):
        raise InvalidValueError(
            f"the reference '{reference}' is not in JOBS", "Look at REFERENCE",
            ids=sorted(set(jobs["zone"]))[:5],
        )  # fmt: skip
    _not_negative(jobs)
    wide = jobs.pivot(index=["zone", "year"], columns="sector", values="value")
    parts, total, left_out = partition(wide)
    parts.columns.name = None
    notes = [f"Counted within others, so left out: {', '.join(left_out)}"] if left_out else []
    there = parts.notna().any(axis=1)
    there = there[there].index.to_frame(index=False)
    counts = there[there["zone"].isin(ids)].groupby("year")["zone"].nunique()
    years = counts[counts >= counts.max() / 2].index
    cube = _Cube(parts, total, zones, ids, reference, [int(one) for one in sorted(years)])
    notes += cube.notes
    rows = [cube.rows(SECTOR)]
    if domains is not None:
        grouped, more = cube.grouped(domains)
        rows.insert(0, grouped.rows(DOMAIN))
        notes += more
    table = pd.concat(rows, ignore_index=True)
    main = DOMAIN if domains is not None else SECTOR
    return Profiles(
        table, cube.of_zones(table, main), _pairs(cube, table, main, zones), cube.years[0],
        cube.years[-1], notes,
    )  # fmt: skip


def _not_negative(jobs):
    wrong = jobs[jobs["value"] < 0]
    if len(wrong):
        raise InvalidValueError(
            "jobs below 0", "Mend the table; missing values may be empty", layer="JOBS",
            ids=(wrong["zone"] + " " + wrong["year"].astype(str) + " " + wrong["sector"]).tolist(),
        )  # fmt: skip


class _Cube:
    """Jobs by year, zone and sector (or domain), and those of the reference."""

    def __init__(self, parts, total, zones, ids, reference, years):
        self.zones, self.ids, self.reference, self.years = zones, ids, reference, years
        self.names = list(parts.columns)
        self.at = {one: row for row, one in enumerate(zones.id)}
        self.country = np.array([zones.country[self.at[one]] for one in ids], dtype=object)
        own = [pd.MultiIndex.from_product([ids, [year]]) for year in years]
        self.jobs = np.array([parts.reindex(one).to_numpy(float) for one in own])
        self.total = np.array([total.reindex(one).to_numpy(float) for one in own])
        self.step = np.array(
            [measures.granularity(self.jobs[:, at].ravel()) for at in range(len(ids))]
        )
        sums = np.nansum(self.jobs, axis=2)
        self.total = np.where(np.isnan(self.total), sums, self.total)
        self.notes = []
        if reference:
            whole = [(reference, year) for year in years]
            self.ref = parts.reindex(whole).to_numpy(float)
            given = total.reindex(whole).to_numpy(float)
            self.ref_total = np.where(np.isnan(given), np.nansum(self.ref, axis=1), given)
        else:
            self._sum_reference()

    def _sum_reference(self):
        """The sum of the zones; a sector unknown in one is unknown, unless it is so everywhere."""
        known = ~np.isnan(self.jobs)
        complete = known.all(axis=1)
        self.ref = np.where(complete, np.nansum(self.jobs, axis=1), np.nan)
        self.ref_total = self.total.sum(axis=1)
        lost = [one for one, ok in zip(self.names, complete[[0, -1]].all(axis=0)) if not ok]
        if lost:
            self.notes.append(
                "Not known in every zone, so there is no sum to compare with: " + ", ".join(lost)
            )

    def grouped(self, domains):
        """The same by domain, with what was noticed."""
        found = sorted(set(domains["domain"]))
        base = [one.split(WITHOUT)[0] for one in self.names]
        notes, weights = [], {}
        for country in sorted({*self.country.tolist(), ""}):
            mine = domains[domains["country"].isin([country, ""])]
            mine = mine.sort_values("country", ascending=False)  # the country's own rows first
            own = set(mine.loc[mine["country"] == country, "sector"])
            matrix = np.zeros((len(self.names), len(found)))
            for row in mine.itertuples():
                if row.country == "" and country and row.sector in own:
                    continue
                for at, name in enumerate(self.names):
                    if row.sector == name or (row.sector == base[at] and row.sector not in
                                              self.names):  # fmt: skip
                        matrix[at, found.index(row.domain)] += row.share
            weights[country] = matrix
            lacking = [one for one, row in zip(self.names, matrix) if not row.any()]
            if lacking and country in set(self.country):
                notes.append(f"No domain in {country or 'any country'}: {', '.join(lacking)}")
        made = object.__new__(_Cube)
        made.__dict__.update(self.__dict__)
        made.names, made.notes = found, []
        made.jobs = np.stack(
            [_sum(self.jobs[:, at], weights[country]) for at, country in enumerate(self.country)],
            axis=1,
        )
        if self.reference:
            neutral = weights[""] if weights[""].any() else weights[self.country[0]]
            made.ref = _sum(self.ref, neutral)
        else:
            complete = ~np.isnan(made.jobs).any(axis=1)
            made.ref = np.where(complete, np.nansum(made.jobs, axis=1), np.nan)
        return made, notes

    def rows(self, level) -> pd.DataFrame:
        first, last = self.jobs[0], self.jobs[-1]
        lq = measures.location_quotient(last, self.ref[-1], self.total[-1], self.ref_total[-1])
        every = np.array(
            [
                measures.location_quotient(*each)
                for each in zip(self.jobs, self.ref, self.total, self.ref_total)
            ]
        )
        before = first if len(self.years) > 1 else np.full_like(first, np.nan)  # a state
        change = measures.shift_share(before, last, self.ref[0], self.ref[-1])
        with np.errstate(divide="ignore", invalid="ignore"):
            growth = np.where(before > 0, 100 * (last / before - 1), np.nan)
        confidence, why = self._confidence(every)
        hidden = confidence == HIDDEN
        specialised = (lq >= STRONG) & ~hidden
        enough = len(self.ids) >= FEWEST_ZONES
        density = measures.relatedness_density(specialised)
        density = density if enough else np.full_like(lq, np.nan)
        given = measures.stars(last, np.where(hidden, np.nan, lq), growth)
        count = np.nansum(list(given.values()), axis=0)
        possible = np.sum([~np.isnan(one) for one in given.values()], axis=0)
        columns = {
            "jobs_first": first, "jobs_last": last, "lq": lq,
            "lq_symmetric": measures.symmetric(lq),
            "lq_lowest": np.fmin.reduce(every), "lq_highest": np.fmax.reduce(every),
            "growth_pct": growth, **change, **given,
            "relatedness_density": density,
        }  # fmt: skip
        columns = {name: np.where(hidden, np.nan, values) for name, values in columns.items()}
        shape = lq.shape
        at = [self.at[one] for one in self.ids]
        table = pd.DataFrame(
            {
                "zone": np.repeat(np.array(self.ids, dtype=object), shape[1]),
                "name": np.repeat(self.zones.name[at], shape[1]),
                "country": np.repeat(self.country, shape[1]),
                "level": level,
                "sector": np.tile(np.array(self.names, dtype=object), shape[0]),
                "first_year": self.years[0],
                "last_year": self.years[-1],
                **{name: values.ravel() for name, values in columns.items()},
                "stars": np.where(hidden, 0, count).ravel().astype(int),
                "stars_possible": np.where(hidden, 0, possible).ravel().astype(int),
                "class": _classes(lq, growth, hidden).ravel(),
                "confidence": confidence.ravel(),
                "confidence_reason": why.ravel(),
            }
        )
        return table

    def _confidence(self, lq):
        """How much a figure can bear, and why not more."""
        last = self.jobs[-1]
        smallest = np.fmin(self.jobs[0], last)
        with np.errstate(divide="ignore", invalid="ignore"):
            rounding = self.step[:, None] / 2 / last
            ratio = self.jobs[1:] / self.jobs[:-1]
        jumps = ((ratio > 1 + JUMP) | (ratio < 1 / (1 + JUMP))).any(axis=0)
        crosses = (np.fmin.reduce(lq) < STRONG) & (np.fmax.reduce(lq) >= STRONG)
        reasons = [
            (np.isnan(last), "not known"),
            (smallest < HIDE_BELOW, f"fewer than {HIDE_BELOW} jobs"),
            (rounding > ROUNDING_MATTERS, "rounding matters"),
            (jumps, "jumps between years"),
            (crosses, "not on one side of 1 in all years"),
        ]
        why = np.full(last.shape, "", dtype=object)
        for mask, reason in reasons:
            why[mask] = np.where(why[mask] == "", reason, why[mask] + "; " + reason)
        hidden = (smallest < HIDE_BELOW) | np.isnan(last)
        return np.select([hidden, why != ""], [HIDDEN, LOW], FAIR).astype(object), why

    def of_zones(self, rows, level) -> pd.DataFrame:
        """One row a zone."""
        mine = rows[rows["level"] == level]
        strong = mine[mine["class"].isin(["growing_strength", "threatened_strength"])]
        strong = strong.sort_values(["lq", "sector"], ascending=[False, True])
        top = strong.groupby("zone")["sector"].agg(lambda one: ", ".join(one.head(5)))
        known = ~np.isnan(self.jobs[-1]) & ~np.isnan(self.ref[-1])
        usable = np.where(known, self.jobs[-1], np.nan)
        parts = rows[rows["level"] == SECTOR].groupby("zone")
        table = pd.DataFrame(
            {
                "first_year": self.years[0],
                "last_year": self.years[-1],
                "jobs_first": self.total[0],
                "jobs_last": self.total[-1],
                "krugman": measures.krugman(usable, self.ref[-1]),
                "herfindahl": measures.herfindahl(self.jobs[-1]),
                "herfindahl_normalised": measures.normalised_herfindahl(self.jobs[-1]),
                "strong_in": [top.get(one, "") for one in self.ids],
                "strengths": [int((strong["zone"] == one).sum()) for one in self.ids],
            },
            index=self.ids,
        )
        for name in ("national_share", "industry_mix", "regional_shift"):
            table[name] = parts[name].sum(min_count=1).reindex(self.ids)
        table = table.reindex(self.zones.id)
        for name in ("first_year", "last_year"):
            table[name] = self.years[0 if name == "first_year" else -1]
        table["strengths"] = table["strengths"].fillna(0).astype(int)
        table["strong_in"] = table["strong_in"].fillna("")
        table["status"] = np.where(table["jobs_last"].isna(), "no_data", "ok")
        return table.reset_index(drop=True)


def _sum(jobs, weights):
    """Jobs of domains; one that has a part of an unknown sector is unknown."""
    unknown = np.isnan(jobs).astype(float) @ (weights > 0) > 0
    return np.where(unknown, np.nan, np.nan_to_num(jobs) @ weights)


def _classes(lq, growth, hidden):
    strong, grows = lq >= STRONG, np.where(lq >= STRONG, growth >= 0, growth > 0)
    return np.select(
        [np.isnan(lq) & ~hidden, hidden, strong & grows, strong & ~np.isnan(growth), grows,
         np.isnan(growth)],
        ["no_data", "too_small", "growing_strength", "threatened_strength", "emerging", "no_data"],
        "weak",
    )  # fmt: skip


def _pairs(cube, rows, level, zones) -> pd.DataFrame:
    """Zones of two countries: how alike, what is common, what complements."""
    table = rows[rows["level"] == level].pivot(index="zone", columns="sector", values="lq")
    touching = {(int(a), int(b)) for a, b in zones.abroad}
    found = []
    for one, zone_a in enumerate(cube.ids):
        for two, zone_b in enumerate(cube.ids):
            if not cube.country[one] < cube.country[two] or not cube.country[one]:
                continue
            a, b = table.loc[zone_a], table.loc[zone_b]
            common = a.index[(a >= STRONG) & (b >= STRONG)]
            row_a, row_b = cube.at[zone_a], cube.at[zone_b]
            found.append(
                {
                    "zone_a": zone_a, "zone_b": zone_b, "name_a": zones.name[row_a],
                    "name_b": zones.name[row_b], "country_a": cube.country[one],
                    "country_b": cube.country[two],
                    "touching": int((row_a, row_b) in touching),
                    "similarity": measures.similarity(cube.jobs[-1, one], cube.jobs[-1, two]),
                    "common": ", ".join(common), "common_count": len(common),
                    "only_a": ", ".join(a.index[(a >= CLEARLY_STRONG) & (b <= CLEARLY_WEAK)]),
                    "only_b": ", ".join(a.index[(b >= CLEARLY_STRONG) & (a <= CLEARLY_WEAK)]),
                    "year": cube.years[-1],
                }
            )  # fmt: skip
    names = ["zone_a", "zone_b", "name_a", "name_b", "country_a", "country_b", "touching",
             "similarity", "common", "common_count", "only_a", "only_b", "year"]  # fmt: skip
    return pd.DataFrame(found, columns=names)
