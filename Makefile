# The only commands a newcomer needs: run, test, bench.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WEB := $(VENV)/web
PLOTLY := dashboard/web/plotly

.PHONY: run test test-all style bench small-plotly

run: $(VENV)/installed small-plotly
	$(BIN)/python -m loaders sample
	$(BIN)/python -m dashboard.settings
	$(BIN)/python -m dashboard.agenda || true
	$(BIN)/gunicorn -c python:dashboard.serving "dashboard.app:create_app()"

test: $(VENV)/installed-for-tests small-plotly style
	sh tests/install_browser.sh $(BIN)
	$(BIN)/pytest -n auto --dist worksteal

# What is exhaustive and slow on top: whole products, hundreds of kills, long fuzzing.
test-all: $(VENV)/installed-for-tests small-plotly style
	sh tests/install_browser.sh $(BIN)
	$(BIN)/pytest -n auto --dist worksteal -m ""

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

# Without the npm registry everything works, but for its weight.
small-plotly: $(VENV)/installed
	@$(MAKE) --no-print-directory $(WEB)/built || echo "The small plotly.js was not built: browsers get the whole one."

$(WEB)/built: requirements.txt requirements-build.txt dashboard/web/built.py $(wildcard $(PLOTLY)/*) | $(VENV)/installed
	sh $(PLOTLY)/build.sh $(BIN) $(WEB)
	touch $@

bench: $(VENV)/installed-for-tests small-plotly
	sh tests/install_browser.sh $(BIN)
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench_plain
	$(BIN)/python -m tests.bench_loaders
	KILLS=50 $(BIN)/pytest -q -m exhaustive tests/loaders/test_kills.py
