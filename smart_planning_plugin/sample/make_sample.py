"""Build ``sample.gpkg`` from the small tables in ``source/``.

Run with the Python of QGIS, which brings GDAL, numpy and scipy::

    python3 make_sample.py [OUTPUT.gpkg]

The region is *schematic*: real towns, road numbers and lengths, but lines with a few bends,
Lithuanian zones drawn around seed points and mostly invented services. ``README.md`` says what
each figure is and where it comes from. Building twice gives the same content.
"""

import csv
import math
import sys
from pathlib import Path

import numpy as np
from osgeo import gdal, ogr, osr
from scipy.spatial import Voronoi

HERE = Path(__file__).resolve().parent
SOURCE = HERE / "source"
OUTPUT = HERE / "sample.gpkg"

#: Written into the GeoPackage instead of the time of building, so that bytes do not change.
BUILD_DATE = "2024-01-01T00:00:00.000Z"

WGS84, LKS92, LKS94 = 4326, 3059, 3346

#: Longitudes are shrunk by this factor before Voronoi cells are drawn (cosine of 56 degrees).
LON_SCALE = math.cos(math.radians(56.0))

#: Shares of the population, for the whole region alike: schematic, rounded from national ones.
SHARE_7_18 = 0.13
SHARE_65 = 0.21

#: Decimals of the outline of the Lithuanian zones: 4 leave gaps and overlaps of a few metres
#: along the Latvian border, as between any two national data sets.
OUTLINE_DECIMALS = 4

TEXT, INTEGER, REAL = ogr.OFTString, ogr.OFTInteger, ogr.OFTReal

#: Tables of the territory: their fields (# marks a number) and what they are.
TERRITORY = {
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
# geometry
# ---------------------------------------------------------------------------------------------


def reference_system(epsg):
    """Spatial reference with longitude before latitude, as GeoPackage stores it."""
    system = osr.SpatialReference()
    system.ImportFromEPSG(epsg)
    system.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return system


def project(geometry, epsg):
    """Transform a WGS 84 geometry in place to ``epsg`` and return it."""
    if epsg != WGS84:
        geometry.Transform(
            osr.CoordinateTransformation(reference_system(WGS84), reference_system(epsg))
        )
    return geometry


def make_point(lon, lat):
    """Point of a longitude and a latitude."""
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(lon, lat)
    return point


def make_line(points):
    """Line through points in their order: the direction of digitising of one-way links."""
    line = ogr.Geometry(ogr.wkbLineString)
    for lon, lat in points:
        line.AddPoint_2D(lon, lat)
    return line


def make_polygon(points):
    """Polygon of one ring, which is closed here."""
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for lon, lat in points:
        ring.AddPoint_2D(lon, lat)
    ring.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def polygons_of(geometry):
    """The polygons of a polygon, multipolygon or collection, lines and points left out."""
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry.Clone()]
    found = []
    for part in range(geometry.GetGeometryCount()):
        child = geometry.GetGeometryRef(part)
        if child.GetGeometryName() in ("POLYGON", "MULTIPOLYGON", "GEOMETRYCOLLECTION"):
            found.extend(polygons_of(child))
    return found


def as_multipolygon(geometry, smallest=0.0):
    """Multipolygon of the parts larger than ``smallest`` (square degrees)."""
    collected = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons_of(geometry):
        if polygon.GetArea() > smallest:
            collected.AddGeometry(polygon)
    return collected


def union_all(geometries):
    """Union of several polygons or multipolygons."""
    collected = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for polygon in polygons_of(geometry):
            collected.AddGeometry(polygon)
    return collected.UnionCascaded()


def rounded(geometry, decimals):
    """Copy of a polygon geometry with rounded coordinates, made valid again."""
    result = ogr.Geometry(ogr.wkbMultiPolygon)
    for polygon in polygons_of(geometry):
        copy = ogr.Geometry(ogr.wkbPolygon)
        for index in range(polygon.GetGeometryCount()):
            ring = ogr.Geometry(ogr.wkbLinearRing)
            previous = None
            for x, y in polygon.GetGeometryRef(index).GetPoints(2):
                point = (round(x, decimals), round(y, decimals))
                if point != previous:
                    ring.AddPoint_2D(*point)
                previous = point
            if ring.GetPointCount() >= 4:
                copy.AddGeometry(ring)
        if copy.GetGeometryCount():
            result.AddGeometry(copy)
    return result.MakeValid()


