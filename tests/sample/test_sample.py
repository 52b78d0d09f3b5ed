"""The embedded sample: built from its tables, within its limits, true to the few known facts."""

import math
from pathlib import Path

import pytest

gdal = pytest.importorskip("osgeo.gdal")
ogr = pytest.importorskip("osgeo.ogr")
osr = pytest.importorskip("osgeo.osr")
pyproj = pytest.importorskip("pyproj")
np = pytest.importorskip("numpy")
csgraph = pytest.importorskip("scipy.sparse.csgraph")
sparse = pytest.importorskip("scipy.sparse")

make_sample = pytest.importorskip("smart_planning_plugin.sample.make_sample")

SAMPLE = Path(__file__).resolve().parents[2] / "smart_planning_plugin" / "sample"
GPKG = SAMPLE / "sample.gpkg"

LAYERS = {
    "roads_lv": {"numurs", "nosaukums", "klase", "atl_atrums", "virziens", "garums_km"},
    "roads_lt": {"kelio_nr", "pavadinimas", "kategorija", "greitis", "vienkryptis", "ilgis_km"},
    "ferries": {"ref", "name", "country", "class", "crossing_min", "waiting_min"},
    "municipalities": {"code", "name", "country", "region", "schematic"},
    "places": {
        "place_id", "name", "country", "municipality", "population", "pop_7_18", "pop_65",
        "settlement", "source",
    },
    "services": {"service_id", "type", "name", "country", "capacity", "site", "source"},
    "service_types": {
        "type", "theme", "demand_field", "threshold_min", "advantage_min", "extra_min_abroad",
        "people_per_capacity", "shareability", "only_open_border", "direction", "legal_basis",
        "evidence", "label_en", "label_lv", "label_lt",
    },
    "evidence": {
        "type", "service_id", "country", "kind", "users", "title", "date", "source", "basis",
    },
    "norms": {
        "type", "country", "settlement", "minutes", "share_to_be_met", "clock", "turnout_min",
        "source", "date",
    },
    "service_changes": {
        "service_id", "change", "type", "country", "lon", "lat", "capacity", "remarks",
    },
    "register": {
        "record_id", "kind", "title", "theme", "lead", "partners", "organisation", "function",
        "date_from", "date_to", "participants", "maturity", "cost_eur", "place", "lon", "lat",
        "basis", "source", "note",
    },
    "profiles": {"zone", "coast", "state_border", "largest_place_share", "basis"},
}  # fmt: skip


def words(text):
    return set(text.split())


LAYERS |= {
    "regions": words("code name country schematic"),
    "coast": words("source"),
    "project_ideas": words(
        "idea_id name theme lead partners partners_both_sides people_30min cost_eur readiness "
        "climate_benefit"
    ),
    "observations": words("zone year indicator value flag source"),
    "jobs": words("zone year sector jobs"),
    "domains": words("country sector domain share label_en label_lv label_lt note"),
    "guideline_rules": words(
        "rule class domain partners confidence chapter point_en point_lv point_lt question_en "
        "question_lv question_lt indicator_en indicator_lv indicator_lt"
    ),
    "criteria": words(
        "criterion field layer measure layer_field within_km weight direction indifference "
        "preference label_en label_lv label_lt"
    ),
    "actions": words(
        "code parent goal action responsible partners start end budget fund_source indicator "
        "baseline target"
    ),
    "indicators": words(
        "indicator label_en label_lv label_lt unit value date layer aggregate field weight_field "
        "filter"
    ),
    "priority_chain": words("code parent level text_en text_lv text_lt criteria indicator"),
    "names": words("code language nominative genitive locative"),
}
TYPES = {
    "ambulance_post",
    "planned_hospital",
    "vocational_school",
    "swimming_pool",
    "culture_house",
    "sports_hall",
}
#: Town coordinates (GeoNames) and road distances in km.
TOWNS = {
    "Liepāja": (21.01085, 56.50474),
    "Klaipėda": (21.13912, 55.7068),
    "Mažeikiai": (22.33333, 56.31667),
    "Priekule": (21.58968, 56.44679),
    "Skuodas": (21.53208, 56.27057),
    "Tauragė": (22.28972, 55.25222),
    "Nida": (20.99651, 55.3086),
}
DISTANCES = [
    ("Liepāja", "Klaipėda", 94),
    ("Liepāja", "Mažeikiai", 116),
    ("Priekule", "Skuodas", 22),
    ("Klaipėda", "Tauragė", 123),
]
CROSSINGS = [(21.12255, 56.07717), (21.53898, 56.29592), (22.36330, 56.40102)]
OPEN_END = (22.94117, 56.41481)

