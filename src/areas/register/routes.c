/* routes.c - the addresses of the register. What each does is in the file its page functions are in. */
#include "areas/register/pages.h"

const struct route REGISTER_ROUTES[] = {
	{ "/register", &REGISTER_STATUS, RIGHT_READ, register_page, NULL, "SEND register", .section = "Register" },
	{ "/register/views", &SAVED_VIEW, RIGHT_ADD, views_page, view_save, "Your saved views", .section = "Register" },
	{ "/register/views/:view", &SAVED_VIEW, RIGHT_EDIT, NULL, view_change, "Your saved views", .section = "Register" },
	{ NULL },
};
