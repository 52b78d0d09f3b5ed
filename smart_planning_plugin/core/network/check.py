"""What is wrong with a network, or looks so: before it is used, and with what to do about it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from scipy.spatial import ConvexHull, QhullError, cKDTree

from .countries import Countries
from .lines import expand
from .model import FERRY, ROAD, RoadNetwork
from .speeds import plain_class
from .stitching import OPEN_END, stitch

ERROR, WARNING, NOTE = "error", "warning", "note"
COLUMNS = ["kind", "severity", "message", "edge_id", "node_id", "country", "x", "y"]
SLOWEST_KMH, FASTEST_KMH = 5.0, 140.0
SHORTEST_M = 0.1
ISLET_KM = 1.0
THINNER = 3.0
LEAST_KM = 20.0
#: Kind of issue -> what to do.
ADVICE = {
    "islet": "Look whether a road or a ferry lacks (FERRIES); MAIN_COMPONENT joins places to the "
    "largest part instead",
    "one-way trap": "Look at the direction of the one-way roads",
    "near miss": "Join the ends in the data, or raise TOLERANCE of 'Build road network'",
    "open end": "Look for the road on the other side; CROSSING_OVERRIDES joins two by hand",
    "ambiguous stitch": "Look which ends belong together; CROSSING_OVERRIDES removes and adds",
    "duplicate": "Remove one of the two in the data; travel times take the faster",
    "zero length": "Remove it in the data, or raise TOLERANCE",
    "implausible speed": "Mend the speed in the data, or give SPEEDS for the class",
    "closed both ways": "Look at the one-way field and at the access of the road",
    "unknown country": "Give COUNTRIES that reach there, or raise COUNTRY_TOLERANCE",
    "pseudo-node": "Nothing has to be done; two edges of one road could be one",
    "uneven completeness": "Use data of the same detail on both sides, or say so beside results",
}


@dataclass(frozen=True)
class NetworkCheck:
    """Issues of a network.

    Attributes
    ----------
    issues : DataFrame
        Columns `COLUMNS`; the gravest first.
    parts : DataFrame
        Connected parts: `component`, `nodes`, `km`, `countries`, `refs`, `ferry`, `people`.
    density : DataFrame
        `road_class`, and for each country km of road on 100 km² (`<code>`).
    """

    issues: pd.DataFrame
    parts: pd.DataFrame
    density: pd.DataFrame


def check_network(
    network: RoadNetwork,
    tolerance: float = 20.0,
    countries: Countries | None = None,
    stitch_tolerance: float = 50.0,
    people: np.ndarray | None = None,
    people_edge: np.ndarray | None = None,
) -> NetworkCheck:
    """Look for what makes results wrong or unexplained.

    Parameters
    ----------
    network : RoadNetwork
    tolerance : float
        A dead end this near (metres) to another edge looks as if it should meet it.
    countries : Countries, optional
        For open ends at the border.
    stitch_tolerance : float
        As when the network was built.
    people, people_edge : (p,) arrays, optional
        People of places, and the row of the edge each is nearest to (-1: none).
    """
    on_part = np.zeros(len(network.node_xy))
    if people is not None and people_edge is not None:
        near = people_edge >= 0
        part = network.component[network.from_node[people_edge[near]]]
        np.add.at(on_part, part, np.nan_to_num(people[near]))
    parts = _parts(network, on_part, people is not None)
    density = road_density(network)
    found = [
        _islets(network, parts),
        _traps(network),
        _near_misses(network, tolerance),
        _duplicates(network),
        *_odd_edges(network),
        _pseudo_nodes(network),
        _uneven(network, density),
    ]
    if countries is not None:
        found.append(_at_the_border(network, countries, stitch_tolerance))
    issues = pd.concat([one for one in found if len(one)] or [_issues([])], ignore_index=True)
    grave = issues["severity"].map({ERROR: 0, WARNING: 1, NOTE: 2})
    order = np.lexsort([issues["y"], issues["x"], issues["kind"].astype(str), grave])
    return NetworkCheck(issues.iloc[order].reset_index(drop=True), parts, density)


def _issues(rows) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=COLUMNS)
    words = dict.fromkeys(["kind", "severity", "message", "country"], object)
    return table.astype({**words, "edge_id": float, "node_id": float, "x": float, "y": float})


def _at_edges(network, rows, kind, severity, messages):
    """An issue for each of some edges, in its middle."""
    rows = np.asarray(rows, np.int64)
    counts = np.diff(network.lines.offsets)[rows]
    xy = network.lines.at(rows, (counts - 1) / 2)
    ids = network.edges["edge_id"].to_numpy(float)[rows]
    country = network.edges["country"].to_numpy(object)[rows]
    return _issues(
        [
            [kind, severity, f"{message}. {ADVICE[kind]}", number, np.nan, code, *place]
            for message, number, code, place in zip(messages, ids, country, xy.tolist())
        ]
    )


def _at_nodes(network, nodes, kind, severities, messages):
    """An issue for each of some nodes."""
    nodes = np.asarray(nodes, np.int64)
    return _issues(
        [
            [
                kind,
                severity,
                f"{message}. {ADVICE[kind]}",
                np.nan,
                float(network.node_id[node]),
                network.node_country[node] or None,
                *network.node_xy[node].tolist(),
            ]
            for node, severity, message in zip(nodes.tolist(), severities, messages)
        ]
    )


def _road(network, row) -> str:
    """How a road is called in a message."""
    one = network.edges.iloc[row]
    return next((str(one[name]) for name in ("ref", "name") if _said(one[name])), "road")


def _said(value) -> bool:
    return value is not None and value == value and value != ""


def _parts(network: RoadNetwork, people: np.ndarray, told: bool) -> pd.DataFrame:
    """The connected parts, with the node in their middle."""
    part = network.component
    count = int(part.max(initial=-1)) + 1
    edge_part = part[network.from_node]
    edges = network.edges
    roads = (edges["kind"] == ROAD).to_numpy()
    km = np.bincount(
        edge_part[roads], edges["length_m"].to_numpy(float)[roads] / 1000, minlength=count
    )
    ferry = np.bincount(edge_part[(edges["kind"] == FERRY).to_numpy()], minlength=count) > 0
    words = pd.DataFrame(
        {"part": edge_part, "country": edges["country"].to_numpy(), "ref": edges["ref"].to_numpy()}
    )
    several = {
        column: words[["part", column]]
        .drop_duplicates()
        .dropna()
        .groupby("part")[column]
        .agg(lambda values: ", ".join(sorted(map(str, values))[:5]))
        .to_dict()
        for column in ("country", "ref")
    }
    size = np.bincount(part, minlength=count)
    middle = np.column_stack(
        [np.bincount(part, network.node_xy[:, side], minlength=count) / size for side in (0, 1)]
    )
    gap = np.hypot(*(network.node_xy - middle[part]).T)
    order = np.lexsort([gap, part])
    nearest = order[np.searchsorted(part[order], np.arange(count))]
    return pd.DataFrame(
        {
            "component": np.arange(count),
            "nodes": size,
            "km": km,
            "countries": [several["country"].get(one, "") for one in range(count)],
            "refs": [several["ref"].get(one, "") for one in range(count)],
            "ferry": ferry,
            "people": people[:count] if told else np.nan,
            "middle": nearest,
        }
    )


def _islets(network, parts):
    """Parts that the largest cannot reach, with the people on them."""
    rest = parts.iloc[1:]
    severe, messages = [], []
    for one in rest.itertuples():
        people = "" if np.isnan(one.people) else f", {one.people:,.0f} people nearest to it"
        roads = f" ({one.refs})" if one.refs else ""
        messages.append(
            f"{one.km:.1f} km of road{roads} do not hang together with the largest part{people}"
        )
        severe.append(ERROR if one.people > 0 or one.km >= ISLET_KM else WARNING)
    return _at_nodes(network, rest["middle"], "islet", severe, messages)


def _traps(network):
    """Where one-way roads lead in and not out again, or the other way round; one point a trap."""
    no_way_out, no_way_in = network.trapped
    inside = (network.component == 0) & (no_way_out | no_way_in)
    both = inside[network.from_node] & inside[network.to_node]
    links = coo_matrix(
        (np.ones(both.sum()), (network.from_node[both], network.to_node[both])),
        shape=(len(inside), len(inside)),
    )
    _, label = connected_components(links, directed=False)
    nodes = np.flatnonzero(inside)
    _, first, size = np.unique(label[nodes], return_index=True, return_counts=True)
    lead = nodes[first]
    ways = {True: "enter but not leave", False: "leave but not enter"}
    messages = [
        f"{count} junctions one can {ways[bool(no_way_out[node])]}"
        for node, count in zip(lead, size)
    ]
    severe = [ERROR if count > 1 else WARNING for count in size]
    return _at_nodes(network, lead, "one-way trap", severe, messages)


def _near_misses(network, tolerance):
    """Dead ends that nearly touch another edge."""
    roads = (network.edges["kind"] == ROAD).to_numpy()
    ends = np.flatnonzero((network.degree == 1) & _ends_of(network, roads))
    own = _edge_at(network, ends)
    lines = network.lines
    start = lines.segment_starts
    owner = lines.line_of_vertex[start]
    start, owner = start[roads[owner]], owner[roads[owner]]
    if not len(ends) or tolerance <= 0:
        return _issues([])
    length = np.hypot(*(lines.xy[start + 1] - lines.xy[start]).T)
    most = max(2 * length.mean(), 2 * tolerance)
    pieces = np.maximum(np.ceil(length / most).astype(np.int64), 1)
    segment, number = expand(pieces)
    share = ((number + 0.5) / pieces[segment])[:, None]
    a, along = lines.xy[start], lines.xy[start + 1] - lines.xy[start]
    tree = cKDTree(a[segment] + share * along[segment])
    near = tree.query_ball_point(network.node_xy[ends], tolerance + most / 2)
    row, _ = expand(np.array([len(one) for one in near]))
    at = segment[np.concatenate([np.asarray(one, np.int64) for one in near])]
    # not to the own road, nor to the one a short stub leaves
    other = np.where(network.from_node[own] == ends, network.to_node[own], network.from_node[own])[
        row
    ]
    short = network.edges["length_m"].to_numpy(float)[own[row]] <= 3 * tolerance
    meets = (network.from_node[owner[at]] == other) | (network.to_node[owner[at]] == other)
    keep = (owner[at] != own[row]) & ~(short & meets)
    row, at = row[keep], at[keep]
    point = network.node_xy[ends[row]]
    square = np.maximum((along[at] ** 2).sum(axis=1), 1e-300)
    share = np.clip(((point - a[at]) * along[at]).sum(axis=1) / square, 0, 1)
    gap = np.hypot(*(point - a[at] - share[:, None] * along[at]).T)
    close = gap <= tolerance
    row, at, gap = row[close], at[close], gap[close]
    order = np.lexsort([gap, row])
    row, first = np.unique(row[order], return_index=True)
    at, gap = at[order][first], gap[order][first]
    messages = [
        f"{_road(network, mine)} ends {metres:.1f} m from {_road(network, theirs)}"
        for mine, theirs, metres in zip(own[row], owner[at], gap)
    ]
    return _at_nodes(network, ends[row], "near miss", [WARNING] * len(row), messages)


def _ends_of(network, chosen):
    """(n,) bool: nodes at which one of the chosen edges ends."""
    ends = np.zeros(len(network.node_xy), dtype=bool)
    ends[network.from_node[chosen]] = ends[network.to_node[chosen]] = True
    return ends


def _edge_at(network, nodes):
    """(k,) a road or ferry that ends at each node."""
    rows = np.flatnonzero(~network.is_crossing)
    ends = np.concatenate([network.from_node[rows], network.to_node[rows]])
    order = np.argsort(ends, kind="stable")
    return rows[order[np.searchsorted(ends[order], nodes)] % max(len(rows), 1)]


def _duplicates(network):
    """Edges between the same two nodes, of the same length, side by side."""
    roads = np.flatnonzero((network.edges["kind"] == ROAD).to_numpy())
    low = np.minimum(network.from_node, network.to_node)[roads]
    high = np.maximum(network.from_node, network.to_node)[roads]
    length = network.edges["length_m"].to_numpy(float)[roads]
    order = np.lexsort([length, high, low])
    one, two = order[:-1], order[1:]
    same = (low[one] == low[two]) & (high[one] == high[two])
    same &= np.abs(length[one] - length[two]) <= np.maximum(0.01 * length[one], 1.0)
    one, two = roads[one[same]], roads[two[same]]
    counts = np.diff(network.lines.offsets)
    middle = [network.lines.at(rows, (counts[rows] - 1) / 2) for rows in (one, two)]
    beside = np.hypot(*(middle[0] - middle[1]).T) <= 5.0
    messages = [
        f"{_road(network, mine)} is there twice (edge {network.edges['edge_id'].iloc[other]})"
        for other, mine in zip(one[beside], two[beside])
    ]
    return _at_edges(network, two[beside], "duplicate", WARNING, messages)


def _odd_edges(network):
    """Edges that say something no road can be."""
    edges = network.edges
    roads = (edges["kind"] == ROAD).to_numpy()
    speed = pd.to_numeric(edges["speed_kmh"], errors="coerce").to_numpy(float)
    length = edges["length_m"].to_numpy(float)
    wrong = np.flatnonzero(roads & ((speed < SLOWEST_KMH) | (speed > FASTEST_KMH)))
    yield _at_edges(
        network,
        wrong,
        "implausible speed",
        WARNING,
        [f"{_road(network, row)}: {speed[row]:.0f} km/h" for row in wrong],
    )
    none = np.flatnonzero(roads & (length < SHORTEST_M))
    yield _at_edges(
        network, none, "zero length", NOTE, [f"{length[row] * 100:.1f} cm of road" for row in none]
    )
    shut = np.flatnonzero(edges[["time_fwd_s", "time_bwd_s"]].isna().all(axis=1).to_numpy())
    yield _at_edges(
        network,
        shut,
        "closed both ways",
        WARNING,
        [f"{_road(network, row)} has no time in either direction" for row in shut],
    )
    lost = edges["country"].isna() | (edges["country"] == "")
    lost = np.flatnonzero(lost.to_numpy() & ~network.is_crossing)
    if network.countries:
        yield _at_edges(
            network,
            lost,
            "unknown country",
            WARNING,
            [f"{_road(network, row)} lies in no country" for row in lost],
        )


def _pseudo_nodes(network):
    """Nodes between two edges that are the same road in all that is known of it."""
    nodes = np.flatnonzero(network.degree == 2)
    ends = np.concatenate([network.from_node, network.to_node])
    order = np.argsort(ends, kind="stable")
    at = np.searchsorted(ends[order], nodes)
    first, second = order[at], order[at + 1]
    count = len(network)
    one, two = first % count, second % count
    alike = one != two
    for column in ("kind", "road_class", "name", "ref", "country"):
        values = network.edges[column].astype(object)
        code, _ = pd.factorize(values.where(values.notna(), "").to_numpy())
        alike &= code[one] == code[two]
    alike &= (network.edges["kind"] == ROAD).to_numpy()[one]
    speed = pd.to_numeric(network.edges["speed_kmh"], errors="coerce").to_numpy(float)
    alike &= np.isclose(speed[one], speed[two], equal_nan=True)
    there = network.edges["time_fwd_s"].notna().to_numpy()
    back = network.edges["time_bwd_s"].notna().to_numpy()
    # seen from the node: may one leave by the edge, may one come by it
    leave = [
        np.where(end < count, there[row], back[row]) for end, row in ((first, one), (second, two))
    ]
    come = [
        np.where(end < count, back[row], there[row]) for end, row in ((first, one), (second, two))
    ]
    alike &= (leave[0] == come[1]) & (come[0] == leave[1])
    nodes = nodes[alike]
    messages = [f"{_road(network, row)} is cut here for no reason" for row in one[alike]]
    return _at_nodes(network, nodes, "pseudo-node", [NOTE] * len(nodes), messages)


def _at_the_border(network, countries, tolerance):
    """Open ends and ambiguous stitches, as when the network was built."""
    stitched = network.is_crossing & (network.edges["length_m"].to_numpy(float) > 0)
    on_land = _ends_of(network, (network.edges["kind"] == ROAD).to_numpy())
    alone = (network.degree == 1) | (network.degree == 2) & _ends_of(network, stitched)
    known = np.isin(network.node_country.astype(str), countries.codes)
    ends = np.flatnonzero(alone & on_land & known)
    number = np.searchsorted(countries.codes, network.node_country.astype(str))
    points = stitch(network.node_xy, number, ends, countries, tolerance).points
    node = points["node"].to_numpy(np.int64)
    own = _edge_at(network, node)
    parts = []
    for kind, severity in ((OPEN_END, WARNING), ("ambiguous stitch", NOTE)):
        mine = (points["kind"] == kind).to_numpy()
        messages = [
            f"{_road(network, row)}: {reason}"
            for row, reason in zip(own[mine], points["reason"][mine])
        ]
        parts.append(_at_nodes(network, node[mine], kind, [severity] * int(mine.sum()), messages))
    return pd.concat(parts, ignore_index=True)


def road_density(network: RoadNetwork) -> pd.DataFrame:
    """Km of road on 100 km² by class and country, on the ground that a country's roads span.

    Returns
    -------
    DataFrame
        `road_class` (``all`` first), a column for each country, and `km` in all.
    """
    edges = network.edges
    roads = (edges["kind"] == ROAD).to_numpy() & edges["country"].notna().to_numpy()
    table = pd.DataFrame(
        {
            "road_class": plain_class(edges["road_class"][roads]).to_numpy(),
            "country": edges["country"].to_numpy(object)[roads],
            "km": edges["length_m"].to_numpy(float)[roads] / 1000,
        }
    )
    area = {}
    for code in network.countries:
        xy = network.node_xy[network.node_country == code]
        try:
            area[code] = ConvexHull(xy).volume / 1e6
        except (QhullError, ValueError):
            area[code] = np.nan
    km = table.pivot_table(
        index="road_class", columns="country", values="km", aggfunc="sum", fill_value=0.0
    )
    km = pd.concat([km.sum().to_frame("all").T, km]) if len(km) else km
    density = km.div(pd.Series(area, dtype=float) / 100, axis=1)
    density.insert(0, "road_class", [str(one) or "none" for one in density.index])
    density["km"] = km.sum(axis=1)
    return density.reset_index(drop=True)


def _uneven(network, density):
    """Classes of which one country has far less road on its ground than another."""
    codes = [one for one in density.columns if one not in ("road_class", "km")]
    rows = []
    for one in density.itertuples(index=False) if len(codes) > 1 else ():
        values = pd.Series(one[1:-1], index=codes, dtype=float).dropna()
        if one.km < LEAST_KM or len(values) < 2 or values.min() * THINNER > values.max():
            continue
        thin, thick = values.idxmin(), values.idxmax()
        nodes = np.flatnonzero(network.node_country == thin)
        middle = network.node_xy[nodes].mean(axis=0)
        node = nodes[np.hypot(*(network.node_xy[nodes] - middle).T).argmin()]
        what = "roads in all" if one.road_class == "all" else f"roads of class {one.road_class}"
        rows.append(
            (
                node,
                f"{thin} has {values[thin]:.1f} km of {what} on 100 km², {thick} "
                f"{values[thick]:.1f}: one side is mapped thinner",
            )
        )
    nodes, messages = zip(*rows) if rows else ((), ())
    return _at_nodes(network, nodes, "uneven completeness", [WARNING] * len(rows), messages)
