/* cmd_init.c - `opensenco init`: an empty installation with one school, and the first account. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "areas/accounts/area.h"
#include "areas/people/area.h"
#include "base/buf.h"
#include "main/commands.h"
#include "main/seed.h"
#include "main/store.h"
#include "seal/hash.h"
#include "seal/password.h"
#include "ui/part.h"

struct first { const char *school, *urn, *phase, *login, *name, *password; unsigned char totp[TOTP_SECRET]; };

static const struct fault *add_school(struct act *act, const struct first *first, const char **campus)
{
	struct form *f = form_new(act->a, &CAMPUS);

	form_set(f, CAMPUS_NAME, first->school);
	form_set(f, CAMPUS_PHASE, first->phase);
	if (first->urn)
		form_set(f, CAMPUS_URN, first->urn);
	return record_add(act, &CAMPUS, NULL, f, campus);
}

static const struct fault *add_account(struct act *act, const struct first *first)
{
	static const char *const FIRST_ROLES[] = { "it", "senco" };
	struct form *f = form_new(act->a, &ACCOUNT);
	const char *hash, *account, *id;

	TRY(password_hash(act->a, first->password, strlen(first->password), &hash));
	form_set(f, ACCOUNT_LOGIN, first->login);
	form_set(f, ACCOUNT_NAME, first->name);
	form_set(f, ACCOUNT_STATE, "open");
	form_set(f, ACCOUNT_PASSWORD, hash);
	form_set(f, ACCOUNT_TOTP, seal_hex(act->a, first->totp, sizeof first->totp));
	TRY(record_add(act, &ACCOUNT, NULL, f, &account));
	for (size_t i = 0; i < sizeof FIRST_ROLES / sizeof *FIRST_ROLES; i++) {
		struct form *g = form_new(act->a, &ROLE_HELD);

		form_set(g, ROLE_HELD_ACCOUNT, account);
		form_set(g, ROLE_HELD_ROLE, FIRST_ROLES[i]);
		form_set(g, ROLE_HELD_FROM, day_iso(act->a, act->today));
		TRY(record_add(act, &ROLE_HELD, NULL, g, &id));
	}
	return NULL;
}

/* The school's id is its own campus, so what follows is done in that campus's view. */
static const struct fault *fill(struct act *act, void *self)
{
	const struct first *first = self;
	const char *campus;

	TRY(add_school(act, first, &campus));
	act->campus = campus;
	TRY(house_seed(act));
	return add_account(act, first);
}

/* The key of a code app as a person types it: in fours. */
static const char *in_fours(struct arena *a, const char *uri)
{
	const char *key = strstr(uri, "secret=") + strlen("secret=");
	struct buf b = buf_new(a);

	for (size_t i = 0; key[i] && key[i] != '&'; i++)
		buf_printf(&b, "%s%c", i && i % 4 == 0 ? " " : "", key[i]);
	return buf_text(&b);
}

static void say_made(struct args *args, const struct store *s, const struct first *first)
{
	const char *uri = totp_uri(args->a, "OpenSENCO", first->login, first->totp, sizeof first->totp);

	fprintf(args->out, "Made %s.\n\nThe root key is in %s, outside the data. Without it nothing sealed can ever be read: copy "
		"it to two safe places, apart from the backups, today.\n\nFirst sign-in (keep it; it is shown once):\n  name      "
		"%s\n  password  %s\n  code app  %s\n  or type   %s\n", s->dir, s->key, first->login, first->password, uri,
		in_fours(args->a, uri));
	if (isatty(fileno(args->out)))
		fprintf(args->out, "\nPoint the code app on a phone at this:\n\n%s", ui_square_text(args->a, uri));
	fprintf(args->out, "\nNext: opensenco serve --data %s, and open the address that it prints.\n", s->dir);
}

int cmd_init(struct args *args)
{
	struct first first = {
		.school = args_value(args, "--school", "My school"), .urn = args_value(args, "--urn", NULL),
		.phase = args_value(args, "--phase", "primary"), .login = args_value(args, "--login", "senco"),
		.name = args_value(args, "--name", "SENCO"),
	};
	struct store s;
	const struct fault *f = store_find(args, &s);

	if (!args_done(args))
		return EXIT_MISUSE;
	first.password = seal_token_short(args->a);
	totp_secret(first.totp);
	f = f ? f : store_make(args->a, &s, false);
	f = f ? f : store_act(&s, args->a, &STORE_PROGRAM, "", fill, &first);
	if (f)
		return command_fault(args, "Making the installation", f);
	say_made(args, &s, &first);
	return EXIT_FINE;
}
