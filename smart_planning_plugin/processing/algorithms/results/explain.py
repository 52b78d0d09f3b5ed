"""Explain a result."""

from __future__ import annotations

from ... import outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, Input, number, source_definition, text
from .styleresults import language


class Explain(SmartPlanningAlgorithm):
    """Why this place, pair, facility or number: the way, the terms, and what was left out."""

    ID = "explain"
    TITLE = "Explain a result"
    GROUP = "results"
    TAGS = ["why", "audit", "provenance", "route", "reproduce"]
    HELP = (
        "Reads from a result of Smart Planning how it was made, opens its inputs again, and says "
        "for one place, facility or pair what lies behind its numbers: where it joins the road, "
        "the services near it and why each counts or not, the way there with the border crossings, "
        "and with NUMBER the terms that add up to it; of a crossing, an isochrone, a flow, a zone, "
        "a score or a trend the places, terms and figures it is made of. Every field of ours says "
        "what it holds.\n\n"
        "How to read the results: REPORT is a page to keep with a decision; ROUTES has the ways on "
        "the road. Inputs that have changed since the result was made are named, and the number is "
        "computed again: where the two differ, the page says so. Limits: inputs that cannot be "
        "opened any more leave the row and its record; so do tables of sums and of what a register "
        "holds (equity, functional zones, partnerships, action plan), whose rows give their reason "
        "themselves."
    )

    def takes(self):
        yield _result()
        yield text(
            "FEATURE_ID",
            "Which place, facility or origin",
            None,
            "Its id as in the input (place_id, service_id, origin_id), else the number of the row.",
            optional=False,
        )
        yield text("TO_ID", "To which service or destination", "", "For a pair; else empty.")
        yield text(
            "NUMBER",
            "Which number",
            "",
            "The field to explain, such as 2sfca_planned_hospital; empty: the row as a whole.",
        )
        yield number(
            "NEAREST",
            "Alternatives to show",
            3,
            "The nearest so many services of each type.",
            least=1,
            most=50,
            whole=True,
        )
        yield language()

    def gives(self):
        yield outputs.file(
            "REPORT", "Explanation", "HTML (*.html)", "A page that says why.", optional=False
        )
        yield outputs.layer(
            "ROUTES",
            "Ways behind the result",
            outputs.LINES,
            "Lines on the road to the services shown, with time, length and crossings.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import explain_io

        explanation = explain_io.explain(given, run)
        return {"REPORT": explanation.write, "ROUTES": explanation.route_rows()}


def _result() -> Input:
    definition = source_definition("RESULT", "Result", ANY, "A layer or table that we made.")

    def check(run):
        run.source("RESULT")

    return Input([definition], lambda run: {"result": run.layer("RESULT")}, check)
