"""Priorities."""

from __future__ import annotations

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    ANY,
    Input,
    check_field,
    check_layer,
    choice,
    field_definition,
    number,
    several_layers,
    source_definition,
    table,
)


class Priorities(SmartPlanningAlgorithm):
    """Zones, services or project ideas in the order of several criteria, and how sure that is."""

    ID = "priorities"
    TITLE = "Priorities"
    GROUP = "territory"
    TAGS = ["multi-criteria", "TOPSIS", "PROMETHEE", "ranking", "weights", "climate", "coast"]
    HELP = (
        "Ranks candidates by criteria with weights: fields of their layer (also results of other "
        "algorithms), or what layers say of them, such as the share of a municipality under a "
        "flood or the distance to the coast. The weights are then drawn again and again around "
        "those given, and each candidate gets the range of its ranks. A CHAIN of challenges, "
        "priorities, directions and tasks comes back with where the evidence of each is "
        "strongest.\n\n"
        "How to read the results: rank 1 is first; rank_low to rank_high holds in 90 % of the "
        "draws, and candidates whose ranges overlap are not told apart by these criteria. "
        "share_first is the share of draws in which one was first. SENSITIVITY holds the ranks by "
        "the other methods, and without each criterion. weighted_sum: values from 0 to 1 times "
        "their weight; topsis: nearness to the best of all; promethee: how often one is preferred "
        "(thresholds indifference and preference in units of the criterion). A candidate without "
        "a value is not ranked; its status says which is missing. Ranks are evidence for a "
        "decision, not the decision: weights are opinions, and criteria that measure the same "
        "thing twice count it twice."
    )

    def takes(self):
        yield _candidates()
        yield _criteria()
        yield several_layers(
            "CRITERIA_LAYERS",
            "Layers of criteria",
            ANY,
            "Layers that CRITERIA names: floods, coast, roads. Known by their names.",
            optional=True,
        )
        yield choice(
            "METHOD",
            "Method",
            ["weighted_sum", "topsis", "promethee"],
            "weighted_sum",
            "The others stand in SENSITIVITY.",
        )
        yield table(
            "CHAIN",
            "Chain of priorities",
            "Columns code, parent, level (challenge, priority, direction, task), text_en (_lv, "
            "_lt), criteria (names, with commas), indicator.",
            advanced=False,
        )
        yield number(
            "SPREAD",
            "Spread of weights",
            0.5,
            "0.5: each weight is drawn between half and one and a half times its value.",
            least=0,
            most=1,
        )
        yield number(
            "DRAWS", "Draws", 1000, "How often weights are drawn.", least=1, most=100000,
            whole=True, advanced=True,
        )  # fmt: skip
        yield number(
            "SEED", "Seed", 1, "The same seed draws the same weights.", whole=True, advanced=True
        )

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Candidates in order", outputs.ANY_GEOMETRY,
            "The candidates with score, rank, its range and its reason in three languages.",
        )  # fmt: skip
        yield outputs.table(
            "SENSITIVITY", "Sensitivity", "Ranks by other methods and without each criterion.",
            optional=True,
        )  # fmt: skip
        yield outputs.table(
            "CHAIN_OUT", "Chain with its evidence",
            "The rows of CHAIN in their order, with the candidates that lead by their criteria.",
            optional=True,
        )  # fmt: skip

    def compute(self, given, run):
        from ... import priorities_io

        return priorities_io.priorities(given, run)


def _candidates() -> Input:
    definitions = [
        source_definition(
            "CANDIDATES", "Candidates", ANY, "Zones, services or project ideas; a table will do."
        ),
        field_definition(
            "CANDIDATE_ID", "Id of the candidates", "CANDIDATES", "Unique values.", optional=False
        ),
        field_definition(
            "CANDIDATE_NAME_FIELD", "Name of the candidates", "CANDIDATES", "Empty: their ids."
        ),
    ]

    def check(run):
        run.source("CANDIDATES")
        layer = run.layer("CANDIDATES")
        check_layer(layer, "CANDIDATES", ANY)
        for name in ("CANDIDATE_ID", "CANDIDATE_NAME_FIELD"):
            check_field(layer, name, run.text(name))

    return Input(definitions, lambda run: {}, check)


def _criteria() -> Input:
    definition = source_definition(
        "CRITERIA",
        "Criteria",
        ANY,
        "Columns field (of the candidates) or layer and measure (share in per cent, distance_km, "
        "count within within_km, mean of layer_field), weight, direction (max, min); also "
        "criterion (a short name), indifference, preference, label_en, label_lv, label_lt.",
    )
    return Input([definition], lambda run: {}, lambda run: run.source("CRITERIA"))
