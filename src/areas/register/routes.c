/* routes.c - the addresses of the register. What each does is in the file its page functions are in. */
#include "areas/register/pages.h"

const struct route REGISTER_ROUTES[] = {
	{ "/register", &REGISTER_STATUS, RIGHT_READ, register_page, NULL, "SEND register", .section = "Register" },
	{ "/register/views", &SAVED_VIEW, RIGHT_ADD, views_page, view_save, "Your saved views", .section = "Register" },
	{ "/register/views/:view", &SAVED_VIEW, RIGHT_EDIT, NULL, view_change, "Your saved views", .section = "Register" },
	{ "/register/add", &REGISTER_STATUS, RIGHT_ADD, add_page, NULL, "Put a child on the register", .section = "Register" },
	{ "/pupils/:pupil/register/enter", &REGISTER_STATUS, RIGHT_ADD, enter_page, enter_post, "Put a child on the register", .section = "Register" },
	{ "/pupils/:pupil/register/change", &REGISTER_STATUS, RIGHT_ADD, change_page, change_post, "Change a child’s status", .section = "Register" },
	{ "/pupils/:pupil/register/leave", &REGISTER_STATUS, RIGHT_ADD, leave_page, leave_post, "Take a child off the register", .section = "Register" },
	{ "/pupils/:pupil/notes/new", &NOTE, RIGHT_ADD, sheet_new, sheet_new_post, "Add a note", .section = "Register" },
	{ "/pupils/:pupil/notes/:note/change", &NOTE, RIGHT_EDIT, sheet_change, sheet_change_post, "Change a note", .section = "Register" },
	{ "/pupils/:pupil/needs/new", &NEED, RIGHT_ADD, sheet_new, sheet_new_post, "Add a need", .section = "Register" },
	{ "/pupils/:pupil/needs/:need/change", &NEED, RIGHT_EDIT, sheet_change, sheet_change_post, "Change a need", .section = "Register" },
	{ "/pupils/:pupil/strengths/new", &STRENGTH, RIGHT_ADD, sheet_new, sheet_new_post, "Add a strength", .section = "Register" },
	{ "/pupils/:pupil/strengths/:strength/change", &STRENGTH, RIGHT_EDIT, sheet_change, sheet_change_post, "Change a strength", .section = "Register" },
	{ "/pupils/:pupil/strategies/new", &STRATEGY, RIGHT_ADD, sheet_new, sheet_new_post, "Add what helps", .section = "Register" },
	{ "/pupils/:pupil/strategies/:strategy/change", &STRATEGY, RIGHT_EDIT, sheet_change, sheet_change_post, "Change what helps", .section = "Register" },
	{ "/pupils/:pupil/meetings/new", &PARENT_MEETING, RIGHT_ADD, sheet_new, sheet_new_post, "Add a meeting", .section = "Register" },
	{ "/pupils/:pupil/meetings/:meeting/change", &PARENT_MEETING, RIGHT_EDIT, sheet_change, sheet_change_post, "Change a meeting", .section = "Register" },
	{ "/register/undo/:act", &REGISTER_STATUS, RIGHT_READ, NULL, undo_post, "Undo" },
	{ NULL },
};
