"""Inputs that travel together through many algorithms: the network, places, services."""

from __future__ import annotations

from qgis.core import QgsGeometry, QgsWkbTypes

from ..core.errors import EmptyLayerError, InvalidValueError, MissingFieldError
from .parameters import (
    ANY,
    ANY_GEOMETRY,
    LINES,
    NUMERIC,
    POINTS,
    POLYGONS,
    Input,
    check_field,
    check_layer,
    choice,
    expression_definition,
    field_definition,
    flag,
    name_of,
    number,
    source_definition,
)

NETWORK_FIELDS = ["edge_id", "from_node", "to_node", "length_m", "time_fwd_s", "time_bwd_s", "kind"]
LARGE_POLYGON_KM2 = 100


def network(direction: str = "to", costs=("time", "distance")) -> Input:
    """The road network, the countries, and how one travels; reads as `travel`."""
    options = [
        choice(
            "BORDER",
            "Border",
            ["open", "delay", "closed"],
            "open",
            "open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay "
            "where that is empty. closed: nobody crosses, a thought experiment about "
            "geography, not a forecast. Crossings that are shut stay shut.",
        ),
        number(
            "BORDER_DELAY",
            "Delay at every crossing (minutes)",
            None,
            "Only for BORDER = delay; empty: each crossing's own delays.",
            least=0,
        ),
        choice(
            "COST",
            "Cost",
            list(costs),
            costs[0],
            "time: minutes by car. distance: kilometres.",
            advanced=True,
        ),
        choice(
            "DIRECTION",
            "Direction",
            ["from", "to"],
            direction,
            "to: people travel to the service. from: the journey starts at the service or origin, "
            "as for an ambulance.",
            advanced=True,
        ),
        number(
            "MAX_COST",
            "Greatest cost (minutes or km)",
            None,
            "What costs more counts as not reached; empty: no limit.",
            least=0,
            advanced=True,
        ),
        number(
            "SNAP_DISTANCE",
            "Greatest distance to a road (m)",
            2000.0,
            "A place further than this from every road of its country is not used, and says so. "
            "Raise it where only main roads are in the network.",
            least=0,
            advanced=True,
        ),
        number(
            "OFFROAD_SPEED",
            "Speed on the way to the road (km/h)",
            5.0,
            "0: the way to the road is free.",
            least=0,
            advanced=True,
        ),
        flag(
            "MAIN_COMPONENT",
            "Only roads that hang together with the largest part",
            False,
            "Places on islets of the network join the nearest road of its largest part instead.",
            advanced=True,
        ),
    ]
    definitions = [
        source_definition(
            "NETWORK", "Road network", LINES, "The edges made by 'Build road network'."
        ),
        source_definition(
            "COUNTRIES",
            "Countries",
            POLYGONS,
            "Polygons that say in which country a place lies; municipalities will do.",
            optional=True,
        ),
        field_definition(
            "COUNTRY_FIELD",
            "Country code of the countries",
            "COUNTRIES",
            "ISO 3166-1 alpha-2 codes, such as LV and LT.",
        ),
        source_definition(
            "CROSSINGS",
            "Border crossings (instead of the network's own)",
            POINTS,
            "The crossings made by 'Build road network', edited: shut (open = 0) or with delays.",
            optional=True,
            advanced=True,
        ),
        *(one for option in options for one in option.definitions),
    ]

    def check(run):
        for name, types in (("NETWORK", LINES), ("COUNTRIES", POLYGONS), ("CROSSINGS", POINTS)):
            if run.given(name):
                run.source(name)
                check_layer(run.layer(name), name, types)
        for one in NETWORK_FIELDS:
            if run.layer("NETWORK").fields().lookupField(one) < 0:
                raise MissingFieldError(
                    "this is not a layer of edges",
                    "Make it with 'Build road network' and take its edges",
                    layer=name_of(run.layer("NETWORK")),
                    field=one,
                )
        check_named(run, "COUNTRIES", "COUNTRY_FIELD")
        for option in options:
            option.check(run)

    def read(run):
        from ..core.accessibility.travel import Travel
        from ..core.crossborder.scenarios import BorderScenario, with_crossings
        from ..core.network.snapping import SnapOptions

        given = {}
        for option in options:
            given.update(option.read(run))
        run.crs = run.layer("NETWORK").crs()
        edges = run.read("NETWORK")
        roads = road_network(edges)
        crossings = run.table("CROSSINGS")
        if crossings is not None:
            roads = with_crossings(roads, crossings)
        border = BorderScenario(given["border"], given["border_delay"])
        run.limits.add("by car")
        run.scenario = f"{border}; {'by car' if given['cost'] == 'time' else 'distance by road'}"
        snapping = SnapOptions(
            given["snap_distance"], given["offroad_speed"], given["main_component"]
        )
        limit = float("inf") if given["max_cost"] is None else given["max_cost"]
        travel = Travel(roads, border, given["cost"], given["direction"], limit, snapping)
        read_countries(run)
        return {"travel": travel}

    return Input(definitions, read, check)


