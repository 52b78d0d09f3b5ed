"""Why this place, pair, facility or number: the page, the routes, and what has changed."""

import html
import re
from pathlib import Path

import pytest

from tests.processing.tools import ENDS, PLACES, SERVICES, TEMPORARY, copy_of, rows, sample

HOSPITALS = {
    **SERVICES, "CAPACITY_FIELD": "capacity", "SERVICE_FILTER": "type = 'planned_hospital'",
}  # fmt: skip
NUMBER = "2sfca_planned_hospital"


def page_of(path):
    """The text of a page, a cell after another."""
    body = Path(path).read_text(encoding="utf-8").split("</style>")[1]
    return html.unescape(re.sub(r"<[^>]+>", "|", body))


@pytest.fixture(scope="module")
def results(run, travel, tmp_path_factory):
    folder = tmp_path_factory.mktemp("results")
    paths = {name: str(folder / f"{name}.gpkg") for name in ("places", "services", "effect")}
    run(
        "serviceaccessibility", **travel, **PLACES, **HOSPITALS, MEASURES=["nearest", "2sfca"],
        OUTPUT=paths["places"], SERVICES_OUT=paths["services"],
    )  # fmt: skip
    run("bordereffect", **travel, **PLACES, **HOSPITALS, MEASURES=["gravity"],
        DECAY="linear", OUTPUT=paths["effect"])  # fmt: skip
    return paths


@pytest.fixture
def why(run, tmp_path):
    def explained(result, **more):
        made = run(
            "explain", RESULT=result, REPORT=str(tmp_path / "why.html"), ROUTES=TEMPORARY, **more
        )
        return page_of(made["REPORT"]), rows(made["ROUTES"]), made["ROUTES"]

    return explained


def test_the_terms_add_up_to_the_number(results, why):
    page, ways, layer = why(results["places"], FEATURE_ID="LV013", NUMBER=NUMBER)
    (row,) = [one for one in rows(results["places"]) if one["place_id"] == "LV013"]
    assert f"The terms add up to {row[NUMBER]:.8f}." in page
    assert "That is what the result says." in page
    terms = page.split("What adds up to")[1].split("|Hospital (planned care)")[0]
    found = re.findall(r"(HOS-\w+)\|\|([\d.]+)\|\|.*?\|\|(0\.\d{8})\|", terms)
    assert sum(float(one[2]) for one in found) == pytest.approx(row[NUMBER], abs=1e-7)
    assert found[0][0] == row["nearest_id_planned_hospital"]
    assert "All inputs are as they were" in page and "Limits of these figures" in page
    assert "type = 'planned_hospital'" in page
    assert len(ways) == 3 and {one["status"] for one in ways} == {"ok"}
    assert ways[0]["time_min"] == pytest.approx(row["nearest_planned_hospital"])
    assert layer.crs().authid() == "EPSG:25884"
    assert all(one.hasGeometry() for one in layer.getFeatures())


@pytest.mark.parametrize(
    ("language", "says"), [("lv", "Saskaitāmie kopā ir"), ("lt", "Dėmenų suma –")]
)
def test_it_speaks_the_language_of_the_page(results, why, language, says):
    page, _, _ = why(results["places"], FEATURE_ID="LV013", NUMBER=NUMBER, LANGUAGE=language)
    whole, _, _ = why(results["places"], FEATURE_ID="LV013", LANGUAGE=language)
    service, _, _ = why(results["services"], FEATURE_ID="HOS-LT05", LANGUAGE=language)
    assert says in page
    sentences = re.findall(r"[^|]+", page + whole + service)
    english = re.compile(r"\b(the|of|with|people|none|border)\b")
    found = {one.strip() for one in sentences if english.search(one) and not re.search("[_/]", one)}
    assert found == set()


def test_each_state_of_the_border_has_its_way(results, why):
    page, ways, _ = why(results["effect"], FEATURE_ID="LV032")
    (row,) = [one for one in rows(results["effect"]) if one["place_id"] == "LV032"]
    for state in ("open", "closed"):
        first = next(one for one in ways if one["border"] == state)
        assert first["time_min"] == pytest.approx(row[f"nearest_planned_hospital_{state}"])
        assert f"(border {state})" in page
    assert any(one["crossings"] for one in ways if one["border"] == "open")
    assert not any(one["crossings"] for one in ways if one["border"] == "closed")
    assert "no way under this border" in page
    page, _, _ = why(results["effect"], FEATURE_ID="LV032",
                     NUMBER="gravity_planned_hospital_closed")  # fmt: skip
    assert "(border closed)" in page and "That is not" not in page


