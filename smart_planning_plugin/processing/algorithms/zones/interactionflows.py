"""Interaction flows."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import NUMERIC, Input, choice, field_definition, flag, number, table


class InteractionFlows(SmartPlanningAlgorithm):
    """How much places have to do with each other: modelled, and where given, observed flows."""

    ID = "interactionflows"
    TITLE = "Interaction flows"
    GROUP = "zones"
    TAGS = ["gravity model", "huff", "radiation", "doubly constrained", "desire lines", "od flows"]
    HELP = (
        "Models flows between places from their people and the way between them, under the border "
        "in force. gravity: both masses and the way. huff: everybody of a place chooses among all. "
        "radiation: a journey ends at the first better chance; no decay to choose. "
        "doubly_constrained: as many start and end in each place as live and work there. With "
        "OBSERVED flows, gravity is fitted to them by Poisson regression (masses, decay, and the "
        "border, where flows across it were observed), and doubly_constrained takes their totals "
        "and finds their decay; the log says how well the model fits.\n\n"
        "How to read the results: kind tells observed from modelled flows row by row; modelled "
        "holds the model's value for observed ones, too. Without OBSERVED, flows are relative: "
        "one for every resident, or their number scaled to that. Modelled flows say how much "
        "interaction size and distance would bring about. They are possible interaction, nothing "
        "that was counted, and no journeys to work. A border delay costs minutes; WILLINGNESS is "
        "the share of interaction that language, law and habit leave: an assumption. Compare 1, "
        "0.5 and 0.2. A place that could not be used, or from which none is reached, has one row "
        "with its status."
    )

    def takes(self):
        yield bundles.network(direction="from", times=True)
        yield bundles.places(one_point=True)
        yield Input(
            [
                field_definition(
                    "ATTRACTION_FIELD",
                    "What attracts (jobs, seats)",
                    "PLACES",
                    "Empty: the population.",
                    kind=NUMERIC,
                )
            ],
            lambda run: {"attraction_field": run.text("ATTRACTION_FIELD")},
            lambda run: bundles.check_points(run, "PLACES", ["ATTRACTION_FIELD"]),
        )
        yield choice(
            "MODEL",
            "Model",
            ["gravity", "huff", "radiation", "doubly_constrained"],
            "gravity",
            "How flows come about. radiation needs no decay.",
        )
        yield table(
            "OBSERVED",
            "Observed flows",
            "A table with from_id, to_id (ids of the places) and flow. A pair that is not in it "
            "counts as an observed 0 between places of one country that both occur; across a "
            "border only where any flow across it was observed.",
            advanced=False,
        )
        yield number(
            "WILLINGNESS",
            "Willingness to cross the border",
            1.0,
            "From 0 (nobody crosses) to 1 (as at home): a factor on all pairs across a border. "
            "Minutes of delay are another thing: BORDER_DELAY.",
            least=0,
            most=1,
        )
        yield choice(
            "DECAY",
            "Decay",
            ["power", "exponential"],
            "power",
            "power: cost to the power of -DECAY_PARAMETER; exponential: e to the power of "
            "-DECAY_PARAMETER × cost.",
        )
        yield number(
            "DECAY_PARAMETER",
            "Decay parameter",
            None,
            "Empty: 2 for power, 0.05 for exponential; with OBSERVED, gravity and "
            "doubly_constrained find their own.",
            least=0,
        )
        yield number(
            "MIN_COST",
            "Shortest way (minutes or km)",
            5.0,
            "Ways that cost less count as this; it is also the way within a place.",
            least=0,
            advanced=True,
        )
        yield flag(
            "WITHIN",
            "Also flows within a place",
            True,
            "Needed for self-containment; radiation has none.",
            advanced=True,
        )
        yield number(
            "LINES_PER_PLACE",
            "Desire lines of each place",
            3,
            "Its so many largest flows are drawn; 0: all.",
            whole=True,
            advanced=True,
        )

    def gives(self):
        yield outputs.table("FLOWS", "Flows", "A row for each pair with a flow.")
        yield outputs.layer(
            "LINES",
            "Desire lines",
            outputs.LINES,
            "Straight lines between places, both directions added up.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import flows_io

        flows = flows_io.flows_of(given, run)
        return {
            "FLOWS": flows_io.flow_rows(flows, given),
            "LINES": flows_io.line_rows(flows, given, run),
        }
