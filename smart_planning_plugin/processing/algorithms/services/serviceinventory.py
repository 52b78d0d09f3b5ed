"""Service inventory."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import POLYGONS, Input, check_field, check_layer, field_definition, number
from ...parameters import source_definition as source


class ServiceInventory(SmartPlanningAlgorithm):
    """What services parishes, municipalities or zones have, lack, and reach across the border."""

    ID = "serviceinventory"
    TITLE = "Service inventory"
    GROUP = "services"
    TAGS = ["inventory", "provision", "inner periphery", "per 10,000", "missing services"]
    HELP = (
        "Counts the services in each zone by type, and says how near they are to its people: at "
        "home, and across the border.\n\n"
        "How to read the results, for each type: n_ is the number in the zone; per_10k_ the number "
        "for 10,000 people of the type's own demand (demand_field in SERVICE_TYPES); within_ and "
        "within_pct_ the people within the norm of their own country and settlement (NORMS, else "
        "the threshold) of one at home; across_ those who are not, but are of one across the "
        "border: reachable, which is not the same as shared; nearest_min_ and "
        "nearest_abroad_min_ the mean minutes of the people; index_ the minutes to the nearest "
        "of any country against the surrounding region (100). reach_ says here, near (none here, "
        "but most people have one within the norm at home), across (not so, but most have one "
        "across the border: reachable, not shared), "
        "missing, or nobody (nobody lives there). n_deficit counts the types for which the zone "
        "lies DEFICIT times further than the surrounding region: with half of the types or more it "
        "reads as an inner periphery (after ESPON PROFECY). SUMMARY adds up by type and theme, "
        "warns where the two countries' data are not equally complete, and ends with sentences to "
        "paste. change_ is the result with SERVICE_CHANGES less the present.\n\n"
        "Limits: a service counts where its point lies, and only if the data has it; people are "
        "residents. Where the data ends within reach, services beyond it are missed."
    )

    def takes(self):
        yield bundles.network(costs=["time"], times=True)
        yield _zones()
        yield bundles.places()
        yield bundles.services(norms=True)
        yield number(
            "THRESHOLD",
            "Threshold (minutes)",
            30.0,
            "For types without a norm and without threshold_min in SERVICE_TYPES.",
            above=0,
        )
        yield number(
            "SURROUNDING",
            "Surrounding region (km)",
            50.0,
            "Zones whose people live this near on average, the zone itself among them; each counts "
            "once.",
            above=0,
            advanced=True,
        )
        yield number(
            "DEFICIT",
            "Deficit (times the surrounding region)",
            1.5,
            "A zone with mean minutes so many times those of the surrounding region is in deficit.",
            above=1,
            advanced=True,
        )

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Zones with their services", outputs.POLYGONS, "The zones, with each type."
        )
        yield outputs.table(
            "SUMMARY",
            "Summary by type of service",
            "Numbers by type, theme and country, and the finding in words in three languages.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import inventory_io

        found, place_zone = inventory_io.counted(given, run)
        return {
            "OUTPUT": inventory_io.zone_rows(found, given, place_zone, run),
            "SUMMARY": inventory_io.summary_rows(found, given, run),
        }


def _zones() -> Input:
    definitions = [
        source("ZONES", "Zones", POLYGONS, "Parishes, elderships, municipalities or other zones."),
        field_definition("ZONE_ID", "Id of the zones", "ZONES", "Unique values.", optional=False),
        field_definition(
            "ZONE_NAME_FIELD", "Name of the zones", "ZONES", "For sentences; empty: their ids."
        ),
        field_definition(
            "ZONE_COUNTRY_FIELD",
            "Country code of the zones",
            "ZONES",
            "Empty: the country polygon the zone lies in, else that of most of its people.",
        ),
    ]

    def check(run):
        run.source("ZONES")
        check_layer(run.layer("ZONES"), "ZONES", POLYGONS)
        for name in ("ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD"):
            check_field(run.layer("ZONES"), name, run.text(name))

    return Input(definitions, lambda run: {"zones_layer": run.read("ZONES")}, check)
