"""A road-like network of any size, the same from the same seed.

    python3 benchmarks/generate.py 60 network.gpkg

Junctions stand on a shaken grid, some streets are missing, most have bends (nodes of two edges),
some are one-way, dead ends remain. Only the largest part is kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

sys.path.insert(0, str(Path(__file__).parents[1]))
from smart_planning_plugin.core.network.lines import Lines, expand, offsets_of
from smart_planning_plugin.core.network.model import EDGE_COLUMNS, RoadNetwork

SPACING_M, KEPT, BENDS, ONE_WAY = 500.0, 0.68, 1.7, 0.08
SPEEDS_KMH, SHARES = [30, 50, 70, 90, 110], [0.3, 0.3, 0.2, 0.15, 0.05]
ORIGIN = np.array([400_000.0, 6_200_000.0])  # in TM Baltic93
STREET_M, LINES, VERTICES, BORDER_NORTHING = 400.0, 73_768, 200_436, 6_250_000.0


def road_network(side: int, seed: int = 1) -> RoadNetwork:
    """A network over a grid of side × side junctions; about 3.3 times as many nodes."""
    rng = np.random.default_rng(seed)
    number = np.arange(side * side).reshape(side, side)
    start = np.concatenate([number[:, :-1].ravel(), number[:-1].ravel()])
    end = np.concatenate([number[:, 1:].ravel(), number[1:].ravel()])
    kept = rng.random(len(start)) < KEPT
    start, end = start[kept], end[kept]
    links = coo_matrix((np.ones(len(start)), (start, end)), shape=(side * side,) * 2)
    part = connected_components(links)[1]
    kept = part[start] == np.bincount(part).argmax()
    start, end = start[kept], end[kept]
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2) * SPACING_M
    grid = grid + rng.uniform(-SPACING_M / 3, SPACING_M / 3, grid.shape)

    # streets with bends: a node at each bend, an edge between two of them
    bends = rng.poisson(BENDS, len(start))
    street, bend = expand(bends)
    share = ((bend + 1) / (bends[street] + 1))[:, None]
    xy = grid[start[street]] * (1 - share) + grid[end[street]] * share
    xy = np.concatenate([grid, xy + rng.normal(0, 20, xy.shape)])
    first_bend = side * side + offsets_of(bends)[:-1]
    of_street, place = expand(bends + 1)
    tail = np.where(place == 0, start[of_street], first_bend[of_street] + place - 1)
    head = np.where(place == bends[of_street], end[of_street], first_bend[of_street] + place)
    used, ends = np.unique(np.concatenate([tail, head]), return_inverse=True)
    tail, head = ends.reshape(2, -1)
    xy = xy[used] + ORIGIN

    length = np.hypot(*(xy[tail] - xy[head]).T) * rng.uniform(1, 1.3, len(tail))
    speed = rng.choice(SPEEDS_KMH, len(start), p=SHARES)[of_street].astype(float)
    seconds = length / speed * 3.6
    one_way = (rng.random(len(start)) < ONE_WAY)[of_street]
    vertices = xy[np.column_stack([tail, head]).ravel()]
    lines = Lines(vertices, offsets_of(np.full(len(tail), 2)))
    back = np.where(one_way, np.nan, seconds)
    return _network(lines, xy, tail, head, length, speed, back, of_street)


def _network(lines, nodes, tail, head, metres, speed, back, source) -> RoadNetwork:
    table = pd.DataFrame(
        {
            "edge_id": np.arange(len(tail)) + 1,
            "from_node": tail,
            "to_node": head,
            "length_m": metres,
            "speed_kmh": speed,
            "time_fwd_s": metres / speed * 3.6,
            "time_bwd_s": back,
            "kind": "road",
            "road_class": np.where(speed > 60, "primary", "residential"),
            "country": None,
            "source_layer": "generated",
            "source_id": source.astype(str),
        }
    ).reindex(columns=EDGE_COLUMNS)
    return RoadNetwork(table, lines, nodes, np.arange(len(nodes)) + 1)


def streets(lines: int = LINES, vertices: int = VERTICES, seed: int = 1):
    """A shaken grid of winding streets: (offsets, xy), in metres of TM Baltic93."""
    rng = np.random.default_rng(seed)
    side = int(np.sqrt(lines / 2 / 0.8)) + 2
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1) * STREET_M
    grid = grid + rng.uniform(-STREET_M / 3, STREET_M / 3, grid.shape)
    grid += [400_000.0, BORDER_NORTHING - side * STREET_M / 2]
    across = np.stack([grid[:, :-1], grid[:, 1:]], -2).reshape(-1, 2, 2)
    along = np.stack([grid[:-1], grid[1:]], -2).reshape(-1, 2, 2)
    ends = np.concatenate([across, along])
    ends = ends[np.sort(rng.choice(len(ends), lines, replace=False))]
    inner = rng.multinomial(vertices - 2 * lines, np.full(lines, 1 / lines))
    offsets = np.concatenate([[0], np.cumsum(inner + 2)])
    line = np.repeat(np.arange(lines), inner + 2)
    number = np.arange(vertices) - offsets[line]
    share = (number / (inner + 1)[line])[:, None]
    xy = ends[line, 0] * (1 - share) + ends[line, 1] * share
    xy[(share[:, 0] > 0) & (share[:, 0] < 1)] += rng.normal(0, 8, (int(inner.sum()), 2))
    return offsets, xy


def street_network() -> RoadNetwork:
    """The streets, open both ways, as a network that QGIS's own tools know, too."""
    offsets, xy = streets()
    lines = Lines(xy, offsets)
    ends = np.stack([xy[lines.first], xy[lines.last]])
    nodes, number = np.unique(ends.reshape(-1, 2), axis=0, return_inverse=True)
    tail, head = number.reshape(2, -1)
    metres = lines.lengths()
    speed = np.random.default_rng(1).choice(SPEEDS_KMH, len(lines), p=SHARES).astype(float)
    return _network(
        lines, nodes, tail, head, metres, speed, metres / speed * 3.6, np.arange(len(lines))
    )


