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
#: Kind of table -> the columns that say of when its data are.
DATES = {
    "territorialtrends.OUTPUT": ("first_date", "last_date"),
    "specialisation.OUTPUT": ("first_year", "last_year"),
    "actionplan.OUTPUT": ("value_date",),
    "serviceaccessibility.NORMS_MET": ("date",),
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
        *_dates(ours, say),
        *(Note(say(MEANING[one])) for one in study.limits if one in MEANING),
        Note(say("People are rounded to tens; fewer than {} are not shown.", say.fewest)),
        Note(say("Texts of the data (titles, actions, legal bases) stand in the language in which "
                 "they were given.")),
        Note(say("Distances and detours come out too long where local roads are not in the data.")),
        *limits_of(ours, say),
    ]  # fmt: skip
    return Chapter("method", say("Methods, data and limits"), blocks if ours else [])


def _dates(tables, say: Words) -> list:
    """How old the figures of each table are, where it says so."""
    rows = []
    for one in tables:
        columns = [name for name in DATES.get(one.kind, ()) if name in one.frame]
        dates = sorted({str(date) for name in columns for date in one.frame[name] if date})
        dates = [date for date in dates if date != "nan"]
        if dates:
            rows.append([one.name, say.date(dates[0]), say.date(dates[-1])])
    if not rows:
        return []
    head = [say("Layer"), say("From"), say("To")]
    return [
        Table(say("How old the figures are"), head, rows, ["", "date", "date"]),
        Note(say("Of the data of other layers no date is known.")),
    ]
