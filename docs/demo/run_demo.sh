#!/usr/bin/env bash
# The main job of Smart Planning on its sample region, as a batch user would run it: every step is
# one `qgis_process` command that can be copied. `make demo` installs what this needs and calls it.
set -euo pipefail
cd "$(dirname "$0")/../.."

OUT="$PWD/build/demo"
ZIP="$PWD/dist/smart_planning_plugin.zip"
RUN="$PWD/build/demo-profile"
LOG="$OUT/log.txt"
rm -rf "$OUT" "$RUN"
mkdir -p "$OUT" "$RUN/profiles/default/python/plugins" "$RUN/runtime"
chmod 700 "$RUN/runtime"

# A profile of its own, so that nobody's QGIS is touched; no window is needed.
export QGIS_CUSTOM_CONFIG_PATH="$RUN" XDG_RUNTIME_DIR="$RUN/runtime" QT_QPA_PLATFORM=offscreen
# Debian 12's wrapper `qgis_process` hands the program an option it does not know.
QGIS_PROCESS=$(command -v qgis_process.bin || command -v qgis_process)

step() { # title, algorithm, parameters
  local title="$1" algorithm="$2" begin
  shift 2
  begin=$(date +%s.%N)
  if ! "$QGIS_PROCESS" run "smartplanning:$algorithm" -- "$@" >>"$LOG" 2>&1; then
    tail -n 25 "$LOG" >&2
    echo "The step '$title' failed; all of its log is in ${LOG#"$PWD"/}" >&2
    exit 1
  fi
  printf '  %-34s %5.1f s\n' "$title" "$(echo "$(date +%s.%N) $begin" | awk '{print $1 - $2}')"
}

table() { # name of a table in the study's GeoPackage
  printf "ogr:dbname='%s' table=\"%s\" (geom)" "$OUT/study.gpkg" "$1"
}

echo "Smart Planning on its sample region (schematic):"
/usr/bin/python3 -m zipfile -e "$ZIP" "$RUN/profiles/default/python/plugins"
"$QGIS_PROCESS" plugins enable smart_planning_plugin >>"$LOG" 2>&1

step "Sample region" createsample SAMPLE_FOLDER="$OUT/sample"
SAMPLE="$OUT/sample/sample.gpkg"

step "Road network over two countries" buildroadnetwork \
  ROADS="$SAMPLE|layername=roads_lv" ROADS="$SAMPLE|layername=roads_lt" \
  FERRIES="$SAMPLE|layername=ferries" \
  COUNTRIES="$SAMPLE|layername=municipalities" COUNTRY_FIELD=country \
  EDGES="$(table edges)" NODES="$(table nodes)" CROSSINGS="$(table crossings)" \
  REPORT="$OUT/network_report.html"

# The sample has main roads only: people may come from further away, at the speed of small roads.
TRAVEL=(
  NETWORK="$OUT/study.gpkg|layername=edges"
  COUNTRIES="$SAMPLE|layername=municipalities" COUNTRY_FIELD=country
  SNAP_DISTANCE=15000 OFFROAD_SPEED=30
)
PLACES=(
  PLACES="$SAMPLE|layername=places" PLACE_ID=place_id
  POPULATION_FIELD=population PLACE_COUNTRY_FIELD=country
)
SERVICES=(
  SERVICES="$SAMPLE|layername=services" SERVICE_ID=service_id
  SERVICE_TYPE_FIELD=type SERVICE_COUNTRY_FIELD=country CAPACITY_FIELD=capacity
  SERVICE_TYPES="$SAMPLE|layername=service_types"
)

step "Travel times to the 3 nearest" traveltimematrix "${TRAVEL[@]}" \
  ORIGINS="$SAMPLE|layername=places" ORIGIN_ID=place_id \
  DESTINATIONS="$SAMPLE|layername=services" DESTINATION_ID=service_id \
  NEAREST=3 OUTPUT="$OUT/travel_times.csv"

step "Accessibility of services" serviceaccessibility "${TRAVEL[@]}" "${PLACES[@]}" \
  "${SERVICES[@]}" MEASURES=nearest,cumulative OUTPUT="$(table accessibility)"

step "Shared service areas" sharedserviceareas "${TRAVEL[@]}" "${PLACES[@]}" "${SERVICES[@]}" \
  EVIDENCE="$SAMPLE|layername=evidence" \
  STUDY_AREA="$SAMPLE|layername=municipalities" \
  MUNICIPALITIES="$SAMPLE|layername=municipalities" MUNICIPALITY_NAME_FIELD=name \
  AREAS="$(table shared_areas)" FACILITIES="$(table facilities)" \
  PLACES_OUT="$(table places_by_type)" SHARED_ZONES="$(table shared_zones)"

step "The same with the border closed" sharedserviceareas "${TRAVEL[@]}" "${PLACES[@]}" \
  "${SERVICES[@]}" BORDER=closed STUDY_AREA="$SAMPLE|layername=municipalities" \
  AREAS="$(table areas_border_closed)"

step "Project and maps" buildproject STUDY="$OUT/study.gpkg" \
  COUNTRIES="$SAMPLE|layername=municipalities" COUNTRY_FIELD=country \
  SERVICE_TYPES="$SAMPLE|layername=service_types" \
  TITLE="Kurzeme and Klaipėda: services across the border" \
  PROJECT="$OUT/study.qgz" MAPS_FOLDER="$OUT/maps"

step "Handbook in three languages" handbook STUDY="$OUT/study.gpkg" PROJECT="$OUT/study.qgz" \
  TITLE="Kurzeme and Klaipėda: services across the border" HANDBOOK_FOLDER="$OUT/handbook"

echo
echo "What it shows (schematic sample, by car, border open; not for decisions):"
PYTHONPATH="$PWD" /usr/bin/python3 docs/demo/findings.py "$OUT/study.gpkg"
cat <<END

Where to look:
  build/demo/study.qgz            the project, to open in QGIS
  build/demo/maps/                maps, PDF and PNG
  build/demo/handbook/            the handbook: index.en.html, index.lv.html, index.lt.html
  build/demo/study.gpkg           all tables: edges, crossings, accessibility, shared_areas, …
  build/demo/travel_times.csv     travel times of each place to its three nearest services
  build/demo/network_report.html  what the network is made of
END
