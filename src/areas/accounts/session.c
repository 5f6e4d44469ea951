/* session.c - what a person does with a session they have: unlock it, give a fresh code, change role or school in view. */
#include <string.h>

#include "areas/accounts/area.h"
#include "areas/accounts/session.tmpl.h"
#include "base/text.h"
#include "seal/hash.h"

static void shell(struct req *rq, const char *title)
{
	rq->ui->shell.title = title;
	rq->ui->shell.scale = UI_READ;
}

/* ---- locked ---- */

struct unlock { const char *account, *hash; bool right; int64_t wait; };

static const struct fault *locked_page(struct req *rq, struct ui *ui, const char *error)
{
	shell(rq, "Locked");
	return tmpl_locked(ui, rq->act->who->name, local_path(rq->post ? rq_param(rq, "next") : http_value(&rq->http->query,
		"next")), error, http_value(&rq->http->query, "kept") != NULL);
}

const struct fault *locked_get(struct req *rq, struct ui *ui)
{
	if (!rq->session || rq->session->ended || !*rq->act->who->account)
		return go(rq, "/sign-in");
	if (!rq->session->locked)
		return go(rq, "%s", local_path(http_value(&rq->http->query, "next")));
	return locked_page(rq, ui, NULL);
}

static const struct fault *find_hash(struct act *act, void *self)
{
	struct unlock *u = self;
	struct row *account;

	TRY(record_get(act, &ACCOUNT, u->account, &account));
	u->hash = row_text(account, ACCOUNT_PASSWORD);
	return NULL;
}

const struct fault *locked_before(struct req *rq)
{
	struct unlock *u = arena_alloc(rq->a, sizeof *u);
	const char *password = rq_param(rq, "password");

	rq->prepared = u;
	if (!rq->session || rq->session->ended || !*rq->act->who->account || !password || !*password ||
		strlen(password) > PASSWORD_MOST)
		return NULL;
	u->account = rq->act->who->account;
	u->wait = web_try(rq, u->account);
	if (u->wait)
		return NULL;
	TRY(web_read(rq, find_hash, u));
	return password_check(rq->a, u->hash, password, strlen(password), &u->right);
}

/* Ten wrong ones end the session: a stolen cookie is not a place to guess from. Waiting (R17) does it. */
const struct fault *locked_post(struct req *rq, struct ui *ui)
{
	const struct unlock *u = rq->prepared;
	struct session s;
	struct act *act;

	if (!rq->session || rq->session->ended || !*rq->act->who->account)
		return go(rq, "/sign-in");
	if (u->wait) {
		rq->status = 429;
		return locked_page(rq, ui, arena_printf(rq->a, "That was tried too often. Wait %lld seconds and try again",
			(long long)u->wait));
	}
	if (!u->account)
		return locked_page(rq, ui, "Enter your password");
	if (!u->right) {
		journal_note(rq->act, "denied", "account", u->account, "", "unlock");
		return locked_page(rq, ui, "That password is not right. Check it and try again");
	}
	s = *rq->session;
	TRY(program_act(rq, &act));
	s.locked = false;
	s.agent = web_agent(rq);
	s.used_at = act->moment;
	TRY(session_save(act, &s));
	journal_note(act, "unlock", "account", u->account, "", "");
	web_wake(rq, s.id);
	web_tried(rq, u->account);
	return go(rq, "%s", local_path(rq_param(rq, "next")));
}

/* ---- a fresh code ---- */

static const struct fault *my_account(struct req *rq, struct act **act, struct row **account)
{
	TRY(program_act(rq, act));
	return record_get(*act, &ACCOUNT, rq->act->who->account, account);
}

static const struct fault *step_up_page(struct req *rq, struct ui *ui, const char *error)
{
	const char *code = NULL;
	struct row *account;
	struct act *act;

	if (web_options(rq->web)->demo) {
		TRY(my_account(rq, &act, &account));
		code = second_now(rq->a, account);
	}
	shell(rq, "Enter a fresh code");
	return tmpl_step_up(ui, local_path(rq->post ? rq_param(rq, "next") : http_value(&rq->http->query, "next")), error, code,
		http_value(&rq->http->query, "kept") != NULL);
}

const struct fault *step_up_get(struct req *rq, struct ui *ui)
{
	return step_up_page(rq, ui, NULL);
}

const struct fault *step_up_before(struct req *rq)
{
	int64_t *wait = arena_alloc(rq->a, sizeof *wait);

	if (*rq_text(rq, "code"))
		*wait = web_try(rq, arena_printf(rq->a, "code %s", rq->act->who->account));
	rq->prepared = wait;
	return NULL;
}

