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
	{ "/invitation/:token", NULL, 0, invitation_get, invitation_post, "Choose a password", OPEN | NO_ONCE, NULL, invitation_before },
	{ "/invitation/:token/code", NULL, 0, invitation_code_get, invitation_code_post, "Set up your code app", OPEN | NO_ONCE },
	{ "/accounts", &ACCOUNT, RIGHT_READ, accounts_get, NULL, "Accounts", 0, "Accounts" },
	{ "/accounts/new", &ACCOUNT, RIGHT_ADD, account_new_get, account_new_post, "Add an account", STEP_UP, "Accounts" },
	{ "/accounts/:account", &ACCOUNT, RIGHT_READ, account_get, NULL, "Account", 0, "Accounts" },
	{ "/accounts/:account/edit", &ACCOUNT, RIGHT_READ, account_edit_get, account_edit_post, "Change the account", STEP_UP, "Accounts" },
	{ "/accounts/:account/state", &ACCOUNT, RIGHT_READ, account_state_get, account_state_post, "Close or open the account", STEP_UP,
	  "Accounts" },
	{ "/accounts/:account/invite", &INVITATION, RIGHT_ADD, account_invite_get, account_invite_post, "Make an invitation", STEP_UP,
	  "Accounts" },
	{ "/accounts/:account/sessions", &ACCOUNT, RIGHT_READ, NULL, account_sessions_post, "Sign out everywhere", 0, "Accounts" },
	{ "/accounts/:account/roles/new", &ROLE_HELD, RIGHT_ADD, role_new_get, role_new_post, "Give a role", STEP_UP, "Accounts" },
	{ "/accounts/:account/roles/:role/end", &ROLE_HELD, RIGHT_EDIT, role_end_get, role_end_post, "End a role", STEP_UP, "Accounts" },
	{ NULL },
};
