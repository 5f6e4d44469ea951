/* routes.c - the addresses of support, and what it puts on the child's page and the homes. */
#include "areas/support/support.h"

const struct route SUPPORT_ROUTES[] = {
	{ "/worry", &WORRY, RIGHT_ADD, worry_page, worry_post, "Raise a worry", .section = "Raise a worry" },
	{ "/worries", &WORRY, RIGHT_EDIT, worry_queue_page, NULL, "Worries", .section = "Worries" },
	{ "/worries/mine", &WORRY, RIGHT_READ, my_worries_page, NULL, "Worries you raised", .section = "Raise a worry" },
	{ "/worries/:worry", &WORRY, RIGHT_READ, one_worry_page, worry_decide_post, "A worry", .section = "Worries" },
	{ NULL },
};

const struct panel SUPPORT_PANELS[] = {
	{ "home-senco", 50, &WORRY, RIGHT_EDIT, "Worries to look at", PANEL_WHOLE, worries_panel },
	{ "home-teacher", 300, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ "home-ta", 300, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ "home-lead", 350, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ NULL },
};
