"""Pairs of municipalities across the border, and pairs of regions: what could be, what is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..disclosure import disclosed
from ..services.inputs import UNKNOWN
from .flows import across_border, by_group
from .functional import Units
from .potential import Interaction, Offer
from .reasons import Said, listed, people, percent, reason_fields, say, whole
from .register import WEIGHTS, Cooperation

MOST_NAMED = 3
WEIGHTS_OF_SCORES = (2.0, 2.0, 1.0, 1.0)  # interaction, services, profile, themes


@dataclass(frozen=True)
class Profiles:
    """Indicators of n zones.

    Attributes
    ----------
    values : (n, p) float array
        NaN where unknown.
    names : list of str
    """

    values: np.ndarray
    names: list[str]

    def similarity(self) -> np.ndarray:
        """(n, n) likeness from 0 to 1: 1 less the mean distance of what both are known for.

        Each indicator is brought to 0 to 1 by its smallest and largest value.
        """
        with np.errstate(invalid="ignore", divide="ignore"):
            low, high = np.nanmin(self.values, axis=0), np.nanmax(self.values, axis=0)
            scaled = np.where(high > low, (self.values - low) / (high - low), 0 * self.values)
        apart = np.abs(scaled[:, None, :] - scaled[None, :, :])
        known = np.isfinite(apart)
        total = np.where(known, apart, 0.0).sum(axis=2)
        count = known.sum(axis=2)
        return np.where(count > 0, 1 - total / np.maximum(count, 1), np.nan)


def percentile(values: np.ndarray) -> np.ndarray:
    """Share of the others that each value is above, ties at their middle; 0 for a value of 0."""
    rank = pd.Series(values).rank(method="average").to_numpy()
    others = max(len(values) - 1, 1)
    return np.where(values > 0, (rank - 1) / others, np.where(np.isnan(values), np.nan, 0.0))


def pair_table(
    units: Units,
    interaction: Interaction,
    offered: list[Offer],
    profiles: Profiles | None,
    known: Cooperation,
    register_given: bool,
    furthest_min: float = np.inf,
) -> pd.DataFrame:
    """All pairs of zones of two countries: potential, cooperation, and the gap between them.

    Potential is the weighted mean of what is known: interaction (share of the smaller zone's that
    runs to the other) and people for whom a service is nearer on the other side, both as
    percentiles among the pairs and with weight 2; likeness of the profiles and common themes (as a
    share of all themes of the two) with weight 1. Cooperation is the strength of the register.

    Parameters
    ----------
    furthest_min : float
        Pairs whose people live further apart on average, in minutes, score no interaction.

    Returns
    -------
    DataFrame
        The largest gap first; the index holds nothing. `a` and `b` are rows of the zones.
    """
    a, b = np.nonzero(np.triu(across_border(units.country), 1))
    swap = units.country[a].astype(str) > units.country[b].astype(str)
    a, b = np.where(swap, b, a), np.where(swap, a, b)
    lower, upper = np.minimum(a, b), np.maximum(a, b)
    table = pd.DataFrame({"a": a, "b": b})
    for side, rows in (("a", a), ("b", b)):
        table[f"zone_{side}"] = units.id[rows]
        table[f"name_{side}"] = units.name[rows]
        table[f"country_{side}"] = units.country[rows]
    table["time_min"] = _mean(interaction.minutes[a, b], interaction.minutes[b, a])
    table["interaction_present"] = _sum(interaction.present, a, b)
    table["interaction_potential"] = _sum(interaction.potential, a, b)
    size = interaction.potential.sum(axis=1) + interaction.potential.sum(axis=0)
    smaller = np.minimum(size[a], size[b])
    between = table["interaction_potential"].to_numpy()
    table["interaction_share"] = np.divide(between, smaller, out=np.zeros(len(a)),
                                           where=smaller > 0)  # fmt: skip
    with np.errstate(invalid="ignore"):
        too_far = table["time_min"].to_numpy() > furthest_min
    tie = np.where(too_far, 0.0, table["interaction_share"])
    gain, kinds, unknown = _services(offered, a, b)
    table["services"], table["service_people"] = [len(one) for one in kinds], gain
    table["service_types"] = [", ".join(kind.name for kind in one) for one in kinds]
    likeness = np.full(len(a), np.nan) if profiles is None else profiles.similarity()[a, b]
    table["profile_likeness"] = likeness
    common = [known.active[x] & known.active[y] for x, y in zip(lower, upper)]
    either = [known.active[x] | known.active[y] for x, y in zip(lower, upper)]
    done = [known.themes.get((x, y), set()) for x, y in zip(lower.tolist(), upper.tolist())]
    could = [{kind.theme for kind in one if kind.theme} for one in kinds]
    shared = np.array([len(x) / len(y) if y else 0.0 for x, y in zip(common, either)])
    parts = {
        "score_interaction": percentile(tie),
        "score_services": percentile(gain) if offered else np.full(len(a), np.nan),
        "score_profile": likeness,
        "score_themes": shared if register_given else np.full(len(a), np.nan),
    }
    table = table.assign(**parts)
    scores, weights = np.array(list(parts.values())), np.array(WEIGHTS_OF_SCORES)[:, None]
    total = (np.isfinite(scores) * weights).sum(axis=0)
    table["potential"] = np.nansum(scores * weights, axis=0) / np.maximum(total, 1)
    for kind in WEIGHTS:
        table[f"{kind}s"] = known.count[kind][lower, upper]
    table["cooperation"] = known.strength[lower, upper]
    table["gap"] = table["potential"] - table["cooperation"]
    every = [x | y | z for x, y, z in zip(common, done, could)]
    table["themes"] = [", ".join(sorted(one)) for one in every]
    table["themes_open"] = [", ".join(sorted(x - y)) for x, y in zip(every, done)]
    table["may_be_shared"] = [
        "" if not one else "unknown" if other else "yes" for one, other in zip(kinds, unknown)
    ]
    reasons = [_why_pair(row, done[at], len(table)) for at, row in enumerate(_records(table))]
    table = pd.concat([table, reason_fields(reasons)], axis=1)
    table = table.sort_values(["gap", "zone_a", "zone_b"], ascending=[False, True, True])
    table.insert(0, "rank", np.arange(1, len(table) + 1))
    table["service_people"] = _rounded(table["service_people"])
    return table.reset_index(drop=True)


def _records(table):
    return table.to_dict("records")


def _sum(matrix, a, b):
    return matrix[a, b] + matrix[b, a]


def _mean(one, other):
    both = np.array([one, other])
    count = np.isfinite(both).sum(axis=0)
    total = np.where(np.isfinite(both), both, 0.0).sum(axis=0)
    return np.where(count > 0, total / np.maximum(count, 1), np.nan)


def _rounded(people):
    """People as they may be shown; too few to be shown are NaN."""
    return np.array([np.nan if (one := disclosed(each)) is None else one for each in people])


def _services(offered: list[Offer], a, b):
    """People for whom something is nearer on the other side, the types, and those not settled."""
    gain = np.zeros(len(a))
    kinds = [[] for _ in range(len(a))]
    unknown = np.zeros(len(a), dtype=bool)
    for one in offered:
        here = one.gain[a, b] + one.gain[b, a]
        gain += here
        for row in np.flatnonzero(here > 0):
            kinds[row].append(one.type)
            unknown[row] |= one.type.shareability == UNKNOWN
    return gain, kinds, unknown


def _why_pair(row: dict, done: set[str], pairs: int) -> list[Said]:
    said = []
    if row["score_interaction"] > 0:
        said.append(
            say(
                "Interaction as size and distance allow: the largest of the {pairs} pairs."
                if row["score_interaction"] == 1
                else "Interaction as size and distance allow: above {share} of the {pairs} pairs.",
                share=percent(row["score_interaction"]),
                pairs=whole(pairs),
            )
        )
    if row["time_min"] == row["time_min"]:
        said.append(say("{minutes} min apart on average by car.", minutes=whole(row["time_min"])))
    if row["services"]:
        words = {
            "yes": "People for whom a service on the other side could be nearer, the types of "
            "service added up: {people}.",
            "unknown": "People for whom a service on the other side could be nearer, the types of "
            "service added up: {people}; whether all of them may be shared is not known.",
        }
        said.append(say(words[row["may_be_shared"]], people=people(row["service_people"])))
    if row["profile_likeness"] == row["profile_likeness"]:
        said.append(say("Profiles alike: {share}.", share=percent(row["profile_likeness"])))
    records = row["agreements"] + row["ideas"] + row["events"]
    if records:
        said.append(say("Register: agreements {agreements}, ideas {ideas}, events {events}.",
                        agreements=whole(row["agreements"]), ideas=whole(row["ideas"]),
                        events=whole(row["events"])))  # fmt: skip
        if done:
            said.append(say("They work together on {themes}.", themes=listed(sorted(done))))
    else:
        said.append(say("The register knows of no cooperation."))
    if row["themes_open"]:
        said.append(say("Open themes: {themes}.", themes=listed(row["themes_open"].split(", "))))
    return said


def opportunity_table(
    units: Units,
    region: np.ndarray,
    interaction: Interaction,
    offered: list[Offer],
    known: Cooperation,
    names: list[str],
) -> pd.DataFrame:
    """Pairs of regions, at home and across the border, ranked by what they could do together.

    The score is the mean of four percentiles among the pairs: potential integration (share of all
    interaction of the two that runs between them), what an easier border would add to it, people
    for whom a service is nearer in the other region, and the part of potential integration that
    the register does not hold yet.

    Parameters
    ----------
    region : (n,) int array
        Region of each zone, -1 for none.
    offered : list of Offer
        Between regions.
    names : list of str
        Of the regions.
    """
    count = len(names)
    present = by_group(interaction.present, region, count)
    potential = by_group(interaction.potential, region, count)
    a, b = np.triu_indices(count, 1)
    codes = [sorted(set(units.country[region == one].tolist()) - {""}) for one in range(count)]
    table = pd.DataFrame({"a": a, "b": b})
    table["region_a"] = np.array(names, dtype=object)[a]
    table["region_b"] = np.array(names, dtype=object)[b]
    table["countries"] = [", ".join(sorted({*codes[x], *codes[y]})) for x, y in zip(a, b)]
    table["cross_border"] = [
        int(all((codes[x], codes[y])) and codes[x] != codes[y]) for x, y in zip(a, b)
    ]
    table["integration_present"] = _share(present, a, b)
    table["integration_potential"] = _share(potential, a, b)
    added = _sum(potential, a, b) - _sum(present, a, b)
    table["interaction_added"] = np.maximum(added, 0.0)
    gain, kinds, unknown = _services(offered, a, b)
    table["service_people"] = gain
    table["service_types"] = [", ".join(kind.name for kind in one) for one in kinds]
    links = [_links(units, region, interaction, known, x, y) for x, y in zip(a, b)]
    table["municipalities"] = ["; ".join(one["pairs"]) for one in links]
    for kind in WEIGHTS:
        table[f"{kind}s"] = [one["count"][kind] for one in links]
    held = np.array([one["cooperation"] for one in links])
    table["cooperation"] = held
    scores = [
        percentile(np.nan_to_num(table["integration_potential"].to_numpy())),
        percentile(table["interaction_added"].to_numpy()),
        percentile(np.nan_to_num(table["integration_potential"].to_numpy()) * (1 - held)),
    ]
    if offered:
        scores.append(percentile(gain))
    table["score"] = np.mean(scores, axis=0)
    reasons = [
        _why_regions(row, kinds[at], unknown[at], links[at])
        for at, row in enumerate(_records(table))
    ]
    table = pd.concat([table, reason_fields(reasons)], axis=1)
    table = table.sort_values(["score", "region_a", "region_b"], ascending=[False, True, True])
    table.insert(0, "rank", np.arange(1, len(table) + 1))
    table["service_people"] = _rounded(table["service_people"])
    return table.reset_index(drop=True)


def _share(matrix, a, b):
    """Share of all interaction of two regions, within them too, that runs between them."""
    between = _sum(matrix, a, b)
    whole_of_both = between + matrix[a, a] + matrix[b, b]
    return np.divide(between, whole_of_both, out=np.full(len(a), np.nan), where=whole_of_both > 0)


def _links(units, region, interaction, known, x, y) -> dict:
    """The pairs of municipalities that carry most of the potential, and what the register holds."""
    one, other = np.flatnonzero(region == x), np.flatnonzero(region == y)
    both = interaction.potential[np.ix_(one, other)] + interaction.potential[np.ix_(other, one)].T
    order = np.argsort(-both, axis=None, kind="stable")[:MOST_NAMED]
    row, column = np.unravel_index(order, both.shape)
    total = both.sum()
    weight = both / total if total > 0 else both
    pairs = [
        f"{units.name[one[r]]} – {units.name[other[c]]}"
        for r, c, value in zip(row, column, both[row, column])
        if value > 0
    ]
    strength = known.strength[np.ix_(one, other)]
    return {
        "pairs": pairs,
        "share": weight[row, column].sum(),
        "count": {kind: int(known.count[kind][np.ix_(one, other)].sum()) for kind in WEIGHTS},
        "cooperation": float((strength * weight).sum()),
    }


def _why_regions(row: dict, kinds, unknown: bool, links: dict) -> list[Said]:
    said = []
    if row["integration_present"] == row["integration_present"]:
        said.append(say("Of all interaction of the two regions {share} runs between them at "
                        "present.", share=percent(row["integration_present"])))  # fmt: skip
    if row["cross_border"] and row["integration_potential"] == row["integration_potential"]:
        said.append(say("With an easier border it could be {share}.",
                        share=percent(row["integration_potential"])))  # fmt: skip
    if links["pairs"]:
        named = "; ".join(links["pairs"])
        said.append(say("Carried most by: {pairs} ({share} of the potential).", pairs=named,
                        share=percent(links["share"])))  # fmt: skip
    if kinds:
        words = "Services in the other region that could be nearer: {services}."
        if unknown and row["cross_border"]:
            words = ("Services in the other region that could be nearer: {services}; whether all "
                     "of them may be shared is not known.")  # fmt: skip
        said.append(
            say(
                words,
                services=lambda language: ", ".join(kind.label_in(language) for kind in kinds),
            )
        )
    number = row["agreements"] + row["ideas"] + row["events"]
    if number:
        said.append(say("Register: agreements {agreements}, ideas {ideas}, events {events}.",
                        agreements=whole(row["agreements"]), ideas=whole(row["ideas"]),
                        events=whole(row["events"])))  # fmt: skip
    else:
        said.append(say("The register knows of no cooperation."))
    return said
