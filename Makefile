# The two commands of the README are `make report` and `make test`; both set up .venv when it is missing or out of date.
# Nothing is installed outside .venv. Needs Python >= 3.11 (or say which: make PYTHON=python3.13), git and make.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# Bears a checksum of this folder's path: a copied .venv still points at the folder it came from and is set up anew.
STAMP := $(VENV)/.installed-$(shell pwd | cksum | cut -d ' ' -f 1)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
IS_NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
UV ?= uv

.PHONY: report test lint bench lock clean

report: $(STAMP)
	$(BIN)/checker report seeds/ --format none --output markdown=reports/seeds.md
	@echo "The report is in reports/seeds.md"

test: $(STAMP)
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict checker bench

# Measures us on the labelled texts in ../shared/bench, beside the peers; skipped where they are absent.
bench: $(STAMP)
	$(BIN)/python -m bench score --check

# Pins every dependency, the build backend included, for all platforms and Python versions; needs uv (pip install uv).
# `make lock UPGRADE=--upgrade` takes the newest of each. What the Spark engine needs has a lock of its own, which agrees
# with the first: PySpark is half a gigabyte.
COMPILE = $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url $(UPGRADE) pyproject.toml
lock:
	$(COMPILE) --extra dev --extra all --output-file requirements.lock
	$(COMPILE) --extra spark --constraints requirements.lock --output-file requirements-spark.lock

clean:
	rm -rf $(VENV) dist build

$(STAMP): requirements.lock pyproject.toml
	@$(BIN)/python -c '' 2>/dev/null || { \
		for found in $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python); do \
			$$found $(IS_NEW_ENOUGH) 2>/dev/null && exec $$found -m venv --clear $(VENV); \
		done; echo "No Python >= 3.11 found; name one: make PYTHON=..." >&2; exit 1; }
	@$(BIN)/python $(IS_NEW_ENOUGH) || { echo "$(VENV) holds a Python older than 3.11: remove it" >&2; exit 1; }
	@$(BIN)/python -c 'import pip' 2>/dev/null || $(BIN)/python -m ensurepip --upgrade >/dev/null
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@
