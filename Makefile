# Everything a person or CI runs. Needs Python 3.11, venv, pip, make and git; says what else it lacks.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
RUN_STAMP := $(VENV)/.upstander-run
DEV_STAMP := $(VENV)/.upstander-dev
NODE_STAMP := tests/node_modules/.upstander
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 $(BIN)/python -m pip install --quiet --require-hashes
OFFLINE := $(shell tests/peers/offline.sh --check && echo tests/peers/offline.sh)
# From Python 3.12 on lines are counted in a quarter more time; before, branches too in twice the time.
LINES = $(shell $(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 12))' && echo --cov-config=tests/lines.toml)
PYTEST = $(OFFLINE) $(BIN)/python -m pytest

# Or each test that starts the program would compile all of it anew.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help demo run setup setup-dev peers test coverage lint drill bench timing screens lock audit clean

help: ## What there is to run
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 10

demo: setup ## A living example partnership on loopback, with nothing to configure
	$(BIN)/upstander demo

run: setup ## The real server, from its settings (see the README)
	$(BIN)/upstander serve

test: setup-dev peers lint ## Everything that is checked
	$(PYTEST) $(ARGS)

coverage: setup-dev peers ## How much of the product is reached without a browser (make VENV=.venv-lines PYTHON=python3.13)
	$(PYTEST) -m "not drill and not statistics and not thorough and not long and not bench and not browser" --cov --cov-report=term $(LINES) $(ARGS)

lint: setup-dev ## Style, types and the direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What stands in the middle goes three at once where there are two cores: some of it only waits for a clock.
drill: setup-dev ## Tell long stories; kill the server under load; count long what falls by chance
	$(PYTEST) -m long $(ARGS)
	UPSTANDER_TESTS_FULL=1 $(PYTEST) -m "statistics or thorough" -n3 $(ARGS)
	$(PYTEST) -m drill -n0 $(ARGS)

bench: setup-dev ## The product beside bare Bolt apps, APScheduler and Procrastinate
	$(BIN)/python -m tests.bench $(ARGS)

timing: setup-dev ## Whether the time it takes tells one code from another (on a machine that does nothing else)
	$(PYTEST) -m bench -n0 -s $(ARGS)

screens: setup-dev ## Photograph the real thing for the README
	$(BIN)/python -m tests.screens $(ARGS)

lock: ## Choose newer versions (needs uv)
	uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header --python-version 3.11 \
		pyproject.toml --output-file deploy/requirements.txt $(ARGS)
	uv pip compile --quiet --universal --generate-hashes --no-strip-extras --no-header --python-version 3.11 \
		--extra dev --constraint deploy/requirements.txt \
		pyproject.toml --output-file deploy/requirements-dev.txt $(ARGS)

audit: setup-dev ## Known weaknesses in what we depend on (needs a network)
	@$(BIN)/pip-audit --require-hashes --disable-pip -r deploy/requirements-dev.txt > $(VENV)/audit.txt 2>&1; \
	code=$$?; cat $(VENV)/audit.txt; \
	if grep -qE 'ConnectionError|ServiceError|Max retries' $(VENV)/audit.txt; then \
		echo "NOT AUDITED: no network"; else exit $$code; fi

clean: ## Forget what was set up and measured
	rm -rf .venv* tests/node_modules .pytest_cache .mypy_cache .ruff_cache .import_linter_cache \
		.hypothesis .coverage .coverage.* htmlcov dist

# Once set up, a stamp newer than the lock file means there is nothing to fetch, so nothing is asked
# of the network.

setup: $(RUN_STAMP)

setup-dev: $(DEV_STAMP)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Upstander needs Python 3.11 or newer: make PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

# The checkout itself goes on the path as one line in a .pth file: nothing to build, nothing to fetch.
define ON_PATH
import pathlib, sys, sysconfig
site, here = pathlib.Path(sysconfig.get_path("purelib")), pathlib.Path.cwd()
(site / "upstander-checkout.pth").write_text(f"{here}\n", "utf-8")
script = pathlib.Path(sys.executable).with_name("upstander")
script.write_text("#!/bin/sh\nexec \"$$(dirname \"$$0\")/python\" -P -c 'import sys; sys.argv[0] = \"upstander\"; from bot.cli.main import main; sys.exit(main())' \"$$@\"\n")
script.chmod(0o755)
endef
export ON_PATH

$(RUN_STAMP): deploy/requirements.txt | $(BIN)/python
	$(PIP) -r deploy/requirements.txt
	@$(BIN)/python -c "$$ON_PATH"
	@touch $@

$(DEV_STAMP): deploy/requirements-dev.txt | $(RUN_STAMP)
	$(PIP) -r deploy/requirements-dev.txt
	@touch $@

peers: $(NODE_STAMP)

# Never fails: without Node.js, or without a network, those tests are named and skipped.
$(NODE_STAMP): tests/package.json
	@if command -v npm > /dev/null; then \
		npm install --ignore-scripts --no-package-lock --no-audit --no-fund --silent --prefix tests \
		&& touch $@ || echo "NOT AVAILABLE HERE: npm could not install tests/package.json"; \
	else echo "NOT AVAILABLE HERE: Node.js and npm"; fi