def points(network: RoadNetwork, count: int, seed: int) -> np.ndarray:
    """(count, 2) places beside the roads."""
    rng = np.random.default_rng(seed)
    edge = rng.integers(0, len(network), count)
    share = rng.random(count)[:, None]
    a, b = network.node_xy[network.from_node[edge]], network.node_xy[network.to_node[edge]]
    return a * (1 - share) + b * share + rng.normal(0, 30, (count, 2))


def write(path: Path, network: RoadNetwork, places: dict[str, np.ndarray]) -> None:
    """The network and layers of places as a GeoPackage."""
    from osgeo import ogr, osr

    reference = osr.SpatialReference()
    reference.ImportFromEPSG(25884)
    path.unlink(missing_ok=True)
    database = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    database.StartTransaction()
    layer = database.CreateLayer("edges", reference, ogr.wkbLineString)
    kinds = {"i": ogr.OFTInteger64, "f": ogr.OFTReal}
    table = network.edges.assign(
        from_node=network.node_id[network.from_node], to_node=network.node_id[network.to_node]
    )
    for name in EDGE_COLUMNS:
        layer.CreateField(ogr.FieldDefn(name, kinds.get(table[name].dtype.kind, ogr.OFTString)))
    columns = [table[name].where(table[name].notna(), None).tolist() for name in EDGE_COLUMNS]
    for row, values in enumerate(zip(*columns)):
        feature = ogr.Feature(layer.GetLayerDefn())
        for at, value in enumerate(values):
            if value is not None and value == value:
                feature.SetField(at, value)
        line = ogr.Geometry(ogr.wkbLineString)
        for x, y in network.lines[row].tolist():
            line.AddPoint_2D(x, y)
        feature.SetGeometry(line)
        layer.CreateFeature(feature)
    for name, xy in places.items():
        layer = database.CreateLayer(name, reference, ogr.wkbPoint)
        layer.CreateField(ogr.FieldDefn("id", ogr.OFTString))
        for row, (x, y) in enumerate(xy.tolist()):
            feature = ogr.Feature(layer.GetLayerDefn())
            feature.SetField(0, f"{name}{row}")
            feature.SetGeometry(ogr.CreateGeometryFromWkt(f"POINT({x} {y})"))
            layer.CreateFeature(feature)
    database.CommitTransaction()


if __name__ == "__main__":
    made = road_network(int(sys.argv[1]))
    counts = [int(one) for one in sys.argv[3:]] or [100, 1000]
    write(Path(sys.argv[2]), made, {f"p{one}": points(made, one, one) for one in counts})
    print(f"{len(made)} edges, {len(made.node_xy)} nodes, {made.chains.junctions} junctions")
