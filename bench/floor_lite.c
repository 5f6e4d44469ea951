/* floor_lite.c - the floor's own SQLite. lint: driver throughout because it is the floor */
#include <sqlite3.h>
#include <stdlib.h>

#include "floor.h"

struct connection {
	sqlite3 *db;
	sqlite3_stmt *of[MOST_STATEMENTS];
};

static struct connection *lite_open(const char *where, bool writes)
{
	struct connection *c = calloc(1, sizeof *c);

	if (!c || sqlite3_open_v2(where, &c->db, (writes ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY) | SQLITE_OPEN_NOMUTEX,
		NULL) != SQLITE_OK)
		die("cannot open the store");
	sqlite3_busy_timeout(c->db, 5000);
	sqlite3_exec(c->db, "PRAGMA synchronous=FULL; PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-8000",
		NULL, NULL, NULL);
	return c;
}

static void lite_begin(struct connection *c)
{
	sqlite3_exec(c->db, "BEGIN", NULL, NULL, NULL);
}

static void lite_commit(struct connection *c)
{
	sqlite3_exec(c->db, "COMMIT", NULL, NULL, NULL);
}

static void bind_all(sqlite3_stmt *q, const struct step *s, long fresh)
{
	char room[64];

	for (int i = 0; i < s->count; i++) {
		const struct param *p = &s->params[i];

		if (*p->said == 'T')
			sqlite3_bind_text(q, i + 1, param_text(p, fresh, room), p->fresh ? -1 : (int)p->length,
				p->fresh ? SQLITE_TRANSIENT : SQLITE_STATIC);
		else if (*p->said == 'I')
			sqlite3_bind_int64(q, i + 1, strtoll(param_text(p, fresh, room), NULL, 10));
		else if (*p->said == 'B')
			sqlite3_bind_blob(q, i + 1, p->said + 1, (int)p->length, SQLITE_STATIC);
	}
}

static void lite_run(struct connection *c, int number, long fresh)
{
	sqlite3_stmt *q = c->of[number];
	int got;

	if (!q && sqlite3_prepare_v3(c->db, steps[number].sql, -1, SQLITE_PREPARE_PERSISTENT, &c->of[number], NULL) != SQLITE_OK)
		die(sqlite3_errmsg(c->db));
	q = c->of[number];
	bind_all(q, &steps[number], fresh);
	while ((got = sqlite3_step(q)) == SQLITE_ROW) {
		row_came();
		for (int i = 0, n = sqlite3_column_count(q); i < n; i++) {
			bool blob = sqlite3_column_type(q, i) == SQLITE_BLOB;
			const void *bytes = blob ? sqlite3_column_blob(q, i) : sqlite3_column_text(q, i);

			value_came(bytes, (size_t)sqlite3_column_bytes(q, i), blob);
		}
	}
	if (got != SQLITE_DONE)
		die(sqlite3_errmsg(c->db));
	sqlite3_reset(q);
}

const struct store LITE = { lite_open, lite_begin, lite_run, lite_commit };