def countries(help_text: str) -> Input:
    """Country polygons without a network to choose the CRS; they are read by who needs them."""
    definitions = [
        source_definition("COUNTRIES", "Countries", POLYGONS, help_text, optional=True),
        field_definition(
            "COUNTRY_FIELD",
            "Country code",
            "COUNTRIES",
            "ISO 3166-1 alpha-2 codes, such as LV and LT.",
        ),
    ]

    def check(run):
        if run.given("COUNTRIES"):
            run.source("COUNTRIES")
            check_layer(run.layer("COUNTRIES"), "COUNTRIES", POLYGONS)
        check_named(run, "COUNTRIES", "COUNTRY_FIELD")

    return Input(definitions, lambda run: {}, check)


def check_named(run, layer: str, field: str):
    """Raise if an optional layer is given without the field that goes with it."""
    if not run.given(layer):
        return
    if not run.text(field):
        raise MissingFieldError(
            f"{layer} is given, but {field} is empty",
            "Choose the field",
            layer=name_of(run.layer(layer)),
        )
    check_field(run.layer(layer), field, run.text(field))


def read_countries(run):
    """Read the country polygons in the analysis CRS; the run keeps them."""
    import numpy as np

    from ..core.network.countries import Countries
    from .layers import rings_of

    data = run.read("COUNTRIES")
    if data is None:
        return
    field = run.text("COUNTRY_FIELD")
    codes = np.array([one.strip().upper() for one in data.texts(field)], dtype=object)
    if (codes == "").any():
        raise InvalidValueError(
            "country codes are missing",
            "Fill the field",
            layer=data.name,
            field=field,
            ids=[f"feature {one}" for one in data.ids[codes == ""]],
        )
    # dissolved, so that polygons that overlap or stand twice do no harm
    run.country_polygons = {
        code: QgsGeometry.unaryUnion(
            [_valid(data.geometries[row]) for row in np.flatnonzero(codes == code)]
        )
        for code in sorted(set(codes.tolist()))
    }
    rings, owner = rings_of(run.country_polygons.values())
    run.countries = Countries(np.array(list(run.country_polygons))[owner], rings)


