"""What the border changes."""

from __future__ import annotations

from ..blocks import Chapter, Column, Note, Words, findings, table
from ..study import Study
from .common import limits_of, maps

SUMMARY, ZONES = "bordereffect.SUMMARY", "borderzones.SUMMARY"


def border(study: Study, say: Words) -> Chapter:
    """The same measures with the border open, delayed and closed: geography, no forecast.

    Crossings are not ranked here: which of them matters most is also a question of security.
    """
    summary, zones = study.of(SUMMARY), study.of(ZONES)
    blocks = [
        *findings(say, summary),
        *table(say, summary, "What a closed border would change", SUMMARY_COLUMNS),
        *findings(say, zones),
        *table(say, zones, "People by drive time to the nearest border crossing", ZONE_COLUMNS),
        *maps(study, say, "bordereffect", "borderzones"),
    ]
    if blocks:
        blocks += [
            Note(say("A closed border is a thought experiment about geography: not a forecast, "
                     "and not about law, language or tariffs.")),
            *limits_of([summary, zones], say),
        ]  # fmt: skip
    return Chapter("border", say("What the border changes"), blocks)


SUMMARY_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("measure", "Measure", "label"),
    Column("country", "Country"),
    Column("group", "Group", "label"),
    Column("people", "People", "people"),
    Column("people_gain_5", "People who gain 5 min or more", "people"),
    Column("people_gain_10", "People who gain 10 min or more", "people"),
    Column("people_gain_15", "People who gain 15 min or more", "people"),
    Column("loss_pct", "Loss (%)", "1"),
    Column("cut_off", "People cut off", "people"),
]
ZONE_COLUMNS = [
    Column("band", "Drive time", "name"),
    Column("country", "Country"),
    Column("places", "Places", "0"),
    Column("population", "People", "people"),
]
