"""Classes that a layer itself tells: the bands that were asked for, the branches that are there.

The style of such a layer has a palette, rules that are marked with `EACH`; each class takes one.
"""

from __future__ import annotations

from qgis.core import NULL, QgsExpression, QgsVectorLayer

from ..core.words import number, text

EACH = "one for each class"


def classes_of(layer: QgsVectorLayer, kind: str, language: str) -> list[tuple[str, str]]:
    """Label and condition of each class, in their order; empty for styles without a palette."""
    finds = FINDS.get(kind)
    return finds(layer, language) if finds is not None else []


def _bands(layer, language):
    """From the nearest to the furthest, as they were cut."""
    unit = "km" if layer.fields().lookupField("to_km") >= 0 else "min"
    lower, upper = f"from_{unit}", f"to_{unit}"
    if {lower, upper} - {*layer.fields().names()}:
        return []
    found = {(one[upper], one[lower]) for one in layer.getFeatures()}
    found = {both for both in found if NULL not in both}  # of an origin that could not be used
    return [
        (
            f"{number(low, language, _decimals(low))}–{number(high, language, _decimals(high))} "
            f"{unit}",
            f'"{lower}" = {low} AND "{upper}" = {high}',
        )
        for high, low in sorted(found)
    ]


def _decimals(value: float) -> int:
    return 0 if float(value).is_integer() else 1


def _branches(layer, language):
    """The branch that each zone is strongest in: the first of those it is strong in."""
    if layer.fields().lookupField("strong_in") < 0:
        return []
    told = {one["strong_in"] for one in layer.getFeatures()}
    first = {one.partition(",")[0].strip() for one in told if isinstance(one, str)} - {""}
    return [
        (
            text(name.replace("_", " ").capitalize(), language),
            f"trim(regexp_substr(\"strong_in\", '^([^,]*)')) = {QgsExpression.quotedString(name)}",
        )
        for name in sorted(first)
    ]


FINDS = {
    "isochrones.OUTPUT": _bands,
    "specialisation.ZONES_OUT": _branches,
}


def spread(root, found: list[tuple[str, str]]) -> None:
    """Give each class a rule of the palette, far apart where there are few; the rest goes.

    Classes beyond the palette fall to what the style says of everything else.
    """
    palette = [one for one in root.descendants() if one.description() == EACH]
    taken = _apart(min(len(found), len(palette)), len(palette))
    for at, (label, where) in zip(taken, found):
        palette[at].setLabel(label)
        palette[at].setFilterExpression(where)
    for at, rule in enumerate(palette):
        if at not in taken:
            rule.parent().removeChild(rule)


def _apart(count: int, of: int) -> list[int]:
    """Numbers of a palette, spread from its first to its last."""
    if count == 1:
        return [of // 3]
    return [round(at * (of - 1) / (count - 1)) for at in range(count)]
