"""Make the example models (``*.model3``), for users to open in the model designer and edit.

Run with the Python of QGIS 3.22, the oldest that has to read them::

    python3 -m smart_planning_plugin.processing.models.make_models [FOLDER]

Only our own algorithms are inside. A model carries no version and its texts no translation.
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF

from smart_planning_plugin.cartography.designs.files import settle

HERE = Path(__file__).resolve().parent
TYPE = QgsProcessing.SourceType
FROM_CHILD = QgsProcessingModelChildParameterSource.fromChildOutput
FROM_INPUT = QgsProcessingModelChildParameterSource.fromModelParameter
FIXED = QgsProcessingModelChildParameterSource.fromStaticValue
COLUMN, ROW = 260, 90


#: Parameter of an algorithm -> input of the model.
ROADS = {
    "ROADS": "roads", "FERRIES": "ferries", "COUNTRIES": "countries", "COUNTRY_FIELD": "country",
}  # fmt: skip
TRAVEL = {
    "COUNTRIES": "countries", "COUNTRY_FIELD": "country", "SNAP_DISTANCE": "snap_distance",
    "OFFROAD_SPEED": "offroad_speed",
}  # fmt: skip
PEOPLE = {
    "PLACES": "places", "PLACE_ID": "place_id", "POPULATION_FIELD": "population",
    "PLACE_COUNTRY_FIELD": "place_country",
}  # fmt: skip
OFFERS = {
    "SERVICES": "services", "SERVICE_ID": "service_id", "SERVICE_TYPE_FIELD": "service_type",
    "SERVICE_COUNTRY_FIELD": "service_country", "SERVICE_TYPES": "service_types",
}  # fmt: skip
ZONES = {"ZONES": "zones", "ZONE_ID": "zone_id"}


def inputs():
    """What a user may give; every field follows its layer."""
    layers = QgsProcessingParameterMultipleLayers
    source, field = QgsProcessingParameterFeatureSource, QgsProcessingParameterField
    number = QgsProcessingParameterNumber
    real = number.Type.Double
    return [
        layers("roads", "Road layers", TYPE.TypeVectorLine),
        layers("ferries", "Ferry layers", TYPE.TypeVectorLine, None, True),
        source("countries", "Countries", [TYPE.TypeVectorPolygon]),
        field("country", "Country code", "country", "countries"),
        source("places", "Places", [TYPE.TypeVectorAnyGeometry]),
        field("place_id", "Id of the place", "place_id", "places"),
        field("population", "Population", "population", "places"),
        field("place_country", "Country of the place", None, "places", optional=True),
        source("services", "Services", [TYPE.TypeVectorPoint]),
        field("service_id", "Id of the service", "service_id", "services"),
        field("service_type", "Type of service", "type", "services"),
        field("service_country", "Country of the service", None, "services", optional=True),
        source("service_types", "Types of services", [TYPE.TypeVector], None, True),
        source("zones", "Zones", [TYPE.TypeVectorPolygon]),
        field("zone_id", "Id of the zone", "code", "zones"),
        number("snap_distance", "Greatest distance to a road (m)", real, 2000.0),
        number("offroad_speed", "Speed on the way to the road (km/h)", real, 5.0),
        number("cell_size", "Cell size (m)", real, 500.0),
    ]


def begun(name: str, *needs: dict) -> QgsProcessingModelAlgorithm:
    """A model with the inputs that its steps need, and the network as its first step."""
    model = QgsProcessingModelAlgorithm(name, "Smart Planning examples")
    wanted = {one for need in (ROADS, *needs) for one in need.values()}
    for row, definition in enumerate(one for one in inputs() if one.name() in wanted):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(120, 60 + row * ROW * 0.7))
        model.addModelParameter(definition, component)
    network = child(model, "network", "buildroadnetwork", 1, 2, **given(ROADS))
    results(network, EDGES="Road network", CROSSINGS="Border crossings")
    model.addChildAlgorithm(network)
    return model


def given(*needs: dict) -> dict:
    """Sources of parameters that are inputs of the model."""
    return {parameter: FROM_INPUT(name) for need in needs for parameter, name in need.items()}


def step(model, name: str, algorithm: str, row: int, sources: dict, outputs: dict):
    """Add a step on the network, and what the model gives of it."""
    sources = {"NETWORK": FROM_CHILD("network", "EDGES"), **sources}
    made = child(model, name, algorithm, 2, row, **sources)
    results(made, **outputs)
    model.addChildAlgorithm(made)


def shared_services() -> QgsProcessingModelAlgorithm:
    """From roads, places and services of two countries to the shared service areas."""
    own = {"STUDY_AREA": "countries", "CELL_SIZE": "cell_size"}
    model = begun("shared services", TRAVEL, PEOPLE, OFFERS, own)
    step(
        model, "areas", "sharedserviceareas", 5, given(TRAVEL, PEOPLE, OFFERS, own),
        {"AREAS": "Shared service areas", "PLACES_OUT": "Places by type of service"},
    )  # fmt: skip
    model.updateDestinationParameters()
    return model


def border_effect() -> QgsProcessingModelAlgorithm:
    """What an open, a delayed and a closed border mean for the way to services."""
    model = begun("border effect", TRAVEL, PEOPLE, OFFERS)
    step(
        model, "effect", "bordereffect", 5, given(TRAVEL, PEOPLE, OFFERS),
        {"OUTPUT": "Border effect", "SUMMARY": "Border effect by country and distance"},
    )  # fmt: skip
    step(
        model, "bands", "borderzones", 8, given(TRAVEL, PEOPLE),
        {"OUTPUT": "Places by their distance to the border"},
    )  # fmt: skip
    model.updateDestinationParameters()
    return model


def functional_zones() -> QgsProcessingModelAlgorithm:
    """From roads and places to flows, and from flows to candidate functional zones."""
    model = begun("functional zones", TRAVEL, PEOPLE, ZONES)
    step(
        model, "flows", "interactionflows", 5, given(TRAVEL, PEOPLE), {"FLOWS": "Flows"}
    )  # fmt: skip
    sources = {**given(TRAVEL, PEOPLE, ZONES), "FLOWS": FROM_CHILD("flows", "FLOWS")}
    sources["METHOD"] = FIXED("intramax")
    step(
        model, "zones", "functionalzones", 8, sources,
        {"ZONES_OUT": "Zones and where they belong", "REGIONS": "Candidate functional zones"},
    )  # fmt: skip
    model.updateDestinationParameters()
    return model


def child(model, name: str, algorithm: str, column: int, row: int, **sources):
    """A step of a model, and where its parameters come from."""
    made = QgsProcessingModelChildAlgorithm(f"smartplanning:{algorithm}")
    made.setChildId(name)
    made.setDescription(made.algorithm().displayName())
    made.setPosition(QPointF(120 + column * COLUMN * 1.4, 60 + row * ROW))
    defaults = {
        one.name(): FIXED(one.defaultValue())
        for one in made.algorithm().parameterDefinitions()
        if one.defaultValue() is not None and not one.isDestination()
    }
    for parameter, source in {**defaults, **sources}.items():
        made.addParameterSources(parameter, [source])
    return made


def results(made, **outputs):
    """Outputs of a step that the model gives."""
    found = {}
    for row, (name, description) in enumerate(outputs.items()):
        output = QgsProcessingModelOutput(description)
        output.setDescription(description)
        output.setChildId(made.childId())
        output.setChildOutputName(name)
        output.setPosition(made.position() + QPointF(COLUMN, ROW * (row - 0.5)))
        found[description] = output
    made.setModelOutputs(found)


MODELS = {
    "shared_services": shared_services,
    "border_effect": border_effect,
    "functional_zones": functional_zones,
}


def main(folder=HERE):
    """Write all models."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, make in MODELS.items():
        path = folder / f"{name}.model3"
        if not make().toFile(str(path)):
            raise SystemExit(f"{path} cannot be written")
        settle(path)


if __name__ == "__main__":
    from smart_planning_plugin.processing.provider import SmartPlanningProvider

    application = QgsApplication([], False)
    application.initQgis()
    provider = SmartPlanningProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
    application.exitQgis()
