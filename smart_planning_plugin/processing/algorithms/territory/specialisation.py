"""Specialisation."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    ANY,
    ANY_GEOMETRY,
    Input,
    choice,
    field_definition,
    source_definition,
    table,
    text,
)


class Specialisation(SmartPlanningAlgorithm):
    """What zones are strong in, what became of it, and who across the border is alike."""

    ID = "specialisation"
    TITLE = "Smart specialisation"
    GROUP = "territory"
    TAGS = ["location quotient", "shift-share", "NACE", "Krugman", "jobs", "RIS3", "domains"]
    HELP = (
        "From jobs by sector: location quotients, shift-share, stars and classes of each sector "
        "(and of each domain of specialisation, where DOMAINS groups sectors), concentration of "
        "each zone, pairs across the border, and a guideline sheet for each municipality. NACE "
        "sections that contain each other (B-E and C, TOTAL) are taken apart, not added up.\n\n"
        "How to read the results: lq above 1 means a larger share of jobs than in the reference; "
        "lq_lowest and lq_highest are those of all years. national_share, industry_mix and "
        "regional_shift add up to the change in jobs; competitive and allocation "
        "(Esteban-Marquillas) to regional_shift. class: growing_strength, threatened_strength "
        "(lq of 1 or more, jobs growing or falling), emerging and weak (below 1), too_small. "
        "Stars: size (top tenth of zones, from 10 zones on), specialisation (lq of 2 or more), "
        "growth (top fifth, from 5 zones on); stars_possible says how many could be given. "
        "relatedness_density needs 10 zones. Fewer than 50 jobs are hidden. confidence is low "
        "where rounding matters, figures jump by a quarter between years, or lq is not on one "
        "side of 1 in all years: look at confidence_reason. Quotients on a few regions, against "
        "their own sum, are a first look and not smart specialisation; NACE does not show "
        "bioeconomy or blue economy: edit DOMAINS, ask firms. common and only_a, only_b in PAIRS "
        "are where cooperation could start, not where it exists."
    )

    def takes(self):
        yield bundles.territories()
        yield Input(
            [
                source_definition(
                    "JOBS",
                    "Jobs",
                    ANY,
                    "Columns zone, year, sector, jobs; sectors or years may stand side by side. A "
                    "CSV is read from its file.",
                )
            ],
            lambda run: {},
            lambda run: run.source("JOBS"),
        )
        yield text("REFERENCE", "Reference", "", "Its code in JOBS. Empty: the sum of the zones.")
        yield table(
            "DOMAINS",
            "Domains of specialisation",
            "Columns country (empty: all), sector, domain, share (of the sector's jobs), label_en, "
            "label_lv, label_lt. Empty: each sector by itself.",
            advanced=False,
        )
        changes = table(
            "CODE_CHANGES",
            "Changed codes",
            "Columns from, to, weight and, where known, year: as in territorial trends.",
            advanced=True,
        )
        yield Input(changes.definitions, lambda run: {})
        yield _municipalities()
        yield table(
            "RULES",
            "Rules of guidelines",
            "Columns rule, class, domain, partners, confidence, chapter, point_en, question_en, "
            "indicator_en and the same in _lv and _lt. Empty: those of the sample.",
        )
        yield choice("LANGUAGE", "Language", ["en", "lv", "lt"], "en", "Of words in files.")

    def gives(self):
        yield outputs.table(
            "OUTPUT", "Specialisation", "A row for each zone and sector, and each domain."
        )
        yield outputs.layer(
            "ZONES_OUT", "Zones", outputs.POLYGONS, "The zones, what they are strong in.",
            optional=True,
        )  # fmt: skip
        yield outputs.layer(
            "PAIRS", "Pairs across the border", outputs.LINES,
            "Zones of two countries: how alike, what is common, what complements.", optional=True,
        )  # fmt: skip
        yield outputs.table(
            "GUIDELINES_TABLE", "Guidelines", "A row a point, in three languages.", optional=True
        )
        yield outputs.file(
            "GUIDELINES", "Guideline sheets", "HTML (*.html)", "A sheet a municipality, to print.",
            optional=True,
        )  # fmt: skip

    def compute(self, given, run):
        from ... import specialisation_io

        return specialisation_io.specialisation(given, run)


def _municipalities() -> Input:
    definitions = [
        source_definition(
            "MUNICIPALITIES",
            "Municipalities",
            ANY_GEOMETRY,
            "Each gets a guideline sheet, with the figures of its zone. Empty: each zone does.",
            optional=True,
        ),
        field_definition(
            "MUNICIPALITY_NAME_FIELD", "Name of the municipality", "MUNICIPALITIES", "Their names."
        ),
    ]

    def check(run):
        if run.given("MUNICIPALITIES"):
            run.source("MUNICIPALITIES")
        bundles.check_named(run, "MUNICIPALITIES", "MUNICIPALITY_NAME_FIELD")

    return Input(definitions, lambda run: {}, check)
