"""Border effect."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import limits
from ..results.styleresults import language


class BorderEffect(SmartPlanningAlgorithm):
    """Accessibility with the border open, delayed and closed, side by side."""

    ID = "bordereffect"
    TITLE = "Border effect"
    GROUP = "crossborder"
    TAGS = ["border closure", "barrier effect", "accessibility loss", "scenario", "service gain"]
    HELP = (
        "Any measure of accessibility under several states of the border, and what lies between "
        "the first and the last. Nothing is prepared twice: a state only changes what crossings "
        "cost.\n\n"
        "How to read the results: <measure>_<type>_open, _delay, _closed are the measure in each "
        "state. loss_abs_ and loss_pct_ are positive where people are worse off. gain_min_<type> "
        "is the way to the nearest service at home less that to the nearest of all, in the first "
        "state: what a service across the border could save; newly_served_<type> = 1: none is "
        "reached at home. cut_off_<type> = 1: reached in the first state and not in the last. "
        "<measure>_own_<type> does not count services abroad, which is not a closed border: a way "
        "at home may lead through the neighbour. In SUMMARY each country stands by itself, so that "
        "both directions show, and so do distances from the border; for weighted measures the loss "
        "in per cent is given for a willingness of 1, 0.5 and 0.2 to use services abroad: quote "
        "the range. With NORMS, within_norm_<type>_<state> and people_within_norm_<state> compare "
        "with the norm of the own country and settlement; with SERVICE_CHANGES, "
        "change_<measure>_<type>_<state> is the result with the changes less the present. PLOTS "
        "draws the states side by side, by country.\n\n"
        "Limits: the difference is geography, how roads, people and services lie to each other. It "
        "is neither law, language nor price, and no forecast. Where local crossings are missing in "
        "the network, losses and people cut off come out too high. Measures with competition may "
        "gain from a closed border, because people abroad do not share any more."
    )

    def takes(self):
        yield bundles.network(times=True, scenarios=True)
        yield bundles.places()
        yield bundles.services(norms=True)
        yield bundles.measures(equity=False)
        yield limits(
            "BANDS",
            "Distances from the border (km)",
            "10,25,50",
            "Limits of the bands of SUMMARY, from the nearest other country, or without COUNTRIES "
            "from the nearest crossing.",
        )
        yield language()

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Border effect", outputs.ANY_GEOMETRY, "The places with all states."
        )
        yield outputs.table(
            "SUMMARY",
            "Border effect by country and distance",
            "A row for each measure and type: for all, each country, each band.",
            optional=True,
        )
        yield outputs.file(
            "PLOTS",
            "Plots",
            "HTML (*.html)",
            "How the measures are spread over people in each state, by country, with tables.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import access_io, effect_io
        from ...writing import Rows

        access_io.check_plots(run)
        effect, at = effect_io.effect(given, run)
        distance, band = effect_io.from_the_border(given, at, run)
        table, summary = effect_io.tables(given, effect, at, distance, band, run)
        return {
            "OUTPUT": access_io.place_rows(given, table, run),
            "SUMMARY": Rows(summary),
            "PLOTS": effect_io.plots(given, effect, at, run),
        }
