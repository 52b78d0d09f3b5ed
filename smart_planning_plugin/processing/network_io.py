"""Between the layers of `buildroadnetwork` and the arrays of `core.network`."""

from __future__ import annotations

import numpy as np
import pandas as pd
from osgeo import gdal
from qgis.core import QgsProcessingFeatureSource, QgsVectorLayer

from ..core.errors import (
    DamagedFileError,
    EmptyLayerError,
    InvalidValueError,
    MissingFieldError,
    OutputPathError,
)
from ..core.network.crossings import NamedPlaces
from ..core.network.export import ENDINGS, export_graph, write_graph
from ..core.network.model import CROSSING
from ..core.network.overrides import read_overrides
from ..core.network.schema import ROLES, RoadLayer, find_field, read_road_layer
from . import bundles, layers
from .layers import measure, to_lonlat
from .writing import Rows

__all__ = ["measure", "to_lonlat"]


def read_roads(given, run, role_of: dict[str, str]) -> list[RoadLayer]:
    """Read all road and ferry layers, and the countries, in the analysis CRS."""
    candidates = {role: getattr(given, name.lower()) for name, role in role_of.items()}
    _check_named_fields(given.roads, role_of, given)
    everything = [*given.roads, *given.ferries]
    mapped = _field_map(given.field_map, everything)
    extent = layers.extent_in_degrees(everything, run.context)
    run.crs = layers.analysis_crs(extent, given.analysis_crs, run.context)
    run.say(f"Analysis CRS: {run.crs.userFriendlyIdentifier()}")
    bundles.read_countries(run)
    found = []
    for layer in everything:
        data = _read(layer, run)
        lines, owner = layers.lines_of(data)
        without = len(data) - len(np.unique(owner))
        if without:
            run.warn(f"{data.name}: {without} rows without a line were left out")
        if not len(lines):
            raise EmptyLayerError("no row has a line", "Look at the layer", layer=data.name)
        table = data.table().reindex(range(len(data))).iloc[owner].reset_index(drop=True)
        ferries = any(layer is one for one in given.ferries)
        found.append(
            read_road_layer(
                data.name,
                lines,
                table,
                data.ids[owner].astype(str).astype(object),
                _with_mapped(candidates, mapped, layer, data),
                given.schema,
                ferries,
                given.season,
            )
        )
    return found


def _field_map(table: pd.DataFrame | None, everything) -> list[tuple[str, str, str]]:
    """Rows of FIELD_MAP: layer (lower case; empty fits all), role, field."""
    if table is None:
        return []
    for column in ("role", "field"):
        if column not in table:
            raise MissingFieldError(
                "the table needs layer, role and field", layer="FIELD_MAP", field=column
            )
    rows = table.reindex(columns=["layer", "role", "field"]).fillna("").astype(str)
    rows = [tuple(one.strip() for one in row) for row in rows.itertuples(index=False)]
    rows = [(name.lower(), role.lower(), field) for name, role, field in rows]
    unknown = [role for _, role, _ in rows if role not in ROLES]
    if unknown:
        raise InvalidValueError(
            "these roles are not known",
            f"Choose from {', '.join(ROLES)}",
            layer="FIELD_MAP",
            field="role",
            ids=unknown,
        )
    names = {layers.name_of(one).lower() for one in everything}
    lacking = [name for name, _, _ in rows if name and name not in names]
    if lacking:
        raise InvalidValueError(
            "these layers are not among ROADS and FERRIES",
            f"They are {', '.join(sorted(names))}",
            layer="FIELD_MAP",
            field="layer",
            ids=lacking,
        )
    return rows


def _with_mapped(candidates, mapped, layer, data) -> dict[str, list[str]]:
    """Field names to try in a layer: what FIELD_MAP says of it comes first."""
    found = dict(candidates)
    for name, role, field in mapped:
        if name and name != layers.name_of(layer).lower():
            continue
        if name:
            data.require(field, what="FIELD_MAP")
        found[role] = [field, *found.get(role, [])]
    return found


