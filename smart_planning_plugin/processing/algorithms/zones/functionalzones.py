"""Functional zones."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    POLYGONS,
    Input,
    choice,
    field_definition,
    flag,
    left_out,
    number,
    source_definition,
    table,
)

METHODS = ["functional_rural", "ttwa", "fua", "intramax", "dominant_flow", "louvain"]


class FunctionalZones(SmartPlanningAlgorithm):
    """Candidate functional zones across the border, and what they would be without crossing it."""

    ID = "functionalzones"
    TITLE = "Functional zones"
    GROUP = "zones"
    TAGS = ["functional region", "functional rural area", "ttwa", "intramax", "louvain", "fua"]
    HELP = (
        "Puts zones together that belong together, by one of six methods. functional_rural: from "
        "drive times alone (centres, their pull, least size); needs NETWORK and PLACES. The others "
        "need FLOWS between zones, or between PLACES, which are added up: ttwa (self-contained "
        "areas of Coombes and Bond), fua (a city and what sends it enough), intramax (merging the "
        "strongest ties), dominant_flow (everyone follows the largest flow), louvain (communities, "
        "with a seed). Each is computed with the border as ALLOW_CROSS_BORDER says and without "
        "crossing it.\n\n"
        "How to read the results: these are candidate zones. A functional zone in law is what "
        "councils agree on; give such zones as COMPARE_WITH (adjusted Rand index: 1 the same, 0 "
        "chance). zone_id is made of the core's id and lasts while the core does; zone_id_apart is "
        "the zone without crossing; changed says that the two differ for this unit. role is core, "
        "member, alone (a zone of its own) or urban (inside FUA). self_containment is the smaller "
        "share of flows that stay, counted from the flows. Limits: zones at the edge of the data "
        "look more self-contained than they are; zones from modelled flows say what size and "
        "distance would bring about, and confirm nothing; without FUA, functional_rural is the "
        "all-territory variant, in which large cities take rural centres in."
    )

    def takes(self):
        yield left_out(bundles.network(direction="from", costs=["time"]), "NETWORK", "travel")
        city = field_definition(
            "CITY_FIELD",
            "City that a zone is part of (fua)",
            "ZONES",
            "The name of the city, empty for other zones. Left out: every zone with CITY_SIZE "
            "residents is a city.",
            advanced=True,
        )
        yield bundles.zones(city)
        yield bundles.places(optional=True)
        yield table(
            "FLOWS",
            "Flows",
            "A table with from_id, to_id, flow and kind (observed, modelled), such as "
            "'Interaction flows' makes. Ids are those of ZONES, or of PLACES.",
            advanced=False,
        )
        yield choice("METHOD", "Method", METHODS, METHODS[0], "See above.")
        yield _areas()
        yield flag(
            "ALLOW_CROSS_BORDER",
            "Zones may cross the border",
            True,
            "No: the result itself stays within countries, and the comparison is void.",
        )
        for one in THRESHOLDS:
            yield number(*one[:4], **one[4])

    def gives(self):
        yield outputs.layer(
            "ZONES_OUT",
            "Zones and where they belong",
            outputs.POLYGONS,
            "The zones with their candidate zone, with the border crossed and without.",
        )
        yield outputs.layer(
            "REGIONS",
            "Candidate functional zones",
            outputs.POLYGONS,
            "Dissolved, with core, name, people, self-containment, contiguity and reason.",
            optional=True,
        )
        yield outputs.table(
            "SUMMARY",
            "Summary",
            "Both divisions, their difference, and the comparison with given zones.",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.zones.functional import functional_zones
        from ... import zones_io

        units, given.inside = zones_io.units_of(given, run, run.text("CITY_FIELD"))
        flows = zones_io.flows_of_zones(given, run, units, given.inside)
        given.settlements = None
        if given.method == METHODS[0]:
            given.settlements = zones_io.settlements_of(given, run, given.inside)
        given.compared = zones_io.compared(given, run)
        found = functional_zones(
            units, given.method, _rules(given), flows, given.settlements,
            given.allow_cross_border, run.progress,
        )  # fmt: skip
        run.scenario = "; ".join([*filter(None, [run.scenario]), given.method, found.variant])
        run.scenario = run.scenario.rstrip("; ")
        return {
            "ZONES_OUT": zones_io.zone_rows(found, units, given, run),
            "REGIONS": zones_io.region_rows(found, units, given, run),
            "SUMMARY": zones_io.summary_rows(found, units, given),
        }


#: Name, label, default, help, limits of each threshold, in the order of the dialog.
THRESHOLDS = [
    ("MIN_SIZE", "Least size", None,
     "functional_rural: people (empty: 25,000). ttwa: journeys that start in an area (empty: "
     "3,500, which is British).", {"least": 0}),
    ("TARGET_SIZE", "Size from which less self-containment is enough (ttwa)", 25000.0,
     "Journeys that start in an area.", {"above": 0}),
    ("MIN_SELF_CONTAINMENT", "Self-containment of large areas (ttwa)", 0.667,
     "Enough from TARGET_SIZE on.", {"above": 0, "most": 1}),
    ("TARGET_SELF_CONTAINMENT", "Self-containment of the smallest areas (ttwa)", 0.75,
     "Needed at MIN_SIZE.", {"above": 0, "most": 1}),
    ("COMMUTING_SHARE", "Share that has to go to the city (fua)", 0.15,
     "Of all who start in a zone, those who stay included.", {"above": 0, "most": 1}),
    ("CITY_SIZE", "Residents of a city (fua)", 50000.0,
     "Without CITY_FIELD, zones of this size are cities.", {"above": 0, "advanced": True}),
    ("CENTRE_RADIUS", "A centre is the largest within (minutes)", 10.0,
     "functional_rural.", {"least": 0, "advanced": True}),
    ("PULL_EXPONENT", "Exponent of the time in a centre's pull", 2.0,
     "functional_rural: people over minutes to this power.", {"above": 0, "advanced": True}),
    ("MERGE_WITHIN", "Centres nearer than this are one (minutes)", 30.0,
     "functional_rural: they merge even if large.", {"least": 0, "advanced": True}),
    ("MERGE_UP_TO", "Centres further apart than this stay apart (minutes)", 60.0,
     "functional_rural: they do not merge even if small.", {"least": 0, "advanced": True}),
    ("REGIONS_WANTED", "Number of zones (intramax)", 0,
     "0: before the largest jump in the share of flows within zones.",
     {"whole": True, "advanced": True}),
    ("RESOLUTION", "Resolution (louvain)", 1.0, "Above 1: more and smaller zones.",
     {"above": 0, "advanced": True}),
    ("SEED", "Seed (louvain)", 1, "The same seed gives the same zones.",
     {"whole": True, "advanced": True}),
]  # fmt: skip


def _rules(given):
    from ....core.errors import InvalidValueError
    from ....core.zones.functional import Rules
    from ....core.zones.rural import RuralRules
    from ....core.zones.ttwa import Targets

    least = {"functional_rural": 25000.0}.get(given.method, 3500.0)
    least = least if given.min_size is None else given.min_size
    if given.method == "ttwa":
        if given.target_size <= least:
            raise InvalidValueError("TARGET_SIZE must be above MIN_SIZE")
        if given.target_self_containment < given.min_self_containment:
            raise InvalidValueError(
                "TARGET_SELF_CONTAINMENT must not be below MIN_SELF_CONTAINMENT",
                "Small areas need more of it than large ones",
            )
    return Rules(
        RuralRules(
            given.centre_radius, given.pull_exponent, least, given.merge_up_to, given.merge_within
        ),
        Targets(
            least, given.target_size, given.min_self_containment, given.target_self_containment
        ),
        given.commuting_share,
        given.city_size,
        given.regions_wanted,
        given.resolution,
        given.seed,
    )


def _areas() -> Input:
    definitions = [
        source_definition(
            "FUA",
            "Functional urban areas (functional_rural)",
            POLYGONS,
            "Polygons; their field 'name' names them. Places inside are taken out, and zones most "
            "of whose people live inside become urban zones.",
            optional=True,
        ),
        source_definition(
            "COMPARE_WITH",
            "Zones to compare with",
            POLYGONS,
            "Agreed zones, or any other delineation.",
            optional=True,
        ),
        field_definition(
            "COMPARE_FIELD", "Name of the zones to compare with", "COMPARE_WITH", "Their names."
        ),
    ]

    def check(run):
        for name in ("FUA", "COMPARE_WITH"):
            bundles.check_given(run, name, POLYGONS)
        bundles.check_named(run, "COMPARE_WITH", "COMPARE_FIELD")

    def read(run):
        return {"fua": run.read("FUA"), "compare_with": run.read("COMPARE_WITH")}

    return Input(definitions, read, check)
