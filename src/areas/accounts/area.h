/* area.h - accounts: who signs in, in which role, for how long, and who may see one child's record by name.
 *
 * Passwords and secrets are written by web/ alone and never leave (SECRET). A role is held at the campus its row stands in (R2,
 * R7). */
#ifndef AREAS_ACCOUNTS_AREA_H
#define AREAS_ACCOUNTS_AREA_H

#include "record/act.h"
#include "record/record.h"
#include "record/who.h"
#include "seal/password.h"
#include "web/web.h"

enum {
	ACCOUNT_LOGIN, ACCOUNT_NAME, ACCOUNT_STAFF, ACCOUNT_EMAIL, ACCOUNT_STATE, ACCOUNT_PASSWORD, ACCOUNT_TOTP,
		ACCOUNT_TOTP_STEP,
	ACCOUNT_RECOVERY, ACCOUNT_PASSWORD_SET, ACCOUNT_SIGNED_IN, ACCOUNT_FIELDS
};
enum { ROLE_HELD_ACCOUNT, ROLE_HELD_ROLE, ROLE_HELD_EXTENT, ROLE_HELD_FROM, ROLE_HELD_UNTIL, ROLE_HELD_REASON, ROLE_HELD_FIELDS };
enum {
	DELEGATION_GIVER, DELEGATION_TAKER, DELEGATION_ROLE, DELEGATION_FROM, DELEGATION_UNTIL, DELEGATION_REASON,
		DELEGATION_FIELDS
};
enum { INVITATION_ACCOUNT, INVITATION_TOKEN, INVITATION_EXPIRES, INVITATION_USED, INVITATION_FIELDS };
enum {
	CASE_GRANT_ACCOUNT, CASE_GRANT_PUPIL, CASE_GRANT_RECORD, CASE_GRANT_VIEW, CASE_GRANT_PURPOSE, CASE_GRANT_FROM,
		CASE_GRANT_UNTIL,
	CASE_GRANT_FIELDS
};
enum { CONFLICT_ACCOUNT, CONFLICT_PUPIL, CONFLICT_WHY, CONFLICT_FIELDS };

extern const struct record ACCOUNT, ROLE_HELD, DELEGATION, INVITATION, CASE_GRANT, CONFLICT;

extern const struct choice ROLES[];           /* as the access matrix names them */
extern const struct choice ACCOUNT_STATES[];

extern const struct route ACCOUNTS_ROUTES[];

/* ---- rules.c: hooks of the tables, and what they say ---- */
bool role_guarded(const char *role);                          /* only a head gives it */
bool act_holds(const struct act *act, const char *role);      /* at the campus in view */
MUST const struct fault *role_check(struct act *act, struct form *form, struct row *was);
MUST const struct fault *delegation_check(struct act *act, struct form *form, struct row *was);
MUST const struct fault *grant_check(struct act *act, struct form *form, struct row *was);
MUST const struct fault *conflict_check(struct act *act, struct form *form, struct row *was);
MUST const struct fault *invitation_check(struct act *act, struct form *form, struct row *was);
MUST const struct fault *rights_added(struct act *act, struct row *row);
MUST const struct fault *rights_altered(struct act *act, struct row *was, struct row *now);
MUST const struct fault *account_altered(struct act *act, struct row *was, struct row *now);

/* ---- second.c: the second factor, and whom a typed name means. Acts are lifted: secrets are the program's alone ---- */
const char *lower_case(struct arena *a, const char *typed);
/* By sign-in name, or by an e-mail address that one account alone has. FAULT_NONE otherwise. `whole`: with its sealed secret. */
MUST const struct fault *account_named(struct act *act, const char *typed, bool whole, struct row **out);
/* Is `typed` a code or a recovery code of this account, not used before? *step is the code's; 0: a recovery code, and *rest is what
 * is left of the list. */
