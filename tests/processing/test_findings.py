"""The findings of a study in words: what the demo prints, in three languages."""

import pytest

from smart_planning_plugin.core.disclosure import disclosed
from smart_planning_plugin.handbook.findings import findings
from tests.processing.tools import PLACES, ROADS, SERVICES, TRAVEL, inside, rows, sample


@pytest.fixture(scope="module")
def path(run, tmp_path_factory):
    """A study as the demo makes it, in coarse cells."""
    path = tmp_path_factory.mktemp("findings") / "study.gpkg"
    run(
        "buildroadnetwork", **ROADS, EDGES=inside(path, "edges"),
        CROSSINGS=inside(path, "crossings"),
    )  # fmt: skip
    run(
        "sharedserviceareas",
        NETWORK=f"{path}|layername=edges", **TRAVEL, **PLACES, **SERVICES, CELL_SIZE=4000,
        STUDY_AREA=sample("municipalities"), MUNICIPALITIES=sample("municipalities"),
        MUNICIPALITY_NAME_FIELD="name", AREAS=inside(path, "shared_areas"),
        FACILITIES=inside(path, "facilities"), PLACES_OUT=inside(path, "places_by_type"),
        SHARED_ZONES=inside(path, "shared_zones"),
    )  # fmt: skip
    return path


@pytest.fixture(scope="module")
def labels():
    types = rows(sample("service_types"))
    return {
        language: {one["type"]: one[f"label_{language}"] for one in types}
        for language in ("en", "lv", "lt")
    }


def test_five_findings_with_the_numbers_of_the_tables(path, labels):
    said = findings(path, "en", labels["en"])
    assert len(said) == 5
    places = rows(f"{path}|layername=places_by_type")
    sooner = {}
    for one in places:
        if one["category"] in ("abroad_nearer", "abroad_only"):
            sooner[one["service_type"]] = sooner.get(one["service_type"], 0) + one["people"]
    most = max(sooner, key=sooner.get)
    assert said[0].startswith(labels["en"][most])
    assert f"{disclosed(sooner[most]):,}" in said[0]
    zone = rows(f"{path}|layername=shared_zones")[0]
    assert zone["name"] in said[4] and zone["municipalities"] in said[4]
    assert "could" in said[0] and "nearest residents, not users" in said[3]


@pytest.mark.parametrize("language", ["lv", "lt"])
def test_nothing_is_left_in_english(path, labels, language):
    english = findings(path, "en", labels["en"])
    said = findings(path, language, labels[language])
    assert len(said) == len(english)
    for one in said:
        words = set(one.replace(",", " ").replace(";", " ").replace(":", " ").split())
        assert not words & {"people", "the", "of", "could", "border", "nearest", "most"}, one


def test_without_labels_the_type_is_named_all_the_same(path):
    assert "_" not in "".join(findings(path))
