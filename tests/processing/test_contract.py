"""Names that scripts rely on: ids, parameters, options, outputs and their fields."""

from pathlib import Path

import pytest
from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterDefinition, QgsWkbTypes

from smart_planning_plugin.processing.provider import ALGORITHMS
from tests.processing.names import ASKED_FOR, GIVES, MAY_TAKE
from tests.processing.tools import (
    COARSE,
    ENDS,
    PLACES,
    ROADS,
    SERVICES,
    TEMPORARY,
    opened,
    rows,
    types_of,
)

IDS = [name.split(".")[1] for name in ALGORITHMS]
GROUPS = {name.split(".")[1]: name.split(".")[0] for name in ALGORITHMS}

OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional


@pytest.fixture(params=IDS)
def algorithm(request, provider):
    found = provider.algorithm(request.param)
    assert found is not None, f"{request.param} is not listed"
    return found


def inputs(algorithm):
    return [one for one in algorithm.parameterDefinitions() if not one.isDestination()]


def outputs(algorithm):
    return [one for one in algorithm.parameterDefinitions() if one.isDestination()]


# ---------------------------------------------------------------- every algorithm


def test_provider(provider):
    assert provider.id() == "smartplanning"
    assert provider.name() == "Smart Planning"
    assert not provider.icon().isNull()
    assert {one.name() for one in provider.algorithms()} == set(IDS)


def test_identity(algorithm):
    assert algorithm.id() == f"smartplanning:{algorithm.name()}"
    assert algorithm.groupId() == GROUPS[algorithm.name()]
    assert algorithm.group()
    assert algorithm.displayName() and algorithm.displayName() != algorithm.name()
    assert algorithm.helpUrl().startswith("https://")
    assert algorithm.helpUrl().endswith(f"/{algorithm.name()}.html")


def test_icon_is_its_own(algorithm):
    path = Path(algorithm.svgIconPath())
    assert path.is_file() and path.stem == algorithm.name()
    assert not algorithm.icon().isNull()


def test_explains_itself(algorithm):
    assert len(algorithm.shortHelpString()) > 80
    assert algorithm.shortDescription().endswith(".")
    assert len(algorithm.tags()) >= 3
    without = [one.name() for one in algorithm.parameterDefinitions() if not one.help().strip()]
    assert without == []


def test_names_are_upper_case_and_once(algorithm):
    names = [one.name() for one in algorithm.parameterDefinitions()]
    assert len(set(names)) == len(names)
    assert all(name == name.upper() and name.isascii() for name in names)


def test_enumerations_are_names(algorithm):
    for one in inputs(algorithm):
        if one.type() == "enum":
            assert one.usesStaticStrings(), one.name()
            assert all(option == option.lower() for option in one.options()), one.name()


def test_makes_another_of_itself(algorithm):
    other = algorithm.create()
    assert type(other) is type(algorithm) and other is not algorithm
    assert [one.name() for one in other.parameterDefinitions()] == [
        one.name() for one in algorithm.parameterDefinitions()
    ]


def test_flags_keep_those_of_processing(algorithm):
    assert algorithm.flags() & QgsProcessingAlgorithm.Flag.FlagCanCancel


def test_can_execute(algorithm):
    assert algorithm.canExecute()[0]


# ---------------------------------------------------------------- the names of DESIGN, section 4


def made(table):
    """Those of a table's algorithms that are there."""
    return sorted(set(table) & set(IDS))


@pytest.mark.parametrize("name", made(MAY_TAKE))
def test_inputs_have_public_names(provider, name):
    taken = {one.name() for one in inputs(provider.algorithm(name))}
    assert taken - MAY_TAKE[name] == set()
    assert ASKED_FOR[name] <= taken


@pytest.mark.parametrize("name", made(ASKED_FOR))
def test_only_layers_and_ids_are_asked_for(provider, name):
    asked = {
        one.name()
        for one in inputs(provider.algorithm(name))
        if not one.flags() & OPTIONAL and one.defaultValue() is None
    }
    assert asked == ASKED_FOR[name]


@pytest.mark.parametrize("name", made(GIVES))
def test_outputs_have_public_names(provider, name):
    found = {one.name(): not one.flags() & OPTIONAL for one in outputs(provider.algorithm(name))}
    assert found.items() <= GIVES[name].items()
    assert {one for one, needed in GIVES[name].items() if needed} <= set(found)
    unasked = {one.name(): one.createByDefault() for one in outputs(provider.algorithm(name))}
    assert unasked == found  # an optional output is not made unless it is named


