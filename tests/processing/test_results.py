"""The sample handed out, styles kept in files, and the project with its maps."""

import contextlib
import re
import shutil
import sqlite3
import zipfile
from collections import Counter

import pytest
from qgis.core import (
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize

from smart_planning_plugin.processing.sample_io import TABLES, TEMPLATES
from tests.processing.tools import (
    COARSE,
    PLACES,
    SERVICES,
    TEMPORARY,
    inside,
    left_behind,
    opened,
    sample,
)

TITLE = "Kurzeme and Klaipėda"


@pytest.fixture(scope="module")
def folder(run, tmp_path_factory):
    """The sample as a user gets it."""
    made = tmp_path_factory.mktemp("given") / "sample"
    run("createsample", SAMPLE_FOLDER=str(made))
    return made


@pytest.fixture(scope="module")
def results(run, folder, tmp_path_factory):
    """A study of the handed-out sample: network, shared areas with the border open and closed."""
    path = tmp_path_factory.mktemp("results") / "study.gpkg"
    given = f"{folder / 'sample.gpkg'}|layername="
    countries = {"COUNTRIES": f"{given}municipalities", "COUNTRY_FIELD": "country"}
    run(
        "buildroadnetwork",
        ROADS=[f"{given}roads_lv", f"{given}roads_lt"], FERRIES=[f"{given}ferries"], **countries,
        EDGES=inside(path, "edges"), NODES=inside(path, "nodes"),
        CROSSINGS=inside(path, "crossings"),
    )  # fmt: skip
    demand = {
        **PLACES, **SERVICES, "PLACES": f"{given}places", "SERVICES": f"{given}services",
        "SERVICE_TYPES": f"{given}service_types", "NETWORK": f"{path}|layername=edges",
        **countries, "SNAP_DISTANCE": 15000, "OFFROAD_SPEED": 30,
    }  # fmt: skip
    run("serviceaccessibility", **demand, OUTPUT=inside(path, "accessibility"))
    run(
        "sharedserviceareas", **demand, **COARSE,
        AREAS=inside(path, "areas"), FACILITIES=inside(path, "facilities"),
        PLACES_OUT=inside(path, "places_by_type"), SHARED_ZONES=inside(path, "zones"),
    )  # fmt: skip
    run("sharedserviceareas", **demand, **COARSE, BORDER="closed", AREAS=inside(path, "closed"))
    return path


@pytest.fixture(scope="module")
def built(run, folder, results):
    """The project of the study, with its maps."""
    run(
        "buildproject",
        STUDY=str(results), TITLE=TITLE,
        COUNTRIES=f"{folder / 'sample.gpkg'}|layername=municipalities", COUNTRY_FIELD="country",
        SERVICE_TYPES=f"{folder / 'sample.gpkg'}|layername=service_types",
        PROJECT=str(results.parent / "study.qgz"), MAPS_FOLDER=str(results.parent / "maps"),
    )  # fmt: skip
    return results.parent / "study.qgz"


@pytest.fixture
def project(built):
    """The project as somebody opens it."""
    read = QgsProject()
    assert read.read(str(built))
    yield read
    read.clear()


def labels(layer):
    return [rule.label() for rule in layer.renderer().rootRule().descendants()]


# ---------------------------------------------------------------- the sample


@pytest.mark.parametrize("inside, asked", [("", "."), ("deeper", "..")])
def test_a_sample_into_the_folder_one_stands_in(run, tmp_path, monkeypatch, inside, asked):
    (tmp_path / inside).mkdir(exist_ok=True)
    monkeypatch.chdir(tmp_path / inside)
    run("createsample", SAMPLE_FOLDER=asked)
    assert (tmp_path / "sample.gpkg").exists()
    assert not list(tmp_path.rglob(".smartplanning-*"))


def test_the_sample_has_all_its_layers(folder):
    assert sorted(path.name for path in folder.iterdir()) == sorted(
        ["README.md", "models", "sample.gpkg", *TEMPLATES]
    )
    models = {one.name for one in (folder / "models").iterdir()}
    assert models == {"shared_services.model3", "border_effect.model3", "functional_zones.model3"}
    found = QgsProviderRegistry.instance().providerMetadata("ogr").querySublayers(
        str(folder / "sample.gpkg")
    )  # fmt: skip
    assert {one.name() for one in found} == set(TABLES)


@pytest.mark.parametrize("table", ["roads_lv", "municipalities", "places", "service_types"])
def test_the_sample_is_marked_schematic(folder, table):
    metadata = opened(f"{folder / 'sample.gpkg'}|layername={table}").metadata()
    assert metadata.keywords("smartplanning:limits") == ["schematic"]
    assert "schematic" in metadata.title()
    assert any("GeoNames" in one for one in metadata.rights())


def test_the_sample_opens_styled(folder):
    layer = opened(f"{folder / 'sample.gpkg'}|layername=services")
    assert "Swimming pool" in labels(layer)
    assert opened(f"{folder / 'sample.gpkg'}|layername=places").labelsEnabled()


def test_the_sample_has_the_rows_of_its_source(folder):
    for table in ("roads_lt", "places", "service_types"):
        given = opened(f"{folder / 'sample.gpkg'}|layername={table}")
        assert given.featureCount() == opened(sample(table)).featureCount()


def test_what_is_made_of_it_is_schematic(results):
    for table in ("edges", "crossings", "accessibility", "areas", "zones"):
        limits = opened(f"{results}|layername={table}").metadata().keywords("smartplanning:limits")
        assert "schematic" in limits, table


# ---------------------------------------------------------------- styles


def test_results_open_with_their_styles(results):
    areas = opened(f"{results}|layername=areas")
    assert "Reached only across the border" in labels(areas)
    crossings = opened(f"{results}|layername=crossings")
    assert labels(crossings) == ["Border crossing", "Border crossing, shut"]
    assert crossings.labelsEnabled()


def test_styles_change_language_in_the_file(run, results, tmp_path):
    copy = tmp_path / "copy.gpkg"
    shutil.copyfile(results, copy)
    layers = [f"{copy}|layername=areas", f"{copy}|layername=edges"]
    styled = run("styleresults", LAYERS=layers, LANGUAGE="lt")["STYLED"]
    assert len(styled) == 2
    assert "Pasiekiama tik kitapus sienos" in labels(opened(layers[0]))
    assert "Keltas" in labels(opened(layers[1]))
    run("styleresults", LAYERS=layers, LANGUAGE="en")
    assert "Ferry" in labels(opened(layers[1]))
    with contextlib.closing(sqlite3.connect(copy)) as database:
        kept = Counter(one for (one,) in database.execute("SELECT f_table_name FROM layer_styles"))
    assert len(kept) == 9  # one for each layer, none twice
    assert set(kept.values()) == {1}


def test_styles_beside_other_files(run, results, tmp_path):
    path = tmp_path / "zones.geojson"
    run(
        "sharedserviceareas",
        **{"NETWORK": f"{results}|layername=edges", "SNAP_DISTANCE": 15000, "OFFROAD_SPEED": 30},
        COUNTRIES=sample("municipalities"), COUNTRY_FIELD="country",
        **PLACES, **SERVICES, **COARSE, AREAS=str(path),
    )  # fmt: skip
    run("styleresults", LAYERS=[str(path)], LANGUAGE="lv")
    assert "Nav datu" in labels(opened(path))


def test_layers_of_others_are_left_alone(run, refused, results):
    other = sample("places")
    run("styleresults", LAYERS=[f"{results}|layername=edges", other])
    assert any("places" in one for one in run.feedback.warnings)
    assert "one of the layers is a result" in refused("styleresults", LAYERS=[other])


# ---------------------------------------------------------------- the project


def test_every_layer_of_the_project_opens(project):
    layers = project.mapLayers().values()
    assert len(layers) > 20
    assert [one.name() for one in layers if not one.isValid()] == []


def test_it_can_move_with_its_data(built, results, folder, tmp_path):
    moved = tmp_path / "elsewhere"
    shutil.copytree(results.parent, moved / "results")
    shutil.copytree(folder.parent, moved / "given")
    with zipfile.ZipFile(built) as archive:
        written = archive.read("study.qgs").decode("utf-8")
    sources = re.findall(r"<datasource>([^<]*)</datasource>", written)
    assert sources
    assert all(one.startswith("./study") for one in sources if one and "sample.gpkg" not in one)
    read = QgsProject()
    assert read.read(str(moved / "results" / "study.qgz"))
    ours = [one for one in read.mapLayers().values() if "sample.gpkg" not in one.source()]
    assert ours
    assert all(str(moved) in one.source() and one.isValid() for one in ours)
    read.clear()


def test_groups_ask_the_questions(project):
    groups = [one.name() for one in project.layerTreeRoot().findGroups()]
    assert groups == [
        "Base map", "What could be shared? – border open",
        "What could be shared? – border closed", "Who reaches what?", "The road network",
        "Background",
    ]  # fmt: skip
    types = project.layerTreeRoot().findGroup(groups[1]).findGroups()
    assert "Swimming pool" in [one.name() for one in types]
    assert [one.name() for one in types if one.isVisible()] == [types[0].name()]


def test_the_state_border_is_above_all(project):
    order = project.layerTreeRoot().layerOrder()
    names = [one.name() for one in order]
    assert names[:4] == ["Border crossings", "Towns", "State border", "Administrative boundaries"]
    border = [one.geometry() for one in order[2].getFeatures()]
    assert 150000 < sum(one.length() for one in border) < 400000
    assert order[-1].name() == "Countries"


def test_a_layer_of_a_type_holds_that_type_alone(project):
    for layer in project.mapLayers().values():
        if layer.name() == "Areas":
            assert len(layer.uniqueValues(layer.fields().lookupField("service_type"))) == 1
            assert len(labels(layer)) == 7  # the categories, and no heading that filters
            assert "minimum" not in layer.renderer().dump()


def test_themes_and_pages_for_each_map(project):
    themes = project.mapThemeCollection().mapThemes()
    atlas = project.layoutManager().layoutByName("Atlas of municipalities")
    pages = [one for one in project.layoutManager().printLayouts() if one is not atlas]
    assert sorted(one.name() for one in pages) == sorted(themes)
    assert "What could be shared? Swimming pool, border open" in themes
    shown = project.mapThemeCollection().mapThemeVisibleLayers("Swimming pool, border closed")
    assert "Border crossings" not in [one.name() for one in shown]
    for page in pages:
        assert "by car" in page.itemById("title").text()
        assert "SCHEMATIC" in page.itemById("subtitle").text()
        assert "schematic sample data" in page.itemById("limits").text()
        assert "GeoNames" in page.itemById("source").text()
        assert page.itemById("map").scale() < 3e6


def test_people_in_the_legend_add_up_to_the_areas(project):
    page = project.layoutManager().layoutByName("What could be shared? Swimming pool, border open")
    layers = page.itemById("legend").model().rootGroup().findLayers()
    node = next(one for one in layers if one.layer().name() == "Areas")
    told = {
        int(key.rsplit("-", 1)[1]): node.customProperty(key)
        for key in node.customProperties()
        if key.startswith("legend/label-")
    }
    people = {}
    for one in node.layer().getFeatures():
        key = one["category"], one["country"]
        people[key] = people.get(key, 0) + one["population"]
    nearer = next(one for one in told.values() if one.startswith("Nearer across"))
    for code in ("LV", "LT"):
        shown = int(re.search(rf"{code} ([\d,]+)", nearer)[1].replace(",", ""))
        assert shown == pytest.approx(people["abroad_nearer", code], abs=5)


def test_maps_are_there_to_print(built):
    maps = built.parent / "maps"
    names = {path.stem for path in maps.iterdir()}
    assert {"map_shared_swimming_pool", "map_shared_swimming_pool_border_closed"} <= names
    assert {"map_shared_zones", "map_nearest_ambulance_post"} <= names
    assert (maps / "atlas.pdf").read_bytes().count(b"/Type /Page\n") == 25
    for name in names - {"atlas"}:
        assert (maps / f"{name}.pdf").read_bytes().startswith(b"%PDF")
        assert (maps / f"{name}.png").stat().st_size > 100_000


def test_nothing_else_is_left(built):
    assert sorted(one.name for one in built.parent.iterdir() if "gpkg-" not in one.name) == [
        "maps", "study.gpkg", "study.qgz", "study_layers.gpkg"
    ]  # fmt: skip
    assert left_behind(built.parent) == []


def test_in_lithuanian_without_countries_or_labels(run, results, tmp_path):
    path = tmp_path / "projektas.qgz"
    layers = [f"{results}|layername=areas", f"{results}|layername=crossings"]
    run("buildproject", LAYERS=layers, LANGUAGE="lt", TITLE="Pasienis", PROJECT=str(path))
    assert [one.name for one in tmp_path.iterdir()] == ["projektas.qgz"]
    read = QgsProject()
    assert read.read(str(path))
    assert read.layerTreeRoot().findGroup("Kuo būtų galima dalytis? – siena atvira") is not None
    page = read.layoutManager().layoutByName(
        "Kuo būtų galima dalytis? Plaukimo baseinas, siena atvira"
    )
    assert page.itemById("title").text() == (
        "Plaukimo baseinas: paslaugos kitapus sienos, automobiliu"
    )
    read.clear()


def test_temporary_layers_are_kept_beside_it(run, results, tmp_path):
    places = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "My points", "memory")
    network = run("buildroadnetwork", ROADS=[sample("roads_lv")], EDGES=TEMPORARY)["EDGES"]
    path = tmp_path / "project.qgz"
    run("buildproject", LAYERS=[network, places], PROJECT=str(path))
    read = QgsProject()
    assert read.read(str(path))
    assert all(one.isValid() for one in read.mapLayers().values())
    assert {one.providerType() for one in read.mapLayers().values()} == {"ogr"}
    assert read.mapLayersByName("Roads")[0].featureCount() == network.featureCount()
    read.clear()


