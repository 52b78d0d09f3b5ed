"""Build ``sample.gpkg`` from the small tables in ``source/``.

Run with the Python of QGIS, which brings GDAL, numpy and scipy, where the package lies::

    python3 -m smart_planning_plugin.sample.make_sample [OUTPUT.gpkg]

The region is *schematic*: real towns, road numbers and lengths, but lines with a few bends,
Lithuanian zones drawn around seed points and mostly invented services. ``README.md`` says what
each figure is and where it comes from. Building twice gives the same content.
"""

import csv
import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr

from .shapes import (
    WGS84,
    as_multipolygon,
    largest_part,
    make_line,
    make_point,
    make_polygon,
    project,
    reference_system,
    rounded,
    union_all,
    voronoi_cells,
)

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
OUTPUT = HERE / "sample.gpkg"

#: Written into the GeoPackage instead of the time of building, so that bytes do not change.
BUILD_DATE = "2024-01-01T00:00:00.000Z"

LKS92, LKS94 = 3059, 3346

#: Shares of the population, for the whole region alike: schematic, rounded from national ones.
SHARE_7_18 = 0.13
SHARE_65 = 0.21

#: Decimals of the outline of the Lithuanian zones: 4 leave gaps and overlaps of a few metres
#: along the Latvian border, as between any two national data sets.
OUTLINE_DECIMALS = 4

TEXT, INTEGER, REAL = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal
CONVERT = {TEXT: str, REAL: float, INTEGER: int}

#: Tables without geometry: their fields (# marks a number, % a whole one) and what they are.
TABLES = {
    "service_types": (
        "type theme demand_field threshold_min# advantage_min# extra_min_abroad# "
        "people_per_capacity# shareability only_open_border% direction legal_basis evidence "
        "label_en label_lv label_lt",
        "Service types (SERVICE_TYPES)",
    ),
    "evidence": (
        "type service_id country kind users# title date source basis",
        "Documented cooperation, facts and invented (EVIDENCE)",
    ),
    "norms": (
        "type country settlement minutes# share_to_be_met# clock turnout_min# source date",
        "Norms of response and access (NORMS)",
    ),
    "service_changes": (
        "service_id change type country lon# lat# capacity# remarks",
        "Schematic changes of services (SERVICE_CHANGES)",
    ),
    "observations": ("zone year indicator value# flag source", "Observations (OBSERVATIONS)"),
    "jobs": ("zone year sector jobs#", "Jobs by NACE section (JOBS)"),
    "domains": (
        "country sector domain share# label_en label_lv label_lt note",
        "Domains of specialisation (DOMAINS)",
    ),
    "guideline_rules": (
        "rule class domain partners confidence chapter point_en point_lv point_lt question_en "
        "question_lv question_lt indicator_en indicator_lv indicator_lt",
        "Rules of guideline sheets (RULES)",
    ),
    "criteria": (
        "criterion field layer measure layer_field within_km# weight# direction indifference# "
        "preference# label_en label_lv label_lt",
        "Criteria of priorities (CRITERIA)",
    ),
    "priority_chain": (
        "code parent level text_en text_lv text_lt criteria indicator",
        "Challenges, priorities, directions and tasks (CHAIN), schematic",
    ),
    "actions": (
        "code parent goal action responsible partners start end budget# fund_source indicator "
        "baseline# target#",
        "An educating region: a plan (ACTIONS), schematic",
    ),
    "indicators": (
        "indicator label_en label_lv label_lt unit value# date layer aggregate field "
        "weight_field filter",
        "Indicators of the plan (INDICATORS), schematic",
    ),
    "names": ("code language nominative genitive locative", "Names in three languages (NAMES)"),
    "register": (
        "record_id kind title theme lead partners organisation function date_from date_to "
        "participants% maturity cost_eur# place lon# lat# basis source note",
        "Agreements, ideas, events, roles; facts and templates (REGISTER)",
    ),
    "profiles": (
        "zone coast% state_border% largest_place_share# basis",
        "Schematic profiles of municipalities (PROFILES)",
    ),
}


