"""Territorial trends."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, Input, choice, number, source_definition, table, text


class TerritorialTrends(SmartPlanningAlgorithm):
    """How zones change: people, age, movement, density, against others and across the border."""

    ID = "territorialtrends"
    TITLE = "Territorial trends"
    GROUP = "territory"
    TAGS = ["population change", "ageing", "dependency", "Webb", "statistics", "PxWeb", "CSP"]
    HELP = (
        "From a table of observations: change, growth a year, ageing and dependency, density, "
        "Webb's types of population change, breaks in a series, and the difference from the "
        "reference region and from the neighbours across the border. Exports of statistical "
        "offices are read as they are: title and notes, semicolons, decimal commas, Windows-1257, "
        "… - : for missing values, years side by side.\n\n"
        "How to read the results: growth_pct_year is compound, between first_date and last_date. "
        "vs_reference and vs_abroad are percentage points a year, above 0 where the zone fared "
        "better; vs_abroad compares with the zones that touch it across the border, taken "
        "together. Indicators called population, pop_0_14, pop_15_64, pop_65, births, deaths, "
        "natural_change and net_migration are known; ages are put into those groups. Populations "
        "stand at the beginning of their year. Webb: a and b grow mainly by births, c and d by "
        "migration; e and f shrink mainly by deaths, g and h by migration; without net_migration "
        "it is what births and deaths leave unexplained, so that a moved boundary looks like "
        "migration (migration_basis says residual). break_years: a flag of the office, or a jump "
        "found in the series; growth across a break means little. People are rounded to 10, "
        "fewer than 20 are hidden, so figures may not add up. Zones of unequal boundaries in "
        "time need CODE_CHANGES."
    )

    def takes(self):
        yield bundles.territories()
        yield observations()
        yield code_changes()
        yield text(
            "REFERENCE",
            "Reference region",
            "",
            "Its code in the observations. Empty: the sum of the zones of the layer.",
        )
        yield number("FROM_YEAR", "From year", None, "Empty: the first most have.", whole=True)
        yield number("TO_YEAR", "To year", None, "Empty: the last most have.", whole=True)
        yield choice(
            "SMALL_NUMBERS",
            "Small numbers",
            ["round", "keep"],
            "round",
            "round: to 10, and fewer than 20 hidden. keep: only for your own eyes.",
        )
        yield language()

    def gives(self):
        yield outputs.layer(
            "OUTPUT", "Trends of zones", outputs.POLYGONS, "The zones with their trends."
        )
        yield outputs.table(
            "SUMMARY", "Trends by indicator", "A row for each indicator and zone.", optional=True
        )
        yield outputs.table(
            "UNMATCHED", "What did not match", "Codes without a partner, and why.", optional=True
        )
        yield outputs.file(
            "PLOTS", "Small multiples", "SVG (*.svg)", "A small plot a zone, to print.",
            optional=True,
        )  # fmt: skip
        yield outputs.file(
            "REPORT", "Report", "HTML (*.html)", "What was found, in words and plots.",
            optional=True,
        )  # fmt: skip

    def compute(self, given, run):
        from ... import territory_io

        return territory_io.trends(given, run)


def observations() -> Input:
    """The table of observations, which is read once the zones are known."""
    definition = source_definition(
        "OBSERVATIONS",
        "Observations",
        ANY,
        "Columns zone, year (or a date), indicator, value; years or indicators may stand side by "
        "side. A CSV is read from its file, so codes keep their zeros.",
    )
    return Input([definition], lambda run: {}, lambda run: run.source("OBSERVATIONS"))


def code_changes() -> Input:
    """The table of changed codes, read with the observations."""
    one = table(
        "CODE_CHANGES",
        "Changed codes",
        "Columns from, to, weight (shares of an old code that add up to 1) and, where known, "
        "year, the first in which the new codes hold: the reform of 2021, a new NUTS.",
        advanced=False,
    )
    return Input(one.definitions, lambda run: {})


def language() -> Input:
    """The language of words in reports."""
    return choice("LANGUAGE", "Language", ["en", "lv", "lt"], "en", "Of words in files.")