def _read(layer: QgsVectorLayer, run):
    """All rows of a layer; raise where the file breaks off, which QGIS passes over in silence."""
    gdal.ErrorReset()
    source = QgsProcessingFeatureSource(layer, run.context)
    data = layers.read_layer(source, run.crs, run.context, lambda share: run.progress(0.0), layer)
    if layer.providerType() == "ogr" and gdal.GetLastErrorType() >= gdal.CE_Failure:
        raise DamagedFileError(
            f"the file cannot be read to its end ({gdal.GetLastErrorMsg().strip().rstrip('.')})",
            "Get it again, or make another format of it with ogr2ogr",
            layer=data.name,
        )
    return run.remember(data)


def _check_named_fields(roads, role_of, given):
    """A name that the user typed must be in one of the layers."""
    for parameter in role_of:
        asked = getattr(given, parameter.lower())
        there = {name.lower() for layer in roads for name in layer.fields().names()}
        lacking = [name for name in asked if name.lower() not in there]
        if lacking:
            raise MissingFieldError(
                f"{parameter} names a field that is in no road layer",
                f"The fields are {', '.join(sorted(there))}",
                field=", ".join(lacking),
            )


def speed_table(table: pd.DataFrame | None) -> pd.DataFrame | None:
    """The SPEEDS table with its speed as a number in `speed_kmh`."""
    if table is None:
        return None
    column = next((one for one in ("speed_kmh", "kmh", "km/h", "speed") if one in table), None)
    if column is None:
        raise MissingFieldError("the table has no speeds", layer="SPEEDS", field="speed_kmh")
    speed = pd.to_numeric(table[column], errors="coerce")
    if not (speed > 0).all():
        raise InvalidValueError(
            "speeds must be numbers above 0",
            layer="SPEEDS",
            field=column,
            ids=table[column][~(speed > 0)],
        )
    return table.assign(speed_kmh=speed)


def overrides(run) -> pd.DataFrame | None:
    """CROSSING_OVERRIDES: a layer of points, or a table with `lon` and `lat`."""
    data = run.read("CROSSING_OVERRIDES")
    if data is None:
        return None
    if run.countries is None:
        raise EmptyLayerError(
            "CROSSING_OVERRIDES is given, but there are no countries", "Give COUNTRIES"
        )
    table = data.table()
    xy = np.full((len(table), 2), np.nan)
    if {"lon", "lat"} <= set(table.columns):
        lonlat = np.column_stack([data.numbers("lon"), data.numbers("lat")])
        known = np.isfinite(lonlat).all(axis=1)
        xy[known] = layers.from_lonlat(run.crs, run.context)(lonlat[known])
    if any(not one.isNull() for one in data.geometries):
        xy = np.where(np.isnan(points := data.points()), xy, points)
    return read_overrides(table.assign(x=xy[:, 0], y=xy[:, 1]), data.name)


def named_places(run) -> NamedPlaces | None:
    """NAMING_PLACES with their names, after which crossings are called."""
    data = run.read("NAMING_PLACES")
    if data is None:
        return None
    field = run.text("PLACE_NAME_FIELD") or find_field(data.fields.names(), ROLES["name"])
    if not field:
        run.warn(f"{data.name} has no names after which to call a crossing; choose the field")
        return None
    name, xy = data.texts(field), data.points()
    usable = (name != "") & np.isfinite(xy).all(axis=1)
    return NamedPlaces(xy[usable], name[usable])


def check_graph_path(run) -> None:
    """Refuse endings of GRAPH that are not ours, before anything is read."""
    destination = run.destinations.get("GRAPH")
    if destination is not None and destination.path.suffix.lower() not in ENDINGS:
        raise OutputPathError(
            f"GRAPH: {destination.path.name} is neither GraphML nor JSON",
            f"Choose a file that ends in {' or '.join(ENDINGS)}",
        )


def graph_file(network):
    """Writes the network for networkx."""
    return lambda path: write_graph(export_graph(network), path)


