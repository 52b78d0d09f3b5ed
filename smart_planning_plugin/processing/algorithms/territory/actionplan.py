"""Action plan."""

from __future__ import annotations

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, Input, choice, several_layers, source_definition, table, text


class ActionPlan(SmartPlanningAlgorithm):
    """An action plan looked through: status, distance to target, money, what does not fit."""

    ID = "actionplan"
    TITLE = "Action plan"
    GROUP = "territory"
    TAGS = ["monitoring", "Gantt", "budget", "indicators", "goals", "development programme"]
    HELP = (
        "Reads a plan as planners keep it, a row an action (or goal, priority, task) with the "
        "code of its parent; links its indicators to figures, given or computed from the results "
        "of other algorithms; and gives the status of each row on a day, the distance to target, "
        "a timeline, the budget by year, source and organisation, and all that does not fit "
        "together.\n\n"
        "How to read the results: progress_pct is the way from baseline to target that has been "
        "gone, expected_pct the share of the time that has passed. status: reached; on_track and "
        "behind (progress against time); overdue (time is over, target is not reached); "
        "not_started; no_figure (under way or over, but no value is known); no_dates; "
        "inconsistent (ends before it starts); group (a row above others). remarks name what "
        "does not fit. Money of rows above others is not counted again (budget_counted); without "
        "columns budget_<year> it is spread evenly over the days of the action, which is an "
        "assumption. An organisation that takes part need not pay: the two sums of money are not "
        "to be added up. Who pays and who agrees are for people to fill in."
    )

    def takes(self):
        definition = source_definition(
            "ACTIONS",
            "Actions",
            ANY,
            "Columns code, parent, goal, action, responsible, partners, start, end, budget, "
            "fund_source (a name, or ERDF=80000; municipality=20000), indicator, baseline, "
            "target; money also as budget_<source> and budget_<year>.",
        )
        yield Input([definition], lambda run: {}, lambda run: run.source("ACTIONS"))
        yield table(
            "INDICATORS",
            "Indicators",
            "Columns indicator, value, date; or, to be computed, layer, aggregate (sum, mean, "
            "weighted_mean, min, max, count, share), field, weight_field, filter (an expression).",
            advanced=False,
        )
        yield several_layers(
            "RESULTS",
            "Results of other algorithms",
            ANY,
            "Layers that INDICATORS names, by their name or as sharedserviceareas.AREAS.",
            optional=True,
        )
        yield text(
            "DATE", "Date of the status", "", "As 2026-06-30. Empty: today; results then change."
        )
        yield choice("LANGUAGE", "Language", ["en", "lv", "lt"], "en", "Of words in files.")

    def gives(self):
        yield outputs.table("OUTPUT", "Plan", "The rows with status and distance to target.")
        yield outputs.table("BUDGET", "Budget", "Money by action, year and source.", optional=True)
        yield outputs.table(
            "ISSUES", "What does not fit", "A row for each inconsistency.", optional=True
        )
        yield outputs.file(
            "TIMELINE", "Timeline", "SVG (*.svg)", "A Gantt chart, to print.", optional=True
        )
        yield outputs.file(
            "REPORT", "Report", "HTML (*.html)",
            "Status, timeline, distance to target, budget, inconsistencies.", optional=True,
        )  # fmt: skip

    def compute(self, given, run):
        from ... import plan_io

        return plan_io.action_plan(given, run)
