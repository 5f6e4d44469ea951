/* own.c - a person's own account: password, code app, recovery codes, sessions. What they may do is on one.c's page, for others. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/first.tmpl.h"
#include "areas/accounts/own.tmpl.h"

static void shell(struct req *rq, const char *title)
{
	static const struct ui_link CRUMBS[] = { { "Your account", "/account", false, 0 }, { NULL, NULL, false, 0 } };

	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_READ;
	rq->ui->shell.crumbs = CRUMBS;
}

/* The account whole, secrets too, for the program; what is shown of it is in the templates. */
static const struct fault *mine(struct req *rq, struct act **act, struct row **account)
{
	TRY(program_act(rq, act));
	return record_get(*act, &ACCOUNT, rq->act->who->account, account);
}

const struct fault *own_get(struct req *rq, struct ui *ui)
{
	struct own_page p = { .here = rq->session->id };
	struct session *sessions;
	struct draft *drafts;
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	p.account = account;
	p.recovery = second_recovery_left(account);
	TRY(record_list(act, &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, row_id(account) } },
		.as_at = day_iso(rq->a, act->today) }, &p.roles));
	TRY(campus_names(act, &p.roles, &p.campuses));
	TRY(session_list(act, row_id(account), &sessions, &p.session_count));
	TRY(draft_list(act, row_id(account), &drafts, &p.drafts));
	p.sessions = sessions;
	p.lends = record_ever(rq->act, &DELEGATION, RIGHT_READ);
	p.conflicts = record_ever(rq->act, &CONFLICT, RIGHT_READ);
	return tmpl_own(ui, &p);
}

/* Sign out everywhere else: what was open with the old secret is open no more. */
static const struct fault *secret_changed(struct req *rq, struct act *act, const char *what)
{
	TRY(session_end_others(act, rq->act->who->account, rq->session->id));
	journal_note(act, "security", "account", rq->act->who->account, "", what);
	return NULL;
}

/* ---- password ---- */

struct change { const char *account, *hash_now, *hash, *refused; bool right; int64_t wait; };

static const struct fault *find_now(struct act *act, void *self)
{
	struct change *c = self;
	struct row *account;

	TRY(record_get(act, &ACCOUNT, c->account, &account));
	c->hash_now = row_text(account, ACCOUNT_PASSWORD);
	return NULL;
}

const struct fault *own_password_before(struct req *rq)
{
	struct change *c = arena_alloc(rq->a, sizeof *c);
	const char *now = rq_param(rq, "password"), *new = rq_param(rq, "new_password");

	rq->prepared = c;
	c->account = rq->act->who->account;
	if (!now || !*now || strlen(now) > PASSWORD_MOST)
		return NULL;
	c->wait = web_try(rq, c->account);
	if (c->wait)
		return NULL;
	TRY(web_read(rq, find_now, c));
	TRY(password_check(rq->a, c->hash_now, now, strlen(now), &c->right));
	if (!c->right || !new || !*new || strlen(new) > PASSWORD_MOST)
		return NULL;
	web_tried(rq, c->account);
	return password_hash(rq->a, new, strlen(new), &c->hash);
}

static const struct fault *password_page(struct req *rq, struct ui *ui, const struct row *account, const char *error_now,
	const char *error)
{
	shell(rq, "Change your password");
	return tmpl_own_password(ui, row_text(account, ACCOUNT_LOGIN), error_now, error);
}

const struct fault *own_password_get(struct req *rq, struct ui *ui)
{
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	return password_page(rq, ui, account, NULL, NULL);
}

const struct fault *own_password_post(struct req *rq, struct ui *ui)
{
	const struct change *c = rq->prepared;
	struct form *form = form_new(rq->a, &ACCOUNT);
	const char *refused;
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	refused = password_refused(rq, account, rq_param(rq, "new_password"));
	if (c->wait) {
		rq->status = 429;
		return password_page(rq, ui, account,
			arena_printf(rq->a, "That was tried too often. Wait %lld seconds and try again", (long long)c->wait), NULL);
	}
	if (!c->right)
		return password_page(rq, ui, account, rq_param(rq, "password") && *rq_param(rq, "password") ?
			"That is not your password. Check it and try again" : "Enter your password", refused);
	if (refused || !c->hash)
		return password_page(rq, ui, account, NULL, refused ? refused : "Choose another password");
	form_set(form, ACCOUNT_PASSWORD, c->hash);
	form_set(form, ACCOUNT_PASSWORD_SET, act->moment);
	TRY(record_change(act, account, form));
	TRY(secret_changed(rq, act, "password changed"));
	rq_notice(rq, NULL, "Your password is changed. You are signed out everywhere else.");
	return go(rq, "/account");
}

/* ---- code app ---- */

static const struct fault *code_page(struct req *rq, struct ui *ui, struct code_app *app)
{
	app->lede = "The old one stops working, and your recovery codes are replaced.";
	shell(rq, "A new code app");
	return tmpl_code_app(ui, app);
}

const struct fault *own_code_get(struct req *rq, struct ui *ui)
{
	struct code_app app;
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	TRY(code_app_new(rq, account, "/account/code", &app));
	return code_page(rq, ui, &app);
}

const struct fault *own_code_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACCOUNT);
	const char *codes[RECOVERY_CODES];
	struct code_app app;
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	TRY(code_app_new(rq, account, "/account/code", &app));
	if (!code_app_take(rq, account, &app, form, codes))
		return code_page(rq, ui, &app);
	TRY(record_change(act, account, form));
	TRY(secret_changed(rq, act, "new code app"));
	shell(rq, "Your recovery codes");
	TRY(tmpl_recovery(ui, row_text(account, ACCOUNT_LOGIN), codes, false));
	return show_once(rq, ui);
}

/* ---- recovery codes, sessions ---- */

const struct fault *own_recovery_get(struct req *rq, struct ui *ui)
{
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	shell(rq, "New recovery codes");
	return tmpl_own_recovery(ui, second_recovery_left(account));
}

const struct fault *own_recovery_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACCOUNT);
	const char *codes[RECOVERY_CODES];
	struct row *account;
	struct act *act;

	TRY(mine(rq, &act, &account));
	second_recovery(rq->a, form, codes);
	TRY(record_change(act, account, form));
	journal_note(act, "security", "account", row_id(account), "", "new recovery codes");
	shell(rq, "Your recovery codes");
	TRY(tmpl_recovery(ui, row_text(account, ACCOUNT_LOGIN), codes, false));
	return show_once(rq, ui);
}

const struct fault *own_sessions_post(struct req *rq, struct ui *ui)
{
	struct act *act;

	(void)ui;
	TRY(program_act(rq, &act));
	TRY(session_end_others(act, rq->act->who->account, rq->session->id));
	journal_note(act, "sign-out", "account", rq->act->who->account, "", "everywhere else");
	rq_notice(rq, NULL, "You are signed out everywhere else.");
	return go(rq, "/account");
}
