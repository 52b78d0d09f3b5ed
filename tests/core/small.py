"""Small networks, countries and places made by hand, for all tests of core."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import HealthCheck, settings

from smart_planning_plugin.core.network.build import BuildOptions, build_road_network
from smart_planning_plugin.core.network.countries import Countries
from smart_planning_plugin.core.network.lines import Lines
from smart_planning_plugin.core.network.model import EDGE_COLUMNS, RoadNetwork
from smart_planning_plugin.core.network.schema import read_road_layer
from smart_planning_plugin.core.network.snapping import Positions

FAR = 50_000.0


def steadily(examples=60):
    """The same random examples on every machine, however slow it is."""
    return settings(
        derandomize=True, deadline=None, max_examples=examples,
        suppress_health_check=[HealthCheck.too_slow],
    )  # fmt: skip


def objects(values):
    """An array of whatever they are, not of texts or numbers."""
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


# ---------------------------------------------------------------- countries


def box(left, bottom, right, top):
    return [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)]


def countries_of(**rings):
    """Countries from `code=ring` or `code=[ring, ring]`."""
    codes, lines = [], []
    for code, given in rings.items():
        several = given if np.ndim(given[0][0]) else [given]
        codes += [code] * len(several)
        lines += several
    return Countries(codes, Lines.of(lines))


def west_and_east(gap=0.0):
    """AA west and BB east of x = 0; a negative gap is an overlap."""
    return countries_of(
        AA=box(-FAR, -FAR, -gap / 2, FAR),
        BB=box(gap / 2, -FAR, FAR, FAR),
    )


# ---------------------------------------------------------------- roads


def road_layer(parts, name="roads", ferries=False, schema="generic", **fields):
    """A layer of lines; each field is one value for all or a list."""
    table = pd.DataFrame(fields, index=range(len(parts)))
    ids = np.arange(len(parts))
    return read_road_layer(name, Lines.of(parts), table, ids, schema=schema, ferries=ferries)


def build(parts, countries=None, layers=(), options=None, lonlat=None, **fields):
    """Build a network of lines at 60 km/h (a km a minute) unless a speed is given."""
    fields.setdefault("speed", 60.0)
    return build_road_network(
        [road_layer(parts, **fields), *layers],
        countries,
        options or BuildOptions(),
        lonlat=lonlat or (lambda xy: np.asarray(xy) / 1000),
    )


def network_of(node_xy, edges):
    """A network without building: edges are dicts with `a`, `b` and what differs from the rest.

    Times are in minutes, None for a direction that is closed.
    """
    node_xy = np.asarray(node_xy, float)
    rows = []
    for number, edge in enumerate(edges):
        there = edge.get("there", 1.0)
        back = edge.get("back", there)
        rows.append(
            {
                "edge_id": number + 1,
                "from_node": edge["a"],
                "to_node": edge["b"],
                "length_m": edge.get("km", 1.0) * 1000,
                "time_fwd_s": np.nan if there is None else there * 60,
                "time_bwd_s": np.nan if back is None else back * 60,
                "kind": edge.get("kind", "road"),
                "country": edge.get("country"),
                "crossing_id": edge.get("crossing_id"),
                "delay_ab_min": edge.get("delay_ab", 0.0),
                "delay_ba_min": edge.get("delay_ba", 0.0),
                "open": edge.get("open", 1),
            }
        )
    table = pd.DataFrame(rows).reindex(columns=EDGE_COLUMNS)
    lines = Lines.of([node_xy[[edge["a"], edge["b"]]] for edge in edges])
    return RoadNetwork(table, lines, node_xy, np.arange(1, len(node_xy) + 1))


def places_on(edge, fraction, country="", access_min=0.0):
    """Positions set on edges directly; an edge of -1 is a place that could not be used."""
    edge = np.asarray(edge, np.int64)
    access = np.broadcast_to(np.asarray(access_min, float), edge.shape).copy()
    codes = np.empty(len(edge), dtype=object)
    codes[:] = country
    status = np.where(edge >= 0, "ok", "too_far").astype(object)
    return Positions(edge, np.asarray(fraction, float), access / 60 * 5000, access, codes, status)


# ---------------------------------------------------------------- looking at results


def total_length(parts):
    return sum(float(np.hypot(*np.diff(np.asarray(part, float), axis=0).T).sum()) for part in parts)


def edge_between(network, one, two, reach=1.0):
    """Rows of the edges whose line ends at two places, whichever way."""
    found = []
    for row in range(len(network)):
        ends = network.lines[row][[0, -1]]
        for a, b in ((one, two), (two, one)):
            if np.hypot(*(ends[0] - a)) <= reach and np.hypot(*(ends[1] - b)) <= reach:
                found.append(row)
                break
    return found


def assert_table(table, **columns):
    """All columns in their order and all rows, numbers nearly; None for what is missing."""
    assert list(table) == list(columns) and table.index.tolist() == list(range(len(table)))
    for name, wanted in columns.items():
        found = [None if one != one else one for one in table[name].tolist()]
        assert found == [
            pytest.approx(one) if isinstance(one, float) else one for one in wanted
        ], name  # fmt: skip
