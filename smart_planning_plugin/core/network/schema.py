"""What the fields of road layers are called, and what their values mean.

Each role is a list of names tried in turn in every layer, so that the data of two countries with
different fields runs in one go.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import numpy as np
import pandas as pd

from ..errors import InvalidValueError
from .lines import Lines
from .model import FERRY, ROAD

ROLES: dict[str, tuple[str, ...]] = {
    "speed": ("maxspeed", "speed_kmh", "speed", "max_speed", "kmh", "atl_atrums", "greitis"),
    "class": ("highway", "fclass", "road_class", "class", "klase", "kategorija", "category"),
    "oneway": ("oneway", "one_way", "direction", "virziens", "vienkryptis"),
    "name": ("name", "road_name", "nosaukums", "pavadinimas"),
    "ref": ("ref", "road_no", "number", "numurs", "kelio_nr"),
    "surface": ("surface", "segums", "danga"),
    "level": ("layer", "level", "zlevel", "z_level", "limenis", "lygis"),
    "bridge": ("bridge", "tilts", "tiltas"),
    "tunnel": ("tunnel", "tunelis"),
    "duration": ("crossing_min", "duration_min", "duration"),
    "waiting": ("waiting_min", "wait_min"),
    "junction": ("junction",),
    "route": ("route",),
}

SCHEMAS = ("auto", "osm", "geofabrik", "generic")
SCHEMA_MARK = {"osm": "highway", "geofabrik": "fclass"}

# Classes of OpenStreetMap on which no car drives.
NOT_FOR_CARS = frozenset(
    [
        "abandoned",
        "bridleway",
        "bus_guideway",
        "bus_stop",
        "busway",
        "construction",
        "corridor",
        "crossing",
        "cycleway",
        "elevator",
        "escape",
        "footway",
        "path",
        "pedestrian",
        "planned",
        "platform",
        "proposed",
        "raceway",
        "razed",
        "rest_area",
        "services",
        "steps",
        "via_ferrata",
    ]
)
FERRY_CLASSES = frozenset(["ferry"])

# Tags of OpenStreetMap that say whether a car may drive; the first that is there decides.
ACCESS_TAGS = ("motorcar", "motor_vehicle", "vehicle", "access")
NO_ACCESS = frozenset(
    ["no", "private", "agricultural", "forestry", "military", "emergency", "psv", "bus", "hov"]
)
# GDAL puts the tags that have no field of their own into one text.
TAGS_FIELD = "other_tags"
_TAG = re.compile(r'"((?:[^"\\]|\\.)*)"=>"((?:[^"\\]|\\.)*)"')

_FORWARD = {"yes", "true", "1", "1.0", "f", "ft", "forward", "with"}
_BACKWARD = {"-1", "-1.0", "reverse", "t", "tf", "backward", "against"}
_BOTH_WAYS = {"", "no", "false", "0", "0.0", "b", "both", "none", "two-way", "bidirectional"}
_NO_STRUCTURE = {"", "no", "none", "f", "false", "0", "0.0", "building_passage"}
_IMPLIED_ONE_WAY = {"motorway", "motorway_link"}
_ROUNDABOUT = {"roundabout", "circular"}
# Legal limits that OpenStreetMap names by country and zone; those without a country are common.
_ZONES_KMH = {
    "urban": 50.0, "rural": 90.0, "motorway": 120.0, "trunk": 90.0, "living_street": 20.0,
    "lt:motorway": 130.0,
}  # fmt: skip
_KMH_PER_MPH = 1.609344


def find_field(names: list[str], candidates) -> str | None:
    """First candidate that is among the names; capitals do not matter."""
    lower = {name.lower(): name for name in names}
    return next((lower[one.lower()] for one in candidates if one.lower() in lower), None)


def detect_schema(names: list[str]) -> str:
    """Schema of a layer by its tell-tale field."""
    for schema, mark in SCHEMA_MARK.items():
        if find_field(names, [mark]):
            return schema
    return "generic"


def spread_tags(table: pd.DataFrame) -> pd.DataFrame:
    """Give the tags that GDAL keeps in one text columns of their own, where we know their role."""
    if TAGS_FIELD not in table:
        return table
    wanted = {*ACCESS_TAGS, *(name for names in ROLES.values() for name in names)}
    wanted -= set(table.columns)
    tags = [dict(_TAG.findall(text)) for text in table[TAGS_FIELD].fillna("").astype(str)]
    there = sorted(wanted & {key for one in tags for key in one})
    spread = {name: [one.get(name) for one in tags] for name in there}
    return table.assign(**{name: pd.Series(spread[name], table.index, object) for name in there})


def read_oneway(
    values: pd.Series, road_class: pd.Series, schema: str, junction: pd.Series | None = None
) -> np.ndarray:
    """Directions in which cars may drive.

    Returns
    -------
    (n,) int array
        0 both ways, 1 along the line, -1 against it. On OpenStreetMap data a motorway or a
        roundabout without a word on it is one-way.
    """
    text = _text(values)
    oneway = np.zeros(len(text), np.int8)
    oneway[text.isin(_FORWARD).to_numpy()] = 1
    oneway[text.isin(_BACKWARD).to_numpy()] = -1
    if schema == "osm":
        implied = _text(road_class).isin(_IMPLIED_ONE_WAY)
        if junction is not None:
            implied |= _text(junction).isin(_ROUNDABOUT)
        oneway[(implied & (text == "")).to_numpy()] = 1
    return oneway


def read_speed(values: pd.Series) -> np.ndarray:
    """Speeds in km/h from numbers or OpenStreetMap's texts (``50``, ``30 mph``, ``LV:urban``).

    Of a list (``70;50``) the lowest counts.

    Returns
    -------
    (n,) float array
        NaN where nothing usable is given; 0 means unknown (Geofabrik).
    """
    speed = pd.to_numeric(values, errors="coerce").to_numpy(float, copy=True)
    unread = np.flatnonzero(np.isnan(speed) & values.notna().to_numpy())
    texts = _text(values.iloc[unread])
    meaning = {text: _speed_of_text(text) for text in texts.unique()}
    speed[unread] = texts.map(meaning).to_numpy(float)
    speed[speed == 0] = np.nan
    return speed


def _speed_of_text(text: str) -> float:
    parts = [one for one in map(_speed_of_part, re.split(r"[;|]", text)) if not np.isnan(one)]
    return min(parts, default=np.nan)


def _speed_of_part(text: str) -> float:
    number = re.match(r"^\s*(\d+(?:[.,]\d+)?)\s*(km/?h|kph|mph)?", text)
    if number:
        value = float(number.group(1).replace(",", "."))
        return value * _KMH_PER_MPH if number.group(2) == "mph" else value
    zone = text.strip()
    return _ZONES_KMH.get(zone, _ZONES_KMH.get(zone.rpartition(":")[2], np.nan))


def read_minutes(values: pd.Series) -> np.ndarray:
    """Durations in minutes from numbers, ``hh:mm`` or ``hh:mm:ss``; NaN where there is none."""
    minutes = pd.to_numeric(values, errors="coerce").to_numpy(float, copy=True)
    clock = _text(values).str.extract(r"^(\d+):(\d\d)(?::(\d\d))?$").astype(float)
    told = clock[0].notna().to_numpy()
    minutes[told] = (clock[0] * 60 + clock[1] + clock[2].fillna(0) / 60).to_numpy()[told]
    return minutes


def read_level(level: pd.Series, bridge: pd.Series, tunnel: pd.Series) -> np.ndarray:
    """Level of each road for planar noding: 0 on the ground, above it for bridges.

    A bridge or tunnel without a level is one above or below the ground.
    """
    number = pd.to_numeric(_text(level).str.split(";").str[0], errors="coerce").to_numpy(float)
    above, below = (~_text(one).isin(_NO_STRUCTURE).to_numpy() for one in (bridge, tunnel))
    number = np.where(np.isnan(number), above.astype(float) - below, number)
    return np.round(number).astype(np.int64)


def may_drive(table: pd.DataFrame) -> np.ndarray:
    """Whether cars are allowed, by the tag of OpenStreetMap that speaks of them most narrowly."""
    said = pd.Series("", table.index)
    for tag in ACCESS_TAGS:
        if tag in table:
            said = said.where(said != "", _text(table[tag]))
    return ~said.isin(NO_ACCESS).to_numpy()


def _not_understood(column: dict[str, pd.Series], speed: np.ndarray) -> dict[str, dict[str, int]]:
    """Values of one-way and speed that say something we do not know: role -> value -> rows."""
    oneway = _text(column["oneway"])
    strange = oneway[~oneway.isin(_FORWARD | _BACKWARD | _BOTH_WAYS)]
    text = _text(column["speed"])
    number = pd.to_numeric(column["speed"], errors="coerce")
    unread = text[(np.isnan(speed) & (text != "") & number.isna()) | (number < 0)]
    found = {"oneway": strange.value_counts().to_dict(), "speed": unread.value_counts().to_dict()}
    return {role: values for role, values in found.items() if values}


def _text(values: pd.Series) -> pd.Series:
    # a column of many roads has few words
    code, known = pd.factorize(values.astype(object).where(values.notna(), "").to_numpy())
    words = np.array([str(one).strip().lower() for one in known], dtype=object)
    return pd.Series(words[code] if len(words) else [], values.index, dtype=object)


@dataclass(frozen=True)
class RoadLayer:
    """The roads of one layer, their fields understood.

    Attributes
    ----------
    name : str
    lines : Lines
        In metres, in the analysis CRS.
    roads : DataFrame
        One row a line: `source_id`, `road_class`, `name`, `ref`, `surface` (text), `oneway`
        (0, 1, -1), `speed_kmh` (NaN = not given), `kind`, `minutes` (ferries: sailing and waiting),
        `level` (bridges above 0, tunnels below).
    found : dict
        Role to the field it was read from.
    not_for_cars : int
        Rows left out because they are no roads, or no car drives there.
    not_understood : dict
        Role -> value -> rows, of values that say something unknown: such a road is open both
        ways, or takes the speed of its class.
    """

    name: str
    lines: Lines
    roads: pd.DataFrame
    found: dict[str, str]
    not_for_cars: int
    not_understood: dict[str, dict[str, int]] = field(default_factory=dict)


def read_road_layer(
    name: str,
    lines: Lines,
    table: pd.DataFrame,
    source_id: np.ndarray,
    candidates: dict[str, list[str]] | None = None,
    schema: str = "auto",
    ferries: bool = False,
    season: str = "",
) -> RoadLayer:
    """Understand the fields of a road layer.

    Parameters
    ----------
    name : str
        Name of the layer, for messages and `source_layer`.
    lines : Lines
    table : DataFrame
        The fields of the layer, one row a line.
    source_id : (n,) array
    candidates : dict of lists
        Field names to try for a role, before those of `ROLES`.
    schema : str
        One of `SCHEMAS`.
    ferries : bool
        The layer holds ferry lines.
    season : str
        A waiting time of this season (``waiting_summer_min``) goes before the common one.

    Raises
    ------
    InvalidValueError
        If there are speeds, and none of them is above 0.
    """
    table = spread_tags(table)
    names = list(table.columns)
    if schema == "auto":
        schema = detect_schema(names)
    candidates = dict(candidates or {})
    if season:
        of_season = [f"waiting_{season}_min", f"waiting_min_{season}", f"waiting_{season}"]
        candidates["waiting"] = [*candidates.get("waiting", []), *of_season]
    found = {
        role: find_field(names, [*candidates.get(role, []), *known])
        for role, known in ROLES.items()
    }
    found = {role: name for role, name in found.items() if name}
    empty = pd.Series([None] * len(table), index=table.index, dtype=object)
    column = {role: table[found[role]] if role in found else empty for role in ROLES}
    speed = read_speed(column["speed"])
    given = pd.to_numeric(column["speed"], errors="coerce").notna()  # a text is no speed of 0
    if schema != "geofabrik" and given.any() and not (np.nan_to_num(speed) > 0).any():
        raise InvalidValueError(
            "all speeds are 0 or negative",
            "Give another SPEED_FIELD, or leave it out so that speeds follow the class of the road",
            layer=name,
            field=found["speed"],
        )
    classes = _text(column["class"])
    is_ferry = np.full(len(table), ferries) | classes.isin(FERRY_CLASSES).to_numpy()
    is_ferry |= (_text(column["route"]).isin(FERRY_CLASSES) & (classes == "")).to_numpy()
    minutes = read_minutes(column["duration"]) + np.nan_to_num(read_minutes(column["waiting"]))
    roads = pd.DataFrame(
        {
            "source_id": source_id,
            "road_class": column["class"].where(column["class"].notna(), None),
            "name": column["name"].where(column["name"].notna(), None),
            "ref": column["ref"].where(column["ref"].notna(), None),
            "surface": column["surface"].where(column["surface"].notna(), None),
            "oneway": read_oneway(column["oneway"], column["class"], schema, column["junction"]),
            "speed_kmh": speed,
            "kind": np.where(is_ferry, FERRY, ROAD),
            "minutes": np.where(is_ferry, minutes, np.nan),
            "level": read_level(column["level"], column["bridge"], column["tunnel"]),
        }
    )
    drivable = np.ones(len(table), dtype=bool)
    if schema in SCHEMA_MARK:
        drivable = (classes.ne("") & ~classes.isin(NOT_FOR_CARS)).to_numpy() | is_ferry
    if schema == "osm":
        drivable &= may_drive(table)
    kept = np.flatnonzero(drivable)
    return RoadLayer(
        name,
        lines.take(kept),
        roads.iloc[kept].reset_index(drop=True),
        found,
        int((~drivable).sum()),
        _not_understood({role: one.iloc[kept] for role, one in column.items()}, speed[kept]),
    )