struct second { bool right; int64_t step; const char *rest; };
struct second second_check(struct arena *a, const struct row *account, const char *typed);
/* Note in `form` (of ACCOUNT) that it was used. */
void second_used(struct form *form, const struct second *s);
/* The code to show in a demonstration: one not used yet. */
const char *second_now(struct arena *a, const struct row *account);
const char *second_now_of(struct arena *a, const char *base32);
bool second_secret(const struct row *account, unsigned char secret[TOTP_SECRET]);
/* Ten new codes for the person to keep; what is stored goes into `form`. */
void second_recovery(struct arena *a, struct form *form, const char *codes[RECOVERY_CODES]);
int second_recovery_left(const struct row *account);

/* ---- sign_in.c ---- */
struct sign_in {
	const char *login, *next, *ticket, *note;
	const char *error_login, *error;
	const struct web_demo *demo;   /* NULL: no demonstration */
	const char *demo_code;
};
/* `typed` if it is a path of ours, else "/". */
const char *local_path(const char *typed);
/* An act of the program's for a page that nobody need be signed in for. */
MUST const struct fault *program_act(struct req *rq, struct act **out);
/* From here on a lifted act is this person's in versions and journal. */
void act_as(struct act *act, const struct row *account);
/* A new session for this account, now fresh: the cookie, the role to begin with, where to go. FAULT_INVALID: it holds no role
 * today. */
MUST const struct fault *session_begin(struct req *rq, struct act *act, const struct row *account);
/* A new token for the session that asks, fresh from now on (R15): the old one ends. */
MUST const struct fault *session_renew(struct req *rq, struct act *act);
page sign_in_get, sign_in_post, sign_in_code_post, sign_out_post;
MUST const struct fault *sign_in_before(struct req *rq);
MUST const struct fault *sign_in_code_before(struct req *rq);

/* Says how long to wait, and sets the answer's status. */
const char *too_often(struct req *rq, int64_t wait);
/* The page as it stands, sent with the commit: for what is shown once and kept nowhere. A reload makes another. */
MUST const struct fault *show_once(struct req *rq, struct ui *ui);

/* ---- first.c: an invitation, from its making to its use ---- */
/* A new invitation in place of any older one; *link is its address, known from now on to whoever reads the letter. FAULT_INVALID:
 * see form. */
MUST const struct fault *invitation_make(struct req *rq, const struct row *account, struct form **form, const char **link);
/* Those not used yet no longer work. */
MUST const struct fault *invitation_void_older(struct act *act, const char *account);
/* The letter with the link, shown once. */
MUST const struct fault *invitation_letter(struct req *rq, struct ui *ui, const struct row *account, const char *link);
struct code_app { const char *name, *login, *secret, *uri, *ticket, *action, *error, *lede, *demo_code; };
/* A fresh secret, or the one of the ticket that was posted. */
MUST const struct fault *code_app_new(struct req *rq, const struct row *account, const char *action, struct code_app *out);
/* Does the posted code fit the posted ticket's secret? Then secret, step and recovery codes are in `form`; else app->error says
 * why. */
bool code_app_take(struct req *rq, const struct row *account, struct code_app *app, struct form *form,
	const char *codes[RECOVERY_CODES]);
/* NULL, or why this password is too weak for this person. */
const char *password_refused(struct req *rq, const struct row *account, const char *password);
page invitation_get, invitation_post, invitation_code_get, invitation_code_post;
MUST const struct fault *invitation_before(struct req *rq);

/* ---- reset.c: a new password by a code that IT or the office hands over ---- */
struct reset_form { const char *login, *code, *error_login, *error_code, *error_password; };
page account_reset_get, account_reset_post, reset_get, reset_post;
MUST const struct fault *reset_before(struct req *rq);