@pytest.mark.parametrize(
    ("name", "parameter", "options", "default"),
    [
        ("buildroadnetwork", "SCHEMA", ["auto", "osm", "geofabrik", "generic"], "auto"),
        ("traveltimematrix", "BORDER", ["open", "delay", "closed"], "open"),
        ("traveltimematrix", "COST", ["time", "distance"], "time"),
        ("traveltimematrix", "DIRECTION", ["from", "to"], "from"),
        ("serviceaccessibility", "BORDER", ["open", "delay", "closed"], "open"),
        ("serviceaccessibility", "COST", ["time", "distance"], "time"),
        ("serviceaccessibility", "DIRECTION", ["from", "to"], "to"),
        ("sharedserviceareas", "BORDER", ["open", "delay", "closed"], "open"),
        ("sharedserviceareas", "DIRECTION", ["from", "to"], "to"),
    ],
)
def test_options(provider, name, parameter, options, default):
    definition = provider.algorithm(name).parameterDefinition(parameter)
    assert definition.options() == options
    assert definition.defaultValue() == default


@pytest.mark.parametrize(
    ("name", "parameter", "default"),
    [
        ("buildroadnetwork", "STITCH_TOLERANCE", 50),
        ("buildroadnetwork", "COUNTRY_TOLERANCE", 1000),
        ("traveltimematrix", "SNAP_DISTANCE", 2000),
        ("traveltimematrix", "OFFROAD_SPEED", 5),
        ("traveltimematrix", "NEAREST", 0),
        ("sharedserviceareas", "THRESHOLD", 30),
        ("sharedserviceareas", "ADVANTAGE", 5),
        ("sharedserviceareas", "MIN_SHARE", 0.05),
    ],
)
def test_defaults(provider, name, parameter, default):
    assert provider.algorithm(name).parameterDefinition(parameter).defaultValue() == default


@pytest.mark.parametrize(
    ("name", "parameter", "wrong"),
    [
        ("buildroadnetwork", "SCHEMA", "OSM"),
        ("traveltimematrix", "BORDER", "Closed"),
        ("traveltimematrix", "COST", "money"),
        ("serviceaccessibility", "DIRECTION", "both"),
        ("serviceaccessibility", "MEASURES", ["nearest", "furthest"]),
        ("sharedserviceareas", "BORDER", "shut"),
    ],
)
def test_a_wrong_option_is_an_error(refused, travel, name, parameter, wrong):
    known = {
        "buildroadnetwork": {**ROADS, "EDGES": TEMPORARY},
        "traveltimematrix": {**travel, **ENDS, "OUTPUT": TEMPORARY},
        "serviceaccessibility": {**travel, **PLACES, **SERVICES, "OUTPUT": TEMPORARY},
        "sharedserviceareas": {**travel, **PLACES, **SERVICES, "AREAS": TEMPORARY},
    }[name]
    message = refused(name, **{**known, parameter: wrong})
    assert parameter in message


# ---------------------------------------------------------------- outputs, DESIGN sections 3 and 4


