<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" sourcelanguage="en" language="lt">
  <context>
    <name>SmartPlanning</name>
    <message>
      <source>2 Accessibility</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Service accessibility</source>
      <extracomment>title of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For each place: how near is the nearest service of each type, and how much is in reach.</source>
      <extracomment>summary of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For each place and each type of service: the cost to the nearest service, and what lies within a threshold, with the border open, delayed or closed.

How to read the results: nearest_&lt;type&gt; is in minutes by car (or km); nearest_id_&lt;type&gt; names the service. nearest_own_ counts services of the place's own country only, nearest_abroad_ those of its neighbours: 'foreign services do not count' is another question than 'the border is closed', under which nobody may even pass through. cumulative_&lt;type&gt; is the capacity (or, without one, the number) of services within the threshold. A place with a status other than ok could not be used; remarks names the types that cannot be reached from it.</source>
      <extracomment>help of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Road network</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The edges made by 'Build road network'.</source>
      <extracomment>help of NETWORK of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Countries</source>
      <extracomment>COUNTRIES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons that say in which country a place lies; municipalities will do.</source>
      <extracomment>help of COUNTRIES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country code of the countries</source>
      <extracomment>COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ISO 3166-1 alpha-2 codes, such as LV and LT.</source>
      <extracomment>help of COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Border crossings (instead of the network's own)</source>
      <extracomment>CROSSINGS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The crossings made by 'Build road network', edited: shut (open = 0) or with delays.</source>
      <extracomment>help of CROSSINGS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Border</source>
      <extracomment>BORDER of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>open: crossings pass without delay. delay: each takes BORDER_DELAY, or its own delay where that is empty. closed: nobody crosses, a thought experiment about geography, not a forecast. Crossings that are shut stay shut.</source>
      <extracomment>help of BORDER of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Delay at every crossing (minutes)</source>
      <extracomment>BORDER_DELAY of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only for BORDER = delay; empty: each crossing's own delays.</source>
      <extracomment>help of BORDER_DELAY of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cost</source>
      <extracomment>COST of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>time: minutes by car. distance: kilometres.</source>
      <extracomment>help of COST of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Direction</source>
      <extracomment>DIRECTION of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to: people travel to the service. from: the journey starts at the service or origin, as for an ambulance.</source>
      <extracomment>help of DIRECTION of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Greatest cost (minutes or km)</source>
      <extracomment>MAX_COST of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What costs more counts as not reached; empty: no limit.</source>
      <extracomment>help of MAX_COST of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Greatest distance to a road (m)</source>
      <extracomment>SNAP_DISTANCE of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A place further than this from every road of its country is not used, and says so. Raise it where only main roads are in the network.</source>
      <extracomment>help of SNAP_DISTANCE of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speed on the way to the road (km/h)</source>
      <extracomment>OFFROAD_SPEED of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>0: the way to the road is free.</source>
      <extracomment>help of OFFROAD_SPEED of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only roads that hang together with the largest part</source>
      <extracomment>MAIN_COMPONENT of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places on islets of the network join the nearest road of its largest part instead.</source>
      <extracomment>help of MAIN_COMPONENT of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Barriers on the way to the road</source>
      <extracomment>BARRIERS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines or polygons that nobody crosses between a place and its road: water, the border. Roads cross them.</source>
      <extracomment>help of BARRIERS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Travel times instead of the network</source>
      <extracomment>TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A table with origin_id, destination_id and time_min, such as a bus planner gives. Its ids are those of the places and services (or origins and destinations); a journey runs from origin to destination. A pair that is not in it is not reached.</source>
      <extracomment>help of TRAVEL_TIMES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places where people live</source>
      <extracomment>PLACES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Towns, villages, grid cells or zones. Polygons are represented by POPULATION_POINTS, else by a point inside.</source>
      <extracomment>help of PLACES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Id of the places</source>
      <extracomment>PLACE_ID of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unique values.</source>
      <extracomment>help of PLACE_ID of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Population</source>
      <extracomment>POPULATION_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: every place counts once, or the people of its POPULATION_POINTS. A missing value counts nobody, and says so.</source>
      <extracomment>help of POPULATION_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country code of the places</source>
      <extracomment>PLACE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: the country polygon the place lies in, else the nearest road.</source>
      <extracomment>help of PLACE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Population points (for polygons)</source>
      <extracomment>POPULATION_POINTS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. Every polygon is divided among the points inside it, each with its share of the people. Times and measures of a polygon are means over its people (empty where less than half of them have one), texts are those of most people, sums count every point by itself.</source>
      <extracomment>help of POPULATION_POINTS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People at the population points</source>
      <extracomment>POPULATION_POINTS_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: every point counts alike. Demand fields of SERVICE_TYPES that the polygons lack are taken from the points, too.</source>
      <extracomment>help of POPULATION_POINTS_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Services</source>
      <extracomment>SERVICES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Facilities, one point each.</source>
      <extracomment>help of SERVICES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Id of the services</source>
      <extracomment>SERVICE_ID of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type of service</source>
      <extracomment>SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: all services are of one type.</source>
      <extracomment>help of SERVICE_TYPE_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country code of the services</source>
      <extracomment>SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: the country polygon the service lies in, else the nearest road.</source>
      <extracomment>help of SERVICE_COUNTRY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Capacity</source>
      <extracomment>CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Beds, seats, pupils. Empty: every service counts once.</source>
      <extracomment>help of CAPACITY_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only services for which this holds</source>
      <extracomment>SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Compare like with like: "facility_type" = 'general' keeps nursing homes out.</source>
      <extracomment>help of SERVICE_FILTER of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of service types</source>
      <extracomment>SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row a type: type, theme, demand_field, threshold_min, advantage_min, extra_min_abroad, shareability (agreement, free_choice, not_shareable, unknown), only_open_border, legal_basis, evidence. The sample holds one to copy.</source>
      <extracomment>help of SERVICE_TYPES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Changes of services: what if this one closes?</source>
      <extracomment>SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row a change: service_id, change (close, open, move, capacity), capacity; lon and lat (degrees) or a point for what opens or moves; type and country for what opens. Everything is computed with these changes; where a result has the difference to the present, it says so.</source>
      <extracomment>help of SERVICE_CHANGES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of norms</source>
      <extracomment>NORMS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One row a norm: type, country, settlement, minutes, share_to_be_met (0 to 1), clock (call, depot, door), turnout_min, source, date. An empty country or settlement holds for all without a row of their own. The sample holds one to copy.</source>
      <extracomment>help of NORMS of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Type of settlement of the places</source>
      <extracomment>SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The words that NORMS uses, such as state_city, town, rural.</source>
      <extracomment>help of SETTLEMENT_FIELD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Measures</source>
      <extracomment>MEASURES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>nearest: cost to the nearest service. cumulative: what is within the threshold.</source>
      <extracomment>help of MEASURES of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold (minutes or km)</source>
      <extracomment>THRESHOLD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For types whose threshold_min in SERVICE_TYPES is empty.</source>
      <extracomment>help of THRESHOLD of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accessibility of places</source>
      <extracomment>OUTPUT of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The places with measures.</source>
      <extracomment>help of OUTPUT of serviceaccessibility</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Travel time matrix</source>
      <extracomment>title of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Travel times or distances between origins and destinations, all pairs or the k nearest.</source>
      <extracomment>summary of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Travel time (or distance) by car from every origin to every destination, or to the NEAREST ones only. Points join the nearest road of their own country, anywhere on it, with one-way directions kept.

How to read the results: one row a pair. status says ok, unreached (no way within MAX_COST under this border), or why an end could not be used (origin too_far: further from a road than SNAP_DISTANCE). Points that could not be used are also in UNREACHED.</source>
      <extracomment>help of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Origins</source>
      <extracomment>ORIGINS of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points.</source>
      <extracomment>help of ORIGINS of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Id of the origins</source>
      <extracomment>ORIGIN_ID of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Unique.</source>
      <extracomment>help of ORIGIN_ID of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Destinations</source>
      <extracomment>DESTINATIONS of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Id of the destinations</source>
      <extracomment>DESTINATION_ID of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Only the nearest (number; 0: all)</source>
      <extracomment>NEAREST of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Keep the k nearest destinations of each origin.</source>
      <extracomment>help of NEAREST of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Matrix</source>
      <extracomment>OUTPUT of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A row for each pair.</source>
      <extracomment>help of OUTPUT of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points that could not be used</source>
      <extracomment>UNREACHED of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Origins and destinations with the reason.</source>
      <extracomment>help of UNREACHED of traveltimematrix</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>3 Across the border</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared service areas</source>
      <extracomment>title of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What services are reached from where, at home and across the border, and by how many.</source>
      <extracomment>summary of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For each type of service, compares from every place and every part of the territory the way to the nearest facility of the own country with the way to the nearest one abroad (plus the extra minutes of the type), under the border in force.

How to read the results. Categories: no_data (the place could not be used), unserved (neither within the threshold), own_only, own_nearer (abroad is in reach, home is nearer by the advantage), choice (less than the advantage apart), abroad_nearer, abroad_only (reached only because the border can be crossed). choice, abroad_nearer and abroad_only together are the potentially shared area: reachable, which is not the same as shared. Types that SERVICE_TYPES calls not_shareable are left out unless asked for. People are the sum over places, each with its own category; they add up to all. nearest_population counts those who live nearest to a facility, not its users.</source>
      <extracomment>help of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Threshold (minutes)</source>
      <extracomment>THRESHOLD of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Advantage that matters (minutes)</source>
      <extracomment>ADVANTAGE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Less than this apart is a choice; for types whose advantage_min is empty.</source>
      <extracomment>help of ADVANTAGE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smallest share of a shared facility</source>
      <extracomment>MIN_SHARE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A facility is shared when each of two countries has at least this share of those who live nearest to it.</source>
      <extracomment>help of MIN_SHARE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cell size (m)</source>
      <extracomment>CELL_SIZE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Areas are made of cells.</source>
      <extracomment>help of CELL_SIZE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study area</source>
      <extracomment>STUDY_AREA of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Areas are drawn inside it; empty: the countries around the places.</source>
      <extracomment>help of STUDY_AREA of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Municipalities</source>
      <extracomment>MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>To name those that a shared service zone touches.</source>
      <extracomment>help of MUNICIPALITIES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the municipality</source>
      <extracomment>MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Their names.</source>
      <extracomment>help of MUNICIPALITY_NAME_FIELD of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also types that cannot be shared</source>
      <extracomment>SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>By default they are left out, so that no map promises what the law does not allow.</source>
      <extracomment>help of SHOW_NOT_SHAREABLE of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A row for each type, category and country.</source>
      <extracomment>help of AREAS of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Facilities and who lives nearest</source>
      <extracomment>FACILITIES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The services with the people nearest to them, by country.</source>
      <extracomment>help of FACILITIES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places by type of service</source>
      <extracomment>PLACES_OUT of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A row for each place and type, with times, category and gain.</source>
      <extracomment>help of PLACES_OUT of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared service zones</source>
      <extracomment>SHARED_ZONES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Contiguous pieces of the potentially shared area on both sides of the border.</source>
      <extracomment>help of SHARED_ZONES of sharedserviceareas</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>1 Network</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build road network</source>
      <extracomment>title of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One network from the road layers of several countries, every border crossing an object.</source>
      <extracomment>summary of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Joins road layers of one or more countries, whatever their fields and CRS, into one network in metres. Lines are joined at shared vertices and at ends within TOLERANCE; crossing lines without a shared vertex are bridges. Roads are cut where the nearest country changes, and every crossing becomes an object that analyses can delay or close. Ends of two countries that face each other within STITCH_TOLERANCE are joined; what ends at the border without a partner is listed as an open end.

Speeds come from the data, else from SPEEDS, else from documented defaults by class; the log counts which edges took which. PLANAR joins what crosses on one level. A crossing is named by its roads' numbers, else the nearest of PLACES.

How to read the results: times are seconds without any border delay; an empty time means closed in that direction. Component 0 is the largest part of the network; places on other parts cannot be reached from it.</source>
      <extracomment>help of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Road layers</source>
      <extracomment>ROADS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One or more line layers, of any fields and CRS.</source>
      <extracomment>help of ROADS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ferry layers</source>
      <extracomment>FERRIES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Lines of ferries; crossing_min and waiting_min, where there, give their time. waiting_summer_min holds when SEASON is summer.</source>
      <extracomment>help of FERRIES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. Without them the network has one country and no crossings.</source>
      <extracomment>help of COUNTRIES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country code</source>
      <extracomment>COUNTRY_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Schema of the road data</source>
      <extracomment>SCHEMA of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What the fields mean. auto looks at each layer: highway is OpenStreetMap, fclass is Geofabrik.</source>
      <extracomment>help of SCHEMA of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Speed (km/h): field names</source>
      <extracomment>SPEED_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Field names, with commas, tried in turn in every layer; empty: the usual ones.</source>
      <extracomment>help of SPEED_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Class of road: field names</source>
      <extracomment>CLASS_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One-way: field names</source>
      <extracomment>ONEWAY_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name: field names</source>
      <extracomment>NAME_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Road number: field names</source>
      <extracomment>REF_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Level (bridges above 0): field names</source>
      <extracomment>LEVEL_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of fields</source>
      <extracomment>FIELD_MAP of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns layer (empty: all), role (speed, class, oneway, name, ref, surface, level, duration, waiting …) and field: what a field of a layer means, where the lists of names do not do.</source>
      <extracomment>help of FIELD_MAP of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Table of speeds</source>
      <extracomment>SPEEDS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Columns class, country, surface, season (empty fits all) and speed_kmh, for roads without a speed of their own.</source>
      <extracomment>help of SPEEDS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Season</source>
      <extracomment>SEASON of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>summer, winter or a word of your own: rows of SPEEDS for another season do not count, and a ferry's waiting_&lt;season&gt;_min goes before its waiting_min.</source>
      <extracomment>help of SEASON of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Join lines that cross on one level</source>
      <extracomment>PLANAR of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For data without shared vertices. Bridges and tunnels (another level) stay apart; without a level in the data every crossing of lines becomes a junction.</source>
      <extracomment>help of PLANAR of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Crossings by hand</source>
      <extracomment>CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points, or a table with lon and lat: action (add, remove, close, delay), crossing_id or a place, delay_ab_min and delay_ba_min (a, b: the two country codes in alphabetical order), name. add joins the nearest roads of two countries there; remove leaves no crossing, close leaves one that is shut.</source>
      <extracomment>help of CROSSING_OVERRIDES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Places that give crossings their names</source>
      <extracomment>PLACES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Towns and villages: a crossing without road numbers is called after the nearest one on either side.</source>
      <extracomment>help of PLACES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Name of the places</source>
      <extracomment>PLACE_NAME_FIELD of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Line ends are joined within (m)</source>
      <extracomment>TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ends this near to another line's end or vertex are one junction.</source>
      <extracomment>help of TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ends are joined across the border within (m)</source>
      <extracomment>STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Two national data sets rarely meet to the metre.</source>
      <extracomment>help of STITCH_TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Roads belong to a country up to (m) outside it</source>
      <extracomment>COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What lies further outside every country is left out, and counted in the log.</source>
      <extracomment>help of COUNTRY_TOLERANCE of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>CRS of the analysis</source>
      <extracomment>ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: TM Baltic93 where it fits, else UTM, else an equal-area CRS of its own.</source>
      <extracomment>help of ANALYSIS_CRS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edges</source>
      <extracomment>EDGES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The network; give it as NETWORK.</source>
      <extracomment>help of EDGES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Nodes</source>
      <extracomment>NODES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its junctions.</source>
      <extracomment>help of NODES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Border crossings</source>
      <extracomment>CROSSINGS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Edit open and the delays, and give it as CROSSINGS.</source>
      <extracomment>help of CROSSINGS of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Points to look at</source>
      <extracomment>ISSUES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open ends at the border and ambiguous stitches, with gap and reason.</source>
      <extracomment>help of ISSUES of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Report</source>
      <extracomment>REPORT of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What was found and done, to read.</source>
      <extracomment>help of REPORT of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Graph for networkx</source>
      <extracomment>GRAPH of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole network as GraphML (.graphml) or node-link JSON (.json).</source>
      <extracomment>help of GRAPH of buildroadnetwork</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>7 Results</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Build styled project</source>
      <extracomment>title of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A QGIS project of the results, ready to print: groups, styles, maps.</source>
      <extracomment>summary of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Puts results into a project of their own: grouped by the question they answer, styled, the state border on top, with a map theme and an A4 page for each type of service. Paths are relative: project and data can move together. The open project is not touched.

How to read the maps. Blue is home, yellow to orange is across the border; people are those who live there, rounded, small numbers hidden. Reachable is not the same as shared. Each page names its scenario and its limits.</source>
      <extracomment>help of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Study</source>
      <extracomment>STUDY of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>GeoPackage with results; all of its layers are taken.</source>
      <extracomment>help of STUDY of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Layers</source>
      <extracomment>LAYERS of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results, and other layers to show.</source>
      <extracomment>help of LAYERS of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Polygons with country codes; municipalities will do. They are the background, and the state border is drawn where they meet.</source>
      <extracomment>help of COUNTRIES of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Types of services</source>
      <extracomment>SERVICE_TYPES of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Names of types for titles: the fields type, label_en, label_lv, label_lt.</source>
      <extracomment>help of SERVICE_TYPES of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title</source>
      <extracomment>TITLE of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Title of project and maps.</source>
      <extracomment>help of TITLE of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Language</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Of legends and maps.</source>
      <extracomment>help of LANGUAGE of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project</source>
      <extracomment>PROJECT of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The project.</source>
      <extracomment>help of PROJECT of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Maps</source>
      <extracomment>MAPS_FOLDER of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A PDF and a PNG of each page.</source>
      <extracomment>help of MAPS_FOLDER of buildproject</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Create sample region</source>
      <extracomment>title of createsample</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample region to try everything on: schematic roads between real towns.</source>
      <extracomment>summary of createsample</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Writes the sample region: roads of Latvia and Lithuania in two layers with different fields, ferries, municipalities, places with population, services of six types and their table.

The region is schematic. Towns, road numbers, lengths and the three crossings are true; bends of roads, the Lithuanian zones, rural populations and most services are not. Do not plan with it. Everything that is computed from it is marked schematic.</source>
      <extracomment>help of createsample</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sample folder</source>
      <extracomment>SAMPLE_FOLDER of createsample</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>sample.gpkg and a README that says what is true.</source>
      <extracomment>help of SAMPLE_FOLDER of createsample</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cross-border study</source>
      <extracomment>title of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The whole study in one run: network, access, border, shared services, zones, territory.</source>
      <extracomment>summary of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Runs the algorithms of a study one after another, each with the results of those before it, and writes all results into one GeoPackage, STUDY. PROJECT, MAPS_FOLDER and HANDBOOK_FOLDER are made of it where they are named. Algorithms for which an input is not given are left out, and the log says so.

A study can be stopped and run again: a step whose results are in STUDY, made with the same parameters from data that have not changed since, is not repeated. After an error it goes on at the step that failed.

How to read the results: every table is that of one algorithm, and its record says which, with what parameters, from which data and within which limits. Open PROJECT to see them by the question they answer. Options that only one algorithm has keep their defaults here; to choose them, run that algorithm itself.</source>
      <extracomment>help of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps</source>
      <extracomment>STEPS of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Those to be made; each needs the results of those before it.</source>
      <extracomment>help of STEPS of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What attracts (jobs, seats)</source>
      <extracomment>ATTRACTION_FIELD of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: the population.</source>
      <extracomment>help of ATTRACTION_FIELD of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Observed flows</source>
      <extracomment>OBSERVED of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A table with from_id, to_id (ids of the places) and flow. A pair that is not in it counts as an observed 0 between places of one country that both occur; across a border only where any flow across it was observed.</source>
      <extracomment>help of OBSERVED of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>All results, a table each. One that is there already is gone on with.</source>
      <extracomment>help of STUDY of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The results, styled, ready to print.</source>
      <extracomment>help of PROJECT of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Handbook</source>
      <extracomment>HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The handbook in three languages.</source>
      <extracomment>help of HANDBOOK_FOLDER of crossborderstudy</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Style results</source>
      <extracomment>title of styleresults</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Give results their styles, in a language, and keep the styles in their files.</source>
      <extracomment>summary of styleresults</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Styles layers made by Smart Planning, whatever they are called now, and saves the style as the default of each: in the GeoPackage, or beside other files. They look right in every project from then on. Layers of other origin are left as they are, and named in the log. Legends come in English, Latvian or Lithuanian.</source>
      <extracomment>help of styleresults</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results of Smart Planning.</source>
      <extracomment>help of LAYERS of styleresults</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Styled layers</source>
      <extracomment>output of styleresults</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>4 Services</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Locate shared services</source>
      <extracomment>title of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where to put facilities for both countries, and what choosing together gains.</source>
      <extracomment>summary of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Chooses sites among candidates. pmedian: least travel time for all people to the nearest of P sites (with CAPACITY_FIELD the capacitated p-median; the people of a place may then be split among sites). mclp: most people within THRESHOLD of P sites. lscp: fewest sites so that everybody who can be is within THRESHOLD. pcenter: the longest way as short as P sites can make it. Exact (HiGHS) up to some 250,000 pairs of place and candidate, beyond it by interchange; either way the proven gap to the best is told.

How to read the results: SITES are all candidates with their role (chosen, fixed, spare, forbidden, unusable) and the people who would have them nearest. SUMMARY compares the sites chosen together (shared) with those chosen for each country by itself (separate: nobody crosses the border, P is shared out as is best for all) and gives the gain of sharing: sites, minutes, people; it ends with sentences to paste.

Limits: travel times are by car, demand is the people of POPULATION_FIELD. Whether a site may serve both countries, who decides and who pays is not computed. Several choices may be equally good; one of them is given.</source>
      <extracomment>help of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Candidate sites</source>
      <extracomment>CANDIDATES of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where a facility is, or could be.</source>
      <extracomment>help of CANDIDATES of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Id of the candidates</source>
      <extracomment>CANDIDATE_ID of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Country code of the candidates</source>
      <extracomment>CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: the country polygon the candidate lies in, else the nearest road.</source>
      <extracomment>help of CANDIDATE_COUNTRY_FIELD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>People a site can serve</source>
      <extracomment>CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>For pmedian only; empty: no limit.</source>
      <extracomment>help of CAPACITY_FIELD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Fixed sites</source>
      <extracomment>FIXED of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Candidates for which this holds are there and stay: "status" = 'existing'.</source>
      <extracomment>help of FIXED of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Forbidden sites</source>
      <extracomment>FORBIDDEN of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Candidates for which this holds must not be taken.</source>
      <extracomment>help of FORBIDDEN of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Model</source>
      <extracomment>MODEL of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>pmedian: least travel time. mclp: most people within the threshold. lscp: fewest sites for all. pcenter: shortest longest way.</source>
      <extracomment>help of MODEL of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sites</source>
      <extracomment>P of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The fixed ones among them. Not used by lscp.</source>
      <extracomment>help of P of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A place is served within.</source>
      <extracomment>help of THRESHOLD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cooperation</source>
      <extracomment>COOPERATION of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>shared: everybody may go to every site. separate: only to those of the own country. The summary compares the two.</source>
      <extracomment>help of COOPERATION of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Extra minutes abroad</source>
      <extracomment>EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What using a service abroad costs on top of the journey.</source>
      <extracomment>help of EXTRA_MIN_ABROAD of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Time limit (seconds)</source>
      <extracomment>TIME_LIMIT of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>After it the best choice found so far is given, with its gap.</source>
      <extracomment>help of TIME_LIMIT of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The candidates with their role and the people who would have them nearest.</source>
      <extracomment>help of SITES of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who would go where</source>
      <extracomment>ASSIGNMENT of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A line from each place to its site; a place without one says why.</source>
      <extracomment>help of ASSIGNMENT of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Together and each for itself</source>
      <extracomment>SUMMARY of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Sites, minutes and people under both, the gain, and sentences to paste.</source>
      <extracomment>help of SUMMARY of locatesharedservices</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>5 Zones</source>
      <extracomment>group of algorithms</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Interaction flows</source>
      <extracomment>title of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How much places have to do with each other: modelled, and where given, observed flows.</source>
      <extracomment>summary of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Models flows between places from their people and the way between them, under the border in force. gravity: both masses and the way. huff: everybody of a place chooses among all. radiation: a journey ends at the first better chance; no decay to choose. doubly_constrained: as many start and end in each place as live and work there. With OBSERVED flows, gravity is fitted to them by Poisson regression (masses, decay, and the border, where flows across it were observed), and doubly_constrained takes their totals and finds their decay; the log says how well the model fits.

How to read the results: kind tells observed from modelled flows row by row; modelled holds the model's value for observed ones, too. Without OBSERVED, flows are relative: one for every resident, or their number scaled to that. Modelled flows say how much interaction size and distance would bring about. They are possible interaction, nothing that was counted, and no journeys to work. A border delay costs minutes; WILLINGNESS is the share of interaction that language, law and habit leave: an assumption. Compare 1, 0.5 and 0.2. A place that could not be used, or from which none is reached, has one row with its status.</source>
      <extracomment>help of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Addresses, grid points or settlements inside the polygons. The one nearest to the centre of a polygon's people stands for it.</source>
      <extracomment>help of POPULATION_POINTS of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How flows come about. radiation needs no decay.</source>
      <extracomment>help of MODEL of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Willingness to cross the border</source>
      <extracomment>WILLINGNESS of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>From 0 (nobody crosses) to 1 (as at home): a factor on all pairs across a border. Minutes of delay are another thing: BORDER_DELAY.</source>
      <extracomment>help of WILLINGNESS of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decay</source>
      <extracomment>DECAY of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>power: cost to the power of -DECAY_PARAMETER; exponential: e to the power of -DECAY_PARAMETER × cost.</source>
      <extracomment>help of DECAY of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Decay parameter</source>
      <extracomment>DECAY_PARAMETER of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Empty: 2 for power, 0.05 for exponential; with OBSERVED, gravity and doubly_constrained find their own.</source>
      <extracomment>help of DECAY_PARAMETER of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shortest way (minutes or km)</source>
      <extracomment>MIN_COST of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Ways that cost less count as this; it is also the way within a place.</source>
      <extracomment>help of MIN_COST of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Also flows within a place</source>
      <extracomment>WITHIN of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Needed for self-containment; radiation has none.</source>
      <extracomment>help of WITHIN of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Desire lines of each place</source>
      <extracomment>LINES_PER_PLACE of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Its so many largest flows are drawn; 0: all.</source>
      <extracomment>help of LINES_PER_PLACE of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Flows</source>
      <extracomment>FLOWS of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>A row for each pair with a flow.</source>
      <extracomment>help of FLOWS of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Desire lines</source>
      <extracomment>LINES of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Straight lines between places, both directions added up.</source>
      <extracomment>help of LINES of interactionflows</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Steps of the study</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Help</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the sample…</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Cancel</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>ready</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Step</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>State</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message numerus="yes">
      <source>done: %n layers</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished">
        <numerusform />
        <numerusform />
        <numerusform />
      </translation>
    </message>
    <message>
      <source>Choose a step; a double click opens its dialog, filled in.</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>first: {title}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>to choose: {names}</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{done} of {all} done</source>
      <extracomment>smart_planning_plugin/gui/dock.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>There is no result of Smart Planning here.</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explanation</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What happened</source>
      <extracomment>smart_planning_plugin/gui/explain.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Algorithm</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open in the browser</source>
      <extracomment>smart_planning_plugin/gui/pages.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Try the sample region</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Copies a small, schematic region on the coast of Latvia and Lithuania, runs the whole study on it, and opens the project of the results. Nothing in it is for decisions.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Folder</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Start</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>This is the sample: choose a map theme, or go through the steps.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Stopped. Run it again, and it goes on from there.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample could not be finished.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The sample is ready. Your project has changes: save them first.</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open the sample</source>
      <extracomment>smart_planning_plugin/gui/sample.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Click on a result on the map.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Whole study…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Run again…</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Explain a place</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Choose a result of Smart Planning among the layers.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Open anyway</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to install them</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Remove its filter</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Show its table</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The layer {name} has no rows.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{name} is not there yet.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>{title}: first comes {first}.</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Python packages are missing: {names}</source>
      <extracomment>smart_planning_plugin/gui/window.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>How to read the results</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it takes</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What it gives</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>optional</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>In scripts: {name}</source>
      <extracomment>smart_planning_plugin/processing/help_page.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Smart Planning: planning across a border</source>
      <extracomment>smart_planning_plugin/processing/provider.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Data</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Your data, or the sample region</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>One network over both countries</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Accessibility</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Who reaches what?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>The border</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What would a closed border change?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Shared services</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>What could be shared?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Functional zones</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Which zones belong together, who with whom?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Territory</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Where is it going, what is it good at, what comes first?</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Results</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
    <message>
      <source>Project, maps, handbook</source>
      <extracomment>smart_planning_plugin/processing/study.py</extracomment>
      <translation type="unfinished" />
    </message>
  </context>
</TS>
