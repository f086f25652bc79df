# Two commands on a fresh machine do everything: `make demo` and `make test`. Every target installs what it needs.
VENV := .venv
BIN := $(VENV)/bin
PYTHON ?= python3
DATABASE_URL_FOR_TESTS ?= $(or $(DATABASE_URL),postgres://postgres@127.0.0.1:5432/postgres)
WORKERS ?= 2

.PHONY: demo run test test-pg check journeys bench assets lock clean

demo: $(VENV)/.runtime ## the sample councils, ready to look at
	$(BIN)/dienhong demo

run: $(VENV)/.runtime ## the installation of this folder
	$(BIN)/dienhong serve

test: $(VENV)/.development ## the suite on the embedded database
	env -u DIENHONG_TEST_DATABASE_URL $(BIN)/pytest -n $(WORKERS)

test-pg: $(VENV)/.development ## the suite on PostgreSQL (DATABASE_URL)
	DIENHONG_TEST_DATABASE_URL=$(DATABASE_URL_FOR_TESTS) $(BIN)/pytest -n $(WORKERS)

check: $(VENV)/.development ## linters, types, import contracts, templates, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'src/**/*.html')
	DJANGO_SETTINGS_MODULE=dienhong.config.settings_test $(BIN)/django-admin makemigrations --check --dry-run
	DIENHONG_HTTPS=1 SECRET_KEY=$$($(PYTHON) -c 'import secrets; print(secrets.token_urlsafe(60))') \
		DJANGO_SETTINGS_MODULE=dienhong.config.settings $(BIN)/django-admin check --deploy --fail-level WARNING
	$(BIN)/python scripts/vendor_assets.py --check

journeys: $(VENV)/.development ## a browser doing a person's job
	@command -v chromium >/dev/null || { echo "Cần trình duyệt Chromium: cài gói chromium của hệ điều hành (apt-get install chromium)."; exit 1; }
	$(BIN)/pytest -m journey tests/journeys

bench: $(VENV)/.bench ## benchmarks, results in benchmarks/RESULTS.md
	$(BIN)/python -m benchmarks

assets: $(VENV)/.development ## fetch the browser assets of the manifest anew
	$(BIN)/python scripts/vendor_assets.py

lock: ## pin versions with their hashes, without addresses, from pyproject.toml
	uv lock --upgrade
	uv export -q --no-emit-project --no-dev --no-header --no-annotate > requirements/runtime.lock
	uv export -q --no-emit-project --group dev --no-header --no-annotate > requirements/development.lock
	uv export -q --no-emit-project --only-group bench --no-header --no-annotate > requirements/bench.lock

$(VENV)/.runtime: requirements/runtime.lock pyproject.toml
	@scripts/install runtime

$(VENV)/.development: requirements/development.lock pyproject.toml
	@scripts/install development

$(VENV)/.bench: requirements/bench.lock $(VENV)/.development
	@scripts/install bench

clean:
	rm -rf $(VENV) var
