/* cmd_token.c - `opensenco token`: a token by which another program may act as an account through the API. It is printed once. */
#include <stdio.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "main/commands.h"
#include "main/store.h"
#include "record/bearer.h"

struct order { const char *login, *name, *until, *campus, *token; bool end; };

static const struct fault *make(struct act *act, void *self)
{
	struct order *o = self;
	struct row *account;
	const struct fault *f;
	struct bearer b = { .name = o->name };

	TRY(store_campus(act, o->campus, &b.campus));
	act->campus = b.campus;
	f = account_named(act, o->login, true, &account);
	if (f && f->code == FAULT_NONE)
		return FAULT(act->a, FAULT_INVALID, "nobody has the sign-in name %s", o->login);
	TRY(f);
	b.account = row_id(account);
	if (o->end)
		return bearer_end(act, b.account, o->name);
	if (o->until && day_parse(o->until) == DAY_NONE)
		return FAULT(act->a, FAULT_INVALID, "--until must be a day like 2027-08-31");
	b.until = o->until ? o->until : day_iso(act->a, day_add_months(act->today, 12));
	o->until = b.until;
	return bearer_make(act, &b, &o->token);
}

int cmd_token(struct args *args)
{
	struct order o = { .name = args_value(args, "--name", "API"), .until = args_value(args, "--until", NULL),
		.campus = args_value(args, "--campus", NULL), .end = args_flag(args, "--end") };
	struct store s;
	const struct fault *f = store_find(args, &s);

	o.login = args_next(args);
	if (!args_done(args) || !o.login)
		return EXIT_MISUSE;
	f = f ? f : store_lock(args->a, &s);
	f = f ? f : store_unseal(args->a, &s);
	f = f ? f : store_check(args->a, &s);
	f = f ? f : store_act(&s, args->a, &STORE_PROGRAM, "", make, &o);
	if (f)
		return command_fault(o.end ? "Ending the token" : "Making a token", f);
	if (o.end)
		printf("Ended: %s of %s.\n", o.name, o.login);
	else
		printf("%s\n\nThis is shown once. It acts as %s until %s, with the rights that account has then.\n", o.token, o.login, o.until);
	return EXIT_FINE;
}
