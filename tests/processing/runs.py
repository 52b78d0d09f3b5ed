"""Runs on the sample that together use every method, and most options, of every algorithm."""

from tests.processing.tools import COARSE, ENDS, PLACES, ROADS, SERVICES, TRAVEL, ZONES, sample


class Made:
    """An output of another run, as an input."""

    def __init__(self, run, output):
        self.run, self.output = run, output


NETWORK = {"NETWORK": Made("network", "EDGES"), **TRAVEL}
REGIONS = {**ZONES, "ZONES": sample("regions")}
OFFERS_BY_TIMES = {**PLACES, **SERVICES, "TRAVEL_TIMES": Made("times", "OUTPUT")}
NORMS = {"NORMS": sample("norms"), "SETTLEMENT_FIELD": "settlement"}
CHANGES = {"SERVICE_CHANGES": sample("service_changes")}
CAPACITY = {"CAPACITY_FIELD": "capacity", "SERVICE_FILTER": "\"type\" = 'planned_hospital'"}
BY_POINTS = {  # people where they live, areas as places
    "PLACES": sample("municipalities"),
    "PLACE_ID": "code",
    "POPULATION_FIELD": None,
    "POPULATION_POINTS": sample("places"),
    "POPULATION_POINTS_FIELD": "pop_65",
}
DELAY = {"CROSSINGS": Made("network", "CROSSINGS"), "BORDER": "delay", "BORDER_DELAY": 12}
PEOPLE = {**NETWORK, **PLACES}
OFFERS = {**PEOPLE, **SERVICES}
MUNICIPALITIES = {
    "MUNICIPALITIES": sample("municipalities"),
    "MUNICIPALITY_NAME_FIELD": "name",
}
FLOWS = {"FLOWS": Made("flows", "FLOWS")}
GROUPED = {**PEOPLE, **ZONES, **FLOWS}
IDEAS = {
    "CANDIDATES": sample("project_ideas"),
    "CANDIDATE_ID": "idea_id",
    "CANDIDATE_NAME_FIELD": "name",
    "CRITERIA": sample("criteria"),
    "CRITERIA_LAYERS": [sample("coast"), sample("places")],
    "CHAIN": sample("priority_chain"),
    "DRAWS": 50,
}
SITES = {
    **PEOPLE,
    "CANDIDATES": sample("project_ideas"),
    "CANDIDATE_ID": "idea_id",
    "P": 2,
}

