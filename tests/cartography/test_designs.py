"""Styles and pages: made by the script, complete, translated, told apart by every eye."""

import itertools
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from qgis.core import Qgis, QgsFeature, QgsLayerMetadata, QgsVectorLayer

from smart_planning_plugin.cartography import design, styling
from smart_planning_plugin.core.words import LANGUAGES
from smart_planning_plugin.processing.provider import ALGORITHMS, SmartPlanningProvider

ROOT = Path(__file__).resolve().parents[2]
CARTOGRAPHY = ROOT / "smart_planning_plugin" / "cartography"
STYLES = sorted(path.stem for path in (CARTOGRAPHY / "styles").glob("*.qml"))
RASTERS = [name for name in STYLES if name.endswith(".raster")]
STYLES = [name for name in STYLES if name not in RASTERS]

# Machado, Oliveira and Fernandes (2009), severity 1, for linear RGB.
BLINDNESS = {
    "none": np.eye(3),
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
    ],
    "tritanopia": [
        [1.255528, -0.076749, -0.178779],
        [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
    ],
}
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
WHITE = np.array([0.95047, 1.0, 1.08883])


def lab(color, matrix):
    """CIELAB of a colour as somebody sees it."""
    rgb = np.array([int(color[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    xyz = TO_XYZ @ np.clip(np.array(matrix) @ linear, 0, 1) / WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("sight", BLINDNESS)
def test_categories_are_told_apart(sight):
    """By colour, or by colour a little and by pattern."""
    seen = {name: lab(color, BLINDNESS[sight]) for name, (color, _, _) in design.CATEGORIES.items()}
    pattern = {name: pattern for name, (_, pattern, _) in design.CATEGORIES.items()}
    for one, other in itertools.combinations(seen, 2):
        apart = np.linalg.norm(seen[one] - seen[other])
        assert apart > (12 if pattern[one] != pattern[other] else 20), (one, other, apart)


@pytest.mark.parametrize("sight", BLINDNESS)
def test_branches_are_told_apart(sight):
    seen = [(lab(color, BLINDNESS[sight]), pattern) for color, pattern in design.BRANCHES]
    for (one, its), (other, others) in itertools.combinations(seen, 2):
        apart = np.linalg.norm(one - other)
        assert apart > (8 if its != others else 20), (one, other, apart)


@pytest.mark.parametrize("sight", BLINDNESS)
def test_minutes_go_from_light_to_dark(sight):
    lightness = [lab(color, BLINDNESS[sight])[0] for color in design.MINUTES.values()]
    assert all(after < before - 5 for before, after in itertools.pairwise(lightness))


@pytest.mark.skipif(
    Qgis.QGIS_VERSION_INT // 100 != 322, reason="the committed styles are written by QGIS 3.22"
)
def test_the_committed_files_are_what_the_script_makes(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "smart_planning_plugin.cartography.make_designs", tmp_path],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    for folder in ("styles", "layouts"):
        made = {path.name: path.read_bytes() for path in (tmp_path / folder).iterdir()}
        kept = {path.name: path.read_bytes() for path in (CARTOGRAPHY / folder).iterdir()}
        assert made.keys() == kept.keys()
        assert [name for name in made if made[name] != kept[name]] == []


def layer(kind, geometry="Polygon", fields=""):
    made = QgsVectorLayer(f"{geometry}?crs=EPSG:25884{fields}", "any name", "memory")
    metadata = QgsLayerMetadata()
    metadata.setIdentifier(f"smartplanning:{kind.replace('.', ':')}:table")
    made.setMetadata(metadata)
    return made


def test_every_layer_of_every_algorithm_has_a_style(qgis_app):
    provider = SmartPlanningProvider()
    provider.loadAlgorithms()
    found = provider.algorithms()
    assert len(found) == len(ALGORITHMS)
    for algorithm in found:
        for output in algorithm.destinationParameterDefinitions():
            if output.type() != "sink" or output.dataType() == 5:  # a table
                continue
            geometries = {0: ["point"], 1: ["line"], 2: ["polygon"]}
            for one in geometries.get(output.dataType(), ["point", "polygon"]):
                name = f"{algorithm.name()}.{output.name()}"
                assert styling.style_file(name, one), f"{name} has no style for {one}s"


@pytest.mark.parametrize("name", STYLES)
def test_styles_are_translated_and_only_in_their_rules(qgis_app, name):
    geometry = {".point": "Point", ".polygon": "Polygon"}.get(Path(name).suffix, _geometry_of(name))
    kind = name.removesuffix(".point").removesuffix(".polygon")
    labels = {}
    for language in LANGUAGES:
        made = layer(kind, geometry)
        assert styling.style_layer(made, language), name
        rules = made.renderer().rootRule().descendants()
        labels[language] = [rule.label() for rule in rules]
        assert all(labels[language]), name
    for language in ("lv", "lt"):
        for english, translated in zip(labels["en"], labels[language]):
            in_words = any(
                part.isalpha() and part not in ("min", "km/h") for part in english.split()
            )
            assert not in_words or translated != english, f"{english} is missing in {language}"


def _geometry_of(name):
    text = (CARTOGRAPHY / "styles" / f"{name}.qml").read_text(encoding="utf-8")
    kinds = {"fill": "Polygon", "line": "LineString", "marker": "Point"}
    return next(kinds[kind] for kind in kinds if f'name="0" type="{kind}"' in text)


def test_a_style_finds_the_field_it_needs(qgis_app):
    fields = "&field=nearest_id_pool:string&field=nearest_pool:double&field=nearest_hall:double"
    made = layer("serviceaccessibility.OUTPUT", "Point", fields)
    assert styling.style_layer(made)
    filters = [rule.filterExpression() for rule in made.renderer().rootRule().descendants()]
    assert '"nearest_pool" <= 10' in filters[0]
    assert not any('"nearest_"' in one for one in filters)


def filled(made, values):
    """The layer with a row for each dictionary of values."""
    rows = []
    for value in values:
        row = QgsFeature(made.fields())
        for name, one in value.items():
            row[name] = one
        rows.append(row)
    assert made.dataProvider().addFeatures(rows)[0]
    return made


def told(made, language="en"):
    assert styling.style_layer(made, language)
    return {one.label(): one.filterExpression() for one in made.renderer().rootRule().descendants()}


def test_classes_are_those_of_the_layer(qgis_app):
    fields = "&field=from_min:double&field=to_min:double"
    bands = [{"from_min": 0.0, "to_min": high} for high in (45.0, 7.5, 20.0)]
    made = told(filled(layer("isochrones.OUTPUT", fields=fields), bands), "lv")
    assert list(made) == ["0–7,5 min", "0–20 min", "0–45 min", "Tālāk"]
    assert made["0–20 min"] == '"from_min" = 0.0 AND "to_min" = 20.0'
    strong = [{"strong_in": one} for one in ("energy, culture", "it's, energy", "")]
    made = told(filled(layer("specialisation.ZONES_OUT", fields="&field=strong_in"), strong))
    assert list(made) == ["Energy", "It's", "In none, or no data", "Another branch"]
    assert "'it''s'" in made["It's"]  # a name from the data stays a name


def test_what_is_not_ours_is_left_as_it_is(qgis_app):
    made = QgsVectorLayer("Polygon?crs=EPSG:25884", "sharedserviceareas.AREAS", "memory")
    before = made.renderer().type()
    assert not styling.style_layer(made)
    assert made.renderer().type() == before
