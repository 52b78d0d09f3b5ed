"""The order in which a hierarchy takes nodes away, and the chordal graph that it leaves."""

from __future__ import annotations

import numpy as np
from scipy.sparse import coo_matrix, csc_matrix
from scipy.sparse.linalg import splu


def elimination(tail: np.ndarray, head: np.ndarray, size: int):
    """Order the nodes of an undirected graph so that taking them away adds few arcs.

    The order is that of a sparse LU factorisation (minimum degree on A + A'), and the pattern of
    its L is the graph with all arcs that were added.

    Parameters
    ----------
    tail, head : (a,) int arrays
        Ends of the arcs; loops do not matter.
    size : int

    Returns
    -------
    rank : (size,) int array
        When each node is taken away; 0 is the first.
    start : (size + 1,) int array
    upper : (m,) int array
        Node of rank `r` is joined to the ranks ``upper[start[r]:start[r + 1]]``, all above `r`,
        rising.

    References
    ----------
    Dibbelt, Strasser, Wagner 2016, Customizable Contraction Hierarchies. doi:10.1145/2886843
    Liu 1985, Modification of the minimum-degree algorithm. doi:10.1145/214392.214398
    """
    real = tail != head
    tail, head = tail[real], head[real]
    if not len(tail):
        return np.arange(size), np.zeros(size + 1, np.int64), np.empty(0, np.int64)
    arcs = coo_matrix((np.ones(len(tail)), (tail, head)), shape=(size, size)).tocsr()
    arcs = arcs + arcs.T
    arcs.data[:] = -1.0
    # a Laplacian and a little more: all entries of L are below 0, so that none cancels out
    degree = -np.asarray(arcs.sum(axis=1)).ravel()
    matrix = (arcs + coo_matrix((degree + 1e-3, (np.arange(size),) * 2), shape=arcs.shape)).tocsc()
    lu = splu(
        matrix,
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0.0,
        options={"SymmetricMode": True, "Equil": False},
    )
    rank = lu.perm_c.astype(np.int64)
    lower = csc_matrix(lu.L)
    lower.sort_indices()
    start, upper = lower.indptr.astype(np.int64), lower.indices.astype(np.int64)
    column = np.repeat(np.arange(size), np.diff(start))
    off = upper > column
    start = np.concatenate([[0], np.cumsum(np.bincount(column[off], minlength=size))])
    return rank, start, upper[off]
