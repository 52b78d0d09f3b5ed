"""Numbers on the sample against networkx and plain geometry, written without our own science.

The twin reads nothing but the table of edges: it snaps each place to the nearest road of its
country with QGIS's geometry, splits the edge there, and asks networkx.
"""

from collections import defaultdict

import networkx as nx
import pytest
from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsProject

from tests.processing.tools import (
    COARSE,
    ENDS,
    PLACES,
    SERVICES,
    TEMPORARY,
    TRAVEL,
    inside,
    opened,
    plain,
    rows,
    sample,
)

ACROSS = {"own_nearer", "choice", "abroad_nearer", "abroad_only"}


def located(table, id_field, crs):
    """Id, country and point in the network's CRS of each row."""
    layer = opened(sample(table))
    change = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    for one in layer.getFeatures():
        point = QgsGeometry(one.geometry())
        point.transform(change)
        yield one[id_field], one["country"], point


class Twin:
    """The network with every place and service hung on its road."""

    def __init__(self, study):
        layer = opened(f"{study}|layername=edges")
        self.edges = [
            {name: plain(one[name]) for name in layer.fields().names()} | {"line": one.geometry()}
            for one in layer.getFeatures()
        ]
        self.on_edge = defaultdict(list)
        self.at_junction, self.access = [], {}
        for table, id_field in (("places", "place_id"), ("services", "service_id")):
            for id_, country, point in located(table, id_field, layer.crs()):
                self._hang((table, id_), country, point)

    def _hang(self, name, country, point):
        roads = [
            (one["line"].distance(point), at)
            for at, one in enumerate(self.edges)
            if one["kind"] == "road" and one["country"] == country
        ]
        distance, at = min(roads)
        line = self.edges[at]["line"]
        along = line.lineLocatePoint(point)
        self.on_edge[at].append((along / line.length(), name))
        for end, node in ((0.0, "from_node"), (line.length(), "to_node")):
            if abs(along - end) < 1e-3:  # at a junction: any of its roads will do
                self.at_junction.append((name, self.edges[at][node]))
        self.access[name] = distance / 1000

    def graph(self, cost, delay=0.0, open_border=True):
        """A directed graph with costs in minutes or kilometres."""
        made = nx.DiGraph()

        def arc(tail, head, value):
            if value < made.get_edge_data(tail, head, {"cost": float("inf")})["cost"]:
                made.add_edge(tail, head, cost=value)

        for at, one in enumerate(self.edges):
            extra = delay if one["kind"] == "crossing" else 0.0
            if one["kind"] == "crossing" and not (open_border and one["open"]):
                continue
            stops = [(0.0, one["from_node"]), *sorted(self.on_edge[at]), (1.0, one["to_node"])]
            for (begin, tail), (end, head) in zip(stops, stops[1:]):
                for first, second, seconds in (
                    (tail, head, one["time_fwd_s"]),
                    (head, tail, one["time_bwd_s"]),
                ):
                    if seconds is not None:
                        whole = seconds / 60 if cost == "time" else one["length_m"] / 1000
                        arc(first, second, (end - begin) * whole + extra)
        for name, node in self.at_junction:
            arc(name, node, 0.0)
            arc(node, name, 0.0)
        return made

    def costs(self, cost, origins, destinations, **border):
        """(origin, destination) -> cost, for all pairs that are reached."""
        graph = self.graph(cost, **border)
        found = {}
        for name in [one for one in self.access if one[0] == origins]:
            reached = nx.single_source_dijkstra_path_length(graph, name, weight="cost")
            for other, value in reached.items():
                if isinstance(other, tuple) and other[0] == destinations:
                    ends_km = self.access[name] + self.access[other]
                    minutes = ends_km / TRAVEL["OFFROAD_SPEED"] * 60
                    found[name[1], other[1]] = value + (minutes if cost == "time" else ends_km)
        return found


def differing(found, expected):
    """Pairs that are not equal to a hundredth of a second, the first of them."""
    assert found.keys() == expected.keys()
    return [
        (pair, found[pair], expected[pair])
        for pair in expected
        if abs(found[pair] - expected[pair]) > 2e-4
    ][:5]


@pytest.fixture(scope="module")
def twin(study):
    return Twin(study)


def table_of(made, column="time_min"):
    return {
        (one["origin_id"], one["destination_id"]): one[column]
        for one in rows(made["OUTPUT"])
        if one[column] is not None
    }


