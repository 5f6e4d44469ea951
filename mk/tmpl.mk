# Templates: x.tmpl becomes typed C. `#include "areas/support/plan.tmpl.h"` finds the header made from src/areas/support/plan.tmpl.
CFLAGS += -I$(B)/gen/src
TEST_TMPL = $(filter %_test.tmpl,$(wildcard src/*/*.tmpl src/areas/*/*.tmpl))
TMPL := $(filter-out %_test.tmpl,$(TMPL))
GENH += $(TEST_TMPL:%.tmpl=$(B)/gen/%.tmpl.h)
TOBJ += $(TEST_TMPL:%.tmpl=$(B)/gen/%.tmpl.o)

$(B)/tools/tmpl: tools/tmpl.c tools/tmpl_place.c tools/tmpl_place.h
	@mkdir -p $(@D)
	$(CC) -std=gnu17 -O1 -g -Wall -Wextra -Werror -D_GNU_SOURCE -o $@ $(filter %.c,$^)

$(B)/gen/%.tmpl.c $(B)/gen/%.tmpl.h: %.tmpl $(B)/tools/tmpl
	@mkdir -p $(@D)
	@$(B)/tools/tmpl $< $(B)/gen/$*.tmpl.c $(B)/gen/$*.tmpl.h || { rm -f $(B)/gen/$*.tmpl.c $(B)/gen/$*.tmpl.h; exit 1; }

# Tests of pages check that they are valid HTML.
$(B)/test $(B)/t-%: LDLIBS += -ltidy
$(B)/src/ui/tmpl_test.o: CFLAGS += -DTMPL_TOOL='"$(B)/tools/tmpl"'
$(B)/src/ui/tmpl_test.o: $(B)/tools/tmpl
