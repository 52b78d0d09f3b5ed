"""Names that scripts rely on: the inputs and outputs of DESIGN section 4, once."""

NETWORK = {
    "NETWORK", "COUNTRIES", "COUNTRY_FIELD", "CROSSINGS", "BORDER", "BORDER_DELAY", "COST",
    "DIRECTION", "MAX_COST", "SNAP_DISTANCE", "OFFROAD_SPEED", "BARRIERS", "MAIN_COMPONENT",
}  # fmt: skip
PEOPLE = {
    "PLACES", "PLACE_ID", "POPULATION_FIELD", "PLACE_COUNTRY_FIELD", "POPULATION_POINTS",
    "POPULATION_POINTS_FIELD",
}  # fmt: skip
OFFERS = {
    "SERVICES", "SERVICE_ID", "SERVICE_TYPE_FIELD", "SERVICE_COUNTRY_FIELD", "CAPACITY_FIELD",
    "SERVICE_FILTER", "SERVICE_TYPES", "NORMS", "SETTLEMENT_FIELD", "SERVICE_CHANGES",
    "TRAVEL_TIMES",
}  # fmt: skip
MEASURES = {
    "MEASURES", "THRESHOLD", "NEAREST", "DECAY", "DECAY_PARAMETER", "GROUP_FIELD", "RANK_FIELD",
    "WILLINGNESS",
}  # fmt: skip
# What an algorithm may take beside these is its own, and is added here with it.
MAY_TAKE = {
    "buildroadnetwork": {
        "ROADS", "COUNTRIES", "COUNTRY_FIELD", "SCHEMA", "SPEED_FIELD", "CLASS_FIELD",
        "ONEWAY_FIELD", "NAME_FIELD", "REF_FIELD", "LEVEL_FIELD", "FIELD_MAP", "SPEEDS", "SEASON",
        "FERRIES", "CROSSING_OVERRIDES", "TOLERANCE", "STITCH_TOLERANCE", "COUNTRY_TOLERANCE",
        "ANALYSIS_CRS", "PLANAR", "NAMING_PLACES", "PLACE_NAME_FIELD",
    },
    "checkroadnetwork": NETWORK | PEOPLE | {"TOLERANCE"},
    "bordercrossings": NETWORK | PEOPLE | {"DECAY", "DECAY_PARAMETER"},
    "borderzones": NETWORK | PEOPLE | {"BANDS", "BEFORE_FIELD"},
    "fastestroutes": NETWORK
    | {"ORIGINS", "ORIGIN_ID", "DESTINATIONS", "DESTINATION_ID", "NEAREST", "PAIR_FIELD"},
    "traveltimematrix": NETWORK
    | {
        "ORIGINS", "ORIGIN_ID", "DESTINATIONS", "DESTINATION_ID", "NEAREST", "PAIR_FIELD", "ENGINE",
        "SCHEDULER", "TRAVEL_TIMES", "DISTANCES", "KERNEL",
    },
    "isochrones": NETWORK
    | PEOPLE
    | {
        "ORIGINS", "ORIGIN_ID", "CUTOFFS", "CUTOFF_FIELD", "TURNOUT_FIELD", "SHAPE", "COMBINE",
        "RINGS", "CELL_SIZE",
    },
    "serviceaccessibility": NETWORK | PEOPLE | OFFERS | MEASURES | {"LANGUAGE"},
    "explain": {"RESULT", "FEATURE_ID", "TO_ID", "NUMBER", "NEAREST", "LANGUAGE"},
    "transportperformance": NETWORK
    | PEOPLE
    | {
        "POPULATION_LAYER", "POPULATION_LAYER_FIELD", "POPULATION_LAYER_COUNTRY_FIELD", "FRAME",
        "THRESHOLD", "RADIUS", "TOP_SPEED", "ZONE_FIELD",
    },
    "bordereffect": NETWORK | PEOPLE | OFFERS | MEASURES | {"SCENARIOS", "BANDS", "LANGUAGE"},
    "sharedserviceareas": NETWORK
    | PEOPLE
    | OFFERS
    | {
        "THRESHOLD", "ADVANTAGE", "MIN_SHARE", "CELL_SIZE", "STUDY_AREA", "MUNICIPALITIES",
        "MUNICIPALITY_NAME_FIELD", "SHOW_NOT_SHAREABLE", "EVIDENCE", "COMPARE_WITH",
    },
    "servicecatchments": NETWORK
    | PEOPLE
    | OFFERS
    | {"TURNOUT_FIELD", "RULE", "WEIGHT_FIELD", "CELL_SIZE"},
    "serviceinventory": NETWORK
    | PEOPLE
    | OFFERS
    | {
        "ZONES", "ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD", "THRESHOLD", "SURROUNDING",
        "DEFICIT",
    },
    "locatesharedservices": NETWORK
    | PEOPLE
    | {
        "CANDIDATES", "CANDIDATE_ID", "CANDIDATE_COUNTRY_FIELD", "CAPACITY_FIELD", "FIXED",
        "FORBIDDEN", "MODEL", "P", "THRESHOLD", "COOPERATION", "EXTRA_MIN_ABROAD", "TIME_LIMIT",
        "TRAVEL_TIMES",
    },
    "interactionflows": NETWORK
    | PEOPLE
    | {
        "MODEL", "OBSERVED", "WILLINGNESS", "TRAVEL_TIMES", "ATTRACTION_FIELD", "DECAY",
        "DECAY_PARAMETER", "MIN_COST", "WITHIN", "LINES_PER_PLACE",
    },
    "functionalzones": NETWORK
    | PEOPLE
    | {
        "ZONES", "ZONE_ID", "FLOWS", "METHOD", "FUA", "MIN_SIZE", "TARGET_SIZE",
        "MIN_SELF_CONTAINMENT", "TARGET_SELF_CONTAINMENT", "COMMUTING_SHARE", "ALLOW_CROSS_BORDER",
        "COMPARE_WITH", "COMPARE_FIELD", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD",
        "ZONE_POPULATION_FIELD", "CITY_FIELD", "CITY_SIZE", "CENTRE_RADIUS", "PULL_EXPONENT",
        "MERGE_WITHIN", "MERGE_UP_TO", "REGIONS_WANTED", "RESOLUTION", "SEED",
    },
    "partnerships": NETWORK
    | PEOPLE
    | OFFERS
    | {
        "ZONES", "ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD", "ZONE_POPULATION_FIELD",
        "REGION_FIELD", "FLOWS", "PROFILES", "REGISTER", "PRESENT_WILLINGNESS", "THRESHOLD",
        "ADVANTAGE", "FURTHEST",
    },
    "territorialtrends": {
        "ZONES", "ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD", "OBSERVATIONS", "CODE_CHANGES",
        "REFERENCE", "FROM_YEAR", "TO_YEAR", "SMALL_NUMBERS", "LANGUAGE",
    },
    "specialisation": {
        "ZONES", "ZONE_ID", "ZONE_NAME_FIELD", "ZONE_COUNTRY_FIELD", "JOBS", "REFERENCE", "DOMAINS",
        "CODE_CHANGES", "MUNICIPALITIES", "MUNICIPALITY_NAME_FIELD", "RULES", "LANGUAGE",
    },
    "priorities": {
        "CANDIDATES", "CANDIDATE_ID", "CANDIDATE_NAME_FIELD", "CRITERIA", "CRITERIA_LAYERS",
        "METHOD", "CHAIN", "SPREAD", "DRAWS", "SEED",
    },
    "actionplan": {"ACTIONS", "INDICATORS", "RESULTS", "DATE", "LANGUAGE"},
    "handbook": {
        "STUDY", "PROJECT", "TITLE", "LANGUAGES", "NAMES", "SERVICE_TYPES", "SMALL_NUMBERS", "PDF",
    },
}  # fmt: skip
# the inputs of its steps, each once
MAY_TAKE["crossborderstudy"] = {
    "STEPS",
    "TITLE",
    "LANGUAGE",
    "LANGUAGES",
    "NAMES",
    "SMALL_NUMBERS",
    "REGIONS",
    "REGION_ID",
    "IDEAS",
    "IDEA_ID",
}
MAY_TAKE["crossborderstudy"].update(*MAY_TAKE.values())
#: Output -> whether it is always made.
GIVES = {
    "buildroadnetwork": {
        "EDGES": True, "NODES": False, "CROSSINGS": False, "ISSUES": False, "REPORT": False,
        "GRAPH": False,
    },
    "checkroadnetwork": {"ISSUES": True, "REPORT": False},
    "bordercrossings": {"OUTPUT": True},
    "borderzones": {"OUTPUT": True, "SUMMARY": False},
    "fastestroutes": {"OUTPUT": True},
    "traveltimematrix": {"OUTPUT": False, "UNREACHED": False, "OUTPUT_FILE": False},
    "isochrones": {"OUTPUT": True, "SURFACE": False},
    "serviceaccessibility": {
        "OUTPUT": True, "EQUITY": False, "NORMS_MET": False, "SERVICES_OUT": False, "PLOTS": False,
    },
    "transportperformance": {"OUTPUT": True, "ZONES_OUT": False},
    "explain": {"REPORT": True, "ROUTES": False},
    "bordereffect": {"OUTPUT": True, "SUMMARY": False, "PLOTS": False},
    "sharedserviceareas": {
        "AREAS": True, "FACILITIES": False, "PLACES_OUT": False, "SHARED_ZONES": False,
        "CHANGES": False, "SENSITIVITY": False, "SUMMARY": False,
    },
    "servicecatchments": {"OUTPUT": True, "PLACES_OUT": False},
    "serviceinventory": {"OUTPUT": True, "SUMMARY": False},
    "locatesharedservices": {"SITES": True, "ASSIGNMENT": False, "SUMMARY": False},
    "interactionflows": {"FLOWS": True, "LINES": False},
    "functionalzones": {"ZONES_OUT": True, "REGIONS": False, "SUMMARY": False},
    "partnerships": {
        "PAIRS": True, "OPPORTUNITIES": False, "IDEAS": False, "ORGANISATIONS": False,
        "ROLES": False,
    },
    "territorialtrends": {
        "OUTPUT": True, "SUMMARY": False, "UNMATCHED": False, "PLOTS": False, "REPORT": False,
    },
    "specialisation": {
        "OUTPUT": True, "ZONES_OUT": False, "PAIRS": False, "GUIDELINES_TABLE": False,
        "GUIDELINES": False,
    },
    "priorities": {"OUTPUT": True, "SENSITIVITY": False, "CHAIN_OUT": False},
    "actionplan": {
        "OUTPUT": True, "BUDGET": False, "ISSUES": False, "TIMELINE": False, "REPORT": False,
    },
    "handbook": {"HANDBOOK_FOLDER": True},
    "crossborderstudy": {
        "STUDY": True, "PROJECT": False, "MAPS_FOLDER": False, "HANDBOOK_FOLDER": False,
    },
}  # fmt: skip
#: What a user has to give; everything else has a default or may be left out.
ASKED_FOR = {
    "buildroadnetwork": {"ROADS"},
    "handbook": {"STUDY"},
    "checkroadnetwork": {"NETWORK"},
    "bordercrossings": {"NETWORK", "PLACES", "PLACE_ID"},
    "borderzones": {"NETWORK", "PLACES", "PLACE_ID"},
    "fastestroutes": {"NETWORK", "ORIGINS", "ORIGIN_ID", "DESTINATIONS", "DESTINATION_ID"},
    "traveltimematrix": {"ORIGINS", "ORIGIN_ID", "DESTINATIONS", "DESTINATION_ID"},
    "isochrones": {"NETWORK", "ORIGINS", "ORIGIN_ID"},
    "serviceaccessibility": {"PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "transportperformance": {"NETWORK", "PLACES", "PLACE_ID"},
    "explain": {"RESULT", "FEATURE_ID"},
    "bordereffect": {"PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "sharedserviceareas": {"PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "servicecatchments": {"NETWORK", "PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "interactionflows": {"PLACES", "PLACE_ID"},
    "functionalzones": {"ZONES", "ZONE_ID"},
    "partnerships": {"ZONES", "ZONE_ID"},
    "crossborderstudy": {"ROADS", "COUNTRIES", "PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "serviceinventory": {"ZONES", "ZONE_ID", "PLACES", "PLACE_ID", "SERVICES", "SERVICE_ID"},
    "locatesharedservices": {"PLACES", "PLACE_ID", "CANDIDATES", "CANDIDATE_ID"},
    "territorialtrends": {"ZONES", "ZONE_ID", "OBSERVATIONS"},
    "specialisation": {"ZONES", "ZONE_ID", "JOBS"},
    "priorities": {"CANDIDATES", "CANDIDATE_ID", "CRITERIA"},
    "actionplan": {"ACTIONS"},
}
