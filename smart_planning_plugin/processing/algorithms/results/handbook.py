"""Handbook."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import Input, choice, described, flag, number, table, text


class Handbook(SmartPlanningAlgorithm):
    """The handbook of a study, in English, Latvian and Lithuanian, to read, print and edit."""

    ID = "handbook"
    TITLE = "Handbook"
    GROUP = "results"
    TAGS = ["report", "html", "pdf", "word", "excel", "document", "translation"]
    HELP = (
        "Writes what a study has found as a handbook: a folder with a page for each language that "
        "opens in any browser without a network, all tables as tables.xlsx, the text in the first "
        "language as handbook.odt for a word processor, and a PDF of each page where Chromium is "
        "installed. Chapters come from the results that are in STUDY; what is not there is left "
        "out. Maps are those of PROJECT.\n\n"
        "Sentences are made from the numbers and name the layer they can be checked in. Names are "
        "taken from NAMES, or from the data, and never inflected. Numbers of people are rounded, "
        "and small ones hidden. Crossings are not ranked by how vulnerable they are.\n\n"
        "How to read the results: reachable is not the same as shared; people are those who live "
        "nearest, not users; a closed border is a thought experiment. Each chapter ends with the "
        "limits of its figures."
    )

    def takes(self):
        yield _file("STUDY", "Study", "gpkg", "GeoPackage with the results of a study.")
        yield _file(
            "PROJECT", "Project", "qgz", "Made by 'Build styled project'; its maps are shown.",
            optional=True,
        )  # fmt: skip
        yield text(
            "TITLE", "Title", "Planning across the border", "Title of the handbook.", optional=False
        )
        yield choice(
            "LANGUAGES", "Languages", ["en", "lv", "lt"], ["en", "lv", "lt"],
            "A page for each; the first is also written for the word processor.", several=True,
        )  # fmt: skip
        yield table(
            "NAMES",
            "Table of names",
            "Fields code, language and nominative (genitive and locative may stand there, too): "
            "how places, regions and types of services are called in each language.",
        )
        yield table(
            "SERVICE_TYPES",
            "Types of services",
            "Names of types: the fields type, label_en, label_lv, label_lt.",
        )
        yield number(
            "SMALL_NUMBERS", "Hide numbers of people below", 20,
            "Small numbers point at households, and are mostly noise.", least=0, whole=True,
        )  # fmt: skip
        yield flag("PDF", "Also as PDF", True, "Printed by Chromium, where it is installed.")

    def gives(self):
        yield outputs.folder(
            "HANDBOOK_FOLDER",
            "Handbook",
            "index.en.html, index.lv.html, index.lt.html, tables.xlsx, handbook.odt, maps.",
        )

    def compute(self, given, run):
        from ... import handbook_io

        return {"HANDBOOK_FOLDER": handbook_io.Handbook(given, run).write}


def _file(name, label, extension, help_text, optional=False) -> Input:
    definition = QgsProcessingParameterFile(name, label, extension=extension, optional=optional)
    return Input([described(definition, help_text)], lambda run: {name.lower(): run.text(name)})
