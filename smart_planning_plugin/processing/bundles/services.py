"""Services, and what is known of their types."""

from __future__ import annotations

from ..parameters import (
    ANY,
    NUMERIC,
    POINTS,
    Input,
    expression_definition,
    field_definition,
    name_of,
    source_definition,
)
from .checks import check_points, not_negative
from .countries import country_codes


def services() -> Input:
    """Services and what is known of their types; reads as `services`, `types`, `services_layer`."""
    definitions = [
        source_definition("SERVICES", "Services", POINTS, "Facilities, one point each."),
        field_definition(
            "SERVICE_ID", "Id of the services", "SERVICES", "Unique values.", optional=False
        ),
        field_definition(
            "SERVICE_TYPE_FIELD",
            "Type of service",
            "SERVICES",
            "Empty: all services are of one type.",
        ),
        field_definition(
            "SERVICE_COUNTRY_FIELD",
            "Country code of the services",
            "SERVICES",
            "Empty: the country polygon the service lies in, else the nearest road.",
        ),
        field_definition(
            "CAPACITY_FIELD",
            "Capacity",
            "SERVICES",
            "Beds, seats, pupils. Empty: every service counts once.",
            kind=NUMERIC,
        ),
        expression_definition(
            "SERVICE_FILTER",
            "Only services for which this holds",
            "SERVICES",
            "Compare like with like: \"facility_type\" = 'general' keeps nursing homes out.",
        ),
        source_definition(
            "SERVICE_TYPES",
            "Table of service types",
            ANY,
            "One row a type: type, theme, demand_field, threshold_min, advantage_min, "
            "extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), "
            "only_open_border, legal_basis, evidence. The sample holds one to copy.",
            optional=True,
        ),
    ]
    fields = ["SERVICE_ID", "SERVICE_TYPE_FIELD", "SERVICE_COUNTRY_FIELD", "CAPACITY_FIELD"]

    def check(run):
        check_points(run, "SERVICES", fields, POINTS)

    def read(run):
        import numpy as np

        from ...core.errors import NoServicesError
        from ...core.services.inputs import Services, service_types

        data = run.read("SERVICES", where=run.text("SERVICE_FILTER"))
        if not len(data):
            raise NoServicesError(
                "no service is left", "Look at SERVICE_FILTER", layer=name_of(run.layer("SERVICES"))
            )
        ids = data.unique_ids(run.text("SERVICE_ID"))
        type_field, capacity_field = run.text("SERVICE_TYPE_FIELD"), run.text("CAPACITY_FIELD")
        kinds = (
            data.texts(type_field) if type_field else np.full(len(data), "service", dtype=object)
        )
        capacity = (
            not_negative(data, capacity_field, ids)
            if capacity_field
            else np.full(len(data), np.nan)
        )
        table = run.table("SERVICE_TYPES")
        _warn_of_types_without_services(run, kinds, table)
        found = Services(
            ids,
            data.points(),
            kinds,
            country_codes(run, data, run.text("SERVICE_COUNTRY_FIELD")),
            capacity,
            data.name,
        )
        return {
            "services": found,
            "services_layer": data,
            "types": service_types(kinds, table),
        }

    return Input(definitions, read, check)


def _warn_of_types_without_services(run, kinds, table):
    if table is not None and "type" in table:
        lacking = sorted(set(table["type"].dropna()) - set(kinds))
        if lacking:
            run.warn(
                f"SERVICE_TYPES names types of which there is no service: {', '.join(lacking)}"
            )
        unknown = sorted(set(kinds) - set(table["type"].dropna()))
        if unknown:
            run.warn(
                f"Not in SERVICE_TYPES, so taken as unknown whether shareable: {', '.join(unknown)}"
            )