@pytest.mark.parametrize(
    "border, parameters",
    [
        ({}, {}),
        ({"delay": 12.0}, {"BORDER": "delay", "BORDER_DELAY": 12}),
        ({"open_border": False}, {"BORDER": "closed"}),
    ],
    ids=["open", "delay", "closed"],
)
def test_all_travel_times(run, travel, twin, border, parameters):
    made = run("traveltimematrix", **travel, **ENDS, **parameters, OUTPUT=TEMPORARY)
    expected = twin.costs("time", "places", "services", **border)
    found = table_of(made)
    assert differing(found, expected) == []
    assert opened(made["OUTPUT"]).featureCount() == 247 * 140  # also what is not reached


def test_all_distances(run, travel, twin):
    made = run("traveltimematrix", **travel, **ENDS, COST="distance", OUTPUT=TEMPORARY)
    expected = twin.costs("distance", "places", "services")
    assert differing(table_of(made, "distance_km"), expected) == []


def test_the_other_direction(run, travel, twin):
    """From the service to the place, as an ambulance drives."""
    ends = {
        "ORIGINS": ENDS["DESTINATIONS"], "ORIGIN_ID": "service_id",
        "DESTINATIONS": ENDS["ORIGINS"], "DESTINATION_ID": "place_id",
    }  # fmt: skip
    made = run("traveltimematrix", **travel, **ends, OUTPUT=TEMPORARY)
    expected = twin.costs("time", "services", "places")
    assert differing(table_of(made), expected) == []
    back = run("traveltimematrix", **travel, **ENDS, DIRECTION="from", OUTPUT=TEMPORARY)
    reverse = {(place, service): value for (service, place), value in expected.items()}
    forward = twin.costs("time", "places", "services")
    assert differing(table_of(back), forward) == []
    assert len(differing(forward, reverse)) > 2  # there are one-way roads


def test_the_nearest(run, travel, twin):
    made = run("traveltimematrix", **travel, **ENDS, NEAREST=3, OUTPUT=TEMPORARY)
    expected = defaultdict(list)
    for (place, _), value in twin.costs("time", "places", "services").items():
        expected[place].append(value)
    found = defaultdict(list)
    for (place, _), value in table_of(made).items():
        found[place].append(value)
    assert found.keys() == expected.keys()
    for place, values in found.items():
        assert sorted(values) == pytest.approx(sorted(expected[place])[:3], abs=1e-3)


@pytest.fixture(scope="module")
def types():
    return {one["service_id"]: one["type"] for one in rows(sample("services"))}


@pytest.fixture(scope="module")
def countries():
    return {
        one[id_]: one["country"]
        for table, id_ in (("places", "place_id"), ("services", "service_id"))
        for one in rows(sample(table))
    }


def journeys(twin, types):
    """(place, service), minutes: to the service, but from the post of an ambulance."""
    towards = {one["type"]: one["direction"] for one in rows(sample("service_types"))}
    there = twin.costs("time", "places", "services").items()
    back = twin.costs("time", "services", "places").items()
    found = [one for one in there if towards[types[one[0][1]]] != "from"]
    turned = [((place, service), value) for (service, place), value in back]
    return found + [one for one in turned if towards[types[one[0][1]]] == "from"]


