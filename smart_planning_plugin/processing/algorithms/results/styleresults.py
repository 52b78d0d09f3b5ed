"""Style results."""

from __future__ import annotations

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, choice, several_layers


class StyleResults(SmartPlanningAlgorithm):
    """Give results their styles, in a language, and keep the styles in their files."""

    ID = "styleresults"
    TITLE = "Style results"
    GROUP = "results"
    TAGS = ["symbology", "legend", "colours", "qml", "language"]
    HELP = (
        "Styles layers made by Smart Planning, whatever they are called now, and saves the style "
        "as the default of each: in the GeoPackage, or beside other files. They look right in "
        "every project from then on. Layers of other origin are left as they are, and named in "
        "the log. Legends come in English, Latvian or Lithuanian.\n\n"
        "How to read the results: STYLED lists the layers that got a style; the log names those "
        "that did not."
    )

    def takes(self):
        yield several_layers("LAYERS", "Layers", ANY, "Results of Smart Planning.")
        yield language()

    def gives(self):
        yield outputs.same_layers("STYLED", "Styled layers")

    def flags(self):
        return super().flags() | self.Flag.FlagNoThreading  # layers of the project are touched

    def compute(self, given, run):
        from ... import results_io

        return {"STYLED": results_io.style(given.layers, given.language, run)}


def language():
    """The language of legends and maps."""
    return choice("LANGUAGE", "Language", ["en", "lv", "lt"], "en", "Of legends and maps.")
