"""Where to put shared services."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    NUMERIC,
    POINTS,
    Input,
    choice,
    expression_definition,
    field_definition,
    number,
    source_definition,
)


class LocateSharedServices(SmartPlanningAlgorithm):
    """Where to put facilities for both countries, and what choosing together gains."""

    ID = "locatesharedservices"
    TITLE = "Locate shared services"
    GROUP = "services"
    TAGS = ["location-allocation", "p-median", "maximal covering", "facility location", "sites"]
    HELP = (
        "Chooses sites among candidates. pmedian: least travel time for all people to the nearest "
        "of P sites (with CAPACITY_FIELD the capacitated p-median; the people of a place may then "
        "be split among sites). mclp: most people within THRESHOLD of P sites. lscp: fewest sites "
        "so that everybody who can be is within THRESHOLD. pcenter: the longest way as short as P "
        "sites can make it. Exact (HiGHS) up to some 250,000 pairs of place and candidate, beyond "
        "it by interchange; either way the proven gap to the best is told.\n\n"
        "How to read the results: SITES are all candidates with their role (chosen, fixed, spare, "
        "forbidden, unusable) and the people who would have them nearest. SUMMARY compares the "
        "sites chosen together (shared) with those chosen for each country by itself (separate: "
        "nobody crosses the border, P is shared out as is best for all) and gives the gain of "
        "sharing: sites, minutes, people; it ends with sentences to paste.\n\n"
        "Limits: travel times are by car, demand is the people of POPULATION_FIELD. Whether a site "
        "may serve both countries, who decides and who pays is not computed. Several choices may "
        "be equally good; one of them is given."
    )

    def takes(self):
        yield bundles.network(costs=["time"], times=True)
        yield bundles.places()
        yield _candidates()
        yield choice(
            "MODEL",
            "Model",
            ["pmedian", "mclp", "lscp", "pcenter"],
            "pmedian",
            "pmedian: least travel time. mclp: most people within the threshold. lscp: fewest "
            "sites for all. pcenter: shortest longest way.",
        )
        yield number(
            "P", "Sites", 1, "The fixed ones among them. Not used by lscp.", least=1, whole=True
        )
        yield number("THRESHOLD", "Threshold (minutes)", 30.0, "A place is served within.", above=0)
        yield choice(
            "COOPERATION",
            "Cooperation",
            ["shared", "separate"],
            "shared",
            "shared: everybody may go to every site. separate: only to those of the own country. "
            "The summary compares the two.",
        )
        yield number(
            "EXTRA_MIN_ABROAD",
            "Extra minutes abroad",
            0.0,
            "What using a service abroad costs on top of the journey.",
            least=0,
            advanced=True,
        )
        yield number(
            "TIME_LIMIT",
            "Time limit (seconds)",
            60.0,
            "After it the best choice found so far is given, with its gap.",
            above=0,
            advanced=True,
        )

    def gives(self):
        yield outputs.layer(
            "SITES",
            "Sites",
            outputs.POINTS,
            "The candidates with their role and the people who would have them nearest.",
        )
        yield outputs.layer(
            "ASSIGNMENT",
            "Who would go where",
            outputs.LINES,
            "A line from each place to its site; a place without one says why.",
            optional=True,
        )
        yield outputs.table(
            "SUMMARY",
            "Together and each for itself",
            "Sites, minutes and people under both, the gain, and sentences to paste.",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.progress import part
        from ....core.services.cooperation import choose, gain_of_sharing
        from ... import location_io

        ends = location_io.ends(given, run)
        question = (
            given.model, given.cooperation, ends.problem, ends.place_country, ends.site_country,
            given.p, given.threshold, given.time_limit,
        )  # fmt: skip
        outcome = choose(*question, part(run.progress, 0.3, 0.6))
        results = {
            "SITES": location_io.site_rows(outcome, ends, given, run),
            "ASSIGNMENT": location_io.assignment_rows(outcome, ends, given, run),
        }
        if "SUMMARY" in run.destinations:
            compared = gain_of_sharing(
                outcome, question[0], *question[2:], part(run.progress, 0.6, 1.0)
            )
            results["SUMMARY"] = location_io.summary_rows(compared, given, run)
        return results


def _candidates() -> Input:
    definitions = [
        source_definition(
            "CANDIDATES", "Candidate sites", POINTS, "Where a facility is, or could be."
        ),
        field_definition(
            "CANDIDATE_ID", "Id of the candidates", "CANDIDATES", "Unique values.", optional=False
        ),
        field_definition(
            "CANDIDATE_COUNTRY_FIELD",
            "Country code of the candidates",
            "CANDIDATES",
            "Empty: the country polygon the candidate lies in, else the nearest road.",
        ),
        field_definition(
            "CAPACITY_FIELD",
            "People a site can serve",
            "CANDIDATES",
            "For pmedian only; empty: no limit.",
            kind=NUMERIC,
        ),
        expression_definition(
            "FIXED",
            "Fixed sites",
            "CANDIDATES",
            "Candidates for which this holds are there and stay: \"status\" = 'existing'.",
        ),
        expression_definition(
            "FORBIDDEN",
            "Forbidden sites",
            "CANDIDATES",
            "Candidates for which this holds must not be taken.",
        ),
    ]

    def check(run):
        names = ["CANDIDATE_ID", "CANDIDATE_COUNTRY_FIELD", "CAPACITY_FIELD"]
        bundles.check_points(run, "CANDIDATES", names, POINTS)

    def read(run):
        from ....core.services.inputs import Points

        data = run.read("CANDIDATES")
        country = bundles.country_codes(run, data, run.text("CANDIDATE_COUNTRY_FIELD"))
        points = Points(data.unique_ids(run.text("CANDIDATE_ID")), data.points(), country)
        held = {
            name.lower(): set(run.read("CANDIDATES", where=run.text(name)).ids.tolist())
            if run.text(name)
            else set()
            for name in ("FIXED", "FORBIDDEN")
        }
        return {"services": points, "services_layer": data, **held}

    return Input(definitions, read, check)
