/* pg.h - what drv_pg.c and pg_wait.c share: a PostgreSQL connection, and how its answers are waited for. */
#ifndef DB_PG_H
#define DB_PG_H

#include <libpq-fe.h>

#include "db/driver.h"

#define PG_WRITERS_LOCK "20150113" /* an advisory lock of our own; migrate.c uses another */

struct pg {
	struct db db;
	PGconn *c;
	bool in_block;   /* between begin and commit or rollback */
	int generation;  /* counts connections */
	long names;      /* of prepared statements, ever */
	bool alone;      /* holds the one writer's lock (db_alone), and takes it again with a new connection */
};

MUST const struct fault *pg_open(struct arena *a, const char *where, enum db_mode mode, struct db **out);
void pg_close(struct db *db);
/* Outside a transaction a lost connection is made again; inside one the caller must learn that it is gone. */
MUST const struct fault *pg_connected(struct pg *pg, struct arena *a);
/* The last result of what was sent, or the first that is an error; NULL if the connection was lost. Waits until the clock says
 * `until` (0: for ever), then cancels. */
PGresult *pg_answer(struct pg *pg, int64_t until);
bool pg_went_well(const PGresult *res);
/* The fault that a result means, NULL being a lost connection; the result is given back. */
MUST const struct fault *pg_fault(struct pg *pg, struct arena *a, PGresult *res);
/* Send text that may hold several statements; the caller clears *out. */
MUST const struct fault *pg_send_text(struct pg *pg, struct arena *a, const char *sql, int64_t until, PGresult **out);

#endif