SNAP_M = 1.0
STITCH_M = 50.0
WIDEST_GAP_M = 51.0


def system(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    reference.SetAxisMappingStrategy(osr.OAMS_TRADITIONAL_GIS_ORDER)
    return reference


def rows(path, layer_name, epsg=None):
    """Attributes and geometry of a layer, in ``epsg`` where given."""
    dataset = gdal.OpenEx(str(path), gdal.OF_VECTOR)
    layer = dataset.GetLayerByName(layer_name)
    transform = None
    if epsg is not None:
        transform = osr.CoordinateTransformation(layer.GetSpatialRef(), system(epsg))
    found = []
    for feature in layer:
        geometry = feature.GetGeometryRef()
        geometry = None if geometry is None else geometry.Clone()
        if transform is not None:
            geometry.Transform(transform)
        found.append((feature.items(), geometry))
    return found


def metric_point(lon, lat):
    point = ogr.Geometry(ogr.wkbPoint)
    point.AddPoint_2D(lon, lat)
    point.Transform(osr.CoordinateTransformation(system(4326), system(3059)))
    return point


def merged(geometries):
    collected = ogr.Geometry(ogr.wkbMultiPolygon)
    for geometry in geometries:
        for index in range(geometry.GetGeometryCount()):
            collected.AddGeometry(geometry.GetGeometryRef(index))
    return collected.UnionCascaded()


@pytest.fixture(scope="module")
def countries():
    """Union of the municipalities of each country, EPSG:3059."""
    polygons = {"LV": [], "LT": []}
    for values, geometry in rows(GPKG, "municipalities", 3059):
        polygons[values["country"]].append(geometry)
    return {country: merged(found) for country, found in polygons.items()}


@pytest.fixture(scope="module")
def roads():
    """Road lines of each country, EPSG:3059."""
    return {
        country: [geometry for _, geometry in rows(GPKG, f"roads_{country.lower()}", 3059)]
        for country in ("LV", "LT")
    }


class Network:
    """Undirected graph over the line ends of all road layers, lengths on the ellipsoid."""

    def __init__(self, snap_m=SNAP_M, stitch_m=0.0, with_ferry=False):
        geod = pyproj.Geod(ellps="WGS84")
        names = ["roads_lv", "roads_lt"] + (["ferries"] if with_ferry else [])
        lines, owners = [], []
        for name in names:
            for _, geometry in rows(GPKG, name, 4326):
                lines.append(geometry.GetPoints(2))
                owners.append(name)
        ends = [point for line in lines for point in (line[0], line[-1])]
        self.nodes, index = [], []
        for lon, lat in ends:
            for number, known in enumerate(self.nodes):
                if geod.inv(lon, lat, *known)[2] <= snap_m:
                    index.append(number)
                    break
            else:
                index.append(len(self.nodes))
                self.nodes.append((lon, lat))
        edges = {}
        for number, line in enumerate(lines):
            lons, lats = zip(*line)
            pair = tuple(sorted(index[2 * number : 2 * number + 2]))
            length = geod.line_length(lons, lats)
            edges[pair] = min(length, edges.get(pair, math.inf))
        for a in range(len(self.nodes)):
            for b in range(a):
                gap = geod.inv(*self.nodes[a], *self.nodes[b])[2]
                if gap <= stitch_m:
                    edges[(b, a)] = gap
        rows_, columns = zip(*edges)
        size = len(self.nodes)
        self.graph = sparse.csr_matrix((list(edges.values()), (rows_, columns)), (size, size))

    def node(self, town):
        lon, lat = TOWNS[town]
        distances = [math.hypot((x - lon) * 0.56, y - lat) for x, y in self.nodes]
        best = int(np.argmin(distances))
        assert distances[best] < 0.001
        return best

    def kilometres(self, start, end):
        lengths = csgraph.dijkstra(self.graph, directed=False, indices=self.node(start))
        return lengths[self.node(end)] / 1000

    def components(self):
        return csgraph.connected_components(self.graph, directed=False)


def test_the_committed_file_is_what_the_tables_make(tmp_path):
    built = make_sample.build(tmp_path / "sample.gpkg")
    for name in LAYERS:
        new, old = rows(built, name), rows(GPKG, name)
        assert [values for values, _ in new] == [values for values, _ in old], name
        for (values, first), (_, second) in zip(new, old):
            if first is None:
                assert second is None
                continue
            assert first.GetGeometryType() == second.GetGeometryType()
            if first.GetDimension() == 2:
                assert first.SymDifference(second).Area() < 1e-9, values
            else:
                assert np.allclose(first.GetPoints(2), second.GetPoints(2), rtol=0, atol=1e-3)


def test_building_twice_gives_the_same_bytes(tmp_path):
    first = make_sample.build(tmp_path / "first.gpkg").read_bytes()
    assert first == make_sample.build(tmp_path / "second.gpkg").read_bytes()


def test_two_megabytes_at_most():
    files = [path for path in SAMPLE.rglob("*") if path.is_file() and path.suffix != ".pyc"]
    assert sum(path.stat().st_size for path in files) <= 2_000_000
    assert GPKG.stat().st_size <= 1_000_000


def test_layers_and_fields():
    dataset = gdal.OpenEx(str(GPKG), gdal.OF_VECTOR)
    names = {dataset.GetLayer(i).GetName() for i in range(dataset.GetLayerCount())}
    assert names == set(LAYERS)
    for name, fields in LAYERS.items():
        definition = dataset.GetLayerByName(name).GetLayerDefn()
        found = {definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())}
        assert found == fields, name


