"""One design for all maps: colours, patterns, widths and fonts, as plain values.

`make_designs.py` turns them into the styles (QML) and the page (QPT) beside this file. Blue is
home, yellow to dark orange is across the border; the two stay apart in every kind of colour
blindness, and each category has a pattern of its own for print in grey.
"""

from __future__ import annotations

FONT = "Open Sans"  # QGIS brings it
INK, MUTED, PAPER = "#26282c", "#6d7178", "#ffffff"
SEA, LAND, LAND_EDGE = "#e6eef2", "#f6f4ee", "#b9b4a8"
STATE_BORDER = "#4a1440"
ROAD, FERRY, CROSSING, SHUT = "#7d756b", "#2b6c99", "#7b1fa2", "#8c8c8c"
ZONE_TINT = "123,31,162,30"  # red, green, blue, opacity of 255
WARNING = "#c0392b"
ISSUE = "#f09a45"

#: Category of a shared service area: colour, pattern (None, or angle and distance in mm), label.
CATEGORIES = {
    "abroad_only": ("#a63c14", "cross", "Reached only across the border"),
    "abroad_nearer": ("#f09a45", "rising", "Nearer across the border"),
    "choice": ("#fbe6a2", "dots", "About the same at home and across"),
    "own_nearer": ("#cfe1f0", None, "Nearer at home, across within reach"),
    "own_only": ("#7ba7d0", None, "Only at home within reach"),
    "unserved": ("#d9d6cf", "level", "Not within reach"),
    "no_data": ("#ffffff", "falling", "No data"),
}

#: Upper limit of a class in minutes and its colour, light to dark; the last has none.
MINUTES = {
    10: "#fff7d9",
    20: "#fbdc9a",
    30: "#f4ad6c",
    45: "#dc7358",
    60: "#a93f5c",
    None: "#5f2150",
}
#: The same for the way to the border: bands of borderland.
BORDER_MINUTES = {30: "#fbdc9a", 60: "#f4ad6c", 90: "#dc7358", None: "#a93f5c"}
UNREACHED = "#c9c9c9"

#: Upper limit of a class of transport performance in per cent and its colour, dark is well served.
PERFORMANCE = {
    20: "#eef5e6",
    40: "#c7e0b8",
    60: "#8fc08f",
    80: "#4c9273",
    100: "#1f6557",
    None: "#0b3d3a",
}

#: Upper limit of a class of minutes lost and its colour, light to dark; the last has none.
LOSS = {5: "#fbdc9a", 15: "#f09a45", 30: "#cf5a2a", None: "#8a2f10"}

#: Colour and pattern of a branch, for maps of what each zone is strongest in.
BRANCHES = (
    ("#f2c14e", None),
    ("#9fd0ea", "rising"),
    ("#4f9d69", None),
    ("#e3a6c4", "falling"),
    ("#2b6c99", "cross"),
    ("#f9efb4", "dots"),
    ("#b5502b", "level"),
    ("#8f86b5", None),
)

#: Speed from which on a road is drawn so wide (mm).
ROAD_WIDTHS = {110: 0.8, 90: 0.5, 70: 0.35, 0: 0.22}

#: Why a place could not be used, as the shape of its sign and label.
REASONS = {
    "too_far": ("circle", "Too far from a road"),
    "no_geometry": ("square", "No geometry"),
    "no_country": ("triangle", "Country unknown"),
    "": ("star", "Other reason"),
}

#: Sizes of the page in mm, upright and across.
PAGES = {
    "a4_portrait": (210, 297),
    "a4_landscape": (297, 210),
    "a3_portrait": (297, 420),
    "a3_landscape": (420, 297),
}