def test_a_pair(run, travel, why, tmp_path):
    table = str(tmp_path / "matrix.csv")
    run("traveltimematrix", **travel, **ENDS, OUTPUT=table)
    page, ways, _ = why(table, FEATURE_ID="LV032", TO_ID="HOS-LT01")
    (pair,) = [one for one in rows(table)
               if (one["origin_id"], one["destination_id"]) == ("LV032", "HOS-LT01")]  # fmt: skip
    (way,) = ways
    assert way["time_min"] == pytest.approx(float(pair["time_min"]))
    assert (way["from_id"], way["to_id"]) == ("LV032", "HOS-LT01")
    assert way["crossing_names"] and way["crossing_names"] in page
    assert "Where the journey starts" in page


def test_a_facility(results, why):
    page, ways, _ = why(results["services"], FEATURE_ID="HOS-LT05", NEAREST=2)
    near = [one for one in rows(results["places"])
            if one["nearest_id_planned_hospital"] == "HOS-LT05"]  # fmt: skip
    for code in ("LV", "LT"):
        count = sum(one["country"] == code for one in near)
        assert f"the nearest of its type for {count} places with" in page
    assert "nearest residents, not users" in page
    furthest = max(near, key=lambda one: one["nearest_planned_hospital"])
    assert ways[0]["from_id"] == furthest["place_id"] and len(ways) == 2


def test_what_could_not_be_used_says_why(run, travel, why, tmp_path):
    path = str(tmp_path / "far.gpkg")
    near = {**travel, "SNAP_DISTANCE": 1500}
    run("serviceaccessibility", **near, **PLACES, **HOSPITALS, OUTPUT=path)
    lost = next(one for one in rows(path) if one["status"] == "too_far")
    page, ways, _ = why(path, FEATURE_ID=lost["place_id"])
    assert "too_far" in page and "allowed: 1,500 m" in page
    assert ways == []


def test_changed_inputs_are_named(run, travel, why, tmp_path):
    from qgis.core import QgsVectorLayer

    places = tmp_path / "towns.gpkg"
    made = run("native:savefeatures", INPUT=PLACES["PLACES"], OUTPUT=str(places))
    path = str(tmp_path / "result.gpkg")
    given = {**PLACES, "PLACES": made["OUTPUT"]}
    run("serviceaccessibility", **travel, **given, **HOSPITALS, MEASURES=["2sfca"], OUTPUT=path)
    layer = QgsVectorLayer(str(places), "towns", "ogr")
    at = layer.fields().lookupField("population")
    big = next(one.id() for one in layer.getFeatures() if one["place_id"] == "LV001")
    assert layer.dataProvider().changeAttributeValues({big: {at: 900000}})
    del layer
    page, _, _ = why(path, FEATURE_ID="LV013", NUMBER=NUMBER)
    assert "Changed since the result was made: towns" in page
    assert "the data has changed since" in page


def test_inputs_that_are_gone_leave_the_record(run, travel, why, tmp_path):
    memory = copy_of(PLACES["PLACES"])
    path = str(tmp_path / "result.gpkg")
    run("serviceaccessibility", **travel, **{**PLACES, "PLACES": memory}, **HOSPITALS, OUTPUT=path)
    page, ways, _ = why(path, FEATURE_ID="LV013")
    assert "nearest_planned_hospital" in page and "cannot be opened again" in page
    assert ways == []


def test_text_from_data_is_escaped(run, travel, why, tmp_path):
    def named(row):
        if row["place_id"] == "LV013":
            row["name"] = "<script>alert(1)</script>"

    path = str(tmp_path / "result.gpkg")
    places = run("native:savefeatures", INPUT=copy_of(PLACES["PLACES"], named),
                 OUTPUT=str(tmp_path / "p.gpkg"))["OUTPUT"]  # fmt: skip
    run("serviceaccessibility", **travel, **{**PLACES, "PLACES": places}, **HOSPITALS, OUTPUT=path)
    made = run("explain", RESULT=path, FEATURE_ID="LV013", REPORT=str(tmp_path / "r.html"))
    text = Path(made["REPORT"]).read_text(encoding="utf-8")
    assert "<script>" not in text and "&lt;script&gt;" in text


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"RESULT": sample("places"), "FEATURE_ID": "LV001"}, "no result of Smart Planning"),
        ({"FEATURE_ID": "nowhere"}, "FEATURE_ID"),
        ({"FEATURE_ID": "LV013", "NUMBER": "3sfca_bank"}, "NUMBER"),
    ],
)
def test_bad_input_is_refused(refused, results, tmp_path, asked, told):
    given = {"RESULT": results["places"], "REPORT": str(tmp_path / "r.html"), **asked}
    assert told in refused("explain", **given)
