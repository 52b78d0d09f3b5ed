"""Border crossings."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import choice, text

DECAYS = ["binary", "stepped", "linear", "power", "exponential", "gaussian", "logistic"]
LIMIT_MIN = 120.0


class BorderCrossings(SmartPlanningAlgorithm):
    """What each border crossing carries, and what its closing would do."""

    ID = "bordercrossings"
    TITLE = "Importance of border crossings"
    GROUP = "network"
    TAGS = ["border", "crossings", "vulnerability", "detour", "redundancy", "closure"]
    HELP = (
        "Models trips between people of two countries (people times people times DECAY of the "
        "minutes between them), sends each over its fastest way, and closes one crossing after the "
        "other. Trips above MAX_COST (empty: 120 minutes) do not count.\n\n"
        "How to read the results: share_of_trips is the share of these modelled trips over the "
        "crossing (a trip over two crossings counts at both); trips only compares crossings, "
        "nobody counted them. detour_if_closed_min is the mean detour of its trips that find any "
        "other way, extra_time_share what that adds to the time of all trips. cut_off_trips is the "
        "share of all trips that find no way any more, cut_off_population the people who no longer "
        "reach anybody abroad in time, redundancy the share of its trips that still find a way in "
        "time. rank 1 carries most.\n\n"
        "Only crossings in the network are there: where local ones are missing, detours and people "
        "cut off come out too high. A list of crossings by importance is a security matter, too."
    )

    def takes(self):
        yield bundles.network(costs=("time",))
        yield bundles.places(one_point=True)
        yield choice(
            "DECAY",
            "Decay of trips with minutes",
            DECAYS,
            "exponential",
            "How the number of trips falls with the time between two places.",
        )
        yield text(
            "DECAY_PARAMETER",
            "Parameters of the decay",
            "",
            "exponential: rate per minute. power: exponent, least minutes. gaussian: standard "
            "deviation. Empty: by MAX_COST (exponential and gaussian weigh 0.01 there).",
            advanced=True,
        )

    def gives(self):
        yield outputs.layer(
            "OUTPUT",
            "Border crossings by importance",
            outputs.POINTS,
            "The crossings that are open, the most important first.",
        )

    def compute(self, given, run):
        from ....core.accessibility.decay import parse_decay
        from ....core.crossborder.crossings import crossing_importance
        from ....core.crossborder.scenarios import CLOSED
        from ....core.errors import BorderNeededError
        from ... import places_io
        from ...layers import geometries_of_points
        from ...writing import Rows

        travel = given.travel
        if travel.border.state == CLOSED:
            raise BorderNeededError(
                "BORDER is closed: no crossing carries anything", "Choose open or delay"
            )
        decay = parse_decay(given.decay, given.decay_parameter)
        limit = min(travel.max_cost, 1e9) if run.given("MAX_COST") else LIMIT_MIN
        at = travel.targets(given.places)
        places_io.require_usable(at, given.places.layer, run)
        found = crossing_importance(
            travel,
            at,
            given.places.people(),
            lambda minutes: decay.weights(minutes, limit),
            limit,
            run.progress,
        )
        run.limits.add("modelled trips, not observed")
        run.limits.add("only crossings of roads in the network")
        xy = found[["x", "y"]].to_numpy(float)
        table = found.drop(columns=["edge", "x", "y"])
        return {"OUTPUT": Rows(table, geometries_of_points(xy), run.crs)}
