"""Border zones."""

from __future__ import annotations

from ....core.errors import InvalidValueError
from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import NUMERIC, Input, check_field, field_definition, numbers


class BorderZones(SmartPlanningAlgorithm):
    """Drive time from each place to its nearest border crossing, in bands."""

    ID = "borderzones"
    TITLE = "Border zones"
    GROUP = "network"
    TAGS = ["border region", "crossings", "drive time", "bands", "borderland", "population"]
    HELP = (
        "For each place the drive time to the nearest border crossing, and the people of each "
        "country in bands of it. Crossings that are shut do not count; the way to a crossing is "
        "the same however the border is.\n\n"
        "How to read the results: band 0-30 holds places up to and with 30 minutes. unreached: "
        "no way to a crossing; not_used: the place could not be used, its status says why. The "
        "SUMMARY adds up to all places; with BEFORE_FIELD, change_pct is the change of people in "
        "the band and vs_country how it differs from that of all places of the country, in points: "
        "let the places cover the country. Only crossings of roads in the network count: where "
        "local roads are missing, places are nearer to the border than it says."
    )

    def takes(self):
        yield bundles.network(costs=("time",))
        yield bundles.places()
        yield numbers(
            "BANDS", "Upper limits of the bands (minutes)", "30,60,90", "Numbers with commas."
        )
        yield _before()

    def gives(self):
        yield outputs.layer(
            "OUTPUT",
            "Places by their distance to the border",
            outputs.ANY_GEOMETRY,
            "The places with border_min, crossing_id, crossing_name and band.",
        )
        yield outputs.table(
            "SUMMARY",
            "People by band and country",
            "country, band, places, population and their share of the country's people here; with "
            "BEFORE_FIELD also the change.",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.crossborder.crossings import border_zones
        from ... import places_io
        from ...writing import Rows

        at = given.travel.targets(given.places)
        places_io.require_usable(at, given.places.layer, run)
        before = None
        if given.before_field:
            before = bundles.not_negative(given.places_layer, given.before_field, given.places.id)
        found = border_zones(given.travel, at, given.places.people(), given.bands, before)
        table = places_io.with_status(found.places, given.places, at)
        return {
            "OUTPUT": places_io.like(given.places_layer, table, run.crs),
            "SUMMARY": Rows(found.summary),
        }


def _before() -> Input:
    definition = field_definition(
        "BEFORE_FIELD",
        "Population at an earlier date",
        "PLACES",
        "For the change of people in each band. Empty: none.",
        kind=NUMERIC,
        advanced=True,
    )

    def check(run):
        check_field(run.layer("PLACES"), "BEFORE_FIELD", run.text("BEFORE_FIELD"))
        if run.text("BEFORE_FIELD") and run.given("POPULATION_POINTS"):
            raise InvalidValueError(
                "BEFORE_FIELD belongs to whole places, POPULATION_POINTS divide them",
                "Leave one of the two empty",
            )

    return Input([definition], lambda run: {"before_field": run.text("BEFORE_FIELD")}, check)
