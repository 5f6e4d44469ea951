/* routes.c - the route tables of the areas and reports, and the sections by role, in the order people read them (interface.md 2). */
#include "main/routes.h"

const struct route *const HOUSE_ROUTES[] = {
	NULL,
};

const struct section HOUSE_SECTIONS[] = {
	{ NULL, NULL, NULL },
};
