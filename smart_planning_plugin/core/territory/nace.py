"""Codes of NACE: sections, ranges of sections, and which of them overlap.

Tables of Eurostat hold A, B-E, C, F, G-I, G-J … TOTAL beside each other: added up as they stand,
most jobs would count twice. So the finest that do not overlap are kept, and what a range holds
beside its parts becomes a sector of its own (``B-E excl. C``).
"""

from __future__ import annotations

import re

import pandas as pd

SECTIONS = "ABCDEFGHIJKLMNOPQRSTU"
TOTALS = {"total", "a-u", "a-t", "a-s", "tot", "kopa", "is viso"}
RANGE = re.compile(r"^([A-U])(?:[-–_]([A-U]))?$")
WITHOUT = " excl. "


def is_total(sector: str) -> bool:
    """Whether a sector stands for all of them."""
    return sector.strip().casefold() in TOTALS


def sections(sector: str) -> frozenset | None:
    """Sections in a code such as ``G-I``; None for divisions and for words.

    Examples
    --------
    >>> sorted(sections("B-E")), sections("C10"), sections("fishing")
    (['B', 'C', 'D', 'E'], None, None)
    """
    found = RANGE.match(sector.strip().upper())
    if not found:
        return None
    first = SECTIONS.index(found[1])
    last = SECTIONS.index(found[2]) if found[2] else first
    return frozenset(SECTIONS[first : last + 1]) if last >= first else None


def partition(jobs: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series, list[str]]:
    """Sectors that do not overlap, the totals given, and what was put aside.

    Parameters
    ----------
    jobs : DataFrame
        Rows of zones (or zone and year), columns of sectors, values of jobs.

    Returns
    -------
    parts : DataFrame
        Columns that do not overlap; a range of which only a part is there becomes
        ``B-E excl. C``, at least 0 (rounding), NaN where a part is unknown.
    total : Series
        Of the column that stands for all; the sum of the parts where there is none.
    left_out : list of str
        Columns that others make up.
    """
    totals = [one for one in jobs.columns if is_total(one)]
    known = {one: sections(one) for one in jobs.columns if one not in totals}
    parts, left_out = pd.DataFrame(index=jobs.index), list(totals)
    for name, mine in known.items():
        if mine is None:
            parts[name] = jobs[name]
            continue
        inside = [other for other, its in known.items() if its is not None and its < mine]
        largest = [
            one for one in inside
            if not any(known[one] < known[other] for other in inside if other != one)
        ]  # fmt: skip
        covered = frozenset().union(*(known[one] for one in largest)) if largest else frozenset()
        if not inside:
            parts[name] = jobs[name]
        elif covered == mine or sum(len(known[one]) for one in largest) != len(covered):
            left_out.append(name)
        else:
            rest = jobs[name] - jobs[largest].sum(axis=1, skipna=False)
            parts[f"{name}{WITHOUT}{', '.join(sorted(largest))}"] = rest.clip(lower=0)
            left_out.append(name)
    sums = parts.sum(axis=1, skipna=False)
    total = jobs[totals[0]].fillna(sums) if totals else sums
    return parts, total, left_out
