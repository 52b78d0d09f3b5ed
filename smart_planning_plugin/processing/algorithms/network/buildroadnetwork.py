"""Build road network."""

from __future__ import annotations

from ... import bundles, outputs
from ...algorithm import SmartPlanningAlgorithm
from ...parameters import (
    LINES,
    choice,
    crs,
    flag,
    names,
    number,
    several_layers,
    table,
    text,
)

ROLE_OF = {
    "SPEED_FIELD": "speed",
    "CLASS_FIELD": "class",
    "ONEWAY_FIELD": "oneway",
    "NAME_FIELD": "name",
    "REF_FIELD": "ref",
    "LEVEL_FIELD": "level",
}
REPORT_FILTER = "HTML files (*.html)"
GRAPH_FILTER = "GraphML (*.graphml);;Node-link JSON (*.json)"


class BuildRoadNetwork(SmartPlanningAlgorithm):
    """One network from the road layers of several countries, every border crossing an object."""

    ID = "buildroadnetwork"
    TITLE = "Build road network"
    GROUP = "network"
    TAGS = ["roads", "graph", "topology", "border", "crossings", "osm"]
    HELP = (
        "Joins road layers of one or more countries, whatever their fields and CRS, into one "
        "network in metres. Lines are joined at shared vertices and at ends within TOLERANCE; "
        "crossing lines without a shared vertex are bridges. Roads are cut where the nearest "
        "country changes, and every crossing becomes an object that analyses can delay or close. "
        "Ends of two countries that face each other within STITCH_TOLERANCE are joined; what "
        "ends at the border without a partner is listed as an open end.\n\n"
        "Speeds come from the data, else from SPEEDS, else from documented defaults by class; "
        "the log counts which edges took which. PLANAR joins what crosses on one level. A "
        "crossing is named by its roads' numbers, else the nearest of NAMING_PLACES.\n\n"
        "How to read the results: times are seconds without any border delay; an empty time "
        "means closed in that direction. Component 0 is the largest part of the network; places "
        "on other parts cannot be reached from it.\n\n"
        "Limits: times are those of a car on free roads, without traffic, parking or weather. "
        "Where local roads or crossings are missing in the data, ways come out too long."
    )

    def takes(self):
        yield several_layers(
            "ROADS", "Road layers", LINES, "One or more line layers, of any fields and CRS."
        )
        yield several_layers(
            "FERRIES",
            "Ferry layers",
            LINES,
            "Lines of ferries; crossing_min and waiting_min, where there, give their time. "
            "waiting_summer_min holds when SEASON is summer.",
            optional=True,
        )
        yield bundles.countries(
            "Polygons with country codes; municipalities will do. Without them the network has one "
            "country and no crossings."
        )
        yield choice(
            "SCHEMA",
            "Schema of the road data",
            ["auto", "osm", "geofabrik", "generic"],
            "auto",
            "What the fields mean. auto looks at each layer: highway is OpenStreetMap, fclass is "
            "Geofabrik.",
            advanced=True,
        )
        for name, what in (
            ("SPEED_FIELD", "Speed (km/h)"),
            ("CLASS_FIELD", "Class of road"),
            ("ONEWAY_FIELD", "One-way"),
            ("NAME_FIELD", "Name"),
            ("REF_FIELD", "Road number"),
            ("LEVEL_FIELD", "Level (bridges above 0)"),
        ):
            yield names(
                name,
                f"{what}: field names",
                "Field names, with commas, tried in turn in every layer; empty: the usual ones.",
            )
        yield table(
            "FIELD_MAP",
            "Table of fields",
            "Columns layer (empty: all), role (speed, class, oneway, name, ref, surface, level, "
            "duration, waiting …) and field: what a field of a layer means, where the lists of "
            "names do not do.",
        )
        yield table(
            "SPEEDS",
            "Table of speeds",
            "Columns class, country, surface, season (empty fits all) and speed_kmh, for roads "
            "without a speed of their own.",
        )
        yield text(
            "SEASON",
            "Season",
            "",
            "summer, winter or a word of your own: rows of SPEEDS for another season do not count, "
            "and a ferry's waiting_<season>_min goes before its waiting_min.",
        )
        yield flag(
            "PLANAR",
            "Join lines that cross on one level",
            False,
            "For data without shared vertices. Bridges and tunnels (another level) stay apart; "
            "without a level in the data every crossing of lines becomes a junction.",
            advanced=True,
        )
        yield bundles.crossing_overrides()
        yield bundles.naming_places()
        yield number(
            "TOLERANCE",
            "Line ends are joined within (m)",
            1.0,
            "Ends this near to another line's end or vertex are one junction.",
            least=0,
            advanced=True,
        )
        yield number(
            "STITCH_TOLERANCE",
            "Ends are joined across the border within (m)",
            50.0,
            "Two national data sets rarely meet to the metre.",
            least=0,
            advanced=True,
        )
        yield number(
            "COUNTRY_TOLERANCE",
            "Roads belong to a country up to (m) outside it",
            1000.0,
            "What lies further outside every country is left out, and counted in the log.",
            least=0,
            advanced=True,
        )
        yield crs(
            "ANALYSIS_CRS",
            "CRS of the analysis",
            "Empty: TM Baltic93 where it fits, else UTM, else an equal-area CRS of its own.",
        )

    def gives(self):
        yield outputs.layer("EDGES", "Edges", outputs.LINES, "The network; give it as NETWORK.")
        yield outputs.layer("NODES", "Nodes", outputs.POINTS, "Its junctions.", optional=True)
        yield outputs.layer(
            "CROSSINGS",
            "Border crossings",
            outputs.POINTS,
            "Edit open and the delays, and give it as CROSSINGS.",
            optional=True,
        )
        yield outputs.layer(
            "ISSUES",
            "Points to look at",
            outputs.POINTS,
            "Open ends at the border and ambiguous stitches, with gap and reason.",
            optional=True,
        )
        yield outputs.file(
            "REPORT", "Report", REPORT_FILTER, "What was found and done, to read.", optional=True
        )
        yield outputs.file(
            "GRAPH",
            "Graph for networkx",
            GRAPH_FILTER,
            "The whole network as GraphML (.graphml) or node-link JSON (.json).",
            optional=True,
        )

    def compute(self, given, run):
        from ....core.network.build import BuildOptions, build_road_network
        from ....handbook.report import write_network_report
        from ... import network_io

        network_io.check_graph_path(run)
        layers = network_io.read_roads(given, run, ROLE_OF)
        options = BuildOptions(
            given.tolerance,
            given.stitch_tolerance,
            given.country_tolerance,
            network_io.speed_table(given.speeds),
            given.season,
            given.planar,
        )
        network, crossings, report = build_road_network(
            layers,
            run.countries,
            options,
            network_io.measure(run.crs, run.context),
            network_io.to_lonlat(run.crs, run.context),
            run.progress,
            network_io.overrides(run),
            network_io.named_places(run),
        )
        run.limits.add("by car")
        network_io.tell(report, crossings, run)
        return {
            "EDGES": network_io.edge_rows(network, run),
            "NODES": network_io.node_rows(network, run),
            "CROSSINGS": network_io.crossing_rows(crossings, run),
            "ISSUES": network_io.point_rows(report.points, run),
            "GRAPH": network_io.graph_file(network),
            "REPORT": lambda path: write_network_report(
                path, report, crossings, run.crs.userFriendlyIdentifier(), sorted(run.limits)
            ),
        }
