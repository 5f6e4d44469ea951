/* area.h - accounts: who signs in, in which role, for how long, and who may see one child's record by name.
 *
 * Passwords and secrets are written by web/ alone and never leave (SECRET). A role is held at the campus its row stands in (R2, R7). */
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
enum { LINK_PUPIL, LINK_CONTACT, LINK_TASK, LINK_SENT_TO, LINK_TOKEN, LINK_EXPIRES, LINK_USED, LINK_FIELDS };

extern const struct record ACCOUNT, ROLE_HELD, DELEGATION, INVITATION, CASE_GRANT, CONFLICT, LINK;

extern const struct choice ROLES[];           /* as the access matrix names them */
extern const struct choice ACCOUNT_STATES[];
extern const struct choice LINK_TASKS[];

extern const struct route ACCOUNTS_ROUTES[];

/* ---- second.c: the second factor, and whom a typed name means. Acts are lifted: secrets are the program's alone ---- */
/* By sign-in name, or by an e-mail address that one account alone has. FAULT_NONE otherwise. `whole`: with its sealed secret. */
MUST const struct fault *account_named(struct act *act, const char *typed, bool whole, struct row **out);
/* Is `typed` a code or a recovery code of this account, not used before? *step is the code's; 0: a recovery code, and *rest is what is
 * left of the list. */
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
/* A new session for this account, now fresh: the cookie, the role to begin with, where to go. FAULT_INVALID: it holds no role today. */
MUST const struct fault *session_begin(struct req *rq, struct act *act, const struct row *account);
/* A new token for the session that asks, fresh from now on (R15): the old one ends. */
MUST const struct fault *session_renew(struct req *rq, struct act *act);
page sign_in_get, sign_in_post, sign_in_code_post, sign_out_post;
MUST const struct fault *sign_in_before(struct req *rq);
MUST const struct fault *sign_in_code_before(struct req *rq);

/* ---- session.c ---- */
page locked_get, locked_post, step_up_get, step_up_post, role_get, role_post, campus_get, campus_post;
MUST const struct fault *locked_before(struct req *rq);
MUST const struct fault *step_up_before(struct req *rq);

/* ---- drafts.c ---- */
struct draft_line { struct draft draft; const char *title, *open; }; /* open NULL: its form is gone */
page drafts_get, drafts_post, draft_discard_post;

#endif