/* ---- list.c ---- */
struct account_line { const struct row *account; const char *roles, *href; };
struct account_list {
	const struct account_line *lines;
	int count, total, page;
	const char *words, *state, *role, *here;
	bool may_add, lends, grants, conflicts; /* may open those pages */
	bool logins;                            /* reads how others sign in, not the own account's alone */
};
page accounts_get, account_new_get, account_new_post;
/* Who may be chosen: open accounts of this school by name, after an empty line that says `none`. */
MUST const struct fault *account_options(struct act *act, const char *none, const struct ui_option **out);
/* All roles, or, with an act, those that this person may give here. */
const struct ui_option *role_options(struct arena *a, const struct act *act, const char *none);
struct account_form {
	const struct row *account;
	struct form *form;
	const char *role, *action;
	const struct ui_option *staff, *roles;
};

/* Its lists of staff and roles, and the reading scale. */
MUST const struct fault *account_form_lists(struct req *rq, struct account_form *f);

/* ---- one.c ---- */
extern const struct ui_link ACCOUNT_CRUMBS[];
struct account_page {
	const struct row *account;
	struct rows roles, lent, borrowed, grants, invitations;
	const char *const *campuses, *const *lent_to, *const *borrowed_from; /* names, in the order of roles, lent, borrowed */
	int sessions, conflicts;
	bool may_change, may_role, may_invite, me, lends, sees_conflicts;
};
page account_get, account_edit_get, account_edit_post, account_state_get, account_state_post, account_invite_get,
	account_invite_post;
page account_sessions_post, role_new_get, role_new_post, role_end_get, role_end_post;
/* The name of an account, whoever asks: names of colleagues are no secret among staff. */
MUST const struct fault *account_name(struct act *act, const char *id, const char **name);
/* roles.c: an error of a field that the page does not ask for stands at one that it does. */
void errors_at(struct form *form, int hidden, int shown);
/* Changed by right of editing or, where a head approves, of approving. */
MUST const struct fault *account_change(struct act *act, struct row *row, struct form *form);

/* ---- session.c ---- */
page locked_get, locked_post, step_up_get, step_up_post, role_get, role_post, campus_get, campus_post;
MUST const struct fault *locked_before(struct req *rq);
MUST const struct fault *step_up_before(struct req *rq);

/* ---- own.c ---- */
struct own_page {
	const struct row *account;
	struct rows roles;
	const char *const *campuses;
	const struct session *sessions;
	const char *here;            /* this session's id */
	int session_count, recovery, drafts;
	bool lends, conflicts;       /* may open those pages */
};
page own_get, own_password_get, own_password_post, own_code_get, own_code_post, own_recovery_get, own_recovery_post,
	own_sessions_post;
MUST const struct fault *own_password_before(struct req *rq);
/* Names of the schools that these rows stand in, in their order. */
MUST const struct fault *campus_names(struct act *act, const struct rows *rows, const char *const **out);

/* ---- grants.c, conflicts.c ---- */
struct grant_line { const struct row *row; const char *who, *other, *what; const char *end; bool over; }; /* end NULL: not theirs to end */
/* opens: may come to the children */
struct grant_list { const struct grant_line *lines; int count; bool may_add, opens; const char *words; };
struct grant_form {
	struct form *form;
	const char *action, *child, *child_href;
	const struct ui_option *accounts, *roles, *records; /* accounts NULL: about oneself */
};
struct child_line { const char *name, *href; };
page delegations_get, delegation_new_get, delegation_new_post, delegation_end_get, delegation_end_post;
page grants_get, grant_new_get, grant_new_post, grant_end_get, grant_end_post;
page conflicts_get, conflict_find_get, conflict_new_get, conflict_new_post, conflict_end_get, conflict_end_post;
const char *child_name(struct arena *a, const struct row *pupil);
/* A page that asks once more before a grant, a lending or a conflict ends. */
MUST const struct fault *end_page(struct req *rq, struct ui *ui, const char *title, const char *text, const char *action,
	const char *back);

/* ---- drafts.c ---- */
struct draft_line { struct draft draft; const char *title, *open; }; /* open NULL: its form is gone */
page drafts_get, drafts_post, draft_discard_post;

#endif
