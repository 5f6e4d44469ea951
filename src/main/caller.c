/* caller.c - who acts when a command does (caller.h). What the command then does is its own. */
#include "main/caller.h"

#include <string.h>

#include "areas/accounts/area.h"
#include "record/journal.h"
#include "record/who.h"

const struct fault *caller_take(struct args *args, struct caller *c)
{
	*c = (struct caller){ .login = args_value(args, "--as", NULL), .wanted = args_value(args, "--campus", NULL),
		.who = &STORE_PROGRAM, .campus = "" };
	return store_find(args, &c->s);
}

/* As a SENCO of this school. */
static const struct actor *reader(struct arena *a, const struct house *h, const char *campus)
{
	struct held *held = arena_array(a, 1, sizeof *held);
	struct actor *who = arena_alloc(a, sizeof *who);

	held[0] = (struct held){ matrix_role(h->matrix, "senco"), campus };
	*who = (struct actor){ .account = "", .staff = "", .name = "OpenSENCO, from the command line", .held = held,
		.held_count = 1, .pupil = "", .session = "" };
	return who;
}

static const struct fault *named(struct act *act, const char *login, const struct actor **out)
{
	struct row *account;
	struct actor *who;
	const struct fault *f = account_named(act, login, false, &account);

	f = f ? f : actor_load(act->db, act->a, act->house, row_id(account), act->today, &who);
	if (f && f->code == FAULT_NONE)
		return FAULT(act->a, FAULT_INVALID, "nobody has the sign-in name %s with an open account", login);
	TRY(f);
	who->fresh = true; /* whoever is on the machine as this user holds the store and its key: a code would prove nothing more */
	*out = who;
	return NULL;
}

static const struct fault *find_campus(struct args *args, struct caller *c)
{
	struct act *act;

	TRY(store_read(&c->s, args->a, &STORE_PROGRAM, "", &act));
	return store_campus(act, c->wanted, &c->campus);
}

const struct fault *caller_open(struct args *args, struct caller *c, unsigned needs)
{
	struct act *act;

	TRY(store_reach(args->a, &c->s));
	if (needs & CALLER_WRITES)
		TRY(store_lock(args->a, &c->s));
	if (!(needs & CALLER_NO_KEY))
		TRY(store_unseal(args->a, &c->s));
	TRY(store_check(args->a, &c->s));
	if (needs & CALLER_SCHOOL)
		TRY(find_campus(args, c));
	if (c->login) {
		TRY(store_read(&c->s, args->a, &STORE_PROGRAM, "", &act));
		return named(act, c->login, &c->who);
	}
	if (needs & CALLER_READER)
		c->who = reader(args->a, &c->s.house, c->campus);
	return NULL;
}

static const struct fault *move(struct act *act, void *self)
{
	journal_move(act, self);
	return NULL;
}

const struct fault *caller_tell(struct args *args, struct caller *c, struct act *act)
{
	if (!journal_owes(act))
		return NULL;
	return store_act(&c->s, args->a, c->who, c->campus, move, act);
}
