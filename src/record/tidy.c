/* tidy.c - what the engine does each minute for itself: forget once-only answers after a week, ended sessions and old drafts after
 * a month, and sign the journal's head, so that an altered chain can be shown against something the server did not keep to itself
 * (R23). */
#include <string.h>

#include "record/engine.h"
#include "record/journal.h"
#include "seal/hash.h"

static const struct fault *forget(struct act *act, const char *sql, int days)
{
	struct stmt *st;

	TRY(db_ask(act->db, act->a, sql, &st));
	stmt_text(st, 1, moment_text(act->a, moment_seconds(act->moment) - (int64_t)days * 86400));
	return stmt_finish(st);
}

const struct fault *engine_tidy(struct act *act)
{
	TRY(forget(act, "DELETE FROM once WHERE at < $1", 7));
	TRY(forget(act, "DELETE FROM session WHERE used_at < $1", 30));
	return forget(act, "DELETE FROM draft WHERE at < $1", 30);
}

static const struct fault *head(struct act *act, int64_t *number, unsigned char hash[SEAL_HASH])
{
	struct stmt *st;
	const void *bytes;
	bool more;
	size_t n;

	*number = 0;
	TRY(db_ask(act->db, act->a, "SELECT h.number, h.hash FROM journal_head h WHERE h.one = 1 AND NOT EXISTS (SELECT 1 FROM "
		"checkpoint c WHERE c.number >= h.number)", &st));
	TRY(stmt_step(st, &more));
	if (more) {
		*number = stmt_get_int(st, 0);
		bytes = stmt_get_bytes(st, 1, &n);
		if (n == SEAL_HASH)
			memcpy(hash, bytes, SEAL_HASH);
	}
	stmt_done(st);
	return NULL;
}

const struct fault *journal_checkpoint(struct act *act, const char **line)
{
	unsigned char hash[SEAL_HASH], key[SEAL_PUBLIC], signature[SEAL_SIGNATURE];
	struct stmt *st;
	const char *text;
	int64_t number;

	*line = NULL;
	TRY(head(act, &number, hash));
	if (!number || !act->sealer)
		return NULL;
	text = arena_printf(act->a, "%lld %s %s", (long long)number, act->moment, seal_hex(act->a, hash, sizeof hash));
	TRY(seal_sign(act->sealer, act->a, "opensenco.checkpoint.1", text, strlen(text), signature));
	TRY(seal_sign_public(act->sealer, act->a, key));
	TRY(db_ask(act->db, act->a, "INSERT INTO checkpoint (number, at, hash, public_key, signature) VALUES ($1, $2, $3, $4, $5)",
		&st));
	stmt_int(st, 1, number);
	stmt_text(st, 2, act->moment);
	stmt_bytes(st, 3, hash, sizeof hash);
	stmt_bytes(st, 4, key, sizeof key);
	stmt_bytes(st, 5, signature, sizeof signature);
	TRY(stmt_finish(st));
	*line = arena_printf(act->a, "%s %s %s", text, seal_hex(act->a, key, sizeof key),
		seal_hex(act->a, signature, sizeof signature));
	return NULL;
}
