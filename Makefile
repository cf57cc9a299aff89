# The only commands a newcomer needs: run, test, bench.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test style bench

run: $(VENV)/installed
	$(BIN)/python -m loaders sample
	$(BIN)/python -m dashboard.settings
	$(BIN)/gunicorn -c python:dashboard.serving "dashboard.app:create_app()"

test: $(VENV)/installed-for-tests style
	sh tests/install_browser.sh $(BIN)
	$(BIN)/pytest -n auto --dist loadfile

style: $(VENV)/installed-for-tests
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

$(VENV)/installed: requirements.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/installed-for-tests: requirements.txt requirements-dev.txt
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	touch $@ $(VENV)/installed

bench: $(VENV)/installed-for-tests
	sh tests/install_browser.sh $(BIN)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_plain
	$(BIN)/python -m tests.bench_loaders
	KILLS=50 $(BIN)/pytest -q tests/loaders/test_kills.py
