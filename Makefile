# The one door to the project, for people and machines. `make` alone lists what it does.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-builtin-rules --no-print-directory
.DEFAULT_GOAL := help

# The Python that has QGIS: Debian's own, whatever else is first in the path.
PYTHON := /usr/bin/python3
VENV := .venv
VENV_PYTHON := $(VENV)/bin/python
PACKAGE := smart_planning_plugin
ZIP := dist/$(PACKAGE).zip

SUDO := $(if $(filter 0,$(shell id -u)),,sudo)

DEBIAN := \
	qgis python3-qgis qgis-providers gdal-bin python3-gdal python3-pyproj \
	python3-numpy python3-scipy python3-pandas python3-networkx python3-venv \
	xvfb xauth poppler-utils osmium-tool fonts-open-sans fonts-dejavu-core ca-certificates \
	chromium chromium-driver \
	postgresql-postgis

# The test environment is made again when its list of packages changes.
STAMP := $(VENV)/.setup-$(firstword $(shell cat tests/requirements-*.txt | sha256sum))

.PHONY: help setup debian venv demo test test-matrix lint package release docs i18n bench fuzz seed-faults clean

help: ## list these commands
	@echo "Smart Planning: make <command>"
	@echo
	@sed -n 's/^\([a-z][a-z-]*\):.*## \(.*\)/\1|\2/p' $(MAKEFILE_LIST) | \
		while IFS='|' read -r name text; do printf '  %-12s %s\n' "$$name" "$$text"; done

setup: debian venv ## install what the project needs (Debian packages, then the test environment in .venv)

# Asks nothing of the package archive when all are there.
debian:
	@if ! command -v dpkg-query >/dev/null; then \
		echo "Not a Debian system: QGIS 3.22 or newer and $(PYTHON) with networkx, pandas and scipy have to be there already."; \
		exit 0; \
	fi; \
	have=" $$(dpkg-query -W -f='$${Package}:$${db:Status-Status} ' $(DEBIAN) 2>/dev/null || true)"; \
	missing=; \
	for name in $(DEBIAN); do \
		case "$$have" in *" $$name:installed "*) ;; *) missing="$$missing $$name" ;; esac; \
	done; \
	if [ -n "$$missing" ]; then \
		echo "Installing$$missing"; \
		$(SUDO) apt-get update -qq; \
		$(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get -o Dpkg::Use-Pty=0 install -y -qq --no-install-recommends $$missing; \
	fi

venv: debian $(STAMP)

# numpy, scipy, pandas and networkx stay the system's, the ones QGIS and GDAL are built with.
$(STAMP): | debian
	@rm -f $(VENV)/.setup-*
	@$(PYTHON) -m venv --system-site-packages --clear $(VENV)
	@$(VENV_PYTHON) -m pip install --quiet --no-input --disable-pip-version-check -r tests/requirements-test.txt
	@$(VENV_PYTHON) -m pip install --quiet --no-input --disable-pip-version-check --no-deps -r tests/requirements-oracles.txt
	@for name in numpy scipy pandas networkx; do \
		if compgen -G "$(VENV)/lib/python3*/site-packages/$$name" >/dev/null; then \
			echo "$(VENV) holds a $$name of its own; it must use the system's." >&2; exit 1; \
		fi; \
	done
	@touch $@

demo: debian package ## run the plugin on its sample region; results in build/demo
	@bash docs/demo/run_demo.sh

# A file of tests stays in one process; to see what a test prints: make test ARGS="-n0 -s …".
test: lint ## lint, then all tests (a part: make test ARGS="tests/house -k icons")
	@run=$$(mktemp -d); trap 'rm -rf "$$run"' EXIT; chmod 700 "$$run"; \
	QT_QPA_PLATFORM=offscreen XDG_RUNTIME_DIR="$$run" PYTHONPATH="$(CURDIR)" \
		$(VENV_PYTHON) -m pytest -n2 --dist loadfile $(ARGS)

test-matrix: ## all tests on newer QGIS, in chroots (as root; a part: make test-matrix ARGS=tests/house)
	@ARGS="$(ARGS)" bash .ci/matrix.sh $(SUITES)

lint: venv ## check style (ruff) and safety (bandit)
	@$(VENV_PYTHON) -m ruff check .
	@$(VENV_PYTHON) -m ruff format --check .
	@$(VENV_PYTHON) -m bandit -q -r $(PACKAGE)

package: ## build dist/smart_planning_plugin.zip, ready for QGIS's "Install from ZIP"
	@$(PYTHON) .ci/package.py $(ZIP)

i18n: ## bring the translations up to date with the texts of the code, and compile them
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) i18n/update.py
	@$(PYTHON) i18n/qm.py $(PACKAGE)/i18n

DOCS_STAMP := .venv-docs/.setup-$(firstword $(shell cat docs/requirements.txt | sha256sum))

docs: debian $(DOCS_STAMP) ## build the documentation into build/docs, to be read offline
	@QT_QPA_PLATFORM=offscreen $(PYTHON) docs/tools/algorithm_pages.py 2>/dev/null
	@NO_MKDOCS_2_WARNING=1 .venv-docs/bin/python -m mkdocs build --quiet --strict
	@echo "build/docs/index.html"

$(DOCS_STAMP): | debian
	@$(PYTHON) -m venv --clear .venv-docs
	@.venv-docs/bin/python -m pip install --quiet --no-input --disable-pip-version-check -r docs/requirements.txt
	@touch $@

release: ## make a release: make release VERSION=1.2.3 (commit, tag, zip, checksum; pushes nothing)
	@bash .ci/release.sh "$(VERSION)"

bench: package ## compare travel times with other engines, when nothing else runs; writes docs/benchmarks.md
	@test -x build/bench/bin/python || $(PYTHON) -m venv --system-site-packages build/bench
	@build/bench/bin/python -m pip install --quiet --no-input --no-deps -r benchmarks/requirements.txt || \
		echo "Some engines cannot be had and are left out."
	@build/bench/bin/python benchmarks/run.py $(ARGS)

fuzz: venv ## try every algorithm with thousands of odd inputs (make fuzz ARGS="--cases 2000 --only isochrones")
	@QT_QPA_PLATFORM=offscreen $(VENV_PYTHON) -m tests.faults.fuzz $(ARGS)

seed-faults: venv ## seed faults into core, one at a time, and see whether the tests notice
	@$(VENV_PYTHON) -m tests.faults.seed_faults $(ARGS)

clean: ## remove what was built and all caches (.venv stays)
	@rm -rf build dist $(PACKAGE)/i18n .pytest_cache .ruff_cache .hypothesis
	@find . \( -path ./.git -o -path ./$(VENV) \) -prune -o -name __pycache__ -type d -print0 | xargs -0r rm -rf
