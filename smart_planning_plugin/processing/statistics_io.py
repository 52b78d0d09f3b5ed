"""Tables of statistics from layers, and from the very files that layers were made of."""

from __future__ import annotations

import hashlib
from pathlib import Path
from urllib.parse import unquote, urlsplit

import numpy as np
import pandas as pd
from qgis.core import QgsFields, QgsProviderRegistry

from ..core.errors import MissingFieldError
from ..core.territory import codes, tables
from ..core.territory.exports import parse
from .layers import LayerData, limits_of

TEXT_FILES = {".csv", ".tsv", ".txt", ".tab"}
SOURCE = Path(__file__).parent.parent / "sample" / "source"


def read(run, name: str) -> tuple[pd.DataFrame, str, str] | None:
    """A table, what a comma means in it, and its name; None where it was left out.

    A CSV is read from its file: QGIS has guessed types by then, and codes have lost their zeros.
    A layer that is filtered, being edited or taken in part is read as it is.
    """
    if not run.given(name):
        return None
    layer = run.layer(name)
    path = None if run.partly(name) else text_file(layer)
    if path is None:
        data = run.read(name, reproject=False)
        return data.table().drop(columns="fid", errors="ignore"), "", data.name
    content = path.read_bytes()
    export = parse(content, path.name)
    digest = hashlib.sha256(content).hexdigest()
    none = np.array([], np.int64)
    limits = limits_of(layer)
    run.remember(LayerData(path.name, QgsFields(), [], [], none, digest, limits=limits))
    if export.title:
        run.say(f"{name}: {export.title}")
    return export.table, export.comma, path.name


def text_file(layer) -> Path | None:
    """The text file that a layer shows whole, None for any other layer."""
    if layer is None or layer.subsetString() or layer.isEditable():
        return None
    if layer.providerType() == "delimitedtext":
        path = unquote(urlsplit(layer.source()).path)
    elif layer.providerType() == "ogr":
        parts = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
        path = parts.get("path") or ""
    else:
        return None
    path = Path(path.removeprefix("/") if path[2:3] == ":" else path)  # /C:/ on Windows
    return path if path.suffix.lower() in TEXT_FILES and path.is_file() else None


def plain_table(run, name: str) -> pd.DataFrame | None:
    """A table of settings: cells as text where it is a file, empty ones None."""
    found = read(run, name)
    if found is None:
        return None
    return found[0].where(found[0] != "", None)


def default_table(file: str) -> pd.DataFrame:
    """A table of settings that comes with the plugin."""
    found = parse((SOURCE / file).read_bytes(), file).table
    return found.where(found != "", None)


def observations(run, name: str, key: str, known) -> pd.DataFrame | None:
    """Observations with codes of zones, old codes changed by `CODE_CHANGES` where it is given.

    Parameters
    ----------
    known : iterable of str
        Codes of the zones and of the reference.
    """
    found = read(run, name)
    if found is None:
        return None
    frame, comma, layer = found
    table = tables.long_table(frame, key, layer, comma)
    gone = table["value"].isna()
    if gone.any():
        reasons = table.loc[gone, "flag"].value_counts().sort_index().to_dict()
        counts = ", ".join(f"{reason}: {count}" for reason, count in reasons.items())
        run.warn(f"{layer}: {gone.sum()} of {len(table)} values are not there ({counts})")
    known = {one for one in known if one}
    changes = None
    changed = read(run, "CODE_CHANGES") if run.given("CODE_CHANGES") else None
    if changed is not None:
        changes = codes.code_changes(changed[0], changed[2])
        known |= set(changes["from"])
    table["zone"] = codes.bare(table["zone"], known)
    if changes is not None:
        lost = sorted({one for one in table[key].unique() if codes.is_rate(one)})
        if lost and table["zone"].isin(changes["from"]).any():
            run.warn(f"Rates cannot be shared out among new codes: {', '.join(lost)}")
        table = codes.convert(table, changes, key)
    return table


def tell_unmatched(run, report: pd.DataFrame) -> None:
    """Name what did not match between a table and the zones."""
    for side, rows in report.groupby("side", sort=False):
        names = [
            f"{row.code} ({row.reason}{f': {row.suggestion}?' if row.suggestion else ''})"
            for row in rows.head(10).itertuples()
        ]
        more = f" and {len(rows) - 10} more" if len(rows) > 10 else ""
        run.warn(f"{side}: did not match: {', '.join(names)}{more}")


def require(frame: pd.DataFrame, names, layer: str) -> None:
    """Raise unless a table has these columns."""
    for one in names:
        if one not in frame:
            raise MissingFieldError(
                "the table has no such field",
                f"The fields are {', '.join(map(str, frame.columns))}",
                layer=layer,
                field=one,
            )
