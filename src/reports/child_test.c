/* child_test.c - the child's page: who sees what of it, and that nothing says what is missing. */
#include <string.h>

#include "areas/people/area.h"
#include "areas/register/area.h"
#include "tests/world.h"

static bool has(struct seen_page p, const char *words) { return strstr(p.text, words) != NULL; }

TEST_STORE(a_senco_sees_the_whole_page_of_a_child)
{
	struct world w = world_new(t);
	struct seen_page p = get(as(w, "senco"), "/pupils/sam");

	expect_status(p, 200);
	expect(has(p, "Who can see"));
	expect(has(p, "Add a note"));
}
