"""The road network and how one travels on it."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication

from ...core.errors import GeometryTypeError, InvalidValueError, MissingFieldError
from ..parameters import (
    ANY_GEOMETRY,
    LINES,
    POINTS,
    POLYGONS,
    Input,
    choice,
    field_definition,
    flag,
    name_of,
    number,
    source_definition,
)
from . import times as travel_times
from .checks import check_given, check_named
from .countries import read_countries

STATES = ["open", "delay", "closed"]
NUMERIC = ["length_m", "time_fwd_s", "time_bwd_s", "delay_ab_min", "delay_ba_min", "open"]
NETWORK_FIELDS = ["edge_id", "from_node", "to_node", "length_m", "time_fwd_s", "time_bwd_s", "kind"]


def network(
    direction: str = "to",
    costs=("time", "distance"),
    times: bool = False,
    scenarios: bool = False,
) -> Input:
    """The road network, the countries, and how one travels; reads as `travel`.

    Parameters
    ----------
    times : bool
        A table of travel times may stand in place of the network.
    scenarios : bool
        Several states of the border side by side, in place of one; read as `scenarios`.
    """
    border = (
        choice(
            "SCENARIOS",
            "States of the border, side by side",
            STATES,
            ["open", "closed"],
            "open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay "
            "where that is empty. closed: nobody crosses, a thought experiment about geography, "
            "not a forecast. The first is compared with the last, in this order.",
            several=True,
        )
        if scenarios
        else choice(
            "BORDER",
            "Border",
            STATES,
            "open",
            "open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay "
            "where that is empty. closed: nobody crosses, a thought experiment about "
            "geography, not a forecast. Crossings that are shut stay shut.",
        )
    )
    options = [
        border,
        number(
            "BORDER_DELAY",
            "Delay at every crossing (minutes)",
            None,
            "Only for a border with delay; empty: each crossing's own delays.",
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
            above=0,
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
            "NETWORK",
            "Road network",
            LINES,
            "The edges made by 'Build road network'.",
            optional=times,
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
        source_definition(
            "BARRIERS",
            "Barriers on the way to the road",
            ANY_GEOMETRY,
            "Lines or polygons that nobody crosses between a place and its road: water, the "
            "border. Roads cross them.",
            optional=True,
            advanced=True,
        ),
        *([travel_times.definition()] if times else []),
    ]

    def check(run):
        for name, types in (("NETWORK", LINES), ("COUNTRIES", POLYGONS), ("CROSSINGS", POINTS)):
            check_given(run, name, types)
        check_given(run, "BARRIERS", ANY_GEOMETRY)
        barriers = run.layer("BARRIERS")
        if barriers is not None and int(barriers.geometryType()) not in (1, 2):
            raise GeometryTypeError("BARRIERS needs lines or polygons", layer=name_of(barriers))
        if times:
            travel_times.check(run)
        for one in NETWORK_FIELDS if run.given("NETWORK") else []:
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
        from ...core.accessibility.travel import Travel
        from ...core.crossborder.scenarios import BorderScenario, with_crossings
        from ...core.network.model import RoadNetwork
        from ...core.network.snapping import SnapOptions

        given = {}
        for option in options:
            given.update(option.read(run))
        by_table = times and run.given("TRAVEL_TIMES")
        run.crs = run.layer("NETWORK").crs() if not by_table else travel_times.analysis_crs(run)
        roads = road_network(run.read("NETWORK")) if not by_table else RoadNetwork.empty()
        crossings = run.table("CROSSINGS")
        if crossings is not None and not by_table:
            roads = with_crossings(roads, crossings)
        asked = given["scenarios"] if scenarios else [given["border"]]
        borders = [BorderScenario(one, given["border_delay"]) for one in STATES if one in asked]
        run.limits.add("by car")
        how = "by car" if given["cost"] == "time" else "distance by road"
        run.scenario = f"{', '.join(map(str, borders))}; {how}"
        snapping = SnapOptions(
            given["snap_distance"], given["offroad_speed"], given["main_component"], barriers(run)
        )
        limit = float("inf") if given["max_cost"] is None else given["max_cost"]
        travel = Travel(roads, borders[0], given["cost"], given["direction"], limit, snapping)
        read_countries(run)
        return {"travel": travel, "scenarios": borders}

    complete = travel_times.complete if times else lambda values, run: {}
    return Input(definitions, read, check, complete)


def barriers(run):
    """What nobody crosses on the way to the road, None where nothing is given."""
    from ...core.network.barriers import Barriers
    from ..layers import rings_of

    data = run.read("BARRIERS")
    if data is None:
        return None
    run.barriers = [one for one in data.geometries if not one.isNull()]
    return Barriers(rings_of(data.geometries)[0])


def road_network(data):
    """The network of a layer of edges."""
    import numpy as np
    import pandas as pd

    from ...core.network.lines import Lines
    from ...core.network.model import CROSSING, EDGE_COLUMNS, RoadNetwork
    from ...core.network.store import Store
    from ..layers import lines_of

    size = len(data)
    table = {}
    for name in EDGE_COLUMNS:
        there = data.fields.lookupField(name) >= 0
        if name in NUMERIC:
            table[name] = data.numbers(name) if there else np.full(size, np.nan)
        else:
            table[name] = np.full(size, None, dtype=object)
            if there:
                table[name][:] = data.column(name)
    lines, owner = lines_of(data)
    drawn = np.zeros(size, dtype=bool)
    drawn[owner] = True
    numbers = [data.numbers(name) for name in ("edge_id", "from_node", "to_node")]
    bad = (~drawn & (table["kind"] != CROSSING)) | ~np.isfinite(numbers).all(axis=0)
    if bad.any() or len(owner) != drawn.sum():
        raise InvalidValueError(
            "edges without a line, in several parts, or without their numbers",
            "Build the network again; its edges are not to be edited",
            layer=data.name,
            ids=table["edge_id"][bad],
        )
    node_id, number = np.unique(np.column_stack(numbers[1:]).astype(np.int64), return_inverse=True)
    number = number.reshape(-1, 2)
    xy = np.zeros((len(node_id), 2))
    xy[number[owner, 0]] = lines.xy[lines.first]
    xy[number[owner, 1]] = lines.xy[lines.last]
    # a crossing in one place has no line of its own: it is that place twice
    bare = np.flatnonzero(~drawn)
    order = np.argsort(np.concatenate([owner, bare]), kind="stable")
    lines = Lines(
        np.concatenate([lines.xy, xy[number[bare].ravel()]]),
        np.concatenate([lines.offsets, lines.offsets[-1] + 2 * np.arange(1, len(bare) + 1)]),
    ).take(order)
    table["from_node"], table["to_node"] = number[:, 0], number[:, 1]
    store = Store(Path(QgsApplication.qgisSettingsDirPath()) / "cache" / "smart_planning")
    return RoadNetwork(pd.DataFrame(table), lines, xy, node_id, store)
