"""The chain on real data of the region, which is not part of the project.

Skipped where the data is absent. With SMART_PLANNING_REGION set to a folder, the study, the project
and its maps are left there to look at.
"""

import csv
import os
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QVariant

from tests.processing.tools import ROOT, TEMPORARY, inside, opened, rows

DATA = ROOT.parent / "shared" / "data"
pytestmark = [
    pytest.mark.realdata,
    pytest.mark.skipif(not DATA.exists(), reason="the region's real data is not here"),
]
CROSSINGS = {
    "A11": (21.12255, 56.07717),
    "P114": (21.53898, 56.29592),
    "P106": (22.36330, 56.40102),
    "A8": (23.67374, 56.36517),
    "A7": (24.36547, 56.27464),
}
OPEN_ENDS = {"P104": (22.94117, 56.41481), "P95": (23.27055, 56.37166)}
DISTANCES = {
    ("Liepāja", "Klaipėda"): 94,
    ("Liepāja", "Mažeikiai"): 116,
    ("Priekule", "Skuodas"): 22,
    ("Klaipėda", "Tauragė"): 123,
}
ACROSS = {"own_nearer", "choice", "abroad_nearer", "abroad_only"}
# Only main and regional roads are there: people come to them over local roads that are not.
TRAVEL = {"SNAP_DISTANCE": 15000, "OFFROAD_SPEED": 40}
# A nursing home is no hospital. Latvia's rows name no kind: its small ones (Priekule has 3 beds)
# are left out by their beds, which are text; a second site of a group has none.
HOSPITALS = (
    "\"facility_type\" = 'general' OR "
    '("cc" = \'LV\' AND ("cap_beds" IS NULL OR to_int("cap_beds") >= 20))'
)
# Census 2021; GeoNames has 172,292.
KLAIPEDA = 152008


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    kept = os.environ.get("SMART_PLANNING_REGION")
    if kept:
        Path(kept).mkdir(parents=True, exist_ok=True)
    return Path(kept) if kept else tmp_path_factory.mktemp("region")


@pytest.fixture(scope="module")
def municipalities(provider, folder):
    """Both national sets in one layer, as they are: they meet within 4 m, mostly."""
    made = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:4326&field=country:string&field=name:string", "made", "memory"
    )
    source = DATA / "admin_boundaries" / "admin_boundaries.gpkg"
    for table, name in (("lv_municipalities_full", "name"), ("lt_municipalities", "SAV_PAV")):
        for one in opened(f"{source}|layername={table}").getFeatures():
            feature = QgsFeature(made.fields())
            feature.setAttributes([one["country"], one[name]])
            feature.setGeometry(one.geometry())
            made.dataProvider().addFeatures([feature])
    return kept_as(made, folder / "municipalities.gpkg")


@pytest.fixture(scope="module")
def places(provider, folder):
    """Towns with their population."""
    made = QgsVectorLayer("Point?crs=EPSG:4326", "made", "memory")
    made.dataProvider().addAttributes(
        [
            QgsField("place_id", QVariant.String),
            QgsField("name", QVariant.String),
            QgsField("country", QVariant.String),
            QgsField("population", QVariant.Int),
        ]
    )
    made.updateFields()
    with open(DATA / "towns.csv", encoding="utf-8", newline="") as stream:
        for number, one in enumerate(csv.DictReader(stream)):
            people = KLAIPEDA if one["name"] == "Klaipėda" else int(one["population"])
            feature = QgsFeature(made.fields())
            feature.setAttributes([f"T{number:03}", one["name"], one["country"], people])
            feature.setGeometry(
                QgsGeometry.fromPointXY(QgsPointXY(float(one["lon"]), float(one["lat"])))
            )
            made.dataProvider().addFeatures([feature])
    return kept_as(made, folder / "places.gpkg")


def kept_as(layer, path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    done = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    assert done[0] == QgsVectorFileWriter.WriterError.NoError, done[1]
    return str(path)


@pytest.fixture(scope="module")
def study(run, folder, municipalities):
    path = folder / "study.gpkg"
    path.unlink(missing_ok=True)
    roads = DATA / "roads_travelmapping" / "roads_travelmapping_clip.gpkg"
    run(
        "buildroadnetwork",
        ROADS=[f"{roads}|layername=segments"], COUNTRIES=municipalities,
        COUNTRY_FIELD="country", EDGES=inside(path, "edges"), NODES=inside(path, "nodes"),
        CROSSINGS=inside(path, "crossings"), REPORT=str(folder / "network_report.html"),
    )  # fmt: skip
    run.told = run.feedback
    return path


@pytest.fixture(scope="module")
def told(study, run):
    return "\n".join(run.told.warnings)


@pytest.fixture(scope="module")
def shared(run, study, municipalities, places):
    """The areas with the border open and closed, in the study."""
    hospitals = DATA / "healthcare" / "hospitals_2020_lv_lt_clip.gpkg"
    for border, suffix in (("open", ""), ("closed", "_closed")):
        run(
            "sharedserviceareas",
            NETWORK=f"{study}|layername=edges", COUNTRIES=municipalities, COUNTRY_FIELD="country",
            BORDER=border, **TRAVEL,
            PLACES=places, PLACE_ID="place_id", POPULATION_FIELD="population",
            PLACE_COUNTRY_FIELD="country",
            SERVICES=str(hospitals), SERVICE_ID="fid", SERVICE_COUNTRY_FIELD="cc",
            CAPACITY_FIELD="cap_beds", SERVICE_FILTER=HOSPITALS,
            THRESHOLD=60, ADVANTAGE=5, CELL_SIZE=1000, STUDY_AREA=municipalities,
            MUNICIPALITIES=municipalities, MUNICIPALITY_NAME_FIELD="name",
            AREAS=inside(study, f"areas{suffix}"), PLACES_OUT=inside(study, f"places{suffix}"),
            FACILITIES=inside(study, f"facilities{suffix}"),
            SHARED_ZONES=inside(study, f"zones{suffix}"),
            SUMMARY=inside(study, f"summary{suffix}"),
        )  # fmt: skip
    return study


def km(one, other):
    area = QgsDistanceArea()
    area.setEllipsoid("WGS84")
    return area.measureLine(QgsPointXY(*one), QgsPointXY(*other)) / 1000


def lonlat(layer):
    """Attributes and place of each point."""
    change = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
    )
    for one in layer.getFeatures():
        point = change.transform(one.geometry().asPoint())
        yield one, (point.x(), point.y())