# ---------------------------------------------------------------------------------------------
# zones
# ---------------------------------------------------------------------------------------------


def voronoi_cells(points):
    """Voronoi cell of each point as a list of corners, by ``scipy.spatial.Voronoi``.

    Parameters
    ----------
    points : ndarray, shape (n, 2)
        Longitude and latitude in degrees. Cells are drawn in a plane where both have the same
        scale, and four far points close those on the outside.
    """
    scaled = points * (LON_SCALE, 1.0)
    centre = scaled.mean(axis=0)
    far = centre + 40.0 * np.array([(-1, -1), (-1, 1), (1, -1), (1, 1)])
    diagram = Voronoi(np.vstack([scaled, far]))
    cells = []
    for index in range(len(points)):
        corners = diagram.vertices[diagram.regions[diagram.point_region[index]]]
        angles = np.arctan2(*(corners - scaled[index]).T[::-1])
        ordered = corners[np.argsort(angles)] / (LON_SCALE, 1.0)
        cells.append([(float(x), float(y)) for x, y in ordered])
    return cells


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


def largest_part(geometry):
    """The largest polygon: what lies across the border belongs to no Lithuanian zone."""
    return max(polygons_of(geometry), key=lambda polygon: polygon.GetArea())


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
    fields = [
        ("numurs", TEXT),
        ("nosaukums", TEXT),
        ("klase", TEXT),
        ("atl_atrums", INTEGER),
        ("virziens", TEXT),
        ("garums_km", REAL),
    ]
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
    fields = [
        ("kelio_nr", TEXT),
        ("pavadinimas", TEXT),
        ("kategorija", TEXT),
        ("greitis", INTEGER),
        ("vienkryptis", INTEGER),
        ("ilgis_km", REAL),
    ]
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
    fields = [
        ("ref", TEXT),
        ("name", TEXT),
        ("country", TEXT),
        ("class", TEXT),
        ("crossing_min", REAL),
        ("waiting_min", REAL),
    ]
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
    fields = [
        ("code", TEXT),
        ("name", TEXT),
        ("country", TEXT),
        ("region", TEXT),
        ("schematic", INTEGER),
    ]
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
    fields = [("code", TEXT), ("name", TEXT), ("country", TEXT), ("schematic", INTEGER)]
    layer = create_layer(
        dataset, "regions", ogr.wkbMultiPolygon, WGS84, fields, "NUTS 3 regions (2016), schematic"
    )
    for row in read_table("regions.csv"):
        values = {name: row[name] for name in ("code", "name", "country")}
        parts = [municipalities[code] for code in row["municipalities"].split(";")]
        add_row(layer, {**values, "schematic": 1}, as_multipolygon(union_all(parts), 1e-9))


def write_places(dataset):
    """Layer ``places``: towns and villages, with shares of age groups alike everywhere."""
    fields = [
        ("place_id", TEXT),
        ("name", TEXT),
        ("country", TEXT),
        ("municipality", TEXT),
        ("population", INTEGER),
        ("pop_7_18", INTEGER),
        ("pop_65", INTEGER),
        ("settlement", TEXT),
        ("source", TEXT),
    ]
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
    fields = [("idea_id", TEXT), ("name", TEXT), ("theme", TEXT), ("lead", TEXT),
              ("partners", TEXT), ("partners_both_sides", INTEGER), ("people_30min", INTEGER),
              ("cost_eur", REAL), ("readiness", INTEGER), ("climate_benefit", INTEGER)]  # fmt: skip
    layer = create_layer(
        dataset, "project_ideas", ogr.wkbPoint, WGS84, fields, "Project ideas, invented"
    )
    convert = {TEXT: str, REAL: float, INTEGER: int}
    for row in read_table("project_ideas.csv"):
        values = {one: row[one] and convert[kind](row[one]) for one, kind in fields}
        add_row(layer, values, make_point(float(row["lon"]), float(row["lat"])))


