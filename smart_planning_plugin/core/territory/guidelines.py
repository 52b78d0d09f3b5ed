"""Guideline sheets: what a municipality's development programme could say of its domains.

Rules are a table that planners edit: for which class, domain, partners and confidence a point is
made, in which chapter, with which question and indicator, in three languages.
"""

from __future__ import annotations

import string

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError
from ..words import LANGUAGES, number, text
from .profile import CLASSES, HIDDEN, Profiles
from .tables import code
from .trend_words import signed

CHAPTERS = ("current_situation", "strategic_part", "action_plan", "investment_plan", "monitoring")
PARTNERS = ("", "common", "complementary")
GAPS = {"municipality", "zone", "domain", "jobs", "lq", "growth", "first_year", "last_year",
        "partners", "reasons"}  # fmt: skip
PARTS = ("point", "question", "indicator")


def guideline_rules(frame: pd.DataFrame, layer: str) -> pd.DataFrame:
    """The table of rules, checked.

    Raises
    ------
    MissingFieldError, InvalidValueError
        If a chapter, class or gap is unknown; the rule is named.
    """
    for name in ("rule", "class", "chapter", "point_en"):
        if name not in frame:
            raise MissingFieldError("the table has no such field", layer=layer, field=name)
    wanted = ["rule", "class", "domain", "partners", "confidence", "chapter"]
    wanted += [f"{part}_{one}" for part in PARTS for one in LANGUAGES]
    rules = pd.DataFrame(
        {
            name: [code(one) for one in frame[name]] if name in frame else [""] * len(frame)
            for name in wanted
        }
    )
    for part in PARTS:  # what is not translated stays English
        for one in LANGUAGES[1:]:
            name = f"{part}_{one}"
            rules[name] = rules[name].where(rules[name] != "", rules[f"{part}_en"])
    for name, allowed in (("chapter", CHAPTERS), ("partners", PARTNERS)):
        _allow(rules, name, rules[name].map(lambda one: [one]), allowed, layer)
    _allow(rules, "class", rules["class"].map(_listed), CLASSES, layer)
    for name in wanted[6:]:
        wrong = rules[[not _gaps(one) <= GAPS for one in rules[name]]]
        if len(wrong):
            raise InvalidValueError(
                f"there are gaps that nothing fills; known are {', '.join(sorted(GAPS))}",
                layer=layer, field=name, ids=wrong["rule"],
            )  # fmt: skip
    return rules


def _allow(rules, name, found, allowed, layer):
    wrong = rules[[not set(one) <= set(allowed) for one in found]]
    if len(wrong):
        raise InvalidValueError(
            f"{name} must be of {', '.join(filter(None, allowed))}",
            layer=layer, field=name, ids=wrong["rule"],
        )  # fmt: skip


def _gaps(words: str) -> set:
    try:
        return {name for _, name, form, _ in string.Formatter().parse(words)
                if name is not None or form}  # fmt: skip
    except ValueError:
        return {"{"}


def _listed(words: str) -> list[str]:
    return [one.strip() for one in words.split(",") if one.strip()]


