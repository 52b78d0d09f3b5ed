"""The base of all algorithms: an algorithm says what it takes and gives; the rest happens here."""

from __future__ import annotations

import traceback
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsMessageLog,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProviderRegistry,
)
from qgis.PyQt.QtGui import QIcon

from ..core.errors import Cancelled, SmartPlanningError
from . import dependencies
from .destinations import Destination, check_destinations
from .language import tr
from .parameters import Inputs

ICONS = Path(__file__).parent.parent / "icons"
SMALLER = "Take larger cells, fewer places or a smaller area"
HELP_URL = "https://example.org/smart-planning/algorithms/"
GROUPS = {
    "network": "1 Network",
    "accessibility": "2 Accessibility",
    "crossborder": "3 Across the border",
    "services": "4 Services",
    "zones": "5 Zones",
    "territory": "6 Territory",
    "results": "7 Results",
}


class SmartPlanningAlgorithm(QgsProcessingAlgorithm):
    """An adapter between Processing and one function of `core`.

    A subclass sets `ID`, `TITLE`, `GROUP`, `TAGS`, `HELP` and defines `takes`, `gives`, `compute`.
    `compute` returns for each output `Rows`, something that writes itself to a path, or a plain
    value; an output that was not asked for is dropped.
    """

    ID = ""
    TITLE = ""
    GROUP = ""
    TAGS: list[str] = []
    HELP = ""

    def takes(self):
        """Inputs, in the order of the dialog; the network comes first."""
        raise NotImplementedError

    def gives(self):
        """Outputs, in the order of the dialog."""
        raise NotImplementedError

    def compute(self, given, run):
        """From what was read to rows; `run` reports progress and carries the analysis CRS."""
        raise NotImplementedError

    # What Processing asks of every algorithm.

    def createInstance(self):
        return type(self)()

    def name(self):
        return self.ID

    def displayName(self):
        return tr(self.TITLE)

    def group(self):
        return tr(GROUPS[self.GROUP])

    def groupId(self):
        return self.GROUP

    def tags(self):
        return [*self.TAGS, "cross-border", "smart planning"]

    def shortHelpString(self):
        return tr(self.HELP)

    def shortDescription(self):
        return tr(type(self).__doc__.split("\n")[0])

    def helpUrl(self):
        return f"{HELP_URL}{self.ID}.html"

    def icon(self):
        return QIcon(str(ICONS / f"{self.ID}.svg"))

    def svgIconPath(self):
        return str(ICONS / f"{self.ID}.svg")

    def canExecute(self):
        lacking = dependencies.message()
        return not lacking, lacking

    def initAlgorithm(self, configuration=None):
        self._inputs = Inputs(self.takes())
        self._outputs = list(self.gives())
        for definition in self._inputs.definitions:
            self.addParameter(translated(definition))
        for output in self._outputs:
            if output.plain:
                self.addOutput(translated(output.definition))
            else:
                self.addParameter(translated(output.definition))

    def check(self, run):
        """What can be seen to be wrong with the inputs before a row is read."""
        self._inputs.check(run)

    def read(self, run):
        """All inputs of a run; also of one that is to be explained."""
        return self._inputs.read(run)

    def checkParameterValues(self, parameters, context):
        fine, message = super().checkParameterValues(parameters, context)
        if not fine:
            return fine, message
        lacking = dependencies.message()
        if lacking:
            return False, lacking
        from .run import Run

        try:
            self._check(Run(self, parameters, context))
        except (SmartPlanningError, QgsProcessingException) as error:
            return False, str(error)
        except Exception as error:
            return False, self.told(error)
        return True, ""

    def processAlgorithm(self, parameters, context, feedback):
        lacking = dependencies.message()
        if lacking:  # 3.22 does not ask canExecute under qgis_process
            raise QgsProcessingException(lacking)
        from .run import Run

        run = Run(self, parameters, context, feedback)
        try:
            with run.at_end, dependencies.plain_texts():
                run.destinations = self._check(run)
                results = self.compute(self.read(run), run)
                return self._write(run, results)
        except Cancelled:
            feedback.pushInfo("Cancelled; nothing was written.")
            return {}
        except (SmartPlanningError, QgsProcessingException) as error:
            message = str(error)
        except Exception as error:
            message = self.told(error)
        # Processing keeps what is raised here: it must not hold the layers that were read
        del run
        raise QgsProcessingException(message)

    def told(self, error) -> str:
        """What a user is told of an error that nobody foresaw; the log keeps where it arose."""
        lines = traceback.format_exception(type(error), error, error.__traceback__)
        QgsMessageLog.logMessage("".join(lines), "Smart Planning", Qgis.MessageLevel.Critical)
        if isinstance(error, MemoryError):
            return f"{self.TITLE} needs more memory than there is. {SMALLER}."
        if isinstance(error, OSError):
            place = f" ({error.filename})" if error.filename else ""
            return f"{error.strerror or 'A file cannot be read or written'}{place}."
        return (
            f"{self.TITLE} met with something that it does not expect ({type(error).__name__}). "
            "This is a defect of Smart Planning, please report it: the panel 'Log messages', "
            "'Smart Planning', has what its authors need."
        )

    def _check(self, run):
        """All that can be wrong before a row is read; the destinations of the outputs."""
        found = {one.name: Destination.of(run, one) for one in self._outputs if not one.plain}
        destinations = {name: one for name, one in found.items() if one is not None}
        check_destinations(list(destinations.values()), self._input_files(run))
        self.check(run)
        return destinations

    def _input_files(self, run):
        """Files, and tables in them, of all layers that are read."""
        layers = []
        for definition in self._inputs.definitions:
            name = definition.name()
            if definition.type() == "source":
                layers.append(run.layer(name))
            elif definition.type() == "multilayer":
                layers += self.parameterAsLayerList(run.parameters, name, run.context)
        decode = QgsProviderRegistry.instance().decodeUri
        parts = [decode(one.providerType(), one.source()) for one in layers if one is not None]
        return [(one["path"], one.get("layerName") or "") for one in parts if one.get("path")]

    def _write(self, run, results):
        """Write what was asked for; all of it, or nothing."""
        from . import writing  # numpy and pandas are loaded when something runs, not with QGIS

        given = {}
        with writing.Writer(run) as writer:
            for output in self._outputs:
                destination = run.destinations.get(output.name)
                result = results.get(output.name)
                if output.plain:
                    given[output.name] = result
                if destination is None or result is None:
                    continue
                title = f"{self.TITLE}: {output.label}"
                metadata = writing.record(run, output, title)
                if isinstance(result, writing.Rows):
                    given[output.name] = writer.layer(output, destination, result, metadata)
                elif isinstance(result, writing.Raster):
                    given[output.name] = writer.raster(output, destination, result, metadata)
                else:  # something that writes itself to a path
                    result(writer.file(destination))
                    given[output.name] = str(destination.path)
        return given


def translated(definition):
    """A parameter or output with its texts in the language of QGIS."""
    definition.setDescription(tr(definition.description()))
    if hasattr(definition, "help"):
        definition.setHelp(tr(definition.help()))
    return definition
