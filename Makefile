# The two commands of the README are `make report` and `make test`; both set up .venv when it is missing or out of date.
# Nothing is installed outside .venv. Needs Python >= 3.11 (or say which: make PYTHON=python3.13), git and make.

VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
# Bears a checksum of this folder's path: a copied .venv still points at the folder it came from and is set up anew.
STAMP := $(VENV)/.installed-$(shell pwd | cksum | cut -d ' ' -f 1)
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
IS_NEW_ENOUGH := -c 'import sys; sys.exit(sys.version_info < (3, 11))'
UV ?= uv

TOOLS := build/tools
TOOLS_STAMP := $(TOOLS)/.installed
SITE := import sysconfig; print(sysconfig.get_path("purelib"))
RUNS ?= 1000000
SECONDS ?= 0
MUTANTS ?= 1500
MINUTES ?= 20
# The Python of an environment that sees PySpark, as .ci/run makes one: then the engines are held against each other.
SPARK ?= $(BIN)/python

.PHONY: torture faults soak report test lint bench lock audit sbom fuzz coverage mutants clean

report: $(STAMP)
	$(BIN)/checker report seeds/ --format none --output markdown=reports/seeds.md
	@echo "The report is in reports/seeds.md"

# On every core, up to four; the tests of one file in one process, which share what they set up.
test: $(STAMP)
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile

# The long runs of docs/reliability.md; `make test` runs a small part of each.
torture: $(STAMP)
	$(BIN)/python -m tests.torture kit
	$(BIN)/python -m tests.torture growing --size 1000000
	$(SPARK) -m tests.torture variants
	$(BIN)/python -m tests.torture codepoints

faults: $(STAMP)
	$(BIN)/python -m tests.torture faults

# `make soak MINUTES=5`
soak: $(STAMP)
	$(BIN)/python -m tests.torture soak --minutes $(MINUTES)

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
	$(COMPILE:pyproject.toml=--group tools) --output-file requirements-tools.lock

# Known vulnerabilities of everything that is pinned. Fails where one is known, and where the service cannot be asked.
audit: $(TOOLS_STAMP)
	for lock in requirements.lock requirements-spark.lock requirements-tools.lock; do \
		$(TOOLS)/bin/pip-audit --strict --require-hashes --disable-pip --progress-spinner off -r $$lock || exit 1; \
	done

# What the package needs at run time, as CycloneDX; the same bytes for the same lock.
sbom: $(TOOLS_STAMP)
	mkdir -p dist
	$(BIN)/python .ci/runtime_lock.py requirements.lock >build/runtime.lock
	$(TOOLS)/bin/cyclonedx-py requirements build/runtime.lock --pyproject pyproject.toml --mc-type library \
		--output-reproducible --of JSON --output-file dist/checker.cdx.json

# Looks for inputs that raise what is not documented: make fuzz RUNS=100000 SECONDS=60 (of each target at most).
fuzz: $(TOOLS_STAMP)
	$(TOOLS)/bin/python -m tests.fuzz --engine atheris --runs $(RUNS) --seconds $(SECONDS)

coverage: $(STAMP)
	$(BIN)/python -m tests.coverage

# Changes the program in small ways, drawn with a fixed seed, and tells which changes no test notices.
mutants: $(STAMP) $(TOOLS_STAMP)
	$(TOOLS)/bin/python -m tests.mutants --most $(MUTANTS)

clean:
	rm -rf $(VENV) dist build

# An environment of its own for the tools, which sees what .venv holds behind its own packages.
$(TOOLS_STAMP): requirements-tools.lock $(STAMP)
	$(BIN)/python -m venv --clear $(TOOLS)
	$(TOOLS)/bin/python -m pip --quiet --disable-pip-version-check --no-input install --require-hashes -r requirements-tools.lock
	$(BIN)/python -c '$(SITE)' >"$$($(TOOLS)/bin/python -c '$(SITE)')/behind.pth"
	@touch $@

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
