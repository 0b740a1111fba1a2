# Thin targets: bin/waymark does the work and can be used alone. "bin/waymark --help" lists all.
WAYMARK := bin/waymark
SCENARIO ?= derail

.DEFAULT_GOAL := help
.PHONY: help up down status token demo test chaos bench fuzz screenshots verify replay lint audit

help: ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1	/' | expand -t 18

up: ## start everything; DETACH=1 leaves it in the background
	@$(WAYMARK) up $(if $(filter-out 0 no,$(DETACH)),--detach)

down: ## stop everything and leave no process
	@$(WAYMARK) down

status: ## name each service and how it is
	@$(WAYMARK) status

token: ## print an access token; PERSON=tasking-officer-norfolk
	@$(WAYMARK) token $(or $(PERSON),tasking-officer-norfolk)

demo: ## play a scenario through the API; SCENARIO=derail
	@$(WAYMARK) demo $(SCENARIO)

test: ## run all tests
	@$(WAYMARK) test

chaos: ## kill everything while commands flow, and count what is lost
	@$(WAYMARK) chaos

bench: ## measure the engine beside a bare workflow
	@$(WAYMARK) bench

fuzz: ## ask the API everything its document describes, as everyone
	@$(WAYMARK) fuzz

screenshots: ## take a picture of every page into docs/screenshots
	@$(WAYMARK) screenshots

verify: ## prove every timeline and the access log
	@$(WAYMARK) verify

replay: ## replay the recorded histories of every version
	@$(WAYMARK) replay

lint: ## check types, style and the direction of imports
	@$(WAYMARK) build && PATH="$(CURDIR)/node_modules/.bin:$$PATH" npm run --silent lint

audit: ## ask the registry for known vulnerabilities of what runs in production
	@.ci/audit
