/* sign_in.c - name and password, then a code, then a session (R13-R17). Nothing here says whether an account exists: a wrong
 * password and an unknown name are one text and take one time. Slow work is in the .before functions, which hold no act. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/sign_in.tmpl.h"
#include "base/random.h"
#include "base/text.h"
#include "seal/hash.h"

enum { CODE_WITHIN = 300 /* seconds from the password to the code */, TELL_WRONG = 3 };

static const char WRONG[] = "The sign-in name or the password is not right. Check both and try again";

/* What .before found out, for the handler. */
struct knock {
	const char *login, *account, *hash, *code_now;
	bool right, demo;
	int wrong;               /* tries with this name before the right one */
	int64_t wait;
};

const char *local_path(const char *typed)
{
	if (!typed || typed[0] != '/' || typed[1] == '/' || strlen(typed) > 500 || strchr(typed, '\\'))
		return "/";
	for (const char *p = typed; *p; p++)
		if ((unsigned char)*p <= ' ' || (unsigned char)*p >= 127)
			return "/";
	return strncmp(typed, "/sign-", 6) == 0 ? "/" : typed;
}

const struct fault *program_act(struct req *rq, struct act **out)
{
	*out = act_lift(rq->act);
	return act_guard(*out);
}

const struct fault *show_once(struct req *rq, struct ui *ui)
{
	struct buf whole = ui_page(ui);

	return rq_download(rq, HTTP_HTML, NULL, buf_text(&whole), whole.len);
}

void act_as(struct act *act, const struct row *account)
{
	struct actor *who = arena_alloc(act->a, sizeof *who);

	*who = *act->who;
	who->account = row_id(account);
	who->name = row_text(account, ACCOUNT_NAME);
	act->who = who;
}

/* The school's name stands on the page where there is one school only: a trust's sign-in page names none. */
static const struct fault *shell(struct req *rq, const char *title)
{
	const struct record *campus = record_find(rq->act->house, "campus");
	struct rows rows;
	struct act *act;

	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_READ;
	TRY(program_act(rq, &act));
	TRY(record_list(act, campus, &(struct ask){ .limit = 2 }, &rows));
	if (rows.count == 1)
		rq->ui->shell.school = row_text(rows.row[0], field_find(campus, "name"));
	return NULL;
}

const char *too_often(struct req *rq, int64_t wait)
{
	rq->status = 429;
	http_add_header(rq->http, "Retry-After", arena_printf(rq->a, "%lld", (long long)wait));
	return arena_printf(rq->a, "That was tried too often. Wait %lld seconds and try again", (long long)wait);
}

/* ---- step one: name and password ---- */

const struct fault *sign_in_get(struct req *rq, struct ui *ui)
{
	struct sign_in s = { .next = local_path(http_value(&rq->http->query, "next")), .login = "",
		.demo = web_options(rq->web)->signins };

	if (rq->session && !rq->session->ended && *rq->act->who->account)
		return go(rq, "%s", s.next);
	if (http_value(&rq->http->query, "kept"))
		s.note = "You were signed out, and what you typed is kept. Sign in and it is offered to you.";
	else if (http_value(&rq->http->query, "out"))
		s.note = "You are signed out.";
	else if (http_value(&rq->http->query, "reset"))
		s.note = "Your new password is saved. Sign in with it, and with a code from your app as before.";
	TRY(shell(rq, "Sign in"));
	return tmpl_sign_in(ui, &s);
}

static const struct fault *find_hash(struct act *act, void *self)
{
	struct knock *k = self;
	struct row *account;
	const struct fault *f = account_named(act, k->login, k->demo, &account);

	if (f)
		return f->code == FAULT_NONE ? NULL : f;
	if (strcmp(row_text(account, ACCOUNT_STATE), "open") != 0 || row_withdrawn(account))
		return NULL;
	k->account = row_id(account);
	k->hash = row_text(account, ACCOUNT_PASSWORD);
	k->code_now = k->demo ? second_now(act->a, account) : NULL; /* else nothing is unsealed: one time for all names */
	return NULL;
}

