"""Priorities: candidates ranked by criteria, the range of each rank, its reason in words."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import DuplicateIdError, EmptyLayerError, InvalidValueError, MissingFieldError
from ..words import LANGUAGES, number, text
from .exports import numbers
from .hierarchy import Tree
from .ranking import METHODS, benefits, drawn_weights, min_max, ranks, scores
from .tables import code

LOW, HIGH = 0.05, 0.95  # the range of ranks is that of 90 % of the draws
MEASURES = ("", "share", "distance_km", "count", "mean")
NAMED_TOP = 3
LEVELS = ("challenge", "priority", "direction", "task")


@dataclass(frozen=True)
class Criterion:
    """One row of the table of criteria.

    `source` is a field of the candidates or, with a `measure`, the name of a layer of
    criteria; thresholds are in units of the criterion.
    """

    name: str
    source: str
    weight: float
    larger_is_better: bool
    measure: str = ""
    layer_field: str = ""
    within_km: float = 0.0
    indifference: float = np.nan
    preference: float = np.nan
    labels: dict = field(default_factory=dict)

    def label(self, language: str) -> str:
        return self.labels.get(language) or self.name


def criteria_table(frame: pd.DataFrame, layer: str) -> tuple[list[Criterion], list[str]]:
    """Criteria with weights that add up to 1, and what was noticed.

    Raises
    ------
    MissingFieldError, DuplicateIdError, InvalidValueError, EmptyLayerError
    """
    if "field" not in frame and "layer" not in frame:
        raise MissingFieldError("the table has neither field nor layer", layer=layer, field="field")
    rows = [_criterion(row, layer) for row in frame.to_dict("records")]
    rows = [one for one in rows if one is not None]
    names = [one.name for one in rows]
    twice = sorted({one for one in names if names.count(one) > 1})
    if twice:
        raise DuplicateIdError("criteria stand more than once", "Name them", layer=layer, ids=twice)
    total = sum(one.weight for one in rows)
    if not rows or not total > 0:
        raise EmptyLayerError(
            "no criterion has a weight above 0", "Give weights, such as 0.4", layer=layer
        )
    notes = []
    if abs(total - 1) > 1e-6 and abs(total - 100) > 1e-6:
        notes.append(f"The weights add up to {total:g}; they were scaled to 1.")
    scaled = [Criterion(**{**one.__dict__, "weight": one.weight / total}) for one in rows]
    return scaled, notes


def _criterion(row, layer) -> Criterion | None:
    def words(name):
        return code(row.get(name))

    source = words("field") or words("layer")
    if not source:
        return None
    name = words("criterion") or source

    def value(column, default):
        found = numbers([row.get(column)], "decimal", layer, column)[0][0]
        return default if np.isnan(found) else float(found)

    weight = value("weight", np.nan)
    q, p = value("indifference", np.nan), value("preference", np.nan)
    direction = words("direction") or "max"
    measure = words("measure")
    problems = [
        (not weight >= 0, "weight", "a weight is missing or below 0"),
        (direction not in ("max", "min"), "direction", "direction must be max or min"),
        (measure not in MEASURES, "measure", f"measure must be {', '.join(MEASURES[1:])}"),
        (words("layer") != "" and measure == "", "measure", "a layer needs a measure"),
        (q < 0 or p < 0 or q > p, "preference", "thresholds must be 0 ≤ indifference ≤ preference"),
    ]
    for wrong, column, problem in problems:
        if wrong:
            raise InvalidValueError(problem, layer=layer, field=column, ids=[name])
    return Criterion(
        name, source, weight, direction == "max", measure, words("layer_field"),
        value("within_km", 0.0), q, p, {one: words(f"label_{one}") for one in LANGUAGES},
    )  # fmt: skip


@dataclass(frozen=True)
class Ranked:
    """Candidates with their ranks.

    Attributes
    ----------
    table : DataFrame
        A row a candidate: ``score``, ``rank``, ``rank_low``, ``rank_high``, ``share_first``,
        values of the criteria (``c_<name>``), reasons in three languages, ``status``.
    sensitivity : DataFrame
        Ranks by other methods and without each criterion.
    """

    table: pd.DataFrame
    sensitivity: pd.DataFrame


def prioritise(
    ids, names, values, criteria: list[Criterion], method: str, draws: int = 1000,
    spread: float = 0.5, seed: int = 1,
) -> Ranked:  # fmt: skip
    """Rank candidates.

    Parameters
    ----------
    ids, names : (n,) object arrays
    values : (n, k) float array
        NaN leaves a candidate unranked.
    draws, spread, seed
        Of the weights, see `ranking.drawn_weights`.

    Raises
    ------
    EmptyLayerError
        If no candidate has all values.
    """
    usable = ~np.isnan(values).any(axis=1)
    if not usable.any():
        gone = [one.name for at, one in enumerate(criteria) if np.isnan(values[:, at]).all()]
        raise EmptyLayerError(
            "no candidate has a value for every criterion",
            f"Look at {', '.join(gone)}" if gone else "Fill the gaps, or leave a criterion out",
            layer="CANDIDATES",
        )
    judge = _Judge(values[usable], criteria)
    weights = np.array([one.weight for one in criteria])
    score = judge.scores(method, weights[None])[:, 0]
    rank = ranks(score[:, None])[:, 0]
    many = ranks(judge.scores(method, drawn_weights(weights, spread, draws, seed)))
    table = pd.DataFrame({"score": _spread(score, usable)})
    low = np.quantile(many, LOW, axis=1, method="lower")
    high = np.quantile(many, HIGH, axis=1, method="higher")
    for name, found in (("rank", rank), ("rank_low", low), ("rank_high", high)):
        table[name] = _whole(found, usable)
    table["share_first"] = _spread((many == 1).mean(axis=1), usable)
    for at, one in enumerate(criteria):
        table[f"c_{one.name}"] = values[:, at]
    for language in LANGUAGES:
        reasons = judge.reasons(rank, low, high, language)
        table[f"reason_{language}"] = _words(reasons, usable)
    table["status"] = [
        "ok" if ok else "no value: " + ", ".join(
            one.name for one, value in zip(criteria, row) if np.isnan(value))
        for ok, row in zip(usable, values)
    ]  # fmt: skip
    kept = np.flatnonzero(usable)
    sensitivity = judge.sensitivity(
        [ids[at] for at in kept], [names[at] for at in kept], method, weights, rank, low, high,
        (many == 1).mean(axis=1),
    )  # fmt: skip
    return Ranked(table, sensitivity)


class _Judge:
    """Values and criteria, ready to be asked by any method and weights."""

    def __init__(self, values, criteria):
        self.values, self.criteria = values, criteria
        self.larger = np.array([one.larger_is_better for one in criteria])
        self.q = np.array([one.indifference for one in criteria])
        self.p = np.array([one.preference for one in criteria])
        self.scaled = min_max(benefits(values, self.larger))
        self.places = ranks(benefits(values, self.larger))

    def scores(self, method, weights):
        return scores(method, self.values, self.larger, weights, self.q, self.p)

    def sensitivity(self, ids, names, method, weights, rank, low, high, first):
        rows = [pd.DataFrame({"test": f"weights: {method}", "rank": rank, "rank_low": low,
                              "rank_high": high, "share_first": first})]  # fmt: skip
        for other in METHODS:
            if other != method:
                found = ranks(self.scores(other, weights[None]))[:, 0]
                rows.append(pd.DataFrame({"test": f"method: {other}", "rank": found}))
        for at, one in enumerate(self.criteria):
            less = weights.copy()
            less[at] = 0
            if less.sum() > 0:
                found = ranks(self.scores(method, less[None] / less.sum()))[:, 0]
                rows.append(pd.DataFrame({"test": f"without: {one.name}", "rank": found}))
        for one in rows:
            one.insert(0, "candidate", ids)
            one.insert(1, "name", names)
        table = pd.concat(rows, ignore_index=True)
        for name in ("rank_low", "rank_high"):
            table[name] = table[name].astype(float)
        return table

    def reasons(self, rank, low, high, language) -> list[str]:
        """Why each stands where it stands."""
        n = len(rank)
        weights = np.array([one.weight for one in self.criteria])
        pull = weights * (self.scaled - self.scaled.mean(axis=0))
        said = []
        for row in range(n):
            order = np.argsort(-pull[row], kind="stable")
            strong = [at for at in order if pull[row, at] > 0][:2]
            weak = [at for at in order[::-1] if pull[row, at] < 0][:1]
            words = (
                "Rank {rank} of {n}, also in 90 % of the draws of weights."
                if low[row] == high[row]
                else "Rank {rank} of {n}; {low} to {high} in 90 % of the draws of weights."
            )
            gaps = {"rank": rank[row], "low": low[row], "high": high[row]}
            gaps = {name: int(value) for name, value in gaps.items()}
            parts = [text(words, language, n=n, **gaps)]
            if strong:
                parts.append(text("For it: {criteria}.", language,
                                  criteria=self._named(strong, row, n, language)))  # fmt: skip
            if weak:
                parts.append(text("Against it: {criteria}.", language,
                                  criteria=self._named(weak, row, n, language)))  # fmt: skip
            said.append(" ".join(parts))
        return said

    def _named(self, which, row, n, language):
        return "; ".join(
            text("{criterion} ({value}, place {place} of {n})", language,
                 criterion=self.criteria[at].label(language), n=n,
                 value=_shown(self.values[row, at], language), place=int(self.places[row, at]))
            for at in which
        )  # fmt: skip


def _shown(value, language):
    decimals = 0 if value == round(value) or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return number(value, language, decimals)


def _spread(found, usable):
    out = np.full(len(usable), np.nan)
    out[usable] = found
    return out


def _whole(found, usable):
    """Whole numbers, missing where a candidate is not ranked."""
    return _spread(found, usable)


def _words(found, usable):
    out = np.full(len(usable), "", dtype=object)
    out[usable] = found
    return out


def chain(frame: pd.DataFrame, ids, names, values, criteria, method, **how) -> pd.DataFrame:
    """The chain challenge → priority → direction → task, with where its evidence is strongest.

    The evidence of a row is made of its own criteria and those below it, with their weights; a
    row without any has none, and says so.

    Parameters
    ----------
    frame : DataFrame
        ``code``, ``parent``, ``level``, ``text`` or ``text_en`` …, ``criteria`` (names, with
        commas), ``indicator``.

    Raises
    ------
    MissingFieldError, InvalidValueError, DuplicateIdError
    """
    for name in ("code", "parent", "level"):
        if name not in frame:
            raise MissingFieldError("the table has no such field", layer="CHAIN", field=name)
    table = pd.DataFrame({name: [code(one) for one in frame[name]] for name in frame.columns})
    tree = Tree(table["code"], table["parent"], "CHAIN")
    wrong = table[~table["level"].isin(LEVELS)]
    if len(wrong):
        raise InvalidValueError(
            f"level must be {', '.join(LEVELS)}", layer="CHAIN", field="level", ids=wrong["code"]
        )
    said = table["criteria"] if "criteria" in table else pd.Series("", index=table.index)
    own = {
        one: [part.strip() for part in words.split(",") if part.strip()]
        for one, words in zip(table["code"], said)
    }
    by_name = {one.name: at for at, one in enumerate(criteria)}
    unknown = sorted({part for parts in own.values() for part in parts} - set(by_name))
    if unknown:
        raise InvalidValueError(
            "these criteria are not in CRITERIA", layer="CHAIN", field="criteria", ids=unknown
        )
    rows = []
    for one in tree.in_order():
        parts = {part for name in [one, *tree.below(one)] for part in own[name]}
        at = sorted(by_name[part] for part in parts)
        evidence = {"depth": tree.depth(one), "evidence_criteria": "", "evidence": ""}
        if at:
            total = sum(criteria[each].weight for each in at)
            mine = [
                Criterion(**{**criteria[each].__dict__,
                             "weight": criteria[each].weight / total if total else 1 / len(at)})
                for each in at
            ]  # fmt: skip
            ranked = prioritise(ids, names, values[:, at], mine, method, **how).table
            ranked = ranked.assign(name=names).sort_values(["rank", "name"]).head(NAMED_TOP)
            evidence["evidence_criteria"] = ", ".join(part.name for part in mine)
            evidence["evidence"] = "; ".join(
                f"{row.name_} ({row.rank_low:.0f}–{row.rank_high:.0f})"
                if row.rank_low != row.rank_high else f"{row.name_} ({row.rank:.0f})"
                for row in ranked.rename(columns={"name": "name_"}).itertuples()
                if row.rank == row.rank
            )  # fmt: skip
        rows.append(evidence)
    ordered = table.set_index("code").loc[tree.in_order()].reset_index()
    made = pd.concat([ordered, pd.DataFrame(rows)], axis=1)
    made["status"] = [
        "parent unknown" if one in tree.orphans
        else ("ok" if words else "no criterion") for one, words in
        zip(made["code"], made["evidence_criteria"])
    ]  # fmt: skip
    return made
