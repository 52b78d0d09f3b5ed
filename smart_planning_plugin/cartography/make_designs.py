"""Make the styles (``styles/*.qml``) and the pages (``layouts/*.qpt``) from `design.py`.

Run with the Python of QGIS, the oldest that has to read them::

    python3 -m smart_planning_plugin.cartography.make_designs [FOLDER]

Every style is rule-based, so that one way of reading rules translates them all; a field that ends
in an underscore (``"nearest_"``) stands for the first field of the layer that begins so, and
``only`` shows one type of service where a layer holds several on top of each other.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject

from smart_planning_plugin.cartography import design, designs
from smart_planning_plugin.cartography.designs.files import write_raster_style, write_style
from smart_planning_plugin.cartography.designs.pages import write_page

HERE = Path(__file__).resolve().parent


def styles(kind="styles"):
    """Name of a style -> (geometry, renderer, labelling), of all modules that have styles."""
    found = {}
    for one in pkgutil.iter_modules(designs.__path__):
        module = importlib.import_module(f"{designs.__name__}.{one.name}")
        found.update(getattr(module, kind)() if hasattr(module, kind) else {})
    return found


def main(folder=HERE):
    """Write all styles and pages."""
    for name in ("styles", "layouts"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    for name, made in styles().items():
        write_style(folder / "styles" / f"{name}.qml", *made)
    for name, classes in styles("rasters").items():
        write_raster_style(folder / "styles" / f"{name}.qml", classes)
    project = QgsProject()  # has to live longer than its layouts
    for name, (width, height) in design.PAGES.items():
        write_page(project, folder / "layouts" / f"{name}.qpt", width, height)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
    application.exitQgis()
