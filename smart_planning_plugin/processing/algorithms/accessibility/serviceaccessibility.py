"""Service accessibility."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import choice, number


class ServiceAccessibility(SmartPlanningAlgorithm):
    """For each place: how near is the nearest service of each type, and how much is in reach."""

    ID = "serviceaccessibility"
    TITLE = "Service accessibility"
    GROUP = "accessibility"
    TAGS = ["nearest facility", "cumulative opportunities", "services", "hospital", "school"]
    HELP = (
        "For each place and each type of service: the cost to the nearest service, and what lies "
        "within a threshold, with the border open, delayed or closed.\n\n"
        "How to read the results: nearest_<type> is in minutes by car (or km); nearest_id_<type> "
        "names the service. nearest_own_ counts services of the place's own country only, "
        "nearest_abroad_ those of its neighbours: 'foreign services do not count' is another "
        "question than 'the border is closed', under which nobody may even pass through. "
        "cumulative_<type> is the capacity (or, without one, the number) of services within the "
        "threshold. A place with a status other than ok could not be used; remarks names the "
        "types that cannot be reached from it."
    )

    def takes(self):
        yield bundles.network(times=True)
        yield bundles.places()
        yield bundles.services(norms=True)
        yield choice(
            "MEASURES",
            "Measures",
            ["nearest", "cumulative"],
            ["nearest"],
            "nearest: cost to the nearest service. cumulative: what is within the threshold.",
            several=True,
        )
        yield number(
            "THRESHOLD",
            "Threshold (minutes or km)",
            30.0,
            "For types whose threshold_min in SERVICE_TYPES is empty.",
            above=0,
        )

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Accessibility of places", outputs.ANY_GEOMETRY, "The places with measures."
        )

    def compute(self, given, run):
        from ....core.accessibility.measures import service_accessibility
        from ... import places_io

        at = given.travel.targets(given.places)
        places_io.require_usable(at, given.places.layer, run)
        found = service_accessibility(
            given.travel,
            at,
            given.services,
            given.types,
            given.measures,
            given.threshold,
            run.progress,
        )
        table = places_io.with_status(found.values, given.places, at)
        table["remarks"] = found.remarks
        places_io.warn_of_lost(found.services, "services", run)
        return {"OUTPUT": places_io.like(given.places_layer, table, run.crs)}
