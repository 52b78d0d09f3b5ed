"""Partnerships."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import Input, field_definition, left_out, number, table


class Partnerships(SmartPlanningAlgorithm):
    """Who could work with whom across the border, who does already, and on what."""

    ID = "partnerships"
    TITLE = "Partnerships across the border"
    GROUP = "zones"
    TAGS = ["cooperation", "agreements", "project ideas", "ecosystem", "roles", "opportunities"]
    HELP = (
        "Pairs of municipalities across the border: what they could do together against what a "
        "register says they do. Interaction comes from NETWORK and PLACES (gravity, power of 2), "
        "or from FLOWS; services that could be nearer on the other side from SERVICES; likeness "
        "from PROFILES (zone, and a column for each indicator); cooperation from REGISTER, a table "
        "of agreements, ideas, events and roles, of which the sample holds one to copy. With "
        "REGION_FIELD also pairs of regions, at home and across the border.\n\n"
        "How to read the results: potential is the weighted mean of what is known (score_…, each 0 "
        "to 1): interaction and services, by the share of pairs they are above, count twice, "
        "profile and themes once. cooperation grows from 0 "
        "towards 1 with the records that name both: agreement 1, idea 0.5, event 0.25. gap is the "
        "difference; the rank goes by it. It ranks where to look first, not who is better. "
        "Services: people counted once for each type that could be nearer; reachable is not "
        "shared, and "
        "where may_be_shared is unknown, ask. integration is the share of all interaction of two "
        "regions that runs between them; with an easier border means open, without delay, and as "
        "willingly crossed as any way at home. PRESENT_WILLINGNESS is an assumption: compare 0.2 "
        "and 0.5. ROLES proposes, with reasons, what is to be talked about. The register is as "
        "complete as who keeps it."
    )

    def takes(self):
        yield left_out(bundles.network(direction="to", costs=["time"]), "NETWORK", "travel")
        region = field_definition(
            "REGION_FIELD",
            "Region of the zones",
            "ZONES",
            "For OPPORTUNITIES: any field that names regions.",
        )
        yield bundles.zones(region)
        yield bundles.places(optional=True)
        yield left_out(
            bundles.services(), "SERVICES", "services", "services_layer", "present_services",
            "types",
        )  # fmt: skip
        yield table(
            "FLOWS",
            "Flows",
            "A table with from_id, to_id, flow and kind, by zone or place. Observed ones are the "
            "present interaction.",
            advanced=False,
        )
        yield _tables()
        yield number(
            "PRESENT_WILLINGNESS",
            "Willingness to cross at present",
            0.2,
            "Share of interaction that crosses the border today, of what would without one: an "
            "assumption, used where no flows were observed.",
            least=0,
            most=1,
        )
        yield number(
            "FURTHEST",
            "Furthest apart (minutes)",
            90.0,
            "Pairs whose people live further apart on average score no interaction.",
            above=0,
            advanced=True,
        )
        yield from bundles.thresholds()

    def gives(self):
        yield outputs.layer(
            "PAIRS", "Pairs across the border", outputs.LINES, "Potential, cooperation and gap."
        )
        yield outputs.layer(
            "OPPORTUNITIES",
            "Opportunities between regions",
            outputs.LINES,
            "Pairs of regions, ranked with reasons.",
            optional=True,
        )
        yield outputs.layer(
            "IDEAS",
            "Idea cards, agreements and events on the map",
            outputs.POINTS,
            "Records of the register: at their place, else in the middle of their partners.",
            optional=True,
        )
        yield outputs.table(
            "ORGANISATIONS",
            "Organisations",
            "Who is in the register, with whom; centrality from 20 organisations on.",
            optional=True,
        )
        yield outputs.table(
            "ROLES",
            "Roles by theme",
            "Who initiates, decides, pays, delivers and monitors; what is double or empty.",
            optional=True,
        )

    def compute(self, given, run):
        from ... import partners_io

        work = partners_io.Work(given, run)
        return {
            "PAIRS": work.pairs(),
            "OPPORTUNITIES": work.opportunities(),
            "IDEAS": work.ideas(),
            "ORGANISATIONS": work.organisations(),
            "ROLES": work.roles(),
        }


def _tables() -> Input:
    profiles = table(
        "PROFILES",
        "Profiles",
        "A table with 'zone' and a number for each indicator: what is alike.",
        advanced=False,
    )
    register = table(
        "REGISTER",
        "Register of cooperation",
        "record_id, kind (agreement, idea, event, role), title, theme, partners (ids of zones, "
        "several with semicolons), lead; for roles organisation and function; for ideas maturity, "
        "cost_eur, place, lon, lat.",
        advanced=False,
    )

    def read(run):
        return {**profiles.read(run), **register.read(run)}

    def check(run):
        run.source("PROFILES")
        run.source("REGISTER")

    return Input([*profiles.definitions, *register.definitions], read, check)
