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


def inputs():
    """What the user gives; every field follows its layer."""
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
        number("snap_distance", "Greatest distance to a road (m)", real, 2000.0),
        number("offroad_speed", "Speed on the way to the road (km/h)", real, 5.0),
        number("cell_size", "Cell size (m)", real, 500.0),
    ]


def shared_services() -> QgsProcessingModelAlgorithm:
    """From roads, places and services of two countries to the shared service areas."""
    model = QgsProcessingModelAlgorithm("shared services", "Smart Planning examples")
    for row, definition in enumerate(inputs()):
        component = QgsProcessingModelParameter(definition.name())
        component.setPosition(QPointF(120, 60 + row * ROW * 0.7))
        model.addModelParameter(definition, component)
    network = child(
        model, "network", "buildroadnetwork", 1, 2,
        ROADS=FROM_INPUT("roads"), FERRIES=FROM_INPUT("ferries"),
        COUNTRIES=FROM_INPUT("countries"), COUNTRY_FIELD=FROM_INPUT("country"),
    )  # fmt: skip
    results(network, EDGES="Road network", CROSSINGS="Border crossings")
    model.addChildAlgorithm(network)
    areas = child(
        model, "areas", "sharedserviceareas", 2, 5,
        NETWORK=FROM_CHILD("network", "EDGES"),
        COUNTRIES=FROM_INPUT("countries"), COUNTRY_FIELD=FROM_INPUT("country"),
        STUDY_AREA=FROM_INPUT("countries"), PLACES=FROM_INPUT("places"),
        PLACE_ID=FROM_INPUT("place_id"), POPULATION_FIELD=FROM_INPUT("population"),
        PLACE_COUNTRY_FIELD=FROM_INPUT("place_country"), SERVICES=FROM_INPUT("services"),
        SERVICE_ID=FROM_INPUT("service_id"), SERVICE_TYPE_FIELD=FROM_INPUT("service_type"),
        SERVICE_COUNTRY_FIELD=FROM_INPUT("service_country"),
        SERVICE_TYPES=FROM_INPUT("service_types"),
        SNAP_DISTANCE=FROM_INPUT("snap_distance"), OFFROAD_SPEED=FROM_INPUT("offroad_speed"),
        CELL_SIZE=FROM_INPUT("cell_size"),
    )  # fmt: skip
    results(areas, AREAS="Shared service areas", PLACES_OUT="Places by type of service")
    model.addChildAlgorithm(areas)
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


MODELS = {"shared_services": shared_services}


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