def test_no_name_is_broken():
    for path in [*SAMPLE.rglob("*.csv"), *SAMPLE.rglob("*.md"), *SAMPLE.rglob("*.py")]:
        text = path.read_text(encoding="utf-8")
        assert "�" not in text
        assert not any("Ѐ" <= letter <= "ӿ" for letter in text), path


def test_one_to_two_hundred_links(roads):
    assert 100 <= sum(len(lines) for lines in roads.values()) <= 200


def test_lengths_of_links_are_true_within_five_per_cent():
    geod = pyproj.Geod(ellps="WGS84")
    for layer, field in (("roads_lv", "garums_km"), ("roads_lt", "ilgis_km")):
        for values, geometry in rows(GPKG, layer, 4326):
            if values[field] is not None:
                lons, lats = zip(*geometry.GetPoints(2))
                drawn = geod.line_length(lons, lats) / 1000
                assert drawn == pytest.approx(values[field], rel=0.05), values


@pytest.mark.parametrize(("start", "end", "true_km"), DISTANCES)
def test_road_distances(start, end, true_km):
    assert Network(stitch_m=STITCH_M).kilometres(start, end) == pytest.approx(true_km, rel=0.05)


def test_only_the_spit_hangs_on_the_ferry():
    without = Network(stitch_m=STITCH_M)
    count, labels = without.components()
    assert count == 2
    smaller = np.flatnonzero(labels == np.argmin(np.bincount(labels)))
    assert len(smaller) <= 5 and without.node("Nida") in smaller
    assert Network(stitch_m=STITCH_M, with_ferry=True).components()[0] == 1


