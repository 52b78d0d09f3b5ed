"""What can be wrong with parameters and layers, as strategies of hypothesis."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st
from qgis.core import QgsGeometry, QgsWkbTypes

NASTY = [
    "", " ", "'", '"', "`", "''; DROP TABLE keep; --", '"); DROP TABLE keep; --', "' OR '1'='1",
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7*7 }}", "[% 1 + 1 %]",
    "../../etc/passwd", "..\\..\\x", "/etc/passwd", "C:\\Windows", "a|layername=b", "%s%n",
    "\u202eabc\u202c", "שלום עולם", "مرحبا", "😀🏥", "e\u0301", "\ufeffx", "a\nb", "a\tb",
    "x" * 300,
    "nan", "inf", "-1", "1e400", "1,2,3", "3,2,1", "0", "NULL", "None", "=1+1", "LV", "lv ", "ĀĒĪ",
    "$(touch x)", "`id`", "a;b", "a,b", "fid", "geom", "status", "population", "name",
]  # fmt: skip
NUMBERS = [
    -1e300, -1.0, -1, -0.0, 0, 0.0, 1e-12, 0.5, 1, 2, 3.7, 60, 1e6, 1e15, 1e300, 2**31, 2**63,
    float("nan"), float("inf"), float("-inf"),
]  # fmt: skip
REALS = [None, float("nan"), float("inf"), float("-inf"), -1.0, 0.0, 1e-300, 1e308, -1e308, 0.1]
WHOLES = [None, -1, 0, 1, 2**31, 2**62, -(2**62), 7]
CRSS = ["", "EPSG:4326", "EPSG:3857", "EPSG:3059", "EPSG:25884", "EPSG:32634", "EPSG:2180"]
EXPRESSIONS = [
    "1=1", "false", "NULL", "1/0", "'", "\"nothing\" = 1", "to_int('x')", "$area > 0", "$id = 1",
    "\"name\" LIKE '%'", "1; DROP TABLE keep", "raise_exception('x')", "sum(1) > 0", "))((",
    "eval('1')", "load_file('/etc/passwd')", "env('HOME')", "@project_path", "'text'", "1e400",
]  # fmt: skip
PLACES_FOR_OUTPUT = [
    "out.gpkg", "out.geojson", "out.csv", "out.shp", "out.xyz", "out", "ū š'q.gpkg", "a b;c.csv",
    "new/folder/out.gpkg", "<script>.csv", "😀.geojson", "out.gpkg.csv", ".csv", "x" * 260 + ".csv",
    "out.html", "out.tif", "out.parquet", "out.qgz", "out.fgb", "out.xlsx",
]  # fmt: skip
TABLE_NAMES = ["keep2", "a'b", 'a"b', "drop table keep", "sqlite_x", "gpkg_contents", "ā b", "😀",
               "x;y", "rtree_x", "<script>", "keep'"]  # fmt: skip


# ---------------------------------------------------------------- layers


def _rows(table, change):
    return replace(table, rows=tuple(change(number, row) for number, row in enumerate(table.rows)))


def _value(kind, draw):
    chosen = {"text": NASTY, "real": REALS, "whole": WHOLES}[kind]
    return draw(st.sampled_from([None, *chosen]))


def _cells(table, draw):
    """Some values of one field, or all of them, are odd."""
    at = draw(st.integers(0, len(table.fields) - 1))
    how = draw(st.sampled_from(["one", "some", "all", "same"]))
    same = _value(table.fields[at][1], draw)
    few = draw(st.integers(1, 5))

    def change(number, row):
        hit = number == 0 if how == "one" else number % few == 0 if how == "some" else True
        if not hit:
            return row
        value = same if how in ("same", "all") else _value(table.fields[at][1], draw)
        return (*row[0][:at], value, *row[0][at + 1 :]), row[1]

    return _rows(table, change)


def _fields(table, draw):
    """A field is another type, is missing, is called otherwise, or stands beside a strange one."""
    at = draw(st.integers(0, len(table.fields) - 1))
    name, _ = table.fields[at]
    how = draw(st.sampled_from(["text", "real", "drop", "rename", "add", "upper"]))
    before, after = table.fields[:at], table.fields[at + 1 :]
    if how == "drop":
        made = _rows(table, lambda number, row: ((*row[0][:at], *row[0][at + 1 :]), row[1]))
        return replace(made, fields=(*before, *after))
    if how in ("rename", "upper"):
        other = name.upper() if how == "upper" else draw(st.sampled_from(NASTY)) or "x"
        return replace(table, fields=(*before, (other, table.fields[at][1]), *after))
    if how == "add":
        other = draw(st.sampled_from([*NASTY, "time_min", "country", "FID", "geometry"])) or "x"
        if other in dict(table.fields):
            return table
        value = draw(st.sampled_from(NASTY))
        made = _rows(table, lambda number, row: ((*row[0], value), row[1]))
        return replace(made, fields=(*table.fields, (other, "text")))
    odd = draw(st.sampled_from(NASTY)) if how == "text" else draw(st.sampled_from(REALS))

    def change(number, row):
        value = row[0][at]
        if how == "real":
            value = odd if number == 0 else float(number)
        elif number == 0:
            value = odd
        elif value is not None:
            value = str(value)
        return (*row[0][:at], value, *row[0][at + 1 :]), row[1]

    return replace(_rows(table, change), fields=(*before, (name, how), *after))


def _count(table, draw):
    """No rows, one row, rows twice, rows in another order."""
    rows = table.rows
    how = draw(st.sampled_from(["none", "one", "two", "twice", "backwards"]))
    rows = {
        "none": (), "one": rows[:1], "two": rows[:2], "twice": (*rows, *rows), "backwards":
        rows[::-1],
    }[how]  # fmt: skip
    return replace(table, rows=rows)


ODD = {
    "Point": ["POINT EMPTY", "POINT(nan nan)", "POINT(inf 0)", "POINT(1e300 -1e300)", "POINT(0 0)"],
    "LineString": ["LINESTRING EMPTY", "LINESTRING(21 56, 21 56)", "LINESTRING(0 0, 1e9 1e9)",
                   "LINESTRING(21 56, nan nan)", "LINESTRING(21 56, 21.1 56.1, 21 56)"],
    "Polygon": ["POLYGON EMPTY", "POLYGON((21 56, 22 57, 22 56, 21 57, 21 56))",
                "POLYGON((21 56, 21 56, 21 56, 21 56))", "POLYGON((0 0, 1e9 0, 0 1e9, 0 0))",
                "POLYGON((21 56, nan 56, 22 57, 21 56))", "POLYGON((21 56, 22 57, 21 56))"],
}  # fmt: skip


def _geometries(table, draw):
    """Some geometries are missing, empty, broken, far away, or all in one place."""
    if table.kind == "None" or not table.rows:
        return table
    plain = next((one for one in ODD if one.lower() in table.kind.lower()), "Point")
    how = draw(st.sampled_from(["none", "odd", "same", "all none", "all odd"]))
    few = draw(st.integers(1, 4))
    odd = draw(st.sampled_from(ODD[plain]))
    first = next((one for _, one in table.rows if one), None)

    def change(number, row):
        if how == "same":
            return row[0], first
        if not how.startswith("all") and number % few:
            return row
        return row[0], None if how.endswith("none") else odd

    return _rows(table, change)


def _kinds(table, draw):
    """The same places as another type of geometry."""
    if table.kind == "None":
        return replace(table, kind="Point", crs="EPSG:4326")
    how = draw(st.sampled_from(["None", "Multi", "Z", "M", "ZM", "point", "line", "area", "curve"]))
    if how == "None":
        return replace(_rows(table, lambda number, row: (row[0], None)), kind="None")

    def other(wkt):
        if wkt is None:
            return None
        one = QgsGeometry(wkt) if isinstance(wkt, QgsGeometry) else QgsGeometry.fromWkt(wkt)
        if one.isNull() or one.isEmpty() or "nan" in one.asWkt() or one.centroid().isNull():
            return None
        if how == "Multi":
            one.convertToMultiType()
        elif how in ("Z", "M", "ZM"):
            inner = one.get()
            if "Z" in how:
                inner.addZValue(7)
            if "M" in how:
                inner.addMValue(7)
        elif how == "point":
            one = one.centroid()
        elif how == "line":
            box = one.boundingBox()
            one = QgsGeometry.fromWkt(
                f"LINESTRING({box.xMinimum()} {box.yMinimum()}, {box.xMaximum() + 0.01} "
                f"{box.yMaximum() + 0.01})"
            )
        elif how == "area":
            one = one.buffer(0.01, 2)
        else:
            point = one.centroid().asPoint()
            x, y = point.x(), point.y()
            one = QgsGeometry.fromWkt(
                f"CURVEPOLYGON(CIRCULARSTRING({x} {y}, {x + 0.1} {y + 0.1}, {x} {y}))"
                if "olygon" in table.kind
                else f"CIRCULARSTRING({x} {y}, {x + 0.1} {y + 0.1}, {x + 0.2} {y})"
            )
        return one

    made = [(values, other(wkt)) for values, wkt in table.rows]
    first = next((one for _, one in made if one is not None), None)
    if first is None:
        return table
    return replace(table, kind=QgsWkbTypes.displayString(first.wkbType()), rows=tuple(made))


def _crs(table, draw):
    return replace(table, crs=draw(st.sampled_from(CRSS)))


def _name(table, draw):
    return replace(table, name=draw(st.sampled_from(NASTY)))


def _ids(table, draw):
    """The first field, most often the id, holds one value many times."""
    made = _rows(table, lambda number, row: ((table.rows[0][0][0], *row[0][1:]), row[1]))
    return made


def _edited(table, draw):
    return replace(table, editing=True)


LAYER_FAULTS = [
    _cells, _cells, _cells, _cells, _fields, _fields, _count, _geometries, _geometries, _kinds,
    _crs, _name, _ids, _edited,
]  # fmt: skip


def faulty(table, draw):
    """A table with one to three things wrong."""
    for _ in range(draw(st.integers(1, 3))):
        if not table.fields:
            break
        made = draw(st.sampled_from(LAYER_FAULTS))(table, draw)
        if not any(not isinstance(wkt, (str, type(None))) for _, wkt in made.rows):
            table = made
        else:  # geometries of another kind are the last change
            return made
    return table


# ---------------------------------------------------------------- parameters


def wrong_value(definition, tables, draw, given):
    """Something that a parameter may be given and that is odd, or plainly wrong."""
    kind = definition.type()
    anything = draw(st.sampled_from(range(12))) == 0
    if anything:
        return draw(st.sampled_from([None, "", [], {}, True, 7, b"x", *NASTY]))
    if kind == "number":
        return draw(st.sampled_from([*NUMBERS, "text", "", "7", None]))
    if kind == "enum":
        options = list(definition.options())
        one = st.sampled_from([*options, *options, *options])
        if definition.allowMultiple():
            several = draw(st.lists(one, max_size=3))
            return draw(st.sampled_from([several, several, ",".join(several), ["x"], [-1], 99]))
        return draw(st.one_of(one, one, st.sampled_from(["x", -1, 99, 1, 0, *NASTY[:12]])))
    if kind == "boolean":
        return draw(st.sampled_from([True, False, None, "x", 3]))
    if kind == "field":
        parent = given.get(definition.parentLayerParameterName())
        own = [name for name, _ in getattr(parent, "fields", ())] or ["name"]
        names = [name for one in tables.values() for name, _ in one.fields]
        most = st.sampled_from(own)
        return draw(st.one_of(most, most, most, st.sampled_from([*NASTY, *names, ["name"]])))
    if kind == "expression":
        return draw(st.sampled_from([*EXPRESSIONS, *NASTY]))
    if kind == "crs":
        return draw(st.sampled_from([*CRSS, "EPSG:999999", *NASTY[:12]]))
    if kind in ("source", "multilayer"):
        other = draw(st.sampled_from(sorted(tables)))
        one = draw(
            st.sampled_from(
                [*([tables[other]] * 12), None, "", "/nowhere/x.gpkg", "/etc/passwd",
                 "x.gpkg|layername=a' OR '1'='1", "Point?crs=EPSG:4326", *NASTY[:12]]
            )
        )  # fmt: skip
        if kind == "multilayer":
            return draw(st.sampled_from([[one], [one, tables["places"]], [], one]))
        return one
    if kind == "file":
        return draw(st.sampled_from(["/nowhere/x.gpkg", "/etc/passwd", "/tmp", "", *NASTY[:12]]))
    return draw(st.sampled_from([*NASTY, *map(str, NUMBERS)]))
