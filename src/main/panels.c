/* panels.c - what each area puts on the child's page and the homes, in one list. */
#include "main/routes.h"

const struct panel *const HOUSE_PANELS[] = {
	NULL,
};
