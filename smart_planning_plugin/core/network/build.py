"""From the road layers of one or more countries to one network with every crossing an object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import EmptyLayerError, InvalidValueError
from ..progress import Progress, quiet
from .border import Divided, Stitches, divide, stitch
from .countries import Countries
from .lines import Lines, offsets_of
from .model import CROSSING, EDGE_COLUMNS, FERRY, ROAD, RoadNetwork
from .noding import node
from .schema import RoadLayer
from .speeds import assign_speeds

FERRY_KMH = 15.0
CROSSING_COLUMNS = [
    "crossing_id",
    "name",
    "edge_id",
    "country_a",
    "country_b",
    "ref_a",
    "ref_b",
    "delay_ab_min",
    "delay_ba_min",
    "gap_m",
    "origin",
    "open",
]


@dataclass(frozen=True)
class BuildOptions:
    """How lines become a network.

    Attributes
    ----------
    tolerance_m : float
        Line ends this near to each other are one junction.
    stitch_tolerance_m : float
        Ends of two countries this near to each other are joined across the border.
    country_tolerance_m : float
        How far outside every country polygon a road still belongs to the nearest.
    speeds : DataFrame, optional
        See `speeds.assign_speeds`.
    season : str
    """

    tolerance_m: float = 1.0
    stitch_tolerance_m: float = 50.0
    country_tolerance_m: float = 1000.0
    speeds: pd.DataFrame | None = None
    season: str = ""


@dataclass
class BuildReport:
    """What the build did, for the log and the report page.

    Attributes
    ----------
    layers : DataFrame
        One row a layer: `layer`, `lines`, `not_for_cars`, `not_understood`, `fields`.
    speed_sources : DataFrame
        Number of edges and km by `country`, `source` of the speed.
    components : DataFrame
        The parts that no road joins: `component`, `nodes`, `km`, `countries`, `refs`, `by_ferry`.
    points : DataFrame
        What to look at on the map: `kind` (`open end`, `ambiguous stitch`), `country`, `ref`,
        `lon`, `lat`.
    duplicates : int
        Edges that were in the data twice, kept once.
    left_out_km : float
        Roads too far outside every country.
    """

    layers: pd.DataFrame
    speed_sources: pd.DataFrame
    components: pd.DataFrame
    points: pd.DataFrame
    duplicates: int
    left_out_km: float
    notes: list[str] = field(default_factory=list)


def build_road_network(
    layers: list[RoadLayer],
    countries: Countries | None,
    options: BuildOptions,
    measure: Callable[[Lines], np.ndarray] = Lines.lengths,
    lonlat: Callable[[np.ndarray], np.ndarray] = np.asarray,
    progress: Progress = quiet,
) -> tuple[RoadNetwork, pd.DataFrame, BuildReport]:
    """Build one network from several road layers.

    Parameters
    ----------
    layers : list of RoadLayer
        All in the analysis CRS.
    countries : Countries, optional
        Without it the network has one country without a name, and no crossings.
    options : BuildOptions
    measure : callable
        Ellipsoidal length in metres of each line.
    lonlat : callable
        (n, 2) analysis coordinates to longitude and latitude, for stable crossing ids.
    progress : callable

    Returns
    -------
    network : RoadNetwork
    crossings : DataFrame
        Columns `CROSSING_COLUMNS` and `x`, `y`.
    report : BuildReport
    """
    progress(0.0, "Reading fields")
    lines, roads = _together(layers)
    progress(0.1, f"Noding {len(lines)} lines")
    noded = node(lines, options.tolerance_m)
    if not len(noded.lines):
        raise EmptyLayerError("no line has a length", "Look at the geometries and the CRS of ROADS")
    progress(0.4, "Looking for the border" if countries else None)
    at_sea = (roads["kind"] == FERRY).to_numpy()[noded.parent]
    if countries is None:
        divided, stitches = _one_country(noded), None
    else:
        divided = divide(
            noded.lines,
            noded.from_node,
            noded.to_node,
            countries,
            options.country_tolerance_m,
            at_sea,
        )
        on_land = np.zeros(len(divided.node_xy), dtype=bool)
        by_road = ~at_sea[divided.parent]
        on_land[divided.from_node[by_road]] = on_land[divided.to_node[by_road]] = True
        stitches = stitch(divided, on_land, countries, options.stitch_tolerance_m)
    if not len(divided.lines):
        raise EmptyLayerError(
            "no road lies in one of the countries", "Look at the CRS of ROADS and of COUNTRIES"
        )
    progress(0.7, "Speeds and times")
    edges, sources = _edges(divided, noded, roads, countries, options, measure)
    edges, edge_lines, crossings = _with_crossings(
        edges, divided, stitches, countries, measure, lonlat
    )
    network = RoadNetwork(
        edges, edge_lines, divided.node_xy, np.arange(1, len(divided.node_xy) + 1)
    )
    progress(0.9, "Checking what hangs together")
    report = BuildReport(
        layers=pd.DataFrame(
            [
                {
                    "layer": one.name,
                    "lines": len(one.lines),
                    "not_for_cars": one.not_for_cars,
                    "not_understood": one.not_understood,
                    "fields": ", ".join(f"{role}: {name}" for role, name in one.found.items()),
                }
                for one in layers
            ]
        ),
        speed_sources=_speed_summary(edges, sources),
        components=_components(network),
        points=_points_to_look_at(divided, stitches, edges, countries, lonlat),
        duplicates=noded.duplicates,
        left_out_km=divided.left_out_m / 1000,
    )
    progress(1.0)
    return network, crossings, report


def _together(layers):
    xy = np.concatenate([one.lines.xy for one in layers])
    counts = np.concatenate([np.diff(one.lines.offsets) for one in layers])
    if not len(counts):
        raise EmptyLayerError(
            "no line is left to build from", "Look at SCHEMA: were all classes left out?"
        )
    roads = pd.concat([one.roads.assign(source_layer=one.name) for one in layers])
    return Lines(xy, offsets_of(counts)), roads.reset_index(drop=True)


def _one_country(noded) -> Divided:
    nodes = int(max(noded.from_node.max(), noded.to_node.max())) + 1
    xy = np.empty((nodes, 2))
    xy[noded.from_node] = noded.lines.xy[noded.lines.first]
    xy[noded.to_node] = noded.lines.xy[noded.lines.last]
    return Divided(
        lines=noded.lines,
        parent=np.arange(len(noded.lines)),
        from_node=noded.from_node,
        to_node=noded.to_node,
        country=np.zeros(len(noded.lines), np.int64),
        node_xy=xy,
        node_country=np.zeros(nodes, np.int64),
        joints=np.empty((0, 2), np.int64),
        through=np.empty(0, bool),
        left_out_m=0.0,
    )


def _edges(divided, noded, roads, countries, options, measure):
    """One row for every road and ferry edge, with its times."""
    rows = roads.iloc[noded.parent[divided.parent]].reset_index(drop=True)
    codes = np.array(countries.codes if countries else [""], dtype=object)
    country = pd.Series(codes[divided.country])
    length = measure(divided.lines)
    speed, source = assign_speeds(
        rows["speed_kmh"].to_numpy(float),
        rows["road_class"],
        country,
        rows["surface"],
        options.speeds,
        options.season,
    )
    if not (speed > 0).all():
        raise InvalidValueError("SPEEDS holds a speed of 0 or less", "Speeds are km/h above 0")
    ferry = (rows["kind"] == FERRY).to_numpy()
    minutes = rows["minutes"].to_numpy(float)
    # a ferry that the border cuts in two keeps its timetable in proportion
    share = length / np.maximum(np.bincount(divided.parent, length)[divided.parent], 1e-9)
    speed = np.where(ferry, FERRY_KMH, speed)
    timed = ferry & ~np.isnan(minutes)
    seconds = np.where(timed, minutes * 60 * share, length / speed * 3.6)
    speed = np.where(timed, length / np.maximum(seconds, 1e-9) * 3.6, speed)
    source = np.where(ferry, np.where(timed, "field", "default"), source)

    oneway = rows["oneway"].to_numpy()
    other = noded.opposite[divided.parent]
    both = (other >= 0) & (oneway != 0) & (roads["oneway"].to_numpy()[other] == oneway)
    oneway = np.where(both, 0, oneway)
    edges = pd.DataFrame(
        {
            "edge_id": np.arange(1, len(rows) + 1),
            "from_node": divided.from_node,
            "to_node": divided.to_node,
            "length_m": length,
            "speed_kmh": speed,
            "time_fwd_s": np.where(oneway >= 0, seconds, np.nan),
            "time_bwd_s": np.where(oneway <= 0, seconds, np.nan),
            "kind": rows["kind"],
            "road_class": rows["road_class"],
            "name": rows["name"],
            "ref": rows["ref"],
            "country": country.where(country != "", None),
            "source_layer": rows["source_layer"],
            "source_id": rows["source_id"],
        }
    )
    return edges.reindex(columns=EDGE_COLUMNS), source


def _with_crossings(edges, divided, stitches, countries, measure, lonlat):
    """Append an edge for every crossing, and make the table of crossings."""
    if stitches is None:
        return edges, divided.lines, pd.DataFrame(columns=[*CROSSING_COLUMNS, "x", "y"])
    pairs = np.concatenate([divided.joints, stitches.pairs]).astype(np.int64)
    through = np.concatenate([divided.through, np.zeros(len(stitches.pairs), bool)])
    codes = np.array(countries.codes, dtype=object)
    swap = divided.node_country[pairs[:, 0]] > divided.node_country[pairs[:, 1]]
    pairs[swap] = pairs[swap][:, ::-1]
    ends = divided.node_xy[pairs]
    lines = Lines(ends.reshape(-1, 2), np.arange(len(pairs) + 1) * 2)
    gap = np.where(np.hypot(*(ends[:, 0] - ends[:, 1]).T) > 0, measure(lines), 0.0)
    place = lonlat(ends.mean(axis=1)) if len(pairs) else np.empty((0, 2))
    a, b = codes[divided.node_country[pairs]].T
    order = np.lexsort([place[:, 1], place[:, 0], b.astype(str), a.astype(str)])
    pairs, through, gap, place = pairs[order], through[order], gap[order], place[order]
    a, b, lines = a[order], b[order], lines.take(order)

    touching = _edges_at_nodes(edges)
    ref_a, ref_b = ([_refs(edges, touching, n) for n in pairs[:, side]] for side in (0, 1))
    ids = _stable_ids(a, b, place)
    speed = [
        min(edges["speed_kmh"].to_numpy()[touching[one] + touching[two]]) for one, two in pairs
    ]
    seconds = gap / np.array(speed, dtype=float) * 3.6
    number = len(edges) + 1 + np.arange(len(pairs))
    crossings = pd.DataFrame(
        {
            "crossing_id": ids,
            "name": [
                " – ".join(dict.fromkeys(filter(None, both))) or one
                for *both, one in zip(ref_a, ref_b, ids)
            ],
            "edge_id": number,
            "country_a": a,
            "country_b": b,
            "ref_a": ref_a,
            "ref_b": ref_b,
            "delay_ab_min": 0.0,
            "delay_ba_min": 0.0,
            "gap_m": gap,
            "origin": np.where(through, "through", "stitched"),
            "open": 1,
            "x": lines.xy.reshape(-1, 2, 2).mean(axis=1)[:, 0],
            "y": lines.xy.reshape(-1, 2, 2).mean(axis=1)[:, 1],
        }
    )
    extra = pd.DataFrame(
        {
            "edge_id": number,
            "from_node": pairs[:, 0],
            "to_node": pairs[:, 1],
            "length_m": gap,
            "speed_kmh": speed,
            "time_fwd_s": seconds,
            "time_bwd_s": seconds,
            "kind": CROSSING,
            "name": crossings["name"],
            "crossing_id": crossings["crossing_id"],
            "delay_ab_min": 0.0,
            "delay_ba_min": 0.0,
            "open": 1,
        }
    ).reindex(columns=EDGE_COLUMNS)
    all_lines = Lines(
        np.concatenate([divided.lines.xy, lines.xy]),
        np.concatenate([divided.lines.offsets, divided.lines.offsets[-1] + lines.offsets[1:]]),
    )
    whole = pd.concat([edges, extra], ignore_index=True) if len(extra) else edges
    return whole, all_lines, crossings[[*CROSSING_COLUMNS, "x", "y"]]


def _edges_at_nodes(edges) -> dict[int, list[int]]:
    touching: dict[int, list[int]] = {}
    for column in ("from_node", "to_node"):
        for row, at in enumerate(edges[column].tolist()):
            touching.setdefault(at, []).append(row)
    return touching


def _refs(edges, touching, at) -> str | None:
    refs = edges["ref"].iloc[sorted(touching[at])].dropna().astype(str)
    return "/".join(sorted(refs.unique())[:3]) or None


def _stable_ids(a, b, place) -> list[str]:
    """Ids made of the two countries and the place to three decimals (about 100 m)."""
    seen: dict[str, int] = {}
    ids = []
    for one, two, (lon, lat) in zip(a, b, place):
        lat, lon = round(float(lat), 3) + 0.0, round(float(lon), 3) + 0.0  # no "-0.000"
        base = f"{one}-{two}-{lat:.3f}-{lon:.3f}"
        seen[base] = seen.get(base, 0) + 1
        ids.append(base if seen[base] == 1 else f"{base}-{seen[base]}")
    return ids


def _speed_summary(edges, sources) -> pd.DataFrame:
    roads = edges.iloc[: len(sources)]
    table = pd.DataFrame(
        {
            "country": roads["country"].fillna(""),
            "source": sources,
            "edges": 1,
            "km": roads["length_m"] / 1000,
        }
    )
    return table.groupby(["country", "source"], as_index=False).sum()


def _components(network: RoadNetwork) -> pd.DataFrame:
    """The parts of the network that roads alone hold together, and whether a ferry joins them."""
    edges = network.edges
    by_road = (edges["kind"] != FERRY).to_numpy()
    on_land = RoadNetwork(
        edges[by_road].reset_index(drop=True),
        network.lines.take(np.flatnonzero(by_road)),
        network.node_xy,
        network.node_id,
    )
    roads = edges[(edges["kind"] == ROAD)]
    part = on_land.component[roads["from_node"].to_numpy(np.int64)]
    rows = []
    ferry_nodes = edges.loc[~by_road, ["from_node", "to_node"]].to_numpy(np.int64).reshape(-1)
    by_ferry = set(on_land.component[ferry_nodes].tolist())
    for number, group in roads.groupby(part):
        nodes = pd.unique(group[["from_node", "to_node"]].to_numpy().reshape(-1))
        rows.append(
            {
                "component": int(number),
                "nodes": len(nodes),
                "km": group["length_m"].sum() / 1000,
                "countries": ", ".join(sorted(group["country"].dropna().unique())),
                "refs": ", ".join(map(str, group["ref"].dropna().unique()[:5])),
                "by_ferry": number in by_ferry,
            }
        )
    return pd.DataFrame(rows)


def _points_to_look_at(
    divided, stitches: Stitches | None, edges, countries, lonlat
) -> pd.DataFrame:
    columns = ["kind", "country", "ref", "lon", "lat"]
    if stitches is None:
        return pd.DataFrame(columns=columns)
    touching = _edges_at_nodes(edges)
    rows = []
    for kind, nodes in (("open end", stitches.open_ends), ("ambiguous stitch", stitches.ambiguous)):
        places = lonlat(divided.node_xy[nodes]) if len(nodes) else []
        for at, (lon, lat) in zip(nodes, places):
            code = countries.codes[divided.node_country[at]]
            rows.append([kind, code, _refs(edges, touching, at), float(lon), float(lat)])
    return pd.DataFrame(rows, columns=columns)
