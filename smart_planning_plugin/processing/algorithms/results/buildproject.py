"""Build a styled project."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFile

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, Input, choice, crs, described, several_layers, table, text
from .styleresults import language


class BuildProject(SmartPlanningAlgorithm):
    """A QGIS project of the results, ready to print: groups, styles, maps."""

    ID = "buildproject"
    TITLE = "Build styled project"
    GROUP = "results"
    TAGS = ["map", "layout", "print", "pdf", "atlas", "report"]
    HELP = (
        "Puts results into a project of their own: grouped by the question they answer, styled, "
        "the state border on top, with a map theme and a page for each map, and an atlas with a "
        "page for each municipality where COUNTRIES have names. Paths are relative: project and "
        "data can move together. The open project is not touched.\n\n"
        "How to read the maps. Blue is home, yellow to orange is across the border; people are "
        "those who live there, rounded, small numbers hidden. Reachable is not the same as "
        "shared. Each page names its scenario and its limits."
    )

    def takes(self):
        definition = QgsProcessingParameterFile("STUDY", "Study", extension="gpkg", optional=True)
        yield Input(
            [described(definition, "GeoPackage with results; all of its layers are taken.")],
            lambda run: {"study": run.text("STUDY")},
        )
        yield several_layers(
            "LAYERS", "Layers", ANY, "Results, and other layers to show.", optional=True
        )
        yield bundles.countries(
            "Polygons with country codes; municipalities will do. They are the background, and "
            "the state border is drawn where they meet."
        )
        yield table(
            "SERVICE_TYPES",
            "Types of services",
            "Names of types for titles: the fields type, label_en, label_lv, label_lt.",
            advanced=False,
        )
        yield text("TITLE", "Title", "Services across the border", "Title of project and maps.")
        yield language()
        yield choice(
            "PAGES", "Pages", ["a4", "a3"], ["a4"], "Sizes of the pages; one for each map.",
            several=True,
        )  # fmt: skip
        yield crs(
            "OUTPUT_CRS",
            "CRS of the project",
            "Empty: that of the results. EPSG:3059 is Latvia's, EPSG:3346 Lithuania's.",
        )

    def gives(self):
        yield outputs.file("PROJECT", "Project", "QGIS projects (*.qgz)", "The project.")
        yield outputs.folder("MAPS_FOLDER", "Maps", "A PDF and a PNG of each page.", optional=True)

    def flags(self):
        return super().flags() | self.Flag.FlagNoThreading  # layers of the project are read

    def compute(self, given, run):
        from ... import results_io

        project = results_io.build(given, run)
        return {"PROJECT": project.write, "MAPS_FOLDER": project.write_maps}
