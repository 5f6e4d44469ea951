/* first.c - an account's first use: an invitation's link, a password, a code app, recovery codes. The same pages serve a lost
 * password, for a new invitation is the only way back in. Opening a link changes nothing; its use is a POST. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/first.tmpl.h"
#include "base/buf.h"
#include "base/text.h"
#include "seal/hash.h"

enum { VALID_DAYS = 7, SETTING_UP = 1800 /* seconds for the code app */ };

static void shell(struct req *rq, const char *title)
{
	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_READ;
}

/* ---- making one ---- */

const struct fault *invitation_void_older(struct act *act, const char *account)
{
	struct rows rows;

	TRY(record_list(act, &INVITATION, &(struct ask){ .where = { { INVITATION_ACCOUNT, IS, account },
		{ INVITATION_USED, EMPTY, NULL } } }, &rows));
	for (int i = 0; i < rows.count; i++)
		TRY(record_withdraw(act, rows.row[i], "a newer invitation took its place"));
	return NULL;
}

static const char *own_address(const struct req *rq)
{
	return arena_printf(rq->a, "%s://%s", rq->http->tls ? "https" : "http", rq->http->host);
}

const struct fault *invitation_make(struct req *rq, const struct row *account, struct form **form, const char **link)
{
	const char *token = seal_token_short(rq->a), *id;

	*form = form_new(rq->a, &INVITATION);
	form_set(*form, INVITATION_ACCOUNT, row_id(account));
	form_set(*form, INVITATION_TOKEN, seal_token_hash(rq->a, token));
	form_set(*form, INVITATION_EXPIRES, moment_text(rq->a, moment_seconds(rq->act->moment) + VALID_DAYS * 86400));
	TRY(invitation_void_older(act_lift(rq->act), row_id(account)));
	TRY(record_add(rq->act, &INVITATION, NULL, *form, &id));
	*link = arena_printf(rq->a, "%s/invitation/%s", own_address(rq), token);
	return NULL;
}

const struct fault *invitation_letter(struct req *rq, struct ui *ui, const struct row *account, const char *link)
{
	int64_t until = moment_seconds(rq->act->moment) + VALID_DAYS * 86400;

	shell(rq, "Invitation");
	TRY(tmpl_letter(ui, rq->session->school, row_text(account, ACCOUNT_NAME), row_text(account, ACCOUNT_LOGIN), link,
		moment_long(rq->a, moment_text(rq->a, until))));
	return show_once(rq, ui);
}

/* ---- using one ---- */

struct use { const char *token, *password, *hash, *refused; struct row *invitation, *account; const char *school; };

/* The invitation of the address, if it can still be used. FAULT_NONE otherwise, whatever the reason. */
static const struct fault *find_use(struct act *act, void *self)
{
	struct use *u = self;
	struct row *campus;
	struct rows rows;

	TRY(record_list(act, &INVITATION, &(struct ask){ .where = { { INVITATION_TOKEN, IS, seal_token_hash(act->a, u->token) } },
		.limit = 1 }, &rows));
	if (!rows.count || *row_text(rows.row[0], INVITATION_USED) || strcmp(row_text(rows.row[0], INVITATION_EXPIRES),
		act->moment) < 0)
		return FAULT(act->a, FAULT_NONE, "no invitation that can be used");
	u->invitation = rows.row[0];
	TRY(record_get(act, &ACCOUNT, row_text(u->invitation, INVITATION_ACCOUNT), &u->account));
	if (row_withdrawn(u->account) || strcmp(row_text(u->account, ACCOUNT_STATE), "closed") == 0)
		return FAULT(act->a, FAULT_NONE, "a closed account");
	TRY(record_get(act, record_find(act->house, "campus"), row_campus(u->account), &campus));
	u->school = row_text(campus, field_find(row_record(campus), "name"));
	return NULL;
}

static const struct fault *gone(struct req *rq, struct ui *ui, const struct fault *f)
{
	if (f->code != FAULT_NONE)
		return f;
	shell(rq, "This invitation cannot be used");
	rq->status = 404;
	return tmpl_invitation_gone(ui);
}

