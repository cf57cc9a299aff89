# The only commands a newcomer needs: run, test, test-all, bench, style, docs, mutants, lock. CONTRIBUTING.md says when.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WEB := $(VENV)/web
PLOTLY := dashboard/web/plotly
# What has no wheel is built with the locked setuptools; Python compiles what it imports, not all that is there.
FROM_LOCK := --quiet --no-build-isolation --require-hashes -r
PIP := $(BIN)/pip install --disable-pip-version-check --no-compile $(FROM_LOCK)
# Where uv does not reach what pip's own settings lead pip to, as a mirror, pip takes its time.
INSTALL = $(TIMED) install $(BIN)/uv pip install --python $(BIN)/python $(FROM_LOCK) $< || $(TIMED) install $(PIP) $<
PYTEST := $(BIN)/pytest -n auto --dist worksteal --durations=20 --durations-min=0.5
LOCK := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--custom-compile-command "make lock" $(UPGRADE)

# Where bytecode is not to be written, as in many images, each of the many processes of a check would compile all anew.
unexport PYTHONDONTWRITEBYTECODE

# What does not wait for each other runs at once: pip, npm and the system's package manager. One that fails stops all.
MAKEFLAGS += --jobs=3

# How long the parts of a check took; the summary of tests shows it.
export TIMES := $(VENV)/times
TIMED := sh tools/timed.sh
$(shell rm -f $(TIMES))

.PHONY: run test test-all style docs bench mutants lock figures small-plotly browser system-browser

run: figures small-plotly
	$(BIN)/python -m dashboard.settings
	$(BIN)/python -m dashboard.address.agenda || true
	$(BIN)/gunicorn -c python:dashboard.serving "dashboard.app:create_app()"

test: $(VENV)/installed-for-tests small-plotly browser style
	$(PYTEST)

# What is exhaustive and slow on top: whole products, hundreds of kills, long fuzzing.
test-all: $(VENV)/installed-for-tests small-plotly browser style
	$(PYTEST) -m ""

# Exit 2 of mypy is none of types: its processes have three seconds to start, which a busy machine does not keep.
style: $(VENV)/installed-for-tests
	$(TIMED) style $(BIN)/ruff check .
	$(TIMED) style $(BIN)/ruff format --check .
	$(TIMED) style env PYTHONPATH=. $(BIN)/lint-imports --no-logo
	$(TIMED) style $(BIN)/mypy || { test $$? -eq 2 && $(TIMED) style $(BIN)/mypy --num-workers 0; }

# What columns are and which files there are, from what is declared.
docs: $(VENV)/installed
	$(BIN)/python -m tools.data_dictionary docs

bench: $(VENV)/installed-for-tests small-plotly browser
	$(BIN)/python -m tests.bench.choices
	$(BIN)/python -m tests.bench.plain
	$(BIN)/python -m tests.bench.peers.measure
	$(BIN)/python -m tests.bench.loaders
	KILLS=50 $(BIN)/pytest -q -m exhaustive tests/loaders/test_kills.py

# Every installed package with its hashes, from what requirements/ asks for. UPGRADE=--upgrade takes the newest of the rest.
lock: $(VENV)/installed-for-tests
	$(LOCK) requirements/web.in requirements/loaders.in -o requirements.txt
	$(LOCK) requirements/web.in -c requirements.txt -o requirements-web.txt
	$(LOCK) requirements/web.in requirements/loaders.in requirements/dev.in -c requirements.txt -o requirements-dev.txt
	$(LOCK) requirements/build.in -o requirements-build.txt
	$(LOCK) requirements/install.in -o requirements-install.txt
	$(LOCK) requirements/vizro.in -o requirements-vizro.txt

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/installer: requirements-install.txt | $(BIN)/python
	$(TIMED) install $(PIP) $<
	touch $@

$(VENV)/installed: requirements.txt $(VENV)/installer
	$(INSTALL)
	touch $@

$(VENV)/installed-for-tests: requirements-dev.txt $(VENV)/installed
	$(INSTALL)
	touch $@

figures: $(VENV)/installed
	$(BIN)/python -m loaders bundle

small-plotly: $(WEB)/built

$(WEB)/built: $(VENV)/installed $(WEB)/plotly.js dashboard/web/build_folder.py
	test ! -e $(WEB)/plotly.js || { $(BIN)/python -m dashboard.web.build_folder $(WEB) && touch $@; }

# Without the npm registry everything works, but for its weight.
$(WEB)/plotly.js: requirements-build.txt $(wildcard $(PLOTLY)/*) | $(BIN)/python
	@$(TIMED) small-plotly sh $(PLOTLY)/build.sh $(BIN) $(WEB) || \
		echo "The small plotly.js was not built: browsers get the whole one."

# The system's browser, else the package manager's, while pip installs; else Playwright's own afterwards.
browser: $(VENV)/installed-for-tests system-browser
	sh tools/has_browser.sh || $(BIN)/playwright install --with-deps chromium

system-browser: | $(BIN)/python
	$(TIMED) browser sh tools/install_browser.sh || true

# Plants one fault after the other in a copy of the checkout: for whoever changes tests, to see that nothing is lost.
mutants: $(VENV)/installed-for-tests small-plotly browser
	$(BIN)/python -m tests.mutants