def _valid(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isNull() or geometry.isGeosValid() else geometry.makeValid()


def road_network(data):
    """The network of a layer of edges."""
    import numpy as np

    from ..core.network.lines import Lines
    from ..core.network.model import CROSSING, EDGE_COLUMNS, RoadNetwork
    from .layers import lines_of

    table = data.table()
    for column in EDGE_COLUMNS:
        if column not in table:
            table[column] = None
    numeric = ["length_m", "time_fwd_s", "time_bwd_s", "delay_ab_min", "delay_ba_min", "open"]
    for column in numeric:
        table[column] = data.numbers(column) if data.fields.lookupField(column) >= 0 else np.nan
    lines, owner = lines_of(data)
    drawn = np.zeros(len(table), dtype=bool)
    drawn[owner] = True
    bad = ~drawn & (table["kind"] != CROSSING).to_numpy()
    if bad.any() or len(owner) != drawn.sum():
        raise InvalidValueError(
            "edges without a line, or in several parts",
            "Build the network again; its edges are not to be edited",
            layer=data.name,
            ids=table["edge_id"][bad],
        )
    ends = table[["from_node", "to_node"]].to_numpy(np.int64)
    node_id, number = np.unique(ends, return_inverse=True)
    number = number.reshape(-1, 2)
    xy = np.zeros((len(node_id), 2))
    xy[number[owner, 0]] = lines.xy[lines.first]
    xy[number[owner, 1]] = lines.xy[lines.last]
    # a crossing in one place has no line of its own
    parts = [None] * len(table)
    for at, row in enumerate(owner.tolist()):
        parts[row] = lines[at]
    for row in np.flatnonzero(~drawn):
        parts[row] = xy[number[row]]
    table["from_node"], table["to_node"] = number[:, 0], number[:, 1]
    return RoadNetwork(table[EDGE_COLUMNS], Lines.of(parts), xy, node_id)


def places(name: str = "PLACES", label: str = "Places where people live") -> Input:
    """Places with people; reads as `places` (core) and `places_layer` (what was read)."""
    definitions = [
        source_definition(
            name,
            label,
            ANY_GEOMETRY,
            "Towns, villages, grid cells or zones. Polygons are represented by a point inside.",
        ),
        field_definition("PLACE_ID", "Id of the places", name, "Unique values.", optional=False),
        field_definition(
            "POPULATION_FIELD",
            "Population",
            name,
            "Empty: every place counts once. A missing value counts nobody, and says so.",
            kind=NUMERIC,
        ),
        field_definition(
            "PLACE_COUNTRY_FIELD",
            "Country code of the places",
            name,
            "Empty: the country polygon the place lies in, else the nearest road.",
        ),
    ]

    def check(run):
        check_points(run, name, ["PLACE_ID", "POPULATION_FIELD", "PLACE_COUNTRY_FIELD"])

    def read(run):
        data = run.read(name)
        return {"places": core_places(run, data), "places_layer": data}

    return Input(definitions, read, check)


def check_points(run, name: str, fields: list[str], types=ANY_GEOMETRY):
    """Raise if a layer of places or services is not usable in structure."""
    run.source(name)
    layer = run.layer(name)
    check_layer(layer, name, types)
    if not layer.isSpatial():
        raise EmptyLayerError(f"{name} is a table without geometry", layer=name_of(layer))
    for one in fields:
        check_field(layer, one, run.text(one))


def core_places(run, data):
    """Places for `core`, checked."""
    import numpy as np
    import pandas as pd

    from ..core.services.inputs import Places

    ids = data.unique_ids(run.text("PLACE_ID"))
    population_field = run.text("POPULATION_FIELD")
    if population_field:
        population = _not_negative(data, population_field, ids)
    else:
        run.warn("No POPULATION_FIELD: every place counts once, not its people.")
        population = np.ones(len(data))
    demand = pd.DataFrame(
        {one.name(): data.numbers(one.name()) for one in data.fields if one.isNumeric()}
    )
    _warn_of_large_polygons(run, data)
    return Places(
        ids,
        data.points(),
        country_codes(run, data, run.text("PLACE_COUNTRY_FIELD")),
        population,
        demand,
        data.name,
    )


def _not_negative(data, field: str, ids):
    values = data.numbers(field)
    if (values < 0).any():
        raise InvalidValueError(
            "negative values",
            "Mend the data; missing values may be empty",
            layer=data.name,
            field=field,
            ids=ids[values < 0],
        )
    return values


def country_codes(run, data, field: str = ""):
    """Codes from a field, else from the country polygons, else empty (the nearest road decides)."""
    import numpy as np

    from ..core.network.build import BuildOptions

    if field:
        texts = data.texts(field)
        return np.array([one.strip().upper() for one in texts], dtype=object)
    if run.countries is not None:
        return run.countries.codes_at(data.points(), BuildOptions().country_tolerance_m)
    return np.full(len(data), "", dtype=object)


def _warn_of_large_polygons(run, data):
    polygons = [
        one
        for one in data.geometries
        if not one.isNull() and one.type() == QgsWkbTypes.GeometryType.PolygonGeometry
    ]
    large = sum(one.area() > LARGE_POLYGON_KM2 * 1e6 for one in polygons)
    if large:
        run.warn(
            f"{large} of {len(data)} polygons in {data.name} are larger than {LARGE_POLYGON_KM2} "
            "km²: one point inside stands for all their people, which results can hardly bear."
        )


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

        from ..core.errors import NoServicesError
        from ..core.services.inputs import Services, service_types

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
            _not_negative(data, capacity_field, ids)
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
