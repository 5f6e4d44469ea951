/* cmd_user.c - `opensenco user`: accounts from the machine itself, for the first head, for somebody locked out, for a script. Every
 * act is in the journal under the program's name. Passwords and secrets are printed once and kept as hashes or sealed. */
#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "base/buf.h"
#include "main/caller.h"
#include "main/commands.h"
#include "seal/hash.h"

struct order {
	const char *word, *login, *role, *name, *email, *from, *until;
	bool end, json;
	const char *password, *hash, *uri;      /* made, to be printed */
	unsigned char secret[TOTP_SECRET];
	struct buf out;                         /* what to print */
};

static const struct fault *named(struct act *act, const char *login, struct row **account)
{
	const struct fault *f = account_named(act, login, true, account);

	return f && f->code == FAULT_NONE ? FAULT(act->a, FAULT_INVALID,
		"nobody has the sign-in name %s: `opensenco user list` shows all", login) : f;
}

static const char *said(const struct fault *f, const struct form *form)
{
	return f->code == FAULT_INVALID && form->error_count ? form->errors[0].text : f->text;
}

/* A form's first message is what the person at the terminal must read. */
static const struct fault *plain(struct act *act, const struct fault *f, const struct form *form)
{
	return f ? FAULT(act->a, f->code, "%s", said(f, form)) : NULL;
}

/* ---- list ---- */

static const struct fault *roles_of(struct act *act, const char *account, const char **out)
{
	struct buf b = buf_new(act->a);
	struct rows rows;

	TRY(record_list(act, &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, account } },
		.as_at = day_iso(act->a, act->today) }, &rows));
	for (int i = 0; i < rows.count; i++)
		buf_printf(&b, "%s%s", i ? " " : "", row_text(rows.row[i], ROLE_HELD_ROLE));
	*out = buf_text(&b);
	return NULL;
}

static const struct fault *list(struct act *act, struct order *o)
{
	json_t *all = json_array();
	struct rows rows;
	char *text;

	TRY(record_list(act, &ACCOUNT, &(struct ask){ .limit = 100000, .clear_only = true }, &rows));
	for (int i = 0; i < rows.count; i++) {
		const struct row *r = rows.row[i];
		const char *roles;

		TRY(roles_of(act, row_id(r), &roles));
		if (o->json)
			json_array_append_new(all, json_pack("{s:s, s:s, s:s, s:s, s:s}", "login", row_text(r, ACCOUNT_LOGIN),
				"name", row_text(r, ACCOUNT_NAME), "state", row_text(r, ACCOUNT_STATE), "roles", roles,
				"signed_in_at", row_text(r, ACCOUNT_SIGNED_IN)));
		else
			buf_printf(&o->out, "%-24s %-28s %-8s %s\n", row_text(r, ACCOUNT_LOGIN), row_text(r, ACCOUNT_NAME),
				row_text(r, ACCOUNT_STATE), roles);
	}
	if (o->json) {
		text = json_dumps(all, JSON_INDENT(2));
		buf_printf(&o->out, "%s\n", text);
		free(text); /* lint: arena because the text is jansson's */
	}
	json_decref(all);
	return NULL;
}

/* ---- acts ---- */

static const struct fault *give_role(struct act *act, const struct order *o, const char *account)
{
	struct form *form = form_new(act->a, &ROLE_HELD);
	const struct fault *f;
	const char *id;

	form_set(form, ROLE_HELD_ACCOUNT, account);
	form_set(form, ROLE_HELD_ROLE, o->role);
	form_set(form, ROLE_HELD_FROM, o->from ? o->from : day_iso(act->a, act->today));
	if (o->until)
		form_set(form, ROLE_HELD_UNTIL, o->until);
	form_set(form, ROLE_HELD_REASON, "given from the machine itself");
	f = record_add(act, &ROLE_HELD, NULL, form, &id);
	return plain(act, f, form);
}

static const struct fault *end_role(struct act *act, const struct order *o, const char *account)
{
	struct rows rows;

	TRY(record_list(act, &ROLE_HELD, &(struct ask){ .where = { { ROLE_HELD_ACCOUNT, IS, account },
		{ ROLE_HELD_ROLE, IS, o->role } }, .as_at = day_iso(act->a, act->today) }, &rows));
	if (!rows.count)
		return FAULT(act->a, FAULT_INVALID, "%s does not hold the role %s today", o->login, o->role);
	for (int i = 0; i < rows.count; i++) {
		struct form *form = form_new(act->a, &ROLE_HELD);

		form_set(form, ROLE_HELD_UNTIL, o->until ? o->until : day_iso(act->a, act->today - 1));
		if (row_day(rows.row[i], ROLE_HELD_FROM) == act->today)
			TRY(record_withdraw(act, rows.row[i], "ended from the machine itself"));
		else
			TRY(plain(act, record_change(act, rows.row[i], form), form));
	}
	return NULL;
}

static void set_secrets(struct order *o, struct form *form, struct act *act)
{
	if (o->hash) {
		form_set(form, ACCOUNT_PASSWORD, o->hash);
		form_set(form, ACCOUNT_PASSWORD_SET, act->moment);
	}
	if (o->uri) {
		form_set(form, ACCOUNT_TOTP, seal_hex(act->a, o->secret, sizeof o->secret));
		form_set(form, ACCOUNT_TOTP_STEP, "0");
		form_set(form, ACCOUNT_RECOVERY, "");
	}
}

