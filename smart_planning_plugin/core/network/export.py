"""The network for networkx and all that reads its formats."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import networkx as nx
import pandas as pd

from .model import EDGE_COLUMNS, RoadNetwork

ENDINGS = (".graphml", ".json")
_OF_NODES = ("from_node", "to_node", "time_fwd_s", "time_bwd_s", "delay_ab_min", "delay_ba_min")


def export_graph(network: RoadNetwork) -> nx.MultiDiGraph:
    """A graph with all that the layers hold, in plain values; what is empty is left out.

    Returns
    -------
    networkx.MultiDiGraph
        Nodes are ids as text, with ``x``, ``y`` (metres), ``country``, ``component``. An arc for
        each open direction, keyed by edge and direction (``12 forward``), with ``time_s``,
        ``delay_min`` (crossings) and the fields of the edge.
    """
    graph = nx.MultiDiGraph(node_default={}, edge_default={})  # as GraphML comes back
    names = network.node_id.astype(str).tolist()
    nodes = zip(
        names,
        network.node_xy.tolist(),
        network.node_country.tolist(),
        network.component.tolist(),
        network.strong_component.tolist(),
    )
    graph.add_nodes_from(
        (name, {"x": x, "y": y, "country": country, "component": part, "strong_component": strong})
        for name, (x, y), country, part, strong in nodes
    )
    plain = [one for one in EDGE_COLUMNS if one not in _OF_NODES]
    fields = [
        {name: value for name, value in row.items() if not _missing(value)}
        for row in network.edges[plain].astype(object).to_dict("records")
    ]
    for direction, tails, heads, times, delays in (
        ("forward", network.from_node, network.to_node, "time_fwd_s", "delay_ab_min"),
        ("backward", network.to_node, network.from_node, "time_bwd_s", "delay_ba_min"),
    ):
        for row, (tail, head, seconds, wait) in enumerate(
            zip(
                tails.tolist(),
                heads.tolist(),
                network.edges[times].astype(float).tolist(),
                network.edges[delays].astype(float).tolist(),
            )
        ):
            if seconds != seconds:  # closed in that direction
                continue
            more = {} if wait != wait else {"delay_min": wait}
            key = f"{fields[row]['edge_id']} {direction}"
            graph.add_edge(names[tail], names[head], key=key, time_s=seconds, **more, **fields[row])
    return graph


def _missing(value) -> bool:
    return value is None or value is pd.NA or value != value


def write_graph(graph: nx.MultiDiGraph, path: Path) -> None:
    """Write GraphML (``.graphml``) or node-link JSON (``.json``).

    ``networkx.read_graphml(path, force_multigraph=True, edge_key_type=str)`` and
    ``networkx.node_link_graph(json.load(...))`` give back the same graph.
    """
    if path.suffix.lower() == ".graphml":
        nx.write_graphml_xml(graph, path)
        return
    with warnings.catch_warnings():  # of a default that changes between versions of networkx
        warnings.simplefilter("ignore", FutureWarning)
        data = nx.node_link_data(graph)
    path.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
