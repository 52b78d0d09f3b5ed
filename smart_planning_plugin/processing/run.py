"""One run of an algorithm: its parameters read safely, and what it has to remember."""

from __future__ import annotations

import contextlib
import json

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
)

from ..core.errors import Cancelled, EmptyLayerError, InvalidValueError
from ..core.progress import Progress
from .layers import LayerData, read_layer
from .loading import style_when_loaded


class Run:
    """Parameters, context and feedback of one run.

    Attributes
    ----------
    crs : QgsCoordinateReferenceSystem or None
        The analysis CRS, known once the network is read; all layers are read in it.
    inputs : list of LayerData
        What was read, for the record.
    limits : set of str
        What a reader of the results has to know.
    """

    def __init__(
        self,
        algorithm,
        parameters: dict,
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None = None,
    ):
        self.algorithm, self.parameters, self.context = algorithm, parameters, context
        self.feedback = feedback or QgsProcessingFeedback()
        self.crs: QgsCoordinateReferenceSystem | None = None
        self.countries = None  # core's Countries, once COUNTRIES is read
        self.country_polygons: dict[str, QgsGeometry] = {}
        self.barriers: list[QgsGeometry] = []  # once BARRIERS is read
        self.inputs: list[LayerData] = []
        self.limits: set[str] = set()
        self.scenario = ""
        self.destinations: dict = {}  # by output, once they are checked; only what is wanted
        self.progress: Progress = self._report
        self.at_end = contextlib.ExitStack()  # what is let go when all is written

    def _report(self, fraction: float, message: str | None = None) -> None:
        if self.feedback.isCanceled():
            raise Cancelled
        self.feedback.setProgress(100 * min(max(fraction, 0.0), 1.0))
        if message:
            self.feedback.setProgressText(message)

    def say(self, message: str) -> None:
        """Tell the user something in the log."""
        self.feedback.pushInfo(message)

    def warn(self, message: str) -> None:
        """Tell the user something to look at."""
        self.feedback.pushWarning(message)

    def given(self, name: str) -> bool:
        """Whether there is a value."""
        return self.parameters.get(name) not in (None, "", [])

    def text(self, name: str) -> str:
        return self.algorithm.parameterAsString(self.parameters, name, self.context) or ""

    def number(self, name: str, whole: bool = False):
        """A number, None where it was left out."""
        definition = self.algorithm.parameterDefinition(name)
        if not self.given(name) and definition.defaultValue() is None:
            return None
        if whole:
            return self.algorithm.parameterAsInt(self.parameters, name, self.context)
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def flag(self, name: str) -> bool:
        return self.algorithm.parameterAsBool(self.parameters, name, self.context)

    def choice(self, name: str, options: list[str], several: bool = False):
        """One option or several; a name that is not among them is an error, never the default.

        A model may give the number of the option instead of its name.
        """
        value = self.parameters.get(name)
        if not self.given(name):
            value = self.algorithm.parameterDefinition(name).defaultValue()
        if isinstance(value, str):
            value = value.split(",") if several else [value]
        values = value if isinstance(value, (list, tuple)) else [value]
        values = [
            options[one] if type(one) is int and 0 <= one < len(options) else one for one in values
        ]
        wrong = [str(one) for one in values if one not in options]
        if wrong:
            raise InvalidValueError(
                f"{name} does not know {', '.join(wrong)}", f"Choose from {', '.join(options)}"
            )
        return list(dict.fromkeys(values)) if several else values[0]

    def partly(self, name: str) -> bool:
        """Whether a layer comes with options of the dialog, such as its selected rows only."""
        return isinstance(self.parameters.get(name), QgsProcessingFeatureSourceDefinition)

    def layer(self, name: str):
        """The map layer of a parameter, None where it was left out or is no map layer."""
        value = self.parameters.get(name)
        given = {name: value.source} if self.partly(name) else self.parameters
        return self.algorithm.parameterAsVectorLayer(given, name, self.context)

    def source(self, name: str):
        """The feature source of a parameter, None where it was left out.

        Raises
        ------
        EmptyLayerError
            If something was given that is no layer.
        """
        if not self.given(name):
            return None
        source = self.algorithm.parameterAsSource(self.parameters, name, self.context)
        if source is None:
            raise EmptyLayerError(
                f"{name} is not a layer that can be opened", "Look at the path and the table's name"
            )
        return source

    def read(self, name: str, where: str = "", reproject: bool = True) -> LayerData | None:
        """All rows of a parameter's layer in the analysis CRS, None where it was left out."""
        source = self.source(name)
        if source is None:
            return None
        data = read_layer(
            source,
            self.crs if reproject else None,
            self.context,
            lambda fraction: self.progress(0.0),
            self.layer(name),
            where,
        )
        if self.partly(name) and not len(data):
            raise EmptyLayerError(
                f"{name} has no rows left",
                "Look at 'Selected features only', and at the other options of the layer",
                layer=data.name,
            )
        return self.remember(data)

    def remember(self, data: LayerData) -> LayerData:
        """Note an input for the record; its limits become ours."""
        self.inputs.append(data)
        self.limits.update(data.limits)
        return data

    def load(self, reference: str, name: str) -> None:
        """Have a layer opened in the project when all is done; without a window nothing happens."""
        details = QgsProcessingContext.LayerDetails(name, self.context.project(), name)
        self.context.addLayerToLoadOnCompletion(reference, details)
        style_when_loaded(self.context, reference, below=True)

    def table(self, name: str):
        """A table as a DataFrame, None where it was left out."""
        data = self.read(name, reproject=False)
        return None if data is None else data.table()

    def parameters_as_json(self) -> str:
        """The parameters as text, to be kept and to be run again."""
        values = {}
        for definition in self.algorithm.parameterDefinitions():
            name = definition.name()
            if definition.isDestination() or not self.given(name):
                continue
            value = self.parameters[name]
            if hasattr(value, "source") and callable(value.source):  # a layer, or layer definition
                value = value.source()
            elif isinstance(value, (list, tuple)):
                value = [one.source() if hasattr(one, "source") else one for one in value]
            elif isinstance(value, QgsCoordinateReferenceSystem):
                value = value.authid()
            elif hasattr(value, "source"):  # QgsProcessingFeatureSourceDefinition
                value = value.source.staticValue()
            values[name] = value
        return json.dumps(values, ensure_ascii=False, sort_keys=True, default=str)