def test_edges(study):
    layer = opened(f"{study}|layername=edges")
    assert types_of(layer) == {
        "edge_id": "whole", "from_node": "whole", "to_node": "whole", "length_m": "real",
        "speed_kmh": "real", "time_fwd_s": "real", "time_bwd_s": "real", "kind": "text",
        "road_class": "text", "name": "text", "ref": "text", "country": "text",
        "source_layer": "text", "source_id": "text", "crossing_id": "text",
        "delay_ab_min": "real", "delay_ba_min": "real", "open": "whole",
    }  # fmt: skip
    assert QgsWkbTypes.geometryType(layer.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry
    assert layer.crs().authid() == "EPSG:25884"
    edges = rows(layer)
    assert {one["kind"] for one in edges} == {"road", "ferry", "crossing"}
    assert len({one["edge_id"] for one in edges}) == len(edges)
    for one, feature in zip(edges, layer.getFeatures()):
        crossing = one["kind"] == "crossing"
        assert (one["crossing_id"] is not None) == crossing
        assert (one["open"] is not None) == crossing
        through = crossing and one["length_m"] == 0
        assert feature.hasGeometry() != through  # a crossing in one place has no line
        if through:
            assert one["time_fwd_s"] == one["time_bwd_s"] == 0
        else:
            assert one["length_m"] > 0
            assert one["time_fwd_s"] is not None or one["time_bwd_s"] is not None
        assert crossing or one["country"] in {"LV", "LT"}


def test_nodes(study):
    layer = opened(f"{study}|layername=nodes")
    assert types_of(layer) == {
        "node_id": "whole", "degree": "whole", "component": "whole", "strong_component": "whole",
        "country": "text",
    }  # fmt: skip
    nodes = {one["node_id"]: feature for one, feature in zip(rows(layer), layer.getFeatures())}
    for one in opened(f"{study}|layername=edges").getFeatures():
        if one.hasGeometry():  # drawn from the first node to the last
            line = one.geometry().asPolyline()
            assert line[0] == nodes[one["from_node"]].geometry().asPoint()
            assert line[-1] == nodes[one["to_node"]].geometry().asPoint()
    ends = [
        one[end] for one in rows(f"{study}|layername=edges") for end in ("from_node", "to_node")
    ]
    assert all(one["degree"] == ends.count(one["node_id"]) for one in rows(layer))


def test_crossings(study):
    layer = opened(f"{study}|layername=crossings")
    assert types_of(layer) == {
        "crossing_id": "text", "name": "text", "edge_id": "whole", "country_a": "text",
        "country_b": "text", "ref_a": "text", "ref_b": "text", "delay_ab_min": "real",
        "delay_ba_min": "real", "gap_m": "real", "origin": "text", "open": "whole",
    }  # fmt: skip
    found = rows(layer)
    assert [(one["country_a"], one["country_b"], one["open"]) for one in found] == [
        ("LT", "LV", 1)
    ] * 3
    assert {one["origin"] for one in found} <= {"through", "stitched"}
    edges = {one["edge_id"]: one for one in rows(f"{study}|layername=edges")}
    for one in found:
        assert edges[one["edge_id"]]["crossing_id"] == one["crossing_id"]


def test_matrix(run, travel):
    made = run(
        "traveltimematrix", **travel, **ENDS, NEAREST=1, OUTPUT=TEMPORARY, UNREACHED=TEMPORARY
    )
    kinds = [(one.name(), one.isNumeric()) for one in made["OUTPUT"].fields()]
    assert kinds == [
        ("origin_id", False), ("destination_id", False), ("time_min", True), ("status", False),
    ]  # fmt: skip
    assert made["UNREACHED"].fields().names() == ["role", "id", "reason"]
    assert made["UNREACHED"].geometryType() == QgsWkbTypes.GeometryType.PointGeometry
    assert not made["OUTPUT"].isSpatial()


def test_accessibility_keeps_the_fields_of_the_places(run, travel):
    out = run(
        "serviceaccessibility",
        **travel, **PLACES, **SERVICES, MEASURES=["nearest", "cumulative"], OUTPUT=TEMPORARY,
    )["OUTPUT"]  # fmt: skip
    names = out.fields().names()
    kept = [one for one in opened(PLACES["PLACES"]).fields().names() if one != "fid"]
    assert names[: len(kept)] == kept
    assert {
        "nearest_planned_hospital",
        "nearest_id_planned_hospital",
        "snap_m",
        "access_min",
        "status",
    } <= set(names)
    assert {"nearest_own_planned_hospital", "cumulative_planned_hospital", "remarks"} <= set(names)
    assert out.featureCount() == opened(PLACES["PLACES"]).featureCount()


def test_shared_areas(run, travel, tmp_path):
    made = run(
        "sharedserviceareas",
        **travel, **PLACES, **SERVICES, **COARSE,
        **{name: str(tmp_path / f"{name}.gpkg") for name in GIVES["sharedserviceareas"]},
    )  # fmt: skip
    areas = types_of(made["AREAS"])
    assert areas.items() >= {
        "service_type": "text", "category": "text", "country": "text", "population": "real",
        "gain_min": "real",
    }.items()  # fmt: skip
    facilities = types_of(made["FACILITIES"])
    assert facilities.items() >= {
        "nearest_population_lv": "real", "nearest_population_lt": "real", "foreign_share": "real",
        "shared": "whole", "status": "text",
    }.items()  # fmt: skip
    assert "service_id" in facilities
    places = types_of(made["PLACES_OUT"])
    assert places.items() >= {
        "place_id": "text", "service_type": "text", "category": "text", "own_min": "real",
        "abroad_min": "real", "gain_min": "real", "newly_served": "whole", "status": "text",
        "snap_m": "real", "access_min": "real",
    }.items()  # fmt: skip
    zones = types_of(made["SHARED_ZONES"])
    assert zones.items() >= {
        "zone_id": "text", "services": "whole", "municipalities": "text", "population_a": "real",
        "population_b": "real",
    }.items()  # fmt: skip
