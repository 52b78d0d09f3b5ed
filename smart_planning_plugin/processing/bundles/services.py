"""Services, and what is known of their types."""

from __future__ import annotations

from ...core.errors import InvalidValueError, MissingFieldError
from ...core.ids import text_id
from ..parameters import (
    ANY,
    NUMERIC,
    POINTS,
    Input,
    check_field,
    expression_definition,
    field_definition,
    name_of,
    number,
    source_definition,
)
from .checks import check_points, not_negative
from .countries import country_codes


def thresholds() -> list[Input]:
    """What counts as within reach, and as nearer, for types whose table does not say."""
    return [
        number(
            "THRESHOLD",
            "Threshold (minutes)",
            30.0,
            "For types whose threshold_min in SERVICE_TYPES is empty.",
            above=0,
        ),
        number(
            "ADVANTAGE",
            "Advantage that matters (minutes)",
            5.0,
            "Less than this apart is a choice; for types whose advantage_min is empty.",
            above=0,
        ),
    ]


def services(norms: bool = False) -> Input:
    """Services and what is known of their types, after the changes that are asked for.

    Reads as `services`, `types`, `services_layer`, and `present_services`: those before the
    changes, None where there are none; `present_layer` is their layer. With `norms`, after
    `places`, also as `norms` and `settlement_field`.
    """
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
            "only_open_border, people_per_capacity (people that one unit of capacity serves), "
            "direction (from the facility, for emergency services), "
            "legal_basis, evidence, label_en, label_lv, label_lt. The sample holds one to copy.",
            optional=True,
        ),
        source_definition(
            "SERVICE_CHANGES",
            "Changes of services: what if this one closes?",
            ANY,
            "One row a change: service_id, change (close, open, move, capacity), capacity; lon and "
            "lat (degrees) or a point for what opens or moves; type and country for what opens. "
            "Everything is computed with these changes; where a result has the difference to the "
            "present, it says so.",
            optional=True,
            advanced=True,
        ),
        *(_norm_definitions() if norms else []),
    ]
    fields = ["SERVICE_ID", "SERVICE_TYPE_FIELD", "SERVICE_COUNTRY_FIELD", "CAPACITY_FIELD"]

    def check(run):
        check_points(run, "SERVICES", fields, POINTS)
        for one in ("SERVICE_TYPES", "SERVICE_CHANGES"):
            run.source(one)
        if norms:
            _check_norms(run)

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
        present = Services(
            ids,
            data.points(),
            kinds,
            country_codes(run, data, run.text("SERVICE_COUNTRY_FIELD")),
            capacity,
            data.name,
        )
        change = _changed(run, present)
        found = present if change is None else change.services
        names = [*kinds, *found.type]
        _warn_of_types_without_services(run, names, table)
        types = service_types(names, table)
        return {
            **(_read_norms(run, types, table) if norms else {}),
            "services": found,
            "services_layer": data if change is None else _changed_layer(run, data, change),
            "present_services": None if change is None else present,
            "present_layer": data,
            "types": types,
        }

    return Input(definitions, read, check)


def _warn_of_types_without_services(run, kinds, table):
    if table is not None and "type" in table:
        known = set(map(text_id, table["type"].dropna()))
        lacking = sorted(known - set(kinds))
        if lacking:
            run.warn(
                f"SERVICE_TYPES names types of which there is no service: {', '.join(lacking)}"
            )
        unknown = sorted(set(kinds) - known)
        if unknown:
            run.warn(
                f"Not in SERVICE_TYPES, so taken as unknown whether shareable: {', '.join(unknown)}"
            )


def _changed(run, present):
    """The services after the changes asked for, None without any."""
    import numpy as np

    from ...core.services.changes import changed, read_changes

    data = run.read("SERVICE_CHANGES")
    if data is None:
        return None
    table = data.table()
    xy = data.points()
    if {"lon", "lat"} <= set(table.columns):
        degrees = np.column_stack([data.numbers("lon"), data.numbers("lat")])
        rows = np.isfinite(degrees).all(axis=1) & np.isnan(xy).any(axis=1)
        xy[rows] = _from_degrees(run, degrees[rows])
    filtered = bool(run.text("SERVICE_FILTER"))
    changes = read_changes(table, xy, present.id, filtered)
    changes = changes[~_of_types_left_out(run, changes, present)]
    if len(changes) < len(table):
        run.warn("SERVICE_CHANGES: changes of services that SERVICE_FILTER leaves out do nothing")
    made = changed(present, changes, "" if run.text("SERVICE_TYPE_FIELD") else "service")
    empty = np.flatnonzero((made.services.country == "") & np.isfinite(made.services.xy[:, 0]))
    if len(empty) and run.countries is not None:  # opened or moved, and nobody says where to
        from ...core.network.build import BuildOptions

        made.services.country[empty] = run.countries.codes_at(
            made.services.xy[empty], BuildOptions().country_tolerance_m
        )
    run.scenario += f"; services {made.words}" if made.words else ""
    return made


