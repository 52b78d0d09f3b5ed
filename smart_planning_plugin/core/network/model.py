"""The road network: one frozen set of arrays that every analysis reads."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import breadth_first_order, connected_components

from ..ids import as_text
from .chains import Chains
from .hierarchy import Hierarchy
from .lines import Lines
from .store import Store, key_of

if TYPE_CHECKING:
    import networkx as nx

EDGE_COLUMNS = [
    "edge_id",
    "from_node",
    "to_node",
    "length_m",
    "speed_kmh",
    "time_fwd_s",
    "time_bwd_s",
    "kind",
    "road_class",
    "name",
    "ref",
    "country",
    "source_layer",
    "source_id",
    "crossing_id",
    "delay_ab_min",
    "delay_ba_min",
    "open",
]
ROAD, FERRY, CROSSING = "road", "ferry", "crossing"
WORTH_KEEPING = 20_000  # junctions; fewer are ordered sooner than read


@dataclass(frozen=True)
class RoadNetwork:
    """Edges and nodes of a road network over one or more countries.

    Parameters
    ----------
    edges : DataFrame
        One row an edge, with the columns `EDGE_COLUMNS`. `from_node` and `to_node` are row numbers
        of `node_xy`. ``time_fwd_s`` and ``time_bwd_s`` are seconds, NaN where the edge is closed
        in that direction; they never hold a border delay.
    lines : Lines
        One an edge, drawn from its first node to its last, in metres. A crossing in one place has
        no length: its line is that place twice.
    node_xy : (n, 2) float array
        In metres.
    node_id : (n,) int array
        Ids as in the layers.
    store : Store, optional
        Where the order of a large network is kept between runs.
    """

    edges: pd.DataFrame
    lines: Lines
    node_xy: np.ndarray
    node_id: np.ndarray
    store: Store | None = field(default=None, compare=False, repr=False)

    @classmethod
    def empty(cls) -> RoadNetwork:
        """A network without roads."""
        edges = pd.DataFrame(columns=EDGE_COLUMNS)
        return cls(edges, Lines.of([]), np.empty((0, 2)), np.empty(0, np.int64))

    def __len__(self) -> int:
        return len(self.edges)

    @cached_property
    def from_node(self) -> np.ndarray:
        """(e,) int array."""
        return self.edges["from_node"].to_numpy(np.int64)

    @cached_property
    def to_node(self) -> np.ndarray:
        """(e,) int array."""
        return self.edges["to_node"].to_numpy(np.int64)

    @cached_property
    def is_crossing(self) -> np.ndarray:
        """(e,) bool array."""
        return (self.edges["kind"] == CROSSING).to_numpy()

    @cached_property
    def countries(self) -> list[str]:
        """Codes of the countries whose roads are in the network."""
        return sorted(code for code in self.edges["country"].dropna().unique() if code)

    @cached_property
    def chains(self) -> Chains:
        """Edges between junctions."""
        return Chains.of(self.from_node, self.to_node, len(self.node_xy))

    @cached_property
    def hierarchy(self) -> Hierarchy:
        """The junctions in the order of a contraction hierarchy."""
        chains = self.chains
        if self.store is None or chains.junctions < WORTH_KEEPING:
            return Hierarchy.of(chains.tail, chains.head, chains.junctions)
        key = key_of(chains.tail, chains.head, np.array([chains.junctions]))
        kept = self.store.get(key)
        if kept is not None:
            return Hierarchy(kept["rank"], kept["start"], kept["upper"])
        made = Hierarchy.of(chains.tail, chains.head, chains.junctions)
        arrays = {"rank": made.rank, "start": made.start, "upper": made.upper}
        self.store.put(key, arrays)
        return made

    @cached_property
    def graph(self) -> nx.MultiDiGraph:
        """The network for everything that is asked of networkx: an arc for each open direction.

        Arcs carry ``edge`` (row), ``time_s`` and ``length_m``.
        """
        import networkx as nx  # takes long to load, and few ask for it

        graph = nx.MultiDiGraph()
        graph.add_nodes_from(range(len(self.node_xy)))
        length = self.edges["length_m"].to_numpy(float)
        for tail, head, time in (
            (self.from_node, self.to_node, self.edges["time_fwd_s"].to_numpy(float)),
            (self.to_node, self.from_node, self.edges["time_bwd_s"].to_numpy(float)),
        ):
            usable = np.flatnonzero(~np.isnan(time))
            graph.add_edges_from(
                (a, b, {"edge": edge, "time_s": seconds, "length_m": metres})
                for a, b, edge, seconds, metres in zip(
                    tail[usable].tolist(),
                    head[usable].tolist(),
                    usable.tolist(),
                    time[usable].tolist(),
                    length[usable].tolist(),
                )
            )
        return graph

    @cached_property
    def degree(self) -> np.ndarray:
        """(n,) number of edge ends at each node."""
        ends = np.concatenate([self.from_node, self.to_node])
        return np.bincount(ends, minlength=len(self.node_xy))

    @property
    def _arcs(self) -> csr_matrix:
        """(n, n) matrix with an entry where a node leads to another."""
        size = len(self.node_xy)
        open_there = self.edges["time_fwd_s"].notna().to_numpy()
        open_back = self.edges["time_bwd_s"].notna().to_numpy()
        tail = np.concatenate([self.from_node[open_there], self.to_node[open_back]])
        head = np.concatenate([self.to_node[open_there], self.from_node[open_back]])
        return csr_matrix((np.ones(len(tail), bool), (tail, head)), shape=(size, size))

    @cached_property
    def component(self) -> np.ndarray:
        """(n,) number of each node's connected part, 0 the largest."""
        return _numbered(connected_components(self._arcs, connection="weak")[1])

    @cached_property
    def strong_component(self) -> np.ndarray:
        """(n,) number of the part within which every node reaches every other, 0 the largest."""
        return _numbered(connected_components(self._arcs, connection="strong")[1])

    @cached_property
    def trapped(self) -> tuple[np.ndarray, np.ndarray]:
        """(n,) bool arrays: nodes one cannot get away from, and nodes one cannot get to.

        To get away is to reach the largest strong component of the node's connected part. A part
        that has none of more than one node (one-way roads only) traps nobody.
        """
        size = len(self.node_xy)
        members = np.bincount(self.strong_component)[self.strong_component]
        order = np.lexsort([np.arange(size), self.strong_component, -members, self.component])
        _, first = np.unique(self.component[order], return_index=True)
        heart = order[first]
        heartless = members[heart] < 2
        traps, network = [], self._arcs
        for arcs in (network.T, network):  # backwards from the hearts: who gets there
            tail, head = arcs.nonzero()
            tail = np.concatenate([tail, np.full(len(heart), size)])
            head = np.concatenate([head, heart])
            graph = csr_matrix((np.ones(len(tail)), (tail, head)), shape=(size + 1, size + 1))
            shut = np.ones(size + 1, dtype=bool)
            shut[breadth_first_order(graph, size, return_predecessors=False)] = False
            traps.append(shut[:size] & ~heartless[self.component])
        return traps[0], traps[1]

    @cached_property
    def node_country(self) -> np.ndarray:
        """(n,) country of each node, taken from a road or ferry that ends there."""
        country = np.full(len(self.node_xy), "", dtype=object)
        codes = as_text(self.edges["country"]).to_numpy(object)
        told = ~self.is_crossing & (codes != "")
        country[self.to_node[told]] = codes[told]
        country[self.from_node[told]] = codes[told]
        return country


def _numbered(label) -> np.ndarray:
    """Number components by size, the largest first; of equals the one with the first node."""
    _, first, members, size = np.unique(
        label, return_index=True, return_inverse=True, return_counts=True
    )
    number = np.empty(len(size), np.int64)
    number[np.lexsort([first, -size])] = np.arange(len(size))
    return number[members]