# ---------------------------------------------------------------------------------------------
# reading
# ---------------------------------------------------------------------------------------------


def read_table(name):
    """Rows of a CSV file in ``source/`` as dictionaries; empty cells are None."""
    with open(SOURCE / name, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [{key: (value or None) for key, value in row.items()} for row in rows]


def read_polygons(name):
    """Attributes and geometry of each feature of a GeoJSON file in ``source/``."""
    dataset = gdal.OpenEx(str(SOURCE / name), gdal.OF_VECTOR)
    features = []
    for feature in dataset.GetLayer(0):
        features.append((feature.items(), feature.GetGeometryRef().Clone()))
    return features


def integer(text):
    """Whole number of a cell, or None."""
    return None if text is None else int(text)


def decimal(text):
    """Number of a cell, or None."""
    return None if text is None else float(text)


def parse_points(text):
    """Points of a cell such as ``"21.1 56.2; 21.2 56.3"``."""
    if text is None:
        return []
    points = []
    for pair in text.split(";"):
        lon, lat = pair.split()
        points.append((float(lon), float(lat)))
    return points


# ---------------------------------------------------------------------------------------------
# zones
# ---------------------------------------------------------------------------------------------


def lithuanian_outlines(latvia):
    """Outline of each hand-drawn part, cut off along the true southern edge of Latvia."""
    parts = {}
    for row in read_table("lt_outline.csv"):
        parts.setdefault(row["part"], []).append((float(row["lon"]), float(row["lat"])))
    outlines = {}
    for name, points in parts.items():
        outline = make_polygon(points).Difference(latvia)
        outlines[name] = rounded(largest_part(outline), OUTLINE_DECIMALS)
    return outlines


def lithuanian_zones(latvia):
    """Zone of each Lithuanian municipality: the union of the cells of its seeds.

    Returns
    -------
    dict of str to ogr.Geometry
        Multipolygon by municipality code.
    """
    outlines = lithuanian_outlines(latvia)
    cells = {}
    for part, outline in outlines.items():
        seeds = [row for row in read_table("lt_zone_seeds.csv") if row["part"] == part]
        points = np.array([(float(row["lon"]), float(row["lat"])) for row in seeds])
        for row, corners in zip(seeds, voronoi_cells(points)):
            piece = make_polygon(corners).Intersection(outline)
            cells.setdefault(row["municipality"], []).append(piece)
    return {code: as_multipolygon(union_all(pieces), 1e-9) for code, pieces in cells.items()}


# ---------------------------------------------------------------------------------------------
# writing
# ---------------------------------------------------------------------------------------------


def create_layer(dataset, name, geometry_type, epsg, fields, description):
    """New layer with the given ``(name, type)`` fields; ``epsg`` is None for a plain table."""
    options = [f"DESCRIPTION={description}"]
    if epsg is not None:
        options.append("GEOMETRY_NAME=geom")
    system = None if epsg is None else reference_system(epsg)
    layer = dataset.CreateLayer(name, system, geometry_type, options)
    for field_name, field_type in fields:
        layer.CreateField(ogr.FieldDefn(field_name, field_type))
    return layer


def fields_of(columns):
    """Names and types of fields: # marks a number, % a whole one."""
    kinds = {"#": REAL, "%": INTEGER}
    return [(one.rstrip("#%"), kinds.get(one[-1], TEXT)) for one in columns.split()]


def add_row(layer, values, geometry=None):
    """Add a feature; fields whose value is None stay NULL."""
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in values.items():
        if value is not None:
            feature.SetField(name, value)
    if geometry is not None:
        feature.SetGeometry(geometry)
    if layer.CreateFeature(feature) != ogr.OGRERR_NONE:
        raise RuntimeError(f"A row of layer {layer.GetName()} could not be written: {values}")


def road_links(country, junctions):
    """Links of one country with name, class and the line in WGS 84."""
    named = {
        row["number"]: row for row in read_table("road_names.csv") if row["country"] == country
    }
    for row in read_table(f"roads_{country.lower()}.csv"):
        road = named.get(row["number"], {"name": None, "class": None})
        points = [junctions[row["from"]], *parse_points(row["bends"]), junctions[row["to"]]]
        yield {
            "number": row["number"],
            "name": row["name"] or road["name"],
            "class": row["class"] or road["class"],
            "speed": integer(row["speed"]),
            "oneway": row["oneway"],
            "true_km": decimal(row["true_km"]),
            "line": make_line(points),
        }


def write_latvian_roads(dataset, junctions):
    """Layer ``roads_lv``: fields as a Latvian road register might name them."""
    fields = fields_of("numurs nosaukums klase atl_atrums% virziens garums_km#")
    layer = create_layer(
        dataset, "roads_lv", ogr.wkbLineString, LKS92, fields, "Schematic state roads of Kurzeme"
    )
    for link in road_links("LV", junctions):
        values = {
            "numurs": link["number"],
            "nosaukums": link["name"],
            "klase": link["class"],
            "atl_atrums": link["speed"],
            "virziens": link["oneway"] or "",
            "garums_km": link["true_km"],
        }
        add_row(layer, values, project(link["line"], LKS92))


def write_lithuanian_roads(dataset, junctions):
    """Layer ``roads_lt``: other names and other codes for the same things."""
    fields = fields_of("kelio_nr pavadinimas kategorija greitis% vienkryptis% ilgis_km#")
    layer = create_layer(
        dataset,
        "roads_lt",
        ogr.wkbLineString,
        LKS94,
        fields,
        "Schematic state roads of western Lithuania",
    )
    for link in road_links("LT", junctions):
        values = {
            "kelio_nr": link["number"],
            "pavadinimas": link["name"],
            "kategorija": link["class"],
            "greitis": link["speed"],
            "vienkryptis": integer(link["oneway"]),
            "ilgis_km": link["true_km"],
        }
        add_row(layer, values, project(link["line"], LKS94))


def write_ferries(dataset, junctions):
    """Layer ``ferries``: a sailing time and a waiting time instead of a speed."""
    fields = fields_of("ref name country class crossing_min# waiting_min#")
    layer = create_layer(
        dataset, "ferries", ogr.wkbLineString, WGS84, fields, "Ferry to the Curonian Spit"
    )
    for row in read_table("ferries.csv"):
        points = [junctions[row["from"]], *parse_points(row["bends"]), junctions[row["to"]]]
        values = {name: row[name] for name in ("ref", "name", "country", "class")}
        values["crossing_min"] = decimal(row["crossing_min"])
        values["waiting_min"] = decimal(row["waiting_min"])
        add_row(layer, values, make_line(points))


def write_municipalities(dataset):
    """Layer ``municipalities``: Latvian polygons as given, Lithuanian zones as drawn."""
    fields = fields_of("code name country region schematic%")
    layer = create_layer(
        dataset,
        "municipalities",
        ogr.wkbMultiPolygon,
        WGS84,
        fields,
        "Municipalities of Kurzeme; schematic zones in Lithuania",
    )
    latvian = read_polygons("lv_municipalities.geojson")
    latvia = union_all([geometry for _, geometry in latvian])
    written = {}
    for attributes, geometry in latvian:
        values = {name: attributes[name] for name in ("code", "name", "region")}
        written[values["code"]] = as_multipolygon(geometry)
        add_row(layer, {**values, "country": "LV", "schematic": 0}, written[values["code"]])
    zones = lithuanian_zones(latvia)
    for row in read_table("lt_municipalities.csv"):
        values = {name: row[name] for name in ("code", "name", "region")}
        written[row["code"]] = zones[row["code"]]
        add_row(layer, {**values, "country": "LT", "schematic": 1}, written[row["code"]])
    return written


def write_regions(dataset, municipalities):
    """Layer ``regions``: four NUTS 3 regions, put together of their municipalities."""
    fields = fields_of("code name country schematic%")
    layer = create_layer(
        dataset, "regions", ogr.wkbMultiPolygon, WGS84, fields, "NUTS 3 regions (2016), schematic"
    )
    for row in read_table("regions.csv"):
        values = {name: row[name] for name in ("code", "name", "country")}
        parts = [municipalities[code] for code in row["municipalities"].split(";")]
        add_row(layer, {**values, "schematic": 1}, as_multipolygon(union_all(parts), 1e-9))


def write_places(dataset):
    """Layer ``places``: towns and villages, with shares of age groups alike everywhere."""
    fields = fields_of(
        "place_id name country municipality population% pop_7_18% pop_65% settlement source"
    )
    layer = create_layer(
        dataset, "places", ogr.wkbPoint, WGS84, fields, "Towns and schematic rural places"
    )
    for row in read_table("places.csv"):
        population = int(row["population"])
        values = {
            name: row[name]
            for name in ("place_id", "name", "country", "municipality", "settlement", "source")
        }
        values["population"] = population
        values["pop_7_18"] = round(population * SHARE_7_18)
        values["pop_65"] = round(population * SHARE_65)
        add_row(layer, values, make_point(float(row["lon"]), float(row["lat"])))


def write_coast(dataset):
    """Layer ``coast``: to measure how far candidates lie from it."""
    layer = create_layer(
        dataset, "coast", ogr.wkbLineString, WGS84, [("source", TEXT)], "Coast, simplified"
    )
    for row in read_table("coast.csv"):
        add_row(layer, {"source": "Natural Earth"}, make_line(parse_points(row["points"])))


def write_project_ideas(dataset):
    """Layer ``project_ideas``: invented, with fields to rank them by."""
    fields = fields_of(
        "idea_id name theme lead partners partners_both_sides% people_30min% cost_eur# "
        "readiness% climate_benefit%"
    )
    layer = create_layer(
        dataset, "project_ideas", ogr.wkbPoint, WGS84, fields, "Project ideas, invented"
    )
    for row in read_table("project_ideas.csv"):
        values = {one: row[one] and CONVERT[kind](row[one]) for one, kind in fields}
        add_row(layer, values, make_point(float(row["lon"]), float(row["lat"])))


def write_services(dataset):
    """Layer ``services``: sites of six types, each marked real or invented."""
    fields = fields_of("service_id type name country capacity# site source")
    layer = create_layer(
        dataset, "services", ogr.wkbPoint, WGS84, fields, "Services, real and invented"
    )
    for row in read_table("services.csv"):
        values = {name: row[name] for name, _ in fields if name != "capacity"}
        values["capacity"] = decimal(row["capacity"])
        add_row(layer, values, make_point(float(row["lon"]), float(row["lat"])))


def write_tables(dataset):
    """The tables without geometry, each of the CSV file of its name."""
    for name, (columns, description) in TABLES.items():
        fields = fields_of(columns)
        layer = create_layer(dataset, name, ogr.wkbNone, None, fields, description)
        for row in read_table(f"{name}.csv"):
            add_row(layer, {one: row[one] and CONVERT[kind](row[one]) for one, kind in fields})


def build(output=OUTPUT):
    """Write the sample GeoPackage and return its path.

    Parameters
    ----------
    output : path-like
        The file to write; an older one is replaced.
    """
    output = Path(output)
    gdal.UseExceptions()
    gdal.SetConfigOption("OGR_CURRENT_DATE", BUILD_DATE)
    driver = ogr.GetDriverByName("GPKG")
    if output.exists():
        driver.DeleteDataSource(str(output))
    junctions = {
        row["id"]: (float(row["lon"]), float(row["lat"])) for row in read_table("junctions.csv")
    }
    dataset = driver.CreateDataSource(str(output))
    write_latvian_roads(dataset, junctions)
    write_lithuanian_roads(dataset, junctions)
    write_ferries(dataset, junctions)
    write_regions(dataset, write_municipalities(dataset))
    write_places(dataset)
    write_services(dataset)
    write_coast(dataset)
    write_project_ideas(dataset)
    write_tables(dataset)
    dataset = None  # closes the file
    gdal.SetConfigOption("OGR_CURRENT_DATE", None)
    return output


if __name__ == "__main__":
    sys.stdout.write(f"{build(*sys.argv[1:2])}\n")
