# make help lists what there is. Each target makes what it needs; nothing is installed outside this folder,
# save what tests need from the system where you are root on Debian.

SHELL := /bin/sh
PYTHON ?=
PORT ?=
PEER ?=
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
export PYTHON PORT

.DEFAULT_GOAL := help
.PHONY: help base development run demo test test-postgres lint format crawl screenshots bench messages migrations lock

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

base:
	@deploy/environment.sh base

development:
	@deploy/environment.sh development

run: base ## the demo site on http://127.0.0.1:8000 (PORT=, DATABASE_URL=, PYTHON=), until Ctrl-C
	@$(MANAGE) serve --prepare $(if $(PORT),--port $(PORT))

demo: base ## renew the demo's dates; what people made stays
	@$(MANAGE) migrate -v 0 && $(MANAGE) demo --renew

test: development ## everything that tests need, lint, then all tests
	@$(BIN)/python tests/harness/suite.py

test-postgres: development ## all tests but the browser's with PostgreSQL as the site's database
	@$(BIN)/python tests/harness/suite.py --postgres

lint: development ## format, lint, import contracts, templates, migrations, messages, checks, lock files
	@$(BIN)/python tests/harness/lint.py

format: development ## put code and templates into the one format
	@$(BIN)/ruff check --fix --quiet . ; $(BIN)/ruff format --quiet .
	@find templates -name '*.html' -print0 | xargs -0 $(BIN)/djade --target-version 5.2 || true

crawl: development ## every page as every role in both languages: status, console, axe, HTML checker, links, language
	@$(BIN)/python tests/harness/suite.py --crawl

screenshots: development ## pictures of every kind of page into screenshots/ (1280 and 375, both languages, light and dark)
	@$(BIN)/python tests/harness/suite.py --screenshots

bench: development ## how fast pages are on this machine, on a throw-away copy of the demo (PEER=address beside them)
	@PEER="$(PEER)" $(BIN)/python tests/harness/suite.py --bench

messages: development ## collect the interface's texts for translation; FROM=other.po fills in what is missing
	@$(BIN)/python deploy/messages.py $(FROM)

migrations: development ## write migrations for changed models
	@$(MANAGE) makemigrations

lock: development ## compile the requirement files anew
	@$(BIN)/python deploy/lock.py
