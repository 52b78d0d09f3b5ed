"""What algorithms take: each input knows how it is declared, checked and read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProviderRegistry,
)

from ..core.errors import (
    EmptyLayerError,
    GeometryTypeError,
    InvalidValueError,
    MissingCrsError,
    MissingFieldError,
)

ANY = QgsProcessing.SourceType.TypeVector
ANY_GEOMETRY = QgsProcessing.SourceType.TypeVectorAnyGeometry
POINTS = QgsProcessing.SourceType.TypeVectorPoint
LINES = QgsProcessing.SourceType.TypeVectorLine
POLYGONS = QgsProcessing.SourceType.TypeVectorPolygon
NUMERIC = QgsProcessingParameterField.DataType.Numeric
ANY_FIELD = QgsProcessingParameterField.DataType.Any
OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
GREATEST = 1e12  # nothing that is measured here is larger, and its square is still a number
ADVANCED = QgsProcessingParameterDefinition.Flag.FlagAdvanced


@dataclass
class Input:
    """One input, or several that belong together.

    Attributes
    ----------
    definitions : list
        Parameters of Processing, in the order of the dialog.
    read : callable
        Takes the run, gives a dict of values by the lower-case names that `compute` uses.
    check : callable
        Takes the run; raises what is wrong in structure, without reading rows.
    complete : callable
        Takes all that was read and the run; gives what to put in its place.
    """

    definitions: list
    read: Callable[..., dict]
    check: Callable[..., None] = field(default=lambda run: None)
    complete: Callable[..., dict] = field(default=lambda values, run: {})


class Inputs:
    """Several inputs as one: what `takes` gives."""

    def __init__(self, inputs):
        self.inputs = list(inputs)

    @property
    def definitions(self):
        return [one for input_ in self.inputs for one in input_.definitions]

    def check(self, run):
        for one in self.inputs:
            one.check(run)

    def read(self, run) -> SimpleNamespace:
        values = {}
        for one in self.inputs:
            values.update(one.read(run))
        for one in self.inputs:
            values.update(one.complete(values, run))
        return SimpleNamespace(**values)


def described(definition, help_text: str, advanced: bool = False):
    """A parameter with its help, as everyone of ours has."""
    definition.setHelp(help_text)
    if advanced:
        definition.setFlags(definition.flags() | ADVANCED)
    return definition


def left_out(given: Input, layer: str, *values: str) -> Input:
    """An input of which the layer, and all that goes with it, may be left out.

    Parameters
    ----------
    given : Input
    layer : str
        Its first parameter.
    *values : str
        What it reads as; None where the layer is not given.
    """
    for definition in given.definitions:
        definition.setFlags(definition.flags() | OPTIONAL)
    return Input(
        given.definitions,
        lambda run: given.read(run) if run.given(layer) else dict.fromkeys(values),
        lambda run: given.check(run) if run.given(layer) else None,
        lambda read, run: given.complete(read, run) if run.given(layer) else {},
    )


def number(
    name,
    label,
    default,
    help_text,
    *,
    least=None,
    most=None,
    above=None,
    whole=False,
    advanced=False,
) -> Input:
    """A number; with `default` None it may be left out, and reads as None."""
    least_most = (
        (least or 0, 2**31 - 1 if most is None else most)
        if whole
        else (-GREATEST if least is None else least, GREATEST if most is None else most)
    )
    kind = QgsProcessingParameterNumber.Type.Integer if whole else None
    definition = QgsProcessingParameterNumber(
        name,
        label,
        kind if whole else QgsProcessingParameterNumber.Type.Double,
        default,
        default is None,
        *least_most,
    )

    def read(run):
        return {name.lower(): run.number(name, whole)}

    def check(run):
        value, exact = run.number(name, whole), run.number(name)
        if value is not None and exact != exact:
            raise InvalidValueError(f"{name} is not a number")
        if whole and value is not None and not least_most[0] <= value <= least_most[1]:
            raise InvalidValueError(
                f"{name} must be a whole number from {least_most[0]} to {least_most[1]}"
            )
        if above is not None and value is not None and not value > above:
            raise InvalidValueError(f"{name} must be above {above:g}")

    return Input([described(definition, help_text, advanced)], read, check)


def choice(name, label, options, default, help_text, *, several=False, advanced=False) -> Input:
    """One of some names, or several of them."""
    definition = QgsProcessingParameterEnum(
        name, label, options, several, default, False, usesStaticStrings=True
    )

    def read(run):
        return {name.lower(): run.choice(name, options, several)}

    return Input([described(definition, help_text, advanced)], read, read)


def flag(name, label, default, help_text, *, advanced=False) -> Input:
    """Yes or no."""
    definition = QgsProcessingParameterBoolean(name, label, default)
    return Input(
        [described(definition, help_text, advanced)], lambda run: {name.lower(): run.flag(name)}
    )


def text(name, label, default, help_text, *, optional=True, advanced=False) -> Input:
    """A line of text."""
    definition = QgsProcessingParameterString(name, label, default, False, optional)
    return Input(
        [described(definition, help_text, advanced)], lambda run: {name.lower(): run.text(name)}
    )


def _growing(run, name: str, written: str, advice: str) -> dict:
    """Numbers above 0 that grow, with commas between, by the lower-case name of their parameter."""
    parts = [one.strip() for one in written.split(",") if one.strip()]
    try:
        values = [float(one) for one in parts]
    except ValueError:
        values = []
    if not values or any(low >= high for low, high in zip([0.0, *values], values)):
        raise InvalidValueError(
            f"{name}: '{run.text(name)}' is not a list of growing numbers above 0", advice
        )
    return {name.lower(): values}


def limits(name, label, default, help_text, *, advanced=False) -> Input:
    """Limits of classes: numbers above 0 that grow, with commas between."""
    definition = QgsProcessingParameterString(name, label, default, False, True)

    def read(run):
        return _growing(run, name, run.text(name), f"Write for instance {default}")

    return Input([described(definition, help_text, advanced)], read, read)


def names(name, label, help_text) -> Input:
    """A list of field names to be tried in turn."""
    definition = QgsProcessingParameterString(name, label, "", False, True)

    def read(run):
        return {name.lower(): [one.strip() for one in run.text(name).split(",") if one.strip()]}

    return Input([described(definition, help_text, advanced=True)], read)


def numbers(name, label, default, help_text, *, advanced=False) -> Input:
    """A list of growing numbers above 0; reads as a list of float."""
    definition = QgsProcessingParameterString(name, label, default, False, False)

    def read(run):
        written = run.text(name).replace(";", ",")
        return _growing(run, name, written, f"Write them with commas between, as {default}")

    return Input([described(definition, help_text, advanced)], read, read)


def crs(name, label, help_text) -> Input:
    """A coordinate reference system; invalid where none is given."""
    definition = QgsProcessingParameterCrs(name, label, None, True)

    def read(run):
        return {name.lower(): run.algorithm.parameterAsCrs(run.parameters, name, run.context)}

    return Input([described(definition, help_text, advanced=True)], read)


def source_definition(name, label, types, help_text, *, optional=False, advanced=False):
    """The parameter of a layer or table."""
    definition = QgsProcessingParameterFeatureSource(name, label, [types], None, optional)
    return described(definition, help_text, advanced)


def field_definition(
    name, label, parent, help_text, *, kind=ANY_FIELD, default=None, optional=True, advanced=False
):
    """The parameter of a field of a layer."""
    definition = QgsProcessingParameterField(name, label, default, parent, kind, False, optional)
    return described(definition, help_text, advanced)


def expression_definition(name, label, parent, help_text):
    """The parameter of an expression on a layer."""
    definition = QgsProcessingParameterExpression(name, label, None, parent, True)
    return described(definition, help_text, advanced=True)


def table(name, label, help_text, *, advanced=True) -> Input:
    """An optional table: CSV or any table layer; reads as a DataFrame or None."""
    definition = source_definition(name, label, ANY, help_text, optional=True, advanced=advanced)
    return Input([definition], lambda run: {name.lower(): run.table(name)})


def several_layers(name, label, kind, help_text, *, optional=False) -> Input:
    """Several layers; reads as a list of map layers."""
    definition = QgsProcessingParameterMultipleLayers(name, label, kind, None, optional)

    def layers(run):
        return run.algorithm.parameterAsLayerList(run.parameters, name, run.context)

    def check(run):
        if not layers(run) and (run.given(name) or not optional):
            raise EmptyLayerError(f"{name}: no layer is given that can be opened", "Choose one")
        for layer in layers(run) if kind != ANY else []:
            check_layer(layer, name, kind)

    return Input([described(definition, help_text)], lambda run: {name.lower(): layers(run)}, check)


def name_of(layer) -> str:
    """Name of a layer; that of its table where QGIS only took over the name of the file."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    in_file = parts.get("layerName") or ""
    from_file = Path(parts.get("path") or "").stem
    return in_file if in_file and layer.name() == from_file else layer.name()


