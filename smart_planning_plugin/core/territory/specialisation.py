"""Specialisation: what a zone does more of than others, and what became of it.

Sources: location quotient (Florence 1939); Krugman (1991), *Geography and Trade*; Dunn (1960),
*Papers in Regional Science* 6, 97-112, doi 10.1111/j.1435-5597.1960.tb01705.x, for shift-share;
Esteban-Marquillas (1972), *Regional and Urban Economics* 2(3), 249-255,
doi 10.1016/0034-3331(72)90033-4; Hidalgo et al. (2007), *Science* 317, 482-487,
doi 10.1126/science.1144581, for relatedness; the stars of the European Cluster Observatory.
"""

from __future__ import annotations

import numpy as np
import pandas as pd


def location_quotient(jobs, reference, total=None, reference_total=None) -> np.ndarray:
    """How much larger a sector's share is in a zone than in the reference.

    Parameters
    ----------
    jobs : (zones, sectors) float array
        NaN where unknown.
    reference : (sectors,) float array
    total, reference_total : (zones,) float array and float, optional
        All jobs; by default the sum of those known.

    Returns
    -------
    (zones, sectors) float array
        NaN where the zone or the sector of the reference is empty.

    Examples
    --------
    >>> float(location_quotient([[50, 50]], [100, 300])[0, 0])
    2.0
    """
    jobs, reference = np.asarray(jobs, float), np.asarray(reference, float)
    with np.errstate(divide="ignore", invalid="ignore"):
        own = jobs / (np.nansum(jobs, axis=1) if total is None else np.asarray(total))[:, None]
        other = reference / (np.nansum(reference) if reference_total is None else reference_total)
        found = own / other
    return np.where(np.isfinite(found), found, np.nan)


def symmetric(lq) -> np.ndarray:
    """Location quotient between -1 and 1, 0 where the share is that of the reference."""
    lq = np.asarray(lq, float)
    return (lq - 1) / (lq + 1)


def krugman(jobs, reference) -> np.ndarray:
    """Krugman's index, from 0 (the shares of the reference) to 2 (nothing in common).

    Parameters
    ----------
    jobs : (zones, sectors) float array
    reference : (sectors,) float array

    Examples
    --------
    >>> float(krugman([[20, 10, 70, 0, 0]], [0, 0, 0, 60, 40])[0])
    2.0
    """
    own, other = _shares(jobs), _shares(np.asarray(reference, float)[None])
    found = np.nansum(np.abs(own - other), axis=1)
    return np.where(np.isnan(own).all(axis=1) | np.isnan(other).all(), np.nan, found)


def herfindahl(jobs) -> np.ndarray:
    """Concentration of a zone on few sectors: the sum of squared shares, from 1/n to 1.

    Examples
    --------
    >>> round(float(herfindahl([[20, 50, 20, 10]])[0]), 6)
    0.34
    """
    own = _shares(jobs)
    return np.where(np.isnan(own).all(axis=1), np.nan, np.nansum(own**2, axis=1))


def normalised_herfindahl(jobs) -> np.ndarray:
    """Herfindahl's index from 0 to 1, whatever the number of sectors."""
    n = np.asarray(jobs).shape[1]
    return (herfindahl(jobs) - 1 / n) / (1 - 1 / n) if n > 1 else np.full(len(jobs), np.nan)


def _shares(jobs) -> np.ndarray:
    jobs = np.asarray(jobs, float)
    total = np.nansum(jobs, axis=1, keepdims=True)
    return np.where(total > 0, jobs / np.where(total > 0, total, 1), np.nan)


def shift_share(before, after, reference_before, reference_after) -> dict[str, np.ndarray]:
    """Change in jobs as national share, industry mix and regional shift; the three add up to it.

    The regional shift is what is left, ``after - before (1 + g_i)``, so that a sector that was not
    there has all its gain in it. Where the reference had no such sector, its growth is taken as
    that of the whole. Esteban-Marquillas divides the shift into a competitive part (of the jobs
    there would be with the shares of the reference) and an allocation part; both are NaN where
    the sector was not there.

    Parameters
    ----------
    before, after : (zones, sectors) float array
    reference_before, reference_after : (sectors,) float array

    Returns
    -------
    dict of (zones, sectors) float arrays
        ``change``, ``national_share``, ``industry_mix``, ``regional_shift``, ``competitive``,
        ``allocation``.
    """
    e0, e1 = np.asarray(before, float), np.asarray(after, float)
    r0, r1 = np.asarray(reference_before, float), np.asarray(reference_after, float)
    both = ~np.isnan(r0 + r1)
    with np.errstate(divide="ignore", invalid="ignore"):
        g = r1[both].sum() / r0[both].sum() - 1
        sector = np.where(r0 > 0, r1 / r0 - 1, g)
        own = np.where(e0 > 0, e1 / np.where(e0 > 0, e0, 1) - 1, np.nan)
        homothetic = np.nansum(e0, axis=1, keepdims=True) * r0 / np.nansum(r0)
    return {
        "change": e1 - e0,
        "national_share": e0 * g,
        "industry_mix": e0 * (sector - g),
        "regional_shift": e1 - e0 * (1 + sector),
        "competitive": homothetic * (own - sector),
        "allocation": (e0 - homothetic) * (own - sector),
    }


