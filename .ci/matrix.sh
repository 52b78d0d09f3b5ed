#!/usr/bin/env bash
# The tests on newer QGIS, each in a Debian of its own (a chroot): 3.40 in Debian 13, the newest in
# Debian's next; there a part also with the newest numpy, scipy, pandas and networkx of PyPI.
# `make test-matrix` calls it; it runs unattended, as root.
#
#   .ci/matrix.sh [SUITE …]           suites of Debian; by default trixie and sid
#   ARGS="tests/house -k icons"       a part of the tests
#   SMART_PLANNING_CHROOTS=FOLDER     where the chroots are kept (about 3 GB each)
#
# Pictures of the window, after each thing a user does, come to build/pictures/SUITE. Ends with 0
# when all passed, 1 when a test failed, 3 when a suite could not be set up.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
CHROOTS=${SMART_PLANNING_CHROOTS:-/var/cache/smart-planning}
suites=("$@")
[ ${#suites[@]} -gt 0 ] || suites=(trixie sid)
[ "$(id -u)" = 0 ] || { echo "Chroots need root: sudo make test-matrix" >&2; exit 1; }
command -v debootstrap >/dev/null || {
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends debootstrap >/dev/null
}
mkdir -p "$CHROOTS"

made() { # suite: its chroot, made when it is first asked for, complete or not at all
  local root="$CHROOTS/$1" mirror script
  [ -d "$root" ] && return
  # the mirror that this machine uses itself
  mirror=$(apt-get indextargets --format '$(SITE)' 'CREATED_BY: Packages' | grep -v security | head -n 1)
  script=/usr/share/debootstrap/scripts/$1
  [ -e "$script" ] || script=/usr/share/debootstrap/scripts/sid
  rm -rf "$root.part"
  echo "Making Debian $1 in $root"
  debootstrap --variant=minbase --include=ca-certificates,make,git \
    "$1" "$root.part" "$mirror" "$script" >"$root.log" 2>&1 || { tail -n 5 "$root.log" >&2; return 1; }
  # what this machine trusts and how it reaches packages holds in there as well
  cp /etc/ssl/certs/ca-certificates.crt "$root.part/etc/ssl/certs/ca-certificates.crt"
  for one in /etc/pip.conf /etc/resolv.conf; do
    [ -e "$one" ] && cp -L "$one" "$root.part$one"
  done
  # a mirror may lag behind Debian's next; what it serves is signed all the same
  echo 'Acquire::Check-Valid-Until "false";' >"$root.part/etc/apt/apt.conf.d/99late-mirror"
  mv "$root.part" "$root"
}

mounted() { # suite: some packages want to see processes when they are installed
  mountpoint -q "$CHROOTS/$1/proc" || mount -t proc proc "$CHROOTS/$1/proc"
}
trap 'for one in "$CHROOTS"/*/proc; do mountpoint -q "$one" && umount "$one"; done; true' EXIT

inside() { # suite, command: run in the chroot, in the folder of the sources
  chroot "$CHROOTS/$1" /usr/bin/env -i HOME=/root LANG=C.UTF-8 PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    PIP_CERT=/etc/ssl/certs/ca-certificates.crt PIP_DEFAULT_TIMEOUT=180 CI="${CI:-}" \
    SMART_PLANNING_PICTURES=/study/pictures \
    bash -c "cd /study/main && $2"
}

copied() { # suite: the sources as git knows them, and the real data where it lies beside them
  local study="$CHROOTS/$1/study"
  rm -rf "$study/pictures"
  mkdir -p "$study/main" "$study/pictures"
  git ls-files -z -co --exclude-standard | while IFS= read -r -d '' one; do
    [ -e "$one" ] && printf '%s\0' "$one"
  done >"$study/files"
  find "$study/main" -mindepth 1 -maxdepth 1 ! -name .venv -exec rm -rf {} +
  tar -c --null -T "$study/files" | tar -x -C "$study/main"
  if [ -d ../shared/data ] && [ ! -d "$study/shared/data" ]; then
    mkdir -p "$study/shared"
    cp -r ../shared/data "$study/shared/data"
  fi
}

VERSIONS='
import sys, numpy, scipy, pandas, networkx
from osgeo import gdal
from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR
print(f"QGIS {Qgis.QGIS_VERSION}, Qt {QT_VERSION_STR}, Python {sys.version.split()[0]}, GDAL {gdal.__version__}, "
      f"numpy {numpy.__version__}, scipy {scipy.__version__}, pandas {pandas.__version__}, networkx {networkx.__version__}")
'

NEWEST='
import importlib.metadata as found, sys
print("Newest of PyPI:", *(f"{one} {found.version(one)}" for one in ("numpy", "scipy", "pandas", "networkx")),
      "on Python", sys.version.split()[0])
'

newest() { # suite: core and what scripts rely on, with the newest packages there are
  inside "$1" "/usr/bin/python3 -m venv --system-site-packages --clear .venv-newest &&
    .venv-newest/bin/python -m pip install --quiet --no-input --disable-pip-version-check --upgrade \
      --upgrade-strategy eager numpy scipy pandas networkx -r tests/requirements-test.txt &&
    .venv-newest/bin/python -c '$NEWEST' &&
    QT_QPA_PLATFORM=offscreen PYTHONPATH=. .venv-newest/bin/python -m pytest -q tests/core tests/processing/test_contract.py" </dev/null
}

failed=0
declare -A outcome
for suite in "${suites[@]}"; do
  echo "== Debian $suite"
  if ! made "$suite" || ! { mounted "$suite" && copied "$suite" && inside "$suite" "make setup"; } >"$CHROOTS/$suite.setup.log" 2>&1; then
    tail -n 5 "$CHROOTS/$suite.setup.log" >&2 || true
    outcome[$suite]="could not be set up, so nothing was tested"
    [ $failed = 1 ] || failed=3
    continue
  fi
  inside "$suite" "/usr/bin/python3 -c '$VERSIONS'" 2>/dev/null || true
  if inside "$suite" "make test ARGS='${ARGS:-}'" </dev/null; then
    outcome[$suite]="passed"
  else
    outcome[$suite]="FAILED"
    failed=1
  fi
  mkdir -p build/pictures
  rm -rf "build/pictures/$suite"
  cp -r "$CHROOTS/$suite/study/pictures" "build/pictures/$suite"
  if [ "$suite" = sid ] && [[ "${ARGS:-}" != *tests* ]]; then  # a part was asked for otherwise
    newest "$suite" && outcome[newest]="passed" || { outcome[newest]="FAILED"; failed=1; }
  fi
done
echo
for suite in "${suites[@]}"; do echo "Debian $suite: ${outcome[$suite]}"; done
[ -z "${outcome[newest]:-}" ] || echo "Newest of PyPI: ${outcome[newest]}"
exit $failed
