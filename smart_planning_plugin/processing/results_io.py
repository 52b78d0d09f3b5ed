"""Results made ready to look at: styles in their files, a project with its maps."""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    QgsFeature,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ..cartography.atlas import add_atlas, export_atlas
from ..cartography.files import held, tables_of, write_project
from ..cartography.identity import kind_of
from ..cartography.layout import add_layout, export
from ..cartography.project import ProjectBuilder
from ..cartography.questions import AREAS, BY_TYPE, CATCHMENTS
from ..cartography.sources import Sources
from ..cartography.styling import save_default_style, style_layer
from ..core.errors import EmptyLayerError, OutputPathError
from ..core.words import LANGUAGES, text
from . import bundles
from .parameters import name_of

#: Shown by type of service, through a filter.
FILTERED = {AREAS, CATCHMENTS, *BY_TYPE}


def style(layers, language: str, run) -> list[str]:
    """Style what is ours, in its file and as it is; the ids of those styled."""
    styled = []
    for number, layer in enumerate(layers):
        run.progress(number / len(layers), f"Styling {name_of(layer)}")
        if not kind_of(layer):
            run.warn(f"{name_of(layer)} is no result of Smart Planning and is left as it is")
            continue
        path = path_of(layer)
        if layer.isSpatial() and not (
            save_default_style(layer, path, language) if path else style_layer(layer, language)
        ):
            run.warn(f"There is no style for {name_of(layer)}")
            continue
        layer.triggerRepaint()
        styled.append(layer.id())
    if not styled:
        raise EmptyLayerError(
            "none of the layers is a result of Smart Planning",
            "Give layers that its algorithms made; they are known by their metadata",
        )
    return styled


def path_of(layer: QgsVectorLayer) -> Path | None:
    """The file of a layer, None where it has none."""
    parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    return Path(parts["path"]) if parts.get("path") else None


class Project:
    """A project that is built, and writes itself and its maps."""

    def __init__(self, builder: ProjectBuilder, sources: Sources, pages: list[str], run):
        self.builder, self.run = builder, run
        self.layouts = {}
        for page in pages:
            for one in builder.maps:
                name = one.slug if page == "a4" else f"{one.slug}_{page}"
                self.layouts[name] = add_layout(builder, one, sources(one), page)
        self.atlas = add_atlas(builder, sources)

    def write(self, path: Path) -> None:
        write_project(self.builder.project, path, self.run.destinations["PROJECT"].path)

    def write_maps(self, folder: Path) -> None:
        folder.mkdir(parents=True)
        for number, (name, layout) in enumerate(self.layouts.items()):
            self.run.progress(number / (len(self.layouts) + 1), f"Drawing {layout.name()}")
            export(layout, folder, name)
        if self.atlas is not None:
            self.run.progress(0.95, f"Drawing {self.atlas.name()}")
            export_atlas(self.atlas, folder / "atlas.pdf")


def build(given, run) -> Project:
    """Everything that is given, as a project with its maps."""
    path = run.destinations["PROJECT"].path
    if path.suffix.lower() != ".qgz":
        raise OutputPathError(f"PROJECT: {path.name} is no project file", "Let it end with .qgz")
    files = [Path(given.study)] if given.study else []
    files += [path_of(one) for one in given.layers if kind_of(one) in FILTERED]
    for one in sorted({one for one in files if one and one.suffix == ".gpkg" and one.is_file()}):
        run.at_end.enter_context(held(one))
    layers = tables_of(Path(given.study)) if given.study else []
    if given.study and not layers:
        raise EmptyLayerError(f"STUDY: {given.study} cannot be opened", "Give a GeoPackage")
    layers += [one.clone() for one in given.layers]
    ours = [one for one in layers if kind_of(one) and one.isSpatial()]
    if not ours:
        raise EmptyLayerError(
            "there is no result of Smart Planning to show",
            "Give a GeoPackage with results as STUDY, or results as LAYERS",
        )
    run.crs = given.output_crs if given.output_crs.isValid() else ours[0].crs()
    builder = ProjectBuilder(
        text(run.text("TITLE"), given.language),
        given.language,
        run.crs,
        _type_labels(given.service_types),
    )
    if run.given("COUNTRIES"):
        bundles.read_countries(run)
        builder.add_background(run.layer("COUNTRIES"), _border_layer(run))
    builder.add_results(layers)
    builder.finish()
    countries = run.layer("COUNTRIES") if run.given("COUNTRIES") else None
    return Project(builder, Sources(builder, layers, countries), given.pages, run)


def _type_labels(table) -> dict[str, dict[str, str]]:
    """Language -> name of a type of service -> what SERVICE_TYPES calls it."""
    if table is None or "type" not in table:
        return {}
    return {
        language: dict(zip(table["type"], table[f"label_{language}"].fillna("")))
        for language in LANGUAGES
        if f"label_{language}" in table
    }


def _border_layer(run) -> QgsVectorLayer | None:
    from ..cartography.border import state_border

    lines = state_border(run.country_polygons)
    if not lines:
        run.warn("The countries do not meet anywhere: no state border is drawn")
        return None
    layer = QgsVectorLayer(
        f"MultiLineString?crs={run.crs.authid()}&field=countries:string", "State border", "memory"
    )
    features = []
    for codes, line in lines.items():
        feature = QgsFeature(layer.fields())
        feature.setAttributes(["–".join(codes)])
        feature.setGeometry(line)
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer
