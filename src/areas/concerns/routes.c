/* routes.c - the addresses of concerns from home. */
#include "areas/concerns/pages.h"

const struct route CONCERNS_ROUTES[] = {
	{ "/home-concerns", &HOME_CONCERN, RIGHT_READ, concerns_list, NULL, "Concerns from home", .section = "Meetings" },
	{ "/home-concerns/undo/:record/:row", &HOME_CONCERN, RIGHT_ADD, NULL, concerns_undo, "Undo", ANYONE },
	{ "/home-concerns/:concern", &HOME_CONCERN, RIGHT_READ, concern_page, concern_post, "A concern from home",
		.section = "Meetings" },
	{ "/pupils/:pupil/home-concern", &HOME_CONCERN, RIGHT_ADD, concern_new_page, concern_new_submit,
		"Write down a concern from home", .section = "Meetings" },
	{ "/shared/:pupil/concern", &HOME_CONCERN, RIGHT_ADD, concern_shared, concern_shared_post, "Tell us what worries you",
		LINK_TOO },
	{ NULL },
};