def test_nearest_and_cumulative(run, travel, twin, types, countries):
    made = run(
        "serviceaccessibility",
        **travel, **PLACES, **SERVICES, MEASURES=["nearest", "cumulative"], OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    thresholds = {one["type"]: one["threshold_min"] for one in rows(sample("service_types"))}
    extra = {one["type"]: one["extra_min_abroad"] or 0 for one in rows(sample("service_types"))}
    costs = defaultdict(list)
    for (place, service), value in journeys(twin, types):
        abroad = countries[place] != countries[service]
        kind = types[service]
        costs[place, kind].append((value + extra[kind] * abroad, abroad))
    checked = 0
    for one in rows(made):
        for kind in set(types.values()):
            here = costs[one["place_id"], kind]
            if min(here)[0] < thresholds[kind]:
                assert one[f"nearest_{kind}"] == pytest.approx(min(here)[0], abs=1e-3)
                checked += 1
            own = [value for value, abroad in here if not abroad]
            assert one[f"nearest_own_{kind}"] == pytest.approx(min(own), abs=1e-3)
            inside_ = sum(value <= thresholds[kind] for value, _ in here)
            assert one[f"cumulative_{kind}"] == inside_
    assert checked > 500


# ---------------------------------------------------------------- shared service areas


@pytest.fixture(scope="module")
def shared(run, travel, tmp_path_factory):
    """Areas and places with the border open, delayed and closed."""
    found = {}
    for border, more in (("open", {}), ("delay", {"BORDER_DELAY": 10}), ("closed", {})):
        path = tmp_path_factory.mktemp("shared") / "study.gpkg"
        run(
            "sharedserviceareas",
            **travel, **PLACES, **SERVICES, **COARSE, BORDER=border, **more,
            STUDY_AREA=sample("municipalities"), SHOW_NOT_SHAREABLE=True,
            AREAS=inside(path, "areas"), PLACES_OUT=inside(path, "places"),
            SHARED_ZONES=inside(path, "zones"),
        )  # fmt: skip
        found[border] = path
    return found


def of(path, table):
    return rows(f"{path}|layername={table}")


@pytest.mark.parametrize("border", ["open", "delay", "closed"])
def test_people_add_up(shared, border):
    total = sum(one["population"] for one in rows(sample("places")))
    for kind in {one["service_type"] for one in of(shared[border], "areas")}:
        areas = [one for one in of(shared[border], "areas") if one["service_type"] == kind]
        if areas[0]["demand_field"] not in (None, "population"):
            continue
        assert sum(one["population"] for one in areas) == pytest.approx(total), kind


@pytest.mark.parametrize("border", ["open", "closed"])
def test_areas_add_up(shared, border):
    """Each type covers the whole study area, once."""
    layer = opened(f"{shared[border]}|layername=areas")
    change = QgsCoordinateTransform(
        opened(sample("municipalities")).crs(), layer.crs(), QgsProject.instance()
    )
    given = [one.geometry() for one in opened(sample("municipalities")).getFeatures()]
    for one in given:
        one.transform(change)
    whole = QgsGeometry.unaryUnion(given).area()
    drawn = defaultdict(list)
    for one in layer.getFeatures():
        if one.hasGeometry():
            drawn[one["service_type"]].append(one.geometry())
    for kind, parts in drawn.items():
        # cells end at the border of each country, not at every bend of the outer edge
        assert sum(one.area() for one in parts) == pytest.approx(whole, rel=0.03), kind
        assert QgsGeometry.unaryUnion(parts).area() == pytest.approx(
            sum(one.area() for one in parts), rel=1e-3
        )


def test_a_closed_border_leaves_nothing_shared(shared):
    found = {one["category"] for one in of(shared["closed"], "areas") if one["population"]}
    assert not found & ACROSS
    assert not {one["category"] for one in of(shared["closed"], "places")} & ACROSS
    assert of(shared["closed"], "zones") == []


def test_a_delay_stands_between(shared):
    """The longer the way across, the fewer people gain, and none gains more."""

    def gains(border):
        return {
            (one["place_id"], one["service_type"]): one["gain_min"] or 0
            for one in of(shared[border], "places")
        }

    free, slow, shut = gains("open"), gains("delay"), gains("closed")
    both = free.keys() & slow.keys() & shut.keys()
    assert len(both) >= 247
    assert all(free[one] >= slow[one] >= shut[one] == 0 for one in both)
    assert sum(free[one] > slow[one] for one in both) > 20


def test_categories_follow_their_definition(shared, twin, types, countries):
    """From the times of the twin, by the table of definitions."""
    thresholds = {one["type"]: one["threshold_min"] for one in rows(sample("service_types"))}
    advantages = {one["type"]: one["advantage_min"] for one in rows(sample("service_types"))}
    extra = {one["type"]: one["extra_min_abroad"] or 0 for one in rows(sample("service_types"))}
    best = defaultdict(lambda: [float("inf")] * 2)
    for (place, service), value in journeys(twin, types):
        abroad = countries[place] != countries[service]
        now = best[place, types[service]]
        now[abroad] = min(now[abroad], value + extra[types[service]] * abroad)
    seen = set()
    for one in of(shared["open"], "places"):
        own, other = best[one["place_id"], one["service_type"]]
        limit, apart = thresholds[one["service_type"]], advantages[one["service_type"]]
        close = min(abs(own - limit), abs(other - limit), abs(abs(own - other) - apart)) < 1e-3
        if close:
            continue
        if own > limit and other > limit:
            expected = "unserved"
        elif other > limit:
            expected = "own_only"
        elif own > limit:
            expected = "abroad_only"
        elif other - own >= apart:
            expected = "own_nearer"
        elif own - other >= apart:
            expected = "abroad_nearer"
        else:
            expected = "choice"
        assert one["category"] == expected, (one["place_id"], one["service_type"], own, other)
        seen.add(expected)
    assert seen == ACROSS | {"unserved", "own_only"}