const struct fault *sign_in_before(struct req *rq)
{
	struct knock *k = arena_alloc(rq->a, sizeof *k);
	const char *password = rq_param(rq, "password");

	rq->prepared = k;
	k->login = rq_text(rq, "login");
	k->demo = web_options(rq->web)->demo;
	if (!*k->login || !password || !*password || strlen(password) > PASSWORD_MOST)
		return NULL;
	k->wait = web_try(rq, text_fold(rq->a, k->login));
	if (k->wait)
		return NULL;
	TRY(web_read(rq, find_hash, k));
	TRY(password_check(rq->a, k->hash, password, strlen(password), &k->right));
	k->right = k->right && k->account;
	if (k->right)
		k->wrong = web_tried(rq, text_fold(rq->a, k->login));
	return NULL;
}

static const struct fault *ask_code(struct req *rq, struct ui *ui, const char *ticket, const char *code_now, const char *error)
{
	struct sign_in s = { .ticket = ticket, .next = local_path(rq_param(rq, "next")), .error = error,
		.demo_code = web_options(rq->web)->demo ? code_now : NULL };

	TRY(shell(rq, "Enter your code"));
	return tmpl_sign_in_code(ui, &s);
}

const struct fault *sign_in_post(struct req *rq, struct ui *ui)
{
	const struct knock *k = rq->prepared;
	struct sign_in s = { .login = k->login, .next = local_path(rq_param(rq, "next")), .demo = web_options(rq->web)->signins };
	const char *password = rq_param(rq, "password");

	if (k->right)
		return ask_code(rq, ui, web_ticket(rq, "sign-in", arena_printf(rq->a, "%s %d", k->account, k->wrong), CODE_WITHIN),
			k->code_now, NULL);
	if (k->wait) {
		s.error = too_often(rq, k->wait);
	} else if (!*k->login || !password || !*password) {
		s.error_login = *k->login ? NULL : "Enter your e-mail address or sign-in name";
		s.error = password && *password ? NULL : "Enter your password";
	} else {
		s.error = WRONG;
		journal_note(rq->act, "denied", "account", k->account ? k->account : "", "", "sign-in");
	}
	TRY(shell(rq, "Sign in"));
	return tmpl_sign_in(ui, &s);
}

/* ---- step two: the code, and the session ---- */

static const struct fault *find_second(struct act *act, void *self)
{
	struct knock *k = self;
	struct row *account;

	TRY(record_get(act, &ACCOUNT, k->account, &account));
	k->code_now = second_now(act->a, account);
	return NULL;
}

const struct fault *sign_in_code_before(struct req *rq)
{
	struct knock *k = arena_alloc(rq->a, sizeof *k);
	const char *ticket;
	int64_t wrong;

	rq->prepared = k;
	ticket = web_ticket_open(rq, "sign-in", rq_param(rq, "ticket"));
	if (!ticket || !strchr(ticket, ' '))
		return NULL;
	k->account = arena_text_n(rq->a, ticket, strcspn(ticket, " "));
	k->wrong = text_to_int(strchr(ticket, ' ') + 1, &wrong) ? (int)wrong : 0;
	if (*rq_text(rq, "code"))
		k->wait = web_try(rq, arena_printf(rq->a, "code %s", k->account));
	return web_options(rq->web)->demo ? web_read(rq, find_second, k) : NULL;
}

/* The role a person begins in: SENCO before all others, then as the matrix orders them. */
static const struct held *first_role(const struct actor *who, const struct matrix *m)
{
	const struct held *best = NULL;

	for (int i = 0; i < who->held_count; i++)
		if (!best || (who->held[i].role < best->role && best->role != matrix_role(m, "senco")) ||
		    who->held[i].role == matrix_role(m, "senco"))
			best = &who->held[i];
	return best;
}

const struct fault *session_begin(struct req *rq, struct act *act, const struct row *account)
{
	struct session *s = arena_alloc(rq->a, sizeof *s);
	const char *token;
	const struct held *first;
	struct actor *who;

	TRY(actor_load(act->db, act->a, act->house, row_id(account), act->today, &who));
	first = first_role(who, act->house->matrix);
	if (!first)
		return FAULT(act->a, FAULT_INVALID, "no role today");
	who->program = true; /* from here on the act is theirs: versions and journal name them */
	who->session = "";
	act->who = who;
	if (rq->session && !rq->session->ended)
		TRY(session_end(act, rq->session->id));
	*s = (struct session){ .account = row_id(account), .campus = first->campus, .role = act->house->matrix->roles[first->role],
		.fresh_at = act->moment, .agent = web_agent(rq) };
	random_bytes(s->stamp_key, sizeof s->stamp_key);
	TRY(session_make(act, s, &token));
	s->id = seal_token_hash(rq->a, token);
	rq->cookie = token;
	rq->session = s;
	web_wake(rq, s->id);
	return NULL;
}