static const struct fault *use_of(struct req *rq, struct act **act, struct use *u)
{
	*u = (struct use){ .token = rq_arg(rq, "token") };
	TRY(program_act(rq, act));
	TRY(find_use(*act, u));
	act_as(*act, u->account);
	return NULL;
}

static const struct fault *password_page(struct req *rq, struct ui *ui, const struct use *u, const char *error)
{
	shell(rq, "Choose a password");
	return tmpl_invitation(ui, row_text(u->account, ACCOUNT_NAME), row_text(u->account, ACCOUNT_LOGIN), u->school, error);
}

const struct fault *invitation_get(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct act *act;
	struct use u;

	f = use_of(rq, &act, &u);
	return f ? gone(rq, ui, f) : password_page(rq, ui, &u, NULL);
}

const char *password_refused(struct req *rq, const struct row *account, const char *password)
{
	const char *const local[] = { row_text(account, ACCOUNT_LOGIN), row_text(account, ACCOUNT_NAME),
		row_text(account, ACCOUNT_EMAIL), rq->session ? rq->session->school : "", "opensenco", NULL };

	if (!password || !*password)
		return "Enter a password";
	return password_weak(rq->a, password, strlen(password), false, local);
}

const struct fault *invitation_before(struct req *rq)
{
	struct use *u = arena_alloc(rq->a, sizeof *u);
	const struct fault *f;

	rq->prepared = u;
	u->token = rq_arg(rq, "token");
	u->password = rq_param(rq, "password");
	f = web_read(rq, find_use, u);
	if (f && f->code == FAULT_NONE)
		return NULL;
	TRY(f);
	u->refused = password_refused(rq, u->account, u->password);
	return u->refused ? NULL : password_hash(rq->a, u->password, strlen(u->password), &u->hash);
}

const struct fault *invitation_post(struct req *rq, struct ui *ui)
{
	const struct use *made = rq->prepared;
	struct form *form = form_new(rq->a, &ACCOUNT);
	const struct fault *f;
	struct act *act;
	struct use u;

	f = use_of(rq, &act, &u);
	if (f)
		return gone(rq, ui, f);
	if (!made->hash)
		return password_page(rq, ui, &u, made->refused ? made->refused : "Enter a password");
	form_set(form, ACCOUNT_PASSWORD, made->hash);
	form_set(form, ACCOUNT_PASSWORD_SET, act->moment);
	TRY(record_change(act, u.account, form));
	journal_note(act, "password", "account", row_id(u.account), "", "by invitation");
	return go(rq, "/invitation/%s/code", u.token);
}

/* ---- the code app ---- */

/* Four letters at a time are easier to copy. */
static const char *in_fours(struct arena *a, const char *text)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; text[i]; i++) {
		if (i && i % 4 == 0)
			buf_add_c(&b, ' ');
		buf_add_c(&b, text[i]);
	}
	return buf_text(&b);
}

const struct fault *code_app_new(struct req *rq, const struct row *account, const char *action, struct code_app *out)
{
	const char *posted = web_ticket_open(rq, row_id(account), rq_param(rq, "ticket"));
	unsigned char secret[TOTP_SECRET];
	const char *school = rq->session && *rq->session->school ? rq->session->school : "OpenSENCO";

	if (!posted || !seal_unhex(posted, secret, sizeof secret))
		totp_secret(secret);
	*out = (struct code_app){ .name = row_text(account, ACCOUNT_NAME), .login = row_text(account, ACCOUNT_LOGIN),
		.action = action };
	out->secret = in_fours(rq->a, totp_base32(rq->a, secret, sizeof secret));
	out->uri = totp_uri(rq->a, school, out->login, secret, sizeof secret);
	out->ticket = web_ticket(rq, row_id(account), seal_hex(rq->a, secret, sizeof secret), SETTING_UP);
	if (web_options(rq->web)->demo)
		out->demo_code = totp_code(rq->a, secret, sizeof secret, clock_seconds());
	seal_wipe(secret, sizeof secret);
	return NULL;
}

