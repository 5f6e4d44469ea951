/* account.c - an account and the roles it holds. Not here: signing in (web/), and what a role may do (law/access.txt). */
#include "areas/accounts/area.h"

const struct choice ROLES[] = {
	{ "senco", "SENCO" }, { "asst_senco", "Assistant SENCO" }, { "regional", "Regional SEND lead" },
	{ "dsl", "Designated safeguarding lead" }, { "pp_lead", "Pupil premium lead" }, { "dt", "Designated teacher" },
	{ "head", "Head teacher" }, { "slt", "Senior leader" }, { "hoy", "Head of year" }, { "teacher", "Teacher" },
	{ "ta", "Teaching assistant" }, { "exams", "Exams officer" }, { "office", "Office" }, { "governor", "Governor" },
	{ "parent", "Parent or carer" }, { "pupil", "Child" }, { "external", "Professional from outside" },
	{ "auditor", "Auditor or data protection lead" }, { "it", "IT administrator" },
	{ NULL, NULL },
};

const struct choice ACCOUNT_STATES[] = {
	{ "invited", "Invited, not yet used" }, { "open", "Open" }, { "closed", "Closed" }, { NULL, NULL },
};

static const struct field account_fields[ACCOUNT_FIELDS] = {
	[ACCOUNT_LOGIN]        = { "login", "Sign-in name", "Letters, digits, dots and hyphens, for example r.okonkwo", F_TEXT,
				   REQUIRED | INDEXED, .max = 80, .ask = "Enter a sign-in name" },
	[ACCOUNT_NAME]         = { "name", "Name", .type = F_TEXT, .flags = REQUIRED | FOLDED | SEARCH, .max = 120,
				   .ask = "Enter the person's name" },
	[ACCOUNT_STAFF]        = { "staff", "Member of staff", "Leave empty for somebody from outside", F_REF, .ref = "staff" },
	[ACCOUNT_EMAIL]        = { "email",
			     "E-mail address", "Invitations and notices go there; never a child's name", F_TEXT, INDEXED,
			     .max = 254 },
	[ACCOUNT_STATE]        = { "state", "State", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = ACCOUNT_STATES },
	[ACCOUNT_PASSWORD]     = { "password", "Password", "Kept as a slow hash", F_TEXT, BY_SYSTEM | SECRET, .max = 200 },
	[ACCOUNT_TOTP]         = { "totp", "Secret of the code app", .type = F_TEXT, .flags = BY_SYSTEM | SECRET | SEALED,
			     .max = 200 },
	[ACCOUNT_TOTP_STEP]    = { "totp_step", "Last code used", "So that a code works once only", F_NUMBER,
			     BY_SYSTEM | SECRET },
	[ACCOUNT_RECOVERY]     = { "recovery", "Recovery codes", "Kept as hashes, one a line", F_LONGTEXT, BY_SYSTEM | SECRET,
			     .max = 2000 },
	[ACCOUNT_PASSWORD_SET] = { "password_set_at", "Password set", .type = F_TIME, .flags = BY_SYSTEM },
	[ACCOUNT_SIGNED_IN]    = { "signed_in_at", "Last signed in", .type = F_TIME, .flags = BY_SYSTEM },
};

static const struct view account_views[] = {
	{ "name", (const char *const[]){ "name", "staff", "state", NULL } },
	{ NULL, NULL },
};

/* A sign-in name is typed on many keyboards: plain letters only; one person each, wherever in the installation. Whoever closes
 * their own account would lock themselves out for good. */
static const struct fault *account_check(struct act *act, struct form *form, struct row *was)
{
	const char *login = form_value(form, ACCOUNT_LOGIN);
	struct act *all = act_lift(act);
	struct rows rows;

	if (strspn(login, "abcdefghijklmnopqrstuvwxyz0123456789.-_@") != strlen(login))
		form_error(form, ACCOUNT_LOGIN, "Use small letters a to z, digits, dots and hyphens only");
	if (was && strcmp(form_value(form, ACCOUNT_STATE), "closed") == 0 && strcmp(row_id(was), act->who->account) == 0)
		form_error(form, ACCOUNT_STATE, "You cannot close your own account. Ask a head or the IT administrator");
	if (!*login || (was && strcmp(login, row_text(was, ACCOUNT_LOGIN)) == 0))
		return NULL;
	TRY(act_guard(all));
	TRY(record_list(all, &ACCOUNT, &(struct ask){ .where = { { ACCOUNT_LOGIN, IS, login } }, .limit = 2, .with_withdrawn = true,
		.clear_only = true }, &rows));
	for (int i = 0; i < rows.count; i++)
		if (!was || strcmp(row_id(rows.row[i]), row_id(was)) != 0)
			form_error(form, ACCOUNT_LOGIN, "Somebody has this sign-in name already. Choose another one");
	return act_guard(act);
}

