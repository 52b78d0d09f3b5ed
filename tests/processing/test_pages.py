"""Every page of a whole study's project: drawn, unlike the others, and in the language asked."""

import re

import pytest
from qgis.core import QgsLayoutExporter, QgsProject
from qgis.PyQt.QtCore import QRectF

from smart_planning_plugin.cartography import questions as asked
from smart_planning_plugin.cartography.forms import ALIASES, CODES
from smart_planning_plugin.cartography.identity import kind_of
from smart_planning_plugin.cartography.layout import of_its_layers, visible_layers
from smart_planning_plugin.cartography.project import kind
from smart_planning_plugin.core.words import LANGUAGES, text
from smart_planning_plugin.processing import study
from tests.processing.tools import inside

TYPES = ["swimming_pool", "ambulance_post"]
DPI = 20
ACCESS = asked.ACCESS
#: The pages of each language: a planner has one of them.
PAGES = {"en": ["a4"], "lv": ["a3"], "lt": ["a4"]}


@pytest.fixture(scope="module")
def given(run, tmp_path_factory):
    """The whole study of the sample, coarse, of two types of service; and where the sample is."""
    folder = tmp_path_factory.mktemp("pages")
    run("createsample", SAMPLE_FOLDER=str(folder / "sample"))
    chosen = ", ".join(f"'{one}'" for one in TYPES)
    parameters = study.of_sample(folder, "en")
    del parameters["PROJECT"]
    run("crossborderstudy", **parameters, CELL_SIZE=5000, SERVICE_FILTER=f"type IN ({chosen})")
    path = folder / "study.gpkg"  # what somebody adds to a study is on a page of its own, too
    run("isochrones", NETWORK=f"{path}|layername=edges", SNAP_DISTANCE=15000,
        ORIGINS=parameters["SERVICES"], ORIGIN_ID="service_id", COMBINE="merged",
        OUTPUT=inside(path, "isochrones"))  # fmt: skip
    return folder


@pytest.fixture(scope="module")
def projects(run, given):
    """Language -> its project, as somebody opens it."""
    sample, opened = f"{given / 'sample' / 'sample.gpkg'}|layername=", {}
    for language, pages in PAGES.items():
        path = given / f"{language}.qgz"
        run("buildproject", STUDY=str(given / "study.gpkg"), LANGUAGE=language, PAGES=pages,
            COUNTRIES=f"{sample}municipalities", COUNTRY_FIELD="country",
            SERVICE_TYPES=f"{sample}service_types", PROJECT=str(path))  # fmt: skip
        opened[language] = QgsProject()
        assert opened[language].read(str(path))
    yield opened
    for one in opened.values():
        one.clear()


def map_pages(project):
    """Pages of a theme, without the atlas."""
    found = project.layoutManager().printLayouts()
    return [one for one in found if not one.atlas().enabled()]


def atlas_of(project):
    return next(one for one in project.layoutManager().printLayouts() if one.atlas().enabled())


def drawn(layout):
    """Bytes of the map of a page, and how many colours it has."""
    chart = layout.itemById("map")
    where = QRectF(chart.pos(), chart.sizeWithUnits().toQSizeF())
    image = QgsLayoutExporter(layout).renderRegionToImage(where, dpi=DPI)
    across, down = range(2, image.width() - 2, 3), range(2, image.height() - 2, 3)
    colours = {image.pixel(x, y) for x in across for y in down}
    return image.bits().asstring(image.sizeInBytes()), len(colours)


@pytest.mark.parametrize(("language", "size"), [("en", "a4"), ("lv", "a3")])
def test_no_page_is_empty_or_like_another(projects, language, size):
    pictures = {}
    for page in map_pages(projects[language]):
        with of_its_layers(page):
            pictures[page.name()], colours = drawn(page)
        assert colours > 10, page.name()
        assert page.itemById("legend").model().rootGroup().findLayers(), page.name()
        paper = page.pageCollection().page(0).pageSize()
        assert max(paper.width(), paper.height()) == {"a4": 297, "a3": 420}[size]
    assert len(pictures) > 20
    seen = {}
    for name, picture in pictures.items():
        assert picture not in seen, (name, seen[picture])
        seen[picture] = name


def test_pages_of_the_atlas_are_of_one_municipality_each(projects):
    layout = atlas_of(projects["en"])
    atlas = layout.atlas()
    names = {one["name"] for one in atlas.coverageLayer().getFeatures()}
    atlas.beginRender()
    pictures, titles, facts = set(), [], set()
    with of_its_layers(layout):
        for number in range(atlas.count()):
            atlas.seekTo(number)
            titles.append(layout.itemById("title").currentText())
            row = [layout.itemById(f"fact_1_{column}").currentText() for column in range(4)]
            facts.add(tuple(row))
            if number % 5 == 0:
                picture, colours = drawn(layout)
                assert colours > 3
                pictures.add(picture)
    atlas.endRender()
    assert set(titles) == names and len(titles) == len(names) == 25
    assert len(pictures) == 5
    assert all(re.fullmatch(r"\d+", value) for row in facts for value in row[1:])
    assert len(facts) > 10


