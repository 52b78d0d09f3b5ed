"""The handbook of a study: whole, the same in three languages, and safe to open."""

import base64
import re
import shutil
import zipfile
from html.parser import HTMLParser

import pandas as pd
import pytest
from osgeo import ogr

from smart_planning_plugin.core.words import LANGUAGES
from tests.processing.tools import COARSE, PLACES, SERVICES, copy_of, inside, sample

EVIL = "<script>alert('x')</script> & \"Sons\""


class Outline(HTMLParser):
    """Headings, anchors, links and pictures of a page."""

    def __init__(self):
        super().__init__()
        self.shape, self.ids, self.links, self.scripts = [], set(), [], 0

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.ids.add(given.get("id"))
        self.scripts += tag == "script"
        if tag in ("h1", "h2", "h3", "figure", "table", "section"):
            self.shape.append((tag, given.get("id") if tag == "section" else None))
        for name in ("href", "src"):
            if given.get(name):
                self.links.append(given[name])


def outline(path):
    page = Outline()
    page.feed(path.read_text(encoding="utf-8"))
    return page


@pytest.fixture(scope="module")
def made(run, study, travel, tmp_path_factory):
    """A handbook of the sample, in which one place has a name that looks like markup."""
    folder = tmp_path_factory.mktemp("handbook")
    path = folder / "study.gpkg"
    names = iter([EVIL])
    services = copy_of(sample("services"), lambda one: one.update(name=next(names, one["name"])))
    run("sharedserviceareas", **travel, **PLACES, **{**SERVICES, "SERVICES": services}, **COARSE,
        MIN_SHARE=0, AREAS=inside(path, "areas"), FACILITIES=inside(path, "facilities"),
        SHARED_ZONES=inside(path, "zones"))  # fmt: skip
    run("buildproject", STUDY=str(path), PROJECT=str(folder / "study.qgz"),
        COUNTRIES=sample("municipalities"), COUNTRY_FIELD="country")  # fmt: skip
    run("handbook", STUDY=str(path), PROJECT=str(folder / "study.qgz"), TITLE=f"Study {EVIL}",
        PDF=False, HANDBOOK_FOLDER=str(folder / "handbook"))  # fmt: skip
    return folder / "handbook"


def test_all_of_it_is_there(made):
    found = {one.relative_to(made).as_posix() for one in made.rglob("*") if one.is_file()}
    assert {f"index.{one}.html" for one in LANGUAGES} <= found
    assert {"tables.xlsx", "handbook.odt", "assets/plotly.js"} <= found
    assert any(one.startswith("maps/") for one in found)


def test_the_languages_have_one_structure(made):
    pages = [outline(made / f"index.{one}.html") for one in LANGUAGES]
    assert pages[0].shape == pages[1].shape == pages[2].shape
    assert ("section", "services") in pages[0].shape and ("section", "method") in pages[0].shape
    texts = [(made / f"index.{one}.html").read_text(encoding="utf-8") for one in LANGUAGES]
    assert "Pārrobežu pakalpojumi" in texts[1] and "Tarpvalstybinės paslaugos" in texts[2]


def test_links_lead_somewhere(made):
    for language in LANGUAGES:
        page = outline(made / f"index.{language}.html")
        for link in page.links:
            if link.startswith("#"):
                assert link[1:] in page.ids, link
            elif not link.startswith("data:"):
                assert (made / link).is_file(), link
                assert not link.startswith(("http", "/"))


def test_text_from_data_is_never_markup(made):
    for language in LANGUAGES:
        page = made / f"index.{language}.html"
        text = page.read_text(encoding="utf-8")
        assert "&lt;script&gt;alert(" in text
        assert "<script>alert(" not in text
    charts = text.count('type="application/json"')
    assert outline(page).scripts == charts + 2  # the charts' numbers, plotly, and our own


def test_tables_are_all_in_the_workbook(made):
    book = ogr.Open(str(made / "tables.xlsx"))
    names = [book.GetLayer(at).GetName() for at in range(book.GetLayerCount())]
    assert names == ["contents", "areas", "facilities", "zones"]
    areas = book.GetLayerByName("areas")
    assert areas.GetFeatureCount() > 6
    assert {"service_type", "category", "population"} <= {one.name for one in areas.schema}


def test_the_text_for_word_processors_has_the_tables_and_maps(made):
    with zipfile.ZipFile(made / "handbook.odt") as document:
        content = document.read("content.xml").decode()
        assert any(one.startswith("Pictures/") for one in document.namelist())
    assert "<table:table" in content and "Swimming pool" in content
    titles = re.findall('<text:h text:outline-level="2"[^>]*>(?:<[^>]+>)*([^<]+)', content)
    assert titles[0].startswith("1. ") and len(titles) == content.count('outline-level="2"') > 1


