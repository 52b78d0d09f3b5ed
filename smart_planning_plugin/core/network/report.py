"""What a build found and did: counts, parts, and points to look at."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..ids import as_text
from .crossings import EdgesAtNodes
from .lines import Lines
from .model import FERRY, ROAD, RoadNetwork

POINT_COLUMNS = ["kind", "country", "ref", "gap_m", "reason", "lon", "lat", "x", "y"]


@dataclass
class BuildReport:
    """What the build did, for the log and the report page.

    Attributes
    ----------
    layers : DataFrame
        One row a layer: `layer`, `lines`, `not_for_cars`, `not_understood`, `fields`.
    speed_sources : DataFrame
        Number of edges and km by `country`, `source` of the speed.
    speeds : DataFrame
        `country`, `road_class`, `source`, `edges`, `km`, `speed_kmh` (mean over the length).
    components : DataFrame
        The parts that no road joins: `component`, `nodes`, `km`, `countries`, `refs`, `by_ferry`.
    points : DataFrame
        Columns `POINT_COLUMNS`: what to look at on the map (`open end`, `ambiguous stitch`).
    duplicates : int
        Edges that were in the data twice, kept once.
    left_out_km : float
        Roads too far outside every country.
    joined_crossings : int
        Places where lines of one level crossed and were joined (planar noding only).
    idle_speeds : list of str
        Rows of `SPEEDS` that fit no road.
    """

    layers: pd.DataFrame
    speed_sources: pd.DataFrame
    speeds: pd.DataFrame
    components: pd.DataFrame
    points: pd.DataFrame
    duplicates: int
    left_out_km: float
    joined_crossings: int = 0
    notes: list[str] = field(default_factory=list)
    idle_speeds: list[str] = field(default_factory=list)


def layer_summary(layers) -> pd.DataFrame:
    """One row for each road layer: what was read and understood."""
    return pd.DataFrame(
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
    )


def speed_summary(edges: pd.DataFrame, sources: np.ndarray, by: list[str]) -> pd.DataFrame:
    """Edges, km and mean speed by country, source of the speed and what else is asked for."""
    roads = edges.iloc[: len(sources)]
    km = roads["length_m"].to_numpy(float) / 1000
    table = pd.DataFrame(
        {
            "country": as_text(roads["country"]),
            "road_class": as_text(roads["road_class"]),
            "source": sources,
            "edges": 1,
            "km": km,
            "speed_kmh": km * roads["speed_kmh"].to_numpy(float),
        }
    )
    found = table.groupby(by, as_index=False)[["edges", "km", "speed_kmh"]].sum()
    found["speed_kmh"] /= found["km"].clip(lower=1e-9)
    return found


def parts_by_road(network: RoadNetwork) -> pd.DataFrame:
    """The parts of the network that roads alone hold together, and whether a ferry joins them."""
    edges = network.edges
    by_road = (edges["kind"] != FERRY).to_numpy()
    on_land = RoadNetwork(
        edges[by_road],
        Lines.of([]),  # only what hangs together is asked
        network.node_xy,
        network.node_id,
    )
    part_of = on_land.component
    roads = edges[edges["kind"] == ROAD]
    ends = roads[["from_node", "to_node"]].to_numpy(np.int64)
    part = part_of[ends[:, 0]]
    node_part = np.unique(np.column_stack([part_of[ends.ravel()], ends.ravel()]), axis=0)
    nodes = np.bincount(node_part[:, 0])
    km = np.bincount(part, roads["length_m"].to_numpy(float) / 1000)
    ferry_ends = edges.loc[~by_road, ["from_node", "to_node"]].to_numpy(np.int64).ravel()
    by_ferry = set(part_of[ferry_ends].tolist())
    words = pd.DataFrame(
        {"part": part, "country": roads["country"].to_numpy(), "ref": roads["ref"].to_numpy()}
    )
    countries = words[["part", "country"]].drop_duplicates().dropna().groupby("part")["country"]
    refs = words[["part", "ref"]].drop_duplicates().dropna().groupby("part")["ref"]
    countries = countries.agg(lambda codes: ", ".join(sorted(codes))).to_dict()
    refs = refs.agg(lambda several: ", ".join(map(str, several[:5]))).to_dict()
    return pd.DataFrame(
        [
            {
                "component": int(number),
                "nodes": int(nodes[number]),
                "km": float(km[number]),
                "countries": countries.get(number, ""),
                "refs": refs.get(number, ""),
                "by_ferry": number in by_ferry,
            }
            for number in np.unique(part).tolist()
        ]
    )


def points_to_look_at(points: pd.DataFrame, divided, edges, countries, lonlat) -> pd.DataFrame:
    """Open ends and ambiguous stitches with their place, country and road."""
    nodes = points["node"].to_numpy(np.int64)
    touching = EdgesAtNodes(edges)
    xy = divided.node_xy[nodes]
    place = lonlat(xy) if len(nodes) else np.empty((0, 2))
    codes = np.array([*countries.codes], dtype=object)
    return pd.DataFrame(
        {
            "kind": points["kind"],
            "country": codes[divided.node_country[nodes]],
            "ref": pd.Series([touching.words(one, "ref") for one in nodes], dtype=object),
            "gap_m": points["gap_m"].astype(float),
            "reason": points["reason"],
            "lon": place[:, 0],
            "lat": place[:, 1],
            "x": xy[:, 0],
            "y": xy[:, 1],
        },
        columns=POINT_COLUMNS,
    )