const struct record ACCOUNT = {
	"account", "Account", "Accounts", account_fields, ACCOUNT_FIELDS, .self = "id", .tier = T2, .order = "name_fold",
		.keep = "account",
	.views = account_views, .hooks = &(const struct hooks){ account_check, rights_added, account_altered },
	.says = "Somebody who may sign in. What they may do comes from the roles they hold.",
};

static const struct field role_fields[ROLE_HELD_FIELDS] = {
	[ROLE_HELD_ACCOUNT] = { "account", "Who", .type = F_REF, .flags = REQUIRED, .ref = "account",
			     .ask = "Choose who holds the role" },
	[ROLE_HELD_ROLE]    = { "role", "Role", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = ROLES,
			     .ask = "Choose the role" },
	[ROLE_HELD_EXTENT]  = { "extent", "For what", "A group role: its purpose at this school", F_TEXT, .max = 200 },
	[ROLE_HELD_FROM]    = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[ROLE_HELD_UNTIL]   = { "until", "Until", "Leave empty if it has no end", F_DATE },
	[ROLE_HELD_REASON]  = { "reason", "Why", .type = F_TEXT, .max = 400 },
};

const struct record ROLE_HELD = {
	"role_held", "Role", "Roles", role_fields, ROLE_HELD_FIELDS, .self = "account", .tier = T2, .from = "from",
		.until = "until",
	.order = "-from", .keep = "account", .hooks = &(const struct hooks){ role_check, rights_added, rights_altered },
	.says = "A role that somebody holds at this school from one day to another.",
};

static const struct field delegation_fields[DELEGATION_FIELDS] = {
	[DELEGATION_GIVER]  = { "giver", "Whose role", .type = F_REF, .flags = REQUIRED, .ref = "account",
			     .ask = "Choose whose role it is" },
	[DELEGATION_TAKER]  = { "taker", "Who stands in", .type = F_REF, .flags = REQUIRED, .ref = "account",
			     .ask = "Choose who stands in" },
	[DELEGATION_ROLE]   = { "role", "Role", .type = F_CHOICE, .flags = REQUIRED | INDEXED, .choices = ROLES,
			     .ask = "Choose the role" },
	[DELEGATION_FROM]   = { "from", "From", .type = F_DATE, .flags = REQUIRED, .ask = "Enter the first day" },
	[DELEGATION_UNTIL]  = { "until", "Last day", .type = F_DATE, .flags = REQUIRED,
			     .ask = "Enter the last day: standing in always ends" },
	[DELEGATION_REASON] = { "reason", "Why", .type = F_TEXT, .flags = REQUIRED, .max = 400,
			     .ask = "Enter why, for example maternity leave" },
};

const struct record DELEGATION = {
	"delegation", "Standing in", "Standing in", delegation_fields, DELEGATION_FIELDS, .self = "giver", .tier = T2,
		.from = "from",
	.until = "until", .order = "-from", .keep = "account",
	.hooks = &(const struct hooks){ delegation_check, rights_added, rights_altered },
	.says = "Somebody stands in for a role until a stated day.",
};

static const struct field invitation_fields[INVITATION_FIELDS] = {
	[INVITATION_ACCOUNT] = { "account", "Who", .type = F_REF, .flags = REQUIRED, .ref = "account",
			     .ask = "Choose who is invited" },
	[INVITATION_TOKEN]   = { "token", "Token", "Kept as a hash", F_TEXT, BY_SYSTEM | SECRET | INDEXED, .max = 64 },
	[INVITATION_EXPIRES] = { "expires_at", "Valid until", .type = F_TIME, .flags = BY_SYSTEM },
	[INVITATION_USED]    = { "used_at", "Used", .type = F_TIME, .flags = BY_SYSTEM },
};

const struct record INVITATION = {
	"invitation", "Invitation", "Invitations", invitation_fields, INVITATION_FIELDS, .self = "account", .tier = T2,
	.order = "-expires_at", .keep = "account", .hooks = &(const struct hooks){ .before_check = invitation_check },
		.says = "A link by which somebody sets their password and code app for the first time.",
};
