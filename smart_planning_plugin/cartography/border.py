"""The state border, where the polygons of two countries meet."""

from __future__ import annotations

from itertools import combinations

from qgis.core import QgsGeometry

#: Two national sets of boundaries rarely meet to the metre; further apart is not the border.
GAP_M = 200
#: Shorter pieces are slivers between the two sets.
SHORTEST_M = 1000


def state_border(polygons: dict[str, QgsGeometry]) -> dict[tuple[str, str], QgsGeometry]:
    """Line of the first country along the second, for each two that meet.

    Parameters
    ----------
    polygons : dict
        Country code -> its area, in a CRS in metres.

    Returns
    -------
    dict
        Two codes in order -> lines.
    """
    found = {}
    for first, second in combinations(sorted(polygons), 2):
        if (
            not polygons[first]
            .boundingBox()
            .buffered(GAP_M)
            .intersects(polygons[second].boundingBox())
        ):
            continue
        edge = QgsGeometry(polygons[first].constGet().boundary())
        near = edge.intersection(polygons[second].buffer(GAP_M, 4)).mergeLines()
        lines = [one for one in near.asGeometryCollection() if one.length() >= SHORTEST_M]
        if lines:
            found[first, second] = QgsGeometry.collectGeometry(lines)
    return found