def check_layer(layer, parameter: str, types):
    """Raise if a layer cannot be what a parameter needs; reads no rows."""
    # numbers, because QGIS 3.22 and 4 name the kinds of geometry in different places
    wanted = {POINTS: "points", LINES: "lines", POLYGONS: "polygons"}.get(types)
    kinds = {0: "points", 1: "lines", 2: "polygons", 3: "no known geometry", 4: "no geometry"}
    kind = (
        kinds.get(int(layer.geometryType()), "no geometry")
        if hasattr(layer, "geometryType")
        else ""
    )
    if wanted and kind != wanted:
        raise GeometryTypeError(
            f"{parameter} needs {wanted}, the layer has {kind or 'no features'}",
            layer=name_of(layer),
        )
    if layer.featureCount() == 0:
        raise EmptyLayerError(
            f"{parameter} has no rows", "Look at the layer and its filter", layer=name_of(layer)
        )
    if types != ANY and not layer.crs().isValid():
        raise MissingCrsError(
            "the layer has no coordinate reference system",
            "Set it in the layer's properties",
            layer=name_of(layer),
        )


def check_field(layer, parameter: str, name: str):
    """Raise if a layer lacks a field."""
    if name and layer.fields().lookupField(name) < 0:
        raise MissingFieldError(
            f"{parameter} names a field that is not there",
            f"The fields are {', '.join(layer.fields().names())}",
            layer=name_of(layer),
            field=name,
        )
