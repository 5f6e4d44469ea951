/* routes.c - the addresses of support, and what it puts on the child's page and the homes. */
#include "areas/support/support.h"

const struct route SUPPORT_ROUTES[] = {
	{ "/worry", &WORRY, RIGHT_ADD, worry_page, worry_post, "Raise a worry", .section = "Raise a worry" },
	{ "/worries", &WORRY, RIGHT_EDIT, worry_queue_page, NULL, "Worries", .section = "Worries" },
	{ "/worries/mine", &WORRY, RIGHT_READ, my_worries_page, NULL, "Worries you raised", .section = "Raise a worry" },
	{ "/worries/:worry", &WORRY, RIGHT_READ, one_worry_page, worry_decide_post, "A worry", .section = "Worries" },
	{ "/pupils/:pupil/rounds/new", &ASK_ROUND, RIGHT_ADD, round_new, round_new_post, "Ask everyone who teaches the child", .section = "Worries" },
	{ "/rounds/:round", &ASK_ROUND, RIGHT_READ, round_page_one, NULL, "What those who teach the child say", .section = "Worries" },
	{ "/rounds/:round/again", &ASK_ROUND, RIGHT_EDIT, NULL, round_again, "Ask again", .section = "Worries" },
	{ "/rounds/:round/close", &ASK_ROUND, RIGHT_EDIT, NULL, round_close, "Close a round", .section = "Worries" },
	{ "/asks", &ASK, RIGHT_READ, asks_page, NULL, "To answer", .section = "To answer" },
	{ "/asks/:ask", &ASK, RIGHT_EDIT, ask_page, ask_post, "What do you see?", .section = "To answer" },
	{ "/questions", &QUESTION, RIGHT_EDIT, questions_page, NULL, "Questions to ask", .section = "Worries" },
	{ "/questions/first", &QUESTION, RIGHT_ADD, NULL, questions_first, "Put in the first questions", .section = "Worries" },
	{ "/questions/new", &QUESTION, RIGHT_ADD, question_new, question_new, "Add a question", .section = "Worries" },
	{ "/questions/:question", &QUESTION, RIGHT_EDIT, question_change, question_change, "Change a question", .section = "Worries" },
	{ NULL },
};

const struct panel SUPPORT_PANELS[] = {
	{ "home-senco", 650, &ASK_ROUND, RIGHT_EDIT, "Being asked", PANEL_RAIL, rounds_panel },
	{ "home-teacher", 50, &ASK, RIGHT_READ, "To answer", PANEL_WHOLE, asks_panel },
	{ "home-ta", 50, &ASK, RIGHT_READ, "To answer", PANEL_WHOLE, asks_panel },
	{ "home-lead", 50, &ASK, RIGHT_READ, "To answer", PANEL_WHOLE, asks_panel },
	{ "child", 450, &ASK_ROUND, RIGHT_READ, "What those who teach say", PANEL_HALF, child_round_panel },
	{ "child-acts", 450, &ASK_ROUND, RIGHT_ADD, "Ask everyone who teaches", .href = "/rounds/new" },
	{ "evidence", 100, &ASK_ROUND, RIGHT_READ, "What those who teach say", PANEL_WHOLE, round_evidence },
	{ "home-senco", 50, &WORRY, RIGHT_EDIT, "Worries to look at", PANEL_WHOLE, worries_panel },
	{ "home-teacher", 300, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ "home-ta", 300, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ "home-lead", 350, &WORRY, RIGHT_READ, "Worries you raised", PANEL_WHOLE, my_worries_panel },
	{ NULL },
};