def test_all_that_a_question_is_answered_with_is_on_a_map(projects):
    """What is drawn beside a result, too: a group may show but one of its layers at a time."""
    project = projects["en"]
    themes = project.mapThemeCollection().mapThemes()
    shown = [{kind(one) for one in visible_layers(project, theme)} for theme in themes]
    there = {kind(one) for one in project.mapLayers().values() if one.isSpatial()}
    for name in there & {one for one, (_, title) in asked.ANSWERS.items() if title}:
        besides = set(asked.BESIDE.get(name, [])) & there
        assert any({name, *besides} <= one for one in shown), name


def test_each_type_of_service_has_its_maps(projects):
    themes = projects["en"].mapThemeCollection().mapThemes()
    for theme in (
        "What could be shared? {}, border open",
        "Who reaches what? {}",
        "Who reaches what? {}: catchments",
        "What would a closed border change? {}",
    ):
        for name in ("Swimming pool", "Ambulance post"):
            assert theme.format(name) in themes
    page = projects["en"].layoutManager().layoutByName("Who reaches what? Swimming pool")
    assert page.itemById("title").text() == "Swimming pool: travel time to the nearest, by car"
    layer = next(one for one in visible_layers(projects["en"], page.name()) if kind(one) == ACCESS)
    filters = [one.filterExpression() for one in layer.renderer().rootRule().descendants()]
    assert '"nearest_swimming_pool" <= 10' in filters[0]


def test_bands_are_called_what_they_are(projects):
    """The bands that were cut, not the classes of a palette; what is not there is not explained."""
    project = projects["lt"]
    isochrones = next(
        one for one in project.mapLayers().values() if kind(one) == "isochrones.OUTPUT"
    )
    labels = [one.label() for one in isochrones.renderer().rootRule().descendants()]
    assert labels[:3] == ["0–15 min", "0–30 min", "0–60 min"]
    branches = next(
        one for one in project.mapLayers().values() if kind(one) == "specialisation.ZONES_OUT"
    )
    labels = [one.label() for one in branches.renderer().rootRule().descendants()]
    assert labels[:3] == ["Bioekonomika", "Skaitmeninė sritis", "Energetika ir aplinka"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_fields_codes_bookmarks_and_pages_speak_the_language(projects, language):
    project, said = projects[language], set()
    for layer in project.mapLayers().values():
        assert layer.isValid(), layer.name()
        if not kind_of(layer):
            continue
        metadata = layer.metadata()
        assert metadata.identifier().startswith("smartplanning:")
        sample = kind_of(layer).startswith("createsample")
        assert sample or metadata.keywords("smartplanning:version")
        assert "schematic" in metadata.keywords("smartplanning:limits")
        for at, field in enumerate(layer.fields()):
            if field.name() in ALIASES:
                assert field.alias() == text(ALIASES[field.name()], language)
                said.add(field.name())
            if field.name() in CODES:
                setup = layer.editorWidgetSetup(at)
                assert setup.type() == "ValueMap"
                pairs = {code: word for one in setup.config()["map"] for word, code in one.items()}
                assert pairs == {
                    code: text(label, language) for code, label in CODES[field.name()].items()
                }
                said.add(field.name())
    assert {"category", "status", "population", "service_type"} <= said
    bookmarks = [one.name() for one in project.bookmarkManager().bookmarks()]
    assert text("The whole area", language) in bookmarks
    crossings = [one for one in bookmarks if one.startswith(text("Border crossings", language))]
    assert len(crossings) == 3
    by_car = text("by car", language)
    titles = [page.itemById("title").text() for page in map_pages(project)]
    assert sum(one.endswith(by_car) for one in titles) > 0.6 * len(titles)
    for page in map_pages(project):
        subtitle = page.itemById("subtitle").text()
        assert subtitle.startswith(text("Services across the border", language)), subtitle
        assert text("schematic", language).upper() in subtitle
        assert (
            text("Made with Smart Planning {} on {}", language)[:12]
            in page.itemById("source").text()
        )
    english = {page.itemById("title").text() for page in map_pages(projects["en"])}
    assert language == "en" or not english & set(titles)


def test_a_page_names_the_data_of_its_own_map(projects):
    manager = projects["en"].layoutManager()

    def source(name):
        page = next(one for one in manager.printLayouts() if one.name().startswith(name))
        return page.itemById("source").text().partition(" · ")[0]

    assert source("Good at what? Population") == (
        "Data: ferries, municipalities, observations, roads_lt, roads_lv"
    )
    reached = source("Who reaches what? Swimming pool")
    assert "services" in reached and "jobs" not in reached and "edges" not in reached