const struct fault *step_up_post(struct req *rq, struct ui *ui)
{
	struct form *form = form_new(rq->a, &ACCOUNT);
	const int64_t *wait = rq->prepared;
	struct second second;
	struct row *account;
	struct act *act;

	if (*wait) {
		rq->status = 429;
		return step_up_page(rq, ui, arena_printf(rq->a, "That was tried too often. Wait %lld seconds and try again",
			(long long)*wait));
	}
	if (!*rq_text(rq, "code"))
		return step_up_page(rq, ui, "Enter the code");
	TRY(my_account(rq, &act, &account));
	second = second_check(rq->a, account, rq_text(rq, "code"));
	if (!second.right) {
		journal_note(rq->act, "denied", "account", row_id(account), "", "fresh code");
		return step_up_page(rq, ui, "That code is not right, or it was used before. Enter the one your app shows now");
	}
	second_used(form, &second);
	TRY(record_change(act, account, form));
	TRY(session_renew(rq, act));
	journal_note(act, "step-up", "account", row_id(account), "", second.step ? "code" : "recovery code");
	web_tried(rq, arena_printf(rq->a, "code %s", row_id(account)));
	return go(rq, "%s", local_path(rq_param(rq, "next")));
}

/* ---- role and school in view ---- */

static const struct fault *keep_view(struct req *rq, const char *campus, const char *role)
{
	struct session s = *rq->session;
	struct act *act;

	TRY(program_act(rq, &act));
	s.campus = campus;
	s.role = role;
	s.used_at = act->moment;
	return session_save(act, &s);
}

const struct fault *role_get(struct req *rq, struct ui *ui)
{
	const struct actor *who = rq->act->who;
	struct ui_option *options = arena_array(rq->a, (size_t)who->held_count + 1, sizeof *options);
	int n = 0;

	for (int i = 0; i < who->held_count; i++) {
		const char *role = rq->act->house->matrix->roles[who->held[i].role];

		if (strcmp(who->held[i].campus, rq->act->campus) == 0)
			options[n++] = (struct ui_option){ role, choice_label(ROLES, role), NULL, false, false };
	}
	shell(rq, "Which role?");
	return tmpl_choose(ui, "Which role are you in now?",
		"It decides what your home page shows first. What you may see is the sum of your roles.",
		"/role", "role", rq_role(rq), options);
}

const struct fault *role_post(struct req *rq, struct ui *ui)
{
	const char *role = rq_text(rq, "role");

	if (!rq_has_role(rq, role)) {
		ui_error(ui, "role", "Choose a role");
		return role_get(rq, ui);
	}
	TRY(keep_view(rq, rq->act->campus, role));
	rq_notice(rq, NULL, "You are here as %s now.", choice_label(ROLES, role));
	return go(rq, "/");
}

static bool held_at(const struct actor *who, const char *campus, int before)
{
	for (int i = 0; i < before; i++)
		if (strcmp(who->held[i].campus, campus) == 0)
			return true;
	return false;
}

/* Names of schools are no secret, but only those where a role is held are offered. */
static const struct fault *schools(struct req *rq, struct ui_option **out)
{
	const struct actor *who = rq->act->who;
	struct ui_option *options = arena_array(rq->a, (size_t)who->held_count + 1, sizeof *options);
	struct row *campus;
	struct act *act;
	int n = 0;

	TRY(program_act(rq, &act));
	for (int i = 0; i < who->held_count; i++) {
		if (held_at(who, who->held[i].campus, i))
			continue;
		TRY(record_get(act, record_find(act->house, "campus"), who->held[i].campus, &campus));
		options[n++] = (struct ui_option){ row_id(campus), row_text(campus, field_find(row_record(campus), "name")), NULL,
			false, false };
	}
	*out = options;
	return act_guard(rq->act);
}

const struct fault *campus_get(struct req *rq, struct ui *ui)
{
	struct ui_option *options;

	TRY(schools(rq, &options));
	shell(rq, "Which school?");
	return tmpl_choose(ui, "Which school do you want to see?", NULL, "/campus", "campus", rq->act->campus, options);
}

const struct fault *campus_post(struct req *rq, struct ui *ui)
{
	const struct actor *who = rq->act->who;
	const char *campus = rq_text(rq, "campus");

	for (int i = 0; i < who->held_count; i++) {
		if (strcmp(who->held[i].campus, campus) != 0)
			continue;
		TRY(keep_view(rq, campus, rq->act->house->matrix->roles[who->held[i].role]));
		return go(rq, "/");
	}
	ui_error(ui, "campus", "Choose a school");
	return campus_get(rq, ui);
}
