/* check.c - is a store whole? What the engine underneath says of its pages and references; what is in it is the journal's to
 * prove. */
#include "db/db.h"

#include <string.h>

const struct fault *db_check(struct db *db, struct arena *a)
{
	struct stmt *st;
	const char *said;
	bool more;

	if (db_kind(db) != DB_SQLITE)
		return NULL;
	TRY(db_ask(db, a, "PRAGMA integrity_check", &st));
	TRY(stmt_step(st, &more));
	said = more ? stmt_get_text(st, 0) : NULL;
	stmt_done(st);
	if (!said || strcmp(said, "ok") != 0)
		return FAULT(a, FAULT_TAMPERED, "the store is damaged: %s", said ? said : "no answer");
	TRY(db_ask(db, a, "PRAGMA foreign_key_check", &st));
	TRY(stmt_step(st, &more));
	stmt_done(st);
	return more ? FAULT(a, FAULT_TAMPERED, "the store is damaged: a row points at one that is not there") : NULL;
}