const struct fault *session_renew(struct req *rq, struct act *act)
{
	struct session *s = arena_alloc(rq->a, sizeof *s);
	const char *token;

	*s = *rq->session;
	s->fresh_at = act->moment;
	TRY(session_make(act, s, &token));
	TRY(session_end(act, rq->session->id));
	s->id = seal_token_hash(rq->a, token);
	rq->cookie = token;
	rq->session = s;
	web_wake(rq, s->id);
	return NULL;
}

/* Where to go: drafts first, if something was kept since the last time. */
static const struct fault *after_sign_in(struct req *rq, struct act *act, const struct row *account, int wrong)
{
	const char *next = local_path(rq_param(rq, "next")), *last = row_text(account, ACCOUNT_SIGNED_IN);
	struct draft *drafts;
	int n;

	TRY(draft_list(act, row_id(account), &drafts, &n));
	if (n && strcmp(drafts[0].at, last) > 0) {
		rq_notice(rq, NULL, n == 1 ? "You have a draft that was not saved." : "You have %d drafts that were not saved.", n);
		return go(rq, "/drafts?next=%s", next);
	}
	if (wrong >= TELL_WRONG)
		rq_notice(rq, NULL, "You are signed in. Your password was entered wrongly %d times before that. If it was not you, "
			"change it under your account.", wrong);
	else if (*last)
		rq_notice(rq, NULL, "You are signed in. The last time was %s.", moment_long(rq->a, last));
	return go(rq, "%s", next);
}

static const struct fault *let_in(struct req *rq, struct act *act, const struct row *account, const struct second *second,
	int wrong)
{
	struct form *form = form_new(rq->a, &ACCOUNT);

	TRY(session_begin(rq, act, account));
	second_used(form, second);
	form_set(form, ACCOUNT_SIGNED_IN, act->moment);
	TRY(record_change(act, (struct row *)(uintptr_t)account, form));
	journal_note(act, "sign-in", "account", row_id(account), "", second->step ? "code" : "recovery code");
	web_tried(rq, arena_printf(rq->a, "code %s", row_id(account)));
	return after_sign_in(rq, act, account, wrong);
}

const struct fault *sign_in_code_post(struct req *rq, struct ui *ui)
{
	const struct knock *k = rq->prepared;
	const char *code = rq_text(rq, "code"), *ticket = rq_param(rq, "ticket");
	const struct fault *f;
	struct second second;
	struct row *account;
	struct act *act;

	if (!k->account) {
		struct sign_in s = { .login = "", .next = local_path(rq_param(rq, "next")), .demo = web_options(rq->web)->signins,
			.error_login = "The time for the code ran out. Begin again" };

		TRY(shell(rq, "Sign in"));
		return tmpl_sign_in(ui, &s);
	}
	if (k->wait)
		return ask_code(rq, ui, ticket, k->code_now, too_often(rq, k->wait));
	if (!*code)
		return ask_code(rq, ui, ticket, k->code_now, "Enter the code");
	TRY(program_act(rq, &act));
	TRY(record_get(act, &ACCOUNT, k->account, &account));
	second = second_check(rq->a, account, code);
	if (!second.right || strcmp(row_text(account, ACCOUNT_STATE), "open") != 0) {
		journal_note(rq->act, "denied", "account", row_id(account), "", "code");
		return ask_code(rq, ui, ticket, k->code_now,
			"That code is not right, or it was used before. Enter the one your app shows now");
	}
	f = let_in(rq, act, account, &second, k->wrong);
	if (f && f->code == FAULT_INVALID)
		return ask_code(rq, ui, ticket, k->code_now, "Your account holds no role today. Ask whoever gave it to you");
	return f;
}

/* ---- out again ---- */

const struct fault *sign_out_post(struct req *rq, struct ui *ui)
{
	struct act *act;

	(void)ui;
	rq->cookie = "";
	http_add_header(rq->http, "Clear-Site-Data", "\"cache\"");
	if (!rq->session->ended) {
		TRY(program_act(rq, &act));
		TRY(session_end(act, rq->session->id));
		journal_note(act, "sign-out", "account", rq->session->account, "", "");
	}
	return go(rq, strcmp(rq->session->role, "link") == 0 ? "/link/away?out=1" : "/sign-in?out=1");
}