RUNS = {
    "network": ("buildroadnetwork", {
        **ROADS, "NAMING_PLACES": sample("places"), "PLACE_NAME_FIELD": "name",
    }),
    "network, planar": ("buildroadnetwork", {
        **ROADS, "PLANAR": True, "TOLERANCE": 30, "STITCH_TOLERANCE": 200,
    }),
    "check": ("checkroadnetwork", {**PEOPLE, **DELAY}),
    "routes": ("fastestroutes", {**NETWORK, **ENDS, "NEAREST": 2}),
    "routes by distance, delayed": ("fastestroutes", {
        **NETWORK, **ENDS, **DELAY, "NEAREST": 1, "COST": "distance", "DIRECTION": "to",
    }),
    "times": ("traveltimematrix", {**NETWORK, **ENDS, "DISTANCES": True}),
    "times, nearest, closed": ("traveltimematrix", {
        **NETWORK, **ENDS, "NEAREST": 3, "BORDER": "closed", "MAX_COST": 60,
        "MAIN_COMPONENT": True, "KERNEL": "search",
    }),
    "times by hierarchy": ("traveltimematrix", {
        **NETWORK, **ENDS, **DELAY, "DISTANCES": True, "KERNEL": "hierarchy",
    }),
    "times by pairs": ("traveltimematrix", {
        **NETWORK, "ORIGINS": sample("places"), "ORIGIN_ID": "place_id",
        "DESTINATIONS": sample("places"), "DESTINATION_ID": "place_id",
        "PAIR_FIELD": "municipality", "BARRIERS": sample("coast"),
    }),
    "isochrones": ("isochrones", {
        **PEOPLE, "ORIGINS": sample("project_ideas"), "ORIGIN_ID": "idea_id",
        "CELL_SIZE": 2000, "CUTOFFS": "10,25",
    }),
    "isochrones, split rings": ("isochrones", {
        **NETWORK, "ORIGINS": sample("project_ideas"), "ORIGIN_ID": "idea_id",
        "CELL_SIZE": 2000, "CUTOFFS": "20,40", "COMBINE": "split", "RINGS": True,
        "TURNOUT_FIELD": "readiness",
    }),
    "isochrones, merged roads": ("isochrones", {
        **NETWORK, "ORIGINS": sample("project_ideas"), "ORIGIN_ID": "idea_id", "CUTOFFS": "15",
        "SHAPE": "roads", "COMBINE": "merged",
    }),
    "accessibility": ("serviceaccessibility", {
        **OFFERS, **NORMS, **CHANGES, "RANK_FIELD": "pop_65", "GROUP_FIELD": "settlement",
        "MEASURES": ["nearest", "cumulative", "gravity"], "NEAREST": 2, "DECAY": "gaussian",
    }),
    "accessibility, competition": ("serviceaccessibility", {
        **OFFERS, **NORMS, **CAPACITY, "DECAY": "stepped",
        "MEASURES": ["2sfca", "e2sfca", "3sfca", "bfca", "spatial_availability"],
        "WILLINGNESS": 0.4,
    }),
    "accessibility from times": ("serviceaccessibility", {
        **OFFERS_BY_TIMES, **NORMS, "THRESHOLD": 20,
        "MEASURES": ["nearest", "cumulative", "gravity"], "DECAY": "logistic",
    }),
    "accessibility of areas": ("serviceaccessibility", {
        **OFFERS, **BY_POINTS, "MEASURES": ["nearest", "cumulative", "2sfca"],
    }),
    "accessibility by distance": ("serviceaccessibility", {
        **OFFERS, **DELAY, "COST": "distance", "MAX_COST": 40, "THRESHOLD": 15,
        "MEASURES": ["nearest", "cumulative", "gravity"], "DECAY": "power",
    }),
    "catchments": ("servicecatchments", {**OFFERS, **COARSE}),
    "catchments by weight": ("servicecatchments", {
        **OFFERS, **COARSE, **CAPACITY, "RULE": "weight", "WEIGHT_FIELD": "capacity",
    }),
    "catchments by capacity": ("servicecatchments", {
        **OFFERS, **COARSE, **CAPACITY, "RULE": "capacity",
    }),
    "performance": ("transportperformance", {
        **PEOPLE, "ZONE_FIELD": "municipality", "THRESHOLD": 45, "RADIUS": 60,
    }),
    "performance in a frame": ("transportperformance", {
        **PEOPLE, "ZONE_FIELD": "settlement", "FRAME": sample("regions"),
        "POPULATION_LAYER": sample("places"), "POPULATION_LAYER_FIELD": "population",
        "POPULATION_LAYER_COUNTRY_FIELD": "country",
    }),
    "border zones": ("borderzones", {**PEOPLE, "BANDS": "15,30,60", "BEFORE_FIELD": "pop_65"}),
    "border crossings": ("bordercrossings", {**PEOPLE}),
    "border crossings, power": ("bordercrossings", {
        **PEOPLE, **DELAY, "DECAY": "power", "MAX_COST": 90,
    }),
    "border effect": ("bordereffect", {**OFFERS, **NORMS, **CHANGES}),
    "border effect, delayed": ("bordereffect", {
        **OFFERS, "CROSSINGS": Made("network", "CROSSINGS"), "BORDER_DELAY": 12,
        "SCENARIOS": ["open", "delay", "closed"], "MEASURES": ["cumulative", "gravity"],
        "DECAY": "linear", "WILLINGNESS": 0.5, "BANDS": "5,15",
    }),
    "border effect from times": ("bordereffect", {**OFFERS_BY_TIMES, "NEAREST": 2}),
    "shared": ("sharedserviceareas", {
        **OFFERS, **COARSE, **MUNICIPALITIES, "EVIDENCE": sample("evidence"),
        "SHOW_NOT_SHAREABLE": True, "STUDY_AREA": sample("regions"),
    }),
    "shared, compared": ("sharedserviceareas", {
        **OFFERS, **COARSE, **CHANGES, "COMPARE_WITH": Made("shared", "PLACES_OUT"),
        "ADVANTAGE": 1, "THRESHOLD": 20, "MIN_SHARE": 0.2,
    }),
    "shared from times": ("sharedserviceareas", {
        **OFFERS_BY_TIMES, **COARSE, "COUNTRIES": sample("municipalities"),
        "COUNTRY_FIELD": "country", "SNAP_DISTANCE": 15000,
    }),
    "inventory from times": ("serviceinventory", {**OFFERS_BY_TIMES, **ZONES, "SURROUNDING": 25}),
    "inventory": ("serviceinventory", {**OFFERS, **ZONES, **NORMS, **CHANGES}),
    "sites, median": ("locatesharedservices", {**SITES}),
    "sites, median, each country": ("locatesharedservices", {
        **SITES, "COOPERATION": "separate", "EXTRA_MIN_ABROAD": 5,
        "FIXED": "\"idea_id\" = 'P02'", "FORBIDDEN": "\"idea_id\" = 'P01'",
    }),
    "sites, cover": ("locatesharedservices", {**SITES, "MODEL": "mclp", "THRESHOLD": 20}),
    "sites, all": ("locatesharedservices", {**SITES, "MODEL": "lscp", "THRESHOLD": 60}),
    "sites, centre": ("locatesharedservices", {**SITES, "MODEL": "pcenter"}),
    "sites, room": ("locatesharedservices", {
        **PEOPLE, "CANDIDATES": f"{sample('places')}|subset=\"population\" > 8000",
        "CANDIDATE_ID": "place_id", "CANDIDATE_COUNTRY_FIELD": "country",
        "CAPACITY_FIELD": "population", "POPULATION_FIELD": "pop_65", "P": 5,
    }),
    "flows": ("interactionflows", {**PEOPLE}),
    "flows from times": ("interactionflows", {
        **PLACES, "TRAVEL_TIMES": Made("times by pairs", "OUTPUT"),
    }),
    "flows, huff": ("interactionflows", {
        **PEOPLE, "MODEL": "huff", "DECAY": "exponential", "ATTRACTION_FIELD": "pop_65",
        "WILLINGNESS": 0.3, "MAX_COST": 60,
    }),
    "flows, gravity fitted": ("interactionflows", {
        **PEOPLE, "OBSERVED": Made("flows, huff", "FLOWS"), "MAX_COST": 60,
    }),
    "flows, radiation": ("interactionflows", {**PEOPLE, "MODEL": "radiation", "MAX_COST": 60}),
    "flows, fitted": ("interactionflows", {
        **PEOPLE, "MODEL": "doubly_constrained", "OBSERVED": Made("flows, huff", "FLOWS"),
        "MAX_COST": 60, "WITHIN": False,
    }),
    "zones, rural": ("functionalzones", {**GROUPED, "COMPARE_WITH": sample("regions"),
                                         "COMPARE_FIELD": "name", "CITY_SIZE": 20000}),
    "zones, ttwa": ("functionalzones", {**GROUPED, "METHOD": "ttwa"}),
    "zones, ttwa, closed": ("functionalzones", {
        **GROUPED, "METHOD": "ttwa", "ALLOW_CROSS_BORDER": False, "MIN_SIZE": 5000,
    }),
    "zones, fua": ("functionalzones", {**GROUPED, "METHOD": "fua", "CITY_SIZE": 20000}),
    "zones, intramax": ("functionalzones", {
        **GROUPED, "METHOD": "intramax", "REGIONS_WANTED": 6,
    }),
    "zones, dominant flow": ("functionalzones", {**GROUPED, "METHOD": "dominant_flow"}),
    "zones, louvain": ("functionalzones", {**GROUPED, "METHOD": "louvain"}),
    "partnerships": ("partnerships", {
        **OFFERS, **ZONES, **FLOWS, "PROFILES": sample("profiles"),
        "REGISTER": sample("register"), "REGION_FIELD": "region",
    }),
    "trends": ("territorialtrends", {
        **ZONES, "OBSERVATIONS": sample("observations"),
    }),
    "trends, unrounded": ("territorialtrends", {
        **ZONES, "OBSERVATIONS": sample("observations"), "SMALL_NUMBERS": "keep",
        "FROM_YEAR": 2012, "LANGUAGE": "lt",
    }),
    "specialisation": ("specialisation", {
        **REGIONS, **MUNICIPALITIES, "JOBS": sample("jobs"), "DOMAINS": sample("domains"),
        "RULES": sample("guideline_rules"),
    }),
    "priorities": ("priorities", IDEAS),
    "priorities, topsis": ("priorities", {**IDEAS, "METHOD": "topsis", "SPREAD": 0.2}),
    "priorities, promethee": ("priorities", {**IDEAS, "METHOD": "promethee", "SEED": 5}),
    "action plan": ("actionplan", {
        "ACTIONS": sample("actions"), "INDICATORS": sample("indicators"), "DATE": "2026-01-01",
        "RESULTS": [sample("project_ideas"), Made("shared", "AREAS")],
    }),
    "explained": ("explain", {
        "RESULT": Made("accessibility", "OUTPUT"), "FEATURE_ID": "LV001",
    }),
    "explained, competition": ("explain", {
        "RESULT": Made("accessibility, competition", "OUTPUT"), "FEATURE_ID": "LT012",
        "LANGUAGE": "lv",
    }),
    "explained, border effect": ("explain", {
        "RESULT": Made("border effect, delayed", "OUTPUT"), "FEATURE_ID": "LV005",
        "LANGUAGE": "lt",
    }),
    "explained, shared": ("explain", {
        "RESULT": Made("shared", "PLACES_OUT"), "FEATURE_ID": "LT020",
    }),
    "explained, flows": ("explain", {
        "RESULT": Made("flows", "FLOWS"), "FEATURE_ID": "LV001", "TO_ID": "LV002",
    }),
    "explained, time": ("explain", {
        "RESULT": Made("times", "OUTPUT"), "FEATURE_ID": "LV001", "TO_ID": "AMB-LT05",
    }),
    "explained, inventory": ("explain", {
        "RESULT": Made("inventory", "OUTPUT"), "FEATURE_ID": "LT-21",
    }),
}  # fmt: skip
