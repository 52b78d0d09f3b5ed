"""Fields and codes of a layer in words, for tables and forms: aliases, value maps, decimals."""

from __future__ import annotations

import re

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer

from ..core.words import text
from . import design
from .identity import kind_of

#: Fields of codes -> what the codes mean.
CODES = {
    "category": {name: label for name, (_, _, label) in design.CATEGORIES.items()},
    "shareability": {
        "agreement": "Under an agreement",
        "free_choice": "Free choice",
        "not_shareable": "Not shareable",
        "unknown": "Not known",
    },
    "status": {
        "ok": "Used",
        "too_far": "Too far from a road",
        "no_geometry": "No geometry",
        "no_country": "Country unknown",
        "no_population": "Population unknown",
        "one_way_trap": "Trapped by one-way roads",
        "islet": "On a part that is cut off",
    },
}
#: Field -> what it is called; units stay.
ALIASES = {
    "category": "Where the nearest services are",
    "population": "People",
    "people": "People",
    "gain_min": "Gain (min)",
    "own_min": "Nearest at home (min)",
    "abroad_min": "Nearest abroad (min)",
    "border_min": "To the border crossing (min)",
    "time_min": "Travel time (min)",
    "distance_km": "Distance (km)",
    "service_type": "Type of service",
    "threshold_min": "Threshold (min)",
    "advantage_min": "Advantage (min)",
    "shareability": "May be shared",
    "status": "Status",
    "snap_m": "To the road (m)",
    "access_min": "To the road (min)",
    "area_km2": "Area (km²)",
    "country": "Country",
    "name": "Name",
    "zone_name": "Zone",
    "foreign_share": "Share from abroad",
    "shared": "Nearest for both countries",
    "self_containment": "Self-containment",
}


REAL = ("Real", "double")  # in files, in memory
#: Whole names of fields of real numbers -> decimals that are shown. The values stay as they are,
#: so that parts add up to their whole: people of a cell, or of a divided place, are no whole ones.
DECIMALS = [
    (r"(.*_)?(people|population|demand)(_.*)?|accessible.*|proximity.*|(within|across)_.*", 0),
    (r".*_(min|km|km2|m)|(nearest|norm|gain|border|edge)_.*", 1),
]


def decimals(name: str) -> int | None:
    """Decimals of a field of real numbers that are shown; None for all."""
    return next((count for pattern, count in DECIMALS if re.fullmatch(pattern, name)), None)


def explain_fields(layer: QgsVectorLayer, language: str) -> None:
    """Give fields of our results their names in a language, and codes their meaning."""
    if not kind_of(layer):
        return
    for at, field in enumerate(layer.fields()):
        name = field.name()
        if name in ALIASES:
            layer.setFieldAlias(at, text(ALIASES[name], language))
        if name in CODES:
            words = [{text(label, language): code} for code, label in CODES[name].items()]
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("ValueMap", {"map": words}))
    show_decimals(layer)


def show_decimals(layer: QgsVectorLayer) -> None:
    """Show people as whole numbers, and minutes and kilometres with one decimal."""
    for at, field in enumerate(layer.fields()):
        count = decimals(field.name()) if field.typeName() in REAL else None
        if count is not None:
            shown = {"Precision": count, "Style": "SpinBox", "AllowNull": True}
            layer.setEditorWidgetSetup(at, QgsEditorWidgetSetup("Range", shown))
