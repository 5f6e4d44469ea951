/* reset.c - a forgotten password, without mail: IT or the office gives the person a code, which works once and for a day, and the
 * person chooses a new password with it. The code app stays as it is, so whoever made the code cannot come in with it (an
 * invitation can let somebody in anew, and needs a head for those who read most). Nothing here says whether an account exists. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/first.tmpl.h"
#include "base/text.h"
#include "seal/hash.h"

enum { VALID_HOURS = 24 };

static const char WRONG[] = "The name and the code do not fit together, or the code was used before or is older than a day";

/* Apart from the hashes of invitations: neither opens what the other does. */
static const char *hash_of(struct arena *a, const char *account, const char *tidy)
{
	return seal_token_hash(a, arena_printf(a, "reset %s %s", account, tidy));
}

/* ---- making one ---- */

static const char *path_of(const struct req *rq, const char *more)
{
	return arena_printf(rq->a, "/accounts/%s%s", rq_arg(rq, "account"), more);
}

static const struct fault *confirm(struct req *rq, struct ui *ui, const struct row *account, const char *refused)
{
	ui->shell.title = "Reset the password";
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	if (refused)
		rq->status = 400;
	return tmpl_reset_confirm(ui, row_text(account, ACCOUNT_NAME), path_of(rq, "/reset"), path_of(rq, ""), refused);
}

const struct fault *account_reset_get(struct req *rq, struct ui *ui)
{
	struct row *account;

	TRY(record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), &account));
	return confirm(rq, ui, account, NULL);
}

/* Lifted: the rule that only a head makes a new way in is for invitations, which replace the code app too. */
static const struct fault *make_code(struct req *rq, const struct row *account, const char **code, const char **until)
{
	const char *codes[RECOVERY_CODES], *id;
	struct act *act = act_lift(rq->act);
	struct form *form = form_new(rq->a, &INVITATION);

	recovery_codes(rq->a, codes);
	*code = codes[0];
	*until = moment_text(rq->a, moment_seconds(rq->act->moment) + VALID_HOURS * 3600);
	form_set(form, INVITATION_ACCOUNT, row_id(account));
	form_set(form, INVITATION_TOKEN, hash_of(rq->a, row_id(account), recovery_tidy(rq->a, *code)));
	form_set(form, INVITATION_EXPIRES, *until);
	TRY(invitation_void_older(act, row_id(account)));
	TRY(record_add(act, &INVITATION, NULL, form, &id));
	journal_note(rq->act, "security", "account", row_id(account), "", "a reset code was made");
	return NULL;
}

const struct fault *account_reset_post(struct req *rq, struct ui *ui)
{
	const char *code, *until;
	struct row *account;

	TRY(record_get(rq->act, &ACCOUNT, rq_arg(rq, "account"), &account));
	if (strcmp(row_text(account, ACCOUNT_STATE), "open") != 0)
		return confirm(rq, ui, account, "This account is not open: make an invitation, or open it first");
	TRY(make_code(rq, account, &code, &until));
	ui->shell.title = "Reset code";
	ui->shell.scale = UI_READ;
	ui->shell.crumbs = ACCOUNT_CRUMBS;
	TRY(tmpl_reset_code(ui, row_text(account, ACCOUNT_NAME), row_text(account, ACCOUNT_LOGIN), code, moment_long(rq->a, until),
		path_of(rq, "")));
	return show_once(rq, ui);
}

/* ---- using one ---- */

struct reset { const char *login, *tidy, *password, *hash, *refused; struct row *invitation, *account; int64_t wait; };

/* FAULT_NONE: whatever is wrong. */
static const struct fault *find(struct act *act, void *self)
{
	struct reset *r = self;
	struct rows rows;

	TRY(account_named(act, r->login, false, &r->account));
	TRY(record_list(act, &INVITATION, &(struct ask){ .where = { { INVITATION_TOKEN, IS, hash_of(act->a, row_id(r->account),
		r->tidy) } }, .limit = 1 }, &rows));
	if (!rows.count || *row_text(rows.row[0], INVITATION_USED) || strcmp(row_text(rows.row[0], INVITATION_EXPIRES),
		act->moment) < 0 ||
		strcmp(row_text(r->account, ACCOUNT_STATE), "open") != 0)
		return FAULT(act->a, FAULT_NONE, "no reset code that can be used");
	r->invitation = rows.row[0];
	return NULL;
}