def test_stitching_has_exactly_one_gap_to_close():
    nodes = Network().nodes
    geod = pyproj.Geod(ellps="WGS84")
    gaps = [
        geod.inv(*nodes[a], *nodes[b])[2]
        for a in range(len(nodes))
        for b in range(a)
        if geod.inv(*nodes[a], *nodes[b])[2] <= STITCH_M
    ]
    assert len(gaps) == 1
    assert 1 < gaps[0] < 10


def test_one_way_links_exist():
    assert {"", "F", "T"} == {values["virziens"] for values, _ in rows(GPKG, "roads_lv")}


def test_the_three_crossings_and_no_other(countries, roads):
    true_points = [metric_point(*crossing) for crossing in CROSSINGS]
    at_border = [False] * len(CROSSINGS)
    for country, other in (("LV", "LT"), ("LT", "LV")):
        for line in roads[country]:
            abroad = line.Intersection(countries[other])
            near = [line.Distance(point) for point in true_points]
            if min(near) < 1000:
                at_border[int(np.argmin(near))] = True
            else:
                assert abroad.Length() < 1, "a road strays over the border"
    assert all(at_border)
    for point in true_points:
        for country in countries:
            assert countries[country].Distance(point) < 100
        assert min(line.Distance(point) for line in roads["LV"] + roads["LT"]) < 10


def test_one_line_runs_over_the_border(countries, roads):
    through = [
        line
        for line in roads["LV"]
        if line.Intersection(countries["LT"]).Length() > 500
        and line.Intersection(countries["LV"]).Length() > 500
    ]
    assert len(through) == 1


def test_one_state_road_ends_at_the_border(roads):
    end = metric_point(*OPEN_END)
    assert min(line.Distance(end) for line in roads["LV"]) < 1
    assert min(line.Distance(end) for line in roads["LT"]) > 1000


def test_municipalities_are_valid_and_do_not_overlap():
    polygons = rows(GPKG, "municipalities", 3059)
    codes = [values["code"] for values, _ in polygons]
    assert len(set(codes)) == len(codes)
    for number, (values, geometry) in enumerate(polygons):
        assert geometry.IsValid(), values
        assert values["schematic"] == (values["country"] == "LT")
        for other_values, other in polygons[:number]:
            common = geometry.Intersection(other)
            if common is not None and not common.IsEmpty():
                # nothing is left of a sliver when its edges are moved in by half the width
                shrunk = common.Buffer(-WIDEST_GAP_M / 2)
                assert shrunk.IsEmpty(), (values["code"], other_values["code"])


def test_no_gap_along_the_border(countries):
    ring = max(
        (part.GetGeometryRef(0) for part in parts(countries["LV"])),
        key=lambda found: found.GetPointCount(),
    )
    ring.Segmentize(100.0)
    points = ring.GetPoints(2)[:-1]
    west, east = metric_point(21.0632, 56.0700), metric_point(22.97, 56.41)
    start, stop = (
        min(range(len(points)), key=lambda i: math.dist(points[i], (end.GetX(), end.GetY())))
        for end in (west, east)
    )
    low, high = sorted((start, stop))
    stretches = [points[low : high + 1], points[high:] + points[: low + 1]]
    border = min(stretches, key=len)
    assert len(border) > 1500  # some 190 km
    lithuania = countries["LT"]
    for x, y in border:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        assert lithuania.Distance(point) <= WIDEST_GAP_M
        if lithuania.Contains(point):
            assert lithuania.Boundary().Distance(point) <= WIDEST_GAP_M


def parts(geometry):
    if geometry.GetGeometryName() == "POLYGON":
        return [geometry]
    return [geometry.GetGeometryRef(index) for index in range(geometry.GetGeometryCount())]


