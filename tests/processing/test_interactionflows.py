"""Interaction flows through Processing."""

import numpy as np
import pytest

from tests.processing.tools import PLACES, TEMPORARY, copy_of, rows, sample


@pytest.fixture(scope="session")
def some_places():
    """Places with at least 900 people: enough, and quick."""
    return copy_of(sample("places"), lambda one: one["population"] >= 900)


@pytest.fixture
def given(travel, some_places):
    return {**travel, **PLACES, "PLACES": some_places}


def matrix(made, ids):
    number = {one: row for row, one in enumerate(ids)}
    flow = np.zeros((len(ids), len(ids)))
    for one in made:
        if one["status"] == "ok":
            flow[number[one["from_id"]], number[one["to_id"]]] += one["flow"]
    return flow


def table_of(pairs, name="observed"):
    from qgis.core import QgsFeature, QgsVectorLayer

    layer = QgsVectorLayer(
        "None?field=from_id:string&field=to_id:string&field=flow:string", name, "memory"
    )
    features = []
    for values in pairs:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


@pytest.mark.parametrize("model", ["huff", "doubly_constrained"])
def test_everybody_is_sent_somewhere(run, given, some_places, model):
    made = rows(run("interactionflows", **given, MODEL=model, FLOWS=TEMPORARY)["FLOWS"])
    people = {one["place_id"]: one["population"] for one in rows(some_places)}
    flow = matrix(made, list(people))
    lost = {one["from_id"] for one in made if one["status"] != "ok"}
    used = np.array([one not in lost for one in people])
    wanted = np.array(list(people.values()), float)
    np.testing.assert_allclose(flow.sum(axis=1)[used], wanted[used], rtol=1e-6)
    if model == "doubly_constrained":
        np.testing.assert_allclose(flow.sum(axis=0)[used], wanted[used], rtol=1e-6)
    assert {one["kind"] for one in made} == {"modelled"}


def test_outputs(run, given):
    made = run("interactionflows", **given, FLOWS=TEMPORARY, LINES=TEMPORARY)
    assert set(made["FLOWS"].fields().names()) == {
        "from_id", "to_id", "flow", "kind", "modelled", "time_min", "cross_border", "status",
    }  # fmt: skip
    lines = rows(made["LINES"])
    assert {one["kind"] for one in lines} == {"modelled"}
    assert all(one["flow"] == pytest.approx(one["flow_there"] + one["flow_back"]) for one in lines)
    assert all(one["from_id"] < one["to_id"] and one["rank"] <= 3 for one in lines)
    assert max(lines, key=lambda one: one["flow"])["from_name"]
    for feature in made["LINES"].getFeatures():
        assert len(feature.geometry().asPolyline()) == 2


def crossing(made):
    return sum(one["flow"] or 0 for one in made if one["cross_border"])


def test_border_and_willingness(run, given):
    def asked(**more):
        return rows(
            run("interactionflows", **given, MODEL="huff", **more, FLOWS=TEMPORARY)["FLOWS"]
        )

    free, half, late = asked(), asked(WILLINGNESS=0.5), asked(BORDER="delay", BORDER_DELAY=30)
    assert crossing(free) > crossing(half) > crossing(asked(WILLINGNESS=0)) == 0
    assert crossing(free) > crossing(late) > crossing(asked(BORDER="closed")) == 0


def test_observed_and_modelled_are_told_apart(run, given):
    seen = [("LV001", "LV004", "70"), ("LV004", "LV001", "90"), ("LV001", "LV002", "40"),
            ("LV002", "LV004", "12"), ("LV002", "LV001", "55"), ("LV003", "LV001", "8"),
            ("LV003", "LV004", "9"), ("LV001", "LV003", "7")]  # fmt: skip
    made = rows(run("interactionflows", **given, OBSERVED=table_of(seen), FLOWS=TEMPORARY)["FLOWS"])
    observed = {(one["from_id"], one["to_id"]): one for one in made if one["kind"] == "observed"}
    for start, end, flow in seen:
        assert observed[start, end]["flow"] == float(flow)
        assert observed[start, end]["modelled"] > 0
    assert observed["LV003", "LV001"]["flow"] == 8
    assert all(one["flow"] == one["modelled"] for one in made if one["kind"] == "modelled")
    assert any(
        "gravity fitted to" in one for one in (text.lower() for text in run.feedback.messages)
    )
    assert not any("commut" in text.lower() for text in run.feedback.messages)


@pytest.mark.parametrize(
    ("seen", "problem"),
    [
        ([("LV001", "nowhere", "3")], "nowhere"),
        ([("LV001", "LV002", "-3")], "negative flows"),
        ([("LV001", "LV002", "many")], "not numbers"),
        ([("LV001", "LV002", "3")], "do not tell"),
    ],
)
def test_bad_observed_flows(refused, given, seen, problem):
    assert problem in refused("interactionflows", **given, OBSERVED=table_of(seen), FLOWS=TEMPORARY)


def test_one_place_is_refused(refused, travel):
    alone = copy_of(sample("places"), lambda one: one["place_id"] == "LV001")
    message = refused("interactionflows", **travel, **{**PLACES, "PLACES": alone}, FLOWS=TEMPORARY)
    assert "two places" in message


def test_a_place_that_cannot_be_used_says_so(run, travel, some_places):
    from qgis.core import QgsGeometry, QgsPointXY

    def moved(one):
        if one["place_id"] == "LV002":
            one["geometry"] = QgsGeometry.fromPointXY(QgsPointXY(19.0, 57.0))

    places = copy_of(some_places, moved)
    made = rows(run("interactionflows", **travel, **{**PLACES, "PLACES": places},
                    FLOWS=TEMPORARY)["FLOWS"])  # fmt: skip
    (lost,) = [one for one in made if "LV002" in (one["from_id"], one["to_id"])]
    assert lost["status"] == "too_far" and lost["flow"] is None


def test_travel_times_in_place_of_the_network(run, given, some_places):
    """A table of the same times gives the same flows."""
    ends = {"ORIGINS": some_places, "ORIGIN_ID": "place_id", "DESTINATIONS": some_places,
            "DESTINATION_ID": "place_id"}  # fmt: skip
    network = {name: value for name, value in given.items() if name not in PLACES}
    times = run("traveltimematrix", **network, **ends, OUTPUT=TEMPORARY)["OUTPUT"]
    places = {**PLACES, "PLACES": some_places}
    by_table = rows(run("interactionflows", TRAVEL_TIMES=times, **places, FLOWS=TEMPORARY)["FLOWS"])
    by_road = rows(run("interactionflows", **given, FLOWS=TEMPORARY)["FLOWS"])
    assert len(by_table) == len(by_road)
    for one, other in zip(by_table, by_road):
        assert (one["from_id"], one["to_id"]) == (other["from_id"], other["to_id"])
        assert one["flow"] == pytest.approx(other["flow"], rel=1e-6)
