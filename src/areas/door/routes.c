/* routes.c - the door's pages, and what it puts on the child's page. */
#include "areas/door/area.h"

const struct route DOOR_ROUTES[] = {
	{ "/link/away", NULL, 0, door_away, NULL, "Open your link again", OPEN },
	{ "/link/:token", NULL, 0, door_get, door_post, "A page for you", OPEN | NO_ONCE },
	{ "/link/:token/send", NULL, 0, NULL, door_send, "Send a code", OPEN | NO_ONCE },
	{ "/links", &LINK, RIGHT_READ, links_page, NULL, "One-time links", .section = "School" },
	{ "/links/:link", &LINK, RIGHT_READ, link_page, link_post, "A one-time link", .section = "School" },
	{ "/pupils/:pupil/links", &LINK, RIGHT_READ, child_links, NULL, "Links about a child", .section = "Register" },
	{ "/pupils/:pupil/links/new", &LINK, RIGHT_ADD, link_new, link_new_post, "Make a link", .section = "Register" },
	{ "/pupils/:pupil/said", &VIEWS, RIGHT_READ, said_page, NULL, "What they said", .section = "Register" },
	{ "/shared/:pupil/views", &VIEWS, RIGHT_ADD, voice_page, voice_post, "How things are", LINK_TOO, "Register" },
	{ NULL },
};

const struct panel DOOR_PANELS[] = {
	{ "child", 450, &VIEWS, RIGHT_READ, "What they said", PANEL_HALF, panel_said },
	{ "home-senco", 655, &LINK, RIGHT_READ, "Came by link", PANEL_RAIL, panel_came },
	{ "child-acts", 610, &LINK, RIGHT_ADD, "Make a link", .href = "/links/new" },
	{ NULL },
};
