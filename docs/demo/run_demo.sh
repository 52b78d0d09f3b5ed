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
  printf '  %-44s %5.1f s\n' "$title" "$(echo "$(date +%s.%N) $begin" | awk '{print $1 - $2}')"
}

echo "Smart Planning on its sample region (schematic):"
/usr/bin/python3 -m zipfile -e "$ZIP" "$RUN/profiles/default/python/plugins"
"$QGIS_PROCESS" plugins enable smart_planning_plugin >>"$LOG" 2>&1

step "The sample region" createsample SAMPLE_FOLDER="$OUT/sample"
SAMPLE="$OUT/sample/sample.gpkg"
table() { echo "$SAMPLE|layername=$1"; }

# The sample has main roads only: people may come from further away, at the speed of small roads.
TRAVEL=(SNAP_DISTANCE=15000 OFFROAD_SPEED=30)
PLACES=(
  PLACES="$(table places)" PLACE_ID=place_id POPULATION_FIELD=population
  PLACE_COUNTRY_FIELD=country
)
SERVICES=(
  SERVICES="$(table services)" SERVICE_ID=service_id SERVICE_TYPE_FIELD=type
  SERVICE_COUNTRY_FIELD=country CAPACITY_FIELD=capacity SERVICE_TYPES="$(table service_types)"
)

# One command makes the whole study: network, accessibility, the border, shared services, zones,
# partnerships, trends, specialisation, priorities and action plan, each a table of study.gpkg;
# then the project and its maps. Run again, it goes on where it was.
step "The whole study, project and maps" crossborderstudy \
  ROADS="$(table roads_lv)" ROADS="$(table roads_lt)" FERRIES="$(table ferries)" \
  COUNTRIES="$(table municipalities)" COUNTRY_FIELD=country "${TRAVEL[@]}" \
  "${PLACES[@]}" "${SERVICES[@]}" NORMS="$(table norms)" SETTLEMENT_FIELD=settlement \
  ZONES="$(table municipalities)" ZONE_ID=code ZONE_NAME_FIELD=name ZONE_COUNTRY_FIELD=country \
  REGIONS="$(table regions)" REGION_ID=code PROFILES="$(table profiles)" \
  REGISTER="$(table register)" OBSERVATIONS="$(table observations)" JOBS="$(table jobs)" \
  DOMAINS="$(table domains)" RULES="$(table guideline_rules)" CRITERIA="$(table criteria)" \
  CRITERIA_LAYERS="$(table coast)" CHAIN="$(table priority_chain)" \
  IDEAS="$(table project_ideas)" IDEA_ID=idea_id ACTIONS="$(table actions)" \
  INDICATORS="$(table indicators)" EVIDENCE="$(table evidence)" CELL_SIZE=500 \
  TITLE="Kurzeme and Klaipėda: planning across the border" \
  STUDY="$OUT/study.gpkg" PROJECT="$OUT/study.qgz" MAPS_FOLDER="$OUT/maps"

step "The handbook in three languages" handbook STUDY="$OUT/study.gpkg" PROJECT="$OUT/study.qgz" \
  TITLE="Kurzeme and Klaipėda: planning across the border" NAMES="$(table names)" PDF=false \
  HANDBOOK_FOLDER="$OUT/handbook"

# Any algorithm may also be run by itself, on what the study has made.
step "Travel times to the 3 nearest services" traveltimematrix \
  NETWORK="$OUT/study.gpkg|layername=edges" COUNTRIES="$(table municipalities)" \
  COUNTRY_FIELD=country "${TRAVEL[@]}" ORIGINS="$(table places)" ORIGIN_ID=place_id \
  DESTINATIONS="$(table services)" DESTINATION_ID=service_id NEAREST=3 \
  OUTPUT_FILE="$OUT/travel_times.csv"

echo
echo "What it shows (schematic sample, by car, border open; not for decisions):"
PYTHONPATH="$PWD" /usr/bin/python3 docs/demo/findings.py "$OUT/study.gpkg"
cat <<END

Where to look:
  build/demo/study.qgz                the project, to open in QGIS
  build/demo/maps/                    maps, PDF and PNG, and an atlas of the municipalities
  build/demo/handbook/index.en.html   the handbook; index.lv.html and index.lt.html beside it
  build/demo/study.gpkg               all tables: edges, crossings, accessibility, shared_areas, …
  build/demo/travel_times.csv         travel times of each place to its three nearest services
END
