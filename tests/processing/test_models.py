"""The example models: whole on every QGIS, and their results those of the algorithms."""

import pytest
from qgis.core import QgsProcessingModelAlgorithm

from smart_planning_plugin.cartography.identity import kind_of
from tests.processing.tools import PLACES, ROADS, ROOT, SERVICES, opened

FOLDER = ROOT / "smart_planning_plugin" / "processing" / "models"
STEPS = {
    "shared_services": {"buildroadnetwork", "sharedserviceareas"},
    "border_effect": {"buildroadnetwork", "bordereffect", "borderzones"},
    "functional_zones": {"buildroadnetwork", "interactionflows", "functionalzones"},
}
GIVEN = {
    "roads": ROADS["ROADS"], "ferries": ROADS["FERRIES"], "countries": ROADS["COUNTRIES"],
    "country": "country", "places": PLACES["PLACES"], "place_id": "place_id",
    "population": "population", "place_country": "country", "services": SERVICES["SERVICES"],
    "service_id": "service_id", "service_type": "type", "service_country": "country",
    "service_types": SERVICES["SERVICE_TYPES"], "zones": ROADS["COUNTRIES"], "zone_id": "code",
    "snap_distance": 15000, "offroad_speed": 30, "cell_size": 8000,
}  # fmt: skip


@pytest.fixture(params=STEPS)
def model(request, provider):
    made = QgsProcessingModelAlgorithm()
    assert made.fromFile(str(FOLDER / f"{request.param}.model3"))
    return request.param, made


def test_each_is_known():
    assert {path.stem for path in FOLDER.glob("*.model3")} == set(STEPS)


def test_a_model_is_whole(model):
    name, made = model
    fine, problems = made.validate()
    assert fine, problems
    steps = {one.algorithmId().partition(":")[2] for one in made.childAlgorithms().values()}
    assert steps == STEPS[name]


def test_a_model_runs(model, tmp_path):
    import processing

    name, made = model
    outputs = {
        one.name(): str(tmp_path / f"{at}.gpkg")
        for at, one in enumerate(made.destinationParameterDefinitions())
    }
    inputs = {one.name() for one in made.parameterDefinitions()}
    given = {key: value for key, value in GIVEN.items() if key in inputs}
    done = processing.run(made, {**given, **outputs})
    kinds = {kind_of(opened(done[one])).partition(".")[0] for one in outputs}
    assert kinds == STEPS[name]
