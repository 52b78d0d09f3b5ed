"""What is asked of accessibility: measures, thresholds, decay, willingness."""

from __future__ import annotations

from ..parameters import NUMERIC, Input, check_field, choice, field_definition, number, text

#: As in `core.accessibility.measures`, which brings numpy.
NAMES = [
    "nearest", "cumulative", "gravity", "2sfca", "e2sfca", "3sfca", "bfca", "spatial_availability",
]  # fmt: skip
DECAYS = ["binary", "stepped", "linear", "power", "exponential", "gaussian", "logistic"]


def measures(equity: bool = True) -> Input:
    """Measures and how they weigh; reads as `question`, and `group` and `rank` of the places.

    Comes after `places`. Without `equity` there is neither group nor rank.
    """
    options = [
        choice(
            "MEASURES",
            "Measures",
            NAMES,
            ["nearest"],
            "nearest: cost to the nearest service, always there. cumulative: what is within the "
            "threshold. gravity: the same, less the further away. 2sfca, e2sfca (with decay), "
            "3sfca and bfca: supply for each person, shared with all who have it in reach. "
            "spatial_availability: a place's part of the supply.",
            several=True,
        ),
        number(
            "THRESHOLD",
            "Threshold (minutes or km)",
            30.0,
            "For types whose threshold_min in SERVICE_TYPES is empty. What lies at it is in reach.",
            above=0,
        ),
        number(
            "NEAREST",
            "Also the n-th nearest",
            1,
            "With 3, nearest_3_<type> is the cost to the third nearest: a choice, or a reserve.",
            least=1,
            whole=True,
            advanced=True,
        ),
        choice(
            "DECAY",
            "Decay",
            DECAYS,
            "binary",
            "How a service counts the further away it is, for gravity, e2sfca, 3sfca, bfca and "
            "spatial_availability. Beyond the threshold it counts nothing.",
            advanced=True,
        ),
        text(
            "DECAY_PARAMETER",
            "Parameters of the decay",
            "",
            "stepped: limit:weight, as 10:1, 20:0.68, 30:0.22. power: exponent, least cost. "
            "exponential: rate. gaussian: standard deviation. logistic: mean, standard deviation. "
            "Empty: by the threshold (exponential and gaussian weigh 0.01 there).",
            advanced=True,
        ),
        number(
            "WILLINGNESS",
            "Willingness to use services abroad (0 to 1)",
            1.0,
            "What services abroad weigh in the weighted measures (not nearest and cumulative), "
            "apart from any delay. 1 is the most optimistic assumption.",
            least=0,
            most=1,
        ),
    ]
    definitions = [one for option in options for one in option.definitions]
    if equity:
        definitions += _equity_definitions()

    def check(run):
        for option in options:
            option.check(run)
        for name in ("GROUP_FIELD", "RANK_FIELD") if equity else ():
            check_field(run.layer("PLACES"), name, run.text(name))
        _decay(run)

    def read(run):
        from ...core.accessibility.fca import WEIGHTED, Weighing
        from ...core.accessibility.measures import Question

        given = {}
        for option in options:
            given.update(option.read(run))
        chosen = given["measures"]
        if "nearest" not in chosen:  # what is reached at all, norms and maps stand on it
            chosen = ["nearest", *chosen]
        willing = given["willingness"]
        if willing < 1 and not set(chosen) & set(WEIGHTED):
            run.warn("WILLINGNESS changes weighted measures only, and none is asked for")
        weighing = Weighing(_decay(run), willing)
        question = Question(tuple(chosen), given["threshold"], weighing, given["nearest"])
        if willing < 1:
            run.scenario += f"; willingness {willing:g}"
        return {"question": question}

    def complete(values, run):
        if not equity:
            return {}
        data = values["places_layer"]
        group, rank = run.text("GROUP_FIELD"), run.text("RANK_FIELD")
        return {
            "group": data.texts(group) if group else None,
            "rank": data.numbers(rank) if rank else None,
        }

    return Input(definitions, read, check, complete)


def _equity_definitions() -> list:
    return [
        field_definition(
            "GROUP_FIELD",
            "Group of the places (for equity)",
            "PLACES",
            "Such as the municipality: indices for each, and between and within them.",
            advanced=True,
        ),
        field_definition(
            "RANK_FIELD",
            "Rank of the places (for equity)",
            "PLACES",
            "Such as income: who has more, the rich or the poor? Palma and concentration index.",
            kind=NUMERIC,
            advanced=True,
        ),
    ]


def _decay(run):
    from ...core.accessibility.decay import parse_decay

    return parse_decay(run.choice("DECAY", DECAYS), run.text("DECAY_PARAMETER"))
