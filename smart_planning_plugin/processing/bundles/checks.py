"""Checks that several inputs share."""

from __future__ import annotations

from ...core.errors import EmptyLayerError, InvalidValueError, MissingFieldError
from ..parameters import ANY_GEOMETRY, GREATEST, check_field, check_layer, name_of


def check_given(run, name: str, types):
    """Raise if an optional layer is given that cannot be what it is for; reads no rows."""
    if run.given(name):
        run.source(name)
        check_layer(run.layer(name), name, types)


def check_named(run, layer: str, field: str):
    """Raise if an optional layer is given without the field that goes with it."""
    if not run.given(layer):
        return
    if not run.text(field):
        raise MissingFieldError(
            f"{layer} is given, but {field} is empty",
            "Choose the field",
            layer=name_of(run.layer(layer)),
        )
    check_field(run.layer(layer), field, run.text(field))


def check_points(run, name: str, fields: list[str], types=ANY_GEOMETRY):
    """Raise if a layer of places or services is not usable in structure."""
    run.source(name)
    layer = run.layer(name)
    check_layer(layer, name, types)
    if not layer.isSpatial():
        raise EmptyLayerError(f"{name} is a table without geometry", layer=name_of(layer))
    for one in fields:
        check_field(layer, one, run.text(one))


def not_negative(data, field: str, ids):
    """(n,) float array of a field, NaN where NULL; raise where one is below 0 or beyond measure."""
    values = data.numbers(field)
    for wrong, problem in ((values < 0, "negative"), (values > GREATEST, "much too large")):
        if wrong.any():
            raise InvalidValueError(
                f"{problem} values",
                "Mend the data; missing values may be empty",
                layer=data.name,
                field=field,
                ids=ids[wrong],
            )
    return values