def _of_types_left_out(run, changes, present):
    """(m,) bool: opens a service of a type that SERVICE_FILTER leaves no service of."""
    field = run.text("SERVICE_TYPE_FIELD")
    if not (run.text("SERVICE_FILTER") and field):
        return (changes["change"] != changes["change"]).to_numpy()
    source = run.source("SERVICES")
    every = {str(one) for one in source.uniqueValues(source.fields().lookupField(field))}
    gone = every - set(present.type)
    return ((changes["change"] == "open") & changes["type"].isin(gone)).to_numpy()


def _from_degrees(run, degrees):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY

    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), run.crs, run.context.transformContext()
    )
    points = [transform.transform(QgsPointXY(x, y)) for x, y in degrees.tolist()]
    return [(one.x(), one.y()) for one in points] if points else degrees


def _changed_layer(run, data, change):
    """The layer of services as it would be after the changes."""
    from dataclasses import replace

    import numpy as np
    from qgis.core import NULL

    from ..layers import geometries_of_points

    made = change.services
    new = geometries_of_points(made.xy)
    values = {
        "SERVICE_ID": made.id,
        "SERVICE_TYPE_FIELD": made.type,
        "SERVICE_COUNTRY_FIELD": made.country,
        "CAPACITY_FIELD": made.capacity,
    }
    columns = {
        data.fields.lookupField(run.text(name)): column
        for name, column in values.items()
        if run.text(name)
    }
    rows, geometries = [], []
    for row, source in enumerate(change.source.tolist()):
        kept = list(data.rows[source]) if source >= 0 else [NULL] * len(data.fields)
        for at, column in columns.items():
            if source < 0 or change.moved[row] or column is made.capacity:
                value = column[row]
                value = value.item() if isinstance(value, np.generic) else value
                kept[at] = NULL if value in ("", None) or value != value else value
        rows.append(kept)
        moved = source < 0 or change.moved[row]
        geometries.append(new[row] if moved else data.geometries[source])
    ids = change.source.copy()
    ids[ids >= 0] = data.ids[ids[ids >= 0]]
    return replace(data, rows=rows, geometries=geometries, ids=ids)


def _norm_definitions() -> list:
    return [
        source_definition(
            "NORMS",
            "Table of norms",
            ANY,
            "One row a norm: type, country, settlement, minutes, share_to_be_met (0 to 1), clock "
            "(call, depot, door), turnout_min, source, date. An empty country or settlement holds "
            "for all without a row of their own. The sample holds one to copy.",
            optional=True,
            advanced=True,
        ),
        field_definition(
            "SETTLEMENT_FIELD",
            "Type of settlement of the places",
            "PLACES",
            "The words that NORMS uses, such as state_city, town, rural.",
            advanced=True,
        ),
    ]


def _check_norms(run):
    run.source("NORMS")
    if not run.given("NORMS"):
        return
    if run.choice("COST", ["time", "distance"]) != "time":
        raise InvalidValueError("NORMS are minutes, COST is distance", "Set COST to time")
    if run.text("SETTLEMENT_FIELD"):
        check_field(run.layer("PLACES"), "SETTLEMENT_FIELD", run.text("SETTLEMENT_FIELD"))


def _read_norms(run, types, service_types_table) -> dict:
    """The norms as `norms`, and the field with the settlements; None without norms."""
    from ...core.services.norms import read_norms

    table = run.table("NORMS")
    field = run.text("SETTLEMENT_FIELD")
    if table is None:
        return {"norms": None, "settlement_field": field}
    known = service_types_table
    named = () if known is None or "type" not in known else known["type"].dropna()
    norms = read_norms(table, types, named)
    if not field and (norms.table["settlement"] != "").any():
        raise MissingFieldError(
            "NORMS differ by settlement, but SETTLEMENT_FIELD is empty",
            "Choose the field of the places that says state_city, town or rural",
        )
    return {"norms": norms, "settlement_field": field}
