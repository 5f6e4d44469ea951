/* routes.c - the pages of signing in, sessions, accounts and roles. */
#include "areas/accounts/area.h"

const struct route ACCOUNTS_ROUTES[] = {
	{ "/sign-in", NULL, 0, sign_in_get, sign_in_post, "Sign in", OPEN | NO_ONCE, NULL, sign_in_before },
	{ "/sign-in/code", NULL, 0, NULL, sign_in_code_post, "Enter your code", OPEN | NO_ONCE, NULL, sign_in_code_before },
	{ "/sign-out", NULL, 0, NULL, sign_out_post, "Sign out", OPEN },
	{ "/locked", NULL, 0, locked_get, locked_post, "Locked", OPEN, NULL, locked_before },
	{ "/step-up", NULL, 0, step_up_get, step_up_post, "Enter a fresh code", ANYONE, NULL, step_up_before },
	{ "/role", NULL, 0, role_get, role_post, "Which role?", ANYONE },
	{ "/campus", NULL, 0, campus_get, campus_post, "Which school?", ANYONE },
	{ "/drafts", NULL, 0, drafts_get, drafts_post, "Your drafts", ANYONE | QUIET | NO_ONCE },
	{ "/drafts/:draft/discard", NULL, 0, NULL, draft_discard_post, "Discard a draft", ANYONE },
	{ NULL },
};
