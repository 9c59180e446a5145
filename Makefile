# Two commands do everything on a fresh machine: `make demo` and `make test`.
# Each makes .venv by itself; nothing but Python 3.11 or newer and make is needed beforehand.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PYTEST := $(BIN)/python -m pytest
PACKAGES := schemas workers tests benchmarks
PURE_TESTS := tests/domain tests/stages tests/golden tests/fuzz tests/letters tests/schemas/test_record_laws.py
COMPILER := command -v cc >/dev/null && test -e "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("include"))')/Python.h"

.DEFAULT_GOAL := help
.PHONY: help setup demo test check test-fast test-corpus test-native test-brokers native chaos consumers bench schemas contract rules goldens clean

help:  ## what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 16

setup: $(VENV)/.complete  ## .venv with the pinned dependencies

$(VENV)/.complete: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; v = sys.version_info; sys.exit(0 if v >= (3, 11) else "Python 3.11 or newer is needed; $(PYTHON) is %d.%d. Try: make PYTHON=python3.12" % v[:2])'
	@echo "Setting up $(VENV) (once, about a minute) ..."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: setup  ## the whole line on a throw-away folder, with the shipped examples; ends by itself
	@$(BIN)/copydesk demo

test: check test-fast test-corpus test-native test-brokers  ## everything: lint, types, house rules, all tests

check: setup  ## ruff, mypy, import-linter, published schemas
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m schemas.json_schema --check
	$(BIN)/python -m schemas.asyncapi --check
	$(BIN)/python -m schemas.contract_page --check
	$(BIN)/copydesk schema check

test-fast: setup  ## unit, law and golden tests: no broker, under two minutes
	$(PYTEST) -m "not broker and not chaos and not corpus" -n auto

test-corpus: setup  ## scores and laws over real posts, where the corpus is at hand (COPYDESK_CORPUS names its folder)
	$(PYTEST) -m corpus -n auto

test-native: setup  ## the tests of the pure parts over native code, where a C compiler is at hand (it is built first)
	@if $(COMPILER); then $(MAKE) --no-print-directory native && \
	PYTHONSAFEPATH=1 PYTHONPATH=$(CURDIR)/build/native COPYDESK_NATIVE=1 $(PYTEST) --import-mode=append -n auto \
	  -m "not broker and not chaos and not corpus" tests/house/test_native.py $(PURE_TESTS); \
	else echo "native code: left out, for it takes a C compiler and Python's headers"; fi

test-brokers: setup  ## conformance, delivery, sink and CLI tests on real brokers, and a short chaos run
	$(PYTEST) -m "broker or chaos"

native: setup  ## native code of the pure parts, in build/native: three minutes, and a C compiler
	@rm -rf build/lib* build/native
	@echo "Compiling into build/native (about three minutes) ..."
	@COPYDESK_COMPILE=1 $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --target build/native .

chaos: setup  ## injure the line and count: make chaos ARGS="--broker kafka --times 30 --seeds 1 2 3"
	$(BIN)/python -m tests.chaos $(ARGS)

consumers: setup  ## every consumer kit against Apache Kafka, on the output of our line: make consumers ARGS="quix faust"
	$(BIN)/python -m tests.consumers $(ARGS)

bench: setup  ## the figures of docs/performance.md
	$(BIN)/python -m benchmarks $(ARGS)

schemas: setup  ## write schemas/generated from the models
	$(BIN)/python -m schemas.json_schema

contract: schemas  ## write docs/contract.md and docs/asyncapi.json from the models
	$(BIN)/python -m schemas.asyncapi
	$(BIN)/python -m schemas.contract_page

rules: setup  ## write docs/rules.md, the catalogue of rules
	$(BIN)/copydesk rules --markdown > docs/rules.md

goldens: setup  ## write the golden outputs of the examples anew: read the diff before you commit it
	$(BIN)/python -m tests.golden.write

clean:  ## remove .venv, caches and local data
	rm -rf $(VENV) build .cache .copydesk .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
