"""The sample region as a user gets it: marked schematic, styled, opened in the project."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import QgsLayerMetadata

from ..cartography.files import tables_of
from ..cartography.identity import VOCABULARY
from ..cartography.styling import save_default_style
from .writing import save_metadata, settle

SAMPLE = Path(__file__).parent.parent / "sample"
MODELS = Path(__file__).parent / "models"
FILE = "sample.gpkg"
RIGHTS = [
    "Towns: GeoNames, CC BY 4.0",
    "population: Statistics Lithuania, CC BY 4.0",
    "jobs: Eurostat",
    "municipalities of Latvia: Apache Superset, Apache-2.0",
    "coast: Natural Earth",
    "all else drawn for the sample",
]
#: In the order in which they are drawn, from below; tables last.
TABLES = [
    "municipalities", "regions", "roads_lv", "roads_lt", "ferries", "places", "services",
    "coast", "project_ideas",
    "service_types", "evidence", "norms", "service_changes", "observations", "jobs", "domains",
    "guideline_rules", "register", "profiles", "criteria", "priority_chain", "actions",
    "indicators", "names",
]  # fmt: skip

#: Tables to be filled in, as CSV.
TEMPLATES = [
    "evidence.csv", "register.csv", "profiles.csv", "observations.csv", "code_changes.csv",
    "jobs.csv", "domains.csv", "guideline_rules.csv", "criteria.csv", "priority_chain.csv",
    "actions.csv", "indicators.csv", "names.csv",
]  # fmt: skip


def write(folder: Path) -> None:
    """Copy the sample, and mark each layer as schematic."""
    folder.mkdir(parents=True)
    shutil.copyfile(SAMPLE / "README.md", folder / "README.md")
    for name in TEMPLATES:
        shutil.copyfile(SAMPLE / "source" / name, folder / name)
    (folder / "models").mkdir()  # chains to open, look at and change
    for model in sorted(MODELS.glob("*.model3")):
        shutil.copyfile(model, folder / "models" / model.name)
    path = folder / FILE
    shutil.copyfile(SAMPLE / FILE, path)
    for layer in tables_of(path):
        table = layer.name()
        metadata = QgsLayerMetadata()
        metadata.setIdentifier(f"smartplanning:createsample:{table}:{table}")
        metadata.setType("dataset")
        metadata.setLanguage("en")
        metadata.setTitle(f"Sample region (schematic): {table}")
        metadata.setAbstract("Schematic sample data, not for decisions; see README.md.")
        metadata.setKeywords(
            {
                f"{VOCABULARY}:algorithm": ["smartplanning:createsample"],
                f"{VOCABULARY}:limits": ["schematic"],
            }
        )
        metadata.setRights(RIGHTS)
        save_metadata(layer, path, table, metadata)
        if layer.isSpatial():
            save_default_style(layer, path)
        del layer
    settle(path)


def load(run) -> None:
    """Open the layers in the project when they are written."""
    path = run.destinations["SAMPLE_FOLDER"].path / FILE
    for table in TABLES:
        run.load(f"{path}|layername={table}", table)
