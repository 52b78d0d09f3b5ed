"""Check road network."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import number

REPORT_FILTER = "HTML files (*.html)"


class CheckRoadNetwork(SmartPlanningAlgorithm):
    """What is wrong with a network or looks so, as points with what to do."""

    ID = "checkroadnetwork"
    TITLE = "Check road network"
    GROUP = "network"
    TAGS = ["topology", "validation", "islets", "one-way", "dead ends", "quality", "components"]
    HELP = (
        "Looks for parts of the network that do not hang together (with the people on them, when "
        "PLACES are given), one-way traps, dead ends that nearly meet another road, roads drawn "
        "twice, roads without a length, implausible speeds, roads closed both ways or of unknown "
        "country, open ends and ambiguous joints at the border (with COUNTRIES), needless nodes, "
        "and classes of road of which one country has far less on its ground.\n\n"
        "How to read the results: an error makes results wrong there; a warning is worth a look; "
        "a note changes nothing. message says what is there and what to do. Nothing is repaired: "
        "mend the data and build the network again. A dead end near another road may be right: a "
        "wall, a ditch or another level lies between."
    )

    def takes(self):
        yield bundles.network()
        yield bundles.places(optional=True)
        yield number(
            "TOLERANCE",
            "Dead ends nearly meet a road within (m)",
            20.0,
            "0: do not look for them.",
            least=0,
        )

    def gives(self):
        yield outputs.layer(
            "ISSUES", "Issues", outputs.POINTS, "Points with kind, severity and message."
        )
        yield outputs.file(
            "REPORT",
            "Report",
            REPORT_FILTER,
            "Counts, parts and densities, to read.",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.network.check import ADVICE, check_network
        from ....handbook.report import write_check_report
        from ...layers import geometries_of_points
        from ...writing import Rows

        network, places = given.travel.network, given.places
        run.progress(0.1, f"Checking {len(network)} edges")
        at = None if places is None else given.travel.targets(places)
        found = check_network(
            network,
            given.tolerance,
            run.countries,
            people=None if places is None else places.people(),
            people_edge=None if at is None else at.edge,
        )
        for (severity, kind), count in found.issues.groupby(["severity", "kind"]).size().items():
            say = run.warn if severity == "error" else run.say
            say(f"{kind} ({severity}): {count}")
        xy = found.issues[["x", "y"]].to_numpy(float)
        table = found.issues.drop(columns=["x", "y"])
        for column in ("edge_id", "node_id"):
            table[column] = table[column].astype("Int64")
        return {
            "ISSUES": Rows(table, geometries_of_points(xy), run.crs),
            "REPORT": lambda path: write_check_report(path, found, ADVICE, sorted(run.limits)),
        }
