# Everything a checkout needs. `make setup` once (the others do it themselves when something changed).

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACK := src/omnireel/engines/previs/art/pack.zip
INSTALLED := $(VENV)/.installed
OPENGL := $(VENV)/.opengl
SOURCES := src tests scripts hatch_build.py

.DEFAULT_GOAL := help
.PHONY: help setup check format test test-slow demo bench wheel clean

help:
	@echo "make setup   prepare .venv with everything, the art pack and OpenGL"
	@echo "make demo    a clip from one sentence: demo/marble.mp4, demo/marble.png"
	@echo "make test    the test suite        make test-slow   the slow tests"
	@echo "make check   formatting, lint, types, imports, dependencies, house rules"
	@echo "make format  format and fix what can be fixed"
	@echo "make bench   benchmarks            make wheel       dist/*.whl and *.tar.gz"
	@echo "make clean   remove what was built"

setup: $(INSTALLED) $(PACK) $(OPENGL)

$(INSTALLED): pyproject.toml constraints.txt hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "omnireel needs Python 3.11 or newer; choose one with: make PYTHON=python3.11 …"; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --upgrade pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt --group dev -e .
	touch $@

$(PACK): web/package.json web/package-lock.json $(wildcard web/art/*.mjs) | $(INSTALLED)
	$(BIN)/python scripts/build_art.py
	touch $@

# Without OpenGL the rest is still usable, so this says what to do and goes on.
$(OPENGL): | $(INSTALLED)
	@$(BIN)/python scripts/ensure_opengl.py && touch $@ || true

check: $(INSTALLED)
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy $(SOURCES)
	$(BIN)/lint-imports
	$(BIN)/deptry src
	$(BIN)/pytest -q tests/test_house.py

format: $(INSTALLED)
	$(BIN)/ruff check --fix $(SOURCES)
	$(BIN)/ruff format $(SOURCES)

test: setup
	$(BIN)/pytest

test-slow: setup
	$(BIN)/pytest -m slow

demo: setup
	$(BIN)/python scripts/demo.py

bench: setup
	$(BIN)/python -m tests.bench --peers

wheel: $(INSTALLED) $(PACK)
	$(BIN)/python -m build --outdir dist .

clean:
	rm -rf $(VENV) .venv-bench build dist demo $(PACK) web/node_modules web/build .mypy_cache .ruff_cache \
	  .pytest_cache .hypothesis .import_linter_cache
	find src tests scripts -name __pycache__ -type d -prune -exec rm -rf {} +
