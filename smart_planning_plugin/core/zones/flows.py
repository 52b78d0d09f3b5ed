"""Tables of flows: checked, as a matrix, added up by zone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..errors import EmptyLayerError, InvalidValueError, MissingFieldError
from ..ids import text_id

OBSERVED, MODELLED = "observed", "modelled"
COLUMNS = ("from_id", "to_id", "flow")


def checked(table: pd.DataFrame, ids, layer: str = "FLOWS", what: str = "zones") -> pd.DataFrame:
    """A table of flows with its columns as they have to be; rows without a flow are left out.

    Parameters
    ----------
    table : DataFrame
        `from_id`, `to_id`, `flow`, and where known `kind` (``observed``, ``modelled``).
    ids : iterable
        What may be named.

    Raises
    ------
    MissingFieldError, InvalidValueError, EmptyLayerError
        If a column lacks, a flow is negative or no number, an id is unknown, or nothing is left.
    """
    for name in COLUMNS:
        if name not in table:
            raise MissingFieldError(
                "there is no such field",
                f"A table of flows has {', '.join(COLUMNS)}",
                layer=layer,
                field=name,
            )
    found = table.copy()
    flow = pd.to_numeric(found["flow"], errors="coerce")
    given = found["flow"].notna() & (found["flow"] != "")
    pair = found["from_id"].astype(str) + " → " + found["to_id"].astype(str)
    for wrong, problem in (
        (given & flow.isna(), "these flows are not numbers"),
        (flow < 0, "negative flows"),
    ):
        if wrong.any():
            raise InvalidValueError(problem, "Mend the table", layer=layer, field="flow",
                                    ids=pair[wrong])  # fmt: skip
    found = found[flow.notna()].assign(flow=flow[flow.notna()].astype(float))
    for name in ("from_id", "to_id"):
        found[name] = [text_id(one) for one in found[name]]
        unknown = ~found[name].isin({text_id(one) for one in ids})
        if unknown.any():
            raise InvalidValueError(
                f"flows name {what} that are not there",
                "Use the ids of that layer, as text with their leading zeros",
                layer=layer,
                field=name,
                ids=found[name][unknown].drop_duplicates(),
            )
    if found.empty:
        raise EmptyLayerError("no row has a flow", layer=layer)
    kind = found["kind"] if "kind" in found else pd.Series(OBSERVED, index=found.index)
    kind = kind.where(kind.notna() & (kind != ""), OBSERVED)
    wrong = ~kind.isin([OBSERVED, MODELLED])
    if wrong.any():
        raise InvalidValueError(
            f"kind is {OBSERVED} or {MODELLED}", layer=layer, field="kind", ids=kind[wrong].unique()
        )
    return found.assign(kind=kind).reset_index(drop=True)


keys: Callable = np.vectorize(text_id, otypes=[object])


def by_group(matrix: np.ndarray, group: np.ndarray, count: int) -> np.ndarray:
    """(count, count) sums of an (n, n) matrix by group of row and column; -1 is no group.

    Added up one after the other, so that the last digit is the same on every run; a product of
    matrices is not.
    """
    rows = np.flatnonzero(group >= 0)
    at = group[rows][:, None] * count + group[rows][None, :]
    inside = matrix[np.ix_(rows, rows)]
    sums = np.bincount(at.ravel(), inside.ravel(), minlength=count * count)
    return sums.reshape(count, count)


def across_border(country: np.ndarray) -> np.ndarray:
    """(n, n) bool: pairs of two countries; what lies in no known one lies across no border."""
    known = country != ""
    return (country[:, None] != country[None, :]) & known[:, None] & known[None, :]


@dataclass(frozen=True)
class Flows:
    """Flows between n zones.

    Attributes
    ----------
    matrix : (n, n) float array
        From the row's zone to the column's.
    kind : str
        ``observed``, ``modelled``, or ``mixed``.
    """

    matrix: np.ndarray
    kind: str

    @classmethod
    def of(cls, table: pd.DataFrame, ids: np.ndarray, zone: np.ndarray | None = None, count=None):
        """Flows of a checked table between ids, or between the zones in which their places lie.

        Parameters
        ----------
        ids : (k,) object array
        zone : (k,) int array, optional
            Zone of each id, -1 for none; by default each is a zone of its own.
        count : int, optional
            Number of zones.
        """
        number = {one: row for row, one in enumerate(keys(ids) if len(ids) else ids)}
        zone = np.arange(len(ids)) if zone is None else zone
        count = len(ids) if count is None else count
        start = zone[table["from_id"].map(number).to_numpy(np.int64)]
        end = zone[table["to_id"].map(number).to_numpy(np.int64)]
        inside = (start >= 0) & (end >= 0)
        at = start[inside] * count + end[inside]
        sums = np.bincount(at, table["flow"].to_numpy(float)[inside], minlength=count * count)
        kinds = sorted(set(table["kind"]))
        return cls(sums.reshape(count, count), kinds[0] if len(kinds) == 1 else "mixed")

    @property
    def out(self) -> np.ndarray:
        """(n,) all that starts in a zone, within it too."""
        return self.matrix.sum(axis=1)

    @property
    def into(self) -> np.ndarray:
        """(n,) all that ends in a zone."""
        return self.matrix.sum(axis=0)
