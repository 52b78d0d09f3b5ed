"""Crossings by hand: what a planner knows of the border and the road data does not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from ..errors import InvalidValueError, MissingFieldError
from ..ids import as_text
from .border import Divided
from .nearest import SegmentIndex

ADD, REMOVE, CLOSE, DELAY = "add", "remove", "close", "delay"
ACTIONS = (ADD, REMOVE, CLOSE, DELAY)
COLUMNS = ["action", "crossing_id", "name", "delay_ab_min", "delay_ba_min", "x", "y"]
ADD_REACH_M = 500.0
SAME_CROSSING_M = 250.0


def read_overrides(table: pd.DataFrame, layer: str) -> pd.DataFrame:
    """Check a table of overrides.

    Parameters
    ----------
    table : DataFrame
        `action` (``add``, ``remove``, ``close``, ``delay``); which crossing: `crossing_id`, or the
        place `x`, `y` in metres; with ``add``, where it is to be; `delay_ab_min`, `delay_ba_min`
        (``delay``, ``add``); `name` (``add``).

    Returns
    -------
    DataFrame
        Columns `COLUMNS`.

    Raises
    ------
    MissingFieldError, InvalidValueError
    """
    if "action" not in table:
        raise MissingFieldError(
            "the table does not say what to do",
            f"It needs action: {', '.join(ACTIONS)}",
            layer=layer,
            field="action",
        )
    found = table.reindex(columns=COLUMNS).reset_index(drop=True)
    found["action"] = as_text(found["action"]).str.strip().str.lower()
    wrong = ~found["action"].isin(ACTIONS)
    if wrong.any():
        raise InvalidValueError(
            "these actions are not known",
            f"Choose from {', '.join(ACTIONS)}",
            layer=layer,
            field="action",
            ids=table["action"].reset_index(drop=True)[wrong],
        )
    found["crossing_id"] = as_text(found["crossing_id"]).str.strip()
    for column in ("delay_ab_min", "delay_ba_min", "x", "y"):
        values = found[column].where(found[column] != "", None)
        number = pd.to_numeric(values, errors="coerce")
        wrong, needed = values.notna() & number.isna(), "numbers are needed"
        if column.startswith("delay"):
            wrong, needed = wrong | (number < 0), "numbers of 0 or more are needed"
        if wrong.any():
            raise InvalidValueError(needed, layer=layer, field=column, ids=values[wrong])
        found[column] = number
    lost = found[["x", "y"]].isna().any(axis=1) & (
        (found["crossing_id"] == "") | (found["action"] == ADD)
    )
    if lost.any():
        raise InvalidValueError(
            "these rows name no crossing and no place",
            "Give crossing_id or a point (lon, lat in a table without geometry); add needs a point",
            layer=layer,
            ids=[f"row {row + 1}" for row in np.flatnonzero(lost)],
        )
    both = found["action"].eq(DELAY) & found[["delay_ab_min", "delay_ba_min"]].isna().all(axis=1)
    if both.any():
        raise InvalidValueError(
            "a delay without minutes",
            "Fill delay_ab_min, delay_ba_min or both",
            layer=layer,
            ids=[f"row {row + 1}" for row in np.flatnonzero(both)],
        )
    return found


def join_by_hand(divided: Divided, added: pd.DataFrame) -> tuple[Divided, pd.DataFrame]:
    """Cut the roads where crossings are to be added.

    Each is made between the two countries whose roads are nearest to its place, at the nearest
    place on either.

    Parameters
    ----------
    divided : Divided
    added : DataFrame
        Rows of `read_overrides` with the action ``add``.

    Returns
    -------
    divided : Divided
    joints : DataFrame
        As in `crossings.with_crossing_edges`.

    Raises
    ------
    InvalidValueError
        If roads of two countries are not within 500 m.
    """
    xy = added[["x", "y"]].to_numpy(float)
    lines = divided.lines
    start = lines.segment_starts
    owner = lines.line_of_vertex[start]
    present = np.unique(divided.country)
    gap = np.full((len(xy), len(present)), np.inf)
    line, where = np.zeros(gap.shape, np.int64), np.zeros(gap.shape)
    for column, number in enumerate(present):
        rows = np.flatnonzero(divided.country[owner] == number)
        index = SegmentIndex(lines.xy[start[rows]], lines.xy[start[rows] + 1])
        near = index.nearest(xy, ADD_REACH_M)
        found = near.segment >= 0
        segment = rows[near.segment[found]]
        gap[found, column] = near.distance[found]
        line[found, column] = owner[segment]
        vertex = start[segment] - lines.offsets[owner[segment]]
        where[found, column] = vertex + near.share[found]
    if np.size(gap):
        lonely = ~(np.isfinite(gap).sum(axis=1) >= 2)
        if lonely.any():
            raise InvalidValueError(
                f"there are no roads of two countries within {ADD_REACH_M:g} m of the place",
                "Move the point to where the two roads nearly meet, or draw the road that lacks",
                layer="CROSSING_OVERRIDES",
                ids=as_text(added["name"])[lonely].replace("", "add"),
            )
    sides = np.sort(np.argsort(gap, axis=1, kind="stable")[:, :2], axis=1)
    row = np.arange(len(xy))[:, None]
    line, where = line[row, sides], where[row, sides]
    divided, nodes = _cut_at(divided, line.ravel(), where.ravel())
    nodes = nodes.reshape(-1, 2)
    return divided, pd.DataFrame(
        {"one": nodes[:, 0], "two": nodes[:, 1], "origin": "stitched", "name": added["name"].values}
    )


def _cut_at(divided: Divided, line, where):
    """Cut lines of a divided network; the node of each cut, those at ends being there already."""
    last = (np.diff(divided.lines.offsets) - 1)[line]
    node = np.where(where <= 0, divided.from_node[line], divided.to_node[line])
    inside = np.flatnonzero((where > 0) & (where < last))
    cuts, number = np.unique(
        np.column_stack([line[inside], where[inside]]), axis=0, return_inverse=True
    )
    total = len(divided.node_xy)
    node[inside] = total + number.ravel()
    pieces, parent = divided.lines.cut(line[inside], where[inside])
    start, end = divided.from_node[parent], divided.to_node[parent]
    new = np.flatnonzero(parent[1:] == parent[:-1])
    end[new] = total + np.arange(len(new))
    start[new + 1] = end[new]
    cut_line = cuts[:, 0].astype(np.int64)
    made = replace(
        divided,
        lines=pieces,
        parent=divided.parent[parent],
        from_node=start,
        to_node=end,
        country=divided.country[parent],
        node_xy=np.concatenate([divided.node_xy, pieces.xy[pieces.last[new]]]),
        node_country=np.concatenate([divided.node_country, divided.country[cut_line]]),
    )
    return made, node


def change_crossings(edges, lines, crossings, changes: pd.DataFrame):
    """Remove, close or delay crossings.

    Parameters
    ----------
    edges, lines, crossings
        As from `crossings.with_crossing_edges`.
    changes : DataFrame
        Rows of `read_overrides` other than ``add``.

    Returns
    -------
    edges, lines, crossings
        A removed crossing is in none of them: the roads on both sides end there.

    Raises
    ------
    InvalidValueError
        If a row names a crossing that is not there.
    """
    edges, crossings = edges.copy(), crossings.copy()
    gone = np.zeros(len(crossings), dtype=bool)
    for row in changes.itertuples():
        at = _which(crossings, row)
        if row.action == REMOVE:
            gone[at] = True
        at_edge = edges.index[edges["edge_id"].isin(crossings["edge_id"].to_numpy()[at])]
        for table, rows in ((crossings, crossings.index[at]), (edges, at_edge)):
            if row.action == CLOSE:
                table.loc[rows, "open"] = 0
            for column in ("delay_ab_min", "delay_ba_min"):
                if row.action == DELAY and not np.isnan(getattr(row, column)):
                    table.loc[rows, column] = getattr(row, column)
    removed = edges["edge_id"].isin(crossings["edge_id"][gone]).to_numpy()
    kept = np.flatnonzero(~removed)
    edges = edges.iloc[kept].reset_index(drop=True)
    return edges, lines.take(kept), crossings[~gone].reset_index(drop=True)


def _which(crossings: pd.DataFrame, row) -> np.ndarray:
    """Positions of the crossing that a row means: by its id, else by its place."""
    if row.crossing_id:
        at = np.flatnonzero(crossings["crossing_id"] == row.crossing_id)
        what = row.crossing_id
    else:
        gap = np.hypot(crossings["x"] - row.x, crossings["y"] - row.y).to_numpy(float)
        at = np.array([gap.argmin()]) if len(gap) and gap.min() <= SAME_CROSSING_M else np.array([])
        what = f"row {row.Index + 1}, its place"
    if not len(at):
        raise InvalidValueError(
            "there is no such crossing",
            f"The crossings are {', '.join(crossings['crossing_id']) or 'none'}; a place has to "
            f"lie within {SAME_CROSSING_M:g} m of one",
            layer="CROSSING_OVERRIDES",
            ids=[what],
        )
    return at.astype(np.int64)
