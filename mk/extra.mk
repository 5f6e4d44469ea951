# Outside the ten minutes: sanitizers, the analyzer, fuzzers, kills, figures.
SECONDS ?= 60
KILLS ?= 200
PUPILS ?= 1500

.PHONY: asan tsan analyze fuzz torture bench

asan: ## C tests under AddressSanitizer and UBSan (T=part-of-a-name)
	@$(MAKE) --no-print-directory -j$(CORES) B=build-asan FORTIFY= OPT="-O1 -g -fno-omit-frame-pointer -Wno-maybe-uninitialized" \
		SAN="-fsanitize=address,undefined -fno-sanitize-recover=undefined" \
		test-program
	@env -u OPENSENCO_TEST_PG LSAN_OPTIONS=suppressions=tests/leaks.txt:print_suppressions=0 build-asan/test $(T)

# Where threads meet. The caged readers are left out: their memory is capped below what this checker takes for itself.
TSAN_PARTS = src/db src/record src/http src/seal/seal_test src/jobs/outbox src/main/local src/areas/register src/areas/accounts src/api tests/twin
tsan: ## C tests under ThreadSanitizer, where threads meet (T=part-of-a-name)
	@$(MAKE) --no-print-directory -j$(CORES) B=build-tsan FORTIFY= OPT="-O1 -g -Wno-maybe-uninitialized -Wno-tsan" SAN="-fsanitize=thread" \
		test-program
	@bad=0; for part in $(or $(T),$(TSAN_PARTS)); do \
		echo "$$part:"; \
		env -u OPENSENCO_TEST_PG TSAN_OPTIONS=suppressions=tests/races.txt:print_suppressions=0 build-tsan/test $$part || bad=1; \
	done; exit $$bad

# gcc 12's analyzer does not follow a list that outlives the function, so what it says of leaks is left to make asan.
analyze: ## gcc's -fanalyzer over the program; its warnings are errors
	@$(MAKE) --no-print-directory -k -j$(CORES) B=build-analyze FORTIFY= CCACHE= \
		OPT="-O1 -g -DANALYZE -fanalyzer -Wno-analyzer-malloc-leak -Wno-maybe-uninitialized" all

fuzz: ## fuzzers, each for SECONDS (60) (T=name)
	@tools/deps build fuzz
	@SECONDS_EACH=$(SECONDS) tools/fuzz $(T)

$(B)/strike: tests/torture/strike.c
	@mkdir -p $(@D)
	$(Q)$(CC) -std=gnu17 -O2 -g -Wall -Wextra -Werror -D_GNU_SOURCE $(shell pkg-config --cflags libpq) -o $@ $< -lpq

torture: $(B)/opensenco $(B)/strike ## kill the server at KILLS (200) random instants and in commits, under eight writers, on each store
	@KILLS=$(KILLS) $(NODE) tests/torture/run.mjs
	@OPENSENCO_PG_DISK=1 KILLS=$(KILLS) tools/pg-test $(NODE) tests/torture/run.mjs

# The floors stand outside the program: no house header, no banned names.
BENCH_CC = $(CC) -std=gnu17 -O2 -g -Wall -Wextra -Werror -D_GNU_SOURCE $(shell pkg-config --cflags libpq 2>/dev/null)
$(B)/bench/floor: bench/floor.c bench/floor_lite.c bench/floor_pg.c bench/floor.h
	@mkdir -p $(@D)
	$(Q)$(BENCH_CC) -o $@ $(filter %.c,$^) -lmicrohttpd -lsqlite3 -lpq -lsodium -lpthread

$(B)/bench/%: bench/%.c
	@mkdir -p $(@D)
	$(Q)$(BENCH_CC) -o $@ $< -lsqlite3 -lpthread

# The papers' own code, without the rest.
$(B)/bench/pdf.o: bench/pdf.c
	@mkdir -p $(@D)
	$(Q)$(CC) $(CFLAGS) -c -o $@ $<
$(B)/bench/pdf: $(B)/bench/pdf.o $(call layer_obj,base doc)
	$(Q)$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

bench: $(B)/opensenco $(B)/bench/load $(B)/bench/floor $(B)/bench/commit $(B)/bench/pdf $(BROWSER)/node_modules/.package-lock.json ## figures beside their floors, as tables (PUPILS=1500, T=part-of-a-name)
	@OPENSENCO_PG_DISK=1 PUPILS=$(PUPILS) tools/pg-test $(NODE) bench/run.mjs $(T)
