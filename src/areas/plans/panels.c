/* panels.c - what plans put on the child's page and the homes. */
#include "areas/plans/cycle.h"

const struct panel PLANS_PANELS[] = {
	{ "child-tabs", 250, &PLAN, RIGHT_READ, "Plans", .href = "/plans" },
	{ NULL },
};