def test_each_matched_crossing_is_found_once(study):
    found = list(lonlat(opened(f"{study}|layername=crossings")))
    assert len(found) == len(CROSSINGS)
    for name, place in CROSSINGS.items():
        near = [one["name"] for one, at in found if km(at, place) < 1]
        assert len(near) == 1, name
        assert name in near[0]


@pytest.mark.parametrize("road", OPEN_ENDS)
def test_roads_that_end_at_the_border_are_told(told, road):
    lon, lat = OPEN_ENDS[road]
    line = next(one for one in told.splitlines() if f"open end: LV {road} " in one)
    x, y = (float(one) for one in line.rsplit(" at ", 1)[1].split(", "))
    assert km((x, y), (lon, lat)) < 1


def test_the_spit_is_a_part_of_its_own(study, told):
    nodes = rows(f"{study}|layername=nodes")
    assert {one["component"] for one in nodes} == {0, 1}
    assert sum(one["component"] == 1 for one in nodes) == 10
    line = next(one for one in told.splitlines() if one.startswith("Part 1 "))
    assert "LT K167" in line
    assert "is reached by no road; if a ferry goes there, add FERRIES" in line


def test_road_distances(run, study, municipalities, places):
    """On the roads: the way from the middle of a town to its road is not in a road distance."""
    made = run(
        "traveltimematrix",
        NETWORK=f"{study}|layername=edges", COUNTRIES=municipalities, COUNTRY_FIELD="country",
        COST="distance", **{**TRAVEL, "OFFROAD_SPEED": 0}, ORIGINS=places, ORIGIN_ID="place_id",
        DESTINATIONS=places, DESTINATION_ID="place_id", OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    # Priekulė lies in Lithuania, Priekule in Latvia: twin names
    id_of = {one["name"]: one["place_id"] for one in rows(places)}
    found = {(one["origin_id"], one["destination_id"]): one["distance_km"] for one in rows(made)}
    for (start, end), true_km in DISTANCES.items():
        assert found[id_of[start], id_of[end]] == pytest.approx(true_km, rel=0.05), (start, end)


def test_people_of_the_categories_add_up(shared, places):
    total = sum(one["population"] for one in rows(places))
    for table in ("areas", "areas_closed"):
        found = sum(one["population"] for one in rows(f"{shared}|layername={table}"))
        assert found == pytest.approx(total), table


def test_somebody_could_gain(shared):
    """Ground from which a hospital of the other country is nearer lies on both sides."""
    areas = rows(f"{shared}|layername=areas")
    gaining = {
        one["country"]
        for one in areas
        if one["category"] in ("abroad_nearer", "abroad_only") and one["area_km2"] > 10
    }
    assert gaining == {"LV", "LT"}


def test_a_closed_border_leaves_nothing_shared(shared):
    assert not {one["category"] for one in rows(f"{shared}|layername=areas_closed")} & ACROSS
    assert rows(f"{shared}|layername=zones_closed") == []
    assert all(one["shared"] == 0 for one in rows(f"{shared}|layername=facilities_closed"))


def test_only_hospitals_are_compared(shared):
    facilities = rows(f"{shared}|layername=facilities")
    assert {one["cc"] for one in facilities} == {"LV", "LT"}
    assert {one["facility_type"] for one in facilities} == {"general", None}
    beds = {one["hospital_name"]: one["cap_beds"] for one in facilities if one["cc"] == "LV"}
    assert "Liepājas reģionālā slimnīca" in beds and "Priekules slimnīca" not in beds
    assert min(int(one) for one in beds.values() if one) >= 20


def test_the_finding_says_that_only_main_roads_are_in(shared):
    (row,) = rows(f"{shared}|layername=summary")
    assert "main roads only: local roads and crossings are missing" in row["finding_en"]
    assert "tikai galvenie ceļi" in row["finding_lv"]
    assert "tik pagrindiniai keliai" in row["finding_lt"]
    (closed,) = rows(f"{shared}|layername=summary_closed")
    assert "nobody would reach one across the border" in closed["finding_en"]


def test_the_project_of_the_region(run, shared, folder, municipalities):
    path = folder / "region.qgz"
    run(
        "buildproject",
        STUDY=str(shared), COUNTRIES=municipalities, COUNTRY_FIELD="country",
        TITLE="Hospitals of Kurzeme and Klaipėda", PROJECT=str(path),
    )  # fmt: skip
    read = QgsProject()
    assert read.read(str(path))
    assert all(one.isValid() for one in read.mapLayers().values())
    (border,) = read.mapLayersByName("State border")
    (line,) = [one.geometry() for one in border.getFeatures()]
    # 588 km by land; one line, although the two sets gape and overlap by some metres
    assert 500_000 < line.length() < 700_000
    read.clear()