def test_places(countries, roads):
    zones = {values["code"]: geometry for values, geometry in rows(GPKG, "municipalities", 3059)}
    places = rows(GPKG, "places", 3059)
    assert len(places) >= 80
    assert len({values["place_id"] for values, _ in places}) == len(places)
    near_border = {"LV": 0, "LT": 0}
    for values, point in places:
        country = values["country"]
        assert values["population"] >= 0
        assert values["pop_7_18"] + values["pop_65"] <= values["population"]
        assert values["source"] in {"GeoNames", "census 2021", "estimate", "schematic"}
        assert zones[values["municipality"]].Distance(point) < 1, values
        assert min(line.Distance(point) for line in roads[country]) <= 5000, values
        other = "LT" if country == "LV" else "LV"
        near_border[country] += countries[other].Distance(point) <= 30000
    assert near_border["LV"] + near_border["LT"] >= 40
    by_name = {(values["country"], values["name"]): values for values, _ in places}
    assert by_name["LT", "Klaipėda"]["population"] == 152_008


def test_services(roads):
    services = rows(GPKG, "services", 3059)
    assert len({values["service_id"] for values, _ in services}) == len(services)
    assert len({point.ExportToWkt() for _, point in services}) == len(services)
    for country in ("LV", "LT"):
        assert {v["type"] for v, _ in services if v["country"] == country} == TYPES
    for values, point in services:
        assert values["site"] in {"real", "invented"}
        assert (values["site"] == "invented") == values["name"].endswith("(invented)")
        near = min(line.Distance(point) for line in roads[values["country"]])
        assert near <= 2000, values


def test_service_types():
    types = [values for values, _ in rows(GPKG, "service_types")]
    assert {values["type"] for values in types} == TYPES
    for values in types:
        assert values["shareability"] in {
            "agreement",
            "free_choice",
            "not_shareable",
            "unknown",
        }
        assert values["advantage_min"] > 0
        assert values["demand_field"] in LAYERS["places"]
        assert values["only_open_border"] == (values["type"] == "ambulance_post")
        assert values["shareability"] != "agreement" or values["legal_basis"]


def test_what_is_documented_is_a_fact_or_an_example():
    documents = [values for values, _ in rows(GPKG, "evidence")]
    services = {values["service_id"]: values for values, _ in rows(GPKG, "services")}
    assert {one["basis"] for one in documents} == {"fact", "schematic"}
    for one in documents:
        assert one["type"] in TYPES
        assert (one["basis"] == "schematic") == one["title"].startswith("Example")
        if one["service_id"]:
            service = services[one["service_id"]]
            assert service["type"] == one["type"]
            assert service["country"] != one["country"]  # who comes from abroad


def test_the_register_holds_what_is_known_of_the_project():
    records = [values for values, _ in rows(GPKG, "register")]
    assert {one["kind"] for one in records} == {"agreement", "idea", "event", "role"}
    assert {one["basis"] for one in records} == {"fact", "template"}
    codes = {values["code"] for values, _ in rows(GPKG, "municipalities")}
    for one in records:
        assert set((one["partners"] or "").split(";")) - {""} <= codes, one
        assert (one["basis"] == "fact") == (one["kind"] in {"agreement", "event"})
        assert (one["basis"] == "template") == ("Example" in f"{one['title']}{one['organisation']}")
    events = [one for one in records if one["kind"] == "event"]
    assert len(events) == 9 and sum(one["participants"] for one in events) == 296
    agreed = {one["partners"] for one in records if one["kind"] == "agreement"}
    assert agreed == {"LT-75;LV-112", "LT-88;LV-088", "LV-112;LT-23", "LV-LPX;LT-21"}
    by_zone = [values["zone"] for values, _ in rows(GPKG, "profiles")]
    assert sorted(by_zone) == sorted(codes)