def guidelines(
    found: Profiles,
    rules: pd.DataFrame,
    municipalities: pd.DataFrame,
    labels: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Points of the sheets of all municipalities.

    Parameters
    ----------
    rules : DataFrame
        As `guideline_rules` gives it.
    municipalities : DataFrame
        ``municipality``, ``municipality_name``, ``zone`` (whose figures hold for it) and
        ``neighbours`` (names of those that touch it across the border).
    labels : DataFrame, optional
        ``domain``, ``label_en``, ``label_lv``, ``label_lt``.

    Returns
    -------
    DataFrame
        A row a point, in the order of municipality, strength of the domain and chapter.
    """
    level = found.rows["level"].iloc[0]
    rows = found.rows[(found.rows["level"] == level) & (found.rows["confidence"] != HIDDEN)]
    order = {one: at for at, one in enumerate(CLASSES)}
    rows = rows.assign(order=rows["class"].map(order)).sort_values(
        ["zone", "order", "lq", "sector"], ascending=[True, True, False, True]
    )
    partners = _partners(found)
    named = _labels(labels)
    points = []
    for zone, mine in rows.groupby("zone", sort=False):
        facts = [
            point
            for row in mine.to_dict("records")
            for point in _points(row, rules, partners, named)
        ]
        for place in municipalities[municipalities["zone"] == zone].to_dict("records"):
            for point in facts:
                words = {"municipality": place["municipality_name"]}
                points.append({**place, **{
                    name: value.replace("{municipality}", words["municipality"])
                    if isinstance(value, str) else value
                    for name, value in point.items()
                }})  # fmt: skip
    names = ["municipality", "municipality_name", "zone", "neighbours", "domain", "domain_en",
             "domain_lv", "domain_lt", "class", "confidence", "rule", "chapter", "partners",
             "first_year", "last_year",
             *[f"{part}_{one}" for part in PARTS for one in LANGUAGES]]  # fmt: skip
    return pd.DataFrame(points, columns=names)


def _points(row, rules, partners, named):
    """Points of one domain in one zone."""
    for rule in rules.to_dict("records"):
        if row["class"] not in _listed(rule["class"]) or not _fits(row["sector"], rule["domain"]):
            continue
        if rule["confidence"] and rule["confidence"] != row["confidence"]:
            continue
        who = partners.get((row["zone"], row["sector"], rule["partners"]), [])
        if rule["partners"] and not who:
            continue
        point = {
            "domain": row["sector"], "class": row["class"], "confidence": row["confidence"],
            "rule": rule["rule"], "chapter": rule["chapter"], "partners": ", ".join(who),
            "first_year": row["first_year"], "last_year": row["last_year"],
        }  # fmt: skip
        for language in LANGUAGES:
            label = named.get((row["sector"], language), row["sector"])
            gaps = {
                "municipality": "{municipality}",
                "zone": row["name"],
                "domain": label,
                "jobs": number(round(row["jobs_last"], -1), language),
                "lq": number(row["lq"], language, 2),
                "growth": "–"
                if np.isnan(row["growth_pct"])
                else signed(row["growth_pct"], language),
                "first_year": row["first_year"],
                "last_year": row["last_year"],
                "partners": ", ".join(who),
                "reasons": "; ".join(
                    text(one, language) for one in row["confidence_reason"].split("; ") if one
                ),
            }
            point[f"domain_{language}"] = label
            for part in PARTS:
                point[f"{part}_{language}"] = rule[f"{part}_{language}"].format(**gaps)
        yield point


def _fits(domain: str, rule: str) -> bool:
    if rule in ("", "*"):
        return True
    inside = domain in _listed(rule.lstrip("!"))
    return not inside if rule.startswith("!") else inside


def _partners(found: Profiles) -> dict:
    """Zone, domain and kind of partner -> names of zones abroad, those that touch first."""
    partners: dict[tuple, list[str]] = {}
    pairs = found.pairs.sort_values(["touching", "zone_a", "zone_b"], ascending=[False, True, True])
    for row in pairs.itertuples():
        ways = [
            ("common", row.common, row.zone_a, row.name_b),
            ("common", row.common, row.zone_b, row.name_a),
            ("complementary", row.only_b, row.zone_a, row.name_b),
            ("complementary", row.only_a, row.zone_b, row.name_a),
        ]
        for kind, domains, zone, name in ways:
            for one in _listed(domains):
                partners.setdefault((zone, one, kind), []).append(name)
    return partners


def _labels(labels) -> dict:
    if labels is None:
        return {}
    return {
        (row["domain"], one): code(row[f"label_{one}"]) or row["domain"]
        for row in labels.drop_duplicates("domain").to_dict("records")
        for one in LANGUAGES
        if f"label_{one}" in row
    }
