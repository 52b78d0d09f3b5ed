"""A map: a question's layers, and what is said about them, in any language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from qgis.core import QgsExpression, QgsVectorLayer, QgsWkbTypes

from ..core.words import phrase
from .identity import keyword, kind_of, scenario
from .questions import CLOSED, SHARE, STILL, TYPES_IN
from .styling import TYPE

OPEN, SHUT, BY_ROAD = "border open", "border closed", "distance by road"
OPEN_AND_SHUT = f"{OPEN}, {SHUT}"
ACROSS = ("abroad_nearer", "abroad_only")


@dataclass
class Map:
    """What a theme and a page show.

    Attributes
    ----------
    question : str
    subject, title, subtitle : callable
        Give the words in a language; the subject is short.
    layers : list of QgsVectorLayer
        Those that are its own.
    slug : str
        Name of the files.
    scenario : str
        The border in force.
    number : int
        Of two maps that would have one name the second has 2.
    people : dict
        Category -> country -> people; empty where a map has no categories.
    limits : list of str
        What a reader has to know.
    name : str
        Of the theme and the page, given when all maps are known.
    """

    question: str
    subject: Callable[[str], str]
    title: Callable[[str], str]
    subtitle: Callable[[str], str]
    layers: list
    slug: str
    scenario: str = ""
    number: int = 1
    people: dict = field(default_factory=dict)
    limits: list = field(default_factory=list)
    name: str = ""

    @property
    def closed(self) -> bool:
        """Nobody crosses the border."""
        return self.scenario == SHUT

    def called(self, language: str) -> str:
        """A name of its own within the project."""
        parts = [self.subject(language)]
        if self.scenario not in ("", OPEN) or self.question in (SHARE, CLOSED):
            parts += [phrase(self.scenario, language)] if self.scenario else []
        name = ", ".join(parts)
        return name if self.number == 1 else f"{name} ({self.number})"


def border_of(layer: QgsVectorLayer) -> str:
    """The border scenario of a result; empty where no border was in question."""
    first = (scenario(layer) or [""])[0]
    return first if first.startswith("border") else ""


def how(layer: QgsVectorLayer) -> str:
    """How one travels, for a title; empty where nobody does."""
    if kind_of(layer) in STILL:
        return ""
    if BY_ROAD in scenario(layer):
        return BY_ROAD
    return "by car" if "by car" in [*scenario(layer), *keyword(layer, "limits")] else ""


def is_schematic(layer: QgsVectorLayer) -> bool:
    """Whether a result is made of the sample region."""
    return "schematic" in keyword(layer, "limits")


def is_points(layer: QgsVectorLayer) -> bool:
    """Whether a layer has points."""
    return int(QgsWkbTypes.geometryType(layer.wkbType())) == 0


def people_by_type(areas: QgsVectorLayer) -> dict:
    """Type of service -> category -> country -> people."""
    found: dict[str, dict] = {}
    for one in areas.getFeatures():
        here = found.setdefault(one["service_type"], {}).setdefault(one["category"], {})
        if isinstance(one["country"], str):
            here[one["country"]] = here.get(one["country"], 0) + one["population"]
    return found


def gaining(people: dict) -> float:
    """How many are nearer to a service across the border."""
    return sum(sum(people.get(one, {}).values()) for one in ACROSS)


def is_type(name: str) -> str:
    """An expression that holds for one type of service."""
    return f"{QgsExpression.quotedColumnRef('service_type')} = {QgsExpression.quotedString(name)}"


def of_type(layer: QgsVectorLayer, name: str) -> QgsVectorLayer:
    """A copy of a layer that shows one type of service, of its rows or of its fields."""
    copy = layer.clone()
    if TYPES_IN.get(kind_of(layer)):
        copy.setCustomProperty(TYPE, name)
    else:
        copy.setSubsetString(is_type(name))
    return copy


def types_in(layer: QgsVectorLayer) -> list[str]:
    """The types of service that a layer has fields or rows for."""
    beginning = TYPES_IN.get(kind_of(layer))
    if beginning is None:
        return []
    if not beginning:
        return sorted(layer.uniqueValues(layer.fields().lookupField("service_type")))
    names = {one.name() for one in layer.fields()}
    found = {one.removeprefix(beginning) for one in names if one.startswith(beginning)}
    sure = {"nearest_": "nearest_id_", "loss_abs_nearest_": "cut_off_"}[beginning]
    return sorted(one for one in found if f"{sure}{one}" in names)


def is_lost(layer: QgsVectorLayer, name: str) -> bool:
    """Whether anybody has a longer way to a type of service, or none any more."""
    fields = layer.fields()
    most = layer.maximumValue(fields.lookupField(f"loss_abs_nearest_{name}"))
    cut_off = layer.maximumValue(fields.lookupField(f"cut_off_{name}"))
    return any(isinstance(one, (int, float)) and one > 0.05 for one in (most, cut_off))


def without_heading(layer: QgsVectorLayer) -> None:
    """Only one type is there: its group names it, and nothing has to be left out."""
    renderer = layer.renderer().clone()
    root = renderer.rootRule()
    for heading in root.children():
        if heading.symbol() is None:
            for rule in heading.children():
                root.appendChild(rule.clone())
            root.removeChild(heading)
    layer.setRenderer(renderer)


def slug(name: str) -> str:
    """A name for files: small letters, digits and underscores."""
    plain = "".join(one if one.isalnum() and one.isascii() else "_" for one in name.lower())
    return "_".join(part for part in plain.split("_") if part)
