# Tests. A part prints what fails and ends in `N passed, N failed`; tools/parts runs several and adds them up.
.PHONY: test check lint layers lint-test test-sqlite test-pg journeys look

test: ## everything: lint, layers, golden, both databases, browser journeys
	@tools/deps build test
	@$(MAKE) --no-print-directory -j$(CORES) all test-program
	@tools/parts lint lint-test layers golden-check test-both journeys

check: ## the quick part of it: lint, layers, golden, tests on SQLite
	@$(MAKE) --no-print-directory -j$(CORES) all test-program
	@tools/parts lint lint-test layers golden-check test-sqlite

lint: ## house rules that the compiler does not know
	@W=$(W) tools/lint

lint-test:
	@tests/lint/run

layers: ## no #include goes up or sideways
	@awk -f tools/layers.awk $(sort $(wildcard src/*/*.[ch] src/areas/*/*.[ch]))

test-sqlite: $(B)/test ## C tests on SQLite (T=part-of-a-name)
	@env -u OPENSENCO_TEST_PG $(B)/test $(T)

test-pg: $(B)/test ## C tests on a PostgreSQL of their own, started and stopped here (T=part-of-a-name)
	@OPENSENCO_TEST_ONLY_PG=1 tools/pg-test $(B)/test $(T)

.PHONY: test-both
test-both: $(B)/test
	@tools/pg-test $(B)/test $(T)

BROWSER = tests/browser
$(BROWSER)/node_modules/.package-lock.json: $(BROWSER)/package-lock.json
	cd $(BROWSER) && PUPPETEER_SKIP_DOWNLOAD=1 npm ci --no-audit --no-fund --loglevel=error
	@touch $@

journeys: $(B)/opensenco $(BROWSER)/node_modules/.package-lock.json ## a person's errands in a real browser (T=name)
	@$(NODE) $(BROWSER)/run.mjs $(T)

look: $(B)/opensenco $(BROWSER)/node_modules/.package-lock.json ## pictures of every page, wide and narrow, in build/look/
	@$(NODE) $(BROWSER)/run.mjs --look $(T)

NODE := $(shell command -v node || command -v nodejs)

.PHONY: golden golden-check
golden: $(B)/opensenco ## derive golden/ again, after looking at what golden-check shows
	@tools/golden write

golden-check: $(B)/opensenco ## is golden/ what the tables say?
	@tools/golden check
