"""Which speed does an edge take? Its field, else a table, else documented defaults."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd

from ..ids import as_text

# Average speeds of a car under way in km/h, by class of road: our own planning assumptions, set
# below the limits for junctions, bends and other traffic. A SPEEDS table replaces any of them.
DEFAULT_KMH = {
    "motorway": 110.0,
    "trunk": 90.0,
    "main": 85.0,
    "primary": 80.0,
    "regional": 75.0,
    "secondary": 70.0,
    "tertiary": 60.0,
    "local": 60.0,
    "unclassified": 50.0,
    "residential": 30.0,
    "street": 35.0,
    "living_street": 15.0,
    "service": 15.0,
    "track": 15.0,
    "motorway_link": 60.0,
    "trunk_link": 55.0,
    "primary_link": 50.0,
    "secondary_link": 45.0,
    "tertiary_link": 40.0,
}
OTHER_KMH = 50.0

# Where a country differs. Lithuania's motorways: limit 130 km/h, 110 from November to March.
COUNTRY_KMH = {("LT", "motorway"): 120.0, ("LT", "motorway", "winter"): 105.0}
# Roads without a hard surface: at most this, whatever their class. The limits there are 80 km/h in
# Latvia and 70 in Lithuania.
UNPAVED_KMH = {"LV": 65.0, "LT": 60.0, "": 55.0}
UNPAVED = frozenset(
    [
        "compacted",
        "dirt",
        "earth",
        "fine_gravel",
        "grants",
        "grass",
        "gravel",
        "ground",
        "mud",
        "pebblestone",
        "sand",
        "smelis",
        "unpaved",
        "zvyras",
    ]
)

# The classes of state roads in Latvia and Lithuania, and other words for the same thing.
SAME_CLASS = {
    "a": "main",
    "galvenais": "main",
    "valsts galvenais": "main",
    "magistralinis": "main",
    "p": "regional",
    "regionalais": "regional",
    "krasto": "regional",
    "v": "local",
    "vietejais": "local",
    "rajoninis": "local",
    "motorway_dup": "motorway",
    "iela": "street",
    "gatve": "street",
}

TABLE_COLUMNS = ["class", "country", "surface", "season"]


def plain_class(road_class: pd.Series) -> pd.Series:
    """Class names without capitals and accents, in the words of `DEFAULT_KMH` where known."""
    text = as_text(road_class).str.strip().str.lower()
    simple = {one: _ascii(one) for one in text.unique()}
    return text.map({one: SAME_CLASS.get(plain, plain) for one, plain in simple.items()})


def _ascii(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def assign_speeds(
    field_kmh: np.ndarray,
    road_class: pd.Series,
    country: pd.Series,
    surface: pd.Series,
    table: pd.DataFrame | None = None,
    season: str = "",
) -> tuple[np.ndarray, np.ndarray]:
    """Give every edge a speed, and say where it comes from.

    Parameters
    ----------
    field_kmh : (n,) float array
        Speeds of the data; what is not positive counts as not given.
    road_class, country, surface : (n,) Series of str
    table : DataFrame, optional
        Columns `class`, `country`, `surface`, `season` (an empty cell fits all) and `speed_kmh`.
        The row that names most wins; of equals the first.
    season : str
        Season in force; rows of other seasons do not count.

    Returns
    -------
    speed_kmh : (n,) float array
    source : (n,) object array
        ``field``, ``table``, ``default``, ``default, unpaved`` or ``unknown class``.
    """
    classes = plain_class(road_class)
    default = classes.map(DEFAULT_KMH).to_numpy(float)
    speed = np.where(np.isnan(default), OTHER_KMH, default)
    source = np.where(np.isnan(default), "unknown class", "default").astype(object)
    countries = as_text(country).str.upper()
    for (code, name, *only), kmh in COUNTRY_KMH.items():
        if not only or only == [season.strip().lower()]:
            speed[((countries == code) & (classes == name)).to_numpy()] = kmh
    loose = plain_class(surface).isin(UNPAVED).to_numpy()
    most = countries.map(UNPAVED_KMH).fillna(UNPAVED_KMH[""]).to_numpy(float)
    loose = loose & (speed > most)
    speed[loose], source[loose] = most[loose], "default, unpaved"
    for _, kmh, fits in _rows_of(table, season, classes, countries, surface):
        speed[fits], source[fits] = kmh, "table"
    given = np.nan_to_num(field_kmh, nan=-1) > 0
    speed[given], source[given] = field_kmh[given], "field"
    return speed, source


def rows_that_fit_nothing(
    road_class: pd.Series,
    country: pd.Series,
    surface: pd.Series,
    table: pd.DataFrame | None,
    season: str = "",
) -> list[str]:
    """Rows of the table of speeds that are in season and fit no edge, in words."""
    classes, countries = plain_class(road_class), as_text(country).str.upper()
    return [
        words for words, _, fits in _rows_of(table, season, classes, countries, surface)
        if not fits.any()
    ]  # fmt: skip


def _rows_of(table, season: str, classes, countries, surface):
    """Each row of the table in season: words, speed and the edges that it fits.

    The least specific come first, so that the more specific overwrite them.
    """
    if table is None or not len(table):
        return
    rows = table.reindex(columns=[*TABLE_COLUMNS, "speed_kmh"]).copy()
    rows = rows.assign(**{one: as_text(rows[one]) for one in TABLE_COLUMNS})
    seasons = rows["season"].str.strip().str.lower()
    rows = rows[seasons.isin(["", season.strip().lower()])]
    named = (rows[TABLE_COLUMNS] != "").sum(axis=1)
    has = {
        "class": classes,
        "country": countries,
        "surface": as_text(surface).str.strip().str.lower(),
    }
    for row in rows.iloc[::-1].loc[named.iloc[::-1].sort_values(kind="stable").index].itertuples():
        wanted = {
            "class": plain_class(pd.Series([row[1]])).iloc[0],
            "country": row.country.upper(),
            "surface": row.surface.strip().lower(),
        }
        fits = np.ones(len(classes), dtype=bool)
        for column, value in wanted.items():
            if value:
                fits &= (has[column] == value).to_numpy()
        words = " ".join(f"{name} {value}" for name, value in wanted.items() if value)
        yield words, row.speed_kmh, fits