bool code_app_take(struct req *rq, const struct row *account, struct code_app *app, struct form *form,
	const char *codes[RECOVERY_CODES])
{
	const char *posted = web_ticket_open(rq, row_id(account), rq_param(rq, "ticket")), *typed = rq_text(rq, "code");
	unsigned char secret[TOTP_SECRET];
	int64_t step;
	int drift;

	if (!posted || !seal_unhex(posted, secret, sizeof secret)) {
		app->error = "That took too long. Add the new square to your app and enter its code";
		return false;
	}
	if (!totp_check(secret, sizeof secret, typed, clock_seconds(), 0, &step)) {
		drift = totp_drift(secret, sizeof secret, typed, clock_seconds());
		app->error = !*typed ? "Enter the code your app shows" : drift ?
			arena_printf(rq->a, "The clock of your phone is wrong by about %d minutes: let it set its time by itself "
			"and try again",
				(drift < 0 ? -drift : drift) / 60) :
				"That code does not fit this square. Enter the one the app shows now";
		return false;
	}
	form_set(form, ACCOUNT_TOTP, posted);
	form_set(form, ACCOUNT_TOTP_STEP, arena_printf(rq->a, "%lld", (long long)step));
	second_recovery(rq->a, form, codes);
	seal_wipe(secret, sizeof secret);
	return true;
}

static const struct fault *code_page(struct req *rq, struct ui *ui, struct code_app *app)
{
	shell(rq, "Set up your code app");
	return tmpl_invitation_code(ui, app);
}

const struct fault *invitation_code_get(struct req *rq, struct ui *ui)
{
	const struct fault *f;
	struct code_app app;
	struct act *act;
	struct use u;

	f = use_of(rq, &act, &u);
	if (f)
		return gone(rq, ui, f);
	if (!*row_text(u.account, ACCOUNT_PASSWORD))
		return go(rq, "/invitation/%s", u.token);
	TRY(code_app_new(rq, u.account, arena_printf(rq->a, "/invitation/%s/code", u.token), &app));
	return code_page(rq, ui, &app);
}

/* All at once: the code app, ten codes, an open account, a used invitation, a session. */
static const struct fault *open_account(struct req *rq, struct act *act, struct use *u, struct form *form)
{
	struct form *used = form_new(rq->a, &INVITATION);

	form_set(form, ACCOUNT_STATE, "open");
	form_set(form, ACCOUNT_SIGNED_IN, act->moment);
	TRY(record_change(act, u->account, form));
	form_set(used, INVITATION_USED, act->moment);
	TRY(record_change(act, u->invitation, used));
	TRY(session_end_others(act, row_id(u->account), ""));
	journal_note(act, "sign-in", "account", row_id(u->account), "", "first use of an invitation");
	return session_begin(rq, act, u->account);
}

const struct fault *invitation_code_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACCOUNT);
	const char *codes[RECOVERY_CODES];
	const struct fault *f;
	struct code_app app;
	struct act *act;
	struct use u;

	f = use_of(rq, &act, &u);
	if (f)
		return gone(rq, ui, f);
	TRY(code_app_new(rq, u.account, arena_printf(rq->a, "/invitation/%s/code", u.token), &app));
	if (!*row_text(u.account, ACCOUNT_PASSWORD))
		return go(rq, "/invitation/%s", u.token);
	if (!code_app_take(rq, u.account, &app, form, codes))
		return code_page(rq, ui, &app);
	f = open_account(rq, act, &u, form);
	if (f && f->code == FAULT_INVALID) {
		app.error = "Your account holds no role yet: ask the office, then open the invitation again. Nothing was saved";
		return code_page(rq, ui, &app);
	}
	TRY(f);
	shell(rq, "Your recovery codes");
	TRY(tmpl_recovery(ui, app.login, codes, true));
	return show_once(rq, ui);
}
