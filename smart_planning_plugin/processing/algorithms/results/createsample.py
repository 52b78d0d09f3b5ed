"""The sample region."""

from __future__ import annotations

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm


class CreateSample(SmartPlanningAlgorithm):
    """The sample region to try everything on: schematic roads between real towns."""

    ID = "createsample"
    TITLE = "Create sample region"
    GROUP = "results"
    TAGS = ["example", "demo", "training", "test data", "tutorial"]
    HELP = (
        "Writes the sample region: roads of Latvia and Lithuania in two layers with different "
        "fields, ferries, municipalities, places with population, services of six types and "
        "their table.\n\n"
        "The region is schematic. Towns, road numbers, lengths and the three crossings are true; "
        "bends of roads, the Lithuanian zones, rural populations and most services are not. Do "
        "not plan with it. Everything that is computed from it is marked schematic.\n\n"
        "How to read the results: README.md beside sample.gpkg says of each layer and each "
        "figure whether it is true, schematic or invented, and where it comes from."
    )

    def takes(self):
        return []

    def gives(self):
        yield outputs.folder(
            "SAMPLE_FOLDER", "Sample folder", "sample.gpkg and a README that says what is true."
        )

    def compute(self, given, run):
        from ... import sample_io

        sample_io.load(run)
        return {"SAMPLE_FOLDER": sample_io.write}
