# Named queries: `#include "areas/support/queries.sql.h"` finds the header made from src/areas/support/queries.sql.
SQL_TOOL = tools/sql.c tools/sql_words.c tools/sql_out.c src/db/sql_text.c src/base/arena.c src/base/buf.c

$(B)/tools/sql: $(SQL_TOOL) tools/sql.h src/db/sql_text.h src/base/arena.h src/base/buf.h
	@mkdir -p $(@D)
	$(Q)echo "cc $<"
	$(Q)$(CC) -std=gnu17 -O1 -g $(WARN) -D_GNU_SOURCE -Isrc -Itools -include src/base/banned.h -o $@ $(SQL_TOOL)

$(B)/gen/%.sql.c $(B)/gen/%.sql.h: %.sql $(B)/tools/sql
	@mkdir -p $(@D)
	@$(B)/tools/sql $< $(B)/gen/$*.sql.c $(B)/gen/$*.sql.h || { rm -f $(B)/gen/$*.sql.c $(B)/gen/$*.sql.h; exit 1; }

# Its tests run it on good and bad queries.
GENH += $(B)/gen/tests/data/sql/good.sql.h
TOBJ += $(B)/gen/tests/data/sql/good.sql.o
$(B)/test: | $(B)/tools/sql
$(B)/tests/sql_tool_test.o: CFLAGS += -DSQL_TOOL='"$(B)/tools/sql"'

# All of them in one list, for the test that runs each on both stores.
QUERY_FOLDERS = $(foreach f,$(SQL),$(shell echo $(notdir $(patsubst %/,%,$(dir $(f)))) | tr a-z A-Z))
$(B)/gen/all_queries.c: $(SQL) mk/sql.mk
	@mkdir -p $(@D)
	@{ echo '#include "tests/all_queries.h"'; for f in $(QUERY_FOLDERS); do echo "extern const struct query *const QUERIES_$$f[];"; done; \
	echo 'const struct query *const *const ALL_QUERIES[] = {'; for f in $(QUERY_FOLDERS); do echo "	QUERIES_$$f,"; done; \
	echo '	NULL,'; echo '};'; } > $@
$(B)/gen/all_queries.o: CFLAGS += -I.
TOBJ += $(B)/gen/all_queries.o
