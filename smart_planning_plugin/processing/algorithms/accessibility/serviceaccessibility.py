"""Service accessibility."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ..results.styleresults import language


class ServiceAccessibility(SmartPlanningAlgorithm):
    """For each place and type of service: how near, how much, and shared with how many others."""

    ID = "serviceaccessibility"
    TITLE = "Service accessibility"
    GROUP = "accessibility"
    TAGS = [
        "nearest facility", "cumulative opportunities", "gravity", "2sfca", "floating catchment",
        "spatial availability", "equity", "gini", "norms", "services", "hospital", "school",
    ]  # fmt: skip
    HELP = (
        "For each place and each type of service: the cost to the nearest service, what lies "
        "within a threshold, and what is left of it when all who have it in reach share it, with "
        "the border open, delayed or closed; against norms; with services closed, opened or "
        "moved.\n\n"
        "How to read the results: nearest_<type> is in minutes by car (or km), with the extra "
        "minutes of services abroad; nearest_id_<type> names the service. nearest_own_ counts "
        "services of the place's own country only, nearest_abroad_ those of its neighbours: "
        "'foreign services do not count' is another question than 'the border is closed', under "
        "which nobody may even pass through. cumulative_ and gravity_<type> are capacity (or, "
        "without one, the number of services); 2sfca_, e2sfca_, 3sfca_ and bfca_ are capacity for "
        "each person who needs the service; spatial_availability_ is the capacity that falls to "
        "the place. Journeys run as DIRECTION says, or as SERVICE_TYPES says for a type: an "
        "ambulance starts at its post. _own_ and _abroad_ add up to each. Empty: the place could "
        "not be used, or no service is reached. 0: nothing is in reach. within_norm_<type> "
        "compares with the norm of the own country and settlement. change_ is the result with "
        "SERVICE_CHANGES less the present. A place with a status other than ok could not be used; "
        "remarks names the types that cannot be reached from it.\n\n"
        "Limits: edge_min is the way to where the roads of the data end by land (with COUNTRIES; "
        "else also at coasts); with edge_reached = 1 a service or people beyond it could count, "
        "and are not in the data. Measures with competition may rise when the "
        "border closes, because people abroad do not share any more."
    )

    def takes(self):
        yield bundles.network(times=True)
        yield bundles.places()
        yield bundles.services(norms=True)
        yield bundles.measures()
        yield language()

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Accessibility of places", outputs.ANY_GEOMETRY, "The places with measures."
        )
        yield outputs.table(
            "EQUITY",
            "Equity",
            "A row for each measure and type, for all, each country and each group: Gini, Palma "
            "(mean of the top tenth of the people over that of the bottom four tenths; ranked by "
            "RANK_FIELD, else by the measure), Theil with its parts, and with RANK_FIELD the "
            "concentration index and Erreygers' index (bounds 0 and the most).",
            optional=True,
        )
        yield outputs.table(
            "NORMS_MET",
            "Norms met",
            "With NORMS: the share of people within the norm of their own country and settlement.",
            optional=True,
        )
        yield outputs.layer(
            "SERVICES_OUT",
            "Services and their demand",
            outputs.POINTS,
            "The services with what counts of them, the demand in their reach, and supply for "
            "each; status unserved: supply, and nobody in reach.",
            optional=True,
        )
        yield outputs.file(
            "PLOTS",
            "Plots",
            "HTML (*.html)",
            "How the measures are spread over people, by country, with tables.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import access_io
        from ...writing import Rows

        access_io.check_plots(run)
        found, at = access_io.measured(given, run)
        table, met = access_io.place_table(given, found, at, run)
        return {
            "OUTPUT": access_io.place_rows(given, table, run),
            "EQUITY": Rows(access_io.equity_table(given, found, at)),
            "NORMS_MET": Rows(access_io.norms_table(given, met, run)),
            "SERVICES_OUT": access_io.facility_rows(given, found, run),
            "PLOTS": access_io.plots(given, [("", found)], at, run),
        }