def edge_rows(network, run) -> Rows:
    """The layer of edges."""
    table = network.edges.copy()
    table["from_node"] = network.node_id[network.from_node]
    table["to_node"] = network.node_id[network.to_node]
    for column in ("edge_id", "from_node", "to_node"):
        table[column] = table[column].astype(np.int64)
    for column in ("delay_ab_min", "delay_ba_min", "open"):
        table[column] = table[column].astype(float)
    for column in ("road_class", "name", "ref", "country", "source_layer", "crossing_id"):
        table[column] = table[column].astype(object)
    table["open"] = table["open"].astype("Int64")
    geometries = layers.geometries_of_lines(network.lines)
    in_one_place = (table["kind"] == CROSSING).to_numpy() & (table["length_m"] == 0).to_numpy()
    for row in np.flatnonzero(in_one_place):
        geometries[row] = None
    return Rows(table, geometries, run.crs)


def node_rows(network, run) -> Rows:
    """The layer of nodes."""
    country = network.node_country
    table = pd.DataFrame(
        {
            "node_id": network.node_id,
            "degree": network.degree,
            "component": network.component,
            "strong_component": network.strong_component,
            "country": np.where(country == "", None, country),
        }
    )
    return Rows(table, layers.geometries_of_points(network.node_xy), run.crs)


def crossing_rows(crossings: pd.DataFrame, run) -> Rows:
    """The layer of border crossings."""
    xy = crossings[["x", "y"]].to_numpy(float)
    return Rows(crossings.drop(columns=["x", "y"]), layers.geometries_of_points(xy), run.crs)


def point_rows(points: pd.DataFrame, run) -> Rows:
    """The layer of points to look at."""
    table = pd.DataFrame(
        {
            "kind": points["kind"],
            "severity": np.where(points["kind"] == "open end", "warning", "note"),
            "message": [
                f"{one.country} {one.ref or 'road'}: {one.reason}" for one in points.itertuples()
            ],
            "country": points["country"],
            "ref": points["ref"],
            "gap_m": points["gap_m"].astype(float),
        }
    ).astype({"kind": object, "severity": object, "message": object, "ref": object})
    xy = points[["x", "y"]].to_numpy(float)
    return Rows(table, layers.geometries_of_points(xy), run.crs)


def tell(report, crossings: pd.DataFrame, run) -> None:
    """Say in the log what the build found and did."""
    for one in report.layers.itertuples():
        out = one.not_for_cars
        left = f", {out} that are not roads for cars left out" if out else ""
        run.say(f"{one.layer}: {one.lines} lines{left}; {one.fields or 'no field understood'}")
        for role, values in one.not_understood.items():
            told = ", ".join(f"{value!r} ({rows} rows)" for value, rows in list(values.items())[:5])
            instead = "open both ways" if role == "oneway" else "at the speed of their class"
            run.warn(f"{one.layer}: values of {role} not understood, taken as {instead}: {told}")
    for one in report.speed_sources.itertuples():
        run.say(f"Speeds {one.country or ''} from {one.source}: {one.edges} edges, {one.km:.0f} km")
    if report.idle_speeds:
        told = "; ".join(report.idle_speeds[:5])
        run.warn(
            f"SPEEDS: {len(report.idle_speeds)} rows fit no road ({told})"
            ": look at the words of class and surface, and at the countries"
        )
    if report.duplicates:
        run.say(f"{report.duplicates} edges were there twice and were kept once")
    if report.joined_crossings:
        run.say(f"{report.joined_crossings} places where lines of one level cross were joined")
    if report.left_out_km:
        run.warn(
            f"{report.left_out_km:.1f} km lie further outside every country than COUNTRY_TOLERANCE "
            "and were left out"
        )
    if run.countries is not None:
        run.say(f"{len(crossings)} border crossings: {', '.join(crossings['name']) or 'none'}")
        if len(run.countries) < 2:
            run.warn(f"COUNTRIES holds one country only ({run.countries.codes[0]}): no crossings")
    for one in report.points.itertuples():
        run.warn(
            f"{one.kind}: {one.country} {one.ref or 'road'} ({one.reason}) "
            f"at {one.lon:.5f}, {one.lat:.5f}"
        )
    for one in report.components.iloc[1:].itertuples():
        how = "by ferry only" if one.by_ferry else "by no road; if a ferry goes there, add FERRIES"
        run.warn(
            f"Part {one.component} ({one.nodes} nodes, {one.km:.0f} km, {one.countries or ''} "
            f"{one.refs}) is reached {how}"
        )