def relatedness(specialised) -> np.ndarray:
    """Proximity of sectors: the lesser chance that a zone with one has the other, too.

    Parameters
    ----------
    specialised : (zones, sectors) bool array

    Returns
    -------
    (sectors, sectors) float array
        NaN for a sector that no zone is specialised in.
    """
    found = np.asarray(specialised, bool).astype(float)
    together, alone = found.T @ found, found.sum(axis=0)
    largest = np.maximum.outer(alone, alone)
    phi = np.where(largest > 0, together / np.where(largest > 0, largest, 1), np.nan)
    phi[alone == 0, :] = np.nan
    phi[:, alone == 0] = np.nan
    return phi


def relatedness_density(specialised, phi=None) -> np.ndarray:
    """Share of what is related to a sector that a zone is specialised in, without the sector.

    Returns
    -------
    (zones, sectors) float array
        From 0 to 1; NaN where nothing is related.
    """
    found = np.asarray(specialised, bool).astype(float)
    phi = relatedness(specialised) if phi is None else np.array(phi, float)
    around = np.nan_to_num(phi)
    np.fill_diagonal(around, 0.0)
    total = around.sum(axis=0)
    return np.where(total > 0, found @ around / np.where(total > 0, total, 1), np.nan)


SIZE_TOP, GROWTH_TOP, STAR_LQ = 0.10, 0.20, 2.0
FEWEST_FOR_SIZE, FEWEST_FOR_GROWTH = 10, 5


def stars(jobs, lq, growth) -> dict[str, np.ndarray]:
    """Stars for size, specialisation and growth, 1 or 0; NaN where they cannot be given.

    Size: among the tenth of zones with most jobs of the sector, from 10 zones on. Specialisation:
    a location quotient of 2 or more. Growth: among the fifth that grew fastest and did grow, from
    5 zones on. With fewer zones there is no top tenth to speak of.

    Parameters
    ----------
    jobs, lq, growth : (zones, sectors) float array
    """
    return {
        "star_size": _top(jobs, SIZE_TOP, FEWEST_FOR_SIZE),
        "star_specialisation": np.where(np.isnan(lq), np.nan, (lq >= STAR_LQ).astype(float)),
        "star_growth": np.where(
            np.asarray(growth) > 0, _top(growth, GROWTH_TOP, FEWEST_FOR_GROWTH),
            _top(growth, GROWTH_TOP, FEWEST_FOR_GROWTH) * 0,
        ),
    }  # fmt: skip


def _top(values, share: float, fewest: int) -> np.ndarray:
    values = np.asarray(values, float)
    there = ~np.isnan(values)
    limit = np.array(
        [
            np.quantile(column[ok], 1 - share, method="higher") if ok.sum() >= fewest else np.nan
            for column, ok in zip(values.T, there.T)
        ]
    )
    return np.where(there & ~np.isnan(limit), (values >= limit).astype(float), np.nan)


def similarity(one, other) -> float:
    """How alike two zones are in their shares: 1 less half of Krugman's index, from 0 to 1."""
    return float(1 - krugman(np.asarray(one, float)[None], other)[0] / 2)


def granularity(values) -> float:
    """The step in which figures were rounded: 100 where all end in 00; 1 where nothing tells.

    Examples
    --------
    >>> granularity([15300, 26600, 22300, 11500]), granularity([12870, 19780])
    (100.0, 10.0)
    """
    found = pd.Series(np.asarray(values, float)).dropna()
    found = found[found > 0]
    if found.empty or (found % 1 != 0).any():
        return 1.0
    return next(float(step) for step in (1000, 100, 10, 1) if (found % step == 0).all())
