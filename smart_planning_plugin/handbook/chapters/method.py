"""Methods, data and limits."""

from __future__ import annotations

from ..blocks import Chapter, Note, Sentence, Table, Words
from ..study import Study
from .common import limits_of

MEANING = {
    "by car": "Travel times are by car on the roads in the data, without queues or parking.",
    "schematic": "The sample region is schematic: real towns, road numbers and lengths, invented "
    "services. Do not plan with it.",
}


def method(study: Study, say: Words) -> Chapter:
    """Where every figure comes from, and what it cannot bear."""
    ours = [one for one in study.tables if one.kind]
    rows = [
        [
            one.name,
            one.kind.partition(".")[0],
            "; ".join(say.phrase(word) for word in one.scenario if word) or "–",
            ", ".join(sorted({name.split(" sha256")[0] for name in one.inputs})) or "–",
        ]
        for one in ours
    ]
    blocks = [
        Sentence(say("Every figure stands in a layer of the study, and each layer keeps in its "
                     "metadata the algorithm, its parameters, the scenario and its inputs.")),
        Table(
            say("Layers of the study"),
            [say("Layer"), say("Algorithm"), say("Scenario"), say("Made of")],
            rows,
            [""] * 4,
        ),
        *(Note(say(MEANING[one])) for one in study.limits if one in MEANING),
        Note(say("People are rounded to tens; fewer than {} are not shown.", say.fewest)),
        Note(say("Texts of the data (titles, actions, legal bases) stand in the language in which "
                 "they were given.")),
        Note(say("Distances and detours come out too long where local roads are not in the data.")),
        *limits_of(ours, say),
    ]  # fmt: skip
    return Chapter("method", say("Methods, data and limits"), blocks if ours else [])
