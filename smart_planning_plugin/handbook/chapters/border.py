"""What the border changes."""

from __future__ import annotations

from .. import charts
from ..blocks import Chapter, Column, Note, Sentence, Words, table
from ..study import Study
from .common import limits_of, maps

SUMMARY, ZONES = "bordereffect.SUMMARY", "borderzones.SUMMARY"
NEAREST = "nearest"


def border(study: Study, say: Words) -> Chapter:
    """The same measures with the border open and closed: geography, no forecast.

    Crossings are not ranked here: which of them matters most is also a question of security.
    """
    summary, zones = study.of(SUMMARY), study.of(ZONES)
    blocks = [
        *_nearest(summary, say),
        *maps(study, say, "bordereffect", "sharedserviceareas.CHANGES"),
        *table(say, zones, "People by drive time to the nearest border crossing", ZONE_COLUMNS,
               sort=["country", "band"], rising=True),
        *maps(study, say, "borderzones"),
    ]  # fmt: skip
    if blocks:
        blocks += [
            Note(say("A closed border is a thought experiment about geography: not a forecast, "
                     "and not about law, language or tariffs.")),
            *limits_of([summary, zones], say),
        ]  # fmt: skip
    return Chapter("border", say("What the border changes"), blocks)


SUMMARY_COLUMNS = [
    Column("service_type", "Type of service", "label"),
    Column("country", "Country"),
    Column("people", "People", "people"),
    Column("mean_open", "Mean travel time, border open (min)", "1"),
    Column("mean_closed", "Mean travel time, border closed (min)", "1"),
    Column("people_worse", "People who would travel longer", "people"),
    Column("people_gain_5", "… by 5 min or more", "people"),
    Column("people_gain_10", "… by 10 min or more", "people"),
    Column("people_gain_15", "… by 15 min or more", "people"),
    Column("people_cut_off", "People cut off", "people"),
]
ZONE_COLUMNS = [
    Column("country", "Country"),
    Column("band", "Travel time (min)", "range"),
    Column("places", "Places", "0"),
    Column("population", "People", "people"),
    Column("share", "Share of the country's people here", "percent"),
]


def _nearest(summary, say: Words) -> list:
    """Travel time to the nearest service: a sentence a type, a table and a chart by country."""
    if summary is None or "band_km" not in summary.frame:
        return []
    rows = summary.frame[
        (summary.frame["measure"] == NEAREST) & summary.frame["band_km"].isna()
    ].sort_values("service_type")
    together = rows[rows["country"].isna() & (rows["people_worse"] > 0)]
    told = [
        Sentence(_told(one, say), summary, say.label(one["service_type"]))
        for one in together.sort_values("people_worse", ascending=False).to_dict("records")
    ]
    by_country = rows[rows["country"].notna()]
    shown = table(
        say, summary, "Travel time to the nearest service, with the border open and closed",
        SUMMARY_COLUMNS, frame=by_country, most=100,
    )  # fmt: skip
    if not shown:
        return told
    people = by_country.pivot_table(
        index="service_type", columns="country", values="people_worse", aggfunc="sum", fill_value=0
    )
    series = {say.name(one): [charts.shown(each, say) for each in people[one]] for one in people}
    names = [say.label(one) for one in people.index]
    caption = "People who would travel longer with the border closed"
    return [*told, charts.bars(say, caption, shown[0], series, names, say("People"))]


def _told(row: dict, say: Words) -> str:
    """What a closed border would change for a type of service."""
    said = [
        say("With the border closed, the trip to the nearest one would take longer for {people} "
            "people.", people=say.people(row["people_worse"]))
    ]  # fmt: skip
    if row["people_gain_10"]:
        longer = say.people(row["people_gain_10"])
        said.append(say("So many of them by 10 minutes or more: {people}.", people=longer))
    if row["people_cut_off"]:
        cut = say.people(row["people_cut_off"])
        said.append(say("People who would reach none any more: {people}.", people=cut))
    return " ".join(said)
