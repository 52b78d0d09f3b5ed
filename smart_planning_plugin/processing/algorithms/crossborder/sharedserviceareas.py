"""Shared service areas."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import ANY, POLYGONS, Input, field_definition, flag, number
from ...parameters import source_definition as source


class SharedServiceAreas(SmartPlanningAlgorithm):
    """What services are reached from where, at home and across the border, and by how many."""

    ID = "sharedserviceareas"
    TITLE = "Shared service areas"
    GROUP = "crossborder"
    TAGS = ["catchment", "cooperation", "functional zone", "services", "reachable abroad"]
    HELP = (
        "For each type of service, compares from every place and every part of the territory the "
        "way to the nearest facility of the own country with the way to the nearest one abroad "
        "(plus the extra minutes of the type), under the border in force.\n\n"
        "How to read the results. Categories: no_data (the place could not be used), unserved "
        "(neither within the threshold), own_only, own_nearer (abroad is in reach, home is nearer "
        "by the advantage), choice (less than the advantage apart), abroad_nearer, abroad_only "
        "(reached only because the border can be crossed). choice, abroad_nearer and abroad_only "
        "together are the potentially shared area: reachable, which is not the same as shared. "
        "Types that SERVICE_TYPES calls not_shareable are left out unless asked for. People are "
        "the sum over places, each with its own category; they add up to all. "
        "nearest_population counts those who live nearest to a facility, not its users; overflow "
        "says which could not take them all (people_per_capacity in SERVICE_TYPES). standing tells "
        "what is documented in EVIDENCE from what is a potential. Shared service zones are "
        "candidates for cooperation; their ids stay as long as their largest places do. SUMMARY "
        "ends with sentences to paste, SENSITIVITY says how much hangs on threshold, advantage and "
        "delay, CHANGES what a scenario changes for whom.\n\n"
        "Limits: travel times hold for the roads that are in the network; where local roads and "
        "crossings are missing, the ways come out too long. Nobody's language, income, car or "
        "wish to go is computed."
    )

    def takes(self):
        yield bundles.network(costs=["time"], times=True)
        yield bundles.places()
        yield bundles.services()
        yield from bundles.thresholds()
        yield number(
            "MIN_SHARE",
            "Smallest share of a shared facility",
            0.05,
            "A facility is shared when each of two countries has at least this share of those who "
            "live nearest to it.",
            least=0,
            most=0.5,
        )
        yield number(
            "CELL_SIZE",
            "Cell size (m)",
            500.0,
            "How far apart travel times are known; areas end between two of them.",
            above=0,
        )
        yield _areas()
        yield _evidence()
        yield _comparison()
        yield flag(
            "SHOW_NOT_SHAREABLE",
            "Also types that cannot be shared",
            False,
            "By default they are left out, so that no map promises what the law does not allow.",
            advanced=True,
        )

    def gives(self):
        yield outputs.layer(
            "AREAS",
            "Shared service areas",
            outputs.POLYGONS,
            "A row for each type, category and country.",
        )
        yield outputs.layer(
            "FACILITIES",
            "Facilities and who lives nearest",
            outputs.POINTS,
            "The services with the people nearest to them, by country.",
            optional=True,
        )
        yield outputs.layer(
            "PLACES_OUT",
            "Places by type of service",
            outputs.ANY_GEOMETRY,
            "A row for each place and type, with times, category and gain.",
            optional=True,
        )
        yield outputs.layer(
            "SHARED_ZONES",
            "Shared service zones",
            outputs.POLYGONS,
            "Contiguous pieces of the potentially shared area on both sides of the border.",
            optional=True,
        )
        yield outputs.layer(
            "CHANGES",
            "What changes for places",
            outputs.ANY_GEOMETRY,
            "A row for each place and type: before (COMPARE_WITH, else the border open and the "
            "services without SERVICE_CHANGES) and after.",
            optional=True,
        )
        yield outputs.table(
            "SENSITIVITY",
            "Sensitivity",
            "People by type and country under other thresholds, advantages and delays.",
            optional=True,
        )
        yield outputs.table(
            "SUMMARY",
            "Summary by type of service",
            "Numbers for each type, and the finding in words in three languages.",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.crossborder.comparison import sensitivity
        from ....core.crossborder.shared import shared_service_areas
        from ....core.progress import part
        from ... import cells_io, comparison_io, shared_io
        from ...writing import Rows

        territory = cells_io.territory(given, run)
        shared = shared_service_areas(
            given.travel,
            given.places,
            given.services,
            given.types,
            territory.grid,
            given.threshold,
            given.advantage,
            given.show_not_shareable,
            part(run.progress, 0.0, 0.7),
        )
        shared_io.tell(shared, given, run)
        results = {
            "AREAS": shared_io.area_rows(shared, territory, given, run),
            "FACILITIES": shared_io.facility_rows(shared, given, run),
            "PLACES_OUT": shared_io.place_rows(shared, given, run),
        }
        wanted = set(run.destinations)
        if "SHARED_ZONES" in wanted:
            results["SHARED_ZONES"] = shared_io.zone_rows(shared, given, territory, run)
        if "CHANGES" in wanted:
            results["CHANGES"] = comparison_io.change_rows(shared, given, run)
        if wanted & {"SENSITIVITY", "SUMMARY"}:
            varied = sensitivity(
                shared, given.travel, given.places, given.services, part(run.progress, 0.8, 0.9)
            )
            results["SENSITIVITY"] = Rows(varied)
            results["SUMMARY"] = comparison_io.summary_rows(shared, varied, given, run)
        return results


def _areas() -> Input:
    definitions = [
        source(
            "STUDY_AREA",
            "Study area",
            POLYGONS,
            "Areas are drawn inside it; empty: the countries around the places.",
            optional=True,
        ),
        source(
            "MUNICIPALITIES",
            "Municipalities",
            POLYGONS,
            "To name those that a shared service zone touches.",
            optional=True,
        ),
        field_definition(
            "MUNICIPALITY_NAME_FIELD", "Name of the municipality", "MUNICIPALITIES", "Their names."
        ),
    ]

    def check(run):
        for name in ("STUDY_AREA", "MUNICIPALITIES"):
            bundles.check_given(run, name, POLYGONS)
        bundles.check_named(run, "MUNICIPALITIES", "MUNICIPALITY_NAME_FIELD")

    def read(run):
        return {
            "study_area": run.read("STUDY_AREA"),
            "municipalities": run.read("MUNICIPALITIES"),
            "municipality_names": run.text("MUNICIPALITY_NAME_FIELD"),
        }

    return Input(definitions, read, check)


def _evidence() -> Input:
    definition = source(
        "EVIDENCE",
        "Documented cooperation",
        ANY,
        "What tells documented from potential; one row a document: type, title, and where known "
        "service_id (empty: all of the type), country of the residents (empty: all), kind "
        "(agreement, users, transport, project, other), users, date, source.",
        optional=True,
        advanced=True,
    )

    def complete(values, run):
        from ....core.services.evidence import read_evidence

        table = run.table("EVIDENCE")
        evidence = read_evidence(table, values["types"], values["services"].id)
        if evidence.ignored:
            run.warn(
                f"EVIDENCE names what is not among the services: {', '.join(evidence.ignored)}"
            )
        return {"evidence": evidence}

    return Input([definition], lambda run: {}, lambda run: run.source("EVIDENCE"), complete)


def _comparison() -> Input:
    definition = source(
        "COMPARE_WITH",
        "Places of another run (for CHANGES)",
        ANY,
        "The places by type of service of an earlier run. Empty: the border open and the services "
        "without SERVICE_CHANGES.",
        optional=True,
        advanced=True,
    )

    return Input(
        [definition],
        lambda run: {"compare_with": run.read("COMPARE_WITH", reproject=False)},
        lambda run: run.source("COMPARE_WITH"),
    )
