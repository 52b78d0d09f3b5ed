"""From the road layers of one or more countries to one network with every crossing an object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import EmptyLayerError, InvalidValueError
from ..progress import Progress, quiet
from .border import Divided, divide
from .countries import Countries
from .crossings import CROSSING_COLUMNS, NamedPlaces, with_crossing_edges
from .lines import Lines, offsets_of
from .model import EDGE_COLUMNS, FERRY, RoadNetwork
from .noding import node
from .overrides import ADD, change_crossings, join_by_hand
from .planar import join_crossing_lines
from .report import (
    POINT_COLUMNS,
    BuildReport,
    layer_summary,
    parts_by_road,
    points_to_look_at,
    speed_summary,
)
from .schema import RoadLayer
from .speeds import assign_speeds, rows_that_fit_nothing
from .stitching import stitch

__all__ = ["CROSSING_COLUMNS", "BuildOptions", "BuildReport", "build_road_network"]

FERRY_KMH = 15.0


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
    planar : bool
        Join lines that cross on one level; else only where the data has a shared vertex.
    """

    tolerance_m: float = 1.0
    stitch_tolerance_m: float = 50.0
    country_tolerance_m: float = 1000.0
    speeds: pd.DataFrame | None = None
    season: str = ""
    planar: bool = False


def build_road_network(
    layers: list[RoadLayer],
    countries: Countries | None,
    options: BuildOptions,
    measure: Callable[[Lines], np.ndarray] = Lines.lengths,
    lonlat: Callable[[np.ndarray], np.ndarray] = np.asarray,
    progress: Progress = quiet,
    overrides: pd.DataFrame | None = None,
    places: NamedPlaces | None = None,
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
    overrides : DataFrame, optional
        Crossings by hand, from `overrides.read_overrides`.
    places : NamedPlaces, optional
        After which crossings without a road number are named.

    Returns
    -------
    network : RoadNetwork
    crossings : DataFrame
        Columns `CROSSING_COLUMNS` and `x`, `y`.
    report : BuildReport
    """
    progress(0.0, "Reading fields")
    lines, roads = _together(layers)
    joined = 0
    if options.planar:
        progress(0.05, "Joining lines that cross on one level")
        level = roads["level"].to_numpy(np.int64)
        lines, joined = join_crossing_lines(lines, level, options.tolerance_m)
    progress(0.1, f"Noding {len(lines)} lines")
    noded = node(lines, options.tolerance_m)
    if not len(noded.lines):
        raise EmptyLayerError("no line has a length", "Look at the geometries and the CRS of ROADS")
    progress(0.4, "Looking for the border" if countries else None)
    at_sea = (roads["kind"] == FERRY).to_numpy()[noded.parent]
    if countries is None:
        divided, joints, points = _one_country(noded), None, None
    else:
        divided = divide(
            noded.lines,
            noded.from_node,
            noded.to_node,
            countries,
            options.country_tolerance_m,
            at_sea,
        )
        joints, points = _joints(divided, at_sea, countries, options)
        if overrides is not None and (overrides["action"] == ADD).any():
            divided, added = join_by_hand(divided, overrides[overrides["action"] == ADD])
            joints = pd.concat([joints, added], ignore_index=True)
    if not len(divided.lines):
        raise EmptyLayerError(
            "no road lies in one of the countries", "Look at the CRS of ROADS and of COUNTRIES"
        )
    progress(0.7, "Speeds and times")
    edges, sources, idle = _edges(divided, noded, roads, countries, options, measure)
    edge_lines = divided.lines
    crossings = pd.DataFrame(columns=[*CROSSING_COLUMNS, "x", "y"])
    looked_at = pd.DataFrame(columns=POINT_COLUMNS)
    if countries is not None:
        looked_at = points_to_look_at(points, divided, edges, countries, lonlat)
        edges, edge_lines, crossings = with_crossing_edges(
            edges, divided, joints, countries, places, measure, lonlat
        )
        if overrides is not None:
            edges, edge_lines, crossings = change_crossings(edges, edge_lines, crossings, overrides)
    network = RoadNetwork(
        edges, edge_lines, divided.node_xy, np.arange(1, len(divided.node_xy) + 1)
    )
    progress(0.9, "Checking what hangs together")
    report = BuildReport(
        layers=layer_summary(layers),
        speed_sources=speed_summary(edges, sources, ["country", "source"]),
        speeds=speed_summary(edges, sources, ["country", "road_class", "source"]),
        components=parts_by_road(network),
        points=looked_at,
        duplicates=noded.duplicates,
        left_out_km=divided.left_out_m / 1000,
        joined_crossings=joined,
        idle_speeds=idle,
    )
    progress(1.0)
    return network, crossings, report


def _joints(divided, at_sea, countries, options):
    """Pairs of nodes to be joined over the border, and the points to look at."""
    on_land = np.zeros(len(divided.node_xy), dtype=bool)
    by_road = ~at_sea[divided.parent]
    on_land[divided.from_node[by_road]] = on_land[divided.to_node[by_road]] = True
    degree = np.bincount(
        np.concatenate([divided.from_node, divided.to_node]), minlength=len(divided.node_xy)
    )
    degree[divided.joints.ravel()] = 0  # joined already
    stitches = stitch(
        divided.node_xy,
        divided.node_country,
        np.flatnonzero((degree == 1) & on_land),
        countries,
        options.stitch_tolerance_m,
    )
    pairs = np.concatenate([divided.joints, stitches.pairs]).astype(np.int64)
    through = np.concatenate([divided.through, np.zeros(len(stitches.pairs), bool)])
    joints = pd.DataFrame(
        {
            "one": pairs[:, 0],
            "two": pairs[:, 1],
            "origin": np.where(through, "through", "stitched"),
            "name": None,
        }
    )
    return joints, stitches.points


def _together(layers):
    xy = np.concatenate([one.lines.xy for one in layers])
    counts = np.concatenate([np.diff(one.lines.offsets) for one in layers])
    if not len(counts):
        raise EmptyLayerError(
            "no line is left to build from", "Look at SCHEMA, by which classes are left out"
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
    idle = rows_that_fit_nothing(
        rows["road_class"], country, rows["surface"], options.speeds, options.season
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
    return edges.reindex(columns=EDGE_COLUMNS), source, idle
