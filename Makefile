# OpenSENCO. `make help` lists what there is. This file builds the program and its tests; mk/*.mk hold the rest, one subject a file.
CC ?= gcc
CCACHE := $(shell command -v ccache 2>/dev/null)
CORES := $(shell nproc 2>/dev/null || echo 2)
B ?= build
PKGS = libmicrohttpd sqlite3 libpq libsodium libutf8proc jansson expat libzip zlib libseccomp libqrencode gnutls pangocairo cairo-pdf libqpdf libxml-2.0 libical libcurl
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null)
WARN = -Wall -Wextra -Wconversion -Wno-sign-conversion -Wshadow -Wvla -Wformat=2 -Wmissing-prototypes -Wno-missing-field-initializers -Werror
HARD = -fstack-protector-strong -fstack-clash-protection -fcf-protection=full -ftrivial-auto-var-init=zero -fwrapv -fno-strict-aliasing -fPIE
FORTIFY ?= -D_FORTIFY_SOURCE=3
OPT ?= -O2 -g
# Sanitizers, when there are any (make asan).
SAN ?=
# `make V=1` shows the commands.
Q = $(if $(V),,@)
CFLAGS += -std=gnu17 $(OPT) $(SAN) $(WARN) $(HARD) $(FORTIFY) -D_GNU_SOURCE -Isrc -I$(B)/gen -include src/base/banned.h $(PKG_CFLAGS)
LDFLAGS += -pie -Wl,-z,relro,-z,now,-z,noexecstack
LDLIBS += $(PKG_LIBS) -lm -lpthread

# Every .c under src belongs to the program, but for x_test.c, which belongs to the test program.
SRC   = $(sort $(filter-out %_test.c,$(wildcard src/*/*.c src/areas/*/*.c)))
TESTS = $(sort $(wildcard src/*/*_test.c src/areas/*/*_test.c tests/*.c))
TMPL  = $(sort $(wildcard src/*/*.tmpl src/areas/*/*.tmpl))
SQL   = $(sort $(wildcard src/*/queries.sql src/areas/*/queries.sql))
GEN   = $(TMPL:%.tmpl=$(B)/gen/%.tmpl.c) $(SQL:%.sql=$(B)/gen/%.sql.c)
GENH  = $(TMPL:%.tmpl=$(B)/gen/%.tmpl.h) $(SQL:%.sql=$(B)/gen/%.sql.h)
OBJ   = $(SRC:%.c=$(B)/%.o) $(GEN:$(B)/gen/%.c=$(B)/gen/%.o)
TOBJ  = $(TESTS:%.c=$(B)/%.o)
# A layer's own objects: lets one layer's tests be built before the rest compiles.
layer_src = $(wildcard $(addsuffix /$(2),$(addprefix src/,$(1))))
layer_obj = $(patsubst %.c,$(B)/%.o,$(filter-out %_test.c,$(call layer_src,$(1),*.c))) \
	$(patsubst %,$(B)/gen/%.o,$(filter-out %_test.tmpl,$(call layer_src,$(1),*.tmpl))) \
	$(patsubst %.sql,$(B)/gen/%.sql.o,$(call layer_src,$(1),queries.sql)) \
	$(if $(filter ui,$(1)),$(B)/gen/assets.o)
layer_tests = $(patsubst %.c,$(B)/%.o,$(call layer_src,$(1),*_test.c)) $(patsubst %,$(B)/gen/%.o,$(call layer_src,$(1),*_test.tmpl))

.SUFFIXES:
.SECONDARY:
.DELETE_ON_ERROR:
.PHONY: all test-program clean help

all: $(B)/opensenco ## build/opensenco, the program (the default)

test-program: $(B)/test

include $(wildcard mk/*.mk)

$(B)/opensenco: $(OBJ)
	$(Q)echo "link $@"
	$(Q)$(CC) $(LDFLAGS) $(SAN) -o $@ $(filter %.o,$^) $(LDLIBS)

# The test program is the program without its main(), and every test.
$(B)/test: $(filter-out $(B)/src/main/main.o,$(OBJ)) $(TOBJ)
	$(Q)echo "link $@"
	$(Q)$(CC) $(LDFLAGS) $(SAN) -o $@ $(filter %.o,$^) $(LDLIBS)

# A fuzzer; built with clang in build-fuzz by tools/fuzz.
$(B)/fuzz-%: $(B)/tests/fuzz/%.o $(filter-out $(B)/src/main/main.o,$(OBJ))
	$(Q)$(CC) $(LINK) -o $@ $^ $(LDLIBS)

$(B)/%.o: %.c | $(GENH)
	@mkdir -p $(@D)
	$(Q)echo "cc $<"
	$(Q)$(CCACHE) $(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/gen/%.o: $(B)/gen/%.c | $(GENH)
	@mkdir -p $(@D)
	$(Q)echo "cc $<"
	$(Q)$(CCACHE) $(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(B)/tests/%.o $(B)/src/%_test.o: CFLAGS += -I.

-include $(OBJ:.o=.d) $(TOBJ:.o=.d)

clean: ## forget everything that was built
	rm -rf build build-*

# `make t L="base db" [T=name]`: the tests of some layers alone, without the rest of the tree.
L ?= base
t: $(B)/t-$(subst $() ,-,$(subst /,_,$(L)))
	$< $(T)
.PHONY: t
$(B)/t-$(subst $() ,-,$(subst /,_,$(L))): $(call layer_obj,$(L)) $(call layer_tests,$(L)) $(B)/tests/run.o $(B)/tests/files.o $(B)/tests/paper.o $(B)/tests/plain_matrix.o $(if $(filter db,$(L)),$(B)/tests/store.o)
	$(Q)$(CC) $(LDFLAGS) $(SAN) -o $@ $^ $(LDLIBS)

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' Makefile mk/*.mk
