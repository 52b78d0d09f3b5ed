#!/usr/bin/env bash
# A release: the version in every place that names it, the changelog, a commit, a tag, the zip and
# its checksum. `make release VERSION=1.2.3` calls it; nothing is pushed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
version=${1:?"Say which: make release VERSION=1.2.3"}
[[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] || { echo "VERSION is three numbers, such as 1.2.3" >&2; exit 1; }
[ -z "$(git status --porcelain)" ] || { echo "Commit or remove what is changed first" >&2; exit 1; }
[ -z "$(git tag -l "v$version")" ] || { echo "v$version is there already" >&2; exit 1; }
/usr/bin/python3 .ci/release.py "$version"
git commit -q -a -m "Release $version"
git tag -a "v$version" -m "Smart Planning $version"
make package
(cd dist && sha256sum smart_planning_plugin.zip | tee smart_planning_plugin.zip.sha256)
echo "v$version is committed and tagged. Look at dist/, then: git push --follow-tags"
