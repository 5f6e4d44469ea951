/* bearer.c - the engine's own table of tokens for programs. It gives no right: the account behind a token has them, or has not. */
#include "record/bearer.h"

#include "record/engine.h"
#include "record/journal.h"
#include "seal/hash.h"

const struct fault *bearer_make(struct act *act, const struct bearer *w, const char **token)
{
	struct stmt *st;

	*token = seal_token(act->a);
	TRY(db_ask(act->db, act->a, "INSERT INTO bearer (id, account, campus, name, made_at, until) VALUES ($1, $2, $3, $4, $5, "
		"$6)", &st));
	stmt_text(st, 1, seal_token_hash(act->a, *token));
	stmt_text(st, 2, w->account);
	stmt_text(st, 3, w->campus);
	stmt_text(st, 4, w->name);
	stmt_text(st, 5, act->moment);
	stmt_text(st, 6, w->until);
	TRY(stmt_finish(st));
	journal_note(act, "token", "account", w->account, "", arena_printf(act->a, "made: %s, until %s", w->name, w->until));
	return NULL;
}

static struct bearer read_one(struct stmt *st)
{
	return (struct bearer){ stmt_get_text(st, 0), stmt_get_text(st, 1), stmt_get_text(st, 2), stmt_get_text(st, 3),
		stmt_get_text(st, 4), stmt_get_text(st, 5) };
}

const struct fault *bearer_find(struct db *db, struct arena *a, const char *token, day today, struct bearer *out)
{
	struct stmt *st;
	bool more;

	TRY(db_ask(db, a, "SELECT id, account, campus, name, made_at, until FROM bearer WHERE id = $1 AND until >= $2", &st));
	stmt_text(st, 1, seal_token_hash(a, token));
	stmt_text(st, 2, day_iso(a, today));
	TRY(stmt_step(st, &more));
	if (!more)
		return FAULT(a, FAULT_NONE, "no such token");
	*out = read_one(st);
	stmt_done(st);
	return NULL;
}

const struct fault *bearer_list(struct act *act, const char *account, struct bearer **out, int *count)
{
	struct stmt *st;
	bool more;

	*out = NULL;
	*count = 0;
	TRY(db_ask(act->db, act->a, "SELECT id, account, campus, name, made_at, until FROM bearer WHERE account = $1 ORDER BY "
		"made_at", &st));
	stmt_text(st, 1, account);
	for (;;) {
		TRY(stmt_step(st, &more));
		if (!more)
			break;
		*out = arena_extend(act->a, *out, (size_t)*count * sizeof **out, (size_t)(*count + 1) * sizeof **out);
		(*out)[(*count)++] = read_one(st);
	}
	stmt_done(st);
	return NULL;
}

const struct fault *bearer_end(struct act *act, const char *account, const char *name)
{
	struct stmt *st;
	int64_t ended;

	TRY(db_ask(act->db, act->a, "UPDATE bearer SET until = '0001-01-01' WHERE account = $1 AND name = $2", &st));
	stmt_text(st, 1, account);
	stmt_text(st, 2, name);
	TRY(stmt_run(st));
	ended = stmt_changes(st);
	stmt_done(st);
	if (!ended)
		return FAULT(act->a, FAULT_INVALID, "this account has no token called %s", name);
	journal_note(act, "token", "account", account, "", arena_printf(act->a, "ended: %s", name));
	return NULL;
}
