/* cmd_token.c - `opensenco token`: a token by which another program may act as an account through the API. It is printed once. */
#include <stdio.h>
#include <string.h>

#include "areas/accounts/area.h"
#include "main/caller.h"
#include "main/commands.h"
#include "record/bearer.h"

struct order { const char *login, *name, *until, *token; bool end; };

static const struct fault *make(struct act *act, void *self)
{
	struct order *o = self;
	struct row *account;
	const struct fault *f;
	struct bearer b = { .name = o->name, .campus = act->campus };

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
		.end = args_flag(args, "--end") };
	struct caller c;
	const struct fault *f = caller_take(args, &c);

	o.login = args_next(args);
	if (!args_done(args))
		return EXIT_MISUSE;
	if (!o.login)
		return command_misuse(args, "token");
	f = f ? f : caller_open(args, &c, CALLER_SCHOOL | CALLER_WRITES);
	f = f ? f : store_act(&c.s, args->a, c.who, c.campus, make, &o);
	if (f)
		return command_fault(args, o.end ? "Ending the token" : "Making a token", f);
	if (o.end)
		fprintf(args->out, "Ended: %s of %s.\n", o.name, o.login);
	else
		fprintf(args->out, "%s\n\nThis is shown once. It acts as %s until %s, with the rights that account has then.\n",
			o.token, o.login, o.until);
	return EXIT_FINE;
}