static const struct fault *add(struct act *act, struct order *o)
{
	struct form *form = form_new(act->a, &ACCOUNT);
	const char *id;

	form_set(form, ACCOUNT_LOGIN, o->login);
	form_set(form, ACCOUNT_NAME, o->name ? o->name : o->login);
	form_set(form, ACCOUNT_STATE, "open");
	if (o->email)
		form_set(form, ACCOUNT_EMAIL, lower_case(act->a, o->email));
	set_secrets(o, form, act);
	TRY(plain(act, record_add(act, &ACCOUNT, NULL, form, &id), form));
	return o->role ? give_role(act, o, id) : NULL;
}

static const struct fault *change(struct act *act, struct order *o, struct row *account)
{
	struct form *form = form_new(act->a, &ACCOUNT);

	if (strcmp(o->word, "close") == 0)
		form_set(form, ACCOUNT_STATE, "closed");
	else
		form_set(form, ACCOUNT_STATE, "open");
	set_secrets(o, form, act);
	TRY(plain(act, record_change(act, account, form), form));
	journal_note(act, "security", "account", row_id(account), "", o->word);
	return session_end_others(act, row_id(account), "");
}

static const struct fault *run(struct act *act, void *self)
{
	struct order *o = self;
	struct row *account;

	o->out = buf_new(act->a);
	if (strcmp(o->word, "list") == 0)
		return list(act, o);
	if (strcmp(o->word, "add") == 0)
		return add(act, o);
	TRY(named(act, o->login, &account));
	if (strcmp(o->word, "role") == 0)
		return o->end ? end_role(act, o, row_id(account)) : give_role(act, o, row_id(account));
	return change(act, o, account);
}

/* ---- the command line ---- */

static const struct fault *make_secrets(struct arena *a, struct order *o)
{
	bool fresh = strcmp(o->word, "add") == 0;

	if (fresh || strcmp(o->word, "password") == 0) {
		o->password = seal_token_short(a);
		TRY(password_hash(a, o->password, strlen(o->password), &o->hash));
	}
	if (fresh || strcmp(o->word, "code") == 0) {
		totp_secret(o->secret);
		o->uri = totp_uri(a, "OpenSENCO", o->login, o->secret, sizeof o->secret);
	}
	return NULL;
}

static const struct fault *check(struct arena *a, struct order *o)
{
	static const char *const WORDS[] = { "list", "add", "password", "code", "role", "close", "open" };
	bool known = false;

	for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++)
		known = known || strcmp(o->word, WORDS[i]) == 0;
	if (!known)
		return FAULT(a, FAULT_INVALID, "say what to do: list, add, password, code, role, close or open, not \"%s\"",
			o->word);
	if (strcmp(o->word, "list") != 0 && !o->login)
		return FAULT(a, FAULT_INVALID, "say whose account: opensenco user %s LOGIN", o->word);
	if (strcmp(o->word, "role") == 0 && !o->role)
		return FAULT(a, FAULT_INVALID, "say which role: opensenco user role %s ROLE", o->login);
	if (o->role && strcmp(choice_label(ROLES, o->role), o->role) == 0)
		return FAULT(a, FAULT_INVALID, "there is no role \"%s\": see `opensenco who-can --list`", o->role);
	return NULL;
}

static void say(FILE *to, const struct order *o)
{
	json_t *made;

	fputs(buf_text((struct buf *)(uintptr_t)&o->out), to);
	if (strcmp(o->word, "list") == 0)
		return;
	if (o->json) {
		made = json_pack("{s:s, s:s, s:s?, s:s?, s:s?}", "done", o->word, "login", o->login, "role", o->role, "password",
			o->password, "code_app", o->uri);
		json_dumpf(made, to, JSON_INDENT(2));
		fputc('\n', to);
		json_decref(made);
		return;
	}
	fprintf(to, "Done: %s %s%s%s\n", o->word, o->login, o->role ? " " : "", o->role ? o->role : "");
	if (o->password)
		fprintf(to, "  password  %s\n", o->password);
	if (o->uri)
		fprintf(to, "  code app  %s\n", o->uri);
	if (o->password || o->uri)
		fputs("This is shown once. The person changes it under \"Your account\".\n", to);
}

static const struct fault *carry_out(struct args *args, struct caller *c, struct order *o)
{
	bool looks = strcmp(o->word, "list") == 0;
	struct act *act;

	TRY(caller_open(args, c, looks ? CALLER_NO_KEY : CALLER_SCHOOL | CALLER_WRITES));
	if (looks) {
		TRY(store_read(&c->s, args->a, c->who, "", &act));
		return run(act, o);
	}
	TRY(make_secrets(args->a, o));
	return store_act(&c->s, args->a, c->who, c->campus, run, o);
}

int cmd_user(struct args *args)
{
	struct order o = { .name = args_value(args, "--name", NULL), .email = args_value(args, "--email", NULL),
		.role = args_value(args, "--role", NULL), .from = args_value(args, "--from", NULL),
		.until = args_value(args, "--until", NULL), .end = args_flag(args, "--end"), .json = args_flag(args, "--json") };
	struct caller c;
	const struct fault *f = caller_take(args, &c);
	const char *word;

	o.word = args_next(args);
	o.word = o.word ? o.word : "list";
	o.login = args_next(args);
	word = o.login && strcmp(o.word, "role") == 0 ? args_next(args) : NULL;
	o.role = word ? word : o.role;
	if (!args_done(args))
		return EXIT_MISUSE;
	f = f ? f : check(args->a, &o);
	if (f) {
		fprintf(args->err, "%s\n", f->text);
		return EXIT_MISUSE;
	}
	f = carry_out(args, &c, &o);
	if (f)
		return command_fault(args, "Changing accounts", f);
	say(args->out, &o);
	return EXIT_FINE;
}
