"""Points, lines and polygons of the sample, by GDAL."""

import math

import numpy as np
from osgeo import ogr, osr
from scipy.spatial import Voronoi

WGS84 = 4326

#: Longitudes are shrunk by this factor before Voronoi cells are drawn (cosine of 56 degrees).
LON_SCALE = math.cos(math.radians(56.0))


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


def largest_part(geometry):
    """The largest polygon: what lies across the border belongs to no Lithuanian zone."""
    return max(polygons_of(geometry), key=lambda polygon: polygon.GetArea())


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
