"""The network goes to networkx and comes back equal."""

import json

import networkx as nx
import numpy as np
import pytest

from smart_planning_plugin.core.network.export import export_graph, write_graph
from tests.core.small import build, west_and_east


@pytest.fixture
def network():
    parts = [
        [(-900.0, 0.0), (0.0, 10.0), (800.0, 0.0)],
        [(-900.0, 0.0), (-900.0, 700.0)],
        [(-900.0, 0.0), (-500.0, 400.0), (-900.0, 700.0)],
        [(800.0, 0.0), (700.0, 100.0), (800.0, 100.0), (800.0, 0.0)],
    ]
    fields = {"oneway": ["no", "yes", "no", "yes"], "ref": ["A1", None, "P<2>", 'V "3"']}
    return build(parts, west_and_east(), **fields)[0]


def test_the_graph_holds_what_the_edges_hold(network):
    graph = export_graph(network)
    assert graph.number_of_nodes() == len(network.node_xy)
    assert graph.number_of_edges() == network.graph.number_of_edges()
    total = sum(one["time_s"] for _, _, one in graph.edges(data=True))
    times = network.edges[["time_fwd_s", "time_bwd_s"]].to_numpy(float)
    assert total == pytest.approx(np.nansum(times))
    crossing = [one for _, _, one in graph.edges(data=True) if one["kind"] == "crossing"]
    assert len(crossing) == 2 and all(one["delay_min"] == 0 for one in crossing)
    assert {data["country"] for _, data in graph.nodes(data=True)} == {"AA", "BB"}


def test_graphml_comes_back_equal(network, tmp_path):
    graph = export_graph(network)
    path = tmp_path / "network.graphml"
    write_graph(graph, path)
    again = nx.read_graphml(path, force_multigraph=True, edge_key_type=str)
    assert nx.utils.graphs_equal(graph, again)


def test_node_link_json_comes_back_equal(network, tmp_path):
    graph = export_graph(network)
    path = tmp_path / "network.json"
    write_graph(graph, path)
    again = nx.node_link_graph(json.loads(path.read_text(encoding="utf-8")))
    assert nx.utils.graphs_equal(graph, again)
