"""Maps of a project as pictures without words, and their legends in any language."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from qgis.core import (
    QgsLayout,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice, QSize
from qgis.PyQt.QtGui import QImage

from . import questions as asked
from .identity import identity
from .layout import IN_LEGEND, NOT_IN_LEGEND, SUBTITLE, TITLE, in_legend, visible_layers
from .project import kind
from .styling import labels

WIDTH, DPI = 1500, 170
SIGN = QSize(30, 20)
MOST = 10
#: Kinds of results that a reader of the whole needs a map of, the first before all; twice: two.
WANTED = (
    asked.AREAS, asked.ZONES, asked.ACCESS, asked.EFFECT, "functionalzones.REGIONS",
    "partnerships.OPPORTUNITIES", asked.TRENDS, "specialisation.ZONES_OUT",
    asked.IDEAS, asked.AREAS, "locatesharedservices.SITES", "partnerships.PAIRS",
    asked.INVENTORY, "priorities.OUTPUT", "borderzones.OUTPUT", asked.AREAS,
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A page of a project that becomes a picture.

    Attributes
    ----------
    layout : QgsPrintLayout
    layers : list of QgsVectorLayer
        Those of its theme, the upper ones first.
    kinds : tuple of str
        Of the layers that are its own.
    """

    layout: QgsLayout
    layers: list
    kinds: tuple[str, ...]

    def tables(self) -> tuple[str, ...]:
        """Names of the tables that its own layers are."""
        own = [one for one in self.layers if kind(one) in self.kinds]
        return tuple(dict.fromkeys(identity(one)[2] or one.name() for one in own))

    def words(self, language: str) -> tuple[str, str]:
        """Title and subtitle."""
        return tuple(
            self.layout.customProperty(f"{name}:{language}", "") or "" for name in (TITLE, SUBTITLE)
        )


def pages(project: QgsProject, most: int = MOST) -> list[Page]:
    """The pages that a reader needs, in the order of the project, each map once."""
    found, themes = [], set()
    for layout in project.layoutManager().printLayouts():
        chart = layout.itemById("map")
        theme = chart.followVisibilityPresetName() if chart is not None else ""
        if not layout.customProperty(f"{TITLE}:en", "") or not theme or theme in themes:
            continue  # not ours, an atlas, or another size of a page
        themes.add(theme)
        layers = visible_layers(project, theme)
        own = tuple(sorted({kind(one) for one in layers} - asked.EVERYWHERE))
        found.append(Page(layout, layers, own))
    chosen: list[Page] = []
    for wanted in WANTED:
        fits = (one for one in found if wanted in one.kinds and one not in chosen)
        chosen += [one for one in [next(fits, None)] if one is not None]
    chosen = chosen[:most]
    return [one for one in found if one in chosen]


def draw(project: QgsProject, page: Page) -> QImage:
    """The map of a page, without its words."""
    chart = page.layout.itemById("map")
    settings = QgsMapSettings()
    settings.setLayers(page.layers)
    settings.setDestinationCrs(chart.crs())
    settings.setTransformContext(project.transformContext())
    settings.setExtent(chart.extent())
    height = round(WIDTH * chart.extent().height() / chart.extent().width())
    settings.setOutputSize(QSize(WIDTH, height))
    settings.setOutputDpi(DPI)
    settings.setBackgroundColor(project.backgroundColor())
    settings.setLabelingEngineSettings(project.labelingEngineSettings())
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def legend(page: Page, language: str) -> list[tuple[str, str]]:
    """Signs and what they mean: those of the map itself first, then what is on every map.

    Returns
    -------
    list of (str, str)
        A picture as ``data:`` address, and its label.
    """
    own = [one for one in reversed(page.layers) if kind(one) in page.kinds]
    base = [one for one in page.layers if kind(one) in IN_LEGEND]
    shown = [one for one in own if kind(one) not in NOT_IN_LEGEND] + base
    chart = page.layout.itemById("map")
    extent, project = chart.extent(), page.layout.project()
    found = [entry for one in shown for entry in _entries(one, language, project, extent)]
    return list(dict.fromkeys(found))


def _entries(layer: QgsVectorLayer, language: str, project, extent) -> list[tuple[str, str]]:
    renderer = layer.renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return []
    words = labels(layer, language, kind(layer))
    entries = []
    for entry in renderer.legendSymbolItems():
        rule = renderer.rootRule().findRuleByKey(entry.ruleKey())
        label = words.get(rule.filterExpression())
        if label and in_legend(layer, rule, project, extent):
            entries.append((_sign(entry.symbol()), label))
    return entries


def _sign(symbol) -> str:
    """A symbol as an address that holds the picture itself."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    symbol.asImage(SIGN).save(buffer, "PNG")
    return f"data:image/png;base64,{base64.b64encode(bytes(data)).decode()}"
