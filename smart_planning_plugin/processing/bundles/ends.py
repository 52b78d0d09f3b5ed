"""Origins and destinations, and which of them belong together."""

from __future__ import annotations

from ..parameters import POINTS, Input, check_field, field_definition, source_definition
from .checks import check_points
from .countries import country_codes


def ends(name: str, id_name: str, label: str) -> Input:
    """Points to travel from or to; reads as (points, their values of PAIR_FIELD or None)."""
    definitions = [
        source_definition(name, label, POINTS, "Points."),
        field_definition(id_name, f"Id of the {label.lower()}", name, "Unique.", optional=False),
    ]

    def check(run):
        check_points(run, name, [id_name], POINTS)

    def read(run):
        from ...core.services.inputs import Points

        data = run.read(name)
        field = run.text("PAIR_FIELD")
        key = data.texts(field) if field else None
        ids = data.unique_ids(run.text(id_name))
        return {name.lower(): (Points(ids, data.points(), country_codes(run, data)), key)}

    return Input(definitions, read, check)


def pair_field() -> Input:
    """Pairs by a field that both layers have."""
    definition = field_definition(
        "PAIR_FIELD",
        "Pairs by this field",
        "ORIGINS",
        "Only origins and destinations with the same value; the field is in both layers. NEAREST "
        "does not count then.",
        advanced=True,
    )

    def check(run):
        for name in ("ORIGINS", "DESTINATIONS"):
            check_field(run.layer(name), "PAIR_FIELD", run.text("PAIR_FIELD"))

    return Input([definition], lambda run: {"pair_field": run.text("PAIR_FIELD")}, check)