def test_small_numbers_are_not_shown(run, study, travel, tmp_path):
    """A place of seven people on the other side shows neither in the text nor in the workbook."""
    path = tmp_path / "study.gpkg"
    few = copy_of(sample("places"), lambda one: one.update(population=7))
    run("sharedserviceareas", **travel, **{**PLACES, "PLACES": few}, **SERVICES, **COARSE,
        MIN_SHARE=0, AREAS=inside(path, "areas"),
        FACILITIES=inside(path, "facilities"))  # fmt: skip
    run("handbook", STUDY=str(path), LANGUAGES=["en"], SMALL_NUMBERS=50, PDF=False,
        HANDBOOK_FOLDER=str(tmp_path / "handbook"))  # fmt: skip
    text = (tmp_path / "handbook" / "index.en.html").read_text(encoding="utf-8")
    assert "fewer than 50" in text
    book = ogr.Open(str(tmp_path / "handbook" / "tables.xlsx"))
    people = pd.Series(
        [one["nearest_population_lv"] for one in book.GetLayerByName("facilities")], dtype=float
    )
    assert people.isna().any()
    assert not ((people > 0) & (people < 50)).any()
    shown = re.findall(r'<td class="number">([\d,]+)</td>', text)
    assert shown  # other numbers are


def test_names_are_those_of_the_table(run, study, tmp_path):
    from qgis.core import QgsFeature, QgsVectorLayer

    names = QgsVectorLayer(
        "None?field=code:string&field=language:string&field=nominative:string", "names", "memory"
    )
    features = []
    for values in (["LV", "lt", "Latvija"], ["LT", "lt", "Lietuva"], ["LV", "en", "Latvia"]):
        feature = QgsFeature(names.fields())
        feature.setAttributes(values)
        features.append(feature)
    names.dataProvider().addFeatures(features)
    run("handbook", STUDY=str(study), NAMES=names, LANGUAGES=["lt"], PDF=False,
        HANDBOOK_FOLDER=str(tmp_path / "handbook"))  # fmt: skip
    text = (tmp_path / "handbook" / "index.lt.html").read_text(encoding="utf-8")
    assert "Lietuva" in text and "Latvija" in text and "Latvia" not in text


def test_what_is_no_study_is_refused(refused, tmp_path):
    message = refused(
        "handbook", STUDY=str(tmp_path / "none.gpkg"), HANDBOOK_FOLDER=str(tmp_path / "handbook")
    )
    assert "holds no result of Smart Planning" in message


# ---------------------------------------------------------------- in a browser


@pytest.fixture(scope="module")
def browser():
    webdriver = pytest.importorskip("selenium.webdriver")
    if not (shutil.which("chromium") and shutil.which("chromedriver")):
        pytest.skip("no Chromium here")
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for one in (
        "headless", "no-sandbox", "disable-gpu", "no-first-run", "disable-sync", "disable-quic",
        "disable-background-networking", "disable-component-update",
    ):  # fmt: skip
        options.add_argument(f"--{one}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    service = webdriver.ChromeService(shutil.which("chromedriver"))
    driver = webdriver.Chrome(options=options, service=service)
    yield driver
    driver.quit()


@pytest.mark.parametrize("width", [1400, 400])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_browser_finds_no_fault(browser, made, language, width):
    """No serious fault of accessibility, nothing in the console, nothing wider than the window."""
    from axe_core_python.selenium import Axe
    from selenium.webdriver.support.ui import WebDriverWait

    browser.set_window_size(width, 900)
    browser.get((made / f"index.{language}.html").as_uri())
    drawn = "return document.querySelectorAll('.chart svg').length"
    WebDriverWait(browser, 30).until(lambda _: browser.execute_script(drawn))
    found = Axe().run(browser)["violations"]
    serious = [
        (one["id"], [node["html"][:90] for node in one["nodes"]][:3])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []
    assert [one for one in browser.get_log("browser") if one["level"] == "SEVERE"] == []
    wide = browser.execute_script("return document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_search_marks_what_it_finds(browser, made):
    browser.get((made / "index.en.html").as_uri())
    box = browser.find_element("id", "search")
    box.send_keys("swimming")
    marks = browser.execute_script("return document.querySelectorAll('main mark').length")
    assert marks > 0
    assert browser.find_element("id", "found").text == str(marks)
    box.send_keys("xyz")
    assert browser.execute_script("return document.querySelectorAll('main mark').length") == 0


def test_it_prints(browser, made):
    browser.get((made / "index.en.html").as_uri())
    pdf = base64.b64decode(browser.print_page())
    assert pdf.startswith(b"%PDF") and len(pdf) > 50_000