def write_services(dataset):
    """Layer ``services``: sites of six types, each marked real or invented."""
    fields = [
        ("service_id", TEXT),
        ("type", TEXT),
        ("name", TEXT),
        ("country", TEXT),
        ("capacity", REAL),
        ("site", TEXT),
        ("source", TEXT),
    ]
    layer = create_layer(
        dataset, "services", ogr.wkbPoint, WGS84, fields, "Services, real and invented"
    )
    for row in read_table("services.csv"):
        values = {name: row[name] for name, _ in fields if name != "capacity"}
        values["capacity"] = decimal(row["capacity"])
        add_row(layer, values, make_point(float(row["lon"]), float(row["lat"])))


def write_service_types(dataset):
    """Table ``service_types``: thresholds and what may be shared, by type."""
    fields = [
        ("type", TEXT),
        ("theme", TEXT),
        ("demand_field", TEXT),
        ("threshold_min", REAL),
        ("advantage_min", REAL),
        ("extra_min_abroad", REAL),
        ("shareability", TEXT),
        ("only_open_border", INTEGER),
        ("direction", TEXT),
        ("legal_basis", TEXT),
        ("evidence", TEXT),
        ("label_en", TEXT),
        ("label_lv", TEXT),
        ("label_lt", TEXT),
    ]
    write_plain_table(dataset, "service_types", fields, "Service types (SERVICE_TYPES)")


def write_norms(dataset):
    """Table ``norms``: how near a service ought to be, with the sources."""
    fields = [
        ("type", TEXT),
        ("country", TEXT),
        ("settlement", TEXT),
        ("minutes", REAL),
        ("share_to_be_met", REAL),
        ("clock", TEXT),
        ("turnout_min", REAL),
        ("source", TEXT),
        ("date", TEXT),
    ]
    write_plain_table(dataset, "norms", fields, "Norms of response and access (NORMS)")


def write_service_changes(dataset):
    """Table ``service_changes``: schematic answers to "what if this service closes?"."""
    fields = [
        ("service_id", TEXT),
        ("change", TEXT),
        ("type", TEXT),
        ("country", TEXT),
        ("lon", REAL),
        ("lat", REAL),
        ("capacity", REAL),
        ("remarks", TEXT),
    ]
    write_plain_table(
        dataset, "service_changes", fields, "Schematic changes of services (SERVICE_CHANGES)"
    )


def write_cooperation(dataset):
    """Tables ``register`` and ``profiles``: who works with whom, and what municipalities are like.

    Rows of the register whose ``basis`` is ``fact`` are known from the project; those of
    ``template`` show how to fill it in.
    """
    numbers = {"participants": INTEGER, "cost_eur": REAL, "lon": REAL, "lat": REAL}
    numbers.update(coast=INTEGER, state_border=INTEGER, largest_place_share=REAL)
    for name, description in (
        ("register", "Agreements, ideas, events, roles; facts and templates (REGISTER)"),
        ("profiles", "Schematic profiles of municipalities (PROFILES)"),
    ):
        fields = [(one, numbers.get(one, TEXT)) for one in read_table(f"{name}.csv")[0]]
        write_plain_table(dataset, name, fields, description)


def write_plain_table(dataset, name, fields, description):
    """Table without geometry, of the CSV file of its name."""
    layer = create_layer(dataset, name, ogr.wkbNone, None, fields, description)
    convert = {TEXT: str, REAL: float, INTEGER: int}
    for row in read_table(f"{name}.csv"):
        add_row(
            layer,
            {one: None if row[one] is None else convert[kind](row[one]) for one, kind in fields},
        )


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
    write_service_types(dataset)
    write_norms(dataset)
    write_service_changes(dataset)
    for name, (columns, description) in TERRITORY.items():
        fields = [(one.rstrip("#"), REAL if one.endswith("#") else TEXT) for one in columns.split()]
        write_plain_table(dataset, name, fields, description)
    write_cooperation(dataset)
    dataset = None  # closes the file
    gdal.SetConfigOption("OGR_CURRENT_DATE", None)
    return output


if __name__ == "__main__":
    sys.stdout.write(f"{build(*sys.argv[1:2])}\n")