def test_distances_are_told_in_km(run, folder, results, tmp_path):
    given = f"{folder / 'sample.gpkg'}|layername="
    made = run(
        "serviceaccessibility",
        NETWORK=f"{results}|layername=edges", COST="distance",
        COUNTRIES=f"{given}municipalities", COUNTRY_FIELD="country", SNAP_DISTANCE=15000,
        **{**PLACES, **SERVICES, "PLACES": f"{given}places"}, OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    assert labels(made)[0] == "0–10 km"
    path = tmp_path / "project.qgz"
    run("buildproject", LAYERS=[made], PROJECT=str(path))
    read = QgsProject()
    assert read.read(str(path))
    pages = read.layoutManager().printLayouts()
    titles = [one.itemById("title").text() for one in pages]
    assert len(titles) == 6  # one for each type
    assert titles[0] == "Ambulance post: distance to the nearest, distance by road"
    read.clear()


def test_places_without_areas_are_not_lost(run, results, tmp_path):
    path = tmp_path / "project.qgz"
    run("buildproject", LAYERS=[f"{results}|layername=places_by_type"], PROJECT=str(path))
    read = QgsProject()
    assert read.read(str(path))
    assert {one.name() for one in read.mapLayers().values()} == {"Places", "Towns"}
    read.clear()


def test_two_runs_of_one_scenario_have_maps_of_their_own(run, results, tmp_path):
    copy = tmp_path / "copy.gpkg"
    shutil.copyfile(results, copy)
    path = tmp_path / "project.qgz"
    layers = [f"{results}|layername=areas", f"{copy}|layername=areas"]
    run("buildproject", LAYERS=layers, PROJECT=str(path))
    read = QgsProject()
    assert read.read(str(path))
    names = [one.name() for one in read.layoutManager().printLayouts()]
    assert "What could be shared? Swimming pool, border open" in names
    assert "What could be shared? Swimming pool, border open (2)" in names
    assert len(set(names)) == len(names) == 12
    read.clear()


def test_the_open_project_is_not_touched(run, results, tmp_path):
    before = QgsProject.instance().mapLayers().keys()
    title = QgsProject.instance().title()
    layers = [f"{results}|layername=edges"]
    run("buildproject", LAYERS=layers, PROJECT=str(tmp_path / "project.qgz"))
    assert QgsProject.instance().mapLayers().keys() == before
    assert QgsProject.instance().title() == title


def test_nothing_to_show_or_no_project_file(refused, results, tmp_path):
    path = str(tmp_path / "project.qgz")
    assert "no result of Smart Planning" in refused("buildproject", PROJECT=path)
    layers = [sample("places")]
    assert "no result" in refused("buildproject", LAYERS=layers, PROJECT=path)
    wrong = str(tmp_path / "project.pdf")
    assert "Let it end with .qgz" in refused("buildproject", STUDY=str(results), PROJECT=wrong)
    nowhere = str(tmp_path / "nowhere.gpkg")
    assert "nowhere.gpkg cannot be opened" in refused("buildproject", STUDY=nowhere, PROJECT=path)


def drawn(project, layers, extent):
    """Bytes of a small picture of layers, and how many colours it has beside the sea."""
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(project.crs())
    settings.setExtent(extent)
    settings.setOutputSize(QSize(160, 160))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    colours = {image.pixel(x, y) for x in range(0, 160, 4) for y in range(0, 160, 4)}
    return image.bits().asstring(image.sizeInBytes()), len(colours)


def test_every_map_shows_its_own_and_no_two_are_alike(project):
    """A theme has no areas but those of its own type, is not empty, and differs from all others."""
    themes = project.mapThemeCollection()
    extent = project.viewSettings().defaultViewExtent()
    pictures = {}
    for name in themes.mapThemes():
        layers = themes.mapThemeVisibleLayers(name)
        kinds = [one.customProperty("smartplanning:kind", "") for one in layers]
        areas = kinds.count("sharedserviceareas.AREAS")
        own = "What could be shared?" in name and "zones" not in name
        assert areas == int(own), (name, kinds)
        order = project.layerTreeRoot().layerOrder()
        layers.sort(key=lambda one: order.index(one))
        assert "buildproject.BORDER" in kinds
        pictures[name], colours = drawn(project, layers, extent)
        assert colours > 3, name
    assert len(pictures) > 6
    assert len({*pictures.values()}) == len(pictures)


@pytest.mark.parametrize("crs", ["EPSG:3059", "EPSG:3346"])
def test_in_the_grid_of_either_country(run, folder, results, tmp_path, crs):
    path = tmp_path / "study.qgz"
    run("buildproject", STUDY=str(results), OUTPUT_CRS=crs, PROJECT=str(path))
    made = QgsProject()
    assert made.read(str(path))
    assert made.crs().authid() == crs
    assert made.viewSettings().defaultViewExtent().crs().authid() == crs
    layout = made.layoutManager().printLayouts()[0]
    chart = layout.itemById("map")
    assert chart.crs().authid() == crs
    area = {"EPSG:3059": (200000, 800000), "EPSG:3346": (200000, 700000)}[crs]
    assert area[0] < chart.extent().center().x() < area[1]
    made.clear()
