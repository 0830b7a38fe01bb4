# Two commands for a fresh machine with Python 3.11 or newer: `make serve` and `make test`.
# README.md has the same as plain commands, for Windows.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: serve test lint clean

serve: .venv/serve
	$(BIN)/jbakb serve

test: .venv/test
	$(PYTHON) .ci/chromium.py
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/jbakb check
	$(BIN)/mkdocs build --strict --quiet
	$(BIN)/pytest -n auto --dist worksteal

.venv/serve: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	touch $@

.venv/test: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --editable ".[dev]"
	touch $@ .venv/serve

clean:
	rm -rf .venv site screenshots
