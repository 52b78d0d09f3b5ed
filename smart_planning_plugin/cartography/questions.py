"""Which question each result answers, and what its map is called."""

from __future__ import annotations

SHARED = "sharedserviceareas"
AREAS, PLACES = f"{SHARED}.AREAS", f"{SHARED}.PLACES_OUT"
FACILITIES, ZONES = f"{SHARED}.FACILITIES", f"{SHARED}.SHARED_ZONES"
ROADS, NODES = "buildroadnetwork.EDGES", "buildroadnetwork.NODES"
CROSSINGS = "buildroadnetwork.CROSSINGS"
BORDER, TOWNS = "buildproject.BORDER", "buildproject.TOWNS"
UNITS, LAND = "buildproject.UNITS", "buildproject.LAND"
ACCESS, EFFECT = "serviceaccessibility.OUTPUT", "bordereffect.OUTPUT"
CATCHMENTS, INVENTORY = "servicecatchments.OUTPUT", "serviceinventory.OUTPUT"
TRENDS, IDEAS = "territorialtrends.OUTPUT", "partnerships.IDEAS"

BASE, GIVEN, TABLES, BACKGROUND = "Base map", "Given data", "Tables", "Background"
REACH, CLOSED = "Who reaches what?", "What would a closed border change?"
SHARE, WHICH = "What could be shared?", "Which zones?"
WHOM, GOOD, NETWORK = "Who with whom?", "Good at what?", "The road network"

#: Groups of a project from above: what is over all, the questions, what is below all.
GROUPS = [BASE, GIVEN, SHARE, REACH, CLOSED, WHICH, WHOM, GOOD, NETWORK, TABLES, BACKGROUND]
#: The questions, in the order in which a study answers them.
QUESTIONS = [SHARE, REACH, CLOSED, WHICH, WHOM, GOOD, NETWORK]

#: Kind of result -> its question and the title of its map; without a title it has none of its own.
ANSWERS = {
    ROADS: (NETWORK, ""),
    NODES: (NETWORK, ""),
    "buildroadnetwork.ISSUES": (NETWORK, ""),
    "checkroadnetwork.ISSUES": (NETWORK, "What to look at in the road data"),
    "fastestroutes.OUTPUT": (REACH, "Fastest routes"),
    CROSSINGS: (BASE, ""),
    ACCESS: (REACH, "travel time to the nearest"),
    "serviceaccessibility.SERVICES_OUT": (REACH, ""),
    "isochrones.OUTPUT": (REACH, "Areas within reach"),
    CATCHMENTS: (REACH, "catchments"),
    "servicecatchments.PLACES_OUT": (REACH, ""),
    "transportperformance.OUTPUT": (REACH, "Transport performance"),
    INVENTORY: (REACH, "Further from services than the surrounding region"),
    "traveltimematrix.UNREACHED": (REACH, ""),
    EFFECT: (CLOSED, "what a closed border would change"),
    "borderzones.OUTPUT": (CLOSED, "Drive time to the nearest border crossing"),
    "bordercrossings.OUTPUT": (CLOSED, "Trips over each border crossing"),
    f"{SHARED}.CHANGES": (CLOSED, "What changes between two scenarios"),
    ZONES: (SHARE, "Shared service zones"),
    FACILITIES: (SHARE, ""),
    PLACES: (SHARE, ""),
    "locatesharedservices.SITES": (SHARE, "Best sites for shared services"),
    "locatesharedservices.ASSIGNMENT": (SHARE, ""),
    "functionalzones.REGIONS": (WHICH, "Candidate functional zones"),
    "functionalzones.ZONES_OUT": (WHICH, ""),
    "interactionflows.LINES": (WHOM, "Modelled interaction between places"),
    "partnerships.PAIRS": (WHOM, "Pairs of municipalities across the border"),
    "partnerships.OPPORTUNITIES": (WHOM, "Opportunities between regions"),
    IDEAS: (WHOM, "Joint project ideas"),
    TRENDS: (GOOD, "change a year"),
    "specialisation.ZONES_OUT": (GOOD, "What each territory is strongest in"),
    "specialisation.PAIRS": (GOOD, "Common and complementary domains across the border"),
    "priorities.OUTPUT": (GOOD, "Candidates by priority"),
}
#: Name of a layer in the tree; the title of its map where there is none here.
NAMES = {
    BORDER: "State border",
    TOWNS: "Towns",
    UNITS: "Administrative boundaries",
    LAND: "Countries",
    CROSSINGS: "Border crossings",
    ROADS: "Roads",
    NODES: "Junctions",
    ZONES: "Shared service zones",
    FACILITIES: "Facilities",
    PLACES: "Places",
    AREAS: "Areas",
    "traveltimematrix.UNREACHED": "Points not used",
    "buildroadnetwork.ISSUES": "Open ends",
    "functionalzones.ZONES_OUT": "Units of the zones",
    "servicecatchments.PLACES_OUT": "Places",
    "locatesharedservices.ASSIGNMENT": "Places and their sites",
    "serviceaccessibility.SERVICES_OUT": "Services",
    ACCESS: "Travel time to the nearest",
    EFFECT: "What a closed border would change",
    CATCHMENTS: "Catchments of services",
    INVENTORY: "Services in each unit",
    TRENDS: "How the territory changes",
}
#: One layer holds all types of service: in fields that begin so, or in rows ("").
TYPES_IN = {ACCESS: "nearest_", EFFECT: "loss_abs_nearest_", CATCHMENTS: ""}
#: Nobody travels on these maps, whatever they were made of.
STILL = {IDEAS, "checkroadnetwork.ISSUES", "buildroadnetwork.ISSUES"}
#: Drawn above all else, the first on top.
OVER_ALL = [CROSSINGS, TOWNS, BORDER, UNITS]
#: Split into a layer for each type of service, beside their areas.
BY_TYPE = {FACILITIES, PLACES}
#: Drawn on the map of another result when both are of one scenario, the first on top.
BESIDE = {
    "locatesharedservices.SITES": ["locatesharedservices.ASSIGNMENT"],
    CATCHMENTS: [FACILITIES],
    "functionalzones.REGIONS": ["functionalzones.ZONES_OUT"],
}
#: Drawn whole, not only where both sides reach a service.
WHOLE = {"locatesharedservices.SITES", "partnerships.IDEAS"}
#: Points that have the names of places beside them.
NAMED = {PLACES, ACCESS, EFFECT, "borderzones.OUTPUT", "transportperformance.OUTPUT"}
#: Areas that have their own names on them, and lines between areas.
NAMED_AREAS = {
    INVENTORY, TRENDS, "specialisation.ZONES_OUT", "partnerships.OPPORTUNITIES",
    "specialisation.PAIRS",
}  # fmt: skip
#: On every map; "" is what is not ours.
EVERYWHERE = {BORDER, TOWNS, UNITS, LAND, CROSSINGS, ROADS, ""}