static bool is_complete(const struct reset *r)
{
	return *r->login && r->tidy && r->password && *r->password && strlen(r->password) <= PASSWORD_MOST;
}

const struct fault *reset_before(struct req *rq)
{
	struct reset *r = arena_alloc(rq->a, sizeof *r);
	const struct fault *f;

	rq->prepared = r;
	r->login = rq_text(rq, "login");
	r->tidy = recovery_tidy(rq->a, rq_text(rq, "code"));
	r->password = rq_param(rq, "password");
	if (!is_complete(r))
		return NULL;
	r->wait = web_try(rq, arena_printf(rq->a, "reset %s", text_fold(rq->a, r->login)));
	if (r->wait)
		return NULL;
	f = web_read(rq, find, r);
	if (f && f->code == FAULT_NONE)
		r->account = NULL;
	else
		TRY(f);
	if (!r->account)
		return NULL;
	r->refused = password_refused(rq, r->account, r->password);
	return r->refused ? NULL : password_hash(rq->a, r->password, strlen(r->password), &r->hash);
}

static const struct fault *reset_page(struct req *rq, struct ui *ui, const struct reset_form *f)
{
	rq->ui->shell.title = "Choose a new password";
	rq->ui->shell.scale = UI_READ;
	return tmpl_reset(ui, f);
}

const struct fault *reset_get(struct req *rq, struct ui *ui)
{
	return reset_page(rq, ui, &(struct reset_form){ .login = "", .code = "" });
}

/* What is wrong with what was typed; false: nothing. */
static bool mistakes(struct req *rq, const struct reset *made, struct reset_form *f)
{
	bool typed = is_complete(made);

	if (!*made->login)
		f->error_login = "Enter your sign-in name or e-mail address";
	if (made->wait)
		f->error_code = too_often(rq, made->wait);
	else if (!made->tidy)
		f->error_code = *f->code ? "A reset code has twelve letters and figures, like 7k4p-9qxd-2mfa" :
			"Enter the code you were given";
	else if (typed && !made->hash && !made->refused)
		f->error_code = WRONG;
	if (!typed && (!made->password || !*made->password))
		f->error_password = "Enter a password";
	else if (made->password && strlen(made->password) > PASSWORD_MOST)
		f->error_password = "A password has at most 1,024 letters";
	else if (made->refused)
		f->error_password = made->refused;
	return f->error_login || f->error_code || f->error_password;
}

const struct fault *reset_post(struct req *rq, struct ui *ui)
{
	const struct reset *made = rq->prepared;
	struct reset_form shown = { .login = made->login, .code = rq_text(rq, "code") };
	struct form *form = form_new(rq->a, &ACCOUNT), *used = form_new(rq->a, &INVITATION);
	struct reset now = *made;
	const struct fault *f;
	struct act *act;

	if (mistakes(rq, made, &shown)) {
		if (shown.error_code == WRONG)
			journal_note(rq->act, "denied", "account", "", "", "reset code");
		return reset_page(rq, ui, &shown);
	}
	TRY(program_act(rq, &act));
	f = find(act, &now);
	if (f && f->code == FAULT_NONE) {
		shown.error_code = WRONG;
		return reset_page(rq, ui, &shown);
	}
	TRY(f);
	act_as(act, now.account);
	form_set(form, ACCOUNT_PASSWORD, made->hash);
	form_set(form, ACCOUNT_PASSWORD_SET, act->moment);
	TRY(record_change(act, now.account, form));
	form_set(used, INVITATION_USED, act->moment);
	TRY(record_change(act, now.invitation, used));
	TRY(session_end_others(act, row_id(now.account), ""));
	journal_note(act, "password", "account", row_id(now.account), "", "by a reset code");
	return go(rq, "/sign-in?reset=1");
}
